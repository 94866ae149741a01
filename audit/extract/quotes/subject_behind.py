"""Attributions whose subject stands behind the verb: `"...," said Lee`, "Said Lee: ..."."""

from __future__ import annotations

from audit.extract.quotes.beside_marks import titled_name
from audit.extract.quotes.content_bounds import (
    Range,
    clause_first,
    content_before,
    named_before,
    resumed,
)
from audit.extract.quotes.cue_context import CueContext, Parts
from audit.extract.quotes.cues import Cue
from audit.extract.quotes.noun_phrases_behind import subject_after
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import LONGEST_CLAUSE, Phrase, is_role, is_thing, is_word, subject_before
from audit.text.parts_of_speech import BASE, known_as

FARTHEST_STOP = 10
"""Items behind an inverted speaker up to the colon before the words."""


def inverted(context: CueContext) -> Parts | None:
    """`"...," said Lee` and `..., said Lee`."""
    line, cue = context.line, context.cue
    if cue.group != cue.first or not cue.first:
        return None
    word = line.low[cue.first - 1]
    if not (cue.verb.inverts or (word is MARKED and cue.verb.takes == "clause") or _calls_out(line, cue)):
        return None
    if word is not MARKED and word != "," and word not in DASHES:
        return None
    left = content_before(line, cue.first)
    if left is None and word == ",":
        return _inverted_inside(context)
    subject = subject_before(line, cue.group) if word is not MARKED else None
    if left is None or (subject and word in DASHES):
        return None
    speaker = subject_after(line, cue.stop) or (titled_name(line, cue.stop) if word is MARKED else None)
    if speaker is None or (word is not MARKED and not _closes_clause(line, *speaker)) or _hears(line, cue, speaker):
        return None
    if word is not MARKED and not _is_somebody(line, speaker):
        return None
    if subject and subject[0] == left[0] and not any(line.capital(i) for i in range(*speaker)):
        return None  # "Lee, 59, said the mayor ..." has its subject before the verb
    return Parts((left, *resumed(line, speaker[1])), context.verb, speaker)


def _hears(line: Line, cue: Cue, speaker: Phrase) -> bool:
    """Whether what stands behind a verb is who is told, or asked to do something ("told Lee", "urged Lee to leave").

    Not so where more than one word stands there ("told reporters Lee"), or marked words before.
    """
    alone = cue.verb.hears and speaker == (cue.stop, cue.stop + 1)
    at = speaker[1]
    aim = at + 1 < len(line) and line.low[at] in line.grammar.infinitive_mark and known_as(line.low[at + 1], BASE)
    return alone or (aim and (not cue.verb.inverts or line.low[cue.first - 1] == ","))


def _is_somebody(line: Line, phrase: Phrase) -> bool:
    """Whether the noun before the first preposition of a phrase can speak ("his friend in Norwick")."""
    first, stop = phrase
    ends = next((i for i in range(first + 1, stop) if line.low[i] in line.grammar.prepositions), None)
    word, grammar = line.low[first], line.grammar
    led = word in grammar.possessives or word in grammar.indefinite or word in grammar.articles
    if not led or ends is None or line.capital(ends - 1) or line.low[ends - 1] in line.grammar.bodies:
        return True
    return not is_thing(line, (first, ends))


def _inverted_inside(context: CueContext) -> Parts | None:
    """`The wall, said Lee, "was never sound"`; of `By then, said Lee, "it was shut"` only what is marked."""
    line, cue = context.line, context.cue
    left, speaker = named_before(line, cue.first), subject_after(line, cue.stop)
    if left is None and line.low[clause_first(line, cue.first - 1)] in line.grammar.scene_openers:
        left = clause_first(line, cue.first - 1), cue.first - 1  # "If it rains, said Lee, "it is over""
    if speaker is None or speaker[1] + 1 >= len(line) or line.low[speaker[1]] != ",":
        return None
    at = _marks_behind(line, speaker[1] + 1)
    if at is None:
        return None
    if left is None:
        return Parts(((at, at + 1),), context.verb, speaker) if _is_scene(line, cue.first - 1) else None
    return Parts((left, (at, at + 1)), context.verb, speaker) if goes_on_in_marks(line, left, at) else None


def _is_scene(line: Line, comma: int) -> bool:
    """Whether a time or a place opens the line and ends at a comma, and nothing else stands there ("By then, ...")."""
    led = line.low[0] in line.grammar.prepositions or line.low[0] in line.grammar.times
    return led and all(is_word(line, i) and line.low[i] not in line.grammar.finite for i in range(comma))


def _marks_behind(line: Line, at: int) -> int | None:
    """The marked words at an item, or behind where somebody is from (", of Norwick, "...")."""
    if line.low[at] in line.grammar.of:
        at = next((i + 1 for i in range(at, min(len(line) - 1, at + FARTHEST_STOP)) if not is_word(line, i)), at)
    return at if at < len(line) and line.low[at] is MARKED else None


def goes_on_in_marks(line: Line, subject: Range, at: int) -> bool:
    """Whether marked words at item `at` begin with a small letter, as what is said of a subject before them does.

    Where that opens the line with a participle, they begin with a verb ("Shutting it, said Lee, "would be wrong"").
    """
    if line.low[at] is not MARKED or not line.text[line.start[at]].islower():
        return False
    first = line.text[line.start[at] : line.end[at]].split(maxsplit=1)[0]
    return subject[0] > 0 or not line.low[0].endswith("ing") or first in line.grammar.finite


def _calls_out(line: Line, cue: Cue) -> bool:
    """Whether a verb that names things cries out here: `"Who is it?" called Lee`."""
    at = cue.first - 1
    closed = line.low[at] is MARKED and line.text[line.end[at] - 1] in "?!"
    return closed and cue.verb.takes == "label" and cue.stop < len(line) and line.capital(cue.stop)


def _closes_clause(line: Line, first: int, at: int) -> bool:
    """Whether a speaker's clause ends at item `at`, or goes on with no more than a time, a place or a remark.

    The words for the speaker begin at `first`.
    """
    grammar = line.grammar
    unnamed = at >= line.words_end() and _counts_people(line, first)  # "said people familiar with the matter"
    if line.low[at - 1] in grammar.pronouns or not (unnamed or line.capital(at - 1) or is_role(line, at - 1)):
        return False
    if at >= line.words_end():
        return True
    word = line.low[at]
    if word in grammar.infinitive_mark and at + 1 < len(line) and line.low[at + 1] in grammar.be_forms:
        return False  # "..., declared the wall to be sound"
    return word == "," or word in DASHES or word in grammar.possessive_relatives or word in grammar.after_speaker


def _counts_people(line: Line, first: int) -> bool:
    """Whether a phrase begins with a role, or with a number or article right before one ("three people")."""
    led = line.low[first] in line.grammar.determiners and first + 1 < len(line)
    return is_role(line, first + led)


def opening(context: CueContext) -> Parts | None:
    """ "Said Lee: "...""."""
    line, cue = context.line, context.cue
    if cue.first or not cue.verb.inverts or cue.verb.participle:
        return None
    speaker = subject_after(line, cue.stop)
    stop = _stop_behind(line, speaker[1]) if speaker else None
    return Parts((context.until(stop + 1),), (0, cue.stop), speaker) if speaker and stop else None


def _stop_behind(line: Line, at: int) -> int | None:
    """The colon or comma that closes "Said Lee" or "Said Lee of the wall", with something behind it."""
    for i in range(at, min(len(line) - 1, at + FARTHEST_STOP)):
        if line.low[i] == ":":
            return i
        if line.low[i] == "," and i == at:
            return _colon_behind_clause(line, i) or i
        if not is_word(line, i):
            return None
    return None


def _colon_behind_clause(line: Line, comma: int) -> int | None:
    """The colon before marked words that closes a relative clause behind a comma ("Said Lee, who left: "...")."""
    if line.low[comma + 1] not in line.grammar.possessive_relatives:
        return None
    stop = next((i for i in range(comma + 1, len(line)) if not is_word(line, i) and line.low[i] != ","), len(line))
    colon = stop + 1 < len(line) and line.low[stop] == ":" and line.low[stop + 1] is MARKED
    return stop if colon and stop - comma <= LONGEST_CLAUSE else None
