"""One person, one source: spellings that differ from article to article lead to one id before anything is matched.

Invariant: unknown beats wrong. Two names become one only where nothing in either speaks against it, no third name
would fit as well, and no article uses both for two people; the outcome does not depend on the order of the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from audit.ids import name_key
from audit.warehouse import Warehouse, read_sql

LEAST_LIKENESS = 0.93  # Jaro-Winkler of two spellings of one surname
LEAST_LETTERS = 6  # shorter surnames differ by a letter too easily
LEAST_COMPANY = 2  # sources that are credited beside a lone surname and beside the full name
MOST_OF_BLOCK = 400  # names that share a block; more are compared by their exact parts alone


@dataclass(frozen=True, slots=True)
class Person:
    """A person: the name as words, what it speaks for, where it is credited, and who else is credited there."""

    source_id: str
    name: str
    words: tuple[str, ...]
    affiliation: str | None
    articles: frozenset[str]
    company: frozenset[str] = frozenset()  # source_ids of people and organisations

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.words[-1]


def resolve_sources(warehouse: Warehouse) -> int:
    """Point every mention of a person to one source. Returns how many sources were merged into others."""
    people = _load(warehouse)
    merged = merge_people(people)
    if merged:
        warehouse.run("create or replace temp table merged (source_id varchar, into_id varchar)")
        warehouse.insert("merged", sorted(merged.items()))
        warehouse.run(read_sql(__package__, "merge_sources"))
    return len(merged)


def _load(warehouse: Warehouse) -> list[Person]:
    rows = warehouse.query(read_sql(__package__, "people"))
    people = [
        Person(
            key, name, tuple(name_key(name).split()), affiliation, frozenset(articles or ()), frozenset(company or ())
        )
        for key, name, affiliation, articles, company in rows
    ]
    return [person for person in people if person.words]


def merge_people(people: Iterable[Person]) -> dict[str, str]:
    """source_id of each merged source, and of the one it is merged into."""
    ordered = sorted(people, key=_fullest_first)
    together = _Groups(ordered)
    for a, b in _spelling_pairs([p for p in ordered if len(p.words) > 1]):
        together.join(a, b)
    full = defaultdict[str, list[Person]](list)
    for person in (p for p in ordered if len(p.words) > 1):
        for word in {person.words[0], person.surname}:
            full[word].append(person)
    for lone in (p for p in ordered if len(p.words) == 1):
        home = _only_home(lone, full[lone.words[0]], together)
        if home is not None:
            together.join(home, lone)
    return together.merged()


def _fullest_first(person: Person) -> tuple[int, int, int, str, str]:
    letters = sum(len(word) for word in person.words if len(word) > 1)
    return (
        -len([w for w in person.words if len(w) > 1]),
        -letters,
        -len(person.articles),
        person.name,
        person.source_id,
    )


class _Groups:
    """Union-find over people; a group never holds two people whom one article tells apart."""

    def __init__(self, ordered: Sequence[Person]) -> None:
        self._rank = {person.source_id: n for n, person in enumerate(ordered)}
        self._root = {person.source_id: person.source_id for person in ordered}

    def root(self, source_id: str) -> str:
        while self._root[source_id] != source_id:
            source_id = self._root[source_id]
        return source_id

    def join(self, a: Person, b: Person) -> None:
        one, two = sorted((self.root(a.source_id), self.root(b.source_id)), key=self._rank.__getitem__)
        self._root[two] = one

    def merged(self) -> dict[str, str]:
        return {key: root for key in self._root if (root := self.root(key)) != key}


def _spelling_pairs(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Full names that are one person's, each the only name that fits the other."""
    blocks = defaultdict[str, list[Person]](list)
    for person in people:
        blocks[f"{person.words[0][0]} {person.surname[:3]}"].append(person)
    for _, block in sorted(blocks.items()):
        fits = [(a, b) for a, b in combinations(block[:MOST_OF_BLOCK], 2) if same_full_name(a.words, b.words)]
        yield from (pair for pair in fits if _unambiguous(pair, fits) and _may_join(*pair))


def _unambiguous(pair: tuple[Person, Person], fits: Sequence[tuple[Person, Person]]) -> bool:
    """Whether all names that fit either of the two fit each other: "J. Smith" is nobody between John and Jane."""
    around = {p.source_id: p for other in fits for p in other if set(_ids(other)) & set(_ids(pair))}
    known = {frozenset(_ids(other)) for other in fits}
    return all(frozenset((a, b)) in known for a, b in combinations(sorted(around), 2))


def _ids(pair: tuple[Person, Person]) -> tuple[str, str]:
    return pair[0].source_id, pair[1].source_id


def same_full_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names are spellings of one: surname the same or nearly, given names equal or initials."""
    if a[-1] != b[-1]:
        return len(a) == len(b) and tuple(a[:-1]) == tuple(b[:-1]) and len(a[0]) > 1 and _near(a[-1], b[-1])
    one, two = (_without_middle(a), _without_middle(b)) if len(a) != len(b) else (tuple(a), tuple(b))
    return len(one) == len(two) and all(x == y or _initial(x, y) for x, y in zip(one, two, strict=True))


def _without_middle(words: Sequence[str]) -> tuple[str, ...]:
    """A name without middle initials: Joseph R. Biden as Joseph Biden."""
    return (words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1])


def _initial(a: str, b: str) -> bool:
    return a[0] == b[0] and min(len(a), len(b)) == 1


def _near(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= LEAST_LETTERS and JaroWinkler.similarity(a, b) >= LEAST_LIKENESS


def _may_join(a: Person, b: Person) -> bool:
    """Not where one article credits both, and another spelling of the surname needs company that both have.

    An article with both means two people, or spells one name in two ways, which is left alone.
    """
    return not a.articles & b.articles and (a.surname == b.surname or _share_story(a, b, least=1))


def _only_home(lone: Person, homes: Sequence[Person], together: _Groups) -> Person | None:
    """The only full name of the corpus with this surname, where the articles have something in common."""
    if len({together.root(p.source_id) for p in homes}) != 1 or all(p.surname != lone.words[0] for p in homes):
        return None
    return homes[0] if any(_share_story(lone, home) for home in homes) else None


def _share_story(a: Person, b: Person, least: int = LEAST_COMPANY) -> bool:
    """Whether both speak for one body, or `least` others speak beside both."""
    if a.affiliation is not None and a.affiliation == b.affiliation:
        return True
    return len(a.company & b.company - {a.source_id, b.source_id}) >= least
