"""A page that says whose text it is."""

from __future__ import annotations

from audit.trace.edges import stated_edges
from audit.trace.whose_text import with_originators
from tests.unit.trace.world import World

COUNTED = "Wardens counted 31 dead seals on the grey shore"


def world() -> World:
    found = World()
    found.article("a", f"{COUNTED}, Holm said.", -3)
    found.article("b", f"{COUNTED}, Holm said.", originator_id="Pa")
    return found


def arrows(found: World) -> list[tuple[str, str | None, str | None]]:
    claim = found.claim(found.figure("a", "31"), found.figure("b", "31"))
    corpus = found.corpus
    corpus.chains = with_originators(corpus)
    return [(e.child, e.parent_article, e.parent_source) for e in stated_edges(claim, corpus)]


def test_a_copy_leads_to_the_page_that_has_the_words() -> None:
    assert arrows(world()) == [("b", "a", None)]


def test_a_copy_of_what_is_not_held_has_a_missing_source() -> None:
    found = world()
    found.article("b", f"{COUNTED}, Holm said.", originator_id="Pz")
    assert arrows(found) == [("b", None, "Pz")]


def test_what_the_text_credits_itself_is_not_told_twice() -> None:
    found = world()
    found.credit("b", "Holm said", ("Pa", "outlet"))
    assert with_originators(found.corpus) == found.chains


def test_without_an_originator_nothing_is_added() -> None:
    found = World()
    found.article("a", COUNTED)
    assert with_originators(found.corpus) == {}
