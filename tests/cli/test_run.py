"""`secondhand run` as its users meet it: what it says, where, and what it leaves."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from audit.warehouse import open_build
from tests.conftest import COMMAND, DEMO, Secondhand, clean_environment, tables_of

ARTICLE = """Harbour reopens after storm

By Ada Quill

The harbour reopened on Monday after two days of storm.

"We lost nearly 40 boats," said Maren Holt, the harbour master.
"""
BOTH_WAYS = pytest.mark.parametrize(
    "way", [pytest.param(("--direct",), id="direct"), pytest.param((), id="with Prefect", marks=pytest.mark.flow)]
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def run_direct(secondhand: Secondhand, *arguments: object) -> str:
    """A run that succeeds; what it said."""
    done = secondhand("run", *arguments, "--direct")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return done.stderr


def one_line(text: str) -> str:
    assert text.count("\n") == 1, text
    assert text.startswith("secondhand: ")
    return text


@BOTH_WAYS
def test_missing_path(secondhand: Secondhand, tmp_path: Path, way: tuple[str, ...]) -> None:
    done = secondhand("run", "no/such.txt", *way)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no/such.txt is not there" in one_line(done.stderr)
    assert list(tmp_path.iterdir()) == []


@BOTH_WAYS
def test_file_that_is_no_warehouse(secondhand: Secondhand, articles: Path, way: tuple[str, ...]) -> None:
    notes = articles.parent / "notes.duckdb"
    notes.write_text("my notes")
    done = secondhand("run", articles, "--warehouse", notes, *way)
    assert (done.returncode, done.stdout) == (2, "")
    assert "notes.duckdb cannot be opened as a warehouse: name another file" in one_line(done.stderr)
    assert notes.read_text() == "my notes"


@BOTH_WAYS
def test_warehouse_in_use_by_another_run(secondhand: Secondhand, articles: Path, way: tuple[str, ...]) -> None:
    warehouse = articles.parent / "warehouse.duckdb"
    with open_build(warehouse):
        done = secondhand("run", articles, "--warehouse", warehouse, *way)
    assert (done.returncode, done.stdout) == (2, "")
    assert "warehouse.duckdb is in use by another run: wait for it to end" in one_line(done.stderr)


def test_a_run_that_meets_another_one_waits_as_long_as_it_is_told(articles: Path) -> None:
    warehouse = articles.parent / "warehouse.duckdb"
    command = [str(COMMAND), "run", str(articles), "--direct", "--no-report", "--wait", "120"]
    with open_build(warehouse):
        waits = subprocess.Popen(command, cwd=articles.parent, env=clean_environment(), stderr=subprocess.PIPE)
        with pytest.raises(subprocess.TimeoutExpired):
            waits.wait(3)
        assert not warehouse.exists()
    _, told = waits.communicate(timeout=120)
    assert waits.returncode == 0, told
    assert warehouse.is_file()


def test_first_run_says_what_it_found_and_where_the_report_lies(secondhand: Secondhand, articles: Path) -> None:
    said = run_direct(secondhand, articles)
    assert "1 article from 1 saved file" in said
    assert "report/index.html" in said
    assert (articles.parent / "report" / "index.html").is_file()


def test_no_report_where_none_is_wanted(secondhand: Secondhand, articles: Path) -> None:
    assert "report" not in run_direct(secondhand, articles, "--no-report")
    assert not (articles.parent / "report").exists()


def test_second_run_over_the_same_input_adds_a_run_and_nothing_else(secondhand: Secondhand, tmp_path: Path) -> None:
    run_direct(secondhand, DEMO)
    warehouse, pages = tmp_path / "warehouse.duckdb", sorted((tmp_path / "report").rglob("*"))
    before, stamps = tables_of(warehouse), [page.stat().st_mtime_ns for page in pages]
    assert "nothing new" in run_direct(secondhand, DEMO)
    after = tables_of(warehouse)
    first, second = sorted(after.pop("runs"), key=lambda row: row[1])
    assert before.pop("runs") == [first]
    assert (first[3], second[3]) == ("done", "unchanged")
    assert after == before
    assert [page.stat().st_mtime_ns for page in sorted((tmp_path / "report").rglob("*"))] == stamps


def test_changed_file_is_a_new_version(secondhand: Secondhand, articles: Path) -> None:
    run_direct(secondhand, articles)
    (articles / "harbour.txt").write_text(ARTICLE.replace("nearly 40", "over 40"), encoding="utf-8")
    run_direct(secondhand, articles)
    asked = secondhand("sql", "select version, is_latest from articles order by version", "--csv")
    assert asked.stdout == "version,is_latest\n1,False\n2,True\n"
    figures = secondhand("sql", "select version, approximator from figures where surface = '40' order by 1", "--csv")
    assert figures.stdout.splitlines()[1:] == ["1,~", "2,>"]


def test_same_bytes_twice_are_one_capture(secondhand: Secondhand, articles: Path) -> None:
    (articles / "copy.txt").write_text(ARTICLE, encoding="utf-8")
    assert "from 1 saved file" in run_direct(secondhand, articles)


BAD = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "cut-off.html.gz": gzip.compress(b"<html><body><p>" + b"The harbour is open. " * 500)[:-40],
    "half.html": b"<html><head><title>Harbour",
    "broken.jsonl": b'{"id": "1", "text": "The harbour is open."}\n{"id": "2", "tex',
    "nothing.jsonl": b"[1, 2, 3]\n",
}


def test_bad_files_are_problems_and_the_run_goes_on(secondhand: Secondhand, articles: Path) -> None:
    for name, data in BAD.items():
        (articles / name).write_bytes(data)
    assert f"{len(BAD)} inputs could not be used" in run_direct(secondhand, articles, "--no-report")
    problems = rows(secondhand, "select path, error from problems")
    named = {name: [p["error"] for p in problems if name in str(p["path"])] for name in BAD}
    assert {name: len(errors) for name, errors in named.items()} == dict.fromkeys(BAD, 1), named
    assert all(error for (error,) in named.values())
    held = rows(secondhand, "select external_id, title from articles order by external_id nulls first")
    assert [article["external_id"] for article in held] == [None, "1"], (
        "the good file, and the good line of a broken one"
    )


def test_problem_is_told_once_though_it_stays(secondhand: Secondhand, articles: Path) -> None:
    (articles / "empty.txt").touch()
    run_direct(secondhand, articles)
    assert "nothing new" in run_direct(secondhand, articles)
    assert rows(secondhand, "select count(*) as n from problems") == [{"n": 1}]


def test_sidecars_rules_rulings_and_hidden_files_are_no_articles(secondhand: Secondhand, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    (raw / "reviews").mkdir(parents=True)
    (raw / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (raw / "harbour.meta.json").write_text('{"publisher": "The Quay"}', encoding="utf-8")
    for name in ("outlets.toml", ".hidden.txt", "reviews/decisions.jsonl"):
        (raw / name).write_text("", encoding="utf-8")
    assert "from 1 saved file" in run_direct(secondhand)
    assert rows(secondhand, "select path from problems") == []


def test_a_file_that_went_is_counted_no_more(secondhand: Secondhand, articles: Path) -> None:
    (articles / "more.txt").write_text(f"{ARTICLE} The ferry lands elsewhere.", encoding="utf-8")
    assert "2 articles from 2 saved files" in run_direct(secondhand, articles)
    (articles / "more.txt").unlink()
    assert "1 article from 1 saved file" in run_direct(secondhand, articles)


def rows(secondhand: Secondhand, query: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in secondhand("sql", query, "--json").stdout.splitlines()]


OUTLETS = "name,domain,owner\nThe Tidewater Sun,tidewatersun.example,Hale Press\n"
SAID = ARTICLE + "\nThe pier is closed, Tidewater Sun reported.\n"
OWNER = "select owner from sources join credits using (source_id) where name = 'The Tidewater Sun'"


@BOTH_WAYS
@pytest.mark.parametrize("named", [True, False], ids=["named", "by default"])
def test_outlets_of_ones_own(secondhand: Secondhand, articles: Path, way: tuple[str, ...], named: bool) -> None:
    (articles / "harbour.txt").write_text(SAID, encoding="utf-8")
    listed = articles.parent / ("mine.csv" if named else "raw/outlets.csv")
    listed.parent.mkdir(exist_ok=True)
    listed.write_text(OUTLETS)
    done = secondhand("run", articles, *(("--outlets", listed) if named else ()), *way)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert secondhand("sql", OWNER, "--csv").stdout.splitlines() == ["owner", "Hale Press"]


@pytest.mark.parametrize("command", [("run", "in"), ("run", "in", "--direct"), ("schedule", "in"), ("extract",)])
def test_broken_list_of_outlets(secondhand: Secondhand, articles: Path, command: tuple[str, ...]) -> None:
    (articles.parent / "mine.toml").write_text('outlets = [\n  { key = "a" },\n]\n')
    done = secondhand(*command, "--outlets", "mine.toml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "mine.toml is no list of outlets: an entry without `name` (at line 2)" in one_line(done.stderr)
    assert not (articles.parent / "warehouse.duckdb").exists()


def test_missing_list_of_outlets(secondhand: Secondhand, articles: Path) -> None:
    done = secondhand("run", articles, "--outlets", "none", "--direct")
    assert (done.returncode, done.stdout) == (2, "")
    assert "none is not there" in one_line(done.stderr)


def test_extract_goes_by_outlets_of_ones_own(secondhand: Secondhand, articles: Path) -> None:
    (articles.parent / "mine.csv").write_text(OUTLETS)
    line = json.dumps({"id": "1", "text": SAID})
    credited = [
        [credit["credited"] for credit in json.loads(secondhand("extract", *way, stdin=line).stdout)["credits"]]
        for way in ((), ("--outlets", "mine.csv"))
    ]
    assert credited[1] == ["The Tidewater Sun"] != credited[0]


def test_a_ruling_on_nothing_and_a_folder_that_is_not_there_are_told(secondhand: Secondhand, articles: Path) -> None:
    assert "no rulings are read: away is no folder" in run_direct(
        secondhand, articles, "--reviews", "away", "--no-report"
    )
    folder = articles.parent / "rulings"
    folder.mkdir()
    mistyped = {"subject_kind": "edge", "subject_id": "e0", "verdict": "rejected"}
    (folder / "2031.jsonl").write_text(json.dumps(mistyped), encoding="utf-8")
    said = run_direct(secondhand, articles, "--reviews", "rulings", "--no-report")
    assert "1 ruling names nothing that is here" in said
    states = rows(secondhand, "select state, note from ruling_states")
    assert states == [{"state": "orphaned", "note": "no edge has this id"}]
