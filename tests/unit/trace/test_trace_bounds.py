"""Where an arrow is drawn and where none: shares, lags, days and ids on either side of their bound."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from audit.records import Span
from audit.trace import texts
from audit.trace.claims import find_claims
from audit.trace.credited_words import best_window, find_carried, find_in_title, read_credited
from audit.trace.direction import weigh
from audit.trace.edges import covering, edge_id, stated_edges
from audit.trace.inferred import find_holders, inferred_edges, is_prose
from audit.trace.lasting_claims import Known, lasting_ids
from audit.trace.parents import reports_named
from audit.trace.records import Claim, FigureSlots, Held, Mention
from audit.trace.statements import REST, find_statements
from audit.trace.step import near_in_time
from audit.trace.texts import Library, read_page
from audit.trace.time_cues import Days, find_days
from audit.trace.words_beyond_credit import ByWriter, with_further
from tests.unit.trace.world import NOON, World, pair


def held(key: str, hours: float = 0, precision: str | None = "time", dated: bool = True) -> Held:
    return Held(key, 1, f"P{key}", NOON + timedelta(hours=hours) if dated else None, precision, None, None, 300)


# Records


@pytest.mark.parametrize(
    ("a", "b", "lag"),
    [
        (held("a", 2), held("b"), timedelta(hours=2)), (held("a", -2), held("b"), timedelta(hours=-2)), (held("a"), held("b"), timedelta(0)),
        (held("a", 2, "day"), held("b"), None), (held("a", 2), held("b", 0, "day"), None), (held("a", 2, "day"), held("b", 0, "day"), None),
        (held("a", 26, "day"), held("b"), timedelta(days=1)), (held("a", 26, "day"), held("b", 0, "day"), timedelta(days=1)),
        (held("a", dated=False), held("b"), None), (held("a"), held("b", dated=False), None),
    ],
)  # fmt: skip
def test_how_long_after_another_an_article_came(a: Held, b: Held, lag: timedelta | None) -> None:
    assert a.after(b) == lag


def test_the_order_of_articles_and_their_houses() -> None:
    undated, known = held("a", dated=False), replace(held("b", dated=False), published_from=NOON)
    assert sorted([undated, known, held("c", -1)], key=lambda one: one.order) == [held("c", -1), known, undated]
    assert replace(held("a"), originator_id="wire").houses == ("Pa", "wire")
    assert replace(held("a"), publisher_id=None).houses == ()


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        (FigureSlots(5, 5, None, "fishing boats"), FigureSlots(5, 5, None, "old boats"), True),
        (FigureSlots(5, 5, None, "boats"), FigureSlots(5, 5, None, "mills"), False), (FigureSlots(5, 5, None, None), FigureSlots(5, 5, None, "mills"), True),
        (FigureSlots(5, 5, None, "boats"), FigureSlots(5, 5, None, ""), True), (FigureSlots(5, 6, None, "boats"), FigureSlots(5, 5, None, "boats"), False),
        (FigureSlots(5, 5, "ton", "boats"), FigureSlots(5, 5, None, "boats"), False), (FigureSlots(4, 5, None, None), FigureSlots(5, 5, None, None), False),
        (FigureSlots(5, 5, None, "boats at sea"), FigureSlots(5, 5, None, "boats at bay"), False),
    ],
)  # fmt: skip
def test_figures_that_say_the_same(a: FigureSlots, b: FigureSlots, agree: bool) -> None:
    assert a.agrees(b) == b.agrees(a) == agree


def test_the_sentences_around_a_mention_hold_it() -> None:
    one = Mention("quote", "q", "a", 1, Span(10, 20), None, "", "q")
    assert one.around == Span(10, 20)
    assert replace(one, sentence=Span(12, 15)).around == Span(10, 20)
    assert replace(one, sentence=Span(5, 25)).around == Span(5, 25)


# Direction


@pytest.mark.parametrize(
    ("words", "minutes", "one_credit", "told"),
    [
        (60, 30, False, (0.747, 0.083, 0.15, 0.02)), (59, 30, False, (0.63, 0.07, 0.25, 0.05)), (20, 29, False, (0.49, 0.21, 0.25, 0.05)),
        (19, 1, False, (0.385, 0.165, 0.35, 0.1)), (12, 0.9, False, (0.275, 0.275, 0.35, 0.1)), (11, -30, False, (0.03, 0.27, 0.4, 0.3)),
        (60, 30, True, (0.252, 0.028, 0.7, 0.02)), (8, 30, True, (0.0, 0.0, 0.7, 0.3)),
    ],
)  # fmt: skip
def test_what_shared_words_and_a_lag_weigh(
    words: int, minutes: float, one_credit: bool, told: tuple[float, ...]
) -> None:
    assert weigh(held("a"), held("b", minutes / 60), words, one_credit=one_credit) == pytest.approx(told, abs=1e-9)


# Edges


@pytest.mark.parametrize(("stop", "covered"), [(20, True), (19, False), (10, False), (5, False), (40, True)])
def test_a_credit_covers_half_of_a_mention(stop: int, covered: bool) -> None:
    found = World()
    found.article("a", "x" * 60)
    chain = replace(found.credit("a", "x", ("post", "outlet")), scope=Span(0, stop))
    found.chains["a"] = [chain]
    mention = Mention("passage", "p", "a", 1, Span(10, 30), None, "", "p")
    assert bool(covering(mention, found.corpus)) == covered


def test_an_arrow_goes_by_its_child_its_first_mention_and_its_parent() -> None:
    found = World()
    found.article("b", "31 seals, the Post said. 40 seals.")
    one, two = found.figure("b", "31"), found.figure("b", "40")
    claim = found.claim(one, two)
    ids = {edge_id(claim, found.held["b"], parent) for parent in ("Pa", "a", "a")}
    assert len(ids) == 2
    assert edge_id(found.claim(two), found.held["b"], "a") not in ids
    assert edge_id(found.claim(one), found.held["b"], "a") in ids


def test_two_arrows_of_a_child_have_two_ids_and_their_evidence() -> None:
    found = World()
    words = "Wardens counted 31 dead seals on the grey shore"
    found.article("a", f"{words}.", -3)
    found.article("c", f"{words}.", -4, publisher_id="Pa")
    found.article("b", f"{words}, according to the Post, the Herald and the Mail.")
    for name, house in (("the Post", "Pa"), ("the Herald", "Pz"), ("the Mail", "Py")):
        found.credit("b", name, (house, "outlet"))
    edges = stated_edges(found.claim(found.figure("b", "31")), found.corpus)
    assert len({edge.edge_id for edge in edges}) == len(edges) == 3
    claim = found.claim(found.figure("b", "31"))
    assert {e.edge_id for e in edges if e.parent_article} == {edge_id(claim, found.held["b"], "a")}


# Parents


def test_reports_named_are_those_of_reporting_rules() -> None:
    found = World()
    found.article("a", "the Post, the Herald")
    found.credit("a", "the Post", ("Pp", "outlet"), ("Pq", "outlet"), rule="reported")
    found.credit("a", "the Herald", ("Ph", "outlet"), rule="told")
    assert set(reports_named(found.chains)) == {("a", "Pp"), ("a", "Pq")}


# Carried


def page(text: str, title: str = "") -> Any:
    return read_page(text, title, "en")


@pytest.mark.parametrize(
    ("title", "found"),
    [("Council sold mill", True), ("Council sold boats", False), ("Council sold mill to angry sailors, poets, painters", True),
     ("Council sold mill to angry farmers, sailors, poets and painters", False)],
)  # fmt: skip
def test_three_telling_words_and_a_share_of_a_headline(title: str, found: bool) -> None:
    said = read_credited(
        text := "The council sold its mill to brewers while farmhands, weavers, smiths and millers slept",
        [Span(0, len(text))],
    )
    assert (find_in_title(said, page("Rain.", title), page("Rain.")) is not None) == found


def test_of_two_windows_alike_the_first() -> None:
    said = read_credited(text := "brewers paid for mills", [Span(0, len(text))])
    other = page("Brewers paid for mills.\nRain.\nSnow.\nBrewers paid for mills.")
    window = best_window(said, other)
    assert window is not None
    assert (window[0], window[1].start) == (1.0, 0)


@pytest.mark.parametrize(("gone", "found"), [(2, True), (3, False)])
def test_more_than_half_of_the_telling_words_are_carried(gone: int, found: bool) -> None:
    words = ["brewers", "mill", "councillors", "debts", "cash", "night"]
    said = read_credited(text := " and ".join(words), [Span(0, len(text))])
    other = page(" or ".join(reversed(words[gone:])))
    assert (find_carried(said, other) is not None) == found


def test_five_telling_words_are_no_share() -> None:
    said = read_credited(text := "brewers and mill and councillors and debts and cash", [Span(0, len(text))])
    assert find_carried(said, page("cash or debts or councillors or mill or brewers")) is None


# Time


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("Last week Holm told CNN that it rained.", date(2031, 2, 20)),
        ("Yesterday Holm told CNN so.", date(2031, 3, 3)),
        ("In February Holm told CNN so.", date(2031, 2, 1)),
    ],
)
def test_a_cue_that_opens_its_sentence(sentence: str, first: date) -> None:
    at = sentence.index("told CNN")
    found = find_days(sentence, Span(at, at + 8), Span(0, len(sentence)), date(2031, 3, 5))
    assert found is not None
    assert found.first == first


@pytest.mark.parametrize(("day", "holds"), [(1, False), (2, True), (4, True), (5, False)])
def test_days_hold_their_ends_and_one_more(day: int, holds: bool) -> None:
    assert Days(date(2031, 3, 2), date(2031, 3, 3)).holds(date(2031, 3, day)) == holds


# Statements


def at(kind: str, start: int, end: int, **slots: Any) -> Mention:
    key = f"{kind}{start}"
    return Mention(kind, key, "a", 1, Span(start, end), None, "", key, **slots)


@pytest.mark.parametrize(("start", "together"), [(50, True), (51, False), (100, False), (150, False)])
def test_passages_that_share_half_of_the_shorter(start: int, together: bool) -> None:
    told = find_statements([at("passage", 0, 100), at("passage", start, start + 100)])
    assert (told["passage0"] == told[f"passage{start}"]) == together


@pytest.mark.parametrize(("rest", "hosted"), [(REST - 1, True), (REST, False)])
def test_a_passage_with_48_characters_elsewhere_is_its_own(rest: int, hosted: bool) -> None:
    assert REST == 48
    quote = at("quote", 100, 160)
    for passage in (
        at("passage", 100, 160 + rest),
        at("passage", 100 - rest, 160),
        at("passage", 100 - rest // 2, 160 + rest - rest // 2),
    ):
        told = find_statements([quote, passage])
        assert (told[passage.mention_id] == "quote100") == hosted


def test_a_figure_belongs_to_the_quote_that_holds_it_whole() -> None:
    told = find_statements([at("quote", 10, 60), at("figure", 20, 25), at("figure", 55, 65), at("figure", 70, 75)])
    assert [told[key] for key in ("figure20", "figure55", "figure70")] == ["quote10", "figure55", "figure70"]


def test_credits_stand_alone_and_of_two_quotes_the_longer_hosts() -> None:
    told = find_statements([at("credit", 0, 9), at("quote", 10, 30), at("quote", 30, 60), at("passage", 10, 60)])
    assert (told["credit0"], told["passage10"]) == ("credit0", "quote30")


def test_a_quote_far_before_reaches_a_passage_by_its_sentence() -> None:
    long = at("quote", 0, 20, sentence=Span(0, 300))
    told = find_statements([long, at("quote", 30, 40), at("passage", 200, 290)])
    assert told["passage200"] == "quote0"


# Inferred


PROSE = "brewers bought mills beyond northern sandbanks while councillors slept"


def copied(quoted: int = 0, words: int = 80, embedded: bool = False, lag: float = 5, **changes: Any) -> World:
    found = World()
    found.article("a", f"{PROSE}.")
    found.article("b", f"{PROSE}.", lag, **changes)
    found.quoted["b"] = [Span(0, quoted)] if quoted else []
    found.embedded = {"b": [Span(0, 3)]} if embedded else {}
    found.shared = {frozenset("ab"): words} if words else {}
    return found


def drawn(found: World, credited: frozenset[str] = frozenset(), third: str = "") -> list[tuple[str, str | None]]:
    a, b = found.passage("a", PROSE), found.passage("b", PROSE)
    pairs = [pair("passage", a, b)]
    holders = dict(find_holders([a, b], pairs))
    if third:
        holders["a"] = [*holders["a"], (Span(0, 5), frozenset({"a", third}))]
    edges, _ = inferred_edges(found.claim(a, b), credited, holders, found.corpus)
    return [(edge.child, edge.parent_article) for edge in edges]


def test_shared_prose_leads_to_the_earlier() -> None:
    assert drawn(copied()) == [("b", "a")]
    assert drawn(copied(lag=-5)) == [("a", "b")]
    assert drawn(copied(), frozenset("a")) == [("b", "a")]
    assert drawn(copied(), frozenset("b")) == []
    assert drawn(copied(words=0)) == []
    assert drawn(copied(), third="c") == []
    assert drawn(copied(), third="b") == [("b", "a")]
    assert drawn(copied(embedded=True)) == []


@pytest.mark.parametrize(("share", "prose"), [(7, True), (8, False)])
def test_a_tenth_of_a_passage_may_stand_in_marks(share: int, prose: bool) -> None:
    assert len(PROSE) // 10 == 7
    found = copied(quoted=share)
    assert is_prose(found.passage("b", PROSE), found.corpus) == prose


def test_what_tells_who_wrote_it_is_no_prose_of_a_reporter() -> None:
    found = copied(byline="Ada Holm")
    assert is_prose(found.passage("b", PROSE), found.corpus)
    found = copied(byline="Ada Holm, brewers bought")
    assert not is_prose(found.passage("b", PROSE), found.corpus)


@pytest.mark.parametrize(
    ("text", "tells"), [("Brewers Bought mills harbours", True), ("Brewers Bought Mills harbours", False)]
)
def test_half_of_what_a_passage_tells_is_no_names(text: str, tells: bool) -> None:
    found = World()
    found.article("a", text)
    assert is_prose(found.passage("a", text), found.corpus) == tells


# Further, lasting


def test_an_arrow_of_a_writer_is_of_the_first_hop() -> None:
    found = World()
    words = "the brewers will never pay a price as high as that"
    found.article("a", f"Holm said “{words}” there.", -3)
    found.article("b", f"The Post has it. “{words},” Holm said.")
    found.credit("b", "The Post", ("Pa", "outlet"), scope="The Post has it.", rule="reported")
    said = found.quote("b", words)
    written = ByWriter("b", said.mention_id, found.find("b", "Holm said"), "Pa", "outlet")
    (edge,) = stated_edges(found.claim(said), with_further(found.corpus, [said], (written,)))
    assert (edge.hop, edge.relation, edge.parent_article) == (1, "relays", "a")


def claim(key: str, *mentions: str) -> Claim:
    return Claim(
        key,
        "figure",
        "",
        tuple(Mention("figure", m, "a", 1, Span(0, 1), None, "", m) for m in mentions),
    )


def test_an_id_goes_with_most_of_its_mentions() -> None:
    known = Known({"m1": "old", "m2": "old", "m3": "old", "m4": "older"}, {"older": "r1", "old": "r2"})
    ids, aliases = lasting_ids([claim("x", "m1"), claim("y", "m2", "m3")], known)
    assert (ids["y"], aliases) == ("old", {})
    assert ids["x"] == "x"
    ids, aliases = lasting_ids([claim("x", "m1", "m2", "m3", "m4")], known)
    assert (ids, aliases) == ({"x": "older"}, {"old": "older"})
    ids, _ = lasting_ids([claim("b", "m1"), claim("a", "m2")], Known({"m1": "old", "m2": "old"}, {"old": "r"}))
    assert ids == {"a": "old", "b": "b"}
    assert lasting_ids([claim("old", "new")], known)[0]["old"] not in {"old", "older"}


# What else an arrow and a claim rest on


def test_an_edge_to_a_headline_has_no_place_there() -> None:
    found = World()
    found.article("a", "Rain.", -3, "Council sold mill to brewers")
    found.article("b", "The Post reported that the council sold its mill.")
    found.credit("b", "The Post reported", ("Pa", "outlet"), rule="reported")
    (edge,) = stated_edges(found.claim(found.passage("b", "the council sold its mill")), found.corpus)
    assert edge.parent_article == "a"
    assert [place.article_id for place in edge.evidence] == ["b", "b"]


def test_of_two_runs_alike_the_one_with_more_of_the_telling_words() -> None:
    text = "So the council sold the old mill to brewers while farmhands slept and weavers wept"
    said = read_credited(text, [Span(0, len(text))])
    more = find_carried(said, page("The council sold the old mill to brewers. Farmhands slept, weavers wept."))
    less = find_carried(said, page("The council sold the old mill to brewers. Rain fell."))
    assert more is not None
    assert less is not None
    assert more.strength > less.strength > 8


def test_a_quote_elsewhere_in_the_article_is_not_credited() -> None:
    found = World()
    found.article("a", "Brewers own 31 mills by now.", -3)
    found.article(
        "b", "Brewers own 31 mills by now, Holm told the Post. “We knew of nothing until the brewers came,” he said."
    )
    found.quote("b", "We knew of nothing until the brewers came")
    scope = "Brewers own 31 mills by now, Holm told the Post."
    chain = found.credit("b", "Holm told the Post", ("Pa", "outlet"), scope=scope)
    words = found.shelf.words_of(found.figure("b", "31"), chain)
    assert words.quote is None


def test_matches_without_places_join_by_the_whole_words() -> None:
    whole, first, second = (at("quote", 0, 100) for _ in range(3))
    whole, first, second = (
        replace(one, mention_id=key, group=key, article_id=key)
        for one, key in zip((whole, first, second), "abc", strict=True)
    )
    articles = {key: held(key) for key in "abc"}
    pairs = [pair("quote", whole, one, "truncated") for one in (first, second)]
    claims = find_claims([whole, first, second], pairs, [], articles)
    assert sorted("".join(m.article_id for m in claim.mentions) for claim in claims) == ["abc"]


def test_only_so_many_pages_are_kept_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MOST_PAGES", 2)
    library = Library({name: (f"The boat {name} sank.", None, "en") for name in "abc"})
    first, second = library.page("a"), library.page("b")
    assert library.page("a") is first  # asked for again, it is the latest
    library.page("c")
    assert library.page("a") is first
    assert library.page("b") is not second
    assert library.page("b") == second


def test_the_key_of_a_page_drives_none_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MOST_PAGES", 1)
    library = Library(dict.fromkeys("ab", ("The boat sank.", None, "en")), told={"b": 7})
    first = library.page("a")
    assert library.key("b") == 7
    assert library.page("a") is first
    assert library.key("a") == first.key


def test_claims_are_traced_in_the_order_of_their_first_articles() -> None:
    world = World()
    for key, hours in {"a": 48.0, "b": 0.0, "c": 24.0}.items():
        world.article(key, "The dam cost 12 million.", hours)
    told = [world.figure(key, "12 million") for key in "abc"]
    claims = [Claim(f"of {one.article_id}", "figure", "", (one,)) for one in told]
    both = Claim("of a and b", "figure", "", (told[0], told[1]))
    ordered = near_in_time([*claims, both], world.corpus)
    assert [one.claim_id for one in ordered] == ["of b", "of a and b", "of c", "of a"]
