"""A document of which more is told before its verb ("A study published in the Journal found", "an email that said").

Invariant: the phrase ends with the document's noun; where somebody issued it, that one is its subject.
"""

from __future__ import annotations

from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_head, is_time, is_word, phrase_ending, prompted, subject_before
from audit.text.parts_of_speech import ADJECTIVE, PARTICIPLE, PLURAL, known_as, may_be

FARTHEST = 32
"""Items between a document and its verb."""
LONGEST_LEAD = 6
"""Items of the words before a document's noun."""
LONGEST_TOLD = 10
"""Items between a document's noun and the "that" which goes on with it."""


def subject_of(line: Line, group: int) -> Phrase | None:
    """The noun phrase before the verb at item `group`; a document, where else a part of what is told of it is read."""
    if group > 1 and line.low[group - 1] in line.grammar.complementizers:
        return _told_by(line, group - 1)
    if group > 1 and line.low[group - 1] in line.grammar.infinitive_mark:
        return prompted(line, group - 1)
    found = subject_before(line, group)
    if found and (not found[0] or line.low[found[0] - 1] not in line.grammar.prepositions):
        bare = line.low[found[0]] not in line.grammar.determiners and found[1] - found[0] > LONGEST_LEAD
        whole = far_document(line, group) if bare else None
        return whole if whole and whole[0] == found[0] else found
    return far_document(line, group) or found


def is_one(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase ends with one document, of which no plural verb tells ("advocates of the law say")."""
    first, stop = phrase
    word = line.low[stop - 1]
    many = word.endswith("s") or known_as(word, PLURAL) or line.capital(stop - 1)
    one = word in line.grammar.issued and stop - first > 1 and line.low[first] in line.grammar.determiners
    return one and not many


def bent_on(line: Line, phrase: Phrase) -> Phrase | None:
    """Who do something to a thing, with what they do ("advocates for tightening the law")."""
    led = phrase[0] - 2
    acts = led > 0 and line.low[led + 1].endswith("ing") and line.low[led] in line.grammar.prepositions
    people = phrase_ending(line, led) if acts else None
    return (people[0], phrase[1]) if people and is_head(line, people[1] - 1) else None


def issuer(line: Line, document: Phrase) -> Phrase | None:
    """Who speaks where she "released a statement saying that ...": the subject of the verb before the document."""
    (first, stop), grammar = document, line.grammar
    at = first - 1
    if not first or line.low[at] not in grammar.issuing or grammar.issued.isdisjoint(line.low[first:stop]):
        return None
    while at and (line.low[at - 1] in grammar.adverbs or line.low[at - 1] in grammar.auxiliaries):
        if line.low[at - 1] in grammar.be_forms:
            return None  # "was sent a memo saying that": whoever got it
        at -= 1
    return subject_before(line, at)


def _told_by(line: Line, that: int) -> Phrase | None:
    """The document, or who issued it, that a "that" before a verb goes on with ("an email to Holm that said ...").

    No picture: what it shows it does not say. No document behind a verb of saying: that is "said in a letter that".
    """
    for i in range(that - 1, max(0, that - LONGEST_TOLD), -1):
        if not is_word(line, i) or line.low[i] in line.grammar.finite:
            return None
        if line.low[i] in line.grammar.issued and line.low[i] not in line.grammar.pictures:
            first = _article_before(line, i)
            told = i == that - 1 or line.low[i + 1] in line.grammar.prepositions
            return (issuer(line, (first, i + 1)) or (first, i + 1)) if told and first is not None else None
    return None


def _article_before(line: Line, noun: int) -> int | None:
    """Where the words of a document begin whose article stands a little before its noun."""
    for at in range(noun - 1, max(-1, noun - LONGEST_LEAD), -1):
        if line.low[at] in line.grammar.determiners:
            return at
        if not is_word(line, at) or line.low[at] in line.grammar.prepositions:
            return None
    return None


def far_document(line: Line, group: int) -> Phrase | None:
    """The document whose verb begins at item `group`, with a participle and what belongs to it between them."""
    participle = False
    for i in range(group - 1, max(-1, group - FARTHEST), -1):
        word = line.low[i]
        if word is MARKED or word in {";", ":"} or (word in line.grammar.finite and not is_time(line, i)):
            return None
        if word in line.grammar.relatives or word in line.grammar.complementizers:
            return None
        if participle and word in line.grammar.issued and (first := _first_of(line, i)) is not None:
            return first, i + 1
        participle = participle or (not line.capital(i) and _is_participle(word))
    return None


def _is_participle(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 4) or known_as(word, PARTICIPLE)


def _first_of(line: Line, noun: int) -> int | None:
    """Where the words for a document begin: its article, at the beginning of a clause; of some, an adjective."""
    for at in range(noun - 1, max(-1, noun - LONGEST_LEAD), -1):
        if line.low[at] in line.grammar.determiners:
            return at if _opens(line, at) else None
        if not line.low[at][:1].isalnum() or line.low[at] in line.grammar.no_name_start:
            return at + 1 if at + 1 < noun and _is_bare(line, at + 1, noun) else None
    return 0 if 0 < noun < LONGEST_LEAD and _is_bare(line, 0, noun) else None


def _opens(line: Line, at: int) -> bool:
    """Whether a clause begins at an item."""
    return not at or line.low[at - 1] in line.grammar.breaks or line.low[at - 1] == ","


def _is_bare(line: Line, first: int, noun: int) -> bool:
    """Whether documents that need no article begin a clause with an adjective ("new data obtained by ... show")."""
    many = line.low[noun].endswith("s") or known_as(line.low[noun], PLURAL)
    return many and _opens(line, first) and may_be(line.low[first], ADJECTIVE)
