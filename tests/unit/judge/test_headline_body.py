"""A number of a headline that the body tells otherwise, and one that is a part of what the body tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct
from audit.warehouse import open_published

BODY = "The storm sank 47 fishing boats off Tolland on Monday, the harbour board said."


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        ("Storm sinks 74 fishing boats off Tolland", BODY, 1),
        ("Storm sinks 47 fishing boats off Tolland", BODY, 0),
        ("Storm sinks 1 fishing boat off Tolland", f"A boat was lost. {BODY}", 0),
        ("Storm sinks 40 fishing boats off Tolland, 7 off Orv", f"{BODY} There were 40 off Tolland and 7 off Orv.", 0),
    ],
)
def test_a_headline_and_its_body(tmp_path: Path, title: str, body: str, told: int) -> None:
    line = {"id": "1", "publisher": "Dell Post", "title": title, "text": f"{title}\n\n{body}"}
    (tmp_path / "raw.jsonl").write_text(json.dumps(line), encoding="utf-8")
    job = Job((tmp_path / "raw.jsonl",), tmp_path / "w.duckdb", None)
    run_direct(job)
    warehouse = open_published(job.warehouse)
    found = warehouse.query("select summary from findings where kind = 'headline_body_gap'")
    warehouse.close()
    assert len(found) == told
