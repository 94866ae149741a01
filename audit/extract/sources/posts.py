"""What a person is, and why she knows, in the article's own words beside her name."""

from __future__ import annotations

import re
from functools import cache

from audit.extract.sources.capitals import word_set
from audit.extract.sources.speaker_words import speaker_words

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
    return re.compile(rf",? ((?:{persons}) (?:[^,.;:\n“”\"]|,(?= \d)|\.(?=\w)){{8,160}})")


def reason_behind(text: str, end: int) -> str | None:
    """The clause right behind a name that says how its bearer comes to know ("who saw the papers"); else None."""
    found = _relative().match(text, end)
    told = found is not None and not word_set("knowing").isdisjoint(found[1].casefold().split()[1:5])
    return found[1].strip() if found and told else None
