"""Headlines with their source: `Officials: Roof unsafe`, `Norwick to sell its harbour - sources`, `Mill shut: police`.

Invariant: the line is the first of the text and ends without a full stop; the label is a role, a paper or a name.
"""

from __future__ import annotations

from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.scare_quotes import is_label
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_role, is_word
from audit.extract.reading import Document
from audit.lexicon.language import Lexicon
from audit.records import SourceKind, Span
from audit.text.parts_of_speech import FINITE

LONGEST_LABEL = 4
"""Items of the source of a headline."""
FEWEST_SAID = 3


def read_headline(doc: Document, line: Line) -> Attribution | None:
    """The attribution of a headline that names its source before a colon or behind a dash; else None."""
    if line.span.start != doc.paragraphs[0].start or line.words_end() != len(line) or len(doc.paragraphs) < 2:
        return None
    begin = _past_label(doc, line)
    return _behind_dash(doc, line, begin) or _behind_colon(doc, line, begin) or _before_colon(doc, line)


def _past_label(doc: Document, line: Line) -> int:
    """Past "Exclusive:"."""
    return 2 if len(line) > 2 and line.low[1] == ":" and is_label(line.low[0], doc.lexicon) else 0


def _before_colon(doc: Document, line: Line) -> Attribution | None:
    colon = next((i for i in range(1, min(len(line), LONGEST_LABEL + 1)) if line.low[i] == ":"), None)
    if colon is None or len(line) - colon <= FEWEST_SAID or not _is_source(doc, line, (0, colon)):
        return None
    return Attribution(((colon + 1, len(line)),), "headline", (colon, colon), (0, colon))


def _behind_dash(doc: Document, line: Line, begin: int) -> Attribution | None:
    near = range(len(line) - 2, max(begin + FEWEST_SAID - 1, len(line) - 2 - LONGEST_LABEL), -1)
    dash = next((i for i in near if line.low[i] in DASHES), None)
    if dash is None or not _is_source(doc, line, (dash + 1, len(line))):
        return None
    return Attribution(((begin, dash),), "headline", (dash, dash), (dash + 1, len(line)))


def _behind_colon(doc: Document, line: Line, begin: int) -> Attribution | None:
    """Behind the last colon stands a role or a paper that tells; who is named there is what the headline comes to."""
    near = range(len(line) - 2, max(begin + FEWEST_SAID - 1, len(line) - 2 - LONGEST_LABEL), -1)
    colon = next((i for i in near if line.low[i] == ":"), None)
    if colon is None or not _is_teller(doc, line, (colon + 1, len(line))):
        return None
    if line.low[colon + 1] in line.grammar.possessives or not claims_something(doc, line.of(begin, colon)):
        return None
    return Attribution(((begin, colon),), "headline", (colon, colon), (colon + 1, len(line)))


def claims_something(doc: Document, words: Span) -> bool:
    """Whether words of a headline have a finite verb: "A mill by the sea" names a matter, "A mill fell" claims one."""
    tokens = doc.tokens[0]
    return any(tokens.class_of(i) in FINITE for i in range(tokens.size) if words.start <= tokens.starts[i] < words.end)


def _is_source(doc: Document, line: Line, label: Phrase) -> bool:
    """Whether the label of a headline is somebody: its head a role or a document, or the name of a person."""
    first, stop = label
    if _is_teller(doc, line, label):
        return not is_label(line.low[first], doc.lexicon) or first > 0
    return _is_of_words(line, label) and any(
        name.kind is SourceKind.PERSON for name in doc.names_in(line.of(first, stop))
    )


def _is_teller(doc: Document, line: Line, label: Phrase) -> bool:
    head = label[1] - 1
    return _is_of_words(line, label) and (is_role(line, head) or _is_document(line.low[head], doc.lexicon))


def _is_of_words(line: Line, label: Phrase) -> bool:
    return all(is_word(line, i) and line.low[i] is not MARKED and not line.low[i].isdigit() for i in range(*label))


def _is_document(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.words("roles", "documents")
