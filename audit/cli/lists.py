"""Rows of the published warehouse: lists, what a measure counts, what is over a threshold, any query."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.options import WAREHOUSE, AsCsv, AsJson, Warehouse
from audit.cli.streams import plain, say, write
from audit.errors import InputError

if TYPE_CHECKING:
    from audit.warehouse import Warehouse as DuckDB

MOST = 1_000_000  # findings that are listed or let pass


def findings(
    warehouse: Warehouse = WAREHOUSE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    whole: Annotated[
        bool,
        typer.Option(
            "--all", help="Also what is only counted: too few of its kind were right, or another finding tells it."
        ),
    ] = False,
    kind: Annotated[str | None, typer.Option(help="Of this kind alone.")] = None,
    story: Annotated[str | None, typer.Option(help="Of this story alone, by its id.")] = None,
    article: Annotated[str | None, typer.Option(help="That rest on this article, by its id.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="At most so many.")] = MOST,
) -> None:
    """What a reviewer should look at, most serious first, with how often the kind was right when read by hand."""
    from audit.lexicon import load_rules
    from audit.warehouse import open_published, read_sql

    if kind is not None and kind not in load_rules("findings"):
        raise InputError(f"{kind} is no kind of finding", f"one of: {', '.join(sorted(load_rules('findings')))}")
    values = {"whole": whole, "kind": kind, "story": story, "article": article, "most": limit}
    opened = open_published(warehouse)
    _must_hold(opened, "stories", "story_id", story)
    _must_hold(opened, "articles", "article_id", article)
    names, rows = opened.table(read_sql("audit.listings", "findings_of"), values)
    write(names, rows, as_json, as_csv)


def claims(warehouse: Warehouse = WAREHOUSE, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """What is said: in how many articles, going back to how many origins."""
    _list("claims", warehouse, as_json, as_csv)


def sources(warehouse: Warehouse = WAREHOUSE, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Everybody who is credited, quoted or held, most used first."""
    _list("sources", warehouse, as_json, as_csv)


def wanted(warehouse: Warehouse = WAREHOUSE, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """What articles rest on and nobody holds, most wanted first."""
    _list("wanted", warehouse, as_json, as_csv)


def stories(warehouse: Warehouse = WAREHOUSE, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Events that two articles or more are about, the largest first."""
    _list("stories", warehouse, as_json, as_csv)


def explain(
    measure: Annotated[str, typer.Argument(help="Its name, as in the table measures.")],
    subject: Annotated[str, typer.Argument(metavar="ID", help="An article_id, a claim_id, or all.")],
    warehouse: Warehouse = WAREHOUSE,
    as_json: AsJson = False,
) -> None:
    """What a number counts: definition, query, the rows behind it, and what was left out."""
    from audit.judge.explain import explain as explain_measure
    from audit.warehouse import open_published

    found = explain_measure(open_published(warehouse), measure, subject)
    told = [json.dumps(found.as_row(), ensure_ascii=False, default=plain)] if as_json else found.lines()
    sys.stdout.writelines(f"{line}\n" for line in told)


def rests_on(
    name: Annotated[str, typer.Argument(metavar="ARTICLE|SOURCE|CLAIM", help="An id, a file, a URL, or a name.")],
    warehouse: Warehouse = WAREHOUSE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Everything downstream of an article, a source or a claim: what to look at after a correction."""
    from audit.warehouse import open_published, read_sql

    opened = open_published(warehouse)
    found = opened.dicts(read_sql("audit.listings", "named"), {"name": name})
    if not found:
        raise InputError(f"{name} is not held", "name an article, a claim or a source by id, file, URL or name")
    for one in found:
        say(f"{one['kind']} {one['id']}: {one['label']}")
    sought = ({"kind": one["kind"], "id": one["id"]} for one in found)
    tables = [opened.table(read_sql("audit.listings", "rests_on"), values) for values in sought]
    write(tables[0][0], list(dict.fromkeys(row for _, rows in tables for row in rows)), as_json, as_csv)


def check(
    warehouse: Warehouse = WAREHOUSE,
    severity: Annotated[int, typer.Option(min=0, max=3, help="Findings from this weight on count.")] = 3,
    at_most: Annotated[int, typer.Option(min=0, max=MOST, help="As many of them are let pass.")] = 0,
    limit: Annotated[
        list[str] | None, typer.Option(metavar="KIND=N", help="A kind with a number of its own, whatever its weight.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Exit 1 with the findings that are more than a threshold lets pass; 0 where none is."""
    from audit.report.say import counted
    from audit.warehouse import open_published, read_sql

    values = {"severity": severity, "at_most": at_most, "limits": dict(map(_limit, limit or []))}
    names, rows = open_published(warehouse).table(read_sql("audit.listings", "over_threshold"), values)
    if rows:
        write(names, rows, as_json, as_csv)
        say(f"{counted(len(rows), 'finding')} over the threshold")
        raise typer.Exit(1)


def sql(
    query: Annotated[str, typer.Argument(help="A query; the file is opened read-only.")],
    warehouse: Warehouse = WAREHOUSE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    seconds: Annotated[float, typer.Option(min=0.1, help="A query that takes longer is ended.")] = 300,
    gigabytes: Annotated[float, typer.Option(min=0.1, help="So is one whose tables need more memory.")] = 2,
) -> None:
    """Ask the warehouse."""
    _query(warehouse, query, as_json, as_csv, seconds, gigabytes)


def _must_hold(warehouse: DuckDB, table: str, column: str, key: str | None) -> None:
    if key is not None and not warehouse.query(f"from {table} where {column} = ? limit 1", [key]):
        way = (
            "secondhand stories lists them" if table == "stories" else "secondhand sql 'from articles_told' lists them"
        )
        raise InputError(f"{key} is no {column} of this warehouse", way)


def _limit(text: str) -> tuple[str, int]:
    from audit.lexicon import load_rules

    kind, _, most = text.partition("=")
    if kind not in load_rules("findings") or not re.fullmatch("[0-9]{1,9}", most):
        raise InputError(f"{text} is no limit", f"KIND=N with one of: {', '.join(sorted(load_rules('findings')))}")
    return kind, int(most)


def _list(name: str, path: Path, as_json: bool, as_csv: bool) -> None:
    from audit.warehouse import read_sql

    _query(path, read_sql("audit.listings", name), as_json, as_csv)


def _query(
    path: Path, query: str, as_json: bool, as_csv: bool, seconds: float | None = None, gigabytes: float | None = None
) -> None:  # fmt: skip
    from audit.warehouse import ask

    names, rows = ask(path, query, seconds, gigabytes)
    write(names, rows, as_json, as_csv)
