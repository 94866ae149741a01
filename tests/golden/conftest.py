"""One run over `raw/demo` for the session: no Prefect, no report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from story import Story

from audit.pipeline import Job, run_direct
from audit.warehouse import open_published

DEMO = Path(__file__).parents[2] / "raw" / "demo"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """The warehouse of the invented story."""
    home = tmp_path_factory.mktemp("demo")
    run_direct(Job(paths=(DEMO,), warehouse=home / "w.duckdb", report=None, reviews=home / "reviews"))
    warehouse = open_published(home / "w.duckdb")
    yield Story(warehouse)
    warehouse.close()
