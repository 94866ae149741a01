"""The build: plain unless it is asked for otherwise, and never machine code of a source that has changed since."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import setuptools

from audit.compiled import MACHINE_CODE, MachineCode, compiled_modules, is_fresh, prefer_machine_code, seal
from audit.text import tokens
from bench import compiled, machine_code
from bench.clock import interleave
from bench.peers import Absent
from bench.speed import NUMBERS
from tests.conftest import ROOT

LISTED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["secondhand"]["compiled"]


def built(monkeypatch: pytest.MonkeyPatch, asked: str | None, command: str) -> dict[str, Any]:
    """What setup.py hands on, beside a compiler that returns what it is told to compile."""
    told: dict[str, Any] = {}
    monkeypatch.setattr(setuptools, "setup", lambda **named: told.update(named))
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
    told = built(monkeypatch, asked, command)
    assert (told["ext_modules"], told["setup_requires"]) == ([], [])


def test_an_installation_of_the_checkout_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert built(monkeypatch, "1", "editable_wheel")["ext_modules"] == []


@pytest.mark.parametrize(("command", "fetched"), [("bdist_wheel", ["mypy"]), ("build_ext", [])])
def test_what_is_listed_is_compiled_by_the_pinned_compiler(
    monkeypatch: pytest.MonkeyPatch, command: str, fetched: list[str]
) -> None:
    told = built(monkeypatch, "1", command)
    modules = [one for one in told["ext_modules"] if not one.startswith("--")]
    assert set(modules) == {path.relative_to(ROOT).as_posix() for one in LISTED for path in ROOT.glob(one)}
    assert [pin.partition("==")[0] for pin in told["setup_requires"]] == fetched


def test_the_c_files_are_compiled_side_by_side_and_linked_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setuptools, "setup", lambda **_: None)
    side_by_side = runpy.run_path(str(ROOT / "setup.py"))["side_by_side"]
    calls: list[list[str]] = []

    def compile_some(sources: list[str], *told: str, **named: str) -> list[str]:
        calls.append(sources)
        return [f"{one}.{told[0]}.{named['ending']}" for one in sources]

    assert side_by_side(compile_some, ["b", "a"], "x", ending="o") == ["b.x.o", "a.x.o"]
    assert sorted(calls) == [["a"], ["b"]]


@pytest.mark.parametrize("one", LISTED)
def test_what_is_listed_is_there(one: str) -> None:
    assert all(path.suffix == ".py" for path in ROOT.glob(one))
    assert any(ROOT.glob(one))


def test_what_is_listed_holds_no_lazy() -> None:
    listed = [path for one in LISTED for path in ROOT.glob(one)]
    assert [path.name for path in listed if "audit.lazy" in path.read_text(encoding="utf-8")] == []


ENDING = EXTENSION_SUFFIXES[0]


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A sealed build of two modules, beside their sources."""
    folder = tmp_path / "build" / "machine_code"
    for name in ("audit/hot", "audit/text/warm", "lib__mypyc"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}{ENDING}").touch()
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"{name}.py").write_text("HOT = 1\n")
    seal(folder, tmp_path)
    return folder


@pytest.fixture
def no_finder(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a process starts: nobody asks for plain Python, and nothing is found yet."""
    monkeypatch.delenv("SECONDHAND_PLAIN", raising=False)
    monkeypatch.setattr(sys, "meta_path", [one for one in sys.meta_path if not isinstance(one, MachineCode)])


def found(name: str) -> str | None:
    spec = next((one.find_spec(name) for one in sys.meta_path if isinstance(one, MachineCode)), None)
    return spec and Path(str(spec.origin)).name


@pytest.mark.usefixtures("no_finder")
def test_machine_code_of_the_sources_as_they_stand_is_found(build: Path) -> None:
    prefer_machine_code(build)
    assert (found("audit.text.warm"), found("lib__mypyc")) == (f"warm{ENDING}", f"lib__mypyc{ENDING}")
    assert found("audit.cold") is None
    assert compiled_modules(build / "none") == ["hot", "text.warm"]


@pytest.mark.usefixtures("no_finder")
@pytest.mark.parametrize("name", ["audit/hot.py", "audit/text/warm.py"])
@pytest.mark.parametrize("change", [lambda path: path.write_text("HOT = 2\n"), Path.unlink])
def test_a_source_that_changed_makes_all_plain(build: Path, name: str, change: Callable[[Path], object]) -> None:
    change(build.parents[1] / name)
    prefer_machine_code(build)
    assert (is_fresh(build), found("audit.hot"), compiled_modules(build / "none")) == (False, None, [])


@pytest.mark.usefixtures("no_finder")
def test_a_module_that_is_gone_from_the_build_makes_all_plain(build: Path) -> None:
    (build / f"audit/hot{ENDING}").unlink()
    prefer_machine_code(build)
    assert found("audit.text.warm") is None


@pytest.mark.usefixtures("no_finder")
def test_what_another_python_compiled_is_none_of_ours(build: Path) -> None:
    for path in build.rglob(f"*{ENDING}"):
        path.rename(path.with_name(path.name.removesuffix(ENDING) + ".cpython-39-other.so"))
    prefer_machine_code(build)
    assert found("audit.hot") is None


@pytest.mark.usefixtures("no_finder")
@pytest.mark.parametrize(("asked", "plain"), [("1", True), ("0", False), ("", False)])
def test_who_asks_for_plain_python_has_it(
    build: Path, monkeypatch: pytest.MonkeyPatch, asked: str, plain: bool
) -> None:
    monkeypatch.setenv("SECONDHAND_PLAIN", asked)
    prefer_machine_code(build)
    assert (found("audit.hot") is None) is plain


def test_a_wheel_tells_which_modules_are_compiled(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    for name in ("text/tokens.py", f"text/tokens{ENDING}", "text/spans.py", f"a{ENDING}"):
        (tmp_path / name).touch()
    assert compiled_modules(tmp_path) == ["a", "text.tokens"]


def test_what_is_built_is_sealed_and_taken_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "build" / "machine_code"
    (folder / "old").mkdir(parents=True)

    def compile_one(made: Path, _: Path) -> subprocess.CompletedProcess[str]:
        (made / "audit").mkdir(parents=True)
        (made / f"audit/lazy{ENDING}").touch()
        return subprocess.CompletedProcess([], 0, "")

    monkeypatch.setattr(machine_code, "_build", compile_one)
    assert machine_code.compiled_to(folder) == "1 modules are machine code now; SECONDHAND_PLAIN=1 runs without"
    assert sorted(path.name for path in folder.iterdir()) == ["audit", "made_of"]
    assert sorted(path.name for path in folder.parent.iterdir()) == ["machine_code"]


def test_a_build_that_fails_leaves_plain_python_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = "running build_ext\nerror: command 'cc' failed\n\n"
    monkeypatch.setattr(machine_code, "_build", lambda *_: subprocess.CompletedProcess([], 1, output))
    told = machine_code.compiled_to(tmp_path / "build" / "machine_code")
    assert told == "Not compiled, all runs as plain Python, a fifth slower: error: command 'cc' failed"
    assert list((tmp_path / "build").iterdir()) == []


def test_what_stands_is_not_built_again(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(machine_code, "is_fresh", lambda: True)
    machine_code.main()
    assert capsys.readouterr().out == ""


def test_machine_code_is_measured_in_its_own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "is_fresh", lambda: True)
    works, absent = compiled.compiled_works(NUMBERS)
    (rates,) = interleave([["Some 40 boats sank."]], len, works)
    assert (rates.worker, absent) == ("figures of sentences with numbers, compiled", [])
    assert rates.middle > 0


def test_machine_code_of_other_code_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "is_fresh", lambda: False)
    told = Absent("compiled", "not built, or of other code (make compiled)")
    assert compiled.compiled_works(NUMBERS) == ({}, [told])


def test_the_leg_of_machine_code_runs_it() -> None:
    """`make machine` asks for machine code: where it was built, it answers."""
    if os.environ.get("SECONDHAND_PLAIN") != "0":
        pytest.skip("plain Python is asked for")
    if not is_fresh():
        pytest.skip("no machine code: there is no C compiler")
    assert Path(tokens.__file__).suffix in MACHINE_CODE
