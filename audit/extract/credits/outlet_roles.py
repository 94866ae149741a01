"""Outlets that are sources by their grammatical role: "Reuters puts the dead at 31", "in the Courier's account".

What `outlet_phrases` reads by its phrases comes first. A role is read only of outlets that are known as such, since its
grammar is wide; what tells of an outlet itself ("was sued", "its editor left") has no such role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.extract.credits.outlet_mention import OutletMention, is_agency
from audit.extract.credits.outlet_phrases import Framed, is_object, read_frames, verbs_in
from audit.extract.credits.outlets_named import Carriers
from audit.extract.quotes.verbs import Verb, verb_table
from audit.extract.reading import Document
from audit.extract.sources.speaker_words import article_before
from audit.extract.sources.unnamed import function_words
from audit.lexicon.language import Lexicon
from audit.records import CreditRelation, SourceKind, Span
from audit.text.parts_of_speech import PARTICIPLE, PAST, known_as
from audit.text.patterns import alternatives
from audit.text.spans import meets_any

LEFT, RIGHT = 90, 170  # characters looked at before and after a name
_BRACKET = 12  # characters between a bracket and a name in it
_BEFORE_CLOSING = tuple(",”\"’'—–")
_HOUSES = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_WORD = re.compile(r"[a-z]+")
_NEXT = re.compile(r"[’']?s? ?([\w-]+)|([’'])")
_LAST = 6  # words before "to the Courier" in which its verb stands


def read_outlets(doc: Document, carriers: Carriers) -> Iterator[Framed]:
    """Every outlet that a phrase or its role in a sentence credits."""
    framed = read_frames(doc, carriers)
    yield from framed
    taken = {(one.source.name, doc.sentence_at(one.name.start)) for one in framed}
    for carrier in carriers.all:
        place = (carrier.source.name, doc.sentence_at(carrier.span.start))
        if place not in taken and (credit := _by_role(doc, carriers, carrier)):
            taken.add(place)
            yield credit


def _by_role(doc: Document, carriers: Carriers, carrier: OutletMention) -> Framed | None:
    sentence = doc.sentence_at(carrier.span.start)
    if sentence is None or doc.is_quoted(carrier.span.start) or not _is_sure(doc, carriers, carrier):
        return None
    if doc.lexicon.pattern("credit_patterns", "affiliate").match(doc.text, carrier.span.end):
        return None
    return (
        _tells(doc, carrier, sentence)
        or _in_product(doc, carrier, sentence)
        or _had_from(doc, carrier, sentence)
        or _said_there(doc, carrier, sentence)
        or _bracketed(doc, carrier, sentence)
        or _whole_story(doc, carrier, sentence)
    )


def _is_sure(doc: Document, carriers: Carriers, carrier: OutletMention) -> bool:
    """Whether a name is an outlet's whatever stands beside it: one that is listed or held, or called one."""
    if carrier.own or carrier.title or carrier.source.kind not in _HOUSES:
        return False
    return (
        carrier.known
        or carriers.outlets.resolve(carrier.source.name) is not None
        or carriers.is_told_outlet(carrier.span)
    )


def _credit(carrier: OutletMention, span: Span, rule: str, *, cited: bool = False) -> Framed:
    return Framed(span, carrier.span, carrier.source, rule, CreditRelation.RELAYS, carrier.own, cited)


def _telling(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """From a name, or what is its own, to a verb by which it tells; and to one that closes what was told."""
    owned, aside, clause, *rest = (lexicon.pattern("credit_patterns", name).pattern for name in _PARTS)
    polls = lexicon.words("credits", "document_nouns", "polls")
    makes = alternatives(lexicon.words("credits", "makes").difference(polls))
    shows = alternatives(lexicon.words("credits", "papers", "verbs"))
    own = rf"{owned}(?:{makes})(?![\w-])"
    made = rf"(?:{own})?"
    verbs = alternatives(lexicon.words("credits", "tells"))
    whole = "|".join([rf"(?:{verbs})(?={clause})", *rest])
    to_verb = rf"{made}{aside},? "
    subject = rf"{to_verb}(?:{whole})|{own}{aside},? (?:{verbs}|{shows})(?![\w-])"
    return re.compile(subject), re.compile(rf"{made} (?:{verbs})(?=[.;,]|\n|$)")


_PARTS = ("role_owned", "role_aside", "role_clause", "role_speaks_of", "role_quotes_as", "role_figure")


def _tells(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """An outlet, or what it made, is the subject of a verb that tells."""
    telling, closing = doc.lexicon.room(_telling)
    limit = min(sentence.end, carrier.span.end + RIGHT)
    before = doc.text[max(sentence.start, carrier.span.start - 24) : carrier.span.start]
    found = telling.match(doc.text, carrier.span.end, limit)
    if found is None and before[: len(before) - len(article_before(doc.text, carrier.span.start))].rstrip().endswith(
        _BEFORE_CLOSING
    ):
        found = closing.match(doc.text, carrier.span.end, limit)
    if found is None or (is_object(doc, before, found.group().split()[-1]) and not _is_relative(doc, found.group())):
        return None
    return _credit(carrier, Span(carrier.span.start, found.end()), "reported")


def _is_relative(doc: Document, told: str) -> bool:
    """Whether a relative clause tells: "a cutting from the Courier of May, which reported that"."""
    _, _, clause = told.rpartition(", ")
    return clause.split()[0] in doc.lexicon.words("closed_classes", "relatives")


def _made(lexicon: Lexicon) -> re.Pattern[str]:
    owned = lexicon.pattern("credit_patterns", "role_owned").pattern
    return re.compile(rf"{owned}(?:{alternatives(lexicon.words('credits', 'makes'))})(?![\w-])")


def _in_product(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """ "in the Courier's account"; "by the account of the Courier"."""
    whose = _before(doc, "role_telling_of", carrier, sentence)
    if whose is not None and _ends_phrase(doc, carrier.span.end):
        return _credit(carrier, Span(whose.start(), carrier.span.end), "according_to_outlet")
    printed = _before(doc, "paper_by", carrier, sentence)
    if printed and printed["noun"] in doc.lexicon.words("credits", "papers") and _ends_phrase(doc, carrier.span.end):
        return _credit(carrier, Span(printed.start(), carrier.span.end), "reported_by")
    if page := _page_before(doc, carrier, sentence):
        return _credit(carrier, Span(page.start(), carrier.span.end), "reported_by")
    kept = _before(doc, "role_kept_by", carrier, sentence)
    if kept and kept["made"] in doc.lexicon.words("credits", "makes") and known_as(kept["done"], PARTICIPLE):
        rule = "had_from" if kept["it"] else "reported_by"
        return _credit(carrier, Span(kept.start(), carrier.span.end), rule)
    opens = _before(doc, "role_product_before", carrier, sentence)
    made = doc.lexicon.room(_made).match(doc.text, carrier.span.end, sentence.end) if opens else None
    if (
        opens is None
        or made is None
        or not _is_told_in(doc, Span(sentence.start, opens.start()), opens.group().split()[0])
    ):
        return None
    return _credit(carrier, Span(opens.start(), made.end()), "reported_by")


def _is_told_in(doc: Document, before: Span, opens: str) -> bool:
    """Whether words lead to what stands in a report: a pause, a verb that tells, or a piece of it."""
    words = before.of(doc.text).split()
    if not words or not words[-1][-1].isalnum():
        return True
    verbs = doc.lexicon.room(verb_table).get(words[-1], ())
    told = known_as(words[-1], PAST) and any(_takes_clause(verb) for verb in verbs)
    piece = words[-1] in doc.lexicon.words("credits", "makes")
    return told or (piece and opens != doc.lexicon.table("credits")["makes"]["standing"])


def _ends_phrase(doc: Document, end: int) -> bool:
    """Whether a name ends its phrase: not "in the words of Reuters founder Ada Holm", nor "of Reuters's founder"."""
    after = _NEXT.match(doc.text, end)
    verbs = doc.lexicon.words("credits", "papers", "verbs")
    return after is None or after[1] in function_words(doc.rules) or after[1] in verbs


def _page_before(doc: Document, carrier: OutletMention, sentence: Span) -> re.Match[str] | None:
    """ "on page 9 of", right before a name or its article."""
    pages = doc.lexicon.pattern("credit_patterns", "page_of")
    found = pages.search(doc.text, max(sentence.start, carrier.span.start - LEFT), carrier.span.end)
    return found if found and found.end() >= carrier.span.start else None


def _before(doc: Document, name: str, carrier: OutletMention, sentence: Span) -> re.Match[str] | None:
    """Where a pattern stands right before a name; its article may belong to the name."""
    pattern, start = doc.lexicon.pattern("credit_patterns", name), _opening(doc, carrier)
    return pattern.search(doc.text, max(sentence.start, start - LEFT), start)


def _opening(doc: Document, carrier: OutletMention) -> int:
    """Where a name begins, with the bracket of a link in Markdown around it."""
    return carrier.span.start - doc.text.startswith("[", carrier.span.start - 1)


def _behind(doc: Document, name: str, carrier: OutletMention, sentence: Span) -> re.Match[str] | None:
    return doc.lexicon.pattern("credit_patterns", name).match(doc.text, carrier.span.end, sentence.end)


def _had_from(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """What somebody has, reads or learns from an outlet, or another one names it as the source of."""
    had = _before(doc, "role_had_from", carrier, sentence)
    if had and _ends_phrase(doc, carrier.span.end):
        told_behind = had["it"] is None or _behind(doc, "role_clause", carrier, sentence)
        rule = "according_to_outlet" if told_behind else "had_from"
        return _credit(carrier, Span(had.start(), carrier.span.end), rule)
    pairs = (
        ("role_read_there", "role_read_that", False),
        ("role_from", "role_from_we_learn", False),
        ("role_source_named", "role_as_source", True),
        ("role_if", "role_believed", False),
    )
    for left, right, cited in pairs:
        behind = _behind(doc, right, carrier, sentence)
        before = _before(doc, left, carrier, sentence) if behind else None
        if before and behind:
            return _credit(carrier, Span(before.start(), behind.end()), "according_to_outlet", cited=cited)
    return None


def _said_there(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """ "“We stay,” she complained to the Courier": words in marks, and a verb of saying before the name."""
    if not meets_any(sentence, doc.quoted) or not _ends_phrase(doc, carrier.span.end):
        return None
    between = doc.lexicon.pattern("credit_patterns", "role_said_there")
    floor = max(sentence.start, carrier.span.start - LEFT)
    for verb in list(verbs_in(doc, Span(floor, carrier.span.start)))[: -_LAST - 1 : -1]:
        tells = any(_takes_clause(one) for one in doc.lexicon.room(verb_table)[verb.group()])
        if tells and (there := between.fullmatch(doc.text, verb.end(), _opening(doc, carrier))):
            rule = "statement_to" if there["to"] else "reported_by"
            return _credit(carrier, Span(verb.start(), carrier.span.end), rule)
    return None


def _is_told(doc: Document, told: Span) -> bool:
    """Whether a sentence tells what was: not the line below a picture, which says what is ("Holm speaks")."""
    words = [word.group() for word in _WORD.finditer(doc.text, *told)]
    was = any(known_as(word, PAST) and not known_as(word, PARTICIPLE) for word in words)
    return was and not doc.lexicon.pattern("credit_patterns", "role_hour").search(doc.text, *told)


def _takes_clause(verb: Verb) -> bool:
    return verb.takes == "clause" and not (verb.noun or verb.needs_quote)


def _bracketed(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """ "…, the ministry said (Reuters)." at the end of what is told, or behind its stop."""
    closes = _behind(doc, "role_bracket", carrier, Span(sentence.start, len(doc.text)))
    opening = doc.lexicon.pattern("credit_patterns", "role_bracket_before")
    opens = opening.search(doc.text, carrier.span.start - _BRACKET, carrier.span.start) if closes else None
    if opens is None or closes is None:
        return None
    place, told = Span(opens.start(), closes.end()), Span(sentence.start, opens.start())
    if not any(map(str.isalnum, told.of(doc.text))):
        earlier = doc.sentence_at(max(0, opens.start() - 2))
        if earlier is None or doc.paragraph_at(earlier.start) != doc.paragraph_at(opens.start()):
            return None
        said = _is_said(doc, earlier) or (is_agency(carrier, doc.lexicon) and _is_told(doc, earlier))
        return _credit(carrier, place, "bracketed_behind") if said else None
    named = opens["source"] or closes["day"]
    return _credit(carrier, place, "bracketed") if named or _is_said(doc, told) else None


def _is_said(doc: Document, told: Span) -> bool:
    """Whether words before a bracket are told by somebody: no picture's, and nothing that is on at an hour."""
    hour = doc.lexicon.pattern("credit_patterns", "role_hour").search(doc.text, *told)
    return not hour and any(verbs_in(doc, told))


def _whole_story(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """ "Read the full story at the Courier": what stands before is told there."""
    whole = _before(doc, "role_whole_story", carrier, sentence)
    return _credit(carrier, Span(whole.start(), carrier.span.end), "whole_story") if whole else None
