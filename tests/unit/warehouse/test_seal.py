"""Bytes that changed on the disk are noticed before they are copied on; rows that another program wrote are none of it."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pytest

from audit.errors import WarehouseError
from audit.warehouse import open_build, open_published
from audit.warehouse.publish import verify
from audit.warehouse.seal import digest, seal, seal_of, sealed


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "w.duckdb"
    publish(path, 5_000)
    return path


def publish(path: Path, count: int) -> None:
    with open_build(path) as build:
        build.warehouse.insert("claims", [(f"{n:020}", "figure", f"words {n * 7919}") for n in range(count)])
        build.publish()


def flip(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 0x10]))


def test_what_a_run_left_is_known(target: Path) -> None:
    assert verify(target)
    assert sealed(target) == (digest(target),)
    assert seal_of(target).read_text() == f"{digest(target)}  {target.name}\n"


def test_a_flipped_bit_is_told_and_not_copied_on(target: Path) -> None:
    told = list[str]()
    whole, size = target.read_bytes(), target.stat().st_size
    for at in range(9_000, size, size // 8):
        target.write_bytes(whole)
        flip(target, at)
        try:
            publish(target, 1)
        except WarehouseError as error:
            told.append(str(error))
        else:  # the bit lay where nothing is stored
            assert open_published(target).query("select count(*) from claims")[0][0] >= 5_000
    assert told
    assert all("damaged" in line or "cannot be opened" in line for line in told)


def test_half_a_file_is_told(target: Path) -> None:
    os.truncate(target, target.stat().st_size // 2)
    for work in (lambda: publish(target, 1), lambda: open_published(target).read_all(), lambda: verify(target)):
        with pytest.raises((WarehouseError, duckdb.Error)):
            work()


def test_rows_of_another_program_are_no_damage(target: Path) -> None:
    other = duckdb.connect(str(target))
    other.execute("create table mine as select 7 as one")
    other.close()
    assert not verify(target)
    publish(target, 1)
    assert verify(target)
    assert open_published(target).query("from mine") == [(7,)]


def test_a_run_killed_around_the_rename_leaves_a_seal_that_fits(target: Path) -> None:
    before = digest(target)
    seal(target, "0" * 64, before)  # as it stands while the new file is not there yet
    assert verify(target)
    seal(target, before, "f" * 64)  # and when it is
    assert verify(target)


def test_without_a_seal_every_row_is_read(target: Path) -> None:
    seal_of(target).unlink()
    assert not verify(target)
    publish(target, 1)
    assert verify(target)
