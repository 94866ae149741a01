"""Roles of the lines of a dump."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.blocks import fitting_rules, mark_blocks
from audit.ingest.datelines import is_date_line
from audit.lexicon import languages_with, load_rules
from audit.records import Role

LEAD = "The harbour office closed the old quay on Monday after divers had found cracks in its walls, its director said."
BODY = "Nobody knows how long the repair will take, and the ferry will land elsewhere until the walls are sound again."
RULES = [rule for code in languages_with("boilerplate") for rule in load_rules("boilerplate", code)["lines"]]


def roles(*lines: str, title: str | None = None) -> list[str]:
    """The role of each block of an article of these lines."""
    return [block.role.value for block in mark_blocks("\n".join(lines), title)]


def test_a_dump_with_everything() -> None:
    text = [
        ("title", "Old Quay Closed: Harbour Office Finds Cracks (And More May Come)"),
        ("deck", "Ferry to land elsewhere while divers look at the walls"),
        ("byline", "By Ada Byron"),
        ("byline", "Oct 22"),
        ("byline", "3 min read"),
        ("paragraph", LEAD),
        ("aside", "READ MORE: Why the quay is sinking"),
        ("heading", "What Does the Ferry Do?"),
        ("paragraph", BODY),
        ("caption", "The quay at dawn. (Grace Lovell/Getty Images)"),
        ("embed", "The quay is closed!\n— Kai (@kai) May 1, 2031"),
        ("paragraph", BODY),
        ("list", "- The north wall"),
        ("paragraph", "The Harbour News Agency contributed to this report."),
        ("correction", "An earlier version of this article misstated the length of the quay."),
        ("bio", "• Ada Byron can be reached at abyron@harbour.example."),
        ("boilerplate", "Please read our comment policy before commenting."),
    ]
    assert roles(*(line for _, line in text)) == [role for role, _ in text]


def test_a_lead_is_no_title() -> None:
    assert roles(LEAD, BODY) == ["paragraph", "paragraph"]


def test_a_known_title_is_found_and_nothing_else_is_taken_for_it() -> None:
    assert roles("Quay closed", LEAD, title="QUAY CLOSED") == ["title", "paragraph"]
    assert roles("Harbour shut", LEAD, title="Quay closed") == ["heading", "paragraph"]


def test_what_follows_an_author_heading_is_the_bio() -> None:
    bio = "Byron lives by the sea. She has written about ferries for twenty years."
    credit = "Image Credit: Harbour News."
    assert roles(LEAD, BODY, BODY, BODY, "About the author: Ada Byron", bio, credit)[4:] == [
        "bio",
        "bio",
        "boilerplate",
    ]


def test_an_author_heading_does_not_swallow_an_article() -> None:
    assert "bio" not in roles("Author: A", LEAD, BODY, BODY, BODY)


def test_a_bio_in_the_middle_is_a_paragraph() -> None:
    assert roles(LEAD, "Ada Byron is a reporter at the harbour.", BODY) == ["paragraph"] * 3


def test_a_post_inside_a_line_parts_it() -> None:
    text = f"{LEAD}\n\nIt is closed. — Kai (@kai) May 1, 2031 The mayor left.\n\n{BODY}"
    blocks = mark_blocks(text)
    assert [(b.role.value, b.span.of(text)) for b in blocks[1:3]] == [
        ("embed", "It is closed. — Kai (@kai) May 1, 2031"),
        ("paragraph", "The mayor left."),
    ]


def test_hard_wrapped_paragraphs_are_one_block_each() -> None:
    wrapped = "\n".join(re.findall(r".{1,60}(?:\s|$)", f"{LEAD} {BODY}"))
    text = "\n\n".join([wrapped] * 3)
    assert [b.span.of(text) for b in mark_blocks(text)] == [wrapped.strip()] * 3


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["example"][:40])
def test_every_rule_claims_its_example(rule: dict[str, str]) -> None:
    body = [LEAD, BODY, BODY, BODY]
    lines = [rule["example"], *body] if rule["where"] == "head" else [*body, rule["example"]]
    at = 0 if rule["where"] == "head" else -1
    stronger = {"boilerplate", "bio"} if rule["where"] == "any" else set()  # a rule of the tail wins there
    wanted = {rule["role"]} | stronger
    assert roles(*lines)[at] in wanted
    found = re.compile(rule["pattern"], re.IGNORECASE).search(rule["example"])
    assert found
    assert rule.get("anywhere") or found.start() == 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["example"][:40])
def test_a_rule_claims_its_example_in_any_case_where_it_asks_for_no_capital(rule: dict[str, str]) -> None:
    if "(?-i:" in rule["pattern"]:
        return
    assert not re.search(r"(?<!\\)[A-ZÀ-Þ]", rule["pattern"])  # it is held against the line in small letters
    for line in (rule["example"].lower(), rule["example"].upper()):
        assert rule["role"] in {one.role.value for one in fitting_rules(line)}


PIECES = [
    "\n",
    "\n\n",
    LEAD,
    BODY,
    "A",
    "— A (@a) May 1, 2031",
    "Advertisement",
    " ",
    "By A",
    "(",
    "Copyright 2031",
    "\t",
    "# x",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_blocks_cover_every_line_in_order_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    blocks = mark_blocks(text)
    edges = [edge for block in blocks for edge in block.span]
    assert edges == sorted(edges)
    left = list(text)
    for block in blocks:
        left[block.span.start : block.span.end] = " " * (block.span.end - block.span.start)
    assert not "".join(left).strip()
    assert all(isinstance(block.role, Role) and block.span.of(text).strip() for block in blocks)


def test_a_list_of_what_else_to_read_is_an_aside() -> None:
    listed = ["- The quay sinks at night", "- Why nobody built the pier", BODY]
    assert roles(LEAD, BODY, "Also see:", *listed)[2:] == ["aside", "aside", "aside", "paragraph"]
    assert roles(LEAD, BODY, "The board named three:", *listed)[3:5] == ["list", "list"]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [("2031-03-04T10:15:00Z", True), ("2031-03-04", True), ("20310304", False), ("2031-03-04T10:15 the quay", False)],
)
def test_a_moment_alone_is_a_date_line(line: str, is_one: bool) -> None:
    assert is_date_line(line) is is_one
