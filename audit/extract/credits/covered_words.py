"""The words that a credit covers: its sentence, the lede that it develops, and the run of quotes introduced under it.

Invariant: a scope is one stretch that holds the credit's sentence, or the clause of a phrase that credits nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from audit.extract.credits.clauses import Clauses
from audit.extract.credits.credit_rules import rule_tells
from audit.extract.credits.outlet_mention import OutletMention
from audit.extract.credits.outlet_phrases import Chain, Framed, says_something, verbs_in
from audit.extract.credits.runs import Runs, introduces
from audit.extract.reading import Document
from audit.extract.sources.speaker_words import singular
from audit.lexicon.language import Lexicon
from audit.records import Quote, QuoteKind, SourceKind, Span
from audit.text.parts_of_speech import PAST, known_as
from audit.text.spans import meets_any, without

_LEDE = 50  # characters: shorter first lines are titles, places or dates
_TAKEN_UP = 3  # telling words that a lede and the sentence that develops it have in common
_SMALL = 2  # characters
_POSTER = 4  # words of who posted
_OPENERS = ("times", "complementizers", "personal_subjects")
_OPENS = 6  # words from a pause to a phrase that it sets off
_SUBJECT = 3  # words before a report that a sentence is about
_NOTHING = 1  # telling word: "remarks", "account"
_WORD = re.compile(r"\w+")
_TELLING = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_PAUSES = (*',;:—–(“”"', "--")


class Scopes:
    """Scopes of one article's chains."""

    def __init__(
        self,
        doc: Document,
        quotes: Sequence[Quote],
        chains: Sequence[Chain],
        houses: Iterable[OutletMention],
        clauses: Clauses,
    ) -> None:
        self._doc = doc
        self._credited = [(f.name.start, f) for c in chains for f in c[:1] if not rule_tells(f.rule, "whole")]
        self._lede = next((p for p in doc.paragraphs[:6] if _is_lede(doc.text, p)), None)
        self._lede_speaks = self._lede is not None and any(
            self._lede.start <= at < self._lede.end for at, _ in self._credited
        )
        self._lede_speaks = self._lede_speaks or self._lede in {doc.paragraph_at(p) for p in _marked(quotes)}
        self._spoken = {at for q in quotes if (at := doc.sentence_at((q.cue or q.pieces[0]).start))}
        self._worded = self._spoken | {at for q in quotes for p in q.pieces if (at := doc.sentence_at(p.start))}
        self._order = {p: n for n, p in enumerate(doc.paragraphs)}
        self._clauses = clauses
        self._runs = Runs(doc, quotes, (f for _, f in self._credited), houses)

    def of(self, chain: Chain) -> Span | None:
        """What a chain covers; None where that is not told, and where it only says that somebody met an outlet."""
        head = chain[0]
        if head.rule == "post":
            return head.name
        sentence = self._doc.sentence_at(head.name.start)
        if sentence is None or rule_tells(head.rule, "whole"):
            return Span(0, len(self._doc.text)) if rule_tells(head.rule, "whole") else None
        if self._only_posted(head, sentence):
            return None
        if head.source.kind is SourceKind.VAGUE and head.rule not in {"according_to", "according_to_outlet"}:
            return self._clauses.around(head.span, sentence)
        side = self._clauses.own(chain, sentence)
        if self._only_told_of(chain, sentence, side):
            return None
        if head.source.kind not in _TELLING or head.rule == "headline":
            return side
        if self._only_met(chain, sentence, side):
            end = self._runs.end(chain, sentence, self._people_in(sentence))
            return Span(sentence.end, end) if end > sentence.end else None
        if rule_tells(head.rule, "to_end"):
            return Span(sentence.start, len(self._doc.text))
        if rule_tells(head.rule, "behind"):
            return Span(self._before(sentence), side.end)
        if head.rule != "contributed" and not introduces(self._doc, sentence) and self._points_back(chain, side):
            return Span(self._before(sentence), side.end)
        start = self._start(sentence) if len(chain) == 1 else sentence.start  # an interview develops no lede
        end = (
            self._runs.end(chain, sentence, heads_article=self._heads_article(chain, sentence))
            if side.end == sentence.end
            else side.end
        )
        return Span(start if side.start == sentence.start else side.start, end)

    def _only_posted(self, head: Framed, sentence: Span) -> bool:
        """Whether a sentence tells that somebody posted something, and nothing of what: "Holm tweeted about it"."""
        if head.rule != "on_platform" or sentence in self._worded:
            return False
        before, behind = Span(sentence.start, head.span.start), Span(head.span.end, sentence.end)
        _, comma, subject = before.of(self._doc.text).rpartition(",")
        rest = [word.group() for word in _WORD.finditer(self._doc.text, *behind)]
        closes = "," in head.span.of(self._doc.text) or (comma and len(subject.split()) <= _POSTER and not rest)
        apart = head.name != head.span and self._is_set_off(head.span, sentence)
        return not (closes or apart or self._opens_clause(rest) or meets_any(sentence, self._doc.quoted))

    def _opens_clause(self, words: Iterable[str]) -> bool:
        """Whether words begin with what opens a clause, be it behind a time: "Friday they believe"."""
        times, that, who = map(partial(self._doc.lexicon.words, "closed_classes"), _OPENERS)
        return next((w for w in words if w.casefold() not in times), "") in that | who

    def _only_told_of(self, chain: Chain, sentence: Span, side: Span) -> bool:
        """Whether a sentence in which nobody says anything names a report by the way: "the raid reported by CNN"."""
        head = chain[0]
        prints = head.rule == "reported" and self._prints(head)
        if (
            not (prints or rule_tells(head.rule, "passing"))
            or sentence in self._worded
            or introduces(self._doc, sentence)
        ):
            return False
        verbs = (verb.group() for part in without(sentence, [head.span]) for verb in verbs_in(self._doc, part))
        told = self._is_main(head, sentence) or any(known_as(verb, PAST) for verb in verbs)
        apart = not prints and self._is_set_off(head.span, sentence)
        return not (told or apart or self._points_back(chain, side))

    def _prints(self, head: Framed) -> bool:
        """Whether an outlet's verb only tells what it printed: "The Courier published a list", not "a story that"."""
        sentence = self._doc.sentence_at(head.span.start) or head.span
        rest = self._doc.text[head.span.end : sentence.end].split()
        says = not self._doc.lexicon.words("closed_classes", "complementizers").isdisjoint(rest)
        verb = head.span.of(self._doc.text).split()[-1]
        return not says and verb in self._doc.lexicon.words("credits", "only_printed")

    def _is_main(self, head: Framed, sentence: Span) -> bool:
        """Whether a sentence is about a report: "The raid was first reported by CNN", not "that CNN reported"."""
        passive = self._doc.lexicon.pattern("credit_patterns", "reported_passive")
        before = passive.search(self._doc.text, sentence.start, head.span.start)
        return head.rule != "statement_to" and before is not None

    def _is_set_off(self, phrase: Span, sentence: Span) -> bool:
        """Whether a phrase stands for itself: behind a pause, or at the head of its sentence, as what it is about."""
        text = self._doc.text
        pause = max(text.rfind(pause, sentence.start, phrase.start) for pause in _PAUSES)
        before = text[max(pause + 1, sentence.start) : phrase.start].split()
        if pause >= 0:
            return len(before) <= _OPENS
        papers = self._doc.lexicon.words("credits", "products") | self._doc.lexicon.words("credits", "document_nouns")
        nouns = [word.casefold() for word in (*before[-1:], phrase.of(text).split()[0])]
        subject = len(before) <= _SUBJECT and any(noun in papers or singular(noun) in papers for noun in nouns)
        fronted = self._doc.lexicon.pattern("credit_patterns", "fronted")
        return subject or fronted.fullmatch(text, sentence.start, phrase.start) is not None

    def _only_met(self, chain: Chain, sentence: Span, side: Span) -> bool:
        """Whether a sentence tells that somebody spoke to an outlet, and nothing of what: "She appeared on CNN"."""
        head, beside = chain[0], without(sentence, [chain[0].span])
        if (
            not rule_tells(head.rule, "meeting")
            or sentence in self._spoken
            or any(says_something(self._doc, part) for part in beside)
        ):
            return False
        words = self._doc.lexicon.words("credits", "only_met")
        gave = self._doc.lexicon.pattern("credit_patterns", "gave_before")
        first = head.span.of(self._doc.text).partition(" ")[0]
        met = first in words or gave.search(self._doc.text, sentence.start, head.span.start) is not None
        tells = sentence in self._worded or self._is_set_off(head.span, sentence) or self._points_back(chain, side)
        return met or not tells

    def _people_in(self, sentence: Span) -> set[str]:
        """Whom a sentence names, one of whom met the outlet; where it names nobody, who speaks in the next one."""
        people = {name.full for name in self._doc.names_in(sentence) if name.kind is SourceKind.PERSON}
        if people or (following := self._doc.sentence_at(sentence.end + 1)) is None:
            return people
        same = self._doc.paragraph_at(following.start) == self._doc.paragraph_at(sentence.start)
        return self._runs.said.get(following, people) if same else people

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

    def _heads_article(self, chain: Chain, sentence: Span) -> bool:
        """Whether a credit stands at the head of the article, for itself."""
        lede = self._order.get(self._lede, 0) if self._lede else 0
        paragraph = self._doc.paragraph_at(sentence.start)
        return len(chain) == 1 and paragraph is not None and self._order[paragraph] <= lede + 2


def _marked(quotes: Iterable[Quote]) -> Iterator[int]:
    """Where quotes begin that stand in marks."""
    return (quote.pieces[0].start for quote in quotes if quote.kind is not QuoteKind.INDIRECT)


def _is_lede(text: str, paragraph: Span) -> bool:
    return paragraph.end - paragraph.start > _LEDE and text[paragraph.end - 1] in '.!?”"’)'


def _common(lexicon: Lexicon) -> frozenset[str]:
    """Words that tell nothing of a matter, and those of a phrase of credit that say how or when."""
    groups = lexicon.rows("common_words", "groups")
    return lexicon.words("credits", "adverbs") | {word for group in groups for word in group["words"].split()}
