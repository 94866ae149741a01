"""Spreadsheets, PDF, web archives, subtitles, exports of platforms and agencies: by samples that their tools write."""

from __future__ import annotations

import io
import json
import plistlib
import zipfile
from pathlib import Path

import pytest

from audit.ingest.step import ingest
from audit.warehouse import Warehouse

LEAD = "The harbour office of Port Elm closed the old quay after divers had found cracks in its walls."
NEXT = "“We cannot ask people to walk over it,” said Mara Tolliver, who chairs the harbour board of the town."
TITLE = "Old quay closed in Port Elm"
PAGE = f"<!DOCTYPE html><html><head></head><body><article><h1>{TITLE}</h1><p>{LEAD}</p><p>{NEXT}</p></article></body></html>"


def read(warehouse: Warehouse, raw: Path) -> list[tuple[object, ...]]:
    ingest(warehouse, [raw], home=raw.parent, run_id="r")
    return list(warehouse.query("select title, genre, url, text from articles order by title"))


def told(warehouse: Warehouse) -> dict[str, str]:
    return dict(warehouse.query("select path, error from problems"))


def workbook(rows: list[list[object]]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_spreadsheet_is_a_row_an_article(warehouse: Warehouse, raw: Path) -> None:
    rows = [
        ["Title", "URL", "Full text"],
        [TITLE, "https://quay.example/a", LEAD],
        ["Basin sold", None, NEXT],
        [None, None, None],
    ]
    (raw / "export.xlsx").write_bytes(workbook(rows))
    assert [(title, url) for title, _, url, _ in read(warehouse, raw)] == [
        ("Basin sold", None),
        (TITLE, "https://quay.example/a"),
    ]


def test_a_spreadsheet_without_texts_is_told(warehouse: Warehouse, raw: Path) -> None:
    (raw / "sums.xlsx").write_bytes(workbook([["Month", "Sum"], ["May", 7]]))
    assert read(warehouse, raw) == []
    assert "no sheet with a column" in told(warehouse)["raw/sums.xlsx"]


def pdf(lines: list[str], title: str = "", pages: int = 1) -> bytes:
    """A PDF of one font, as a printer writes it."""
    shown = " T* ".join(f"({line.replace('(', '').replace(')', '')}) Tj" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 72 720 Td {shown} ET".encode("latin-1")
    kids = " ".join(f"{n} 0 R" for n in range(6, 6 + pages))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        f"<< /Title ({title}) >>".encode(),
        *[page] * pages,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return (
        out
        + head
        + b"trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    )


LINES = [
    TITLE,
    "The harbour office of Port Elm closed the old quay after divers",
    "had found cracks in its walls.",
    "Nobody knows how long the repair of the old walls will take, and",
    "the ferry lands elsewhere.",
]


def test_a_pdf_with_text(warehouse: Warehouse, raw: Path) -> None:
    pytest.importorskip("pypdf")
    (raw / "a.pdf").write_bytes(pdf(LINES, TITLE))
    ((title, _, _, text),) = read(warehouse, raw)
    assert title == TITLE
    assert "after divers\nhad found cracks in its walls.\n\nNobody" in str(text)


def test_a_pdf_without_text_and_a_broken_one_are_told(warehouse: Warehouse, raw: Path) -> None:
    pytest.importorskip("pypdf")
    (raw / "scan.pdf").write_bytes(pdf([]))
    (raw / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing of it")
    assert read(warehouse, raw) == []
    assert "image_only" in told(warehouse)["raw/scan.pdf"]
    assert "cannot be read" in told(warehouse)["raw/broken.pdf"]


def test_a_pdf_of_very_many_pages_is_read_to_a_limit(warehouse: Warehouse, raw: Path) -> None:
    pytest.importorskip("pypdf")
    (raw / "long.pdf").write_bytes(pdf(LINES, pages=400))
    assert len(read(warehouse, raw)) == 1
    assert "the first 300 are read" in told(warehouse)["raw/long.pdf"]


def test_a_web_archive_of_safari(warehouse: Warehouse, raw: Path) -> None:
    main = {
        "WebResourceData": PAGE.encode(),
        "WebResourceURL": "https://quay.example/a",
        "WebResourceMIMEType": "text/html",
    }
    (raw / "p.webarchive").write_bytes(plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY))
    (raw / "odd.webarchive").write_bytes(plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY))
    ((title, _, url, _),) = read(warehouse, raw)
    assert (title, url) == (TITLE, "https://quay.example/a")
    assert "no page" in told(warehouse)["raw/odd.webarchive"]


VTT = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:04.000 align:start\nMARA TOLLIVER: We cannot ask people to walk\n\n"
    "00:00:04.000 --> 00:00:07.000\n<c>over something</c> that we would not.\n\n"
    "00:00:07.000 --> 00:00:09.000\nOSKAR LINDGATE: Nobody asked you to.\n"
)
SRT = "1\n00:00:01,000 --> 00:00:04,000\nWe cannot ask people\n\n2\n00:00:04,000 --> 00:00:07,000\nto walk over it.\n"


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        (
            "a.vtt",
            VTT,
            "MARA TOLLIVER: We cannot ask people to walk over something that we would not.\n\nOSKAR LINDGATE: Nobody asked you to.",
        ),
        ("a.srt", SRT, "We cannot ask people to walk over it."),
    ],
)
def test_subtitles_are_a_transcript(warehouse: Warehouse, raw: Path, name: str, content: str, text: str) -> None:
    (raw / name).write_text(content, encoding="utf-8")
    assert [(genre, words) for _, genre, _, words in read(warehouse, raw)] == [("transcript", text)]


def test_an_item_of_ninjs_and_one_that_its_agency_took_back(warehouse: Warehouse, raw: Path) -> None:
    item = {
        "uri": "urn:quay:1",
        "pubstatus": "usable",
        "headlines": [{"role": "main", "value": TITLE}],
        "bodies": [{"contenttype": "text/html", "value": f"<p>{LEAD}</p><p>{NEXT}</p>"}],
    }
    (raw / "a.json").write_text(json.dumps(item), encoding="utf-8")
    (raw / "b.json").write_text(json.dumps({**item, "uri": "urn:quay:2", "pubstatus": "canceled"}), encoding="utf-8")
    assert [title for title, *_ in read(warehouse, raw)] == [TITLE, TITLE]
    assert [path for path, error in told(warehouse).items() if "withdrawn" in error] == ["raw/b.json:1"]


def newsml(meta: str, content: bool = True) -> str:
    """An item of NewsML-G2, with its words or without."""
    body = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{LEAD}</p><p>{NEXT}</p></body></html>'
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:quay:1"><itemMeta>{meta}</itemMeta>'
        f"<contentMeta><headline>{TITLE}</headline></contentMeta>"
        + (f"<contentSet><inlineXML>{body}</inlineXML></contentSet>" if content else "")
        + "</newsItem>"
    )


def errors(warehouse: Warehouse) -> list[str]:
    return [error for (error,) in warehouse.query("select error from problems order by error")]


def test_an_item_of_newsml_under_embargo(warehouse: Warehouse, raw: Path) -> None:
    meta = '<embargoed>2131-03-04T10:00:00Z</embargoed><pubStatus qcode="stat:withheld"/>'
    (raw / "a.xml").write_text(newsml(meta), encoding="utf-8")
    assert len(read(warehouse, raw)) == 1
    assert errors(warehouse) == [
        "the agency holds this text back (status: withheld)",
        "the text is under embargo until 2131-03-04T10:00:00Z",
    ]


@pytest.mark.parametrize(
    ("printed", "until"),
    [
        ("2131-03-04T10:00:00+01:00", "2131-03-04T10:00:00+01:00"),
        ("Monday noon", "Monday noon"),  # who cannot read it may not take it for over
        ("2001-03-04T10:00:00", "2001-03-04T10:00:00"),  # of what zone?
        ("2001-03-04T10:00:00Z", None),
    ],
)
def test_an_embargo_is_told_until_it_is_over(warehouse: Warehouse, raw: Path, printed: str, until: str | None) -> None:
    item = {"uri": "urn:quay:1", "embargoed": printed, "headline": TITLE, "body_text": f"{LEAD}\n\n{NEXT}"}
    (raw / "a.json").write_text(json.dumps(item, indent=1), encoding="utf-8")
    assert len(read(warehouse, raw)) == 1
    assert errors(warehouse) == ([f"the text is under embargo until {until}"] if until else [])


NOTE = "Corrects the number of boats in the second paragraph to nine."


def corrections(warehouse: Warehouse) -> list[str]:
    """The words of lines that say what was corrected."""
    sql = "select substring(a.text, b.start_char + 1, b.end_char - b.start_char) from blocks b join articles a using (article_id, version)"
    return [words for (words,) in warehouse.query(f"{sql} where b.role = 'correction'")]


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ({"signals": ["correction"], "ednote": NOTE}, True),
        ({"signals": [{"code": "sig:correction", "name": "Correction"}], "ednote": NOTE}, True),
        ({"ednote": "CORRECTION: An earlier version of this article misstated the number of boats."}, True),
        ({"signals": ["update"], "ednote": "Adds a comment of the harbour office."}, False),
        ({"version": "2", "ednote": "Please use this version."}, False),
    ],
)
def test_an_item_of_ninjs_that_corrects_an_earlier_one(
    warehouse: Warehouse, raw: Path, said: dict[str, object], is_one: bool
) -> None:
    item = {"uri": "urn:quay:1", "pubstatus": "usable", "headline": TITLE, "body_text": f"{LEAD}\n\n{NEXT}"}
    (raw / "a.json").write_text(json.dumps({**item, **said}, indent=1), encoding="utf-8")
    assert len(read(warehouse, raw)) == 1
    assert corrections(warehouse) == ([said["ednote"]] if is_one else [])
    assert errors(warehouse) == ([f"the agency has corrected this text: {said['ednote']}"] if is_one else [])


def test_a_correction_in_newsml_and_in_nitf(warehouse: Warehouse, raw: Path) -> None:
    meta = f'<edNote>{NOTE}</edNote><signal qcode="sig:correction"/>'
    (raw / "a.xml").write_text(newsml(meta), encoding="utf-8")
    docdata = f'<docdata><correction info="{NOTE}" id-string="quay-1"/><doc-id id-string="quay-2"/></docdata>'
    (raw / "b.xml").write_text(
        f"<nitf><head>{docdata}</head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head>"
        f"<body.content><p>{LEAD}</p><p>{NEXT}</p></body.content></body></nitf>",
        encoding="utf-8",
    )
    assert len(read(warehouse, raw)) == 2
    assert corrections(warehouse) == [NOTE, NOTE]
    assert errors(warehouse) == [f"the agency has corrected this text: {NOTE}"] * 2


def test_a_correction_without_a_note_is_told(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.xml").write_text(newsml('<signal qcode="sig:correction"/>'), encoding="utf-8")
    assert len(read(warehouse, raw)) == 1
    assert (corrections(warehouse), errors(warehouse)) == ([], ["the agency has corrected this text"])


def test_an_embargo_without_an_end(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.xml").write_text(newsml("<embargoed/>"), encoding="utf-8")
    read(warehouse, raw)
    assert errors(warehouse) == ["the text is under embargo until an end that is not given"]


def test_an_item_that_comes_without_its_words_is_known_by_its_id(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.xml").write_text(newsml('<pubStatus qcode="stat:usable"/>'), encoding="utf-8")
    (raw / "b.xml").write_text(newsml('<pubStatus qcode="stat:canceled"/>', content=False), encoding="utf-8")
    (raw / "c.xml").write_text(newsml('<pubStatus qcode="stat:usable"/>', content=False), encoding="utf-8")
    assert len(read(warehouse, raw)) == 1
    statuses = "select s.status, c.path from statuses s join articles using (article_id) join captures c on c.capture_id = s.capture_id"
    assert warehouse.query(f"{statuses} order by seen_no") == [("usable", "raw/a.xml"), ("canceled", "raw/b.xml")]
    assert sorted(told(warehouse).items()) == [
        ("raw/b.xml#1", "the agency has withdrawn this text (status: canceled)"),
        ("raw/c.xml#1", "the entry has no text"),
    ]


def test_the_head_of_nitf_says_what_may_be_used(warehouse: Warehouse, raw: Path) -> None:
    docdata = '<docdata management-status="withheld"><doc-id id-string="quay-1"/><date.release norm="21310304T100000Z"/></docdata>'
    (raw / "a.xml").write_text(
        f"<nitf><head>{docdata}</head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head>"
        f"<body.content><p>{LEAD}</p><p>{NEXT}</p></body.content></body></nitf>",
        encoding="utf-8",
    )
    assert len(read(warehouse, raw)) == 1
    assert warehouse.query("select external_id from articles") == [("quay-1",)]
    assert errors(warehouse) == [
        "the agency holds this text back (status: withheld)",
        "the text is under embargo until 21310304T100000Z",
    ]


def test_an_archive_of_posts_of_x(warehouse: Warehouse, raw: Path) -> None:
    tweets = [{"tweet": {"id_str": "7", "full_text": LEAD, "created_at": "Tue Mar 04 09:15:00 +0000 2031"}}]
    (raw / "tweets.js").write_text(f"window.YTD.tweets.part0 = {json.dumps(tweets, indent=1)}", encoding="utf-8")
    ingest(warehouse, [raw], home=raw.parent, run_id="r")
    rows = warehouse.query("select external_id, cast(published_at as varchar), text from articles")
    assert rows == [("7", "2031-03-04 09:15:00", LEAD)]


def test_a_channel_of_telegram(warehouse: Warehouse, raw: Path) -> None:
    pieces = ["The harbour office ", {"type": "bold", "text": "closed"}, " the old quay of Port Elm on Monday."]
    messages = [
        {"id": 1, "type": "message", "date": "2031-03-04T10:15:00", "text": pieces},
        {"id": 2, "type": "service", "text": ""},
    ]
    (raw / "result.json").write_text(json.dumps({"name": "Quay", "messages": messages}, indent=1), encoding="utf-8")
    assert [text for *_, text in read(warehouse, raw)] == [
        "The harbour office closed the old quay of Port Elm on Monday."
    ]


def test_a_folder_of_archivebox_is_one_page(warehouse: Warehouse, raw: Path) -> None:
    folder = raw / "1772700900"
    (folder / "readability").mkdir(parents=True)
    said = {"url": "https://quay.example/a", "timestamp": "1772700900.0", "title": TITLE}
    (folder / "index.json").write_text(json.dumps(said), encoding="utf-8")
    (folder / "index.html").write_text(f"<html><body><h1>{TITLE}</h1><p>Archived</p></body></html>", encoding="utf-8")
    (folder / "singlefile.html").write_text(PAGE, encoding="utf-8")
    (folder / "readability" / "content.txt").write_text(LEAD, encoding="utf-8")
    (folder / "output.pdf").write_bytes(b"%PDF-1.4\n")
    assert [(title, url) for title, _, url, _ in read(warehouse, raw)] == [(TITLE, "https://quay.example/a")]
    assert told(warehouse) == {}


def test_what_an_export_says_is_kept_with_the_version(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.jsonl").write_text(json.dumps({"title": TITLE, "authors": ["Ada Quill"], "text": LEAD}), encoding="utf-8")
    read(warehouse, raw)
    rows = warehouse.query("select version, field, value, origin from meta_claims order by field")
    assert rows == [(1, "author", "Ada Quill", "export"), (1, "title", TITLE, "export")]


def test_a_workbook_that_unpacks_to_far_too_much_is_told(warehouse: Warehouse, raw: Path) -> None:
    pytest.importorskip("openpyxl")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sharedStrings.xml", " " * 60_000_000)
    (raw / "bomb.xlsx").write_bytes(out.getvalue())
    assert read(warehouse, raw) == []
    assert "unpacks to more than" in told(warehouse)["raw/bomb.xlsx"]


def test_a_folder_of_archivebox_leads_nowhere_outside(warehouse: Warehouse, raw: Path) -> None:
    (raw.parent / "outside.html").write_text(PAGE, encoding="utf-8")
    (raw.parent / "outside.json").write_text('{"url": "https://q.example/a", "timestamp": "1"}', encoding="utf-8")
    folder = raw / "1"
    folder.mkdir()
    (folder / "index.html").write_text("<html><body>x</body></html>", encoding="utf-8")
    (folder / "singlefile.html").symlink_to(raw.parent / "outside.html")
    (folder / "index.json").symlink_to(raw.parent / "outside.json")
    assert [text for *_, text in read(warehouse, raw)] == ["x"]
    assert told(warehouse)["raw/1/singlefile.html"] == "a link out of the folder is not followed"
