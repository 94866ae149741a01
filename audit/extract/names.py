"""Names of people and organisations in one article, and the full name behind a surname.

Invariant: a name is a run of capitalised words of the text; nothing is added to what the article prints.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from audit.ids import name_key
from audit.records import SourceKind, Span
from audit.rules import load_rules

_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]\w*(?:[-.'’&]\w+)*\.?")
_INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,3}")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: `span` without titles, `full` the fullest spelling in the article, `role` the words beside it."""

    span: Span
    surface: str
    kind: SourceKind
    full: str
    role: str | None = None
    role_span: Span | None = None


@cache
def word_set(table: str, language: str = "en") -> frozenset[str]:
    """The words of one list of `names.toml`."""
    return frozenset(load_rules("names", language)[table]["words"])


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    key: str


def _capitals(text: str, span: Span) -> Iterator[_Word]:
    """Capitalised words of a stretch; a full stop stays only with an initial or a short form."""
    for found in _CAPITAL.finditer(text, *span):
        start, end = found.span()
        word = found.group()
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            continue
        if word[-2:] in {"'s", "’s"}:
            word = word[:-2]
        if word.endswith(".") and not (
            _INITIAL.fullmatch(word) or "." in word[:-1] or word[:-1].casefold() in _titles()
        ):
            word = word[:-1]
        yield _Word(start, start + len(word), word, word.rstrip(".").casefold())


@cache
def _titles() -> frozenset[str]:
    return word_set("titles")


def _joined(text: str, run: list[_Word], word: _Word) -> bool:
    """Whether a capitalised word goes on with the run before it."""
    last = run[-1]
    gap = text[last.end : word.start]
    if gap in {" ", "\u00a0"}:
        return True
    if len(gap) > 12 or not gap.startswith(" ") or not gap.endswith(" "):
        return False
    between = gap.split()
    if all(w in word_set("particles") for w in between):
        return last.key not in word_set("not_names")
    if between[0] in {"of", "for", "on"} and between[1:] in ([], ["the"]):
        return last.key in word_set("organisations") or last.key in _titles()
    if between[0] == "to" and between[1:] in ([], ["the"]):
        return last.key in {"ambassador", "envoy", "adviser", "advisor", "representative"}
    return between in (["and"], ["&"]) and any(w.key in word_set("organisations") for w in run[:-1])


def name_runs(text: str, span: Span) -> Iterator[list[_Word]]:
    """Runs of capitalised words of one sentence, words that only begin it left out."""
    run: list[_Word] = []
    for word in _capitals(text, span):
        if run and _joined(text, run, word) and word.key not in word_set("not_names"):
            run.append(word)
            continue
        if run:
            yield run
        run = [] if word.key in word_set("not_names") else [word]
    if run:
        yield run


def _name_start(run: list[_Word]) -> int:
    """Where in a run the name begins: after the last title and its office."""
    start = 0
    for i, word in enumerate(run):
        if word.key in _titles() or (word.key in word_set("offices") and start == i and i):
            start = i + 1
    return start if start < len(run) else 0


def _is_organisation(words: list[_Word]) -> bool:
    if any(w.key in word_set("organisations") for w in words):
        return True
    return len(words) == 1 and len(words[0].text) > 1 and words[0].text.isupper()


def read_names(text: str, sentences: Iterable[Span]) -> Iterator[Name]:
    """Every name of the sentences; `full` still equals `surface`."""
    for sentence in sentences:
        for run in name_runs(text, sentence):
            cut = _name_start(run)
            words = run[cut:]
            span = Span(words[0].start, words[-1].end)
            role = Span(run[0].start, run[cut - 1].end) if cut else None
            kind = SourceKind.ORGANISATION if not cut and _is_organisation(words) else SourceKind.PERSON
            yield Name(span, span.of(text), kind, span.of(text), role.of(text) if role else None, role)


class NameIndex:
    """Finds the full name behind a surface, among the names of one article."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._counts: Counter[str] = Counter()
        self._spelling: dict[str, str] = {}
        self._places: dict[str, list[tuple[int, str]]] = {}
        for name in names:
            self._add(name)

    def _add(self, name: Name) -> None:
        key = name_key(name.surface)
        self._counts[key] += 1
        self._spelling.setdefault(key, name.surface)
        parts = key.split()
        if len(parts) > 1 and name.kind is SourceKind.PERSON:
            for part in {parts[0], parts[-1]}:
                self._places.setdefault(part, []).append((name.span.start, key))

    def full_name(self, surface: str, position: int) -> str | None:
        """The fullest spelling of the person or body that `surface` names at `position`; None if nobody is called so."""
        key = name_key(surface)
        parts = key.split()
        if len(parts) == 1 and (places := self._places.get(parts[0])):
            return self._spelling[self._choose(places, parts[0], position)]
        if len(parts) > 1:
            for _, other in self._places.get(parts[-1], ()):
                if set(parts) <= set(other.split()) and len(other) > len(key):
                    return self._spelling[other]
        return self._spelling.get(key)

    def _choose(self, places: list[tuple[int, str]], part: str, position: int) -> str:
        """Of several people, the one named last before the position, unless the article names another far more often."""
        last = [k for _, k in places if k.split()[-1] == part]
        keys = last or [k for _, k in places]
        best = max(dict.fromkeys(keys), key=lambda k: self._counts[k])
        before = places[: bisect_right(places, (position, "\uffff"))]
        near = next((k for _, k in reversed(before) if k in keys), best)
        return near if self._counts[near] * 2 >= self._counts[best] else best
