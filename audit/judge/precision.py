"""Severity is earned: how often findings of a kind were right when read by hand, and how high they may stand for it.

`precision.toml` is the record of the readings. A kind that nobody has read yet is a note.
"""

from __future__ import annotations

import hashlib
import inspect
import math
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from audit.judge.along_arrows import WALKS, every_row
from audit.lexicon import load_rules

FIRST, LISTED, NOTE, COUNTED = 3, 2, 1, 0
SHARE_FIRST, LOW_FIRST, SHARE_LISTED = 0.9, 0.8, 0.7
READ_FIRST, READ_PERSON = 60, 100  # findings read, for "look first"; where the sentence names a person
GATES = "audit.judge.gates."
Z = 1.959964  # of the normal distribution, for 95 %


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one kind: of `read` findings `right` were right; `trivial` ones, true and of no use, are not."""

    kind: str
    read: int
    right: int
    trivial: int
    texts: str
    rules: str
    on: date | None = None
    whole: bool = False

    @property
    def share(self) -> float:
        """Right of read; 0 where nothing was."""
        return self.right / self.read if self.read else 0.0

    @property
    def low(self) -> float:
        """Lower end of the 95 % interval of `share`."""
        return wilson(self.right, self.read)[0]

    @property
    def current(self) -> bool:
        """Whether the rules are still those that were read."""
        return self.rules == rules_hash(self.kind)


def wilson(right: int, of: int) -> tuple[float, float]:
    """95 % interval of a share, without continuity correction (Wilson 1927); (0, 1) of nothing."""
    if not of:
        return 0.0, 1.0
    share, spread = right / of, Z * Z / of
    middle, half = share + spread / 2, Z * math.sqrt((share * (1 - share) + spread / 4) / of)
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


@cache
def readings() -> dict[str, Reading]:
    """The record, by kind."""
    record = tomllib.loads((files(__package__) / "precision.toml").read_text(encoding="utf-8"))
    return {kind: Reading(kind, **entry) for kind, entry in record.items()}


def severity(kind: str, rule: dict[str, Any], reading: Reading | None) -> int:
    """How high findings of a kind stand: what the kind weighs at most, less where its precision does not carry it."""
    return min(int(rule["severity"]), _earned(reading, names_person=bool(rule.get("names_person"))))


def _earned(reading: Reading | None, *, names_person: bool) -> int:
    if reading is None or not reading.read:
        return NOTE
    if reading.share < SHARE_LISTED:
        return COUNTED
    enough = reading.whole or reading.read >= (READ_PERSON if names_person else READ_FIRST)
    return FIRST if enough and reading.share >= SHARE_FIRST and reading.low >= LOW_FIRST else LISTED


@cache
def rules_hash(kind: str) -> str:
    """Hash of what decides whether a finding of a kind is made: its query, its sentence, and the code that walks it."""
    digest = hashlib.sha256(repr(load_rules("findings").get(kind)).encode())
    digest.update((files(__package__) / "kinds" / f"{kind}.sql").read_bytes())
    for module in _modules(WALKS.get(kind, every_row).__module__):
        digest.update(inspect.getsource(sys.modules[module]).encode())
    return digest.hexdigest()[:12]


def _modules(walk: str) -> list[str]:
    """The module of a walk and the gates that it calls, and those that they call."""
    found = [walk]
    for module in found:  # grows as it is walked
        source = inspect.getsource(sys.modules[module])
        gates = (name for name in sorted(sys.modules) if name.startswith(GATES) and name in source)
        found += [name for name in gates if walk.startswith(GATES) and name not in found]
    return found


def precision_rows() -> Iterator[tuple[Any, ...]]:
    """Rows of `kind_precision`: every kind, read or not."""
    for kind, rule in load_rules("findings").items():
        found = readings().get(kind)
        grade = severity(kind, rule, found)
        if found is None:
            yield kind, grade, 0, 0, 0, None, None, None, None, False
        else:
            day = found.on.isoformat() if found.on else None
            told = (found.read, found.right, found.trivial, found.share, found.low, day, found.texts)
            yield kind, grade, *told, found.current
