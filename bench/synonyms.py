"""Which words of English news say the same: writes `audit/lexicon/en/synonyms.txt` from the files of WordNet 3.0.

    python -m bench.synonyms DICT

DICT is the folder that holds `data.noun`, `index.noun` and the others (Debian: package wordnet-base). Of each set of
synonyms, and of each pair of one root, those words are kept that news has often and that mean it first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.lexicon.counts import is_frequent, news_stem

OUT = Path(__file__).parents[1] / "audit" / "lexicon" / "en" / "synonyms.txt"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
FIRST = 3  # senses of a word, the most frequent ones
PLURALS = {"person": "people"}  # of another root: the list of exceptions has none
ROOT = "+"  # as the files mark words of one root
Key = tuple[str, str]
"""Part of speech and offset of a set of synonyms."""


@dataclass(frozen=True, slots=True)
class Synset:
    """A set of synonyms: its words, and where words of the same root stand."""

    words: tuple[str, ...]
    roots: tuple[tuple[Key, int, int], ...]  # words of one root: the other set, which word of this one, which of that


def main(arguments: Sequence[str]) -> None:
    """Writes the table."""
    held, senses = read(Path(arguments[0]))
    head = [line for line in OUT.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    OUT.write_text("\n".join([*head, *rows(held, senses)]) + "\n", encoding="utf-8")


def read(folder: Path) -> tuple[Mapping[Key, Synset], Mapping[Key, frozenset[str]]]:
    """The sets of synonyms, and of each the words of which it is one of the first senses."""
    held, first = dict[Key, Synset](), dict[Key, set[str]]()
    for name, part in PARTS.items():
        for fields in lines(folder / f"data.{name}"):
            held[part, fields[0]] = _synset(fields)
        for fields in lines(folder / f"index.{name}"):
            for offset in fields[-int(fields[2]) :][:FIRST]:
                first.setdefault((part, offset), set()).add(fields[0])
    return held, {key: frozenset(words) for key, words in first.items()}


def lines(path: Path) -> Iterator[list[str]]:
    """The lines of one of the files, without the licence and what explains them, as fields."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):  # the licence
            yield line.split(" | ")[0].split()


def _synset(fields: Sequence[str]) -> Synset:
    count = int(fields[3], 16)
    words = tuple(fields[4 + 2 * n].split("(")[0].lower() for n in range(count))
    rest = fields[5 + 2 * count :]
    points = ((rest[n], (rest[n + 2], rest[n + 1]), rest[n + 3]) for n in range(0, 4 * int(fields[4 + 2 * count]), 4))
    return Synset(words, tuple((key, int(at[:2], 16), int(at[2:], 16)) for kind, key, at in points if kind == ROOT))


def rows(held: Mapping[Key, Synset], first: Mapping[Key, frozenset[str]]) -> list[str]:
    """Lines of the table: all words of a set, or two words of one root."""
    found = set[str]()
    for key, synset in held.items():
        own = first.get(key, frozenset())
        found |= _told(_with_plurals(word for word in synset.words if word in own))
        for other, here, there in synset.roots:
            if synset.words[here - 1] in own and held[other].words[there - 1] in first.get(other, ()):
                found |= _told((synset.words[here - 1], held[other].words[there - 1]))
    return sorted(found)


def _with_plurals(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        if word in PLURALS:
            yield PLURALS[word]


def _told(words: Iterable[str]) -> frozenset[str]:
    """The words that news knows, as one line; none where fewer than two differ in more than their endings."""
    known = sorted({word for word in words if word.isalpha() and is_frequent(word)})
    return frozenset([" ".join(known)] if len(set(map(news_stem, known))) > 1 else [])


if __name__ == "__main__":
    main(sys.argv[1:])
