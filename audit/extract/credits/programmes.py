"""Programmes in quotation marks: a title that means the outlet which airs it ("told “Meet the Press”").

Two ways to know whose it is: the table of outlets, and the article's own words ("CBS’ “Face the Nation”"). Nothing else
is guessed: a title nobody claims is no outlet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from audit.extract.quotes.scare_quotes import names_thing
from audit.extract.reading import Document
from audit.ids import name_key
from audit.lexicon.language import Lexicon
from audit.lexicon.outlets import Outlet, Outlets
from audit.records import Span
from audit.text.patterns import alternatives

_STOPS = " ,.;:!?"
_LONGEST = 60  # characters of a title, and between an outlet and its programme


def find_programmes(doc: Document, outlets: Outlets, named: Sequence[tuple[Span, Outlet]]) -> dict[Span, Outlet]:
    """Each title in marks that an outlet airs, and which one. `named`: the outlets of the text, in order."""
    places = list(_titles(doc))
    owned = ((place, _owner(doc, place, named)) for place in places)
    by_name = {name_key(place.of(doc.text)): owner for place, owner in owned if owner}
    told = ((p, by_name.get(name_key(p.of(doc.text))) or outlets.airing(p.of(doc.text))) for p in places)
    return {place: outlet for place, outlet in told if outlet}


def _titles(doc: Document) -> Iterator[Span]:
    """What stands in marks and is short enough for a title, without the stop that typesetters put inside."""
    for inner in doc.quoted:
        words = inner.of(doc.text).rstrip(_STOPS)
        if words and len(words) <= _LONGEST:
            yield Span(inner.start, inner.start + len(words))


def _owner(doc: Document, place: Span, named: Sequence[tuple[Span, Outlet]]) -> Outlet | None:
    """The outlet right before a title that the words between make its own."""
    at = bisect_right(named, place.start, key=lambda one: one[0].start)
    if not at or place.start - named[at - 1][0].end > _LONGEST:
        return None
    span, outlet = named[at - 1]
    airs = doc.lexicon.room(_airs).fullmatch(doc.text, span.end, place.start)
    return outlet if airs and names_thing(doc.text, place, doc.lexicon) else None


def _airs(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between an outlet and its programme: "’ ", "’s weekly ", " News program "."""
    nouns = alternatives(lexicon.words("credits", "programmes"))
    return re.compile(rf"(?:[’']s?(?: [a-z-]+){{0,3}}|(?: [\w-]+){{0,2}} (?:{nouns})),? [“”\"‘']")


def is_aired(doc: Document, after: int) -> bool:
    """Whether the words behind an outlet's name make it a programme of its: "the Fox News program “Morning Mill”"."""
    return bool(doc.lexicon.room(_programme_behind).match(doc.text, after))


def _programme_behind(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = alternatives(lexicon.words("credits", "programmes"))
    return re.compile(rf"(?:[’']s?)?(?: [\w-]+){{0,2}} (?:{nouns})\b")
