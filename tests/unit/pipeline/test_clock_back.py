"""A clock that goes back puts no run before another: runs are told in the order in which they were."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from audit import pipeline
from audit.pipeline import Job, run_direct
from audit.review.desk import Desk
from audit.review.ledger import Ledger
from audit.warehouse import Warehouse, open_published, read_sql

WORDS = {
    "One": "The burning mill in Holm drew 140 people to the quay on Monday, said Maren Holt, the harbour master.",
    "Two": "A gale took 12 roofs of the old town of Arle on Tuesday night, the mayor Eva Lund said on Wednesday.",
}
HASHES = ("of the first rules", "of the later rules")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where the second of two runs is ten years older by its clock."""
    home, now = tmp_path_factory.mktemp("clock"), pipeline._now
    (home / "raw").mkdir()
    job = Job((home / "raw",), home / "w.duckdb", home / "report", home / "reviews", outlets=home)
    with pytest.MonkeyPatch.context() as patch:
        for back, name in ((0, "One"), (3650, "Two")):
            for more in ("Nobody was hurt, and the road is open.", "Schools are shut, and the bus does not run."):
                (home / "raw" / f"{name}-{len(more)}.txt").write_text(f"{name} of two\n\n{WORDS[name]}\n\n{more}\n")
            patch.setattr(pipeline, "_now", lambda back=back: now() - timedelta(days=back))
            run_direct(job)
    held = Warehouse.open(home / "w.duckdb")  # each run by rules of its own
    for n, told in enumerate(HASHES):
        held.run(
            "update runs set config_hash = ? where rowid = (select rowid from runs order by rowid offset ? limit 1)",
            [told, n],
        )
    held.close()
    return home


@pytest.fixture
def held(ran: Path) -> Warehouse:
    return open_published(ran / "w.duckdb")


def runs(held: Warehouse) -> list[str]:
    found = [run for (run,) in held.query("select run_id from runs order by rowid")]
    assert found == [run for (run,) in held.query("select run_id from runs order by finished_at desc")]
    return found


def test_the_report_is_the_later_runs(ran: Path) -> None:
    assert "Two of two" in (ran / "report" / "index.html").read_text()


def test_changes_since_a_run_are_those_of_runs_after_it(held: Warehouse) -> None:
    first, second = runs(held)
    listed = read_sql("audit.changes", "listed")
    new = {run for *_, run in held.query(listed, {"since": first})}
    assert new == {second}
    assert held.query(listed, {"since": second}) == []
    assert {run for (run,) in held.query("select run_id from changed_since(?)", [first])} == {second}
    assert held.query("from changed_since(?)", [second]) == []


def test_the_rules_that_made_the_rows_are_those_of_the_later_run(held: Warehouse, ran: Path) -> None:
    assert held.query(read_sql("audit.report.queries", "version"))[0][1] == HASHES[1]
    assert Desk(ran / "w.duckdb", Ledger(ran / "reviews", "mk")).rule_version == HASHES[1]


def test_a_claim_is_as_old_as_the_run_that_found_it_first(held: Warehouse) -> None:
    ages = [run for _, run in held.query(read_sql("audit.trace", "claim_ages"))]
    assert ages == sorted(ages, key=runs(held).index)
    assert len(set(ages)) == 2
