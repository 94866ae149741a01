"""What stands around capitals that makes nobody's name of them: a case, a picture, a state, a kind of people."""

from __future__ import annotations

from audit.extract.sources.capitals import MOSTLY, word_set
from audit.extract.sources.glued_names import is_role_word
from audit.lexicon.counts import small_share
from audit.records import Span

_BEFORE = 12  # characters before a name in which a bracket opens
_BEHIND = 30  # characters behind a name in which a bracket closes, or the next word stands


def is_sued(text: str, start: int) -> bool:
    """Whether a name is the second of a case ("Lund v. Holm"): what speaks there is the case."""
    return _is_against(text[max(0, start - 6) : start].rpartition(" ")[0].rpartition(" ")[2])


def has_sued(text: str, end: int) -> bool:
    """Whether a name is the first of a case ("Lund v. Holm")."""
    return _is_against(text[end : end + 5].partition(" ")[2].partition(" ")[0])


def _is_against(word: str) -> bool:
    """Whether a word stands between the two parties of a case."""
    return word in word_set("against")


def is_photographer(text: str, name: Span) -> bool:
    """Whether a name stands beside a stroke and an agency, or in the bracket of a picture ("AP/Ada Holm")."""
    before, behind = text[max(0, name.start - 2) : name.start], text[name.end : name.end + 2]
    if before == ": " and behind == ", ":
        return _is_of_picture(text, name)
    return (behind[:1] == "/" and behind[1:].isupper()) or (before[1:] == "/" and before[:1].isalpha())


def _is_of_picture(text: str, name: Span) -> bool:
    """Whether a bracket holds a word and a colon, the name, and whose it is ("(Photo: Ada Holm, AP)")."""
    opened = text.rfind("(", max(0, name.start - _BEFORE), name.start)
    closed = text.find(")", name.end, name.end + _BEHIND)
    alone = opened >= 0 and text[opened + 1 : name.start - 2].isalpha()
    return alone and closed >= 0 and "." not in text[name.end : closed]


def is_short_place(text: str, name: Span) -> bool:
    """Whether a word with a full stop behind a comma, in a sentence that goes on, is a state ("Holm, Wis., ")."""
    start, end = name
    behind = text[end + 1 : end + 3]
    goes_on = behind[:1] in {",", ")"} or (behind[:1] == " " and behind[1:].islower())
    return text[start - 2 : start] == ", " and text[end : end + 1] == "." and goes_on


def opens(text: str, sentence: Span, name: Span) -> bool:
    """Whether nothing but marks stands before a name in its sentence."""
    return not any(map(str.isalnum, text[sentence.start : name.start]))


def opens_kind(text: str, sentence: Span, name: Span) -> bool:
    """Whether one common word that opens a sentence only tells of what kind people are ("School officials left")."""
    surface = name.of(text)
    if " " in surface or small_share(surface) < MOSTLY or not opens(text, sentence, name):
        return False
    word, _, _ = text[name.end + 1 : name.end + _BEHIND].partition(" ")
    return text[name.end : name.end + 1] == " " and word.islower() and word.endswith("s") and is_role_word(word[:-1])
