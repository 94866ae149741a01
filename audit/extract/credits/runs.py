"""How far a credit reaches beyond its sentence: over the quotes of those who were introduced under it.

Invariant: a run ends before the first paragraph that another voice, house, day or occasion has.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from audit.extract.credits.clauses import stands_apart
from audit.extract.credits.outlet_mention import OutletMention
from audit.extract.credits.outlet_phrases import Chain, Framed
from audit.extract.reading import Document
from audit.lexicon.language import Lexicon
from audit.records import UNNAMED, Quote, QuoteKind, Role, Source, SourceKind, Span
from audit.text.dates import months
from audit.text.patterns import alternatives
from audit.text.spans import meets_any, merge_spans, without

_GAP = 2  # paragraphs without a quote that a run of quotes may hold
_HEAD = 8  # characters: a name that begins so early opens its paragraph
_HEADING = 80  # characters: a longer line is a paragraph, whatever it ends in


@dataclass(frozen=True, slots=True)
class _Under:
    """What a run goes on from: the credit's house, whom its sentences name, and their words, small, for the day."""

    house: str
    names: Set[str]
    words: str


class Runs:
    """The runs of one article: who says what in each of its paragraphs, and where another credit stands."""

    def __init__(
        self, doc: Document, quotes: Sequence[Quote], credited: Iterable[Framed], houses: Iterable[OutletMention]
    ) -> None:
        self._doc = doc
        self._order = {p: n for n, p in enumerate(doc.paragraphs)}
        self.direct = defaultdict[Span, list[Quote]](list)  # by paragraph
        self.said = defaultdict[Span, set[str]](set)  # by sentence: who says something in it
        self._voices = defaultdict[Span, set[str]](set)  # by paragraph: the same
        self._pieces = defaultdict[Span, list[Span]](list)  # by paragraph: what is said in it
        for quote in quotes:
            self._add(quote)
        heads = list(credited)
        self._heads = {at for f in heads if (at := doc.sentence_at(f.name.start))}
        self._stops = {p for f in heads if _ends_runs(f) if (p := doc.paragraph_at(f.name.start))}
        self._headed = dict[Span, str]()  # by paragraph: who stands at its head
        self._houses = defaultdict[Span, set[str]](set)  # by paragraph: who is named in it, outside marks
        for house in houses:
            paragraph = doc.paragraph_at(house.span.start)
            if paragraph and house.source.kind is not SourceKind.PLATFORM and not doc.is_quoted(house.span.start):
                self._houses[paragraph].add(house.source.name)
                if house.span.start - paragraph.start <= _HEAD:
                    self._headed[paragraph] = house.source.name
        self._first: dict[str, int] = {}
        for name in doc.names:
            self._first.setdefault(name.full, name.span.start)

    def _add(self, quote: Quote) -> None:
        paragraph = self._doc.paragraph_at(quote.pieces[0].start)
        if paragraph is not None:
            self._pieces[paragraph] += quote.pieces
            if quote.source and not self._is_aside(quote, quote.source):
                self._voices[paragraph].add(quote.source.name)
            if quote.kind is not QuoteKind.INDIRECT:
                self.direct[paragraph].append(quote)
        for place in (quote.cue, *quote.pieces) if quote.source else ():
            sentence = self._doc.sentence_at(place.start) if place else None
            if sentence is not None and quote.source:
                self.said[sentence].add(quote.source.name)

    def _is_aside(self, quote: Quote, source: Source) -> bool:
        """Whether somebody says something that takes nobody's turn: a question, what people without a name hold."""
        asks = quote.pieces[-1].of(self._doc.text).rstrip().endswith("?")
        return asks or (source.kind in UNNAMED and quote.kind is QuoteKind.INDIRECT)

    def end(self, chain: Chain, sentence: Span, met: Set[str] | None = None, *, heads_article: bool = False) -> int:
        """Where a scope ends: at the last quote of people who were introduced under the credit, or who were `met`.

        `heads_article`: it stands at the head of the text, for itself, so that whoever comes up later is its too.
        """
        here = self._doc.paragraph_at(sentence.start)
        if here is None:
            return sentence.end
        people = {f.source.name for f in chain[1:]} | (met or set())
        if introduces(self._doc, sentence):
            sentence = Span(sentence.start, self._set_off(here, chain[0].source.name))
        sentence = Span(sentence.start, self._goes_on(people, sentence, here))
        until = len(self._doc.text) if heads_article and met is None else sentence.end
        under = self._under(chain, sentence)
        end, gap = sentence.end, 0
        for paragraph in self._doc.paragraphs[self._order[here] + 1 :]:
            if paragraph.start < sentence.end:
                continue
            speakers = {q.source.name for q in self.direct.get(paragraph, ()) if q.source}
            people |= {s for s in speakers if gap == 0 and sentence.start <= self._first.get(s, -1) < until}
            if gap > _GAP or self._turns_away(paragraph, under, people):
                break
            carried = bool(speakers) and speakers <= people
            end, gap = (paragraph.end, 0) if carried else (end, gap + 1)
        return end

    def _under(self, chain: Chain, sentence: Span) -> _Under:
        names = {name.full for name in self._doc.names_in(sentence)}
        return _Under(chain[0].source.name, names, sentence.of(self._doc.text).casefold())

    def _turns_away(self, paragraph: Span, under: _Under, people: Set[str]) -> bool:
        """Whether a paragraph is no longer had from the credit."""
        return (
            paragraph in self._stops
            or not self._houses.get(paragraph, set()) <= {under.house}
            or self._is_heading(paragraph)
            or self._elsewhere(paragraph)
            or self._another_day(paragraph, under)
            or self._answers(paragraph)
            or not self._voices.get(paragraph, set()) <= people | under.names
        )

    def _is_heading(self, paragraph: Span) -> bool:
        """Whether a paragraph is a line between parts of a text."""
        words = paragraph.of(self._doc.text).strip()
        return len(words) <= _HEADING and words[-1:].isalnum()

    def _elsewhere(self, paragraph: Span) -> bool:
        """Whether the words were spoken to everybody, or in another interview: no outlet stands between."""
        elsewhere = self._doc.lexicon.room(_occasions)
        return any(elsewhere.search(self._doc.text, *part) for part in self._frame(paragraph))

    def _answers(self, paragraph: Span) -> bool:
        """Whether who speaks in a paragraph speaks of a report: "Holm called the story false"."""
        answers = self._doc.lexicon.pattern("credit_patterns", "answers_report")
        return any(answers.search(self._doc.text, *part) for part in self._frame(paragraph))

    def _another_day(self, paragraph: Span, under: _Under) -> bool:
        """Whether what is said in a paragraph was said at a time that the credit's own sentences do not name."""
        days, same = self._doc.lexicon.room(_days), self._doc.lexicon.pattern("credit_patterns", "same_talk")
        if not self._pieces.get(paragraph) or any(same.search(self._doc.text, *p) for p in self._frame(paragraph)):
            return False
        cues = (c.group().casefold() for part in self._frame(paragraph) for c in days.finditer(self._doc.text, *part))
        return any(cue not in under.words for cue in cues)

    def _frame(self, paragraph: Span) -> tuple[Span, ...]:
        """The words around what is said in a paragraph, of the sentences that hold some of it."""
        said = self._pieces.get(paragraph, ())
        around = merge_spans(s for piece in said if (s := self._doc.sentence_at(piece.start)))
        return tuple(part for sentence in around for part in without(sentence, said))

    def _set_off(self, paragraph: Span, house: str) -> int:
        """Where the words end that a paragraph introduces: in its next paragraph, and those set off like it."""
        following = self._doc.paragraphs[self._order[paragraph] + 1 :]
        blocks = [block.span for block in self._doc.article.blocks if block.role is Role.QUOTE]
        if not following or self._headed.get(following[0], house) != house:
            return paragraph.end
        end = following[0].end
        for one in following if meets_any(following[0], blocks) else ():
            if not meets_any(one, blocks):
                break
            end = one.end
        return end

    def _goes_on(self, people: Set[str], sentence: Span, paragraph: Span) -> int:
        """Where the last sentence of the paragraph ends in which those who were credited still speak: "He added"."""
        end = sentence.end
        first = bisect_left(self._doc.sentences, sentence.end, key=lambda one: one.start)
        for one in self._doc.sentences[first:]:
            speakers = self.said.get(one, set())
            if one.start >= paragraph.end or one in self._heads or not speakers or not speakers <= people:
                break
            end = one.end
        return end


def _ends_runs(credited: Framed) -> bool:
    """Whether what stands beside a credit goes on from no other one."""
    return stands_apart(credited) or credited.source.kind is SourceKind.OCCASION


def introduces(doc: Document, sentence: Span) -> bool:
    """Whether what follows a sentence is what it credits: "From the Courier:"."""
    return sentence.of(doc.text).rstrip()[-1:] == ":"


def _occasions(lexicon: Lexicon) -> re.Pattern[str]:
    told = alternatives(lexicon.words("credits", "occasions"))
    return re.compile(rf"\b(?:(?:{told})\b|{lexicon.pattern('credit_patterns', 'another_talk').pattern})")


def _days(lexicon: Lexicon) -> re.Pattern[str]:
    """Days and times at which something may have been said; not the article's own day."""
    spans = (w for row in lexicon.rows("time_cues", "spans") if row["first"] < -1 for w in row["words"])
    before = alternatives(lexicon.words("time_cues", "in_month", "before"))
    in_month = rf"(?:{before}) (?:{alternatives(months())}|[12]\d\d\d)"
    others = lexicon.words("time_cues", "weekdays", "names") | lexicon.words("credits", "another_time")
    named = alternatives([*spans, *others])
    return re.compile(rf"\b(?:{named}|{in_month})\b", re.IGNORECASE)
