"""What looks like a figure and is none.

Invariant: a mask is decided at the token where a number begins, in bounded work.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from audit.extract.figures.lexicon import GRAMMAR, lexicon, predicates
from audit.lexicon import load_rules
from audit.text.parts_of_speech import ADJECTIVE, BASE, DETERMINER, NAME, NOUN, NOUNS, PLURAL, PREPOSITION, TO
from audit.text.tokens import MARK, NUMBER, WORD, Tokens

HYPHENS = frozenset("-‐‑–—−")
_LABELS = frozenset((NOUN, BASE))  # "step two is done": the word for a thing may be a verb
_CHUNK = 120  # how far a URL or handle is looked for on either side of a number


class Masks(NamedTuple):
    """The mask table, ready for use."""

    starting: re.Pattern[str]
    opening: re.Pattern[str]  # only at the start of the stretch
    labels: frozenset[str]
    cased: frozenset[str]
    strict: frozenset[str]
    phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]
    year: dict[str, Any]
    score: frozenset[str]


def _join(entries: list[dict[str, Any]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in entries))


@cache
def masks() -> Masks:
    """The masks of the English table; digits, dates and labels are read so in every language."""
    rules = load_rules("masks")
    labels: dict[bool, set[str]] = {True: set(), False: set()}
    strict: set[str] = set()
    for entry in rules["label"]:
        labels[entry.get("cased", False)].update(entry["words"])
        strict.update(entry["words"] if entry.get("strict") else ())
    phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for entry in rules["phrase"]:
        words = tuple(entry["words"].split())
        phrases.setdefault(words[0], []).append((words, frozenset(entry.get("after", ()))))
    for minute, hour in product(rules["clock"]["minutes"], rules["clock"]["hours"]):
        phrases.setdefault(minute, []).extend(((minute, *past, hour), frozenset()) for past in _PAST)
        if minute in rules["clock"]["to"]:
            phrases[minute] += [((minute, to, hour), frozenset()) for to in GRAMMAR["to"]]
    return Masks(
        _join([e for e in rules["starting"] if not e.get("at_start")]),
        _join([e for e in rules["starting"] if e.get("at_start")]),
        frozenset(labels[False]),
        frozenset(labels[True]),
        frozenset(strict),
        phrases,
        {k: frozenset(v) if isinstance(v, list) else v for k, v in rules["year"].items()},
        frozenset(rules["score"]["words"]),
    )


_PAST = (("past",), ("-", "past"))


def skip_to(tokens: Tokens, start: int, i: int) -> int:
    """The first token from `i` that begins at or after character `start`."""
    while i < tokens.size and tokens.starts[i] < start:
        i += 1
    return i


def masked(tokens: Tokens, i: int) -> int | None:
    """The token after the mask that token `i` begins, or None where it may begin a figure."""
    if tokens.kinds[i] == WORD:
        return _masked_word(tokens, i)
    if tokens.kinds[i] != NUMBER:
        return None
    for rule in _rules()[tokens.low[i - 1] in _before_a_name(), tokens.glued(i), tokens.low[i + 1] in HYPHENS]:
        end = rule(tokens, i)
        if end is not None:
            return end
    return None


@cache
def _before_a_name() -> frozenset[str]:
    """What stands right before a day of a month, a number that names a thing, or an address."""
    table = masks()
    named = (table.year["months"], table.labels, table.cased, table.strict, GRAMMAR["at"], GRAMMAR["of"])
    return frozenset((".", "#", "p")).union(*named)


Rule = Callable[[Tokens, int], int | None]


@cache
def _rules() -> dict[tuple[bool, bool, bool], tuple[Rule, ...]]:
    """The rules that may hold of a number: behind a word that numbers name things by, glued to what is before it, and
    before a hyphen."""
    never = {0: {_date, _label, _address}, 1: {_chunk, _glued}, 2: {_score}}
    every = (_pattern, _listed, _date, _chunk, _glued, _groups, _label, _score, _address, _version, _repeated)
    return {
        beside: tuple(rule for rule in every if not any(rule in never[k] for k in never if not beside[k]))
        for beside in ((named, glued, tied) for named in _BOTH for glued in _BOTH for tied in _BOTH)
    }


_BOTH = (False, True)


def _repeated(tokens: Tokens, i: int) -> int | None:
    """A number, a preposition and the number again tell how, and count nothing: "one by one", "3-on-3"."""
    if tokens.lows[i] not in tokens.lows[i + 2 : i + 5]:
        return None
    j = i + 1 + (tokens.low[i + 1] in HYPHENS)
    again = j + 1 + (tokens.low[j + 1] in HYPHENS)
    return again + 1 if tokens.low[again] == tokens.lows[i] and tokens.class_of(j) in PREPOSITION + TO else None


def _masked_word(tokens: Tokens, i: int) -> int | None:
    """Phrases such as "one of" and "no one", but not those of "that one in five come"."""
    if tokens.lows[i] in lexicon(tokens.language).cardinals:
        if end := _repeated(tokens, i):
            return end
        if _numbers_what_follows(tokens, i) or _tied(tokens, i) or tokens.low[i + 1] in GRAMMAR["hour"]:
            return i + 1
        if _of_so_many(tokens, i):
            return None
    if tokens.low[i + 1] in lexicon(tokens.language).scales or (
        tokens.low[i + 1] in GRAMMAR["and"] and tokens.low[i + 2] in GRAMMAR["half article"]
    ):
        return None  # "some one and a half billion"
    for words, after in masks().phrases.get(tokens.lows[i], ()):
        if tuple(tokens.lows[i : i + len(words)]) == words and (not after or tokens.low[i - 1] in after):
            return i + len(words)
    return i + 1 if _named(tokens, i) or _paged(tokens, i) else None


def _numbers_what_follows(tokens: Tokens, i: int) -> bool:
    """ "Two, we cannot go back.", "he named two: one, the price; two, the place": a number word before a comma, at the
    head of what it numbers."""
    opens = i == 0 or tokens.low[i - 1] in _OPENING_ITEM
    if i == 0 and tokens.low[1] == ":" and tokens.size > _SHORT:
        return True  # "Three: we cannot go back."
    return opens and tokens.low[i + 1] == "," and tokens.low[i + 2] not in lexicon(tokens.language).starters


_SHORT = 4  # tokens of a line that has a figure before a colon: "Two: 14"
_OPENING_ITEM = frozenset(";:")


def _tied(tokens: Tokens, i: int) -> bool:
    """Whether a number word ends a compound, "high-five", "mid-six figures": no end of a range, no "under-five"."""
    tied = tokens.lows[i - 1] in _TIES and tokens.glued(i) and tokens.glued(i - 1) and tokens.kind(i - 2) == WORD
    return tied and not _bounds(tokens.low[i - 2])


def _bounds(low: str) -> bool:
    """Whether a word before a hyphen is of the amount behind it, "under-five": not "mid-six figures"."""
    if low in GRAMMAR["middle"]:
        return False
    return low in GRAMMAR["function"] or low in GRAMMAR["prefixed"] or low in _number_words()


_TIES = frozenset("-‐‑")


def _of_so_many(tokens: Tokens, i: int) -> bool:
    """ "one in five", "one-in-five", "one out of 20": a share, no pronoun before a place or a year."""
    said = [j for j in range(i + 1, i + 7) if tokens.low[j] not in HYPHENS]
    j = said[1 + (tokens.low[said[1]] in GRAMMAR["of"])]
    if tokens.low[said[0]] not in (GRAMMAR["out"] if j != said[1] else GRAMMAR["in"]):
        return False
    rules = lexicon(tokens.language)
    if tokens.low[j] in rules.words["a"] and tokens.low[j + 1] in rules.scales:
        return True  # "one in a hundred"
    return tokens.low[j] in rules.cardinals or (tokens.kind(j) == NUMBER and not _four(tokens, j))


_CLOSING = frozenset(",.;:!?)'\"’”")


def _version(tokens: Tokens, i: int) -> int | None:
    """ "Guccifer 2.0", "Mix 92.3": a number that ends in nought or a frequency behind a name, nothing to count."""
    numbered = tokens.words[i].endswith(".0") or _frequency(tokens.words[i])
    if not numbered or not tokens.capital(i - 1) or tokens.class_of(i - 1) != NAME:
        return None
    alone = tokens.low[i + 1] in _CLOSING or (tokens.kind(i + 1) == WORD and tokens.class_of(i + 1) not in NOUNS)
    return i + 1 if alone and not tokens.titled() else None


def _frequency(word: str) -> bool:
    """Whether a number may be that of a radio station, in megahertz with one decimal."""
    whole, _, part = word.partition(".")
    return len(part) == 1 and whole.isdecimal() and _LOWEST <= float(word) <= _HIGHEST


_LOWEST, _HIGHEST = 87.5, 108.0  # megahertz of FM


def _paged(tokens: Tokens, i: int) -> bool:
    """ "on page four of the list", "in year two": a small number in words that a thing is told apart by."""
    if tokens.lows[i] not in lexicon(tokens.language).cardinals or tokens.low[i - 1] not in masks().labels:
        return False
    label = tokens.low[i - 1]
    if label in masks().strict and label not in GRAMMAR["negation"] and tokens.class_of(i + 1) != PLURAL:
        return True  # "the number two job"
    bare = tokens.class_of(i - 1) in _LABELS and tokens.class_of(i - 2) not in DETERMINER + ADJECTIVE
    return bare and (tokens.kind(i + 1) != WORD or tokens.low[i + 1] in GRAMMAR["function"])


def _named(tokens: Tokens, i: int) -> bool:
    """A number word as part of a name: "Phase One", "Step two", "the Kick Six", "Gang of Eight"; not in a headline."""
    before = i - 2 if tokens.low[i - 1] in GRAMMAR["of"] else i - 1
    if tokens.capital(i) and i > 0 and _opens_name(tokens, i):
        return True
    if not tokens.capital(before):
        return False
    return tokens.low[i - 1] in masks().labels or (tokens.capital(i) and i > 1 and not tokens.titled())


def _opens_name(tokens: Tokens, i: int) -> bool:
    """ "One World Trade Center", "the Six-Day War", "the Ten Elders": a capital number word before capitals, of which
    one is enough behind a word, outside a headline."""
    j = i + 2 if tokens.low[i + 1] in HYPHENS else i + 1
    quoted = tokens.low[i - 1] in _QUOTES and tokens.low[j + 1] in _QUOTES  # the "One Orvia" plan
    alone = tokens.class_of(j) in NOUNS and tokens.low[j] not in _number_words()
    named = tokens.capital(j + 1) or ((quoted or tokens.kind(i - 1) == WORD) and alone)
    return tokens.capital(j) and named and not tokens.titled()


def _listed(tokens: Tokens, i: int) -> int | None:
    """ "1) the price and 2) the place": a small number before a bracket that was not opened numbers what follows."""
    if tokens.low[i + 1] != ")" or not tokens.glued(i + 1) or not _day(tokens, i):
        return None
    near = tokens.lows[max(0, i - _ASIDE) : i]
    opened = next((low for low in reversed(near) if low in "()"), ")") == "("
    return None if opened else i + 2


_ASIDE = 40  # tokens of what stands in brackets


_QUOTES = frozenset("\"“”'‘’")


def _pattern(tokens: Tokens, i: int) -> int | None:
    """The patterns that are matched where a number begins."""
    table, start = masks(), tokens.starts[i]
    found = table.starting.match(tokens.text, start)
    if not found and i == 0:
        found = table.opening.match(tokens.text, start)
    return skip_to(tokens, found.end(), i + 1) if found else None


def _date(tokens: Tokens, i: int) -> int | None:
    """A day after its month: "Oct. 31", "October 25, 2024", "Sept. 20-24"."""
    j = i - 2 if tokens.low[i - 1] == "." else i - 1
    months, word = masks().year["months"], tokens.low[j]
    if word not in months or (word in GRAMMAR["month or word"] and not tokens.capital(j)) or not _day(tokens, i):
        return None
    end = i + 1
    if (
        (tokens.low[end] in HYPHENS or tokens.low[end] in GRAMMAR["day joins"])
        and _day(tokens, end + 1)
        and (_glued_dash(tokens, end) or not _noun_follows(tokens, end + 2))
    ):
        end += 2
    if tokens.low[end] == "," and _four(tokens, end + 1):
        end += 2
    return end + 1 if _four(tokens, end) and not _four(tokens, i) else end


def _glued_dash(tokens: Tokens, k: int) -> bool:
    """A dash without blanks: "the Oct. 4-7 survey"."""
    return tokens.low[k] in HYPHENS and tokens.glued(k) and tokens.glued(k + 1)


def _noun_follows(tokens: Tokens, i: int) -> bool:
    """Whether a lower-case word that is no function word comes next, so that the number counts it."""
    return tokens.kind(i) == WORD and not tokens.capital(i) and tokens.low[i] not in GRAMMAR["function"]


def _day(tokens: Tokens, i: int) -> bool:
    """A day of a month, or the year that follows a month at once."""
    word = tokens.word(i)
    return (len(word) <= 2 and word.isdecimal() and 0 < int(word) <= 31) or _four(tokens, i)


def _four(tokens: Tokens, i: int) -> bool:
    word = tokens.word(i)
    return len(word) == 4 and word.isdecimal()


def _chunk(tokens: Tokens, i: int) -> int | None:
    """URLs, addresses and handles: the run of characters without a space around the number."""
    text, start = tokens.text, tokens.starts[i]
    left = text[max(0, start - _CHUNK) : start].rpartition(" ")[2]
    if not any(mark in left for mark in ("@", "#", "://", "www.", "§", ".co")):
        return None
    return skip_to(tokens, _space(text, start), i + 1)


def _space(text: str, start: int) -> int:
    """Where the next space stands, at most `_CHUNK` characters on."""
    end = text.find(" ", start, start + _CHUNK)
    return end if end >= 0 else min(len(text), start + _CHUNK)


def _glued(tokens: Tokens, i: int) -> int | None:
    """Models and other names: letters before the digits ("G7", "KN-23"), or digits in the middle ("9AB8")."""
    if not tokens.glued(i):
        return None
    j = i - 1
    if tokens.kinds[j] == WORD:
        money = _money(tokens, j) and (len(tokens.words[j]) > 1 or _is_large(tokens, i))
        return None if money else _chain(tokens, i)
    if tokens.lows[j] == "—":
        return None  # "more than before—9 million people"
    if tokens.lows[j] in HYPHENS and tokens.glued(j):
        return _hyphened(tokens, i, j - 1)
    return i + 1 if tokens.lows[j] in ("_", "§", "№", "#", "/", "×", "^", ")", "+") and tokens.glued(j) else None


def _hyphened(tokens: Tokens, i: int, j: int) -> int | None:
    """A word or a masked number, a hyphen and this number."""
    if tokens.kinds[j] == WORD:
        low = tokens.lows[j]
        return (
            None if low in GRAMMAR["prefixed"] or low in _number_words() or low in GRAMMAR["to"] else _chain(tokens, i)
        )
    return None if tokens.kinds[j] == NUMBER or tokens.lows[j] in "%+(" or _money(tokens, j) else _chain(tokens, i)


@cache
def _number_words() -> frozenset[str]:
    return frozenset(lexicon("en").cardinals) | frozenset(lexicon("en").scales)


def _money(tokens: Tokens, j: int) -> bool:
    """A currency code glued to its number: "USD115", "RM42", "$NZ3.5m"."""
    return tokens.words[j] in lexicon("en").prefixes or "".join(tokens.words[j - 1 : j + 1]) in lexicon("en").prefixes


def _is_large(tokens: Tokens, i: int) -> bool:
    """Whether a number is of money behind a single letter, "R640 million", "R400,000": the R640 is a road."""
    suffixed = tokens.glued(i + 1) and tokens.word(i + 1) in lexicon(tokens.language).suffixes
    return "," in tokens.words[i] or suffixed or tokens.low[i + 1] in lexicon(tokens.language).scales


def _chain(tokens: Tokens, i: int) -> int:
    """The end of the run of glued tokens, hyphens included."""
    while tokens.glued(i) and (tokens.kinds[i] != MARK or tokens.lows[i] in HYPHENS or tokens.lows[i] in "/."):
        i += 1
    return i


def _groups(tokens: Tokens, i: int) -> int | None:
    """Phone numbers and serials: three groups on hyphens, or a leading zero."""
    word, j, groups = tokens.words[i], i, 1
    if len(word) != _ZIP and word[0] != "0" and tokens.low[i + 1] not in HYPHENS:
        return None
    if tokens.low[i - 1] == "." and tokens.glued(i):
        return None
    while tokens.low[j + 1] in HYPHENS and tokens.glued(j + 1) and tokens.glued(j + 2) and tokens.kind(j + 2) == NUMBER:
        j, groups = j + 2, groups + 1
    if groups >= 3:
        return j + 1
    if len(word) > 1 and word[0] == "0" and word[1].isdecimal():
        return j + 1 if word.isdecimal() else None
    if len(word) == _ZIP and len(tokens.word(i - 1)) == 2 and tokens.word(i - 1).isupper() and word.isdecimal():
        return i + 1
    if tokens.low[i - 1] == "+" and tokens.glued(i) and len(word) < 4 and groups > 1:
        return j + 1
    return None


_ZIP = 5  # digits
_LISTING = frozenset(",-–&")


def _label(tokens: Tokens, i: int) -> int | None:
    """A number that names a thing: "No. 10", "Articles 3 and 4", "iPhone 14", "the FTSE 100"."""
    if not _labels(tokens, i):
        return None
    while (tokens.low[i + 1] in _LISTING or tokens.low[i + 1] in GRAMMAR["day joins"]) and tokens.kind(i + 2) == NUMBER:
        if not tokens.word(i + 2).isdecimal():
            break
        i += 2
    counted = tokens.low[i + 1] in GRAMMAR["of"] and tokens.kind(i + 2) == NUMBER and tokens.kind(i + 3) != WORD
    return i + 3 if counted else i + 1  # "Image 1 of 3"


def _labels(tokens: Tokens, i: int) -> bool:
    """Whether the word before the number is one that a number names."""
    table, word = masks(), tokens.words[i]
    j = i - 2 if tokens.low[i - 1] in (".", "#") else i - 1
    low = tokens.low[j]
    if ("," in word and low not in ("page",)) or tokens.low[i + 1] in lexicon(tokens.language).scales:
        return False  # "they number 55 million"
    if low in table.strict:
        return tokens.low[i - 1] == "." or tokens.capital(j) or low in ("#", "№", "number", "numbers")
    if low in GRAMMAR["of"] and tokens.capital(j - 1) and j > 1:
        return tokens.low[j - 1] in table.labels or (_bare(tokens, i) and tokens.class_of(j - 1) == NOUN)  # "Gang of 8"
    if low in table.cased:
        return any(c.isupper() for c in tokens.word(j))
    if tokens.low[i - 1] == ".":
        return low in table.labels and len(low) <= 4
    if low == "p" and tokens.low[j - 1] in ("&", "s"):
        return True
    if low not in table.labels:
        return False
    if tokens.class_of(j - 1) in DETERMINER and _names_one(tokens, i):
        return True
    if tokens.class_of(j) in _LABELS and tokens.class_of(j - 1) in PREPOSITION and _bare(tokens, i):
        return True  # "from platform 9"
    if tokens.capital(j):
        return _bare(tokens, i) or j > 0 or not _singular_verb(low)
    return not _singular_verb(low) and _bare(tokens, i)


def _names_one(tokens: Tokens, i: int) -> bool:
    """ "a level 3 alert", "the class 4 student": a whole number before one thing, that is no unit."""
    word = tokens.low[i + 1]
    return tokens.words[i].isdecimal() and tokens.class_of(i + 1) == NOUN and word not in lexicon(tokens.language).units


def _singular_verb(low: str) -> bool:
    """Labels that are also everyday verbs or plurals count only with a capital."""
    return low in GRAMMAR["common label"]


def _bare(tokens: Tokens, i: int) -> bool:
    """No unit or counted noun right after the number (a capital or a mark ends the label)."""
    return tokens.kind(i + 1) != WORD or tokens.low[i + 1] in _after_label() or tokens.capital(i + 1)


@cache
def _after_label() -> frozenset[str]:
    return GRAMMAR["function"] | frozenset(predicates().lemmas)


def _address(tokens: Tokens, i: int) -> int | None:
    """ "at 9 Elm Walk", "at 22 Rue Basse": a small number and a name after "at", with no noun behind the name."""
    if tokens.low[i - 1] not in GRAMMAR["at"] or not tokens.words[i].isdecimal() or tokens.titled():
        return None
    k = i + 1
    if tokens.low[k] in lexicon(tokens.language).folded or tokens.class_of(k) != NAME or _is_sign(tokens, k):
        return None  # "at 57 HZ"
    while tokens.capital(k):
        k += 1
    return k if k > i + 1 and tokens.class_of(k) not in NOUN + PLURAL else None


def _is_sign(tokens: Tokens, k: int) -> bool:
    """Whether a word behind a number is the sign of a unit: "at 15 MW", "at 400F"."""
    return tokens.glued(k) or (len(tokens.word(k)) > 1 and tokens.word(k) in lexicon(tokens.language).signs)


def _score(tokens: Tokens, i: int) -> int | None:
    """A score: small numbers on the hyphen behind token `i`, the larger first or beside a word of winning."""
    if not (tokens.kind(i + 2) == NUMBER and tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    left, right = tokens.words[i], tokens.words[i + 2]
    if not (left.isdecimal() and right.isdecimal() and len(left) <= 3 and len(right) <= 3):
        return None
    beside = {tokens.low[i - 1], tokens.low[i - 2], tokens.low[i + 3], tokens.low[i + 4]} & masks().score
    glued_money = tokens.low[i - 1] in "$€£¥" and tokens.low[i - 1] != ""
    higher = (
        int(left) >= int(right)
        and not glued_money
        and tokens.low[i + 3] != "%"
        and tokens.low[i + 3] not in GRAMMAR["percent"]
    )
    counts = int(left) < int(right) and tokens.class_of(i + 3) == PLURAL  # "lost 30-50 members"
    return i + 3 if higher or (beside and not counts) else None
