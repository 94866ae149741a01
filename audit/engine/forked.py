"""Work spread over copies of this process: each holds all that this one has read, so that answers alone travel."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, TypeVar

from audit.errors import SecondhandError

CAN_FORK = sys.platform == "linux"  # elsewhere a copy may stand still on a lock that no thread of it gives back
T = TypeVar("T")
R = TypeVar("R")


def in_forks(work: Callable[[T], R], asked: Iterable[T], cores: int) -> Iterator[R]:
    """What the function gives for each that is asked, in their order; each copy takes every so manieth of them."""
    context = get_context("fork")
    ends, copies = list[Connection](), list[Any]()
    try:
        for part in range(cores):
            here, there = context.Pipe(duplex=False)
            copies.append(context.Process(target=_answer, args=(work, asked, part, cores, there), daemon=True))
            copies[-1].start()
            there.close()
            ends.append(here)
        yield from _in_turn(ends)
    finally:
        for copy in copies:
            copy.kill()
            copy.join()
        for end in ends:
            end.close()


def _answer(work: Callable[[Any], Any], asked: Iterable[Any], part: int, parts: int, told: Connection) -> None:
    """Runs in a copy: an answer as a list of one, what went wrong as it is, None at the end."""
    gc.freeze()
    end_with_parent()
    try:
        for one in islice(asked, part, None, parts):
            told.send([work(one)])
        told.send(None)
    except BaseException as error:
        told.send(error)


def _in_turn(ends: Sequence[Connection]) -> Iterator[Any]:
    for end in cycle(ends):
        try:
            found = end.recv()
        except EOFError:
            raise SecondhandError(
                "a process of this run was ended from outside", "run again with more memory"
            ) from None
        if found is None:
            return
        if isinstance(found, BaseException):
            raise found
        yield found[0]


def end_with_parent() -> None:
    """From here on this process ends where its parent does."""
    Thread(target=_wait_for_end, daemon=True).start()


def _wait_for_end() -> None:
    """A run that was killed leaves no process behind: each would hold its lock on the warehouse."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
