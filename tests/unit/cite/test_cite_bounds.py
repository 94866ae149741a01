"""A claim and its sources, a page, a draft: each measure on either side of its bound."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audit.cite import draft_check, draft_names, gap_finders, marked_words, page_audit, source_index, terms, verdict
from audit.cite.draft_records import HeldReading, HeldText, Line, Outcome, line_of
from audit.cite.gap_finders import Reading
from audit.cite.history import first_days, read_revisions
from audit.cite.outcome import first_line
from audit.cite.polarity import bears_on
from audit.cite.records import Citation, CitedSource, Gap, GapKind, Verdict
from audit.cite.references import CitedSentence, MarkedText, Reference, cited_sentences
from audit.cite.saved import Saved, by_address
from audit.cite.sheet import _shortened, mark, web_address
from audit.cite.source_index import SourceIndex
from audit.cite.verify import verify_line
from audit.cite.wikitext_references import _day, read_wikitext
from audit.errors import InputError
from audit.records import Figure, Span


def index(text: str, source: str = "s", **more: Any) -> SourceIndex:
    return SourceIndex(CitedSource(source, text, **more))


def reading(claim: str, *texts: str, **more: Any) -> Reading:
    sources = tuple(CitedSource(f"s{n}", text, **more) for n, text in enumerate(texts))
    return Reading(Citation("c", claim, sources), [SourceIndex(source) for source in sources])


# Terms


@pytest.mark.parametrize(
    ("claim", "kinds"),
    [
        ("Boats sank.", {"Boats": "word", "sank": "word"}), ("The Boats sank.", {"Boats": "name", "sank": "word"}), ("It sank. Boats left.", {"sank": "word", "Boats": "word", "left": "word"}),
        ("NATO left.", {"NATO": "name", "left": "word"}), ("Ada Holm left.", {"Ada": "name", "Holm": "name", "left": "word"}), ("“Boats sank”", {"Boats": "word", "sank": "word"}),
        ("In 1931 on 4th it fell.", {"1931": "number", "4": "number", "fell": "word"}),
    ],
)  # fmt: skip
def test_what_a_term_is(claim: str, kinds: dict[str, str]) -> None:
    assert {term.surface: term.kind.value for term in terms.read_terms(claim)} == kinds


@pytest.mark.parametrize(
    ("word", "key"),
    [("1,000", "1000"), ("3.5", "3.5"), ("May", "month 5"), ("may", "may"), ("April", "month 4"), ("two", "2"), ("boats", "boat"), ("Holm's", "holm"), ("Holm’s", "holm"), ("Zürich", "zurich")],
)  # fmt: skip
def test_by_what_a_word_is_looked_up(word: str, key: str) -> None:
    assert terms.key_of(word) == key


def test_how_much_hangs_on_a_word() -> None:
    told = {term.surface: term.weight for term in terms.read_terms("In April 1931 two zxqvians said the boats sank.")}
    assert (told["April"], told["1931"], told["two"], told["zxqvians"]) == (3.0, 3.5, 2.5, 6.0)
    assert 0.3 <= told["boats"] < 6.0
    assert terms.total([]) == 1.0
    assert terms.spelled_out("didn't") == ("did", "not")
    assert terms.is_function_word("didn’t")
    assert not terms.is_function_word("boat's")


# Sources


@pytest.mark.parametrize(
    ("term", "text", "held"),
    [
        ("The Zoubaidi", "Zubaidi left.", True), ("The Zoub", "Zoul left.", False), ("The Zoub", "Zoub left.", True), ("The Zoubaidi", "Zolbenti left.", False), ("The Quayside", "QuaysidePost left.", True),
        ("The TWB", "Tolland Water Board left.", True), ("The TWBXYZQ", "Tolland Water Board Xa Ya Za Qa left.", False), ("boating", "boatings left.", True), ("remarkable", "remarks left.", True),
        ("rem", "remarks left.", False), ("fisher", "kingfishers left.", True), ("boats", "houseboats left.", False),
    ],
)  # fmt: skip
def test_what_a_source_prints(term: str, text: str, held: bool) -> None:
    (*_, found) = terms.read_terms(term)
    assert index(text).holds(found) == held


def test_initials_of_a_run_of_names() -> None:
    assert index("Tolland Water Board of Norland met.").acronyms >= {"tw", "twb", "wb", "bn", "twbn"}
    assert index("Tolland met.").acronyms == frozenset()
    assert index("The U.K. left").holds_initials(["U", "K"])
    assert index("The UK left").holds_initials(["U", "K"])
    assert not index("The UKX left").holds_initials(["U", "K"])


def test_a_page_without_stops_is_read_in_parts() -> None:
    text = "x" * 1501
    assert index(text).sentences == (Span(0, 1500), Span(1500, 1501))


def test_the_window_with_most_of_the_terms_and_of_two_the_first() -> None:
    source = index("Boats sank. Rain fell. Snow fell. Wind blew. Boats sank.")
    claim = terms.read_terms("Boats sank.")
    weight, keys, span = source_index.best_windows(source, claim, 1)
    assert (keys, span) == (frozenset({"boat", "sank"}), Span(0, 11))
    assert weight == pytest.approx(sum(term.weight for term in claim))
    assert source_index.best_windows(source, claim)[2] == Span(0, 33)
    assert source_index.best_windows(index("Boats. Rain fell. Sank."), claim)[2] == Span(0, 23)
    assert source_index.best_windows(index("Boats. Rain. Snow. Sank."), claim)[1] in ({"boat"}, {"sank"})
    assert source_index.best_windows(index("Rain."), claim) == (0.0, frozenset(), None)


def test_the_language_of_a_source() -> None:
    german = (
        "Die Brücke wurde gesperrt, nachdem Prüfer Risse entdeckten. Der Hafenmeister sagte, die Reparatur werde vier "
        "Millionen Kronen kosten. Die Brücke wurde gebaut, als es noch keine Fähre gab, und trägt viele Fahrzeuge."
    )
    assert index(german).own_language == "de"
    assert index("The bridge was shut on Monday, for it was not safe.").own_language == "en"


# Slots


@pytest.mark.parametrize(
    ("claim", "source", "lost"),
    [
        ("It carries 9,000 cars.", "It carries 9,450 cars.", False), ("It carries 9,000 cars.", "It carries 9,480 cars.", True), ("It carries 9,000 cars.", "It carries 8,560 cars.", False),
        ("It carries 9,000 cars.", "It carries 8,540 cars.", True), ("It carries 9,000 cars.", "It carries 19,000 cars.", True),
        ("It carries 9 cars.", "It carries 9,450 cars.", True), ("It carries 9 cars.", "It carries 9.", False),
        ("It carries one car.", "It carries cars.", False), ("It carries 1 car.", "It carries cars.", True),
    ],
)  # fmt: skip
def test_a_figure_that_no_source_has(claim: str, source: str, lost: bool) -> None:
    assert bool(list(gap_finders.lost_figures(reading(claim, source)))) == lost


@pytest.mark.parametrize(
    ("marked", "speech"),
    [
        ("we will not go", True),
        ("we will go", False),
        ("We Will not go", False),
        ("We will not go", True),
        ("The Long Winter of it all", False),
    ],
)
def test_marked_words_that_are_speech(marked: str, speech: bool) -> None:
    assert marked_words._is_speech(marked) == speech


@pytest.mark.parametrize(
    ("claim", "spans"),
    [("Ada Holm", [(0, 8)]), ("Ada-Holm", [(0, 8)]), ("Ada, Holm", [(0, 3), (5, 9)]), ("", [])],
)
def test_neighbours_are_one(claim: str, spans: list[tuple[int, int]]) -> None:
    found = gap_finders._joined(claim, terms.read_terms(claim))
    assert [tuple(span) for span in found] == spans


def test_names_of_weight_alone_are_told() -> None:
    assert [gap.kind for gap in gap_finders.lost_names(reading("It was Zxqvian who left.", "Rain."))] == [GapKind.NAME]
    assert list(gap_finders.lost_names(reading("It was John who left.", "Rain."))) == []


@pytest.mark.parametrize(
    ("source", "share"),
    [("Inspectors found cracks.", 1.0), ("Cracks inspectors found.", 0.5), ("Inspectors a b c d e found cracks.", 1.0), ("Inspectors a b c d e f found cracks.", 0.5), ("Rain.", 0.0)],
)  # fmt: skip
def test_neighbouring_terms_in_their_order(source: str, share: float) -> None:
    assert gap_finders.in_order(reading("Inspectors found cracks.", source)) == share
    assert gap_finders.in_order(reading("Cracks.", "Cracks.")) == 0.0


def test_shares_of_weight() -> None:
    found = reading("Inspectors found cracks.", "Inspectors left.")
    assert {term.surface for term in found.absent} == {"found", "cracks"}
    assert found.absent_share == pytest.approx(terms.total(found.absent) / terms.total(found.terms))
    assert found.scattered_share == pytest.approx(found.absent_share)
    assert reading("Inspectors left.", "Inspectors left.").absent_share == 0.0
    assert {term.surface for term in found.apart} == {"found", "cracks"}


# Verdict


def weighed(missing: float, *kinds: GapKind, **more: Any) -> verdict.Weighed:
    gaps = tuple(Gap(kind, Span(0, 1), "", otherwise=more.get("otherwise", False)) for kind in kinds)
    return verdict.Weighed(
        reading(more.get("claim", "Rain fell."), more.get("text", "Rain fell. Snow fell.")), gaps, missing
    )


@pytest.mark.parametrize(
    ("missing", "told"),
    [(0.79, Verdict.NO_DIFFERENCE), (0.8, Verdict.NOT_FOUND), (1.7, Verdict.NOT_FOUND)],
)
def test_how_much_a_page_lacks(missing: float, told: Verdict) -> None:
    assert verdict.judge(weighed(missing, text=PAGE))[0] is told


PAGE = "Rain fell. " * 150


@pytest.mark.parametrize(
    ("text", "least"),
    [
        (PAGE, 0.8),
        (PAGE.removesuffix("Rain fell. "), 0.7),
        ("https://a.example/x Rain fell. Snow fell.", 1.05),
        ("[3] https://a.example/x Rain fell. Snow fell.", 1.05),
        ("which is why rain fell. Snow fell.", 1.05),
        ("[2] , and rain fell. Snow fell.", 1.05),
        ("why rain fell, and why. then snow fell\nand hail.", 0.7),
        ("which is why rain fell. Snow fell. " + PAGE, 1.15),
    ],
)
def test_a_passage_may_lack_less_than_a_page_and_what_is_cut_from_one_more(text: str, least: float) -> None:
    assert verdict.judge(weighed(least - 0.01, text=text))[0] is Verdict.NO_DIFFERENCE
    assert verdict.judge(weighed(least + 0.01, text=text))[0] is Verdict.NOT_FOUND


def test_a_denial_differs_whatever_else_is_there() -> None:
    assert verdict.judge(weighed(0.0, GapKind.NEGATION, otherwise=True))[0] is Verdict.DIFFERS
    assert verdict.judge(weighed(0.0, GapKind.QUOTE, otherwise=True))[0] is Verdict.DIFFERS
    assert verdict.judge(weighed(0.0, GapKind.QUOTE))[0] is Verdict.NOT_FOUND
    assert verdict.judge(weighed(0.0, GapKind.NAME))[0] is Verdict.CANNOT_TELL
    assert verdict.judge(weighed(0.0, GapKind.CONTENT))[0] is Verdict.NO_DIFFERENCE


def test_what_each_lost_slot_adds() -> None:
    found = reading("Inspectors found cracks.", "Inspectors found cracks.")
    gaps = [
        Gap(kind, Span(0, 1), "")
        for kind in (GapKind.FIGURE, GapKind.FIGURE, GapKind.FIGURE, GapKind.DATE, GapKind.DATE)
    ]
    assert verdict.weigh(found, gaps[:1]).missing == pytest.approx(0.8)
    assert verdict.weigh(found, gaps[:3]).missing == pytest.approx(1.6)
    assert verdict.weigh(found, gaps[3:]).missing == pytest.approx(0.6)
    assert verdict.weigh(found, []).missing == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("x" * 1000, True),
        ("x" * 999, False),
        ("x" * 999 + ".", False),
        ("x" * 998 + ". ", False),
        ("x" * 2000, True),
        ("", False),
    ],
)
def test_a_text_that_was_cut_by_a_limit(text: str, cut: bool) -> None:
    assert verdict._is_cut(index(text)) == cut
    assert verdict._is_cut(index("Rain.", cut=True))


def test_four_words_are_the_least_that_are_carried() -> None:
    three, four = "Inspectors found cracks.", "Inspectors found deep cracks."
    assert (
        verify_line({"id": "c", "claim": three, "sources": [{"id": "s", "text": three}]})["verdict"] == "no_difference"
    )
    assert verify_line({"id": "c", "claim": four, "sources": [{"id": "s", "text": four}]})["verdict"] == "carried"


# Denials


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("not closed", "close"),
        ("not, closed", None),
        ("not by the closed", "close"),
        ("not the one that closed", None),
        ("not by and of", None),
        ("not", None),
    ],
)
def test_on_what_a_denial_bears(text: str, key: str | None) -> None:
    words = list(terms.placed_words(text, 0, len(text)))
    assert bears_on(text, words[0][0], words[1:4]) == key


# Pages


def test_a_mark_belongs_to_the_sentence_before_it() -> None:
    marked = MarkedText()
    first, second = Reference("1"), Reference("2")
    marked.mark(Reference("0"))
    marked.add("One came.")
    marked.mark(first)
    marked.mark(first)
    marked.add(" Two went")
    marked.mark(second)
    marked.add(" home. Three stayed.")
    assert [(one.number, one.text, one.references) for one in cited_sentences(marked)] == [
        (0, "One came.", (first,)), (1, "Two went home.", (second,)),
    ]  # fmt: skip


def row(stood: date | None, published: date | None) -> page_audit.PageRow:
    sentence = CitedSentence(3, "It is old.", (Reference("1", "https://a.example/x", published=published),))
    (found,) = page_audit.check_page(
        [sentence], {"https://a.example/x": Saved("p", "It is old.")}, stood={3: stood} if stood else None
    )
    return found


@pytest.mark.parametrize(
    ("day", "note"),
    [
        (4, "stood here 1 day before the cited article"),
        (3, "stood here 2 days before the cited article"),
        (5, None),
        (6, None),
    ],
)
def test_how_long_a_sentence_stood_before_what_it_cites(day: int, note: str | None) -> None:
    found = row(date(2020, 5, day), date(2020, 5, 5))
    assert page_audit.page_line(found)["references"][0].get("note") == note
    assert page_audit.notes_of(found) == ((f"1: {note}",) if note else ())
    assert "note" not in page_audit.page_line(row(None, date(2020, 5, 5)))["references"][0]
    assert "note" not in page_audit.page_line(row(date(2020, 5, 1), None))["references"][0]


def test_what_kind_of_page_it_is() -> None:
    assert page_audit.read_marked("  <p>Old.</p>").text.strip() == "Old."
    assert page_audit.read_marked("'''Old'''.", "a.wiki").text == "Old."
    assert "<ref" not in page_audit.read_marked("Old.<ref>x</ref>").text
    assert page_audit.read_marked("Old *and*", "a.md").text.strip() == "Old and"


def test_a_source_that_could_not_be_read_is_the_reason() -> None:
    sentence = CitedSentence(0, "It is old.", (Reference("1", "https://a.example/x"),))
    (found,) = page_audit.check_page([sentence], {"https://a.example/x": Saved("p", problem="too long")})
    assert found.checked.why == "its saved source could not be read: too long"


def test_of_two_with_one_address_the_first_that_could_be_read() -> None:
    url = "https://a.example/x"
    bad, good, other = Saved("p", url=url, problem="x"), Saved("q", "Old.", url), Saved("r", "New.", url)
    assert by_address([bad, good, other])[url] is good
    assert by_address([Saved("n", "No address.")]) == {}


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("4 May 2020", date(2020, 5, 4)),
        ("2020-05-04", date(2020, 5, 4)),
        ("4 May", None),
        ("May 2020", None),
        (None, None),
    ],
)
def test_the_day_that_a_template_states(printed: str | None, day: date | None) -> None:
    assert _day(printed) == day


def test_marks_of_wikitext() -> None:
    text = "Old.<ref>words</ref>{{rp|12}} See [[File:a.jpg|thumb]][[quay|the quay]] &amp; [https://a.example/x A].<gallery>no</gallery>"
    marked = read_wikitext(text)
    assert marked.text == "Old. See the quay & A."
    assert [(at, one.key, one.pages, one.title) for at, one in marked.marks] == [
        (4, "ref 1", "12", "words"),
        (21, "https://a.example/x", None, None),
    ]


EXPORT = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/"><page>{}</page></mediawiki>"""
REVISION = "<revision><timestamp>{}T09:00:00Z</timestamp><text>{}</text></revision>"


def export(folder: Path, *revisions: tuple[str, str]) -> Path:
    path = folder / "export.xml"
    path.write_text(EXPORT.format("".join(REVISION.format(*one) for one in revisions)))
    return path


def test_since_when_a_sentence_stands(tmp_path: Path) -> None:
    sentences = [
        CitedSentence(n, words, ()) for n, words in enumerate(("The wall is old.", "The quay is new.", "Nobody came."))
    ]
    path = export(
        tmp_path,
        ("2020-03-01", "The ''wall'' is old. The quay is new."),
        ("2020-02-01", "The wall is old."),
        ("2020-01-01", "The wall was old, is it."),
    )
    assert first_days(sentences, path) == {0: date(2020, 2, 1), 1: date(2020, 3, 1)}
    assert [one.day.month for one in read_revisions(path)] == [3, 2, 1]
    path.write_text("<mediawiki>")
    with pytest.raises(InputError):
        list(read_revisions(path))


# Drafts


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("Ada Holm", "Ada Holmm", True), ("Ada Holm", "Ida Holm", False), ("Ada Holm", "Ada B Holm", False), ("Tormund Velkersen", "Tormund Velkerson", True),
     ("Tormund Velkersen", "Tormund Vintersen", False), ("Al Velkersenmann", "Bo Velkersenmann", False), ("Zoe Ruiz", "Zoë Ruíz", True)],
)  # fmt: skip
def test_two_spellings_of_one_name(one: str, other: str, alike: bool) -> None:
    assert draft_names._alike(one, other) == alike


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Holm", "Holm", True),
        ("Ada Holm", "A. Holm", True),
        ("Ada Holm", "Ada", True),
        ("Ada", "Ada Holm", True),
        ("Ada Holm", "Ivo Lund", False),
        ("", "Holm", False),
    ],
)
def test_one_person(one: str, other: str, same: bool) -> None:
    assert draft_check._same_person(one, other) == same


def figure(high: float, counted: str | None = "boats", unit: str | None = None) -> Figure:
    return Figure(Span(0, 1), "", high, high, unit=unit, counted=counted)


@pytest.mark.parametrize(
    ("a", "b", "may"),
    [(figure(10), figure(22), True), (figure(10), figure(22.1), False), (figure(22), figure(10), True), (figure(10), figure(10, "old boats"), True), (figure(10), figure(10, "crews"), False),
     (figure(10, None), figure(10), False), (figure(10), figure(10, None), False), (figure(10), figure(10, unit="ton"), False), (figure(-10), figure(22), True)],
)  # fmt: skip
def test_two_figures_may_count_one_thing(a: Figure, b: Figure, may: bool) -> None:
    assert draft_check._comparable(a, b) == may


HELD = HeldText(
    "a", "Bridge closed", "“We saw the cracks on Sunday night,” said Ada Holm, the harbour master.\n\nIvo Lund left."
)


def lines(draft: str, *held: HeldText) -> Iterator[Line]:
    return (line for line in draft_check.check_draft(draft, held or (HELD,)))


def test_four_marked_words_are_looked_for() -> None:
    for words, found in (("We saw the cracks", 1), ("We saw cracks", 0)):
        assert sum(line.kind == "quote" for line in lines(f"“{words},” Ada Holm said.")) == found


def test_a_part_of_the_held_words_is_their_speakers() -> None:
    (line,) = (one for one in lines("“We saw the cracks on Sunday,” Ivo Lund said.") if one.kind == "quote")
    assert (line.outcome, line.note) == (Outcome.OTHER_SPEAKER, "here Ivo Lund, there Ada Holm")
    (line,) = (one for one in lines("“Ivo Lund left the house,” Ivo Lund said.") if one.kind == "quote")
    assert line.outcome is not Outcome.OTHER_SPEAKER


def test_a_name_stands_at_its_first_place() -> None:
    draft = "So it was.\nAda Hollm said: “We saw the cracks on Sunday night.”"
    (line,) = (one for one in lines(draft) if one.kind == "name")
    assert (line.span.of(draft), line.line, line.held_words) == ("Ada Hollm", 2, "Ada Holm")
    assert line.held is not None
    assert line.held.span.of(HELD.text) == "Ada Holm"


def test_lines_are_counted_from_one() -> None:
    assert [line_of("a\nb\nc", at) for at in (0, 1, 2, 4)] == [1, 1, 2, 3]


def test_a_name_that_another_text_has_is_spelled_right() -> None:
    other = HeldText("b", "More", "Ada Hollm came.")
    assert [
        line.outcome
        for line in draft_names.check_names(
            "Ada Hollm", HeldReading(other, "en").people, [HeldReading(HELD, "en"), HeldReading(other, "en")]
        )
    ] == [Outcome.EXACT]


# Sheets


def test_a_stretch_is_cut_under_the_first_layer_that_covers_it() -> None:
    text = "abcdef"
    layers = (("x", [Span(1, 3)]), ("y", [Span(2, 5)]))
    assert [(piece.text, piece.mark) for piece in mark(text, Span(0, 6), layers)] == [
        ("a", ""),
        ("bc", "x"),
        ("de", "y"),
        ("f", ""),
    ]
    assert [(piece.text, piece.mark) for piece in mark(text, Span(2, 4), layers)] == [("c", "x"), ("d", "y")]


@pytest.mark.parametrize(
    ("length", "middle", "span"),
    [(1200, 900, (0, 1200)), (1201, 0, (0, 1200)), (3000, 1500, (900, 2100)), (3000, 2990, (1800, 3000))],
)
def test_of_a_long_stretch_the_words_around_the_marked_ones(length: int, middle: int, span: tuple[int, int]) -> None:
    assert _shortened(Span(0, length), middle) == Span(*span)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example", True),
        ("HTTP://a.example", True),
        ("javascript:x", False),
        (None, False),
        ("https://[", False),
        ("", False),
    ],
)
def test_an_address_of_the_web(url: str | None, shown: bool) -> None:
    assert web_address(url) == (url if shown else None)


def test_one_citation_is_one() -> None:
    assert first_line([Verdict.DIFFERS]) == "1 citation: 1 differs. Words compared, not facts."
