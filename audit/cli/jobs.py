"""The main job, now and on a schedule; what a reader opens of it: the report, the queue of rulings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from audit.cli.options import (
    RAW,
    REVIEWS,
    WAREHOUSE,
    Nlp,
    Notify,
    NotifyText,
    Outlets,
    Paths,
    Reveal,
    Reviews,
    Warehouse,
)
from audit.cli.streams import listed, must_exist, say
from audit.errors import InputError


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
    from audit.run_messages import progress, tell_end

    choice = EngineChoice(engine, master, scratch)
    pages = None if no_report else report
    told = (wait, reveal, notify, notify_text, None, choice)
    job = Job(tuple(paths or [RAW]), warehouse, pages, reviews, nlp, listed(outlets), *told, rebuild=rebuild)
    must_exist(() if rebuild else job.paths)
    if direct and notify:
        raise InputError("--notify sends through Prefect", "leave out --direct")
    if reviews != REVIEWS and not reviews.is_dir():
        say(f"no rulings are read: {reviews} is no folder")
    summary: Summary
    with progress() as shown:
        job = replace(job, tell=shown)
        if direct:
            summary = run_direct(job)
        else:
            from flows import run_audit

            summary = run_audit(job)
    tell_end(summary, warehouse, say)


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
    job = Job(tuple(paths or [RAW]), warehouse, report, reviews, nlp, listed(outlets), *told)
    must_exist(job.paths)
    known_outlets(job.outlets)  # a broken list is told now, not in the morning
    serve_audit(job, cron)


def report(
    warehouse: Warehouse = WAREHOUSE,
    folder: Annotated[Path, typer.Option("-o", "--output", "--report", help="Folder to write to.")] = Path("report"),
    claim: Annotated[str | None, typer.Option(help="Say where the page of this claim lies.")] = None,
    article: Annotated[str | None, typer.Option(help="Say where the page of this article lies.")] = None,
    share: Annotated[bool, typer.Option("--share", help="What may be passed on: accepted rows, few words.")] = False,
    unreviewed: Annotated[bool, typer.Option("--unreviewed", help="With --share: all rows, each page marked.")] = False,
    outlets: Outlets = None,
) -> None:
    """Write the report of a warehouse: HTML that opens from disk."""
    if share or unreviewed:
        from audit.lexicon.people_list import listed_in
        from audit.share.passed_on import note_made
        from audit.share.shared_page import write_share
        from audit.warehouse import open_published as opened

        target = Path("share") if folder == Path("report") else folder
        typer.echo(write_share(opened(warehouse), target, listed_in(listed(outlets)), unreviewed=unreviewed))
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


def review(
    warehouse: Warehouse = WAREHOUSE,
    reviews: Reviews = Path("raw/reviews"),
    reviewer: Annotated[str, typer.Option(help="Whose rulings these are; your user name if not given.")] = "",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8417,
) -> None:
    """The queue of links and findings in a browser of this machine: one thing a screen, one key a ruling."""
    from audit.review.serve import serve

    serve(warehouse, reviews, reviewer, port, say)
