"""Which words in the place of other words alter a quote: what only changes its form, and what changes who and whether."""

from __future__ import annotations

import pytest

from audit.judge.gates import quotes, substance
from audit.lexicon import load_rules

AROUND = ("the crews of the old red mill", "and so the boats sank off Dell")


def altered(one: str, two: str) -> list[str]:
    head, tail = (side.split() for side in AROUND)
    return [str(change) for change in quotes.changes(*([*head, *side.split(), *tail] for side in (one, two)))]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("understood", "understands"), ("have taken", "are taking"), ("lead that", "led and"), ("could", "can"), ("went", "have gone"),
        ("that", "if"), ("when", "if"), ("when", "in which"), ("is", "if going"), ("was that", "his"),  # small words
        ("the reeve 's", "his"), ("her", "the clerk 's"), ("they", "the wardens"),  # a pronoun and its name
        ("our", "out"), ("he", "the"), ("from", "form"), ("over broad", "overbroad"), ("depost", "dell evening post"), ("u s", "united states"),
        ("our", "this"), ("you know it was", "it was"),
        ("not", "or"), ("is", "today"), ("lied", "harbour lied"),
    ],
)  # fmt: skip
def test_another_form_of_the_same_is_no_alteration(one: str, two: str) -> None:
    assert altered(one, two) == altered(two, one) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("must", "should"), ("must", "will"), ("are going to", "can"), ("lies", "can lie"), ("have got to", "need to"),  # whether
        ("them", "him"), ("we", "they"), ("our", "their"), ("my", "the"), ("our", "a"), ("we", "fishermen"), ("we", "i"),  # who
        ("ruined", "destroyed"), ("leaders", "leadership"), ("accomplished", "accompanied"), ("sixteen", "fifteen"), ("is with", "goes out to"),
        ("not", "now"), ("said it would", "said it would not"), ("most", "all"), ("guy", "gun"),
    ],
)  # fmt: skip
def test_other_words_another_person_another_duty_alter_it(one: str, two: str) -> None:
    assert len(altered(one, two)) == len(altered(two, one)) == 1


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        # who and whether are said again, or left out
        ("i have not sunk a boat in Dell i have not burnt the old mill of Orrin", "i have not sunk a boat in Dell burnt the old mill of Orrin", 0),
        ("i have sunk a boat in Dell i have not burnt the old mill of Orrin", "i have sunk a boat in Dell burnt the old mill of Orrin", 1),
        # a clause says no once, however often
        ("no reeve of Dell none of us could have saved the old mill", "no reeve of Dell could have saved the old mill", 0),
        ("no reeve of Dell came none of us could have saved the old mill", "no reeve of Dell came could have saved the old mill", 1),
        # a no before an opinion is said of what is thought
        ("i do not think the wardens of Dell should burn the old mill", "the wardens of Dell should not burn the old mill", 0),
        ("i do not know the wardens of Dell should burn the old mill", "the wardens of Dell should not burn the old mill", 1),
        ("this is not a mill that the wardens can burn down", "this is a mill that the wardens cannot burn down", 0),
        ("this is a mill that the wardens can burn down", "this is a mill that the wardens cannot burn down", 1),
    ],
)  # fmt: skip
def test_how_often_a_clause_says_no(one: str, two: str, told: int) -> None:
    assert len(quotes.changes(one.split(), two.split())) == told


@pytest.mark.parametrize(
    "entry", [*load_rules("stance")["persons"], *load_rules("stance")["modals"]], ids=lambda e: str(e["kind"])
)
def test_a_group_is_what_its_example_shows(entry: dict[str, str]) -> None:
    one, two = entry["example"].split(" -> ")
    assert altered(one, two)
    first, *others = entry["words"].split()
    assert all(not altered(first, word) for word in others)


def test_a_short_form_has_a_head_of_each_word() -> None:
    assert substance.is_short_for(["dp"], ["dell", "post"])
    assert substance.is_short_for(["dell", "post"], ["depo"])
    assert not substance.is_short_for(["dx"], ["dell", "post"])
    assert not substance.is_short_for(["d"], ["dell", "post"])
    assert not substance.is_short_for(["del"], ["dell"])
