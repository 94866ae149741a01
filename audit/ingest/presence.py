"""What lies in the input: each file with the capture of its bytes, and so which version of an article counts, and which
articles are gone.

Invariant: the text of what is gone stays; what comes back is what it was. What cannot be listed or read is not gone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from audit.warehouse import Warehouse, read_sql

if TYPE_CHECKING:
    from audit.ingest.store import Step

_WITHIN = re.compile(r"^(.*?)(?:[:#!][^/]*)?$")  # a path, and a line, record or member of it


def begin_order(warehouse: Warehouse) -> int:
    """The last place in the order of all that was seen. A warehouse that never noted where things lie gets it noted."""
    warehouse.run(read_sql(__package__, "first_places"))
    return int(warehouse.query("select coalesce(max(seen_no), 0) from appearances")[0][0])


def note_files(step: Step, inputs: Iterable[str], under: Sequence[Path]) -> list[str]:
    """Note what lies where now. Returns the stored paths below `under` where nothing is listed any more."""
    held = {path for (path,) in step.warehouse.query("select distinct path from places")}
    told = {_WITHIN.sub(r"\1", path) for (path,) in step.warehouse.query(read_sql(__package__, "told_paths"))}
    missed = _missed(step, (held | told) - set(inputs), under)
    place_files(step, missed)
    if step.objects is not None:
        step.objects.note_look(step.run_id, _now(), step.placed, [path for path in missed if path in held])
    return missed


def place_files(step: Step, missed: Iterable[str]) -> None:
    """`places` as they are now: what was found where, and what was missed."""
    held = defaultdict[str, set[str]](set)
    for path, capture in step.warehouse.query("select path, capture_id from places"):
        held[path].add(capture)
    moved = {path: capture for path, capture in step.placed.items() if held.get(path) != {capture}}
    leaving = [path for path in (*missed, *moved) if path in held]
    if leaving:
        step.warehouse.run("delete from places where path in (select unnest(?))", [leaving])
    step.warehouse.insert("places", sorted(moved.items()))


def note_problems(step: Step) -> None:
    """Keep the problems of files that gave no capture beside the objects."""
    if step.objects is not None:
        step.objects.note_told(step.warehouse.query(read_sql(__package__, "told_of_files")))


def _missed(step: Step, paths: Iterable[str], under: Sequence[Path]) -> list[str]:
    """Those of the paths that lie below `under`, unless in a folder that could not be listed."""
    tops = {form for top in under for form in (top.resolve(), top.parent.resolve() / top.name)}
    closed = {path for path, _ in step.found if (step.home / path).is_dir()}
    return sorted(
        path
        for path in paths
        if any((step.home / path).is_relative_to(top) for top in tops)
        and not any((step.home / path).is_relative_to(step.home / folder) for folder in closed)
    )


def settle_presence(step: Step, now: datetime | None = None) -> None:
    """Of each article the version that was seen last, of those that lie there, counts; one without any is gone."""
    held = set(step.warehouse.query("select capture_id, member_id from members"))
    members = {(a, b) for a, b in step.members if b in step.captures} - held
    step.warehouse.insert("members", sorted(members))
    step.warehouse.insert("appearances", [(*key, number) for key, number in step.appeared.items()])
    step.warehouse.run(read_sql(__package__, "standing"))
    for change, count in step.warehouse.query(
        "select change, count(*) from standing where change is not null group by 1"
    ):
        step.counts[change] = count
    step.warehouse.run(read_sql(__package__, "settle_standing"), {"now": now or _now()})


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
