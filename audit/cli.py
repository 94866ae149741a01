"""The command `secondhand`. Data goes to stdout, everything else to stderr; exit 2 where it could not run."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from audit.changes.commands import register as register_changes
from audit.doctor.commands import register as register_doctor
from audit.errors import InputError, SecondhandError
from audit.fetch.commands import register as register_fetch
from audit.forget.commands import register as register_forget
from audit.share.commands import register

app = typer.Typer(
    name="secondhand", help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)

Paths = Annotated[
    list[Path] | None, typer.Argument(help="Files or folders; raw/ if none is given.", show_default=False)
]
Warehouse = Annotated[Path, typer.Option(help="The DuckDB file.")]
Reviews = Annotated[Path, typer.Option(help="Folder of the rulings.")]
AsJson = Annotated[bool, typer.Option("--json", help="A JSON object a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Commas; a table or tabs if neither is given.")]
Input = Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")]

Nlp = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        envvar="SECONDHAND_NLP",
        help="Parse what the rules leave open with this spaCy pipeline, or with `any` English one (extra: nlp).",
        show_default=False,
    ),
]

Outlets = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A list of outlets of your own, TOML or CSV; raw/outlets.toml or raw/outlets.csv if there is one.",
        show_default=False,
    ),
]

Reveal = Annotated[
    bool,
    typer.Option(
        "--reveal",
        help="For your eyes alone: match words of an unnamed source with those that another text gives to a name. "
        "What is exported from such a warehouse shows them too.",
    ),
]

Notify = Annotated[
    str | None,
    typer.Option(
        metavar="TYPE/NAME",
        help="Send what a run changed, counts and ids, through this notification block of Prefect.",
        show_default=False,
    ),
]
NotifyText = Annotated[bool, typer.Option("--notify-text", help="With --notify: words of articles too.")]

Html = Annotated[
    Path | None,
    typer.Option(
        metavar="OUT", help="Also write a page, marked word by word, for your eyes alone.", show_default=False
    ),
]

WAREHOUSE = Path("warehouse.duckdb")
RAW = Path("raw")
REVIEWS = RAW / "reviews"


def _version(wanted: bool) -> None:
    if wanted:
        from audit import __version__

        typer.echo(f"secondhand {__version__}")
        raise typer.Exit


@app.callback()
def _secondhand(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Its version.")] = False,
) -> None:
    """Who said it first, through whom it reached us, and what changed on the way."""


@app.command()
def run(
    paths: Paths = None,
    warehouse: Warehouse = WAREHOUSE,
    report: Annotated[Path, typer.Option(help="Folder of the report.")] = Path("report"),
    no_report: Annotated[bool, typer.Option("--no-report", help="Write no report.")] = False,
    reviews: Reviews = REVIEWS,
    direct: Annotated[bool, typer.Option("--direct", help="The same steps without Prefect.")] = False,
    nlp: Nlp = None,
    outlets: Outlets = None,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another run on the same warehouse.")] = 0,
    reveal: Reveal = False,
    engine: Annotated[
        str, typer.Option(metavar="duckdb|spark", help="What reads and compares: this machine, or a cluster.")
    ] = "duckdb",
    master: Annotated[
        str | None, typer.Option(metavar="URL", help="Spark's master; local[*] if none is given.", show_default=False)
    ] = None,
    scratch: Annotated[
        str | None,
        typer.Option(metavar="URL", help="A folder that all of Spark's workers reach.", show_default=False),
    ] = None,
    notify: Notify = None,
    notify_text: NotifyText = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Anew from what is kept beside the warehouse and the rulings alone.")
    ] = False,
) -> None:
    """The main job: articles in, warehouse and report out. Over unchanged input only `runs` gains a row."""
    from audit.engine import EngineChoice
    from audit.pipeline import Job, Summary, run_direct
    from audit.run_told import progress, tell_end

    choice = EngineChoice(engine, master, scratch)
    pages = None if no_report else report
    told = (wait, reveal, notify, notify_text, None, choice)
    job = Job(tuple(paths or [RAW]), warehouse, pages, reviews, nlp, _listed(outlets), *told, rebuild=rebuild)
    _must_exist(() if rebuild else job.paths)
    if direct and notify:
        raise InputError("--notify sends through Prefect", "leave out --direct")
    if reviews != REVIEWS and not reviews.is_dir():
        _say(f"no rulings are read: {reviews} is no folder")
    summary: Summary
    with progress() as shown:
        job = replace(job, tell=shown)
        if direct:
            summary = run_direct(job)
        else:
            from flows import run_audit

            summary = run_audit(job)
    tell_end(summary, warehouse, _say)


@app.command()
def schedule(
    paths: Paths = None,
    cron: Annotated[str, typer.Option(help='When, as in cron: "0 6 * * *" is six every morning.')] = "0 6 * * *",
    warehouse: Warehouse = WAREHOUSE,
    report: Annotated[Path, typer.Option(help="Folder of the report.")] = Path("report"),
    reviews: Reviews = Path("raw/reviews"),
    nlp: Nlp = None,
    outlets: Outlets = None,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another run on the same warehouse.")] = 7200,
    notify: Notify = None,
    notify_text: NotifyText = False,
) -> None:
    """Serve the main job on a schedule, one run at a time, against a Prefect server (PREFECT_API_URL)."""
    from audit.lexicon.outlet_lists import known_outlets
    from audit.pipeline import Job
    from flows import serve_audit

    told = (wait, False, notify, notify_text)
    job = Job(tuple(paths or [RAW]), warehouse, report, reviews, nlp, _listed(outlets), *told)
    _must_exist(job.paths)
    known_outlets(job.outlets)  # a broken list is told now, not in the morning
    serve_audit(job, cron)


@app.command()
def extract(file: Input = "-", nlp: Nlp = None, outlets: Outlets = None) -> None:
    """JSONL of articles in, JSONL of mentions out; no warehouse."""
    from audit.extract.jsonl import extract_line
    from audit.lexicon.outlet_lists import known_outlets

    known = known_outlets(_listed(outlets)).outlets
    _each_line(file, partial(extract_line, parser=_parser(nlp), outlets=known))


@app.command()
def compare(file: Input = "-") -> None:
    """JSONL of figure pairs in, the verdict of each out."""
    from audit.figures_algebra.record import compare_pair

    _each_line(file, compare_pair)


@app.command()
def verify(
    file: Input = "-",
    html: Html = None,
    strength: Annotated[bool, typer.Option(help="The page also says which claims say more than their source.")] = False,
) -> None:
    """JSONL of claims with the sources they cite in, what the sources carry and what they lack out."""
    from audit.cite.outcome import strength_note
    from audit.cite.sheet import Shown, write_sheet
    from audit.cite.verify import as_json, read_citation
    from audit.cite.verify import verify as check_citation

    shown: list[Shown] = []

    def work(line: dict[str, Any]) -> dict[str, Any]:
        citation = read_citation(line)
        checked = check_citation(citation)
        if html:
            note = strength_note(citation, checked.strength) if strength else None
            shown.append((citation, checked, (note,) if note else ()))
        return as_json(checked)

    _each_line(file, work)
    if html:
        write_sheet(html, shown, "standard input" if file == "-" else Path(file).name)


@app.command()
def cite(
    page: Annotated[Path, typer.Argument(help="A page with references: HTML, Markdown or wikitext.")],
    sources: Annotated[
        Path | None, typer.Option(help="Folder of saved sources, and a manifest of url and file.")
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
    from audit.cite.page_audit import check_page, load_sources, notes_of, page_line, publisher_of, read_marked, wanted
    from audit.cite.references import cited_sentences
    from audit.cite.sheet import write_sheet
    from audit.cited_origins import find_page_origins

    _must_exist(path for path in (page, sources, warehouse, history) if path)
    text = "".join(_lines(str(page)))
    sentences = list(cited_sentences(read_marked(text, page.name)))
    if want:
        want.write_text("".join(f"{url}\n" for url in wanted(sentences)), encoding="utf-8")
    held = {**(addressed_in_warehouse(warehouse) if warehouse else {}), **(load_sources(sources) if sources else {})}
    rows = list(check_page(sentences, held, stood=first_days(sentences, history) if history else None))
    traced = find_page_origins(rows, publisher or publisher_of(text, page.name)) if origins else None
    _say(first_line(row.checked.verdict for row in rows))
    if traced:
        _say(traced.line())
    for row in rows:
        line = {**page_line(row), **(traced.told(row) if traced else {})}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    if html:
        shown = ((row.citation, row.checked, (*notes_of(row), *(traced.notes(row) if traced else ()))) for row in rows)
        write_sheet(html, shown, page.name, traced.line() if traced else None)


@app.command()
def mcp(warehouse: Warehouse = WAREHOUSE) -> None:
    """Answer assistants over stdio (Model Context Protocol): read-only, nothing is fetched (extra: mcp)."""
    from audit.assistant.server import serve

    serve(warehouse)


@app.command(name="check-draft")
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

    _must_exist([draft, *([records] if records else [])])
    held = [*(held_in_folder(records) if records else ()), *(held_in_warehouse(against) if against.exists() else ())]
    if not held:
        raise InputError(
            f"nothing is held to compare {draft} with", "name a warehouse with --against, or --records DIR"
        )
    text = read_draft(draft)
    lines = check_draft(text, held)
    _say(first_line(lines))
    for told in sheet(lines, draft.name, as_json=as_json):
        sys.stdout.write(told + "\n")
    if html:
        write_private(html, draft_page(text, lines, held, first_line(lines), draft.name))


@app.command()
def report(
    warehouse: Warehouse = WAREHOUSE,
    folder: Annotated[Path, typer.Option("-o", "--output", help="Folder to write to.")] = Path("report"),
    claim: Annotated[str | None, typer.Option(help="Say where the page of this claim lies.")] = None,
    article: Annotated[str | None, typer.Option(help="Say where the page of this article lies.")] = None,
    share: Annotated[bool, typer.Option("--share", help="What may be passed on: accepted rows, few words.")] = False,
    unreviewed: Annotated[bool, typer.Option("--unreviewed", help="With --share: all rows, each page marked.")] = False,
    outlets: Outlets = None,
) -> None:
    """Write the report of a warehouse: HTML that opens from disk."""
    if share or unreviewed:
        from audit.lexicon.people_list import listed_in
        from audit.share.made import note_made
        from audit.share.shared_page import write_share
        from audit.warehouse import open_published as opened

        target = Path("share") if folder == Path("report") else folder
        typer.echo(write_share(opened(warehouse), target, listed_in(_listed(outlets)), unreviewed=unreviewed))
        note_made(warehouse, "share", target)
        return
    from audit.report import write_report
    from audit.warehouse import open_published

    index = write_report(open_published(warehouse), folder)
    page = (
        folder / "claims" / f"{claim}.html" if claim else folder / "articles" / f"{article}.html" if article else index
    )
    if not page.is_file():
        raise InputError(f"{claim or article} has no page", "claims of two articles and the articles in them have one")
    typer.echo(page)


@app.command()
def review(
    warehouse: Warehouse = WAREHOUSE,
    reviews: Reviews = Path("raw/reviews"),
    reviewer: Annotated[str, typer.Option(help="Whose rulings these are; your user name if not given.")] = "",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8417,
) -> None:
    """The queue of links and findings in a browser of this machine: one thing a screen, one key a ruling."""
    from audit.review.serve import serve

    serve(warehouse, reviews, reviewer, port, _say)


@app.command()
def findings(
    warehouse: Warehouse = WAREHOUSE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    whole: Annotated[bool, typer.Option("--all", help="Also kinds that are only counted: too few were right.")] = False,
    kind: Annotated[str | None, typer.Option(help="Of this kind alone.")] = None,
    story: Annotated[str | None, typer.Option(help="Of this story alone, by its id.")] = None,
    article: Annotated[str | None, typer.Option(help="That rest on this article, by its id.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 1_000_000,
) -> None:
    """What a reviewer should look at, most serious first, with how often the kind was right when read by hand."""
    from audit.lexicon import load_rules
    from audit.warehouse import open_published, read_sql

    if kind and kind not in load_rules("findings"):
        raise InputError(f"{kind} is no kind of finding", f"one of: {', '.join(sorted(load_rules('findings')))}")
    values = {"whole": whole, "kind": kind, "story": story, "article": article, "most": limit}
    names, rows = open_published(warehouse).table(read_sql("audit.listings", "findings_of"), values)
    _write(sys.stdout, names, rows, as_json, as_csv)


@app.command()
def claims(warehouse: Warehouse = WAREHOUSE, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """What is said: in how many articles, going back to how many origins."""
    _list("claims", warehouse, as_json, as_csv)


@app.command()
def sources(warehouse: Warehouse = WAREHOUSE, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Everybody who is credited, quoted or held, most used first."""
    _list("sources", warehouse, as_json, as_csv)


@app.command()
def wanted(warehouse: Warehouse = WAREHOUSE, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """What articles rest on and nobody holds, most wanted first."""
    _list("wanted", warehouse, as_json, as_csv)


@app.command()
def stories(warehouse: Warehouse = WAREHOUSE, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Events that two articles or more are about, the largest first."""
    _list("stories", warehouse, as_json, as_csv)


@app.command()
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
    told = [json.dumps(found.as_row(), ensure_ascii=False, default=_plain)] if as_json else found.lines()
    sys.stdout.writelines(f"{line}\n" for line in told)


@app.command("rests-on")
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
        _say(f"{one['kind']} {one['id']}: {one['label']}")
    sought = ({"kind": one["kind"], "id": one["id"]} for one in found)
    tables = [opened.table(read_sql("audit.listings", "rests_on"), values) for values in sought]
    _write(sys.stdout, tables[0][0], list(dict.fromkeys(row for _, rows in tables for row in rows)), as_json, as_csv)


@app.command()
def check(
    warehouse: Warehouse = WAREHOUSE,
    severity: Annotated[int, typer.Option(min=0, max=3, help="Findings from this weight on count.")] = 3,
    at_most: Annotated[int, typer.Option(min=0, help="As many of them are let pass.")] = 0,
    limit: Annotated[
        list[str] | None, typer.Option(metavar="KIND=N", help="A kind with a number of its own, whatever its weight.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Exit 1 with the findings that are more than a threshold lets pass; 0 where none is."""
    from audit.warehouse import open_published, read_sql

    values = {"severity": severity, "at_most": at_most, "limits": dict(map(_limit, limit or []))}
    names, rows = open_published(warehouse).table(read_sql("audit.listings", "over_threshold"), values)
    if rows:
        _write(sys.stdout, names, rows, as_json, as_csv)
        _say(f"{len(rows)} findings over the threshold")
        raise typer.Exit(1)


def _limit(text: str) -> tuple[str, int]:
    from audit.lexicon import load_rules

    kind, _, most = text.partition("=")
    if kind not in load_rules("findings") or not most.isdigit():
        raise InputError(f"{text} is no limit", f"KIND=N with one of: {', '.join(sorted(load_rules('findings')))}")
    return kind, int(most)


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="A query; the file is opened read-only.")],
    warehouse: Warehouse = WAREHOUSE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    seconds: Annotated[float, typer.Option(min=0.1, help="A query that takes longer is ended.")] = 300,
) -> None:
    """Ask the warehouse."""
    _query(warehouse, query, as_json, as_csv, seconds)


register(app)
register_changes(app)
register_doctor(app)
register_fetch(app)
register_forget(app)


def main() -> None:
    """Entry point: one line on stderr for what the user can mend."""
    try:
        app()
    except (SecondhandError, OSError) as error:
        print(f"secondhand: {_in_a_line(error)}", file=sys.stderr)
        sys.exit(2)


def _in_a_line(error: Exception) -> str:
    """What happened and what next; of the system's own errors, the file and its words for it."""
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}: nothing was published; mend that, then run again"
    return " ".join(str(error).split())


def _parser(nlp: str | None) -> Any:
    """The parser of that name; nothing of it is imported where none is asked for."""
    if nlp is None:
        return None
    from audit.extract.parse.parser import load_parser

    return load_parser(nlp)


def _listed(outlets: Path | None) -> Path:
    """Where the user's list is looked for; one that is named must be there."""
    _must_exist([outlets] if outlets else [])
    return outlets or RAW


def _must_exist(paths: Iterable[Path]) -> None:
    for path in paths:
        if str(path).startswith(("http:/", "https:/")):
            raise InputError(f"{path} is an address", "save the page and name the file: nothing is fetched here")
        if not path.exists():
            raise InputError(f"{path} is not there", "name a file or folder that is")


def _say(line: str) -> None:
    typer.echo(line, err=True)


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        yield from sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8") as lines:
            yield from lines
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read", str(error)) from error


def _each_line(file: str, work: Any) -> None:
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        try:
            found = work(json.loads(line))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            place = f"{'standard input' if file == '-' else file}, line {number}"
            raise InputError(f"{place} is not what is expected", _amiss(error)) from error
        sys.stdout.write(json.dumps(found, ensure_ascii=False, default=_plain) + "\n")


def _amiss(error: Exception) -> str:
    """What is wrong with a line, in words."""
    if isinstance(error, json.JSONDecodeError):
        return f"a line is one JSON object ({error.msg.lower()}); `secondhand run` reads texts and pages"
    return f"it has no field {error}" if isinstance(error, KeyError) else str(error)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _list(name: str, path: Path, as_json: bool, as_csv: bool) -> None:
    from audit.warehouse import read_sql

    _query(path, read_sql("audit.listings", name), as_json, as_csv)


def _query(path: Path, query: str, as_json: bool, as_csv: bool, seconds: float | None = None) -> None:
    from audit.warehouse import ask

    names, rows = ask(path, query, seconds)
    _write(sys.stdout, names, rows, as_json, as_csv)


def _write(out: TextIO, names: list[str], rows: list[tuple[Any, ...]], as_json: bool, as_csv: bool) -> None:
    from audit.tables import write_rows

    write_rows(out, names, rows, as_json=as_json, as_csv=as_csv)
