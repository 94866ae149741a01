"""Whether crediting words stand in a clause inside of their sentence, which is then no more than what they cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from audit.judge.gates.chain_ends import LONG_SENTENCE, Row, rule
from audit.judge.gates.substance import apart
from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.records import Span
from audit.text.parts_of_speech import (
    ADVERB,
    DETERMINER,
    GERUND,
    NOUN,
    NOUNS,
    PAST,
    PRONOUN,
    known_as,
    may_be,
    verb_share,
)

PAUSE = re.compile(r"[,;:](?=\s)|\s?[—–()]\s?|\s--?\s")
_BREAK = re.compile(r"\s?[—–()]\s?|\s--?\s")
_WORD = re.compile(r"[\w’'-]+")
_VERB = 0.3  # share of its uses in which a word is a finite verb
REACH = 5  # words of a subject that has a verb without a tense: "with two of the clerks saying"
Words = Sequence[str]


def is_inside(cue: Row, library: Library) -> bool:
    """Whether crediting words stand in a clause that tells more of a word, or when or why, or in a stretch set off."""
    sentence, start = library.sentence(cue, LONG_SENTENCE), stretch_start(cue, library)
    text = _unmarked(cue, sentence, library)
    if text is None:
        return False
    whole, lead = words_of(text, sentence.start, cue["start"]), words_of(text, start, cue["start"])
    behind, told = words_of(text, cue["end"], sentence.end), words_of(text, cue["start"], cue["end"])
    if _is_set_off(text, sentence, cue) or _tells_more(whole) or tells_when(lead, whole) or _is_bare(lead):
        return True
    return _has_no_tense(lead, behind, told)


def _unmarked(cue: Row, sentence: Span, library: Library) -> str | None:
    """The text with a sentence's words in marks left blank; None where the crediting words are among them."""
    text = library.texts[cue["article_id"]]
    for start, end in library.pairs(cue):
        if start < cue["end"] and cue["start"] < end:
            return None
        if sentence.start <= start and end <= sentence.end:
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def stretch_start(cue: Row, library: Library) -> int:
    """Where the stretch without a pause begins in which crediting words stand."""
    text, sentence = library.texts[cue["article_id"]], library.sentence(cue, LONG_SENTENCE)
    pauses = (pause.end() for pause in PAUSE.finditer(text, sentence.start, cue["start"]))
    return max(pauses, default=sentence.start)


def words_of(text: str, start: int, end: int) -> list[str]:
    """The words of a stretch, small, with straight marks in them."""
    return [word.group().lower().replace("’", "'") for word in _WORD.finditer(text, start, end)]


def has_verb(words: Words) -> bool:
    """Whether one of some words is often the verb of a clause, or by its ending where it was never counted."""
    return any(verb_share(word) >= _VERB or (not may_be(word, NOUN) and may_be(word, PAST)) for word in apart(words))


def _is_set_off(text: str, sentence: Span, cue: Row) -> bool:
    """Whether words stand between two dashes or brackets: "the mill -- shut, sources say -- is old"."""
    before = len(_BREAK.findall(text, sentence.start, cue["start"]))
    return before % 2 == 1 and _BREAK.search(text, cue["end"], sentence.end) is not None


def _tells_more(whole: Words) -> bool:
    """Whether the last clause opened in front tells more of a word and has no verb yet: "boats that the town is"."""
    opened = next((at for at in range(len(whole) - 1, -1, -1) if _opens(whole, at)), None)
    return opened is not None and not has_verb(_without_helpers(whole[opened + 1 :]))


def _opens(whole: Words, at: int) -> bool:
    if whole[at] in rule("asking"):
        return True
    after_noun = at > 0 and _is_noun(whole[at - 1]) and not has_verb(whole[at - 1 : at])
    return after_noun and whole[at] in _class("complementizers")


def tells_when(lead: Words, whole: Words) -> bool:
    """Whether a clause of time or cause is opened behind another one and has no verb yet: "it shut because Holm is"."""
    opened = next((at for at in range(len(lead) - 1, 0, -1) if lead[at] in rule("hung_on")), None)
    if opened is None or has_verb(_without_helpers(lead[opened + 1 :])):
        return False
    return has_verb(whole[: len(whole) - len(lead) + opened])


def _is_bare(lead: Words) -> bool:
    """Whether a clause that nothing opens tells more of a noun behind a verb: "Holm saw boats the town is"."""
    free = _without_helpers(lead)
    starts = (at for at in range(len(free) - 1, 0, -1) if _begins_subject(free[at]) and _is_noun(free[at - 1]))
    return any(has_verb(free[: at - 1]) and not has_verb(free[at:]) for at in starts)


def _begins_subject(word: str) -> bool:
    return known_as(word, DETERMINER) or known_as(word, PRONOUN)


def _is_noun(word: str) -> bool:
    return any(known_as(word, kind) for kind in NOUNS)


def _without_helpers(words: Words) -> Words:
    """The words without the helping verbs and adverbs at their end."""
    end = len(words)
    while end and (_helps(words[end - 1]) or known_as(words[end - 1], ADVERB)):
        end -= 1
    return words[:end]


def _has_no_tense(lead: Words, behind: Words, cue: Words) -> bool:
    """Whether what is credited has a verb without a tense: "while reportedly hiding", "with clerks saying"."""
    hangs = not rule("absolute").isdisjoint(lead[-REACH:]) and not has_verb(lead[-REACH:])
    if hangs and any(map(_is_gerund, (*cue[-1:], *behind[:1]))):
        return True
    alone = len(cue) == 1 and cue[0].endswith("ly") and not any(map(_helps, lead[-2:]))
    said = [word for word in behind[:2] if not known_as(word, ADVERB)]
    return alone and any(map(_is_gerund, said[:1]))


def _helps(word: str) -> bool:
    """Whether a word is a helping verb, or ends in a short one: "they're"."""
    return word in _helpers() or "'" in word


def _is_gerund(word: str) -> bool:
    return known_as(word, GERUND)


@cache
def _helpers() -> frozenset[str]:
    return _class("finite") | _class("be_forms")


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(load_rules("closed_classes")[name]["words"])
