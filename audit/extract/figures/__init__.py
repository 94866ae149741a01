"""Figures of a text: own grammar over masks.

Invariants: `text[start:end] == surface`, no figure inside a mask, linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.extract.figures.lexicon import NUMBERED, lexicon
from audit.extract.figures.reader import read_figures
from audit.records import Figure, Span

__all__ = ["find_figures"]

_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_WORDS = re.compile(r"[^\W\d_]+")


def find_figures(text: str, spans: Sequence[Span], language: str = "en") -> tuple[Figure, ...]:
    """The figures in the given stretches (sentences) of `text`, in the order of the stretches.

    `language` is a code such as "en" or "de-AT"; one without a number table is read as English. Offsets count
    code points.
    """
    return tuple(_found(text, spans, language))


def _found(text: str, spans: Sequence[Span], language: str) -> Iterator[Figure]:
    code = language.split("-")[0].lower()
    rules = lexicon(code if code in NUMBERED else "en")
    for start, end in spans:
        if _DIGIT.search(text, start, end) or not rules.starters.isdisjoint(_WORDS.findall(text[start:end].lower())):
            yield from read_figures(text, start, end, rules)
