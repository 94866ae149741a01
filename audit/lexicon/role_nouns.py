"""A lexicon to its nouns for people and bodies by what they do: those kept by hand, and all that mean a person first.

Invariant: a noun of a body or a document is no person's, whatever the dictionary says.
"""

from __future__ import annotations

from audit.lexicon.counts import person_nouns, small_share
from audit.lexicon.language import Lexicon

MOSTLY = 0.5
"""Share of its times small from which a word is mostly written small."""


def role_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Nouns that head a role or a body ("clerk", "ministry", "report")."""
    return lexicon.words("roles", "nouns") | person_nouns(lexicon.language)


def names_too(lexicon: Lexicon) -> frozenset[str]:
    """Role nouns that news does not mostly write small: with a capital they may be a name ("Harper")."""
    titles = lexicon.words("names", "titles") - lexicon.words("names", "surnames_too")
    asked = person_nouns(lexicon.language) - lexicon.words("roles", "nouns") - titles
    return frozenset(word for word in asked if small_share(word, lexicon.language) < MOSTLY)


def nouns_of_people(lexicon: Lexicon) -> frozenset[str]:
    """Nouns that head the role of a person ("clerk")."""
    return role_nouns(lexicon) - lexicon.words("roles", "bodies") - lexicon.words("roles", "documents")
