"""Whom a speaker speaks for: the state, alliance or body that a role names ("the Ukrainian president" -> Ukraine)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from audit.extract.sources.body_names import body_run, offices
from audit.extract.sources.known_bodies import first_words, known_bodies, place_words, without_owner
from audit.extract.sources.speaker_words import singular, speaker_words
from audit.lexicon.language import DEFAULT, lexicon_for
from audit.lexicon.role_nouns import role_nouns

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-'’]\w+)*")
_LONGEST = 5


@cache
def _roles(entry: str) -> frozenset[str]:
    return lexicon_for(DEFAULT).words("roles", entry)


@cache
def _prepositions() -> frozenset[str]:
    return lexicon_for(DEFAULT).words("closed_classes", "prepositions")


@lru_cache(maxsize=1 << 13)
def affiliation_of(phrase: str, language: str = "en") -> str | None:
    """The state, alliance or body that somebody of this role speaks for; None where the words tell of none.

    A state's word counts where an office of it stands beside: who knows, left or was sent to a state does not speak
    for it ("an Iran expert"); nor does it count inside another name ("World Institute for North Korean Studies").
    """
    printed = list(_WORD.finditer(phrase))
    words = [without_owner(word[0]) for word in printed]
    inside = body_run(phrase, printed)
    for i, word in enumerate(words):
        if word not in first_words(language) or (inside and inside[0] <= i < inside[1]):
            continue
        for size in range(min(_LONGEST, len(words) - i), 0, -1):
            name = known_bodies(language).get(tuple(words[i : i + size]))
            if name and _is_in_office(phrase, printed, i, i + size):
                return name
    if inside is None:
        return None
    spelled = phrase[printed[inside[0]].start() : printed[inside[1] - 1].end()]
    return _known(words[inside[0] : inside[1]], language) or without_owner(spelled)


def _known(words: list[str], language: str) -> str | None:
    """The state or alliance of these words, what only tells of a post left out ("Incoming White House").

    Two words of a seat of power stand for the state behind any capitals but a place's ("Holm White House").
    """
    bodies = known_bodies(language)
    for i in range(len(words) - 1):
        if found := bodies.get(tuple(words[i:])):
            return found
        named = words[i] in place_words(language) or (words[i],) in bodies or words[i].isupper()
        if words[i].islower() or (named and len(words[i]) > 1):
            return None
    return bodies.get(tuple(words[-1:])) if len(words) == 1 else None


def _is_in_office(phrase: str, printed: list[re.Match[str]], start: int, stop: int) -> bool:
    """Whether the words of a state, from `start` to `stop`, tell of whom somebody holds an office.

    The office is the head of their own phrase ("the Iranian foreign minister"), or stands before "of" or "for" and
    they head what follows, or an office or a part of the state does ("chief of Iran's police").
    """
    if _is_in_name(phrase, printed, start):
        return False
    before = start - 1
    while before >= 0 and printed[before][0].casefold() in speaker_words("article"):
        before -= 1
    head = _head_behind(phrase, printed, stop)
    if before < 0 or printed[before][0].casefold() not in _prepositions():
        return _holds_office(head) if head else before < 0
    held = printed[before - 1][0] if before else ""
    of_it = printed[before][0].casefold() in speaker_words("speaks_for") and _holds_office(held)
    return of_it and (head is None or _holds_office(head))


def _is_in_name(phrase: str, printed: list[re.Match[str]], start: int) -> bool:
    """Whether a capitalised word right before is the rest of a name: "New Mexico", "Greenpeace China"."""
    if not start or phrase[printed[start - 1].end() : printed[start].start()] != " ":
        return False
    word = printed[start - 1][0]
    plain = word.casefold().rstrip(".")
    told = (offices(), speaker_words("parties"), lexicon_for(DEFAULT).room(role_nouns), _roles("modifiers"))
    return word[:1].isupper() and not word.endswith(("'s", "’s")) and not any(plain in words for words in told)


def _head_behind(phrase: str, printed: list[re.Match[str]], stop: int) -> str | None:
    """The noun that a state's words stand before, names behind it left out; None where nothing of theirs follows."""
    ends = speaker_words("role_ends") | speaker_words("role_joins") | _prepositions()
    last = stop
    while last < len(printed):
        gap = phrase[printed[last - 1].end() : printed[last].start()]
        if gap.strip(" -.") or printed[last][0].casefold() in ends:
            break
        last += 1
    while last - 1 > stop and printed[last - 1][0][0].isupper() and not _holds_office(printed[last - 1][0]):
        last -= 1
    return printed[last - 1][0] if last > stop else None


def _holds_office(word: str) -> bool:
    plain = word.casefold().rstrip(".").removesuffix("'s").removesuffix("’s")
    return not {plain, singular(plain)}.isdisjoint(_roles("of_a_state"))
