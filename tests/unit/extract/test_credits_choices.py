"""Whom a sentence credits, how, and through whom: a case on either side of each choice."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.records import Credit

ROWS = [
    ("CNN reported that the wall fell.", ["CNN (outlet, relays, reported, 0.1): CNN reported"]),
    ("The wall fell, CNN reported.", ["CNN (outlet, relays, reported, 0.1): CNN reported"]),
    ("The wall fell, CNN said.", ["CNN (outlet, relays, reported, 0.1): CNN said"]),
    ("The wall fell, according to CNN.", ["CNN (outlet, relays, according_to_outlet, 0.1): according to CNN"]),
    ("According to CNN, the wall fell.", ["CNN (outlet, relays, according_to_outlet, 0.1): According to CNN"]),
    (
        "According to a CNN report, the wall fell.",
        ["CNN (outlet, relays, according_to_outlet, 0.1): According to a CNN"],
    ),
    ("The wall fell, reports CNN.", ["CNN (outlet, relays, inverted, 0.1): reports CNN"]),
    (
        "The wall fell, Reuters reported, citing CNN.",
        [
            "Reuters (agency, relays, reported, 0.1): Reuters reported",
            "CNN (outlet, relays, according_to_outlet, 0.2): citing CNN",
        ],
    ),
    (
        "Reuters, citing CNN, reported that the wall fell.",
        [
            "Reuters (agency, relays, reported, 0.1): Reuters, citing CNN, reported",
            "CNN (outlet, relays, according_to_outlet, 0.2): citing CNN",
        ],
    ),
    (
        "Citing CNN, Reuters reported that the wall fell.",
        [
            "CNN (outlet, relays, according_to_outlet, 0.2): Citing CNN",
            "Reuters (agency, relays, reported, 0.1): Reuters reported",
        ],
    ),
    (
        "Reuters cited police as saying the wall fell.",
        [
            "Reuters (agency, relays, reported, 0.1): Reuters cited",
            "police (organisation, quotes, citing, 0.2): cited police",
        ],
    ),
    ("Lee told CNN the wall fell.", ["CNN (outlet, relays, told, 0.1): told CNN"]),
    (
        "Lee told CNN and Reuters the wall fell.",
        ["CNN (outlet, relays, told, 0.1): told CNN", "Reuters (agency, relays, told, 1.1): told CNN and Reuters"],
    ),
    ("Lee told CNN, adding that the wall fell.", ["CNN (outlet, relays, told, 0.1): told CNN"]),
    ("Lee said on CNN that the wall fell.", ["CNN (outlet, relays, statement_to, 0.1): said on CNN"]),
    (
        "Lee said in an interview with CNN that the wall fell.",
        ["CNN (outlet, relays, interview, 0.1): interview with CNN"],
    ),
    (
        "In an interview with CNN, Lee said the wall fell.",
        ["CNN (outlet, relays, interview, 0.1): interview with CNN", "Lee (person, quotes, interviewed, 0.2): Lee"],
    ),
    ("Lee spoke to CNN.", []),  # and nothing is told of what he said
    (
        "In a statement to CNN, Lee said the wall fell.",
        ["CNN (outlet, relays, statement_to, 0.1): statement to CNN", "Lee (person, quotes, speaker, 0.2): Lee"],
    ),
    (
        "Lee wrote in the New York Times that the wall fell.",
        ["The New York Times (outlet, relays, reported_by, 0.1): wrote in the New York Times"],
    ),
    ("Lee wrote on Twitter that the wall fell.", ["X (platform, relays, on_platform, 0.1): wrote on Twitter"]),
    ("Lee tweeted that the wall fell.", ["X (platform, relays, on_platform, 0.1): tweeted"]),
    ("Lee posted on Facebook.", []),
    ("CNN did not report that the wall fell.", []),
    ("CNN denied that the wall fell.", []),
    ("CNN was sold to Lee.", []),
    ("Lee works for CNN.", []),
    ("CNN has learned that the wall fell.", ["CNN (outlet, relays, reported, 0.1): CNN has learned"]),
    (
        "CNN first reported the fall of the wall.",
        ["CNN (outlet, credits_first, first_reported, 0.1): CNN first reported"],
    ),
    (
        "The fall of the wall was first reported by CNN.",
        ["CNN (outlet, credits_first, first_reported_by, 0.1): first reported by CNN"],
    ),
    ("The story was reported by CNN on Monday.", ["CNN (outlet, relays, reported_by, 0.1): reported by CNN"]),
    ("As CNN reported, the wall fell.", ["CNN (outlet, relays, reported, 0.1): CNN reported"]),
    (
        "As first reported by CNN, the wall fell.",
        ["CNN (outlet, credits_first, first_reported_by, 0.1): first reported by CNN"],
    ),
    ("CNN’s Ada Lee reported that the wall fell.", ["CNN (outlet, relays, reported, 0.1): CNN’s Ada Lee reported"]),
    ("Ada Lee of CNN reported that the wall fell.", ["CNN (outlet, relays, reported, 0.1): CNN reported"]),
    ("A CNN crew saw the wall.", []),
    ("A CNN poll found that the wall fell.", ["CNN (outlet, relays, reported, 0.1): CNN poll found"]),
    ("CNN contributed to this report.", ["CNN (outlet, contributed_by, contributed, 0.1): CNN contributed to this"]),
    (
        "Reuters contributed to this report.",
        ["Reuters (agency, contributed_by, contributed, 0.1): Reuters contributed to this"],
    ),
    ("With reporting by Reuters.", ["Reuters (agency, contributed_by, contributed, 0.1): With reporting by Reuters"]),
    ("— Reuters", []),
    ("(Reuters) - The wall fell.", ["Reuters (agency, relays, dateline, 0.1): (Reuters) -"]),
    ("NORWICK (Reuters) - The wall fell.", ["Reuters (agency, relays, dateline, 0.1): NORWICK (Reuters) -"]),
    (
        "NORWICK, March 4 (AP) — The wall fell.",
        ["The Associated Press (agency, relays, dateline, 0.1): NORWICK, March 4 (AP) —"],
    ),
    ("Photo: Reuters", []),
    ("© 2031 Reuters", ["Reuters (agency, relays, copyright, 0.1): © 2031 Reuters"]),
    ("Police said the wall fell.", []),
    ("According to police, the wall fell.", ["police (organisation, quotes, according_to, 0.1): According to police"]),
    (
        "The wall fell, according to police and firefighters.",
        ["police (organisation, quotes, according_to, 0.1): according to police"],
    ),
    (
        "The wall fell, according to the police report.",
        ["the police report (document, relays, according_to, 0.1): according to the police report"],
    ),
    (
        "According to a report seen by CNN, the wall fell.",
        ["a report (document, relays, in_hand, 0.2): a report", "CNN (outlet, relays, reported_by, 0.1): seen by CNN"],
    ),
    (
        "According to documents obtained by Reuters, the wall fell.",
        [
            "documents (document, relays, according_to, 0.2): According to documents",
            "Reuters (agency, relays, reported_by, 0.1): obtained by Reuters",
        ],
    ),
    (
        "The documents, seen by Reuters, show that the wall fell.",
        [
            "The documents (document, relays, in_hand, 0.2): The documents",
            "Reuters (agency, relays, reported_by, 0.1): seen by Reuters",
        ],
    ),
    ("Court papers show the wall fell.", []),
    ("A study found that the wall fell.", []),
    ("Official data showed that 40 walls fell.", []),
    ("Data from the board showed that 40 walls fell.", []),
    ("The board said in a statement that the wall fell.", []),
    (
        "In a statement, the board said the wall fell.",
        ["the board (organisation, quotes, announced, 0.1): In a statement, the board said"],
    ),
    ("A statement by the board said the wall fell.", []),
    ("The board announced that the wall fell.", []),
    (
        "Local media reported that the wall fell.",
        ["Local media (vague, relays, media_said, 0.1): Local media reported"],
    ),
    ("State media said the wall fell.", ["State media (vague, relays, media_said, 0.1): State media said"]),
    ("State television said the wall fell.", []),
    ("The state news agency said the wall fell.", []),
    ("The newspaper said the wall fell.", []),
    ("The paper reported that the wall fell.", []),
    ("The agency reported that the wall fell.", []),
    ("A newspaper reported that the wall fell.", []),
    (
        "Several newspapers reported that the wall fell.",
        ["Several newspapers (vague, relays, media_said, 0.1): Several newspapers reported"],
    ),
    ("Sources said the wall fell.", ["unnamed sources (vague, relays, unnamed_said, 0.1): Sources said"]),
    (
        "A source told CNN the wall fell.",
        ["a source (anonymous, quotes, teller, 0.2): A source", "CNN (outlet, relays, told, 0.1): told CNN"],
    ),
    (
        "A source close to the board said the wall fell.",
        ["a source close to the board (anonymous, relays, unnamed_said, 0.1): A source close to the board said"],
    ),
    ("Two people familiar with the matter said the wall fell.", []),
    ("Two officials, who asked not to be named, said the wall fell.", []),
    ("An official speaking on condition of anonymity said the wall fell.", []),
    ("The wall reportedly fell.", ["reportedly (vague, relays, reportedly, 0.1): reportedly"]),
    ("The wall allegedly fell.", []),
    ("There are reports that the wall fell.", ["unnamed reports (vague, relays, reports_emerged, 0.1): reports that"]),
    ("It is said that the wall fell.", ["it is said (vague, relays, understood, 0.1): It is said that"]),
    ("It is understood that the wall fell.", ["it is understood (vague, relays, understood, 0.1): It is understood"]),
    ("Rumour has it that the wall fell.", []),
    ("The wall is believed to have fallen.", []),
    ("Witnesses said the wall fell.", []),
    (
        "A witness told Reuters the wall fell.",
        ["a witness (anonymous, quotes, teller, 0.2): A witness", "Reuters (agency, relays, told, 0.1): told Reuters"],
    ),
    ("Experts say the wall fell.", []),
    ("Critics say the wall fell.", []),
    ("Some say the wall fell.", []),
    ("Many believe the wall fell.", []),
    ("A spokesman for the board said the wall fell.", []),
    ("The board’s spokesman, Ada Lee, said the wall fell.", []),
    (
        "Board spokeswoman Ada Lee told AFP the wall fell.",
        [
            "Ada Lee (person, quotes, teller, 0.2): Ada Lee",
            "Agence France-Presse (agency, relays, told, 0.1): told AFP",
        ],
    ),
    ("Lee told the Dell Post the wall fell.", ["The Dell Post (outlet, relays, told, 0.1): told the Dell Post"]),
    (
        "The Dell Post reported that the wall fell.",
        ["The Dell Post (outlet, relays, reported, 0.1): The Dell Post reported"],
    ),
    (
        "The Dell Post, a local newspaper, reported that the wall fell.",
        ["The Dell Post (outlet, relays, reported, 0.1): The Dell Post, a local newspaper, reported"],
    ),
    ("Lee told the newspaper the wall fell.", []),
    ("Lee told it the wall fell.", []),
    ("Lee told the BBC’s Today programme the wall fell.", ["BBC News (outlet, relays, told, 0.1): told the BBC"]),
    (
        "Lee said on the Today programme that the wall fell.",
        ["BBC News (outlet, relays, statement_to, 0.1): said on the Today programme"],
    ),
    ("On CBS’s Face the Nation, Lee said the wall fell.", []),
    (
        "Lee said in a video on YouTube that the wall fell.",
        ["YouTube (platform, relays, on_platform, 0.1): said in a video on YouTube"],
    ),
    (
        "Lee said at a news conference that the wall fell.",
        ["news conference (occasion, quotes, occasion, 0.1): at a news conference"],
    ),
    (
        "At a news conference, Lee said the wall fell.",
        ["news conference (occasion, quotes, occasion, 0.1): At a news conference"],
    ),
    (
        "Lee told a news conference the wall fell.",
        ["news conference (occasion, quotes, occasion, 0.1): told a news conference"],
    ),
    ("Lee told parliament the wall fell.", ["parliament (occasion, quotes, occasion, 0.1): told parliament"]),
    ("Lee said in a speech on Monday that the wall fell.", ["speech (occasion, quotes, occasion, 0.1): in a speech"]),
    ("Lee said in a letter to the board that the wall fell.", []),
    ("Lee’s lawyer said in court that the wall fell.", []),
    ("The Times reported that the wall fell.", ["The Times (unseen, relays, reported, 0.1): The Times reported"]),
    (
        "The Times of London reported that the wall fell.",
        ["The Times of London (outlet, relays, reported, 0.1): The Times of London reported"],
    ),
    (
        "The New York Times reported that the wall fell.",
        ["The New York Times (outlet, relays, reported, 0.1): The New York Times reported"],
    ),
    ("The Guardian said the wall fell.", ["The Guardian (outlet, relays, reported, 0.1): The Guardian said"]),
    ("The guardian said the wall fell.", []),
    ("Time magazine reported that the wall fell.", ["Time (outlet, relays, reported, 0.1): Time magazine reported"]),
    ("It took time to report that the wall fell.", []),
    ("Fox News reported that the wall fell.", ["Fox News (outlet, relays, reported, 0.1): Fox News reported"]),
    ("The fox reported that the wall fell.", []),
    ("Sky reported that the wall fell.", []),
    ("The sky fell.", []),
    ("WDEL-TV reported that the wall fell.", ["WDEL-TV (outlet, relays, reported, 0.1): WDEL-TV reported"]),
    ("Channel 4 reported that the wall fell.", ["Channel 4 News (outlet, relays, reported, 0.1): Channel 4 reported"]),
    ("News 4 reported that the wall fell.", []),
    ("A report on CNN said the wall fell.", ["CNN (outlet, relays, reported_by, 0.1): report on CNN"]),
    (
        "CNN and Reuters reported that the wall fell.",
        [
            "CNN (outlet, relays, reported, 0.1): CNN and Reuters reported",
            "Reuters (agency, relays, reported, 1.1): Reuters reported",
        ],
    ),
    ("Neither CNN nor Reuters reported that the wall fell.", []),
    (
        "CNN reported, and Reuters confirmed, that the wall fell.",
        [
            "CNN (outlet, relays, reported, 0.1): CNN reported",
            "Reuters (agency, relays, reported, 1.1): Reuters confirmed",
        ],
    ),
    ("Lee, who works for CNN, said the wall fell.", []),
    ("“The wall fell,” CNN said.", ["CNN (outlet, relays, reported, 0.1): CNN said"]),
    ("“CNN said the wall fell,” Lee said.", []),
    ("CNN asked Lee whether the wall fell.", []),
    ("Lee asked CNN for help.", []),
    ("Lee declined to talk to CNN.", []),
    ("Lee did not respond to a request from CNN.", []),
    ("Lee sued CNN.", []),
    ("Read more at CNN.", []),
    ("Follow us on Twitter.", []),
    (
        "The wall fell, a report in the Dell Post says.",
        ["The Dell Post (outlet, relays, reported_by, 0.1): report in the Dell Post"],
    ),
    (
        "The report, first published by the Dell Post, says the wall fell.",
        [
            "report (document, relays, speaker, 0.2): The report",
            "The Dell Post (outlet, credits_first, first_reported_by, 0.1): first published by the Dell Post",
        ],
    ),
    (
        "The Post cited two officials.",
        [
            "The Post (unseen, relays, reported, 0.1): The Post cited",
            "two officials (anonymous, relays, citing, 0.2): cited two officials",
        ],
    ),
    (
        "The Post cited two officials as saying the wall fell.",
        [
            "The Post (unseen, relays, reported, 0.1): The Post cited",
            "two officials (anonymous, relays, citing, 0.2): cited two officials",
        ],
    ),
    (
        "The ministry told the Post that, according to police, the wall fell.",
        [
            "the ministry (organisation, quotes, teller, 0.2): The ministry",
            "the Post (unseen, relays, told, 0.1): told the Post",
            "police (organisation, quotes, according_to, 1.1): according to police",
        ],
    ),
    (
        "Interfax quoted the ministry as saying the wall fell.",
        [
            "Interfax (agency, relays, reported, 0.1): Interfax quoted",
            "the ministry (organisation, quotes, citing, 0.2): quoted the ministry",
        ],
    ),
    (
        "The ministry was quoted by Interfax as saying the wall fell.",
        [
            "The ministry (organisation, quotes, speaker, 0.2): The ministry",
            "Interfax (agency, relays, reported_by, 0.1): quoted by Interfax",
        ],
    ),
    (
        "Quoted by Interfax, the ministry said the wall fell.",
        [
            "Interfax (agency, relays, reported_by, 0.1): Quoted by Interfax",
            "the ministry (organisation, quotes, speaker, 0.2): the ministry",
        ],
    ),
    (
        "Speaking to Interfax, the minister said the wall fell.",
        ["Interfax (agency, relays, interview, 0.1): Speaking to Interfax"],
    ),
    (
        "Asked by Interfax, the minister said the wall fell.",
        ["Interfax (agency, relays, interview, 0.1): Asked by Interfax"],
    ),
    ('"The wall fell," the minister told Interfax.', ["Interfax (agency, relays, told, 0.1): told Interfax"]),
]

SCOPES = [
    (
        "Ada Lee denied it, telling CNN that the wall fell.",
        [
            "Ada Lee (teller, 0.2): Ada Lee denied it, telling CNN that the wall fell.",
            "CNN (told, 0.1): Ada Lee denied it, telling CNN that the wall fell.",
        ],
    ),
    (
        "A clerk of Ada Lee denied it, telling CNN that the wall fell.",
        [
            "A clerk of Ada Lee (speaker, 0.2): A clerk of Ada Lee denied it, telling CNN that the wall fell.",
            "CNN (told, 0.1): A clerk of Ada Lee denied it, telling CNN that the wall fell.",
        ],
    ),
    (
        "Ada Lee’s clerk denied it, telling CNN that the wall fell.",
        [
            "Ada Lee’s clerk (speaker, 0.2): Ada Lee’s clerk denied it, telling CNN that the wall fell.",
            "CNN (told, 0.1): Ada Lee’s clerk denied it, telling CNN that the wall fell.",
        ],
    ),
    (
        "On Monday, Ada Lee denied it, telling CNN that the wall fell.",
        [
            "Ada Lee (teller, 0.2): On Monday, Ada Lee denied it, telling CNN that the wall fell.",
            "CNN (told, 0.1): On Monday, Ada Lee denied it, telling CNN that the wall fell.",
        ],
    ),
    (
        "Near Ada Lee stood a wall, telling CNN that the wall fell.",
        ["CNN (told, 0.1): Near Ada Lee stood a wall, telling CNN that the wall fell."],
    ),
    (
        "Ada Lee said on CNN that the wall fell.",
        [
            "Ada Lee (teller, 0.2): Ada Lee said on CNN that the wall fell.",
            "CNN (statement_to, 0.1): Ada Lee said on CNN that the wall fell.",
        ],
    ),
    ("“The wall fell,” Ada Lee told us.", ["Ada Lee (own_interview, 0.1): “The wall fell,” Ada Lee told us."]),
    (
        "“The wall fell,” Ada Lee told this newspaper.",
        ["Ada Lee (own_interview, 0.1): “The wall fell,” Ada Lee told this newspaper."],
    ),
    ("“Ada Lee told us the wall fell,” Roe said.", []),
    ("Ada Lee told us how it fell.", ["Ada Lee (own_interview, 0.1): Ada Lee told us how it fell."]),
    (
        "CNN reported that the wall fell. It was old. Police came.",
        ["CNN (reported, 0.1): CNN reported that the wall fell."],
    ),
    (
        "The wall fell, according to CNN. It was old.",
        ["CNN (according_to_outlet, 0.1): The wall fell, according to CNN."],
    ),
    ("The wall reportedly fell, and the roof stood.", ["reportedly (reportedly, 0.1): The wall reportedly fell"]),
    ("It rained, and the wall reportedly fell.", ["reportedly (reportedly, 0.1): and the wall reportedly fell."]),
    (
        "The wall fell. The remarks were first reported by CNN.",
        ["CNN (first_reported_by, 0.1): The wall fell. The remarks were first reported by CNN."],
    ),
    (
        "Ada Lee told CNN the wall fell. “It was old,” she said. “It was rotten,” she added.",
        [
            "Ada Lee (teller, 0.2): Ada Lee told CNN the wall fell. “It was old,” she said. “It was rotten,” she added.",
            "CNN (told, 0.1): Ada Lee told CNN the wall fell. “It was old,” she said. “It was rotten,” she added.",
        ],
    ),
    (
        "Ada Lee told CNN the wall fell. “It was old,” said Bob Roe.",
        ["Ada Lee (teller, 0.2): Ada Lee told CNN the wall fell.", "CNN (told, 0.1): Ada Lee told CNN the wall fell."],
    ),
    (
        "Ada Lee told CNN the wall fell. At a news conference, she said it was old.",
        [
            "Ada Lee (teller, 0.2): Ada Lee told CNN the wall fell.",
            "CNN (told, 0.1): Ada Lee told CNN the wall fell.",
            "news conference (occasion, 1.1): At a news conference, she said it was old.",
        ],
    ),
    (
        "“The wall fell,” Ada Lee told CNN on Monday, “and the roof fell.”",
        [
            "Ada Lee (teller, 0.2): “The wall fell,” Ada Lee told CNN on Monday, “and the roof fell.”",
            "CNN (told, 0.1): “The wall fell,” Ada Lee told CNN on Monday, “and the roof fell.”",
        ],
    ),
    (
        "(Reuters) - The wall fell. It was old.\n\nThe roof fell.",
        ["Reuters (dateline, 0.1): (Reuters) - The wall fell. It was old.\n\nThe roof fell."],
    ),
    (
        "The wall of the old harbour fell on Monday in the rain, and nobody in the town had been told of it by anybody.\n\nAda Lee told CNN the wall fell. “It was old,” she said.",
        [
            "Ada Lee (teller, 0.2): Ada Lee told CNN the wall fell. “It was old,” she said.",
            "CNN (told, 0.1): Ada Lee told CNN the wall fell. “It was old,” she said.",
        ],
    ),
    (
        "The wall of the old harbour fell on Monday in the rain, and nobody in the town had been told of it by anybody.\n\nIt was old.\n\n“It was rotten,” Ada Lee told CNN.\n\n“It is gone,” she said.",
        [
            "Ada Lee (teller, 0.2): It was old.\n\n“It was rotten,” Ada Lee told CNN.",
            "CNN (told, 0.1): It was old.\n\n“It was rotten,” Ada Lee told CNN.",
        ],
    ),
    (
        "“It was rotten,” Ada Lee told CNN.\n\n“It is gone,” she said.\n\nPolice came.",
        [
            "Ada Lee (teller, 0.2): “It was rotten,” Ada Lee told CNN.",
            "CNN (told, 0.1): “It was rotten,” Ada Lee told CNN.",
        ],
    ),
    (
        "“It was rotten,” Ada Lee told CNN.\n\n“It is gone,” Bob Roe said.",
        [
            "Ada Lee (teller, 0.2): “It was rotten,” Ada Lee told CNN.",
            "CNN (told, 0.1): “It was rotten,” Ada Lee told CNN.",
        ],
    ),
    ("CNN first reported the fall.\n\nThe wall was old.", ["CNN (first_reported, 0.1): CNN first reported the fall."]),
    (
        "The wall was old.\n\nReuters contributed to this report.",
        ["Reuters (contributed, 0.1): Reuters contributed to this report."],
    ),
    (
        "According to CNN, the wall fell; the roof stood.",
        ["CNN (according_to_outlet, 0.1): According to CNN, the wall fell"],
    ),
    (
        "While CNN reported that the wall fell, Reuters said it stood.",
        [
            "CNN (reported, 0.1): While CNN reported that the wall fell, ",
            "Reuters (reported, 1.1): While CNN reported that the wall fell, Reuters said it stood.",
        ],
    ),
]


def told(credit: Credit, text: str) -> str:
    """ "name (kind, relation, rule, chain.hop): words"."""
    source = credit.source
    how = (source.kind.value, credit.relation.value, credit.rule, f"{credit.chain}.{credit.hop}")
    return f"{source.name} ({', '.join(how)}): {credit.span.of(text)}"


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_whom_a_sentence_credits(text: str, expected: list[str]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": "en", "published": "2031-12-31"}))
    assert [told(credit, text) for credit in found.credits] == expected


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_which_words_a_credit_covers(text: str, expected: list[str]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": "en", "published": "2031-12-31"}))
    covered = ((one, one.scope.of(text) if one.scope else "-") for one in found.credits)
    assert [f"{c.source.name} ({c.rule}, {c.chain}.{c.hop}): {words}" for c, words in covered] == expected
