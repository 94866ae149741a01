"""Each format, by samples that a tool of that format writes: which articles, with what is told of them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import mailbox
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from audit.ingest.readers.cut_off import is_cut_page
from audit.ingest.step import ingest
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

LEAD = "The harbour office of Port Elm closed the old quay after divers had found cracks in its walls."
NEXT = "“We cannot ask people to walk over it,” said Mara Tolliver, who chairs the harbour board of the town."
OTHER = "The council bought the northern basin from the railway for six million crowns on Thursday morning."
PAGE = (
    "<!DOCTYPE html><html><head><title>Old quay closed in Port Elm</title></head><body><article>"
    f"<h1>Old quay closed in Port Elm</h1><p>{LEAD}</p><p>{NEXT}</p></article></body></html>"
)
BASIN = PAGE.replace("Old quay closed in Port Elm", "Council buys the northern basin").replace(LEAD, OTHER)


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    found = empty_warehouse()
    yield found
    found.close()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    return tmp_path / "raw"


def read(warehouse: Warehouse, raw: Path) -> None:
    ingest(warehouse, [raw], home=raw.parent, run_id="r")


def titles(warehouse: Warehouse) -> list[str]:
    return [title for (title,) in warehouse.query("select title from articles order by title")]


def told(warehouse: Warehouse) -> dict[str, str]:
    return dict(warehouse.query("select path, error from problems"))


def article(warehouse: Warehouse) -> dict[str, str | None]:
    names = ("title", "byline", "publisher", "day", "language", "text")
    rows = warehouse.query(
        "select a.title, a.byline, s.name, cast(cast(a.published_at as date) as varchar), a.language, a.text"
        " from articles a left join sources s on s.source_id = a.publisher_id order by a.title desc"
    )
    return dict(zip(names, rows[0], strict=True))


FACTIVA = (
    "\n\n{title}\nBy {by}\n312 words\n4 March 2031\nThe Quay Courier\nQUAYCO\nEnglish\n(c) 2031 Quay Courier Ltd.\n\n"
    "{body}\n\nDocument QUAYCO0020310304em3400{no}x\n"
)
FACTIVA_CODED = (
    "HD \n{title}\nBY \n{by}\nWC 312 words\nPD 4 March 2031\nSN The Quay Courier\nSC QUAYCO\nLA English\nCY (c) 2031\nLP \n\n"
    "{body}\n\nTD \n\nMore of it.\n\nAN \nDocument QUAYCO0020310304em3400{no}x\n\n"
)
NEXIS = (
    "{title}\n\nThe Quay Courier\n\nMarch 4, 2031 Wednesday\n\nCopyright 2031 Quay Courier Ltd. All Rights Reserved\n\n"
    "Section: NEWS; Pg. 4\nLength: 312 words\nByline: {by}\n\nBody\n\n{body}\n\nLoad-Date: March 5, 2031\n\nEnd of Document\n\n"
)
LEXIS = (
    "                    {no} of 2 DOCUMENTS\n\n                    The Quay Courier\n\n"
    "                 March 4, 2031 Wednesday\n\n{title}\n\nBYLINE: {by}\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 312 words\n\n"
    "{body}\n\nLOAD-DATE: March 5, 2031\n\nLANGUAGE: ENGLISH\n\n"
)


@pytest.mark.parametrize("form", [FACTIVA, FACTIVA_CODED, NEXIS, LEXIS])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_database_exports_are_as_many_articles_as_they_hold(
    warehouse: Warehouse, raw: Path, form: str, newline: str
) -> None:
    pieces = [("Old quay closed", "Ada Quill", LEAD), ("Basin bought", "Gaspar Noon", OTHER)]
    text = "".join(form.format(title=t, by=by, body=b, no=no) for no, (t, by, b) in enumerate(pieces, 1))
    (raw / "a.txt").write_text(text, newline=newline)
    read(warehouse, raw)
    found = article(warehouse)
    assert titles(warehouse) == ["Basin bought", "Old quay closed"]
    assert (found["byline"], found["publisher"], found["day"]) == ("Ada Quill", "The Quay Courier", "2031-03-04")
    assert str(found["text"]).startswith(LEAD)
    assert "QUAYCO" not in str(found["text"])
    assert "Date:" not in str(found["text"])


@pytest.mark.parametrize("form", [FACTIVA, NEXIS, LEXIS])
def test_an_export_as_a_page_is_as_many_articles(warehouse: Warehouse, raw: Path, form: str) -> None:
    pieces = [("Old quay closed", "Ada Quill", LEAD), ("Basin bought", "Gaspar Noon", OTHER)]
    text = "".join(form.format(title=t, by=by, body=b, no=no) for no, (t, by, b) in enumerate(pieces, 1))
    rows = "".join(f"<p><span>{line.strip()}</span></p>\n" for line in text.splitlines() if line.strip())
    (raw / "a.html").write_text(f"<html><head><title>Export</title></head><body>{rows}</body></html>")
    read(warehouse, raw)
    assert titles(warehouse) == ["Basin bought", "Old quay closed"]
    assert str(article(warehouse)["text"]).startswith(LEAD)


@pytest.mark.parametrize("text", [f"{LEAD}\n\nEnd of Document\n\n{NEXT}", f"{LEAD}\n312 words\n{NEXT}"])
def test_a_text_that_only_holds_such_a_line_is_one_article(warehouse: Warehouse, raw: Path, text: str) -> None:
    (raw / "a.txt").write_text(text)
    read(warehouse, raw)
    assert warehouse.query("select text from articles") == [(text,)]


def _warc(path: Path, pages: dict[str, str], *, packed: bool = True) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        for url, page in pages.items():
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(url, "response", payload=io.BytesIO(page.encode()), http_headers=headers)
            )


@pytest.mark.parametrize("packed", [True, False])
def test_warc_records_are_captures_of_their_own(warehouse: Warehouse, raw: Path, packed: bool) -> None:
    _warc(raw / "crawl.warc.gz", {"https://quay.example/n/a": PAGE, "https://quay.example/n/b": BASIN}, packed=packed)
    read(warehouse, raw)
    rows = warehouse.query("select path, parent_capture_id is not null, url from captures order by path")
    assert rows == [
        ("raw/crawl.warc.gz", False, None),
        ("raw/crawl.warc.gz#1", True, "https://quay.example/n/a"),
        ("raw/crawl.warc.gz#2", True, "https://quay.example/n/b"),
    ]
    assert titles(warehouse) == ["Council buys the northern basin", "Old quay closed in Port Elm"]


@pytest.mark.parametrize("note", ["metadata://gnu.example/wget/warc/MANIFEST.txt", "urn:text:https://quay.example/n/a"])
def test_what_a_tool_notes_in_a_warc_is_no_article(warehouse: Warehouse, raw: Path, note: str) -> None:
    """wget writes its settings and its log behind the pages, other crawlers the words of each page once more."""
    _warc(raw / "a.warc", {"https://quay.example/n/a": PAGE})
    with (raw / "a.warc").open("ab") as file:
        writer = WARCWriter(file, gzip=True)
        payload = io.BytesIO(f"{LEAD} {OTHER}".encode())
        writer.write_record(
            writer.create_warc_record(note, "resource", payload=payload, warc_content_type="text/plain")
        )
    read(warehouse, raw)
    assert titles(warehouse) == ["Old quay closed in Port Elm"]
    assert told(warehouse) == {}


def test_an_archive_read_in_small_chunks_is_the_same(
    warehouse: Warehouse, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits is written when it grows large, so that memory is bounded: captures, articles, problems."""
    urls = [f"https://quay.example/n/{number}" for number in range(5)]
    _warc(raw / "a.warc", dict(zip(urls, [PAGE, BASIN, "", PAGE, BASIN], strict=True)))
    whole = empty_warehouse()
    read(whole, raw)
    monkeypatch.setattr("audit.ingest.step.CHUNK_SIZE", 1)
    read(warehouse, raw)
    for query in (
        "select path, url, parent_capture_id from captures order by path",
        "select article_id, version, capture_id, text from articles order by article_id, version",
        "select path, error from problems order by path",
    ):
        assert warehouse.query(query) == whole.query(query)
    whole.close()


def test_a_cut_warc_keeps_what_stands_before_the_cut(warehouse: Warehouse, raw: Path) -> None:
    _warc(raw / "a.warc", {"https://quay.example/n/a": PAGE, "https://quay.example/n/b": BASIN}, packed=False)
    whole = (raw / "a.warc").read_bytes()
    (raw / "a.warc").write_bytes(whole + b"WARC/1.0\r\nContent-Length: 99999999999\r\nWARC-Type: response\r\n\r\nx")
    (raw / "z.txt").write_text(LEAD)
    read(warehouse, raw)
    assert len(titles(warehouse)) == 3
    assert list(told(warehouse)) == ["raw/a.warc#3"]


def test_zip_members_and_what_is_left_out(warehouse: Warehouse, raw: Path) -> None:
    with zipfile.ZipFile(raw / "a.zip", "w") as archive:
        archive.writestr("in/a.html", PAGE)
        archive.writestr("in/b.html", BASIN)
        archive.writestr("in/style.css", "p { color: red }")
        archive.writestr("__MACOSX/a.html", "x")
    read(warehouse, raw)
    assert titles(warehouse) == ["Council buys the northern basin", "Old quay closed in Port Elm"]
    assert list(told(warehouse)) == ["raw/a.zip"]
    assert "1 of its 3 members" in told(warehouse)["raw/a.zip"]


def _docx(path: Path, *paragraphs: str) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{p[:9]}</w:t></w:r><w:r><w:t>{p[9:]}</w:t></w:r></w:p>" for p in paragraphs)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/vbaProject.bin", b"\xcc" * 100)


def test_a_word_document(warehouse: Warehouse, raw: Path) -> None:
    _docx(raw / "a.docx", "Old quay closed", "By Ada Quill", LEAD, NEXT)
    read(warehouse, raw)
    found = article(warehouse)
    assert (found["title"], found["byline"]) == ("Old quay closed", "Ada Quill")
    assert str(found["text"]).endswith(f"{LEAD}\n\n{NEXT}")


def test_rtf(warehouse: Warehouse, raw: Path) -> None:
    rtf = (
        r"{\rtf1\ansi\ansicpg1252 Old quay closed\par By Ada Quill\par "
        + LEAD
        + r"\par \ldblquote No,\rdblquote  he said.\par}"
    )
    (raw / "a.rtf").write_text(rtf)
    read(warehouse, raw)
    assert article(warehouse)["byline"] == "Ada Quill"
    assert "“No,” he said." in str(article(warehouse)["text"])


WHOLE_RTF = (
    r"{\rtf1\ansi{\fonttbl{\f0 Times;}} Old quay closed\par By Ada Quill\par "
    + LEAD
    + r" \{so\}\par "
    + NEXT
    + r"\par}"
)
WHOLE = (
    f"<!DOCTYPE html><html><head><title>Old quay closed</title></head><body><div><article><h1>Old quay closed</h1>"
    f"<p>{LEAD}</p><p>{NEXT}</p><p>{LEAD} {NEXT}</p><p>The harbour office gave no reason.</p></article></div></body></html>"
)


@pytest.mark.parametrize(("name", "whole"), [("a.rtf", WHOLE_RTF), ("a.html", WHOLE)])
@pytest.mark.parametrize("end", [NEXT[:20], LEAD[-20:]])
def test_a_file_that_was_cut_off_is_told_and_read(
    warehouse: Warehouse, raw: Path, name: str, whole: str, end: str
) -> None:
    cut = whole[: whole.rfind(end) + len(end)]
    (raw / name).write_text(whole)
    (raw / f"cut.{name}").write_text(cut)
    read(warehouse, raw)
    texts = dict(warehouse.query("select path, text from articles join captures using (capture_id)"))
    told = dict(warehouse.query("select path, error from problems"))
    assert all(LEAD in text for text in texts.values())
    assert len(texts) == 2
    assert list(told) == [f"raw/cut.{name}"]
    assert "was cut off" in told[f"raw/cut.{name}"]


@pytest.mark.parametrize(
    "page",
    [
        WHOLE,
        WHOLE.replace("</body></html>", ""),  # ends that HTML lets a page leave out
        WHOLE.replace("</p>", "").replace("</body></html>", ""),
        WHOLE + "<script>track('<div>')</script><!-- <div> -->",
        f"<div><p>{LEAD}</p><p>{NEXT}",  # a piece of a page
    ],
)
def test_a_page_that_ends_as_it_may_is_whole(page: str) -> None:
    assert not is_cut_page(page.encode())


@pytest.mark.parametrize(
    "end", ['<a href="htt', "<script>var a = 1;", "<!-- a <b>note</b>", "<div><p>Mor", "</div><div"]
)
def test_a_page_that_ends_in_its_middle(end: str) -> None:
    assert is_cut_page(WHOLE.replace("</article></div></body></html>", f"</article></div>{end}").encode())


ROW = {"title": "Old quay closed", "authors": [{"name": "Ada Quill"}], "lang": "eng", "body": f"{LEAD}\n{NEXT}"}


def _csv(mark: str) -> str:
    file = io.StringIO()
    rows = csv.DictWriter(file, ["headline", "publication", "pub_date", "full_text"], delimiter=mark)
    rows.writeheader()
    rows.writerow(
        dict(zip(rows.fieldnames, ["Old quay closed", "Quay Courier", "2031-03-04", f"{LEAD}\n{NEXT}"], strict=True))
    )
    return file.getvalue()


RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    "<title>Quay Courier</title><item><title>Old quay closed</title><link>https://quay.example/n/a</link>"
    "<author>x@quay.example (Ada Quill)</author><pubDate>Tue, 04 Mar 2031 10:00:00 +0100</pubDate>{body}</item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay Courier</title><entry><title>Old quay closed</title>'
    '<id>urn:1</id><link href="https://quay.example/n/a"/><author><name>Ada Quill</name></author>'
    f"<published>2031-03-04T10:00:00Z</published><content type='html'>&lt;p&gt;{LEAD}&lt;/p&gt;</content></entry></feed>"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", _csv(",")),
        ("a.tsv", _csv("\t")),
        ("a.json", json.dumps([ROW], indent=1)),
        (
            "a.jsonl",
            json.dumps(ROW, indent=1) + "\n" + json.dumps({**ROW, "title": "A basin", "body": OTHER}, indent=1),
        ),
        ("a.json", json.dumps({"status": "ok", "articles": {"results": [ROW]}})),
        (
            "a.json",
            json.dumps({"version": "1.1", "items": [{"title": ROW["title"], "content_html": f"<p>{LEAD}</p>"}]}),
        ),
        ("a.rss", RSS.format(body=f"<content:encoded><![CDATA[<p>{LEAD}</p>]]></content:encoded>")),
        ("a.xml", ATOM),
        ("a.txt", PAGE.replace("Old quay closed in Port Elm", "Old quay closed")),
    ],
)
def test_rows_and_feeds(warehouse: Warehouse, raw: Path, name: str, content: str) -> None:
    (raw / name).write_text(content)
    read(warehouse, raw)
    found = article(warehouse)
    assert (found["title"], found["language"]) == ("Old quay closed", "en")
    assert LEAD in str(found["text"])
    assert told(warehouse) == {}


def test_what_a_feed_says_of_an_entry(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.rss").write_text(RSS.format(body=f"<description>{LEAD}</description>"))
    read(warehouse, raw)
    found = article(warehouse)
    assert (found["byline"], found["publisher"], found["day"]) == ("Ada Quill", "Quay Courier", "2031-03-04")
    assert "only a summary" in told(warehouse)["raw/a.rss#1"]


def _mail(subject: str = "Old quay closed") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = subject, "Quay Courier <news@quay.example>"
    mail["Date"], mail["Message-ID"] = "Tue, 04 Mar 2031 06:30:00 +0100", f"<{len(subject)}@quay.example>"
    mail.set_content(f"{LEAD}\n\n{NEXT}\n")
    mail.add_alternative(f"<html><body><p>{LEAD}</p><p>{NEXT}</p></body></html>", subtype="html")
    return mail


def test_a_newsletter_of_several_stories(warehouse: Warehouse, raw: Path) -> None:
    mail = _mail("The morning")
    parts = (("quay", "Old quay closed in Port Elm", LEAD), ("basin", "Council buys the basin", NEXT))
    told = "".join(f"<h2><a href='https://quay.example/n/{u}'>{t}</a></h2><p>{w} {w}</p>" for u, t, w in parts)
    mail.clear_content()
    mail.set_content(f"<html><body>{told}</body></html>", subtype="html")
    (raw / "a.eml").write_bytes(mail.as_bytes())
    read(warehouse, raw)
    rows = warehouse.query(
        "select title, url, s.name from articles join sources s on source_id = publisher_id order by url"
    )
    assert rows == [
        ("Council buys the basin", "https://quay.example/n/basin", "Quay Courier"),
        ("Old quay closed in Port Elm", "https://quay.example/n/quay", "Quay Courier"),
    ]


def test_a_mail(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.eml").write_bytes(_mail().as_bytes())
    read(warehouse, raw)
    found = article(warehouse)
    assert (found["title"], found["publisher"], found["day"]) == ("Old quay closed", "Quay Courier", "2031-03-04")
    assert NEXT in str(found["text"])


@pytest.mark.parametrize("body", ["", " \n\n"])
def test_a_mail_without_words_is_told(warehouse: Warehouse, raw: Path, body: str) -> None:
    (raw / "a.eml").write_text(f"From: a@quay.example\nTo: b@quay.example\nSubject: Quay\n\n{body}")
    read(warehouse, raw)
    assert told(warehouse) == {"raw/a.eml": "it holds no text"}
    assert warehouse.query("select * from articles") == []


def test_a_mailbox(warehouse: Warehouse, raw: Path) -> None:
    box = mailbox.mbox(raw / "a.mbox")
    for subject in ("Old quay closed", "A basin is bought by the town"):
        box.add(mailbox.mboxMessage(_mail(subject)))
    box.close()
    (raw / "a.mbox").write_bytes((raw / "a.mbox").read_bytes())
    read(warehouse, raw)
    assert titles(warehouse) == ["A basin is bought by the town", "Old quay closed"]


def test_a_page_saved_as_one_file(warehouse: Warehouse, raw: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["Date"], mail["Snapshot-Content-Location"] = (
        "x",
        "Tue, 04 Mar 2031 06:30:00 +0100",
        "https://quay.example/n/a",
    )
    mail.make_related()
    part = EmailMessage()
    part.set_content(PAGE, subtype="html")
    part["Content-Location"] = "https://quay.example/n/a"
    mail.attach(part)
    mail["MIME-Version"] = "1.0"
    (raw / "a.mhtml").write_bytes(mail.as_bytes())
    read(warehouse, raw)
    assert titles(warehouse) == ["Old quay closed in Port Elm"]
    assert warehouse.query("select url from captures") == [("https://quay.example/n/a",)]


def test_the_head_of_a_note(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.md").write_text(f"---\ntitle: Old quay closed\nauthor: 'Ada Quill'\ndate: 2031-03-04\n---\n\n{LEAD}\n")
    (raw / "b.md").write_text(f"---\n\n{OTHER}\n")
    read(warehouse, raw)
    found = article(warehouse)
    assert (found["title"], found["byline"], found["day"]) == ("Old quay closed", "Ada Quill", "2031-03-04")
    assert len(titles(warehouse)) == 2


def test_the_address_that_a_browser_wrote_into_a_page(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.html").write_text(PAGE.replace("<html>", "<html><!-- saved from url=(0025)https://quay.example/n/a -->"))
    read(warehouse, raw)
    assert warehouse.query("select url from articles") == [("https://quay.example/n/a",)]


def test_the_folder_of_a_saved_page_is_no_input(warehouse: Warehouse, raw: Path) -> None:
    (raw / "quay_files").mkdir()
    (raw / "quay_files" / "ad.html").write_text(BASIN)
    (raw / "quay_notes").mkdir()
    (raw / "quay_notes" / "a.txt").write_text(f"{OTHER} And so on.")
    (raw / "quay.html").write_text(PAGE.replace("<p>", "<iframe src='./quay_files/ad.html'></iframe><p>", 1))
    read(warehouse, raw)
    paths = [path for (path,) in warehouse.query("select path from captures order by path")]
    assert paths == ["raw/quay.html", "raw/quay_notes/a.txt"]


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 60_000_000)


def _nested(path: Path) -> None:
    data = PAGE.encode()
    for n in range(6):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(f"{n}.zip" if n else "a.html", data)
        data = file.getvalue()
    path.write_bytes(data)


def _entity(path: Path) -> None:
    (path.parent.parent / "secret").write_text("SECRET")
    path.write_text(
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{path.parent.parent}/secret">]><rss><channel><item><title>&x;</title>'
        "</item></channel></rss>"
    )


def _parts(path: Path) -> None:
    mail = _mail()
    for n in range(300):
        mail.add_attachment(f"{n}", filename=f"{n}.txt")
    path.write_bytes(mail.as_bytes())


def _outside(path: Path) -> None:
    (path.parent.parent / "secret.txt").write_text("SECRET words of somebody else, that no one put into the folder.")
    path.symlink_to(path.parent.parent / "secret.txt")


BAD: dict[str, Callable[[Path], object]] = {
    "a.zip": _bomb,
    "b.zip": _nested,
    "c.zip": lambda path: path.write_bytes(b"PK\x03\x04 and no more"),
    "d.rss": _entity,
    "e.eml": _parts,
    "f.txt": _outside,
    "g.docx": lambda path: _docx(path, ""),
    "h.csv": lambda path: path.write_text("a,b\n1,2\n"),
    "i.json": lambda path: path.write_text("[" * 200_000),
    "j.html": lambda path: path.write_text(f"<html><body>{'<div>' * 60_000}{LEAD}</body></html>"),
    "l.html": lambda path: path.write_text("<?xml version='1.0' encoding='latin-1'?><!-- End of Document -->"),
    "m.rss": lambda path: path.write_text("<rss><channel></channel></rss>"),
    "n.xml": lambda path: path.write_bytes(b"<rss>\x00\xff"),
    "k.jsonl.gz": lambda path: path.write_bytes(gzip.compress(b"a" * 260_000_000, 1)),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_and_the_rest_is_read(warehouse: Warehouse, raw: Path, name: str) -> None:
    BAD[name](raw / name)
    (raw / "z.txt").write_text(f"{OTHER} It is so.")
    read(warehouse, raw)
    assert {path.startswith(f"raw/{name}") for path in told(warehouse)} == {True}
    assert warehouse.query("select text from articles") == [(f"{OTHER} It is so.",)]
    assert "SECRET" not in repr(told(warehouse))


def test_a_name_with_a_newline(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a\nb.txt").write_text(LEAD)
    read(warehouse, raw)
    assert warehouse.query("select path from captures") == [("raw/a\nb.txt",)]
