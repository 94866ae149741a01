"""A language code to its `Lexicon`: all tables of that language, read once and handed on with a text.

Invariant: a lexicon never changes; a table that a language lacks is empty, and no other language's stands in for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from audit.lexicon import has_rules, load_rules

T = TypeVar("T")
DEFAULT = "en"
"""The language whose rules read a text for whose own there are none."""
_NOWHERE = re.compile(r"(?!)")


class Lexicon:
    """The tables of one language. Rooms keep what they compile from them here, with `room`."""

    __slots__ = ("_patterns", "_rooms", "_words", "language")

    def __init__(self, language: str) -> None:
        self.language = language
        self._rooms: dict[Callable[[Lexicon], Any], Any] = {}
        self._words: dict[tuple[str, str, str], frozenset[str]] = {}
        self._patterns: dict[tuple[str, str], re.Pattern[str]] = {}

    def has(self, table: str) -> bool:
        """Whether the language has that table."""
        return has_rules(table, self.language)

    def table(self, name: str) -> dict[str, Any]:
        """The table of that name; empty where the language has none."""
        return load_rules(name, self.language) if self.has(name) else {}

    def words(self, table: str, entry: str, field: str = "words") -> frozenset[str]:
        """One list of an entry; empty where the language has no such entry."""
        key = table, entry, field
        if key not in self._words:
            self._words[key] = frozenset(self.table(table).get(entry, {}).get(field, ()))
        return self._words[key]

    def rows(self, table: str, name: str) -> list[dict[str, Any]]:
        """The entries of a list of entries (`[[name]]`); none where the language has no such list."""
        return list(self.table(table).get(name, ()))

    def pattern(self, table: str, name: str) -> re.Pattern[str]:
        """A named pattern of a table; one that is found nowhere where the language has none of that name."""
        key = table, name
        if key not in self._patterns:
            entry = self.table(table).get(name)
            self._patterns[key] = re.compile(entry["pattern"]) if entry else _NOWHERE
        return self._patterns[key]

    def room(self, build: Callable[[Lexicon], T]) -> T:
        """What a room builds from these tables: word classes, compiled patterns. Built at its first use."""
        try:
            found: T = self._rooms[build]
        except KeyError:
            found = self._rooms[build] = build(self)
        return found


def rules_for(language: str) -> str:
    """The language whose rules read a text of this one: "en-GB" and a language without rules are read as English."""
    return _short(language) if is_read(language) else DEFAULT


def is_read(language: str) -> bool:
    """Whether there are rules that read a text of a language: "en-GB" by those of English, Latin by none."""
    return _short(language).isalpha() and has_rules("cues", _short(language))


def reads_figures(language: str) -> bool:
    """Whether the rules that read a text of a language read its figures too: French by none of any language."""
    return is_read(language) and has_rules("numbers", _short(language))


def _short(language: str) -> str:
    return language.casefold().replace("_", "-").partition("-")[0]


@cache
def lexicon_for(language: str) -> Lexicon:
    """The lexicon that reads a text of a language ("en-GB": English); the same object for the same rules."""
    return _lexicon(rules_for(language))


@cache
def _lexicon(rules: str) -> Lexicon:
    return Lexicon(rules)
