"""Which figure of a headline the body does not give."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.figures_algebra.context import read_context
from audit.lexicon import load_rules
from audit.match.headlines import Said, find_gaps
from audit.records import Span

from .conftest import Corpus


def said(text: str) -> list[Said]:
    return [Said(f, read_context(text, f.span)) for f in find_figures(text, [Span(0, len(text))], "en")]


def gaps(headline: str, *body: str) -> list[tuple[str, str, str]]:
    heads, below = said(headline), [figure for sentence in body for figure in said(sentence)]
    return [(v.label, heads[a].figure.surface, below[b].figure.surface) for a, b, v in find_gaps(heads, below)]


@pytest.mark.parametrize(
    ("headline", "body", "label"),
    [
        ("60 dead in ferry horror", "41 people died when the ferry sank on Saturday.", "conflict"),
        ("60 people die as ferry sinks", "41 people died when the ferry sank on Saturday.", "conflict"),
        ("Hundreds dead in ferry horror", "41 people died when the ferry sank on Saturday.", "conflict"),
        ("60 dead in ferry horror", "At least 41 people have died, the coast guard said.", "compatible"),
    ],
)
def test_a_headline_with_another_number(headline: str, body: str, label: str) -> None:
    assert [found for found, _, _ in gaps(headline, body)] == [label]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("41 dead in ferry horror", ["41 people died when the ferry sank."]),
        ("41 dead in ferry horror", ["At least 41 people died when the ferry sank."]),
        ("Dozens dead in ferry horror", ["41 people died when the ferry sank."]),
        ("More than 40 dead in ferry horror", ["41 people died when the ferry sank."]),
        ("1,500 dead in the quake", ["The quake killed 1,487 people."]),
        ("60 dead in ferry horror", ["60 people died, the guard said.", "In all 41 people died on deck."]),
        ("60 dead in ferry horror", ["41 people died on deck.", "19 people died below."]),
        ("60 dead in ferry horror", ["41 people were injured when the ferry sank."]),
        ("60 dead in ferry horror", ["A similar sinking killed 41 people in 2011."]),
        ("60 dead in ferry horror", ["41 children died when the ferry sank."]),
        ("60 feared dead in ferry horror", ["41 people died when the ferry sank."]),
        ("5 things to know about the ferry", ["41 people died when the ferry sank."]),
    ],
)
def test_no_gap_where_the_body_gives_it_or_speaks_of_something_else(headline: str, body: list[str]) -> None:
    assert gaps(headline, *body) == []


@pytest.mark.parametrize("entry", [load_rules("comparison")["other_event"]])
def test_the_example_of_another_event(entry: dict[str, object]) -> None:
    assert gaps("60 dead in the storm", "The storm killed 300 people.") != []
    assert gaps("60 dead in the storm", str(entry["example"])) == []


def test_the_match_is_stored_with_the_headline_first(corpus: Corpus) -> None:
    title, body = "60 dead in ferry horror", "41 people died when the ferry sank on Saturday."
    text = f"{title}\n\n{body}"
    corpus.article("a", text)
    corpus.warehouse.run("delete from blocks")
    start = text.index(body)
    corpus.warehouse.insert(
        "blocks",
        [("a", 1, 0, "title", 0, len(title), None, None), ("a", 1, 1, "paragraph", start, len(text), None, None)],
    )
    for figure in find_figures(text, [Span(0, len(title)), Span(start, len(text))], "en"):
        corpus.figure("a", figure)
    assert corpus.matches("figure") == [("conflict", "a", "60", "a", "41")]
