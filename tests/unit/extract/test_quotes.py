"""Quotes: a table of invented sentences with what is said, by whom and with which word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.extract.quotes.find import find_quotes
from audit.extract.reading import read_document
from audit.lexicon import load_rules
from audit.records import Article, Quote, QuoteKind


def quotes_of(text: str, language: str = "en") -> tuple[Quote, ...]:
    return find_quotes(read_document(Article("a", 1, text, language=language)))


def told(text: str, quote: Quote) -> tuple[str, list[str], str | None, str | None]:
    """Kind, pieces, speaker and cue in words."""
    return (
        quote.kind.value,
        [piece.of(text) for piece in quote.pieces],
        quote.speaker.of(text) if quote.speaker else None,
        quote.cue.of(text) if quote.cue else None,
    )


ONE = [
    ("after", "“It is shut,” Ada Holm said.", "direct", ["It is shut,"], "Ada Holm", "said"),
    ("inverted", "“It is shut,” said Ada Holm, a pilot.", "direct", ["It is shut,"], "Ada Holm", "said"),
    ("before", "Ada Holm said, “It is shut.”", "direct", ["It is shut."], "Ada Holm", "said"),
    ("colon", "Ada Holm, head of the board, added: “It is shut.”", "direct", ["It is shut."], "Ada Holm", "added"),
    ("continued", "“It is shut,” Ada Holm said. “For good.”", "direct", ["It is shut,", "For good."], "Ada Holm", "said"),
    ("inserted marks", "“It is shut,” Ada Holm said, “for good.”", "direct", ["It is shut,", "for good."], "Ada Holm", "said"),
    ("told an outlet", "“It is shut,” Ada Holm told the Marrow Post.", "direct", ["It is shut,"], "Ada Holm", "told"),
    ("told reporters that", "Ada Holm told reporters that it was shut.", "indirect", ["that it was shut"], "Ada Holm", "told"),
    ("question", "“Is it shut?” Ada Holm asked.", "direct", ["Is it shut?"], "Ada Holm", "asked"),
    ("that", "The mayor said that it was shut.", "indirect", ["that it was shut"], "The mayor", "said"),
    ("bare clause", "The mayor said it was shut.", "indirect", ["it was shut"], "The mayor", "said"),
    ("time between", "The mayor said on Monday that it was shut.", "indirect", ["that it was shut"], "The mayor", "said"),
    ("occasion", "The mayor said in a statement that it was shut.", "indirect", ["that it was shut"], "The mayor", "said"),
    ("at the end", "The old bridge was shut, the mayor said.", "indirect", ["The old bridge was shut"], "the mayor", "said"),
    ("at the end, inverted", "The old bridge was shut, said Ada Holm.", "indirect", ["The old bridge was shut"], "Ada Holm", "said"),
    ("inserted", "The bridge, the mayor said, was shut.", "indirect", None, "the mayor", "said"),
    ("inserted after a scene", "To see the bridge, the mayor said, one should go by boat.", "indirect", ["To see the bridge", "one should go by boat"], "the mayor", "said"),
    ("according to, last", "The bridge was shut, according to Ada Holm.", "indirect", ["The bridge was shut"], "Ada Holm", "according to"),
    ("according to, first", "According to Ada Holm, the bridge was shut.", "indirect", ["the bridge was shut"], "Ada Holm", "According to"),
    ("after a colon", "The answer came at noon: “We stay,” said Ada Holm.", "direct", ["We stay,"], "Ada Holm", "said"),
    ("mixed", "Ada Holm said it was “shut for good.”", "mixed", ["it was", "shut for good."], "Ada Holm", "said"),
    ("label", "Ada Holm called the plan a “disgrace” but stayed away.", "mixed", ["the plan a", "disgrace"], "Ada Holm", "called"),
    ("relative", "They met Ada Holm, who said it was shut.", "indirect", ["it was shut"], "Ada Holm, who", "said"),
    ("apposition", "Ada Holm, 41, a pilot from Norwick, said it was shut.", "indirect", ["it was shut"], "Ada Holm", "said"),
    ("role and name", "Another member, Ada Holm, said it was shut.", "indirect", ["it was shut"], "Another member, Ada Holm", "said"),
    ("asked for", "Ada Holm called for a new bridge.", "indirect", ["a new bridge"], "Ada Holm", "called for"),
    ("signed", "“It is shut.” — Ada Holm", "direct", ["It is shut."], "Ada Holm", "—"),
    ("two apostrophes", "''It is shut,'' Mr. Holm said.", "direct", ["It is shut,"], "Mr. Holm", "said"),
    ("guillemets", "«It is shut», said Ada Holm.", "direct", ["It is shut"], "Ada Holm", "said"),
    ("opening verb", "Said Ada Holm: “It is shut.”", "direct", ["It is shut."], "Ada Holm", "Said"),
    ("a claim", "Ada Holm’s claim that it was shut, at last, was new.", "indirect", ["that it was shut"], "Ada Holm’s", "claim"),
    ("leading participle", "Claiming that it was shut, Ada Holm left.", "indirect", ["that it was shut"], "Ada Holm", "Claiming"),
    ("time before the verb", "The mayor on Monday wrote that it was shut.", "indirect", ["that it was shut"], "The mayor", "wrote"),
    ("reduced relative", "They heard Ada Holm chanting “Open it.”", "direct", ["Open it."], "Ada Holm", "chanting"),
    ("told an agency", "Officials familiar with the plan told Reuters it was shut.", "indirect", ["it was shut"], "Officials familiar with the plan", "told"),
    ("brackets", "“It is shut,” said Rep. Ada Holm (D-Ohio).", "direct", ["It is shut,"], "Rep. Ada Holm", "said"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "pieces", "speaker", "cue"), [o[1:] for o in ONE], ids=[o[0] for o in ONE])
def test_one_quote(text: str, kind: str, pieces: list[str] | None, speaker: str, cue: str) -> None:
    (quote,) = quotes_of(text)
    found = told(text, quote)
    assert (found[0], found[2], found[3]) == (kind, speaker, cue)
    assert pieces is None or found[1] == pieces


def test_a_remark_behind_the_cue_is_a_quote_of_its_own() -> None:
    text = "“It is shut,” Ada Holm said, urging the council to “act at once” and noting that nobody had come."
    found = [told(text, quote) for quote in quotes_of(text)]
    assert ("direct", ["It is shut,"], "Ada Holm", "said") in found
    assert any(kind == "mixed" and pieces[-1] == "act at once" and who == "Ada Holm" for kind, pieces, who, _ in found)
    assert any(cue == "noting" and pieces == ["that nobody had come"] for _, pieces, _, cue in found)


def test_the_second_verb_shares_the_subject() -> None:
    text = "Ada Holm met them on Monday and said that it was shut."
    (quote,) = quotes_of(text)
    assert told(text, quote) == ("indirect", ["that it was shut"], "Ada Holm", "said")


def test_marked_paragraphs_without_a_cue_go_on_with_the_speaker() -> None:
    text = "“It is shut,” Ada Holm said.\n“It was always shut. It will stay shut.”\nNobody came."
    first, second = quotes_of(text)
    assert first.source is not None
    assert second.source == first.source
    assert second.rule == "carried"


def test_a_long_quotation_is_one_quote() -> None:
    text = "Ada Holm said: “It is shut.\n“It was always shut.\n“It will stay shut.”"
    (quote,) = quotes_of(text)
    assert [p.of(text) for p in quote.pieces] == ["It is shut.", "It was always shut.", "It will stay shut."]


def test_a_cue_at_the_end_of_a_line_waits_for_its_words() -> None:
    text = "Ada Holm wrote:\n“It is shut.”"
    (quote,) = quotes_of(text)
    assert told(text, quote) == ("direct", ["It is shut."], "Ada Holm", "wrote")


def test_a_line_that_ends_in_a_colon_introduces_its_subject() -> None:
    text = "Ada Holm sent this answer to the council:\n“It is shut. It was always shut.”"
    (quote,) = quotes_of(text)
    assert quote.rule == "introduced"
    assert quote.source is not None
    assert quote.source.name == "Ada Holm"


def test_a_transcript_names_its_speakers_in_capitals() -> None:
    text = "Ada Holm met Tor Vint.\nHOLM: Is it shut?\nVINT: It is shut. For good.\nHOLM: I see.\n"
    found = [(q.pieces[0].of(text), q.source and q.source.name) for q in quotes_of(text)]
    assert found == [("Is it shut?", "Ada Holm"), ("It is shut. For good.", "Tor Vint"), ("I see.", "Ada Holm")]


def test_labels_in_capitals_are_no_transcript() -> None:
    assert quotes_of("UPDATE: It is shut.\nUPDATE: It is open.\nPHOTO: The bridge.\n") == ()


def test_marked_words_of_nobody_have_no_speaker() -> None:
    (quote,) = quotes_of("The bridge is old.\n“It is shut. It was always shut.”\n")
    assert (quote.source, quote.speaker, quote.anonymity) == (None, None, None)


NOT_QUOTED = [
    ("scare", "The so-called “peace bridge” was shut, the council said.", "peace bridge"),
    ("treaty", "The “Open Skies” treaty allows flights, the council said.", "Open Skies"),
    ("nickname", "Robert “Bobby” Hale drove the lorry, police said.", "Bobby"),
    ("title", "Her novel “The Long Winter” sold 40,000 copies, the house said.", "The Long Winter"),
    ("habit", "Soldiers call the drone a “lawnmower” for its noise.", "lawnmower"),
    ("term", "The word “crisis” appears nine times.", "crisis"),
    ("no cue", "It was part of the “mutual aid agreement” of June.", "mutual aid agreement"),
]


@pytest.mark.parametrize(("text", "marked"), [n[1:] for n in NOT_QUOTED], ids=[n[0] for n in NOT_QUOTED])
def test_what_is_marked_but_not_quoted(text: str, marked: str) -> None:
    start = text.index(marked)
    for quote in quotes_of(text):
        assert quote.kind is QuoteKind.INDIRECT or not any(p.start <= start < p.end for p in quote.pieces)


NOBODY_SPEAKS = [
    "The United States has signed the treaty.",
    "The report was read by nobody.",
    "His claim was new.",
    "They have been informed of the plan.",
    "The show was good.",
    "Experience counts.",
]


@pytest.mark.parametrize("text", NOBODY_SPEAKS)
def test_sentences_in_which_nobody_speaks(text: str) -> None:
    assert quotes_of(text) == ()


def test_a_post_says_only_what_it_signs() -> None:
    text = (
        "She spoke on Monday.\n\nA farmer said it was shut! #bridge\n— Ada Holm (@adaholm) October 30, 2024\n\n"
        "“Bridge stays shut for good” – Marrow Express #news https://m.example/1\n— Tor Vint (@torvint) October 30, 2024\n"
    )
    (quote,) = quotes_of(text)
    assert [p.of(text) for p in quote.pieces] == ["Bridge stays shut for good"]
    assert quote.source is not None
    assert quote.source.name == "Marrow Express"


def test_an_outlet_that_relays_a_speaker_is_no_speaker() -> None:
    text = "Ada Holm said that the bridge was “shut for good,” the Associated Press reported."
    (quote,) = quotes_of(text)
    assert quote.source is not None
    assert quote.source.name == "Ada Holm"
    assert quote.pieces[-1].of(text) == "shut for good,"


def test_an_outlet_speaks_where_nobody_is_known_who_speaks_inside() -> None:
    outer, inner = quotes_of("The Norwick Post said that he said the dam leaked.")
    assert outer.source is not None
    assert outer.source.name == "Norwick Post"
    assert inner.source is None


@pytest.mark.parametrize("opening", ["However", "It leaked; however"])
def test_a_word_that_only_joins_is_not_said(opening: str) -> None:
    text = f"{opening}, Ada Holm said, it held."
    (quote,) = quotes_of(text)
    assert [piece.of(text) for piece in quote.pieces] == ["it held"]


GERMAN = [
    ("„Die Brücke bleibt zu“, sagte Ada Holm.", "Die Brücke bleibt zu", "Ada Holm"),
    ("Ada Holm sagte: „Die Brücke bleibt zu.“", "Die Brücke bleibt zu.", "Ada Holm"),
    ("„Die Brücke bleibt zu“, so der Sprecher.", "Die Brücke bleibt zu", "der Sprecher"),
    ("Ada Holm nannte den Plan „reine Spekulation“.", "reine Spekulation", "Ada Holm"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), GERMAN)
def test_german(text: str, words: str, speaker: str) -> None:
    (quote,) = quotes_of(text, "de")
    assert told(text, quote)[:3] == ("direct", [words], speaker)


@pytest.mark.parametrize("text", ["Der Film „Lange Winter“ läuft an.", "Die Partei „Neue Mitte“ tagte."])
def test_german_names_are_no_quotes(text: str) -> None:
    assert quotes_of(text, "de") == ()


@pytest.mark.parametrize("language", ["de", "de-AT", "en-GB", "fr", "zh_CN", ""])
def test_any_language_is_read(language: str) -> None:
    text = (
        "Ada Holm a dit :\n« C’est fermé. » Dann sagte sie:\n„Zu.“\nShe said: “Shut.” Er meinte, es sei „zu“, so Holm."
    )
    quotes = quotes_of(text, language)
    assert all(p.of(text) for q in quotes for p in q.pieces)
    assert quotes == quotes_of(text, language)


@pytest.mark.parametrize("entry", load_rules("cues")["verb"], ids=lambda e: e["forms"][0])
def test_every_cue_fires_in_its_example(entry: dict[str, str]) -> None:
    forms = {form.split()[0] for form in entry["forms"]}
    text = entry["example"]
    assert any(q.cue and forms & set(q.cue.of(text).casefold().split()) for q in quotes_of(text))


@pytest.mark.parametrize("entry", load_rules("cues", "de")["verb"], ids=lambda e: e["forms"][0])
def test_every_german_cue_fires_in_its_example(entry: dict[str, str]) -> None:
    assert any(q.cue and q.cue.of(entry["example"]) in entry["forms"] for q in quotes_of(entry["example"], "de"))


PROSE = st.lists(
    st.sampled_from(
        ["Ada Holm", "the mayor", "he", "said", "told reporters", "that", "it is shut", ",", ".", ":", "“", "”", '"', "'", "\n",
         "according to", "adding", "and", "who", "—", "(", ")", "called", "a", "Norland", "officials", "?", "in a statement"]
    ),
    max_size=60,
).map(" ".join)  # fmt: skip


@given(PROSE)
def test_pieces_are_words_of_the_text_in_order(text: str) -> None:
    for quote in quotes_of(text):
        assert quote.pieces
        assert all(0 <= p.start < p.end <= len(text) for p in quote.pieces)
        assert all(one.end <= two.start for one, two in pairwise(quote.pieces))
        assert quote.rule


@given(PROSE)
def test_the_same_text_gives_the_same_quotes(text: str) -> None:
    assert quotes_of(text) == quotes_of(text)


@given(PROSE)
def test_a_direct_quote_stands_in_marks(text: str) -> None:
    document = read_document(Article("a", 1, text))
    for quote in find_quotes(document):
        if quote.kind is QuoteKind.DIRECT:
            assert any(document.is_quoted(p.start) for p in quote.pieces)


@pytest.mark.parametrize("mark", ['"{}"', "“{}”"])
def test_words_in_marks_alone_before_according_to(mark: str) -> None:
    text = f"The fleet is back.\n\n{mark.format('The boats left at dawn and nobody asked why,')} according to Ada Holm.\n\nNobody knows."
    (quote,) = find_quotes(read_document(Article("a", 1, text)))
    assert [piece.of(text) for piece in quote.pieces] == ["The boats left at dawn and nobody asked why,"]
    assert (quote.source.name if quote.source else None, quote.kind.value) == ("Ada Holm", "direct")


@pytest.mark.parametrize(
    "speaker",
    ["Ada Holm", "Ada Holm, who has lost two boats,", "Ada Holm, a farmer who lost two boats,", "the mayor, Ada Holm,"],
)
def test_whoever_is_told_does_not_speak(speaker: str) -> None:
    text = f"“We cannot lose the spring,” {speaker} told Reuters on Monday."
    (quote,) = find_quotes(read_document(Article("a", 1, text)))
    assert ([p.of(text) for p in quote.pieces], quote.source and quote.source.name) == (
        ["We cannot lose the spring,"],
        "Ada Holm",
    )


def test_an_outlet_that_reports_what_was_told_is_no_second_speaker() -> None:
    text = "“What we need is a plan for all of us,” Ada Holm told reporters, the Post reported."
    assert [q.source.name for q in find_quotes(read_document(Article("a", 1, text))) if q.source] == ["Ada Holm"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Police said 12 people died.", "12 people died"),
        ("Police said about 12 people died.", "about 12 people died"),
        ("Police said 40 percent of homes burned.", "40 percent of homes burned"),
        ("Police said 12 workers and two children died.", "12 workers and two children died"),
    ],
)
def test_a_number_behind_the_verb_is_said(text: str, content: str) -> None:
    (quote,) = quotes_of(text)
    assert [piece.of(text) for piece in quote.pieces] == [content]


@pytest.mark.parametrize("when", ["on Oct. 28", "in 2019", "March 3"])
def test_a_date_behind_the_verb_is_not_said(when: str) -> None:
    text = f"“We left at dawn,” Ada Holm said {when}."
    assert [[piece.of(text) for piece in quote.pieces] for quote in quotes_of(text)] == [["We left at dawn,"]]


ASIDE = [
    ("“It was shut before we met,” Holm, also a pilot, said on Monday.", "Holm"),
    ("“It was shut before we met,” Mill Counselor Ada Holm, told the Norwick Post.", "Mill Counselor Ada Holm"),
    ("“It was shut before we met,” Vint, another member, told the Norwick Post.", "Vint"),
    ("Holm, however, also said last month that it was shut.", "Holm"),
]


@pytest.mark.parametrize(("text", "speaker"), ASIDE)
def test_a_remark_stands_between_a_speaker_and_the_verb(text: str, speaker: str) -> None:
    (quote,) = quotes_of(text)
    assert quote.speaker is not None
    assert quote.speaker.of(text) == speaker


@pytest.mark.parametrize("label", ["Holm", "Holm, May 9", "Ada Holm"])
def test_a_name_and_a_colon_begin_what_is_said(label: str) -> None:
    text = f"Ada Holm met Tor Vint.\n{label}: “It was shut.”\nVint: “It was not shut at all.”"
    found = [(q.source.name, [p.of(text) for p in q.pieces]) for q in quotes_of(text) if q.source]
    assert found == [("Ada Holm", ["It was shut."]), ("Tor Vint", ["It was not shut at all."])]


@pytest.mark.parametrize("label", ["Question", "The sign", "Holm, by the door", "Little's view"])
def test_other_words_and_a_colon_are_no_speaker(label: str) -> None:
    assert all(quote.source is None for quote in quotes_of(f"Ada Holm met them.\n{label}: “It was shut.”"))
