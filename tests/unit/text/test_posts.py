"""Pasted posts: whose words, which signature, what day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lexicon import load_rules
from audit.text.posts import find_posts

LONG = "The ministry published its yearly account, and the quay was older than anyone thought. " * 4


@pytest.mark.parametrize(
    ("signature", "name", "handle", "posted"),
    [
        ("— Ada Byron (@ada_b) October 30, 2031", "Ada Byron", "@ada_b", date(2031, 10, 30)),
        (
            "— Vox: its time. NOW, or never. (@vox9) 3 March 2031",
            "Vox: its time. NOW, or never.",
            "@vox9",
            date(2031, 3, 3),
        ),
        ("— 🌊 Kai – surfer 🏄 (@kai) Mar. 3, 2031", "🌊 Kai – surfer 🏄", "@kai", date(2031, 3, 3)),
        (
            "- Harbour Watch (@harbour.example.org) Jan 9, 2031",
            "Harbour Watch",
            "@harbour.example.org",
            date(2031, 1, 9),
        ),
        ("— Ada (Byron) (@ada)", "Ada (Byron)", "@ada", None),
        ("— (@ada) May 1, 2031", "@ada", "@ada", date(2031, 5, 1)),
    ],
)
def test_reads_the_signature(signature: str, name: str, handle: str, posted: date | None) -> None:
    text = f"{LONG}\nThe quay is closed! pic.example/x1\n{signature}\n{LONG}"
    (post,) = find_posts(text)
    assert (post.name, post.handle, post.posted) == (name, handle, posted)
    assert post.signature.of(text) == signature
    assert post.span.of(text) == "The quay is closed! pic.example/x1"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{LONG}\nWow!\nThe quay is closed.\nAgain.\n— A (@a) May 1, 2031", "Wow!\nThe quay is closed.\nAgain."),
        (f"{LONG}\nThe ferry sank.\nThe quay is closed.\n— A (@a) May 1, 2031", "The quay is closed."),
        (f"{LONG}\nSo #sad.\nThe quay is closed.\n— A (@a) May 1, 2031", "So #sad.\nThe quay is closed."),
        ("He left.\n\nThe quay is closed. — A (@a) May 1, 2031\n\nMore.", "The quay is closed."),
        ("He left.\n\nThe quay\nis closed.\n\n— A (@a) May 1, 2031", "The quay\nis closed."),
        ("The mayor tweeted this:\nThe quay is closed.\n— A (@a) May 1, 2031", "The quay is closed."),
        ("“We close it,” the mayor said.\nThe quay is closed.\n— A (@a) May 1, 2031", "The quay is closed."),
        ("Fine day. A photo posted by Ada (@ada) on May 1, 2031 at 2:10pm PST", "Fine day."),
        (f"{LONG * 4}It was calm. The quay is closed. — A (@a) May 1, 2031 The mayor left.", "The quay is closed."),
    ],
)
def test_reads_the_words_back_to_the_paragraph_before(text: str, words: str) -> None:
    assert [post.span.of(text) for post in find_posts(text)] == [words]


def test_two_posts_in_a_row_stay_two() -> None:
    text = "One.\n— A (@a) May 1, 2031\nTwo – by far. #x\n— B (@b) May 2, 2031"
    assert [(post.span.of(text), post.handle) for post in find_posts(text)] == [
        ("One.", "@a"),
        ("Two – by far. #x", "@b"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Follow the author (@ada) for more.",
        "The mayor — who is on the platform (@mayor) — declined to comment.",
        "— A (@a) May 1, 2031",
        "\n\n— A (@a) May 1, 2031",
        "",
    ],
)
def test_finds_none(text: str) -> None:
    assert find_posts(text) == ()


@pytest.mark.parametrize("entry", load_rules("posts")["openers"], ids=lambda entry: entry["words"])
def test_every_opener_stands_in_its_example(entry: dict[str, str]) -> None:
    (post,) = find_posts(f"Fine day.\n{entry['example']}")
    assert (post.name, post.handle) == ("Ada Byron", "@ada")


@pytest.mark.parametrize("entry", load_rules("posts")["narration"], ids=lambda entry: entry["words"])
def test_every_narrating_line_stays_the_articles(entry: dict[str, str]) -> None:
    text = f"{entry['example']}\nFine day.\n— A (@a) May 1, 2031"
    assert [post.span.of(text) for post in find_posts(text)] == ["Fine day."]


@given(
    st.lists(
        st.sampled_from(["a b", "\n", "— ", "A (@a)", " May 1, 2031", "(@", "-", ":", "“x” said", "\n\n", "🌊"]),
        max_size=40,
    )
)
def test_posts_are_ordered_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    edges = [edge for post in find_posts(text) for edge in (*post.span, *post.signature)]
    assert edges == sorted(edges)
    assert all(post.span.of(text).strip() == post.span.of(text) != "" for post in find_posts(text))
