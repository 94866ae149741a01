"""The pages of `cite` and `check-draft` in a real browser: marked, nothing cut off, nothing asked for, AA."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.cite.draft_check import check_draft, first_line
from audit.cite.draft_records import HeldText
from audit.cite.draft_sheet import draft_page
from audit.cite.sheet import write_private
from bench.sheets import write_wiki_sheet
from tests.browser.chrome import Tab
from tests.browser.test_report_in_browser import AA, LOOKS, WINDOWS
from tests.unit.cite.test_draft_sheet import DRAFT, RECORD

pytestmark = pytest.mark.browser
SHEETS = pytest.mark.parametrize("name", ["wiki_sheet", "draft_sheet"])
REFERENCES = 40
COUNT = "document.querySelectorAll('{}').length"


@pytest.fixture(scope="session")
def wiki_sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_wiki_sheet(tmp_path_factory.mktemp("wiki") / "sheet.html", REFERENCES)


@pytest.fixture(scope="session")
def draft_sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    held = [HeldText("r", "notes.txt", RECORD, is_record=True)]
    lines = check_draft(DRAFT, held)
    path = tmp_path_factory.mktemp("draft") / "draft.html"
    write_private(path, draft_page(DRAFT, lines, held, first_line(lines), "draft.md"))
    return path


@SHEETS
@WINDOWS
def test_a_sheet_looks_right_and_asks_for_nothing(
    tab: Tab, request: pytest.FixtureRequest, name: str, width: int, dark: bool
) -> None:
    tab.look(width, 900, dark=dark)
    path: Path = request.getfixturevalue(name)
    tab.visit(path.as_uri())
    assert [*tab.run(LOOKS), *tab.trouble] == []
    assert tab.asked == [path.as_uri()]
    assert tab.run(COUNT.format("mark.differs")) > 0


@SHEETS
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (400, True)], ids=["wide", "narrow-dark"])
def test_no_sheet_breaks_wcag_aa(
    tab: Tab, axe: str, request: pytest.FixtureRequest, name: str, width: int, dark: bool
) -> None:
    tab.look(width, 900, dark=dark)
    tab.visit(request.getfixturevalue(name).as_uri())
    tab.run(axe + ";0")
    assert tab.run(AA) == []


def test_each_reference_is_a_section(tab: Tab, wiki_sheet: Path) -> None:
    tab.look(1280, 900)
    tab.visit(wiki_sheet.as_uri())
    assert tab.run(COUNT.format("section")) == REFERENCES
