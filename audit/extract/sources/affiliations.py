"""Whom a speaker speaks for: the state, alliance or body that a role names ("the Ukrainian president" -> Ukraine)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile

from audit.extract.sources.speaker_words import singular, speaker_words
from audit.lexicon import load_rules
from audit.lexicon.language import DEFAULT, lexicon_for
from audit.lexicon.role_nouns import nouns_of_people, role_nouns

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-'’]\w+)*")
_LONGEST = 5


@cache
def _bodies(language: str) -> dict[tuple[str, ...], str]:
    """Words of each spelling -> the body's name."""
    found: dict[tuple[str, ...], str] = {}
    for body in load_rules("affiliations", language)["body"]:
        for words in (body["name"], *body["words"]):
            found[tuple(words.split())] = body["name"]
    return found


@cache
def _firsts(language: str) -> frozenset[str]:
    return frozenset(words[0] for words in _bodies(language))


@cache
def place_words(language: str = "en") -> frozenset[str]:
    """Names of places that speak for nobody ("Texas", "Europe")."""
    return frozenset(load_rules("affiliations", language)["places"]["words"])


@cache
def _organisations() -> frozenset[str]:
    return frozenset(load_rules("names")["organisations"]["words"])


@cache
def _offices() -> frozenset[str]:
    return frozenset(load_rules("names")["titles"]["words"]) - speaker_words("no_titles")


@cache
def _roles(entry: str) -> frozenset[str]:
    return lexicon_for(DEFAULT).words("roles", entry)


@cache
def _prepositions() -> frozenset[str]:
    return lexicon_for(DEFAULT).words("closed_classes", "prepositions")


@lru_cache(maxsize=1 << 15)
def body_named(words: str, language: str = "en") -> str | None:
    """The state or alliance that exactly these words stand for."""
    return _bodies(language).get(tuple(w.removesuffix("'s").removesuffix("’s") for w in words.split()))


@lru_cache(maxsize=1 << 13)
def affiliation_of(phrase: str, language: str = "en") -> str | None:
    """The state, alliance or body that somebody of this role speaks for; None where the words tell of none.

    A state's word counts where an office of it stands beside: who knows, left or was sent to a state does not speak
    for it ("an Iran expert"); nor does it count inside another name ("World Institute for North Korean Studies").
    """
    printed = list(_WORD.finditer(phrase))
    words = [word[0].removesuffix("'s").removesuffix("’s") for word in printed]
    inside = _body_run([word[0] for word in printed])
    for i, word in enumerate(words):
        if word not in _firsts(language) or (inside and inside[0] <= i < inside[1]):
            continue
        for size in range(min(_LONGEST, len(words) - i), 0, -1):
            name = _bodies(language).get(tuple(words[i : i + size]))
            if name and _is_in_office(phrase, printed, i, i + size):
                return name
    if inside is None:
        return None
    spelled = phrase[printed[inside[0]].start() : printed[inside[1] - 1].end()]
    return _known(words[inside[0] : inside[1]], language) or spelled.removesuffix("'s").removesuffix("’s")


def _known(words: list[str], language: str) -> str | None:
    """The state or alliance of these words, what only tells of a post left out ("Incoming White House")."""
    bodies = _bodies(language)
    while tuple(words) not in bodies and len(words) > 2 and words[0].casefold() in _roles("modifiers"):
        words = words[1:]
    return bodies.get(tuple(words))


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
    told = (_offices(), speaker_words("parties"), lexicon_for(DEFAULT).room(role_nouns), _roles("modifiers"))
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


def _body_run(words: list[str]) -> tuple[int, int] | None:
    """The longest run of words that is the name of a body: capitals around one that means a body."""
    best: tuple[int, int] | None = None
    start = None
    for i, word in enumerate([*words, "."]):
        linked = start is not None and word in speaker_words("body_joins")
        if (word[:1].isupper() or linked) and not (i and words[i - 1].endswith(("'s", "’s"))):
            start = i if start is None else start
            continue
        if start is not None and i:
            stop = i
            while words[stop - 1][:1].islower():
                stop -= 1
            best = _longer(words, best, (start, stop))
        start = i if word[:1].isupper() else None
    return best


def _longer(words: list[str], best: tuple[int, int] | None, run: tuple[int, int]) -> tuple[int, int] | None:
    start, stop = _without_roles(words, *run)
    own = takewhile(lambda w: w not in speaker_words("body_joins"), words[start:stop])
    if not _is_body(words[start:stop]) or not _offices().isdisjoint(map(str.casefold, own)):
        return best
    return (start, stop) if best is None or stop - start > best[1] - best[0] else best


def _is_body(words: Sequence[str]) -> bool:
    """Whether words are a body's name: one of them means a body, behind others or before a small one."""
    plain = [word.casefold().removesuffix("'s").removesuffix("’s") for word in words]
    named = any(
        w in _organisations() and (i or words[i + 1] in speaker_words("body_joins")) for i, w in enumerate(plain[:-1])
    )
    return len(words) > 1 and (named or plain[-1] in _organisations())


def _without_roles(words: list[str], start: int, stop: int) -> tuple[int, int]:
    """A run without the role behind it or before it: "Mill Council Member", "Democrat on the Mill Council"."""
    joins = speaker_words("body_joins")
    if stop - start > 2 and _is_role(words[start]) and words[start + 1] in joins:
        start = next(i for i in range(start + 1, stop) if words[i] not in joins)
    if not joins.isdisjoint(words[start:stop]):
        return start, stop
    end = stop
    while end - start > 1 and (_is_role(words[end - 1]) or (end < stop and _is_more(words[start:end]))):
        end -= 1
    return start, end


def _is_more(words: Sequence[str]) -> bool:
    """Whether the last word tells of the role behind it, and the others name a body without it: "Press" secretary."""
    return words[-1].casefold() in _roles("modifiers") and (
        _is_body(words[:-1]) or body_named(" ".join(words[:-1])) is not None
    )


def _is_role(word: str) -> bool:
    return word.casefold() in _role_words()


@cache
def _role_words() -> frozenset[str]:
    """Words for what a person is."""
    return _offices() | speaker_words("parties") | (lexicon_for(DEFAULT).room(nouns_of_people) - _organisations())
