"""Sources that are no outlets: "according to police", "the Pentagon announced", "reportedly"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from audit.extract.anonymity import unnamed_in, unnamed_source
from audit.extract.carriers import rule_words
from audit.extract.document import Document
from audit.extract.frames import Framed, alternatives
from audit.records import CARRIERS, CreditRelation, Source, SourceKind, Span
from audit.rules import load_rules

_PHRASE = 120  # characters that the words after "according to" take at most
_END = re.compile(
    r"[,;:()“”\"—–\n]|\.(?=\s|$)"
    r"|\s(?:who|which|that|and|but|after|when|while|as|on|said|told|was|were|is|are|has|have|had)\s"
)
_ANDED = re.compile(r" (?:and|&) [A-Z][\w-]+(?=,)")
_APPOSED = re.compile(r", (?:which\b|(?:the|an?|its) ((?:[\w’'-]+ ){0,4}[\w’'-]+)(?=[,.;]))")
_ARTICLE = re.compile(r"(?:the|an?|its|their|his|her|this|one|some)\s+", re.IGNORECASE)


@cache
def _source_words(language: str) -> re.Pattern[str]:
    entries = load_rules("credits", language)["source"]
    forms = [f for e in entries for w in e["words"] for f in (w, w[0].upper() + w[1:])]
    return re.compile(rf"\b(?:{alternatives(forms)})\s+")


def phrases(doc: Document) -> Iterator[Framed]:
    """Sources after "according to" and "citing" that carry nothing for others; whoever that is must be sayable."""
    for cue in _source_words(doc.language).finditer(doc.text):
        sentence = doc.sentence_at(cue.start())
        if sentence is None or doc.is_quoted(cue.start()):
            continue
        read = read_source(doc, cue.end(), sentence.end)
        if read is not None and read[0].kind not in CARRIERS:
            rule = "according_to" if cue.group().casefold().startswith(("acc", "in")) else "citing"
            yield Framed(Span(cue.start(), read[1].end), read[1], read[0], rule, _relation(read[0]))


def _relation(source: Source) -> CreditRelation:
    named = source.kind in {SourceKind.PERSON, SourceKind.ORGANISATION}
    return CreditRelation.QUOTES if named else CreditRelation.RELAYS


def read_source(doc: Document, at: int, limit: int) -> tuple[Source, Span] | None:
    """Whom the words from `at` on name: a body, an unnamed person, nameless media, a person, a document."""
    stop = _END.search(doc.text, at, min(limit, at + _PHRASE))
    phrase = Span(at, stop.start() if stop else min(limit, at + _PHRASE))
    readers = (_media, _unnamed, _body, _named, _document)
    return next((found for read in readers if (found := read(doc, phrase)) is not None), None)


def _media(doc: Document, phrase: Span) -> tuple[Source, Span] | None:
    words = phrase.of(doc.text)
    low = _ARTICLE.sub("", words.casefold())
    for media in sorted(_media_words(doc.language), key=len, reverse=True):
        if low.startswith(media) and not low[len(media) : len(media) + 1].isalnum():
            end = phrase.start + len(words) - len(low) + len(media)
            name = f"unnamed {media}" if media == "reports" else media
            return Source(name, SourceKind.VAGUE, (words[: end - phrase.start],)), Span(phrase.start, end)
    return None


@cache
def _media_words(language: str) -> tuple[str, ...]:
    return tuple(load_rules("anonymity", language)["media"]["words"])


def _body(doc: Document, phrase: Span) -> tuple[Source, Span] | None:
    """A body by its noun ("Ukrainian intelligence") or by where it sits ("the Kremlin")."""
    words = list(re.finditer(r"[\w’'.&-]+", phrase.of(doc.text)))[:7]
    for n, word in enumerate(words):
        if word.group().casefold() in rule_words("body_nouns", doc.language):
            span = Span(phrase.start, phrase.start + word.end())
            after = words[n + 1].group() if n + 1 < len(words) else ""
            if after[:1].isupper() or after.casefold() in rule_words("document_nouns", doc.language):
                return None
            return Source(_bare(span.of(doc.text)), SourceKind.ORGANISATION, (span.of(doc.text),)), span
    return _metonym(doc, phrase)


def _metonym(doc: Document, phrase: Span) -> tuple[Source, Span] | None:
    text = phrase.of(doc.text)
    for name in rule_words("metonyms", doc.language):
        if (
            text.casefold().startswith(name)
            and not text[len(name) : len(name) + 1].isalnum()
            and text[len(name) : len(name) + 1] not in "'’"
        ):
            span = Span(phrase.start, phrase.start + len(name))
            return Source(_capital_article(span.of(doc.text)), SourceKind.ORGANISATION, (span.of(doc.text),)), span
    return None


def _bare(name: str) -> str:
    return (
        _ARTICLE.sub("", name, count=1)
        if name[:1].islower() and _ARTICLE.sub("", name, count=1)[:1].isupper()
        else name
    )


def _capital_article(name: str) -> str:
    return "The" + name[3:] if name.startswith("the ") else name


def _unnamed(doc: Document, phrase: Span) -> tuple[Source, Span] | None:
    found = next(unnamed_in(doc.text, phrase, doc.language), None)
    if found is None or found.span.start > phrase.start + 24:
        return None
    return unnamed_source(doc.text, found), Span(phrase.start, found.span.end)


def _named(doc: Document, phrase: Span) -> tuple[Source, Span] | None:
    """A person or body by name, within a few words of the cue."""
    name = next((n for n in doc.names_in(phrase) if n.span.start < phrase.start + 60), None)
    if name is None or _lower_noun_after(doc.text, name.span.end, phrase.end):
        return None
    end = _ANDED.match(doc.text, name.span.end)
    span = Span(name.span.start, end.end() if end and _is_body(doc, end.end()) else name.span.end)
    person = name.kind is SourceKind.PERSON and not _is_place(doc, name.surface) and not _is_body(doc, span.end)
    kind = name.kind if person or name.kind is not SourceKind.PERSON else SourceKind.ORGANISATION
    full = name.full if span == name.span else span.of(doc.text)
    return Source(full, kind, (span.of(doc.text),)), Span(phrase.start, span.end)


def _is_place(doc: Document, surface: str) -> bool:
    return surface.casefold() in rule_words("metonyms", doc.language)


def _is_body(doc: Document, end: int) -> bool:
    """Whether the words after a name tell of a body: ", which owns the mill", ", the provincial fire service"."""
    aside = _APPOSED.match(doc.text, end)
    if aside is None:
        return False
    return aside[1] is None or aside[1].split()[-1].casefold() in rule_words("body_nouns", doc.language)


def _lower_noun_after(text: str, at: int, limit: int) -> bool:
    """Whether the name only describes what comes after it: "Tesla filings"."""
    word = re.compile(r"(?:[’']s?)?\s+([a-z][\w-]*)").match(text, at, limit)
    return bool(word and word[1] in rule_words("document_nouns"))


def _document(doc: Document, phrase: Span) -> tuple[Source, Span] | None:
    words = list(re.finditer(r"[\w’'.&-]+", phrase.of(doc.text)))[:7]
    for word in words:
        if word.group().casefold() in rule_words("document_nouns", doc.language):
            span = Span(phrase.start, phrase.start + word.end())
            return Source(span.of(doc.text), SourceKind.DOCUMENT, (span.of(doc.text),)), span
    return None


@cache
def _body_verbs(language: str) -> re.Pattern[str]:
    adverb = rf"(?:\s+(?:{alternatives(rule_words('adverbs', language))}),?)"
    return re.compile(
        rf"(?:\s\([^()]{{1,20}}\))?{adverb}{{0,4}}\s+(?:{alternatives(rule_words('body_verbs', language))})\b"
    )


def bodies(doc: Document) -> Iterator[Framed]:
    """Bodies and seats of government that announce, accuse or confirm."""
    for name in doc.names:
        if doc.is_quoted(name.span.start) or not _asserts_as_body(doc, name.surface, name.kind):
            continue
        verb = _body_verbs(doc.language).match(doc.text, name.span.end, name.span.end + 80)
        sentence = doc.sentence_at(name.span.start)
        if verb is None or sentence is None or not _is_subject(doc.text, sentence.start, name.span.start):
            continue
        article = doc.text[max(0, name.span.start - 4) : name.span.start] in {"the ", "The "}
        full = ("The " if article else "") + name.full
        span = Span(name.span.start - 4 if article else name.span.start, verb.end())
        yield Framed(
            span, name.span, Source(full, SourceKind.ORGANISATION, (name.surface,)), "announced", CreditRelation.QUOTES
        )


def _asserts_as_body(doc: Document, surface: str, kind: SourceKind) -> bool:
    return kind is SourceKind.ORGANISATION or surface.casefold() in rule_words("metonyms", doc.language)


def _is_subject(text: str, floor: int, at: int) -> bool:
    """Whether no preposition stands before the name: "a meeting in Washington confirmed" is not Washington's word."""
    before = text[floor:at].removesuffix("the ").removesuffix("The ").split()[-1:]
    return not before or before[0] not in {
        "in",
        "at",
        "of",
        "from",
        "to",
        "for",
        "by",
        "with",
        "near",
        "on",
        "against",
        "and",
    }


@cache
def _agentless(language: str) -> re.Pattern[str]:
    entries = load_rules("credits", language)["agentless"]
    return re.compile("|".join(rf"(?P<{e['id']}>\b(?:{alternatives(e['words'])})\b)" for e in entries))


def agentless(doc: Document) -> Iterator[Framed]:
    """Phrases that credit nobody in particular."""
    names = {e["id"]: e["name"] for e in load_rules("credits", doc.language)["agentless"]}
    for cue in _agentless(doc.language).finditer(doc.text):
        sentence = doc.sentence_at(cue.start())
        if (
            sentence is None
            or doc.is_quoted(cue.start())
            or not _nobodys(doc, cue.group(), sentence.start, cue.start())
        ):
            continue
        span = Span(*cue.span())
        source = Source(names[str(cue.lastgroup)], SourceKind.VAGUE, (cue.group(),))
        yield Framed(span, span, source, str(cue.lastgroup), CreditRelation.RELAYS)


def _nobodys(doc: Document, cue: str, floor: int, at: int) -> bool:
    """Whether "reports" is not somebody's: nothing, or one of a few words, stands before it."""
    if not cue.startswith("reports"):
        return True
    before = doc.text[max(floor, at - 30) : at].split()[-1:]
    return not before or before[0].casefold() in rule_words("reports_after", doc.language)
