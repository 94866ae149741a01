"""The sentence of a place: "Then 40 boats came, e.g. sloops. Two sank." and the place of "40" give the first one.

Invariant: a sentence lies in one line of the text and ends where `cut_sentences` ends it, as everywhere else.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import takewhile

from audit.records import Span
from audit.text.segment import cut_sentences, pair_marks


def sentence_around(text: str, span: Span, language: str = "en", reach: int | None = None) -> Span:
    """The sentence, or the sentences, of one line that hold a span; looks at most `reach` characters to either side."""
    line = _line(text, span)
    if reach is not None:
        line = Span(max(line.start, span.start - reach), min(line.end, span.end + reach))
    sentences = _sentences(text, line, language)
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    following = (sentences[number] for number in range(first, len(sentences)))
    met = [one for one in takewhile(lambda one: one.start < span.end, following) if one.meets(span)]
    return Span(met[0].start, met[-1].end) if met else line


@lru_cache(maxsize=256)
def _sentences(text: str, line: Span, language: str) -> tuple[Span, ...]:
    """Those of a line, which is asked for as often as it has mentions."""
    return tuple(cut_sentences(text, line, pair_marks(text, line)[0], language))


def _line(text: str, span: Span) -> Span:
    """The line that a span begins in, as far as the span reaches at least."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
