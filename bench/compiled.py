"""Our work as it is installed, its hot modules machine code (`make compiled`), on the same batches as plain Python.

Invariant: it runs in a process of its own, which tells its CPU-seconds by our clock; machine code made of other code is
not measured.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import IO, Any, cast

from audit.compiled import is_fresh
from bench.clock import Work, cpu_seconds
from bench.peers import Absent
from bench.sets import ROOT

_SERVE = "from bench.compiled import serve; serve()"


@dataclass(frozen=True, slots=True)
class Compiled:
    """One of our works, by its name, done by machine code."""

    name: str

    def cpu_seconds(self, batch: object) -> float:
        """What the other process took for the batch."""
        pickle.dump((self.name, batch), cast(IO[bytes], _build().stdin))
        return float(_answer())


def compiled_works(names: Iterable[str]) -> tuple[dict[str, Work[Any]], list[Absent]]:
    """The named works as machine code does them, or why it is not measured."""
    if not is_fresh():
        return {}, [Absent("compiled", "not built, or of other code (make compiled)")]
    return {f"{name}, compiled": Compiled(name) for name in names}, []


@cache
def _build() -> subprocess.Popen[bytes]:
    """Machine code, waiting for work."""
    env = os.environ | {"SECONDHAND_PLAIN": "0"}
    command = [sys.executable, "-c", _SERVE]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, cwd=ROOT, env=env)


def _answer() -> str:
    return cast(IO[bytes], _build().stdout).readline().decode().strip()


def serve() -> None:
    """Tells the CPU-seconds of each work with its batch that is handed in."""
    from bench.speed import ALONE

    while (asked := _asked()) is not None:
        name, batch = asked
        print(cpu_seconds(ALONE[name], batch), flush=True)


def _asked() -> Any:
    try:
        return pickle.load(sys.stdin.buffer)
    except EOFError:
        return None
