"""Names that rules of whole kinds once cut or took for somebody: numbers, posts with small words, verbs."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article

SPEAKERS = [
    ("Edgar Two Bulls said boats leak. “It is ours,” Two Bulls said.", ["Edgar Two Bulls", "Edgar Two Bulls"], "person"),
    ("Autism Speaks said boats leak.", ["Autism Speaks"], "organisation"),
    ("The Second Amendment says boats leak.", ["Second Amendment"], "document"),
    ("Johnson & Johnson said boats leak.", ["Johnson & Johnson"], "organisation"),
    ("An analyst at Pell Brask left. “It is shut,” Pell Brask said.", ["Pell Brask"], "organisation"),
    ("An analyst at Pell Brask's left. “It is shut,” Pell Brask said.", ["Pell Brask"], "person"),
    ("Gallup Editor-in-Chief Ada Holm said boats leak.", ["Ada Holm"], "person"),
    ("Deputy Editor in Chief Ada Holm said boats leak.", ["Ada Holm"], "person"),
    ("Rep. Peter King of Norwick came. “No,” King said.", ["Peter King"], "person"),
    ("Chief Ban Ki-moon came. “It is bad,” Ban said.", ["Ban Ki-moon"], "person"),
    ("Witnesses said boats leak.", ["Witnesses"], "anonymous"),
    ("Advocates for tightening the law say boats leak.", ["Advocates for tightening the law"], "anonymous"),
    ("“I’m Ada Holm and I am running,” Ada Holm said.", ["Ada Holm"], "person"),
    ("Defenders of Christian America say boats leak.", ["Defenders of Christian America"], "anonymous"),
    # the only one near who has the post, of whatever place
    ("Sen. Mary Lund came. The Florida senator said boats leak.", ["Mary Lund"], "person"),
    ("Sen. Mary Lund met Sen. Ada Holm. The Florida senator said boats leak.", [None], None),
    ("Former Sen. Mary Lund came. The Florida senator said boats leak.", [None], None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "kind"), SPEAKERS)
def test_who_speaks(text: str, names: list[str | None], kind: str | None) -> None:
    sources = [quote.source for quote in extract_mentions(Article("a", 1, text)).quotes]
    assert [source and source.name for source in sources] == names
    assert sources[-1] is None or sources[-1].kind.value == kind


NOBODY = [
    "Jeb Bush said boats leak. George W. Bush, his brother, left. Bush left. “It is given,” he said.",
    "When Ada Holm announced a plan, boats left.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named_where_two_may_be(text: str) -> None:
    found = [quote.source for quote in extract_mentions(Article("a", 1, text)).quotes]
    assert found[1:] in ([], [None])


PEOPLE = [
    ("They met “The Tor Vint Show” there.", []),
    ("They met the more Norwick-leaning Lunds of town.", []),
    ("Ada Lund Linked Norwick Attacks, it says there.", []),
    ("She saw Ada Email Scandal Erupts there.", []),
    ("The Director of National Intelligence met Rice.", []),
    ("It is A Study of Opinion Formation in a town.", []),
    ("They met the Quorum of Twelve Lundes there.", []),
    ("They met the Denver Guardian there.", []),
    ("Two Hurricanes Irma and more hit Norwick.", []),
    ("The Patient CARE Act won. She read it.", []),
    ("She met Doris Day and Jason Bay there.", ["Doris Day", "Jason Bay"]),
    ("She met Ada Lee Manning and Kim Jong-un there.", ["Ada Lee Manning", "Kim Jong-un"]),
    ("Secretary of State Ada Holm met Mary Vint there.", ["Ada Holm", "Mary Vint"]),
]


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_who_is_a_person(text: str, names: list[str]) -> None:
    people = extract_mentions(Article("a", 1, text)).people
    assert sorted(one.name for one in people if one.kind.value == "person") == names
