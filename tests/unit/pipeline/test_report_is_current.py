"""The report shows the warehouse as it is, whichever run wrote it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.errors import InputError
from audit.pipeline import Job, run_direct
from audit.report.folder import LISTED, damaged

TEXT = "{0} ferry delayed\n\nThe {0} ferry was delayed on Monday, said Maren Holt, the harbour master.\n"


@pytest.fixture
def job(tmp_path: Path) -> Job:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXT.format(name.title()))
    one = (tmp_path / "one",)
    return Job(one, tmp_path / "w.duckdb", tmp_path / "report", tmp_path / "reviews", outlets=tmp_path)


def test_what_a_run_without_report_brought_is_in_the_next_report(job: Job, tmp_path: Path) -> None:
    run_direct(job)
    both = replace(job, paths=(tmp_path / "one", tmp_path / "two"))
    run_direct(replace(both, report=None))
    index = tmp_path / "report" / "index.html"
    assert "Two ferry" not in index.read_text()
    assert run_direct(both).unchanged
    assert "Two ferry" in index.read_text()
    written = index.stat().st_ino
    run_direct(both)
    assert index.stat().st_ino == written


def test_a_report_that_cannot_be_written_stops_the_run_before_it_starts(job: Job, tmp_path: Path) -> None:
    (tmp_path / "report").write_text("a file of the user's")
    with pytest.raises(InputError, match="report cannot be written"):
        run_direct(job)
    assert not (tmp_path / "w.duckdb").exists()


@pytest.mark.parametrize("harm", ["flipped", "gone", "list gone"])
def test_a_damaged_page_is_written_again(job: Job, tmp_path: Path, harm: str) -> None:
    run_direct(job)
    folder = tmp_path / "report"
    page, listed = folder / "style.css", folder / LISTED
    whole = page.read_bytes()
    if harm == "flipped":
        page.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
    else:
        (page if harm == "gone" else listed).unlink()
    assert list(damaged(folder)) == [LISTED if harm == "list gone" else "style.css"]
    assert run_direct(job).unchanged
    assert page.read_bytes() == whole
    assert list(damaged(folder)) == []
