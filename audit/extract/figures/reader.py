"""One stretch of text to its figures, left to right.

Invariant: figures do not overlap, and the scan only moves forward.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from audit.extract.figures.age_decades import read_age_decade
from audit.extract.figures.ages import aged, of_subject
from audit.extract.figures.circumstances import apposed, nearest, of_outer_clause, qualifiers, read_circumstances
from audit.extract.figures.clauses import find_predicate, lemma
from audit.extract.figures.counted import find_counted, in_table, is_dating, of_time
from audit.extract.figures.elided import Elided, elided
from audit.extract.figures.hedges import Hedged, find_hedge
from audit.extract.figures.lexicon import GRAMMAR, Lexicon, lexicon, owning, predicates
from audit.extract.figures.modality import find_modality
from audit.extract.figures.not_figures import HYPHENS, masked, masks
from audit.extract.figures.noun_before import begins_at, is_taken, lasts
from audit.extract.figures.own_verb import Told, past_loose
from audit.extract.figures.phrases import Phrase, is_plural, phrase_at
from audit.extract.figures.quantities import Quantity, is_year, read_quantity, read_range
from audit.extract.figures.seen import echoes, is_seen, points_only
from audit.extract.figures.units import AGE, Measured, is_round, rate_behind
from audit.records import Approximator, Figure, Modality, Span
from audit.text.parts_of_speech import (
    ADJECTIVE,
    FINITE,
    GERUND,
    NOUNS,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
)
from audit.text.tokens import NUMBER, WORD, Tokens


class _Read(NamedTuple):
    """A quantity that a reader would see, with what was read around it."""

    quantity: Quantity
    hedged: Hedged
    phrase: Phrase | None
    counted: str | None
    predicate: str | None
    modality: Modality
    subject: bool  # of its predicate
    begins: int  # the token at which it begins with its hedge
    end: int  # the token after the quantity and its rate


def read_figures(tokens: Tokens) -> list[Figure]:
    """The figures of a stretch, left to right."""
    rules = lexicon(tokens.language)
    openings = _openings(tokens, rules)
    found = _read_all(tokens, _quantities(tokens, openings, rules), rules) if openings else []
    return _circumstanced(tokens, found) if found else []


def _openings(tokens: Tokens, lexicon: Lexicon) -> list[int]:
    """The tokens at which a number may begin."""
    kinds = tokens.kinds
    found = [i for i, kind in enumerate(kinds) if kind == NUMBER] if NUMBER in kinds else []
    if lexicon.openers.isdisjoint(tokens.lows):
        return found
    return sorted([*found, *(i for i, low in enumerate(tokens.lows) if low in lexicon.openers)])


def _read_all(tokens: Tokens, quantities: list[Quantity], lexicon: Lexicon) -> list[_Read]:
    """Each quantity that a reader would see, left to right."""
    floor, said, found = 0, 0, list[_Read]()
    for quantity in _shared(tokens, quantities):
        rated = tokens.low[quantity.first - 1] in GRAMMAR["per"]
        if rated and (quantity.first < floor or is_round(quantity.low)):
            continue  # "deaths per 1,000 people"
        read = _read(tokens, quantity, found[-1] if found else None, said, lexicon)
        if read:
            found.append(_in_list(tokens, read, found))
            if read.subject and len(found) > 1:
                _share_verb(tokens, found)
            floor = read.end
            said = said if is_dating(tokens, read.quantity) else floor  # "cut its debt in the next 10 years by $5"
    return found


def _in_list(tokens: Tokens, read: _Read, found: Sequence[_Read]) -> _Read:
    """A figure with the verb of the one before it in a list, or of which it is a part: "sold 3 cars, 4 boats and 5
    bikes", "killed 161, including 71 men"."""
    if read.predicate is not None or not found or not (found[-1].predicate or found[-1].modality in _UNREAL):
        return read
    before, joint = found[-1], _joint(tokens, found[-1], read)
    listed = bool(joint) and ({*joint} <= _LIST_JOINTS or (before.predicate is not None and _weighs(joint)))
    listed = listed and before.quantity.unit == read.quantity.unit
    restated = _is_restated(tokens, joint, read.quantity)
    moved = len(joint) == 2 and joint[0] == "," and joint[1] in GRAMMAR["to"]  # "rose 3 cents, to $24"
    if not (listed or restated or moved or _is_part(tokens, read.quantity, before.quantity, read.begins)):
        return read
    return read._replace(predicate=before.predicate, modality=before.modality)


def _joint(tokens: Tokens, before: _Read, read: _Read) -> Sequence[str]:
    """The words between what a figure counts and the next figure."""
    return tokens.lows[max(before.end, before.phrase[1] if before.phrase else 0) : read.begins]


def _share_verb(tokens: Tokens, found: list[_Read]) -> None:
    """Give the verb behind the last figure to those it ends a list of: "3 clerks, 4 mates and 5 cooks were hurt"."""
    last = found[-1]
    for k in range(len(found) - 2, -1, -1):
        read, joint = found[k], _joint(tokens, found[k], found[k + 1])
        listed = bool(joint) and {*joint} <= _LIST_JOINTS and read.quantity.unit == last.quantity.unit
        governed = tokens.class_of(past_loose(tokens, read.begins - 1, -1)) in PREPOSITION  # "of the 12 boats, 5 sank"
        if not listed or read.predicate or governed:
            break
        found[k] = read._replace(predicate=last.predicate, modality=last.modality)


def _is_restated(tokens: Tokens, joint: Sequence[str], quantity: Quantity) -> bool:
    """Whether an amount tells the one before it once more, in other terms: "fell 600 points, or 3 percent", "600 points
    (3 percent)"."""
    bracketed = joint == ["("] and tokens.low[quantity.last] == ")"
    return (
        quantity.unit is not None and quantity.unit != AGE and (bracketed or (joint[:1] == [","] and joint[1:] in _OR))
    )


_OR = [[word] for word in GRAMMAR["or"]]


def _weighs(joint: Sequence[str]) -> bool:
    """Whether words between two numbers only set one against the other: ", compared with"."""
    words = [low for low in joint if low != ","]
    return len(words) == 2 and lemma(words[0]) in GRAMMAR["weighing"] and words[1] in GRAMMAR["weighed against"]


def _is_part(tokens: Tokens, quantity: Quantity, whole: Quantity, first: int) -> bool:
    """Whether a quantity, with a hedge from token `first`, is told as a part of the one before it."""
    alike = quantity.unit == whole.unit or not (quantity.money or whole.money or lasts(quantity) or lasts(whole))
    return alike and quantity.unit != AGE and tokens.low[first - 1] in GRAMMAR["including"]


_UNREAL = frozenset((Modality.POSSIBLE, Modality.PLANNED))
_LIST_JOINTS = frozenset((",", *GRAMMAR["list join"]))


def _read(tokens: Tokens, quantity: Quantity, previous: _Read | None, floor: int, lexicon: Lexicon) -> _Read | None:
    """The figure of a quantity, or None where nobody would see one."""
    hedged = find_hedge(tokens, quantity, lexicon)
    lent = elided(tokens, quantity, previous.quantity, previous.begins) if previous else None
    if previous and lent:
        quantity = quantity._replace(unit=previous.quantity.unit, money=previous.quantity.money, listed=True)
    else:
        quantity = aged(tokens, quantity, hedged, previous and previous.quantity)
    if not (is_seen(tokens, quantity, hedged) or (previous and echoes(tokens, quantity, previous.quantity))):
        return None
    if previous:
        hedged = _restated(tokens, quantity, hedged, previous)
        quantity = _weighed(tokens, quantity, previous.quantity)
    own = previous is not None and _apart(quantity, previous)
    goes_on = previous is not None and not own and _goes_on(tokens, quantity, previous.quantity)
    goes_on = goes_on and not (previous and _of_others(quantity, previous))
    earlier = previous.counted if previous and goes_on else None
    tabled = in_table(tokens, quantity)
    phrase = None if tabled else _counted(tokens, quantity, 0 if own else floor, earlier, hedged.words)
    if not lent and of_subject(tokens, quantity, phrase):
        quantity = quantity._replace(unit=AGE)
    rate = _rate(tokens, quantity, phrase, lexicon)
    if rate:
        quantity = quantity._replace(unit=f"{quantity.unit or ''} {rate.name.strip()}".strip())
    own = _of_unit(quantity) and earlier is not None and is_taken(tokens, quantity, floor, hedged.words)
    counted = tokens.slice(*phrase) if phrase else None if own else _inherited(tokens, quantity, floor, earlier)
    begins = begins_at(tokens, quantity, hedged.words)
    first = begins if " " in (hedged.words or "") else quantity.first
    last = max(quantity.last, phrase[1]) if phrase else quantity.last
    told = _told(tokens, quantity, phrase, begins)
    predicate, verb = (None, -1) if tabled else find_predicate(tokens, first, last, told)  # a table tells no verb
    if points_only(tokens, quantity, hedged, phrase, predicate):
        return None
    known = verb < first and _is_known(tokens, quantity, phrase, begins)
    predicate = None if known else predicate
    own = predicate is not None
    modality = Modality.DONE if known else find_modality(tokens, quantity.first, last, verb, own=own, told=told)
    end = max(quantity.last, rate.last if rate else 0)
    if previous and lent in (Elided.GAP, Elided.DENIED):
        counted, phrase = (previous.counted, None) if lent is Elided.DENIED or _of_all(quantity) else (counted, phrase)
        predicate, own = previous.predicate, False
        modality = Modality.DENIED if lent is Elided.DENIED else previous.modality
    return _Read(quantity, hedged, phrase, counted, predicate, modality, own and verb >= last, begins, end)


def _of_all(quantity: Quantity) -> bool:
    """Whether a figure in a gap counts what the one before did, and is none of its subject: a share or a bare count."""
    return quantity.unit is None or quantity.unit in GRAMMAR["percent unit"]


def _is_known(tokens: Tokens, quantity: Quantity, phrase: Phrase | None, begins: int) -> bool:
    """Whether an amount only tells which thing is meant that a preposition ties to the verb, so that the verb tells
    nothing of it: "passed through the 9-member board", "blocked a rise of Orv's $5 limit"."""
    modifies = phrase is not None and quantity.last <= phrase[0] <= quantity.last + 1
    k = begins - 1
    if not modifies or not (tokens.low[quantity.last] in HYPHENS or quantity.money or quantity.unit == AGE):
        return False
    if not (tokens.low[k] in GRAMMAR["known thing"] or owning(tokens.low[k])):
        return False
    while owning(tokens.low[k]) or tokens.class_of(k) in NOUNS:
        k -= 1
    k -= tokens.low[k] in GRAMMAR["determiner"]
    return tokens.class_of(k) == PREPOSITION


def _apart(quantity: Quantity, previous: _Read) -> bool:
    """Whether what a quantity is said of may stand before the figure before it: "boats for $5 lie for 40 days", "a plan
    for a crew of four costs $9"."""
    before = previous.quantity
    return (lasts(quantity) and not lasts(before)) or (quantity.money and _in_group(previous))


def _in_group(read: _Read) -> bool:
    """Whether a plain number tells how many a group has: "a crew of four"."""
    ends = read.phrase is not None and read.phrase[1] == read.quantity.first - 1
    return ends and not _of_unit(read.quantity)


def _of_others(quantity: Quantity, previous: _Read) -> bool:
    """Whether a quantity cannot be of what the figure before counted: it stands in those very words, or is an amount
    where things were counted one by one ("two mayors said that the $5 was lost")."""
    if previous.phrase is None:
        return False
    things = previous.phrase[0] >= previous.quantity.last and not _of_unit(previous.quantity)
    return quantity.first in range(*previous.phrase) or (quantity.money and things)


def _told(tokens: Tokens, quantity: Quantity, phrase: Phrase | None, begins: int) -> Told:
    """What decides which verb is a quantity's own."""
    modifies = phrase is not None and phrase[0] in range(quantity.last, quantity.last + 3)
    modifies = modifies and tokens.low[quantity.last] not in GRAMMAR["of"]
    amount = quantity.unit is not None or quantity.share
    plural = not amount and quantity.high > 1 and phrase is not None and is_plural(tokens, phrase[1] - 1)
    return Told(begins, amount and not modifies, lasts(quantity) and not modifies, plural)


def _circumstanced(tokens: Tokens, found: Sequence[_Read]) -> list[Figure]:
    """The figures with when and where they hold, and which of the kind they count."""
    said = read_circumstances(tokens)
    text = tokens.text
    figures = list[Figure]()
    spans = [Span(tokens.starts[read.hedged.first], tokens.ends[read.hedged.last - 1]) for read in found]
    for k, read in enumerate(found):
        before = spans[k - 1].end if k else 0
        after = spans[k + 1].start if k + 1 < len(found) else tokens.ends[-1] + 1
        if read.quantity.unit == AGE and apposed(text, spans[k]):
            figures.append(_figure(tokens, read, spans[k], None, None))
            continue
        counted = tokens.ends[read.phrase[1] - 1] if read.phrase else 0
        when = nearest(text, said.times, spans[k], before, after, counted) if said.times else None
        where = nearest(text, said.places, spans[k], before, after, counted) if said.places else None
        if when and (_dates_itself(tokens, read.quantity, when) or _of_other_act(tokens, read, when, spans[k])):
            when = None
        said_when, said_where = when and when.of(text), where and where.of(text)
        figures.append(_figure(tokens, read, spans[k], said_when, said_where))
    return figures


def _dates_itself(tokens: Tokens, quantity: Quantity, when: Span) -> bool:
    """Whether a figure tells when by itself, so that no other time is its own: "two days after Friday's vote"; but "the
    first two weeks of May"."""
    return is_dating(tokens, quantity) and (quantity.last >= tokens.size or when.start != tokens.starts[quantity.last])


def _of_other_act(tokens: Tokens, read: _Read, when: Span, figure: Span) -> bool:
    """Whether a time ahead of a figure is of another verb than the figure's."""
    return when.end <= figure.start and of_outer_clause(tokens, when, figure, real=read.modality is Modality.DONE)


def _quantities(tokens: Tokens, openings: Iterable[int], lexicon: Lexicon) -> list[Quantity]:
    """Every quantity outside the masks, ranges joined."""
    after, floor, found = 0, 0, list[Quantity]()
    movement = lexicon.hedge_rules["movement"]["words"]
    for i in openings:
        if i < after:
            continue
        age = read_age_decade(tokens, i, lexicon) if lexicon.ages else None
        if age:
            found.append(age)
            after = floor = age.last
            continue
        end = masked(tokens, i)
        quantity = read_quantity(tokens, i, lexicon) if end is None else None
        if quantity is None:
            after = end if end is not None else i + 1
            continue
        if _is_plain_year(tokens, quantity):
            after = quantity.last
            continue
        quantity = read_range(tokens, quantity, lexicon, movement)
        if not _trailing(tokens, quantity):
            fresh = quantity.first >= floor  # a sign is of one number
            found.append(quantity if fresh else quantity._replace(first=floor))
        after = floor = max(quantity.last, i + 1)
    return found


def _is_plain_year(tokens: Tokens, quantity: Quantity) -> bool:
    """ "in 2014," and "since 2019 the": four bare digits after such a word, and nothing to count."""
    after = tokens.low[quantity.last]
    ends = after in ",.;:)" or (after in GRAMMAR["function"] and after not in GRAMMAR["runs on"])
    return ends and _is_year(tokens, quantity)


def _is_year(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a quantity is four bare digits, as of a year, after "in" or "since"."""
    return not quantity.unit and is_year(tokens, quantity) and tokens.low[quantity.first - 1] in GRAMMAR["year after"]


def _shared(tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """A bare number takes the unit of the next one: "7- or 8-inch", "5, 9 and 33 %", "3 of the 9 million shekels"."""
    for k in range(len(quantities) - 2, -1, -1):
        left, right = quantities[k], quantities[k + 1]
        if left.unit and right.unit and left.last == right.first:
            quantities[k] = left._replace(noun_at=right.noun_at or right.last)  # "a 640bhp 5.2 litre engine"
        if right.unit and _is_year(tokens, left):
            continue  # "5 percent in 2012 and 9 percent in 2008"
        between = tokens.lows[left.last : right.first]
        quantities[k] = left = _as_dear(quantities[k], right, between)
        ages = left.ranged and tokens.low[left.first - 1] in GRAMMAR["people"]  # "among men 35-54 and 6 percent of"
        if (
            left.unit is None
            and not (left.share or ages)
            and (_links(between, left, right) or _falls_to(tokens, left, right) or _both_vague(between, left, right))
        ):
            quantities[k] = _as_right(left, right)
    return quantities


def _as_dear(left: Quantity, right: Quantity, between: list[str]) -> Quantity:
    """The left amount in the scale of the right one: "$10 or $15 million"."""
    joined = len(between) == 1 and between[0] in GRAMMAR["or"] and left.money and left.unit == right.unit
    scale = right.numeral.scale
    if not joined or left.numeral.scaled or scale <= 1 or left.high * scale > right.low:
        return left
    return left._replace(low=left.low * scale, high=left.high * scale, numeral=left.numeral.times(scale, left.last))


def _falls_to(tokens: Tokens, left: Quantity, right: Quantity) -> bool:
    """ "cut from 15 to 10 boats" """
    joined = right.first - left.last == 1 and tokens.low[left.last] in GRAMMAR["to"]
    before = tokens.lows[max(0, left.first - 3) : left.first]
    return joined and left.low > right.low and not GRAMMAR["range opener"].isdisjoint(before)


def _as_right(left: Quantity, right: Quantity) -> Quantity:
    """The left number with unit, scale and noun of the right one, so far as it may share them."""
    scale = right.numeral.scale if not left.numeral.scaled and left.high * right.numeral.scale <= right.low else 1.0
    numeral = left.numeral.times(scale, left.numeral.last) if scale > 1 else left.numeral
    noun_at = right.last if right.noun_at is None else right.noun_at
    return left._replace(
        low=left.low * scale,
        high=left.high * scale,
        unit=right.unit,
        numeral=numeral,
        money=right.money,
        noun_at=noun_at,
        listed=True,
    )


def _both_vague(between: list[str], left: Quantity, right: Quantity) -> bool:
    """ "millions or hundreds of millions of voters" """
    joined = between[-1:] != [] and between[-1] in GRAMMAR["list join"] and between[:-1] in ([], [","])
    return joined and left.numeral.vague and right.numeral.vague


_DASHES = tuple([dash] for dash in HYPHENS)


def _links(between: list[str], left: Quantity, right: Quantity) -> bool:
    """Whether the words between two numbers let them share a unit; "4.8 million, or 39 percent" tells one thing."""
    joins = GRAMMAR["list join"]
    if between in _DASHES and right.unit in GRAMMAR["percent unit"]:
        return True  # "by 51-47 percent"
    if len(between) == 2 and between[0] == "-" and (between[1] in joins or between[1] == ","):
        return True
    if between and between[-1] in joins and between[:-1] in ([], [","]):
        return right.unit is not None and not (left.numeral.scaled and right.unit in GRAMMAR["percent unit"])
    if between == [","]:
        return right.listed and right.unit is not None
    return right.money and " ".join(between) in GRAMMAR["share of money"]


def _trailing(tokens: Tokens, quantity: Quantity) -> bool:
    """Letters glued to digits that are no unit make a name: "3D", "9AB8"; so does what follows "±"."""
    letters = tokens.glued(quantity.last) and tokens.kind(quantity.last) == WORD
    return (letters and tokens.kind(quantity.last - 1) == NUMBER) or (
        tokens.low[quantity.first - 1] == "±" and tokens.kind(quantity.first - 2) == NUMBER
    )


def _counted(tokens: Tokens, quantity: Quantity, floor: int, earlier: str | None, hedge: str | None) -> Phrase | None:
    """What the quantity counts, unless it runs on from the figure before."""
    runs_on = earlier is not None and _runs_on(tokens, quantity, floor)
    return None if runs_on else find_counted(tokens, quantity, floor, hedge)


def _rate(tokens: Tokens, quantity: Quantity, counted: Phrase | None, lexicon: Lexicon) -> Measured | None:
    """The rate behind the number or behind what it counts."""
    if quantity.unit and (" per " in quantity.unit or quantity.unit == AGE):
        return None
    right = counted is not None and counted[0] >= quantity.last
    j = counted[1] if right and counted else quantity.last
    j += 2 * (tokens.low[j] in GRAMMAR["or"] and tokens.low[j + 1] in GRAMMAR["or more"])  # "$5 or more per mile"
    return rate_behind(tokens, j, lexicon)


def _figure(tokens: Tokens, read: _Read, span: Span, when: str | None, where: str | None) -> Figure:
    """The record of a quantity with all that stands around it."""
    quantity, hedged = read.quantity, read.hedged
    return Figure(
        span=span,
        surface=span.of(tokens.text),
        low=quantity.low,
        high=quantity.high,
        approximator=hedged.approximator,
        hedge=hedged.words or _range_word(tokens, quantity),
        unit=quantity.unit,
        counted=read.counted,
        predicate=read.predicate,
        modality=read.modality,
        as_of=when,
        place=where,
        qualifiers=qualifiers(tokens, read.phrase, range(quantity.first, quantity.last)),
    )


def _runs_on(tokens: Tokens, quantity: Quantity, floor: int) -> bool:
    """A bare count after "and" or "another" without a noun of its own: "3,000 came and another 7,000 are to come"."""
    if (
        quantity.unit
        or quantity.share
        or phrase_at(tokens, quantity.last)
        or tokens.low[quantity.last] in GRAMMAR["of"]
    ):
        return False
    if tokens.class_of(quantity.last) == PARTICIPLE and not GRAMMAR["absolute"].isdisjoint(
        tokens.lows[max(floor, quantity.first - _HEDGED) : quantity.first]
    ):
        return True  # "lost 900 homes, with more than 50 destroyed"
    i = quantity.first - 1
    while i > floor and tokens.lows[i] not in GRAMMAR["chain"] and tokens.lows[i] in GRAMMAR["function"]:
        i -= 1
    return i >= floor and tokens.lows[i] in GRAMMAR["chain"]


_HEDGED = 3  # tokens from "with" to a number


def _alike(tokens: Tokens, quantity: Quantity, previous: Quantity) -> bool:
    """Whether two quantities may measure one thing: no age or span of time beside another kind, no count of money."""
    aged = quantity.unit == AGE and previous.unit != AGE
    aged = aged and tokens.low[quantity.first - 1] not in _BEFORE_AGE  # "5 men under age 30"
    parted = lasts(quantity) != lasts(previous)
    parted = parted and (lasts(quantity) or not _of_unit(quantity) or tokens.low[quantity.last] in GRAMMAR["of"])
    return not (aged or parted) and (not previous.money or _of_unit(quantity))


_BEFORE_AGE = GRAMMAR["age word"] | GRAMMAR["before an age"] | GRAMMAR["of"] | GRAMMAR["compares"]


def _of_unit(quantity: Quantity) -> bool:
    """Whether a quantity is more than a bare number."""
    return quantity.unit is not None or quantity.share or quantity.numeral.multiple


def _goes_on(tokens: Tokens, quantity: Quantity, previous: Quantity) -> bool:
    """Whether a quantity may be of what the one before counted: no time that tells when, nor "his seven years"."""
    if quantity.ranged and quantity.unit == AGE:
        return False  # "of those between 18 and 29"
    if not _alike(tokens, quantity, previous):
        return False  # "$5 in aid over 10 years"
    if (
        quantity.numeral.vague
        and not (previous.numeral.vague or _of_unit(previous))
        and previous.high * _OTHERS <= quantity.low
    ):
        return False  # "after the death of eight sailors, thousands marched"
    own = lasts(quantity) and tokens.low[quantity.first - 1] in GRAMMAR["possessor"]
    timed = tokens.low[quantity.last] in GRAMMAR["of"] and of_time(tokens, quantity)
    acted = tokens.class_of(quantity.last) == PARTICIPLE and tokens.low[quantity.last + 1] in GRAMMAR["by"]
    acted = acted and tokens.low[quantity.last + 2] not in GRAMMAR["time"]  # "$65 million raised by Roe"
    return not (own or timed or acted or is_dating(tokens, quantity))


_OTHERS = 100  # times as many are not the same


def _inherited(tokens: Tokens, quantity: Quantity, floor: int, earlier: str | None) -> str | None:
    """What the figure before counted, where the clause runs on: "rose 8.1 per cent to 99.20 yuan"."""
    if earlier is not None and (
        _stopped(tokens, floor, quantity.first)
        or tokens.low[quantity.last] in GRAMMAR["anaphor behind"]
        or (quantity.unit is not None and tokens.class_of(quantity.first - 1) == ADJECTIVE)  # "the richest 20 percent"
        or (quantity.money and _others(tokens, floor, quantity.first))
        or (owning(tokens.low[quantity.first - 1]) and _somebodys(earlier))
        or (earlier in GRAMMAR["plural"] and earlier in predicates().nouns)  # "14 dead, 30 hurt in blast"
    ):
        return None
    at = tokens.low[quantity.last]  # "45 % of voters in Tarsk and 44 % in Orv"
    return earlier.partition(f" {at} ")[0] if earlier and at in GRAMMAR["place before"] else earlier


def _stopped(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence or a part of one ends in tokens `[first, last)`: not at the full stop of "Aug."."""
    months = masks().year["months"]
    return any(tokens.lows[k] in _STOPS and tokens.low[k - 1] not in months for k in range(first, last))


def _others(tokens: Tokens, first: int, last: int) -> bool:
    """Whether somebody else acts in tokens `[first, last)`: "it holds $5, and he's spending $3"."""
    return any(tokens.class_of(k) == PRONOUN and tokens.class_of(k + 1) in _ACTS for k in range(first, last))


_ACTS = FINITE | {GERUND}


def _somebodys(counted: str) -> bool:
    """Whether what was counted is somebody or somebody's: "Orv's pay of $5, Tarsk's $9" """
    words = counted.replace("’", "'").split()
    return words[-1][0].isupper() or any(map(owning, words))


_STOPS = frozenset(";.!?")


def _range_word(tokens: Tokens, quantity: Quantity) -> str | None:
    """ "between" is heard with a range."""
    before = tokens.low[quantity.first - 1]
    return before if quantity.ranged and before in GRAMMAR["between"] else None


def _restated(tokens: Tokens, quantity: Quantity, hedged: Hedged, previous: _Read) -> Hedged:
    """A conversion in brackets says the same quantity again, so the hedge holds: "more than 100 km (60 miles)"."""
    if hedged.approximator is not Approximator.EXACT or not quantity.unit:
        return hedged
    before, outer = previous.quantity, previous.hedged
    if before.unit and tokens.low[quantity.first - 1] == "(" and quantity.first - 1 - before.last <= 0:
        return hedged._replace(approximator=outer.approximator, words=outer.words)
    return hedged


def _weighed(tokens: Tokens, quantity: Quantity, previous: Quantity) -> Quantity:
    """A bare number with the percent of the one it is set against: "is at 8.1 percent, up from 7.9"."""
    if (
        quantity.money
        and (previous.unit or "").startswith(f"{quantity.unit} per ")
        and _moves_to(tokens, quantity, previous)
    ):
        return quantity._replace(unit=previous.unit)
    bare = quantity.unit is None and not (quantity.share or quantity.numeral.words) and quantity.high <= _WHOLE
    if not bare or previous.unit not in GRAMMAR["percent unit"]:
        return quantity
    said = tokens.lows[max(previous.last, quantity.first - 3) : quantity.first]
    against = any(" ".join(said[k:]) in GRAMMAR["set against"] for k in range(len(said)))
    return quantity._replace(unit=previous.unit) if against and phrase_at(tokens, quantity.last) is None else quantity


def _moves_to(tokens: Tokens, quantity: Quantity, previous: Quantity) -> bool:
    """Whether "from" stands before the amount before and "to" between the two: "from $7.25 an hour to $10.10"."""
    to = tokens.lows[previous.last : quantity.first]
    return len(to) == 1 and to[0] in GRAMMAR["to"] and tokens.low[previous.first - 1] in GRAMMAR["range opener"]


_WHOLE = 100  # percent
