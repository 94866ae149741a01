"""A run over parts of an input ends where one over the whole does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import pytest

from audit.extract.stage import extract
from audit.ingest.step import ingest
from audit.match import resolve_sources
from tests.conftest import empty_warehouse

SAID = [
    "J. Trask said that the harbour was shut. “It leaks,” Mr. Trask told reporters.",
    "John Trask said that the harbour was open. The police said that it was not.",
    "Jane Trask said that the ferry had left. Ruta Malik of Norwick Port agreed that it had.",
    "Ruta A. Malik said that the ferry had not left. The police said that it had.",
]
TABLES = {
    "sources": "select * from sources order by all",
    "names": "select * from source_names order by all",
    "aliases": "select source_id, into_id, why, name, kind from source_aliases order by all",
    "speakers": "select quote_id, speaker_id, own_speaker_id from quotes order by all",
    "credits": "select credit_id, source_id, own_source_id from credits order by all",
}


def splits() -> Iterator[tuple[tuple[int, ...], ...]]:
    """The articles in one go, one by one in every order, and in two parts."""
    yield (tuple(range(len(SAID))),)
    for order in permutations(range(len(SAID))):
        yield tuple((n,) for n in order)
        yield order[:2], order[2:]


def run(folder: Path, parts: Sequence[Sequence[int]]) -> dict[str, list[tuple[object, ...]]]:
    warehouse = empty_warehouse()
    for number, part in enumerate(parts):
        file = folder / f"{number}.jsonl"
        lines = ({"id": f"n{n}", "publisher": f"Paper {n}", "published": "2026-03-04", "text": SAID[n]} for n in part)
        file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        ingest(warehouse, [file], home=folder, run_id=str(number))
        extract(warehouse, fingerprint="x", run_id=str(number))
        resolve_sources(warehouse, str(number))
    found = {name: warehouse.query(sql) for name, sql in TABLES.items()}
    warehouse.close()
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    return run(tmp_path_factory.mktemp("whole"), next(splits()))


def test_the_whole_has_something_to_tell(whole: dict[str, list[tuple[object, ...]]]) -> None:
    names = {row[1] for row in whole["sources"]}
    assert {"J. Trask", "John Trask", "Jane Trask"} <= names
    assert len(names & {"Ruta Malik", "Ruta A. Malik"}) == 1
    assert whole["aliases"]


@pytest.mark.parametrize("parts", list(splits())[1::6])
def test_parts_end_where_the_whole_does(
    parts: tuple[tuple[int, ...], ...], whole: dict[str, list[tuple[object, ...]]], tmp_path: Path
) -> None:
    assert run(tmp_path, parts) == whole
