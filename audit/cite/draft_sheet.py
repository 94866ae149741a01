"""A page for the check of a draft: the draft marked through, then each finding with what differs word by word.

Invariant: every word of a text is escaped; the page needs no script and loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.cite.draft_records import WORDS, HeldText, Line, Outcome
from audit.cite.sheet import CARRIED, DIFFERS, MISSING, Piece, environment, mark
from audit.records import Span
from audit.text.changes import word_changes
from audit.text.sentences import sentence_around

OUTCOMES = {
    **{outcome: one for outcome, (one, _) in WORDS.items()},
    Outcome.NOT_HELD: "not checked",
    Outcome.EXACT: "found",
}
_WHOLE = {Outcome.EXACT: CARRIED, Outcome.NOT_HELD: MISSING}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the draft; `card` is the number of the finding that they belong to."""

    text: str
    mark: str = ""
    card: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One finding: the draft's sentence, and what is held beside it, both marked."""

    line: Line
    here: tuple[Piece, ...]
    there: tuple[Piece, ...]


def draft_page(draft: str, lines: Sequence[Line], held: Iterable[HeldText], told: str, title: str) -> str:
    """The page of a check as HTML: the draft, then the findings in the order given."""
    texts = {one.text_id: one.text for one in held}
    cards = [_card(draft, line, texts) for line in lines]
    whole = list(_stretches(draft, lines))
    template = environment().get_template("draft.html.j2")
    return template.render(title=title, first_line=told, whole=whole, cards=cards, names=OUTCOMES)


def _stretches(draft: str, lines: Sequence[Line]) -> Iterator[Stretch]:
    """The draft from its first word to its last; where two findings meet, the words belong to the first."""
    at = 0
    for number, line in sorted(enumerate(lines, start=1), key=lambda one: one[1].span):
        if line.span.end <= at:
            continue
        start = max(at, line.span.start)
        yield Stretch(draft[at:start])
        yield Stretch(draft[start : line.span.end], _WHOLE.get(line.outcome, DIFFERS), number)
        at = line.span.end
    yield Stretch(draft[at:])


def _card(draft: str, line: Line, texts: Mapping[str, str]) -> Card:
    held = texts.get(line.held.source) if line.held else None
    ours, theirs = _differing(draft, line, held)
    said = [line.span] if line.outcome is not Outcome.NOT_HELD else []
    lost = [line.span] if line.outcome is Outcome.NOT_HELD else []
    here = mark(draft, sentence_around(draft, line.span), ((DIFFERS, ours), (CARRIED, said), (MISSING, lost)))
    if held is None or line.held is None:
        return Card(line, tuple(here), ())
    around = sentence_around(held, line.held.span)
    return Card(line, tuple(here), tuple(mark(held, around, ((DIFFERS, theirs), (CARRIED, [line.held.span])))))


def _differing(draft: str, line: Line, held: str | None) -> tuple[list[Span], list[Span]]:
    """Where the words stand otherwise, in the draft and in the held text."""
    if line.held is None or held is None or line.outcome in (Outcome.EXACT, Outcome.NOT_HELD, Outcome.OTHER_SPEAKER):
        return [], []
    at, there = line.span.start, line.held.span.start
    changes = list(word_changes(line.held.span.of(held), line.span.of(draft)))
    ours = [Span(at + change.after.start, at + change.after.end) for change in changes]
    return ours, [Span(there + change.before.start, there + change.before.end) for change in changes]
