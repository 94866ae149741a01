"""When and where a figure holds: what only looks like its time or its place."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Span


def circumstances(text: str) -> tuple[str | None, str | None]:
    figure = find_figures(text, [Span(0, len(text))])[0]
    return figure.as_of, figure.place


TIMES = [
    ("Holm said on Monday that 20 boats sank.", None),
    ("The port reported Monday night that 20 boats sank.", None),
    ("Holm told the crew last week 20 boats sank.", None),
    ("Holm spoke on Friday, saying 20 boats sank.", None),
    ("On Monday that storm sank 20 boats.", "On Monday"),
    ("Within 15 seconds 20 boats sank.", None),
    ("Cod for May delivery rose 9 percent.", None),
    ("Since the vote and the storm 20 boats sank.", "Since the vote"),
    ("Since then 20 boats sank.", "Since then"),
    ("It was shut since October 1, so 20 boats sank.", "since October 1"),
    ("Since Roe took office 20 boats sank.", None),
    ("Since reaching a high, 20 boats sank.", None),
    ("It lost 20 boats since 7/7.", None),
    ("It lost 20 boats since Roe's win.", "since Roe's win"),
    ("It lost 20 boats since the presidency of Bo Roe.", "since the presidency of Bo Roe"),
    ("It lost 20 boats since the start of the year.", "since the start of the year"),
    ("It lost 20 boats since the long civil war began in Orv.", "since the long civil war began"),
    ("It lost 20 boats since the Orvian Fishing Party won votes.", None),
    ("It lost 20 boats since Roe so often sailed.", None),
    ("It lost 20 boats since citizens of Orv own a share.", None),
    ("It lost 20 boats since the law went into effect.", None),
    ("It lost 20 boats since the pier in Tarsk sank.", None),
    ("It has since sold 20 boats.", None),
    ("It was at its lowest since 1955 — 20 boats sank.", None),
    ("It lost 20 boats in 2008 and 2009.", "in 2008 and 2009"),
    ("It lost 20 boats in July and August.", "in July and August"),
    ("It lost 20 boats from Monday through Friday.", "from Monday through Friday"),
    ("It lost 20 boats over the next decade or two.", "over the next decade or two"),
    ("It lost 20 boats in this year's storm.", "in this year"),
    ("It lost 20 boats since the May 9 storm.", "since the May 9 storm"),
    ("It lost 20 boats since the", None),
    ("It lost 20 boats since Orv's 9 towns left.", None),
    ("It lost 20 boats since around 1980.", "since around 1980"),
    ("It lost 20 boats since record keeping began.", None),
    ("It lost 20 boats since Bo Roe Jr. left.", None),
    ("“It lost 20 boats since the vote. Where are they?”", "since the vote"),
    ("Since the full-scale war 20 boats sank.", "Since the full-scale war"),
    ("About 20 boats sank since the war began.", "since the war began"),
    ("About 20 boats were sent under a pact that was signed in June.", None),
    ("About 20 boats sank; Roe left in June.", None),
    ("About 20 boats that sank in June were old.", "in June"),
    ("About 20 boats sank in June.", "in June"),
    ("More than 20 boats sank, and the mayor left Tuesday.", None),
    ("In March it sank 20 boats, while in May it sank more.", "In March"),
    ("The mayor left in May, but 20 boats stayed.", None),
    ("During the talks on Monday, the clerks left, and 20 boats sank.", "on Monday"),
    ("Bo Roe, 82, sold his boat in May.", None),
    ("About 20 boats sank last Friday.", "last Friday"),
    ("About 20 boats sank this March.", "this March"),
    ("About 20 boats sank in last Friday's storm.", None),
    ("About 20 boats sank in the 1920s.", "in the 1920s"),
    ("About 20 boats sank in the early 1980s.", "in the early 1980s"),
    ("About 20 boats sank in recent years.", "in recent years"),
    ("About 20 boats sank in fiscal year 2013.", "in fiscal year 2013"),
    ("About 20 boats sank in fiscal 2013.", "in fiscal 2013"),
    ("About 20 boats sank over the weekend.", "over the weekend"),
    ("About 20 boats sank in the week after the war.", None),
    ("About 20 boats sank that night.", "that night"),
    ("About 20 boats sank this morning.", "this morning"),
    ("In May the share of men who had a boat dropped 6 points.", "In May"),
    # times of another verb
    ("Last year they passed a bill that sends 20 boats.", None),
    ("Holm voted on Friday to send 20 boats.", None),
    ("Holm was sorry Saturday for calling 20 boats rotten.", None),
    ("On Sunday she left, two days after the storm.", None),
    ("In May they got by on Friday, when 20 boats sank.", "on Friday"),
    ("On Friday the crew is due to send 20 boats.", "On Friday"),
    ("They left in the first two weeks of May.", "of May"),
]


@pytest.mark.parametrize(("text", "when"), TIMES, ids=lambda case: str(case)[:40])
def test_when_it_holds(text: str, when: str | None) -> None:
    assert circumstances(text)[0] == when


PLACES = [
    ("She is a star in the Orvian Party of 20 men.", None),
    ("He is one of 20 men at the Tarsk Fishing Institute.", None),
    ("About 20 men spoke in Monday's debate.", None),
    ("They praised 20 men at Roe's rally.", None),
    ("The 20 men at the OFA left.", None),
    ("The 20 best men in Tarsk League history left.", None),
    ("A storm in Tarsk's capital sank 20 boats.", "Tarsk"),
    ("Early in Roe's term 20 boats sank.", None),
    ("About 20 men spoke at Roe's house.", None),
    ("About 20 boats lay in Roe's harbour in St. Orv.", "St. Orv"),
    ("About 20 boats sank in the U.S.", "U.S."),
    ("In Tarsk boats rose by 20 percent.", "Tarsk"),
    ("About 20 boats sank in Tarsk county.", "Tarsk"),
    ("About 20 boats sank in Tarsk-held waters.", None),
    ("About 20 boats sank near Tarsk University.", "Tarsk University"),
    ("About 20 boats sank in Tarsk.", "Tarsk"),
]


@pytest.mark.parametrize(("text", "where"), PLACES, ids=lambda case: str(case)[:40])
def test_where_it_holds(text: str, where: str | None) -> None:
    assert circumstances(text)[1] == where
