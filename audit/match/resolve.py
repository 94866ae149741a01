"""Who is who across articles: the step that points each mention to one being, from scratch in every run.

Invariant: a mention keeps the id of its own article's reading beside the resolved one, and what joins two beings is a
row of `source_aliases`; the outcome depends on the readings alone, never on what an earlier run made of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from audit.ids import name_key, source_id
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.lexicon.people_list import Listed
from audit.match.identity import Person, merge_people
from audit.match.name_kinds import Being, merge_kinds
from audit.match.publishers import Carrier, Registered, merge_carriers, registered_outlets
from audit.match.ruled_speakers import place_merges, place_speakers
from audit.warehouse import Warehouse, read_sql


def resolve_sources(
    warehouse: Warehouse, run_id: str = "", listed: Iterable[Listed] = (), outlets: Outlets = PACKAGED
) -> int:
    """Point every mention of a being to one source. Returns how many beings turned out to be another one."""
    warehouse.run(read_sql(__package__, "own_sources"))
    place_merges(warehouse)
    known, registered = registered_outlets(_named_outlets(warehouse), outlets)
    _settle(warehouse, registered)
    _merge(warehouse, known, "registry", run_id)
    _lay_over(warehouse, tuple(listed), run_id)
    warehouse.run(read_sql(__package__, "hold_publishers"))
    _merge(warehouse, merge_carriers(_carriers(warehouse), outlets), "publisher", run_id)
    _merge(warehouse, dict(warehouse.query(read_sql(__package__, "hosts"))), "host", run_id)
    _merge(warehouse, merge_kinds(_beings(warehouse), outlets), "kind", run_id)
    _merge(warehouse, dict(warehouse.query(read_sql(__package__, "short_names"))), "capitals", run_id)
    for why, merged in merge_people(_people(warehouse)).items():
        _merge(warehouse, merged, why, run_id)
    warehouse.run(read_sql(__package__, "point_mentions"))
    warehouse.run(read_sql(__package__, "posters"))
    warehouse.run(read_sql(__package__, "keep_aliases"))
    warehouse.run(read_sql(__package__, "hold_publishers"))
    place_speakers(warehouse)
    warehouse.run(read_sql(__package__, "ruled_out_speakers"))
    return int(warehouse.query("select count(*) from source_aliases")[0][0])


def _merge(warehouse: Warehouse, merged: Mapping[str, str], why: str, run_id: str) -> None:
    if merged:
        warehouse.run("create or replace temp table merged (source_id varchar, into_id varchar, why varchar)")
        warehouse.insert("merged", [(source, home, why) for source, home in sorted(merged.items())])
        warehouse.run(read_sql(__package__, "merge_sources"), {"run_id": run_id})


def _named_outlets(warehouse: Warehouse) -> list[tuple[str, str]]:
    sql = "select source_id, name from sources where kind in ('outlet', 'agency', 'platform', 'aggregator')"
    return [(source, name) for source, name in warehouse.query(sql)]


def _settle(warehouse: Warehouse, registered: Iterable[Registered]) -> None:
    """Outlets that the registry knows go by its name, kind and owner."""
    warehouse.run(read_sql(__package__, "registered"))
    warehouse.insert("registered", registered)
    warehouse.run(read_sql(__package__, "settle_registered"))


def _carriers(warehouse: Warehouse) -> list[Carrier]:
    return [Carrier(*row) for row in warehouse.query(read_sql(__package__, "publishers"))]


def _beings(warehouse: Warehouse) -> list[Being]:
    """Those whose name another one has too, with the articles that name them: nobody asks for those of all others."""
    rows = warehouse.query(read_sql(__package__, "beings"))
    alike = Counter(name_key(row[1]) for row in rows)
    shared = [row for row in rows if alike[name_key(row[1])] > 1]
    asked = {"sources": [row[0] for row in shared]}
    articles = dict(warehouse.query(read_sql(__package__, "articles_naming"), asked)) if shared else {}
    return [Being(*told) for told in ((*row, articles.get(row[0], 0)) for row in shared)]


def _people(warehouse: Warehouse) -> list[Person]:
    warehouse.run(read_sql(__package__, "naming"))
    beside = {article: frozenset(named) for article, named in warehouse.query(read_sql(__package__, "company"))}
    people = [
        Person(key, name, tuple(name_key(name).split()), affiliation, frozenset(articles), beside)
        for key, name, affiliation, articles in warehouse.query(read_sql(__package__, "people"))
    ]
    return [person for person in people if person.words]


def _lay_over(warehouse: Warehouse, listed: tuple[Listed, ...], run_id: str) -> None:
    """People and bodies of the user's own list: everybody of one of their names is the one listed."""
    if not listed:
        return
    homes = {name_key(name): one for one in listed for name in (one.name, *one.aliases)}
    rows = warehouse.query("select source_id, name, kind from sources where kind in ('person', 'organisation')")
    ids = {one: source_id(one.kind, one.name) for one in listed}
    found = {source: homes[name_key(name)] for source, name, kind in rows if name_key(name) in homes}
    used = dict.fromkeys(found.values())
    told = [(ids[one], one.name, one.kind.value, one.affiliation, one.wikidata) for one in used]
    warehouse.run(read_sql(__package__, "listed"))
    warehouse.insert("listed", told)
    warehouse.run(read_sql(__package__, "settle_listed"))
    _merge(warehouse, {s: ids[one] for s, one in found.items() if s != ids[one]}, "people.csv", run_id)
