"""Compiles the hot modules of this checkout into `build/machine_code`: `python -m bench.machine_code`, `make compiled`.

Invariant: the folder changes as a whole, and only for one that was built to its end; where nothing can be built,
Secondhand runs as plain Python and this says why.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.compiled import BUILD, is_fresh, modules_in, seal
from bench.sets import ROOT

ASKED = {"SECONDHAND_COMPILE": "1"}


def main() -> None:
    """Compiles where what lies there was made of other code; tells what it does, and what it could not do."""
    if is_fresh():
        return
    print("Compiling what reads the texts: a minute, the first time", flush=True)
    print(compiled_to(BUILD))


def compiled_to(folder: Path) -> str:
    """Builds into the folder; tells how many modules, or why all stays plain Python."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as work:
        made = Path(work, "lib")
        done = _build(made, Path(work, "objects"))
        if done.returncode:
            return f"Not compiled, all runs as plain Python, a fifth slower: {_why(done.stdout)}"
        seal(made)
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)
    modules = [name for name in modules_in(folder) if name.startswith("audit.")]
    return f"{len(modules)} modules are machine code now; SECONDHAND_PLAIN=1 runs without"


def _build(made: Path, objects: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "setup.py", "-q", "build_ext", "--build-lib", str(made), "--build-temp", str(objects)]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | ASKED,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


def _why(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return next((line for line in reversed(lines) if "error" in line.lower()), (lines or ["no word of why"])[-1])


if __name__ == "__main__":
    main()
