"""Who a sentence is about: the speaker of a verb that has no subject beside it ("Lee left, adding that ...": Lee)."""

from __future__ import annotations

from collections.abc import Sequence

from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.noun_phrases_behind import subject_after
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import MOSTLY, Phrase, is_head, is_role, with_fellows
from audit.lexicon.counts import small_share
from audit.text.parts_of_speech import PARTICIPLE, PAST, known_as

LONGEST_DATELINE = 10
"""Items of a place and a day before the dash."""

LONGEST_SUBJECT = 5
"""Items of a main subject whose last word is no name."""


def main_speaker(line: Line, before: Sequence[Attribution]) -> Phrase | None:
    """Whose words go on: the last speaker in the sentence not in a relative clause or in others' words."""
    for said in reversed(before):
        if said.speaker is None or line.low[said.speaker[1] - 1] in line.grammar.relatives:
            continue
        if not any(a <= said.cue[0] < b for other in before if other is not said for a, b in other.content):
            return said.speaker
    return first_phrase(line)


def first_phrase(line: Line) -> Phrase | None:
    """The subject of a sentence whose main verb reports nothing: its first noun phrase, the scene left out."""
    at = _past_scene(line)
    if at and at < len(line) and (line.low[at] in line.grammar.possessive_relatives or _tells_of_thing(line, at)):
        return None  # "As Holm, who ...": a clause about the scene
    if at > 2 and line.low[0] in line.grammar.quoted_as and all(line.capital(i) for i in range(1, at - 1)):
        return 1, at - 1  # "As Ada Holm, my boss, has noted"
    for i in range(at, min(len(line), at + 6)):
        word = line.low[i]
        if word is MARKED:
            return None
        if word in line.grammar.third_persons:
            return i, i + 1
        if _may_be_subject(line, i, first=i == at) and not (i > at and line.low[i - 1] in line.grammar.prepositions):
            return _with_second(line, phrase_from(line, i))
    return None


def _with_second(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The phrase with the one that "and" joins to it ("The ministry and the bank, both of which refused, said")."""
    at = phrase[1] if phrase else len(line)
    if phrase is None or at + 2 >= len(line) or line.low[at] not in line.grammar.coordinators:
        return phrase
    second = subject_after(line, at + 1) if line.low[at + 1] in line.grammar.determiners else None
    return (phrase[0], second[1]) if second and with_fellows(line, second) == (phrase[0], second[1]) else phrase


def _tells_of_thing(line: Line, at: int) -> bool:
    """Whether a participle and "by" stand behind the first comma ("That plan, drawn by Holm, ..."): of a thing."""
    led = line.low[0] in line.grammar.determiners
    by = at + 1 < len(line) and line.low[at + 1] in line.grammar.agent_marks
    return led and by and known_as(line.low[at], PARTICIPLE)


def _may_be_subject(line: Line, i: int, *, first: bool) -> bool:
    """Whether a noun phrase that begins with item i may be the subject; `first`: it opens the sentence."""
    word, grammar = line.low[i], line.grammar
    if word in grammar.determiners or is_role(line, i):
        return True
    return line.capital(i) and (first or word not in grammar.time_or_preposition)


def _past_scene(line: Line) -> int:
    """Past the words that only set the scene ("In August, ...", "Meanwhile, ...", "Chastened by it, ...")."""
    if dateline := _dateline_end(line):
        return dateline
    opening = line.low[:30]
    stop = next((i for i, word in enumerate(opening) if word == "," or word is MARKED), None)
    if stop is None or opening[stop] is MARKED:
        return 0
    joined = len(opening) > 1 and opening[0] in line.grammar.coordinated_after
    word = opening[joined]
    scene = word in line.grammar.scene_starts or word.endswith(("ed", "ing"))
    adverb = stop == 1 + joined and (
        not line.capital(joined) or small_share(word) >= MOSTLY
    )  # "Meanwhile,", not "Holm,"
    return stop + 1 if scene or adverb else int(joined)


def _dateline_end(line: Line) -> int:
    """Past "NORWICK, May 4 —"; 0 where the line opens with no place in capitals."""
    first = line.text[line.start[0] : line.end[0]] if line.low else ""
    if len(first) < 3 or not first.isupper():
        return 0
    return next((i + 1 for i in range(1, min(len(line) - 1, LONGEST_DATELINE)) if line.low[i] in DASHES), 0)


def _past_roles(line: Line, stop: int) -> int:
    """Past small roles behind a capital, and the name behind them ("Republican opponents", "Holm adviser Tor Vint")."""
    at = stop
    while at < len(line) and is_head(line, at) and not line.capital(at) and line.low[at] not in line.grammar.verbs:
        at += 1
    if at == stop or not line.capital(stop - 1):
        return stop
    named = subject_after(line, at) if at < len(line) and line.capital(at) else None
    return named[1] if named else at


def _is_verb(line: Line, i: int) -> bool:
    return line.low[i].endswith("ed") or (known_as(line.low[i], PAST) and not line.capital(i))


def _last_of(line: Line, first: int, stop: int) -> int:
    """Where the last part of a phrase begins ("critics of the law": "of")."""
    return next((i for i in range(stop - 1, first, -1) if line.low[i] in line.grammar.prepositions), first)


def phrase_from(line: Line, at: int) -> Phrase | None:
    """The noun phrase that begins at item `at`, cut short where a verb may stand."""
    found = subject_after(line, at)
    if found is None:
        return None
    stop = found[1]
    stop = _past_roles(line, stop)
    if not line.capital(stop - 1):
        told = next((i for i in range(at + 1, stop) if _is_verb(line, i)), stop)
        stop = min(told, _last_of(line, at, stop) + LONGEST_SUBJECT)
    return None if stop - at == 1 and line.low[at] in line.grammar.determiners else (at, stop)
