"""`secondhand check-draft`: each quote, figure, name and credit of a draft against what is held, line by line.

Invariant: the draft is read, never stored; what is not found is told as not checked, never as wrong.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from audit.cite.draft_names import check_credits, check_names
from audit.cite.draft_records import RANK, WORDS, HeldReading, HeldText, Line, Outcome, line_of, named_in_full
from audit.cite.records import Place
from audit.cite.source_index import solid, whole_words
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
DIFFERING = ("hedge_flipped", "hedge_lost", "hedge_added", "compatible", "conflict", "mutated")  # the same number first
Compared = tuple[HeldReading, Figure, str]  # a held figure, and how the one of the draft compares with it
_WORD = re.compile(r"[^\W_]{4,}")


def check_draft(draft: str, held: Iterable[HeldText], language: str = "en") -> list[Line]:
    """Every quote, figure, name and credit of a draft, worst first, then in the order of its lines."""
    texts = [HeldReading(one, language) for one in sorted(held, key=lambda one: not one.is_record)]
    mentions = extract_mentions(Article("draft", 1, draft, language=language))
    marked = [quote for quote in mentions.quotes if quote.kind is not QuoteKind.INDIRECT]
    lines = [line for quote in marked for line in _check_quote(draft, quote, texts)]
    lines += [line for figure in mentions.figures for line in _check_figure(draft, figure, texts)]
    lines += [*check_names(draft, named_in_full(mentions), texts), *check_credits(draft, mentions.credits, texts)]
    return sorted(lines, key=lambda line: (RANK[line.outcome], line.span))


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


def _check_quote(draft: str, quote: Quote, texts: Sequence[HeldReading]) -> Iterator[Line]:
    for piece in quote.pieces:
        words = piece.of(draft)
        if len(words.split()) < LEAST_WORDS:
            continue
        exact = [text for text in texts if solid(words) in text.index.solid]
        if exact:
            yield _exact_quote(draft, quote, piece, exact)
        else:
            yield _other_wording(draft, quote, piece, texts)


def _exact_quote(draft: str, quote: Quote, piece: Span, texts: Sequence[HeldReading]) -> Line:
    """Exact, or said by somebody else where every text that has the words names another person beside them."""
    words, line = piece.of(draft), line_of(draft, piece.start)
    spoken = [(text, theirs) for text in texts for theirs in text.quotes if _same_words(words, theirs, text)]
    named = [(text, theirs) for text, theirs in spoken if theirs.source]
    ours = quote.source
    if ours and named and not any(theirs.source and _same_person(ours.name, theirs.source.name) for _, theirs in named):
        text, theirs = named[0]
        assert theirs.source is not None
        said = max(theirs.pieces, key=lambda one: fuzz.partial_ratio(solid(words), solid(one.of(text.told.text))))
        place = Place(text.told.text_id, said)
        note = f"here {ours.name}, there {theirs.source.name}"
        held_words = said.of(text.told.text)
        return Line(Outcome.OTHER_SPEAKER, "quote", line, piece, words, place, held_words, text.told.title, note)
    return Line(Outcome.EXACT, "quote", line, piece, words, None, None, texts[0].told.title)


def _same_words(words: str, theirs: Quote, text: HeldReading) -> bool:
    said = "".join(solid(piece.of(text.told.text)) for piece in theirs.pieces)
    return solid(words) in said or said in solid(words)


def _same_person(one: str, other: str) -> bool:
    a, b = name_key(one).split(), name_key(other).split()
    return bool(a and b) and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def _other_wording(draft: str, quote: Quote, piece: Span, texts: Sequence[HeldReading]) -> Line:
    words, line = piece.of(draft), line_of(draft, piece.start)
    best = max((_nearest(words, text) for text in texts), key=lambda found: found[0], default=None)
    if best is None or best[0] < ALTERED:
        return Line(Outcome.NOT_HELD, "quote", line, piece, words)
    _, text, span = best
    place = Place(text.told.text_id, span)
    note = _other_speaker(quote, text, span)
    return Line(Outcome.ALTERED, "quote", line, piece, words, place, span.of(text.told.text), text.told.title, note)


def _other_speaker(quote: Quote, text: HeldReading, span: Span) -> str | None:
    """Whom each side names, where a held text names somebody else beside the words that are nearest."""
    named = [
        theirs.source.name
        for theirs in text.quotes
        if theirs.source and any(piece.meets(span) for piece in theirs.pieces)
    ]
    if quote.source is None or not named or any(_same_person(quote.source.name, name) for name in named):
        return None
    return f"here {quote.source.name}, there {named[0]}"


def _nearest(words: str, text: HeldReading) -> tuple[float, HeldReading, Span]:
    found = fuzz.partial_ratio_alignment(words.casefold(), text.told.text.casefold(), score_cutoff=ALTERED)
    if found is None:
        return 0.0, text, Span(0, 0)
    return found.score, text, whole_words(text.told.text, found.dest_start, found.dest_end)


def _check_figure(draft: str, figure: Figure, texts: Sequence[HeldReading]) -> Iterator[Line]:
    """A figure is exact where a held text agrees with it, and differs where the nearest sentences give another."""
    words, line = figure.span.of(draft), line_of(draft, figure.span.start)
    here = read_context(draft, figure.span)
    about = _matter(sentence_around(draft, figure.span).of(draft))
    labels: dict[str, Compared] = {}
    for text, other in _related(figure, about, texts):
        there = read_context(text.told.text, other.span)
        compared = compare_figures(other, figure, earlier_context=there, later_context=here)
        labels.setdefault(compared.label, (text, other, compared.why))
    outcome, found = _outcome(labels)
    if found is None:
        yield Line(outcome, "figure", line, figure.span, words)
        return
    text, other, why = found
    place = Place(text.told.text_id, other.span)
    note = why if outcome is Outcome.FIGURE_DIFFERS else None
    yield Line(outcome, "figure", line, figure.span, _hedged(figure), place, _hedged(other), text.told.title, note)


def _hedged(figure: Figure) -> str:
    return f"{figure.hedge} {figure.surface}" if figure.hedge else figure.surface


def _outcome(labels: Mapping[str, Compared]) -> tuple[Outcome, Compared | None]:
    """Exact where any held figure agrees; else what differs, where one does, the nearest number first."""
    for outcome, kinds in ((Outcome.EXACT, AGREEING), (Outcome.FIGURE_DIFFERS, DIFFERING)):
        found = next((labels[kind] for kind in kinds if kind in labels), None)
        if found:
            return outcome, found
    return Outcome.NOT_HELD, None


def _related(figure: Figure, about: set[str], texts: Sequence[HeldReading]) -> Iterator[tuple[HeldReading, Figure]]:
    """Figures of the same unit and head whose sentences share most of the smaller one's words, nearest first."""
    found = []
    for text in texts:
        for other in text.index.figures:
            theirs = _matter(sentence_around(text.told.text, other.span).of(text.told.text))
            shared = len(about & theirs) / max(1, min(len(about), len(theirs)))
            least = 0.0 if figure.unit and (figure.low, figure.high) == (other.low, other.high) else SAME_MATTER
            if shared >= least and _comparable(figure, other):
                found.append((shared, text, other))
    found.sort(key=lambda one: (-one[0], one[1].told.text_id, one[2].span))
    return ((text, other) for _, text, other in found)


def _comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures may count one thing: one unit, one head or one measure, and not far apart."""
    small, large = sorted((abs(a.high), abs(b.high)))
    # "1.4 million litres were lost" leaves out of what
    same_head = a.counted.split()[-1] == b.counted.split()[-1] if a.counted and b.counted else bool(a.unit)
    return same_head and a.unit == b.unit and large <= MOST_APART * small


def _matter(sentence: str) -> set[str]:
    return {key_of(match[0]) for match in _WORD.finditer(sentence)}
