"""Marks without the blank that should stand beside them, and with one that should not."""

from __future__ import annotations

import pytest

from audit.extract.reading import read_document
from audit.records import Article


@pytest.mark.parametrize(
    ("text", "sentences", "quoted"),
    [
        ("“It is shut.”The board met.", ["“It is shut.”", "The board met."], ["It is shut."]),
        ('Nobody came."It is shut," she said."We left."', None, ["It is shut,", "We left."]),
        ("« It is shut. » She left.", ["« It is shut. »", "She left."], ["It is shut."]),
        ("« It is shut », she said. « We left. »", None, ["It is shut", "We left."]),
        ("The 12\" pipe is shut. It's 6'2\".", None, []),
        ("He lives in the U.S.A. now. “No.”", ["He lives in the U.S.A. now.", "“No.”"], ["No."]),
    ],
)
def test_marks_are_read_without_their_blanks(text: str, sentences: list[str] | None, quoted: list[str]) -> None:
    document = read_document(Article("a", 1, text))
    assert [span.of(text) for span in document.quoted] == quoted
    assert sentences is None or [span.of(text) for span in document.sentences] == sentences
