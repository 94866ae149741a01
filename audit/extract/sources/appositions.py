"""The words between commas behind a name that say what its bearer is ("Ada Holm, mayor of Norwick, said").

Invariant: a clause of its own is none ("Asked by Ada Holm, the mayor said").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from audit.extract.sources.phrase_heads import acts
from audit.extract.sources.posts import verbs_of_saying
from audit.extract.sources.speaker_words import speaker_words
from audit.lexicon.language import DEFAULT, Lexicon, lexicon_for
from audit.lexicon.role_nouns import role_nouns
from audit.lexicon.word_classes import word_classes
from audit.text.parts_of_speech import PAST, may_be

_AROUND = 240
"""Characters around a name in which an apposition is read."""
FARTHEST_ROLE = 9
"""Words of an apposition among which its role stands."""


@cache
def _end() -> re.Pattern[str]:
    stops = r"[\n;:“”\"]|(?<!\b[A-Z])\."  # the stop of "U.S." ends nothing
    return re.compile(rf"{stops}|, (?:{'|'.join(sorted(speaker_words('apposition_ends')))})")


def apposition(text: str, end: int, lexicon: Lexicon) -> str:
    """What stands between commas right behind a name that ends at `end`, where it says what its bearer is; else ''."""
    if text[end : end + 2] != ", ":
        return ""
    limit = end + 2 + _AROUND
    stop = _end().search(text, end + 2, limit)
    stretch = text[end + 2 : stop.start() if stop else limit]
    part = stretch.split(",", 1)[0]
    first = part.split()
    if not first or first[0] in speaker_words("relative_persons") or acts(first[0]) or not _says_role(first, lexicon):
        return ""
    if _acted(first, lexicon) or _is_clause(first, text[end + 2 + len(part) : end + 3 + len(part)] == ",", lexicon):
        return ""
    return part if len(first) > 2 else stretch


def _acted(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words are what the bearer did ("accused the board of ...")."""
    return len(words) > 1 and may_be(words[0], PAST) and words[1] in lexicon.room(_articles)


def _says_role(words: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a role stands among the first words: behind no article, before a preposition or another clause."""
    near = list(words)[:FARTHEST_ROLE]
    low = [w.strip(".").casefold() for w in near]
    stops, articles = lexicon.room(_stops), lexicon.room(_articles)
    ends = (i for i, word in enumerate(low) if word in stops and not near[i].isupper())  # "US" is no "us"
    stop = len(low) if low[0] in articles else next(ends, len(low))
    return not lexicon_for(DEFAULT).room(role_nouns).isdisjoint(low[:stop])


def _articles(lexicon: Lexicon) -> frozenset[str]:
    classes = lexicon.room(word_classes)
    return classes.articles | classes.indefinite


def _stops(lexicon: Lexicon) -> frozenset[str]:
    """Prepositions and words that open another clause; "of", "and" and "then" may stand before a role."""
    classes = lexicon.room(word_classes)
    return (classes.prepositions | classes.breaks) - classes.of - classes.coordinators - speaker_words("former")


def _is_clause(words: Sequence[str], closed: bool, lexicon: Lexicon) -> bool:
    """Whether words that an article opens go on with a verb of their own; one of saying, where no comma closes them."""
    classes = lexicon.room(word_classes)
    if words[0] not in lexicon.room(_articles):
        return False
    stop = next((i for i, word in enumerate(words) if word in classes.relatives), len(words))
    said = lexicon.room(verbs_of_saying)
    does = any(word in classes.finite or (word in said and not closed) for word in words[2:stop])
    return does or (stop < len(words) and words[stop - 1] in said)
