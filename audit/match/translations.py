"""Two renderings of one statement from another language, found by what they tell: few words in a row are alike.

Looked for among quotes of one speaker of another language, in two articles of the same days, where each is the other's
nearest. Where both articles say themselves that they print a translation, less that is shared is enough, if nothing
else said in either comes near; and what a text gives to nobody by name may be of him whom it names.
Invariant: what is paired here shares most of what it tells, or far more than anything else beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from datetime import datetime, timedelta
from functools import partial
from math import inf
from typing import NamedTuple

from audit.match.articles import Held, MatchRow
from audit.match.retranslation import freely_alike, likeness, tells_translation
from audit.match.spoken import Sayings, Spoken
from audit.warehouse import Answers, Index, mixed_key

NEAR = timedelta(days=3)  # two renderings of one speech are printed in the same days
TOLD_NEAR = timedelta(days=7)  # who says that he translates may look at it again within the week
LEAST_WORDS = 6
MOST_NEAR = 200  # quotes of one speaker in those days that one is compared with
LAST = chr(0x10FFFF)  # behind any name
COPIED = frozenset({"exact", "typography"})  # relations of the same words
CLEARLY = 1.5  # times as like as all that either is compared with in the article of the other


Said = Mapping[int, Spoken] | Sayings


class Scored(NamedTuple):
    """How like two utterances are, 0 to 1; `freely`: too little alike to be told by that alone."""

    alike: float
    freely: bool
    a: int
    b: int


def find_translations(
    spoken: Mapping[int, Spoken], matched: Mapping[tuple[int, int], MatchRow], index: Index
) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of translated utterances that are not matched, one between two articles: the likest first."""
    answers, told = Answers(index, "translations"), find_told(spoken, matched, index)
    scored = [_scored(a, b, spoken, told, answers) for a, b in sorted(set(_near(spoken, told)))]
    answers.store()
    clear = _clearly(scored, spoken)
    taken = {
        (number, article)
        for pair, row in matched.items()
        for number in pair
        for article in (row.a_article_id, row.b_article_id)
    }
    for one in sorted(scored, key=lambda one: (one.freely, -one.alike, one.a, one.b)):
        ends = {(one.a, spoken[one.b].article.article_id), (one.b, spoken[one.a].article.article_id)}
        if one.alike and not ends & taken and (not one.freely or (one.a, one.b) in clear):
            taken |= ends
            yield one.a, one.b


def find_told(
    spoken: Mapping[int, Spoken], matched: Mapping[tuple[int, int], MatchRow], index: Index
) -> frozenset[int]:
    """Of utterances those whose text says that it prints a translation, and what later texts took of them; each text
    is read for that once.
    """
    kept, articles = Answers(index, "translators"), {one.article.article_id: one.article for one in spoken.values()}
    telling = {key for key, held in articles.items() if kept.answer(held.text_key, partial(_tells, held))}
    kept.store()
    own = frozenset(number for number, one in spoken.items() if one.article.article_id in telling)
    return own.union(find_copies(spoken, own, matched))


def _tells(held: Held) -> bool | None:
    return tells_translation(held.text) or None


def find_copies(spoken: Said, numbers: Set[int], matched: Mapping[tuple[int, int], MatchRow]) -> Iterator[int]:
    """Utterances of later texts with the same words: who quotes earlier ones may tell of them what he likes."""
    for (a, b), row in matched.items():
        if row.relation in COPIED and (a in numbers) is not (b in numbers):
            one, other = (a, b) if a in numbers else (b, a)
            if spoken[one].article.article_id == row.a_article_id:
                yield other


def _scored(a: int, b: int, spoken: Mapping[int, Spoken], translated: Set[int], answers: Answers) -> Scored:
    one, two = spoken[a], spoken[b]
    known = bool(one.speaker_id and one.speaker_id == two.speaker_id)
    told = {a, b} <= translated

    def work_out() -> float:
        return likeness(one.utterance.words.keys, two.utterance.words.keys) if known else 0.0

    def freely() -> float:
        return freely_alike(one.utterance.words.keys, two.utterance.words.keys) if told else 0.0

    alike: float = answers.answer(mixed_key(one.keys.owner, two.keys.owner, known), work_out)
    if alike:
        return Scored(alike, False, a, b)
    loose: float = answers.answer(mixed_key(one.keys.owner, two.keys.owner, told, 1), freely)
    return Scored(loose, True, a, b)


def _clearly(scored: list[Scored], spoken: Mapping[int, Spoken]) -> frozenset[tuple[int, int]]:
    """Pairs that are far likelier than all else that either is compared with in the other's article."""
    best = defaultdict[tuple[int, str], list[float]](list)
    for one in scored:
        for ends in _ends(one, spoken):
            best[ends] = sorted([*best[ends], one.alike], reverse=True)[:2]
    return frozenset(
        (one.a, one.b) for one in scored if all(_leads(one.alike, best[ends]) for ends in _ends(one, spoken))
    )


def _leads(alike: float, best: list[float]) -> bool:
    return alike == best[0] and (len(best) == 1 or alike >= CLEARLY * best[1])


def _ends(one: Scored, spoken: Mapping[int, Spoken]) -> tuple[tuple[int, str], tuple[int, str]]:
    """Each of the two, beside the article of the other."""
    return (one.a, spoken[one.b].article.article_id), (one.b, spoken[one.a].article.article_id)


def _near(spoken: Mapping[int, Spoken], told: Set[int]) -> Iterator[tuple[int, int]]:
    """Pairs of quotes that may be of one speaker of another language, in two articles of the same days."""
    for quotes in _by_speaker(spoken, told).values():
        quotes.sort()
        for at, (day, number) in enumerate(quotes):
            last = bisect_right(quotes, (day + TOLD_NEAR, inf))
            for other_day, other in quotes[at + 1 : min(last, at + 1 + MOST_NEAR)]:
                one, two = spoken[number], spoken[other]
                both = {number, other} <= told
                if one.article is not two.article and (both or _may_be_one(one, two, other_day - day)):
                    yield min(number, other), max(number, other)


def _may_be_one(one: Spoken, two: Spoken, lag: timedelta) -> bool:
    """Whether two are of people, of the same days; without a name, or late, both texts must say that they translate."""
    return one.speaker is not None and two.speaker is not None and lag <= NEAR


def _by_speaker(spoken: Mapping[int, Spoken], told: Set[int]) -> dict[str, list[tuple[datetime, int]]]:
    """The quotes of each speaker, beside those that a translating text gives to nobody by name while it names him."""
    found = defaultdict[str, list[tuple[datetime, int]]](list)
    named, unnamed = dict[tuple[str, str], Named](), list[tuple[datetime, int]]()
    for number, one in spoken.items():
        if not (day := one.article.earliest):
            continue
        if one.speaker_id and one.speaker:
            found[one.speaker_id].append((day, number))
            if number in told:
                named[one.article.article_id, one.speaker_id] = Named(day, one.speaker_id, one.speaker)
        elif number in told:
            unnamed.append((day, number))
    translated = sorted(named.values())
    for day, number in unnamed:
        for speaker_id in _speakers_named(spoken[number], day, translated):
            found[speaker_id].append((day, number))
    return found


class Named(NamedTuple):
    """Whom a text quotes by name in translation, and when."""

    day: datetime
    speaker_id: str
    name: str


def _speakers_named(one: Spoken, day: datetime, translated: list[Named]) -> set[str]:
    """Those of the same days whose whole name stands in the text of a quote."""
    near = translated[bisect_left(translated, (day - TOLD_NEAR,)) : bisect_right(translated, (day + TOLD_NEAR, LAST))]
    return {other.speaker_id for other in near if other.name in one.article.text}
