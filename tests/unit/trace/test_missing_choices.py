"""What a credit covers, what is missing, and rows read back: a case on either side of each choice."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from audit.records import Span
from audit.trace import credited_words, direction, parents, recount, whose_text
from audit.trace.edges import covering, steps
from audit.trace.parents import NEAR, CreditedWords, Shelf
from audit.trace.ruled_edges import _former
from audit.trace.texts import read_page
from tests.unit.trace.world import World

TEXT = "Holm told the Post that the mill was sold. It rained for a week."


def world() -> World:
    found = World()
    found.article("a", TEXT)
    return found


def test_a_credit_goes_by_its_own_chains_wherever_they_reach() -> None:
    found = world()
    chain = found.credit("a", "told the Post", ("post", "outlet"), scope="It rained for a week.")
    assert covering(found.said(chain), found.corpus) == [chain]
    assert covering(found.passage("a", "told the Post"), found.corpus) == []


def test_who_only_contributed_told_nothing() -> None:
    found = world()
    found.credit("a", "told the Post", ("post", "outlet"), rule="by")
    assert covering(found.passage("a", "the mill was sold"), found.corpus) == []


@pytest.mark.parametrize(
    ("kinds", "own", "left"),
    [
        (("outlet", "person"), None, ["s1", "s2"]), (("outlet", "person"), "s1", ["s2"]),
        (("platform", "account"), None, ["s2"]), (("platform",), None, []), (("platform", "outlet"), "s2", []),
        (("platform", "platform"), None, []),
    ],
)  # fmt: skip
def test_a_platform_is_no_step(kinds: tuple[str, ...], own: str | None, left: list[str]) -> None:
    found = world()
    chain = found.credit("a", "told the Post", *((f"s{n}", kind) for n, kind in enumerate(kinds, 1)))
    assert [(hop.hop, hop.source_id) for hop in steps(chain, own)] == list(enumerate(left, 1))


@pytest.mark.parametrize(
    ("shares", "state", "candidate"),
    [
        ((NEAR,), "candidate", "a"), ((NEAR - 0.01,), "words_not_found", None), ((None,), "words_not_found", None), ((), "words_not_found", None),
        ((0.3, 0.5), "candidate", "b"), ((0.5, 0.3), "candidate", "a"), ((None, 0.3), "candidate", "b"), ((0.3, 0.3), "candidate", "b"),
    ],
)  # fmt: skip
def test_the_held_article_that_comes_nearest_is_a_candidate(
    shares: tuple[float | None, ...], state: str, candidate: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = World()
    likely = [found.article(key) for key in "ab"[: len(shares)]]
    by_article = dict(zip("ab", shares, strict=False))
    monkeypatch.setattr(Shelf, "_nearness", lambda _, one, words: by_article[one.article_id])
    choice = found.shelf._missing(None, likely)  # type: ignore[arg-type]
    assert (choice.parent, choice.state, choice.candidate) == (None, state, candidate)


# Whose page it is


def test_a_page_that_says_whose_text_it_is_credits_that_house_for_all_of_it() -> None:
    found = World()
    found.article("a", TEXT, originator_id="wire")
    (chain,) = whose_text.with_originators(found.corpus)["a"]
    assert (chain.scope, [hop.source_id for hop in chain.hops]) == (Span(0, len(TEXT)), ["wire"])
    assert (chain.hops[0].span, chain.hops[0].hop, chain.hops[0].rule) == (Span(0, 0), 1, "source_line")


def test_a_house_that_the_text_credits_itself_is_not_credited_twice() -> None:
    found = World()
    found.article("a", TEXT, originator_id="wire")
    said = found.credit("a", "told the Post", ("wire", "agency"))
    assert whose_text.with_originators(found.corpus)["a"] == [said]
    found.article("b", TEXT)
    assert "b" not in whose_text.with_originators(found.corpus)


# Rows read back


EDGE: dict[str, Any] = {
    "edge_id": "e", "claim_id": "c", "child_article_id": "a", "parent_article_id": None, "parent_source_id": "s", "relation": "relays",
    "basis": "stated", "confidence": 1.0, "hop": 2, "via_source_id": "v", "candidate_article_id": "k", "state": "candidate",
    "evidence": json.dumps([{"article_id": "a", "start": 3, "end": 9}]),
}  # fmt: skip


def test_an_arrow_read_back_is_the_arrow() -> None:
    edge = recount._edge(EDGE)
    assert (edge.hop, edge.via, edge.candidate, edge.state) == (2, "v", "k", "candidate")
    assert [(place.article_id, place.start, place.end) for place in edge.evidence] == [("a", 3, 9)]
    bare = recount._edge({**EDGE, "hop": None, "evidence": None})
    assert (bare.hop, bare.evidence) == (1, ())


def test_a_mention_read_back_has_its_sentence_where_there_is_one() -> None:
    row = ("assertion", "a label", "figure", "f", "a", 1, 3, 9, "s", "g", 0, 20)
    assert recount._mention(row).sentence == Span(0, 20)
    assert recount._mention((*row[:-2], None, None)).sentence is None
    assert recount._mention(row).span == Span(3, 9)


def test_an_arrow_had_the_id_of_each_mention_of_its_child() -> None:
    found = world()
    found.article("b", "The mill was sold. The mill was sold.", 2)
    one, two = found.passage("b", "The mill"), replace(found.passage("b", "The mill"), mention_id="p2")
    claim = found.claim(found.passage("a", "the mill was sold"), one, two)
    edge = replace(recount._edge(EDGE), child="b", parent_article="a", edge_id="now")
    former = _former([claim], {claim.claim_id: [edge]})
    assert set(former.values()) == {"now"}
    assert len(former) == 2


# Runs of credited words


@pytest.mark.parametrize(
    ("length", "weight", "whole", "covered", "enough"),
    [
        (12, 0.0, 90.0, None, True), (11, 0.0, 90.0, None, False),  # so many words in a row are no title
        (6, 10.0, 90.0, None, True), (6, 9.9, 90.0, None, False),  # rare words
        (6, 3.0, 9.0, None, True), (6, 2.9, 9.0, None, False),  # a third of what is credited
        (6, 0.0, 9.0, 0.51, True), (6, 0.0, 9.0, 0.5, False),  # much else stands beside it
    ],
)  # fmt: skip
def test_a_run_of_credited_words_says_enough(
    length: int, weight: float, whole: float, covered: float | None, enough: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = credited_words.read_credited(TEXT, [Span(0, len(TEXT))])
    said.__dict__["weight"] = whole
    monkeypatch.setattr(credited_words, "weigh", lambda _: weight)
    window = None if covered is None else (covered, Span(0, 9))
    assert credited_words._is_enough((length, Span(0, 9), Span(0, 9)), said, window) == enough


@pytest.mark.parametrize(
    ("number", "place", "has"),
    [("40", "Some 40 boats sank.", True), ("40", "Some 41 boats sank.", False), ("40", "Some 400 boats sank.", False), ("forty", "Some forty boats sank.", True),
     ("forty", "Some four boats sank.", False), ("40 boats", "40 ships sank.", True), ("forty boats", "forty ships sank.", False), (None, "No boats sank.", True)],
)  # fmt: skip
def test_a_place_has_the_number_that_is_credited(number: str | None, place: str, has: bool) -> None:
    text = f"It lost {number}."
    figure = None if number is None else Span(8, 8 + len(number))
    said = credited_words.read_credited(text, [Span(0, len(text))], figure=figure)
    assert credited_words._has_number(said, Span(0, len(place)), read_page(place, None, "en")) == has


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("Holm said the mill was sold to nobody in the end, “a sad day”, on the quay of Orv.", True),
        ("Holm said the mill was sold to nobody in the end, on the quay of Orv.", False),  # not his words
        ("It was “a sad day”.", False),  # his words alone are few
    ],
)
def test_a_few_quoted_words_need_their_sentence_too(page: str, found: bool) -> None:
    text = "Holm said the mill was sold to nobody in the end, “a sad day”, on the quay of Orv."
    at = text.index("a sad day")
    clause = credited_words.read_credited(text, [Span(0, len(text))])
    words = CreditedWords(clause, credited_words.read_credited(text, [Span(at, at + 9)], quoted=True), is_quote=True)
    assert bool(words.found_in(read_page(page, None, "en"))) == found


def test_without_dates_either_of_two_may_be_the_copy() -> None:
    found = World()
    one, two = found.article("a", TEXT), found.article("b", TEXT)
    for a, b in ((replace(one, published_at=None), two), (one, replace(two, published_at=None))):
        weighed = direction.weigh(a, b, 60, one_credit=False)
        assert weighed.p_ab == weighed.p_ba > 0


@pytest.mark.parametrize(
    ("strength", "place", "retold", "figure", "quote", "lasts"),
    [
        (0.6, Span(0, 9), True, False, None, parents.DAY), (0.6, Span(0, 9), True, True, None, parents.FRESH),
        (11.5, Span(0, 9), False, False, None, parents.FRESH),  # a short run of half of the words
        (11.51, Span(0, 9), False, False, None, parents.AGE), (12.0, Span(0, 9), False, False, None, parents.AGE),
        (6.0, None, False, False, None, parents.AGE),  # in the headline
        (6.0, Span(0, 9), False, False, Span(0, 40), parents.AGE), (6.0, Span(0, 9), False, False, Span(9, 40), parents.FRESH),
    ],
)  # fmt: skip
def test_how_old_an_article_may_be_that_is_credited_without_a_day(
    strength: float, place: Span | None, retold: bool, figure: bool, quote: Span | None, lasts: object
) -> None:
    clause = credited_words.read_credited(TEXT, [Span(0, len(TEXT))], figure=Span(0, 4) if figure else None)
    words = CreditedWords(clause, credited_words.read_credited(TEXT, [quote], quoted=True) if quote else None)
    assert parents._lasts(credited_words.Carried(Span(0, 8), place, strength, retold), words) == lasts


@pytest.mark.parametrize("articles", ["ab", "a"])
def test_a_recount_counts_articles(articles: str) -> None:
    found = World()
    for key in articles:
        found.article(key, TEXT)
    claim = found.claim(*(found.passage(key, "the mill") for key in articles))
    assert recount.Recount(claim, (), found.corpus).articles == len(articles)


@pytest.mark.parametrize(
    ("kind", "name", "left"),
    [
        ("document", "the report", 0), ("document", "a report", 1), ("document", "the police report", 1),
        ("document", "the Norwick report", 1), ("organisation", "the agency", 1),
    ],
)  # fmt: skip
def test_a_document_that_is_not_told_which_it_is_leads_nowhere(kind: str, name: str, left: int) -> None:
    found = world()
    chain = found.credit("a", "told the Post", ("s1", kind))
    told = replace(chain, hops=tuple(replace(hop, name=name) for hop in chain.hops))
    assert len(steps(told, None)) == left
