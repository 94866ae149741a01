"""Headlines of other texts that stand at the foot of one: what they say is not its word."""

from __future__ import annotations

from typing import Any

from audit.judge.library import Library

Row = dict[str, Any]
STOPS = '.!?…”"’)'
CLOSING = '”"’)]'
GOES_ON = (":", ";", ",")
LEAST_WORDS = 4  # words with a capital that make a line a headline
LONG = 4  # letters of a word that a headline writes with a capital
SHARE = 0.8  # of these that have one


def is_teaser(place: Row, library: Library) -> bool:
    """Whether a place stands in a headline behind the last sentence of its text."""
    text, line = library.texts[place["article_id"]], library.paragraph(place)
    above = text[: line.start].strip()
    below = text[line.start :].splitlines()
    return bool(above) and _is_headline(line.of(text)) and not any(_is_closed(one) for one in below)


def is_no_sentence(place: Row, library: Library) -> bool:
    """Whether a place stands in a line that ends as no sentence does: a headline, or a point of a list above a text."""
    line = library.paragraph(place).of(library.texts[place["article_id"]]).rstrip(f"{CLOSING} \t")
    return not (_is_closed(line) or line.endswith(GOES_ON))


def _is_closed(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.rstrip()[-1:] in STOPS and bool(line.strip())


def _is_headline(line: str) -> bool:
    """Whether a line has capitals as a headline has, and no stop."""
    long = [word for word in line.split() if len(word) >= LONG and word[0].isalpha()]
    high = sum(word[0].isupper() for word in long)
    return not _is_closed(line) and high >= max(LEAST_WORDS, SHARE * len(long))
