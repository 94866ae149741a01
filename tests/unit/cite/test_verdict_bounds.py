"""How much a source may lack before a verdict turns: a claim on either side of each bound."""

from __future__ import annotations

import pytest

from audit.cite import verdict
from audit.cite.records import Gap, GapKind, Verdict
from audit.cite.verdict import Weighed
from audit.records import Span
from tests.unit.cite.test_cite_bounds import PAGE, reading


@pytest.mark.parametrize(
    ("claim", "missing", "much"),
    [
        ("Inspectors found deep cracks.", 0.8, True), ("Inspectors found deep cracks.", 0.79, False),
        ("Inspectors found 40 cracks.", 0.7, True), ("Inspectors found 40 cracks.", 0.69, False),  # one definite thing
        ("Inspectors may find cracks.", 0.85, True), ("Inspectors may find cracks.", 0.84, False),  # worded in many ways
        ("Inspectors should find cracks.", 0.84, False), ("Inspectors may find 40 cracks.", 0.7, True),
    ],
)  # fmt: skip
def test_how_much_is_much(claim: str, missing: float, much: bool) -> None:
    assert verdict._lacks_much(Weighed(reading(claim, PAGE), (), missing)) == much


SOURCE = "Inspectors found deep cracks in the northern harbour wall on the quay. Rain fell."


@pytest.mark.parametrize(
    ("claim", "carried"),
    [
        ("Inspectors found deep cracks in the northern harbour wall.", True),
        ("Inspectors found cracks.", False),  # of three words of weight nothing is said
        ("Inspectors found deep cracks.", True),
        ("Wall harbour northern cracks deep found inspectors.", False),  # in no order of the source
        ("Inspectors found deep walruses in the northern harbour wall.", False),
    ],
)
def test_a_claim_that_stands_in_one_place_is_carried(claim: str, carried: bool) -> None:
    found = verdict._carried(Weighed(reading(claim, SOURCE), (), 0.0))
    assert (found is not None and found[0] is Verdict.CARRIED) == carried


@pytest.mark.parametrize("kind", list(GapKind))
def test_a_gap_other_than_of_words_is_never_carried(kind: GapKind) -> None:
    claim = "Inspectors found deep cracks in the northern harbour wall."
    found = verdict._carried(Weighed(reading(claim, SOURCE), (Gap(kind, Span(0, 1), ""),), 0.0))
    assert (found is not None) == (kind is GapKind.CONTENT)


@pytest.mark.parametrize(
    ("source", "cut", "missing", "told"),
    [
        ("Cookies are used here.", False, 0.9, Verdict.CANNOT_TELL),  # a stub
        ("Cookies are used here.", False, 0.5, None),  # it lacks little
        ("Rain fell on Monday. It was wet.", False, 0.9, None),
        ("Rain fell on Monday. It was wet.", True, 0.9, Verdict.CANNOT_TELL),
        ("Inspectors found deep cracks. It was wet.", True, 0.9, None),  # it speaks of the matter
    ],
)
def test_what_a_cut_source_lacks_may_stand_behind_the_cut(
    source: str, cut: bool, missing: float, told: Verdict | None
) -> None:
    found = verdict._partial(Weighed(reading("Inspectors found deep cracks.", source, cut=cut), (), missing))
    assert (found[0] if found else None) is told
