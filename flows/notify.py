"""What a run changed, as a message through a notification block of Prefect: counts and ids; words when asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

from audit.errors import InputError
from audit.pipeline import Run
from audit.warehouse import open_published, read_sql

MOST_IDS, MOST_WORDS = 20, 200  # ids of a kind, characters of a detail
HOW = "name one as type/name, as `prefect block ls` lists it"


class Message(NamedTuple):
    """What is sent."""

    subject: str
    body: str


def load_block(name: str) -> Any:
    """A notification block of the server, by its "type/name". Raises InputError where there is none."""
    from prefect.blocks.abstract import NotificationBlock
    from prefect.blocks.core import Block

    try:
        block = Block.load(name)
    except Exception as error:  # a name that is none, a server that does not hold it: each with errors of its own
        raise InputError(f"{name} is no notification block of the Prefect server", HOW) from error
    if not isinstance(block, NotificationBlock):
        raise InputError(f"{name} sends no messages", HOW)
    return block


def send_changes(run: Run) -> bool:
    """Sends what the run changed, where a block is named and something changed; whether it went out.

    A message that cannot be sent is told and costs no run.
    """
    message = describe_changes(_changes(run), words=run.job.notify_text) if run.job.notify else None
    if message is None:
        return False
    try:
        block = load_block(str(run.job.notify))
        with block.raise_on_failure():
            block.notify(message.body, message.subject)
    except Exception as error:  # whatever a service far away does must not cost a run that is done
        print(f"no message went out through {run.job.notify} ({type(error).__name__})", file=sys.stderr)
        return False
    return True


def _changes(run: Run) -> list[dict[str, Any]]:
    opened = open_published(run.job.warehouse)
    try:
        found = opened.dicts(read_sql("audit.changes", "listed"), {"since": None})
    finally:
        opened.close()
    return [row for row in found if row["run_id"] == run.run_id]


def describe_changes(rows: Sequence[dict[str, Any]], *, words: bool = False) -> Message | None:
    """Rows of `run_changes` of one run as a message, a kind a line with its ids; None where there are none."""
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    if not kinds:
        return None
    lines = [line for kind in kinds for line in _kind(kind, [row for row in rows if row["kind"] == kind], words)]
    count = f"{len(rows)} change{'' if len(rows) == 1 else 's'}"
    return Message(
        f"Secondhand: {count}", "\n".join([f"Run {rows[0]['run_id']}: {count}", *lines, "secondhand changes"])
    )


def _kind(kind: str, own: Sequence[dict[str, Any]], words: bool) -> list[str]:
    shown, left = own[:MOST_IDS], len(own) - MOST_IDS
    more = [f"and {left} more"] if left > 0 else []
    if not words:
        return [f"{kind} {len(own)}: " + ", ".join([*(row["subject_id"] for row in shown), *more])]
    told = (f"- {row['subject_id']} {' '.join((row['detail'] or '').split())[:MOST_WORDS]}" for row in shown)
    return [f"{kind} {len(own)}", *told, *more]
