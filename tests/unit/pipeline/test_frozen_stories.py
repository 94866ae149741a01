"""What is told across two dozen invented stories stays as it is, unless somebody looks at what has changed."""

from __future__ import annotations

import pytest

from bench.told import Rows, changed, told
from tests.conftest import empty_warehouse

MEND = "Look at each: where it is told better now, freeze it with `python -m bench.told --write`."


@pytest.fixture(scope="module")
def rows() -> Rows:
    warehouse = empty_warehouse()
    try:
        return told(warehouse)
    finally:
        warehouse.close()


def test_nothing_is_told_otherwise_unnoticed(rows: Rows) -> None:
    found = list(changed(rows))
    assert not found, "\n".join((f"{len(found)} tables of stories differ. {MEND}", *found[:3]))


@pytest.mark.parametrize(
    ("table", "least"),
    [("matches", 1000), ("claims", 150), ("edges", 100), ("origins", 300), ("findings", 60), ("quantities", 60)],
)
def test_the_stories_have_much_to_tell(rows: Rows, table: str, least: int) -> None:
    assert sum(len(lines) for name, lines in rows.items() if name.split()[0] == table) >= least
