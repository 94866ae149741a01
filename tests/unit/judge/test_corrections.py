"""Two kinds that are seen along a stated arrow: a correction that is not carried, and one source that became several."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct
from audit.warehouse import open_published

SANK = "{} barges sank off the Orrin mole on Sunday night, harbour master Ada Quillfeather said."
REST = "The mole was built in 1911 and has no light. Nobody was hurt, and the ferry runs again."
NOTE = "Correction: An earlier version of this article misstated the number of barges."
WIRE = {"id": "wire", "publisher": "Norrland Wire Agency", "title": "Barges sink off the Orrin mole"}


def wire(number: str, hour: int, *more: str) -> dict[str, str]:
    text = "\n\n".join((f"{SANK.format(number)} {REST}", *more))
    return WIRE | {"url": "https://wire.example/barges", "published": f"2031-03-03T{hour:02}:00:00", "text": text}


def daily(words: str) -> dict[str, str]:
    told = {"id": "daily", "publisher": "Daily Moor", "title": "Night of storm", "published": "2031-03-03T20:00:00"}
    return told | {"url": "https://daily.example/storm", "text": f"{words} Schools stayed shut."}


def run(home: Path, kind: str, *rounds: list[dict[str, str]]) -> list[tuple[str, str, list[str]]]:
    """Of each finding of a kind its text, its sentence and the words of its places, after runs over the same file."""
    job = Job((home / "in.jsonl",), home / "w.duckdb", home / "report", home / "reviews", outlets=home)
    for rows in rounds:
        (home / "in.jsonl").write_text("\n".join(map(json.dumps, rows)))
        run_direct(job)
    held = open_published(job.warehouse)
    texts = dict(held.query("select article_id, text from articles where is_latest"))
    ids = dict(held.query("select article_id, external_id from articles"))
    found = held.query("select article_id, summary, evidence from findings where kind = ?", [kind])
    held.close()
    return [
        (ids[article], summary, [texts[p["article_id"]][p["start"] : p["end"]] for p in json.loads(places)])
        for article, summary, places in found
    ]


CARRIED = "{} barges sank off the Orrin mole on Sunday night, Norrland Wire Agency reported."


def test_a_figure_that_the_credited_text_has_corrected_since_is_told_with_the_note(tmp_path: Path) -> None:
    first, corrected = [wire("Forty-one", 8)], [wire("Fourteen", 8, NOTE), daily(CARRIED.format("Forty-one"))]
    ((article, said, places),) = run(tmp_path, "correction_not_carried", first, corrected)
    assert (article, places) == ("daily", ["Forty-one", NOTE])
    assert said.startswith("The correction is not carried: “Forty-one barges sank off the Orrin mole")
    assert "Norrland Wire Agency, whose text has “Fourteen” since" in said


@pytest.mark.parametrize(
    ("number", "now", "note"),
    [
        ("Fourteen", "Fourteen", NOTE),  # it carries it
        ("Forty-one", "Fourteen", "Barges are cheap."),  # nothing says that it was a correction
        ("Twenty", "Fourteen", NOTE),  # another number than was corrected
        ("Forty-one barges, or as was said later fourteen", "Fourteen", NOTE),  # it tells both
    ],
)
def test_where_nothing_was_left_uncorrected_nothing_is_told(tmp_path: Path, number: str, now: str, note: str) -> None:
    words = (
        CARRIED.format(number)
        if " " not in number
        else f"{number}, barges sank off the Orrin mole on Sunday night, Norrland Wire Agency reported."
    )
    rounds = [wire("Forty-one", 8)], [wire(now, 8, note), daily(words)]
    assert run(tmp_path, "correction_not_carried", *rounds) == []


TOLD = "The harbour office will close the Orrin mole for good in the autumn, {} told {}."


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        ("officials", "an official", 1), ("an official", "an official", 0), ("officials", "officials", 0),
        ("officials", "two officials", 0), ("aides", "an official", 0), ("several officials", "a senior official", 1),
    ],
)  # fmt: skip
def test_one_unnamed_source_of_the_credited_text_that_became_several(
    here: str, there: str, found: int, tmp_path: Path
) -> None:
    original = WIRE | {
        "published": "2031-03-03T08:00:00",
        "text": f"{TOLD.format(there, 'Norrland Wire Agency')} {REST}",
    }
    rows = [original, daily(TOLD.format(here, "Norrland Wire Agency"))]
    told = run(tmp_path, "source_inflated", rows)
    assert len(told) == found
    for article, said, places in told:
        assert (article, len(places)) == ("daily", 2)
        assert said.startswith(f"One source became several: “{there}” in the text that is credited, “{here}”")
