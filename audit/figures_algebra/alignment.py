"""Which figures of two texts stand for each other, by the words around them.

Invariant: a figure has at most one twin, and twins keep the order of both texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from audit.records import Figure

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+")
_MOST = 120  # words of a text that are aligned
NUMBER = "#"
"""What stands for a figure among the words of a text."""

Twins = list[tuple[Figure, Figure]]


def twins(text_a: str, figures_a: Sequence[Figure], text_b: str, figures_b: Sequence[Figure]) -> Twins:
    """Pairs of figures that stand at one place of a sentence which is in both texts, each number with its twin."""
    if len(figures_a) < 2 and len(figures_b) < 2:
        return []
    one, two = outline(text_a, figures_a), outline(text_b, figures_b)
    matcher = SequenceMatcher(None, [word for word, _ in one], [word for word, _ in two], autojunk=False)
    pairs = []
    for a, b, size in matcher.get_matching_blocks():
        for k in range(size):
            here, there = one[a + k][1], two[b + k][1]
            if here is not None and there is not None:
                pairs.append((figures_a[here], figures_b[there]))
    return pairs


def outline(text: str, figures: Sequence[Figure]) -> list[tuple[str, int | None]]:
    """The words of a text in lower case, each figure as one mark with its number."""
    outline: list[tuple[str, int | None]] = []
    at = 0
    for number, figure in enumerate(figures):
        outline += [(word.lower(), None) for word in _WORD.findall(text[at : figure.span.start])]
        outline.append((NUMBER, number))
        at = max(at, figure.span.end)
    outline += [(word.lower(), None) for word in _WORD.findall(text[at:])]
    return outline[:_MOST]
