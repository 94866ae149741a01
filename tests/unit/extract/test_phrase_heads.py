"""Which noun of a speaker phrase is its head: a name that only tells where, whose or of what somebody is never speaks."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, SourceKind


def source_of(text: str) -> tuple[str | None, SourceKind | None]:
    source = extract_mentions(Article("a", 1, text)).quotes[-1].source
    return (source.name, source.kind) if source else (None, None)


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("U.S. intelligence agencies say that it was shut.", "U.S. intelligence agencies", SourceKind.ORGANISATION),
        ("Republicans on Capitol Hill say that it was shut.", "Republicans on Capitol Hill", SourceKind.ANONYMOUS),
        ("An expert on North Korea said that it was shut.", "An expert on North Korea", SourceKind.ANONYMOUS),
        ("Some observers in Washington said it was shut.", "Some observers in Washington", SourceKind.ANONYMOUS),
        ("The Fox News host said that it was shut.", "The Fox News host", SourceKind.ANONYMOUS),
        ("A Fox News spokeswoman said that it was shut.", "Fox News", SourceKind.OUTLET),
        ("Ada Holm won. One Holm ally said that it was shut.", "One Holm ally", SourceKind.ANONYMOUS),
        (
            "A spokeswoman for Rep. Ada Holm said that it was shut.",
            "A spokeswoman for Rep. Ada Holm",
            SourceKind.ANONYMOUS,
        ),
        (
            "Various spokesmen for President-elect Ada Holm said that it was shut.",
            "Various spokesmen for President-elect Ada Holm",
            SourceKind.ANONYMOUS,
        ),
        ("Ada Holms came. Holms’ office said that it was shut.", "Holms’ office", SourceKind.ORGANISATION),
        ("Ada Holm of the Norwick Council said that it was shut.", "Ada Holm", SourceKind.PERSON),
    ],
)
def test_the_head_of_a_phrase_speaks(sentence: str, name: str, kind: SourceKind) -> None:
    assert source_of(sentence) == (name, kind)


@pytest.mark.parametrize(
    "sentence",
    ["The notice sent to Congress said that it was shut.", "A meeting in Washington confirmed the plan."],
)
def test_a_body_behind_a_noun_of_unknown_kind_does_not_speak(sentence: str) -> None:
    assert source_of(sentence) == (None, None)
