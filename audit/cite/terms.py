"""The words of a claim that carry its content, each with a weight: the rarer in news, the heavier.

Invariant: `text[term.span]` are the letters of the term; months, numbers in letters and digits share one key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from audit.lexicon import load_rules
from audit.lexicon.counts import news_stem, rarity
from audit.records import Span
from audit.text.dates import months

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENS = '.!?“"'
_REFERENCE = re.compile(r"\[\d+(?:[,–-] ?\d+)*\]")  # "[3]", "[1, 2]": the number of a reference, no word of the claim
_ORDINALS = frozenset({"st", "nd", "rd", "th", "s"})  # what is left of "4th", "1990s" behind the digits
NUMBER_WEIGHT, MONTH_WEIGHT, SPELLED_WEIGHT = 3.5, 3.0, 2.5
LEAST_WEIGHT, MOST_WEIGHT = 0.3, 6.0  # a word that news never prints tells no more than a rare one
KNOWN_TOPIC = 0.5  # a word of the page's own title, or of the question, is known before the source is read


class TermKind(StrEnum):
    """How a term is looked for: a number by its digits, a name also by spelling, a word by its stem."""

    NUMBER = "number"
    NAME = "name"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a claim. `key` is what it is looked up by, `weight` how much of the claim hangs on it.

    `asked`: the question has it, so that a source may well leave it out; what is carried has it all the same.
    """

    span: Span
    surface: str
    key: str
    weight: float
    kind: TermKind
    asked: bool = False

    @property
    def whole(self) -> float:
        """The weight that the word has wherever nothing was asked."""
        return self.weight / KNOWN_TOPIC if self.asked else self.weight


def tokens(text: str) -> Iterator[str]:
    """The words and numbers of a text, in order."""
    return (match[0] for match in _TOKEN.finditer(text))


def placed_words(text: str, start: int, end: int) -> Iterator[tuple[Span, str, str]]:
    """The words and numbers of a stretch, each with its place, its letters and its key."""
    return ((Span(*match.span()), match[0], key_of(match[0])) for match in _TOKEN.finditer(text, start, end))


def placed_tokens(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """The words and numbers of a stretch, each with its place and its key."""
    return ((Span(*match.span()), key_of(match[0])) for match in _TOKEN.finditer(text, start, end))


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=200_000)
def key_of(word: str) -> str:
    """What a word is compared by: digits alone, a month's number, else the stem (Porter 2001)."""
    plain = fold(word).replace("’", "'")
    if plain[:1].isdigit():
        return plain.replace(",", "").rstrip(".")
    number = _small_numbers().get(plain)
    if number is not None:
        return number
    month = months().get(plain) if word[0].isupper() else None
    return f"month {month}" if month else news_stem(plain.removesuffix("'s"))


def read_terms(claim: str, title: str | None = None, question: str | None = None) -> tuple[Term, ...]:
    """The content words of a claim, in order; words of the page's title or of the question weigh half."""
    known, asked = ({key_of(token) for token in tokens(text or "")} for text in (title, question))
    return tuple(_terms(claim, known, asked - known))


def unmarked(claim: str) -> str:
    """The claim with spaces in place of the numbers of its references."""
    return _REFERENCE.sub(lambda mark: " " * len(mark[0]), claim)


def _terms(claim: str, known: set[str], asked: set[str]) -> Iterator[Term]:
    for match in _TOKEN.finditer(unmarked(claim)):
        surface, span = match[0], Span(*match.span())
        if is_function_word(surface) or fold(surface) in _ORDINALS or not _is_latin(surface):
            continue
        if _joins(claim, span, surface):
            continue
        key, kind = key_of(surface), _kind(claim, span, surface)
        weight = _weight(key, kind) * (KNOWN_TOPIC if key in known or key in asked else 1)
        yield Term(span, surface, key, weight, kind, key in asked)


def is_function_word(word: str) -> bool:
    """Whether a word only joins others; "didn't" is two that do."""
    return all(part in _function_words() for part in spelled_out(word))


@lru_cache(maxsize=50_000)
def spelled_out(word: str) -> tuple[str, ...]:
    """The words that an apostrophe hides in one, folded: "didn't" is "did", "not"."""
    plain, table = fold(word).replace("’", "'"), load_rules("contractions")
    if "'" not in plain:
        return (plain,)
    for entry in table["words"]:
        if entry["word"] == plain:
            return tuple(entry["stands_for"].split())
    found = (
        (plain.removesuffix(e["ending"]), e["stands_for"]) for e in table["endings"] if plain.endswith(e["ending"])
    )
    return next(found, (plain,))


def _is_latin(word: str) -> bool:
    """Whether a word is in the script of the rules: others are spellings of what stands beside them."""
    return word[0].isdigit() or ord(max(fold(word))) < 0x250


def _kind(claim: str, span: Span, surface: str) -> TermKind:
    if surface[0].isdigit():
        return TermKind.NUMBER
    if not surface[0].isupper():
        return TermKind.WORD
    return TermKind.NAME if _is_name(claim, span, surface) else TermKind.WORD


def _is_name(claim: str, span: Span, surface: str) -> bool:
    """A capital means a name inside a sentence; at its head only of initials, or before another capital."""
    after = claim[span.end : span.end + 2]
    initials = surface.isupper() and len(surface) > 1
    return not _opens(claim, span) or initials or (after[:1] == " " and after[1:].isupper())


def _joins(claim: str, span: Span, surface: str) -> bool:
    """Whether a word before a comma only joins its sentence, which it opens, to the one before."""
    return (
        claim[span.end : span.end + 1] == ","
        and fold(surface) in load_rules("cite")["joiners"]["words"]
        and _opens(claim, span)
    )


def _opens(claim: str, span: Span) -> bool:
    before = claim[: span.start].rstrip()
    return not before or before[-1] in _OPENS


def _weight(key: str, kind: TermKind) -> float:
    if kind is TermKind.NUMBER:
        return NUMBER_WEIGHT
    if key.isdigit():
        return SPELLED_WEIGHT
    return MONTH_WEIGHT if key.startswith("month ") else min(max(rarity(key), LEAST_WEIGHT), MOST_WEIGHT)


def total(terms: Iterable[Term]) -> float:
    """The weight of all terms together; never 0."""
    return sum(term.weight for term in terms) or 1.0


@cache
def _function_words() -> frozenset[str]:
    groups = load_rules("common_words")["groups"]
    return frozenset(word for group in groups for word in group["words"].split())


@cache
def _small_numbers() -> dict[str, str]:
    """Numbers in letters and their ordinals, to digits."""
    table = load_rules("cite")["numbers"]
    return {word: str(row["value"]) for row in table for word in row["words"].split()}
