"""What the rules of attribution read and give: a cue in its line, and the item ranges of content, cue and speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from audit.extract.quotes.beside_marks import subject_behind_marks
from audit.extract.quotes.closing import closes, end_before, opens_adjunct, said_before, set_off, speaker_behind_comma
from audit.extract.quotes.content_bounds import (
    Range,
    content_before,
    content_end,
    content_start,
    fires,
    is_clause,
    past_hearers,
)
from audit.extract.quotes.cues import Cue
from audit.extract.quotes.document_subjects import bent_on, is_one, subject_of
from audit.extract.quotes.joined_verbs import parts
from audit.extract.quotes.listed_names import with_listed
from audit.extract.quotes.own_clauses import own_first
from audit.extract.quotes.sentence_items import Line
from audit.extract.quotes.subjects import Phrase
from audit.lazy import lazy
from audit.text.parts_of_speech import PAST, may_be


class Parts(NamedTuple):
    """The parts of an attribution, in items. A content is one or more ranges without the cue and the speaker."""

    content: tuple[Range, ...]
    cue: Range
    speaker: Phrase | None


class Attribution(NamedTuple):
    """One attribution inside a line, in items, and the id of the rule that read it."""

    content: tuple[Range, ...]
    rule: str
    cue: Range
    speaker: Phrase | None


@dataclass(eq=False)
class CueContext:
    """A cue with its line, the cues `later` in it, and the attributions read `before`; the rest is found when asked."""

    line: Line
    cue: Cue
    later: Sequence[Cue]
    before: Sequence[Attribution]

    @lazy
    def subject(self) -> Phrase | None:
        """The noun phrase before the verb; all names of a list."""
        found = self._subject()
        return None if found and opens_adjunct(self.line, found) else with_listed(self.line, found)

    def _subject(self) -> Phrase | None:
        found = subject_behind_marks(self.line, self.cue.group) or subject_of(self.line, self.cue.group)
        if found and self._is_of_many and is_one(self.line, found):
            return bent_on(self.line, found)
        if not self._closes or (found is not None and set_off(self.line, found)):
            return found
        whole = speaker_behind_comma(self.line, self.cue.group)
        return whole if whole and set_off(self.line, whole) else found

    @lazy
    def left(self) -> Range | None:
        """What stands to the left of the subject and may be said."""
        if self.subject is None:
            return None
        found = content_before(self.line, self.subject[0])
        if found or not (self._closes and set_off(self.line, self.subject)):
            return found
        return said_before(self.line, self.subject[0])

    @property
    def _is_of_many(self) -> bool:
        """Whether the verb has a form that only many have ("they say")."""
        verb = self.cue.verb
        alone = self.cue.group == self.cue.first and verb.is_base
        return alone and not (verb.form.endswith("s") or may_be(verb.form, PAST))

    @lazy
    def _closes(self) -> bool:
        return closes(self.line, self.cue, self.behind)

    @lazy
    def behind(self) -> int:
        """The item behind the verb and those who are told."""
        return past_hearers(self.line, self.cue)

    @lazy
    def start(self) -> int | None:
        """Where a content behind the verb begins, were there none before it."""
        return content_start(self.line, self.behind, has_left=False)

    @lazy
    def start_after_left(self) -> int | None:
        """Where a content behind the verb begins; words to the left of the subject make one less likely."""
        return self.start if self.left is None else content_start(self.line, self.behind, has_left=True)

    @lazy
    def stop(self) -> int:
        """Where the closing stops of the line begin."""
        return self.line.words_end()

    @property
    def is_participle(self) -> bool:
        """Whether the verb is a participle without an auxiliary (", adding that ...", ", having called it ...")."""
        if self.line.low[self.cue.group] in self.line.grammar.having:
            return True
        between = self.line.low[self.cue.group : self.cue.first]
        return self.cue.verb.participle and self.line.grammar.auxiliaries.isdisjoint(between)

    @property
    def verb(self) -> Range:
        """The verb alone."""
        return self.cue.first, self.cue.stop

    @property
    def verb_group(self) -> Range:
        """The verb with its auxiliaries and adverbs."""
        return self.cue.group, self.cue.stop

    def until(self, start: int) -> Range:
        """The content that begins at an item."""
        stop = content_end(self.line, start, [cue for cue in self.later if parts(self.line, start, self.cue, cue)])
        end = min(stop, end_before(self.line, start, self.later))
        return start, own_first(self.line, (start, end), self.cue)


def content_behind(context: CueContext) -> Range | None:
    """What follows the verb, where it is of the kind that the verb needs."""
    start = context.start
    if start is None or not fires(context.line, context.cue.verb, start):
        return None
    content = context.until(start)
    if context.cue.verb.acts and not is_clause(context.line, *content):
        return None
    return content if content[1] > content[0] else None
