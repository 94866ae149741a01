"""`X, <who> said.`: a verb of saying that ends its sentence, and all that stands between the last comma and it.

At the end of a sentence nothing else is left to be said, so that what stands before the comma is, scene or not, and
whoever stands behind it speaks ("In 2010 boats sank, fire engineer Ada Holm said").

Invariant: the speaker holds no verb; what is said holds one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from audit.extract.quotes.content_bounds import Range, clause_first, ends_behind, past_hearers
from audit.extract.quotes.cues import Cue
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_head, is_thing, is_word
from audit.text.parts_of_speech import (
    ADVERB,
    FINITE,
    GERUND,
    NOUNS,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    THIRD,
    classify,
    known_as,
    may_be,
)

LONGEST_SPEAKER = 14
"""Items between the last comma and the verb."""
LONGEST_ADJUNCT = 6
"""Items of a time or a place behind those who are told."""
SHORTEST_SAID = 3
"""Items of what is said at least."""
LONGEST_SCENE = 8
"""Items of words that may be a scene, where what looks like their verb may be a participle ("a letter dated")."""
_BEARERS = NOUNS | {PRONOUN, GERUND}


def closes(line: Line, cue: Cue, behind: int) -> bool:
    """Whether a verb that only says closes its sentence, those who are told and a time or a place apart."""
    verb = cue.verb
    says = verb.takes == "clause" and (verb.inverts or verb.hears) and not (verb.participle or verb.needs_quote)
    finite = verb.is_base or may_be(verb.form, PAST) or may_be(verb.form, THIRD)
    if verb.hears and line.words_end() - behind > LONGEST_ADJUNCT:
        return False
    asks = verb.hears and not line.grammar.infinitive_mark.isdisjoint(line.low[cue.stop :])  # "told them to leave"
    return says and finite and not asks and ends_behind(line, behind) and line.low[-1] != ":"


def set_off(line: Line, phrase: Phrase) -> bool:
    """Whether somebody stands behind a comma, marks or a dash, with "as" before it or not ("..., as Lee said")."""
    at = phrase[0] - (phrase[0] > 0 and line.low[phrase[0] - 1] in line.grammar.quoted_as)
    somebody = not is_thing(line, phrase) or any(_is_person(line, i) for i in range(*phrase))
    return at > 0 and not _is_inside(line, at - 1) and somebody and _is_bare(line, phrase)


def _is_person(line: Line, i: int) -> bool:
    word = line.low[i]
    return is_head(line, i) or (word.endswith("ies") and word[:-3] + "y" in line.grammar.role_nouns)


def opens_adjunct(line: Line, phrase: Phrase) -> bool:
    """Whether an adverb and a preposition open a phrase ("particularly around voter rules"): nobody speaks."""
    first, stop = phrase
    adverb = stop - first > 2 and not line.capital(first) and known_as(line.low[first], ADVERB)
    return adverb and line.low[first + 1] not in line.grammar.of and may_be(line.low[first + 1], PREPOSITION)


def end_before(line: Line, start: int, later: Sequence[Cue]) -> int:
    """Where a content that begins at `start` ends at the latest: before who closes its sentence with a later cue."""
    for cue in later:
        speaker = speaker_behind_comma(line, cue.group) if closes(line, cue, past_hearers(line, cue)) else None
        if speaker and set_off(line, speaker) and speaker[0] - 1 > start:
            return speaker[0] - 1
    return len(line)


def speaker_behind_comma(line: Line, group: int) -> Phrase | None:
    """All that stands between the last comma and the verb at `group`, where it may be somebody."""
    floor = max(0, group - LONGEST_SPEAKER)
    comma = next((i for i in range(group - 1, floor, -1) if not _is_inside(line, i)), None)
    if comma is None or line.low[comma] != "," or comma + 1 >= group:
        return None
    first = comma + 1 + (line.low[comma + 1] in line.grammar.quoted_as)
    return (first, group) if first < group and _is_bare(line, (first, group)) else None


def _is_bare(line: Line, phrase: Phrase) -> bool:
    """Whether words are a noun phrase without a verb, or a pronoun alone."""
    first, stop = phrase
    if not _may_open(line, first) or not all(_may_belong(line, i) for i in range(first, stop)):
        return False
    alone = line.low[first] not in line.grammar.third_persons or first + 1 == stop
    return alone and (first + 1 == stop or line.low[stop - 1] not in line.grammar.coordinators)


def _is_inside(line: Line, i: int) -> bool:
    return is_word(line, i) or line.low[i] == "&"


def _may_open(line: Line, i: int) -> bool:
    """Whether a speaker may begin with a word: no preposition, no conjunction, no participle."""
    word, grammar = line.low[i], line.grammar
    if word in grammar.third_persons:
        return True
    opens_other = word in grammar.time_or_preposition or word in grammar.breaks or word in grammar.pronouns
    return not (opens_other or (word.endswith("ing") and not line.capital(i)))


def _may_belong(line: Line, i: int) -> bool:
    """Whether a word may stand in the words for a speaker: no verb, and nothing that opens a clause."""
    word, grammar = line.low[i], line.grammar
    if line.capital(i) or word in grammar.coordinators:
        return True
    opens = word in grammar.relatives or word in grammar.complementizers or word in grammar.quoted_as
    clause = opens or (word in grammar.breaks and not (_joins(line, i) or may_be(word, ADVERB)))
    inside = word in grammar.personal_subjects and line.low[i - 1] != ","  # "an allegation she denied"
    acts = (may_be(word, PAST) and not may_be(word, PARTICIPLE)) or known_as(word, THIRD)
    return not (clause or inside or acts or word in grammar.finite or (word in grammar.verbs and may_be(word, PAST)))


def _joins(line: Line, i: int) -> bool:
    """Whether a small word may stand inside a noun phrase: "and", a pronoun ("allies close to him")."""
    word, grammar = line.low[i], line.grammar
    return word in grammar.coordinators or word in grammar.third_persons or word in grammar.recipients


def said_before(line: Line, stop: int) -> Range | None:
    """What stands before the comma before item `stop`, where a verb or marked words stand there."""
    end = stop - (line.low[stop - 1] in line.grammar.quoted_as)
    while end and (line.low[end - 1] == "," or line.low[end - 1] in DASHES):
        end -= 1
    first = clause_first(line, end) if end else 0
    if end == stop or end - first < SHORTEST_SAID or _only_when(line, first, end):
        return None
    return (first, end) if _tells(line, first, end) else None


def _only_when(line: Line, first: int, end: int) -> bool:
    """Whether words are no more than a clause that says when or why ("When he left, ...")."""
    parted = any(word == "," or word in DASHES for word in line.low[first:end])
    return line.low[first] in line.grammar.scene_openers and not parted


def _tells(line: Line, first: int, end: int) -> bool:
    """Whether words hold a verb with its subject, or marked words."""
    if MARKED in line.low[first:end] or not line.grammar.finite.isdisjoint(line.low[first:end]):
        return True
    words = [line.text[line.start[i] : line.end[i]] for i in range(first, end)]
    told = classify(words, line.low[first:end])
    long = end - first > LONGEST_SCENE
    pairs = enumerate(pairwise(told), first)
    return any(one in _BEARERS and _is_verb(line, i, two in FINITE, long=long) for i, (one, two) in pairs)


def _is_verb(line: Line, i: int, finite: bool, *, long: bool) -> bool:
    """Whether the word behind the noun at item `i` is its verb, and no participle that belongs to it."""
    word = line.low[i + 1]
    if long or line.low[i] in line.grammar.personal_subjects:
        return finite or may_be(word, PAST)
    return finite and not may_be(word, PARTICIPLE)
