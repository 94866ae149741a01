"""Stories: which articles are about one event."""

from __future__ import annotations

from audit.match import find_matches
from tests.unit.match.conftest import Corpus

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
