"""What a reader of the first reports met: each kind of fault in an invented story, all read in one run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audit.pipeline import Job, run_direct
from audit.warehouse import Warehouse, open_published
from tests.conftest import DEMO, Secondhand

ROUND = "will be closed on Friday because two of its three boilers have failed the yearly inspection, the council said."
FERRY = "“We have waited nine years for the new quay at Holm and we will not wait another nine while this one rots,” said Ina Brill."
TOLD = (
    ("Moor Express", 2, "The council told the Express that the Velden bridge will cost 3.1 million crowns. Nobody was surprised."),
    ("Vale Times", 3, "The Velden bridge will cost 3.1 million crowns, the council told the Moor Express."),
    ("Moor Express", 4, "Velden Fire and Rescue sent 46 firefighters. “We had it under control by noon,” Velden Fire and Rescue said."),
    ("Dell Post", 5, "The dairy tank at Ellmark lost 5 million litres of whey on Monday night, the owner said."),
    ("Vale Times", 6, "The dairy tank at Ellmark lost 7 million litres of whey on Monday night, the owner said."),
    ("Quay Sun", 6, "The dairy tank at Ellmark lost 7 million litres of whey on Monday night, according to the owner."),
    ("Dell Post", 8, "Some 41 percent of voters in Sorn support the tunnel, a poll by Lodestar found."),
    ("Vale Times", 9, "Some 63 percent of voters in Sorn would vote in May, a poll by Lodestar found. Of them 35 percent of voters oppose the tunnel."),
    ("Dell Post", 12, "The general said 3,000 Norlandic soldiers had landed on Ostrava, and another 7,000 soldiers were on the way."),
    ("Quay Sun", 13, "The ministry said about 10,000 Norlandic soldiers had landed or were to land on Ostrava."),
    ("Moor Express", 15, f"The old pumping station above the harbour {ROUND} It rained all day."),
    ("Vale Times", 16, f"The old pumping station above the harbour {ROUND} The market was full."),
    ("Dell Post", 18, f"{FERRY} The mayor was away."),
    ("Quay Sun", 19, f"{FERRY} Her boat is from 1951."),
    ("Dell Post", 21, "Nearly 300 residents of Tarn left their homes on Tuesday after the slide, the fire service said."),
    ("Quay Sun", 22, "After Tuesday’s slide 300 residents of Tarn had to spend the night in a school."),
    ("Vale Times", 24, "Sources said the owner of the mine at Brack had been warned, according to the Dell Post."),
    ("Norrline News Agency", 25, "The tank at Sill had been inspected in May, the mayor told Norrline."),
    ("Vale Times", 26, "The tank at Sill had been inspected in May, the mayor told Norrline."),
    ("Quay Sun", 28, "The council received “two written complaints” about the smell."),
)  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("met")
    (home / "raw").mkdir()
    lines = (
        {"id": f"n{n}", "publisher": house, "published": f"2031-03-{day:02}", "title": f"{house} {n}", "text": text}
        for n, (house, day, text) in enumerate(TOLD)
    )
    (home / "raw" / "all.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    run_direct(Job((home / "raw",), home / "w.duckdb", home / "report", home / "reviews", outlets=home))
    return home


@pytest.fixture(scope="module")
def held(home: Path) -> Iterator[Warehouse]:
    opened = open_published(home / "w.duckdb")
    yield opened
    opened.close()


def words(held: Warehouse, sql: str, *values: Any) -> list[Any]:
    return [row[0] for row in held.query(sql, list(values))]


def pages(home: Path, kind: str) -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in (home / "report" / kind).glob("*.html"))


def test_a_short_name_is_the_house_that_prints_it(held: Warehouse) -> None:
    credited = "select distinct s.name from credits join sources s using (source_id) where s.kind = 'outlet'"
    assert [name for name in words(held, credited) if "Express" in name] == ["Moor Express"]
    own = (
        "select count(*) from credits c join articles a using (article_id, version) where a.publisher_id = c.source_id"
    )
    assert words(held, own) == [0]


def test_a_fire_service_is_no_person(held: Warehouse) -> None:
    found = "select distinct kind from sources where name like 'Velden Fire%'"
    assert words(held, found) == ["organisation"]
    speaker = (
        "select s.name from quotes q join sources s on s.source_id = q.speaker_id where q.text like 'We had it under%'"
    )
    assert words(held, speaker) == ["Velden Fire and Rescue"]


AGAINST = """
    with told as (
        select c.claim_id, c.label, f.figure_id, f.surface from claims c join claim_mentions m using (claim_id)
        join figures f on f.figure_id = m.mention_id where c.kind = 'figure'
    ), apart as (
        select detail ->> 'a_id' as one, detail ->> 'b_id' as other from matches where relation in ('conflict', 'mutated', 'hedge_flipped')
        union select detail ->> 'b_id', detail ->> 'a_id' from matches where relation in ('conflict', 'mutated', 'hedge_flipped')
    )
    select t.claim_id, t.surface, (select count(*) from told o where o.claim_id = t.claim_id) as members,
           (select count(*) from apart x join told o on o.figure_id = x.other and o.claim_id = t.claim_id where x.one = t.figure_id) as against
    from told t where contains(t.label, t.surface)
"""


def test_a_claim_is_not_called_by_a_value_that_half_of_it_contradicts(
    home: Path, held: Warehouse, demo_warehouse: Path
) -> None:
    demo = open_published(demo_warehouse)
    disputed = {row[0] for opened in (held, demo) for row in opened.query(AGAINST) if 2 * row[3] >= row[2]}
    demo.close()
    assert len(disputed) == 1  # nearly and over 200 residents of the demo
    assert "7 million litres" in pages(home, "claims")


def test_shares_of_two_things_do_not_conflict(held: Warehouse) -> None:
    assert words(held, "select summary from findings where summary like '%voters%'") == []


def test_a_sum_stands_on_the_page_of_its_story(home: Path) -> None:
    assert "“3,000” and another “7,000” add up to “10,000”" in pages(home, "stories")


def test_no_passage_is_a_claim_beside_the_figures_and_words_in_it(held: Warehouse) -> None:
    kinds = "select kind from claims where label like ? order by kind"
    assert set(words(held, kinds, "%pumping station%")) == {"figure"}
    assert words(held, kinds, "%nine years for the new quay%") == ["utterance"]


def test_what_no_arrow_joins_became_nothing(home: Path, held: Warehouse) -> None:
    found = "select distinct m.relation from matches m join figures f on f.figure_id = m.detail ->> 'a_id' where f.surface = '300'"
    assert words(held, found) == ["hedge_lost"]
    assert (
        words(
            held, "select summary from findings where summary like '%Tarn%' and regexp_matches(summary, 'became|gone')"
        )
        == []
    )
    shown = [page for page in pages(home, "claims").split("<!doctype") if "Tarn" in page]
    assert shown
    assert not any(re.search(r"became|hedge gone", page) for page in shown)


def test_a_hop_that_is_named_is_told_with_the_vague_source(held: Warehouse) -> None:
    (said,) = words(held, "select summary from findings where kind = 'vague_source'")
    assert "comes through Dell Post from a source without a name: unnamed sources" in said


def test_a_short_name_of_a_held_agency_is_a_credit(held: Warehouse) -> None:
    sql = """select s.name, e.is_held from edges_told e join sources s on s.source_id = (select publisher_id from articles a where a.article_id = e.parent_article_id)
             where e.child_outlet = 'Vale Times' and e.claim like '%tank at Sill%'"""
    assert held.query(sql) == [("Norrline News Agency", True)]


def test_a_counted_thing_in_marks_is_no_quote(held: Warehouse) -> None:
    assert words(held, "select text from quotes where text like '%complaints%'") == []


def test_every_step_is_told(tmp_path: Path) -> None:
    said = list[str]()
    run_direct(
        Job(
            (DEMO / "coast-herald.txt",),
            tmp_path / "w.duckdb",
            tmp_path / "r",
            tmp_path / "v",
            outlets=tmp_path,
            tell=said.append,
        )
    )
    assert [words.split()[0] for words in said if ":" not in words] == [
        "reading", "extracting", "matching", "tracing", "judging", "checking", "writing",
    ]  # fmt: skip
    assert "extracting: 1/1 articles" in said


def test_the_terminal_counts_as_the_report_does(secondhand: Secondhand, tmp_path: Path) -> None:
    said = secondhand("run", DEMO, "--direct", "--warehouse", "d.duckdb", "--report", "r").stderr
    page = (tmp_path / "r" / "index.html").read_text(encoding="utf-8")
    counts = dict(re.findall(r"<li><b>([\d,]+)</b>(\w+)</li>", page))
    assert counts
    assert all(f" {n} {thing}" in said for n, thing in counts.items())
    (findings,) = re.findall(r"<b>(\d+)</b> findings", page)
    assert f" {findings} findings" in said
    assert sum(map(int, re.findall(r"^ +(\d+) [a-z_]+$", said, re.M))) == int(findings)
    assert all("--warehouse d.duckdb" in line for line in said.splitlines() if "secondhand " in line)


def test_an_address_alone_is_no_article(secondhand: Secondhand, tmp_path: Path) -> None:
    (tmp_path / "link.txt").write_text("https://moor.example/2031/bridge\n")
    said = secondhand("run", "link.txt", "--direct", "--no-report", "--warehouse", "d.duckdb").stderr
    assert "0 articles from 0 saved files" in said
    assert "1 input could not be used: secondhand sql 'from problems' --warehouse d.duckdb" in said
    assert "save the page itself" in secondhand("sql", "from problems", "--warehouse", "d.duckdb").stdout


@pytest.mark.parametrize("command", ["claims", "findings", "wanted"])
def test_two_formats_at_once_are_refused(secondhand: Secondhand, demo_warehouse: Path, command: str) -> None:
    done = secondhand(command, "--json", "--csv", "--warehouse", demo_warehouse)
    assert (done.returncode, done.stdout) == (2, "")
    assert "name one" in done.stderr


def test_a_folder_of_rulings_that_is_none_is_told(secondhand: Secondhand, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge at Holm was shut on Monday.")
    said = secondhand("run", "a.txt", "--direct", "--no-report", "--reviews", "nodir").stderr
    assert "no rulings are read: nodir is no folder" in said


def test_the_reading_list_names_only_what_can_be_asked_for(secondhand: Secondhand, demo_warehouse: Path) -> None:
    done = secondhand("wanted", "--json", "--warehouse", demo_warehouse)
    kinds = {row["kind"] for row in map(json.loads, done.stdout.splitlines())}
    assert {"outlet", "account"} <= kinds
    assert kinds.isdisjoint({"anonymous", "vague", "unseen", "platform"})
