"""What the slots of a claim amount to: an ordered list of rules, the first that holds gives the verdict and its reason.

Invariant: `carried` is said only where every word of weight stands in one place; a source that could not be read whole
is never said to lack anything but what is plainly contradicted; `differs` is said only where a source has other words
in the place of the claim's, never where it is silent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audit.cite.gap_finders import Reading, in_order
from audit.cite.marked_words import are_all_there
from audit.cite.polarity import leaves_open, opened_words
from audit.cite.records import Gap, GapKind, Verdict
from audit.cite.source_index import SourceIndex
from audit.cite.terms import TermKind, total
from audit.lexicon import has_rules

# Settled on the development halves of three sets of cited claims (wice, wikipedia, attributionbench), none held out.
SHORTEST_SOURCE = 60  # words; what is shorter is a stub, a catalogue entry, a consent wall
SCATTERED, FIGURE, YEAR, NUMBER, NAME = 0.5, 0.8, 0.6, 0.1, 0.02
LOST_FROM, NOT_FOUND_FROM = 0.8, 1.7
NUMBERED_FROM = 0.7  # in place of LOST_FROM for a claim with a number: it tells one definite thing, in few wordings
EXCERPT = 0.35  # more, where a source is cut from a page: what it lacks may stand elsewhere on that
PASSAGE = 0.1  # less, where all are passages: their words are few, and none is found by chance
OPEN_FROM = 0.85  # for any other that says what may or should be: advice and guesses are worded in many ways
ON_TOPIC = 0.6  # share of weight that the best place of a cut source may lack where the source still treats the matter
LEAST_TERMS = 4  # a claim of fewer words of weight is never said to be carried; of so few none may stand elsewhere
LIGHT = 3.0  # a word in every twentieth article is light; a month weighs so much and is not
SLACK, ABSENT = 0.25, 0.2  # of the weight: light words that stand elsewhere, and those among them that stand nowhere
WORDED = 0.15  # of the words of a claim that is carried: so many stand in the source in runs of three
IN_ORDER = 0.2  # of its neighbouring words of weight: so many stand near each other there, in that order
_ENDS = re.compile(r"[.!?…:;\"”’')\]]\s*$")
CUT_AT = 1_000  # characters; a text of so many thousands that breaks off in mid-sentence was cut by a limit


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim's slots, weighed: what is missing anywhere, what is missing in the best place, and both in one number."""

    reading: Reading
    gaps: tuple[Gap, ...]
    missing: float


Rule = Callable[[Weighed], tuple[Verdict, str] | None]


def weigh(reading: Reading, gaps: Sequence[Gap]) -> Weighed:
    """How much of the claim the sources lack: shares of weight plus what each lost figure, year and name adds."""
    figures, years = (sum(gap.kind is kind for gap in gaps) for kind in (GapKind.FIGURE, GapKind.DATE))
    numbers = sum(term.kind is TermKind.NUMBER for term in reading.absent)
    names = [term for term in reading.absent if term.kind is TermKind.NAME]
    missing = (
        reading.absent_share
        + SCATTERED * reading.scattered_share
        + FIGURE * min(figures, 2)
        + YEAR * min(years, 1)
        + NUMBER * min(numbers, 2)
        + NAME * min(total(names) if names else 0.0, 12.0)
    )
    return Weighed(reading, tuple(gaps), missing)


def cannot_compare(reading: Reading) -> str | None:
    """Why a claim cannot be compared at all with its sources; None where it can."""
    language = reading.own_language
    if not has_rules("cite", language):
        return f"there are no rules for the language of the claim ({language})"
    if not reading.terms:
        return "the claim has no word that can be compared"
    told = {source.own_language for source in reading.sources if source.sentences}
    if not told:
        return "no source has text"
    return None if language in told else f"the source is in another language ({', '.join(sorted(told))})"


def _quote_altered(weighed: Weighed) -> tuple[Verdict, str] | None:
    if is_partial(weighed.reading) or not _otherwise(weighed, GapKind.QUOTE):
        return None
    return Verdict.DIFFERS, "marked words stand otherwise in the source"


def _turned_round(weighed: Weighed) -> tuple[Verdict, str] | None:
    if not _otherwise(weighed, GapKind.NEGATION):
        return None
    return Verdict.DIFFERS, "one of the two denies what the other says"


def _other_number(weighed: Weighed) -> tuple[Verdict, str] | None:
    if not _lacks_much(weighed) or not _otherwise(weighed, GapKind.FIGURE):
        return None
    return Verdict.DIFFERS, "the sentence that says the same has another number"


def _otherwise(weighed: Weighed, kind: GapKind) -> bool:
    """Whether a source has other words in the place of some of that kind."""
    return any(gap.kind is kind and gap.otherwise for gap in weighed.gaps)


def _of_the_writer(weighed: Weighed) -> tuple[Verdict, str] | None:
    found = weighed.reading.of_the_writer
    return (Verdict.NOT_FOUND, found[0].why) if found else None


def _carried(weighed: Weighed) -> tuple[Verdict, str] | None:
    reading = weighed.reading
    if len(reading.terms) < LEAST_TERMS or any(gap.kind is not GapKind.CONTENT for gap in weighed.gaps):
        return None
    if _asks(reading.claim) or (reading.statement and any(opened_words(reading.claim, *reading.statement))):
        return None
    if not _in_one_place(reading) or not are_all_there(reading.claim, reading.marked, reading.sources):
        return None
    if reading.worded < WORDED or in_order(reading) < IN_ORDER:
        return None
    return Verdict.CARRIED, "every word of weight stands in one place, many of them side by side as here"


def _asks(claim: str) -> bool:
    """Whether a claim is a question, which claims nothing that could be carried."""
    return claim.rstrip().endswith("?")


def _in_one_place(reading: Reading) -> bool:
    """Whether one place has all of the claim but a few words that much of the news prints, and no number of it."""
    if not all(term.whole < LIGHT and term.kind is not TermKind.NUMBER for term in reading.apart):
        return False
    slack = SLACK if len(reading.terms) > LEAST_TERMS else 0.0
    return reading.apart_share <= slack and reading.absent_share <= ABSENT


def _partial(weighed: Weighed) -> tuple[Verdict, str] | None:
    if not _lacks_much(weighed) or not is_partial(weighed.reading) or _speaks_of_it(weighed):
        return None
    return Verdict.CANNOT_TELL, "the source is cut off or a stub"


def _speaks_of_it(weighed: Weighed) -> bool:
    """Whether the readable part treats this very matter."""
    return weighed.reading.scattered_share <= ON_TOPIC


def _not_found(weighed: Weighed) -> tuple[Verdict, str] | None:
    if weighed.missing < NOT_FOUND_FROM or _speaks_of_it(weighed):
        return None
    return Verdict.NOT_FOUND, "the sources lack most of it"


def _quote_lost(weighed: Weighed) -> tuple[Verdict, str] | None:
    """What is marked as said must stand there, however well the rest of the claim is found."""
    whole = not is_partial(weighed.reading) and not any(source.is_excerpt for source in weighed.reading.sources)
    if not whole or not any(gap.kind is GapKind.QUOTE for gap in weighed.gaps):
        return None
    return Verdict.NOT_FOUND, "marked words are in no source"


def _lost_in_part(weighed: Weighed) -> tuple[Verdict, str] | None:
    return (Verdict.NOT_FOUND, "the sources lack a good part of it") if _lacks_much(weighed) else None


def _lacks_much(weighed: Weighed) -> bool:
    """Whether the sources lack so much of the claim that they do not carry it."""
    reading = weighed.reading
    passages = all(source.is_passage for source in reading.sources)
    excerpt = any(source.is_excerpt for source in reading.sources)
    return weighed.missing >= _least(reading) + EXCERPT * excerpt - PASSAGE * passages


def _least(reading: Reading) -> float:
    """How much a whole page must lack of a claim, by what the claim says."""
    if any(term.kind is TermKind.NUMBER for term in reading.terms):
        return NUMBERED_FROM
    return OPEN_FROM if leaves_open(reading.claim) else LOST_FROM


def _unsaid(weighed: Weighed) -> tuple[Verdict, str] | None:
    """Too little of a claim is found for "no difference", too much for an absence."""
    reading = weighed.reading
    if reading.is_unsaid:
        return Verdict.CANNOT_TELL, "no source prints most of what it says"
    if any(gap.kind is GapKind.NAME for gap in weighed.gaps):
        return Verdict.CANNOT_TELL, "no source prints a name of it"
    if not _speaks_of_it(weighed):
        return Verdict.CANNOT_TELL, "no place of a source speaks of it"
    return None


def _no_difference(weighed: Weighed) -> tuple[Verdict, str]:
    return Verdict.NO_DIFFERENCE, "no difference found"


RULES: tuple[Rule, ...] = (
    _quote_altered, _turned_round, _of_the_writer, _other_number, _carried, _partial, _not_found, _quote_lost,
    _lost_in_part, _unsaid, _no_difference,
)  # fmt: skip


def judge(weighed: Weighed) -> tuple[Verdict, str]:
    """The verdict and its reason: those of the first rule that holds."""
    return next(found for rule in RULES if (found := rule(weighed)) is not None)


def is_partial(reading: Reading) -> bool:
    """Whether every source is a stub or breaks off, so that what is not found may stand behind the cut."""
    return all(_is_cut(source) or _is_stub(source, reading) for source in reading.sources)


def _is_cut(source: SourceIndex) -> bool:
    length = len(source.text)
    return source.cut or (length > 0 and length % CUT_AT == 0 and not _ENDS.search(source.text))


def _is_stub(source: SourceIndex, reading: Reading) -> bool:
    words = len(source.text.split())
    return words < SHORTEST_SOURCE and len(source.sentences) == 1 and not reading.window[1]
