"""Each condition of a kind of findings: a row that is told, and one that only this condition keeps from being told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from audit.warehouse import Warehouse, read_sql
from tests.unit.judge.shelf_of_rows import Row, Rows, ask, changed, place, shelf


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Warehouse]:
    yield from shelf()


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2031, 3, day, hour)


def article(key: str, day: int = 1, **other: Any) -> Row:
    return {
        "article_id": key, "version": 1, "is_latest": True, "publisher_id": f"p-{key}", "title": f"Text {key}",
        "published_at": at(day), "published_precision": "time", "text": "", **other,
    }  # fmt: skip


def match(kind: str = "quote", relation: str = "exact", **other: Any) -> Row:
    """A match of a mention of article a and one of article b."""
    return {
        "match_id": "m", "kind": kind, "relation": relation, "relations": [relation], "claim_id": "c", "detail": {"parts": []},
        "a_article_id": "a", "a_start": 100, "a_end": 140, "a_id": "x-a", "b_article_id": "b", "b_start": 200, "b_end": 230, "b_id": "x-b",
        "evidence": [place("a", 100, 140), place("b", 200, 230)], **other,
    }  # fmt: skip


def figure(key: str, value: float = 5.0, **other: Any) -> Row:
    return {
        "figure_id": f"x-{key}", "article_id": key, "version": 1, "start_char": 100 if key == "a" else 200,
        "end_char": 101 if key == "a" else 201, "surface": str(value), "low": value, "high": value, "approximator": "=", **other,
    }  # fmt: skip


def quote(key: str, words: str = "it sank", **other: Any) -> Row:
    return {
        "quote_id": f"x-{key}", "article_id": key, "version": 1, "kind": "direct", "text": words, "utterance_id": f"u-{key}",
        "start_char": 100 if key == "a" else 200, "end_char": 140 if key == "a" else 230, **other,
    }  # fmt: skip


def edge(child: str = "b", parent: str = "a", **other: Any) -> Row:
    places = [place(child, 10, 20), place(child, 200, 230), place(parent, 100, 140)]
    return {
        "edge_id": f"{child}{parent}", "claim_id": "c", "child_article_id": child, "parent_article_id": parent, "basis": "stated",
        "status": "machine", "evidence": places, **other,
    }  # fmt: skip


def source(key: str, kind: str = "outlet", name: str | None = None, **other: Any) -> Row:
    return {"source_id": key, "kind": kind, "name": name or f"The {key} Post", "in_corpus": False, **other}


def credit(key: str, source_id: str, **other: Any) -> Row:
    return {
        "credit_id": f"k-{key}", "article_id": key, "version": 1, "chain_id": 0, "hop": 1, "source_id": source_id, "relation": "relays",
        "rule": "reported", "start_char": 90, "end_char": 99, "scope_start": 100, "scope_end": 140, **other,
    }  # fmt: skip


BOTH = [article("a", 1), article("b", 4)]
THIRD: dict[str, Any] = {
    "+match_places": {"b_article_id": "c", "evidence": [place("a", 100, 250), place("c", 0, 150)]},
    "+match_places 0": {"a_article_id": "b", "b_article_id": "c", "evidence": [place("b", 200, 350), place("c", 0, 150)]},
    "+articles": article("c", text="A hall burnt."), "+sources": source("p-c", name="The Quay Wire"),
}  # fmt: skip
"""A third text with the same passage, of a house that the first two may name."""
OWNERS = [{"article_id": "a", "owner_id": "p-a"}, {"article_id": "b", "owner_id": "p-b"}]

JOINED = {
    "match_id": "m", "kind": "figure", "relation": "equal", "child_article_id": "b", "version": 1, "child_start": 200, "child_end": 230,
    "child_id": "x-b", "parent_article_id": "a", "parent_start": 100, "parent_end": 140, "parent_id": "x-a",
}  # fmt: skip

TURN = {
    **{k: v for k, v in match("figure", "mutated").items() if k != "relations"},
    "slot": "unit", "turn": "kept", "in_time": "mutated", "joined": True, "first_id": "x-a", "second_id": "x-b", "rests": None,
}  # fmt: skip
TURNS: Rows = {
    "figure_turns": [TURN],
    "figures": [figure("a", source_id="s"), figure("b", 6.0, source_id="s")],
    "sources": [source("s")],
}

KINDS: dict[str, Rows] = {
    "altered_quote": {
        "match_places": [match(relation="substituted")], "articles": BOTH,
        "quotes": [quote("a", speaker_id="s"), quote("b", speaker_id="s")],
    },
    "anonymous_only": {
        "claim_ends": [{"claim_id": "c", "articles": 2, "label": "it sank", "origins": "officials", "all_unnamed": True, "all_vague": False}],
        "claim_places": [{"claim_id": "c", "evidence": [place("a", 1, 2), place("b", 3, 4)]}],
        "unnamed_ends": [{"claim_id": "c", "names": ["officials"], "cues": [place("a", 10, 20)], "outlets": None}],
    },
    "attribution_lost": {
        "match_places": [match("passage")], "articles": BOTH, "credits": [credit("a", "s")], "sources": [source("s")], "quotes": [],
        "story_articles": [{"story_id": "y", "article_id": "a"}, {"story_id": "y", "article_id": "b"}],
    },
    "caveat_lost": {
        "joined_matches": [JOINED], "match_places": [match("figure")], "articles": BOTH,
        "blocks": [{"article_id": "a", "version": 1, "start_char": 100, "end_char": 160}],
        "caveats": [{"caveat_id": "v", "article_id": "a", "version": 1, "kind": "unverified", "start_char": 145, "end_char": 160}],
    },
    "changed_on_way": {**TURNS, "figure_turns": [{**TURN, "relation": "conflict", "rests": "b"}]},
    "circular": {
        "edges": [edge("a", "b"), edge("b", "a")], "claims": [{"claim_id": "c", "label": "it sank"}], "articles": BOTH,
        "sources": [source("p-a"), source("p-b")],
    },
    "correction_not_carried": {
        "edges": [edge()],
        "articles": [article("a", 1, is_latest=False, text="It sank with 9."), article("a", 1, version=2, text="It sank with 5. We erred."), article("b", 2)],
        "blocks": [{"article_id": "a", "version": 2, "role": "correction", "start_char": 16, "end_char": 25}],
        "version_changes": [{"article_id": "a", "from_version": 1, "to_version": 2, "before_start": 13, "before_end": 14,
                             "after_start": 13, "after_end": 14}],
        "figures": [figure("b", 9.0, counted="boats"), figure("a", 9.0, start_char=13, end_char=14, counted="boats"),
                    figure("a", 5.0, version=2, start_char=13, end_char=14, counted="boats")],
        "sources": [source("p-a")],
    },
    "cue_strengthened": {
        "joined_matches": [{**JOINED, "kind": "quote"}], "match_places": [match()],
        "quotes": [quote("a", speaker_id="s", cue="said", cue_strength=1), quote("b", speaker_id="s", cue="admitted", cue_strength=3)],
    },
    "figure_conflict": {**TURNS, "figure_turns": [{**TURN, "in_time": "conflict"}], "figures_on_way": []},
    "figure_drift": {
        "edges": [edge()], "claims": [{"claim_id": "c"}], "articles": BOTH,
        "claim_mentions": [{"claim_id": "c", "mention_kind": "figure", "mention_id": f"x-{k}", "article_id": k, "version": 1} for k in "ab"],
        "figures": [figure("a"), figure("b", 6.0)],
    },
    "figure_mutated": TURNS,
    "headline_body_gap": {
        "match_places": [match("figure", "conflict", b_article_id="a")], "articles": [article("a")],
        "blocks": [{"article_id": "a", "version": 1, "role": "title", "start_char": 100, "end_char": 150}],
        "figures": [figure("a", 9.0), figure("b", 5.0, article_id="a")],
    },
    "hedge_lost": {**TURNS, "figure_turns": [{**TURN, "in_time": "hedge_lost"}]},
    "impossible_order": {"edges": [edge()], "articles": [article("a", 5), article("b", 1)], "sources": [source("p-a")]},
    "misattributed_quote": {
        "match_places": [match(relation="misattributed")], "articles": BOTH,
        "quotes": [quote("a", speaker_id="s"), quote("b", speaker_id="t")],
        "sources": [source("s", "person", "Ada Holm"), source("t", "person", "Tor Vint")],
    },
    "missing_origin": {
        "claim_ends": [{"claim_id": "c", "articles": 2, "label": "it sank", "origins": "the Post", "all_missing": True}],
        "claim_places": [{"claim_id": "c", "evidence": [place("a", 1, 2), place("b", 3, 4)]}],
        "origins": [{"claim_id": "c", "node_kind": "source", "node_id": "s"}], "sources": [source("s")], "articles": BOTH,
        "claim_mentions": [{"claim_id": "c", "article_id": k} for k in "ab"], "text_owners": OWNERS,
    },
    "not_in_source": {
        "citations": [{"citation_id": "i", "article_id": "b", "version": 1, "target_id": "a", "start_char": 190, "end_char": 240, "verdict": "absent"}],
        "citation_gaps": [{"citation_id": "i", "kind": "figure", "start_char": 210, "end_char": 212}],
        "articles": [article("a", url="u"), article("b", 4)], "sources": [source("p-a")],
        "credits": [credit("b", "p-a", start_char=190, end_char=199, scope_start=200, scope_end=240)],
        "links": [{"article_id": "b", "version": 1, "target_url": "u", "start_char": 195, "end_char": 198}],
    },
    "rests_on_withdrawn": {
        "edges": [edge()], "notices": [{"article_id": "a", "notice_id": "n", "start_char": 0, "end_char": 9}], "articles": [*BOTH, article("n")],
    },
    "self_repetition": {
        "match_places": [match("figure", "equal", b_article_id="a")], "claim_mentions": [{"claim_id": "c", "mention_id": "x-b"}],
        "figures": [figure("a", source_id="s"), figure("b", source_id="t")],
        "sources": [source("s", "person", "Ada Holm", affiliation="Mill"), source("t", "person", "Tor Vint", affiliation="Mill")],
    },
    "silent_edit": {
        "articles": [article("a", is_latest=False), article("a", 2, version=2)], "blocks": [], "quotes": [],
        "version_changes": [{"article_id": "a", "from_version": 1, "to_version": 2, "before_start": 100, "before_end": 101,
                             "after_start": 100, "after_end": 101}],
        "figures": [figure("a"), figure("a", 6.0, figure_id="x-a2", version=2)],
        "claim_mentions": [{"claim_id": "c", "mention_id": "x-a2", "article_id": "a"}],
    },
    "single_origin": {
        "claim_ends": [{"claim_id": "c", "kind": "figure", "articles": 2, "high": 1, "label": "it sank", "origins": "the Post"}],
        "claim_places": [{"claim_id": "c", "evidence": [place("a", 1, 2), place("b", 3, 4)]}],
        "claim_mentions": [{"claim_id": "c", "mention_id": f"x-{k}", "article_id": k, "version": 1} for k in "ab"],
        "mentions": [{"mention_id": f"x-{k}", "article_id": k, "version": 1, "start_char": 110, "end_char": 120} for k in "ab"],
        "text_owners": OWNERS, "quotes": [], "edges": [], "origins": [{"claim_id": "c", "node_kind": "source", "node_id": "s"}], "sources": [source("s")],
    },
    "source_inflated": {
        "edges": [edge()], "articles": BOTH, "quotes": [],
        "credits": [credit("a", "one"), credit("b", "many", start_char=190, end_char=199, scope_start=200, scope_end=230)],
        "sources": [source("one", "anonymous", "an official"), source("many", "anonymous", "officials")],
    },
    "superseded": {**TURNS, "figure_turns": [{**TURN, "in_time": "updated"}]},
    "truncated_quote": {"match_places": [match(relation="truncated")], "quotes": [quote("a"), quote("b")]},
    "uncredited_copy": {
        "match_places": [match("passage", a_end=250, b_end=350)],
        "articles": [article("a", text="The hall burnt."), article("b", 4, text="A hall burnt.")],
        "story_articles": [{"story_id": "y", "article_id": "a"}, {"story_id": "y", "article_id": "b"}],
        "sources": [source("p-a", name="The Mill Post"), source("p-b", name="Orv Daily")], "credits": [], "edges": [],
    },
    "vague_source": {
        "claim_ends": [{"claim_id": "c", "kind": "figure", "articles": 1, "label": "it sank", "origins": "reports", "all_vague": True}],
        "claim_places": [{"claim_id": "c", "evidence": [place("a", 1, 2)]}],
        "unnamed_ends": [{"claim_id": "c", "names": ["reports"], "cues": [place("a", 10, 20)], "outlets": None}],
    },
}  # fmt: skip
"""A row that is told, by kind, with all that its query reads."""


def told(warehouse: Warehouse, kind: str, change: Any) -> list[dict[str, Any]]:
    return ask(warehouse, read_sql("audit.judge", f"kinds/{kind}"), changed(KINDS[kind], change))


FIRST = {"circular": 2}
"""How many rows are told, where it is not one."""


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_it_is_told(warehouse: Warehouse, kind: str) -> None:
    assert len(told(warehouse, kind, {})) == FIRST.get(kind, 1)


NOT_TOLD: list[tuple[str, Any]] = [
    # one speaker's words, or perhaps one speaker's, in two texts
    ("altered_quote", {"match_places": {"kind": "passage"}}),
    ("altered_quote", {"match_places": {"b_article_id": "a"}}),
    ("altered_quote", {"quotes": {"speaker_id": "t"}}),
    ("altered_quote", {"match_places": {"relations": ["truncated"]}}),
    ("altered_quote", {"match_places": {"relations": ["substituted", "retranslated"]}}),
    ("altered_quote", {"quotes": {"version": 2}}),
    ("altered_quote", {"quotes 1": {"version": 2}}),
    ("anonymous_only", {"claim_ends": {"all_unnamed": False}}),
    ("anonymous_only", {"claim_ends": {"all_vague": True}}),
    # a credit beside words of the same story, which the other text could have had
    ("attribution_lost", {"match_places": {"kind": "figure"}}),
    ("attribution_lost", {"match_places": {"b_article_id": "a"}}),
    ("attribution_lost", {"story_articles 1": {"story_id": "z"}}),
    ("attribution_lost", {"credits": {"start_char": 340, "end_char": 350}}),
    ("attribution_lost", {"match_places": {"a_start": 299, "a_end": 330}}),
    ("attribution_lost", {"credits": {"version": 2}}),
    ("attribution_lost", {"sources": {"kind": "platform"}}),
    ("attribution_lost", {"sources": {"kind": "document"}}),
    ("attribution_lost", {"credits": {"relation": "contributed_by"}}),
    ("attribution_lost", {"credits": {"relation": "links"}}),
    ("attribution_lost", {"credits": {"rule": "occasion"}}),
    ("attribution_lost", {"articles 1": {"publisher_id": "s"}}),
    ("attribution_lost", {"articles 1": {"originator_id": "s"}}),
    ("attribution_lost", {"articles": {"published_at": at(9)}}),
    ("attribution_lost", {"articles": {"published_at": at(4)}}),
    ("attribution_lost", {"+credits": {"credit_id": "k-b", "article_id": "b", "relation": "links"}}),
    ("attribution_lost", {"+quotes": quote("b", speaker_id="s")}),
    ("attribution_lost", {"+credits": {"credit_id": "k-b", "article_id": "b", "source_id": "t", "relation": "links"}, "+sources": {"source_id": "t"}}),
    ("attribution_lost", {"articles": {"is_latest": False}}),
    ("attribution_lost", {"articles 1": {"is_latest": False}}),
    # a caveat of the paragraph, that the text that took the figure lacks
    ("caveat_lost", {"joined_matches": {"kind": "passage"}}),
    ("caveat_lost", {"articles": {"is_latest": False}}),
    ("caveat_lost", {"blocks": {"version": 2}}),
    ("caveat_lost", {"blocks": {"start_char": 101}}),
    ("caveat_lost", {"joined_matches": {"parent_end": 161}}),
    ("caveat_lost", {"caveats": {"kind": "denied"}}),
    ("caveat_lost", {"caveats": {"version": 2}}),
    ("caveat_lost", {"caveats": {"start_char": 90}}),
    ("caveat_lost", {"caveats": {"end_char": 161}}),
    ("caveat_lost", {"+caveats": {"article_id": "b"}}),
    ("changed_on_way", {"figure_turns": {"rests": None}}),
    ("changed_on_way", {"figure_turns": {"relation": "mutated"}}),
    ("changed_on_way", {"figure_turns": {"slot": "headline"}}),
    # two houses that have it each from the other
    ("circular", {"edges": {"status": "rejected"}}),
    ("circular", {"edges 1": {"basis": "inferred"}}),
    ("circular", {"articles": {"is_latest": False}}),
    ("circular", {"edges 1": {"parent_article_id": None, "parent_source_id": "p-z"}, "+sources": source("p-z")}),
    ("circular", {"edges 1": {"claim_id": "d"}, "+claims": {"claim_id": "d"}}),
    # a figure that its source has corrected since
    ("correction_not_carried", {"edges": {"status": "rejected"}}),
    ("correction_not_carried", {"edges": {"basis": "inferred"}}),
    ("correction_not_carried", {"articles 1": {"is_latest": False}}),
    ("correction_not_carried", {"articles 2": {"is_latest": False}}),
    ("correction_not_carried", {"blocks": {"role": "text"}}),
    ("correction_not_carried", {"blocks": {"version": 1}}),
    ("correction_not_carried", {"+blocks": {"version": 1, "start_char": 0, "end_char": 9}, "articles": {"text": "We erred."}}),
    ("correction_not_carried", {"version_changes": {"before_start": 14, "before_end": 20}}),
    ("correction_not_carried", {"version_changes": {"before_start": 5, "before_end": 13}}),
    ("correction_not_carried", {"version_changes": {"after_start": 14, "after_end": 20}}),
    ("correction_not_carried", {"version_changes": {"after_start": 5, "after_end": 13}}),
    ("correction_not_carried", {"figures 2": {"low": 9.0, "high": 9.0}}),
    ("correction_not_carried", {"figures 2": {"unit": "ton"}}),
    ("correction_not_carried", {"figures": {"start_char": 199}}),
    ("correction_not_carried", {"figures": {"start_char": 229, "end_char": 231}}),
    ("correction_not_carried", {"figures": {"low": 8.0}}),
    ("correction_not_carried", {"figures": {"unit": "ton"}}),
    ("correction_not_carried", {"figures": {"counted": "crews"}, "figures 1": {"counted": "men"}, "figures 2": {"counted": "men"}}),
    ("correction_not_carried", {"figures": {"version": 2}}),
    ("correction_not_carried", {"+figures": {"low": 5.0, "high": 5.0, "figure_id": "x", "start_char": 0, "end_char": 1}}),
    ("cue_strengthened", {"joined_matches": {"kind": "figure"}}),
    ("cue_strengthened", {"quotes": {"speaker_id": "t"}}),
    ("cue_strengthened", {"quotes": {"cue": "admitted"}}),
    ("cue_strengthened", {"quotes": {"cue_strength": 2}}),
    ("figure_conflict", {"figure_turns": {"in_time": "mutated"}}),
    ("figure_conflict", {"figure_turns": {"slot": "headline"}}),
    ("figure_drift", {"edges": {"status": "rejected"}}),
    ("figure_drift", {"claim_mentions": {"mention_kind": "quote"}}),
    ("figure_drift", {"claim_mentions": {"version": 2}}),
    ("figure_drift", {"claim_mentions 1": {"claim_id": "d"}, "+claims": {"claim_id": "d"}}),
    ("figure_drift", {"articles 1": {"is_latest": False}}),
    ("figure_mutated", {"figure_turns": {"in_time": "conflict"}}),
    # a figure of the headline that the body has otherwise, and nowhere as it is
    ("headline_body_gap", {"match_places": {"kind": "quote"}}),
    ("headline_body_gap", {"match_places": {"b_article_id": "b"}}),
    ("headline_body_gap", {"match_places": {"b_start": 149}}),
    ("headline_body_gap", {"match_places": {"relation": "part"}}),
    ("headline_body_gap", {"figures 1": {"low": 9.0, "high": 9.0}}),
    ("headline_body_gap", {"articles": {"is_latest": False}}),
    ("headline_body_gap", {"blocks": {"role": "text"}}),
    ("headline_body_gap", {"blocks": {"version": 2}}),
    ("headline_body_gap", {"blocks": {"start_char": 101}}),
    ("headline_body_gap", {"blocks": {"end_char": 139}}),
    ("headline_body_gap", {"+match_places": {"match_id": "n", "relation": "rounded"}}),
    ("headline_body_gap", {"+match_places": {"match_id": "n", "relation": "equal", "b_start": 150}}),
    ("headline_body_gap", {"+figures": {"figure_id": "z", "start_char": 150}}),
    ("hedge_lost", {"figure_turns": {"in_time": "hedge_added"}}),
    ("hedge_lost", {"figure_turns": {"turn": "unknown"}}),
    # a text that is later than the one that credits it
    ("impossible_order", {"edges": {"basis": "inferred"}}),
    ("impossible_order", {"edges": {"status": "rejected"}}),
    ("impossible_order", {"edges": {"evidence": [place("b", 1, 2), place("b", 3, 4)]}}),
    ("impossible_order", {"articles": {"published_at": at(2), "published_precision": "day"}}),
    ("impossible_order", {"articles": {"published_at": at(2)}, "articles 1": {"published_precision": "day"}}),
    ("impossible_order", {"articles": {"published_at": datetime(2031, 3, 1, 9, 5)}}),
    ("impossible_order", {"articles 1": {"modified_at": at(5)}}),
    ("impossible_order", {"articles": {"is_latest": False}}),
    ("impossible_order", {"articles 1": {"is_latest": False}}),
    ("misattributed_quote", {"match_places": {"kind": "passage"}}),
    ("misattributed_quote", {"match_places": {"relations": ["exact"]}}),
    ("misattributed_quote", {"match_places": {"b_article_id": "a"}}),
    ("misattributed_quote", {"sources": {"kind": "organisation"}}),
    ("misattributed_quote", {"sources 1": {"kind": "organisation"}}),
    # an origin of which nothing is held, in two houses
    ("missing_origin", {"claim_ends": {"articles": 1}}),
    ("missing_origin", {"claim_ends": {"all_missing": False}}),
    ("missing_origin", {"sources": {"kind": "account"}}),
    ("missing_origin", {"sources": {"kind": "platform"}}),
    ("missing_origin", {"sources": {"name": "estimates"}}),
    ("missing_origin", {"articles": {"originator_id": "s"}}),
    ("missing_origin", {"articles 1": {"publisher_id": "s"}}),
    ("missing_origin", {"text_owners 1": {"owner_id": "p-a"}}),
    ("missing_origin", {"-text_owners": None}),
    # a sentence that credits and links a text that lacks the figure
    ("not_in_source", {"citation_gaps": {"kind": "name"}}),
    ("not_in_source", {"citation_gaps": {"kind": "quote", "nearest": {"words": "it sank"}}}),
    ("not_in_source", {"citations": {"verdict": "cannot_tell"}}),
    ("not_in_source", {"articles": {"is_latest": False}}),
    ("not_in_source", {"articles 1": {"is_latest": False}}),
    ("not_in_source", {"credits": {"source_id": "t"}}),
    ("not_in_source", {"credits": {"relation": "links"}}),
    ("not_in_source", {"credits": {"start_char": 189}}),
    ("not_in_source", {"credits": {"end_char": 241}}),
    ("not_in_source", {"credits": {"scope_start": 211}}),
    ("not_in_source", {"credits": {"scope_end": 211}}),
    ("not_in_source", {"credits": {"version": 2}}),
    ("not_in_source", {"links": {"target_url": "v"}}),
    ("not_in_source", {"links": {"start_char": 189}}),
    ("not_in_source", {"links": {"end_char": 241}}),
    ("not_in_source", {"links": {"version": 2}}),
    ("not_in_source", {"links": {"article_id": "a"}}),
    ("not_in_source", {"+problems": {"article_id": "a"}}),
    ("rests_on_withdrawn", {"edges": {"status": "rejected"}}),
    ("rests_on_withdrawn", {"edges": {"child_article_id": "n"}}),
    ("rests_on_withdrawn", {"edges": {"child_article_id": "a"}}),
    ("rests_on_withdrawn", {"articles": {"is_latest": False}}),
    ("rests_on_withdrawn", {"articles 2": {"is_latest": False}}),
    # the same, twice in one text, from one source
    ("self_repetition", {"match_places": {"b_article_id": "b"}}),
    ("self_repetition", {"match_places": {"detail": {"slot": "headline"}}}),
    ("self_repetition", {"match_places": {"relation": "conflict"}}),
    ("self_repetition", {"sources 1": {"affiliation": "Orv"}}),
    ("self_repetition", {"claim_mentions": {"claim_id": "d"}}),
    ("self_repetition", {"claim_mentions": {"mention_id": "x-a"}}),
    # a figure of a later version that is another, with no correction beside it
    ("silent_edit", {"articles 1": {"is_latest": False}}),
    ("silent_edit", {"+blocks": {"article_id": "a", "version": 2, "role": "correction"}}),
    ("silent_edit", {"figures 1": {"low": 5.0, "high": 5.0}}),
    ("silent_edit", {"figures 1": {"unit": "ton"}}),
    ("silent_edit", {"version_changes": {"before_start": 101, "before_end": 102}}),
    ("silent_edit", {"version_changes": {"before_start": 99, "before_end": 100}}),
    ("silent_edit", {"version_changes": {"after_start": 101, "after_end": 102}}),
    ("silent_edit", {"version_changes": {"after_start": 99, "after_end": 100}}),
    *(("silent_edit", {"-figures": None, "+quotes": {**quote("a"), **old}, "+quotes 0": {**quote("a", "it swam", version=2), **new}})
      for old, new in (({"start_char": 101}, {}), ({"end_char": 100}, {}), ({"kind": "indirect"}, {}), ({"version": 2}, {}),
                       ({}, {"start_char": 101}), ({}, {"end_char": 100}), ({}, {"kind": "indirect"}), ({}, {"version": 1}))),
    # one origin behind two houses
    ("single_origin", {"claim_ends": {"kind": "utterance"}}),
    ("single_origin", {"mentions": {"article_id": "x"}, "mentions 1": {"article_id": "x"}}),
    ("single_origin", {"mentions": {"version": 2}, "mentions 1": {"version": 2}}),
    ("single_origin", {"claim_ends": {"articles": 1}}),
    ("single_origin", {"claim_ends": {"high": 2}}),
    ("single_origin", {"text_owners 1": {"owner_id": "p-a"}}),
    ("single_origin", {"-text_owners": None}),
    ("single_origin", {"origins": {"node_kind": "article", "node_id": "b"}, "+edges": edge()}),
    ("single_origin", {"+edges": edge(basis="inferred", child_article_id="x")}),
    ("single_origin", {"sources": {"kind": "document", "name": "estimates"}}),
    ("single_origin", {"sources": {"kind": "vague", "name": "estimates"}}),
    ("single_origin", {"+quotes": quote("a"), "+quotes 1": quote("b", start_char=110)}),
    # an unnamed source that became another on its way
    ("source_inflated", {"edges": {"status": "rejected"}}),
    ("source_inflated", {"edges": {"basis": "inferred"}}),
    ("source_inflated", {"edges": {"evidence": [place("b", 10, 20), place("b", 200, 230)]}}),
    ("source_inflated", {"sources": {"name": "officials"}}),
    ("source_inflated", {"sources": {"kind": "person"}}),
    ("source_inflated", {"sources 1": {"kind": "person"}}),
    ("source_inflated", {"credits": {"relation": "contributed_by"}}),
    ("source_inflated", {"credits": {"rule": "occasion"}}),
    ("source_inflated", {"credits": {"version": 2}}),
    ("source_inflated", {"credits": {"scope_start": 140, "scope_end": 150}}),
    ("source_inflated", {"credits": {"scope_start": 90, "scope_end": 100}}),
    ("source_inflated", {"credits 1": {"scope_start": 230, "scope_end": 240}}),
    ("source_inflated", {"credits 1": {"scope_start": 190, "scope_end": 200}}),
    ("source_inflated", {"articles": {"is_latest": False}}),
    ("source_inflated", {"articles 1": {"is_latest": False}}),
    ("source_inflated", {"+credits": {"credit_id": "k2", "source_id": "two"}, "+sources": source("two", "anonymous", "a clerk")}),
    ("superseded", {"figure_turns": {"in_time": "mutated"}}),
    ("truncated_quote", {"match_places": {"kind": "passage"}}),
    ("truncated_quote", {"match_places": {"b_article_id": "a"}}),
    ("truncated_quote", {"match_places": {"relation": "exact"}}),
    # a long passage of another house about the same event, with nobody credited
    ("uncredited_copy", {"match_places": {"kind": "quote"}}),
    ("uncredited_copy", {"match_places": {"a_end": 249}}),
    ("uncredited_copy", {"articles 1": {"publisher_id": "p-a"}}),
    ("uncredited_copy", {"articles": {"is_latest": False}}),
    ("uncredited_copy", {"articles 1": {"is_latest": False}}),
    ("uncredited_copy", {"story_articles 1": {"story_id": "z"}}),
    ("uncredited_copy", {"+edges": edge()}),
    ("uncredited_copy", {"+edges": edge("a", "b")}),
    ("uncredited_copy", {"articles 1": {"text": "The mill post has it."}}),
    ("uncredited_copy", {"articles": {"text": "Orv Daily has it."}}),
    ("uncredited_copy", {"articles": {"byline": "Ada Holm, Tor Vint"}, "articles 1": {"text": "So told Tor Vint."}}),
    ("uncredited_copy", {"+credits": credit("b", "p-a")}),
    ("uncredited_copy", {"+credits": credit("a", "w"), "+sources": source("w", "agency")}),
    ("uncredited_copy", {"articles": {"originator_id": "w"}}),
    ("uncredited_copy", {**THIRD, "articles": {"text": "So the Quay Wire."}, "articles 1": {"text": "The Quay Wire has it."}}),
    ("vague_source", {"claim_ends": {"all_vague": False}}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "change"), NOT_TOLD)
def test_one_thing_otherwise_and_it_is_not_told(warehouse: Warehouse, kind: str, change: Any) -> None:
    assert told(warehouse, kind, change) == []


@pytest.mark.parametrize(
    ("change", "at_home"),
    [
        ({}, False), ({"origins": {"node_id": "p-a"}}, True), ({"origins": {"node_kind": "article", "node_id": "b"}}, True),
        ({"origins": {"node_id": "p-a"}, "+text_owners": {"article_id": "z", "owner_id": "p-z"}, "+claim_mentions": {"mention_id": "x-z", "article_id": "z"}}, False),
    ],
)  # fmt: skip
def test_whether_an_origin_is_one_of_two_houses(warehouse: Warehouse, change: Any, at_home: bool) -> None:
    assert [row["at_home"] for row in told(warehouse, "single_origin", change)] == [at_home]


STILL_TOLD: list[tuple[str, Any]] = [
    ("single_origin", {"origins": {"node_kind": "article", "node_id": "b"}, "+edges": edge(basis="inferred", status="accepted")}),
    ("altered_quote", {"quotes": {"speaker_id": None}}),
    ("altered_quote", {"quotes 1": {"speaker_id": None}}),
    *(("altered_quote", {"match_places": {"relations": [one]}})
      for one in ("spliced", "reordered", "inflected", "negation_changed", "figure_changed")),
    ("attribution_lost", {"match_places": {"kind": "quote"}}),
    ("attribution_lost", {"match_places": {"a_article_id": "b", "b_article_id": "a", "a_start": 200, "b_start": 100, "b_end": 140}}),
    ("attribution_lost", {"credits": {"start_char": 339, "end_char": 350}}),
    ("attribution_lost", {"match_places": {"a_start": 298, "a_end": 330}}),
    ("attribution_lost", {"articles": {"published_at": at(5), "published_precision": "day"}, "articles 1": {"published_at": at(5, 10)}}),
    ("attribution_lost", {"articles": {"published_at": None}}),
    ("attribution_lost", {"+credits": {"credit_id": "k-b", "article_id": "b", "version": 2}}),
    ("attribution_lost", {"+match_places": {"match_id": "n", "a_end": 150}}),
    ("caveat_lost", {"joined_matches": {"kind": "quote"}}),
    ("caveat_lost", {"+caveats": {"article_id": "b", "version": 2}}),
    ("caveat_lost", {"+caveats": {"article_id": "b", "kind": "denied"}}),
    ("caveat_lost", {"+joined_matches": {"match_id": "n"}, "+match_places": {"match_id": "n"}}),
    ("changed_on_way", {"figure_turns": {"relation": "hedge_flipped"}}),
    ("changed_on_way", {"+figure_turns": {"match_id": "n"}}),
    ("correction_not_carried", {"figures": {"counted": None}}),
    ("correction_not_carried", {"figures 1": {"counted": None}, "figures 2": {"counted": None}}),
    ("correction_not_carried", {"figures": {"counted": "Boats"}}),
    ("correction_not_carried", {"+figures": {"low": 5.0, "high": 5.0, "unit": "ton", "figure_id": "x", "start_char": 0, "end_char": 1}}),
    ("cue_strengthened", {"+joined_matches": {"match_id": "n"}, "+match_places": {"match_id": "n"}}),
    ("figure_conflict", {"figure_turns": {"in_time": "hedge_flipped"}}),
    ("figure_conflict", {"-sources": None}),
    ("figure_drift", {"claim_mentions 1": {"claim_id": "d"}, "+claims": {"claim_id": "d"},
                      "+claim_links": {"a_claim_id": "c", "b_claim_id": "d", "relation": "rounded"}}),
    ("figure_mutated", {"-sources": None}),
    ("headline_body_gap", {"blocks": {"role": "deck"}}),
    ("headline_body_gap", {"blocks": {"end_char": 140}}),
    ("headline_body_gap", {"match_places": {"b_start": 150}}),
    ("headline_body_gap", {"+figures": {"figure_id": "z", "start_char": 150, "unit": "ton"}}),
    ("headline_body_gap", {"+figures": {"figure_id": "z", "start_char": 149}}),
    ("headline_body_gap", {"+figures": {"figure_id": "z", "start_char": 150, "version": 2}}),
    ("headline_body_gap", {"+match_places": {"match_id": "n", "relation": "equal", "b_start": 149}}),
    ("headline_body_gap", {"+match_places": {"match_id": "n", "relation": "equal", "a_id": "z", "a_start": 20, "a_end": 30}}),
    ("headline_body_gap", {"+match_places": {"match_id": "n", "relation": "equal", "b_article_id": "b"}}),
    ("impossible_order", {"articles": {"published_at": at(3), "published_precision": "day"}}),
    ("impossible_order", {"articles": {"published_at": datetime(2031, 3, 1, 9, 6)}}),
    ("impossible_order", {"articles 1": {"modified_at": at(4)}}),
    ("misattributed_quote", {"+match_places": {"match_id": "n"}}),
    ("missing_origin", {"sources": {"name": "estimate"}}),
    ("missing_origin", {"+articles": article("z", originator_id="s")}),
    ("missing_origin", {"articles": {"publisher_id": None}}),
    ("not_in_source", {"citation_gaps": {"kind": "quote"}}),
    ("not_in_source", {"+problems": {"article_id": "b"}}),
    ("not_in_source", {"+credits": {"credit_id": "k2"}}),
    ("not_in_source", {"credits": {"relation": "quotes"}}),
    ("rests_on_withdrawn", {"edges": {"basis": "inferred"}}),
    ("self_repetition", {"sources": {"affiliation": None}, "figures 1": {"source_id": "s"}}),
    ("self_repetition", {"sources": {"affiliation": None}, "figures": {"source_id": None}}),
    ("self_repetition", {"sources": {"affiliation": None}, "match_places": {"kind": "quote"}}),
    ("silent_edit", {"+blocks": {"article_id": "a", "version": 2, "role": "correction"}, "+blocks 0": {"version": 1}}),
    ("silent_edit", {"figures 1": {"high": 5.0}}),
    ("silent_edit", {"figures 1": {"low": 5.0}}),
    ("silent_edit", {"-claim_mentions": None}),
    ("single_origin", {"claim_ends": {"kind": "assertion"}}),
    ("single_origin", {"origins": {"node_kind": "article", "node_id": "b"}, "+edges": edge(basis="inferred", status="rejected")}),
    ("single_origin", {"origins": {"node_kind": "article", "node_id": "b"}, "+edges": edge(status="rejected")}),
    ("single_origin", {"origins": {"node_kind": "article", "node_id": "b"}, "+edges": edge(parent_article_id=None)}),
    ("single_origin", {"origins": {"node_kind": "article", "node_id": "b"}, "+edges": edge(claim_id="d")}),
    ("single_origin", {"+edges": edge(basis="inferred", claim_id="d")}),
    ("single_origin", {"+edges": edge(basis="inferred", status="accepted")}),
    ("single_origin", {"sources": {"name": "estimates"}}),
    ("single_origin", {"sources": {"kind": "document", "name": "census"}}),
    ("single_origin", {"+quotes": quote("a"), "+quotes 1": quote("b", start_char=111)}),
    ("single_origin", {"+quotes": quote("a"), "+quotes 1": quote("b", start_char=110, end_char=119)}),
    ("single_origin", {"+quotes": quote("a"), "+quotes 1": quote("b", start_char=110, kind="indirect")}),
    ("single_origin", {"+quotes": quote("a"), "+quotes 1": quote("b", start_char=110, version=2)}),
    ("source_inflated", {"credits": {"source_id": "x", "own_source_id": "one"}}),
    ("source_inflated", {"+credits": {"credit_id": "k2"}}),
    ("source_inflated", {"+credits": {"credit_id": "k2", "source_id": "two"}, "+sources": source("two", "outlet")}),
    ("source_inflated", {"-credits": None, "+quotes": quote("a", speaker_id="one", speaker_start=90, speaker_end=99),
                         "+quotes 0": quote("b", speaker_id="many", speaker_start=190, speaker_end=199)}),
    ("truncated_quote", {"+match_places": {"match_id": "n"}}),
    ("uncredited_copy", {"match_places": {"a_end": 250}}),
    ("uncredited_copy", {"articles": {"publisher_id": None}, "articles 1": {"publisher_id": None}}),
    ("uncredited_copy", {"+edges": edge(basis="inferred")}),
    ("uncredited_copy", {"articles": {"byline": "Holm"}, "articles 1": {"text": "So told Holm."}}),
    ("uncredited_copy", {"+credits": credit("a", "w"), "+sources": source("w", "outlet")}),
    ("uncredited_copy", {**THIRD, "articles": {"text": "So the Quay Wire."}}),
    ("uncredited_copy", {"+credits": credit("a", "w", version=2), "+sources": source("w", "agency")}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "change"), STILL_TOLD)
def test_one_thing_otherwise_and_it_is_told_once_as_before(warehouse: Warehouse, kind: str, change: Any) -> None:
    assert len(told(warehouse, kind, change)) == FIRST.get(kind, 1)


A, B = place("a", 100, 140), place("b", 200, 230)
ENDS = [place("a", 1, 2), place("b", 3, 4)]
FIGURES: Row = {"first_id": "x-a", "second_id": "x-b", "why": "mutated", "source": ", both from The s Post"}
TURNED: Row = {"turn": "turned", "first_id": "x-b", "second_id": "x-a"}

ANSWERS: list[tuple[str, Any, Row]] = [
    ("altered_quote", {}, {"evidence": [A, B], "first": {"published_at": at(1)}, "second": {"published_at": at(4)}, "one_voice": True, "joined": None}),
    ("altered_quote", {"quotes": {"speaker_id": None}}, {"one_voice": False}),
    ("altered_quote", {"match_places": {"relations": ["spliced"]}}, {"joined": None}),
    ("altered_quote", {"match_places": {"relations": ["spliced"]}, "+match_places": {"match_id": "n", "a_start": 90, "kind": "quote", "b_id": "z"}},
     {"joined": "b"}),
    ("altered_quote", {"match_places": {"relations": ["spliced"]}, "+match_places": {"match_id": "n", "b_start": 190, "a_id": "z"}}, {"joined": "a"}),
    ("altered_quote", {"match_places": {"relations": ["spliced"]}, "+match_places": {"match_id": "n", "a_start": 9, "b_start": 9, "a_id": "z"}}, {"joined": None}),
    ("altered_quote", {"match_places": {"relations": ["spliced"]}, "+match_places": {"match_id": "n", "a_start": 90, "kind": "passage", "a_id": "z"}},
     {"joined": None}),
    ("altered_quote", {"match_places": {"relations": ["spliced"]}, "+match_places": {"match_id": "n", "a_article_id": "w", "a_id": "z"}}, {"joined": None}),
    ("altered_quote", {"match_places": {"relations": ["spliced"]}, "+match_places": {"match_id": "n", "b_article_id": "w", "b_id": "z"}}, {"joined": None}),
    ("anonymous_only", {}, {"article_id": None, "evidence": ENDS, "names": ["officials"], "told_as": None, "cues": [place("a", 10, 20)],
                            "slots": {"label": "it sank", "articles": "2 articles", "origins": "officials", "outlets": None}}),
    ("anonymous_only", {"claim_ends": {"articles": 1}},
     {"article_id": "a", "slots": {"label": "it sank", "articles": "1 article", "origins": "officials", "outlets": None}}),
    ("anonymous_only", {"unnamed_ends": {"outlets": "Orv Daily"}},
     {"told_as": "passed_on", "slots": {"label": "it sank", "articles": "2 articles", "origins": "officials", "outlets": "Orv Daily"}}),
    ("attribution_lost", {}, {"article_id": "b", "evidence": [place("a", 90, 99), B], "unordered": False, "carries": True, "named": True,
                              "slots": {"source": "The s Post"}}),
    ("attribution_lost", {"sources": {"kind": "person"}}, {"carries": False, "named": True}),
    ("attribution_lost", {"sources": {"kind": "anonymous"}}, {"carries": False, "named": False}),
    ("attribution_lost", {"articles": {"published_at": at(5)}, "articles 1": {"published_at": at(5, 10)}}, {"unordered": False}),
    ("attribution_lost", {"articles": {"published_at": at(4), "published_precision": "day"}, "articles 1": {"published_at": at(4, 10)}}, {"unordered": True}),
    ("attribution_lost", {"+match_places": {"match_id": "n", "claim_id": "d", "a_end": 150, "b_start": 300}}, {"claim_id": "d"}),
    ("caveat_lost", {}, {"article_id": "b", "evidence": [B, place("a", 145, 160)]}),
    ("changed_on_way", {}, {"evidence": [A, B], "slots": {"first_id": "x-a", "second_id": "x-b", "why": "conflict"}}),
    ("changed_on_way", {"figure_turns": {"why": "another unit"}}, {"slots": {"first_id": "x-a", "second_id": "x-b", "why": "another unit"}}),
    ("correction_not_carried", {}, {"article_id": "b", "evidence": [place("b", 200, 201), place("a", 16, 25)], "slots": {"source": "The p-a Post", "now": "5.0"}}),
    ("correction_not_carried", {"-sources": None}, {"slots": {"source": "Text a", "now": "5.0"}}),
    ("cue_strengthened", {}, {"evidence": [B, A], "slots": {"before": "said", "after": "admitted"}}),
    ("figure_conflict", {}, {"article_id": None, "evidence": [A, B], "unordered": False, "counted": False, "slots": FIGURES}),
    ("figure_conflict", {"figure_turns": {"b_article_id": "a"}}, {"article_id": "a"}),
    ("figure_conflict", {"figure_turns": {"turn": "unknown"}}, {"unordered": True}),
    ("figure_conflict", {"figure_turns": {"relation": "updated"}}, {"slots": {**FIGURES, "why": "the earlier text has the higher count"}}),
    ("figure_conflict", {"figures": {"source_id": "t"}}, {"slots": {**FIGURES, "source": ""}}),
    ("figure_conflict", {"+figures_on_way": {"figure_id": "x-a", "from_id": "x-z"}, "+figures_on_way 0": {"figure_id": "x-b"}}, {"counted": True}),
    ("figure_conflict", {"+figures_on_way": {"figure_id": "x-a", "from_id": "x-z"}, "+figures_on_way 0": {"figure_id": "x-b", "from_id": "x-y"}}, {"counted": False}),
    ("figure_conflict", {"+figures_on_way": {"figure_id": "x-a", "from_id": "x-z"}}, {"counted": False}),
    ("figure_conflict", {"+figure_turns": {"match_id": "n", "b_id": "x-c", "second_id": "x-c"}, "+figures 1": {"figure_id": "x-c", "source_id": "t"}},
     {"slots": FIGURES}),
    ("figure_drift", {}, {"child": "b", "parent": "a", "stands_on": 0}),
    ("figure_drift", {"+figures 1": {"figure_id": "x-c", "start_char": 190}, "+claim_mentions 1": {"mention_id": "x-c"}}, {"stands_on": 1}),
    ("figure_mutated", {}, {"article_id": None, "unordered": False, "told_as": None, "slots": {**FIGURES, "slot": "unit"}}),
    ("figure_mutated", {"figure_turns": {"b_article_id": "a", "joined": False, "rests": "b"}}, {"article_id": "a", "unordered": True, "told_as": "on_the_way"}),
    ("figure_mutated", {"figures": {"source_id": "t"}}, {"slots": {**FIGURES, "slot": "unit", "source": ""}}),
    ("figure_mutated", {"+figure_turns": {"match_id": "n", "rests": "b"}}, {"told_as": "on_the_way"}),
    ("figure_mutated", {"figure_turns": {"turn": "unknown", "slot": "value"}, "+figure_turns": {"match_id": "n", "turn": "kept", "slot": "unit"}},
     {"slots": {**FIGURES, "slot": "unit"}}),
    ("headline_body_gap", {"match_places": {"why": "fewer"}}, {"article_id": "a", "slots": {"why": "fewer"}}),
    ("hedge_lost", {}, {"article_id": None, "unordered": False, "slots": {**FIGURES, "slot": "unit"}}),
    ("hedge_lost", {"figure_turns": {**TURNED, "joined": False, "b_article_id": "a"}},
     {"article_id": "a", "unordered": True,
      "slots": {**FIGURES, "slot": "unit", "why": "the hedge stands in the earlier text alone", "first_id": "x-b", "second_id": "x-a"}}),
    ("hedge_lost", {"figure_turns": {"turn": "turned", "rests": "a"}},
     {"slots": {**FIGURES, "slot": "unit", "why": "the hedge stands in the credited text alone"}}),
    ("hedge_lost", {"figures": {"source_id": "t"}}, {"slots": {**FIGURES, "slot": "unit", "source": ""}}),
    ("impossible_order", {}, {"article_id": "b", "evidence": [B, place("b", 10, 20), A], "slots": {"source": "The p-a Post", "lag": "4 days"}}),
    ("impossible_order", {"articles": {"published_at": at(2)}}, {"slots": {"source": "The p-a Post", "lag": "1 day"}}),
    ("impossible_order", {"articles": {"published_at": at(1, 10)}}, {"slots": {"source": "The p-a Post", "lag": "60 minutes"}}),
    ("misattributed_quote", {}, {"evidence": [A, B], "slots": {"first": "Ada Holm", "second": "Tor Vint"}}),
    ("missing_origin", {}, {"evidence": ENDS, "slots": {"label": "it sank", "articles": "2 articles", "origins": "the Post"}}),
    ("not_in_source", {}, {"article_id": "b", "evidence": [place("b", 210, 212), place("b", 190, 199)],
                           "slots": {"what": "this figure", "source": "The p-a Post", "title": "Text a"}}),
    ("not_in_source", {"citation_gaps": {"kind": "quote"}, "articles": {"title": None}}, {"slots": {"what": "these words", "source": "The p-a Post", "title": "untitled"}}),
    ("rests_on_withdrawn", {}, {"article_id": "b", "evidence": [place("b", 10, 20), place("n", 0, 9)], "told_as": None,
                                "slots": {"title": "Text a", "notice": "Text n", "status": None}}),
    ("rests_on_withdrawn", {"notices": {"status": "canceled"}}, {"told_as": "by_status"}),
    ("self_repetition", {}, {"article_id": "a", "evidence": [A, B], "slots": {"times": "twice"}}),
    ("self_repetition", {"+match_places": {"match_id": "n", "a_start": 90}}, {"slots": {"times": "more than once"}}),
    ("self_repetition", {"+match_places": {"match_id": "n", "a_end": 135, "evidence": [place("a", 100, 135), B]}},
     {"evidence": [place("a", 100, 135), B]}),
    ("self_repetition", {"+match_places": {"match_id": "n", "b_end": 235, "evidence": [A, place("b", 200, 235)]}}, {"evidence": [A, B]}),
    ("silent_edit", {}, {"claim_id": "c", "evidence": [place("a", 100, 101)], "sort": "figure", "before": "5.0", "after": "6.0"}),
    ("silent_edit", {"-figures": None, "+quotes": quote("a"), "+quotes 0": {"version": 2, "text": "it swam"}},
     {"sort": "quote", "before": "it sank", "after": "it swam", "evidence": [A]}),
    ("single_origin", {}, {"evidence": ENDS, "slots": {"label": "it sank", "articles": "2 articles", "origins": "the Post"}}),
    ("source_inflated", {}, {"article_id": "b", "evidence": [place("b", 190, 199), place("a", 90, 99)], "slots": {"before": "an official", "after": "officials"}}),
    ("superseded", {}, {"article_id": None, "unordered": False, "slots": {**FIGURES, "slot": "unit"}}),
    ("superseded", {"figure_turns": {"turn": "unknown", "b_article_id": "a", "why": "more"}, "figures": {"source_id": "t"}},
     {"article_id": "a", "unordered": True, "slots": {**FIGURES, "slot": "unit", "why": "more", "source": ""}}),
    ("superseded", {"figure_turns": {"turn": "unknown"}, "+figure_turns": {"match_id": "n", "turn": "kept"}}, {"unordered": False}),
    ("truncated_quote", {}, {"evidence": [A, B]}),
    ("truncated_quote", {"match_places": {"b_end": 240}}, {"evidence": [A, B]}),
    ("truncated_quote", {"match_places": {"b_end": 241}}, {"evidence": [B, A]}),
    ("uncredited_copy", {}, {"article_id": "b", "evidence": [B, A], "first": "The Mill Post", "second": "Orv Daily"}),
    ("uncredited_copy", {"-sources": None}, {"first": "Text a", "second": "Text b"}),
    ("uncredited_copy", {"-sources": None, "articles": {"title": None}, "articles 1": {"title": None}}, {"first": "another article", "second": "another article"}),
    ("vague_source", {}, {"article_id": "a", "evidence": [place("a", 1, 2)], "slots": {"label": "it sank", "origins": "reports", "outlets": None},
                          "told_as": None, "cues": [place("a", 10, 20)]}),
    ("vague_source", {"unnamed_ends": {"outlets": "Orv Daily"}},
     {"slots": {"label": "it sank", "origins": "reports", "outlets": "Orv Daily"}, "told_as": "passed_on"}),
    ("vague_source", {"claim_ends": {"articles": 2}}, {"article_id": None}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "change", "answer"), ANSWERS)
def test_what_is_told(warehouse: Warehouse, kind: str, change: Any, answer: Row) -> None:
    (row,) = told(warehouse, kind, change)
    assert {name: row[name] for name in answer} == answer


HEAD, AGES = "Army sends teens to the front", "soldiers in their teens and early 20s"
AGED: Rows = {
    "articles": [article("a", text=f"{HEAD}\n\nIt sends {AGES}.")],
    "blocks": [{"article_id": "a", "version": 1, "role": "title", "start_char": 0, "end_char": len(HEAD)}],
    "figures": [
        figure("a", 13.0, high=23.0, unit="year of age", surface="teens and early 20s", start_char=58, end_char=77)
    ],
}


@pytest.mark.parametrize(
    ("change", "times"),
    [
        ({}, 1),
        ({"blocks": {"role": "deck"}}, 1),
        ({"blocks": {"role": "paragraph"}}, 0),
        ({"blocks": {"end_char": 59}}, 0),
        ({"blocks": {"version": 2}}, 0),
        ({"articles": {"is_latest": False}}, 0),
        ({"articles": {"text": HEAD.replace("teens", "men")}}, 0),
        ({"articles": {"text": HEAD.replace("front", "20s")}}, 0),
        ({"figures": {"unit": "ton"}}, 0),
        ({"figures": {"surface": "teens"}}, 0),
        ({"figures": {"surface": "teens and cars"}}, 0),
    ],
)
def test_a_headline_that_has_the_first_decade_alone(warehouse: Warehouse, change: Any, times: int) -> None:
    found = ask(warehouse, read_sql("audit.judge.kinds", "headline_body_gap"), changed(AGED, change))
    assert len(found) == times
    if change == {}:
        assert found[0]["evidence"] == [place("a", 0, len(HEAD)), place("a", 58, 77)]
        assert found[0]["slots"] == {"why": "“teens” of “teens and early 20s”"}
