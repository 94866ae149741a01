"""Words with their places, tiles, and the relation that the edits speak for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lexicon import load_rules
from audit.match.align import LEAST_TILE, SERIOUSNESS, Alignment, Tile, align, in_order, relations, same_word, tile
from audit.match.words import EDITOR, GAP, read_words, stem

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=14)


def related(a: str, b: str) -> set[str]:
    one, two = read_words(a, marks=True).keys, read_words(b, marks=True).keys
    return relations(one, two, align(one, two))


@pytest.mark.parametrize(
    ("earlier", "later", "relation"),
    [
        (
            "The harbour will not open before the spring.",
            "The harbour will open before the spring.",
            "negation_changed",
        ),
        ("We can't open the gates before the spring.", "We can open the gates before the spring.", "negation_changed"),
        (
            "The ferry never sailed in such weather as this.",
            "The ferry sailed in such weather as this.",
            "negation_changed",
        ),
        ("We counted 40 boats in the bay that night.", "We counted 45 boats in the bay that night.", "figure_changed"),
        (
            "We are sure that I can keep the ferry running.",
            "They were sure that he could keep the ferry running.",
            "inflected",
        ),
        ("We walked the whole length of the old pier.", "We walk the whole length of the old pier.", "inflected"),
        ("The mayor closed the big gate by the river.", "The mayor closed the large gate by the river.", "substituted"),
        (
            "The pier was rotten, and everyone in the town hall knew it for many years, but nobody paid.",
            "The pier was rotten … but nobody paid.",
            "spliced",
        ),
        (
            "The pier was rotten, and everyone in the town hall knew it for many years, but nobody paid.",
            "The pier was rotten, but nobody paid.",
            "spliced",
        ),
        (
            "When the tide comes in, nobody can leave the island.",
            "Nobody can leave the island, when the tide comes in.",
            "reordered",
        ),
        (
            "The pier was rotten, and everyone in the town hall knew it for years.",
            "The pier was rotten, and everyone in the town hall",
            "truncated",
        ),
        ("The pier was rotten, and everyone in the town hall knew it.", "everyone in the town hall", "fragment"),
    ],
)
def test_one_change_has_one_name(earlier: str, later: str, relation: str) -> None:
    assert related(earlier, later) == {relation}
    assert related(later, earlier) == {relation}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We don’t know what “it” is", "we do not know what it is"),
        ("theyâ€™re the ship’s crew", "they're the ship's crew"),
        ("Some ten boats left at dawn", "Some 10 boats left at dawn"),
        ("he [the mayor] left the town", "he left the town"),
        ("the cafe\u0301 by the sea wall", "the café by\u00a0the sea wall"),
    ],
)
def test_spelling_is_no_change(a: str, b: str) -> None:
    assert related(a, b) == set()


def test_a_one_that_comes_is_a_pronoun_and_no_figure() -> None:
    assert related("he is the one who left the house", "he is the man who left the house") == {"substituted"}
    assert related("he sold 2 boats to the bank", "he sold 3 boats to the bank") == {"figure_changed"}


def test_several_changes_are_all_named() -> None:
    found = related(
        "We will not sell the 12 boats that we own to anybody else",
        "They would sell the 15 boats that they own to anybody else",
    )
    assert found == {"inflected", "negation_changed", "figure_changed"}


def test_marks_are_words_only_where_asked_for() -> None:
    assert read_words("a [b c] d … e ... f. g", marks=True).keys == ("a", EDITOR, "d", GAP, "e", GAP, "f", "g")
    assert read_words("a [...] b", marks=True).keys == ("a", GAP, "b")
    assert GAP not in read_words("a … b").keys


@given(st.text(max_size=80))
def test_spans_slice_back_to_their_words(text: str) -> None:
    words = read_words(text, marks=True)
    assert len(words.keys) == len(words.spans)
    assert all(0 <= span.start < span.end <= len(text) for span in words.spans)
    assert list(words.spans) == sorted(words.spans)


@given(st.text(alphabet="abcXY 0123'’-.,", max_size=60))
def test_reading_the_words_of_words_changes_nothing(text: str) -> None:
    keys = [key for key in read_words(text).keys if "'" not in key]
    assert list(read_words(" ".join(keys)).keys) == keys


def longest_shared_run(a: list[str], b: list[str]) -> int:
    """The slow obvious way."""
    runs = {tuple(a[i:j]) for i in range(len(a)) for j in range(i, len(a) + 1)}
    return max(
        (len(run) for i in range(len(b)) for j in range(i, len(b) + 1) if (run := tuple(b[i:j])) in runs), default=0
    )


@given(WORDS, WORDS)
def test_the_first_tile_is_the_longest_shared_run(a: list[str], b: list[str]) -> None:
    tiles = tile(a, b)
    least = max(1, min(LEAST_TILE, len(a), len(b)))
    longest = longest_shared_run(a, b)
    assert (tiles[0].size if tiles else 0) == (longest if longest >= least else 0)


@given(WORDS, WORDS)
def test_every_word_is_in_one_tile_or_one_edit(a: list[str], b: list[str]) -> None:
    found = align(a, b)
    tiles = [*found.tiles, *found.moved]
    places_a = [t.a + n for t in tiles for n in range(t.size)]
    places_b = [t.b + n for t in tiles for n in range(t.size)]
    assert len(set(places_a)) == len(places_a)
    assert len(set(places_b)) == len(places_b)
    assert all(a[t.a : t.a + t.size] == b[t.b : t.b + t.size] for t in tiles)
    assert len(places_a) + sum(len(edit.a) for edit in found.edits) == len(a)
    assert len(places_b) + sum(len(edit.b) for edit in found.edits) == len(b)
    assert found.matched == len(places_a)


@given(WORDS)
def test_a_text_equals_itself(a: list[str]) -> None:
    assert align(a, a) == Alignment((Tile(0, 0, len(a)),) if a else (), (), ())


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), unique_by=(lambda p: p[0], lambda p: p[1]), max_size=7)
)
def test_the_chain_is_the_heaviest(places: list[tuple[int, int]]) -> None:
    tiles = [Tile(a, b, 1 + a % 3) for a, b in places]
    kept = in_order(tiles)
    assert all(x.a < y.a and x.b < y.b for x, y in pairwise(kept))
    assert sum(t.size for t in kept) == heaviest(sorted(tiles))


def heaviest(tiles: list[Tile], floor: int = -1) -> int:
    """Every choice tried."""
    if not tiles:
        return 0
    skipped = heaviest(tiles[1:], floor)
    return max(skipped, tiles[0].size + heaviest(tiles[1:], tiles[0].b)) if tiles[0].b > floor else skipped


def test_a_word_repeated_without_end_is_one_edit() -> None:
    many = ["no"] * 20_000
    found = align(many, [*many, "more"])
    assert (found.tiles, len(found.edits)) == (
        (),
        1,
    )  # too frequent a run seeds nothing, too large a gap is not searched


@pytest.mark.parametrize("group", load_rules("inflections")["groups"], ids=lambda g: str(g["kind"]))
def test_an_inflection_is_what_its_example_shows(group: dict[str, str]) -> None:
    earlier, later = group["example"].split(" -> ")
    assert related(f"as before {earlier} and so on", f"as before {later} and so on") == {"inflected"}
    words = group["words"].split()
    assert all(same_word(words[0], word) for word in words)


@pytest.mark.parametrize("rule", load_rules("negations")["words"], ids=lambda r: str(r["word"]))
def test_a_negation_dropped_from_its_example_is_seen(rule: dict[str, str]) -> None:
    words = [*["as", "it", "was", "before"], *read_words(rule["example"]).keys, *["and", "so", "it", "went", "on"]]
    without = [word for word in words if word != rule["word"]]
    assert relations(words, without, align(words, without)) == {"negation_changed"}


@pytest.mark.parametrize("rule", load_rules("plain_numbers")["words"], ids=lambda r: str(r["word"]))
def test_a_number_word_stands_for_its_numeral(rule: dict[str, str]) -> None:
    assert related(rule["example"], rule["example"].replace(rule["word"], str(rule["value"]))) == set()


@pytest.mark.parametrize("rule", load_rules("contractions")["words"] + load_rules("contractions")["endings"])
def test_a_contraction_is_what_it_stands_for(rule: dict[str, str]) -> None:
    keys = read_words(rule["example"]).keys
    expected = rule["stands_for"].split()
    assert any(list(keys[n : n + len(expected)]) == expected for n in range(len(keys)))


@pytest.mark.parametrize("group", load_rules("common_words")["groups"], ids=lambda g: str(g["kind"]))
def test_common_words_have_an_example(group: dict[str, str]) -> None:
    assert set(read_words(group["example"]).keys) & set(group["words"].split())


def test_seriousness_names_every_relation_once() -> None:
    assert len(set(SERIOUSNESS)) == len(SERIOUSNESS) == 12
    assert SERIOUSNESS.index("negation_changed") < SERIOUSNESS.index("truncated") < SERIOUSNESS.index("exact")


@pytest.mark.parametrize(
    ("word", "root"),
    [("soldiers", "soldier"), ("cities", "city"), ("fired", "fir"), ("glass", "glass"), ("bus", "bus")],
)
def test_stems_are_rough_and_stable(word: str, root: str) -> None:
    assert stem(word) == root
