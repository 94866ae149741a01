"""Findings: a query a kind gives rows, a table of sentences gives words (`kinds/*.sql`, `rules/en/findings.toml`).

A kind that no single row shows has a walk as well, which folds the rows of its query (`walks.py`).
"""

from __future__ import annotations

import json
from typing import Any

from audit.ids import stable_id
from audit.judge.library import LONGEST, Library
from audit.judge.precision import precision_rows
from audit.judge.walks import WALKS, every_row
from audit.lexicon import load_rules
from audit.warehouse import Warehouse, read_sql

MARK = "machine reading, not reviewed"
Row = dict[str, Any]


def find_findings(warehouse: Warehouse) -> int:
    """Refill `findings`; what a reviewer rejected is left out. Returns how many there are."""
    kinds = load_rules("findings")
    ruled = dict(warehouse.query(read_sql(__package__, "rulings")))
    library = Library(warehouse)
    warehouse.run("delete from kind_precision")
    warehouse.insert("kind_precision", list(precision_rows()))
    earned = dict(warehouse.query("select kind, severity from kind_precision"))
    rows = dict[str, tuple[Any, ...]]()
    for kind, rule in kinds.items():
        found = warehouse.dicts(read_sql(__package__, f"kinds/{kind}"))
        for row in WALKS.get(kind, every_row)(found, library):
            key = stable_id("finding", kind, *(f"{p['article_id']}:{p['start']}:{p['end']}" for p in row["evidence"]))
            verdict = ruled.get(key)
            if verdict != "rejected":
                summary = _say(_template(rule, row), row, library, reviewed=verdict is not None)
                rows[key] = (
                    key,
                    kind,
                    earned[kind],
                    row["claim_id"],
                    row["article_id"],
                    summary,
                    json.dumps(row["evidence"]),
                )
    warehouse.run("delete from findings")
    return warehouse.insert("findings", [rows[key] for key in sorted(rows)])


def _bare(words: str) -> str:
    """One line without the marks around it and the stop behind it: it will stand in marks itself."""
    line = " ".join(words.split()).strip('“”"«»„‟')
    line = line if len(line) <= 2 * LONGEST else line[: 2 * LONGEST] + "…"
    return line.rstrip(".,;")


def _template(rule: Row, row: Row) -> str:
    """The sentence of a kind; its neutral one where nothing tells which text came first."""
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
