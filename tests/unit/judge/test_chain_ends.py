"""Claims by where they end, shared passages, cards, and what stands around a place: each rule on either side of its bound."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

import pytest

from audit.graphs import nearest_ways
from audit.judge.along_arrows import MOST_STEPS, _drift, _round, rings
from audit.judge.gates import chain_ends, fact_cards, passages, side_matters, unnamed
from audit.judge.library import LONGEST, Library, content_words, days_between, proper_names
from audit.judge.precision import Reading, _earned, severity
from audit.records import Span
from tests.unit.judge.test_gates import Shelf, _card_pair, figure, place

Row = dict[str, Any]


def at(start: int, end: int, article: str = "a") -> Row:
    return {"article_id": article, "start": start, "end": end}


@pytest.mark.parametrize(("lengths", "short"), [((300,), True), ((301,), False), ((9, 301), False), ((301, 9), False)])
def test_a_long_place_is_a_stretch_of_a_text(lengths: tuple[int, ...], short: bool) -> None:
    row = {
        "evidence": [at(5, 5 + length) for length in lengths],
        "names": ["an aide"],
        "cues": [],
        "slots": {"label": "", "origins": "Dell Post"},
    }
    assert chain_ends.is_short(row) == short
    shelf = Shelf({"a": f"{'x' * 400}."})
    assert bool(list(chain_ends.missing([row], shelf))) == short
    assert bool(list(unnamed.vague([row], shelf))) == short


@pytest.mark.parametrize(("length", "kept"), [(448, 1), (449, 0)])
def test_a_sentence_of_450_characters_is_none(length: int, kept: int) -> None:
    text = f"{'x' * length}."
    assert (
        len(
            list(
                chain_ends.missing(
                    [{"evidence": [at(0, 9)], "slots": {"label": "", "origins": "Dell Post"}}], Shelf({"a": text})
                )
            )
        )
        == kept
    )


SANK = {"a": "The board counted 40 boats.", "b": "So 40 boats sank."}
BOTH = [place(text, "40 boats", key) for key, text in SANK.items()]


def single(*evidence: Row, marked: dict[str, list[Span]] | None = None, **slots: Any) -> list[Row]:
    shelf = Shelf(SANK, [figure(text, "40", 40, key, **slots) for key, text in SANK.items()])
    shelf._marked.update(marked or {})
    return list(
        chain_ends.single([{"evidence": list(evidence), "slots": {"label": "", "origins": "the board"}}], shelf)
    )


def test_one_origin_stands_in_two_articles() -> None:
    (row,) = single(*BOTH)
    assert row["evidence"] == BOTH
    assert single(BOTH[0]) == []
    assert single(BOTH[0], BOTH[0]) == []


@pytest.mark.parametrize(
    ("own", "beside", "counted"), [(True, "So 40 boats sank, the board said.", True), (True, "So 40 boats sank.", False), (False, "So 40 boats sank, the board said.", False), (True, "So 40 boats sank, the TB said.", True),
     (True, "The board met. So 40 boats sank, it said.", True), (True, "The board met. The board counted 40 boats.", True), (True, "It met. The council counted 40 boats.", False)]
)  # fmt: skip
def test_the_open_word_of_a_body_in_every_text_is_counted(own: bool, beside: str, counted: bool) -> None:
    texts = {**SANK, "b": beside}
    shelf = Shelf(texts, [figure(text, "40", 40, key) for key, text in texts.items()])
    row = {"evidence": BOTH, "own": own, "slots": {"label": "", "origins": "the board"}}
    assert [told["counted"] for told in chain_ends.single([row], shelf)] == [counted]


@pytest.mark.parametrize(
    ("units", "value", "kept"), [(("year", "year"), 7, 0), (("year", "year"), 10, 1), (("year", "mile"), 7, 1), ((None, None), 7, 1)]
)  # fmt: skip
def test_two_measures_in_one_unit_are_of_two_origins(
    units: tuple[str | None, str | None], value: float, kept: int
) -> None:
    texts = {"a": "The law asks for 10 of them.", "b": f"The law asks for {value} of them."}
    told = [figure(texts["a"], "10", 10, "a", unit=units[0]), figure(texts["b"], str(value), value, "b", unit=units[1])]
    row = {
        "evidence": [place(text, text, key) for key, text in texts.items()],
        "slots": {"label": "", "origins": "law"},
    }
    assert len(list(chain_ends.missing([row], Shelf(texts, told)))) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The Post has letters of the flood which sank 40 boats.", 0), ("The Post says 40 boats sank.", 1),
        ("The Post, which has letters of the flood, says 40 boats sank.", 1), ("Holm, who lost 40 boats, told the Post.", 0),
        ("Holm said the harbour would shut after 40 boats sank.", 0), ("Holm said after the storm that 40 boats sank.", 1),
    ],
)  # fmt: skip
def test_what_a_side_clause_holds_is_no_claim_of_one_origin(text: str, kept: int) -> None:
    texts = {"a": text, "b": "So 40 boats sank off Tolland."}
    places = [place(words, "40 boats", key) for key, words in texts.items()]
    told = Shelf(texts, [figure(words, "40", 40, key) for key, words in texts.items()])
    row = {"evidence": places, "slots": {"label": text, "origins": "the board"}}
    assert len(list(side_matters.single([row], told))) == kept


@pytest.mark.parametrize(
    ("origins", "told"),
    [
        ("e-mail, email", "e-mail"), ("mill statement, statement", "mill statement"), ("memo, statement", "memo, statement"),
        ("Dell Post, Post", "Dell Post, Post"), ("the Moor report", "the Moor report"),
    ],
)  # fmt: skip
def test_a_word_for_an_origin_is_told_once(origins: str, told: str) -> None:
    row = {"evidence": BOTH, "slots": {"label": "So 40 boats sank off Tolland", "origins": origins}}
    (found,) = chain_ends.missing([row], Shelf(SANK))
    assert found["slots"]["origins"] == told


def test_a_claim_that_is_not_told_takes_no_sentence_from_one_that_is() -> None:
    shelf = Shelf(SANK, [figure(text, "40", 40, key) for key, text in SANK.items()])
    refused = {"evidence": [*BOTH, *BOTH[:1]], "slots": {"label": "", "origins": "boats"}}
    told = {"evidence": BOTH, "slots": {"label": "", "origins": "the board"}}
    assert list(chain_ends.single([refused], shelf)) == []
    (row,) = chain_ends.single([refused, told], shelf)
    assert row["slots"]["origins"] == "the board"


def test_what_two_texts_have_from_one_origin_is_one_card() -> None:
    texts = {"a": "The board counted 40 boats. It lost 30 nets.", "b": "So 40 boats sank. So 30 nets tore."}
    counts = ("40", 40, "boats"), ("30", 30, "nets")
    shelf = Shelf(texts, [figure(t, n, v, key, counted=c) for key, t in texts.items() for n, v, c in counts])
    rows = [
        {"evidence": [place(t, n, key) for key, t in texts.items()], "slots": {"label": n, "origins": "the board"}}
        for n, _, _ in counts
    ]
    (card,) = chain_ends.single(rows, shelf)
    assert card["slots"]["more"] == " So does “It lost 30 nets.”."
    assert card["evidence"] == [p for row in rows for p in row["evidence"]]
    rows[1]["slots"]["origins"] = "the mill"
    assert [row["slots"]["more"] for row in chain_ends.single(rows, shelf)] == ["", ""]


def test_who_copies_a_sentence_has_not_heard_the_one_it_goes_back_to() -> None:
    for end, counted in ((".", False), (" in all.", True)):
        texts = {"a": "The board met. It lost 40 boats.", "b": f"The board met. It lost 40 boats{end}"}
        shelf = Shelf(texts, [figure(text, "40", 40, key) for key, text in texts.items()])
        places = [place(text, "40 boats", key) for key, text in texts.items()]
        row = {"evidence": places, "own": True, "slots": {"label": "", "origins": "the board"}}
        assert [told["counted"] for told in chain_ends.single([row], shelf)] == [counted]


@pytest.mark.parametrize(("more", "kept"), [({}, 0), ({"c": "In all 40 boats sank."}, 1)])
def test_two_texts_must_tell_it_elsewhere_than_in_a_clause_of_time(more: dict[str, str], kept: int) -> None:
    texts = {"a": "Holm said the harbour would shut after 40 boats sank.", "b": "So 40 boats sank off Tolland.", **more}
    shelf = Shelf(texts, [figure(text, "40", 40, key) for key, text in texts.items()])
    places = [place(text, "40 boats", key) for key, text in texts.items()]
    assert (
        len(list(side_matters.single([{"evidence": places, "slots": {"label": "", "origins": "Holm"}}], shelf))) == kept
    )


@pytest.mark.parametrize(("hedge", "kept"), [("more than", 1), (None, 0)])
def test_a_hedge_opens_no_clause_of_time(hedge: str | None, kept: int) -> None:
    texts = {"a": "Holm said the flood sank more than 40 boats.", "b": "So 40 boats sank off Tolland."}
    told = [figure(texts["a"], "40", 40, "a", hedge=hedge), figure(texts["b"], "40", 40, "b")]
    places = [place(text, "40 boats", key) for key, text in texts.items()]
    row = {"evidence": places, "slots": {"label": "", "origins": "Holm"}}
    assert len(list(side_matters.single([row], Shelf(texts, told)))) == kept


def test_what_an_origin_s_own_text_and_one_other_tell_is_counted() -> None:
    shelf = Shelf(SANK, [figure(text, "40", 40, key) for key, text in SANK.items()])
    row = {"evidence": BOTH, "slots": {"label": "", "origins": "Dell Post"}}
    for at_home in (True, False):
        (told,) = chain_ends.single([{**row, "at_home": at_home}], shelf)
        assert told["counted"] is at_home


@pytest.mark.parametrize(
    ("lead", "counted"),
    [
        ("Ivo Lund of the mill has it right:\n\n", True), ("The board's review has it right:\n\n", False),
        ("Ivo Lund of the mill has it right.\n\n", False), ("As follows:\n\nIt rained.\n\n", False), ("", False),
    ],
)  # fmt: skip
def test_what_a_text_shows_as_another_s_is_credited_by_that_one(lead: str, counted: bool) -> None:
    told = "A review found that 40 boats sank."
    texts = {"a": f"It rained.\n\n{lead}{told}", "b": told}
    row = {
        "evidence": [place(text, "40 boats", key) for key, text in texts.items()],
        "slots": {"label": told, "origins": "review"},
    }
    (found,) = chain_ends.missing([row], Shelf(texts))
    assert found["counted"] is counted


def test_what_two_texts_have_from_one_that_is_not_held_is_one_card() -> None:
    texts = {"a": "It counted 40 boats. It lost 30 nets.", "b": "So 40 boats sank. So 30 nets tore."}
    rows = [
        {"evidence": [place(t, n, key) for key, t in texts.items()], "slots": {"label": n, "origins": "the review"}}
        for n in ("40", "30")
    ]
    (card,) = chain_ends.missing(rows, Shelf(texts))
    assert card["slots"]["more"] == " Nor is that of “It lost 30 nets.”."
    assert card["evidence"] == [p for row in rows for p in row["evidence"]]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("four of them sank", "We heard that 40 “sank”."),
        ("sank", "We heard that 40 “sank”."),
        ("in all 40 boats sank", "in all 40 boats sank"),
    ],
)
def test_a_word_in_marks_is_told_with_its_sentence(label: str, told: str) -> None:
    text = "It rained. We heard that 40 “sank”."
    row = {"evidence": [place(text, "sank", "a")], "slots": {"label": label}}
    assert chain_ends.in_full(row, Shelf({"a": text}))["slots"]["label"] == told


def test_words_in_marks_are_no_article_of_a_single_origin() -> None:
    assert single(*BOTH, marked={"b": [Span(0, 9)]}) == []
    (row,) = single(*BOTH, at(0, 3), marked={"a": [Span(0, 3)]})
    assert row["evidence"] == BOTH


@pytest.mark.parametrize(("unit", "kept", "vaguely"), [("day", 0, 1), ("year of age", 0, 0), ("litre", 1, 1)])
def test_a_length_of_time_is_no_claim_of_one_origin(unit: str, kept: int, vaguely: int) -> None:
    assert len(single(*BOTH, unit=unit)) == kept
    shelf = Shelf(SANK, [figure(SANK["a"], "40", 40, "a", unit=unit)])
    assert (
        len(list(unnamed.vague([{"evidence": BOTH[:1], "cues": None, "names": [], "slots": {"label": ""}}], shelf)))
        == vaguely
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [("an aide", True), ("two officials", True), ("officials", True), ("the president", False), ("a spokesman", False),
     ("the spokesman of officials", False), ("the aide", True), ("", False), ("Holm", False),
     ("a witness", False), ("one of the residents", False), ("a resident close to Lund", True), ("an official of the residents", True)],
)  # fmt: skip
def test_a_role_that_tells_nobody(name: str, told: bool) -> None:
    assert unnamed._is_unnamed(name) == told


@pytest.mark.parametrize(
    ("text", "kept"),
    [("One of the top aides said the wall fell.", 1),
     ("One of the top aides, Deputy Ada Holm, came.\nHe said the wall fell.", 0),
     ("Ada Holm, one of the top aides, came.\nHe said the wall fell.", 0),
     ("In Old Orrin, one of the top aides told of it.\nHe said the wall fell.", 1),
     ("One of the top aides left, and Ada Holm came.\nHe said the wall fell.", 1)],
)  # fmt: skip
def test_whom_the_text_names_elsewhere_is_no_unnamed_source(text: str, kept: int) -> None:
    row = {"evidence": [place(text, "wall", "a")], "names": ["one of the top aides"], "slots": {"label": ""}}
    assert len(list(unnamed.unnamed([row], Shelf({"a": text})))) == kept


def test_every_name_of_a_claim_is_unnamed() -> None:
    text = "The old wall fell."
    for names, kept in (
        (["an aide", "an aide"], 1),
        (["an aide", "the president"], 0),
        (["the president", "an aide"], 0),
    ):
        assert (
            len(
                list(
                    unnamed.unnamed(
                        [{"evidence": [at(0, 3)], "names": names, "slots": {"label": ""}}], Shelf({"a": text})
                    )
                )
            )
            == kept
        )


@pytest.mark.parametrize(
    ("counted", "unit", "counts"),
    [("officials", None, True), ("officials of boats", None, True), ("boats of officials", None, False), ("boats", None, False),
     ("boats", "year of age", True), (None, None, False)],
)  # fmt: skip
def test_a_figure_counts_those_who_speak(counted: str | None, unit: str | None, counts: bool) -> None:
    text = "So 40 of them said."
    shelf = Shelf({"a": text}, [figure(text, "40", 40, "a", counted=counted, unit=unit)])
    assert unnamed._counts_sources(place(text, "40", "a"), ["an aide", "an official"], shelf) == counts


@pytest.mark.parametrize(
    ("before", "after", "beside"),
    [("Ivo Lund ", "", True), ("", " Ivo Lund", True), ("Ada Holm ", "", False), ("Ivo Lund\n", "", False), ("", "\nIvo Lund", False),
     (f"Ivo Lund{' ' * 52}", "", True), (f"Ivo Lund{' ' * 53}", "", False), ("", f"{' ' * 52}Ivo Lund", True), ("", f"{' ' * 53}Ivo Lund", False),
     ("", ", Deputy Clerk Ada Holm", True), ("", ", Ada Holm", True), ("Ada Holm, ", "", False), ("", "”, Ada Holm", True), ("", " Ada Holm", False)],
)  # fmt: skip
def test_a_full_name_beside_the_words(before: str, after: str, beside: bool) -> None:
    text = f"{before}WORDS{after}"
    assert unnamed._name_beside(place(text, "WORDS", "a"), Shelf({"a": text}, [], ["ivo lund"])) == beside


def vague(text: str, cue: str, words: str, **named: Any) -> bool:
    shelf = Shelf({"a": text})
    shelf._named.update(named)
    return bool(
        list(
            unnamed.vague(
                [
                    {
                        "evidence": [place(text, words, "a")],
                        "cues": [place(text, cue, "a")],
                        "names": [],
                        "slots": {"label": ""},
                    }
                ],
                shelf,
            )
        )
    )


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("Rumours said 40 boats sank.", "Rumours", True), ("Rumours of it went round: 40 boats sank.", "Rumours", False),
        ("There are rumours of it, said to be old: 40 boats sank.", "rumours", False),
        ("Rumours there said 40 boats sank.", "Rumours", True), ("Rumours in Orrin said 40 boats sank.", "Rumours", False),
        ("Rumours said, Deputy Ada Holm: 40 boats sank.", "Rumours said", False), ("Rumours say Ada Holm saw 40 boats sink.", "Rumours say", False),
        ("Rumours said, Ada Holm: 40 boats sank.", "Rumours said", False), ("Rumours said spokesmen saw 40 boats.", "Rumours said", False),
        ("Reportedly, Ada Holm saw 40 boats.", "Reportedly", False), ("Reportedly Ada Holm saw 40 boats.", "Reportedly", True),
        ("A man citing rumours saw 40 boats.", "citing rumours", False), ("It sank, citing rumours, with 40 boats.", "citing rumours", True),
        ("News reports said 40 boats sank.", "News reports", True), ("Lund was named in news reports of 40 boats.", "news reports", False),
        ("Lund was vexed at media reports that 40 boats sank.", "media reports", False), ("There were news reports that 40 boats sank.", "news reports", True),
        ("The fake news reports, saying little, had 40 boats.", "news reports", False), ("Amid reports that 40 boats sank he left.", "reports that", True),
        ("Citing rumours, he saw 40 boats.", "Citing rumours", True), ("It sank – citing rumours, with 40 boats.", "citing rumours", True),
    ],
)  # fmt: skip
def test_a_cue_attributes(text: str, cue: str, told: bool) -> None:
    assert vague(text, cue, "40") == told


def test_a_cue_whose_sentence_names_who_tells_it() -> None:
    text = "Rumours said 40 boats sank."
    told = {"article_id": "a", "start_char": 3, "end_char": 9}
    assert not vague(text, "Rumours", "40", a=[{**told, "carries": False}])
    assert not vague(text, "Rumours", "40", a=[{**told, "carries": True, "source_id": "s"}])
    assert vague(text, "Rumours", "40", a=[{**told, "start_char": 90, "end_char": 99, "carries": True}])


@pytest.mark.parametrize(
    ("at", "carries", "told"),
    [(0, True, False), (0, False, True), (22, True, False), (22, False, False), (-9, True, True)],
)
def test_reportedly_goes_on_with_what_an_outlet_told(at: int, carries: bool, told: bool) -> None:
    text = "It rained.\nThe Post told of it.\nThey reportedly saw 40 boats.\nHe left."
    start = 11 + at if at >= 0 else 0
    by = {"article_id": "a", "start_char": start, "end_char": start + 8, "carries": carries}
    assert vague(text, "reportedly", "40", a=[by]) == told


@pytest.mark.parametrize(
    ("lead", "told"), [("The report said that storms", False), ("Storms in Orrin", True), ("The board said that storms", True),
                       ("The officials say storms", False), ("A report", False), ("A report then said storms", True)],
)  # fmt: skip
def test_reportedly_goes_on_with_what_a_document_says(lead: str, told: bool) -> None:
    assert vague(f"{lead} reportedly says 40 boats sank at Dell.", "reportedly", "40") == told


@pytest.mark.parametrize(
    ("name", "told"), [("the man who once won", False), ("the source", True), ("the media", True), ("unnamed sources", True),
                       ("a woman", False), ("unnamed witnesses", False), ("some insiders", True)],
)  # fmt: skip
def test_who_is_only_described_or_saw_it_is_no_vague_source(name: str, told: bool) -> None:
    text = "Rumours said 40 boats sank."
    row = {"evidence": [place(text, "40", "a")], "cues": [], "names": [name], "slots": {"label": ""}}
    assert bool(list(unnamed.vague([row], Shelf({"a": text})))) == told


def test_all_cues_attribute() -> None:
    text = "Rumours said 40 boats sank; no rumours of more."
    good, bad = place(text, "Rumours", "a"), place(text, "rumours", "a")
    for cues, kept in (([good], 1), ([good, bad], 0), ([bad, good], 0), ([], 1), (None, 1)):
        assert (
            len(
                list(
                    unnamed.vague(
                        [{"evidence": [place(text, "40", "a")], "cues": cues, "names": [], "slots": {"label": ""}}],
                        Shelf({"a": text}),
                    )
                )
            )
            == kept
        )


# Passages


@pytest.mark.parametrize(
    ("one", "two", "meet"),
    [(at(0, 5), at(4, 9), True), (at(4, 9), at(0, 5), True), (at(0, 5), at(5, 9), False), (at(5, 9), at(0, 5), False),
     (at(0, 5), at(0, 5, "b"), False), (at(0, 9), at(2, 3), True)],
)  # fmt: skip
def test_two_pairs_share_words_of_one_article(one: Row, two: Row, meet: bool) -> None:
    assert passages._one_passage({"evidence": [one]}, {"evidence": [two]}) == meet
    assert passages._one_passage({"evidence": [at(0, 9, "z"), one]}, {"evidence": [two, at(0, 9, "y")]}) == meet


def public(text: str, *, marked: tuple[Span, ...] = ()) -> bool:
    shelf = Shelf({"a": text})
    shelf._marked["a"] = list(marked)
    return passages._is_public(at(0, len(text)), shelf)


@pytest.mark.parametrize(("length", "few"), [(149, True), (150, False)])
def test_a_passage_of_150_characters_of_prose(length: int, few: bool) -> None:
    text = f"{'x' * (length - 1)}."
    assert public(text) == few
    assert public(f"{text} {'Y' * 40}", marked=(Span(length + 1, length + 41),)) == few
    assert public(f"{'z' * 40}{text}", marked=(Span(0, 40),)) == few


@pytest.mark.parametrize(("personal", "mostly"), [(60, False), (61, True)])
def test_four_fifths_are_addressed_to_nobody(personal: int, mostly: bool) -> None:
    prose = f"{'x' * 239}."
    assert public(f"{prose} {('We ' + 'x' * 999)[: personal - 1]}.") == mostly


@pytest.mark.parametrize(
    ("line", "menu"),
    [
        ("The boats left the upper harbour at dawn, and by noon all of them had reached the islands in the west.", False),
        ("Ada Holm and Ivo Lund, of the Tolland Harbour Board, said so; the Mayor of Orrin and the Dell Post denied it.", False),
        ("Die Boote verließen den oberen Hafen am Morgen, und bis zum Mittag hatten alle die Inseln im Westen erreicht.", False),
        ("Skip to Main Content Harbour News Tide Tables Ferry Times Mill Prices Boats for Sale Letters to the Editor.", True),
        ("first name, last name, street and number, postal code, town, country, date of birth, telephone number by day", True),
    ],
)  # fmt: skip
def test_menus_and_forms_are_no_prose(line: str, menu: bool) -> None:
    assert public(f"{line}\n\n{line}") == menu


def test_what_lies_outside_of_a_passage_is_not_counted() -> None:
    text = f"{'x' * 99}. Y {'y' * 97}."
    row = at(50, 150)
    assert passages._is_public(row, Shelf({"a": text}))
    assert passages._unmarked(Span(0, 10), [Span(8, 20), Span(30, 40)]) == 8
    assert passages._unmarked(Span(5, 10), [Span(0, 6), Span(7, 8)]) == 3


@pytest.mark.parametrize(
    ("text", "personal"), [("We saw it.", True), ("They saw it.", False), ("He said “we saw it”.", False)]
)
def test_who_speaks_of_himself(text: str, personal: bool) -> None:
    assert passages._is_personal(text, Span(0, len(text)), passages._spoken(at(0, 5), Shelf({"a": text}))) == personal


def test_a_card_names_all_but_the_first_article_once() -> None:
    rows = [
        {"evidence": [at(0, 5, "a"), at(0, 5, "b")], "first": "A", "second": "B"},
        {"evidence": [at(0, 5, "b"), at(0, 5, "c")], "first": "B", "second": "C"},
    ]
    card = passages._card(rows)
    assert [p["article_id"] for p in card["evidence"]] == ["a", "b", "c"]
    assert card["slots"]["other"] == "A, B"


def test_a_credit_to_a_later_text_is_told_once_a_place() -> None:
    rows = [
        {"evidence": [at(*ends_, article)]}
        for ends_, article in (((1, 2), "a"), ((1, 9), "a"), ((2, 3), "a"), ((1, 2), "b"))
    ]
    assert [row["evidence"][0] for row in passages.in_order(rows, Shelf({}))] == [at(1, 2), at(2, 3), at(1, 2, "b")]


# Cards


def one_card(*pairs: Any) -> Row:
    for found in pairs:
        found.row.update({"article_id": "first", "slots": {"slot": "value"}})
        for spot, key in zip(found.row["evidence"], (found.a["article_id"], found.b["article_id"]), strict=True):
            spot["article_id"] = key
    (card,) = fact_cards.cards(pairs)
    return card


def test_a_card_of_one_pair_is_of_its_article_and_one_of_more_is_of_none() -> None:
    assert one_card(_card_pair("a", "b", 40, 60))["article_id"] == "first"
    card = one_card(_card_pair("a", "b", 40, 60), _card_pair("a", "c", 40, 70))
    assert (card["article_id"], card["slots"]["slot"]) == (None, "value")
    assert card["slots"]["more"].startswith(" In all: “40” (The Dell Post, 1 March 2026); “60”")


def test_a_card_tells_eight_values_at_most() -> None:
    pairs = [_card_pair(f"a{n}", f"b{n}", 40 + n, 60 + n) for n in range(5)]
    assert one_card(*pairs)["slots"]["more"].count("“") == 8


def test_who_told_it_and_when_are_told_where_they_are_known() -> None:
    bare = {"publisher": None, "published_at": None}
    further = _card_pair("a", "c", 40, 70, **bare)
    further.b["modality"] = "planned"
    card = one_card(_card_pair("a", "b", 40, 60, **bare), further)
    assert card["slots"]["more"] == " In all: “40”; “60”; “70” (planned)."


@pytest.mark.parametrize(("counted", "count"), [("red boats", 1), ("boats of Orrin", 1), ("crews", 2)])
def test_one_head_in_one_story_is_one_quantity(counted: str, count: int) -> None:
    pairs = [_card_pair("a", "b", 40, 60), _card_pair("c", "d", 50, 70, counted=counted)]
    for found in pairs:
        found.row.update({"article_id": None, "slots": {}})
    assert len(list(fact_cards.cards(pairs))) == count


# Around a place


def test_the_line_and_the_sentence_that_hold_a_place() -> None:
    text = "One came. Two went.\nThree stayed. Four left."
    shelf = Shelf({"a": text})
    assert shelf.paragraph(place(text, "went", "a")).of(text) == "One came. Two went."
    assert shelf.paragraph(place(text, "Four", "a")).of(text) == "Three stayed. Four left."
    assert shelf.around(place(text, "Three", "a")) == "Three stayed."
    assert shelf.around(place(text, "left.", "a")) == "Four left."
    assert shelf.around(at(3, 15)) == "One came. Two went."
    assert shelf.around(at(0, 3, "z")) == ""


def test_a_sentence_reaches_240_characters_beyond_a_place() -> None:
    text = f"{'x' * 300} HERE {'y' * 300}."
    spot = place(text, "HERE", "a")
    assert Shelf({"a": text}).sentence(spot) == Span(spot["start"] - 240, spot["end"] + 240)
    assert Shelf({"a": text}).sentence(spot, 5) == Span(spot["start"] - 5, spot["end"] + 5)


@pytest.mark.parametrize(("length", "cut"), [(LONGEST * 100, True), (LONGEST * 100 + 1, False)])
def test_a_line_that_nobody_calls_a_paragraph_is_not_cut(length: int, cut: bool) -> None:
    text = "One came. Two went. ".ljust(length, "x")
    assert Shelf({"a": text}).around(place(text, "One", "a")).startswith("One came. Two") != cut


@pytest.mark.parametrize(
    ("span", "named"),
    [(Span(5, 9), True), (Span(0, 3), False), (Span(0, 4), True), (Span(8, 9), False), (Span(7, 9), True)],
)
def test_a_name_inside_a_stretch(span: Span, named: bool) -> None:
    shelf = Shelf({"a": ""})
    shelf._named["a"] = [{"start_char": 3, "end_char": 8, "carries": False}]
    assert shelf.names_somebody("a", span) == named
    assert not shelf.names_somebody("b", span)


@pytest.mark.parametrize(("span", "count"), [(Span(3, 5), 1), (Span(4, 5), 0), (Span(3, 4), 0), (Span(0, 9), 1)])
def test_figures_inside_a_stretch(span: Span, count: int) -> None:
    text = "So 40 left."
    assert len(Shelf({"a": text}, [figure(text, "40", 40, "a")]).figures_in("a", span)) == count


def test_the_names_of_a_sentence() -> None:
    assert proper_names("The Orrin ferry met D’Arcy and X of Dell-on-Sea.") == {"orrin", "d'arcy", "dell"}
    assert proper_names("X") == frozenset()
    assert proper_names("orrin") == frozenset()


def test_days_and_content_words() -> None:
    noon = datetime(2026, 3, 1, 12)
    assert days_between(noon, datetime(2026, 3, 2)) == days_between(datetime(2026, 3, 2), noon) == 0.5
    assert days_between(None, noon) is days_between(noon, None) is None
    assert content_words(["The ferry was late"]) == [frozenset({"ferry", "late"})]


# Walks and readings


def arrow(child: str, parent: str, place_: str = "", name: str | None = None) -> Row:
    return {
        "claim_id": "c", "label": "boats", "child": child, "parent": parent, "child_name": name or child.upper(),
        "parent_name": parent.upper(), "evidence": [place_ or child + parent, "more"], "told_at": None, "first_at": None,
    }  # fmt: skip


def test_a_ring_has_one_place_for_two_publishers_and_none_from_outside() -> None:
    arrows = [arrow("a", "b", "first"), arrow("a", "b", "second"), arrow("b", "a"), arrow("d", "a"), arrow("a", "d2")]
    (ring,) = rings(arrows, cast("Library", None))
    assert ring["evidence"] == ["first", "ba"]
    assert ring["slots"] == {"ring": "A ← B ← A", "label": "boats"}
    assert (ring["claim_id"], ring["article_id"]) == ("c", None)


def test_an_open_round_ends_at_its_first() -> None:
    assert _round([arrow("a", "b"), arrow("b", "c")], "A") == "A ← B ← C ← A"


def test_ways_lead_from_an_article_without_a_parent_to_each_below() -> None:
    assert nearest_ways([("a", "b"), ("b", "c"), ("x", "c")], MOST_STEPS) == [
        ["a"],
        ["a", "b"],
        ["a", "b", "c"],
        ["x"],
        ["x", "c"],
    ]
    chain = [(f"{n:02}", f"{n + 1:02}") for n in range(20)]
    assert max(map(len, nearest_ways(chain, MOST_STEPS))) == 13


@pytest.mark.parametrize(
    ("right", "read", "whole", "person", "earned"),
    [(55, 60, False, False, 3), (54, 60, False, False, 2), (90, 100, False, False, 3), (89, 100, False, False, 2), (59, 59, False, False, 2), (99, 99, False, True, 2), (90, 100, False, True, 3),
     (99, 100, False, False, 3), (7, 10, False, False, 2), (69, 100, False, False, 0), (16, 16, True, False, 3), (15, 15, True, False, 2), (1, 1, False, False, 2)],
)  # fmt: skip
def test_what_a_share_earns(right: int, read: int, whole: bool, person: bool, earned: int) -> None:
    assert _earned(Reading("k", read, right, 0, "", "", None, whole), names_person=person) == earned


@pytest.mark.parametrize(("weight", "stands"), [(3, 3), (2, 2), (0, 0)])
def test_a_kind_stands_no_higher_than_it_weighs(weight: int, stands: int) -> None:
    assert severity("k", {"severity": weight}, Reading("k", 99, 99, 0, "", "")) == stands


def test_two_places_are_no_way_to_drift() -> None:
    assert _drift([{}, {}], [], []) is None


ORIGINS = "Ada Holm"


def told_once(a: str, b: str, origins: str = ORIGINS, **slots: Any) -> int:
    places = [place(text, "40", key) for text, key in ((a, "a"), (b, "b"))]
    shelf = Shelf(
        {"a": a, "b": b}, [figure(a, "40", 40, "a", **slots), figure(b, "40", 40, "b", **slots)], ["ada holm"]
    )
    return len(list(chain_ends.single([{"evidence": places, "slots": {"label": "", "origins": origins}}], shelf)))


@pytest.mark.parametrize(
    ("a", "kept"),
    [
        ("Ada Holm said the flood had sunk 40 boats.", 1),
        ("Ada Holm said she would sink 40 boats.", 0),
        ("He had sunk 40 boats, Ada Holm said.", 1),
        ("She would sink 40 boats, as the crews say.", 1),  # who says so stands behind
    ],
)
def test_what_somebody_says_of_himself_has_no_other_origin(a: str, kept: int) -> None:
    assert told_once(a, "Some 40 boats sank, said Ada Holm.") == kept
    assert told_once(a, "Some 40 boats sank, said the board.", "the board") == 1


@pytest.mark.parametrize(
    ("slots", "kept"),
    [({}, 1), ({"counted": None}, 0), ({"counted": None, "unit": "litre"}, 1), ({"low": 1, "high": 1}, 0),
     ({"counted": "unnamed people"}, 0), ({"counted": "wardens"}, 0), ({"counted": "cousins of the wardens"}, 1)],
)  # fmt: skip
def test_a_figure_of_one_origin_is_of_something_and_no_count_of_those_who_tell(slots: Row, kept: int) -> None:
    assert told_once("The flood sank 40 boats.", "Some 40 boats sank.", "wardens", **slots) == kept


@pytest.mark.parametrize(("origins", "kept"), [("paper", 0), ("Dell Post, agency", 0), ("Paper Weekly", 1)])
def test_the_paper_is_nobodys_name(origins: str, kept: int) -> None:
    row = {"evidence": [place("Some 40 boats sank.", "40", "a")], "slots": {"label": "", "origins": origins}}
    assert len(list(chain_ends.missing([row], Shelf({"a": "Some 40 boats sank."})))) == kept


def test_claims_of_the_sentences_of_two_texts_are_one_card() -> None:
    texts = {key: f"The flood of {key} sank 40 boats and 3 mills." for key in "abc"}
    rows = [
        {"evidence": [place(texts[key], words, key) for key in keys], "slots": {"label": "", "origins": "Dell Post"}}
        for words, keys in (("40", "ab"), ("3 mills", "abc"), ("3 mills", "bc"), ("sank", "c"))
    ]
    found = [[p["article_id"] for p in row["evidence"]] for row in chain_ends.missing(rows, Shelf(texts))]
    assert found == [["a", "b"], ["b", "c"]]
