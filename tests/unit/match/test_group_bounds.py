"""Passages, stories, people: where runs, groups and names are one — a case on either side of each bound."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime, timedelta
from math import log
from random import Random
from typing import Any

import pytest

from audit.engine import LocalEngine
from audit.match import formulaic_passages, identity, open_index, passages, protected_sources, splices, stories
from audit.match.align import Tile
from audit.match.articles import Held, MatchRow
from audit.match.average_link import Linkage, average_link
from audit.match.headlines import Said, find_gaps
from audit.match.identity import Person
from audit.match.name_kinds import Being, merge_kinds
from audit.match.passages import Reading, read_article
from audit.match.present_rows import present
from audit.match.publishers import Carrier, merge_carriers, registered_outlets
from audit.match.weights import GRAIN
from audit.records import Approximator, Figure, Span
from audit.warehouse import read_sql, word_key
from tests.unit.match.test_headlines import gaps, said

NOON = datetime(2031, 5, 1, 12)


def held(key: str, text: str = "", days: float = 0, named: tuple[Span, ...] = ()) -> Held:
    at = NOON + timedelta(days=days)
    return Held(key, 1, text, None, at, at, (Span(0, len(text)),) if text else (), named)


def reading(text: str, key: str = "a", **more: Any) -> Reading:
    return read_article(held(key, text, **more))


# Passages


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([(0, 5), (5, 9)], [(0, 9)]), ([(0, 5), (6, 9)], [(0, 5), (6, 9)]), ([(0, 9), (2, 5)], [(0, 9)]), ([(6, 9), (0, 5)], [(0, 5), (6, 9)]),
        ([(0, 9), (2, 5), (8, 12)], [(0, 12)]), ([(0, 2), (3, 5), (4, 9)], [(0, 2), (3, 9)]),
    ],
)  # fmt: skip
def test_spans_that_meet_are_one(spans: list[tuple[int, int]], joined: list[tuple[int, int]]) -> None:
    assert passages._apart(Span(*span) for span in spans) == tuple(Span(*span) for span in joined)


def test_which_words_stand_between_marks() -> None:
    read = reading("So “we knew” it, “and so” on.")
    assert [word for n, word in enumerate(read.words.keys) if read.is_quoted(n)] == ["we", "knew", "and", "so"]
    assert not reading("So we knew.").is_quoted(0)


@pytest.mark.parametrize(
    ("a", "b", "follows"),
    [(0, 0, True), (12, 12, True), (13, 12, False), (12, 13, False), (12, 6, True), (12, 5, False), (5, 12, False), (6, 12, True), (-1, 0, False), (0, -1, False)],
)  # fmt: skip
def test_how_far_apart_two_runs_of_one_passage_stand(a: int, b: int, follows: bool) -> None:
    assert passages._follows(Tile(10, 50, 8), Tile(18 + a, 58 + b, 8)) == follows


@pytest.mark.parametrize(
    ("run", "covered"),
    [(Tile(2, 12, 3), True), (Tile(0, 10, 8), True), (Tile(0, 10, 9), False), (Tile(2, 9, 3), False), (Tile(1, 11, 7), True), (Tile(1, 12, 7), False),
     (Tile(2, 11, 7), False)],
)  # fmt: skip
def test_a_run_that_a_chain_holds(run: Tile, covered: bool) -> None:
    assert passages._covers([Tile(0, 10, 3), Tile(4, 14, 4)], run) == covered
    assert not passages._covers([Tile(3, 10, 8)], Tile(2, 11, 3))


def test_a_chain_holds_a_run_of_eight_words() -> None:
    def never(before: Tile, run: Tile) -> bool:
        return False

    assert passages.chains([Tile(0, 0, 7)], never) == []
    assert passages.chains([Tile(0, 0, 8)], never) == [(Tile(0, 0, 8),)]
    assert passages.chains([Tile(0, 0, 6), Tile(7, 7, 8)], never) == [(Tile(0, 0, 6), Tile(7, 7, 8))]
    assert passages.chains([Tile(0, 0, 8), Tile(9, 9, 8)], lambda *_: True) == [(Tile(0, 0, 8),), (Tile(9, 9, 8),)]
    assert passages.chains([Tile(0, 0, 9), Tile(1, 1, 8)], never) == [(Tile(0, 0, 9),)]


def test_a_run_is_as_long_as_its_words_are_equal() -> None:
    a, b = ["x", "a", "b", "c", "y"], ["a", "b", "c", "z"]
    assert (
        passages._stretch(a, b, 2, 1) == passages._stretch(a, b, 1, 0) == passages._stretch(a, b, 3, 2) == Tile(1, 0, 3)
    )
    assert passages._stretch(a, b, 0, 0) == Tile(0, 0, 0)
    assert passages._stretch(["a", "b"], ["a", "b"], 1, 1) == Tile(0, 0, 2)


WORDS = "boats sank beyond northern sandbanks yesterday evening near harbour walls"


def tells(text: str, size: int, *, other: str | None = None) -> bool:
    one, two = reading(text), reading(other or text, "b")
    return passages.WEIGHT.total(passages.own_words(one, two, [Tile(0, 0, size)])) >= passages.LEAST_WEIGHT


@pytest.mark.parametrize(("size", "enough"), [(8, True), (7, False)])
def test_eight_words_outside_of_marks(size: int, enough: bool) -> None:
    assert tells(WORDS, size) == enough


def test_three_telling_words_in_small_letters() -> None:
    assert tells("boats sank harbours Northern Sandbanks Yesterday Evening Near", 8)
    assert not tells("boats sank It Northern Sandbanks Yesterday Evening Near", 8)


def test_what_stands_in_marks_on_one_side_counts() -> None:
    assert tells(WORDS, 8, other=f"“{WORDS}”")
    assert passages.own_words(reading(f"“{WORDS}”"), reading(f"“{WORDS}”", "b"), [Tile(0, 0, 8)]) == set()


def test_a_stock_phrase_weighs_too_little() -> None:
    assert tells("it was the boats that sank beside the quarantine pier with all their sandbags", 10)
    assert not tells("it was then the government that called for the bill", 10)


def test_a_heading_is_no_repetition_of_its_own_text() -> None:
    text = f"{WORDS}\n{WORDS}"
    read = reading(text, named=(Span(0, len(WORDS)),))
    chain = [Tile(0, 10, 10)]
    assert passages.own_words(read, read, chain) == set()
    assert passages.own_words(reading(text), read, chain)
    plain = reading(text)
    assert passages.own_words(plain, plain, chain)


def test_shared_words_in_the_longer_stretch() -> None:
    assert passages._likeness([Tile(0, 0, 8)]) == 1.0
    assert passages._likeness([Tile(0, 5, 8), Tile(9, 15, 8)]) == 16 / 18
    assert [passages._relation([Tile(0, 0, 8)] * n) for n in (1, 2, 3)] == ["copied", "edited", "edited"]


@pytest.mark.parametrize(("count", "grams"), [(5, 0), (6, 1), (7, 2)])
def test_a_short_text_has_all_its_grams(count: int, grams: int) -> None:
    assert len(passages.fingerprints(range(count))) == grams


# Splices, protected sources, formulas


def row(
    relation: str, a: tuple[str, int, int], b: tuple[str, int, int], *parts: list[int], kind: str = "quote"
) -> MatchRow:
    detail = json.dumps({"relations": [relation, "typography"], "parts": list(parts), "words": 16})
    return MatchRow(f"m{a}{b}", kind, relation, *a, *b, 1.0, detail)


def spliced(
    first: tuple[int, int], second: tuple[int, int], b: tuple[int, int] = (200, 300), relation: str = "truncated"
) -> bool:
    rows = [
        row(relation, ("a", 0, 50), ("b", *b), [0, 50, *first]),
        row(relation, ("a", 90, 140), ("b", *b), [90, 140, *second]),
    ]
    return [found.relation for found in splices.mark_splices(rows)] == ["spliced"] * 2


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [((200, 240), (260, 300), True), ((200, 240), (261, 300), False), ((200, 250), (250, 300), True), ((200, 251), (250, 300), False),
     ((260, 300), (200, 240), True)],
)  # fmt: skip
def test_two_quotes_make_up_the_joined_one(first: tuple[int, int], second: tuple[int, int], told: bool) -> None:
    assert spliced(first, second) == told
    assert not spliced(first, second, relation="substituted")


def test_a_quote_that_is_no_longer_than_each_joins_nothing() -> None:
    assert spliced((200, 225), (225, 251), (200, 251))
    assert not spliced((200, 225), (225, 250), (200, 250))


def test_a_splice_keeps_what_else_is_said_of_it() -> None:
    rows = [
        row("truncated", ("a", 0, 50), ("b", 200, 300), [0, 50, 200, 250]),
        row("fragment", ("a", 90, 140), ("b", 200, 300), [90, 140, 250, 300]),
    ]
    assert [json.loads(found.detail)["relations"] for found in splices.mark_splices(rows)] == [
        ["spliced", "typography"]
    ] * 2


def test_parts_of_a_quote_are_taken_together() -> None:
    one = row("truncated", ("a", 0, 50), ("b", 200, 300), [30, 50, 230, 250], [0, 20, 200, 220])
    two = row("truncated", ("a", 90, 140), ("b", 200, 300), [90, 140, 250, 300])
    assert {found.relation for found in splices.mark_splices([one, two])} == {"spliced"}


@pytest.mark.parametrize(
    ("two", "unnamed_there", "out"),
    [(("b", 0, 5), False, True), (("b", 0, 5), True, False), (("a", 0, 5), False, False), (("b", 9, 12), True, True)],
)
def test_what_leads_out_of_hidden_words(two: tuple[str, int, int], unnamed_there: bool, out: bool) -> None:
    hidden = {"a": [("a", 10, 20)]}
    unnamed = {"b": [("b", 0, 9)]} if unnamed_there else {}
    for one, meets in (
        (("a", 12, 15), True),
        (("a", 19, 25), True),
        (("a", 20, 25), False),
        (("a", 0, 10), False),
        (("a", 0, 11), True),
    ):
        assert protected_sources._leads_out(one, two, hidden, unnamed) == (out and meets)


def test_quotes_that_reach_into_a_place() -> None:
    spoken = {"a": [("a", n, n + 2) for n in range(60)]}
    assert [start for _, start, _ in protected_sources._over(spoken, ("a", 10, 12))] == [9, 10, 11]
    assert protected_sources._over(spoken, ("b", 0, 9)) == []
    assert protected_sources._over({"a": [("a", 0, 99)]}, ("a", 98, 99)) == [("a", 0, 99)]


def test_one_article_may_name_its_own_source() -> None:
    unnamed, named = ({key: [(key, start, start + 9)] for key in "ab"} for start in (0, 10))

    def exposed(one: tuple[str, int, int], two: tuple[str, int, int]) -> list[str]:
        return [article for article, _, _ in protected_sources._exposed(row("exact", one, two), unnamed, named)]

    assert exposed(("a", 0, 9), ("a", 10, 19)) == []
    assert exposed(("a", 0, 9), ("b", 10, 19)) == ["a"]
    assert exposed(("a", 10, 19), ("b", 0, 9)) == ["b"]


def formula(words: int, days: float, others: int = 0) -> int:
    story_of = {"a": "s", "b": "t", **{f"o{n}": f"u{n}" for n in range(others)}}
    articles = {key: held(key, days=days if key != "a" else 0) for key in story_of}
    rows = [row("copied", ("a", 0, 9), (key, 0, 9)) for key in story_of if key != "a"]
    rows = [found._replace(detail=json.dumps({"words": words})) for found in rows]
    return len(formulaic_passages.drop_formulas(rows, story_of, articles))


@pytest.mark.parametrize(
    ("words", "days", "others", "kept"),
    [(16, 99, 0, 1), (15, 99, 0, 0), (16, 99, 1, 2), (16, 99, 2, 0), (16, 30, 2, 3), (16, 30.1, 2, 0)],
)
def test_words_that_two_stories_share(words: int, days: float, others: int, kept: int) -> None:
    assert formula(words, days, others) == kept


def test_inside_a_story_nothing_is_left_out() -> None:
    short = row("copied", ("a", 0, 9), ("b", 0, 9))._replace(detail=json.dumps({"words": 8}))
    assert formulaic_passages.drop_formulas([short], {"a": "s", "b": "s"}, {key: held(key) for key in "ab"}) == [short]


# Stories


@pytest.mark.parametrize(
    ("days", "near"), [(0, 1.5), (2, 1.5), (9, 1.5 / 2.718281828459045), (-9, 1.5 / 2.718281828459045)]
)
def test_nearness_fades_after_two_days(days: float, near: float) -> None:
    moment = stories._moment(held("a"))
    assert stories._nearness(moment, stories._moment(held("b", days=days))) == pytest.approx(near)
    undated = Held("b", 1, "", None, None, None, (), ())
    assert stories._nearness(moment, stories._moment(undated)) == 1.0


def test_names_are_counted_and_common_words_left_out() -> None:
    read = reading("The ferry Orrin met Orrin, a ferry, 40 times. Boat boat Boat.")
    found = {word: counts for _, word, *counts in stories.word_rows(read)}
    told = {"ferry": [2, 0], "orrin": [2, 2], "met": [1, 0], "40": [1, 1], "time": [1, 0], "boat": [3, 2]}
    assert found == {word_key(word): counts for word, counts in told.items()}


def test_a_name_weighs_twice() -> None:
    index = open_index()
    index.insert("article_words", [(1, 7, 1, 1), (1, 8, 1, 0), (2, 7, 1, 1), (2, 9, 1, 0)])
    present(index, "present_articles", [(1, 0), (2, 1)])
    name, other = 2 * log((2 + stories.PRIOR + 1) / 3), log((2 + stories.PRIOR + 1) / 2)
    assert list(stories._word_likeness([0.0, 0.0], [], index, LocalEngine())) == [
        (0, 1, pytest.approx(name**2 / (name**2 + other**2), abs=1e-5))
    ]


def test_shared_words_of_two_articles() -> None:
    articles = [held(key, "one two three four") for key in "ab"]
    rows = [
        row("exact", ("b", 0, 13), ("a", 0, 3)),
        row("exact", ("a", 4, 7), ("b", 0, 3)),
        row("exact", ("a", 0, 3), ("a", 4, 7)),
    ]
    assert stories._shared_words(articles, rows) == Counter({(0, 1): 4})


def test_the_chief_is_most_like_the_others_and_of_two_the_first() -> None:
    likeness = {(0, 1): 0.2, (1, 2): 0.3, (0, 2): 0.1}
    assert stories._chief([0, 1, 2], likeness) == 1
    assert stories._chief([0, 2], likeness) == 0
    assert stories._chief([1], likeness) == 0


def test_a_story_has_the_dates_of_its_articles() -> None:
    undated = Held("0", 1, "x", None, None, None, (), ())
    story = stories._story([held("b", days=3), undated, held("a", days=1)], "A title")
    assert (story.article_ids, story.first_at, story.last_at) == (
        ("a", "b", "0"),
        NOON + timedelta(days=1),
        NOON + timedelta(days=3),
    )
    assert stories._title(held("a", "x" * 150)) == "x" * 120


GROWN = Linkage(least=0.3, share=0.75, grown=3)


@pytest.mark.parametrize(("value", "joined"), [(0.3, True), (0.29, False)])
def test_two_are_one_from_the_least_mean(value: float, joined: bool) -> None:
    assert (len(average_link(2, {(0, 1): value}, GROWN)) == 1) == joined
    three = {(0, 1): 0.9, (0, 2): value, (1, 2): value}
    assert (len(average_link(3, three, GROWN)) == 1) == joined


@pytest.mark.parametrize(("between", "joined"), [(0.61, True), (0.59, False)])
def test_two_grown_groups_join_from_a_share_of_the_lesser_mean(between: float, joined: bool) -> None:
    within = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (3, 4): 0.8, (3, 5): 0.8, (4, 5): 0.8}
    across = {(a, b): between for a in (0, 1, 2) for b in (3, 4, 5)}
    assert (len(average_link(6, within | across, GROWN)) == 1) == joined
    assert len(average_link(6, within | across, Linkage(0.3, 0.75, 4))) == 1


# People and publishers


def person(name: str, *articles: str, company: tuple[str, ...] = (), affiliation: str | None = None) -> Person:
    where = articles or (name,)
    beside = dict.fromkeys(where, frozenset(company))
    return Person(name, name, tuple(name.casefold().split()), affiliation, frozenset(where), beside)


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [("malikova", "malikowa", True), ("malik", "malic", False), ("malikov", "malikova", False), ("malikovas", "malikowyt", False), ("sanderson", "sandersen", True),
     ("malikova", "malikowaes", False), ("lundgren", "lindgrun", False), ("trasks", "trasky", True), ("trask", "trasky", False)],
)  # fmt: skip
def test_two_surnames_nearly_one(a: str, b: str, near: bool) -> None:
    assert identity._near(a, b) == identity._near(b, a) == near


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [("owen trask", "owen trask jr", False), ("owen trask jr", "owen trask jr", True), ("o trask", "owen trask", True), ("o trask", "ruta trask", False),
     ("bob trask", "robert trask", True), ("owen malikova", "owen malikowa", True), ("o malikova", "o malikowa", False), ("owen malikova", "ruta malikowa", False),
     ("owen p malikova", "owen malikowa", False), ("owen p trask", "owen trask", True), ("owen p trask", "owen q trask", False), ("owen paul trask", "owen trask", False)],
)  # fmt: skip
def test_spellings_of_one_full_name(a: str, b: str, one: bool) -> None:
    assert identity.same_full_name(a.split(), b.split()) == one
    assert identity.same_full_name(b.split(), a.split()) == one


@pytest.mark.parametrize(
    ("one", "two", "shared"),
    [
        ((), (), False),
        (("p",), ("p",), False),
        (("p", "q"), ("p", "q"), True),
        (("p", "a"), ("p", "a"), False),
        (("p", "b"), ("p", "b"), False),
    ],
)
def test_two_others_beside_both_are_one_story(one: tuple[str, ...], two: tuple[str, ...], shared: bool) -> None:
    assert identity._share_story(person("a", company=one), person("b", company=two)) == shared
    assert identity._share_story(person("a", company=one), person("b", company=two), least=1) == bool(
        set(one) & set(two) - {"a", "b"}
    )


def test_one_body_is_one_story_and_none_is_not() -> None:
    assert identity._share_story(person("a", affiliation="port"), person("b", affiliation="port"))
    assert not identity._share_story(person("a", affiliation="port"), person("b", affiliation="mill"))
    assert not identity._share_story(person("a"), person("b"))


MANY = [f"a{n}" for n in range(20)]


@pytest.mark.parametrize(
    ("ruling", "rival", "rules"),
    [(20, 0, True), (19, 0, False), (20, 2, True), (20, 3, False), (20, -4, True), (20, -5, False)],
)
def test_who_holds_nearly_all_articles_of_a_surname(ruling: int, rival: int, rules: bool) -> None:
    chief = person("owen trask", *MANY[:ruling])
    others = [person("ruta trask", *(MANY[:-rival] if rival < 0 else [f"r{n}" for n in range(rival)]))] if rival else []
    found = identity._ruling([*others, chief], identity._Groups([chief, *others]))
    assert (found is chief) == rules
    assert found is None or rules


def test_a_surname_of_two_letters_is_nobodys() -> None:
    for surname, merged in (("oli", 1), ("li", 0)):
        full = person(f"owen {surname}", "x", company=("p", "q"))
        lone = person(surname, "y", company=("p", "q"))
        assert len(identity.merge_people([full, lone])["surname"]) == merged


def test_why_two_are_one_is_told() -> None:
    people = [
        person("owen trask", "x", "w", company=("p", "q")),
        person("o trask", "y"),
        person("trask", "z", company=("p", "q")),
    ]
    assert identity.merge_people(people) == {"spelling": {"o trask": "owen trask"}, "surname": {"trask": "owen trask"}}


def test_the_surname_is_before_a_generation() -> None:
    assert person("owen trask jr").surname == "trask"
    assert person("jr").surname == "jr"
    assert [person(name).is_full for name in ("owen trask", "trask jr", "trask")] == [True, False, False]


def test_a_known_outlet_goes_by_its_name_in_the_registry() -> None:
    from audit.lexicon.outlets import PACKAGED

    merged, told = registered_outlets([("x", "Reuters"), ("y", "The Dell Post")], PACKAGED)
    assert list(merged) == ["x"]
    assert [(one.source_id, one.name, one.kind) for one in told] == [
        (merged["x"], "Reuters", "agency"),
        ("y", None, None),
    ]


def test_of_publishers_with_the_same_words_none_is_meant() -> None:
    twins = [Carrier(key, "Northline", "outlet", True) for key in ("p", "q")]
    assert merge_carriers([*twins, Carrier("x", "Northline", "outlet", False)]) == {}
    assert merge_carriers([*twins[:1], Carrier("x", "Northline", "organisation", False)]) == {"x": "p"}


def being(key: str, name: str, kind: str, articles: int, in_corpus: bool = False, listed: bool = False) -> Being:
    slots = {
        "source_id": key,
        "name": name,
        "kind": kind,
        "articles": articles,
        "in_corpus": in_corpus,
        "listed": listed,
    }
    return Being(**slots)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("person_", "body", "merged"), [(8, 2, {"b": "a"}), (7, 2, {}), (2, 8, {"a": "b"}), (2, 7, {}), (1, 1, {})]
)
def test_a_name_is_of_the_kind_that_most_articles_read(person_: int, body: int, merged: dict[str, str]) -> None:
    found = merge_kinds([being("a", "Robert Trask", "person", person_), being("b", "Robert Trask", "outlet", body)])
    assert found == merged


# Headlines


def test_a_bound_in_the_body_is_a_gap_only_below_an_exact_headline() -> None:
    assert gaps("60 dead in ferry horror", "At least 41 people have died.") != []
    assert gaps("About 60 dead in ferry horror", "At least 41 people have died.") == []


def test_a_figure_of_one_head_against_people_is_no_gap() -> None:
    assert gaps("60 dead in ferry horror", "41 crewmen died when the ferry sank.") == []
    assert gaps("60 crewmen died in ferry horror", "41 people died when the ferry sank.") == []


def test_a_unit_on_either_side_is_no_count() -> None:
    head, body = said("60 dead in ferry horror"), said("41 people died when the ferry sank.")
    for side in (0, 1):
        changed = [
            [Said(Figure(*_slots(found.figure, unit="ton" if side == n else None)), found.context) for found in some]
            for n, some in enumerate((head, body))
        ]
        assert list(find_gaps(changed[0], changed[1])) == []


def _slots(figure: Figure, unit: str | None) -> tuple[Any, ...]:
    return (
        figure.span,
        figure.surface,
        figure.low,
        figure.high,
        Approximator.EXACT,
        None,
        unit,
        figure.counted,
        figure.predicate,
    )


@pytest.mark.parametrize(
    ("alike", "days", "shared", "together"),
    [
        (0.07, 0, {}, {0, 1, 2}),  # near in time it is enough
        (0.07, 8, {}, set()),
        (0.24, 90, {}, set()),
        (0.26, 90, {}, {0, 1, 2}),  # however far apart
        (0.06, 0, {}, set()),
        (0.06, 0, {(0, 2): 9}, {0, 2}),
        (0.06, 90, {(0, 1): 9, (0, 2): 9}, {0, 1, 2}),
    ],
)
def test_articles_that_no_chain_of_near_pairs_joins_have_no_home(
    alike: float, days: int, shared: dict[tuple[int, int], int], together: set[int]
) -> None:
    told, moments = [(0, 1, alike), (0, 2, 0.02 if shared else alike), (1, 3, 0.03)], [0.0, *3 * [86400.0 * days]]
    homes = stories._homes(moments, told, shared)
    assert {number for number, _ in homes} == together
    assert len({home for _, home in homes}) == bool(together)


@pytest.mark.parametrize("seed", range(3))
def test_no_pair_is_missed_that_may_stand_in_one_story(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    size, chance, index = 60, Random(seed), open_index()
    monkeypatch.setattr(stories, "RARE", 3)
    themes = [[chance.randrange(900) for _ in range(14)] for _ in range(20)]
    words = [{*chance.choice(themes)[: chance.randrange(2, 14)], *chance.sample(range(900), 9)} for _ in range(size)]
    rows = [(n, word, 1 + word % 4, word % 3) for n, some in enumerate(words) for word in sorted(some)]
    index.insert("article_words", rows)
    present(index, "present_articles", [(n, n) for n in range(size)])
    moments = [None if n % 9 == 0 else 86400.0 * chance.randrange(60) for n in range(size)]
    found = list(stories._word_likeness(moments, [], index, LocalEngine()))
    index.run("delete from story_homes")
    index.insert("story_homes", [(n, 0) for n in range(size)])
    sql, values = read_sql("audit.match", "story_likeness"), {"least": stories.LEAST_LIKENESS, "grain": GRAIN}
    every = list(LocalEngine().run_sql(index, sql, (), values))
    home = dict(stories._homes(moments, every, []))
    assert 10 < len(found) < len(every)
    assert found == [(a, b, alike) for a, b, alike in every if home.get(a, -1) == home.get(b, -2)]
