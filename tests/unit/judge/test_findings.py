"""Findings and measures over a small warehouse of one invented story."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from audit.judge import judge
from audit.judge.findings import MARK, _bare
from audit.judge.library import LONGEST
from audit.lexicon import load_rules
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

HERALD = "Nearly 200 boats sank, the Gazette reported. “We knew of it long before the first boats had sunk,” Ada Holm said. Eighteen crews fled. Eighteen crews fled."
POST = "Over 200 boats sank, according to the Gazette. “We knew of it long before the first boats had sunk,” Ivo Lund said."
WORDS = "We knew of it long before the first boats had sunk"
FAULT = re.compile(
    r"\b(copied|invented|distorted|stole|plagiari|laundered|lied|fake|false|true|reliable|unreliable)\w*\b", re.I
)


def span(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    return start, start + len(words)


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    found = empty_warehouse()
    _fill(found)
    yield found
    found.close()


def _fill(w: Warehouse) -> None:
    texts = {"herald": HERALD, "post": POST}
    for day, (key, text) in enumerate(texts.items(), 2):
        at = datetime(2026, 3, day, 9)
        w.insert("articles", [(key, 1, True, f"c-{key}", None, None, f"s-{key}", None, key.title(), None, at, "time", None,
                               None, "stated", None, "en", "news", text, key)])  # fmt: skip
        w.insert("sources", [(f"s-{key}", f"The {key.title()}", "outlet", None, None, True)])
        w.insert("sentences", [(key, 1, n, 0, *found.span()) for n, found in enumerate(re.finditer(r"[^.]+\.", text))])
    w.insert("sources", [("gazette", "The Gazette", "outlet", None, None, False), ("holm", "Ada Holm", "person", None, None, False),
                         ("lund", "Ivo Lund", "person", None, None, False), ("official", "an official", "anonymous", None, None, False)])  # fmt: skip
    w.insert("figures", [
        ("f-h", "herald", 1, *span(HERALD, "200"), "200", 200.0, 200.0, "~", "nearly", None, "boats", "sank", "done", "gazette"),
        ("f-p", "post", 1, *span(POST, "200"), "200", 200.0, 200.0, ">", "over", None, "boats", "sank", "done", "gazette"),
        ("f-1", "herald", 1, *span(HERALD, "Eighteen"), "Eighteen", 18.0, 18.0, "=", None, None, "crews", "fled", "done", None),
        ("f-2", "herald", 1, *span(HERALD, "Eighteen", 1), "Eighteen", 18.0, 18.0, "=", None, None, "crews", "fled", "done", None),
    ])  # fmt: skip
    for key, text, speaker, name in (("herald", HERALD, "holm", "Ada Holm"), ("post", POST, "lund", "Ivo Lund")):
        w.insert(
            "quotes",
            [
                (
                    f"q-{key}",
                    f"u-{key}",
                    key,
                    1,
                    "direct",
                    *span(text, WORDS),
                    WORDS,
                    speaker,
                    *span(text, name),
                    "said",
                    "G0",
                    "r",
                    1,
                )
            ],
        )
        w.insert(
            "credits",
            [
                (
                    f"k-{key}",
                    key,
                    1,
                    *span(text, "Gazette"),
                    "gazette",
                    "relays",
                    1,
                    f"h-{key}",
                    0,
                    text.index(".") + 1,
                    "r",
                )
            ],
        )
    w.insert("matches", [
        _match("figure", "hedge_flipped", "herald", span(HERALD, "200"), "post", span(POST, "200"), "f-h", "f-p"),
        _match("figure", "equal", "herald", span(HERALD, "Eighteen"), "herald", span(HERALD, "Eighteen", 1), "f-1", "f-2"),
        _match("quote", "misattributed", "herald", span(HERALD, WORDS), "post", span(POST, WORDS), "q-herald", "q-post"),
    ])  # fmt: skip
    from audit.trace import trace

    trace(w)


def _match(
    kind: str, relation: str, a: str, a_span: tuple[int, int], b: str, b_span: tuple[int, int], *ids: str
) -> tuple[Any, ...]:
    detail = json.dumps({"relations": [relation], "why": "the sets share no value", "a_id": ids[0], "b_id": ids[1]})
    return ("m-" + ids[1], kind, relation, a, *a_span, b, *b_span, 1.0, detail)


def kinds(w: Warehouse) -> dict[str, str]:
    return dict(w.query("select kind, summary from findings"))


def test_what_is_to_be_looked_at(warehouse: Warehouse) -> None:
    judge(warehouse)
    assert set(kinds(warehouse)) == {
        "figure_conflict",
        "misattributed_quote",
        "missing_origin",  # which says of the one origin that it is not held: no single_origin beside it
        "self_repetition",
    }


def test_a_conflict_names_both_sentences_and_their_common_source(warehouse: Warehouse) -> None:
    judge(warehouse)
    said = kinds(warehouse)["figure_conflict"]
    assert "Nearly 200 boats sank, the Gazette reported” stands" in said
    assert "Over 200 boats sank, according to the Gazette” (" in said
    assert "both from The Gazette" in said


def test_a_line_is_cut_behind_its_longest() -> None:
    longest = "a" * 2 * LONGEST
    assert [_bare(longest), _bare(longest + "a")] == [longest, longest + "…"]


def test_two_articles_one_origin(warehouse: Warehouse) -> None:
    judge(warehouse)
    assert "is not held: 2 articles credit The Gazette" in kinds(warehouse)["missing_origin"]
    assert warehouse.query("select low, high, articles from claims_told where label like 'Over 200 boats sank%'") == [
        (1, 1, 2)
    ]


def test_every_sentence_says_that_nobody_ruled_on_it(warehouse: Warehouse) -> None:
    judge(warehouse)
    assert all(MARK in summary for summary in kinds(warehouse).values())


def test_a_rejected_finding_is_gone_and_an_accepted_one_says_reviewed(warehouse: Warehouse) -> None:
    judge(warehouse)
    ids = dict(warehouse.query("select kind, finding_id from findings"))
    rulings = [
        ("d1", "finding", ids["figure_conflict"], "rejected", "r", None, None),
        ("d2", "finding", ids["missing_origin"], "accepted", "r", None, None),
    ]
    warehouse.insert("decisions", rulings)
    judge(warehouse)
    assert "figure_conflict" not in kinds(warehouse)
    assert kinds(warehouse)["missing_origin"].endswith("(reviewed)")


def test_independence_counts_its_evidence(warehouse: Warehouse) -> None:
    judge(warehouse)
    rows = warehouse.query("select subject_id, high from measures where measure = 'independence' order by 1")
    assert rows == warehouse.query("select subject_id, count(*) from independence_evidence group by 1 order by 1") != []


def test_figures_sourced(warehouse: Warehouse) -> None:
    judge(warehouse)
    rows = warehouse.query(
        "select subject_id, numerator, denominator from measures where measure = 'figures_sourced' order by 1"
    )
    assert rows == [("all", 2, 4), ("herald", 1, 3), ("post", 1, 1)]


@pytest.mark.parametrize("kind", load_rules("findings"))
def test_no_sentence_finds_fault_with_anybody(kind: str) -> None:
    rule = load_rules("findings")[kind]
    assert not FAULT.search(rule["sentence"])
    assert not FAULT.search(rule["example"])
    assert not re.match(r"\{(first|second|source|other|origins)\}", rule["sentence"])


@pytest.mark.parametrize("kind", load_rules("findings"))
def test_every_kind_has_a_query_that_says_what_a_row_is(kind: str) -> None:
    query = (files("audit.judge") / "kinds" / f"{kind}.sql").read_text()
    assert query.startswith("-- One row ")
