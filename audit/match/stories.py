"""Stories: articles about one event, by the rare words, the quotes and passages that they share, and by time.

Invariant: every article stands in exactly one story; a story's id is that of its earliest article, and does not depend
on the order in which articles came in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import chain, compress
from math import exp, log
from typing import Any

from audit.engine import Engine
from audit.ids import stable_id
from audit.match.articles import Held, MatchRow, know_blocks
from audit.match.average_link import Linkage, average_link, find_homes
from audit.match.passages import Reading
from audit.match.weights import GRAIN
from audit.match.words import common_words, stem
from audit.records import Span
from audit.warehouse import Answers, Index, as_kept, read_sql, word_key

MOST_ARTICLES = 60  # a word of more articles than this finds no pair
LEAST_LIKENESS = 0.02  # of a pair: below it, two articles share nothing
RARE = 20  # articles: words that more of them have tell little of two articles far apart in time
PRIOR = 500  # as if so many articles without the word had been read before
NAME = 2.0  # weight of a word that is mostly written with a capital or as a number
SHARED_WORDS = 40  # in quotes and passages: so many say all that they can
SHARED_WEIGHT = 0.3  # likeness that they add
NEAR, NEAR_FACTOR = 2.0, 1.5  # days: articles so near in time are more alike than their words say
FADING = 7.0  # days in which that falls by e
FAR_FACTOR = 0.4  # of likeness by words, left however far apart: dates may be those of a copy
MOST_LIKENESS = 0.5  # of a pair: two copies are no more of one event than two reports are
LINKAGE = Linkage(least=0.1, share=0.75, grown=4)
LABEL = 120  # characters
LEAST_LABEL = 40  # characters of a line that may stand for a title: "7 years ago" tells nothing
DAY = 86400  # seconds
FADED = (
    NEAR + FADING * (log(NEAR_FACTOR / FAR_FACTOR) + 0.1)
) * DAY  # seconds: beyond it, time leaves no more than that

LEAST_NEAR = 0.99 * LINKAGE.least / NEAR_FACTOR  # likeness by words that is enough where time adds the most to it
LEAST_FAR = 0.99 * LINKAGE.least / FAR_FACTOR  # the same where time leaves the least

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, and the title of the one most like the others."""

    story_id: str
    label: str
    first_at: datetime | None
    last_at: datetime | None
    article_ids: tuple[str, ...]


def find_stories(articles: Sequence[Held], matches: Iterable[MatchRow], index: Index, engine: Engine) -> list[Story]:
    """Stories of all articles; `matches` are those of quotes and passages."""
    likeness = _likeness(articles, _shared_words(articles, matches), index, engine)
    groups = average_link(len(articles), likeness, LINKAGE)
    chiefs = [articles[group[_chief(group, likeness)]] for group in groups]
    titles = _titles(chiefs, index)
    return [_story([articles[n] for n in group], title) for group, title in zip(groups, titles, strict=True)]


def _titles(chiefs: Sequence[Held], index: Index) -> list[str]:
    """What each of these articles is called; of one that gave its title before, that is kept."""
    kept = Answers(index, "titles")
    new = [held for held in chiefs if not kept.knows(held.key)]
    know_blocks(new)
    for held in new:
        kept.keep(held.key, as_kept(_title(held)))
    titles: list[str] = list(kept.found_each(held.key for held in chiefs))
    kept.store()
    return titles


def _shared_words(articles: Sequence[Held], matches: Iterable[MatchRow]) -> Counter[Pair]:
    """How many words of quotes and passages two articles share."""
    numbers = {held.article_id: n for n, held in enumerate(articles)}
    shared = Counter[Pair]()
    for (a, start, end), (b, _, _) in (row.places for row in matches):
        if a != b:
            one, two = sorted((numbers[a], numbers[b]))
            shared[one, two] += len(articles[numbers[a]].text[start:end].split())
    return shared


def _likeness(articles: Sequence[Held], shared: Mapping[Pair, int], index: Index, engine: Engine) -> dict[Pair, float]:
    moments, found, both = [_moment(one) for one in articles], dict[Pair, float](), dict[Pair, float]()
    for a, b, alike in _word_likeness(moments, shared, index, engine):
        if (a, b) in shared:
            both[a, b] = alike
        else:
            found[a, b] = _likeness_by_words(alike, moments[a], moments[b])
    for (a, b), words in shared.items():
        near, copied = _nearness(moments[a], moments[b]), SHARED_WEIGHT * min(1.0, words / SHARED_WORDS)
        found[a, b] = min(MOST_LIKENESS, both.get((a, b), 0.0) * max(FAR_FACTOR, near) + copied * near)
    return found


def _likeness_by_words(alike: float, a: float | None, b: float | None) -> float:
    """The likeness of two articles that share words alone, by when they appeared."""
    return min(MOST_LIKENESS, alike * _least_nearness(a, b))


def _moment(one: Held) -> float | None:
    """When it appeared, in seconds; None where that is not known."""
    return (one.earliest - datetime.min).total_seconds() if one.earliest and one.latest else None


def _nearness(a: float | None, b: float | None) -> float:
    """What time makes of the likeness of two articles: 1 where it is not known, next to nothing far apart."""
    return 1.0 if a is None or b is None else NEAR_FACTOR * exp(-max(0.0, abs(a - b) / DAY - NEAR) / FADING)


def _least_nearness(a: float | None, b: float | None) -> float:
    """The same of likeness by words, of which so much is left however far apart they are."""
    if a is not None and b is not None and abs(a - b) > FADED:
        return FAR_FACTOR
    return max(FAR_FACTOR, _nearness(a, b))


def _word_likeness(
    moments: Sequence[float | None], shared: Iterable[Pair], index: Index, engine: Engine
) -> Iterator[Sequence[Any]]:
    """Cosine of the words that few articles have (tf-idf; terms as Salton and Buckley 1988), of pairs that may stand in
    one story: first of those that are alike enough themselves, then of all that chains of these lead to.
    """
    index.run("create or replace temp table story_moments (article_no integer, moment double)")
    index.insert("story_moments", list(enumerate(moments)))
    rare = {"most": MOST_ARTICLES, "rare": RARE, "prior": PRIOR, "name": NAME, "grain": GRAIN}
    index.run(read_sql(__package__, "story_words"), rare)
    values = {"near": LEAST_NEAR, "far": LEAST_FAR, "faded": FADED, "grain": GRAIN}
    near = engine.run_sql(index, read_sql(__package__, "story_near"), ("story_words",), values)
    index.run("create or replace temp table story_homes (article_no integer, home integer)")
    index.insert("story_homes", _homes(moments, near, shared))
    sql, tables = read_sql(__package__, "story_likeness"), ("story_words", "story_homes")
    return engine.run_sql(index, sql, tables, {"least": LEAST_LIKENESS, "grain": GRAIN})


def _homes(
    moments: Sequence[float | None], near: Iterable[Sequence[Any]], shared: Iterable[Pair]
) -> list[tuple[int, int]]:
    """Each article that chains of pairs that are alike enough join to another, with a number that all of these have:
    no others can stand in one story.
    """
    alike = ((a, b) for a, b, by_words in near if _likeness_by_words(by_words, moments[a], moments[b]) >= LINKAGE.least)
    home = find_homes(len(moments), chain(alike, shared))
    sizes = Counter(home)
    return [(number, one) for number, one in enumerate(home) if sizes[one] > 1]


def word_rows(reading: Reading) -> Iterator[tuple[int, int, int, int]]:
    """Rows of `article_words`: each stem of telling words, how often these stand there, and how often as a name."""
    owner, text, words = reading.article.key, reading.article.text, reading.words
    common = common_words()
    told = {word: count for word, count in Counter(words.keys).items() if word not in common}
    named = Counter(compress(words.keys, map(_is_name, map(text.__getitem__, words.spans.starts))))
    of_stem = defaultdict[str, list[int]](lambda: [0, 0])
    for word, count in told.items():
        sums = of_stem[stem(word)]
        sums[0] += count
        sums[1] += named.get(word, 0)
    yield from ((owner, word_key(root), times, as_name) for root, (times, as_name) in of_stem.items())


@cache
def _is_name(letter: str) -> bool:
    """Whether a word that begins with it is written as a name or a number."""
    return letter.isupper() or letter.isdigit()


def _chief(group: Sequence[int], likeness: Mapping[Pair, float]) -> int:
    """The place in the group of the article that is most like the others."""

    def total(number: int) -> float:
        return sum(likeness.get((min(number, other), max(number, other)), 0.0) for other in group)

    return max(range(len(group)), key=lambda place: (total(group[place]), -place))


def _story(articles: Sequence[Held], title: str) -> Story:
    ordered = sorted(articles, key=lambda held: (held.earliest or datetime.max, held.article_id))
    dates = [held.earliest for held in ordered if held.earliest]
    ids = tuple(held.article_id for held in ordered)
    return Story(stable_id("story", ids[0]), title, min(dates, default=None), max(dates, default=None), ids)


def _title(article: Held) -> str:
    """The title of an article, else the first words of its own text, behind lines too short to tell of anything."""
    long = (span for span in article.read if span.end - span.start >= LEAST_LABEL)
    first = next(chain(article.headline, long, article.read), Span(0, len(article.text))).of(article.text)
    return " ".join(first.split())[:LABEL]
