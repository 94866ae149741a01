"""Invented sentences, drawn the same way each time, and what is read in each.

They are the examples of the lexicon, the gold of tests/gold, the texts of the tests of extraction, frames filled by
chance with a fixed seed (readings.toml), and the articles of invented stories, whole (stories.py); each short one once
more, damaged: cut before or behind a word, a word left out, two turned. What nobody writes shows where a rule ends;
whether its reading is right, the whole sentence says. Some more were put together by chance from words of the others
(readings_edges.jsonl): each alone told apart the code and a mutation of it that no other sentence at hand showed.
"""

from __future__ import annotations

import ast
import hashlib
import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from random import Random
from string import Formatter
from typing import Any, NamedTuple

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.ingest.languages import find_language
from audit.records import Source, Span
from bench.idle_rules import entries, tables
from bench.stories import stories

HERE = Path(__file__).parent
FRAMES = HERE / "readings.toml"
EDGES = HERE / "readings_edges.jsonl"
GOLD = HERE.parent / "tests" / "gold"
KINDS = ("quotes", "figures", "credits", "people", "caveats")
TESTED = HERE.parent / "tests" / "unit" / "extract"
TESTED_LENGTH = range(15, 20_000)  # characters of a text of a test: shorter is a name, longer an attack
DAMAGED_LENGTH = 600  # characters: a story is not damaged
OTHER_LANGUAGES = ("de", "es", "fr")  # those with frames of their own, beside English
LEAST_WORDS = 4  # of what is damaged


class Sentence(NamedTuple):
    """A text whose reading is frozen, and its language."""

    text: str
    language: str

    @property
    def key(self) -> str:
        """What it goes by among the frozen ones."""
        return short_hash(f"{self.language} {self.text}")


def sentences() -> list[Sentence]:
    """All sentences, each once, in an order that is always the same."""
    whole = tuple(dict.fromkeys((*_examples(), *_gold(), *_tested(), *_filled(), *_articles())))
    return list(dict.fromkeys((*whole, *_damaged(whole), *_drawn())))


def _examples() -> Iterator[Sentence]:
    for table, language in tables():
        for entry in entries(table, language):
            yield from (Sentence(text, language or "en") for text in entry.examples)


def _gold() -> Iterator[Sentence]:
    for file in sorted(GOLD.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield Sentence(json.loads(line)["text"], "en")


def _tested() -> Iterator[Sentence]:
    for file in sorted(TESTED.glob("test_*.py")):
        texts = _texts_of(ast.parse(file.read_text(encoding="utf-8")))
        yield from (Sentence(text, _read_as(text)) for text in texts)


def _read_as(text: str) -> str:
    """The language by whose rules a text of a test is read; a text of a test says of itself in which one it is."""
    found = find_language(text)
    return found if found in OTHER_LANGUAGES else "en"


def _texts_of(module: ast.Module) -> Iterator[str]:
    """The strings of a test that are sentences: they begin with a capital or a mark, and stop somewhere."""
    parts = {id(part) for node in ast.walk(module) if isinstance(node, ast.JoinedStr) for part in node.values}
    told = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts | told:
            text = node.value
            opens = len(text) in TESTED_LENGTH and not text[0].islower() and text[0] not in " ,"
            if opens and " " in text and any(sign in text for sign in ".!?”"):
                yield text


def _damaged(whole: Iterable[Sentence]) -> Iterator[Sentence]:
    """Of each short text what is left after one damage, drawn by its own words: more texts damage no other."""
    for text, language in whole:
        words = text.split(" ")
        if len(text) <= DAMAGED_LENGTH and len(words) >= LEAST_WORDS:
            chance = Random(text)
            yield Sentence(" ".join(chance.choice(DAMAGES)(words, chance.randrange(1, len(words)))), language)


DAMAGES: Sequence[Callable[[list[str], int], list[str]]] = (
    lambda words, at: words[:at],
    lambda words, at: words[at:],
    lambda words, at: words[:at] + words[at + 1 :],
    lambda words, at: words[: at - 1] + words[at - 1 : at + 1][::-1] + words[at + 1 :],
)
"""Words and a place among them -> the words up to it, from it, without it, or with the one before it behind it."""


def _filled() -> Iterator[Sentence]:
    table = tomllib.loads(FRAMES.read_text(encoding="utf-8"))
    for language, own in (("en", table), *((code, table[code]) for code in OTHER_LANGUAGES)):
        for kind, frames in own["frames"].items():
            for frame in frames:
                chance = Random(f"{kind} {frame}")
                filled = (_fill(frame, own["fillers"], chance) for _ in range(table["draws"]))
                yield from (Sentence(text, language) for text in filled)


def _articles() -> Iterator[Sentence]:
    yield from (Sentence(f"{one.title}\n\n{one.text}", "en") for story in stories() for one in story)


def _drawn() -> Iterator[Sentence]:
    yield from (Sentence(**json.loads(line)) for line in EDGES.read_text(encoding="utf-8").splitlines())


def _fill(frame: str, fillers: Mapping[str, Sequence[str]], chance: Random) -> str:
    """A frame with a filler in each of its gaps; "clause" and "clause2" are never the same."""
    gaps = [name for _, name, _, _ in Formatter().parse(frame) if name]
    drawn = {name: chance.sample(fillers[name], 2) for name in sorted({_bare(gap) for gap in gaps})}
    told = {gap: drawn[_bare(gap)][gap.endswith("2")] for gap in gaps}
    filled = frame.format(**{gap: _opened(words) if gap[0].isupper() else words for gap, words in told.items()})
    return _opened(filled)


def _bare(gap: str) -> str:
    return gap.casefold().rstrip("2")


def _opened(words: str) -> str:
    return words[:1].upper() + words[1:]


def reading(sentence: Sentence) -> list[str]:
    """All that is read in a sentence, a line each."""
    line = {"id": "x", "text": sentence.text, "language": sentence.language, "published": "2031-12-31"}
    found = extract_mentions(read_line(line))
    told = [f"{kind}: {_slots(one, sentence.text)}" for kind in KINDS for one in getattr(found, kind)]
    return [*told, *(f"sentence: {_told(span, sentence.text)}" for span in found.sentences)]


def _slots(one: Any, text: str) -> str:
    slots = {field.name: getattr(one, field.name) for field in fields(one)}
    return "; ".join(f"{name} {_told(value, text)}" for name, value in slots.items() if value not in (None, ()))


def _told(value: object, text: str) -> str:
    if isinstance(value, Span):
        return f"“{value.of(text)}” at {value.start}"
    if isinstance(value, Source):
        return f"{value.name} ({value.kind.value}; {', '.join(value.names)}; {value.affiliation})"
    return " + ".join(_told(one, text) for one in value) if isinstance(value, tuple) else str(value)


def short_hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:10]
