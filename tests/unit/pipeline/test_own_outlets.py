"""A list of outlets of one's own: from the file to publishers, credits and owners, in every process."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from audit.engine import local
from audit.extract import stage as step
from audit.pipeline import Job, Summary, run_direct
from audit.warehouse import open_published

LIST = """outlets = [
  { key = "hw", name = "Harbour Wire", kind = "agency", owner = "Hale Press", aliases = ["HarWi"] },
  { key = "qb", name = "Quayside", owner = "Hale Press", domains = ["quayside.example"] },
]
"""
TEXT = """Ferry {0} delayed

By Ada Quill

The ferry {0} was delayed on Monday, HarWi reported.

"The pump failed on deck {0}," said Maren Holt, the harbour master.
"""


@pytest.fixture
def job(tmp_path: Path) -> Job:
    raw = tmp_path / "raw"
    raw.mkdir()
    for number in range(3):
        (raw / f"{number}.txt").write_text(TEXT.format(number))
        (raw / f"{number}.meta.json").write_text(f'{{"url": "https://www.quayside.example/ferry/{number}"}}')
    return Job((raw,), tmp_path / "w.duckdb", None, tmp_path / "reviews", outlets=raw)


def run(job: Job, content: str | None) -> Summary:
    listed = job.outlets / "outlets.toml"
    if content is None:
        listed.unlink(missing_ok=True)
    else:
        listed.write_text(content)
    return run_direct(job)


def ask(job: Job, query: str) -> list[tuple[Any, ...]]:
    warehouse = open_published(job.warehouse)
    try:
        return warehouse.query(query)
    finally:
        warehouse.close()


SOURCES = "select name, kind, owner, in_corpus from sources where kind in ('outlet', 'agency') order by name"
PUBLISHED = """select distinct s.name, s.kind, s.owner, s.in_corpus
from articles a join sources s on s.source_id = a.publisher_id"""
CREDITED = "select count(*) from credits join sources using (source_id) where name = 'Harbour Wire'"


def test_it_reaches_publishers_credits_and_owners(job: Job) -> None:
    assert run(job, LIST).counts["problems"] == 0
    assert ask(job, SOURCES) == [
        ("Harbour Wire", "agency", "Hale Press", False),
        ("Quayside", "outlet", "Hale Press", True),
    ]
    assert ask(job, CREDITED) == [(3,)]


def test_workers_that_inherit_nothing_go_by_it_too(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    pool = partial(local.ProcessPoolExecutor, mp_context=get_context("spawn"))
    monkeypatch.setattr(local, "ProcessPoolExecutor", pool)
    monkeypatch.setattr(step, "BATCH", 1)
    monkeypatch.setattr(local.os, "cpu_count", lambda: 2)
    run(job, LIST)
    assert ask(job, CREDITED) == [(3,)]


def test_a_changed_list_makes_everything_anew(job: Job) -> None:
    run(job, None)
    assert ask(job, CREDITED) == [(0,)]
    assert not run(job, LIST).unchanged
    assert ask(job, CREDITED) == [(3,)]
    assert run(job, LIST).unchanged
    assert not run(job, LIST.replace("Hale Press", "Tern Media")).unchanged
    assert {owner for _, _, owner, _ in ask(job, SOURCES)} == {"Tern Media"}
    assert not run(job, None).unchanged
    assert ask(job, CREDITED) == [(0,)]


def test_what_is_held_but_not_there_any_more_follows_the_list(job: Job) -> None:
    run(job, LIST.replace('"Harbour Wire", kind = "agency"', '"Harbour Wire"'))
    raw = job.paths[0]
    (raw / "0.txt").unlink()
    job = replace(job, paths=tuple(path for path in raw.iterdir() if path.suffix == ".txt"))
    run(job, LIST.replace('"Quayside", owner = "Hale Press"', '"Quayside", kind = "agency"'))
    assert ask(job, PUBLISHED) == [("Quayside", "agency", None, True)]
    assert ask(job, CREDITED) == [(3,)]
    assert ask(job, "select distinct kind from credits join sources using (source_id)") == [("agency",)]


def test_one_that_is_only_named_stands_beside_words_of_nobody(job: Job) -> None:
    told = "The firm has reportedly closed 40 of its mills in the valley after the flood."
    for number, file in enumerate(job.paths[0].glob("*.txt")):
        file.write_text(f"Mills {number}\n\n{told}\n\nReaders of Harbour Wire had seen pictures.")
    vague = "select count(*) > 0 from findings where kind = 'vague_source'"
    run(job, None)
    assert ask(job, vague) == [(True,)]
    run(job, LIST)
    assert ask(job, vague) == [(False,)]
