"""Fresh equals incremental: whatever the order in which articles arrive, the archive ends where one run over all ends."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.cite.step import check_citations
from audit.extract.stage import extract
from audit.ingest.step import ingest
from audit.judge import judge, touched
from audit.match import find_matches, open_index, resolve_sources
from audit.pipeline import Job, run_direct
from audit.trace import trace
from audit.trace.touched_claims import changed_inputs
from audit.warehouse import Before, CrowdedIndexError, Index, Warehouse, open_before
from audit.warehouse.publish import check, open_published
from tests.conftest import empty_warehouse

LEAK = "“We will not reopen the north gate until every pump has been tested twice,” {0} told reporters on Monday."
FIRST = "The flood sank about 40 boats in the harbour of Orrin, the Dell Post reported."
STORY: tuple[tuple[str, str, str], ...] = (
    (
        "Dell Post",
        "2031-03-02T08:00:00",
        "The flood sank about 40 boats in the harbour of Orrin, according to the harbour office. "
        + LEAK.format("John Trask, head of the River Board,"),
    ),
    ("Orrin Echo", "2031-03-03T08:00:00", FIRST + " " + LEAK.format("J. Trask of the River Board")),
    (
        "Vale Times",
        "2031-03-03T12:00:00",
        FIRST.replace("about 40", "over 40") + " It rained for days before the flood.",
    ),
    (
        "Quay Sun",
        "2031-03-04T08:00:00",
        "The flood sank 60 boats in the harbour of Orrin, the Vale Times reported. "
        + LEAK.format("Jane Trask of the River Board").replace("twice", "once"),
    ),
    (
        "Mill Gazette",
        "2031-03-05T08:00:00",
        "The flood sank about 40 boats in the harbour of Orrin, according to the Orrin Echo. Nobody asked John Trask.",
    ),
)
MEMBERS = {
    "matches": "select kind, relation, a_article_id, a_start, a_end, b_article_id, b_start, b_end, detail from matches",
    "claims": "select c.kind, c.label, list(m.mention_id order by m.mention_id) from claims c join claim_mentions m using (claim_id) group by c.claim_id, c.kind, c.label",
    "edges": "select * exclude (claim_id) from edges",
    "origins": "select m.mention_id, o.node_kind, o.node_id from origins o join claim_mentions m using (claim_id)",
    "links": "select a.mention_id, b.mention_id, l.relation from claim_links l join claim_mentions a on a.claim_id = a_claim_id join claim_mentions b on b.claim_id = b_claim_id",
    "findings": "select kind, severity, article_id, summary, evidence from findings",
    "measures": "select measure, subject_kind, coalesce(m.mention_id, subject_id), numerator, denominator, low, high from measures left join claim_mentions m on subject_kind = 'claim' and m.claim_id = subject_id",
    "citations": "select * exclude (nearest), nearest from citations left join citation_gaps using (citation_id)",
    "sources": "from sources",
    "aliases": "select source_id, into_id, why from source_aliases",
    "speakers": "select quote_id, speaker_id from quotes",
}


def tables(
    parts: Sequence[Sequence[int]], gone: Sequence[int] = (), back: Sequence[int] = ()
) -> dict[str, list[tuple[Any, ...]]]:
    """What the archive holds after these parts, each a run of its own, claims by their members.

    Then the articles of `gone` are missed by a run, and those of `back` found again by another.
    """
    warehouse = empty_warehouse()
    with TemporaryDirectory() as folder:
        index = open_index(Path(folder, "index"))
        raw = Path(folder, "raw")
        raw.mkdir()
        held = list[int]()
        for number, part in enumerate([*parts, *([gone] if gone else []), *([back] if back else [])]):
            held = [n for n in held if n not in gone] if number == len(parts) else [*held, *part]
            for path in raw.iterdir():
                path.unlink()
            for n in held:
                (raw / f"{n}.jsonl").write_text(_line(n), encoding="utf-8")
            ingest(warehouse, [raw], home=Path(folder), run_id=str(number))
            extract(warehouse, fingerprint="x", run_id=str(number))
            resolve_sources(warehouse, str(number))
            find_matches(warehouse, index)
            with _before(warehouse, Path(folder, f"{number - 1}.duckdb")) as before:
                trace(warehouse, str(number), index, before)
                check_citations(warehouse, before and {key for _, key in changed_inputs(warehouse, before)})
                judge(warehouse, before)
            warehouse.copy_to(Path(folder, f"{number}.duckdb"))
        index.close()
    check(warehouse)
    found = {name: sorted(warehouse.query(sql), key=repr) for name, sql in MEMBERS.items()}
    warehouse.close()
    return found


@contextmanager
def _before(warehouse: Warehouse, path: Path) -> Iterator[Before | None]:
    """What the part before left; nothing before the first."""
    if not path.exists():
        yield None
        return
    with open_before(warehouse, path) as before:
        yield before


def _line(n: int) -> str:
    publisher, published, text = STORY[n]
    return json.dumps({"id": f"n{n}", "publisher": publisher, "published": published, "text": text})


def differences(one: Mapping[str, list[tuple[Any, ...]]], two: Mapping[str, list[tuple[Any, ...]]]) -> dict[str, Any]:
    """Rows of a table that one alone has."""
    apart = {name: set(map(repr, one[name])) ^ set(map(repr, two[name])) for name in one}
    return {name: rows for name, rows in apart.items() if rows}


@st.composite
def splits(draw: st.DrawFn) -> list[list[int]]:
    """The story in any order, cut into parts anywhere."""
    order = draw(st.permutations(range(len(STORY))))
    cuts = draw(st.sets(st.integers(1, len(STORY) - 1)))
    edges = [0, *sorted(cuts), len(STORY)]
    return [list(order[a:b]) for a, b in pairwise(edges)]


@pytest.fixture(scope="module", autouse=True)
def _however_many_are_touched() -> Iterator[None]:
    """Of so few articles nearly all are touched: what is kept is kept all the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(touched, "MOST", 0)
        yield


@pytest.fixture(scope="module")
def whole(_however_many_are_touched: None) -> dict[str, list[tuple[Any, ...]]]:
    found = tables([range(len(STORY))])
    assert all(found[name] for name in ("matches", "claims", "edges", "links", "findings", "measures"))
    return found


@settings(max_examples=8, deadline=None, derandomize=True)
@given(parts=splits())
def test_parts_in_any_order_end_where_the_whole_does(
    whole: dict[str, list[tuple[Any, ...]]], parts: list[list[int]]
) -> None:
    assert differences(whole, tables(parts)) == {}


@settings(max_examples=4, deadline=None, derandomize=True)
@given(parts=splits(), gone=st.sets(st.integers(0, len(STORY) - 1), min_size=1, max_size=3))
def test_what_is_gone_is_as_if_it_had_never_come(parts: list[list[int]], gone: set[int]) -> None:
    stay = [n for n in range(len(STORY)) if n not in gone]
    assert differences(tables([stay]), tables(parts, gone=sorted(gone))) == {}


@settings(max_examples=2, deadline=None, derandomize=True)
@given(gone=st.permutations(range(len(STORY))))
def test_what_comes_back_is_what_it_was(whole: dict[str, list[tuple[Any, ...]]], gone: list[int]) -> None:
    assert differences(whole, tables([range(len(STORY))], gone=gone[:2], back=gone[:2])) == {}


def test_a_damaged_index_is_made_anew_in_the_same_run(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text("\n".join(map(_line, range(3))), encoding="utf-8")
    job = Job(paths=(path,), warehouse=tmp_path / "w.duckdb", report=None, reviews=tmp_path / "none", outlets=tmp_path)
    first = run_direct(job)
    (tmp_path / ".w.duckdb.index").write_bytes(b"no index")
    path.write_text("\n".join(map(_line, range(5))), encoding="utf-8")
    second = run_direct(job)
    assert second.counts["matches"] > first.counts["matches"] > 0


def test_what_needs_more_memory_than_the_index_takes_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, rooms = tmp_path / "n.jsonl", list[str]()
    path.write_text("\n".join(map(_line, range(3))), encoding="utf-8")

    def crowded(warehouse: Warehouse, index: Index, **told: Any) -> dict[str, int]:
        rooms.append(index.query("select current_setting('memory_limit')")[0][0])
        if len(rooms) < 3:
            raise CrowdedIndexError("too little")
        return find_matches(warehouse, index, **told)

    monkeypatch.setattr("audit.match.find_matches", crowded)
    job = Job(paths=(path,), warehouse=tmp_path / "w.duckdb", report=None, reviews=tmp_path / "none", outlets=tmp_path)
    assert run_direct(job).counts["matches"]
    assert rooms == ["183.1 MiB", "366.2 MiB", "732.4 MiB"]


def test_who_turns_out_to_have_written_for_a_house_is_led_to_all_that_it_printed(tmp_path: Path) -> None:
    words = "The harbour of Orrin is a ruin of rope and timber and wet paper"
    quoted = (
        "Forty boats sank in the flood at Orrin, the Dell Post reported on Monday.\n\n"
        f"The mayor went to bed early and slept until noon.\n\n“{words},” Nora Holm wrote."
    )
    articles = (
        {"publisher": "Dell Post", "published": "2031-03-02", "text": f"Boats lie on the ground. {words}. It rained."},
        {"publisher": "Dell Post", "published": "2031-03-01", "text": "A brass band plays in the square on Sunday."},
        {"publisher": "Dell Post", "published": "2031-02-28", "text": "The new bridge at Vale is open to all carts."},
        {"publisher": "Orrin Echo", "published": "2031-03-03", "text": quoted},
        {"publisher": "Dell Post", "published": "2031-03-03", "text": "A choir sang.", "authors": ["Nora Holm"]},
    )
    lines = [json.dumps({"id": f"n{number}", **told}) for number, told in enumerate(articles)]
    whole, grown = _edges(tmp_path, "whole", lines), _edges(tmp_path, "grown", lines[:-1], lines)
    assert grown == whole
    assert sum(parent is not None for _, parent, _ in whole) == 1


def _edges(folder: Path, name: str, *runs: Sequence[str]) -> list[tuple[Any, ...]]:
    """Where the arrows end after runs over these lines."""
    path, target = folder / "n.jsonl", folder / f"{name}.duckdb"
    for lines in runs:
        path.write_text("\n".join(lines), encoding="utf-8")
        run_direct(Job((path,), warehouse=target, report=None, reviews=folder / "none", outlets=folder))
    warehouse = open_published(target)
    found = warehouse.query("select child_article_id, parent_article_id, parent_source_id from edges order by all")
    warehouse.close()
    return found
