"""One article to its mentions: the rooms of `extract` in the order in which each needs the last."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from audit.collect import collect_never
from audit.extract.credits.denied import without_denied
from audit.extract.credits.find import find_credits, find_page_credits
from audit.extract.credits.named_beside import find_named
from audit.extract.credits.outlets_named import Carriers
from audit.extract.credits.spoken_at import with_occasions
from audit.extract.figures import figures_among
from audit.extract.figures.asserted_by import assign_sources
from audit.extract.quotes.find import draft_quotes, finish_quotes
from audit.extract.reading import Document, read_document
from audit.extract.romance import read_romance
from audit.extract.sources.people import find_people
from audit.extract.sources.unnamed import find_caveats
from audit.lexicon.language import is_read
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.parts import in_parts
from audit.records import Article, Figure, Mentions

if TYPE_CHECKING:
    from audit.extract.parse.parser import Parser

_Work = Generator[object, None, Mentions]

TOGETHER = 50
"""Articles that are read together."""


def extract_mentions(article: Article, parser: Parser | None = None, outlets: Outlets = PACKAGED) -> Mentions:
    """Quotes, figures and credits of one article, in the order of its text; a parser adds to the quotes.

    `outlets`: a registry other than the package's own.
    """
    [found] = _in_step([_steps(article, parser, outlets)])
    if isinstance(found, Exception):
        raise found
    return found


def extract_all(
    articles: Iterable[Article], parser: Parser | None = None, outlets: Outlets = PACKAGED
) -> Iterator[Mentions | Exception]:
    """The mentions of each article, or why it could not be read, in their order.

    Some articles are read together, step by step: the rules of one step fit into the processor's cache, all do not.
    """
    for some in in_parts(articles, TOGETHER):
        yield from _in_step([_steps(article, parser, outlets) for article in some])


@collect_never()
def _in_step(works: Sequence[_Work]) -> list[Mentions | Exception]:
    """What each piece of work comes to, each step done for all of them before the next one."""
    found: dict[int, Mentions | Exception] = {}
    while len(found) < len(works):
        for number, work in enumerate(works):
            if number not in found and (done := _done(work)) is not None:
                found[number] = done
    return [found[number] for number in range(len(works))]


def _done(work: _Work) -> Mentions | Exception | None:
    """What work comes to by its next step; None where there is one more."""
    try:
        next(work)
    except StopIteration as end:
        return cast(Mentions, end.value)
    except Exception as error:  # one article must not cost the others
        return error
    return None


def _steps(article: Article, parser: Parser | None, outlets: Outlets) -> _Work:
    """The mentions of one article, with a pause behind each step."""
    document = read_document(article, outlets)
    if not is_read(article.language):
        return _without_rules(document)
    if document.lexicon.has("speech"):
        return read_romance(document)
    yield document.tokens
    yield document.name_index
    yield document.names
    figures = _as_printed(figures_among(document.tokens), article.text)
    yield figures
    drafts = draft_quotes(document)
    yield drafts
    quotes = finish_quotes(document, drafts)
    if parser is not None:
        from audit.extract.parse.merge import read_more

        quotes = read_more(document, quotes, parser)
    yield quotes
    carriers = Carriers(document)
    quotes, credits = without_denied(document, quotes, find_credits(document, quotes, carriers))
    yield credits
    quotes = with_occasions(document, quotes, credits)
    return Mentions(
        quotes=quotes,
        figures=assign_sources(document, figures, quotes, credits),
        credits=credits,
        people=find_people(document),
        houses=find_named(document, carriers, (*quotes, *figures), credits),
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
