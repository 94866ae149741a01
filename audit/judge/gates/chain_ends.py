"""Claims by where they end: one origin, none held, nobody named. Which of them are worth a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from audit.ids import name_key
from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.match.words import read_words, stem
from audit.records import Span

Row = dict[str, Any]
LONG_PLACE = 300  # characters: what is longer is a stretch of a text and no one claim
SAME = 2  # texts in whose sentences two claims stand: they are one fact
LONG_SENTENCE = 450  # characters: sentences that run into each other
AGE = "year of age"
REACH = 30  # characters behind crediting words that are read for their verb
BESIDE = 60  # characters between words and the name of who said them
FULL_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]+(?:\s+[A-Z]\.?)?\s+[A-Z][\w’'-]+")


_APPOSITION = re.compile(r"[\s\"”’]*,\s+(?:[A-Z][\w.]*\s+)*[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")


def is_short(row: Row) -> bool:
    """Whether every place is a sentence and no stretch of a text."""
    return all(place["end"] - place["start"] <= LONG_PLACE for place in row["evidence"])


def single(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of one origin: one value in every article, told in the articles' own words, no length of time, no count
    of those who tell it, and nobody's word on what he does himself.
    """
    for row in _one_a_sentence(filter(lambda row: _is_single(row, library), rows), library):
        yield {**row, "evidence": _plain(row, library)}


def _is_single(row: Row, library: Library) -> bool:
    """Whether two texts tell a short claim in their own words, and its origin has something to tell by it."""
    places = _plain(row, library)
    several = len({place["article_id"] for place in places}) > 1
    return is_short(row) and several and _is_told(row, places, library) and not _points_back(row, library)


def _plain(row: Row, library: Library) -> list[Row]:
    """Its places in a text's own words."""
    return [place for place in row["evidence"] if not library.is_marked(place)]


def _is_told(row: Row, places: list[Row], library: Library) -> bool:
    """Whether somebody else than its origin has something to tell by it."""
    origins = row["slots"]["origins"].split(", ")
    figures = [f for place in places for f in _figures_at(place, library)]
    if not _one_value(figures) or (figures and not any(map(_counts_something, figures))):
        return False
    told = any(_counts_tellers(figure, origins) for figure in figures)
    return not told and not any(_is_own_deed(place, origins, library) for place in places)


def _counts_something(figure: Row) -> bool:
    """Whether a figure says what it is of, and is more than a word for somebody: no "911" that was called, no "one"."""
    return figure["unit"] is not None or (figure["counted"] is not None and figure["high"] != 1)


def _is_own_deed(place: Row, origins: Iterable[str], library: Library) -> bool:
    """Whether the origin tells what he himself did: "Lund said he would send 40 boats"."""
    text = library.texts[place["article_id"]]
    keys = read_words(text[min(place["start"], library.sentence(place).start) : place["start"]]).keys
    said = max((at for at, key in enumerate(keys) if key in saying()), default=None)
    he = said is not None and not _rule("third_persons").isdisjoint(keys[said + 1 :])
    return he and all(name_key(name) in library.people for name in origins)


def _figures_at(place: Row, library: Library) -> list[Row]:
    return library.figures_in(place["article_id"], Span(place["start"], place["end"]))


def _one_value(figures: list[Row]) -> bool:
    """Whether all name one value; a length of time is seldom what a text asserts."""
    return not any(map(_is_timed, figures)) and len({(f["low"], f["high"]) for f in figures}) <= 1


def _is_timed(figure: Row) -> bool:
    return figure["unit"] in _rule("times")


def missing(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims whose origin is not held: short ones in the articles' own words, one a sentence, of who has a name."""
    yield from _one_a_sentence(filter(lambda row: _is_missing(row, library), rows), library)


def _is_missing(row: Row, library: Library) -> bool:
    return is_short(row) and _nameless().isdisjoint(_origins(row)) and not _points_back(row, library)


def _origins(row: Row) -> list[str]:
    return list(row["slots"]["origins"].lower().split(", "))


def _points_back(row: Row, library: Library) -> bool:
    """Whether each sentence only points at what its text told of before, as "that review": whose it is stands there."""
    pointing = load_rules("closed_classes")["demonstratives"]["words"]
    names = [f"{word} {origin}" for word in pointing for origin in _origins(row)]
    keys = (f" {' '.join(read_words(library.around(place)).keys)} " for place in row["evidence"])
    return all(any(f" {name} " in said for name in names) for said in keys)


@cache
def _nameless() -> frozenset[str]:
    """What stands for an outlet that was named before: "the paper"."""
    table = load_rules("credits")["definite"]
    return frozenset([*table["words"], *table["agencies"]])


def unnamed(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of unnamed sources, one a sentence: no count of those sources, and nobody's full name beside them."""
    for row in _one_a_sentence(rows, library):
        if all(map(_is_unnamed, row["names"])) and not any(
            _is_named(p, row["names"], library) for p in row["evidence"]
        ):
            yield row


def _one_a_sentence(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Of the rows that stand in the same sentences, or those of two texts, the first; none of a stretch of a text."""
    seen = set[tuple[str, int]]()
    for row in rows:
        sentences = [library.sentence(place, LONG_SENTENCE) for place in row["evidence"]]
        keys = {(p["article_id"], s.start) for p, s in zip(row["evidence"], sentences, strict=True)}
        again = {article for article, _ in keys & seen}
        if len(again) < min(SAME, len({article for article, _ in keys})) and _are_short(sentences):
            seen |= keys
            yield row


def _are_short(sentences: Iterable[Span]) -> bool:
    return all(s.end - s.start < LONG_SENTENCE for s in sentences)


def _is_named(place: Row, names: Iterable[str], library: Library) -> bool:
    """Whether a place counts its sources, or its sentence names somebody who tells it."""
    if _counts_sources(place, names, library) or _name_beside(place, library):
        return True
    return library.names_somebody(place["article_id"], library.sentence(place))


def _is_unnamed(name: str) -> bool:
    """Whether a role tells nobody: "an aide", "two officials", but not "the president", a party, or a body's voice."""
    keys = read_words(name).keys
    if frozenset(keys) & _rule("voices"):
        return False
    return bool(keys) and (keys[0] in _rule("some") or bool(frozenset(keys) & _rule("speakers")))


def _counts_sources(place: Row, names: Iterable[str], library: Library) -> bool:
    """Whether a figure counts those who speak, or measures nobody's claim: "two officials", "Lund, 61"."""
    named = list(names)
    return any(figure["unit"] == AGE or _counts_tellers(figure, named) for figure in _figures_at(place, library))


def _counts_tellers(figure: Row, names: Iterable[str]) -> bool:
    """Whether a figure counts those who speak, by their name or as people without one."""
    told = [frozenset(map(stem, read_words(name).keys)) for name in names]
    counted = read_words((figure["counted"] or figure["surface"]).split(" of ")[0]).keys
    return not _rule("nameless").isdisjoint(counted) or any(stem(key) in keys for key in counted[-1:] for keys in told)


def _name_beside(place: Row, library: Library) -> bool:
    """Whether a full name stands close to the words, outside of them."""
    text = library.texts[place["article_id"]]
    before = text[max(0, place["start"] - BESIDE) : place["start"]]
    after = text[place["end"] : place["end"] + BESIDE]
    near = before.split("\n")[-1], after.split("\n")[0]
    return bool(_APPOSITION.match(near[1])) or any(
        name_key(match[0]) in library.people for side in near for match in FULL_NAME.finditer(side)
    )


def vague(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of vague sources where the cue attributes: it says something, stands first, and nobody is named by it."""
    for row in _one_a_sentence(rows, library):
        if not is_short(row) or any(_is_timed(figure) for p in row["evidence"] for figure in _figures_at(p, library)):
            continue
        if all(_attributes(cue, place, library) for cue, place in _cues(row)):
            yield row


def _cues(row: Row) -> Iterator[tuple[Row, Row]]:
    for cue in row["cues"] or ():
        yield cue, row["evidence"][0]


def _attributes(cue: Row, place: Row, library: Library) -> bool:
    """Whether the crediting words attribute: not where the sentence is about them, nor behind the words."""
    text = library.texts[place["article_id"]]
    behind = text[cue["end"] : cue["end"] + BESIDE]
    if library.names_somebody(cue["article_id"], library.sentence(cue)) or _is_topic(cue, library):
        return False
    if library.words(cue).lower().endswith("ly"):
        return place["end"] > cue["start"] and not _APPOSITION.match(behind)
    return not (_APPOSITION.match(behind) or FULL_NAME.search(behind[:REACH])) and _says(cue, library)


def _says(cue: Row, library: Library) -> bool:
    """Whether the words themselves, or the two behind, say something, and for nobody who is named."""
    text = library.texts[cue["article_id"]]
    words = read_words(text[cue["start"] : cue["end"] + REACH]).keys[: len(read_words(library.words(cue)).keys) + 2]
    return not _rule("voices") & frozenset(words) and bool(frozenset(words) & saying())


def _is_topic(cue: Row, library: Library) -> bool:
    """Whether a sentence speaks about what was reported: "on rumours", "new reports of", "outlets citing sources"."""
    text = library.texts[cue["article_id"]]
    lead = text[library.sentence(cue).start : cue["start"]]
    before, inside = read_words(lead).keys, read_words(library.words(cue)).keys
    ahead = (*inside[1:], *read_words(text[cue["end"] : cue["end"] + REACH]).keys[:1])
    if frozenset(before[-2:]) & _rule("topics"):
        return True
    if frozenset(inside[:1]) & _rule("participles"):
        return bool(before) and not lead.rstrip().endswith(tuple(_rule("pauses")))
    return bool(frozenset(ahead) & _rule("topic_links")) and not frozenset(before[-3:] + inside[:1]) & _rule(
        "existence"
    )


def _rule(key: str) -> frozenset[str]:
    return frozenset(load_rules("many_counts")[key])


@cache
def saying() -> frozenset[str]:
    """Words by which something is said: forms of reporting verbs, and what stands for one."""
    forms = {form for entry in load_rules("cues")["verb"] for form in entry["forms"]}
    return frozenset(forms) | _rule("as_saying")
