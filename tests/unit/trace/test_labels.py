"""What stands in marks as the name of a claim are somebody's words, never the reporter's beside them."""

from __future__ import annotations

from pathlib import Path

from audit.pipeline import Job, run_direct
from audit.warehouse import open_published

SAID = "Mayor Ina Brill said on Monday that the old bridge over the river in Holm was “a dangerous ruin of stone and rust”."


def test_a_claim_is_called_by_the_words_in_marks(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for name, more in (("post", "It rained all day."), ("star", "Nobody was hurt.")):
        (tmp_path / "raw" / f"{name}.txt").write_text(f"Bridge shut, says {name}\n\n{SAID} {more}\n")
    run_direct(Job((tmp_path / "raw",), tmp_path / "w.duckdb", None, tmp_path / "reviews", outlets=tmp_path))
    held = open_published(tmp_path / "w.duckdb")
    found = [label for (label,) in held.query("select label from claims where kind = 'utterance'")]
    held.close()
    assert found == ["a dangerous ruin of stone and rust"]
