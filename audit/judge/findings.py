"""Findings: a query a kind gives rows, a table of sentences gives words (`kinds/*.sql`, `rules/en/findings.toml`).

A kind that no single row shows has a walk as well, which folds the rows of its query (`along_arrows.py`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from audit.judge.along_arrows import WALKS, every_row
from audit.judge.identity import finding_id, finding_words, former_ids
from audit.judge.library import LONGEST, Library
from audit.judge.precision import COUNTED, FIRST, NOTE, precision_rows
from audit.lexicon import load_rules
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.warehouse import Subjects, Warehouse, place_rulings, read_sql

MARK = "machine reading, not reviewed"
Row = dict[str, Any]
IN_ORDER = frozenset({"circular", "figure_drift"})
"""Kinds whose queries order their rows, as their walks want them."""
SAYS_MORE = {"single_origin": "missing_origin"}
"""Kinds of which another says the same of a claim, and more: its one origin is not even held."""


def find_findings(warehouse: Warehouse, judged: Set[str] | None = None, outlets: Outlets = PACKAGED) -> int:
    """Refill `findings`, and `rejected_findings` with those that a reviewer rejected. Returns how many there are.

    Where the articles are told that are `judged`, findings without a place in them stay as they are.
    """
    asked = {kind: _asked(warehouse, kind) for kind in load_rules("findings")}
    spoken_of = (article for rows in asked.values() for row in rows for article in _articles(row))
    library = Library(warehouse, spoken_of, outlets)
    told_once = _without_poorer(_without_repeats(dict(_found(asked, library)), library))
    found = {key: one for key, one in told_once.items() if judged is None or _is_among(one, judged)}
    ruled = _rulings(warehouse, found, library) if judged is None else {}
    told = _told(found, ruled, _earned(warehouse), library)
    if judged is None:
        warehouse.run("delete from findings; delete from rejected_findings")
    else:
        warehouse.run(read_sql(__package__, "drop_judged"))
    for table in ("findings", "rejected_findings"):
        warehouse.insert(table, told[table])
    return int(warehouse.query("select count(*) from findings")[0][0])


def _earned(warehouse: Warehouse) -> dict[str, int]:
    """Refill `kind_precision`. Returns the severity of each kind."""
    warehouse.run("delete from kind_precision")
    warehouse.insert("kind_precision", list(precision_rows()))
    return dict(warehouse.query("select kind, severity from kind_precision"))


def _told(
    found: Mapping[str, Found], ruled: Mapping[str, str], earned: Mapping[str, int], library: Library
) -> Mapping[str, Sequence[tuple[Any, ...]]]:
    """Findings as rows of their tables."""
    rows = defaultdict[str, list[tuple[Any, ...]]](list)
    for key, (kind, row) in sorted(found.items()):
        summary = _say(_template(load_rules("findings")[kind], row), row, library, reviewed=key in ruled)
        grade = COUNTED if row.get("counted") else min(earned[kind], NOTE if row.get("slight") else FIRST)
        told = (key, kind, grade, row["claim_id"], row["article_id"], summary, json.dumps(row["evidence"]))
        rows["rejected_findings" if ruled.get(key) == "rejected" else "findings"].append(told)
    return rows


Found = tuple[str, Row]
"""A kind and a row of its query."""


def _asked(warehouse: Warehouse, kind: str) -> list[Row]:
    """What the query of a kind finds, in an order that is always the same."""
    rows = warehouse.dicts(read_sql(__package__, f"kinds/{kind}"))
    return rows if kind in IN_ORDER else sorted(rows, key=_places)


def _articles(row: Row) -> Iterator[str]:
    """The articles that a row speaks of, as far as it tells them by their places."""
    yield from (place["article_id"] for place in row.get("evidence") or ())


def _is_among(found: Found, judged: Set[str]) -> bool:
    """Whether a finding has a place in one of these articles."""
    return not judged.isdisjoint(_articles(found[1]))


def _found(asked: Mapping[str, Sequence[Row]], library: Library) -> Iterator[tuple[str, Found]]:
    """Every finding by its id; of two with one id the last row is kept."""
    for kind, rows in asked.items():
        for row in WALKS.get(kind, every_row)(rows, library):
            yield finding_id(kind, row, library), (kind, row)


def _without_poorer(found: Mapping[str, Found]) -> dict[str, Found]:
    """The findings without those of a claim of which another kind tells the same and more."""
    richer = {(kind, row["claim_id"]) for kind, row in found.values() if kind in SAYS_MORE.values()}
    return {key: one for key, one in found.items() if (SAYS_MORE.get(one[0]), one[1]["claim_id"]) not in richer}


def _without_repeats(found: Mapping[str, Found], library: Library) -> dict[str, Found]:
    """The findings without those that the same words of the same articles tell again: a text may repeat a sentence."""
    told = dict[tuple[object, ...], str]()
    for key, (kind, row) in found.items():
        words = tuple((place["article_id"], " ".join(library.words(place).split())) for place in row["evidence"])
        told.setdefault((kind, words, repr(row.get("slots"))), key)
    return {key: found[key] for key in told.values()}


def _places(row: Row) -> list[tuple[str, int, int]]:
    """By what the rows of a kind are put in order: which of several leads a card is no matter of chance."""
    return [(place["article_id"], place["start"], place["end"]) for place in row["evidence"]]


def _rulings(warehouse: Warehouse, found: Mapping[str, Found], library: Library) -> dict[str, str]:
    """The ruling that stands on each finding that was ruled on: accepted or rejected."""

    def former() -> dict[str, str]:
        mentions = warehouse.query("select claim_id, mention_id from claim_mentions")
        return {old: new for old, new in former_ids(load_rules("findings"), mentions).items() if new in found}

    def said(key: str) -> str:
        return finding_words(*found[key], library)

    place_rulings(warehouse, "finding", lambda: Subjects(found.keys(), said, former))
    return dict(warehouse.query(read_sql(__package__, "rulings")))


def _bare(words: str) -> str:
    """One line without the marks around it and the stop behind it: it will stand in marks itself."""
    line = " ".join(words.split()).strip('“”"«»„‟')
    line = line if len(line) <= 2 * LONGEST else line[: 2 * LONGEST] + "…"
    return line.rstrip(".,;")


def _template(rule: Row, row: Row) -> str:
    """The sentence of a kind: the one its row asks for, or a neutral one where nothing tells what came first."""
    if row.get("told_as"):
        return str(rule[row["told_as"]])
    return str(rule["unordered"] if row.get("unordered") and "unordered" in rule else rule["sentence"])


def _say(template: str, row: Row, library: Library, *, reviewed: bool) -> str:
    places = row["evidence"]
    slots = {name: value if value is not None else "unknown" for name, value in row["slots"].items()}
    first, second = places[0], places[1] if len(places) > 1 else places[0]
    words = {
        "a": _bare(library.around(first)),
        "b": _bare(library.around(second)),
        "words": _bare(library.words(first)),
        "other_words": _bare(library.words(second)),
    }
    return f"{template.format(**{**words, **slots})} ({'reviewed' if reviewed else MARK})"
