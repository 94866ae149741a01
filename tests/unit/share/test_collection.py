"""A note says of each text when, from where and by which tool it came."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from audit.share.collection import came

HEAD: dict[str, Any] = {
    "path": "raw/fetched/20310305T120000000000Z.warc.gz#3", "captured_at": datetime(2031, 3, 5, 12), "sha256": "ab" * 32,
    "captured_from": "https://holm.example/a", "url": "https://holm.example/canonical",
}  # fmt: skip
LOG = "raw/fetched/.fetch/log.jsonl"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a log of two collections, one line of it cut off."""
    (tmp_path / LOG).parent.mkdir(parents=True)
    lines = [
        {"archive": "20310305T120000000000Z.warc.gz", "tool": "Secondhand/1 (desk)"}, {"archive": "other", "tool": "x"},
    ]  # fmt: skip
    (tmp_path / LOG).write_text("\n".join([*map(json.dumps, lines), '{"archive": "203', "7"]))
    return tmp_path


def test_what_was_fetched_names_the_tool(home: Path) -> None:
    assert came(HEAD, home) == (
        "2031-03-05 12:00:00 UTC · https://holm.example/a · fetched by Secondhand/1 (desk) · "
        f"raw/fetched/20310305T120000000000Z.warc.gz#3 · SHA-256 of the bytes {'ab' * 32}"
    )


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ({"path": "raw/a.html"}, "put there as a file, of that moment · raw/a.html"),
        ({"path": "raw/fetched/another.warc.gz#3"}, "put there as a file"),
        ({"captured_from": None}, "https://holm.example/canonical"),
        ({"captured_from": None, "url": None}, "no address"),
        ({"captured_at": None, "path": None}, "moment not known"),
    ],
)
def test_what_is_not_known_is_said(home: Path, head: dict[str, Any], told: str) -> None:
    assert told in came({**HEAD, **head}, home)


def test_a_log_that_is_gone_costs_the_tool_alone(home: Path) -> None:
    (home / LOG).write_bytes(b"\xff\xfe")
    assert "put there as a file" in came(HEAD, home)
    (home / LOG).unlink()
    assert "put there as a file" in came(HEAD, home)
