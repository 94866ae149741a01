"""The part of a sentence that is a credit's own: what another speaker, or another credit, says beside it is not.

Invariant: a part holds the phrase of its credit, and lies in its sentence. Where it cannot be told, less is covered.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from audit.extract.credits.credit_rules import rule_tells
from audit.extract.credits.outlet_phrases import Chain, Framed, says_something
from audit.extract.quotes.verbs import verb_table
from audit.extract.reading import Document
from audit.records import Quote, Span
from audit.text.parts_of_speech import PAST, THIRD, known_as

_COMMA = re.compile(r"[,;] ")
_PAUSE = re.compile(r"[,;:—–“”\"]")
_WORD = re.compile(r"[\w’'-]+")
_TELLS = re.compile(r"\d|[“”\"]")
_CLOSING = ('"', "”")
_CLAUSE = 600  # characters in which the commas around a clause are looked for
_SUBJECT = 8  # words between the head of a clause and its verb


class Clauses:
    """The clauses of one article's credits."""

    def __init__(self, doc: Document, quotes: Iterable[Quote], framed: Iterable[Framed]) -> None:
        self._doc = doc
        self._turns: dict[Span, list[Span]] = {}  # by sentence
        self._speaking = defaultdict[Span, list[Span]](list)  # by sentence: from who says something to the verb
        for quote in quotes:
            at = doc.sentence_at((quote.cue or quote.pieces[0]).start)
            if at is not None and quote.source and quote.speaker and quote.cue and quote.speaker.end <= quote.cue.start:
                self._speaking[at].append(Span(quote.speaker.end, quote.cue.start))
        self._apart = defaultdict[Span, list[Framed]](list)  # by sentence: credits beside which others stand apart
        for one in framed:
            if stands_apart(one) and (at := doc.sentence_at(one.name.start)):
                self._apart[at].append(one)

    def own(self, chain: Chain, sentence: Span) -> Span:
        """The part of its sentence that a chain covers."""
        head, names = chain[0], {f.source.name for f in chain}
        part = self._side(head.span, sentence)
        start, end = self._from(head, part), self._until(head.span, part)
        for other in self._apart[sentence] if stands_apart(head) else ():
            passed_on = head.carries and not other.carries  # what police say may be had from the outlet
            if passed_on or other.source.name in names or self._shares(head, other):
                continue
            if other.span.end <= head.span.start:
                start = max(start, self._behind(other, head))
            elif other.span.start >= head.span.end:
                end = min(end, self._before(head, other, end))
        aside = self._aside(head, sentence)
        return Span(max(start, aside.start), min(end, aside.end))

    def _aside(self, head: Framed, sentence: Span) -> Span:
        """What stands between dashes or in brackets with a credit, where that is no more than the credit itself."""
        breaks = self._doc.lexicon.pattern("credit_patterns", "aside_breaks")
        found = [b for b in breaks.finditer(self._doc.text, *sentence) if not self._doc.is_quoted(b.start())]
        before = [b for b in found if b.end() <= head.span.start]
        closed = len(before) % 2 == 0  # dashes and brackets come in pairs
        spoke = rule_tells(head.rule, "speaking") or head.rule == "on_platform"  # a speaker is told of between dashes
        if closed or spoke or not _WORD.search(self._doc.text, before[-1].end(), head.span.start):
            return sentence
        after = next((b.start() for b in found if b.start() >= head.span.end), sentence.end)
        return Span(before[-1].end(), after)

    def around(self, span: Span, sentence: Span) -> Span:
        """From the comma before to the comma after, in the same sentence."""
        text = self._doc.text
        before = max(text.rfind(c, max(sentence.start, span.start - _CLAUSE), span.start) for c in (", ", "; "))
        after = _COMMA.search(text, span.end, min(sentence.end, span.end + _CLAUSE))
        return Span(before + 2 if before >= 0 else sentence.start, after.start() if after else sentence.end)

    def _side(self, span: Span, sentence: Span) -> Span:
        """The part of the sentence in which the credit stands: a semicolon or "but" begins another matter.

        It does not where the same speaker goes on: "Holm told CNN that it was shut, but promised that it would open".
        """
        if sentence not in self._turns:
            turns = self._doc.lexicon.pattern("credit_patterns", "turn").finditer(self._doc.text, *sentence)
            found = (Span(*turn.span()) for turn in turns)
            speaking = self._speaking[sentence]
            self._turns[sentence] = [
                turn for turn in found if not (self._doc.is_quoted(turn.start) or any(s.holds(turn) for s in speaking))
            ]
        stops = self._turns[sentence]
        before = bisect_right(stops, span.start, key=lambda turn: turn.end)
        after = bisect_left(stops, span.end, key=lambda turn: turn.start)
        start = stops[before - 1].end if before else sentence.start
        return Span(start, stops[after].start if after < len(stops) else sentence.end)

    def _from(self, head: Framed, part: Span) -> int:
        """Where a clause begins with the credit: "Nobody came, and the Times said"; "On top of that, CNN says that"."""
        clausal, phrase = rule_tells(head.rule, "clause"), head.span
        for join in self._joins(Span(part.start, phrase.start))[-1:]:
            joined = not _PAUSE.search(self._doc.text, join.end, phrase.start)
            if joined and (clausal or says_something(self._doc, Span(part.start, join.start))):
                return join.end
        if not clausal or self._is_closed(head):
            return part.start
        breaks = self._doc.lexicon.pattern("credit_patterns", "clause_breaks")
        pause = breaks.search(self._doc.text, part.start, phrase.start)
        closes = pause is not None and pause.group()[0] in _CLOSING  # what stands in marks is what it credits
        if pause is None or closes or says_something(self._doc, Span(*pause.span())):
            return part.start
        fronted = Span(part.start, pause.start())
        tells = _TELLS.search(self._doc.text, *fronted) or says_something(self._doc, fronted)
        return phrase.start if tells else part.start

    def _until(self, phrase: Span, part: Span) -> int:
        """Where a clause begins with its own subject and verb of saying: "CNN said it fell, and Holm denied that"."""
        joins = self._joins(Span(phrase.end, part.end))
        return next((join.start for join in joins if self._speaks(Span(join.end, part.end))), part.end)

    def _speaks(self, clause: Span) -> bool:
        """Whether a clause begins with somebody who says something, and is no part of what was said: "and that"."""
        pause = _PAUSE.search(self._doc.text, *clause)
        words = [
            w.group() for w in _WORD.finditer(self._doc.text, clause.start, pause.start() if pause else clause.end)
        ]
        if pause and (told := self._behind_apposition(Span(pause.start(), clause.end))):
            words.append(told)
        verbs = self._doc.lexicon.room(verb_table)
        says = (n for n, word in enumerate(words[: _SUBJECT + 1]) if word in verbs and _is_finite(word))
        verb = next(says, 0)
        small = self._doc.lexicon.words("closed_classes", "complementizers") | self._doc.lexicon.words(
            "credits", "goes_on"
        )
        return verb > 0 and not small.issuperset(w.casefold() for w in words[:verb]) and words[0] not in small

    def _behind_apposition(self, rest: Span) -> str | None:
        """The word behind what is told of a subject between two commas: "Brask, the mayor, said"."""
        found = self._doc.lexicon.pattern("credit_patterns", "told_of_subject").match(self._doc.text, *rest)
        return found[1] if found else None

    def _joins(self, within: Span) -> list[Span]:
        """Where clauses are joined, outside marks."""
        joins = self._doc.lexicon.pattern("credit_patterns", "clause_joins").finditer(self._doc.text, *within)
        return [Span(*join.span()) for join in joins if not self._doc.is_quoted(join.start())]

    def _leads(self, head: Framed) -> bool:
        """Whether what is credited stands behind a credit: "According to CNN, ", not "…, CNN reported on Monday."."""
        sentence = self._doc.sentence_at(head.span.start)
        fronted = self._doc.lexicon.pattern("credit_patterns", "fronted")
        opens = sentence is not None and fronted.fullmatch(self._doc.text, sentence.start, head.span.start) is not None
        return opens or (rule_tells(head.rule, "clause") and not self._is_closed(head))

    def _is_closed(self, head: Framed) -> bool:
        """Whether a stop stands right behind a credit, or behind the time that it names."""
        closed = self._doc.lexicon.pattern("credit_patterns", "credit_closed")
        return closed.match(self._doc.text, head.span.end) is not None

    def _shares(self, one: Framed, other: Framed) -> bool:
        """Whether two credits share their phrase: "CNN and the Times reported"."""
        if one.span.meets(other.span):
            return True
        first, last = sorted((one.span, other.span))
        joined = self._doc.lexicon.pattern("credit_patterns", "joined")
        return joined.fullmatch(self._doc.text, first.end, last.start) is not None

    def _behind(self, other: Framed, head: Framed) -> int:
        """Where what a credit covers begins behind another one of its sentence."""
        joins = self._joins(Span(other.span.end, head.span.start))
        if joins:
            return joins[-1].end
        if self._leads(head):
            return head.span.start
        return other.span.end if self._is_closed(other) and not self._leads(other) else 0

    def _before(self, head: Framed, other: Framed, end: int) -> int:
        """Where what a credit covers ends before another one of its sentence."""
        joins = self._joins(Span(head.span.end, other.span.start))
        if joins:
            return joins[-1].start
        if self._leads(other):
            return other.span.start
        return head.span.end if self._is_closed(head) and not self._leads(head) else end


def stands_apart(credited: Framed) -> bool:
    """Whether what stands beside a credit is had from it alone."""
    return credited.carries or credited.rule == "according_to"


def _is_finite(verb: str) -> bool:
    return known_as(verb, PAST) or known_as(verb, THIRD)
