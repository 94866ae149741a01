"""Stories: which articles are about one event."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

import pytest

from audit.engine import Engine
from audit.match import articles, find_matches
from audit.match import stories as match_stories
from audit.match.article_blocks import ArticleBlocks
from audit.match.articles import Held
from audit.match.laid_texts import Laid
from audit.records import Approximator, Figure, Span
from audit.warehouse import Index
from tests.unit.match.conftest import Corpus

DAY = datetime(2031, 3, 4)

FLOOD_A = (
    "The Ilvaska burst its banks at Orremo overnight, and the sawmill of Tuomela stood in water to the windows. "
    "Mayor Henna Varjola said the old weir had given way."
)
FLOOD_B = (
    "Sandbags lined the main street of Orremo after the Ilvaska rose above the weir. The Tuomela sawmill is shut, "
    "and Varjola, the mayor, asked people to stay upstairs."
)
FIRE = (
    "A warehouse of the Brenkel spice works in Sorvik burned to the ground. The fire brigade of Sorvik found no one "
    "inside, and the owner, Ada Brenkel, thanked the crew."
)


def stories(corpus: Corpus) -> list[list[str]]:
    find_matches(corpus.warehouse)
    found: dict[str, list[str]] = {}
    for story, article in corpus.warehouse.query("select story_id, article_id from story_articles order by all"):
        found.setdefault(story, []).append(article)
    return sorted(found.values())


def test_two_reports_of_one_event_are_a_story_and_another_event_is_not(corpus: Corpus) -> None:
    corpus.article("flood-a", FLOOD_A, "2031-03-04T08:00")
    corpus.article("flood-b", FLOOD_B, "2031-03-04T19:00")
    corpus.article("fire", FIRE, "2031-03-04T10:00")
    assert stories(corpus) == [["fire"], ["flood-a", "flood-b"]]


def test_the_next_flood_in_the_same_town_is_another_story(corpus: Corpus) -> None:
    later = (
        "Once more the Ilvaska is high at Orremo. Nobody was hurt when ice broke the jetty of the Kallio ferry, and the "
        "skipper, Jouni Palo, lost two boats and a crane."
    )
    corpus.article("flood-a", FLOOD_A, "2031-03-04T08:00")
    corpus.article("flood-b", FLOOD_B, "2031-03-04T19:00")
    corpus.article("ice", later, "2034-12-01T19:00")
    assert stories(corpus) == [["flood-a", "flood-b"], ["ice"]]


def test_a_quote_that_both_carry_makes_a_story_of_two_that_share_little_else(corpus: Corpus) -> None:
    words = (
        "we warned the council three winters ago that the weir was rotten and nobody came to look, not one engineer, "
        "not one councillor, and now my kitchen is a pond with carp in it and the piano floats"
    )
    corpus.article(
        "local", f"At the Orremo school, Pekka Lind told neighbours: “{words}.” Then he went home.", "2031-03-05T08:00"
    )
    corpus.article(
        "far", f"“{words},” a man named Pekka Lind complained to reporters in the capital.", "2031-03-05T20:00"
    )
    corpus.quote("local", words, by="Pekka Lind")
    corpus.quote("far", words, by="Pekka Lind")
    assert stories(corpus) == [["far", "local"]]


def test_label_and_dates_are_those_of_its_articles_and_the_id_does_not_depend_on_the_rest(corpus: Corpus) -> None:
    corpus.article("flood-a", FLOOD_A, "2031-03-04T08:00")
    corpus.article("flood-b", FLOOD_B, "2031-03-04T19:00")
    find_matches(corpus.warehouse)
    ((key, label, first, last),) = corpus.warehouse.query("select * from stories")
    assert label in {FLOOD_A[:120], FLOOD_B[:120]}
    assert (first.hour, last.hour) == (8, 19)
    corpus.article("fire", FIRE, "2030-01-01T08:00")
    find_matches(corpus.warehouse)
    assert key in {row[0] for row in corpus.warehouse.query("select story_id from stories")}


FORMULA = "has signed a definitive agreement to relinquish all outstanding shares"


def test_a_formula_is_a_passage_inside_a_story_alone(corpus: Corpus) -> None:
    corpus.article("flood-a", f"{FLOOD_A} The sawmill {FORMULA} of its ferry.", "2031-03-04T08:00")
    corpus.article("fire", f"{FIRE} Ada Brenkel {FORMULA} of her pepper broker.", "2034-05-09T08:00")
    corpus.article("flood-b", f"{FLOOD_B} Tuomela {FORMULA} it held.", "2031-03-04T19:00")
    assert [(a, b) for _, a, _, b, _ in corpus.matches("passage")] == [("flood-a", "flood-b")]


def test_what_is_printed_under_every_story_is_no_passage(corpus: Corpus) -> None:
    footer = (
        "the views that are printed on this page are those of the reader who sent them and need not be those of the "
        "paper or of anybody who works for it"
    )
    towns = ("Sorvik", "Orremo", "Kallio", "Varjola", "Tuomela")
    for year, town in enumerate(towns, 2031):
        own = " ".join(f"{town} sold {town}{chr(97 + n)} to {chr(97 + n)}{town}." for n in range(26))
        corpus.article(town, f"{own} Of course {footer}.", f"{year}-03-04T08:00")
    assert corpus.matches("passage") == []
    assert len(stories(corpus)) == len(towns)


def test_one_number_of_two_stories_is_two_facts(corpus: Corpus) -> None:
    fire = "In Sorvik 340 crates of pepper burned at the Brenkel spice works, and the fire brigade closed the road."
    flood = "In Orremo 340 crates of planks floated off from the Tuomela sawmill when the Ilvaska broke the old weir."
    for key, text in (("fire", fire), ("flood", flood)):
        corpus.article(key, text)
        at = text.index("340")
        corpus.figure(
            key, Figure(Span(at, at + 3), "340", 340.0, 340.0, Approximator.EXACT, None, None, "crates", "lost")
        )
    assert corpus.matches("figure") == []


def test_one_bound_in_two_reports_of_one_event_is_one_number_though_little_else_is_shared(corpus: Corpus) -> None:
    first = f"{FLOOD_A} Up to 12,000 residents of the lower town may have to leave before midnight, Varjola warned."
    second = f"{FLOOD_B} Sandbags, buses, soup and beds are ready for up to 12,000 residents of the lower town."
    for key, text, clock in (("a", first, "08"), ("b", second, "19")):
        corpus.article(key, text, f"2031-03-04T{clock}:00")
        at = text.index("12,000")
        place = Span(at, at + 6)
        corpus.figure(
            key, Figure(place, "12,000", 12_000.0, 12_000.0, Approximator.AT_MOST, "up to", None, "residents", None)
        )
    assert [relation for relation, *_ in corpus.matches("figure")] == ["equal"]


def test_two_copies_are_no_more_of_one_event_than_two_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    held = [Held(key, 1, FLOOD_A, None, None, None, (), ()) for key in "ab"]
    for words, likeness in ((0.45, 0.45), (0.9, 0.5)):
        monkeypatch.setattr(match_stories, "_word_likeness", lambda *_, words=words: [(0, 1, words)])
        assert match_stories._likeness(held, {}, cast(Index, None), cast(Engine, None)) == {
            (0, 1): pytest.approx(likeness)
        }


@pytest.mark.parametrize(
    ("precision", "hours"), [("time", 0), ("day", 24), (None, 24)]
)  # where only the day is known, it may have been its last minute
def test_until_when_an_article_may_have_appeared(corpus: Corpus, precision: str | None, hours: int) -> None:
    row = articles._ArticleRow("a", 1, 0, None, DAY, precision, None)
    assert articles._held(row, Laid(FIRE, len(FIRE), 0), ArticleBlocks(corpus.warehouse), 0).latest == DAY + timedelta(
        hours=hours
    )
    assert (
        articles._held(
            row._replace(published_at=None, not_before=DAY),
            Laid(FIRE, len(FIRE), 0),
            ArticleBlocks(corpus.warehouse),
            0,
        ).latest
        is None
    )
