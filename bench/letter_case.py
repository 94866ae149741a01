"""How often English news writes a word small and how often with a capital, inside sentences.

    python -m bench.letter_case CORPUS.jsonl.gz > audit/lexicon/en/letter_case.tsv

CORPUS holds one article a line with a `text`. The table holds counts of words alone: no run of two words of any text.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_STOPS = frozenset(".?!:;”“\"’'…)]—–-•*|")
_LEAST_WORDS = 8  # of a line that is a sentence
_LEAST_SEEN = 4  # times small, of a word that the table holds
_LEAST_SHARE = 0.03  # of its times


def words_inside(line: str) -> Iterator[str]:
    """Words of a line that begin no sentence; none of a line whose capitals say nothing."""
    found = list(_WORD.finditer(line))
    if len(found) < _LEAST_WORDS or 2 * sum(w.group()[0].islower() for w in found) < len(found):
        return
    for word in found[1:]:
        start = word.start()
        if line[start - 1] == " " and line[start - 2] not in _STOPS and len(word.group()) > 1:
            yield re.sub(r"['’]s$", "", word.group())


def count_cases(texts: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Each word with its times small and its times with a first capital; words all in capitals do not count."""
    small, capital = Counter[str](), Counter[str]()
    for text in texts:
        for line in text.split("\n"):
            for word in words_inside(line):
                if word.islower():
                    small[word] += 1
                elif not word.isupper():
                    capital[word.casefold()] += 1
    return {w: (n, capital[w]) for w, n in small.items() if n >= max(_LEAST_SEEN, _LEAST_SHARE * (n + capital[w]))}


def main() -> None:
    """Print the table of the corpus named on the command line."""
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        counts = count_cases(json.loads(line)["text"] for line in lines)
    for word, (small, capital) in sorted(counts.items()):
        print(word, small, capital, sep="\t")


if __name__ == "__main__":
    main()
