"""Two renderings of one statement from another language: no alteration, though most small words differ.

Invariant: told only where something says that another language was spoken: for whom the speaker speaks, or a word
beside the quote. Careless hands change as much in their own language, and that is an alteration.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import LCSseq

from audit.lexicon import load_rules
from audit.match.align import MARKS, Alignment, Edit, negations, numbers
from audit.match.words import common_words, read_words, stem
from audit.records import Span

LEAST_EDITS = 3  # places where the two differ, between their first and last shared words
SAME_LENGTH = 0.8  # of the longer: a statement of that length was turned, not cut
REWORDED = frozenset({"spliced", "reordered", "substituted", "inflected"})
"""Relations that two translations of one statement have and nobody is to blame for."""
AROUND = 200  # characters beside a quote where a word may say that it was translated
LEAST_SMALL = 3  # small words that one has and the other has not
LEAST_CONTENT = 0.6  # share of the telling words of the shorter that stand in the other in the same order


def is_translated(text: str, span: Span, affiliation: str | None) -> bool:
    """Whether a quote was spoken in another language: its speaker speaks for a state of one, or a word beside it says
    so.
    """
    if affiliation in _foreign_bodies():
        return True
    beside = Span(max(0, span.start - AROUND), span.start), Span(span.end, min(len(text), span.end + AROUND))
    return any(word in _cues() for word in read_words(text, *beside).keys)


@cache
def _foreign_bodies() -> frozenset[str]:
    bodies = {body["name"] for body in load_rules("affiliations")["body"]}
    return frozenset(bodies - set(load_rules("translation")["home"]["words"]))


@cache
def _cues() -> frozenset[str]:
    return frozenset(load_rules("translation")["cues"]["words"])


def as_translations(a: Sequence[str], b: Sequence[str], found: set[str]) -> set[str]:
    """Relations of two translations: what was reworded is none, a negation or number only where it went altogether."""
    kept = found - REWORDED
    if negations(a) == negations(b):
        kept.discard("negation_changed")
    if numbers(a) == numbers(b):
        kept.discard("figure_changed")
    if min(len(a), len(b)) >= SAME_LENGTH * max(len(a), len(b)):
        kept -= {"truncated", "fragment"}
    return kept | {"retranslated"}


def is_retranslated(a: Sequence[str], b: Sequence[str], alignment: Alignment) -> bool:
    """Whether two wordings tell the same in the same order with other small words, in several places."""
    changed = [edit for edit in alignment.edits if not edit.outer and _words(edit)]
    if len(changed) < LEAST_EDITS:
        return False
    ours, theirs = (_between(keys, alignment, side) for keys, side in ((a, 0), (b, 1)))
    small, content = _small(ours, theirs), _content(ours, theirs)
    return small >= LEAST_SMALL and content >= LEAST_CONTENT


def _words(edit: Edit) -> list[str]:
    return [word for word in (*edit.a, *edit.b) if word not in MARKS]


def _between(keys: Sequence[str], alignment: Alignment, side: int) -> list[str]:
    """The words from the first to the last that both have."""
    tiles = (*alignment.tiles, *alignment.moved)
    starts, ends = [t[side] for t in tiles], [t[side] + t.size for t in tiles]
    return [key for key in keys[min(starts) : max(ends)] if key not in MARKS] if tiles else []


def _small(a: Sequence[str], b: Sequence[str]) -> int:
    """How many small words stand in one alone, each as often as it does."""
    one, two = (Counter(word for word in words if word in common_words()) for words in (a, b))
    return ((one - two) + (two - one)).total()


def _content(a: Sequence[str], b: Sequence[str]) -> float:
    """Telling words by stem that stand in both in one order, as a share of the shorter."""
    one, two = ([stem(word) for word in words if word not in common_words()] for words in (a, b))
    return LCSseq.similarity(one, two) / min(len(one), len(two)) if one and two else 0.0
