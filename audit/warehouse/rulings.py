"""Where a ruling stands: on what it names, on what has the same words now, or on nothing that is here.

Invariant: no ruling is dropped. What goes by another id is found again by the ids that it could have had and by the
words that were ruled on, where one thing alone has them; else the ruling is an orphan until its subject comes back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.ids import stable_id
from audit.warehouse.database import Warehouse, read_sql

EXACT, MOVED, ORPHANED = "exact", "moved", "orphaned"
_MARKS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Subjects:
    """All of a kind that may be ruled on: their ids; the words of one, as `content_key`; ids that they could have had.

    The last two are asked only where a ruling needs them.
    """

    ids: Collection[str]
    key_of: Callable[[str], str]
    former: Callable[[], Mapping[str, str]] = dict


@dataclass(frozen=True, slots=True)
class State:
    """A row of `ruling_states`."""

    decision_id: str
    state: str
    subject_id: str | None
    note: str | None
    content_key: str | None


@dataclass(frozen=True, slots=True)
class _Given:
    """A ruling: what it names, the words that it was given on, and where the run before found it, by which words."""

    decision_id: str
    subject_id: str
    told: str | None
    stood_on: str | None
    seen: str | None


def content_key(kind: str, relation: str, said: Iterable[str]) -> str:
    """What is ruled on, by its words alone: they stay where an edit moves their places."""
    return stable_id("content", kind, relation, *(" ".join(_MARKS.sub(" ", text).casefold().split()) for text in said))


def place_rulings(warehouse: Warehouse, kind: str, subjects: Callable[[], Subjects]) -> None:
    """Say of every ruling on a kind where it stands; the view `rulings` goes by that from here on.

    Where nothing was ruled on, nobody asks for the subjects.
    """
    given = [_Given(*row) for row in warehouse.query(read_sql(__package__, "rulings_to_place"), [kind])]
    warehouse.run(read_sql(__package__, "forget_states"), {"kind": kind})
    if given:
        warehouse.insert("ruling_states", _states(kind, given, subjects()))


def _states(kind: str, given: Sequence[_Given], subjects: Subjects) -> Iterator[State]:
    held, lost = set(subjects.ids), [one for one in given if one.subject_id not in subjects.ids]
    former = subjects.former() if lost else {}
    alike = _alike(held, subjects.key_of) if lost else {}
    for one in given:
        if one.subject_id in held:
            yield State(one.decision_id, EXACT, one.subject_id, None, one.told or subjects.key_of(one.subject_id))
        else:
            yield _found_again(kind, one, held, former, alike)


def _alike(held: Iterable[str], key_of: Callable[[str], str]) -> Mapping[str, Sequence[str]]:
    """The ids of the subjects by their words."""
    found = defaultdict[str, list[str]](list)
    for subject in sorted(held):
        found[key_of(subject)].append(subject)
    return found


def _found_again(
    kind: str, one: _Given, held: Collection[str], former: Mapping[str, str], alike: Mapping[str, Sequence[str]]
) -> State:
    words = one.told or one.seen
    same = list(dict.fromkeys(found for key in (one.told, one.seen) if key for found in alike.get(key, ())))
    stood = one.stood_on if one.stood_on in held else None
    where = former.get(one.subject_id) or (same[0] if len(same) == 1 else stood)
    if where is not None:
        return State(one.decision_id, MOVED, where, f"{one.subject_id} goes by another id now", words)
    why = f"no {kind} has this id" + (", nor one alone the words that were ruled on" if words else "")
    return State(one.decision_id, ORPHANED, None, why, words)
