"""The only room that knows Prefect: the steps of `audit.pipeline` as a flow, recorded, retried and scheduled.

Invariant: importing `flows` imports no Prefect; its environment is prepared first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.environment import prepare

if TYPE_CHECKING:
    from audit.pipeline import Job, Summary

__all__ = ["run_audit", "serve_audit"]


def run_audit(job: Job) -> Summary:
    """One run of the flow, here and now: on the server that PREFECT_API_URL names, or on one that ends with it."""
    from audit import pipeline
    from flows.server import any_server

    prepare(job.warehouse.absolute().parent)
    with pipeline.begin(job) as run, any_server():
        from flows.audit import run_under_way
        from flows.stopping import bound_stopping

        bound_stopping()
        _check_block(job)
        return run_under_way(run)


def serve_audit(job: Job, cron: str) -> None:
    """Serve the flow on the schedule `cron` until stopped. ServerError: no server. InputError: no cron."""
    from flows.server import named_server

    prepare(job.warehouse.absolute().parent, watched=True)
    named_server()
    _check_block(job)
    from flows.schedule import serve

    serve(job, cron)


def _check_block(job: Job) -> None:
    """A block that is named must be there before anything is done. Raises InputError."""
    if job.notify:
        from flows.notify import load_block

        load_block(job.notify)
