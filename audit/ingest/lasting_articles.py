"""Identity that lasts: a file whose headline or day was edited where it lies holds a version, not another article.

Invariant: only what has no id and no address of its own is asked, only where the former article lies nowhere else, and
only where at least half of the shorter text's runs of words are the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.warehouse import Warehouse, read_sql

RUN = 3  # words
LEAST = 0.5  # of the runs of the shorter text


@dataclass(frozen=True, slots=True)
class Edited:
    """A file with one article: the identity that its present text alone would give, where it lies, and its bytes."""

    article_id: str
    path: str
    sha256: str
    text: str


def lasting_ids(warehouse: Warehouse, files: Sequence[Edited], formerly: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Path -> the article that lay there before, for those that hold a version of it.

    `formerly` tells the articles of bytes that are read anew: they keep them.
    """
    found = {one.path: _only(formerly.get(one.sha256, ())) for one in files}
    values = {"paths": [one.path for one in files], "ids": [one.article_id for one in files]}
    texts = {one.path: one.text for one in files}
    for path, article_id, text in warehouse.query(read_sql(__package__, "lay_there"), values):
        if found[path] is None and alike(text, texts[path]):
            found[path] = article_id
    return {path: article_id for path, article_id in found.items() if article_id is not None}


def _only(articles: Sequence[str]) -> str | None:
    return articles[0] if len(articles) == 1 else None


def alike(one: str, two: str) -> bool:
    """Whether two texts are versions of one: most of the shorter stands in the other."""
    a, b = _runs(one), _runs(two)
    return len(a & b) >= LEAST * min(len(a), len(b)) > 0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))}
