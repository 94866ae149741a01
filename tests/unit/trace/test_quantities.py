"""A quantity of a story: what its texts count, whoever gives which value."""

from __future__ import annotations

from audit.trace.quantities import Told, find_quantities


def told(key: str, article: str = "a", source: str | None = None, counted: str = "grey seals", **slots: str) -> Told:
    return Told(key, "s", article, source, counted, slots.get("qualifiers", "grey"), slots.get("unit"))


def test_values_that_differ_stay_together() -> None:
    figures = [told("30"), told("31", "b"), told("90", "c"), told("7", "d")]
    (found,) = find_quantities(figures, [("31", "30"), ("31", "90")])
    assert found[1:] == ("s", "grey seals", "grey", None, ("30", "31", "90"))


def test_the_earliest_figure_is_its_name_whatever_the_order_of_pairs() -> None:
    figures = [told("30"), told("31", "b"), told("90", "c")]
    pairs = [("31", "30"), ("31", "90")]
    assert list(find_quantities(figures, pairs)) == list(find_quantities(figures, pairs[::-1]))


def test_cells_of_one_text_are_no_quantity_unless_two_people_give_them() -> None:
    one, two = told("30"), told("31")
    assert list(find_quantities([one, two], [("30", "31")])) == []
    assert list(find_quantities([told("30", source="x"), told("31", source="y")], [("30", "31")]))


def test_it_is_called_as_most_of_its_figures_call_it() -> None:
    figures = [told("30", counted="seals"), told("31", "b"), told("32", "c"), told("33", "d", counted="seals")]
    (found,) = find_quantities(figures, [("30", "31"), ("31", "32"), ("32", "33")])
    assert (found.counted, found.qualifiers) == ("grey seals", "grey")


def test_what_is_not_held_joins_nothing() -> None:
    assert list(find_quantities([told("30")], [("30", "gone")])) == []


def test_one_who_gives_two_values_in_one_text_tells_no_quantity() -> None:
    assert list(find_quantities([told("30", source="x"), told("31", source="x")], [("30", "31")])) == []
