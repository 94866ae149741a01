"""Which rows are findings: each rule on invented texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import pytest

from audit.judge import findings
from audit.judge.gates import chain_ends, edits, figures, passages, quotes, unnamed
from audit.judge.gates.fact_cards import cards
from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.lexicon.outlets import PACKAGED
from audit.records import Span

Row = dict[str, Any]


class Shelf(Library):
    """A library of texts by name, with figures where a test gives them."""

    def __init__(self, texts: Mapping[str, str], told: Iterable[Row] = (), people: Iterable[str] = ()) -> None:
        self._sentences, self._outlets = {}, PACKAGED
        rows = list(told)
        held = {key: [row for row in rows if row["article_id"] == key] for key in texts}
        self.__dict__.update(texts=dict(texts), figures=held, people=frozenset(people), _marked={}, _named={})
        self.__dict__.update(credited={key: [] for key in texts})


def place(text: str, words: str, article: str) -> Row:
    start = text.index(words)
    return {"article_id": article, "start": start, "end": start + len(words)}


def figure(text: str, words: str, value: float, article: str, **slots: Any) -> Row:
    at = place(text, words, article)
    told = {
        "unit": None,
        "counted": "boats",
        "predicate": None,
        "approximator": "=",
        "hedge": None,
        "modality": "done",
        "published_at": datetime(2026, 3, 1),
    }
    found = {"figure_id": article + words, "article_id": article, "start_char": at["start"], "end_char": at["end"]}
    return {**found, "surface": words, "low": value, "high": value, **told, **slots}


def pair(a: str, b: str, one: Row, other: Row, *rest: Row, **slots: Any) -> figures.Pair:
    spans = [{"article_id": f["article_id"], "start": f["start_char"], "end": f["end_char"]} for f in (one, other)]
    return figures.Pair({"evidence": spans, "slots": slots}, one, other, Shelf({"a": a, "b": b}, (one, other, *rest)))


SANK = "The Orrin flood sank 40 boats at Dell."


def conflict(b: str, words: str, value: float, *rest: Row, a: str = SANK, **slots: Any) -> str | None:
    found = pair(a, b, figure(a, "40", 40, "a"), figure(b, words, value, "b", **slots), *rest)
    return figures.refused(found, figures.CONFLICT)


@pytest.mark.parametrize(
    ("text", "words", "value", "slots", "why"),
    [
        ("In the Orrin flood 60 boats went down.", "60", 60, {}, None),
        ("In the Orrin flood 400 boats went down.", "400", 400, {}, None),  # a slip of scale
        ("In the Orrin flood 100 boats went down.", "100", 100, {}, "far_in_value"),
        ("In the Orrin flood 60 boats went down, not 40.", "60", 60, {}, "names_the_other"),
        ("At the coast 60 boats went down.", "60", 60, {}, "no_shared_name"),
        ("A poll in Orrin had 60 for boats.", "60", 60, {}, "counts_answers"),
        ("The council of Orrin has 60 seats.", "60", 60, {}, "counts_answers"),
        ("In the Orrin flood 60 boats went down.", "60", 60, {"modality": "planned"}, "other_modality"),
        ("In the Orrin flood 60 boats went down.", "60", 60, {"published_at": datetime(2026, 3, 9)}, "far_in_time"),
        ("In the Orrin flood 60 boats may go down.", "60", 60, {"high": 900}, "far_in_value"),
    ],
)
def test_what_keeps_two_figures_silent(text: str, words: str, value: float, slots: Row, why: str | None) -> None:
    assert conflict(text, words, value, **slots) == why


def test_a_text_that_gives_both_values_contradicts_nobody() -> None:
    text = "In the Orrin flood 60 boats went down. Before that the count was 40 boats."
    assert conflict(text, "60", 60, figure(text, "40", 40, "b")) == "gives_the_other"


@pytest.mark.parametrize(("bounds", "why"), [("<>", None), (">~", "hedges_meet")])
def test_hedges_that_point_apart_share_their_value(bounds: str, why: str | None) -> None:
    text = "In the Orrin flood over 40 boats went down."
    one, two = (figure(t, "40", 40, k, approximator=b) for t, k, b in zip((SANK, text), "ab", bounds, strict=True))
    assert figures.refused(pair(SANK, text, one, two), figures.CONFLICT) == why


def test_a_value_of_another_thing_is_not_the_others() -> None:
    text = "In the Orrin flood 60 boats went down. It took 40 hours."
    assert conflict(text, "60", 60, figure(text, "40", 40, "b", counted="hours")) is None


@pytest.mark.parametrize(("words", "why"), [("By Tuesday night", "tells_of_later"), ("By Sunday night", None)])
def test_what_came_after_the_earlier_text_is_another_state(words: str, why: str | None) -> None:
    text = f"{words} the Orrin flood had sunk 60 boats."
    assert conflict(text, "60", 60, published_at=datetime(2026, 3, 3)) == why  # a Tuesday; the first is of a Sunday


def test_years_that_are_not_the_same_are_two_times() -> None:
    a, b = "Between 1998 and 2011 the Orrin flood sank 40 boats.", "Before 1998 the Orrin flood sank 60 boats."
    assert conflict(b, "60", 60, a=a) == "other_times"


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("The new Orrin council has 40 boats.", "This Orrin council has 60 boats.", "other_turn"),
        ("She heard that 40 boats of Orrin had followed her.", "In Orrin 60 boats followed.", "points_outside"),
        ("Orrin was down 40 boats.", "Orrin was up 60 boats.", "other_movement"),
        ("In Orrin each crew had 40 boats.", "In Orrin the crews had 60 boats.", "other_share"),
    ],
)
def test_two_states_of_affairs(a: str, b: str, why: str) -> None:
    assert conflict(b, "60", 60, a=a) == why


def test_two_roundings_of_one_conversion() -> None:
    a, b = "The Orrin can held 6 litres (1.5 gallons).", "The Orrin can held 6 litres (1.6 gallons)."
    told = {"counted": None}
    one, two = (figure(t, w, float(w), k, unit="gallon", **told) for t, w, k in ((a, "1.5", "a"), (b, "1.6", "b")))
    rest = (figure(t, "6", 6, k, unit="litre", **told) for t, k in ((a, "a"), (b, "b")))
    assert figures.refused(pair(a, b, one, two, *rest), figures.CONFLICT) == "converts_alike"


def test_a_toll_that_settles_loses_no_hedge() -> None:
    a, b = "The Orrin flood killed at least 40 people.", "The Orrin flood killed 40 people."
    told = {"counted": "people", "predicate": "kill"}
    one = figure(a, "40", 40, "a", approximator=">=", **told)
    for day, why in ((1, None), (3, "toll_settled")):
        two = figure(b, "40", 40, "b", published_at=datetime(2026, 3, day), **told)
        assert figures.refused(pair(a, b, one, two), figures.HEDGE) == why


def test_up_to_a_mark_and_reaching_it_are_one() -> None:
    a, b = "The Orrin car ran at up to 40 knots.", "The Orrin car reached 40 knots."
    one, two = figure(a, "40", 40, "a", approximator="<="), figure(b, "40", 40, "b")
    assert figures.refused(pair(a, b, one, two), figures.HEDGE) == "reaches"


@pytest.mark.parametrize(
    ("verb", "other", "why"),
    [("admit", "impose", "done_otherwise"), ("admit", "admit", None), ("admit", None, None), (None, "impose", None)],
)
def test_a_hedge_is_lost_of_one_deed_alone(verb: str | None, other: str | None, why: str | None) -> None:
    a, b = "Orrin took in more than 40 crews.", "Orrin took in 40 crews."
    one = figure(a, "40", 40, "a", approximator=">", counted="crews", predicate=verb)
    two = figure(b, "40", 40, "b", counted="crews", predicate=other)
    assert figures.refused(pair(a, b, one, two), figures.HEDGE) == why


def test_each_is_of_another_kind() -> None:
    one = figure(SANK, "40", 40, "a", counted="fishing boats")
    text = "In the Orrin flood 60 boats went down."
    found = pair(SANK, text, one, figure(text, "60", 60, "b", counted="pleasure boats"))
    assert figures.refused(found, figures.CONFLICT) == "other_qualifiers"


@pytest.mark.parametrize(
    ("units", "slot", "kept"),
    [(("litre", "gallon"), "unit", True), (("litre", None), "unit", False), (("dollar", "dollar per hour"), "unit", False),
     (("litre", "litre"), "modality", False), (("point", "percentage point"), "unit", False)],
)  # fmt: skip
def test_a_figure_changed_only_where_both_units_are_printed(
    units: tuple[str, str | None], slot: str, kept: bool
) -> None:
    a, b = "It lost 40 litres.", "It lost 40 gallons."
    found = pair(a, b, figure(a, "40", 40, "a", unit=units[0]), figure(b, "40", 40, "b", unit=units[1]), slot=slot)
    assert (figures.refused(found, figures.MUTATED) is None) == kept


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("we will stand by the mill until the end", "we will stand by our mill until the end", 1),
        ("we will stand by the mill", "we will not stand by the mill", 1),
        ("now the importation of fish was banned", "now the transportation of fish was banned", 1),
        ("we said that the mill was safe then", "we said the mill was safe then", 0),  # a small word
        ("the oil fields are ours to keep", "the oilfields are ours to keep", 0),  # spelling
        ("we will sail w/ or w/o the reeve of Dell", "we will sail with or without the reeve of Dell", 0),  # clipped
        ("now throw 'em against the mill wall today", "now throw them up against the mill wall today", 0),
        ("now we know that he sold the mill", "now we know that she sold the mill", 1),
        ("all of us did not sail with the miller", "all of us did not — did not sail with the miller", 0),  # a stutter
        (
            "they read all of our emails or letters to the reeve",
            "they read all of our e-mails and letters to the reeve",
            0,
        ),
        ("the mill was built in 19 after the flood", "the mill was built in 1900 after the flood", 1),
        ("the mill … was safe for all of us", "the mill that we all love was safe for all of us", 0),  # an ellipsis
        ("it [the mill] was safe for us all", "it was safe for us all", 0),  # an editor's brackets
        ("the mill was safe for us all", "and so i said the mill was safe for us all to see", 0),  # ends are cut
        ("the mill was safe for us", "every other word of this is about some other thing and no mill", 0),
        ("then the leaders of the mill left", "then the leadership of the mill left", 1),
        ("the mill is generally not left to us here", "the mill is not generally left to us here", 0),  # moved
        ("the mill is left to us all by then", "the mill is not left to us all by then", 1),
        ("it fell to ten feet in the bad year", "it fell to ten ft in the bad year", 0),
        ("the boats sank in sept of that bad year", "the boats sank in september of that bad year", 0),  # cut short
        (
            "such floods year after year are simply the price",
            "such floods year after year after year are somehow the price",
            1,
        ),
        ("we don1t want the mill to close", "we don't want the mill to close", 0),  # a sign that was lost
        ("our hearts go out to the crews of the mill", "our hearts are with the crews of the mill", 1),
        (
            "we have to be strong and we have to be quick",
            "we have to be smart and we have to be quick",
            0,
        ),  # said daily
    ],
)
def test_words_that_differ_in_substance(one: str, two: str, found: int) -> None:
    keys = [quotes.read_words(text.replace("(", "["), marks=True).keys for text in (one, two)]
    assert len(quotes.changes(*keys)) == found


ALTERED = {"claim_id": "c", "slots": {}, "first": {"published_at": None}, "second": {"published_at": None}}


@pytest.mark.parametrize(("day", "kept"), [(5, 1), (30, 0)])
def test_words_said_again_weeks_later_are_not_altered(day: int, kept: int) -> None:
    a, b = "“We will stand by the mill until the end.”", "“We will stand by our mill until the end.”"
    at = {"first": {"published_at": datetime(2031, 3, 3)}, "second": {"published_at": datetime(2031, 3, day)}}
    row = {"evidence": [place(a, a[1:-1], "a"), place(b, b[1:-1], "b")], **ALTERED, **at}
    assert len(list(quotes.alterations([row], Shelf({"a": a, "b": b})))) == kept


@pytest.mark.parametrize(("joint", "kept"), [(" and ", 1), (". ", 0)])
def test_words_of_two_places_in_one_sentence(joint: str, kept: int) -> None:
    one, two = "The mill will open by Friday night", "the boats stay in the harbour until then"
    a, b = f"“{one},” she said. Later: “{two}.”", f"“{one}{joint}{two}.”"
    places = [place(a, one, "a"), place(b, f"{one}{joint}{two}", "b")]
    row = {"evidence": places, "joined": "b", "parts": [[1, 1 + len(one)] * 2], **ALTERED}
    assert len(list(quotes.alterations([row], Shelf({"a": a, "b": b})))) == kept


@pytest.mark.parametrize(
    ("rest", "kept"),
    [("", 1), (" He went on: “We will stand by our mill as ever.”", 0), (" He went on: “We stand by our mill.”", 1),
     (f" {'It rained. ' * 60}“We will stand by our mill as ever.”", 1)],
)  # fmt: skip
def test_who_says_it_both_ways_in_one_breath_was_not_altered(rest: str, kept: int) -> None:
    a, b = "“We will stand by the mill until the end.”", "“We will stand by our mill until the end.”"
    texts = {"a": a + rest.replace("mill as", "mill until the end, as"), "b": b}
    for one, two in (("a", "b"), ("b", "a")):
        places = {"a": place(texts["a"], a[1:-1], "a"), "b": place(b, b[1:-1], "b")}
        row = {"evidence": [places[one], places[two]], **ALTERED}
        assert len(list(quotes.alterations([row], Shelf(texts)))) == kept


def test_a_change_that_several_texts_share_is_told_once() -> None:
    a, b = "“We will stand by the mill until the end.”", "“We will stand by our mill until the end.”"
    row = {"evidence": [place(a, a[1:-1], "a"), place(b, b[1:-1], "b")], **ALTERED}
    other = {**row, "evidence": [place(b, b[1:-1], "c"), place(a, a[1:-1], "a")]}
    (found,) = quotes.alterations([row, other], Shelf({"a": a, "b": b, "c": b}))
    assert [p["article_id"] for p in found["evidence"]] == ["a", "b", "c"]
    assert found["slots"]["changes"] == "“the” / “our”"


def test_a_change_that_says_otherwise_goes_before_a_slight_one() -> None:
    said = "“Here in Dell we believe that the old red mill will stand here until the end.”"
    near, far = said.replace("believe", "think"), said.replace("red mill", "red boat")
    texts = {"a": said, "b": near, "c": far}
    rows = [{"evidence": [place(said, said[1:-1], "a"), place(texts[k], texts[k][1:-1], k)], **ALTERED} for k in "bc"]
    (found,) = quotes.alterations(rows, Shelf(texts))
    assert not found["slight"]
    assert [p["article_id"] for p in found["evidence"]] == ["a", "c"]
    (slight,) = quotes.alterations(rows[:1], Shelf(texts))
    assert slight["slight"]
    assert slight["counted"]
    assert slight["slots"]["changes"] == "“believe” / “think”"


@pytest.mark.parametrize(("slots", "severity"), [({}, 3), ({"slight": True}, 1), ({"counted": True}, 0)])
def test_a_slight_one_is_a_note(slots: Row, severity: int) -> None:
    text = "“The old red mill will stand.”"
    row = {"evidence": [place(text, text[1:-1], "a")], **ALTERED, "slots": {"changes": ""}, "article_id": None, **slots}
    told = findings._told({"f": ("altered_quote", row)}, {}, {"altered_quote": 3}, Shelf({"a": text}))
    assert told["findings"][0][2] == severity


@pytest.mark.parametrize(
    ("one", "two", "slight"),
    [
        ("After the flood of Dell is it not a wonder that the old red mill stands?", "After the flood of Dell is it a wonder that the old red mill stands.", True),
        ("It is not a wonder that the old red mill still stands here.", "It is a wonder that the old red mill still stands here.", False),
        (
            "We will not stand for the sale of boats and we will not stand for the loss of mills.",
            "We will not stand for the sale of boats and we will not stand for the theft of mills.",
            True,
        ),
    ],
)  # fmt: skip
def test_a_question_and_a_series_may_be_said_otherwise(one: str, two: str, slight: bool) -> None:
    texts = {"a": f"“{one}”", "b": f"“{two}”"}
    row = {"evidence": [place(text, text[1:-1], key) for key, text in texts.items()], **ALTERED}
    (found,) = quotes.alterations([row], Shelf(texts))
    assert found["slight"] is slight
    assert found["counted"] is slight


@pytest.mark.parametrize(("words", "named", "kept"), [(8, True, 1), (7, True, 0), (12, False, 1), (11, False, 0)])
def test_few_words_in_common_are_a_slogan(words: int, named: bool, kept: int) -> None:
    shared = ["we", "sold", "mills", "and", "boats", "and", "piers", "here", "for", "crews", "of", "Dell"][: words - 4]
    a, b = (f"“{' '.join(shared)} {change} near the red quay.”" for change in ("gladly", "sadly"))
    row = {"evidence": [place(a, a[1:-1], "a"), place(b, b[1:-1], "b")], "one_voice": named, **ALTERED}
    assert len(list(quotes.alterations([row], Shelf({"a": a, "b": b})))) == kept


SAID = "We knew of it long before the first boats sank"


def speakers(a: str, b: str, first: str, second: str) -> int:
    row: Row = {"evidence": [place(a, SAID, "a"), place(b, SAID, "b")], "slots": {}}
    for key, text, name, article in (("first", a, first, "a"), ("second", b, second, "b")):
        at = place(text, name.split()[-1], article) if name.split()[-1] in text else {"start": None, "end": None}
        row[key] = {"name": name, "start": at["start"], "end": at["end"], "published_at": None}
    return len(list(quotes.two_speakers([row], Shelf({"a": a, "b": b}))))


@pytest.mark.parametrize(
    ("a", "b", "names", "kept"),
    [
        (f"“{SAID},” Ada Holm said.", f"“{SAID},” said Ivo Lund.", ("Ada Holm", "Ivo Lund"), 1),
        (f"“{SAID},” Ada Holm said.", f"“{SAID},” he said.", ("Ada Holm", "Ivo Lund"), 0),  # a pronoun
        (f"“{SAID},” Ada Holm said.", f"“{SAID},” said Ida Holme.", ("Ada Holm", "Ida Holme"), 0),  # alike
        (f"“{SAID},” Ada Holm said of Lund.", f"“{SAID},” said Ivo Lund.", ("Ada Holm", "Ivo Lund"), 0),  # both near
        (f"“{SAID},” Holm said.", f"“{SAID},” said Ivo Lund.", ("Holm", "Ivo Lund"), 0),  # no full name
    ],
)
def test_two_speakers_named_beside_the_words(a: str, b: str, names: tuple[str, str], kept: int) -> None:
    assert speakers(a, b, *names) == kept


@pytest.mark.parametrize(
    ("opening", "kept"),
    [("", 1), ("As the mayor said, ", 0), ("As the mayor of the old upper town said, ", 1), ("The mayor said, ", 1)],
)
def test_words_that_say_whose_they_are_have_one_speaker(opening: str, kept: int) -> None:
    a, b = f"“{SAID},” Ada Holm said.", f"“{opening}{SAID},” said Ivo Lund."
    row: Row = {"evidence": [place(a, SAID, "a"), place(b, f"{opening}{SAID}", "b")], "slots": {}}
    for key, text, name, article in (("first", a, "Ada Holm", "a"), ("second", b, "Ivo Lund", "b")):
        at = place(text, name, article)
        row[key] = {"name": name, "start": at["start"], "end": at["end"], "published_at": None}
    assert len(list(quotes.two_speakers([row], Shelf({"a": a, "b": b})))) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The boats left the upper harbour at dawn, and by noon all of them had reached the islands in the west of the bay, where the crews of the mill were waiting.", 1),
        ("“The boats left the upper harbour at dawn, and by noon all of them had reached the islands in the west of it.”", 0),
        ("The boats left the upper harbour at dawn, and by noon all of them had reached the islands in the west of the bay. Then the mill sent word that it was over. Did you see it?", 1),
        ("Do you like what you read here? Sign up for the letter of the harbour, which comes at dawn from Monday to Friday.", 0),
    ],
)  # fmt: skip
def test_prose_of_a_newsroom(text: str, kept: int) -> None:
    row = {"evidence": [place(text, text, "a"), place(text, text, "b")], "first": "The Post", "second": "The Herald"}
    assert len(list(passages.uncredited([row], Shelf({"a": text, "b": text})))) == kept


@pytest.mark.parametrize(("quoted", "kept"), [(True, 0), (False, 1)])
def test_a_post_that_is_quoted_and_pasted_is_its_posters(quoted: bool, kept: int) -> None:
    post = "The boats left the upper harbour at dawn, and by noon all of them had reached the islands in the west of the bay, where the crews of the mill were waiting."
    opening = f"“{post},” Ada Holm wrote." if quoted else "Ada Holm wrote that."
    texts = {"a": f"{opening}\n\n{post}", "b": post}
    shelf = Shelf(texts)
    shelf.__dict__["_marked"] = {"a": [Span(1, 1 + len(post))]} if quoted else {}
    at = {"article_id": "a", "start": len(texts["a"]) - len(post), "end": len(texts["a"])}
    row = {"evidence": [at, place(post, post, "b")], "first": "The Post", "second": "The Herald"}
    assert len(list(passages.uncredited([row], shelf))) == kept


def test_prose_with_quotes_in_it_is_a_newsrooms() -> None:
    told = "“We were too late for all of them, and we knew it at dawn,” Ada Holm said."
    text = f"The boats left the upper harbour at dawn, and by noon all of them had reached the islands in the west of the bay. {told} The crews of the mill were waiting there, and the town had heard nothing of it until the evening."
    shelf = Shelf({"a": text, "b": text})
    at = text.index("“")
    shelf.__dict__["_marked"] = {key: [Span(at, text.index("”") + 1)] for key in "ab"}
    row = {"evidence": [place(text, text, "a"), place(text, text, "b")], "first": "The Post", "second": "The Herald"}
    assert len(list(passages.uncredited([row], shelf))) == 1


def test_a_sentence_that_a_text_repeats_is_one_card() -> None:
    line = "Ada Holm has long been rumoured to leave."
    text = f"{line} It rained. {line}"
    first, again = place(text, line, "a"), {"article_id": "a", "start": len(text) - len(line), "end": len(text)}
    found = {key: ("vague_source", {"evidence": [at]}) for key, at in (("x", first), ("y", again))}
    other = {
        "z": ("caveat_lost", {"evidence": [again]}),
        "w": ("vague_source", {"evidence": [place(line, line, "b")]}),
        "v": ("vague_source", {"evidence": [again], "slots": {"label": "another claim"}}),
    }
    assert list(findings._without_repeats({**found, **other}, Shelf({"a": text, "b": line}))) == ["x", "z", "w", "v"]


@pytest.mark.parametrize(
    ("crews", "day", "go_on"), [(6, 2, True), (6, 1, False), (5, 2, False), (4, 2, False)]
)  # fmt: skip
def test_of_two_counts_that_rise_by_another_day_none_conflicts(crews: int, day: int, go_on: bool) -> None:
    a, b = "The flood sank 40 boats and 5 crews.", f"The flood sank 44 boats and {crews} crews."
    later = {"published_at": datetime(2026, 3, day)}
    one, other = figure(a, "40", 40, "a"), figure(b, "44", 44, "b", **later)
    twins = figure(a, "5", 5, "a", counted="crews"), figure(b, str(crews), crews, "b", counted="crews", **later)
    assert figures.both_go_on(pair(a, b, one, other, *twins)) == go_on


def test_a_passage_in_three_texts_is_one_card() -> None:
    text = "The boats left the upper harbour at dawn, and by noon all of them had reached the islands in the west of the bay, where the crews of the mill were waiting."
    rows = [
        {"evidence": [place(text, text, a), place(text, text, b)], "first": b, "second": a}
        for a, b in (("a", "b"), ("b", "c"), ("a", "c"))
    ]
    (card,) = passages.uncredited(rows, Shelf(dict.fromkeys("abc", text)))
    assert [p["article_id"] for p in card["evidence"]] == ["a", "b", "c"]
    assert card["slots"]["other"] == "b, c"
    shown = {**dict.fromkeys("bc", text), "a": f"The Post has it:\n\n{text}"}
    rows = [
        {**row, "evidence": [place(shown[p["article_id"]], text, p["article_id"]) for p in row["evidence"]]}
        for row in rows
    ]
    (card,) = passages.uncredited(rows, Shelf(shown))
    assert [p["article_id"] for p in card["evidence"]] == ["b", "c"]
    assert not passages._is_shown(
        {"evidence": [place("So:\nBoats left at dawn.", "left at dawn", "a")]}, Shelf({"a": "So:\nBoats left at dawn."})
    )


@pytest.mark.parametrize(
    ("text", "counted", "kept"),
    [
        ("A clerk of the mill said 40 boats had sunk.", "boats", 1),
        ("40 clerks of the mill said so.", "clerks", 0),
        ("A clerk of the mill said 40 officials had left.", "officials", 1),
        ("Ivo Lund, a clerk of the mill, said 40 boats had sunk.", "boats", 0),
    ],
)
def test_unnamed_sources(text: str, counted: str, kept: int) -> None:
    row = {"evidence": [place(text, "40", "a")], "names": ["a clerk of the mill"], "slots": {"label": ""}}
    shelf = Shelf({"a": text}, [figure(text, "40", 40, "a", counted=counted)], ["ivo lund"])
    assert len(list(unnamed.unnamed([row], shelf))) == kept


def test_of_the_claims_of_a_sentence_one_is_told() -> None:
    text = "A clerk of the mill said 40 boats and 3 ferries had sunk."
    rows = [
        {"evidence": [place(text, words, "a")], "names": ["a clerk of the mill"], "slots": {"label": ""}}
        for words in ("40", "3 ferries")
    ]
    assert len(list(unnamed.unnamed(rows, Shelf({"a": text})))) == 1


def test_sentences_that_run_into_each_other_are_no_claim() -> None:
    text = "A clerk of the mill said 40 boats had sunk" + ", and the water rose" * 30 + "."
    row = {"evidence": [place(text, "40", "a")], "names": ["a clerk of the mill"], "slots": {"label": ""}}
    assert not list(unnamed.unnamed([row], Shelf({"a": text})))


def test_one_origin_needs_one_value_in_the_articles_own_words() -> None:
    a, b = "The board counted 40 boats.", "The board counted 60 boats."
    for value, kept in ((40, 1), (60, 0)):
        shelf = Shelf({"a": a, "b": b}, [figure(a, "40", 40, "a"), figure(b, "60", value, "b")])
        assert (
            len(
                list(
                    chain_ends.single(
                        [
                            {
                                "evidence": [place(a, "40", "a"), place(b, "60", "b")],
                                "slots": {"label": "", "origins": "the board"},
                            }
                        ],
                        shelf,
                    )
                )
            )
            == kept
        )


@pytest.mark.parametrize(
    ("text", "kept"),
    [("There were rumours said to be old: 40 boats sank.", 1), ("He would not comment on rumours: 40 boats sank.", 0),
     ("The 40 boats have reportedly sunk.", 0), ("Reportedly 40 boats have sunk.", 1),
     ("There were reports of 40 boats that sank.", 1), ("New reports of 40 boats that sank made the round.", 0),
     ("There were no reports of 40 boats that sank.", 0), ("Outlets citing sources told of 40 boats.", 0),
     ("The Post, citing sources, told of 40 boats.", 1)],
)  # fmt: skip
def test_a_vague_cue_must_attribute(text: str, kept: int) -> None:
    cues = ("rumours", "reportedly", "Reportedly", "reports", "citing sources")
    words = next(word for word in cues if word in text)
    row = {"evidence": [place(text, "40", "a")], "cues": [place(text, words, "a")], "names": [], "slots": {"label": ""}}
    assert len(list(unnamed.vague([row], Shelf({"a": text})))) == kept


@pytest.mark.parametrize("table", ["many_counts", "persons"])
def test_word_classes_come_with_an_example(table: str) -> None:
    assert load_rules(table)["example"].split()


def _card_pair(a: str, b: str, one: float, two: float, **slots: Any) -> figures.Pair:
    texts = (f"In {a} {one:g} boats sank.", f"In {b} {two:g} boats sank.")
    told = {"story_id": "s", "approximator": "=", "hedge": None, "publisher": "The Dell Post", **slots}
    ends_of = [
        figure(text, f"{value:g}", value, key, **told)
        for text, value, key in zip(texts, (one, two), (a, b), strict=True)
    ]
    return pair(*texts, *ends_of)


def _cards(*pairs_: figures.Pair) -> list[Row]:
    for found in pairs_:
        found.row.update({"article_id": None, "slots": {}})
        for place_, key in zip(found.row["evidence"], (found.a["article_id"], found.b["article_id"]), strict=True):
            place_["article_id"] = key
    return list(cards(pairs_))


def test_one_quantity_of_a_story_is_one_card() -> None:
    (card,) = _cards(_card_pair("a", "b", 40, 60), _card_pair("c", "d", 50, 70, modality="planned"))
    assert [p["article_id"] for p in card["evidence"]] == ["a", "b", "c", "d"]
    assert "“40” (The Dell Post, 1 March 2026)" in card["slots"]["more"]
    assert "“70” (The Dell Post, 1 March 2026, planned)" in card["slots"]["more"]


def test_two_stories_are_two_cards() -> None:
    assert len(_cards(_card_pair("a", "b", 40, 60), _card_pair("c", "d", 50, 70, story_id="t"))) == 2


def test_figures_of_one_quantity_are_one_card_whatever_they_are_called() -> None:
    pairs = [_card_pair("a", "b", 40, 60), _card_pair("c", "d", 50, 70, counted="hulls")]
    assert len(_cards(*pairs)) == 2
    for found in pairs:
        found.b["quantity_id"] = "q"
    assert len(_cards(*pairs)) == 1


def test_a_card_of_two_figures_needs_no_list() -> None:
    assert _cards(_card_pair("a", "b", 40, 60))[0]["slots"]["more"] == ""


@pytest.mark.parametrize(
    ("sort", "before", "after", "kept"),
    [
        ("figure", "40", "60", 1),
        ("quote", "we will stand by the mill until the end", "we will stand by our mill until the end", 1),
        ("quote", "we will stand by the mill and Ada Holm until the end", "we will stand by the mill until the end", 0),
    ],
)
def test_an_edit_is_silent_where_it_changes_what_was_said(sort: str, before: str, after: str, kept: int) -> None:
    row: Row = {"evidence": [{"article_id": "a", "start": 0, "end": 2}], "sort": sort, "before": before, "after": after}
    assert len(list(edits.silent([row], Shelf({"a": ""})))) == kept


@pytest.mark.parametrize(("verb", "refused"), [("set", None), ("launder", "other_predicate")])
def test_sums_that_are_only_said_to_be_somebody_s_need_one_verb(verb: str, refused: str | None) -> None:
    a, b = "The court of Dell set 10 crowns for Lund.", "The court of Dell heard of 18 crowns for Lund."
    told = {"unit": "crown", "counted": "Lund"}
    one, two = figure(a, "10", 10, "a", predicate="set", **told), figure(b, "18", 18, "b", predicate=verb, **told)
    assert figures.refused(pair(a, b, one, two), figures.CONFLICT) == refused


@pytest.mark.parametrize(
    ("many", "value", "refused"), [("Four", 4, "others_beside"), ("Nine", 9, "far_in_value"), ("Two", 2, None)]
)
def test_others_beside_somebody_named_are_more_with_him(many: str, value: int, refused: str) -> None:
    a, b = (
        "The Orrin flood drowned Reeve Lund and three other clerks of Dell.",
        f"{many} clerks drowned in Dell at Orrin.",
    )
    told = {"counted": "clerks", "predicate": "drown"}
    pairs = pair(a, b, figure(a, "three", 3, "a", **told), figure(b, many, value, "b", **told))
    assert figures.refused(pairs, figures.CONFLICT) == refused
