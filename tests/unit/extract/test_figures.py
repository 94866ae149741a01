"""Sentences and the figures a reader sees in them."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Approximator, Figure, Modality, Span


def read(text: str, language: str = "en") -> tuple[Figure, ...]:
    return find_figures(text, [Span(0, len(text))], language)


def only(text: str, language: str = "en") -> Figure:
    found = read(text, language)
    assert len(found) == 1, found
    return found[0]


VALUES = [
    ("They sent 10,000 men.", 10_000, 10_000, None),
    ("They sent 10 000 men.", 10_000, 10_000, None),
    ("They sent 10\u202f000 men.", 10_000, 10_000, None),
    ("They sent ten thousand men.", 10_000, 10_000, None),
    ("They sent 10K men.", 10_000, 10_000, None),
    ("They sent twenty-one thousand and five men.", 21_005, 21_005, None),
    ("They sent three hundred and forty-two men.", 342, 342, None),
    ("They sent half a million men.", 500_000, 500_000, None),
    ("They sent one and a half million men.", 1_500_000, 1_500_000, None),
    ("They sent two point five million men.", 2_500_000, 2_500_000, None),
    ("They sent two thousand million men.", 2e9, 2e9, None),
    ("They sent several thousand men.", 2_000, 10_000, None),
    ("They sent dozens of men.", 12, 120, None),
    ("They sent tens of thousands of men.", 10_000, 100_000, None),
    ("They sent a couple of hundred men.", 200, 200, None),
    ("They sent two dozen men.", 24, 24, None),
    ("They sent 10-12,000 men.", 10_000, 12_000, None),
    ("They sent between five and six thousand men.", 5_000, 6_000, None),
    ("They sent five or six men.", 5, 6, None),
    ("They sent 3 to 5 million men.", 3e6, 5e6, None),
    ("It costs $3-4bn.", 3e9, 4e9, "dollar"),
    ("It costs US$1.5 billion.", 1.5e9, 1.5e9, "dollar"),
    ("It costs €2.3m.", 2.3e6, 2.3e6, "euro"),
    ("It costs 20 euros.", 20, 20, "euro"),
    ("It costs HK$5.4m.", 5.4e6, 5.4e6, "hong kong dollar"),
    ("It costs 9 billion shekels.", 9e9, 9e9, "shekel"),
    ("It costs 3 dollars 50 cents.", 3.5, 3.5, "dollar"),
    ("It costs $52 a barrel.", 52, 52, "dollar per barrel"),
    ("It costs $15.4/hour.", 15.4, 15.4, "dollar per hour"),
    ("It fell by 12.5pc.", 12.5, 12.5, "percentage"),
    ("It fell by 3 per cent.", 3, 3, "percentage"),
    ("It fell by 3 percentage points.", 3, 3, "percentage point"),
    ("It fell by 25 basis points.", 25, 25, "basis point"),
    ("It fell by minus 3 per cent.", -3, -3, "percentage"),
    ("Prices moved from 5 to 7 per cent.", 5, 7, "percentage"),
    ("Two-thirds of the crew left.", 2 / 3, 2 / 3, None),
    ("One in five pupils missed school.", 0.2, 0.2, None),
    ("A quarter of the crew left.", 0.25, 0.25, None),
    ("Half of the crew left.", 0.5, 0.5, None),
    ("Half an hour was lost.", 0.5, 0.5, "hour"),
    ("The tower is 77m high.", 77, 77, "metre"),
    ("The agency has 2.5m refugees on its list.", 2.5e6, 2.5e6, None),
    ("The estate has 3,923 sq m.", 3923, 3923, "square metre"),
    ("It is 10 1/2 miles long.", 10.5, 10.5, "mile"),
    ("An 8- to 16-metre mast fell.", 8, 16, "metre"),
    ("It was 40 degrees Celsius.", 40, 40, "celsius"),
    ("He drove at 80 mph.", 80, 80, "mile per hour"),
    ("A 45-year-old man was held.", 45, 45, "year of age"),
    ("Jane Roe, 34, said it was late.", 34, 34, "year of age"),
    ("Children under five are at risk.", 5, 5, "year of age"),
    ("Output grew sixfold.", 6, 6, None),
    ("The index rose to 812.", 812, 812, None),
    ("The blast killed 45.", 45, 45, None),
    ("Of the 12,000, 500 are officers.", 12_000, 12_000, None),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), VALUES)
def test_value_and_unit(text: str, low: float, high: float, unit: str | None) -> None:
    figure = read(text)[0]
    assert (figure.low, figure.high, figure.unit) == (pytest.approx(low), pytest.approx(high), unit)
    assert figure.span.of(text) == figure.surface


HEDGES = [
    ("Up to 12,000 men may come.", "<=", "up to"),
    ("As many as 12,000 men came.", "<=", "as many as"),
    ("At least 12,000 men came.", ">=", "at least"),
    ("No fewer than 12,000 men came.", ">=", "no fewer than"),
    ("More than 12,000 men came.", ">", "more than"),
    ("Over 12,000 men came.", ">", "over"),
    ("Fewer than 12,000 men came.", "<", "fewer than"),
    ("Some 12,000 men came.", "~", "some"),
    ("Nearly 12,000 men came.", "~", "nearly"),
    ("An estimated 12,000 men came.", "~", "an estimated"),
    ("12,000 men or more came.", ">=", "or more"),
    ("12,000 or so men came.", "~", "or so"),
    ("12,000-plus men came.", ">=", "plus"),
    ("12,000+ men came.", ">=", "plus"),
    ("At least another 12,000 men came.", ">=", "at least"),
    ("It climbed back up to 12,000 men.", "=", None),
    ("Just 12,000 men came.", "=", None),
    ("The talks took place over 12 days.", "=", None),
    ("The talks lasted over 12 days.", ">", "over"),
    ("It runs more than 100 km (62 miles).", ">", "more than"),
    ("Between 10 and 12 men came.", "=", "between"),
]


@pytest.mark.parametrize(("text", "approximator", "hedge"), HEDGES)
def test_approximator_and_hedge(text: str, approximator: str, hedge: str | None) -> None:
    figure = read(text)[-1]
    assert (figure.approximator, figure.hedge) == (Approximator(approximator), hedge)
    assert hedge is None or hedge == "between" or hedge not in figure.surface.lower()


NOTHING = [
    "The law was passed in 2014 and amended in 2019.",
    "It was the worst season since 1976-77 and the worst of the 1970s.",
    "The talks resume at 10:30 on 24 February 2022, or at 2 p.m. on Oct. 31.",
    "He was born on October 25, 1964, and left on Sept. 20-24.",
    "It was the third attack this week and the 21st this year.",
    "COVID-19, the G7, an F-16 and the KN-23 were named.",
    "Article 5, Resolution 2254, No. 10 and Nos. 3 and 4 were cited.",
    "Version 2.0 of the app and iOS 17 were released, as was 3.2.1.",
    "Call 020 7946 0958 or +1-222-555-2222.",
    "It lies at 48°51′N and 2°21′E.",
    "See https://example.org/2024/10/30?id=555 or write to box7@example.org.",
    "Follow @news100 and #vote2024.",
    "He is one of the leaders; no one knows which one.",
    "At one point, one resident asked, how does one leave?",
    "They won 3-1 and drew 2-2 in game 6.",
    "3 min read",
    "The Fortune 500 and the FTSE 100 fell.",
    "He lives at 123 Random Street in the 90049 ZIP code.",
    "They led in the second half.",
    "The shop is open 24/7.",
    "Hide caption 3 of 23 Photos.",
    "A six-speed gearbox in a 3D model.",
    "It has been there since at least 2003.",
    "Nobody had yet been let into One World Trade Center when they met again.",
    "They sent 5K2 boats and flew 7B2 jets.",
    "nan, inf, infinity and 1e999 are no news.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_figure(text: str) -> None:
    assert read(text) == ()


COUNTED = [
    ("200 former soldiers signed the letter.", "former soldiers", "sign", Modality.DONE),
    ("At least 18 of the soldiers sent east have deserted.", "soldiers", "desert", Modality.DONE),
    ("Nearly 200 former soldiers have applied to be sent.", "former soldiers", "apply", Modality.DONE),
    ("Up to 12,000 troops may be sent.", "troops", "send", Modality.POSSIBLE),
    ("In May the firm had sold 20 boats.", "boats", "sell", Modality.DONE),
    ("The May audit counted 20 boats.", "boats", "count", Modality.DONE),
    ("The firm plans to cut 1,500 jobs.", "jobs", "cut", Modality.PLANNED),
    ("The firm has cut 1,500 jobs.", "jobs", "cut", Modality.DONE),
    ("He denied that 300 boats had sunk.", "boats", "sink", Modality.DENIED),
    ("600,000 soldiers were killed or wounded.", "soldiers", "kill or wound", Modality.DONE),
    ("The deployment of two brigades was noted.", "brigades", "deployment", Modality.DONE),
    ("Some 1,500 troops believed to have arrived were seen.", "troops", "arrive", Modality.DONE),
    ("The contingent numbers more than 11,000.", "contingent", "number", Modality.DONE),
    ("Inflation slowed to 5 per cent in March.", "Inflation", "slow", Modality.DONE),
    ("The median price for small homes was $3.1m.", "median price for small homes", None, Modality.DONE),
    ("The firm has $48 billion in assets.", "assets", None, Modality.DONE),
    ("A three-day visit begins.", "visit", "begin", Modality.DONE),
]


@pytest.mark.parametrize(("text", "counted", "predicate", "modality"), COUNTED)
def test_counted_predicate_modality(text: str, counted: str, predicate: str | None, modality: Modality) -> None:
    figure = only(text)
    assert figure.counted == counted
    assert figure.modality is modality
    assert predicate is None or figure.predicate == predicate


def test_second_count_takes_the_noun_of_the_first() -> None:
    first, second = read("Some 3,000 troops have arrived and another 7,000 are to come.")
    assert (first.counted, first.modality) == ("troops", Modality.DONE)
    assert (second.counted, second.modality, second.low) == ("troops", Modality.PLANNED, 7000)


def test_german_marks_and_words() -> None:
    assert only("Rund 10.000 Menschen kamen.", "de").low == 10_000
    price = only("Der Preis stieg um 3,5 Prozent.", "de-AT")
    assert (price.low, price.unit) == (3.5, "percentage")
    assert only("Der Bau kostet 2,5 Millionen Euro.", "de").low == 2_500_000
    assert only("It weighed 10.000 kg.").low == 10


def test_only_the_given_stretches_are_read() -> None:
    text = "First 300 boats. Then 400 boats."
    assert [figure.low for figure in find_figures(text, [Span(17, 32)])] == [400]


def test_figures_of_two_stretches_stay_apart() -> None:
    text = "Prices rose 5 per cent. To 40 dollars."
    found = find_figures(text, [Span(0, 23), Span(24, len(text))])
    assert [figure.counted for figure in found] == ["Prices", None]
