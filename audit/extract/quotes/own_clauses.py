"""Where the article goes on in its own words inside what seems to be said: a line and an item range to an item.

"Holm said it was shut, but the gate stood open": the second clause may be the article's, and is given to nobody.

Invariant: what is cut off begins with a conjunction, a relative or a dash; what is left holds the words before it.
"""

from __future__ import annotations

from itertools import pairwise

from audit.extract.quotes.content_bounds import Range, clause_first, names_claim, names_hearer, opens_clause
from audit.extract.quotes.cues import Cue
from audit.extract.quotes.joined_verbs import Form, form, is_whole
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import is_word
from audit.text.parts_of_speech import ADVERB, BASE, PARTICIPLE, PAST, PLURAL, THIRD, has_word_classes, known_as, may_be


def own_first(line: Line, content: Range, cue: Cue) -> int:
    """Where the words of a content end that are said: before a clause or a verb that is the article's."""
    first, stop = content
    if not has_word_classes(line.grammar.language):
        return stop
    ends = (_before_own(line, content, i, cue) for i in range(first + 1, stop - 1) if _may_part(line, i))
    return next((end for end in ends if end is not None), stop)


def _may_part(line: Line, at: int) -> bool:
    """Whether item `at` stands behind a stop, or is itself one or a conjunction."""
    word = line.low[at]
    return word in DASHES or word in line.grammar.coordinated_after or not is_word(line, at - 1)


def _before_own(line: Line, content: Range, at: int, cue: Cue) -> int | None:
    """Before item `at`, and the stop before it, where the article's own words begin there."""
    word, grammar, stop = line.low[at], line.grammar, content[1]
    set_off = not is_word(line, at - 1) and line.low[at - 1] is not MARKED
    if _is_behind_marks(line, content[0], at) and _remarks(line, at, stop):
        return at - set_off
    if not is_word(line, at - 1) and _closes_relative(line, content, at, cue):
        return at - set_off
    if set_off and _apposes(line, content, at):
        return at - 1
    if set_off and _joins_own(line, content, at) and _opens(line, at + 1, stop):
        return at - 1
    if word in DASHES and (_judges(line, at + 1, stop) or _explains(line, content, at)):
        return at
    if set_off and word in grammar.possessive_relatives and all(is_word(line, i) for i in range(at, stop)):
        return at - 1
    if set_off and _opens_background(line, at) and _ends_in_background(line, content, at):
        return at - 1
    return at - set_off if word in grammar.coordinated_after and _goes_on_telling(line, content, at, cue) else None


def _is_behind_marks(line: Line, first: int, at: int) -> bool:
    """Whether item `at` stands behind marks and a comma that end a clause ("it was “a wreck,” one of ...")."""
    marks = at - 1 - (line.low[at - 1] == ",")
    if marks < first or line.low[marks] is not MARKED or not line.ends_in_comma(marks):
        return False
    said, scenes = _words(line, first, marks + 1), line.grammar.scene_openers
    led = any(one in line.grammar.complementizers and two in scenes for one, two in pairwise(said))  # "that when ..."
    whole = not (led or _opens_scene(line, said) or "," in line.low[first:marks])
    return whole and any(_is_verb(line, word) or word in line.grammar.all_persons for word in said)


def _closes_relative(line: Line, content: Range, at: int, cue: Cue) -> bool:
    """Whether the verb of a subject stands there that a clause tells of ("Holm, who said it was shut, left")."""
    who = cue.group - 1
    if who < 2 or line.low[who] not in line.grammar.relatives or line.low[who - 1] != ",":
        return False
    first = clause_first(line, who - 1)
    if not line.grammar.finite.isdisjoint(line.low[first:who]) or opens_clause(line, first, who - 1):
        return False
    verb = at + (at + 1 < content[1] and known_as(line.low[at], ADVERB))
    tells = _is_finite(line, verb) and not line.capital(verb)
    return tells and ("," not in line.low[content[0] : at - 1] or _holds_clause(line, content[0], at - 1))


def _apposes(line: Line, content: Range, at: int) -> bool:
    """Whether behind a whole clause one is told what a thing in it is, no list ("it was ricin, a toxin that ...")."""
    word, behind = line.low[at], line.low[at : content[1]]
    named = word in line.grammar.articles and line.capital(at - 2)
    thing = (named or word in line.grammar.indefinite) and line.grammar.scene_openers.isdisjoint(behind[2:3])
    if line.low[at - 1] != "," or not thing or MARKED in behind or not DASHES.isdisjoint(behind):
        return False
    if not _holds_clause(line, content[0], at - 1) or "," in line.low[content[0] : at - 1] or "," in behind:
        return False
    return line.grammar.pair_joins.isdisjoint(behind)


def _words(line: Line, first: int, stop: int) -> list[str]:
    """The words of items, those inside marks one by one."""
    text = line.text[line.start[first] : line.end[stop - 1]].lower().replace("’", "'")
    return [word for word in (word.strip("“”\"'.,;:!?") for word in text.split()) if word]


def _opens_scene(line: Line, words: list[str]) -> bool:
    """Whether words open with one that a main clause follows ("while it was “a wreck,” ...")."""
    word = next((word for word in words if word not in line.grammar.complementizers), "")
    return word in line.grammar.scene_openers or word in line.grammar.time_or_preposition


def _remarks(line: Line, at: int, stop: int) -> bool:
    """Whether the article explains or goes on there: with a thing, a clause, or a verb of its own."""
    word, grammar = line.low[at], line.grammar
    if word.removesuffix("s") in grammar.claim_nouns or names_claim(line, at) or _opens(line, at, stop):
        return True
    if MARKED in line.low[at:stop]:
        return _tells_past(line, at)
    led = at + 1 < stop and known_as(word, ADVERB) and line.low[at + 1] in grammar.indefinite
    thing = word in grammar.determiners and word not in grammar.complementizers
    return led or thing or line.capital(at) or _tells_past(line, at) or _opens_background(line, at)


def _tells_past(line: Line, at: int) -> bool:
    """Whether a past verb stands there."""
    return known_as(line.low[at], PAST) and not line.capital(at)


def _joins_own(line: Line, content: Range, join: int) -> bool:
    """Whether a clause behind a conjunction may be the article's: behind an aim any ("to stand, and he faced her")."""
    word, grammar = line.low[join], line.grammar
    aim = line.low[content[0]] in grammar.infinitive_mark and not names_hearer(line, content[0])
    return word in grammar.counter_joins or (aim and word in grammar.coordinators)


def _opens(line: Line, at: int, stop: int) -> bool:
    """Whether a clause with a subject of its own begins at an item ("the gate was open", "she had left")."""
    if line.low[at] in line.grammar.third_persons:
        return at + 1 < stop and _is_finite(line, at + 1)
    return opens_clause(line, at, stop)


def _judges(line: Line, at: int, stop: int) -> bool:
    """Whether behind a dash the article says what it thinks of it all ("— a notion that few share")."""
    led = at + 2 < stop and line.low[at] in line.grammar.indefinite
    return led and line.low[at + 2] in line.grammar.complementizers


def _explains(line: Line, content: Range, dash: int) -> bool:
    """Whether behind the last dash of a whole clause a thing is explained ("it sank — a loss that few felt")."""
    first, stop = dash + 1, content[1]
    joined = line.end[dash - 1] == line.start[dash] and line.low[dash] == "-"  # "the U.S.- Norwick line"
    if joined or MARKED in line.low[first:stop] or not DASHES.isdisjoint(line.low[first:stop]):
        return False
    if not DASHES.isdisjoint(line.low[content[0] : dash]) or not _holds_clause(line, content[0], dash):
        return False
    word = line.low[first]
    if word in line.grammar.complementizers:
        return False
    led = word in line.grammar.determiners or word in line.grammar.relatives or known_as(word, PLURAL)
    return led or (line.capital(first) and word not in line.grammar.breaks)


def _opens_background(line: Line, at: int) -> bool:
    """Whether a relative clause begins at an item, or behind a preposition there ("some of which", "to whom")."""
    part = int(line.low[at] in line.grammar.prepositions or line.low[at] in line.grammar.infinitive_mark)
    part = 2 if at + 2 < len(line) and line.low[at + 1] in line.grammar.of else part
    opener = line.low[at + part]
    return opener in line.grammar.background_openers or (part > 0 and opener in line.grammar.background_persons)


def _ends_in_background(line: Line, content: Range, at: int) -> bool:
    """Whether a relative clause ends a whole clause, and none of it is marked ("a law, which few knew")."""
    behind = line.low[at : content[1]]
    if MARKED in behind or not DASHES.isdisjoint(behind) or not _holds_clause(line, content[0], at - 1):
        return False
    commas = (i for i in range(at, content[1] - 1) if line.low[i] == ",")
    return not any(_resumes(line, i + 1) for i in commas)


def _resumes(line: Line, at: int) -> bool:
    """Whether behind a comma what is said goes on: with its verb, or with a further clause ("and that ...")."""
    word = line.low[at]
    tells = word in line.grammar.finite or known_as(word, THIRD) or known_as(word, PAST)
    return word in line.grammar.coordinated_after or tells


def _holds_clause(line: Line, first: int, stop: int) -> bool:
    """Whether a clause of its own stands there, or an aim, no other word that opens one before its verb."""
    if line.low[first] in line.grammar.infinitive_mark or line.low[first] is MARKED:
        return not names_hearer(line, first)
    first += line.low[first] in line.grammar.complementizers
    if line.low[first] in line.grammar.third_persons:
        return any(line.low[i] in line.grammar.finite or _is_finite(line, i) for i in range(first + 1, stop))
    return opens_clause(line, first, stop)


def _goes_on_telling(line: Line, content: Range, join: int, cue: Cue) -> bool:
    """Whether a verb behind a conjunction has no fellow among the words before it ("said no and left")."""
    verb = next((i for i in range(join + 1, content[1]) if not known_as(line.low[i], ADVERB)), join)
    before = [line.low[i] for i in range(content[0], join)]
    if not _tells(line, verb, cue) or may_be(before[-1], PARTICIPLE):
        return False
    if MARKED in before:
        return _leaves_marks(line, content[0], join, verb)
    if not is_whole(line, content[0], join):
        return False
    passive = may_be(line.low[verb], PARTICIPLE) and not line.grammar.be_forms.isdisjoint(before)
    return not passive and not any(may_be(word, PAST) or "'" in word or _is_helper(line, word) for word in before)


def _leaves_marks(line: Line, first: int, join: int, verb: int) -> bool:
    """Whether a past verb joins right behind marks in which all is present (`said "we are shut" and left`)."""
    said = _words(line, first, join)
    past = any(may_be(word, PAST) for word in said)
    word = line.low[verb]
    tells = known_as(word, PAST) or known_as(word, PARTICIPLE) or _is_helper(line, word)
    return line.low[join - 1] is MARKED and tells and may_be(word, PAST) and not (past or may_be(word, BASE))


def _tells(line: Line, at: int, cue: Cue) -> bool:
    """Whether a finite verb stands at an item that may have the subject of a verb of saying ("said ... and left")."""
    word, follow = line.low[at], line.low[at + 1] if at + 1 < len(line) else ""
    if line.capital(at) or "-" in word or not _is_finite(line, at):
        return False
    if may_be(word, PARTICIPLE) and known_as(follow, PLURAL) and follow not in line.grammar.recipients:
        return False  # "with campaigns and proposed rules"
    past = _is_helper(line, word) or may_be(word, PAST)
    return past or form(line, cue) is Form.ONE


def _is_finite(line: Line, at: int) -> bool:
    return _is_verb(line, line.low[at])


def _is_verb(line: Line, word: str) -> bool:
    return _is_helper(line, word) or may_be(word, PAST) or known_as(word, THIRD)


def _is_helper(line: Line, word: str) -> bool:
    """Whether a helping verb agrees with a subject ("has", no "would")."""
    return word in line.grammar.finite and word not in line.grammar.modals
