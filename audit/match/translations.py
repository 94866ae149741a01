"""Two renderings of one statement from another language, found by what they tell: few words in a row are alike.

Looked for among quotes of one speaker of another language, in two articles of the same days, where each is the other's
nearest. Invariant: what is paired here shares most of what it tells, in one order, and is somebody's known words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from audit.match.retranslation import likeness

if TYPE_CHECKING:
    from audit.match.quotes import Utterance

NEAR = timedelta(days=3)  # two renderings of one speech are printed in the same days
LEAST_WORDS = 6
MOST_NEAR = 200  # quotes of one speaker in those days that one is compared with


def find_translations(
    utterances: Sequence[Utterance], matched: Collection[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of utterances that are not matched, each once between two articles: the likest first."""
    scored = ((likeness(utterances[a].words.keys, utterances[b].words.keys), a, b) for a, b in _near(utterances))
    taken = {(one, utterances[other].article.article_id) for a, b in matched for one, other in ((a, b), (b, a))}
    for _, a, b in sorted((one for one in scored if one[0]), key=lambda one: (-one[0], one[1:])):
        ends = {(a, utterances[b].article.article_id), (b, utterances[a].article.article_id)}
        if not ends & taken:
            taken |= ends
            yield a, b


def _near(utterances: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    """Pairs of quotes of one speaker of another language, in two articles of the same days."""
    spoken = defaultdict[str, list[tuple[datetime, int]]](list)
    for number, one in enumerate(utterances):
        if one.translated and one.speaker_id and one.speaker and one.article.earliest and one.length >= LEAST_WORDS:
            spoken[one.speaker_id].append((one.article.earliest, number))
    for quotes in spoken.values():
        quotes.sort()
        for at, (day, number) in enumerate(quotes):
            last = bisect_right(quotes, (day + NEAR, len(utterances)))
            for _, other in quotes[at + 1 : min(last, at + 1 + MOST_NEAR)]:
                if utterances[number].article is not utterances[other].article:
                    yield min(number, other), max(number, other)
