"""Drills: runs that are killed, starved, disturbed; what each left is held against two known states.

    python -m bench.drill [--each 10] [--seed 1] [--only killed,starved]

Each attack begins with a warehouse, a report and rulings, and one more article that waits in raw/. Afterwards the
rows are all those from before or all those from after, the rulings are all there, what was told is one line, and the
next run ends where an undisturbed one does, with a whole report. The table tells attacks tried, survived, lost.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from audit import cli
from audit.extract.jsonl import extract_line

OF_A_RUN = {
    "runs",
    "problems",
    "source_aliases",
    "claim_aliases",
    "run_changes",
    "meta",
}  # tables that tell the run itself
ROWS = "select count(*), bit_xor(hash(t))::varchar from (select columns(lambda c: c not like '%run_id') from {}) t"
FIRST = "The mill in Holm burned on Monday and 12 people were hurt, Ada Berg, the mayor of Holm, said on Tuesday."
TEXTS = {
    "post.txt": f"Mill burns\n\n{FIRST}\n\n“We lost the old mill and nothing else,” Berg said.\n",
    "star.txt": f"Fire in Holm\n\n{FIRST} The Holm Post reported that 9 boats were moved.\n",
}
WAITING = ("dayline.txt", "Holm after the fire\n\nThe fire in Holm hurt 14 people, Ada Berg said.\n")
RULING = {"subject_kind": "finding", "subject_id": "0" * 20, "verdict": "unsure", "reviewer": "drill"}
MOMENT = 1_900_000_000  # when the waiting article was written
LIMIT = 120  # seconds that a run may take


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a process ended: its exit code (negative: the signal), and what it told."""

    code: int
    told: str


@dataclass(slots=True)
class Drill:
    """A folder to work in, what it looks like before each attack, and the two states that are sound."""

    home: Path
    kept: Path
    chance: random.Random
    states: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def warehouse(self) -> Path:
        """The file under attack."""
        return self.home / "warehouse.duckdb"

    def restore(self) -> None:
        """Everything as it was before the attack, the article waiting."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.kept, self.home)
        self.lay()

    def lay(self) -> None:
        """The waiting article, as old as ever."""
        path = self.home / "raw" / WAITING[0]
        path.write_text(WAITING[1], encoding="utf-8")
        os.utime(path, (MOMENT, MOMENT))


def child(home: Path, work: Callable[[], None]) -> int:
    """Start work in a process of its own, below `home`; what it tells goes to a file of its own. Returns its id."""
    pid = os.fork()
    if pid:
        return pid
    out, code = io.StringIO(), 0
    try:
        os.chdir(home)
        with redirect_stdout(out), redirect_stderr(out):
            work()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException as error:
        out.write(f"Traceback: {type(error).__name__}: {error}\n")
        code = 1
    told_by(home, os.getpid()).write_text(out.getvalue(), encoding="utf-8")
    os._exit(code)


def told_by(home: Path, pid: int) -> Path:
    """Where a child puts what it tells."""
    return home / f".told.{pid}"


def ended(home: Path, pid: int) -> Outcome:
    """Wait for a child."""
    status = os.waitpid(pid, 0)[1]
    told = told_by(home, pid)
    return Outcome(os.waitstatus_to_exitcode(status), told.read_text(encoding="utf-8") if told.exists() else "")


def run_once(prepare: Callable[[], None] = lambda: None) -> Callable[[], None]:
    """The main job as a user starts it, after `prepare` has laid its trap."""

    def work() -> None:
        prepare()
        sys.argv = ["secondhand", "run", "--direct"]
        cli.main()

    return work


def state(home: Path) -> str:
    """A hash of all rows and of the rulings, read in a process of its own; "unreadable" where they cannot be."""

    def work() -> None:
        from audit.warehouse import open_published

        held = open_published(Path("warehouse.duckdb"))
        tables = [t for (t,) in held.query("select table_name from duckdb_tables() order by 1") if t not in OF_A_RUN]
        rows = {t: held.query(ROWS.format(t))[0] for t in tables}
        rulings = [(p.name, p.read_text()) for p in sorted(Path("raw/reviews").iterdir())]
        (Path.cwd() / ".state").write_text(json.dumps([rows, rulings]), encoding="utf-8")

    (home / ".state").unlink(missing_ok=True)
    if ended(home, child(home, work)).code:
        return "unreadable"
    return hashlib.sha256((home / ".state").read_bytes()).hexdigest()


def report_is_whole(home: Path) -> bool:
    """Whether every page is as it was written."""
    from audit.report import damaged

    return not any(damaged(home / "report"))


# The attacks: each returns how the run under attack ended


def killed_at_random(drill: Drill) -> Outcome:
    """SIGKILL at some moment."""
    pid = child(drill.home, run_once())
    time.sleep(drill.chance.uniform(0, 1.2))
    os.kill(pid, signal.SIGKILL)
    return ended(drill.home, pid)


def killed_at_a_write(drill: Drill) -> Outcome:
    """SIGKILL at one of the calls that change a file, or at a statement of the build."""
    at = drill.chance.choice([*range(1, 40), *range(40, 500, 7)])
    return ended(drill.home, child(drill.home, run_once(lambda: _trap(at, _die))))


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _full() -> None:
    raise OSError(28, "No space left on device")


def _trap(at: int, spring: Callable[[], None], *, files_only: bool = False) -> None:
    """At the `at`-th call that writes, something happens instead."""
    from audit.warehouse import Warehouse

    left = [at]

    def trapped(call: Callable[..., object]) -> Callable[..., object]:
        def instead(*args: object, **named: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                spring()
            return call(*args, **named)

        return instead

    places: list[tuple[object, str]] = [(os, "replace"), (os, "fsync"), (shutil, "copyfile"), (Path, "write_bytes")]
    for place, name in places if files_only else [*places, (Warehouse, "run"), (Warehouse, "insert")]:
        setattr(place, name, trapped(getattr(place, name)))


def full_disk(drill: Drill) -> Outcome:
    """A disk that takes no more than so many bytes a file."""
    size = drill.warehouse.stat().st_size
    limit = drill.chance.choice([4096, size // 2, size, size + 300_000])

    def prepare() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return ended(drill.home, child(drill.home, run_once(prepare)))


def full_at_a_write(drill: Drill) -> Outcome:
    """A disk that is full at one write to a file."""
    at = drill.chance.randint(1, 20)
    return ended(drill.home, child(drill.home, run_once(lambda: _trap(at, _full, files_only=True))))


def truncated(drill: Drill) -> Outcome:
    """A warehouse that lost its end."""
    os.truncate(drill.warehouse, drill.chance.randrange(drill.warehouse.stat().st_size))
    return ended(drill.home, child(drill.home, run_once()))


def bit_flipped(drill: Drill) -> Outcome:
    """A warehouse with one bit another."""
    at = drill.chance.randrange(drill.warehouse.stat().st_size)
    with drill.warehouse.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1 << drill.chance.randrange(8)]))
    return ended(drill.home, child(drill.home, run_once()))


def newer_schema(drill: Drill) -> Outcome:
    """A warehouse of a schema that is not known yet, or of none."""
    sql = drill.chance.choice(["update meta set value = '999' where key = 'schema_version'", "drop table meta"])

    def work() -> None:
        from audit.warehouse import Warehouse

        held = Warehouse.open(Path("warehouse.duckdb"))
        held.run(sql)
        held.close()

    ended(drill.home, child(drill.home, work))
    return ended(drill.home, child(drill.home, run_once()))


def two_runs(drill: Drill) -> Outcome:
    """A second run while one is under way."""
    first = child(drill.home, run_once(lambda: time.sleep(drill.chance.uniform(0, 0.3))))
    time.sleep(drill.chance.uniform(0, 0.4))
    pid = child(drill.home, run_once())
    second = ended(drill.home, pid)
    one = ended(drill.home, first)
    return second if second.code else one


def dead_lock(drill: Drill) -> Outcome:
    """A lock, a build and a seal that dead runs left."""
    (drill.home / ".warehouse.duckdb.lock").write_text("")
    (drill.home / ".warehouse.duckdb.build").write_bytes(b"half a file" * drill.chance.randrange(9))
    (drill.home / ".warehouse.duckdb.build.wal").write_bytes(b"log")
    return ended(drill.home, child(drill.home, run_once()))


def changing_files(drill: Drill) -> Outcome:
    """Files that are written while they are read."""

    def disturb() -> None:
        name, text = WAITING
        for turn in range(400):
            (Path("raw") / name).write_text(text.replace("14", str(14 + turn)) * (1 + turn % 3), encoding="utf-8")
            time.sleep(0.002)

    other = child(drill.home, disturb)
    met = ended(drill.home, child(drill.home, run_once()))
    os.kill(other, signal.SIGKILL)
    ended(drill.home, other)
    return met


def clock_back(drill: Drill) -> Outcome:
    """A clock that went back by ten years."""

    def prepare() -> None:
        from datetime import timedelta

        from audit import pipeline

        now = pipeline._now
        pipeline._now = lambda: now() - timedelta(days=3650)

    return ended(drill.home, child(drill.home, run_once(prepare)))


def open_reader(drill: Drill) -> Outcome:
    """A reader that never closes."""

    def work() -> None:
        from audit.warehouse import open_published

        held = open_published(Path("warehouse.duckdb"))
        before = held.query("select count(*) from articles")
        time.sleep(LIMIT)
        assert held.query("select count(*) from articles") == before

    reader = child(drill.home, work)
    time.sleep(0.3)
    met = ended(drill.home, child(drill.home, run_once()))
    os.kill(reader, signal.SIGKILL)
    ended(drill.home, reader)
    return met


ATTACKS: dict[str, Callable[[Drill], Outcome]] = {
    "killed at a random moment": killed_at_random,
    "killed at a write": killed_at_a_write,
    "full disk": full_disk,
    "full at a write": full_at_a_write,
    "truncated warehouse": truncated,
    "bit-flipped warehouse": bit_flipped,
    "newer schema, or none": newer_schema,
    "two runs at once": two_runs,
    "what dead runs left": dead_lock,
    "files changing while read": changing_files,
    "clock going back": clock_back,
    "a reader that never closes": open_reader,
}
HARMED = {truncated, bit_flipped, newer_schema}  # the file itself is attacked: refused, or read as it was


def attack(drill: Drill, strike: Callable[[Drill], Outcome]) -> list[str]:
    """One attack; what was lost, empty where nothing was."""
    drill.restore()
    met = strike(drill)
    amiss = [f"told: {met.told!r}"] if "Traceback" in met.told else []
    if met.code not in (0, 2, -signal.SIGKILL):
        amiss.append(f"exit {met.code}: {met.told[-300:]!r}")
    if met.code == 2 and len(met.told.strip().splitlines()) != 1:
        amiss.append(f"not one line: {met.told[-300:]!r}")
    refused = strike in HARMED and met.code == 2
    if not refused and strike is not changing_files and state(drill.home) not in drill.states:
        amiss.append("rows are neither those from before nor those from after")
    if refused:
        shutil.copy(drill.kept / "warehouse.duckdb", drill.warehouse)
    drill.lay()
    again = ended(drill.home, child(drill.home, run_once()))
    if again.code:
        amiss.append(f"the next run: exit {again.code}: {again.told[-300:]!r}")
    if strike is not changing_files and state(drill.home) != drill.states[1]:
        amiss.append("the next run does not end where an undisturbed one does")
    if not report_is_whole(drill.home):
        amiss.append("the report is not whole")
    return amiss


@contextmanager
def prepared(seed: int) -> Iterator[Drill]:
    """A drill with its two sound states."""
    extract_line({"id": "warm", "text": FIRST})  # tables are read once, for all children
    with TemporaryDirectory() as folder:
        drill = Drill(Path(folder, "home"), Path(folder, "kept"), random.Random(seed))
        (drill.kept / "raw" / "reviews").mkdir(parents=True)
        for name, text in TEXTS.items():
            (drill.kept / "raw" / name).write_text(text, encoding="utf-8")
        (drill.kept / "raw" / "reviews" / "r.jsonl").write_text(json.dumps(RULING) + "\n", encoding="utf-8")
        assert ended(drill.kept, child(drill.kept, run_once())).code == 0
        drill.states = [state(drill.kept)]
        drill.restore()
        assert ended(drill.home, child(drill.home, run_once())).code == 0
        drill.states.append(state(drill.home))
        yield drill


def main(words: Sequence[str]) -> int:
    """Runs the drills and prints their table; 0 where nothing was lost."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--each", type=int, default=10, help="attacks of each kind")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", default="", help="kinds whose name holds one of these words, commas between them")
    told = asked.parse_args(words)
    wanted = [word for word in told.only.split(",") if word]
    losses = 0
    print(f"{'attack':<28}{'tried':>7}{'survived':>10}{'lost':>6}", flush=True)
    with prepared(told.seed) as drill:
        for name, strike in ATTACKS.items():
            if wanted and not any(word in name for word in wanted):
                continue
            found = [amiss for _ in range(told.each) if (amiss := attack(drill, strike))]
            losses += len(found)
            print(f"{name:<28}{told.each:>7}{told.each - len(found):>10}{len(found):>6}", flush=True)
            for amiss in found:
                print(f"    {'; '.join(amiss)}", flush=True)
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
