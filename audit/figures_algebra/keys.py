"""What a figure is about: the class of its predicate and the head of what is counted.

Invariant: unknown is a wildcard, never a difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from audit.extract.figures.lexicon import predicates
from audit.figures_algebra.context import Context
from audit.lexicon import load_rules
from audit.records import Figure

_HEAD_END = re.compile(r"\s(?:of|in|on|at|from|for|with|by|to|who|that|which|whose|aged|as|per)\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Key:
    """`classes`: a set of possible classes for each coordinated predicate; `heads`: the heads, synonyms folded."""

    classes: tuple[frozenset[str], ...]
    heads: frozenset[str]
    wild: bool
    cumulative: bool
    running: bool  # the count as it stood, and not what came on top of it

    def against(self, other: Key) -> str:
        """ "same" (or unknown), "partly" (one says more), or "apart"."""
        if not self.classes or not other.classes:
            return "same"
        here = [any(c & d for d in other.classes) for c in self.classes]
        there = [any(c & d for c in self.classes) for d in other.classes]
        if all(here) and all(there):
            return "same"
        return "partly" if any(here) else "apart"


@cache
def _rules() -> dict[str, Any]:
    return load_rules("comparison")


@cache
def _synonyms() -> dict[str, str]:
    return {word: group["words"][0] for group in _rules()["same"] for word in group["words"]}


def key_of(figure: Figure, context: Context) -> Key:
    """The key of a figure, from its own slots and, for a running count, the words of its sentence."""
    words = [w.lower() for w in _WORD.findall(_HEAD_END.split(f"{figure.counted or ''} ", maxsplit=1)[0])]
    nouns = {predicates().nouns[w] for w in words if w in predicates().nouns}
    classes = _classes(figure.predicate) + tuple(frozenset((noun,)) for noun in sorted(nouns))
    if figure.unit:  # litres are not freed, nor crowns arrested
        classes = tuple(left for found in classes if (left := found - set(_rules()["people"]["classes"])))
    heads = frozenset(_fold(w) for w in words[-1:])
    wild = not words or words[-1] in _rules()["wild"]["words"]
    cumulative = _cumulative(classes, words, context)
    return Key(classes, heads, wild, cumulative, cumulative and _running(words, figure.as_of))


def _classes(predicate: str | None) -> tuple[frozenset[str], ...]:
    """The classes of "kill or wound": a set for each verb that has any."""
    lemmas = (predicate or "").split(" or ")
    return tuple(c for lemma in lemmas if (c := _class(lemma.strip())))


def _class(lemma: str) -> frozenset[str]:
    """The classes of a verb, or of a noun that stands for one."""
    noun = predicates().nouns.get(lemma)
    return (predicates().classes.get(lemma) or (frozenset((noun,)) if noun else frozenset())) - _MOVEMENTS


_MOVEMENTS = frozenset(("rose", "fell"))  # told apart by their direction, not as something that happened to the counted


def _cumulative(classes: tuple[frozenset[str], ...], words: list[str], context: Context) -> bool:
    """Whether the counted is added to over time."""
    table = _rules()["cumulative"]
    known = any(c & set(table["classes"]) for c in classes)
    return known or any(word in table["nouns"] for word in words) or bool(context.words & set(table["nouns"]))


def _running(words: list[str], as_of: str | None) -> bool:
    """Whether a count is told as it stood at a time: "the toll was 45 on Friday", "by Friday they had freed 45"."""
    table = _rules()["cumulative"]
    opener = (as_of or "").lower().partition(" ")[0]
    return opener in table["until"] or not set(table["levels"]).isdisjoint(words)


def _fold(word: str) -> str:
    """A head without its plural, synonyms as one."""
    for form in (word, word.removesuffix("s"), word + "s"):
        if form in _synonyms():
            return _synonyms()[form]
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def heads_agree(a: Key, b: Key) -> bool | None:
    """True for one head, False for two, None where one of them is unknown or stands for anything."""
    if a.heads & b.heads:
        return True
    return None if a.wild or b.wild or not a.heads or not b.heads else False


def scopes_apart(a: Figure, b: Figure) -> tuple[str | None, str | None] | None:
    """The words by which two figures count other parts of a kind, the missing one None; None where nothing differs.

    Silence differs from a word only where to be silent is to mean the whole kind: homes and rural homes.
    """
    one, two = _qualifiers(a), _qualifiers(b)
    for scope, alone in _scopes():
        here, there = one & scope, two & scope
        if here != there and ((here and there) or alone):
            return min(here, default=None), min(there, default=None)
    return None


@cache
def _scopes() -> tuple[tuple[frozenset[str], bool], ...]:
    """Words that tell parts of a kind apart, and whether silence differs from one."""
    return tuple((frozenset(scope["words"]), bool(scope.get("alone"))) for scope in _rules()["scope"])


def _qualifiers(figure: Figure) -> set[str]:
    """The words before the head of what is counted, and those told apart at extraction."""
    words = _WORD.findall((figure.counted or "").lower())
    return {*words, *(part for told in (figure.qualifiers or "").split(", ") for part in told.split())}


def scopes_opposed(one: frozenset[str], two: frozenset[str]) -> tuple[str, str] | None:
    """Words of two sentences that stand against each other, each in one of them alone: gross and net."""
    ours, theirs = one - two, two - one
    for scope, _ in _scopes():
        here, there = ours & scope, theirs & scope
        if here and there:
            return min(here), min(there)
    return None
