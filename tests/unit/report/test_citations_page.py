"""Sentences that cite a held article have a page, with what was found; where there is none, no page."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct

PAGE = """<html><head><title>{title}</title><link rel="canonical" href="https://{host}/2031/gale">
<meta property="og:site_name" content="{name}"><meta property="article:published_time" content="2031-03-0{day}T08:00:00Z"></head>
<body><article><h1>{title}</h1><p>{words}</p><p>{own}</p></article></body></html>"""
FIRST = "The gale sank 41 boats in Holm harbour on Monday, the harbour master Ada Berg said."
SECOND = 'The gale sank 47 boats in Holm harbour on Monday, <a href="https://post.example/2031/gale">the Holm Post reported</a>.'


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "raw").mkdir()
    return Job((tmp_path / "raw",), tmp_path / "w.duckdb", tmp_path / "report", tmp_path / "reviews", outlets=tmp_path)


def write(job: Job, host: str, name: str, words: str, own: str, day: int) -> None:
    page = PAGE.format(title=f"Gale in Holm, by {name}", host=host, name=name, words=words, own=own, day=day)
    (job.paths[0] / f"{host}.html").write_text(page)


def test_a_sentence_that_its_source_has_otherwise(job: Job, tmp_path: Path) -> None:
    write(
        job, "post.example", "Holm Post", FIRST, "Repairs to the eastern quay begin in spring, once the ice is gone.", 4
    )
    run_direct(job)
    page = tmp_path / "report" / "citations.html"
    assert not page.exists()
    assert "citations.html" not in (tmp_path / "report" / "index.html").read_text()
    write(job, "star.example", "Holm Star", SECOND, "Nobody slept much, and the bakery gave bread away until noon.", 5)
    run_direct(job)
    told = page.read_text()
    assert "The gale sank 47 boats" in told
    assert "the source has it otherwise" in told
    assert "not as here: “47”" in told
    assert "figure:" not in told
    assert "citations.html" in (tmp_path / "report" / "index.html").read_text()
