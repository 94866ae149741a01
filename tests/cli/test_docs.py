"""What the pages in docs/ say to type is typed, in order, and what they say comes out does; the files they name are there."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.reference import PAGES, written
from tests.conftest import DEMO, ROOT, Secondhand

DOCS = ROOT / "docs"
BLOCK = re.compile(r"```(?:console|\w+ (?P<file>[\w./]+))\n(?P<text>.*?)```", re.DOTALL)


def steps(page: str, home: Path) -> Iterator[tuple[str, list[str]]]:
    """Each command of a page with the lines that it is said to print; a file that stands before it is written."""
    for block in BLOCK.finditer((DOCS / page).read_text(encoding="utf-8")):
        if block["file"]:
            (home / block["file"]).write_text(block["text"], encoding="utf-8")
            continue
        for part in re.split(r"^\$ ", block["text"], flags=re.MULTILINE)[1:]:
            command, *lines = part.strip().splitlines()
            yield command, lines


def follow(secondhand: Secondhand, home: Path, command: str) -> str:
    """What a command prints; a copy is made and output is sent to a file as a shell would."""
    words = shlex.split(command)
    target = home / words.pop() if ">" in words else None
    words = [word for word in words if word != ">"]
    if words[0] in ("make", "."):  # what the tests are run in
        return ""
    if words[0] in ("cp", "mkdir", "rm"):
        subprocess.run(words, cwd=home, check=True)
        return ""
    assert words[0] == "secondhand"
    done = secondhand(*words[1:])
    assert done.returncode in ((0, 1) if words[1] == "doctor" else (0,)), done.stderr
    if target:
        target.write_text(done.stdout, encoding="utf-8")
    return done.stdout + done.stderr


def is_told(line: str, output: str) -> bool:
    parts = (re.escape(part) for part in line.split("…"))
    return re.search(".*".join(parts), output, re.DOTALL) is not None


@pytest.mark.parametrize("page", ["tutorial.md", "operate.md", "how-to.md"])
def test_what_a_page_says_to_type_prints_what_it_says(secondhand: Secondhand, tmp_path: Path, page: str) -> None:
    shutil.copytree(DEMO, tmp_path / "raw" / "demo")
    typed = []
    for command, lines in steps(page, tmp_path):
        typed.append(command)
        output = follow(secondhand, tmp_path, command)
        assert [line for line in lines if not is_told(line, output)] == [], f"{command}\n{output}"
    assert typed


@pytest.mark.parametrize("page", PAGES)
def test_a_reference_page_says_what_the_program_says(page: str) -> None:
    assert (DOCS / page).read_text(encoding="utf-8") == written([page])[page], "make docs writes it anew"


def test_each_threat_names_tests_that_are_there() -> None:
    rows = re.findall(r"^\| (?!threat|-)(.*) \|$", (DOCS / "security.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = [re.findall(r"`((?:tests|bench)/[\w/]+\.py)`", row.split(" | ")[-1]) for row in rows]
    assert len(rows) >= 14
    assert all(named)
    assert [path for paths in named for path in paths if not (ROOT / path).is_file()] == []


def test_the_units_are_read_by_systemd_as_they_stand() -> None:
    blocks = re.findall(r"```ini\n(.*?)```", (DOCS / "operate.md").read_text(encoding="utf-8"), re.DOTALL)
    for block in blocks:
        unit = configparser.ConfigParser(interpolation=None)
        unit.optionxform = str  # type: ignore[assignment,method-assign]
        unit.read_string(block)
        assert "Unit" in unit
    assert len(blocks) == 2


def test_links_between_pages_lead_somewhere() -> None:
    for page in DOCS.glob("*.md"):
        links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == [], page


def test_each_thing_that_was_met_names_tests_that_are_there() -> None:
    page = (DOCS / "met.md").read_text(encoding="utf-8")
    rows = [row for row in page.splitlines() if row.startswith("|") and "`tests/" in row]
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", page)
    first = [row.split("|")[1].strip() for row in rows]
    assert [*map(str, range(1, 26)), *(f"D{n}" for n in range(1, 22))] == [one for one in first if one]
    assert len(named) >= len(rows)
    lost = [one for one in named if f"def {one[1]}(" not in (ROOT / one[0]).read_text(encoding="utf-8")]
    assert lost == []
