"""A record of who said what in turns: paragraphs that begin with a label and a colon, again and again.

`Mr Vint: By whom?` gives "By whom?" and "Mr Vint"; what stands behind "A:" is said by the one person who is asked.

Invariant: one label of a text stands before two paragraphs at least; a label that names a kind of text is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from audit.extract.quotes.scare_quotes import is_label
from audit.extract.reading import Document
from audit.lexicon.counts import small_share
from audit.lexicon.role_nouns import role_nouns
from audit.records import CARRIERS, SourceKind, Span

_SHOUTED = r"[A-Z][A-Z'’.-]{1,24}(?: [A-Z][A-Z'’.-]{1,24}){0,3}"
_NAMED = r"[A-Z][\w'’.-]{0,24}(?: (?:[a-z]{2,3} )?[A-Z][\w'’.-]{0,24}){0,3}"
_TURN = re.compile(rf"[\"“”„«]?({_SHOUTED}|{_NAMED}):[ \u00a0]+(?=\S)")
_INSIDE = re.compile(rf"(?<=[.?!\"”…] )({_SHOUTED}):[ \u00a0]+(?=\S)")
"""A label in capitals behind the words of another turn, in one paragraph."""
_MARKS = '"”»“'
PERSON = frozenset({SourceKind.PERSON})
MOSTLY = 0.5
"""Share of its times that a word is written small, from which on it is a common word."""
FEWEST_TURNS = 4
"""Paragraphs with a label, from which on small letters in it tell a record as capitals do."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one label says in one paragraph; `speaker` is where the text names that one, None where it does not."""

    label: Span
    words: Span
    speaker: Span | None

    @property
    def named(self) -> Span:
        """Where the one who has the turn is named, or the label."""
        return self.speaker or self.label


def read_turns(doc: Document) -> list[Turn]:
    """The turns of a record, in order; none where the text is no record."""
    found = _spelled_out(doc.text, [turn for turn in _labelled(doc) if not _is_headline(doc.text, turn)])
    takers = Counter(turn.named.of(doc.text) for turn in found)
    if not any(takers[turn.named.of(doc.text)] > 1 and _names(doc, turn.named, PERSON) for turn in found):
        found = [turn for turn in found if turn.speaker is None or _may_speak(doc, turn.named)]
    labels = Counter(turn.label.of(doc.text) for turn in found)
    again = [label for label, count in labels.items() if count > 1]
    if not again or (len(found) < FEWEST_TURNS and not all(label.isupper() for label in again)):
        return []
    return found


def _is_headline(text: str, turn: Turn) -> bool:
    """Whether a label and its words are all in capitals ("POLL: LUND LEADS")."""
    label, words = turn.label.of(text), turn.words.of(text)
    return label.isupper() and words.isupper() and " " in words


def _names(doc: Document, label: Span, kinds: Container[SourceKind]) -> bool:
    return any(name.kind in kinds for name in doc.names_in(label))


def _may_speak(doc: Document, label: Span) -> bool:
    """Whether a label names a person or a publisher, says what somebody is, or ends in no common word."""
    if _names(doc, label, PERSON | CARRIERS):
        return True
    last = label.of(doc.text).casefold().split()[-1]
    return small_share(last) < MOSTLY or last.rstrip(".") in doc.lexicon.room(role_nouns)


def _spelled_out(text: str, turns: Sequence[Turn]) -> list[Turn]:
    """Turns whose labels are initials, with the label before them that they shorten ("Ada Holm:", then "AH:")."""
    full: dict[str, Span] = {}
    found: list[Turn] = []
    for turn in turns:
        label = turn.label.of(text)
        full.setdefault("".join(word[0] for word in label.split() if " " in label), turn.label)
        meant = full.get(label) if turn.speaker == turn.label else None
        found.append(replace(turn, speaker=meant) if meant else turn)
    return found


def _labelled(doc: Document) -> Iterator[Turn]:
    asked = _asked(doc)
    for paragraph in doc.paragraphs:
        turn = _TURN.match(doc.text, *paragraph)
        if turn is None or turn.end() >= paragraph.end:
            continue
        label = Span(*turn.span(1))
        if turn[1] in _letters(doc):
            words = _said(doc, Span(turn.end(), paragraph.end))
            yield Turn(label, words, asked if turn[1] == _letters(doc)[1] else None)
        elif not is_label(turn[1], doc.lexicon):
            yield from _turns_of(doc, paragraph, turn)


def _turns_of(doc: Document, paragraph: Span, first: re.Match[str]) -> Iterator[Turn]:
    """The turns of one paragraph: one, or several where a label in capitals begins it and others follow."""
    inside = _INSIDE.finditer(doc.text, first.end(), paragraph.end) if first[1].isupper() else ()
    labels = [first, *inside]
    for one, follow in zip(labels, [*labels[1:], None], strict=True):
        end = follow.start() - 1 if follow else paragraph.end
        yield Turn(Span(*one.span(1)), _said(doc, Span(one.end(), end)), Span(*one.span(1)))


def _said(doc: Document, words: Span) -> Span:
    """What stands behind a label, without its marks; what the article adds behind closed ones is left out."""
    start, end = words.start, words.end - (doc.text[words.end - 1] in _MARKS)
    inner = doc.quoted_at(start + 1) if doc.text[start] in _MARKS else None
    if inner is None or inner.start != start + 1:
        return Span(start, end)
    whole = inner.end >= end or not doc.text[inner.end - 1].isalnum()  # else a title or a term
    return Span(inner.start, min(inner.end, end)) if whole else Span(start, end)


def _letters(doc: Document) -> tuple[str, ...]:
    """The letters for a question and for an answer."""
    return tuple(doc.lexicon.table("marks").get("interview", {}).get("words", ("", "")))


def _asked(doc: Document) -> Span | None:
    """The one person whom the text names before the first question; None where it names several, or nobody."""
    sign = f"\n{_letters(doc)[0]}: "
    first = doc.text.find(sign) if _letters(doc)[0] else -1
    if first <= 0:
        return None
    people = [n for n in doc.names_in(Span(0, first)) if n.kind is SourceKind.PERSON and " " in n.full]
    return people[0].span if len({n.full for n in people}) == 1 else None
