"""verify, cite, check-draft as commands: lines out, pages for their owner's eyes alone, words on stderr."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.sheets import wiki_page
from tests.conftest import Secondhand
from tests.unit.cite.test_saved import word_document

SOURCE = "The Lunkertor bridge was closed on Monday. Repairs would cost 4.2 million crowns, Ada Holm said."
CLAIM = {
    "id": "c1",
    "claim": "Repairs would cost 9.9 million crowns, Ada Holm said.",
    "sources": [{"id": "s", "text": SOURCE, "title": "Quay Courier", "url": "https://quay.example/one"}],
}


def test_verify_writes_a_line_a_claim_and_a_page_beside(secondhand: Secondhand, tmp_path: Path) -> None:
    done = secondhand("verify", "-", "--html", "page.html", stdin=json.dumps(CLAIM) + "\n\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line)["verdict"] for line in done.stdout.splitlines()] == ["differs"]
    page = tmp_path / "page.html"
    assert page.stat().st_mode & 0o777 == 0o600
    assert "1 citation: 1 differs. Words compared, not facts." in page.read_text(encoding="utf-8")


def test_a_page_says_on_request_which_claims_say_more(secondhand: Secondhand, tmp_path: Path) -> None:
    source = {"id": "s", "text": "The fumes may harm the lungs of welders."}
    line = json.dumps({"id": "c", "claim": "The fumes harm the lungs of welders.", "sources": [source]})
    told = []
    for options in ((), ("--strength",)):
        done = secondhand("verify", "-", "--html", "page.html", *options, stdin=line)
        assert json.loads(done.stdout)["strength"] == "stronger"
        told.append((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert "Stronger here" not in told[0]
    assert "Stronger here (“harm”) than in the source (“may”). Of 100 claims called so, 61 were" in told[1]


@pytest.mark.parametrize("line", ["{", '{"id": "c"}', '{"id": "c", "claim": 3, "sources": []}', "[]"])
def test_a_line_of_another_shape_ends_it_and_is_named(secondhand: Secondhand, line: str) -> None:
    done = secondhand("verify", "-", stdin=json.dumps(CLAIM) + "\n" + line + "\n")
    assert done.returncode == 2
    assert "line 2 is not what is expected" in done.stderr


PAGE = (
    "The Lunkertor bridge was closed to lorries on Monday.[^1] Repairs would cost 9.9 million crowns in all.[^2]\n\n"
    "[^1]: https://quay.example/one\n[^2]: https://quay.example/two\n"
)


def test_cite_compares_a_page_with_saved_files_and_a_warehouse_and_lists_what_it_wants(
    secondhand: Secondhand, tmp_path: Path, demo_warehouse: Path
) -> None:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "one.txt").write_text("The Lunkertor bridge was closed to lorries on Monday.", encoding="utf-8")
    (saved / "manifest.csv").write_text("url,file\nhttps://quay.example/one,one.txt\n", encoding="utf-8")
    options = ("--sources", "saved", "--warehouse", demo_warehouse, "--want", "want.txt", "--html", "page.html")
    done = secondhand("cite", "page.md", *options, "--origins")
    assert done.returncode == 0
    assert done.stderr.splitlines()[1] == "2 sources cited, 1 origin, 1 not held"
    assert [json.loads(line)["origins"] for line in done.stdout.splitlines()] == [["https://quay.example/one"], []]
    assert "<b>2 sources cited, 1 origin, 1 not held.</b>" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert done.stderr.startswith("2 citations: 1 could not be checked, 1 found in all its words of weight.")
    assert [json.loads(line)["verdict"] for line in done.stdout.splitlines()] == ["carried", "cannot_tell"]
    assert (tmp_path / "want.txt").read_text().split() == ["https://quay.example/one", "https://quay.example/two"]
    assert "no source of it is held" in (tmp_path / "page.html").read_text(encoding="utf-8")


DRAFT = '"We saw these cracks on Monday night," said Ada Hollm, the harbour master. Hollm left.'


@pytest.mark.parametrize("name", ["draft.md", "draft.html", "draft.docx"])
def test_check_draft_reads_every_format_and_writes_a_page(secondhand: Secondhand, tmp_path: Path, name: str) -> None:
    records = tmp_path / "records"
    records.mkdir()
    (records / "call.txt").write_text(
        '"We saw the cracks on Sunday night," said Ada Holm, the harbour master. Holm left.'
    )
    page = f"<html><body><article><h1>Cracks</h1><p>{DRAFT}</p><p>{'The bridge is old and long. ' * 9}</p></article></body></html>"
    content = {"draft.md": DRAFT.encode(), "draft.html": page.encode(), "draft.docx": word_document(DRAFT)}[name]
    (tmp_path / name).write_bytes(content)
    done = secondhand("check-draft", name, "--records", "records", "--html", "out.html")
    assert done.returncode == 0
    assert done.stderr.startswith("Before you publish: 1 quote altered (line ")
    assert "1 name spelled otherwise" in done.stderr
    assert f"{name}:" in done.stdout
    shown = tmp_path / "out.html"
    assert shown.stat().st_mode & 0o777 == 0o600
    assert "quote altered" in shown.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "out.html", "records"])


def test_a_draft_that_cannot_be_read_is_told(secondhand: Secondhand, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "r.txt").write_text("Nothing.")
    done = secondhand("check-draft", "draft.docx", "--records", "r.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "draft.docx cannot be read" in done.stderr


def test_a_wiki_page_of_forty_references_gives_its_sheet(secondhand: Secondhand, tmp_path: Path) -> None:
    page, sources = wiki_page(40)
    (tmp_path / "bridge.wiki").write_text(page, encoding="utf-8")
    (tmp_path / "saved").mkdir()
    for number, text in enumerate(sources.values()):
        (tmp_path / "saved" / f"{number}.txt").write_text(text, encoding="utf-8")
    manifest = {url: f"{number}.txt" for number, url in enumerate(sources)}
    (tmp_path / "saved" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    done = secondhand("cite", "bridge.wiki", "--sources", "saved", "--html", "sheet.html")
    verdicts = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
    assert [number for number, verdict in enumerate(verdicts) if verdict == "differs"] == list(range(0, 40, 5))
    shown = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    assert shown.count("<section") == 40
    assert "40 citations: 8 differ" in shown


@pytest.mark.parametrize(("held", "said"), [(b"", "holds no text"), (b"Rain \x98\xff fell.", "no text in UTF-8")])
def test_a_page_without_a_word_to_read_could_not_be_audited(
    secondhand: Secondhand, tmp_path: Path, held: bytes, said: str
) -> None:
    (tmp_path / "page.md").write_bytes(held)
    done = secondhand("cite", "page.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "codec" not in done.stderr
