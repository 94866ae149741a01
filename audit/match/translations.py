"""Two renderings of one statement from another language, found by what they tell: few words in a row are alike.

Looked for among quotes of one speaker of another language, in two articles of the same days, where each is the other's
nearest. Invariant: what is paired here shares most of what it tells, in one order, and is somebody's known words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from math import inf

from audit.match.articles import MatchRow
from audit.match.retranslation import likeness
from audit.match.spoken import Spoken
from audit.warehouse import Answers, Index, mixed_key

NEAR = timedelta(days=3)  # two renderings of one speech are printed in the same days
LEAST_WORDS = 6
MOST_NEAR = 200  # quotes of one speaker in those days that one is compared with


def find_translations(
    spoken: Mapping[int, Spoken], matched: Mapping[tuple[int, int], MatchRow], index: Index
) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of translated utterances that are not matched, one between two articles: the likest first."""
    answers = Answers(index, "translations")
    scored = [(_likeness(spoken[a], spoken[b], answers), a, b) for a, b in _near(spoken)]
    answers.store()
    taken = {
        (number, article)
        for pair, row in matched.items()
        for number in pair
        for article in (row.a_article_id, row.b_article_id)
    }
    for _, a, b in sorted((one for one in scored if one[0]), key=lambda one: (-one[0], one[1:])):
        ends = {(a, spoken[b].article.article_id), (b, spoken[a].article.article_id)}
        if not ends & taken:
            taken |= ends
            yield a, b


def _likeness(a: Spoken, b: Spoken, answers: Answers) -> float:
    def work_out() -> float:
        return likeness(a.utterance.words.keys, b.utterance.words.keys)

    found: float = answers.answer(mixed_key(a.keys.owner, b.keys.owner), work_out)
    return found


def _near(spoken: Mapping[int, Spoken]) -> Iterator[tuple[int, int]]:
    """Pairs of quotes of one speaker of another language, in two articles of the same days."""
    by_speaker = defaultdict[str, list[tuple[datetime, int]]](list)
    for number, one in spoken.items():
        if one.speaker_id and one.speaker and one.article.earliest:
            by_speaker[one.speaker_id].append((one.article.earliest, number))
    for quotes in by_speaker.values():
        quotes.sort()
        for at, (day, number) in enumerate(quotes):
            last = bisect_right(quotes, (day + NEAR, inf))
            for _, other in quotes[at + 1 : min(last, at + 1 + MOST_NEAR)]:
                if spoken[number].article is not spoken[other].article:
                    yield min(number, other), max(number, other)
