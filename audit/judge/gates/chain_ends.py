"""Claims by where they end: one origin, none held, nobody named. Which of them are worth a line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
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
LEAST_LABEL = 5  # words that tell a claim by themselves
MOST_MORE = 3  # further claims that a card tells
_NO_LETTER = re.compile(r"[\W_]")


def is_short(row: Row) -> bool:
    """Whether every place is a sentence and no stretch of a text."""
    return all(place["end"] - place["start"] <= LONG_PLACE for place in row["evidence"])


def single(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of one origin: one value in every article, told in the articles' own words, no length of time, no count
    of those who tell it, and nobody's word on what he does himself. The open word of a body or a person is counted, and
    so is what its origin's own text tells and one other.
    """
    told = one_a_sentence(filter(lambda row: _is_single(row, library), rows), library)
    yield from _one_of_texts(
        {
            **in_full(row, library),
            "evidence": places,
            "counted": bool(row.get("at_home")) or (bool(row.get("own")) and _all_name_it(row, places, library)),
        }
        for row in told
        for places in [_plain(row, library)]
    )


def _one_of_texts(rows: Iterable[Row], more: str = "So does") -> Iterator[Row]:
    """Of the rows of the same texts and origins the first, with what the others tell and their places."""
    groups = defaultdict[tuple[frozenset[str], str, bool], list[Row]](list)
    for row in rows:
        groups[texts_of(row), row["slots"]["origins"], row["counted"]].append(row)
    yield from (one_card(group, more) for group in groups.values())


def texts_of(row: Row) -> frozenset[str]:
    """The articles that a row has places in."""
    return frozenset(place["article_id"] for place in row["evidence"])


def one_card(rows: Sequence[Row], more: str = "So does") -> Row:
    """The first of some rows, with what the others tell and their places."""
    first, *others = rows
    also = "; ".join(f"“{row['slots']['label']}”" for row in others[:MOST_MORE])
    slots = {**first["slots"], "more": f" {more} {also}." if others else ""}
    return {**first, "evidence": [p for row in rows for p in row["evidence"]], "slots": slots}


def in_full(row: Row, library: Library) -> Row:
    """A row whose label is its whole sentence where that is only a word or two in marks."""
    if len(row["slots"]["label"].split()) >= LEAST_LABEL:
        return row
    whole = " ".join(library.around(row["evidence"][0]).split())
    return {**row, "slots": {**row["slots"], "label": whole}}


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
    figures = [f for place in places for f in figures_at(place, library)]
    if not _one_value(figures) or (figures and not any(map(_counts_something, figures))):
        return False
    told = any(counts_tellers(figure, origins) for figure in figures)
    return not told and not any(_is_own_deed(place, origins, library) for place in places)


def _all_name_it(row: Row, places: Iterable[Row], library: Library) -> bool:
    """Whether every sentence says whose word it is, in full or by its initials: nobody takes it for another's. Where
    each text has it in words of its own, it is enough that the text does: each has heard him.
    """
    names = [read_words(name).keys for name in row["slots"]["origins"].split(", ")]
    called = frozenset(key for keys in names for key in (*keys[-1:], "".join(word[0] for word in keys)))
    held = list(places)
    said = [read_words(library.around(place)).keys for place in held]
    if len({tuple(keys) for keys in said}) == len(texts_of({**row, "evidence": held})) == len(held):
        said = [read_words(library.texts[place["article_id"]]).keys for place in held]
    return all(not called.isdisjoint(keys) for keys in said)


def _counts_something(figure: Row) -> bool:
    """Whether a figure says what it is of, and is more than a word for somebody: no "911" that was called, no "one"."""
    return figure["unit"] is not None or (figure["counted"] is not None and figure["high"] != 1)


def _is_own_deed(place: Row, origins: Iterable[str], library: Library) -> bool:
    """Whether the origin tells what he himself did: "Lund said he would send 40 boats"."""
    text = library.texts[place["article_id"]]
    keys = read_words(text[min(place["start"], library.sentence(place).start) : place["start"]]).keys
    said = max((at for at, key in enumerate(keys) if key in saying()), default=None)
    he = said is not None and not rule("third_persons").isdisjoint(keys[said + 1 :])
    return he and all(name_key(name) in library.people for name in origins)


def figures_at(place: Row, library: Library) -> list[Row]:
    return library.figures_in(place["article_id"], Span(place["start"], place["end"]))


def _one_value(figures: list[Row]) -> bool:
    """Whether all name one value; a length of time is seldom what a text asserts."""
    return not any(map(is_timed, figures)) and len({(f["low"], f["high"]) for f in figures}) <= 1


def is_timed(figure: Row) -> bool:
    return figure["unit"] in rule("times")


def missing(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims whose origin is not held: short ones in the articles' own words, one a sentence, of who has a name. What
    one of them shows as the words of another is counted: that one credits it. What the same texts have from the same
    origin is one card.
    """
    told = one_a_sentence(filter(lambda row: _is_missing(row, library), rows), library)
    yield from _one_of_texts(
        ({**_called_once(in_full(row, library)), "counted": _is_anothers(row, library)} for row in told),
        "Nor is that of",
    )


def _called_once(row: Row) -> Row:
    """A row without the words for an origin that are the end of another's: "statement" beside "police statement"."""
    names, kept = row["slots"]["origins"].split(", "), list[str]()
    for name in sorted(names, key=len, reverse=True):
        bare = _NO_LETTER.sub("", name)
        if not (bare.islower() and any(_NO_LETTER.sub("", other).endswith(bare) for other in kept)):
            kept.append(name)
    return {**row, "slots": {**row["slots"], "origins": ", ".join(name for name in names if name in kept)}}


def _is_missing(row: Row, library: Library) -> bool:
    named = is_short(row) and _nameless().isdisjoint(_origins(row)) and not _points_back(row, library)
    return named and not _tells_two(row, library)


def _is_anothers(row: Row, library: Library) -> bool:
    """Whether one of its texts shows what it says as the words of somebody else than its origin: he stands before the
    colon, and credits it in his own text.
    """
    return any(_is_shown(place, row["slots"]["origins"].split(", "), library) for place in row["evidence"])


def _is_shown(place: Row, origins: Iterable[str], library: Library) -> bool:
    """Whether the paragraph before a place ends in a colon and none of the origins is in it."""
    before = library.texts[place["article_id"]][: library.paragraph(place).start].rstrip()
    keys = frozenset(read_words(before[before.rfind("\n") + 1 :]).keys)
    return before.endswith(":") and all(keys.isdisjoint(read_words(name).keys[-1:]) for name in origins)


def _tells_two(row: Row, library: Library) -> bool:
    """Whether two texts measure otherwise in one unit, so that they have it from two: two laws, two statements."""
    told = defaultdict[str, dict[str, set[tuple[float, float]]]](lambda: defaultdict(set))
    for place in row["evidence"]:
        for figure in figures_at(place, library):
            if figure["unit"] is not None:
                told[figure["unit"]][place["article_id"]].add((figure["low"], figure["high"]))
    return any(one.isdisjoint(two) for texts in told.values() for one, two in combinations(texts.values(), 2))


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


def one_a_sentence(rows: Iterable[Row], library: Library) -> Iterator[Row]:
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


def counts_tellers(figure: Row, names: Iterable[str]) -> bool:
    """Whether a figure counts those who speak, by their name or as people without one."""
    told = [frozenset(map(stem, read_words(name).keys)) for name in names]
    counted = read_words((figure["counted"] or figure["surface"]).split(" of ")[0]).keys
    return not rule("nameless").isdisjoint(counted) or any(stem(key) in keys for key in counted[-1:] for keys in told)


def rule(key: str) -> frozenset[str]:
    return frozenset(load_rules("many_counts")[key])


@cache
def saying() -> frozenset[str]:
    """Words by which something is said: forms of reporting verbs, and what stands for one."""
    forms = {form for entry in load_rules("cues")["verb"] for form in entry["forms"]}
    return frozenset(forms) | rule("as_saying")
