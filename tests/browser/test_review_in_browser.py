"""Twenty rulings by keyboard in a real browser; the server is killed in the middle, and none is lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct
from audit.review.ledger import Ledger
from audit.warehouse import ask
from tests.browser.chrome import Tab
from tests.browser.test_report_in_browser import AA, LOOKS
from tests.conftest import COMMAND, DEMO, clean_environment

pytestmark = pytest.mark.browser
KEYS = "axuaxmaxuaaxaxuaaxxa"
STATUS = {"a": "accepted", "x": "rejected", "m": "rejected", "u": None}


@contextmanager
def serving(warehouse: Path, reviews: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The review pages in a process of their own; their address."""
    command = [
        str(COMMAND),
        "review",
        "--warehouse",
        str(warehouse),
        "--reviews",
        str(reviews),
        "--reviewer",
        "mk",
        "--port",
        "0",
    ]
    env = clean_environment(PYTHONUNBUFFERED="1")
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env, cwd=warehouse.parent) as running:
        try:
            assert running.stderr is not None
            line = running.stderr.readline()
            assert "http://127.0.0.1:" in line, line + running.stderr.read()
            yield "http://" + line.split("http://", 1)[1].strip(), running
        finally:
            if running.poll() is None:
                running.kill()


def subject(tab: Tab) -> tuple[str, str]:
    kind, key = tab.run("location.pathname").strip("/").split("/")
    return kind, key


def press_through(tab: Tab, keys: str) -> dict[tuple[str, str], str]:
    """Rules by one key each on what comes; which key stood for what. Every fourth has a note."""
    given = {}
    for n, key in enumerate(keys):
        kind, subject_id = subject(tab)
        key = "x" if key == "m" and kind != "edge" else key
        if n % 4 == 0:
            tab.press("n")
            tab.type(f"seen axuz {n}")
            tab.press("Escape")
        given[kind, subject_id] = key
        tab.expect_load(lambda key=key: tab.press(key))
        assert tab.run("!!document.querySelector('[role=status]')"), "what was ruled is said at once"
    return given


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_twenty_rulings_by_keyboard_outlive_a_kill(tab: Tab, demo_warehouse: Path, tmp_path: Path) -> None:
    warehouse, reviews = tmp_path / "w.duckdb", tmp_path / "reviews"
    shutil.copyfile(demo_warehouse, warehouse)
    tab.look(1280, 900)
    with serving(warehouse, reviews) as (address, running):
        tab.visit(address)
        tab.expect_load(lambda: tab.press("s"))
        given = press_through(tab, KEYS[:10])
        os.kill(running.pid, signal.SIGKILL)
    with serving(warehouse, reviews) as (address, _):
        tab.visit(address)
        tab.expect_load(lambda: tab.press("s"))
        given |= press_through(tab, KEYS[10:])
        last = subject(tab)
        tab.expect_load(lambda: tab.press("x"))
        tab.expect_load(lambda: tab.press("z"))
        assert subject(tab) == last, "undo leads back"
        tab.press("?")
        assert tab.run("document.getElementById('help').open")
        assert tab.trouble == []
    assert len(given) == 20
    assert {(r.subject_kind, r.subject_id) for r in Ledger(reviews, "mk").rulings()} == set(given)
    run_direct(Job((DEMO,), warehouse, None, reviews))
    assert ask(warehouse, "select count(*), count(note) from decisions")[1] == [(20, 6)]
    wanted = {key: STATUS[pressed] or "machine" for (kind, key), pressed in given.items() if kind == "edge"}
    held = dict(ask(warehouse, "select edge_id, status from edges")[1])
    assert {key: held[key] for key in wanted if key in held} == wanted
    assert len(wanted) >= 5
    ruled = sum(status != "machine" for status in wanted.values())
    assert ask(warehouse, "select count(*) from edges where status <> 'machine'")[1] == [(ruled,)]


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (400, True)], ids=["wide", "narrow-dark"])
def test_the_review_pages_look_right_to_all(
    tab: Tab, axe: str, demo_warehouse: Path, tmp_path: Path, width: int, dark: bool
) -> None:
    tab.look(width, 900, dark=dark)
    with serving(demo_warehouse, tmp_path) as (address, _):
        for path in ("", "agreement", "?state=all&kind=match", "?blind=1"):
            tab.visit(address + path)
            tab.run(axe + ";0")
            assert [*tab.run(LOOKS), *tab.run(AA), *tab.trouble] == [], path
        for kind in ("edge", "finding", "match", "merge", "speaker"):
            tab.visit(f"{address}?kind={kind}")
            tab.expect_load(lambda: tab.press("s"))
            tab.run(axe + ";0")
            assert [*tab.run(LOOKS), *tab.run(AA), *tab.trouble] == [], kind
