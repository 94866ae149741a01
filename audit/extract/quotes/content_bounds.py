"""Where the words begin and end that a reporting verb reports: a line and an item to an item range.

`"It is shut," Lee said on Monday` and the item of "Lee" give the range of the marked words, which stand to its left.

Invariant: a range lies inside the line, its closing stops left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from audit.extract.quotes.cues import Cue
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_head, is_word, subject_before
from audit.extract.quotes.verbs import Verb
from audit.text.parts_of_speech import (
    ADVERB,
    FINITE,
    NOUN,
    NOUNS,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    THIRD,
    classify,
    known_as,
    may_be,
)

Range = tuple[int, int]
LONGEST_HEARER = 12
"""Items that the words for those who are told may have."""
LONGEST_KIND = 4
"""Items that the words for people of a kind may have, with what is told of them."""
LONGEST_MANNER = 10
"""Items that the words for how or when something was said may have before its "that"."""
LONGEST_SCENE = 12
"""Items that words which only set the scene may have, where no verb stands among them."""


_BEARERS = NOUNS | {PRONOUN}
SHORT_SUBJECT = 5
"""Items of a subject that stands alone before an inserted "Lee said"."""


def content_end(line: Line, start: int, later: Sequence[Cue]) -> int:
    """Where a content that begins at `start` ends: before the next attribution that a comma or "and" sets off."""
    stop = line.words_end()
    for cue in later:
        end = _before_attribution(line, start, cue) if cue.first > start else None
        if end is not None:
            stop = min(stop, end)
            break
    return next(_asides(line, start, stop), stop)


def _before_attribution(line: Line, start: int, cue: Cue) -> int | None:
    """Where a content ends before a later cue; None where that cue stands inside the content."""
    if cue.verb.participle and line.low[cue.group - 1] == ",":
        return cue.group - 1
    if _closes_inverted(line, cue):
        return cue.group - 1
    subject = subject_before(line, cue.group)
    at = _titles_first(line, subject[0]) if subject else cue.group
    opens = line.low[start] in line.grammar.complementizers and line.low[at - 1] is not MARKED
    if at - 1 <= start + opens:  # "said that while many thought so, it was shut"
        return None
    if line.low[at - 1] in line.grammar.clause_joins:
        return _before_joined(line, at - 1, (at, subject[1]) if subject else None)
    return _before_set_off(line, at) if subject and _ends_or_cites(line, past_hearers(line, cue)) else None


def _ends_or_cites(line: Line, at: int) -> bool:
    """Whether no more than a time, a place, or what a participle adds stands behind item `at`."""
    remark = at + 1 < len(line) and line.low[at] == "," and line.low[at + 1].endswith("ing")
    return remark or ends_behind(line, at)


def _titles_first(line: Line, at: int) -> int:
    """Where the roles and bodies begin that stand before a name at an item ("quay spokesman Tor Vint")."""
    if not line.capital(at):
        return at
    while at and is_word(line, at - 1) and (line.capital(at - 1) or is_head(line, at - 1)):
        at -= 1
    return at - (at > 0 and line.low[at - 1] in line.grammar.determiners)


def _closes_inverted(line: Line, cue: Cue) -> bool:
    """Whether a verb behind a comma and a name after it end the sentence ("it was shut, reports the Courier")."""
    first, stop = cue.stop, line.words_end()
    first += first < stop and line.low[first] in line.grammar.articles
    named = first < stop and all(line.capital(i) for i in range(first, stop))
    return named and cue.verb.inverts and cue.group == cue.first and line.low[cue.first - 1] == ","


def _before_joined(line: Line, join: int, subject: Phrase | None) -> int | None:
    """Before "and", "but" and their like at item `join`, where another speaker follows it."""
    apart = line.low[join - 1] == ","
    comma = apart or line.low[join - 1] is MARKED
    if line.low[join - 1] in line.grammar.personal_subjects:  # "a boat that he and Lee called a wreck"
        return None
    if subject is None or comma or _names_somebody(line, subject[0]) or line.low[join] not in line.grammar.coordinators:
        return join - 1 if apart else join
    return None


def _names_somebody(line: Line, first: int) -> bool:
    return line.capital(first) and line.low[first] not in line.grammar.pronouns


def _before_set_off(line: Line, at: int) -> int | None:
    """Before a subject that a comma parts from the content."""
    if line.low[at - 1] == ",":
        return at - 1
    return at if line.low[at - 1] is MARKED and line.ends_in_comma(at - 1) else None


def _asides(line: Line, start: int, stop: int) -> Iterator[int]:
    """Where the article goes on in its own words: behind marked words, before "according to", at a semicolon."""
    for i in range(start, stop - 1):
        word = line.low[i]
        if word is MARKED and line.ends_in_comma(i) and _starts_remark(line, i + 1):
            yield i + 1
        elif word in line.grammar.according_heads and is_according(line, i) and line.low[i - 1] == ",":
            yield i - 1
        elif word == ";" or (word == "," and names_claim(line, i + 1)):
            yield i


def names_claim(line: Line, at: int) -> bool:
    """Whether behind a comma the article calls what was said a claim (", a remark that the paper carried")."""
    if at + 2 >= len(line) or line.low[at] not in line.grammar.indefinite:
        return False
    return not line.grammar.claim_nouns.isdisjoint(line.low[at + 1 : at + 3])


def is_according(line: Line, i: int) -> bool:
    """Whether "according to" stands at item i."""
    return line.low[i] in line.grammar.according_heads and " ".join(line.low[i : i + 2]) in line.grammar.according


def _starts_remark(line: Line, at: int) -> bool:
    """Whether what follows marked words and a comma is the article's own remark."""
    at += line.low[at] == ","
    word = line.low[at] if at < len(line) else ""
    return word in line.grammar.remark_openers or word.endswith("ing")


def ends_behind(line: Line, at: int) -> bool:
    """Whether after item `at` the sentence holds no more than a time or a place."""
    return _past_adjuncts(line, at) >= line.words_end()


def _past_adjuncts(line: Line, at: int) -> int:
    """Past times and short phrases of place and occasion ("in a statement on Monday")."""
    stop = line.words_end()
    while at < stop:
        past = _past_adjunct(line, at, stop)
        if past == at:
            break
        at = past
    return at


def _past_adjunct(line: Line, at: int, stop: int) -> int:
    """Past one time or phrase of place; `at` itself where none begins there."""
    word, grammar = line.low[at], line.grammar
    follow = line.low[at + 1] if at + 1 < stop else ""
    if word in grammar.times or _is_of_date(line, at):
        return at + 1
    if word in grammar.hedging_prepositions and follow[:1].isdigit():
        return at  # "said about 12 people died": a hedge, not a place
    if word in grammar.time_modifiers and follow in grammar.times:
        return at + 2
    if word not in grammar.adjuncts:
        return at
    if word in grammar.quoted_as and word in line.low[at + 2 : at + 3]:
        return at
    past = _phrase_stop(line, at + 1, stop)
    scene = word in grammar.scene_openers and bool(follow) and (past == at + 1 or _holds_verb(line, at + 1, past))
    return at if scene and is_word(line, at + 1) else past


def _holds_verb(line: Line, first: int, stop: int) -> bool:
    """Whether a verb stands among words, and no participle behind its noun alone ("the vote held in May")."""
    return any(_is_verb(line, i) for i in range(first + 1, stop))


def _is_verb(line: Line, i: int) -> bool:
    word = line.low[i]
    if word is MARKED or line.capital(i):
        return word is MARKED
    return word in line.grammar.finite or may_be(word, PAST) or known_as(word, THIRD)


def _is_of_date(line: Line, at: int) -> bool:
    """Whether a number belongs to a date: behind a month or another time, or a year."""
    word = line.low[at]
    behind = line.low[at - 1].rstrip(".") if at else ""
    return word.isdigit() and (behind in line.grammar.times or (len(word) == 4 and word[:2] in ("19", "20")))


def _phrase_stop(line: Line, at: int, stop: int) -> int:
    """Where the phrase ends that a preposition right before item `at` opens."""
    low, grammar = line.low, line.grammar
    while at < stop and is_word(line, at) and low[at] not in grammar.adjunct_ends:
        if line.capital(at) and at + 1 < stop and line.capital(at + 1):
            at += 2  # "on Morning Edition"
            continue
        if low[at] in grammar.scene_openers and low[at] not in grammar.openers:
            break
        if low[at] in grammar.times and low[at - 1] not in grammar.before_time:
            break
        if _opens_clause(line, at):
            break
        at += 1
    return at


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a new noun phrase begins behind a time or the noun of a phrase: a clause without "that"."""
    grammar = line.grammar
    before, word = line.low[at - 1], line.low[at]
    if before in grammar.adjuncts or before in grammar.determiners or before in grammar.coordinators:
        return False
    if word in grammar.times or word in grammar.prepositions or word[0].isdigit():
        return False
    return word in grammar.determiners or word in grammar.personal_subjects or before in grammar.times


def content_before(line: Line, stop: int) -> Range | None:
    """The clause or marked stretch that ends before item `stop`, its comma left out; None where none is."""
    end = stop = _before_as(line, _before_how(line, stop))
    while end and (line.low[end - 1] == "," or line.low[end - 1] in DASHES):
        end -= 1
    if not end or (end == stop and line.low[end - 1] is not MARKED):
        return None
    first = clause_first(line, end)
    if line.low[end - 1] is MARKED or line.low[end - 1] in {"?", "!"}:
        return first, end
    if end - first < 3 and not opens_clause(line, first, end):
        return None
    return None if _only_sets_scene(line, first, end) else (first, end)


def named_before(line: Line, stop: int) -> Range | None:
    """A noun phrase of few words, alone between the beginning of its clause and the comma before item `stop`."""
    end = stop - 1
    if end < 1 or line.low[end] != ",":
        return None
    first = clause_first(line, end)
    if end - first > SHORT_SUBJECT or not all(is_word(line, i) for i in range(first, end)):
        return None
    word = line.low[first]
    opens = word in line.grammar.determiners or word in line.grammar.third_persons or line.capital(first)
    return (first, end) if opens and word not in line.grammar.time_or_preposition else None


def _before_how(line: Line, stop: int) -> int:
    """Before "is how" behind marked words (`"...," is how Lee put it`); `stop` itself elsewhere."""
    linked = stop > 2 and " ".join(line.low[stop - 2 : stop]) in line.grammar.how_links
    return stop - 2 if linked and not is_word(line, stop - 3) else stop


def _before_as(line: Line, stop: int) -> int:
    """Before "as" behind a comma ("..., as Lee, a lawyer, explained"); `stop` itself elsewhere."""
    joined = stop > 2 and line.low[stop - 2] == "," and line.low[stop - 1] in line.grammar.quoted_as
    return stop - 1 if joined else stop


def clause_first(line: Line, end: int) -> int:
    """Where the clause that ends at `end` begins: at the beginning of the line, or after a semicolon."""
    if line.low[end - 1] is MARKED and end > 1 and line.low[end - 2] == ":":
        return end - 1
    return next((i + 1 for i in range(end - 1, -1, -1) if line.low[i] == ";"), 0)


def _only_sets_scene(line: Line, first: int, end: int) -> bool:
    """Whether the words before a subject only set the scene ("In a statement on Monday, ...")."""
    word, grammar = line.low[first], line.grammar
    if word in grammar.scene_openers:
        return not (_told_behind(line, first, end) or _clause_behind(line, first, end))
    if word in grammar.time_or_preposition or word.endswith("ing") or known_as(word, PREPOSITION):
        short = end - first < LONGEST_SCENE and grammar.finite.isdisjoint(line.low[first:end])
        return short and not _clause_behind(line, first, end)
    return False


def _clause_behind(line: Line, first: int, end: int) -> bool:
    """Whether a main clause stands behind a comma of a scene ("Because of the flood, boats sank, Lee said")."""
    comma = next((i for i in range(first, end) if line.low[i] == ","), end)
    return comma < end and opens_clause(line, comma + 1, end)


def opens_clause(line: Line, first: int, end: int) -> bool:
    """Whether a subject with its verb stands at item `first`, before any other clause ("boats sank", "the boats")."""
    grammar = line.grammar
    if first >= end or line.low[first] in grammar.breaks or line.low[first] in grammar.time_or_preposition:
        return False
    stop = next((i for i in range(first + 1, end) if not is_word(line, i) or line.low[i] in grammar.inner_clauses), end)
    words = [line.text[line.start[i] : line.end[i]] for i in range(first, stop)]
    told = classify(words, line.low[first:stop])
    verb = next((i + 1 for i, (one, two) in enumerate(pairwise(told)) if one in _BEARERS and two in FINITE), None)
    if verb is None:
        return False
    joined = PREPOSITION in told[:verb]  # "of the ballots cast": no verb
    return not joined or words[verb] in grammar.finite or not may_be(line.low[first + verb], PARTICIPLE)


def _told_behind(line: Line, first: int, end: int) -> bool:
    """Whether a clause stands behind the comma that ends a scene ("As a result, 12 boats were lost, Lee said")."""
    comma = next((i for i in range(first, min(end, first + SHORT_SUBJECT)) if line.low[i] == ","), None)
    return comma is not None and not line.grammar.finite.isdisjoint(line.low[comma + 1 : end])


def resumed(line: Line, at: int) -> tuple[Range, ...]:
    """Marked stretches later in the same sentence that go on with the quotation ('"A," she said, "B."')."""
    low = line.low
    for i in range(at, len(line)):
        if low[i] is MARKED:
            goes_on = i and (low[i - 1] in {",", ":"} or low[i - 1] in DASHES) and not _names_next(line, at, i - 1)
            return ((i, i + 1),) if goes_on else ()
        if low[i] == "," and i + 1 < len(line) and low[i + 1] is MARKED and low[i - 1].endswith("ing"):
            break
    return ()


def _names_next(line: Line, at: int, colon: int) -> bool:
    """Whether another speaker stands before a colon ('"A," she said, and Lee: "B."')."""
    first = colon
    while first > at and line.capital(first - 1):
        first -= 1
    return line.low[colon] == ":" and at < first < colon and line.low[first - 1] in line.grammar.coordinators


def fires(line: Line, verb: Verb, start: int) -> bool:
    """Whether the words after the verb are of the kind it needs: marked, or a clause that a word opens."""
    if not verb.needs_quote:
        return True
    word = line.low[start]
    if word in line.grammar.infinitive_mark and verb.base in line.grammar.asking_verbs:
        return line.low[start - 1] != verb.form  # "asked the court to direct", no "asked to see it"
    return word is MARKED or word in line.grammar.clause_openers or line.low[start - 1] == ":"


def is_clause(line: Line, start: int, end: int) -> bool:
    """Whether what follows a verb that also acts is said: marked words, or a clause (by its first word or a verb)."""
    grammar, first = line.grammar, line.low[start]
    if first.partition("'")[0] in grammar.openers or line.low[start - 1] == ":":
        return True
    if first in grammar.infinitive_mark and not names_hearer(line, start):
        return True
    if MARKED in line.low[start:end] or _goes_on_to_clause(line, start, end):
        return True
    main = _before_inner(line, start, end)
    if any(_is_finite(line, start, i) for i in range(start, main)):
        return True
    return main < end and any(_may_be_past(line, i) for i in range(start + 1, main))


def _may_be_past(line: Line, i: int) -> bool:
    """Whether a small word may be a past form, irregular ones too ("withheld")."""
    return may_be(line.low[i], PAST) and not line.capital(i) and line.low[i - 1] not in line.grammar.determiners


def _goes_on_to_clause(line: Line, start: int, end: int) -> bool:
    """Whether "that" stands behind a comma ("claimed, as she would, that it fell")."""
    return any(line.low[i] in line.grammar.complementizers and line.low[i - 1] == "," for i in range(start + 1, end))


def _before_inner(line: Line, start: int, end: int) -> int:
    """Where a clause begins that goes on about what words name ("towels she had lost", "a keeper before it closed")."""
    return next((i for i in range(start + 1, end) if _opens_inner(line, i, end)), end)


def _opens_inner(line: Line, i: int, end: int) -> bool:
    """Whether a word behind a noun opens such a clause: a conjunction, a pronoun, "it" before its verb."""
    grammar, word, behind = line.grammar, line.low[i], line.low[i - 1]
    if word in grammar.scene_openers and word not in grammar.openers:
        return not known_as(behind, ADVERB)  # "just because it fell"
    acts = i + 1 < end and word in grammar.impersonal and line.low[i + 1] in grammar.finite
    leads = behind in grammar.openers or behind in grammar.coordinators or behind in grammar.scene_openers
    return (acts or word in grammar.personal_subjects) and is_word(line, i - 1) and not leads


def names_hearer(line: Line, at: int) -> bool:
    """Whether "to" stands before somebody, not before a verb ("detailed to the Post")."""
    led = at + 1 < len(line) and line.low[at] in line.grammar.infinitive_mark
    return led and (line.capital(at + 1) or line.low[at + 1] in line.grammar.determiners)


def _is_finite(line: Line, start: int, i: int) -> bool:
    """Whether an item is a helping verb, a past form or a form of a verb of saying with a subject before it."""
    grammar, word = line.grammar, line.low[i]
    if i <= start or not (word in grammar.finite or word.endswith("ed") or word in grammar.verbs) or line.capital(i):
        return False
    return line.low[i - 1] not in grammar.determiners and line.low[i - 1] not in grammar.clause_joins


def past_hearers(line: Line, cue: Cue) -> int:
    """The item behind a verb and those who are told ("told reporters that": that of "that"; "told CNN's "Day"")."""
    at = _past_hearers(line, cue)
    programme = cue.stop < at < len(line) and line.low[at] is MARKED and line.low[at - 1].endswith("'s")
    return at + 1 if programme else at


def _past_hearers(line: Line, cue: Cue) -> int:
    at, stop, grammar = cue.stop, line.words_end(), line.grammar
    if cue.verb.base not in grammar.hearer_verbs or at >= stop:
        return at
    if line.low[at] in grammar.recipients and not _goes_on(line, at, stop):
        return at + 1
    opener = _opener_near(line, at)
    if opener is not None and cue.verb.base not in grammar.asking_verbs:
        return opener
    if line.capital(at) or line.low[at] in grammar.determiners:
        return _hearer_end(line, at, stop)
    return _past_people(line, at, stop)


def _past_people(line: Line, at: int, stop: int) -> int:
    """Behind people of a kind who are asked something ("asked harbour officials how ..."); `at` where none are."""
    for i in range(at, min(stop - 1, at + LONGEST_KIND)):
        if not is_word(line, i) or line.low[i] in line.grammar.breaks or line.low[i] in line.grammar.finite:
            return at
        if line.low[i].endswith("s") and is_head(line, i) and line.low[i + 1] in line.grammar.clause_openers:
            return i + 1
    return at


def _goes_on(line: Line, at: int, stop: int) -> bool:
    """Whether a hearer's words go on behind the first ("reporters at Norwick that ...")."""
    if at + 1 >= stop or line.low[at + 1] in line.grammar.openers:
        return False
    return not line.grammar.complementizers.isdisjoint(line.low[at + 1 : at + 5])


def _opener_near(line: Line, at: int) -> int | None:
    """Where "that" stands within five items and no comma."""
    near = line.low[at : at + 5]
    if "," in near:
        return None
    return next((at + i for i in range(len(near)) if _opens_told(line, at + i)), None)


def _hearer_end(line: Line, begin: int, stop: int) -> int:
    """Where the words for a hearer end that begin with a name or a determiner."""
    at, low, grammar = begin, line.low, line.grammar
    while at < stop and is_word(line, at) and low[at] not in grammar.openers and at - begin < LONGEST_HEARER:
        leads_on = low[at] in grammar.adjuncts and low[at] not in grammar.hearer_links
        if leads_on or low[at] in grammar.times:
            break
        small = at > begin and line.capital(at - 1) and not line.capital(at)
        if small and not (_links_hearers(line, at) or _is_hearers(line, at)):
            break
        at += 1
    return at


def _is_hearers(line: Line, at: int) -> bool:
    """Whether a small word behind a name belongs to those who are told: a role, or nouns that a clause follows."""
    if is_head(line, at) or line.low[at] in line.grammar.recipients:
        return True
    named = True
    for i in range(at, min(len(line) - 1, at + LONGEST_KIND + 2)):
        word, follow = line.low[i], line.low[i + 1]
        if not is_word(line, i) or word in line.grammar.finite or may_be(word, PAST):
            return False
        named = named and (is_head(line, i) or known_as(word.removesuffix("'s"), NOUN) or known_as(word, PLURAL))
        if _opens_told(line, i + 1) or (named and follow in line.grammar.personal_subjects):
            return True
    return False


def _opens_told(line: Line, at: int) -> bool:
    """Whether "that" stands at an item and no verb behind it ("talks that began")."""
    follow = line.low[at + 1] if at + 1 < len(line) else ""
    if line.low[at] not in line.grammar.complementizers or follow in line.grammar.finite:
        return False
    subject = follow is MARKED or follow in line.grammar.personal_subjects or known_as(follow, PLURAL)
    return (subject or "'" in follow or line.words_end() - at > 3) and not (
        known_as(follow, PAST) or known_as(follow, THIRD)
    )


def _links_hearers(line: Line, at: int) -> bool:
    """Whether a small word stands between two parts of those who are told ("the Post and the Times")."""
    if line.low[at] not in line.grammar.hearer_joins:
        return False
    follow = at + 1
    while follow < len(line) and line.low[follow] in line.grammar.join_fillers:
        follow += 1
    return follow < len(line) and line.capital(follow)


def content_start(line: Line, at: int, *, has_left: bool) -> int | None:
    """The first item of what follows the verb; None where only an adjunct follows ("said in a note")."""
    stop, begin = line.words_end(), at
    while at < stop:
        word = line.low[at]
        if (that := _past_manner(line, at, stop)) is not None:
            return that
        if word in {":", ","} or word in DASHES:
            return _past_stop(line, at, stop, has_left=has_left)
        past = at if _opens_content(line, at) else _past_adjuncts(line, at)
        if past == at:
            return _past_scene(line, at, stop, near=at == begin) if _opens_scene(line, at, begin) else at
        at = past
    return None


def _opens_scene(line: Line, at: int, begin: int) -> bool:
    """Whether a word tells when or why behind a verb, and does not open what is said ("asked if")."""
    word, grammar = line.low[at], line.grammar
    if word not in grammar.scene_openers or word in grammar.openers:
        return at > begin and word in grammar.complementizers and not _opens_told(line, at)  # "a speech that began"
    counts = word in line.low[at + 2 : at + 3]  # "as many as"
    return at > begin or (word in grammar.adjuncts and not counts)


def _past_scene(line: Line, at: int, stop: int, *, near: bool) -> int | None:
    """The "that" behind a clause of when or why, or the clause itself where the main one follows; None where none does.

    "said when she came that it was shut", "said when she came, it was shut"; no "told the truth when she came".
    """
    relative = line.low[at] in line.grammar.complementizers
    for i in range(at + 1, stop):
        if _opens_told(line, i) or (line.low[i] is MARKED and (relative or line.low[i - 1] == ":")):
            return i
        if line.low[i] == ",":
            return at if not relative and _is_main_behind(line, i + 1, stop, near=near) else None
    return None


def _is_main_behind(line: Line, at: int, stop: int, *, near: bool) -> bool:
    """Whether a main clause or marked words begin at an item behind a comma; `near`: the scene opens what is said."""
    if at >= stop or line.low[at] in line.grammar.background_openers or line.low[at].endswith("ing"):
        return False
    if known_as(line.low[at], PARTICIPLE) or known_as(line.low[at], PAST):
        return False
    said = near or line.low[at] is MARKED or line.low[at] in line.grammar.personal_subjects
    return said or opens_clause(line, at, stop)


def _past_manner(line: Line, at: int, stop: int) -> int | None:
    """The "that" behind how or when it was said ("said again and again that", "argues, though, that")."""
    first = at + (line.low[at] == ",")
    if line.grammar.complementizers.isdisjoint(line.low[first : first + LONGEST_MANNER + 1]):
        return None
    end = next((i for i in range(first, min(stop, first + LONGEST_MANNER)) if not _is_manner(line, i)), first)
    closed = end < stop and line.low[end] == ","
    that = end + (closed and first > at)
    if end == first or that >= stop or line.low[that] not in line.grammar.complementizers:
        return None
    if first > at:
        return that if closed else None
    last = line.low[end - 1]
    manner = known_as(last, ADVERB) and last not in line.grammar.breaks  # no "so that"
    return that if last in line.grammar.times or manner else None


def _is_manner(line: Line, i: int) -> bool:
    """Whether a word may stand between a verb and its "that": no verb, no subject, no other clause."""
    word, grammar = line.low[i], line.grammar
    clause = word in grammar.complementizers or word in grammar.finite or word in grammar.personal_subjects
    return is_word(line, i) and not (clause or word in grammar.relatives or may_be(word, PAST))


def _past_stop(line: Line, at: int, stop: int, *, has_left: bool) -> int | None:
    """The first item behind a stop right after the verb, where what follows is said."""
    word, follow = line.low[at], line.low[at + 1] if at + 1 < len(line) else ""
    if at + 1 < stop and (follow is MARKED or word == ":"):
        return at + 1
    if word == "," and at + 1 < stop and follow in line.grammar.complementizers:
        return at + 1
    verb = may_be(follow, PAST) and follow not in line.grammar.finite  # "who vowed to in May, repeated it"
    if has_left or word != "," or follow.endswith("ing") or verb:
        return None
    scene = follow in line.grammar.scene_openers and all(is_word(line, i) for i in range(at + 1, stop))
    return None if scene and MARKED not in line.low[at + 1 : stop] else at + 1  # "warned against it, as boats sank"


def _opens_content(line: Line, at: int) -> bool:
    """Whether a content begins here at once: with marked words, with a word that opens a clause, with "to"."""
    word, grammar = line.low[at], line.grammar
    if word is MARKED or word in grammar.openers:
        return True
    return word in grammar.infinitive_mark and not _names_hearers(line, at + 1)


def _names_hearers(line: Line, at: int) -> bool:
    """Whether "to" is followed by those who were spoken to, and not by a verb."""
    if at >= len(line):
        return False
    return line.low[at] in line.grammar.recipients or line.capital(at) or line.low[at] in line.grammar.determiners
