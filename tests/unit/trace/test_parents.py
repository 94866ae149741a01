"""Which held article a credit leads to, and why none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from audit.records import Span
from audit.trace.parents import Choice
from tests.unit.trace.world import NOON, World

SOLD = "The council sold the old mill to brewers at night"
TOLD = "Holm told the Post that the council sold the old mill to brewers."


def world(child: str = TOLD, parent: str = f"{SOLD}.", hours: float = -3, **changes: Any) -> World:
    found = World()
    found.article("a", parent, hours, **changes)
    found.article("b", child)
    return found


def chosen(found: World, credit: str = "told the Post", rule: str = "told", house: str = "Pa") -> Choice:
    chain = found.credit("b", credit, (house, "outlet"), rule=rule)
    return found.shelf.choose(found.said(chain), chain, chain.hops[0], {})


def test_the_article_that_carries_the_words() -> None:
    choice = chosen(world())
    assert (choice.parent, choice.candidate, choice.state) == ("a", None, None)
    assert choice.carried is not None
    assert choice.carried.place is not None


def test_a_house_of_which_nothing_is_held() -> None:
    assert chosen(world(), house="Pz") == Choice(None, state="not_in_collection")


@pytest.mark.parametrize(
    ("kind", "name", "rule", "state"),
    [
        ("vague", "reportedly", "reportedly", "no_name"),
        ("anonymous", "two clerks", "told", "no_name"),
        ("document", "the report", "according_to", "no_name"),
        ("document", "a Harbour Board survey", "according_to", "not_in_collection"),
        ("document", "harbour.example", "link", "not_in_collection"),  # a host
        ("organisation", "police", "according_to", "no_name"),
        ("organisation", "Egyptian police", "according_to", "not_in_collection"),
        ("organisation", "警察", "according_to", "not_in_collection"),  # no letter is small
        ("platform", "social media", "on_platform", "no_name"),
        ("account", "@holm", "account", "not_in_collection"),
        ("unseen", "the Post", "reported", "not_in_collection"),
    ],
)
def test_whom_nobody_names_is_not_said_to_be_named(kind: str, name: str, rule: str, state: str) -> None:
    found = world()
    chain = found.credit("b", "told the Post", ("Pz", kind), rule=rule)
    hop = replace(chain.hops[0], name=name)
    assert found.shelf.choose(found.said(chain), chain, hop, {}) == Choice(None, state=state)


def test_its_own_article_is_none_of_the_house() -> None:
    assert chosen(world(), house="Pb") == Choice(None, state="not_in_collection")


def test_a_house_without_the_words() -> None:
    assert chosen(world(parent="It rained all week.")) == Choice(None, state="words_not_found")


def test_a_house_that_comes_near_is_a_candidate() -> None:
    assert chosen(world(parent="Brewers like the council.")) == Choice(None, candidate="a", state="candidate")


def test_the_crediting_words_themselves_are_no_evidence() -> None:
    child = "Holm of the harbour told the Orrin Evening Post and its readers on air that it rained."
    credit = "told the Orrin Evening Post and its readers on air"
    assert chosen(world(child, f"Ruiz {credit} that it snowed."), credit).parent is None


def test_a_later_article_is_not_meant() -> None:
    assert chosen(world(hours=24)).parent == "a"
    assert chosen(world(hours=25)) == Choice(None, state="words_not_found")


def by_day(child: str, hours: float, **changes: Any) -> World:
    found = world(child, hours=hours, precision="day")
    found.article("b", child, precision="day", **changes)
    return found


def test_what_was_only_told_is_no_later_days_text() -> None:
    assert chosen(by_day(TOLD, 0)).parent == "a"
    assert chosen(by_day(TOLD, 24)).parent is None


def test_a_credited_report_may_be_held_as_updated_within_a_day() -> None:
    child = "The Post reported that the council sold the old mill to brewers."
    assert chosen(by_day(child, 24), "The Post reported", "reported").parent == "a"
    assert chosen(by_day(child, 48), "The Post reported", "reported").parent is None
    assert chosen(by_day(child, 24), "The Post reported", "on_air").parent is None


def test_a_page_that_was_changed_later_may_credit_what_came_between() -> None:
    found = world(hours=30)
    found.article("b", TOLD, modified_at=NOON + timedelta(hours=30))
    assert chosen(found).parent == "a"
    found.article("b", TOLD, modified_at=NOON + timedelta(hours=29))
    assert chosen(found).parent is None


def test_an_old_article_is_not_meant_without_a_cue_of_time() -> None:
    assert chosen(world(hours=-14 * 24)).parent == "a"
    assert chosen(world(hours=-15 * 24)).parent is None
    last_year = "Holm told the Post last year that the council sold the old mill to brewers."
    assert chosen(world(last_year, hours=-61 * 24)).parent == "a"


def test_a_cue_of_time_leaves_out_what_it_does_not_mean() -> None:
    last_week = "Holm told the Post last week that the council sold the old mill to brewers."
    assert chosen(world(last_week)).parent is None
    assert chosen(world(last_week, hours=-5 * 24)).parent == "a"


def test_without_dates_nothing_is_left_out() -> None:
    assert chosen(world(published_at=None)).parent == "a"
    found = world("Holm told the Post last week that the council sold the old mill to brewers.")
    found.article("b", found.texts["b"][0], published_at=None)
    assert chosen(found).parent == "a"


def test_of_two_the_one_with_more_of_the_words() -> None:
    found = world(parent="So the council sold the old mill.")
    found.article("c", "He said that the council sold the old mill to brewers.", -9, publisher_id="Pa")
    assert chosen(found).parent == "c"


def test_of_two_alike_the_nearest_in_time() -> None:
    found = world()
    found.article("c", f"{SOLD}.", -1, publisher_id="Pa")
    assert chosen(found).parent == "c"


def test_a_link_in_the_credited_words_names_the_article() -> None:
    found = world(parent="It rained " * 20)
    found.links["b"] = [(found.find("b", "told"), "a")]
    assert chosen(found) == Choice("a")
    found.links["b"] = [(Span(900, 904), "a")]
    assert chosen(found).parent is None


def test_a_link_that_is_the_credit_leads_to_its_page_whoever_printed_it() -> None:
    found = world(parent="It rained " * 20)
    found.links["b"] = [(found.find("b", "told the Post"), "a")]
    assert chosen(found, rule="link", house="a.example") == Choice("a")
    assert chosen(found, rule="told", house="a.example").parent is None
    found.links["b"] = [(found.find("b", "mill"), "a")]
    assert chosen(found, rule="link", house="a.example").parent is None


def test_a_linked_page_without_text_could_not_be_read() -> None:
    found = world(parent="Please log in")
    found.links["b"] = [(found.find("b", "told"), "a")]
    assert chosen(found) == Choice(None, candidate="a", state="unreadable")
    found = world()
    found.links["b"] = [(found.find("b", "told"), "a")]
    assert chosen(found).parent == "a"


def test_a_copy_counts_for_the_house_it_was_taken_from() -> None:
    assert chosen(world(originator_id="Pwire"), house="Pwire").parent == "a"


def test_a_headline_tells_a_report_but_no_interview() -> None:
    child = "The Post reported that the council sold its mill."
    found = world(child, "Rain.")
    found.texts["a"] = ("Rain.", "Council sold mill to brewers", "en")
    assert chosen(found, "The Post reported", "reported").parent == "a"
    assert chosen(found, "The Post reported", "on_air").parent is None


def quoted(child: str, parent: str, words: str, *, matched: bool = False) -> str | None:
    found = world(child, parent)
    quote = found.quote("b", words)
    chain = found.credit("b", "told the Post", ("Pa", "outlet"))
    return found.shelf.choose(quote, chain, chain.hops[0], {"a": Span(0, 4)} if matched else {}).parent


LONG = "we knew of nothing until the brewers came"


def test_of_a_quote_its_own_words_are_wanted() -> None:
    child = f"“{LONG},” the deputy keeper of the council’s old mill told the Post."
    assert quoted(child, f"“{LONG}.”", LONG) == "a"
    assert quoted(child, "So the deputy keeper of the council’s old mill told us of brewers.", LONG) is None


def test_a_few_quoted_words_need_their_sentence_too() -> None:
    child = "The council sold the old mill to brewers as “a mess”, Holm told the Post."
    assert quoted(child, f"{SOLD}. It was “a mess”.", "a mess") == "a"
    assert quoted(child, f"{SOLD}.", "a mess") is None
    assert quoted(child, "It was “a mess”.", "a mess") is None


def test_a_matched_quote_is_carried_however_it_was_changed() -> None:
    child = f"“{LONG},” Holm told the Post."
    assert quoted(child, "Changed.", LONG, matched=True) == "a"


def test_a_page_that_translates_for_itself_has_words_of_its_own() -> None:
    child = f"“{LONG},” Holm told the Post."
    for theirs in ("None of it was told to us", "Of nothing did we know before the brewers came"):
        assert quoted(child, f"“{theirs},” he said in German.", LONG, matched=True) is None
    assert quoted(child, f"“{LONG},” he said in German.", LONG, matched=True) == "a"


def test_a_matched_number_that_somebody_says_needs_his_words() -> None:
    found = world("Holm told the Post that “some 40 grey boats left the long pier at dawn”.", "It saw 40 grey boats.")
    found.quote("b", "some 40 grey boats left the long pier at dawn")
    chain = found.credit("b", "told the Post", ("Pa", "outlet"))
    among = {"a": found.find("a", "40")}
    assert found.shelf.choose(found.figure("b", "40"), chain, chain.hops[0], among).parent is None


def test_the_crediting_words_are_none_of_the_credited_ones() -> None:
    child = "While campaign adviser Ole Brask told the Post, rain fell on brewers, weavers and smiths."
    found = world(child, "Old campaign adviser Ole Brask told the Post he slept.")
    quote = found.quote("b", "campaign adviser Ole Brask told the Post")
    chain = found.credit("b", "told the Post", ("Pa", "outlet"))
    assert found.shelf.choose(quote, chain, chain.hops[0], {}).parent is None


def test_a_matched_number_needs_some_of_its_sentence() -> None:
    for parent, wanted in (("Brewers bought 31 mills.", "a"), ("It has 31 teeth.", None)):
        found = world("Brewers own 31 breweries and mills, Holm told the Post.", parent)
        chain = found.credit("b", "Holm told the Post", ("Pa", "outlet"))
        figure = found.figure("b", "31")
        assert found.shelf.choose(figure, chain, chain.hops[0], {"a": Span(16, 18)}).parent == wanted


def test_a_clause_of_mostly_quoted_words_is_a_quote() -> None:
    child = f"“{LONG},” the deputy keeper of the council’s mill told the Post."
    found = world(child, "So the deputy keeper of the council’s mill spoke.")
    found.quote("b", LONG)
    assert chosen(found).parent is None


def test_what_lies_outside_the_scope_is_not_credited() -> None:
    found = world("Brewers cheered, but the council sold the old mill to brewers, Holm told the Post.")
    chain = found.credit("b", "Holm told the Post", ("Pa", "outlet"), scope="Brewers cheered, but")
    figure = found.figure("b", "cheered")
    assert found.shelf.choose(figure, chain, chain.hops[0], {}).parent is None


def test_a_passage_is_compared_as_it_stands() -> None:
    found = world()
    chain = found.credit("b", "told the Post", ("Pa", "outlet"))
    words = "the council sold the old mill to brewers"
    choice = found.shelf.choose(found.passage("b", words), chain, chain.hops[0], {})
    assert choice.parent == "a"
    assert choice.carried is not None
    assert choice.carried.own == found.find("b", words)


def test_an_article_before_the_child_goes_before_a_later_one() -> None:
    found = world(child="The Post reported that the council sold the old mill to brewers at night.", hours=-3)
    found.article("c", f"{SOLD}, and nobody had asked for the old mill to brewers at night.", 5, publisher_id="Pa")
    assert chosen(found, "The Post reported", "reported").parent == "a"


def test_of_two_that_have_the_words_the_one_with_most_of_the_credits_sentence_is_meant() -> None:
    said = "the council would sell the old mill of Orrin to seven brewers"
    child = f"{said.capitalize()} before the boats came home on Friday, a clerk told the Post."
    found = world(child, f"{said.capitalize()} before the boats came home on Friday, said a clerk.", -3)
    found.article("c", f"Holm wept on the news of the Post that {said}.", -1, publisher_id="Pa")
    chain = found.credit("b", "told the Post", ("Pa", "outlet"))
    passage = found.passage("b", said.capitalize())
    assert found.shelf.choose(passage, chain, chain.hops[0], {}).parent == "a"


def test_a_credit_for_a_whole_text_leads_only_to_where_much_of_it_stands_in_a_row() -> None:
    few = "sold the old mill of Orrin to brewers"
    much = "at night, before the boats came home, the council sold the old mill of Orrin to brewers"
    for words, rule, parent in ((few, "dateline", None), (much, "dateline", "a"), (few, "told", "a")):
        child = f"(Post) It rained, and {much}."
        found = world(child, f"Nobody asked who {words}.", -3)
        chain = found.credit("b", "(Post)", ("Pa", "outlet"), rule=rule)
        assert found.shelf.choose(found.passage("b", much), chain, chain.hops[0], {}).parent == parent


def test_a_short_sentence_that_a_whole_text_has_from_its_house_is_a_reprint() -> None:
    found = world("(Post) It rained. The council sold the old mill.", "The council sold the old mill. Nobody knew.", -3)
    chain = found.credit("b", "(Post)", ("Pa", "outlet"), rule="dateline")
    assert (
        found.shelf.choose(found.passage("b", "The council sold the old mill"), chain, chain.hops[0], {}).parent == "a"
    )


def titled(child: str, title: str) -> World:
    found = world(child)
    found.article("a", "It rained.", -3, title)
    return found


def test_a_headline_that_the_whole_text_tells_is_of_the_report() -> None:
    told = "The Post report said that Holm had discussed the sale of old works with bankers, painters, lawyers and sailors."
    title = "Holm Discussed Secret Taping of Brewers, Bakers and Works Council"
    found = titled(f"{told} Secret brewers taped the council.", title)
    assert chosen(found, "The Post report said", "reported").parent == "a"
    assert chosen(titled(told, title), "The Post report said", "reported").parent is None


def test_words_that_are_only_retold_are_of_the_same_days() -> None:
    retold = "The old mill was bought by brewers. The council sold it at night to pay debts."
    child = "Holm told the Post that the council had sold brewers an old mill at night for debts."
    assert chosen(world(child, retold, -24)).parent == "a"
    assert chosen(world(child, retold, -25)).parent is None
    assert chosen(world(hours=-96)).parent == "a"


def test_words_that_are_only_retold_stand_in_a_text_on_the_same_thing() -> None:
    retold = "The old mill was bought by brewers. The council sold it at night to pay debts."
    child = "Holm told the Post that the council had sold brewers an old mill at night for debts."
    other, same = "Surgeons win their strike over wages", "Surgeons ask who sold the old mill"
    for own, theirs, parent in ((other, other, None), (same, other, "a"), (other, same, "a"), ("", other, None)):
        found = World()
        found.article("a", retold, -3, title=theirs)
        found.article("b", child, title=own)
        assert chosen(found).parent == parent
        copied = World()
        copied.article("a", f"{SOLD}.", -3, title=theirs)
        copied.article("b", TOLD, title=own)
        assert chosen(copied).parent == "a"


def test_a_later_text_that_tells_hardly_more_than_half_in_its_own_words_is_another_report() -> None:
    child = "The Post reported that Holm would bet on lame brewers who leave the council before all votes on mills and boats."
    half, most = (
        "Lame brewers of the council saw votes on mills.",
        "Lame brewers leave a council whose votes bet on mills.",
    )
    for text, hours, parent in ((half, -2, "a"), (half, 2, None), (most, -2, "a"), (most, 2, "a")):
        assert chosen(world(child, text, hours), "The Post reported", "reported").parent == parent


def test_a_headline_that_is_printed_names_its_article_days_later() -> None:
    title = "Brewers and council sell old mill at night"
    printed = f"When the Post wrote “{title}” the council that had sold the mill was asleep."
    retold = "When the Post wrote that brewers and council had sold the mill at night, the old men were asleep."
    for child, hours, parent in ((printed, -72, "a"), (retold, -24, "a"), (retold, -72, None)):
        found = World()
        found.article("a", "Nine sat. It was a long night of talk.", hours, title=title)
        found.article("b", child)
        assert chosen(found, "the Post wrote", "reported").parent == parent


def test_a_few_words_in_a_row_of_many_are_of_the_same_days() -> None:
    child = (
        "Holm told the Post that the warden Ole Brask, the youngest harbour warden of the northern coast, resigned on account of nine"
        " unpaid bills, two broken cranes and a flooded cellar."
    )
    parent = "Brewers praised Ole Brask, the youngest harbour warden of the northern coast."
    assert chosen(world(child, parent, -48)).parent == "a"
    assert chosen(world(child, parent, -49)).parent is None


def test_a_headline_tells_no_number_that_its_text_lacks() -> None:
    found = World()
    found.article("a", "Nine sat. It was a long night of talk.", -3, title="Brewers and council sell old mill at night")
    found.article("b", "The council sold the old mill to brewers at night for 48 crowns, the Post reported.")
    chain = found.credit("b", "the Post reported", ("Pa", "outlet"), rule="reported")
    said = found.figure("b", "48")
    assert found.shelf.choose(said, chain, chain.hops[0], {}).parent is None
    found.article(
        "a", "Nine paid 48. It was a long night of talk.", -3, title="Brewers and council sell old mill at night"
    )
    assert found.shelf.choose(said, chain, chain.hops[0], {}).parent == "a"


def test_a_number_that_is_retold_may_be_two_days_old() -> None:
    for hours, parent in ((-48, "a"), (-49, None)):
        found = World()
        found.article("a", "Nine old boats sank. The storm that broke the harbour wall came at night, 48 died.", hours)
        found.article("b", "The Post said that 48 died at night as the storm that came broke old harbour walls.")
        chain = found.credit("b", "The Post said", ("Pa", "outlet"), rule="reported")
        assert found.shelf.choose(found.figure("b", "48"), chain, chain.hops[0], {}).parent == parent


def test_a_long_run_of_what_was_said_outranks_the_day_that_is_named_by_one() -> None:
    said = "we never had a boat that could carry the old mill of Orrin across the bay"
    child = f"In an interview on Wednesday with the Post, Holm said: “{said}.”"
    for text, hours, parent in ((said, -24, "a"), (said, -48, None), (said[:40], -24, None), (said, -1, "a")):
        found = world(child, f"“{text},” Holm said.", hours)
        chain = found.credit("b", "In an interview on Wednesday with the Post", ("Pa", "outlet"), rule="interview")
        assert found.shelf.choose(found.quote("b", said), chain, chain.hops[0], {}).parent == parent


def test_what_a_cue_of_time_names_may_be_retold() -> None:
    retold = "The old mill was bought by brewers. The council sold it at night to pay debts."
    child = "Holm told the Post last week that the council had sold brewers an old mill at night for debts."
    assert chosen(world(child, retold, -96)).parent == "a"


@pytest.mark.parametrize(
    ("parent", "held"),
    [
        ("“Herons never read memos,” Col Brask said at dusk.", "a"),
        ("“Herons never read memos at dusk,” Col Brask said.", None),
        ("Herons never read memos, as Col Brask knows.", None),
    ],
)
def test_a_few_words_that_stand_alone_in_marks(parent: str, held: str | None) -> None:
    found = world("“Herons never read memos,” Vera Holm told the Post on the mill of 1907.", parent)
    chain = found.credit("b", "told the Post", ("Pa", "outlet"))
    choice = found.shelf.choose(found.quote("b", "Herons never read memos"), chain, chain.hops[0], {})
    assert choice.parent == held


def test_a_few_words_that_anybody_says_are_not_known_by_their_marks() -> None:
    found = world(
        "“We are very happy,” Vera Holm told the Post on the mill of 1907.", "“We are very happy,” Brask said."
    )
    chain = found.credit("b", "told the Post", ("Pa", "outlet"))
    choice = found.shelf.choose(found.quote("b", "We are very happy"), chain, chain.hops[0], {})
    assert choice.parent is None


LEAK = "A flange on the fourth tank was losing up to 400 litres a week into a tray, inspectors found."
LEAKED = "The tank at the works was losing 700 litres of creosote every day by spring, the Post reported."
FOUND = "Leak found at Orrin works"


@pytest.mark.parametrize(
    ("changes", "rule", "before", "more", "held"),
    [
        ({}, "reported", "A leak was found at the Orrin plant.", "", "a"),
        ({}, "told", "A leak was found at the Orrin plant.", "", None),  # somebody spoke there: on this, nobody knows
        ({"hours": -96}, "reported", "A leak was found at the Orrin plant.", "", None),
        ({"hours": 5}, "reported", "A leak was found at the Orrin plant.", "", None),
        ({"title": "Nine years of brewing"}, "reported", "A leak was found at the Orrin plant.", "", None),
        ({"title": ""}, "reported", "A leak was found at the Orrin plant.", "", None),
        ({}, "reported", "Nine years of brewing are over.", "", None),
        ({}, "reported", "A leak was found at the Orrin plant.", "The tank of the brewery was losing litres.", None),
    ],
)
def test_a_report_that_tells_it_otherwise(
    changes: dict[str, Any], rule: str, before: str, more: str, held: str | None
) -> None:
    found = world(f"{before} {LEAKED}", LEAK, **{"title": FOUND, **changes})
    if more:
        found.article("c", more, -4, publisher_id="Pa")
    chain = found.credit("b", "the Post reported", ("Pa", "outlet"), rule=rule, scope=LEAKED)
    assert found.shelf.choose(found.said(chain), chain, chain.hops[0], {}).parent == held


def test_a_report_of_the_same_topic_that_tells_most_of_a_few_words() -> None:
    told = "The tank was losing 700 litres, the Post reported."
    found = world(told, LEAK, title="Nine inspectors at a brewery")
    found.texts["b"] = (told, "Inspectors found tank losing litres", "en")
    chain = found.credit("b", "the Post reported", ("Pa", "outlet"), rule="reported")
    assert found.shelf.choose(found.said(chain), chain, chain.hops[0], {}).parent == "a"
