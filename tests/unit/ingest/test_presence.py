"""What goes away, what comes back, and what was only edited where it lies."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from audit.ingest.lasting_articles import alike
from audit.ingest.step import ingest
from audit.warehouse import Warehouse

BODY = (
    "The ferry lands elsewhere since divers found {} cracks in the walls of the old quay and told the harbour office."
)


def read(warehouse: Warehouse, raw: Path, *paths: Path, again: bool = False) -> dict[str, int]:
    return ingest(warehouse, paths or (raw,), home=raw.parent, run_id="r", again=again, under=paths or (raw,))


def counted(warehouse: Warehouse) -> list[str]:
    """The texts that count, by the number in them."""
    return [
        text
        for (text,) in warehouse.query("select regexp_extract(text, '\\d+') from articles where is_latest order by 1")
    ]


def gone(warehouse: Warehouse) -> int:
    return int(warehouse.query("select count(*) from articles where gone_at is not null and not is_latest")[0][0])


def lines(path: Path, numbers: Sequence[int]) -> None:
    rows = ({"id": str(n), "publisher": "Quay Post", "text": BODY.format(n)} for n in numbers)
    path.write_text("\n".join(map(json.dumps, rows)))


def test_a_file_that_is_gone_counts_no_more_and_its_text_stays(warehouse: Warehouse, raw: Path) -> None:
    for number in (3, 4):
        (raw / f"{number}.txt").write_text(BODY.format(number))
    read(warehouse, raw)
    (raw / "3.txt").unlink()
    assert read(warehouse, raw).get("gone", 0) == 1
    assert (counted(warehouse), gone(warehouse)) == (["4"], 1)
    assert warehouse.query("select text from articles where gone_at is not null") == [(BODY.format(3),)]
    assert read(warehouse, raw).get("gone", 0) == 0
    (raw / "3.txt").write_text(BODY.format(3))
    assert read(warehouse, raw)["back"] == 1
    assert (counted(warehouse), gone(warehouse)) == (["3", "4"], 0)


def test_a_line_that_is_gone_counts_no_more(warehouse: Warehouse, raw: Path) -> None:
    for numbers in ([3, 4], [3, 4, 5], [3, 5]):
        lines(raw / "a.jsonl", numbers)
        read(warehouse, raw)
    assert (counted(warehouse), gone(warehouse)) == (["3", "5"], 1)
    lines(raw / "a.jsonl", [3, 4])
    read(warehouse, raw)
    assert (counted(warehouse), gone(warehouse)) == (["3", "4"], 1)


def test_what_lies_in_another_file_too_is_not_gone(warehouse: Warehouse, raw: Path) -> None:
    lines(raw / "a.jsonl", [3, 4])
    lines(raw / "b.jsonl", [4, 5])
    read(warehouse, raw)
    (raw / "a.jsonl").unlink()
    read(warehouse, raw)
    assert (counted(warehouse), gone(warehouse)) == (["4", "5"], 1)


def test_another_folder_than_that_of_the_run_keeps_its_articles(warehouse: Warehouse, raw: Path) -> None:
    for name, number in (("a", 3), ("b", 4)):
        (raw / name).mkdir()
        (raw / name / "x.txt").write_text(BODY.format(number))
        read(warehouse, raw, raw / name)
    (raw / "a" / "x.txt").unlink()
    assert read(warehouse, raw, raw / "b").get("gone", 0) == 0
    assert read(warehouse, raw, raw / "a").get("gone", 0) == 1
    assert counted(warehouse) == ["4"]


def test_a_file_that_moved_is_not_gone(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(BODY.format(3))
    read(warehouse, raw)
    (raw / "a.txt").rename(raw / "b.txt")
    assert read(warehouse, raw).get("gone", 0) == 0
    (raw / "b.txt").unlink()
    assert read(warehouse, raw).get("gone", 0) == 1


def test_what_cannot_be_read_is_not_gone(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(BODY.format(3))
    read(warehouse, raw)
    (raw / "a.txt").write_text("")
    assert read(warehouse, raw).get("gone", 0) == 0
    assert counted(warehouse) == ["3"]


def test_a_member_goes_with_the_last_archive_that_holds_it(warehouse: Warehouse, raw: Path) -> None:
    for name, numbers in (("a", (3, 4)), ("b", (4, 5))):
        with ZipFile(raw / f"{name}.zip", "w") as archive:
            for number in numbers:
                archive.writestr(f"{number}.txt", BODY.format(number))
    read(warehouse, raw)
    (raw / "a.zip").unlink()
    read(warehouse, raw)
    assert counted(warehouse) == ["4", "5"]
    (raw / "b.zip").unlink()
    read(warehouse, raw)
    assert counted(warehouse) == []


def test_problems_of_a_file_that_is_gone_go(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.jsonl").write_text('{"text": \n{"text": "' + BODY.format(3) + '"}')
    (raw / "b.txt").write_text("")
    read(warehouse, raw)
    assert warehouse.query("select count(*) from problems") == [(2,)]
    (raw / "a.jsonl").unlink()
    (raw / "b.txt").unlink()
    read(warehouse, raw)
    assert warehouse.query("from problems") == []


def test_a_text_put_back_is_what_it_was(warehouse: Warehouse, raw: Path) -> None:
    for number in (12, 13, 12):
        (raw / "a.txt").write_text(BODY.format(number))
        counts = read(warehouse, raw)
    assert (counted(warehouse), counts["back"], counts["captures"]) == (["12"], 1, 0)
    read(warehouse, raw, again=True)
    assert counted(warehouse) == ["12"]
    (raw / "a.txt").write_text(BODY.format(14))
    read(warehouse, raw)
    assert counted(warehouse) == ["14"]


def test_a_text_put_back_by_a_later_capture_is_what_it_was(warehouse: Warehouse, raw: Path) -> None:
    for day, number in enumerate((12, 13, 12)):
        row = {"id": "x", "publisher": "Quay Post", "text": BODY.format(number), "section": str(day)}
        (raw / f"{day}.jsonl").write_text(json.dumps(row))
        read(warehouse, raw)
    assert counted(warehouse) == ["12"]
    read(warehouse, raw, again=True)
    assert counted(warehouse) == ["12"]


PAGE = "{}\n\nQuay Post, 4 March 2031\n\n" + "\n\n".join(
    f"Paragraph {n} tells how the harbour office closed the quay and who asked for it." for n in range(6)
)


def article(raw: Path, title: str, text: str = PAGE) -> None:
    (raw / "a.txt").write_text(text.format(title))
    (raw / "a.meta.json").write_text(json.dumps({"title": title, "publisher": "Quay Post", "published": "2031-03-04"}))


def versions(warehouse: Warehouse) -> list[tuple[Any, ...]]:
    return warehouse.query("select count(distinct article_id), max(version), count(*) filter (is_latest) from articles")


def test_an_edited_headline_is_a_version(warehouse: Warehouse, raw: Path) -> None:
    for title in ("Quay shut", "Quay shut for good"):
        article(raw, title)
        read(warehouse, raw)
    assert versions(warehouse) == [(1, 2, 1)]
    assert warehouse.query("select title from articles where is_latest") == [("Quay shut for good",)]
    before = warehouse.query("from articles order by version")
    read(warehouse, raw, again=True)
    assert warehouse.query("from articles order by version") == before


def test_another_article_under_an_old_name_is_another(warehouse: Warehouse, raw: Path) -> None:
    article(raw, "Quay shut")
    read(warehouse, raw)
    article(raw, "Mill burns", "{}\n\n" + "Nobody knows yet why the mill on the hill burnt down on Sunday night. " * 9)
    assert read(warehouse, raw).get("gone", 0) == 1
    assert versions(warehouse) == [(2, 1, 1)]


def test_an_edited_copy_of_what_lies_elsewhere_is_another(warehouse: Warehouse, raw: Path) -> None:
    article(raw, "Quay shut")
    (raw / "b.txt").write_text(PAGE.format("Quay shut") + "\n")
    (raw / "b.meta.json").write_text((raw / "a.meta.json").read_text())
    read(warehouse, raw)
    article(raw, "Quay shut for good")
    read(warehouse, raw)
    assert versions(warehouse) == [(2, 1, 2)]


def test_versions_are_alike_and_others_not() -> None:
    assert alike("The quay is shut for good now.", "The quay is shut for good, now and then.")
    assert not alike("The quay is shut for good now.", "The mill on the hill burnt down.")


def test_a_warehouse_that_never_noted_places_loses_nothing(warehouse: Warehouse, raw: Path) -> None:
    (raw / "other").mkdir()
    for number in (3, 4):
        (raw / f"{number}.txt").write_text(BODY.format(number))
    (raw / "other" / "5.txt").write_text(BODY.format(5))
    read(warehouse, raw)
    for table in ("places", "members", "appearances", "meta"):
        warehouse.run(f"delete from {table}")
    (raw / "3.txt").unlink()
    read(warehouse, raw, raw / "other")
    assert counted(warehouse) == ["3", "4", "5"]
    read(warehouse, raw)
    assert counted(warehouse) == ["4", "5"]
