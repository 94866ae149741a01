"""What was read, as rows: captures, articles with their versions and parts, publishers, problems.

Invariant: the same letters under the same identity are nothing new; the same problem is noted once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from audit.engine import LocalEngine
from audit.ingest.drafts import Draft, Problem
from audit.ingest.files import Seen
from audit.ingest.identity import article_id_of, is_named, letters_sha, publisher_id, publisher_of
from audit.ingest.lasting_articles import Edited, lasting_ids
from audit.ingest.objects import Objects
from audit.ingest.published import settle_year
from audit.ingest.sources import Source
from audit.lexicon.outlets import Outlets
from audit.warehouse import Warehouse, read_sql

_TABLES = ("articles", "blocks", "links", "meta_claims", "source_readings", "statuses")


@dataclass(frozen=True, slots=True)
class Capture:
    """An input as the warehouse stores it: a file, or what lay in another capture."""

    source: Source
    media: str
    seen: Seen
    parent_id: str | None = None

    @property
    def capture_id(self) -> str:
        return self.seen.capture_id


@dataclass(frozen=True, slots=True)
class Read:
    """A draft and where it comes from; `place` names it within its capture."""

    draft: Draft
    capture: Capture
    place: str

    @property
    def order(self) -> tuple[datetime, str]:
        """Versions that come in one run follow each other by the time they state, then by path."""
        when = self.draft.modified or self.draft.dates.at or self.capture.source.captured
        return when, self.capture.source.place


@dataclass(slots=True)
class Step:
    """One run of ingest: the warehouse it writes to, and what it has seen so far."""

    warehouse: Warehouse
    home: Path
    run_id: str
    outlets: Outlets
    objects: Objects | None = None
    forgotten: frozenset[str] = frozenset()  # hashes of bytes and of texts that are not read again
    file_sha: str = ""  # of the file that is being read
    held_back: set[str] = field(default_factory=set)  # hashes of files that hold something forgotten
    captures: set[str] = field(default_factory=set)
    former: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)  # article and hash of its capture,
    # which is read anew -> the number that its version had, and its place in the order of all that was seen
    formerly: dict[str, list[str]] = field(
        default_factory=dict
    )  # hash of such a capture -> its articles without a name
    last_seen: int = 0  # the last place in that order
    lay: dict[str, str] = field(default_factory=dict)  # path -> capture that lay there before
    placed: dict[str, str] = field(default_factory=dict)  # path -> capture that lies there
    members: set[tuple[str, str]] = field(default_factory=set)  # captures that hold others, and those
    appeared: dict[tuple[str, str, int], int] = field(default_factory=dict)  # rows of `appearances`
    tried: list[str] = field(default_factory=list)  # paths whose problems are told anew
    read: int = 0  # articles so far
    told: int = 0  # problems so far
    found: set[tuple[str, str]] = field(default_factory=set)  # problems of this run: path, error
    waiting: list[Read] = field(default_factory=list)
    size: int = 0  # characters of those
    captured: list[tuple[Any, ...]] = field(default_factory=list)  # rows of captures that wait
    problems: list[tuple[Problem, str | None]] = field(default_factory=list)
    engine: LocalEngine | None = None  # drafts lists of articles; None: this process does
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("captures", "articles", "versions", "problems"), 0)
    )


def flush(step: Step) -> None:
    """Write what waits: captures, articles in their order, then the problems."""
    step.warehouse.insert("captures", step.captured)
    step.captured.clear()
    reads = sorted(_settled(step), key=lambda read: read.order)
    step.waiting.clear()
    step.size = 0
    _write_articles(step, _with_ids(step, reads))
    _write_problems(step)


def _with_ids(step: Step, reads: Sequence[Read]) -> list[tuple[str, Read]]:
    """Each with its identity; one whose headline or day was edited where it lies keeps the one that it had."""
    ids = [article_id_of(read.draft, read.capture.source.place, read.place, step.outlets) for read in reads]
    edited = [
        Edited(article_id, read.place, read.capture.seen.sha256, read.draft.text)
        for article_id, read in zip(ids, reads, strict=True)
        if read.place == read.capture.source.place and not read.capture.parent_id and not is_named(read.draft)
    ]
    lasting = lasting_ids(step.warehouse, edited, step.formerly) if edited else {}
    return [(lasting.get(read.place, article_id), read) for article_id, read in zip(ids, reads, strict=True)]


def _settled(step: Step) -> list[Read]:
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


def _settle(read: Read, near: Sequence[date]) -> Read:
    dates = settle_year(read.draft.dates, near, read.capture.source.captured)
    return replace(read, draft=replace(read.draft, dates=dates))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _write_articles(step: Step, reads: Sequence[tuple[str, Read]]) -> None:
    held = _held_versions(step.warehouse, [article_id for article_id, _ in reads])
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _TABLES}
    for article_id, read in reads:
        if read.draft.status:
            step.last_seen += 1
            rows["statuses"].append((article_id, read.capture.capture_id, read.draft.status, step.last_seen))
        if not read.draft.text:
            continue
        sha = letters_sha(read.draft.text)
        versions = held.setdefault(article_id, {})
        known = versions.get(sha)
        version = versions[sha] = known or _number(step, article_id, read, versions.values())
        step.appeared[read.capture.capture_id, article_id, version] = _place_in_order(step, article_id, read)
        if known:
            continue
        step.counts["articles" if version == 1 else "versions"] += 1
        rows["articles"].append(_article_row(article_id, version, read, sha, step.outlets))
        rows["blocks"] += _block_rows(article_id, version, read.draft)
        rows["links"] += _link_rows(article_id, version, read.draft)
        rows["meta_claims"] += [(article_id, version, *claim) for claim in read.draft.claims]
        rows["source_readings"] += _reading_rows(article_id, version, read.draft, step.outlets)
    _write_sources(step, [read.draft for _, read in reads])
    for table, found in rows.items():
        step.warehouse.insert(table, found)


def _number(step: Step, article_id: str, read: Read, taken: Collection[int]) -> int:
    """The number of a version: the one that it had before it was read again, else the next."""
    former, _ = step.former.get((article_id, read.capture.seen.sha256), (None, 0))
    return former if former and former not in taken else max(taken, default=0) + 1


def _place_in_order(step: Step, article_id: str, read: Read) -> int:
    """The place that it had before it was read again, else the next."""
    _, former = step.former.get((article_id, read.capture.seen.sha256), (None, 0))
    step.last_seen += 1
    return former or step.last_seen


def _held_versions(warehouse: Warehouse, article_ids: Sequence[str]) -> dict[str, dict[str, int]]:
    """Version by the hash of its letters, of each article that is held already."""
    held: dict[str, dict[str, int]] = {}
    for article_id, version, sha in warehouse.query(
        read_sql("audit.ingest", "versions"), {"articles": list(article_ids)}
    ):
        held.setdefault(article_id, {})[sha] = version
    return held


def _article_row(article_id: str, version: int, read: Read, sha: str, outlets: Outlets) -> tuple[Any, ...]:
    draft, dates = read.draft, read.draft.dates
    return (
        *(article_id, version, True, read.capture.capture_id, draft.external_id, draft.url),
        *(publisher_id(draft.publisher, outlets), publisher_id(draft.originator, outlets)),
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
        one = publisher_of(name, outlets)
        for spelling in dict.fromkeys((one.name, name)):
            yield article_id, version, one.source_id, one.kind.value, one.name, spelling, None, "page"


def _write_sources(step: Step, drafts: Sequence[Draft]) -> None:
    """A row a publisher or originator that is not held yet, and each spelling of its name."""
    printed = {draft.publisher for draft in drafts if draft.publisher}
    warehouse, named = step.warehouse, printed | {d.originator for d in drafts if d.originator}
    spelled = {name: publisher_of(name, step.outlets) for name in sorted(named)}
    held = {source for (source,) in warehouse.query("select source_id from sources")}
    new = {one.source_id: one for one in spelled.values() if one.source_id not in held}
    warehouse.insert("sources", [(i, one.name, one.kind.value, None, one.owner, False) for i, one in new.items()])
    known = set(warehouse.query("select source_id, name from source_names"))
    names = {(one.source_id, name) for seen, one in spelled.items() for name in (seen, one.name)}
    warehouse.insert("source_names", sorted(names - known))
    own = [spelled[name].source_id for name in sorted(printed)]
    warehouse.run("update sources set in_corpus = true where not in_corpus and source_id in (select unnest(?))", [own])


def _write_problems(step: Step) -> None:
    """Problems that are not held yet, keyed by where and why."""
    held = set(step.warehouse.query("select path, error from problems where stage = 'ingest'"))
    rows = {}
    for problem, capture in step.problems:
        step.found.add((problem.path, problem.error))
        if (problem.path, problem.error) not in held:
            rows[problem] = ("ingest", problem.path, capture, None, problem.error, step.run_id)
    step.problems.clear()
    step.counts["problems"] += step.warehouse.insert("problems", rows.values())


def drop_mended(step: Step) -> None:
    """Problems of what was tried anew that were not met again."""
    found = [{"path": path, "error": error} for path, error in step.found]
    step.warehouse.run(read_sql("audit.ingest", "drop_mended"), {"tried": step.tried, "found": found})
