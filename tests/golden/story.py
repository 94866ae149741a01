"""A run over an invented story, asked by words: articles by file name or external id, places by what stands there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from audit.warehouse import Warehouse

Entry = dict[str, Any]


class Place(NamedTuple):
    """A stretch of one article; `version` where it is known (matches and findings are of the latest)."""

    article_id: str
    start: int
    end: int
    version: int | None = None

    def meets(self, other: Place) -> bool:
        """Whether both stand in one article and share a character."""
        return self.article_id == other.article_id and self.start < other.end and other.start < self.end


class Match(NamedTuple):
    """A pair of places that the run took for the same thing."""

    kind: str
    relation: str
    relations: tuple[str, ...]
    a: Place
    b: Place


@dataclass
class Story:
    """The published warehouse of one run."""

    warehouse: Warehouse
    held: dict[str, dict[str, Any]] = field(default_factory=dict)
    _matches: list[Match] = field(default_factory=list)

    def __post_init__(self) -> None:
        sql = """select a.*, c.path, s.name as publisher
                 from articles a left join captures c using (capture_id)
                 left join sources s on s.source_id = a.publisher_id"""
        for row in self.warehouse.dicts(sql):
            self.held[row["external_id"] or str(row["path"]).rsplit("/", 1)[-1]] = row

    def article(self, name: str) -> dict[str, Any]:
        """The row of one version of an article."""
        return self.held[name]

    def place(self, at: Entry) -> Place:
        """Where the words of `at` stand; they must stand there once."""
        return self.places(at, once=True)[0]

    def places(self, at: Entry, *, once: bool = False) -> list[Place]:
        """Every place of the words of `at`."""
        row, words = self.article(at["article"]), at["words"]
        starts = list(_occurrences(row["text"], words))
        assert starts, f"{at['article']} does not hold the words {words!r}"
        assert not once or len(starts) == 1, f"{words!r} stands {len(starts)} times in {at['article']}"
        return [Place(row["article_id"], start, start + len(words), row["version"]) for start in starts]

    def matches(self, one: Iterable[Place], two: Iterable[Place]) -> list[Match]:
        """Matches between two sets of places, either way round."""
        first, second = list(one), list(two)
        return [m for m in self._all_matches() if _joins(m, first, second) or _joins(m, second, first)]

    def _all_matches(self) -> list[Match]:
        if not self._matches:
            self._matches.extend(_match(row) for row in self.warehouse.dicts("select * from matches"))
        return self._matches

    def quotes(self, place: Place) -> list[dict[str, Any]]:
        """Pieces of quotes that share a character with a place, with the speaker's name and all spellings of it."""
        sql = """select q.*, s.name as speaker from quotes q left join sources s on s.source_id = q.speaker_id
                 where q.article_id = ? and q.version = ? and q.start_char < ? and q.end_char > ?"""
        return self.warehouse.dicts(sql, _within(place))

    def figures(self, place: Place) -> list[dict[str, Any]]:
        """Figures that share a character with a place."""
        sql = "select * from figures where article_id = ? and version = ? and start_char < ? and end_char > ?"
        return self.warehouse.dicts(sql, _within(place))

    def roles(self, place: Place) -> set[str]:
        """Roles of the blocks that hold a place."""
        sql = """select role from blocks where article_id = ? and version = ? and start_char < ? and end_char > ?"""
        return {role for (role,) in self.warehouse.query(sql, _within(place))}

    def source_ids(self, names: Iterable[str]) -> set[str]:
        """Sources that bear one of the names, whatever the article in front of it."""
        wanted = {_flat(name) for name in names}
        sql = "select source_id, name from source_names union select source_id, name from sources"
        return {source for source, name in self.warehouse.query(sql) if _flat(name) in wanted}

    def edges(self, child: str) -> list[dict[str, Any]]:
        """Edges that leave an article for a parent."""
        sql = "select * from edges where child_article_id = ?"
        return self.warehouse.dicts(sql, [self.article(child)["article_id"]])

    def claims_at(self, place: Place) -> list[str]:
        """Claims with a figure or quote that shares a character with a place."""
        sql = """
            with mentions as (
                select quote_id as id, article_id, version, start_char, end_char from quotes
                union all select figure_id, article_id, version, start_char, end_char from figures)
            select distinct c.claim_id from claim_mentions c join mentions m on m.id = c.mention_id
            join claims k using (claim_id)
            where k.kind in ('figure', 'assertion') and m.article_id = ?
            and m.version = ? and m.start_char < ? and m.end_char > ?"""
        return [claim for (claim,) in self.warehouse.query(sql, _within(place))]

    def carriers(self, claim: str) -> set[str]:
        """Articles that carry a claim."""
        sql = "select distinct article_id from claim_mentions where claim_id = ?"
        return {article for (article,) in self.warehouse.query(sql, [claim])}

    def bounds(self, claim: str) -> tuple[float, float]:
        """The measure `independence` of a claim."""
        sql = "select low, high from measures where measure = 'independence' and subject_id = ?"
        ((low, high),) = self.warehouse.query(sql, [claim])
        return low, high

    def findings(self, kinds: Iterable[str]) -> list[list[Place]]:
        """The evidence of each finding of these kinds."""
        sql = "select evidence from findings where list_contains(?, kind)"
        return [_places(evidence) for (evidence,) in self.warehouse.query(sql, [list(kinds)])]


def _within(place: Place) -> list[Any]:
    """Values for: article, version, start before, end after."""
    return [place.article_id, place.version, place.end, place.start]


def same_name(one: str, other: str) -> bool:
    """Whether the words of one name all stand in the other."""
    first, second = set(_flat(one).split()), set(_flat(other).split())
    return bool(first and second) and (first <= second or second <= first)


def _flat(name: str) -> str:
    return " ".join(word for word in name.casefold().split() if word not in {"the", "a", "an"})


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _joins(match: Match, one: list[Place], two: list[Place]) -> bool:
    return any(match.a.meets(p) for p in one) and any(match.b.meets(p) for p in two)


def _match(row: dict[str, Any]) -> Match:
    detail = json.loads(row["detail"] or "{}")
    a = Place(row["a_article_id"], row["a_start"], row["a_end"])
    b = Place(row["b_article_id"], row["b_start"], row["b_end"])
    return Match(row["kind"], row["relation"], tuple(detail.get("relations", ())), a, b)


def _places(evidence: str) -> list[Place]:
    return [Place(p["article_id"], p["start"], p["end"]) for p in json.loads(evidence)]
