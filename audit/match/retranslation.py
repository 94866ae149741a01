"""Two renderings of one statement from another language: no alteration, though most small words differ.

Invariant: told only where something says that another language was spoken: for whom the speaker speaks, or the text
that prints the words. Careless hands change as much in their own language, and that is an alteration.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import LCSseq

from audit.lexicon import load_rules
from audit.lexicon.counts import news_stem, rarity
from audit.match.align import MARKS, Alignment, Edit, negations, numbers
from audit.match.words import common_words, read_words, stem
from audit.records import Span
from audit.text.sentences import sentence_around

LEAST_EDITS = 3  # places where the two differ, between their first and last shared words
SAME_LENGTH = 0.8  # of the longer: a statement of that length was turned, not cut
REWORDED = frozenset({"spliced", "reordered", "substituted", "inflected"})
"""Relations that two translations of one statement have and nobody is to blame for."""
LEAST_SMALL = 3  # small words that one has and the other has not
ALIKE = 0.5  # twice the shared weight over all of it (Dice 1945)
FREELY = 0.3  # the same of two free renderings, each far likelier than all beside it
FREELY_TELLS = 4.0  # weight of what they both tell: one word that few articles have, or some that many have
LEAST_TELLING = 2  # words that both have and that are not small
IN_ORDER = 0.5  # of all words, or of the telling ones, that stand in both in one order
TELLS = 8.0  # weight of what both tell: about two words that few articles have
LEAST_CONTENT = 0.5  # share of the telling words of the shorter that stand in the other in the same order


def is_translated(text: str, affiliation: str | None) -> bool:
    """Whether a quote was spoken in another language: its speaker speaks for a state of one, or its text says so."""
    return affiliation in _foreign_bodies() or tells_translation(text)


@lru_cache(maxsize=1 << 12)
def tells_translation(text: str) -> bool:
    """Whether a text says anywhere that words in it were translated, or spoken or printed in another language."""
    if any(found["own"] or _stands_alone(found["next"]) for found in _language().finditer(text)):
        return True
    if any(phrase in text for phrase in _into()) or any(_is_spoken(text, one) for one in _UNLISTED.finditer(text)):
        return True
    small = text.casefold()
    if not any(cue in small for cue in _cues()):
        return False  # asked first: words are read slowly
    return any(word in _cues() for word in read_words(text).keys)


@cache
def _language() -> re.Pattern[str]:
    names = "|".join(load_rules("translation")["languages"]["words"])
    return re.compile(rf"\b(?P<own>(?:{names})-language)\b|\bin (?:{names})\b(?:\s+(?P<next>[\w'’-]+))?")


_UNLISTED = re.compile(r"\bin (?P<name>[A-Z][a-z]+an)\b(?:\s+(?P<next>[\w'’-]+))?")


def _is_spoken(text: str, found: re.Match[str]) -> bool:
    """Whether a name is of a language that somebody spoke: the people of a country that the text names, in a sentence
    of speech.
    """
    name = found["name"]
    if not _stands_alone(found["next"]) or not re.search(rf"\b(?:{name[:-1]}|{name[:-2]})\b", text):
        return False
    sentence = sentence_around(text, Span(*found.span()))
    return not _speech().isdisjoint(read_words(text, sentence).keys)


@cache
def _speech() -> frozenset[str]:
    return frozenset(load_rules("translation")["speech"]["words"])


@cache
def _into() -> tuple[str, ...]:
    return tuple(load_rules("translation")["into"]["words"])


def _stands_alone(following: str | None) -> bool:
    """Whether a language stands for itself: "in German and", not "in German hands"."""
    return following is None or following.casefold() in common_words()


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
    if bool(negations(a)) == bool(negations(b)):
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
    tells = _content(ours, theirs) >= LEAST_CONTENT or likeness(a, b) > 0
    return tells and _small(ours, theirs) >= LEAST_SMALL


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
    small = common_words() | MARKS
    one, two = ([stem(word) for word in words if word not in small] for words in (a, b))
    return LCSseq.similarity(one, two) / min(len(one), len(two)) if one and two else 0.0


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """How much two wordings tell the same, 0 to 1; 0 for what is not the same statement."""
    alike, shared = _alike(a, b), _shared(a, b)
    if shared < TELLS or alike < ALIKE:
        return 0.0
    return alike if max(_in_order(a, b), _content(a, b)) >= IN_ORDER else 0.0


def freely_alike(a: Sequence[str], b: Sequence[str]) -> float:
    """The same for two wordings that were turned freely, whatever their order; 0 where too little is shared.

    Says little alone: only what is far likelier than all else that was said there is the same statement.
    """
    telling = {word for word in set(_told(tuple(a))) & set(_told(tuple(b))) if word not in common_words()}
    alike = _alike(a, b)
    return alike if alike >= FREELY and len(telling) >= LEAST_TELLING and _shared(a, b) >= FREELY_TELLS else 0.0


def _shared(a: Sequence[str], b: Sequence[str]) -> float:
    """What both tell."""
    two = _told(tuple(b))
    return sum(weight for word, weight in _told(tuple(a)).items() if word in two)


def _alike(a: Sequence[str], b: Sequence[str]) -> float:
    """What both tell, as a share of what they tell (Dice 1945)."""
    both = sum(_told(tuple(a)).values()) + sum(_told(tuple(b)).values())
    return 2 * _shared(a, b) / both if both else 0.0


def _in_order(a: Sequence[str], b: Sequence[str]) -> float:
    """Words by stem that stand in both in one order, as a share of the shorter."""
    one, two = ([news_stem(word) for word in words if word not in MARKS] for words in (a, b))
    return LCSseq.similarity(one, two) / min(len(one), len(two)) if one and two else 0.0


@lru_cache(maxsize=1 << 14)
def _told(words: tuple[str, ...]) -> dict[str, float]:
    """What each word of a wording tells, by stem."""
    return {news_stem(word): rarity(news_stem(word)) for word in words if word not in MARKS}
