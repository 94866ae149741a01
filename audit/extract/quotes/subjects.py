"""Noun phrases beside a reporting verb: the subject to its left, the inverted subject to its right.

Invariant: a phrase is a range `[first, stop)` of the items of one line and never crosses a marked stretch.
"""

from __future__ import annotations

from functools import cache

from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.lexicon import load_rules

Phrase = tuple[int, int]
LONGEST = 18
"""Items a noun phrase may have; a longer one is not read."""


@cache
def words(kind: str, language: str = "en") -> frozenset[str]:
    """One closed class of `words.toml`."""
    return frozenset(load_rules("words", language)[kind]["words"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(load_rules("names")["particles"]["words"])


def is_word(line: Line, i: int) -> bool:
    """Whether item i is a word, not a stop or a marked stretch."""
    word = line.low[i]
    return word is not MARKED and (word[0].isalnum() or word[0] in "@#$")


def subject_before(line: Line, group: int) -> Phrase | None:
    """The noun phrase that ends right before item `group`, an apposition or a relative clause passed over."""
    last = group - 1
    if last < 0:
        return None
    word = line.low[last]
    if word in {",", ")"} or word in DASHES:
        return _before_apposition(line, last)
    if word in {"who", "which"}:
        stop = last - 1 if last and line.low[last - 1] == "," else last
        phrase = _phrase_ending(line, stop) if stop > 0 else None
        return (phrase[0], group) if phrase else None
    if word in words("times", line.language):
        return _past_times(line, last)
    return _past_preposition(line, _phrase_ending(line, group))


def _past_times(line: Line, last: int) -> Phrase | None:
    """The subject before a time ("Lee on Monday said")."""
    while last and (line.low[last] in words("times", line.language) or line.low[last] in {"on", "last", "this"}):
        last -= 1
    return _phrase_ending(line, last + 1) if is_word(line, last) else None


def _past_preposition(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The phrase itself, unless a preposition before it makes it part of another one ("Lee, envoy to Norwick said")."""
    stop = phrase[1] if phrase else 0
    for _ in range(4):
        if phrase is None or phrase[0] < 2 or line.low[phrase[0] - 1] not in words("prepositions", line.language):
            break
        before = _phrase_ending(line, phrase[0] - 1)
        if before is None:
            return phrase if phrase[0] == 1 or line.low[phrase[0] - 2] in {",", "and", "but"} else None
        phrase = before[0], stop
    if phrase and phrase[0] > 1 and line.low[phrase[0] - 1] in {",", "and"} and _only_says_role(line, phrase):
        return _before_apposition(line, phrase[0]) or phrase
    return phrase


def _only_says_role(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is no more than an office ("commander", "former Deputy Ambassador")."""
    first, stop = phrase
    head = next((i for i in range(first, stop) if line.low[i] in words("prepositions", line.language)), stop) - 1
    if not _all_roles(line, first, head + 1) and not line.capital(head):
        return False
    return line.low[head].strip(".") in _roles(line.language) and line.low[first] not in words(
        "determiners", line.language
    )


def _before_apposition(line: Line, last: int) -> Phrase | None:
    """ "Lee, 41, head of the board, said": the phrase before the first of the commas that belong together."""
    if line.low[last] in DASHES:
        return _before_dashes(line, last)
    found: Phrase | None = None
    at = last - 1
    floor = max(0, last - 45)
    while at > floor and line.low[at] is not MARKED and line.low[at] not in {";", ":"}:
        if line.low[at] == ",":
            if not _is_remark(line, at + 1):
                break
            phrase = _phrase_ending(line, at)
            if phrase and _named_or_determined(line, phrase) and _begins(line, phrase[0]):
                found = _with_name_behind(line, phrase)
        at -= 1
    return found or _behind_marks(line, last)


def _behind_marks(line: Line, last: int) -> Phrase | None:
    """`"...," Mill Manager Ada Holm, told the paper`: a name between marked words and a comma too many."""
    phrase = _phrase_ending(line, last) if line.low[last] == "," else None
    if phrase is None or not phrase[0] or line.low[phrase[0] - 1] is not MARKED:
        return None
    return phrase if line.capital(phrase[1] - 1) else None


def _with_name_behind(line: Line, phrase: Phrase) -> Phrase:
    """ "Another member, Ahn Chan-il, ...": the name behind a role belongs to the phrase."""
    if line.capital(phrase[1] - 1):
        return phrase
    stop = phrase[1] + 1
    while stop < len(line) and is_word(line, stop) and line.capital(stop):
        stop += 1
    return (phrase[0], stop) if stop < len(line) and line.low[stop] == "," and stop > phrase[1] + 2 else phrase


def _before_dashes(line: Line, last: int) -> Phrase | None:
    """ "Lee - who heads the board - said"."""
    for at in range(last - 1, max(0, last - 45), -1):
        if line.low[at] is MARKED:
            return None
        if line.low[at] in DASHES:
            phrase = _phrase_ending(line, at)
            return phrase if phrase and _named_or_determined(line, phrase) else None
    return None


def _is_remark(line: Line, at: int) -> bool:
    """Whether what begins at item `at`, after a comma, says more about the name before it."""
    word = line.low[at]
    if word in {
        "a",
        "an",
        "the",
        "of",
        "who",
        "whose",
        "which",
        "one",
        "and",
        "now",
        "then",
        "speaking",
        "citing",
        "also",
        "another",
        "however",
        "though",
        "meanwhile",
        "too",
        "himself",
        "herself",
        "from",
        "in",
        "at",
        "on",
    }:
        return True
    return word[0].isdigit() or word in _roles(line.language) or line.capital(at)


def _begins(line: Line, first: int) -> bool:
    """Whether a subject may begin here: at the beginning, or after a stop, a conjunction or marked words."""
    if not first:
        return True
    word = line.low[first - 1]
    return (
        word is MARKED
        or not is_word(line, first - 1)
        or word in words("breaks", line.language)
        or word in words("times", line.language)
    )


def _named_or_determined(line: Line, phrase: Phrase) -> bool:
    first, stop = phrase
    return any(line.capital(i) for i in range(first, stop)) or line.low[first] in words("determiners", line.language)


def _phrase_ending(line: Line, stop: int) -> Phrase | None:
    """The noun phrase whose last item is `stop - 1`."""
    last = stop - 1
    low = line.low
    if last < 0 or not is_word(line, last):
        return None
    if low[last] in words("pronouns", line.language):
        if low[last] in {"this", "that"}:
            return None
        return last, stop
    if low[last] in words("breaks", line.language) or low[last] in words("prepositions", line.language):
        return None
    if low[last] in words("times", line.language):
        return None
    floor = _phrase_floor(line, last)
    if line.capital(last) or low[last][0].isdigit():
        return _widen(line, _name_first(line, last, floor), floor), stop
    return _common_first(line, last, floor), stop


def _phrase_floor(line: Line, last: int) -> int:
    """The leftmost item that may still belong to the phrase."""
    at = last
    low = line.low
    while at > 0 and last - at < LONGEST:
        word = low[at - 1]
        if not is_word(line, at - 1):
            break
        if word in words("breaks", line.language) and not (
            word == "and" and at > 1 and line.capital(at) and line.capital(at - 2)
        ):
            break
        at -= 1
    return at


def _name_first(line: Line, last: int, floor: int) -> int:
    """Where the run of capitalised words begins that ends at `last`."""
    at = last
    while at > floor:
        if line.capital(at - 1) or line.low[at - 1] in {"&"}:
            at -= 1
        elif at - 2 >= floor and line.capital(at - 2) and line.low[at - 1] in _particles() | {"of", "for", "and"}:
            at -= 2
        elif at - 3 >= floor and line.capital(at - 3) and _links(line.low[at - 2], line.low[at - 1]):
            at -= 3
        else:
            break
    while (
        at > floor
        and line.low[at - 1] in _particles()
        and not line.capital(at - 1)
        and line.low[at - 1] not in {"la", "do"}
    ):
        at -= 1
    while at < last and line.low[at] in words("times", line.language) | words("prepositions", line.language) | words(
        "breaks", line.language
    ):
        at += 1
    return at


def _links(one: str, two: str) -> bool:
    """Whether two small words stand inside one name ("of the", "von der")."""
    return (one in {"of", "for", "to"} and two == "the") or (one in _particles() and two in _particles())


def _widen(line: Line, first: int, floor: int) -> int:
    """Takes in "a spokesman for", and the lower-case words of a title, before a name."""
    at = first
    for _ in range(8):
        if at <= floor:
            break
        word = line.low[at - 1]
        if word in words("determiners", line.language):
            at -= 1
            break
        if word in words("prepositions", line.language):
            inner = _noun_before(line, at - 1, floor)
            return first if inner is None else inner
        if not word[0].isalpha():
            break
        at -= 1
    if at and line.low[at - 1] is MARKED:
        return at
    if at < first and line.low[at] not in words("determiners", line.language) and not _all_roles(line, at, first):
        return first
    return at


@cache
def _roles(language: str) -> frozenset[str]:
    return frozenset(load_rules("roles", language)["nouns"]["words"]) | frozenset(
        load_rules("roles", language)["modifiers"]["words"]
    )


def _all_roles(line: Line, first: int, stop: int) -> bool:
    return all(w.strip(".") in _roles(line.language) for i in range(first, stop) for w in line.low[i].split("-")[-1:])


def _noun_before(line: Line, at: int, floor: int) -> int | None:
    """The beginning of the phrase whose head is right before a preposition at item `at`."""
    if at <= floor or not is_word(line, at - 1):
        return None
    head = line.low[at - 1]
    if not (head.rstrip("s") in _roles(line.language) or head in _roles(line.language)):
        return None
    return _common_first(line, at - 1, floor)


def _common_first(line: Line, last: int, floor: int) -> int:
    """The beginning of a phrase with a common noun at its end: its determiner, past "of the"."""
    low = line.low
    at = last
    start = last
    while at > floor:
        at -= 1
        if low[at] in words("determiners", line.language):
            start = at
            if (
                at > floor
                and low[at - 1] in words("prepositions", line.language)
                and at - 1 > floor
                and is_role(line, at - 2)
            ):
                at -= 1
                continue
            return start
        if low[at] in words("prepositions", line.language):
            if at > floor and is_role(line, at - 1):
                continue
            return at + 1
        if start == at + 1:
            start = at
    return start


def is_role(line: Line, i: int) -> bool:
    """Whether an item says what somebody is ("officials")."""
    word = line.low[i]
    return word in _roles(line.language) or word.rstrip("s") in _roles(line.language)


@cache
def _heads(language: str) -> frozenset[str]:
    return frozenset(load_rules("roles", language)["nouns"]["words"])


def is_head(line: Line, i: int) -> bool:
    """Whether an item can head a role ("officials", not "senior")."""
    word = line.low[i]
    return word in _heads(line.language) or word.removesuffix("s") in _heads(line.language)


def subject_after(line: Line, at: int) -> Phrase | None:
    """The inverted subject that begins at item `at` ("said Ada Holm, one of ...")."""
    if at >= len(line) or not is_word(line, at):
        return None
    if line.low[at] in {"he", "she", "they", "i", "we"}:
        return at, at + 1
    if not _may_begin(line, at):
        return None
    stop, named = at, False
    while stop < len(line) and stop - at < LONGEST and is_word(line, stop) and _belongs(line, stop, at, named):
        named = named or line.capital(stop)
        stop += 1
    return (at, stop) if stop > at else None


def _may_begin(line: Line, at: int) -> bool:
    """Whether a noun phrase may begin with this word."""
    word, language = line.low[at], line.language
    if word in words("times", language) or word in words("prepositions", language) or word == "and":
        return False
    if line.capital(at) or word in words("determiners", language) or word.strip(".") in _roles(language):
        return True
    return word in {"former", "longtime"} or (word[0].isdigit() and at + 1 < len(line) and is_role(line, at + 1))


def _belongs(line: Line, i: int, first: int, named: bool) -> bool:
    """Whether item i goes on with a phrase that began at `first`; `named` tells that a name has been read."""
    word, language = line.low[i], line.language
    if word in words("breaks", language):
        return word == "and" and named and i + 1 < len(line) and line.capital(i + 1)
    if word in words("times", language) and line.capital(i) and i > first:
        return False
    if word in words("prepositions", language):
        return word == "of" or (not named and word in {"for", "from", "with", "at"})
    return not named or line.capital(i) or word in _particles() | {"of", "the"}
