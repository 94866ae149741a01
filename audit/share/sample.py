"""Draws things for blind double coding, and tells what the coders found: precision, its interval, their agreement."""

from __future__ import annotations

import csv
import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.errors import InputError
from audit.report.read import rows_of
from audit.review.agreement import agreement
from audit.review.passages import Passage
from audit.review.screens import Holdings, blinded, read_screen
from audit.warehouse import Warehouse

COLUMNS = ("no", "kind", "sort", "subject_id", "question", "first", "second", "verdict")
RIGHT, WRONG = ("right", "yes", "accepted", "1"), ("wrong", "no", "rejected", "0", "trivial")
_Z = 1.959964  # of 95 %


@dataclass(frozen=True, slots=True)
class Coded:
    """What coders made of a sample: `right` of `read` by all of them, bounds of 95 %, agreement."""

    read: int
    right: int
    low: float
    high: float
    alike: int
    judged: int
    alpha: float | None


def draw_sample(warehouse: Warehouse, kind: str, count: int, seed: int) -> list[dict[str, str]]:
    """At most `count` things of a kind (edge, match, speaker, … or a kind of finding), names hidden, no verdict.

    The same warehouse and seed draw the same. Raises InputError where nothing is of that kind.
    """
    items = rows_of(warehouse, "audit.review.queries", "items")
    own = sorted((i for i in items if kind in (i["kind"], i["sort"])), key=lambda item: str(item["subject_id"]))
    if not own:
        kinds = sorted(
            {str(item["kind"]) for item in items} | {str(i["sort"]) for i in items if i["kind"] == "finding"}
        )
        raise InputError(f"nothing here is of the kind {kind}", f"one of: {', '.join(kinds)}")
    drawn = random.Random(seed).sample(own, min(count, len(own)))
    return [_row(warehouse, n, item["kind"], item["sort"], item["subject_id"]) for n, item in enumerate(drawn, 1)]


def _row(warehouse: Warehouse, number: int, kind: str, sort: str, subject: str) -> dict[str, str]:
    found = read_screen(Holdings(warehouse), kind, subject)
    assert found is not None  # it was just listed
    hidden = blinded(found, warehouse)
    first, second = [*map(_words, hidden.sides), "", ""][:2]
    told = (str(number), kind, sort, subject, hidden.question, first, second, "")
    return dict(zip(COLUMNS, told, strict=True))


def _words(side: Passage) -> str:
    """A side in one line, its places in square brackets."""
    windows = ("".join(f"[{p.text}]" if p.look else p.text for p in window) for window in side.windows)
    return " … ".join(" ".join(window.split()) for window in windows) or f"{side.outlet}: {side.title}"


def read_coded(files: Sequence[Path]) -> Coded:
    """The tables of one or more coders, `verdict` filled in: right or wrong. Raises InputError."""
    tables = [_verdicts(path) for path in files]
    units = [[t[key] for t in tables if key in t] for key in dict.fromkeys(k for table in tables for k in table)]
    right = sum(all(verdict == "right" for verdict in unit) for unit in units)
    low, high = wilson(right, len(units))
    told = agreement(units)
    return Coded(len(units), right, low, high, told.alike, told.judged, told.alpha)


def _verdicts(path: Path) -> dict[str, str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if not {"verdict", "subject_id"} <= set(rows.fieldnames or ()):
                raise InputError(f"{path} is no sample", "its columns are those that secondhand sample prints")
            return dict(_verdict(path, row) for row in rows if (row["verdict"] or "").strip())
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} cannot be read", str(error)) from error


def _verdict(path: Path, row: dict[str, str]) -> tuple[str, str]:
    told = row["verdict"].strip().casefold()
    if told not in (*RIGHT, *WRONG) or not row.get("subject_id"):
        raise InputError(f"{path}: {row['verdict']} is no verdict", "right or wrong, with the subject_id beside it")
    return row["subject_id"], "right" if told in RIGHT else "wrong"


def wilson(right: int, read: int) -> tuple[float, float]:
    """Bounds of 95 % of a share, by Wilson (1927); from 0 to 1 where nothing was read."""
    if not read:
        return 0.0, 1.0
    share, square = right / read, _Z * _Z
    middle = share + square / (2 * read)
    reach = _Z * math.sqrt(share * (1 - share) / read + square / (4 * read * read))
    scale = 1 + square / read
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def coded_lines(found: Coded) -> Iterable[str]:
    """In words: counts first, a share from ten on."""
    yield f"{found.right} of {found.read} were right by all who read them"
    if found.read >= 10:
        yield f"precision {found.right / found.read:.2f}, 95 % interval {found.low:.2f} to {found.high:.2f} (Wilson)"
    if found.judged:
        told = f"{found.alpha:.2f}" if found.alpha is not None else "not defined, one verdict alone was given"
        yield f"{found.alike} of {found.judged} were judged alike; Krippendorff's alpha {told}"
