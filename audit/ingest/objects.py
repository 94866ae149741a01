"""The bytes of every file that was read, by hash, in one file beside the warehouse, with what lay where in which run.

Invariant: bytes leave only when somebody wants them forgotten, and the hash of what was forgotten stays. What lies here
is enough to make the warehouse anew (`secondhand run --rebuild`), whatever became of the files themselves.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from audit.errors import WarehouseError
from audit.ingest.files import AT_ONCE, Seen
from audit.warehouse import read_sql

PART = 1 << 20  # bytes that are packed at a time
LEVEL = 1  # of zlib: quick
_LEAST_WINDOW = 9  # bits, of zlib
UNKEPT = "unkept "  # begins the mark of bytes that hold a forgotten text: they are read, and kept no more


def objects_of(warehouse: Path) -> Path:
    """Where the objects of a warehouse lie."""
    return warehouse.with_name(f".{warehouse.name}.objects")


@dataclass(frozen=True, slots=True)
class Look:
    """One run that looked at the input: where something else lay than before; None where nothing does any more."""

    run_no: int
    run_id: str
    at: datetime
    lay: Mapping[str, str | None]  # path -> capture


class Objects:
    """One open store. Nothing is kept for good before `commit`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = _Db(path)
        self._db.begin()
        self._held: set[str] = {capture for (capture,) in self._db.execute("select capture_id from files")}
        self._begun = {sha for (sha,) in self._db.execute("select sha256 from beginnings")}
        self._stored = {sha for (sha,) in self._db.execute("select distinct sha256 from parts")}
        self.forgotten = frozenset(one for (one,) in self._db.execute("select hash from forgotten"))

    def holds(self, capture_id: str) -> bool:
        """Whether a file is kept."""
        return capture_id in self._held

    def may_keep(self, sha256: str) -> bool:
        """Whether nothing in these bytes was forgotten."""
        return sha256 not in self.forgotten and f"{UNKEPT}{sha256}" not in self.forgotten

    def wants(self, seen: Seen) -> bool:
        """Whether a file is to be kept and is not yet."""
        return not self.holds(seen.capture_id) and self.may_keep(seen.sha256)

    def keep(self, seen: Seen, data: bytes) -> None:
        """A file with its bytes; of a large one they are read from where it lies."""
        if not self.wants(seen) or not self._store(seen, data):
            return
        said = None if seen.said is None else json.dumps(seen.said)
        name = seen.file.name.encode("utf-8", "backslashreplace").decode()
        row = (seen.capture_id, seen.sha256, seen.sidecar, name, seen.bytes, seen.modified, said, seen.unsaid)
        self._db.execute("insert into files values (?, ?, ?, ?, ?, ?, ?, ?)", row)
        self._held.add(seen.capture_id)

    def _store(self, seen: Seen, data: bytes) -> bool:
        """The bytes in parts. False where a file changed while it was read."""
        if seen.sha256 in self._stored or seen.sha256 in self._begun:
            return True
        sha = hashlib.sha256()
        for number, part in enumerate(_parts(seen, data)):
            sha.update(part)
            self._db.execute("insert into parts values (?, ?, ?)", [seen.sha256, number, _packed(part)])
        if sha.hexdigest() != seen.sha256:
            self._db.execute("delete from parts where sha256 = ?", [seen.sha256])
            return False
        self._stored.add(seen.sha256)
        return True

    def shorten(self, earlier: str, later: str) -> None:
        """Keep earlier bytes as the beginning of later ones, where they are that: a list that grew."""
        ids = self._db.execute(
            "select sha256, size from files where capture_id in (?, ?) order by size", [earlier, later]
        ).fetchall()
        if len(ids) < 2 or ids[0][0] == ids[1][0] or ids[0][0] not in self._stored:
            return
        (short, size), (long, _) = ids
        if _digest_of(self.parts(long), size) == short:
            self._db.execute("delete from parts where sha256 = ?", [short])
            self._db.execute("insert into beginnings values (?, ?, ?)", [short, long, size])
            self._stored.discard(short)
            self._begun.add(short)

    def parts(self, sha256: str) -> Iterator[bytes]:
        """The bytes of that hash, in order. Raises WarehouseError where they are not those that were kept."""
        whole = self._db.execute("select of_sha256, size from beginnings where sha256 = ?", [sha256]).fetchone()
        if whole:
            yield from _first(self.parts(whole[0]), whole[1])
            return
        try:
            for (data,) in self._db.execute("select data from parts where sha256 = ? order by part_no", [sha256]):
                yield zlib.decompress(data)
        except (sqlite3.Error, zlib.error) as error:
            raise WarehouseError(f"{self.path} is damaged: {error}", "put a copy of it back") from error

    @contextmanager
    def opened(self, capture_id: str) -> Iterator[tuple[Seen, bytes] | None]:
        """A kept file with its bytes; those of a large one lie in a file for a while. None where it is not kept."""
        row = self._row(capture_id)
        if row is None:
            yield None
            return
        sha, sidecar, name, size, modified, said, unsaid = row
        told = None if said is None else json.loads(said)
        seen = Seen("", sha, size, sidecar, modified, Path(name), told, unsaid)
        if size <= AT_ONCE:
            yield seen, b"".join(self.parts(sha))
            return
        with NamedTemporaryFile(dir=self.path.parent, prefix=f"{self.path.name}.", suffix=Path(name).suffix) as file:
            for part in self.parts(sha):
                file.write(part)
            file.flush()
            yield replace(seen, file=Path(file.name)), b""

    def seen(self, capture_id: str, path: str) -> Seen | None:
        """A kept file as it lay at that path, without its bytes; None where it is not kept."""
        row = self._row(capture_id)
        return Seen(path, row[0], row[3], row[1]) if row else None

    def _row(self, capture_id: str) -> tuple[str, str | None, str, int, float, str | None, str | None] | None:
        sql = "select sha256, sidecar, name, size, modified, said, unsaid from files where capture_id = ?"
        row: tuple[str, str | None, str, int, float, str | None, str | None] | None
        row = self._db.execute(sql, [capture_id]).fetchone()
        return row

    def damaged(self) -> Iterator[str]:
        """Captures whose bytes are not those that were kept."""
        for capture, sha in self._db.execute("select capture_id, sha256 from files order by capture_id").fetchall():
            try:
                digest = hashlib.sha256()
                for part in self.parts(sha):
                    digest.update(part)
                if digest.hexdigest() != sha:
                    yield capture
            except WarehouseError:
                yield capture

    def looks(self) -> list[Look]:
        """The runs, in their order, with what each found to lie elsewhere than before."""
        runs = self._db.execute("select run_no, run_id, at from looks order by run_no").fetchall()
        lay: dict[int, dict[str, str | None]] = {run_no: {} for run_no, _, _ in runs}
        for run_no, path, capture in self._db.execute("select run_no, path, capture_id from lay order by rowid"):
            lay[run_no][path] = capture
        return [Look(number, run_id, datetime.fromisoformat(at), lay[number]) for number, run_id, at in runs]

    def note_look(self, run_id: str, at: datetime, lie: Mapping[str, str], missed: Iterable[str]) -> None:
        """What lies where now and what does no more, where that is news."""
        now = {**lie, **dict.fromkeys(missed)}
        last = "select path, capture_id from lay where rowid in (select max(rowid) from lay group by path)"
        before: dict[str, str | None] = dict(self._db.execute(last).fetchall())
        news = [(path, capture) for path, capture in now.items() if before.get(path) != capture]
        if news:
            (number,) = self._db.execute("select coalesce(max(run_no), 0) + 1 from looks").fetchone()
            self._db.execute("insert into looks values (?, ?, ?)", [number, run_id, at.isoformat()])
            self._db.executemany("insert into lay values (?, ?, ?)", [(number, *row) for row in news])

    def note_told(self, problems: Iterable[tuple[str, str, str]]) -> None:
        """Problems of files that gave no capture, with the runs that met them: nothing else tells of them."""
        self._db.execute("delete from told")
        self._db.executemany("insert into told values (?, ?, ?)", list(problems))

    def told(self) -> list[tuple[str, str, str]]:
        """Those problems."""
        return self._db.execute("select path, error, run_id from told").fetchall()

    def forget(self, captures: Iterable[str], hashes: Iterable[str]) -> None:
        """The bytes of these captures go, and whatever was kept as the beginning of them; the hashes stay as a mark."""
        now = datetime.now(UTC).replace(tzinfo=None).isoformat(" ", "seconds")
        for capture in captures:
            for (sha,) in self._db.execute("select sha256 from files where capture_id = ?", [capture]).fetchall():
                self._drop(sha)
            self._db.execute("delete from files where capture_id = ?", [capture])
            self._db.execute("delete from lay where capture_id = ?", [capture])
            self._held.discard(capture)
        self._db.executemany("insert or ignore into forgotten values (?, ?)", [(one, now) for one in hashes])
        self.forgotten = frozenset(one for (one,) in self._db.execute("select hash from forgotten"))

    def _drop(self, sha256: str) -> None:
        """Bytes that no other file has; what is the beginning of them gets bytes of its own first."""
        shared = self._db.execute("select count(*) from files where sha256 = ?", [sha256]).fetchone()[0]
        if shared > 1:
            return
        for short, size in self._db.execute(
            "select sha256, size from beginnings where of_sha256 = ?", [sha256]
        ).fetchall():
            data = b"".join(_first(self.parts(sha256), size))
            self._db.execute("delete from beginnings where sha256 = ?", [short])
            rows = [(short, n, _packed(data[i : i + PART])) for n, i in enumerate(range(0, size, PART))]
            self._db.executemany("insert into parts values (?, ?, ?)", rows)
            self._stored.add(short)
            self._begun.discard(short)
        self._begun.discard(sha256)
        self._db.execute("delete from beginnings where sha256 = ?", [sha256])
        self._db.execute("delete from parts where sha256 = ?", [sha256])
        self._stored.discard(sha256)

    def commit(self) -> None:
        """All of it is kept from here on. Raises WarehouseError."""
        self._db.execute("commit")
        self._db.execute("begin")

    def compact(self) -> None:
        """Give back the room of what was forgotten. Raises WarehouseError."""
        for statement in ("commit", "vacuum", "begin"):
            self._db.execute(statement)

    def close(self) -> None:
        """Close it; what was not committed is not kept."""
        self._db.close()


class _Db:
    """The file, whose errors are told as those of a warehouse."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            self._con = sqlite3.connect(path, isolation_level=None, check_same_thread=False)

    def begin(self) -> None:
        """Lay it out; from here on nothing is kept before a commit."""
        with self._told():
            os.chmod(self._path, 0o600)  # it holds the texts
            self._con.execute("pragma secure_delete = on")
            self._con.executescript(read_sql(__package__, "objects"))
            self._con.execute("begin")

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """One statement. Raises WarehouseError."""
        with self._told():
            return self._con.execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for each row. Raises WarehouseError."""
        with self._told():
            self._con.executemany(sql, rows)

    def close(self) -> None:
        """Close it."""
        self._con.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            way_out = "make room, then run again" if "full" in str(error) else "put a copy of it back, or move it away"
            raise WarehouseError(f"{self._path} cannot be used: {error}", way_out) from error


def _parts(seen: Seen, data: bytes) -> Iterator[bytes]:
    if data:
        yield from (data[i : i + PART] for i in range(0, len(data), PART))
        return
    with seen.file.open("rb") as file:
        while part := file.read(PART):
            yield part


def _packed(part: bytes) -> bytes:
    """Bytes for zlib.decompress; a few do not cost the room that many would."""
    window = min(zlib.MAX_WBITS, max(_LEAST_WINDOW, len(part).bit_length()))
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, window, window - _LEAST_WINDOW + 2)
    return packer.compress(part) + packer.flush()


def _first(parts: Iterable[bytes], size: int) -> Iterator[bytes]:
    for part in parts:
        if size <= 0:
            return
        yield part[:size]
        size -= len(part)


def _digest_of(parts: Iterable[bytes], size: int) -> str:
    sha = hashlib.sha256()
    for part in _first(parts, size):
        sha.update(part)
    return sha.hexdigest()
