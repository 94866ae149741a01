"""What is told across invented stories (bench/stories.py), frozen: no change of code changes a row of it unnoticed.

`python -m bench.told` prints the rows of each story and table that are told otherwise than they were, as they are now;
`--write` freezes those. Rows are kept as a hash; former ones are told in a former checkout.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.extract.stage import extract
from audit.ingest.step import ingest
from audit.judge import judge
from audit.match import find_matches, open_index, resolve_sources
from audit.trace import trace
from audit.warehouse import Warehouse
from bench.stories import stories

QUERIES = Path(__file__).with_suffix(".sql")
FROZEN = Path(__file__).with_suffix(".json")

Rows = dict[str, list[str]]
"""By table and story, as in "edges s03": what is told, a line a row, sorted."""


def told(warehouse: Warehouse) -> Rows:
    """All stories, read into an empty warehouse, and what the tables tell of each."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "stories.jsonl")
        path.write_text("\n".join(json.dumps(one.line()) for story in stories() for one in story), encoding="utf-8")
        ingest(warehouse, [path], home=Path(folder), run_id="1")
        extract(warehouse, fingerprint="stories", run_id="1")
        resolve_sources(warehouse, "1")
        index = open_index(Path(folder, "index"))
        find_matches(warehouse, index)
        trace(warehouse, "1", index)
        judge(warehouse)
        index.close()
    return _rows(warehouse)


def _rows(warehouse: Warehouse) -> Rows:
    found: Rows = defaultdict(list)
    for table, sql in _queries():
        for story, *slots in warehouse.query(sql):
            found[f"{table} {story}"].append(" | ".join(map(str, slots)))
    return {name: sorted(lines) for name, lines in found.items()}


def _queries() -> Iterator[tuple[str, str]]:
    """The selects of told.sql by the name in the comment above each."""
    for part in QUERIES.read_text(encoding="utf-8").split("-- table ")[1:]:
        name, sql = part.split("\n", 1)
        yield name.strip(), sql


def _hash(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:10]


@cache
def frozen() -> dict[str, str]:
    """The hash of each frozen table of a story."""
    found: dict[str, str] = json.loads(FROZEN.read_text(encoding="utf-8"))
    return found


def changed(rows: Mapping[str, list[str]]) -> Iterator[str]:
    """The tables of stories that are told otherwise than they were, with their rows now."""
    for name in sorted({*rows, *frozen()}):
        if frozen().get(name) != _hash(rows.get(name, [])):
            yield "\n  ".join((name, *rows.get(name, [])))


def main() -> None:
    """Print what changed, or freeze what is told now."""
    from tests.conftest import empty_warehouse

    rows = told(empty_warehouse())
    if "--write" in sys.argv:
        held = {name: _hash(lines) for name, lines in rows.items()}
        FROZEN.write_text(json.dumps(held, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    else:
        print(*changed(rows), sep="\n")


if __name__ == "__main__":
    main()
