"""What a run says on the terminal: what it is doing while it lasts, and at its end what the report says too."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from audit.pipeline import Summary
from audit.report.read import Row, rows
from audit.report.say import counted, screen, shorten
from audit.warehouse import Warehouse, open_published, read_sql

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

Say = Callable[[str], None]
DEFAULT = Path("warehouse.duckdb")
_COUNTED = re.compile(r"(?P<doing>.+): (?P<done>\d+)/(?P<all>\d+) (?P<what>\w+)")


@contextmanager
def progress(console: Console | None = None) -> Iterator[Say | None]:
    """On a terminal, what tells each thing that a run does: the stage, how many of how many, how many a second, and the
    time left; colours unless NO_COLOR forbids them. None where standard error is no terminal: nothing is shown.
    """
    if not (console.file if console else sys.stderr).isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    console = console or Console(stderr=True)
    shown = (TextColumn("{task.description}"), BarColumn(20), TextColumn("{task.fields[told]}"))
    times = (TimeRemainingColumn(), TextColumn("left,"), TimeElapsedColumn())
    with Progress(*shown, *times, console=console, transient=True, auto_refresh=False) as bar:
        yield _Shown(bar)  # no thread of its own: workers are forked beside it


class _Shown:
    """One line on the terminal, drawn anew whenever a run says what it is doing."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task: tuple[str, TaskID] | None = None

    def __call__(self, doing: str) -> None:
        """One thing that is being done now."""
        found = _COUNTED.fullmatch(doing)
        stage = found["doing"] if found else doing
        if self._task is None or self._task[0] != stage:
            if self._task:
                self._bar.remove_task(self._task[1])
            self._task = stage, self._bar.add_task(stage, total=None, told="")
        if found:
            self._count(int(found["done"]), int(found["all"]), found["what"])
        self._bar.refresh()

    def _count(self, done: int, every: int, what: str) -> None:
        assert self._task is not None
        task = self._bar.tasks[0]
        rate = done / task.elapsed if task.elapsed else 0
        told = f"{done} of {every} {what}, {rate:.0f} a second,"
        self._bar.update(self._task[1], completed=done, total=every, told=told)


def tell_end(summary: Summary, path: Path, say: Say) -> None:
    """What the warehouse now holds, counted as its report counts it, and what to look at first."""
    named = "" if path == DEFAULT else f" --warehouse {path}"
    warehouse = open_published(path)
    try:
        counts = rows(warehouse, "counts")[0]
        say("nothing new" if summary.unchanged else _held(counts))
        if not counts["captures"]:
            say("no article was found: name files, or a folder that holds some (secondhand run PATH)")
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
