"""The step: captures, identity, versions, sources, problems; twice over the same input changes nothing."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audit.errors import InputError
from audit.ingest.decode import UnreadableError, decode
from audit.ingest.files import list_files
from audit.ingest.step import ingest
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

BODY = (
    "The harbour office closed the old quay after divers had found cracks in its walls, and the ferry lands elsewhere."
)


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    """An empty warehouse."""
    found = empty_warehouse()
    yield found
    found.close()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """An empty input folder beside it."""
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


def read(warehouse: Warehouse, *paths: Path, run_id: str = "r1") -> dict[str, int]:
    """The step over `paths`; the home is the folder above the first."""
    return ingest(warehouse, paths, home=paths[0].parent, run_id=run_id)


def rows(warehouse: Warehouse) -> dict[str, list[tuple[Any, ...]]]:
    """All that the step writes."""
    tables = ("captures", "articles", "blocks", "links", "sources", "source_names", "problems")
    return {table: sorted(warehouse.query(f"select * from {table}"), key=repr) for table in tables}


def lines(*articles: dict[str, Any]) -> str:
    """JSON lines."""
    return "".join(json.dumps(article) + "\n" for article in articles)


def problems(warehouse: Warehouse) -> dict[str, str]:
    """Reason by path."""
    return dict(warehouse.query("select path, error from problems"))


def test_a_second_run_changes_nothing(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(f"Old quay closed\n{BODY}\n")
    (raw / "b.jsonl").write_text(lines({"id": "1", "text": BODY, "outlet": "Reuters"}, {"id": "2"}))
    assert read(warehouse, raw) == {"captures": 2, "articles": 2, "versions": 0, "problems": 1}
    before = rows(warehouse)
    assert set(read(warehouse, raw, run_id="r2").values()) == {0}
    assert rows(warehouse) == before


def test_spans_slice_back_to_the_text(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_bytes(f"Old quay closed\r\n\r\n{BODY}\r\n".encode())
    read(warehouse, raw)
    found = warehouse.query(
        "select role, substr(text, start_char + 1, end_char - start_char)"
        " from blocks join articles using (article_id, version) order by block_no"
    )
    assert found == [("title", "Old quay closed"), ("paragraph", BODY)]


@pytest.mark.parametrize(("data", "raw_start"), [(f"\n{BODY}", 1), (f"\ufeff{BODY}", 1), (f"a b\r\n{BODY}", None)])
def test_a_dump_knows_its_place_in_the_file(warehouse: Warehouse, raw: Path, data: str, raw_start: int | None) -> None:
    (raw / "a.txt").write_bytes(data.encode())
    read(warehouse, raw)
    assert warehouse.query("select raw_start from blocks order by block_no desc limit 1") == [(raw_start,)]


def test_the_same_bytes_are_one_capture(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(BODY)
    (raw / "b.txt").write_text(BODY)
    assert read(warehouse, raw)["captures"] == 1
    assert warehouse.query("select path from captures") == [("raw/a.txt",)]


def test_a_changed_file_adds_a_version(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(BODY)
    read(warehouse, raw)
    (raw / "a.txt").write_text(BODY.replace("cracks", "holes"))
    assert read(warehouse, raw) == {"captures": 1, "articles": 0, "versions": 1, "problems": 0}
    assert warehouse.query("select version, is_latest from articles order by 1") == [(1, False), (2, True)]


def test_another_layout_is_no_version(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(BODY)
    read(warehouse, raw)
    (raw / "a.txt").write_text(f"\n  {BODY.replace(', ', ',  ')}\n")
    assert read(warehouse, raw) == {"captures": 1, "articles": 0, "versions": 0, "problems": 0}


def test_versions_in_one_run_follow_their_dates(warehouse: Warehouse, raw: Path) -> None:
    later = {"id": "1", "text": f"{BODY} Late.", "published": "2031-03-04", "modified": "2031-03-06"}
    first = {"id": "1", "text": BODY, "published": "2031-03-04"}
    (raw / "a.jsonl").write_text(lines(later, first))
    assert read(warehouse, raw)["versions"] == 1
    assert warehouse.query("select text from articles order by version") == [(BODY,), (f"{BODY} Late.",)]


def test_identity_by_address(warehouse: Warehouse, raw: Path) -> None:
    one = {"url": "https://www.quay.example/a?utm_source=x", "text": BODY}
    two = {"url": "http://quay.example/a/", "text": f"{BODY} Late."}
    front = [{"url": "https://quay.example/", "text": f"{BODY} {n}"} for n in range(2)]
    (raw / "a.jsonl").write_text(lines(one, two, *front))
    assert read(warehouse, raw) == {"captures": 1, "articles": 3, "versions": 1, "problems": 0}


def test_ids_of_two_outlets_are_two_articles(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.jsonl").write_text(lines(*({"id": "1", "outlet": o, "text": BODY} for o in ("Quay Courier", "Reuters"))))
    assert read(warehouse, raw)["articles"] == 2


def test_ids_of_two_exports_without_outlets_are_two_articles(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.jsonl").write_text(lines({"id": "1", "text": BODY}))
    (raw / "b.jsonl").write_text(lines({"id": "1", "text": f"{BODY} Other."}))
    assert read(warehouse, raw)["articles"] == 2


def test_links_carry_the_role_of_their_block(warehouse: Warehouse, raw: Path) -> None:
    only = '<p><a href="https://quay.example/b">Why the old quay is sinking, and what it costs all of us</a></p>'
    prose = f'<p>{BODY} <a href="https://www.reuters.com/q">Reuters</a> reported it.</p>'
    (raw / "a.html").write_text(
        f"<html><body><article><h1>Old quay closed now</h1>{prose * 3}{only}{prose}</article></body></html>"
    )
    read(warehouse, raw)
    found = dict(warehouse.query("select kind, max(role) from links group by 1"))
    assert found == {"outlet": "paragraph", "other": "aside"}


def test_publishers_are_sources_once(warehouse: Warehouse, raw: Path) -> None:
    articles = [
        {"id": str(n), "outlet": o, "text": f"{BODY} {n}"} for n, o in enumerate(["AP", "Associated Press", "Quay"])
    ]
    (raw / "a.jsonl").write_text(lines(*articles))
    read(warehouse, raw)
    found = warehouse.query("select name, kind, in_corpus from sources order by 1")
    assert found == [("Quay", "outlet", True), ("The Associated Press", "agency", True)]
    names = warehouse.query("select n.name from source_names n join sources s using (source_id) where kind = 'agency'")
    assert sorted(names) == [("AP",), ("Associated Press",), ("The Associated Press",)]


def test_a_held_source_is_not_added_again(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.jsonl").write_text(lines({"id": "1", "outlet": "Reuters", "text": BODY}))
    read(warehouse, raw)
    warehouse.run("update sources set in_corpus = false")
    (raw / "b.jsonl").write_text(lines({"id": "2", "outlet": "Reuters", "text": BODY}))
    read(warehouse, raw)
    assert warehouse.query("select count(*), bool_and(in_corpus) from sources") == [(1, True)]


def test_a_sidecar_tells_what_a_dump_does_not(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(BODY)
    said = {
        "outlet": "Reuters",
        "url": "https://www.reuters.com/world/a",
        "title": "Quay shut",
        "fetched_at": "2031-03-04T10:00",
    }
    (raw / "a.meta.json").write_text(json.dumps(said))
    read(warehouse, raw)
    query = "select title, s.name, cast(published_to as varchar), a.url, c.url from articles a"
    query += " join captures c using (capture_id) join sources s on s.source_id = a.publisher_id"
    ((title, publisher, to, *urls),) = warehouse.query(query)
    assert (title, publisher, to) == ("Quay shut", "Reuters", "2031-03-04 10:00:00")
    assert set(urls) == {"https://www.reuters.com/world/a"}


def test_a_year_comes_from_a_file_of_the_same_folder(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(f"Quay closed\nOct 22\n{BODY}")
    (raw / "b.txt").write_text(f"{BODY}\nIt is shut.\n— Kai (@kai) October 30, 2019")
    read(warehouse, raw)
    found = warehouse.query("select cast(published_from as varchar), year_basis from articles order by 1")
    assert found == [("2019-10-22 00:00:00", "inferred"), ("2019-10-30 00:00:00", "stated")]


def test_bad_input_is_told_and_the_rest_is_read(warehouse: Warehouse, raw: Path) -> None:
    packed = gzip.compress(lines(*({"id": str(n), "text": f"{BODY} {n * 7919}"} for n in range(500))).encode())
    (raw / "binary.txt").write_bytes(b"a\x00b")
    (raw / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (raw / "cut.txt.gz").write_bytes(gzip.compress(os.urandom(9000).hex().encode())[:6000])
    (raw / "empty.txt").write_bytes(b"")
    (raw / "empty.jsonl").write_bytes(b"")
    (raw / "huge.html").write_bytes(b"<p>" + b"a" * 5_000_001)
    (raw / "no.html").write_text("<html><body></body></html>")
    (raw / "picture.png").write_bytes(b"\x89PNG")
    (raw / "some.jsonl").write_text('{"id"\n[1]\n{"id": "x"}\n' + lines({"id": "y", "text": "a\ud800\x00b"}))
    (raw / "noted.txt").write_text(BODY)
    (raw / "noted.meta.json").write_text("[]")
    os.mkfifo(raw / "pipe.txt")
    (raw / "z.txt").write_text(f"{BODY} Good.")
    counts = read(warehouse, raw)
    told = problems(warehouse)
    reasons = {
        "raw/binary.txt": "NUL",
        "raw/cut.txt.gz": "cut off",
        "raw/empty.txt": "empty",
        "raw/empty.jsonl": "empty",
        "raw/huge.html": "5 MB",
        "raw/no.html": "no article text",
        "raw/picture.png": "not a format",
        "raw/some.jsonl:1": "not JSON",
        "raw/some.jsonl:2": "no object",
        "raw/some.jsonl:3": '"text"',
        "raw/noted.txt": "sidecar",
        "raw/pipe.txt": "ordinary",
    }
    assert {path: reason for path, reason in reasons.items() if reason in told[path]} == reasons
    assert len(told) == counts["problems"] == len(reasons) + 1  # and the line where the packed lines end
    texts = {text for (text,) in warehouse.query("select text from articles")}
    assert {"a\ufffd\ufffdb", f"{BODY} Good.", f"{BODY} 0"} <= texts


def test_a_missing_path_is_the_users_to_mend(warehouse: Warehouse, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not there"):
        read(warehouse, tmp_path / "nowhere")


def test_what_is_left_out_and_in_what_order(raw: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.HTM", "reviews/x.jsonl", ".hidden.txt", "b.meta.json", "set.toml", "c.htm.gz"):
        (raw / name).parent.mkdir(exist_ok=True)
        (raw / name).write_text("x")
    (raw / "loop").symlink_to(raw)
    assert [p.relative_to(raw).as_posix() for p in list_files([raw, raw / "b.txt"])] == [
        "a/y.HTM",
        "a/z.md",
        "b.txt",
        "c.htm.gz",
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\rc", "a\nb\nc"),
        ("\ufeffa — b".encode(), "a — b"),
        ("a — “b”".encode("utf-16"), "a — “b”"),
        (
            "Der Fluß fließt für alle Bürger schön über die Wälle.".encode("latin-1"),
            "Der Fluß fließt für alle Bürger schön über die Wälle.",
        ),
        ("“a” — “b” — “c” — “d”".encode()[:-1], "“a” — “b” — “c” — “d\ufffd"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "label", "text"),
    [
        ("„Wir können“".encode("cp1252"), "ISO-8859-1", "„Wir können“"),
        ("“We cannot”".encode(), "iso-8859-1", "“We cannot”"),
        ("港口关闭".encode("gb18030"), "gb2312", "港口关闭"),
        ("The quay is closed for good.".encode("utf-16-le"), None, "The quay is closed for good."),
        ("The quay is closed for good.".encode("utf-16-be"), "no-such-label", "The quay is closed for good."),
    ],
)
def test_encodings_as_browsers_read_them(data: bytes, label: str | None, text: str) -> None:
    assert decode(data, label) == text


@pytest.mark.parametrize("data", [b"", b" \n\t", b"a\x00b", b"\x00\x01" * 40])
def test_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        decode(data)


def test_a_date_that_cannot_be_read_is_a_problem_and_the_article_stays(warehouse: Warehouse, raw: Path) -> None:
    bad, good = ({"text": f"{BODY} {n}", "published": n} for n in (123, 20310304))
    (raw / "a.jsonl").write_text(lines(good) + " \n\n" + lines({**bad, "id": "b"}) + "{\n" + lines({**bad, "id": "c"}))
    (raw / "b.txt").write_text(f"{BODY} Other.")
    (raw / "b.meta.json").write_text('{"published": "some day"}')
    assert read(warehouse, raw) == {"captures": 2, "articles": 4, "versions": 0, "problems": 4}
    found = problems(warehouse)
    assert sorted(found) == ["raw/a.jsonl:4", "raw/a.jsonl:5", "raw/a.jsonl:6", "raw/b.txt"]
    assert "123" in found["raw/a.jsonl:4"]
    assert "not JSON" in found["raw/a.jsonl:5"]
    assert "some day" in found["raw/b.txt"]
    assert warehouse.query("select count(published_at), count(*) from articles") == [(1, 4)]
    assert set(read(warehouse, raw, run_id="r2").values()) == {0}


def test_a_date_under_another_name_makes_up_for_one_that_cannot_be_read(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.jsonl").write_text(lines({"text": BODY, "published": "some day", "date": "2031-03-04"}))
    assert read(warehouse, raw)["problems"] == 0
    assert warehouse.query("select published_at::date::varchar from articles") == [("2031-03-04",)]


def test_the_last_line_of_a_cut_file_keeps_its_number(warehouse: Warehouse, raw: Path) -> None:
    rows_ = [{"text": f"{BODY} {n} {os.urandom(20_000).hex()}", "date": [n]} for n in range(9)]
    packed = gzip.compress(lines(*rows_).encode())
    (raw / "a.jsonl.gz").write_bytes(packed[: 2 * len(packed) // 3])
    kept = read(warehouse, raw)["articles"]
    found = problems(warehouse)
    assert 0 < kept < 9
    assert set(found) == {f"raw/a.jsonl.gz:{n}" for n in range(1, kept + 2)}
    assert "cut off" in found[f"raw/a.jsonl.gz:{kept + 1}"]


def test_many_small_files_cost_no_statement_each(
    warehouse: Warehouse, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows of many articles go in together: as many statements for 60 files as for 20."""
    asked = {name: getattr(Warehouse, name) for name in ("insert", "run", "query")}
    told = list[str]()
    for name, work in asked.items():

        def counted(self: Warehouse, *given: Any, _work: Any = work, _name: str = name) -> Any:
            told.append(_name)
            return _work(self, *given)

        monkeypatch.setattr(Warehouse, name, counted)
    spent = []
    for start, end in ((0, 20), (20, 80)):
        for number in range(start, end):
            (raw / f"{number}.txt").write_text(f"{BODY} It is quay {number}.")
        told.clear()
        assert read(warehouse, raw, run_id=f"r{end}")["articles"] == end - start
        spent.append(len(told))
    assert spent[1] <= spent[0] + 5
