"""Figures of two texts that speak of one thing: which pairs of them are told, and what keeps a pair silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf, log10
from typing import Any

from audit.figures_algebra.context import Context, read_context
from audit.judge.library import Library, content_words, days_between, proper_names
from audit.lexicon import load_rules
from audit.match.words import read_words, stem
from audit.records import Span

Row = dict[str, Any]
MOST_DAYS = 3  # between two texts that report one state of the world
MOST_RATIO = 2.2  # of two counts of one thing
SLIP = 0.02  # of the decimal logarithm: 1.2 and 12 are a slip of scale
LEAST_LIKENESS = 0.14  # shared content words of two sentences in the shorter
MOST_ALIKE = 3  # figures of one unit and head in a sentence: more are a list


@dataclass(frozen=True, slots=False)
class Pair:
    """Two figures in their sentences, the earlier first."""

    row: Row
    a: Row
    b: Row
    library: Library

    @cached_property
    def places(self) -> tuple[Row, Row]:
        """Both places."""
        return self.row["evidence"][0], self.row["evidence"][1]

    @cached_property
    def sentences(self) -> tuple[str, str]:
        """Both sentences."""
        one, two = self.places
        return self.library.around(one), self.library.around(two)

    @cached_property
    def contexts(self) -> tuple[Context, Context]:
        """What both sentences say around the figure."""
        return tuple(map(self._context, self.places))  # type: ignore[return-value]

    def _context(self, place: Row) -> Context:
        around = self.library.sentence(place)
        text = around.of(self.library.texts[place["article_id"]])
        return read_context(text, Span(place["start"] - around.start, place["end"] - around.start))

    @cached_property
    def beside(self) -> tuple[list[Row], list[Row]]:
        """The other figures of both sentences."""
        return tuple(self._beside(p, f) for p, f in zip(self.places, (self.a, self.b), strict=True))  # type: ignore[return-value]

    def _beside(self, place: Row, figure: Row) -> list[Row]:
        found = self.library.figures_in(place["article_id"], self.library.sentence(place))
        return [row for row in found if row["figure_id"] != figure["figure_id"]]

    @cached_property
    def ratio(self) -> float:
        """The greater value over the smaller."""
        low, high = sorted((abs(self.a["high"]), abs(self.b["high"])))
        return high / low if low else inf


def same_value(one: Row, other: Row) -> bool:
    """Whether two figures name one value in one unit, hedges aside."""
    return bool((one["low"], one["high"], one["unit"]) == (other["low"], other["high"], other["unit"]))


def one_article(pair: Pair) -> bool:
    """Both stand in one text."""
    one, two = pair.places
    return bool(one["article_id"] == two["article_id"])


def far_in_time(pair: Pair) -> bool:
    """Days lie between them: two states of the world."""
    days = days_between(pair.a["published_at"], pair.b["published_at"])
    return days is not None and days > MOST_DAYS


def is_slip(pair: Pair) -> bool:
    """Whether one is ten, a hundred, a thousand times the other."""
    power = log10(pair.ratio) if 0 < pair.ratio < inf else 0.0
    return round(power) >= 1 and abs(power - round(power)) <= SLIP


def far_in_value(pair: Pair) -> bool:
    """Nobody takes one for the other, unless a zero came or went."""
    return pair.ratio > MOST_RATIO and not is_slip(pair)


def gives_the_other(pair: Pair) -> bool:
    """One of the texts has the other's value too: it speaks of both. Where hedges alone differ there is one value."""
    if same_value(pair.a, pair.b):
        return False
    figures = pair.library.figures
    return any(
        same_value(row, other)
        for one, other in ((pair.a, pair.b), (pair.b, pair.a))
        for row in figures.get(one["article_id"], [])
    )


def no_shared_name(pair: Pair) -> bool:
    """The sentences name nobody and nothing in common."""
    one, two = map(proper_names, pair.sentences)
    return not (one & two)


def counts_answers(pair: Pair) -> bool:
    """Answers of a poll, votes, margins, odds: many such numbers stand side by side by nature."""
    words = frozenset(load_rules("many_counts")["words"])
    return any(frozenset(read_words(sentence).keys) & words for sentence in pair.sentences)


def other_qualifiers(pair: Pair) -> bool:
    """Each is of another kind of the thing counted; words that only add or order are no kind."""
    ordering = frozenset(load_rules("comparison")["additive"]["words"])
    one, two = (stems_of(row["counted"]) - ordering for row in (pair.a, pair.b))
    return bool(one - two and two - one)


def stems_of(words: str | None) -> frozenset[str]:
    """The words without their endings."""
    return frozenset(map(stem, read_words(words or "").keys))


def other_predicate(pair: Pair) -> bool:
    """How often two different things were done: what "three times" counts is its verb."""
    if not any(stems_of(row["counted"]) & frozenset(load_rules("many_counts")["of_verbs"]) for row in (pair.a, pair.b)):
        return False
    one, two = (read_words(row["predicate"] or "").keys[:1] for row in (pair.a, pair.b))
    return one != two


def names_the_other(pair: Pair) -> bool:
    """The other's numeral stands in the sentence, unless it measures something else there."""
    if same_value(pair.a, pair.b):
        return False
    sides = zip(pair.places, (pair.b, pair.a), pair.beside, strict=True)
    return any(_has_numeral(pair.library, place, other, beside) for place, other, beside in sides)


def _has_numeral(library: Library, place: Row, other: Row, beside: Iterable[Row]) -> bool:
    around, text = library.sentence(place), library.texts[place["article_id"]]
    words = read_words(text, around)
    taken = [Span(row["start_char"], row["end_char"]) for row in beside if row["unit"] != other["unit"]]
    numeral = read_words(other["surface"]).keys[:1]
    found = (span for key, span in zip(words.keys, words.spans, strict=True) if (key,) == numeral)
    return any(not any(span.meets(held) for held in taken) for span in found)


def other_times(pair: Pair) -> bool:
    """Each sentence gives a year, month or weekday of its own."""
    one, two = (context.times for context in pair.contexts)
    return any(one & sort and two & sort and not one & two & sort for sort in _sorts_of_time(one | two))


def _sorts_of_time(times: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Years, months and weekdays apart: "in June" and "today" may be one time."""
    held, year = frozenset(times), load_rules("masks")["year"]
    months, days = frozenset(month[:3] for month in year["months"]), frozenset(year["weekdays"])
    return frozenset(time for time in held if time.isdigit()), held & months, held & days


def other_modality(pair: Pair) -> bool:
    """One is done, the other planned or possible."""
    return bool(pair.a["modality"] != pair.b["modality"])


def is_list(pair: Pair) -> bool:
    """A sentence has many figures of this sort."""
    return any(
        sum(row["unit"] == figure["unit"] for row in beside) >= MOST_ALIKE
        for beside, figure in zip(pair.beside, (pair.a, pair.b), strict=True)
    )


def other_movement(pair: Pair) -> bool:
    """One is a change, the other a level; or one rose and the other fell."""
    one, two = pair.contexts
    return one.change != two.change or one.movement != two.movement


def vague(pair: Pair) -> bool:
    """A range or a word such as dozens, which allows nearly anything."""
    return any(row["high"] > 2 * row["low"] for row in (pair.a, pair.b))


Refusal = Callable[[Pair], bool]
CONFLICT: Sequence[Refusal] = (
    one_article, far_in_time, far_in_value, gives_the_other, names_the_other, no_shared_name, counts_answers,
    other_qualifiers, other_predicate, other_times, other_modality, is_list, other_movement, vague,
)  # fmt: skip


def refused(pair: Pair, refusals: Iterable[Refusal]) -> str | None:
    """The name of the first rule that keeps a pair silent."""
    return next((rule.__name__ for rule in refusals if rule(pair)), None)


def pairs(rows: Iterable[Row], library: Library) -> Iterator[Pair]:
    """The rows of a query over `figure_turns` with their figures."""
    for row in rows:
        yield Pair(row, library.figure[row["slots"]["first_id"]], library.figure[row["slots"]["second_id"]], library)


def _kept(rows: Iterable[Row], library: Library, refusals: Sequence[Refusal]) -> Iterator[Row]:
    for pair in pairs(rows, library):
        if refused(pair, refusals) is None:
            yield pair.row


def conflicts(rows: Iterable[Row], library: Library) -> Iterator[Pair]:
    """Two texts of one story with two values of one thing."""
    yield from (pair for pair in pairs(rows, library) if refused(pair, CONFLICT) is None)


def mutations(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """One number in two units, both printed."""
    yield from _kept(rows, library, MUTATED)


def lost_hedges(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """One number with a hedge here and without it there, in sentences about one thing."""
    yield from _kept(rows, library, HEDGE)


def later_counts(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """A running count of which neither text gives the other's value."""
    yield from _kept(rows, library, LATER)


def unit_unsaid(pair: Pair) -> bool:
    """A unit stands on one side only, or is a rate: dollars, dollars an hour."""
    units = pair.a["unit"], pair.b["unit"]
    return pair.row["slots"]["slot"] != "unit" or None in units or any(" per " in unit for unit in units)


def unlike(pair: Pair) -> bool:
    """The sentences share hardly a word."""
    one, two = content_words(pair.sentences)
    return len(one & two) < LEAST_LIKENESS * max(1, min(len(one), len(two)))


def days_old(pair: Pair) -> bool:
    """More than a few days lie between them."""
    days = days_between(pair.a["published_at"], pair.b["published_at"])
    return days is not None and days > MOST_DAYS + 1


MUTATED: Sequence[Refusal] = (unit_unsaid,)
HEDGE: Sequence[Refusal] = (one_article, days_old, unlike, counts_answers)
LATER: Sequence[Refusal] = (one_article, far_in_value, gives_the_other, names_the_other, other_qualifiers, is_list)
