"""SIGTERM as an error like others: what was begun is given back, one line says so; the process ends by the signal."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

CODE = 128 + signal.SIGTERM
TOLD = "secondhand: stopped by SIGTERM: what was published stands, and the next run does the rest"


class Stopped(BaseException):
    """The process was told to end. No error: nothing that tries again may catch it."""


@contextmanager
def heeding() -> Iterator[None]:
    """While it lasts, SIGTERM raises `Stopped` in this process; a child that inherits it is ended by the signal."""
    if threading.current_thread() is not threading.main_thread():  # only that one may say what a signal does
        yield
        return
    own = os.getpid()

    def stop(_: int, __: FrameType | None) -> None:
        if os.getpid() != own:
            end_by_signal()
        raise Stopped

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def end_by_signal() -> NoReturn:
    """Ends as if the signal had not been caught, which is what a service manager looks for."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGTERM)
    os._exit(CODE)
