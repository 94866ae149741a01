"""Figures of two texts that speak of one thing: which pairs of them are told, and what keeps a pair silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from math import inf, log10
from typing import Any

from audit.figures_algebra.context import SILENT, Context, read_context
from audit.figures_algebra.intervals import side
from audit.figures_algebra.keys import key_of
from audit.figures_algebra.units import kind_of
from audit.judge.gates.teasers import is_teaser
from audit.judge.library import Library, content_words, days_between, proper_names
from audit.lazy import lazy
from audit.lexicon import load_rules
from audit.match.words import common_words, read_words, stem
from audit.records import Approximator, Figure, Span

Row = dict[str, Any]
MOST_DAYS = 3  # between two texts that report one state of the world
MOST_WEEK = 7  # between two counts of which the later one takes the place of the other
MOST_RATIO = 2.2  # of two counts of one thing
SLIP = 0.02  # of the decimal logarithm: 1.2 and 12 are a slip of scale
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEAST_LIKENESS = 0.2  # shared content words of two sentences in the shorter
REACH = 8  # words behind a figure that may point at whom it counts for
MOST_NAMED = 3  # people named beside those who are only counted
AGE = "year of age"
CLOSE = 0.05  # of a hedged number, within which one stands that it may stand for
MOST_ALIKE = 3  # figures of one unit and head in a sentence: more are a list


@dataclass(frozen=True, slots=False)
class Pair:
    """Two figures in their sentences, the earlier first."""

    row: Row
    a: Row
    b: Row
    library: Library

    @lazy
    def places(self) -> tuple[Row, Row]:
        """Both places."""
        return self.row["evidence"][0], self.row["evidence"][1]

    @lazy
    def sentences(self) -> tuple[str, str]:
        """Both sentences."""
        one, two = self.places
        return self.library.around(one), self.library.around(two)

    @lazy
    def contexts(self) -> tuple[Context, Context]:
        """What both sentences say around the figure."""
        return tuple(map(self._context, self.places))  # type: ignore[return-value]

    def _context(self, place: Row) -> Context:
        around = self.library.sentence(place)
        text = around.of(self.library.texts[place["article_id"]])
        return read_context(text, Span(place["start"] - around.start, place["end"] - around.start))

    @lazy
    def beside(self) -> tuple[list[Row], list[Row]]:
        """The other figures of both sentences."""
        return tuple(self._beside(p, f) for p, f in zip(self.places, (self.a, self.b), strict=True))  # type: ignore[return-value]

    def _beside(self, place: Row, figure: Row) -> list[Row]:
        found = self.library.figures_in(place["article_id"], self.library.sentence(place))
        return [row for row in found if row["figure_id"] != figure["figure_id"]]

    @lazy
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


def in_teaser(pair: Pair) -> bool:
    """One stands in the headline of another text."""
    return any(is_teaser(place, pair.library) for place in pair.places)


def far_in_time(pair: Pair) -> bool:
    """Days lie between them: two states of the world."""
    days = days_between(pair.a["published_at"], pair.b["published_at"])
    return days is not None and days > MOST_DAYS


def is_slip(pair: Pair) -> bool:
    """Whether one is ten, a hundred, a thousand times the other."""
    if any(row["low"] != row["high"] for row in (pair.a, pair.b)):
        return False  # the ends of a range are two numbers
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
        same_value(row, other) and _may_count(row, other)
        for one, other in ((pair.a, pair.b), (pair.b, pair.a))
        for row in figures.get(one["article_id"], [])
    )


def _may_count(row: Row, other: Row) -> bool:
    """Whether two figures may count one thing: a head in common, or none told."""
    one, two = (stems_of((figure["counted"] or "").split(" of ")[0]) for figure in (row, other))
    return not one or not two or bool(one & two)


def hedges_meet(pair: Pair) -> bool:
    """One number under two hedges that do not point apart: "some 400", "more than 400"."""
    sides = [_side(row) for row in (pair.a, pair.b)]
    hedged = pair.a["approximator"] != pair.b["approximator"]
    return hedged and same_value(pair.a, pair.b) and (None in sides or sides[0] == sides[1])


def _side(row: Row) -> str | None:
    """Where the values that a figure allows lie: below it, above it, or None for around."""
    bound = Approximator(row["approximator"])
    if bound is Approximator.ABOUT:
        return side(figure_of(row))
    below = bound in (Approximator.BELOW, Approximator.AT_MOST)
    return None if bound is Approximator.EXACT else "below" if below else "above"


def figure_of(row: Row) -> Figure:
    """The figure of a row, for what its words name."""
    span = Span(row["start_char"], row["end_char"])
    return Figure(span, row["surface"], row["low"], row["high"], Approximator(row["approximator"]), row["hedge"])


def converts_alike(pair: Pair) -> bool:
    """Both convert one value that stands beside: "6 litres (1.5 gallons)", "6 litres (1.6 gallons)"."""
    one, two = ([row for row in beside if row["unit"]] for beside in pair.beside)
    kind = kind_of(replace(figure_of(pair.a), unit=pair.a["unit"]))
    return pair.a["unit"] is not None and any(
        same_value(a, b) and a["unit"] != pair.a["unit"] and kind_of(replace(figure_of(a), unit=a["unit"])) == kind
        for a in one
        for b in two
    )


def other_share(pair: Pair) -> bool:
    """One is said of each of several."""
    one, two = pair.contexts
    return one.each != two.each


def other_turn(pair: Pair) -> bool:
    """ "The new Congress" and "this Congress"."""
    table = load_rules("many_counts")
    keys = [read_words(sentence).keys for sentence in pair.sentences]
    (coming, now), (coming_b, now_b) = ([_behind(k, table["coming"]), _behind(k, table["present"])] for k in keys)
    return bool(coming & now_b or now & coming_b)


def _behind(keys: Sequence[str], words: Iterable[str]) -> frozenset[str]:
    """The words that stand right behind some others."""
    found = frozenset(words)
    return frozenset(stem(after) for before, after in pairwise(keys) if before in found) - common_words()


def points_outside(pair: Pair) -> bool:
    """Who a sentence is about stands in another one: "He was told that 16 women accused him"."""
    table = frozenset(load_rules("many_counts")["third_persons"])
    for number, sentence in enumerate(pair.sentences):
        behind = read_words(_behind_figure(pair, number)).keys[:REACH]
        if table & frozenset(read_words(sentence).keys[:1]) and table & frozenset(behind):
            return True
    return False


def tells_of_later(pair: Pair) -> bool:
    """The later text tells of a weekday that came after the earlier one was written."""
    day, written = pair.b["published_at"], pair.a["published_at"]
    if day is None or written is None:
        return False
    names = load_rules("masks")["year"]["weekdays"]
    told = (WEEK.index(name[:3]) for name in pair.contexts[1].times if name in names and name[:3] in WEEK)
    return any(_last(day.date(), number) > written.date() for number in told)


def _last(day: date, weekday: int) -> date:
    """The weekday (Monday is 0) on or before a day."""
    return day - timedelta(days=(day.weekday() - weekday) % len(WEEK))


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
    """How often two different things were done: what "three times" counts is its verb, and what money is for too."""
    verbs = frozenset(load_rules("many_counts")["of_verbs"])
    if not any(stems_of(row["counted"]) & verbs or _counts_a_name(row) for row in (pair.a, pair.b)):
        return False
    one, two = (read_words(row["predicate"] or "").keys[:1] for row in (pair.a, pair.b))
    return one != two


def done_otherwise(pair: Pair) -> bool:
    """Both sides tell what was done, and it is not the same: refugees admitted, a cap on them imposed."""
    one, two = (read_words(row["predicate"] or "").keys[:1] for row in (pair.a, pair.b))
    return bool(one and two and one != two)


def other_deed_at_mark(pair: Pair) -> bool:
    """One measure parts two things, of which not the same is done: taxes stay for incomes below it, and end above."""
    one, two = (read_words(row["predicate"] or "").keys[:1] for row in (pair.a, pair.b))
    return pair.a["unit"] is not None and same_value(pair.a, pair.b) and (not one or one != two)


def counts_for_another(pair: Pair) -> bool:
    """What one counts stands behind a number nearer to it: "122-147 in three seasons" are no seasons."""
    return any(_is_counted_beside(pair, side) for side in (0, 1))


def _is_counted_beside(pair: Pair, side: int) -> bool:
    figure, head = (pair.a, pair.b)[side], stems_of((pair.a, pair.b)[side]["counted"])
    behind = [row for row in pair.beside[side] if row["start_char"] >= figure["end_char"] and row["counted"]]
    text = pair.library.texts[figure["article_id"]]
    return any(
        head & stems_of(row["counted"]) and not head & stems_of(text[figure["end_char"] : row["start_char"]])
        for row in behind
    )


def is_part_of_a_code(pair: Pair) -> bool:
    """One is a stretch of a longer sign: "52_mill"."""
    texts = pair.library.texts
    return any(
        "_" in (texts[p["article_id"]][p["end"] : p["end"] + 1], texts[p["article_id"]][: p["start"]][-1:])
        for p in pair.places
    )


def prints_a_counter(pair: Pair) -> bool:
    """Two pages without a date have one sentence, but for its numbers: a line that a house prints everywhere."""
    if any(row["published_at"] for row in (pair.a, pair.b)):
        return False
    one, two = ([key for key in read_words(sentence).keys if not key[:1].isdigit()] for sentence in pair.sentences)
    return one == two


def both_go_on(pair: Pair) -> bool:
    """The later text counts two things, and more of each: "5 crews and 160 boats", next day "6 crews and 166 boats"."""
    if not days_between(pair.a["published_at"], pair.b["published_at"]) or pair.b["low"] <= pair.a["high"]:
        return False
    twins = ((a, b) for a in pair.beside[0] for b in pair.beside[1] if stems_of(a["counted"]) & stems_of(b["counted"]))
    return any(a["unit"] == b["unit"] and b["low"] > a["high"] for a, b in twins)


def other_stretch(pair: Pair) -> bool:
    """One counts since a day that it gives, the other gives none: "three times since October", "four times"."""
    told = [row.get("as_of") for row in (pair.a, pair.b)]
    return not all(told) and any(time and _opens_stretch(pair, side, time) for side, time in enumerate(told))


def _opens_stretch(pair: Pair, side: int, time: str) -> bool:
    """Whether a time that opens or closes a stretch stands behind a figure, in its own clause."""
    opens = frozenset(read_words(time).keys[:1]) & frozenset(load_rules("many_counts")["stretches"])
    between, found, _ = _behind_figure(pair, side).partition(time)
    clause = frozenset(load_rules("grammar")["clause"]["words"])
    return bool(opens and found) and clause.isdisjoint(read_words(between).keys)


def holds_so_many(pair: Pair) -> bool:
    """One is what a place is made for: "a hall to hold 500 people"."""
    return _is_capacity(pair, 0) != _is_capacity(pair, 1)


def _is_capacity(pair: Pair, side: int) -> bool:
    table = load_rules("many_counts")
    keys = read_words(_before_figure(pair, side)).keys
    return any(one in table["able"] and two in table["holds"] for one, two in pairwise(keys[-REACH:]))


def _before_figure(pair: Pair, side: int) -> str:
    """What its sentence says before a figure."""
    place = pair.places[side]
    text = pair.library.texts[place["article_id"]]
    return text[min(place["start"], pair.library.sentence(place).start) : place["start"]]


def others_far(pair: Pair) -> bool:
    """Another number of either sentence may count one thing and lies far from its twin: two states of the world."""
    one, two = pair.beside
    return any(_may_count(x, y) and x["unit"] == y["unit"] and _far(x, y) for x in one for y in two)


def _far(one: Row, other: Row) -> bool:
    low, high = sorted((abs(one["high"]), abs(other["high"])))
    return bool(low and high / low > MOST_RATIO) and not (_is_vague(one) or _is_vague(other))


def others_beside(pair: Pair) -> bool:
    """One counts the others beside somebody who is named: "Lund and three others", "four"."""
    return _leaves_out(pair, 0) or _leaves_out(pair, 1)


def _leaves_out(pair: Pair, side: int) -> bool:
    one, two = (pair.a, pair.b) if side == 0 else (pair.b, pair.a)
    left = frozenset(load_rules("many_counts")["left_over"])
    behind = read_words(_behind_figure(pair, side)).keys[:1]
    return bool(left & frozenset(behind)) and 0 < two["low"] - one["low"] <= MOST_NAMED


def _behind_figure(pair: Pair, side: int) -> str:
    """What its sentence says behind a figure, wherever its numeral stands before."""
    place = pair.places[side]
    text = pair.library.texts[place["article_id"]]
    return text[place["end"] : max(place["end"], pair.library.sentence(place).end)]


def _counts_a_name(row: Row) -> bool:
    """Whether a measure is only said to be somebody's: "$10 million for Lund"."""
    return row["unit"] is not None and (row["counted"] or "")[:1].isupper()


def agrees_beside(pair: Pair) -> bool:
    """Another number beside one of them is what the other's hedge allows: "141, 132 of them children", "over 140"."""
    sides = ((pair.beside[0], pair.a, pair.b), (pair.beside[1], pair.b, pair.a))
    return any(_allows(other, row) and _of_kind(row, one) for beside, one, other in sides for row in beside)


def _of_kind(row: Row, one: Row) -> bool:
    return bool(row["unit"] == one["unit"])


def _allows(hedged: Row, row: Row) -> bool:
    """Whether a hedged number may stand for one close to it."""
    if not row["low"] or not hedged["low"] or row["low"] != row["high"]:
        return False
    way, ratio = _side(hedged), row["low"] / hedged["low"]
    hedge = Approximator(hedged["approximator"]) is not Approximator.EXACT
    return hedge and (way != "below" or ratio <= 1) and (way != "above" or ratio >= 1) and abs(ratio - 1) <= CLOSE


def past_year(pair: Pair) -> bool:
    """One sentence speaks of a year before its text's, the other of none: two states of the world."""
    told = (
        {
            time
            for time in context.times
            if time.isdecimal() and row["published_at"] and int(time) < row["published_at"].year
        }
        for context, row in zip(pair.contexts, (pair.a, pair.b), strict=True)
    )
    return len([years for years in told if years]) == 1


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
    years, *others = _sorts_of_time(one | two)
    if one & years and two & years and one & years != two & years:
        return True
    return any(one & sort and two & sort and not one & two & sort for sort in others)


def _sorts_of_time(times: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Years, months and weekdays apart: "in June" and "today" may be one time."""
    held, year = frozenset(times), load_rules("masks")["year"]
    months, days = frozenset(month[:3] for month in year["months"]), frozenset(year["weekdays"])
    return frozenset(time for time in held if time.isdigit()), held & months, held & days


def aged(pair: Pair) -> bool:
    """How old somebody was in a year that one of the sentences names: an age goes with a day, "Lund was 21" too."""
    told = (time for context in pair.contexts for time in context.times)
    of_one = pair.a["unit"] is None and (pair.a["counted"] or "")[:1].isupper()
    return (pair.a["unit"] == AGE or of_one) and any(time.isdigit() for time in told)


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
    headed = {
        way for sentence, row in zip(pair.sentences, (pair.a, pair.b), strict=True) if (way := _way(sentence, row))
    }
    return one.change != two.change or one.movement != two.movement or len(headed) > 1


def _way(sentence: str, row: Row) -> str | None:
    """ "up" or "down" where it stands right before a figure."""
    before = read_words(sentence.partition(row["surface"])[0]).keys[-2:]
    return next((way for way in load_rules("many_counts")["ways"] if way in before), None)


def vague(pair: Pair) -> bool:
    """A range or a word such as dozens, which allows nearly anything."""
    return _is_vague(pair.a) or _is_vague(pair.b)


def _is_vague(row: Row) -> bool:
    return bool(row["high"] > 2 * row["low"])


Refusal = Callable[[Pair], bool]
CONFLICT: Sequence[Refusal] = (
    one_article, far_in_time, far_in_value, gives_the_other, names_the_other, agrees_beside, no_shared_name,
    counts_answers,
    other_qualifiers, other_predicate, other_times, other_modality, is_list, other_movement, vague,
    hedges_meet, converts_alike, aged, past_year, other_share, other_turn, points_outside, tells_of_later,
    others_beside, other_deed_at_mark, other_stretch, holds_so_many, others_far,
    counts_for_another, is_part_of_a_code, prints_a_counter, in_teaser, both_go_on,
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


def changed_on_way(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Two values of one thing, where one text has it from the other."""
    yield from _kept(rows, library, ON_WAY)


def lost_hedges(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """One number with a hedge here and without it there, in sentences about one thing."""
    yield from _kept(rows, library, HEDGE)


def later_counts(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """A running count of which neither text gives the other's value."""
    yield from _kept(rows, library, LATER)


def unit_unsaid(pair: Pair) -> bool:
    """A unit stands on one side only, or is a rate: dollars, dollars an hour."""
    units = pair.a["unit"], pair.b["unit"]
    if pair.row["slots"]["slot"] != "unit" or None in units or any(" per " in unit for unit in units):
        return True
    return bool(units[0].endswith(units[1]) or units[1].endswith(units[0]))  # points, percentage points


def unlike(pair: Pair) -> bool:
    """The sentences share hardly a word."""
    one, two = content_words(pair.sentences)
    return len(one & two) < LEAST_LIKENESS * max(1, min(len(one), len(two)))


def reaches(pair: Pair) -> bool:
    """ "Up to 120" and "reached 120" are one thing said twice."""
    bounded = pair.a["approximator"] == Approximator.AT_MOST
    return bounded and bool(
        frozenset(read_words(pair.sentences[1]).keys) & frozenset(load_rules("many_counts")["reaching"])
    )


def only_about(pair: Pair) -> bool:
    """ "About 2,000" and "2,000" are one count: what is lost says neither more nor less; "nearly 2,000" is less."""
    short = (pair.a["hedge"] or "").casefold() in load_rules("many_counts")["short_of"]
    return bool(pair.a["approximator"] == Approximator.ABOUT) and not short


def toll_settled(pair: Pair) -> bool:
    """A toll that was told as "at least" while it rose stands without it days later."""
    days = days_between(pair.a["published_at"], pair.b["published_at"])
    counted = replace(figure_of(pair.a), counted=pair.a["counted"], predicate=pair.a["predicate"])
    return pair.a["approximator"] == Approximator.AT_LEAST and bool(days) and key_of(counted, SILENT).cumulative


def weeks_old(pair: Pair) -> bool:
    """More than a week lies between them: nobody holds the earlier count for today's."""
    days = days_between(pair.a["published_at"], pair.b["published_at"])
    return days is not None and days > MOST_WEEK


def days_old(pair: Pair) -> bool:
    """More than a few days lie between them."""
    days = days_between(pair.a["published_at"], pair.b["published_at"])
    return days is not None and days > MOST_DAYS + 1


def goes_beyond_beside(pair: Pair) -> bool:
    """Another measure in the plain sentence is what the hedge speaks of: "over 100 mph", "100 mph, 106 in the end"."""
    sides = ((pair.beside[1], pair.a), (pair.beside[0], pair.b))
    return any(_lies_beyond(hedged, row) for beside, hedged in sides for row in beside)


def _lies_beyond(hedged: Row, row: Row) -> bool:
    """Whether a measure lies on the side that a hedge opens, and not far."""
    way = _side(hedged)
    if way is None or hedged["unit"] is None or row["unit"] != hedged["unit"] or not hedged["low"]:
        return False
    ratio = row["low"] / hedged["low"]
    return bool(1 < ratio <= MOST_RATIO if way == "above" else 1 / MOST_RATIO <= ratio < 1)


MUTATED: Sequence[Refusal] = (unit_unsaid,)
ON_WAY: Sequence[Refusal] = tuple(
    rule for rule in CONFLICT if rule not in (far_in_time, no_shared_name, tells_of_later)
)
"""What is credited tells of one thing on one day, whatever its date; all else keeps a pair silent as ever."""
HEDGE: Sequence[Refusal] = (
    one_article, days_old, unlike, counts_answers, reaches, only_about, toll_settled, done_otherwise,
    goes_beyond_beside, in_teaser,
)  # fmt: skip
LATER: Sequence[Refusal] = (
    one_article, weeks_old, far_in_value, gives_the_other, names_the_other, other_qualifiers, is_list, in_teaser,
)  # fmt: skip
