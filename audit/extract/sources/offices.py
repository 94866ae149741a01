"""Which person an office or a role means: only somebody to whom the article gives that very role.

Invariant: where two people may be meant the answer is nobody; bodies, buildings and documents are nobody's role.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from audit.extract.sources.affiliations import affiliation_of
from audit.extract.sources.speaker_words import speaker_words
from audit.lexicon import load_rules
from audit.lexicon.language import DEFAULT, lexicon_for
from audit.lexicon.role_nouns import names_too, nouns_of_people

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")

_POSSESSIVES = ("'s", "’s", "s’", "s'")
LOOK_BACK = 120
"""Bearers of one role that are compared; a role that more have is told apart by nobody."""


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_rules("roles")[table]["words"])


@cache
def _equals() -> dict[str, str]:
    return {word: group["is"] for group in load_rules("roles")["equals"] for word in group["words"]}


@dataclass(frozen=True, slots=True)
class Role:
    """A role as words tell it: its head noun, all its words, those that must agree, and the body."""

    head: str
    words: frozenset[str]
    binding: frozenset[str]
    body: str | None


def plain_role(word: str) -> str:
    """The one word for a role's noun, in small letters ("Congresswoman": "representative")."""
    low = word.casefold().strip(".").removesuffix("'s").removesuffix("’s")
    return _equals().get(low, low)


@cache
def person_heads() -> frozenset[str]:
    """Nouns of one person's role; those of bodies and documents are left out."""
    lexicon = lexicon_for(DEFAULT)
    plain = lexicon.room(nouns_of_people) - lexicon.room(names_too)
    nouns = (plain | _words("titles")) - _words("bodies") - _words("anybody")
    return frozenset(plain_role(word) for word in nouns)


def read_role(text: str) -> Role | None:
    """The role that a speaker phrase asks for; None where it is no role of one person."""
    relatives, ends = lexicon_for(DEFAULT).words("closed_classes", "relatives"), speaker_words("role_ends")
    before, _, last = text.rpartition(" ")
    if last in relatives and before and not before.endswith(","):
        return None  # "the man who": whoever it was
    found = [w for w in _WORD.findall(text) if w.casefold() not in relatives]
    tail = next((i for i, w in enumerate(found) if i and w.casefold() in ends), len(found))
    head = plain_role(found[tail - 1]) if found else ""
    if head not in person_heads():
        return None
    words = frozenset(map(plain_role, found))
    binding = {plain_role(w) for i, w in enumerate(found) if (i and w[0].isupper()) or i > tail or w[0].isdigit()}
    return Role(
        head,
        words,
        frozenset(binding - speaker_words("not_binding") - speaker_words("parties") - {head}),
        affiliation_of(text),
    )


def _agrees(asked: Role, has: frozenset[str], body: str | None, spoke: bool) -> bool:
    """Whether the words of somebody's role are those asked for: no deputy for a chief, no other board's chair.

    Whose body the article does not tell may be anybody's president; only whoever just spoke is taken for the asked one.
    """
    if asked.head not in has or not _is_of_rank(asked, has):
        return False
    if asked.body and body and asked.body != body:
        return False
    return asked.binding <= has or (asked.body is not None and (asked.body == body or spoke))


def _is_of_rank(asked: Role, has: frozenset[str]) -> bool:
    """Whether no word makes another's post of one: no deputy's, no former one's, no higher one's."""
    return not ((asked.words ^ has) & _words("limits") or (asked.words - has) & _words("raises"))


def _is_elsewhere(asked: Role, has: frozenset[str], body: str | None) -> bool:
    """Whether a role is that of a place, and what is asked for says more of another ("the outgoing president")."""
    more = asked.words - has - speaker_words("not_binding") - speaker_words("parties") - speaker_words("pointing")
    return asked.body is None and body is not None and bool(more)


class Offices:
    """Who bears which role in one article: each mention adds (position, full name, words of the role)."""

    def __init__(self) -> None:
        self._bearers: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
        self._held: dict[str, set[str]] = {}

    def learn(self, position: int, full: str, role: str) -> None:
        """Notes that the article calls somebody so; positions must rise."""
        words = frozenset(map(plain_role, _WORD.findall(role)))
        for head in frozenset(map(plain_role, _heads(role))) & person_heads():
            self._bearers.setdefault(head, []).append((position, full, words))
            self._held.setdefault(full, set()).add(head)

    def bearer(self, asked: Role, at: int, recent: Sequence[str], bodies: dict[str, str]) -> str | None:
        """The one person whose role it is: of several whoever spoke last, or is called so far more often."""
        all_of = self._bearers.get(asked.head, [])
        stop = bisect_right(all_of, at, key=lambda entry: entry[0])
        for entries in (all_of[max(0, stop - LOOK_BACK) : stop], all_of[stop : stop + LOOK_BACK]):
            names = [
                full
                for _, full, words in entries
                if _agrees(asked, words, bodies.get(full), full in recent)
                and (full in recent[:1] or not _is_elsewhere(asked, words, bodies.get(full)))
            ]
            if names:
                return _one_of(names, recent)
        return None

    def has_borne(self, asked: Role, full: str) -> bool:
        """Whether the article somewhere gives that person the post."""
        return asked.head in self._held.get(full, ())

    def only(self, asked: Role, near: frozenset[str], bodies: dict[str, str]) -> str | None:
        """Who alone is named near, and has the post wherever the article tells it ("the Norwick senator")."""
        full = next(iter(near)) if len(near) == 1 else ""
        told = [words for _, name, words in self._bearers.get(asked.head, ()) if name == full]
        alike = any(_is_of_rank(asked, words) for words in told)
        return full if alike and asked.body in {None, bodies.get(full)} else None

    def may_be(self, asked: Role, full: str) -> bool:
        """Whether nothing speaks against it: the article gives that person no other office."""
        held = self._held.get(full, set()) & _words("offices")
        return asked.head not in _words("offices") or not speaker_words("past").isdisjoint(asked.words) or not held


def _heads(role: str) -> Iterator[str]:
    """The words of a role that no preposition leads ("wife of the nominee and clerk": not the nominee)."""
    led = False
    for word in _WORD.findall(role):
        led = (led or word in speaker_words("role_ends")) and word not in speaker_words("role_joins")
        if not led:
            yield word


def _one_of(names: Sequence[str], recent: Sequence[str]) -> str | None:
    counts = Counter(names).most_common(2)
    if len(counts) == 1 or counts[0][1] >= 3 * counts[1][1]:
        return counts[0][0]
    spoke = next((name for name in recent if name in names), None)
    return spoke or (counts[0][0] if counts[0][1] >= 2 * counts[1][1] else None)


def is_office(text: str) -> bool:
    """Whether a phrase asks for the one holder of an office ("the president")."""
    asked = read_role(text)
    return asked is not None and asked.head in _words("offices")


def is_description(words: Iterable[str]) -> bool:
    """ "the retired Norwick pilot": more than a bare role, no body behind it, and nobody's ("the mayor's pilot")."""
    found = list(words)
    if any(word.endswith(_POSSESSIVES) for word in found):
        return False
    return len(found) > 2 and found[0] in speaker_words("definite") and speaker_words("role_ends").isdisjoint(found)
