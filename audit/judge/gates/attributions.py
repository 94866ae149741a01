"""Who says so, in two texts: here a source and there none, or there one and here several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rapidfuzz.distance import Indel

from audit.judge.gates.chain_ends import saying
from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.match.words import Words, common_words, read_words
from audit.records import Span
from audit.text.segment import pair_marks

Row = dict[str, Any]
LEAST_SHARED = 12  # words that both sentences have
LEAST_SHARE = 0.85  # of the sentence without the credit: what it says is all in the other
LONGEST = 600  # characters of a sentence on either side of a place
MOST_MARKED = 0.5  # of a sentence that stands in marks: beyond it a speaker is named once for many
LEAST_TELLING = 5  # of the shared words that are no small ones


def lost(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Rows whose second text has the sentence of the credit and no word of anybody who says it; one a sentence."""
    seen = set[tuple[str, int]]()
    for row in rows:
        credit, place = row["evidence"]
        whole = library.sentence(credit, LONGEST)
        best = max(_sentences(place, library), key=lambda s: _shared(credit, whole, place, s, library), default=None)
        key = (place["article_id"], best.start) if best else ("", 0)
        if best and key not in seen and _is_lost(row, whole, best, library):
            seen.add(key)
            here, there = _place(credit, whole), _place(place, best)
            yield {**row, "evidence": [here, there], "slots": {"source": _bare(library.words(credit))}}


def inflated(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Rows whose first text has several of what is one in the second: "officials" of "an official"."""
    yield from (row for row in rows if _is_more(row["slots"]["before"], row["slots"]["after"]))


def _is_more(one: str, several: str) -> bool:
    """Whether the name of one unnamed source, and that of several, are of one role; no number is a number."""
    alone, many = (frozenset(read_words(name).keys) for name in (one, several))
    roles = load_rules("anonymity")["roles"]["words"] + load_rules("anonymity")["vague"]["words"]
    return any(role in alone and role not in many and f"{role}s" in many and f"{role}s" not in alone for role in roles)


def _bare(words: str) -> str:
    return " ".join(words.split()).strip(" ,.")


def _place(place: Row, span: Span) -> Row:
    return {"article_id": place["article_id"], "start": span.start, "end": span.end}


def _words(place: Row, span: Span, library: Library) -> Words:
    return read_words(library.texts[place["article_id"]], span)


def _sentences(place: Row, library: Library) -> list[Span]:
    """The sentences of a place, its first and last whole."""
    found = list[Span]()
    at = place["start"]
    while at < place["end"]:
        sentence = library.sentence({**place, "start": at, "end": at}, LONGEST)
        found += [sentence] if sentence.end > at else []
        at = max(sentence.end, at) + 1
    return found


def _shared(credit: Row, whole: Span, place: Row, sentence: Span, library: Library) -> int:
    return Indel.similarity(_words(credit, whole, library).keys, _words(place, sentence, library).keys) // 2


def _is_lost(row: Row, whole: Span, sentence: Span, library: Library) -> bool:
    """Whether a sentence says all that stands in the other but the credit, and nothing near it says whence."""
    credit, place = row["evidence"]
    ours, theirs = _words(credit, whole, library), _words(place, sentence, library)
    blocks = [code for code in Indel.opcodes(ours.keys, theirs.keys) if code.tag == "equal"]
    here = {n for code in blocks for n in range(code.src_start, code.src_end)}
    there = {n for code in blocks for n in range(code.dest_start, code.dest_end)}
    telling = [ours.keys[n] for n in here if ours.keys[n] not in common_words()]
    credited = {n for n, at in enumerate(ours.spans) if at.start < credit["end"] and credit["start"] < at.end}
    if len(here) < max(LEAST_SHARED, LEAST_SHARE * len(theirs.keys)) or len(telling) < LEAST_TELLING or credited & here:
        return False
    if any(key in saying() for n, key in enumerate(theirs.keys) if n not in there):
        return False
    if not row["carries"] and _is_marked(place, sentence, library):
        return False
    names = _telling(ours.keys[n] for n in sorted(credited))
    kept = [theirs.spans[n] for n in sorted(there)]
    return not _told_near(place, sentence, kept, library) and not _named_near(row, names, sentence, library)


def _is_marked(place: Row, sentence: Span, library: Library) -> bool:
    """Whether a sentence is for the most part somebody's words in marks: the text says whose in another one."""
    text = library.texts[place["article_id"]]
    pairs = pair_marks(text, library.paragraph(_place(place, sentence)))[0]
    marked = (min(s.end, sentence.end) - max(s.start, sentence.start) for s in pairs)
    return sum(size for size in marked if size > 0) > MOST_MARKED * (sentence.end - sentence.start)


def _told_near(place: Row, sentence: Span, kept: Sequence[Span], library: Library) -> bool:
    """Whether the text says in this sentence, by words that the other lacks, who tells it.

    Where nobody is credited in it, whoever is in the sentences around may be meant.
    """
    near = _near(place, sentence, library)
    credits = [Span(row["start_char"], row["end_char"]) for row in library.credited.get(place["article_id"], ())]
    inside = [span for span in credits if span.meets(sentence)]
    around = inside or [span for span in credits if span.meets(near)]
    return any(not any(span.meets(word) for word in kept) for span in around)


def _near(place: Row, sentence: Span, library: Library) -> Span:
    """A sentence with the one before it and the one behind it, across paragraphs."""
    text = library.texts[place["article_id"]]
    before, after = max(0, sentence.start - 2), min(len(text) - 1, sentence.end + 2)
    first = library.sentence({**place, "start": before, "end": before}, LONGEST)
    last = library.sentence({**place, "start": after, "end": after}, LONGEST)
    return Span(min(first.start, sentence.start), max(last.end, sentence.end))


def _telling(keys: Iterable[str]) -> list[str]:
    """Words in their order, without small ones and those that only say that somebody speaks."""
    return [key for key in keys if key not in common_words() and key not in saying()]


def _named_near(row: Row, names: Sequence[str], sentence: Span, library: Library) -> bool:
    """Whether a source stands in the sentences around, or its name anywhere: it may head a long excerpt.

    Near by any word of a name is enough, else all in a row; of what only describes somebody, all of them near by.
    """
    place = row["evidence"][1]
    around = frozenset(_words(place, _near(place, sentence, library), library).keys)
    if not (row["named"] and names):
        return around.issuperset(names)
    whole = _telling(_words(place, Span(0, len(library.texts[place["article_id"]])), library).keys)
    return not around.isdisjoint(names) or any(
        whole[i : i + len(names)] == names for i, key in enumerate(whole) if key == names[0]
    )
