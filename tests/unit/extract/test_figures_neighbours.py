"""What stands beside a number decides what it is of: measured against, grouped, handed over, or another's."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Approximator, Figure, Span


def read(text: str) -> tuple[Figure, ...]:
    return find_figures(text, [Span(0, len(text))])


COUNTED = [
    ("Of the 52 mayors in Orv, 20 hail from Tarsk.", 20, "mayors in Orv"),
    ("He grew up on an Orv farm in a family of eight with two cats.", 8, "family"),
    ("They pay $9 million in state income or sales taxes.", 9e6, "state income or sales taxes"),
    ("The blast killed eight sailors, and thousands marched in Orv.", 1000, None),
    ("Roe has quadrupled his share.", 4, "share"),
    ("They met for their first face-to-face talk in 9 years.", 9, None),
    ("Payments to firms totaling $9 million were made.", 9e6, "Payments to firms"),
    ("The cost of a meal for a crew of 4 is $90.", 90, "cost of a meal for a crew"),
    ("They sent the 2 highest-profile Orv mayors.", 2, "highest-profile Orv mayors"),
]


@pytest.mark.parametrize(("text", "value", "counted"), COUNTED, ids=lambda case: str(case)[:40])
def test_what_is_counted(text: str, value: float, counted: str | None) -> None:
    assert [figure.counted for figure in read(text) if figure.low == value] == [counted]


VALUES = [
    ("Prices could rise by 3 to 4 percent.", [(3, 4, "percentage")]),
    ("Prices fell by 9 to 41.", [(9, 9, None), (41, 41, None)]),
    ("They usually lost 30-50 members.", [(30, 50, None)]),
    ("They lost 3-5.", []),
    ("The Oct. 4-7 survey was held.", []),
    ("It left on May 4 and 7 boats sank.", [(7, 7, None)]),
    ("Ada Roe, now 54, left.", [(54, 54, "year of age")]),
    ("The man, 87 yo, left.", [(87, 87, "year of age")]),
    ("It is at 8.1 percent, up from 7.9 in May.", [(8.1, 8.1, "percentage"), (7.9, 7.9, "percentage")]),
    ("It is at 8.1 percent, compared with 7 boats.", [(8.1, 8.1, "percentage"), (7, 7, None)]),
]


@pytest.mark.parametrize(("text", "expected"), VALUES, ids=lambda case: str(case)[:40])
def test_value_and_unit(text: str, expected: list[tuple[float, float, str | None]]) -> None:
    assert [(figure.low, figure.high, figure.unit) for figure in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("It has a rate of 7 percent, as opposed to 9 percent in Orv.", None),
        ("He is heard on 200 radio stations in 48 towns.", "hear"),
        ("It gained support from two clerks.", "gain"),
        ("It took donations in the east of Orv from 40 clerks.", "take"),
        ("It told of the stated agreement with two towns.", None),
        ("It gained support among 40 clerks.", "gain"),
        ("Holm said that between 28 and 33 boats are sunk.", "sink"),
        ("We can do two things.", "do"),
        ("Shares slid 45p, or 3.8 percent.", "slide"),
        ("It crashed 300 miles (480 kilometres) north.", "crash"),
        ("Some 40 men over age 25 have jobs.", "have"),
        ("I own nearly 20 boats.", "own"),
        ("All three clerks noted the flag being sold.", "note"),
        ("A messy fight 10 years ago meant that she left.", None),
        ("They hold 54 seats, compared with 44.", "hold"),
        ("Eleven towns, including Orv and Tarsk, filed suit.", "file"),
        ("It had no links with two towns.", None),
        ("With third-place finishes in 5 towns, he left.", None),
        ("It lost 40% of the woods that store gas absorbed in Orv.", "lose"),
        ("They pay rates that are as low as 50 percent.", None),
    ],
)
def test_no_verb_is_taken_that_is_not_the_figures(text: str, predicate: str | None) -> None:
    assert read(text)[-1].predicate == predicate


@pytest.mark.parametrize(
    ("text", "approximator"),
    [
        ("They turned over 300 boats.", Approximator.EXACT),
        ("They built over 300 boats.", Approximator.ABOVE),
        ("Rates are as low as 50 percent.", Approximator.AT_LEAST),
    ],
)
def test_hedge_or_part_of_the_verb(text: str, approximator: Approximator) -> None:
    assert read(text)[0].approximator is approximator


MORE_COUNTED = [
    ("It isn't signed by 3 other Orv chairs from Tarsk.", 3, "other Orv chairs"),
    ("The $3 million plan aims to cut it.", 3e6, "plan"),
    ("A camera crew or two shoots a few frames.", 1, "camera crew"),
    (
        "He made 2 powerful, emotional, and affecting war speeches.",
        2,
        "powerful, emotional, and affecting war speeches",
    ),
    ("It takes data on millions or hundreds of millions of voters.", 1e6, "voters"),
    ("At least 375 contaminated groundwater in Orv.", 375, None),
    ("It cut the fare to $12 for adults.", 12, "fare"),
    ("It gave $15 for those earning between $10 and $20.", 15, None),
    ("At the end of the 3-hour debate, only two of us won.", 2, None),
    ("The 65-year-old worries that it fell.", 65, None),
    ("Views of Orv overall have fallen by 15 points.", 15, "Views of Orv"),
]


@pytest.mark.parametrize(("text", "value", "counted"), MORE_COUNTED, ids=lambda case: str(case)[:40])
def test_what_is_counted_by_its_forms(text: str, value: float, counted: str | None) -> None:
    assert [figure.counted for figure in read(text) if figure.low == value] == [counted]


MORE_VALUES = [
    ("More came than before—67.3 million people.", [(67.3e6, 67.3e6, None)]),
    ("They hit a B-52.", []),
    ("He left for a day or two.", [(1, 2, "day")]),
    ("He left for a day or two weeks.", [(2, 2, "week")]),
    ("The $80 billion-a-year plan was cut.", [(80e9, 80e9, "dollar per year")]),
    ("It can cost $1 million or more per mile.", [(1e6, 1e6, "dollar per mile")]),
    ("The wage rose from $7.25 an hour to $10.10.", [(7.25, 7.25, "dollar per hour"), (10.1, 10.1, "dollar per hour")]),
    ("Deaths per 100,000 people rose.", []),
    ("She was charged under 18 USC 793.", []),
    ("One senses that hope is lost.", []),
]


@pytest.mark.parametrize(("text", "expected"), MORE_VALUES, ids=lambda case: str(case)[:40])
def test_value_and_unit_by_what_is_tied_to_them(text: str, expected: list[tuple[float, float, str | None]]) -> None:
    assert [(figure.low, figure.high, figure.unit) for figure in read(text)] == expected


def test_under_is_the_nouns_and_no_bound() -> None:
    assert read("They may shoot under two circumstances.")[0].approximator is Approximator.EXACT


def test_the_verb_of_a_relative_clause_has_its_object() -> None:
    assert read("The storm that sank four boats this year showed it.")[0].predicate == "sink"
    assert read("He sent a note that means 20 boats are missing.")[0].predicate == "missing"


HEADS = [
    ("It cut the price of oil by an average of 18%.", 18, "price of oil"),
    ("It gave nine cars for a total of $20.", 20, "total"),
    ("Two mayors said that the $5 billion was lost.", 5e9, None),
    ("She pays tax on 39 percent of his or her income.", 39, "income"),
    ("Rep. James Holm Jr., D-Orv, faces 7 years in jail.", 7, "James Holm Jr"),
    ("There are 10 sitting or former mayors here.", 10, "sitting or former mayors"),
    ("It lacks 900 advanced degree STEM teachers.", 900, "advanced degree STEM teachers"),
    ("Stocks rose, and two new, for-profit jails are opening.", 2, "new, for-profit jails"),
    ("The 15-member joint Orv Harbour Board met.", 15, "member"),
    ("They heard one sales pitch in May.", 1, "sales pitch"),
    ("It fell by a two-thirds vote.", 2 / 3, "vote"),
    ("A 42 percent pay cut was made.", 42, "pay cut"),
    ("They were costing the school millions.", 1e6, None),
    ("You asked Roe for a small loan of $9 million.", 9e6, "small loan"),
    ('Some 20 percent of "savers" left.', 20, "savers"),
    ("She won 60 percent of the two-way vote.", 60, "two-way vote"),
    ("Seven of the nine trade deals Orv signed are old.", 9, "trade deals"),
    ("Savers get it right 91 percent of the time.", 91, None),
    ("Some 152 men died, 13 of them today.", 13, "men"),
    ("They are open to a blond 50-ish man.", 50, "man"),
]


@pytest.mark.parametrize(("text", "value", "counted"), HEADS, ids=lambda case: str(case)[:40])
def test_the_head_of_what_is_counted(text: str, value: float, counted: str | None) -> None:
    assert [figure.counted for figure in read(text) if figure.low == pytest.approx(value)] == [counted]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("It was broken by a third party.", []),
        ("Prices fell by a third last year.", [1 / 3]),
        ("They lead by a three to one margin.", [3]),
        ("They hold it to one degree or another.", []),
    ],
)
def test_parts_ratios_and_idioms(text: str, low: list[float]) -> None:
    assert [figure.low for figure in read(text)] == low


def test_lower_than_is_no_verb() -> None:
    assert read("It was lower than Holm's 31 percent.")[0].predicate is None


OTHERS = [
    ("Imagine candidate 1 supporters here.", []),
    ("It has two points of weakness.", [(2, None, "points of weakness")]),
    ("Roe came within one percentage point of winning.", [(1, "percentage point", "Roe")]),
    ("After four plus years of work, he left.", [(4, "year", "work")]),
    ("She told a crowd of a few thousand.", [(2000, None, "crowd")]),
    ("It sent 16 different mail drops.", [(16, None, "different mail drops")]),
    ("Dana, which employs 24,500 men, put it at $24 million.", [(24500, None, "men"), (24e6, "dollar", None)]),
    ("It will get a record $35 million fine today.", [(35e6, "dollar", "fine")]),
    ("The boats have lost a total of 1,900 points.", [(1900, "point", "boats")]),
    ("It had dozens, and dozens of breaks.", [(12, None, "breaks"), (12, None, "breaks")]),
    ("Roe leads the field of hopefuls at 36%.", [(36, "percentage", None)]),
    ("It took twice as much land.", [(2, None, "land")]),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS, ids=lambda case: str(case)[:40])
def test_value_unit_and_counted(text: str, expected: list[tuple[float, str | None, str | None]]) -> None:
    assert [(figure.low, figure.unit, figure.counted) for figure in read(text)] == expected


def test_or_more_than_is_of_the_next_number() -> None:
    approximators = [figure.approximator for figure in read("It pays for 400 boats or more than 900 cars.")]
    assert approximators == [Approximator.EXACT, Approximator.ABOVE]


@pytest.mark.parametrize(
    "text",
    [
        "I for one no longer believe it.",
        "It is odd when one looks at the boats.",
        "They sat on the 101 Freeway in Orv.",
    ],
)
def test_what_only_stands_for_somebody_or_a_road_is_no_figure(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("They settled following the war 20 years ago.", "settle"),
        ("The jail where two killers escaped is being questioned.", "escape"),
        ("The ministry announced 118 searches led to gains.", "lead"),
    ],
)
def test_the_verb_that_is_the_figures(text: str, predicate: str) -> None:
    assert read(text)[0].predicate == predicate


def test_or_more_stands_before_a_unit() -> None:
    (figure,) = read("Clerks who row 40 or more hours a week left.")
    assert (figure.unit, figure.hedge) == ("hour per week", "or more")


def test_who_raised_an_amount_is_told_behind_it() -> None:
    figures = read("Roe and his party raised $86 million, compared with $65 million raised by Holm.")
    assert [figure.counted for figure in figures] == [None, None]


DOERS = [
    ("Those of us who want care have lost 5 percent.", [None]),
    ("Holm spent $5 million.", [None]),
    ("The firm took in a total of $5 million.", [None]),
    ("Holm, who had pledged to give $5, left.", [None]),
    ("The firm took in roughly $5 million.", [None]),
    ("Roe was fined $5.", [None]),
    ("Holm won 54 percent.", [None]),
    ("Orv has 12 boats, and Tarsk has 9.", ["boats", "boats"]),
    ("Sales of $5 rose and Holm spent $9.", ["Sales", None]),
    ("They mourn the waste of lives and $5 million.", [None]),
    ("The boat cost $5 million.", ["boat"]),
    ("Holm lost $5 million.", ["Holm"]),
    ("Sales have doubled.", ["Sales"]),
    ("The death toll remains 84.", ["death toll"]),
    ("The number of boats has topped 84.", ["number of boats"]),
    ("Gulls can fly 90 kilometres.", ["Gulls"]),
    ("Orvians made up 28 percent.", ["Orvians"]),
    ("Oil hit a peak in Orv last year having risen by $5.", ["Oil"]),
    ("The market worth over 2 billion is growing.", ["market"]),
    ("It asked for the return of eight ‘treacherous officers’ in May.", ["treacherous officers"]),
]


@pytest.mark.parametrize(("text", "counted"), DOERS)
def test_who_acts_is_not_what_an_amount_is_of(text: str, counted: list[str | None]) -> None:
    assert [figure.counted for figure in read(text)] == counted


def test_who_is_so_old_is_not_what_hangs_on_it() -> None:
    assert read("It has the memory of a 6-year-old, he said.")[0].counted is None


@pytest.mark.parametrize(
    ("text", "when", "where"),
    [
        ("Orv, which signed the pact in June, sent 20 boats.", None, None),
        ("Orv sent 20 boats to the mill, which Roe opened in Tarsk in June.", None, None),
        ("In June Orv, which is poor, sent 20 boats.", "In June", None),
        ("Orv, which sent 20 boats in June, lost.", "in June", None),
        ("In Tarsk, where nine died in May, 20 were hurt.", None, "Tarsk"),
        ("Orv, Roe said, sent 20 boats in June.", "in June", None),
    ],
)
def test_an_aside_has_times_and_places_of_its_own(text: str, when: str | None, where: str | None) -> None:
    (found,) = [figure for figure in read(text) if figure.low == 20]
    assert (found.as_of, found.place) == (when, where)
