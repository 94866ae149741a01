"""Who a source is and why it knows, in the article's own words: posts and grounds."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, Quote


def quotes_of(text: str) -> tuple[Quote, ...]:
    return extract_mentions(Article("a", 1, text)).quotes


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("“It is shut,” said the union's top lawyer, Ada Holm.", "union's top lawyer"),
        ("The harbour union lawyer Ada Holm came. “It is shut,” she said.", "harbour union lawyer"),
        ("“It is shut,” Norwick Ferry spokesperson Ada Holm said.", "Norwick Ferry spokesperson"),
        ("Ada Holm, a lawyer for the union who defends Tor Vint, said it was shut.", "lawyer for the union"),
        ("“It is shut,” said her lawyer, Ada Holm.", "lawyer"),
        ("They said pilot Ada Holm came. “It is shut,” Holm said.", "pilot"),
        ("Ada Holm, who was sworn in as a judge, said it was shut.", None),
        ("He bought the lawyer Ada Holm's boat. “It is shut,” Ada Holm said.", "lawyer"),
    ],
)
def test_the_post_of_a_person(text: str, post: str | None) -> None:
    assert quotes_of(text)[-1].title == post


def test_a_role_between_a_place_and_a_name_is_no_part_of_the_name() -> None:
    (quote,) = quotes_of("Norwick Supervisor Ada Holm said it was shut.")
    assert quote.source
    assert (quote.source.name, quote.title) == ("Ada Holm", "Norwick Supervisor")


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Ada Holm, a guard who saw it burn, said so.", "who saw it burn"),
        ("Ada Holm, head of research at the Mill Fund, which counts them, said so.", "which counts them"),
        ("Ada Holm, head of the fund and an author of the report, said so.", "an author of the report"),
        ("Ada Holm, Tor Vint's mother, said he was ill.", "Tor Vint's mother"),
        ("The Mill Fund, a group that counts burnt mills, said it was one of many.", "a group that counts burnt mills"),
        ("The old mill burned, two people with knowledge of the case said.", "with knowledge of the case"),
        ("The old mill burned, two people who worked at the mill said.", "who worked at the mill"),
        ("“It burned,” Ada Holm said at a hearing on Monday.", "at a hearing"),
        ("“It burned,” Ada Holm, who saw it burn, said at a hearing.", "at a hearing; who saw it burn"),
        ("“It burned,” said mill worker Ada Holm, a delegate of the Mill Union.", "mill worker"),
        ("The old mill burned, two people said.", None),
        ("The mill burned, said the Mill Fund, which said it was old.", None),
    ],
)
def test_why_a_source_knows(text: str, ground: str | None) -> None:
    assert quotes_of(text)[-1].justification == ground


BURNED = "Ada Holm ran from the mill as it burned."


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (f"{BURNED} “I heard a bell,” Holm said.", BURNED),
        (f"“I heard a bell,” Ada Holm said. {BURNED}", BURNED),
        (f"{BURNED} Tor Vint did not. “I heard a bell,” Vint said.", None),
        ("Ada Holm's mill burned on Monday night. “I heard a bell,” Holm said.", None),
        (f"{BURNED}\n\nIt rained.\n\nIt snowed.\n\n“I heard a bell,” said Ada Holm, a lawyer.", None),
        (f"{BURNED}\n\n“I heard a bell,” said Ada Holm, a lawyer.", BURNED),
        ("Ada Holm is a nurse. She ran from the mill. “I rang,” Holm said.", "She ran from the mill."),
        ("The council met with Ada Holm on Monday. “I rang,” Holm said.", "The council met with Ada Holm on Monday."),
    ],
)
def test_what_an_article_tells_of_a_person(text: str, ground: str | None) -> None:
    assert quotes_of(text)[-1].justification == ground
