"""The second reading: names of held publishers are outlets, and only what prints a new one is read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.extract.article import extract_mentions
from audit.extract.stage.held_names import reread, with_held
from audit.lexicon.outlets import Outlet, Outlets, kind_of_publisher
from audit.records import Article, SourceKind, Span
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

KNOWN = Outlets([Outlet("salon", "Salon", words=("Salon",)), Outlet("time", "TIME", words=("TIME",))])


def names_in(names: list[str], text: str) -> list[str]:
    return [found.outlets[0].name for found in with_held(KNOWN, names).named_in(text)]


def test_a_held_publisher_is_an_outlet_of_any_text() -> None:
    assert names_in(["Orrin Valley Notes"], "He told Orrin Valley Notes so.") == ["Orrin Valley Notes"]
    assert names_in([], "He told Orrin Valley Notes so.") == []


def test_the_telling_word_of_a_name_stands_for_it() -> None:
    assert names_in(["Norrline News Agency"], "He told Norrline so.") == ["Norrline News Agency"]


def test_the_noun_of_a_paper_names_one_behind_its_article_alone() -> None:
    assert names_in(["Orrinsea Herald"], "A Post-Herald poll hung in Herald Street.") == []
    assert names_in(["Orrinsea News"], "A Post-ABC News poll bored the News.") == []
    assert names_in(["Orrinsea Herald"], "It bored the Herald.") == ["Orrinsea Herald"]


def test_a_name_in_full_shortens_no_other() -> None:
    known = Outlets([Outlet("independent", "The Independent", the=("Independent",))])
    (named,) = with_held(known, ["Orrinsea Independent"]).named_in("It bored the Independent.")
    assert [outlet.name for outlet in named.outlets] == ["The Independent"]


@pytest.mark.parametrize("name", ["The Orrinsea Herald", "Radio Orrinsea", "Orrinsea Evening Post"])
def test_the_town_of_a_paper_does_not(name: str) -> None:
    assert names_in([name], "He told a press conference in Orrinsea so.") == []


ALL = "NTS – Norrian Telegraph Service, English desk"


@pytest.mark.parametrize(
    ("masthead", "text", "named"),
    [
        (ALL, "The agency, NTS, has him say so.", [ALL]),
        (ALL, "He told the Norrian Telegraph Service so.", [ALL]),
        (ALL, "He told its English desk so.", []),
        ("NTX – Norrian Telegraph Service", "NTX fell by nine points.", []),
        ("Politics | Orrinsea Pilot", "Politics bored him; the Orrinsea Pilot knew.", ["Politics | Orrinsea Pilot"]),
    ],
)
def test_the_names_in_a_masthead_stand_for_it(masthead: str, text: str, named: list[str]) -> None:
    assert names_in([masthead], text) == named


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("Nine had left, the Herald reported.", [("the Herald", SourceKind.UNSEEN)]),
        (
            "The Orrinsea Herald is old. Nine had left, the Herald reported.",
            [("The Orrinsea Herald", SourceKind.OUTLET)],
        ),
    ],
)
def test_the_noun_of_a_held_paper_may_be_anothers(text: str, credited: list[tuple[str, SourceKind]]) -> None:
    outlets = with_held(KNOWN, ["Orrinsea Herald"])
    found = extract_mentions(Article("a", 1, text, publisher="Fog"), outlets=outlets)
    assert [(one.source.name, one.source.kind) for one in found.credits] == credited


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Norwick Research Center", SourceKind.ORGANISATION),
        ("The Institute for Mill Studies", SourceKind.ORGANISATION),
        ("Vint Institute (blog)", SourceKind.ORGANISATION),
        ("Norwick University Review", SourceKind.OUTLET),
        ("University of Norwick Press", SourceKind.OUTLET),
        ("Orrin Valley Notes", SourceKind.OUTLET),
    ],
)
def test_a_body_that_publishes_stays_a_body(name: str, kind: SourceKind) -> None:
    held = with_held(KNOWN, [name]).resolve(name)
    assert held is not None
    assert held.kind is kind_of_publisher(name) is kind


@pytest.mark.parametrize(
    "name",
    [
        "Evening Post",
        "Orrin Valley Post",
        "Fog News",
        "River News",
        "Webster Journal",
        "The Daily Texan",
        "Portland Press Herald",
    ],
)
def test_a_word_that_means_something_else_does_not(name: str) -> None:
    short = name.removeprefix("The Daily ").split()[0]
    assert names_in([name], f"He told {short} so.") == []


def test_an_everyday_word_that_is_held_is_not_doubted() -> None:
    (salon,) = with_held(KNOWN, ["Salon"]).named_in("Salon reported it.")
    (time,) = with_held(KNOWN, ["Salon"]).named_in("TIME reported it.")
    assert (salon.doubtful, time.doubtful) == (False, True)


def test_a_title_that_means_something_else_is_none_of_a_held_outlet() -> None:
    known = Outlets(
        [Outlet("cnn", "CNN", words=("State of the Union",), programmes=("State of the Union", "New Noon"))]
    )
    held = with_held(known, ["CNN"])
    assert [n.span for n in held.named_in("He gave his State of the Union address at New Noon.")] == [Span(42, 50)]
    assert held.airing("State of the Union") == held.resolve("CNN")


def _warehouse(path: Path) -> Warehouse:
    warehouse = empty_warehouse()
    warehouse.run("insert into sources (source_id, name, kind) values ('n', 'Norrline News Agency', 'outlet')")
    for key, publisher, text in (
        ("a", None, "He told Norrline so."),
        ("b", None, "It rained."),
        ("c", "n", "It hailed."),
    ):
        warehouse.run(
            "insert into articles (article_id, version, is_latest, publisher_id, text) values (?, 1, true, ?, ?)",
            [key, publisher, text],
        )
        warehouse.run("insert into extractions values (?, 1, 'now')", [key])
    warehouse.run(
        "insert into source_readings (article_id, version, source_id, kind, name, spelling, part) "
        "values ('c', 1, 'n', 'outlet', 'Norrline News Agency', 'Norrline News Agency', 'page')"
    )
    return warehouse


def stale(warehouse: Warehouse) -> list[str]:
    found = [key for (key,) in warehouse.query("select article_id from extractions where fingerprint = '' order by 1")]
    warehouse.run("update extractions set fingerprint = 'now'")
    return found


def test_only_what_prints_a_name_that_came_or_went_is_read_again(tmp_path: Path) -> None:
    warehouse = _warehouse(tmp_path)
    assert reread(warehouse) == ["Norrline News Agency"]
    assert stale(warehouse) == ["a"]
    assert reread(warehouse) == ["Norrline News Agency"]
    assert stale(warehouse) == []
    warehouse.run("delete from articles where article_id = 'c'")
    assert reread(warehouse) == []
    assert stale(warehouse) == ["a"]
    warehouse.close()


def test_whoever_publishes_under_her_name_is_no_outlet() -> None:
    assert names_in(["Ada Holm", "Ada Holm Gazette"], "He told Ada Holm Gazette so.") == ["Ada Holm Gazette"]
    assert names_in(["Ada Holm", "Ada Holm Gazette"], "He told Ada Holm so.") == []


def test_whoever_has_pages_only_at_the_sites_of_others_is_no_outlet(tmp_path: Path) -> None:
    warehouse = _warehouse(tmp_path)
    for key, publisher, url in (
        ("d", "n", "https://www.norrline.example/1"),
        ("e", "n", "https://norrline.example/2"),
        ("f", "g", "https://norrline.example/3"),
        ("g", "g", "https://norrline.example/4?from=g"),
        ("h", "n", "https://norrline.example/5"),
        ("i", "k", "https://kraal.example/6"),
    ):
        name = {"n": "Norrline News Agency", "g": "Kraal Vundt", "k": "Kraal Courier"}[publisher]
        warehouse.run(
            "insert into articles (article_id, version, is_latest, publisher_id, url) values (?, 1, true, ?, ?)",
            [key, publisher, url],
        )
        warehouse.run(
            "insert into source_readings (article_id, version, source_id, kind, name, spelling, part) "
            "values (?, 1, ?, 'outlet', ?, ?, 'page')",
            [key, publisher, name, name],
        )
    assert reread(warehouse) == ["Kraal Courier", "Norrline News Agency"]
    warehouse.close()


NAMED = [
    ("To Norrline, “nine have left the quay for good”.", ["Norrline News Agency"]),
    ("For Norrline it was a feast of 90 courses.", ["Norrline News Agency"]),
    ("To Norrline it was a feast.", []),
    ("“Nine have left the quay for good,” Holm told Norrline.", []),  # that is a credit
    ("“Norrline says that nine have left the quay,” she complained.", []),
    ("“Nine have left the quay for good,” Norrline host Vera Holm cried.", []),
]


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_a_house_that_is_named_beside_words(text: str, named: list[str]) -> None:
    outlets = with_held(KNOWN, ["Norrline News Agency"])
    found = extract_mentions(Article("a", 1, text, publisher="Fog"), outlets=outlets)
    assert [house.name for _, house in found.houses] == named
