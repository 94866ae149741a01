"""Outlets under shorter names: which publisher is meant, and where it stays unknown."""

from __future__ import annotations

import pytest

from audit.match.publishers import Carrier, merge_carriers

NORTHLINE = Carrier("p1", "Northline News Agency", "outlet", True)
COAST = Carrier("p2", "The Coast Herald", "outlet", True)
INLAND = Carrier("p3", "Inland Herald", "outlet", True)
REUTERS = Carrier("p4", "Reuters", "agency", True)


@pytest.mark.parametrize(
    ("name", "kind", "home"),
    [
        ("Northline", "agency", "p1"),
        ("The Northline", "agency", "p1"),
        ("the Northline news agency", "organisation", "p1"),
        ("Coast Herald", "organisation", "p2"),
        ("Coast Herald", "outlet", "p2"),
        ("the Herald", "outlet", None),  # two of them
        ("the Agency", "agency", None),  # no telling word
        ("Northline Shipping", "outlet", None),  # another name
        ("Northline", "organisation", None),  # a firm of that name may be meant
        ("Northline", "person", "p1"),  # one word, read as a name
        ("Ada Northline", "person", None),
        ("The Guardian", "outlet", None),  # the registry knows it
    ],
)
def test_home(name: str, kind: str, home: str | None) -> None:
    carriers = [NORTHLINE, COAST, INLAND, REUTERS, Carrier("x", name, kind, False)]
    assert merge_carriers(carriers).get("x") == home


def test_a_short_name_of_two_publishers_stays_unknown() -> None:
    other = Carrier("p5", "Northline Gazette", "outlet", True)
    assert merge_carriers([NORTHLINE, other, Carrier("x", "Northline", "outlet", False)]) == {}


def test_the_order_of_the_input_does_not_matter() -> None:
    carriers = [
        NORTHLINE,
        COAST,
        Carrier("x", "Northline", "agency", False),
        Carrier("y", "Coast Herald", "outlet", False),
    ]
    assert merge_carriers(carriers) == merge_carriers(reversed(carriers)) == {"x": "p1", "y": "p2"}


@pytest.mark.parametrize(
    ("name", "kind", "held", "home"),
    [
        ("KPNews.com", "outlet", True, "n1"),  # both are held: the name goes before its site
        ("KP News.org", "outlet", False, "n1"),
        ("KPNews", "organisation", False, "n1"),
        ("KPNews.gov", "outlet", False, None),  # a body is not its site
        ("K.P. Newson", "person", False, None),
        ("KPNewsroom", "outlet", False, None),
    ],
)
def test_a_name_without_its_spaces(name: str, kind: str, held: bool, home: str | None) -> None:
    carriers = [Carrier("x", name, kind, held), Carrier("n1", "KP News", "outlet", True)]
    assert merge_carriers(carriers).get("x") == home
