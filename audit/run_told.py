"""What a run says on the terminal: what it is doing while it lasts, and at its end what the report says too."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from audit.pipeline import Summary
from audit.report.read import Row, rows
from audit.report.say import counted, screen, shorten
from audit.warehouse import Warehouse, open_published, read_sql

Say = Callable[[str], None]
EVERY = {True: 3.0, False: 30.0}  # seconds between two lines, on a terminal and in a log
DEFAULT = Path("warehouse.duckdb")


@dataclass(slots=True)
class Progress:
    """Says what a run is doing, seldom enough to be read; a run that is soon over says nothing."""

    say: Say
    every: float = field(default_factory=lambda: EVERY[sys.stderr.isatty()])
    clock: Callable[[], float] = time.monotonic
    began: float | None = None
    last: float = 0

    def __call__(self, doing: str) -> None:
        """One thing that is being done now."""
        now = self.clock()
        if self.began is None:
            self.began = self.last = now
        if now - self.last >= self.every:
            self.say(f"{doing} ({now - self.began:.0f} s)")
            self.last = now


def tell_end(summary: Summary, path: Path, say: Say) -> None:
    """What the warehouse now holds, counted as its report counts it, and what to look at first."""
    named = "" if path == DEFAULT else f" --warehouse {path}"
    warehouse = open_published(path)
    try:
        counts = rows(warehouse, "counts")[0]
        say("nothing new" if summary.unchanged else _held(counts))
        _tell_findings(warehouse, counts, named, say)
        if orphans := summary.counts.get("orphaned rulings"):
            names = "ruling names" if orphans == 1 else "rulings name"
            say(f"{orphans} {names} nothing that is here: secondhand sql 'from ruling_states'{named}")
        if counts["problems"]:
            say(f"{counted(counts['problems'], 'input')} could not be used: secondhand sql 'from problems'{named}")
        if summary.report:
            say(f"report: {summary.report}")
        if not summary.unchanged:
            _tell_first(warehouse, named, say)
    finally:
        warehouse.close()


def _held(counts: Row) -> str:
    things = ("quote", "figure", "credit", "claim", "link", "finding", "problem")
    held = {"link": counts["edges"], **{thing: counts[f"{thing}s"] for thing in things if thing != "link"}}
    saved = f"{counted(counts['articles'], 'article')} from {counted(counts['captures'], 'saved file')}"
    return ", ".join([saved, *(counted(held[thing], thing) for thing in things)])


def _tell_findings(warehouse: Warehouse, counts: Row, named: str, say: Say) -> None:
    for row in rows(warehouse, "listed_findings"):
        say(f"  {row['findings']:>4} {row['kind']}")
    if counts["findings_counted"]:
        say(f"  {counts['findings_counted']:>4} counted, not listed: secondhand findings --all{named}")


def _tell_first(warehouse: Warehouse, named: str, say: Say) -> None:
    """What to look at first, three lines, and what next."""
    values = {"whole": False, "kind": None, "story": None, "article": None, "most": 3}
    first = warehouse.dicts(read_sql("audit.listings", "findings_of"), values)
    for row in first:
        say(f"  {screen('findings', row['kind'])}: {shorten(row['summary'] or '', 150)}")
    if first:
        say(f"all: secondhand findings{named}; rule on them: secondhand review{named}")
