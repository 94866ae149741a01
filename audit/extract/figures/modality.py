"""How real it is what is told of a figure: done, possible, planned or denied.

Invariant: looks only inside the clause of the figure, a bounded way.
"""

from __future__ import annotations

from functools import cache

from audit.extract.figures.governors import modality_around, modality_over
from audit.extract.figures.lexicon import GRAMMAR, in_short_form, predicates
from audit.extract.figures.own_verb import Told
from audit.lexicon import load_rules
from audit.records import Modality
from audit.text.parts_of_speech import BASE, GERUND, MODAL, NOUNS, PARTICIPLE, TO, VERBS
from audit.text.tokens import Tokens

_BREAK = frozenset(',;:()[]—–"“”.!?')
_REACH = 14
_PARTICIPLES = frozenset(GERUND + PARTICIPLE)
_HANGS_ON = frozenset(BASE + GERUND)


def find_modality(tokens: Tokens, first: int, last: int, verb: int, *, own: bool, told: Told) -> Modality:
    """Denied, possible or planned by a word between figure and verb, or of the clause before the figure; else by what
    stands over the verb, if it is the figure's `own`, or around the figure; else done."""
    if _denied_before(tokens, first) or _denied_behind(tokens, last, verb):
        return Modality.DENIED
    found = _between(tokens, first, last, verb, own=own)
    if found is None and (own or verb < 0):
        found = modality_over(tokens, first, verb, lasting=told.lasting)
    if found is None and verb < 0 and tokens.class_of(last) == MODAL:
        found = _of_helper(tokens, last)
    if found is None and not own:
        found = modality_around(tokens, told.first)
    return found or Modality.DONE


def _of_helper(tokens: Tokens, k: int) -> Modality | None:
    """What the helper at token `k` tells of its subject, where nothing else does: "5 boats may not be enough"."""
    denied = tokens.low[k + 1] in GRAMMAR["negation"]
    return Modality.DENIED if denied else predicates().modality.get(tokens.low[k])


def _denied_behind(tokens: Tokens, last: int, verb: int) -> bool:
    """Whether a participle behind the phrase that ends before token `last` is denied: "20 clerks not getting it"."""
    return last < verb and tokens.low[verb - 1] in GRAMMAR["negation"] and tokens.class_of(verb) in _PARTICIPLES


def _between(tokens: Tokens, first: int, last: int, verb: int, *, own: bool) -> Modality | None:
    """What a word between figure and verb, or of the clause before the figure, tells; None for nothing."""
    telling = predicates().modality
    if telling.keys().isdisjoint(tokens.lows[max(0, first - _REACH) : max(first, verb + 1)]):
        return None
    left = _clause_start(tokens, first)
    window = range(last, verb + 1) if verb >= last else range(left if verb >= 0 else max(left, first - 4), first)
    told = [j for j in (*window, *range(left, first)) if tokens.lows[j] in telling and not _named(tokens, j, verb)]
    done = verb if own and verb >= last and _is_act(tokens, verb) else -1
    kinds = {
        kind
        for j in told
        if ((kind := _kind(tokens, j)) is Modality.DENIED and _denies(tokens, j, first, verb))
        or (kind is not Modality.DENIED and j in window and j != done)
    }
    for kind in (Modality.DENIED, Modality.POSSIBLE, Modality.PLANNED):
        if kind in kinds:
            return kind
    return None


def _denies(tokens: Tokens, j: int, first: int, verb: int) -> bool:
    """Whether the denial at token `j` is of the verb, which it is not itself ("rejected 5 boats"): of "did not excuse
    what he sold", "not on the list of 5 men seen" it is another's."""
    if j == verb:
        return False
    if verb < 0 or j > verb:
        return True
    chained = verb < first and tokens.class_of(verb) in _HANGS_ON
    passed = range(j + 1, min(verb, first))
    if verb > first and NOUNS & {*map(tokens.class_of, passed)} and tokens.low[first - 1] in GRAMMAR["of"]:
        return False
    told_so = verb < first or tokens.class_of(verb) == PARTICIPLE  # "not see 20 boats sunk"
    return chained or not any(_ends_denial(tokens, k, told_so=told_so) for k in passed)


def _is_act(tokens: Tokens, verb: int) -> bool:
    """Whether to have decided or vowed something is itself what was done: "20 clerks decided to leave"."""
    return tokens.lows[verb] in GRAMMAR["act of will"]


def _ends_denial(tokens: Tokens, k: int, *, told_so: bool) -> bool:
    """Whether a token is a verb that takes the denial before it from all that follows: none that only leads to another
    verb ("not going to be sold", `told_so` "did not get it sold") or to what is held ("did not mean that he sold")."""
    if tokens.class_of(k) not in VERBS or tokens.low[k] in GRAMMAR["auxiliary"] or tokens.class_of(k + 1) == TO:
        return False
    return tokens.low[k] not in GRAMMAR["holding"] and not (told_so and tokens.low[k] in GRAMMAR["getting"])


def _named(tokens: Tokens, j: int, verb: int) -> bool:
    """Whether a telling word is a noun before the verb, by which it is not: "the plan cost $5"."""
    return j < verb and tokens.class_of(j) in NOUNS


def _denied_before(tokens: Tokens, first: int) -> bool:
    """ "$8,200, not $31,000", "rather than 26,000": the number that is wrong."""
    for words in _instead().get(tokens.low[first - 1], ()):
        start = first - len(words)
        if start > 0 and tokens.lows[start:first] == words:
            return tokens.low[start - 1] not in GRAMMAR["auxiliary"]
    return False


@cache
def _instead() -> dict[str, list[list[str]]]:
    """The phrases before a number that is wrong, by their last word."""
    index: dict[str, list[list[str]]] = {}
    for words in map(str.split, sorted(GRAMMAR["instead"])):
        index.setdefault(words[-1], []).append(words)
    return index


def _kind(tokens: Tokens, j: int) -> Modality | None:
    """The modality of a word where it stands; "to" counts only in "are to come", "set" only before "to"."""
    low = tokens.lows[j]
    if low in GRAMMAR["to"]:
        planned = _bare_verb(tokens, j + 1) and tokens.low[j - 1] in GRAMMAR["planned after"]
        return Modality.PLANNED if planned else None
    kind = predicates().modality.get(low)
    if low in _months() and tokens.capital(j) and not tokens.titled():
        return None  # "in May"
    if low in GRAMMAR["negation"] and tokens.low[j + 1] in GRAMMAR["no denial before"]:
        return None
    if low in GRAMMAR["before to"] and tokens.low[j + 1] not in GRAMMAR["to"]:
        return None
    if kind is Modality.DENIED and low in GRAMMAR["negation"] and tokens.low[j - 1] not in GRAMMAR["auxiliary"]:
        return None if not low.endswith(("n't", "n’t")) else kind
    return kind


@cache
def _months() -> frozenset[str]:
    return frozenset(load_rules("masks")["year"]["months"])


def _bare_verb(tokens: Tokens, j: int) -> bool:
    """A verb in its bare form."""
    low = tokens.low[j]
    return low in GRAMMAR["bare be"] or predicates().lemmas.get(low) == low


def _clause_start(tokens: Tokens, first: int) -> int:
    """The token after the last mark or conjunction before the phrase."""
    start, edges, lows = first, _edges(), tokens.lows
    while start > 0 and first - start < _REACH and (lows[start - 1] not in edges or in_short_form(tokens, start - 1)):
        start -= 1
    return start


@cache
def _edges() -> frozenset[str]:
    """A clause ends at a mark or at a conjunction; "that" carries a denial over."""
    return _BREAK | (GRAMMAR["conjunction"] - GRAMMAR["carries denial"])


def is_edge(tokens: Tokens, k: int) -> bool:
    """Whether a clause ends before what follows token `k`: at a mark or a conjunction, "that" too."""
    low = tokens.lows[k]
    return (low in _BREAK and not in_short_form(tokens, k)) or low in GRAMMAR["conjunction"]
