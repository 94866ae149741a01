"""Which body "the company" or "the ministry" means: the one named before whose name holds the noun, or that fits it.

Invariant: where two bodies may be meant the answer is nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from functools import cache

from audit.extract.sources.known_bodies import body_named, place_words
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import speaker_words
from audit.ids import name_key
from audit.lazy import lazy
from audit.lexicon import load_rules
from audit.records import SourceKind, Span

NEAR = 900
"""Characters between a body and the noun that stands for it."""


TIME_AND_AGAIN = 3
"""Times that a text calls a body after one person, to mean it everywhere."""
JUST_BEFORE = 80
"""Characters between the sentence that names a body and the noun that stands for it where others are named too."""
_OWNERS = ("'s", "’s")

LEAD = 4
"""Characters of an article and a blank, before a body that opens a sentence."""


class Bodies:
    """The bodies that one article names, in order."""

    def __init__(self, names: Sequence[Name], sentence_of: Callable[[int], Span | None], text: str) -> None:
        self._text = text
        self._outlets = {n.surface for n in names if n.kind is SourceKind.OUTLET}
        self._named = [n for n in names if n.kind is SourceKind.ORGANISATION]
        self._names = [n for n in self._named if not is_state(n.surface)]
        self._starts = [n.span.start for n in self._names]
        self._people = [n for n in names if n.kind is SourceKind.PERSON]
        self._sentence_at = sentence_of

    @lazy
    def _papers(self) -> set[str]:
        """The names that are short ones of outlets."""
        return {n.surface for n in self._names if any(paper.endswith(f" {n.surface}") for paper in self._outlets)}

    @lazy
    def _fitting(self) -> dict[str, set[str]]:
        """Noun -> the full names of the bodies that it may stand for, as it was asked."""
        return {}

    def _may_be(self, noun: str) -> set[str]:
        """The full names of the bodies that a noun may stand for which they do not hold."""
        if noun not in self._fitting:
            found = {n.full for n in self._names if _may_be_called(_called(n), noun)}
            self._fitting[noun] = found - self._papers
        return self._fitting[noun]

    @lazy
    def _holding(self) -> dict[str, set[str]]:
        """The full names that hold a word."""
        holding = defaultdict[str, set[str]](set)
        for full in {n.full for n in self._names}:
            for word in full.casefold().split():
                holding[word].add(full)
        return holding

    def meant_by(self, noun: str, at: int, heard: str | None) -> str | None:
        """The full name of the body that "the <noun>" means at `at`; `heard` spoke last, if it was a body."""
        before = self._names[: bisect_left(self._starts, at)]
        named = self._named if noun in load_rules("roles")["bodies"]["words"] else before  # not "the states"
        holding = [n for n in named if n.span.start < at and _heads(noun, n.full)]
        if holding and self._is_led(noun):
            return None
        if holding:
            return self._only([n for n in holding if at - n.span.start < NEAR] or holding) or self._last(holding, at)
        if noun not in speaker_words("firms"):
            return None
        fitting = [n for n in before if at - n.span.start < NEAR and n.full in self._may_be(noun)]
        if heard is not None and any(n.full == heard for n in fitting):
            return heard
        return self._only(fitting) or self._opener(fitting)

    def _is_led(self, noun: str) -> bool:
        """Whether the text has the noun small behind a person: that one is meant ("the Holm administration")."""
        return any(self._text.startswith(f" {noun}", name.span.end) for name in self._people)

    def led(self, noun: str, at: int) -> str | None:
        """The name by which the text calls whose body it is, where it is one person's ("the Holm administration").

        It stands near before `at`, or time and again, and no other body's name has the noun.
        """
        if any(_heads(noun, n.full) for n in self._names):
            return None
        ends = tuple(f"{owner} {noun}" for owner in ("", *_OWNERS))
        found = [n for n in self._people if self._text.startswith(ends, n.span.end)]
        told = len(found) >= TIME_AND_AGAIN or any(0 < at - n.span.end < NEAR for n in found)
        return f"{found[0].surface} {noun}" if told and len({n.full for n in found}) == 1 else None

    def _last(self, found: Sequence[Name], at: int) -> str | None:
        """Of several bodies the only one that the nearest sentence with any of them names, just before."""
        last = self._sentence_of(found[-1])
        here = [n for n in found if last and self._sentence_of(n) == last]
        return self._only(here) if last and at - last.end < JUST_BEFORE else None

    def _opener(self, fitting: Sequence[Name]) -> str | None:
        """Of several bodies the one that opens the last sentence with any ("Vint Works, a part of Holm Inc., ...")."""
        last = self._sentence_of(fitting[-1]) if fitting else None
        opening = next((n for n in fitting if last and last == self._sentence_of(n)), None)
        return opening.full if opening and last and opening.span.start - last.start <= LEAD else None

    def subject_before(self, at: int) -> str | None:
        """The body that opens the sentence before `at`, where that names no other one: "it"."""
        names = self._names[: bisect_left(self._starts, at)]
        last = self._sentence_of(names[-1]) if names else None
        here = [n for n in names if last and self._sentence_of(n) == last]
        if last is None or not 0 <= at - last.end <= 2 or len({n.full for n in here}) != 1:
            return None
        start = here[0].span.start
        behind_scene = self._text[max(0, start - 2) : start] == ", " and self._text[here[0].span.end] == " "
        return here[0].full if start - last.start <= LEAD or behind_scene else None

    def described_by(self, words: Sequence[str]) -> str | None:
        """The one body whose name holds all words of a description ("the state education department")."""
        asked = {*words[1:]} - speaker_words("levels")
        if len(asked) < 2 or words[0] not in speaker_words("nearest"):
            return None
        return _longest(set.intersection(*(self._holding.get(word, set()) for word in asked)))

    def _sentence_of(self, name: Name) -> Span | None:
        return self._sentence_at(name.span.start)

    def _only(self, found: Sequence[Name]) -> str | None:
        """The one body of several mentions; short forms of a longer name count as that one."""
        return _longest({n.full for n in found})


def _longest(full: Set[str]) -> str | None:
    """The longest of these names, where all others are short forms of it."""
    longest = max(sorted(full), key=len, default=None)
    return longest if longest and all(_part_of(other, longest) for other in sorted(full)) else None


def _heads(noun: str, full: str) -> bool:
    """Whether a noun is the head of a longer name: its last word, or the one before "of"; no heading in capitals."""
    return " " in full and not full.isupper() and noun in _head_nouns(full)


def _head_nouns(full: str) -> set[str]:
    """The words of a name that may say what its bearer is: the last, and the one before "of"."""
    words = full.casefold().split()
    stop = next((i for i, word in enumerate(words) if word in speaker_words("body_joins")), len(words))
    return {words[-1], words[stop - 1]}


def _called(name: Name) -> str:
    """A body's name; the capitals that shorten it, which do not say what it is."""
    return name.surface if name.surface.isupper() else name.full


def _part_of(short: str, full: str) -> bool:
    initials = "".join(w[0] for w in full.split() if w[0].isupper())
    return set(name_key(short).split()) <= set(name_key(full).split()) or short == initials


def is_state(surface: str) -> bool:
    """Whether a name is a state's, or a place's that speaks for nobody."""
    return body_named(surface) is not None or surface in place_words()


def _may_be_called(name: str, noun: str) -> bool:
    """Whether no noun in a name says that it is something else ("Justice Department": no firm)."""
    return _others(noun).isdisjoint(_head_nouns(name))


@cache
def _others(noun: str) -> frozenset[str]:
    """Nouns of bodies that are not what a noun stands for."""
    fitting = next((f"{group}_bodies" for group in ("joined", "public") if noun in speaker_words(group)), None)
    return (
        frozenset(load_rules("roles")["bodies"]["words"])
        - speaker_words("firms")
        - (speaker_words(fitting) if fitting else frozenset())
    )
