"""Two wordings side by side: which runs of words they share, and what the rest says about their relation.

Invariant: similarity finds, it never judges. Tiles are runs of equal words, no word lies in two tiles, and every
word outside them is part of exactly one edit; relations follow from the edits alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from audit.lexicon import load_rules
from audit.match.words import EDITOR, GAP, stem

LEAST_TILE = 3  # shorter runs are chance until they fill a gap between longer ones
MOST_PLACES = 16  # a run of words that stands more often in one text than this seeds nothing
MOST_TILES = 200
MOST_CELLS = 1_000_000  # a gap of more words by words stays one edit
SILENT_SPLICE = 4  # words left out in the middle without an ellipsis: fewer are an edit
FRAGMENT = 7  # words: what is left of a longer quote is called a fragment up to this length
EXPLAINED = 3  # words that a bracket may stand for
MARKS = frozenset({GAP, EDITOR})

SERIOUSNESS = (
    "misattributed", "negation_changed", "figure_changed", "spliced", "reordered", "substituted", "inflected",
    "retranslated", "truncated", "fragment", "typography", "exact",
)  # fmt: skip
"""Relations of two quotes, most serious first."""


class Tile(NamedTuple):
    """`size` equal words, from `a` in the first and `b` in the second."""

    a: int
    b: int
    size: int


class Edit(NamedTuple):
    """Words of the first that stand as other words in the second; `outer` where it lies before or after all tiles."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    outer: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """`tiles` in the order of both texts, `moved` those that stand elsewhere, `edits` the words in none of them."""

    tiles: tuple[Tile, ...]
    moved: tuple[Tile, ...]
    edits: tuple[Edit, ...]

    @property
    def matched(self) -> int:
        """Words in tiles."""
        return sum(tile.size for tile in (*self.tiles, *self.moved))


def align(a: Sequence[str], b: Sequence[str]) -> Alignment:
    """Tiles and edits of two lists of words; near-linear in their length."""
    found = tile(a, b)
    kept = in_order(found)
    moved = tuple(t for t in found if t not in kept) if len(kept) < len(found) else ()
    free_a, free_b = _outside(len(a), [(t.a, t.size) for t in moved]), _outside(len(b), [(t.b, t.size) for t in moved])
    tiles, edits = list(kept), []
    for gap in _gaps(kept, len(a), len(b)):
        small, changed = _settle(a, b, [i for i in gap.a if free_a[i]], [j for j in gap.b if free_b[j]], gap.side)
        tiles += small
        edits += changed
    return Alignment(tuple(sorted(tiles)), moved, tuple(edits))


def tile(a: Sequence[str], b: Sequence[str], least: int = LEAST_TILE) -> list[Tile]:
    """Greedy string tiling: the longest shared runs first, no word twice."""
    if tuple(a) == tuple(b):
        return [Tile(0, 0, len(a))] if a else []
    least = max(1, min(least, len(a), len(b)))
    free_a, free_b = bytearray(b"\x01" * len(a)), bytearray(b"\x01" * len(b))
    taken: list[Tile] = []
    for run in sorted(_runs(a, b, least), key=lambda t: (-t.size, t.a, t.b))[: 10 * MOST_TILES]:
        for part in _free_parts(run, free_a, free_b, least):
            free_a[part.a : part.a + part.size] = bytes(part.size)
            free_b[part.b : part.b + part.size] = bytes(part.size)
            taken.append(part)
    return sorted(taken, key=lambda t: (-t.size, t.a, t.b))[:MOST_TILES]


def _runs(a: Sequence[str], b: Sequence[str], least: int) -> Iterator[Tile]:
    """Every shared run of at least `least` words that cannot be made longer."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - least + 1):
        places[tuple(b[j : j + least])].append(j)
    for i in range(len(a) - least + 1):
        starts = places.get(tuple(a[i : i + least]), ())
        for j in starts if len(starts) <= MOST_PLACES else ():
            if not (i and j and a[i - 1] == b[j - 1]):
                yield Tile(i, j, _shared_length(a, b, i, j))


def _shared_length(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    most = min(len(a) - i, len(b) - j)
    return next((n for n in range(most) if a[i + n] != b[j + n]), most)


def _free_parts(run: Tile, free_a: bytearray, free_b: bytearray, least: int) -> list[Tile]:
    """The stretches of a run that no earlier tile has taken."""
    parts, start = [], None
    for n in range(run.size + 1):
        if n < run.size and free_a[run.a + n] and free_b[run.b + n]:
            start = n if start is None else start
        elif start is not None:
            if n - start >= least:
                parts.append(Tile(run.a + start, run.b + start, n - start))
            start = None
    return parts


def in_order(tiles: Sequence[Tile]) -> tuple[Tile, ...]:
    """The heaviest chain of tiles that stand in the same order in both texts."""
    ordered = sorted(tiles)
    best: list[tuple[int, int]] = []  # weight of the best chain that ends here, and its last tile but one
    for n, t in enumerate(ordered):
        before = [(best[m][0], -m) for m in range(n) if ordered[m].b < t.b]
        weight, back = max(before, default=(0, 1))
        best.append((weight + t.size, -back))
    chain, at = [], max(range(len(best)), key=lambda n: (best[n][0], -n), default=-1)
    while at >= 0:
        chain.append(ordered[at])
        at = best[at][1]
    return tuple(reversed(chain))


class _Gap(NamedTuple):
    """The words between two tiles; `side` is -1 before the first, 1 after the last, 0 between."""

    a: range
    b: range
    side: int


def _gaps(kept: Sequence[Tile], end_a: int, end_b: int) -> Iterator[_Gap]:
    at_a = at_b = 0
    for n, t in enumerate(kept):
        yield _Gap(range(at_a, t.a), range(at_b, t.b), 0 if n else -1)
        at_a, at_b = t.a + t.size, t.b + t.size
    yield _Gap(range(at_a, end_a), range(at_b, end_b), 1)


def _outside(length: int, taken: Sequence[tuple[int, int]]) -> bytearray:
    free = bytearray(b"\x01" * length)
    for start, size in taken:
        free[start : start + size] = bytes(size)
    return free


def _settle(
    a: Sequence[str], b: Sequence[str], gap_a: list[int], gap_b: list[int], side: int
) -> tuple[list[Tile], list[Edit]]:
    """Single equal words of a gap become tiles, the rest edits; far ends that only one text has are outer."""
    if side and gap_a and gap_b:
        (gap_a, far_a), (gap_b, far_b) = _near(gap_a, len(gap_b), side), _near(gap_b, len(gap_a), side)
        ends = [Edit(tuple(a[i] for i in far_a), tuple(b[j] for j in far_b), True)] if far_a or far_b else []
        tiles, edits = _settle(a, b, gap_a, gap_b, 0)
        return tiles, [*ends, *edits] if side < 0 else [*edits, *ends]
    words_a, words_b = tuple(a[i] for i in gap_a), tuple(b[j] for j in gap_b)
    if not 0 < len(words_a) * len(words_b) <= MOST_CELLS:
        return [], [Edit(words_a, words_b, bool(side))] if words_a or words_b else []
    equal = _equal(words_a, words_b)
    return [Tile(gap_a[i], gap_b[j], 1) for i, j in equal], list(_between(words_a, words_b, equal))


def _equal(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[int, int]]:
    """Places of the words that stay where as few words as can be are put in, left out or replaced."""
    kept = (op for op in Levenshtein.opcodes(a, b) if op.tag == "equal")
    return [(op.src_start + n, op.dest_start + n) for op in kept for n in range(op.src_end - op.src_start)]


def _near(gap: list[int], other: int, side: int) -> tuple[list[int], list[int]]:
    """The part of an outer gap beside the tiles, at most two words longer than the other's, and the rest."""
    size = other + 2
    if len(gap) <= size:
        return gap, []
    return (gap[-size:], gap[:-size]) if side < 0 else (gap[:size], gap[size:])


def _between(words_a: tuple[str, ...], words_b: tuple[str, ...], equal: list[tuple[int, int]]) -> Iterator[Edit]:
    at_a = at_b = 0
    for i, j in [*equal, (len(words_a), len(words_b))]:
        if i > at_a or j > at_b:
            yield Edit(words_a[at_a:i], words_b[at_b:j], False)
        at_a, at_b = i + 1, j + 1


def relations(a: Sequence[str], b: Sequence[str], alignment: Alignment) -> set[str]:
    """What the edits say of two wordings, apart from their marks and letters; empty where no word differs."""
    found = {name for edit in alignment.edits for name in _judge(edit)}
    if sum(_content(a[t.a : t.a + t.size]) >= 2 for t in alignment.moved):
        found.add("reordered")
    if "cut" in found:
        found = found - {"cut"} | {"fragment" if min(_content(a), _content(b)) <= FRAGMENT else "truncated"}
    return found


def _judge(edit: Edit) -> Iterator[str]:
    marked = GAP in edit.a or GAP in edit.b
    a, b = tuple(w for w in edit.a if w not in MARKS), tuple(w for w in edit.b if w not in MARKS)
    explained = EDITOR in edit.a or EDITOR in edit.b
    if not (a or b) or (explained and max(len(a), len(b)) <= EXPLAINED):
        return
    one_sided = not (a and b)
    if one_sided and edit.outer:
        yield "cut"
    elif (one_sided and marked) or abs(len(a) - len(b)) >= SILENT_SPLICE:
        yield "spliced"
    else:
        yield from _judge_change(a, b)


def _judge_change(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[str]:
    """A small change in the middle."""
    a, b = _plain(a), _plain(b)
    if a == b:
        return
    if _figures_differ(numbers(a), numbers(b)):
        yield "figure_changed"
    elif negations(a) != negations(b):
        yield "negation_changed"
    elif len(a) == len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=True)):
        yield "inflected"
    else:
        yield "substituted"


def same_word(a: str, b: str) -> bool:
    """Whether one word is an inflection of the other."""
    return bool(_groups(a) & _groups(b)) or (min(len(a), len(b)) >= 4 and _verb(a) == _verb(b))


def _verb(word: str) -> str:
    return stem(word).rstrip("e")


@cache
def _inflections() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(load_rules("inflections")["groups"]):
        for word in group["words"].split():
            table[word].add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}


def _groups(word: str) -> frozenset[int]:
    return _inflections().get(word, frozenset())


@cache
def _negation_words() -> frozenset[str]:
    return frozenset(entry["word"] for entry in load_rules("negations")["words"])


def negations(words: Sequence[str]) -> int:
    """How many words turn the statement round."""
    return sum(word in _negation_words() for word in words)


@cache
def _number_words() -> dict[str, str]:
    return {entry["word"]: str(entry["value"]) for entry in load_rules("plain_numbers")["words"]}


def _plain(words: Sequence[str]) -> tuple[str, ...]:
    """Number words as numerals."""
    return tuple(_number_words().get(word, word).replace(",", "") for word in words)


def numbers(words: Sequence[str]) -> list[str]:
    """The numerals, in their order; number words are read as numerals first, "ten thousand" as one."""
    found: list[str] = []
    last = -2
    for place, word in enumerate(_plain(words)):
        if word[0].isdigit():
            joined = last == place - 1 and _is_magnitude(word) and found[-1].isdecimal() and int(found[-1]) < int(word)
            found = [*found[:-1], str(int(found[-1]) * int(word))] if joined else [*found, word]
            last = place
    return found


def _is_magnitude(word: str) -> bool:
    """Whether a numeral multiplies what stands before it."""
    return word in {"100", "1000"} or (word.isdecimal() and word.rstrip("0") == "1" and len(word) > 6)


def _figures_differ(a: list[str], b: list[str]) -> bool:
    """A "one" that comes or goes is a pronoun more often than a figure."""
    return (a != b and [n for n in a if n != "1"] != [n for n in b if n != "1"]) or bool(a and b and a != b)


def _content(words: Sequence[str]) -> int:
    return sum(word not in MARKS for word in words)
