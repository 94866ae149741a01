"""Whether an article tells that a person is a man or a woman: by the pronouns of sentences that name nobody else.

"Holm ended her speech": a woman. Where two sentences tell different things nothing is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from audit.extract.reading import Document
from audit.extract.sources.names import Name
from audit.lexicon.language import Lexicon
from audit.lexicon.word_classes import word_classes
from audit.records import Span

_WORD = re.compile(r"[^\W\d_]+")


def sexes_of_pronouns(lexicon: Lexicon) -> Mapping[str, str]:
    """The pronouns that tell a man or a woman: each to "m" or "f"."""
    classes = word_classes(lexicon)
    return {**dict.fromkeys(classes.male, "m"), **dict.fromkeys(classes.female, "f")}


def told_sexes(doc: Document, people: Sequence[Name]) -> dict[str, str]:
    """The sex of people by their full names, from the pronouns behind them in sentences that name nobody else."""
    told: dict[str, set[str]] = defaultdict(set)
    pronouns = doc.lexicon.room(sexes_of_pronouns)
    for sentence, names in _by_sentence(doc, people).items():
        alone = len({name.full for name in names}) == 1 and doc.name_index.sex(names[0].full) is None
        if (
            alone
            and not doc.is_quoted(names[0].span.start)
            and (sex := _first_told(doc, Span(names[0].span.end, sentence.end), pronouns))
        ):
            told[names[0].full].add(sex)
    return {full: next(iter(sexes)) for full, sexes in told.items() if len(sexes) == 1}


def _by_sentence(doc: Document, people: Sequence[Name]) -> dict[Span, list[Name]]:
    found: dict[Span, list[Name]] = defaultdict(list)
    for name in people:
        if sentence := doc.sentence_at(name.span.start):
            found[sentence].append(name)
    return found


def _first_told(doc: Document, within: Span, pronouns: Mapping[str, str]) -> str | None:
    told = (word for word in _WORD.finditer(doc.text, *within) if word.group() in pronouns)
    return next((pronouns[word.group()] for word in told if not doc.is_quoted(word.start())), None)
