"""Lines of a head that say when: days and hours in many languages, publications apart from changes."""

from __future__ import annotations

from datetime import datetime

import pytest

from audit.ingest.articles import read_text
from audit.ingest.datelines import is_date_line, line_stamps
from audit.ingest.drafts import Draft, Known, parse_when

CAPTURED = datetime(2031, 11, 22)
BODY = (
    "The harbour office closed the old quay after divers had found cracks in its walls, and the ferry lands elsewhere."
)
TENTH = datetime(2031, 3, 4, 10, 15)
LINES = [
    ("04.03.2031, 10:15 Uhr", "de", TENTH),
    ("Publié le 4 mars 2031 à 10h15", "fr", TENTH),
    ("4 de marzo de 2031", "es", datetime(2031, 3, 4)),
    ("4 марта 2031, 10:15", "ru", TENTH),
    ("2031年3月4日", "ja", datetime(2031, 3, 4)),
    ("2031. március 4. 10:15", "hu", TENTH),
    ("Opublikowano: 4 marca 2031, godz. 10:15", "pl", TENTH),
    ("Published 10:15 p.m. ET, March 4, 2031", "en", datetime(2031, 3, 4, 22, 15)),
    ("2031/03/04 10:15", "en", TENTH),
    ("04/03/2031", "fr", datetime(2031, 3, 4)),
    ("04/03/2031", "en-US", datetime(2031, 4, 3)),
    ("25/03/2031", "en", datetime(2031, 3, 25)),
]


@pytest.mark.parametrize(("line", "language", "moment"), LINES)
def test_a_line_that_says_when(line: str, language: str, moment: datetime) -> None:
    (stamp,) = line_stamps(line, language)
    assert stamp.moment
    assert stamp.moment[0] == moment
    assert not stamp.is_update


@pytest.mark.parametrize("line", ["04/03/2031", "May 2031", "31.02.2031"])
def test_what_cannot_be_told_is_not_read(line: str) -> None:
    assert line_stamps(line, "en") == ()


def test_a_month_that_is_another_one_elsewhere_is_read_where_the_language_is_known() -> None:
    assert [stamp.day.month for stamp in line_stamps("4 listopada 2031", "pl")] == [11]
    assert line_stamps("4 listopada 2031", None) == ()


def test_numbers_in_either_order_are_a_date_line_though_none_is_read() -> None:
    assert is_date_line("04/03/2031")
    assert not is_date_line("04/03/2031 the quay closed")


def head(*lines: str) -> Draft:
    return read_text("\n".join(["Quay cracks widen in Port Elm", *lines, "", BODY, BODY, BODY]), Known(), CAPTURED)


@pytest.mark.parametrize(
    "lines",
    [
        ["Published 4 March 2031 · Updated 6 March 2031"],
        ["Updated 6 March 2031, 18:00", "First published 4 March 2031, 10:15"],
        ["Mis à jour le 06.03.2031 à 18:00 - Publié le 04.03.2031 à 10:00"],
    ],
)
def test_a_change_is_no_publication(lines: list[str]) -> None:
    draft = head(*lines)
    assert draft.dates.at
    assert draft.dates.at.date().isoformat() == "2031-03-04"
    assert draft.modified
    assert draft.modified.date().isoformat() == "2031-03-06"


def test_a_change_alone_bounds_the_publication() -> None:
    draft = head("Updated 6 March 2031")
    assert draft.dates.at is None
    assert draft.dates.end
    assert draft.dates.end.date().isoformat() == "2031-03-06"


def test_a_dateline_bounds_the_publication() -> None:
    draft = read_text(f"Quay cracks widen\n\nPORT ELM, March 4 (Reuters) - {BODY}\n\n{BODY}", Known(), CAPTURED)
    assert (draft.dates.at, draft.dates.start, draft.dates.basis) == (None, datetime(2031, 3, 4), "inferred")


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["Von Ada Quill", "04.03.2031"], ("Ada Quill",)),
        (["By Ada Quill in Port Elm and Ben Marr in the capital"], ("Ada Quill", "Ben Marr")),
        (["Ada Quill", "Oct 22", "5 min read"], ("Ada Quill",)),
        (["Harbour Desk", "Oct 22"], ()),
        (["Middle East", "Oct 22"], ()),
    ],
)
def test_who_wrote_it_by_the_head(lines: list[str], authors: tuple[str, ...]) -> None:
    assert head(*lines).authors == authors


def test_who_reported_it_by_the_tail_where_no_head_says() -> None:
    tail = "(Reporting by Ada Quill; Editing by Ben Marr)"
    assert read_text("\n\n".join(["Quay cracks widen", BODY, BODY, tail]), Known(), CAPTURED).authors == ("Ada Quill",)
    told = read_text("\n\n".join(["Quay cracks widen", "By Mara Holt", BODY, BODY, tail]), Known(), CAPTURED)
    assert told.authors == ("Mara Holt",)


def test_the_navigation_above_a_copied_page_is_not_its_title() -> None:
    menu = "Skip to content\nHome\nNews\nSport\nSubscribe\nLog in\n\n"
    draft = read_text(f"{menu}Quay cracks widen in Port Elm\n\nBy Ada Quill\n\n{BODY}\n\n{BODY}", Known(), CAPTURED)
    assert (draft.title, draft.authors) == ("Quay cracks widen in Port Elm", ("Ada Quill",))


def test_a_date_in_words_of_an_export_keeps_its_hour() -> None:
    assert parse_when("4 mars 2031 à 10h15") == (TENTH, "time")
    assert parse_when("04/03/2031") is None
