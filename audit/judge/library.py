"""The latest texts and what stands in them, for rules that look beyond the row of a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from audit.ids import name_key
from audit.lazy import lazy
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.match.words import common_words, read_words
from audit.records import SourceKind, Span
from audit.text.segment import cut_sentences, pair_marks
from audit.text.spans import meets_any, merge_spans
from audit.warehouse import Warehouse, read_sql

Row = dict[str, Any]
LONGEST = 240  # characters of a quoted sentence on either side of a place
MOST_LINE = LONGEST * 100  # characters: beyond it no paragraph that a reader would call one
_REPORTING = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_NAME = re.compile(r"[^\W\d_][\w’'-]*")


class _Shelves(dict[str, list[Row]]):
    """Rows by article; those of an article that was not announced are asked for when somebody wants them."""

    def __init__(self, ask: Callable[[Sequence[str]], Iterable[Row]], articles: Iterable[str]) -> None:
        super().__init__((article, []) for article in articles)
        self._ask = ask
        for row in ask(list(self)):
            self[row["article_id"]].append(row)

    def __missing__(self, article: str) -> list[Row]:
        found = self[article] = list(self._ask([article]))
        return found

    def get(self, article: str, default: object = None) -> list[Row]:
        """The rows of an article, announced or not."""
        return self[article]


class _Merged(dict[str, list[Span]]):
    """The stretches of rows, those that meet as one, by article; merged when somebody asks."""

    def __init__(self, rows: _Shelves) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, article: str) -> list[Span]:
        rows = self._rows[article]
        found = self[article] = merge_spans(Span(row["start_char"], row["end_char"]) for row in rows)
        return found

    def get(self, article: str, default: object = None) -> list[Span]:
        """Those of an article."""
        return self[article]


class _ById(dict[str, Row]):
    """Rows by their ids; one that is not there is asked for."""

    def __init__(self, rows: Mapping[str, Row], ask: Callable[[str], Row]) -> None:
        super().__init__(rows)
        self._ask = ask

    def __missing__(self, key: str) -> Row:
        found = self[key] = self._ask(key)
        return found


class Library:
    """Latest texts by article. Invariant: every span asked for is in code points of the latest version.

    `articles`: those that somebody will ask for; what stands in them is read at once. None: all. `outlets`: those whose
    names are known wherever they stand.
    """

    def __init__(
        self, warehouse: Warehouse, articles: Iterable[str] | None = None, outlets: Outlets = PACKAGED
    ) -> None:
        self._warehouse = warehouse
        self._articles = None if articles is None else sorted(set(articles))
        self._outlets = outlets
        self._sentences: dict[tuple[str, int], list[Span]] = {}

    @lazy
    def _paired(self) -> dict[tuple[str, Span], Sequence[Span]]:
        return {}

    @lazy
    def texts(self) -> dict[str, str]:
        """Text by article."""
        return dict(self._warehouse.query("select article_id, text from articles where is_latest"))

    @lazy
    def figures(self) -> dict[str, list[Row]]:
        """Figures by article, in the order of the text."""
        return self._grouped("library_figures")

    @lazy
    def figure(self) -> dict[str, Row]:
        """Figures by id."""
        return _ById({row["figure_id"]: row for rows in self.figures.values() for row in rows}, self._figure)

    def _figure(self, figure_id: str) -> Row:
        """A figure of an article that was not announced."""
        found = self._warehouse.query("select article_id from figures where figure_id = ?", [figure_id])
        return next(row for (article,) in found for row in self.figures[article] if row["figure_id"] == figure_id)

    @lazy
    def _marked(self) -> dict[str, list[Span]]:
        """Stretches that stand in marks or are an embedded post, by article."""
        return _Merged(self._grouped("library_marked"))

    @lazy
    def credited(self) -> dict[str, list[Row]]:
        """Places that say who tells something, by article."""
        return self._grouped("library_credited")

    @lazy
    def people(self) -> frozenset[str]:
        """Names of persons, folded, in full: given name and surname at least."""
        rows = self._warehouse.query("select name from sources where kind = 'person'")
        return frozenset(key for (name,) in rows if " " in (key := name_key(name)))

    @lazy
    def _named(self) -> dict[str, list[Row]]:
        return self._grouped("library_named")

    def names_somebody(self, article: str, span: Span) -> bool:
        """Whether a stretch names somebody who tells it; who only carries it (an outlet, an agency) is not meant."""
        return any(not row["carries"] for row in self._named_in(article, span))

    def credits_somebody(self, article: str, span: Span) -> bool:
        """Whether a stretch names somebody who tells it or carries it, and did not publish the text."""
        return any(True for _ in self._named_in(article, span))

    def outlets_credited(self, article: str, span: Span) -> int:
        """How many other outlets and agencies a stretch credits."""
        return len({row["source_id"] for row in self._named_in(article, span) if row["carries"]})

    def names_outlet(self, article: str, span: Span) -> bool:
        """Whether a stretch credits another outlet, or has the name of one in it."""
        return self.credits_outlet(article, span) or any(self._others_named(article, span))

    def _others_named(self, article: str, span: Span) -> Iterator[bool]:
        for named in self._outlets.named_in(self.texts.get(article, ""), *span):
            told = not named.doubtful and named.outlets[0].kind in _REPORTING
            yield told and self._publishers.get(article) not in {outlet.name for outlet in named.outlets}

    @lazy
    def _publishers(self) -> dict[str, str]:
        """Who published each article."""
        return dict(self._warehouse.query(read_sql(__package__, "library_publishers")))

    def credits_outlet(self, article: str, span: Span) -> bool:
        """Whether a stretch names another outlet or agency from which the text has something."""
        return any(row["carries"] for row in self._named_in(article, span))

    def tellers(self, article: str, span: Span) -> list[Span]:
        """Where a stretch names somebody who tells something, in the order of the text."""
        rows = (row for row in self._named_in(article, span) if not row["carries"])
        return sorted(Span(row["start_char"], row["end_char"]) for row in rows)

    def _named_in(self, article: str, span: Span) -> Iterator[Row]:
        rows = self._named.get(article, [])
        return (row for row in rows if row["start_char"] < span.end and span.start < row["end_char"])

    def _grouped(self, query: str) -> _Shelves:
        inner = read_sql(__package__, query).rstrip().rstrip(";")
        order = "article_id, start_char, figure_id" if query == "library_figures" else "all"

        def ask(articles: Sequence[str]) -> Iterable[Row]:
            self._warehouse.run("create or replace temp table asked_articles (article_id varchar)")
            self._warehouse.insert("asked_articles", [(article,) for article in articles])
            asked = f"select * from ({inner}) semi join asked_articles using (article_id) order by {order}"
            return self._warehouse.dicts(asked)

        return _Shelves(ask, self.texts if self._articles is None else self._articles)

    def marked(self, article: str) -> list[Span]:
        """Merged stretches of an article that are somebody's words."""
        return self._marked.get(article, [])

    def is_marked(self, place: Row) -> bool:
        """Whether a place touches words in marks."""
        return meets_any(Span(place["start"], place["end"]), self.marked(place["article_id"]))

    def words(self, place: Row) -> str:
        """The words at a place."""
        return self.texts.get(place["article_id"], "")[place["start"] : place["end"]]

    def paragraph(self, place: Row) -> Span:
        """The line that holds a place."""
        text = self.texts.get(place["article_id"], "")
        stop = text.find("\n", place["end"])
        return Span(text.rfind("\n", 0, place["start"]) + 1, stop if stop >= 0 else len(text))

    def sentence(self, place: Row, reach: int = LONGEST) -> Span:
        """The sentence that holds a place, at most `reach` characters beyond it on either side."""
        line, start, end = self.paragraph(place), place["start"], place["end"]
        cut = self._cut(place["article_id"], line)
        left = max((s.start for s in cut if s.start <= start), default=line.start)
        right = min((s.end for s in cut if s.end >= end), default=line.end)
        return Span(max(left, start - reach), min(right, end + reach))

    def _cut(self, article: str, line: Span) -> list[Span]:
        key = article, line.start
        if key not in self._sentences:
            text = self.texts.get(article, "")
            whole = line.end - line.start <= MOST_LINE
            self._sentences[key] = list(cut_sentences(text, line, self._pairs(article, line))) if whole else []
        return self._sentences[key]

    def pairs(self, place: Row) -> Sequence[Span]:
        """Stretches between marks in the line of a place."""
        return self._pairs(place["article_id"], self.paragraph(place))

    def _pairs(self, article: str, line: Span) -> Sequence[Span]:
        if (article, line) not in self._paired:
            self._paired[article, line] = pair_marks(self.texts.get(article, ""), line)[0]
        return self._paired[article, line]

    def around(self, place: Row) -> str:
        """The words of that sentence."""
        return self.sentence(place).of(self.texts.get(place["article_id"], ""))

    def figures_in(self, article: str, span: Span) -> list[Row]:
        """Figures of an article inside a stretch."""
        rows = self.figures.get(article, [])
        return [row for row in rows if span.start <= row["start_char"] and row["end_char"] <= span.end]


def proper_names(sentence: str) -> frozenset[str]:
    """Words with a capital, small and common words left out, folded: the names of a sentence, roughly."""
    found = (match[0] for match in _NAME.finditer(sentence) if match[0][0].isupper())
    keys = (key for word in found for key in read_words(word).keys[:1])
    return frozenset(key for key in keys if key not in common_words() and len(key) > 1)


def days_between(one: datetime | None, other: datetime | None) -> float | None:
    """Days between two moments; None where one is not known."""
    return None if one is None or other is None else abs((one - other).total_seconds()) / 86400


def content_words(texts: Iterable[str]) -> list[frozenset[str]]:
    """Of each text its words without the common ones."""
    return [frozenset(key for key in read_words(text).keys if key not in common_words()) for text in texts]
