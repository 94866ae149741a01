"""The build: plain unless it is asked for otherwise, never compiled in a checkout, and what is listed to compile is there."""

from __future__ import annotations

import runpy
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from audit.compiled import compiled_modules
from bench import compiled
from bench.clock import interleave
from bench.peers import Absent
from bench.speed import NUMBERS
from tests.conftest import ROOT

LISTED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["secondhand"]["compiled"]


def built(monkeypatch: pytest.MonkeyPatch, asked: str | None, command: str) -> dict[str, Any]:
    """What setup.py hands on, beside a compiler that returns what it is told to compile."""
    told: dict[str, Any] = {}
    monkeypatch.setitem(sys.modules, "setuptools", SimpleNamespace(setup=told.update))
    monkeypatch.setitem(sys.modules, "mypyc.build", SimpleNamespace(mypycify=lambda paths, **_: paths))
    monkeypatch.setattr(sys, "argv", ["setup.py", command])
    monkeypatch.delenv("SECONDHAND_COMPILE", raising=False)
    if asked is not None:
        monkeypatch.setenv("SECONDHAND_COMPILE", asked)
    runpy.run_path(str(ROOT / "setup.py"))
    return told


@pytest.mark.parametrize("asked", [None, "", "0"])
@pytest.mark.parametrize("command", ["bdist_wheel", "editable_wheel", "egg_info"])
def test_a_wheel_is_plain(monkeypatch: pytest.MonkeyPatch, asked: str | None, command: str) -> None:
    assert built(monkeypatch, asked, command) == {"ext_modules": [], "setup_requires": []}


def test_a_checkout_is_never_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    assert built(monkeypatch, "1", "editable_wheel")["ext_modules"] == []


def test_a_wheel_is_compiled_where_it_is_asked_for_by_the_pinned_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    told = built(monkeypatch, "1", "bdist_wheel")
    modules = [one for one in told["ext_modules"] if not one.startswith("--")]
    assert set(modules) == {path.relative_to(ROOT).as_posix() for one in LISTED for path in ROOT.glob(one)}
    assert [pin.partition("==")[0] for pin in told["setup_requires"]] == ["mypy"]


@pytest.mark.parametrize("one", LISTED)
def test_what_is_listed_is_there(one: str) -> None:
    assert all(path.suffix == ".py" for path in ROOT.glob(one))
    assert any(ROOT.glob(one))


def test_what_is_listed_holds_no_lazy() -> None:
    listed = [path for one in LISTED for path in ROOT.glob(one)]
    assert [path.name for path in listed if "audit.lazy" in path.read_text(encoding="utf-8")] == []


def test_an_installation_tells_which_modules_are_compiled(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    for name in (
        "text/tokens.py",
        "text/tokens.cpython-311-x86_64-linux-gnu.so",
        "text/spans.py",
        "a.cp311-win_amd64.pyd",
    ):
        (tmp_path / name).touch()
    assert compiled_modules(tmp_path) == ["a", "text.tokens"]


def test_the_compiled_build_is_measured_in_its_own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "PYTHON", Path(sys.executable))
    works, absent = compiled.compiled_works(NUMBERS)
    (rates,) = interleave([["Some 40 boats sank."]], len, works)
    assert (rates.worker, absent) == ("figures of sentences with numbers, compiled", [])
    assert rates.middle > 0


def test_a_build_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(compiled, "PYTHON", tmp_path / "python")
    assert compiled.compiled_works(NUMBERS) == ({}, [Absent("compiled", "not built (make compiled)")])


def test_a_build_of_other_code_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(compiled, "_made_of", lambda: "other")
    assert compiled.compiled_works(NUMBERS) == ({}, [Absent("compiled", "built of other code (make compiled)")])
