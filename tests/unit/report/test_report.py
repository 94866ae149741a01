"""The pages: what stands on them, that they stand alone, and that no article can write on them."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audit.report import write_report
from audit.report.read import evidence
from audit.warehouse import open_published, read_sql

if TYPE_CHECKING:
    from tests.unit.report.conftest import Story

HOSTILE = '<script>alert("x")</script>\'"><img src=x onerror=alert(1)>{{ 7*7 }}'


class Page(HTMLParser):
    """Elements, ids and addresses of a page; `unclosed` lists elements that were left open or closed twice."""

    VOID = frozenset({"meta", "br", "img", "input", "link", "hr"})

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.unclosed: list[str] = []
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))
        self.unclosed += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "title", "desc"):
            self.text += data + " "


def flat(path: Path) -> str:
    """The text of a page, blanks made one, none before a comma or a full stop."""
    return re.sub(r" ([.,;:])", r"\1", " ".join(Page(path).text.split()))


def pages(report: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in sorted(report.rglob("*.html"))}


def test_there_is_a_page_for_each_article_and_each_claim_worth_one(report: Path, told: dict[str, str]) -> None:
    names = {str(path.relative_to(report)) for path in report.rglob("*") if path.is_file()}
    assert {name for name in names if not name.startswith("sources/")} == {
        ".pages.sha256",
        "index.html",
        "style.css",
        *(f"claims/{told[name]}.html" for name in ("homes", "vow")),
        *(f"articles/{told[name]}.html" for name in ("herald", "post", "dayline")),
    }


def test_every_page_is_well_formed_and_has_no_id_twice(report: Path) -> None:
    for path, page in pages(report).items():
        assert page.unclosed == [], path
        assert len(page.ids) == len(set(page.ids)), path


def test_every_link_inside_the_report_leads_somewhere(report: Path) -> None:
    found = pages(report)
    for path, page in found.items():
        for address in page.addresses:
            if address.startswith("http"):
                continue
            name, _, place = address.partition("#")
            target = (path.parent / name).resolve() if name else path
            assert target in found or target == report / "style.css", (path, address)
            assert not place or place in found[target].ids, (path, address)


def test_pages_need_no_script_and_fetch_nothing(report: Path) -> None:
    for path, page in pages(report).items():
        assert not {"script", "img", "iframe", "object", "form"} & set(page.tags), path
        root = "" if path.parent == report else "../"
        assert re.findall(r"<link[^>]*>", path.read_text()) == [f'<link rel="stylesheet" href="{root}style.css">'], path
        assert not any(name.startswith("on") for name in page.attributes), path
        assert "@import" not in path.read_text()
        assert not re.search(r"url\((?!#)", path.read_text()), path


def test_the_index_tells_what_came_in_and_what_to_look_at(report: Path) -> None:
    text = flat(report / "index.html")
    assert "3 articles from 3 saved files, 4 to 7 March 2024. 4 findings, 2 of them to look at first." in text
    assert "1 input could not be used" in text
    assert "raw/broken.html the file is cut off in the middle" in text
    assert "3 articles trace back to 1 starting point" in text
    assert "Valley Courier outlet 2 articles, 1 claim" in text
    assert text.index("figures differ") < text.index("wording differs") < text.index("source not identifiable")


def test_a_finding_that_does_not_say_so_is_marked_as_machine_reading(report: Path) -> None:
    text = flat(report / "index.html")
    assert "“not” stands on one side only. (machine reading, not reviewed)" in text
    assert "(machine reading, not reviewed). (machine reading" not in text


def test_the_claim_says_it_all_in_one_sentence(report: Path, told: dict[str, str]) -> None:
    text = flat(report / "claims" / f"{told['homes']}.html")
    assert (
        "3 articles trace back to 1 starting point; not in your collection: Valley Courier. The figures differ: “Nearly 200”"
        in text
    )
    assert "0 of 3 links reviewed" in text
    assert "the text says so · machine reading, not reviewed" in text
    assert "0.74" in text
    vow = flat(report / "claims" / f"{told['vow']}.html")
    assert "3 articles carry these words of Ana Ruiz, in 2 wordings." in vow
    assert "origin" not in vow.split("Findings")[1].split("The chain")[0], "an utterance has one origin by nature"


def test_differing_words_are_marked_on_their_side(report: Path, told: dict[str, str]) -> None:
    page = (report / "claims" / f"{told['vow']}.html").read_text()
    assert re.findall(r"<del>(.*?)</del>", page) == ["not", "until every family has a roof"]
    assert "<ins>" not in page
    assert "“not” on one side only" in page


def test_missing_sources_are_dashed_and_inferred_arrows_dotted(report: Path, told: dict[str, str]) -> None:
    page = (report / "claims" / f"{told['homes']}.html").read_text()
    assert len(re.findall(r'<rect class="miss"', page)) == 1
    assert len(re.findall(r'<rect class="box"', page)) == 3
    assert len(re.findall(r'<path class="e"', page)) == 2
    assert len(re.findall(r'<path class="i"', page)) == 1


def test_a_rejected_edge_is_listed_and_not_drawn(story: Story, told: dict[str, str], tmp_path: Path) -> None:
    story.warehouse.run("update edges set status = 'rejected' where edge_id = ?", [told["edge"]])
    write_report(story.warehouse, tmp_path / "again")
    page = (tmp_path / "again" / "claims" / f"{told['homes']}.html").read_text()
    assert '<path class="i"' not in page
    assert "rejected in review" in page


def test_index_and_claim_count_rejected_links_alike(story: Story, told: dict[str, str], tmp_path: Path) -> None:
    story.warehouse.run("update edges set status = 'rejected' where claim_id = ?", [told["vow"]])
    index = write_report(story.warehouse, tmp_path / "again")
    assert "1 of 4 links reviewed, 1 rejected" in flat(index)
    page = flat(index.parent / "claims" / f"{told['vow']}.html")
    assert "no link · 1 of 1 link reviewed, 1 rejected" in page
    assert "No link stands: 1 link was rejected in review, which is not independence." in page
    assert "No link was found" not in page


def test_list_and_page_say_one_thing_of_what_a_claim_goes_back_to(
    story: Story, told: dict[str, str], tmp_path: Path
) -> None:
    story.warehouse.run("update measures set low = 1, high = 3 where measure = 'independence'")
    index = write_report(story.warehouse, tmp_path / "again")
    said = "3 articles trace back to 1 to 3 starting points"
    assert said in flat(index)
    assert said in flat(index.parent / "claims" / f"{told['homes']}.html")


def test_the_index_tells_why_findings_are_only_counted(story: Story, told: dict[str, str], tmp_path: Path) -> None:
    for kind, earned, right in (("figure_conflict", 2, 13), ("truncated_quote", 0, 2)):
        story.insert("kind_precision", kind, earned, 17, right, 0, right / 17, 0.5, None, "invented", False)
    story.finding("figure_conflict", 0, (told["homes"], None), "Told elsewhere.", [])
    story.finding("truncated_quote", 0, (told["vow"], None), "Shortened.", [])
    counted = flat(write_report(story.warehouse, tmp_path / "again")).split("2 findings counted and not listed")[1]
    assert "figures differ 1 a finding of another kind, which is listed, tells the same places" in counted
    assert "shortened 1 too few were right: of 17 of this kind read by hand, 2 were right" in counted
    assert "2 were right (read under earlier rules)" in counted


def test_what_is_held_is_not_wanted_and_the_heaviest_claim_comes_first(
    story: Story, told: dict[str, str], tmp_path: Path
) -> None:
    for i in range(4):
        claim = story.claim(f"0{i}", "assertion", f"held once {i}", [("passage", f"p{i}", told["herald"])])
        story.edge(claim, told["herald"], "stated", [], source=told["courier"])
    held = flat(write_report(story.warehouse, tmp_path / "a")).split("wanted most first")[1]
    assert "Valley Courier outlet 2 articles, 5 claims Over 200 or nearly 200 homes" in held
    assert "4 claims in one article alone" in held
    story.warehouse.run("update sources set in_corpus = true where source_id = ?", [told["courier"]])
    assert "Valley Courier" not in flat(write_report(story.warehouse, tmp_path / "b")).split("wanted most first")[1]


def test_the_index_says_what_has_no_page(story: Story, told: dict[str, str], tmp_path: Path) -> None:
    story.article("alone", "A quiet day\n\nNothing happened in Orsa.", datetime(2024, 3, 9), None)
    text = flat(write_report(story.warehouse, tmp_path / "again"))
    assert "1 claim not listed: in one article alone, with nothing found on it but notes." in text
    assert "1 article without a page: no claim of it stands elsewhere, and nothing was found in it." in text


def test_an_article_shows_each_mention_where_it_stands(report: Path, told: dict[str, str]) -> None:
    page = (report / "articles" / f"{told['herald']}.html").read_text()
    assert re.search(r'<a class="m figure"[^>]*>200</a>', page)
    assert re.search(r'<a class="m quote"[^>]*>We will not leave the valley until every family has a roof</a>', page)
    assert re.search(r'<a class="m credit"[^>]*>according to the Valley Courier</a>', page)
    assert re.search(r'<div class="b boilerplate"><span class="role">boilerplate</span>About us', page)
    assert re.search(r'<a href="../claims/' + told["homes"], page)


def test_a_credit_leads_to_the_claim_that_rests_on_it(report: Path, told: dict[str, str]) -> None:
    page = (report / "articles" / f"{told['post']}.html").read_text()
    credits = page.split('id="credits"')[1]
    assert told["homes"] in credits


def test_an_article_shows_what_changed_since_the_version_before(
    story: Story, told: dict[str, str], tmp_path: Path
) -> None:
    earlier = "replace(text, 'over 200', 'some 150')"
    story.warehouse.run(
        f"insert into articles select * replace (1 as version, false as is_latest, {earlier} as text) "
        "from articles where article_id = ?",
        [told["post"]],
    )
    for table in ("articles", "blocks", "quotes", "figures", "credits"):
        latest = "and is_latest" if table == "articles" else ""
        story.warehouse.run(f"update {table} set version = 2 where article_id = ? {latest}", [told["post"]])
    report = write_report(story.warehouse, tmp_path / "report").parent
    page = (report / "articles" / f"{told['post']}.html").read_text()
    assert re.findall(r"<(?:del|ins)>(.*?)</", page) == ["some 150", "over 200"]
    assert "2 of 2 in your collection" in page


def test_measures_open_the_rows_behind_them(report: Path, told: dict[str, str]) -> None:
    text = flat(report / "articles" / f"{told['dayline']}.html")
    assert "Figures with a source 0 of 1 1 row not counted: 200" in text
    assert "%" not in text


def test_a_few_are_counted_and_no_share_is_printed(report: Path) -> None:
    for path in report.rglob("*.html"):
        assert "%" not in Page(path).text, path


def test_an_untitled_article_goes_by_a_line_that_tells_something(
    story: Story, told: dict[str, str], tmp_path: Path
) -> None:
    text = "7 years ago\n\nThe mayor of Orsa left the valley in the night of Tuesday."
    article = story.article("untitled", text, None, None)
    story.warehouse.run("update articles set title = null where article_id = ?", [article])
    index = flat(write_report(story.warehouse, tmp_path / "report"))
    assert "The mayor of Orsa left the valley" in index
    assert "7 years ago" not in index


def test_the_same_warehouse_gives_the_same_bytes(story: Story, report: Path, tmp_path: Path) -> None:
    write_report(story.warehouse, tmp_path / "again")
    for path in report.rglob("*.html"):
        assert path.read_bytes() == (tmp_path / "again" / path.relative_to(report)).read_bytes()


def test_pages_of_what_is_gone_are_removed_and_nothing_else(story: Story, told: dict[str, str], report: Path) -> None:
    stale, mine = report / "claims" / ("0" * 20 + ".html"), report / "claims" / "notes.html"
    stale.touch()
    mine.touch()
    write_report(story.warehouse, report)
    assert not stale.exists()
    assert mine.exists()


def test_an_empty_warehouse_has_a_report(story: Story, tmp_path: Path) -> None:
    index = write_report(story.warehouse, tmp_path / "deep" / "report")
    assert index == tmp_path / "deep" / "report" / "index.html"
    assert "No article could be read." in Page(index).text


def hostile(story: Story) -> dict[str, str]:
    """An article, its publisher, a source, a claim and a problem that all try to write on the page."""
    publisher = story.source("Outlet " + HOSTILE, "outlet", held=True)
    unseen = story.source("Source " + HOSTILE, "outlet")
    text = f"{HOSTILE}\n\nNearly 200 {HOSTILE} said </p></main> it, according to {HOSTILE}."
    article = story.article("x", text, datetime(2024, 3, 4), publisher, "javascript:alert(1)")
    other = story.article("y", "</style><script>1</script> over 200 left", None, None, 'https://x.example/"><script>')
    figure = story.figure(article, "Nearly 200", "200", 200, "<", unseen)
    second = story.figure(other, "over 200", "200", 200, ">", None)
    claim = story.claim("x", "figure", HOSTILE, [("figure", figure, article), ("figure", second, other)])
    story.edge(claim, article, "stated", [story.place(article, "according to")], source=unseen)
    story.match("figure", "conflict", (article, figure), (other, second), HOSTILE)
    story.insert("origins", claim, "source", unseen)
    story.insert("measures", "independence", "claim", claim, None, None, 1.0, 2.0)
    story.finding("figure_conflict", 3, (claim, article), HOSTILE, [story.place(article, "200"), {"start": HOSTILE}, 7])
    for url in ("javascript:alert(1)", "data:text/html,<script>1</script>", 'https://y.example/"onclick="x'):
        story.insert("links", article, 1, 0, 8, url, url, "other", "paragraph")
    story.insert("problems", "ingest", HOSTILE, None, None, HOSTILE, "r")
    story.insert("runs", "r", None, None, "done", HOSTILE, HOSTILE, "{}")
    return {"article": article, "claim": claim}


def test_no_article_can_write_on_the_page(story: Story, tmp_path: Path) -> None:
    told = hostile(story)
    report = write_report(story.warehouse, tmp_path / "report").parent
    for path, page in pages(report).items():
        assert not {"script", "img"} & set(page.tags), path
        assert not any(name.startswith("on") for name in page.attributes), path
        assert not any(address.lower().startswith(("javascript:", "data:")) for address in page.addresses), path
        assert page.unclosed == [], path
        assert "49" not in page.text.split("Secondhand")[0].replace("{{ 7*7 }}", ""), path
    assert HOSTILE.split("{{")[0] in Page(report / "articles" / f"{told['article']}.html").text
    assert "javascript:alert(1)" in Page(report / "articles" / f"{told['article']}.html").text


@pytest.mark.parametrize(
    "evidence", ["", "nonsense", "{}", "[1, null]", '[{"article_id": "gone", "start": 0, "end": 4}]']
)
def test_evidence_that_points_nowhere_breaks_nothing(
    story: Story, told: dict[str, str], tmp_path: Path, evidence: str
) -> None:
    story.warehouse.run("alter table findings alter evidence type varchar")
    story.warehouse.run("update findings set evidence = ?", [evidence])
    report = write_report(story.warehouse, tmp_path / "report").parent
    assert "The origin is not held" in (report / "index.html").read_text()


def test_long_lists_are_cut_with_a_word_of_what_is_left(story: Story, tmp_path: Path) -> None:
    outlet = story.source("Orsa Herald", "outlet", held=True)
    for i in range(205):
        article = story.article(f"a{i:03}", f"Title {i}\n\nWords of {i}.", datetime(2024, 3, 4), outlet)
        story.finding("vague_source", 1, (None, article), f"Said by nobody, {i}.", [])
        story.insert("problems", "ingest", f"raw/{i}", None, None, "empty", "r")
    report = write_report(story.warehouse, tmp_path / "report").parent
    text = flat(report / "index.html")
    assert "145 more: the whole list" in text
    assert "165 more, less serious or of the same weight" in text
    whole = flat(report / "lists" / "findings-1.html")
    assert all(f"Said by nobody, {i}." in whole for i in range(205))
    test_every_link_inside_the_report_leads_somewhere(report)
    assert "155 more: secondhand sql" in text
    assert len(list((report / "articles").iterdir())) == 205


def test_a_chain_of_many_articles_is_drawn_with_groups(story: Story, tmp_path: Path) -> None:
    outlet = story.source("Orsa Herald", "outlet", held=True)
    mentions = []
    for i in range(76):
        article = story.article(
            f"a{i:02}", f"Title {i}\n\nThe dam held {i + 100} tonnes.", datetime(2024, 3, 4), outlet
        )
        figure = story.figure(article, f"{i + 100}", f"{i + 100}", i + 100, "=", None)
        mentions.append(("figure", figure, article))
    claim = story.claim("many", "figure", "The dam held", mentions)
    story.edge(claim, article, "inferred", [story.place(article, "The dam held")], article=mentions[0][2])
    report = write_report(story.warehouse, tmp_path / "report").parent
    text = flat(report / "claims" / f"{claim}.html")
    assert "74 articles in one box: Orsa Herald" in text
    page = (report / "claims" / f"{claim}.html").read_text(encoding="utf-8")
    assert page.count('<rect class="box"') == 3
    listed = page.partition('id="group-1"')[2].partition("</ul>")[0]
    assert listed.count('<li><a href="#a-') == 74
    assert "74 other wordings" in text
    assert "All 76 articles that carry it" in text
    test_every_link_inside_the_report_leads_somewhere(report)


def test_only_what_changed_is_written(story: Story, told: dict[str, str], report: Path) -> None:
    stamps = {path: path.stat().st_mtime_ns for path in report.rglob("*.html")}
    story.finding("vague_source", 1, (None, told["post"]), "Said by two officials.", [])
    write_report(story.warehouse, report)
    changed = {str(path.relative_to(report)) for path, at in stamps.items() if path.stat().st_mtime_ns != at}
    assert changed == {"index.html", f"articles/{told['post']}.html"}


def test_an_article_that_shares_nothing_has_no_page_and_stands_in_the_list(story: Story, tmp_path: Path) -> None:
    article = story.article("alone", "A quiet day\n\nNothing happened in Orsa.", datetime(2024, 3, 9), None)
    report = write_report(story.warehouse, tmp_path / "report").parent
    assert not (report / "articles" / f"{article}.html").exists()
    assert "A quiet day" in flat(report / "index.html")


def test_a_story_has_its_timeline_figures_people_and_chain(story: Story, told: dict[str, str], tmp_path: Path) -> None:
    articles = [told[name] for name in ("herald", "post", "dayline")]
    story.insert("stories", "s" * 20, "Flood in Orsa", datetime(2024, 3, 4), datetime(2024, 3, 7))
    for article in articles:
        story.insert("story_articles", "s" * 20, article)
    report = write_report(story.warehouse, tmp_path / "report").parent
    spread = "3 articles trace back to 1 starting point, Valley Courier: Over 200 or nearly 200"
    index = flat(report / "index.html")
    assert re.search(f"Flood in Orsa {spread}[^“”]* 4 to 7 March 2024", index)
    page = flat(report / "stories" / f"{'s' * 20}.html")
    assert "3 articles, 4 to 7 March 2024." in page
    assert spread in page.split("What to look at")[0]
    for heading in ("What to look at", "Who had it from whom", "Claims", "Timeline", "People and bodies"):
        assert heading in page, heading
    assert "Ana Ruiz" in page.split("People and bodies")[1]
    test_every_link_inside_the_report_leads_somewhere(report)


@pytest.mark.parametrize(("low", "high", "told_by"), [(1, 2, "1 or 2"), (1, 3, None), (3, 3, None)])
def test_a_story_is_told_by_no_claim_that_is_not_traced(
    story: Story, told: dict[str, str], tmp_path: Path, low: int, high: int, told_by: str | None
) -> None:
    story.insert("stories", "s" * 20, "Flood in Orsa", datetime(2024, 3, 4), datetime(2024, 3, 7))
    for name in ("herald", "post", "dayline"):
        story.insert("story_articles", "s" * 20, told[name])
    story.warehouse.run("update measures set low = ?, high = ? where measure = 'independence'", [low, high])
    index = flat(write_report(story.warehouse, tmp_path / "report")).split("Findings, most serious first")[0]
    assert ("trace back to" in index) == (told_by is not None)
    assert told_by is None or f"3 articles trace back to {told_by} starting points, Valley Courier" in index


def test_a_source_page_tells_what_is_credited_to_it(report: Path) -> None:
    texts = [flat(path) for path in (report / "sources").iterdir()]
    (mayor,) = (text for text in texts if "Ana Ruiz Person" in text)
    assert "in 3 articles, 3 quotes, 0 credits." in mayor
    assert "We will leave the valley" in mayor


@pytest.mark.parametrize("page", ["claims", "articles"])
def test_the_page_never_takes_a_count_for_a_verdict(report: Path, told: dict[str, str], page: str) -> None:
    for path in (report / page).iterdir():
        text = flat(path).casefold()
        assert "how many starting points there are says where words come from, never whether they are so" in text
        for word in ("confirmed", "corroborated", "verified", "unreliable", "debunked", "fake"):
            assert word not in text, (path, word)


def test_a_count_stands_beside_what_it_does_not_say(report: Path, told: dict[str, str]) -> None:
    text = flat(report / "claims" / f"{told['homes']}.html")
    assert "One does not make them wrong, several do not confirm them." in text.split("The chain")[0]


def test_who_ruled_and_why_stands_beside_what_was_ruled_on(story: Story, told: dict[str, str], tmp_path: Path) -> None:
    (edge,) = story.warehouse.query("select min(edge_id) from edges")[0]
    story.warehouse.run(f"update edges set status = 'accepted' where edge_id = '{edge}'")
    story.insert("decisions", "d1", "edge", edge, "accepted", "mk", datetime(2026, 3, 4), "read both <b>twice</b>")
    report = write_report(story.warehouse, tmp_path / "report").parent
    page = (report / "claims" / f"{told['homes']}.html").read_text()
    assert "accepted in review" in page
    assert "mk: read both &lt;b&gt;twice&lt;/b&gt;" in page


def test_a_reprint_is_told_by_whose_text_it_is(story: Story, told: dict[str, str], tmp_path: Path) -> None:
    wire = story.source("Orsa Wire", "agency")
    story.warehouse.run("update articles set originator_id = ? where article_id = ?", [wire, told["post"]])
    printed = "Orsa Wire, as printed by Northern Post"
    sql = "select had_it_from from edges_told where parent_article_id is not null"
    assert set(story.warehouse.query(sql)) == {(printed,)}
    report = write_report(story.warehouse, tmp_path / "report").parent
    page = flat(report / "claims" / f"{told['homes']}.html")
    assert f"{printed} to Dayline" in (report / "claims" / f"{told['homes']}.html").read_text(encoding="utf-8")
    assert "Northern Post text of Orsa Wire" in page


def test_a_rejected_finding_is_folded_and_not_gone(story: Story, told: dict[str, str], tmp_path: Path) -> None:
    row = ("f" * 20, "truncated_quote", 2, told["vow"], None, "Words are left out.", "[]")
    story.insert("rejected_findings", *row)
    story.insert("decisions", "d1", "finding", "f" * 20, "rejected", "mk", datetime(2026, 3, 4), "marked in print")
    report = write_report(story.warehouse, tmp_path / "report").parent
    for page in (report / "index.html", report / "claims" / f"{told['vow']}.html"):
        assert "1 finding rejected in review shortened Words are left out. mk: marked in print" in flat(page)


def test_a_claim_without_links_has_no_picture_and_says_what_that_means(story: Story, tmp_path: Path) -> None:
    outlet = story.source("Orsa Herald", "outlet", held=True)
    mentions = []
    for name in ("one", "two"):
        article = story.article(name, f"{name}\n\nThe dam held 300 tonnes.", datetime(2024, 3, 4), outlet)
        mentions.append(("figure", story.figure(article, "300", "300", 300, "=", None), article))
    claim = story.claim("alone", "figure", "The dam held 300 tonnes", mentions)
    report = write_report(story.warehouse, tmp_path / "report").parent
    page = (report / "claims" / f"{claim}.html").read_text(encoding="utf-8")
    assert "<svg" not in page
    assert "No link was found, which is not independence." in page


def test_a_claim_is_called_by_every_value_that_its_articles_print(report: Path, told: dict[str, str]) -> None:
    page = (report / "claims" / f"{told['homes']}.html").read_text(encoding="utf-8")
    assert "<h1>Over 200 or nearly 200 homes: Nearly 200 homes under water</h1>" in page


def test_what_is_shown_of_a_measure_says_how_much_there_is(story: Story, told: dict[str, str]) -> None:
    views = {"figures_sourced": "figures_sourced_evidence"}
    found = evidence(story.warehouse, views, "article", [told["herald"], told["post"]])
    assert {(measure, len(rows), rows[0]["of"]) for (measure, _), rows in found.items()} == {("figures_sourced", 1, 1)}


def test_sources_of_one_article_are_left_to_the_command(story: Story, tmp_path: Path) -> None:
    articles = [story.article(n, f"{n}\n\nIt rained.", None, None) for n in ("one", "two")]
    everywhere, once = story.source("Ida Vale", "person"), story.source("Otto Moor", "person")
    for article, source in ((articles[0], everywhere), (articles[1], everywhere), (articles[1], once)):
        story.quote(article, "It rained", source)
    index = flat(write_report(story.warehouse, tmp_path / "report"))
    assert "Ida Vale" in index
    assert "Otto Moor" not in index
    assert "secondhand sources" in index


def test_days_of_a_story_say_how_many_articles_have_none(story: Story, tmp_path: Path) -> None:
    day = datetime(2024, 3, 4)
    story.insert("stories", "d" * 20, "Flood in Orsa", day, day)
    for name, at in (("one", day), ("two", None), ("three", None)):
        story.insert("story_articles", "d" * 20, story.article(name, f"{name}\n\nIt rained.", at, None))
    report = write_report(story.warehouse, tmp_path / "report").parent
    assert "3 articles, 4 March 2024, 2 without a date." in flat(report / "stories" / f"{'d' * 20}.html")


def test_the_index_opens_on_what_there_is_where_no_kind_stands_first(
    story: Story, told: dict[str, str], tmp_path: Path
) -> None:
    story.warehouse.run("update findings set severity = 2 where severity = 3")
    index = write_report(story.warehouse, tmp_path / "again")
    text = flat(index)
    shown = text.split("Findings, most serious first")[1]
    assert (
        shown.index("to look at")
        < shown.index("the figure differs".capitalize())
        < shown.index("Why none of them is marked")
    )
    assert "Look first" not in text
    assert "It takes two things: what the kind tells weighs enough" in text


def test_lists_offer_their_kinds_and_need_no_script_for_it(report: Path) -> None:
    page, style = (report / "index.html").read_text(), (report / "style.css").read_text()
    assert '<input type="radio" name="findings" value="altered_quote"> wording differs <b>1</b>' in page
    for name, kind in re.findall(r'<input type="radio" name="(\w+)" value="(\w+)"', page):
        assert f'.chooser:has([value="{kind}"]:checked) ~ .of-{name} .is-{name}:not(.is-{kind})' in style
        assert re.search(rf'class="(more )?is-{name} is-{kind}"', page)


def test_a_house_that_is_held_without_the_words_is_not_called_missing(
    story: Story, told: dict[str, str], tmp_path: Path
) -> None:
    story.warehouse.run("update edges set state = 'words_not_found' where parent_source_id = ?", [told["courier"]])
    index = write_report(story.warehouse, tmp_path / "again")
    lead = flat(index.parent / "claims" / f"{told['homes']}.html").split("The figures differ")[0]
    assert "; no text of it that you hold has these words: Valley Courier." in lead
    assert "not in your collection" not in lead


def test_each_link_and_finding_has_its_id_and_a_ready_line(report: Path, told: dict[str, str]) -> None:
    page = (report / "claims" / f"{told['homes']}.html").read_text()
    edges = set(re.findall(r'id="e-(\w+)"', page))
    findings = set(re.findall(r'id="f-(\w+)"', page))
    assert len(edges) == 3
    assert len(findings) == 2
    text = flat(report / "claims" / f"{told['homes']}.html")
    for kind, ids in (("edge", edges), ("finding", findings)):
        for key in ids:
            assert f'{{"subject_kind": "{kind}", "subject_id": "{key}", "verdict": "rejected"' in text


@pytest.fixture(scope="module")
def demo_report(demo_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the demo. Read only."""
    return write_report(open_published(demo_warehouse), tmp_path_factory.mktemp("demo") / "report").parent


def test_a_ring_is_counted_as_one_and_is_no_starting_point(demo_warehouse: Path, demo_report: Path) -> None:
    held = open_published(demo_warehouse)
    (claim,) = held.query("select claim_id from findings where kind = 'circular'")[0]
    page = flat(demo_report / "claims" / f"{claim}.html")
    assert "3 articles trace back to 1 ring: its texts credit one another" in page
    assert "Time runs to the right, but for the arrow that closes the ring" in page


def test_who_posts_is_told_with_the_account(demo_warehouse: Path, demo_report: Path) -> None:
    held = open_published(demo_warehouse)
    (claim,) = held.query("select claim_id from claims_told order by articles desc limit 1")[0]
    page = flat(demo_report / "claims" / f"{claim}.html")
    assert "not in your collection: @jonasreyl (Jonas Reyl)." in page
    assert "account of Jonas Reyl" in page


def test_a_hedge_is_marked_beside_its_number_and_equal_pairs_are_folded(
    demo_warehouse: Path, demo_report: Path
) -> None:
    held = open_published(demo_warehouse)
    (claim,) = held.query("select claim_id from findings where kind = 'changed_on_way'")[0]
    page = (demo_report / "claims" / f"{claim}.html").read_text()
    assert '<del>Nearly</del> <b class="hot">200</b>' in page
    assert '<ins>Over</ins> <b class="hot">200</b>' in page
    folded = page.split("<details")[1:]
    assert any(
        "pairs that say the same</summary>" in one or "pair that says the same</summary>" in one for one in folded
    )


def test_what_the_index_wants_is_what_the_command_lists(demo_warehouse: Path, demo_report: Path) -> None:
    held = open_published(demo_warehouse)
    names = [row["name"] for row in held.dicts(read_sql("audit.listings", "wanted"), {})]
    shown = (demo_report / "index.html").read_text().split('id="wanted"')[1].split("</table>")[0]
    assert [re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<tr><td>(.*?)<span", shown)] == names


def _page(demo_warehouse: Path, demo_report: Path, words: str) -> str:
    """The page of the demo's claim whose label has these words and that most articles carry, as text."""
    asked = "select claim_id from claims_told where label like ? order by articles desc limit 1"
    (claim,) = open_published(demo_warehouse).query(asked, [f"%{words}%"])[0]
    return flat(demo_report / "claims" / f"{claim}.html")


def test_a_house_that_carries_the_claim_is_no_second_root_of_the_chain(demo_warehouse: Path, demo_report: Path) -> None:
    page = _page(demo_warehouse, demo_report, "400 dead fish")
    assert "9 articles trace back to 1 starting point" in page
    drawn = page.split("The chain")[1].split("side by side")[0]
    assert "here, words not found" not in drawn
    story = next(flat(path) for path in (demo_report / "stories").iterdir() if "Port Calder News" in path.read_text())
    assert "here, words not found" not in story.split("Who had it from whom")[1].split("Timeline")[0]


def test_a_figure_of_somebody_without_a_name_is_not_called_unsourced(demo_warehouse: Path, demo_report: Path) -> None:
    page = _page(demo_warehouse, demo_report, "three written warnings")
    assert "source without a name: a senior official" in page
    assert "source not stated" not in page


def test_rings_and_lists_are_told_alike_and_the_same_words_are_one_wording(
    demo_warehouse: Path, demo_report: Path
) -> None:
    assert "3 articles trace back to 1 ring" in flat(demo_report / "index.html")
    assert "wordings" not in _page(demo_warehouse, demo_report, "Nobody at the mill").split("The chain")[0]
