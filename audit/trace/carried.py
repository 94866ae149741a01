"""Whether a held article carries the words that another credits to its house.

Two kinds of evidence, both read in the credited words alone: a run of words that both texts have, or most of the
telling words within two adjacent paragraphs. A run of names and titles is no evidence: it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from audit.match.words import Words, common_words, read_words
from audit.records import Span
from audit.trace.texts import Page, telling

RUN = 6  # words in a row
SAYS = 2  # words that are no names and tell something: without them nothing is said
LONG_RUN = 12  # words: so many in a row are no title
COVERED = 0.5  # share of the telling words: more than this is carried
LEAST = 6  # telling words of which a share is taken
QUOTE_COVERED = 0.7  # somebody's own words are repeated, not retold
QUOTE_LEAST = 4
IN_TITLE = 0.4  # share of the telling words of a report that its headline has
TITLE_LEAST = 3  # telling words that both have
TITLE_TOLD = 0.6  # share of a headline's telling words that the text has somewhere


class Carried(NamedTuple):
    """Credited words found in another article."""

    own: Span  # the words, in the article that credits
    place: Span | None  # where the other has them; None: in its headline
    strength: float  # words in a row, plus the share of the telling words
    retold: bool = False  # no words in a row: another report of the same may tell as much


@dataclass(frozen=True)
class Credited:
    """The words that a credit covers, in the article that credits; read when somebody asks."""

    text: str
    parts: tuple[Span, ...]
    quoted: bool  # somebody's own words

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The words of each part."""
        return tuple(read_words(self.text, part) for part in self.parts)

    @cached_property
    def tells(self) -> frozenset[str]:
        """Stems of the telling words."""
        return telling(tuple(key for some in self.words for key in some.keys))

    @cached_property
    def plain(self) -> frozenset[str]:
        """Of those, what is no name or title."""
        told = ((k, place) for some in self.words for k, place in zip(some.keys, some.spans, strict=True))
        return telling(tuple(k for k, place in told if _is_plain(self.text, place)))

    @property
    def count(self) -> int:
        """How many words."""
        return sum(map(len, self.words))

    @property
    def hull(self) -> Span:
        """From the first word to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


def read_credited(text: str, parts: Sequence[Span], *, quoted: bool = False) -> Credited:
    """Stretches of a text, without the crediting words, to credited words."""
    return Credited(text, tuple(parts), quoted)


def _is_plain(text: str, place: Span) -> bool:
    return not text[place.start].isupper()


def find_carried(said: Credited, other: Page) -> Carried | None:
    """Where another article carries credited words; None where it does not."""
    if len(said.tells & other.stems) < min(SAYS, len(said.tells)):  # neither a run nor a window could say anything
        return None
    run = max(_runs(said, other), default=None)
    covered = best_window(said, other)
    least, share = (QUOTE_LEAST, QUOTE_COVERED) if said.quoted else (LEAST, COVERED)
    told = covered[0] if covered and len(said.tells) >= least else 0.0
    if run is not None:
        return Carried(run[1], run[2], run[0] + told)
    return Carried(said.hull, covered[1], told, True) if covered and told > share else None


def best_window(said: Credited, other: Page) -> tuple[float, Span] | None:
    """The share of the telling words that two adjacent paragraphs of another article have at most, and which two."""
    wanted = said.tells
    if len(wanted & other.stems) * 5 < len(wanted) or not wanted:  # no window can have more than the whole
        return None
    told = ((place, words) for place, words in other.windows if len(words & said.plain) >= SAYS)
    shares = ((len(wanted & words) / len(wanted), -place.start, place) for place, words in told)
    best = max(shares, default=None)
    return (best[0], best[2]) if best else None


def _runs(said: Credited, other: Page) -> Iterator[tuple[int, Span, Span]]:
    """The longest run from each word on: how many words, where in the one, where in the other."""
    for words in said.words:
        first = 0
        while first + RUN <= len(words):
            length = _common(words.keys, first, other)
            if length and _says(said, words, first, length):
                at = other.row.find(_row(words.keys[first : first + length]))
                yield length, words.hull(first, first + length - 1), other.run_at(at, length)
            first += max(1, length - RUN + 1)


def _common(keys: Sequence[str], first: int, other: Page) -> int:
    """How many words from `first` on stand in a row in the other text; 0 for less than a run."""
    if _row(keys[first : first + RUN]) not in other.row:
        return 0
    length = RUN
    while first + length < len(keys) and _row(keys[first : first + length + 1]) in other.row:
        length += 1
    return length


def _row(keys: Iterable[str]) -> str:
    return f" {' '.join(keys)} "


def _says(said: Credited, words: Words, first: int, length: int) -> bool:
    """Whether a run says something: it is long, or some of its telling words are no names; in a quote one is enough."""
    places = range(first, first + length)
    tell = [n for n in places if words.keys[n] not in common_words()]
    if said.quoted:
        return bool(tell)
    return length >= LONG_RUN or len([n for n in tell if _is_plain(said.text, words.spans[n])]) >= SAYS


def has_words(said: Credited, other: Page) -> bool:
    """Whether another article has each part word for word."""
    return all(_row(words.keys) in other.row for words in said.words)


def find_in_title(said: Credited, other: Page, child: Page | None = None) -> Carried | None:
    """Credited words that a headline tells: most of them, or some where the child, if given, tells it all."""
    title = telling(read_words(other.title).keys)
    both = len(said.tells & title)
    if both < TITLE_LEAST:
        return None
    told = child is not None and len(child.stems & title) >= TITLE_TOLD * len(title)
    near = told or max(both / len(said.tells), both / len(title)) >= IN_TITLE
    return Carried(said.hull, None, both / len(said.tells), True) if near else None
