"""Names whole and without what is glued to them: bodies with numbers and aims, offices, headlines, pictures."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, SourceKind

PERSON, BODY, OUTLET = SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET

SPEAKERS = [
    ("The 9/11 Commission said that it was shut.", "9/11 Commission", BODY),
    ("The 6th Circuit said that it was shut.", "6th Circuit", BODY),
    ("The Institute for Women’s Policy Research said that it was shut.", "Institute for Women’s Policy Research", BODY),
    ("The Institute for Rights in Education said that it was shut.", "Institute for Rights in Education", BODY),
    ("The Committee to Protect Mills said that it was shut.", "Committee to Protect Mills", BODY),
    ("The Institute for Justice said that it was shut.", "Institute for Justice", BODY),
    ("The Pilers' Union of Norwick said that it was shut.", "Pilers' Union of Norwick", BODY),
    ("The Vundlers’ Guild said that it was shut.", "Vundlers’ Guild", BODY),
    ("St Ada's Hospital said that it was shut.", "St Ada's Hospital", BODY),
    ("Judicial Watch said that it was shut.", "Judicial Watch", BODY),
    ("The pro-dam group Priorities USA said that it was shut.", "Priorities USA", BODY),
    ("“It is shut,” said HolmWorks.", "HolmWorks", BODY),
    ("Kenzo Voto, which counts votes, said that it was shut.", "Kenzo Voto", BODY),
    ("“It is shut,” said Norwick Mill Agency Administrator Ada Holm.", "Ada Holm", PERSON),
    ("“It is shut,” said ATF Assistant Special Agent Ada Holm.", "Ada Holm", PERSON),
    ("“It is shut,” said LAPD Det. Ada Holm.", "Ada Holm", PERSON),
    ("Designer Tanisa Vundt came. “It is shut,” Ms. Vundt said.", "Tanisa Vundt", PERSON),
    ("Lance Cpl. Anton Villar left. “It is shut,” he said.", "Anton Villar", PERSON),
    ("“It is shut,” Superintendent Boasdorf said.", "Boasdorf", PERSON),
    ("The General Social Survey said that it was shut.", "General Social Survey", BODY),
    ("The New York Times site is down. Somebody hit the Times' news site.\n\n“It is down,” the group wrote.",
     "the group", BODY),
    ("Columnist Ada Drew said that it was shut.", "Ada Drew", PERSON),
    ("Mary Sue Holm said that it was shut.", "Mary Sue Holm", PERSON),
    ("President Vint left. AP/Orsen Gault\n\nIt rained. “It is shut,” he wrote.", "Vint", PERSON),
    ("Vint Cites Holm\n\nIt rained. Tor Vint left. “It is shut,” Vint said.", "Tor Vint", PERSON),
    ("The Social Security Administration and the Tor Vint administration met. The administration said that it was shut.",
     "The administration", BODY),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), SPEAKERS, ids=[name for _, name, _ in SPEAKERS])
def test_a_speaker_has_its_whole_name(text: str, name: str, kind: SourceKind) -> None:
    source = extract_mentions(Article("a", 1, text)).quotes[-1].source
    assert source is not None
    assert (source.name, source.kind) == (name, kind)


def test_and_between_two_outlets_joins_no_name() -> None:
    credits = extract_mentions(Article("a", 1, "It is shut, the Boston Globe and Business Insider reported.")).credits
    assert {(credit.source.name, credit.source.kind) for credit in credits} == {
        ("The Boston Globe", OUTLET),
        ("Business Insider", OUTLET),
    }


@pytest.mark.parametrize(
    "text",
    [
        "He rolled back a Holm-era rule that banned states from shutting the mill.",
        "It is a perennial campaign promise to shut the mill.",
        "Ministers saw a campaign email that went out on Saturday.",
    ],
)
def test_one_of_a_kind_before_a_bare_form_says_nothing(text: str) -> None:
    assert not extract_mentions(Article("a", 1, text)).quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to a survey done by Norwick University, it is shut.", "a survey done by Norwick University"),
        ("It is shut, according to a fact sheet from Holm’s office.", "a fact sheet from Holm’s office"),
    ],
)
def test_a_document_is_credited_not_who_made_it(text: str, name: str) -> None:
    assert name in [c.source.name for c in extract_mentions(Article("a", 1, text)).credits]
