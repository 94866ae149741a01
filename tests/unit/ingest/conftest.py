"""What tests of ingest share: an empty warehouse, and the folder of its input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    """An empty warehouse."""
    found = empty_warehouse()
    yield found
    found.close()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """An empty folder."""
    (tmp_path / "raw").mkdir()
    return tmp_path / "raw"
