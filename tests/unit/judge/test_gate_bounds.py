"""Where the gates of findings open and close: a case on either side of each bound."""

from __future__ import annotations

from typing import Any

import pytest

from audit.judge.gates import quotes, unnamed
from audit.judge.gates.fact_cards import cards
from audit.judge.gates.quotes import BESIDE, LEAST_RUN
from audit.judge.gates.substance import MOST_CHANGED
from tests.unit.judge.test_gates import SAID, Shelf, _card_pair, place

SHORT = " ".join(SAID.split()[:LEAST_RUN])


@pytest.mark.parametrize(("words", "kept"), [(LEAST_RUN, 1), (LEAST_RUN - 1, 0)])
def test_two_speakers_share_a_run_of_words(words: int, kept: int) -> None:
    said = " ".join(SAID.split()[:words])
    a, b = f"“{said},” Ada Holm said.", f"“{said},” said Ivo Lund."
    assert _two_speakers(a, b, said) == kept


@pytest.mark.parametrize(("gap", "kept"), [(0, 1), (BESIDE, 0)])
def test_a_name_stands_beside_the_words(gap: int, kept: int) -> None:
    a, b = f"“{SAID},” {'x' * gap} Ada Holm said.", f"“{SAID},” said Ivo Lund."
    assert _two_speakers(a, b, SAID) == kept


def _two_speakers(a: str, b: str, said: str) -> int:
    row: dict[str, Any] = {"evidence": [place(a, said, "a"), place(b, said, "b")], "slots": {}}
    for key, text, name, article in (("first", a, "Ada Holm", "a"), ("second", b, "Ivo Lund", "b")):
        at = place(text, name.split()[-1], article)
        row[key] = {"name": name, "start": at["start"], "end": at["end"], "published_at": None}
    return len(list(quotes.two_speakers([row], Shelf({"a": a, "b": b}))))


@pytest.mark.parametrize(("changed", "found"), [(MOST_CHANGED, 1), (MOST_CHANGED + 1, 0)])
def test_more_words_in_a_row_are_another_sentence(changed: int, found: int) -> None:
    one = ("boats ", "quays ", "mills ", "walls ", "roads ")[:changed]
    two = ("fishes ", "timber ", "cotton ", "silver ", "copper ")[:changed]
    sides = (f"we said then that the {''.join(words)}were lost in the flood of March" for words in (one, two))
    keys = [quotes.read_words(side, marks=True).keys for side in sides]
    assert len(quotes.changes(*keys)) == found


def test_figures_of_no_story_are_no_one_quantity() -> None:
    pairs = [_card_pair("a", "b", 40, 60, story_id=None), _card_pair("c", "d", 50, 70, story_id=None)]
    for found in pairs:
        found.row.update({"article_id": None, "slots": {}})
    assert len(list(cards(pairs))) == 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("A clerk of the mill said 40 boats had sunk.", 1),
        ("A clerk of the mill said 40 boats had sunk, Ivo Lund said.", 0),
        ("Ivo Lund said it. A clerk of the mill said 40 boats had sunk.", 0),
        ("Ivo Lund said it.\nA clerk of the mill said 40 boats had sunk.", 1),  # another line
    ],
)
def test_a_full_name_near_the_words_is_no_unnamed_source(text: str, kept: int) -> None:
    row = {
        "evidence": [place(text, "A clerk of the mill said 40 boats had sunk", "a")],
        "names": ["a clerk of the mill"],
        "slots": {"label": ""},
    }
    assert len(list(unnamed.unnamed([row], Shelf({"a": text}, [], ["ivo lund"])))) == kept


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("boats of the fleet", "boats", 1),
        ("fishing boats", "boats of Norland", 1),
        ("boats of the fleet", "quays of the fleet", 2),
    ],
)
def test_what_is_counted_is_told_by_its_head_and_not_by_whose_it_is(one: str, two: str, told: int) -> None:
    pairs = [_card_pair("a", "b", 40, 60, story_id="s"), _card_pair("c", "d", 50, 70, story_id="s")]
    for found, counted in zip(pairs, (one, two), strict=True):
        found.row.update({"article_id": None, "slots": {}})
        for side in (found.a, found.b):
            side["counted"] = counted
    assert len(list(cards(pairs))) == told
