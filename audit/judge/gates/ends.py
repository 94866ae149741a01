"""Claims by where they end: one origin, none held, nobody named. Which of them are worth a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from audit.ids import name_key
from audit.judge.library import LONGEST, Library
from audit.lexicon import load_rules
from audit.match.words import read_words
from audit.records import Span

Row = dict[str, Any]
LONG_PLACE = 300  # characters: what is longer is a stretch of a text and no one claim
REACH = 30  # characters behind crediting words that are read for their verb
BESIDE = 60  # characters between words and the name of who said them
_FULL_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]+(?:\s+[A-Z]\.?)?\s+[A-Z][\w’'-]+")


_APPOSITION = re.compile(r"[\s\"”’]*,\s+(?:[A-Z][\w.]*\s+)*[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")


def is_short(row: Row) -> bool:
    """Whether every place is a sentence and no stretch of a text."""
    return all(place["end"] - place["start"] <= LONG_PLACE for place in row["evidence"])


def single(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of one origin: one value in every article, told in the articles' own words, no length of time."""
    for row in rows:
        places = [place for place in row["evidence"] if not library.is_marked(place)]
        figures = [f for place in places for f in _figures_at(place, library)]
        if is_short(row) and len({place["article_id"] for place in places}) > 1 and _one_value(figures):
            yield {**row, "evidence": places}


def _figures_at(place: Row, library: Library) -> list[Row]:
    return library.figures_in(place["article_id"], Span(place["start"], place["end"]))


def _one_value(figures: list[Row]) -> bool:
    """Whether all name one value; a length of time is seldom what a text asserts."""
    timed = any(f["unit"] in load_rules("many_counts")["times"] for f in figures)
    return not timed and len({(f["low"], f["high"]) for f in figures}) <= 1


def missing(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims whose origin is not held: short ones in the articles' own words."""
    for row in rows:
        if is_short(row):
            yield row


def unnamed(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of unnamed sources: no count of those sources, and nobody's full name beside the words or the role."""
    for row in rows:
        places = row["evidence"]
        if all(map(_is_unnamed, row["names"])) and not any(
            _counts_sources(p, library) or _name_beside(p, library) for p in places
        ):
            yield row


def _is_unnamed(name: str) -> bool:
    """Whether a role tells nobody: "an aide", "two officials", but not "the president", a party, or a body's voice."""
    keys = read_words(name).keys
    classes = load_rules("many_counts")
    if frozenset(keys) & frozenset(classes["voices"]):
        return False
    return bool(keys) and (keys[0] in classes["some"] or bool(frozenset(keys) & _source_nouns()))


def _counts_sources(place: Row, library: Library) -> bool:
    """Whether a figure counts those who speak: "two officials", "three people familiar with it"."""
    counted = {key for row in _figures_at(place, library) for key in read_words(row["counted"] or "").keys}
    return bool(counted & _source_nouns()) or (bool(_figures_at(place, library)) and not counted)


@cache
def _source_nouns() -> frozenset[str]:
    return frozenset(load_rules("many_counts")["speakers"])


def _name_beside(place: Row, library: Library) -> bool:
    """Whether a full name stands close to the words, outside of them."""
    text = library.texts[place["article_id"]]
    before = text[max(0, place["start"] - BESIDE) : place["start"]]
    after = text[place["end"] : place["end"] + BESIDE]
    near = before.split("\n")[-1], after.split("\n")[0]
    return bool(_APPOSITION.match(near[1])) or any(
        name_key(match[0]) in library.people for side in near for match in _FULL_NAME.finditer(side)
    )


def vague(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of vague sources where the cue attributes: it says something, stands first, and nobody is named by it."""
    for row in rows:
        if is_short(row) and all(_attributes(cue, place, library) for cue, place in _cues(row)):
            yield row


def _cues(row: Row) -> Iterator[tuple[Row, Row]]:
    for cue in row["cues"] or ():
        yield cue, row["evidence"][0]


def _attributes(cue: Row, place: Row, library: Library) -> bool:
    """Whether the crediting words attribute: not where a preposition makes them the topic, nor after the words said."""
    text = library.texts[place["article_id"]]
    if library.names_somebody(cue["article_id"], library.sentence(cue)):
        return False
    before = read_words(text[max(0, cue["start"] - LONGEST) : cue["start"]]).keys[-2:]
    topic = bool(frozenset(before) & frozenset(load_rules("many_counts")["topics"]))
    adverb = text[cue["start"] : cue["end"]].lower().endswith("ly")
    if topic or (adverb and place["end"] <= cue["start"]) or _APPOSITION.match(text[cue["end"] : cue["end"] + BESIDE]):
        return False
    words = read_words(text[cue["start"] : cue["end"] + REACH]).keys[: len(read_words(library.words(cue)).keys) + 2]
    if not adverb and _FULL_NAME.search(text[cue["end"] : cue["end"] + REACH]):
        return False
    voice = frozenset(words) & frozenset(load_rules("many_counts")["voices"])
    return not voice and (adverb or bool(frozenset(words) & _saying()))


@cache
def _saying() -> frozenset[str]:
    """Words by which something is said: forms of reporting verbs, and what stands for one."""
    forms = {form for entry in load_rules("cues")["verb"] for form in entry["forms"]}
    return frozenset(forms) | frozenset(load_rules("many_counts")["as_saying"])
