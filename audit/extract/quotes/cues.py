"""A line to its cues: the forms of reporting verbs in it that are verbs there ("the report said": one, "said").

Invariant: cues are in order and stand outside marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from audit.extract.quotes.document_subjects import far_document
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import (
    bears_name,
    heads_role,
    is_document,
    is_head,
    is_headline,
    is_time,
    is_word,
    prompted,
    subject_before,
)
from audit.extract.quotes.verbs import Verb
from audit.text.parts_of_speech import NOUN, PARTICIPLE, PAST, PLURAL, known_as, may_be

LONGEST_KIND = 5
"""Words between "a" and the last noun of a phrase."""

MOST_CUES = 40
"""Reporting verbs that are read in one sentence; a text with more is no prose."""


class Cue(NamedTuple):
    """A verb at items `[first, stop)` of a line; `group` is where its auxiliaries and adverbs begin."""

    verb: Verb
    group: int
    first: int
    stop: int


def first_cues(line: Line) -> list[Cue]:
    """The forms of reporting verbs in a line, as many as are read in one sentence."""
    return list(islice(find_cues(line), MOST_CUES))


def reporting(line: Line, found: Iterable[Cue]) -> list[Cue]:
    """Those of the forms found in a line that report there."""
    return [cue for cue in found if not reads_as_noun(line, cue)]


def find_cues(line: Line) -> Iterator[Cue]:
    """The forms of reporting verbs in a line, nouns of the same form among them."""
    table, heads = line.grammar.verbs, line.speech
    if table.keys().isdisjoint(heads):
        return
    for i in [i for i, word in enumerate(line.low) if word in heads]:
        verbs = table.get(line.low[i], ())
        if verbs and (not i or not line.capital(i) or is_headline(line)):
            verb = next((v for v in verbs if _has_tail(line, i, v)), None)
            if verb is not None:
                yield Cue(verb, _group_start(line, i), i, i + 1 + len(verb.tail))


def _has_tail(line: Line, i: int, verb: Verb) -> bool:
    return not verb.tail or tuple(line.low[i + 1 : i + 1 + len(verb.tail)]) == verb.tail


def _group_start(line: Line, i: int) -> int:
    grammar = line.grammar
    while i and (_helps(line, i - 1) or _is_adverb(line, i - 1)):
        i -= 1
    return i - 2 if i > 2 and " ".join(line.low[i - 2 : i]) in grammar.fixed_adverbs else i


def _helps(line: Line, i: int) -> bool:
    """Whether an item is a helping verb, and no name or month ("Tor May said", "filed in May said")."""
    named = i > 0 and line.capital(i) and not is_headline(line)
    return line.low[i] in line.grammar.auxiliaries and not named and not bears_name(line, i)


def _is_adverb(line: Line, i: int) -> bool:
    word, grammar = line.low[i], line.grammar
    if word in grammar.adverbs:
        return word not in grammar.times or is_time(line, i)
    return word.endswith("ly") and len(word) > 4 and not line.capital(i) and word not in grammar.no_adverbs


def reads_as_noun(line: Line, cue: Cue) -> bool:
    """Whether the form is a noun here ("his claim", "the report"), or a passive."""
    if not cue.first:
        return cue.verb.noun and cue.verb.is_base
    before = line.low[cue.first - 1]
    if before in line.grammar.infinitive_mark and cue.verb.is_base:
        led = cue.first > 1 and (
            line.low[cue.first - 2] in line.grammar.leads_infinitive or prompted(line, cue.first - 1) is not None
        )
        return not led
    if _owns(line, cue.group - 1 if cue.group else 0) and not cue.verb.participle:
        return True
    if cue.verb.participle and _is_described(line, cue.first):
        return True
    goes_on = cue.stop < len(line) and is_word(line, cue.stop)
    if cue.verb.is_base and (goes_on or not cue.verb.needs_quote) and _is_owned_noun(line, cue.first):
        return True
    if _is_told_of(line, cue) or _is_done_by(line, cue) or _is_got_done(line, cue) or _lacks_ending(line, cue):
        return True
    return _is_passive(line, cue) or before in line.grammar.noun_markers or _is_doubtful_noun(line, cue, before)


def _is_described(line: Line, first: int) -> bool:
    """Whether one marked word tells of a form ("their “exclusive” reporting")."""
    marked = first > 1 and line.low[first - 1] is MARKED and not line.ends_in_comma(first - 1)
    return marked and line.low[first - 2] in line.grammar.determiners


def _lacks_ending(line: Line, cue: Cue) -> bool:
    """Whether one of a kind stands before a bare form, which is no verb of it ("a Holm campaign promise")."""
    if not cue.verb.is_base or cue.group != cue.first or not cue.verb.noun or may_be(cue.verb.form, PAST):
        return False
    last = cue.first - 1
    lead = _lead(line, last)
    if not is_word(line, last) or line.low[last].endswith("s") or known_as(line.low[last], PLURAL):
        named = all(line.capital(i) for i in range(lead + 1, cue.first))
        near = lead == last - 1 or named  # "an earnings call", "a Quay News report"
        return near and line.low[lead] in line.grammar.indefinite
    return line.low[lead] in line.grammar.indefinite or _is_of_one(line, lead, last)


def _lead(line: Line, last: int) -> int:
    """Where the words that end at an item begin at the farthest, or their determiner stands."""
    at = last
    while at and is_word(line, at) and last - at < LONGEST_KIND and line.low[at] not in line.grammar.breaks:
        if line.low[at] in line.grammar.determiners:
            break
        at -= 1
    return at


def _is_of_one(line: Line, lead: int, last: int) -> bool:
    """Whether words with a determiner tell of one, whose verb would have an ending ("the Quay Board report")."""
    low, grammar = line.low, line.grammar
    if low[lead] not in grammar.determiners or lead == last:
        return False
    inside = low[lead + 1 : last + 1]
    joined = not (grammar.coordinators.isdisjoint(inside) and grammar.prepositions.isdisjoint(inside))
    before = low[lead - 1] if lead else ""
    asked = before in grammar.prepositions or before in grammar.finite or before.endswith("ing")
    return not (joined or asked) and (line.capital(last) or known_as(low[last], NOUN))


def _is_told_of(line: Line, cue: Cue) -> bool:
    """Whether "that" and its verb stand behind a form that may be a noun ("the board's report that came in May")."""
    low, that = line.low, cue.stop
    if not cue.verb.noun or that + 1 >= len(line) or low[that] not in line.grammar.complementizers:
        return False
    verb = low[that + 1]
    return known_as(verb, PAST) and verb not in line.grammar.finite and not line.capital(that + 1)


def _is_done_by(line: Line, cue: Cue) -> bool:
    """Whether "by" follows a past form: what stands before it was said by others ("a rule proposed by delegates")."""
    follows = cue.stop < len(line) and line.low[cue.stop] in line.grammar.agent_marks
    return follows and cue.verb.form.endswith("ed") and not cue.verb.tail


def _is_got_done(line: Line, cue: Cue) -> bool:
    """Whether "get" stands before the name before a past form ("a plan to get Holm confirmed")."""
    at = cue.group - 1
    while at > 0 and line.capital(at):
        at -= 1
    return at < cue.group - 1 and line.low[at] in line.grammar.causatives and may_be(cue.verb.form, PARTICIPLE)


def _owns(line: Line, i: int) -> bool:
    """Whether an item owns what follows it ("Lee's", "voters'", "Co.'s")."""
    word, behind = line.low[i], line.text[line.end[i] : line.end[i] + 1] if line.low[i] is not MARKED else ""
    plural = word.endswith("s") and behind in {"'", "’"} and not _opens_marks(line, i)
    return word.endswith("'s") or plural or word == "s"


def _opens_marks(line: Line, i: int) -> bool:
    """Whether the sign behind an item closes marks that were opened before it."""
    return any(sign in line.text[line.span.start : line.start[i]] for sign in ("‘", " '"))


def _is_doubtful_noun(line: Line, cue: Cue, before: str) -> bool:
    """Whether a form that may be a noun is one, by the words beside it."""
    if not (cue.verb.noun and (cue.verb.is_base or cue.verb.form.endswith("s"))):
        return False
    if before in line.grammar.prepositions or before in line.grammar.before_noun:
        return True
    if _says_that(line, cue):
        return False
    if _is_lower_cue(line, cue.first - 1):
        return True
    if cue.stop < len(line) and line.low[cue.stop] in line.grammar.of:
        return True  # "claims of fraud"
    if cue.stop < len(line) and line.low[cue.stop] in line.grammar.prepositions and _is_document(line, cue.group - 1):
        return True  # "the spot concludes with ..."
    if not _subject_like(line, cue.group - 1) or _verb_follows(line, cue) or _is_titled_noun(line, cue):
        return True
    return _is_object(line, cue)


def _says_that(line: Line, cue: Cue) -> bool:
    """Whether "that" or "it" stands behind a form with a far subject ("data from the programme show that ...")."""
    word = line.low[cue.stop] if cue.stop < len(line) else ""
    if word not in line.grammar.complementizers and word not in line.grammar.third_persons:
        return False
    if far_document(line, cue.group):
        return True
    phrase = subject_before(line, cue.group)
    if phrase is None or line.grammar.prepositions.isdisjoint(line.low[slice(*phrase)]):
        return False
    return is_document(line, phrase) or heads_role(line, phrase)


def _is_object(line: Line, cue: Cue) -> bool:
    """Whether a form with its phrase is what another verb is about ("provides the official estimates, and ...")."""
    if cue.stop < len(line) and is_word(line, cue.stop) and line.low[cue.stop] not in line.grammar.coordinators:
        return False
    phrase = subject_before(line, cue.group)
    if phrase is None or not phrase[0] or line.low[phrase[0]] not in line.grammar.articles:
        return False
    before, grammar = line.low[phrase[0] - 1], line.grammar
    opening = (grammar.breaks, grammar.times, grammar.adverbs, grammar.relatives, grammar.complementizers)
    return is_word(line, phrase[0] - 1) and not any(before in words for words in opening)


def _is_owned_noun(line: Line, first: int) -> bool:
    """Whether a base form at item `first` is a noun behind an owner or "a" and an adjective ("his second mention")."""
    if first < 2 or not is_word(line, first - 1) or line.capital(first - 1) or is_head(line, first - 1):
        return False
    before = line.low[first - 2]
    owned = before in line.grammar.possessives or before in line.grammar.indefinite
    return owned and not line.low[first - 1].endswith("s")


def _is_titled_noun(line: Line, cue: Cue) -> bool:
    """Whether a form behind a name and before a comma is the noun of a phrase ("the Quay Watch report,")."""
    if not cue.verb.is_base or cue.stop >= len(line) or line.low[cue.stop] != ",":
        return False
    first = cue.first
    while first and is_word(line, first - 1) and line.capital(first - 1):
        first -= 1
    return 0 < first < cue.first and line.low[first - 1] in line.grammar.articles


def _is_lower_cue(line: Line, i: int) -> bool:
    """Whether an item is a form of a verb of saying, and no document that says something ("the report notes")."""
    if line.low[i] not in line.grammar.verbs or line.capital(i):
        return False
    return not _is_document(line, i)


def _is_document(line: Line, i: int) -> bool:
    """Whether an item is the noun of a document right behind its determiner."""
    return i > 0 and line.low[i] in line.grammar.issued and line.low[i - 1] in line.grammar.determiners


def _verb_follows(line: Line, cue: Cue) -> bool:
    """Whether another verb stands right behind, so that this form is its subject ("the report said")."""
    if cue.stop >= len(line):
        return False
    word = line.low[cue.stop]
    return word in line.grammar.finite or (word in line.grammar.verbs and not word.endswith("s"))


def _subject_like(line: Line, i: int) -> bool:
    """Whether a word may end a subject: a name, a pronoun, a role, a plural. An adjective makes the next a noun."""
    word = line.low[i]
    if word is MARKED or not is_word(line, i) or line.capital(i) or word in line.grammar.pronouns:
        return True
    plural = word.endswith("s") and not word.endswith("ous")
    return plural or _is_document(line, i) or is_head(line, i) or word in line.grammar.before_verb


def _is_passive(line: Line, cue: Cue) -> bool:
    """ "has been informed": what is told of somebody is not said by them."""
    helpers = line.low[cue.group : cue.first]
    short = (
        helpers[:1] == ["'s"] and cue.group > 0 and line.low[cue.group - 1] in line.grammar.impersonal
    )  # "it's estimated that"
    told = short and may_be(cue.verb.form, PARTICIPLE)
    return not cue.verb.participle and (told or not line.grammar.be_forms.isdisjoint(helpers))
