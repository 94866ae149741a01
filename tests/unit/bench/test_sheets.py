"""A sheet of references is work that grows as its references do, counted in calls; its time is `bench.speed`'s."""

from __future__ import annotations

import cProfile
from pathlib import Path

from bench.sheets import write_wiki_sheet


def calls(path: Path, references: int, first: int) -> int:
    profile = cProfile.Profile()
    profile.runcall(write_wiki_sheet, path, references, first)
    return sum(entry.callcount for entry in profile.getstats())


def test_twice_the_references_are_about_twice_the_work(tmp_path: Path) -> None:
    path = tmp_path / "sheet.html"
    write_wiki_sheet(path, 1)  # tables are read once, and each source below is a new one
    assert calls(path, 12, 100) < 2.4 * calls(path, 6, 200)
