"""Phrases of credit around the names of outlets: "told CNN", "the Times reported", "wrote on Telegram".

Every mention is looked at once, with a bounded stretch on either side, so that time stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from audit.extract.credits.outlets_named import Carrier, Carriers, rule_words
from audit.extract.reading import Document
from audit.lexicon import load_rules
from audit.lexicon.outlets import Outlets
from audit.records import CreditRelation, Source, SourceKind, Span
from audit.text.patterns import alternatives, whole_words

LEFT, RIGHT = 110, 150  # characters looked at before and after a name
_AIR = re.compile(
    r"\b(?:interview|interviewed|said|told|appearing|appearance|appeared|spoke|speaking|comments|remarks|asked|stint)\b"
    r"[^.;:\"“”]{0,60} (?:on|with|to|in)(?: the| an?)?\s$"
)
_AND = re.compile(r",? (?:and|or|as well as|&) (?:to |by |in |from )?(?:the )?|, (?:the )?")
_AND_BEFORE = re.compile(r"(?:[’']s(?: [\w-]+){0,3})?,? and (?:the )?(?:[a-z-]+ ){0,2}")
_LISTED = re.compile(r"(?:[’']s(?: [\w-]+){0,3})?, (?:the )?(?:[a-z-]+ ){0,2}")
_CITING = re.compile(r"\b(?:(?:[Cc]it|[Qq]uot|[Cc]redit)(?:ing|ed|es)|[Rr]eferring to) (?:[\w’'-]+ ){0,3}$")
_LATE = re.compile(
    r"\b(?:published|reported|aired|broadcast|carried|released|appeared|revealed|interview|spoke)\b"
    r"(?: \w+){1,4} (?:by|in|on|with|to)(?: the| an?)?\s$"
)
_IN_A = re.compile(r"\b(?:in|on|via|from) (?:an?|the|his|her|its|their)(?: [a-z]+)?\s$")
_BLOCKED = re.compile(
    r"\b(?:for|against|about|to|with|by|from|into|over|toward|sued|accused|attacked|blamed|called)(?: the| an?)?\s$"
)
_OF = re.compile(r"\b(?:of|on|at)(?: the)?\s$")
_STOPPED = re.compile(r"[’']?s?(?:\s*[.,;:)\n”\"]|\s*$|\s+(?:on|in|late|early|last|this|that)\b)")
_BEFORE_INVERTED = tuple(",”\"’'—–")


@dataclass(frozen=True, slots=True)
class Framed:
    """A source inside a phrase of credit. `span` is the phrase with the name; `name` the name alone."""

    span: Span
    name: Span
    source: Source
    rule: str
    relation: CreditRelation
    own: bool = False
    cited: bool = False  # named by "citing" or "quoting": it stands behind the outlet that cites it

    @property
    def carries(self) -> bool:
        """Whether it passes on what others said."""
        return self.source.kind not in _FIRST_HAND or self.rule in {"media_said", "media_told"}


_SPOKEN = frozenset({"told", "interview", "statement_to", "reported_by"})
_HANDLE = re.compile(r"@(?<![\w@./]@)\w{2,30}\b(?!\.\w)")
_FIRST_HAND = frozenset(
    {
        SourceKind.PERSON,
        SourceKind.ORGANISATION,
        SourceKind.DOCUMENT,
        SourceKind.DATASET,
        SourceKind.ANONYMOUS,
        SourceKind.VAGUE,
    }
)


@cache
def _left(language: str) -> re.Pattern[str]:
    """A phrase of credit that ends where a name begins, with descriptors and capitalised words between."""
    entries = list(load_rules("credits", language)["before"])
    groups = "|".join(f"(?P<{e['id']}>{alternatives(_with_capitals(e['words']))})" for e in entries)
    descriptors = alternatives(rule_words("descriptors", language))
    between = rf"(?:the|an?|The|its|their|his|her|to|{descriptors}|[A-Z][\w.-]*(?:['’]s?)?)"
    return re.compile(rf"(?<![\w-])(?:{groups})(?:\s+{between}){{0,6}}[\s“\"‘#]*$")


def _with_capitals(words: Iterable[str]) -> list[str]:
    return [form for w in words for form in (w, w[0].upper() + w[1:])]


@cache
def _right(language: str) -> re.Pattern[str]:
    """A name's possessive, product, parenthesis and adverbs, and then its verb."""
    entries = load_rules("credits", language)["verb"]
    verbs = "|".join(f"(?P<{e['id']}>{alternatives(e['words'])})" for e in entries[::-1])
    product = rf"(?:\s+(?:{alternatives(rule_words('products', language))}))"
    adverbs = alternatives(_with_capitals(rule_words("adverbs", language)))
    adverb = rf"(?:\s+(?:{adverbs}|\d{{1,4}}\.?),?)"
    parenthesis = r"(?:\s?,[^,;.\"“”]{1,90},|\s\([^()]{1,60}\))"
    return re.compile(
        rf"(?:/[A-Z]\w*)?(?:[’']s?)?(?:\s+[A-Z“\"][\w.'’”\"-]*){{0,4}}{product}{{0,2}}(?:\s+[A-Z][\w.'’-]*){{0,3}}"
        rf"{parenthesis}?{adverb}{{0,6}}?,?\s+(?:{verbs})(?![\w-])"
    )


@cache
def _relations(language: str) -> dict[str, CreditRelation]:
    rules = load_rules("credits", language)
    return {e["id"]: CreditRelation(e["relation"]) for e in (*rules["before"], *rules["verb"])}


@cache
def _posting(language: str) -> re.Pattern[str]:
    """Posting words close before "on Telegram", or anywhere before ", on Telegram"."""
    words = alternatives(rule_words("posting", language))
    return re.compile(
        rf"\b(?:{words})\b(?:[^.;”“\"]{{0,45}}|[^.;”“\"]{{0,200}},)\s(?:on|via|to)\s"
        r"(?:the\s|its\s|his\s|her\s|their\s|#)?(?:[\w-]+\s){0,2}$"
    )


def read_frames(doc: Document, carriers: Carriers) -> list[Framed]:
    """Every outlet, agency, platform and aggregator that a phrase credits, in order; not those in quoted words."""
    found: list[Framed] = []
    for carrier in carriers.all:
        sentence = doc.sentence_at(carrier.span.start)
        if sentence is None or doc.is_quoted(carrier.span.start):
            continue
        framed = _frame(doc, carrier, sentence) or _joined(doc.text, carrier, found)
        if framed is not None and not (found and _repeats(found[-1], framed)):
            found += [*_before_joined(doc.text, carriers, carrier, framed, found), framed]
    return found


def _repeats(last: Framed, framed: Framed) -> bool:
    """Whether a phrase names the same once more: "on X, formerly Twitter"."""
    return last.source.name == framed.source.name and last.span.meets(framed.span)


def _before_joined(
    text: str, carriers: Carriers, carrier: Carrier, framed: Framed, found: list[Framed]
) -> Iterator[Framed]:
    """The name that shares the verb of this one: "The BBC's Russian service and the website Mediazona counted"."""
    earlier = carriers.before(carrier)
    if framed.span.start < carrier.span.start:
        return
    shared: list[Framed] = []
    link, later = _AND_BEFORE, carrier
    while earlier is not None and not (found and found[-1].name == earlier.span):
        listed = link is _LISTED and text[max(0, earlier.span.start - 3) : earlier.span.start].rstrip()[-1:].isalnum()
        if listed or not link.fullmatch(text, earlier.span.end, later.span.start):
            break  # "He left CNN, the BBC and Le Monde reported" is no list of three
        shared.append(_framed(earlier, Span(earlier.span.start, framed.span.end), framed.rule, framed.relation))
        link, later, earlier = _LISTED, earlier, carriers.before(earlier)
    yield from reversed(shared)


def _frame(doc: Document, carrier: Carrier, sentence: Span) -> Framed | None:
    if carrier.source.kind is SourceKind.PLATFORM:
        return _on_platform(doc, carrier, sentence)
    return _from_left(doc, carrier, sentence) or _from_right(doc, carrier, sentence)


def _framed(carrier: Carrier, span: Span, rule: str, relation: CreditRelation) -> Framed:
    return Framed(span, carrier.span, carrier.source, rule, relation, carrier.own)


def _on_platform(doc: Document, carrier: Carrier, sentence: Span) -> Framed | None:
    start = max(sentence.start, carrier.span.start - 260)
    found = _posting(doc.rules).search(doc.text, start, carrier.span.start)
    if found is None:
        return _in_a_post(doc, carrier, start) or _via(doc, carrier, sentence)
    return _framed(carrier, Span(found.start(), carrier.span.end), "on_platform", CreditRelation.RELAYS)


def _in_a_post(doc: Document, carrier: Carrier, start: int) -> Framed | None:
    """ "in a Facebook post"."""
    before = _IN_A.search(doc.text, start, carrier.span.start)
    after = _platform_posts(doc.rules).match(doc.text, carrier.span.end) if before else None
    if before is None or after is None:
        return None
    return _framed(carrier, Span(before.start(), after.end()), "on_platform", CreditRelation.RELAYS)


@cache
def _platform_posts(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{alternatives(rule_words('platform_posts', language))})\b")


def _via(doc: Document, carrier: Carrier, sentence: Span) -> Framed | None:
    framed = _from_left(doc, carrier, sentence)
    return framed if framed and framed.rule == "via" else None


def _from_left(doc: Document, carrier: Carrier, sentence: Span) -> Framed | None:
    start = max(sentence.start, carrier.span.start - LEFT)
    found = _left(doc.rules).search(doc.text, start, carrier.span.start)
    if found is None:
        return _from_afar(doc.text, carrier, start)
    rule = str(found.lastgroup)
    if rule == "inverted" and not _is_inverted(doc.text, found.start(), sentence.start, carrier.span.end):
        return None
    if rule == "source_line" and doc.text[sentence.start : found.start()].strip(" ("):
        return None
    framed = _framed(carrier, Span(found.start(), carrier.span.end), rule, _relations(doc.rules)[rule])
    return replace(framed, cited=_is_cited(doc.text, rule, found, start))


def _is_cited(text: str, rule: str, found: re.Match[str], floor: int) -> bool:
    """Whether another outlet cites this one: "citing Le Monde", "quoted a report in Le Monde"."""
    if rule == "according_to_outlet":
        return found[rule].casefold().startswith(("cit", "quot", "credit"))
    return rule == "reported_by" and bool(_CITING.search(text, max(floor, found.start() - 60), found.start()))


def _from_afar(text: str, carrier: Carrier, start: int) -> Framed | None:
    """A phrase with a few words inside: "said last night on CNN", "published on Sunday by Bild"."""
    if carrier.source.kind is SourceKind.OUTLET and (air := _AIR.search(text, start, carrier.span.start)):
        return _framed(carrier, Span(air.start(), carrier.span.end), "on_air", CreditRelation.RELAYS)
    late = _LATE.search(text, start, carrier.span.start)
    return (
        _framed(carrier, Span(late.start(), carrier.span.end), "reported_by", CreditRelation.RELAYS) if late else None
    )


def _is_inverted(text: str, cue: int, floor: int, end: int) -> bool:
    """Whether "reports the BBC" closes a statement: a mark or comma before it, a stop after it."""
    return text[floor:cue].rstrip()[-1:] in _BEFORE_INVERTED and bool(_STOPPED.match(text, end))


def _from_right(doc: Document, carrier: Carrier, sentence: Span) -> Framed | None:
    text = doc.text
    found = _right(doc.rules).match(text, carrier.span.end, min(sentence.end, carrier.span.end + RIGHT))
    if found is None:
        return None
    rule = str(found.lastgroup)
    before = text[max(sentence.start, carrier.span.start - 24) : carrier.span.start]
    if before.endswith("on ") and carrier.source.kind is SourceKind.OUTLET:
        return _framed(carrier, Span(carrier.span.start, found.end()), "on_air", CreditRelation.RELAYS)
    if _BLOCKED.search(before) or (_OF.search(before) and "report" not in found[rule] and "wr" not in found[rule]):
        return None
    return _framed(carrier, Span(carrier.span.start, found.end()), rule, _relations(doc.rules)[rule])


def read_tweets(doc: Document, outlets: Outlets) -> Iterator[Framed]:
    """Words that mean one platform without its name: "tweeted"."""
    named = outlets.resolve(load_rules("credits", doc.rules)["tweeted"]["name"])
    for cue in _tweeted(doc.rules).finditer(doc.text) if named else ():
        dashed = doc.text[max(0, cue.start() - 1)] == "-"
        if named and not dashed and doc.sentence_at(cue.start()) and not doc.is_quoted(cue.start()):
            span = Span(*cue.span())
            source = Source(named.name, named.kind, (cue.group(),))
            yield Framed(span, span, source, "on_platform", CreditRelation.RELAYS)


@cache
def _tweeted(language: str) -> re.Pattern[str]:
    return re.compile(rf"{whole_words(rule_words('tweeted', language))}\b")


def spoken_to(doc: Document, sentence: Span, at: int) -> int | None:
    """Where a phrase begins that ends at a place and says that somebody spoke there: "told", "in an interview with"."""
    found = _left(doc.rules).search(doc.text, max(sentence.start, at - LEFT), at)
    return found.start() if found is not None and found.lastgroup in _SPOKEN else None


def read_accounts(doc: Document) -> Iterator[Framed]:
    """Accounts that post, in running text: "The account @harbourwatch posted a picture"."""
    for handle in _HANDLE.finditer(doc.text):
        sentence = doc.sentence_at(handle.start())
        if sentence is None or doc.is_quoted(handle.start()):
            continue
        before = _account_before(doc.rules).search(doc.text, max(sentence.start, handle.start() - 50), handle.start())
        after = _account_after(doc.rules).match(doc.text, handle.end(), min(sentence.end, handle.end() + 40))
        if before or after:
            name = Span(*handle.span())
            place = Span(before.start() if before else name.start, after.end() if after else name.end)
            source = Source(handle.group(), SourceKind.ACCOUNT, (handle.group(),))
            yield Framed(place, name, source, "account", CreditRelation.RELAYS)


@cache
def _account_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(_with_capitals(rule_words('accounts', language)))}) $")


@cache
def _account_after(language: str) -> re.Pattern[str]:
    verbs = alternatives(load_rules("credits", language)["accounts"]["verbs"])
    return re.compile(rf"(?: (?:also|later|first|has|had))? (?:{verbs})\b")


def read_namesakes(doc: Document, carriers: Carriers) -> list[Framed]:
    """People who bear an outlet's name, where they say something: told, lest "Bloomberg said" be read as the agency."""
    found = []
    for span, full in carriers.namesakes:
        sentence = doc.sentence_at(span.start)
        verb = _right(doc.rules).match(doc.text, span.end, min(sentence.end, span.end + 60)) if sentence else None
        if verb and not doc.is_quoted(span.start):
            source = Source(full, SourceKind.PERSON, (span.of(doc.text),))
            found.append(Framed(Span(span.start, verb.end()), span, source, "namesake", CreditRelation.QUOTES))
    return found


def _joined(text: str, carrier: Carrier, found: list[Framed]) -> Framed | None:
    """A name that shares the phrase of the one before it: "by BuzzFeed and The Intercept"."""
    last = found[-1] if found else None
    if last is None or not 0 < carrier.span.start - last.name.end < 16 or last.rule in {"reported", "first_reported"}:
        return None
    if not _AND.fullmatch(text, last.name.end, carrier.span.start):
        return None
    return _framed(carrier, Span(last.span.start, carrier.span.end), last.rule, last.relation)
