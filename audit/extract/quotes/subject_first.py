"""Attributions whose subject stands before the verb: what is said follows, precedes or surrounds them."""

from __future__ import annotations

from collections.abc import Callable

from audit.extract.quotes.content_bounds import (
    Range,
    clause_first,
    fires,
    is_clause,
    named_before,
    opens_clause,
    resumed,
)
from audit.extract.quotes.cue_context import CueContext, Parts
from audit.extract.quotes.objects import about, label
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subject_behind import goes_on_in_marks
from audit.extract.quotes.subjects import Phrase, is_document, is_thing, is_word
from audit.text.parts_of_speech import ADVERB, PARTICIPLE, known_as, may_be

LONGEST_THING = 4
"""Words between the article of a thing and its last noun."""


def takes_label(context: CueContext) -> bool:
    return context.cue.verb.takes == "label"


def named_so(context: CueContext) -> Parts | None:
    """ "Lee called the plan a "disgrace""."""
    return None if _is_name_borne(context) or _telephones(context) else _behind_verb(context, label)


def _telephones(context: CueContext) -> bool:
    """Whether a name and an aim stand behind the verb, and no marked words ("called Holm to offer her help")."""
    line, at = context.line, context.cue.stop
    while at < len(line) and line.capital(at):
        at += 1
    aim = at > context.cue.stop and at < len(line) and line.low[at] in line.grammar.infinitive_mark
    return aim and MARKED not in line.low[at:] and line.grammar.be_forms.isdisjoint(line.low[at + 1 : at + 2])


def _is_name_borne(context: CueContext) -> bool:
    """Whether a thing right before a participle bears the name behind it ("a site called "Holm"")."""
    line, cue = context.line, context.cue
    at = cue.group - 1
    if cue.group != cue.first or not may_be(cue.verb.form, PARTICIPLE) or line.capital(at) or not is_word(line, at):
        return False
    first, articles = at, line.grammar.indefinite
    while first and is_word(line, first - 1) and at - first < LONGEST_THING and line.low[first] not in articles:
        first -= 1
    names = _only_names(line, cue.stop)
    if line.low[first] in articles and first < at:
        return names or is_thing(line, (at, at + 1))
    return names and line.low[at - 1] in line.grammar.articles  # "the group called Norwick First, ..."


def _only_names(line: Line, at: int) -> bool:
    """Whether nothing but a name with its article stands from item `at` to a stop ("called the Norwick Centre")."""
    at += line.low[at : at + 1] != [] and line.low[at] in line.grammar.articles
    stop = at
    while stop < len(line) and (line.capital(stop) or (stop > at and line.low[stop] in line.grammar.inside_names)):
        stop += 1
    return stop - at > 1 and (stop >= len(line) or not is_word(line, stop)) and line.low[stop - 1] is not MARKED


def names_thing_before(context: CueContext) -> bool:
    """Whether the thing that gets a name stands before ("what Lee called "..."")."""
    line, at = context.line, context.subject[0] if context.subject else 0
    if not takes_label(context) or context.cue.stop >= len(line) or line.low[context.cue.stop] is not MARKED:
        return False
    return at > 0 and line.low[at - 1] in line.grammar.named_before


def named_thing(context: CueContext) -> Parts | None:
    """ "a step that Lee called "a gift"."""
    at = context.cue.stop
    return Parts(((at, at + 1),), context.verb_group, context.subject)


def takes_object(context: CueContext) -> bool:
    return context.cue.verb.takes == "object"


def spoken_about(context: CueContext) -> Parts | None:
    """ "Lee called for a ban"."""
    return None if _shows_only(context) or _did(context) else _behind_verb(context, about)


def _did(context: CueContext) -> bool:
    """Whether a verb of deeds too stands behind "who", or before "it" ("the guards who defended the quay")."""
    line, cue = context.line, context.cue
    behind = cue.group > 0 and line.low[cue.group - 1] in line.grammar.relatives
    named = line.grammar.impersonal.isdisjoint(line.low[cue.stop : cue.stop + 1])
    return cue.verb.acts and (behind or not named)


def _shows_only(context: CueContext) -> bool:
    """Whether a thing is the subject of a verb that things do too ("the rally showed that ..."): nobody says so."""
    line, cue, start = context.line, context.cue, context.start
    far = start is not None and line.low[start - 1] == ":" and start - 1 > cue.stop  # "add to the cost: it rose"
    told = cue.verb.base.partition(" ")[0] in line.grammar.shown or (cue.verb.acts and far)
    return told and context.subject is not None and is_thing(line, context.subject)


def _behind_verb(context: CueContext, bounds: Callable[[CueContext, Phrase], Range | None]) -> Parts | None:
    content = bounds(context, context.subject) if context.subject else None
    return Parts((content,), context.verb_group, context.subject) if content else None


def ends_line_behind_content(context: CueContext) -> bool:
    return ends_line(context) and context.left is not None


def ends_line(context: CueContext) -> bool:
    """Whether nothing follows the verb and those who are told."""
    return context.behind >= context.stop


def left_alone(context: CueContext) -> Parts | None:
    """`"...," Lee said.`"""
    return Parts((context.left,), context.verb_group, context.subject) if context.left else None


def colon(context: CueContext) -> Parts | None:
    """ "Lee said:" at the end of a line: what is said stands in the next one."""
    return Parts((), context.verb_group, context.subject) if context.line.low[-1] == ":" else None


def marks_before(context: CueContext) -> bool:
    """Whether marked words stand before the subject and no content begins behind the verb."""
    line, left, at = context.line, context.left, context.behind
    if left is None or line.low[left[1] - 1] is not MARKED:
        return False
    word = line.low[at]
    return word != ":" and word is not MARKED and word not in line.grammar.complementizers


def marked_subject(context: CueContext) -> Parts | None:
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
    return left if left and goes_on_in_marks(line, left, context.behind + 1) else None


def _scene_said(context: CueContext) -> Range | None:
    """ "To see it, Lee said, one should go": the words before an inserted "Lee said" that elsewhere set the scene."""
    line, follow, first = context.line, context.behind + 1, context.subject[0] if context.subject else 0
    if first < 2 or line.low[first - 1] != "," or line.low[follow] is MARKED:
        return None
    return None if line.low[follow] in line.grammar.insertion_remarks else (clause_first(line, first - 1), first - 1)


def inserts_before_remark(context: CueContext) -> bool:
    """Whether what follows the inserted words is a remark of the article ("..., citing the board")."""
    if _inserted_left(context) is None:
        return False
    word = context.line.low[context.behind + 1]
    return word.endswith("ing") or word in context.line.grammar.insertion_remarks


def before_insertion(context: CueContext) -> Parts | None:
    left = _inserted_left(context)
    return Parts((left,), context.verb_group, context.subject) if left else None


def inserts(context: CueContext) -> bool:
    return _inserted_left(context) is not None


def inserted(context: CueContext) -> Parts | None:
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


def only_adjunct_follows(context: CueContext) -> bool:
    return context.start_after_left is None


def always(context: CueContext) -> bool:
    return True


def subject_first(context: CueContext) -> Parts | None:
    """ "Lee said (that) it was shut"."""
    start = context.start_after_left
    if _shows_only(context) or start is None:
        return None
    if not fires(context.line, context.cue.verb, start) and not _is_shown(context, start):
        return None
    end = _before_main(context, start, context.until(start)[1])
    if end <= start or (_is_deed(context) and not is_clause(context.line, start, end)):
        return None
    return Parts(((start, end),), context.verb_group, context.subject)


def _is_deed(context: CueContext) -> bool:
    """Whether a verb acts too, or only tells in a clause when something was ("When Vint announced new boats, ...")."""
    return context.cue.verb.acts or _sets_scene(context)


def _sets_scene(context: CueContext) -> bool:
    """Whether a verb with its subject stands in a clause that tells when or why."""
    line, first = context.line, context.subject[0] if context.subject else 0
    led = first > 0 and line.low[first - 1] in line.grammar.scene_openers
    return led and (first < 2 or line.low[first - 2] == "," or line.low[first - 2] in line.grammar.clause_joins)


def _before_main(context: CueContext, start: int, end: int) -> int:
    """Where a content ends whose attribution is a clause before the main one ("When Lee said it sank, boats left")."""
    line = context.line
    if not _sets_scene(context):
        return end
    commas = (i for i in range(start + 1, end) if line.low[i] == ",")
    return next((i for i in commas if _is_main(line, i + 1, end)), end)


def _is_main(line: Line, first: int, end: int) -> bool:
    """Whether the main clause begins at an item behind a comma; what one fears or thinks is inserted."""
    if line.low[first] in line.grammar.personal_subjects:
        return "," not in line.low[first : first + LONGEST_THING]
    return opens_clause(line, first, end)


def _is_shown(context: CueContext, start: int) -> bool:
    """Whether a document shows a clause without "that" ("the records show the boats were sold"); no picture does."""
    line, subject = context.line, context.subject
    told = context.cue.verb.base in line.grammar.shown and subject is not None and is_document(line, subject)
    if not told or subject is None or not line.grammar.pictures.isdisjoint(line.low[slice(*subject)]):
        return False
    return opens_clause(line, start, context.stop)
