"""The scripts of CI on a bare machine: what is missing is fetched in bounded time, or said, and the legs run."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

PLAIN = ("bash", "dirname", "sed", "head", "env")  # of a machine without Java and without a browser
RAN_OUT = 'echo "timeout $*" >>"$LOG"; exit 124'  # as `timeout` ends what hangs
FAKES = {
    "timeout": RAN_OUT,
    "id": "echo 0",
    "apt-get": 'echo "apt-get $*" >>"$LOG"; exit 1',
    "python": 'case "$1" in -c) exit 1;; esac; echo "python $*" >>"$LOG"; exit 1',
    "make": 'echo "make $*"',
}


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder that is all of PATH."""
    for name in PLAIN:
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    for name, body in FAKES.items():
        (tmp_path / name).write_text(f"#!{shutil.which('bash')}\n{body}\n")
        (tmp_path / name).chmod(0o755)
    return tmp_path


def run(machine: Path, *command: str) -> subprocess.CompletedProcess[str]:
    env = {"PATH": str(machine), "LOG": str(machine / "log"), "HOME": str(machine)}
    return subprocess.run([*command], env=env, cwd=ROOT, capture_output=True, text=True, check=False)


def asked(machine: Path) -> list[str]:
    return (machine / "log").read_text().splitlines() if (machine / "log").exists() else []


def test_what_hangs_while_spark_is_installed_is_ended_and_said(machine: Path) -> None:
    done = run(machine, ".ci/install_spark", str(machine / "python"))
    assert done.returncode == 0
    assert "a JRE of 17 or newer could not be had: the leg spark skips" in done.stderr
    assert "pyspark could not be installed: the leg spark skips" in done.stderr
    assert [line.split()[:2] for line in asked(machine)] == [["timeout", "-k"]] * 2


def test_what_hangs_while_a_browser_is_installed_is_ended_and_the_legs_run(machine: Path) -> None:
    done = run(machine, ".ci/run")
    assert (done.returncode, done.stdout) == (0, "make legs\n")
    assert done.stderr.splitlines() == [
        "Chromium could not be installed: the leg browser skips",
        "C compiler could not be installed: the leg machine skips",
    ]
    assert [line.split()[:2] for line in asked(machine)] == [["timeout", "-k"]] * 2


def test_who_may_not_install_is_told_so(machine: Path) -> None:
    (machine / "apt-get").unlink()
    done = run(machine, ".ci/run")
    assert (done.returncode, done.stdout) == (0, "make legs\n")
    assert done.stderr.splitlines() == [
        "there is no Chromium, and it may not be installed here (apt-get, as root): the leg browser skips",
        "there is no C compiler, and it may not be installed here (apt-get, as root): the leg machine skips",
    ]
    assert "it may not be installed here" in run(machine, ".ci/install_spark", str(machine / "python")).stderr


def test_a_machine_without_timeout_installs_nothing_that_could_hang(machine: Path) -> None:
    (machine / "timeout").unlink()
    assert run(machine, ".ci/run").stdout == "make legs\n"
    assert run(machine, ".ci/install_spark", str(machine / "python")).returncode == 0
    assert asked(machine) == []


def test_what_is_there_is_not_installed(machine: Path) -> None:
    for name in ("chromium", "cc", "java"):
        (machine / name).write_text(f"#!{shutil.which('bash')}\necho 'version \"21.0.1\"' >&2\n")
        (machine / name).chmod(0o755)
    assert run(machine, ".ci/run").stderr == ""
    assert "JRE" not in run(machine, ".ci/install_spark", str(machine / "python")).stderr
    assert [line.split()[3:] for line in asked(machine) if "apt-get" in line] == []


def test_an_installer_that_heeds_no_signal_is_killed(machine: Path) -> None:
    """The real `timeout`, with a second's patience: an apt-get that ignores its end does not outlive it."""
    real = shutil.which("timeout")
    if real is None or os.name == "nt":
        pytest.skip("no timeout here")
    (machine / "sleep").symlink_to(str(shutil.which("sleep")))
    bash = shutil.which("bash")
    (machine / "timeout").write_text(
        f'#!{bash}\nwhile [[ "$1" =~ ^(-k|[0-9]+)$ ]]; do shift; done\nexec {real} -k 0.1 0.1 "$@"\n'
    )
    (machine / "apt-get").write_text(f"#!{bash}\ntrap '' TERM\nwhile :; do sleep 1; done\n")
    done = run(machine, ".ci/run")
    assert (done.returncode, done.stdout) == (0, "make legs\n")
