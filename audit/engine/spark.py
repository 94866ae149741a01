"""The engine of a cluster: the same SQL and the same functions on Spark, Parquet in and Parquet out.

Invariant: what travels is plain. A query reads tables of the index as Parquet and leaves its rows as Parquet; a batch
is a row of Parquet that a worker of the same code reads, works out and answers. A worker that is lost costs time alone.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from audit.collect import collect_seldom
from audit.engine.parquet_exchange import Scratch
from audit.errors import InputError, SecondhandError
from audit.parts import in_parts
from audit.warehouse import Index, literal

LOCAL = "local[*]"
PART = 64  # batches that lie in one file
SLICE = 32 << 20  # bytes of Parquet that one task reads
ANSWER_SECONDS = 5
JAVA = 17  # the oldest release that Spark 4 runs on
RELEASE = re.compile(r'version "(?:1\.)?(\d+)')
MASTER = re.compile(r"spark://(.*)")
T = TypeVar("T")
R = TypeVar("R")


def open_spark(master: str | None, scratch: str | None, code: Callable[[], object]) -> SparkEngine:
    """A session on that master. Raises InputError where something that it needs is not there."""
    if find_spec("pyspark") is None or find_spec("pyarrow") is None:
        raise InputError("--engine spark needs pyspark", "pip install 'secondhand[spark]'")
    if not java():
        raise InputError("--engine spark needs Java", "install a JRE of 17 or newer, or set JAVA_HOME")
    where = master or LOCAL
    if not _answers(where):
        raise InputError(f"no Spark master answers at {where}", "start it, or name another with --master")
    return SparkEngine(_session(where), Scratch(scratch), code)


def java() -> str | None:
    """Where a Java is that Spark runs on; None where there is none, or one that says that it is older."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home, "bin"))) if home else shutil.which("java")
    return found if found and _release(found) >= JAVA else None


def _release(program: str) -> int:
    """The release that a Java says it is: 8 of "1.8.0_392", 17 of "17.0.9"; one that says none will do."""
    try:
        told = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    except (OSError, subprocess.SubprocessError):
        return JAVA
    named = RELEASE.search(told)
    return int(named[1]) if named else JAVA


def _answers(master: str) -> bool:
    """Whether any of the masters named takes connections; what is no standalone master is left to Spark."""
    named = MASTER.fullmatch(master)
    return not named or any(map(_connects, named[1].split(",")))


def _connects(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), ANSWER_SECONDS).close()
    except (OSError, ValueError):
        return False
    return True


def _session(master: str) -> Any:
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.ansi.enabled": "true",  # what overflows ends the run; it never wraps around
        "spark.sql.execution.arrow.maxRecordsPerBatch": "1",  # a row is a whole batch
    }
    if master.startswith(("local", "spark://127.0.0.1:", "spark://localhost:")):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        settings["spark.driver.host"] = settings["spark.driver.bindAddress"] = "127.0.0.1"
    builder = SparkSession.builder.appName("secondhand").master(master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except Exception as error:
        raise InputError(f"Spark does not start on {master}: {_first_line(error)}", "see what it printed") from error


class SparkEngine:
    """One session and a folder that driver and workers share."""

    def __init__(self, session: Any, scratch: Scratch, code: Callable[[], object]) -> None:
        self._session, self._scratch, self._code = session, scratch, code
        self._numbers = count()
        self._done = Counter[str]()

    def counters(self) -> dict[str, int]:
        """Queries, rows, batches; bytes that were lent and shuffled; tasks, failed ones, executors lost."""
        return {**self._done, **_cluster_counters(self._session.sparkContext)}

    @property
    def _cores(self) -> int:
        return int(self._session.sparkContext.defaultParallelism)

    def run_sql(
        self, index: Index, sql: str, tables: Sequence[str], values: Mapping[str, float]
    ) -> Iterator[tuple[Any, ...]]:
        """Rows of the query, in the order of their columns."""
        folder = self._scratch.folder(f"sql-{next(self._numbers)}")
        size = sum(self._lend(index, table, f"{folder}/{table}.parquet") for table in tables)
        self._session.conf.set("spark.sql.shuffle.partitions", max(2 * self._cores, size // SLICE))
        with _told():
            found = self._session.sql(in_spark(sql), args=dict(values))
            found.write.parquet(f"{folder}/rows")
        rows = self._scratch.rows(f"{folder}/rows")
        self._scratch.drop(folder)
        self._done.update(queries=1, rows=len(rows), lent_bytes=size)
        return iter(sorted(rows))

    def _lend(self, index: Index, table: str, target: str) -> int:
        """A table of the index as a view of the session; its bytes as Parquet."""
        with TemporaryDirectory() as here:
            path = Path(here, "table.parquet")
            index.run(f"copy (from {table}) to {literal(path)} (format parquet)")
            size = path.stat().st_size
            self._scratch.put(path, target)
        self._session.read.parquet(target).createOrReplaceTempView(table)
        return size

    def map_batches(
        self, work: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]], *, light: bool = False
    ) -> Iterator[R]:
        """What the function gives for each batch, in their order."""
        folder = self._scratch.folder(f"map-{next(self._numbers)}")
        total = self._write_batches(f"{folder}/batches", batches)
        self._done.update(batches=total)
        if total:
            each = _Worker(work, self._code, self._code())
            with _told():
                frame = self._session.read.parquet(f"{folder}/batches")
                dealt = frame.repartition(min(total, 4 * self._cores), "number")
                dealt.mapInArrow(each, "number long, held binary").write.parquet(f"{folder}/found")
            for _, found in sorted(self._scratch.rows(f"{folder}/found")):
                yield pickle.loads(found)
        self._scratch.drop(folder)

    def _write_batches(self, folder: str, batches: Iterable[Sequence[T]]) -> int:
        """Number and content of each batch as Parquet, some in a file. Returns how many there are."""
        numbered = ((number, pickle.dumps(batch)) for number, batch in enumerate(batches))
        total = 0
        for rows in in_parts(numbered, PART):
            self._scratch.write(f"{folder}/{total:09}.parquet", rows)
            total += len(rows)
        return total

    def rest(self) -> None:
        """Spark sees to that itself."""

    def close(self) -> None:
        """End the session; what lay in the folder goes."""
        self._session.stop()
        self._scratch.close()


def _cluster_counters(context: Any) -> dict[str, int]:
    """What Spark counted of all stages, and executors that are gone."""
    store, java = context._jsc.sc().statusStore(), context._gateway
    quantiles, wanted = java.new_array(java.jvm.double, 0), java.jvm.java.util.ArrayList()
    found = store.stageList(wanted, False, False, quantiles, java.jvm.java.util.ArrayList())
    stages = [found.apply(number) for number in range(found.size())]
    return {
        "tasks": sum(stage.numCompleteTasks() for stage in stages),
        "failed_tasks": sum(stage.numFailedTasks() for stage in stages),
        "shuffled_bytes": sum(stage.shuffleWriteBytes() for stage in stages),
        "lost_executors": store.executorList(False).size() - store.executorList(True).size(),
    }


class _Worker:
    """What runs on a worker: batches of Arrow in, one row each; answers out, likewise."""

    def __init__(self, work: Callable[[Any], Any], code: Callable[[], object], expected: object) -> None:
        self._work, self._code, self._expected = work, code, expected

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa

        if self._code() != self._expected:
            raise SecondhandError("a worker has other code than the run", "install the same version on every worker")
        collect_seldom()
        for batch in batches:
            numbers, held = (column.to_pylist() for column in batch.columns)
            found = [pickle.dumps(self._work(pickle.loads(one))) for one in held]
            yield pa.RecordBatch.from_arrays(
                [pa.array(numbers, pa.int64()), pa.array(found, pa.binary())], ["number", "held"]
            )


def in_spark(sql: str) -> str:
    """A query as Spark has it: the values that it names stand after a colon."""
    return re.sub(r"\$([a-z_]+)", r":\1", sql.rstrip().removesuffix(";"))


@contextmanager
def _told() -> Iterator[None]:
    """What goes wrong on the cluster, as one line."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (Py4JError, PySparkException) as error:
        raise SecondhandError(f"Spark could not finish: {_first_line(error)}", "see the log of its workers") from error


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
