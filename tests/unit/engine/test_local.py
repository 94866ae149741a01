"""The engine of one machine: order, processes, and how far it reads ahead."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator

import pytest

from audit.engine import EngineChoice, Lent, LocalEngine, local, open_engine
from audit.errors import InputError, SecondhandError
from audit.match import open_index


def _sum_and_process(batch: list[int]) -> tuple[int, int]:
    return sum(batch), os.getpid()


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalEngine]:
    monkeypatch.setattr(local.os, "cpu_count", lambda: 2)
    with open_engine(EngineChoice()) as opened:
        assert isinstance(opened, LocalEngine)
        yield opened


def test_batches_keep_their_order_in_other_processes(engine: LocalEngine) -> None:
    found = list(engine.map_batches(_sum_and_process, ([n, 2 * n] for n in range(20))))
    assert [total for total, _ in found] == [3 * n for n in range(20)]
    assert os.getpid() not in {process for _, process in found}
    assert engine.counters() == {"batches": 20}


def test_one_batch_alone_stays_in_this_process(engine: LocalEngine) -> None:
    assert list(engine.map_batches(_sum_and_process, [[1, 2]])) == [(3, os.getpid())]
    assert list(engine.map_batches(_sum_and_process, [])) == []


def test_one_core_needs_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local.os, "cpu_count", lambda: 1)
    assert list(LocalEngine().map_batches(_sum_and_process, [[1], [2]])) == [(1, os.getpid()), (2, os.getpid())]


def test_light_work_is_answered_in_order_by_copies_that_hold_all_of_it(engine: LocalEngine) -> None:
    held = {number: object() for number in range(7)}  # nothing that could be sent anywhere

    def told(batch: list[int]) -> tuple[int, int]:
        return sum(number * (held[number] is not None) for number in batch), os.getpid()

    found = list(engine.map_batches(told, ([number] for number in held), light=True))
    assert [total for total, _ in found] == list(range(7))
    assert os.getpid() not in {process for _, process in found}
    assert len({process for _, process in found}) == 2
    assert engine.counters() == {"batches": 7}


def test_what_goes_wrong_in_a_copy_goes_wrong_here(engine: LocalEngine) -> None:
    def divided(batch: list[int]) -> float:
        return 1 / batch[0]

    with pytest.raises(ZeroDivisionError):
        list(engine.map_batches(divided, [[1], [2], [0], [4]], light=True))


def test_a_copy_that_is_ended_is_no_silent_end(engine: LocalEngine) -> None:
    def ended(batch: list[int]) -> int:
        return batch[0] if batch[0] < 3 else os._exit(3)

    with pytest.raises(SecondhandError):
        list(engine.map_batches(ended, [[1], [2], [3], [4]], light=True))


def test_few_batches_are_read_ahead(engine: LocalEngine) -> None:
    read = list[int]()

    def batches() -> Iterator[list[int]]:
        for number in range(50):
            read.append(number)
            yield [number]

    found = engine.map_batches(_sum_and_process, batches())
    next(found)
    assert len(read) <= 2 * local.AHEAD + 1


def test_a_query_is_the_indexs_own(engine: LocalEngine) -> None:
    index = open_index()
    index.run("create temp table pairs (a integer)")
    index.insert("pairs", [(3,), (1,), (2,)])
    rows = engine.run_sql(index, "select a from pairs where a < $most order by a", ("pairs",), {"most": 3})
    assert list(rows) == [(1,), (2,)]
    assert engine.counters() == {"queries": 1, "rows": 2}


@pytest.mark.parametrize(
    "choice", [EngineChoice("abacus"), EngineChoice(master="local[2]"), EngineChoice(scratch="/tmp/x")]
)
def test_what_is_no_engine_is_said(choice: EngineChoice) -> None:
    with pytest.raises(InputError), open_engine(choice):
        pass


KILLED = """
import os, sys, time
from audit.engine import local
local.os.cpu_count = lambda: 2
def told(batch):
    sys.stdout.write(f"{os.getpid()} ")
    sys.stdout.flush()
    time.sleep(0.2)
list(local.LocalEngine().map_batches(told, [[n] for n in range(1000)]))
"""


def test_a_run_that_is_killed_leaves_no_process_behind() -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        first = run.stdout.read(1)
        run.kill()
        workers = {int(pid) for pid in (first + run.stdout.read()).split()}  # ends when nobody holds the pipe any more
    assert workers


def test_after_a_rest_there_are_new_processes(engine: LocalEngine) -> None:
    before = {pid for _, pid in engine.map_batches(_sum_and_process, [[1], [2]])}
    engine.rest()
    after = {pid for _, pid in engine.map_batches(_sum_and_process, [[1], [2]])}
    assert not before & after


def test_what_is_lent_is_unpacked_once() -> None:
    packed = pickle.dumps(Lent({"ferry": 3}))
    first, second = pickle.loads(packed), pickle.loads(packed)
    assert first.value == {"ferry": 3}
    assert first.value is second.value
