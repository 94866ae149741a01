"""The names and credits of a draft against held texts: spelled alike, credited there too, by what route, whom to ask.

Invariant: a name is said to be spelled otherwise only where a held text has nearly that name and none has this one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from audit.cite.draft_records import HeldReading, Line, Outcome, line_of
from audit.cite.records import Place
from audit.cite.source_index import solid
from audit.cite.terms import fold
from audit.ids import name_key
from audit.records import Credit, Source, SourceKind, Span

ALIKE = 85  # of 100: two spellings of one name; each of its words must be nearly the other's
ALIKE_WORD = 70
UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.VAGUE, SourceKind.UNSEEN})


def check_names(draft: str, people: Iterable[Source], texts: Sequence[HeldReading]) -> Iterator[Line]:
    """Each person whom the draft names in full, where that is first."""
    for person in people:
        at = draft.find(person.name)
        if at < 0:
            continue
        span, line = Span(at, at + len(person.name)), line_of(draft, at)
        held = next((text for text in texts if solid(person.name) in text.index.solid), None)
        if held:
            yield Line(Outcome.EXACT, "name", line, span, person.name, held_title=held.told.title)
        elif near := _nearly(person.name, texts):
            text, place = near
            where = Place(text.told.text_id, place)
            words = place.of(text.told.text)
            yield Line(Outcome.NAME_DIFFERS, "name", line, span, person.name, where, words, text.told.title)
        else:
            yield Line(Outcome.NOT_HELD, "name", line, span, person.name)


def _nearly(name: str, texts: Iterable[HeldReading]) -> tuple[HeldReading, Span] | None:
    """Where a held text names somebody whose name is nearly this one."""
    for text in texts:
        for other in text.people:
            at = text.told.text.find(other.name)
            if at >= 0 and _alike(name, other.name):
                return text, Span(at, at + len(other.name))
    return None


def _alike(one: str, other: str) -> bool:
    a, b = fold(one).split(), fold(other).split()
    return (
        len(a) == len(b)
        and fuzz.ratio(" ".join(a), " ".join(b)) >= ALIKE
        and all(fuzz.ratio(x, y) >= ALIKE_WORD for x, y in zip(a, b, strict=True))
    )


def check_credits(draft: str, credits: Iterable[Credit], texts: Sequence[HeldReading]) -> Iterator[Line]:
    """Each chain of the draft at the furthest source that it names: whether held texts have it, too; whom to ask."""
    chains = defaultdict[int, list[Credit]](list)
    for credit in credits:
        chains[credit.chain].append(credit)
    for chain in chains.values():
        named = [credit for credit in chain if credit.source.kind not in UNNAMED]
        credit = max(named or chain, key=lambda one: one.hop)
        held = next((text for text in texts if named and _credits(text, credit.source)), None)
        outcome, title = (Outcome.EXACT, held.told.title) if held else (Outcome.NOT_HELD, None)
        span = credit.span
        note = _route(credit, bool(named))
        yield Line(outcome, "credit", line_of(draft, span.start), span, span.of(draft), held_title=title, note=note)


def _credits(text: HeldReading, source: Source) -> bool:
    """Whether a text is the source's own, or names it as one from which it has something."""
    named = {name_key(credit.source.name) for credit in text.mentions.credits}
    return name_key(source.name) in named | {name_key(text.told.outlet or "")}


def _route(credit: Credit, is_named: bool) -> str:
    """The way the words came, nearest first, and who is to be asked about them."""
    route = f"by way of {' ← '.join(credit.path)}; " if len(credit.path) > 1 else ""
    return route + (f"to ask: {credit.source.name}" if is_named else "not named: ask whom you have it from")
