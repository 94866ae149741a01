"""The files of an input: which are read, in what order, and their bytes.

Invariant: folders are walked in sorted order; reviews, sidecars, settings and hidden files are left out.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from audit.errors import InputError
from audit.ingest.decode import UnreadableError, decode
from audit.lexicon.outlet_lists import NAMES
from audit.lexicon.people_list import NAME as PEOPLE

TEXT, HTML, LINES = "text/plain", "text/html", "application/jsonl"
MEDIA = {".txt": TEXT, ".md": TEXT, ".html": HTML, ".htm": HTML, ".jsonl": LINES}
LIMIT = {TEXT: 50_000_000, HTML: 5_000_000}  # bytes, unpacked
SIDECAR = ".meta.json"
ASIDE = (SIDECAR, ".toml")  # endings of files that speak of others
CHUNK = 1 << 20


def list_files(paths: Iterable[Path]) -> list[Path]:
    """Every file to read, sorted within its folder, each once. Raises InputError for a path that is not there."""
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise InputError(f"{path} is not there", "name a file or a folder that is")
        for file in _below(path) if path.is_dir() else [path]:
            found.setdefault(_identity(file), file)
    return list(found.values())


def _identity(file: Path) -> Path:
    """Where it lies; a link that leads to itself is itself."""
    try:
        return file.resolve()
    except (OSError, RuntimeError):
        return file.absolute()


def _below(folder: Path) -> Iterator[Path]:
    try:
        entries = _entries(folder)
    except OSError as error:
        raise InputError(f"{folder} cannot be listed: {error.strerror}", "check its permissions") from error
    yield from _files(entries)


def _files(entries: Iterable[tuple[Path, bool]]) -> Iterator[Path]:
    """A folder inside that cannot be listed stands for itself: a problem to tell, no end of the run."""
    for entry, is_folder in entries:
        if not is_folder:
            yield entry
            continue
        if entry.name == "reviews" or entry.is_symlink():
            continue
        try:
            inside = _entries(entry)
        except OSError:
            yield entry
            continue
        yield from _files(inside)


def _entries(folder: Path) -> list[tuple[Path, bool]]:
    """What lies in a folder, sorted, with whether it is a folder. Raises OSError."""
    return [(entry, entry.is_dir()) for entry in sorted(folder.iterdir()) if not is_aside(entry.name)]


def is_aside(name: str) -> bool:
    """Whether a file of that name is no input: hidden, a sidecar, settings, a list of outlets."""
    return name.startswith(".") or name.endswith(ASIDE) or name in {*NAMES, PEOPLE}


def media_type(path: Path) -> str | None:
    """By the ending, ".gz" aside; None for a file that Secondhand does not read."""
    return MEDIA.get(Path(path.name.removesuffix(".gz")).suffix.casefold())


def digest(path: Path) -> tuple[str, int]:
    """SHA-256 and size of the bytes as they lie there. Raises OSError."""
    sha, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            sha.update(chunk)
            size += len(chunk)
    return sha.hexdigest(), size


def open_plain(path: Path) -> Any:
    """A binary file, unpacked on the way."""
    return gzip.open(path, "rb") if path.name.endswith(".gz") else path.open("rb")


def read_whole(path: Path, media: str) -> bytes:
    """The bytes, unpacked. Raises UnreadableError for a file that is too long or cut off, OSError as open does."""
    limit = LIMIT[media]
    try:
        with open_plain(path) as file:
            data: bytes = file.read(limit + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableError(f"the packed file is cut off or broken ({error})") from error
    if len(data) > limit:
        raise UnreadableError(f"the file is longer than the {limit // 1_000_000} MB that one article may have")
    return data


def read_sidecar(path: Path) -> dict[str, Any]:
    """What `NAME.meta.json` beside `NAME.txt` (or `NAME.txt.meta.json`) says; {} where there is none.

    Raises UnreadableError where it is no JSON object.
    """
    bare = path.name.removesuffix(".gz")
    names = dict.fromkeys([Path(bare).stem + SIDECAR, bare + SIDECAR, path.name + SIDECAR])
    beside = next((found for name in names if (found := path.with_name(name)).is_file()), None)
    if beside is None:
        return {}
    try:
        said = json.loads(decode(beside.read_bytes()))
    except (OSError, ValueError, RecursionError) as error:
        raise UnreadableError(f"its sidecar {beside.name} cannot be read ({error})") from error
    if not isinstance(said, dict):
        raise UnreadableError(f"its sidecar {beside.name} is no JSON object")
    return said
