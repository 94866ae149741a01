"""Lists of other articles that a page printed behind a name, inside a sentence: the same text with blanks for them.

"Sen. Ada Holm Ada Lena HolmMill shuts again Board meets MORE said so": the name, the full name glued to headlines, a
word that ends the list. Invariant: the text that comes out is as long, so that all places stay what they are.
"""

from __future__ import annotations

import re
from functools import cache

from audit.lexicon.language import DEFAULT, lexicon_for

LONGEST_LABEL = 40
"""Letters at the beginning of a text among which a label of its summary stands."""


@cache
def _ends() -> tuple[str, ...]:
    return tuple(f" {word.upper()}" for word in sorted(lexicon_for(DEFAULT).words("names", "list_ends")))


@cache
def _asides() -> tuple[re.Pattern[str], ...]:
    """A surname that comes again glued to a headline; a whole name that comes again, its surname before a headline."""
    ends = "|".join(map(re.escape, _ends()))
    list_ = rf"[^\n]{{15,700}}?(?:{ends})\b"
    word = r"[A-Z(][\w.()'’-]*\s"
    return (
        re.compile(rf"(?<=\s)(?P<name>[A-Z][\w'’-]+)(?P<aside> (?:{word}){{0,5}}(?P=name)(?=[A-Z]){list_})"),
        re.compile(
            rf"(?<=\s)(?P<name>(?P<first>[A-Z]\w+) (?P<last>[A-Z][\w'’-]+))"
            rf"(?P<aside> (?P=first) (?:{word}){{0,3}}(?P=last)(?= [A-Z]){list_})"
        ),
    )


@cache
def _labels() -> tuple[str, ...]:
    return tuple(sorted(lexicon_for(DEFAULT).words("names", "page_labels")))


def _without_label(text: str) -> str:
    """A text to itself with blanks for what a page prints before its summary ("Story highlights Holm says")."""
    opening = text[:LONGEST_LABEL].casefold()
    label = next((one for one in _labels() if opening.startswith(f"{one} ")), None)
    return " " * len(label) + text[len(label) :] if label else text


def without_asides(text: str) -> str:
    """A text to itself with blanks for each list of headlines behind a name that it repeats."""
    text = _without_label(text)
    if not any(end in text for end in _ends()):
        return text
    for aside in _asides():
        text = aside.sub(lambda found: found["name"] + " " * len(found["aside"]), text)
    return text
