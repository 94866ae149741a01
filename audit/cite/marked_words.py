"""Marked words of a claim beside those of its sources, sentence by sentence: there, there in other words, or nowhere.

Invariant: words stand otherwise only inside a stretch whose ends the source has; what it lacks before or behind that,
or where it breaks the words off itself (its own marks, dots, brackets), is lost, never altered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from audit.cite.polarity import is_negation
from audit.cite.records import Gap, GapKind, Place
from audit.cite.source_index import SourceIndex, solid, whole_words
from audit.cite.terms import fold, is_function_word, placed_words, tokens
from audit.records import Span

LEAST_QUOTE = 4  # words; fewer marked ones are a term
ALTERED = 70  # of 100: marked words that the source has in another wording
ANCHOR = 2  # words in a row that both have, before what lies between two such runs is compared; one of content does
NEAR = 4  # words at most between a single one and the next run, on either side: farther off it stands there by chance
AROUND = 80  # characters on either side of the nearest words that belong to them where a speaker is named in between
LEAST_SPELLED = 6  # letters of a word that one wrong letter inside leaves the same
_NOT_SAID = re.compile(r"\[[^\]\n]{0,60}\]|\.\s?\.\s?\.|…")  # what a quoter puts in or leaves out: "[he]", "[3]", "..."
_ENDS = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z“\"])")
_BROKEN = re.compile(r"[\"“”\[\]…]|\.\s?\.\s?\.")

STANDS_OTHERWISE = "the marked words stand otherwise in the source"
IN_NO_SOURCE = "the marked words are in no source"


class Words(NamedTuple):
    """The words of a stretch as they are compared, with their places; `text` is what they stand in."""

    text: str
    spans: list[Span]
    plain: list[str]

    def between(self, first: int, stop: int) -> str:
        """What stands from the word before to the word behind a stretch of words."""
        start = self.spans[first - 1].end if first else 0
        return self.text[start : self.spans[stop].start if stop < len(self.spans) else len(self.text)]


class Run(NamedTuple):
    """A run of words that both have: numbers of the first and of the one behind the last, here and there."""

    first: int
    stop: int
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Marked words beside a source: which of them it lacks, and its words where it has others in their place."""

    lost: tuple[Span, ...] = ()
    nearest: Place | None = None

    @property
    def rank(self) -> tuple[int, bool]:
        """The better source first: one that lacks less, and has nothing otherwise."""
        return sum(span.end - span.start for span in self.lost), self.nearest is not None


def lost_marked_words(claim: str, marked: Sequence[Span], sources: Sequence[SourceIndex]) -> Iterator[Gap]:
    """A gap for each stretch of marked words that no source has, or has otherwise."""
    for span in marked:
        found = _by_sentence(claim, span, sources)
        if found and all(beside.lost == (piece,) for piece, beside in found):
            yield Gap(GapKind.QUOTE, span, IN_NO_SOURCE)
            continue
        yield from (gap for piece, beside in found for gap in _gaps(claim, piece, beside))


def are_all_there(claim: str, marked: Sequence[Span], sources: Sequence[SourceIndex]) -> bool:
    """Whether every marked word of somebody's stands in a source, those that say little, too."""
    found = (beside for span in marked for _, beside in _by_sentence(claim, span, sources))
    return not any(beside.lost or beside.nearest for beside in found)


def _by_sentence(claim: str, span: Span, sources: Sequence[SourceIndex]) -> list[tuple[Span, Beside]]:
    """The sentences of marked words beside the sources; none where they are no speech, or a source has all of them."""
    words = span.of(claim)
    if not _is_speech(words) or any(_is_verbatim(words, source) for source in sources):
        return []
    return [(piece, _beside(claim, piece, sources)) for piece in _pieces(claim, span)]


def _gaps(claim: str, piece: Span, beside: Beside) -> Iterator[Gap]:
    if beside.nearest:
        yield Gap(GapKind.QUOTE, piece, STANDS_OTHERWISE, beside.nearest, otherwise=True)
    yield from (Gap(GapKind.QUOTE, span, IN_NO_SOURCE) for span in beside.lost if _tells(span.of(claim)))


def _is_speech(marked: str) -> bool:
    """Whether marked words are somebody's, not a title, which is written with capitals, nor a term."""
    words = list(tokens(marked))
    return len(words) >= LEAST_QUOTE and 2 * sum(word[0].isupper() for word in words) < len(words)


def _is_verbatim(marked: str, source: SourceIndex) -> bool:
    """Whether a source has every stretch of marked words between what the quoter left out or put in."""
    return all(solid(said) in source.solid for said in _NOT_SAID.split(marked))


def _pieces(claim: str, span: Span) -> Iterator[Span]:
    """The sentences of marked words."""
    start = span.start
    for end in _ENDS.finditer(claim, span.start, span.end):
        yield Span(start, end.start())
        start = end.end()
    yield Span(start, span.end)


def _beside(claim: str, piece: Span, sources: Sequence[SourceIndex]) -> Beside:
    return min((_compared(claim, piece, source) for source in sources), key=lambda one: one.rank)


def _compared(claim: str, piece: Span, source: SourceIndex) -> Beside:
    said = piece.of(claim)
    if _is_verbatim(said, source):
        return Beside()
    found = fuzz.partial_ratio_alignment(said.casefold(), source.text.casefold())
    if found is None or found.score < ALTERED or len(list(tokens(said))) < LEAST_QUOTE:
        return Beside((piece,))
    around = Span(max(0, found.dest_start - AROUND), min(len(source.text), found.dest_end + AROUND))
    ours, theirs = _words(claim, piece, _put_in(said, piece.start)), _words(source.text, around, ())
    nearest = Place(source.source_id, whole_words(source.text, found.dest_start, found.dest_end))
    return _aligned(ours, theirs, nearest) or Beside((piece,))


def _put_in(said: str, start: int) -> tuple[Span, ...]:
    return tuple(Span(start + m.start(), start + m.end()) for m in _NOT_SAID.finditer(said))


def _words(text: str, where: Span, without: Sequence[Span]) -> Words:
    placed = [
        (span, fold(word).replace("’", "'"))
        for span, word, _ in placed_words(text, *where)
        if not any(put.holds(span) for put in without)
    ]
    return Words(text, [span for span, _ in placed], [word for _, word in placed])


def _aligned(ours: Words, theirs: Words, nearest: Place) -> Beside | None:
    """What lies before, between and behind the runs of words that both have; None where they have none."""
    runs = _anchors(ours.plain, theirs.plain)
    if not runs:
        return None
    lost = [] if _ends_spelled(ours.plain, theirs.plain, runs[-1]) else [(runs[-1].stop, len(ours.plain))]
    lost.append((0, runs[0].first))
    for before, behind in pairwise(runs):
        first, stop, at, end = before.stop, behind.first, before.end, behind.at
        if _is_broken(ours, first, stop) or _is_broken(theirs, at, end):
            lost.append((first, stop))
        elif not _same_spelling(ours.plain[first:stop], theirs.plain[at:end]):
            return Beside((), nearest)
    return Beside(tuple(Span(ours.spans[a].start, ours.spans[b - 1].end) for a, b in sorted(lost) if a < b))


def _anchors(ours: Sequence[str], theirs: Sequence[str]) -> list[Run]:
    """The runs of words that both have in one order, single words at either end only where they tell something."""
    steps = Indel.opcodes(ours, theirs)
    runs = [Run(s.src_start, s.src_end, s.dest_start, s.dest_end) for s in steps if s.tag == "equal"]
    while runs and not _holds_on(ours, runs[0], runs[1] if len(runs) > 1 else None):
        runs.pop(0)
    while runs and not _holds_on(ours, runs[-1], runs[-2] if len(runs) > 1 else None):
        runs.pop()
    return runs


def _holds_on(ours: Sequence[str], run: Run, beside: Run | None) -> bool:
    """Whether a run at an end is there by more than chance."""
    if run.stop - run.first >= ANCHOR:
        return True
    if beside is None or is_function_word(ours[run.first]):
        return False
    early, late = sorted((run, beside))
    return max(late.first - early.stop, late.at - early.end) <= NEAR


def _is_broken(words: Words, first: int, stop: int) -> bool:
    """Whether the text itself breaks off there: marks, brackets, dots of what was left out."""
    return _BROKEN.search(words.between(first, stop)) is not None


def _ends_spelled(ours: Sequence[str], theirs: Sequence[str], last: Run) -> bool:
    """Whether what stands behind the last run is there in another spelling."""
    rest = ours[last.stop :]
    return _same_spelling(rest, theirs[last.end : last.end + len(rest)])


def _same_spelling(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words are the same, joined otherwise ("cyber attack") or but for one wrong letter inside a long one."""
    return "".join(ours) == "".join(theirs) or (
        len(ours) == len(theirs)
        and all(
            one == other
            or (
                one[0] == other[0]
                and one[-1] == other[-1]
                and min(len(one), len(other)) >= LEAST_SPELLED
                and Levenshtein.distance(one, other) == 1
            )
            for one, other in zip(ours, theirs, strict=True)
        )
    )


def _tells(words: str) -> bool:
    """Whether words that a source lacks say anything: content, or a denial."""
    return any(not is_function_word(word) or is_negation(word) for word in tokens(words))
