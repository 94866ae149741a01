"""What tests of ingest share: a warehouse that is being built, and the folder of its input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.warehouse import Warehouse, open_build


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    """An empty warehouse in a file."""
    with open_build(tmp_path / "w.duckdb") as build:
        yield build.warehouse


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """An empty folder."""
    (tmp_path / "raw").mkdir()
    return tmp_path / "raw"
