"""What the text around names tells of their kind, where their words alone mislead.

Invariant: a name is demoted or changes its kind; none is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.extract.sources.affiliations import body_named, place_words
from audit.extract.sources.capitals import MOSTLY, is_given_name, word_set
from audit.extract.sources.names import Name
from audit.extract.sources.offices import plain_role
from audit.extract.sources.speaker_words import articles, speaker_words
from audit.lexicon import load_rules
from audit.lexicon.counts import bearers, small_share
from audit.lexicon.language import DEFAULT, lexicon_for
from audit.lexicon.role_nouns import nouns_of_people
from audit.records import SourceKind
from audit.text.patterns import alternatives

LONGEST = 3
"""Words of a name whose last, a common one, is asked for alone."""
_BEHIND = 80  # characters behind a name in which words between commas say what its bearer does
_FARTHEST = 6  # words among which the one for what he does stands
_BEFORE = 16  # characters before a word in which the one before it stands


def with_told_kinds(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Names with the kinds that the text tells: a post behind a name, a surname that is never said alone."""
    people = {name.surface for name in names if _may_be_person(name) and _is_called(text, name)}
    borne = people | {name.surface for name in names if name.kind is SourceKind.PERSON and name.role is not None}
    bodies = {surface for surface in _endings_common(text, names) - borne if not _stands_alone(text, surface)}
    for name in names:
        if name.surface in people:
            yield name._replace(kind=SourceKind.PERSON)
        elif name.kind is SourceKind.PERSON and name.surface in bodies:
            yield name._replace(kind=SourceKind.ORGANISATION)
        else:
            yield name


def _may_be_person(name: Name) -> bool:
    """Whether only common words make a body of a name ("Ros Loyer"): no body's noun, no state, no capitals."""
    words = name.surface.split()
    if name.kind is not SourceKind.ORGANISATION or not 1 < len(words) <= LONGEST:
        return False
    plain = all(word[1:].islower() and word.casefold() not in word_set("organisations") for word in words)
    return plain and body_named(name.surface) is None and body_named(words[0]) is None


def _is_called(text: str, name: Name) -> bool:
    """Whether what stands right before or behind a name says that it is a person's."""
    return _has_post(text, name.span.end) or _is_led_by_post(text, name)


def _is_led_by_post(text: str, name: Name) -> bool:
    """Whether what a person is stands right before a name ("the spokesman Wade Ward"; "witness Sue Savage").

    Of who holds no office and speaks for no body, only where somebody bears the first word as a given name.
    """
    before, start = text[max(0, name.span.start - _BEFORE) : name.span.start], name.span.start
    word = before.split()[-1] if before[-1:] == " " and before.strip() else ""
    if not word.islower() or text[start - 1 : start] != " ":
        return False
    return plain_role(word) in _posts() or (
        word in _people() and any(bearers(name.surface.partition(" ")[0].casefold()))
    )


def _has_post(text: str, end: int) -> bool:
    """Whether an age or an office right behind a name says that it is a person's ("Ros Loyer, head of the Fund")."""
    found = _post_behind().match(text, end)
    return found is not None and (found[1] is None or plain_role(found[1]) in _posts())


@cache
def _post_behind() -> re.Pattern[str]:
    of = alternatives(speaker_words("owned_by") | speaker_words("speaks_for"))
    the = alternatives(articles())
    return re.compile(rf", (?:\d\d,|(?:(?:{the}) )?(?:[\w'’-]+ ){{0,3}}?([\w-]+) (?:{of}) )")


@cache
def _posts() -> frozenset[str]:
    """Offices, and those who speak for a body."""
    roles = load_rules("roles")
    return frozenset(roles["offices"]["words"]) | frozenset(roles["mouths"]["words"])


def _endings_common(text: str, names: Sequence[Name]) -> set[str]:
    """What looks like persons without a known given name who are called by a common word ("Vintra Health")."""
    people = [n for n in names if n.kind is SourceKind.PERSON and " " in n.surface and _ends_common(n.surface.split())]
    return {n.surface for n in people} - {n.surface for n in people if _is_described(text, n.span.end)}


def _is_described(text: str, end: int) -> bool:
    """Whether words between commas behind a name say what a person does ("Pell Cross, a professor at")."""
    if text[end : end + 2] != ", ":
        return False
    words = [word.strip(",.").casefold() for word in text[end + 2 : end + _BEHIND].split()[:_FARTHEST]]
    return not words or words[0] in speaker_words("relative_persons") or not _people().isdisjoint(words)


@cache
def _people() -> frozenset[str]:
    return lexicon_for(DEFAULT).room(nouns_of_people)


def _ends_common(words: Sequence[str]) -> bool:
    given = any(map(is_given_name, words[0].split("-"))) and words[0] not in place_words()
    return len(words) <= LONGEST and not given and small_share(words[-1]) >= MOSTLY


def _stands_alone(text: str, surface: str) -> bool:
    """Whether the last word of a name stands with a capital where no other one leads it ("Lack said")."""
    for found in re.finditer(rf"\b{re.escape(surface.rpartition(' ')[2])}\b", text):
        before = text[max(0, found.start() - _BEFORE) : found.start()].split(" ")
        if not before[-2:-1] or not before[-2][:1].isupper() or before[-2].endswith("."):
            return True
    return False
