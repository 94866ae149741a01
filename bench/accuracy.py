"""The accuracy gate: every data set measured and held to its floors.

    python -m bench.accuracy [SET …] [--write-floors [--lower]]

Exit 1 where a floor does not hold. Sets whose files are absent are skipped and named.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence

from bench.floors import FLOORS, MARGIN, Floor, complaints, fingerprints, raised, read_floors, write_floors
from bench.score import Scores
from bench.sets import DataSet, data_sets


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints a table, and either holds the floors or writes them."""
    told = _options().parse_args(arguments)
    chosen = [one for one in data_sets() if not told.sets or one.name in told.sets]
    measured = [(one, one.measure()) for one in _present(chosen)]
    floors = read_floors()
    if told.write_floors:
        fresh = {one.name: raised(floors.get(one.name), fingerprints(one), s, lower=told.lower) for one, s in measured}
        floors |= fresh
        write_floors(floors)
        print(f"{FLOORS.name}: {len(fresh)} sets, floors {MARGIN:g} points below what was measured")
    print(table(measured, floors))
    return int(_tell_complaints(measured, floors))


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m bench.accuracy", description=(__doc__ or "").splitlines()[0])
    options.add_argument("sets", nargs="*", metavar="SET", choices=[[], *(one.name for one in data_sets())])
    options.add_argument("--write-floors", action="store_true", help="raise the floors to what is measured now")
    options.add_argument("--lower", action="store_true", help="with --write-floors: lower them too, take another gold")
    return options


def _present(sets: Iterable[DataSet]) -> Iterable[DataSet]:
    for one in sets:
        if one.missing is None:
            yield one
        else:
            print(f"{one.name}: skipped, {one.missing}", file=sys.stderr)


def table(measured: Iterable[tuple[DataSet, Scores]], floors: dict[str, Floor]) -> str:
    """A line a metric: set, metric, score, floor."""
    lines = [f"{'set':<18}{'metric':<20}{'score':>8}{'floor':>8}"]
    for one, scores in measured:
        held = floors[one.name].floors if one.name in floors else {}
        lines += [f"{one.name:<18}{metric:<20}{value:>8.2f}{_held(held, metric)}" for metric, value in scores.items()]
    return "\n".join(lines)


def _held(floors: Scores, metric: str) -> str:
    return f"{floors[metric]:>8.2f}" if metric in floors else f"{'-':>8}"


def _tell_complaints(measured: Iterable[tuple[DataSet, Scores]], floors: dict[str, Floor]) -> bool:
    found = [f"{o.name}: {line}" for o, s in measured for line in complaints(floors.get(o.name), fingerprints(o), s)]
    for line in found:
        print(line, file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
