"""`secondhand check-draft`: each quote and figure of a draft against the texts that are held, line by line.

Invariant: the draft is read, never stored; what is not found is told as not checked, never as wrong.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from audit.cite.records import CitedSource, Place
from audit.cite.source_index import SourceIndex, solid
from audit.cite.terms import key_of
from audit.extract.article import extract_mentions
from audit.figures_algebra.compare import compare_figures, read_context
from audit.ids import name_key
from audit.records import Article, Figure, Quote, QuoteKind, Span
from audit.text.sentences import sentence_around

ALTERED = 75  # of 100: marked words that a held text has in another wording
LEAST_WORDS = 4  # marked words fewer than these are a term
SAME_MATTER = 0.25  # of the shorter sentence's words: so many are shared before two figures are compared
MOST_APART = 2.2  # times; figures further apart count two things
AGREEING = ("equal", "rounded")
DIFFERING = ("conflict", "hedge_flipped", "hedge_lost", "hedge_added", "compatible", "mutated")
_WORD = re.compile(r"[^\W_]{4,}")


class Outcome(StrEnum):
    """What became of a quote or figure of the draft, worst first."""

    ALTERED = "altered"
    OTHER_SPEAKER = "other_speaker"
    FIGURE_DIFFERS = "figure_differs"
    NOT_HELD = "not_held"
    EXACT = "exact"


WORDS = {
    Outcome.ALTERED: ("quote altered", "quotes altered"),
    Outcome.OTHER_SPEAKER: ("speaker differs", "speakers differ"),
    Outcome.FIGURE_DIFFERS: ("figure differs", "figures differ"),
}
_RANK = {outcome: rank for rank, outcome in enumerate(Outcome)}


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text to check against, with what was read in it."""

    text_id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One finding on a draft: where it stands, what stands in the held text."""

    outcome: Outcome
    kind: str  # quote or figure
    line: int
    span: Span
    words: str
    held: Place | None = None
    held_words: str | None = None
    held_title: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class _Held:
    """A held text, indexed, with its own quotes and figures."""

    told: HeldText
    index: SourceIndex
    quotes: tuple[Quote, ...]


def check_draft(draft: str, held: Iterable[HeldText], language: str = "en") -> list[Line]:
    """Every quote and figure of a draft, worst first, then in the order of its lines."""
    texts = [_read(one, language) for one in held]
    mentions = extract_mentions(Article("draft", 1, draft, language=language))
    marked = [quote for quote in mentions.quotes if quote.kind is not QuoteKind.INDIRECT]
    lines = [line for quote in marked for line in _check_quote(draft, quote, texts)]
    lines += [line for figure in mentions.figures for line in _check_figure(draft, figure, texts)]
    return sorted(lines, key=lambda line: (_RANK[line.outcome], line.span))


def first_line(lines: Sequence[Line]) -> str:
    """The outcome in one sentence: what to mend with its lines, then what was not checked."""
    parts = []
    for outcome, (one, many) in WORDS.items():
        at = [str(line.line) for line in lines if line.outcome is outcome]
        if at:
            parts.append(f"{len(at)} {one if len(at) == 1 else many} (line {', '.join(at)})")
    unchecked = Counter(line.kind for line in lines if line.outcome is Outcome.NOT_HELD)
    rest = [f"{n} {kind}{'s' * (n != 1)} not checked: no record" for kind, n in sorted(unchecked.items())]
    return f"Before you publish: {', '.join(parts) or 'nothing differs'}; {'; '.join(rest) or 'all checked'}."


def sheet(lines: Iterable[Line], name: str, *, as_json: bool = False) -> Iterator[str]:
    """A line of text, or of JSON, for each finding, places as `file:line`."""
    for line in lines:
        place = f"{name}:{line.line}"
        if as_json:
            yield json.dumps(
                {
                    "place": place, "outcome": line.outcome.value, "kind": line.kind, "span": list(line.span),
                    "words": line.words, "held": line.held_words, "title": line.held_title, "note": line.note,
                },
                ensure_ascii=False,
            )  # fmt: skip
        else:
            yield "  ".join(part for part in (place, line.outcome.value, _shown(line)) if part)


def _shown(line: Line) -> str:
    held = f" | held: {line.held_words} ({line.held_title})" if line.held_words else ""
    return f"{line.words}{held}{f' | {line.note}' if line.note else ''}".replace("\n", " ")


def _read(held: HeldText, language: str) -> _Held:
    quotes = extract_mentions(Article(held.text_id, 1, held.text, title=held.title, language=language)).quotes
    return _Held(held, SourceIndex(CitedSource(held.text_id, held.text), language), quotes)


def _line_of(draft: str, at: int) -> int:
    return draft.count("\n", 0, at) + 1


def _check_quote(draft: str, quote: Quote, texts: Sequence[_Held]) -> Iterator[Line]:
    for piece in quote.pieces:
        words = piece.of(draft)
        if len(words.split()) < LEAST_WORDS:
            continue
        exact = [text for text in texts if solid(words) in text.index.solid]
        if exact:
            yield _exact_quote(draft, quote, piece, exact)
        else:
            yield _other_wording(draft, piece, texts)


def _exact_quote(draft: str, quote: Quote, piece: Span, texts: Sequence[_Held]) -> Line:
    """Exact, or said by somebody else where every text that has the words names another person beside them."""
    words, line = piece.of(draft), _line_of(draft, piece.start)
    spoken = [(text, theirs) for text in texts for theirs in text.quotes if _same_words(words, theirs, text)]
    named = [(text, theirs) for text, theirs in spoken if theirs.source]
    ours = quote.source
    if ours and named and not any(theirs.source and _same_person(ours.name, theirs.source.name) for _, theirs in named):
        text, theirs = named[0]
        assert theirs.source is not None
        place = Place(text.told.text_id, theirs.pieces[0])
        note = f"here {ours.name}, there {theirs.source.name}"
        held_words = theirs.pieces[0].of(text.told.text)
        return Line(Outcome.OTHER_SPEAKER, "quote", line, piece, words, place, held_words, text.told.title, note)
    return Line(Outcome.EXACT, "quote", line, piece, words, None, None, texts[0].told.title)


def _same_words(words: str, theirs: Quote, text: _Held) -> bool:
    said = "".join(solid(piece.of(text.told.text)) for piece in theirs.pieces)
    return solid(words) in said or said in solid(words)


def _same_person(one: str, other: str) -> bool:
    a, b = name_key(one).split(), name_key(other).split()
    return bool(a and b) and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def _other_wording(draft: str, piece: Span, texts: Sequence[_Held]) -> Line:
    words, line = piece.of(draft), _line_of(draft, piece.start)
    best = max((_nearest(words, text) for text in texts), key=lambda found: found[0], default=None)
    if best is None or best[0] < ALTERED:
        return Line(Outcome.NOT_HELD, "quote", line, piece, words)
    _, text, span = best
    place = Place(text.told.text_id, span)
    return Line(Outcome.ALTERED, "quote", line, piece, words, place, span.of(text.told.text), text.told.title)


def _nearest(words: str, text: _Held) -> tuple[float, _Held, Span]:
    found = fuzz.partial_ratio_alignment(words.casefold(), text.told.text.casefold(), score_cutoff=ALTERED)
    if found is None:
        return 0.0, text, Span(0, 0)
    return found.score, text, Span(found.dest_start, found.dest_end)


def _check_figure(draft: str, figure: Figure, texts: Sequence[_Held]) -> Iterator[Line]:
    """A figure is exact where a held text agrees with it, and differs where the nearest sentences give another."""
    words, line = figure.span.of(draft), _line_of(draft, figure.span.start)
    here = read_context(draft, figure.span)
    about = _matter(sentence_around(draft, figure.span).of(draft))
    labels: dict[str, tuple[_Held, Figure]] = {}
    for text, other in _related(figure, about, texts):
        there = read_context(text.told.text, other.span)
        label = compare_figures(other, figure, earlier_context=there, later_context=here).label
        labels.setdefault(label, (text, other))
    outcome, found = _outcome(labels)
    if found is None:
        yield Line(outcome, "figure", line, figure.span, words)
        return
    text, other = found
    place = Place(text.told.text_id, other.span)
    yield Line(outcome, "figure", line, figure.span, _hedged(figure), place, _hedged(other), text.told.title)


def _hedged(figure: Figure) -> str:
    return f"{figure.hedge} {figure.surface}" if figure.hedge else figure.surface


def _outcome(labels: Mapping[str, tuple[_Held, Figure]]) -> tuple[Outcome, tuple[_Held, Figure] | None]:
    """Exact where any held figure agrees; else what differs, where one does."""
    for outcome, kinds in ((Outcome.EXACT, AGREEING), (Outcome.FIGURE_DIFFERS, DIFFERING)):
        found = next((labels[kind] for kind in kinds if kind in labels), None)
        if found:
            return outcome, found
    return Outcome.NOT_HELD, None


def _related(figure: Figure, about: set[str], texts: Sequence[_Held]) -> Iterator[tuple[_Held, Figure]]:
    """Figures of the same unit and head whose sentences share most of the smaller one's words, nearest first."""
    found = []
    for text in texts:
        for other in text.index.figures:
            theirs = _matter(sentence_around(text.told.text, other.span).of(text.told.text))
            shared = len(about & theirs) / max(1, min(len(about), len(theirs)))
            if shared >= SAME_MATTER and _comparable(figure, other):
                found.append((shared, text, other))
    found.sort(key=lambda one: (-one[0], one[1].told.text_id, one[2].span))
    return ((text, other) for _, text, other in found)


def _comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures may count one thing: one unit, one head, and not far apart."""
    small, large = sorted((abs(a.high), abs(b.high)))
    same_head = bool(a.counted and b.counted and a.counted.split()[-1] == b.counted.split()[-1])
    return same_head and a.unit == b.unit and large <= MOST_APART * small


def _matter(sentence: str) -> set[str]:
    return {key_of(match[0]) for match in _WORD.finditer(sentence)}
