"""Texts in, what is read in them or compared out: no run, and no warehouse is written."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from audit.cli.options import WAREHOUSE, Html, Input, Nlp, Outlets, Warehouse
from audit.cli.streams import each_line, lines_of, listed, must_exist, say, some_lines
from audit.errors import InputError
from audit.outputs import must_be_free


def extract(file: Input = "-", nlp: Nlp = None, outlets: Outlets = None) -> None:
    """JSONL of articles in, JSONL of mentions out; no warehouse."""
    from audit.collect import collect_seldom
    from audit.extract.article import TOGETHER
    from audit.extract.jsonl import extract_lines
    from audit.lexicon.outlet_lists import known_outlets

    collect_seldom()
    known = known_outlets(listed(outlets)).outlets
    together = 1 if file == "-" else TOGETHER  # who writes line by line waits for each answer
    some_lines(file, partial(extract_lines, parser=_parser(nlp), outlets=known), together)


def compare(file: Input = "-") -> None:
    """JSONL of figure pairs in, the verdict of each out."""
    from audit.figures_algebra.record import compare_pair

    each_line(file, compare_pair)


def verify(
    file: Input = "-",
    html: Html = None,
    strength: Annotated[bool, typer.Option(help="The page also says which claims say more than their source.")] = False,
) -> None:
    """JSONL of claims with the sources they cite in, what the sources carry and what they lack out.

    A line in: {"id": "1", "claim": "…", "sources": [{"id": "a", "text": "…"}]}.
    """
    from audit.cite.outcome import strength_note
    from audit.cite.sheet import Shown, write_sheet
    from audit.cite.verify import as_json, read_citation
    from audit.cite.verify import verify as check_citation

    must_be_free(html, Path(file))
    shown: list[Shown] = []

    def work(line: dict[str, Any]) -> dict[str, Any]:
        citation = read_citation(line)
        checked = check_citation(citation)
        if html:
            note = strength_note(citation, checked.strength) if strength else None
            shown.append((citation, checked, (note,) if note else ()))
        return as_json(checked)

    each_line(file, work)
    if html:
        write_sheet(html, shown, "standard input" if file == "-" else Path(file).name)


def cite(
    page: Annotated[Path, typer.Argument(help="A page with references: HTML, Markdown or wikitext.")],
    sources: Annotated[
        Path | None, typer.Option(help="Folder of saved sources; manifest.csv in it has the columns url, file.")
    ] = None,
    warehouse: Annotated[Path | None, typer.Option(help="Also compare with the articles of this warehouse.")] = None,
    history: Annotated[
        Path | None, typer.Option(metavar="EXPORT.xml", help="The page's revisions: since when each sentence stands.")
    ] = None,
    want: Annotated[Path | None, typer.Option(help="List the address of each reference in this file.")] = None,
    origins: Annotated[bool, typer.Option(help="Also trace the sources among themselves: how many origins.")] = False,
    publisher: Annotated[str | None, typer.Option(help="Whose page it is; of wikitext Wikipedia.")] = None,
    html: Html = None,
) -> None:
    """A page with references in, each cited sentence with what its sources carry out; nothing is fetched."""
    from audit.cite.held_texts import addressed_in_warehouse
    from audit.cite.history import first_days
    from audit.cite.outcome import first_line
    from audit.cite.page_audit import (
        check_page,
        not_matched,
        notes_of,
        page_line,
        publisher_of,
        read_marked,
        read_sources,
        wanted,
    )
    from audit.cite.references import cited_sentences
    from audit.cite.saved import by_address
    from audit.cite.sheet import write_sheet
    from audit.cited_origins import find_page_origins

    must_exist(path for path in (page, sources, warehouse, history) if path)
    for output in (want, html):
        must_be_free(output, page, history)
    text = "".join(lines_of(str(page)))
    if not text.strip():
        raise InputError(f"{page} holds no text", "name a page with references")
    sentences = list(cited_sentences(read_marked(text, page.name)))
    if want:
        want.write_text("".join(f"{url}\n" for url in wanted(sentences)), encoding="utf-8")
    saved = read_sources(sources) if sources else []
    for told in not_matched(sources, saved) if sources else ():
        say(told)
    held = {**(addressed_in_warehouse(warehouse) if warehouse else {}), **by_address(saved)}
    rows = list(check_page(sentences, held, stood=first_days(sentences, history) if history else None))
    traced = find_page_origins(rows, publisher or publisher_of(text, page.name)) if origins else None
    say(first_line(row.checked.verdict for row in rows))
    if traced:
        say(traced.line())
    for row in rows:
        line = {**page_line(row), **(traced.told(row) if traced else {})}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    if html:
        shown = ((row.citation, row.checked, (*notes_of(row), *(traced.notes(row) if traced else ()))) for row in rows)
        write_sheet(html, shown, page.name, traced.line() if traced else None)


def mcp(warehouse: Warehouse = WAREHOUSE) -> None:
    """Answer assistants over stdio (Model Context Protocol): read-only, nothing is fetched (extra: mcp)."""
    from audit.assistant.server import serve

    serve(warehouse)


def check_draft(
    draft: Annotated[Path, typer.Argument(help="A draft: text, Markdown, HTML, DOCX.")],
    against: Annotated[Path, typer.Option(help="The warehouse that it is compared with.")] = WAREHOUSE,
    records: Annotated[Path | None, typer.Option(help="Folder of transcripts and notes, compared first.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON for each finding.")] = False,
    html: Html = None,
) -> None:
    """A draft, line by line, against what is held; the draft is read, never stored."""
    from audit.cite.draft_check import check_draft, first_line, sheet
    from audit.cite.draft_sheet import draft_page
    from audit.cite.held_texts import held_in_folder, held_in_warehouse
    from audit.cite.saved import read_draft
    from audit.cite.sheet import write_private

    must_exist([draft, *([records] if records else [])])
    must_be_free(html, draft, records)
    held = [*(held_in_folder(records) if records else ()), *(held_in_warehouse(against) if against.exists() else ())]
    if not held:
        raise InputError(
            f"nothing is held to compare {draft} with", "name a warehouse with --against, or --records DIR"
        )
    text = read_draft(draft)
    lines = check_draft(text, held)
    say(first_line(lines))
    for told in sheet(lines, draft.name, as_json=as_json):
        sys.stdout.write(told + "\n")
    if html:
        write_private(html, draft_page(text, lines, held, first_line(lines), draft.name))


def _parser(nlp: str | None) -> Any:
    """The parser of that name; nothing of it is imported where none is asked for."""
    if nlp is None:
        return None
    from audit.extract.parse.parser import load_parser

    return load_parser(nlp)
