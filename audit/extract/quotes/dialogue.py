"""A line of a record of what was said: `Holm, May 9: "It is shut."` gives the marked words and "Holm"."""

from __future__ import annotations

from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.grammar import Grammar
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.reading import Document
from audit.records import SourceKind, Span

FARTHEST_COLON = 12
"""Items among which the colon stands behind a name."""


def read_dialogue(doc: Document, line: Line) -> Attribution | None:
    """`Holm, May 9: "..."`, `Ada Holm, baker: "..."`: a name and a colon before marked words, as in a record."""
    if len(line) < 3 or MARKED not in line.low or not line.capital(0) or line.low[0] in line.grammar.verbs:
        return None
    stop = next((i for i in range(1, len(line)) if not line.capital(i)), 0)
    colon = next((i for i in range(1, min(len(line) - 1, FARTHEST_COLON)) if line.low[i] == ":"), None)
    if colon is None or line.low[colon + 1] is not MARKED:
        return _emphasised(doc, line, stop)
    behind = line.low[stop:colon]
    if behind and (behind[0] != "," or not (_is_date(behind[1:], line.grammar) or _is_told(line, stop, colon))):
        return None
    speaker = line.of(0, stop)
    return (
        Attribution(((colon + 1, colon + 2),), "dialogue", (colon, colon), (0, stop))
        if _is_person(doc, speaker)
        else None
    )


def _is_told(line: Line, stop: int, colon: int) -> bool:
    """Whether words between a full name and the colon only say who that is ("Ada Holm, baker:")."""
    return stop > 1 and line.grammar.verbs.keys().isdisjoint(line.low[stop:colon])


def _emphasised(doc: Document, line: Line, stop: int) -> Attribution | None:
    """`**Ada Holm** "..."`: a full name between signs of emphasis, and nothing but marked words behind it."""
    start = line.start[0]
    marked = stop > 1 and line.low[stop] is MARKED and stop + 1 == line.words_end()
    told = marked and doc.article.text[start - 1 : start] in {"*", "_"} and doc.text[start - 1] == " "
    speaks = told and " " in line.text[line.start[stop] : line.end[stop]] and _is_person(doc, line.of(0, stop))
    return Attribution(((stop, stop + 1),), "dialogue", (stop, stop), (0, stop)) if speaks else None


def _is_person(doc: Document, speaker: Span) -> bool:
    """Whether the words are the name of a person, with or without an office before it, and no more."""
    name = next(iter(doc.names_in(speaker)), None)
    if name is None or name.kind is not SourceKind.PERSON:
        return False
    return (name.role_span or name.span).start == speaker.start and name.span.end == speaker.end


def _is_date(low: list[str], grammar: Grammar) -> bool:
    """Whether words only tell a day."""
    return bool(low) and all(w.isdigit() or w == "," or w.rstrip(".") in grammar.day_words for w in low)
