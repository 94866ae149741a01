"""A figure or words that a sentence credits and links to a held article which lacks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct
from audit.warehouse import open_published

FILLER = "Inspectors walked along the harbour for two days. Traders wait. Ferries sail instead, and nobody complains. "
PAGE = """<html><head><title>{title}</title><link rel="canonical" href="{url}">
<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="2031-03-0{day}T09:00:00Z">
</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"""
URL = "https://dellpost.example/2031/03/02/boats-sink"
LINKED = f'the <a href="{URL}">Dell Post reported</a>'


def write(folder: Path, name: str, outlet: str, url: str, day: int, *paragraphs: str) -> None:
    told = "".join(f"<p>{one}</p>" for one in (*paragraphs, FILLER * 3))
    page = PAGE.format(title=f"{outlet} on boats", url=url, outlet=outlet, day=day, paragraphs=told)
    (folder / f"{name}.html").write_text(page, encoding="utf-8")


def findings(tmp_path: Path, sentence: str) -> list[str]:
    raw = tmp_path / "raw"
    raw.mkdir()
    source = "The storm sank 14 fishing boats off Tolland on Monday. “We had no warning at all,” said Ada Holm, the harbour master."
    write(raw, "dell", "Dell Post", URL, 2, source)
    write(raw, "moor", "Moor Herald", "https://moorherald.example/2031/03/03/boats", 3, sentence)
    job = Job((raw,), tmp_path / "w.duckdb", None, outlets=raw)
    run_direct(job)
    warehouse = open_published(job.warehouse)
    told = [row[0] for row in warehouse.query("select summary from findings where kind = 'not_in_source'")]
    warehouse.close()
    return told


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (f"The storm sank 61 fishing boats off Tolland on Monday, {LINKED}.", "61"),
        (f"“Nobody told the crews to stay in port,” {LINKED}.", "Nobody told the crews to stay in port"),
    ],
)
def test_what_the_linked_text_lacks_is_told(tmp_path: Path, sentence: str, words: str) -> None:
    [told] = findings(tmp_path, sentence)
    assert f"“{words}” is credited to Dell Post" in told
    assert "“Dell Post on boats”" in told


@pytest.mark.parametrize(
    "sentence",
    [
        f"The storm sank 14 fishing boats off Tolland on Monday, {LINKED}.",  # it is there
        "The storm sank 61 fishing boats off Tolland on Monday, the Dell Post reported.",  # no link: another text of it
        f'The <a href="{URL}">storm</a> sank 61 fishing boats off Tolland on Monday.',  # no credit: what it is about
        f"The storm, {LINKED}, came at night. Police counted 61 fishing boats that sank off Tolland.",  # another sentence
    ],
)
def test_nothing_is_told_where_link_or_credit_or_gap_is_lacking(tmp_path: Path, sentence: str) -> None:
    assert findings(tmp_path, sentence) == []
