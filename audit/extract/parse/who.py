"""Who says it: the subject of a verb, found along the dependencies.

Invariant: the answer is a phrase of the sentence; where the sentence names nobody it is None.
"""

from __future__ import annotations

from audit.extract.parse.tree import Tree
from audit.records import Span

LONGEST_TAIL = 8
"""Words of a name behind its head ("a spokesman for the city of Marrow")."""

FARTHEST = 6
"""Verbs passed on the way to a subject; what is farther away is a guess."""

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"})


def who_says_at(tree: Tree, cue: Span) -> Span | None:
    """The speaker of the verb that stands at a cue."""
    verb = next((i for i in reversed(tree.inside(cue)) if tree.verbal(i)), None)
    return who_says(tree, verb) if verb is not None and not tree.passive(verb) else None


def who_says(tree: Tree, verb: int, steps: int = FARTHEST) -> Span | None:
    """The phrase that names the speaker of a verb in the active voice."""
    subject = _subject(tree, verb)
    if subject is not None:
        return _modified(tree, verb) if tree.low[subject] in tree.words("relatives") else name_at(tree, subject)
    head = tree.tokens[verb].head
    if head == verb or not steps:
        return None
    if tree.is_a(verb, "modifier"):
        return _modified(tree, verb)
    if tree.is_a(verb, "open_clause"):
        return _controller(tree, verb, head, steps)
    if tree.is_a(verb, "coordinated") or tree.is_a(verb, "adverbial"):
        return _of_governor(tree, head, steps)
    return None


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject; also a name that hangs on the verb as if it were a time ("Holm, though, said")."""
    found = tree.child(verb, "subject")
    if found is None and tree.children[verb] and not tree.is_a(verb, "open_clause"):
        first = tree.children[verb][0]
        if first < verb and tree.tokens[first].pos == "PROPN" and tree.is_a(first, "loose"):
            return first
    return found


def _of_governor(tree: Tree, head: int, steps: int) -> Span | None:
    """The subject of the verb above, past a preposition that hangs on it ("by saying"); none past a noun."""
    if not tree.verbal(head) and tree.is_a(head, "preposition"):
        link, head = head, tree.tokens[head].head
        quoted = tree.child(head, "object")
        if tree.low[link] in tree.words("as") and quoted is not None:
            return name_at(tree, quoted)  # "quoted Lee as saying"
    if tree.low[head] in tree.words("citing"):
        return None  # "quoted Lee saying": whoever quotes says nothing
    if not tree.verbal(head) or tree.passive(head):
        return None
    return who_says(tree, head, steps - 1)


def _controller(tree: Tree, verb: int, head: int, steps: int) -> Span | None:
    """Who is to say it: the object of the verb above ("forced Lee to admit"), else its subject ("began to say")."""
    if tree.tokens[head].pos == "AUX":
        return None  # "the aim is to tell"
    asked = tree.child(head, "object")
    if asked is None:
        asked = next(
            (o for c in tree.children[head] if tree.low[c] in tree.words("hearer") for o in tree.children[c]), None
        )
    if asked is not None and asked < verb:
        return name_at(tree, asked)
    return None if tree.passive(head) else who_says(tree, head, steps - 1)


def _modified(tree: Tree, verb: int) -> Span | None:
    """The noun that a relative clause or a participle belongs to; of a letter or tweet, whoever sends it."""
    noun = tree.tokens[verb].head
    if tree.low[noun] in tree.words("things"):
        return giver_of(tree, noun) or name_at(tree, noun)
    return name_at(tree, noun)


def maker_of(tree: Tree, noun: int) -> Span | None:
    """Whose claim it is: its owner's, or that of the subject of a verb that makes it."""
    if tree.child(noun, "owner") is None:
        verb = tree.tokens[noun].head
        if tree.low[verb] not in tree.words("making") or not tree.is_a(noun, "object"):
            return None
    return giver_of(tree, noun)


def giver_of(tree: Tree, noun: int) -> Span | None:
    """Who sends or gives a thing: its owner, or the subject of the verb that it hangs on."""
    owner = tree.child(noun, "owner")
    if owner is not None:
        return name_at(tree, owner)
    for below, at in zip((noun, *tree.above(noun)), tree.above(noun), strict=False):
        if tree.is_a(below, "subject") or tree.is_a(below, "passive_subject"):
            return None
        if tree.verbal(at):
            return None if tree.passive(at) else who_says(tree, at, 2)
    return None


def name_at(tree: Tree, head: int) -> Span | None:
    """The noun phrase of a head, without what only stands beside it; None for a word that names nobody."""
    named = tree.tokens[head].pos in _NOMINAL or tree.text[tree.tokens[head].start].isupper()
    if not named or tree.low[head] in tree.words("nobody") or tree.in_marks(head):
        return None
    beside = [c for c in tree.children[head] if tree.tokens[c].dep in tree.labels("beside_name")]
    kept = set(tree.below(head, beside))
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept and last - head < LONGEST_TAIL and tree.low[last + 1][0].isalnum():
        last += 1
    return tree.span(first, last)
