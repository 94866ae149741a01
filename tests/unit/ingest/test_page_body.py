"""What the page's own lines add to its body: heads, corrections, posts in wrappers, links, witnesses; what is cleaned."""

from __future__ import annotations

import json
from datetime import datetime

import lxml.html
import pytest

from audit.ingest.body_checks import missed_body
from audit.ingest.drafts import Draft, Known
from audit.ingest.facts import Facts
from audit.ingest.outline import main_lines, read_lines
from audit.ingest.page import read_page
from audit.records import Role

CAPTURED = datetime(2031, 11, 22)
TITLE = "Old quay of Port Elm closed over cracked pillars"
PROSE = [
    "The harbour office closed the old quay on Monday after divers had found cracks in its walls, its director said.",
    "Nobody knows how long the repair will take, and the ferry lands elsewhere until the walls are sound and safe.",
    "Fishermen who sell their catch from the steps were less pleased, and some of them said nobody had asked them.",
    "“We will not open it before the spring,” the director told the council, which met for three hours on Tuesday.",
    "The town has set nine million crowns aside for the work, of which two were spent on the report of the divers.",
]
OTHER = [
    "A choir of sixty pupils won the cup of the northern coast on Sunday, for the second time after the year of the flood.",
    "Its leader said that the hall had been so cold that the altos sang in mittens, which did not help the low notes.",
    "The cup will stand in the window of the town hall until the pupils bring it back to the coast in the next summer.",
    "About four hundred people heard the last song, and many of them stayed for soup in the old customs house nearby.",
    "The school says that next year's song was written by a former pupil who sails on the ferry between the islands.",
    "Tickets for the summer will be sold at the harbour office from May, at the same price as in the last three years.",
]


def page(body: str = "", head: str = "", ld: dict[str, object] | None = None, top: str = "", lang: str = "en") -> str:
    """A page with the prose in an article."""
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld else ""
    prose = "".join(f"<p>{line}</p>" for line in PROSE)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>x</title>{head}{script}</head><body><article><h1>{TITLE}</h1>'
        f"{top}<div class='body'>{prose}{body}</div></article></body></html>"
    )


def read(source: str) -> Draft:
    return read_page(source.encode(), Known(), CAPTURED)


def words(draft: Draft, role: Role) -> list[str]:
    return [block.span.of(draft.text) for block in draft.blocks if block.role is role]


def node(**fields: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **fields}


def test_a_moment_in_utc_is_of_the_day_that_the_page_prints() -> None:
    top = "<p class='stamp'>Published 10:30 p.m. ET, March 4, 2031</p>"
    draft = read(page(ld=node(datePublished="2031-03-05T03:30:00Z"), top=top))
    assert (draft.dates.at, draft.dates.precision) == (datetime(2031, 3, 4, 22, 30), "time")
    local = read(page(ld=node(datePublished="2031-03-05T03:30:00+01:00"), top=top))
    assert local.dates.at == datetime(2031, 3, 5, 3, 30)


@pytest.mark.parametrize(
    ("top", "head", "day"),
    [
        ("<p class='date'>2031年3月4日</p>", "", datetime(2031, 3, 4)),
        ("<p class='date'>04/03/2031</p>", "", None),
        ("", '<script>var ad={"expires":"2031-10-31"};</script>', None),
        (
            "<p>Published 4 March 2031 · Updated 6 March 2031</p>",
            '<meta property="article:modified_time" content="2031-03-06T18:00:00+01:00">',
            datetime(2031, 3, 4),
        ),
    ],
)
def test_only_a_day_that_is_told_without_doubt(top: str, head: str, day: datetime | None) -> None:
    assert read(page(top=top, head=head)).dates.at == day


def test_the_node_of_another_story_says_nothing_of_this_one() -> None:
    other = node(headline="Ferry fares to rise", author={"name": "Tim Otherwise"}, datePublished="2031-02-11")
    own = node(author={"name": "Ada Quill"}, datePublished="2031-03-04T10:15:00+01:00")
    script = f'<script type="application/ld+json">{json.dumps(other)}</script>'
    draft = read(page(head=script, ld=own))
    assert (draft.authors, draft.dates.at) == (("Ada Quill",), datetime(2031, 3, 4, 10, 15))


@pytest.mark.parametrize(
    ("lang", "top", "authors"),
    [
        ("en", "<p class='byline'>By Ada Quill | aquill@quay.example</p>", ("Ada Quill",)),
        ("it", "<p class='byline'>di Ada Quill</p>", ("Ada Quill",)),
        ("no", "<p class='byline'>Av Ada Quill</p>", ("Ada Quill",)),
        ("en", "<div><p>By</p><p>Ada Quill</p></div>", ("Ada Quill",)),
    ],
)
def test_the_byline_of_the_head(lang: str, top: str, authors: tuple[str, ...]) -> None:
    assert read(page(top=top, lang=lang)).authors == authors


@pytest.mark.parametrize(
    "heading",
    [
        f"<span class='kicker'>Opinion</span> {TITLE}",
        f"Opinion | {TITLE} | Editorial",
        f"{TITLE} (video)",
    ],
)
def test_a_label_is_no_part_of_the_title(heading: str) -> None:
    source = page(ld=node()).replace(f"<h1>{TITLE}</h1>", f"<h1>{heading}</h1>")
    assert read(source).title == TITLE


def test_a_short_title_for_sharing_does_not_cut_the_headline() -> None:
    source = page(head=f'<meta property="og:title" content="{TITLE.rsplit(" ", 2)[0]}">')
    assert read(source).title == TITLE


def test_a_correction_outside_of_the_body_is_kept() -> None:
    note = "Correction: An earlier version of this article misstated the number of pillars; it is eleven."
    source = page().replace("</article>", f"<div class='correction'><p>{note}</p></div></article>")
    assert words(read(source), Role.CORRECTION) == [note]


@pytest.mark.parametrize(
    "post",
    [
        "<figure class='embed'><div><blockquote class='twitter-tweet'><p>Eleven pillars. ELEVEN.</p>&mdash; Kai (@kai) "
        "<a href='https://twitter.com/kai/status/1'>March 4, 2031</a></blockquote><script>x()</script></div></figure>",
        "<blockquote class='telegram'><p>Eleven pillars. ELEVEN.</p><a href='https://t.me/elm/1'>t.me/elm/1</a></blockquote>",
    ],
)
def test_a_post_is_kept_whatever_wraps_it(post: str) -> None:
    (kept,) = words(read(page(post)), Role.EMBED)
    assert kept.startswith("Eleven pillars.")


def test_links_come_from_the_source() -> None:
    body = (
        "<p>The letter was first printed on Monday, the board wrote in <a href='https://elm.example/last'><em>a post</em></a></p>"
        "<p><i>More stands on the page of the board, </i><a href='https://elm.example/page'><i>elm.example</i></a></p>"
    )
    draft = read(page(body))
    assert [(link.url, link.span.of(draft.text)) for link in draft.links] == [
        ("https://elm.example/last", "a post"),
        ("https://elm.example/page", "elm.example"),
    ]


def test_struck_words_are_not_said_and_drawn_marks_are() -> None:
    draft = read(
        page("<p>It costs <s>21</s> 27 million crowns, and <q>nobody was asked</q>, the board wrote in a notice.</p>")
    )
    assert "It costs 27 million crowns, and “nobody was asked”, the board" in draft.text


def test_a_box_for_an_address_is_no_part_of_the_text() -> None:
    box = "<div class='x'><p>Our best stories, each morning at seven.</p><form><input type=email><button>Go</button></form></div>"
    draft = read(page(box + f"<p>{OTHER[0]}</p>"))
    assert "each morning" not in draft.text
    assert OTHER[0] in draft.text


def test_other_articles_below_the_first_are_left_out() -> None:
    other = "<article><h1>Choir wins the cup</h1>" + "".join(f"<p>{line}</p>" for line in OTHER) + "</article>"
    draft = read(page().replace("</body>", f"{other}</body>"))
    assert PROSE[0] in draft.text
    assert OTHER[1] not in draft.text


def test_lines_know_their_links_and_what_stands_aside() -> None:
    tree = lxml.html.document_fromstring(
        page("<p>See <a href='/a'>the  report</a>, please.</p><div class='related'><p>Choir wins</p></div>")
    )
    lines = {line.text: line for line in read_lines(tree)}
    assert [(span.of("See the report, please."), href) for span, href in lines["See the report, please."].links] == [
        ("the report", "/a")
    ]
    assert lines["Choir wins"].aside
    assert [line.text for line in main_lines(list(lines.values()))][: len(PROSE)] == PROSE


def test_a_body_that_lacks_what_two_witnesses_hold_gives_way_to_the_lines_of_the_page() -> None:
    tree = lxml.html.document_fromstring(page("".join(f"<p>{line}</p>" for line in OTHER)))
    lines, whole = read_lines(tree), " ".join([*PROSE, *OTHER])
    stated = Facts(article={"articleBody": whole})
    for body, facts, is_missed in (
        ("Sign up for what the harbour sends each morning.", stated, True),
        (" ".join(PROSE[:2]), Facts(), True),
        (whole, stated, False),
        (whole, Facts(), False),
    ):
        own = missed_body(body, lines, facts, lambda: tree)
        assert (own is not None) is is_missed
        assert own is None or PROSE[3] in own.text


POST = (
    '<div class="part part--oembed"><blockquote class="twitter-tweet"><p>The ferry will not sail today, sorry.</p>'
    '— Port Elm (@portelm) <a href="https://twitter.com/portelm/status/9">May 4, 2031</a></blockquote></div>'
)


def test_a_post_stands_in_the_lines_of_the_page_as_one() -> None:
    """The lines are taken where the body was cut short; posts have been taken out of the tree by then."""
    parts = "".join(f"<div class='part'><p>{line}</p></div>" for line in [*PROSE, *OTHER])
    tree = lxml.html.document_fromstring(page().replace("<div class='body'>", f"<div class='body'>{POST}{parts}"))
    lines = read_lines(tree)
    for quote in list(tree.iter("blockquote")):
        quote.getparent().remove(quote)
    own = missed_body(" ".join(PROSE[:1]), lines, Facts(), lambda: lxml.html.document_fromstring(page(parts)))
    assert own is not None
    [post] = [piece for piece in own.pieces if piece.role is Role.EMBED]
    words = post.span.of(own.text)
    assert words.split("\n") == ["The ferry will not sail today, sorry.", "— Port Elm (@portelm) May 4, 2031"]
    [(span, href)] = [link for link in own.links if post.span.holds(link[0])]
    assert (span.of(own.text), href) == ("May 4, 2031", "https://twitter.com/portelm/status/9")


def test_a_run_of_lines_that_lead_elsewhere_is_the_list_of_what_a_text_rests_on() -> None:
    sites = ("depths.example/report", "council.example/minutes", "tides.example/table")
    listed = "".join(f'<li><a href="https://{site}">What the harbour said of {site}</a></li>' for site in sites)
    own = "".join(f'<li><a href="https://quay.example/{n}">Another story of the harbour {n}</a></li>' for n in "abc")
    head = '<link rel="canonical" href="https://quay.example/n/quay">'
    draft = read(page(f"<h2>Sources</h2><ul>{listed}</ul><h2>More</h2><ul>{own}</ul>", head))
    found = words(draft, Role.REFERENCES)
    assert len(found) == 3
    assert found[0].startswith("What the harbour said of depths.example")
    assert words(read(page(f"<ul>{listed[: listed.index('</li>') + 5]}</ul>", head)), Role.REFERENCES) == []


APPEAL = (
    "At the Quay Courier we believe that everybody needs news of the harbour, and that not everybody can pay for it."
)


@pytest.mark.parametrize("mark", ['class="hidden box"', "hidden", 'style="display: none"'])
def test_what_the_page_does_not_show_is_no_part_of_it(mark: str) -> None:
    draft = read(page(f"<div class='appeals'><div {mark}><p>{APPEAL}</p></div><div {mark}><p>{APPEAL}</p></div></div>"))
    assert APPEAL not in draft.text
    assert PROSE[4] in draft.text


@pytest.mark.parametrize("mark", ['class="hidden"', 'style="display:none"'])
def test_a_text_that_unfolds_is_whole(mark: str) -> None:
    assert OTHER[2] in read(page(f"<div {mark}>" + "".join(f"<p>{line}</p>" for line in OTHER) + "</div>")).text


def test_what_each_origin_says_is_kept() -> None:
    top = "<p class='byline'>By Ada Quill</p><p>Published 4 March 2031</p>"
    head = '<meta property="og:title" content="Quay closed"><meta property="og:site_name" content="Quay Courier">'
    ld = node(author={"name": "Tim Pell"}, datePublished="2031-03-05T10:00:00+01:00")
    draft = read(page(top=top, head=head, ld=ld))
    said = set(draft.claims)
    assert {
        ("title", TITLE, "json_ld"),
        ("title", TITLE, "h1"),
        ("title", "Quay closed", "meta:og:title"),
        ("author", "Tim Pell", "json_ld"),
        ("author", "Ada Quill", "byline"),
        ("published", "2031-03-05T10:00:00+01:00", "json_ld"),
        ("published", "2031-03-04 00:00:00", "printed"),
        ("publisher", "Quay Courier", "meta:og:site_name"),
    } <= said
    assert draft.authors == ("Tim Pell",)
