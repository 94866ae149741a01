"""What is said in an article to its credits: outlets that told it, whom they had it from, and sources named so.

Invariant: all credits of one chain carry the same path; an outlet is credited only where a phrase of credit names it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.extract.credits.find import find_page_credits
from audit.extract.reading import Document
from audit.extract.romance.attributions import Said
from audit.extract.romance.speakers import Speakers, Who
from audit.records import CARRIERS, Credit, CreditRelation, Quote, Source, Span


@dataclass(frozen=True, slots=True)
class _Hop:
    """One source of a chain, with the phrase that names it."""

    span: Span
    who: Source
    rule: str
    relation: CreditRelation


@dataclass(frozen=True, slots=True)
class _Named:
    """What is said, by whom, the words for him, and those with the verb."""

    said: Said
    source: Source
    name: Span
    phrase: Span


def find_romance_credits(
    doc: Document, speakers: Speakers, said: Sequence[Said], quotes: Sequence[Quote]
) -> tuple[Credit, ...]:
    """All credits, in the order of the text, those of links and embedded posts among them."""
    page = find_page_credits(doc)
    first = max((credit.chain for credit in page), default=-1) + 1
    by_sentence: dict[Span, list[Said]] = {}
    for one in said:
        by_sentence.setdefault(one.sentence, []).append(one)
    chains = [(s, chain) for s in doc.sentences for chain in _chains(doc, speakers, s, by_sentence.get(s, []))]
    found = [
        credit
        for number, (sentence, chain) in enumerate(chains, first)
        for credit in _credits(chain, number, _scope(doc, sentence, chain, quotes))
    ]
    return tuple(sorted((*page, *found), key=lambda c: (c.span, c.chain, c.hop)))


def _credits(chain: Sequence[_Hop], number: int, scope: Span) -> Iterator[Credit]:
    path = tuple(hop.who.name for hop in chain)
    for place, hop in enumerate(chain, 1):
        yield Credit(hop.span, hop.who, hop.relation, hop.rule, path, place, number, scope)


def _chains(doc: Document, speakers: Speakers, sentence: Span, said: Sequence[Said]) -> Iterator[list[_Hop]]:
    """The chains of a sentence: outlets in order, each with whom it had it from."""
    named = [*_named(said)]
    outlets = [hop for one in named if (hop := _teller(one))]
    told = _told(speakers, sentence, said) if not outlets else None
    cited = _cited(speakers, sentence)
    people = [hop for one in named if (hop := _according(one))]
    spoken = [hop for one in named if (hop := _speaker(one))]
    if told is not None:
        outlets = [told]
    outlets = [hop for hop in outlets if not _is_own(doc, hop)]
    if not outlets:
        yield from ([hop] for hop in people)
        return
    origin = [cited] if cited and cited.who.name != outlets[0].who.name else spoken[:1] if len(outlets) == 1 else []
    yield [outlets[0], *origin]
    yield from ([hop] for hop in outlets[1:])
    yield from ([hop] for hop in people if hop not in origin)


def _is_own(doc: Document, hop: _Hop) -> bool:
    """Whether an outlet is the article's own publisher."""
    own = doc.outlets.resolve(doc.article.publisher) if doc.article.publisher else None
    return hop.who.name in {doc.article.publisher, own.name if own else None}


def _named(said: Sequence[Said]) -> Iterator[_Named]:
    """What a verb or a phrase gives to a known source."""
    for one in said:
        if one.who and one.who.source and one.cue:
            yield _Named(one, one.who.source, one.who.span, _around(one.cue, one.who.span))


def _teller(one: _Named) -> _Hop | None:
    """The outlet that tells something, or according to which it is so."""
    if one.source.kind not in CARRIERS or one.said.marked:
        return None
    rule = "according_to_outlet" if one.said.rule == "romance-according" else "reported"
    return _Hop(one.phrase, one.source, rule, CreditRelation.RELAYS)


def _according(one: _Named) -> _Hop | None:
    """A person, a body or somebody without a name according to whom something is so."""
    if one.source.kind in CARRIERS or one.said.rule != "romance-according":
        return None
    return _Hop(one.phrase, one.source, "according_to", CreditRelation.QUOTES)


def _speaker(one: _Named) -> _Hop | None:
    """Whoever says something in the sentence."""
    return None if one.source.kind in CARRIERS else _Hop(one.name, one.source, "teller", CreditRelation.QUOTES)


def _told(speakers: Speakers, sentence: Span, said: Sequence[Said]) -> _Hop | None:
    """The outlet to which a speaker of the sentence said it: "a dit X à l'AFP", "Interrogé par l'AFP, X a dit"."""
    speech, text = speakers.speech, speakers.masked
    cues = [one.cue for one in said if one.cue and one.pieces and one.rule != "romance-according"]
    if not cues:
        return None
    for pattern, rule in ((speech.told, "told"), (speech.asked, "interview")):
        for found in pattern.finditer(text, *sentence):
            outlet = speakers.outlet(text, found.end(), sentence.end)
            near = rule == "interview" or any(0 <= found.start() - cue.end < 120 for cue in cues)
            if outlet and outlet.source and near:
                span = Span(found.start(), outlet.span.end)
                return _Hop(span, outlet.source, rule, CreditRelation.RELAYS)
    return None


def _cited(speakers: Speakers, sentence: Span) -> _Hop | None:
    """Whom an outlet cites: "citant un responsable syndical"."""
    found = speakers.speech.citing.search(speakers.masked, *sentence)
    who: Who | None = speakers.at(found.end(), sentence.end) if found else None
    if found is None or who is None or who.source is None:
        return None
    return _Hop(Span(found.start(), who.span.end), who.source, "citing", CreditRelation.RELAYS)


def _around(one: Span, two: Span) -> Span:
    return Span(min(one.start, two.start), max(one.end, two.end))


def _scope(doc: Document, sentence: Span, chain: Sequence[_Hop], quotes: Sequence[Quote]) -> Span:
    """The words of a chain: its sentence, and those after it in its paragraph in which only its people speak."""
    people, end = {hop.who.name for hop in chain[1:]}, sentence.end
    paragraph = doc.paragraph_at(sentence.start)
    first = bisect_left(doc.sentences, sentence.end, key=lambda one: one.start)
    while people and paragraph and first < len(doc.sentences) and paragraph.holds(doc.sentences[first]):
        spoke = set(_spoke(quotes, doc.sentences[first]))
        if not spoke or not spoke <= people:
            break
        end, first = doc.sentences[first].end, first + 1
    return Span(sentence.start, end)


def _spoke(quotes: Sequence[Quote], sentence: Span) -> Iterator[str]:
    """Who says something in a sentence; "" for nobody named."""
    low, high = (bisect_left(quotes, at, key=lambda quote: quote.pieces[0].start) for at in sentence)
    yield from (quote.source.name if quote.source else "" for quote in quotes[low:high])
