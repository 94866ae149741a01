"""The step: each sentence of an article that cites held articles, compared with them, becomes rows of `citations`.

Invariant: a sentence that cites several articles is compared with all of them at once; each gets a row, one verdict.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from typing import Any, NamedTuple

from audit.cite.records import Checked, Citation, CitedSource, Gap
from audit.cite.verify import verify
from audit.ids import stable_id
from audit.records import Span
from audit.warehouse import Warehouse, read_sql

Sentence = tuple[str, int, int, int]
"""Article, version, start and end."""


class Due(NamedTuple):
    """A sentence of an article and a held article that it cites."""

    article_id: str
    version: int
    start: int
    end: int
    target_id: str
    url: str | None

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""
        return self[:4]


@dataclass(frozen=True, slots=True)
class Held:
    """A held article: text, headline, who wrote it, language, the day it bears, and where it names whom it credits."""

    text: str
    title: str | None
    byline: str | None
    language: str | None
    published: date | None
    credited: tuple[Span, ...]


def check_citations(warehouse: Warehouse, changed: Set[str] | None = None) -> dict[str, int]:
    """Refill citations and citation_gaps; where the articles are told that have `changed` since, other sentences that
    cite the same as they did stay as they stand.
    """
    rows = map(Due._make, warehouse.query(read_sql(__package__, "citations_due")))
    due = {sentence: list(cited) for sentence, cited in groupby(rows, key=lambda one: one.sentence)}
    standing = set() if changed is None else _standing(warehouse, due, changed)
    anew = {sentence: cited for sentence, cited in due.items() if sentence not in standing}
    texts = _texts(warehouse, chain.from_iterable(anew.values()))
    citations, gaps = list[tuple[Any, ...]](), list[tuple[Any, ...]]()
    for sentence, targets in anew.items():
        checked = _check(Span(*sentence[2:]), targets, texts)
        for one in targets:
            citation_id = stable_id("citation", *sentence, one.target_id)
            citations.append(
                (citation_id, *sentence, "article", one.target_id, one.url, checked.verdict.value, checked.why)
            )
            gaps += _gap_rows(citation_id, one, checked.gaps)
    _store(warehouse, standing, citations, gaps)
    tables = ("citations", "citation_gaps")
    return {table: warehouse.query(f"select count(*) from {table}")[0][0] for table in tables}


def _standing(warehouse: Warehouse, due: Mapping[Sentence, Sequence[Due]], changed: Set[str]) -> set[Sentence]:
    """Sentences that cite what they cited, of articles none of which has changed."""
    before = defaultdict[Sentence, set[Due]](set)
    for row in map(Due._make, warehouse.query(read_sql(__package__, "citations_held"))):
        before[row.sentence].add(row)
    alike = (sentence for sentence, cited in due.items() if before.get(sentence) == set(cited))
    return {one for one in alike if changed.isdisjoint({one[0], *(cited.target_id for cited in due[one])})}


def _store(
    warehouse: Warehouse,
    standing: Iterable[Sentence],
    citations: Sequence[tuple[Any, ...]],
    gaps: Sequence[tuple[Any, ...]],
) -> None:
    """New rows in the place of all but those of standing sentences."""
    columns = "article_id varchar, version integer, start_char integer, end_char integer"
    warehouse.run(f"create or replace temp table standing_sentences ({columns})")
    warehouse.insert("standing_sentences", sorted(standing))
    warehouse.run(read_sql(__package__, "drop_citations"))
    warehouse.insert("citations", citations)
    warehouse.insert("citation_gaps", gaps)


def _texts(warehouse: Warehouse, due: Iterable[Due]) -> dict[str, Held]:
    ids = sorted({article for one in due for article in (one.article_id, one.target_id)})
    if not ids:
        return {}
    credited = defaultdict[str, list[Span]](list)
    for article, start, end in warehouse.query(read_sql(__package__, "credit_words"), {"ids": ids}):
        credited[article].append(Span(start, end))
    rows = warehouse.query(read_sql(__package__, "cited_texts"), {"ids": ids})
    return {row[0]: Held(row[1], row[2], row[3], row[4], row[5], tuple(credited[row[0]])) for row in rows}


def _check(sentence: Span, targets: Iterable[Due], texts: Mapping[str, Held]) -> Checked:
    targets = list(targets)
    citing = texts[targets[0].article_id]
    sources = tuple(_source(one.target_id, texts[one.target_id]) for one in targets)
    return verify(Citation("", _said(citing, sentence), sources, citing.title, citing.language or "en"))


def _source(target_id: str, held: Held) -> CitedSource:
    headline = "\n".join(filter(None, (held.title, held.byline)))
    return CitedSource(target_id, held.text, headline=headline or None, published=held.published)


def _said(citing: Held, sentence: Span) -> str:
    """The sentence with the names of those it credits blanked: every other word keeps its place."""
    words = list(sentence.of(citing.text))
    for span in citing.credited:
        for at in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            words[at - sentence.start] = " "
    return "".join(words)


def _gap_rows(citation_id: str, due: Due, gaps: Iterable[Gap]) -> Iterator[tuple[Any, ...]]:
    """A gap's place in the article, and where the nearest words stand, as JSON."""
    for gap in gaps:
        near = gap.nearest
        nearest = (
            json.dumps({"article_id": near.source, "start": near.span.start, "end": near.span.end}) if near else None
        )
        yield (
            citation_id, gap.kind.value, due.start + gap.span.start, due.start + gap.span.end, gap.why, nearest,
        )  # fmt: skip
