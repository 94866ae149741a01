"""`secondhand extract`: a line of JSON with an article in, one with its mentions out (contract: extract)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from audit.errors import tried
from audit.extract.article import extract_all, extract_mentions
from audit.ingest.blocks import mark_blocks
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import Article, Credit, Figure, Mentions, Quote, Span

if TYPE_CHECKING:
    from audit.extract.parse.parser import Parser


def extract_line(line: dict[str, Any], parser: Parser | None = None, outlets: Outlets = PACKAGED) -> dict[str, Any]:
    """Mentions of one article; spans count in `text`, taken verbatim. Raises KeyError, TypeError for another shape."""
    return {"id": line["id"], **as_json(extract_mentions(read_line(line, outlets), parser, outlets))}


def extract_lines(
    lines: Sequence[dict[str, Any]], parser: Parser | None = None, outlets: Outlets = PACKAGED
) -> Iterator[dict[str, Any] | Exception]:
    """The same of some articles that are read together; an exception in the place of one that could not be read."""
    articles = [tried(partial(read_line, outlets=outlets), line) for line in lines]
    found = extract_all((one for one in articles if isinstance(one, Article)), parser, outlets)
    for line, article in zip(lines, articles, strict=True):
        mentions = next(found) if isinstance(article, Article) else article
        yield mentions if isinstance(mentions, Exception) else {"id": line["id"], **as_json(mentions)}


def read_line(line: dict[str, Any], outlets: Outlets = PACKAGED) -> Article:
    """The article that a line holds."""
    text, authors = line["text"], line.get("authors") or ()
    if not isinstance(text, str):
        raise TypeError("text is a string")
    title = line.get("title")
    return Article(
        article_id=str(line["id"]),
        version=1,
        text=text,
        blocks=mark_blocks(text, title, outlets),
        title=title,
        publisher=line.get("publisher") or line.get("outlet"),
        authors=(authors,) if isinstance(authors, str) else tuple(authors),
        url=line.get("url"),
        published=_day(line.get("published")),
        language=line.get("language") or "en",
    )


def as_json(mentions: Mentions) -> dict[str, Any]:
    """The mentions as the contract words them."""
    return {
        "quotes": [_quote(q) for q in mentions.quotes],
        "figures": [_figure(f) for f in mentions.figures],
        "credits": [_credit(c) for c in mentions.credits],
        "caveats": [{"kind": c.kind.value, "span": list(c.span)} for c in mentions.caveats],
    }


def _day(printed: object) -> date | None:
    try:
        return date.fromisoformat(str(printed)[:10])
    except ValueError:
        return None


def _spans(*spans: Span | None) -> list[list[int]]:
    return [list(span) for span in spans if span]


def _quote(q: Quote) -> dict[str, Any]:
    return {
        "type": q.kind.value,
        "content": _spans(*q.pieces),
        "speaker": _spans(q.speaker),
        "cue": _spans(q.cue),
        "source": q.source.name if q.source else None,
        "source_kind": q.source.kind.value if q.source else None,
        "anonymity": q.anonymity.value if q.anonymity else None,
        "rule": q.rule,
        "polarity": q.polarity,
        "certainty": q.certainty,
        "title": q.title,
        "justification": q.justification,
        **({"sources": [s.name for s in q.sources]} if q.sources else {}),
    }


def _figure(f: Figure) -> dict[str, Any]:
    return {
        "span": list(f.span),
        "surface": f.surface,
        "approx": f.approximator.value,
        "hedge": f.hedge,
        "value": _number(f.low) if f.low == f.high else [_number(f.low), _number(f.high)],
        "unit": f.unit,
        "counted": f.counted,
        "predicate": f.predicate,
        "modality": f.modality.value,
        "source": f.source.name if f.source else None,
        "as_of": f.as_of,
        "place": f.place,
        "qualifiers": f.qualifiers,
    }


def _number(value: float) -> int | float:
    return int(value) if value.is_integer() else value


def _credit(c: Credit) -> dict[str, Any]:
    return {
        "span": list(c.span),
        "credited": c.source.name,
        "kind": c.source.kind.value,
        "relation": c.relation.value,
        "hop": c.hop,
        "path": list(c.path),
        "rule": c.rule,
    }
