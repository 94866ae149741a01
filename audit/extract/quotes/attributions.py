"""A sentence to its attributions: who says what, by the rules of `RULES` in their order.

`"It is shut," said Ada Holm.` gives the marked words, "said" and "Ada Holm", by the rule `inverted`.

Invariant: each cue is decided by one rule, the first that applies; its id tells why a quote is attributed so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audit.extract.quotes import participles, subject_behind, subject_first, subject_of_verb_before
from audit.extract.quotes.content_bounds import Range
from audit.extract.quotes.cue_context import Attribution, CueContext, Parts
from audit.extract.quotes.cues import first_cues, reporting
from audit.extract.quotes.own_words import read_own_words
from audit.extract.quotes.polls import read_polls
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.speakers_not_subjects import read_handed_on
from audit.extract.quotes.statements import states
from audit.extract.quotes.verbless import read_according, read_claims


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
    told = {said.cue[0] for said in found}
    claims = [claim for claim in read_claims(line) if claim.cue[0] not in told]  # "Lee's aides claim that ..."
    found = [said for said in found if not (_holds_claim(said, claims) or _is_rejected(line, said, found))]
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


def _is_rejected(line: Line, said: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether a cue stands in a claim that another verb is about ("denied claims that he urged ..."): not told so."""
    objects = (one.content[0] for one in others if one.rule == "object" and one.content)
    return any(line.low[first] in line.grammar.claim_nouns and first < said.cue[0] < stop for first, stop in objects)


def _first(said: Attribution) -> int:
    return min(said.speaker[0], said.cue[0]) if said.speaker else said.cue[0]


def _meets(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _by_first_rule(context: CueContext) -> Attribution | None:
    for one in RULES:
        if one.applies is None or one.applies(context):
            parts = one.read(context)
            if parts is not None and not _only_points(context.line, parts) and _has_marks(context, parts):
                return _with_words(context, Attribution(parts.content, one.rule, parts.cue, parts.speaker))
            if one.applies is not None:
                return None
    return None


def _with_words(context: CueContext, said: Attribution) -> Attribution:
    """The attribution with what stands before it, where nothing behind it is said ("Boats sank, Holm told a board")."""
    told = context.cue.verb.hears and said.rule == "subject-first"
    if not told or context.left is None or states(context.line, said):
        return said
    return Attribution((context.left,), "subject-adjunct", said.cue, said.speaker)


def _has_marks(context: CueContext, parts: Parts) -> bool:
    """Whether a content holds the marked words that its verb needs."""
    return not context.cue.verb.needs_marks or _holds_marks(context.line, parts)


def _only_points(line: Line, parts: Parts) -> bool:
    """Whether a content is one pronoun ("nobody questioned her")."""
    (first, stop), *more = parts.content or ((0, 0),)
    if more or stop - first != 1:
        return False
    word, grammar = line.low[first], line.grammar
    return word in grammar.recipients and (word in grammar.breaks or word in grammar.possessives)


def _holds_marks(line: Line, parts: Parts) -> bool:
    return any(MARKED in line.low[first:stop] for first, stop in parts.content)


RULES: Sequence[AttributionRule] = (
    AttributionRule("with-participle", participles.follows_no_clause, participles.with_participle),
    AttributionRule("leading-participle", participles.opens_line, participles.leading_participle),
    AttributionRule("participle", participles.is_participle, participles.joined_participle),
    AttributionRule("inverted", None, subject_behind.inverted),
    AttributionRule("opening", None, subject_behind.opening),
    AttributionRule("coordinated", subject_of_verb_before.lacks_subject, subject_of_verb_before.coordinated),
    AttributionRule("named-thing", subject_first.names_thing_before, subject_first.named_thing),
    AttributionRule("label", subject_first.takes_label, subject_first.named_so),
    AttributionRule("object", subject_first.takes_object, subject_first.spoken_about),
    AttributionRule("subject-end", subject_first.ends_line_behind_content, subject_first.left_alone),
    AttributionRule("colon", subject_first.ends_line, subject_first.colon),
    AttributionRule("marked-subject", subject_first.marks_before, subject_first.marked_subject),
    AttributionRule("subject-then-remark", subject_first.inserts_before_remark, subject_first.before_insertion),
    AttributionRule("inserted", subject_first.inserts, subject_first.inserted),
    AttributionRule("subject-adjunct", subject_first.only_adjunct_follows, subject_first.left_alone),
    AttributionRule("subject-first", subject_first.always, subject_first.subject_first),
)
"""From the surest sign to the last resort."""
