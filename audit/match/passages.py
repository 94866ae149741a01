"""Runs of text that stand in two articles, or twice in one.

Invariant: every run of at least `LEAST_RUN` equal words of two articles is found, unless its words are as common as
boilerplate: winnowed fingerprints of `GRAM` words, one in every window of `WINDOW`, leave none out. Words that
stand between marks in both texts are quotes, and no passage.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain as joined
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from audit.engine import Engine
from audit.ids import stable_id
from audit.match.align import MARKS, Tile
from audit.match.answers import work_out
from audit.match.articles import Held, MatchRow, Place, Stretch, in_order_of_time, know_blocks, match_row
from audit.match.weights import Scale
from audit.match.words import Words, common_words, read_words
from audit.parts import in_parts
from audit.records import Span
from audit.text.segment import find_paragraphs, pair_marks
from audit.warehouse import Answers, Index, joined_key, mixed_key, read_sql, word_key

GRAM, WINDOW = 6, 3
LEAST_RUN = GRAM + WINDOW - 1  # 8 words: any such run holds a fingerprint
LEAST_PLAIN = 3  # telling words in small letters: without them a run is a name with its titles
WEIGHT = Scale(0.1, 0.9)  # of a word: one that many articles have still tells a little
LEAST_WEIGHT = 2.0  # of its words: below, a run is a stock phrase
MOST_ARTICLES = 60  # a fingerprint in more articles than this is boilerplate of the language
MOST_OF_ONE = 3  # a fingerprint in so many articles of one publisher is boilerplate of the house
MOST_IN_ONE = 2  # a fingerprint that stands more often in one article is a refrain
SMALL_GAP = 12  # words that may differ between two runs of one edited passage
INSERTED = 6  # words that only one of them has between two runs: more is a sentence put between two copies
BESIDE = 4093  # values of a hash of words beside a fingerprint: another word seldom has the same
MOST_READ = 4096  # articles that a process keeps as words
PAIRS = 400  # of articles, compared at once
PART = 20_000  # pairs whose seeds are held at once


Keyed = tuple[int, int, int]
"""The numbers of two articles, and the key of the answer on both."""


class PassageRow(NamedTuple):
    """One row of `passages`."""

    passage_id: str
    article_id: str
    version: int
    start: int
    end: int

    @property
    def place(self) -> Stretch:
        """Where its words stand."""
        return self.article_id, self.start, self.end


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as words, with the places between quotation marks."""

    article: Held
    words: Words
    quoted: tuple[Span, ...]  # in order, not overlapping

    def is_quoted(self, word: int) -> bool:
        """Whether that word stands between marks."""
        start = self.words.spans.starts[word]
        at = bisect_right(self.quoted, start, key=itemgetter(0)) - 1
        return at >= 0 and start < self.quoted[at].end


class Seed(NamedTuple):
    """Fingerprints that two articles share on one diagonal: `a - b` is the same for all."""

    a: int
    b: int
    diagonal: int
    first: int
    last: int


@lru_cache(maxsize=MOST_READ)
def read_article(held: Held) -> Reading:
    """The mention blocks of an article as words."""
    return Reading(held, _words(held), _apart(_marked(held)))


def _marked(article: Held) -> Iterator[Span]:
    """Whatever stands between marks, whether or not a speaker was found for it."""
    for paragraph in find_paragraphs(article.text, article.read):
        yield from pair_marks(article.text, paragraph)[0]


def _words(article: Held) -> Words:
    return read_words(article.text, *article.read) if article.read else Words()


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that meet joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


@dataclass(frozen=True, slots=True)
class Sown:
    """Two articles and the seeds that they share."""

    one: Held
    two: Held
    seeds: tuple[Seed, ...]


def match_passages(articles: Sequence[Held], index: Index, engine: Engine) -> tuple[list[MatchRow], list[PassageRow]]:
    """Rows of `matches` and of `passages`."""
    keys = _house(articles, index)
    answers, met = Answers(index, "passages"), list[Keyed]()
    for pairs in in_parts(_sown(index, engine), PART):
        met += _met(articles, pairs, answers, engine)
    met += [pair for pair in index.query(read_sql(__package__, "known_passages")) if answers.tells(pair[2])]
    met.sort()
    _meet(index, keys, met)
    answers.store()
    rows, passages = list[MatchRow](), dict[str, PassageRow]()
    for row, both in joined.from_iterable(answers.found_each(key for *_, key in met)):
        rows.append(MatchRow(*row))
        passages |= {passage[0]: PassageRow(*passage) for passage in both}
    return rows, sorted(passages.values())


def _met(
    articles: Sequence[Held], pairs: Iterable[tuple[int, int, list[Sequence[int]]]], answers: Answers, engine: Engine
) -> list[Keyed]:
    """Those pairs of articles, with the rows of their seeds, that have passages."""
    asked = [(one, two, _key(articles[one], articles[two], rows), rows) for one, two, rows in pairs]
    unknown = [pair for pair in asked if not answers.knows(pair[2])]
    know_blocks(articles[number] for pair in unknown for number in pair[:2])
    new = ((key, _seeded(articles[a], articles[b], rows)) for a, b, key, rows in unknown)
    work_out(answers, engine, _pair, ((key, (sown,)) for key, sown in new), PAIRS)
    answers.drop([pair[2] for pair in unknown if not answers.tells(pair[2])])
    return [pair[:3] for pair in asked if answers.tells(pair[2])]


def _house(articles: Sequence[Held], index: Index) -> list[int]:
    """Refill `houses`: the articles with their publishers, and the key of all that their passages rest on; these."""
    keys = list(map(_house_key, articles))
    columns = "article_no integer, owner bigint, key bigint, publisher_id varchar"
    index.run(f"create or replace temp table houses ({columns})")
    index.insert("houses", [(n, held.key, keys[n], held.publisher_id) for n, held in enumerate(articles)])
    return keys


def _house_key(held: Held) -> int:
    return joined_key(held.dated_key, word_key(held.publisher_id or ""))


def _meet(index: Index, keys: Sequence[int], pairs: Iterable[tuple[int, int, int]]) -> None:
    """Keep what this run has, by keys of its articles, for the next one."""
    index.run("delete from met_articles; insert into met_articles select * from houses; delete from met_passages")
    index.insert("met_passages", [(keys[one], keys[two], key) for one, two, key in pairs])


def _key(one: Held, two: Held, seeds: Iterable[Sequence[int]]) -> int:
    """Key of all that is found in two articles that share these seeds."""
    return mixed_key(one.dated_key, two.dated_key, *(at for seed in seeds for at in seed[2:]))


def _seeded(one: Held, two: Held, rows: Iterable[Sequence[int]]) -> Sown:
    return Sown(one, two, tuple(map(Seed._make, rows)))


def _passage_row(place: Place) -> PassageRow:
    return PassageRow(place.mention_id, place.article.article_id, place.article.version, *place.span)


def _sown(index: Index, engine: Engine) -> Iterator[tuple[int, int, list[Sequence[int]]]]:
    """Pairs of articles by their numbers, with the rows of their seeds."""
    for (one, two), rows in groupby(_seeds(index, engine), key=itemgetter(0, 1)):
        yield one, two, list(rows)


def _seeds(index: Index, engine: Engine) -> Iterator[Sequence[int]]:
    """Rows that become a `Seed` where a pair is compared, of the articles that something touched."""
    values = {"most": MOST_ARTICLES, "most_of_one": MOST_OF_ONE, "most_in_one": MOST_IN_ONE}
    _touch(index, values)
    tables = ("passage_grams", "present_articles", "houses", "touched_articles")
    sql = read_sql(__package__, "passage_candidates")
    return engine.run_sql(index, sql, tables, values)


def _touch(index: Index, values: Mapping[str, int]) -> None:
    """Refill `touched_articles`; after no run all are."""
    if index.query("select 1 from met_articles limit 1"):
        index.run(read_sql(__package__, "touched_articles"), dict(values))
    else:
        index.run("create or replace temp table touched_articles as select article_no as no, owner from houses")


def gram_rows(reading: Reading) -> Iterator[tuple[int | None, ...]]:
    """Rows of `passage_grams`."""
    owner, ids = reading.article.key, list(map(word_key, reading.words.keys))
    small = [None, None, *(word % BESIDE for word in ids), None, None]
    return ((owner, gram, at, *_beside(small, at + 2)) for gram, at in fingerprints(ids))


def _beside(small: Sequence[int | None], at: int) -> tuple[int | None, int | None, int | None]:
    """Of the words beside a fingerprint the two before it, one on either side and the two behind it, as small hashes;
    none where the text ends.
    """
    before, behind = small[at - 1], small[at + GRAM]
    return _both(small[at - 2], before), _both(before, behind), _both(behind, small[at + GRAM + 1])


def _both(one: int | None, two: int | None) -> int | None:
    return None if one is None or two is None else (one * 31 + two) % BESIDE


def fingerprints(ids: Sequence[int]) -> list[tuple[int, int]]:
    """Winnowing (Schleimer and others 2003): of every `WINDOW` grams the one with the least hash, and its place."""
    hashes = list(map(hash, zip(*(ids[n:] for n in range(GRAM)), strict=False)))
    if len(hashes) < WINDOW:
        return [(gram, at) for at, gram in enumerate(hashes)]
    least = set(map(min, *(hashes[n : len(hashes) - WINDOW + 1 + n] for n in range(WINDOW))))
    return [(gram, at) for at, gram in enumerate(hashes) if gram in least]


class Found(NamedTuple):
    """A passage of two articles, or of one with itself."""

    match: MatchRow
    passages: tuple[PassageRow, PassageRow]


def _pair(sown: Sown) -> list[Found] | None:
    """The passages that seeds of one pair of articles grow to; None where they grow to none."""
    one, two = read_article(sown.one), read_article(sown.two)
    runs = list(_runs(one.words.keys, two.words.keys, sown.seeds))
    if one is two:
        runs = [run for run in runs if run.a + run.size <= run.b]
    grown = chains(runs, lambda before, run: _breaks(one, two, before, run))
    return [
        _found(one, two, chain) for chain in grown if WEIGHT.total(own_words(one, two, chain)) >= LEAST_WEIGHT
    ] or None


def _found(one: Reading, two: Reading, chain: Sequence[Tile]) -> Found:
    first, last = chain[0], chain[-1]
    spans = one.words.hull(first.a, last.a + last.size - 1), two.words.hull(first.b, last.b + last.size - 1)
    a, b = in_order_of_time(*(_place(r.article, s) for r, s in zip((one, two), spans, strict=True)))
    row = match_row("passage", [_relation(chain)], a, b, _likeness(chain), words=sum(t.size for t in chain))
    return Found(row, (_passage_row(a), _passage_row(b)))


def _place(article: Held, span: Span) -> Place:
    return Place(article, span, stable_id("passage", article.article_id, *span))


def _runs(a: Sequence[str], b: Sequence[str], seeds: Sequence[Seed]) -> Iterator[Tile]:
    """Each seed made as long as its words are equal, once; only on its own diagonal."""
    ends: dict[int, int] = {}
    for seed in sorted(seeds, key=lambda s: (s.diagonal, s.first)):
        at = seed.first
        while at <= seed.last:
            run = _stretch(a, b, at, at - seed.diagonal)
            if run.size >= GRAM and run.a >= ends.get(seed.diagonal, -1):
                ends[seed.diagonal] = run.a + run.size
                yield run
            at = max(at, run.a + run.size) + 1


def _stretch(a: Sequence[str], b: Sequence[str], i: int, j: int) -> Tile:
    """The longest run of equal words around a place in both."""
    if a[i] != b[j]:
        return Tile(i, j, 0)
    end = 1
    while i + end < len(a) and j + end < len(b) and a[i + end] == b[j + end]:
        end += 1
    while i and j and a[i - 1] == b[j - 1]:
        i, j, end = i - 1, j - 1, end + 1
    return Tile(i, j, end)


def _breaks(one: Reading, two: Reading, before: Tile, run: Tile) -> bool:
    """Whether a new paragraph begins between two runs: what was edited there is told apart from what was not."""
    gap_a = one.article.text[one.words.spans.ends[before.a + before.size - 1] : one.words.spans.starts[run.a]]
    gap_b = two.article.text[two.words.spans.ends[before.b + before.size - 1] : two.words.spans.starts[run.b]]
    return "\n" in gap_a or "\n" in gap_b


def chains(runs: Iterable[Tile], breaks: Callable[[Tile, Tile], bool]) -> list[tuple[Tile, ...]]:
    """Runs that follow each other in both texts with small gaps, one passage; each holds a run of `LEAST_RUN`."""
    grown: list[list[Tile]] = []
    for run in sorted(runs):
        home = next(
            (chain for chain in reversed(grown[-8:]) if _follows(chain[-1], run) and not breaks(chain[-1], run)), None
        )
        if home is not None:
            home.append(run)
        elif not any(_covers(chain, run) for chain in grown[-8:]):
            grown.append([run])
    return [tuple(chain) for chain in grown if max(t.size for t in chain) >= LEAST_RUN]


def _follows(before: Tile, run: Tile) -> bool:
    gap_a, gap_b = run.a - before.a - before.size, run.b - before.b - before.size
    return 0 <= gap_a <= SMALL_GAP and 0 <= gap_b <= SMALL_GAP and abs(gap_a - gap_b) <= INSERTED


def _covers(chain: Sequence[Tile], run: Tile) -> bool:
    """Whether the run repeats words that the chain already holds in both texts."""
    first, last = chain[0], chain[-1]
    return (
        first.a <= run.a
        and run.a + run.size <= last.a + last.size
        and first.b <= run.b
        and run.b + run.size <= last.b + last.size
    )


def own_words(one: Reading, two: Reading, chain: Sequence[Tile]) -> set[str]:
    """The words of a chain that stand outside quotation marks; none where too little is running text."""
    pairs = [(t.a + n, t.b + n) for t in chain for n in range(t.size)]
    own = [i for i, j in pairs if not (one.is_quoted(i) and two.is_quoted(j))]
    plain = {one.words.keys[i] for i in own if one.article.text[one.words.spans.starts[i]].islower()}
    if len(own) < LEAST_RUN or len(plain - common_words() - MARKS) < LEAST_PLAIN:
        return set()
    if one is two and (_in_heading(one, chain[0].a) or _in_heading(two, chain[0].b)):
        return set()
    return {one.words.keys[i] for i in own}


def _in_heading(reading: Reading, word: int) -> bool:
    return any(span.holds(reading.words.spans[word]) for span in reading.article.named)


def _relation(chain: Sequence[Tile]) -> str:
    return "copied" if len(chain) == 1 else "edited"


def _likeness(chain: Sequence[Tile]) -> float:
    """Shared words in the longer of the two stretches."""
    first, last = chain[0], chain[-1]
    return sum(t.size for t in chain) / max(last.a + last.size - first.a, last.b + last.size - first.b)
