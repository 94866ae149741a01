"""How much of their sentence words cover that credit nobody: a clause of its own, where they stand in one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from audit.judge.gates.chain_ends import LEAST_LABEL, LONG_SENTENCE, Row, rule
from audit.judge.gates.inner_clauses import PAUSE, has_verb, is_inside, stretch_start, words_of
from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.records import Span
from audit.text.parts_of_speech import ADJECTIVE, NOUNS, PREPOSITION, known_as


def as_covered(row: Row, library: Library) -> Row | None:
    """A row of an unnamed source with what its crediting words cover; None where that does not stand for itself."""
    told: Row | None = row
    for cue in row.get("cues") or ():
        cover = covered(cue, library)
        told = _in_cover(told, cover, library) if told and cover else None
    return told


def covered(cue: Row, library: Library) -> Span | None:
    """What crediting words cover; None where they stand in an inner clause or an aside: "Lund, who reportedly"."""
    text, sentence = library.texts[cue["article_id"]], library.sentence(cue, LONG_SENTENCE)
    start = stretch_start(cue, library)
    lead = words_of(text, start, cue["start"])
    if is_inside(cue, library) or _tells_more(lead) or _is_aside(cue, start > sentence.start, lead, library):
        return None
    if start > sentence.start:
        joined = lead[:1] and lead[0] in _joins() and has_verb(words_of(text, sentence.start, start))
        return Span(start, sentence.end) if joined else sentence
    after = PAUSE.search(text, cue["end"], sentence.end)
    return Span(start, after.start()) if after and lead[:1] and lead[0] in rule("conceding") else sentence


def _tells_more(lead: Sequence[str]) -> bool:
    """Whether a clause tells more of what stands before it: "who reportedly", "as boats reportedly"."""
    return not _telling_more().isdisjoint((*lead[:1], *lead[-1:]))


def _is_aside(cue: Row, paused: bool, lead: Sequence[str], library: Library) -> bool:
    """Whether an adverb opens no clause, or tells of a noun: ", reportedly taking boats", "a book reportedly by"."""
    if not library.words(cue).lower().endswith("ly"):
        return False
    behind = words_of(library.texts[cue["article_id"]], cue["end"], cue["end"] + LEAST_LABEL * 10)
    if (paused and not lead) or (len(lead) == 1 and lead[0] in _joins()):
        return not has_verb(behind[:1])
    noun = any(known_as(word, kind) for word in lead[-1:] for kind in NOUNS)
    return noun and any(known_as(word, kind) for word in behind[:1] for kind in (PREPOSITION, ADJECTIVE))


def _in_cover(row: Row, cover: Span, library: Library) -> Row | None:
    """A row that prints no more than what is covered; None where its words stand elsewhere, or that is hardly any."""
    (article, *others) = {place["article_id"] for place in row["evidence"]}
    if others or cover == library.sentence(row["evidence"][0], LONG_SENTENCE):
        return row
    words = " ".join(cover.of(library.texts[article]).split())
    inside = all(cover.meets(Span(place["start"], place["end"])) for place in row["evidence"])
    return {**row, "slots": {**row["slots"], "label": words}} if inside and len(words.split()) >= LEAST_LABEL else None


@cache
def _joins() -> frozenset[str]:
    return _class("clause_joins") - _telling_more()


@cache
def _telling_more() -> frozenset[str]:
    """Words that tell more of what stands before them."""
    return rule("passing") | _class("relatives") | _class("possessive_relatives")


def _class(name: str) -> frozenset[str]:
    return frozenset(load_rules("closed_classes")[name]["words"])
