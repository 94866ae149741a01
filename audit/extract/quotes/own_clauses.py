"""Where the article goes on in its own words inside what seems to be said: a line and an item range to an item.

"Holm said it was shut, but the gate stood open": the second clause may be the article's, and is given to nobody.

Invariant: what is cut off begins with a conjunction, a relative or a dash; what is left holds the words before it.
"""

from __future__ import annotations

from audit.extract.quotes.content_bounds import Range, opens_clause
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import is_word
from audit.text.parts_of_speech import ADVERB, PARTICIPLE, PAST, THIRD, has_word_classes, known_as, may_be


def own_first(line: Line, content: Range) -> int:
    """Where the words of a content end that are said: before a clause or a verb that is the article's."""
    first, stop = content
    if not has_word_classes(line.grammar.language):
        return stop
    ends = (_before_own(line, content, i) for i in range(first + 1, stop - 1))
    return next((end for end in ends if end is not None), stop)


def _before_own(line: Line, content: Range, at: int) -> int | None:
    """Before item `at`, and the stop before it, where the article's own words begin there."""
    word, grammar, stop = line.low[at], line.grammar, content[1]
    set_off = not is_word(line, at - 1) and line.low[at - 1] is not MARKED
    if set_off and word in grammar.counter_joins and _opens(line, at + 1, stop):
        return at - 1
    if word in DASHES and _judges(line, at + 1, stop):
        return at
    if set_off and word in grammar.possessive_relatives and all(is_word(line, i) for i in range(at, stop)):
        return at - 1
    return at - set_off if word in grammar.coordinated_after and _goes_on_telling(line, content, at) else None


def _opens(line: Line, at: int, stop: int) -> bool:
    """Whether a clause with a subject of its own begins at an item ("the gate was open", "she had left")."""
    if line.low[at] in line.grammar.third_persons:
        return at + 1 < stop and _is_finite(line, at + 1)
    return opens_clause(line, at, stop)


def _judges(line: Line, at: int, stop: int) -> bool:
    """Whether behind a dash the article says what it thinks of it all ("— a notion that few share")."""
    led = at + 2 < stop and line.low[at] in line.grammar.indefinite
    return led and line.low[at + 2] in line.grammar.complementizers


def _goes_on_telling(line: Line, content: Range, join: int) -> bool:
    """Whether a verb behind a conjunction has no fellow among the words before it ("said no and left")."""
    verb = next((i for i in range(join + 1, content[1]) if not known_as(line.low[i], ADVERB)), join)
    before = [line.low[i] for i in range(content[0], join)]
    if not _is_finite(line, verb) or line.capital(verb) or MARKED in before or may_be(before[-1], PARTICIPLE):
        return False
    passive = may_be(line.low[verb], PARTICIPLE) and not line.grammar.be_forms.isdisjoint(before)
    return not passive and not any(may_be(word, PAST) or "'" in word or _is_helper(line, word) for word in before)


def _is_finite(line: Line, at: int) -> bool:
    word = line.low[at]
    return _is_helper(line, word) or may_be(word, PAST) or known_as(word, THIRD)


def _is_helper(line: Line, word: str) -> bool:
    """Whether a helping verb agrees with a subject ("has", no "would")."""
    return word in line.grammar.finite and word not in line.grammar.modals
