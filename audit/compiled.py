"""The hot modules as machine code: in a wheel that was built so, or in the checkout where `make compiled` made it.

Invariant: what runs as machine code in a checkout was made of its source as it stands; one letter edited, and all of it
is plain Python again. SECONDHAND_PLAIN=1 asks for plain Python.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

MACHINE_CODE = (".so", ".pyd")
"""How the names of compiled modules end, on Windows too."""
PACKAGE = Path(__file__).parent
BUILD = PACKAGE.parent / "build" / "machine_code"
SEAL = "made_of"


@dataclass(frozen=True, slots=True)
class MachineCode(MetaPathFinder):
    """Finds a module by its name among these files, before Python finds its source."""

    files: Mapping[str, Path]

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where the module's machine code lies; None where it has none."""
        file = self.files.get(fullname)
        return spec_from_file_location(fullname, file) if file else None


def prefer_machine_code(build: Path = BUILD) -> None:
    """From here on imports take the modules of a build of the sources as they stand, unless plain ones are asked."""
    if os.environ.get("SECONDHAND_PLAIN", "0") in ("", "0") and is_fresh(build):
        sys.meta_path.insert(0, MachineCode(modules_in(build)))


def is_fresh(build: Path = BUILD) -> bool:
    """Whether the build holds machine code for this Python, made of the sources as they stand."""
    seal = build / SEAL
    return seal.is_file() and seal.read_text(encoding="utf-8") == _made_of(modules_in(build), build.parents[1])


def seal(build: Path, root: Path = PACKAGE.parent) -> None:
    """Writes down what a build was made of."""
    (build / SEAL).write_text(_made_of(modules_in(build), root), encoding="utf-8")


def modules_in(folder: Path) -> dict[str, Path]:
    """Name -> file of each module compiled for this Python below a folder; `audit/text/x.so` is "audit.text.x"."""
    ending = EXTENSION_SUFFIXES[0]
    found = ((path.relative_to(folder).as_posix().removesuffix(ending), path) for path in folder.rglob(f"*{ending}"))
    return {name.replace("/", "."): path for name, path in sorted(found)}


def compiled_modules(package: Path = PACKAGE) -> list[str]:
    """The modules below `audit` that run as machine code in this process, loaded or not, as "text.tokens"."""
    found = [name for finder in sys.meta_path if isinstance(finder, MachineCode) for name in finder.files]
    return sorted(modules_in(package)) or [name.partition(".")[2] for name in found if name.startswith("audit.")]


def _made_of(names: Iterable[str], root: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for name in names:
        source = (root / name.replace(".", "/")).with_suffix(".py")
        digest.update(name.encode() + b"\0" + (source.read_bytes() if source.is_file() else b"") + b"\0")
    return digest.hexdigest()
