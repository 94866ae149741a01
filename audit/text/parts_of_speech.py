"""The class of each word of a sentence: noun, verb form, adjective, preposition …; no parser and no model file.

A hidden Markov model of first order (Viterbi 1967): how often a form has each class and which class follows which,
counted over news text. The table `word_classes.txt` is written by `python -m bench.word_classes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import inf, log

NOUN, PLURAL, NAME = "n", "N", "P"
BASE, THIRD, PAST, PARTICIPLE, GERUND, MODAL = "b", "z", "d", "v", "g", "m"
ADJECTIVE, ADVERB, PARTICLE = "j", "r", "t"
PREPOSITION, TO, DETERMINER, PRONOUN, QUESTION, CONJUNCTION = "i", "o", "D", "q", "w", "&"
NUMERAL, MARK, OTHER = "c", ".", "x"
CLASSES = "nNPbzdvgmjrtioDqw&c.x"
NOUNS = frozenset(NOUN + PLURAL + NAME)
VERBS = frozenset(BASE + THIRD + PAST + PARTICIPLE + GERUND + MODAL)
FINITE = frozenset(BASE + THIRD + PAST + MODAL)
START = "^"
_SUFFIX = 4  # letters of an ending that an unknown word is read by
_MIXED = 0.02  # weight of a class alone beside what it follows
_CAPITAL = log(0.03)  # of a known word with a capital inside a sentence: that it is no name

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Table:
    """Logarithms: of each class given the form over the class alone, and of each class after another."""

    forms: dict[str, Weights]
    endings: dict[str, Weights]
    follows: dict[str, Weights]
    lemmas: dict[str, str]  # of verb forms that are not their own
    verbs: dict[str, float]  # share of the uses of a form in which it is a finite verb


@cache
def word_classes(language: str = "en") -> Table:
    """The counted table of a language."""
    lines = (files("audit.lexicon") / language / "word_classes.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    share = next(_shares(told) for kind, _, told in rows if kind == "all")
    of = {name: {key: _shares(told) for kind, key, told in rows if kind == name} for name in ("form", "end", "after")}
    forms, endings = ({key: _over(told, share) for key, told in of[name].items()} for name in ("form", "end"))
    verbs = {form: sum(told.get(tag, 0.0) for tag in FINITE) for form, told in of["form"].items()}
    lemmas = {form: lemma for kind, form, lemma in rows if kind == "verb"}
    return Table(forms, endings, {tag: _smoothed(told, share) for tag, told in of["after"].items()}, lemmas, verbs)


def _shares(told: str) -> Weights:
    """ "n812 v188" as shares of their sum."""
    counts = {part[0]: int(part[1:]) for part in told.split()}
    total = sum(counts.values())
    return {tag: n / total for tag, n in counts.items()}


def _over(told: Weights, share: Weights) -> Weights:
    """Logarithms of shares over the share of each class among all words."""
    return {tag: log(part / share[tag]) for tag, part in told.items()}


def _smoothed(told: Weights, share: Weights) -> Weights:
    """Logarithms of what follows a class, mixed with how often each class is met at all."""
    return {tag: log((1 - _MIXED) * told.get(tag, 0.0) + _MIXED * part) for tag, part in share.items()}


def classify(words: Sequence[str], lows: Sequence[str], *, titled: bool = False, language: str = "en") -> str:
    """One class (a letter of `CLASSES`) a word: the likeliest run. `titled`: a headline, its capitals tell no name."""
    classes = Classes(words, lows, titled=titled, language=language)
    return "".join(classes.known[k] or classes.read(k) for k in range(len(words)))


def verb_share(low: str) -> float:
    """How often a form is a finite verb, as a share of its uses; 0 for a form that was never counted."""
    return word_classes().verbs.get(low, 0.0)


def known_as(low: str, kind: str, *, alone: bool = False) -> bool:
    """Whether the table knows a form, and most of all as this class; `alone`: as no other but a name."""
    return _likeliest(low) == kind and (not alone or word_classes().forms[low].keys() <= {kind, NAME})


@lru_cache(maxsize=1 << 14)
def _likeliest(low: str) -> str:
    """The class that a form has most of all; "" where the table does not know it."""
    told = word_classes().forms.get(low)
    return max(told, key=told.__getitem__) if told else ""


def may_be(low: str, kind: str) -> bool:
    """Whether a form is ever of this class: as it was counted, by its ending where it never was."""
    table = word_classes()
    return kind in (table.forms.get(low) or _unknown(low, table))


@cache
def has_word_classes(language: str) -> bool:
    """Whether a language has a table."""
    return (files("audit.lexicon") / language / "word_classes.txt").is_file()


def _by_spelling(word: str, k: int) -> str:
    """Without a table, as in German: a capital makes a noun, anything else in letters ends a phrase."""
    if word[0].isalpha():
        return NOUN if word[0].isupper() and k > 0 else PREPOSITION
    return NUMERAL if word[0].isdigit() else MARK


Options = tuple[tuple[str, float], ...]
Told = tuple[Options, str]
"""The classes that a word may have, and the one if it has no other, else ""."""


class Classes:
    """The classes of the words of one sentence, each a letter of `CLASSES`: those that are `known`, else `read`.

    A word of one class parts the runs of those that may have several: no class depends on what lies beyond.
    """

    __slots__ = ("_lows", "_titled", "_words", "known")

    def __init__(
        self, words: Sequence[str], lows: Sequence[str], *, titled: bool = False, language: str = "en"
    ) -> None:
        self._words, self._lows, self._titled = words, lows, titled
        if not words or not has_word_classes(language):
            self.known = [_by_spelling(word, k) for k, word in enumerate(words)]
            return
        found = list(map(_ONLY[titled].get, words))
        found[0] = self._options(0)[1]
        self.known = [self._options(k)[1] if one is None else one for k, one in enumerate(found)]

    def _options(self, k: int) -> Told:
        return _options(self._words[k], self._lows[k], self._titled or not k)

    def read(self, i: int) -> str:
        """The class of a word that is not known: it is found with those of the run that the word stands in."""
        known, size, first, last = self.known, len(self._words), i, i + 1
        while first and not known[first - 1]:
            first -= 1
        while last < size and not known[last]:
            last += 1
        before, after = known[first - 1] if first else START, known[last] if last < size else ""
        run = [self._options(k)[0] for k in range(first, last)]
        known[first:last] = _settled(before, run, after, word_classes().follows)
        return known[i]


def _settled(before: str, words: list[Options], after: str, follows: dict[str, Weights]) -> list[str]:
    """The classes of words between two of one class each ("" at the end)."""
    if len(words) == 1 and after:
        return [_between(follows[before], words[0], after, follows)]
    run = _opened(follows[before], words[0])
    for options in words[1:]:
        run = _longer(run, options, follows)
    return _closed(run, after, follows)


def _between(row: Weights, options: Options, after: str, follows: dict[str, Weights]) -> str:
    """The likeliest class of one word; `row`: what follows the word before it."""
    best, told = -inf, ""
    for tag, weight in options:
        score = row[tag] + weight + follows[tag][after]
        if score > best:
            best, told = score, tag
    return told


Step = tuple[tuple[str, ...], list[float], list[int]]
"""The classes of a word, the score of the best path to each, and which class of the word before that path came by."""


def _opened(row: Weights, options: Options) -> list[Step]:
    """The first word of a run; `row`: what follows the word of one class before it."""
    return [(tuple([tag for tag, _ in options]), [row[tag] + weight for tag, weight in options], [])]


def _longer(run: list[Step], options: Options, follows: dict[str, Weights]) -> list[Step]:
    """A run with one word more: the step of Viterbi."""
    tags, scores, _ = run[-1]
    rows = [follows[tag] for tag in tags]
    came, now = [], []
    for tag, weight in options:
        best, at = scores[0] + rows[0][tag], 0
        for k in range(1, len(rows)):
            score = scores[k] + rows[k][tag]
            if score > best:
                best, at = score, k
        came.append(at)
        now.append(best + weight)
    run.append((tuple([tag for tag, _ in options]), now, came))
    return run


def _closed(run: list[Step], after: str, follows: dict[str, Weights]) -> list[str]:
    """The classes of the best path through a run, before a word of the class `after` ("" at the end)."""
    tags, scores, _ = run[-1]
    if after:
        scores = [score + follows[tag][after] for tag, score in zip(tags, scores, strict=True)]
    at = scores.index(max(scores))
    path = []
    for tags, _, came in reversed(run):
        path.append(tags[at])
        at = came[at] if came else 0
    return path[::-1]


SIGN, PLAIN, INITIAL, CAPITAL, CAPITALS = range(5)


def _shape(word: str, opens: bool) -> int:
    """How a word is written, so far as it tells a name; `opens`: it stands where any word has a capital."""
    if not word[0].isalpha():
        return SIGN
    if not word[0].isupper():
        return PLAIN
    if opens:
        return INITIAL
    return CAPITALS if len(word) > 1 and word.isupper() else CAPITAL


_KNOWN: dict[bool, dict[str, Told]] = {False: {}, True: {}}
"""What `_options` found, by word; of a vocabulary no more than `_MOST` words."""
_ONLY: dict[bool, dict[str, str]] = {False: {}, True: {}}
"""The class that a word of those has if it has no other, else ""."""
_MOST = 1 << 16


def _options(word: str, low: str, opens: bool) -> Told:
    """The classes that a word may have with their weights; those far behind the likeliest are left out."""
    known, alone = _KNOWN[opens], _ONLY[opens]
    if told := known.get(word):
        return told
    shape = _shape(word, opens)
    found = _candidates(low if shape else word, shape, word_classes())
    least = max(found.values()) - _FAR
    options = tuple((tag, weight) for tag, weight in found.items() if weight >= least)
    told = options, options[0][0] if len(options) == 1 else ""
    if len(known) >= _MOST:
        known.clear()
        alone.clear()
    known[word], alone[word] = told, told[1]
    return told


_FAR = 4.0  # in logarithms: a class 50 times less likely than another, whatever stands around
_NUMERAL: Weights = {NUMERAL: 0.0}
_MARK: Weights = {MARK: 0.0}
_NAME: Weights = {NAME: 0.0}
_INITIAL: Weights = {NAME: 1.5}  # an unknown word with a capital is a name more often than its ending tells
_FOREIGN: Weights = {NOUN: 0.0, NAME: 0.0}


def _candidates(low: str, shape: int, table: Table) -> Weights:
    """The classes that a word may have."""
    if shape == SIGN:
        return _NUMERAL if low[0].isdigit() else table.forms.get(low, _MARK)
    known = table.forms.get(_base(low))
    if known and PRONOUN in known and _base(low) != low:
        return known  # "It's": of no name
    low = _base(low)
    if shape in (PLAIN, INITIAL):
        return known or _unknown(low, table) | (_INITIAL if shape == INITIAL else {})
    if known is None or shape == CAPITALS:
        return _NAME
    return {tag: weight + _CAPITAL for tag, weight in known.items() if tag != NAME} | {NAME: 0.0}


def _base(low: str) -> str:
    """A word without what is drawn together with it: "Korea's", "they've"."""
    cut = low.rfind("'")
    return low[:cut] if cut > 0 and low[cut:] in _DRAWN else low


_DRAWN = frozenset(("'s", "'ve", "'re", "'ll", "'d", "'m"))


def _unknown(low: str, table: Table) -> Weights:
    """The classes of a word that was never counted, by its ending."""
    return next((table.endings[low[-n:]] for n in range(_SUFFIX, 0, -1) if low[-n:] in table.endings), _FOREIGN)
