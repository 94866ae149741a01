"""Whether two sentences that tell one number alike exchange a word that says of what: "questioned 17 dockers" and
"charged 17 dockers", "left 90 people homeless" and "left 90 people dead", "60 full-time jobs" and "60 part-time jobs".

Invariant: silent where a table takes one word for the other, and where more than that one place differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from audit.extract.figures.clauses import lemma
from audit.extract.figures.lexicon import GRAMMAR, predicates
from audit.figures_algebra.alignment import NUMBER, outline
from audit.lexicon import load_rules
from audit.lexicon.counts import is_near, news_stem, synonym_rows
from audit.records import Figure
from audit.text.parts_of_speech import ADJECTIVE, NOUN, PARTICIPLE, known_as, may_be


class Exchange(NamedTuple):
    """The words of either text that stand for each other, and the slot of the figure that they fill."""

    slot: str
    here: str
    there: str


class _Side(NamedTuple):
    """A text as words, one of them the mark of the figure, and the exchanged run `[first, last)` of it."""

    words: list[str]
    figure: Figure
    first: int
    last: int

    @property
    def run(self) -> list[str]:
        return self.words[self.first : self.last]

    @property
    def head(self) -> int:
        """The last word of what is counted, where it stands behind the figure; else the figure itself."""
        at = self.words.index(NUMBER)
        counted = _words(self.figure.counted or "")
        behind = self.words[at + 1 : at + 1 + len(counted)]
        return at + len(counted) if counted and behind == counted else at


def find_exchange(text_a: str, a: Figure, text_b: str, b: Figure) -> Exchange | None:
    """The one run of words at two figures that differs, with the same words around it; None where nothing is told."""
    one, two = ([word for word, _ in outline(text, [figure])] for text, figure in ((text_a, a), (text_b, b)))
    if NUMBER not in one or NUMBER not in two:
        return None
    steps = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    at = next((k for k, (tag, i, j, *_) in enumerate(steps) if tag == "equal" and i <= one.index(NUMBER) < j), -1)
    shared = sum(j - i for tag, i, j, *_ in steps if tag == "equal")
    for k in (at - 1, at + 1) if at >= 0 else ():
        if 0 <= k < len(steps) and _is_exchange(steps[k]) and _is_enclosed(steps, k, one):
            _, i, j, m, n = steps[k]
            if shared < _SHARED * max(len(one) - (j - i), len(two) - (n - m)):
                return None
            here, there = _Side(one, a, i, j), _Side(two, b, m, n)
            slot = _slot(here, there)
            if slot and not _stand_for(here.run, there.run):
                return Exchange(slot, " ".join(here.run), " ".join(there.run))
    return None


Step = tuple[str, int, int, int, int]
_SHARED = 0.6  # of the other words of the longer sentence
_FEW = 3  # words: "taken delivery of"


def _is_exchange(step: Step) -> bool:
    tag, i, j, m, n = step
    return tag == "replace" and max(j - i, n - m) <= _FEW


def _is_enclosed(steps: Sequence[Step], k: int, one: Sequence[str]) -> bool:
    """Whether the same words stand on both sides of a run, or both texts end behind it; `one`: words of the first."""
    beyond = k - 1 if k + 1 < len(steps) and NUMBER in one[steps[k + 1][1] : steps[k + 1][2]] else k + 1
    if 0 <= beyond < len(steps):
        return steps[beyond][0] == "equal"
    return beyond == len(steps)


def _slot(here: _Side, there: _Side) -> str | None:
    """What the exchanged words tell: what happened to the counted, or which of a kind are counted."""
    sides = (here, there)
    if all(side.words.index(NUMBER) < side.first for side in sides):
        if all(side.last <= side.head for side in sides):
            return "counted"
        told = all(
            side.first in (side.head + 1, side.words.index(NUMBER) + 1)
            and len(side.run) == 1
            and _describes(side.run[0])
            for side in sides
        )
        if told:
            return "predicate"
    near = all(
        side.last <= side.words.index(NUMBER) <= side.last + _NEAR or side.first <= side.head + _NEAR for side in sides
    )
    return "predicate" if near and all(map(_acts, sides)) and any(map(_governs, sides)) else None


_NEAR = 3  # words between a verb and its figure, or what that counts


def _describes(word: str) -> bool:
    """Whether a word behind the counted may tell what became of it."""
    return word not in GRAMMAR["function"] and (may_be(word, *ADJECTIVE) or may_be(word, *PARTICIPLE))


def _acts(side: _Side) -> bool:
    """Whether a run begins with a verb that tells what became of the counted, its figure's own where that is known."""
    at = next((k for k, word in enumerate(side.run) if word not in GRAMMAR["function"]), 0)
    first = side.run[at]
    if at + 1 < len(side.run) and side.run[at + 1] in GRAMMAR["function"]:
        return False  # "took on", "gunned down": no table tells what two words mean together
    own = _governs(side) if side.figure.predicate else lemma(first) != first
    return own and not known_as(first, NOUN) and lemma(first) not in _telling()


def _governs(side: _Side) -> bool:
    return (side.figure.predicate or "") in [lemma(word) for word in side.run]


@cache
def _telling() -> frozenset[str]:
    """Verbs that tell of a number, and not what became of the counted."""
    return GRAMMAR["measuring"] | frozenset(load_rules("comparison")["telling"]["words"])


def _stand_for(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether some word of either run may be meant by one of the other; function words tell nothing."""
    here, there = ([word for word in run if word not in GRAMMAR["function"]] for run in (one, two))
    return not (here and there) or any(_alike(a, b) for a in here for b in there)


def _alike(a: str, b: str) -> bool:
    """Whether two words say the same, by their stems, the classes of verbs or a thesaurus."""
    one, two = lemma(a), lemma(b)
    if one == two or news_stem(a) == news_stem(b) or b in _synonyms()[a] or two in _synonyms()[one]:
        return True
    here, there = (predicates().classes.get(word, frozenset()) for word in (one, two))
    if here and there:
        return here <= there or there <= here
    return is_near(one, two) or is_near(a, b)


@cache
def _synonyms() -> dict[str, set[str]]:
    """Words that say the same, by each of them."""
    index = defaultdict[str, set[str]](set)
    for row in synonym_rows():
        for word in row:
            index[word].update(row)
    return index


def _words(text: str) -> list[str]:
    return [word for word, _ in outline(text, ())]
