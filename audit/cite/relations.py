"""How firmly a sentence ties one thing to another: they go together, one may bring the other about, it does.

The order of the three is that of the experts who graded press releases against their papers (Sumner et al. 2014).
Invariant: the chief word is told with its place; what a sentence denies has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from audit.cite.terms import placed_words
from audit.lexicon.counts import news_stem
from audit.lexicon.language import Lexicon, lexicon_for
from audit.records import Span

BEARS = 4  # words between "may" and a word of link that it is said of
DENIES = {1: 2, 3: 3}  # words that a denial reaches over to a link and to a cause ("does not appear to protect")
SAID_OF = 4  # words between a form of "be" and its participle
BESIDE_RISK = 3  # words between what tells a risk and its measure ("at a greatly increased risk")
_STOPS = (".", "!", "?")


class Tie(IntEnum):
    """What a sentence says of two things, the weakest first; COMPARED only lays two groups side by side."""

    COMPARED = 0
    LINK = 1
    POSSIBLE = 2
    CAUSE = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A tie, and the word that says so. `plain`: that word is a verb, or says it goes together or may be."""

    tie: Tie
    span: Span
    plain: bool = True


class Words:
    """A sentence's words in lower case, with their places, and the tables that they are looked up in."""

    def __init__(self, text: str, where: Span, lexicon: Lexicon) -> None:
        placed = list(placed_words(text, where.start, where.end))
        self.spans = [span for span, _, _ in placed]
        self.low = [word.lower().replace("’", "'") for _, word, _ in placed]
        self.lexicon = lexicon
        self.determiners = lexicon.words("closed_classes", "determiners")
        self.headline = not text[where.start : where.end].rstrip().endswith(_STOPS)

    def of(self, entry: str, field: str = "words") -> frozenset[str]:
        """A list of words of the table."""
        return self.lexicon.words("strength", entry, field)

    def phrases(self, entry: str) -> Iterator[tuple[int, int]]:
        """Where a phrase of the table stands: numbers of its first word and of the one behind its last."""
        table = _phrases(self.lexicon.language, entry)
        for at, word in enumerate(self.low):
            for phrase in table.get(word, ()):
                if self.low[at : at + len(phrase)] == phrase:
                    yield at, at + len(phrase)
                    break


@cache
def _phrases(language: str, entry: str) -> dict[str, list[list[str]]]:
    """The phrases of an entry by their first word, longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(lexicon_for(language).words("strength", entry), key=lambda words: (-len(words), words)):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


@cache
def _cause_stems(language: str) -> frozenset[str]:
    return frozenset(map(news_stem, lexicon_for(language).words("strength", "cause")))


@cache
def _effect_stems(language: str) -> frozenset[str]:
    return _cause_stems(language) | frozenset(map(news_stem, lexicon_for(language).words("strength", "effect")))


@dataclass(frozen=True, slots=True)
class _Marker:
    at: int
    end: int
    tie: Tie
    weak: bool = False  # a participle that is said of nothing here: "a protein linked to cancer"


def chief_tie(text: str, sentences: Iterable[Span], language: str) -> Said | None:
    """The chief tie of the first of some sentences that has one."""
    lexicon = lexicon_for(language)
    for sentence in sentences:
        words = Words(text, sentence, lexicon)
        found = _chief(words)
        if found:
            return found
    return None


def _chief(words: Words) -> Said | None:
    markers = sorted({*_links(words), *_possibles(words), *_causes(words)}, key=lambda marker: marker.at)
    if any(_denied(words, marker) for marker in markers):
        return None
    strong = [marker for marker in markers if not marker.weak]
    if not strong:
        return _without_verb(words)
    first = strong[0]
    compared = next(words.phrases("compared"), None)
    if first.tie is Tie.POSSIBLE:
        first = _borne_link(words, first, markers) or first
    elif first.tie is Tie.CAUSE and compared:
        return Said(Tie.COMPARED, _span(words, *compared))
    return Said(first.tie, _span(words, first.at, first.end))


def _span(words: Words, at: int, end: int) -> Span:
    return Span(words.spans[at].start, words.spans[end - 1].end)


def _without_verb(words: Words) -> Said | None:
    """The tie of a sentence whose verbs tell none: groups side by side, else a noun of effect."""
    for at, end in words.phrases("compared"):
        return Said(Tie.COMPARED, _span(words, at, end), plain=False)
    stems, able = _effect_stems(words.lexicon.language), tuple(words.of("able"))
    for at, word in enumerate(words.low):
        if news_stem(word) in stems and not word.endswith(able) and not _denied_before(words, at, DENIES[Tie.CAUSE]):
            return Said(Tie.CAUSE, words.spans[at], plain=False)
    return None


def _links(words: Words) -> Iterator[_Marker]:
    yield from (_Marker(at, end, Tie.LINK) for at, end in words.phrases("link"))
    yield from (_Marker(at, at + 1, Tie.LINK, weak=not _is_said(words, at)) for at in _participles(words))
    yield from (_Marker(at, at + 1, Tie.LINK) for at in _risks(words))


def _participles(words: Words) -> Iterator[int]:
    linked, beside = words.of("linked"), words.of("linked", "beside")
    return (at for at, word in enumerate(words.low[:-1]) if word in linked and words.low[at + 1] in beside)


def _is_said(words: Words, at: int) -> bool:
    """Whether a participle is said of a thing: behind a form of "be", or in a headline, which leaves that out."""
    return words.headline or not words.of("linked", "be").isdisjoint(words.low[max(0, at - SAID_OF) : at])


def _risks(words: Words) -> Iterator[int]:
    """Where a risk is measured: "at an increased risk", "lower odds"."""
    measured, by = words.of("risk"), words.of("risk", "before")
    for at, word in enumerate(words.low):
        if word in measured and not by.isdisjoint(words.low[max(0, at - BESIDE_RISK) : at]):
            yield at


def _possibles(words: Words) -> Iterator[_Marker]:
    linked = {number for at, end in words.phrases("link") for number in range(at, end)}
    for at, end in words.phrases("possible"):
        if at not in linked:
            yield _Marker(at, end, Tie.POSSIBLE)


def _causes(words: Words) -> Iterator[_Marker]:
    """Verbs of cause in a form that says it: not the infinitive, nor the noun in "-ing"."""
    stems, irregular = _cause_stems(words.lexicon.language), words.of("cause", "irregular")
    bare, linked = words.of("cause"), {at for at, _ in words.phrases("link")}
    for at, word in enumerate(words.low):
        said = word in irregular or (word not in bare and word.endswith(("s", "ed")) and news_stem(word) in stems)
        if said and at not in linked and not _is_named(words, at):
            yield _Marker(at, at + 1, Tie.CAUSE)


def _is_named(words: Words, at: int) -> bool:
    """Whether the word is no verb here: "a modified dose", "curbs linked to thefts", the first of a sentence."""
    behind = words.low[at + 1 : at + 2]
    return at == 0 or words.low[at - 1] in words.determiners or not words.of("linked").isdisjoint(behind)


def _denied(words: Words, marker: _Marker) -> bool:
    return marker.tie is not Tie.POSSIBLE and _denied_before(words, marker.at, DENIES[marker.tie])


def _denied_before(words: Words, at: int, reach: int) -> bool:
    denials = words.of("denied")
    return any(word in denials or word.endswith("n't") for word in words.low[max(0, at - reach) : at])


def _borne_link(words: Words, possible: _Marker, markers: Sequence[_Marker]) -> _Marker | None:
    """The link that "may" is said of ("may be linked to"), unless a verb between says it is brought about."""
    for marker in markers:
        between = words.low[possible.end : marker.at]
        if marker.tie is Tie.LINK and marker.at >= possible.end and len(between) <= BEARS:
            return None if not words.of("bringing").isdisjoint(between) else marker
    return None
