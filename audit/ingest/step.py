"""The step: files to captures, articles and problems.

Invariant: a capture that is held is read again only when asked for, and only what is read again is forgotten. Over
unchanged input no row changes.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from audit.engine import LocalEngine
from audit.ingest.ahead import Taken, taken_ahead
from audit.ingest.drafting import Drafted, find_in, with_drafts, without_bytes
from audit.ingest.drafts import Draft, Problem
from audit.ingest.files import Folders, Seen, list_files, look_at, take
from audit.ingest.forgetting import share_marks
from audit.ingest.identity import letters_sha
from audit.ingest.objects import Objects
from audit.ingest.presence import begin_order, note_files, note_problems, place_files, settle_presence
from audit.ingest.readers import readable, reader_of
from audit.ingest.sources import DEPTH, Item, Source
from audit.ingest.statuses import status_doubts
from audit.ingest.store import Capture, Read, Step, drop_mended, flush
from audit.lexicon.notices import takes_back
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.warehouse import Warehouse, printable, read_sql

TAKES_BACK = "a notice by which a house takes a text of its own back, no report"
FORGOTTEN = "it was forgotten because somebody asked for it, and is not read: take it away from here"
SEVERAL = 200  # files between two words of how far it is
ROOM = "200MB"  # of memory for the rows of a run that are not written for good yet
CHUNK, CHUNK_SIZE = 5000, 8_000_000  # articles, and characters of articles, held in memory at a time


def ingest(
    warehouse: Warehouse,
    paths: Sequence[Path],
    *,
    home: Path,
    run_id: str,
    again: bool = False,
    outlets: Outlets = PACKAGED,
    under: Sequence[Path] | None = None,
    objects: Objects | None = None,
    tell: Callable[[str], None] | None = None,
    engine: LocalEngine | None = None,
) -> dict[str, int]:
    """Read `paths` (files, folders) into the warehouse. Paths are stored relative to `home` where they lie below it.

    Where `again`, what is held is read anew if its bytes still lie there or among `objects`, where all that is read is
    kept. What an earlier run found below `under` (`paths`, if not given) and this one does not is gone: its articles
    are marked, their texts stay. Returns how many captures, articles, versions of known articles, and problems are new,
    and how many articles are gone or back again. Raises InputError for a path that is not there.
    """
    last = begin_order(warehouse)
    step = Step(warehouse, home.resolve(), run_id, outlets, objects=objects, last_seen=last, engine=engine)
    step.forgotten = share_marks(warehouse, objects)
    step.lay = dict(warehouse.query("select path, capture_id from places"))
    folders = Folders()
    inputs = [_seen(step, file, paths, folders) for file in list_files(paths)]
    files = [seen for seen in inputs if isinstance(seen, Seen)]
    elsewhere = _kept_elsewhere(step, files) if again else []
    _forget_what_is_read_anew(step, [*files, *elsewhere], again)
    step.captures = {capture for (capture,) in warehouse.query("select capture_id from captures")}
    for kept in elsewhere:
        _read_kept(step, kept.capture_id, kept.path)
    for number, (seen, taken) in enumerate(taken_ahead(inputs, partial(_is_new, step), outlets, engine)):
        _read_file(step, seen, taken) if isinstance(seen, Seen) else _tell_path(step, seen)
        if tell and number % SEVERAL == 0:
            tell(f"reading files: {number}/{len(inputs)} files")
    flush(step)
    step.tried += note_files(step, [seen.path for seen in inputs], paths if under is None else under)
    settle_presence(step)
    drop_mended(step)
    note_problems(step)
    return step.counts


def ingest_kept(warehouse: Warehouse, objects: Objects, *, home: Path, outlets: Outlets = PACKAGED) -> dict[str, int]:
    """All that is kept into an empty warehouse, run by run, as it came. Returns what `ingest` does, of all runs."""
    counts = Counter[str]()
    begin_order(warehouse)
    for look in objects.looks():
        step = Step(warehouse, home.resolve(), look.run_id, outlets, last_seen=begin_order(warehouse), objects=objects)
        step.forgotten = share_marks(warehouse, objects)
        files = (objects.seen(capture, path) for path, capture in look.lay.items() if capture is not None)
        _forget_what_is_read_anew(step, [seen for seen in files if seen], again=False)
        step.captures = {capture for (capture,) in warehouse.query("select capture_id from captures")}
        for path, capture in look.lay.items():
            if capture is not None and _read_kept(step, capture, path):
                step.placed[path] = capture
        flush(step)
        place_files(step, [path for path, capture in look.lay.items() if capture is None])
        settle_presence(step, look.at)
        counts.update(step.counts)
    warehouse.insert("problems", [("ingest", path, None, None, error, run) for path, error, run in objects.told()])
    return dict(counts)


def _kept_elsewhere(step: Step, inputs: Sequence[Seen]) -> list[Seen]:
    """Files that are held and kept and not among the inputs: they are read anew all the same."""
    if step.objects is None:
        return []
    listed = {seen.capture_id for seen in inputs}
    other_sidecar = {(seen.path, seen.sha256) for seen in inputs}
    held = step.warehouse.query(read_sql("audit.ingest", "held_files"))
    return [
        Seen(path, sha, size, kept_id=capture)
        for capture, path, sha, size in held
        if capture not in listed and (path, sha) not in other_sidecar and step.objects.holds(capture)
    ]


def _read_kept(step: Step, capture_id: str, path: str) -> bool:
    """A kept file, as it was read from that path; whether it is held now."""
    assert step.objects is not None
    if capture_id not in step.captures:
        with step.objects.opened(capture_id) as kept:
            if kept:
                _read_taken(step, Taken(replace(kept[0], path=path), kept[1]))
    return capture_id in step.captures


def _seen(step: Step, file: Path, paths: Sequence[Path], folders: Folders) -> Seen | Problem:
    """A file with the hash of its bytes, or why it cannot be read."""
    path = _stored_path(file, step.home, folders)
    reason = _unusable(file, paths, folders)
    if reason:
        return Problem(path, reason)
    try:
        seen = look_at(file, path)
    except OSError as error:
        return Problem(path, f"the file cannot be read: {error.strerror or error}")
    return seen if seen.bytes else Problem(path, "the file is empty")


def _forget_what_is_read_anew(step: Step, inputs: Sequence[Seen], again: bool) -> None:
    """Captures of these very bytes leave before they are read again; their articles keep their version numbers."""
    values: dict[str, Any] = {
        "paths": [s.path for s in inputs],
        "shas": [s.sha256 for s in inputs],
        "ids": [s.capture_id for s in inputs],
        "again": again,
    }
    leaving = [row[0] for row in step.warehouse.query(read_sql("audit.ingest", "read_anew"), values)]
    if leaving:
        numbers = step.warehouse.query(read_sql("audit.ingest", "numbers"), {"captures": leaving})
        step.former = {(article, sha): (version, place) for article, sha, version, place, _ in numbers}
        for article, sha, _, _, named in numbers:
            if not named:
                step.formerly.setdefault(sha, []).append(article)
        step.warehouse.run(read_sql("audit.ingest", "forget"), {"captures": leaving})
        step.warehouse.run(read_sql("audit.ingest", "leave"))


def _is_new(step: Step, seen: Seen) -> bool:
    """Whether a file is to be read."""
    return seen.capture_id not in step.captures and seen.sha256 not in step.forgotten


def _read_file(step: Step, seen: Seen, taken: Taken | None) -> None:
    """One file and what it holds, to the waiting ones; one that cannot be read leaves its place to what was there."""
    is_held = seen.capture_id in step.captures
    if seen.sha256 in step.forgotten:
        _tell_path(step, Problem(seen.path, FORGOTTEN))
        return
    if is_held and (step.objects is None or not step.objects.wants(seen)):
        step.placed[seen.path] = seen.capture_id
        return
    step.tried += [] if is_held else [seen.path]
    try:
        taken = taken or Taken(*take(seen))
        seen, data = taken.seen, taken.data
        if not is_held:
            _read_taken(step, taken)
        if not data and look_at(seen.file, seen.path).sha256 != seen.sha256:
            _tell(step, Problem(seen.path, "the file changed while it was read: the next run reads it anew"))
        if seen.capture_id in step.captures:
            step.placed[seen.path] = seen.capture_id
            _keep(step, seen, data)
    except OSError as error:
        _tell(step, Problem(seen.path, f"the file cannot be read: {error.strerror or error}"))


def _read_taken(step: Step, taken: Taken) -> None:
    step.file_sha = taken.seen.sha256
    _read_source(step, taken.source, taken.seen, found=taken.found)


def _keep(step: Step, seen: Seen, data: bytes) -> None:
    """The bytes of a file that was read; of a list that only grew, the earlier ones lie within the later."""
    if step.objects is None or seen.sha256 in step.held_back:
        return
    step.objects.keep(seen, data)
    if earlier := step.lay.get(seen.path):
        step.objects.shorten(earlier, seen.capture_id)


def _tell_path(step: Step, problem: Problem) -> None:
    step.tried.append(problem.path)
    _tell(step, problem)


def _unusable(file: Path, paths: Sequence[Path], folders: Folders) -> str | None:
    """Why a path names no file to read, if so."""
    if not os.path.isfile(file):
        return "the folder cannot be listed" if file.is_dir() else "not an ordinary file"
    return None if folders.is_below(file, paths) else "a link out of the folder is not followed"


def _tell(step: Step, problem: Problem, capture_id: str | None = None) -> None:
    step.told += 1
    step.problems.append((problem, capture_id))


def _stored_path(file: Path, home: Path, folders: Folders) -> str:
    folder = Path(folders.folder(os.path.dirname(file)))  # a link goes by its own name
    near = folder.relative_to(home) if folder.is_relative_to(home) else folder
    path = f"{near.as_posix()}/{file.name}".removeprefix("./")
    return printable(path)  # as the warehouse will hold it


def _read_source(
    step: Step, source: Source, seen: Seen, parent_id: str | None = None, found: Iterable[Drafted] | None = None
) -> bool:
    """A source as a capture, with its articles and members; False where its format is not read.

    One that gave nothing but problems is no capture: it is tried again.
    """
    reader = reader_of(source)
    if reader is None:
        if parent_id is None:
            _tell(step, Problem(source.place, f"not a format Secondhand reads ({readable()}, each also with .gz)"))
        return False
    capture = Capture(source, reader.media, seen, parent_id)
    if capture.capture_id not in step.captures:
        step.captures.add(capture.capture_id)
        read, told = step.read, step.told
        if found is None:
            found = with_drafts(find_in(source, reader), source, step.outlets, step.engine)
        url = _read_capture(step, capture, found)
        if step.read == read and step.told > told:
            step.captures.remove(capture.capture_id)
            return True
        row = (seen.capture_id, source.place, reader.media, seen.sha256, seen.bytes, source.captured, url, parent_id)
        step.captured.append(row)
        step.counts["captures"] += 1
    return True


def _read_capture(step: Step, capture: Capture, drafted: Iterable[Drafted]) -> str | None:
    """What a capture holds, to the waiting ones; returns its address, where it is one article that has one."""
    url, members, unread = None, 0, list[str]()
    for found, draft in drafted:
        match found:
            case Problem():
                _tell(step, found, capture.capture_id)
            case Source():
                members += 1
                unread += [] if _read_member(step, found, capture) else [found.name]
            case Item():
                assert draft is not None
                address = _read_item(step, found, draft, capture)
                url = address if found.place == capture.source.place else url
    _tell_unread(step, capture, members, unread)
    return url


def _read_member(step: Step, source: Source, capture: Capture) -> bool:
    """A member of a container as a capture of its own."""
    if source.depth > DEPTH:
        _tell(step, Problem(source.place, f"it lies more than {DEPTH} containers deep"), capture.capture_id)
        return True
    if not source.data:
        return False
    seen = Seen(source.place, hashlib.sha256(source.data).hexdigest(), len(source.data))
    if seen.sha256 in step.forgotten:
        _tell(step, Problem(source.place, FORGOTTEN), capture.capture_id)
        step.held_back.add(step.file_sha)
        return True
    step.members.add((capture.capture_id, seen.capture_id))
    return _read_source(step, source, seen, capture.capture_id)


def _tell_unread(step: Step, capture: Capture, members: int, unread: Sequence[str]) -> None:
    """One problem for all members whose format is not read."""
    if unread:
        reason = f"{len(unread)} of its {members} members are in no format Secondhand reads ({unread[0]} first)"
        _tell(step, Problem(capture.source.place, reason), capture.capture_id)


def _read_item(step: Step, item: Item, draft: Draft | Problem, capture: Capture) -> str | None:
    """One article to the waiting ones; returns its address."""
    if isinstance(draft, Problem):
        _tell(step, draft, capture.capture_id)
        return None
    notice = (TAKES_BACK,) if takes_back(draft.title) else ()
    for doubt in (*item.doubts, *draft.doubts, *notice, *status_doubts(item.known, item.captured)):
        _tell(step, Problem(item.place, doubt), capture.capture_id)
    if step.forgotten and letters_sha(draft.text) in step.forgotten:
        _tell(step, Problem(item.place, FORGOTTEN), capture.capture_id)
        step.held_back.add(step.file_sha)
        return None
    step.read += 1
    step.waiting.append(Read(draft, replace(capture, source=without_bytes(capture.source)), item.place))
    step.size += len(draft.text)
    if len(step.waiting) >= CHUNK or step.size >= CHUNK_SIZE:
        flush(step)
    return draft.url
