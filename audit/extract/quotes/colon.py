"""Marked words behind a colon that no verb gives to anybody: `Lee's answer: "..."`, `Lee, head of the board: "..."`.

Invariant: the marked words end the line; the speaker owns the noun, is whom a statement is by, or is the subject.
"""

from __future__ import annotations

from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.main_speaker import first_phrase
from audit.extract.quotes.noun_phrases_behind import name_behind, subject_after
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_role, is_word

FARTHEST_AUTHOR = 8
"""Items of the author's name before the colon."""
FARTHEST_NOUN = 10
"""Items among which the noun of saying stands."""
LONGEST_LEAD = 40
"""Items before the colon."""


def read_colon(line: Line) -> Attribution | None:
    """The attribution of a line that ends in a colon and marked words; None where its shape is another."""
    colon = _colon(line)
    speaker = introduced(line, colon) if colon and colon < LONGEST_LEAD else None
    return _said(line, colon, speaker) if colon else None


def read_remark(line: Line) -> Attribution | None:
    """The same where the words before the colon are a noun of saying with its owner, and who else speaks among them
    does so in a clause that tells when or of what ("the answer of Lee, when a boy asked:").
    """
    colon = _colon(line)
    speaker = _remark_of(line, colon) if colon else None
    inner = (line.grammar.scene_openers, line.grammar.possessive_relatives, line.grammar.relatives)
    told = speaker and any(word in words for word in line.low[speaker[1] : colon] for words in inner)
    return _said(line, colon, speaker) if colon and told else None


def _said(line: Line, colon: int, speaker: Phrase | None) -> Attribution:
    return Attribution(((colon + 1, line.words_end()),), "introduced", (colon, colon), speaker)


def _colon(line: Line) -> int | None:
    """Where the colon stands in a line that ends in it and marked words, the first ones."""
    if ":" not in line.low or MARKED not in line.low:
        return None
    colon = line.words_end() - 2
    if colon < 1 or line.low[colon] != ":" or line.low[colon + 1] is not MARKED:
        return None
    return None if MARKED in line.low[:colon] else colon


def introduced(line: Line, colon: int) -> Phrase | None:
    """Whom the words before a colon let speak."""
    return (
        _remark_of(line, colon)
        or _by_author(line, colon)
        or _from_author(line, colon)
        or _owner(line, colon)
        or first_phrase(line)
    )


def _remark_of(line: Line, colon: int) -> Phrase | None:
    """Whose a noun of saying is ("Coach Lee's verdict on the match:", "A last word from Lee, who kept the lock:")."""
    noun = next((i for i in range(1, min(colon, FARTHEST_NOUN)) if line.low[i] in line.grammar.remarks), None)
    if noun is None or not all(is_word(line, i) for i in range(noun)):
        return None
    owner = next((i + 1 for i in range(noun) if line.capital(i) and line.low[i].endswith("'s")), 0)
    alone = line.low[0] not in line.grammar.no_name_start and not any(map(line.capital, range(owner, noun)))
    if owner and alone and all(line.capital(i) or _may_lead(line, i) for i in range(owner)):
        return 0, owner
    leads = line.low[noun + 1] in line.grammar.of or line.low[noun + 1] in line.grammar.author_marks
    author = None if owner or not leads or any(map(line.capital, range(1, noun))) else subject_after(line, noun + 2)
    return author and _named(line, author, colon)


def _may_lead(line: Line, i: int) -> bool:
    """Whether a small word may stand before the name of an owner ("her lawyer Ada Holm's answer")."""
    return line.low[i] in line.grammar.determiners or is_role(line, i)


def _named(line: Line, phrase: Phrase, colon: int) -> Phrase | None:
    """A phrase with the name behind it, where there is one, and what follows tells no more of what was said."""
    first, stop = name_behind(line, *phrase) or phrase
    if stop > colon or not any(map(line.capital, range(first, stop))):
        return None
    return (first, stop) if not is_word(line, stop) or line.low[stop] in line.grammar.adjuncts else None


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
