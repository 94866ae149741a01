"""The people an article names in full, credited or not: so that two spellings of one man are one source everywhere."""

from __future__ import annotations

from collections import defaultdict

from audit.extract.reading import Document
from audit.extract.sources.capitals import is_given_name
from audit.extract.sources.names import Name
from audit.ids import name_key
from audit.records import Source, SourceKind


def find_people(document: Document) -> tuple[Source, ...]:
    """People with a full name that is plainly one: a role or a known first name beside it, or named more than once."""
    places = defaultdict[str, list[Name]](list)
    for name in document.names:
        if name.kind is SourceKind.PERSON and " " in name.full:
            places[name.full].append(name)
    return tuple(
        Source(full, SourceKind.PERSON, tuple(dict.fromkeys(n.surface for n in found if _is_spelling(n.surface, full))))
        for full, found in sorted(places.items())
        if _is_plain(full, found)
    )


def _is_plain(full: str, found: list[Name]) -> bool:
    return len(found) > 1 or any(name.role for name in found) or is_given_name(full.split()[0])


def _is_spelling(surface: str, full: str) -> bool:
    return " " in surface and name_key(surface).split()[-1:] == name_key(full).split()[-1:]
