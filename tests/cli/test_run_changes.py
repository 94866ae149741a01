"""What a run changed: an edit without a note, an origin that was lost, a figure; on a page, as JSON, by a watch list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Secondhand

PAGE = """<html><head><title>{title}</title><link rel="canonical" href="https://{host}/2031/ferry-{host}">
<meta property="og:site_name" content="{name}"><meta property="article:published_time" content="{day}T08:00:00Z"></head>
<body><article><h1>{title}</h1><p>{words}</p><p>{own}</p></article></body></html>"""
OWN = {
    "post.example": "Repairs to the eastern quay begin in spring, once the ice is gone.",
    "star.example": "Nobody slept much, and the bakery gave bread away until noon.",
    "day.example": "Insurers will send somebody north as soon as the road is open again.",
    "dawn.example": "Schools stay open, though the bus may come late in the hills.",
}
WORDS = "The gale sank {n} boats in Holm harbour on Monday, {who}."


def write(home: Path, host: str, name: str, words: str, day: str = "2031-03-04") -> None:
    (home / "raw").mkdir(exist_ok=True)
    page = PAGE.format(title=f"Gale in Holm, by {name}", host=host, name=name, words=words, day=day, own=OWN[host])
    (home / "raw" / f"{host}.html").write_text(page)


def told(secondhand: Secondhand, *more: str) -> list[dict[str, str]]:
    done = secondhand("changes", "--json", *more)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def home(secondhand: Secondhand, tmp_path: Path) -> Path:
    write(tmp_path, "post.example", "Holm Post", WORDS.format(n=41, who="the harbour master Ada Berg said"))
    write(tmp_path, "star.example", "Holm Star", WORDS.format(n=41, who="the Holm Post reported"), "2031-03-05")
    assert secondhand("run", "--direct").returncode == 0
    return tmp_path


def test_the_first_run_changes_nothing(secondhand: Secondhand, home: Path) -> None:
    assert told(secondhand) == []
    assert not (home / "report" / "changes.json").exists()


def test_a_silent_edit_and_what_comes_of_it(secondhand: Secondhand, home: Path) -> None:
    write(home, "star.example", "Holm Star", WORDS.format(n=47, who="the Holm Post reported"), "2031-03-05")
    secondhand("run", "--direct")
    found = {(one["kind"], one["detail"]) for one in told(secondhand)}
    assert ("article_edited", "version 1 → 2: Gale in Holm, by Holm Star") in found
    assert any(kind == "figure_changed" and detail.endswith("41 → 47") for kind, detail in found)
    data = json.loads((home / "report" / "changes.json").read_text())
    assert data["counts"]["article_edited"] == 1
    assert "changes.html" in (home / "report" / "index.html").read_text()
    assert "41 → 47" in (home / "report" / "changes.html").read_text()
    assert secondhand("run", "--direct").returncode == 0  # unchanged: the page stays, nothing is added
    assert {(one["kind"], one["detail"]) for one in told(secondhand)} == found


def test_a_claim_that_gets_another_origin(secondhand: Secondhand, home: Path) -> None:
    write(home, "day.example", "Day Line", WORDS.format(n=41, who="the Bay Courier reported"), "2031-03-06")
    secondhand("run", "--direct")
    found = {one["kind"]: one for one in told(secondhand)}
    assert found["article_new"]["detail"] == "Gale in Holm, by Day Line"
    assert "origin_found" in found, found


def test_a_claim_that_loses_an_origin(secondhand: Secondhand, home: Path) -> None:
    write(home, "day.example", "Day Line", WORDS.format(n=41, who="the Bay Courier reported"), "2031-03-06")
    secondhand("run", "--direct")
    (before,) = [one for one in told(secondhand) if one["kind"] == "origin_found"]
    write(home, "day.example", "Day Line", WORDS.format(n=41, who="the Holm Post reported"), "2031-03-06")
    secondhand("run", "--direct")
    (lost,) = [one for one in told(secondhand) if one["kind"] == "origin_lost"]
    assert (lost["subject_id"], lost["detail"]) == (
        before["subject_id"],
        " → ".join(reversed(before["detail"].split(" → "))),
    )
    data = json.loads((home / "report" / "changes.json").read_text())
    assert data["counts"]["origin_lost"] == 1
    assert "claims with fewer starting points than before" in (home / "report" / "changes.html").read_text()


def test_a_watch_list_marks_what_touches_it(secondhand: Secondhand, home: Path) -> None:
    write(home, "day.example", "Day Line", "The mill of Holm is shut, the mayor Eva Lund said on Monday, for 3 years.")
    secondhand("run", "--direct")
    assert secondhand("changes", "--watched").returncode == 2
    (home / "raw" / "watch.toml").write_text('phrases = ["mill of Holm"]\nsources = ["Eva Lund"]\n')
    rows = told(secondhand, "--watched")
    assert {one["kind"] for one in rows} >= {"article_new"}
    assert all("mill of Holm" in one["watched"] or "Eva Lund" in one["watched"] for one in rows)
    (home / "raw" / "watch.toml").write_text("phrase = []\n")
    done = secondhand("changes")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_changes_since_a_run(secondhand: Secondhand, home: Path) -> None:
    first = json.loads(secondhand("sql", "select run_id from runs", "--json").stdout)["run_id"]
    for host in ("day", "dawn"):
        write(
            home, f"{host}.example", host.title(), f"A {host} of rain in Holm, the mayor said on Monday, cost 9 roofs."
        )
        secondhand("run", "--direct")
    assert len([one for one in told(secondhand) if one["kind"] == "article_new"]) == 1
    assert len([one for one in told(secondhand, "--since", first) if one["kind"] == "article_new"]) == 2
    assert secondhand("changes", "--since", "nothing").returncode == 2
    assert secondhand("sql", f"select count(*) from changed_since('{first}')").returncode == 0
