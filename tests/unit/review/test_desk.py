"""What a page costs: the more a warehouse holds, the dearer is each question to it, so that few are asked."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audit.review.desk import MOST_PARTS, Desk
from audit.review.ledger import Ledger
from audit.review.serve import listen
from audit.warehouse import Warehouse


@pytest.fixture
def desk(demo_warehouse: Path, tmp_path: Path) -> Iterator[Desk]:
    found = Desk(demo_warehouse, Ledger(tmp_path / "reviews", "mk"))
    found.warm()
    yield found
    found.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The first line of every question to a warehouse."""
    found: list[str] = []

    def noted(call: Any) -> Any:
        def instead(self: Warehouse, sql: str, values: Any = ()) -> Any:
            found.append(sql.splitlines()[0])
            return call(self, sql, values)

        return instead

    monkeypatch.setattr(Warehouse, "query", noted(Warehouse.query))
    monkeypatch.setattr(Warehouse, "table", noted(Warehouse.table))
    return found


def test_a_claim_is_counted_again_from_memory(desk: Desk, asked: list[str]) -> None:
    counted = 0
    for item in desk.items({"kind": "edge"}):
        counted += desk.effect("edge", item["subject_id"], item["claim_id"], "rejected") is not None
    assert counted
    assert asked == []


def test_lists_and_their_filters_ask_nothing(desk: Desk, asked: list[str]) -> None:
    claims = {item["claim_id"] for item in desk.items({"kind": "edge"})}
    assert all(len(desk.items({"claim": claim, "kind": "edge"})) for claim in claims)
    assert sum(desk.counts().values())
    assert asked == []


def test_many_filters_leave_the_whole_lists_as_they_are(desk: Desk) -> None:
    before = desk.items({}).line
    for n in range(3 * MOST_PARTS):
        desk.items({"claim": f"none {n}"})
    assert desk.items({}).line is before


@pytest.mark.parametrize(("kind", "most"), [("edge", 4), ("finding", 3), ("match", 3), ("merge", 4), ("speaker", 3)])
def test_a_screen_asks_little(desk: Desk, asked: list[str], kind: str, most: int) -> None:
    item = desk.items({"kind": kind})[0]
    assert desk.screen(kind, item["subject_id"])
    assert 0 < len(asked) <= most


def test_small_pages_go_out_at_once() -> None:
    with listen(0) as ear:
        assert ear.proto == socket.IPPROTO_TCP, "asyncio sends at once (TCP_NODELAY) where it sees that it is TCP"
