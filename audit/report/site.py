"""What all pages share: which articles and claims have a page, which places of an article others point at."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from audit.records import CARRIERS, UNNAMED
from audit.report.read import Row, rows
from audit.report.say import counted, screen, shorten
from audit.warehouse import Warehouse

CUT = 100  # a story without a title goes by so many characters, or a few more, of a text
MOST_VALUES = 3  # that a claim's name tells
LEAST_ARTICLES = 3  # a source that fewer articles name has a line in the list, no page
_HASH = re.compile(r"[_-][0-9a-f]{8,64}$")
_DATELINE = re.compile(  # "BRASK, Orrin (Northline) — "; never "NASA — the agency"
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:, [^()—–\n]{1,30})?(?: \([^)\n]{2,40}\))?\s+[—–-]+\s+(?=[A-ZÀ-Þ\d“\"])"
)


@dataclass(slots=True)
class Site:
    """What is held, by id, in the order of the index; `anchors` and `rests` fill while other pages are made.

    `heads` tells of every article, `paged` which have a page; claims, stories and sources are those that have one.
    """

    heads: dict[str, Row]
    claims: dict[str, Row]
    version: Row
    names: dict[str, str]
    paged: frozenset[str] = frozenset()
    stories: dict[str, Row] = field(default_factory=dict)
    sources: dict[str, Row] = field(default_factory=dict)
    anchors: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    rests: dict[tuple[str, int], list[str]] = field(default_factory=lambda: defaultdict(list))  # claims, by place

    @classmethod
    def load(cls, warehouse: Warehouse) -> Site:
        """Every article, and whatever is worth a page."""
        version = rows(warehouse, "version") or [{"code_version": None, "config_hash": None}]
        heads = {row["article_id"]: row for row in rows(warehouse, "heads")}
        claims = {row["claim_id"]: row for row in rows(warehouse, "claims")}
        _name_values(claims.values())
        paged = frozenset(row["article_id"] for row in rows(warehouse, "paged_articles")) & heads.keys()
        stories = {row["story_id"]: {**row, "label": _whole_words(row["label"])} for row in rows(warehouse, "stories")}
        sources = {row["source_id"]: row for row in rows(warehouse, "source_list") if row["articles"] >= LEAST_ARTICLES}
        return cls(heads, claims, version[0], _names(heads), paged, stories, sources)

    def place(self, article_id: str, start: int | None = None) -> str | None:
        """Address of a place, from the root of the report; None for an article without a page."""
        if article_id not in self.paged:
            return None
        if start is None:
            return f"articles/{article_id}.html"
        self.anchors[article_id].add(start)
        return f"articles/{article_id}.html#s-{start}"

    def claim(self, claim_id: str | None) -> str | None:
        """Address of a claim's page, from the root of the report; None where it has none."""
        return f"claims/{claim_id}.html" if claim_id in self.claims else None

    def story(self, story_id: str | None) -> str | None:
        """Address of a story's page, from the root of the report; None where it has none."""
        return f"stories/{story_id}.html" if story_id in self.stories else None

    def source(self, source_id: str | None) -> str | None:
        """Address of a source's page, from the root of the report; None where it has none."""
        return f"sources/{source_id}.html" if source_id in self.sources else None

    def story_of(self, finding: Row) -> str | None:
        """The story that a finding belongs to: that of its claim, else of its article."""
        claim = self.claims.get(finding["claim_id"])
        return str(claim["story_id"]) if claim else self.heads.get(finding["article_id"], {}).get("story_id")

    def name(self, article_id: str) -> str:
        """What a reader calls an article: its publisher, with whose text it is, else its own id, else its file."""
        return self.names.get(article_id, "an article that is not in your collection")

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
        return headline(head) if head else "an article that is not in your collection"


def _names(heads: dict[str, Row]) -> dict[str, str]:
    """A name for each article; a hash at the end of a file's name is dropped where the rest still tells files apart."""
    short = {article_id: _HASH.sub("", own_name(head)) for article_id, head in heads.items()}
    held = Counter(short.values())
    own = {id_: name if name and held[name] == 1 else own_name(heads[id_]) for id_, name in short.items()}
    return {id_: str(head["called"] or own[id_]) for id_, head in heads.items()}


def _whole_words(title: str | None) -> str | None:
    """A beginning of a text that stands for a title, without the word that it was cut in."""
    if not title or len(title) < CUT or not title[-1].isalnum() or " " not in title:
        return title
    return title.rsplit(" ", 1)[0] + "…"


def label(claim: Row) -> str:
    """What a claim is called: somebody's words in marks, all else as a sentence begins.

    Where its articles print more than one value, or the sentence tells of several, the values stand before it. Words
    that begin inside a sentence say so; a place before a sentence is no part of it.
    """
    words = (claim["label"] or "a claim without words").strip().rstrip(" ,;:")
    if claim["kind"] == "utterance":
        return f"“{'…' if words[:1].islower() else ''}{words}”"
    words = _DATELINE.sub("", words, count=1) if _DATELINE.match(words) else words
    values = claim.get("values") or ""
    return f"{values[:1].upper()}{values[1:]}: {words}" if values else words[:1].upper() + words[1:]


def _values(claim: Row) -> str:
    """The values that a claim's articles print, most printed first: "nearly 200 or over 200 residents"."""
    printed = [*claim["figures"][:MOST_VALUES], *(["…"] if len(claim["figures"]) > MOST_VALUES else [])]
    said = " or ".join([", ".join(printed[:-1]), printed[-1]] if len(printed) > 1 else printed)
    return f"{said} {claim['counted'] or ''}".strip()


def _name_values(claims: Iterable[Row]) -> None:
    """Gives the claims whose sentence alone does not tell which value they are about their `values`."""
    held = list(claims)
    told = Counter(row["label"] for row in held if row["kind"] == "figure")
    for row in held:
        if row["kind"] == "figure" and row["figures"] and (len(row["figures"]) > 1 or told[row["label"]] > 1):
            row["values"] = _values(row)


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


def names_of(origins: Iterable[Row]) -> list[str]:
    """Their names; of an account also whose it is."""
    told = (f"{one['name']} ({one['poster']})" if one["poster"] else one["name"] for one in origins)
    return list(dict.fromkeys(told))


def source_kind(kind: str, poster: str | None) -> str:
    """What a source is: of an account also whose, so that a page which names him too is not read as naming two."""
    return f"{kind} of {poster}" if poster else kind


def source_note(kind: str, state: str | None, poster: str | None = None) -> str:
    """What a source is at the end of a chain, and why no text of it stands there."""
    return f"{source_kind(kind, poster)}: {screen('boxes', state or 'not_in_collection')}"
