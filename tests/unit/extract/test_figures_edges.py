"""Where a number, a unit, or what is no figure begins and ends: a sentence on the far side of each condition."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.records import Figure

# fmt: off
ENGLISH = [
    ("There were 1.234,5 boats and 1,2345 ferries in Orrin.", ""),
    ("The share rose to .75 of a point.", ".75 = 0.75"),
    ("It weighs 3 x 10 kilograms.", "3 = 3; 10 kilograms = 10 kilogram"),
    ("It weighs 3 x 12^5 kilograms.", "3 = 3"),
    ("It weighs 3 x 10^999 kilograms.", "3 = 3"),
    ("It weighs 3 x 10^ 5 kilograms.", "3 = 3; 5 kilograms = 5 kilogram"),
    ("It weighs 3 x 10^k kilograms.", "3 = 3"),
    ("There were 12 345 boats in Orrin.", "12 345 = 12345"),
    ("About 3 / 4 of the boats sank.", "3 = 3; 4 = 4"),
    ("On 24/7 duty 12 boats sailed.", "12 = 12"),
    ("About 12345/6 of the boats sank.", ""),
    ("The wind fell from 10 -2.4% on Monday.", "10 = 10; -2.4% = -2.4 percentage"),
    ("The orrin index lost 100 -300 points on Monday.", "100 = 100; 300 points = 300 point"),
    ("The pier fell minus dozens of planks.", "dozens = 12..120"),
    ("Tens of dozens of boats sailed.", "dozens = 12..120"),
    ("A hundred and two hundred boats sailed.", "A hundred = 100; two hundred = 200"),
    ("A dozen and five boats sailed.", "A dozen = 12; five = 5"),
    ("A million and the half sailed.", "A million = 1000000"),
    ("The twenty - first boat sailed.", "twenty = 20"),
    ("Two hundred thousand and five boats sailed.", "Two hundred thousand and five = 200005"),
    ("Twenty-two five boats sailed.", "Twenty-two = 22; five = 5"),
    ("One hundred and five and six boats sailed.", "One hundred and five = 105; six = 6"),
    ("Two -thirds of the boats sailed.", "Two = 2"),
    ("Two third of the boats sailed.", "Two = 2"),
    ("Two-thirds of a boat sailed.", "Two-thirds = 0.6666666667"),
    ("Two-thirds of the million boats sailed.", "Two-thirds = 0.6666666667; million = 1000000"),
    ("Three quarters million boats sailed.", "Three quarters million = 750000"),
    ("Two point twelve million boats sailed.", "Two point = 2 point; twelve million = 12000000"),
    ("Two point one two three four five six seven eight nine one two boats sailed.",
     "Two point one two three four five six seven eight nine = 2.123456789; two = 2"),
    ("One in 1.5 boats sailed.", "1.5 = 1.5"),
    ("One-in-five boats sailed.", "One-in-five = 0.2"),
    ("One -in five boats sailed.", "five = 5"),
    ("One boat in - five sailed.", "five = 5"),
    ("A million or a half boats sailed.", "A million = 1000000"),
    ("Two-thirds for a million boats sailed.", "Two-thirds = 0.6666666667; a million = 1000000"),
    ("Two hundred thirds of the boats sailed.", "Two hundred = 200"),
    ("Five hundred by five boats sailed.", "Five hundred = 500; five = 5"),
    ("Two million five thousand boats sailed.", "Two million five thousand = 2005000"),
    ("The twenty-five-first boat sailed.", "twenty-five = 25"),
    ("The twenty-boat fleet sailed.", "twenty = 20"),
    ("A quarter for a million boats sailed.", "a million = 1000000"),
    ("Orrin lost 100 -30% on Monday.", "100 = 100; -30% = -30 percentage"),
    ("Three hundred and the boats sailed.", "Three hundred = 300"),
    ("It weighs 3 x 10^ -5 kilograms.", "3 = 3; -5 kilograms = -5 kilogram"),
    ("It weighs 3 x 10^", "3 = 3"),
    ("Five of thousands of boats sailed.", "Five = 5; thousands = 1000..10000"),
    ("It rose 3fold.", "3fold = 3"),
    ("There were 1,2345,678 boats in Orrin.", ""),
    ("The RM5.5 toll rose.", "RM5.5 = 5.5 malaysian ringgit"),
    ("It ran 5 ( boats ) in Orrin.", "5 = 5"),
    ("The set draws 5 V and 5V in Orrin.", "5 = 5; 5V = 5 volt"),
    ("It weighs 5 t 200 in Orrin.", "5 = 5"),
    ("It ran 5 km-20 in Orrin.", "5 = 5"),
    ("It ran 5km-20 in Orrin.", "5km = 5 kilometre"),
    ("It ran 5 km -20 in Orrin.", "5 km = 5 kilometre"),
    ("It ran 5 km- 20 in Orrin.", "5 km = 5 kilometre"),
    ("It ran 5 km-a in Orrin.", "5 km = 5 kilometre"),
    ("It is 40 C.", "40 C = 40 celsius"),
    ("It is 40 C. in Orrin.", "40 = 40"),
    ("It is 40C. Boats left.", "40C = 40 celsius"),
    ("It is 40 C-based boats.", "40 = 40"),
    ("It is 40 C Holm boats.", "40 = 40"),
    ("It is 40 C $ in Orrin.", "40 = 40"),
    ("It is 40 F/day in Orrin.", "40 F/day = 40 fahrenheit per day"),
    ("The wall is 5' by six feet.", "5 = 5; six feet = 6 foot"),
    ("The wall is 5' and 6' in Orrin.", "5 = 5; 6 = 6"),
    ("It ran 5 square -kilometres in Orrin.", "5 = 5"),
    ("The crew has 5 pounds", "5 pounds = 5 pound sterling"),
    ("The 5-year-old boat sank.", "5-year-old = 5 year of age"),
    ("The 5 year- old boat sank.", "5 year = 5 year"),
    ("The boy of 5 years with age left.", "5 years = 5 year"),
    ("The fee is $5 a annum in Orrin.", "$5 = 5 dollar"),
    ("The fee is $5 per thousand a year in Orrin.", "$5 per thousand a year = 5 dollar per 1000 per year"),
    ("The fee is 5 cents a dollar in Orrin.", "5 cents = 5 cent"),
    ("Holm 2.0, a boat, sank.", ""),
    ("In Orrin 2.0 miles of rope were lost.", "2.0 miles = 2 mile"),
    ("On page four boats were drawn.", "four = 4"),
    ("The number two boats sank.", "two = 2"),
    ("The old step two is done.", "two = 2"),
    ("Phase One begins in May.", ""),
    ("Kick Six Wins Again In Orrin", "Six = 6"),
    ("It sank on October 2024 2025 in Orrin.", ""),
    ("It sank on Oct. 0 in Orrin.", ""),
    ("A ten-12 watch was kept.", "ten-12 = 10..12"),
    ("A five-to-12 watch was kept.", "five-to-12 = 5..12"),
    ("A 5%-12 watch was kept.", "5% = 5 percentage; 12 = 12"),
    ("Call 555-123- 4567 for a boat.", ""),
    ("Call + 44-20 now.", ""),
    ("Call +4444-20 now.", ""),
    ("See page 1,234 now.", ""),
    ("The boat no. 10 sank.", ""),
    ("See p 3 now.", ""),
    ("Fire At 9 Elm Walk Again", "9 = 9"),
    ("Orrin sold 3- 1 boats in May.", "3 = 3; 1 = 1"),
    ("Orrin sold 5-3% of it in May.", "5 = 5 percentage; 3% = 3 percentage"),
    ("A +44-hour watch was kept.", "44-hour = 44 hour"),
    ("The boat No 10 sank.", ""),
    ("The B & q 500 boats sank.", "500 = 500"),
]
GERMAN = [
    ("Im Hafen lagen 1.234,5 Tonnen Salz und 12,345 Boote.", "1.234,5 Tonnen = 1234.5 metric ton; 12,345 = 12.345"),
    ("Zehntausend Boote kamen nach Orrin.", "Zehntausend = 10000"),
    ("Zwei tausend hundert Boote kamen nach Orrin.", "Zwei tausend hundert = 2100"),
]
# fmt: on
ROWS = [(text, language, told) for rows, language in ((ENGLISH, "en"), (GERMAN, "de")) for text, told in rows]


@pytest.mark.parametrize(("text", "language", "told"), ROWS)
def test_a_figure_is_read_up_to_its_edge(text: str, language: str, told: str) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": language}))
    assert "; ".join(_told(figure) for figure in found.figures) == told


def _told(figure: Figure) -> str:
    """Words, value and unit of a figure: "12 km = 12 kilometre"."""
    values = f"{figure.low:.10g}" if figure.low == figure.high else f"{figure.low:.10g}..{figure.high:.10g}"
    return f"{figure.surface} = {values} {figure.unit or ''}".rstrip()


def test_raised_digits_are_no_number() -> None:
    text = "About 12 ¹²³ boats sank in May ¹²³⁴."
    assert [figure.surface for figure in extract_mentions(read_line({"id": "x", "text": text})).figures] == ["12"]
