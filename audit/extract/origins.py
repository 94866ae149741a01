"""Sources that are no outlets: "according to police", "the Pentagon announced", "reportedly"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from audit.extract.carriers import rule_words
from audit.extract.document import Document
from audit.extract.frames import Framed
from audit.extract.patterns import alternatives
from audit.extract.whom import read_source
from audit.records import CARRIERS, CreditRelation, Source, SourceKind, Span
from audit.rules import load_rules


@cache
def _source_words(language: str) -> re.Pattern[str]:
    entries = load_rules("credits", language)["source"]
    forms = [f for e in entries for w in e["words"] for f in (w, w[0].upper() + w[1:])]
    return re.compile(rf"\b(?:{alternatives(forms)})\s+")


def phrases(doc: Document) -> Iterator[Framed]:
    """Sources after "according to" and "citing" that carry nothing for others; whoever that is must be sayable."""
    for cue in _source_words(doc.rules).finditer(doc.text):
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
        verb = _body_verbs(doc.rules).match(doc.text, name.span.end, name.span.end + 80)
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
    return kind is SourceKind.ORGANISATION or surface.casefold() in rule_words("metonyms", doc.rules)


def _is_subject(text: str, floor: int, at: int) -> bool:
    """Whether nothing before the name makes it a part of something: "a meeting in Washington confirmed"."""
    before = text[max(floor, at - 40) : at].removesuffix("the ").removesuffix("The ").split()[-1:]
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
    groups = "|".join(rf"(?P<{e['id']}>{alternatives(e['words'])})" for e in entries)
    return re.compile(rf"\b(?:{groups})\b")


def agentless(doc: Document) -> Iterator[Framed]:
    """Phrases that credit nobody in particular."""
    names = {e["id"]: e["name"] for e in load_rules("credits", doc.rules)["agentless"]}
    for cue in _agentless(doc.rules).finditer(doc.text):
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


@cache
def _media(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(rule_words('media_said', language))})\b")


@cache
def _media_verbs(language: str) -> re.Pattern[str]:
    adverbs = alternatives(rule_words("adverbs", language))
    verbs = alternatives(load_rules("credits", language)["media_said"]["verbs"])
    return re.compile(rf"(?:, [^,.;“”]{{1,80}},)?(?:\s(?:{adverbs})){{0,3}}\s(?:{verbs})\b")


@cache
def _media_kinds(language: str) -> re.Pattern[str]:
    kinds = alternatives(load_rules("credits", language)["media_said"]["kinds"])
    return re.compile(rf"(?:\b[A-Z][\w-]+ |\b(?:{kinds}) ){{1,2}}$", re.ASCII)


def media_said(doc: Document) -> Iterator[Framed]:
    """Media without a name that report something: "South Korean media reported"."""
    for noun in _media(doc.rules).finditer(doc.text):
        sentence = doc.sentence_at(noun.start())
        verb = _media_verbs(doc.rules).match(doc.text, *(noun.end(), noun.end() + 130)) if sentence else None
        kinds = (
            _media_kinds(doc.rules).search(doc.text, max(sentence.start, noun.start() - 32), noun.start())
            if sentence and verb
            else None
        )
        if verb and kinds and not doc.is_quoted(noun.start()):
            name = Span(kinds.start(), noun.end())
            source = Source(name.of(doc.text), SourceKind.VAGUE, (name.of(doc.text),))
            yield Framed(Span(name.start, verb.end()), name, source, "media_said", CreditRelation.RELAYS)


def _nobodys(doc: Document, cue: str, floor: int, at: int) -> bool:
    """Whether "reports" is not somebody's: nothing, or one of a few words, stands before it."""
    if not cue.startswith("reports"):
        return True
    before = doc.text[max(floor, at - 30) : at].split()[-1:]
    return not before or before[0].casefold() in rule_words("reports_after", doc.rules)
