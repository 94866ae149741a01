"""Whether who tells something without a name is known all the same: he speaks openly, or his text names him beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice, takewhile

from audit.judge.gates.chain_ends import Row, figures_at, rule, saying
from audit.judge.library import Library, content_words
from audit.lexicon import load_rules
from audit.match.words import read_words, stem
from audit.records import Span

FULL_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]+(?:\s+[A-Z]\.?)?\s+[A-Z][\w’'-]+")
BESIDE = 60  # characters between words and the name of who said them
SOON = 2  # paragraphs behind a claim in which its teller is introduced
LEAST_WORDS = 2  # words that tell something in a sentence that claims something
APPOSITION = re.compile(r"[\s\"”’]*,\s+(?:[A-Z][\w.]*\s+)*[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")
_NAMED = re.compile(r"(?<!^)(?<![.?!] )(?<![.?!][”\"] )\b(?!I\b)[A-Z]")
_NAME_AND_COMMA = re.compile(rf"{FULL_NAME.pattern},\s+$")
_OWNED = re.compile(r"[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*['’]s?\s+(?:\w[\w-]*\s+)*?(\w+)$")


def is_known(name: str, place: Row, library: Library) -> bool:
    """Whether whoever is called so at a place is known: by his channel, by his office, or as a document."""
    return _is_open(library.around(place)) or _is_one_mans(name) or _is_papers(place, library)


def _is_open(said: str) -> bool:
    """Whether a sentence says that its teller speaks to everybody: "in a statement", "via Twitter"."""
    keys = f" {' '.join(read_words(said).keys)} "
    return any(f" {words} " in keys for words in rule("openly"))


def _is_one_mans(name: str) -> bool:
    """Whether a name tells one person by whose he is: "Lund's attorney", but not one of many, "Lund's aide"."""
    owned = _OWNED.match(name)
    return owned is not None and not owned[1].endswith("s") and owned[1] not in rule("speakers")


def _is_papers(place: Row, library: Library) -> bool:
    """Whether a sentence has what it says from a document: "according to a message that was sent to employees"."""
    sentence = library.sentence(place)
    if library.credits_outlet(place["article_id"], sentence):
        return False
    behind = _on_word_of().search(library.texts[place["article_id"]], sentence.start, sentence.end)
    keys = () if behind is None else head_words(behind[1])
    return not documents().isdisjoint(keys) and not any(stem(key) in _roles() for key in keys)


@cache
def _on_word_of() -> re.Pattern[str]:
    """What stands behind "according to", up to the next stop or mark."""
    return re.compile(rf"\b(?i:{'|'.join(rule('on_word_of'))})\s+([^,;:.“”\"\n]+)")


def head_words(phrase: str) -> list[str]:
    """The words of a phrase up to the first that leads on: "a message sent" of "a message sent to employees"."""
    return list(takewhile(lambda key: key not in _leading_on(), read_words(phrase).keys))


@cache
def _leading_on() -> frozenset[str]:
    return frozenset(load_rules("anonymity")["function"]["words"])


@cache
def documents() -> frozenset[str]:
    """What tells something in writing: "memo", "data"."""
    table = load_rules("roles")
    return frozenset(table["documents"]["words"]) | frozenset(table["writings"]["words"])


@cache
def _roles() -> frozenset[str]:
    return frozenset(map(stem, rule("speakers") - rule("told_of"))) | frozenset(
        load_rules("anonymity")["roles"]["words"]
    )


def is_introduced(name: str, place: Row, library: Library) -> bool:
    """Whether a text names whom it calls so, anywhere ("one of the top clerks, Ada Holm"), or soon behind the place."""
    text = library.texts[place["article_id"]]
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    beside = any(APPOSITION.match(text, m.end()) or _is_apposed(text, m) for m in found)
    if beside or (_goes_by_name(name) and _is_named_soon(place, library)):
        return True
    return _are_known_by_name(name) and _follows_one(name, place, library)


def _are_known_by_name(name: str) -> bool:
    """Whether a name is of several who are asked because of who they are: "attorneys", "some economists"."""
    keys = read_words(name).keys
    one = stem(keys[-1]) if keys else ""
    return rule("confidants").isdisjoint(keys) and one in _known_by_name() and keys[-1] not in rule("known_by_name")


@cache
def _known_by_name() -> frozenset[str]:
    return frozenset(map(stem, rule("known_by_name")))


def _follows_one(name: str, place: Row, library: Library) -> bool:
    """Whether one of several is named soon behind a place, or tells more: what all say is said before one of them."""
    text, at = library.texts[place["article_id"]], library.sentence(place)
    soon = Span(at.end, _paragraphs_on(text, library.paragraph(place).end))
    if any(FULL_NAME.search(text, one.start, one.end + BESIDE) for one in library.tellers(place["article_id"], soon)):
        return True
    role = stem(read_words(name).keys[-1])
    around = (text[m.start() - len(role) - 1 : m.end() + BESIDE] for m in FULL_NAME.finditer(text, *soon))
    return any(role in read_words(words).keys for words in around)


def _is_apposed(text: str, match: re.Match[str]) -> bool:
    """Whether words stand between commas behind a name; without the second one a place may: "in Old Orrin, a clerk"."""
    before = _NAME_AND_COMMA.search(text, max(0, match.start() - BESIDE), match.start())
    return before is not None and text.startswith(",", match.end())


def _goes_by_name(name: str) -> bool:
    """Whether a name is of one person of those who are asked because of who they are: "a key lawmaker"."""
    keys = read_words(name).keys
    hides = not rule("confidants").isdisjoint(keys)
    return not hides and keys[:1] != () and keys[0] in rule("single") and not rule("known_by_name").isdisjoint(keys)


def _is_named_soon(place: Row, library: Library) -> bool:
    """Whether who tells the next thing is somebody whom the text names there for the first time."""
    text, at = library.texts[place["article_id"]], library.sentence(place)
    soon = library.tellers(place["article_id"], Span(at.end, _paragraphs_on(text, library.paragraph(place).end)))
    named = FULL_NAME.search(text, soon[0].start, soon[0].end + BESIDE) if soon else None
    return named is not None and named[0].split()[-1] not in text[: at.start]


def _paragraphs_on(text: str, at: int) -> int:
    """Where the next paragraphs behind a place end."""
    lines = re.finditer(r"\S[^\n]*", text[at:])
    return max((at + line.end() for line in islice(lines, SOON)), default=at)


def claims_something(row: Row, library: Library) -> bool:
    """Whether what is told is more than one that points back: "but that's just it"; in marks, "He misread them"; nor
    only answers a question: "Yes, according to an aide".
    """
    keys = read_words(row["slots"]["label"]).keys
    if _only_answers(row["slots"]["label"]):
        return False
    if any(map(library.is_marked, row["evidence"])):
        return not _points_only(row, library)
    return not _is_of_what_stands_before(keys) and (len(told_words(row)) >= LEAST_WORDS or pointing().isdisjoint(keys))


def _only_answers(label: str) -> bool:
    """Whether a sentence opens with a word that answers, and goes on behind a stop: "Yes, an aide said"."""
    first, comma, _ = label.partition(",")
    return bool(comma) and first.casefold() in rule("answers")


def _is_of_what_stands_before(keys: Sequence[str]) -> bool:
    """Whether a sentence only tells what the one before it was: "That's according to an aide"."""
    first, second = [*keys[:2], "", ""][:2]
    return first in pointing() and (second in _being() or second.startswith("'"))


def told_words(row: Row) -> frozenset[str]:
    """The words of a label that tell something, without those that say and those of who says it."""
    (words,) = content_words([row["slots"]["label"]])
    return words - saying() - frozenset(key for name in row["names"] for key in read_words(name).keys)


def _points_only(row: Row, library: Library) -> bool:
    """Whether words begin with somebody or something that they do not name, and neither name nor count anything."""
    label = row["slots"]["label"]
    counted = any(figure["high"] != 1 for place in row["evidence"] for figure in figures_at(place, library))
    keys = read_words(label).keys
    points = not rule("third_persons").isdisjoint(keys[:1]) or _is_of_what_stands_before(keys)
    return points and not (counted or _NAMED.search(label))


@cache
def _being() -> frozenset[str]:
    return frozenset(load_rules("closed_classes")["be_forms"]["words"])


@cache
def pointing() -> frozenset[str]:
    """Words that point back: "this", "that"."""
    return frozenset(load_rules("closed_classes")["demonstratives"]["words"])
