"""What is passed on: exports, notes, shares, letters, samples."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from audit.errors import InputError
from audit.lexicon.people_list import Listed
from audit.pipeline import Job, run_direct
from audit.records import SourceKind
from audit.review.ledger import Ledger
from audit.share.citations import bibtex, csl, wikipedia
from audit.share.docx import write_docx
from audit.share.export import export
from audit.share.note import as_markdown, write_note
from audit.share.private import Posters
from audit.share.replies import note_reply, write_letter
from audit.share.sample import draw_sample, read_coded, wilson
from audit.share.shared_page import MOST_WORDS, write_share
from audit.warehouse import Warehouse, open_published
from tests.conftest import DEMO


@pytest.fixture(scope="module")
def ruled(demo_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The demo after somebody accepted half of the findings and links and rejected one link."""
    home = tmp_path_factory.mktemp("ruled")
    path, ledger = home / "w.duckdb", Ledger(home / "reviews", "mk")
    shutil.copyfile(demo_warehouse, path)
    held = open_published(path)
    subjects = held.query(
        "select 'finding', finding_id from findings where severity > 0 union all select 'edge', edge_id from edges order by all"
    )
    held.close()
    for kind, subject in subjects[::2]:
        ledger.append(kind, subject, "accepted", note="read | twice")
    ledger.append(*subjects[1], "rejected")
    note_reply(home / "reviews", "mk", next(s for k, s in subjects[::2] if k == "finding"), "asked", date(2026, 3, 9))
    run_direct(Job((DEMO,), path, None, home / "reviews"))
    found = open_published(path)
    yield found
    found.close()


def test_every_row_of_an_export_has_its_review_state(ruled: Warehouse, tmp_path: Path) -> None:
    for path in export(ruled, "csv", tmp_path):
        with path.open(newline="") as file:
            rows = list(csv.DictReader(file))
        assert all(row["review"] for row in rows if path.stem != "claims"), path
    findings = list(csv.DictReader((tmp_path / "findings.csv").open(newline="")))
    assert Counter(row["review"] for row in findings).keys() >= {"accepted", "machine"}
    assert Counter(row["reply"] for row in findings).keys() == {"asked on 2026-03-09", "not asked"}


def test_no_cell_of_a_table_is_a_formula(ruled: Warehouse, tmp_path: Path) -> None:
    for path in export(ruled, "csv", tmp_path):
        with path.open(newline="") as file:
            assert not [c for row in csv.reader(file) for c in row if re.match(r"[=+@]|-[^\d]", c)], path


def test_without_texts_no_word_of_an_article_leaves(ruled: Warehouse, tmp_path: Path) -> None:
    """Every run of four words of an article is looked for in everything that is written."""
    texts = [text for (text,) in ruled.query("select text from articles")]
    runs = {" ".join(words[i : i + 4]) for text in texts for words in [text.split()] for i in range(len(words) - 3)}
    for kind in ("csv", "json", "sqlite", "parquet"):
        target = tmp_path / kind if kind != "sqlite" else tmp_path / "s" / "x.sqlite"
        written = export(ruled, kind, target, texts=False)
        beside = {path.name for path in written}
        assert {"codebook.csv", "CITATION.cff", "METHODS.txt"} <= beside
        for path in written:
            if path.suffix in (".csv", ".jsonl") and path.name != "codebook.csv":
                told = path.read_text()
                assert not [run for run in runs if run in told], path
    assert "12 articles were read" in (tmp_path / "csv" / "METHODS.txt").read_text()


def test_parquet_and_sqlite_hold_what_csv_holds(ruled: Warehouse, tmp_path: Path) -> None:
    lines = {
        path.stem: len(list(csv.reader(path.open(newline="")))) - 1 for path in export(ruled, "csv", tmp_path / "c")
    }
    (database,) = export(ruled, "sqlite", tmp_path / "x.sqlite")
    with sqlite3.connect(database) as held:
        assert {t: held.execute(f'select count(*) from "{t}"').fetchone()[0] for t in lines} == lines
    held.close()
    tables = {
        path.stem: f"select count(*) from read_parquet('{path}')" for path in export(ruled, "parquet", tmp_path / "p")
    }
    assert {table: ruled.query(sql)[0][0] for table, sql in tables.items()} == lines
    objects = {path.stem: len(path.read_text().splitlines()) for path in export(ruled, "json", tmp_path / "j")}
    assert objects == lines


def test_prov_is_read_by_the_library_of_others(ruled: Warehouse, tmp_path: Path) -> None:
    prov = pytest.importorskip("prov.model")
    (path,) = export(ruled, "prov", tmp_path / "x.json")
    document = prov.ProvDocument.deserialize(str(path), format="json")
    links = ruled.query("select count(*) from edges where status <> 'rejected'")[0][0]
    assert len(list(document.get_records(prov.ProvDerivation))) == links + 1
    assert (
        json.loads(document.serialize(format="json"))["entity"].keys() == json.loads(path.read_text())["entity"].keys()
    )


def test_annotations_select_the_words_they_say(ruled: Warehouse, tmp_path: Path) -> None:
    (path,) = export(ruled, "annotations", tmp_path / "x.json")
    told = json.loads(path.read_text())
    assert (told["@context"], told["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection")
    assert told["total"] == len(told["first"]["items"]) > 20
    texts = [text for (text,) in ruled.query("select text from articles")]
    for item in told["first"]["items"]:
        quote, place = item["target"]["selector"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert any(t[place["start"] : place["end"]] == quote["exact"] and around in t for t in texts)
        assert (item["type"], item["body"]["type"]) == ("Annotation", "TextualBody")


def test_an_export_of_words_is_never_one_without(ruled: Warehouse, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds words"):
        export(ruled, "prov", tmp_path / "x", texts=False)


class Shown(HTMLParser):
    """The words and addresses of a share."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words, self.addresses, self._inside = list[str](), list[str](), False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._inside = tag == "p" and "data-words" in told
        self.addresses += [told["href"] or ""] if tag == "a" and "href" in told else []

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "p"

    def handle_data(self, data: str) -> None:
        self.words += [data] if self._inside else []


def test_a_share_holds_what_was_accepted_and_counts_the_rest(ruled: Warehouse, tmp_path: Path) -> None:
    page = write_share(ruled, tmp_path).read_text()
    accepted = {s for (s,) in ruled.query("select subject_id from rulings where status = 'accepted'")}
    listed = {
        s
        for (s,) in ruled.query(
            "select finding_id from findings where severity > 0 union all select edge_id from edges where status <> 'rejected'"
        )
    }
    assert set(re.findall(r'id="[fe]-([0-9a-f]{20})"', page)) == accepted & listed
    left = ruled.query(
        "select count(*) from findings where severity > 0 and finding_id not in (select subject_id from rulings where status = 'accepted')"
    )[0][0]
    assert f"{left} findings and" in page
    assert "NOT REVIEWED" not in page
    assert "asked on 2026-03-09" in page
    assert "not asked" in page


@pytest.mark.parametrize("unreviewed", [False, True])
def test_a_share_holds_few_words_of_each_article(ruled: Warehouse, tmp_path: Path, unreviewed: bool) -> None:
    page = write_share(ruled, tmp_path, unreviewed=unreviewed).read_text()
    assert ("NOT REVIEWED" in page) == unreviewed
    shown = " ¶ ".join(Shown(page).words)
    for text, title in ruled.query("select text, title from articles"):
        words = text.split()
        runs = [" ".join(words[i : i + 6]) in shown for i in range(len(words) - 5)]
        covered = {i + j for i, held in enumerate(runs) if held for j in range(6)}
        assert len(covered) <= MOST_WORDS + 30, title  # what two articles share is shown once for each


def test_an_address_that_is_cut_off_ends_no_share() -> None:
    posters = Posters(frozenset(), None, {})
    urls = ("http://[", "HTTPS://quay.example/a", "javascript:alert(1)", "", None)
    assert [posters.address(url) for url in urls] == [None, "HTTPS://quay.example/a", None, None, None]


def test_private_posters_are_masked_unless_the_users_list_names_them(ruled: Warehouse, tmp_path: Path) -> None:
    handles = [name for (name,) in ruled.query("select name from sources where kind = 'account'")]
    assert handles
    page = write_share(ruled, tmp_path / "a", unreviewed=True).read_text()
    posters = [n for (n,) in ruled.query("select p.name from sources a join sources p on p.source_id = a.poster_id")]
    for name in [*handles, *posters]:
        assert name.casefold().lstrip("@") not in page.casefold(), name
    assert "a private account" in page
    public = [Listed(handles[0], SourceKind.PERSON)]
    assert handles[0] in write_share(ruled, tmp_path / "b", public, unreviewed=True).read_text()


def test_a_share_has_a_version_and_says_what_was_withdrawn(ruled: Warehouse, tmp_path: Path) -> None:
    write_share(ruled, tmp_path, unreviewed=True)
    first = json.loads((tmp_path / "share.json").read_text())
    write_share(ruled, tmp_path, unreviewed=True)
    assert json.loads((tmp_path / "share.json").read_text()) == first
    page = write_share(ruled, tmp_path).read_text()
    later = json.loads((tmp_path / "share.json").read_text())
    assert (first["version"], later["version"]) == (1, 2)
    assert first["id"] != later["id"]
    assert later["withdrawn"]
    assert all(one in page for one in later["withdrawn"])


def test_a_note_tells_the_chain_the_words_and_the_limits(ruled: Warehouse, tmp_path: Path) -> None:
    (claim,) = ruled.query(
        "select subject_id from measures where measure = 'independence' order by denominator desc, subject_id limit 1"
    )[0]
    lines = write_note(ruled, claim, tmp_path)
    told = as_markdown(lines)
    for part in (
        "trace back to",
        "Who had it from whom",
        "SHA-256 of the text",
        "{{cite news",
        "@misc{",
        '"type": "article-newspaper"',
        "never whether they are so",
    ):
        assert part in told, part
    assert "read \\| twice" in told
    write_docx(lines, tmp_path / "n.docx")
    with zipfile.ZipFile(tmp_path / "n.docx") as packed:
        parts = {name: ElementTree.fromstring(packed.read(name)) for name in packed.namelist()}
    words = "".join(parts["word/document.xml"].itertext())
    assert "SHA-256 of the text" in words
    with pytest.raises(InputError, match="no claim or story"):
        write_note(ruled, "nothing", tmp_path)


def test_a_story_has_a_note(ruled: Warehouse, tmp_path: Path) -> None:
    (story,) = ruled.query("select story_id from stories limit 1")[0]
    assert "articles of one story" in as_markdown(write_note(ruled, story, tmp_path))


HEAD = {
    "article_id": "a1", "title": "50 % of {us} | you & me_x", "publisher": "Orsa Post", "byline": "Ana Ruiz, Bo Li",
    "published_at": date(2026, 3, 4), "url": "https://post.example/a|b",
}  # fmt: skip


def test_citations_hold_what_is_hostile_to_their_format() -> None:
    assert wikipedia(HEAD) == (
        "{{cite news |title=50 % of &#123;us&#125; &#124; you & me_x |work=Orsa Post |date=2026-03-04 "
        "|url=https://post.example/a%7Cb |author1=Ana Ruiz |author2=Bo Li}}"
    )
    assert r"title = {50 \% of \{us\} | you \& me\_x}" in bibtex(HEAD)
    assert "author = {{Ana Ruiz} and {Bo Li}}" in bibtex(HEAD)
    assert json.loads(csl(HEAD))["issued"] == {"date-parts": [[2026, 3, 4]]}


def test_the_letter_holds_the_words_and_the_deadline(ruled: Warehouse) -> None:
    (finding,) = ruled.query("select min(finding_id) from findings where kind = 'figure_conflict'")[0]
    told = "\n".join(write_letter(ruled, finding, date(2026, 4, 1)))
    assert told.count("1 April 2026") == 2
    assert "figures differ" in told
    with pytest.raises(InputError, match="no finding"):
        write_letter(ruled, "nothing", date(2026, 4, 1))


def test_a_state_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no state"):
        note_reply(tmp_path, "mk", "f1", "guilty", None)


def test_a_sample_is_blind_and_the_same_seed_draws_the_same(ruled: Warehouse) -> None:
    rows = draw_sample(ruled, "edge", 10, 7)
    assert rows == draw_sample(ruled, "edge", 10, 7) != draw_sample(ruled, "edge", 10, 8)
    assert len(rows) == 10
    assert {row["verdict"] for row in rows} == {""}
    names = [n for (n,) in ruled.query("select p.name from sources p where p.in_corpus")]
    for row in rows:
        assert not [n for n in names if n in row["question"]], row
    with pytest.raises(InputError, match="nothing here is of the kind"):
        draw_sample(ruled, "haiku", 3, 1)


def test_what_coders_found(tmp_path: Path) -> None:
    for coder, verdicts in (("a", "11110"), ("b", "11100")):
        lines = [f"s{n},{'right' if v == '1' else 'wrong'}" for n, v in enumerate(verdicts)]
        (tmp_path / f"{coder}.csv").write_text("\n".join(["subject_id,verdict", *lines]))
    found = read_coded([tmp_path / "a.csv", tmp_path / "b.csv"])
    assert (found.read, found.right, found.alike, found.judged) == (5, 3, 4, 5)
    assert found.alpha == pytest.approx(4 / 7, abs=1e-6)


@pytest.mark.parametrize(
    ("right", "read", "low", "high"), [(3, 4, 0.30, 0.95), (30, 40, 0.60, 0.86), (0, 5, 0.0, 0.43)]
)
def test_wilson(right: int, read: int, low: float, high: float) -> None:
    assert wilson(right, read) == (pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005))
