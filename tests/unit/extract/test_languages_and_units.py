"""German quotes, occasions, units of figures: a sentence on either side of each choice and bound."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from tests.unit.extract.test_figures_choices import read, with_noun
from tests.unit.extract.test_quotes_choices import told

GERMAN = [
    ("„Es reicht jetzt“, sagte Holm.", ["Holm [-]: Es reicht jetzt"]),
    ("„Es reicht“, sagte Holm.", ["Holm [-]: Es reicht"]),
    ("„Zu spät“, sagte Lund.", ["Lund [-]: Zu spät"]),
    ("„Es reicht“, so Holm.", ["Holm [-]: Es reicht"]),
    ("Holm sagte: „Es reicht.“", ["Holm [-]: Es reicht."]),
    ("Gestern sagte Holm: „Es reicht jetzt.“", ["Holm [-]: Es reicht jetzt."]),
    ("„Es reicht jetzt“, sagte er.", ["er [-]: Es reicht jetzt"]),
    ("Er sagte: „Es reicht jetzt.“", ["Er [-]: Es reicht jetzt."]),
    ("„Es reicht jetzt“, sagte der Sprecher gestern.", ["der Sprecher [-]: Es reicht jetzt"]),
    ("„Es reicht jetzt“, sagte ein mann.", ["? [-]: Es reicht jetzt"]),  # nobody with a capital
    ("„Es reicht jetzt“, sagte Holm, „und zwar allen.“", ["Holm [-]: Es reicht jetzt", "Holm [-]: und zwar allen."]),
    # names of things
    ("Der Film „Es reicht“ läuft.", []),
    ("Der Film „Die Brücke ist seit Montag zu“ läuft, sagte Holm.", []),
    ("Die so genannte „kleine Brücke“ ist zu, sagte Holm.", []),
    ("Die Brücke „Holm“ ist zu, sagte Lund.", []),
    ("Die Brücke sei „zu“, sagte Lund.", ["Lund [-]: zu"]),
    ("Die Brücke sei „völlig zerstört“, sagte Lund.", ["Lund [-]: völlig zerstört"]),
    ("Er nannte die Brücke „alt und nass“.", ["Er [-]: alt und nass"]),
    # what nobody says, but as a statement
    ("„Zu.“", ["? [-]: Zu."]),
    ("Sie war „alt und nass“.", []),
    # clauses
    ("Holm sagte, dass die Brücke zu sei.", ["Holm [-]: dass die Brücke zu sei"]),
    ("Holm sagte, die Brücke sei zu.", ["Holm [-]: die Brücke sei zu"]),
    ("Holm sagte, das reicht nun.", ["Holm [-]: das reicht nun"]),
    ("Holm sagte, ja.", []),
    ("Holm sagte gestern im Rat, die Brücke sei zu.", ["Holm [-]: die Brücke sei zu"]),
    ("Der Sprecher der Stadt, Ivo Lund, sagte, die Brücke sei zu.", ["Der Sprecher der Stadt, Ivo Lund, [Ivo Lund]: die Brücke sei zu"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_who_says_what_in_german(text: str, expected: list[str]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": "de"}))
    assert [told(quote, text) for quote in found.quotes] == expected


@pytest.mark.parametrize(("words", "read"), [(6, 1), (7, 0)])
def test_the_comma_of_a_german_clause_stands_near_its_verb(words: int, read: int) -> None:
    text = f"Holm sagte {'gestern ' * words}".rstrip() + ", die Brücke sei zu."
    assert len(extract_mentions(read_line({"id": "x", "text": text, "language": "de"})).quotes) == read


@pytest.mark.parametrize(("words", "read"), [(11, 0), (12, 1)])
def test_many_words_in_marks_are_no_name_of_a_thing(words: int, read: int) -> None:
    text = f"Der Film „Die {'alte ' * (words - 2)}Brücke“ läuft, sagte Holm."
    assert len(extract_mentions(read_line({"id": "x", "text": text, "language": "de"})).quotes) == read


OCCASIONS = [
    ("He told a press conference that it fell.", ["press conference"]),
    ("He said at a press conference that it fell.", ["press conference"]),
    ("At a rally on Monday, he said the wall fell.", ["rally"]),
    ("In his nightly video address, Holm said it fell.", ["nightly video address"]),
    ("During a hearing of the council, Lee said it fell.", ["hearing"]),
    ("A press conference is planned for Monday.", []),
    ("At a rally on Monday, people danced.", []),
    ("“He said at a press conference that it fell.”", []),
    ("The press conference room fell, he said.", []),
    ("It fell, he said in an interview.", []),
]


@pytest.mark.parametrize(("text", "expected"), OCCASIONS)
def test_where_words_were_spoken_to_everybody(text: str, expected: list[str]) -> None:
    credits = extract_mentions(read_line({"id": "x", "text": text})).credits
    assert [one.source.name for one in credits if one.source.kind == "occasion"] == expected


UNITS = [
    ("It is 12m high.", ["12 metre"]),
    ("Some 12m people left.", ["~1.2e+07 people"]),
    ("It is 12 h long.", ["12 hour"]),
    ("It covers 12 sqkm.", ["12 square kilometre"]),
    ("It covers 12 sq km.", ["12 square kilometre"]),
    ("It is 5' high.", ["5 foot"]),
    ("It is 5'6\" high.", ["5 foot", "6 inch"]),
    ("It is 5in long.", ["5 inch"]),
    ("It cost 5 in all.", ["5"]),
    ("It rose to 40C.", ["40 celsius"]),
    ("It rose to 3.6F.", ["3.6 fahrenheit"]),
    ("It is a 40C1.", []),
    ("It blinks 12 times a minute.", ["12 time per minute"]),
    ("It came 12 times.", ["12 times"]),
    ("It lost 12 pounds.", ["12 pound-mass"]),
    ("It cost 12 pounds.", ["12 pound sterling"]),
    ("The 12-pound fish swam.", ["12 pound-mass fish swam"]),
    ("It weighed 12 pounds.", ["12 pound-mass"]),
    ("They spent 12 million pounds.", ["1.2e+07 pound sterling"]),
    ("It costs 12 dollars a share.", ["12 dollar per share"]),
    ("It cost 12 dollars a year ago.", ["12 dollar"]),
    ("It costs C$6 (US$4.46) per share.", ["6 canadian dollar per share"]),
    ("It costs 5 per cent per annum.", ["5 percentage per year"]),
    ("It has 300 patients a day.", ["300 per day patients"]),
    ("It saw 12 births per 1,000 people.", ["12 per 1000 person births"]),
    ("It saw 12 births per 1,200 people.", ["12 births", "1200 people"]),
    ("It pays $15.40/hour.", ["15.4 dollar per hour"]),
    ("It pays $15.40 every hour.", ["15.4 dollar per hour"]),
    ("It ran 12 hours a week later.", ["12 hour"]),
    ("He is 20+ years old.", [">=20 year of age"]),
    ("It took 4 short years.", ["4 year"]),
    ("It takes 12 lb-ft.", ["12 foot pound-force"]),
    ("57 HZ is low.", ["57 hertz"]),
    ("70 Kg of salt came.", ["70 kilogram salt"]),
    ("The KN-23 flew.", []),
    ("The PS5 sold.", []),
    ("It fell by -$5.", ["-5 dollar"]),
    ("A $3m grant came.", ["3e+06 dollar grant"]),
    ("An A$3m grant came.", ["3e+06 australian dollar grant"]),
    ("Rs. 40 lakh was paid.", ["4e+06 indian rupee"]),
    ("It cost RM 5.", ["5 malaysian ringgit"]),
    ("It cost SEK 500.", ["500 swedish krona"]),
    ("EUR5 was paid.", []),
    ("EUR50 was paid.", ["50 euro"]),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_what_a_number_is_of(text: str, expected: list[str]) -> None:
    assert [with_noun(figure) for figure in read(text)] == expected


PASSIVE = [
    ("Holm was stopped and called a “hero”.", []),
    ("Holm was shot and called a “hero”.", []),  # a participle whatever its ending
    ("Holm was old and called it a “hero”.", ["Holm [-]: it a | hero"]),
    ("Holm was red and called it “mad”.", ["Holm [-]: mad"]),
    ("Holm came and called it a “disgrace”.", ["Holm [-]: it a | disgrace"]),
    ("He runs a site called “Holm”.", []),
]


@pytest.mark.parametrize(("text", "expected"), PASSIVE)
def test_who_was_called_something_calls_nobody(text: str, expected: list[str]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": "en"}))
    assert [told(quote, text) for quote in found.quotes] == expected


HEDGED = [
    ("It runs from 5 to 10 km.", ["5..10 kilometre"]),
    ("It cost between $5 and $10.", ["5..10 dollar"]),
    ("It fell from 15 to 10 boats.", ["15 boats", "10 boats"]),
    ("It grew 5-10 percent.", ["5..10 percentage"]),
    ("7- or 8-inch pipes came.", ["7 inch pipes", "8 inch pipes"]),
    ("It cost $25 or $40.", ["25 dollar", "40 dollar"]),
    ("10-12,000 boats sank.", ["10000..12000 boats"]),
    ("It cost 3-4bn dollars.", ["3e+09..4e+09 dollar"]),
    ("It lost 5, 9 and 33 percent.", ["5 percentage", "9 percentage", "33 percentage"]),
    ("It ranged from 30 to 20 degrees.", ["20..30 degree"]),
    ("It was cut from 110 to 50 boats.", ["110 boats", "50 boats"]),
    ("Up to 40 boats sank.", ["<=40 boats"]),
    ("No fewer than 40 boats sank.", [">=40 boats"]),
    ("Not more than 40 boats sank.", ["<=40 boats"]),
    ("Nearly 40 boats sank.", ["~40 boats"]),
    ("Some 40 boats sank.", ["~40 boats"]),
    ("40 or so boats sank.", ["~40 boats"]),
    ("40-odd boats sank.", ["~40 boats"]),
    ("40-plus boats sank.", [">=40 boats"]),
    ("Over 40 boats sank.", [">40 boats"]),
    ("Well over 40 boats sank.", [">40 boats"]),
    ("Just under 40 boats sank.", ["<40 boats"]),
    ("At least 40 boats sank.", [">=40 boats"]),
    ("40 boats at least sank.", [">=40 boats"]),
    ("40 boats or more sank.", [">=40 boats"]),
    ("Around 40 boats sank.", ["~40 boats"]),
    ("An estimated 40 boats sank.", ["~40 boats"]),
    ("Exactly 40 boats sank.", ["40 boats"]),
    ("More than half the boats sank.", [">0.5 boats"]),
    ("Half of the boats sank.", ["0.5 boats"]),
    ("A third of the boats sank.", ["0.333333 boats"]),
    ("Two thirds of the boats sank.", ["0.666667 boats"]),
    ("Two-thirds of boats sank.", ["0.666667 boats"]),
    ("One in five boats sank.", ["0.2 boats"]),
    ("One out of five boats sank.", ["0.2 boats"]),
    ("Nine in ten boats sank.", ["0.9 boats"]),
    ("3 out of 10 boats sank.", ["0.3 boats"]),
    ("Dozens of boats sank.", ["12..120 boats"]),
    ("Hundreds of boats sank.", ["100..1000 boats"]),
    ("Tens of thousands of boats sank.", ["10000..100000 boats"]),
    ("Scores of boats sank.", ["20..200 boats"]),
    ("It is three times as large.", ["3 times"]),
    ("It rose 40%.", ["40 percentage"]),
    ("It rose 40 %.", ["40 percentage"]),
    ("It rose 40 pc.", ["40 percentage"]),
    ("It rose by 2 percentage points.", ["2 percentage point"]),
    ("It rose 2 points.", ["2 point"]),
    ("It is 40 basis points up.", ["40 basis point"]),
    ("She is 41.", ["41 year of age"]),
    ("Ada Holm, 41, came.", ["41 year of age Ada Holm"]),
    ("A 41-year-old came.", ["41 year of age"]),
    ("The 41-year-old woman came.", ["41 year of age woman"]),
    ("She is aged 41.", ["41 year of age"]),
    ("Children aged 5 to 10 came.", ["5..10 year of age Children"]),
    ("She turned 41.", ["41 year of age"]),
    ("She was 41 years old.", ["41 year of age"]),
    ("One boat sank.", ["1 boat"]),
]


@pytest.mark.parametrize(("text", "expected"), HEDGED)
def test_how_much_a_number_says(text: str, expected: list[str]) -> None:
    assert [with_noun(figure) for figure in read(text)] == expected


MASKED = [
    "Page 41 is torn.",
    "Chapter 4 is torn.",
    "Route 66 is long.",
    "Flight 41 fell.",
    "Boeing 747 fell.",
    "It is 5pm.",
    "It is 5.30 pm.",
    "At 17:30 it fell.",
    "On 4 May it fell.",
    "In May 2031 it fell.",
    "On May 4, 2031 it fell.",
    "In 2031 it fell.",
    "In the 1990s it fell.",
    "In the 90s it fell.",
    "The 21st century came.",
    "The 3rd boat sank.",
    "He won 3-2.",
    "He won 3-2 on Monday.",
    "They lost 21-7 to Dell.",
    "Call 555 1234 now.",
    "Article 5 of the pact.",
    "Section 12 says so.",
    "No. 5 won.",
    "Number 10 said so.",
    "G7 leaders met.",
    "COVID-19 came.",
    "The F-16 fell.",
    "The iPhone 12 sold.",
    "World War 2 ended.",
    "Psalm 23 says so.",
    "Top 10 lists fell.",
    "24/7 care came.",
    "A 9/11 film came.",
    "It has a 4x4 car.",
    "Version 2.0 came.",
    "Room 101 is shut.",
    "Windows 11 came.",
    "Elizabeth II came.",
    "Area 51 is shut.",
    "One of the boats sank.",
    "No one came.",
    "At one time it sank.",
    "For one thing, it sank.",
    "The one that sank.",
]


@pytest.mark.parametrize("text", MASKED)
def test_numbers_that_count_nothing(text: str) -> None:
    assert not read(text)
