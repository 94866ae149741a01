"""When and where a figure holds, and which of its kind it counts.

Invariant: each is a stretch of the figure's own sentence, the nearest one that no other figure stands between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from audit.extract.figures.lexicon import GRAMMAR, owning
from audit.extract.figures.not_figures import HYPHENS, masks
from audit.extract.figures.phrases import Phrase, closes_initials, ends_initials, joint
from audit.extract.figures.since import since_end
from audit.lexicon import load_rules
from audit.records import Span
from audit.text.parts_of_speech import (
    ADJECTIVE,
    BASE,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NOUN,
    NOUNS,
    PARTICIPLE,
    PREPOSITION,
    TO,
)
from audit.text.tokens import NUMBER, WORD, Tokens


class Circumstances(NamedTuple):
    """The times and places of one sentence, as spans of the text."""

    times: list[Span]
    places: list[Span]


@cache
def _time_pattern() -> re.Pattern[str]:
    """Expressions of time, from the table of dates: "in May", "last week", "a year ago", "in six weeks"."""
    table, year = load_rules("figure_times"), load_rules("masks")["year"]
    months = "|".join(sorted((_month(m, year["months"]) for m in year["months"]), key=len, reverse=True))
    days = "|".join(day.capitalize() for day in year["weekdays"])
    words = {name: "|".join(table[name]["words"]) for name in table}
    numbers = rf"(?:{words['numbers']}|\d{{1,3}})"
    units = rf"(?:{words['units']})s?"
    decade = rf"(?:{words['article']}\s)?(?:(?:{words['parts']})[\s-])?(?:1[89]|20)\d0s\b"
    date = rf"(?:(?:\d{{1,2}}\s)?(?:{months})(?:\s\d{{1,2}}\b)?(?:,?\s\d{{4}}\b)?|(?:1[89]|20)\d\d\b|(?:{days})\b)"
    at = rf"(?:{words['prepositions']})"
    near = rf"(?:(?:{words['article']}\s)?(?:{words['parts']})[\s-](?:{words['of']}\s)?)?"
    return re.compile(
        rf"\b(?i:{words['between']})\s{date}\s(?:{words['joins']})\s{date}"
        rf"|\b(?i:{at})\s(?:{near}{date}|{decade})"
        rf"|\b(?i:(?:{at}\s)?(?:{words['article']}\s)?(?:{words['anchors']})\s(?:{numbers}\s)?{units})\b"
        rf"|\b(?i:(?:{at}\s)?(?:{words['anchors']}))\s(?:(?:{months})(?:\s\d{{1,2}}\b)?|(?:{days}))\b(?!['’])"
        rf"|\b(?i:{at}\s(?:{words['recent']})\s(?:{words['units']})s)\b"
        rf"|\b(?i:(?:{at}\s)?(?:{words['pointing']})\s(?:{words['units']}))\b"
        rf"|\b(?i:(?:{words['within']})\s{words['article']}\s(?:{words['known']}))\b(?!['’]|\s(?:{words['tied']})\b)"
        rf"|\b(?i:{numbers}\s{units}\s(?:{words['shifts']}))\b"
        rf"|\b(?i:(?:{words['within']})\s{numbers}\s{units})\b"
        rf"|\b(?P<since>(?i:{words['since']})\s\w)"
        rf"|\b(?i:{words['days']})\b|\b(?:{days})\b(?!['’])"
    )


def _month(name: str, names: Sequence[str]) -> str:
    """A pattern of a month: a full stop belongs to a short form alone."""
    short = any(other != name and other.startswith(name) for other in names)
    return rf"{name.capitalize()}\b\.?" if short else rf"{name.capitalize()}\b"


def read_circumstances(tokens: Tokens) -> Circumstances:
    """The times and places said in a stretch of text."""
    opening = _heads_of_both()
    heads = [k for k, low in enumerate(tokens.lows) if low in opening]
    times = [span for span in _times(tokens, heads) if not _of_speaking(tokens.text, span)]
    return Circumstances(times, _places(tokens, heads))


@cache
def _heads_of_both() -> frozenset[str]:
    """The words that a time or a place may begin with."""
    return GRAMMAR["place before"].union(_openers())


def _times(tokens: Tokens, heads: Iterable[int]) -> Iterator[Span]:
    """Expressions of time, left to right; each begins at one of `heads`."""
    openers, seconds, low, after = _openers(), _seconds(), tokens.low, 0
    for k in heads:
        free = openers.get(low[k])
        if not free and low[k + 1] not in seconds and tokens.kind(k + 1) != NUMBER:
            continue
        start = tokens.starts[k]
        if free is None or start < after or (_is_named(tokens, k) if free else not _goes_on(tokens, k)):
            continue
        if found := _time_pattern().match(tokens.text, start, tokens.ends[-1]):
            after = found.end()
            last = since_end(tokens, k) if found["since"] else bisect_left(tokens.starts, after)
            if last < 0 or not _tells_time(tokens, k, last):
                continue
            if (end := _joined(tokens, last)) > last or found["since"]:
                after = tokens.ends[end - 1]
            yield Span(start, after)


def _joined(tokens: Tokens, last: int) -> int:
    """The end of a time behind which another of its kind is joined to it: "in 2008 and 2009", "in a year or two"."""
    joins, table = tokens.low[last], _table()
    if joins not in table["joined"]:
        return last
    if joins in GRAMMAR["or"] and tokens.low[last + 1] in table["loosely"]:
        return last + 2
    return last + 2 if _alike(tokens, last - 1, last + 1) and tokens.kind(last + 2) != NUMBER else last


def _alike(tokens: Tokens, one: int, other: int) -> bool:
    """Whether two tokens are both years, months or days of the week."""
    year, lows = masks().year, (tokens.low[one], tokens.low[other])
    if all(low.isdecimal() and len(low) == _YEAR for low in lows):
        return all(year["first"] <= int(low) <= year["last"] for low in lows)
    named = tokens.capital(one) and tokens.capital(other)
    return named and any(all(low in year[name] for low in lows) for name in ("months", "weekdays"))


def _is_named(tokens: Tokens, k: int) -> bool:
    """Whether a day is part of a name: "told a Monday evening conference", "USA Today said that 20 boats"."""
    if tokens.lows[k] in masks().year["weekdays"]:
        return tokens.low[k - 1] in GRAMMAR["determiner"]
    named = tokens.capital(k) and tokens.capital(k - 1) and not tokens.titled()
    return named and tokens.lows[k] in load_rules("figure_times")["days"]["words"]


def _goes_on(tokens: Tokens, k: int) -> bool:
    """Whether a time may go on behind the word or number at token `k` that begins it."""
    second = tokens.low[k + 1]
    if second in _seconds():
        return tokens.kinds[k] != NUMBER or tokens.low[k + 2] in _shifts()
    if tokens.kind(k + 1) != NUMBER or tokens.kinds[k] == NUMBER:
        return False
    return len(second) == _YEAR or tokens.low[k + 2] in _seconds()


_YEAR = 4  # digits


def _tells_time(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an expression over tokens `[first, last)` is no distance ("an hour away") and no rank
    ("for a second term")."""
    if tokens.low[first] in _table()["since"] and tokens.low[last] in HYPHENS:
        return False  # "at its lowest since 1955 — 20 boats"
    if tokens.low[last] in GRAMMAR["distance behind"] or (first > 0 and _clause_follows(tokens, last)):
        return False
    if tokens.low[last - 1] in GRAMMAR["rank"] or tokens.low[last - 1] in GRAMMAR["moment"]:
        return False
    delivered = tokens.class_of(last) == NOUN and not tokens.capital(last)
    return not (tokens.low[first] in GRAMMAR["for"] and delivered)  # "for May delivery"


def _clause_follows(tokens: Tokens, k: int) -> bool:
    """Whether "that" or ", saying" stands behind an expression, so that it dates the saying: "said on Monday night
    that"."""
    while tokens.low[k] in GRAMMAR["time"]:
        k += 1
    k += tokens.low[k] == ","
    return tokens.low[k] in GRAMMAR["opens what is said"]


@cache
def _openers() -> dict[str, bool]:
    """The words and numbers that a time may begin with, and whether anything may follow."""
    table, weekdays = _table(), load_rules("masks")["year"]["weekdays"]
    near = _heads(table["prepositions"], table["anchors"], table["numbers"], table["within"], table["between"])
    near |= _heads(table["pointing"])
    free = _heads(table["days"], table["since"]) | set(weekdays)
    free |= {word.split()[0] for word in table["prepositions"] if " " in word}
    words = near | free | _heads(table["article"]) | {str(n) for n in range(1000)}
    return {word: word in free for word in words}


@cache
def _seconds() -> frozenset[str]:
    """The words that may follow the first word of a time."""
    table, year = _table(), load_rules("masks")["year"]
    plurals = {f"{unit}s" for unit in table["units"]}
    words = _heads(table["parts"], table["anchors"], table["numbers"], table["article"], table["units"])
    words |= _heads(table["pointing"], table["recent"])
    return frozenset(words | plurals | set(year["weekdays"]) | set(year["months"]))


@cache
def _shifts() -> frozenset[str]:
    """What stands behind a stretch of time that tells when: "ago"."""
    return frozenset(_table()["shifts"])


def _table() -> dict[str, list[str]]:
    """The words of each entry of the table of times."""
    return {name: entry["words"] for name, entry in load_rules("figure_times").items()}


def _heads(*words: Iterable[str]) -> set[str]:
    """The first word of each expression."""
    return {word.split()[0] for some in words for word in some}


def _of_speaking(text: str, span: Span) -> bool:
    """ "officials said on Monday" dates the saying."""
    before = text[max(0, span.start - 32) : span.start].lower().split()[-3:]
    spoken = bool(before) and before[-1].strip(",") in GRAMMAR["speaking"]
    return spoken or not GRAMMAR["saying to somebody"].isdisjoint(before)


def _places(tokens: Tokens, heads: Iterable[int]) -> list[Span]:
    """Names after a preposition of place, which is one of `heads`."""
    found, after, leads = list[Span](), 0, GRAMMAR["place before"]
    for k in heads:
        if tokens.lows[k] in leads and after <= k < tokens.size - 1 and tokens.class_of(k) == PREPOSITION:
            first = k + 1 + (tokens.class_of(k + 1) == DETERMINER)
            last = first
            while (tokens.class_of(last) == NAME and tokens.lows[last] not in GRAMMAR["time"]) or (
                last > first and (joint(tokens, last) or _has_stop(tokens, last))
            ):
                last += 1
            last -= last > first and joint(tokens, last - 1) and tokens.low[last - 1] != "."
            last += last > first and closes_initials(tokens, last)
            if last > first and tokens.capital(first) and _is_place(tokens, k, first, last):
                owner = len("'s") if owning(tokens.lows[last - 1]) else 0
                found.append(Span(tokens.starts[first], tokens.ends[last - 1] - owner))
                after = last
    return found


def _has_stop(tokens: Tokens, k: int) -> bool:
    """A full stop that belongs to a name: "in the U.S.", "in St. Orv"."""
    short = tokens.low[k - 1] in load_rules("names")["short_places"]["words"] and tokens.class_of(k + 1) == NAME
    return tokens.low[k] == "." and tokens.glued(k) and (short or ends_initials(tokens, k))


def _is_place(tokens: Tokens, lead: int, first: int, last: int) -> bool:
    """Whether the name over tokens `[first, last)` behind the preposition at `lead` may be a place: none that belongs
    to a noun, no body of people ("in the Orv Party"), no day ("in Monday's debate"), nobody's own ("in Roe's plan")."""
    at, owned = tokens.lows[lead] in GRAMMAR["at"], owning(tokens.lows[last - 1])
    if _modifies(tokens, lead, first, last) or (owned and (at or not _owns_place(tokens, last))):
        return False
    if any(
        tokens.lows[k] in _bodies() or tokens.lows[k].removesuffix("'s") in GRAMMAR["time"] for k in range(first, last)
    ):
        return False
    return not (at and last - first == 1 and _is_acronym(tokens.words[first]))


def _owns_place(tokens: Tokens, k: int) -> bool:
    """Whether what somebody or something owns, at token `k`, is a place: "in Orv's capital"."""
    return tokens.low[k] in GRAMMAR["kind of place"] or tokens.low[k] in GRAMMAR["site"]


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


@cache
def _bodies() -> frozenset[str]:
    """What ends the names of bodies of people that are no place to be at: "Party", "Institute"."""
    return frozenset(load_rules("names")["organisations"]["words"]) - GRAMMAR["site"]


def _modifies(tokens: Tokens, lead: int, first: int, last: int) -> bool:
    """Whether the name over tokens `[first, last)` belongs to a noun behind it: "in Tarsk-built boats", "in the
    Tarsk/Orv poll", "in the Tarsk poll", "interest in Tarsk history"."""
    if tokens.low[last] in ("-", "/", "+") and tokens.glued(last):
        return True
    inside = tokens.class_of(first - 1) == DETERMINER or (lead > 0 and not owning(tokens.lows[last - 1]))
    return inside and tokens.class_of(last) == NOUN and tokens.low[last] not in GRAMMAR["kind of place"]


_STOP = re.compile(r"[.!?][”\"’)]?\s+[A-Z“\"]|\n")


def nearest(text: str, spans: Sequence[Span], figure: Span, before: int, after: int, counted: int = 0) -> Span | None:
    """The first span (of one or more) of the sentence behind the figure and before the next, else the last ahead of it.

    `before` is where the figure before ends, `after` where the next begins, `counted` where what is counted ends; what
    opens the sentence holds for all.
    `spans` are in order; only the `_FEW` on either side are looked at.
    """
    at = bisect_left(spans, figure.end, key=lambda span: span.start)
    behind = spans[at] if at < len(spans) else None
    if behind and behind.start < after and _in_sentence(text, figure.end, behind.start):
        between = text[figure.end : behind.start]
        own = text[max(figure.end, counted) : behind.start]
        if not _is_of_next_clause(between):
            return None if _opens_aside(between) or _is_others(own) else behind
    near = [s for s in spans[max(0, at - _FEW) : at] if s.end <= figure.start]
    ahead = [s for s in near if _in_sentence(text, s.end, figure.start) and not _is_aside(text, s, figure.start)]
    ahead = [s for s in ahead if _leads(text, s) or not _parts_clauses(text[s.end : figure.start])]
    return next((s for s in reversed(ahead) if before <= s.start), ahead[0] if ahead else None)


def apposed(text: str, figure: Span) -> bool:
    """Whether commas set a figure off beside a noun, as somebody's age: "Ada Holm, 82, told the Post"."""
    return text[: figure.start].endswith(", ") and text[figure.end : figure.end + 1] == ","


def _is_of_next_clause(between: str) -> bool:
    """Whether an expression tells of what follows, or of a clause that began before it: "and in Orv $58", ", and it was
    sold in May"; `between`: the text from the figure to the expression."""
    return _parts_clauses(between) or not GRAMMAR["opens a clause"].isdisjoint(between.lower().split()[-2:])


def _parts_clauses(between: str) -> bool:
    """Whether a comma with "and", "but", "while" parts two clauses in a stretch of text."""
    return _follows_comma(between, GRAMMAR["opens a clause"])


def _leads(text: str, span: Span) -> bool:
    """Whether an expression opens its sentence, or ends what opens it, so that it holds for all of its clauses."""
    opening = _STOP.split(text[max(0, span.start - _ASIDE) : span.start])[-1]
    if len(opening.split()) <= _OPENING:
        return True
    ends = text[span.end : span.end + 1] == "," and "," not in opening
    return ends and not _parts_clauses(" ".join(text[span.end : span.end + _ASIDE].split()[:2]))


_OPENING = 2  # words before what opens a sentence: "But late in May"


def _is_others(between: str) -> bool:
    """Whether what is told of another noun begins between what is counted and an expression, or the next part of the
    sentence: "sent under a pact that was signed in June"; not what is told of the counted: "men who left in June"."""
    return ";" in between or not GRAMMAR["told of a noun"].isdisjoint(between.lower().split()[1:])


def _is_aside(text: str, span: Span, figure: int) -> bool:
    """Whether an expression ahead of a figure stands in an aside that has ended: "Orv, which signed in June, sent"."""
    before = text[max(0, span.start - _ASIDE) : span.start]
    return "," in text[span.end : figure] and _opens_aside(before[before.rfind(",") :])


def of_outer_clause(tokens: Tokens, when: Span, figure: Span, *, real: bool) -> bool:
    """Whether a time ahead of a figure tells when something else was: a clause with the figure begins between the two,
    or an infinitive of what is not `real`, "passed a bill on Friday that sends 20 boats", "voted on Friday to send"."""
    first, last = (bisect_left(tokens.starts, at) for at in (when.end, figure.start))
    for k in range(first, last):
        opens = tokens.lows[k] in _opens_inner() and not _is_closed_aside(tokens, k, last)
        opens = opens and not _is_of_subject(tokens, first, k, last)
        if opens and _begins_inner(tokens, k, near=k <= first + 1, real=real):
            return True
    return False


@cache
def _opens_inner() -> frozenset[str]:
    return GRAMMAR["told of a noun"] | GRAMMAR["to"] | GRAMMAR["for"]


def _is_closed_aside(tokens: Tokens, k: int, last: int) -> bool:
    """Whether what opens at a token behind a comma ends at one before token `last`, "Orv, which is poor, sent", or a
    bracket ends there that began before it."""
    closed = tokens.lows[k:last]
    return (tokens.low[k - 1] == "," and "," in closed) or (")" in closed and "(" not in closed)


def _is_of_subject(tokens: Tokens, first: int, k: int, last: int) -> bool:
    """Whether a clause that begins at a token tells more of the first subject behind token `first`, so that the verb
    before token `last` is not its own: "the share of men who had a boat dropped"."""
    alone = not any(tokens.class_of(j) in _INFLECTED for j in range(first, k))
    return alone and sum(tokens.class_of(j) in _INFLECTED for j in range(k + 1, last)) > 1


_INFLECTED = FINITE - {BASE}


def _begins_inner(tokens: Tokens, k: int, *, near: bool, real: bool) -> bool:
    """Whether a clause, an infinitive or a form in -ing after "for" begins at a token; `near` the time before it
    "when" and "which" tell more of that time or of what was then."""
    low, kind, after = tokens.lows[k], tokens.class_of(k), tokens.class_of(k + 1)
    if kind == TO:
        main = tokens.class_of(k - 1) in _TOLD_OF or tokens.low[k - 1] in GRAMMAR["obliged"]  # "is due to send"
        return not (real or main) and after == BASE
    if low in GRAMMAR["told of a noun"] and kind != DETERMINER:
        return not (near and low in GRAMMAR["tells of a time"])
    return after == GERUND and low in GRAMMAR["for"]


_TOLD_OF = frozenset((PARTICIPLE, ADJECTIVE))


def _opens_aside(between: str) -> bool:
    """Whether ", who" or ", which" opens an aside, with times and places of its own, before an expression."""
    return _follows_comma(between, GRAMMAR["opens an aside"])


def _follows_comma(between: str, words: frozenset[str]) -> bool:
    """Whether one of some words follows a comma in a stretch of text."""
    firsts = (part.split(maxsplit=1)[:1] for part in between.lower().split(",")[1:])
    return any(first and first[0] in words for first in firsts)


_ASIDE = 120  # characters of an aside before an expression
_FEW = 6
_FAR = 400  # characters


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends between two places that are not far from each other."""
    return end - start < _FAR and not _STOP.search(text, start, end + 1)


def qualifiers(tokens: Tokens, counted: Phrase | None, number: range) -> str | None:
    """The words that say which of the kind are counted, in order: "median", "other, wounded"; None for none.

    `number`: the tokens of the number with its unit.
    """
    words = _before_number(tokens, number.start)
    if counted:
        words += _modifiers(tokens, *counted, number)
    return ", ".join(dict.fromkeys(words)) or None


def _before_number(tokens: Tokens, first: int) -> list[str]:
    """ "another", "the other": right before the number."""
    near, telling = tokens.lows[max(0, first - 2) : first], GRAMMAR["quantifier"]
    return [] if telling.isdisjoint(near) else [low for low in near if low in telling]


def _inside(tokens: Tokens, first: int, last: int) -> list[str]:
    """The words before the head of the first noun group of tokens `[first, last)`."""
    end = next((k for k in range(first, last) if tokens.class_of(k) == PREPOSITION), last)
    head = next((k for k in range(end - 1, first - 1, -1) if tokens.class_of(k) in NOUNS), end - 1)
    while tokens.class_of(head) == NAME and head > first and tokens.capital(head - 1):
        head -= 1  # "former mayor Bo Roe"
    return _names_whole([tokens.slice(i, j) for i, j in tokens.items(first, head) if tokens.kinds[i] == WORD])


def _names_whole(words: Iterable[str]) -> list[str]:
    """Words in lower case, what begins with capitals in a row as one: "north orvian", "wounded"."""
    groups = groupby(words, key=lambda word: word[0].isupper())
    return [low for named, group in groups for low in ([" ".join(group).lower()] if named else map(str.lower, group))]


def _modifiers(tokens: Tokens, first: int, last: int, number: range) -> list[str]:
    """The words of the first noun group before its head, and the adjectives before it that are no part of a number:
    "the 20-year-old man"."""
    words = _inside(tokens, first, last) if last - first > 1 else []
    left = first - 1
    while left >= 0 and left not in number and tokens.class_of(left) == ADJECTIVE:
        words.insert(0, tokens.lows[left])
        left -= 1
    return words
