"""Whether an outlet stands beside words that nobody stands for, whose report they may be."""

from __future__ import annotations

import re
from collections import deque
from itertools import islice

from audit.judge.gates.chain_ends import Row
from audit.judge.library import Library
from audit.records import Span

BESIDE = 800  # characters: of longer paragraphs only those that stand next to the words
AROUND = 2  # paragraphs on either side of one
_LINE = re.compile(r"\S[^\n]*")


def is_near_outlet(cue: Row, library: Library) -> bool:
    """Whether another outlet is named in the paragraph of crediting words, or in one of the next on either side."""
    text, line = library.texts[cue["article_id"]], library.paragraph(cue)
    before = [at.start() for at in _LINE.finditer(text, max(0, line.start - BESIDE), line.start)][-AROUND:]
    behind = [at.end() for at in islice(_LINE.finditer(text, line.end, line.end + BESIDE), AROUND)]
    first, last = before[0] if before else line.start, behind[-1] if behind else line.end
    return library.names_outlet(
        cue["article_id"], Span(max(first, cue["start"] - BESIDE), min(last, cue["end"] + BESIDE))
    )


def is_with_outlet(place: Row, library: Library) -> bool:
    """Whether the sentence of words names another outlet: "in letters obtained by the Post, one clerk writes"."""
    return library.names_outlet(place["article_id"], library.sentence(place))


def is_behind_colon(place: Row, library: Library, paragraphs: int = 1) -> bool:
    """Whether one of the paragraphs before the one of a place ends in a colon."""
    text, line = library.texts[place["article_id"]], library.paragraph(place)
    above = (text[at.start() : at.end()].rstrip() for at in _LINE.finditer(text, 0, line.start))
    return any(words.endswith(":") for words in deque(above, paragraphs))


def is_introduced_by_outlet(place: Row, library: Library) -> bool:
    """Whether the paragraph before words ends in a colon and names another outlet: they stand in that one's text."""
    text, end = library.texts[place["article_id"]], library.paragraph(place).start
    before = text[:end].rstrip()
    return is_behind_colon(place, library) and library.names_outlet(
        place["article_id"], Span(before.rfind("\n") + 1, len(before))
    )


def is_of_two(place: Row, library: Library) -> bool:
    """Whether a sentence credits two outlets, so that what one tells may be taken for what the other does."""
    return library.outlets_credited(place["article_id"], library.sentence(place)) > 1
