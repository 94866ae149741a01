"""Pages with references: which sentence each reference belongs to, what its source carries, what is not held."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.cite.outcome import first_line
from audit.cite.page_audit import check_page, not_matched, notes_of, page_line, read_marked, read_sources, wanted
from audit.cite.records import Verdict
from audit.cite.references import CitedSentence, cited_sentences
from audit.cite.saved import Saved, by_address
from audit.errors import InputError
from tests.steps import steps

ONE, TWO = "https://quay.example/one", "https://quay.example/two"

HTML = f"""<html><body><nav><a href="{ONE}">home</a></nav>
<p>The old bridge was closed to lorries on Monday.<sup><a href="#cite-1">[1]</a></sup> Nobody was hurt.</p>
<p>Repairs will cost <a href="{TWO}">4.2 million crowns</a>, the harbour said.</p>
<ol><li id="cite-1">Quay Courier. <a href="{ONE}">Bridge closed</a></li></ol></body></html>"""

MARKDOWN = f"""The old bridge was closed to lorries on Monday.[^1] Nobody was hurt.

Repairs will cost [4.2 million crowns]({TWO}), the harbour said.

[^1]: Quay Courier, {ONE}
"""

WIKITEXT = f"""The old '''bridge''' was closed to lorries on Monday.<ref name="qc">{{{{cite news |url={ONE} |title=Bridge closed |quote=closed
the bridge |archive-url=https://web.archive.org/web/2020/{ONE} |page=3}}}}</ref> Nobody was hurt.

Repairs will cost 4.2 million crowns, the [[harbour|harbour]] said.<ref>[{TWO} Costs]</ref> It is old.<ref name="qc" />
"""


def sentences(source: str, name: str = "") -> list[CitedSentence]:
    return list(cited_sentences(read_marked(source, name)))


@pytest.mark.parametrize(("source", "name"), [(HTML, "p.html"), (MARKDOWN, "p.md"), (WIKITEXT, "p.wiki")])
def test_a_reference_belongs_to_the_sentence_it_stands_in_or_closes(source: str, name: str) -> None:
    found = sentences(source, name)
    assert [(one.text, one.references[0].url) for one in found[:2]] == [
        ("The old bridge was closed to lorries on Monday.", ONE),
        ("Repairs will cost 4.2 million crowns, the harbour said.", TWO),
    ]


def test_a_named_reference_is_one_wherever_it_is_used() -> None:
    first, _, again = sentences(WIKITEXT)
    assert again.references == first.references
    [reference] = first.references
    assert (reference.title, reference.pages) == ("Bridge closed", "3")
    assert reference.archive_url == f"https://web.archive.org/web/2020/{ONE}"


def test_a_short_reference_is_kept_though_it_has_no_address() -> None:
    [one] = sentences("It was old.{{sfn|Holm|1931|p=12}} It fell.")
    assert (one.references[0].key, one.references[0].url, one.references[0].pages) == ("Holm 1931", None, "12")


@pytest.mark.parametrize(
    "short", ["{{sfn|Holm|1931|p=12}}", "{{Sfn|Holm|1931|p=12}}", "<ref>{{harvnb|Holm|1931|p=12}}</ref>"]
)
def test_a_short_reference_stands_for_the_full_one_of_author_and_year(short: str) -> None:
    book = f"{{{{cite book |last=Holm |first=Ada |date=May 1931 |title=Bridges of ''Tolland'' |url={ONE} |p=3}}}}"
    [one] = sentences(f"It was old.{short} It fell.\n\n== Sources ==\n* {book}")
    [reference] = one.references
    assert (reference.key, reference.url, reference.title) == ("Holm 1931", ONE, "Bridges of Tolland")
    assert reference.pages == "12"


def test_a_full_reference_may_say_what_short_ones_call_it() -> None:
    book = f"{{{{cite web |title=Bridges |url={ONE} |ref={{{{sfnref|Harbour office|1931}}}}}}}}"
    [one] = sentences(f"It was old.{{{{sfn|Harbour office|1931}}}} It fell.\n\n* {book}")
    assert one.references[0].url == ONE


def test_a_named_reference_may_be_used_by_a_template_and_defined_in_the_list() -> None:
    listed = (
        f'<references><ref name="qc">{{{{cite news |url={ONE} |title=Bridge |work=Quay Courier}}}}</ref></references>'
    )
    [one] = sentences(f"It was old.{{{{r|qc|p=4}}}} It fell.\n\n{listed}")
    [reference] = one.references
    assert (reference.url, reference.publisher, reference.pages) == (ONE, "Quay Courier", "4")


def test_a_quote_is_compared_without_its_markup() -> None:
    ref = f"<ref>{{{{cite web |url={ONE} |title=T |quote=closed the [[Lunkertor bridge|bridge]] on ''Monday''}}}}</ref>"
    assert sentences(f"It was closed.{ref}")[0].references[0].quote == "closed the bridge on Monday"


def test_rows_say_what_the_source_carries_and_what_is_not_held() -> None:
    texts = {ONE: Saved("one", "The old bridge was closed to lorries on Monday, the Courier reports.")}
    checked = list(check_page(sentences(HTML, "p.html"), texts))
    rows = [page_line(row) for row in checked]
    assert [(row["verdict"], row["references"][0]["held"]) for row in rows] == [
        ("carried", True),
        ("cannot_tell", False),
    ]
    assert first_line(row.checked.verdict for row in checked) == (
        "2 citations: 1 could not be checked, 1 found in all its words of weight. Words compared, not facts."
    )


def test_worst_comes_first_in_the_first_line() -> None:
    found = (Verdict.CARRIED, Verdict.NOT_FOUND, Verdict.DIFFERS, Verdict.NO_DIFFERENCE)
    assert first_line(found).startswith(
        "4 citations: 1 differs, 1 not found, 1 no difference found, 1 found in all its words of weight"
    )


def test_wanted_lists_each_address_once() -> None:
    assert list(wanted(sentences(WIKITEXT))) == [ONE, f"https://web.archive.org/web/2020/{ONE}", TWO]


@pytest.mark.parametrize("manifest", ["csv", "json"])
def test_sources_by_manifest(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "one.txt").write_text("The old bridge was closed to lorries on Monday.")
    if manifest == "csv":
        (tmp_path / "manifest.csv").write_text(f"url,file\n{ONE}?utm_source=x,one.txt\n")
    else:
        (tmp_path / "manifest.json").write_text(json.dumps({ONE: "one.txt"}))
    assert by_address(read_sources(tmp_path))[ONE].text == "The old bridge was closed to lorries on Monday."


def test_a_saved_page_is_found_by_its_own_address(tmp_path: Path) -> None:
    words = "The bridge was closed on Monday after cracks were found in two of its pillars, the harbour office said."
    page = f'<html><head><link rel="canonical" href="{ONE}"></head><body><article><h1>Bridge closed on Monday</h1><p>{words}</p><p>{words}</p></article></body></html>'
    (tmp_path / "saved.html").write_text(page)
    assert words in by_address(read_sources(tmp_path))[ONE].text


def test_a_broken_manifest_is_told(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("address\nx\n")
    with pytest.raises(InputError, match="manifest"):
        read_sources(tmp_path)


def test_what_keeps_saved_files_from_being_found_is_told(tmp_path: Path) -> None:
    for name in ("one", "two", "three", "four"):
        (tmp_path / f"{name}.txt").write_text("The old bridge was closed.")
    assert list(not_matched(tmp_path, read_sources(tmp_path))) == [
        f"without an address, so of no use: {tmp_path}/four.txt, {tmp_path}/one.txt, {tmp_path}/three.txt and 1 more;"
        " list them in manifest.csv with the columns url, file"
    ]
    rows = [f"{ONE}{name},{name}.txt\n" for name in ("one", "two", "three", "four", "five")]
    (tmp_path / "manifest.csv").write_text(f"url,file\n{''.join(rows)}")
    assert list(not_matched(tmp_path, read_sources(tmp_path))) == [
        f"in the manifest of {tmp_path}, but not there: five.txt"
    ]


ANSWER = f"""The bridge was closed on Monday [1]. Nobody was hurt.[1][2]

1. Repairs will cost 4.2 million crowns ([Quay Courier]({TWO})).

[1]: {ONE} "Bridge closed"
[2]: <{TWO}>.
"""


def test_numbers_of_an_answer_are_what_it_defines_though_a_list_of_claims_is_numbered_too() -> None:
    assert [(one.text, [reference.url for reference in one.references]) for one in sentences(ANSWER, "a.md")] == [
        ("The bridge was closed on Monday.", [ONE]),
        ("Nobody was hurt.", [ONE, TWO]),
        ("Repairs will cost 4.2 million crowns.", [TWO]),
    ]


def test_of_two_numbered_lists_the_last_has_the_addresses() -> None:
    answer = f"The bridge was closed [1].\n\n1. It is [old]({TWO}).\n\nSources\n\n1. Quay Courier ({ONE})."
    found = sentences(answer, "a.md")
    assert [[reference.url for reference in one.references] for one in found] == [[ONE], [TWO]]


def test_an_address_alone_is_no_title() -> None:
    titles = [reference.title for one in sentences(ANSWER, "a.md") for reference in one.references]
    assert titles == ["Bridge closed", "Bridge closed", None, None]


def test_brackets_of_an_address_are_its_own() -> None:
    [one] = sentences("The bridge is old [1].\n\n1. (see https://quay.example/bridge_(old)).", "a.md")
    assert one.references[0].url == "https://quay.example/bridge_(old)"


ARCHIVE = "The old bridge was built in 1931 by Jonas Aster. It carries many vehicles."


@pytest.mark.parametrize(
    ("page", "lost"),
    [
        (f"According to the [county archive]({ONE}), the old bridge was built in 1931.", []),
        (f"The [Quay Courier]({ONE}) reported that the old bridge was built in 1931.", []),
        (f"According to the county archive, the old bridge was [built in 1931]({ONE}).", ["county archive"]),
        (f"The old bridge carries [heavy lorries]({ONE}) and many vehicles.", ["heavy lorries"]),
    ],
)
def test_a_source_need_not_say_its_own_name(page: str, lost: list[str]) -> None:
    [row] = check_page(sentences(page, "p.md"), {ONE: Saved("one", ARCHIVE)})
    assert [gap.span.of(row.sentence.text) for gap in row.checked.gaps] == lost


@pytest.mark.parametrize(
    "link",
    [
        f' <a href="{ONE}">[source]</a>.', f' (<a href="{ONE}">Quay Courier, 4 March</a>).', f'. — <a href="{ONE}">archive</a>',
    ],
)  # fmt: skip
def test_a_label_of_a_link_is_no_claim(link: str) -> None:
    [one] = sentences(f"<p>The old bridge was built in 1931{link}</p>", "p.html")
    assert not {"source", "Courier", "archive"} & set(one.text.replace("[", " ").replace("]", " ").split())


def test_quotation_marks_of_a_title_go_only_together() -> None:
    page = '<p>It is old.<a href="#r">1</a></p><ol><li id="r"><a href="https://a.example/b">Archive</a>, "Bridge"</li></ol>'
    assert sentences(page, "p.html")[0].references[0].title == 'Archive, "Bridge"'


def test_an_empty_page_has_no_citations() -> None:
    assert sentences("") == []
    assert first_line([]) == "0 citations. Words compared, not facts."


def test_many_references_are_read_in_their_number_of_steps() -> None:
    def read(count: int) -> None:
        page = "\n\n".join(
            f"Boat {n} sank in the harbour.[^{n}]\n\n[^{n}]: https://quay.example/{n}" for n in range(count)
        )
        assert len(sentences(page, "p.md")) == count

    assert steps(lambda: read(1_200)) < 5 * steps(lambda: read(300))  # four times as many


def test_a_page_behind_a_reference_is_its_page() -> None:
    [one] = sentences(f"The bridge is old.<ref>{{{{cite book|url={ONE}|title=Bridges}}}}</ref>{{{{rp|12}}}}", "p.wiki")
    assert (one.references[0].title, one.references[0].pages) == ("Bridges", "12")


@pytest.mark.parametrize(("quote", "notes"), [("closed to lorries", 0), ("open to every lorry", 1)])
def test_a_quote_that_a_reference_gives_must_stand_in_its_source(quote: str, notes: int) -> None:
    page = f"The old bridge was closed to lorries.<ref>{{{{cite news|url={ONE}|title=Bridges|quote={quote}}}}}</ref>"
    [row] = check_page(sentences(page, "p.wiki"), {ONE: Saved("one", "The old bridge was closed to lorries.")})
    assert page_line(row)["references"][0]["quote_found"] == (notes == 0)
    assert len(notes_of(row)) == notes
