"""Whether somebody keeps his name back behind a fact: one person, or so many, who tells it alone and to this text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.extract.sources.unnamed import is_definite, unnamed_in
from audit.judge.gates.chain_ends import LONG_SENTENCE, Row, rule
from audit.judge.gates.known_tellers import head_words
from audit.judge.gates.told_beside import is_behind_colon
from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.match.words import read_words, stem
from audit.records import Span
from audit.text.parts_of_speech import NOUN, NUMERAL, PAST, PLURAL, known_as, may_be

REACH = 20  # characters behind crediting words in which their verb stands
ABOVE = 4  # paragraphs before one in which a text may say that it goes on with another one's words


def is_hidden(row: Row, library: Library) -> bool:
    """Whether a claim is a fact that a person alone stands for: no words in marks, which tell how somebody speaks,
    nothing from a body, by some of its own, or from one of those who tell what they think, nor what another told first.
    """
    if any(map(library.is_marked, row["evidence"])) or any(_confirms(cue, library) for cue in row.get("cues") or ()):
        return False
    return all(map(_keeps_back, row["names"]))


def _confirms(cue: Row, library: Library) -> bool:
    """Whether crediting words, or those right behind them, confirm what others told: "an aide confirmed"."""
    said = library.texts[cue["article_id"]][cue["start"] : cue["end"] + REACH]
    return not rule("confirming").isdisjoint(read_words(said).keys)


def _keeps_back(name: str) -> bool:
    """Whether a name is of persons who are told by where they work or what they know: "two officials", "a friend close
    to Lund", but not "town officials", "a leading surgeon", nor one who briefs for his house or party.
    """
    keys, heads = read_words(name).keys, head_words(name)
    if not (rule("confidants") | rule("nameless")).isdisjoint(keys):
        return True
    several = bool(heads) and known_as(heads[-1], PLURAL)
    insider = not _insiders().isdisjoint(map(stem, keys))
    return insider and (not several or any(map(_counts, keys))) and not _briefs(keys)


def _counts(key: str) -> bool:
    """Whether a word before several tells that they were counted: "two", "eight", "several"."""
    return key in rule("handful") or known_as(key, NUMERAL)


def _briefs(keys: Sequence[str]) -> bool:
    """Whether somebody gives the line of his house or party: "a White House official", but no "former" one."""
    said, table = f" {' '.join(keys)} ", load_rules("speakers")
    houses = (*rule("briefing"), *table["parties"]["words"])
    return any(f" {house} " in said for house in houses) and not {*table["past"]["words"]} & {*keys}


@cache
def _insiders() -> frozenset[str]:
    """Who is told by where he works, and nobody whose name news gives: "an aide", but not "a lawmaker"."""
    return frozenset(map(stem, rule("speakers"))) - frozenset(map(stem, rule("known_by_name")))


def is_mixed(row: Row, library: Library) -> bool:
    """Whether what a sentence says may be another one's: it has a second teller without a name or none at all, or
    stands where a text goes on with the words of another.
    """
    place, text = row["evidence"][0], library.texts[row["evidence"][0]["article_id"]]
    sentence = library.sentence(place, LONG_SENTENCE)
    if is_behind_colon(place, library, ABOVE):
        return True
    if any(_only_describes(name, sentence.of(text)) for name in row["names"]):
        return True
    return any(_is_unnamed(words) for words in _others(row, sentence, library)) or any(
        _is_joined(text, Span(cue["start"], cue["end"]), sentence) for cue in row.get("cues") or ()
    )


def _only_describes(name: str, said: str) -> bool:
    """Whether a name is no more than what goes before a noun: "the town's official estimate"."""
    keys, behind = read_words(name).keys, re.search(rf"{re.escape(name)} ([a-z]+)", said, re.IGNORECASE)
    noun = behind is not None and known_as(behind[1], NOUN) and not may_be(behind[1], PAST)
    return noun and bool(keys) and keys[-1] in rule("speakers")


def _others(row: Row, sentence: Span, library: Library) -> Iterator[str]:
    """The words of a sentence that say who tells something, but for those of a claim."""
    article = row["evidence"][0]["article_id"]
    cues = [Span(cue["start"], cue["end"]) for cue in row.get("cues") or ()]
    credited = (Span(one["start_char"], one["end_char"]) for one in library.credited[article])
    inside = (span for span in credited if sentence.start <= span.start < sentence.end)
    words = (span.of(library.texts[article]) for span in inside if not any(map(span.meets, cues)))
    yield from (told for told in words if not any(_is_same(told, name) for name in row["names"]))


def _is_same(words: str, name: str) -> bool:
    """Whether words have the name in them, or point back to it: "the clerk" for "a town clerk"."""
    keys, called = read_words(words).keys, read_words(name).keys
    return frozenset(called) <= frozenset(keys) or (is_definite(words) and frozenset(keys[1:]) <= frozenset(called))


def _is_unnamed(words: str) -> bool:
    """Whether words call somebody without a name: "a second", "the officials"."""
    keys = read_words(words).keys
    return len(keys) > 1 and (keys[0] in rule("some") or not rule("speakers").isdisjoint(keys))


def _is_joined(text: str, cue: Span, sentence: Span) -> bool:
    """Whether crediting words go on to another without a name, or come from one: "an aide and a clerk"."""
    joins = load_rules("closed_classes")["coordinators"]["words"]
    between = ((text[cue.end : one.span.start], text[one.span.end : cue.start]) for one in unnamed_in(text, sentence))
    return any(words.strip(" ,") in joins for pair in between for words in pair)
