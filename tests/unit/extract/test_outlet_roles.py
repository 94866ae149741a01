"""Outlets and documents that are sources by their grammatical role, and those that only the news is about."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.extract.stage.held_names import with_held
from audit.lexicon.outlets import PACKAGED
from audit.records import Credit

HELD = with_held(
    PACKAGED,
    ["The Brinmouth Gazette", "Corland Press Agency", "Quickfeed", "Tidewatch", "Office of the Reeve of Corland"],
)
LEDE = "The town of Harrow has been without a bridge since the spring, and nobody knows when that will end.\n\n"


def credits_of(text: str) -> tuple[Credit, ...]:
    return extract_mentions(
        read_line({"id": "a", "text": LEDE + text, "publisher": "The Norwick Echo"}, HELD), None, HELD
    ).credits


def names(text: str) -> set[str]:
    return {credit.source.name for credit in credits_of(text)}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Brinmouth Gazette puts the number of dead at 31.", "The Brinmouth Gazette"),
        ("The Corland Press Agency speaks of 400 arrests.", "Corland Press Agency"),
        ("Some 31 people died, the Brinmouth Gazette insists.", "The Brinmouth Gazette"),
        ("Quickfeed has the mayor saying that the bridge would be shut by June.", "Quickfeed"),
        ("Tidewatch is reporting that two of the pumps had never been switched on.", "Tidewatch"),
        ("I have a cutting from the Brinmouth Gazette of May 2031, which reported that walls fell.", "The Brinmouth Gazette"),
        ("In the Brinmouth Gazette's account the driver fell asleep.", "The Brinmouth Gazette"),
        ("By Quickfeed's reckoning 31 houses were lost.", "Quickfeed"),
        ("A Corland Press Agency bulletin at noon spoke of 400 arrests.", "Corland Press Agency"),
        ("By the account of the Brinmouth Gazette, the driver fell asleep.", "The Brinmouth Gazette"),
        ("From the Brinmouth Gazette we learn that the driver fell asleep.", "The Brinmouth Gazette"),
        ("I read in the Brinmouth Gazette that the driver fell asleep.", "The Brinmouth Gazette"),
        ("If Quickfeed is to be believed, the contract was never signed.", "Quickfeed"),
        ("“It is a fairy tale,” she complained to the Brinmouth Gazette.", "The Brinmouth Gazette"),
        ("Holm put it like this in [the Brinmouth Gazette](https://b.example/1): “It is a tale.”", "The Brinmouth Gazette"),
        ("The driver fell asleep, the mayor said (Quickfeed).", "Quickfeed"),
        ("“We saw smoke,” Dana Voss told CPA by telephone.", "Corland Press Agency"),
        ("Nine wells were shut, Tidewatch reported. The site adds that two had never been tested.", "Tidewatch"),
        ("Swimming would be banned, she told the Harrow Broadcasting Service.", "The Harrow Broadcasting Service"),
        ("The clinic took in nine, Holm said. On page 21 of Umland it says otherwise.", "Umland"),
        ("In a Questa poll published overnight, 52 per cent wanted the plan withdrawn.", "Questa poll"),
        ("A page of the plant's shift log puts the loss at 9,000 litres.", "the plant's shift log"),
        ("The new edition of the Harbour Almanac puts the fleet at 31 ships.", "Harbour Almanac"),
        ("A letter from the ministry to the council speaks of nine cracks.", "a letter from the ministry to the council"),
        ("A release from the office of the reeve says that nine wells are shut.", "Office of the Reeve of Corland"),
        ("A team found in the Orrin Journal of River Science that trout die.", "Orrin Journal of River Science"),
    ],
)  # fmt: skip
def test_a_role_makes_a_source(text: str, source: str) -> None:
    assert source in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Brinmouth Gazette was sued by Dana Voss for calling her a crook.",
        "Quickfeed put its offices up for sale.",
        "Tidewatch showed nine long films about the mayor.",
        "Quickfeed has 40 employees and an office in the port.",
        "The Brinmouth Gazette puts on a concert each May.",
        "The Brinmouth Gazette gives prizes to young writers.",
        "A reporter of the Brinmouth Gazette was hurt when the wall fell.",
        "From the Brinmouth Gazette he moved to Quickfeed in 2019.",
        "Tidewatch is a blog. The station was shut at nine, and trains were late.",
        "The Corland Parking Authority (CPA) has raised its fees. CPA counts on nine of them.",
        "The letter reached the council in May. The log was lost.",
        "A fire broke out (Photo: CPA).",
    ],
)
def test_what_tells_of_an_outlet_credits_nobody(text: str) -> None:
    assert names(text) == set()


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Since 2019 it has leaked nine times. I have that from Tidewatch.", "Since 2019"),
        ("Four wells were shut in May. That is the tally kept by Tidewatch.", "Four wells"),
        ("The driver fell asleep at nine. Read the full story at Quickfeed.", "The driver"),
        ("Cresol got out of a tank overnight and reached the river. (CPA)", "Cresol got"),
    ],
)
def test_what_points_back_covers_what_stands_before(text: str, covered: str) -> None:
    (credit,) = credits_of(text)
    assert credit.scope is not None
    assert (LEDE + text)[credit.scope.start :].startswith(covered)


@pytest.mark.parametrize("line", ["– CPA", "(CPA)", "– Corland Press Agency"])
def test_a_signed_text_is_its_agencys(line: str) -> None:
    text = f"The bridge was shut on Monday after nine cracks had been found.\n\n{line}"
    (credit,) = [c for c in credits_of(text) if c.rule == "signed"]
    assert credit.source.name == "Corland Press Agency"
    assert credit.scope is not None
    assert credit.scope.start == 0


def test_what_an_agency_reports_below_is_all_its() -> None:
    text = "The Corland Press Agency reports from Harrow:\n\nThe bridge was shut on Monday.\n\nNobody was hurt.\n\nIt rained."
    (credit,) = credits_of(text)
    assert credit.scope is not None
    assert credit.scope.end == len(LEDE + text)


def test_a_definite_noun_passes_over_what_it_cannot_mean() -> None:
    text = "The Brinmouth Gazette has the list. Nine died, the Corland Press Agency reported. The paper counts ten."
    assert [c.source.name for c in credits_of(text)][-1] == "The Brinmouth Gazette"


def test_initials_of_two_held_names_are_nobodys() -> None:
    held = with_held(PACKAGED, ["Corland Press Agency", "Coastal Paper Archive"])
    assert held.resolve("CPA") is None
