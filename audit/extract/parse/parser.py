"""Whatever parses English sentences; spaCy where it is installed.

Invariant: spaCy is imported inside `load_parser` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol

from audit.errors import SecondhandError

ANY = "any"
REMEDY = "pip install 'secondhand[nlp]' and any English pipeline of spaCy's"
UNUSED = ("ner", "lemmatizer", "entity_linker", "textcat", "senter")


class Token(NamedTuple):
    """A token at `[start, end)` of its sentence; `head` is the index of the token it hangs on, its own at the root."""

    start: int
    end: int
    head: int
    dep: str
    pos: str


class Parser(Protocol):
    """Parses sentences, each as one tree. `name` tells it from others, its version included."""

    @property
    def name(self) -> str:
        """Pipeline and version."""

    def parse(self, sentences: Sequence[str]) -> Iterable[Sequence[Token]]:
        """The tokens of each sentence, in the order of the sentences and of their words."""


@cache
def load_parser(name: str = ANY) -> Parser:
    """The installed spaCy pipeline of that name, or `any`: the first English one there is. Loaded once a process."""
    try:
        import spacy
    except ImportError as error:
        raise SecondhandError("spaCy is not installed", REMEDY) from error
    installed = sorted(spacy.util.get_installed_models())
    chosen = name if name != ANY else next((m for m in installed if m.startswith("en_")), None)
    if chosen is None:
        raise SecondhandError("no English pipeline of spaCy's is installed", REMEDY)
    try:
        pipeline = spacy.load(chosen, exclude=UNUSED)
    except (OSError, ValueError) as error:
        raise SecondhandError(f"spaCy has no pipeline {chosen!r} that loads", REMEDY) from error
    if pipeline.lang != "en" or "parser" not in pipeline.pipe_names:
        raise SecondhandError(f"the spaCy pipeline {chosen!r} does not parse English", REMEDY)
    return SpacyParser(pipeline)


class SpacyParser:
    """A loaded spaCy pipeline."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self.name = f"{pipeline.meta['name']} {pipeline.meta['version']}"

    def parse(self, sentences: Sequence[str]) -> Iterator[Sequence[Token]]:
        """One tree a sentence: the cutting is ours, for it knows about quotation marks."""
        for parsed in self._pipeline.pipe(map(self._as_one, sentences)):
            yield [Token(t.idx, t.idx + len(t), t.head.i, t.dep_, t.pos_) for t in parsed]

    def _as_one(self, sentence: str) -> Any:
        made = self._pipeline.make_doc(sentence)
        for token in made:
            token.is_sent_start = token.i == 0
        return made
