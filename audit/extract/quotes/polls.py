"""What a poll gives whom: "a Norwick poll gives Lee a 4-point lead"; a table of figures speaks, and no verb of saying.

Invariant: the subject is a poll of which something is told, and a figure stands behind the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.extract.quotes.content_bounds import Range, content_end
from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import subject_before


def read_polls(line: Line, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions of a line whose speaker is a poll, beside those that a verb of saying gave."""
    if line.grammar.polls.isdisjoint(line.speech):
        return
    for i in range(1, len(line) - 2):
        if line.low[i] not in line.grammar.polled or any(_holds(said, i) for said in found):
            continue
        speaker = subject_before(line, i)
        if speaker is None or speaker[1] - speaker[0] < 2 or line.grammar.polls.isdisjoint(line.low[slice(*speaker)]):
            continue
        content = (i + 1, content_end(line, i + 1, ()))
        if _gives_figure(line, content):
            yield Attribution((content,), "poll", (i, i + 1), speaker)


def _holds(said: Attribution, i: int) -> bool:
    """Whether item i is the cue of an attribution, or stands in what is said."""
    return any(first <= i < stop for first, stop in (said.cue, *said.content))


def _gives_figure(line: Line, content: Range) -> bool:
    """Whether somebody or something with a capital or an article, or a figure itself, begins a content, and a figure
    stands in it."""
    first, stop = content
    words = line.low[first:stop]
    begins = first < stop and (line.capital(first) or line.low[first] in line.grammar.articles)
    begins = begins or any(word[:1].isdigit() for word in words[:_HEDGED])  # "found just 39 %"
    return begins and MARKED not in words and any(word[:1].isdigit() for word in words)


_HEDGED = 2  # words of a figure and one before it
