"""What the words of a name make of it: a person, a body, an outlet, or nobody (a place, a people, a law).

Invariant: only the words themselves and their counts in news are asked, never the text around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.extract.sources.capitals import (
    AT_TIMES,
    GENERATIONS,
    MOSTLY,
    Capital,
    is_call_sign,
    is_given_name,
    is_site,
    is_title,
    word_set,
)
from audit.extract.sources.glued_names import PLAIN, is_body_or_place, is_coined, is_role
from audit.extract.sources.known_bodies import body_named, place_words
from audit.extract.sources.speaker_words import speaker_words
from audit.lexicon.counts import bears_nobody, small_share
from audit.lexicon.outlets import Outlets
from audit.records import SourceKind
from audit.text.parts_of_speech import ADJECTIVE, GERUND, PARTICIPLE, PAST, PLURAL, THIRD, known_as

_SHORTEST_HEADLINE = 3  # words of which the last may be a verb
_LONGER = 6  # letters of a word behind a hyphen that is no syllable of a name ("friendly"; "young")
LONGEST = 7
"""Words of the longest name of a person, particles and suffixes counted."""


def is_at_times_small(word: Capital) -> bool:
    return small_share(word.key) >= AT_TIMES and not is_given_name(word.key)


def kind_of(words: Sequence[Capital], titled: bool, surface: str, outlets: Outlets) -> SourceKind | None:
    """What a run names; None for a place or an adjective of one, which is nobody."""
    if surface.islower() or (len(words) == 1 and words[0].key in word_set("texts")):
        return None
    if titled:
        return SourceKind.PERSON
    if " & " in surface:
        return SourceKind.ORGANISATION
    if surface in place_words() or _is_group(words, surface):
        return None
    if _are_two(words):
        return None
    if words[0].key in word_set("short_places"):
        return _of_saint(words)
    if (body := body_named(surface)) is not None:
        adjective = surface != body and surface.endswith(tuple(speaker_words("adjective_ends")))
        return None if adjective else SourceKind.ORGANISATION
    if outlets.resolve(surface) is not None or _is_station(words, surface, outlets):
        return SourceKind.OUTLET
    if any(w.key in word_set("organisations") for w in words):
        return SourceKind.ORGANISATION
    if len(words) == 1 and len(surface) > 1 and (surface.isupper() or is_site(surface)):
        return SourceKind.ORGANISATION
    if len(words) > LONGEST or is_thing(words) or _is_region(words) or _is_told(words):
        return None
    numbered = any(map(str.isdigit, surface))  # nobody's name
    whole = numbered or is_common(words) or _is_of_place(words) or _is_joined(words, surface) or begins_as_body(words)
    return SourceKind.ORGANISATION if whole else SourceKind.PERSON


def _is_station(words: Sequence[Capital], surface: str, outlets: Outlets) -> bool:
    """Whether words are a station by its call sign, or a network's in a place ("NBC Chicago")."""
    return is_call_sign(surface) or (
        len(words) > 1
        and words[0].text.isupper()
        and is_body_or_place(words[1:])
        and outlets.resolve(words[0].text) is not None
    )


def _are_two(words: Sequence[Capital]) -> bool:
    """Whether a hyphen joins two full names ("the Ada Holm-Paul Vint ticket")."""
    return any("-" in word.text and is_given_name(word.text.rpartition("-")[2]) for word in words[1:-1])


def _of_saint(words: Sequence[Capital]) -> SourceKind | None:
    """What "St." and more name: a saint, a body of a place ("St. Norwick Record"), alone nobody."""
    saint = len(words) == 2 or (len(words) > 1 and is_given_name(words[1].key) and not small_share(words[-1].key))
    return SourceKind.PERSON if saint else SourceKind.ORGANISATION if words[1:] else None


def _is_joined(words: Sequence[Capital], surface: str) -> bool:
    """Whether "of" or "for" inside the words makes a body of them ("Order of Ten Lamps"), and no "Ada of Norwick"."""
    joined = not speaker_words("of_a_body").isdisjoint(surface.split())
    return joined and not is_given_name(words[0].key)


def _is_told(words: Sequence[Capital]) -> bool:
    """Whether a verb stands inside the words, or ends three of them: a headline, and no name ("Vint Raps Holm")."""
    inside = words[1:-1] if len(words) < _SHORTEST_HEADLINE else words[1:]
    small = [word.key for word in inside if small_share(word.key) >= MOSTLY and not is_given_name(word.key)]
    return any(known_as(word, form) for word in small for form in (THIRD, GERUND, PAST, PARTICIPLE))


def _is_region(words: Sequence[Capital]) -> bool:
    """Whether the words are a part of a place ("Northeastern Norwick"), or one of a kind ("a Conservative MP")."""
    if len(words) < 2:
        return False
    if len(words) == 2 and is_role(words[1]) and any(word.text.isupper() for word in words):
        return True
    return words[0].key in word_set("regions") and is_body_or_place(words[1:])


def _is_of_place(words: Sequence[Capital]) -> bool:
    """Whether capital letters before or behind a name, or a region before it, make a body of it ("UN Norwick")."""
    if len(words) < 2 or is_given_name(words[0].key):
        return False
    if is_at_times_small(words[0]) and is_body_or_place(words[1:]):
        return True
    led = words[0].key in word_set("regions") and any(is_body_or_place(words[1:stop]) for stop in (2, 3))
    first, last = words[0].text, words[-1].text
    before = first.isalpha() and first.isupper() and len(first) > 1 and is_body_or_place(words[1:])
    behind = last.isalpha() and last.isupper() and len(last) > 1 and words[-1].key not in GENERATIONS
    return led or before or (behind and len(words) == 2 and not first.isupper())


def _is_group(words: Sequence[Capital], surface: str) -> bool:
    """Whether the words name people or things of a kind: "CEOs", "Asian-American", "Western", "San Norwick-based"."""
    if any(is_adjectival(word) for word in words if word is words[-1] or "-" in word.text):
        return True
    if "-" in surface and (body_named(surface.partition("-")[0]) is not None or words[-1].key in word_set("not_names")):
        return True
    if re.match(r"[A-Z][-‑]", surface):
        return True  # "R-Norwick": a party and a place
    if len(words) != 1:
        return False
    parts = words[0].key.replace("‑", "-").split("-")
    return (
        words[0].key.replace("’", "'") in word_set("not_alone")
        or (any(c.isdigit() for c in surface) and words[0].key not in word_set("organisations"))
        or (len(surface) > 2 and surface[-1] == "s" and (surface[:-1].isupper() or is_title(surface[:-1])))
        or (len(parts) > 1 and parts[-1] in word_set("not_names"))
    )


def is_adjectival(word: Capital) -> bool:
    """Whether a word ends in a hyphen and a participle, or another small word: "Norwick-based", "Norwick-friendly"."""
    _, hyphen, last = word.text.replace("‑", "-").rpartition("-")
    if known_as(last, PARTICIPLE) or not hyphen:
        return known_as(last, PARTICIPLE)
    long = len(last) >= _LONGER and (known_as(last, ADJECTIVE) or known_as(last, PLURAL))
    return last in word_set("hyphen_ends") or known_as(last, GERUND) or long


def begins_as_body(words: Sequence[Capital]) -> bool:
    """Whether a participle that news mostly writes small and one word more are a name ("Planned Parenthood")."""
    if len(words) != 2 or is_given_name(words[0].key) or not words[0].text.isalpha():
        return False
    return known_as(words[0].key, PARTICIPLE) and small_share(words[0].key) >= MOSTLY


def is_common(words: Sequence[Capital]) -> bool:
    """Whether news mostly writes the words small: a body, a law or an office, not a person of that name.

    A given name before it makes a person of a common word ("Tom Price").
    """
    shares = [small_share(w.key) for w in words]
    if len(words) == 1:
        return shares[0] >= MOSTLY or is_coined(words[0].text)
    if is_given_name(words[0].key) and shares[0] < MOSTLY:
        return is_body_or_place(words[:1]) and bears_nobody(words[-1].text)  # "Denver Gazette"
    if min(shares) >= AT_TIMES or (shares[-1] >= MOSTLY and max(shares[:-1]) >= AT_TIMES) or shares[-1] >= PLAIN:
        return True
    return is_body_or_place(words[:1]) or (words[0].text.isupper() and len(words[0].key.replace(".", "")) > 2)


def is_plain_word(surface: str) -> bool:
    """Whether it is one word that news all but always writes small: nobody, unless somebody of the article bears it."""
    return small_share(surface) >= PLAIN


def is_thing(words: Sequence[Capital]) -> bool:
    """Whether the words name a place, a building or a law ("Holm Tower", "the Vint Act")."""
    if len(words) < 2:
        return words[0].text.rpartition("-")[2] in place_words()  # "the Holm-Norwick talks"
    named = is_given_name(words[0].key) and len(words) == 2 and words[1].key in word_set("things_borne")
    ends = any(w.key in word_set("things_end") for w in words[1:])
    return (ends and not named) or not {words[0].key, words[0].key.removesuffix("s")}.isdisjoint(
        word_set("things_begin")
    )
