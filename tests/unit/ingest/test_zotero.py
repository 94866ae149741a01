"""Pages that Zotero keeps: in a library's storage, whose tables are built here, and in the files of an export."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from audit.ingest.files import read_sidecar
from audit.ingest.step import ingest
from audit.warehouse import Warehouse

LEAD = "The harbour office of Port Elm closed the old quay after divers had found cracks in its walls."
ZOTERO_TABLES = """
create table items (itemID integer primary key, key text);
create table itemAttachments (itemID integer, parentItemID integer, path text);
create table fields (fieldID integer primary key, fieldName text);
create table itemDataValues (valueID integer primary key, value text);
create table itemData (itemID integer, fieldID integer, valueID integer);
create table creators (creatorID integer primary key, firstName text, lastName text);
create table creatorTypes (creatorTypeID integer primary key, creatorType text);
create table itemCreators (itemID integer, creatorID integer, creatorTypeID integer, orderIndex integer);
insert into items values (1, 'ITEM0001'), (2, 'SNAP0001');
insert into itemAttachments values (2, 1, 'storage:page.html');
insert into fields values (1, 'title'), (2, 'url'), (3, 'date'), (4, 'publicationTitle'), (5, 'accessDate');
insert into itemDataValues values (1, 'The quay of Port Elm is closed'), (2, 'https://quay.example/a'), (3, '2031-03-03 3 March 2031'),
    (4, 'Quay Courier'), (5, '2031-03-04 09:15:00'), (6, 'Snapshot'), (7, 'https://quay.example/a?saved');
insert into itemData values (1, 1, 1), (1, 2, 2), (1, 3, 3), (1, 4, 4), (2, 1, 6), (2, 2, 7), (2, 5, 5);
insert into creators values (1, 'Ada', 'Quill'), (2, 'Bo', 'Marsh'), (3, 'Ed', 'Itor');
insert into creatorTypes values (1, 'author'), (2, 'editor');
insert into itemCreators values (1, 2, 1, 1), (1, 1, 1, 0), (1, 3, 2, 2);
"""
ZOTERO_EXPORT = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <bib:Article rdf:about="https://quay.example/a">
    <z:itemType>newspaperArticle</z:itemType>
    <dcterms:isPartOf><bib:Newspaper><dc:title>Quay Courier</dc:title></bib:Newspaper></dcterms:isPartOf>
    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Quill</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <link:link rdf:resource="#item_12"/>
    <dc:title>The quay of Port Elm is closed</dc:title>
    <dc:date>2031-03-03</dc:date>
  </bib:Article>
  <z:Attachment rdf:about="#item_12">
    <z:itemType>attachment</z:itemType>
    <rdf:resource rdf:resource="files/12/page.html"/>
    <dc:identifier><dcterms:URI><rdf:value>https://quay.example/a?saved</rdf:value></dcterms:URI></dc:identifier>
    <dcterms:dateSubmitted>2031-03-04 09:15:00</dcterms:dateSubmitted>
    <dc:title>Snapshot</dc:title>
    <link:type>text/html</link:type>
  </z:Attachment>
</rdf:RDF>
"""
BARE = f"<html><body><p>{LEAD}</p></body></html>"
KEPT = {
    "url": "https://quay.example/a?saved",
    "fetched_at": "2031-03-04 09:15:00",
    "title": "The quay of Port Elm is closed",
    "published": "2031-03-03",
    "publisher": "Quay Courier",
}


def read(warehouse: Warehouse, raw: Path) -> list[tuple[object, ...]]:
    ingest(warehouse, [raw], home=raw.parent, run_id="r")
    return list(
        warehouse.query("select title, cast(published_at as varchar), byline, url from articles order by title")
    )


def problems(warehouse: Warehouse) -> list[tuple[object, ...]]:
    return list(warehouse.query("select path, error from problems"))


def test_a_library_of_zotero_tells_of_its_pages(warehouse: Warehouse, raw: Path) -> None:
    page = raw / "storage" / "SNAP0001" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text(BARE, encoding="utf-8")
    with closing(sqlite3.connect(raw / "zotero.sqlite")) as library:
        library.executescript(ZOTERO_TABLES)
    assert read_sidecar(page) == {**KEPT, "authors": ["Ada Quill", "Bo Marsh"]}
    row = (KEPT["title"], "2031-03-03 00:00:00", "Ada Quill, Bo Marsh", KEPT["url"])
    assert read(warehouse, raw) == [row]
    assert problems(warehouse) == []


def test_an_export_of_zotero_tells_of_its_files(warehouse: Warehouse, raw: Path) -> None:
    page = raw / "files" / "12" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text(BARE, encoding="utf-8")
    (raw / "Quay.rdf").write_text(ZOTERO_EXPORT, encoding="utf-8")
    assert read_sidecar(page) == {**KEPT, "authors": ["Ada Quill"]}
    assert [title for title, *_ in read(warehouse, raw)] == [KEPT["title"]]
    assert problems(warehouse) == []


def test_a_broken_library_of_zotero_says_nothing(raw: Path) -> None:
    for folder, file, text in (("storage", "zotero.sqlite", "no database"), ("files", "Quay.rdf", ZOTERO_EXPORT[:300])):
        page = raw / folder / "12" / "page.html"
        page.parent.mkdir(parents=True)
        page.write_text(BARE, encoding="utf-8")
        (raw / file).write_text(text, encoding="utf-8")
        assert read_sidecar(page) == {}


def test_a_title_that_is_a_number_is_a_title(raw: Path) -> None:
    page = raw / "storage" / "SNAP0001" / "page.html"
    with closing(sqlite3.connect(raw / "zotero.sqlite")) as library:
        library.executescript(ZOTERO_TABLES)
        library.execute("update itemDataValues set value = 1984 where valueID = 1")
        library.execute("update itemDataValues set value = 2031 where valueID = 3")
        library.commit()
    said = read_sidecar(page)
    assert (said["title"], said["published"]) == ("1984", "2031")
