"""Whether a verb of saying behind "and" has the subject of an earlier one, or belongs to what that one reports.

"Holm said the quay was shut and urged the board to go": she urges it. "Holm said the board should close it and urge
the pilots to go": the board does.

Invariant: a verb that no conjunction stands right before is never the content's here.
"""

from __future__ import annotations

from enum import Enum

from audit.extract.quotes.content_bounds import opens_clause
from audit.extract.quotes.cues import Cue
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.text.parts_of_speech import NOUN, PAST, THIRD, known_as, may_be


class Form(Enum):
    ING = 1
    BARE = 2
    """Behind a modal or "to"."""
    MANY = 3
    """The present form of many."""
    ONE = 4
    PAST = 5


def parts(line: Line, start: int, cue: Cue, later: Cue) -> bool:
    """Whether a later verb may end the content of `cue` that begins at `start`."""
    join = later.group - 1
    if join < start or line.low[join] not in line.grammar.coordinated_after:
        return True
    return is_whole(line, start, join) and _agree(line, cue, later)


def is_whole(line: Line, start: int, stop: int) -> bool:
    """Whether a content is more than "that" and a subject ("that closing mills"): a verb or marks stand in it."""
    if line.low[start] not in line.grammar.complementizers:
        return True
    words = line.low[start : stop - (line.low[stop - 1] == ",")]
    if len(words) == 2 and known_as(words[1], NOUN):  # "agrees with that view, but ..."
        return True
    return MARKED in words or any(_is_verb(line, word) for word in words) or opens_clause(line, start + 1, stop)


def _is_verb(line: Line, word: str) -> bool:
    helps = word in line.grammar.auxiliaries or word in line.grammar.personal_subjects or "'" in word
    return helps or may_be(word, PAST) or known_as(word, THIRD)


def _agree(line: Line, cue: Cue, later: Cue) -> bool:
    """Whether two verbs have forms that go with one subject."""
    own, other = form(line, cue), form(line, later)
    if other is Form.PAST:
        return True
    if other is Form.ONE:
        return own is Form.ONE or (own is Form.PAST and not later.verb.noun)
    if other is Form.MANY:
        return own in {Form.MANY, Form.BARE}
    return own is other or (other is Form.ING and cue.verb.participle)


def form(line: Line, cue: Cue) -> Form:
    """The form of a verb with its helping verbs."""
    helpers, grammar = [_plain(word) for word in line.low[cue.group : cue.first]], line.grammar
    if not grammar.modals.isdisjoint(helpers) or line.low[cue.group - 1] in grammar.infinitive_mark:
        return Form.BARE
    verb = next((word for word in helpers if word in grammar.finite), cue.verb.form)
    if verb == cue.verb.form and cue.verb.participle:
        return Form.ING
    if may_be(verb, PAST):
        return Form.PAST
    return Form.ONE if verb.endswith("s") else Form.MANY


def _plain(word: str) -> str:
    """A helping verb without the "not" that is drawn together with it."""
    return word.replace("’", "'").removesuffix("n't")
