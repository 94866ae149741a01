"""SourceAndPlace the words after "according to" name: nameless media, unnamed people, a body, a document, a person.

Each reader looks at one short stretch and answers only where it is sure; the first answer counts.
"""

from __future__ import annotations

import re
from itertools import islice

from audit.extract.reading import Document
from audit.extract.sources.bodies import is_state
from audit.extract.sources.capitals import word_set
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import definite_article, opens_with_article, speaker_words
from audit.extract.sources.unnamed import Unnamed, function_words, unnamed_in, unnamed_source
from audit.lexicon.language import Lexicon
from audit.records import Source, SourceKind, Span
from audit.text.parts_of_speech import ADJECTIVE, NOUN, PARTICIPLE, PLURAL, THIRD, known_as
from audit.text.patterns import alternatives

_PHRASE = 120  # characters that such a stretch takes at most
_HEAD = 7  # words among which its noun stands
_BEHIND = 14  # words behind a document that tell which it is
_REACH = 60  # characters in which a name begins
_WORD = re.compile(r"[\w’'.&-]+")
_OWNED = re.compile(r"[’']s?(?=\s)")
_GOES_ON = re.compile(r"(?:(?:[’']s?)? [A-Z][\w-]+)+")
_LOWER = re.compile(r"\s+([a-z][\w-]*)")

SourceAndPlace = tuple[Source, Span]


def read_source(doc: Document, at: int, limit: int) -> SourceAndPlace | None:
    """The source that the words from `at` on name, and the words that name it."""
    stop = doc.lexicon.pattern("credit_patterns", "source_end").search(doc.text, at, min(limit, at + _PHRASE))
    phrase = Span(at, stop.start() if stop else min(limit, at + _PHRASE))
    readers = (_numbered, _nameless_media, _unnamed, _by_noun, _metonym, _named)
    return next((found for read in readers if (found := read(doc, phrase)) is not None), None)


def _source(doc: Document, kind: SourceKind, span: Span, name: str | None = None) -> SourceAndPlace:
    surface = span.of(doc.text)
    return Source(name or surface, kind, (surface,)), span


def numbered(lexicon: Lexicon) -> re.Pattern[str]:
    """A document that its number names: "Paper 117"."""
    nouns = lexicon.words("credits", "papers") | lexicon.words("credits", "papers", "numbered")
    words = alternatives(noun.capitalize() for noun in nouns)
    return re.compile(rf"(?P<name>(?P<noun>{words}) {lexicon.pattern('credit_patterns', 'paper_number').pattern})")


def _numbered(doc: Document, phrase: Span) -> SourceAndPlace | None:
    """ "Paper 117"."""
    start = phrase.start + len(article_before_words(doc, phrase))
    found = doc.lexicon.room(numbered).match(doc.text, start, phrase.end)
    return _source(doc, SourceKind.DOCUMENT, Span(*found.span("name"))) if found else None


def article_before_words(doc: Document, phrase: Span) -> str:
    """The article with which words begin, with its blank."""
    article = doc.lexicon.pattern("credit_patterns", "article_before").match(doc.text, phrase.start, phrase.end)
    return article.group() if article else ""


def _nameless_media(doc: Document, phrase: Span) -> SourceAndPlace | None:
    """Media without a name."""
    words = phrase.of(doc.text)
    low = _without_article(doc, words.casefold())
    for media in doc.lexicon.room(_media_words):
        if low.startswith(media) and not low[len(media) : len(media) + 1].isalnum():
            span = Span(phrase.start, phrase.start + len(words) - len(low) + len(media))
            if _goes_with_noun(doc, span.end, phrase.end):
                return None
            bare = media == "reports"
            filed = _told_further(doc, span, phrase.end, made=True) if bare else None
            return filed or _source(doc, SourceKind.VAGUE, span, f"unnamed {media}" if bare else None)
    return None


def _media_words(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("anonymity", "media"), key=len, reverse=True))


def _unnamed(doc: Document, phrase: Span) -> SourceAndPlace | None:
    """People without a name, right after the cue; not who made a document ("a letter sent by two aides")."""
    people = unnamed_in(doc.text, phrase, doc.rules)
    found = next((one for one in people if not _only_counts(doc, one, phrase.end)), None)
    if found is None or found.span.start > phrase.start + 24:
        return None
    before = doc.text[phrase.start : found.span.start].split()
    if before and before[-1] in doc.lexicon.words("closed_classes", "agent_marks"):
        return None
    return unnamed_source(doc.text, found), Span(phrase.start, found.span.end)


def _only_counts(doc: Document, found: Unnamed, limit: int) -> bool:
    """Whether a word for people only tells how many, or of what sort: "several local clerks", "official documents"."""
    after = _LOWER.match(doc.text, found.span.end, limit)
    lone = " " not in found.span.of(doc.text)
    return lone and after is not None and (_is_noun(after[1]) or known_as(after[1], ADJECTIVE))


def _is_noun(word: str) -> bool:
    """Whether a word behind another noun is a noun itself; no verb in -s goes with several."""
    return known_as(word, PLURAL) or known_as(word, THIRD)


def _goes_with_noun(doc: Document, at: int, limit: int) -> bool:
    """Whether a word only describes the noun behind it: "the media director"."""
    after = _LOWER.match(doc.text, at, limit)
    return after is not None and (known_as(after[1], NOUN) or known_as(after[1], PLURAL))


def _by_noun(doc: Document, phrase: Span) -> SourceAndPlace | None:
    """A body or a document by its noun: "Ukrainian intelligence", "a court filing"; not what a noun only describes."""
    words = list(_WORD.finditer(doc.text, *phrase))[:_HEAD]
    for word, after in zip(words, [*(w.group() for w in words[1:]), ""], strict=False):
        noun = word.group().casefold()
        kind = next((kind for table, kind in _HEADS if noun in doc.lexicon.words("credits", table)), None)
        if kind is SourceKind.DOCUMENT and _ends_body(doc, phrase.start, word):
            kind = SourceKind.ORGANISATION
            if _ends_there(word.group(), after, kind, doc):
                return None
        if kind is not None and _is_of_another(doc, phrase.start, word.start()):
            return None
        if kind is not None and _ends_there(word.group(), after, kind, doc) and not _goes_further(doc, word):
            span = Span(phrase.start, word.end())
            if kind is SourceKind.DOCUMENT:
                sentence = doc.sentence_at(phrase.start) or phrase
                made = made_by(doc, span, noun, min(sentence.end, phrase.start + _PHRASE)) or _made_about(
                    doc, span, phrase.end
                )
                return made or _told_further(doc, span, phrase.end) or _source(doc, kind, span)
            return _source(doc, kind, span, _bare(doc, span.of(doc.text)))
    return None


def _ends_body(doc: Document, start: int, noun: re.Match[str]) -> bool:
    """Whether a document's noun ends the name of a body: "the U.S. Geological Survey", not "a Gallup Poll"."""
    names = (name for name in doc.names_in(Span(*noun.span())) if name.span.end == noun.end())
    name = next((name for name in names if name.kind is SourceKind.ORGANISATION and " " in name.surface), None)
    return name is not None and doc.text[start : name.span.start].strip() in ("", definite_article().casefold())


def _is_of_another(doc: Document, start: int, noun: int) -> bool:
    """Whether a noun belongs to one before it: "authors of a study", "a need to review", "Center for Polls"."""
    if doc.text[noun].isupper() and doc.lexicon.pattern("credit_patterns", "of_body").search(doc.text, start, noun):
        return True
    owners = doc.lexicon.pattern("credit_patterns", "of_another").finditer(doc.text, start, noun)
    return any(owner[1] not in doc.lexicon.words("credits", "holders") for owner in owners)


def made_by(doc: Document, paper: Span, noun: str, limit: int) -> SourceAndPlace | None:
    """A document with who made it, told right after its noun; of data the body itself is credited."""
    by = doc.lexicon.pattern("credit_patterns", "made_by").match(doc.text, paper.end, limit)
    if by is None or (by[1] and not _is_made(doc, by[1])):
        return None
    named = _maker_at(doc, by.end(), limit)
    if named is None:
        return None
    maker, whole = named
    span = Span(paper.start, whole.end)
    if noun in doc.lexicon.words("credits", "papers", "data") and maker.kind is SourceKind.ORGANISATION:
        return _source(doc, maker.kind, whole, maker.full if whole == maker.span else None)[0], span
    return _source(doc, SourceKind.DOCUMENT, span)


def _told_further(doc: Document, paper: Span, limit: int, *, made: bool = False) -> SourceAndPlace | None:
    """A document with the words behind it, where they tell by a name which one it is ("reports filed with the Mint").

    `made`: only where they tell what was done with it. An outlet among them stands for itself.
    """
    glued = doc.lexicon.pattern("credit_patterns", "glued_stop").search(doc.text, paper.end, limit)
    stop = glued.start() if glued else limit
    behind = doc.text[paper.end : stop].split()
    if not 0 < len(behind) <= _BEHIND or not (paper.of(doc.text).islower() and _tells_which(doc, behind[0], made)):
        return None
    if not _names_whole(doc, Span(paper.end, stop)) or not _verbs(doc).isdisjoint(behind):
        return None
    whole = Span(paper.start, paper.end + len(doc.text[paper.end : stop].rstrip()))
    by = behind[0] in doc.lexicon.words("credits", "made_behind", "by")
    return _source(doc, SourceKind.DOCUMENT, whole if by else paper, whole.of(doc.text))


def _names_whole(doc: Document, behind: Span) -> bool:
    """Whether words name somebody or something that is no place, and cut no name."""
    names = [name for name in doc.names_in(behind) if not is_state(name.surface)]
    cut = doc.lexicon.pattern("credit_patterns", "and_more").match(doc.text, behind.end) is not None
    return bool(names) and names[-1].span.end <= behind.end and not cut


def _verbs(doc: Document) -> frozenset[str]:
    return doc.lexicon.words("credits", "papers", "verbs")


def _tells_which(doc: Document, first: str, made: bool) -> bool:
    """Whether a word behind a document's noun leads on to which one it is."""
    by = first in doc.lexicon.words("credits", "made_behind", "by")
    return by or _is_made(doc, first) or (not made and first in doc.lexicon.words("credits", "made_behind"))


def _made_about(doc: Document, paper: Span, limit: int) -> SourceAndPlace | None:
    """A document with what it is about and who made it: "an analysis of old deeds by the Harbour Institute"."""
    by = doc.lexicon.pattern("credit_patterns", "made_about").match(doc.text, paper.end, limit)
    named = _maker_at(doc, by.end(), limit) if by else None
    return _source(doc, SourceKind.DOCUMENT, Span(paper.start, named[1].end)) if named else None


def _maker_at(doc: Document, at: int, limit: int) -> tuple[Name, Span] | None:
    """Who is told to have made a document right after "by", and the whole of its name."""
    maker = _maker(doc, Span(at, min(limit, at + _REACH)))
    if maker is None or maker.kind not in _MAKERS or "," in doc.text[at : maker.span.start]:
        return None
    whole = _of_owner(doc, _whole(doc, maker, limit), limit)
    if _OWNED.match(doc.text, whole.end) or _describes(doc, maker, whole, limit):
        return None
    return maker, whole


def _of_owner(doc: Document, named: Span, limit: int) -> Span:
    """The name with the body that is its: "the Assembly's defence committee"."""
    body = doc.lexicon.room(_owned_body).match(doc.text, named.end, limit)
    return Span(named.start, body.end()) if body else named


def _owned_body(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[’']s? (?:[a-z][\w-]* ){{0,2}}(?:{alternatives(lexicon.words('credits', 'body_nouns'))})\b")


def _maker(doc: Document, within: Span) -> Name | None:
    """The first name, or the one that it only introduces: "Harbour Institute economist Mary Holm"."""
    first, second = [*islice(doc.names_in(within), 2), None, None][:2]
    introduces = first and second and second.role_span and second.role_span.meets(first.span)
    return second if introduces else first


def _ends_there(noun: str, after: str, kind: SourceKind, doc: Document) -> bool:
    """Whether a noun ends its phrase: "police" before "chief" does not, nor "Department" before "of"."""
    if kind is SourceKind.DOCUMENT and (after.endswith("ed") or _is_made(doc, after)):
        return True
    if not after:
        return True
    named_further = noun[0].isupper() and after in doc.lexicon.words("closed_classes", "of")
    return after.casefold() in function_words(doc.rules) and not named_further


def _is_made(doc: Document, word: str) -> bool:
    """Whether a word tells that somebody made the document before it ("a survey done by"), not who holds it."""
    held = (phrase.partition(" ")[0] for phrase in doc.lexicon.words("credits", "in_hand"))
    return known_as(word, PARTICIPLE) and word not in held


def _goes_further(doc: Document, noun: re.Match[str]) -> bool:
    """Whether a noun stands inside a longer name, or ends a body's ("the Institute for Harbour Research")."""
    names = doc.names_in(Span(*noun.span()))
    return any(noun.end() < name.span.end or _opens_with_body(name) for name in names)


def _opens_with_body(name: Name) -> bool:
    first, blank, _ = name.surface.casefold().partition(" ")
    return bool(blank) and first in word_set("organisations")


_MAKERS = frozenset({SourceKind.ORGANISATION, SourceKind.PERSON})
_HEADS = (("body_nouns", SourceKind.ORGANISATION), ("document_nouns", SourceKind.DOCUMENT))


def _without_article(doc: Document, words: str) -> str:
    article = doc.lexicon.pattern("credit_patterns", "article_before").match(words)
    return words[article.end() :] if article else words


def _bare(doc: Document, name: str) -> str:
    """Without the article before a capital: "the Labor Department"."""
    bare = _without_article(doc, name)
    return bare if name[:1].islower() and bare[:1].isupper() else name


def _metonym(doc: Document, phrase: Span) -> SourceAndPlace | None:
    """The seat of a government: "the Kremlin"."""
    low = phrase.of(doc.text).casefold()
    for name in doc.lexicon.words("credits", "metonyms"):
        after = low[len(name) : len(name) + 1]
        if low.startswith(name) and not after.isalnum() and after not in {"'", "’", "-"}:
            span = Span(phrase.start, phrase.start + len(name))
            surface = span.of(doc.text)
            if _LOWER.match(doc.text, span.end, phrase.end) or _GOES_ON.match(doc.text, span.end, phrase.end):
                return None
            return _source(
                doc,
                SourceKind.ORGANISATION,
                span,
                surface[0].upper() + surface[1:] if opens_with_article(surface) else None,
            )
    return None


def _named(doc: Document, phrase: Span) -> SourceAndPlace | None:
    """A person or body by name, within a few words of the cue; not one whom the name only describes."""
    for name in doc.names_in(phrase):
        if name.span.start > phrase.start + _REACH:
            return None
        whole = _whole(doc, name, phrase.end)
        if _tells_of_what(doc, name, phrase.start):
            return None
        if not _describes(doc, name, whole, phrase.end) and not _is_one_of(doc, name, phrase.start):
            kind = _kind(doc, name, whole)
            full = name.full if whole == name.span else whole.of(doc.text)
            return _source(doc, kind, Span(name.span.start, whole.end), full)[0], Span(phrase.start, whole.end)
    return None


def _whole(doc: Document, name: Name, limit: int) -> Span:
    """The name with what was cut off: "Orrin Fire and Rescue, the fire service", "U.S. Attorney's Office"."""
    anded = doc.lexicon.pattern("credit_patterns", "and_part").match(doc.text, name.span.end)
    if anded and _is_apposed_body(doc, anded.end()):
        return Span(name.span.start, anded.end())
    more = _GOES_ON.match(doc.text, name.span.end, limit)
    body = more and more.group().split()[-1].casefold() in doc.lexicon.words("credits", "body_nouns")
    return Span(name.span.start, more.end()) if more and body else name.span


def _describes(doc: Document, name: Name, whole: Span, limit: int) -> bool:
    """Whether the name only tells whose or which: "Obama's detractors", "Tesla filings"."""
    if _OWNED.match(doc.text, whole.end, limit):
        return name.kind is not SourceKind.ORGANISATION
    after = _LOWER.match(doc.text, whole.end, limit)
    told = after and after[1] not in function_words(doc.rules) and not after[1].endswith("ly")
    return bool(told) or _is_joined(doc, whole.end)


def _is_joined(doc: Document, end: int) -> bool:
    """Whether a name shares a noun with the next: "House and Senate sources"."""
    joined = doc.lexicon.pattern("credit_patterns", "shares_noun").match(doc.text, end)
    after = _LOWER.match(doc.text, joined.end()) if joined else None
    return after is not None and (known_as(after[1], NOUN) or known_as(after[1], PLURAL))


def _tells_of_what(doc: Document, name: Name, start: int) -> bool:
    """Whether a name only tells of what somebody or something before it is: "the foreign ministries of Britain"."""
    return doc.lexicon.pattern("credit_patterns", "of_what").search(doc.text, start, name.span.start) is not None


def _is_one_of(doc: Document, name: Name, start: int) -> bool:
    """Whether a body's name only tells of which somebody or something is: "a House Republican"."""
    before = doc.text[start : name.span.start].split()
    return " " not in name.full and before[-1:] in ([one] for one in speaker_words("introducing"))


def _kind(doc: Document, name: Name, whole: Span) -> SourceKind:
    """A lone word that no fuller name of the article explains is no person: people are introduced."""
    if name.kind is not SourceKind.PERSON:
        return name.kind
    if name.surface.casefold() in doc.lexicon.words("credits", "metonyms") or _is_apposed_body(doc, whole.end):
        return SourceKind.ORGANISATION
    lone = len(name.full.split()) == 1 and name.role is None
    return SourceKind.ORGANISATION if lone or whole != name.span else SourceKind.PERSON


def _is_apposed_body(doc: Document, end: int) -> bool:
    """Whether the words after a name tell of a body: ", which owns the mill", ", the provincial fire service"."""
    aside = doc.lexicon.pattern("credit_patterns", "apposed").match(doc.text, end)
    if aside is None:
        return False
    return aside[1] is None or aside[1].split()[-1].casefold() in doc.lexicon.words("credits", "body_nouns")
