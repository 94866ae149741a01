"""The slots of a claim that its sources lack: figures, years and days, marked words, names, content.

Every finder reads the claim and its indexed sources, and yields a gap for what none of them holds.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from audit.cite.days import dated_spans, lost_dates, year_spans
from audit.cite.first_person import of_the_writer
from audit.cite.marked_words import lost_marked_words
from audit.cite.movement import moves_otherwise
from audit.cite.polarity import same_statement, turned_words
from audit.cite.records import Citation, Gap, GapKind, Place
from audit.cite.source_index import SourceIndex, best_windows, language_of, runs_of, solid
from audit.cite.terms import (
    Term,
    TermKind,
    is_function_word,
    key_of,
    placed_tokens,
    placed_words,
    read_terms,
    tokens,
    total,
    unmarked,
)
from audit.extract.figures import find_figures
from audit.figures_algebra.intervals import Interval, literal_set
from audit.figures_algebra.units import scale_of
from audit.lazy import lazy
from audit.records import Figure, Span
from audit.text.segment import cut_sentences, find_paragraphs, pair_marks

NEAR = 0.05  # of the larger: two figures that an editor would let stand for each other
SCATTERED_MOST = 0.5  # of the claim's weight: where its best place lacks more, that has nothing in its place
NAME_WEIGHT = 6.0  # what a missing name must weigh to be told as one: a rare name, or two words of one
APART = 6  # words between two neighbours of the claim in a source that has them in the same order
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ADDRESS = re.compile(r"(?<!\S)[^\s./]++[./]\S++")  # "com" is a word of Portuguese
FEW_SMALL = 0.25  # of a claim's words: English ones have more small words, or are in no other language either


@dataclass(frozen=True)
class Reading:
    """A claim with its terms, figures and marked words, beside its indexed sources."""

    citation: Citation
    sources: Sequence[SourceIndex]

    @property
    def claim(self) -> str:
        """The words of the claim."""
        return self.citation.claim

    @lazy
    def own_language(self) -> str:
        """The language of the claim: as stated, unless it has few of the small words of English, and another's."""
        return language_of(_ADDRESS.sub(" ", self.claim), self.citation.language, FEW_SMALL)

    @lazy
    def terms(self) -> tuple[Term, ...]:
        """The content words of the claim, but for those that name what it cites."""
        found = read_terms(self.claim, self.citation.title, self.citation.question)
        names = [
            Span(at, at + len(words))
            for words in self.citation.credited
            for at in (match.start() for match in re.finditer(re.escape(words), self.claim))
        ]
        return tuple(term for term in found if not any(span.holds(term.span) for span in names)) if names else found

    @lazy
    def absent(self) -> tuple[Term, ...]:
        """The terms that no source prints, neither whole nor as initials, nor as a figure or year that agrees."""
        lacking = [term for term in self.terms if not any(source.holds(term) for source in self.sources)]
        if not lacking:
            return ()
        otherwise = set(_printed_otherwise(self.claim, self.terms, self.sources))
        agreeing = [span for span in self.counted if not any(gap.span.meets(span) for gap in self.lost_numbers)]
        return tuple(
            term for term in lacking if term not in otherwise and not any(span.holds(term.span) for span in agreeing)
        )

    @lazy
    def counted(self) -> tuple[Span, ...]:
        """Where figures and years stand."""
        return (*(figure.span for figure in self.figures), *year_spans(self.claim))

    @lazy
    def lost_numbers(self) -> tuple[Gap, ...]:
        """Figures and dates that no source has."""
        return (*lost_figures(self), *lost_dates(self.claim, self.sources))

    @lazy
    def of_the_writer(self) -> tuple[Gap, ...]:
        """Words by which the writer of the claim speaks of himself, where no source does."""
        return tuple(of_the_writer(self.claim, self.marked, self.sources))

    @lazy
    def marked(self) -> tuple[Span, ...]:
        """The stretches inside quotation marks."""
        return tuple(span for paragraph in find_paragraphs(self.claim) for span in pair_marks(self.claim, paragraph)[0])

    @lazy
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the claim."""
        return tuple(
            sentence
            for paragraph in find_paragraphs(self.claim)
            for sentence in cut_sentences(self.claim, paragraph, self.marked, self.citation.language)
        )

    @lazy
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the claim."""
        return find_figures(self.claim, self.sentences, self.citation.language)

    @lazy
    def window(self) -> tuple[float, frozenset[str], Place | None]:
        """Weight and keys of the terms that stand together in one place of one source, and that place."""
        best: tuple[float, frozenset[str], Place | None] = (0.0, frozenset(), None)
        for source in self.sources:
            weight, keys, span = best_windows(source, self.terms)
            if span is not None and weight > best[0]:
                best = weight, keys, Place(source.source_id, span)
        return best

    @lazy
    def statement(self) -> tuple[SourceIndex, Span] | None:
        """The sentence of a source that says the same as the claim, where one does."""
        return same_statement(self.terms, self.sources)

    @lazy
    def worded(self) -> float:
        """The share of the claim's words that stand in runs of three in a source, one beside the other as here."""
        keys = [key_of(word) for word in tokens(unmarked(self.claim))]
        same = {
            at + step
            for at, run in enumerate(runs_of(keys))
            if any(run in source.runs for source in self.sources)
            for step in range(len(run))
        }
        return len(same) / len(keys) if keys else 0.0

    @lazy
    def apart(self) -> tuple[Term, ...]:
        """The terms that the best place of any source does not print, but for dates that the source bears."""
        lacking = [term for term in self.terms if term.key not in self.window[1]]
        dated = list(dated_spans(self.claim, self.sources)) if lacking else []
        return tuple(term for term in lacking if not any(span.holds(term.span) for span in dated))

    @property
    def apart_share(self) -> float:
        """The share of the claim's weight that is apart."""
        apart, every = ({term.key: term.whole for term in terms} for terms in (self.apart, self.terms))
        return sum(apart.values()) / sum(every.values()) if apart else 0.0

    @property
    def is_unsaid(self) -> bool:
        """Whether no source prints most of the claim's words of content, or any behind the name it opens with."""
        absent = {term.span for term in self.absent}
        name = next(_joined(self.claim, takewhile(lambda term: term.surface[0].isupper(), self.terms)), Span(0, 0))
        said = [term for term in self.terms if term.span.start >= name.end]
        most = 2 * sum(term.span in absent for term in self.terms) > len(self.terms)
        return most or (bool(said) and all(term.span in absent for term in said))

    @property
    def absent_share(self) -> float:
        """The share of the claim's weight that no source prints."""
        return total(self.absent) / total(self.terms) if self.absent else 0.0

    @property
    def scattered_share(self) -> float:
        """The share of the claim's weight that the best place of any source lacks, and its headline."""
        distinct = {term.key: term for term in self.terms}
        headed = sum(term.weight for key, term in distinct.items() if key not in self.window[1] and self._heads(key))
        return max(0.0, 1 - (self.window[0] + headed) / total(distinct.values()))

    def _heads(self, key: str) -> bool:
        """Whether a headline prints a word: it speaks for each place of its text."""
        return any(source.headline is not None and key in source.headline.postings for source in self.sources)


def _printed_otherwise(claim: str, terms: Iterable[Term], sources: Sequence[SourceIndex]) -> Iterator[Term]:
    """The terms of each run of names that a source prints as initials ("UK", "U.K.") or in one word ("TechCrunch")."""
    names = [term for term in terms if term.kind is TermKind.NAME]
    for span in _joined(claim, names):
        run = [term for term in names if span.holds(term.span)]
        letters, word = [term.surface[0] for term in run], solid(span.of(claim))
        if len(run) > 1 and any(word in source.solid or source.holds_initials(letters) for source in sources):
            yield from run


def lost_numbers(reading: Reading) -> Iterator[Gap]:
    """Figures and dates of the claim that no source has."""
    yield from reading.lost_numbers


def lost_figures(reading: Reading) -> Iterator[Gap]:
    """Figures of the claim that no source has, nor anything that rounds to them; or that move the other way there."""
    for figure in reading.figures:
        if _is_article(figure):
            continue
        having = [source for source in reading.sources if _has_figure(source, figure)]
        if not having:
            turned = any(_is_turned(source, figure) for source in reading.sources)
            why = "the number is bounded from the other side" if turned else "no such figure in a source"
            yield _figure_gap(reading, figure, why)
        elif all(_moves_otherwise(reading.claim, figure, source) for source in having):
            why = "the number is the other way or the other end of a movement"
            yield _figure_gap(reading, figure, why)


def _figure_gap(reading: Reading, figure: Figure, why: str) -> Gap:
    """A lost figure; otherwise told where the best place, with most of the claim, has another beside the same word."""
    ours = _beside(reading.claim, Span(0, len(reading.claim)), figure.span)
    for source, other in _figures_nearby(reading, figure) if reading.scattered_share <= SCATTERED_MOST else ():
        sentence = next(one for one in source.sentences if one.holds(other.span))
        theirs = _beside(source.text, sentence, other.span)
        number = 1 if ours[1] and theirs[1] else 0  # what stands behind is what is counted
        if ours[number] and ours[number] == theirs[number]:
            return Gap(GapKind.FIGURE, figure.span, why, Place(source.source_id, other.span), otherwise=True)
    near = next(iter(_figures_nearby(reading, figure)), None)
    return Gap(GapKind.FIGURE, figure.span, why, Place(near[0].source_id, near[1].span) if near else None)


def _figures_nearby(reading: Reading, figure: Figure) -> list[tuple[SourceIndex, Figure]]:
    """The figures of the same unit that stand in the best place."""
    place = reading.window[2]
    return [
        (source, other)
        for source in reading.sources
        if place and source.source_id == place.source
        for other in source.figures
        if place.span.holds(other.span) and other.unit == figure.unit
    ]


def _beside(text: str, sentence: Span, span: Span) -> tuple[str, str]:
    """The keys of the last word of content before a stretch of a sentence, and of the first behind it; "" for none."""
    words = [(at, key) for at, word, key in placed_words(text, *sentence) if not is_function_word(word)]
    before = [key for at, key in words if at.end <= span.start]
    return before[-1] if before else "", next((key for at, key in words if at.start >= span.end), "")


def _moves_otherwise(claim: str, figure: Figure, source: SourceIndex) -> bool:
    same = [other for other in source.figures if other.unit == figure.unit and figure.low in (other.low, other.high)]
    return moves_otherwise(claim, figure, source.text, same)


def _is_article(figure: Figure) -> bool:
    """Whether a "one" in letters is the article or the pronoun: it counts nothing."""
    return figure.low == figure.high == 1 and figure.surface.isalpha()


def _has_figure(source: SourceIndex, figure: Figure) -> bool:
    printed = _NUMBER.findall(figure.surface.replace(",", ""))
    if printed and all(re.search(rf"(?<![\d.]){re.escape(number)}(?!\d|[.,]\d)", source.folded) for number in printed):
        return not (figure.unit and _in_another_unit(source, figure)) and not _is_turned(source, figure)
    return any(_near(figure, other) for other in source.figures)


def _is_turned(source: SourceIndex, figure: Figure) -> bool:
    """Whether each place of the number bounds it from the other side: "nearly 200" for "over 200"."""
    same = [other for other in source.figures if _value(other) == _value(figure)]
    return bool(same) and all(_other_side(figure, other) for other in same)


def _value(figure: Figure) -> tuple[float, float, str | None]:
    return figure.low, figure.high, figure.unit


def _other_side(a: Figure, b: Figure) -> bool:
    """Whether both bound the number, and no number is within both bounds."""
    one, two = literal_set(a), literal_set(b)
    return one.low < one.high and two.low < two.high and not one.meets(two)


def _in_another_unit(source: SourceIndex, figure: Figure) -> bool:
    """Whether each place of the number measures the same in another unit: litres for gallons."""
    same = [other for other in source.figures if (other.low, other.high) == (figure.low, figure.high)]
    return bool(same) and all(_rescaled(figure, other) and not _near(figure, other) for other in same)


def _rescaled(a: Figure, b: Figure) -> bool:
    one, two = scale_of(a), scale_of(b)
    return one.dimension == two.dimension and not one.money and (one.factor, one.offset) != (two.factor, two.offset)


def _near(a: Figure, b: Figure) -> bool:
    """Whether an editor would let one stand for the other, brought to one unit where both measure the same."""
    one, two = Interval(a.low, a.high), Interval(b.low, b.high)
    if _rescaled(a, b):
        one, two = scale_of(a).of(one), scale_of(b).of(two)
    if one.low <= two.high and two.low <= one.high:
        return True
    top = max(map(abs, (one.low, one.high, two.low, two.high)))
    return 0 < top < math.inf and abs(one.low - two.low) / top <= NEAR


def lost_quotes(reading: Reading) -> Iterator[Gap]:
    """Marked words of the claim that no source has word for word."""
    yield from lost_marked_words(reading.claim, reading.marked, reading.sources)


def lost_names(reading: Reading) -> Iterator[Gap]:
    """Names of weight that no source prints, neighbours joined; a short or common one alone is but a word."""
    for span in _heavy_names(reading):
        yield Gap(GapKind.NAME, span, "no source prints this name")


def _heavy_names(reading: Reading) -> list[Span]:
    names = [term for term in reading.absent if term.kind is TermKind.NAME]
    spans = _joined(reading.claim, names)
    return [span for span in spans if total(term for term in names if span.holds(term.span)) >= NAME_WEIGHT]


def lost_words(reading: Reading) -> Iterator[Gap]:
    """Other words of the claim that no source prints, neighbours joined."""
    told = [*_heavy_names(reading), *(gap.span for gap in reading.lost_numbers)]
    missing = [term for term in reading.absent if not any(span.holds(term.span) for span in told)]
    for span in _joined(reading.claim, missing):
        yield Gap(GapKind.CONTENT, span, "in no source")


def turned(reading: Reading) -> Iterator[Gap]:
    """Words that the source denies or hedges and the claim does not, and the other way round for denials."""
    if reading.statement:
        yield from turned_words(reading.claim, *reading.statement)


def said_of_the_writer(reading: Reading) -> Iterator[Gap]:
    """Words by which the writer speaks of himself."""
    yield from reading.of_the_writer


def in_order(reading: Reading) -> float:
    """The share of the claim's neighbouring terms that stand near each other, in that order, in its best place."""
    place = reading.window[2]
    if place is None:
        return 0.0
    source = next(source for source in reading.sources if source.source_id == place.source)
    at = defaultdict[str, list[int]](list)
    for number, (_, key) in enumerate(placed_tokens(source.text, *place.span)):
        at[key].append(number)
    pairs = list(pairwise(term.key for term in reading.terms))
    near = sum(any(0 < j - i <= APART for i in at[a] for j in at[b]) for a, b in pairs)
    return near / len(pairs) if pairs else 0.0


def _joined(claim: str, terms: Iterable[Term]) -> Iterator[Span]:
    """Spans of terms, one where only a space or a hyphen stands between two."""
    held: Span | None = None
    for term in terms:
        if held and not claim[held.end : term.span.start].strip(" -"):
            held = Span(held.start, term.span.end)
            continue
        if held:
            yield held
        held = term.span
    if held:
        yield held


FINDERS: tuple[Callable[[Reading], Iterator[Gap]], ...] = (
    lost_numbers,
    lost_quotes,
    lost_names,
    turned,
    said_of_the_writer,
    lost_words,
)
"""What is looked for, the gravest first."""


def find_gaps(reading: Reading) -> tuple[Gap, ...]:
    """All that the sources lack, kind by kind."""
    return tuple(gap for find in FINDERS for gap in find(reading))
