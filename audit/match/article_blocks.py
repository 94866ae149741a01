"""The blocks of articles, asked of the warehouse when somebody looks: of an article read before, hardly ever.

Invariant: whoever looks at many says so first (`know`), for an article asked for alone costs a query; no copy of
the process ever asks, since what goes to one is known by then.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, overload

from audit.records import MENTION_ROLES, Role, Span
from audit.warehouse import Warehouse, read_sql

READ = frozenset(role.value for role in MENTION_ROLES)
NAMED = frozenset({Role.TITLE.value, Role.DECK.value, Role.HEADING.value})
ROLES = tuple(role.value for role in Role)
HEADLINE = frozenset({Role.TITLE.value, Role.DECK.value})


class Block(NamedTuple):
    """One row of `mention_blocks`, without the article."""

    role: str
    start: int
    end: int


class ArticleBlocks:
    """The blocks of latest versions by article, in their order."""

    def __init__(self, warehouse: Warehouse) -> None:
        self._warehouse = warehouse
        self._held = dict[str, "array[int]"]()  # numbers of roles, starts, ends: a tenth of the memory
        self._last: tuple[str | None, Sequence[Block]] = (None, ())  # what was asked for last is mostly asked for again

    def load(self, articles: Iterable[str]) -> None:
        """Ask for these at once."""
        asked = sorted({article for article in articles if article not in self._held})
        if not asked:
            return
        self._held |= {article: array("i") for article in asked}
        sql = read_sql(__package__, "mention_blocks")
        for article, role, start, end in self._warehouse.query(sql, {"articles": asked}):
            self._held[article].extend((ROLES.index(role), start, end))

    def of(self, article: str) -> Sequence[Block]:
        """The blocks of an article; none where it has none."""
        if article != self._last[0]:
            if article not in self._held:
                self.load([article])
            told = iter(self._held[article])
            blocks = tuple(Block(ROLES[role], start, end) for role, start, end in zip(told, told, told, strict=True))
            self._last = article, blocks
        return self._last[1]


class RoleSpans(Sequence[Span]):
    """The blocks of an article that have one of some roles; `whole`: the length of a text that is one, if none is."""

    __slots__ = ("_roles", "_whole", "article", "blocks")

    def __init__(self, blocks: ArticleBlocks, article: str, roles: frozenset[str], whole: int | None = None) -> None:
        self.blocks, self.article = blocks, article
        self._roles, self._whole = roles, whole

    def _spans(self) -> tuple[Span, ...]:
        found = self.blocks.of(self.article)
        if not found and self._whole is not None:
            return (Span(0, self._whole),)
        return tuple(Span(block.start, block.end) for block in found if block.role in self._roles)

    def __len__(self) -> int:
        return len(self._spans())

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | Sequence[Span]:
        return self._spans()[at]

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans())

    def __repr__(self) -> str:
        return repr(self._spans())

    def __eq__(self, other: object) -> bool:
        return self._spans() == (other._spans() if isinstance(other, RoleSpans) else other)

    def __hash__(self) -> int:
        return hash(self._spans())

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self._spans(),)


def know(spans: Iterable[Sequence[Span]]) -> None:
    """Ask at once for the blocks of articles that somebody will look at."""
    asked = defaultdict[ArticleBlocks, list[str]](list)
    for one in spans:
        if isinstance(one, RoleSpans):
            asked[one.blocks].append(one.article)
    for blocks, articles in asked.items():
        blocks.load(articles)
