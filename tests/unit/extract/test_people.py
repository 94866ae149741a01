"""People named in full are sources, whether or not anything is credited to them."""

from __future__ import annotations

import pytest

from audit.extract.reading import read_document
from audit.extract.sources.people import find_people
from audit.ids import source_id
from audit.records import Article


def people(text: str) -> list[str]:
    return [source.name for source in find_people(read_document(Article("a", 1, text)))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The minister met Environment Minister Ingrid Halvane at the weir.", ["Ingrid Halvane"]),
        (
            "Kim Tae-hyo met Kim Jong Un. Nobody saw Kim Jong Un leave, and Kim Tae-hyo was late.",
            ["Kim Jong Un", "Kim Tae-hyo"],
        ),
        ("The Unified River Doctrine was read aloud.", []),
    ],
)
def test_people(text: str, names: list[str]) -> None:
    assert people(text) == names


def test_two_spellings_are_one_source() -> None:
    (one,) = find_people(read_document(Article("a", 1, "President Kim Jong-un left.")))
    (other,) = find_people(read_document(Article("b", 1, "President Kim Jong Un left.")))
    assert source_id(one.kind, one.name) == source_id(other.kind, other.name)
