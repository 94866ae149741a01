"""The page of results: what one run of this command measured, as tables and plots, and nothing else.

    python -m bench.results [--articles 300] [--rounds 5] [--only …] [--no-peers] [--sets quotes,credits] [--into bench]

Writes RESULTS.md and plots/*.svg. What is not installed or not here is named, never filled in.
"""

from __future__ import annotations

import html
import platform
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from audit import __version__
from bench.floors import COUNTS, Floor, read_floors
from bench.score import Scores
from bench.sets import DataSet, data_sets
from bench.speed import Compared, Growth, Told, measure, speed_options

BAR, LINE, LEFT, RIGHT = 420, 26, 310, 110  # pixels of a plot: its longest bar, a row, room for names and for figures


class Bar(NamedTuple):
    """A row of a plot."""

    name: str
    value: float
    said: str
    ours: bool = True


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures, prints as it goes, writes the page."""
    options = speed_options()
    options.add_argument("--sets", default=None, help="data sets of the accuracy, by commas; all if not given")
    options.add_argument("--into", type=Path, default=Path(__file__).parent)
    told = options.parse_args(arguments)
    speed = list(_printed(measure(told)))
    chosen = [one for one in data_sets() if told.sets is None or one.name in told.sets.split(",")]
    scores = {one.name: one.measure() for one in chosen if one.missing is None}
    absent = [one for one in chosen if one.missing is not None]
    asked = " ".join(["python -m bench.results", *(sys.argv[1:] if arguments is None else arguments)])
    write_results(told.into, speed, scores, absent, read_floors(), asked)


def _printed(found: Iterable[tuple[str, Told]]) -> Iterable[tuple[str, Told]]:
    for part, line in found:
        print(line, file=sys.stderr, flush=True)
        yield part, line


def write_results(
    into: Path,
    speed: Sequence[tuple[str, Told]],
    scores: dict[str, Scores],
    absent: Sequence[DataSet],
    floors: dict[str, Floor],
    asked: str,
) -> Path:
    """The page and its plots in `into`; `asked` is the command. Returns the page."""
    plots = {
        "accuracy": ("Accuracy, points of 100", _accuracy_bars(scores)),
        **{part: (title, _speed_bars(speed, part)) for part, title in SPEED.items()},
    }
    (into / "plots").mkdir(parents=True, exist_ok=True)
    for name, (title, bars) in plots.items():
        if bars:
            (into / "plots" / f"{name}.svg").write_text(plot(title, bars), encoding="utf-8")
    parts = [
        _head(speed, asked),
        _accuracy(scores, absent, floors),
        *(_speed(speed, part) for part in SPEED),
        _hostile(speed),
    ]
    page = into / "RESULTS.md"
    page.write_text("\n\n".join(part for part in parts if part) + "\n", encoding="utf-8")
    return page


SPEED = {
    "core": "Quotes, sources, credits: words per CPU-second",
    "figures": "Figures: sentences per CPU-second",
    "claims": "Claims against sources: claims per CPU-second",
    "sheets": "Sheets of references: references per CPU-second",
    "job": "Ingest: articles per CPU-second",
}


def _head(speed: Sequence[tuple[str, Told]], asked: str) -> str:
    read = next((str(told) for part, told in speed if part == "read"), "no speed was measured")
    machine = f"{platform.machine()}, Python {platform.python_version()}, {platform.system()}"
    return (
        "# Results\n\nWritten by `make bench`; every figure here was measured by one run of it, on one machine. "
        "[docs/bench.md](../docs/bench.md) says how, and what the data sets are.\n\n"
        f"{datetime.now(UTC):%Y-%m-%d}, Secondhand {__version__}, {machine}: `{asked}`. Speed: {read}."
    )


def _accuracy(scores: dict[str, Scores], absent: Sequence[DataSet], floors: dict[str, Floor]) -> str:
    rows = [
        f"| {name} | {metric}{' (a count)' if metric in COUNTS else ''} | {value:g} | {_floor(floors, name, metric)} |"
        for name, found in scores.items()
        for metric, value in found.items()
    ]
    table = ["| set | metric | measured | floor |", "|---|---|---:|---:|", *rows]
    missing = [f"Not here, so not measured: {', '.join(one.name for one in absent)}."] if absent else []
    shown = ["![Accuracy](plots/accuracy.svg)"] if _accuracy_bars(scores) else []
    return "\n\n".join(["## Accuracy", *shown, "\n".join(table) if rows else "No set was measured.", *missing])


def _floor(floors: dict[str, Floor], name: str, metric: str) -> str:
    held = floors[name].floors if name in floors else {}
    return f"{held[metric]:g}" if metric in held else "none"


def _speed(speed: Sequence[tuple[str, Told]], part: str) -> str:
    found = [told for name, told in speed if name == part]
    if not found:
        return ""
    said = [told for told in found if isinstance(told, str)]
    rows = [row for told in found if isinstance(told, Compared) for row in _rates(told)]
    table = ["| work | per CPU-second | we are |", "|---|---:|---:|", *rows]
    shown = [f"![{SPEED[part]}](plots/{part}.svg)"] if _speed_bars(speed, part) else []
    return "\n\n".join(
        [f"## {SPEED[part]}", *shown, "\n".join(table), *(f"{' '.join(line.split())}." for line in said)]
    )


def _rates(told: Compared) -> list[str]:
    beside = (
        f"| {peer.worker}, on the same batches | {peer.middle:,.0f} | {told.one.times(peer)[0]:.1f} times as fast |"
        for peer in told.peers
    )
    return [f"| {told.one.worker} | {told.one.middle:,.0f} {told.unit} | |", *beside]


def _hostile(speed: Sequence[tuple[str, Told]]) -> str:
    found = [told for _, told in speed if isinstance(told, Growth)]
    if not found:
        return ""
    rows = (f"| {g.name} | {g.longest:,} | {g.half:.2f} | {g.whole:.2f} | {g.whole / g.half:.2f} |" for g in found)
    table = [
        "| text that nobody writes | characters | half, CPU-s | whole, CPU-s | times |",
        "|---|---:|---:|---:|---:|",
    ]
    return "\n".join(["## Hostile text: twice the length should take about twice the time\n", *table, *rows])


# Plots


def _accuracy_bars(scores: dict[str, Scores]) -> list[Bar]:
    return [
        Bar(f"{name} {metric}", value, f"{value:g}")
        for name, found in scores.items()
        for metric, value in found.items()
        if metric not in COUNTS
    ]


def _speed_bars(speed: Sequence[tuple[str, Told]], part: str) -> list[Bar]:
    found = [told for name, told in speed if name == part and isinstance(told, Compared)]
    ours = [Bar(told.one.worker, told.one.middle, f"{told.one.middle:,.0f}") for told in found]
    peers = {peer.worker: peer for told in found for peer in told.peers}
    return ours + [Bar(name, peer.middle, f"{peer.middle:,.0f}", ours=False) for name, peer in peers.items()]


def plot(title: str, bars: Sequence[Bar]) -> str:
    """Bars from zero, each with its figure; peers are hatched, so that it reads without colour."""
    most = max((bar.value for bar in bars), default=0) or 1
    width, height = LEFT + BAR + RIGHT, LINE * len(bars) + 44
    rows = "".join(_bar(bar, 40 + LINE * n, bar.value / most * BAR) for n, bar in enumerate(bars))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'font-family="sans-serif" font-size="13">'
        f"<title>{html.escape(title)}</title>"
        '<defs><pattern id="peer" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="#80621a"/></pattern></defs>'
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<text x="8" y="22" font-weight="600">{html.escape(title)}</text>{rows}</svg>\n'
    )


def _bar(bar: Bar, y: int, length: float) -> str:
    fill = "#1f4e79" if bar.ours else "url(#peer)"
    return (
        f'<text x="{LEFT - 8}" y="{y + 13}" text-anchor="end">{html.escape(bar.name)}</text>'
        f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="17" fill="{fill}" stroke="#1c1b19" stroke-width=".6"/>'
        f'<text x="{LEFT + length + 6:.1f}" y="{y + 13}">{html.escape(bar.said)}</text>'
    )


if __name__ == "__main__":
    main()
