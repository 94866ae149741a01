"""Words that stand in the place of other words: whether a careful editor would call the quote altered.

What says the same in another form is no alteration: another tense, another spelling or a slip of it, small words, a
name in the place of its pronoun. What is one: other words that tell something, who speaks or is spoken of, whether it
must, may or can be, whether it is denied. Invariant: the two sides may be swapped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from audit.lexicon import load_rules
from audit.lexicon.counts import is_frequent, small_share
from audit.match.words import common_words, stem
from audit.text import parts_of_speech as classes

CLIPPED = 2  # letters of a word of which a desk or a post keeps no more
SHORTENED = range(3, 6)  # letters of a word cut short: Sept, Calif
MOST_CHANGED = 4  # words in a row: more is another sentence
LEAST_WORD = 3  # letters of a word that may be mistyped
BE = "b"  # as `lemma` gives it
TYPING = 4  # letters on which one may be another in one word
_MISTYPED = re.compile(r"[^\W\d_]\d[^\W\d_]")  # a sign that was lost on the way: don1t
_LETTERS = re.compile(r"[^\w]")
_CLOSED = (
    classes.PREPOSITION, classes.TO, classes.PRONOUN, classes.QUESTION, classes.CONJUNCTION,
    classes.PARTICLE,
)  # fmt: skip

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one wording that stand otherwise in the other."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def moves(self) -> bool:
        """Whether one side only says no here: it may do so elsewhere, where the other does."""
        return self.denies and not (self.before and self.after)

    @property
    def denies(self) -> bool:
        """Whether one side says no more often; "not this or that" says it as often as "not this, not that"."""
        one, two = (sum(w in negations() for w in words) for words in (self.before, self.after))
        return one != two and not _joined_under_no(self.before, self.after)


def _joined_under_no(here: Words, there: Words) -> bool:
    """Whether the sides are the same but for a no where the other only joins."""
    one, two = ([w for w in words if w not in negations() and w not in joining()] for words in (here, there))
    return one == two and any(joining() & {*words} for words in (here, there))


def matters(here: Words, there: Words) -> bool:
    """Whether a change is more than a small word, another form or spelling, or words left out."""
    if max(len(here), len(there)) > MOST_CHANGED or "".join(here) == "".join(there):
        return False
    if any(_MISTYPED.search(word) for word in (*here, *there)):
        return False
    here, there = _without_clipped(here, there)
    if Change(tuple(here), tuple(there)).denies:
        return True
    if hedge_of(here) is not None and hedge_of(here) == hedge_of(there):
        return False
    return bool(here and there) and not is_slip(here, there) and _tells_otherwise(here, there)


def _tells_otherwise(here: Words, there: Words) -> bool:
    """Whether the words that tell something differ, or else what the small ones say of who and whether."""
    one, two = (telling(words) for words in (here, there))
    if _lemmas(one) == _lemmas(two):
        return _other_modality(here, there) or _others(here, there)
    if one and two:
        return not one_spelling("".join(one), "".join(two)) and not is_short_for(one, two)
    bare, full = (there, here) if one else (here, there)  # a name in the place of a pronoun is no other person
    return bool(_own(bare) or modality(bare) or _is_deed(bare, full))


def _is_deed(bare: Words, full: Words) -> bool:
    """Whether one side only says that something is and the other what it does: "are with", "go out to"."""
    return BE in map(lemma, bare) and BE not in map(lemma, full) and any(_kind(word) in classes.VERBS for word in full)


# What the words of one side tell


def telling(words: Words) -> list[str]:
    """The words that tell something by themselves."""
    silent = _small_words() | _persons().keys() | _modals().keys()
    return [word for word in words if word not in silent]


def _lemmas(words: Words) -> Counter[str]:
    return Counter(map(lemma, words))


def lemma(word: str) -> str:
    """A word without what its tense or number adds: take of took, mill of mills."""
    return (classes.word_classes().lemmas.get(word) or stem(word)).rstrip("e")


def bases(word: str) -> frozenset[str]:
    """The forms under which a dictionary may have a word."""
    bare = stem(word)
    return frozenset((word, bare, f"{bare}e", classes.word_classes().lemmas.get(word, word)))


def modality(words: Words) -> frozenset[str]:
    """Whether something must, may or can be."""
    return frozenset(_modals()[word] for word in words if word in _modals())


def _other_modality(here: Words, there: Words) -> bool:
    return modality(here) != modality(there)


def _others(here: Words, there: Words) -> bool:
    """Whether somebody else is spoken of; where one side has nobody, only the speaker or the hearer is missed."""
    one, two = persons_meant(here), persons_meant(there)
    if one and two:
        return one != two
    return _own([*here, *there]) and _pointing().isdisjoint([*here, *there])


@cache
def _pointing() -> frozenset[str]:
    """Words that point at what is the speaker's own: "this country" is "our country"."""
    return frozenset(load_rules("closed_classes")["demonstratives"]["words"])


def _own(words: Words) -> bool:
    return not _no_fillers(words).isdisjoint(load_rules("stance")["own"]["words"])


def persons_meant(words: Words) -> frozenset[str]:
    """Which persons the words stand for: the speaker, the hearer, a man; fillers left out."""
    return frozenset(_persons()[word] for word in _no_fillers(words) if word in _persons())


def _no_fillers(words: Words) -> frozenset[str]:
    said = " ".join(words)
    for filler in load_rules("stance")["fillers"]["words"]:
        said = said.replace(filler, "")
    return frozenset(said.split())


def _groups(name: str) -> Mapping[str, str]:
    entries = load_rules("stance")[name]
    return {word: entry["kind"] for entry in entries for word in entry["words"].split()}


@cache
def _persons() -> Mapping[str, str]:
    return _groups("persons")


@cache
def _modals() -> Mapping[str, str]:
    return _groups("modals")


# Spelling


def _without_clipped(here: Sequence[str], there: Sequence[str]) -> tuple[list[str], list[str]]:
    """Both sides without a word that one of them writes short: "w/o" for without, "'em" for them."""
    one, two = list(here), list(there)
    for side, other in ((one, two), (two, one)):
        for word in [w for w in side if len(w) <= CLIPPED and w.isalpha() and w not in common_words()]:
            whole = next((w for w in other if _is_clipped(word, w)), None)
            if whole:
                side.remove(word)
                other.remove(whole)
    return one, two


def _is_clipped(word: str, whole: str) -> bool:
    """Whether a word keeps the head, the tail, or the first and last letter of another: "w", "em", "ft"."""
    ends = len(word) > 1 and (whole[0], whole[-1]) == (word[0], word[-1])
    return len(whole) > len(word) and (whole.startswith(word) or whole.endswith(word) or ends)


def one_spelling(one: str, two: str) -> bool:
    """ "oil fields", "oilfields"; "OK", "okay"; "11th", "eleventh"; "Sept", "September"; one word in two forms."""
    one, two = (_LETTERS.sub("", word) for word in (one, two))
    short, long = sorted((one, two), key=len)
    if not short or one[0].isdigit() != two[0].isdigit() or stem(one) == stem(two):
        return True
    if (len(short) in SHORTENED and long.startswith(short)) or is_mistyped(one, two):
        return True
    return Levenshtein.distance(one, two) <= len(short) // TYPING or (
        len(long) - len(short) <= 2 and short in long and not _is_small_whole(short)
    )


def is_short_for(one: Words, two: Words) -> bool:
    """Whether one side writes the other short, a head of each of its words: "nytimes", "u s" of "united states"."""
    short, whole = sorted((one, two), key=lambda words: len("".join(words)))
    return len(whole) > 1 and _has_heads("".join(short), whole)


def _has_heads(letters: str, words: Words) -> bool:
    if not letters or not words:
        return not letters and not words
    return any(
        letters.startswith(words[0][:size]) and _has_heads(letters[size:], words[1:])
        for size in range(1, len(words[0]) + 1)
    )


def is_slip(here: Words, there: Words) -> bool:
    """Whether one word is a letter from another of another class that no writer would put there: our, out."""
    if len(here) != 1 or len(there) != 1 or OSA.distance(here[0], there[0]) > 1:
        return False
    kinds = [_kind(word) for word in (here[0], there[0])]
    closed = any(kind in _CLOSED or word in _persons() for kind, word in zip(kinds, (here[0], there[0]), strict=True))
    return kinds[0] != kinds[1] and closed and not {classes.NUMERAL, classes.MODAL} & {*kinds}


def _kind(word: str) -> str:
    """The class that a word mostly has, "" of one that is not known."""
    told = classes.word_classes().forms.get(word, {})
    return max(told, key=told.__getitem__, default="")


def is_mistyped(one: str, two: str) -> bool:
    """Whether a word that news hardly knows is a letter from a frequent one: lat, last."""
    strange = one if is_frequent(two) else two
    if is_frequent(one) == is_frequent(two) or not strange.isalpha() or min(len(one), len(two)) < LEAST_WORD:
        return False
    return not small_share(strange) and Levenshtein.distance(one, two) == 1


@cache
def _hedges() -> dict[str, str]:
    return {entry["words"]: entry["approximator"] for entry in load_rules("hedges")["hedge"]}


def hedge_of(words: Sequence[str]) -> str | None:
    """What some words do to a number, where they are a hedge: about, approximately."""
    return _hedges().get(" ".join(words))


def _is_small_whole(word: str) -> bool:
    """Whether it is a word of its own that stands in many others: he in she, no in now, 19 in 1900."""
    return len(word) <= CLIPPED and (word in common_words() or word.isdigit()) and word not in _small_words()


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for entry in load_rules("small_words")["groups"] for word in entry["words"].split())


@cache
def negations() -> frozenset[str]:
    """Words that turn a statement round."""
    return frozenset(entry["word"] for entry in load_rules("negations")["words"])


@cache
def joining() -> frozenset[str]:
    """Words under whose no both stand: or."""
    return frozenset(load_rules("stance")["joining"]["words"])


@cache
def _opinions() -> frozenset[str]:
    return frozenset(map(lemma, load_rules("stance")["opinions"]["words"]))


def is_opinion(word: str) -> bool:
    """Whether a verb only tells that somebody thinks so: a no before it is said of what he thinks."""
    return lemma(word) in _opinions()


def is_person(word: str) -> bool:
    """Whether a word stands for somebody: I, them."""
    return word in _persons()


def apart(words: Words) -> list[str]:
    """The words, those that a no ends as two: "cannot" as "can not"."""
    return [part for word in words for part in _apart(word)]


@lru_cache(maxsize=1 << 12)
def _apart(word: str) -> tuple[str, ...]:
    ends = (no for no in negations() if word.endswith(no) and word.removesuffix(no) in _modals())
    return next(((word.removesuffix(no), no) for no in ends), (word,))
