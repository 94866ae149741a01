"""A sentence to its attributions: who says what, by the rules of `RULES` in their order.

`"It is shut," said Ada Holm.` gives the marked words, "said" and "Ada Holm", by the rule `inverted`.

Invariant: each cue is decided by one rule, the first that applies; its id tells why a quote is attributed so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audit.extract.quotes.beside_marks import titled_name
from audit.extract.quotes.content_bounds import (
    Range,
    clause_first,
    content_before,
    content_end,
    content_start,
    fires,
    is_clause,
    named_before,
    resumed,
)
from audit.extract.quotes.cue_context import Attribution, CueContext, Parts
from audit.extract.quotes.cues import Cue, first_cues, reporting
from audit.extract.quotes.inverted_subjects import subject_after
from audit.extract.quotes.main_speaker import main_speaker, phrase_from
from audit.extract.quotes.objects import about, label
from audit.extract.quotes.own_words import read_own_words
from audit.extract.quotes.polls import read_polls
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.speakers_not_subjects import read_handed_on
from audit.extract.quotes.subjects import MOSTLY, Phrase, is_role, is_word, phrase_ending, subject_before
from audit.extract.quotes.verbless import read_according, read_claims
from audit.lexicon.counts import small_share
from audit.text.parts_of_speech import ADVERB, PARTICIPLE, PAST, known_as, may_be

FARTHEST_STOP = 10
"""Items behind an inverted speaker up to the colon before the words."""

LONGEST_THING = 4
"""Words between the article of a thing and its last noun."""

FARTHEST_COMMA = 40
"""Items among which the comma stands that ends what an opening participle claims."""


@dataclass(frozen=True, slots=True)
class AttributionRule:
    """One way in which a cue, its speaker and the words stand to each other.

    Where `applies` holds, `read` decides, also if it finds nothing; without `applies` it decides where it finds some.
    """

    rule: str
    applies: Callable[[CueContext], bool] | None
    read: Callable[[CueContext], Parts | None]


def read_attributions(line: Line) -> list[Attribution]:
    """Every attribution of one sentence: those with a reporting verb in the order of their cues, then the others."""
    found: list[Attribution] = []
    forms = first_cues(line)
    handed = list(read_handed_on(line, forms))
    cues = reporting(line, forms)
    for number, cue in enumerate(cues):
        said = _by_first_rule(CueContext(line, cue, cues[number + 1 :], found))
        if said is not None and not _is_handed_on(said, handed):
            found.append(said)
    claims = list(read_claims(line))
    found = [said for said in found if not _holds_claim(said, claims)]
    found += [*handed, *read_according(line), *claims]
    found += read_polls(line, found)
    return found or list(read_own_words(line))


def _is_handed_on(said: Attribution, handed: Sequence[Attribution]) -> bool:
    """Whether what a verb is about is whoever speaks on, or those words ("scolded Lee for claiming that ...")."""
    return any(
        one.cue == said.cue
        or (said.rule == "object" and any(_meets(part, (_first(one), one.cue[1])) for part in said.content))
        for one in handed
    )


def _holds_claim(said: Attribution, claims: Sequence[Attribution]) -> bool:
    """Whether the words behind a verb are those of the claim that it is about ("commented on Lee's claim that ...")."""
    return any(said.content == one.content and one.speaker and said.cue[1] <= one.speaker[0] for one in claims)


def _first(said: Attribution) -> int:
    return min(said.speaker[0], said.cue[0]) if said.speaker else said.cue[0]


def _meets(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _by_first_rule(context: CueContext) -> Attribution | None:
    for one in RULES:
        if one.applies is None or one.applies(context):
            parts = one.read(context)
            if parts is not None and not _only_points(context.line, parts) and _has_marks(context, parts):
                return Attribution(parts.content, one.rule, parts.cue, parts.speaker)
            if one.applies is not None:
                return None
    return None


def _has_marks(context: CueContext, parts: Parts) -> bool:
    """Whether a content holds the marked words that its verb needs."""
    return not context.cue.verb.needs_marks or _holds_marks(context.line, parts)


def _only_points(line: Line, parts: Parts) -> bool:
    """Whether a content is one pronoun ("nobody questioned her")."""
    (first, stop), *more = parts.content or ((0, 0),)
    small = line.grammar.recipients & (line.grammar.breaks | line.grammar.possessives)
    return not more and stop - first == 1 and line.low[first] in small


def _holds_marks(line: Line, parts: Parts) -> bool:
    return any(MARKED in line.low[first:stop] for first, stop in parts.content)


# --- participles


def _follows_no_clause(context: CueContext) -> bool:
    """Whether a participle stands behind a word that ends no clause ("with Lee stating that")."""
    if not context.is_participle or not context.cue.group:
        return False
    grammar, before = context.line.grammar, context.line.low[context.cue.group - 1]
    dashed = before in DASHES and not (_stands_with(context) and not _goes_with_verb(context))
    closed = dashed or before == "," or before is MARKED
    return not closed and before not in grammar.participle_after | grammar.times


def _stands_with(context: CueContext) -> bool:
    """Whether "with" stands before the subject."""
    line, subject = context.line, context.subject
    return subject is not None and subject[0] > 0 and line.low[subject[0] - 1] in line.grammar.with_subject


def _goes_with_verb(context: CueContext) -> bool:
    """Whether the "with" before the subject belongs to a verb before it ("sided with Lee - a pilot - recalling")."""
    at = context.subject[0] - 2 if context.subject else -1
    return at >= 0 and is_word(context.line, at) and _is_past(context.line, at)


def _is_past(line: Line, i: int) -> bool:
    """Whether a small word is the past form of a verb."""
    return not line.capital(i) and (line.low[i].endswith("ed") or known_as(line.low[i], PAST))


def _with_participle(context: CueContext) -> Parts | None:
    """ "with Lee stating that ..."."""
    line, subject, start = context.line, context.subject, context.start
    if subject is None or start is None or not fires(line, context.cue.verb, start):
        return None
    with_before = _stands_with(context)
    issuer = _issuer(context, subject)
    if line.low[start] is not MARKED and not with_before and issuer is None:
        return None
    return Parts((context.until(start),), context.verb, issuer or subject)


def _issuer(context: CueContext, document: Phrase) -> Phrase | None:
    """Who speaks where she "released a statement saying that ...": the subject of the verb before the document."""
    line, (first, stop) = context.line, document
    grammar, at = line.grammar, first - 1
    if not first or line.low[at] not in grammar.issuing or grammar.issued.isdisjoint(line.low[first:stop]):
        return None
    while at and (line.low[at - 1] in grammar.adverbs or line.low[at - 1] in grammar.auxiliaries):
        if line.low[at - 1] in grammar.be_forms:
            return None  # "was sent a memo saying that": whoever got it
        at -= 1
    return subject_before(line, at)


def _opens_line(context: CueContext) -> bool:
    line, group = context.line, context.cue.group
    return context.is_participle and (not group or (group == 1 and line.low[0] in line.grammar.participle_after))


def _leading_participle(context: CueContext) -> Parts | None:
    """ "Claiming that it was shut, Lee left": what is claimed ends at the comma before the subject."""
    line, start = context.line, context.start
    near = range(context.cue.stop, min(len(line), FARTHEST_COMMA))
    comma = next((i for i in near if line.low[i] == ","), None)
    if start is None or comma is None or comma <= start or not fires(line, context.cue.verb, start):
        return None
    speaker = phrase_from(line, comma + 1) if comma + 1 < len(line) else None
    return Parts(((start, comma),), context.verb, speaker) if speaker else None


def _is_participle(context: CueContext) -> bool:
    return context.is_participle


def _participle(context: CueContext) -> Parts | None:
    """ ", adding that ..." belongs to whoever spoke before in the sentence, or to its subject."""
    speaker = main_speaker(context.line, context.before) if not _is_documents(context) else None
    content = _claimed(context, speaker) if speaker else None
    return Parts((content,), context.verb, speaker) if content else None


def _is_documents(context: CueContext) -> bool:
    """Whether a document stands before the time before a participle: it says so ("got a letter Monday urging ...")."""
    line, at = context.line, context.cue.group - 1
    while at > 1 and (line.low[at] in line.grammar.times or line.low[at] in line.grammar.time_leads):
        at -= 1
    if at == context.cue.group - 1 or line.low[at] not in line.grammar.issued:
        return False
    phrase = phrase_ending(line, at + 1)
    verb = line.low[max(0, phrase[0] - 2) : phrase[0]] if phrase else []  # "sent out a statement"
    return line.grammar.issuing.isdisjoint(verb)


def _claimed(context: CueContext, speaker: Phrase) -> Range | None:
    """What a participle takes: a label, what it is about ("citing the board, said ...": the board), or a clause."""
    if context.cue.verb.takes == "label":
        return label(context, speaker)
    return about(context, speaker) if context.cue.verb.takes == "object" else _content_behind(context)


def _content_behind(context: CueContext) -> Range | None:
    """What follows the verb, where it is of the kind that the verb needs."""
    start = context.start
    if start is None or not fires(context.line, context.cue.verb, start):
        return None
    content = context.until(start)
    if context.cue.verb.acts and not is_clause(context.line, *content):
        return None
    return content if content[1] > content[0] else None


# --- the subject behind the verb


def _inverted(context: CueContext) -> Parts | None:
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
    if speaker is None or (word is not MARKED and not _closes_clause(line, *speaker)):
        return None
    if word is not MARKED and not _is_somebody(line, speaker):
        return None
    if subject and subject[0] == left[0] and not any(line.capital(i) for i in range(*speaker)):
        return None  # "Lee, 59, said the mayor ..." has its subject before the verb
    return Parts((left, *resumed(line, speaker[1])), context.verb, speaker)


def _is_somebody(line: Line, phrase: Phrase) -> bool:
    """Whether the noun before the first preposition of an owned phrase can speak ("his friend in Norwick")."""
    first, stop = phrase
    ends = next((i for i in range(first + 1, stop) if line.low[i] in line.grammar.prepositions), None)
    led = line.low[first] in line.grammar.possessives | line.grammar.indefinite
    return not led or ends is None or line.capital(ends - 1) or not _is_thing(line, (first, ends))


def _inverted_inside(context: CueContext) -> Parts | None:
    """`The wall, said Lee, "was never sound"`."""
    line, cue = context.line, context.cue
    left, speaker = named_before(line, cue.first), subject_after(line, cue.stop)
    if left is None or speaker is None or speaker[1] + 1 >= len(line) or line.low[speaker[1]] != ",":
        return None
    at = speaker[1] + 1
    return Parts((left, (at, at + 1)), context.verb, speaker) if _goes_on(line, left, at) else None


def _goes_on(line: Line, subject: Range, at: int) -> bool:
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


def _opening(context: CueContext) -> Parts | None:
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
        if line.low[i] == ":" or (line.low[i] == "," and i == at):
            return i
        if not is_word(line, i):
            return None
    return None


# --- no subject beside the verb


def _lacks_subject(context: CueContext) -> bool:
    return context.subject is None


def _coordinated(context: CueContext) -> Parts | None:
    """ "met them and said that ...": the subject is that of the verb before."""
    line, cue = context.line, context.cue
    joined = _after_comma(context) or line.low[cue.group - 1] in line.grammar.coordinated_after
    if not cue.group or not (joined or _names_again(context)):
        return None
    speaker = main_speaker(line, context.before) if not _goes_on_relative(context) else None
    if speaker is None or speaker[1] > cue.group or (cue.verb.takes == "label" and _is_passive_before(line, cue.group)):
        return None
    content = _content_of(context, speaker)
    return Parts((content,), context.verb_group, speaker) if content else None


def _goes_on_relative(context: CueContext) -> bool:
    """Whether a verb goes on with that of a relative clause ("a bill that would ban it and declare ...": the bill)."""
    line, cue = context.line, context.cue
    if cue.group != cue.first or not (cue.verb.is_base or cue.verb.form == f"{cue.verb.base}s"):
        return False
    for i in range(cue.group - 1, max(0, cue.group - FARTHEST_COMMA), -1):
        if (not is_word(line, i) and line.low[i] != ",") or line.low[i] in line.grammar.verbs:
            return False
        if line.low[i] in line.grammar.relatives:
            modal = line.low[i + 1] in line.grammar.finite and not line.low[i + 1].endswith("s")
            return modal if cue.verb.is_base else line.low[i + 1].endswith("s")
    return False


def _is_passive_before(line: Line, at: int) -> bool:
    """Whether the verb joined to the one at `at` tells what was done to somebody ("was stopped and called a ...")."""
    for i in range(at - 1, max(0, at - FARTHEST_STOP), -1):
        if not is_word(line, i):
            return False
        if line.low[i] in line.grammar.be_forms:
            return may_be(line.low[i + 1], PARTICIPLE)
    return False


def _after_comma(context: CueContext) -> bool:
    return context.line.low[context.cue.group - 1] == ","


def _names_again(context: CueContext) -> bool:
    """Whether a verb is that of the label before it (`called her "a saint," called him "a fool"`)."""
    line, cue, last = context.line, context.cue, context.before[-1] if context.before else None
    again = last is not None and " ".join(line.low[last.cue[1] - 1 : last.cue[1]]) == line.low[cue.first]
    return again and any(stop in {cue.group, cue.group - 1} for _, stop in (last.content if last else ()))


def _content_of(context: CueContext, speaker: Phrase) -> Range | None:
    """What a verb takes whose subject stands elsewhere."""
    takes = context.cue.verb.takes
    if takes == "label":
        return None if _after_comma(context) and not _names_again(context) else label(context, speaker)
    return about(context, speaker) if takes == "object" else _content_behind(context)


# --- the subject before the verb: the content follows, precedes, or surrounds them


def _takes_label(context: CueContext) -> bool:
    return context.cue.verb.takes == "label"


def _label(context: CueContext) -> Parts | None:
    """ "Lee called the plan a "disgrace""."""
    return None if _is_name_borne(context) else _behind_verb(context, label)


def _is_name_borne(context: CueContext) -> bool:
    """Whether a thing right before a participle bears the name behind it ("a site called "Holm"")."""
    line, cue = context.line, context.cue
    at = cue.group - 1
    if cue.group != cue.first or not may_be(cue.verb.form, PARTICIPLE) or line.capital(at) or not is_word(line, at):
        return False
    first, articles = at, line.grammar.indefinite
    while first and is_word(line, first - 1) and at - first < LONGEST_THING and line.low[first] not in articles:
        first -= 1
    return line.low[first] in articles and first < at and _is_thing(line, (at, at + 1))


def _names_thing_before(context: CueContext) -> bool:
    """Whether the thing that gets a name stands before ("what Lee called "..."")."""
    line, at = context.line, context.subject[0] if context.subject else 0
    if not _takes_label(context) or context.cue.stop >= len(line) or line.low[context.cue.stop] is not MARKED:
        return False
    return at > 0 and line.low[at - 1] in line.grammar.named_before


def _named_thing(context: CueContext) -> Parts | None:
    """ "a step that Lee called "a gift"."""
    at = context.cue.stop
    return Parts(((at, at + 1),), context.verb_group, context.subject)


def _takes_object(context: CueContext) -> bool:
    return context.cue.verb.takes == "object"


def _object(context: CueContext) -> Parts | None:
    """ "Lee called for a ban"."""
    return None if _shows_only(context) else _behind_verb(context, about)


def _shows_only(context: CueContext) -> bool:
    """Whether a thing is the subject of a verb that things do too ("the rally showed that ..."): nobody says so."""
    line, cue, start = context.line, context.cue, context.start
    far = start is not None and line.low[start - 1] == ":" and start - 1 > cue.stop  # "add to the cost: it rose"
    told = cue.verb.base.partition(" ")[0] in line.grammar.shown or (cue.verb.acts and far)
    return told and context.subject is not None and _is_thing(line, context.subject)


def _behind_verb(context: CueContext, bounds: Callable[[CueContext, Phrase], Range | None]) -> Parts | None:
    content = bounds(context, context.subject) if context.subject else None
    return Parts((content,), context.verb_group, context.subject) if content else None


def _ends_line_behind_content(context: CueContext) -> bool:
    return _ends_line(context) and context.left is not None


def _ends_line(context: CueContext) -> bool:
    """Whether nothing follows the verb and those who are told."""
    return context.behind >= context.stop


def _left_alone(context: CueContext) -> Parts | None:
    """`"...," Lee said.`"""
    return Parts((context.left,), context.verb_group, context.subject) if context.left else None


def _colon(context: CueContext) -> Parts | None:
    """ "Lee said:" at the end of a line: what is said stands in the next one."""
    return Parts((), context.verb_group, context.subject) if context.line.low[-1] == ":" else None


def _marks_before(context: CueContext) -> bool:
    """Whether marked words stand before the subject and no content begins behind the verb."""
    line, left, at = context.line, context.left, context.behind
    if left is None or line.low[left[1] - 1] is not MARKED:
        return False
    word = line.low[at]
    return word != ":" and word is not MARKED and word not in line.grammar.complementizers


def _marked_subject(context: CueContext) -> Parts | None:
    """`"A," Lee said on Monday, "B."`"""
    left = context.left
    return Parts((left, *resumed(context.line, context.behind)), context.verb_group, context.subject) if left else None


def _inserted_left(context: CueContext) -> Range | None:
    """What stands before an inserted "Lee said,"; None where a comma behind the verb inserts nothing."""
    at = context.behind
    if context.line.low[at] != "," or at + 1 >= context.stop:
        return None
    return _own_left(context) or _predicated(context) or _scene_said(context)


def _own_left(context: CueContext) -> Range | None:
    """What stands to the left of the subject, without what an earlier cue gives to somebody."""
    left = context.left
    if left is None:
        return None
    earlier = [said for said in context.before if left[0] <= said.cue[0] < left[1]]
    first = max((stop for said in earlier for _, stop in said.content if stop <= left[1]), default=left[0])
    while first < left[1] and (
        context.line.low[first] == "," or context.line.low[first] in context.line.grammar.clause_joins
    ):
        first += 1
    return (first, left[1]) if first < left[1] else None


def _predicated(context: CueContext) -> Range | None:
    """`The wall, Lee said, "was never sound"`: a subject whose verb opens the marked words behind."""
    line, at = context.line, context.subject[0] if context.subject else 0
    left = named_before(line, at)
    return left if left and _goes_on(line, left, context.behind + 1) else None


def _scene_said(context: CueContext) -> Range | None:
    """ "To see it, Lee said, one should go": the words before an inserted "Lee said" that elsewhere set the scene."""
    line, follow, first = context.line, context.behind + 1, context.subject[0] if context.subject else 0
    if first < 2 or line.low[first - 1] != "," or line.low[follow] is MARKED:
        return None
    return None if line.low[follow] in line.grammar.insertion_remarks else (clause_first(line, first - 1), first - 1)


def _inserts_before_remark(context: CueContext) -> bool:
    """Whether what follows the inserted words is a remark of the article ("..., citing the board")."""
    if _inserted_left(context) is None:
        return False
    word = context.line.low[context.behind + 1]
    return word.endswith("ing") or word in context.line.grammar.insertion_remarks


def _before_insertion(context: CueContext) -> Parts | None:
    left = _inserted_left(context)
    return Parts((left,), context.verb_group, context.subject) if left else None


def _inserts(context: CueContext) -> bool:
    return _inserted_left(context) is not None


def _inserted(context: CueContext) -> Parts | None:
    """`X, Lee said, Y`: one content of two pieces."""
    left, at = _inserted_left(context), context.behind + 1
    if left is None:
        return None
    if _only_joins(context.line, left):
        return Parts((context.until(at),), context.verb_group, context.subject)
    marked = left == _predicated(context)
    return Parts((left, (at, at + 1) if marked else context.until(at)), context.verb_group, context.subject)


def _only_joins(line: Line, left: Range) -> bool:
    """Whether what stands before an inserted "Lee said" only joins what is said to what was told ("However, ...")."""
    first, stop = left
    return stop - first == 1 and line.low[first] is not MARKED and known_as(line.low[first], ADVERB)


def _start_after_left(context: CueContext) -> int | None:
    """Where a content behind the verb begins; words to the left of the subject make one less likely."""
    return content_start(context.line, context.behind, has_left=context.left is not None)


def _only_adjunct_follows(context: CueContext) -> bool:
    return _start_after_left(context) is None


def _always(context: CueContext) -> bool:
    return True


def _subject_first(context: CueContext) -> Parts | None:
    """ "Lee said (that) it was shut"."""
    start = _start_after_left(context)
    if _shows_only(context) or start is None or not fires(context.line, context.cue.verb, start):
        return None
    end = content_end(context.line, start, context.later)
    if end <= start or (context.cue.verb.acts and not is_clause(context.line, start, end)):
        return None
    return Parts(((start, end),), context.verb_group, context.subject)


def _is_thing(line: Line, phrase: Phrase) -> bool:
    """Whether a subject is nobody and no document: no name, no role, no pronoun."""
    first, stop = phrase
    begins = first + (line.low[first] in line.grammar.determiners)
    named = any(line.capital(i) and (i or small_share(line.low[i]) < MOSTLY) for i in range(begins, stop))
    if named or line.low[first] in line.grammar.pronouns:
        return False
    closing = line.grammar.prepositions | line.grammar.relatives
    head = next((i for i in range(first + 1, stop) if line.low[i] in closing or not is_word(line, i)), stop) - 1
    word = line.low[head]
    singular = word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")
    documents = {word, singular} & line.grammar.issued
    return not (documents or is_role(line, head) or word.endswith(tuple(line.grammar.doers)))


RULES: Sequence[AttributionRule] = (
    AttributionRule("with-participle", _follows_no_clause, _with_participle),
    AttributionRule("leading-participle", _opens_line, _leading_participle),
    AttributionRule("participle", _is_participle, _participle),
    AttributionRule("inverted", None, _inverted),
    AttributionRule("opening", None, _opening),
    AttributionRule("coordinated", _lacks_subject, _coordinated),
    AttributionRule("named-thing", _names_thing_before, _named_thing),
    AttributionRule("label", _takes_label, _label),
    AttributionRule("object", _takes_object, _object),
    AttributionRule("subject-end", _ends_line_behind_content, _left_alone),
    AttributionRule("colon", _ends_line, _colon),
    AttributionRule("marked-subject", _marks_before, _marked_subject),
    AttributionRule("subject-then-remark", _inserts_before_remark, _before_insertion),
    AttributionRule("inserted", _inserts, _inserted),
    AttributionRule("subject-adjunct", _only_adjunct_follows, _left_alone),
    AttributionRule("subject-first", _always, _subject_first),
)
"""From the surest sign to the last resort."""
