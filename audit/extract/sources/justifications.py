"""Why a source knows, in the article's own words: a clause behind its name, a second role, what it saw or did.

Invariant: what comes out is printed in the article as it stands, outside quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter

from audit.extract.reading import Document
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import speaker_words
from audit.extract.sources.told_sex import sexes_of_pronouns
from audit.lexicon.language import DEFAULT, lexicon_for
from audit.records import SourceKind, Span
from audit.text.patterns import alternatives

_PLAIN = r"[^,.;:\n“”\"]"
_CLAUSE = rf"(?:{_PLAIN}|,(?= \d)|\.(?=\w)){{8,160}}"
_TAIL = re.compile(rf"{_PLAIN}{{6,160}}")
FARTHEST_NAME = 60
"""Characters of a sentence before the name that it is about."""
FARTHEST_VERB = 200
"""Characters from the words for an unnamed source to its verb."""
FEWEST_WORDS, MOST_WORDS = 5, 60
"""Words of a sentence that tells what somebody did."""
NEAR_PARAGRAPHS = 2
"""Paragraphs between which a sentence stands too far from a quote, for one that has a post."""


@cache
def _relative() -> re.Pattern[str]:
    persons = alternatives(speaker_words("relative_persons"))
    articles = alternatives(speaker_words("article"))
    return re.compile(rf"(?:, \d+)?,?(?: (?:{articles}) {_PLAIN}{{3,60}}?)? ((?:{persons}) {_CLAUSE})")


@cache
def _behind_post() -> re.Pattern[str]:
    relatives = alternatives(speaker_words("relative_persons") | speaker_words("relative_bodies"))
    return re.compile(rf",? ((?:{relatives}) {_CLAUSE})")


@cache
def _second_role() -> re.Pattern[str]:
    joins, articles = alternatives(speaker_words("role_joins")), alternatives(speaker_words("article"))
    return re.compile(rf" (?:{joins}) ((?:{articles}) {_CLAUSE})")


@cache
def _kin() -> re.Pattern[str]:
    kin = alternatives(speaker_words("kin"))
    return re.compile(rf"(?:, \d+)?, ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,2}}['’]s (?:\w+ )?(?:{kin}))\b")


def grounds_behind(text: str, end: int, post: str) -> str | None:
    """What stands behind a person's name and tells how she knows; `post` is the apposition that tells her post.

    A relative clause ("a guard who was there"), whose kin she is, or a second role ("and an author of the report").
    """
    if told := _told(_relative().match(text, end) or _kin().match(text, end)):
        return told
    if not post or text[end : end + 2] != ", ":
        return None
    stop = end + 2 + len(post)
    found = (
        _behind_post().search(text, end + 2, stop)
        or _behind_post().match(text, stop)
        or _second_role().search(text, end, stop)
    )
    return _told(found)


def _told(found: re.Match[str] | None) -> str | None:
    """A clause that was found; None where it only tells that its subject said something ("which said ...")."""
    if found is None:
        return None
    clause = found[1].strip()
    verb = clause.partition(" ")[2].partition(" ")[0]
    relatives = speaker_words("relative_persons") | speaker_words("relative_bodies")
    return None if clause.partition(" ")[0] in relatives and verb in saying_forms() else clause


@cache
def saying_forms() -> frozenset[str]:
    """The forms of the verbs of saying."""
    return frozenset(form for row in lexicon_for(DEFAULT).rows("cues", "verb") for form in row["forms"])


@cache
def _of_body() -> re.Pattern[str]:
    relatives = alternatives(speaker_words("relative_bodies"))
    articles = alternatives(speaker_words("introducing"))
    return re.compile(rf"(?: \([A-Z]+\))?, ((?:{relatives}|{articles}) {_CLAUSE})")


def grounds_of_body(text: str, end: int) -> str | None:
    """What stands behind a body's name and tells what it does ("Fair Mills, a group that counts them"); else None."""
    return _told(_of_body().match(text, end))


@cache
def _knowing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(speaker_words('knowing'))})\b")


def knowledge_of(text: str, phrase: Span) -> str | None:
    """What the words for an unnamed source tell of how it knows ("with knowledge of the talks"); else None."""
    found = _knowing().search(text, phrase.start, min(phrase.end, phrase.start + FARTHEST_VERB))
    if found is None or found.start() == phrase.start:
        return None
    tail = _TAIL.match(text, found.start(), phrase.end)
    return tail[0].strip() if tail else None


def _opened_by_pronouns(doc: Document) -> Iterator[tuple[Span, str]]:
    """The sentences that begin with "he" or "she", each with the sex that the pronoun tells."""
    sexes = doc.lexicon.room(sexes_of_pronouns)
    for sentence, tokens in zip(doc.sentences, doc.tokens, strict=True):
        if tokens.low[0] in sexes and tokens.text.startswith(" ", tokens.ends[0]):
            yield sentence, sexes[tokens.low[0]]


class Deeds:
    """Sentences in the article's own words, by the person whom each is about.

    `told`: places of the cues and words of quotes, in order; a sentence that holds one is not the article's own.
    """

    def __init__(self, doc: Document, told: Sequence[int]) -> None:
        self._doc, self._told = doc, told
        self._places: dict[str, list[Span]] = {}
        self._mentions: dict[str, list[Span]] = {}
        self._of_pronouns = list(_opened_by_pronouns(doc))
        last: Span | None = None
        for name in doc.names:
            sentence = doc.sentence_at(name.span.start)
            if sentence is None or name.kind is not SourceKind.PERSON or not self._is_own(sentence):
                last = sentence or last
                continue
            if sentence != last and self._is_about(sentence, name):
                self._places.setdefault(name.full, []).append(sentence)
            elif not self._owns(name):
                self._mentions.setdefault(name.full, []).append(sentence)
            last = sentence

    def of_pronoun(self, at: int) -> Iterator[tuple[Span, str]]:
        """The sentences before a place, and near it, that begin with "he" or "she", and which: the last one first."""
        for i in range(bisect_right(self._of_pronouns, at, key=lambda one: one[0].start) - 1, -1, -1):
            if not self._is_near(self._of_pronouns[i][0].start, at):
                return
            if self._is_own(self._of_pronouns[i][0]):
                yield self._of_pronouns[i]

    def before(self, full: str, at: int, *, near: bool, named: bool) -> Span | None:
        """The sentence about somebody that stands nearest before a place, else the first one behind it.

        `near`: only one in the same paragraph, or in one of those beside it. `named`: else one that only names her.
        """
        found = self._places.get(full, [])
        i = bisect_right(found, at, key=itemgetter(0)) - 1
        beside = found[max(i, 0) : i + 2] if near else found[max(i, 0) : max(i, 0) + 1]
        told = next((one for one in beside if not near or self._is_near(one.start, at)), None)
        return told or (self._named(full, at) if named else None)

    def _named(self, full: str, at: int) -> Span | None:
        """The last sentence before a place, and near it, that names somebody whom it is not about."""
        found = self._mentions.get(full, [])
        i = bisect_right(found, at, key=itemgetter(0)) - 1
        return found[i] if i >= 0 and self._is_near(found[i].start, at) else None

    def _is_near(self, one: int, other: int) -> bool:
        """Whether two places stand in one paragraph, or in two beside one another."""
        here, there = (bisect_right(self._doc.paragraphs, place, key=itemgetter(0)) for place in (one, other))
        return abs(here - there) < NEAR_PARAGRAPHS

    def _is_about(self, sentence: Span, name: Name) -> bool:
        """Whether a sentence begins with somebody, or with a scene and a comma before her."""
        start = (name.role_span or name.span).start
        opening = self._doc.text[sentence.start : start]
        if len(opening) > FARTHEST_NAME or (opening.strip() and not opening.endswith(", ")):
            return False
        return not self._owns(name)

    def _owns(self, name: Name) -> bool:
        return self._doc.text[name.span.end : name.span.end + 2] in ("'s", "’s")

    def _is_own(self, sentence: Span) -> bool:
        """Whether a sentence is whole, and holds nothing that somebody said."""
        text = self._doc.text
        if text[sentence.end - 1] != "." or not FEWEST_WORDS <= text.count(" ", *sentence) + 1 <= MOST_WORDS:
            return False
        i = bisect_left(self._told, sentence.start)
        return not (i < len(self._told) and self._told[i] < sentence.end)
