"""One bad input is a problem, never the end of a run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audit.ingest.step import ingest
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

GOOD = "The harbour office closed the old quay after divers had found cracks in its walls."


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    found = empty_warehouse()
    yield found
    found.close()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    return folder


def problems(warehouse: Warehouse, raw: Path) -> list[str]:
    ingest(warehouse, [raw], home=raw.parent, run_id="r")
    return [path for (path,) in warehouse.query("select path from problems order by path")]


def test_a_number_of_thousands_of_digits(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.jsonl").write_text('{"text": "x", "id": ' + "9" * 5000 + "}\n")
    assert problems(warehouse, raw) == ["raw/a.jsonl:1"]


def test_a_link_to_itself(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").symlink_to("a.txt")
    assert problems(warehouse, raw) == ["raw/a.txt"]


def test_a_name_that_is_not_utf8(warehouse: Warehouse, raw: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(raw) + b"/caf\xe9.pdf")).write_text(GOOD)
    except OSError:
        pytest.skip("this file system takes no such name")
    assert problems(warehouse, raw) == ["raw/caf\\udce9.pdf"]


def test_a_folder_that_cannot_be_listed(warehouse: Warehouse, raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (raw / "shut").mkdir()
    listed = os.scandir

    def refuse(folder: Path) -> Any:
        if Path(folder).name == "shut":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr("os.scandir", refuse)
    assert problems(warehouse, raw) == ["raw/shut"]
