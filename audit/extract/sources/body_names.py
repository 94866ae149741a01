"""Where the name of a body stands inside the words of a role ("Sunday Norwick Mill Council chairman").

Invariant: capitals alone make no body; one of the words means one, and what tells of the role or the day is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from audit.extract.sources.capitals import AT_TIMES, is_title, word_set
from audit.extract.sources.known_bodies import OWNERS, body_named, place_words, without_owner
from audit.extract.sources.speaker_words import speaker_words
from audit.lexicon.counts import small_share
from audit.lexicon.language import DEFAULT, Lexicon, lexicon_for
from audit.lexicon.role_nouns import nouns_of_people
from audit.lexicon.word_classes import word_classes

_LINKS = frozenset({" ", " & ", "&", "/", "' ", "’ ", "\u00a0"})
"""What may stand between two words of a name."""
_SHORTENED = 4  # letters of the longest word that a full stop shortens inside a name ("St. Norwick College")
_WHOLE = 3  # words of a body that need no article behind "and" to be whole
_LONG_TAIL = 3  # letters of a small word behind a hyphen that tells of what leads it ("Norwick-led")


@cache
def offices() -> frozenset[str]:
    """Titles, but for those that are parts of other words as often."""
    return word_set("titles") - speaker_words("no_titles")


def body_run(phrase: str, printed: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """From which to which of the `printed` words of a phrase the longest name of a body goes."""
    words = [word[0] for word in printed]
    found = (_body_in(words, *run) for run in _runs(phrase, printed, words))
    return max((one for one in found if one), key=lambda one: one[1] - one[0], default=None)


def _runs(phrase: str, printed: Sequence[re.Match[str]], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of capitals, and of small words that join them."""
    start = None
    for i, word in enumerate(words):
        goes_on = start is not None and _adjoins(phrase, printed[i - 1 : i + 1], words[i - 1], start == i - 1)
        if start is not None and not (goes_on and _is_inside(word)):
            yield start, i
            start = None
        if start is None and word[:1].isupper():
            start = i
    if start is not None:
        yield start, len(words)


def _is_inside(word: str) -> bool:
    return word[:1].isupper() or word in speaker_words("body_joins")


def _adjoins(phrase: str, pair: Sequence[re.Match[str]], before: str, opens: bool) -> bool:
    """Whether a word stands right behind another, which does not own it: "Women's" only tells what a body is for."""
    if before.endswith(OWNERS):
        return opens and not body_named(before) and small_share(without_owner(before).casefold()) >= AT_TIMES
    gap = phrase[pair[0].end() : pair[1].start()]
    return gap in _LINKS or (gap == ". " and len(before) <= _SHORTENED)


def _body_in(words: Sequence[str], start: int, stop: int) -> tuple[int, int] | None:
    """A run without what only leads it or follows it; None where no body is left."""
    while stop - start > 1 and words[stop - 1][:1].islower():
        stop -= 1
    start = _past_leads(words, start, stop)
    start, stop = _without_roles(words, start, _before_post(words, start, _before_second(words, start, stop)))
    own = takewhile(lambda w: w not in speaker_words("body_joins"), words[start:stop])
    whole = is_body(words[start:stop]) and offices().isdisjoint(map(str.casefold, own))
    return None if not whole or _is_sentence(words[start:stop]) or _is_sided(words[start:stop]) else (start, stop)


def _is_sided(words: Sequence[str]) -> bool:
    """Whether a party right before a chamber tells of a seat in it ("Norwick Republican Senate" candidate)."""
    *_, before, last = ("", *(word.casefold() for word in words if word not in speaker_words("article")))
    return before in speaker_words("parties") and last in speaker_words("chambers")


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether a pronoun stands inside: a title of something ("In Norwick We Trust")."""
    return not lexicon_for(DEFAULT).room(word_classes).personal_subjects.isdisjoint(w.casefold() for w in words[1:])


def _leads(lexicon: Lexicon) -> frozenset[str]:
    """Small words and times that may lead a body."""
    classes = lexicon.room(word_classes)
    return classes.breaks | classes.prepositions | classes.times


def _past_leads(words: Sequence[str], start: int, stop: int) -> int:
    """Past what leads a body and is no part of its name: "But", "Sunday", "Norwick-based", "Republican"."""
    leads = lexicon_for(DEFAULT).room(_leads)
    while stop - start > 1:
        low, follow = words[start].casefold(), words[start + 1].casefold()
        sided = low in speaker_words("parties") and (
            follow in speaker_words("chambers") or words[start + 1] in place_words()
        )
        led = words[start + 1] not in speaker_words("body_joins")  # "March for Mills"
        only_leads = low in leads and led and not _is_short(words[start])  # "US" is no "us"
        if not (only_leads or sided or _tells_of(words[start])):
            break
        start += 1
    return start


def _is_short(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _tells_of(word: str) -> bool:
    """Whether a hyphen and a small word make a name tell of what follows ("Norwick-based", not "Anti-poverty")."""
    first, hyphen, tail = word.replace("‑", "-").rpartition("-")
    return bool(hyphen) and tail.islower() and len(tail) >= _LONG_TAIL and first.casefold() not in word_set("sides")


def _before_second(words: Sequence[str], start: int, stop: int) -> int:
    """Before "and" that joins a second body to a whole one ("Norwick Hospital and Vint University")."""
    for i in range(start + 2, stop - 1):
        left = words[i] in _ands() and _ends_whole(words[i - 1].casefold()) and is_body(words[start:i])
        two = i - start >= _WHOLE and is_body(words[i + 1 : stop])  # "Food Research and Action Center" is one
        if left and (words[i + 1] in speaker_words("article") or two):
            return i
    return stop


def _ends_whole(low: str) -> bool:
    """Whether a noun ends a body's name ("Energy and Commerce Committee" is one)."""
    return low in word_set("organisations") and low not in word_set("offices")


@cache
def _ands() -> frozenset[str]:
    return word_set("ands") & speaker_words("body_joins")


def _before_post(words: Sequence[str], start: int, stop: int) -> int:
    """Before the title that tells of a post in a whole body, and what follows ("Mill Bank President Ada Holm")."""
    for i in range(start + 2, stop):
        led = not speaker_words("body_joins").isdisjoint(words[i - 1 : i]) or words[i - 2] in speaker_words("article")
        if _is_post(words[i]) and not led and not _is_role(words[i - 1]) and is_body(words[start:i]):
            more = {w.casefold() for w in words[i + 1 : stop]}
            return i if more.isdisjoint(word_set("organisations")) else stop
    return stop


def _is_post(word: str) -> bool:
    """Whether a word is the title of one, and no courtesy or part of other words."""
    low = word.casefold()
    return is_title(word) and low not in _no_posts()


@cache
def _no_posts() -> frozenset[str]:
    """Titles of courtesy, and words that are titles as parts of others."""
    return word_set("courtesy") | word_set("offices") | speaker_words("no_titles") | word_set("organisations")


def is_body(words: Sequence[str]) -> bool:
    """Whether words are a body's name: one of them means a body, behind others or before a small one."""
    plain = [without_owner(word.casefold()) for word in words]
    bodies, joins = word_set("organisations"), speaker_words("body_joins")
    named = any(w in bodies and (i or words[i + 1] in joins) for i, w in enumerate(plain[:-1]))
    return len(words) > 1 and (named or plain[-1] in bodies)


def _without_roles(words: Sequence[str], start: int, stop: int) -> tuple[int, int]:
    """A run without the role behind it or before it: "Mill Council Member", "Democrat on the Mill Council"."""
    joins = speaker_words("body_joins")
    if stop - start > 2 and _is_role(words[start]) and words[start + 1] in joins:
        start = next(i for i in range(start + 1, stop) if words[i] not in joins)
    if not joins.isdisjoint(words[start:stop]):
        return start, _without_day(words, start, stop)
    end = stop
    while end - start > 1 and _is_role(words[end - 1]):
        end -= 1
    led = end < stop or _is_role_at(words, stop)
    while led and end - start > 1 and _is_more(words[start:end]):
        end -= 1
    return start, end


def _without_day(words: Sequence[str], start: int, stop: int) -> int:
    """The end without a day or a party, and the small word that leads to it ("House of Deputies on Friday")."""
    ends = lexicon_for(DEFAULT).room(word_classes).times | speaker_words("parties")
    while stop - start > 1 and (words[stop - 1].casefold() in ends or words[stop - 1][:1].islower()):
        stop -= 1
    return stop


def _is_role_at(words: Sequence[str], i: int) -> bool:
    return i < len(words) and _is_role(words[i])


def _is_more(words: Sequence[str]) -> bool:
    """Whether the last word tells of the role behind it, and the others name a body without it: "Press" secretary."""
    low = words[-1].casefold()
    tells = low in lexicon_for(DEFAULT).words("roles", "modifiers") or low not in word_set("organisations")
    return tells and (is_body(words[:-1]) or body_named(" ".join(words[:-1])) is not None)


def _is_role(word: str) -> bool:
    return word.casefold() in _role_words() or ("-" in word and is_title(word))


@cache
def _role_words() -> frozenset[str]:
    """Words for what a person is."""
    return (
        offices() | speaker_words("parties") | (lexicon_for(DEFAULT).room(nouns_of_people) - word_set("organisations"))
    )
