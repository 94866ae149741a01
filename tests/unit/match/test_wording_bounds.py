"""Two wordings: what an edit says, where tiles begin, which share of words makes one quote — a case on either side."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from audit.match import align, quotes, retranslation
from audit.match.align import Alignment, Edit, Tile
from audit.match.articles import Held, Place, days_apart, in_order_of_time, is_earlier, match_row
from audit.match.names import may_be_one
from audit.match.quotes import Utterance
from audit.match.weights import Scale, rareness
from audit.match.words import read_words, stem
from audit.records import Span

NOON = datetime(2031, 5, 1, 12)


def held(key: str, text: str = "", days: float | None = 0, hours: float = 0) -> Held:
    at = None if days is None else NOON + timedelta(days=days)
    return Held(key, 1, text, None, at, at and at + timedelta(hours=hours), (), ())


# Edits


@pytest.mark.parametrize(
    ("a", "b", "outer", "said"),
    [
        ("one two three four", "", False, ["spliced"]), ("one two three", "", False, ["figure_changed"]), ("w x y", "", False, ["substituted"]),
        ("w x y z", "", True, ["cut"]), ("w", "", True, ["cut"]), ("", "w", True, ["cut"]), ("w x y z u", "v", True, ["spliced"]),
        ("w x y z u", "v", False, ["spliced"]), ("w x y u", "v", False, ["substituted"]), ("v", "w x y z u", False, ["spliced"]),
        ("…", "w", False, ["spliced"]), ("w", "…", False, ["spliced"]), ("… v", "w", False, ["substituted"]), ("…", "", False, []),
        ("[]", "w x y", False, []), ("[]", "w x y z", False, ["spliced"]), ("w x y", "[]", False, []), ("[] w x y", "u v t", False, []),
        ("[] w x y z", "u v t", False, ["substituted"]), ("[]", "", False, []), ("never", "", False, ["negation_changed"]),
        ("never", "not", False, ["substituted"]), ("is", "was", False, ["inflected"]), ("is so", "was", False, ["substituted"]),
        ("is red", "was blue", False, ["substituted"]), ("ten", "10", False, []), ("1,000", "1000", False, []),
        ("not 5", "6", False, ["figure_changed"]),
    ],
)  # fmt: skip
def test_what_an_edit_says(a: str, b: str, outer: bool, said: list[str]) -> None:
    assert list(align._judge(Edit(tuple(a.split()), tuple(b.split()), outer))) == said


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [(["1"], [], False), ([], ["1"], False), (["1"], ["2"], True), (["2"], [], True), (["1", "2"], ["2"], True), (["2"], ["2"], False),
     (["2", "1"], ["1", "2"], True), ([], [], False), (["1", "1"], ["1"], True)],
)  # fmt: skip
def test_a_one_that_comes_is_no_figure(a: list[str], b: list[str], differ: bool) -> None:
    assert align._figures_differ(a, b) == differ


@pytest.mark.parametrize(
    ("words", "found"),
    [("ten thousand", ["10000"]), ("ten hundred", ["1000"]), ("100 10", ["100", "10"]), ("10 100000", ["10", "100000"]), ("10 1000000", ["10000000"]),
     ("1000 1000", ["1000", "1000"]), ("5 men 1000", ["5", "1000"]), ("1000", ["1000"]), ("men 5 100 1000", ["500000"]),
     ("men", []), ("1.5 1000", ["1.5", "1000"]), ("2000 1000000", ["2000000000"]), ("5 2000", ["5", "2000"])],
)  # fmt: skip
def test_number_words_read_as_one_numeral(words: str, found: list[str]) -> None:
    assert align.numbers(words.split()) == found


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("is", "was", True), ("walk", "walked", True), ("cut", "cuts", False), ("cuts", "cutting", False), ("close", "closed", True), ("mill", "wall", False),
     ("boat", "boats", True)],
)  # fmt: skip
def test_one_word_in_two_forms(a: str, b: str, same: bool) -> None:
    assert align.same_word(a, b) == same


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("cities", "city"), ("ties", "tie"), ("lies", "lie"), ("classes", "class"), ("asses", "asse"), ("cats", "cat"), ("gas", "gas"), ("boats", "boat"),
     ("sailing", "sail"), ("being", "being"), ("ending", "end"), ("walked", "walk"), ("shed", "shed"), ("ended", "end"), ("class", "class"),
     ("corpus", "corpus"), ("basis", "basis"), ("x2s", "x2s"), ("mañanas", "mañanas")],
)  # fmt: skip
def test_the_commonest_endings(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


@pytest.mark.parametrize(("left", "name"), [(7, "fragment"), (8, "truncated")])
def test_what_is_left_of_a_longer_quote(left: int, name: str) -> None:
    whole = [f"w{n}" for n in range(12)]
    short = whole[:left]
    for a, b in ((whole, short), (short, whole)):
        assert align.relations(a, b, align.align(a, b)) == {name}


@pytest.mark.parametrize(
    ("moved", "name"),
    [([Tile(0, 3, 3)], {"reordered"}), ([Tile(0, 3, 1)], set()), ([Tile(0, 3, 2)], {"reordered"}), ([], set())],
)
def test_words_that_moved(moved: list[Tile], name: set[str]) -> None:
    words = ["a", "b", "c", "d", "e", "f"]
    assert align.relations(words, words, Alignment((), tuple(moved), ())) == name


def test_marks_are_no_words_that_moved() -> None:
    assert align.relations(["…", "b"], ["…", "b"], Alignment((), (Tile(0, 0, 2),), ())) == set()


def test_the_far_end_that_one_text_has_alone_is_cut_off() -> None:
    a, b = ["x", "y", "z", "a", "b", "c", "d"], ["v", "w", "x1", "y1", "z1", "u1", "a", "b", "c", "d"]
    edits = align.align(a, b).edits
    assert edits == (Edit((), ("v",), True), Edit(("x", "y", "z"), ("w", "x1", "y1", "z1", "u1"), False))
    edits = align.align(a[3:] + a[:3], b[6:] + b[:6]).edits
    assert edits == (Edit(("x", "y", "z"), ("v", "w", "x1", "y1", "z1"), False), Edit((), ("u1",), True))


@pytest.mark.parametrize(
    ("gap", "other", "side", "near"),
    [([1, 2, 3, 4], 2, -1, ([1, 2, 3, 4], [])), ([1, 2, 3, 4], 1, -1, ([2, 3, 4], [1])), ([1, 2, 3, 4], 1, 1, ([1, 2, 3], [4])), ([1, 2, 3], 0, 1, ([1, 2], [3]))],
)  # fmt: skip
def test_what_stands_near_the_tiles(gap: list[int], other: int, side: int, near: tuple[list[int], list[int]]) -> None:
    assert align._near(gap, other, side) == near


def test_a_run_of_many_places_seeds_nothing() -> None:
    run = ["a", "b", "c"]
    many = [word for n in range(16) for word in (*run, f"x{n}")]
    assert len(list(align._runs(run, many, 3))) == 16
    assert list(align._runs(run, [*many, *run], 3)) == []


def test_the_chain_of_tiles_with_most_words() -> None:
    one, two, three = Tile(0, 5, 3), Tile(3, 0, 5), Tile(9, 9, 3)
    assert align.in_order([one, two, three]) == (two, three)
    assert align.in_order([one, two._replace(size=3), three]) == (one, three)
    assert align.in_order([]) == ()
    assert align.in_order([Tile(0, 4, 3), Tile(3, 4, 3)]) == (Tile(0, 4, 3),)


def test_a_tile_is_no_shorter_than_three_words_unless_a_text_is() -> None:
    assert align.tile(["a", "b", "x"], ["a", "b", "y"]) == []
    assert align.tile(["a", "b", "c", "x"], ["a", "b", "c", "y"]) == [Tile(0, 0, 3)]
    assert align.tile(["a", "b"], ["x", "a", "b", "y"]) == [Tile(0, 1, 2)]
    assert align.tile([], []) == []


# Names, dates, rows


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [("Ada Holm", "Holm", True), ("Ada Holm", "A. Holm", True), ("Ada Holm", "Anna Holm", False), ("Ada Holm", "Ada Lund", False), ("Ada Holm", "Ada Holm", True),
     ("A. A. Holm", "Ada Holm", True), ("Ada Ada Holm", "Ada Holm Holm", False), ("Ada Holm", "I. Holm", False), ("A. Holm", "Ada Alma Holm", True)],
)  # fmt: skip
def test_no_part_of_a_name_speaks_against_the_other(a: str, b: str, one: bool) -> None:
    assert may_be_one(a, b) == one
    assert may_be_one(b, a) == one


@pytest.mark.parametrize(
    ("a", "b", "earlier"),
    [(held("b"), held("a", days=1), True), (held("a", days=1), held("b"), False), (held("b"), held("a"), False), (held("a"), held("b"), True),
     (held("b", hours=24), held("a", days=1), True), (held("b", hours=25), held("a", days=1), False), (held("a", days=1), held("b", hours=24), False),
     (held("b", days=None), held("a"), False), (held("a", days=None), held("b"), True), (held("b"), held("a", days=None), False)],
)  # fmt: skip
def test_which_article_comes_first(a: Held, b: Held, earlier: bool) -> None:
    assert is_earlier(a, b) == earlier


def test_days_and_order() -> None:
    assert days_apart(held("a"), held("b", days=1.5)) == days_apart(held("b", days=1.5), held("a")) == 1.5
    assert days_apart(held("a"), held("b", days=None)) is days_apart(held("b", days=None), held("a")) is None
    one, two = Place(held("a"), Span(0, 5), "x"), Place(held("a"), Span(0, 9), "y")
    assert in_order_of_time(two, one) == in_order_of_time(one, two) == (one, two)
    row = match_row("quote", ["exact", "typography"], one, two, 0.123456, why="so")
    assert (row.relation, row.similarity) == ("exact", 0.1235)
    assert row.places == (("a", 0, 5), ("a", 0, 9))


# Quotes


def utterance(
    text: str, *pieces: str, key: str = "a", speaker: str | None = None, days: float = 0, **more: Any
) -> Utterance:
    found = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces or (text,)]
    article = held(key, text, days)
    places = tuple(Place(article, span, f"{key}{span.start}") for span in found)
    words = read_words(text, *found, marks=True)
    return Utterance(article, places, pieces or (text,), words, speaker, speaker, **more)


def gate(a: str | None, b: str | None) -> quotes.Gate:
    return quotes._gate(utterance("x", speaker=a), utterance("x", speaker=b))


def test_what_is_known_of_the_speakers() -> None:
    assert gate("holm", "holm") is quotes.SAME_SPEAKER
    assert gate("ada holm", "holm") is quotes.SAME_SPEAKER
    assert gate("ada holm", "ivo lund") is quotes.TWO_SPEAKERS
    assert gate(None, "holm") is gate("holm", None) is gate(None, None) is quotes.UNKNOWN_SPEAKER
    assert (quotes.SAME_SPEAKER, quotes.UNKNOWN_SPEAKER, quotes.TWO_SPEAKERS) == (
        (4, 0.5, 0.65),
        (5, 0.6, 1.3),
        (6, 0.8, 1.3),
    )


RARE = ["boats", "sank", "beyond", "northern", "sandbanks", "yesterday", "evening", "near", "Orrin", "harbour", "wall"]


def passes(
    shared: int, length: int, a: str | None, b: str | None, days: float = 0, words: list[str] | None = None
) -> bool:
    said = (words or RARE)[:shared]
    one = utterance(" ".join([*said, *(f"p{n}" for n in range(length - shared))]), speaker=a)
    two = utterance(" ".join([*said, *(f"q{n}" for n in range(length - shared))]), key="b", speaker=b, days=days)
    return quotes.suffices(one, two, align.align(one.words.keys, two.words.keys))


@pytest.mark.parametrize(
    ("shared", "length", "speakers", "kept"),
    [(4, 8, ("holm", "holm"), True), (4, 9, ("holm", "holm"), False), (3, 4, ("holm", "holm"), False), (5, 8, (None, None), True), (4, 5, (None, None), False),
     (6, 10, (None, None), True), (5, 9, (None, None), False), (6, 7, ("ada holm", "ivo lund"), True), (5, 6, ("ada holm", "ivo lund"), False),
     (8, 10, ("ada holm", "ivo lund"), True), (7, 9, ("ada holm", "ivo lund"), False)],
)  # fmt: skip
def test_how_much_two_quotes_share(
    shared: int, length: int, speakers: tuple[str | None, str | None], kept: bool
) -> None:
    assert passes(shared, length, *speakers) == kept


def test_a_short_line_of_another_speaker_days_later_must_be_whole() -> None:
    assert passes(7, 8, "ada holm", "ivo lund", days=3)
    assert not passes(7, 8, "ada holm", "ivo lund", days=4)
    assert passes(7, 7, "ada holm", "ivo lund", days=4)
    assert passes(8, 9, "ada holm", "ivo lund", days=4)
    assert passes(7, 8, "ada holm", "holm", days=4)


FRAME = "of the flooding of the northern harbour sheds"


@pytest.mark.parametrize(
    ("said", "one"),
    [
        (
            f"I told the council in March {FRAME} and the water came again before anybody had moved a single crate",
            False,
        ),
        (
            f"the council owes us a strong answer now {FRAME} and the water came again before anybody moved a crate",
            True,
        ),
        (f"I was afraid {FRAME}", True),  # nearly all of it stands in the other, in whosever words
    ],
)
def test_the_reporter_s_words_around_two_quotes_do_not_match_them(said: str, one: bool) -> None:
    mixed = utterance(f"Holm called for a “strong answer” because {FRAME}.", "strong answer", FRAME, speaker="holm")
    whole = utterance(f"Holm said at the quay: “{said}.”", said, key="b", speaker="holm")
    assert (quotes.match_pair(mixed, whole) is not None) == one


SMALL = [
    "it",
    "was",
    "to",
    "be",
    "the",
    "one",
    "that",
    "we",
    "all",
    "had",
    "with",
    "us",
    "when",
    "they",
    "were",
    "here",
    "and",
    "you",
    "had",
    "it",
    "too",
    "for",
    "them",
]


def test_small_words_need_a_longer_run() -> None:
    # 0.07 a word: 0.65 for one speaker is ten words, 1.3 for others nineteen
    assert not passes(9, 9, "holm", "holm", words=SMALL)
    assert passes(10, 10, "holm", "holm", words=SMALL)
    assert not passes(18, 18, None, None, words=SMALL)
    assert passes(19, 19, None, None, words=SMALL)


def test_weeks_apart_the_words_of_others_weigh_twice() -> None:
    words = ["boats", *SMALL[:14]]  # 1 and 0.07 for each of 15: 2.05
    for days, kept in ((30, True), (31, False), (-31, False)):
        assert passes(15, 15, None, None, days, words) == kept
    assert passes(10, 10, "holm", "holm", 31, SMALL)


def later(first: str, second: str, days: float, speaker: str | None = "holm") -> bool:
    """Whether two quotes so many days apart are one thing said."""
    one, two = utterance(first, speaker=speaker), utterance(second, key="b", speaker=speaker, days=days)
    return quotes.match_pair(one, two) is not None


PATROL = "the harbour patrol has been asleep for a very long time"


@pytest.mark.parametrize(
    ("again", "days", "kept"),
    [("for a very long time", 3, True), ("for a very long time", 4, True), ("for a very long time", 9, False), ("for a very long time", 400, False),
     ("the harbour patrol has been asleep", 400, True), ("the harbour patrol has been awake", 3, True), ("the harbour patrol has been awake", 30, True),
     ("the harbour patrol has been awake", 31, False), ("as for the boats, the harbour patrol has been asleep", 400, True), ("The patrol has been asleep for a very long time", 400, True)],
)  # fmt: skip
def test_the_longer_ago_the_more_one_speaker_must_repeat(again: str, days: float, kept: bool) -> None:
    assert later(PATROL, again, days) == kept


def test_a_month_later_the_words_in_marks_are_cited_though_those_around_them_are_not() -> None:
    first = utterance(f"Holm said: “{PATROL}”.", PATROL, speaker="holm")
    text = "He saw how the harbour crew “has been asleep”, said Holm."
    mixed = utterance(text, "the harbour crew", "has been asleep", key="b", speaker="holm", days=400)
    plain = utterance("the harbour crew has been asleep", key="b", speaker="holm", days=400)
    assert quotes._marks_stand(mixed, first)
    assert not quotes._marks_stand(plain, first)


def test_a_long_line_is_quoted_for_years() -> None:
    said = "it was to be the one that we all had"  # ten small words, 0.7
    for whole, kept in ((said, True), (f"so {said}", True), (said.replace("be", "see"), False)):
        assert later(said, whole, 900) == kept
    assert later(said.replace("be", "see"), said.replace("be", "see"), 900)
    cut = " ".join(said.split()[:7])
    assert later(cut, cut, 3) == later(cut, cut, 900)


def test_later_on_short_runs_are_chance() -> None:
    one, two = "the boats sank and beyond a sandbank they lay", "the boats sank yet beyond a sandbank we lay"
    assert [later(one, two, days) for days in (3, 40)] == [True, False]
    assert later(one, "the boats sank and then beyond a sandbank we lay", 40)


@pytest.mark.parametrize(
    ("text", "name"),
    [("The Count of Monte Cristo", True), ("The Count of Monte cristo", False), ("Eight Words Have Capitals In This Long Title Here", False),
     ("Eight Words Have Capitals In This Short Title", True), ("see www.dell.example there", True), ("see dell.jpg there", True), ("it was to be", True)],
)  # fmt: skip
def test_a_title_or_an_address_is_no_statement(text: str, name: bool) -> None:
    assert quotes._is_name(utterance(text)) == name


def test_one_quote_inside_the_other_is_no_repetition() -> None:
    text = "we knew it and we said it"
    whole, part, rest = utterance(text), utterance(text, "we said it"), utterance(text, "we knew it")
    assert quotes._overlap(whole, part)
    assert not quotes._overlap(part, rest)
    assert not quotes._overlap(whole, utterance(text, key="b"))


def test_pieces_without_shared_words_are_left_out() -> None:
    two = utterance("we knew it. He said. boats sank there", "we knew it", "boats sank there")
    assert quotes._carried(two, [(3, 3)]).texts == ("boats sank there",)
    assert quotes._carried(two, [(0, 6)]) is two
    assert quotes._carried(two, []) is two
    assert quotes._shared_words(two, [(2, 3)]) == [1, 2]
    assert quotes._place(two, [(2, 3)]).mention_id == two.pieces[1].mention_id
    assert quotes._place(two, [(1, 4)]).mention_id == two.pieces[0].mention_id
    assert quotes._place(two, []).span == Span(two.pieces[0].span.start, two.pieces[1].span.end)


def test_the_shared_runs_are_told_in_both_texts() -> None:
    one, two = utterance("so boats sank there"), utterance("all boats sank there", key="b")
    assert quotes._parts(one, two, align.align(one.words.keys, two.words.keys)) == [[3, 19, 4, 20]]
    assert one.length == 4
    assert utterance("so … boats").length == 2


# Translations


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“Words,” she said through an interpreter.", True),
        (f"“Words.”{' She went on.' * 40} All translations are ours.", True),  # anywhere in the text
        ("He spoke in German, and we print it here.", True),
        ("The talk was held in German.", True),
        ("It was said in German and then again.", True),
        ("He told a German-language weekly so.", True),
        ("“Words,” she said.", False),
        ("The town was in German hands.", False),  # no language
        ("She spoke in English.", False),
        ("The interpreters' strike", True),
        ("A mistranslated word", False),
    ],
)
def test_a_text_tells_that_words_were_translated(text: str, told: bool) -> None:
    assert retranslation.tells_translation(text) == told
    assert retranslation.is_translated(text, None) == told
    assert retranslation.is_translated(text, "Ukraine")


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("boats sank", "sank boats", 1.0),  # whatever their order
        ("boats sank mud oil", "boats sank fog ice", 0.5),
        ("boats sank mud oil clay dew", "boats sank fog ice hail sun", 1 / 3),
        ("boats sank mud oil clay dew fog", "boats sank rain ice hail sun sea", 0.0),  # less than three in ten
        ("boats mud", "boats fog", 0.0),  # one word is too few
        ("boats the", "boats the", 0.0),  # and a small one is none
    ],
)
def test_how_like_two_free_wordings_are(monkeypatch: pytest.MonkeyPatch, a: str, b: str, alike: float) -> None:
    monkeypatch.setattr(retranslation, "_told", lambda words: dict.fromkeys(words, 4.0))
    assert retranslation.freely_alike(a.split(), b.split()) == pytest.approx(alike)


def test_free_wordings_share_some_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    for weight, alike in ((2.0, 1.0), (1.9, 0.0)):
        monkeypatch.setattr(retranslation, "_told", lambda words, weight=weight: dict.fromkeys(words, weight))
        assert retranslation.freely_alike(["boats", "sank"], ["boats", "sank"]) == alike


@pytest.mark.parametrize(
    ("a", "b", "found", "kept"),
    [
        ("w x y z", "w x y z", {"substituted", "reordered", "inflected", "spliced"}, set()),
        ("not w", "w", {"negation_changed"}, {"negation_changed"}), ("not w", "never w", {"negation_changed"}, set()),
        ("5 w", "6 w", {"figure_changed"}, {"figure_changed"}), ("5 w", "w 5", {"figure_changed"}, set()),
        ("a b c d", "a b c d e", {"truncated", "fragment"}, set()), ("a b c", "a b c d", {"truncated", "fragment"}, {"truncated", "fragment"}),
        ("a b c d e", "a b c d", {"truncated"}, set()), ("w", "w", {"misattributed"}, {"misattributed"}),
    ],
)  # fmt: skip
def test_what_is_left_of_the_relations_of_two_translations(a: str, b: str, found: set[str], kept: set[str]) -> None:
    assert retranslation.as_translations(a.split(), b.split(), found) == kept | {"retranslated"}


def retranslated(one: str, two: str) -> bool:
    a, b = one.split(), two.split()
    return retranslation.is_retranslated(a, b, align.align(a, b))


SAID = "boats will sink at the northern wall if the crews do not leave the harbour before night"


@pytest.mark.parametrize(
    ("two", "told"),
    [
        ("boats would sink at a northern wall if those crews do not leave our harbour before night", True),
        (
            "boats will sink at the northern wall if those crews do not leave our harbour before night",
            False,
        ),  # two places
        (
            "boats will sink at the southern wall if the sailors do not leave the quays before night",
            False,
        ),  # no small words
        ("boats would sink at a northern wall if the crews do not quit the harbour before night", True),
        (
            "trucks would burn at a southern quay if those sailors do not quit our town before dawn",
            False,
        ),  # no word told
    ],
)
def test_other_small_words_in_several_places(two: str, told: bool) -> None:
    assert retranslated(SAID, two) == told


def test_small_words_are_counted_as_often_as_they_stand() -> None:
    assert retranslation._small(["the", "the", "boat"], ["the", "a", "boat"]) == 2
    assert retranslation._small(["boat"], ["mill"]) == 0
    assert retranslation._content(["boats", "sank", "here"], ["boat", "sink"]) == 0.5
    assert retranslation._content(["the"], ["boats"]) == 0.0
    assert retranslation._in_order([], ["boats"]) == 0.0
    assert retranslation.likeness([], []) == 0.0


def test_words_between_the_first_and_the_last_that_both_have() -> None:
    found = Alignment((Tile(1, 0, 2), Tile(5, 4, 1)), (), ())
    keys = ["x", "a", "b", "…", "y", "c", "z"]
    assert retranslation._between(keys, found, 0) == ["a", "b", "y", "c"]
    assert retranslation._between(["a", "b", "…", "u", "c", "v"], found, 1) == ["a", "b", "u", "c"]
    assert retranslation._between(keys, Alignment((), (), ()), 0) == []


@pytest.mark.parametrize(
    ("word", "share"),
    [("the", 0), ("quernstone", 1), ("boats", 0.48), ("january", 0.24), ("2016", 0.18), ("14,271", 1), ("two", 0.06), ("une", 0.3), ("les", 0.3), ("218", 0.6)],
)  # fmt: skip
def test_how_rare_a_word_is_in_news(word: str, share: float) -> None:
    assert rareness(word) == pytest.approx(share, abs=0.02)


def test_a_word_weighs_between_that_of_all_articles_and_that_of_none() -> None:
    assert Scale(0.5, 0.2).total(["quernstone"]) == pytest.approx(0.7)
    assert Scale(0.5, 0.8).total(["quernstone"]) == 1
    assert Scale(0.5, 0.8).total(["the", "…"]) == 0
