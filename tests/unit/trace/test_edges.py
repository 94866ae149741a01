"""Edges: on what an arrow stands, where it ends, and where none is drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.records import Span
from audit.trace import edges
from audit.trace.claims import find_claims
from audit.trace.edges import covering, stated_edges, with_known_parents
from audit.trace.graph import claim_origins
from audit.trace.origins import Node
from audit.trace.records import Claim, Pair, Place
from tests.unit.trace.world import World

COUNTED = "Wardens counted 31 dead seals on the grey shore"


def two(parent_hours: float = -3) -> World:
    found = World()
    found.article("a", f"{COUNTED}, Holm said.", parent_hours)
    found.article("b", f"{COUNTED}, according to the Post.")
    return found


def both(found: World) -> Claim:
    return found.claim(found.figure("a", "31"), found.figure("b", "31"))


def arrows(found: World, claim: Claim) -> set[tuple[str, str | None]]:
    return {(e.child, e.parent_article or e.parent_source) for e in stated_edges(claim, found.corpus)}


def test_a_credit_to_a_held_outlet_ends_at_the_article_that_has_the_words() -> None:
    found = two()
    found.credit("b", "according to the Post", ("Pa", "outlet"))
    (edge,) = stated_edges(both(found), found.corpus)
    assert (edge.child, edge.parent_article, edge.parent_source, edge.basis) == ("b", "a", None, "stated")
    assert (edge.hop, edge.via, edge.state, edge.candidate) == (1, None, None, None)
    assert edge.evidence[0] == Place("b", *found.find("b", "according to the Post"))
    assert [place.article_id for place in edge.evidence] == ["b", "b", "a"]
    assert Span(*_ends(edge.evidence[1])).holds(found.find("b", COUNTED))


def _ends(place: Place) -> tuple[int, int]:
    return place.start, place.end


def test_the_evidence_of_a_figure_holds_it_on_both_sides() -> None:
    found = World()
    found.article("a", "Storms broke the old harbour wall at night. It rained. Of the seals 31 died, Holm said.", -3)
    found.article("b", "After storms broke the old harbour wall at night 31 seals died, according to the Post.")
    found.credit("b", "according to the Post", ("Pa", "outlet"))
    (edge,) = stated_edges(both(found), found.corpus)
    own, there = (Span(*_ends(place)) for place in edge.evidence[1:])
    assert own.holds(found.find("b", "31"))
    assert there == found.find("a", "Of the seals 31 died, Holm said.")


def test_the_words_of_a_claim_are_evidence_before_what_stands_around_them() -> None:
    found = two()
    found.credit("b", "according to the Post", ("gazette", "outlet"))
    claim = found.claim(found.figure("a", "31"), found.figure("b", "31"), found.passage("b", "Wardens counted"))
    (edge,) = [e for e in stated_edges(claim, found.corpus) if e.child == "b"]
    assert Span(*_ends(edge.evidence[1])).holds(found.find("b", "31"))


def test_a_credit_to_an_outlet_that_is_not_held_ends_at_a_missing_source() -> None:
    found = two()
    found.credit("b", "according to the Post", ("gazette", "outlet"))
    found.credit("a", "Holm said", ("gazette", "outlet"))
    claim = both(found)
    edges = stated_edges(claim, found.corpus)
    assert {(e.child, e.parent_source, e.state) for e in edges} == {
        ("a", "gazette", "not_in_collection"),
        ("b", "gazette", "not_in_collection"),
    }
    assert claim_origins(claim, edges, found.corpus) == [Node("source", "gazette")]


def test_the_speaker_of_a_quote_is_never_a_parent() -> None:
    found = two()
    found.credit("b", "according to the Post", ("holm", "person"))
    found.credit("a", "Holm said", ("board", "organisation"))
    claim = found.claim(found.quote("a", COUNTED), found.quote("b", COUNTED))
    assert arrows(found, claim) == set()


def test_a_body_may_be_the_parent_of_a_figure_and_a_person_not() -> None:
    found = two()
    found.credit("b", "according to the Post", ("holm", "person"))
    found.credit("a", "Holm said", ("board", "organisation"))
    assert arrows(found, both(found)) == {("a", "board")}


def test_what_an_outlet_credits_to_itself_is_no_arrow() -> None:
    found = two()
    found.credit("b", "according to the Post", ("Pb", "outlet"))
    assert arrows(found, both(found)) == set()


def test_a_chain_of_three_is_three_edges() -> None:
    found = two()
    found.credit("b", "according to the Post", ("x", "outlet"), ("y", "outlet"), ("z", "outlet"))
    edges = stated_edges(both(found), found.corpus)
    assert [(e.child, e.parent_source, e.hop, e.via) for e in edges] == [
        ("b", "x", 1, None),
        ("b", "y", 2, "x"),
        ("b", "z", 3, "y"),
    ]


def test_a_chain_ends_where_a_speaker_stands() -> None:
    found = two()
    found.credit("b", "according to the Post", ("x", "outlet"), ("holm", "person"), ("z", "outlet"))
    assert arrows(found, both(found)) == {("b", "x")}


def test_behind_a_held_article_the_further_hops_are_sources() -> None:
    found = two()
    found.article("c", f"{COUNTED}.", -5)
    found.credit("b", "according to the Post", ("Pa", "outlet"), ("Pc", "outlet"))
    edges = stated_edges(both(found), found.corpus)
    told = [(e.parent_article, e.parent_source, e.candidate, e.state) for e in edges]
    assert told == [("a", None, None, None), (None, "Pc", "c", "candidate")]
    assert claim_origins(both(found), edges, found.corpus) == [Node("article", "a")]


def test_a_further_hop_that_is_held_is_reached_where_the_nearer_is_not() -> None:
    found = two()
    found.credit("b", "according to the Post", ("x", "outlet"), ("Pa", "outlet"))
    edges = stated_edges(both(found), found.corpus)
    assert [(e.parent_article, e.parent_source, e.via) for e in edges] == [(None, "x", None), ("a", None, "x")]


def test_a_platform_is_no_parent() -> None:
    found = two()
    found.credit("b", "according to the Post", ("X", "platform"), ("@holm", "account"))
    assert arrows(found, both(found)) == {("b", "@holm")}
    alone = two()
    alone.credit("b", "according to the Post", ("X", "platform"))
    assert arrows(alone, both(alone)) == set()


def test_a_post_that_is_held_is_one() -> None:
    found = two()
    found.credit("b", "according to the Post", ("Pa", "platform"))
    assert arrows(found, both(found)) == {("b", "a")}
    signed = two()
    signed.credit("b", "according to the Post", ("Pa", "platform"), ("@holm", "account"))
    assert arrows(signed, both(signed)) == {("b", "@holm"), ("b", "a")}


def test_a_credit_covers_what_at_least_half_lies_in_its_scope() -> None:
    found = two()
    found.credit("b", "according to the Post", ("x", "outlet"), scope="dead seals on the grey shore, according")
    quote = found.quote("b", "31 dead seals on")
    assert [c.scope for c in covering(quote, found.corpus)] == [found.chains["b"][0].scope]
    assert covering(found.quote("b", "counted 31 dead"), found.corpus) == []
    assert covering(found.quote("b", "Wardens"), found.corpus) == []


def test_a_figure_after_a_credit_in_which_nobody_speaks_is_the_articles_own() -> None:
    found = World()
    found.article("a", "Holm told the Post that ferries stay. The quay holds 60 boats. Holm said that 80 were many.")
    chain = found.credit("a", "told the Post", ("Pq", "outlet"))
    assert covering(found.figure("a", "60"), found.corpus) == []
    assert covering(found.figure("a", "80", "holm"), found.corpus) == [chain]
    found.article("c", "Holm told the Post that ferries stay. “The quay holds us”, two of them said.")
    chain, _ = found.credit("c", "told the Post", ("Pq", "outlet")), found.quote("c", "The quay holds us")
    two_of_them = replace(found.figure("c", "two"), sentence=found.find("c", "“The quay holds us”, two of them said."))
    assert covering(two_of_them, found.corpus) == [chain]
    found.article("b", "From the Post: The quay holds 60 boats.")
    assert covering(found.figure("b", "60"), found.corpus) == []
    shown = found.credit("b", "From the Post", ("Pq", "outlet"), rule="source_line")
    assert covering(found.figure("b", "60"), found.corpus) == [shown]


def test_what_was_reportedly_so_is_had_from_the_outlet_that_is_named_for_it() -> None:
    found = World()
    found.article("a", "Holm told the Post so. The plan reportedly has the support of 500 sailors.")
    rest = "The plan reportedly has the support of 500 sailors."
    nameless = found.credit("a", "reportedly", ("R", "vague"), scope=rest, rule="reportedly")
    figure = found.figure("a", "500")
    assert covering(figure, found.corpus) == [nameless]
    named = found.credit("a", "told the Post", ("Pq", "outlet"))
    assert covering(figure, found.corpus) == [named]


def test_who_contributed_is_no_source() -> None:
    found = two()
    found.credit("b", "according to the Post", ("x", "outlet"), rule="by")
    assert arrows(found, both(found)) == set()


def test_a_link_is_a_basis_of_its_own() -> None:
    found = two()
    found.credit("b", "according to the Post", ("x", "outlet"), rule="link")
    assert [e.basis for e in stated_edges(both(found), found.corpus)] == ["linked"]


def test_a_source_is_not_missing_where_another_arrow_reaches_its_article() -> None:
    found = two()
    found.credit("b", "according to the Post", ("Pa", "outlet"))
    found.texts["b"] = (f"{found.texts['b'][0]} It has 31 teeth, he told it.", "", "en")
    found.credit("b", "he told it", ("Pa", "outlet"), scope="It has 31 teeth, he told it.")
    later = found.figure("b", "31 teeth")
    claim = found.claim(found.figure("a", "31"), found.figure("b", "31"), later)
    assert arrows(found, claim) == {("b", "a")}


def test_the_furthest_source_of_a_path_is_the_origin() -> None:
    found = two()
    found.credit("a", "Holm said", ("times", "outlet"), ("official", "anonymous"))
    claim = found.claim(found.figure("a", "31"))
    assert claim_origins(claim, stated_edges(claim, found.corpus), found.corpus) == [Node("source", "official")]


def test_two_articles_with_a_source_of_their_own_are_two_origins() -> None:
    found = two()
    claim = found.claim(found.figure("a", "31", "board"), found.figure("b", "31", "navy"))
    assert claim_origins(claim, [], found.corpus) == [Node("source", "board"), Node("source", "navy")]


def test_a_rejected_arrow_takes_the_rest_of_its_chain_along() -> None:
    found = two()
    found.credit("a", "Holm said", ("times", "outlet"), ("official", "anonymous"))
    claim = found.claim(found.figure("a", "31"))
    edges = stated_edges(claim, found.corpus)
    rejected = frozenset(edge.edge_id for edge in edges)
    assert claim_origins(claim, edges, found.corpus, rejected) == [Node("article", "a")]


def test_a_publisher_that_carries_the_claim_is_its_article() -> None:
    found = two(parent_hours=30)
    found.credit("b", "according to the Post", ("Pa", "outlet"))
    claim = both(found)
    edges = stated_edges(claim, found.corpus)
    assert [(e.parent_source, e.candidate) for e in edges] == [("Pa", None)]
    assert claim_origins(claim, edges, found.corpus) == [Node("article", "a")]


def test_an_edge_keeps_its_id_when_an_earlier_mention_joins_the_claim() -> None:
    found = two()
    found.credit("b", "according to the Post", ("Pa", "outlet"))
    before = stated_edges(both(found), found.corpus)
    found.article("z", f"{COUNTED}.", -50)
    claim = found.claim(found.figure("a", "31"), found.figure("b", "31"), found.figure("z", "31"))
    assert [e.edge_id for e in before] == [e.edge_id for e in stated_edges(claim, found.corpus)]


def test_two_that_only_conflict_are_two_claims() -> None:
    found = two()
    mentions = [found.figure("a", "31", "board"), found.figure("b", "31", "navy")]
    pairs = [Pair("figure", "conflict", mentions[0].mention_id, mentions[1].mention_id, "a", "b", 1, False)]
    assert [len(c.mentions) for c in find_claims(mentions, pairs, [], found.held)] == [1, 1]


def test_a_mention_looks_at_the_credits_beside_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article of a hundred credited sentences: each figure asks its own, not all."""
    world, asked = World(), list[Span]()
    sentences = [f"Holm Post reported that {n} boats sank off pier {n}." for n in range(100, 200)]
    world.article("a", " ".join(sentences))
    for sentence in sentences:
        world.credit("a", sentence[:27], ("Pb", "outlet"), scope=sentence)
    corpus, covers = world.corpus, edges._covers

    def counting(scope: Span, words: Span) -> bool:
        asked.append(scope)
        return covers(scope, words)

    monkeypatch.setattr(edges, "_covers", counting)
    for number in range(100, 200):
        figure = world.figure("a", f"{number} boats")
        assert [chain.scope for chain in edges.covering(figure, corpus)] == [world.find("a", sentences[number - 100])]
    assert len(asked) == 100


def test_a_report_whose_article_carries_other_credited_words_is_none_that_is_missing() -> None:
    found = World()
    found.article("a", "The council sold the old mill to brewers at night.", -2)
    carried, other = "the council sold the old mill to brewers", "weavers, smiths, millers and tanners fled Orrin"
    found.article("b", f"The Post reported that {carried}. It rained. The Post reported {other}.")
    found.credit("b", "The Post reported", ("Pa", "outlet"), scope=f"that {carried}", rule="reported")
    found.credit("b", "The Post reported", ("Pa", "outlet"), scope=other, rule="reported")
    claims = [found.claim(found.passage("b", carried)), found.claim(found.passage("b", other))]
    told = {claim.claim_id: stated_edges(claim, found.corpus) for claim in claims}
    assert [[e.parent_article for e in told[c.claim_id]] for c in claims] == [["a"], [None]]
    near = {key: [replace(e, candidate=e.candidate or "a") for e in edges] for key, edges in told.items()}
    beside = {k: [replace(e, evidence=(Place("b", 0, 17), Place("b", 20, 40))) for e in v] for k, v in near.items()}
    led = with_known_parents(beside, claims, found.corpus)
    assert [[(e.parent_article, e.candidate) for e in led[c.claim_id]] for c in claims] == [
        [("a", None)],
        [("a", None)],
    ]
    far = {k: [replace(e, evidence=(Place("b", 0, 17), Place("b", 200, 240))) for e in v] for k, v in near.items()}
    assert [e.parent_article for e in with_known_parents(far, claims, found.corpus)[claims[1].claim_id]] == [None]


def test_words_that_somebody_said_are_had_from_no_article_that_has_them_not() -> None:
    found = World()
    found.article("a", "The council sold the old mill to brewers at night.", -2)
    carried, said = "the council sold the old mill to brewers", "nobody here ever asked us for a single coin"
    found.article("b", f"The Post reported that {carried}. “{said},” the Post reported, and “no coin”.")
    found.credit("b", "The Post reported", ("Pa", "outlet"), scope=f"that {carried}", rule="reported")
    found.credit(
        "b", "the Post reported", ("Pa", "outlet"), scope=f"“{said},” the Post reported, and “no coin”", rule="reported"
    )
    claims = [
        found.claim(found.passage("b", carried)),
        found.claim(found.quote("b", said)),
        found.claim(found.quote("b", "no coin")),
    ]
    told = {claim.claim_id: stated_edges(claim, found.corpus) for claim in claims}
    near = {key: [replace(e, candidate=e.candidate or "a") for e in edges] for key, edges in told.items()}
    led = with_known_parents(near, claims, found.corpus)
    assert [[e.parent_article for e in led[c.claim_id]] for c in claims] == [["a"], [None], ["a"]]
