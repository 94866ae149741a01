"""Dialogs, barriers and stubs; who a page says wrote it and where it says it comes from."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from audit.ingest.decode import UnreadableError
from audit.ingest.drafts import Draft, Known
from audit.ingest.page import read_page

LEAD = "The harbour office of Port Elm closed the old quay after divers had found cracks in its walls."
NEXT = "“We cannot ask people to walk over it,” said Mara Tolliver, who chairs the harbour board of the town."
ASKS = "We and our partners store information on a device and process personal data for advertising."


def page(body: str, *nodes: dict[str, Any], head: str = "") -> Draft:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    html = f"<html><head><title>Old quay closed</title>{head}{scripts}</head><body>{body}</body></html>"
    return read_page(html, Known(), datetime(2031, 3, 5))


def article(*paragraphs: str) -> str:
    return f"<article><h1>Old quay closed in Port Elm</h1>{''.join(f'<p>{p}</p>' for p in paragraphs)}</article>"


def news(**fields: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": "Old quay closed in Port Elm", **fields}


def test_a_consent_dialog_is_no_article() -> None:
    with pytest.raises(UnreadableError, match="consent"):
        page(f'<div class="cookie-consent"><h1>Before you go on</h1><p>{ASKS}</p><p>{ASKS}</p></div>')


def test_a_dialog_over_an_article_leaves_the_article() -> None:
    dialog = f'<div id="consent"><p>{ASKS}</p></div>'
    assert LEAD in page(article(LEAD, NEXT, LEAD.replace("old", "new")) + dialog).text
    assert LEAD in page(article(LEAD) + dialog * 3, news()).text


@pytest.mark.parametrize(("is_free", "text", "doubts"), [(False, LEAD, 1), ("False", LEAD, 1), (True, LEAD, 0)])
def test_a_stub_that_is_not_free_is_doubted(is_free: bool | str, text: str, doubts: int) -> None:
    assert len(page(article(text, NEXT), news(isAccessibleForFree=is_free)).doubts) == doubts


def test_a_whole_text_that_is_not_free_is_not_doubted() -> None:
    long = [f"{LEAD} It was number {n} of them." for n in range(30)]
    assert page(article(*long), news(isAccessibleForFree=False)).doubts == ()
    assert len(page(article(*long, "“We cannot ask people to walk ov…"), news(isAccessibleForFree=False)).doubts) == 1


def test_a_barrier_is_no_prose_but_the_text_behind_one_is() -> None:
    text = page(
        article(LEAD, NEXT) + '<div class="paywall"><p>Go on for nine crowns a month, all of it.</p></div>'
    ).text
    assert "crowns" not in text
    pieces = f'<p class="paywall">{LEAD}</p><p class="paywall">{NEXT}</p>'
    assert NEXT in page(f"<article><h1>Old quay closed</h1>{pieces}</article>").text
    behind = "".join(f"<p>{LEAD} It was number {n}.</p>" for n in range(9))
    assert "number 8" in page(f'<article><h1>Old quay closed</h1><div class="paywall">{behind}</div></article>').text


@pytest.mark.parametrize("name", ["Ruby Hale", "ABBY BYRNE", "Bobby Marsh", "Ada von Quill", "Fionn O'Hara"])
def test_a_name_is_never_cut(name: str) -> None:
    said = name.replace("'", "&#39;")
    assert page(article(LEAD, NEXT), news(author={"@type": "Person", "name": said})).authors == (name,)


def test_nodes_named_by_their_id() -> None:
    graph = [
        news(author=[{"@id": "#p"}], publisher={"@id": "#o"}),
        {"@type": "Person", "@id": "#p", "name": "Ada Quill"},
        {"@type": "Organization", "@id": "#o", "name": "Quay Courier"},
    ]
    found = page(article(LEAD, NEXT), {"@graph": graph})
    assert (found.authors, found.publisher) == (("Ada Quill",), "Quay Courier")


def test_an_organisation_is_the_author_only_where_no_person_is() -> None:
    agency = {"@type": "Organization", "name": "Associated Press"}
    alone = page(article(LEAD, NEXT), news(author=agency))
    assert (alone.authors, alone.originator) == (("Associated Press",), "The Associated Press")
    both = page(article(LEAD, NEXT), news(author=[agency, {"@type": "Person", "name": "Ada Quill"}]))
    assert both.authors == ("Ada Quill",)


def test_the_original_on_another_site_is_the_originator() -> None:
    head = (
        '<meta property="og:url" content="https://quay.example/n/a">'
        '<link rel="canonical" href="https://www.reuters.com/world/a-1/">'
    )
    assert page(article(LEAD, NEXT), head=head).originator == "Reuters"
    paper = head.replace("www.reuters.com", "www.nytimes.com")
    assert "New York Times" in str(page(article(LEAD, NEXT), head=paper).originator)
    assert page(article(LEAD, NEXT), head=head.replace("www.reuters.com", "www.youtube.com")).originator is None
