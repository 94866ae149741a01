"""Who asserts a figure. All texts are invented."""

from __future__ import annotations

import pytest

from audit.extract.credits.find import find_credits
from audit.extract.figures.asserted_by import assign_sources
from audit.extract.quotes.find import find_quotes
from audit.extract.reading import read_document
from audit.records import Article, Figure, Span

LEDE = (
    "Nearly 200 former sailors have asked to be sent to the northern front this spring.\n"
    "Sailors offered help at the northern front after reports emerged about 12,000 landings, according to the South China Morning Post.\n"
    "“We would go with 34 ships,” said Lee Ro-ban, one of the leaders.\n"
    "Since then 77 boats have left."
)


def source_of(text: str, surface: str, unit: str | None = None) -> str | None:
    doc = read_document(Article("a", 1, text))
    quotes = find_quotes(doc)
    start = text.index(surface)
    figure = Figure(Span(start, start + len(surface)), surface, 1, 1, unit=unit)
    (found,) = assign_sources(doc, [figure], quotes, find_credits(doc, quotes))
    return found.source.name.removeprefix("The ") if found.source else None


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        (LEDE, "200", "South China Morning Post"),
        (LEDE, "34", "Lee Ro-ban"),
        (LEDE, "77", None),
        ("“We lost 300 men,” Mara Lindqvist told CNN.", "300", "Mara Lindqvist"),
        ("According to Ukrainian intelligence, 12,000 men left.", "12,000", "Ukrainian intelligence"),
        ("The plan costs 40 million, the Korea Times reported, citing an official.", "40", "Korea Times"),
        ("The ship reportedly carried 90 men.", "90", None),
        ("After reports emerged of 12,000 landings, crews offered help, according to Reuters.", "12,000", None),
        ("The Pentagon announced that 10,000 men had left.", "10,000", "Pentagon"),
        ("“We will build ships,” he promised 12,000 people at a rally in Orv.", "12,000", None),
        ("The crew tweeted out the first chart 13 minutes into the storm.", "13", None),
        ("WASHINGTON (AP) — Some 50 men left the port on Monday.", "50", None),
        (
            "A Gallup poll found just 39% of clerks want it.",
            "39",
            "Gallup poll",
        ),
    ],
)
def test_who_asserts_a_figure(text: str, surface: str, source: str | None) -> None:
    assert source_of(text, surface) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Bo Roe, 56, is not running, according to Al Holm.", None),
        ("Ada Holm, 56, told the Guardian that it was late.", None),
        ("“My son, Bo, 56, is late,” Al Holm said.", "Al Holm"),
        ("Bo Roe is 56, according to Al Holm.", "Al Holm"),
    ],
)
def test_the_age_beside_a_name_is_the_reporters(text: str, source: str | None) -> None:
    assert source_of(text, "56", unit="year of age") == source


POLL = "A Norwick University poll found that 55 percent of clerks row. "


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        (POLL + "Some 36 percent sail.", "36", "Norwick University poll"),
        (POLL + "The sea is wide. Some 36 percent sail.", "36", "Norwick University poll"),
        (POLL + "\n\nOnly 36 percent sail.", "36", "Norwick University poll"),
        ("Exit polls found that 55 percent of clerks row. Some 36 percent sail.", "36", "Exit polls"),
        (POLL + "\n\nThe sea is wide. Only 36 percent sail.", "36", None),
        (POLL + "Some 36 percent sail, according to CNN.", "36", "CNN"),
        (POLL + "“It is wide,” said Ada Holm. Some 36 percent sail.", "36", None),
        (POLL + "Other polls are old. Some 36 percent sail.", "36", None),
        (POLL + "Holm polling has it at 36 percent.", "36", None),
        (POLL + "Analysts said that 36 percent sail.", "36", None),
        ("Some polls found that 55 percent of clerks row. Some 36 percent sail.", "36", None),
        ("CNN reported that a poll found 55 percent of clerks row. Some 36 percent sail.", "36", None),
    ],
)
def test_the_shares_of_a_poll_are_told_on(text: str, surface: str, source: str | None) -> None:
    assert source_of(text, surface, "percentage") == source


def test_what_is_no_share_is_not_the_polls() -> None:
    assert source_of(POLL + "Some 36 boats sank.", "36") is None
