"""How quotes are read in each language: one entry a language in `MANNERS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from audit.extract.quotes.attributions import read_attributions
from audit.extract.quotes.colon import introduced, read_colon, read_remark
from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.dialogue import read_dialogue
from audit.extract.quotes.german import read_german
from audit.extract.quotes.headlines import read_headline
from audit.extract.quotes.sentence_items import Line
from audit.extract.quotes.subjects import Phrase
from audit.extract.reading import Document


@dataclass(frozen=True, slots=True)
class Manner:
    """A language's manner of quoting: the attributions of a line, whom a line that ends in a colon introduces, and
    whether marked words that no rule reads are quotes all the same, and whether a sentence of nothing but marked words
    that has its own rule is whose the one before is.
    """

    attributions: Callable[[Document, Line], list[Attribution]]
    introduced: Callable[[Line], Phrase | None]
    keeps_unread: bool
    carries: bool


def _english(doc: Document, line: Line) -> list[Attribution]:
    turn = read_dialogue(doc, line)
    if turn:
        return [turn]
    if headline := read_headline(doc, line):
        return [headline]
    found = read_attributions(line)
    if remark := read_remark(line):
        return [*(said for said in found if not _holds([said], remark)), remark]
    behind_colon = read_colon(line)
    return found if behind_colon is None or _holds(found, behind_colon) else [*found, behind_colon]


def _holds(found: list[Attribution], one: Attribution) -> bool:
    """Whether the words of an attribution are given to somebody already."""
    (words,) = one.content
    return any(first <= words[0] < stop for said in found for first, stop in said.content)


def _introduced(line: Line) -> Phrase | None:
    return introduced(line, len(line) - 1)


def _german(doc: Document, line: Line) -> list[Attribution]:
    return read_german(line, doc.lexicon)


def _nobody(line: Line) -> Phrase | None:
    return None


_SILENT = Manner(lambda doc, line: [], _nobody, False, False)
MANNERS: Mapping[str, Manner] = {
    "en": Manner(_english, _introduced, True, False),
    "de": Manner(_german, _nobody, False, True),
}


def manner_of(language: str) -> Manner:
    """The manner of a language; one that reads nothing where quotes are read elsewhere (`audit/extract/romance`)."""
    return MANNERS.get(language, _SILENT)
