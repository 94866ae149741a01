"""What decides between two outcomes of matching, a case on either side of each choice that no bound of words makes."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from audit.engine import Engine, LocalEngine
from audit.extract.figures import find_figures
from audit.figures_algebra.told import Told
from audit.match import (
    align,
    articles,
    figure_readings,
    figures,
    numbered_figures,
    open_index,
    passages,
    quotes,
    retranslation,
    spoken,
    stories,
)
from audit.match.align import Alignment, Tile
from audit.match.article_blocks import ROLES, ArticleBlocks, Block
from audit.match.articles import Held, days_apart
from audit.match.average_link import Linkage, average_link
from audit.match.figure_readings import find_parts
from audit.match.figures import Counted, Pair
from audit.match.laid_texts import Laid
from audit.records import Role, Source, SourceKind, Span
from audit.text.sentences import sentence_around
from audit.warehouse import Index, Warehouse, open_build, read_sql
from tests.unit.match.test_figure_bounds import counted as count
from tests.unit.match.test_group_bounds import held
from tests.unit.match.test_headlines import gaps
from tests.unit.match.test_wording_bounds import utterance

NOON = datetime(2031, 5, 1, 12)


# Articles and their dates


def laid_out(*blocks: Block) -> ArticleBlocks:
    found = ArticleBlocks(cast(Warehouse, None))
    found._held["a"] = array("i", [n for b in blocks for n in (ROLES.index(b.role), b.start, b.end)])
    return found


@pytest.mark.parametrize(
    ("at", "precision", "not_before", "earliest", "latest"),
    [
        (NOON, "time", None, NOON, NOON), (NOON, "day", None, NOON, NOON + timedelta(days=1)), (NOON, None, None, NOON, NOON + timedelta(days=1)),
        (None, None, NOON, NOON, None), (None, None, None, None, None), (NOON, "time", NOON - timedelta(days=9), NOON, NOON),
    ],
)  # fmt: skip
def test_when_an_article_appeared(at: Any, precision: Any, not_before: Any, earliest: Any, latest: Any) -> None:
    row = articles._ArticleRow("a", 1, 0, None, at, precision, not_before)
    found = articles._held(row, Laid("text", 4, 0), laid_out(), 0)
    assert (found.earliest, found.latest) == (earliest, latest)


def test_which_blocks_of_an_article_are_read_and_which_head_it() -> None:
    row, laid = articles._ArticleRow("a", 1, 0, None, None, None, None), Laid("x" * 90, 90, 0)
    roles = (Role.TITLE, Role.DECK, Role.HEADING, Role.PARAGRAPH, Role.CAPTION)
    spans = [Span(10 * n, 10 * n + 9) for n in range(len(roles))]
    blocks = [Block(role, *span) for role, span in zip(roles, spans, strict=True)]
    found = articles._held(row, laid, laid_out(*blocks), 0)
    assert (list(found.headline), list(found.named)) == (spans[:2], spans[:3])
    assert spans[3] in found.read
    assert spans[4] not in found.read
    assert list(articles._held(row, laid, laid_out(), 0).read) == [Span(0, 90)]


@pytest.mark.parametrize("lacks", ["a.earliest", "a.latest", "b.earliest", "b.latest"])
def test_a_date_that_is_known_on_one_side_alone_tells_no_distance(lacks: str) -> None:
    both = {"a": held("a"), "b": held("b", days=3)}
    assert days_apart(both["a"], both["b"]) == 3
    key, slot = lacks.split(".")
    both[key] = replace(both[key], **{slot: None})
    assert days_apart(both["a"], both["b"]) is None


# Stories


def likeness(words: float, shared: int, days: float, monkeypatch: pytest.MonkeyPatch) -> float:
    monkeypatch.setattr(stories, "_word_likeness", lambda *_: [(0, 1, words)] if words else [])
    found = stories._likeness(
        [held("a"), held("b", days=days)], {(0, 1): shared} if shared else {}, cast(Index, None), cast(Engine, None)
    )
    return round(found.get((0, 1), 0.0), 4)


@pytest.mark.parametrize(
    ("words", "shared", "days", "found"),
    [
        (0.2, 0, 2, 0.3),  # near in time: half as much again
        (0.2, 0, 99, 0.08),  # far apart: two fifths are left
        (0.0, 20, 2, 0.225),  # half of what shared words may add, near in time
        (0.0, 40, 2, 0.45),
        (0.0, 400, 2, 0.45),  # more words add no more
        (0.4, 0, 2, 0.5),  # no pair is more alike than that
        (0.3, 40, 2, 0.5),
        (0.1, 40, 2, 0.5),
        (0.0, 40, 99, 0.0),  # copies count for nothing far apart
    ],
)
def test_how_alike_two_articles_are(
    words: float, shared: int, days: float, found: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert likeness(words, shared, days, monkeypatch) == found


def test_five_hundred_articles_without_a_word_are_thought_of() -> None:
    assert (stories.PRIOR, stories.NAME, stories.LEAST_LIKENESS, stories.MOST_ARTICLES) == (500, 2.0, 0.02, 60)


def test_a_line_too_short_to_tell_of_anything_is_no_title() -> None:
    text = "7 years ago\nThe ferry to Orrin sank in the night of Tuesday.\nNo storm"
    read = (Span(0, 11), Span(12, 60), Span(61, 69))
    assert stories._title(Held("a", 1, text, None, None, None, read, ())) == text[12:60]
    assert stories._title(Held("a", 1, text, None, None, None, read, read[2:], read[2:])) == "No storm"
    assert stories._title(Held("a", 1, text, None, None, None, (Span(0, 11), Span(13, 53)), ())) == text[13:53]
    assert stories._title(Held("a", 1, text, None, None, None, (Span(0, 11), Span(13, 52)), ())) == "7 years ago"


def test_a_title_is_the_first_block_that_is_read() -> None:
    text = "Menu\nFerry sinks\nThe ferry sank."
    assert stories._title(Held("a", 1, text, None, None, None, (Span(5, 16), Span(17, 32)), ())) == "Ferry sinks"
    assert stories._title(Held("a", 1, "Ferry  sinks", None, None, None, (), ())) == "Ferry sinks"


@pytest.mark.parametrize("third", [(0, 2), (1, 2)])
def test_a_likeness_that_nobody_listed_is_none(third: tuple[int, int]) -> None:
    found = average_link(3, {(0, 1): 0.9, third: 0.6}, Linkage(least=0.3, share=0.75, grown=9))
    assert found == [[0, 1, 2]]


# Translations


def told(monkeypatch: pytest.MonkeyPatch, a: str, b: str) -> float:
    monkeypatch.setattr(retranslation, "_told", lambda words: dict.fromkeys(words, 4.0))
    return retranslation.likeness(a.split(), b.split())


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("boats sank", "boats sank", 1.0),  # two telling words, all of them
        ("boats", "boats", 0.0),  # one is too few, though it is all
        ("boats sank mud oil", "boats sank fog ice", 0.5),  # half of what both tell
        ("boats sank mud oil", "boats sank fog ice rain", 0.0),  # less than half
        ("boats sank", "sank boats", 1.0),  # half of them in one order
        ("boats sank mud", "mud sank boats", 0.0),  # a third
    ],
)
def test_what_two_wordings_of_one_statement_tell(monkeypatch: pytest.MonkeyPatch, a: str, b: str, found: float) -> None:
    assert told(monkeypatch, a, b) == found


SAID = "boats will sink at the northern wall if the crews do not leave the harbour before night"
OTHER = "boats would sink at a northern wall if those crews do not leave our harbour before night"


@pytest.mark.parametrize(("ours", "theirs", "turned"), [(0, 0, False), (1, 0, True), (0, 1, True), (1, 1, True)])
def test_words_of_another_language_are_known_from_either_side(ours: int, theirs: int, turned: bool) -> None:
    a, b = (
        utterance(words, key=key, affiliation="Ukraine" if told else None)
        for words, key, told in ((SAID, "a", ours), (OTHER, "b", theirs))
    )
    found = quotes.judge(a, b, align.align(a.words.keys, b.words.keys))
    assert ("retranslated" in found, "substituted" in found) == (turned, not turned)


def test_a_whole_text_is_read_for_a_translation_only_where_that_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoken, "is_translated", lambda *_: pytest.fail("nobody asked"))
    place = utterance(SAID).pieces[0]
    said = [
        spoken.Spoken(place.article, (replace(place, span=span),), None, None, None, spoken.Keys(1, 0, 1)).utterance
        for span in (Span(0, 40), Span(41, len(SAID)))
    ]
    assert quotes.match_pair(*said) is None


def test_a_quote_that_only_was_cut_is_no_translation() -> None:
    a, b = (utterance(words, key=key, affiliation="Ukraine") for words, key in ((SAID, "a"), (SAID[:57], "b")))
    assert quotes.judge(a, b, align.align(a.words.keys, b.words.keys)) == ["truncated"]


@pytest.mark.parametrize(
    ("a", "b", "speakers", "relations"),
    [
        ("boats sank.", "boats sank", ("holm", "holm"), ["exact"]), ("Boats sank", "boats sank", ("holm", "holm"), ["typography"]),
        ("boats sank", "boats sank", ("ada holm", "ivo lund"), ["misattributed", "exact"]), ("boats sank", "boats sank", (None, "ivo lund"), ["exact"]),
    ],
)  # fmt: skip
def test_what_is_told_of_words_that_do_not_differ(a: str, b: str, speakers: Any, relations: list[str]) -> None:
    one, two = utterance(a, speaker=speakers[0]), utterance(b, key="b", speaker=speakers[1])
    assert quotes.judge(one, two, align.align(one.words.keys, two.words.keys)) == relations


# Pieces


def shares(run: int, piece: int, rest: int) -> bool:
    """Two quotes of unknown speakers: a run in a piece of so many words, beside another of as many as `rest`."""
    common, ours, theirs = (" ".join(f"{letter}{n}" for n in range(size)) for letter, size in (("c", run), ("a", piece - run), ("b", piece - run)))  # fmt: skip
    one, two = (f"{common} {own}".strip() for own in (ours, theirs))
    aside = [" ".join(f"{letter}{n}" for n in range(rest)) for letter in "xy"]
    a = utterance(f"{one} - {aside[0]}", one, aside[0])
    b = utterance(f"{two} - {aside[1]}", two, aside[1], key="b")
    found = align.align(a.words.keys, b.words.keys)
    return quotes._shares(a, b, found, run, quotes.UNKNOWN_SPEAKER)


@pytest.mark.parametrize(
    ("run", "piece", "kept"), [(12, 16, True), (12, 17, False), (10, 13, True), (9, 12, False), (10, 14, False)]
)
def test_a_long_run_fills_its_pieces(run: int, piece: int, kept: bool) -> None:
    assert shares(run, piece, 40) == kept


def test_words_beside_a_run_of_three_are_not_carried() -> None:
    assert [t.size for t in quotes._runs(Alignment((Tile(0, 0, 2), Tile(4, 4, 3)), (Tile(9, 20, 4),), ()))] == [3, 4]


# Figures


def row(**slots: Any) -> figure_readings.FigureRow:
    plain = {
        "start_char": 0, "end_char": 2, "surface": "40", "low": 40.0, "high": 40.0, "approximator": "=", "hedge": None, "unit": None, "counted": "boats",
        "predicate": "sank", "modality": "done", "source_name": None, "source_kind": None, "source_id": None, "as_of": None, "place": None,
        "qualifiers": None, "figure_id": "f", "article_id": "a", "owner": 0,
    }  # fmt: skip
    return figure_readings.FigureRow(**plain | slots)


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("figure_rows", figure_readings.FigureRow._fields),
        ("figure_numbers", numbered_figures.Numbered._fields),
        ("figure_pages", numbered_figures.PageRow._fields),
        ("quote_keys", spoken.Keys._fields),
        ("quote_pieces", spoken.PieceRow._fields),
    ],
)
def test_a_row_is_read_by_the_names_of_its_query(tmp_path: Path, query: str, fields: tuple[str, ...]) -> None:
    with open_build(tmp_path / "w.duckdb") as build:
        articles.load_articles(build.warehouse)
        spoken.Sayings(build.warehouse, {}).load([])
        numbered_figures.Figures(build.warehouse, {}, open_index(), LocalEngine())
        build.warehouse.run("create or replace temp table asked_articles (article_id varchar)")
        assert build.warehouse.table(read_sql("audit.match", query))[0] == list(fields)


def test_whoever_asserts_a_figure_is_known_by_name() -> None:
    assert figure_readings._figure(row()).source is None
    known = figure_readings._figure(row(source_name="Holm", source_kind="person")).source
    assert known == Source("Holm", SourceKind.PERSON)


def read(text: str, *surfaces: str, **slots: Any) -> list[tuple[int, list[str]]]:
    """Which figures of an article are matched, and by which keys."""
    found, at = [], 0
    for surface in surfaces:
        at = text.index(surface, at)
        low = float(surface.replace(",", ""))
        found.append(row(start_char=at, end_char=at + len(surface), surface=surface, low=low, high=low, **slots))
        at += len(surface)
    return [(seen.number, seen.keys) for seen in figure_readings.read_figures(held("a", text), found)[0]]


@pytest.mark.parametrize(("times", "kept"), [(5, 5), (6, 0)])
def test_one_figure_more_than_five_times_is_a_refrain(times: int, kept: int) -> None:
    text = " ".join(f"On day {chr(97 + n)} there were 40 boats." for n in range(times))
    assert len(read(text, *["40"] * times)) == kept


@pytest.mark.parametrize(("numerals", "keyed"), [(8, True), (9, False)])
def test_more_than_eight_numerals_make_a_table(numerals: int, keyed: bool) -> None:
    values = [str(40 + n) for n in range(numerals)]
    assert all(bool(keys) == keyed for _, keys in read(f"Boats: {' '.join(values)}.", *values))


def test_what_comes_on_top_counts_what_stands_before_it() -> None:
    def keys(text: str) -> list[str]:
        at, more = text.index("3,000"), text.index("7,000")
        rows = [
            row(start_char=at, end_char=at + 5, surface="3,000", low=3e3, high=3e3, counted="troops"),
            row(start_char=more, end_char=more + 5, surface="7,000", low=7e3, high=7e3, counted=None),
        ]
        return figure_readings.read_figures(held("a", text), rows)[0][1].keys

    alone = keys("There were 3,000 troops and 7,000 came.")
    assert ":troops" not in alone
    assert keys("There were 3,000 troops and another 7,000 came.") == sorted({*alone, ":troops"})
    assert keys("There were 3,000 troops. Then another 7,000 came.") == alone


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("They saw 29 of 40 boats.", [(0, 1)]),
        ("They saw 40 boats, 29 of them red, 11 of them blue.", [(0, 1), (0, 2)]),
        ("They saw 40 boats. Of them 29 sank.", []),
        ("They saw 40 boats and 29 ships.", []),
    ],
)
def test_a_part_stands_beside_its_whole(text: str, pairs: list[tuple[int, int]]) -> None:
    article, found = held("a", text), []
    for figure in find_figures(text, [Span(0, len(text))], "en"):
        place = articles.Place(article, figure.span, f"f{figure.span.start}")
        sentence = sentence_around(text, figure.span, reach=400)
        inside = replace(figure, span=Span(figure.span.start - sentence.start, figure.span.end - sentence.start))
        telling = Told(sentence.of(text), inside)
        found.append(Counted(place, figure, None, frozenset(), sentence, frozenset(), lambda told=telling: told))
    assert sorted(find_parts(found)) == sorted(pairs)


def test_the_whole_is_looked_for_in_the_article_of_its_part() -> None:
    text = "29 of 40 boats"
    part = count("b", 29)
    part = replace(part, telling=lambda: Told(text, replace(part.figure, span=Span(0, 2))))
    assert part.said.part
    other, own = count("a", 40), replace(count("b", 40), place=part.place)
    assert figure_readings._last_whole([own, part], 1) == 0
    assert figure_readings._last_whole([own, part, part], 2) == 0
    assert figure_readings._last_whole([part, part], 1) is None
    assert figure_readings._last_whole([part], 0) is None
    found = figure_readings._last_whole([own, other, part], 2)
    assert found == 1
    assert not figure_readings.one_sentence(other, part)


def verdict(linked: bool, one_article: bool, first: str = "about 40", second: str = "40") -> list[str]:
    def figure(key: str, words: str, at: int) -> Counted:
        text = f"Officials counted {words} boats."
        (found,) = find_figures(text, [Span(0, len(text))], "en")
        one = count(key, 40, at=at)
        return replace(one, figure=found, telling=lambda: Told(text, found), sentence=Span(at, at + 9))

    a = figure("a", first, 0)
    b = figure("b", second, 40)
    if one_article:
        b = replace(b, place=replace(b.place, article=a.place.article))
    return [one.label for one in figures._verdicts(Pair(a, b, linked))]


def test_a_hedge_is_lost_where_one_text_follows_the_other() -> None:
    assert verdict(True, False) == verdict(False, False)
    assert "hedge_lost" in verdict(True, False)


def test_a_pair_is_alone_where_each_is_the_only_figure_of_its_key() -> None:
    a, b = count("a", 40), count("b", 50)
    once = Counter({("a", "count:welder"): 1, ("b", "count:welder"): 1})
    for kinds, alone in ((once, True), (once | Counter({("a", "count:welder"): 2}), False), (once | Counter({("b", "count:welder"): 2}), False)):  # fmt: skip
        found = figures._pair(a, b, False, kinds, {"a": "s", "b": "t"})
        assert (found.alone, found.apart) == (alone, True)
    assert not figures._pair(a, b, False, once, {"a": "s", "b": "s"}).apart


def test_the_earlier_figure_of_a_pair_stands_first() -> None:
    early, late = count("b", 40), count("a", 50, days=3)
    for one, two in ((early, late), (late, early)):
        found = figures._pair(one, two, True, Counter(), {"a": "s", "b": "s"})
        assert (found.a, found.b, found.linked) == (early, late, True)


@pytest.mark.parametrize(("label", "same", "kept"), [("part", True, True), ("part", False, False), ("equal", True, False), ("sum", True, False)])  # fmt: skip
def test_inside_one_sentence_only_part_and_whole_are_a_pair(label: str, same: bool, kept: bool) -> None:
    a = count("a", 40, 9)
    b = replace(count("a", 40, 9, at=20), place=replace(a.place, span=Span(20, 22)))
    if not same:
        b = replace(b, sentence=Span(100, 199))
    assert figures._one_thing(Pair(a, b, False), label) == kept


def test_a_sum_needs_points_and_a_total_that_is_no_part() -> None:
    a, b = count("a", 30), count("a", 12, at=20)
    assert figures._sum_of(a, b, count("b", 42)) == "“30” and another “12” add up to “42”"
    assert figures._sum_of(a, b, count("b", 43)) is None
    assert figures._sum_of(a, b, count("b", 42, high=44)) is None


# Headlines


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("60 dead in ferry horror", "41 people died.", 1), ("60 could die in ferry horror", "41 people died.", 0), ("60 dead in ferry horror", "41 people could die.", 0),
        ("60 could die in ferry horror", "41 people could die.", 0), ("60 more dead in ferry horror", "41 people died.", 0),
        ("60 dead in ferry horror", "Another 41 people died.", 0),
        ("60 dead in ferry horror", "In 2011 41 people died.", 0), ("60 dead in ferry horror", "In May 41 people died.", 1),
    ],
)  # fmt: skip
def test_which_figures_of_headline_and_body_are_one_thing(headline: str, body: str, found: int) -> None:
    assert len(gaps(headline, body)) == found


def test_a_body_with_two_values_is_asked_nothing() -> None:
    assert len(gaps("60 dead in ferry horror", "41 people died.", "In all 41 people died.")) == 1
    assert gaps("60 dead in ferry horror", "41 people died.", "At least 45 people died.") == []


def test_a_headline_range_is_no_point() -> None:
    assert gaps("50 to 60 dead in ferry horror", "At least 41 people have died.") == []


@pytest.mark.parametrize(
    ("value", "slots", "everywhere"),
    [(12, {}, True), (13, {}, False), (5, {"unit": "litre"}, False), (5, {"unit": "litre", "counted": None}, True), (500, {"unit": "year"}, True)],
)  # fmt: skip
def test_which_figures_every_article_has(value: float, slots: dict[str, Any], everywhere: bool) -> None:
    assert figures._is_everywhere(count("a", value, **slots)) == everywhere


def test_the_earlier_of_two_quotes_stands_first_however_they_come() -> None:
    early, late = utterance(SAID, key="b"), utterance(SAID, key="a", days=1)
    for one, two in ((early, late), (late, early)):
        found = quotes.match_pair(one, two)
        assert found is not None
        assert (found.a_article_id, found.b_article_id) == ("b", "a")
        row = quotes.match_translations(one, two)
        assert (row.a_article_id, row.b_article_id) == ("b", "a")


def test_a_run_follows_the_run_before_it_whatever_began_the_passage() -> None:
    runs = [Tile(0, 0, 9), Tile(15, 15, 9), Tile(30, 30, 9)]
    asked = list[tuple[Tile, Tile]]()
    assert passages.chains(runs, lambda before, run: bool(asked.append((before, run)))) == [tuple(runs)]
    assert asked == [(runs[0], runs[1]), (runs[1], runs[2])]


def test_a_run_that_a_new_paragraph_parts_begins_another_passage() -> None:
    runs = [Tile(0, 0, 9), Tile(15, 15, 9), Tile(30, 30, 9)]
    assert passages.chains(runs, lambda before, run: run.a == 30) == [tuple(runs[:2]), (runs[2],)]
