"""Which articles a page that came may be the parent of: its words decide, not its house."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from audit.trace.led_anew import in_reach, led_anew
from audit.trace.words_beyond_credit import ByWriter
from tests.unit.trace.world import World

SAID = "The harbour board flooded seven orchards near Quellmar before the dam of Istrava broke"
FAR = "A brass band plays in the square on Sunday"


def _world(came: str, *, scope: str = "") -> World:
    world = World()
    world.article("a", f"{SAID}, the Post reported. The mayor said: we will rebuild the old bridge in spring.")
    world.article("b", came, publisher_id="post")
    world.credit("a", "the Post reported", ("post", "outlet"), scope=scope or SAID, rule="reported")
    return world


def test_a_page_with_the_credited_words_is_led_to() -> None:
    world = _world(f"{SAID}. More in the evening.")
    mentions = [world.figure("a", "seven")]
    assert led_anew({"a": {"b"}}, mentions, world.corpus, ()) == {"a"}


def test_a_page_with_enough_of_them_to_be_a_candidate_is_asked_too() -> None:
    world = _world("Near Quellmar the dam of Istrava stands, and orchards are in bloom by the harbour.")
    assert led_anew({"a": {"b"}}, [world.figure("a", "seven")], world.corpus, ()) == {"a"}


def test_a_page_without_them_changes_nothing() -> None:
    world = _world(FAR)
    assert led_anew({"a": {"b"}}, [world.figure("a", "seven")], world.corpus, ()) == set()


@pytest.mark.parametrize(
    ("when", "day", "found"),
    [("", 1, {"a"}), ("", 20, set()), ("on Saturday, ", 20, {"a"}), ("on Saturday, ", -9, set())],
)
def test_a_page_that_dates_rule_out_is_asked_only_where_the_credit_names_days(
    when: str, day: int, found: set[str]
) -> None:
    world = World()
    came = datetime(2026, 5, 30)
    world.article("a", f"{when}the Post reported: {SAID}.", published_at=came)
    world.article("b", f"{SAID}.", publisher_id="post", published_at=came - timedelta(days=day))
    world.credit("a", f"{when}the Post reported", ("post", "outlet"), scope=SAID, rule="reported")
    assert led_anew({"a": {"b"}}, [world.figure("a", "seven")], world.corpus, ()) == found
    assert in_reach({"a": {"b"}}, world.corpus, set()).keys() == found


def test_pages_of_who_is_quoted_by_name_are_asked_whatever_their_dates() -> None:
    world = World()
    came = datetime(2026, 5, 30)
    world.article("a", f"the Post reported: {SAID}.", published_at=came)
    world.article("b", f"{SAID}.", publisher_id="post", published_at=came - timedelta(days=20))
    world.credit("a", "the Post reported", ("post", "outlet"), scope=SAID, rule="reported")
    assert in_reach({"a": {"b"}}, world.corpus, {("a", "post")}) == {"a": {"b"}}
    assert in_reach({"a": {"b"}}, world.corpus, set()) == {}


def test_what_the_credit_does_not_cover_is_not_asked() -> None:
    world = _world("We will rebuild the old bridge in spring, the mayor said.")
    assert (
        led_anew({"a": {"b"}}, [world.quote("a", "we will rebuild the old bridge in spring")], world.corpus, ())
        == set()
    )


def test_words_of_a_writer_of_the_house_are_asked() -> None:
    world = _world("We will rebuild the old bridge in spring, and nobody will stop us.")
    quote = world.quote("a", "we will rebuild the old bridge in spring")
    written = [ByWriter("a", quote.mention_id, world.find("a", "The mayor"), "post", "outlet")]
    assert led_anew({"a": {"b"}}, [quote], world.corpus, written) == {"a"}


def test_a_page_whose_text_a_house_lent_is_asked() -> None:
    world = _world(f"{SAID}. More in the evening.")
    world.article("c", f"{SAID}.", originator_id="post")
    assert led_anew({"c": {"b"}}, [world.figure("c", "seven")], world.corpus, ()) == {"c"}
