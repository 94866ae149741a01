"""How real a figure is by what stands over its verb."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Modality, Span

DONE, POSSIBLE, PLANNED, DENIED = Modality.DONE, Modality.POSSIBLE, Modality.PLANNED, Modality.DENIED

READ = [
    ("The caucus wanted the mayor to spare all 8 million trees.", PLANNED),
    ("Holm will join Roe and more than 100 clerks.", PLANNED),
    ("Holm recommended slashing this rate to 30.5 percent.", PLANNED),
    ("They heard her vow to sell 40 boats.", PLANNED),
    ("It could fairly easily be a two-point lead.", POSSIBLE),
    ("They are more likely to send 40 boats.", POSSIBLE),
    ("Even if Roe gets 35 boats, Holm goes on.", POSSIBLE),
    ("The bill could cut taxes and build 20 boats.", POSSIBLE),
    ("Did the mayor sell 20 boats?", POSSIBLE),
    ("The town refused to sell 20 boats.", DENIED),
    ("The mayor never sold 20 boats.", DENIED),
    ("The firm will likely shut down, leaving 20 clerks out of work.", PLANNED),
    ("Rain is expected to hit Orv, dropping 20 inches on it.", PLANNED),
    ("The 14 clerks who were unwilling to sell it stayed.", DENIED),
    ("Five towns are likely to sue.", POSSIBLE),
    ("Savers are allowed to set aside $5.", POSSIBLE),
    ("The firm is seeking increases of more than 30 percent.", PLANNED),
    ("It needs 20 boats.", POSSIBLE),
    ("The town should sell 20 boats.", POSSIBLE),
    ("A boat must carry 20 men.", POSSIBLE),
    ("The town is supposed to sell 20 boats.", PLANNED),
    ("The budget is projected to fall to $20.", PLANNED),
    ("The mayor is on track to get 306 votes.", PLANNED),
    ("Holm has long demanded that the fee be cut to $20.", PLANNED),
    ("Holm demanded that fares go up for 2 percent of riders.", PLANNED),
    ("The law requires that the firm get a 20 percent discount.", POSSIBLE),
    ("If we solve those two problems, it goes on.", POSSIBLE),
    ("They can't afford 20 boats.", DENIED),
    ("They aren’t building 20 boats.", DENIED),
    ("Nothing like this has happened in at least 80 years.", DENIED),
    ("No boat crossed 20 rivers.", DENIED),
    ("Instead of bringing on 8 mayors, they left.", DENIED),
    ("The law kept quiet but barred clerks from selling 20 boats.", DENIED),
    ("Orv is among 36 towns not building a pier.", DENIED),
    ("The bill creates 20 jobs.", PLANNED),
    ("The plan costs $5.", PLANNED),
    ("Mayor Of Orv To Sell 20 Boats", PLANNED),
    ("The town has to buy 20 boats.", POSSIBLE),
    ("The town would have to buy 20 boats.", POSSIBLE),
    ("The town will have to buy 20 boats.", PLANNED),
    ("The town does not have to buy 20 boats.", DENIED),
    ("They got the 60 votes needed for the pier.", POSSIBLE),
    ("About 20 boats were requested.", PLANNED),
    ("They fixed the pier rather than giving grants to 20 clerks.", DENIED),
    ("They read a bill that creates 20 jobs.", PLANNED),
    ("The clerks encouraged Roe to sell 20 boats.", PLANNED),
    ("Maybe he sold 20 boats.", POSSIBLE),
    ("Holm wanted the U.S. fleet to sell 20 boats.", PLANNED),
    ("About 20 boats would not be enough.", DENIED),
    ("Some 20 boats could be superfluous.", POSSIBLE),
    ("The town cannot spend more than $5 on it.", DENIED),
    ("They are not going to be sold in 20 days.", DENIED),
    ("This does not mean the crew missed 20 boats.", DENIED),
    ("They did not get it sold in 20 days.", DENIED),
    ("She does not want to see 20 boats sold.", DENIED),
    # what holds nevertheless
    ("The town had to buy 20 boats.", DONE),
    ("The council rejected 20 boats.", DONE),
    ("It does not excuse the harm that mayors inflicted on 20 boats.", DONE),
    ("Roe was not on the list of 20 clerks seen there.", DONE),
    ("The mayors have long sought the 20 boats.", PLANNED),
    ("The board wants a majority in the 100-member chamber.", DONE),
    ("They do not want Roe to block a rise in Orv's $5 limit.", DONE),
    ("The plan gained help from two clerks.", DONE),
    ("My plan has five parts.", DONE),
    ("Democrats have been demanding it for six months.", DONE),
    ("No doubt the town sold 20 boats.", DONE),
    ("The Orv Project is opening five shops.", DONE),
    ("The firm tracks spending by watching 20 shops.", DONE),
    ("They agreed that the crews sold 20 boats.", DONE),
    ("Why did the mayor sell 20 boats?", DONE),
    ("The mayor never paid less than 13 percent.", DONE),
    ("The firm is trying to keep up, sending $5 to each town.", DONE),
    ("The firm did not close, leaving 20 clerks at work.", DONE),
    ("It won by margins that Roe would envy, winning by 50 points.", DONE),
    ("The firm wants to settle the death of Roe and three other clerks.", DONE),
    ("The pier, if not ruined, cost $5.", DONE),
]


@pytest.mark.parametrize(("text", "modality"), READ)
def test_what_stands_over_the_verb(text: str, modality: Modality) -> None:
    assert find_figures(text, [Span(0, len(text))])[-1].modality is modality
