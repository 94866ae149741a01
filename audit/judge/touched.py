"""What of an archive that grew is judged anew: what touched articles bear on, and no more.

Invariant: what is left as it stood would come out the same. A finding tells of articles and of the claims that these
share; one none of whose articles has another row, another claim, or a neighbour that is folded with it into one card
is what it was. A measure is of an article or a claim alone, and over all it is the sum of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from audit.ids import name_key
from audit.judge.gates.known_tellers import BESIDE, FULL_NAME  # a rule of that file counts as read with all of it
from audit.judge.measures import BOUNDS
from audit.trace.touched_claims import changed_inputs
from audit.warehouse import Before, Warehouse, read_sql

MOST = 3  # one part in so many of the articles: where more are touched, judging all costs no more


def narrow(warehouse: Warehouse, before: Before) -> bool:
    """Let queries see what touched articles need alone, until `widen`. Returns False where all is to be judged.

    A ruling on a finding is placed among all of them.
    """
    if any(side.query(_sql("ruled_on")) for side in (warehouse, before)):
        return False
    texts = changed_inputs(warehouse, before)
    articles = {("article", article) for _, article in texts}
    _say(warehouse, "changed", ("part", "key"), {*articles, *before.differing(_sql("inputs"))})
    touched = {*_on_both("touched", warehouse, before), *_beside_new_names(warehouse, before)}
    _say(warehouse, "touched_articles", ("article_id",), ((article,) for article in touched))
    judged = _on_both("tied", warehouse, before)
    if MOST * len(judged) > warehouse.query(_sql("articles_counted"))[0][0]:
        return False
    _say(warehouse, "judged_articles", ("article_id",), ((article,) for article in judged))
    warehouse.run(_sql("narrow"))
    return True


def widen(warehouse: Warehouse) -> None:
    """Let queries see all again."""
    warehouse.run(_sql("widen"))


def keep(warehouse: Warehouse) -> None:
    """Put measures and places of what was judged in the place of those before; all others stay."""
    warehouse.run(_sql("keep_measures"), {"bounds": sorted(BOUNDS)})
    warehouse.run(_sql("keep_evidence"))


def judged_articles(warehouse: Warehouse) -> frozenset[str]:
    """The articles whose findings are made anew."""
    return frozenset(article for (article,) in warehouse.query("from judged_articles"))


def apart(warehouse: Warehouse) -> frozenset[str] | None:
    """The articles that alone have other rows than before; None where all was judged without a look at them."""
    if not warehouse.query(_sql("looked_at")):
        return None
    return frozenset(key for (key,) in warehouse.query(_sql("articles_apart")))


def _on_both(name: str, warehouse: Warehouse, before: Before) -> set[str]:
    """The articles that a query tells of now or told of before."""
    return {article for side in (warehouse, before) for (article,) in side.query(_sql(name))}


def _beside_new_names(warehouse: Warehouse, before: Before) -> Iterator[str]:
    """Articles where the name of a person that came or went stands beside unnamed sources, or is a claim's origin."""
    people = {name_key(name) for side in (warehouse, before) for (name,) in side.query(_sql("people_moved"))}
    if not people:
        return
    for article, before_it, behind in warehouse.query(_sql("beside_unnamed"), {"beside": BESIDE}):
        sides = before_it.split("\n")[-1], behind.split("\n")[0]
        if _meet(people, (name for side in sides for name in FULL_NAME.findall(side))):
            yield article
    yield from (article for article, name in warehouse.query(_sql("origins_called")) if _meet(people, name.split(", ")))


def _meet(people: Set[str], names: Iterable[str]) -> bool:
    return any(name_key(name) in people for name in names)


def _say(warehouse: Warehouse, table: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A temporary table of words."""
    warehouse.run(f"create or replace temp table {table} ({', '.join(f'{column} varchar' for column in columns)})")
    warehouse.insert(table, sorted(rows))


def _sql(name: str) -> str:
    return read_sql("audit.judge", name)
