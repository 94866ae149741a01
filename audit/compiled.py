"""Which modules of this installation mypyc compiled: none, unless its wheel was built so (setup.py)."""

from __future__ import annotations

from pathlib import Path

MACHINE_CODE = (".so", ".pyd")
"""How the names of compiled modules end, on Windows too."""


def compiled_modules(package: Path = Path(__file__).parent) -> list[str]:
    """The compiled modules in the folder of a package, as "text.tokens"."""
    found = (path.relative_to(package) for path in package.rglob("*") if path.suffix in MACHINE_CODE)
    return sorted(".".join((*path.parts[:-1], path.name.partition(".")[0])) for path in found)
