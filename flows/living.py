"""Which flow runs over a warehouse still live: each holds a lock of its own, which the kernel lets go of a killed one.

Invariant: a run is told as crashed only where its lock is free; one that waits, or lives elsewhere, is left alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import UUID

from filelock import FileLock, Timeout
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.exceptions import ObjectNotFound
from prefect.states import Crashed

GUARD = "guard"  # is held while a lock is made, or looked at: else one just made would look free
PATIENCE = 60.0


@contextmanager
def living(warehouse: Path, run: UUID) -> Iterator[None]:
    """While it lasts, the flow run lives; first, those that were killed are told to the server."""
    folder = _folder(warehouse)
    folder.mkdir(exist_ok=True)
    mine = folder / str(run)
    with FileLock(folder / GUARD, timeout=PATIENCE):
        _tell_dead(folder)
        lock = FileLock(mine)
        lock.acquire()
    try:
        yield
    finally:
        mine.unlink(missing_ok=True)
        lock.release()


def tell_dead(warehouse: Path) -> None:
    """Flow runs over the warehouse whose process was killed become "Crashed", so that none waits for their end."""
    folder = _folder(warehouse)
    if folder.is_dir():
        with FileLock(folder / GUARD, timeout=PATIENCE):
            _tell_dead(folder)


def _folder(warehouse: Path) -> Path:
    return warehouse.with_name(f".{warehouse.name}.flows")


def _tell_dead(folder: Path) -> None:
    dead = [path for path in sorted(folder.iterdir()) if path.name != GUARD and _is_free(path)]
    if not dead:
        return
    with get_client(sync_client=True) as client:
        for path in dead:
            if _tell(client, UUID(path.name)):
                print(f"the run {path.name} was killed before its end: it is marked as crashed", file=sys.stderr)
            path.unlink()


def _is_free(path: Path) -> bool:
    try:
        with FileLock(path, timeout=0):
            return True
    except Timeout:
        return False


def _tell(client: SyncPrefectClient, run: UUID) -> bool:
    """Whether the server held the run, and as one that has not ended."""
    with suppress(ObjectNotFound):  # it was recorded on another server, or was deleted
        state = client.read_flow_run(run).state
        if state is None or not state.is_final():
            client.set_flow_run_state(run, Crashed(message="Its process was killed."), force=True)
            return True
    return False
