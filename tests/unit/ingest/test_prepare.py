"""Texts made readable: parted words, garbled letters, Markdown; each stretch with its place in the text before."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.articles import read_text
from audit.ingest.blocks import mark_blocks
from audit.ingest.decode import decode
from audit.ingest.drafts import Draft, Known
from audit.ingest.links import canonical
from audit.ingest.page import read_page
from audit.ingest.prepare import mended, prepare
from audit.ingest.step import ingest
from audit.records import Role, Span
from audit.warehouse import open_build

CAPTURED = datetime(2031, 11, 22)
BODY = (
    "The harbour office closed the old quay after divers had found cracks in its walls, and the ferry lands elsewhere."
)
NEXT = "Fishermen who sell their catch from the steps were less pleased, and several said that nobody had asked them."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The pas-\nsengers wait for the let-\n  ter.", "The passengers wait for the letter."),
        ("A well-\nknown quay.", "A well-known quay."),
        ("From 2029-\n2031 it was shut.", "From 2029-\n2031 it was shut."),
        ("Marie-\nLouise went.", "Marie-\nLouise went."),
        ("â€œIt is shut,â€\u009d she said at the cafÃ©.", "“It is shut,” she said at the café."),
        ("The château was shut.", "The château was shut."),
    ],
)
def test_a_text_is_mended(text: str, wanted: str) -> None:
    assert prepare(text).text == wanted


def test_markdown_without_its_syntax_keeps_its_links() -> None:
    text = 'The letter was [first *printed*](https://elm.example/a_(b) "x") by the *Elm Herald*, **twice**.\n\n![quay](q.jpg)\n\n> 2 * 3'
    read = prepare(text, markdown=True)
    assert read.text == "The letter was first printed by the Elm Herald, twice.\n\n\n\n> 2 * 3"
    assert [(span.of(read.text), url) for span, url in read.links] == [("first printed", "https://elm.example/a_(b)")]
    assert prepare(text).text == text


@given(
    st.lists(
        st.sampled_from(["pas-\nsengers", "[a b](https://e.example)", "**x**", "â€œ", "quay", " ", "\n", "-\n"]),
        max_size=12,
    )
)
def test_what_is_kept_knows_its_place(parts: list[str]) -> None:
    text = "".join(parts)
    read = prepare(text, markdown=True)
    for at, letter in enumerate(read.text):
        if letter.isalpha() and letter.isascii():
            assert read.before(Span(at, at + 1)).of(text) == letter


def test_entities_that_were_escaped_twice() -> None:
    source = "<p>&amp;#8220;Shut,&amp;rdquo; AT&amp;T said.</p>"
    read = mended(source)
    assert read.text == "<p>&#8220;Shut,&rdquo; AT&amp;T said.</p>"
    assert read.before(Span(read.text.index("said"), read.text.index("said") + 4)).of(source) == "said"


def test_files_that_were_joined_from_several_encodings() -> None:
    lines = ["“Shut,” she said.", "Die Brücke über den Fluß.", "“Open,” he said."]
    assert decode(b"\n".join([lines[0].encode(), lines[1].encode("latin-1"), lines[2].encode()])) == "\n".join(lines)
    assert "\x93" not in decode("It is \x93shut\x94.".encode())


def text_of(*parts: str, **known: str) -> Draft:
    return read_text("\n\n".join(["Quay cracks widen in Port Elm", BODY, NEXT, BODY, *parts]), Known(**known), CAPTURED)


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("Source: https://quay.example/a?utm_source=x", "https://quay.example/a?utm_source=x"),
        ("https://quay.example/a", "https://quay.example/a"),
        ("Read the report at https://quay.example/a", None),
    ],
)
def test_the_address_on_a_line_of_its_own(line: str, url: str | None) -> None:
    assert text_of(line).url == url


def test_a_note_says_where_the_article_stood_first() -> None:
    note = (
        "This article is republished from The Conversation under a Creative Commons licence. Read the original article."
    )
    assert text_of(note).originator == "The Conversation"
    assert text_of("This article is republished from a friend's diary.").originator is None
    assert text_of(note, publisher="The Conversation").originator is None


def roles(*lines: str) -> list[str]:
    return [block.role.value for block in mark_blocks("\n".join(lines))]


def test_what_readers_say_is_no_prose() -> None:
    said = ["2 Comments", "harbourcat77", "This is a scandal and everybody in town has known about it for years now."]
    assert set(roles("A title for it", BODY, NEXT, BODY, *said)[-3:]) == {"boilerplate"}
    assert "boilerplate" not in roles("A title for it", *said, BODY, NEXT, BODY, NEXT)[2:]


def test_buttons_for_a_reaction_are_aside() -> None:
    found = roles("A title for it", BODY, NEXT, "What's Your Reaction?", "Like", "0", "Dislike", "0", NEXT)
    assert found[-6:] == ["aside"] * 5 + ["paragraph"]


def test_lines_of_a_head_are_no_wrapped_text() -> None:
    head = "Old quay of Port Elm closed over cracks in eleven pillars\nBy Ada Quill in Port Elm and Ben Marr in the capital city\n4 March 2031"
    assert [block.role for block in mark_blocks(f"{head}\n\n{BODY}\n\n{NEXT}")][:3] == [
        Role.TITLE,
        Role.BYLINE,
        Role.BYLINE,
    ]


def page(body: str = "", head: str = "", top: str = "") -> str:
    prose = "".join(f"<p>{line}</p>" for line in (BODY, NEXT, BODY + " Again.", NEXT + " Again."))
    return f"<html><head>{head}</head><body>{top}<article><h1>Old quay of Port Elm closed</h1>{prose}{body}</article></body></html>"


def test_a_run_of_linked_names_is_a_list_of_thanks() -> None:
    thanks = "".join(
        f"<p>{post} <a href='https://instagram.com/x{n}'>Tess Leon</a></p>"
        for n, post in enumerate(("Stylist", "Tailor", "Photo Assistant"))
    )
    draft = read_page(page(thanks).encode(), Known(), CAPTURED)
    assert [b.role for b in draft.blocks][-3:] == [Role.ASIDE] * 3


def test_an_archives_copy_is_of_the_page_that_it_names() -> None:
    head = '<link rel="canonical" href="https://archive.ph/AbC12"><meta property="og:site_name" content="archive.ph">'
    top = "<div id='HEADER'>Saved from <input value='https://quay.example/a'></div>"
    draft = read_page(page(head=head, top=top).encode(), Known(), CAPTURED)
    assert (draft.url, draft.publisher) == ("https://quay.example/a", "quay.example")


def test_a_number_under_a_short_name_names_a_page() -> None:
    assert canonical("https://quay.example/a.php?cid=12") == "https://quay.example/a.php?cid=12"
    assert canonical("https://quay.example/a?cid=app_share&utm_source=1") == "https://quay.example/a"


def test_an_article_for_telephones_and_for_print_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for n, url in enumerate(
        (
            "https://www.quay.example/news/a",
            "https://m.quay.example/news/a",
            "https://quay.example/news/a?print=1",
            "https://quay.example/news/a/amp",
        )
    ):
        (tmp_path / "raw" / f"{n}.html").write_text(page(head=f'<link rel="canonical" href="{url}">'), encoding="utf-8")
    with open_build(tmp_path / "w.duckdb") as build:
        ingest(build.warehouse, [tmp_path / "raw"], home=tmp_path, run_id="r")
        assert build.warehouse.query("select count(distinct article_id) from articles") == [(1,)]
