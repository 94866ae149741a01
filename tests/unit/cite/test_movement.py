"""A number that rose is none that fell, and where it rose to is not where it came from."""

from __future__ import annotations

import pytest

from audit.cite.verify import verify_line

WAY = "the number is the other way or the other end of a movement"


def moved(claim: str, source: str) -> bool:
    told = verify_line({"id": "a", "claim": claim, "sources": [{"id": "p", "text": source}]})
    return any(gap["why"] == WAY for gap in told["missing"])


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Its profit rose to 55 million dollars.", "Its profit fell to 55 million dollars."),
        ("Its profit rose to 55 million dollars.", "Its profit was 40 million dollars, down from 55 million dollars."),
        ("Its profit rose to 55 million dollars.", "Its profit fell to 40 million dollars from 55 million dollars."),
        ("The turnout rose by 12 percent.", "The turnout fell 12 percent in Holm."),
        ("The toll rose to 9.", "The toll rose from 9 to 12 on Monday."),
        ("Sales dropped to 40 million crowns.", "Sales climbed to 55 million crowns, up from 40 million crowns."),
    ],
)
def test_a_movement_the_other_way_is_told(claim: str, source: str) -> None:
    assert moved(claim, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Its profit rose to 55 million dollars.", "Its profit climbed to 55 million dollars."),
        ("Its profit rose to 55 million dollars.", "Its profit was 55 million dollars."),
        ("Its profit was 55 million dollars.", "Its profit fell to 40 million dollars from 55 million dollars."),
        ("Its profit fell from 55 million dollars.", "Its profit rose to 55 million dollars, then fell."),
        ("The toll rose to 12.", "The toll rose from 9 to 12 on Monday."),
        ("Its profit rose to 55 million dollars.", "Its profit rose to 55 million dollars. It fell from 55 million dollars."),
        ("Its profit rose to 55 million dollars in 2030.", "In 2031 its profit fell to 40 million. It was down from 55 million dollars in 2031."),
        ("Its profit rose to 55 million dollars.", "Sales fell. Workers came from 55 million dollars away."),
    ],
)  # fmt: skip
def test_what_a_source_tells_as_the_claim_does_or_not_at_all_is_no_gap(claim: str, source: str) -> None:
    assert not moved(claim, source)
