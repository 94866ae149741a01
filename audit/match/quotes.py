"""Quotes that are the same words: in two articles, or twice in one.

Invariant: a pair is found by shared runs of words that few quotes have, and kept only when the words they share are
long and rare enough for what is known of the speakers and for the days between; a stock phrase between marks never
matches alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz

from audit.engine import Engine
from audit.match.align import LEAST_TILE, MARKS, SERIOUSNESS, Alignment, Tile, align, relations
from audit.match.answers import work_out
from audit.match.articles import Held, MatchRow, Place, days_apart, in_order_of_time, match_row
from audit.match.names import may_be_one
from audit.match.present_rows import drop_silent, drop_stale, present_keys
from audit.match.retranslation import REWORDED, as_translations, is_retranslated
from audit.match.splices import mark_splices
from audit.match.spoken import Sayings, Spoken, Utterance
from audit.match.translations import LEAST_WORDS as LEAST_TRANSLATED
from audit.match.translations import find_copies, find_translations
from audit.match.weights import Scale
from audit.match.words import common_words, read_words, stem
from audit.parts import in_parts
from audit.records import Span
from audit.warehouse import Answers, Index, Warehouse, joined_key, mixed_key, read_sql, word_key

MOST_QUOTES = 100  # a run of three words in more quotes than this finds no candidates
LONGEST_TITLE = 8  # words
PAIRS = 2000  # compared at once
PART = 100_000  # pairs whose utterances are held at once
ASKED = 50_000  # utterances whose pairs are asked for at once
BATCH = 2000  # utterances whose rows are inserted at once
TABLES = ("quote_grams", "present_quotes", "touched_quotes", "quote_silent")
SHORT = 6  # words: below this one shared run is enough to look at a pair
LEAST_WORDS = 4
LEAST_SCORE = 70.0  # RapidFuzz, 0 to 100: below it a pair is not looked at
_ADDRESS = re.compile(r"https?://|www\.|\.(?:jpg|png|gif)\b")
EDGE = " \n\t\u00a0.,;:!?-–—"


class Gate(NamedTuple):
    """What a pair must share: words in runs, their share of the shorter quote, their weight."""

    words: int
    share: float
    weight: float


SAME_SPEAKER = Gate(LEAST_WORDS, 0.5, 0.65)
UNKNOWN_SPEAKER = Gate(5, 0.6, 1.3)
TWO_SPEAKERS = Gate(6, 0.8, 1.3)
PIECE_WORDS, PIECE_SHARE = 10, 0.75  # shared by pieces of two utterances that go on to say other things
WEIGHT = Scale(0.3, 0.77)  # of a shared word: one that many articles have, few quotes have
WORD_WEIGHT = 0.07  # of any shared word, however common: a long run of small words is no chance either
FAR_APART = 30  # days: beyond it, words of unknown or different speakers must weigh FAR_FACTOR as much
FAR_FACTOR = 2.0
NEAR = 3  # days: what is said again later may be another occasion, whoever says it
LATER_RUN = 4  # words: of quotes further apart than NEAR, shorter runs are chance
LATER_WEIGHT = 0.65  # of those runs times the share of the shorter quote; FAR_FACTOR as much FAR_APART days later
CITED_RUN = 12  # words: so many in a row a month later are cited, whatever stands beside them
SHORTENED = frozenset({"truncated", "fragment"})
"""Relations that change no word."""
CARRIED = 0.5  # of the words in marks: so many in the other quote, and it is the same one
AROUND = 160  # characters, a sentence, in which the words of a quote may stand though it ends before them
LASTING_RUN = 8  # words: a line so long that is shared whole is quoted for years
Keyed = tuple[int, int, int]
"""The key of the answer on a pair of utterances, and their numbers."""


def match_quotes(warehouse: Warehouse, articles: dict[str, Held], index: Index, engine: Engine) -> list[MatchRow]:
    """Rows of `matches`, a row per pair of utterances."""
    said = Sayings(warehouse, articles)
    read_new(said, index)
    rows = _compared(said, index, engine)
    drop_stale(index, "present_quotes", "quote_traits", "quote_grams")
    for a, b in find_translations(_translated(said, index, rows), rows, index):
        rows[a, b] = match_translations(said[a].utterance, said[b].utterance)
    return mark_splices(list(rows.values()))


def _compared(said: Sayings, index: Index, engine: Engine) -> dict[tuple[int, int], MatchRow]:
    """The rows of pairs that share enough, by their numbers."""
    answers, found = Answers(index, "quotes"), list[Keyed]()
    for pairs in in_parts(_candidates(index, engine), PART):
        found += _same(pairs, said, answers, index, engine)
    found.sort(key=lambda one: one[1:])
    drop_silent(index, "quote_silent", "present_quotes")
    _meet(index, ((said.keys.key(a), said.keys.key(b)) for _, a, b in found))
    told = zip(found, answers.found_each(key for key, *_ in found), strict=True)
    rows = {(a, b): MatchRow(*row) for (_, a, b), row in told}
    answers.store()
    return rows


def _same(
    pairs: Sequence[tuple[int, int]], said: Sayings, answers: Answers, index: Index, engine: Engine
) -> list[Keyed]:
    """Pairs that are the same words, with the keys of their answers; the others are noted."""
    keyed = [(mixed_key(said.keys.key(a), said.keys.key(b)), a, b) for a, b in pairs]
    unknown = [one for one in keyed if not answers.knows(one[0])]
    said.load(number for _, *both in unknown for number in both)
    work_out(answers, engine, _compare, ((key, (said[a], said[b])) for key, a, b in unknown), PAIRS, light=True)
    silent = [one for one in unknown if not answers.tells(one[0])]
    index.insert("quote_silent", ((said.keys.key(a), said.keys.key(b)) for _, a, b in silent))
    answers.drop(key for key, *_ in silent)
    return [one for one in keyed if answers.tells(one[0])]


def read_new(said: Sayings, index: Index) -> None:
    """Read the utterances that the index has not seen: their traits and runs of words go there."""
    present_keys(index, "present_quotes", said.keys.columns)
    sql = "select min(no) from present_quotes anti join quote_traits using (owner) group by owner order by 1"
    new = [number for (number,) in index.query(sql)]
    for numbers in in_parts(new, BATCH):
        said.load(numbers)
        batch = [said[number] for number in numbers]
        index.insert("quote_traits", [_trait_row(one) for one in batch])
        index.insert("quote_grams", [row for one in batch for row in _gram_rows(one)])


def _trait_row(one: Spoken) -> tuple[int, int, bool]:
    return one.keys.owner, one.utterance.length, one.utterance.translated


def _translated(said: Sayings, index: Index, rows: Mapping[tuple[int, int], MatchRow]) -> dict[int, Spoken]:
    """Utterances by their numbers of which anything says that they were spoken in another language, and copies."""
    sql = "select no from present_quotes join quote_traits using (owner) where translated and length >= ? order by no"
    told = {number for (number,) in index.query(sql, [LEAST_TRANSLATED])}
    said.load(told)
    numbers = sorted(told.union(find_copies(said, told, rows)))
    said.load(numbers)
    return {number: said[number] for number in numbers}


def _candidates(index: Index, engine: Engine) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of utterances that share rare runs of three words, and are not known to be two statements.

    Asked are those that something touched; the others are what the run before found.
    """
    index.run(read_sql(__package__, "touched_quotes"), {"most": MOST_QUOTES, "part_size": ASKED})
    parts = index.query("select distinct part from touched_quotes order by part")
    known = ((a, b) for a, b in index.query(read_sql(__package__, "known_pairs")))
    return chain(chain.from_iterable(_asked(index, engine, part) for (part,) in parts), known)


def _asked(index: Index, engine: Engine, part: int) -> Iterator[tuple[int, int]]:
    """Those pairs of one part of `touched_quotes`."""
    values = {"most": MOST_QUOTES, "short": SHORT, "part": part}
    rows = engine.run_sql(index, read_sql(__package__, "quote_candidates"), TABLES, values)
    return ((a, b) for a, b, _ in rows)


def _meet(index: Index, pairs: Iterable[tuple[int, int]]) -> None:
    """Keep what this run has, by keys, for the next one."""
    index.run("delete from met_quotes; insert into met_quotes select owner, no, key from present_quotes")
    index.run("delete from met_pairs")
    index.insert("met_pairs", list(pairs))


def _gram_rows(one: Spoken) -> Iterator[tuple[int, int, int]]:
    """Runs of three words."""
    keys = [word_key(key) for key in one.utterance.words.keys if key not in MARKS]
    if len(keys) >= LEAST_WORDS and not _is_name(one.utterance):
        grams = {joined_key(*run) for run in zip(keys, keys[1:], keys[2:], strict=False)}
        yield from ((one.keys.owner, gram, len(keys)) for gram in sorted(grams))


def _is_name(utterance: Utterance) -> bool:
    """Whether it is no statement: an address, or a title in capitals."""
    text, words = utterance.article.text, utterance.words
    if _ADDRESS.search(utterance.texts[0]):
        return True
    if len(words) > LONGEST_TITLE:
        return False
    telling = [text[span.start] for key, span in zip(words.keys, words.spans, strict=True) if key not in common_words()]
    return not any(letter.islower() for letter in telling)


def _compare(one: Spoken, two: Spoken) -> MatchRow | None:
    return match_pair(one.utterance, two.utterance)


def match_pair(a: Utterance, b: Utterance) -> MatchRow | None:
    """The row of two utterances, or None where they are not the same words."""
    if _overlap(a, b) or not _may_pass(a, b):
        return None
    if in_order_of_time(a.pieces[0], b.pieces[0])[0] is b.pieces[0]:
        a, b = b, a
    alignment = align(a.words.keys, b.words.keys)
    if not suffices(a, b, alignment):  # asked first: the score costs more than the alignment
        return None
    score = _score(a.words.keys, b.words.keys)
    if score < LEAST_SCORE or _shares_frame(a, b) or _shares_frame(b, a):
        return None
    a, b = (
        _carried(a, [(t.a, t.size) for t in _runs(alignment)]),
        _carried(b, [(t.b, t.size) for t in _runs(alignment)]),
    )
    alignment = align(a.words.keys, b.words.keys)
    runs = _runs(alignment)
    place_a, place_b = _place(a, [(t.a, t.size) for t in runs]), _place(b, [(t.b, t.size) for t in runs])
    told = judge(a, b, alignment)
    return match_row("quote", told, place_a, place_b, score / 100, parts=_parts(a, b, alignment))


def match_translations(a: Utterance, b: Utterance) -> MatchRow:
    """The row of two renderings of one statement from another language."""
    if in_order_of_time(a.pieces[0], b.pieces[0])[0] is b.pieces[0]:
        a, b = b, a
    alignment = align(a.words.keys, b.words.keys)
    found = as_translations(a.words.keys, b.words.keys, relations(a.words.keys, b.words.keys, alignment))
    place_a, place_b = (_place(one, []) for one in (a, b))
    score = fuzz.token_set_ratio(" ".join(a.words.keys), " ".join(b.words.keys))
    told = sorted(found, key=SERIOUSNESS.index)
    return match_row("quote", told, place_a, place_b, score / 100, parts=_parts(a, b, alignment))


def _runs(alignment: Alignment) -> list[Tile]:
    return [t for t in (*alignment.tiles, *alignment.moved) if t.size >= LEAST_TILE]


def _carried(utterance: Utterance, runs: Sequence[tuple[int, int]]) -> Utterance:
    """The pieces that hold shared runs: who carries one of two sentences that a cue parts has shortened nothing."""
    used = [piece for piece, count in zip(utterance.pieces, _shared_words(utterance, runs), strict=True) if count]
    if len(used) in (0, len(utterance.pieces)):
        return utterance
    spans, text = [piece.span for piece in used], utterance.article.text
    words = read_words(text, *spans, marks=True)
    return replace(utterance, pieces=tuple(used), texts=tuple(span.of(text) for span in spans), words=words)


def _shared_words(utterance: Utterance, runs: Sequence[tuple[int, int]]) -> list[int]:
    """How many words of each piece lie in shared runs."""
    starts = [utterance.words.spans[i].start for at, size in runs for i in range(at, at + size)]
    return [sum(piece.span.start <= start < piece.span.end for start in starts) for piece in utterance.pieces]


def _length_used(utterance: Utterance, runs: Sequence[tuple[int, int]]) -> int:
    """Words of the pieces that hold shared runs, marks left out: another piece may say another thing."""
    counts = _shared_words(utterance, runs)
    used = [piece.span for piece, count in zip(utterance.pieces, counts, strict=True) if count]
    told = zip(utterance.words.keys, utterance.words.spans, strict=True)
    return sum(key not in MARKS and any(piece.holds(place) for piece in used) for key, place in told)


def _overlap(a: Utterance, b: Utterance) -> bool:
    """Whether one stands inside the other: a mark nested in a quote is no repetition."""
    same = a.article.article_id == b.article.article_id
    return same and any(p.span.meets(q.span) for p in a.pieces for q in b.pieces)


def _score(a: Sequence[str], b: Sequence[str]) -> float:
    one, two = " ".join(a), " ".join(b)
    return max(
        fuzz.partial_ratio(one, two, score_cutoff=LEAST_SCORE), fuzz.token_set_ratio(one, two, score_cutoff=LEAST_SCORE)
    )


def _may_pass(a: Utterance, b: Utterance) -> bool:
    """Whether so many words stand in both at all as the gate wants in runs: cheap, and most pairs end here."""
    gate, theirs, ours = _gate(a, b), b.vocabulary, a.vocabulary
    both = min(sum(map(theirs.__contains__, a.words.keys)), sum(map(ours.__contains__, b.words.keys)))
    enough = both >= gate.share * max(1, min(a.length, b.length))
    return both >= gate.words and (enough or (both >= PIECE_WORDS and gate is not TWO_SPEAKERS))


def suffices(a: Utterance, b: Utterance, alignment: Alignment) -> bool:
    """Whether two utterances share words enough, and rare enough, for what is known of the speakers."""
    shared = [key for t in _runs(alignment) for key in a.words.keys[t.a : t.a + t.size] if key not in MARKS]
    everywhere = [key for t in alignment.tiles for key in a.words.keys[t.a : t.a + t.size]] + shared
    gate = _gate(a, b)
    if len(shared) < gate.words or not _shares(a, b, alignment, len(shared), gate):
        return False
    days = days_apart(a.article, b.article) or 0.0
    factor = FAR_FACTOR if days > FAR_APART and gate is not SAME_SPEAKER else 1.0
    if WEIGHT.total(everywhere) + WORD_WEIGHT * len(shared) < gate.weight * factor:
        return False
    return days <= NEAR or _is_one_occasion(a, b, alignment, days)


def _is_one_occasion(a: Utterance, b: Utterance, alignment: Alignment, days: float) -> bool:
    """Whether two quotes so many days apart share more than a phrase that is said again and again.

    How much they must share grows with the days, and what they do not share counts against them; of two named speakers
    a short line with other words in it is a turn of phrase that both have.
    """
    runs = _runs(alignment)
    share = min(1.0, alignment.matched / max(1, min(_lengths_used(a, b, runs))))
    is_line = max(t.size for t in runs) >= LASTING_RUN
    if is_line and share == 1.0:
        return True
    if share < 1.0 and not is_line and _gate(a, b) is TWO_SPEAKERS:
        return False
    if days > FAR_APART and _is_worded_anew(a, b, alignment, share):
        return False
    long = [key for t in runs if t.size >= LATER_RUN for key in a.words.keys[t.a : t.a + t.size] if key not in MARKS]
    growth = min(FAR_FACTOR, 1.0 + (FAR_FACTOR - 1.0) * log(days / NEAR) / log(FAR_APART / NEAR))
    return share * (WEIGHT.total(long) + WORD_WEIGHT * len(long)) >= LATER_WEIGHT * growth


def _is_worded_anew(a: Utterance, b: Utterance, alignment: Alignment, share: float) -> bool:
    """Whether a month later somebody says much the same in other words: who cites what was said has its very words, if
    only those in marks, or a long run of them.
    """
    if max(t.size for t in _runs(alignment)) >= CITED_RUN or _marks_stand(a, b) or _marks_stand(b, a):
        return False
    if not relations(a.words.keys, b.words.keys, alignment) - SHORTENED:
        return False
    shared = [key for t in (*alignment.tiles, *_runs(alignment)) for key in a.words.keys[t.a : t.a + t.size]]
    return share**2 * WEIGHT.total(shared) < LATER_WEIGHT * FAR_FACTOR


def _shares(a: Utterance, b: Utterance, alignment: Alignment, shared: int, gate: Gate) -> bool:
    """Whether enough of the shorter one is shared; or a long run fills the pieces that hold it, others left aside."""
    enough = alignment.matched >= gate.share * max(1, min(a.length, b.length))
    if enough or gate is TWO_SPEAKERS or shared < PIECE_WORDS:
        return enough
    return alignment.matched >= PIECE_SHARE * max(1, min(_lengths_used(a, b, _runs(alignment))))


def _lengths_used(a: Utterance, b: Utterance, runs: Sequence[Tile]) -> tuple[int, int]:
    """Words of the pieces of either that hold shared runs."""
    return _length_used(a, [(t.a, t.size) for t in runs]), _length_used(b, [(t.b, t.size) for t in runs])


def _gate(a: Utterance, b: Utterance) -> Gate:
    if a.speaker_id and a.speaker_id == b.speaker_id:
        return SAME_SPEAKER
    if a.speaker and b.speaker:
        return SAME_SPEAKER if may_be_one(a.speaker, b.speaker) else TWO_SPEAKERS
    return UNKNOWN_SPEAKER


def judge(a: Utterance, b: Utterance, alignment: Alignment) -> list[str]:
    """Relations of two wordings, most serious first; never empty."""
    found = relations(a.words.keys, b.words.keys, alignment)
    if found & REWORDED and (a.translated or b.translated) and is_retranslated(a.words.keys, b.words.keys, alignment):
        found = as_translations(a.words.keys, b.words.keys, found)
    if not found:
        found = {"exact" if _bare(a.texts) == _bare(b.texts) else "typography"}
    if _gate(a, b) is TWO_SPEAKERS:
        found.add("misattributed")
    return sorted(found, key=SERIOUSNESS.index)


def _bare(texts: Sequence[str]) -> str:
    """The pieces as one string, without the punctuation that belongs to the sentence around them."""
    return " ".join(text.strip(EDGE) for text in texts)


def _shares_frame(a: Utterance, b: Utterance) -> bool:
    """Whether the second has no word of what the first has in marks, and the first little of what the second has: it is
    the reporter's words around them that they share.
    """
    if not a.marked or _carried_around(a.article.text, a.marked, b):
        return False
    return _carried_around(b.article.text, b.marked or [piece.span for piece in b.pieces], a) < CARRIED


def _marks_stand(a: Utterance, b: Utterance) -> bool:
    """Whether the first is told in the reporter's words, and the second has all that stands in marks there."""
    return bool(a.marked) and _carried_around(a.article.text, a.marked, b) == 1.0


def _carried_around(text: str, spans: Sequence[Span], other: Utterance) -> float:
    """The share of the telling words of stretches that another quote has, or what stands around it; 1 without any."""
    words = _telling(text, *spans)
    around = Span(max(0, other.pieces[0].span.start - AROUND), other.pieces[-1].span.end + AROUND)
    return len(words & _telling(other.article.text, around)) / len(words) if words else 1.0


def _telling(text: str, *spans: Span) -> frozenset[str]:
    """The stems of the words that say what stretches are about."""
    return frozenset(map(stem, set(read_words(text, *spans).keys) - common_words()))


def _place(utterance: Utterance, runs: Sequence[tuple[int, int]]) -> Place:
    """All pieces; its id is that of the piece with most shared words."""
    counts = _shared_words(utterance, runs)
    main = utterance.pieces[counts.index(max(counts))]
    span = Span(utterance.pieces[0].span.start, utterance.pieces[-1].span.end)
    return Place(utterance.article, span, main.mention_id)


def _parts(a: Utterance, b: Utterance, alignment: Alignment) -> list[list[int]]:
    """The shared runs as [start, end, start, end] in the two texts."""
    runs = (*alignment.tiles, *alignment.moved)
    return [[*a.words.hull(t.a, t.a + t.size - 1), *b.words.hull(t.b, t.b + t.size - 1)] for t in runs]
