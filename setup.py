"""A wheel in plain Python; with SECONDHAND_COMPILE=1 mypyc compiles the modules that `tool.secondhand` lists.

`make compiled` has `build_ext` compile them for a checkout (bench/machine_code.py).
"""

from __future__ import annotations

import os
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from setuptools import setup
from setuptools.command.build_ext import build_ext

HOME = Path(__file__).parent
COMPILED = os.environ.get("SECONDHAND_COMPILE") == "1"
TYPES = ("--config-file=", "--ignore-missing-imports")  # `make check` is where types are checked


class OnAllCores(build_ext):
    """Compiles the C files of a module side by side: all of ours are linked into one."""

    def build_extensions(self) -> None:
        self.compiler.compile = partial(side_by_side, self.compiler.compile)
        super().build_extensions()


def side_by_side(compile_some: Any, sources: list[str], *told: Any, **named: Any) -> list[str]:
    """The object files of the sources, each by a call of its own."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        objects = pool.map(lambda source: compile_some([source], *told, **named), sources)
        return [one for some in objects for one in some]


def compiler() -> list[str]:
    """The pinned compiler, for pip to fetch before it builds."""
    pins = (HOME / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [pin for pin in pins if pin.startswith("mypy==")] if COMPILED and "build_ext" not in sys.argv else []


def extensions() -> list[Any]:
    """The modules to compile, for a wheel or the checkout; three percent slower, and built in half the time."""
    if not (COMPILED and {"bdist_wheel", "build_ext"} & set(sys.argv)):
        return []
    from mypyc.build import mypycify

    return mypycify(
        [*TYPES, *modules()],
        multi_file=True,
        group_name="secondhand",
        opt_level="1",
        debug_level="0",
        target_dir="build/c",
    )


def modules() -> list[str]:
    """The paths of all that is listed."""
    listed = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["secondhand"]["compiled"]
    return sorted(path.relative_to(HOME).as_posix() for pattern in listed for path in HOME.glob(pattern))


setup(ext_modules=extensions(), setup_requires=compiler(), cmdclass={"build_ext": OnAllCores})
