"""Answers that are not kept yet, worked out in batches by the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from audit.engine import Engine
from audit.warehouse import Answers, as_kept

T = TypeVar("T")
Asked = tuple[int, tuple[Any, ...]]
"""The key of an answer, and what it is worked out of."""


def work_out(
    answers: Answers,
    engine: Engine,
    work: Callable[..., Any],
    asked: Iterable[Asked],
    size: int,
    *,
    light: bool = False,
) -> None:
    """Answer what is asked, `size` at once; afterwards every key is known. Answers are JSON, or None."""
    new = _unknown(answers, asked)
    for found in engine.map_batches(partial(_answer_each, work), in_parts(new, size), light=light):
        for key, told in found:
            answers.keep(key, told)


def in_parts(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """So many of them at once, the last of what is left."""
    waiting = iter(rows)
    return iter(lambda: list(islice(waiting, size)), [])


def _unknown(answers: Answers, asked: Iterable[Asked]) -> Iterator[Asked]:
    met = set[int]()
    for key, parts in asked:
        if key not in met and not answers.knows(key):
            met.add(key)
            yield key, parts


def _answer_each(work: Callable[..., Any], batch: Sequence[Asked]) -> list[tuple[int, str]]:
    return [(key, as_kept(work(*parts))) for key, parts in batch]
