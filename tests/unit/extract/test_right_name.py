"""The right name beside every word: relatives, namesakes, posts that two may hold, pronouns and the names near them."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, Quote, SourceKind


def quotes(text: str) -> tuple[Quote, ...]:
    return extract_mentions(Article("a", 1, text)).quotes


def last(text: str) -> str | None:
    source = quotes(text)[-1].source
    return source.name if source else None


MEANT = [
    (
        "a surname alone before a relative is named is not hers",
        "President Vint spoke in Norwick. The first lady, Ida Vint, left. “The dam leaks,” Vint said.",
        "Vint",
    ),
    (
        "a full name before the same with a suffix is the father's",
        "Tor Vint spoke first. His son Tor Vint Jr. left the hall. “The dam leaks,” said Tor Vint.",
        "Tor Vint",
    ),
    (
        "a pronoun is not whom its own words speak of",
        "“The wall is thin,” Tor Vint said. George Lund left. He said Lund would not be back.",
        "Tor Vint",
    ),
    (
        "nor the subject of words that it is inserted in",
        "“The wall is thin,” Henry Vint said. George Lundgren left. Lundgren, he said, “was tired”.",
        "Henry Vint",
    ),
    (
        "whom the words are about from the first one may have said them",
        "George Lund left. To this day Tor came. Lund is troubled that the dam is “so old,” he said.",
        "George Lund",
    ),
    (
        "a name in marked words is his own where nobody else spoke",
        "Henry Vint left. “They forget that Henry Vint built it,” he said.",
        "Henry Vint",
    ),
    ("a name in marked words may be told by its bearer", "Henry Vint left. “I am Henry Vint,” he said.", "Henry Vint"),
    (
        "an owner's post is not whoever spoke last",
        "“It leaks,” Tor Vint said. Even the mayor's spokesman called the remark “a shame”.",
        "the mayor's spokesman",
    ),
    (
        "his spokesman is not the one of another man far above",
        "Tor Lund, a spokesman for Vint, spoke.\n\nIt rained.\n\nIt snowed.\n\nIda Pell left. Her spokesman said it was late.",
        "Her spokesman",
    ),
    (
        "what follows a comma with a verb of its own is no apposition",
        "George Vint left. To hear Tor Lund, the mayor is wrong on it all. The mayor said it was late.",
        None,
    ),
    (
        "dotted letters do not end an apposition",
        "Ida Lund, the U.S. ambassador to Norwick, left. It rained. The ambassador said it was late.",
        "Ida Lund",
    ),
    (
        "who stood beside the speaker is not whom a pronoun means",
        "“It leaks,” Vint said, speaking earlier alongside Norlandic President George Lund. He said it was late.",
        "Vint",
    ),
    (
        "a regime is not its ruler",
        "George Vint fled. The Vint regime has often argued that its planes hit nobody.",
        "The Vint regime",
    ),
    (
        "one of several, told by name between dashes",
        "But one of the bill's authors — Democrat Tor Vint of West Norwick — says that no vote is planned.",
        "Tor Vint",
    ),
    (
        "one of several, told by name and place between commas",
        "Another member of the board, Tor Vint of Norwick, said that no vote is planned.",
        "Tor Vint",
    ),
    (
        "a list between dashes does not speak as its first name",
        "Four conservative senators -- Tor Vint, Ada Holm and Ida Lund -- said that no vote is planned.",
        "Four conservative senators",
    ),
    (
        "a post behind the letters of a body is no part of a name",
        "CNN Contributor David Vint was cautious. Vint said that no vote is planned.",
        "David Vint",
    ),
    (
        "a suffix that a text drops is the same man's",
        "“The dam leaks,” said Tor Vint Jr. of Norwick. “It is old,” Tor Vint said later.",
        "Tor Vint Jr.",
    ),
]


@pytest.mark.parametrize(("what", "text", "name"), MEANT, ids=[what for what, *_ in MEANT])
def test_the_right_name_stands_beside_the_words(what: str, text: str, name: str | None) -> None:
    assert last(text) == name


TITLES = [
    ("Washington (CNN) Supreme Court nominee Neil Vint said it was late.", "Supreme Court nominee"),
    ("“Yes,” said Republican Gov. Ida Holm. Sen. Tor Lund came. “No,” the senator said.", "Sen."),
    ("Bobby Lund: President Holm failed. “It is shut,” President Holm said.", "President"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_holds_no_other_sentence(text: str, title: str) -> None:
    assert quotes(text)[-1].title == title


KINDS = [
    ("a word alone behind the article is no person", "The Poodle suggests that it leaks.", SourceKind.ORGANISATION),
    ("unless the article names one of that name", "George Lund left. The Lund said it leaks.", SourceKind.PERSON),
    ("the first word of a place belongs to it", "New Hampshire said that it leaks.", None),
]


@pytest.mark.parametrize(("what", "text", "kind"), KINDS, ids=[what for what, *_ in KINDS])
def test_what_a_lone_word_is(what: str, text: str, kind: SourceKind | None) -> None:
    source = quotes(text)[-1].source
    assert (source.kind if source else None) == kind
