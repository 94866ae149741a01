"""What the words of a name make of it: a person, a body, an outlet, or nobody (a place, a people, a law).

Invariant: only the words themselves and their counts in news are asked, never the text around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.extract.sources.affiliations import body_named, place_words
from audit.extract.sources.capitals import AT_TIMES, GENERATIONS, MOSTLY, Capital, is_given_name, is_site, word_set
from audit.extract.sources.glued_names import is_body_or_place, is_role
from audit.extract.sources.speaker_words import speaker_words
from audit.lexicon.counts import small_share
from audit.lexicon.outlets import Outlets
from audit.records import SourceKind
from audit.text.parts_of_speech import PARTICIPLE, THIRD, known_as

_PLAIN = 0.9  # share of its times that a plain word is written small
_SHORTEST_PART = 3  # letters before a capital inside a word
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
    if " & " in surface or surface.casefold() in word_set("firms"):
        return SourceKind.ORGANISATION
    if surface in place_words() or _is_group(words, surface):
        return None
    if (body := body_named(surface)) is not None:
        adjective = surface != body and surface.endswith(tuple(speaker_words("adjective_ends")))
        return None if adjective else SourceKind.ORGANISATION
    if outlets.resolve(surface) is not None:
        return SourceKind.OUTLET
    if any(w.key in word_set("organisations") for w in words):
        return SourceKind.ORGANISATION
    if len(words) == 1 and len(surface) > 1 and (surface.isupper() or is_site(surface)):
        return SourceKind.ORGANISATION
    if len(words) > LONGEST or _is_thing(words) or _is_region(words) or _is_told(words):
        return None
    return SourceKind.ORGANISATION if is_common(words) or _is_of_place(words) else SourceKind.PERSON


def _is_told(words: Sequence[Capital]) -> bool:
    """Whether a verb stands inside the words: a headline, and nobody's name ("Vint Raps Holm")."""
    return any(known_as(word.key, THIRD) and small_share(word.key) >= MOSTLY for word in words[1:-1])


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
    if is_adjectival(words[-1]):
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
        or (len(surface) > 2 and surface[-1] == "s" and surface[:-1].isupper())
        or (len(parts) > 1 and parts[-1] in word_set("not_names"))
    )


def is_adjectival(word: Capital) -> bool:
    """Whether a word ends in a hyphen and a participle: "Norwick-based"."""
    return known_as(word.text.replace("‑", "-").rpartition("-")[2], PARTICIPLE)


def is_common(words: Sequence[Capital]) -> bool:
    """Whether news mostly writes the words small: a body, a law or an office, not a person of that name.

    A given name before it makes a person of a common word ("Tom Price").
    """
    shares = [small_share(w.key) for w in words]
    if len(words) == 1:
        return shares[0] >= MOSTLY or _is_coined(words[0].text)
    if is_given_name(words[0].key) and shares[0] < MOSTLY:
        return False
    if min(shares) >= AT_TIMES or (shares[-1] >= MOSTLY and max(shares[:-1]) >= AT_TIMES) or shares[-1] >= _PLAIN:
        return True
    return is_body_or_place(words[:1]) or (words[0].text.isupper() and len(words[0].key.replace(".", "")) > 2)


def is_plain_word(surface: str) -> bool:
    """Whether it is one word that news all but always writes small: nobody, unless somebody of the article bears it."""
    return small_share(surface) >= _PLAIN


def _is_coined(word: str) -> bool:
    """Whether capitals inside a word make it a firm's or a paper's ("SoVintGas", "NWist", "HolmWorks")."""
    inner = [i for i, c in enumerate(word) if i and c.isupper()]
    if not word.isalpha() or word.isupper():
        return False
    return len(inner) > 1 or word[:2].isupper() or (inner[:1] >= [_SHORTEST_PART] and is_plain_word(word[inner[0] :]))


def _is_thing(words: Sequence[Capital]) -> bool:
    """Whether the words name a place, a building or a law ("Holm Tower", "the Vint Act")."""
    if len(words) < 2:
        return words[0].text.rpartition("-")[2] in place_words()  # "the Holm-Norwick talks"
    named = is_given_name(words[0].key) and len(words) == 2 and words[1].key == "day"
    ends = any(w.key in word_set("things_end") for w in words[1:])
    return (ends and not named) or words[0].key in word_set("things_begin")
