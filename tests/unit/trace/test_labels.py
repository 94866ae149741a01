"""What stands in marks as the name of a claim are somebody's words, never the reporter's beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct
from audit.warehouse import open_published

SAID = "Mayor Ina Brill said on Monday that the old bridge over the river in Holm was “a dangerous ruin of stone and rust”."


LEDE = "Firefighters sealed off the streets around the grain harbour on Monday after a long night of searching in the sheds."
OWN = "The Guardian reported that the searchers in the sheds had found a crate of old flares."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{LEDE}\n\n{OWN}", OWN),  # its own sentence, though the credit covers a longer one
        (
            "The streets are open.\n\nThe flares were new, sources close to the harbour board said.",
            "The flares were new",
        ),
        (
            "All is open.\n\nThe Guardian reports:\n\nThe searchers found a crate of flares.",
            "The searchers found a crate",
        ),
    ],
)
def test_what_is_credited_is_shown_by_one_sentence(tmp_path: Path, text: str, shown: str) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "post.txt").write_text(f"A night at the harbour\n\n{text}\n\nIt rained.\n")
    run_direct(Job((tmp_path / "raw",), tmp_path / "w.duckdb", None, tmp_path / "reviews", outlets=tmp_path))
    held = open_published(tmp_path / "w.duckdb")
    found = held.query("select claim, child_words from edges_told")
    held.close()
    assert [(shown[:19] in claim, shown[-19:-1] in words) for claim, words in found] == [(True, True)]


def test_a_claim_is_called_by_the_words_in_marks(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for name, more in (("post", "It rained all day."), ("star", "Nobody was hurt.")):
        (tmp_path / "raw" / f"{name}.txt").write_text(f"Bridge shut, says {name}\n\n{SAID} {more}\n")
    run_direct(Job((tmp_path / "raw",), tmp_path / "w.duckdb", None, tmp_path / "reviews", outlets=tmp_path))
    held = open_published(tmp_path / "w.duckdb")
    found = [label for (label,) in held.query("select label from claims where kind = 'utterance'")]
    held.close()
    assert found == ["a dangerous ruin of stone and rust"]
