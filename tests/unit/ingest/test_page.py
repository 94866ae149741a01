"""Web pages: body, roles, links, embedded posts, metadata, and the way back to the source."""

from __future__ import annotations

import json
import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.decode import UnreadableError
from audit.ingest.drafts import Draft, Known
from audit.ingest.offsets import read_source
from audit.ingest.page import read_page
from audit.ingest.tree import PageText
from audit.records import Role

CAPTURED = datetime(2031, 11, 22)
URL = "https://www.quaycourier.example/harbour/old-quay"
PROSE = [
    "The harbour office closed the old quay on Monday after divers had found cracks in its walls, its director said.",
    "Nobody knows how long the repair will take, and the ferry lands elsewhere until the walls are sound &amp; safe.",
    'The <a href="/harbour/report?utm_source=x">report</a> of the divers was first seen by '
    '<a href="https://www.reuters.com/q">Reuters</a>, the office says, and nobody has denied what stands in it.',
    "“We will not open it before the spring,” the director told the council, which met for three hours on Tuesday.",
]
POST = (
    '<blockquote class="twitter-tweet"><p lang="en">It is shut!<br>Look: <a href="https://t.co/x">pic</a></p>'
    '— Kai (@kai) <a href="https://twitter.com/kai/status/1">May 1, 2031</a></blockquote>'
)
LD = {
    "@context": "https://schema.example",
    "@graph": [
        {"@type": "Organization", "name": "x"},
        {
            "@type": ["OpinionNewsArticle"],
            "headline": "Old quay closed &amp; cracked",
            "author": [{"name": "Ada Byron"}, {"name": "Grace Lovell"}],
            "publisher": {"name": "Associated Press"},
            "datePublished": "2031-03-04T09:30:00+01:00",
            "dateModified": "2031-03-05T10:00:00+01:00",
            "description": "Divers found cracks",
        },
    ],
}


def page(body: str = "", ld: object = LD, head: str = "") -> str:
    """A page of the courier's."""
    prose = "".join(f"<p>{p}</p>" for p in PROSE)
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Old quay closed | Quay Courier</title>'
        f'<meta property="og:site_name" content="Quay Courier"><link rel="canonical" href="{URL}">{head}'
        f'<script type="application/ld+json">{json.dumps(ld)}</script></head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>Old quay closed and cracked</h1><p>Divers found cracks</p>{prose}{body}</article>"
        "<footer>About us</footer></body></html>"
    )


def read(html: str | bytes, **known: str) -> Draft:
    """A draft of a page."""
    return read_page(html, Known(**known), CAPTURED)


def test_metadata_of_a_page() -> None:
    draft = read(page())
    assert (draft.title, draft.authors) == ("Old quay closed and cracked", ("Ada Byron", "Grace Lovell"))
    assert (draft.publisher, draft.originator) == ("Quay Courier", "The Associated Press")
    assert (draft.url, draft.language, draft.genre) == (URL, "en", "opinion")
    assert (draft.dates.at, draft.dates.precision) == (datetime(2031, 3, 4, 9, 30), "time")
    assert draft.modified == datetime(2031, 3, 5, 10)


def test_a_sidecar_wins() -> None:
    draft = read(page(), publisher="Harbour News", title="Closed")
    assert (draft.publisher, draft.title, draft.blocks[0].role) == ("Harbour News", "Closed", Role.TITLE)


def test_blocks_in_the_order_of_the_page() -> None:
    draft = read(page("<h2>What now?</h2><p>" + PROSE[1] + "</p>"))
    assert [block.role.value for block in draft.blocks] == ["title", "deck", *["paragraph"] * 4, "heading", "paragraph"]
    assert draft.blocks[3].span.of(draft.text).endswith("sound & safe.")


def test_links_keep_their_words() -> None:
    draft = read(page())
    assert [(link.span.of(draft.text), link.target_url, link.kind) for link in draft.links] == [
        ("report", "https://www.quaycourier.example/harbour/report", "own_site"),
        ("Reuters", "https://www.reuters.com/q", "outlet"),
    ]


def test_an_embedded_post_keeps_its_words_and_signature() -> None:
    draft = read(page(POST + "<p>" + PROSE[0] + "</p>"))
    (post,) = [block.span.of(draft.text) for block in draft.blocks if block.role is Role.EMBED]
    assert post == "It is shut!\nLook: pic\n— Kai (@kai) May 1, 2031"
    assert "¶" not in draft.text


def test_a_post_pasted_as_paragraphs_is_one_embed() -> None:
    draft = read(page(f"<p>It is shut!</p><p>— Kai (@kai) May 1, 2031</p><p>{PROSE[0]}</p>"))
    (post,) = [block.span.of(draft.text) for block in draft.blocks if block.role is Role.EMBED]
    assert post == "It is shut!\n\n— Kai (@kai) May 1, 2031"


def test_every_block_is_found_again_in_the_source() -> None:
    source = page("<h2>What &#110;ow?</h2><p>" + PROSE[1] + "</p>")
    draft = read(source.encode())
    for block in draft.blocks:
        assert block.raw is not None
        words = re.sub("<[^>]*>", "", block.raw.of(source)).replace("&amp;", "&").replace("&#110;", "n")
        assert words == block.span.of(draft.text).strip(".“”?")
    assert [b.raw.start for b in draft.blocks if b.raw] == sorted(b.raw.start for b in draft.blocks if b.raw)


def test_a_line_that_only_leads_elsewhere_is_an_aside() -> None:
    draft = read(
        page('<p><a href="/b">Why the old quay is sinking, and what it costs us</a></p><p>' + PROSE[0] + "</p>")
    )
    assert [b.span.of(draft.text) for b in draft.blocks if b.role is Role.ASIDE] == [
        "Why the old quay is sinking, and what it costs us"
    ]


@pytest.mark.parametrize(
    ("html", "title"),
    [
        (page().replace("<h1>Old quay closed and cracked</h1>", "<h1>Harbour</h1>"), "Old quay closed & cracked"),
        (page().replace("<h1>Old quay closed and cracked</h1>", "<h1>Quay Courier</h1>"), "Old quay closed & cracked"),
        (page(ld={}).replace("<h1>Old quay closed and cracked</h1>", ""), "Old quay closed"),
    ],
)
def test_titles(html: str, title: str) -> None:
    assert read(html).title == title


def test_a_foreign_canonical_address_names_the_original() -> None:
    head = '<meta property="og:url" content="https://mirror.example/a">'
    draft = read(page(ld={}, head=head).replace(URL, "https://www.reuters.com/world/old-quay"))
    assert (draft.url, draft.originator) == ("https://mirror.example/a", "Reuters")


def test_a_shared_name_at_another_domain_is_another_paper() -> None:
    html = page(ld={}).replace('content="Quay Courier"', 'content="Reuters"')
    assert read(html).publisher == "quaycourier.example"


@pytest.mark.parametrize(
    "html", ["<html><body></body></html>", "<p></p>", "<", "<!-- x", "plain", "<script>x</script>"]
)
def test_pages_without_an_article(html: str) -> None:
    with pytest.raises(UnreadableError):
        read(html)


def test_a_fragment_is_read_too() -> None:
    assert PROSE[0] in read("".join(f"<p>{p}</p>" for p in PROSE)).text


def test_broken_json_ld_is_left_aside() -> None:
    assert read(page().replace('"@graph"', "graph")).title == "Old quay closed and cracked"


@given(st.text(alphabet="<>/!-&;abc \n\"'=scriptyle", max_size=300))
def test_the_source_of_any_text_is_read(text: str) -> None:
    source = read_source(text)
    assert len(source.begins) == len(source.runs)
    assert all(run.start < run.end <= len(text) for run in source.runs)
    assert [run.start for run in source.runs] == sorted(run.start for run in source.runs)


TWEET = (
    '<blockquote class="twitter-tweet"><p>My boat was in it.</p>&mdash; Nils Aker (@nilsaker77) '
    '<a href="https://twitter.com/nilsaker77/status/1764100000000000001">March 3, 2024</a></blockquote>'
)


@pytest.mark.parametrize(
    "foreign",
    [
        TWEET,
        f'<div class="embed">{TWEET}</div>',
        '<div class="tweet"><p>My boat was in it.</p><a href="https://x.com/n/status/1">March 3, 2024</a></div>',
        '<ol class="comment-list"><li><p>Good riddance, quay.</p><time datetime="2024-03-03">March 3, 2024</time></li></ol>',
        "<blockquote><p>The walls are sound, the office wrote on March 3, 2024.</p></blockquote>",
    ],
)
def test_a_page_is_not_as_old_as_what_others_wrote_on_it(foreign: str) -> None:
    read = undated(foreign)
    assert read.dates.at is None


def test_an_embedded_post_bounds_the_date_from_below() -> None:
    assert undated(TWEET).dates.start == datetime(2024, 3, 3)


@pytest.mark.parametrize("own", ['<time datetime="2024-03-05">Tuesday</time>', "<p>Published March 5, 2024</p>"])
def test_a_date_beside_an_embedded_post_still_counts(own: str) -> None:
    assert undated(own + TWEET).dates.at == datetime(2024, 3, 5)


def undated(body: str) -> Draft:
    """A page whose metadata gives no date."""
    prose = "".join(f"<p>{p}</p>" for p in PROSE)
    html = f"<html><body><article><h1>Old quay closed</h1>{body}{prose}</article></body></html>"
    return read_page(html.encode(), Known(), CAPTURED)


def test_the_text_of_a_page_is_joined_once_however_often_it_is_asked_for() -> None:
    page = PageText()
    assert page.text == ""
    page.add("The mill in Holm")
    page.add(" is shut.")
    assert page.text == "The mill in Holm is shut."
    assert page.text is page.text
    page.add(" So is the quay.")
    assert page.text == "The mill in Holm is shut. So is the quay."
