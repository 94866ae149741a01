"""Which language a text is in, by its letters and its commonest words: enough to pick the rules that read it.

Invariant: a text of some length in which no language is plain is of an unknown one, never of English.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from audit.lexicon import load_rules

UNKNOWN = "und"  # as ISO 639 calls what is undetermined
SAMPLE = 4000  # characters
LONG = 40  # words; in a shorter text few of a language's commonest may stand
PLAIN = (
    0.11  # share of the words that are among the commonest of a language: in news of such a language a sixth and more
)
OTHERWISE = 0.05  # share below which a text is not in the language that its page states, where another one is plain
AHEAD, CLOSE = 1.3, 1.1  # times the next language's words, each counted the less the more languages it is common in
OWN_SCRIPT = 0.3  # of the letters
_WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str, default: str = "en") -> str:
    """A two-letter code; `default` where a short text does not tell, UNKNOWN where a long one does not."""
    words = _WORD.findall(text[:SAMPLE].casefold())
    if script := _script(words):
        return script
    counted = Counter(words)
    ranked = sorted(((weight, code) for code, weight in _weights(counted).items()), reverse=True)
    (best, code), (second, _) = ranked[0], ranked[1]
    if len(words) < LONG:
        return code if best > AHEAD * second and _hits(counted, code) >= 3 else default
    return code if best > CLOSE * second and _share(counted, code) >= PLAIN else UNKNOWN


def choose_language(stated: str | None, text: str) -> str:
    """The language that a page states, unless its text is plainly in another."""
    if not stated:
        return find_language(text)
    found = find_language(text, stated)
    words = Counter(_WORD.findall(text[:SAMPLE].casefold()))
    short = stated.casefold()[:2]
    if found in (UNKNOWN, short) or sum(words.values()) < LONG or short not in {*_common(), *_ranges()}:
        return stated
    return found if _share(words, short) < OTHERWISE else stated


def language_name(code: str) -> str:
    """What a reader calls a language: its English name, else its code."""
    return str(load_rules("languages", "")["names"].get(code[:2].casefold(), code))


def _script(words: list[str]) -> str | None:
    """The language of a script of its own."""
    letters = "".join(words)
    if letters.isascii():
        return None
    for code, letter in _ranges().items():
        if letters and len(letter.findall(letters)) >= OWN_SCRIPT * len(letters):
            return code
    return None


def _weights(words: Counter[str]) -> dict[str, float]:
    """By language, its commonest words among these, each counted the less the more languages it is common in."""
    weights = dict.fromkeys(_common(), 0.0)
    for word, count in words.items():
        codes = _codes().get(word, ())
        for code in codes:
            weights[code] += count / len(codes)
    return weights


def _hits(words: Counter[str], code: str) -> int:
    return sum(words[word] for word in _common().get(code, ()))


def _share(words: Counter[str], code: str) -> float:
    return _hits(words, code) / max(1, sum(words.values()))


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """By word, the languages that it is common in."""
    words = {word for common in _common().values() for word in common}
    return {word: tuple(code for code, common in _common().items() if word in common) for word in words}


@cache
def _common() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in load_rules("languages", "")["common"].items()}


@cache
def _ranges() -> dict[str, re.Pattern[str]]:
    """The letters of each script, Japanese before Chinese."""
    return {code: re.compile(f"[{letters}]") for code, letters in load_rules("languages", "")["scripts"].items()}
