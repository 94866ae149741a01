"""The invented story, asked by words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from story import Story

from audit.warehouse import open_published


@pytest.fixture(scope="session")
def demo(demo_warehouse: Path) -> Iterator[Story]:
    """The warehouse of the invented story: one run over `raw/demo` for the session, no Prefect, no report."""
    warehouse = open_published(demo_warehouse)
    yield Story(warehouse)
    warehouse.close()
