"""A report that may be passed on: what somebody accepted, the words compared and no more, private posters left out.

Invariant: over the whole share at most `MOST_WORDS` words of an article; nothing unreviewed unless it is asked for, and
then every page says so.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from audit.errors import InputError
from audit.ids import stable_id
from audit.lexicon.people_list import Listed
from audit.report.read import Row, rows_of
from audit.report.say import counted, day, screen
from audit.share.private import Posters, private_posters
from audit.warehouse import Warehouse

MOST_WORDS = 90
_QUERIES = f"{__package__}.queries"
_CUT = "[more words of this article are not shown here]"


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article as they may be shown."""

    words: str
    outlet: str
    byline: str
    day: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as it may be shown."""

    subject_id: str
    kind: str
    places: tuple[Place, ...]
    reply: str
    reply_in_full: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it may be shown."""

    subject_id: str
    parent: str
    child: str
    says: str
    day: str
    url: str | None


def write_share(warehouse: Warehouse, folder: Path, public: Iterable[Listed] = (), *, unreviewed: bool = False) -> Path:
    """Write the share into a folder; its page. What an earlier share there held and this one does not is listed."""
    posters = private_posters(warehouse, public)
    cards, links, left = _accepted(warehouse, posters, unreviewed=unreviewed)
    told = {"cards": cards, "links": links, "left": left, "unreviewed": unreviewed}
    key = stable_id("share", repr(told))
    before = _before(folder / "share.json")
    subjects = [card.subject_id for card in cards] + [link.subject_id for link in links]
    withdrawn = sorted({*before["withdrawn"], *before["subjects"]} - set(subjects))
    version = before["version"] + (key != before["id"])
    page = _environment().get_template("share.html").render(**told, id=key, version=version, withdrawn=withdrawn)
    kept = {"id": key, "version": version, "withdrawn": withdrawn, "subjects": subjects}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(page, encoding="utf-8", errors="backslashreplace", newline="\n")
        (folder / "share.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"the share cannot be written to {folder}", error.strerror or str(error)) from error
    return folder / "index.html"


def _accepted(
    warehouse: Warehouse, posters: Posters, *, unreviewed: bool
) -> tuple[list[Card], list[Link], dict[str, int]]:
    """Findings and links that may be shown, and how many may not."""
    findings: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(warehouse, _QUERIES, "shared_findings"):
        findings[row["subject_id"]].append(row)
    links = rows_of(warehouse, _QUERIES, "shared_links")
    shown = [own for own in findings.values() if unreviewed or own[0]["status"] == "accepted"]
    kept = [row for row in links if unreviewed or row["status"] == "accepted"]
    used: Counter[str] = Counter()
    cards = [_card(own, posters, used) for own in shown]
    left = {"findings": len(findings) - len(shown), "links": len(links) - len(kept)}
    return cards, [_link(row, posters) for row in kept], left


def _card(rows: Sequence[Row], posters: Posters, used: Counter[str]) -> Card:
    places = tuple(_place(row, posters, used) for row in rows)
    head = rows[0]
    return Card(head["subject_id"], screen("findings", head["kind"]), places, head["reply"], head["reply_in_full"])


def _place(row: Row, posters: Posters, used: Counter[str]) -> Place:
    told = posters.told(row["article_id"], row["start_char"], row["end_char"], row["words"] or "")
    words = told.split()
    room = max(0, MOST_WORDS - used[row["article_id"]])
    used[row["article_id"]] += min(room, len(words))
    cut = " ".join(words[:room]) + (f" {_CUT}" if len(words) > room else "")
    by = "" if posters.names(row["byline"] or "") else row["byline"] or ""
    at = day(row["published_at"]) if row["published_at"] else "date not known"
    return Place(cut.strip(), row["outlet"] or "publisher not stated", by, at, posters.address(row["url"]))


def _link(row: Row, posters: Posters) -> Link:
    says = f"{screen('edges', row['relation'])}: {screen('basis', row['basis'])}"
    at = day(row["published_at"]) if row["published_at"] else "date not known"
    parent = posters.name(row["parent_source_id"], row["had_it_from"])
    return Link(
        row["subject_id"],
        parent,
        row["child_outlet"] or "publisher not stated",
        says,
        at,
        posters.address(row["child_url"]),
    )


def _before(path: Path) -> dict[str, Any]:
    """What the share in this folder held; nothing where there is none."""
    empty: dict[str, Any] = {"id": None, "version": 0, "withdrawn": [], "subjects": []}
    try:
        return {**empty, **json.loads(path.read_text(encoding="utf-8"))}
    except (OSError, ValueError):
        return empty


def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    env.globals.update(
        counted=counted, style=Markup(files("audit.report").joinpath("style.css").read_text(encoding="utf-8"))
    )
    return env
