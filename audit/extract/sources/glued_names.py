"""What capitals glue to a name: the body whose its bearer is ("DNI Ada Holm"), and the words of a headline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from audit.extract.sources.capitals import AT_TIMES, MOSTLY, Capital, is_given_name, word_set
from audit.extract.sources.known_bodies import body_named, place_words
from audit.lexicon.counts import is_frequent, small_share
from audit.lexicon.language import DEFAULT, lexicon_for
from audit.lexicon.outlets import Outlets
from audit.lexicon.role_nouns import names_too, nouns_of_people, role_nouns
from audit.records import SourceKind

SHORTEST_SHORT = 3
"""Letters of the capitals that shorten a body's name."""
_SHORTEST_PART = 3  # letters before a capital inside a word
PLAIN = 0.9
"""Share of its times that a plain word is written small."""
LONGEST_SHORT = 4
"""Letters of the longest word that such capitals make."""


def is_body_or_place(words: Sequence[Capital]) -> bool:
    """Whether words are the name of a known body or of a place."""
    joined = " ".join(w.text for w in words)
    return joined in place_words() or body_named(joined) is not None


def is_role(word: Capital) -> bool:
    """Whether a word says what somebody is, and is no name ("Hunter", "Baker")."""
    return is_role_word(word.key)


def is_role_word(key: str) -> bool:
    """Whether a word in small letters says what somebody is, and is no name."""
    return key in _printed_roles()


@cache
def _printed_roles() -> frozenset[str]:
    lexicon = lexicon_for(DEFAULT)
    return lexicon.room(role_nouns) - lexicon.room(names_too)


def behind_body(run: Sequence[Capital], outlets: Outlets) -> int:
    """Where a given name and a surname end a run that begins with whom their bearer is of ("DNI Ada Holm"); else 0.

    Or with what its bearer is, however rare the word ("Alderman Ada Holm").
    """
    at = _given_at(run)
    if not at or run[at].start - run[at - 1].end != 1:
        return 0
    told = any(word.key in word_set("organisations") or is_role(word) for word in run[1:at])
    known = outlets.resolve(" ".join(word.text for word in run[:at])) is not None
    if (_is_short(run[0].text) and not run[at].text.isupper()) or known or (at == 1 and _is_nobodys(run[0])):
        return at
    return at if at > 1 and (told or is_body_or_place(run[:at])) else 0


def _is_nobodys(word: Capital) -> bool:
    """Whether a word is no part of a person's name: a post, a firm's, a common one."""
    common = small_share(word.key) >= MOSTLY and is_frequent(word.key)
    named = is_given_name(word.key) or word.key in word_set("names_too")
    return is_coined(word.text) or _is_post(word) or (common and not named)


def _given_at(run: Sequence[Capital]) -> int:
    """Where a given name stands two or three words before the end of a run whose last word may be a surname; else 0."""
    last = run[-1]
    if small_share(last.key) >= AT_TIMES or last.key in word_set("organisations") or is_body_or_place([last]):
        return 0
    starts = (at for at in (len(run) - 3, len(run) - 2) if at > 0 and is_given_name(run[at].key))
    return next((at for at in starts if _is_first(run[at].key) and not _is_of_place(run, at)), 0)


def _is_of_place(run: Sequence[Capital], at: int) -> bool:
    """Whether a given name is the end of a place's or the beginning of a body's ("North Carolina GOP").

    Behind an initial it is a second one ("J. Russell Holm").
    """
    short = run[-1].text.isupper() and not run[at].text.isupper()
    return short or len(run[at - 1].key) == 1 or is_body_or_place(run[at:]) or is_body_or_place(run[at - 1 : at + 1])


def _is_first(given: str) -> bool:
    """Whether a given name is one beside other capitals: no common word, or one that is a name there ("Bill")."""
    return small_share(given) < MOSTLY or given in word_set("names_too")


def _is_post(word: Capital) -> bool:
    """Whether a word means a person by what he does, and is no given name ("Alderman"; "Hunter" is one)."""
    return word.key in lexicon_for(DEFAULT).room(nouns_of_people) and not is_given_name(word.key)


def is_coined(word: str) -> bool:
    """Whether capitals inside a word make it a firm's or a paper's ("SoVintGas", "NWist", "HolmWorks")."""
    inner = [i for i, c in enumerate(word) if i and c.isupper()]
    if not word.isalpha() or word.isupper():
        return False
    return (
        len(inner) > 1
        or word[:2].isupper()
        or (inner[:1] >= [_SHORTEST_PART] and small_share(word[inner[0] :]) >= PLAIN)
    )


def _is_short(word: str) -> bool:
    """Whether capitals shorten the name of a body, and of no ship."""
    return word.isalpha() and word.isupper() and len(word) >= SHORTEST_SHORT and word.lower() not in word_set("ships")


def is_of_headline(surface: str, kind: SourceKind, outlets: Outlets) -> bool:
    """Whether the capitals of a headline make a body of people of a kind, or of a sentence; never a known one.

    "Norwick Lawyers Leave", "VINT LEAVES OFFICE".
    """
    words = surface.split()
    if kind is not SourceKind.ORGANISATION or len(words) < 2 or body_named(surface) is not None:
        return False
    shouted = surface.isupper() and max(map(len, words)) > LONGEST_SHORT
    return (_are_people(words[-1].casefold()) or shouted) and outlets.resolve(surface) is None


def _are_people(word: str) -> bool:
    """Whether a word means persons of a kind, and not those of a team ("Rangers")."""
    people = lexicon_for(DEFAULT).room(nouns_of_people) & _printed_roles()
    return not {word, word.removesuffix("s")}.isdisjoint(people)
