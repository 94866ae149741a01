"""The gold itself: made from its markup, every span on its words, large enough to be a gate."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from build import BUILDERS, HERE, build, strip_marks

KINDS = {"outlet", "agency", "platform", "aggregator", "account", "person", "organisation", "document", "dataset"}
CARRIERS = {"outlet", "agency", "platform", "aggregator", "account"}
UNNAMED = {"anonymous", "vague"}


def rows(name: str) -> list[dict[str, Any]]:
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def spans_of(row: dict[str, Any]) -> list[list[int]]:
    quoted = [s for q in row.get("quotes", []) for key in ("content", "speaker", "cue") for s in q[key]]
    return quoted + row.get("not_quotes", []) + [x["span"] for x in row.get("credits", []) + row.get("figures", [])]


@pytest.mark.parametrize("name", BUILDERS)
def test_written_from_its_markup(name: str) -> None:
    assert (HERE / f"{name}.jsonl").read_text(encoding="utf-8") == build(name), "run python tests/gold/build.py"


@pytest.mark.parametrize("name", BUILDERS)
def test_every_span_holds_words(name: str) -> None:
    for row in rows(name):
        for start, end in spans_of(row):
            words = row["text"][start:end]
            assert words == words.strip() != ""


@pytest.mark.parametrize("name", BUILDERS)
def test_ids_and_texts_are_unique(name: str) -> None:
    held = rows(name)
    assert len({row["id"] for row in held}) == len({row["text"] for row in held}) == len(held)


def test_enough_of_each() -> None:
    quotes, credits, figures = rows("quotes"), rows("credits"), rows("figures")
    assert len(quotes) >= 40
    assert all(80 <= len(row["text"].split()) <= 200 for row in quotes)
    assert sum(bool(row["credits"]) for row in credits) >= 100
    assert sum(not row["credits"] for row in credits) >= 15
    assert len(figures) >= 60
    assert sum(not row["figures"] for row in figures) >= 15


def test_direct_content_lies_between_its_marks() -> None:
    for row in rows("quotes"):
        text = row["text"]
        for start, end in (piece for q in row["quotes"] if q["type"] == "direct" for piece in q["content"]):
            assert text[start - 1] in "“‘\"'"
            assert text[end] in "”’\"'\n"


def test_contents_do_not_overlap() -> None:
    for row in rows("quotes"):
        pieces = sorted(piece for q in row["quotes"] for piece in [*q["content"], *q["speaker"], *q["cue"]])
        assert all(one[1] <= other[0] for one, other in pairwise(pieces))


def test_every_quote_has_content() -> None:
    assert all(quote["content"] for row in rows("quotes") for quote in row["quotes"])


def test_paths_name_their_credits() -> None:
    for credit in (c for row in rows("credits") for c in row["credits"]):
        assert credit["path"][credit["hop"] - 1] == credit["credited"]
        assert credit["kind"] in KINDS | UNNAMED
        assert credit["required"] or credit["kind"] not in CARRIERS


def test_figures_read_as_their_surface() -> None:
    for row in rows("figures"):
        for figure in row["figures"]:
            start, end = figure["span"]
            assert row["text"][start:end] == figure["surface"]
            assert figure["hedge"] is None or all(w in row["text"].lower() for w in figure["hedge"].split())


def test_brackets_without_a_number_are_text() -> None:
    text, marks = strip_marks("“[1 It [the train] stops],” he said.")
    assert text == "“It [the train] stops,” he said."
    assert [text[mark.start : mark.end] for mark in marks] == ["It [the train] stops"]
