"""The same reading and matching by each engine: DuckDB, Spark in one process, and a Spark cluster that loses a worker.

    python -m bench.engines [--sample 400] [--paths FILE …]

It runs over the demo and, where they stand beside the checkout, the first articles of planted chains and of a corpus.
Every row of what is read and matched must be the same; the table tells seconds by step and what each engine counted.
"""

from __future__ import annotations

import argparse
import gzip
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any

from audit import pipeline
from audit.engine import EngineChoice
from audit.pipeline import Job, Run
from bench.sets import DATA, ROOT

CORPUS = DATA / "corpus" / "news10k.jsonl.gz"
PLANTED = DATA / "reuse" / "planted.docs.dev.jsonl"
TABLES = ("quotes", "figures", "credits", "sentences", "matches", "passages", "stories", "story_articles")
STEPS = (pipeline.ingest, pipeline.extract, pipeline.match)
START = 120  # seconds in which a master or its workers must be there
WORKERS = 2
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(slots=True)
class Outcome:
    """One engine's run: seconds by step, what it counted, the rows."""

    name: str
    seconds: dict[str, float] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)

    def __str__(self) -> str:
        steps = "  ".join(f"{step} {took:6.1f} s" for step, took in self.seconds.items())
        counted = "  ".join(f"{name} {value:,}" for name, value in self.counters.items())
        return f"{self.name:<32}{steps}\n{'':<32}{counted}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs all engines; 0 where each has the rows of the first, or where Spark cannot run here."""
    told = _options().parse_args(arguments)
    missing = _missing()
    if missing:
        print(f"skipped: {missing}")
        return 0
    with TemporaryDirectory() as folder:
        paths = told.paths or list(_corpora(Path(folder), told.sample))
        first, *others = _outcomes(paths, Path(folder))
    apart = [f"{one.name}: {table}" for one in others for table in TABLES if one.rows[table] != first.rows[table]]
    print("rows", "  ".join(f"{table} {len(first.rows[table]):,}" for table in TABLES))
    print("DIFFERENT ROWS " + ", ".join(apart) if apart else "every engine has the same rows")
    lost = others[-1].counters["lost_executors"]
    print(f"workers lost: {lost} of {WORKERS}")
    return 0 if not apart and lost and first.rows["matches"] else 1


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m bench.engines", description=(__doc__ or "").splitlines()[0])
    options.add_argument("--sample", type=int, default=400, help="articles of each set, where that is here")
    options.add_argument("--paths", type=Path, nargs="*", help="these files, and no others")
    return options


def _missing() -> str | None:
    """Why Spark cannot run here."""
    from audit.engine.spark import java

    if not all(map(find_spec, ("pyspark", "pyarrow", "pandas"))):
        return "pyspark is not installed: pip install 'secondhand[spark]'"
    return None if java() else "there is no Java: install a JRE of 17 or newer"


def _corpora(home: Path, sample: int) -> Iterator[Path]:
    yield ROOT / "raw" / "demo"
    for path in filter(Path.exists, (PLANTED, CORPUS)):
        first = home / path.name.removesuffix(".gz")
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            first.write_text("".join(islice(lines, sample)), encoding="utf-8")
        yield first


def _outcomes(paths: Sequence[Path], home: Path) -> Iterator[Outcome]:
    yield measure("DuckDB", EngineChoice(), paths, home)
    yield measure("Spark, local[2]", EngineChoice("spark", "local[2]"), paths, home)
    with cluster(home, WORKERS) as (master, workers):
        choice = EngineChoice("spark", master)
        yield measure(f"Spark, one of {WORKERS} workers lost", choice, paths, home, losing(workers[-1]))


def measure(
    name: str,
    choice: EngineChoice,
    paths: Sequence[Path],
    home: Path,
    beside: Callable[[Run, Event], object] = lambda run, done: None,
) -> Outcome:
    """Read and match with one engine; `beside` runs in a thread while it matches."""
    outcome = Outcome(name)
    target = home / f"{len(name)}.{time.monotonic_ns()}"
    target.mkdir()
    start = time.monotonic()
    with pipeline.begin(Job(tuple(paths), target / "w.duckdb", None, target / "none", engine=choice)) as run:
        outcome.seconds["start"] = time.monotonic() - start
        for step in STEPS:
            outcome.seconds[step.__name__] = _timed(step, run, beside if step is pipeline.match else None)
        outcome.counters = run.engine.counters()
        outcome.rows = {table: run.build.warehouse.query(f"from {table} order by all") for table in TABLES}
    print(outcome, flush=True)
    return outcome


def _timed(step: Callable[[Run], object], run: Run, beside: Callable[[Run, Event], object] | None) -> float:
    done, start = Event(), time.monotonic()
    thread = Thread(target=beside, args=(run, done)) if beside else None
    if thread:
        thread.start()
    try:
        step(run)
    finally:
        done.set()
        if thread:
            thread.join()
    return time.monotonic() - start


# A cluster on the loopback


def losing(worker: subprocess.Popen[bytes]) -> Callable[[Run, Event], None]:
    """Kills a worker with all that it runs, as soon as the cluster is at work for the step."""

    def watch(run: Run, done: Event) -> None:
        context = run.engine._session.sparkContext  # type: ignore[attr-defined]
        while not done.wait(0.2):
            if context.statusTracker().getActiveStageIds() and _executors(context) > WORKERS:
                end(worker)
                return

    return watch


def _executors(context: Any) -> int:
    """Those that live, the driver among them."""
    return int(context._jsc.sc().statusStore().executorList(True).size())


@contextmanager
def cluster(home: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A standalone master and its workers of one core each: the master's address, and the workers."""
    port = _free_port()
    master, log = f"spark://127.0.0.1:{port}", home / "cluster.log"
    running = [_start("master.Master", log, "--port", str(port))]
    try:
        _await(port, log)
        for number in range(workers):
            own = ("--cores", "1", "--memory", "2g", "--work-dir", str(home / f"worker{number}"), master)
            running.append(_start("worker.Worker", log, *own))
        yield master, running[1:]
    finally:
        for process in running:
            end(process)


def _start(name: str, log: Path, *options: str) -> subprocess.Popen[bytes]:
    """A daemon of Spark's, in a process group of its own."""
    import pyspark

    home = str(Path(pyspark.__file__).parent)
    environment = os.environ | {"SPARK_HOME": home, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    command = [f"{home}/bin/spark-class", f"org.apache.spark.deploy.{name}", "--host", "127.0.0.1", "--webui-port", "0"]
    with log.open("ab") as told:
        return subprocess.Popen(
            [*command, *options], stdout=told, stderr=told, env=environment, start_new_session=True, cwd=log.parent
        )


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and what it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _await(port: int, log: Path) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.3)
    raise SystemExit(f"the master does not answer:\n{log.read_text(errors='replace')[-2000:]}")


if __name__ == "__main__":
    sys.exit(main())
