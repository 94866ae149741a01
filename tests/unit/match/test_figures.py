"""Which figures are put side by side, and what is stored of them."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.figures_algebra.record import compare_pair
from audit.lexicon import load_rules
from audit.match.figure_readings import country, figure_keys
from audit.records import Figure, Span

from .conftest import Corpus


def write(corpus: Corpus, key: str, text: str, day: str | None = None, by: str | None = None) -> None:
    corpus.article(key, text, day)
    for figure in find_figures(text, [Span(0, len(text))], "en"):
        corpus.figure(key, figure, by)


def labels(corpus: Corpus) -> list[tuple[str, str, str]]:
    return [(relation, a, b) for relation, _, a, _, b in corpus.matches("figure")]


def test_a_hedge_that_flips(corpus: Corpus) -> None:
    write(
        corpus,
        "a",
        "Nearly 200 former Norlandic pilots volunteered to fly for the coast guard of Ostrava.",
        "2031-05-01",
    )
    write(corpus, "b", "Over 200 Norlandic pilots volunteered to fly for the coast guard of Ostrava.", "2031-05-02")
    assert labels(corpus) == [("hedge_flipped", "200", "200")]


def test_a_lost_hedge_is_told_though_the_predicate_was_read_otherwise(corpus: Corpus) -> None:
    write(corpus, "a", "Nearly 200 ferry passengers were killed when the pier of Ostrava collapsed.", "2031-05-01")
    write(corpus, "b", "200 ferry passengers were injured when the pier of Ostrava collapsed.", "2031-05-02")
    assert labels(corpus) == [("hedge_lost", "200", "200")]
    ((relations,),) = corpus.warehouse.query("select cast(detail -> 'relations' as varchar[]) from matches")
    assert relations == ["hedge_lost", "mutated"]


def test_what_was_planned_and_is_done_leads_and_the_lost_hedge_stands_behind_it(corpus: Corpus) -> None:
    write(corpus, "a", "The port of Ostrava will hire up to 300 Norlandic welders for the new dock.", "2031-05-01")
    write(corpus, "b", "The port of Ostrava has hired 300 Norlandic welders for the new dock.", "2031-05-02")
    labels(corpus)
    ((relations,),) = corpus.warehouse.query("select cast(detail -> 'relations' as varchar[]) from matches")
    assert relations == ["mutated", "hedge_lost"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("About 10,000 tulips bloom in the park of Ostrava.", "About 10,000 soldiers left the port of Ostrava."),
        ("About 10,000 visitors saw the tulips in May.", "About 10,000 visitors came to the match."),
        ("The road is 40 kilometres long.", "The tunnel costs 40 dollars."),
    ],
)
def test_the_number_alone_makes_no_pair(corpus: Corpus, first: str, second: str) -> None:
    write(corpus, "a", first)
    write(corpus, "b", second)
    assert labels(corpus) == []


def test_one_source_and_a_shared_word_make_a_pair(corpus: Corpus) -> None:
    write(corpus, "a", "She spoke of 3,000 soldiers on the island.", by="Ruta Malik")
    write(corpus, "b", "By her count 5,000 soldiers hold the island.", by="Ruta Malik")
    assert labels(corpus) == [("conflict", "3,000", "5,000")]


def test_another_state_of_the_world_is_no_conflict(corpus: Corpus) -> None:
    write(corpus, "a", "Some 3,000 Norlandic soldiers hold the island of Ostrava.", "2031-05-01")
    write(corpus, "b", "Some 8,000 Norlandic soldiers hold the island of Ostrava.", "2033-05-01")
    assert labels(corpus) == []


def test_two_figures_of_one_article_add_up(corpus: Corpus) -> None:
    write(
        corpus,
        "a",
        "The general said 3,000 Norlandic soldiers had landed on Ostrava, and another 7,000 soldiers were on the way.",
    )
    write(corpus, "b", "The ministry said about 10,000 Norlandic soldiers had landed or were to land on Ostrava.")
    assert ("sum", "3,000", "10,000") in labels(corpus)
    assert ("sum", "7,000", "10,000") in labels(corpus)


def test_another_number_counts_what_the_one_before_it_does(corpus: Corpus) -> None:
    write(
        corpus, "a", "About 3,000 sailors hold the island of Ostrava and another 7,000 recruits hold the harbour wall."
    )
    write(corpus, "b", "Nearly 7,000 sailors hold the harbour wall of Ostrava.")
    assert [(a, b) for _, a, b in labels(corpus) if a == b] == [("7,000", "7,000")]


def test_a_part_and_its_whole(corpus: Corpus) -> None:
    write(corpus, "a", "About 12,000 soldiers were sent to Ostrava, including 500 officers.")
    assert labels(corpus) == [("part", "12,000", "500")]


def test_articles_that_share_a_quote_share_figures(corpus: Corpus) -> None:
    words = "the whole harbour wall gave way before anybody could run"
    for key, sentence, day in (
        ("a", "Nearly 6,000 firms were hit.", "2031-05-01"),
        ("b", "Nearly 6 million firms were hit.", "2031-05-02"),
    ):
        write(corpus, key, f"“{words},” said one. {sentence}", day)
        corpus.quote(key, words)
    assert labels(corpus) == [("conflict", "6,000", "6 million")]


@pytest.mark.parametrize("rule", load_rules("populations")["words"], ids=lambda r: str(r["word"]))
def test_some_of_a_kind_are_not_the_rest(corpus: Corpus, rule: dict[str, str]) -> None:
    one = rule["example"]
    write(corpus, "a", f"{one} {one.replace(rule['word'] + ' ', '')}")
    figures = corpus.warehouse.query("select counted from figures order by start_char")
    assert [rule["word"] in (counted or "").lower() for (counted,) in figures] == [True, False]


def test_a_sentence_that_compares_does_not_contradict_itself(corpus: Corpus) -> None:
    write(corpus, "a", "In Ostrava 3,000 homes flooded, in Norland 5,000 homes flooded.")
    assert labels(corpus) == []


def test_a_table_counts_nothing_that_can_be_told(corpus: Corpus) -> None:
    row = "Ostrava homes 3,000 4,100 5,200 Norland homes 6,300 7,400 8,500 Sudland homes 9,600 1,700 2,800"
    write(corpus, "a", f"{row} in one year.\n{row.replace('3,000', '3,001')} in another.")
    assert labels(corpus) == []


def test_a_refrain_is_left_out(corpus: Corpus) -> None:
    write(corpus, "a", " ".join(f"Picture {n} of 73 photos of the Ostrava regatta." for n in range(20, 27)))
    assert [row for row in labels(corpus) if "73" in row] == []


def test_former_soldiers_are_no_part_of_the_soldiers(corpus: Corpus) -> None:
    write(corpus, "a", "About 200 former soldiers hold the harbour wall. Around 3,000 soldiers hold the harbour wall.")
    assert labels(corpus) == []


def test_a_coordination_has_a_key_for_each_head() -> None:
    figure = Figure(Span(0, 5), "3,000", 3000, 3000, counted="Norlandic soldiers and officers")
    assert len(figure_keys(figure)) == 2
    assert figure_keys(Figure(Span(0, 1), "3", 3, 3, counted="soldiers")) <= figure_keys(figure)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The board sent up to 12,000 soldiers to Ostrava.",
            "Up to 12,000 soldiers were sent to Ostrava by the board.",
        ),
        ("The board sent nearly 200 soldiers to Ostrava.", "Over 200 soldiers were sent to Ostrava by the board."),
        ("On Monday 1,200 sailors died near Ostrava.", "On Friday 1,400 sailors had died near Ostrava."),
    ],
)
def test_a_pair_has_one_verdict_here_and_in_compare(corpus: Corpus, one: str, two: str) -> None:
    write(corpus, "a", one)
    write(corpus, "b", two)
    told = compare_pair({"earlier": {"text": one}, "later": {"text": two}})["label"]
    assert [label for label, _, _ in labels(corpus)] == [told] * (told != "different")


def test_each_number_of_a_sentence_in_two_texts_meets_its_twin(corpus: Corpus) -> None:
    text = "The guard of Ostrava found 384 sailors on Saturday and 686 sailors on Friday in the outer harbour."
    write(corpus, "a", text)
    write(corpus, "b", text)
    assert {(a, b) for _, a, b in labels(corpus)} == {("384", "384"), ("686", "686")}


def test_eight_numbers_are_a_sentence_and_nine_a_table(corpus: Corpus) -> None:
    for counts, found in ((7, True), (8, False)):
        rest = ", ".join(str(n) for n in range(1, counts + 1))
        for key, hedge in (("a", "Nearly"), ("b", "Over")):
            write(
                corpus, f"{key}{counts}", f"{hedge} 200 Norlandic pilots of Ostrava flew for the guard on days {rest}."
            )
        rows = [row for row in labels(corpus) if row[1:] == ("200", "200")]
        assert bool(rows) == found
        corpus.warehouse.run("delete from articles; delete from figures; delete from blocks")


def test_the_example_of_demonyms() -> None:
    words = load_rules("comparison")["demonyms"]["example"].lower().split()
    assert [country(word) for word in words if country(word) != word] == ["orvia"]
    assert country("ocean") == "ocean"
