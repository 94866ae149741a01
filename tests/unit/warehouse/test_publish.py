"""Readers see the whole old warehouse or the whole new one, whatever happens to a run."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from audit.errors import WarehouseError
from audit.warehouse import Warehouse, ask, database, open_build, open_published

OLD, NEW = "old", "new"
_INSERT = "build.warehouse.insert('claims', [('new', 'figure', 'x' * 50)] * 200_000)"
_DIE = "os.kill(os.getpid(), signal.SIGKILL)"


def publish_claim(target: Path, claim: str) -> None:
    with open_build(target) as build:
        build.warehouse.insert("claims", [(claim, "figure", "")])
        build.publish()


def claims(target: Path) -> set[str]:
    """Read in a process of its own: within one, DuckDB may hand back a file it has open already."""
    code = "import sys, pathlib\nfrom audit.warehouse import open_published\n"
    code += "rows = open_published(pathlib.Path(sys.argv[1])).query('select distinct claim_id from claims')\n"
    code += "print(*(row[0] for row in rows))"
    done = subprocess.run([sys.executable, "-c", code, str(target)], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def run_build(target: Path, body: str, **options: object) -> subprocess.CompletedProcess[str]:
    """A run in another process; `body` works on `build`."""
    lines = ["import os, signal, sys, pathlib", "import audit.warehouse.publish as publish"]
    lines += ["with publish.open_build(pathlib.Path(sys.argv[1])) as build:"]
    lines += ["    " + line for line in body.splitlines()]
    command = [sys.executable, "-c", "\n".join(lines), str(target)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "warehouse.duckdb"
    publish_claim(path, OLD)
    return path


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_DIE, id="at once"),
        pytest.param(f"build.warehouse.run('begin')\n{_INSERT}\n{_DIE}", id="in a transaction"),
        pytest.param(f"{_INSERT}\n{_DIE}", id="before it is checked"),
        pytest.param(f"{_INSERT}\npublish._sync = lambda path: {_DIE}\nbuild.publish()", id="before it is on disk"),
        pytest.param(f"{_INSERT}\nos.replace = lambda a, b: {_DIE}\nbuild.publish()", id="before it is renamed"),
    ],
)
def test_killed_run_leaves_the_old_warehouse(target: Path, body: str) -> None:
    assert run_build(target, body).returncode == -9
    assert claims(target) == {OLD}
    publish_claim(target, NEW)
    assert claims(target) == {OLD, NEW}
    assert {p.name for p in target.parent.iterdir()} == {target.name, f".{target.name}.lock", f".{target.name}.sha256"}


def test_run_killed_after_the_rename_leaves_the_new_warehouse(target: Path) -> None:
    done = run_build(target, f"{_INSERT}\nbuild.publish()\n{_DIE}")
    assert done.returncode == -9
    assert claims(target) == {OLD, NEW}


def test_full_disk_leaves_the_old_warehouse(target: Path) -> None:
    limit = target.stat().st_size + 100_000

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    rows = "build.warehouse.run(\"insert into claims (claim_id, kind, label) select 'new', 'figure', uuid() from range(100000)\")"
    done = run_build(target, f"{rows}\nbuild.publish()", preexec_fn=small_disk)
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert claims(target) == {OLD}


def test_failing_run_publishes_nothing(target: Path) -> None:
    done = run_build(target, f"{_INSERT}\nraise RuntimeError")
    assert done.returncode == 1
    assert claims(target) == {OLD}
    assert {p.name for p in target.parent.iterdir()} == {target.name, f".{target.name}.lock", f".{target.name}.sha256"}


def test_publishing_is_tried_again_after_a_full_disk(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, failed = os.replace, []

    def fail_once(a: Path, b: Path) -> None:
        if not failed:
            failed.append(a)
            raise OSError(28, "No space left on device")
        replace(a, b)

    monkeypatch.setattr(os, "replace", fail_once)
    with open_build(target) as build:
        build.warehouse.insert("claims", [(NEW, "figure", "")])
        with pytest.raises(OSError, match="No space"):
            build.publish()
        build.publish()
    assert claims(target) == {OLD, NEW}


def test_second_run_is_refused_while_one_is_under_way(target: Path) -> None:
    with open_build(target):
        done = run_build(target, "pass")
    assert done.returncode == 1
    assert f"{target} is in use by another run" in done.stderr


def test_a_run_may_wait_for_the_one_under_way(target: Path) -> None:
    code = "import pathlib, sys\nfrom audit.warehouse import open_build\n"
    code += "with open_build(pathlib.Path(sys.argv[1])) as build:\n"
    code += "    print('held', flush=True)\n    sys.stdin.readline()\n"
    code += "    build.warehouse.insert('claims', [('other', 'figure', '')])\n    build.publish()"
    command = [sys.executable, "-c", code, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(WarehouseError, match="in use by another run"), open_build(target, wait=0.1):
            pass
        other.stdin.write("go on\n")
        other.stdin.flush()
        with open_build(target, wait=120) as build:
            build.warehouse.insert("claims", [(NEW, "figure", "")])
            build.publish()
    assert claims(target) == {OLD, "other", NEW}


def test_two_warehouses_of_one_folder_do_not_wait_for_each_other(target: Path) -> None:
    with open_build(target):
        assert run_build(target.with_name("other.duckdb"), "build.publish()").returncode == 0


def test_reader_keeps_what_it_opened_and_the_next_one_sees_the_new(target: Path) -> None:
    reader = open_published(target)
    assert run_build(target, f"{_INSERT}\nbuild.publish()").returncode == 0
    assert reader.query("select distinct claim_id from claims") == [(OLD,)]
    reader.close()
    assert claims(target) == {OLD, NEW}


def test_readers_read_while_a_run_goes_on(target: Path) -> None:
    with open_build(target) as build:
        build.warehouse.insert("claims", [(NEW, "figure", "")])
        assert claims(target) == {OLD}


def test_older_clients_can_open_the_file(target: Path) -> None:
    warehouse = open_published(target)
    tags = warehouse.query("select tags['storage_version'] from duckdb_databases() where path = ?", [str(target)])
    warehouse.close()
    assert tags == [("v1.4.0+",)]


def test_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes")
    with pytest.raises(WarehouseError, match=r"notes\.txt cannot be opened as a warehouse"), open_build(path):
        pass
    assert path.read_text() == "my notes"


def test_database_of_something_else_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "shop.duckdb"
    other = Warehouse.open(path)
    other.run("create table orders (id integer)")
    other.close()
    with pytest.raises(WarehouseError, match="not a Secondhand warehouse"), open_build(path):
        pass
    assert Warehouse.open(path, read_only=True).query("select table_name from duckdb_tables()") == [("orders",)]


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="is a folder"), open_build(tmp_path):
        pass


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="is not a folder"), open_build(tmp_path / "away" / "warehouse.duckdb"):
        pass


def test_missing_warehouse_is_named_to_readers(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="is not there"):
        open_published(tmp_path / "warehouse.duckdb")


@pytest.mark.parametrize(
    "query",
    [
        "copy (select 1) to '{away}'",
        "attach '{away}'",
        "from read_csv('{held}')",
        "install spatial",
        "set enable_external_access = true",
    ],
)
def test_a_query_reaches_nothing_but_the_warehouse(tmp_path: Path, query: str) -> None:
    target, away, held = tmp_path / "w.duckdb", tmp_path / "away", tmp_path / "held.csv"
    publish_claim(target, OLD)
    held.write_text("a\n1\n")
    with pytest.raises(WarehouseError, match="cannot be run"):
        ask(target, query.format(away=away, held=held))
    assert not away.exists()
    assert ask(target, "select claim_id from claims")[1] == [(OLD,)]


@pytest.mark.parametrize("query", ["", ";", "-- nothing"])
def test_a_query_that_is_empty(tmp_path: Path, query: str) -> None:
    publish_claim(tmp_path / "w.duckdb", OLD)
    with pytest.raises(WarehouseError, match="empty"):
        ask(tmp_path / "w.duckdb", query)


def test_a_lock_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / ".w.duckdb.lock").mkdir()
    with pytest.raises(WarehouseError, match="cannot be written to"), open_build(tmp_path / "w.duckdb"):
        pass


def test_a_lock_that_is_a_link_empties_nothing(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("words")
    (tmp_path / ".w.duckdb.lock").symlink_to("precious.txt")
    with pytest.raises(WarehouseError, match="cannot be written to"), open_build(tmp_path / "w.duckdb"):
        pass
    assert (tmp_path / "precious.txt").read_text() == "words"


@pytest.mark.parametrize("where", ["", "os.replace = lambda a, b: {}\nbuild.publish()"], ids=["building", "renaming"])
def test_a_run_that_is_told_to_end_leaves_the_old_warehouse(target: Path, where: str) -> None:
    end = "os.kill(os.getpid(), signal.SIGTERM)"
    done = run_build(target, f"{_INSERT}\n{where.format(end) if where else end}")
    assert done.returncode == -signal.SIGTERM
    assert claims(target) == {OLD}
    publish_claim(target, NEW)
    assert claims(target) == {OLD, NEW}


def test_a_query_beside_an_open_reader_shuts_nobody_out(demo_warehouse: Path) -> None:
    reader = open_published(demo_warehouse)
    try:
        for _ in range(2):
            assert ask(demo_warehouse, "select count(*) from articles")[1][0][0] > 0
        another = open_published(demo_warehouse)
        assert another.query("select count(*) from articles") == reader.query("select count(*) from articles")
        another.close()
    finally:
        reader.close()


def test_a_file_that_another_program_has_open(target: Path) -> None:
    code = "import duckdb, sys\nheld = duckdb.connect(sys.argv[1])\nprint(flush=True)\nsys.stdin.read()"
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    other.stdout.readline()
    done = run_build(target, "build.publish()")
    other.communicate("")
    assert f"{target} is open in another program: close it there" in done.stderr
    assert claims(target) == {OLD}


def test_what_another_program_left_in_its_log_is_kept(target: Path) -> None:
    code = "import duckdb, os, sys\nheld = duckdb.connect(sys.argv[1])\nheld.execute('set checkpoint_threshold = \\'1TB\\'')\n"
    code += "held.execute('create table mine as select 1 as own')\nos._exit(0)"
    subprocess.run([sys.executable, "-c", code, str(target)], check=True)
    assert target.with_name(f"{target.name}.wal").exists()
    publish_claim(target, NEW)
    assert open_published(target).query("from mine") == [(1,)]


def test_a_published_file_keeps_its_mode(target: Path) -> None:
    target.chmod(0o600)
    publish_claim(target, NEW)
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "linked" / "warehouse.duckdb"
    link.parent.mkdir()
    link.symlink_to(target)
    publish_claim(link, NEW)
    assert link.is_symlink()
    assert claims(target) == {OLD, NEW}


def test_a_query_without_end_is_ended(target: Path) -> None:
    endless = "select count(*) from range(10000000000) a, range(1000) b"
    with pytest.raises(WarehouseError, match=r"took longer than 0\.1 seconds"):
        ask(target, endless, seconds=0.1)


def test_a_query_that_takes_all_memory_is_ended_and_lays_nothing_on_the_disk(target: Path) -> None:
    before = set(target.parent.rglob("*"))
    with pytest.raises(WarehouseError, match="needs more memory than it may have"):
        ask(target, "select count(distinct r) from (select random() as r from range(30000000))", gigabytes=0.1)
    assert set(target.parent.rglob("*")) == before
    assert ask(target, "select 1", gigabytes=0.1)[1] == [(1,)]


def test_room_that_rows_left_is_given_back(target: Path) -> None:
    with open_build(target) as build:
        build.warehouse.insert("claims", [(str(n), "figure", f"label {n * n}") for n in range(200_000)])
        build.publish()
    large = target.stat().st_size
    with open_build(target) as build:
        build.warehouse.run("delete from claims")
        publish = build.warehouse.columns("claims")
        build.warehouse.insert("claims", [(NEW, "figure", "")])
        build.publish()
    opened = open_published(target)
    assert opened.free_share() < 0.25
    assert opened.columns("claims") == publish
    assert opened.query("select comment from duckdb_tables() where table_name = 'claims'")[0][0]
    assert opened.query("select count(*) > 0 from duckdb_views() where comment is not null and not internal") == [
        (True,)
    ]
    opened.close()
    assert target.stat().st_size < large / 2
    assert claims(target) == {NEW}


def test_a_small_file_is_asked_by_one_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def threads(path: Path) -> int:
        with closing(Warehouse.open(path)) as opened:
            return int(opened.query("select current_setting('threads')")[0][0])

    own = threads(tmp_path / "other.duckdb")
    monkeypatch.setattr(database, "SMALL", 0)
    assert [threads(tmp_path / "w.duckdb") for _ in range(2)] == [own, own]
    monkeypatch.setattr(database, "SMALL", 1 << 30)
    assert threads(tmp_path / "w.duckdb") == 1
