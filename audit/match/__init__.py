"""Mentions against mentions: which quotes, figures and passages are the same thing, and how they relate."""

from __future__ import annotations

from collections.abc import Sequence

from audit.match.articles import Held, MatchRow, load_articles
from audit.match.figure_sets import fill_figure_sets
from audit.match.figures import match_figures
from audit.match.identity import resolve_sources
from audit.match.passages import PassageRow, match_passages, read_articles
from audit.match.quotes import match_quotes
from audit.match.weights import Weights
from audit.warehouse import Warehouse

__all__ = ["find_matches", "resolve_sources"]


def find_matches(warehouse: Warehouse) -> dict[str, int]:
    """Clear and refill `figure_sets`, `passages` and `matches` from the latest versions.

    Returns how many matches of each kind there are.
    """
    fill_figure_sets(warehouse)
    articles = load_articles(warehouse)
    quotes = match_quotes(warehouse, articles)
    passages, places = _passages(warehouse, articles)
    figures = match_figures(warehouse, articles, _links([*quotes, *passages]))
    rows = sorted({row[0]: row for row in (*quotes, *passages, *figures)}.values())
    _store(warehouse, rows, places)
    return {"quote": len(quotes), "passage": len(passages), "figure": len(figures)}


def _passages(warehouse: Warehouse, articles: dict[str, Held]) -> tuple[list[MatchRow], list[PassageRow]]:
    readings = read_articles(articles.values())
    return match_passages(warehouse, readings, Weights(reading.words.keys for reading in readings))


def _links(rows: Sequence[MatchRow]) -> list[tuple[str, str]]:
    """Pairs of articles that share quotes or passages."""
    return sorted({(row[3], row[6]) for row in rows if row[3] != row[6]})


def _store(warehouse: Warehouse, matches: Sequence[MatchRow], passages: Sequence[PassageRow]) -> None:
    warehouse.run("delete from matches; delete from passages")
    warehouse.insert("matches", matches)
    warehouse.insert("passages", passages)
