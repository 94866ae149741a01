"""Tables of counted words that ship beside the rules: how news writes a word, and who bears a given name.

`letter_case.tsv` is made by `python -m bench.letter_case`; `given_names.tsv` are the shares per hundred men and women
of the 1990 census of the United States, which are in the public domain. `name_words.tsv` is made by
`python -m bench.name_words`. `document_frequency.tsv` is made by
`python -m bench.document_frequency`, `calendar.tsv` from the CLDR by `python -m bench.calendar_names`, `synonyms.txt`
and `person_nouns.txt` from WordNet by `python -m bench.synonyms` and `python -m bench.person_nouns`, `near_words.txt`
from the Moby Thesaurus by `python -m bench.near_words`, `verb_lemmas.tsv` from the NIH SPECIALIST lexicon by
`python -m bench.verb_forms`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import Stemmer

FEWEST = 4
"""Times that a word must have been seen small before its share says anything."""

KNOWN = 10
"""Times small of a word that is no slip."""

OFTEN = 30
"""Times small of a word that is frequent."""

INSIDE = 5
"""Times that a word which begins a place begins a name for one time behind "in"."""

FEWEST_PLACES = 11
"""Times that a word which begins a place must have begun a name."""

BEARS = 10
"""Times that a word which names no person stands alone for one time behind a given name or a title."""

MANY = 300
"""Times that a word stands alone for one time that it says something, where it names nothing that speaks."""


def _rows(name: str, language: str) -> list[list[str]]:
    path = files(__package__) / language / f"{name}.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []


@cache
def _cases(language: str) -> dict[str, tuple[int, int]]:
    return {word: (int(small), int(capital)) for word, small, capital in _rows("letter_case", language)}


@cache
def verb_lemmas() -> dict[str, str]:
    """The base form of each form of an English verb that the table of word classes does not have."""
    return {form: base for base, forms in _rows("verb_lemmas", "en") for form in forms.split()}


@cache
def _bearers() -> dict[str, tuple[float, float]]:
    return {name: (float(men), float(women)) for name, men, women in _rows("given_names", "en")}


@cache
def _small_shares(language: str) -> dict[str, float]:
    counted = _cases(language).items()
    return {word: small / (small + capital) for word, (small, capital) in counted if small >= FEWEST}


@lru_cache(maxsize=1 << 15)
def small_share(word: str, language: str = "en") -> float:
    """How often, 0 to 1, news writes the word without a capital inside sentences; 0 for a word it hardly knows so."""
    return _small_shares(language).get(word.casefold(), 0.0)


def times_small(word: str, language: str = "en") -> int:
    """How often news was seen to write the word without a capital inside sentences."""
    return _cases(language).get(word.casefold(), (0, 0))[0]


def is_frequent(word: str, language: str = "en") -> bool:
    """Whether a word is one that news writes small again and again."""
    return times_small(word, language) >= OFTEN


def is_known(word: str, language: str = "en") -> bool:
    """Whether news has written a word small more than by chance."""
    return times_small(word, language) >= KNOWN


@dataclass(frozen=True, slots=True)
class _NameCounts:
    """How often news has a word alone with a capital, behind a given name, saying something; first; behind "in"."""

    alone: int
    borne: int
    speaks: int
    begins: int
    inside: int


@cache
def _name_words() -> dict[str, _NameCounts]:
    return {word: _NameCounts(*map(int, counts)) for word, *counts in _rows("name_words", "en")}


def begins_place(word: str) -> bool:
    """Whether a capitalised word mostly begins names of places in news ("San")."""
    found = _name_words().get(word)
    return found is not None and found.inside * INSIDE >= found.begins >= FEWEST_PLACES


def bears_nobody(word: str) -> bool:
    """Whether news all but never has a capitalised word as the surname of a person."""
    found = _name_words().get(word)
    return found is not None and found.alone > max(FEWEST, found.borne * BEARS)


def is_silent(word: str) -> bool:
    """Whether news often has a capitalised word, and all but never as one that says something: a law, a thing."""
    found = _name_words().get(word)
    return found is not None and found.alone > max(MANY, found.speaks * MANY)


def bearers(name: str) -> tuple[float, float]:
    """Bearers of a given name per hundred men and per hundred women; (0, 0) for one the census does not list."""
    return _bearers().get(name.casefold(), (0.0, 0.0))


@lru_cache(maxsize=100_000)
def rarity(key: str) -> float:
    """Inverse document frequency of a stem in news, natural logarithm (Spärck Jones 1972)."""
    articles, held = _frequencies()
    return math.log((articles + 1) / (held.get(key, 0) + 1))


def is_printed(word: str) -> bool:
    """Whether news that was counted has the word, in capitals or small."""
    return news_stem(word.casefold()) in _frequencies()[1]


@lru_cache(maxsize=100_000)
def news_stem(word: str) -> str:
    """A word as `rarity` counts it: without its English endings (Porter 2001)."""
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@cache
def _frequencies() -> tuple[int, dict[str, int]]:
    lines = (files(__package__) / "en" / "document_frequency.tsv").read_text(encoding="utf-8").splitlines()
    return int(lines[0]), {stem: int(count) for stem, count in (line.split("\t") for line in lines[1:])}


@cache
def synonym_rows() -> list[list[str]]:
    """Words that say the same or are of one root, a set a row."""
    return [line.split() for line in _lines("synonyms", "en")]


@cache
def person_nouns(language: str = "en") -> frozenset[str]:
    """Nouns that mean a person first of all, of one or many where the ending does not tell ("clerk", "businessmen")."""
    return frozenset(_lines("person_nouns", language))


def _lines(name: str, language: str) -> list[str]:
    """The lines of a list but those of its licence; none where the language has no such list."""
    path = files(__package__) / language / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [line for line in lines if not line.startswith("#")]


@lru_cache(maxsize=10_000)
def is_near(one: str, two: str) -> bool:
    """Whether two words stand under each other in a thesaurus, or under the same heads."""
    first, second = sorted((one, two))
    return f" {second} " in f" {_near_words().get(first, '')} "


@cache
def _near_words() -> dict[str, str]:
    return dict(line.partition(" ")[::2] for line in _lines("near_words", "en"))


@cache
def calendar_names() -> list[list[str]]:
    """Kind (month or day), name in small letters, language and number, of many languages."""
    path = files(__package__) / "calendar.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
