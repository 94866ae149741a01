"""One article to its mentions: the rooms of `extract` in the order in which each needs the last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from audit.extract.credits.denied import without_denied
from audit.extract.credits.find import find_credits, find_page_credits
from audit.extract.credits.spoken_at import with_occasions
from audit.extract.figures import figures_among
from audit.extract.figures.asserted_by import assign_sources
from audit.extract.quotes.find import find_quotes
from audit.extract.reading import Document, read_document
from audit.extract.romance import read_romance
from audit.extract.sources.people import find_people
from audit.extract.sources.unnamed import find_caveats
from audit.lexicon.language import is_read
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import Article, Figure, Mentions

if TYPE_CHECKING:
    from audit.extract.parse.parser import Parser


def extract_mentions(article: Article, parser: Parser | None = None, outlets: Outlets = PACKAGED) -> Mentions:
    """Quotes, figures and credits of one article, in the order of its text; a parser adds to the quotes.

    `outlets`: a registry other than the package's own.
    """
    document = read_document(article, outlets)
    if not is_read(article.language):
        return _without_rules(document)
    if document.lexicon.has("speech"):
        return read_romance(document)
    quotes = find_quotes(document)
    if parser is not None:
        from audit.extract.parse.merge import read_more

        quotes = read_more(document, quotes, parser)
    quotes, credits = without_denied(document, quotes, find_credits(document, quotes))
    quotes = with_occasions(document, quotes, credits)
    figures = _as_printed(figures_among(document.tokens), article.text)
    return Mentions(
        quotes=quotes,
        figures=assign_sources(document, figures, quotes, credits),
        credits=credits,
        people=find_people(document),
        caveats=find_caveats(document),
        sentences=tuple(document.sentences),
    )


def _as_printed(figures: Iterable[Figure], text: str) -> list[Figure]:
    """Figures in the words of the article: the text that is read has its broken lines joined."""
    return [
        figure if (said := figure.span.of(text)) == figure.surface else replace(figure, surface=said)
        for figure in figures
    ]


def _without_rules(document: Document) -> Mentions:
    """What a text of a language without rules gives: its sentences, its links and embedded posts as credits."""
    return Mentions(credits=find_page_credits(document), sentences=tuple(document.sentences))
