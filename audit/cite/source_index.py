"""A source made ready to be searched: its sentences by the keys of their words, and every spelling that it prints.

Invariant: time and space are linear in the length of the source; it is indexed once, however many claims cite it.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from rapidfuzz import fuzz, process

from audit.cite.records import CitedSource
from audit.cite.terms import Term, TermKind, fold, is_function_word, placed_tokens, tokens
from audit.extract.figures import find_figures
from audit.ingest.languages import UNKNOWN, find_language
from audit.lazy import lazy
from audit.records import Figure, Span
from audit.text.dates import Day, find_days
from audit.text.segment import cut_sentences, find_paragraphs, pair_marks

WINDOW = 3  # sentences that are read together
SAMPLE, SMALL_WORDS = 400, 0.1  # words that tell a language; of English ones a third are small words
SHORTEST_PAGE = 300  # words
SPELLING = 82  # of 100: two transliterations of one name ("Zoubaidi", "Zubaidi")
SHORTEST_NAME = 5  # letters; shorter names that are alike are two names
PREFIX = 5  # letters that two derivations of one word share
AGAIN = 0.35  # what a word counts that another sentence of the support holds already
BESIDE = 0.15  # of the weight of the sentence before and of that behind
LEAST_SUPPORT = 0.04  # of the claim's weight; a sentence that holds less is no support beside others
LONGEST_SENTENCE = 1500  # characters; a longer stretch is a page without stops, and is read in parts

_CAPITALISED = re.compile(r"[^\W\d_a-zß-ÿ][\w’'-]{3,}")
_NAME_RUN = re.compile(r"(?:[A-Z][\w'’]+(?:[ -](?:of|the|and|for|de|in))?[ -]?){2,6}")
_WITHIN = re.compile(r"\s*(?:\[\d+\]\s*)?(?:https?://|[a-zß-ÿ,;)])")
_CAPITAL = re.compile(r"[.!?]\s+[A-Z]")
_SOLID = re.compile(r"[^a-z0-9]+")


class SourceIndex:
    """One source, searchable."""

    def __init__(self, source: CitedSource, language: str = "en") -> None:
        self.source_id, self.text, self.language = source.source_id, source.text, language
        self.cut, self.published = source.cut, source.published
        self.headline = SourceIndex(CitedSource("", source.headline), language) if source.headline else None
        self.sentences: tuple[Span, ...] = tuple(_sentences(source.text, language))
        self.postings: dict[str, list[int]] = defaultdict(list)
        self.words = [[key for _, key in placed_tokens(source.text, *sentence)] for sentence in self.sentences]
        for number, keys in enumerate(self.words):
            for key in set(keys):
                self.postings[key].append(number)

    @lazy
    def own_language(self) -> str:
        """The language of the source: the claim's, unless it has few of the small words of that, and another's."""
        return language_of(self.text, self.language, SMALL_WORDS)

    @lazy
    def folded(self) -> str:
        """The headline and the whole text in lower case, without accents and thousands separators."""
        return re.sub(r"(?<=\d),(?=\d)", "", fold(f"{self.headline.text}\n{self.text}" if self.headline else self.text))

    @lazy
    def solid(self) -> str:
        """Letters and digits alone: finds "Tech Crunch" in "TechCrunch", and names in addresses."""
        return f"{self.headline.solid}|{solid(self.text)}" if self.headline else solid(self.text)

    @lazy
    def is_excerpt(self) -> bool:
        """Whether it begins with the address of its page, or in mid-sentence though its sentences have capitals."""
        return _WITHIN.match(self.text) is not None and _CAPITAL.search(self.text) is not None

    @lazy
    def figures(self) -> tuple[Figure, ...]:
        """All figures of the source."""
        return find_figures(self.text, self.sentences, self.language)

    @lazy
    def days(self) -> tuple[Day, ...]:
        """Every day that the source names."""
        return find_days(self.text)

    @lazy
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of three words of a sentence, by their keys."""
        return frozenset(run for keys in self.words for run in runs_of(keys))

    @property
    def is_passage(self) -> bool:
        """Whether it is too short for a page."""
        return sum(map(len, self.words)) < SHORTEST_PAGE

    @lazy
    def prefixes(self) -> frozenset[str]:
        """The first letters of every long stem."""
        return frozenset(key[:PREFIX] for key in self.postings if len(key) >= PREFIX)

    @lazy
    def names(self) -> tuple[str, ...]:
        """Every capitalised word, folded."""
        return tuple({fold(match[0]) for match in _CAPITALISED.finditer(self.text)})

    @lazy
    def acronyms(self) -> frozenset[str]:
        """The initials of every run of capitalised words, and of each part of one."""
        runs = (re.findall(r"\w+", match[0]) for match in _NAME_RUN.finditer(self.text))
        return frozenset(initials for run in runs for initials in _initials(run))

    def holds(self, term: Term) -> bool:
        """Whether the source prints the term anywhere, in any of its spellings; its headline is of its words."""
        if term.key in self.postings or (self.headline is not None and self.headline.holds(term)):
            return True
        plain = fold(term.surface)
        if term.kind is TermKind.NUMBER:
            return term.key in self.folded
        if term.kind is TermKind.NAME:
            return self._holds_name(term.surface, plain)
        return self._holds_word(term.key, plain)

    def holds_initials(self, letters: Sequence[str]) -> bool:
        """Whether the source prints these initials, with or without stops."""
        return re.search(rf"\b{'[.]?'.join(map(re.escape, letters))}\b", self.text) is not None

    def _holds_name(self, surface: str, plain: str) -> bool:
        if surface.isupper() and len(surface) <= 6 and plain in self.acronyms:
            return True
        if len(plain) < SHORTEST_NAME:
            return False
        if plain in self.solid:
            return True
        return process.extractOne(plain, self.names, scorer=fuzz.ratio, score_cutoff=SPELLING) is not None

    def _holds_word(self, key: str, plain: str) -> bool:
        if len(key) >= PREFIX and key[:PREFIX] in self.prefixes:
            return True
        return len(plain) > SHORTEST_NAME and plain in self.solid


def language_of(text: str, stated: str, least: float) -> str:
    """The language stated, unless less than that share of a text's words are small ones, and another is plain."""
    words = list(islice(tokens(text), SAMPLE))
    small = sum(map(is_function_word, words))
    found = stated if small >= least * len(words) else find_language(text, stated)
    return stated if found == UNKNOWN else found  # a list of names is in no language


def runs_of(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The runs of three, in order."""
    return zip(keys, keys[1:], keys[2:], strict=False)


def solid(text: str) -> str:
    """The letters and digits of a text alone, folded."""
    return _SOLID.sub("", fold(text))


def whole_words(text: str, start: int, end: int) -> Span:
    """A stretch that begins and ends with whole words: nearest words are found by letters."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _sentences(text: str, language: str) -> Iterator[Span]:
    for paragraph in find_paragraphs(text):
        marked, _ = pair_marks(text, paragraph)
        for sentence in cut_sentences(text, paragraph, marked, language):
            for start in range(sentence.start, sentence.end, LONGEST_SENTENCE):
                yield Span(start, min(start + LONGEST_SENTENCE, sentence.end))


def _initials(run: Sequence[str]) -> Iterator[str]:
    letters = [word[0] for word in run if word[0].isupper()]
    for first in range(len(letters)):
        for stop in range(first + 2, len(letters) + 1):
            yield "".join(letters[first:stop]).lower()


def best_windows(
    index: SourceIndex, terms: Iterable[Term], length: int = WINDOW
) -> tuple[float, frozenset[str], Span | None]:
    """The run of `length` sentences that holds most of the terms: their weight, their keys, where it stands."""
    weight = {term.key: term.weight for term in terms}
    score, keys = defaultdict[int, float](float), defaultdict[int, set[str]](set)
    for key, value in weight.items():
        for window in {s - back for s in index.postings.get(key, ()) for back in range(length) if s >= back}:
            score[window] += value
            keys[window].add(key)
    if not score:
        return 0.0, frozenset(), None
    best = max(score, key=lambda window: (score[window], -window))
    last = min(best + length, len(index.sentences)) - 1
    return score[best], frozenset(keys[best]), Span(index.sentences[best].start, index.sentences[last].end)


def support(
    indexes: Sequence[SourceIndex], terms: Iterable[Term], most: int = 3, least: float = LEAST_SUPPORT
) -> Iterator[tuple[str, Span]]:
    """The sentences that carry most of what is uncovered yet, one by one; what adds little is left out."""
    open_terms = {term.key: term.weight for term in terms}
    whole = sum(open_terms.values()) or 1.0
    covered: set[str] = set()
    taken: set[tuple[int, int]] = set()
    for _ in range(most):
        found = _heaviest(indexes, open_terms, covered, taken)
        if found is None or (taken and found[0] < least * whole):
            return
        _, at, keys = found
        taken.add(at)
        covered |= keys
        yield indexes[at[0]].source_id, indexes[at[0]].sentences[at[1]]


def _heaviest(
    indexes: Sequence[SourceIndex], weights: dict[str, float], covered: set[str], taken: set[tuple[int, int]]
) -> tuple[float, tuple[int, int], set[str]] | None:
    """The sentence with the most weight; what is covered already counts a little, so that near repeats follow."""
    score, keys = defaultdict[tuple[int, int], float](float), defaultdict[tuple[int, int], set[str]](set)
    for number, index in enumerate(indexes):
        for key, value in weights.items():
            held = index.postings.get(key, ())
            counted = value * _telling(len(held), len(index.sentences)) * (AGAIN if key in covered else 1)
            for sentence in held:
                score[number, sentence] += counted
                keys[number, sentence].add(key)
    free = [at for at in score if at not in taken]
    if not free:
        return None
    best = max(free, key=lambda at: (score[at] + _beside(score, at), -at[0], -at[1]))
    return score[best] + _beside(score, best), best, keys[best]


def _telling(held: int, sentences: int) -> float:
    """How well a word tells one sentence of a source from the others: 1 where one has it, near 0 where all have."""
    return math.log((sentences + 1) / held) / math.log(sentences + 1) if held and sentences > 1 else 1.0


def _beside(score: Mapping[tuple[int, int], float], at: tuple[int, int]) -> float:
    """What the sentences before and behind one add to it: a matter is seldom told in one sentence alone."""
    source, sentence = at
    return BESIDE * (score.get((source, sentence - 1), 0.0) + score.get((source, sentence + 1), 0.0))
