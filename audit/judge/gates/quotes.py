"""Quotes with the same words: where words within the marks differ in substance, and where two speakers are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from audit.ids import name_key
from audit.judge.gates.ends import saying
from audit.judge.library import Library, days_between
from audit.lexicon import load_rules
from audit.lexicon.counts import is_frequent, small_share
from audit.match.names import may_be_one
from audit.match.words import EDITOR, GAP, Words, common_words, read_words, stem
from audit.records import Span
from audit.text.spans import meets_any

Row = dict[str, Any]

CLIPPED = 2  # letters of a word of which a desk or a post keeps no more
SHORTENED = range(3, 6)  # letters of a word cut short: Sept, Calif
WILD = frozenset({EDITOR, GAP})
LEAST_RUN = 8  # words that two speakers must share in one run
MOST_DAYS = 7  # between two reports of one utterance
BESIDE = 40  # characters between words and the name of who said them
NAMED_WITHIN = 5  # words between "as" and a form of saying: "as the new mayor said"
_MISTYPED = re.compile(r"[^\W\d_]\d[^\W\d_]")  # a sign that was lost on the way: don1t
_LETTERS = re.compile(r"[^\w]")
LEAST_ANCHOR = 3  # words that stand unchanged on one side of a change, and two on the other
MOST_CHANGED = 4  # words in a row: more is another sentence
MOST_PASSED = 3  # words changed beside a change, among which its neighbours are looked for
LEAST_TELLING = 2  # words both share that say something: "we have to be very" is said every day
LEAST_COMMON, LEAST_UNNAMED = 8, 12  # words in common of two quotes; of two of which one names nobody
LEAST_WORD = 3  # letters of a word that may be mistyped
LEAST_SAME = 0.7  # of the words between the first and the last that both share
JOINED = "words from two places stand as one sentence, nothing marks the gap"
STOPS = frozenset(".!?…;:—–")
ADDRESS = "://"  # a link in marks is no speech
TYPING = 4  # letters on which one may be another in one word
SPELLING = 80.0  # RapidFuzz, 0 to 100: above it two names are one name spelt twice


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one wording that stand otherwise in the other."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def __str__(self) -> str:
        return f"“{' '.join(self.before)}” / “{' '.join(self.after)}”"

    @property
    def moves(self) -> bool:
        """Whether one side only says no here: it may do so elsewhere, where the other does."""
        return self.denies and not (self.before and self.after)

    @property
    def denies(self) -> bool:
        """Whether one side says no more often."""
        return sum(w in negations() for w in self.before) != sum(w in negations() for w in self.after)


def inside_marks(place: Row, library: Library) -> list[Span]:
    """The parts of a place between marks that are somebody's words; all of it where its lines have no marks."""
    hull = Span(place["start"], place["end"])
    pairs = library.pairs(place)
    marked = [Span(max(s.start, hull.start), min(s.end, hull.end)) for s in pairs if s.meets(hull)]
    said = library.marked(place["article_id"])
    whole = [] if pairs else [hull]
    return [span for span in marked if meets_any(span, said)] or marked or whole  # a title in marks is nobody's words


def marked_words(place: Row, library: Library) -> Words:
    """Its words, their places counted from about where they begin, with what an editor put in or left out as marks of
    their own; round brackets are an editor's too.
    """
    text, spans = library.texts[place["article_id"]], inside_marks(place, library)
    if not spans:
        return read_words("")
    start = max(0, spans[0].start - 1)
    words = text[start : spans[-1].end + 1].translate(_BRACKETS)
    return read_words(words, *(Span(span.start - start, span.end - start) for span in spans), marks=True)


_BRACKETS = str.maketrans("()", "[]")


# Wording


def alterations(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Pairs whose words within the marks differ in substance, each with the words that do: one card a claim.

    Of the same days: weeks apart somebody says a thing again, in other words. Few words in common are a slogan, said
    often, and by many where one side names nobody; but a no more or less is told. All places that have a wording of
    their own are evidence.
    """
    found: dict[str, Row] = {}
    for row in rows:
        if not _within_days(row) or any(ADDRESS in library.words(place) for place in row["evidence"][:2]):
            continue
        one, two = (marked_words(place, library).keys for place in row["evidence"][:2])
        least = LEAST_COMMON if row.get("one_voice", True) else LEAST_UNNAMED
        enough = _in_common(one, two) >= least
        changed = [change for change in changes(one, two) if enough or change.denies]
        told = list(map(str, changed[:3])) or [JOINED] * _is_joined(row, library)
        if told:
            fresh = {**row, "slots": {**row["slots"], "changes": "; ".join(told)}, "evidence": []}
            places = found.setdefault(row["claim_id"], fresh)["evidence"]
            places += [place for place in row["evidence"] if place not in places]
    yield from found.values()


def _in_common(one: Sequence[str], two: Sequence[str]) -> int:
    return sum(run.same for run in _runs(one, two))


def _is_joined(row: Row, library: Library) -> bool:
    """Whether words from two places of one text stand in one sentence of the other, and nothing marks the gap."""
    if row.get("joined") is None or WILD & frozenset(
        key for place in row["evidence"][:2] for key in marked_words(place, library).keys
    ):
        return False
    side = 0 if row["joined"] == "a" else 1
    place, parts = row["evidence"][side], row["parts"]
    text, first, last = library.texts[place["article_id"]], parts[0][2 * side], parts[-1][2 * side + 1]
    head, tail = text[place["start"] : first].rstrip(), text[last : place["end"]].lstrip()
    return not (head and head[-1] in STOPS) and not (tail and tail[0] in STOPS) and bool(head or tail)


def changes(one: Sequence[str], two: Sequence[str]) -> list[Change]:
    """What was changed between words that stand in both; brackets and ellipses stand for anything, ends may be cut."""
    runs = list(_runs(one, two))
    same = [i for i, run in enumerate(runs) if run.same]
    inner = [run for run in runs[same[0] : same[-1] + 1] if run.same or not run.wild] if same else []
    if not inner or sum(run.same for run in inner) < LEAST_SAME * max(_length(inner, 0), _length(inner, 1)):
        return []
    if len({word for run in inner if run.same for word in run.change.before} - common_words()) < LEAST_TELLING:
        return []
    found = [run.change for at, run in enumerate(runs) if _is_change(runs[:at], run, runs[at + 1 :])]
    return [change for change in found if not change.moves or _denied(inner, 0) != _denied(inner, 1)]


def _denied(runs: Iterable[_Run], side: int) -> int:
    """How often one side says no."""
    return sum(word in negations() for run in runs for word in (run.change.before, run.change.after)[side])


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of words that both share (`same` words long), or of what stands in its place on either side."""

    change: Change
    same: int

    @property
    def wild(self) -> bool:
        """Whether an editor's mark stands in it."""
        return bool(WILD & {*self.change.before, *self.change.after})


def _length(runs: Iterable[_Run], side: int) -> int:
    return sum(len((run.change.before, run.change.after)[side]) for run in runs)


def _runs(one: Sequence[str], two: Sequence[str]) -> Iterator[_Run]:
    for same, group in groupby(Indel.opcodes(list(one), list(two)), key=lambda code: code.tag == "equal"):
        codes = list(group)
        here = tuple(one[codes[0].src_start : codes[-1].src_end])
        there = tuple(two[codes[0].dest_start : codes[-1].dest_end])
        yield _Run(Change(here, there), len(here) if same else 0)


def _is_change(before: Sequence[_Run], run: _Run, after: Sequence[_Run]) -> bool:
    """Whether a run stands between words that both share, says them not once more, and matters."""
    if _is_stutter(before, run, after):
        return False
    anchors = _anchor(reversed(before)), _anchor(after)
    anchored = min(anchors) >= LEAST_ANCHOR - 1 and max(anchors) >= LEAST_ANCHOR
    return not run.same and not run.wild and anchored and _matters(run.change.before, run.change.after)


def _is_stutter(before: Sequence[_Run], run: _Run, after: Sequence[_Run]) -> bool:
    """Whether one side says the words beside it twice: "I did, I did not"."""
    said = (run.change.before or run.change.after) if not (run.change.before and run.change.after) else ()
    last = before[-1].change.before if before and before[-1].same else ()
    next_ = after[0].change.before if after and after[0].same else ()
    return bool(said) and said in (last[-len(said) :], next_[: len(said)])


def _anchor(runs: Iterable[_Run]) -> int:
    """How many words both share next to a change, across other small ones."""
    found = passed = 0
    for run in runs:
        found += run.same
        passed += max(len(run.change.before), len(run.change.after)) - run.same
        if run.wild or passed > MOST_PASSED:
            return found
    return found


def _matters(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether a change is more than a small word, a spelling, or words left out."""
    if max(len(here), len(there)) > MOST_CHANGED:
        return False
    if any(_MISTYPED.search(word) for word in (*here, *there)):
        return False
    small = _small_words()
    if len({"".join(word for word in words if word not in small) for words in (here, there)}) > 1:
        here, there = _without_clipped(here, there)  # "e mails" is cut nowhere
    if Change(tuple(here), tuple(there)).denies:
        return True
    if _hedge(here) is not None and _hedge(here) == _hedge(there):
        return False
    one, two = ([w for w in words if w not in small] for words in (here, there))
    if here and there and not (one and two) and not common_words() & {*one, *two}:
        return False  # a small word in the place of a telling one: the one was put in, the other left out
    if len(here) == len(there) == 1:
        return bool(one or two) and not _one_spelling(here[0], there[0])
    return bool(here and there and (one or two)) and not _one_spelling("".join(one or here), "".join(two or there))


def _without_clipped(here: Sequence[str], there: Sequence[str]) -> tuple[list[str], list[str]]:
    """Both sides without a word that one of them writes short: "w/o" for without, "'em" for them."""
    one, two = list(here), list(there)
    for side, other in ((one, two), (two, one)):
        for word in [w for w in side if len(w) <= CLIPPED and w.isalpha() and w not in common_words()]:
            whole = next((w for w in other if _is_clipped(word, w)), None)
            if whole:
                side.remove(word)
                other.remove(whole)
    return one, two


def _is_clipped(word: str, whole: str) -> bool:
    """Whether a word keeps the head, the tail, or the first and last letter of another: "w", "em", "ft"."""
    ends = len(word) > 1 and (whole[0], whole[-1]) == (word[0], word[-1])
    return len(whole) > len(word) and (whole.startswith(word) or whole.endswith(word) or ends)


def _one_spelling(one: str, two: str) -> bool:
    """ "oil fields", "oilfields"; "OK", "okay"; "11th", "eleventh"; "Sept", "September"; one word in two forms."""
    one, two = (_LETTERS.sub("", word) for word in (one, two))
    short, long = sorted((one, two), key=len)
    if not short or one[0].isdigit() != two[0].isdigit() or stem(one) == stem(two):
        return True
    if (len(short) in SHORTENED and long.startswith(short)) or _is_mistyped(one, two):
        return True
    return Levenshtein.distance(one, two) <= len(short) // TYPING or (
        len(long) - len(short) <= 2 and short in long and not _is_small_whole(short)
    )


def _is_mistyped(one: str, two: str) -> bool:
    """Whether a word that news hardly knows is a letter from a frequent one: lat, last."""
    strange = one if is_frequent(two) else two
    if is_frequent(one) == is_frequent(two) or not strange.isalpha() or min(len(one), len(two)) < LEAST_WORD:
        return False
    return not small_share(strange) and Levenshtein.distance(one, two) == 1


@cache
def _hedges() -> dict[str, str]:
    return {entry["words"]: entry["approximator"] for entry in load_rules("hedges")["hedge"]}


def _hedge(words: Sequence[str]) -> str | None:
    """What some words do to a number, where they are a hedge: about, approximately."""
    return _hedges().get(" ".join(words))


def _is_small_whole(word: str) -> bool:
    """Whether it is a word of its own that stands in many others: he in she, no in now, 19 in 1900."""
    return len(word) <= CLIPPED and (word in common_words() or word.isdigit()) and word not in _small_words()


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for entry in load_rules("small_words")["groups"] for word in entry["words"].split())


@cache
def negations() -> frozenset[str]:
    """Words that turn a statement round."""
    return frozenset(entry["word"] for entry in load_rules("negations")["words"])


# Speakers


def two_speakers(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Pairs of one wording under two names, each printed beside the words and neither anywhere near the other's."""
    for row in rows:
        places, speakers = row["evidence"][:2], (row["first"], row["second"])
        if not _within_days(row) or not _two_people(*(said["name"] for said in speakers)):
            continue
        if not all(_named_beside(p, s, library) for p, s in zip(places, speakers, strict=True)):
            continue
        if any(_stands_near(p, other, library) for p, other in zip(places, reversed(speakers), strict=True)):
            continue
        if any(_passes_on(place, library) for place in places):
            continue
        if longest_run(*(marked_words(place, library).keys for place in places)) >= LEAST_RUN:
            yield row


def _within_days(row: Row) -> bool:
    days = days_between(row["first"]["published_at"], row["second"]["published_at"])
    return days is None or days <= MOST_DAYS


def _two_people(one: str, two: str) -> bool:
    """Whether two full names share no part, spelt alike or not."""
    a, b = name_key(one).split(), name_key(two).split()
    if min(len(a), len(b)) < 2 or may_be_one(one, two):
        return False
    return all(fuzz.ratio(x, y) < SPELLING for x in a for y in b if min(len(x), len(y)) > 1)


def _named_beside(place: Row, speaker: Row, library: Library) -> bool:
    """Whether the name itself stands by the words."""
    if speaker["start"] is None:
        return False
    span = Span(speaker["start"], speaker["end"])
    printed = name_key(span.of(library.texts[place["article_id"]])).split()
    gap = max(span.start - place["end"], place["start"] - span.end, 0)
    return gap <= BESIDE and name_key(speaker["name"]).split()[-1] in printed


def _stands_near(place: Row, other: Row, library: Library) -> bool:
    """Whether the surname of the other speaker stands in the paragraph or the one before."""
    text, line = library.texts[place["article_id"]], library.paragraph(place)
    before = text.rfind("\n", 0, max(0, line.start - 2)) + 1
    return name_key(other["name"]).split()[-1] in name_key(text[before : line.end]).split()


def _passes_on(place: Row, library: Library) -> bool:
    """Whether the words themselves say that they are another's: "as the mayor said"."""
    keys, passing = marked_words(place, library).keys, load_rules("many_counts")["passing"]
    starts = (n for n, key in enumerate(keys) if key in passing)
    return any(not saying().isdisjoint(keys[n + 1 : n + 1 + NAMED_WITHIN]) for n in starts)


def longest_run(one: Sequence[str], two: Sequence[str]) -> int:
    """Length of the longest run of words that both share."""
    best, ends = 0, dict[int, int]()
    places = dict[str, list[int]]()
    for at, word in enumerate(two):
        places.setdefault(word, []).append(at)
    for word in one:
        ends = {at: ends.get(at - 1, 0) + 1 for at in places.get(word, ())}
        best = max(best, *ends.values()) if ends else best
    return best
