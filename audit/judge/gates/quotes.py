"""Quotes with the same words: where words within the marks differ in substance, and where two speakers are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from audit.ids import name_key
from audit.judge.gates.chain_ends import saying
from audit.judge.gates.substance import Change, apart, is_opinion, is_person, matters, negations
from audit.judge.gates.weight import is_of_series, is_plain, is_retold, says_the_same
from audit.judge.library import Library, days_between
from audit.lexicon import load_rules
from audit.match.names import may_be_one
from audit.match.words import EDITOR, GAP, Words, common_words, read_words
from audit.records import Span
from audit.text.parts_of_speech import verb_share
from audit.text.spans import meets_any

Row = dict[str, Any]

WILD = frozenset({EDITOR, GAP})
_NOWHERE = Span(0, 0)
LEAST_RUN = 8  # words that two speakers must share in one run
MOST_DAYS = 7  # between two reports of one utterance
BESIDE = 40  # characters between words and the name of who said them
NAMED_WITHIN = 5  # words between "as" and a form of saying: "as the new mayor said"
LEAST_ANCHOR = 3  # words that stand unchanged on one side of a change, and two on the other
MOST_PASSED = 3  # words changed beside a change, among which its neighbours are looked for
LEAST_TELLING = 2  # words both share that say something: "we have to be very" is said every day
LEAST_COMMON, LEAST_UNNAMED = 8, 12  # words in common of two quotes; of two of which one names nobody
LEAST_WINDOW, BESIDE_CHANGE = 4, 2  # words that tell a wording, and those of them on either side of its change
TURN = 600  # characters around words in which their speaker goes on
LEAST_SAME = 0.7  # of the words between the first and the last that both share
JOINED = "words from two places stand as one sentence, nothing marks the gap"
STOPS = frozenset(".!?…;:—–")
ADDRESS = "://"  # a link in marks is no speech
VERB = 0.5  # share of the uses of a word in which it is the verb of a clause
SPELLING = 80.0  # RapidFuzz, 0 to 100: above it two names are one name spelt twice


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
    spans = inside_marks(place, library)
    if not spans:
        return read_words("")
    start = _counted_from(spans)
    words = library.texts[place["article_id"]][start : spans[-1].end + 1].translate(_BRACKETS)
    return read_words(words, *(Span(span.start - start, span.end - start) for span in spans), marks=True)


def _counted_from(spans: Sequence[Span]) -> int:
    return max(0, spans[0].start - 1)


_BRACKETS = str.maketrans("()", "[]")


# Wording


def alterations(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Pairs whose words within the marks differ in substance, each with the words that do: one card a claim.

    Of the same days: weeks apart somebody says a thing again, in other words. Few words in common are a slogan, said
    often, and by many where one side names nobody; but a no more or less is told. All places that have a wording of
    their own are evidence.
    """
    found: dict[str, Row] = {}
    told = (_altered(row, library) for row in rows if _within_days(row) and not _has_address(row, library))
    for row in sorted(filter(None, told), key=lambda row: (row["slight"], row["counted"])):
        card = found.setdefault(row["claim_id"], {**row, "evidence": []})
        if (card["slight"], card["counted"]) == (row["slight"], row["counted"]):
            card["evidence"] += [place for place in row["evidence"] if place not in card["evidence"]]
    yield from found.values()


def _has_address(row: Row, library: Library) -> bool:
    return any(ADDRESS in library.words(place) for place in row["evidence"][:2])


def _altered(row: Row, library: Library) -> Row | None:
    """A row with the words that differ in substance, where any do; `slight` where they say the same all the same, or
    where words from two places were only joined, of which none was read yet; `counted` where that was said twice, or
    in no more than another form or a plain word.
    """
    one, two = (marked_words(place, library).keys for place in row["evidence"][:2])
    least = LEAST_COMMON if row.get("one_voice", True) else LEAST_UNNAMED
    enough = _in_common(one, two) >= least
    changed = [change for change in changes(one, two) if enough or change.denies]
    if changed and _says_both(one, two, row, library):
        return None
    told = [change for change in changed if not _is_slight(change, row, library)]
    words = (_printed(told or changed, row, library)[:3] if changed else []) or [JOINED] * _is_joined(row, library)
    again = bool(told) and _is_said_twice(one, two, told)
    plain = bool(changed) and not told and all(is_plain(change) or change.denies for change in changed)
    weight = {"slight": not told or again, "counted": again or plain}
    return {**row, "slots": {**row["slots"], "changes": "; ".join(words)}, **weight} if words else None


def _printed(changed: Sequence[Change], row: Row, library: Library) -> list[str]:
    """What was changed as either text has it; where one has nothing in its place, with the words beside it."""
    sides = [_Parts.read(place, library) for place in row["evidence"][:2]]
    told = []
    for run in _runs(*(side.keys for side in sides)):
        if run.change in changed:
            at = (run.here, run.there)
            cut = any(side.is_cut(span.start) for side, span in zip(sides, at, strict=True))
            before, behind = (BESIDE_CHANGE, BESIDE_CHANGE) if run.put_in else (int(cut), 0)
            told.append(" / ".join(side.said(span, before, behind) for side, span in zip(sides, at, strict=True)))
    return told


@dataclass(frozen=True, slots=True)
class _Parts:
    """The words in marks of a place, those that a no ends as two, with where each stands and the stretches in marks."""

    text: str
    keys: list[str]
    spans: list[Span]
    marked: list[Span]

    @classmethod
    def read(cls, place: Row, library: Library) -> _Parts:
        words, marked = marked_words(place, library), inside_marks(place, library)
        from_ = _counted_from(marked)
        hulls = [words.hull(n, n) for n, key in enumerate(words.keys) for _ in apart([key])]
        spans = [Span(start + from_, end + from_) for start, end in hulls]
        return cls(library.texts[place["article_id"]], apart(words.keys), spans, marked)

    def is_cut(self, at: int) -> bool:
        """Whether a part goes on with the word of the one before it: "n't"."""
        return 0 < at < len(self.spans) and self.spans[at - 1] == self.spans[at]

    def said(self, at: Span, before: int, behind: int) -> str:
        """Parts as the text has them, in marks; what stands between two stretches is left out."""
        some = self.spans[max(0, at.start - before) : at.end + behind]
        held = [[span for span in some if span.meets(marked)] for marked in self.marked]
        return f"“{' … '.join(self.text[few[0].start : few[-1].end] for few in held if few)}”"


def _is_slight(change: Change, row: Row, library: Library) -> bool:
    """Whether a change says the same, or one side only asks what the other says: "is it any wonder", "no wonder"."""
    return says_the_same(change) or (change.denies and _is_asked(row, library))


def _is_said_twice(one: Sequence[str], two: Sequence[str], told: Sequence[Change]) -> bool:
    """Whether two wordings are two utterances: they part in many places, or differ in what each chose of a series."""
    runs = list(_runs(apart(one), apart(two)))
    return is_retold([run.change for run in _inner(runs)]) or all(
        all(is_of_series([*_side(runs[:at], side)], apart((one, two)[side])) for side in (0, 1))
        for at, run in enumerate(runs)
        if run.change in told
    )


def _says_both(one: Sequence[str], two: Sequence[str], row: Row, library: Library) -> bool:
    """Whether one text has the words that differ both ways, one soon behind the other: somebody said it twice."""
    runs = list(_runs(apart(one), apart(two)))
    for side, place in enumerate(row["evidence"][:2]):
        text = library.texts[place["article_id"]]
        before, behind = text[: place["start"]][-TURN:], text[place["end"] :][:TURN]
        told = " ".join(apart(read_words(f"{before} {behind}").keys))
        other = [_window(runs, at, 1 - side) for at, run in enumerate(runs) if not run.same and 0 < at < len(runs) - 1]
        if other and all(len(words) >= LEAST_WINDOW and f" {' '.join(words)} " in f" {told} " for words in other):
            return True
    return False


def _window(runs: Sequence[_Run], at: int, side: int) -> list[str]:
    """The words of one side at a run, with two of what stands before and behind."""
    before, behind = list(_side(runs[:at], side)), list(_side(runs[at + 1 :], side))
    return [*before[-BESIDE_CHANGE:], *_side([runs[at]], side), *behind[:BESIDE_CHANGE]]


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
    runs = list(_runs(apart(one), apart(two)))
    same = [i for i, run in enumerate(runs) if run.same]
    inner = _inner(runs)
    if not inner or sum(run.same for run in inner) < LEAST_SAME * max(_length(inner, 0), _length(inner, 1)):
        return []
    if len({word for run in inner if run.same for word in run.change.before} - common_words()) < LEAST_TELLING:
        return []
    found = [run.change for at, run in enumerate(runs) if _is_change(runs[:at], run, runs[at + 1 :])]
    denied = [_denied(inner, side) + _raised(runs[: same[0]], side) for side in (0, 1)]
    return [change for change in found if not change.moves or denied[0] != denied[1]]


def _inner(runs: Iterable[_Run]) -> list[_Run]:
    """The runs from the first to the last that both share, without editor's marks."""
    held = list(runs)
    same = [at for at, run in enumerate(held) if run.same]
    return [run for run in held[same[0] : same[-1] + 1] if run.same or not run.wild] if same else []


def _is_asked(row: Row, library: Library) -> bool:
    """Whether one side asks where the other says: "is it any wonder" denies as "it is no wonder" does."""
    one, two = (library.words(place).count("?") for place in row["evidence"][:2])
    return one != two


def _denied(runs: Iterable[_Run], side: int) -> int:
    """How often one side says no."""
    return sum(word in negations() for word in _side(runs, side))


def _raised(runs: Iterable[_Run], side: int) -> bool:
    """Whether the words before all that is shared deny what follows: "I do not think that it is"."""
    return any(one in negations() and is_opinion(two) for one, two in pairwise(_side(runs, side)))


def _side(runs: Iterable[_Run], side: int) -> Iterator[str]:
    for run in runs:
        yield from (run.change.before, run.change.after)[side]


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of words that both share (`same` words long), or of what stands in its place on either side, and where."""

    change: Change
    same: int
    here: Span = _NOWHERE
    there: Span = _NOWHERE

    @property
    def wild(self) -> bool:
        """Whether an editor's mark stands in it."""
        return bool(WILD & {*self.change.before, *self.change.after})

    @property
    def put_in(self) -> tuple[str, ...]:
        """The words of one side where the other has none."""
        before, after = self.change.before, self.change.after
        return () if before and after else before or after


def _length(runs: Iterable[_Run], side: int) -> int:
    return sum(1 for _ in _side(runs, side))


def _runs(one: Sequence[str], two: Sequence[str]) -> Iterator[_Run]:
    for same, group in groupby(Indel.opcodes(list(one), list(two)), key=lambda code: code.tag == "equal"):
        codes = list(group)
        here, there = Span(codes[0].src_start, codes[-1].src_end), Span(codes[0].dest_start, codes[-1].dest_end)
        change = Change(tuple(one[here.start : here.end]), tuple(two[there.start : there.end]))
        yield _Run(change, len(change.before) if same else 0, here, there)


def _is_change(before: Sequence[_Run], run: _Run, after: Sequence[_Run]) -> bool:
    """Whether a run stands between words that both share, says them not once more, and matters."""
    if _is_stutter(before, run, after) or _is_repeated(before, run) or _is_echo(before, run):
        return False
    anchors = _anchor(reversed(before)), _anchor(after)
    anchored = min(anchors) >= LEAST_ANCHOR - 1 and max(anchors) >= LEAST_ANCHOR
    return not run.same and not run.wild and anchored and matters(run.change.before, run.change.after)


def _is_stutter(before: Sequence[_Run], run: _Run, after: Sequence[_Run]) -> bool:
    """Whether one side says the words beside it twice: "I did, I did not"."""
    said = run.put_in
    last = before[-1].change.before if before else ()
    next_ = after[0].change.before if after else ()
    return bool(said) and said in (last[-len(said) :], next_[: len(said)])


def _is_repeated(before: Sequence[_Run], run: _Run) -> bool:
    """Whether one side says who and whether again, where the other goes on: "I have not lied, I have not stolen"."""
    said = f" {' '.join(run.put_in)} "
    shared = (f" {' '.join(earlier.change.before)} " for earlier in before if earlier.same)
    return bool(run.put_in) and is_person(run.put_in[0]) and any(said in words for words in shared)


def _is_echo(before: Sequence[_Run], run: _Run) -> bool:
    """Whether one side only says the no of its clause again: "no mill, none of ours, was safe"."""
    for earlier in reversed(before if run.change.moves else ()):
        for word in reversed(earlier.change.before or earlier.change.after):
            if word in negations() and earlier.same:
                return True
            if verb_share(word) >= VERB:
                return False
    return False


def _anchor(runs: Iterable[_Run]) -> int:
    """How many words both share next to a change, across other small ones."""
    found = passed = 0
    for run in runs:
        found += run.same
        passed += max(len(run.change.before), len(run.change.after)) - run.same
        if run.wild or passed > MOST_PASSED:
            return found
    return found


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
