"""What is read in thousands of invented sentences stays as it is, unless somebody looks at what has changed."""

from __future__ import annotations

import pytest

from bench.invented import sentences
from bench.readings import GROUP, changed, frozen

SENTENCES = sentences()
MEND = "Look at each: where it is read better now, freeze it with `python -m bench.readings --write`."


@pytest.mark.parametrize("first", range(0, len(SENTENCES), GROUP))
def test_no_reading_changes_unnoticed(first: int) -> None:
    found = list(changed(SENTENCES[first : first + GROUP]))
    assert not found, "\n".join((f"{len(found)} sentences are read otherwise than before. {MEND}", *found[:5]))


def test_most_sentences_are_frozen() -> None:
    assert sum(sentence.key in frozen() for sentence in SENTENCES) >= 0.9 * len(SENTENCES)
