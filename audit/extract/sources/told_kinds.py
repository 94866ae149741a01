"""What the text around names tells of their kind, where their words alone mislead.

Invariant: a name is demoted or changes its kind; none is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.extract.sources.capitals import MOSTLY, is_given_name, word_set
from audit.extract.sources.known_bodies import body_named, place_words
from audit.extract.sources.names import Name
from audit.extract.sources.offices import plain_role
from audit.extract.sources.speaker_words import articles, speaker_words
from audit.lexicon import load_rules
from audit.lexicon.counts import bearers, small_share
from audit.lexicon.language import DEFAULT, Lexicon, lexicon_for
from audit.lexicon.role_nouns import nouns_of_people
from audit.lexicon.word_classes import word_classes
from audit.records import SourceKind
from audit.text.parts_of_speech import PARTICIPLE, PAST, known_as, may_be
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
    things = _things_told(text, names, borne)
    for name in names:
        if name.surface in people:
            yield name._replace(kind=SourceKind.PERSON)
        elif name.kind is SourceKind.PERSON and name.surface in things:
            yield name._replace(kind=things[name.surface])
        elif name.kind is SourceKind.PERSON and name.surface in bodies:
            yield name._replace(kind=SourceKind.ORGANISATION)
        else:
            yield name


def _things_told(text: str, names: Sequence[Name], borne: set[str]) -> dict[str, SourceKind]:
    """What looks like a person and is called a body or an outlet ("the website Norvex", "Norvex, a ferry company")."""
    surnames = {word for name in names if _is_persons(name, borne) for word in name.surface.split()}
    found: dict[str, SourceKind] = {}
    for name in names:
        if name.kind is not SourceKind.PERSON or name.role is not None or not surnames.isdisjoint(name.surface.split()):
            continue
        if kind := _called_behind(text, name) or _called_before(text, name):
            found.setdefault(name.surface, kind)
            found.setdefault(name.surface.split()[0], kind)
    return found


def _is_persons(name: Name, borne: set[str]) -> bool:
    known = name.surface in borne or (" " in name.surface and is_given_name(name.surface.split()[0]))
    return name.kind is SourceKind.PERSON and known


def _called_before(text: str, name: Name) -> SourceKind | None:
    """The kind of the noun right before a name, where no clause goes on behind it ("the firm Vint led")."""
    *_, noun = text[max(0, name.span.start - _BEFORE) : name.span.start].split(" ")[:-1] or [""]
    kind = _kind_of_noun(noun)
    if kind is None or not noun.isalpha():
        return None
    behind = text[name.span.end + 1 : name.span.end + _BEHIND].split(" ", 2)
    owned = " " not in name.surface and bool(behind) and may_be(behind[0], PAST) and not _has_object(behind)
    return None if owned else kind


def _has_object(words: Sequence[str]) -> bool:
    """Whether an article, a pronoun or a conjunction behind a verb opens what is said or done."""
    return len(words) > 1 and words[1] in lexicon_for(DEFAULT).room(_openers)


def _openers(lexicon: Lexicon) -> frozenset[str]:
    """Articles, pronouns that own, and words that open a clause."""
    classes = lexicon.room(word_classes)
    return classes.articles | classes.indefinite | classes.openers | classes.complementizers | classes.possessives


def _called_behind(text: str, name: Name) -> SourceKind | None:
    """The kind of the noun that heads what an article opens between commas behind a name."""
    if not text.startswith(", ", name.span.end):
        return None
    words = re.split(r"(?<=\w)[,.](?= |$)", text[name.span.end + 2 : name.span.end + _BEHIND], maxsplit=1)[0].split()
    classes = lexicon_for(DEFAULT).room(word_classes)
    if not words or not (words[0] in classes.articles or words[0] in classes.indefinite):
        return None
    stops = lexicon_for(DEFAULT).room(_ends_of_phrases)
    stop = next((i for i, word in enumerate(words) if word in stops or known_as(word, PARTICIPLE)), len(words))
    return _kind_of_noun(words[stop - 1]) if 1 < stop <= _FARTHEST + 1 else None


def _ends_of_phrases(lexicon: Lexicon) -> frozenset[str]:
    """Prepositions and words that open another clause."""
    classes = lexicon.room(word_classes)
    return classes.prepositions | classes.breaks


def _kind_of_noun(noun: str) -> SourceKind | None:
    """What a noun of outlets or of firms makes of the name it stands beside."""
    if noun in speaker_words("named_outlets"):
        return SourceKind.OUTLET
    body = noun in speaker_words("firms") or noun in speaker_words("named_bodies")
    return SourceKind.ORGANISATION if body else None


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
