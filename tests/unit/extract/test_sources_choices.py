"""Which names a sentence has, and whom a speaker phrase means: a case on either side of each choice."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.extract.reading import read_document
from tests.unit.extract.test_quotes_choices import told

NAMES = [
    ("Mayor Ada Lee came.", ["Ada Lee (person)"]),
    ("Mayor Lee came.", ["Lee (person)"]),
    ("Dr. Lee came.", ["Lee (person)"]),
    ("Dr Lee came.", ["Lee (person)"]),
    ("Mr Lee came.", ["Lee (person)"]),
    ("Mrs. Ada Lee came.", ["Ada Lee (person)"]),
    ("Sen. Ada Lee came.", ["Ada Lee (person)"]),
    ("Prime Minister Ada Lee came.", ["Ada Lee (person)"]),
    ("Deputy Prime Minister Ada Lee came.", ["Ada Lee (person)"]),
    ("Former President Ada Lee came.", ["Ada Lee (person)"]),
    ("Vice-President Lee came.", ["Lee (person)"]),
    ("US President Lee came.", ["Lee (person)"]),
    ("British Prime Minister Lee came.", ["Lee (person)"]),
    ("Norwick Mayor Lee came.", ["Lee (person)"]),
    ("NATO Secretary General Ada Lee came.", ["Ada Lee (person)"]),
    ("Ada Lee Jr. came.", ["Ada Lee Jr. (person)"]),
    ("Ada Lee III came.", ["Ada Lee III (person)"]),
    ('Ada "Addie" Lee came.', ["Ada Lee (person)"]),
    ("Ada van der Lee came.", ["Ada van der Lee (person)"]),
    ("Ada de la Lee came.", ["Ada de la Lee (person)"]),
    ("Ada O'Lee came.", ["Ada O'Lee (person)"]),
    ("Ada Lee-Roe came.", ["Ada Lee-Roe (person)"]),
    ("Ada B. Lee came.", ["Ada B. Lee (person)"]),
    ("The Norwick Board met.", ["Norwick Board (organisation)"]),
    ("The Norwick Ferry Company fell.", ["Norwick Ferry Company (organisation)"]),
    ("Norwick University met.", ["Norwick University (organisation)"]),
    ("The University of Norwick met.", ["University of Norwick (organisation)"]),
    ("The Ministry of Defence met.", ["Ministry of Defence (organisation)"]),
    ("The Defence Ministry met.", ["Defence Ministry (organisation)"]),
    ("The Norwick Police Department met.", ["Norwick Police Department (organisation)"]),
    ("The Bank of Norwick fell.", ["Bank of Norwick (organisation)"]),
    ("Norwick Bank fell.", ["Norwick Bank (organisation)"]),
    ("Lee and Roe came.", ["Roe (person)"]),
    ("Lee’s brother came.", []),
    ("Ada Lee’s brother came.", ["Ada Lee (person)"]),
    ("The Lee family came.", ["Lee (person)"]),
    ("The Lee-led board met.", []),
    ("The Norwick-based board met.", []),
    ("NATO met.", ["NATO (organisation)"]),
    ("The EU met.", ["EU (organisation)"]),
    ("The FBI met.", ["FBI (organisation)"]),
    ("The U.S. met.", ["U.S. (organisation)"]),
    ("The USA met.", ["USA (organisation)"]),
    ("Washington said so.", ["Washington (organisation)"]),
    ("London said so.", ["London (organisation)"]),
    ("Monday came.", []),
    ("May came.", []),
    ("Theresa May came.", ["Theresa May (person)"]),
    ("Will came.", []),
    ("Will Lee come?", ["Lee (person)"]),
    ("Mark my words.", []),
    ("Mark Lee came.", ["Mark Lee (person)"]),
    ("Christmas Day came.", []),
    ("The Old Wall came.", ["Old Wall (organisation)"]),
    ("The Wall Street Journal came.", ["Wall Street Journal (outlet)"]),
    ("Wall Street fell.", ["Wall Street (organisation)"]),
    ("Lee Street fell.", ["Lee Street (organisation)"]),
    ("Hurricane Lee came.", []),
    ("Pope Lee came.", ["Lee (person)"]),
    ("King Lee came.", ["Lee (person)"]),
    ("King Lee III came.", ["Lee III (person)"]),
    ("Sir Ada Lee came.", ["Ada Lee (person)"]),
    ("Judge Lee came.", ["Lee (person)"]),
    ("Captain Lee came.", ["Lee (person)"]),
    ("Sgt. Ada Lee came.", ["Ada Lee (person)"]),
    ("Rep. Ada Lee, D-Norwick, came.", ["Ada Lee (person)"]),
    ("Ada Lee, R-Norwick, came.", ["Ada Lee (person)"]),
    ("Republican Ada Lee came.", ["Ada Lee (person)"]),
    ("Democrats came.", []),
    ("A Democrat came.", []),
    ("Russian came.", []),
    ("Russians came.", []),
    ("Norwegian Ada Lee came.", ["Ada Lee (person)"]),
    ("The German came.", []),
    ("Angela Merkel came.", ["Angela Merkel (person)"]),
    ("Merkel came.", []),
    ("Chancellor Angela Merkel came.", ["Angela Merkel (person)"]),
    ("Xi Jinping came.", ["Xi Jinping (person)"]),
    ("Kim Jong Un came.", ["Kim Jong Un (person)"]),
    ("President Xi came.", ["Xi (person)"]),
    ("Prince William came.", ["William (person)"]),
    ("Queen Elizabeth II came.", ["Elizabeth II (person)"]),
    ("eBay fell.", []),
    ("iPhone fell.", []),
    ("YouTube fell.", ["YouTube (outlet)"]),
    ("Google Maps fell.", ["Google Maps (organisation)"]),
    ("World War II came.", []),
    ("Article 5 came.", []),
    ("Ada Lee (pictured) came.", ["Ada Lee (person)"]),
    ("Ada Lee, 41, came.", ["Ada Lee (person)"]),
    ("Ada Lee, of the Norwick Board, came.", ["Ada Lee (person)", "Norwick Board (organisation)"]),
    ("Lee of the Norwick Board came.", ["Norwick Board (organisation)"]),
    ("Ada and Bob Lee came.", ["Bob Lee (person)"]),
    ("Mr and Mrs Lee came.", ["Lee (person)"]),
    ("Professor Ada Lee of Norwick University came.", ["Ada Lee (person)", "Norwick University (organisation)"]),
    ("Professors Ada Lee and Bob Roe came.", ["Ada Lee (person)", "Bob Roe (person)"]),
    ("Chief Executive Officer Ada Lee came.", ["Ada Lee (person)"]),
    ("Norwick Ferries CEO Ada Lee came.", ["Ada Lee (person)"]),
    ("Coach Lee came.", ["Lee (person)"]),
    ("Star Ada Lee came.", ["Ada Lee (person)"]),
    ("Actress Ada Lee came.", ["Ada Lee (person)"]),
    ("Writer and director Ada Lee came.", ["Ada Lee (person)"]),
]

SPEAKERS = [
    ("Ada Lee’s mother came. “The wall is old,” she said.", ["she [-]: The wall is old,"]),
    ("Ada Lee’s old lawyer came. “The wall is old,” she said.", ["she [-]: The wall is old,"]),
    ("Ada Lee’s wall fell. “The wall is old,” she said.", ["she [Ada Lee]: The wall is old,"]),
    ("Ada Lee came. He left. “The wall is old,” she said.", ["she [Ada Lee]: The wall is old,"]),
    ("Bob Roe met Ada Lee. “The wall is old,” he said.", ["he [Bob Roe]: The wall is old,"]),
    ("Bob Roe met Ada Lee. He left. “The wall is old,” he said.", ["he [Bob Roe]: The wall is old,"]),
    ("Ada Lee met the board. “The wall is old,” it said.", ["it [-]: The wall is old,"]),
    ("Dr. Kim Vos met Sam Holm. “The wall is old,” she said.", ["she [Kim Vos]: The wall is old,"]),
    ("Mr Vos came. “The wall is old,” she said.", ["she [-]: The wall is old,"]),
    ("Ms Vos came. “The wall is old,” she said.", ["she [Vos]: The wall is old,"]),
    (
        "Ada Lee said so.\n\nBob Roe came.\n\n“The wall is old,” she said.",
        ["Ada Lee [Ada Lee]: so", "she [Ada Lee]: The wall is old,"],
    ),
    ("Ada Lee and Bob Roe met. “The wall is old,” they said.", ["they [-]: The wall is old,"]),
    ("Two clerks met. “The wall is old,” they said.", ["they [Two clerks]: The wall is old,"]),
    ("A clerk came. “The wall is old,” she said.", ["she [-]: The wall is old,"]),
    ("A clerk came. “The wall is old,” the clerk said.", ["the clerk [the clerk]: The wall is old,"]),
    ("The mayor, Ada Lee, came. Bob Roe left. “The wall is old,” the mayor said.", ["the mayor [-]: The wall is old,"]),
    (
        "Ada Lee, the mayor of Norwick, met Bob Roe, the mayor of Dell. “The wall is old,” the mayor said.",
        ["the mayor [-]: The wall is old,"],
    ),
    (
        "Ada Lee, the mayor of Norwick, met Bob Roe, the mayor of Dell. “The wall is old,” the mayor of Dell said.",
        ["the mayor of Dell [Bob Roe]: The wall is old,"],
    ),
    (
        "Prime Minister Ada Lee met President Bob Roe. “The wall is old,” the president said.",
        ["the president [Bob Roe]: The wall is old,"],
    ),
    (
        "Prime Minister Ada Lee met President Bob Roe. “The wall is old,” the prime minister said.",
        ["the prime minister [Ada Lee]: The wall is old,"],
    ),
    ("Lee came. Ada Lee left. “The wall is old,” Lee said.", ["Lee [Ada Lee]: The wall is old,"]),
    ("Ada Lee and Ida Lee came. “The wall is old,” Ada said.", ["Ada [Ada Lee]: The wall is old,"]),
    ("Ada Lee came. “The wall is old,” Ada said.", ["Ada [Ada Lee]: The wall is old,"]),
    ("Ada Lee came. “The wall is old,” Ms. Lee said.", ["Ms. Lee [Ada Lee]: The wall is old,"]),
    ("Ada Lee came. “The wall is old,” Bob Lee said.", ["Bob Lee [Bob Lee]: The wall is old,"]),
    ("Ada Lee came. “The wall is old,” A. Lee said.", ["A. Lee [Ada Lee]: The wall is old,"]),
    (
        "Ada Lee, who runs the board, came. “The wall is old,” the board said.",
        ["the board [the board]: The wall is old,"],
    ),
    ("The Norwick Board met. “The wall is old,” the board said.", ["the board [Norwick Board]: The wall is old,"]),
    (
        "The Norwick Board met the Dell Board. “The wall is old,” the board said.",
        ["the board [the board]: The wall is old,"],
    ),
    (
        "The Norwick Ferry Company fell. “The wall is old,” the company said.",
        ["the company [Norwick Ferry Company]: The wall is old,"],
    ),
    (
        "The Defence Ministry met. “The wall is old,” the ministry said.",
        ["the ministry [Defence Ministry]: The wall is old,"],
    ),
    ("Police came. “The wall is old,” they said.", ["they [-]: The wall is old,"]),
    (
        "Ada Lee said: “The wall is old.” “It fell,” she added.",
        ["Ada Lee [Ada Lee]: The wall is old.", "she [Ada Lee]: It fell,"],
    ),
    ("“Who came?” asked Bob Roe. “I did,” said she.", ["Bob Roe [Bob Roe]: Who came?", "she [-]: I did,"]),
    (
        "Ada Lee told Bob Roe he was late. “The wall is old,” he said.",
        ["Ada Lee [Ada Lee]: he was late", "he [Bob Roe]: The wall is old,"],
    ),
    (
        "Ada Lee told Bob Roe she was late. “The wall is old,” she said.",
        ["Ada Lee [Ada Lee]: she was late", "she [Ada Lee]: The wall is old,"],
    ),
    ("A spokesman for Ada Lee came. “The wall is old,” he said.", ["he [-]: The wall is old,"]),
    ("The spokesman came. “The wall is old,” the spokesman said.", ["the spokesman [the spokesman]: The wall is old,"]),
    ("Lee, 41, came. “The wall is old,” the 41-year-old said.", ["the 41-year-old [-]: The wall is old,"]),
    (
        "Ada Lee, 41, and Bob Roe, 52, came. “The wall is old,” the 52-year-old said.",
        ["the 52-year-old [-]: The wall is old,"],
    ),
    ("Ada Lee, a Norwegian, came. “The wall is old,” the Norwegian said.", ["the Norwegian [-]: The wall is old,"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_which_names_a_sentence_has(text: str, expected: list[str]) -> None:
    document = read_document(read_line({"id": "x", "text": text, "language": "en"}))
    forms = ((n, n.surface if n.surface == n.full else f"{n.surface} = {n.full}") for n in document.names)
    assert [f"{form} ({name.kind.value})" for name, form in forms] == expected


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_whom_a_speaker_phrase_means(text: str, expected: list[str]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": "en"}))
    assert [told(quote, text) for quote in found.quotes] == expected
