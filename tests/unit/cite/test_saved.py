"""Saved files of any format as texts; what cannot be read has its reason."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from audit.cite.page_audit import check_page, read_marked
from audit.cite.records import Verdict
from audit.cite.references import cited_sentences
from audit.cite.saved import Saved, by_address, read_file, read_folder

WORDS = "The bridge was closed on Monday after cracks were found in two of its pillars, the harbour office said."
ONE = "https://quay.example/one"


def word_document(*lines: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document xmlns:w='x'><w:body>{body}</w:body></w:document>")
    return packed.getvalue()


def test_texts_pages_and_documents_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "b.html").write_text(
        f"<html><body><article><h1>Bridge closed</h1><p>{WORDS}</p><p>{WORDS}</p></article></body></html>"
    )
    (tmp_path / "c.docx").write_bytes(word_document("A note.", WORDS))
    assert [WORDS in saved.text for saved in read_folder(tmp_path)] == [True, True, True]


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 nothing but pictures")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "empty.html").write_text("<html></html>")
    found = list(read_folder(tmp_path))
    assert len(found) == 3
    assert all(saved.problem and not saved.text for saved in found)


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    [saved] = read_file(tmp_path / "gone.txt")
    assert saved.problem


def test_a_reference_whose_saved_source_cannot_be_read_cannot_be_told() -> None:
    sentences = list(
        cited_sentences(read_marked(f"The bridge was closed to lorries on Monday.[^1]\n\n[^1]: {ONE}", "p.md"))
    )
    [row] = check_page(sentences, {ONE: Saved("scan.pdf", problem="not a format that is read")})
    assert row.checked.verdict is Verdict.CANNOT_TELL
    assert row.checked.why == "its saved source could not be read: not a format that is read"


def test_a_page_that_shows_only_its_beginning_is_never_said_to_lack_the_rest() -> None:
    page = f"Prosecutors in Marlow charged two engineers with fraud in 2019.[^1]\n\n[^1]: {ONE}"
    told = [
        check_page(cited_sentences(read_marked(page, "p.md")), {ONE: Saved("p", WORDS * 9, cut=cut)})
        for cut in (False, True)
    ]
    assert [next(iter(rows)).checked.verdict for rows in told] == [Verdict.NOT_FOUND, Verdict.CANNOT_TELL]


def test_of_two_with_one_address_the_readable_one_counts() -> None:
    found = by_address(
        [Saved("a", url=ONE, problem="x"), Saved("b", "text", url=f"{ONE}?utm_source=y"), Saved("c", "t", url=ONE)]
    )
    assert [saved.place for saved in found.values()] == ["b"]
