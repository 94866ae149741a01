"""Marked words under a line that is nothing but a name, as in a round of voices: `Ada Holm, 34, baker`, then `"..."`.

Invariant: two such lines at least, of two people, and the first of them stands under no marked words itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from audit.extract.quotes.drafts import Draft
from audit.extract.quotes.grammar import grammar_of
from audit.extract.reading import Document
from audit.records import SourceKind, Span

LONGEST_NAME_LINE = 80
"""Characters of a line with a name and what its bearer is."""


def give_to_names_above(doc: Document, drafts: Sequence[Draft]) -> None:
    """Gives marked words that nobody is told to have said to the names in the lines above them."""
    found = [(draft, name) for draft in drafts if draft.speaker is None and (name := _name_above(doc, draft))]
    if len({name.of(doc.text) for _, name in found}) < 2 or _stands_under_marks(doc, found[0][1]):
        return
    for draft, name in found:
        draft.speaker, draft.rule = name, "introduced"


def _number(doc: Document, at: int) -> int:
    return bisect_right(doc.paragraphs, at, key=itemgetter(0)) - 1


def _name_above(doc: Document, draft: Draft) -> Span | None:
    """The name that opens the line above marked words, where that line holds no more than who its bearer is."""
    number = _number(doc, draft.pieces[0].start) - 1
    if number < 0:
        return None
    line = doc.paragraphs[number]
    name = next(iter(doc.names_in(line)), None)
    if name is None or name.kind is not SourceKind.PERSON or " " not in name.surface:
        return None
    start = (name.role_span or name.span).start
    behind = doc.text[name.span.end : line.end]
    return name.span if start == line.start and _says_who(doc, Span(name.span.end, line.end), behind) else None


def _says_who(doc: Document, span: Span, behind: str) -> bool:
    """Whether nothing but words between commas stands behind a name, without a stop or a verb of saying."""
    if not behind:
        return True
    words = behind.casefold().replace(",", " ").split()
    verbs = doc.lexicon.room(grammar_of).verbs
    short = len(behind) < LONGEST_NAME_LINE and not doc.is_quoted(span.end - 1)
    return behind[0] in ",(" and short and behind[-1] not in ".:?!" and verbs.keys().isdisjoint(words)


def _stands_under_marks(doc: Document, name: Span) -> bool:
    """Whether the line before a name ends in marked words: then it may sign those."""
    number = _number(doc, name.start) - 1
    return number >= 0 and doc.is_quoted(doc.paragraphs[number].end - 2)
