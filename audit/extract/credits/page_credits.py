"""Credits outside the sentences: datelines, "contributed to this report", copyright lines, links and embedded posts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.extract.credits.outlet_phrases import Chain, Framed
from audit.extract.credits.outlets_named import Carriers, outlet_like
from audit.extract.reading import Document
from audit.extract.sources.speaker_words import opens_with_article
from audit.ids import name_key
from audit.lexicon.language import Lexicon
from audit.records import CreditRelation, Link, Post, Role, Source, SourceKind, Span
from audit.text.patterns import alternatives
from audit.text.spans import meets_any, merge_spans

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.,'’ -]{1,40}(?:[A-Z][\w. ]{1,24})?(?:, \w+\.? \d{1,2})?,? ?)?"
    r"\(([A-Z][\w ./]{0,29})\) ?(?P<dash>[—–-]|--)?"
)
_OPENING = 6  # paragraphs in which a dateline may stand
_STATUS = re.compile(r"@?(\w{2,40})/(?:status|statuses)/\d")
_CITED_LINKS = {
    "outlet": SourceKind.OUTLET,
    "primary": SourceKind.DOCUMENT,
    "other": SourceKind.DOCUMENT,  # a page of a site that the registry does not know
    "social": SourceKind.PLATFORM,
}


def tail_credits(doc: Document, carriers: Carriers) -> Iterator[Chain]:
    """All of them; each a chain."""
    yield from _datelines(doc, carriers)
    yield from _contributions(doc, carriers)
    yield from _copyrights(doc, carriers)
    yield from _copies(doc, carriers)
    yield from _signed(doc, carriers)


def _datelines(doc: Document, carriers: Carriers) -> Iterator[Chain]:
    """ "WASHINGTON (AP) —" at the head of one of the first paragraphs."""
    for paragraph in doc.paragraphs[:_OPENING]:
        found = _DATELINE.match(doc.text, paragraph.start, min(paragraph.end, paragraph.start + 120))
        outlet = carriers.outlets.resolve(found[1]) if found else None
        if (
            found
            and outlet
            and outlet != carriers.publisher
            and (found["dash"] or found.start(1) > paragraph.start + 3)
        ):
            source = Source(outlet.name, outlet.kind, (found[1],))
            yield (Framed(Span(*found.span()), Span(*found.span(1)), source, "dateline", CreditRelation.RELAYS),)
            return


def _signed(doc: Document, carriers: Carriers) -> Iterator[Chain]:
    """ "– Reuters", "(Reuters)": a last line with an outlet's name and no more."""
    end = len(doc.text.rstrip())
    start = doc.text.rfind("\n", 0, end) + 1
    line = doc.lexicon.pattern("credit_patterns", "signed").fullmatch(doc.text, start, end) if start else None
    outlet = carriers.outlets.resolve(line["name"]) if line else None
    if line and outlet and outlet != carriers.publisher and outlet.kind is not SourceKind.PLATFORM:
        source = Source(outlet.name, outlet.kind, (line["name"],))
        name = Span(*line.span("name"))
        yield (Framed(Span(start, end), name, source, "signed", CreditRelation.RELAYS),)


def _contributed(lexicon: Lexicon) -> tuple[re.Pattern[str], frozenset[str]]:
    """The phrases, and what stands of them in either case: each without its first letter."""
    lead, words = (lexicon.words("credits", "contributed", field) for field in ("lead", "words"))
    before = [form for phrase in lead for form in (phrase, phrase[0].upper() + phrase[1:])]
    found = re.compile(rf"\b(?:(?P<after>{alternatives(before)})|(?P<before>{alternatives(words)}))\b")
    return found, frozenset(phrase[1:] for phrase in lead | words)


def _contributions(doc: Document, carriers: Carriers) -> Iterator[Chain]:
    """Outlets on the line of "contributed to this report", which stands outside the body as a rule."""
    text, (phrases, tails) = doc.text, doc.lexicon.room(_contributed)
    for cue in phrases.finditer(text) if any(tail in text for tail in tails) else ():
        line = _line(text, cue.start())
        before = cue["before"] is not None
        if not before and text[line.start : cue.start()].rstrip()[-1:].isalnum():
            continue  # "Citing information from two officials, …" credits nobody's work
        near = Span(line.start, cue.start()) if before else Span(cue.end(), line.end)
        for name, source in _contributors(text, near, carriers):
            span = Span(min(name.start, cue.start()), max(name.end, cue.end()))
            yield (Framed(span, name, source, "contributed", CreditRelation.CONTRIBUTED_BY),)


def _contributors(text: str, near: Span, carriers: Carriers) -> Iterator[tuple[Span, Source]]:
    """Outlets of a stretch: those that the table knows, and those that a sentence of the body names."""
    known = [n for n in carriers.outlets.named_in(text, *near) if len(n.outlets) == 1]
    shaped = [c for c in carriers.within(near) if not c.known and not c.own]
    taken = merge_spans(c.span for c in shaped)
    for named in known:
        outlet = named.outlets[0]
        other = outlet != carriers.publisher and outlet.kind is not SourceKind.PLATFORM
        if other and not meets_any(named.span, taken):
            yield named.span, Source(outlet.name, outlet.kind, (named.span.of(text),))
    yield from ((c.span, c.source) for c in shaped)


def _line(text: str, at: int) -> Span:
    """The line, or the sentence of it, around a place; at most 300 characters either way."""
    floor, roof = max(0, at - 300), min(len(text), at + 300)
    start = max(text.rfind("\n", floor, at), text.rfind(". ", floor, at), floor - 1) + 1
    ends = [e for e in (text.find("\n", at, roof), text.find(". ", at, roof)) if e >= 0]
    return Span(start, min(ends, default=roof))


def _copyrights(doc: Document, carriers: Carriers) -> Iterator[Chain]:
    """An agency named behind a copyright sign wrote the text."""
    for mark in doc.lexicon.pattern("credit_patterns", "copyright").finditer(doc.text):
        named = next(carriers.outlets.named_in(doc.text, mark.end(), mark.end() + 60), None)
        if named is None or named.span.start > mark.end() or named.outlets[0].kind is not SourceKind.AGENCY:
            continue
        if named.outlets[0] != carriers.publisher:
            source = Source(named.outlets[0].name, SourceKind.AGENCY, (named.span.of(doc.text),))
            yield (Framed(Span(mark.start(), named.span.end), named.span, source, "copyright", CreditRelation.RELAYS),)


def _copied(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a line before whom a whole text was taken over from, and a sentence before where it had been."""
    lines, first, appeared = (
        alternatives(lexicon.words("credits", "copied", field)) for field in ("words", "first", "appeared")
    )
    had = lexicon.pattern("credit_patterns", "first_appeared").pattern
    return re.compile(rf"(?i:{lines})"), re.compile(rf"(?i:{first}){had} (?:{appeared})")


def _copies(doc: Document, carriers: Carriers) -> Iterator[Chain]:
    """Whom a text says it was taken over from: "Copy of The Courier", "This article first appeared in The Courier"."""
    line, sentence = doc.lexicon.room(_copied)
    name = doc.lexicon.pattern("credit_patterns", "copied_name")
    for paragraph in doc.paragraphs:
        alone = line.match(doc.text, *paragraph)
        opens = alone or sentence.match(doc.text, *paragraph)
        named = name.match(doc.text, opens.end(), paragraph.end) if opens else None
        if opens is None or named is None or (alone and named.end() != paragraph.end):
            continue
        source = _copied_from(carriers, named[1], doc)
        if source is None:
            continue
        place = Span(opens.start(), named.end(1))
        relation = CreditRelation.RELAYS if alone else CreditRelation.CREDITS_FIRST
        yield (Framed(place, Span(*named.span(1)), source, "copied", relation),)


def _copied_from(carriers: Carriers, name: str, doc: Document) -> Source | None:
    """The outlet of a name, known or not; no place and no month, nor the publisher."""
    outlet = carriers.outlets.resolve(name)
    if name_key(name) == name_key(doc.article.publisher or "") or (outlet and outlet == carriers.publisher):
        return None
    if outlet is not None:
        return Source(outlet.name, outlet.kind, (name,))
    named = opens_with_article(name) or outlet_like(name, doc.lexicon)
    full = name[0].upper() + name[1:]
    return Source(full, SourceKind.OUTLET, (name,)) if named and " " in name else None


def post_chains(doc: Document, carriers: Carriers) -> Iterator[tuple[Post, Chain]]:
    """Every pasted post: its account, then the aggregator and the outlet that its words name, the last one nearest.

    One place states the whole path, from the first of these names to the signature, so all of its credits stand there.
    """
    headline_of = doc.lexicon.pattern("credit_patterns", "headline_of")
    for post in doc.posts:
        account = Source(post.handle, SourceKind.ACCOUNT, (post.handle, post.name))
        shown = [
            c
            for c in carriers.within(post.span)
            if headline_of.search(doc.text, max(0, c.span.start - 6), c.span.start)
        ]
        place = Span(shown[0].span.start if shown else post.signature.start, post.signature.end)
        head = Framed(place, post.span, account, "post", CreditRelation.EMBEDS)
        hops = (Framed(place, c.span, c.source, "post_of", CreditRelation.RELAYS) for c in reversed(shown))
        yield post, (head, *hops)


def link_chains(doc: Document, carriers: Carriers, credited: dict[Span, set[str]]) -> Iterator[Chain]:
    """Links cite for the sentence in which they stand; where its words credit the same outlet, the words do.

    Links inside an embedded post are the post's own.
    """
    posts = [span for post in doc.posts for span in (post.span, post.signature)]
    posts += [block.span for block in doc.article.blocks if block.role is Role.EMBED]
    posts = merge_spans(posts)
    for link in doc.article.links:
        if meets_any(link.span, posts):
            continue
        sentence = doc.sentence_at(link.span.start)
        source = _linked(carriers, link) if sentence else None
        if sentence is None or source is None or name_key(source.name) in credited.get(sentence, ()):
            continue
        credited.setdefault(sentence, set()).add(name_key(source.name))
        yield (Framed(link.span, link.span, source, "link", CreditRelation.LINKS),)


def _linked(carriers: Carriers, link: Link) -> Source | None:
    kind = _CITED_LINKS.get(link.kind)
    outlet = carriers.by_link(link.target_url) or carriers.by_link(link.url)
    if kind is None or (outlet is not None and outlet == carriers.publisher):
        return None
    host, _, path = link.target_url.partition("://")[2].removeprefix("www.").partition("/")
    account = _STATUS.match(path) if kind is SourceKind.PLATFORM else None
    if account is not None:
        return Source(f"@{account[1]}", SourceKind.ACCOUNT, (f"@{account[1]}",))
    if outlet is not None:
        return Source(outlet.name, outlet.kind, (host,))
    return Source(host, kind, (host,)) if host else None
