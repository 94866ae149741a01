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
