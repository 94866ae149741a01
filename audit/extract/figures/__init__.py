"""Figures of a text: own grammar over masks.

Invariants: `text[start:end] == surface`, no figure inside a mask, linear time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from audit.extract.figures.reader import read_figures
from audit.lexicon import languages_with
from audit.lexicon.language import DEFAULT
from audit.records import Figure, Span
from audit.text.tokens import Tokens

__all__ = ["figures_among", "find_figures"]


def find_figures(text: str, spans: Sequence[Span], language: str = "en") -> tuple[Figure, ...]:
    """The figures in the given stretches (sentences) of `text`, in the order of the stretches.

    `language` is a code such as "en" or "de-AT"; one without a number table is read as English. Offsets count
    code points.
    """
    code = language.split("-")[0].lower()
    known = code if code in languages_with("numbers") else DEFAULT
    return figures_among([Tokens(text, start, end, known) for start, end in spans])


def figures_among(sentences: Iterable[Tokens]) -> tuple[Figure, ...]:
    """The figures of sentences that are read to tokens already, in their order."""
    return tuple(chain.from_iterable(map(read_figures, sentences)))
