"""The small words of `speakers.toml`: by which a phrase points to whoever speaks.

Invariant: a language without a list has it empty; no other language's words are read into its texts.
"""

from __future__ import annotations

from functools import cache

from audit.lexicon.language import lexicon_for

_HISSING = ("sses", "ches", "xes")
"""How a noun ends whose one has an "e" less ("witnesses")."""


@cache
def speaker_words(entry: str, language: str = "en") -> frozenset[str]:
    """One list of the table of a language."""
    return lexicon_for(language).words("speakers", entry)


@cache
def articles(language: str = "en") -> frozenset[str]:
    """The definite articles of a language."""
    return lexicon_for(language).words("closed_classes", "articles")


def singular(noun: str) -> str:
    """A noun of one or many, in small letters, without the ending of many ("agencies": "agency")."""
    if noun.endswith(_HISSING):
        return noun[:-2]
    return noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")


def opens_with_article(phrase: str, language: str = "en") -> bool:
    """Whether a phrase begins with a definite article ("the Courier")."""
    first, blank, _ = phrase.partition(" ")
    return bool(blank) and first.casefold() in articles(language)


def article_before(text: str, at: int, language: str = "en") -> str:
    """The definite article and the blank right before a place ("the "), as printed; empty where none stands there."""
    forms = _printed_articles(language)
    return next(form for form in forms if text.endswith(form, 0, at)) if text.endswith(forms, 0, at) else ""


@cache
def _printed_articles(language: str) -> tuple[str, ...]:
    """The definite articles as they are printed, each with a blank behind it."""
    return tuple(f"{form} " for word in sorted(articles(language)) for form in (word, word.capitalize()))


def definite_article(language: str = "en") -> str:
    """The article that opens a name ("The")."""
    return min(articles(language)).capitalize()
