"""Whom words, roles and names beside a speaker show to be another: such a one is nobody's wrong name."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article

LAST = [
    (
        "whose office the words name",
        "Governor Ada Holm shut the mill. She complained that the governor had spoiled her record.",
        None,
    ),
    (
        "her own office is one she has",
        "Governor Ada Holm shut the mill. She said that she was the governor.",
        "Ada Holm",
    ),
    (
        "who is told something does not say it",
        "Critics came. At the hearing, the mayor told Mayor Peter Lund that it was shut.",
        None,
    ),
    ("one who is against somebody", "Peter Vint won. The anti-Vint hauler called for a strike.", None),
    (
        "one who is for somebody",
        "Peter Vint spoke. His speech was broken off by pro-Vint haulers yelling “We trusted you.”",
        None,
    ),
    (
        "whose body is told of",
        "Peter Vint won the vote.\n\nIt is a rebuke to the Vint administration.\n\n“I left,” he said.",
        "Peter Vint",
    ),
    (
        "whose helper is told of",
        "Earlier, a Vint jobs adviser made a guess about what he labeled “harbour trouble”. Peter Vint left.",
        None,
    ),
    (
        "two who did it together",
        "Peter Holm and Paul Vint tried to ask Peter Brask, but Brask was late. He said that it was shut.",
        None,
    ),
    (
        "who asked",
        "Asked by Peter Vint if it was shut, Paul Brask hardly spoke. “I am sure of it,” he said.",
        "Paul Brask",
    ),
    (
        "whom somebody met",
        "While speaking beside the mayor, Ada Holm, at a fair, Ida Lund was booed when she said that it was shut.",
        "Ida Lund",
    ),
    (
        "who is asked to do something",
        "Ada Holm, calling her “quick, able and calm,” urged the Senate to hear Ida Lund “without delay.”",
        "Ada Holm",
    ),
    (
        "one without a name came",
        "Ada Holm lost the race. When I wrote to one longtime aide, she sent this answer: “I am sad.”",
        None,
    ),
    (
        "a title and one word before",
        "“It is shut,” Paul Lund said.\n\nPresident Brask's answer came days after he urged the council to leave.",
        "Brask",
    ),
    (
        "the wife of the one who is meant",
        "President Vint flew to Norwick with first lady Ida Vint. At noon the president promised help.",
        "Vint",
    ),
    (
        "the husband of one who has the post",
        "The mill leaked. Paul Holm, husband of the mayor, was there. “It is shut,” the mayor said.",
        None,
    ),
    (
        "a heading",
        "Peter Lund, a radio host, met Ada Holm.\n\nPaul Brask\n\nThe radio host said he would resign.",
        "Paul Brask",
    ),
    (
        "more is said of the president than of a foreign one",
        "Danish President Peter Lund met Ada Holm. Holm laughed.\n\n“It leaked,” the outgoing president said.",
        None,
    ),
    ("a justice is no chief justice", "Justice Ada Holm left. “It is shut,” the chief justice said.", None),
    (
        "somebody else stands in the sentence of who spoke last",
        "Paul Brask slammed Rep. Peter Lund, saying it was late after the Norwick lawmaker said that it was shut.",
        None,
    ),
    (
        "a boss of a body is no name of it",
        "It leaked, according to Ada Holm, president and CEO of the Norwick Oil Association.\n\n“It is old,” she said.",
        "Ada Holm",
    ),
    ("the address of a site", "FactNorwick.org says that the mayor was wrong.", "FactNorwick.org"),
    (
        "a headline is no name",
        "Paul Romm spoke. Ada Brask heard it. Update at 9:30 p.m. ET. Romm Raps Brask On It: He left. Brask said it leaked.",
        "Ada Brask",
    ),
]


@pytest.mark.parametrize(("why", "text", "speaker"), LAST, ids=[why for why, _, _ in LAST])
def test_another_is_meant(why: str, text: str, speaker: str | None) -> None:
    source = extract_mentions(Article("a", 1, text)).quotes[-1].source
    found = source.name if source and source.kind.value not in {"anonymous", "vague"} else None
    assert found == speaker
