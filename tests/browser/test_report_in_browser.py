"""The report from disk in a real browser, with no network: as it looks on a desk and on a telephone, light and dark."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.chrome import Tab

pytestmark = pytest.mark.browser
LOOKS = (Path(__file__).parent / "looks.js").read_text()
ADDRESSES = """[...document.querySelectorAll("a[href]")].map(a => a.getAttribute("href"))"""
IDS = """[...document.querySelectorAll("[id]")].map(e => e.id)"""
AA = """axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]})
  .then(found => found.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " " + (n.any[0] ? n.any[0].message : "")).join(" | ")))"""
WINDOWS = pytest.mark.parametrize(
    ("width", "dark"),
    [(1280, False), (400, True), (1280, True), (400, False)],
    ids=["wide", "narrow-dark", "wide-dark", "narrow"],
)
REPORTS = pytest.mark.parametrize("name", ["demo_report", "seeds_report", "wide_report"])


def pages_of(report: Path) -> list[Path]:
    """Every page, of many articles, sources and lists a few."""
    found = sorted(report.rglob("*.html"))
    few = {name: [p for p in found if p.parent.name == name][:12] for name in ("articles", "sources", "lists")}
    return [p for p in found if p.parent.name not in few or p in few[p.parent.name]]


@REPORTS
@WINDOWS
def test_pages_look_right_and_ask_for_nothing(
    tab: Tab, request: pytest.FixtureRequest, name: str, width: int, dark: bool
) -> None:
    report: Path = request.getfixturevalue(name)
    tab.look(width, 900, dark=dark)
    wrong = {}
    for page in pages_of(report):
        tab.visit(page.as_uri())
        own = [*tab.run(LOOKS), *tab.trouble, *(url for url in tab.asked if not url.startswith("file:"))]
        own += [f"another request: {url}" for url in tab.asked[1:] if url != (report / "style.css").as_uri()]
        if own:
            wrong[str(page.relative_to(report))] = own[:8]
    assert wrong == {}


@REPORTS
def test_every_link_and_anchor_leads_somewhere(tab: Tab, request: pytest.FixtureRequest, name: str) -> None:
    report: Path = request.getfixturevalue(name)
    tab.look(1280, 900)
    ids, addresses = dict[Path, set[str]](), dict[Path, list[str]]()
    for page in sorted(report.rglob("*.html")):
        tab.visit(page.as_uri())
        ids[page], addresses[page] = set(tab.run(IDS)), tab.run(ADDRESSES)
    lost = []
    for page, own in addresses.items():
        for address in own:
            parts = urlsplit(address)
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            here = not parts.scheme and (
                target not in ids or (parts.fragment and unquote(parts.fragment) not in ids[target])
            )
            if here or parts.scheme not in ("", "http", "https"):
                lost.append((page.name, address))
    assert lost == []


@REPORTS
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (400, True)], ids=["wide", "narrow-dark"])
def test_no_page_breaks_wcag_aa(
    tab: Tab, axe: str, request: pytest.FixtureRequest, name: str, width: int, dark: bool
) -> None:
    report: Path = request.getfixturevalue(name)
    tab.look(width, 900, dark=dark)
    wrong = {}
    for page in pages_of(report):
        tab.visit(page.as_uri())
        tab.run(axe + ";0")
        if own := tab.run(AA):
            wrong[str(page.relative_to(report))] = own
    assert wrong == {}


ROWS = """[...document.querySelectorAll(".is-findings")].filter(e => e.getClientRects().length)
  .map(e => [...e.classList].at(-1))"""


def test_a_box_of_several_opens_their_list(tab: Tab, wide_report: Path) -> None:
    tab.look(1280, 900)
    (page, *_) = [p for p in wide_report.rglob("*.html") if 'id="group-1"' in p.read_text(encoding="utf-8")]
    tab.visit(page.as_uri())
    assert tab.run('document.querySelectorAll("svg rect").length') <= 60
    assert tab.run('document.querySelector("#group-1").checkVisibility()') is False
    tab.run(
        'document.querySelector("svg a[href=\'#group-1\'] rect").dispatchEvent(new MouseEvent("click", {bubbles: true}))'
    )
    assert tab.run('document.querySelector("#group-1").checkVisibility()') is True
    assert tab.run('document.querySelectorAll("#group-1 a").length') > 30


def test_a_reader_chooses_a_kind_without_script(tab: Tab, demo_report: Path) -> None:
    tab.look(1280, 900)
    tab.visit((demo_report / "index.html").as_uri())
    before = tab.run(ROWS)
    assert len(set(before)) > 2
    tab.run("""document.querySelector('.chooser [value="altered_quote"]').click()""")
    assert set(tab.run(ROWS)) == {"is-altered_quote"}
    tab.run("""document.querySelector('.chooser [value=""]').click()""")
    assert tab.run(ROWS) == before
