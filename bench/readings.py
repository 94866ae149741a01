"""The readings of invented sentences (invented.py), frozen: no change of code changes one of them unnoticed.

`python -m bench.readings` prints each sentence that is read otherwise than it was, with what is read in it now;
`--write` freezes that, and what functions answer on the way (answers.py). A reading is kept as a hash; a former one is
read in a former checkout.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from bench import answers
from bench.invented import Sentence, reading, sentences, short_hash

FROZEN = Path(__file__).with_suffix(".json")
GROUP = 60  # sentences of one test


@cache
def frozen() -> dict[str, str]:
    """The hash of each frozen reading, by the key of its sentence."""
    found: dict[str, str] = json.loads(FROZEN.read_text(encoding="utf-8"))
    return found


def changed(some: Sequence[Sentence]) -> Iterator[str]:
    """Those that are read otherwise than they were, each with its reading now; one that was never frozen is none."""
    for sentence in some:
        now = reading(sentence)
        if frozen().get(sentence.key, short_hash("\n".join(now))) != short_hash("\n".join(now)):
            yield "\n  ".join((repr(sentence.text), *now))


def write() -> None:
    """Freeze what is read now."""
    held = {sentence.key: short_hash("\n".join(reading(sentence))) for sentence in sentences()}
    FROZEN.write_text(json.dumps(held, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv:
        write()
        answers.write()
    else:
        print(*changed(sentences()), sep="\n")
