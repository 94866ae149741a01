"""A sentence for each condition that no other sentence shows: it would be read otherwise without it."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.records import Figure, Quote

# fmt: off
FIGURES = [
    ("It costs $2 hundred or $500 million.", ["$2 hundred = 200 dollar", "$500 million = 5e+08 dollar"]),  # each has a scale
    ("Over 1,200 of the 9 million shekels went.", ["1,200 = 1200 shekel", "9 million shekels = 9e+06 shekel"]),  # no 1,200 million
    ("It rose by 20 ±5 degrees.", ["20 = 20"]),
    ("It rose by ±5 degrees.", ["5 degrees = 5 degree"]),
    ("The mill burnt in 1260 and 1270.", []),
    ("The mill was built A.D. 1000 and 1260.", []),
    ("The Harbour 2.0-3.0 plan came.", ["2.0-3.0 = 2..3 of plan"]),
    ("The Harbour 2.0 plan came.", []),
    ("Guccifer 2.0 said so.", []),
    ("About 2014 bills came.", ["2014 = 2014 of bills"]),
    ("Nearly half sank.", ["half = 0.5"]),
    ("Seats won: 120 of 300", ["120 = 120 of Seats won", "300 = 300 of Seats won"]),
    ("They saw 48Hours on air.", ["48Hours = 48 hour"]),
    ("The bottom three boats fell.", ["three = 3 of boats"]),
    ("The bottom three fell.", []),
    ("300 cars came in May and 2016 in June.", ["300 = 300 of cars"]),
    ("300 cars came in May and 200 in June.", ["300 = 300 of cars", "200 = 200 of cars"]),
    ("Orv's pay of $5 rose, Tarsk's $9 fell.", ["$5 = 5 dollar", "$9 = 9 dollar"]),
    ("A 7-, 8- or 9-inch plank fell.", ["7 = 7 inch of plank", "8 = 8 inch of plank", "9-inch = 9 inch of plank"]),
    ("5 men under age 30 left, and 6 aged 40.", ["5 = 5 of men", "30 = 30 year of age of men", "6 = 6 of men", "40 = 40 year of age"]),
    ("The Six-Day War was safe.", []),
    ("Line 12 boats sank.", ["12 = 12 of boats"]),
    ("It is told on pp. 12 boats apart.", []),
    ("A 12,34 boat sank.", []),
    ("On oct. 31 boats sank.", []),
    ("Hospitals: 33 of over 260 wounded men left.", ["33 = 33", "260 = 260 of wounded men"]),
    ("They own 3/1024 of it.", ["3/1024 = 0.00292969"]),
    ("They own 4/4 of it.", []),
    ("Some 5 B people and 5 B.", ["5 B = 5e+09 of people", "5 = 5 of B"]),  # a magnitude only before a noun
    ("Twenty-five-thousand boats sank.", ["Twenty-five-thousand = 25000 of boats"]),
    ("A quarter of the million boats sank.", ["A quarter = 0.25", "million = 1e+06 of boats"]),
    ("Three quarters of a million boats sank.", ["Three quarters of a million = 750000 of boats"]),
    ("Dozens of hundreds of boats sank.", ["Dozens of hundreds = 1200..12000 of boats"]),
    ("A boat and a half sank.", []),
    ("It cost -$5 and - $5 and $-5.", ["-$5 = -5 dollar", "$5 = 5 dollar", "$-5 = -5 dollar"]),
    ("It is 5M wide.", ["5M = 5e+06"]),
    ("It is 5m (5 boats) wide.", ["5m = 5 metre", "5 = 5 of boats"]),
    ("Half a second passed.", ["Half a second = 0.5 second"]),
    ("$5-$10 a day went.", ["$5-$10 a day = 5..10 dollar per day"]),
    ("Two research & development firms left.", ["Two = 2 of research & development firms"]),
    ("Two old, red boats sank.", ["Two = 2 of old, red boats"]),
    ("The boats' number is 5.", ["5 = 5 of boats' number"]),
    ("Two, three boats sank.", ["Two = 2", "three = 3 of boats"]),
]

QUOTES = [
    ("Minister of Health and Sport Tor Vint said the ferry had sunk.", ["Minister of Health and Sport Tor Vint [Tor Vint]: the ferry had sunk"]),
    ("Secretary of State for Trade and Health Ada Holm said the ferry had sunk.",
     ["Secretary of State for Trade and Health Ada Holm [Ada Holm]: the ferry had sunk"]),
    ("President of South Korea Holm said the ferry had sunk.", ["President of South Korea Holm [Holm, South Korea]: the ferry had sunk"]),
    ("President of the United States of America Holm said the ferry had sunk.",
     ["President of the United States of America Holm [Holm, United States of America]: the ferry had sunk"]),
    ("Holm Visits Tarsk said the ferry had sunk.", ["Holm Visits Tarsk [-]: the ferry had sunk"]),  # a headline
    ("Southern South Korea Holm said the ferry had sunk.", ["Southern South Korea Holm [Southern South Korea Holm]: the ferry had sunk"]),
    ("Lund v. Holm said the ferry had sunk.", ["Holm [-]: the ferry had sunk"]),  # a case
    ("(3/Ada Holm) The boat sank. Holm said nothing was safe.", ["Holm [Ada Holm]: nothing was safe"]),
    ("Ada Holm Feature said the ferry had sunk. Ada Holm left.", ["Ada Holm Feature [Ada Holm]: the ferry had sunk"]),
    ("Mayor Feature Holm said the ferry had sunk. Ada Holm left.", ["Mayor Feature Holm [Feature Holm]: the ferry had sunk"]),
    ("Conservative MP Ada Holm Lund Roe said the ferry had sunk.", ["Conservative MP Ada Holm Lund Roe [Ada Holm Lund Roe]: the ferry had sunk"]),
    ("Eyewitness Ada Holm Lund Roe said the ferry had sunk.", ["Eyewitness Ada Holm Lund Roe [Ada Holm Lund Roe]: the ferry had sunk"]),
    ("Secretary General of South Korea said the ferry had sunk.", ["Secretary General of South Korea [Secretary General of South Korea, South Korea]: the ferry had sunk"]),
    ("South Korean Ada Holm said the ferry had sunk.", ["South Korean Ada Holm [Ada Holm, South Korea]: the ferry had sunk"]),
    ("Former Bank said the ferry had sunk.", ["Former Bank [Former Bank]: the ferry had sunk"]),
    ("Norwegian-Swedish Line said the ferry had sunk.", ["Norwegian-Swedish Line [-]: the ferry had sunk"]),  # of two places
    ("The Bank of Norwick said the ferry had sunk.", ["The Bank of Norwick [Bank of Norwick, The Bank of Norwick]: the ferry had sunk"]),
    ("Some of pilots who spoke to the Courier said the ferry had sunk.", ["Some of pilots [Some of pilots]: the ferry had sunk"]),
    ("Nov. 3 said the ferry had sunk.", []),
    ("A man dated Monday said the ferry had sunk.", ["A man dated [-]: the ferry had sunk"]),
    ("A survey of 1,000 Norwegians said the ferry had sunk.", ["A survey of 1,000 Norwegians [survey of 1,000 Norwegians]: the ferry had sunk"]),
    ("“It sank” - who heads the board - said the ferry had sunk.", []),
    ("Ursula von the Leyen said the ferry had sunk.", ["the Leyen [Leyen]: the ferry had sunk"]),
    ("“It sank,” Tor Vint & Ada Holm said.", ["Tor Vint & Ada Holm [Tor Vint and Ada Holm]: It sank,"]),
    ("The firm Vint & Holm said the ferry had sunk.", ["The firm Vint & Holm [Vint & Holm]: the ferry had sunk"]),
    ("A pilot whose crew of three left said the ferry had sunk.", ["A pilot [A pilot]: the ferry had sunk"]),
]
# fmt: on


def told(figure: Figure) -> str:
    """ "12 boats = 12 of boats": words, values, unit and what is counted."""
    values = f"{figure.low:g}" if figure.low == figure.high else f"{figure.low:g}..{figure.high:g}"
    counted = f" of {figure.counted}" if figure.counted else ""
    return f"{figure.surface} = {values}{' ' + figure.unit if figure.unit else ''}{counted}"


def said(quote: Quote, text: str) -> str:
    """ "the mayor [Ada Holm, Norwick]: it sank": who is named, who is meant, for whom, and what is said."""
    who = quote.source
    several = " and ".join(one.name for one in quote.sources)
    meant = ", ".join(one for one in (who.name, who.affiliation) if one) if who else several or "-"
    pieces = " | ".join(piece.of(text) for piece in quote.pieces)
    return f"{quote.speaker.of(text) if quote.speaker else '-'} [{meant}]: {pieces}"


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures_of_a_sentence(text: str, expected: list[str]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": "en"})).figures
    assert [told(figure) for figure in found] == expected


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_who_says_what(text: str, expected: list[str]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": "en"})).quotes
    assert [said(quote, text) for quote in found] == expected
