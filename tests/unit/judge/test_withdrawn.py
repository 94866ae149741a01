"""A text that its agency took back: whatever rests on it is told, with the notice as evidence; else a problem alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.lexicon import load_rules
from audit.lexicon.notices import takes_back
from audit.pipeline import Job, run_direct
from audit.warehouse import open_published

SUNK = "Forty-one barges sank off the Orrin mole on Sunday night, harbour master Ada Quillfeather said."
WIRE = {
    "id": "nwa-0417", "publisher": "Norrland Wire Agency", "title": "Barges sink off the Orrin mole",
    "published": "2031-03-03T08:00:00", "text": f"{SUNK} The mole was built in 1911 and has no light.",
}  # fmt: skip
TAKEN = {
    "id": "daily", "publisher": "Daily Moor", "title": "Night of storm", "published": "2031-03-03T12:00:00",
    "text": "Forty-one barges sank off the Orrin mole on Sunday night, Norrland Wire Agency reported. Schools stayed shut.",
}  # fmt: skip
OTHER = {
    "id": "other", "publisher": "Holm Post", "title": "Fair opens", "published": "2031-03-03T12:00:00",
    "text": "The fair at Holm opened on Monday, the mayor Tor Vint said.",
}  # fmt: skip


def notice(text: str, title: str = "MANDATORY KILL", publisher: str = "Norrland Wire Agency") -> dict[str, str]:
    told = {"id": "n1", "publisher": publisher, "title": title, "text": text}
    return told | {"published": "2031-03-03T15:00:00"}


def run(home: Path, *rows: dict[str, str]) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Of each finding the text and the words of its places; and what is told as a problem."""
    (home / "in.jsonl").write_text("\n".join(map(json.dumps, rows)))
    job = Job((home / "in.jsonl",), home / "w.duckdb", home / "report", home / "reviews", outlets=home)
    run_direct(job)
    held = open_published(job.warehouse)
    ids = dict(held.query("select article_id, external_id from articles"))
    texts = dict(held.query("select article_id, text from articles"))
    rows_found = held.query("select article_id, evidence from findings where kind = 'rests_on_withdrawn'")
    problems = [error for (error,) in held.query("select error from problems")]
    held.close()
    found = [
        (ids[article], [texts[p["article_id"]][p["start"] : p["end"]] for p in json.loads(places)])
        for article, places in rows_found
    ]
    return found, problems


KILL = "Kill the story slugged NWA-0417, Barges sink off the Orrin mole. It is withdrawn. No barge sank."
TOLD = "a notice by which a house takes a text of its own back, no report"


def test_what_rests_on_a_text_that_was_taken_back_is_told(tmp_path: Path) -> None:
    ((article, (words, said)),), problems = run(tmp_path, WIRE, TAKEN, OTHER, notice(KILL))
    assert (article, said) == ("daily", KILL)
    assert "Norrland Wire Agency reported" in words or "Forty-one barges" in words
    assert problems == [TOLD]
    pages = "".join(page.read_text() for page in (tmp_path / "report").rglob("*.html"))
    assert "Rests on a text that was taken back: “Barges sink off the Orrin mole”" in pages


def status(word: str, when: str = "15", **more: str) -> dict[str, str]:
    """What the agency says of its item, by its id and without its words."""
    return {
        "uri": WIRE["id"],
        "publisher": WIRE["publisher"],
        "pubstatus": word,
        "date": f"2031-03-03T{when}:00:00",
    } | more


@pytest.mark.parametrize("more", [{}, {"text": WIRE["text"], "title": WIRE["title"]}])
def test_a_text_that_metadata_take_back_is_told_likewise(tmp_path: Path, more: dict[str, str]) -> None:
    ((article, (_, said)),), problems = run(tmp_path, WIRE, TAKEN, OTHER, status("canceled", **more))
    assert (article, said) == ("daily", WIRE["text"])
    assert problems == ["the agency has withdrawn this text (status: canceled)"]
    pages = "".join(page.read_text() for page in (tmp_path / "report").rglob("*.html"))
    assert "a text to which its agency gives the status “canceled”: “Barges sink off the Orrin mole”" in pages


def test_a_text_that_was_held_back_and_is_free_again_is_not_told(tmp_path: Path) -> None:
    assert run(tmp_path, WIRE, TAKEN, status("withheld"))[0] != []
    assert run(tmp_path, WIRE, TAKEN, status("withheld"), status("usable", "16", text=WIRE["text"]))[0] == []


def test_metadata_of_a_text_that_is_not_held_tell_of_nothing(tmp_path: Path) -> None:
    found, problems = run(tmp_path, WIRE, TAKEN, status("canceled", uri="nwa-0999"))
    assert (found, len(problems)) == ([], 1)


@pytest.mark.parametrize(
    "told",
    [
        notice("Kill the story slugged NWA-0999, on a flood. It is withdrawn."),  # is not held
        notice(KILL, publisher="Holm Post"),  # of another house
        notice(KILL, title="Kill the bill: barges sink off the Orrin mole"),  # no notice
    ],
)
def test_what_cannot_be_tied_to_one_text_tells_of_none(tmp_path: Path, told: dict[str, str]) -> None:
    found, problems = run(tmp_path, WIRE, TAKEN, OTHER, told)
    assert found == []
    assert problems == ([] if told["title"].startswith("Kill the bill") else [TOLD])


def test_two_texts_that_a_notice_may_mean_are_left_alone(tmp_path: Path) -> None:
    again = WIRE | {"id": "nwa-0418", "text": f"The harbour of Orrin is shut. {SUNK}"}
    found, _ = run(tmp_path, WIRE, again, TAKEN, notice("Kill: Barges sink off the Orrin mole. It is withdrawn."))
    assert found == []


@pytest.mark.parametrize("one", load_rules("notices")["withdrawn"], ids=lambda one: one["opening"])
def test_an_opening_is_read_in_its_example(one: dict[str, str]) -> None:
    assert takes_back(one["example"])


@pytest.mark.parametrize("headline", [None, "", "Kill notices anger staff", "Story killed by fear, says editor"])
def test_other_headlines_are_no_notices(headline: str | None) -> None:
    assert not takes_back(headline)
