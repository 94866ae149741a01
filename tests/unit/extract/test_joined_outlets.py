"""Outlets that share one phrase of credit: a sentence on either side."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("It fell, according to BuzzFeed and The Intercept.", ["BuzzFeed News", "The Intercept"]),
        ("It fell, according to the BBC or the Guardian.", ["BBC News", "The Guardian"]),
        ("It fell, according to the BBC, the Guardian.", ["BBC News", "The Guardian"]),
        ("It fell, according to the BBC, as well as to the Guardian.", ["BBC News", "The Guardian"]),
        ("It fell, according to the BBC. The Guardian came.", ["BBC News"]),
        ("It fell, according to the BBC, whose staff and the Guardian came.", ["BBC News"]),
    ],
)
def test_who_shares_a_credit(text: str, credited: list[str]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text}))
    assert [one.source.name for one in found.credits] == credited
