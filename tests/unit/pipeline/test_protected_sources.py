"""Whom one text keeps unnamed and another names: nothing that a run leaves or passes on shows the two together."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct
from audit.share.export import export
from audit.share.note import as_markdown, write_note
from audit.share.replies import write_letter
from audit.share.sample import draw_sample
from audit.warehouse import open_published

WORDS = "We knew in January that the old harbour wall would never hold another winter"
NAME, UNNAMED = "Trask", "a senior port official"
SAID = "The gate will not be closed before the spring tide is over"
"""Words that two texts print otherwise: a finding that is listed, so that there is one to draw."""
TEXTS = {
    "unnamed": f"The wall that fell\n\nThe harbour wall fell on Monday.\n\n“{WORDS},” {UNNAMED} told the Quayside Post.\n\n“{SAID},” Ada Holm told the board.\n",
    "named": f"An engineer speaks\n\nNobody listened for years.\n\n“{WORDS},” said Owen {NAME}, who built it.\n",
    "third": f"What they knew\n\nThe board met again.\n\n“{WORDS},” another senior port official said.\n\n“{SAID.replace(' not', '')},” Ada Holm told the board.\n",
}
BOTH = (UNNAMED.removeprefix("a "), NAME)


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    folder = tmp_path_factory.mktemp("protected")
    raw = folder / "raw"
    raw.mkdir()
    for day, (name, text) in enumerate(TEXTS.items(), 2):
        (raw / f"{name}.txt").write_text(text)
        meta = {"url": f"https://www.{name}.example/wall", "published": f"2026-03-0{day}"}
        (raw / f"{name}.meta.json").write_text(json.dumps(meta))
    job = Job((raw,), folder / "w.duckdb", folder / "report", folder / "reviews", outlets=raw)
    run_direct(job)
    return job


@pytest.fixture(scope="module")
def revealed(job: Job) -> Job:
    folder = job.warehouse.parent
    told = replace(job, warehouse=folder / "r.duckdb", report=folder / "revealed", reveal=True)
    run_direct(told)
    return told


def pages(job: Job) -> Iterator[tuple[str, str]]:
    """The pages of claims, findings and stories' matches, without what leads a reader through the site."""
    assert job.report is not None
    for page in sorted(job.report.rglob("*.html")):
        kind = page.relative_to(job.report).parts[0]
        if kind in {"claims", "findings", "evidence", "matches", "review"}:
            yield page.as_posix(), page.read_text(encoding="utf-8")


def exported(job: Job, folder: Path) -> Iterator[tuple[str, str]]:
    """Every row of every export, with the articles that it names by their words: each line, or each record of one."""
    published = open_published(job.warehouse)
    for kind in ("csv", "json"):
        for file in export(published, kind, folder / kind):
            yield from ((f"{file.name}", line) for line in file.read_text(encoding="utf-8").splitlines())
    for kind in ("prov", "annotations"):
        (file,) = export(published, kind, folder / f"{kind}.json")
        yield from ((kind, json.dumps(one, ensure_ascii=False)) for one in records(json.loads(file.read_text())))
    published = open_published(job.warehouse)
    for (claim,) in published.query("select claim_id from claims"):
        yield "note", as_markdown(write_note(published, claim, Path()))
    for (finding,) in published.query("select finding_id from findings"):
        yield "letter", "\n".join(write_letter(published, finding, date(2026, 4, 1)))
    for kind in ("edge", "match", "speaker", "finding"):
        yield from (("sample", json.dumps(row, default=str)) for row in draw_sample(published, kind, 50, 1))


def records(found: object) -> Iterator[object]:
    """The innermost records of a JSON document."""
    inner = [one for one in (found.values() if isinstance(found, dict) else found) if isinstance(one, dict | list)]
    if isinstance(found, dict) and not inner:
        yield found
    for one in inner:
        yield from records(one)


def shows_both(text: str) -> bool:
    plain = re.sub(r"<[^>]+>", "", text)
    return all(word in plain for word in BOTH)


def matched(job: Job) -> set[frozenset[str]]:
    rows = open_published(job.warehouse).query(
        """select a.title, b.title from matches m
        join articles a on a.article_id = m.a_article_id join articles b on b.article_id = m.b_article_id"""
    )
    return {frozenset(row) for row in rows}


def test_the_two_are_matched_with_nobody(job: Job) -> None:
    assert not any("An engineer speaks" in pair for pair in matched(job))


def test_no_page_shows_the_two_together(job: Job) -> None:
    assert [name for name, text in pages(job) if shows_both(text)] == []


def test_no_export_shows_the_two_together(job: Job, tmp_path: Path) -> None:
    found = list(exported(job, tmp_path))
    assert {name for name, _ in found} >= {"prov", "annotations", "note", "sample", "claims.csv", "quotes.jsonl"}
    assert [name for name, text in found if shows_both(text)] == []


def test_who_asks_is_shown(revealed: Job, tmp_path: Path) -> None:
    assert any("An engineer speaks" in pair for pair in matched(revealed))
    assert any(shows_both(text) for _, text in pages(revealed))
    assert any(shows_both(text) for _, text in exported(revealed, tmp_path))


def test_asking_and_asking_no_more_are_runs_of_their_own(job: Job) -> None:
    told = replace(job, report=None)
    assert run_direct(told).unchanged
    assert not run_direct(replace(told, reveal=True)).unchanged
    assert not run_direct(told).unchanged
