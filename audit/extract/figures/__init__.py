"""Figures of a text: own grammar over masks.

Invariants: `text[start:end] == surface`, no figure inside a mask, linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from audit.extract.figures.lexicon import lexicon
from audit.extract.figures.reader import read_figures
from audit.lexicon import languages_with
from audit.lexicon.language import DEFAULT
from audit.records import Figure, Span
from audit.text.tokens import Tokens

__all__ = ["figures_among", "find_figures"]

_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


def find_figures(text: str, spans: Sequence[Span], language: str = "en") -> tuple[Figure, ...]:
    """The figures in the given stretches (sentences) of `text`, in the order of the stretches.

    `language` is a code such as "en" or "de-AT"; one without a number table is read as English. Offsets count
    code points.
    """
    code = language.split("-")[0].lower()
    return figures_among(Tokens(text, *span, code if code in languages_with("numbers") else DEFAULT) for span in spans)


def figures_among(sentences: Iterable[Tokens]) -> tuple[Figure, ...]:
    """The figures of sentences that are read to tokens already, in their order."""
    return tuple(figure for tokens in sentences for figure in _found(tokens))


def _found(tokens: Tokens) -> Iterator[Figure]:
    if not tokens.size:
        return
    rules = lexicon(tokens.language)
    if _DIGIT.search(tokens.text, tokens.starts[0], tokens.ends[-1]) or not rules.starters.isdisjoint(tokens.lows):
        yield from read_figures(tokens, rules)
