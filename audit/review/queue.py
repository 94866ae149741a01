"""Things to rule on, in their order: what was ruled is stepped over, so that no page looks at each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

from audit.report.read import Row


class Key(NamedTuple):
    """What names a thing."""

    kind: str
    subject_id: str


class Line(NamedTuple):
    """Things in their order, and where each stands."""

    rows: Sequence[Row]
    at: Mapping[Key, int]

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Line:
        """These, each at its first place."""
        found, at = list(rows), dict[Key, int]()
        for n, row in enumerate(found):
            at.setdefault(Key(row["kind"], row["subject_id"]), n)
        return cls(found, at)


@dataclass(frozen=True, slots=True)
class Queue(Sequence[Row]):
    """A line without the things that `ruled` stand at (places in order), each with the verdicts on it."""

    line: Line
    ruled: Sequence[int]
    mine: Mapping[Key, str]
    standing: Mapping[Key, str]

    @classmethod
    def of(cls, line: Line, state: str, mine: Mapping[Key, str], standing: Mapping[Key, str]) -> Queue:
        """What is open, ruled, or all, as this reviewer sees it."""
        ruled = sorted(line.at[key] for key in mine if key in line.at)
        if state == "ruled":
            return cls(Line.of(line.rows[n] for n in ruled), (), mine, standing)
        return cls(line, () if state == "all" else ruled, mine, standing)

    def __len__(self) -> int:
        return len(self.line.rows) - len(self.ruled)

    @overload
    def __getitem__(self, n: int) -> Row: ...
    @overload
    def __getitem__(self, n: slice) -> list[Row]: ...
    def __getitem__(self, n: int | slice) -> Row | list[Row]:
        if isinstance(n, slice):
            return [self[i] for i in range(*n.indices(len(self)))]
        if not 0 <= n < len(self):
            raise IndexError(n)
        return self._told(self.line.rows[self._stands_at(n)])

    def place(self, key: Key) -> int | None:
        """How many stand before a thing; None where it is not among these."""
        at = self.line.at.get(key)
        before = bisect_left(self.ruled, at) if at is not None else 0
        is_ruled = before < len(self.ruled) and self.ruled[before] == at
        return None if at is None or is_ruled else at - before

    def after(self, key: Key) -> Row | None:
        """The next thing behind this one, else the first; None where nothing else is left."""
        place = self.place(key)
        if not len(self) or (place is not None and len(self) == 1):
            return None
        return self[0 if place is None else (place + 1) % len(self)]

    def _stands_at(self, n: int) -> int:
        for ruled in self.ruled:
            if ruled > n:
                break
            n += 1
        return n

    def _told(self, row: Row) -> Row:
        key = Key(row["kind"], row["subject_id"])
        return {**row, "mine": self.mine.get(key), "standing": self.standing.get(key)}
