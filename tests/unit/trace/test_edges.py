"""Edges: on what an arrow stands, where it ends, and where none is drawn."""

from __future__ import annotations

from datetime import datetime, timedelta

from audit.records import Span
from audit.trace.claims import find_claims
from audit.trace.edges import Corpus, inferred_edges, stated_edges
from audit.trace.graph import claim_origins
from audit.trace.origins import Node
from audit.trace.records import Chain, Claim, Held, Hop, Mention, Pair

NOON = datetime(2026, 3, 2, 12)


def article(key: str, hours: float = 0, *, modified: float | None = None) -> Held:
    touched = NOON + timedelta(hours=modified) if modified is not None else None
    return Held(key, 1, f"P{key}", NOON + timedelta(hours=hours), "time", None, touched, 300)


def figure(key: str, source: str | None = None) -> Mention:
    return Mention("figure", f"f{key}", key, 1, Span(10, 13), source, "nearly 200 boats", f"f{key}")


def quote(key: str) -> Mention:
    return Mention("quote", f"q{key}", key, 1, Span(10, 40), "holm", "We knew", f"q{key}")


def chain(key: str, *hops: tuple[str, str]) -> Chain:
    found = (Hop(f"c{key}{i}", s, kind, "relays", Span(20, 30), i) for i, (s, kind) in enumerate(hops, 1))
    return Chain(key, Span(0, 60), tuple(found))


def corpus(held: list[Held], chains: list[Chain] = (), links: dict = {}, shared: dict = {}) -> Corpus:  # noqa: B006
    by_article: dict[str, list[Chain]] = {}
    for one in chains:
        by_article.setdefault(one.article_id, []).append(one)
    publishers = {f"P{h.article_id}": [h.article_id] for h in held}
    kinds = dict.fromkeys(publishers, "outlet")
    return Corpus({h.article_id: h for h in held}, by_article, links, shared, set(shared), kinds, publishers)


def claim(corp: Corpus, *mentions: Mention) -> Claim:
    first = mentions[0]
    pairs = [Pair(first.kind, "equal", first.mention_id, m.mention_id, "", "", 1, True) for m in mentions]
    (found,) = find_claims(mentions, pairs, [], corp.held)
    return found


def arrows(corp: Corpus, found: Claim) -> set[tuple[str, str | None]]:
    return {(e.child, e.parent_article or e.parent_source) for e in stated_edges(found, corp)}


def test_a_credit_to_a_held_outlet_ends_at_its_article() -> None:
    corp = corpus([article("a"), article("b", 2)], [chain("b", ("Pa", "outlet"))])
    assert arrows(corp, claim(corp, figure("a"), figure("b"))) == {("b", "a")}


def test_a_credit_to_an_outlet_that_is_not_held_ends_at_a_missing_source() -> None:
    corp = corpus(
        [article("a"), article("b", 2)], [chain("a", ("gazette", "outlet")), chain("b", ("gazette", "outlet"))]
    )
    found = claim(corp, figure("a"), figure("b"))
    assert arrows(corp, found) == {("a", "gazette"), ("b", "gazette")}
    assert claim_origins(found, stated_edges(found, corp), corp) == [Node("source", "gazette")]


def test_a_later_article_is_no_parent() -> None:
    corp = corpus([article("a"), article("b", 2)], [chain("a", ("Pb", "outlet"))])
    assert arrows(corp, claim(corp, figure("a"), figure("b"))) == {("a", "Pb")}


def test_a_page_that_was_changed_later_may_credit_what_came_between() -> None:
    corp = corpus([article("a", modified=5), article("b", 2)], [chain("a", ("Pb", "outlet"))])
    assert arrows(corp, claim(corp, figure("a"), figure("b"))) == {("a", "b")}


def test_the_speaker_of_a_quote_is_never_a_parent() -> None:
    corp = corpus(
        [article("a"), article("b", 2)], [chain("b", ("holm", "person")), chain("a", ("board", "organisation"))]
    )
    assert arrows(corp, claim(corp, quote("a"), quote("b"))) == set()


def test_what_an_outlet_credits_to_itself_is_no_arrow() -> None:
    corp = corpus([article("a"), article("b", 2)], [chain("a", ("Pa", "outlet"))])
    assert arrows(corp, claim(corp, figure("a"), figure("b"))) == set()


def test_a_link_says_which_article_is_meant() -> None:
    held = [article("a"), article("b", 2), article("c", 1)]
    corp = corpus(held, [chain("b", ("Pa", "outlet"))], {"b": [(Span(22, 28), "a")]})
    assert arrows(corp, claim(corp, figure("c"), figure("b"))) == {("b", "a")}


def test_the_furthest_source_of_a_path_is_the_origin() -> None:
    corp = corpus([article("a")], [chain("a", ("times", "outlet"), ("official", "anonymous"))])
    found = claim(corp, figure("a"))
    assert claim_origins(found, stated_edges(found, corp), corp) == [Node("source", "official")]


def test_two_articles_with_a_source_of_their_own_are_two_origins() -> None:
    corp = corpus([article("a"), article("b")])
    found = claim(corp, figure("a", "board"), figure("b", "navy"))
    assert claim_origins(found, [], corp) == [Node("source", "board"), Node("source", "navy")]


def passage(key: str) -> Mention:
    return Mention("passage", f"p{key}", key, 1, Span(0, 300), None, "The boats left at dawn", f"p{key}")


def test_shared_words_draw_a_dotted_arrow_to_the_earlier() -> None:
    corp = corpus([article("a"), article("b", 3)], shared={frozenset("ab"): 80})
    edges, weighed = inferred_edges(claim(corp, passage("a"), passage("b")), [], corp)
    assert [(e.child, e.parent_article, e.basis) for e in edges] == [("b", "a", "inferred")]
    assert len(weighed) == 1


def test_shared_quotes_draw_none() -> None:
    corp = corpus([article("a"), article("b", 3)], shared={frozenset("ab"): 80})
    assert inferred_edges(claim(corp, quote("a"), quote("b")), [], corp) == ([], [])


def test_a_credited_passage_needs_no_inference() -> None:
    corp = corpus([article("a"), article("b", 3)], [chain("b", ("Pa", "outlet"))], shared={frozenset("ab"): 80})
    found = claim(corp, passage("a"), passage("b"))
    stated = stated_edges(found, corp)
    assert [(e.child, e.parent_article, e.basis) for e in stated] == [("b", "a", "stated")]
    assert inferred_edges(found, stated, corp)[0] == []


def test_an_edge_keeps_its_id_when_an_earlier_mention_joins_the_claim() -> None:
    held = [article("a"), article("b", 2), article("z", -5)]
    corp = corpus(held, [chain("b", ("Pa", "outlet"))])
    before = stated_edges(claim(corp, figure("a"), figure("b")), corp)
    after = stated_edges(claim(corp, figure("a"), figure("b"), figure("z")), corp)
    assert [e.edge_id for e in before] == [e.edge_id for e in after]


def test_two_that_only_conflict_are_two_claims() -> None:
    corp = corpus([article("a"), article("b")])
    mentions = [figure("a", "board"), figure("b", "navy")]
    pairs = [Pair("figure", "conflict", "fa", "fb", "a", "b", 1, False)]
    assert [len(c.mentions) for c in find_claims(mentions, pairs, [], corp.held)] == [1, 1]


def test_a_figure_that_an_outlet_asserts_comes_from_there() -> None:
    corp = corpus([article("a"), article("b", 2)])
    assert arrows(corp, claim(corp, figure("a"), figure("b", "Pa"))) == {("b", "a")}
