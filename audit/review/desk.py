"""What the review pages are made of: the queue over a published warehouse, what was ruled, what a ruling changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audit.report.read import Row, rows_of
from audit.report.say import counts
from audit.review.decisions import SUBJECTS, Ruling
from audit.review.ledger import Ledger, in_force
from audit.review.queue import Key, Line, Queue
from audit.review.screens import Holdings, Screen, read_screen
from audit.trace.bounds import Bounds
from audit.trace.recount import Recount, Recounts, load_recounts, load_texts
from audit.warehouse import Warehouse, open_published

COLUMNS = {"claim": "claim_id", "story": "story_id", "article": "article_id", "sort": "sort"}  # filters by column
MOST_PARTS = 40  # choices of filters that are kept in order
FILTERS = ("kind", "sort", "claim", "story", "article", "state")
STATES = ("open", "ruled", "all")
WARM = 3  # things of each kind that are read before anybody asks
FIRST = ("edge", "finding")  # what the queue shows where no kind is asked for
REFUSED = ("rejected", "missing")
_QUERIES = f"{__package__}.queries"


@dataclass(frozen=True, slots=True)
class Effect:
    """What one ruling does to the count of a claim, in words; `after` is None where the count stays."""

    before: str
    after: str | None


@dataclass(slots=True)
class _Opened:
    """A warehouse with what every page asks of it in memory: the queue, the texts, what origins are counted from."""

    mark: tuple[int, int]
    holdings: Holdings
    queue: list[Row]
    recounts: Recounts
    counted: dict[str, Recount | None] = field(default_factory=dict)
    wholes: dict[tuple[str, ...], Line] = field(default_factory=dict)
    parts: dict[tuple[Any, ...], Line] = field(default_factory=dict)

    @classmethod
    def of(cls, path: Path, mark: tuple[int, int]) -> _Opened:
        """The warehouse of that path. Raises WarehouseError."""
        warehouse = open_published(path)
        texts = load_texts(warehouse)
        holdings = Holdings(warehouse, {article: told[0] for article, told in texts.items()})
        return cls(mark, holdings, rows_of(warehouse, _QUERIES, "items"), load_recounts(warehouse, texts))

    def whole(self, kinds: tuple[str, ...]) -> Line:
        """The things of these kinds."""
        if kinds not in self.wholes:
            self.wholes[kinds] = Line.of(row for row in self.queue if row["kind"] in kinds)
        return self.wholes[kinds]

    def part(self, kinds: tuple[str, ...], named: tuple[tuple[str, str], ...]) -> Line:
        """Those of them that have these values in these columns; kept, for the next page asks again."""
        key = (kinds, named)
        if key not in self.parts:
            if len(self.parts) >= MOST_PARTS:
                self.parts.clear()
            rows = self.whole(kinds).rows
            for column, value in named:
                rows = [row for row in rows if row[column] == value]
            self.parts[key] = Line.of(rows)
        return self.parts[key]


@dataclass(slots=True)
class Desk:
    """A published warehouse and a folder of rulings. The warehouse is opened anew when a run has replaced it."""

    path: Path
    ledger: Ledger
    _open: _Opened | None = field(default=None, repr=False)

    @property
    def warehouse(self) -> Warehouse:
        """The warehouse as it is now. Raises WarehouseError."""
        return self._state().holdings.warehouse

    @property
    def rule_version(self) -> str | None:
        """Hash of the code and rules that made the rows."""
        found = self.warehouse.query("select config_hash from runs order by rowid desc limit 1")
        return found[0][0] if found else None

    def items(self, wanted: Mapping[str, str]) -> Queue:
        """The queue under these filters, each thing with the verdict of this reviewer and the one that stands."""
        kinds = (wanted["kind"],) if wanted.get("kind") in SUBJECTS else FIRST
        named = tuple((column, wanted[name]) for name, column in COLUMNS.items() if wanted.get(name))
        opened = self._state()
        line = opened.part(kinds, named) if named else opened.whole(kinds)
        return Queue.of(line, wanted.get("state", "open"), *self._verdicts())

    def warm(self) -> int:
        """Read ahead what the first pages ask for, so that nobody waits for it; how many things there are to rule on.

        Raises WarehouseError.
        """
        for kind in SUBJECTS:
            for item in self.items({"kind": kind})[:WARM]:
                self.screen(kind, item["subject_id"])
                self.effect(kind, item["subject_id"], item["claim_id"], "rejected")
        self.counts()
        return len(self.items({}))

    def counts(self) -> dict[str, int]:
        """How many things there are to rule on, by kind."""
        return {kind: len(self._state().whole((kind,)).rows) for kind in SUBJECTS}

    def screen(self, kind: str, subject: str) -> Screen | None:
        """One thing; None where there is none of that id."""
        return read_screen(self._state().holdings, kind, subject)

    def effect(self, kind: str, subject: str, claim: str | None, verdict: str) -> Effect | None:
        """What a verdict makes of the claim's count, over all other rulings that stand; None where none is counted."""
        found = self._recount(claim) if claim else None
        if not found:
            return None
        others = self._refused(kind, subject)
        before = _told(found, found.bounds(others | ({subject} & self._refused())))
        after = _told(found, found.bounds(others | {subject} if verdict in REFUSED else others))
        return Effect(before, after if kind == "edge" and after != before else None)

    def changed(self, ruling: Ruling) -> Effect | None:
        """What a ruling that was just given has changed."""
        claim = self._claim_of(ruling)
        found = self._recount(claim) if claim and ruling.subject_kind == "edge" else None
        if not found:
            return None
        before = _told(found, found.bounds(self._refused(without=ruling.decision_id)))
        after = _told(found, found.bounds(self._refused()))
        return Effect(before, after if after != before else None)

    def _claim_of(self, ruling: Ruling) -> str | None:
        line = self._state().whole((ruling.subject_kind,))
        at = line.at.get(Key(ruling.subject_kind, ruling.subject_id))
        return None if at is None else line.rows[at]["claim_id"]

    def _refused(self, kind: str = "", subject: str = "", *, without: str = "") -> set[str]:
        """Edges that do not stand by the rulings in force, but for one subject or without one ruling."""
        kept = (r for r in self.ledger.rulings() if r.decision_id != without)
        last = _last(r for r in kept if r.subject_kind == "edge" and (kind, subject) != ("edge", r.subject_id))
        return {key for (_, key), verdict in last.items() if verdict in REFUSED}

    def _verdicts(self) -> tuple[dict[Key, str], dict[Key, str]]:
        """The last verdicts of this reviewer, and of anybody."""
        rulings = self.ledger.rulings()
        return _last(r for r in rulings if r.reviewer == self.ledger.reviewer), _last(rulings)

    def _recount(self, claim: str) -> Recount | None:
        opened = self._state()
        if claim not in opened.counted:
            opened.counted[claim] = opened.recounts.of(claim)
        return opened.counted[claim]

    def _state(self) -> _Opened:
        told = self.path.stat() if self.path.exists() else None
        mark = (told.st_ino, told.st_mtime_ns) if told else (0, 0)
        if self._open is None or self._open.mark != mark:
            self.close()  # first: DuckDB hands an open file out again under its old name
            self._open = _Opened.of(self.path, mark)
        return self._open

    def close(self) -> None:
        """Close the warehouse."""
        if self._open is not None:
            self._open.holdings.warehouse.close()
            self._open = None


def _last(rulings: Iterable[Ruling]) -> dict[Key, str]:
    return {Key(r.subject_kind, r.subject_id): r.verdict for r in sorted(rulings, key=in_force)}


def _told(found: Recount, bounds: Bounds) -> str:
    return counts(found.articles, bounds.low, bounds.high)
