"""A draft against held texts: exact, altered, another speaker, another figure, not held."""

from __future__ import annotations

import json

import pytest

from audit.cite.draft_check import check_draft, first_line, sheet
from audit.cite.draft_records import HeldText, Line, Outcome

HELD = HeldText(
    "a",
    "Bridge closed",
    "“We saw the cracks on Sunday night,” harbour master Ada Holm said.\n\n"
    "The Lunkertor bridge carries over 9,000 vehicles a day, the harbour office said.",
)


def lines(draft: str) -> list[Line]:
    return check_draft(draft, [HELD])


def outcomes(draft: str) -> list[tuple[str, str, int]]:
    return [(line.outcome.value, line.kind, line.line) for line in lines(draft)]


@pytest.mark.parametrize(
    ("draft", "outcome"),
    [
        ("“We saw the cracks on Sunday night,” Ada Holm said.", Outcome.EXACT),
        ("“We saw these cracks on Monday night,” Ada Holm said.", Outcome.ALTERED),
        ("“We saw the cracks on Sunday night,” said Tor Vint.", Outcome.OTHER_SPEAKER),
        ("“Nobody told me anything about that,” said Tor Vint.", Outcome.NOT_HELD),
    ],
)
def test_a_quote(draft: str, outcome: Outcome) -> None:
    assert [line.outcome for line in lines(draft) if line.kind == "quote"] == [outcome]


@pytest.mark.parametrize(("speaker", "note"), [("Tor Vint", "here Tor Vint, there Ada Holm"), ("Ada Holm", None)])
def test_an_altered_quote_tells_who_else_said_it(speaker: str, note: str | None) -> None:
    [quote] = [
        line for line in lines(f"“We saw these cracks on Monday night,” {speaker} said.") if line.kind == "quote"
    ]
    assert (quote.outcome, quote.note) == (Outcome.ALTERED, note)


@pytest.mark.parametrize(
    ("draft", "outcome"),
    [
        ("The Lunkertor bridge carries over 9,000 vehicles a day.", Outcome.EXACT),
        ("The Lunkertor bridge carries under 9,000 vehicles a day.", Outcome.FIGURE_DIFFERS),
        ("The Lunkertor bridge carries 14,000 vehicles a day.", Outcome.FIGURE_DIFFERS),
        ("Farmers in Marlow own 14,000 tractors.", Outcome.NOT_HELD),
    ],
)
def test_a_figure(draft: str, outcome: Outcome) -> None:
    assert [line.outcome for line in lines(draft) if line.kind == "figure"] == [outcome]


def test_what_is_held_is_the_piece_that_has_the_words() -> None:
    text = "“The quay was never shut,” Ada Holm said. “It was one bolt, and that bolt was new in May.”"
    found = check_draft(
        "“It was one bolt, and that bolt was new in May,” said Tor Vint.", [HeldText("a", "Quay", text)]
    )
    [quote] = [line for line in found if line.kind == "quote"]
    assert (quote.outcome, quote.held_words) == (
        Outcome.OTHER_SPEAKER,
        "It was one bolt, and that bolt was new in May.",
    )


def test_a_speaker_whose_letters_are_transposed_is_spelled_otherwise() -> None:
    found = lines("“We saw the cracks on Sunday night,” said Ada Hlom.")
    assert [(line.outcome, line.held_words) for line in found if line.kind == "name"] == [
        (Outcome.NAME_DIFFERS, "Ada Holm")
    ]


def test_a_measure_is_compared_where_one_side_leaves_out_of_what() -> None:
    held = [
        HeldText("a", "Spill", "The tank released 1.4 million litres of brine. It held 2.1 million litres of brine.")
    ]
    [figure] = [line for line in check_draft("1.4 million litres were lost.", held) if line.kind == "figure"]
    assert figure.outcome is Outcome.EXACT
    [figure] = [line for line in check_draft("About 1.4 million litres were lost.", held) if line.kind == "figure"]
    assert figure.held_words == "1.4 million litres"


def test_the_nearest_words_are_whole_ones() -> None:
    (line,) = (one for one in lines("“I saw cracks on a Sunday night,” Ada Holm said.") if one.kind == "quote")
    assert line.held_words == "saw the cracks on Sunday night"


def test_the_first_line_names_what_to_mend_and_where() -> None:
    draft = "Quay Courier\n\n“We saw these cracks on Monday night,” Ada Holm said.\n\n“Nobody told me anything about that,” said Tor Vint."
    assert (
        first_line(lines(draft))
        == "Before you publish: 1 quote altered (line 3); 1 name not checked: no record; 1 quote not checked: no record."
    )
    assert first_line([]) == "Before you publish: nothing differs; all checked."


def test_worst_first_exact_last() -> None:
    draft = "“We saw the cracks on Sunday night,” Ada Holm said.\n“We saw these cracks on Monday night,” Ada Holm said."
    found = [line.outcome for line in lines(draft)]
    assert (found[0], found[-1]) == (Outcome.ALTERED, Outcome.EXACT)
    assert found == sorted(found, key=list(Outcome).index)


def test_the_sheet_names_file_and_line() -> None:
    found = lines("“We saw these cracks on Monday night,” Ada Holm said.")
    [told, *_] = sheet(found, "draft.md")
    assert told.startswith("draft.md:1  altered  We saw these cracks")
    assert "We saw the cracks on Sunday night, (Bridge closed)" in told
    assert json.loads(next(sheet(found, "draft.md", as_json=True)))["outcome"] == "altered"


@pytest.mark.parametrize(
    ("name", "outcome", "held"),
    [
        ("Ada Holm", Outcome.EXACT, None),
        ("Ada Hollm", Outcome.NAME_DIFFERS, "Ada Holm"),
        ("Tormund Velkersen", Outcome.NOT_HELD, None),
        ("Ida Hjelm", Outcome.NOT_HELD, None),
    ],
)
def test_a_name(name: str, outcome: Outcome, held: str | None) -> None:
    [line] = [
        line
        for line in lines(f"“It is nothing,” said {name}, the harbour master. {name.split()[1]} left.")
        if line.kind == "name"
    ]
    assert (line.outcome, line.held_words) == (outcome, held)


def test_a_credit_tells_its_route_and_whom_to_ask() -> None:
    held = HeldText("b", "Ferry", "The ferry sank, the Quay Courier reported, citing police.", outlet="Harbour Post")
    draft = "The ferry sank, the Harbour Post reported, citing the Quay Courier.\n\nTwo died, according to the Marlow Gazette."
    credits = [line for line in check_draft(draft, [held]) if line.kind == "credit"]
    assert [(line.outcome, line.line, line.note) for line in credits] == [
        (Outcome.NOT_HELD, 3, "to ask: The Marlow Gazette"),
        (Outcome.EXACT, 1, "by way of The Harbour Post ← The Quay Courier; to ask: The Quay Courier"),
    ]


def test_nobody_unnamed_here_is_taken_for_somebody_unnamed_there() -> None:
    held = HeldText("b", "Ferry", "The ferry sank, sources said.")
    for draft, note in (
        ("The ferry sank, sources said.", "not named: ask whom you have it from"),
        (
            "The ferry sank, the Harbour Post reported, citing sources.",
            "by way of The Harbour Post ← unnamed sources; to ask: The Harbour Post",
        ),
    ):
        [line] = [line for line in check_draft(draft, [held]) if line.kind == "credit"]
        assert (line.outcome, line.note) == (Outcome.NOT_HELD, note)


def test_records_are_compared_before_articles() -> None:
    words = "“We saw the cracks on Sunday night,” Ada Holm said."
    record = HeldText("r", "transcript", "“We saw the cracks on Sunday night.”", is_record=True)
    [line] = [line for line in check_draft(words, [HELD, record]) if line.kind == "quote"]
    assert line.held_title == "transcript"


def test_figure_that_differs_says_how() -> None:
    held = HeldText("h", "A report", "The flood left over 200 residents of Tarn without a home, the mayor said.")
    lines = check_draft("The flood left nearly 200 residents of Tarn without a home.", [held])
    told = [(line.outcome, line.note) for line in lines if line.kind == "figure"]
    assert told == [
        (Outcome.FIGURE_DIFFERS, "“over 200” and “nearly 200”: another side of the same number"),
    ]
