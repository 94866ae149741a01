"""A mail of several stories is several articles; any other mail is one."""

from __future__ import annotations

import pytest

from audit.ingest.readers.newsletters import stories

LONG = (
    "The harbour office closed the old quay on Monday after divers had found cracks in its walls, its director said. "
)
LONG += "Nobody knows how long the repair will take, and the ferry lands elsewhere until the walls are sound and safe."


def head(number: int) -> str:
    return f'<h2><a href="https://quay.example/n/{number}">Story {number} of the quay</a></h2>'


BOXED = "".join(f"<table><tr><td>{head(n)}<p>{LONG} Number {n}.</p></td></tr></table>" for n in (1, 2, 3))
FLAT = "".join(f"{head(n)}<p>{LONG}</p><p>Number {n}.</p>" for n in (1, 2, 3))


@pytest.mark.parametrize("body", [BOXED, FLAT, f"<div>{FLAT}</div>"])
def test_each_linked_headline_with_words_below_is_a_story(body: str) -> None:
    found = stories(f"<html><body><p>Good morning</p>{body}</body></html>")
    assert [(one.title, one.url) for one in found] == [
        (f"Story {n} of the quay", f"https://quay.example/n/{n}") for n in (1, 2, 3)
    ]
    for number, one in enumerate(found, 1):
        assert f"Number {number}." in one.page
        assert f"Number {number % 3 + 1}." not in one.page


def test_a_letter_beside_the_stories_is_kept() -> None:
    *_, rest = stories(f"<html><body><p>{LONG} {LONG} {LONG}</p>{FLAT}</body></html>")
    assert (rest.title, rest.url) == ("", "")
    assert LONG.strip() in rest.page
    assert "Number 1." not in rest.page


@pytest.mark.parametrize(
    "body",
    [
        f"<h2>One</h2><p>{LONG}</p><h2>Two</h2><p>{LONG}</p>",  # parts of one text
        f"{head(1)}<p>{LONG}</p>",
        head(1) + head(2) + head(3),  # a list of headlines
        "",
    ],
)
def test_one_text_stays_one(body: str) -> None:
    assert stories(f"<html><body>{body}</body></html>") == []
