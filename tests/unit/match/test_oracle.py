"""The index beside all pairs: what it does not find is bounded, and named.

All pairs of quotes are compared, whatever runs of words they share; passages grow from every run of six words, none left
out by winnowing. What is too common to pair (boilerplate, refrains, crowds) is so for both. Bounds: no quote and no
figure of short archives; of passages one row in twenty, where a run of six or seven words beside them is taken or left.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from audit.engine import LocalEngine
from audit.extract.stage import extract
from audit.ingest.step import ingest
from audit.match import find_matches, open_index, passages, resolve_sources
from audit.warehouse import Index, Warehouse, read_sql
from bench.sets import DATA
from tests.conftest import DEMO, empty_warehouse

EVERY_PAIR = """select a.no as a, b.no as b, 0 as shared
from present_quotes a join present_quotes b on a.no < b.no order by a, b"""
MATCHES = "select kind, relation, a_article_id, a_start, a_end, b_article_id, b_start, b_end from matches"
MOST_APART = 1 / 20  # of the passages
ARCHIVES = {"planted": DATA / "reuse" / "planted.docs.dev.jsonl", "corpus": DATA / "corpus" / "news10k.jsonl.gz"}
FIRST = {"planted": 200, "corpus": 100}

Row = tuple[Any, ...]


class AllPairs(LocalEngine):
    """No quote is left aside for want of shared runs of words."""

    def run_sql(self, index: Index, sql: str, tables: Sequence[str], values: Mapping[str, float]) -> Iterator[Row]:
        if sql == read_sql("audit.match", "quote_candidates"):
            return super().run_sql(index, EVERY_PAIR, tables, {})
        return super().run_sql(index, sql, tables, values)


def every_gram(ids: Sequence[int]) -> list[tuple[int, int]]:
    """Fingerprints without winnowing."""
    runs = zip(*(ids[n:] for n in range(passages.GRAM)), strict=False)
    return [(gram, at) for at, gram in enumerate(map(hash, runs))]


@pytest.fixture
def both(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, tuple[set[Row], set[Row]]]]:
    """Matches by kind: those by the index, those of all pairs."""
    warehouse = empty_warehouse()
    path = archive(request.param, tmp_path)
    ingest(warehouse, [path], home=tmp_path, run_id="0")
    extract(warehouse, fingerprint="x", run_id="0")
    resolve_sources(warehouse, "0")
    ours = matches(warehouse, LocalEngine())
    monkeypatch.setattr(passages, "fingerprints", every_gram)
    theirs = matches(warehouse, AllPairs())
    yield {kind: (of_kind(ours, kind), of_kind(theirs, kind)) for kind in ("quote", "passage", "figure")}
    warehouse.close()


def archive(name: str, home: Path) -> Path:
    """The demo, or the first articles of a set beside the checkout."""
    if name == "demo":
        return DEMO
    path = ARCHIVES[name]
    if not path.exists():
        pytest.skip(f"{path} is not here")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        (home / "first.jsonl").write_text("".join(islice(lines, FIRST[name])), encoding="utf-8")
    return home / "first.jsonl"


def matches(warehouse: Warehouse, engine: LocalEngine) -> set[Row]:
    find_matches(warehouse, open_index(), engine=engine)
    return set(warehouse.query(MATCHES))


def of_kind(rows: set[Row], kind: str) -> set[Row]:
    return {row for row in rows if row[0] == kind}


@pytest.mark.parametrize("both", ["demo"], indirect=True)
def test_in_a_short_archive_nothing_is_lost(both: dict[str, tuple[set[Row], set[Row]]]) -> None:
    for ours, theirs in both.values():
        assert theirs
        assert ours == theirs


@pytest.mark.gold
@pytest.mark.parametrize("both", ["planted", "corpus"], indirect=True)
def test_losses_are_bounded(both: dict[str, tuple[set[Row], set[Row]]]) -> None:
    for kind in ("quote", "figure"):
        ours, theirs = both[kind]
        assert len(theirs) > 30
        assert ours == theirs
    ours, theirs = both["passage"]
    assert len(theirs - ours) <= MOST_APART * len(theirs)
    assert len(ours - theirs) <= MOST_APART * len(theirs)
