"""What a run shows while it lasts: on a terminal alone."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from audit.run_messages import progress

DOING = ("reading files", "extracting: 200/400 articles", "extracting: 300/400 articles", "judging")


class Terminal(io.StringIO):
    """A terminal that keeps what it is shown."""

    def isatty(self) -> bool:
        """Always."""
        return True


def shown(file: io.StringIO, monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with progress(Console(file=file, width=120)) as told:
        for doing in DOING if told else ():
            told(doing)
    return file.getvalue()


def test_a_terminal_is_told_stage_articles_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    words = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown(Terminal(), monkeypatch))
    assert re.search(r"extracting \S+ +300 of 400 articles, \d+ a second, [\d:-]+ left, 0:00:0\d", words)
    assert words.index("reading files") < words.index("extracting") < words.index("judging")


def test_what_is_no_terminal_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO(), monkeypatch, FORCE_COLOR="1") == ""


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
def test_colours_only_where_they_are_wanted(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    coloured = re.search(r"\x1b\[(?:\d+;)*(?:3[0-8]|9[0-7])[;m]", shown(Terminal(), monkeypatch, **environment))
    assert bool(coloured) is not bool(environment)
