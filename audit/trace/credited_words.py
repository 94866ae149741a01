"""Whether a held article carries the words that another credits to its house.

Two kinds of evidence, both read in the credited words alone: a run of words that both texts have, or most of what they
tell within a few adjacent sentences. Words weigh by how rare they are in news. A run of names and titles is no
evidence: it says nothing; nor is a short run of everyday words where little else of what is credited stands beside it.
What somebody says is repeated and not retold: without a run of his words, nothing is carried.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from audit.lazy import lazy
from audit.lexicon.counts import rarity
from audit.match.words import Words, common_words, read_words
from audit.records import Span
from audit.text.segment import find_paragraphs, pair_marks
from audit.trace.texts import Page, Told, telling

RUN = 6  # words in a row
SAYS = 2  # words that are no names and tell something: without them nothing is said
MARKED = 4  # words in a row that are all there is between quotation marks
RARE_MARKED = 6.0  # rarity of those
LONG_RUN = 12  # words: so many in a row are no title
RARE_RUN = 10.0  # rarity of the words of a shorter run that says enough by itself
MOST_OF = 1 / 3  # of the rarity of the credited words, where a short run of them does
COVERED = 0.5  # share of the telling words, counted and weighed: more than this is carried
LEAST = 6  # telling words of which a share is taken
LEAST_BOTH = 5  # of them that both have: fewer words of one event stand in a long stretch by chance
STRETCH = 40  # words in which fewer are told together
IN_TITLE = 0.4  # share of the telling words of a report that its headline has
TITLE_LEAST = 3  # telling words that both have
TITLE_SHARE = 1 / 3  # more of them the credited words have, where the text has most of them
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
    figure: Span | None = None  # what is credited, where it is a number

    @lazy
    def words(self) -> tuple[Words, ...]:
        """The words of each part."""
        return tuple(read_words(self.text, part) for part in self.parts)

    @lazy
    def tells(self) -> frozenset[str]:
        """Stems of the telling words."""
        return telling(tuple(key for some in self.words for key in some.keys))

    @lazy
    def plain(self) -> frozenset[str]:
        """Of those, what is no name or title."""
        told = ((k, place) for some in self.words for k, place in zip(some.keys, some.spans, strict=True))
        return telling(tuple(k for k, place in told if _is_plain(self.text, place)))

    @lazy
    def weight(self) -> float:
        """How much its telling words weigh."""
        return weigh(self.tells)

    @property
    def count(self) -> int:
        """How many words."""
        return sum(map(len, self.words))

    @property
    def hull(self) -> Span:
        """From the first word to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


def read_credited(text: str, parts: Sequence[Span], *, quoted: bool = False, figure: Span | None = None) -> Credited:
    """Stretches of a text, without the crediting words, to credited words."""
    return Credited(text, tuple(parts), quoted, figure)


def _is_plain(text: str, place: Span) -> bool:
    return not text[place.start].isupper()


def find_carried(said: Credited, other: Page) -> Carried | None:
    """Where another article carries credited words; None where it does not."""
    if len(said.tells & other.stems) < min(SAYS, len(said.tells)):  # neither a run nor a window could say anything
        return None
    covered = best_window(said, other)
    told = covered[0] if covered and len(said.tells) >= LEAST else 0.0
    run = max((run for run in _runs(said, other) if _is_enough(run, said, covered)), default=None)
    if run is not None:
        return Carried(run[1], run[2], run[0] + told)
    retold = covered and told > COVERED and not said.quoted and _retells(said, covered[1], other)
    return Carried(said.hull, covered[1], told, True) if covered and retold else None


def _retells(said: Credited, place: Span, other: Page) -> bool:
    """Whether a place has enough of the telling words, or some close together, and the figure that is credited."""
    keys = read_words(other.text, place).keys
    enough = len(keys) <= STRETCH or len(said.tells & telling(keys)) >= LEAST_BOTH
    return enough and _has_number(said, place, other)


def _has_number(said: Credited, place: Span, other: Page) -> bool:
    """Whether a place has the figure that is credited, where one is."""
    if said.figure is None:
        return True
    wanted = read_words(said.text, said.figure).keys
    digits = [key for key in wanted if key[0].isdigit()]
    here = _row(read_words(other.text, place).keys)
    return all(_row([key]) in here for key in digits) if digits else _row(wanted) in here


def _is_enough(run: Run, said: Credited, covered: tuple[float, Span] | None) -> bool:
    """Whether a run is long or of rare words, most of what is credited, or one of much that stands together."""
    length, own, _ = run
    weight = weigh(telling(read_words(said.text, own).keys))
    return (
        length >= LONG_RUN or weight >= min(RARE_RUN, MOST_OF * said.weight) or bool(covered and covered[0] > COVERED)
    )


def weigh(stems: Iterable[str]) -> float:
    """How much words weigh, by their stems: the sum of their rarities in news, natural logarithm."""
    return sum(map(rarity, sorted(stems)))


def best_window(said: Credited, other: Page) -> tuple[float, Span] | None:
    """The share of the telling words that some sentences of another article have at most, and which: the smaller of
    the share by count, where names of the event may carry much, and by weight, where everyday words carry little.
    """
    wanted = said.tells
    if weigh(wanted & other.stems) * 5 < said.weight:  # no window can have more than the whole
        return None
    told = ((place, words) for place, words in other.windows if len(words & said.plain) >= SAYS)
    shares = ((_share(wanted & words, said), -place.start, place) for place, words in told)
    best = max(shares, default=None, key=itemgetter(0, 1))
    return (best[0], _closest(wanted, best[2], other)) if best else None


def _share(told: Set[str], said: Credited) -> float:
    return min(len(told) / len(said.tells), weigh(told) / said.weight)


def _closest(wanted: Set[str], within: range, other: Page) -> Span:
    """From the first to the last of some sentences without which less of the wanted words would be told."""
    told = other.sentences[within.start : within.stop]
    whole = wanted & _together(told)
    while len(told) > 1 and wanted & _together(told[:-1]) == whole:
        told = told[:-1]
    while len(told) > 1 and wanted & _together(told[1:]) == whole:
        told = told[1:]
    return Span(told[0].span.start, told[-1].span.end)


def _together(sentences: Iterable[Told]) -> frozenset[str]:
    return frozenset[str]().union(*(one.tells for one in sentences))


Run = tuple[int, Span, Span]
"""How many words, where in the one, where in the other."""


def _runs(said: Credited, other: Page) -> Iterator[Run]:
    """The longest run from each word on."""
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
    """Whether a run says something: it is long, or some of its telling words are no names, of a quote one."""
    places = range(first, first + length)
    told = [n for n in places if words.keys[n] not in common_words() and _is_plain(said.text, words.spans[n])]
    return length >= LONG_RUN or len(told) >= (1 if said.quoted else SAYS)


def has_words(said: Credited, other: Page) -> bool:
    """Whether another article has each part word for word."""
    return all(_row(words.keys) in other.row for words in said.words)


def find_in_marks(said: Credited, other: Page) -> Carried | None:
    """A few words that say something, where another article has them alone between quotation marks."""
    keys = tuple(key for words in said.words for key in words.keys)
    if len(keys) < MARKED or len(said.tells) < SAYS or said.weight < RARE_MARKED:
        return None
    at = other.row.find(_row(keys))
    place = other.run_at(at, len(keys)) if at >= 0 else None
    if place is None or not _is_marked(other.text, place):
        return None
    return Carried(said.hull, place, float(len(keys)))


def _is_marked(text: str, place: Span) -> bool:
    """Whether a place holds all the words between two quotation marks."""
    line = next(line for line in find_paragraphs(text) if line.holds(place))
    marked = next((inner for inner in pair_marks(text, line)[0] if inner.holds(place)), None)
    return marked is not None and len(read_words(text, marked)) == len(read_words(text, place))


def find_in_title(said: Credited, other: Page, child: Page, *, printed: bool = False) -> Carried | None:
    """Credited words that a headline tells, not names alone: most of them, or some where the child tells all of it.

    `printed`: the child must print it, as where words that somebody said are credited.
    """
    words = read_words(other.title).keys
    title = telling(words)
    both = len(said.tells & title)
    if both < TITLE_LEAST or len(said.plain & title) < SAYS or (printed and _row(words) not in child.row):
        return None
    if not _has_number(said, Span(0, len(other.text)), other):
        return None
    told = len(child.stems & title) >= TITLE_TOLD * len(title) and both > TITLE_SHARE * len(title)
    near = told or max(both / len(said.tells), both / len(title)) >= IN_TITLE
    return Carried(said.hull, None, both / len(said.tells), _row(words) not in child.row) if near else None
