"""A bound on what Prefect does when it is told to stop: it tells its server, and asks on and on where that is away.

Invariant: after SIGTERM the process ends, with its children, and the locks it held are free.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from functools import cache

from audit.stopping import CODE, TOLD
from flows.server import ADDRESS, is_up

PROBE = 2.0  # seconds for the server to answer
WITH_SERVER, WITHOUT = 30.0, 0.5  # seconds for Prefect to tell it, and to see that it cannot
LAST = 3.0  # seconds for the locks to be given back in good order


@cache
def bound_stopping(*, serving: bool = False) -> None:
    """From now on SIGTERM ends this process in bounded time. Called from the main thread; again, it does nothing."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)  # is written to whoever handles the signal
    main = None if serving else threading.get_ident()
    threading.Thread(target=_watch, args=(read, main), daemon=True).start()


def _watch(signals: int, main: int | None) -> None:
    while signal.SIGTERM not in os.read(signals, 1):
        pass
    if main is None:
        _end_children(WITH_SERVER + 2 * LAST)  # they tell of their own end, and are bounded as this process is
    _let_prefect_tell()
    if main is not None:
        _interrupt(main)
        time.sleep(LAST)
    _end_children(0)
    print(TOLD, file=sys.stderr, flush=True)
    os._exit(CODE)


def _interrupt(main: int) -> None:
    """Out of what Prefect asks, again and again, until it lets the signal through to whoever heeded it before."""
    asking = signal.getsignal(signal.SIGTERM)
    until = time.monotonic() + LAST
    while signal.getsignal(signal.SIGTERM) is asking and time.monotonic() < until:
        signal.pthread_kill(main, signal.SIGTERM)  # of that thread: else a sleep of its own goes on
        time.sleep(WITHOUT)


def _let_prefect_tell() -> None:
    address = os.environ.get(ADDRESS)
    time.sleep(WITH_SERVER if address and is_up(address, PROBE) else WITHOUT)


def _end_children(seconds: float) -> None:
    """They are told to end, and killed when they have not within so many seconds."""
    children = multiprocessing.active_children()
    for child in children:
        child.terminate()
    until = time.monotonic() + seconds
    for child in children:
        child.join(max(0.0, until - time.monotonic()))
        child.kill()
