"""Figures that say how many of the same thing there are.

Invariant: no pair comes from the number alone. Two figures are compared where unit and counted head agree and
something else does: rare words of their sentences, who says it, or that their articles share quotes or passages.
`compare_figures` judges.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from math import inf, log10
from typing import NamedTuple

from audit.engine import Engine
from audit.figures_algebra.compare import Verdict, find_sum
from audit.figures_algebra.keys import heads_agree, key_of
from audit.figures_algebra.told import HEDGES, Told, compare_told
from audit.lexicon import load_rules
from audit.lexicon.counts import person_nouns
from audit.match.answers import work_out
from audit.match.articles import Held, MatchRow, days_apart, in_order_of_time, match_row
from audit.match.copied_figures import find_copied
from audit.match.credited_figures import fill_stories, find_credited, find_measured
from audit.match.figure_readings import REACH, Counted, likeness, one_sentence
from audit.match.numbered_figures import Figures, Numbered
from audit.match.weights import GRAIN, PRIOR
from audit.match.words import read_words
from audit.parts import in_parts
from audit.records import Approximator, Figure, Modality, Span
from audit.warehouse import Answers, Index, Warehouse, mixed_key, read_sql, word_key

MOST_FIGURES = 60  # a word that more figures of one key have finds no pairs
MOST_OF_ONE_KEY = 40  # figures of one key in one article: more are a list, whose entries are compared with their equals
LEAST_EVIDENCE = 1.4  # weight of what two figures share besides their key
SOURCE_WEIGHT = 0.8
FAR_APART = 30  # days: beyond it, differing figures of articles that share nothing else are two states of the world
FOLLOWS = 0.6  # share of the words of the shorter sentence: above it the later looks taken from the earlier
SHARES = 0.35  # the same where both predicates are known to agree, or the values can both be true
ONE_STORY = 0.2  # the same for one number of one thing in two articles about one event
MOST_RATIO = 20  # of two values that can both be true: beyond it nobody takes one for the other
SMALL = 12  # a bare count up to this is in every article
TIME_UNITS = frozenset({"year of age", "year", "month", "week", "day", "hour", "minute", "decade"})
SHARE = "percentage"
PAIRS = 1000  # compared at once
PART = 8_000  # pairs whose figures are held at once
ADDED = 1_000  # parts, what is added to each, and totals, likewise
TABLES = ("figure_words", "present_figures", "figure_keys", "figure_links", "figure_crowds")
SLIP = 0.02  # of the decimal logarithm: 14,200 and 14 million are a slip of scale
AGREE = HEDGES | {"equal", "rounded"}
KEPT = AGREE - {"hedge_flipped"}  # "30 hours or more", "less than 30 hours": one limit, of those on either side


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures, the earlier first; `linked` where their articles share quotes or passages."""

    a: Counted
    b: Counted
    linked: bool
    alone: bool = False  # each is the only figure with its key in its article
    apart: bool = False  # their articles tell two stories
    copied: bool = False  # nothing but the words around them, which both articles have, sets them side by side
    credited: bool = False  # one article has its figure from the house of the other
    measured: bool = False  # nothing but one amount in one story, and words beside it, sets them side by side

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
        return likeness(self.a, self.b)


def match_figures(
    warehouse: Warehouse,
    articles: Mapping[str, Held],
    shared: Sequence[MatchRow],
    story_of: Mapping[str, str],
    index: Index,
    engine: Engine,
) -> list[MatchRow]:
    """Rows of `matches`. `shared`: the rows of quotes and passages; `story_of`: of each article.

    Leaves in `figure_crowds`, a working table of the index, the lists whose entries met their equals alone.
    """
    figures, answers = Figures(warehouse, articles, index, engine), Answers(index, "figures")
    stories = [story_of[one] for one in articles]
    fill_stories(index, stories)
    ties = _ties(warehouse, articles, shared, figures, index, engine)
    keyed = [(_key(figures.rows[tie.a], figures.rows[tie.b], tie, stories), tie) for tie in ties]
    unknown = [(key, tie) for key, tie in keyed if not answers.knows(key)]
    unknown.sort(key=lambda one: stories[figures.rows[one[1].a].article_no])  # those of one story are read at once
    for part in in_parts(unknown, PART):
        figures.load(number for _, tie in part for number in (tie.a, tie.b))
        asked = [(key, (_tied(tie, figures, story_of), tie.added)) for key, tie in part]
        work_out(answers, engine, _row, asked, PAIRS, light=True)
    rows = [MatchRow(*row) for row in answers.found_each(key for key, _ in keyed) if row]
    answers.store()
    held = {row.match_id for row in rows}
    return [*rows, *(row for row in figures.headlines if row.match_id not in held)]


class Tie(NamedTuple):
    """Two figures that are compared, by their numbers; `added`: why one is a part of the other, if so."""

    a: int
    b: int
    linked: bool
    copied: bool
    added: str | None
    credited: bool
    measured: bool


def _ties(
    warehouse: Warehouse,
    articles: Mapping[str, Held],
    shared: Sequence[MatchRow],
    figures: Figures,
    index: Index,
    engine: Engine,
) -> list[Tie]:
    """All that are compared, in the order of their numbers."""
    linked = dict(_candidates(articles, _links(shared), index, engine))
    linked |= dict.fromkeys(figures.parts, False)
    twins = (pair for pair in find_copied(warehouse, shared, articles, index) if figures.refrains.isdisjoint(pair))
    copied = frozenset(twins) - linked.keys()
    linked |= dict.fromkeys(copied, True)
    credited = frozenset(pair for pair in find_credited(warehouse, index) if figures.refrains.isdisjoint(pair))
    measured = frozenset(find_measured(index)) - linked.keys() - credited
    copied -= credited
    linked = dict.fromkeys(measured, False) | linked | dict.fromkeys(credited, True)
    pairs = sorted(linked)
    sums = dict(_sums(pairs, figures, index))
    return [
        Tie(*pair, linked[pair], pair in copied, sums.get(pair), pair in credited, pair in measured) for pair in pairs
    ]


def _key(a: Numbered, b: Numbered, tie: Tie, stories: Sequence[str]) -> int:
    """Key of all that the verdict on a pair rests on."""
    apart, one_source = stories[a.article_no] != stories[b.article_no], a.source is not None and a.source == b.source
    ties = tie.linked, apart, one_source, tie.copied, tie.credited, tie.measured
    return mixed_key(a.owner, b.owner, *ties, word_key(tie.added or ""))


def _tied(tie: Tie, figures: Figures, story_of: Mapping[str, str]) -> Pair:
    pair = _pair(figures[tie.a], figures[tie.b], tie.linked, figures.kinds, story_of)
    return replace(pair, copied=tie.copied, credited=tie.credited, measured=tie.measured)


def _links(rows: Iterable[MatchRow]) -> list[tuple[str, str]]:
    """Pairs of articles that share quotes or passages."""
    return sorted({(row.a_article_id, row.b_article_id) for row in rows if row.a_article_id != row.b_article_id})


def _candidates(
    articles: Mapping[str, Held], links: Iterable[tuple[str, str]], index: Index, engine: Engine
) -> Iterator[tuple[tuple[int, int], bool]]:
    """Numbers of two figures, and whether their articles are linked."""
    numbers = {article_id: n for n, article_id in enumerate(articles)}
    index.run(read_sql(__package__, "figure_tables"))
    index.insert("figure_links", ((numbers[a], numbers[b]) for a, b in links))
    index.run(read_sql(__package__, "figure_crowds"), {"most": MOST_OF_ONE_KEY})
    values = {"most": MOST_FIGURES, "least": LEAST_EVIDENCE, "of_source": SOURCE_WEIGHT, "prior": PRIOR, "grain": GRAIN}
    sql = read_sql(__package__, "figure_candidates")
    return (((a, b), bool(linked)) for a, b, linked in engine.run_sql(index, sql, TABLES, values))


def _pair(
    one: Counted, two: Counted, linked: bool, kinds: Counter[tuple[str, str]], story_of: Mapping[str, str]
) -> Pair:
    first, _ = in_order_of_time(one.place, two.place)
    a, b = (one, two) if first is one.place else (two, one)
    alone = any(all(kinds[f.place.article.article_id, key] == 1 for f in (a, b)) for key in a.keys & b.keys)
    apart = story_of[a.place.article.article_id] != story_of[b.place.article.article_id]
    return Pair(a, b, linked, alone, apart)


def _row(pair: Pair, why: str | None) -> MatchRow | None:
    told = (Verdict("sum", "value", why),) if why else _verdicts(pair)
    labels = list(dict.fromkeys(one.label for one in told))
    if not labels or "different" in labels or not _one_thing(pair, labels[0]):
        return None
    return match_row("figure", labels, pair.a.place, pair.b.place, pair.likeness, slot=told[0].slot, why=told[0].why)


def _one_thing(pair: Pair, label: str) -> bool:
    """Whether both are said of one thing, as far as can be seen: else they are two facts."""
    if label == "part" or one_sentence(pair.a, pair.b):
        return label == "part" and one_sentence(pair.a, pair.b)  # else a sentence sets its figures side by side itself
    if pair.copied:
        return label == "equal" and (pair.likeness >= FOLLOWS or not (_is_everywhere(pair.a) or _is_everywhere(pair.b)))
    if label == "sum" or pair.credited:
        return True
    if pair.measured:
        return label in KEPT and not _is_bound(pair) and pair.likeness >= SHARES
    if pair.apart and not _is_told_alike(pair):
        return False
    if label not in AGREE and (_too_far(pair) or (not pair.one_source and _set_apart(pair))):
        return False
    if label not in AGREE and _is_far(pair):
        return False
    return pair.likeness >= _least_likeness(pair, label)


def _is_bound(pair: Pair) -> bool:
    """Whether one alone says that it is less: "far less than $1 trillion" is told of another sum than that."""
    kinds = {pair.a.figure.approximator, pair.b.figure.approximator}
    return len(kinds) > 1 and Approximator.BELOW in kinds


def _is_told_alike(pair: Pair) -> bool:
    """Whether two articles of different stories tell a figure in much the same words at about the same time."""
    days = days_apart(pair.a.place.article, pair.b.place.article)
    return pair.likeness >= FOLLOWS and days is not None and days <= FAR_APART and not _is_elsewhere(pair)


def _is_elsewhere(pair: Pair) -> bool:
    """Whether both are shares and only one, or each, has a place of its own: two polls."""
    a, b = pair.a.figure, pair.b.figure
    return a.unit == SHARE and (a.place or "").casefold() != (b.place or "").casefold()


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
    if one_sentence(pair.a, pair.b):  # it stands beside itself
        told = (replace(pair.a.told, beside=()), replace(pair.b.told, beside=()))
    if pair.same_value and (pair.credited or pair.measured):
        told = (_anew(told[0], pair), _anew(told[1], pair))
    verdicts = compare_told(*told, same_source=pair.one_source or pair.credited, derived=derived)
    if pair.credited and pair.same_value:  # of what it is told is read too loosely to say that it changed
        return () if _counts_other_things(pair) else tuple(one for one in verdicts if one.slot != "subject")
    return verdicts


def _anew(told: Told, pair: Pair) -> Told:
    """A figure without what its own sentence alone says of it, where other words tell that both are one: the head of a
    measure ("a tank lost 12,000 litres", "a loss of 12,000 litres"), and along a credit what is done and what may be.
    """
    figures = (pair.a.figure, pair.b.figure)
    counted = None if all(figure.unit for figure in figures) else told.figure.counted
    is_said = pair.credited and Modality.DENIED not in {figure.modality for figure in figures}
    figure = replace(told.figure, counted=counted, modality=Modality.DONE if is_said else told.figure.modality)
    return replace(told, figure=figure, beside=tuple(figure if one == told.figure else one for one in told.beside))


def _counts_other_things(pair: Pair) -> bool:
    """Whether two bare counts are of two things and not, in two words, of people."""
    if any(one.figure.unit for one in (pair.a, pair.b)):
        return False
    a, b = (key_of(one.figure, one.said) for one in (pair.a, pair.b))
    return heads_agree(a, b) is False and not a.heads | b.heads <= person_nouns()


def _too_far(pair: Pair) -> bool:
    days = days_apart(pair.a.place.article, pair.b.place.article)
    return not pair.linked and days is not None and days > FAR_APART


def _sums(pairs: Sequence[tuple[int, int]], figures: Figures, index: Index) -> Iterator[tuple[tuple[int, int], str]]:
    """Numbers of a part and a total, and why: of two figures the second was added in so many words."""
    added = _added(pairs, figures, index)
    parts, beside = frozenset(number for pair in added for number in pair), defaultdict[int, dict[int, None]](dict)
    for a, b in (pair for pair in pairs if not parts.isdisjoint(pair)):
        beside[a][b] = beside[b][a] = None
    asked = ((a, b, total) for a, b in added for total in {**beside[a], **beside[b]} if total not in (a, b))
    kept = Answers(index, "sums")
    for some in in_parts(asked, ADDED):
        keyed = [(mixed_key(*(figures.rows[number].owner for number in three)), three) for three in some]
        figures.load(number for key, three in keyed if not kept.knows(key) for number in three)
        for key, (a, b, total) in keyed:
            if why := kept.answer(key, partial(_added_up, figures, a, b, total)):
                yield from (((min(part, total), max(part, total)), why) for part in (a, b))
    kept.store()


def _added(pairs: Iterable[tuple[int, int]], figures: Figures, index: Index) -> list[tuple[int, int]]:
    """Pairs of one article of which the second is said to come on top of the first, in one sentence or the next."""
    kept, one = Answers(index, "additive"), [pair for pair in pairs if figures.one_article(pair)]
    places = figures.places(number for pair in one for number in pair)
    near = [(a, b) for a, b in one if _is_near(places[a], places[b])]
    figures.load(b for _, b in near if not kept.knows(figures.rows[b].owner))
    found = [(a, b) for a, b in near if kept.answer(figures.rows[b].owner, partial(_is_additive, figures, b))]
    kept.store()
    return found


def _is_near(first: Span, second: Span) -> bool:
    """Whether a place stands behind another, in the same sentence or the next."""
    return 0 < second.start - first.end < REACH


def _is_additive(figures: Figures, number: int) -> bool | None:
    return figures[number].said.additive or None


def _added_up(figures: Figures, a: int, b: int, total: int) -> str | None:
    return _sum_of(figures[a], figures[b], figures[total])


def _sum_of(one: Counted, two: Counted, total: Counted) -> str | None:
    """Why the third is the sum of two, if it is."""
    figures = [counted.figure for counted in (one, two, total)]
    if not all(map(_is_point, figures)) or not find_sum(figures[:2], total.figure):
        return None
    return f"“{figures[0].surface}” and another “{figures[1].surface}” add up to “{figures[2].surface}”"


def _is_point(figure: Figure) -> bool:
    """Whether it names one value, hedged or not: bounds and ranges add up to anything."""
    return figure.low == figure.high and figure.approximator in (Approximator.EXACT, Approximator.ABOUT)
