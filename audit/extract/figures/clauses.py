"""What happened to the counted, and how real it is. Invariant: looks only inside the clause of the figure."""

from __future__ import annotations

from audit.extract.figures.lexicon import predicates
from audit.extract.figures.tokens import MARK, WORD, Tokens
from audit.records import Modality

_BREAK = frozenset(',;:()[]—–"“”.!?')
_AUXILIARY = frozenset(
    ["is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "do", "does", "did"]
)
_OBJECT_STOP = frozenset(("that", "who", "which", "and", "but", "while", "as", "after", "before", "because"))
_REACH = 14


def find_predicate(tokens: Tokens, first: int, last: int) -> tuple[str | None, int]:
    """The lemma of the verb of a figure whose noun phrase is `[first, last)`, and the verb's token (-1 for none)."""
    for rule in (_after, _before, _noun):
        found = rule(tokens, first, last)
        if found >= 0:
            return _lemma(tokens.lows[found]), found
    return None, -1


def _lemma(low: str) -> str:
    """The dictionary form, or the bare form of a regular participle."""
    table = predicates().lemmas
    if low in table:
        return table[low]
    return low[:-1] if low.endswith("ed") and low[:-1] in table else low


def _after(tokens: Tokens, first: int, last: int) -> int:
    """The verb group right of the phrase: the last participle of "have already been sent"."""
    found, auxiliary, j = -1, False, last
    while j < min(tokens.size, last + _REACH):
        low = tokens.lows[j]
        if tokens.kinds[j] == MARK and (low in _BREAK or found >= 0):
            break
        if low in _AUXILIARY:
            if found >= 0 and not auxiliary:
                break
            auxiliary = True
        elif _verbal(tokens, j, auxiliary):
            return _killed_or_wounded(tokens, j)
        elif low in ("in", "at", "on", "from", "for", "by", "of", "with", "during") or (
            low in _OBJECT_STOP and not _relative(tokens, j)
        ):
            if not _later_verb(tokens, j):
                break
        j += 1
    return found


def _later_verb(tokens: Tokens, j: int) -> bool:
    """Whether an auxiliary follows within a short prepositional phrase: "troops in the east were sent"."""
    return any(low in _AUXILIARY for low in tokens.lows[j + 1 : j + 5]) and not set(tokens.lows[j + 1 : j + 5]) & _BREAK


def _relative(tokens: Tokens, j: int) -> bool:
    return tokens.lows[j] in ("who", "that", "which")


def _killed_or_wounded(tokens: Tokens, j: int) -> int:
    """The verb itself; "killed or wounded" is one predicate and is named by its second half's class elsewhere."""
    return j


def _verbal(tokens: Tokens, j: int, auxiliary: bool) -> bool:
    """Whether token `j` is a verb form here: listed, or a participle after an auxiliary."""
    low = tokens.lows[j]
    if tokens.kinds[j] != WORD or tokens.words[j][0].isupper():
        return False
    return low in predicates().lemmas or (auxiliary and low.endswith(("ed", "en")) and len(low) > 4)


def _before(tokens: Tokens, first: int, last: int) -> int:
    """The nearest verb on the left that may take the figure as its object."""
    for j in range(first - 1, max(-1, first - _REACH), -1):
        low = tokens.lows[j]
        if tokens.kinds[j] == MARK and low in _BREAK and low not in ("“", "”", '"'):
            break
        if _verbal(tokens, j, tokens.low(j - 1) in _AUXILIARY):
            return j
    return -1


def _noun(tokens: Tokens, first: int, last: int) -> int:
    """A noun that names what happened: "losses of 10,000 men"."""
    for j in range(max(0, first - 4), min(tokens.size, last)):
        if tokens.lows[j] in predicates().nouns:
            return j
    return -1


def find_modality(tokens: Tokens, first: int, last: int, verb: int) -> Modality:
    """Denied, possible or planned by a word of the clause, else done."""
    low, high = _clause(tokens, first, last, verb)
    words = tokens.lows[low:high]
    kinds = {_kind(tokens, low + k, first) for k, word in enumerate(words) if word in predicates().modality}
    for kind in (Modality.DENIED, Modality.POSSIBLE, Modality.PLANNED):
        if kind in kinds:
            return kind
    return Modality.DONE


def _kind(tokens: Tokens, j: int, first: int) -> Modality | None:
    """The modality of a word where it stands; "to" counts only before a verb, "no" only not in "no fewer"."""
    low = tokens.lows[j]
    if low == "to":
        planned = _bare_verb(tokens, j + 1) and tokens.low(j - 1) in ("are", "is", "were", "was", "yet", "still")
        return Modality.PLANNED if planned else None
    if low == "about":
        return Modality.PLANNED if tokens.low(j + 1) == "to" else None
    if low in ("set", "due", "going", "ready") and tokens.low(j + 1) not in ("to",):
        return None
    if low in ("no", "not") and tokens.low(j + 1) in (
        "fewer",
        "less",
        "more",
        "only",
        "just",
        "single",
        "a",
        "yet",
        "later",
    ):
        return None
    return predicates().modality[low]


def _bare_verb(tokens: Tokens, j: int) -> bool:
    """A verb in its bare form."""
    low = tokens.low(j)
    return low == "be" or predicates().lemmas.get(low) == low


def _clause(tokens: Tokens, first: int, last: int, verb: int) -> tuple[int, int]:
    """The clause around the phrase: out to the next mark or conjunction on either side."""
    low, high = first, last
    while low > 0 and not _edge(tokens, low - 1) and first - low < _REACH:
        low -= 1
    while high < tokens.size and not _edge(tokens, high) and high - last < _REACH:
        high += 1
    return low, max(high, verb + 1)


def _edge(tokens: Tokens, j: int) -> bool:
    """A clause ends at a mark or at a conjunction."""
    return tokens.lows[j] in _BREAK or tokens.lows[j] in (
        "and",
        "but",
        "while",
        "who",
        "which",
        "because",
        "after",
        "before",
    )
