"""What a person is, and why she knows, in the article's own words beside her name."""

from __future__ import annotations

import re
from functools import cache

from audit.extract.sources.capitals import word_set
from audit.extract.sources.speaker_words import speaker_words

_CLAUSE = r"(?:[^,.;:\n“”\"]|,(?= \d)|\.(?=\w)){8,160}"
_LONGEST = 120  # characters of a title


def title_of(before: str, behind: str) -> str | None:
    """A person's post: the apposition behind the name, else the title before it; courtesy titles say nothing."""
    post = behind.split(", ")[0].strip(" ,") if behind else ""
    if not post:
        kept = [w for w in before.split() if w.rstrip(".").casefold() not in word_set("courtesy")]
        post = " ".join(kept)
    first, _, rest = post.partition(" ")
    post = rest if first in speaker_words("article") else post
    return post if 0 < len(post) <= _LONGEST else None


@cache
def _relative() -> re.Pattern[str]:
    persons = "|".join(sorted(speaker_words("relative_persons")))
    articles = "|".join(sorted(speaker_words("article")))
    return re.compile(rf"(?:, \d+)?,?(?: (?:{articles}) [^,.;:\n“”\"]{{3,60}}?)? ((?:{persons}) {_CLAUSE})")


def reason_behind(text: str, end: int) -> str | None:
    """The relative clause behind a name or its office ("Ada Holm, a guard who was there"); else None."""
    found = _relative().match(text, end)
    return found[1].strip() if found else None
