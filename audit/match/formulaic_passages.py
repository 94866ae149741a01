"""Passages that two stories share: words that one took from the other, or a formula that any text may use.

Invariant: inside a story nothing is left out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from audit.match.articles import Held, MatchRow, Stretch, days_apart

LEAST_APART = 16  # words of a passage that stands in two stories
FAR_APART = 30  # days: what stands in so many stories so far from each other is printed under everything
MOST_STORIES = 2


def drop_formulas(
    rows: Sequence[MatchRow], story_of: Mapping[str, str], articles: Mapping[str, Held]
) -> list[MatchRow]:
    """The matches of passages without short ones of two stories, and without what recurs in far stories."""
    far = _far_stories(rows, story_of, articles)
    return [row for row in rows if _is_one_story(row, story_of) or (_is_long(row) and not _recurs(row, far))]


def _is_one_story(row: MatchRow, story_of: Mapping[str, str]) -> bool:
    return story_of[row.a_article_id] == story_of[row.b_article_id]


def _is_long(row: MatchRow) -> bool:
    words: int = json.loads(row.detail)["words"]
    return words >= LEAST_APART


def _recurs(row: MatchRow, far: Mapping[Stretch, set[str]]) -> bool:
    return any(len(far.get(place, ())) > MOST_STORIES for place in row.places)


def _far_stories(
    rows: Sequence[MatchRow], story_of: Mapping[str, str], articles: Mapping[str, Held]
) -> dict[Stretch, set[str]]:
    """For each place the other stories, far away in time, that have its words too."""
    found = defaultdict[Stretch, set[str]](set)
    for row in rows:
        days = days_apart(articles[row.a_article_id], articles[row.b_article_id])
        if not _is_one_story(row, story_of) and days is not None and days > FAR_APART:
            one, two = row.places
            found[one].add(story_of[two[0]])
            found[two].add(story_of[one[0]])
    return found
