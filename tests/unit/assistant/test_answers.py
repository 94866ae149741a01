"""What an assistant is told: names only where an article names them beside the words, never a guess."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.assistant import answers
from audit.warehouse import Warehouse, open_published
from tests.conftest import empty_warehouse


@pytest.fixture(scope="module")
def demo(demo_warehouse: Path) -> Iterator[Warehouse]:
    warehouse = open_published(demo_warehouse)
    yield warehouse
    warehouse.close()


@pytest.fixture
def held() -> Iterator[Warehouse]:
    """Two articles with one quote each: one names the speaker beside it, one by a pronoun."""
    warehouse = empty_warehouse()
    speakers = {"named": ("holm", "Ada Holm"), "resolved": ("lund", "Ivo Lund")}
    for certainty, (speaker, name) in speakers.items():
        text = f"“The {certainty} bridge was never safe,” {name} said."
        rest = (None, None, None, None, "en", "news", text, certainty)
        warehouse.insert(
            "articles",
            [
                (
                    certainty,
                    1,
                    True,
                    certainty,
                    None,
                    f"https://a.example/{certainty}",
                    None,
                    None,
                    "T",
                    None,
                    None,
                    None,
                    *rest,
                )
            ],
        )
        warehouse.insert("sources", [(speaker, name, "person", None, None, False)])
        quote = (
            f"q-{certainty}",
            f"u-{certainty}",
            certainty,
            1,
            "direct",
            1,
            36,
            text[1 : text.index(",”")],
            speaker,
            38,
            46,
            "said",
            None,
            "q1",
        )
        warehouse.insert("quotes", [(*quote, 1, None, certainty)])
    yield warehouse
    warehouse.close()


def test_a_speaker_who_is_named_beside_the_words_is_told_with_rule_and_review(held: Warehouse) -> None:
    told = answers.who_said(held, "The NAMED bridge, was never safe")
    [found] = told["found"]
    assert told["read_by"] == "machine reading"
    assert (found["speaker"], found["rule"], found["review"]) == ("Ada Holm", "q1", "not reviewed")
    assert "bridge was never safe" in found["words"]


def test_who_is_not_named_beside_the_words_is_not_told(held: Warehouse) -> None:
    told = answers.who_said(held, "The resolved bridge was never safe")
    assert told["found"] == []
    assert told["note"] == answers.NOT_NAMED
    assert "Lund" not in str(told)


def test_words_that_are_not_held_are_told_as_such(held: Warehouse) -> None:
    assert answers.who_said(held, "nobody ever said this here") == {
        "read_by": "machine reading",
        "found": [],
        "note": "not in this collection",
    }
    assert answers.who_said(held, "safe")["note"] == answers.TOO_FEW


def test_what_a_reviewer_ruled_is_told_or_left_out(held: Warehouse) -> None:
    words = "The named bridge was never safe"
    held.insert("decisions", [("d", "speaker", "u-named", "accepted", "ed", None, None)])
    assert answers.who_said(held, words)["found"][0]["review"] == "accepted"
    held.run("update decisions set verdict = 'rejected'")
    assert answers.who_said(held, words)["found"] == []


def test_origins_come_with_their_links_and_words(demo: Warehouse) -> None:
    told = answers.origins(demo, "Nobody at the mill told us anything for nine hours")
    assert told["found"]
    claim = max(told["found"], key=lambda one: len(one["links"]))
    assert claim["low"] is not None
    assert {"had_it_from", "review", "credit_words"} <= set(claim["links"][0])
    assert answers.origins(demo, "no such words are held here")["note"] == "not in this collection"


def test_a_claim_is_checked_against_what_is_handed_over_or_held(held: Warehouse) -> None:
    given = answers.check(
        held, "The bridge was closed in 1950.", [{"id": "s", "text": "The bridge was closed in 1931."}], []
    )
    [found] = given["found"]
    assert ([gap["kind"] for gap in found["missing"]], found["review"]) == (["date"], "not reviewed")
    by_address = answers.check(
        held, "“The named bridge was never safe,” Ada Holm said.", [], ["https://a.example/named"]
    )
    assert by_address["found"][0]["support"][0]["url"] == "https://a.example/named"
    assert answers.check(held, "x", [], ["https://a.example/none"])["note"] == "not in this collection"


def test_two_figures_are_compared(held: Warehouse) -> None:
    told = answers.compare("Nearly 200 boats sank.", "Over 200 boats sank.")
    assert told["found"][0]["label"] == "hedge_flipped"


def test_what_is_wanted_is_listed(demo: Warehouse) -> None:
    assert {"name", "articles"} <= set(answers.wanted(demo)["found"][0])


def test_a_text_handed_over_needs_no_id_but_words(held: Warehouse) -> None:
    given = answers.check(held, "The bridge was closed.", [{"text": "The bridge was closed on Monday."}], [])
    assert given["found"][0]["support"][0]["source"] == "source 1"
    assert answers.check(held, "The bridge was closed.", [{"id": "a"}], [])["note"] == answers.NO_TEXT
