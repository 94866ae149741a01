"""Reporting verbs of a language: which forms fire, and what may stand beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from audit.lexicon.language import Lexicon, lexicon_for

VerbTable = Mapping[str, "tuple[Verb, ...]"]
"""First word of every form -> its verbs, those with most words first."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a reporting verb; `tail` are the words that belong to it (called *for*)."""

    form: str
    tail: tuple[str, ...]
    takes: str
    needs_quote: bool
    needs_marks: bool
    acts: bool
    bare: bool
    pairs: frozenset[str]
    inverts: bool
    hears: bool
    noun: bool
    base: str
    participle: bool
    """Whether the form ends in -ing."""
    is_base: bool
    """Whether the form is the verb's first, by which the table names it."""


def verb_table(lexicon: Lexicon) -> VerbTable:
    """The reporting verbs of a language, by the first word of their forms."""
    found: dict[str, list[Verb]] = {}
    for entry in lexicon.rows("cues", "verb"):
        for form in entry["forms"]:
            verb = _verb(entry, form)
            found.setdefault(verb.form, []).append(verb)
    return {head: tuple(sorted(all_, key=lambda v: -len(v.tail))) for head, all_ in found.items()}


def _verb(entry: dict[str, Any], form: str) -> Verb:
    head, *tail = form.split()
    base = entry["forms"][0].split()[0]
    return Verb(
        form=head,
        tail=tuple(tail),
        takes=entry.get("takes", "clause"),
        needs_quote=entry.get("needs") in {"quote", "marks"},
        needs_marks=entry.get("needs") == "marks",
        acts=entry.get("acts", False),
        bare=entry.get("bare", False),
        pairs=frozenset(entry.get("pairs", ())),
        inverts=entry.get("inverts", False),
        hears=entry.get("hears", False),
        noun=entry.get("noun", False),
        base=base,
        participle=head.endswith("ing") and head != base,
        is_base=head == base,
    )


@lru_cache(maxsize=1 << 12)
def cue_strength(cue: str, language: str) -> int | None:
    """How much the words of a cue grant the speaker: 0 doubts, 1 says, 2 adds weight, 3 presupposes; None if unknown.

    The longest form counts ("has pointed out"), of two as long the later.
    """
    table, words = lexicon_for(language).room(_strengths), cue.lower().split()
    runs = ((n, stop) for n in range(len(words), 0, -1) for stop in range(len(words), n - 1, -1))
    return next((table[run] for n, stop in runs if (run := tuple(words[stop - n : stop])) in table), None)


def _strengths(lexicon: Lexicon) -> dict[tuple[str, ...], int]:
    """Words of every form in `cues.toml` -> its strength."""
    entries = [*lexicon.rows("cues", "other"), *lexicon.rows("cues", "verb")]
    return {tuple(form.split()): entry["strength"] for entry in entries for form in entry["forms"]}
