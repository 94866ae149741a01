"""Attributions without a subject beside the verb: "met them and said that ..."."""

from __future__ import annotations

from audit.extract.quotes.content_bounds import Range, is_clause, names_hearer
from audit.extract.quotes.cue_context import CueContext, Parts, content_behind
from audit.extract.quotes.main_speaker import main_speaker
from audit.extract.quotes.objects import about, label
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_word
from audit.text.parts_of_speech import PARTICIPLE, PAST, may_be

FARTHEST_CLAUSE = 40
"""Items between a verb and the relative clause that it goes on with."""

FARTHEST_BE = 10
"""Items between a verb and the passive that it is joined to."""


def lacks_subject(context: CueContext) -> bool:
    return context.subject is None


def coordinated(context: CueContext) -> Parts | None:
    """ "met them and said that ...": the subject is that of the verb before."""
    line, cue = context.line, context.cue
    joined = _after_comma(context) or line.low[cue.group - 1] in line.grammar.coordinated_after
    joined = joined or _names_again(context)
    if not cue.group or not (joined or _goes_on_to(context)):
        return None
    speaker = main_speaker(line, context.before) if not _goes_on_relative(context) else None
    if speaker is not None and _is_in_relative(context, speaker):
        return None
    if speaker is None or speaker[1] > cue.group or (cue.verb.takes == "label" and _is_passive_before(line, cue.group)):
        return None
    content = _content_of(context, speaker)
    said = content is not None and (joined or is_clause(line, *content)) and not names_hearer(line, content[0])
    return Parts((content,), context.verb_group, speaker) if content and said else None


def _goes_on_to(context: CueContext) -> bool:
    """Whether a verb is the aim of the main one ("Holm went on to say that"): no relative clause stands before it."""
    line, at = context.line, context.cue.group - 1
    led = at > 0 and line.low[at] in line.grammar.infinitive_mark and line.low[at - 1] in line.grammar.goes_on
    return led and line.grammar.relatives.isdisjoint(line.low[:at])


def _is_in_relative(context: CueContext, speaker: Phrase) -> bool:
    """Whether no comma parts a verb from another's relative clause ("Holm met Vint, who left and said that ...")."""
    for i in range(context.cue.group - 1, speaker[1], -1):
        word = context.line.low[i]
        if word in context.line.grammar.possessive_relatives:
            return i > speaker[1] + 1
        if word == "," or word is MARKED or word in DASHES:
            return False
    return False


def _goes_on_relative(context: CueContext) -> bool:
    """Whether a verb goes on with that of a relative clause ("a bill that would ban it and declare ...": the bill)."""
    line, cue = context.line, context.cue
    past = may_be(cue.verb.form, PAST)
    if cue.group != cue.first or not (cue.verb.is_base or cue.verb.form == f"{cue.verb.base}s" or past):
        return False
    for i in range(cue.group - 1, max(0, cue.group - FARTHEST_CLAUSE), -1):
        if past and _warns_itself(line, i):
            return "," not in line.low[i : cue.group]  # "a notice that warned of it and advised": perhaps the notice
        if (not is_word(line, i) and line.low[i] != ",") or line.low[i] in line.grammar.verbs:
            return False
        if line.low[i] in line.grammar.relatives:
            modal = line.low[i + 1] in line.grammar.finite and not line.low[i + 1].endswith("s")
            return modal if cue.verb.is_base else line.low[i + 1].endswith("s")
    return False


def _warns_itself(line: Line, i: int) -> bool:
    """Whether a past form of saying stands right behind "that" ("a notice that warned of ...")."""
    told = line.low[i] in line.grammar.verbs and may_be(line.low[i], PAST)
    return told and line.low[i - 1] in line.grammar.complementizers


def _is_passive_before(line: Line, at: int) -> bool:
    """Whether the verb joined to the one at `at` tells what was done to somebody ("was stopped and called a ...")."""
    for i in range(at - 1, max(0, at - FARTHEST_BE), -1):
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
    return about(context, speaker) if takes == "object" else content_behind(context)
