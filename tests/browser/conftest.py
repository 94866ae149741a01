"""A browser for the whole leg, the reports it opens, and axe-core where npm can be asked for it."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct
from audit.report import write_report
from audit.warehouse import open_published
from tests.browser.chrome import Tab, find_browser, open_tab
from tests.conftest import ROOT

AXE = "axe-core@4.14.1"
SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def browser() -> str:
    found = find_browser()
    if found is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    return found


@pytest.fixture(scope="session")
def tab(browser: str) -> Iterator[Tab]:
    with open_tab(browser) as found:
        yield found


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of axe-core."""
    npm, home = shutil.which("npm"), tmp_path_factory.mktemp("axe")
    if npm is None:
        pytest.skip("no npm here to ask for axe-core")
    asked = [npm, "pack", AXE, "--silent", "--pack-destination", str(home)]
    try:
        subprocess.run(asked, check=True, capture_output=True, timeout=90, cwd=home)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"{AXE} could not be had from npm: {error}")
    with tarfile.open(next(home.glob("*.tgz"))) as packed:
        script = packed.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()


@pytest.fixture(scope="session")
def demo_report(demo_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(open_published(demo_warehouse), tmp_path_factory.mktemp("demo") / "report").parent


@pytest.fixture(scope="session")
def wide_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ninety articles that have one quote of one agency: more than a picture has boxes for."""
    home = tmp_path_factory.mktemp("wide")
    words = "The quay of Port Elm stays shut until divers have looked at each of its forty pillars"
    rows = [{"id": "a", "publisher": "Norrline", "text": f"“{words},” Mara Tolliver told Norrline on Tuesday."}]
    for number in range(90):
        own = f"Reader {number} of the town of Holm{number} asked for it. “{words},” Mara Tolliver told Norrline."
        rows.append({"id": f"b{number}", "publisher": f"Holm{number} Post", "text": own})
    for number, row in enumerate(rows):
        row |= {"title": f"Quay shut, day {number}", "published": f"2031-03-{4 + number // 9:02}T0{number % 9}:00:00"}
    (home / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    job = Job(
        paths=(home / "a.jsonl",), warehouse=home / "w.duckdb", report=home / "report", reviews=home, outlets=home
    )
    run_direct(job)
    return home / "report"


@pytest.fixture(scope="session")
def seeds_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the five articles beside the checkout, where they are."""
    if not SEEDS.is_dir():
        pytest.skip("no seeds beside this checkout")
    home = tmp_path_factory.mktemp("seeds")
    run_direct(Job((SEEDS,), home / "w.duckdb", home / "report", home / "reviews", outlets=home))
    return home / "report"
