"""What Prefect must find in its environment before it is imported.

Invariant: what the user has set stands; Prefect's files stay in the project, and nothing calls home.
"""

from __future__ import annotations

import os
from pathlib import Path

HOME = ".prefect"
SETTINGS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",  # its shutdown prints tracebacks that mean nothing
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",  # two seconds of a first start, and no block is used
    "PREFECT_LOGGING_LEVEL": "WARNING",
}
# A failure of a run that somebody waits for reaches him as an exception, printed once; Prefect would print it thrice.
UNWATCHED = {
    "PREFECT_LOGGING_LOGGERS_PREFECT_FLOW_RUNS_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_LOGGERS_PREFECT_TASK_RUNS_LEVEL": "CRITICAL",
}
# A scheduled run is watched in Prefect's UI: there its log is the only voice.
WATCHED = {"PREFECT_LOGGING_LEVEL": "INFO"}


def prepare(folder: Path, *, watched: bool = False) -> None:
    """Set what is unset: Prefect's home below `folder`, silence, no telemetry."""
    chosen = SETTINGS | (WATCHED if watched else UNWATCHED) | {"PREFECT_HOME": str(folder / HOME)}
    for name, value in chosen.items():
        if not os.environ.get(name):  # an empty PREFECT_HOME would be the current folder
            os.environ[name] = value
