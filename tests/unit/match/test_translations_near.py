"""Which quotes are looked at as two renderings of one; the figures of a headline that tell of something else."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from types import SimpleNamespace
from typing import Any, cast

import pytest

from audit.match import open_index, passages, translations
from audit.match.articles import MatchRow
from audit.match.name_kinds import Being, merge_kinds
from audit.match.passages import Seed
from audit.match.retranslation import tells_translation
from audit.match.spoken import Spoken
from audit.match.translations import MOST_NEAR, NEAR, TOLD_NEAR
from tests.unit.match.test_headlines import gaps

DAY = datetime(2031, 3, 4)
NUMBERS = count()


def spoken(
    day: datetime | None = DAY, speaker_id: str | None = "p1", speaker: str | None = "Ada Holm", text: str = ""
) -> Spoken:
    number = next(NUMBERS)
    article = SimpleNamespace(article_id=f"a{number}", earliest=day, text=text, text_key=number)
    keys = SimpleNamespace(owner=number)
    utterance = SimpleNamespace(words=SimpleNamespace(keys=()))
    slots = {"article": article, "speaker_id": speaker_id, "speaker": speaker, "keys": keys, "utterance": utterance}
    return cast(Spoken, SimpleNamespace(**slots))


def near(*said: Spoken) -> list[tuple[int, int]]:
    held = dict(enumerate(said))
    return sorted(translations._near(held, translations.find_told(held, {}, open_index())))


def test_two_quotes_of_one_speaker_in_two_articles_are_compared_once() -> None:
    assert near(spoken(), spoken()) == [(0, 1)]
    assert near(spoken(DAY + timedelta(hours=1)), spoken()) == [(0, 1)]
    assert near(spoken(), spoken(), spoken()) == [(0, 1), (0, 2), (1, 2)]


def test_two_quotes_of_one_article_are_not() -> None:
    one = spoken()
    other = spoken()
    other.__dict__["article"] = one.article
    assert near(one, other) == []


@pytest.mark.parametrize(
    "lacks", [{"day": None}, {"speaker_id": None}, {"speaker": None}, {"speaker_id": "p2"}], ids=str
)
def test_a_quote_needs_a_day_and_the_same_speaker_by_name(lacks: dict[str, Any]) -> None:
    assert near(spoken(), spoken(**lacks)) == []


@pytest.mark.parametrize(("lag", "compared"), [(NEAR, True), (NEAR + timedelta(seconds=1), False)])
def test_three_days_lie_between_them_at_most(lag: timedelta, compared: bool) -> None:
    assert bool(near(spoken(), spoken(DAY + lag))) == compared


TRANSLATED = "Ada Holm spoke in Danish. The translation is ours."


def test_who_says_that_he_translates_may_do_so_within_the_week() -> None:
    for lag, compared in ((TOLD_NEAR, True), (TOLD_NEAR + timedelta(seconds=1), False)):
        assert bool(near(spoken(text=TRANSLATED), spoken(DAY + lag, text=TRANSLATED))) == compared
    assert near(spoken(text=TRANSLATED), spoken(DAY + TOLD_NEAR)) == []


@pytest.mark.parametrize(
    ("text", "other", "compared"),
    [
        (TRANSLATED, TRANSLATED, True),
        (TRANSLATED.replace("Ada", "Eva"), TRANSLATED, False),  # it names another
        ("Ada Holm spoke.", TRANSLATED, False),  # it does not say that it translates
        (TRANSLATED, "Ada Holm spoke.", False),
    ],
)
def test_words_of_nobody_may_be_of_whom_a_translating_text_names(text: str, other: str, compared: bool) -> None:
    for lag in (timedelta(0), TOLD_NEAR, -TOLD_NEAR):
        nobody = spoken(DAY + lag, speaker_id=None, speaker=None, text=text)
        assert bool(near(nobody, spoken(text=other))) == compared
    far = spoken(DAY + TOLD_NEAR + timedelta(seconds=1), speaker_id=None, speaker=None, text=text)
    assert near(far, spoken(text=other)) == []


@pytest.mark.parametrize(
    ("relation", "first", "found"), [("exact", "a", {0, 1}), ("substituted", "a", {0}), ("exact", "b", {0})]
)
def test_the_same_words_in_a_later_text_are_translated_too(relation: str, first: str, found: set[int]) -> None:
    said = dict(enumerate((spoken(text=TRANSLATED), spoken())))
    earlier = said["ab".index(first)].article.article_id
    row = MatchRow("m", "quote", relation, earlier, 0, 9, "c", 0, 9, 1.0, "{}")
    assert translations.find_told(said, {(0, 1): row}, open_index()) == found


def test_a_text_is_read_once_for_whether_it_translates(monkeypatch: pytest.MonkeyPatch) -> None:
    said = dict(enumerate([spoken(text=TRANSLATED), spoken(text="Ada Holm spoke.")]))
    index, read = open_index(), list[str]()

    def tells(text: str) -> bool:
        read.append(text)
        return tells_translation(text)

    monkeypatch.setattr(translations, "tells_translation", tells)
    for _ in range(2):
        assert translations.find_told(said, {}, index) == {0}
    assert list(translations.find_translations(said, {}, index)) == []
    assert sorted(read) == sorted(one.article.text for one in said.values())


def test_one_is_compared_with_so_many_and_no_more() -> None:
    many = [spoken(DAY + timedelta(minutes=n)) for n in range(MOST_NEAR + 3)]
    assert sum(0 in pair for pair in near(*many)) == MOST_NEAR


@pytest.mark.parametrize(
    "aside",
    ["41 of them died on deck.", "Another 41 people died on deck.", "In 2011 41 people died.", "A similar sinking killed 41 people.",],
)  # fmt: skip
def test_a_headline_says_nothing_of_a_part_of_more_or_of_another_event(aside: str) -> None:
    assert gaps("60 dead in ferry horror", "41 people died when the ferry sank.") != []
    assert gaps("60 dead in ferry horror", aside) == []


# One name read as two kinds


def being(key: str, name: str, kind: str, articles: int, **slots: bool) -> Being:
    return Being(key, name, kind, slots.get("held", False), slots.get("listed", False), articles)


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        # a person without a given name needs four times as many articles to count as one
        (being("a", "Orv Trask", "person", 16), being("b", "Orv Trask", "organisation", 1), {"b": "a"}),
        (being("a", "Orv Trask", "person", 15), being("b", "Orv Trask", "organisation", 1), {}),
        (being("a", "Robert Trask", "person", 4), being("b", "Robert Trask", "organisation", 1), {"b": "a"}),
        (being("a", "Robert Trask", "person", 3), being("b", "Robert Trask", "organisation", 1), {}),
        # who publishes what is held, or is listed, goes before all others
        (
            being("a", "Norwick Mills", "organisation", 9),
            being("b", "Norwick Mills", "outlet", 1, held=True),
            {"a": "b"},
        ),
        (
            being("a", "Norwick Mills", "organisation", 9),
            being("b", "Norwick Mills", "outlet", 1, listed=True),
            {"a": "b"},
        ),
        (being("a", "Norwick Mills", "outlet", 9, held=True), being("b", "Norwick Mills", "outlet", 1, held=True), {}),
        # people write under their names
        (being("a", "Robert Trask", "person", 1), being("b", "Robert Trask", "outlet", 1, held=True), {}),
        # so do those whose given name no table knows, where the texts read them as people
        (being("a", "Orv Trask", "person", 8), being("b", "Orv Trask", "outlet", 2, held=True), {}),
        (being("a", "Orv Trask", "person", 7), being("b", "Orv Trask", "outlet", 2, held=True), {"a": "b"}),
        (being("a", "Orv Trask", "person", 4), being("b", "Orv Trask", "outlet", 0, held=True), {}),
        (being("a", "Orv Trask", "person", 3), being("b", "Orv Trask", "outlet", 0, held=True), {"a": "b"}),
        # one word is too often another's
        (being("a", "Trask", "person", 9), being("b", "Trask", "organisation", 1), {}),
        (being("a", "Norwick Mills", "organisation", 9), being("b", "Norwick Quay", "organisation", 1), {}),
    ],
)
def test_one_name_read_as_two_kinds(one: Being, other: Being, merged: dict[str, str]) -> None:
    assert merge_kinds([one, other]) == merge_kinds([other, one]) == merged


# Runs of words that two texts have


@pytest.mark.parametrize(
    ("a", "b", "seeds", "runs"),
    [
        ("a b c d e f g h", "a b c d e f g h", [(0, 7, 0)], [(0, 0, 8)]),
        ("x a b c d e f g", "a b c d e f g y", [(1, 7, 1)], [(1, 0, 7)]),
        ("a b c d e", "a b c d e", [(0, 4, 0)], []),  # too short
        ("a b c d e f x a b c d e f", "a b c d e f y a b c d e f", [(0, 12, 0)], [(0, 0, 6), (7, 7, 6)]),
        ("a b c d e f", "a b c d e f", [(0, 3, 0), (2, 5, 0)], [(0, 0, 6)]),  # told once
    ],
)
def test_a_seed_is_made_as_long_as_its_words_are_equal(
    a: str, b: str, seeds: list[tuple[int, int, int]], runs: list[tuple[int, int, int]]
) -> None:
    found = passages._runs(a.split(), b.split(), [Seed(0, 1, diagonal, first, last) for first, last, diagonal in seeds])
    assert [(run.a, run.b, run.size) for run in found] == runs
