"""Each rule of checks.sql stops the publishing of rows that break it, and rows that keep it pass."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from audit.errors import WarehouseError
from audit.warehouse import Build, Warehouse, open_build, read_sql
from audit.warehouse.publish import check

ARTICLE = "insert into articles (article_id, version, is_latest, text) values ('a', 1, true, 'Ten boats left.')"
SOURCE = "insert into sources (source_id, name) values ('s', 'The harbour master')"
QUOTE = (
    "insert into quotes (quote_id, article_id, version, start_char, end_char, text) values ('q', 'a', 1, 4, 14, '{}')"
)
FIGURE = (
    "insert into figures (figure_id, article_id, version, start_char, end_char, surface) "
    "values ('f', 'a', 1, 0, 3, '{}')"
)
EDGE = "insert into edges (edge_id, child_article_id, parent_article_id, parent_source_id) values ('e', 'a', {}, {})"
MEASURE = (
    "insert into measures (measure, subject_id, numerator, denominator, low, high) values ('m', 'a', {}, {}, {}, {})"
)

SOUND = (
    ARTICLE,
    "insert into articles (article_id, version, is_latest, text) values ('a', 2, false, 'Ten boats.')",
    SOURCE,
    QUOTE.format("boats left"),
    FIGURE.format("Ten"),
    "insert into credits (credit_id, article_id, version, source_id) values ('c', 'a', 1, 's')",
    "insert into claims (claim_id) values ('k')",
    "insert into claim_mentions (claim_id, mention_id) values ('k', 'q')",
    EDGE.format("'b'", "null"),
    MEASURE.format(1, 2, "null", "null"),
    MEASURE.format("null", "null", 1, 3),
)
BROKEN = [
    ("a mention stands in no article", ["insert into blocks (article_id, version) values ('nowhere', 1)"]),
    ("a quote is not the words at its place", [ARTICLE, QUOTE.format("boats stay")]),
    ("a figure is not the words at its place", [ARTICLE, FIGURE.format("Two")]),
    ("a source is named that is not there", [ARTICLE.replace("text", "publisher_id")]),
    ("an article has not one latest version", [ARTICLE, ARTICLE.replace("1, true", "2, true")]),
    ("an article has not one latest version", [ARTICLE.replace("true", "false")]),
    ("a mention of a claim is not there", ["insert into claim_mentions (claim_id, mention_id) values ('k', 'q')"]),
    ("an edge has not one parent", [EDGE.format("null", "null")]),
    ("an edge has not one parent", [SOURCE, EDGE.format("'b'", "'s'")]),
    ("an article stands in two stories", ["insert into story_articles values ('s', 'a'), ('t', 'a')"]),
    ("a link of claims has no claim", ["insert into claim_links (a_claim_id, b_claim_id) values ('k', 'l')"]),
    ("a share is above one", [MEASURE.format(3, 2, "null", "null")]),
    ("a bound is upside down", [MEASURE.format("null", "null", 3, 1)]),
]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    with open_build(tmp_path / "warehouse.duckdb") as build:
        yield build


@pytest.mark.parametrize(("rule", "rows"), BROKEN)
def test_broken_rule_stops_publishing(build: Build, rule: str, rows: list[str]) -> None:
    for row in rows:
        build.warehouse.run(row)
    with pytest.raises(WarehouseError, match=f"breaks a rule: {rule} \\(1\\): nothing was published"):
        build.publish()
    assert not build.target.exists()


def test_sound_rows_are_published(build: Build) -> None:
    for row in SOUND:
        build.warehouse.run(row)
    check(build.warehouse)
    build.publish()
    assert build.target.exists()


def test_every_rule_is_tried_here(build: Build) -> None:
    check(build.warehouse)
    rules = {rule for rule, _ in build.warehouse.query(read_sql("audit.warehouse", "checks"))}
    assert rules == {rule for rule, _ in BROKEN}


def test_what_a_run_has_checked_is_checked_again_where_it_changed(tmp_path: Path) -> None:
    target = tmp_path / "warehouse.duckdb"
    with open_build(target) as build:
        build.publish()
    for changed in (False, True):
        with open_build(target) as build:
            build.warehouse.run(EDGE.format("null", "null"))  # no run does that and says that it changed nothing
            if changed:
                with pytest.raises(WarehouseError):
                    build.publish()
            else:
                build.publish(changed=False)


@pytest.mark.parametrize(("apart", "is_found"), [(None, True), ({"a"}, True), ({"b"}, False)])
def test_words_are_looked_up_in_what_is_apart(tmp_path: Path, apart: set[str] | None, is_found: bool) -> None:
    target = tmp_path / "warehouse.duckdb"
    with open_build(target) as build:
        build.publish()
    with open_build(target) as build:
        for row in (ARTICLE, QUOTE.format("boats stay")):  # no run says of it that it stands as it was checked
            build.warehouse.run(row)
        with pytest.raises(WarehouseError) if is_found else nullcontext():
            build.publish(apart=apart)


def test_what_another_program_wrote_is_checked(tmp_path: Path) -> None:
    target = tmp_path / "warehouse.duckdb"
    with open_build(target) as build:
        build.publish()
    other = Warehouse.open(target)
    other.run(EDGE.format("null", "null"))
    other.close()
    with open_build(target) as build, pytest.raises(WarehouseError):
        build.publish(changed=False)
