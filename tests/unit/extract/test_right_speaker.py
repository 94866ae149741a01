"""Who is meant where somebody else stands near: by a role, a pronoun, a name below; and whole names."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.reading import read_document
from audit.records import Article, Source, Span

SAID = [
    # people of a kind are not whom their words are about
    ("Those close to Ole Brask said the wall would fall.", None),
    ("Lawmakers like Ole Brask said the wall would fall.", "Lawmakers like Ole Brask"),
    ("Other Republicans like Ole Brask said the wall would fall.", "Other Republicans like Ole Brask"),
    ("One Republican said the wall would fall. Sen. Tor Vint, a Republican, left.", "One Republican"),
    # a word that stood before means who had it
    ("Tor Vint met a man held hostage. Vint left.\n\nThe one-time hostage said the wall would fall.", "The one-time hostage"),
    # who is named inside what another said does not speak
    ('Tor Vint lost his post when he declared war, Ole Brask said.\n\n"The wall would fall," he said.', "Ole Brask"),
    # somebody without a name came since
    ('The clerk Tor Vint spoke. Vint left.\n\nA lieutenant answered the phone. "The wall would fall," he said.', None),
    ("Clerk Tor Vint left Norwick.\n\nThe uncle spoke to reporters. He said the wall would fall.", None),
    # who told what another wrote spoke last
    (
        "Clerk Tor Vint noted that Henry Lund wrote that it was free. “The wall would fall,” he said.",
        "Tor Vint",
    ),
    # a name alone is a caption
    ("Tor Vint told of it.\n\nTom Holm\n\nThe road was long. He said the wall would fall.", "Tor Vint"),
    ("Tom Holm\n\nHe said the wall would fall.", "Tom Holm"),
    # a name below signs, whoever spoke above
    (
        "Ada Holm said it was late.\n\n“They have a role, and the wall would fall.”\n\n-- Gov. Tor Vint speaking on CNN.",
        "Tor Vint",
    ),
    # what stands before the verb speaks, not whom the words behind it are about
    ("Sen. Ole Brask, who left the town, said the blame for the wall would fall on Holm.", "Ole Brask"),
    ("In a letter on Thursday, Sen. Ole Brask, asked the agency to say the wall would fall.", "Ole Brask"),
    ('"The wall would fall," noted CNN chief national security analyst Ada Holm.', "Ada Holm"),
    ('"The wall would fall," said Moody\'s.', "Moody's"),
    # nor whom a thing is about, nor whose helper speaks
    ("The message to Ole Brask said the wall would fall.", None),
    ("The Brask shooting suggests the wall would fall. Ole Brask left.", None),
    ("A doctor at the new Beth Holm said the wall would fall.", "A doctor at the new Beth Holm"),
    (
        "A spokesman for interim President Ole Brask said the wall would fall.",
        "A spokesman for interim President Ole Brask",
    ),
    (
        "A spokesman for the union representing ATF clerks said the wall would fall.",
        "A spokesman for the union representing ATF clerks",
    ),
    ("A spokesman for the city's law office, Tor Vint, said the wall would fall.", "Tor Vint"),
    ("School clerks said the wall would fall. Holm Mill Elementary School left.", "School clerks"),
    # whose body it is was told before
    ("The Holm administration left. The administration said the wall would fall.", "Holm administration"),
    ("The Holm campaign left. The Vint campaign came. The campaign said the wall would fall.", "The campaign"),
    ("The Holm family left.\n\n" + 40 * "It rained on the road again. " + "The family said the wall would fall.", "The family"),
    (
        "The Mill Department left. The Ferry Department came. The department said the wall would fall.",
        "Ferry Department",
    ),
    ("The Mill Department met the Ferry Department. The department said the wall would fall.", "The department"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), SAID, ids=[text[:40] for text, _ in SAID])
def test_the_right_one_speaks(text: str, who: str | None) -> None:
    found = [quote.source for quote in extract_mentions(Article("a", 1, text)).quotes if _is_told(text, quote.pieces)]
    assert {_name(source) for source in found} == {who}


def _is_told(text: str, pieces: tuple[Span, ...]) -> bool:
    return any("would fall" in piece.of(text) for piece in pieces)


def _name(source: Source | None) -> str | None:
    return source.name if source else None


def test_nobody_is_told_of_by_a_role_in_what_he_says_himself() -> None:
    text = "Ole Brask, an envoy, left. Brask said the Norwick premier argued that the wall would fall."
    found = [_name(quote.source) for quote in extract_mentions(Article("a", 1, text)).quotes]
    assert found == ["Ole Brask", None]


NAMED = [
    ("Rep. Ada Holm D-Wis., who left, said the wall fell.", "Ada Holm", "person"),
    ("Witness Sue Savage said the wall fell.", "Sue Savage", "person"),
    ("Norwick Fire Department spokesman Wade Ward said the wall fell.", "Wade Ward", "person"),
    ("FBI Special Agent in Charge David Holm said the wall fell.", "David Holm", "person"),
    ("He left Planned Parenthood. Planned Parenthood said the wall fell.", "Planned Parenthood", "organisation"),
    ("The Norwick News & Observer said the wall fell.", "Norwick News & Observer", "organisation"),
    ("The Bureau of Justice Statistics said the wall fell.", "Bureau of Justice Statistics", "organisation"),
    ("The director of Blue Bell said the wall fell.", None, None),
]


@pytest.mark.parametrize(("text", "name", "kind"), NAMED, ids=[text[:30] for text, *_ in NAMED])
def test_the_whole_name_and_its_kind_are_read(text: str, name: str | None, kind: str | None) -> None:
    [quote] = extract_mentions(Article("a", 1, text)).quotes
    source = quote.source if quote.source and quote.source.kind.value != "anonymous" else None
    assert (_name(source), source.kind.value if source else None) == (name, kind)


NOBODY = [
    ("In Holm, Wis., Ada Vint left.", {"Ada Vint"}),
    ("Legislators in Holm, Ky. left.", set()),
    ("She met Lee, Holm, Vint. They left.", {"Lee", "Holm", "Vint"}),
    ("Vint spoke of Roe. (Photo: Ada Holm, AP) Roe left.", {"Vint", "Roe", "AP"}),
    ("The Ada Holm-Paul Vint ticket left.", set()),
    ("Amnesty spoke. Amnesty: New pictures show it.", {"Amnesty"}),
]


@pytest.mark.parametrize(("text", "people"), NOBODY, ids=[text[:30] for text, _ in NOBODY])
def test_what_names_nobody_is_no_name(text: str, people: set[str]) -> None:
    assert {name.surface for name in read_document(Article("a", 1, text)).names} <= people | {"Amnesty"}
