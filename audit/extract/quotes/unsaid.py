"""What an attribution denies, supposes or leaves open: its words are not said by whoever is named.

"Lee never said that", "nobody said that", "Lee might say that", "if Lee says that", "would Lee say that".
"""

from __future__ import annotations

from audit.extract.quotes.content_bounds import Range
from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.sentence_items import Line
from audit.extract.quotes.subjects import is_word
from audit.text.parts_of_speech import PAST, may_be


def is_denied(line: Line, said: Attribution) -> bool:
    """Whether the words between the subject, or the last stop, and its verb say that it did not ("never said").

    Nor are words of the speaker what somebody may say or declines to.
    """
    if said.speaker is None or said.speaker[1] > said.cue[1]:
        return False
    if said.speaker[1] <= said.cue[0] and (_is_open(line, said) or _is_unsaid(line, said.cue)):
        return True
    if said.rule == "participle" and line.low[said.cue[0] - 1] in line.grammar.participle_after:
        return _is_unsaid(line, (said.speaker[1], said.speaker[1] + 1))  # "Lee can begin by saying that"
    joined = said.rule == "coordinated" and line.low[said.cue[0] - 1] in line.grammar.coordinated_after
    between = range(said.cue[0] if joined else said.speaker[1], said.cue[0])  # "could not tell when, but said that"
    first = next((i + 1 for i in reversed(between) if not is_word(line, i)), between.start)
    return any(w in line.grammar.negators or w.endswith(("n't", "n’t")) for w in line.low[first : said.cue[1]])


def _is_unsaid(line: Line, cue: Range) -> bool:
    """Whether a cue tells what somebody may say, or will not ("might say", "declined to say"), not what was said.

    Not so what was said again and again, or later ("would often say").
    """
    words, grammar = line.low[cue[0] : cue[1]], line.grammar
    told = not grammar.told_times.isdisjoint(words) or " ".join(words) in grammar.performed
    open_still = not told and not grammar.modals.isdisjoint(words[:1])
    return open_still or not grammar.refusals.isdisjoint(words[-1:])


def _is_open(line: Line, said: Attribution) -> bool:
    """Whether nobody says it, or it is asked or supposed that somebody does ("if Holm says", "did Holm say")."""
    first, grammar = said.speaker[0] if said.speaker else 0, line.grammar
    before = line.low[first - 1] if first else ""
    return _is_nobody(line, first) or before in grammar.supposing or _asks(line, said, before)


def _asks(line: Line, said: Attribution, before: str) -> bool:
    """Whether a helping verb before the subject goes with a bare form behind it ("would Holm say that")."""
    at = said.cue[0]
    verbs = line.grammar.verbs.get(line.low[at], ())
    return before in line.grammar.asking_helpers and any(verb.is_base and not may_be(verb.form, PAST) for verb in verbs)


def _is_nobody(line: Line, first: int) -> bool:
    """Whether a phrase is one of nobody ("nobody said so", "neither Holm nor Vint said so")."""
    return any(word in line.grammar.nobody for word in line.low[max(0, first - 1) : first + 1])
