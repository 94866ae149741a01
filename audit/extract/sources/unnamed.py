"""Sources that nobody can call back: how far up the ladder they stand, and what the article says about them.

Pure functions over words; the lists are `audit/lexicon/en/anonymity.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from audit.extract.reading import Document
from audit.extract.sources.speaker_words import articles, speaker_words
from audit.lexicon import has_rules, load_rules
from audit.records import CARRIERS, Anonymity, Caveat, CaveatKind, Source, SourceKind, Span
from audit.text.parts_of_speech import NOUN, PLURAL, known_as
from audit.text.patterns import Phrases, phrases_of

_WORD_BEFORE = re.compile(r"[\w’'.-]+$")
_REACH = 90  # characters that an unnamed source's phrase takes at most, on either side of its noun
_WORDS = 6  # words before the noun
_CAVEATS = {
    CaveatKind.UNVERIFIED: "caveat",
    CaveatKind.ANONYMITY_REASON: "reason",
    CaveatKind.REPLY_SOUGHT: "reply_sought",
}


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A phrase for a source without a name: "two officials at the ministry". `head` is its noun."""

    span: Span
    head: str
    counted: bool
    office: bool
    vague: bool


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def _words(table: str, language: str) -> frozenset[str]:
    return frozenset(load_rules("anonymity", language)[table]["words"])


@cache
def _heads(language: str) -> re.Pattern[str]:
    rules = load_rules("anonymity", language)
    plain = [*rules["roles"]["words"], *rules["vague"]["words"]]
    return re.compile(rf"(?<![\w-])(?:{_alternatives(plain)})(?:s|es)?(?![\w-])", re.IGNORECASE)


@cache
def _going_on(language: str) -> re.Pattern[str]:
    """What may follow the noun: "familiar with the matter", "at the Pentagon"."""
    close = _alternatives([w for w in load_rules("anonymity", language)["familiar"]["words"] if " " in w])
    at, the = (_alternatives([*words]) for words in (speaker_words("unnamed_at", language), articles(language)))
    title = _alternatives([f"{word.capitalize()}." for word in load_rules("abbreviations", language)["before_name"]])
    word, name = rf"(?:(?:{title})|[\w’'-]+)", rf"(?:(?:{title})|[A-Z][\w’'-]*)"
    return re.compile(rf" (?:(?:{close})(?: {word}){{1,4}}|(?:{at}) (?:(?:{the}) )?{name}(?: {name}){{0,3}})")


def unnamed_in(text: str, within: Span, language: str = "en") -> Iterator[Unnamed]:
    """The phrases for unnamed sources in a stretch, in order."""
    for noun in _heads(language).finditer(text, *within):
        start = phrase_start(text, noun.start(), within.start, language)
        before = text[start : noun.start()].split()
        specific = _specific(text, start, noun.start(), noun.end(), before)
        if specific or _modifies(text, noun, language) or _OWNS.match(text, noun.end()):
            continue
        after = _going_on(language).match(text, noun.end(), min(within.end, noun.end() + _REACH))
        span = Span(start, after.end() if after else noun.end())
        yield _read(span, span.of(text), noun.group().casefold(), before, language)


def _specific(text: str, start: int, noun: int, end: int, before: list[str]) -> bool:
    """Whether somebody is named after all: a name follows the noun, or the noun is part of one."""
    named = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    lone_capital = text[noun].isupper() and not before and noun > 1 and text[noun - 2] not in ".?!\n"
    return named or lone_capital


_OWNS = re.compile(r"[’']s? (?=[A-Z])")  # "the U.S. Attorney's Office"
_NEXT = re.compile(r" ([a-z]+)(?: ([a-z]+))?\b")


def _modifies(text: str, noun: re.Match[str], language: str) -> bool:
    """Whether a noun only describes or counts what is behind it: "official news agency", "several aides"."""
    found = _NEXT.match(text, noun.end())
    if found is None:
        return False
    near, far = found.groups()
    if noun.group().islower() and any(known_as(near, kind, alone=True) for kind in (NOUN, PLURAL)):
        return near not in _words("times", language)
    return near in _offices(language) or (far in _offices(language) and known_as(near, NOUN))


def phrase_start(text: str, noun: int, floor: int, language: str) -> int:
    """Where the phrase of a noun begins: back over the words that belong to it."""
    function, fences = (
        _words("function", language),
        _words("numbers", language) | speaker_words("begin_unnamed", language),
    )
    start = noun
    for _ in range(_WORDS):
        if start - 1 <= floor or text[start - 1] != " ":
            break
        word = _WORD_BEFORE.search(text, max(floor, start - 26), start - 1)
        if word is None or word.group().casefold() in function or _ends_sentence(word.group()):
            break
        start = word.start()
        if word.group().casefold() in fences:
            break
    return start


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and len(word) > 4


def function_words(language: str = "en") -> frozenset[str]:
    """Words that a noun phrase does not reach across."""
    return _words("function", language)


def _read(span: Span, phrase: str, head: str, before: list[str], language: str) -> Unnamed:
    """The phrase with what it tells: how many, and of what office."""
    vague = not {head, head.rstrip("s")}.isdisjoint(_words("vague", language))
    counted = any(w.casefold() in _words("numbers", language) for w in before)
    inner = [w for w in phrase.split() if w.casefold() not in _words("numbers", language)]
    capital = any(w[:1].isupper() for w in (inner if counted else inner[1:] or inner))
    return Unnamed(span, head, counted, capital or not _offices(language).isdisjoint(map(str.casefold, inner)), vague)


@cache
def _offices(language: str) -> frozenset[str]:
    return frozenset(load_rules("credits", language)["body_nouns"]["words"])


def is_definite(phrase: str, language: str = "en") -> bool:
    """Whether a phrase points back to somebody: "the official"."""
    first, blank, _ = phrase.casefold().partition(" ")
    return bool(blank) and first in speaker_words("point_unnamed", language)


def unnamed_source(text: str, found: Unnamed) -> Source:
    """The record of an unnamed source: `anonymous` where it is one of somewhere, else `vague`."""
    surface = found.span.of(text)
    first = surface.split()[0].casefold()
    small = first in speaker_words("begin_unnamed") or first in speaker_words("count_unnamed")
    name = surface[0].lower() + surface[1:] if small else surface
    if found.counted or first in speaker_words("point_unnamed") or (found.office and not found.vague):
        return Source(name, SourceKind.ANONYMOUS, (surface,))
    return Source(name if " " in name else f"unnamed {name.lower()}", SourceKind.VAGUE, (surface,))


@cache
def _agentless(language: str) -> dict[str, Anonymity]:
    """The grade of each phrase that leaves out who speaks."""
    rows = load_rules("credits", language)["agentless"]
    return {word.casefold(): Anonymity(row["grade"]) for row in rows for word in (*row["words"], row["name"])}


def grade_unnamed(phrase: str, language: str = "en") -> Anonymity:
    """How far a source without a name is told: of an office and counted, of a role, or nobody in particular."""
    if grade := _agentless(language).get(phrase.casefold()):
        return grade
    found = next(unnamed_in(phrase, Span(0, len(phrase)), language), None)
    if found is None or (found.vague and not (found.counted and found.office)):
        return Anonymity.G4
    return Anonymity.G2 if found.counted and found.office else Anonymity.G3


def grade(source: Source, language: str) -> Anonymity | None:
    """How far a source is named; None of one that carries what others say."""
    if source.kind in CARRIERS:
        return None
    if source.kind in {SourceKind.PERSON, SourceKind.DOCUMENT}:
        return Anonymity.G0
    if source.kind is SourceKind.ORGANISATION:
        return Anonymity.G1
    found = grade_unnamed(source.name, language)
    return Anonymity.G3 if source.kind is SourceKind.ANONYMOUS and found is Anonymity.G4 else found


@cache
def _phrases(table: str, language: str) -> Phrases:
    return phrases_of(w for entry in load_rules("anonymity", language)[table] for w in entry["words"])


def _stretches(doc: Document, table: str) -> tuple[Span, ...]:
    """Where the article says such a thing in its own words."""
    hits = (Span(*m.span()) for m in doc.find(_phrases(table, doc.rules)))
    return tuple(h for h in hits if doc.sentence_at(h.start) and not doc.is_quoted(h.start))


def reason_of_anonymity(doc: Document, behind: Span) -> str | None:
    """The clause that says why a source is not named, in the rest of its sentence; else None."""
    found = (
        _phrases(_CAVEATS[CaveatKind.ANONYMITY_REASON], doc.rules).pattern.search(doc.text, *behind)
        if has_rules("anonymity", doc.rules)
        else None
    )
    if found is None or doc.is_quoted(found.start()):
        return None
    comma = doc.text.rfind(",", behind.start, found.start())
    start = comma + 1 if comma >= 0 else behind.start
    stop = doc.text.find(",", found.end(), behind.end)
    return doc.text[start : stop if stop >= 0 else behind.end].strip(" ,.;") or None


def find_caveats(doc: Document) -> tuple[Caveat, ...]:
    """What the article says in its own words of doubt, of why somebody is not named, and of replies it asked for."""
    if not has_rules("anonymity", doc.rules):
        return ()
    found = (Caveat(kind, span) for kind, table in _CAVEATS.items() for span in _stretches(doc, table))
    return tuple(sorted(found, key=lambda caveat: caveat.span))
