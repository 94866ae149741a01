"""Whether two names may be one person's: by their parts alone, no knowledge of the world."""

from __future__ import annotations

from audit.ids import name_key


def may_be_one(a: str, b: str) -> bool:
    """Whether no part of one name speaks against the other: equal, or one a part of the other, initials counted."""
    one, two = name_key(a).split(), name_key(b).split()
    if len(one) > len(two):
        one, two = two, one
    rest = list(two)
    return all(_take(word, rest) for word in one)


def _take(word: str, rest: list[str]) -> bool:
    fits = next((other for other in rest if other == word), None) or next((o for o in rest if _initial(word, o)), None)
    if fits is not None:
        rest.remove(fits)
    return fits is not None


def _initial(a: str, b: str) -> bool:
    return min(len(a), len(b)) == 1 and a[0] == b[0]
