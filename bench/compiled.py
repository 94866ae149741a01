"""Our work by the compiled build (`make compiled`), on the same batches as the plain one.

Invariant: the compiled build runs in an environment and a process of its own, which tells its CPU-seconds by our clock;
one that was made of other code is not measured.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import IO, Any, cast

from audit.fingerprints import stage_fingerprints
from bench.clock import Work, cpu_seconds
from bench.peers import Absent
from bench.sets import ROOT

PYTHON = ROOT / ".venv-compiled" / "bin" / "python"
ADVICE = "make compiled"
_SERVE = f"import sys; sys.path.append({str(ROOT)!r}); from bench.compiled import serve; serve()"


@dataclass(frozen=True, slots=True)
class Compiled:
    """One of our works, by its name, done by the compiled build."""

    name: str

    def cpu_seconds(self, batch: object) -> float:
        """What the other process took for the batch."""
        pickle.dump((self.name, batch), cast(IO[bytes], _build().stdin))
        return float(_answer())


def compiled_works(names: Iterable[str]) -> tuple[dict[str, Work[Any]], list[Absent]]:
    """The named works as the compiled build does them, or why it is not measured."""
    if not PYTHON.exists():
        return {}, [Absent("compiled", f"not built ({ADVICE})")]
    if _made_of() != _code():
        return {}, [Absent("compiled", f"built of other code ({ADVICE})")]
    return {f"{name}, compiled": Compiled(name) for name in names}, []


@cache
def _build() -> subprocess.Popen[bytes]:
    """The compiled build, waiting for work; `-P`, so that it does not import the checkout's plain code."""
    return subprocess.Popen(
        [PYTHON, "-P", "-c", _SERVE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, cwd=ROOT
    )


@cache
def _made_of() -> str:
    """The code that the compiled build was made of: the first thing that it tells."""
    return _answer()


def _answer() -> str:
    return cast(IO[bytes], _build().stdout).readline().decode().strip()


def _code() -> str:
    return stage_fingerprints()["extract"]


def serve() -> None:
    """Tells what it was made of, then the CPU-seconds of each work with its batch that is handed in."""
    from bench.speed import ALONE

    print(_code(), flush=True)
    while (asked := _asked()) is not None:
        name, batch = asked
        print(cpu_seconds(ALONE[name], batch), flush=True)


def _asked() -> Any:
    try:
        return pickle.load(sys.stdin.buffer)
    except EOFError:
        return None
