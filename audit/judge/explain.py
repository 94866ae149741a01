"""A measure explained: what it counts, the query, its rows, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from audit.errors import InputError
from audit.judge.measures import definitions, view_sql
from audit.warehouse import Warehouse, read_sql

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that stands behind the numbers of one measure and subject."""

    measure: str
    subject: str
    told: dict[str, str]
    values: Row
    sql: str
    rows: tuple[Row, ...]

    @property
    def sentence(self) -> str:
        """ "3 of 4", with bounds where the measure has them."""
        bounds = f", {self.values['low']:g} to {self.values['high']:g}" if self.values["low"] is not None else ""
        return f"{self.values['numerator']} of {self.values['denominator']}{bounds}"

    def as_row(self) -> Row:
        """One object for `--json`."""
        return {
            "measure": self.measure,
            "subject": self.subject,
            **self.told,
            **self.values,
            "sql": self.sql,
            "rows": list(self.rows),
        }

    def lines(self) -> list[str]:
        """The same for a reader."""
        told = [
            f"{self.measure} of {self.subject}: {self.sentence}",
            f"k: {self.told['k']}",
            f"n: {self.told['n']}",
            f"left out: {self.told['left_out']}",
            f"it does not tell: {self.told['limits']}",
        ]
        return [*told, "", self.sql.strip(), "", *map(_line, self.rows)]


def _line(row: Row) -> str:
    mark = "left out" if not row["amount"] else "counted" if row["counted"] else "not counted"
    place = f" [{row['article_id']} {row['start_char']}-{row['end_char']}]" if row["start_char"] is not None else ""
    note = f" ({row['note']})" if row.get("note") is not None else ""
    return f"{mark}: {' '.join(str(row['text'] or '').split())}{note}{place}"


def explain(warehouse: Warehouse, measure: str, subject: str) -> Explanation:
    """What `measure` says of a subject id ("all" for the collection). Raises InputError for an unknown one."""
    if measure not in definitions():
        raise InputError(f"{measure} is no measure", f"one of: {', '.join(sorted(definitions()))}")
    values = warehouse.dicts(
        "select numerator, denominator, low, high from measures where measure = ? and subject_id = ?",
        [measure, subject],
    )
    if not values:
        raise InputError(f"{measure} says nothing of {subject}", "name an article_id, a claim_id, or all")
    rows = warehouse.dicts(read_sql(__package__, "explain_rows"), {"view": f"{measure}_evidence", "subject": subject})
    return Explanation(measure, subject, definitions()[measure], values[0], view_sql(measure), tuple(rows))
