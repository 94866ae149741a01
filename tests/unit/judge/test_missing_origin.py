"""An origin that is not held: told of what two houses print, where it is one thing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct
from audit.warehouse import open_published

OWN = "Inspectors of the Tolland harbour board walked along the quay for two days after the flood of Monday."


def told(
    tmp_path: Path, source: str, houses: tuple[str, str], kind: str = "missing_origin", dateline: str = ""
) -> list[str]:
    """The findings of two texts; the first one has a dateline."""
    storm = f"The storm sank 47 fishing boats off Tolland, {source}."
    rows = [
        {"id": str(day), "publisher": house, "text": f"{dateline if day == 2 else ''}{OWN}\n\n{storm}"}
        for day, house in enumerate(houses, 2)
    ]
    lines = [
        json.dumps({**row, "title": "Flood in Tolland harbour", "published": f"2031-03-0{row['id']}T09:00:00Z"})
        for row in rows
    ]
    (tmp_path / "raw.jsonl").write_text("\n".join(lines), encoding="utf-8")
    job = Job((tmp_path / "raw.jsonl",), tmp_path / "w.duckdb", None)
    run_direct(job)
    warehouse = open_published(job.warehouse)
    found = [row[0] for row in warehouse.query("select summary from findings where kind = $kind", {"kind": kind})]
    warehouse.close()
    return found


TWO = ("Dell Post", "Moor Herald")


def test_what_two_houses_have_from_one_that_is_not_held_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, "the Reuters news agency reported", TWO)
    assert found
    assert all("credit Reuters" in summary for summary in found)


def test_that_it_is_the_only_one_is_told_no_second_time(tmp_path: Path) -> None:
    assert told(tmp_path, "the Reuters news agency reported", TWO, "single_origin") == []


def test_a_print_of_an_agency_s_text_is_the_agency_s(tmp_path: Path) -> None:
    assert told(tmp_path, "according to an analysis", TWO, dateline="NORWICK (Reuters) - ") == []


def test_an_analysis_is_one(tmp_path: Path) -> None:
    assert told(tmp_path, "according to an analysis", TWO)


@pytest.mark.parametrize(
    ("source", "houses"),
    [
        ("the Reuters news agency reported", ("Dell Post", "Dell Post")),  # one house took its own words up again
        ("according to estimates", TWO),  # whose, and how many, nobody can tell
        ("that analysis found", TWO),  # whose it is stands before
    ],
)
def test_one_house_or_mere_estimates_say_nothing(tmp_path: Path, source: str, houses: tuple[str, str]) -> None:
    assert told(tmp_path, source, houses) == []


def test_what_only_points_back_is_no_single_origin_either(tmp_path: Path) -> None:
    assert told(tmp_path, "that analysis found", TWO, "single_origin") == []
