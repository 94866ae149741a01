"""The longest name of a body in a phrase: whole where "and" stands inside it, cut where it joins a second one."""

from __future__ import annotations

import re

import pytest

from audit.extract.sources.body_names import body_run


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the clerk of Food Research and Action Center", "Food Research and Action Center"),
        ("reports from Food Council and Action Center", "Food Council and Action Center"),
        ("reports from Food Research Council and Action Center", "Food Research Council"),
        ("the head of Trade Council and the Action Center", "Trade Council"),
        ("Sunday Food Council", "Food Council"),
        ("Food Council President Ada Holm", "Food Council"),
    ],
)
def test_a_name_is_as_long_as_its_body(phrase: str, name: str) -> None:
    printed = list(re.finditer(r"[\w’'-]+", phrase))
    run = body_run(phrase, printed)
    assert run is not None
    assert phrase[printed[run[0]].start() : printed[run[1] - 1].end()] == name


def test_a_phrase_without_a_body_has_none() -> None:
    assert body_run("Ada Holm", list(re.finditer(r"\w+", "Ada Holm"))) is None
