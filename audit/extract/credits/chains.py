"""The framed sources of a sentence put in order, nearest to the article first: outlet, then whom it had it from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from audit.extract.credits.clauses import Clauses
from audit.extract.credits.credit_rules import rule_tells
from audit.extract.credits.definite import after_called
from audit.extract.credits.documents import first_hand, in_hand, shown
from audit.extract.credits.other_sources import is_subject
from audit.extract.credits.outlet_phrases import Chain, Framed
from audit.extract.reading import Document
from audit.extract.sources.names import Name
from audit.extract.sources.phrase_heads import heads_role
from audit.extract.sources.unnamed import Unnamed, is_definite, unnamed_in, unnamed_source
from audit.ids import name_key
from audit.lexicon.language import Lexicon
from audit.records import UNNAMED, CreditRelation, Quote, Source, SourceKind, Span
from audit.text.parts_of_speech import PAST, PLURAL, known_as
from audit.text.patterns import alternatives
from audit.text.spans import meets_any, merge_spans

_SPOKEN_TO = frozenset({"told", "interview", "statement_to"})
_BODY_SPEAKS = frozenset({"told", "statement_to", "on_platform", "media_told"})
_BODY = 60  # characters that the name of a body takes
_THEN_NAME = re.compile(r"[’']?s?[^,“”\"]{0,50},\s+(?:[\w.’'-]+\s+){0,4}(?:[\w’'-]+,\s+)?")
_ENDS_IN_ING = re.compile(r"\w+ing\b")
_CLAUSE_MARKS = ',;:—“”"'
_OWNED = re.compile(r"[’']s?\s")
_SPOKE = frozenset(
    {SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.ANONYMOUS, SourceKind.VAGUE, SourceKind.DOCUMENT}
)


def build_chains(doc: Document, quotes: Sequence[Quote], framed: Iterable[Framed], clauses: Clauses) -> Iterator[Chain]:
    """The chains of an article, sentence by sentence."""
    by_sentence: dict[Span, list[Framed]] = {}
    for one in sorted(framed, key=lambda f: (f.span, f.name)):
        sentence = doc.sentence_at(one.name.start) or one.span
        by_sentence.setdefault(sentence, []).append(one)
    said: dict[Span, list[Quote]] = {}
    for quote in quotes:
        where = doc.sentence_at((quote.cue or quote.speaker or quote.pieces[0]).start)
        if where is not None:
            said.setdefault(where, []).append(quote)
    for sentence, some in by_sentence.items():
        yield from _chains(doc, sentence, some, said.get(sentence, ()), clauses)


def _chains(
    doc: Document, sentence: Span, framed: Sequence[Framed], quotes: Sequence[Quote], clauses: Clauses
) -> Iterator[Chain]:
    carriers = [f for f in framed if f.carries]
    rest = _apart([f for f in framed if not f.carries and not (carriers and rule_tells(f.rule, "nameless"))], carriers)
    if not carriers:
        yield from ((f,) for f in rest if f.rule != "citing")  # who speaks cites that
        return
    used: set[Span] = set()
    for heads in _in_order(carriers):
        own = clauses.own(heads, sentence)
        said = [quote for quote in quotes if own.start <= (quote.cue or quote.pieces[0]).start < own.end]
        origin = _origin(doc, sentence, heads, rest, said, own, alone=len(carriers) == 1)
        if origin is not None:
            used.add(origin.name)
        yield from _told(heads, origin)
    yield from ((f,) for f in rest if f.name not in used and f.rule != "citing")


def _told(heads: Chain, origin: Framed | None) -> Iterator[Chain]:
    """A chain through outlets; an outlet's own interview is no relay but its speaker's word."""
    if not heads[-1].own:
        others = tuple(h for h in heads if not h.own)
        yield (*others, origin) if origin else others
    elif origin is not None and heads[-1].rule in _SPOKEN_TO:
        yield (Framed(origin.span, origin.name, origin.source, "own_interview", CreditRelation.QUOTES),)


def _apart(rest: Sequence[Framed], carriers: Sequence[Framed]) -> list[Framed]:
    """First-hand sources that no longer phrase takes in: one hit a place, outlets first."""
    names, starts = merge_spans(c.name for c in carriers), {c.span.start for c in carriers}
    around = merge_spans(c.span for c in carriers)
    kept: list[Framed] = []
    for one in rest:
        met = meets_any(one.name, names) or one.span.start in starts or (kept and one.span.meets(kept[-1].span))
        if not met and not (_of_the_phrase(one) and meets_any(one.span, around)):
            kept.append(one)
    return kept


def _of_the_phrase(one: Framed) -> bool:
    """Whether a source is only a word of the phrase around an outlet: "a post on X", "reports that"."""
    return one.rule != "citing" and one.source.kind in {SourceKind.VAGUE, SourceKind.DOCUMENT}


def _in_order(carriers: Sequence[Framed]) -> Iterator[Chain]:
    """Outlets of one sentence that stand behind each other ("told CNN, the Times reported"), or each alone."""
    if sorted(c.rule for c in carriers) == ["account", "on_platform"]:
        yield tuple(sorted(carriers, key=lambda c: c.rule, reverse=True))
        return
    outer = [c for c in carriers if rule_tells(c.rule, "report")]
    inner = [c for c in carriers if not rule_tells(c.rule, "report")]
    cited = _cited(outer)
    tellers = [c for c in outer if c not in cited]
    if len(outer) - len(cited) != 1 or not (inner or cited):
        yield from ((c,) for c in carriers)
        return
    yield (tellers[0], *cited[:1], *inner[:1])
    yield from ((c,) for c in (*cited[1:], *inner[1:]))


def _cited(outer: Sequence[Framed]) -> list[Framed]:
    """The outlets that another one cites, or whose report it has picked up."""
    passed_on = bool(outer) and outer[0].rule == "passed_on"
    return [c for c in outer if c.cited or (passed_on and c is not outer[0] and c.rule == "reported_by")]


def _origin(
    doc: Document,
    sentence: Span,
    heads: Chain,
    rest: Sequence[Framed],
    quotes: Sequence[Quote],
    own: Span,
    *,
    alone: bool,
) -> Framed | None:
    """Whom the last outlet of a chain had it from, if the sentence says; `own`: the chain's part of it."""
    last, outlets = heads[-1], {name_key(h.source.name) for h in heads}
    explicit = (
        _explicit(heads[0], rest, alone=alone)
        or _teller(doc, sentence, last)
        or _spoken_next(doc, sentence, last)
        or _posted_by(doc, sentence, last)
        or _posts(doc, sentence, last)
        or _opening_subject(doc, sentence, last)
        or in_hand(doc, sentence, last)
        or _body_before(doc, sentence, last)
    )
    if explicit is not None or (not alone and rule_tells(last.rule, "report")) or _is_cited_first(doc, last):
        return explicit
    quoted = _quoted(doc, quotes, outlets, merge_spans(h.name for h in heads))
    if quoted is not None and quoted.source.kind is not SourceKind.DOCUMENT:
        return quoted
    return shown(doc, sentence, last) or _unnamed(doc, own, last) or _wrote_there(doc, sentence, last) or quoted


def _explicit(head: Framed, rest: Sequence[Framed], *, alone: bool) -> Framed | None:
    """The source after "citing", or after "according to" beside an outlet that tells."""
    cited = [f for f in rest if f.rule == "citing" and (alone or f.span.start >= head.name.start)]
    told = [f for f in rest if f.rule == "according_to" and rule_tells(head.rule, "report")]
    return next(iter((*cited, *told)), None)


def _teller(doc: Document, sentence: Span, last: Framed) -> Framed | None:
    """Who stands right before "told CNN"."""
    if last.span.start >= last.name.start or (
        rule_tells(last.rule, "report") and not last.span.of(doc.text).startswith("quoted")
    ):
        return None
    before = Span(max(sentence.start, last.span.start - 150), last.span.start)
    unnamed = list(unnamed_in(doc.text, before, doc.rules))
    for name in reversed(doc.names_in(before)):
        inside = any(u.span.holds(name.span) for u in unnamed)
        if not inside and _right_before(doc, name.span, last):
            if _is_told_of(doc, before, name):
                break
            return first_hand(name.span, Source(name.full, name.kind, (name.surface,)), "teller")
    for name in reversed(doc.names_in(before)):
        if _stands_alone(doc, sentence, name) and doc.lexicon.pattern("credit_patterns", "teller_comma").fullmatch(
            doc.text, name.span.end, last.span.start
        ):
            return first_hand(name.span, Source(name.full, name.kind, (name.surface,)), "teller")
    for found in reversed(unnamed):
        words = found.span.of(doc.text)
        if _right_before(doc, found.span, last) and not is_definite(words) and not _is_post(words):
            return first_hand(found.span, unnamed_source(doc.text, found), "teller")
    return None


def _is_told_of(doc: Document, before: Span, name: Name) -> bool:
    """Whether a name only tells whose somebody is: "the wife of Tor Brenn told CNN"."""
    clause = max(doc.text.rfind(mark, before.start, name.span.start) + 1 for mark in _CLAUSE_MARKS)
    return heads_role(doc.text, Span(max(clause, before.start), name.span.end), name)


def _telling_bodies(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = alternatives(lexicon.words("credits", "body_nouns"))
    before, after = (lexicon.pattern("credit_patterns", name).pattern for name in ("body_article", "body_adverbs"))
    return re.compile(rf"{before}(?:{nouns})(?={after})")


def _body_before(doc: Document, sentence: Span, last: Framed) -> Framed | None:
    """The body right before the phrase: "the ministry told Reuters"."""
    if last.rule not in _BODY_SPEAKS or (last.span.start >= last.name.start and last.rule != "on_platform"):
        return None
    found = doc.lexicon.room(_telling_bodies).search(
        doc.text, max(sentence.start, last.span.start - _BODY), last.span.start
    )
    if found is None or not _is_free(doc, sentence, found.start()):
        return None
    span = Span(*found.span())
    name = span.of(doc.text)
    return first_hand(span, Source(name[0].lower() + name[1:], SourceKind.ORGANISATION, (name,)), "teller")


def _is_post(words: str) -> bool:
    """Whether a noun alone names a post and nobody in it: "who had run for president, told CNN"."""
    return words.islower() and " " not in words and not known_as(words, PLURAL)


def _stands_alone(doc: Document, sentence: Span, name: Name) -> bool:
    """Whether a full name is nobody's object: "the warden, Ole Brask, was quoted", not "an aide to Ole Brask, told"."""
    start = name.role_span.start if name.role_span else name.span.start
    full = name.kind is SourceKind.PERSON and " " in name.surface
    return full and _is_free(doc, sentence, start) and not doc.is_quoted(name.span.start)


def _is_free(doc: Document, sentence: Span, start: int) -> bool:
    """Whether a phrase opens its clause, so that it is no object: "an official at the ministry told"."""
    return doc.text[max(sentence.start, start - 3) : start].rstrip()[-1:] in ("", ",", "”", '"')


def _right_before(doc: Document, span: Span, last: Framed) -> bool:
    aside = doc.lexicon.pattern("credit_patterns", "teller_aside")
    return aside.fullmatch(doc.text, span.end, last.span.start) is not None


def _opening_subject(doc: Document, sentence: Span, last: Framed) -> Framed | None:
    """Who opens a sentence that goes on with whom he told: "Holm denied it, telling CNN that", "Holm said on CNN"."""
    told = last.rule == "on_air" or (last.rule in _SPOKEN_TO and _ENDS_IN_ING.match(doc.text, last.span.start))
    if not told or last.name.start < last.span.start:
        return None
    heads = doc.lexicon.pattern("credit_patterns", "clause_head")
    for name in doc.names_in(Span(sentence.start, last.span.start))[:1]:
        start = name.role_span.start if name.role_span else name.span.start
        opens = heads.fullmatch(doc.text, sentence.start, start) and not _OWNED.match(doc.text, name.span.end)
        if opens and name.kind is SourceKind.PERSON and not doc.is_quoted(name.span.start):
            return first_hand(name.span, Source(name.full, name.kind, (name.surface,)), "teller")
    return None


def _spoken_next(doc: Document, sentence: Span, last: Framed) -> Framed | None:
    """Who comes next after "During an interview with CNN,"."""
    if last.rule != "interview":
        return None
    return _next_name(doc, sentence, last)


def _posted_by(doc: Document, sentence: Span, last: Framed) -> Framed | None:
    """Who is named right behind "a post on X by"."""
    by = doc.lexicon.pattern("credit_patterns", "posted_by").match(doc.text, last.span.end)
    if last.rule != "on_platform" or by is None:
        return None
    for name in doc.names_in(Span(by.end(), sentence.end))[:1]:
        start = name.role_span.start if name.role_span else name.span.start
        if start == by.end() and name.kind is SourceKind.PERSON and not _OWNED.match(doc.text, name.span.end):
            return first_hand(name.span, Source(name.full, name.kind, (name.surface,)), "teller")
    return None


def _posts(doc: Document, sentence: Span, last: Framed) -> Framed | None:
    """Who is named right before words that mean a platform: "Ada Holm later tweeted", "Holm in a tweet said"."""
    if last.rule != "on_platform" or last.span != last.name:
        return None
    for name in doc.names_in(Span(max(sentence.start, last.span.start - 150), last.span.start)):
        start = name.role_span.start if name.role_span else name.span.start
        free = _is_free(doc, sentence, start) or (_is_verb(doc, last) and is_subject(doc, sentence.start, start))
        if free and _right_before(doc, name.span, last) and _is_active(doc, name, last):
            return first_hand(name.span, Source(name.full, name.kind, (name.surface,)), "teller")
    return None


def _is_active(doc: Document, name: Name, last: Framed) -> bool:
    """Whether a name does what a verb says, outside marks: not "was tweeted"."""
    between = doc.text[name.span.end : last.span.start].split()
    passive = known_as(last.span.of(doc.text), PAST) and not doc.lexicon.words("closed_classes", "be_forms").isdisjoint(
        between
    )
    return not passive and not doc.is_quoted(name.span.start)


def _is_verb(doc: Document, last: Framed) -> bool:
    return " " not in last.span.of(doc.text)


def _next_name(doc: Document, sentence: Span, last: Framed, asserts: re.Pattern[str] | None = None) -> Framed | None:
    """The person who comes next after an outlet; with `asserts`, where that follows the name."""
    at = after_called(doc, last.name.end)
    for name in doc.names_in(Span(at, min(sentence.end, last.name.end + 90)))[:3]:
        start = name.role_span.start if name.role_span else name.span.start
        owned = _OWNED.match(doc.text, name.span.end)
        speaks = not owned and (asserts is None or asserts.match(doc.text, name.span.end))
        if name.kind is SourceKind.PERSON and speaks and _THEN_NAME.fullmatch(doc.text, last.name.end, start):
            return first_hand(name.span, Source(name.full, name.kind, (name.surface,)), "interviewed")
    return None


def _wrote_there(doc: Document, sentence: Span, last: Framed) -> Framed | None:
    """Who comes next after "In a post on X,"."""
    return (
        _next_name(doc, sentence, last, doc.lexicon.pattern("credit_patterns", "asserts"))
        if _is_fronted(doc, sentence, last)
        else None
    )


def _is_fronted(doc: Document, sentence: Span, last: Framed) -> bool:
    """Whether what somebody wrote somewhere opens the sentence: "In a post on X, Mara Lindqvist asked"."""
    guests = tuple(doc.lexicon.words("credits", "written_by_guests"))
    written = last.rule == "reported_by" and last.span.of(doc.text).startswith(guests)
    opens = doc.lexicon.pattern("credit_patterns", "fronted").fullmatch(doc.text, sentence.start, last.span.start)
    return (written or last.rule == "on_platform") and opens is not None


def _quoted(doc: Document, quotes: Sequence[Quote], outlets: set[str], named: Sequence[Span]) -> Framed | None:
    """The speaker of the first quote of the sentence who is none of its outlets."""
    for quote in quotes:
        source = quote.source
        if source and source.kind in _SPOKE and not any(_same(source.name, o) for o in outlets):
            span = quote.speaker or quote.cue or quote.pieces[0]
            if meets_any(span, named) or _are_many(doc, span, source):
                continue
            return first_hand(span, _as_unnamed(doc, span, source) if source.kind in UNNAMED else source, "speaker")
    return None


def _are_many(doc: Document, span: Span, source: Source) -> bool:
    """Whether who speaks is anybody."""
    found = next(unnamed_in(doc.text, span, doc.rules), None) if source.kind in UNNAMED else None
    return found is not None and _is_anybody(doc, found)


def _as_unnamed(doc: Document, span: Span, source: Source) -> Source:
    """An unnamed speaker under the name that a credit gives him; of "they", whom the text means by that."""
    found = next(unnamed_in(doc.text, span, doc.rules), None)
    return unnamed_source(doc.text, found) if found else source


def _same(name: str, outlet: str) -> bool:
    words, others = set(name_key(name).split()), set(outlet.split())
    return words <= others or others <= words


def _is_cited_first(doc: Document, last: Framed) -> bool:
    """Whether somebody cites the outlet: who speaks then ("Citing CNN, she said") stands before it, not behind."""
    return last.cited and last.span.of(doc.text).startswith("Cit")


def _unnamed_verbs(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:\w+ly\s+)?(?:{alternatives(lexicon.words('credits', 'unnamed_verbs'))})\b")


def _is_anybody(doc: Document, found: Unnamed) -> bool:
    """Whether unnamed people are anybody: "thousands of people", "critics", not "a person close to him"."""
    said = doc.lexicon.words("credits", "unnamed_said")
    return found.vague and found.head not in said and found.span.of(doc.text).casefold().endswith(found.head)


def _unnamed(doc: Document, own: Span, last: Framed) -> Framed | None:
    """Unnamed people who say something in the words that an outlet's report carries."""
    if last.rule == "on_platform":
        return None
    for found in unnamed_in(doc.text, own, doc.rules):
        if (
            _is_anybody(doc, found)
            or is_definite(found.span.of(doc.text))
            or doc.is_quoted(found.span.start)
            or found.span.meets(last.name)
        ):
            continue
        if doc.lexicon.room(_unnamed_verbs).match(doc.text, found.span.end, own.end):
            return first_hand(found.span, unnamed_source(doc.text, found), "unnamed")
    return None
