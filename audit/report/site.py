"""What all pages share: which articles and claims have a page, and which places of an article others point at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from audit.records import CARRIERS, UNNAMED
from audit.report.read import Row, rows
from audit.report.say import shorten
from audit.warehouse import Warehouse


@dataclass(slots=True)
class Site:
    """`heads` and `claims` by id, in the order of the index; `anchors` fills while the other pages are made."""

    heads: dict[str, Row]
    claims: dict[str, Row]
    version: Row
    anchors: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def load(cls, warehouse: Warehouse) -> Site:
        """Every article, every claim worth a page."""
        version = rows(warehouse, "version") or [{"code_version": None, "config_hash": None}]
        heads = {row["article_id"]: row for row in rows(warehouse, "heads")}
        claims = {row["claim_id"]: row for row in rows(warehouse, "claims")}
        return cls(heads, claims, version[0])

    def place(self, article_id: str, start: int | None = None) -> str | None:
        """Address of a place, from the root of the report; None for an article that is not held."""
        if article_id not in self.heads:
            return None
        if start is None:
            return f"articles/{article_id}.html"
        self.anchors[article_id].add(start)
        return f"articles/{article_id}.html#s-{start}"

    def claim(self, claim_id: str | None) -> str | None:
        """Address of a claim's page, from the root of the report; None where it has none."""
        return f"claims/{claim_id}.html" if claim_id in self.claims else None

    def name(self, article_id: str) -> str:
        """What a reader calls an article: its publisher, else its own id, else its file."""
        head = self.heads.get(article_id)
        if head is None:
            return "an article that is not held"
        return str(head["publisher"] or own_name(head))

    def title(self, article_id: str) -> str:
        """Headline, else the first words."""
        head = self.heads.get(article_id)
        return headline(head) if head else "an article that is not held"


def headline(head: Row) -> str:
    """Headline, else the first words of the text."""
    return shorten(head["title"] or head["opening"] or "", 110) or "without a title"


def own_name(head: Row) -> str:
    """The id that came along, else the name of the file."""
    return str(head["external_id"] or PurePosixPath(head["path"] or head["article_id"][:8]).stem)


def role_of(kind: str) -> str:
    """How a source that is no held article counts at the end of a chain."""
    if kind in CARRIERS or kind in ("document", "dataset"):
        return "not held"
    return "without a name" if kind in UNNAMED else "named"
