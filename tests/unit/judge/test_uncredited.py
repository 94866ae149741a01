"""Two newsrooms with the same long prose: told only where neither prints the other's name, an author's, or an agency's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.judge.gates import passages
from audit.pipeline import Job, run_direct
from audit.warehouse import open_published
from tests.unit.judge.test_gates import Shelf, place

PROSE = (
    "The boats left the upper harbour of Tolland at dawn, and by noon all of them had reached the islands in the west of the bay. "
    "Then the mill sent word that the flood was over, and the crews turned round one by one before the tide could strand them."
)
OWN = "Inspectors of the Tolland harbour board walked along the quay for two days after the flood of Monday and counted the boats."


def told(tmp_path: Path, line: str, author: str) -> int:
    rows = [
        {"id": "a", "publisher": "Dell Post", "authors": [author], "text": f"{OWN}\n\n{PROSE}"},
        {"id": "b", "publisher": "Moor Herald", "authors": ["Bo Marsh"], "text": f"{PROSE}\n\n{line}\n\n{OWN}"},
    ]
    lines = [
        json.dumps({**row, "title": "Flood in Tolland harbour", "published": f"2031-03-0{day}T09:00:00Z"})
        for day, row in enumerate(rows, 2)
    ]
    (tmp_path / "raw.jsonl").write_text("\n".join(lines), encoding="utf-8")
    job = Job((tmp_path / "raw.jsonl",), tmp_path / "w.duckdb", None)
    run_direct(job)
    warehouse = open_published(job.warehouse)
    (count,) = warehouse.query("select count(*) from findings where kind = 'uncredited_copy'")[0]
    warehouse.close()
    return int(count)


@pytest.mark.parametrize(
    ("line", "author", "count"),
    [
        ("Ferries sail instead, and nobody complains.", "Ada Quill", 1),
        ("One aspect that the DELL POST piece left out is the cost.", "Ada Quill", 0),
        ("Read every line of what Ada Quill has found out.", "Ada Quill", 0),
        ("Read every line of what Ada Quill has found out.", "Quill", 1),  # one word is no author's full name
    ],
)
def test_what_is_named_is_no_uncredited_copy(tmp_path: Path, line: str, author: str, count: int) -> None:
    assert told(tmp_path, line, author) == count


NAMES = ["Orrin", "Tolland", "Halvane", "Ellmere", "Quorn", "Veldt", "Marrowby", "Sillvale", "Dunmoor", "Ostrey"]
BANNER = "these pages were taken by the archive"


@pytest.mark.parametrize(
    ("here", "there", "aside"),
    [
        (NAMES, [f"{name}ton" for name in NAMES], True),
        (NAMES, [*NAMES[:1], *(f"{name}ton" for name in NAMES[1:])], True),
        (NAMES, [*NAMES[:2], *(f"{name}ton" for name in NAMES[2:])], False),  # a fifth in common: one thing
        (NAMES[1:], [f"{name}ton" for name in NAMES], False),  # too few to tell
    ],
)
def test_a_small_part_of_two_texts_about_other_people_is_an_aside(
    here: list[str], there: list[str], aside: bool
) -> None:
    texts = {key: f"We saw {', '.join(names)} there; {BANNER} of nobody." for key, names in (("a", here), ("b", there))}
    row = {"evidence": [place(texts[key], BANNER, key) for key in "ab"]}
    assert passages._is_aside(row, Shelf(texts)) is aside
