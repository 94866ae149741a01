"""A small invented story in a warehouse of its own: a flooded valley, four outlets, one of them not held."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from audit.ids import stable_id
from audit.report import write_report
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

HERALD = (
    "Dam spill empties valley villages\n\n"
    "Nearly 200 homes were under water in the Orsa valley on Monday, according to the Valley Courier. "
    "“We will not leave the valley until every family has a roof,” said Mayor Ana Ruiz.\n\n"
    "About us: the Herald has been printed in Orsa since 1911."
)
POST = (
    "Flood takes homes in Orsa\n\n"
    "According to the Valley Courier, over 200 homes were under water in the Orsa valley. "
    "“We will not leave the valley until every family has a roof,” mayor Ana Ruiz said. "
    "Two officials said the dam had been inspected in May."
)
DAYLINE = (
    "Mayor vows to leave the valley\n\n"
    "Over 200 homes were under water in the Orsa valley, it was reported. "
    "“We will leave the valley,” said Mayor Ana Ruiz."
)


class Story:
    """Rows by table, with ids and spans worked out from the texts."""

    def __init__(self, warehouse: Warehouse) -> None:
        self.warehouse = warehouse
        self.texts: dict[str, str] = {}

    def insert(self, table: str, *row: Any) -> None:
        """One row, in column order."""
        self.warehouse.insert(table, [row])

    def source(self, name: str, kind: str, *, held: bool = False) -> str:
        """A source; its id."""
        source = stable_id("source", kind, name)
        self.insert("sources", source, name, kind, None, None, held)
        return source

    def article(self, name: str, text: str, day: datetime | None, publisher: str | None, url: str | None = None) -> str:
        """An article with a title, a paragraph and, if there is a third block, boilerplate; its id."""
        article, capture = stable_id("article", name), stable_id("capture", name)
        self.texts[article] = text
        self.insert("captures", capture, f"raw/{name}.txt", "text/plain", "ab" * 32, len(text), None, None, None)
        self.insert("places", f"raw/{name}.txt", capture)
        title = text.split("\n\n")[0]
        dated = (day, "day" if day else None, None, None, "stated" if day else "unknown")
        self.insert(
            "articles", article, 1, True, capture, None, url, publisher, None, title, "Lee Moor", *dated, None, "en",
            "news", text, "cd" * 32,
        )  # fmt: skip
        start = 0
        for number, (block, role) in enumerate(
            zip(text.split("\n\n"), ("title", "paragraph", "boilerplate"), strict=False)
        ):
            self.insert("blocks", article, 1, number, role, start, start + len(block), None, None)
            start += len(block) + 2
        return article

    def span(self, article: str, words: str) -> tuple[int, int]:
        """Where `words` first stand."""
        start = self.texts[article].index(words)
        return start, start + len(words)

    def place(self, article: str, words: str) -> dict[str, Any]:
        """The same as an entry of evidence."""
        start, end = self.span(article, words)
        return {"article_id": article, "start": start, "end": end}

    def quote(self, article: str, words: str, speaker: str | None) -> str:
        quote = stable_id("quote", article, words)
        place = self.span(article, words)
        self.insert(
            "quotes", quote, "u" + quote, article, 1, "direct", *place, words, speaker, None, None, "said", "G0", "r1"
        )
        return quote

    def figure(self, article: str, words: str, surface: str, value: float, approx: str, source: str | None) -> str:
        figure = stable_id("figure", article, words)
        start = self.span(article, words)[0] + words.index(surface)
        hedge = words[: words.index(surface)].strip() or None
        place = (start, start + len(surface))
        told = ("homes", "under water", "done", source)
        self.insert("figures", figure, article, 1, *place, surface, value, value, approx, hedge, None, *told)
        return figure

    def credit(self, article: str, words: str, source: str) -> str:
        credit = stable_id("credit", article, words)
        place = self.span(article, words)
        self.insert("credits", credit, article, 1, *place, source, "relays", 1, "c" + credit, *place, "r2")
        return credit

    def claim(self, name: str, kind: str, label: str, mentions: list[tuple[str, str, str]]) -> str:
        """A claim of mentions (kind, id, article)."""
        claim = stable_id("claim", name)
        self.insert("claims", claim, kind, label)
        for mention in mentions:
            self.insert("claim_mentions", claim, *mention, 1)
        return claim

    def edge(self, claim: str, child: str, basis: str, places: list[dict[str, Any]], **parent: str) -> str:
        edge = stable_id("edge", claim, child, *parent.values())
        ends = (parent.get("article"), parent.get("source"))
        told = ("copied", basis, 0.74) if basis == "inferred" else ("relays", basis, 1.0)
        self.insert("edges", edge, claim, child, *ends, *told, "machine", json.dumps(places))
        return edge

    def match(self, kind: str, relation: str, a: tuple[str, str], b: tuple[str, str], why: str | None = None) -> None:
        detail = {"relations": [relation], "a_id": a[1], "b_id": b[1], "why": why}
        row = (a[0], 0, 1, b[0], 0, 1, 0.9)
        self.insert("matches", stable_id(relation, a, b), kind, relation, *row, json.dumps(detail))

    def finding(
        self, kind: str, severity: int, about: tuple[str | None, str | None], said: str, places: list[Any]
    ) -> str:
        finding = stable_id("finding", kind, said)
        self.insert("findings", finding, kind, severity, *about, said, json.dumps(places))
        return finding


def tell(story: Story) -> dict[str, str]:
    """The story: two claims, a missing source, inferred edges, figures that differ, a quote without its “not”."""
    ids: dict[str, str] = {}
    courier = ids["courier"] = story.source("Valley Courier", "outlet")
    ruiz = story.source("Ana Ruiz", "person")
    herald, post, dayline = (story.source(n, "outlet", held=True) for n in ("Orsa Herald", "Northern Post", "Dayline"))
    a = ids["herald"] = story.article("herald", HERALD, datetime(2024, 3, 4), herald, "https://herald.example/dam")
    b = ids["post"] = story.article("post", POST, datetime(2024, 3, 5), post)
    c = ids["dayline"] = story.article("dayline", DAYLINE, datetime(2024, 3, 7), dayline)
    figures = [
        story.figure(a, "Nearly 200", "200", 200, "<", courier),
        story.figure(b, "over 200", "200", 200, ">", courier),
        story.figure(c, "Over 200", "200", 200, ">", None),
    ]
    vow = "We will not leave the valley until every family has a roof"
    quotes = [story.quote(a, vow, ruiz), story.quote(b, vow, ruiz), story.quote(c, "We will leave the valley", ruiz)]
    held = [a, b, c]
    story.credit(a, "according to the Valley Courier", courier)
    story.credit(b, "According to the Valley Courier", courier)
    mentions = [("figure", f, x) for f, x in zip(figures, held, strict=True)]
    homes = ids["homes"] = story.claim("homes", "figure", "Nearly 200 homes under water", mentions)
    said = ids["vow"] = story.claim(
        "vow", "utterance", vow, [("quote", q, x) for q, x in zip(quotes, held, strict=True)]
    )
    ids["lonely"] = story.claim("lonely", "passage", "held once, without a page", [("passage", "p", a)])
    story.edge(homes, a, "stated", [story.place(a, "according to the Valley Courier")], source=courier)
    story.edge(homes, b, "stated", [story.place(b, "According to the Valley Courier")], source=courier)
    ids["edge"] = story.edge(homes, c, "inferred", [story.place(c, "200 homes were under water")], article=b)
    story.edge(said, c, "inferred", [story.place(c, "leave the valley")], article=b)
    why = "“nearly 200” ends below 200, “over 200” begins above it"
    story.match("figure", "hedge_flipped", (a, figures[0]), (b, figures[1]), why)
    story.match("figure", "equal", (b, figures[1]), (c, figures[2]))
    story.match("quote", "exact", (a, quotes[0]), (b, quotes[1]))
    story.match("quote", "negation_changed", (b, quotes[1]), (c, quotes[2]))
    story.insert("origins", homes, "source", courier)
    story.insert("measures", "independence", "claim", homes, None, None, 1.0, 1.0)
    story.insert("measures", "missing_origin_share", "claim", homes, 1, 1, None, None)
    story.insert("measures", "figures_sourced", "article", a, 1, 1, None, None)
    story.insert("measures", "figures_sourced", "article", c, 0, 1, None, None)
    evidence = [story.place(a, "Nearly 200"), story.place(b, "over 200")]
    note = " (machine reading, not reviewed)"
    differ = f"The figure differs: “Nearly 200” against “over 200”{note}."
    story.finding("figure_conflict", 3, (homes, None), differ, evidence)
    story.finding("missing_origin", 3, (homes, None), f"The origin is not held: the Valley Courier{note}.", [])
    cut = [story.place(b, vow), story.place(c, "We will leave the valley")]
    story.finding("altered_quote", 2, (said, None), "The wording differs: “not” stands on one side only.", cut)
    vague = f"The source is not identifiable: “Two officials”{note}."
    story.finding("vague_source", 1, (None, b), vague, [story.place(b, "Two officials")])
    story.insert("problems", "ingest", "raw/broken.html", None, None, "the file is cut off in the middle", "r1")
    story.insert("runs", "r1", datetime(2024, 3, 8), datetime(2024, 3, 8), "done", "0.1.0", "abcdef0123", "{}")
    story.warehouse.run(
        "create view figures_sourced_evidence as select 'article' as subject_kind, article_id as subject_id, "
        "source_id is not null as counted, article_id, start_char, end_char, surface as text from figures"
    )
    return ids


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """An empty warehouse to tell a story in."""
    warehouse = empty_warehouse()
    yield Story(warehouse)
    warehouse.close()


@pytest.fixture(scope="session")
def _shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Path]:
    """The story told and shown once: ids by name, and the report. Read only."""
    warehouse = empty_warehouse()
    ids = tell(Story(warehouse))
    folder = write_report(warehouse, tmp_path_factory.mktemp("shown") / "report").parent
    warehouse.close()
    return ids, folder


@pytest.fixture
def told(request: pytest.FixtureRequest) -> dict[str, str]:
    """The story told, in the warehouse of `story` where a test asks for that, too: ids by name."""
    if "story" in request.fixturenames:
        return tell(request.getfixturevalue("story"))
    ids, _ = request.getfixturevalue("_shown")
    return dict(ids)


@pytest.fixture
def report(request: pytest.FixtureRequest, told: dict[str, str], tmp_path: Path) -> Path:
    """The folder of its report: its own where a test has `story` and may change it, else one for all."""
    if "story" in request.fixturenames:
        return write_report(request.getfixturevalue("story").warehouse, tmp_path / "report").parent
    _, folder = request.getfixturevalue("_shown")
    return Path(folder)
