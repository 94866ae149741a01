"""Sentences of held articles that cite held articles become rows of `citations`, each gap with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from audit.cite import step
from audit.cite.records import Checked, Citation
from audit.cite.step import check_citations
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

POST = "The Lunkertor bridge was closed to lorries on Monday, the Courier says. Repairs would cost 9.9 million crowns in all. Rain fell."
COURIER = "The Lunkertor bridge was closed to lorries on Monday. Repairs would cost 4.2 million crowns, Ada Holm said."
URL = "https://quay.example/bridge"


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    found = empty_warehouse()
    for key, text, url in (("post", POST, "https://post.example/a"), ("courier", COURIER, URL)):
        rest = (None, None, None, None, "en", "news", text, key)
        found.insert(
            "articles", [(key, 1, True, f"c-{key}", None, url, None, None, key.title(), None, None, None, *rest)]
        )
        stops = enumerate(re.finditer(r"\S.*?[a-z]\.(?= |$)", text))
        found.insert("sentences", [(key, 1, number, 0, *sentence.span()) for number, sentence in stops])
    yield found
    found.close()


def link(warehouse: Warehouse, words: str, role: str = "paragraph") -> None:
    start = POST.index(words)
    warehouse.insert("links", [("post", 1, start, start + len(words), URL, URL, "outlet", role)])


def credit(warehouse: Warehouse, words: str, covered: str) -> None:
    start, at = POST.index(words), POST.index(covered)
    row = ("k1", "post", 1, start, start + len(words), "s", "relays", 1, "k1", at, at + len(covered), "r")
    warehouse.insert("credits", [row])
    places = [("post", start), ("post", at), ("courier", 0)]
    evidence = json.dumps([{"article_id": one, "start": first, "end": first + 3} for one, first in places])
    edge = ("e1", "claim", "post", "courier", None, "relays", "stated", 1.0, "machine", evidence, 1)
    warehouse.insert("edges", [edge])


def told(warehouse: Warehouse) -> list[tuple[str, str, str | None]]:
    check_citations(warehouse)
    return [tuple(row) for row in warehouse.query("select sentence, verdict, lacks from citations_told")]  # type: ignore[misc]


def test_a_linked_sentence_is_compared_and_its_gap_has_a_place_on_both_sides(warehouse: Warehouse) -> None:
    link(warehouse, "cost 9.9 million")
    assert told(warehouse) == [
        ("Repairs would cost 9.9 million crowns in all.", "differs", "figure: 9.9 million crowns")
    ]
    [(start, end, nearest)] = warehouse.query("select start_char, end_char, nearest from citation_gaps")
    place = json.loads(nearest)
    assert POST[start:end] == "9.9 million crowns"
    assert (place["article_id"], COURIER[place["start"] : place["end"]]) == ("courier", "4.2 million crowns")


def test_the_name_of_whom_a_sentence_credits_is_no_word_of_the_claim(warehouse: Warehouse) -> None:
    credit(warehouse, "the Courier", "was closed to lorries")
    [(sentence, verdict, lacks)] = told(warehouse)
    assert sentence.startswith("The Lunkertor bridge was closed")
    assert (verdict, lacks) == ("carried", None)


@pytest.mark.parametrize("role", ["aside", "boilerplate", "caption"])
def test_furniture_of_the_page_cites_nothing(warehouse: Warehouse, role: str) -> None:
    link(warehouse, "Rain", role)
    assert told(warehouse) == []


def test_a_later_run_replaces_the_rows(warehouse: Warehouse) -> None:
    link(warehouse, "cost 9.9 million")
    assert told(warehouse) == told(warehouse)
    warehouse.run("delete from links")
    assert told(warehouse) == []
    assert warehouse.query("select * from citation_gaps") == []


def test_a_sentence_is_compared_again_where_it_or_what_it_cites_has_changed(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    link(warehouse, "cost 9.9 million")
    before, compared, compare = told(warehouse), list[str](), step.verify

    def noted(citation: Citation) -> Checked:
        compared.append(citation.claim)
        return compare(citation)

    monkeypatch.setattr(step, "verify", noted)
    warehouse.run("update articles set text = replace(text, '4.2', '9.9') where article_id = 'courier'")
    check_citations(warehouse, {"another"})
    assert compared == []
    assert warehouse.query("select sentence, verdict, lacks from citations_told") == before
    check_citations(warehouse, {"courier"})
    assert len(compared) == 1
    assert warehouse.query("select verdict, lacks from citations_told") == [("carried", None)]
    link(warehouse, "closed to lorries")
    assert check_citations(warehouse, set())["citations"] == 2
    assert len(compared) == 2
    warehouse.run("delete from links")
    assert check_citations(warehouse, set()) == {"citations": 0, "citation_gaps": 0}


def test_headline_writer_and_day_of_the_cited_article_are_words_of_it(warehouse: Warehouse) -> None:
    said = "In 2031 Ivo Lund wrote that the Lunkertor bridge smuggled walruses."
    more = f"{POST} {said}"
    warehouse.run("update articles set text = $text where article_id = 'post'", {"text": more})
    start = more.index(said)
    warehouse.insert("sentences", [("post", 1, 9, 0, start, len(more))])
    warehouse.insert("links", [("post", 1, start + 3, start + 7, URL, URL, "outlet", "paragraph")])
    [(_, verdict, _)] = told(warehouse)
    assert verdict == "not_found"
    warehouse.run(
        "update articles set title = 'Walruses smuggled over Lunkertor bridge', byline = 'Ivo Lund',"
        " published_at = '2031-03-04' where article_id = 'courier'"
    )
    [(_, verdict, lacks)] = told(warehouse)
    assert (verdict, lacks) == ("no_difference", "content: wrote")
