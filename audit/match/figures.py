"""Figures that say how many of the same thing there are.

Invariant: no pair comes from the number alone. Two figures are compared where unit and counted head agree and
something else does: rare words of their sentences, who says it, or that their articles share quotes or passages.
`compare_figures` judges.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from math import inf, log10
from typing import Any

from audit.figures_algebra.compare import Verdict, find_sum
from audit.figures_algebra.context import SILENT, Context
from audit.figures_algebra.keys import key_of
from audit.figures_algebra.told import HEDGES, Told, compare_told
from audit.figures_algebra.units import kind_of
from audit.lexicon import load_rules
from audit.match.articles import Held, MatchRow, Place, days_apart, in_order_of_time, match_row
from audit.match.headlines import Said, find_gaps
from audit.match.weights import Weights
from audit.match.words import common_words, read_words, stem
from audit.records import Approximator, Figure, Modality, Source, SourceKind, Span
from audit.text.sentences import sentence_around
from audit.warehouse import Warehouse, read_sql

MOST_FIGURES = 60  # a word that more figures of one key have finds no pairs
MOST_OF_ONE_KEY = 40  # figures of one key in one article: more are a list, whose entries are compared with their equals
MOST_NUMERALS = 8  # in one sentence: more make a table
MOST_IN_ONE = 5  # the same figure more often in one article is a refrain: "3 of 73 photos"
LEAST_EVIDENCE = 1.4  # weight of what two figures share besides their key
SOURCE_WEIGHT = 0.8
FAR_APART = 30  # days: beyond it, differing figures of articles that share nothing else are two states of the world
REACH = 400  # characters of a sentence looked at on either side
FOLLOWS = 0.6  # share of the words of the shorter sentence: above it the later looks taken from the earlier
SHARES = 0.35  # the same where both predicates are known to agree, or the values can both be true
ONE_STORY = 0.2  # the same for one number of one thing in two articles about one event
MOST_RATIO = 20  # of two values that can both be true: beyond it nobody takes one for the other
SMALL = 12  # a bare count up to this is in every article
TIME_UNITS = frozenset({"year of age", "year", "month", "week", "day", "hour", "minute", "decade"})
SLIP = 0.02  # of the decimal logarithm: 14,200 and 14 million are a slip of scale
LEAST_SENTENCE = 5  # words
AGREE = HEDGES | {"equal", "rounded"}
_NUMERAL = re.compile(r"\d[\d.,]*")
_COORDINATION = re.compile(r"\s+(?:and|or)\s+|,\s*")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in its place: what it counts, what its sentence says, and the words that it may share with others."""

    place: Place
    figure: Figure
    source_id: str | None
    keys: frozenset[str]  # what is measured and its head, "length:road"
    sentence: Span
    words: frozenset[str]
    told: Told  # in its sentence, beside the other figures of it

    @property
    def said(self) -> Context:
        """What its sentence says of it."""
        return self.told.said


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures, the earlier first; `linked` where their articles share quotes or passages."""

    a: Counted
    b: Counted
    linked: bool
    alone: bool = False  # each is the only figure with its key in its article
    apart: bool = False  # their articles tell two stories

    @property
    def one_article(self) -> bool:
        """Whether both stand in one article."""
        return self.a.place.article is self.b.place.article

    @property
    def one_story(self) -> bool:
        """Whether two articles tell one story."""
        return not (self.apart or self.one_article)

    @property
    def same_value(self) -> bool:
        """Whether both name the same number, hedged or not."""
        return (self.a.figure.low, self.a.figure.high) == (self.b.figure.low, self.b.figure.high)

    @property
    def one_source(self) -> bool:
        """Whether both are credited to one source."""
        return self.a.source_id is not None and self.a.source_id == self.b.source_id

    @property
    def likeness(self) -> float:
        """Shared words of the two sentences in the shorter one, which counts as `LEAST_SENTENCE` words at least."""
        return len(self.a.words & self.b.words) / max(LEAST_SENTENCE, min(len(self.a.words), len(self.b.words)))


def match_figures(
    warehouse: Warehouse, articles: dict[str, Held], links: Iterable[tuple[str, str]], story_of: Mapping[str, str]
) -> list[MatchRow]:
    """Rows of `matches`. `links`: pairs of articles that share quotes or passages; `story_of`: of each article.

    Leaves in `figure_crowds`, a table of this connection alone, the lists whose entries met their equals alone.
    """
    figures = _load(warehouse, articles)
    numbers = {(a, b): bool(linked) for a, b, linked in _candidates(warehouse, figures, articles, links)}
    numbers |= dict.fromkeys(_parts(figures), False)
    kinds = Counter((f.place.article.article_id, key) for f in figures for key in f.keys)
    pairs = [_pair(figures[a], figures[b], linked, kinds, story_of) for (a, b), linked in sorted(numbers.items())]
    sums = dict(_sums(pairs))
    rows = [row for pair in pairs if (row := _row(pair, sums))]
    held = {row.match_id for row in rows}
    return [*rows, *(row for row in _headlines(figures) if row.match_id not in held)]


def _headlines(figures: Iterable[Counted]) -> Iterator[MatchRow]:
    """A figure of title or deck with one of the body that it differs from."""
    for _, found in groupby(figures, key=lambda f: f.place.article.article_id):
        counted = [figure for figure in found if figure.keys]
        heads = [f for f in counted if any(block.meets(f.place.span) for block in f.place.article.headline)]
        below = max((block.end for block in counted[0].place.article.headline), default=0) if counted else 0
        body = [f for f in counted if f.place.span.start >= below] if heads else []
        for a, b, verdict in find_gaps([Said(f.figure, f.said) for f in heads], [Said(f.figure, f.said) for f in body]):
            one, two = heads[a], body[b]
            why = {"slot": verdict.slot, "why": verdict.why}
            yield match_row("figure", [verdict.label], one.place, two.place, Pair(one, two, False).likeness, **why)


def _load(warehouse: Warehouse, articles: dict[str, Held]) -> list[Counted]:
    rows = warehouse.dicts(read_sql(__package__, "figure_rows"))
    figures = list(_inherit(_beside(_counted(articles[row["article_id"]], row) for row in rows)))
    said = Counter(map(_wording, figures))
    return [figure for figure in figures if said[_wording(figure)] <= MOST_IN_ONE]


def _beside(figures: Iterable[Counted]) -> Iterator[Counted]:
    """Each figure with all of its sentence."""
    for _, group in groupby(figures, key=lambda f: (f.place.article.article_id, f.sentence)):
        held = list(group)
        beside = tuple(one.told.figure for one in held)
        yield from (replace(one, told=replace(one.told, beside=beside)) for one in held)


def _wording(figure: Counted) -> tuple[str, float, float, frozenset[str]]:
    return figure.place.article.article_id, figure.figure.low, figure.figure.high, figure.keys


def _inherit(figures: Iterable[Counted]) -> Iterator[Counted]:
    """ "3,000 troops were there and another 7,000 to come": the second counts what the first does."""
    before = None
    for figure in figures:
        if before is not None and _one_sentence(before, figure) and figure.said.additive:
            figure = replace(figure, keys=figure.keys | before.keys)
        yield figure
        before = figure


def _one_sentence(a: Counted, b: Counted) -> bool:
    return a.place.article is b.place.article and a.sentence == b.sentence


def _counted(article: Held, row: dict[str, Any]) -> Counted:
    span = Span(row["start_char"], row["end_char"])
    source = Source(row["source_name"], SourceKind(row["source_kind"])) if row["source_name"] else None
    figure = Figure(
        span, row["surface"], row["low"], row["high"], Approximator(row["approximator"]), row["hedge"], row["unit"],
        row["counted"], row["predicate"], Modality(row["modality"]), source, row["as_of"], row["place"],
        row["qualifiers"],
    )  # fmt: skip
    sentence = sentence_around(article.text, span, reach=REACH)
    words = _evidence(article.text, sentence, figure)
    keys = frozenset() if _is_table(sentence.of(article.text)) else figure_keys(figure)
    told = Told(sentence.of(article.text), _moved(figure, sentence.start))
    return Counted(Place(article, span, row["figure_id"]), figure, row["source_id"], keys, sentence, words, told)


def _moved(figure: Figure, start: int) -> Figure:
    """The figure in the text that begins at `start`."""
    return replace(figure, span=Span(figure.span.start - start, figure.span.end - start))


def _is_table(sentence: str) -> bool:
    """Whether it holds so many numbers that none of them can be told what it counts."""
    return len(_NUMERAL.findall(sentence)) > MOST_NUMERALS


def figure_keys(figure: Figure) -> frozenset[str]:
    """What is measured and of what: one for each head ("soldiers and officers"), "*" where it may stand for anything.

    Litres and gallons have one key, so that a unit that slips is seen.
    """
    parts = _COORDINATION.split(figure.counted or "")
    keys = [key_of(replace(figure, counted=part), SILENT) for part in parts]
    heads = {head for key in keys for head in key.heads} | ({"*"} if any(key.wild for key in keys) else set())
    return frozenset(f"{kind_of(figure)}:{head}" for head in heads)


def _evidence(text: str, sentence: Span, figure: Figure) -> frozenset[str]:
    """What the sentence shares with others, without the number, its hedge and the head it is keyed by."""
    before, after = Span(sentence.start, figure.span.start), Span(figure.span.end, max(figure.span.end, sentence.end))
    hedge = set(read_words(figure.hedge or "").keys)
    keys = (key for key in read_words(text, before, after).keys if key not in common_words() and not key[0].isdigit())
    words = {stem(_country(key)) for key in keys if key not in hedge}
    heads = {stem(head) for part in _COORDINATION.split(figure.counted or "") for head in part.lower().split()[-1:]}
    return frozenset(words - heads | ({f"={figure.low:.15g}"} if _telling(figure) else set()))


def _country(word: str) -> str:
    """The people of a country as the country: Korean, Korea."""
    return word[:-1] if len(word) > 5 and word.endswith(("ean", "ian", "can")) else word


def _telling(figure: Figure) -> bool:
    """Whether a value has three significant digits or more: 14,200 is seldom met by chance, 10,000 is."""
    return figure.low == figure.high and len(f"{figure.low:.15g}".replace(".", "").strip("0")) >= 3


def _candidates(
    warehouse: Warehouse, figures: Sequence[Counted], articles: dict[str, Held], links: Iterable[tuple[str, str]]
) -> list[tuple[int, int, int]]:
    """Numbers of two figures, and whether their articles are linked."""
    numbers = {article_id: n for n, article_id in enumerate(articles)}
    weights = Weights(tuple(figure.words) for figure in figures)
    warehouse.run(read_sql(__package__, "figure_tables"))
    warehouse.insert("figure_words", (row for n, f in enumerate(figures) for row in _word_rows(n, f, weights)))
    warehouse.insert("figure_keys", (row for n, f in enumerate(figures) for row in _key_rows(n, f, numbers)))
    warehouse.insert("figure_links", ((numbers[a], numbers[b]) for a, b in links))
    warehouse.run(read_sql(__package__, "figure_crowds"), {"most": MOST_OF_ONE_KEY})
    values = {"most": MOST_FIGURES, "least": LEAST_EVIDENCE}
    return [(a, b, linked) for a, b, linked in warehouse.query(read_sql(__package__, "figure_candidates"), values)]


def _key_rows(number: int, counted: Counted, numbers: Mapping[str, int]) -> Iterator[Sequence[Any]]:
    article, figure = counted.place.article.article_id, counted.figure
    return ((number, numbers[article], article, key, figure.low, figure.high) for key in sorted(counted.keys))


def _word_rows(number: int, figure: Counted, weights: Weights) -> Iterator[tuple[int, str, str, float]]:
    for key in sorted(key for key in figure.keys if not key.endswith(":*")):
        yield from ((number, key, word, weights.of(word)) for word in sorted(figure.words))
        if figure.source_id:
            yield (number, key, f"@{figure.source_id}", SOURCE_WEIGHT)


def _parts(figures: Sequence[Counted]) -> Iterator[tuple[int, int]]:
    """A figure that its sentence calls a part, and the whole: the last figure before it that is none, or the next."""
    shared = Counter((figure.place.article.article_id, figure.sentence) for figure in figures)
    for number, figure in enumerate(figures):
        if shared[figure.place.article.article_id, figure.sentence] == 1:
            continue
        if figure.said.part:
            whole = _last_whole(figures, number)
            if whole is not None and _one_sentence(figures[whole], figure):
                yield whole, number
        elif number and _one_sentence(figures[number - 1], figure) and figures[number - 1].said.part:
            yield number - 1, number


def _last_whole(figures: Sequence[Counted], number: int) -> int | None:
    """The last figure before that one in its article that is no part."""
    article = figures[number].place.article
    before = range(number - 1, -1, -1)
    return next((n for n in before if figures[n].place.article is not article or not figures[n].said.part), None)


def _pair(
    one: Counted, two: Counted, linked: bool, kinds: Counter[tuple[str, str]], story_of: Mapping[str, str]
) -> Pair:
    first, _ = in_order_of_time(one.place, two.place)
    a, b = (one, two) if first is one.place else (two, one)
    alone = any(all(kinds[f.place.article.article_id, key] == 1 for f in (a, b)) for key in a.keys & b.keys)
    apart = story_of[a.place.article.article_id] != story_of[b.place.article.article_id]
    return Pair(a, b, linked, alone, apart)


def _row(pair: Pair, sums: dict[tuple[str, str], str]) -> MatchRow | None:
    why = sums.get((pair.a.place.mention_id, pair.b.place.mention_id))
    told = (Verdict("sum", "value", why),) if why else _verdicts(pair)
    labels = list(dict.fromkeys(one.label for one in told))
    if "different" in labels or not _one_thing(pair, labels[0]):
        return None
    return match_row("figure", labels, pair.a.place, pair.b.place, pair.likeness, slot=told[0].slot, why=told[0].why)


def _one_thing(pair: Pair, label: str) -> bool:
    """Whether both are said of one thing, as far as can be seen: else they are two facts."""
    if label == "part" or _one_sentence(pair.a, pair.b):
        return label == "part" and _one_sentence(pair.a, pair.b)  # else a sentence sets its figures side by side itself
    if label == "sum":
        return True
    if pair.apart and not _is_told_alike(pair):
        return False
    if label not in AGREE and (_too_far(pair) or (not pair.one_source and _set_apart(pair))):
        return False
    if label not in AGREE and _is_far(pair):
        return False
    return pair.likeness >= _least_likeness(pair, label)


def _is_told_alike(pair: Pair) -> bool:
    """Whether two articles of different stories tell a figure in much the same words at about the same time."""
    days = days_apart(pair.a.place.article, pair.b.place.article)
    return pair.likeness >= FOLLOWS and days is not None and days <= FAR_APART


def _is_far(pair: Pair) -> bool:
    """Whether the values lie so far apart that nobody takes one for the other, unless a zero came or went."""
    low, high = sorted(max(abs(f.figure.low), abs(f.figure.high)) for f in (pair.a, pair.b))
    ratio = high / low if low else inf
    slip = inf if ratio is inf else abs(log10(ratio) - round(log10(ratio)))
    return ratio > MOST_RATIO and slip > SLIP and not (pair.one_source and pair.likeness >= SHARES)


def _set_apart(pair: Pair) -> bool:
    """Whether one counts only some of their kind: former soldiers."""
    a, b = (_population_words() & set(read_words(f.figure.counted or "").keys) for f in (pair.a, pair.b))
    return a != b


@cache
def _population_words() -> frozenset[str]:
    return frozenset(entry["word"] for entry in load_rules("populations")["words"])


def _least_likeness(pair: Pair, label: str) -> float:
    """How alike the sentences must be: the less, the more else ties the two figures together."""
    if _is_everywhere(pair.a) or _is_everywhere(pair.b):
        return SHARES if pair.linked and pair.alone else FOLLOWS
    if pair.one_source or (pair.linked and pair.alone):
        return 0.0
    if pair.one_story and label in AGREE and pair.same_value:
        return ONE_STORY
    if pair.linked or pair.one_article or label in AGREE or label == "compatible" or _one_class(pair):
        return SHARES
    return FOLLOWS


def _is_everywhere(figure: Counted) -> bool:
    """Durations, shares of something unsaid, small numbers: every article has some."""
    if figure.figure.unit in TIME_UNITS or (figure.figure.unit and not figure.figure.counted):
        return True
    return figure.figure.unit is None and figure.figure.high <= SMALL


def _one_class(pair: Pair) -> bool:
    """Whether both predicates are known to be of one class."""
    a, b = key_of(pair.a.figure, pair.a.said), key_of(pair.b.figure, pair.b.said)
    return bool(a.classes and b.classes) and a.against(b) == "same"


def _verdicts(pair: Pair) -> tuple[Verdict, ...]:
    derived = pair.linked and not pair.one_article
    told = (pair.a.told, pair.b.told)
    if _one_sentence(pair.a, pair.b):  # it stands beside itself
        told = (replace(pair.a.told, beside=()), replace(pair.b.told, beside=()))
    return compare_told(*told, same_source=pair.one_source, derived=derived)


def _too_far(pair: Pair) -> bool:
    days = days_apart(pair.a.place.article, pair.b.place.article)
    return not pair.linked and days is not None and days > FAR_APART


def _sums(pairs: Sequence[Pair]) -> Iterator[tuple[tuple[str, str], str]]:
    """Ids of a part and a total, the earlier first, and why: of two figures the second was added in so many words."""
    beside = defaultdict[str, dict[str, Counted]](dict)
    for pair in pairs:
        beside[pair.a.place.mention_id][pair.b.place.mention_id] = pair.b
        beside[pair.b.place.mention_id][pair.a.place.mention_id] = pair.a
    for pair in pairs:
        if pair.one_article and _adds(pair.a, pair.b):
            totals = {**beside[pair.a.place.mention_id], **beside[pair.b.place.mention_id]}
            for total in totals.values():
                yield from _sum_rows(pair, total)


def _sum_rows(pair: Pair, total: Counted) -> Iterator[tuple[tuple[str, str], str]]:
    parts = (pair.a, pair.b)
    figures = [part.figure for part in (*parts, total)]
    if total in parts or not all(map(_is_point, figures)) or not find_sum(figures[:2], total.figure):
        return
    why = f"“{pair.a.figure.surface}” and another “{pair.b.figure.surface}” add up to “{total.figure.surface}”"
    for part in parts:
        one, two = in_order_of_time(part.place, total.place)
        yield (one.mention_id, two.mention_id), why


def _is_point(figure: Figure) -> bool:
    """Whether it names one value, hedged or not: bounds and ranges add up to anything."""
    return figure.low == figure.high and figure.approximator in (Approximator.EXACT, Approximator.ABOUT)


def _adds(first: Counted, second: Counted) -> bool:
    """Whether the second is said to come on top of the first, in one sentence or the next."""
    return second.said.additive and 0 < second.place.span.start - first.place.span.end < REACH
