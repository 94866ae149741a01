"""Since when a sentence stands on a page: the revisions of a MediaWiki export, oldest first.

Invariant: a revision counts only where every letter of the sentence stands in it in one piece; revisions are read one
by one, and taken apart only where all words of a sentence stand in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from audit.cite.references import CitedSentence
from audit.cite.source_index import solid
from audit.cite.terms import fold
from audit.cite.wikitext_references import read_wikitext
from audit.errors import InputError

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Revision:
    """The wikitext of a page on a day."""

    day: date
    text: str


def first_days(sentences: Iterable[CitedSentence], export: Path) -> dict[int, date]:
    """Sentence number to the day of the first revision that holds it. Raises InputError for another kind of file."""
    waiting = {
        sentence.number: (solid(sentence.text), set(_WORD.findall(fold(sentence.text)))) for sentence in sentences
    }
    found: dict[int, date] = {}
    for revision in sorted(read_revisions(export), key=lambda one: one.day):
        words = set(_WORD.findall(fold(revision.text)))
        likely = [number for number, (_, own) in waiting.items() if own <= words]
        plain = solid(read_wikitext(revision.text).text) if likely else ""
        for number in likely:
            if waiting[number][0] in plain:
                found[number] = revision.day
                del waiting[number]
        if not waiting:
            break
    return found


def read_revisions(export: Path) -> Iterator[Revision]:
    """The revisions of an export, in its order. Raises InputError where it is none, or broken."""
    try:
        with export.open("rb") as opened:
            parsed = etree.iterparse(opened, tag="{*}revision", resolve_entities=False, no_network=True, huge_tree=True)
            for _, element in parsed:
                yield _revision(element)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except (OSError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{export} is no export of revisions that can be read", str(error)) from error


def _revision(element: etree._Element) -> Revision:
    stamp, text = element.findtext("{*}timestamp") or "", element.findtext("{*}text") or ""
    return Revision(date.fromisoformat(stamp[:10]), text)
