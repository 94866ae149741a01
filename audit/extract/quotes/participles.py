"""Attributions by a participle: "with Lee stating that ...", "Claiming that ..., Lee left", ", adding that ..."."""

from __future__ import annotations

from audit.extract.quotes.content_bounds import Range, fires
from audit.extract.quotes.cue_context import CueContext, Parts, content_behind
from audit.extract.quotes.document_subjects import issuer
from audit.extract.quotes.main_speaker import main_speaker, phrase_from
from audit.extract.quotes.objects import about, label
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_word, phrase_ending
from audit.text.parts_of_speech import PAST, known_as

FARTHEST_COMMA = 40
"""Items among which the comma stands that ends what an opening participle claims."""


def follows_no_clause(context: CueContext) -> bool:
    """Whether a participle stands behind a word that ends no clause ("with Lee stating that")."""
    if not context.is_participle or not context.cue.group:
        return False
    grammar, before = context.line.grammar, context.line.low[context.cue.group - 1]
    dashed = before in DASHES and not (_stands_with(context) and not _goes_with_verb(context))
    closed = dashed or before == "," or before is MARKED
    return not (closed or before in grammar.participle_after or before in grammar.times)


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


def with_participle(context: CueContext) -> Parts | None:
    """ "with Lee stating that ..."."""
    line, subject, start = context.line, context.subject, context.start
    if subject is None or start is None or not fires(line, context.cue.verb, start):
        return None
    with_before = _stands_with(context)
    speaker = issuer(line, subject)
    if line.low[start] is not MARKED and not with_before and speaker is None:
        return None
    return Parts((context.until(start),), context.verb, speaker or subject)


def opens_line(context: CueContext) -> bool:
    line, group = context.line, context.cue.group
    return context.is_participle and (not group or (group == 1 and line.low[0] in line.grammar.participle_after))


def leading_participle(context: CueContext) -> Parts | None:
    """ "Claiming that it was shut, Lee left": what is claimed ends at the comma before the subject."""
    line, start = context.line, context.start
    near = range(context.cue.stop, min(len(line), FARTHEST_COMMA))
    comma = next((i for i in near if line.low[i] == ","), None)
    if start is None or comma is None or comma <= start or not fires(line, context.cue.verb, start):
        return None
    speaker = phrase_from(line, comma + 1) if comma + 1 < len(line) else None
    return Parts(((start, comma),), context.verb, speaker) if speaker else None


def is_participle(context: CueContext) -> bool:
    return context.is_participle


def joined_participle(context: CueContext) -> Parts | None:
    """ ", adding that ..." belongs to whoever spoke before in the sentence, or to its subject.

    What a deed shows nobody says ("Holm shut it, revealing the rift").
    """
    alone = _shows_deed(context) or _is_documents(context) or _is_agents(context) or _says_again(context)
    speaker = main_speaker(context.line, context.before) if not alone else None
    content = _claimed(context, speaker) if speaker else None
    return Parts((content,), context.verb, speaker) if content else None


def _shows_deed(context: CueContext) -> bool:
    """Whether a participle behind a comma tells what a deed lets one see; no verb of saying stands before it."""
    line, cue = context.line, context.cue
    if cue.verb.base not in line.grammar.shown or line.low[cue.group - 1] != ",":
        return False
    return not any(not verb.tail for word in line.low[: cue.group] for verb in line.grammar.verbs.get(word, ()))


def _is_agents(context: CueContext) -> bool:
    """Whether whoever decided something is named by "by" before a participle ("a choice by Holm to go, citing ...")."""
    line, stop = context.line, context.cue.group - 1
    first = next((i for i in range(stop - 1, 0, -1) if line.low[i] in line.grammar.agent_marks), stop)
    aim = next((i for i in range(first + 1, stop) if line.low[i] in line.grammar.infinitive_mark), first)
    return "," not in line.low[first:stop] and any(line.capital(i) for i in range(first + 1, aim))


def _says_again(context: CueContext) -> bool:
    """Whether the verb before is the same one ("Lee said Holm defended it, saying that ..."): Holm may say so."""
    line, last = context.line, context.before[-1] if context.before else None
    if last is None or last.rule != "subject-first":
        return False
    said, first = line.low[last.cue[1] - 1], last.content[0][0]
    somebody = line.capital(first) and line.low[first] not in line.grammar.pronouns
    return somebody and any(verb.base == context.cue.verb.base for verb in line.grammar.verbs.get(said, ()))


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
    return about(context, speaker) if context.cue.verb.takes == "object" else content_behind(context)
