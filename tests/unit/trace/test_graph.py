"""One claim as a graph: to whom its articles' arrows go, and who is its first source."""

from __future__ import annotations

from audit.trace.edges import stated_edges
from audit.trace.graph import claim_origins
from audit.trace.origins import Node
from tests.unit.trace.world import World

WORDS = "the brewers will never pay a price as high as that"


def test_what_a_held_article_carries_rests_on_what_it_says_itself() -> None:
    found = World()
    found.article("a", f"Holm said “{WORDS}” there.", -3)
    found.article("b", f"“{WORDS},” Holm told the Post.")
    found.credit("b", "told the Post", ("Pa", "outlet"), rule="told")
    claim = found.claim(found.quote("a", WORDS, source=None), found.quote("b", WORDS))
    edges = list(stated_edges(claim, found.corpus))
    assert [edge.parent_article for edge in edges] == ["a"]
    assert claim_origins(claim, edges, found.corpus) == [Node("article", "a")]
    rejected = {edge.edge_id for edge in edges}
    assert Node("source", "holm") not in claim_origins(claim, edges, found.corpus)
    assert claim_origins(claim, edges, found.corpus, rejected) == [Node("article", "a"), Node("source", "holm")]


def test_a_platform_is_no_origin_behind_whom_the_text_names() -> None:
    found = World()
    found.article("a", "Holm tweeted a picture.")
    said = found.credit("a", "tweeted", ("x", "platform"), ("holm", "person"), rule="on_platform")
    claim = found.claim(found.said(said))
    assert claim_origins(claim, list(stated_edges(claim, found.corpus)), found.corpus) == [Node("source", "holm")]
