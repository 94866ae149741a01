"""How strongly a claim says what its source says: ordered classes, the two words, and what stays untold."""

from __future__ import annotations

from typing import Any

import pytest

from audit.cite.verify import verify_line
from audit.lexicon import load_rules


def told(claim: str, source: str) -> dict[str, Any]:
    return verify_line({"id": "c", "claim": claim, "sources": [{"id": "s", "text": source}]})


def words(claim: str, source: str) -> tuple[str | None, str | None, str | None]:
    line = told(claim, source)
    found = line["strength_words"]
    if found is None:
        return line["strength"], None, None
    return line["strength"], claim[slice(*found["claim"])], source[slice(*found["source"]["span"])]


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        # relation: they go together, one may bring the other about, it does
        ("The fumes harm the lungs of welders.", "The fumes may harm the lungs of welders.", "stronger"),
        ("Fumes damaged the lungs of welders.", "Fumes were associated with weak lungs among welders.", "stronger"),
        ("The fumes may harm the lungs.", "The fumes are linked to weak lungs.", "stronger"),
        ("The fumes could harm the lungs.", "The fumes damaged the lungs.", "weaker"),
        ("Fumes linked to weak lungs", "Fumes were associated with weak lungs.", "same"),
        ("The fumes may be linked to weak lungs.", "The fumes are associated with weak lungs.", "same"),
        ("The fumes may put welders at risk.", "Welders are at an increased risk.", "stronger"),
        ("The fumes do not harm the lungs.", "The fumes may harm the lungs.", "same"),
        ("A protein linked to fever could harm the lungs.", "The protein damaged the lungs.", "weaker"),
        ("Tighter dock curbs linked to fewer thefts", "Dock curbs are associated with fewer thefts.", "same"),
        # number
        ("All bakeries in Tolland closed.", "Some bakeries in Tolland closed.", "stronger"),
        ("Some bakeries in Tolland closed.", "Most bakeries in Tolland closed.", "weaker"),
        ("Many bakeries in Tolland closed.", "Many bakeries in Tolland closed.", "same"),
        # saying
        ("Police confirmed that the ferry sank off Marlow.", "Police said that the ferry sank off Marlow.", "stronger"),
        ("Police said the ferry sank off Marlow.", "Police confirmed the ferry sank off Marlow.", "weaker"),
    ],
)
def test_a_claim_is_stronger_or_weaker_by_the_order_of_classes(claim: str, source: str, expected: str) -> None:
    assert told(claim, source)["strength"] == expected


@pytest.mark.parametrize(
    ("claim", "source", "ours", "theirs"),
    [
        ("The fumes harm the lungs of welders.", "The fumes may harm the lungs of welders.", "harm", "may"),
        ("All bakeries in Tolland closed.", "Some bakeries in Tolland closed.", "All", "Some"),
        ("Police confirmed the ferry sank off Marlow.", "Police said the ferry sank off Marlow.", "confirmed", "said"),
    ],
)
def test_both_words_are_told(claim: str, source: str, ours: str, theirs: str) -> None:
    assert words(claim, source)[1:] == (ours, theirs)


def test_nothing_is_told_of_another_statement() -> None:
    source = "The ferry sank. Harbour staff went home early. The mayor may resign. Bakers baked. Rain fell in Marlow."
    assert told("All welders were paid by the Lunkertor shipyard.", source)["strength"] is None


def test_nothing_is_told_where_nothing_could_be_compared() -> None:
    assert told("It is.", "The fumes may harm the lungs.")["strength"] is None


@pytest.mark.parametrize("entry", list(load_rules("strength")["scale"]), ids=lambda row: row["scale"])
def test_the_example_of_a_class_holds_one_of_its_words(entry: dict[str, Any]) -> None:
    assert set(entry["words"]) & set(entry["example"].lower().rstrip(".").split())
