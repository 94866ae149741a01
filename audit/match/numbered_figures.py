"""Every figure by its number: its key is asked of the warehouse, and it becomes a record when somebody asks.

Invariant: what is read here depends on one article alone; the index keeps it, and a run reads what is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from audit.engine import Engine
from audit.match.answers import Asked, work_out
from audit.match.articles import Held, MatchRow, know_blocks
from audit.match.figure_readings import Counted, FigureRow, Page, Seen, read_figures, recounted
from audit.match.present_rows import BATCH, drop_absent
from audit.match.words import common_words
from audit.records import Span
from audit.warehouse import Answers, Index, Warehouse, as_kept, read_sql, word_key

Pair = tuple[int, int]
MOST_HELD = 3_000  # articles whose figures are held; of more, only those that are asked for


class Numbered(NamedTuple):
    """One row of `figure_numbers`."""

    owner: int
    no: int
    article_no: int
    source: int | None


class PageRow(NamedTuple):
    """One row of `figure_pages`."""

    key: int
    article_id: str
    first: int


class Ties(NamedTuple):
    """What is kept of an article beside its figures: parts and wholes, refrains, what its headline has otherwise."""

    parts: Sequence[Pair] = ()
    refrains: Sequence[int] = ()
    headlines: Sequence[MatchRow] = ()


class Figures:
    """All figures of the latest versions, in the order of articles and places."""

    def __init__(self, warehouse: Warehouse, articles: Mapping[str, Held], index: Index, engine: Engine) -> None:
        self._warehouse, self._articles, self._index = warehouse, articles, index
        warehouse.run(_sql("number_figures"))
        self.rows = list(map(Numbered._make, warehouse.query(_sql("figure_numbers"))))
        self._pages = list(map(PageRow._make, warehouse.query(_sql("figure_pages"))))
        self._page_of = {page.article_id: page for page in self._pages}
        self._answers, self._ties = Answers(index, "numerals"), Answers(index, "numeral_ties")
        self._ids, self._loaded, self._held = list(articles), set[str](), dict[int, Counted]()
        self.kinds = Counter[tuple[str, str]]()  # figures of a key in one article, of those that are held
        self._read_new(engine)
        self._present()
        self.parts, self.refrains, self.headlines = self._tied()

    def _read_new(self, engine: Engine) -> None:
        """Read the articles that the index has not seen: the words and keys of their figures go there."""
        new = [page for page in self._pages if not self._answers.knows(page.key)]
        know_blocks(self._articles[page.article_id] for page in new)
        work_out(self._answers, engine, read_figures, self._asked(new), BATCH)
        for start in range(0, len(new), BATCH):
            self._keep(new[start : start + BATCH])

    def _asked(self, pages: Sequence[PageRow]) -> Iterator[Asked]:
        """Articles with the rows of their figures, each by the key of both."""
        for start in range(0, len(pages), BATCH):
            for article, rows in self._rows_of(page.article_id for page in pages[start : start + BATCH]):
                yield self._page_of[article].key, (self._articles[article], rows)

    def _rows_of(self, articles: Iterable[str]) -> Iterator[tuple[str, list[FigureRow]]]:
        self._warehouse.run("create or replace temp table asked_articles (article_id varchar)")
        self._warehouse.insert("asked_articles", [(article,) for article in sorted(set(articles))])
        names, found = self._warehouse.table(_sql("figure_rows"))
        rows = map(FigureRow._make, map(itemgetter(*map(names.index, FigureRow._fields)), found))
        return ((article, list(some)) for article, some in groupby(rows, key=attrgetter("article_id")))

    def _keep(self, pages: Sequence[PageRow]) -> None:
        traits, words = list[tuple[object, ...]](), list[tuple[int, int, bool]]()
        for page in pages:
            told, parts, refrains, headlines = self._answers.found(page.key)
            ties = Ties(parts, refrains, headlines)
            self._ties.keep(page.key, as_kept(ties if any(ties) else None))
            for seen in (Seen(*one) for one in told):
                owner = self.rows[page.first + seen.number].owner
                traits += [(owner, word_key(key), key, key.endswith(":*"), *seen.ends) for key in seen.keys]
                words += [(owner, word_key(word), word not in common_words()) for word in seen.words]
        self._index.insert("figure_traits", traits)
        self._index.insert("figure_words", words)

    def _present(self) -> None:
        """Refill the working table of the figures that this run has; what went goes once it is a quarter of all."""
        columns = "owner bigint, no integer, article_no integer, source bigint"
        self._index.run(f"create or replace temp table present_figures ({columns})")
        self._index.insert("present_figures", self.rows)
        for answers in (self._answers, self._ties):
            answers.ask(page.key for page in self._pages)
        self._ties.store()
        if self._answers.store():
            drop_absent(self._index, "present_figures", "figure_words", "figure_traits")

    def _tied(self) -> tuple[list[Pair], frozenset[int], list[MatchRow]]:
        """Parts and wholes by their numbers, figures that are none to compare, and rows of headlines."""
        parts, refrains, headlines = list[Pair](), set[int](), list[MatchRow]()
        kept = self._ties.found_each(page.key for page in self._pages)
        for page, told in zip(self._pages, kept, strict=True):
            if told:
                ties = Ties(*told)
                parts += [(page.first + a, page.first + b) for a, b in ties.parts]
                refrains |= {page.first + number for number in ties.refrains}
                headlines += [MatchRow(*row) for row in ties.headlines]
        return parts, frozenset(refrains), headlines

    def load(self, numbers: Iterable[int]) -> None:
        """Hold these at once: each that is asked for alone costs a query."""
        wanted = {self._ids[self.rows[number].article_no] for number in numbers}
        asked = wanted - self._loaded
        if len(self._loaded) + len(asked) > MOST_HELD:
            self._loaded, asked = set(), wanted
            self._held.clear()
            self.kinds.clear()
        self._loaded |= asked
        for article, rows in self._rows_of(asked) if asked else ():
            self._hold(self._page_of[article], rows)

    def _hold(self, page: PageRow, rows: Sequence[FigureRow]) -> None:
        told, *_ = self._answers.found(page.key)
        whole = Page(self._articles[page.article_id], rows)
        for seen in (Seen(*one) for one in told):
            figure = self._held[page.first + seen.number] = recounted(whole, seen)
            self.kinds.update((page.article_id, key) for key in figure.keys)

    def __getitem__(self, number: int) -> Counted:
        if number not in self._held:
            self.load([number])
        return self._held[number]

    def places(self, numbers: Iterable[int]) -> dict[int, Span]:
        """Where some of them stand."""
        self._warehouse.run("create or replace temp table asked_figures (no integer)")
        self._warehouse.insert("asked_figures", [(number,) for number in sorted(set(numbers))])
        return {number: Span(start, end) for number, start, end in self._warehouse.query(_sql("figure_places"))}

    def one_article(self, pair: Pair) -> bool:
        """Whether both of two figures stand in one article."""
        return self.rows[pair[0]].article_no == self.rows[pair[1]].article_no


def _sql(name: str) -> str:
    return read_sql(__package__, name)
