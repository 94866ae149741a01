"""Mentions against mentions: which quotes, figures and passages are the same thing, and how they relate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.engine import Engine, LocalEngine
from audit.match.articles import Held, MatchRow, load_articles
from audit.match.features import drop_gone, read_new
from audit.match.figure_sets import fill_figure_sets
from audit.match.figures import match_figures
from audit.match.formulaic_passages import drop_formulas
from audit.match.laid_texts import LaidTexts, lay_texts
from audit.match.passages import PassageRow, match_passages, read_article
from audit.match.protected_sources import without_exposed
from audit.match.quotes import match_quotes
from audit.match.resolve import resolve_sources
from audit.match.stories import Story, find_stories
from audit.warehouse import Index, Subjects, Warehouse, content_key, place_rulings, read_sql

__all__ = ["LaidTexts", "find_matches", "lay_texts", "open_index", "resolve_sources"]


def find_matches(
    warehouse: Warehouse,
    index: Index | None = None,
    *,
    run_id: str = "",
    reveal: bool = False,
    engine: Engine | None = None,
    texts: LaidTexts | None = None,
) -> dict[str, int]:
    """Clear and refill `figure_sets`, `passages`, `matches`, `stories` and `story_articles` from the latest versions.

    What was too much to compare each with each is told in `problems`, as met first by the run of that id.
    Words of an unnamed source are not matched with those another text gives to somebody by name, unless `reveal` asks
    for it. What `index` keeps is not worked out again; the rest is left to `engine`. `texts`: the words of all
    articles, where these are laid down already. Returns how many matches of each kind there are, and stories.
    """
    index = index or open_index()
    with index.transaction():
        fill_figure_sets(warehouse, index)
        articles = load_articles(warehouse, texts)
        index.make_room(len(articles))
        found = _find(warehouse, articles, index, engine or LocalEngine())
    _tell_crowds(warehouse, found.crowds, run_id)
    rows = found.rows if reveal else without_exposed(warehouse, found.rows)
    _place(warehouse, rows, articles)
    _store(warehouse, rows, found.passages, found.stories)
    counts = Counter(row.kind for row in rows)
    return {**{kind: counts[kind] for kind in ("quote", "passage", "figure")}, "story": len(found.stories)}


def open_index(path: Path | None = None, made_by: str = "") -> Index:
    """The index beside a warehouse; one in memory without a path."""
    return Index(path, made_by, read_sql(__package__, "index_tables"))


@dataclass(frozen=True, slots=True)
class Found:
    """What matching finds."""

    rows: list[MatchRow]
    passages: list[PassageRow]
    stories: list[Story]
    crowds: list[tuple[object, ...]]  # rows of `crowd_table`


def _find(warehouse: Warehouse, articles: dict[str, Held], index: Index, engine: Engine) -> Found:
    held = list(articles.values())
    known = read_new(held, index, engine)
    quotes = match_quotes(warehouse, articles, index, engine)
    passages, places = match_passages(held, index, engine)
    read_article.cache_clear()
    stories = find_stories(held, [*quotes, *passages], index, engine)
    drop_gone(index, known)
    story_of = {article: story.story_id for story in stories for article in story.article_ids}
    passages = drop_formulas(passages, story_of, articles)
    figures = match_figures(warehouse, articles, [*quotes, *passages], story_of, index, engine)
    rows = sorted({row.match_id: row for row in (*quotes, *passages, *figures)}.values())
    kept = {place for row in passages for place in row.places}
    crowded = index.query("select article_no, name, figures from figure_crowds")
    crowds = [(held[number].article_id, *told) for number, *told in crowded]
    return Found(rows, [row for row in places if row.place in kept], stories, crowds)


def _place(warehouse: Warehouse, rows: Sequence[MatchRow], articles: Mapping[str, Held]) -> None:
    """Say where rulings on matches stand."""

    def matches() -> Subjects:
        by_id = {row.match_id: row for row in rows}

        def said(key: str) -> str:
            row = by_id[key]
            words = (articles[article].text[start:end] for article, start, end in row.places)
            return content_key("match", row.relation, words)

        return Subjects(by_id.keys(), said)

    place_rulings(warehouse, "match", matches)


def _tell_crowds(warehouse: Warehouse, crowds: Sequence[tuple[object, ...]], run_id: str) -> None:
    warehouse.run(read_sql(__package__, "crowd_table"))
    warehouse.insert("figure_crowds", crowds)
    warehouse.run(read_sql(__package__, "tell_crowds"), {"run": run_id})


def _store(
    warehouse: Warehouse, matches: Sequence[MatchRow], passages: Sequence[PassageRow], stories: Sequence[Story]
) -> None:
    for table in ("matches", "passages", "stories", "story_articles"):
        warehouse.run(f"delete from {table}")
    warehouse.insert("matches", matches)
    warehouse.run(read_sql(__package__, "ruled_out_matches"))
    warehouse.insert("passages", passages)
    warehouse.insert("stories", [(s.story_id, s.label, s.first_at, s.last_at) for s in stories])
    warehouse.insert("story_articles", [(s.story_id, article) for s in stories for article in s.article_ids])
