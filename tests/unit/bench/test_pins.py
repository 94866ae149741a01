"""The file of pins names releases of the index alone: no address, no other index, no option, and every package asked for."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.conftest import ROOT

PIN = re.compile(r"[\w.-]+==[\w.+!]+")


def pins(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def name_of(asked: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", asked, maxsplit=1)[0]).casefold()


def test_every_line_is_a_release_by_its_name() -> None:
    held = pins((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    assert [line for line in held if not PIN.fullmatch(line)] == []
    assert len({name_of(line) for line in held}) == len(held)


@pytest.mark.parametrize(
    "line",
    [
        "lxml @ https://a.example/l.whl",
        "-e git+https://a.example/x",
        "--index-url https://a.example",
        "lxml>=5",
        "../lxml",
    ],
)
def test_a_poisoned_line_is_none(line: str) -> None:
    assert not PIN.fullmatch(line)


def test_every_package_that_is_asked_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    held = {name_of(line) for line in pins((ROOT / "constraints.txt").read_text(encoding="utf-8"))}
    assert {name_of(one) for one in asked} <= held
