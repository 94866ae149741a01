"""Claims of one origin, but for what stands in a clause that only tells more of a word, or when or why: whose its
sentence is, is not told of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.judge.gates import chain_ends
from audit.judge.gates.chain_ends import LONG_SENTENCE, Row, figures_at
from audit.judge.gates.inner_clauses import stretch_start, tells_when, words_of
from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.match.words import read_words


def single(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of one origin of which no place stands in a relative clause, and that at least two texts tell elsewhere
    than in a clause of time or cause.
    """
    told = (row for row in rows if not any(_tells_more(place, library) for place in row["evidence"]))
    yield from chain_ends.single((row for row in told if _is_told_by_two(row, library)), library)


def _is_told_by_two(row: Row, library: Library) -> bool:
    places = (place for place in row["evidence"] if not _tells_when(place, library))
    return len({place["article_id"] for place in places}) > 1


def _tells_more(place: Row, library: Library) -> bool:
    """Whether a relative clause holds a place: "the Post has letters of the flood which sank 40 boats"."""
    return not {*load_rules("closed_classes")["relatives"]["words"]}.isdisjoint(_lead(place, library))


def _tells_when(place: Row, library: Library) -> bool:
    """Whether a clause holds it that tells when or why behind another: "Holm said it was shut after 40 boats sank"; the
    words of a hedge open none: "more than 40".
    """
    lead, links = _lead(place, library), load_rules("closed_classes")["complementizers"]["words"]
    for hedge in (read_words(figure.get("hedge") or "").keys for figure in figures_at(place, library)):
        lead = lead[: -len(hedge)] if hedge and lead[-len(hedge) :] == [*hedge] else lead
    told = max((at for at, word in enumerate(lead, 1) if word in links), default=0)
    start = library.sentence(place, LONG_SENTENCE).start
    return tells_when(lead[told:], words_of(library.texts[place["article_id"]], start, place["start"]))


def _lead(place: Row, library: Library) -> list[str]:
    return words_of(library.texts[place["article_id"]], stretch_start(place, library), place["start"])
