"""Bodies and headlines glued to names, and phrases for people that hold a body's name."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, SourceKind

PERSON, BODY, UNNAMED = SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.ANONYMOUS


@pytest.mark.parametrize(
    ("speaker", "name", "kind"),
    [
        ("DNI James Holm", "James Holm", PERSON),
        ("CNN National Security Contributor Frances Ada Holm", "Frances Ada Holm", PERSON),
        ("United Nations John Holm", "John Holm", PERSON),
        ("The Anne Holm Center", "Anne Holm Center", BODY),
        ("The USS John Holm", "USS John Holm", BODY),
        ("A Ministry of Health official", "A Ministry of Health official", UNNAMED),
        ("Department of Justice attorneys", "Department of Justice attorneys", UNNAMED),
        ("The Department of Justice", "Department of Justice", BODY),
        ("A group of pilots", "A group of pilots", UNNAMED),
        ("A group led by pilots", "A group led by pilots", BODY),
    ],
)
def test_who_speaks(speaker: str, name: str, kind: SourceKind) -> None:
    (quote,) = extract_mentions(Article("a", 1, f"{speaker} said it was shut.")).quotes
    assert quote.source
    assert (quote.source.name, quote.source.kind) == (name, kind)


@pytest.mark.parametrize("headline", ["Norwick Official Says It Can Stop Rockets", "UNION LAWYERS SAY IT IS SHUT"])
def test_people_in_a_headline_are_no_body(headline: str) -> None:
    assert [one.source and one.source.kind for one in extract_mentions(Article("a", 1, headline)).quotes] == [UNNAMED]
