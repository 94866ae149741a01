"""What a person is, in the article's own words beside her name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from audit.extract.reading import Document
from audit.extract.sources.capitals import word_set
from audit.extract.sources.names import Name
from audit.extract.sources.offices import person_heads, plain_role
from audit.extract.sources.speaker_words import speaker_words
from audit.lexicon import load_rules
from audit.lexicon.language import Lexicon
from audit.lexicon.word_classes import word_classes
from audit.text.parts_of_speech import (
    BASE,
    CONJUNCTION,
    MODAL,
    NUMERAL,
    PAST,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    THIRD,
    known_as,
)
from audit.text.patterns import alternatives
from audit.text.tokens import Tokens

_LEAD = re.compile(r"[:;)—–] ?")
_LONGEST = 120  # characters of a title
_BEFORE = 60  # characters before a name in which its bearer's post is read


def title_of(before: str, behind: str) -> str | None:
    """A person's post: the apposition behind the name, else the title before it; courtesy titles say nothing."""
    post = behind.split(", ")[0].strip(" ,") if behind else ""
    if not post:
        kept = [w for w in before.rpartition(", ")[2].split() if w.rstrip(".").casefold() not in word_set("courtesy")]
        post = " ".join(kept)
    found = _bare(_relative().split(post, maxsplit=1)[0])
    return None if found and " " in found and found.isupper() else found


def second_post(before: str, behind: str) -> str | None:
    """What else a person is: the post before a name that has another one behind it, where that is of two words."""
    second = title_of(before, "") if behind and title_of("", behind) else None
    return second if second and " " in second and second not in behind and is_post(second.split()[-1]) else None


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(rf" (?:{alternatives(speaker_words('relative_persons'))}) ")


def is_post(word: str) -> bool:
    """Whether a word alone says what somebody is ("lawyer")."""
    return plain_role(word) in _posts()


@cache
def _posts() -> frozenset[str]:
    """Words for what a person is, and for those who speak for somebody, though they tell nobody apart."""
    mouths = frozenset(load_rules("roles")["mouths"]["words"])
    return (person_heads() | mouths) - word_set("courtesy")


def post_before(words: str) -> str | None:
    """The post that the words before a name tell, where they head a role ("the union's top lawyer"); else None."""
    post = words.strip(" ,")
    parts = post.casefold().split()
    ends = [i for i, word in enumerate(parts) if word in speaker_words("role_ends")]
    head = parts[ends[0] - 1] if ends and ends[0] else parts[-1] if parts else ""
    return _bare(post) if is_post(head) else None


def small_post(doc: Document, name: Name) -> str:
    """The small words before a name that say what its bearer is ("harbour union lawyer Ada Holm"); else nothing."""
    start = name.span.start
    words = doc.text[max(0, start - _BEFORE) : start].split()
    if doc.text[start - 1 : start] != " " or not words or not words[-1].islower() or not is_post(words[-1]):
        return ""
    kept: list[str] = []
    for word in reversed(words[1:]):
        if not word[-1].isalpha() or _ends_post(doc.lexicon, word.casefold()):
            break
        kept.insert(0, word)
    return " ".join(kept)


def _ends_post(lexicon: Lexicon, word: str) -> bool:
    """Whether a word before a role belongs to something else: a small word, a time or a verb."""
    classes = lexicon.room(word_classes)
    small = (classes.determiners, classes.prepositions, classes.breaks, classes.finite, classes.times)
    if any(word in words for words in small):
        return True
    if known_as(word, PAST) or word.endswith(("ed", "ing")):
        return True
    return word in lexicon.room(verbs_of_saying) and not is_post(word)


def verbs_of_saying(lexicon: Lexicon) -> frozenset[str]:
    """A lexicon to all forms of its verbs of saying."""
    return frozenset(form for row in lexicon.rows("cues", "verb") for form in row["forms"])


@lru_cache(maxsize=1 << 13)
def _bare(post: str) -> str | None:
    """A post without the article before it; None where nothing is left, or it is too long for one."""
    post = _LEAD.split(post)[-1]  # "Norwick (CNN) Mayor"
    first, _, rest = post.partition(" ")
    post = rest if first.casefold() in speaker_words("article") | speaker_words("owning") else post
    return post if 0 < len(post) <= _LONGEST and _is_noun_phrase(post) else None


_NEVER_FIRST = frozenset((BASE, THIRD, PAST, MODAL, PREPOSITION, QUESTION, PRONOUN, NUMERAL, CONJUNCTION))


def _is_noun_phrase(post: str) -> bool:
    """Whether words may say what somebody is: "on the trail", "whose father", "one of three" and "said so" may not."""
    return Tokens(post, 0, len(post)).class_of(0) not in _NEVER_FIRST
