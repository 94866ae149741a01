"""Whether somebody says something in an attribution, or only does something to what its words name.

Marked words, a clause and an aim are said ("criticised the mill for closing"), a bare noun phrase behind most verbs is
not ("criticised the mill"): what was said of it stands elsewhere, or nowhere. Nor are the words of others that it holds
("rejected claims that the mill had closed").

Invariant: where no verb of the table leads to the words, and where they stand before it, all is said.
"""

from __future__ import annotations

from itertools import pairwise

from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import is_document, is_headline
from audit.extract.quotes.verbs import Verb
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    FINITE,
    GERUND,
    NOUN,
    NOUNS,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    THIRD,
    classify,
    has_word_classes,
    known_as,
    may_be,
    verb_share,
)

RARELY = 0.3
"""Share of its uses in which a form is a verb, up to which it is none where a noun may stand."""
_VERBS = FINITE | {GERUND}
_THINGS = NOUNS | {PRONOUN}
_CALLED = frozenset((DETERMINER, ADJECTIVE, ADVERB, PARTICIPLE))


def states(line: Line, said: Attribution) -> bool:
    """Whether the words behind a verb of saying are something said."""
    verb = _verb_of(line, said)
    if verb is None or len(said.content) > 1 or MARKED in line.low[slice(*said.content[0])]:
        return True
    if _is_of_head(line, said):
        return False
    first, stop = said.content[0]
    if verb.takes == "object":
        stop = _before_relative(line, first, stop)
    named = verb.takes == "label" and _is_named(line, said)
    if verb.takes == "label" and verb.acts and not named:
        stop = _before_purpose(line, first, stop)
    low = line.low[first:stop]
    if verb.form in line.grammar.issuing and _is_written(line, first, stop):
        return False
    if _is_only_topic(verb, low) or _points(line, low):
        return False
    if verb.bare:
        return True
    if _is_opened(line, low) or named or not has_word_classes(line.grammar.language):
        return True
    kinds = classify(
        [line.text[line.start[i] : line.end[i]] for i in range(first, stop)], low, titled=is_headline(line)
    )
    return (
        _is_answer(line, low, kinds) or _holds_verb(low, kinds, verb) or (verb.takes == "label" and _holds_label(kinds))
    )


def _verb_of(line: Line, said: Attribution) -> Verb | None:
    """The verb of saying right before the words, those who are told apart; None where they stand before it."""
    first, stop = said.cue
    if first == stop or not said.content or said.content[0][0] < stop:
        return None
    forms = ((i, verb) for i in reversed(range(first, stop)) for verb in line.grammar.verbs.get(line.low[i], ()))
    return next((verb for i, verb in forms if verb.tail == tuple(line.low[i + 1 : stop])), None)


def _is_of_head(line: Line, said: Attribution) -> bool:
    """Whether a verb belongs to a clause about a word before it ("nothing Lee said could help"), or to another verb.

    Then what stands behind it goes on about that word, or is what the other verb reports ("says or does something").
    """
    first, stop = said.speaker or (0, 0)
    headed = stop - first > 1 and line.low[first] in line.grammar.heads  # "Nothing Ada Lee"
    start = said.content[0][0]
    told_of = first > 0 and (line.low[first - 1] in line.grammar.heads or _is_topic(line, said))
    return headed or told_of or (start == said.cue[1] and line.low[start] in line.grammar.pair_joins)


def _is_topic(line: Line, said: Attribution) -> bool:
    """Whether "what" stands before the speaker, and no verb behind ("despite what Lee said about the boats")."""
    first = said.speaker[0] if said.speaker else 0
    led = first > 0 and line.low[first - 1] in line.grammar.free_relatives
    near = said.speaker is not None and said.speaker[1] == said.cue[0] and said.rule != "label"
    start = said.content[0][0]
    return led and near and line.grammar.finite.isdisjoint(line.low[start - 1 : start + 1])


def _is_written(line: Line, first: int, stop: int) -> bool:
    """Whether words begin with a document, and not with a clause about one ("wrote a memo urging them to leave")."""
    if line.low[first] not in line.grammar.determiners or line.low[first] in line.grammar.complementizers:
        return False
    verbs = (i for i in range(first + 1, stop) if _tells(line, i))
    noun = next((i for i in range(first + 1, next(verbs, stop)) if is_document(line, (i, i + 1))), stop)
    return noun < stop and (noun + 1 == stop or not _tells(line, noun + 1))


def _tells(line: Line, i: int) -> bool:
    """Whether a finite verb stands at an item."""
    word = line.low[i]
    return word in line.grammar.finite or known_as(word, PAST) or known_as(word, THIRD)


def _before_relative(line: Line, first: int, stop: int) -> int:
    """Where the words for a thing end before a clause that only tells of it ("criticised a bill that raised rents")."""
    return next((i for i in range(first + 1, stop - 1) if _tells_of_thing(line, i)), stop)


def _before_purpose(line: Line, first: int, stop: int) -> int:
    """Where the words end that may name a thing, for a verb that acts too ("called the crew to tell them that ...")."""
    grammar = line.grammar
    if line.low[first] in grammar.times or known_as(line.low[first], PREPOSITION):
        return stop  # "called Sunday for a ban", "called upon the board to act"
    behind = grammar.infinitive_mark | grammar.clause_openers | grammar.coordinators | grammar.relatives
    end = next((i for i in range(first + 1, stop) if line.low[i] in behind or _is_time(line, i)), stop)
    while first + 1 < end < stop and line.low[end] in grammar.times and line.low[end - 1] in grammar.determiners:
        end -= 1
    return end


def _is_time(line: Line, i: int) -> bool:
    """Whether a time stands at an item that is not part of a thing's name ("called Holm Thursday")."""
    return line.low[i] in line.grammar.times and line.low[i - 1] not in line.grammar.prepositions


def _tells_of_thing(line: Line, at: int) -> bool:
    """Whether a relative clause, or one that says when, begins at an item."""
    word, follow, grammar = line.low[at], line.low[at + 1], line.grammar
    if word in grammar.relatives:
        return True
    if word in grammar.quoted_as:
        return follow in grammar.third_persons
    return word in grammar.complementizers and _tells(line, at + 1)


def _is_only_topic(verb: Verb, low: list[str]) -> bool:
    """Whether a verb names a thing and nothing is told of it ("dismissed claims that ...", "described the mill")."""
    led = bool(verb.pairs) or (verb.takes == "object" and not verb.bare)
    return led and verb.pairs.isdisjoint(low)


def _is_opened(line: Line, low: list[str]) -> bool:
    """Whether a word stands there that opens a clause, or that joins two parts of what is told ("of theft")."""
    grammar = line.grammar
    opening = (grammar.clause_openers, grammar.quoted_as, grammar.finite)
    return not all(words.isdisjoint(low) for words in opening) or any(_is_short(line, word) for word in low)


def _is_short(line: Line, word: str) -> bool:
    """Whether a word holds a short verb form ("it's", "they've")."""
    pronoun, _, rest = word.partition("'")
    return bool(rest) and (pronoun in line.grammar.pronouns or pronoun in line.grammar.finite)


def _is_answer(line: Line, low: list[str], kinds: str) -> bool:
    """Whether one word alone is said, that names and points at nothing ("said no", "said so")."""
    return len(low) == 1 and kinds not in _THINGS and low[0] not in line.grammar.demonstratives


def _points(line: Line, low: list[str]) -> bool:
    """Whether words only point at what was said elsewhere ("admits this", "said that", "rejects that view")."""
    if len(low) == 2 and low[0] in line.grammar.complementizers:
        return known_as(low[1], NOUN)
    points = line.grammar.demonstratives | line.grammar.third_persons | line.grammar.complementizers
    return len(low) == 1 and low[0] in points


def _is_named(line: Line, said: Attribution) -> bool:
    """Whether the words are the name that somebody gives to what stands before ("what Lee called a gift")."""
    return (
        said.speaker is not None and said.speaker[0] > 0 and line.low[said.speaker[0] - 1] in line.grammar.named_before
    )


def _holds_verb(low: list[str], kinds: str, verb: Verb) -> bool:
    """Whether a verb stands among words; where a clause is asked for, a form that often is one counts."""
    if any(kind in _VERBS for kind in kinds):
        return True
    return verb.takes == "clause" and any(map(_is_often_verb, low[1:], kinds[1:]))


def _is_often_verb(word: str, kind: str) -> bool:
    return (kind == PARTICIPLE and may_be(word, PAST)) or (kind == PLURAL and verb_share(word) > RARELY)


def _holds_label(kinds: str) -> bool:
    """Whether behind a thing stands what it is called ("the vote a sham", "the vote rigged")."""
    return any(one in _THINGS and two in _CALLED for one, two in pairwise(kinds))
