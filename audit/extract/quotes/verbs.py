"""Reporting verbs: which forms fire, and what may stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from audit.extract.quotes.sentence_items import Line
from audit.lexicon import load_rules


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a reporting verb; `tail` are the words that belong to it (called *for*)."""

    form: str
    tail: tuple[str, ...]
    takes: str
    needs_quote: bool
    inverts: bool
    noun: bool
    base: str

    @property
    def participle(self) -> bool:
        """Whether the form ends in -ing."""
        return self.form.endswith("ing") and self.form != self.base


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb at items `[first, stop)` of a line; `group` is where its auxiliaries and adverbs begin."""

    verb: Verb
    group: int
    first: int
    stop: int


@cache
def verbs(language: str) -> dict[str, tuple[Verb, ...]]:
    """First word of every form -> its verbs, those with most words first."""
    found: dict[str, list[Verb]] = {}
    for entry in load_rules("cues", language)["verb"]:
        for form in entry["forms"]:
            head, *tail = form.split()
            base = entry["forms"][0].split()[0]
            verb = Verb(
                form=head,
                tail=tuple(tail),
                takes=entry["takes"],
                needs_quote=entry.get("needs") == "quote",
                inverts=entry.get("inverts", False),
                noun=entry.get("noun", False),
                base=base,
            )
            found.setdefault(head, []).append(verb)
    return {head: tuple(sorted(all_, key=lambda v: -len(v.tail))) for head, all_ in found.items()}


def is_cue(word: str, language: str) -> bool:
    """Whether a word is a form of a reporting verb."""
    return word in verbs(language)


@cache
def _strengths(language: str) -> dict[tuple[str, ...], int]:
    """Words of every form in `cues.toml` -> its strength."""
    rules = load_rules("cues", language)
    entries = [*rules.get("other", ()), *rules["verb"]]
    return {tuple(form.split()): entry["strength"] for entry in entries for form in entry["forms"]}


def cue_strength(cue: str, language: str) -> int | None:
    """How much the words of a cue grant the speaker: 0 doubts, 1 says, 2 adds weight, 3 presupposes; None if unknown.

    The longest form counts ("has pointed out"), of two as long the later.
    """
    table, words = _strengths(language), cue.lower().split()
    runs = ((n, stop) for n in range(len(words), 0, -1) for stop in range(len(words), n - 1, -1))
    return next((table[run] for n, stop in runs if (run := tuple(words[stop - n : stop])) in table), None)


@cache
def around(kind: str, language: str) -> frozenset[str]:
    """Auxiliaries, adverbs or negatives."""
    return frozenset(load_rules("cues", language)["around"][kind])


def find_cues(line: Line, language: str) -> Iterator[Cue]:
    """The reporting verbs of a line, outside marks."""
    table = verbs(language)
    low = line.low
    for i, word in enumerate(low):
        if word in table and (not i or not line.capital(i) or _is_headline(line)):
            for verb in table[word]:
                stop = i + 1 + len(verb.tail)
                if not verb.tail or tuple(low[i + 1 : stop]) == verb.tail:
                    yield Cue(verb, _group_start(line, i, language), i, stop)
                    break


def _is_headline(line: Line) -> bool:
    """Whether most words are capitalised, so that a capital says nothing."""
    words = [i for i, w in enumerate(line.low) if w[0].isalpha() and len(w) > 3]
    return len(words) > 2 and sum(line.capital(i) for i in words) > 0.85 * len(words)


def _group_start(line: Line, i: int, language: str) -> int:
    helpers = _helpers(language)
    while i and (line.low[i - 1] in helpers or _is_adverb(line, i - 1)):
        i -= 1
    return i - 2 if i > 2 and line.low[i - 2 : i] == ["to", "date"] else i


@cache
def _helpers(language: str) -> frozenset[str]:
    return around("auxiliaries", language) | around("adverbs", language)


def _is_adverb(line: Line, i: int) -> bool:
    word = line.low[i]
    return word.endswith("ly") and len(word) > 4 and not line.capital(i) and word not in _NO_ADVERBS


_NO_ADVERBS = frozenset(
    {"family", "ally", "rally", "reply", "assembly", "anomaly", "monopoly", "supply", "bully", "elderly"}
)
