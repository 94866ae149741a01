"""The flow on a schedule: one process that a Prefect server hands the runs to, one at a time."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from zoneinfo import available_timezones

from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from audit.errors import InputError
from audit.pipeline import Job
from flows.audit import audit, parameters
from flows.living import tell_dead
from flows.server import ADDRESS
from flows.stopping import bound_stopping

NAME = "secondhand"


def serve(job: Job, cron: str) -> None:
    """Serve until stopped. The limit holds for all servers of this deployment; the lock file is the second belt."""
    try:
        schedule = Cron(cron, timezone=_zone())
    except ValueError as error:
        raise InputError(
            f"{cron!r} is no schedule", 'five fields as in cron: "0 6 * * *" is six every morning'
        ) from error
    bound_stopping(serving=True)
    tell_dead(job.warehouse.absolute())
    print(f"running by {cron!r} until stopped; see {os.environ[ADDRESS]}", file=sys.stderr)
    audit.serve(
        name=NAME,
        schedule=schedule,
        parameters=parameters(job),
        limit=1,
        global_limit=1,
        print_starting_message=False,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def _zone() -> str | None:
    """The machine's time zone by name, as cron would take it; None, which is UTC, where it has none."""
    named = os.environ.get("TZ", "").lstrip(":") or str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    return named if named in available_timezones() else None
