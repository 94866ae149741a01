"""Whom a speaker speaks for: the state, alliance or body that a role names ("the Ukrainian president" -> Ukraine)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from audit.extract.sources.speaker_words import speaker_words
from audit.lexicon import load_rules

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-'’]\w+)*")
_LONGEST = 5


@cache
def _bodies(language: str) -> dict[tuple[str, ...], str]:
    """Words of each spelling -> the body's name."""
    found: dict[tuple[str, ...], str] = {}
    for body in load_rules("affiliations", language)["body"]:
        for words in (body["name"], *body["words"]):
            found[tuple(words.split())] = body["name"]
    return found


@cache
def _firsts(language: str) -> frozenset[str]:
    return frozenset(words[0] for words in _bodies(language))


@cache
def place_words(language: str = "en") -> frozenset[str]:
    """Names of places that speak for nobody ("Texas", "Europe")."""
    return frozenset(load_rules("affiliations", language)["places"]["words"])


@cache
def _organisations() -> frozenset[str]:
    return frozenset(load_rules("names")["organisations"]["words"])


@cache
def _offices() -> frozenset[str]:
    return frozenset(load_rules("names")["titles"]["words"]) - speaker_words("no_titles")


@lru_cache(maxsize=1 << 15)
def body_named(words: str, language: str = "en") -> str | None:
    """The state or alliance that exactly these words stand for."""
    return _bodies(language).get(tuple(w.removesuffix("'s").removesuffix("’s") for w in words.split()))


def affiliation_of(phrase: str, language: str = "en") -> str | None:
    """The state, alliance or body that the words of a role name; None where they name none.

    A state's word inside the name of another body does not count ("World Institute for North Korean Studies").
    """
    printed = _WORD.findall(phrase)
    words = [w.removesuffix("'s").removesuffix("’s") for w in printed]
    inside = _body_run(printed)
    for i, word in enumerate(words):
        if word not in _firsts(language) or (inside and inside[0] <= i < inside[1]):
            continue
        for size in range(min(_LONGEST, len(words) - i), 0, -1):
            name = _bodies(language).get(tuple(words[i : i + size]))
            if name:
                return name
    return _spelled(words[inside[0] : inside[1]], language) if inside else None


def _spelled(words: list[str], language: str) -> str:
    return _bodies(language).get(tuple(words)) or " ".join(words)


def _body_run(words: list[str]) -> tuple[int, int] | None:
    """The longest run of words that is the name of a body: capitals around one that means a body."""
    best: tuple[int, int] | None = None
    start = None
    for i, word in enumerate([*words, "."]):
        linked = start is not None and word in speaker_words("body_joins")
        if (word[:1].isupper() or linked) and not (i and words[i - 1].endswith(("'s", "’s"))):
            start = i if start is None else start
            continue
        if start is not None and i:
            stop = i
            while words[stop - 1][:1].islower():
                stop -= 1
            best = _longer(words, best, (start, stop))
        start = i if word[:1].isupper() else None
    return best


def _longer(words: list[str], best: tuple[int, int] | None, run: tuple[int, int]) -> tuple[int, int] | None:
    inside = {w.casefold() for w in words[run[0] : run[1]]}
    if len(inside) < 2 or inside.isdisjoint(_organisations()) or not inside.isdisjoint(_offices()):
        return best
    return run if best is None or run[1] - run[0] > best[1] - best[0] else best
