"""The verb of a figure that stands away from it: before its clause, behind it, in a list, past a long subject."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Figure, Span


def read(text: str) -> list[Figure]:
    return list(find_figures(text, [Span(0, len(text))]))


READ = [
    ("In his first six years, Roe hired a clerk.", "hire"),
    ("Two weeks ago, experts warned of it.", "warn"),
    ("Half a century after the raid, the town sold its pier.", "sell"),
    ("For eight years the town has refused it.", "refuse"),
    ("In at least two cases, fees were doubled.", "double"),
    ("However, with seven races to go, Holm has left.", "leave"),
    ("In two weeks, Roe said, the pier opens.", "open"),
    ("He died Monday, two days after the blast.", "die"),
    ("The wage rose slowly, to $24.", None),
    ("Only 26 percent of those polled said it is safe.", "say"),
    ("Some 40 agents and some of the town's best clerks have been sent.", "send"),
    ("Five clerks, including Bo Roe, who sits on the board, and Ada Holm, agreed to meet.", "agree"),
    ("The crew shot and killed five men who were equipped with oars.", "kill"),
    ("They freed about 70 clerks who faced a trial.", "free"),
    ("They joined the five towns that have sold it.", "sell"),
    ("They joined the five towns, which sold it.", "join"),
    ("It cut the U.S. rate to 21 percent.", "cut"),
    ("The two women would bond at it.", "bond"),
    ("He said 60 days may not be enough.", None),
    # another clause, another verb
    ("It was backed, like the pact, by the two mayors, this time joined by Roe.", None),
    ("They say that in a fifth of the towns it serves, it is alone.", None),
    ("While its army waited, with about 20 boats, it uses old guns.", None),
]


@pytest.mark.parametrize(("text", "predicate"), READ)
def test_the_verb_of_the_clause(text: str, predicate: str | None) -> None:
    assert read(text)[0].predicate == predicate


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("Three clerks, two mates and one cook were hurt.", ["hurt", "hurt", "hurt"]),
        ("The wage rose 3 cents, to $24.", ["rise", "rise"]),
        ("With 3 cars, 5 boats were sold.", ["sell", "sell"]),
        ("Of the 12 boats, 5 were sold.", [None, "sell"]),
        ("He owns 3 cars, and 5 boats were sold.", ["own", "sell"]),
        ("In towns with 3 cars, 5 boats and 4 ships were sold.", [None, "sell", "sell"]),
    ],
)
def test_a_list_shares_its_verb(text: str, predicates: list[str | None]) -> None:
    assert [figure.predicate for figure in read(text)] == predicates
