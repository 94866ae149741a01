"""Which capitalised words of English news name no person: how often each bears a given name, speaks, is a place.

    python -m bench.name_words CORPUS.jsonl.gz > audit/lexicon/en/name_words.tsv

CORPUS holds one article a line with a `text`. The table holds counts of words alone: no run of two words of any text.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from audit.extract.sources.capitals import is_given_name, is_title
from audit.lexicon.language import lexicon_for

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_LEAST_WORDS = 8  # of a line that is a sentence
_FEWEST = 5  # times, of a word that the table holds
_BEARS = 10  # times that a word which names no person stands alone for one time behind a given name or a title
_INSIDE = 5  # times that a word which begins a place begins a name for one time behind "in"
_FEWEST_PLACES = 11  # times that such a word begins a name


@dataclass(slots=True)
class Counts:
    """How often words end a name behind a given name or title, stand alone, and say something; and begin names."""

    borne: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    speaks: Counter[str] = field(default_factory=Counter)
    begins: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)


def _runs(words: Sequence[re.Match[str]], line: str) -> Iterator[tuple[int, int]]:
    """The ranges of capitalised words that stand side by side."""
    first = 0
    while first < len(words):
        stop = first + 1
        if words[first].group()[0].isupper():
            while stop < len(words) and words[stop].group()[0].isupper() and _adjoins(words, stop, line):
                stop += 1
            yield first, stop
        first = stop


def _adjoins(words: Sequence[re.Match[str]], i: int, line: str) -> bool:
    """Whether a blank alone stands between a word and the one before it."""
    before = words[i - 1].group()
    ends = before.endswith(".") and not is_title(before) and not _INITIAL.fullmatch(before)
    return i > 0 and line[words[i - 1].end() : words[i].start()] == " " and not ends


def count_names(texts: Iterable[str]) -> Counts:
    """The counts of all words of the texts, lines left out whose capitals say nothing."""
    counts = Counts()
    for line in (line for text in texts for line in text.split("\n")):
        words = list(_WORD.finditer(line))
        if len(words) >= _LEAST_WORDS and 2 * sum(w.group()[0].islower() for w in words) >= len(words):
            for first, stop in _runs(words, line):
                _count(counts, words, first, stop, line)
    return counts


def _count(counts: Counts, words: Sequence[re.Match[str]], first: int, stop: int, line: str) -> None:
    run = [_POSSESSIVE.sub("", w.group()).rstrip(".") for w in words[first:stop]]
    if not first or not _adjoins(words, first, line):
        if len(run) > 1 and _bears(run, words[stop - 2].group()):
            counts.borne[run[-1]] += 1
        return
    counts.begins[run[0]] += 1
    counts.inside[run[0]] += (
        words[first - 1].group() in _places() and _POSSESSIVE.search(words[stop - 1].group()) is None
    )
    if len(run) > 1:
        counts.borne[run[-1]] += _bears(run, words[stop - 2].group())
        return
    counts.alone[run[0]] += 1
    says = stop < len(words) and _adjoins(words, stop, line) and words[stop].group() in _sayings()
    counts.speaks[run[0]] += says


def _bears(run: Sequence[str], before: str) -> bool:
    """Whether the word before the last is a given name, a title or an initial."""
    return is_given_name(run[-2]) or is_title(run[-2]) or bool(_INITIAL.fullmatch(before))


@cache
def _sayings() -> frozenset[str]:
    """The forms of the verbs that report a clause and do nothing else."""
    plain = (row for row in lexicon_for("en").rows("cues", "verb") if row["strength"] == 1 and _only_says(row))
    return frozenset(form for row in plain for form in row["forms"])


def _only_says(row: dict[str, Any]) -> bool:
    return not (row.keys() & {"noun", "acts", "needs"}) and row.get("takes", "clause") == "clause"


@cache
def _places() -> frozenset[str]:
    return lexicon_for("en").words("closed_classes", "inner_prepositions")


def rows(counts: Counts) -> Iterator[tuple[str, int, int, int, int, int]]:
    """The words that mostly name no person, or mostly begin the name of a place, with their counts."""
    for word in sorted({*counts.alone, *counts.begins}):
        alone, borne, begins, inside = (c[word] for c in (counts.alone, counts.borne, counts.begins, counts.inside))
        nobody = alone >= _FEWEST and borne * _BEARS < alone
        place = begins >= _FEWEST_PLACES and inside * _INSIDE >= begins
        if (nobody or place) and not is_given_name(word):
            yield word, alone, borne, counts.speaks[word], begins, inside


def main() -> None:
    """Print the table of the corpus named on the command line."""
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        counts = count_names(json.loads(line)["text"] for line in lines)
    for row in rows(counts):
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
