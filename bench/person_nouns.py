"""Which nouns mean a person first of all: writes `audit/lexicon/en/person_nouns.txt` from the files of WordNet 3.0.

    python -m bench.person_nouns DICT

DICT is the folder that holds `data.noun`, `index.noun`, `noun.exc` and `cntlist.rev` (Debian: package wordnet-base).
A noun is kept where its first sense is a kind of person, at least half of its uses are (each sense counts once more
than WordNet's tagged texts have it), and the word, with its plural, is mostly a noun in news. Pronouns, and words that
WordNet marks as offensive, are left out.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from audit.lexicon import load_rules
from audit.lexicon.counts import times_small
from audit.text.parts_of_speech import NOUN, PLURAL
from bench.synonyms import lines

OUT = Path(__file__).parents[1] / "audit" / "lexicon" / "en" / "person_nouns.txt"
CLASSES = OUT.with_name("word_classes.txt")
PERSON = "person"  # the set of synonyms that all people are under
TOP = "03"  # the file that holds it
KIND, ONE_OF = "@", "@i"  # as the files mark the set above: of a kind, of one person
BAD = ("slur", "offensive", "derogatory", "disparaging")
HALF = 0.5
SHORTEST = 3
MAN, MEN = "man", "men"
PARTS = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}


@dataclass(frozen=True, slots=True)
class Synset:
    """A set of synonyms: its words as printed, what it is a kind of, whether it is one being; whether it offends."""

    words: frozenset[str]
    above: tuple[str, ...]
    is_one: bool
    offends: bool


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Sets of synonyms by offset, the senses of each noun, the parts of speech of each word, counts of each sense."""

    sets: Mapping[str, Synset]
    senses: Mapping[str, Sequence[str]]
    parts: Mapping[str, frozenset[str]]
    counts: Mapping[tuple[str, str], Counter[int]]
    plurals: Mapping[str, Sequence[str]]


def main(arguments: Sequence[str]) -> None:
    """Writes the table."""
    head = [line for line in OUT.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    OUT.write_text("\n".join([*head, *rows(read(Path(arguments[0])))]) + "\n", encoding="utf-8")


def read(folder: Path) -> Dictionary:
    """What the files say."""
    sets = {fields[0]: _synset(fields, gloss) for fields, gloss in _told(folder / "data.noun")}
    senses = {fields[0]: fields[-int(fields[2]) :] for fields in lines(folder / "index.noun")}
    parts = dict[str, frozenset[str]]()
    for part in ("verb", "adj", "adv"):
        for fields in lines(folder / f"index.{part}"):
            parts[fields[0]] = parts.get(fields[0], frozenset()) | {part}
    plurals = dict[str, list[str]]()
    for plural, noun in (fields[:2] for fields in lines(folder / "noun.exc")):
        plurals.setdefault(noun, []).append(plural)
    return Dictionary(sets, senses, parts, _counts(folder / "cntlist.rev"), plurals)


def _told(path: Path) -> Iterator[tuple[list[str], str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):  # the licence
            fields, _, gloss = line.partition(" | ")
            yield fields.split(), gloss


def _synset(fields: Sequence[str], gloss: str) -> Synset:
    count = int(fields[3], 16)
    rest = fields[5 + 2 * count :]
    kinds = [(rest[n], rest[n + 1]) for n in range(0, 4 * int(fields[4 + 2 * count]), 4)]
    words = frozenset(fields[4 + 2 * n] for n in range(count))
    above = [PERSON] if fields[1] == TOP and PERSON in words else [at for kind, at in kinds if kind == KIND]
    return Synset(words, tuple(above), ONE_OF in dict(kinds), any(word in gloss for word in BAD))


def _counts(path: Path) -> Mapping[tuple[str, str], Counter[int]]:
    """How often the tagged texts have each sense of a word as a part of speech."""
    counts = defaultdict[tuple[str, str], Counter[int]](Counter)
    for key, sense, times in lines(path):
        word, _, rest = key.partition("%")
        counts[word, PARTS[rest[0]]][int(sense)] += int(times)
    return counts


def rows(told: Dictionary) -> list[str]:
    """The nouns of people, and their plurals that are not told by their endings."""

    @cache
    def is_person(at: str) -> bool:
        return at == PERSON or (at in told.sets and any(map(is_person, told.sets[at].above)))

    def means(at: str) -> bool:
        found = told.sets[at]
        return is_person(at) and not found.is_one and not found.offends

    kept = [
        word
        for word, senses in told.senses.items()
        if len(word) >= SHORTEST and word not in _pronouns() and word.replace("-", "").isalpha() and means(senses[0])
        if any(word in told.sets[at].words for at in senses if means(at))  # not with a capital alone
        if _share(told, word, list(map(means, senses))) >= HALF and _is_noun(told, word)
    ]
    return sorted({form for word in kept for form in (word, *_plurals(told, word))})


def _plurals(told: Dictionary, word: str) -> Iterator[str]:
    """The plurals of a noun that are not told by an "s" behind it (the rules of WordNet's Morphy)."""
    yield from told.plurals.get(word, ())
    if word.endswith(MAN):
        yield word.removesuffix(MAN) + MEN


def _share(told: Dictionary, word: str, people: Sequence[bool]) -> float:
    """How many of a noun's uses mean a person, 0 to 1."""
    uses = [told.counts[word, "noun"][sense] + 1 for sense in range(1, len(people) + 1)]
    return sum(n for n, person in zip(uses, people, strict=True) if person) / sum(uses)


def _is_noun(told: Dictionary, word: str) -> bool:
    """Whether a word, with its plural, is mostly a noun: in news, or in WordNet's texts where news does not have it."""
    uses = {form: times_small(form) for form in (word, word + "s") if form in _noun_shares()}
    if any(uses.values()):
        return sum(times * _noun_shares()[form] for form, times in uses.items()) >= HALF * sum(uses.values())
    times = [told.counts[word, part].total() for part in ("noun", *told.parts.get(word, ()))]
    return len(times) == 1 or times[0] > sum(times[1:])


@cache
def _pronouns() -> frozenset[str]:
    """Words that stand for anybody ("somebody")."""
    groups = load_rules("common_words")["groups"]
    return frozenset(word for group in groups if "pronouns" in group["kind"] for word in group["words"].split())


@cache
def _noun_shares() -> Mapping[str, float]:
    """How often news has each form as a noun, 0 to 1."""
    rows = (line.split("\t") for line in CLASSES.read_text(encoding="utf-8").splitlines())
    told = {row[1]: [(tag[0], int(tag[1:])) for tag in row[2].split()] for row in rows if row[0] == "form"}
    return {
        form: sum(n for tag, n in tags if tag in NOUN + PLURAL) / sum(n for _, n in tags) for form, tags in told.items()
    }


if __name__ == "__main__":
    main(sys.argv[1:])
