"""Two translations of one statement are told as such, and a careless copy is not."""

from __future__ import annotations

import json

import pytest

from audit.match import find_matches
from audit.match.align import numbers
from audit.match.retranslation import tells_translation
from tests.unit.match.conftest import Corpus

# One invented speech, three times by way of another language.
FIRST = (
    "we shall not give up one metre of our river, and whoever crosses it with weapons in his hands will be met by all "
    "of our people, from the oldest fisherman to the youngest student"
)
SECOND = (
    "we will not give away a single metre of our river, and anyone who crosses it with weapons in hand will be met by "
    "the whole of our people, from the oldest fisherman to the youngest student"
)
THIRD = (
    "not one metre of our river will we give up; whoever should cross it with weapons in their hands is going to be met "
    "by all our people, from the oldest of the fishermen to the youngest of the students"
)
CARELESS = FIRST.replace("weapons", "guns")


def told(corpus: Corpus, first: str, second: str, affiliation: str | None, beside: str = "") -> list[str]:
    for key, words in (("a", first), ("b", second)):
        corpus.article(key, f"“{words},” said Oksana Hrab{beside}. The square was silent.", "2031-04-01T09:00")
        corpus.quote(key, words, by="Oksana Hrab")
    corpus.warehouse.run("update sources set affiliation = ? where kind = 'person'", [affiliation])
    find_matches(corpus.warehouse)
    ((detail,),) = corpus.warehouse.query("select detail from matches where kind = 'quote'")
    relations: list[str] = json.loads(detail)["relations"]
    return relations


def test_two_translations_of_a_foreign_speaker(corpus: Corpus) -> None:
    assert told(corpus, FIRST, SECOND, "Ukraine") == ["retranslated"]


def test_another_translation_with_its_clauses_turned(corpus: Corpus) -> None:
    assert told(corpus, FIRST, THIRD, "Ukraine") == ["retranslated"]


def test_the_second_against_the_third(corpus: Corpus) -> None:
    assert told(corpus, SECOND, THIRD, "Ukraine") == ["retranslated"]


def test_a_word_beside_the_quote_says_that_it_was_translated(corpus: Corpus) -> None:
    assert told(corpus, FIRST, SECOND, None, " through an interpreter") == ["retranslated"]


def test_one_changed_word_is_an_alteration_whoever_speaks(corpus: Corpus) -> None:
    assert told(corpus, FIRST, CARELESS, "Ukraine") == ["substituted"]


def test_nothing_is_excused_where_the_speaker_speaks_the_language_of_the_page(corpus: Corpus) -> None:
    assert "retranslated" not in told(corpus, FIRST, SECOND, "Australia")


def test_a_lost_negation_is_told_all_the_same(corpus: Corpus) -> None:
    turned = SECOND.replace("will not give away", "will give away")
    assert "negation_changed" in told(corpus, FIRST, turned, "Ukraine")


FREE = (
    "Should our river fall silent now, hunger will reach every home tomorrow.",
    "If the river is silent, then hunger comes into each of our homes by tomorrow.",
)
OTHER = "The hunger of the war years taught our grandmothers to count the grains of rice on every plate."


def spoken(corpus: Corpus, *words: str, days: int = 0, affiliation: str | None = "Hungary") -> list[str]:
    for key, said, day in zip("abc", words, (1, 1 + days, 1 + days), strict=False):
        corpus.article(key, f"“{said}” said Oksana Hrab. The square was silent.", f"2031-04-0{day}T09:00")
        corpus.quote(key, said, by="Oksana Hrab")
    corpus.warehouse.run("update sources set affiliation = ? where kind = 'person'", [affiliation])
    find_matches(corpus.warehouse)
    return [relation for (relation,) in corpus.warehouse.query("select relation from matches where kind = 'quote'")]


def test_translations_that_share_hardly_a_run_of_words_are_found(corpus: Corpus) -> None:
    assert spoken(corpus, *FREE) == ["retranslated"]


def test_other_words_of_the_speaker_are_no_translation(corpus: Corpus) -> None:
    assert spoken(corpus, FREE[0], OTHER) == []


def test_translations_are_of_the_same_days(corpus: Corpus) -> None:
    assert spoken(corpus, *FREE, days=7) == []


def test_who_speaks_the_language_of_the_page_is_not_translated(corpus: Corpus) -> None:
    assert spoken(corpus, *FREE, affiliation="Canada") == []


LOOSE = (
    "Nobody in Orsk wants a quarrel. But neither will we sit there with folded hands.",
    "No one in Orsk is looking for a quarrel, but we are not going to sit idly by, hands in our laps.",
)
BESIDE = ("I count on the first ferry in the spring.", "The ferry will go in the spring, that I expect.")


def printed(corpus: Corpus, telling: str, *, unnamed: bool = False, second: str = LOOSE[1]) -> list[str]:
    """Two papers that print one talk, each with a second sentence of it; `telling` stands at the end of both."""
    for key, words in (("a", (LOOSE[0], BESIDE[0])), ("b", (second, BESIDE[1]))):
        text = " ".join(f"“{said}” Oksana Hrab said." for said in words)
        corpus.article(key, f"{text} The square was silent.{' Snow fell.' * 40} {telling}", "2031-04-01T09:00")
        for said in words:
            corpus.quote(key, said, by=None if unnamed and key == "b" else "Oksana Hrab")
    find_matches(corpus.warehouse)
    rows = corpus.warehouse.query("select relation, a_start, b_start from matches where kind = 'quote' order by 2, 3")
    return [f"{relation} {a < 50} {b < 50}" for relation, a, b in rows]


def test_free_translations_are_found_where_both_texts_say_that_they_translate(corpus: Corpus) -> None:
    assert printed(corpus, "She spoke in Ukrainian.") == ["retranslated True True", "retranslated False False"]


def test_nobody_is_taken_for_her_where_the_text_names_her(corpus: Corpus) -> None:
    assert len(printed(corpus, "She spoke in Ukrainian.", unnamed=True)) == 2


def test_free_wordings_of_a_text_that_says_nothing_are_two_statements(corpus: Corpus) -> None:
    assert printed(corpus, "She spoke for an hour.") == []


def test_of_two_that_are_as_like_neither_is_told(corpus: Corpus) -> None:
    near_both = "In the spring I count on a quarrel with nobody in Orsk, but the first ferry will not sit there."
    assert "retranslated True True" not in printed(corpus, "She spoke in Ukrainian.", second=near_both)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor of Orvia spoke for an hour, all of it in Orvian.", True),
        ("She grew up in Orvia. Speaking in Orvian, she thanked the square.", True),
        ("She gave a speech. Her words were put into English by us.", True),
        ("She spoke in Orvian.", False),  # it may be a town
        ("She grew up in Orvia. It is felt in Orvian.", False),  # nobody speaks
        ("She grew up in Orvia and spoke in Orvian villages.", False),
        ("She grew up in Orvia and spoke in English.", False),
    ],
)
def test_what_says_that_another_language_was_spoken(text: str, told: bool) -> None:
    assert tells_translation(text) == told


def test_ten_thousand_in_letters_is_no_changed_figure() -> None:
    assert numbers(["ten", "thousand", "men"]) == numbers(["10,000", "men"])
    assert numbers(["ten", "men", "thousand"]) == ["10", "1000"]


@pytest.mark.parametrize("translated", [(True, False), (False, True), (True, True), (False, False)])
def test_one_of_two_that_was_translated_is_enough(corpus: Corpus, translated: tuple[bool, bool]) -> None:
    for key, words, was in zip("ab", (FIRST, SECOND), translated, strict=True):
        beside = " through an interpreter" if was else ""
        corpus.article(key, f"“{words},” said Oksana Hrab{beside}. The square was silent.", "2031-04-01T09:00")
        corpus.quote(key, words, by="Oksana Hrab")
    find_matches(corpus.warehouse)
    ((detail,),) = corpus.warehouse.query("select detail from matches where kind = 'quote'")
    assert (json.loads(detail)["relations"] == ["retranslated"]) == any(translated)
