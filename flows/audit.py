"""The flow `audit`: the steps of `audit.pipeline`, each a task, in the order in which data flows.

Invariant: a task is one transaction of the library, so doing it again does no harm; no text of an article leaves here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run

from audit import pipeline
from audit.engine import EngineChoice
from audit.pipeline import Counts, Job, Run, Summary
from flows.living import living
from flows.notify import send_changes
from flows.retries import can_pass
from flows.stopping import bound_stopping
from flows.summary import describe_run, list_counts

_AGAIN: Any = {"retries": 2, "retry_delay_seconds": [2, 10], "retry_condition_fn": can_pass}


@task(cache_policy=NO_CACHE, **_AGAIN)
def ingest(run: Run) -> Counts:
    """Files to articles."""
    return pipeline.ingest(run)


@task(cache_policy=NO_CACHE)
def extract(run: Run) -> Counts:
    """Articles to quotes, figures, credits."""
    return pipeline.extract(run)


@task(cache_policy=NO_CACHE)
def match(run: Run) -> Counts:
    """Mentions to pairs that are the same thing."""
    return pipeline.match(run)


@task(cache_policy=NO_CACHE)
def trace(run: Run) -> Counts:
    """Matches and credits to claims, edges, origins."""
    return pipeline.trace(run)


@task(cache_policy=NO_CACHE)
def cite(run: Run) -> Counts:
    """Sentences that cite held articles, compared with them."""
    return pipeline.cite(run)


@task(cache_policy=NO_CACHE)
def judge(run: Run) -> Counts:
    """Findings and measures."""
    return pipeline.judge(run)


@task(cache_policy=NO_CACHE, **_AGAIN)
def publish(run: Run) -> Counts:
    """Check every rule, rename the build into place."""
    return pipeline.publish(run)


@task(cache_policy=NO_CACHE, **_AGAIN)
def report(run: Run) -> Counts:
    """Write the pages."""
    return pipeline.report(run)


STEPS = (ingest, extract, match, trace, cite, judge, publish, report)


@flow(name="audit")
def audit(
    paths: list[str],
    warehouse: str,
    report: str | None,
    reviews: str,
    nlp: str | None = None,
    outlets: str = "raw",
    wait: float = 0,
    reveal: bool = False,
    engine: str = "duckdb",
    master: str | None = None,
    scratch: str | None = None,
    notify: str | None = None,
    notify_text: bool = False,
    rebuild: bool = False,
) -> Summary:
    """One run over `paths`. The parameters are those of `Job`, as text, so that a server can keep them."""
    bound_stopping()
    pages = Path(report) if report else None
    told = (nlp, Path(outlets), wait, reveal, notify, notify_text)
    choice = EngineChoice(engine, master, scratch)
    job = Job(tuple(map(Path, paths)), Path(warehouse), pages, Path(reviews), *told, engine=choice, rebuild=rebuild)
    with living(job.warehouse, UUID(flow_run.get_id())), _run_of(job) as run:
        steps = {step.name: step(run) for step in STEPS}
        assert run.summary is not None
        create_table_artifact(list_counts(steps), key="audit-counts", description="What each step did")
        create_markdown_artifact(describe_run(run.summary), key="audit-run", description="What the run leaves")
        send_changes(run)
        return run.summary


_under_way: Run | None = None


def run_under_way(run: Run) -> Summary:
    """The flow over a run that has begun: whoever waits for it learnt at once that it could begin."""
    global _under_way
    _under_way = run
    try:
        summary: Summary = audit(**parameters(run.job))
        return summary
    finally:
        _under_way = None


def parameters(job: Job) -> dict[str, Any]:
    """A job as the flow's parameters, with absolute paths: a server's runs start anywhere."""
    return {
        "paths": [str(path.absolute()) for path in job.paths],
        "warehouse": str(job.warehouse.absolute()),
        "report": str(job.report.absolute()) if job.report else None,
        "reviews": str(job.reviews.absolute()),
        "nlp": job.nlp,
        "outlets": str(job.outlets.absolute()),
        "wait": job.wait,
        "reveal": job.reveal,
        "engine": job.engine.name,
        "master": job.engine.master,
        "scratch": job.engine.scratch,
        "notify": job.notify,
        "notify_text": job.notify_text,
        "rebuild": job.rebuild,
    }


@contextmanager
def _run_of(job: Job) -> Iterator[Run]:
    if _under_way is not None:
        yield _under_way
    else:
        with pipeline.begin(job) as run:
            yield run
