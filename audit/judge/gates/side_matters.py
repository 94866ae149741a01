"""Claims of one origin, but for what stands in a clause that only tells more of a word, or when or why: whose its
sentence is, is not told of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.judge.gates import chain_ends
from audit.judge.gates.chain_ends import LONG_SENTENCE, Row
from audit.judge.gates.inner_clauses import stretch_start, tells_when, words_of
from audit.judge.library import Library
from audit.lexicon import load_rules


def single(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of one origin of which no place is a side matter of its sentence."""
    told = (row for row in rows if not any(_is_side_matter(place, library) for place in row["evidence"]))
    yield from chain_ends.single(told, library)


def _is_side_matter(place: Row, library: Library) -> bool:
    """Whether a relative clause holds a place, or one that tells when or why behind another: "the Post has letters of
    the flood which sank 40 boats", "Holm said it was shut after 40 boats sank".
    """
    text, table = library.texts[place["article_id"]], load_rules("closed_classes")
    start = library.sentence(place, LONG_SENTENCE).start
    whole, lead = (words_of(text, at, place["start"]) for at in (start, stretch_start(place, library)))
    if not {*table["relatives"]["words"]}.isdisjoint(lead):
        return True
    told = max((at for at, word in enumerate(lead, 1) if word in table["complementizers"]["words"]), default=0)
    return tells_when(lead[told:], whole)
