"""Quotes beyond the reach of a credit, drawn where the house's own article has them."""

from __future__ import annotations

from dataclasses import replace

from audit.records import Span
from audit.trace.edges import stated_edges
from audit.trace.records import Mention
from audit.trace.words_beyond_credit import NOBODY, ByWriter, Named, NamedIn, with_further
from tests.unit.trace.world import World

WORDS = "the brewers will never pay a price as high as that"
CREDIT = "Holm told the Post"


def world(between: str = "It rained.", parent: str = f"Holm said “{WORDS}” there.") -> tuple[World, Mention]:
    found = World()
    found.article("a", parent, -3)
    found.article("b", f"{CREDIT} that the mill was sold. {between} “{WORDS},” Holm said.")
    told = f"{CREDIT} that the mill was sold."
    found.credit("b", CREDIT, ("Pa", "outlet"), ("holm", "person"), scope=told)
    return found, found.quote("b", WORDS)


def parents(
    found: World, said: Mention, written: tuple[ByWriter, ...] = (), named: NamedIn = NOBODY
) -> list[str | None]:
    corpus = with_further(found.corpus, [said], written, named)
    return [edge.parent_article for edge in stated_edges(found.claim(said), corpus)]


def test_whom_a_house_spoke_with_is_quoted_further_on() -> None:
    assert parents(*world()) == ["a"]


def test_nothing_is_missing_where_the_house_does_not_carry_the_words() -> None:
    assert parents(*world(parent="Holm said that the mill was sold.")) == []


def test_another_speaker_is_not_of_that_interview() -> None:
    found, _ = world()
    assert parents(found, found.quote("b", WORDS, "ruiz")) == []


def test_words_of_an_occasion_are_not_of_that_interview() -> None:
    found, _ = world()
    found.article("b", f"{CREDIT} that the mill was sold. “{WORDS},” Holm told a press conference.")
    said = replace(found.quote("b", WORDS), sentence=found.find("b", f"“{WORDS},” Holm told a press conference."))
    assert parents(found, said) == []


def test_who_wrote_a_held_article_is_quoted_by_name() -> None:
    found, said = world(between="The Post has it all.")
    found.chains["b"][0] = found.credit(
        "b", "The Post", ("Pa", "outlet"), scope="The Post has it all.", rule="reported"
    )
    del found.chains["b"][1:]
    cue = found.find("b", "Holm said")
    written = ByWriter("b", said.mention_id, cue, "Pa", "outlet")
    assert parents(found, said) == []
    assert parents(found, said, (written,)) == ["a"]
    assert parents(found, said, (written._replace(house="Pz"),)) == []


def test_a_credit_that_ends_where_the_words_begin_is_an_earlier_one() -> None:
    found = World()
    found.article("a", f"Holm said “{WORDS}” there.", -3)
    found.article("b", f"{CREDIT}: {WORDS}. It rained.")
    found.credit("b", CREDIT, ("Pa", "outlet"), ("holm", "person"), scope=f"{CREDIT}: ")
    assert parents(found, found.quote("b", WORDS)) == ["a"]


def test_an_unnamed_one_who_spoke_there_is_nobody_who_is_named() -> None:
    found, said = world()
    found.chains["b"][0] = found.credit(
        "b", CREDIT, ("Pa", "outlet"), ("source", "anonymous"), scope=f"{CREDIT} that the mill was sold."
    )
    del found.chains["b"][1:]
    assert parents(found, said) == []
    assert parents(found, found.quote("b", WORDS, "source")) == ["a"]


def test_what_a_writer_says_on_an_occasion_is_not_what_she_wrote() -> None:
    found, said = world(between="The Post has it all.")
    found.article("b", f"{CREDIT} it all. “{WORDS},” Holm told a press conference.")
    found.chains["b"][0] = found.credit("b", CREDIT, ("Pa", "outlet"), scope=f"{CREDIT} it all.", rule="reported")
    del found.chains["b"][1:]
    said = replace(found.quote("b", WORDS), sentence=found.find("b", f"“{WORDS},” Holm told a press conference."))
    written = ByWriter("b", said.mention_id, found.find("b", "Holm told"), "Pa", "outlet")
    assert parents(found, said, (written,)) == []


def test_somebody_who_told_the_house_and_was_not_read_is_not_whoever_speaks_next() -> None:
    for rule, expected in (("told", []), ("interview", ["a"])):
        found, said = world()
        found.chains["b"][0] = found.credit(
            "b", CREDIT, ("Pa", "outlet"), scope=f"{CREDIT} that the mill was sold.", rule=rule
        )
        del found.chains["b"][1:]
        assert parents(found, said) == expected


def test_an_interview_that_leaves_unsaid_with_whom_ends_where_the_next_begins() -> None:
    found = World()
    found.article("a", f"Holm said “{WORDS}” there.", -3)
    later = "Ruiz told the Mail so."
    found.article("b", f"It was told on the Post. {later} “{WORDS},” Holm said.")
    found.credit("b", "told on the Post", ("Pa", "outlet"), scope="It was told on the Post.", rule="on_air")
    said = found.quote("b", WORDS)
    assert parents(found, said) == ["a"]
    found.credit("b", "told the Mail", ("Pz", "outlet"), ("ruiz", "person"), scope=later)
    assert parents(found, said) == []


BESIDE = f"To the Post he was spent: “{WORDS}.”"


def beside(parent: str = f"Holm said “{WORDS}” there.", child: str = BESIDE) -> list[str | None]:
    found = World()
    found.article("a", parent, -3)
    found.article("b", f"It rained. {child}")
    said = replace(found.quote("b", WORDS), sentence=found.find("b", child.split("\n")[-1]))
    return parents(found, said, named={"b": [Named(found.find("b", "the Post"), "Pa", "outlet")]})


def test_a_house_that_is_named_beside_words_which_it_carries() -> None:
    assert beside() == ["a"]
    assert beside(parent="Holm said that the brewers will not pay a price so high as that, for they never did.") == []
    assert beside(child=f"The mayor met the Post.\n“{WORDS}.”") == []


def test_another_house_that_is_credited_goes_before_one_that_is_named() -> None:
    found = World()
    found.article("a", f"Holm said “{WORDS}” there.", -3)
    found.article("b", f"{CREDIT} in the hall of the Mail: “{WORDS}.”")
    found.credit("b", CREDIT, ("Pq", "outlet"))
    said = replace(found.quote("b", WORDS), sentence=Span(0, len(found.texts["b"][0])))
    named = {"b": [Named(found.find("b", "the Mail"), "Pa", "outlet")]}
    assert parents(found, said, named=named) == [None]
