"""The page of results holds what was measured and nothing else. What it measures is nobody's test."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from bench.clock import Rates
from bench.floors import Floor
from bench.results import Bar, plot, write_results
from bench.speed import Compared, Growth, Told

SPEED: list[tuple[str, Told]] = [
    ("read", "40 articles, 9,000 words; medians of 1 rounds (least–most)"),
    ("core", "CQE: skipped, not installed"),
    ("core", Compared(Rates("quotes & <credits>", (2000.0,)), (Rates("parser", (100.0,)),), "words")),
    ("hostile", Growth("brackets", 1000, 0.5, 1.0)),
]
FLOORS = {"quotes": Floor({}, {"f1": 92.5})}


def written(into: Path) -> str:
    return write_results(
        into, SPEED, {"quotes": {"f1": 93.25, "scare": 0.0}}, [], FLOORS, "python -m bench.results --rounds 1"
    ).read_text(encoding="utf-8")


def test_what_was_measured_stands_beside_its_floor_and_peer(tmp_path: Path) -> None:
    page = written(tmp_path)
    assert "| quotes | f1 | 93.25 | 92.5 |" in page
    assert "| quotes | scare (a count) | 0 | none |" in page
    assert "| parser, on the same batches | 100 | 20.0 times as fast |" in page
    assert "CQE: skipped, not installed." in page
    assert "`python -m bench.results --rounds 1`. Speed: 40 articles" in page
    assert "| brackets | 1,000 | 0.50 | 1.00 | 2.00 |" in page


def test_every_plot_of_the_page_is_there_and_no_other(tmp_path: Path) -> None:
    shown = set(re.findall(r"\((plots/[a-z]+\.svg)\)", written(tmp_path)))
    assert (
        shown
        == {f"plots/{file.name}" for file in (tmp_path / "plots").iterdir()}
        == {"plots/accuracy.svg", "plots/core.svg"}
    )


def test_a_part_that_was_not_measured_has_no_heading(tmp_path: Path) -> None:
    assert "Ingest" not in written(tmp_path)


def test_a_plot_is_well_formed_and_drawn_to_one_measure() -> None:
    root = ElementTree.fromstring(
        plot("Speed <of> it", [Bar("ours & all", 200, "200"), Bar("peer", 50, "50", ours=False)])
    )
    bars = [r for r in root.iter("{http://www.w3.org/2000/svg}rect") if r.get("height") == "17"]
    assert [float(r.get("width", 0)) for r in bars] == [420.0, 105.0]
    assert [r.get("fill") for r in bars] == ["#1f4e79", "url(#peer)"]
