"""How much a change of words weighs: whether other words say the same, or were said at another moment.

Invariant: the two sides may be swapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from rapidfuzz.distance import Indel

from audit.judge.gates.substance import Change, bases, lemma, matters, modality, persons_meant, telling
from audit.lexicon import load_rules
from audit.lexicon.counts import is_near, news_stem, small_share, synonym_rows
from audit.match.words import common_words

ALIKE = 0.6  # of the letters of two words of which one may be heard or typed for the other
MOST_PLACES = 2  # where two reports of one utterance differ in what they tell: more is a telling of its own
FRAME, REACH = 4, 6  # words of a frame that a speaker repeats; within so many before a change

Words = Sequence[str]


def says_the_same(change: Change) -> bool:
    """Whether both sides tell the same, or do not tell who is meant: synonyms, one root, a verb that only carries."""
    here, there = change.before, change.after
    if change.denies:
        return False
    if _is_duty(here, there):
        return True
    if modality(here) != modality(there):
        return _is_ability(here, there)
    if all(map(persons_meant, (here, there))):
        return _is_ability(here, there) or _are_both_absent(here, there)
    return _is_left_open(here, there) or _are_alike(here, there)


def is_plain(change: Change) -> bool:
    """Whether a change that says the same only has another form, or a word that any news has: "think" for "believe"."""
    one, two = _apart(change.before, change.after)
    near = not (one and two) or _are_near(one, two)
    forms = not {*map(news_stem, one)}.isdisjoint(map(news_stem, two))
    return _is_duty(change.before, change.after) or (near and (forms or not common_words().isdisjoint([*one, *two])))


def _is_ability(here: Words, there: Words) -> bool:
    """ "before it can sink" for "before it sinks"."""
    one, two = (sorted(lemma(word) for word in words if word not in able()) for words in (here, there))
    return bool(one) and one == two


def _are_both_absent(here: Words, there: Words) -> bool:
    """ "Him" for "them": who is spoken of stands outside of the words, and nobody who speaks or hears is meant."""
    one, two = (sorted(map(lemma, telling(words))) for words in (here, there))
    return one == two and persons_meant([*here, *there]) <= _absent()


@cache
def _absent() -> frozenset[str]:
    return persons_meant([*load_rules("many_counts")["third_persons"]])


@cache
def able() -> frozenset[str]:
    """Forms of can."""
    return frozenset(load_rules("stance")["able"]["words"])


def _are_alike(here: Words, there: Words) -> bool:
    """Whether the words stand for each other, one side only tells more, or one has a noun that may stand for any."""
    one, two = _apart(here, there)
    if bool(one) != bool(two):
        return True  # one side only tells more
    return _are_near(one, two) or (not _is_like(one, two) and (_is_general(one) or _is_general(two)))


def _are_near(one: Words, two: Words) -> bool:
    """Whether each word has one of its root or its meaning on the other side."""
    here, there = map(_no_carrying, (one, two))
    return bool(here) and _all_meet(here, there) and _all_meet(there, here)


def _all_meet(here: Words, there: Words) -> bool:
    return all(any(_is_near(word, other) for other in there) for word in here)


def _no_carrying(words: Words) -> Words:
    """The words without verbs that only carry what stands behind them, unless all do."""
    carrying = load_rules("stance")["carrying"]["words"]
    return [word for word in words if word not in carrying] or words


def _is_near(one: str, two: str) -> bool:
    return (
        news_stem(one) == news_stem(two)
        or frozenset((lemma(one), lemma(two))) in _same()
        or any(is_near(a, b) for a in bases(one) for b in bases(two))
    )


def _is_general(words: Words) -> bool:
    general = map(lemma, load_rules("stance")["general"]["words"])
    return len(words) == 1 and lemma(words[0]) in general


def _is_left_open(here: Words, there: Words) -> bool:
    """Whether one side only says "we" or "our" and the other names somebody or nobody: who, the words do not tell."""
    bare, full = (here, there) if persons_meant(here) else (there, here)
    return bool(persons_meant(bare) and not persons_meant(full) and not telling(bare))


def is_retold(changes: Sequence[Change]) -> bool:
    """Whether the wordings part in so many places that somebody said the thing twice."""
    parted = (c for c in changes if c.before and c.after and matters(c.before, c.after))
    return len({frozenset((c.before, c.after)) for c in parted}) > MOST_PLACES


def is_of_series(before: Words, said: Words) -> bool:
    """Whether the words before a change stand elsewhere in what is said: of a series each report may choose another."""
    runs = [tuple(said[at : at + FRAME]) for at in range(len(said) - FRAME + 1)]
    near = before[-REACH:]
    return any(runs.count(tuple(near[at : at + FRAME])) > 1 for at in range(len(near) - FRAME + 1))


def _apart(here: Words, there: Words) -> tuple[list[str], list[str]]:
    """The telling words that one side has and the other has not."""
    sides = telling(here), telling(there)
    one, two = (frozenset(map(lemma, words)) for words in sides)
    return [word for word in sides[0] if lemma(word) not in two], [word for word in sides[1] if lemma(word) not in one]


def _is_like(one: Words, two: Words) -> bool:
    """Whether one word that news knows stands for another that looks like it."""
    if len(one) != 1 or len(two) != 1 or not all(map(small_share, (*one, *two))):
        return False
    return Indel.normalized_similarity(one[0], two[0]) >= ALIKE


@cache
def _same() -> frozenset[frozenset[str]]:
    """Pairs of words that say the same or are of one root."""
    return frozenset(pair for words in synonym_rows() for pair in _pairs(words))


def _pairs(words: Words) -> Iterator[frozenset[str]]:
    return map(frozenset, combinations(map(lemma, words), 2))


def _is_duty(here: Words, there: Words) -> bool:
    """Whether both sides only tell of a duty, in other forms: "have got to" for "need to"."""
    table = load_rules("stance")["duty"]
    said = {*here, *there}
    return bool(here and there) and said <= {*table["words"]} and not said.isdisjoint(table["marks"])
