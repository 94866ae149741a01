"""The step: files to rows of captures, articles, blocks, links, sources and problems.

Invariant: a capture that is held is read again only when asked for, and only what is read again is forgotten; the same
letters under the same identity are nothing new; the same problem is noted once. Over unchanged input no row changes.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from audit.ids import source_id, stable_id
from audit.ingest.articles import read_text
from audit.ingest.decode import UnreadableError, decode, decode_raw
from audit.ingest.drafts import Draft, Problem, utc
from audit.ingest.fields import read_known
from audit.ingest.files import Seen, is_below, list_files, look_at, read_sidecar, take
from audit.ingest.links import canonical
from audit.ingest.meta_claims import claims_of_export, told_once
from audit.ingest.page import read_page
from audit.ingest.prepare import Prepared, prepare
from audit.ingest.published import settle_year
from audit.ingest.readers import readable, reader_of
from audit.ingest.sources import DEPTH, Item, Reader, Source
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import SourceKind, Span
from audit.warehouse import Warehouse, read_sql

CHUNK, CHUNK_SIZE = 5000, 16_000_000  # articles, and characters of articles, held in memory at a time
_SECTION = re.compile(r"[^\W\d_]{3,}/")
_EDITION = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_FORM = re.compile(r"(?:/amp|/print)?/?(?:[?&](?:print|amp|outputType)=[\w-]*)?$")
_TABLES = ("articles", "blocks", "links", "meta_claims", "source_readings")
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Capture:
    """An input as the warehouse stores it: a file, or what lay in another capture."""

    source: Source
    media: str
    seen: Seen
    parent_id: str | None = None

    @property
    def capture_id(self) -> str:
        return self.seen.capture_id


@dataclass(frozen=True, slots=True)
class _Read:
    """A draft and where it comes from; `place` names it within its capture."""

    draft: Draft
    capture: _Capture
    place: str

    @property
    def order(self) -> tuple[datetime, str]:
        """Versions that come in one run follow each other by the time they state, then by path."""
        when = self.draft.modified or self.draft.dates.at or self.capture.source.captured
        return when, self.capture.source.place


@dataclass(slots=True)
class _Step:
    """One run of ingest: the warehouse it writes to, and what it has seen so far."""

    warehouse: Warehouse
    home: Path
    run_id: str
    outlets: Outlets
    captures: set[str] = field(default_factory=set)
    former: dict[tuple[str, str], int] = field(
        default_factory=dict
    )  # versions of what is forgotten, by article and hash
    tried: list[str] = field(default_factory=list)  # paths whose problems are told anew
    read: int = 0  # articles so far
    told: int = 0  # problems so far
    found: set[tuple[str, str]] = field(default_factory=set)  # problems of this run: path, error
    waiting: list[_Read] = field(default_factory=list)
    size: int = 0  # characters of those
    captured: list[tuple[Any, ...]] = field(default_factory=list)  # rows of captures that wait
    problems: list[tuple[Problem, str | None]] = field(default_factory=list)
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("captures", "articles", "versions", "problems"), 0)
    )


def ingest(
    warehouse: Warehouse,
    paths: Sequence[Path],
    *,
    home: Path,
    run_id: str,
    again: bool = False,
    outlets: Outlets = PACKAGED,
) -> dict[str, int]:
    """Read `paths` (files, folders) into the warehouse. Paths are stored relative to `home` where they lie below it.

    Where `again`, what is held is read anew if its bytes still lie there. Returns how many captures, articles, versions
    of known articles, and problems are new. Raises InputError for a path that is not there.
    """
    step = _Step(warehouse, home.resolve(), run_id, outlets)
    inputs = [_seen(step, file, paths) for file in list_files(paths)]
    _forget_what_is_read_anew(step, [seen for seen in inputs if isinstance(seen, Seen)], again)
    step.captures = {capture for (capture,) in warehouse.query("select capture_id from captures")}
    for seen in inputs:
        _read_file(step, seen) if isinstance(seen, Seen) else _tell_path(step, seen)
    _flush(step)
    _drop_mended(step)
    return step.counts


def _seen(step: _Step, file: Path, paths: Sequence[Path]) -> Seen | Problem:
    """A file with the hash of its bytes, or why it cannot be read."""
    path = _stored_path(file, step.home)
    reason = _unusable(file, paths)
    if reason:
        return Problem(path, reason)
    try:
        seen = look_at(file, path)
    except OSError as error:
        return Problem(path, f"the file cannot be read: {error.strerror or error}")
    return seen if seen.bytes else Problem(path, "the file is empty")


def _forget_what_is_read_anew(step: _Step, inputs: Sequence[Seen], again: bool) -> None:
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
        step.former = {(article, sha): version for article, sha, version in numbers}
        step.warehouse.run(read_sql("audit.ingest", "forget"), {"captures": leaving})


def _read_file(step: _Step, seen: Seen) -> None:
    """One file and what it holds, to the waiting ones."""
    if seen.capture_id in step.captures:
        return
    step.tried.append(seen.path)
    try:
        seen, data = take(seen)
        _read_source(step, Source(seen.file.name, seen.path, utc(seen.modified), file=seen.file, data=data), seen)
        if not data and look_at(seen.file, seen.path).sha256 != seen.sha256:
            _tell(step, Problem(seen.path, "the file changed while it was read: the next run reads it anew"))
    except OSError as error:
        _tell(step, Problem(seen.path, f"the file cannot be read: {error.strerror or error}"))


def _tell_path(step: _Step, problem: Problem) -> None:
    step.tried.append(problem.path)
    _tell(step, problem)


def _unusable(file: Path, paths: Sequence[Path]) -> str | None:
    """Why a path names no file to read, if so."""
    if file.is_dir():
        return "the folder cannot be listed"
    if not file.is_file():
        return "not an ordinary file"
    return None if is_below(file, paths) else "a link out of the folder is not followed"


def _tell(step: _Step, problem: Problem, capture_id: str | None = None) -> None:
    step.told += 1
    step.problems.append((problem, capture_id))


def _stored_path(file: Path, home: Path) -> str:
    full = file.parent.resolve() / file.name  # a link goes by its own name
    path = (full.relative_to(home) if full.is_relative_to(home) else full).as_posix()
    return path.encode("utf-8", "backslashreplace").decode()  # as the warehouse will hold it


def _read_source(step: _Step, source: Source, seen: Seen, parent_id: str | None = None) -> bool:
    """A source as a capture, with its articles and members; False where its format is not read.

    One that gave nothing but problems is no capture: it is tried again.
    """
    reader = reader_of(source)
    if reader is None:
        if parent_id is None:
            _tell(step, Problem(source.place, f"not a format Secondhand reads ({readable()}, each also with .gz)"))
        return False
    capture = _Capture(source, reader.media, seen, parent_id)
    if capture.capture_id not in step.captures:
        step.captures.add(capture.capture_id)
        read, told = step.read, step.told
        url = _read_capture(step, capture, reader)
        if step.read == read and step.told > told:
            step.captures.remove(capture.capture_id)
            return True
        row = (seen.capture_id, source.place, reader.media, seen.sha256, seen.bytes, source.captured, url, parent_id)
        step.captured.append(row)
        step.counts["captures"] += 1
    return True


def _read_capture(step: _Step, capture: _Capture, reader: Reader) -> str | None:
    """What a capture holds, to the waiting ones; returns its address, where it is one article that has one."""
    url, members, unread = None, 0, list[str]()
    for found in _found(capture, reader):
        match found:
            case Problem():
                _tell(step, found, capture.capture_id)
            case Source():
                members += 1
                unread += [] if _read_member(step, found, capture) else [found.name]
            case Item():
                url = _read_item(step, found, capture) if found.place == capture.source.place else url
                if found.place != capture.source.place:
                    _read_item(step, found, capture)
    _tell_unread(step, capture, members, unread)
    return url


def _found(capture: _Capture, reader: Reader) -> Iterator[Item | Problem | Source]:
    """What a reader finds; whatever goes wrong is a problem, never an end of the run."""
    place = capture.source.place
    try:
        yield from reader.items(capture.source)
    except UnreadableError as error:
        yield Problem(place, str(error))
    except OSError as error:
        yield Problem(place, f"the file cannot be read: {error.strerror or error}")
    except RecursionError:
        yield Problem(place, "the file is nested too deeply to be read")
    except Exception as error:  # whatever a strange file sets off in a reader must not end the run
        yield Problem(place, f"the file could not be taken apart ({type(error).__name__}: {str(error)[:200]})")


def _read_member(step: _Step, source: Source, capture: _Capture) -> bool:
    """A member of a container as a capture of its own."""
    if source.depth > DEPTH:
        _tell(step, Problem(source.place, f"it lies more than {DEPTH} containers deep"), capture.capture_id)
        return True
    if not source.data:
        return False
    seen = Seen(source.place, hashlib.sha256(source.data).hexdigest(), len(source.data))
    return _read_source(step, source, seen, capture.capture_id)


def _tell_unread(step: _Step, capture: _Capture, members: int, unread: Sequence[str]) -> None:
    """One problem for all members whose format is not read."""
    if unread:
        reason = f"{len(unread)} of its {members} members are in no format Secondhand reads ({unread[0]} first)"
        _tell(step, Problem(capture.source.place, reason), capture.capture_id)


def _read_item(step: _Step, item: Item, capture: _Capture) -> str | None:
    """One article to the waiting ones; returns its address."""
    try:
        draft = _draft(item, capture, step.outlets)
    except UnreadableError as error:
        _tell(step, Problem(item.place, str(error)), capture.capture_id)
        return None
    except RecursionError:
        _tell(step, Problem(item.place, "the article is nested too deeply to be read"), capture.capture_id)
        return None
    for doubt in (*item.doubts, *draft.doubts):
        _tell(step, Problem(item.place, doubt), capture.capture_id)
    step.read += 1
    light = replace(capture, source=replace(capture.source, data=b""))  # what waits needs no bytes
    step.waiting.append(_Read(draft, light, item.place))
    step.size += len(draft.text)
    if len(step.waiting) >= CHUNK or step.size >= CHUNK_SIZE:
        _flush(step)
    return draft.url


def _draft(item: Item, capture: _Capture, outlets: Outlets) -> Draft:
    """The article of an item; what a sidecar says wins."""
    file = capture.source.file
    said = read_sidecar(file) if file and item.place == capture.source.place else {}
    known = read_known(said) if said else item.known
    if said and not known.url:
        known = replace(known, url=item.known.url)
    captured = known.captured or item.captured
    if item.is_page:
        return read_page(item.body, known, captured, outlets)
    text = item.body if isinstance(item.body, str) else decode(item.body)
    prepared = prepare(text, markdown=item.is_markdown)
    draft = read_text(prepared.text, known, captured, outlets, prepared.links)
    draft = replace(draft, claims=told_once(claims_of_export(known)))
    return draft if isinstance(item.body, str) else _placed(draft, prepared, text, decode_raw(item.body))


def _placed(draft: Draft, prepared: Prepared, text: str, source: str) -> Draft:
    """A dump's blocks with their place in the file, where its newlines have not moved them."""
    mark = int(source.startswith("\ufeff"))
    if len(source) - mark != len(text):
        return draft
    places = (prepared.before(block.span) for block in draft.blocks)
    raw = (Span(place.start + mark, place.end + mark) for place in places)
    return replace(draft, blocks=tuple(replace(b, raw=at) for b, at in zip(draft.blocks, raw, strict=True)))


def _flush(step: _Step) -> None:
    """Write what waits: captures, articles in their order, then the problems."""
    step.warehouse.insert("captures", step.captured)
    step.captured.clear()
    reads = sorted(_settled(step), key=lambda read: read.order)
    step.waiting.clear()
    step.size = 0
    with_ids = [(_article_id(read, step.outlets), read) for read in reads]
    _write_articles(step, with_ids)
    _write_problems(step)


def _settled(step: _Step) -> list[_Read]:
    """The waiting ones, guessed years set right by dated articles of the same folder."""
    if not any(read.draft.dates.open_day for read in step.waiting):
        return list(step.waiting)
    dated: dict[str, list[date]] = {}
    for path, day in step.warehouse.query(read_sql("audit.ingest", "dated")):
        dated.setdefault(_folder(path), []).append(day.date())
    for read in step.waiting:
        if read.draft.dates.basis == "stated" and read.draft.dates.start:
            dated.setdefault(_folder(read.capture.source.place), []).append(read.draft.dates.start.date())
    return [_settle(read, dated.get(_folder(read.capture.source.place), [])) for read in step.waiting]


def _settle(read: _Read, near: Sequence[date]) -> _Read:
    dates = settle_year(read.draft.dates, near, read.capture.source.captured)
    return replace(read, draft=replace(read.draft, dates=dates))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _article_id(read: _Read, outlets: Outlets) -> str:
    """Identity over versions: the id it brought along, its address, publisher with title and day, else its path."""
    draft, publisher = read.draft, _publisher_id(read.draft.publisher, outlets) or ""
    if draft.external_id:
        return stable_id("article", "id", publisher or read.capture.source.place, draft.external_id)
    if draft.url and _leads_to_a_page(draft.url):
        return stable_id("article", "url", _address(draft.url))
    if draft.title and publisher and draft.dates.at:
        return stable_id("article", "title", publisher, letters(draft.title), draft.dates.at.date())
    if read.place != read.capture.source.place:
        return stable_id("article", "text", letters(draft.text))
    return stable_id("article", "path", read.place)


def _leads_to_a_page(url: str) -> bool:
    """Whether an address names more than a site's front page or a section, whose name is one word and a slash."""
    path = url.partition("://")[2].partition("/")[2]
    return bool(path.strip("/")) and not _SECTION.fullmatch(path)


def _address(url: str) -> str:
    """An address as identity: scheme, "www.", a trailing slash, and forms for print and telephones say nothing."""
    host, _, path = canonical(url).partition("://")[2].partition("/")
    return f"{_EDITION.sub('', host)}/{_FORM.sub('', path)}".rstrip("/")


def letters(text: str) -> str:
    """The letters and digits of a text, so that a change of layout or punctuation style is no change."""
    return _NO_LETTERS.sub("", text).casefold()


def _write_articles(step: _Step, reads: Sequence[tuple[str, _Read]]) -> None:
    held = _held_versions(step.warehouse, [article_id for article_id, _ in reads])
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _TABLES}
    for article_id, read in reads:
        sha = hashlib.sha256(letters(read.draft.text).encode()).hexdigest()
        versions = held.setdefault(article_id, {})
        if sha in versions:
            continue
        version = versions[sha] = _number(step, article_id, read, versions.values())
        step.counts["articles" if version == 1 else "versions"] += 1
        rows["articles"].append(_article_row(article_id, version, read, sha, step.outlets))
        rows["blocks"] += _block_rows(article_id, version, read.draft)
        rows["links"] += _link_rows(article_id, version, read.draft)
        rows["meta_claims"] += [(article_id, version, *claim) for claim in read.draft.claims]
        rows["source_readings"] += _reading_rows(article_id, version, read.draft, step.outlets)
    _write_sources(step, [read.draft for _, read in reads])
    for table, found in rows.items():
        step.warehouse.insert(table, found)
    step.warehouse.run(read_sql("audit.ingest", "latest"))


def _number(step: _Step, article_id: str, read: _Read, taken: Collection[int]) -> int:
    """The number of a version: the one that it had before it was read again, else the next."""
    former = step.former.get((article_id, read.capture.seen.sha256))
    return former if former and former not in taken else max(taken, default=0) + 1


def _held_versions(warehouse: Warehouse, article_ids: Sequence[str]) -> dict[str, dict[str, int]]:
    """Version by the hash of its letters, of each article that is held already."""
    held: dict[str, dict[str, int]] = {}
    for article_id, version, sha in warehouse.query(
        read_sql("audit.ingest", "versions"), {"articles": list(article_ids)}
    ):
        held.setdefault(article_id, {})[sha] = version
    return held


def _article_row(article_id: str, version: int, read: _Read, sha: str, outlets: Outlets) -> tuple[Any, ...]:
    draft, dates = read.draft, read.draft.dates
    return (
        *(article_id, version, True, read.capture.capture_id, draft.external_id, draft.url),
        *(_publisher_id(draft.publisher, outlets), _publisher_id(draft.originator, outlets)),
        *(draft.title, ", ".join(draft.authors) or None),
        *(dates.at, dates.precision, dates.start, dates.end, dates.basis, draft.modified),
        *(draft.language, draft.genre, draft.text, sha),
    )


def _block_rows(article_id: str, version: int, draft: Draft) -> Iterator[tuple[Any, ...]]:
    for number, block in enumerate(draft.blocks):
        raw = block.raw or (None, None)
        yield (article_id, version, number, block.role.value, *block.span, *raw)


def _link_rows(article_id: str, version: int, draft: Draft) -> Iterator[tuple[Any, ...]]:
    starts = [block.span.start for block in draft.blocks]
    for link in draft.links:
        at = bisect_right(starts, link.span.start) - 1
        role = draft.blocks[at].role.value if at >= 0 else None
        yield (article_id, version, *link.span, link.url, link.target_url, link.kind, role)


def _reading_rows(article_id: str, version: int, draft: Draft, outlets: Outlets) -> Iterator[tuple[Any, ...]]:
    """Who publishes it and whence it has it, in the words of this page alone."""
    for name in dict.fromkeys(name for name in (draft.publisher, draft.originator) if name):
        one = _publisher(name, outlets)
        for spelling in dict.fromkeys((one.name, name)):
            yield article_id, version, one.source_id, one.kind.value, one.name, spelling, None, "page"


def _publisher_id(name: str | None, outlets: Outlets) -> str | None:
    return _publisher(name, outlets).source_id if name else None


@dataclass(frozen=True, slots=True)
class _Publisher:
    """Whoever publishes under a name."""

    name: str
    kind: SourceKind = SourceKind.OUTLET
    owner: str | None = None

    @property
    def source_id(self) -> str:
        return source_id(self.kind, self.name)


def _publisher(name: str, outlets: Outlets) -> _Publisher:
    """Whoever publishes under a name, as the registry tells it, else an outlet of that name."""
    outlet = outlets.resolve(name)
    return _Publisher(outlet.name, outlet.kind, outlet.owner) if outlet else _Publisher(name)


def _write_sources(step: _Step, drafts: Sequence[Draft]) -> None:
    """A row a publisher or originator that is not held yet, and each spelling of its name."""
    printed = {draft.publisher for draft in drafts if draft.publisher}
    warehouse, named = step.warehouse, printed | {d.originator for d in drafts if d.originator}
    spelled = {name: _publisher(name, step.outlets) for name in sorted(named)}
    held = {source for (source,) in warehouse.query("select source_id from sources")}
    new = {one.source_id: one for one in spelled.values() if one.source_id not in held}
    warehouse.insert("sources", [(i, one.name, one.kind.value, None, one.owner, False) for i, one in new.items()])
    known = set(warehouse.query("select source_id, name from source_names"))
    names = {(one.source_id, name) for seen, one in spelled.items() for name in (seen, one.name)}
    warehouse.insert("source_names", sorted(names - known))
    own = [spelled[name].source_id for name in sorted(printed)]
    warehouse.run("update sources set in_corpus = true where not in_corpus and source_id in (select unnest(?))", [own])


def _write_problems(step: _Step) -> None:
    """Problems that are not held yet, keyed by where and why."""
    held = set(step.warehouse.query("select path, error from problems where stage = 'ingest'"))
    rows = {}
    for problem, capture in step.problems:
        step.found.add((problem.path, problem.error))
        if (problem.path, problem.error) not in held:
            rows[problem] = ("ingest", problem.path, capture, None, problem.error, step.run_id)
    step.problems.clear()
    step.counts["problems"] += step.warehouse.insert("problems", rows.values())


def _drop_mended(step: _Step) -> None:
    """Problems of what was tried anew that were not met again."""
    found = [{"path": path, "error": error} for path, error in step.found]
    step.warehouse.run(read_sql("audit.ingest", "drop_mended"), {"tried": step.tried, "found": found})
