"""Outlets named again by what they are: "The paper wrote", "told the broadcaster", and "the broadcaster KTV".

A definite noun means the outlet that was named last before it, where that is near and nothing else may be meant: "the
agency" is a news agency only where one was named and no body stands between, "the report" is an outlet's only where it
stood beside its name ("a report in the Courier", "the Courier reported") and no other was named since.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from audit.extract.credits.outlet_mention import OutletMention, is_agency
from audit.extract.reading import Document
from audit.extract.sources.speaker_words import article_before
from audit.extract.sources.unnamed import function_words
from audit.lexicon.language import Lexicon
from audit.records import Source, SourceKind, Span
from audit.text.patterns import Phrases, alternatives, phrases_of

_NEXT = re.compile(r"[’']?s? ([a-z][\w-]*)")
_HEAD = 12  # characters: a name that begins so early is what its sentence is about
_BACK = 4  # outlets among which the last one that may be meant is looked for
NEAR = 2  # paragraphs back in which the outlet was named
BESIDE = 40  # characters before its name in which what it printed is told


def find_definite(doc: Document, named: Sequence[OutletMention]) -> Iterator[tuple[Span, OutletMention]]:
    """Each definite noun of an outlet and the one that it means; `named`: in the order of the text."""
    starts = [carrier.span.start for carrier in named]
    for found in doc.find(doc.lexicon.room(_nouns)) if named else ():
        at = bisect_left(starts, found.start())
        last = next((one for one in reversed(named[:at][-_BACK:]) if _fits(doc, found, one)), None)
        if last and doc.sentence_at(found.start()) and _means(doc, found, last):
            yield Span(*found.span()), last
    for found in doc.find(doc.lexicon.room(_its)) if named else ():
        at = bisect_left(starts, found.start())
        owner = named[at - 1] if at else None
        if owner and doc.sentence_at(found.start()) and _is_its(doc, found.start(), owner):
            yield Span(found.start(), found.end("owner")), owner


def _its(lexicon: Lexicon) -> Phrases:
    """ "its note" before what that tells; the word before the noun stands for the outlet."""
    made = lexicon.words("credits", "makes")
    verbs = alternatives(form for row in lexicon.rows("credits", "verb") for form in row["words"])
    aside, its = (lexicon.pattern("credit_patterns", name).pattern for name in ("role_aside", "its_before"))
    return phrases_of(made, rf"(?P<owner>{its})(?= (?:[a-z]+ )?(?:{alternatives(made)}){aside} (?:{verbs})\b)")


def _is_its(doc: Document, at: int, owner: OutletMention) -> bool:
    """Whether "its" stands for an outlet: the one at the head of a sentence of the paragraph, and no body since."""
    house = owner.source.kind in {SourceKind.OUTLET, SourceKind.AGENCY}
    same = doc.paragraph_at(owner.span.start) == doc.paragraph_at(at)
    first = doc.sentence_at(owner.span.start)
    opens = first is not None and owner.span.start - first.start <= _HEAD
    others = doc.names_in(Span(owner.span.end, at))
    return house and same and opens and not any(n.kind is SourceKind.ORGANISATION for n in others)


def _fits(doc: Document, found: re.Match[str], one: OutletMention) -> bool:
    """Whether an outlet may be called so: no agency is a paper, and no station a magazine."""
    if found["paper"] not in doc.lexicon.words("credits", "definite", "printed_only"):
        return True
    aired = doc.lexicon.words("credits", "definite", "aired")
    return not is_agency(one, doc.lexicon) and aired.isdisjoint(one.source.name.split())


def _nouns(lexicon: Lexicon) -> Phrases:
    papers, agencies, pieces = (lexicon.words("credits", "definite", key) for key in ("words", "agencies", "pieces"))
    article = lexicon.pattern("credit_patterns", "definite_article").pattern
    breaks = alternatives(lexicon.words("credits", "definite", "breaks"))
    piece = rf"(?P<piece>{alternatives(pieces)})(?! (?:{breaks})\b)"
    telling = lexicon.words("credits", "definite", "telling")
    verbs = alternatives(form for row in lexicon.rows("credits", "verb") for form in row["words"])
    also = lexicon.pattern("credit_patterns", "verb_adverbs").pattern
    tells = rf"(?:{alternatives(telling)})(?= {also}(?:{verbs})\b)"
    nouns = rf"(?:(?P<agency>{alternatives(agencies)})|{piece}|(?P<paper>{alternatives(papers)})|{tells})"
    made = alternatives(lexicon.words("credits", "makes"))
    return phrases_of(papers | agencies | pieces | telling, rf"{article}{nouns}\b(?!-|[’'](?!s (?:{made})\b)| [A-Z])")


def _is_apposed(doc: Document, found: re.Match[str]) -> bool:
    """Whether a noun only tells what stands before it is: "Umland, the website that first printed it"."""
    after = _NEXT.match(doc.text, found.end())
    which = doc.lexicon.words("closed_classes", "relatives") | doc.lexicon.words("closed_classes", "complementizers")
    return doc.text.endswith(", ", 0, found.start()) and after is not None and after[1] in which


def _means(doc: Document, found: re.Match[str], last: OutletMention) -> bool:
    if _is_apposed(doc, found):
        return False
    if found["piece"] and not _is_piece_of(doc, last.span, found.start()):
        return False
    house = last.source.kind in {SourceKind.OUTLET, SourceKind.AGENCY}
    if (
        not house
        or (found["agency"] and not is_agency(last, doc.lexicon))
        or last.span.end > found.start()
        or not _is_near(doc, last.span, found.start())
    ):
        return False
    between = Span(last.span.end, found.start())
    return not found["agency"] or not any(n.kind is SourceKind.ORGANISATION for n in doc.names_in(between))


def _is_piece_of(doc: Document, named: Span, at: int) -> bool:
    """Whether a piece stood beside the name of its outlet, and no other document came between: "a Courier report"."""
    before, after = doc.lexicon.room(_piece_before), doc.lexicon.room(_piece_after)
    told = after.match(doc.text, named.end, at)
    if told is None and not before.search(doc.text[max(0, named.start - BESIDE) : named.start]):
        return False
    others = doc.lexicon.room(_documents).finditer(doc.text, told.end() if told else named.end, at)
    return all(article_before(doc.text, other.start()) for other in others)


def _piece_before(lexicon: Lexicon) -> re.Pattern[str]:
    nouns, links = (alternatives(lexicon.words("credits", "definite", key)) for key in ("pieces", "piece_of"))
    article = lexicon.pattern("credit_patterns", "definite_article").pattern
    return re.compile(rf"\b(?:{nouns}) (?:{links}) (?:{article})?$")


def _piece_after(lexicon: Lexicon) -> re.Pattern[str]:
    printed = lexicon.words("credits", "definite", "pieces") | lexicon.words("credits", "definite", "printed")
    return re.compile(rf"(?:[’']s)?(?: [\w-]+)? (?:{alternatives(printed)})\b")


def _documents(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = lexicon.words("credits", "document_nouns") | lexicon.words("credits", "definite", "pieces")
    return re.compile(rf"\b(?:{alternatives(nouns)})\b")


def _is_near(doc: Document, named: Span, at: int) -> bool:
    first, last = (bisect_left(doc.paragraphs, place + 1, key=lambda p: p.start) for place in (named.start, at))
    return last - first <= NEAR


def is_called_outlet(doc: Document, name: Span) -> bool:
    """Whether the words right beside a name call it an outlet: "the broadcaster KTV", "Umland, a weekly magazine"."""
    return not doc.is_quoted(name.start) and (_is_called_before(doc, name) or _is_called_behind(doc, name))


def _is_called_before(doc: Document, name: Span) -> bool:
    """ "the broadcaster KTV"; not "the weekly Orrin market", where the word only tells how often."""
    if not doc.text.endswith(doc.lexicon.room(_called_before), 0, name.start):
        return False
    found = doc.lexicon.room(_called).search(doc.text, max(0, name.start - 30), name.start)
    return found is not None and (found["how_often"] is None or _stands_alone(doc, name.end))


def _stands_alone(doc: Document, end: int) -> bool:
    """Whether a name describes no noun behind it: a pause, a small word or a verb of an outlet follows."""
    after = _NEXT.match(doc.text, end)
    if after is None or after[1] in function_words(doc.rules):
        return True
    verbs = {verb.partition(" ")[0] for row in doc.lexicon.rows("credits", "verb") for verb in row["words"]}
    return after[1] in verbs


def _is_called_behind(doc: Document, name: Span) -> bool:
    """ "Umland, a weekly magazine"."""
    return after_called(doc, name.end) > name.end


def after_called(doc: Document, end: int) -> int:
    """Where what an outlet is called behind its name ends; where the name does, if nothing is told there."""
    called = doc.lexicon.room(_called_behind).match(doc.text, end)
    return called.end() if called else end


def _called_words(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("credits", "definite", "called") | lexicon.words("credits", "definite", "how_often")


def _called_before(lexicon: Lexicon) -> tuple[str, ...]:
    """What the text before such a name ends in."""
    return tuple(f"{noun} " for noun in sorted(_called_words(lexicon)))


def _called(lexicon: Lexicon) -> re.Pattern[str]:
    often = alternatives(lexicon.words("credits", "definite", "how_often"))
    nouns = alternatives(lexicon.words("credits", "definite", "called"))
    return re.compile(rf"\b(?:{nouns}|(?P<how_often>{often})) $")


def _called_behind(lexicon: Lexicon) -> re.Pattern[str]:
    aside = lexicon.pattern("credit_patterns", "outlet_apposed").pattern
    return re.compile(rf"{aside}(?:{alternatives(_called_words(lexicon))})(?=[,.;:)”\"]|\n|$)")


def again_named(text: str, place: Span, last: OutletMention) -> Source:
    """The outlet under the words by which it is named again."""
    words = place.of(text)
    return Source(last.source.name, last.source.kind, (words,) if " " in words else last.source.names)
