"""What words that credit nobody cover of their sentence, and what is printed of it."""

from __future__ import annotations

import pytest

from audit.judge.gates.covered import as_covered
from tests.unit.judge.test_gates import Shelf, place

WHOLE = "whole"


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("The board has reportedly sold 40 boats at the old lock.", "reportedly", WHOLE),
        ("Reportedly 40 boats were sold at the old lock.", "Reportedly", WHOLE),
        ("Vint stepped down, though Holm reportedly sold 40 boats first.", "reportedly", "though Holm reportedly sold 40 boats first."),
        ("Vint stepped down, but sources said Holm sold 40 boats.", "sources said", "but sources said Holm sold 40 boats."),
        ("Vint, a former warden, and Holm are reportedly selling 40 boats.", "reportedly", WHOLE),
        ("But Holm has reportedly sold 40 boats, as many as last year.", "reportedly", WHOLE),
        ("While sources say that 40 boats were sold, the lock is shut.", "sources say", "While sources say that 40 boats were sold"),
        ("While sources say 40 boats sank there, the lock is shut.", "sources say", "While sources say 40 boats sank there"),
        ("While the lock is reportedly shut to everybody, Holm sold 40 boats.", "reportedly", None),
        ("The lock is shut to Holm, who reportedly sold 40 boats.", "reportedly", None),
        ("Holm, who is said to have sold 40 boats, shut the lock.", "is said to have", None),
        ("The lock is shut, as 40 boats reportedly prepare to leave it.", "reportedly", None),
        ("Holm shut the lock, reportedly selling 40 boats to the town.", "reportedly", None),
        ("Holm shut the lock, and reportedly a mill with 40 boats in it.", "reportedly", None),
        ("Holm, meanwhile, reportedly has 40 boats for the town.", "reportedly", WHOLE),
        ("40 boats were sold to the town, sources said.", "sources said", WHOLE),
        ("It was the straw that broke the lock as he reportedly sold 40 boats.", "reportedly", None),
        ("Holm sold as many as 40 boats that were reportedly his.", "reportedly", None),
        ("The 40 boats that the town is rumored to want are old.", "rumored", None),
        ("It was said that the town is reportedly selling 40 boats.", "reportedly", WHOLE),
        ("Holm went to the lock where her aunt and sources said 40 boats sank.", "sources said", None),
        ("Holm, who leads the board, has reportedly sold 40 boats.", "reportedly", WHOLE),
        ("Clerks are debating 40 sales the town is reportedly considering.", "reportedly", None),
        ("Holm sold 40 boats because the old mill is reportedly shut.", "reportedly", None),
        ("Holm sold 40 boats, with the clerks reportedly watching.", "reportedly", None),
        ("Holm lost 40 boats while reportedly hiding at the lock.", "reportedly", None),
        ("They're reportedly hiding 40 boats at the lock.", "reportedly", WHOLE),
        ("The 40 boats -- all of oak, sources said -- are lost.", "sources said", None),
        ("The 40 boats are lost -- all of them are of oak, sources said.", "sources said", WHOLE),
        ("When the men boxed her in, sources said, 40 boats sank.", "sources said", WHOLE),
        ("It will vex the clerks who were reportedly in 40 boats.", "reportedly", None),
        ("Holm read of 40 boats in a book reportedly by the old warden.", "reportedly", None),
        ("Holm signed for 40 boats a contract reportedly worth a fortune.", "reportedly", None),
        ("Holm is also reportedly considering 40 boats for the town.", "reportedly", WHOLE),
        ("Vint left, but Holm reportedly sold 40.", "reportedly", "but Holm reportedly sold 40."),
        ("Vint left, but 40 reportedly sank.", "reportedly", None),
    ],
)  # fmt: skip
def test_what_words_cover_is_what_is_printed(text: str, cue: str, told: str | None) -> None:
    row = {"evidence": [place(text, "40", "a")], "cues": [place(text, cue, "a")], "slots": {"label": WHOLE}}
    found = as_covered(row, Shelf({"a": text}))
    assert (found and found["slots"]["label"]) == told


def test_of_two_texts_nothing_is_cut() -> None:
    text = "Vint left, but Holm reportedly sold 40 boats."
    places = [place(text, "40", "a"), place(text, "40", "b")]
    row = {"evidence": places, "cues": [place(text, "reportedly", "a")], "slots": {"label": WHOLE}}
    assert as_covered(row, Shelf({"a": text, "b": text})) == row


def test_without_cues_nothing_is_cut() -> None:
    row = {"evidence": [], "cues": None, "slots": {"label": WHOLE}}
    assert as_covered(row, Shelf({})) == row
