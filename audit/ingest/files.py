"""The files of an input: which are read, in what order, and their bytes.

Invariant: folders are walked in sorted order; reviews, sidecars, settings and hidden files are left out.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from audit.errors import InputError
from audit.ids import stable_id
from audit.ingest.decode import UnreadableError, decode
from audit.ingest.zotero import is_zotero_list, zotero_said
from audit.lexicon.outlet_lists import NAMES
from audit.lexicon.people_list import NAME as PEOPLE

SIDECAR = ".meta.json"
ASIDE = (SIDECAR, ".toml", ".duckdb", ".duckdb.wal")  # endings of files that speak of others
LITTER = frozenset(("Thumbs.db", "desktop.ini", "__MACOSX"))  # what systems leave in folders
OPEN_MARK = "~$"  # begins the name of a document that is open in an office program
PAGE_SIZE = 5_000_000  # bytes of a saved page in which its folder is looked for
REPORT_MARK, REPORT_HEAD = b'<meta name="secondhand-run"', 4096  # in the first bytes of a report's first page
AT_ONCE = 16_000_000  # bytes of a file that are held in memory while it is read
CHUNK = 1 << 20
COPIES = (
    *("singlefile.html", "output.html", "readability/content.html", "mercury/content.html"),
    *("readability/content.txt", "mercury/content.txt", "htmltotext.txt"),
)  # ways in which ArchiveBox keeps a page, the fullest first
_COPY_NAMES = frozenset(copy.rpartition("/")[2] for copy in COPIES)


def list_files(paths: Iterable[Path]) -> list[Path]:
    """Every file to read, sorted within its folder, each once. Raises InputError for a path that is not there."""
    found: dict[str, Path] = {}
    folders = Folders()
    for path in paths:
        if not path.exists():
            raise InputError(f"{path} is not there", "name a file or a folder that is")
        for file in _below(path) if path.is_dir() else [path]:
            found.setdefault(folders.place(file), file)
    return list(found.values())


class Folders:
    """Where files lie, links followed: each folder is asked once, however many files it holds."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    def folder(self, path: str) -> str:
        """Where a folder lies."""
        if path not in self._held:
            self._held[path] = os.path.realpath(path)
        return self._held[path]

    def place(self, file: Path) -> str:
        """Where a file lies; a link that leads to itself is itself."""
        path = os.fspath(file)
        folder, name = os.path.split(path)
        if name in ("", ".", "..") or os.path.islink(path):
            return os.path.realpath(path)
        return os.path.join(self.folder(folder), name)

    def is_below(self, file: Path, folders: Iterable[Path]) -> bool:
        """Whether a file is one of `folders` or lies in one of them."""
        full = self.place(file)
        tops = (self.folder(os.fspath(folder)) for folder in folders)
        return any(full == top or full.startswith(os.path.join(top, "")) for top in tops)


def is_below(file: Path, folders: Iterable[Path]) -> bool:
    """Whether a file, links followed, is one of `folders` or lies in one of them."""
    return Folders().is_below(file, folders)


def _below(folder: Path) -> Iterator[Path]:
    try:
        entries = _entries(folder)
    except OSError as error:
        raise InputError(f"{folder} cannot be listed: {error.strerror}", "check its permissions") from error
    yield from _files(entries)


def _files(entries: Sequence[tuple[Path, bool]]) -> Iterator[Path]:
    """A folder inside that cannot be listed stands for itself: a problem to tell, no end of the run."""
    if snapshot := _snapshot(entries):
        yield snapshot
        return
    for entry, is_folder in entries:
        if not is_folder:
            yield from [] if is_zotero_list(entry) else [entry]
            continue
        if entry.name == "reviews" or entry.is_symlink() or _belongs_to_page(entry) or _is_report(entry):
            continue
        try:
            inside = _entries(entry)
        except OSError:
            yield entry
            continue
        yield from _files(inside)


def _snapshot(entries: Sequence[tuple[Path, bool]]) -> Path | None:
    """The best copy in a folder in which ArchiveBox keeps one page in many ways; None for any other folder."""
    names = {entry.name for entry, _ in entries}
    if "index.json" not in names or not names & {"index.html", "headers.json"}:
        return None
    folder = next(entry.parent for entry, _ in entries)
    if (folder / "index.json").is_symlink():
        return None
    said = _object_in(folder / "index.json")
    copies = (folder / name for name in COPIES)
    return next((copy for copy in copies if copy.is_file()), None) if {"url", "timestamp"} <= said.keys() else None


def _object_in(file: Path) -> dict[str, Any]:
    """The object that a JSON file holds; empty where it holds none."""
    try:
        said = json.loads(decode(file.read_bytes()[:PAGE_SIZE]))
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _belongs_to_page(folder: Path) -> bool:
    """Whether a folder holds the pictures and frames of a saved page beside it: named after it, and named in it."""
    names = (quote(folder.name).encode(), folder.name.encode("utf-8", "surrogateescape"))
    pages = (page for page in folder.parent.glob("*.[hH][tT][mM]*") if folder.name.startswith(page.stem))
    return any(name + b"/" in data for page in pages if (data := _beginning(page)) for name in names)


def _is_report(folder: Path) -> bool:
    """Whether a folder is a report of ours, which holds words of the articles that it tells of."""
    return REPORT_MARK in _beginning(folder / "index.html", REPORT_HEAD)


def _beginning(page: Path, size: int = PAGE_SIZE) -> bytes:
    try:
        with page.open("rb") as file:
            return file.read(size)
    except OSError:
        return b""


def _entries(folder: Path) -> list[tuple[Path, bool]]:
    """What lies in a folder, sorted, with whether it is a folder. Raises OSError."""
    with os.scandir(folder) as found:
        listed = sorted((entry for entry in found if not is_aside(entry.name)), key=lambda entry: entry.name)
    return [
        (folder / entry.name, os.path.isdir(entry.path) if entry.is_symlink() else entry.is_dir()) for entry in listed
    ]


def is_aside(name: str) -> bool:
    """Whether a file of that name is no input: hidden, a sidecar, settings, a list of outlets, a system's litter."""
    return name.startswith((".", OPEN_MARK)) or name.endswith(ASIDE) or name in {*NAMES, PEOPLE, *LITTER}


@dataclass(frozen=True, slots=True)
class Seen:
    """Bytes by their hash, with where they lie; what a sidecar says of them is part of what they are."""

    path: str  # as it is stored
    sha256: str
    bytes: int
    sidecar: str | None = None  # its SHA-256
    modified: float = 0  # seconds since 1970
    file: Path = Path()
    said: Mapping[str, Any] | None = None  # by the sidecar
    unsaid: str | None = None  # why that cannot be read
    kept_id: str = ""  # of a file that is kept, whose sidecar is not looked at
    capture_id: str = field(init=False)  # content hash of bytes and sidecar

    def __post_init__(self) -> None:
        hashes = [self.sha256, self.sidecar] if self.sidecar else [self.sha256]
        object.__setattr__(self, "capture_id", self.kept_id or stable_id("capture", *hashes))


def look_at(file: Path, path: str) -> Seen:
    """A file with the hash of its bytes and of its sidecar's, if it has one. Raises OSError."""
    beside = sidecar_of(file)
    sidecar = _digest(beside)[0] if beside else None
    return Seen(path, *_digest(file), sidecar, file.stat().st_mtime, file)


def take(seen: Seen) -> tuple[Seen, bytes]:
    """The bytes of a file with the hash of these very bytes, whatever became of it since; of a large one no bytes.

    What its sidecar says is read with them. Raises OSError.
    """
    said, unsaid = None, None
    try:
        said = read_sidecar(seen.file)
    except UnreadableError as error:
        unsaid = str(error)
    data = b"" if seen.bytes > AT_ONCE else seen.file.read_bytes()
    sha, size = (hashlib.sha256(data).hexdigest(), len(data)) if data else (seen.sha256, seen.bytes)
    return replace(seen, said=said, unsaid=unsaid, sha256=sha, bytes=size), data


def _digest(path: Path) -> tuple[str, int]:
    """SHA-256 and size of the bytes as they lie there. Raises OSError."""
    sha, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            sha.update(chunk)
            size += len(chunk)
    return sha.hexdigest(), size


def sidecar_of(path: Path) -> Path | None:
    """`NAME.meta.json` beside `NAME.txt` (or `NAME.txt.meta.json`)."""
    folder, name = os.path.split(path)
    bare = name.removesuffix(".gz")
    names = dict.fromkeys([os.path.splitext(bare)[0] + SIDECAR, bare + SIDECAR, name + SIDECAR])
    return next((path.with_name(name) for name in names if os.path.isfile(os.path.join(folder, name))), None)


def read_sidecar(path: Path) -> dict[str, Any]:
    """What a file's sidecar says; {} where there is none. Raises UnreadableError where it is no JSON object."""
    beside = sidecar_of(path)
    if beside is not None and not is_below(beside, [path.parent]):
        raise UnreadableError(f"its sidecar {beside.name} is a link out of the folder")
    if beside is None:
        return _snapshot_said(path) or zotero_said(path)
    try:
        said = json.loads(decode(beside.read_bytes()))
    except (OSError, ValueError, RecursionError) as error:
        raise UnreadableError(f"its sidecar {beside.name} cannot be read ({error})") from error
    if not isinstance(said, dict):
        raise UnreadableError(f"its sidecar {beside.name} is no JSON object")
    return said


def _snapshot_said(path: Path) -> dict[str, Any]:
    """Address, title and time of a page that ArchiveBox keeps; empty for any other file."""
    if path.name not in _COPY_NAMES:
        return {}
    folder = next((p for p in (path.parent, path.parent.parent) if (p / "index.json").is_file()), None)
    copies = {folder / name for name in COPIES} if folder else set()
    if folder is None or path not in copies or not is_below(folder / "index.json", [folder]):
        return {}
    said = _object_in(folder / "index.json")
    known = {"url": said.get("url"), "fetched_at": said.get("timestamp")} if {"url", "timestamp"} <= said.keys() else {}
    return {key: _whole(value) for key, value in known.items() if value}


def _whole(value: Any) -> Any:
    """Seconds since 1970 with their fraction, as that tool prints them, without it."""
    return value.partition(".")[0] if isinstance(value, str) and value.replace(".", "", 1).isdigit() else value
