"""Whose a document is that a credit calls by its noun alone: "the survey", of "a survey published by the Mint".

Invariant: where documents of two makers may be meant, the noun stays alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from audit.extract.credits.after_cue import made_by
from audit.extract.credits.outlet_phrases import Framed
from audit.extract.reading import Document
from audit.extract.sources.known_bodies import OWNERS
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import speaker_words
from audit.extract.sources.unnamed import phrase_start
from audit.lexicon.language import Lexicon
from audit.records import CARRIERS, Source, SourceKind, Span
from audit.text.parts_of_speech import NOUN, PAST, PLURAL, THIRD, known_as
from audit.text.patterns import alternatives

NEAR = 1
"""Paragraphs back in which, of several, the last one is meant."""
SOON = 2
"""Paragraphs on in which it is told whose a document is."""
_OWNER = 60  # characters before a noun in which its owner stands
_WORD = re.compile(r"[\w’'-]+")
_HOUSES = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_MAKERS = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.PERSON})


@dataclass(frozen=True, slots=True)
class Told:
    """A place where an article tells of a document: its noun, the whole phrase, the names of who made it, if any."""

    noun: str
    span: Span
    makers: frozenset[str]
    source: Source


def with_makers(doc: Document, framed: Iterable[Framed]) -> Iterator[Framed]:
    """The same credits, each document without a name by the words that tell whose it is, where these are told."""
    told: list[Told] | None = None
    for one in framed:
        if one.source.kind is not SourceKind.DOCUMENT or not one.source.name.islower():
            yield one
            continue
        told = list(find_told(doc)) if told is None else told
        meant = _meant(doc, one, told)
        yield _as(one, meant.source) if meant else one


def _as(one: Framed, source: Source) -> Framed:
    """A credit of the document, or of the outlet that printed it."""
    rule = one.rule if source.kind not in CARRIERS else "according_to_outlet"
    return replace(one, rule=rule, source=replace(source, names=one.source.names))


def find_told(doc: Document) -> Iterator[Told]:
    """Each document of which an article tells whose it is, and each that it tells of as new, as they stand."""
    for noun in doc.lexicon.room(_nouns).finditer(doc.text):
        sentence = doc.sentence_at(noun.start())
        found = _told_at(doc, Span(*noun.span()), sentence) if sentence else None
        if found is not None and not _is_other(doc, found):
            yield found


def _is_other(doc: Document, told: Told) -> bool:
    """Whether a document is set against the one that is told of: "since the last Holm poll", "another Holm report"."""
    others = doc.lexicon.words("credits", "document_nouns", "others")
    return bool(told.makers) and not others.isdisjoint(told.span.of(doc.text).casefold().split())


def _nouns(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = lexicon.words("credits", "document_nouns")
    return re.compile(
        rf"(?<![\w-])(?:{alternatives(form for w in nouns for form in (w, w[0].upper() + w[1:]))})(?![\w-])"
    )


def _told_at(doc: Document, noun: Span, sentence: Span) -> Told | None:
    """Who made a document, by the words around its noun; nobody where it is told of as new."""
    start = phrase_start(doc.text, noun.start, sentence.start, doc.rules)
    phrase = Span(start, noun.end)
    return _owned(doc, noun, phrase, sentence) or _made(doc, noun, phrase, sentence) or _new(doc, noun, phrase)


def _owned(doc: Document, noun: Span, phrase: Span, sentence: Span) -> Told | None:
    """A document whose owner or publisher stands before it."""
    owner, word = _owner(doc, noun), noun.of(doc.text).casefold()
    if owner is None:
        maker = _publisher(doc, phrase.start)
        source = Source(f"{maker.full} {word}", SourceKind.DOCUMENT) if maker else None
        return Told(word, phrase, frozenset({maker.full}), source) if maker and source else None
    if (house := _house(doc, word, owner)) is not None:
        return Told(word, phrase, frozenset({owner.full}), house)
    whole = Span(_joint_start(doc, min(phrase.start, owner.span.start), sentence), noun.end)
    return _told(doc, word, whole, Source(whole.of(doc.text), SourceKind.DOCUMENT))


def _made(doc: Document, noun: Span, phrase: Span, sentence: Span) -> Told | None:
    """A document behind which it is told who made it."""
    stop = phrase.end + doc.text.startswith(", ", phrase.end)
    word = noun.of(doc.text).casefold()
    found = made_by(doc, Span(phrase.start, stop), word, min(sentence.end, noun.end + _OWNER))
    return _told(doc, word, found[1], found[0]) if found else None


def _new(doc: Document, noun: Span, phrase: Span) -> Told | None:
    """A document that was not told of before, of which nobody is told to have made it."""
    word = noun.of(doc.text).casefold()
    new = doc.text[phrase.start : noun.start].split(" ")[0].casefold() in speaker_words("introducing")
    return Told(word, phrase, frozenset(), Source(word, SourceKind.DOCUMENT)) if new else None


def _house(doc: Document, noun: str, owner: Name) -> Source | None:
    """The outlet whose piece of news a document is: "the Courier report"."""
    piece = noun in doc.lexicon.words("credits", "definite", "pieces")
    outlet = doc.outlets.resolve(owner.surface) if piece and owner.kind in _HOUSES else None
    return Source(outlet.name, outlet.kind, (owner.surface,)) if outlet and outlet.kind in CARRIERS else None


def _joint_start(doc: Document, start: int, sentence: Span) -> int:
    """Where the name begins of which only the last part was read: "Courier/Holm Institute survey"."""
    joint = doc.lexicon.pattern("credit_patterns", "joint_before").search(
        doc.text, max(sentence.start, start - _OWNER), start
    )
    return phrase_start(doc.text, joint.start(), sentence.start, doc.rules) if joint else start


def _told(doc: Document, noun: str, phrase: Span, source: Source) -> Told:
    makers = frozenset(name.full for name in doc.names_in(phrase) if name.kind in _MAKERS)
    return Told(noun, phrase, makers, replace(source, name=_named_so(source.name)))


def _owner(doc: Document, noun: Span) -> Name | None:
    """The name that a noun belongs to: "a Holm Institute survey", "Holm's latest book"."""
    names = doc.names_in(Span(max(0, noun.start - _OWNER), noun.start))
    if not names or names[-1].span.end > noun.start or names[-1].kind not in _MAKERS:
        return None
    links = doc.lexicon.pattern("credit_patterns", "owns_paper").fullmatch(doc.text, names[-1].span.end, noun.start)
    told = links is not None and not (links[2] and _is_verb(links[2]))
    owns = links is not None and bool(links[1])
    return names[-1] if told and (owns or names[-1].kind is not SourceKind.PERSON) else None


def _is_verb(word: str) -> bool:
    return known_as(word, PAST) or known_as(word, THIRD)


def _publisher(doc: Document, start: int) -> Name | None:
    """Who published a document, told before it: "The Holm Institute released a survey"."""
    names = doc.names_in(Span(max(0, start - _OWNER), start))
    if not names or names[-1].kind not in _MAKERS:
        return None
    publishes = doc.lexicon.pattern("credit_patterns", "publishes_paper")
    return names[-1] if publishes.fullmatch(doc.text, names[-1].span.end, start) else None


def _named_so(phrase: str) -> str:
    return phrase[0].lower() + phrase[1:] if phrase.split()[0].casefold() in speaker_words("article") else phrase


def _meant(doc: Document, one: Framed, told: Sequence[Told]) -> Told | None:
    """The document that a credit's noun means."""
    words = [word.casefold() for word in _WORD.findall(one.name.of(doc.text))]
    alike = [t for t in told if not {t.noun, *_also(doc, t.noun)}.isdisjoint(words[-1:])]
    before = [t for t in alike if t.span.end <= one.span.start]
    if not alike or any(_tells_more(word) for word in words[1:-1]) or _told_behind(doc, one.name.end):
        return None
    if words[0] not in speaker_words("definite"):
        return _told_soon(doc, one, alike) if words[0] in doc.lexicon.words("closed_classes", "indefinite") else None
    if before:
        return _last(doc, one, before)
    return _told_soon(doc, one, alike) if _of_one_maker(alike) else None


def _told_behind(doc: Document, end: int) -> bool:
    """Whether the words behind a noun tell which document it is: "the data from the clerk's office"."""
    behind = doc.text[end : end + _OWNER].split(" ")
    return behind[0] == "" and behind[1:2] != [] and behind[1] in doc.lexicon.words("credits", "made_behind", "by")


def _tells_more(word: str) -> bool:
    """Whether a word between article and noun tells which document it is: "the police report", "the bureau's data"."""
    return known_as(word, NOUN) or known_as(word, PLURAL) or word.endswith(OWNERS)


def _also(doc: Document, noun: str) -> frozenset[str]:
    """Other nouns that an article may call the same document by: "poll", "survey"."""
    polls = doc.lexicon.words("credits", "document_nouns", "polls")
    return polls if noun in polls else frozenset()


def _last(doc: Document, one: Framed, before: Sequence[Told]) -> Told | None:
    """The document told of last; of two makers only where it is near, and no other one was told of since."""
    last = before[-1]
    far = _paragraphs(doc, last.span.start, one.span.start) > NEAR
    return last if last.makers and not (far and not _of_one_maker(before)) else None


def _told_soon(doc: Document, one: Framed, alike: Sequence[Told]) -> Told | None:
    """The document of which the next sentences tell whose it is: "a new survey. … The survey, released by Gallup"."""
    first = next((t for t in alike if t.span.start >= one.span.end), None)
    if first is None or not first.makers or _paragraphs(doc, one.span.start, first.span.start) > SOON:
        return None
    points = first.source.name.split()[0] in speaker_words("definite") or _points(doc, first)
    return first if points else None


def _points(doc: Document, told: Told) -> bool:
    """Whether what is said of a document says it also: "A Gallup poll also indicates"."""
    before = doc.text[: told.span.start].rstrip().endswith
    return doc.lexicon.pattern("credit_patterns", "paper_also").match(
        doc.text, told.span.end
    ) is not None and not before(",")


def _of_one_maker(told: Sequence[Told]) -> bool:
    """Whether one maker's name stands in each place that tells of any."""
    makers = [t.makers for t in told if t.makers]
    return bool(makers) and bool(frozenset.intersection(*makers))


def _paragraphs(doc: Document, one: int, other: int) -> int:
    """How many paragraphs lie from one place to another."""
    first, last = (bisect_left(doc.paragraphs, place + 1, key=lambda p: p.start) for place in (one, other))
    return last - first
