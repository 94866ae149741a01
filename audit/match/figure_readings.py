"""The figures of each article as matching sees them: what each counts, and what its sentence shares with others.

Invariant: what is read here depends on one article alone; the index keeps it, and a run reads what is new.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from sys import intern
from typing import NamedTuple

from audit.figures_algebra.context import SILENT, Context
from audit.figures_algebra.keys import key_of
from audit.figures_algebra.told import Told
from audit.figures_algebra.units import kind_of
from audit.lazy import lazy
from audit.lexicon import load_rules
from audit.match.articles import Held, MatchRow, Place, match_row
from audit.match.headlines import Said, find_gaps
from audit.match.words import common_words, read_words, stem
from audit.records import Approximator, Figure, Modality, Source, SourceKind, Span
from audit.text.sentences import sentence_around

MOST_NUMERALS = 8  # in one sentence: more make a table
MOST_IN_ONE = 5  # the same figure more often in one article is a refrain: "3 of 73 photos"
REACH = 400  # characters of a sentence looked at on either side
LEAST_SENTENCE = 5  # words
_NUMERAL = re.compile(r"\d[\d.,]*")
_COORDINATION = re.compile(r"\s+(?:and|or)\s+|,\s*")
_SOURCE_KINDS = {kind.value: kind for kind in SourceKind}
_APPROXIMATORS = {one.value: one for one in Approximator}
_MODALITIES = {one.value: one for one in Modality}


class FigureRow(NamedTuple):
    """One row of `figure_rows`."""

    figure_id: str
    article_id: str
    start_char: int
    end_char: int
    surface: str
    low: float
    high: float
    approximator: str
    hedge: str | None
    unit: str | None
    counted: str | None
    predicate: str | None
    modality: str
    as_of: str | None
    place: str | None
    qualifiers: str | None
    source_id: str | None
    source_name: str | None
    source_kind: str | None
    owner: int  # the key of all that is known of it but its source


@dataclass(frozen=True)
class Counted:
    """A figure in its place: what it counts, what its sentence says, and the words that it may share with others."""

    place: Place
    figure: Figure
    source_id: str | None
    keys: frozenset[str]  # what is measured and its head, "length:road"
    sentence: Span
    words: frozenset[str]
    telling: Callable[[], Told]  # it in its sentence, beside the other figures of it
    key: int = 0  # of all that is known of it but its source

    @lazy
    def told(self) -> Told:
        """In its sentence, read when somebody asks."""
        return self.telling()

    @property
    def ends(self) -> tuple[float, float]:
        """Its least and greatest value."""
        return self.figure.low, self.figure.high

    @property
    def said(self) -> Context:
        """What its sentence says of it."""
        return self.told.said


def _headlines(figures: Sequence[Counted]) -> Iterator[MatchRow]:
    """A figure of title or deck with one of the body that it differs from; of the figures of one article."""
    counted = [figure for figure in figures if figure.keys]
    heads = [f for f in counted if any(block.meets(f.place.span) for block in f.place.article.headline)]
    below = max((block.end for block in counted[0].place.article.headline), default=0) if counted else 0
    body = [f for f in counted if f.place.span.start >= below] if heads else []
    for a, b, verdict in find_gaps([Said(f.figure, f.said) for f in heads], [Said(f.figure, f.said) for f in body]):
        one, two = heads[a], body[b]
        why = {"slot": verdict.slot, "why": verdict.why}
        yield match_row("figure", [verdict.label], one.place, two.place, likeness(one, two), **why)


class Seen(NamedTuple):
    """What is read of one figure that is kept; the rest of it are its rows."""

    number: int  # among the rows of its article
    sentence: tuple[int, int]
    words: list[str]
    keys: list[str]
    beside: list[int]  # numbers of all figures of its sentence, its own too
    ends: tuple[float, float]


Read = tuple[list[Seen], list[tuple[int, int]], list[int], list[MatchRow]]


def read_figures(article: Held, rows: Sequence[FigureRow]) -> Read:
    """The figures of one article by their numbers in it, parts and wholes among them, those that are a refrain, and
    what the headline has otherwise than the body.
    """
    figures = list(_inherit(_counted(article, row) for row in rows))
    said, beside = Counter(map(_wording, figures)), defaultdict[Span, list[int]](list)
    for number, figure in enumerate(figures):
        beside[figure.sentence].append(number)
    numbers = [n for n, figure in enumerate(figures) if said[_wording(figure)] <= MOST_IN_ONE]
    seen = [_seen(n, figures[n], beside[figures[n].sentence]) for n in numbers]
    held = [figures[n] for n in numbers]
    parts = [(numbers[a], numbers[b]) for a, b in find_parts(held)]
    return seen, parts, sorted(set(range(len(rows))) - set(numbers)), list(_headlines(held))


def _seen(number: int, figure: Counted, beside: list[int]) -> Seen:
    return Seen(number, figure.sentence, sorted(figure.words), sorted(figure.keys), beside, figure.ends)


@dataclass(frozen=True, slots=True)
class Page:
    """An article with the rows of its figures."""

    article: Held
    rows: Sequence[FigureRow]
    _figures: dict[int, Figure] = field(default_factory=dict)

    def figure(self, number: int) -> Figure:
        """One of them, read when somebody asks."""
        if number not in self._figures:
            self._figures[number] = _figure(self.rows[number])
        return self._figures[number]


def recounted(page: Page, seen: Seen) -> Counted:
    """A figure of an article from its row and what was read of it."""
    return _Recounted(page, seen)


class _Recounted(Counted):
    """A figure from its row and what was read of it: most are asked for their keys alone, and the rest when it is."""

    page: Page
    seen: Seen

    def __init__(self, page: Page, seen: Seen) -> None:
        row = page.rows[seen.number]
        place = Place(page.article, Span(row.start_char, row.end_char), row.figure_id)
        light = {"place": place, "source_id": row.source_id, "keys": frozenset(seen.keys), "key": row.owner}
        self.__dict__.update(light, page=page, seen=seen)

    @property
    def ends(self) -> tuple[float, float]:
        """Its least and greatest value."""
        row = self.page.rows[self.seen.number]
        return row.low, row.high

    @lazy
    def figure(self) -> Figure:
        """The figure of its row."""
        return self.page.figure(self.seen.number)

    @lazy
    def sentence(self) -> Span:
        """The sentence around it, so far as it is looked at."""
        return Span(*self.seen.sentence)

    @lazy
    def words(self) -> frozenset[str]:
        """The words that it may share with others."""
        return frozenset(map(intern, self.seen.words))

    @lazy
    def telling(self) -> Callable[[], Told]:
        """It in its sentence, beside the other figures of it."""
        beside = [self.page.figure(number) for number in self.seen.beside]
        return partial(_told, self.page.article, self.figure, self.sentence, beside)


def _told(article: Held, figure: Figure, sentence: Span, beside: Iterable[Figure]) -> Told:
    """A figure in its sentence, beside all figures of it."""
    moved = tuple(_moved(one, sentence.start) for one in beside)
    return Told(sentence.of(article.text), _moved(figure, sentence.start), moved)


def _wording(figure: Counted) -> tuple[str, float, float, frozenset[str]]:
    return figure.place.article.article_id, figure.figure.low, figure.figure.high, figure.keys


def _inherit(figures: Iterable[Counted]) -> Iterator[Counted]:
    """ "3,000 troops were there and another 7,000 to come": the second counts what the first does."""
    before = None
    for figure in figures:
        if before is not None and one_sentence(before, figure) and figure.said.additive:
            figure = replace(figure, keys=figure.keys | before.keys)
        yield figure
        before = figure


def one_sentence(a: Counted, b: Counted) -> bool:
    return a.place.article is b.place.article and a.sentence == b.sentence


def _figure(row: FigureRow) -> Figure:
    source = Source(row.source_name, _SOURCE_KINDS[row.source_kind or ""]) if row.source_name else None
    return Figure(
        Span(row.start_char, row.end_char), row.surface, row.low, row.high, _APPROXIMATORS[row.approximator], row.hedge,
        row.unit, row.counted, row.predicate, _MODALITIES[row.modality], source, row.as_of, row.place, row.qualifiers,
    )  # fmt: skip


def _counted(article: Held, row: FigureRow) -> Counted:
    figure = _figure(row)
    sentence = sentence_around(article.text, figure.span, reach=REACH)
    words = _evidence(article.text, sentence, figure)
    keys = frozenset() if _is_table(sentence.of(article.text)) else figure_keys(figure)
    place = Place(article, figure.span, row.figure_id)
    return Counted(place, figure, row.source_id, keys, sentence, words, partial(_told, article, figure, sentence, ()))


def _moved(figure: Figure, start: int) -> Figure:
    """The figure in the text that begins at `start`."""
    return replace(figure, span=Span(figure.span.start - start, figure.span.end - start))


def _is_table(sentence: str) -> bool:
    """Whether it holds so many numbers that none of them can be told what it counts."""
    return len(_NUMERAL.findall(sentence)) > MOST_NUMERALS


def figure_keys(figure: Figure) -> frozenset[str]:
    """What is measured and of what: one for each head ("soldiers and officers"), "*" where it may stand for anything.

    Litres and gallons have one key, so that a unit that slips is seen.
    """
    parts = _COORDINATION.split(figure.counted or "")
    said = (figure if part == figure.counted else replace(figure, counted=part) for part in parts)
    keys = [key_of(one, SILENT) for one in said]
    heads = {head for key in keys for head in key.heads} | ({"*"} if any(key.wild for key in keys) else set())
    return frozenset(f"{kind_of(figure)}:{head}" for head in heads)


def _evidence(text: str, sentence: Span, figure: Figure) -> frozenset[str]:
    """What the sentence shares with others, without the number, its hedge and the head it is keyed by."""
    before, after = Span(sentence.start, figure.span.start), Span(figure.span.end, max(figure.span.end, sentence.end))
    hedge = frozenset(read_words(figure.hedge).keys) if figure.hedge else frozenset()
    keys = (key for key in read_words(text, before, after).keys if key not in common_words() and not key[0].isdigit())
    words = {stem(country(key)) for key in keys if key not in hedge}
    heads = {stem(head) for part in _COORDINATION.split(figure.counted or "") for head in part.lower().split()[-1:]}
    return frozenset(words - heads | ({f"={figure.low:.15g}"} if _telling(figure) else set()))


def country(word: str) -> str:
    """The people of a country as the country: Korean, Korea."""
    return word[:-1] if len(word) >= _DEMONYM and word.endswith(_demonyms()) else word


@cache
def _demonyms() -> tuple[str, ...]:
    return tuple(load_rules("comparison")["demonyms"]["words"])


_DEMONYM = 6  # letters of the shortest


def _telling(figure: Figure) -> bool:
    """Whether a value has three significant digits or more: 14,200 is seldom met by chance, 10,000 is."""
    return figure.low == figure.high and len(f"{figure.low:.15g}".replace(".", "").strip("0")) >= 3


def likeness(a: Counted, b: Counted) -> float:
    """Shared words of two sentences in the shorter one, which counts as `LEAST_SENTENCE` words at least."""
    return len(a.words & b.words) / max(LEAST_SENTENCE, min(len(a.words), len(b.words)))


def find_parts(figures: Sequence[Counted]) -> Iterator[tuple[int, int]]:
    """A figure that its sentence calls a part, and the whole: the last figure before it that is none, or the next."""
    shared = Counter((figure.place.article.article_id, figure.sentence) for figure in figures)
    for number, figure in enumerate(figures):
        if shared[figure.place.article.article_id, figure.sentence] == 1:
            continue
        if figure.said.part:
            whole = _last_whole(figures, number)
            if whole is not None and one_sentence(figures[whole], figure):
                yield whole, number
        elif number and one_sentence(figures[number - 1], figure) and figures[number - 1].said.part:
            yield number - 1, number


def _last_whole(figures: Sequence[Counted], number: int) -> int | None:
    """The last figure before that one in its article that is no part."""
    article = figures[number].place.article
    before = range(number - 1, -1, -1)
    return next((n for n in before if figures[n].place.article is not article or not figures[n].said.part), None)
