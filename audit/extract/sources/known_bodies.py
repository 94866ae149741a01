"""States and alliances by the words that stand for them in `affiliations.toml`; places that speak for nobody."""

from __future__ import annotations

from functools import cache, lru_cache

from audit.lexicon import load_rules

OWNERS = ("'s", "’s")
"""The signs of an owner."""


@cache
def known_bodies(language: str = "en") -> dict[tuple[str, ...], str]:
    """Words of each spelling -> the body's name."""
    found: dict[tuple[str, ...], str] = {}
    for body in load_rules("affiliations", language)["body"]:
        for words in (body["name"], *body["words"]):
            found[tuple(words.split())] = body["name"]
    return found


@cache
def first_words(language: str = "en") -> frozenset[str]:
    """The words that begin the name of a known body."""
    return frozenset(words[0] for words in known_bodies(language))


@cache
def place_words(language: str = "en") -> frozenset[str]:
    """Names of places that speak for nobody ("Texas", "Europe")."""
    return frozenset(load_rules("affiliations", language)["places"]["words"])


@lru_cache(maxsize=1 << 15)
def body_named(words: str, language: str = "en") -> str | None:
    """The state or alliance that exactly these words stand for."""
    return known_bodies(language).get(tuple(map(without_owner, words.split())))


def without_owner(word: str) -> str:
    """A word without the sign of an owner."""
    return word[:-2] if word.endswith(OWNERS) else word
