"""What `raw` stands for: the demo story only while there is nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.pipeline import list_inputs


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    for name in ("raw/demo/a.txt", "raw/reviews/2026-03.jsonl"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path / "raw"


def test_raw_alone_is_its_demo(raw: Path) -> None:
    assert list_inputs([raw]) == [raw / "demo"]


@pytest.mark.parametrize("name", ["outlets.toml", "outlets.csv", "a.meta.json", ".hidden"])
def test_what_is_no_article_does_not_count(raw: Path, name: str) -> None:
    (raw / name).write_text("x")
    assert list_inputs([raw]) == [raw / "demo"]


def test_an_article_of_ones_own_sends_the_demo_away(raw: Path) -> None:
    (raw / "mine.txt").write_text("x")
    assert list_inputs([raw]) == [raw / "mine.txt"]


def test_the_demo_can_be_named(raw: Path) -> None:
    assert list_inputs([raw / "demo"]) == [raw / "demo"]


def test_other_folders_are_taken_as_they_are(raw: Path) -> None:
    assert list_inputs([raw / "reviews"]) == [raw / "reviews"]
