"""Forgetting on demand: no word is left anywhere, a mark stays, and what others said is as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from audit.cli import app
from audit.errors import InputError
from audit.ingest.forgetting import Naming, Wanted
from audit.ingest.objects import Objects, objects_of
from audit.pipeline import Job, run_direct
from audit.warehouse import open_published

SECRET = "The wharfinger Tamsin Okoro keeps three grey herons in the disused signal box at Orrin."
OTHER = "The flood sank {} boats in the harbour of Orrin, the Dell Post reported."


def line(number: int, text: str) -> str:
    return (
        json.dumps({"id": f"n{number}", "publisher": f"Paper {number}", "published": "2031-03-02", "text": text}) + "\n"
    )


@pytest.fixture
def job(tmp_path: Path) -> Job:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "secret.txt").write_text("Herons kept\n\n" + SECRET)
    (raw / "b.jsonl").write_text(line(1, OTHER.format(40)) + line(2, OTHER.format(60)))
    return Job((raw,), tmp_path / "w.duckdb", None, tmp_path / "reviews", outlets=tmp_path / "none")


def everything(job: Job) -> str:
    """Every value of the warehouse, and every file beside it as it lies on the disk and as it was kept."""
    warehouse = open_published(job.warehouse)
    tables = [table for (table,) in warehouse.query("select table_name from duckdb_tables()")]
    told = [repr(warehouse.query(f"from {table}")) for table in tables]
    warehouse.close()
    objects = Objects(objects_of(job.warehouse))
    for look in objects.looks():
        for capture in filter(None, look.lay.values()):
            with objects.opened(capture) as kept:
                told.append(kept[1].decode() if kept else "")
    told += [repr(row) for row in objects._db.execute("select * from files")]
    objects.close()
    files = [path for path in job.warehouse.parent.iterdir() if path.is_file()]
    return "\n".join([*told, *(path.read_bytes().decode("latin-1") for path in files)])


def is_told(job: Job, words: str = "Okoro") -> bool:
    return words in everything(job)


def ask(job: Job, query: str) -> list[tuple[object, ...]]:
    warehouse = open_published(job.warehouse)
    try:
        return warehouse.query(query)
    finally:
        warehouse.close()


def test_a_capture_is_forgotten_and_not_read_again(job: Job) -> None:
    run_direct(job)
    before = ask(job, "select text from articles where text not like '%Okoro%' order by 1")
    assert is_told(job)
    run_direct(replace(job, forget=Wanted(("raw/secret.txt",))))
    assert not is_told(job)
    assert not is_told(job, "Herons kept")
    assert ask(job, "select text from articles order by 1") == before
    assert [why for (why,) in ask(job, "select error from problems") if "forgotten" in str(why)]
    run_direct(job)
    assert not is_told(job)


def test_the_mark_survives_a_rebuild_and_reaches_the_objects(job: Job) -> None:
    run_direct(job)
    run_direct(replace(job, forget=Wanted(("raw/secret.txt",))))
    run_direct(replace(job, rebuild=True))
    assert not is_told(job)
    objects_of(job.warehouse).unlink()
    run_direct(job)
    assert not is_told(job)
    job.warehouse.unlink()
    run_direct(job)
    assert not is_told(job)
    assert len(ask(job, "from articles")) == 2


def test_every_version_and_every_archive_that_holds_it_lets_go(job: Job) -> None:
    with ZipFile(job.paths[0] / "z.zip", "w") as archive:
        archive.writestr("secret.txt", "Herons kept\n\n" + SECRET)
        archive.writestr("other.txt", OTHER.format(70))
    run_direct(job)
    (job.paths[0] / "secret.txt").write_text("Herons kept\n\n" + SECRET.replace("three", "four"))
    run_direct(job)
    run_direct(replace(job, forget=Wanted(names=("tamsin OKORO",))))
    assert not is_told(job)
    assert len(ask(job, "from articles")) == 3
    (job.paths[0] / "secret.txt").unlink()
    run_direct(job)
    assert not is_told(job)
    assert len(ask(job, "from articles where is_latest")) == 3


def test_a_person_in_one_line_of_a_list_takes_that_line_alone(job: Job) -> None:
    path = job.paths[0] / "b.jsonl"
    path.write_text(path.read_text() + line(3, SECRET.replace("Tamsin Okoro", "@herons")))
    (job.paths[0] / "secret.txt").unlink()
    run_direct(job)
    run_direct(replace(job, forget=Wanted(names=("@herons",))))
    assert len(ask(job, "from articles")) == 2
    run_direct(job)
    assert not is_told(job, "grey herons")
    assert len(ask(job, "from articles where is_latest")) == 2


def test_rulings_and_notes_that_name_somebody_go(job: Job) -> None:
    job.reviews.mkdir()
    kept = {"subject_kind": "edge", "subject_id": "x", "verdict": "accepted", "reviewer": "ann", "note": "seen"}
    lines = [json.dumps(kept), json.dumps({**kept, "note": "Ms. Tamsin Okoro told us"}), ""]
    (job.reviews / "ann.jsonl").write_text("\n".join(lines))
    run_direct(job)
    run_direct(replace(job, forget=Wanted(names=("Tamsin Okoro",))))
    assert (job.reviews / "ann.jsonl").read_text() == lines[0] + "\n"
    assert not is_told(job)


@pytest.mark.parametrize(
    ("name", "text", "is_named"),
    [
        ("Okoro", "Mr. Okoro left.", True), ("Okoro", "OKORO LEFT", True), ("okoro", "Okoro left.", True),
        ("Oran", "the oran grass", False), ("tamsin okoro", "we saw tamsin okoro", True), ("Tamsin Okoro", "Tamsin\nOkoro", True),
        ("Tamsin Okoro", "Tamsin Okoros", False), ("José Brín", "Jose Brin left", True), ("@herons", "so @Herons wrote", True),
    ],
)  # fmt: skip
def test_a_single_word_names_somebody_where_it_has_a_capital(name: str, text: str, is_named: bool) -> None:
    assert Naming([name]).stands_in(text) is is_named


@pytest.mark.parametrize("name", ["Nobody", "people", "a", "  ", "…"])
def test_an_everyday_word_is_no_name(job: Job, name: str) -> None:
    run_direct(job)
    with pytest.raises(InputError, match=r"is an everyday word|is no name"):
        run_direct(replace(job, forget=Wanted(names=(name,))))


def test_what_is_not_held_is_said(job: Job) -> None:
    run_direct(job)
    with pytest.raises(InputError, match="is not held"):
        run_direct(replace(job, forget=Wanted(("raw/none.txt",))))


def test_the_command_tells_what_went_where_it_lies_and_what_was_passed_on(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(job.warehouse.parent)
    run_direct(replace(job, paths=(Path("raw"),)))
    named = ["--warehouse", str(job.warehouse)]
    CliRunner().invoke(app, ["export", "--csv", "-o", "out", *named])
    listed = CliRunner().invoke(app, ["forget", "--person", "Tamsin Okoro", "--dry-run", *named])
    assert is_told(job)
    told = CliRunner().invoke(app, ["forget", "--person", "Tamsin Okoro", *named])
    assert told.exit_code == 0, told.output
    assert listed.stdout == told.stdout
    assert "lies there still: raw/secret.txt" in told.stdout
    assert "passed on before: " in told.stdout
    assert str(job.warehouse.parent / "out") in told.stdout
    assert not is_told(job)
