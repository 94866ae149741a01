"""Outlets that a headline credits: `Norwick Post: Mill to close`, `Nine ships leave: Reuters`, `Mill shut - BBC`.

Invariant: the headline is the first paragraph and has no full stop; beside the colon stands a clause with a verb, or
the outlet's poll or report.
"""

from __future__ import annotations

import re

from audit.extract.credits.outlet_mention import OutletMention
from audit.extract.credits.outlets_named import OFTEN_SMALL
from audit.extract.quotes.headlines import FEWEST_SAID, claims_something
from audit.extract.quotes.scare_quotes import is_label
from audit.extract.reading import Document
from audit.lexicon.counts import small_share
from audit.lexicon.language import Lexicon
from audit.records import Span
from audit.text.patterns import alternatives

_DASHED = re.compile(r"\s[-–—|]\s")
_STOPS = ".!?…"
_WORD = re.compile(r"\w+")


def headline_credit(doc: Document, carrier: OutletMention) -> Span | None:
    """An outlet before the colon of a headline, or behind its last colon or dash; None where it is only its topic."""
    title = doc.paragraphs[0]
    if carrier.span.start >= title.end or len(doc.paragraphs) < 2 or title.of(doc.text).rstrip()[-1:] in _STOPS:
        return None
    found = _before_colon(doc, carrier, title) or _behind(doc, carrier, title)
    return found if found and not _is_phrase(doc, carrier, title) else None


def _made(lexicon: Lexicon) -> re.Pattern[str]:
    """What an outlet makes, right behind its name: " Poll", "'s report"."""
    products = alternatives(lexicon.words("credits", "products"))
    return re.compile(rf"(?:[’']s?)?((?:\s(?:{products}))*)(?![\w-])", re.IGNORECASE)


def _before_colon(doc: Document, carrier: OutletMention, title: Span) -> Span | None:
    """ "CNN poll: Nine in ten want the mill": the words up to the colon."""
    label = doc.text[title.start : carrier.span.start].strip()
    made = doc.lexicon.room(_made).match(doc.text, carrier.span.end, title.end)
    if made is None or not doc.text.startswith(": ", made.end()) or (label and not _is_label(doc, label)):
        return None
    told = Span(made.end() + 2, title.end)
    return Span(carrier.span.start, made.end()) if _tells(doc, told, made=bool(made[1])) else None


def _is_label(doc: Document, words: str) -> bool:
    return words.endswith(":") and is_label(words[:-1], doc.lexicon)


def _behind(doc: Document, carrier: OutletMention, title: Span) -> Span | None:
    """ "Nine ships leave: Reuters poll": the words behind the colon or dash."""
    made = doc.lexicon.room(_made).match(doc.text, carrier.span.end, title.end)
    before = doc.text[title.start : carrier.span.start].rstrip()
    told = Span(title.start, title.start + max(0, len(before) - 1))
    if made is None or doc.text[made.end() : title.end].strip():
        return None
    dashed = _DASHED.fullmatch(doc.text, told.end - 1, carrier.span.start)
    tells = (before.endswith(":") or dashed) and _tells(doc, told, made=bool(made[1]))
    return Span(carrier.span.start, made.end()) if tells else None


def _tells(doc: Document, words: Span, *, made: bool) -> bool:
    """Whether some words of a headline are a claim: with a verb, or what somebody's poll came to."""
    return len(_WORD.findall(doc.text, *words)) >= FEWEST_SAID and (made or claims_something(doc, words))


def _is_phrase(doc: Document, carrier: OutletMention, title: Span) -> bool:
    """Whether a name is of everyday words and the article does not name the outlet: "War Zone: Town Erupts"."""
    words = _WORD.findall(doc.text, *carrier.span)
    everyday = all(small_share(word.casefold()) > OFTEN_SMALL for word in words)
    return everyday and doc.text.find(carrier.span.of(doc.text), title.end) < 0
