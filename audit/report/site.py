"""What all pages share: which articles and claims have a page, which places of an article others point at."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from audit.records import CARRIERS, UNNAMED
from audit.report.read import Row, rows
from audit.report.say import counted, screen, shorten
from audit.warehouse import Warehouse

_HASH = re.compile(r"[_-][0-9a-f]{8,64}$")


@dataclass(slots=True)
class Site:
    """`heads` and `claims` by id, in the order of the index; `anchors` and `rests` fill while other pages are made."""

    heads: dict[str, Row]
    claims: dict[str, Row]
    version: Row
    names: dict[str, str]
    anchors: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    rests: dict[tuple[str, int], list[str]] = field(default_factory=lambda: defaultdict(list))  # claims, by place

    @classmethod
    def load(cls, warehouse: Warehouse) -> Site:
        """Every article, every claim worth a page."""
        version = rows(warehouse, "version") or [{"code_version": None, "config_hash": None}]
        heads = {row["article_id"]: row for row in rows(warehouse, "heads")}
        claims = {row["claim_id"]: row for row in rows(warehouse, "claims")}
        return cls(heads, claims, version[0], _names(heads))

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
        return self.names.get(article_id, "an article that is not held")

    def first_day(self, article_id: str) -> datetime | None:
        """The moment an article is placed at: when it was published, or not before when."""
        head = self.heads.get(article_id, {})
        return head.get("published_at") or head.get("published_from")

    def order(self, article_id: str) -> tuple[bool, str, str]:
        """Earliest first, the undated last."""
        first = self.first_day(article_id)
        return (first is None, str(first), article_id)

    def title(self, article_id: str) -> str:
        """Headline, else the first words."""
        head = self.heads.get(article_id)
        return headline(head) if head else "an article that is not held"


def _names(heads: dict[str, Row]) -> dict[str, str]:
    """A name for each article; a hash at the end of a file's name is dropped where the rest still tells files apart."""
    short = {article_id: _HASH.sub("", own_name(head)) for article_id, head in heads.items()}
    held = Counter(short.values())
    own = {id_: name if name and held[name] == 1 else own_name(heads[id_]) for id_, name in short.items()}
    return {id_: str(head["publisher"] or own[id_]) for id_, head in heads.items()}


def label(claim: Row) -> str:
    """What a claim is called: somebody's words in marks, all else as a sentence begins."""
    words = (claim["label"] or "a claim without words").strip().rstrip(" ,;:")
    return f"“{words}”" if claim["kind"] == "utterance" else words[:1].upper() + words[1:]


def tag(kind: str, claim: Row | None) -> str:
    """The words that stand on a finding; of articles with one origin, how many there are."""
    words = screen("findings", kind)
    return f"{counted(claim['articles'], 'article')}, {words}" if claim and kind == "single_origin" else words


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


def source_note(kind: str, published: bool) -> str:
    """What a source is at the end of a chain. `published`: other texts of it are held, this one is not."""
    role = role_of(kind)
    if published:
        return f"{kind} · text not held"
    return {"not held": f"{kind} · not held", "named": kind}.get(role, kind)
