"""Whether a claim says more, or less, than the sentence of a source that says the same, with both words.

Invariant: words are compared class by class of one scale; where the sources have no such sentence, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from audit.cite.gap_finders import Reading
from audit.cite.polarity import bears_on
from audit.cite.records import Place, Strength, StrengthTold
from audit.cite.relations import Said, Tie, chief_tie
from audit.cite.source_index import SourceIndex
from audit.cite.terms import is_function_word, placed_words
from audit.lexicon.language import Lexicon, lexicon_for
from audit.records import Span

TIED = 8  # words behind a tie among which both sides have one of content, where the source says more than this
REACH = 3  # words behind "all" or "some" among which the one it counts stands
SAYING = "saying"  # the scale of verbs, which stand for the whole sentence

# Which of two ties makes a claim stronger or weaker. A claim that only links two things and a source that says one
# brings the other about were graded apart in a third of such pairs alone: that is not told.
TIES = {
    (Tie.CAUSE, Tie.POSSIBLE): Strength.STRONGER,
    (Tie.CAUSE, Tie.LINK): Strength.STRONGER,
    (Tie.POSSIBLE, Tie.LINK): Strength.STRONGER,
    (Tie.POSSIBLE, Tie.CAUSE): Strength.WEAKER,
}


@dataclass(frozen=True, slots=True)
class _Grade:
    """A word of a scale: where it stands, how high, and the key of the word that it bears on."""

    scale: str
    level: int
    span: Span
    key: str


def compare_strength(reading: Reading) -> StrengthTold | None:
    """How strongly the claim says what its best sentence says; None where no sentence says the same."""
    found = _statement(reading)
    if found is None:
        return None
    source, sentence = found
    told = _graded(reading, source, sentence) or _tied(reading, source, sentence)
    return told or StrengthTold(Strength.SAME)


def _statement(reading: Reading) -> tuple[SourceIndex, Span] | None:
    """The sentence that says the same; where the source is one sentence, that one, whatever words it has."""
    if _is_one_statement(reading.sources):
        return reading.sources[0], reading.sources[0].sentences[0]
    return reading.statement


def _is_one_statement(sources: Sequence[SourceIndex]) -> bool:
    return len(sources) == len(sources[0].sentences) == 1


def _tied(reading: Reading, source: SourceIndex, sentence: Span) -> StrengthTold | None:
    language = reading.citation.language
    ours, theirs = chief_tie(reading.claim, reading.sentences, language), chief_tie(source.text, [sentence], language)
    strength = TIES.get((ours.tie, theirs.tie)) if ours and theirs else None
    if not ours or not theirs or strength is None:
        return None
    if not _is_one_statement(reading.sources) and not _of_one_thing(reading.claim, ours, source.text, theirs):
        return None
    return StrengthTold(strength, ours.span, Place(source.source_id, theirs.span))


def _of_one_thing(claim: str, ours: Said, text: str, theirs: Said) -> bool:
    """Whether two verbs, or words of link or doubt, have a word of content behind them in common."""
    return ours.plain and theirs.plain and not _behind(claim, ours).isdisjoint(_behind(text, theirs))


def _behind(text: str, said: Said) -> set[str]:
    """The keys of the words of content right behind a tie."""
    words = islice(placed_words(text, said.span.end, len(text)), TIED)
    return {key for _, word, key in words if not is_function_word(word)}


def _graded(reading: Reading, source: SourceIndex, sentence: Span) -> StrengthTold | None:
    """The first word of a scale that stands higher or lower than the source's, said of the same word."""
    language = reading.citation.language
    theirs = list(_grades(source.text, [sentence], language))
    for ours in _grades(reading.claim, reading.sentences, language):
        same = [other for other in theirs if (other.scale, other.key) == (ours.scale, ours.key)]
        if same and ours.level not in {other.level for other in same}:
            strength = Strength.STRONGER if ours.level > same[0].level else Strength.WEAKER
            return StrengthTold(strength, ours.span, Place(source.source_id, same[0].span))
    return None


def _grades(text: str, sentences: Sequence[Span], language: str) -> Iterator[_Grade]:
    levels = lexicon_for(language).room(_levels)
    for sentence in sentences:
        words = list(placed_words(text, *sentence))
        for number, (span, word, _) in enumerate(words):
            found = levels.get(word.lower())
            if found is None:
                continue
            scale, level = found
            key = "" if scale == SAYING else bears_on(text, span, words[number + 1 : number + 1 + REACH])
            if key is not None:
                yield _Grade(scale, level, span, key)


def _levels(lexicon: Lexicon) -> dict[str, tuple[str, int]]:
    """Scale and level of each word."""
    rows = lexicon.rows("strength", "scale")
    return {word: (row["scale"], row["level"]) for row in rows for word in row["words"]}
