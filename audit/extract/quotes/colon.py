"""Marked words behind a colon that no verb gives to anybody: `Lee's answer: "..."`, `Lee, head of the board: "..."`.

Invariant: the marked words end the line; the speaker owns the noun, is whom a statement is by, or is the subject.
"""

from __future__ import annotations

from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.main_speaker import first_phrase
from audit.extract.quotes.noun_phrases_behind import name_behind, subject_after
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_word

FARTHEST_AUTHOR = 8
"""Items of the author's name before the colon."""
LONGEST_LEAD = 40
"""Items before the colon."""


def read_colon(line: Line) -> Attribution | None:
    """The attribution of a line that ends in a colon and marked words; None where its shape is another."""
    if ":" not in line.low:
        return None
    stop = line.words_end()
    colon = stop - 2
    if colon < 1 or line.low[colon] != ":" or line.low[colon + 1] is not MARKED or MARKED in line.low[:colon]:
        return None
    speaker = introduced(line, colon) if colon < LONGEST_LEAD else None
    return Attribution(((colon + 1, stop),), "introduced", (colon, colon), speaker)


def introduced(line: Line, colon: int) -> Phrase | None:
    """Whom the words before a colon let speak."""
    return _by_author(line, colon) or _from_author(line, colon) or _owner(line, colon) or first_phrase(line)


def _owner(line: Line, colon: int) -> Phrase | None:
    """ "Lee's answer:", "Her answer was short:": whose it is."""
    if line.low[0] in line.grammar.possessives:
        return 0, 1
    stop = 0
    while stop < colon and line.capital(stop) and not line.low[stop].endswith("'s"):
        stop += 1
    return (0, stop + 1) if stop < colon - 1 and line.capital(stop) and line.low[stop].endswith("'s") else None


def _from_author(line: Line, colon: int) -> Phrase | None:
    """ "Here is more from the Norwick Post:": a name between "from" and the colon, where nobody stands before."""
    at = next(
        (i for i in range(colon - 1, max(0, colon - FARTHEST_AUTHOR), -1) if line.low[i] in line.grammar.author_marks),
        None,
    )
    if at is None or at + 1 >= colon or not all(is_word(line, i) for i in range(at + 1, colon)):
        return None
    first = at + 1 + (line.low[at + 1] in line.grammar.articles)
    named = first < colon and all(
        line.capital(i) or line.low[i] in line.grammar.name_joins for i in range(first, colon)
    )
    alone = not any(line.capital(i) for i in range(1, at)) and line.low[0] not in line.grammar.pronouns
    return (at + 1, colon) if named and alone else None


def _by_author(line: Line, colon: int) -> Phrase | None:
    """ "Statement by Governor Lee on the flood:", "Comment from the mayor, Ada Holm:", "From Lee:"."""
    at = next((i for i in range(min(colon - 1, 3)) if line.low[i] in line.grammar.author_marks), None)
    if at is None or any(line.low[i] in line.grammar.finite for i in range(colon)):
        return None
    phrase = subject_after(line, at + 1)
    if phrase is None or not all(is_word(line, i) or line.low[i] == "," for i in range(*phrase)):
        return None
    phrase = name_behind(line, *phrase) or phrase
    return phrase if line.low[phrase[1]] == ":" or line.low[phrase[1]] in line.grammar.prepositions else None
