"""The checksum of a published warehouse, in a file beside it, so that bytes which changed on the disk are noticed.

Invariant: whatever dies at whatever moment, the seal names the file that stands, or the one before and the one to come.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

CHUNK = 1 << 20


def seal_of(target: Path) -> Path:
    """Where the checksum of a warehouse lies: lines as `sha256sum` writes them."""
    return target.with_name(f".{target.name}.sha256")


def digest(path: Path) -> str:
    """SHA-256 of a file. Raises OSError."""
    sha = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            sha.update(chunk)
    return sha.hexdigest()


def sealed(target: Path) -> tuple[str, ...]:
    """The checksums that a warehouse may have; none where it was never sealed or the seal cannot be read."""
    try:
        lines = seal_of(target).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    return tuple(line.split()[0] for line in lines if line.strip())


def is_as_left(target: Path) -> bool | None:
    """Whether a warehouse is, byte for byte, what a run left; None where no seal tells. Raises OSError."""
    known = sealed(target)
    return digest(target) in known if known else None


def seal(target: Path, *checksums: str) -> None:
    """Write the seal, by renaming. Raises OSError."""
    fresh = seal_of(target).with_name(f".{target.name}.sha256.new")
    with fresh.open("w", encoding="utf-8") as file:
        file.writelines(f"{one}  {target.name}\n" for one in checksums)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, seal_of(target))
