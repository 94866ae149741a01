"""Which quotes are the same words, and in which relation the later stands to the earlier."""

from __future__ import annotations

import json

import pytest

from audit.match import find_matches

from .conftest import Corpus

WHOLE = "The bridge is not safe for lorries, and we told the council so in March, but nobody wrote back to us"


def two(
    corpus: Corpus,
    first: str,
    second: str,
    by: tuple[str | None, str | None] = (None, None),
    days: tuple[str, str] = ("2031-05-01", "2031-05-02"),
) -> None:
    for key, words, speaker, day in zip("ab", (first, second), by, days, strict=True):
        corpus.article(key, f"On the quay: “{words}” is what was heard.", day)
        corpus.quote(key, words, by=speaker)


@pytest.mark.parametrize(
    ("later", "relation"),
    [
        (WHOLE, "exact"),
        (WHOLE + ".", "exact"),
        (WHOLE.replace("The bridge", "the  bridge"), "typography"),
        ("The bridge is not safe for lorries, and we told the council so", "truncated"),
        ("we told the council so in March", "fragment"),
        ("The bridge is not safe for lorries ... but nobody wrote back to us", "spliced"),
        (WHOLE.replace("not safe", "safe"), "negation_changed"),
        (WHOLE.replace("council", "ministry"), "substituted"),
        (WHOLE.replace("is not", "was not").replace("we told", "they told"), "inflected"),
        (
            "nobody wrote back to us, but the bridge is not safe for lorries, and we told the council so in March",
            "reordered",
        ),
    ],
)
def test_the_later_wording_is_named(corpus: Corpus, later: str, relation: str) -> None:
    two(corpus, WHOLE, later)
    assert corpus.relations() == [relation]


def test_the_same_words_of_another_speaker(corpus: Corpus) -> None:
    two(corpus, WHOLE, WHOLE, ("Ruta Malik", "Owen Trask"))
    assert corpus.relations() == ["misattributed"]
    ((detail,),) = corpus.warehouse.query("select cast(detail as varchar) from matches where kind = 'quote'")
    assert json.loads(detail)["relations"] == ["misattributed", "exact"]


@pytest.mark.parametrize("speakers", [("Ruta Malik", "Malik"), ("Ruta Malik", None), ("Ruta Malik", "R. Malik")])
def test_an_unknown_or_shorter_name_is_no_other_speaker(corpus: Corpus, speakers: tuple[str, str | None]) -> None:
    two(corpus, WHOLE, WHOLE, speakers)
    assert corpus.relations() == ["exact"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("cannon fodder", "cannon fodder"),
        ("at the end of the day", "at the end of the day"),
        ("The Count of Monte Cristo", "The Count of Monte Cristo"),
        ("https://quay.example/pictures/2031/05/01/bridge.jpg", "https://quay.example/pictures/2031/05/02/bridge.jpg"),
        (
            "This unlawful trade is a grave threat to our national security and to the whole region",
            "The dispatch of these ships is a serious threat not only to us but to the whole world",
        ),
    ],
)
def test_stock_phrases_titles_and_other_statements_do_not_match(corpus: Corpus, first: str, second: str) -> None:
    two(corpus, first, second, ("Ruta Malik", "Owen Trask"))
    assert corpus.matches("quote") == []


def test_the_earlier_article_comes_first_whatever_its_id(corpus: Corpus) -> None:
    two(corpus, WHOLE, WHOLE, days=("2031-05-09", "2031-05-02"))
    ((_, a, _, b, _),) = corpus.matches("quote")
    assert (a, b) == ("b", "a")


def test_a_quote_cut_by_its_cue_is_one_utterance(corpus: Corpus) -> None:
    first, second = "The bridge is not safe for lorries", "we told the council so in March"
    corpus.article("a", f"“{first}, {second},” said Malik.")
    corpus.quote("a", f"{first}, {second}", by="Ruta Malik")
    corpus.article("b", f"“{first},” said Malik, “{second}.”")
    corpus.quote("b", first, second, by="Ruta Malik")
    ((relation, _, _, _, words),) = corpus.matches("quote")
    assert relation in {"exact", "typography"}
    assert words.startswith(first)
    assert words.endswith(second)


def test_a_piece_carried_alone_is_not_shortened(corpus: Corpus) -> None:
    first, second = "The bridge is not safe for lorries.", "We told the council so in March, and nobody wrote back."
    corpus.article("a", f"“{first}” she said. “{second}”")
    corpus.quote("a", first, second, by="Ruta Malik")
    corpus.article("b", f"“{second}”")
    corpus.quote("b", second, by="Ruta Malik")
    ((relation, _, one, _, two),) = corpus.matches("quote")
    assert (relation, one, two) == ("exact", second, second)


def test_a_quote_twice_in_one_article(corpus: Corpus) -> None:
    corpus.article("a", f"“{WHOLE}” and again: “{WHOLE}”.")
    corpus.quote("a", WHOLE)
    later = corpus.texts["a"].rindex(WHOLE)
    row = ("again", "again-u", "a", 1, "direct", later, later + len(WHOLE), WHOLE, None, None, None, None, None, "test")
    corpus.warehouse.insert("quotes", [row])
    ((relation, a, _, b, _),) = corpus.matches("quote")
    assert (relation, a, b) == ("exact", "a", "a")


def test_indirect_quotes_are_left_to_the_trace(corpus: Corpus) -> None:
    for key in "ab":
        corpus.article(key, f"She said that {WHOLE}.")
        corpus.quote(key, WHOLE, kind="indirect")
    assert corpus.matches("quote") == []


def test_matching_twice_changes_no_row(corpus: Corpus) -> None:
    two(corpus, WHOLE, WHOLE)
    first = corpus.matches("quote"), corpus.warehouse.query("select * from matches order by all")
    assert (corpus.matches("quote"), corpus.warehouse.query("select * from matches order by all")) == first
    assert find_matches(corpus.warehouse)["quote"] == 1


REST = (
    "She would close it on Monday and pay for all of the repairs herself, whatever the village may say about it",
    "And the ferry is late, which is what comes of it when an office buys carpets, clocks and a second band",
)


@pytest.mark.parametrize(("speakers", "found"), [((None, None), ["substituted"]), (("Ruta Malik", "Owen Trask"), [])])
def test_utterances_that_go_on_otherwise_meet_in_the_piece_they_share(
    corpus: Corpus, speakers: tuple[str | None, str | None], found: list[str]
) -> None:
    wordings = WHOLE, WHOLE.replace("council", "ministry")
    for key, words, rest, speaker, day in zip("ab", wordings, REST, speakers, ("01", "02"), strict=True):
        corpus.article(key, f"“{words},” she said. “{rest}.”", f"2031-05-{day}")
        corpus.quote(key, words, rest, by=speaker)
    assert corpus.relations() == found
