"""A wheel in plain Python; with SECONDHAND_COMPILE=1 mypyc compiles the modules that `tool.secondhand` lists."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path
from typing import Any

from setuptools import setup

HOME = Path(__file__).parent
COMPILED = os.environ.get("SECONDHAND_COMPILE") == "1"
TYPES = ("--config-file=", "--ignore-missing-imports")  # `make check` is where types are checked


def compiler() -> list[str]:
    """The pinned compiler, for pip to fetch before it builds."""
    pins = (HOME / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [pin for pin in pins if pin.startswith("mypy==")] if COMPILED else []


def extensions() -> list[Any]:
    """The modules to compile; none in an editable checkout, where they would go stale beside what is edited."""
    if not (COMPILED and "bdist_wheel" in sys.argv):
        return []
    from mypyc.build import mypycify

    return mypycify([*TYPES, *modules()], multi_file=True)


def modules() -> list[str]:
    """The paths of all that is listed."""
    listed = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["secondhand"]["compiled"]
    return sorted(path.relative_to(HOME).as_posix() for pattern in listed for path in HOME.glob(pattern))


setup(ext_modules=extensions(), setup_requires=compiler())
