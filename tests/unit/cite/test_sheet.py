"""The page of citations: marked word by word, escaped, worst first, for its owner alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audit.cite.records import Citation, CitedSource
from audit.cite.sheet import Piece, mark, page_of, web_address, write_sheet
from audit.cite.verify import verify
from audit.records import Span

SOURCE = "The Lunkertor bridge was closed on Monday. Repairs would cost 4.2 million crowns, Ada Holm said."


def page(*claims: str, source: str = SOURCE, url: str | None = None) -> str:
    sources = (CitedSource("s", source, url, "Quay Courier"),)
    citations = [Citation(f"c{number}", claim, sources) for number, claim in enumerate(claims)]
    return page_of([(one, verify(one)) for one in citations], "answer.md")


def test_the_first_line_counts_and_the_worst_card_comes_first() -> None:
    shown = page(
        "Repairs would cost 4.2 million crowns, Ada Holm said.", "Repairs would cost 9.9 million crowns, Ada Holm said."
    )
    assert "2 citations: 1 differs, 1 found in all its words of weight. Words compared, not facts." in shown
    assert re.findall(r"</b> · .* · (c\d)</h2>", shown) == ["c1", "c0"]


def test_what_differs_is_marked_on_both_sides() -> None:
    shown = page("Repairs would cost 9.9 million crowns, Ada Holm said.")
    assert '<mark class="differs">9.9 million crowns</mark>' in shown
    assert '<mark class="differs">4.2 million crowns</mark>' in shown
    assert "; there: 4.2 million crowns" in shown


def test_words_of_a_text_are_never_markup() -> None:
    evil = '<script>alert(1)</script> <img src=x onerror="a()">'
    shown = page(f"Repairs {evil} would cost 4.2 million crowns.", source=f"{evil} {SOURCE}", url="javascript:alert(1)")
    assert "<script" not in shown
    assert "<img" not in shown
    assert "href" not in shown


def test_the_page_loads_and_runs_nothing() -> None:
    shown = page("The Lunkertor bridge was closed on Monday.", url="https://quay.example/one")
    assert "default-src 'none'" in shown
    assert re.findall(r'(?:src|href)="([^"]*)"', shown) == ["https://quay.example/one"]


def test_a_claim_without_a_source_has_a_card() -> None:
    lone = Citation("c", "The bridge was closed on Monday.", ())
    assert "No words of a source to show." in page_of([(lone, verify(lone))], "x")


def test_how_many_pass_is_told() -> None:
    assert re.search(r"Of 100 claims that their sources do not carry in full, \d+ were not flagged", page("It is old."))


def test_its_owner_alone_may_read_it(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    out.write_text("old")
    out.chmod(0o644)
    write_sheet(out, [], "x")
    assert out.stat().st_mode & 0o777 == 0o600
    assert "0 citations" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("http://[bad", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None, told: str | None) -> None:
    assert web_address(url) == told


def test_pieces_cover_the_whole_stretch_once() -> None:
    pieces = list(mark("abcdef", Span(1, 6), (("differs", [Span(0, 2)]), ("carried", [Span(1, 4)]))))
    assert pieces == [Piece("b", "differs"), Piece("cd", "carried"), Piece("ef")]
