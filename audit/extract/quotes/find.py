"""Quotes of an article: who said what, in marks or not.

Invariant: every piece slices back to its words, marks excluded; unknown speakers stay unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.drafts import Draft
from audit.extract.quotes.grammar import Grammar, grammar_of
from audit.extract.quotes.languages import manner_of
from audit.extract.quotes.names_above import give_to_names_above
from audit.extract.quotes.sentence_items import MARKED, Line, read_line
from audit.extract.quotes.statements import states
from audit.extract.quotes.transcripts import read_turns
from audit.extract.quotes.unsaid import is_denied
from audit.extract.quotes.verbless import read_alone, read_signature, read_signed
from audit.extract.reading import Document
from audit.extract.sources.resolve import Speakers
from audit.records import CARRIERS, Certainty, Polarity, Quote, QuoteKind, Source, Span
from audit.text.tokens import MARK, Tokens

_LONG_BLANK = " " * 30
_GAP = re.compile(rf"{_LONG_BLANK}\s*")
_BRACKET = re.compile(r"[()]")
_LOOSE = " \n\t,;."
FEWEST_SPOKEN = 6
"""Words from which on marked words without a verb of saying are speech; more than half of them with a closing stop."""

LONGEST_OPENING = 3
"""Characters of a colon, a blank and a mark."""
LONGEST_LINE = 400
"""Items of a sentence that are read together; what is longer is no sentence, and is read in parts of this length."""


def find_quotes(doc: Document) -> tuple[Quote, ...]:
    """All quotes, in the order of their first words. Linear in the length of the text."""
    return finish_quotes(doc, draft_quotes(doc))


def draft_quotes(doc: Document) -> list[Draft]:
    """The words that are quotes, with what stands beside them."""
    turns = [Draft([turn.words], [turn.words], "transcript", None, turn.speaker) for turn in read_turns(doc)]
    reader = _Reader(doc)
    reader.read_all()
    return turns + [draft for draft in reader.drafts if not _in_turn(draft, turns)]


def finish_quotes(doc: Document, drafts: list[Draft]) -> tuple[Quote, ...]:
    """The drafts as quotes with their sources, in the order of their first words."""
    if not drafts:
        return ()
    speakers = Speakers(doc, sorted(_places(drafts)))
    read = [(draft, _finish(doc, draft, speakers)) for draft in drafts]  # whoever only acts may be "he" further on
    found = _without_relays([quote for draft, quote in read if draft.told or draft.marked])
    found = [_completed(quote, speakers) for quote in found]
    return tuple(sorted(found, key=lambda q: (q.pieces[0], q.pieces[-1].end)))


def _places(drafts: list[Draft]) -> Iterator[int]:
    """Where the words and the cues of quotes begin."""
    for draft in drafts:
        yield from (piece.start for piece in (*draft.pieces, *([draft.cue] if draft.cue else [])))


def _completed(quote: Quote, speakers: Speakers) -> Quote:
    """The quote with what the article tells of its source only further on."""
    source = speakers.complete(quote.source)
    return quote if source is quote.source else replace(quote, source=source)


def _in_turn(draft: Draft, turns: list[Draft]) -> bool:
    """Whether a draft only repeats words of a transcript."""
    at = bisect_right(turns, draft.pieces[0].end, key=lambda t: t.pieces[0].start) - 1
    return at >= 0 and turns[at].pieces[0].meets(Span(draft.pieces[0].start, draft.pieces[-1].end))


def _is_silent(doc: Document, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether no rule can read anything in a sentence without marks: no word of speech, no headline, no signature."""
    headline = tokens.starts[:1] == [doc.paragraphs[0].start]
    if headline or not 0 < tokens.size <= LONGEST_LINE or tokens.kinds[0] == MARK:
        return False
    needed = [grammar.speech[word] for word in grammar.speech.keys() & tokens.lows]
    return all(needed) and not any(map(frozenset(tokens.lows).intersection, needed))


class _Reader:
    """Reads an article line by line and remembers who spoke last and who is about to speak."""

    def __init__(self, doc: Document) -> None:
        self.drafts: list[Draft] = []
        self._doc = doc
        self._last: Draft | None = None  # the quote that marked words may go on with
        self._ahead: Draft | None = None  # a cue whose words stand in the next line ("Lee said:")
        self._spoke: Span | None = None  # who spoke last in this paragraph
        self._spoke_line = 0
        self._paragraph: Span | None = None
        self._number = 0
        self._headed: list[Draft] = []  # of marked words alone, each in a paragraph of its own

    def read_all(self) -> None:
        """Takes in each sentence with the marked stretches inside it, as one line or several."""
        doc, starts = self._doc, [q.start for q in self._doc.quoted]
        grammar = doc.lexicon.room(grammar_of)
        for sentence, tokens in zip(doc.sentences, doc.tokens, strict=True):
            low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            if low == high and _is_silent(doc, tokens, grammar):
                self._pass(sentence)
                continue
            for line in read_line(tokens, sentence, doc.quoted[low:high], doc.lexicon).cut(LONGEST_LINE):
                self._read(line)
        give_to_names_above(self._doc, self._headed)

    def _enter(self, start: int) -> bool:
        """Goes on to the line that begins at a place; whether it opens a paragraph."""
        here = self._doc.paragraph_at(start)
        fresh, self._paragraph = here != self._paragraph, here
        self._number += 1
        return fresh

    def _pass(self, sentence: Span) -> None:
        """Takes in a sentence in which nobody speaks."""
        self._take([], self._enter(sentence.start))
        self._ahead = None

    def _read(self, line: Line) -> None:
        """Takes in the next line."""
        fresh = self._enter(line.span.start)
        found = [_draft(line, said, self._number) for said in _attributions(self._doc, line)]
        marked = line.marked()
        if self._is_unsigned() and (signature := read_signature(line)):
            self._sign(line.of(*signature))
        elif not found and self._is_unsaid() and (alone := read_alone(line)):
            self._sign(line.of(*alone.speaker), line.of(*alone.cue))
        elif marked and _only_marked(line) and not any(draft.pieces for draft in found):
            self._go_on(marked, fresh)
        else:
            self._carry(line, found, fresh)
            self._take(found, fresh)
            self._keep_unread(marked, found)
        self._ahead = next((draft for draft in reversed(found) if not draft.pieces), None) or self._introduced(line)

    def _is_unsigned(self) -> bool:
        """Whether the line before was of nothing but marked words, in which nobody is told to have said them."""
        last = self._last
        unsigned = last is not None and (last.speaker is None or last.rule == "carried")
        return unsigned and last is not None and last.line == self._number - 1

    def _is_unsaid(self) -> bool:
        """Whether nobody at all is known to have said those words."""
        return self._is_unsigned() and self._last is not None and self._last.speaker is None

    def _sign(self, name: Span, cue: Span | None = None) -> None:
        """Gives the marked words of the line before to whoever signed them, or said so in a line of their own."""
        if self._last is not None:
            self._last.speaker, self._last.cue, self._last.line = name, cue, self._number
            self._last.rule = "subject-end" if cue else "signed"

    def _take(self, found: list[Draft], fresh: bool) -> None:
        """Takes in the attributions of a line, and remembers who spoke; `fresh`: it opens a paragraph."""
        spoken = [draft for draft in found if draft.pieces]
        self.drafts += spoken
        if spoken:
            self._spoke, self._spoke_line = _outermost(spoken).speaker, self._number
        elif fresh:
            self._spoke = None
        if found or fresh:
            own = (draft for draft in reversed(spoken) if draft.marked and not _retells(draft, spoken))
            self._last = next(own, None)

    def _carry(self, line: Line, found: list[Draft], fresh: bool) -> None:
        """Gives a sentence of nothing but marked words to who spoke in the one before ("..., sagte Holm. „...“")."""
        goes_on = self._spoke is not None and self._spoke_line == self._number - 1 and not fresh
        if goes_on and manner_of(self._doc.rules).carries and _only_marked(line):
            for draft in found:
                if draft.speaker is None:
                    draft.speaker, draft.rule = self._spoke, "carried"

    def _keep_unread(self, marked: list[Span], found: list[Draft]) -> None:
        """Marked words that no rule gives to anybody go on with whoever alone spoke in the line, else are nobody's."""
        if not marked:
            return
        read = {piece for draft in found for piece in draft.marked}
        left = [words for words in marked if words not in read and _is_speech(words.of(self._doc.text))]
        if not left or not manner_of(self._doc.rules).keeps_unread:
            return
        spoken = [draft for draft in found if draft.pieces]
        alone = len(spoken) == 1 and not self._is_behind_colon(left[0])
        if alone and spoken[0].speaker and spoken[0].pieces[-1].end < left[0].start:
            self._add(spoken[0], left)
            return
        self.drafts.append(Draft([], [], "unattributed"))
        self._add(self.drafts[-1], left)

    def _is_behind_colon(self, words: Span) -> bool:
        """Whether a colon stands before marked words: then a label of their own does."""
        return ":" in self._doc.text[max(0, words.start - LONGEST_OPENING) : words.start]

    def _introduced(self, line: Line) -> Draft | None:
        """ "She sent this answer:": whoever the line is about says what stands in the next one."""
        if line.low[-1:] != [":"]:
            return None
        subject = manner_of(self._doc.rules).introduced(line)
        return Draft([], [], "introduced", None, line.of(*subject) if subject else None)

    def _go_on(self, marked: list[Span], fresh: bool) -> None:
        """A line of nothing but marked words: it belongs to the cue before it, or to the quote before it."""
        last, near = self._last, self._last is not None and self._last.line == self._number - 1
        near_spoke = self._spoke_line == self._number - 1
        if self._ahead is not None:
            self._add(self._ahead, marked)
            self.drafts.append(self._ahead)
        elif last is not None and (not fresh or (near and self._is_open(last))):
            self._add(last, marked)
        else:
            speaker = last.speaker if last and near else self._spoke if near_spoke or not fresh else None
            if fresh and last and near and (last.rule == "signed" or self._answers(last, marked[0])):
                speaker = None
            if fresh and _is_heading(marked[-1].of(self._doc.text)):
                speaker = None
            rule = "carried" if speaker else "unattributed"
            self.drafts.append(Draft([], [], rule, None, speaker))
            self._add(self.drafts[-1], marked)
            self._headed += self.drafts[-1:] if fresh and speaker is None else []

    def _answers(self, last: Draft, words: Span) -> bool:
        """Whether a paragraph of marked words asks, or follows a question: then somebody else speaks."""
        return "?" in (self._doc.text[last.pieces[-1].end - 1], self._doc.text[words.end - 1])

    def _add(self, draft: Draft, marked: list[Span]) -> None:
        draft.pieces += marked
        draft.marked += marked
        draft.line = self._number
        self._last = draft

    def _is_open(self, draft: Draft) -> bool:
        """Whether the quote's last words lack their closing mark: each paragraph of a long quotation opens anew."""
        end = draft.pieces[-1].end
        return end >= len(self._doc.text) or self._doc.text[end].isspace()


def _outermost(spoken: list[Draft]) -> Draft:
    """The last quote of a line that no other one holds ("Lee said he would go if Roe promised to": Lee's)."""
    held = (piece for draft in spoken for piece in draft.pieces)
    inner = {
        draft.cue for piece in held for draft in spoken if draft.cue and piece.start <= draft.cue.start < piece.end
    }
    return next((draft for draft in reversed(spoken) if draft.cue not in inner), spoken[-1])


def _retells(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a quote holds that somebody else said it (`"...," Lee said, according to the Post`)."""
    return any(
        other.cue is not None and draft.marked[0].end <= piece.start <= other.cue.start < piece.end
        for other in drafts
        for piece in draft.pieces
        if other is not draft
    )


def _attributions(doc: Document, line: Line) -> list[Attribution]:
    """The attributions of a line; in an embedded post only a signed quotation, for its words are the poster's."""
    signed = read_signed(line)
    if signed or doc.is_embedded(line.span.start):
        return [signed] if signed else []
    return manner_of(doc.rules).attributions(doc, line)


def _is_heading(words: str) -> bool:
    """Whether marked words in a line of their own are few, and no sentence with its stop."""
    return len(words.split()) < FEWEST_SPOKEN and words[-1].isalnum()


def _is_speech(words: str) -> bool:
    """Whether marked words are more than a name or a term: a sentence with its stop, or as many words as speech has."""
    count = len(words.split())
    return count >= FEWEST_SPOKEN or (count > FEWEST_SPOKEN // 2 and words[-1] in ".,?!")


def _only_marked(line: Line) -> bool:
    """Whether a sentence is nothing but marked words and stops."""
    return all(w is MARKED or not w[0].isalnum() for w in line.low)


def _draft(line: Line, said: Attribution, number: int) -> Draft:
    draft = Draft([], [], said.rule, line=number)
    for first, stop in said.content:
        for piece, marked in _split(line, first, stop):
            if not (marked or draft.pieces) and line.text[piece.start] == ")":
                continue  # "(as Lee said) boats sank"
            whole = piece if marked else _without_half_brackets(line.text, piece, line.start[said.cue[0]])
            parts = list(_around_gaps(line.text, whole))
            draft.pieces += parts
            draft.marked += parts if marked else []
    draft.pieces = [p for p in draft.pieces if _says_something(line.text, p, draft)]
    draft.speaker = line.of(*said.speaker) if said.speaker else None
    draft.cue = line.of(*said.cue) if said.cue[0] < said.cue[1] else None
    draft.denied, draft.told = is_denied(line, said), states(line, said)
    return draft


def _split(line: Line, first: int, stop: int) -> Iterator[tuple[Span, bool]]:
    """The pieces of an item range, and whether they are marked: marked stretches apart from the words around them."""
    begin = first
    for i in range(first, stop):
        if line.low[i] is MARKED:
            if begin < i:
                yield line.of(begin, i), False
            yield Span(line.start[i], line.end[i]), True
            begin = i + 1
    if begin < stop:
        yield line.of(begin, stop), False


def _without_half_brackets(text: str, piece: Span, cue: int) -> Span:
    """A piece without what stands on the other side of a bracket that it holds one end of ("it sank (as few boats").

    Where the verb of saying at `cue` stands in that bracket, the words in it are said ("boats (nine sank, Lee said)").
    """
    said = piece.of(text)
    at = _half_bracket(said)
    if at is None:
        return piece
    inside = said[at] == "(" and piece.end <= cue and ")" not in text[piece.end : cue]
    before = not inside and any(map(str.isalnum, said[:at]))
    first, end = (0, at) if before else (at + 1, len(said))
    kept = said[first:end]
    start = piece.start + first + len(kept) - len(kept.lstrip(_LOOSE))
    return Span(start, max(start, piece.start + first + len(kept.rstrip(_LOOSE))))


def _half_bracket(said: str) -> int | None:
    """Where a bracket stands whose other end is not in the words; the closing one first."""
    opened: list[int] = []
    for at in _BRACKET.finditer(said):
        if at[0] == "(":
            opened.append(at.start())
        elif opened:
            opened.pop()
        else:
            return at.start()
    return opened[0] if opened else None


def _around_gaps(text: str, piece: Span) -> Iterator[Span]:
    """The parts of a piece around the long blanks in it, where a page printed other things inside a sentence."""
    at = piece.start
    if text.find(_LONG_BLANK, piece.start, piece.end) < 0:
        yield piece
        return
    for gap in _GAP.finditer(text, piece.start, piece.end):
        yield Span(at, gap.start())
        at = gap.end()
    if at < piece.end:
        yield Span(at, piece.end)


def _says_something(text: str, piece: Span, draft: Draft) -> bool:
    """Whether a piece holds a word; a single small one beside marked words says nothing."""
    said = piece.of(text)
    if not any(c.isalnum() for c in said):
        return False
    return len(draft.pieces) == 1 or piece in draft.marked or " " in said or len(said) > 4


def _finish(doc: Document, draft: Draft, speakers: Speakers) -> Quote:
    at = draft.cue.start if draft.cue else draft.pieces[0].start
    source, anonymity = speakers.resolve(draft.speaker, at, spoke=draft.rule != "claim-noun", said=draft.pieces)
    said = QuoteKind.of(draft.pieces, draft.marked), tuple(draft.pieces), draft.rule, draft.speaker, draft.cue
    if draft.denied:
        return Quote(*said, polarity=Polarity.DENIED)
    return Quote(
        *said,
        source=source,
        anonymity=anonymity,
        sources=speakers.several(draft.speaker),
        certainty=_certainty(doc, draft, source),
        title=speakers.title(source),
        justification=speakers.justification(source, at),
    )


def _certainty(doc: Document, draft: Draft, source: Source | None) -> Certainty | None:
    """Whether the source is named beside the cue, or only found through a pronoun, a role or the quote before."""
    if source is None or draft.speaker is None:
        return None
    beside = set(draft.speaker.of(doc.text).casefold().split())
    named = any(word in beside for name in (source.name, *source.names) for word in name.casefold().split())
    return Certainty.NAMED if named and draft.rule not in {"carried", "introduced"} else Certainty.RESOLVED


def _without_relays(quotes: list[Quote]) -> list[Quote]:
    """Leaves out what an outlet says that somebody said: the speaker's words are the quote, the outlet a credit."""
    cues = sorted(q.cue.start for q in quotes if q.cue and q.source and not _is_relay(q))
    told = {q.pieces[0]: q for q in quotes if len(q.pieces) == 1 and q.source}
    return [
        q
        for q in quotes
        if not (
            (_is_relay(q) or (len(q.pieces) > 1 and q.pieces[0] in told))
            and any(_cue_inside(cues, piece) for piece in q.pieces)
        )
    ]


def _is_relay(quote: Quote) -> bool:
    return quote.rule == "according-last" or (quote.source is not None and quote.source.kind in CARRIERS)


def _cue_inside(cues: list[int], piece: Span) -> bool:
    at = bisect_left(cues, piece.start)
    return at < len(cues) and cues[at] < piece.end
