"""Verbs that name a thing or are about one: "called the plan a "disgrace"", "called for a ban"."""

from __future__ import annotations

from audit.extract.quotes.content_bounds import Range, content_end
from audit.extract.quotes.cue_context import CueContext
from audit.extract.quotes.own_clauses import own_first
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_word, subject_before

LONGEST_LABEL = 30
"""Items of a thing and the name that somebody gives it."""


def label(context: CueContext, subject: Phrase) -> Range | None:
    """The thing and its name: "called the plan a "disgrace""."""
    line, cue = context.line, context.cue
    end = _label_end(line, cue.stop, context.stop)
    if end - cue.stop < 2 or _names_by_habit(context, subject) or line.low[cue.stop] in line.grammar.prepositions:
        return None
    return cue.stop, end


def _label_end(line: Line, first: int, stop: int) -> int:
    end = first
    while end < stop and end - first < LONGEST_LABEL and (_goes_on(line, end) or line.low[end] is MARKED):
        if line.low[end] is MARKED and line.ends_in_comma(end):
            return end + 1
        if end > first + 1 and _ends_label(line, end):
            break
        end += 1
    return end


def _ends_label(line: Line, i: int) -> bool:
    """Whether a label ends before an item: before a time, before another verb."""
    word, grammar = line.low[i], line.grammar
    leads = word in grammar.time_modifiers or word in grammar.time_leads
    when = leads and i + 1 < len(line) and line.low[i + 1] in grammar.times
    return when or word in grammar.label_ends or _is_behind_label(line, i)


def _is_behind_label(line: Line, i: int) -> bool:
    """Whether item i, behind marked words, is a time, or joins another verb ("called it "wrong" and urged ...")."""
    if line.low[i - 1] is not MARKED or line.low[i] is MARKED:
        return False
    follow = line.low[i + 1] if i + 1 < len(line) else ""
    joined = line.low[i] in line.grammar.coordinators and follow is not MARKED
    return line.low[i] in line.grammar.times or (joined and follow in line.grammar.verbs)


def _goes_on(line: Line, i: int) -> bool:
    """Whether item i is a word of the label, or the comma in "as, "a little desperate"" or behind a first comma."""
    if is_word(line, i):
        return True
    behind_as = line.low[i] == "," and line.low[i - 1] in line.grammar.quoted_as
    return behind_as and i + 1 < len(line) and line.low[i + 1] is MARKED


def _names_by_habit(context: CueContext, subject: Phrase) -> bool:
    """ "Soldiers call it a "lawnmower"": people in general have a word for a thing; nobody says anything."""
    line, cue, (first, stop) = context.line, context.cue, subject
    if cue.group != cue.first or " ".join(line.low[cue.first : cue.stop]) not in line.grammar.habit_forms:
        return False
    return not any(line.capital(i) and i for i in range(first, stop)) and line.low[first] not in line.grammar.pronouns


def about(context: CueContext, subject: Phrase) -> Range | None:
    """What the verb is about: "called for a ban"."""
    line, start = context.line, context.cue.stop
    if start < len(line) and _leads_away(line, start):
        return None
    end = min(content_end(line, start, context.later), _object_end(line, start, context.stop), _verb_end(context))
    end = own_first(line, (start, end), context.cue)
    return None if end - start < 1 or _names_by_habit(context, subject) else (start, end)


def _verb_end(context: CueContext) -> int:
    """Where the verb stands whose subject is whom a relative clause tells of ("those who praise it say that ...")."""
    line, start = context.line, context.cue.stop
    if line.low[context.cue.group - 1] not in line.grammar.relatives:
        return context.stop
    behind = (subject_before(line, cue.group) for cue in context.later)
    ends = (cue.group for cue, told in zip(context.later, behind, strict=True) if told and told[0] < start < cue.group)
    return next(ends, context.stop)


def _leads_away(line: Line, at: int) -> bool:
    """Whether a preposition stands right behind a verb that takes none: it is about nothing ("hails from Norwick")."""
    word, grammar = line.low[at], line.grammar
    return word in grammar.prepositions and word not in grammar.infinitive_mark and not word[0].isdigit()


def _object_end(line: Line, first: int, stop: int) -> int:
    at = first
    while at < stop and line.low[at] not in {",", ";"} and line.low[at] not in DASHES:
        if at > first + 2 and line.low[at] in line.grammar.object_ends:
            break
        at += 1
    return at
