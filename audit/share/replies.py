"""The right of reply: a letter about a finding, and what became of it. States are lines beside the rulings."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from audit.errors import InputError
from audit.report.read import Row, rows_of
from audit.report.say import day as told_day
from audit.report.say import screen
from audit.review.decisions import read_replies
from audit.review.ledger import Ledger
from audit.warehouse import Warehouse

STATES = ("asked", "answered", "no_answer")


def write_letter(warehouse: Warehouse, finding: str, deadline: date) -> list[str]:
    """The lines of a letter that puts a finding to those it concerns. Raises InputError where it is not held."""
    found = rows_of(warehouse, f"{__package__}.queries", "finding_places", id=finding)
    if not found:
        raise InputError(f"{finding} is no finding of this warehouse", "secondhand findings lists them")
    day, head = told_day(deadline), found[0]
    outlets = dict.fromkeys(str(row["outlet"] or "a publisher not stated") for row in found)
    return [
        f"To: the editors of {' and '.join(outlets)}",
        f"Subject: a question about your text, reply by {day}",
        "",
        "We compare what articles say with where they have it from. A machine compared texts and found this:",
        "",
        f"    {screen('findings', head['kind'])}: {head['summary']}",
        "",
        "It rests on these words:",
        *(line for row in found for line in _place(row)),
        "",
        "We say nothing on what is true, and nothing on why texts differ. Is this read rightly? Is something missing?",
        f"We print your answer in full beside the finding if it reaches us by {day}; else we print that we asked.",
        f"Please quote {finding}.",
    ]


def _place(row: Row) -> list[str]:
    told = f"{row['outlet'] or 'publisher not stated'}, {row['title'] or 'without a title'}"
    day = f", {told_day(row['published_at'])}" if row["published_at"] else ""
    return ["", f"    {told}{day}{', ' + row['url'] if row['url'] else ''}:", f"    “{row['words']}”"]


def must_be_known(warehouse: Warehouse, reviews: Path, finding: str) -> None:
    """Raises InputError where a finding is neither held now nor was ever asked about."""
    asked = {told for told, *_ in read_replies(reviews)}
    if finding not in asked and not warehouse.query("from findings where finding_id = ? limit 1", [finding]):
        raise InputError(f"{finding} is no finding of this warehouse", "secondhand findings lists them")


def note_reply(reviews: Path, reviewer: str, finding: str, state: str, day: date | None, words: str = "") -> None:
    """Keep what became of a letter. Raises InputError for a state that is none."""
    if state not in STATES:
        raise InputError(f"{state} is no state of a reply", f"one of: {', '.join(STATES)}")
    Ledger(reviews, reviewer).append_reply(finding, state, day or datetime.now(UTC).date(), words)


__all__ = ["STATES", "must_be_known", "note_reply", "write_letter"]
