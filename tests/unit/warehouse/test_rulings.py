"""Where rulings stand: exact, moved, orphaned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from audit.warehouse import Subjects, Warehouse, content_key, place_rulings
from tests.conftest import empty_warehouse


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    found = empty_warehouse()
    yield found
    found.close()


def rule(warehouse: Warehouse, subject: str, words: str | None = None, key: str = "d") -> None:
    told = content_key("edge", "", [words]) if words else None
    warehouse.insert("decisions", [(key, "edge", subject, "rejected", None, None, None, None, told, False, 0)])


def place(warehouse: Warehouse, held: Mapping[str, str], former: Mapping[str, str] | None = None) -> list[object]:
    """State and subject of the rulings, and what `rulings` says is rejected."""
    subjects = Subjects(held.keys(), lambda key: content_key("edge", "", [held[key]]), lambda: former or {})
    place_rulings(warehouse, "edge", lambda: subjects)
    states = warehouse.query("select state, subject_id from ruling_states order by decision_id")
    return [*states, *(key for (key,) in warehouse.query("select subject_id from rulings order by 1"))]


def test_what_is_there_is_exact(warehouse: Warehouse) -> None:
    rule(warehouse, "e")
    assert place(warehouse, {"e": "The dam leaks."}) == [("exact", "e"), "e"]


def test_what_was_ruled_on_is_found_by_its_words_whatever_their_marks_and_case(warehouse: Warehouse) -> None:
    rule(warehouse, "e", "The dam leaks.")
    assert place(warehouse, {"f": "“the dam  leaks”", "g": "It rained."}) == [("moved", "f"), "f"]


def test_a_line_without_words_is_found_by_those_that_a_run_saw(warehouse: Warehouse) -> None:
    rule(warehouse, "e")
    place(warehouse, {"e": "The dam leaks."})
    assert place(warehouse, {"f": "The dam leaks."}) == [("moved", "f"), "f"]
    assert place(warehouse, {"f": "The dam leaks badly."}) == [("moved", "f"), "f"]  # it stood there before
    assert place(warehouse, {"e": "The dam leaks."}) == [("exact", "e"), "e"]


def test_two_with_the_words_are_none(warehouse: Warehouse) -> None:
    rule(warehouse, "e", "The dam leaks.")
    assert place(warehouse, {"f": "The dam leaks.", "g": "The dam leaks."}) == [("orphaned", None), "e"]


def test_an_id_that_it_could_have_had_is_its_own(warehouse: Warehouse) -> None:
    rule(warehouse, "e")
    assert place(warehouse, {"f": "It rained."}, {"e": "f"}) == [("moved", "f"), "f"]


def test_an_orphan_is_told_and_stands_again_when_its_subject_is_back(warehouse: Warehouse) -> None:
    rule(warehouse, "e", "The dam leaks.")
    assert place(warehouse, {}) == [("orphaned", None), "e"]
    ((note,),) = warehouse.query("select note from ruling_states")
    assert note == "no edge has this id, nor one alone the words that were ruled on"
    assert place(warehouse, {"e": "The dam leaks."}) == [("exact", "e"), "e"]


def test_kinds_do_not_mix(warehouse: Warehouse) -> None:
    rule(warehouse, "e")
    place_rulings(warehouse, "finding", lambda: Subjects(["e"], str))
    assert warehouse.query("from ruling_states") == []


def test_rulings_that_left_leave_no_state(warehouse: Warehouse) -> None:
    rule(warehouse, "e")
    place(warehouse, {"e": "The dam leaks."})
    warehouse.run("delete from decisions")
    assert place(warehouse, {"e": "The dam leaks."}) == []


def test_a_ruling_that_moved_is_outweighed_by_one_on_the_new_id(warehouse: Warehouse) -> None:
    rule(warehouse, "e", "The dam leaks.")
    warehouse.insert("decisions", [("d2", "edge", "f", "accepted", None, None, None, None, None, False, 1)])
    place(warehouse, {"f": "The dam leaks."})
    assert warehouse.query("select subject_id, status, given from rulings") == [("f", "accepted", 2)]
