"""Words beside a name that are no part of it, and what the words around it tell of its kind."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article

SPEAKERS = [
    # verbs of saying with a capital
    ("Retorted Holm: “It is shut.”", "Holm", "person"),
    ("Holm Announced boats leak. Ada Holm said boats leak.", "Ada Holm", "person"),
    # what somebody is, or is of
    ("Assemblyman John Holm said boats leak.", "John Holm", "person"),
    ("Seismologist James Holm said boats leak.", "James Holm", "person"),
    ("FreedomWorks Jason Holm said boats leak.", "Jason Holm", "person"),
    ("Norwick Capital Bill Holm said boats leak.", "Bill Holm", "person"),
    ("Speaker of the House Paul Holm said boats leak.", "Paul Holm", "person"),
    ("President of the General Assembly Miroslav Lund said boats leak.", "Miroslav Lund", "person"),
    ("The Continental-style Holm said boats leak.", "Holm", "person"),
    # titles inside the names of bodies
    ("Major League Baseball said boats leak.", "Major League Baseball", "organisation"),
    ("The Attorney General's Office said boats leak.", "Attorney General's Office", "organisation"),
    ("The Bureau of Alcohol, Bread and Boats said boats leak.", "Bureau of Alcohol, Bread and Boats", "organisation"),
    ("The St. Holm Record said boats leak.", "St. Holm Record", "organisation"),
    ("Sarah St. Vincent came. St. Vincent said boats leak.", "Sarah St. Vincent", "person"),
    # a post or an age behind a name
    ("Roz Foyer, general secretary of the STUC, said boats leak.", "Roz Foyer", "person"),
    ("Roz Foyer, 45, said boats leak.", "Roz Foyer", "person"),
    ("Roz Foyer, maker of boats, said boats leak.", "Roz Foyer", "organisation"),
    # a common word that is nobody's surname here
    ("Vintra Health said boats leak.", "Vintra Health", "organisation"),
    ("Vintra Health came. “It is bad,” Health said.", "Vintra Health", "person"),
    ("Vintra Cross, a science professor, said boats leak.", "Vintra Cross", "person"),
    ("Joo Ho-young said boats leak. Joo left.", "Joo Ho-young", "person"),
    # cases and storms
    ("In Lund v. Vint it ruled. Lund said boats leak.", None, None),
    ("In Lund v. Vint it ruled. Ada Lund left. Lund said boats leak.", "Ada Lund", "person"),
    ("Tropical Storm Holm said boats leak.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), SPEAKERS)
def test_who_speaks(text: str, name: str | None, kind: str | None) -> None:
    *_, quote = extract_mentions(Article("a", 1, text)).quotes
    assert (quote.source and quote.source.name, quote.source and quote.source.kind.value) == (name, kind)


def test_a_verb_behind_a_given_name_may_be_a_surname() -> None:
    people = extract_mentions(Article("a", 1, "They met Edward Said there.")).people
    assert [one.name for one in people] == ["Edward Said"]


def test_a_shouted_headline_makes_no_body_of_whom_it_tells() -> None:
    text = "TRUMP CALLS HOLM A FOOL\n\n“Boats leak,” said Ada Holm."
    assert all(q.source is None or q.source.name != "Trump" for q in extract_mentions(Article("a", 1, text)).quotes)
