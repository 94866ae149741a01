"""One person, one source: spellings that differ from article to article lead to one id before anything is matched.

Invariant: unknown beats wrong. Two names become one only where nothing in either speaks against it and no third name
would fit as well; the outcome does not depend on the order of the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from audit.lazy import lazy
from audit.lexicon import load_rules

LEAST_LIKENESS = 0.93  # Jaro-Winkler of two spellings of one surname
LEAST_LETTERS = 6  # shorter surnames differ by a letter too easily
LEAST_COMPANY = 2  # sources that are named beside a lone surname and beside the full name
MOST_OF_BLOCK = 400  # names that share a block; more are compared by their exact parts alone
RULING_SHARE = 0.9  # of the articles that name somebody of a surname in full, for the surname alone to be hers
RIVAL_SHARE = 0.2  # of them that anybody else of the surname may hold
RULING_ARTICLES = 20  # that name her so
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True)
class Person:
    """A person: the name as words, what it speaks for, where it is named; `beside`: who is named in each article."""

    source_id: str
    name: str
    words: tuple[str, ...]
    affiliation: str | None
    articles: frozenset[str]
    beside: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)  # by article

    @lazy
    def company(self) -> frozenset[str]:
        """The people and organisations that are named in its articles, itself among them."""
        return frozenset[str]().union(*(self.beside.get(article, ()) for article in self.articles))

    @lazy
    def surname(self) -> str:
        """The last word of the name that is no generation ("jr")."""
        return next((w for w in reversed(self.words) if w not in GENERATIONS), self.words[-1])

    @lazy
    def is_full(self) -> bool:
        """Whether more than a surname is known."""
        return len([w for w in self.words if w not in GENERATIONS]) > 1


def merge_people(people: Iterable[Person]) -> dict[str, dict[str, str]]:
    """By reason, `spelling` or `surname`: source_id of each merged source, and of the one it is merged into."""
    ordered = sorted(people, key=_most_printed_first)
    together = _Groups(ordered)
    full = [p for p in ordered if p.is_full]
    for a, b in _spelling_pairs(full):
        together.join(a, b)
    spelled = together.merged()
    bearers = defaultdict[str, list[Person]](list)
    for person in full:
        for word in {person.words[0], person.surname}:
            bearers[word].append(person)
    for lone in (p for p in ordered if not p.is_full and len(p.surname) > 2):
        home = _only_home(lone, bearers[lone.surname], together)
        if home is not None:
            together.join(home, lone)
    everybody = together.merged()
    return {"spelling": spelled, "surname": {s: home for s, home in everybody.items() if s not in spelled}}


def _most_printed_first(person: Person) -> tuple[bool, bool, int, int, str, str]:
    """A full name before a lone word or an initial, then what most articles print, then the fuller."""
    initial = len(person.words[0]) == 1
    letters = sum(len(word) for word in person.words if len(word) > 1)
    return (not person.is_full, initial, -len(person.articles), -letters, person.name, person.source_id)


class _Groups:
    """Union-find over people; a group goes by its first member in the order given."""

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
        for initial in {person.words[0][0], *(name[0] for name in nicknames().get(person.words[0], ()))}:
            blocks[f"{initial} {person.surname[:3]}"].append(person)
    for _, block in sorted(blocks.items()):
        fits = [(a, b) for a, b in combinations(block[:MOST_OF_BLOCK], 2) if same_full_name(a.words, b.words)]
        yield from (pair for pair in fits if _unambiguous(pair, fits) and _may_join(*pair))


def _unambiguous(pair: tuple[Person, Person], fits: Sequence[tuple[Person, Person]]) -> bool:
    """Whether all names that fit either of the two fit each other: "J. Smith" is nobody between John and Jane."""
    around = {p.source_id: p for other in fits for p in other if set(_ids(other)) & set(_ids(pair))}
    known = {frozenset(_ids(other)) for other in fits}
    others = sorted(key for key, person in around.items() if not _spells_out(person, pair))
    return all(frozenset((a, b)) in known for a, b in combinations(others, 2))


def _spells_out(person: Person, pair: tuple[Person, Person]) -> bool:
    """Whether a name only spells out the middle initial that one of two otherwise equal names has ("Tor Ole Vint")."""
    lengths = {len(one.words) for one in pair}
    ends = {(one.words[0], one.words[-1]) for one in (person, *pair)}
    if person in pair or len(lengths) != 2 or len(ends) != 1:
        return False
    longer = max(pair, key=lambda one: len(one.words))
    return any(len(word) > 1 for word in person.words[1:-1]) and same_full_name(person.words, longer.words)


def _ids(pair: tuple[Person, Person]) -> tuple[str, str]:
    return pair[0].source_id, pair[1].source_id


@cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """Each given name with the short forms, or the full ones, that stand for it ("bob": robert)."""
    found = defaultdict[str, set[str]](set)
    for entry in load_rules("given_names")["short"]:
        for word in entry["words"]:
            found[word].add(entry["is"])
            found[entry["is"]].add(word)
    return {name: frozenset(others) for name, others in found.items()}


def same_full_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names are spellings of one: surname the same or nearly, given names equal or initials.

    A generation behind one of them makes two people of them ("Tor Vint", "Tor Vint Jr.").
    """
    if not (GENERATIONS.isdisjoint(a) and GENERATIONS.isdisjoint(b)):
        if GENERATIONS & set(a) != GENERATIONS & set(b):
            return False
        a, b = ([w for w in words if w not in GENERATIONS] for words in (a, b))
    if a[-1] != b[-1]:
        return len(a) == len(b) and a[:-1] == b[:-1] and len(a[0]) > 1 and _near(a[-1], b[-1])
    one, two = (_without_middle(a), _without_middle(b)) if len(a) != len(b) else (tuple(a), tuple(b))
    return len(one) == len(two) and all(x == y or _stands_for(x, y) for x, y in zip(one, two, strict=True))


def _without_middle(words: Sequence[str]) -> tuple[str, ...]:
    """A name without middle initials: Joseph R. Biden as Joseph Biden."""
    return (words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1])


def _stands_for(a: str, b: str) -> bool:
    """Whether one is an initial or a short form of the other."""
    return (a[0] == b[0] and min(len(a), len(b)) == 1) or b in nicknames().get(a, ())


def _near(a: str, b: str) -> bool:
    """Whether two surnames are nearly one; a longer one that goes on from the other is another name (Robert-son)."""
    if min(len(a), len(b)) < LEAST_LETTERS or abs(len(a) - len(b)) > 1 or a.startswith(b) or b.startswith(a):
        return False
    return JaroWinkler.similarity(a, b) >= LEAST_LIKENESS


def _may_join(a: Person, b: Person) -> bool:
    """Whether another surname, or another given name, is borne out by company that both have.

    An article with both surnames means two people; one with both forms of one name does not.
    """
    if a.surname != b.surname:
        return not a.articles & b.articles and _share_story(a, b, least=1)
    return _same_given(a.words[0], b.words[0]) or _share_story(a, b, least=1)


def _same_given(a: str, b: str) -> bool:
    return a == b or min(len(a), len(b)) == 1


def _only_home(lone: Person, bearers: Sequence[Person], together: _Groups) -> Person | None:
    """The full name that a surname alone means: one that nearly all articles name, or the only one and of one story."""
    homes = [p for p in bearers if p.surname == lone.surname]
    if not homes:
        return None
    ruling = _ruling(homes, together)
    if ruling is not None:
        return ruling
    if len({together.root(p.source_id) for p in bearers}) != 1:
        return None
    return homes[0] if any(_share_story(lone, home) for home in homes) else None


def _ruling(homes: Sequence[Person], together: _Groups) -> Person | None:
    """Who holds nearly all articles that name somebody of the surname in full."""
    held = defaultdict[str, set[str]](set)
    for person in homes:
        held[together.root(person.source_id)] |= person.articles
    (root, articles), *rivals = sorted(held.items(), key=lambda item: (-len(item[1]), item[0]))
    everywhere = len(set().union(*held.values()))
    if len(articles) < max(RULING_ARTICLES, RULING_SHARE * everywhere):
        return None
    if rivals and len(rivals[0][1]) > RIVAL_SHARE * everywhere:
        return None
    return next(p for p in homes if together.root(p.source_id) == root)


def _share_story(a: Person, b: Person, least: int = LEAST_COMPANY) -> bool:
    """Whether both speak for one body, or `least` others speak beside both."""
    if a.affiliation is not None and a.affiliation == b.affiliation:
        return True
    return len(a.company & b.company - {a.source_id, b.source_id}) >= least
