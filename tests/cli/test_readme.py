"""The README is held to: its questions have answers, its commands and files are there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from audit.cli import app
from audit.warehouse import ask
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
COMMANDS = {command.name or str(getattr(command.callback, "__name__", "")) for command in app.registered_commands}


def test_it_opens_with_the_two_commands() -> None:
    assert re.findall(r"^ {4}(make \w+)", README, re.MULTILINE)[:2] == ["make audit", "make test"]
    assert README.index("make test") < README.index("##")


def test_there_are_five_questions() -> None:
    assert len(QUERIES) == 5


@pytest.mark.parametrize("query", QUERIES)
def test_each_question_has_an_answer_in_the_demo(demo_warehouse: Path, query: str) -> None:
    names, rows = ask(demo_warehouse, query)
    assert rows
    assert all(len(row) == len(names) and None not in row for row in rows)


def test_every_command_is_told() -> None:
    told = set(re.findall(r"secondhand ([a-z-]+)", README)) | {"claims", "sources", "stories"}
    assert told - {"COMMAND"} == COMMANDS


def test_every_target_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"make (audit|test|check|docs|[a-z]+ )", README)) <= targets


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http)([^)]+)\)", README))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_an_address_that_make_prints_has_no_blanks(tmp_path: Path) -> None:
    home = tmp_path / "two words"
    (home / ".venv").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", home)
    for name in ("pyproject.toml", "constraints.txt", ".venv/installed"):
        (home / name).touch()
    done = subprocess.run(["make", "-n", "audit"], cwd=home, capture_output=True, text=True, check=True)
    assert f"Open file://{str(home).replace(' ', '%20')}/report/index.html" in done.stdout
