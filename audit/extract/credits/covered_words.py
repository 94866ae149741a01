"""The words that a credit covers: its sentence, the lede that it develops, and the run of quotes introduced under it.

Invariant: a scope is one stretch that holds the credit's sentence, or the clause of a phrase that credits nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from audit.extract.credits.chains import Chain
from audit.extract.credits.outlet_phrases import Framed, says_something
from audit.extract.reading import Document
from audit.lexicon.language import Lexicon
from audit.records import Quote, QuoteKind, Role, SourceKind, Span
from audit.text.patterns import alternatives
from audit.text.spans import meets_any, without

_COMMA = re.compile(r"[,;] ")
_CLAUSE = 600  # characters in which the commas around a clause are looked for
_LEDE = 50  # characters: shorter first lines are titles, places or dates
_GAP = 2  # paragraphs without a quote that a run of quotes may hold
_TAKEN_UP = 3  # telling words that a lede and the sentence that develops it have in common
_SMALL = 2  # characters
_NOTHING = 1  # telling word: "remarks", "account"
_WORD = re.compile(r"\w+")
_TELLING = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_CLAUSAL = frozenset({"reported", "first_reported"})
"""Rules of a credit that is subject and verb."""
_WHOLE = frozenset({"dateline", "copyright"})
MET = frozenset({"interview", "on_air"})
"""Rules of a credit that may tell no more than where somebody was."""


class Scopes:
    """Scopes of one article's chains."""

    def __init__(self, doc: Document, quotes: Sequence[Quote], chains: Sequence[Chain]) -> None:
        self._doc = doc
        self._credited = [(f.name.start, f) for c in chains for f in c[:1] if f.rule not in _WHOLE]
        self._lede = next((p for p in doc.paragraphs[:6] if _is_lede(doc.text, p)), None)
        self._lede_speaks = self._lede is not None and any(
            self._lede.start <= at < self._lede.end for at, _ in self._credited
        )
        self._turns: dict[Span, list[Span]] = {}  # by sentence
        self._direct: dict[Span, list[Quote]] = {}
        for quote in quotes:
            paragraph = doc.paragraph_at(quote.pieces[0].start)
            if paragraph is not None and quote.kind is not QuoteKind.INDIRECT:
                self._direct.setdefault(paragraph, []).append(quote)
        self._lede_speaks = self._lede_speaks or self._lede in self._direct
        self._spoken = {at for q in quotes if (at := doc.sentence_at((q.cue or q.pieces[0]).start))}
        self._said: dict[Span, set[str]] = {}  # by sentence: who says something in it
        self._speaking: dict[Span, list[Span]] = {}  # by sentence: from who says something to the verb
        for quote in quotes:
            at = doc.sentence_at((quote.cue or quote.pieces[0]).start)
            if at is not None and quote.source:
                self._said.setdefault(at, set()).add(quote.source.name)
                if quote.speaker and quote.cue and quote.speaker.end <= quote.cue.start:
                    self._speaking.setdefault(at, []).append(Span(quote.speaker.end, quote.cue.start))
        self._heads = {at for place, _ in self._credited if (at := doc.sentence_at(place))}
        self._order = {p: n for n, p in enumerate(doc.paragraphs)}
        self._stops = {
            p for at, f in self._credited if f.carries or f.rule == "according_to" if (p := doc.paragraph_at(at))
        }
        self._first: dict[str, int] = {}
        for name in doc.names:
            self._first.setdefault(name.full, name.span.start)

    def of(self, chain: Chain) -> Span | None:
        """What a chain covers; None where that is not told, and where it only says that somebody met an outlet."""
        head = chain[0]
        if head.rule == "post":
            return head.name
        sentence = self._doc.sentence_at(head.name.start)
        if sentence is None or head.rule in _WHOLE:
            return Span(0, len(self._doc.text)) if head.rule in _WHOLE else None
        if head.source.kind is SourceKind.VAGUE and head.rule not in {"according_to", "according_to_outlet"}:
            return self._clause(head.span, sentence)
        side = self._own_clause(head, self._side(head.span, sentence))
        if head.source.kind not in _TELLING or head.rule == "headline":
            return side
        if self._only_met(head, sentence):
            end = self._run(chain, sentence, self._people_in(sentence))
            return Span(sentence.end, end) if end > sentence.end else None
        if head.rule != "contributed" and not self._introduces(sentence) and self._points_back(chain, side):
            return Span(self._before(sentence), side.end)
        start = self._start(sentence) if len(chain) == 1 else sentence.start  # an interview develops no lede
        end = self._run(chain, sentence) if side.end == sentence.end else side.end
        return Span(start if side.start == sentence.start else side.start, end)

    def _only_met(self, head: Framed, sentence: Span) -> bool:
        """Whether a sentence tells that somebody spoke to an outlet, and nothing of what: "She appeared on CNN"."""
        beside = without(sentence, [head.span])
        if head.rule not in MET or sentence in self._spoken or any(says_something(self._doc, part) for part in beside):
            return False
        words = self._doc.lexicon.words("credits", "only_met")
        gave = self._doc.lexicon.pattern("credit_patterns", "gave_before")
        first = head.span.of(self._doc.text).partition(" ")[0]
        return first in words or bool(gave.search(self._doc.text, sentence.start, head.span.start))

    def _people_in(self, sentence: Span) -> set[str]:
        """Whom a sentence names, one of whom met the outlet; where it names nobody, who speaks in the next one."""
        people = {name.full for name in self._doc.names_in(sentence) if name.kind is SourceKind.PERSON}
        if people or (following := self._doc.sentence_at(sentence.end + 1)) is None:
            return people
        same = self._doc.paragraph_at(following.start) == self._doc.paragraph_at(sentence.start)
        return self._said.get(following, people) if same else people

    def _points_back(self, chain: Chain, side: Span) -> bool:
        """Whether the words around a credit say nothing of their own: "The remarks were first reported by CNN".

        What they name as one of a kind is told anew: "CNN says an arrest has been made".
        """
        rest = without(side, [f.span for f in chain])
        names = any(self._doc.names_in(part) for part in rest)
        words = [w for part in rest for w in _WORD.findall(self._doc.text, *part)]
        if not self._doc.lexicon.words("closed_classes", "indefinite").isdisjoint(map(str.casefold, words)):
            return False
        common = self._doc.lexicon.room(_common)
        told = [w for w in words if w.casefold() not in common]
        return not names and len(told) <= _NOTHING and not any(w.isdigit() for w in told)

    def _before(self, sentence: Span) -> int:
        """Where the words begin that a sentence points back to: the sentence, or the paragraph, before it."""
        paragraph = self._doc.paragraph_at(sentence.start)
        number = self._order.get(paragraph, 0) if paragraph else 0
        if paragraph is None or not self._doc.text[paragraph.start : sentence.start].strip():
            return self._doc.paragraphs[number - 1].start if number else sentence.start
        earlier = self._doc.sentence_at(sentence.start - 2)
        return earlier.start if earlier else sentence.start

    def _side(self, span: Span, sentence: Span) -> Span:
        """The part of the sentence in which the credit stands: a semicolon or "but" begins another matter.

        It does not where the same speaker goes on: "Holm told CNN that it was shut, but promised that it would open".
        """
        if sentence not in self._turns:
            turns = self._doc.lexicon.pattern("credit_patterns", "turn").finditer(self._doc.text, *sentence)
            found = (Span(*turn.span()) for turn in turns)
            self._turns[sentence] = [
                turn
                for turn in found
                if not (self._doc.is_quoted(turn.start) or any(s.holds(turn) for s in self._speaking.get(sentence, ())))
            ]
        stops = self._turns[sentence]
        before = bisect_right(stops, span.start, key=lambda turn: turn.end)
        after = bisect_left(stops, span.end, key=lambda turn: turn.start)
        start = stops[before - 1].end if before else sentence.start
        return Span(start, stops[after].start if after < len(stops) else sentence.end)

    def _own_clause(self, head: Framed, side: Span) -> Span:
        """A part of a sentence from the credit on where a clause begins with it: "Nobody came, and the Times said"."""
        if head.rule not in _CLAUSAL:
            return side
        joins = self._doc.lexicon.pattern("credit_patterns", "clause_joins")
        return Span(head.span.start, side.end) if joins.search(self._doc.text, side.start, head.span.start) else side

    def _clause(self, span: Span, sentence: Span) -> Span:
        """From the comma before to the comma after, in the same sentence."""
        text = self._doc.text
        before = max(text.rfind(c, max(sentence.start, span.start - _CLAUSE), span.start) for c in (", ", "; "))
        after = _COMMA.search(text, span.end, min(sentence.end, span.end + _CLAUSE))
        return Span(before + 2 if before >= 0 else sentence.start, after.start() if after else sentence.end)

    def _start(self, sentence: Span) -> int:
        """Where the scope begins: at the lede, if that has no credit and this is the paragraph that develops it."""
        paragraph, lede = self._doc.paragraph_at(sentence.start), self._lede
        if paragraph is None or lede is None or self._order.get(paragraph) != self._order[lede] + 1:
            return sentence.start
        return sentence.start if self._lede_speaks or not self._develops(sentence, lede) else lede.start

    def _develops(self, sentence: Span, lede: Span) -> bool:
        """Whether a sentence says more of what a lede of one sentence tells: it takes up several of its words."""
        inside = [one for one in self._doc.sentences if lede.start <= one.start < lede.end]
        return len(inside) == 1 and len(self._telling(inside[0]) & self._telling(sentence)) >= _TAKEN_UP

    def _telling(self, span: Span) -> frozenset[str]:
        """The words of a stretch that tell something."""
        words = frozenset(word.casefold() for word in _WORD.findall(self._doc.text, *span) if len(word) > _SMALL)
        return words - self._doc.lexicon.room(_common)

    def _run(self, chain: Chain, sentence: Span, met: set[str] | None = None) -> int:
        """Where the scope ends: at the last quote of people who were introduced under the credit, or who were `met`."""
        here = self._doc.paragraph_at(sentence.start)
        if here is None:
            return sentence.end
        people = {f.source.name for f in chain[1:]} | (met or set())
        if self._introduces(sentence):
            sentence = Span(sentence.start, self._set_off(here))
        sentence = Span(sentence.start, self._goes_on(people, sentence, here))
        until = len(self._doc.text) if met is None and self._tells_all(chain, here) else sentence.end
        end, gap = sentence.end, 0
        for number in range(self._order[here] + 1, len(self._doc.paragraphs)):
            paragraph = self._doc.paragraphs[number]
            if paragraph in self._stops or gap > _GAP or self._elsewhere(paragraph):
                break
            speakers = {q.source.name for q in self._direct.get(paragraph, ()) if q.source}
            people |= {s for s in speakers if gap == 0 and sentence.start <= self._first.get(s, -1) < until}
            carried = bool(speakers) and speakers <= people
            end, gap = (paragraph.end, 0) if carried else (end, gap + 1)
        return end

    def _introduces(self, sentence: Span) -> bool:
        """Whether what follows a sentence is what it credits: "From the Courier:"."""
        return sentence.of(self._doc.text).rstrip()[-1:] == ":"

    def _set_off(self, paragraph: Span) -> int:
        """Where the words end that a paragraph introduces: in its next paragraph, and those set off like it."""
        following = self._doc.paragraphs[self._order[paragraph] + 1 :]
        blocks = [block.span for block in self._doc.article.blocks if block.role is Role.QUOTE]
        end = following[0].end if following else paragraph.end
        for one in following if following and meets_any(following[0], blocks) else ():
            if not meets_any(one, blocks):
                break
            end = one.end
        return end

    def _goes_on(self, people: set[str], sentence: Span, paragraph: Span) -> int:
        """Where the last sentence of the paragraph ends in which those who were credited still speak: "He added"."""
        end = sentence.end
        first = bisect_left(self._doc.sentences, sentence.end, key=lambda one: one.start)
        for one in self._doc.sentences[first:]:
            speakers = self._said.get(one, set())
            if one.start >= paragraph.end or one in self._heads or not speakers or not speakers <= people:
                break
            end = one.end
        return end

    def _tells_all(self, chain: Chain, paragraph: Span) -> bool:
        """Whether people who come up later are still the outlet's: it stands at the head of the article, for itself."""
        lede = self._order.get(self._lede, 0) if self._lede else 0
        return len(chain) == 1 and self._order[paragraph] <= lede + 2

    def _elsewhere(self, paragraph: Span) -> bool:
        """Whether the words were spoken to everybody: no outlet stands between."""
        return bool(self._doc.lexicon.room(_occasions).search(self._doc.text, *paragraph))


def _is_lede(text: str, paragraph: Span) -> bool:
    return paragraph.end - paragraph.start > _LEDE and text[paragraph.end - 1] in '.!?”"’)'


def _occasions(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lexicon.words('credits', 'occasions'))})\b")


def _common(lexicon: Lexicon) -> frozenset[str]:
    """Words that tell nothing of a matter, and those of a phrase of credit that say how or when."""
    groups = lexicon.rows("common_words", "groups")
    return lexicon.words("credits", "adverbs") | {word for group in groups for word in group["words"].split()}
