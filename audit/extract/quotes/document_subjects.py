"""A document of which a participle tells more before its verb ("A study published in the Journal found that").

Invariant: the phrase ends with the document's noun and begins its clause.
"""

from __future__ import annotations

from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import Phrase, subject_before
from audit.text.parts_of_speech import PARTICIPLE, known_as

FARTHEST = 24
"""Items between a document and its verb."""
LONGEST_LEAD = 6
"""Items of the words before a document's noun."""


def subject_of(line: Line, group: int) -> Phrase | None:
    """The noun phrase before the verb at item `group`; a document, where else a part of what is told of it is read."""
    found = subject_before(line, group)
    if found and (not found[0] or line.low[found[0] - 1] not in line.grammar.prepositions):
        return found
    return _document_before(line, group) or found


def _document_before(line: Line, group: int) -> Phrase | None:
    """The document whose verb begins at item `group`, with a participle and what belongs to it between them."""
    participle = False
    for i in range(group - 1, max(-1, group - FARTHEST), -1):
        word = line.low[i]
        if word is MARKED or word in {";", ":"} or word in line.grammar.finite:
            return None
        if word in line.grammar.relatives or word in line.grammar.complementizers:
            return None
        if participle and word in line.grammar.issued and (first := _first_of(line, i)) is not None:
            return first, i + 1
        participle = participle or (not line.capital(i) and _is_participle(word))
    return None


def _is_participle(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 4) or known_as(word, PARTICIPLE)


def _first_of(line: Line, noun: int) -> int | None:
    """Where the words for a document begin: its article, at the beginning of a clause."""
    for at in range(noun - 1, max(-1, noun - LONGEST_LEAD), -1):
        if line.low[at] in line.grammar.determiners:
            opens = not at or line.low[at - 1] in line.grammar.breaks or line.low[at - 1] == ","
            return at if opens else None
        if not line.low[at][:1].isalnum() or line.low[at] in line.grammar.no_name_start:
            return None
    return None
