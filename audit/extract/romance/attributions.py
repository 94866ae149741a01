"""The sentences of an article to what is said in them: words, verb and speaker, sentence by sentence.

Invariant: a marked stretch is given to at most one speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.extract.reading import Document
from audit.extract.romance.speakers import Speakers, Who, sentence_marks
from audit.extract.romance.speech import CAPITAL, SAID
from audit.records import CARRIERS, SourceKind, Span

SPEECH = 6
"""Words from which on marked words that nobody is told to have said are somebody's speech all the same."""
CLAUSE, SHORTEST = 3, 2
"""Words of the shortest clause before a verb of saying, and behind one."""
_REMARK = re.compile(rf", (?=[a-zà-ÿ0-9])([^,;:{SAID}]{{2,90}}(?:, [a-zà-ÿ0-9][^,;:{SAID}]{{2,60}})?), $")
_OPENS = re.compile(r"(?<=[,;:—–] )\S|(?<=\) )\S")
_BEFORE_VERB = re.compile(rf"({SAID}|[^\s{SAID}]) ?([,—–-]?) ?$")
_LOOK_BACK = 5
"""Characters before a verb in which a mark or a comma stands that ends what is said."""
_LED = re.compile(rf"[^,;:{SAID}]{{0,60}}? ?:? ?(?={SAID})")
_BEFORE_INSERTED = re.compile(r" ?(?:,|[—–]) ?$")
_BEHIND_INSERTED = re.compile(rf" ?(?:,|[—–]\.?|[.!?](?=$| {CAPITAL}))")
_OFFICE_BEHIND = re.compile(r", [a-zà-ÿ][^,.]{2,60}(?=,)")
_REMARK_END = re.compile(rf"[,.;:{SAID}]")
_GOES_ON = re.compile(rf"(?:[,:] ?| )(?={SAID})")
_CLOSING = " .,;:!?…"
LEAST_LEFT = 3  # characters: a remainder beside marks that is no longer tells nothing


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody is told to have said. `marked` are those of its pieces that stand in marks."""

    pieces: tuple[Span, ...]
    marked: tuple[Span, ...]
    rule: str
    sentence: Span
    cue: Span | None = None
    who: Who | None = None

    @property
    def speaks(self) -> bool:
        """Whether it is a quote: an outlet that tells something is a credit alone."""
        return bool(self.pieces)


def read_sentences(doc: Document, speakers: Speakers) -> Iterator[Said]:
    """All that is said in an article, in order; what an outlet tells without a quote is among it, without pieces."""
    reader = _Reader(doc, speakers)
    for sentence in doc.sentences:
        if not doc.is_embedded(sentence.start):
            yield from reader.read(sentence)


class _Reader:
    """Reads the sentences one by one and remembers who is about to speak, and who spoke last."""

    def __init__(self, doc: Document, speakers: Speakers) -> None:
        self._doc, self._speakers, self._speech = doc, speakers, speakers.speech
        self._text = speakers.masked
        self._last: Said | None = None
        self._ahead: Said | None = None
        self._sentence = Span(0, 0)
        self._marks: list[Span] = []
        self._used: set[Span] = set()

    def read(self, sentence: Span) -> list[Said]:
        """What is said in a sentence."""
        self._sentence, self._marks, self._used = sentence, sentence_marks(self._doc, sentence), set()
        found: list[Said] = []
        for said in (*self._inserted(), *self._with_verbs(), *self._according()):
            if not self._taken(said, found):
                found.append(said)
                self._used.update(said.marked)
        found += self._left_over(found)
        for said in found:
            if said.who and said.who.source and said.pieces and said.rule != "romance-according":
                self._speakers.hear(said.who, (said.cue or said.pieces[0]).end)
        self._last = next((s for s in reversed(found) if s.marked), None)
        return found

    def _taken(self, said: Said, found: Sequence[Said]) -> bool:
        """Whether the words of an attribution are given to somebody already, or its verb is part of what is said."""
        return any(
            any(a.meets(b) for a in one.pieces for b in said.pieces)
            or (said.cue and any(p.holds(said.cue) for p in one.pieces))
            for one in found
        )

    # -- verbs

    def _with_verbs(self) -> Iterator[Said]:
        start, end = self._sentence
        for verb in self._speech.verb_and_pronoun.finditer(self._text, start, end):
            yield from self._behind_pronoun(Span(*verb.span()), verb)
        for verb in self._speech.verb.finditer(self._text, start, end):
            cue = Span(*verb.span())
            said = self._inverted(cue) or self._subject_first(cue)
            if said is not None:
                yield said

    def _behind_pronoun(self, cue: Span, verb: re.Match[str]) -> Iterator[Said]:
        """ "« … », a-t-il ajouté": whom the pronoun means."""
        pronoun = (verb["aux"] or verb["alone"]).rpartition("-")[2]
        at = verb.end("aux") if verb["aux"] else verb.end("alone")
        who = self._speakers.meant(Span(at - len(pronoun), at), self._speakers.sex_of(pronoun))
        yield from self._said_before(cue, who, cue.end)

    def _inverted(self, cue: Span) -> Said | None:
        """ "« … », a déclaré Paul Delattre"; "Le pont est fermé, a indiqué la préfecture"."""
        before = _BEFORE_VERB.search(self._text, max(self._sentence.start, cue.start - _LOOK_BACK), cue.start)
        if before is None or not (before[1][0] == SAID or before[2] == ","):
            return None
        at = self._past_hearers(cue.end)
        who = self._speakers.at(at + 1, self._sentence.end) if self._text[at : at + 1] == " " else None
        if (
            who is None
            and before[1][0] == SAID
            and self._speech.drops_pronoun
            and self._speakers.closes(self._text, cue.end, self._sentence.end)
        ):
            who = self._speakers.meant(Span(*cue), None)
        if who is None and before[1][0] != SAID:
            return None
        who = self._entitled(who) if who else None
        return next(self._said_before(cue, who, who.span.end if who and who.span != cue else cue.end), None)

    def _entitled(self, who: Who) -> Who:
        """The speaker with the office behind the comma after the name."""
        end = who.span.end
        if self._text[end : end + 2] != ", ":
            return who
        stop = _REMARK_END.search(self._text, end + 2, self._sentence.end)
        return self._speakers.entitle(who, self._text[end + 2 : stop.start() if stop else self._sentence.end].strip())

    def _said_before(self, cue: Span, who: Who | None, end: int) -> Iterator[Said]:
        """What stands before a verb, and marked words that go on behind its speaker."""
        before = _BEFORE_VERB.search(self._text, max(self._sentence.start, cue.start - _LOOK_BACK), cue.start)
        if before is None:
            return
        marks = [m for m in self._marks if m.end <= cue.start and m not in self._used]
        first = self._sentence.start
        if before[1][0] == SAID and marks:
            more = self._going_on(end)
            lead = self._text[first : marks[-1].start].rstrip(SAID + " ")
            whole = lead and not self._speech.verb.search(lead) and SAID not in lead and lead[-1] not in ":.;"
            if whole and len(lead.split()) >= CLAUSE and not lead.endswith(","):
                yield self._clause(Span(first, marks[-1].end), "romance-inverted", cue, who, more)
            else:
                said = [*self._adjacent(marks), *more]
                yield Said((*said,), (*said,), "romance-inverted", self._sentence, cue, who)
        elif before[2] == "," and self._speech.clause_verb.match(self._text, cue.start) and who and who.source:
            content = Span(first, before.start(2))
            told = self._speech.verb.search(self._text, *content) or self._speech.verb_and_pronoun.search(
                self._text, *content
            )
            if told and who.source.kind in CARRIERS:
                yield Said((), (), "romance-inverted", self._sentence, cue, who)
            elif not told and len(content.of(self._text).split()) >= CLAUSE:
                yield self._clause(content, "romance-inverted", cue, who)

    def _adjacent(self, marks: Sequence[Span]) -> list[Span]:
        """The last of some marked stretches, with those that only a comma or "and" parts from it."""
        found = [marks[-1]]
        for mark in reversed(marks[:-1]):
            between = self._text[mark.end : found[0].start].strip(SAID)
            if not self._speech.joined.fullmatch(between):
                break
            found.insert(0, mark)
        return found

    def _going_on(self, end: int) -> list[Span]:
        """Marked words right behind a speaker: "…, a-t-il ajouté, « … »"."""
        going = _GOES_ON.match(self._text, end, self._sentence.end)
        return self._marks_from(going.end()) if going else []

    def _marks_from(self, at: int) -> list[Span]:
        """The marked stretch that begins at a place, with those joined to it."""
        found: list[Span] = []
        for mark in self._marks:
            if mark.start < at or mark in self._used:
                continue
            between = self._text[(found[-1].end if found else at) : mark.start].strip(SAID)
            if found and not self._speech.joined.fullmatch(between):
                break
            if not found and between:
                break
            found.append(mark)
        return found

    def _subject_first(self, cue: Span) -> Said | None:
        """ "Paul Delattre a déclaré : « … »", "Paul Delattre dit que …"."""
        who = self._subject(cue)
        if who is None:
            return None
        at = self._past_hearers(cue.end)
        that = self._speech.that.match(self._text, at, self._sentence.end)
        if that and self._speech.clause_verb.match(self._text, cue.start):
            return self._clause_behind(that.end(), cue, who)
        led = _LED.match(self._text, at, self._sentence.end)
        if led:
            marks = self._marks_from(led.end())
            if marks and self._is_said(led.group(), marks[0]):
                return Said((*marks,), (*marks,), "romance-subject", self._sentence, cue, who)
        if self._text[at : self._sentence.end].strip() == ":":
            self._ahead = Said((), (), "introduced", self._sentence, cue, who)
        return None

    def _is_said(self, lead: str, mark: Span) -> bool:
        """Whether marked words behind a verb are said, not the name of something."""
        if lead.rstrip().endswith(":"):
            return True
        words = mark.of(self._doc.text)
        last = lead.split()[-1:] or [""]
        titled = words[:1].isupper() and len(words.split()) < SPEECH and words[-1] not in ".!?,"
        return last[0] not in self._speech.naming and not titled

    def _clause_behind(self, start: int, cue: Span, who: Who) -> Said | None:
        """What stands behind "dit que", up to another's word."""
        stop = self._speech.clause_end.search(self._text, start, self._sentence.end)
        content = Span(start, stop.start() if stop else self._sentence.end)
        if len(content.of(self._speakers.open).split()) < SHORTEST:
            return None
        return self._clause(content, "romance-clause", cue, who)

    def _subject(self, cue: Span) -> Who | None:
        """Who stands right before a verb, a remark between commas passed over; in Spanish perhaps nobody."""
        start = self._sentence.start
        if cue.start == start and self._speech.drops_pronoun:
            return self._speakers.meant(Span(start, cue.end), None) if self._speaks_of_last(cue) else None
        for at in (start, *(m.start() for m in _OPENS.finditer(self._text, start, cue.start))):
            who = self._speakers.at(at, cue.start - 1)
            if who is None:
                continue
            between = self._text[who.span.end : cue.start]
            if between == " ":
                return who
            if remark := _REMARK.fullmatch(between):
                return self._speakers.entitle(who, remark[1].split(",")[0])
            if between == ", " and who.title:
                return who
        return None

    def _speaks_of_last(self, cue: Span) -> bool:
        """Whether a verb at the head of a sentence has no subject behind it."""
        rest = self._past_hearers(cue.end)
        return bool(
            self._speech.that.match(self._text, rest) or re.match(rf" ?:? ?{SAID}", self._text[rest : rest + 4])
        )

    def _past_hearers(self, at: int) -> int:
        """Past an adverb, a day, and to whom something is said."""
        for _ in range(3):
            start = at
            if adverb := self._speech.adverb.match(self._text, at, self._sentence.end):
                at = adverb.end()
            if hearer := self._speech.hearer.match(self._text, at, self._sentence.end):
                at = hearer.end()
            if outlet := self.told(at):
                at = outlet.span.end
            if at == start:
                break
        return at

    def told(self, at: int) -> Who | None:
        """The outlet to which something is said, where its phrase begins at the blank of a place."""
        found = (
            self._speech.told.match(self._text, at + 1, self._sentence.end) if self._text[at : at + 1] == " " else None
        )
        return self._speakers.outlet(self._text, found.end(), self._sentence.end) if found else None

    def _clause(self, content: Span, rule: str, cue: Span, who: Who | None, more: Sequence[Span] = ()) -> Said:
        """A clause as pieces: its marked stretches apart from the words around them."""
        pieces: list[Span] = []
        inside = [m for m in self._marks if content.start <= m.start < content.end]
        at = content.start
        for mark in inside:
            pieces += self._stripped(at, mark.start)
            pieces.append(mark)
            at = mark.end
        pieces += self._stripped(at, content.end)
        return Said((*pieces, *more), (*inside, *more), rule, self._sentence, cue, who)

    def _stripped(self, start: int, end: int) -> list[Span]:
        """The words of a stretch without marks, blanks and stops around them; none where nothing is left."""
        drop = SAID + _CLOSING
        words = self._text[start:end]
        left = len(words) - len(words.lstrip(drop))
        span = Span(start + left, start + len(words.rstrip(drop)))
        return [span] if span.end - span.start > LEAST_LEFT else []

    # -- without a verb

    def _according(self) -> Iterator[Said]:
        """ "Selon Paul Delattre, …"; "…, selon Paul Delattre"; "Pour Paul Delattre, « … »"."""
        start, end = self._sentence
        for cue in self._speech.according.finditer(self._text, start, end):
            who = self._speakers.at(cue.end(), end)
            if who is not None and who.source is not None:
                yield self._held(Span(cue.start(), cue.end() - (cue.group()[-1] == " ")), self._entitled(who))
        held = self._speech.holding.match(self._text, start, end)
        who = self._speakers.at(held.end(), end) if held else None
        if held and who and who.source and self._text[who.span.end : who.span.end + 3] == f", {SAID}":
            marks = self._marks_from(who.span.end + 2)
            yield Said((*marks,), (*marks,), "romance-holding", self._sentence, Span(start, held.end() - 1), who)

    def _held(self, cue: Span, who: Who) -> Said:
        """What is so according to somebody: the clause behind the comma, or the one before the phrase."""
        assert who.source is not None
        first = self._sentence.start
        if who.source.kind in {SourceKind.OUTLET, SourceKind.AGENCY}:
            return Said((), (), "romance-according", self._sentence, cue, who)
        if cue.start == first and self._text[who.span.end : who.span.end + 1] == ",":
            return self._clause(Span(who.span.end + 1, self._sentence.end), "romance-according", cue, who)
        before = self._text[first : cue.start]
        if before.rstrip().endswith((",", SAID)) and len(before.split()) >= CLAUSE:
            return self._clause(Span(first, cue.start), "romance-according", cue, who)
        return Said((), (), "romance-according", self._sentence, cue, who)

    def _inserted(self) -> Iterator[Said]:
        """ "« La route, explique le maire, sera rouverte »": verb and speaker between commas, inside the marks."""
        for mark in self._marks:
            said = self._inside(mark)
            if said is not None:
                yield said

    def _inside(self, mark: Span) -> Said | None:
        text = self._speakers.open
        for pattern in (self._speech.verb_and_pronoun, self._speech.verb):
            for verb in pattern.finditer(text, *mark):
                before = _BEFORE_INSERTED.search(text, max(mark.start, verb.start() - _LOOK_BACK), verb.start())
                who = self._inserted_speaker(verb, mark) if before else None
                if before is None or who is None:
                    continue
                end = who.span.end if who.span.end > verb.end() else verb.end()
                if (
                    text[end : end + 2] == ", "
                    and who.title is None
                    and who.source
                    and (n := self._named_remark(end, mark))
                ):
                    end = n
                behind = _BEHIND_INSERTED.match(text, end, mark.end)
                rest = behind.end() if behind else end
                if behind is None and end != mark.end:
                    continue
                pieces = [Span(mark.start, before.start()), *_trimmed(text, rest, mark.end)]
                return Said((*pieces,), (*pieces,), "romance-inserted", self._sentence, Span(*verb.span()), who)
        return None

    def _named_remark(self, end: int, mark: Span) -> int | None:
        """Where an office between commas behind a name ends."""
        remark = _OFFICE_BEHIND.match(self._speakers.open, end, mark.end)
        words = remark.group()[2:].split() if remark else [""]
        return remark.end() if remark and words[0] in self._speech.roles else None

    def _inserted_speaker(self, verb: re.Match[str], mark: Span) -> Who | None:
        if "alone" in verb.re.groupindex:
            pronoun = (verb["aux"] or verb["alone"]).rpartition("-")[2]
            return self._speakers.meant(Span(verb.end() - 1, verb.end()), self._speakers.sex_of(pronoun))
        text = self._speakers.open
        return self._speakers.at(verb.end() + 1, mark.end, text) if text[verb.end() : verb.end() + 1] == " " else None

    # -- marked words alone

    def _left_over(self, found: Sequence[Said]) -> list[Said]:
        """Marked words that no phrase gives to anybody: those of the one before, or nobody's."""
        left = [m for m in self._marks if not any(p.meets(m) for s in found for p in s.pieces)]
        alone = not self._text[self._sentence.start : self._sentence.end].strip(SAID + _CLOSING)
        if left and alone and not found:
            ahead, self._ahead = self._ahead, None
            if ahead is not None and ahead.who:
                return [Said((*left,), (*left,), "introduced", self._sentence, ahead.cue, ahead.who)]
            if self._last and self._last.who and self._same_paragraph(self._last):
                return [Said((*left,), (*left,), "carried", self._sentence, None, self._last.who)]
        elif self._ahead and self._ahead.sentence != self._sentence:
            self._ahead = None
        long = [m for m in left if len(m.of(self._doc.text).split()) >= SPEECH]
        return [Said((m,), (m,), "unattributed", self._sentence) for m in long]

    def _same_paragraph(self, said: Said) -> bool:
        here = self._doc.paragraph_at(self._sentence.start)
        return here is not None and here.holds(said.sentence)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip(" "))
    return [Span(begin, end)] if any(c.isalnum() for c in text[begin:end]) else []
