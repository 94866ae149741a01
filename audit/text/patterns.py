"""Many phrases as one regular expression that reads each character of the text once.

Invariant: where several of the phrases stand, the longest is preferred. For patterns that heed case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

_LETTERS = re.compile(r"[^\W\d_]+")


class Phrases(NamedTuple):
    """A pattern, and the phrases of which it needs one, each with its words in small letters; by their longest word."""

    pattern: re.Pattern[str]
    needed: Mapping[str, Sequence[tuple[frozenset[str], str]]]

    def found_in(self, text: str, vocabulary: set[str] | frozenset[str]) -> Iterator[re.Match[str]]:
        """Where the phrases stand; a text that holds none is not searched. `vocabulary`: its words, small."""
        for longest in vocabulary.intersection(self.needed):
            for words, phrase in self.needed[longest]:
                if words <= vocabulary and phrase in text:
                    return self.pattern.finditer(text)
        return iter(())


def phrases_of(words: Iterable[str], pattern: str | None = None) -> Phrases:
    """Phrases to what finds them as whole words; `pattern`: another that finds only what holds one of them."""
    known = sorted({word for word in words if word})
    needed: dict[str, list[tuple[frozenset[str], str]]] = {}
    for phrase in known:
        parts = _LETTERS.findall(phrase.lower())
        needed.setdefault(max(parts, key=len), []).append((frozenset(parts), phrase))
    return Phrases(re.compile(pattern or rf"{whole_words(known)}\b"), needed)


def alternatives(words: Iterable[str]) -> str:
    """An alternation that prefers the longer phrase; phrases that begin alike share their beginning."""
    return _branches(sorted({word for word in words if word}))


def whole_words(words: Iterable[str]) -> str:
    r"""The same as `\b(?:…)`, but known by its first letters: where few begin a phrase, most of a text is skipped."""
    rest: dict[str, list[str]] = {}
    for word in sorted({word for word in words if word}):
        rest.setdefault(word[0], []).append(word[1:])
    parts = (rf"{re.escape(c)}(?<=\b{re.escape(c)}){_branches(tails)}" for c, tails in rest.items())
    return f"(?:{'|'.join(parts)})"


def _branches(words: list[str]) -> str:
    """The pattern of sorted words; one that ends here ("") makes what follows optional."""
    ends = words[:1] == [""]
    rest: dict[str, list[str]] = {}
    for word in words[ends:]:
        rest.setdefault(word[0], []).append(word[1:])
    parts = [re.escape(first) + _branches(tails) for first, tails in rest.items()]
    if not parts:
        return ""
    pattern = "|".join(parts)
    return f"(?:{pattern})?" if ends else f"(?:{pattern})" if len(parts) > 1 else pattern
