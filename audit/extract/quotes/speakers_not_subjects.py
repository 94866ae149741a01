"""Words whose speaker is not the subject of the verb: "was described by Lee as ...", "quoted Lee as saying that ...".

`Holm scolded Lee for claiming that it was shut` gives "it was shut", "claiming" and "Lee".

Invariant: the speaker stands beside "by", "as" or "for"; a subject alone is for the rules of `attributions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.extract.quotes.content_bounds import Range, content_before, content_end, content_start, past_hearers
from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.cues import Cue
from audit.extract.quotes.main_speaker import phrase_from
from audit.extract.quotes.noun_phrases_behind import name_behind
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_head, is_word, phrase_ending, subject_before
from audit.text.parts_of_speech import PAST, may_be

FARTHEST_QUOTING = 30
"""Items between "quoted" and "as saying"."""
FARTHEST_BY = 14
"""Items between a passive and "by"."""
FARTHEST_MARKS = 10
"""Items between a speaker behind "by" and the marked words."""
LONGEST_SUM = 3
"""Items of a sum of money."""


def read_handed_on(line: Line, forms: Iterable[Cue]) -> Iterator[Attribution]:
    """The attributions of a line whose speaker is the object of another verb, or stands behind "by"."""
    for cue in forms:
        found = _participle(line, cue) if cue.verb.participle else _passive(line, cue)
        if found is not None:
            yield found


def _participle(line: Line, cue: Cue) -> Attribution | None:
    before = line.low[cue.first - 1] if cue.first else ""
    if before in line.grammar.quoted_as:
        return _as_saying(line, cue)
    return _for_saying(line, cue) if before in line.grammar.blamed_for else None


# --- "quoted Lee as saying"


def _as_saying(line: Line, cue: Cue) -> Attribution | None:
    """ "quoted Lee as saying that ...", "Lee was quoted by the Post as saying that ..."."""
    near = range(cue.first - 2, max(-1, cue.first - FARTHEST_QUOTING), -1)
    quoting = next((i for i in near if line.low[i] in line.grammar.quoting), None)
    if quoting is None:
        return None
    group = _group_start(line, quoting)
    passive = not line.grammar.be_forms.isdisjoint(line.low[group:quoting])
    subject = subject_before(line, group)
    speaker = subject if passive else _object_behind(line, quoting + 1, cue.first - 1)
    content = _behind(line, cue) or (content_before(line, subject[0]) if subject else None)
    return Attribution((content,), "quoted-as", (cue.first, cue.stop), speaker) if speaker and content else None


def _group_start(line: Line, i: int) -> int:
    grammar = line.grammar
    while i and (line.low[i - 1] in grammar.auxiliaries or line.low[i - 1] in grammar.adverbs):
        i -= 1
    return i


def _object_behind(line: Line, first: int, stop: int) -> Phrase | None:
    """Whoever is quoted, between the verb and "as": up to a comma, with the name behind a role."""
    end = next((i for i in range(first, stop) if not is_word(line, i)), stop)
    if end <= first:
        return None
    return name_behind(line, first, end) or (first, end)


def _behind(line: Line, cue: Cue) -> Range | None:
    """What follows a participle and those who are told."""
    start = content_start(line, past_hearers(line, cue), has_left=False)
    if start is None:
        return None
    end = content_end(line, start, ())
    return (start, end) if end > start else None


# --- "scolded Lee for saying"


def _for_saying(line: Line, cue: Cue) -> Attribution | None:
    """ "scolded Lee for claiming that ...": the object of the verb before; a lone participle is its subject's."""
    speaker = _blamed(line, cue.first - 1)
    if speaker is None or not speaker[0] or not _may_speak(line, speaker):
        return None
    content = _behind(line, cue)
    if content is None or not _is_said(line, content[0]):
        return None
    return Attribution((content,), "for-saying", (cue.first, cue.stop), speaker)


def _blamed(line: Line, stop: int) -> Phrase | None:
    """Whoever stands before "for": behind a role and between commas, a sum passed over ("fined Lee 90 crowns for")."""
    stop = next((i for i in range(stop - 1, max(0, stop - LONGEST_SUM), -1) if line.low[i][0].isdigit()), stop)
    apposed = line.low[stop - 1] == ","
    last = first = stop - apposed
    while first and line.capital(first - 1):
        first -= 1
    if not apposed:
        acts = first < last and first > 1 and may_be(line.low[first - 1], PAST)
        return (first, last) if acts else phrase_ending(line, stop)
    named = last - first > 1 and first > 1 and line.low[first - 1] == "," and is_word(line, first - 2)
    return (first, last) if named else None


def _may_speak(line: Line, phrase: Phrase) -> bool:
    last = phrase[1] - 1
    if line.low[phrase[0] - 1] in line.grammar.infinitive_mark:
        return False  # "apologised to Lee for saying": the subject said so
    return line.capital(last) or is_head(line, last) or line.low[last] in line.grammar.recipients


def _is_said(line: Line, start: int) -> bool:
    word = line.low[start]
    return word is MARKED or word in line.grammar.openers or MARKED in line.low[start:]


# --- "was described by Lee as"


def _passive(line: Line, cue: Cue) -> Attribution | None:
    """ "was described by Lee as "...", "has been called "..." by Lee", "It was said by Lee that ..."."""
    if not _is_passive(line, cue):
        return None
    by = _by_behind(line, cue.stop)
    speaker = _speaker_by(line, by + 1) if by is not None else None
    if by is None or speaker is None:
        return None
    content = _marked_between(line, cue.stop, by) or _told_behind(line, speaker[1])
    return Attribution((content,), "passive", (cue.first, cue.stop), speaker) if content else None


def _is_passive(line: Line, cue: Cue) -> bool:
    """Whether a form stands behind "was", or behind a comma ("the wall, called "a joke" by Lee")."""
    if cue.verb.is_base:
        return False
    if not line.grammar.be_forms.isdisjoint(line.low[cue.group : cue.first]):
        return True
    comma = cue.first > 0 and (line.low[cue.first - 1] == "," or line.ends_in_comma(cue.first - 1))
    return comma and cue.stop < len(line)


def _by_behind(line: Line, at: int) -> int | None:
    """Where "by" stands behind a passive, with no other clause between."""
    for i in range(at, min(len(line), at + FARTHEST_BY)):
        word = line.low[i]
        if word in line.grammar.agent_marks:
            return i
        if word is not MARKED and (not is_word(line, i) or word in line.grammar.finite):
            return None
    return None


def _speaker_by(line: Line, at: int) -> Phrase | None:
    phrase = phrase_from(line, at) if at < len(line) else None
    return (name_behind(line, *phrase) or phrase) if phrase else None


def _marked_between(line: Line, first: int, stop: int) -> Range | None:
    at = next((i for i in range(first, stop) if line.low[i] is MARKED), None)
    return None if at is None else (at, at + 1)


def _told_behind(line: Line, at: int) -> Range | None:
    """What stands behind the speaker: a clause with "that", else the marked words nearby."""
    start = at + (at < len(line) and line.low[at] == ",")
    if start < len(line) and line.low[start] in line.grammar.complementizers:
        return start, content_end(line, start, ())
    near = range(start, min(len(line), start + FARTHEST_MARKS))
    marked = next((i for i in near if line.low[i] is MARKED), None)
    if marked is None or any(_starts_anew(line, i) for i in range(start, marked)):
        return None
    return marked, marked + 1


def _starts_anew(line: Line, i: int) -> bool:
    """Whether a stop, a verb of saying or another participle stands between the speaker and the marks."""
    word = line.low[i]
    return not is_word(line, i) or word in line.grammar.verbs or word.endswith("ing")
