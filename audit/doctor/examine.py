"""The examination: one check after the other, each of which may complain; none writes anything.

Invariant: a check that cannot be made is a complaint too, never the end of the examination.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from filelock import FileLock, Timeout

from audit.compiled import compiled_modules
from audit.errors import SecondhandError
from audit.fingerprints import STAGES, stage_fingerprints
from audit.ingest.objects import Objects, objects_of
from audit.lexicon.outlet_lists import known_outlets
from audit.lexicon.people_list import listed_in
from audit.report import damaged, shows
from audit.report.say import counted
from audit.review.decisions import read_rulings
from audit.warehouse import open_published
from audit.warehouse.publish import check, verify

ROOM = 3  # times its size a warehouse needs on its disk while it is built anew


@dataclass(frozen=True, slots=True)
class Place:
    """What is examined: a warehouse, its report (None: none is written), the rulings, the folder of lists."""

    warehouse: Path
    report: Path | None
    reviews: Path
    raw: Path


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with something, and how to mend it; `serious` where a run or a reader would fail or be misled."""

    what: str
    wrong: str
    mend: str
    serious: bool = True


def examine(place: Place) -> Iterator[Complaint | str]:
    """Each check in turn: its complaints, or one line that tells what is well."""
    for name, make in CHECKS:
        try:
            found = list(make(place))
        except SecondhandError as error:
            yield Complaint(name, error.message, error.hint)
            if name == "warehouse":  # what follows reads it
                return
            continue
        except OSError as error:
            found = [
                Complaint(
                    name, f"{error.filename or ''} {error.strerror or error}".strip(), "check its disk and permissions"
                )
            ]
        yield from found or (name,)


def _code(_: Place) -> Iterator[str]:
    """Whether this installation is compiled."""
    compiled = compiled_modules()
    yield f"code, {len(compiled)} modules of it compiled by mypyc" if compiled else "code, plain Python"


def _packages(_: Place) -> Iterator[Complaint]:
    """Installed packages against what `pyproject.toml` asks for."""
    from packaging.requirements import Requirement

    for line in requires("secondhand") or ():
        one = Requirement(line)
        if one.marker and not one.marker.evaluate({"extra": ""}):
            continue
        try:
            held = version(one.name)
        except PackageNotFoundError:
            held = ""
        if not one.specifier.contains(held, prereleases=True) if held else True:
            told = f"{one.name} is {held or 'not installed'}; {one.specifier} is asked for"
            yield Complaint("packages", told, "make clean audit, which installs what constraints.txt pins")


def _room(place: Place) -> Iterator[Complaint]:
    """Room on the disk for a build beside the warehouse."""
    target = place.warehouse.resolve()
    if target.is_file():
        free, needed = shutil.disk_usage(target.parent).free, ROOM * target.stat().st_size
        if free < needed:
            told = f"{free / 1e6:.0f} MB are free beside {place.warehouse}, a run needs about {needed / 1e6:.0f}"
            yield Complaint("disk", told, "make room, or name a --warehouse on another disk")


def _lists(place: Place) -> Iterator[Complaint]:
    """The user's own lists of outlets and people; a broken one raises."""
    known_outlets(place.raw)
    listed_in(place.raw)
    yield from ()


def _lock(place: Place) -> Iterator[Complaint]:
    """A run under way, or what a dead one left."""
    target = place.warehouse.resolve()
    build, lock = target.with_name(f".{target.name}.build"), target.with_name(f".{target.name}.lock")
    if not lock.exists():
        return
    try:
        with FileLock(lock).acquire(blocking=False):
            left = [path for path in (build, build.with_name(f"{build.name}.wal")) if path.exists()]
            if left:
                told = f"a run that was killed left {left[0].name}"
                yield Complaint("runs", told, "nothing: the next run takes it away", serious=False)
    except Timeout:
        yield Complaint("runs", f"{place.warehouse} is held by a run under way", "wait for it to end", serious=False)


def _warehouse(place: Place) -> Iterator[Complaint]:
    """Bytes, rows, rules and schema of the warehouse."""
    if not verify(place.warehouse.resolve()):
        told = f"{place.warehouse} was written to by another program since the last run; every row can be read"
        yield Complaint("warehouse", told, "nothing, if that was you: the next run goes on from there", serious=False)
    published = open_published(place.warehouse)
    try:
        check(published)
        held = dict(published.query("select stage, fingerprint from fingerprints"))
        unread = published.query("select count(*) from problems")[0][0]
    finally:
        published.close()
    stale = [stage for stage in STAGES if held.get(stage, "").split("+")[0] != stage_fingerprints()[stage]]
    if stale:
        told = f"it was made by other code or rules, from {stale[0]} on"
        yield Complaint("warehouse", told, "secondhand run brings it up to date", serious=False)
    if unread:
        told = f"{unread} inputs could not be used, or not wholly"
        yield Complaint("inputs", told, "secondhand sql 'from problems' tells which, and why", serious=False)


def _objects(place: Place) -> Iterator[Complaint]:
    """The bytes that are kept beside the warehouse."""
    path = objects_of(place.warehouse.resolve())
    if not path.is_file():
        told = f"no bytes are kept beside {place.warehouse}: --rebuild could not make it anew"
        yield Complaint("objects", told, "secondhand run keeps those of the files that lie there", serious=False)
        return
    with closing(Objects(path)) as objects:
        harmed = list(objects.damaged())
    if harmed:
        told = f"the kept bytes of {len(harmed)} captures are not what they were ({harmed[0]} first)"
        yield Complaint(
            "objects", told, f"put a copy of {path.name} back, or move it away: a run keeps what lies there"
        )


def _report(place: Place) -> Iterator[Complaint]:
    """Pages that are those of the warehouse, and as they were written."""
    if place.report is None or not place.warehouse.is_file():
        return
    again = "secondhand report writes it anew"
    if not (place.report / "index.html").is_file():
        yield Complaint("report", f"{place.report} holds none", again, serious=False)
        return
    harmed = list(damaged(place.report))
    if harmed:
        told = f"{len(harmed)} pages are not as they were written ({harmed[0]} first)"
        yield Complaint("report", told, again)
        return
    published = open_published(place.warehouse)
    try:
        if not shows(place.report, published):
            yield Complaint("report", "it shows another state than the warehouse", again)
    finally:
        published.close()


def _rulings(place: Place) -> Iterator[Complaint]:
    """Lines of rulings that say nothing, and rulings that name nothing that is held."""
    _, told = read_rulings(place.reviews)
    if told:
        where, why = told[0]
        yield Complaint(
            "rulings",
            f"{counted(len(told), 'line is no ruling', 'lines are no rulings')}, the first in {where}: {why}",
            "mend the lines; nothing else is lost",
        )
    if not place.warehouse.is_file():
        return
    published = open_published(place.warehouse)
    try:
        orphans = published.query("select count(*) from ruling_states where state = 'orphaned'")[0][0]
    finally:
        published.close()
    if orphans:
        found = f"{counted(orphans, 'ruling names', 'rulings name')} nothing that is held"
        mend = "secondhand sql 'from ruling_states' lists them; they count again when it is back"
        yield Complaint("rulings", found, mend, serious=False)


CHECKS: tuple[tuple[str, Callable[[Place], Iterator[Complaint | str]]], ...] = (
    ("code", _code),
    ("packages", _packages),
    ("disk", _room),
    ("lists", _lists),
    ("runs", _lock),
    ("warehouse", _warehouse),
    ("objects", _objects),
    ("report", _report),
    ("rulings", _rulings),
)
