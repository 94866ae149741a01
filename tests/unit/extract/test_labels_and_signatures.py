"""Who speaks where a label, a line with a name or a signature tells it, not a verb: voices, interviews, epigraphs."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article
from audit.text.markup import without_emphasis
from audit.text.segment import find_paragraphs, pair_marks


def said(text: str) -> list[tuple[str, str | None]]:
    """The words and the speaker of each quote."""
    return [
        (" … ".join(piece.of(text) for piece in quote.pieces), quote.source.name if quote.source else None)
        for quote in extract_mentions(Article("a", 1, text)).quotes
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Ada Holm, ferry owner:",
        "**Ada Holm, ferry owner:**",
        "**Ada Holm:**",
        "__Ada Holm (Greens):__",
        "**Ada Holm**",
        "- **Ada Holm, 34, baker:**",
    ],
)
def test_a_label_before_marked_words_speaks(label: str) -> None:
    assert said(f"Voices\n\n{label} “The pier fell on us.”") == [("The pier fell on us.", "Ada Holm")]


@pytest.mark.parametrize(
    "label",
    ["**Note:**", "**Fort Osgood, 1911:**", "**The pier**", "Ada Holm"],
)
def test_a_label_that_names_nobody_is_silent(label: str) -> None:
    assert not [source for _, source in said(f"Voices\n\n{label} “The pier fell on us.”") if source]


def test_a_label_with_a_verb_of_saying_is_read_by_that() -> None:
    assert said("Ada Holm, quoting Tor Vint: “The pier fell on us.”") != [("The pier fell on us.", "Ada Holm")]


VOICES = "Voices\n\nAda Holm, 34, baker\n“The pier fell on us.”\n\n{}\n“I never saw it fall.”"


def test_names_above_marked_words_speak_them() -> None:
    both = [("The pier fell on us.", "Ada Holm"), ("I never saw it fall.", "John Vint")]
    assert said(VOICES.format("John Vint, 61, retired")) == both


@pytest.mark.parametrize("line", ["John Vint was late.", "The second voice", "Ada Holm, again", "John Vint, who said"])
def test_one_name_above_marked_words_may_be_a_byline(line: str) -> None:
    assert not [source for _, source in said(VOICES.format(line)) if source]


def test_names_below_marked_words_are_not_given_the_next() -> None:
    text = "“The pier fell on us.”\nAda Holm, 34, baker\n\n“I never saw it fall.”\nJohn Vint, 61, retired\n\n“It is a pity.”"
    assert ("I never saw it fall.", "Ada Holm") not in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "“The pier fell on us.” — Ada Holm, baker",
        "> “The pier fell on us.”\n> — Ada Holm, baker at the quay",
        "> The pier fell on us.\n> — Ada Holm, Lower Norwick",
        "“The pier fell on us.”\n\n— Ada Holm, Lower Norwick",
    ],
)
def test_who_signs_speaks(text: str) -> None:
    assert said(text) == [("The pier fell on us.", "Ada Holm")]


@pytest.mark.parametrize(
    "text",
    ["“The pier fell on us.” — Ada, a baker, left", "“The pier fell on us.” — the baker, again"],
)
def test_a_remark_behind_a_dash_signs_nothing(text: str) -> None:
    assert not [source for words, source in said(text) if source and words == "The pier fell on us."]


@pytest.mark.parametrize(
    "lead",
    [
        "The verdict of coach Ada Holm, when the fans had left:",
        "A last word from Ada Holm, who kept the lock for forty years:",
        "Her lawyer Ada Holm's summary of the ruling, which took an hour:",
        "The answer of Mayor Ada Holm, when a boy asked about the pier:",
        "Coach Ada Holm's verdict on the stand, which cost nine million:",
    ],
)
def test_whose_a_remark_is_speaks(lead: str) -> None:
    assert said(f"{lead} “Too little.”") == [("Too little.", "Ada Holm")]


@pytest.mark.parametrize(
    "lead",
    [
        "A word of warning to Ada Holm:",
        "The question of the day in Norwick:",
        "The judge's reaction to Ada Holm's plea:",
    ],
)
def test_whom_a_remark_is_to_is_silent(lead: str) -> None:
    assert ("Too little.", "Ada Holm") not in said(f"{lead} “Too little.”")


def test_signs_of_emphasis_become_blanks() -> None:
    assert without_emphasis("**Ada Holm:** no __pier__") == "  Ada Holm:   no   pier  "


@pytest.mark.parametrize("text", ["2 ** 3 ** 4", "a**b**c", "snake__case__name", "**", "** open **", "****"])
def test_other_stars_stay(text: str) -> None:
    assert without_emphasis(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [("> “No.”", ["No."]), ("> “No.” and “yes.”", ["“No.” and “yes.”"]), ("> — Ada", []), (">", [])],
)
def test_words_set_apart_lose_their_marks(text: str, words: list[str]) -> None:
    (paragraph,) = find_paragraphs(text)
    assert [span.of(text) for span in pair_marks(text, paragraph)[0]] == words


@pytest.mark.parametrize(
    "text",
    [
        "After Tor Vint's Thursday announcement, Ada Holm said in a statement: “Too little.”",
        "Tor Vint's answer was late, but Ada Holm said: “Too little.”",
    ],
)
def test_who_says_so_before_the_colon_speaks(text: str) -> None:
    assert said(text) == [("Too little.", "Ada Holm")]


def test_each_label_of_a_line_has_its_own_words() -> None:
    text = "Ada Holm, on the quay: “The pier fell on us.” Tor Vint, a reporter: “It fell on all of us, as it seems.”"
    assert ("The pier fell on us.", "Ada Holm") in said(text)
    assert not any("all of us" in words and source == "Ada Holm" for words, source in said(text))
