"""Answers that are not kept yet, worked out in batches by the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from audit.engine import Engine
from audit.parts import in_parts
from audit.warehouse import Answers, as_kept

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


def _unknown(answers: Answers, asked: Iterable[Asked]) -> Iterator[Asked]:
    met = set[int]()
    for key, parts in asked:
        if key not in met and not answers.knows(key):
            met.add(key)
            yield key, parts


def _answer_each(work: Callable[..., Any], batch: Sequence[Asked]) -> list[tuple[int, str]]:
    return [(key, as_kept(work(*parts))) for key, parts in batch]
