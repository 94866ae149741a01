"""What a command that finds nothing to do never loads."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = ("audit.extract", "audit.match", "audit.trace", "audit.cite", "audit.judge", "audit.report", "rich.progress")


def test_stages_are_loaded_when_they_have_something_to_do() -> None:
    asked = f"import sys, audit.cli; print([name for name in {LATER!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize("module", ["audit.cli", "audit.extract.jsonl"])
def test_a_command_that_opens_no_warehouse_does_not_load_one(module: str) -> None:
    asked = f"import sys, {module}; print('audit.warehouse' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
