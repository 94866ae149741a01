"""Every utterance by its number: its keys are asked of the warehouse; what was said is read when somebody asks."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, overload

from audit.lazy import lazy
from audit.match.align import MARKS
from audit.match.articles import Held, Place
from audit.match.retranslation import is_translated
from audit.match.words import Words, read_words
from audit.records import SourceKind, Span
from audit.warehouse import Warehouse, read_sql

MOST_HELD = 60_000  # utterances; of more, those go that are not asked for
_SIGNS = frozenset("\"“”„‟«»‘’‚‛'`「」『』‹›")


@dataclass(frozen=True)
class Utterance:
    """All pieces of one quote, their words in order, and who said them."""

    article: Held
    pieces: tuple[Place, ...]
    texts: tuple[str, ...]
    words: Words
    speaker_id: str | None
    speaker: str | None  # the name, where a person is known
    affiliation: str | None = None  # for whom the speaker speaks

    @lazy
    def translated(self) -> bool:
        """Whether anything says that it was spoken in another language; asked of few, for the whole text is read."""
        return is_translated(self.article.text, self.affiliation)

    @lazy
    def length(self) -> int:
        """Words, marks left out."""
        return sum(key not in MARKS for key in self.words.keys)

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The distinct words."""
        return frozenset(self.words.keys)

    @lazy
    def marked(self) -> tuple[Span, ...]:
        """The pieces in marks, where others of it are in the reporter's words: she called it «a wreck» for the town."""
        spans, text = [piece.span for piece in self.pieces], self.article.text
        marked = tuple(span for span in spans if text[max(0, span.start - 1) : span.start] in _SIGNS)
        return marked if len(marked) < len(spans) else ()


class PieceRow(NamedTuple):
    """One row of `quote_pieces`."""

    no: int
    quote_id: str
    article_id: str
    start_char: int
    end_char: int
    speaker_id: str | None
    speaker_kind: str | None
    speaker_name: str | None
    affiliation: str | None


class Keys(NamedTuple):
    """One row of `quote_keys`: key of the words where they stand, number, key of all that is known of the utterance."""

    owner: int
    no: int
    key: int


class KeyTable(Sequence[Keys]):
    """The rows of `quote_keys` as two arrays of numbers: a tenth of the memory."""

    __slots__ = ("_keys", "_owners")

    def __init__(self, rows: Iterable[tuple[int, int, int]]) -> None:
        self._owners, self._keys = array("q"), array("q")
        for owner, _, key in rows:
            self._owners.append(owner)
            self._keys.append(key)

    def __len__(self) -> int:
        return len(self._owners)

    @overload
    def __getitem__(self, at: int) -> Keys: ...
    @overload
    def __getitem__(self, at: slice) -> list[Keys]: ...
    def __getitem__(self, at: int | slice) -> Keys | list[Keys]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        return Keys(self._owners[at], at, self._keys[at])

    def __iter__(self) -> Iterator[Keys]:
        return map(Keys, self._owners, range(len(self)), self._keys)

    @property
    def columns(self) -> dict[str, array[int]]:
        """The same as columns of a table."""
        return {"owner": self._owners, "no": array("i", range(len(self))), "key": self._keys}

    def key(self, number: int) -> int:
        """Of all that is known of an utterance."""
        return self._keys[number]


@dataclass(frozen=True)
class Spoken:
    """One quote as its rows tell it; its words are read when somebody asks."""

    article: Held
    pieces: tuple[Place, ...]
    speaker_id: str | None
    speaker: str | None
    affiliation: str | None
    keys: Keys

    @lazy
    def utterance(self) -> Utterance:
        """With its words."""
        text, spans = self.article.text, [piece.span for piece in self.pieces]
        return Utterance(
            article=self.article,
            pieces=self.pieces,
            texts=tuple(span.of(text) for span in spans),
            words=read_words(text, *spans, marks=True),
            speaker_id=self.speaker_id,
            speaker=self.speaker,
            affiliation=self.affiliation,
        )


class Sayings:
    """All utterances of direct and mixed pieces, in the order of articles and places."""

    def __init__(self, warehouse: Warehouse, articles: Mapping[str, Held]) -> None:
        self._warehouse, self._articles = warehouse, articles
        warehouse.run(read_sql(__package__, "spoken_pieces"))
        self.keys = KeyTable(warehouse.stream(read_sql(__package__, "quote_keys")))
        self._held = dict[int, Spoken]()

    def load(self, numbers: Iterable[int]) -> None:
        """Hold these at once: each that is asked for alone costs a query."""
        wanted = set(numbers)
        asked = sorted(wanted - self._held.keys())
        if len(self._held) + len(asked) > MOST_HELD:
            self._held = {number: one for number, one in self._held.items() if number in wanted}
        self._warehouse.run("create or replace temp table asked_utterances (no bigint)")
        self._warehouse.insert("asked_utterances", [(number,) for number in asked])
        rows = map(PieceRow._make, self._warehouse.query(read_sql(__package__, "quote_pieces")))
        for number, group in groupby(rows, key=attrgetter("no")):
            self._held[number] = self._spoken(list(group))

    def __getitem__(self, number: int) -> Spoken:
        if number not in self._held:
            self.load([number])
        return self._held[number]

    def _spoken(self, rows: Sequence[PieceRow]) -> Spoken:
        first, article = rows[0], self._articles[rows[0].article_id]
        pieces = tuple(Place(article, Span(row.start_char, row.end_char), row.quote_id) for row in rows)
        name = first.speaker_name if first.speaker_kind == SourceKind.PERSON else None
        keys = self.keys[first.no]
        return Spoken(article, pieces, first.speaker_id or None, name, first.affiliation or None, keys)
