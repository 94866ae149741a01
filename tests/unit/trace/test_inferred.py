"""Arrows that no credit states, and where none is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from audit.records import Span
from audit.trace.inferred import Holders, find_holders, inferred_edges
from audit.trace.records import Claim, Edge, Place
from tests.unit.trace.world import World, pair

PROSE = "The grey boats left the long pier at dawn and met no wind at all"


def two(prose: str = PROSE, hours: float = -3) -> World:
    found = World()
    found.article("a", f"{prose}. Holm slept.", hours)
    found.article("b", f"Rain fell. {prose}.")
    found.shared = {frozenset("ab"): 80}
    return found


def claim_of(found: World, prose: str = PROSE) -> Claim:
    return found.claim(*(found.passage(key, prose) for key in found.held))


def drawn(found: World, claim: Claim, credited: Iterable[str] = (), others: Iterable[Claim] = ()) -> list[Edge]:
    return inferred_edges(claim, frozenset(credited), holders_of(claim, *others), found.corpus)[0]


def holders_of(*claims: Claim) -> Holders:
    found = [pair("passage", a, b) for claim in claims for a, b in combinations(claim.mentions, 2)]
    return find_holders([m for claim in claims for m in claim.mentions], found)


def test_shared_prose_draws_a_dotted_arrow_to_the_earlier() -> None:
    found = two()
    (edge,) = drawn(found, claim_of(found))
    assert (edge.child, edge.parent_article, edge.basis, edge.relation) == ("b", "a", "inferred", "copied")
    assert 0.6 <= edge.confidence < 1
    child, parent = Place("b", *found.find("b", PROSE)), Place("a", *found.find("a", PROSE))
    assert edge.evidence == (child, child, parent)


def test_the_later_is_the_child_whichever_it_is() -> None:
    found = two(hours=3)
    assert [(e.child, e.parent_article) for e in drawn(found, claim_of(found))] == [("a", "b")]


def test_without_a_lag_nothing_is_drawn_but_weighed() -> None:
    found = two(hours=0)
    claim = claim_of(found)
    edges, weighed = inferred_edges(claim, frozenset(), holders_of(claim), found.corpus)
    assert edges == []
    assert [(a, b) for a, b, _ in weighed] == [("a", "b")]


def test_a_child_whose_credit_leads_to_a_held_parent_needs_none() -> None:
    found = two()
    assert drawn(found, claim_of(found), credited="b") == []
    assert len(drawn(found, claim_of(found), credited="a")) == 1


def test_of_three_that_have_it_nothing_tells_a_copy_from_a_common_source() -> None:
    found = two()
    found.article("c", f"{PROSE}.", 5)
    found.shared |= {frozenset("ac"): 80, frozenset("bc"): 80}
    assert drawn(found, claim_of(found)) == []


def test_a_third_that_has_a_part_of_it_counts() -> None:
    found = two()
    claim = found.claim(found.passage("a", PROSE), found.passage("b", PROSE))
    found.article("c", "The grey boats left the long pier")
    part = found.claim(*(found.passage(key, "The grey boats left the long pier") for key in "bc"))
    assert drawn(found, claim, others=[part]) == []
    found.article("d", "Holm slept.")
    apart = found.claim(*(found.passage(key, "Holm slept.") for key in "ad"))
    assert len(drawn(found, claim, others=[apart])) == 1


def test_quoted_words_are_public() -> None:
    for key in "ab":
        found = two()
        found.quote(key, "the long pier at dawn")
        assert drawn(found, claim_of(found)) == []


def test_a_quoted_word_makes_no_quote() -> None:
    found = two()
    found.quote("a", "grey")
    assert len(drawn(found, claim_of(found))) == 1


def test_an_embedded_post_is_public() -> None:
    found = two()
    found.embedded = {"a": [found.find("a", "dawn and met")]}
    assert drawn(found, claim_of(found)) == []
    found.embedded = {"a": [Span(300, 400)]}
    assert len(drawn(found, claim_of(found))) == 1


def test_words_in_somebodys_own_voice_are_public() -> None:
    prose = "We left the long pier at dawn and met no wind at all"
    found = two(prose)
    assert drawn(found, claim_of(found, prose)) == []


def test_where_both_credit_one_agency_it_is_the_likely_source() -> None:
    found = two()
    for key in "ab":
        found.credit(key, "met", ("wire", "agency"))
    assert drawn(found, claim_of(found)) == []
    other = two()
    other.credit("a", "Holm", ("wire", "agency"), scope="Holm slept")
    other.credit("b", "met", ("Pa", "outlet"))
    assert len(drawn(other, claim_of(other))) == 1


def test_what_the_earlier_credits_to_another_house_is_not_its_own() -> None:
    for kind, house, least in (("outlet", "Pb", 0), ("agency", "wire", 0), ("outlet", "Pa", 1), ("document", "law", 1)):
        found = two()
        found.credit("a", "met", (house, kind), scope=PROSE)
        assert len(drawn(found, claim_of(found))) == least


def test_where_an_agency_contributed_to_one_of_two_houses_both_may_have_it_from_there() -> None:
    for key in "ab":
        found = two()
        found.credit(key, "met", ("wire", "agency"), rule="by")
        assert drawn(found, claim_of(found)) == []
        found.article("b", f"Rain fell. {PROSE}.", publisher_id="Pa")
        assert len(drawn(found, claim_of(found))) == 1


def test_an_agency_had_its_own_text_from_nobody_who_printed_it_first() -> None:
    for agency, least in (("b", 0), ("a", 1)):
        found = two()
        found.held[agency] = replace(found.held[agency], is_agency=True)
        assert len(drawn(found, claim_of(found))) == least


def test_a_name_that_runs_into_a_title_is_furniture() -> None:
    prose = "of the pier Ada Holm Ada Byron HolmMayor shuts the long pier as grey boats meet no wind"
    assert drawn(two(prose), claim_of(two(prose), prose)) == []
    prose = prose.replace("HolmMayor", "Mayor")
    assert len(drawn(two(prose), claim_of(two(prose), prose))) == 1


def test_a_passage_that_shares_no_words_is_not_weighed() -> None:
    found = two()
    found.shared = {}
    claim = claim_of(found)
    assert inferred_edges(claim, frozenset(), holders_of(claim), found.corpus) == ([], [])


def test_only_passages_are_weighed() -> None:
    found = two()
    claim = found.claim(found.quote("a", PROSE), found.quote("b", PROSE))
    assert inferred_edges(claim, frozenset(), {}, found.corpus) == ([], [])


def test_an_outlet_may_use_its_own_prose_again() -> None:
    found = two()
    found.article("b", found.texts["b"][0], publisher_id="Pa")
    assert [(e.child, e.parent_article) for e in drawn(found, claim_of(found))] == [("b", "a")]


def test_what_an_outlet_prints_of_two_stories_or_long_after_may_stand_there_anyway() -> None:
    other = two()
    other.article("b", other.texts["b"][0], publisher_id="Pa", story="mill")
    assert drawn(other, claim_of(other)) == []
    later = two(hours=-32 * 24)
    later.article("b", later.texts["b"][0], publisher_id="Pa")
    assert drawn(later, claim_of(later)) == []
    houses = two(hours=-32 * 24)
    assert len(drawn(houses, claim_of(houses))) == 1


def test_the_title_of_a_film_that_is_printed_twice_is_no_prose() -> None:
    title = "Boats left the long pier at dawn and met no wind"
    found = two(f"Just seen {title} next {title} 01:20")
    assert drawn(found, claim_of(found, title)) == []


def test_the_captions_of_a_series_are_no_prose() -> None:
    series = " ".join(f"{n} of 9 pictures: storm over the grey pier, day {n}." for n in "123")
    found = two(f"{series} {PROSE}")
    assert drawn(found, claim_of(found)) == []
    apart = two(f"{series}\n{PROSE}")
    assert len(drawn(apart, claim_of(apart))) == 1


def test_who_somebody_is_is_had_from_nobody() -> None:
    name = (
        "Ole Brask, a former speechwriter for President Ana Holm and head of the Brackwater Center at Orrin University"
    )
    found = two(name)
    assert drawn(found, claim_of(found, name)) == []


def test_what_tells_of_the_writer_is_no_prose() -> None:
    life = "Ole Brask is a former miller who has long written of boats and wind for small papers"
    found = two(life)
    assert drawn(found, claim_of(found, life))
    found.held["a"] = replace(found.held["a"], byline="Ana Holm, Ole Brask")
    assert drawn(found, claim_of(found, life)) == []
