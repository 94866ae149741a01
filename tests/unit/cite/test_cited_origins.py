"""What the sources of a page go back to: origins of the words that carry a sentence, rings, what is not held."""

from __future__ import annotations

from audit.cite.page_audit import PageRow, check_page, read_marked
from audit.cite.references import cited_sentences
from audit.cite.saved import Saved
from audit.cited_origins import PageOrigins, find_page_origins
from audit.trace.bounds import Bounds

HOST = "https://{}.example/bridge"
TEXTS = {
    "quay": "Inspectors found cracks in 14 pillars of the Lunkertor bridge, according to Wikipedia. Ferries sail.",
    "dell": "Inspectors found cracks in 14 pillars of the Lunkertor bridge, the Tolland Wire reported. Traders worry.",
    "moor": "The Tolland Wire reported that inspectors found cracks in 14 pillars of the Lunkertor bridge. It rained.",
    "hill": "Some 9,000 vehicles crossed the Lunkertor bridge every day before it closed. Nobody lives there now.",
}
NAMES = {"quay": "Quay Courier", "dell": "Dell Post", "moor": "Moor Herald", "hill": "Hill Gazette"}


def page(*told: tuple[str, str]) -> list[PageRow]:
    """A wikitext page: each sentence with the keys of what it cites."""
    refs = {
        key: f"<ref>{{{{cite news |url={HOST.format(key)} |title=Bridge in {key} |work={NAMES.get(key, key)}}}}}</ref>"
        for _, keys in told
        for key in keys.split()
    }
    source = "\n\n".join(sentence + "".join(refs[key] for key in keys.split()) for sentence, keys in told)
    held = {HOST.format(key): Saved(key, text) for key, text in TEXTS.items()}
    return list(check_page(cited_sentences(read_marked(source, "p.wiki")), held))


CRACKS = "Inspectors found cracks in 14 pillars of the Lunkertor bridge."
CROWD = "Some 9,000 vehicles crossed the Lunkertor bridge every day."


def test_two_sources_that_credit_a_third_are_one_origin() -> None:
    found = find_page_origins(page((CRACKS, "dell moor")))
    assert found.line() == "2 sources cited, 1 origin"
    assert found.named == {0: ("The Tolland Wire",)}


def test_each_sentence_has_its_own_origins_and_what_is_not_held_is_counted() -> None:
    found = find_page_origins(page((CRACKS, "dell moor gone"), (CROWD, "hill")))
    assert found.line() == "4 sources cited, 1–2 origins, 1 not held"


def test_one_source_behind_two_marks_is_one_origin() -> None:
    url = HOST.format("hill")
    source = f"{CROWD}[1]\n\n{CROWD} [It is old]({url}).\n\n[1]: {url}"
    rows = list(check_page(cited_sentences(read_marked(source, "p.md")), {url: Saved("hill", TEXTS["hill"])}))
    found = find_page_origins(rows)
    assert found.line() == "2 sources cited, 1 origin"
    assert found.named == {0: (url,), 1: (url,)}


def test_a_source_that_credits_the_page_closes_a_ring() -> None:
    rows = page((CRACKS, "quay"), (CROWD, "hill"))
    found = find_page_origins(rows, "Wikipedia")
    assert found.rings == 1
    assert found.line().endswith(", 1 ring")
    assert found.told(rows[0])["ring"] == [rows[0].sentence.references[0].key]
    assert any("in a ring" in note for note in found.notes(rows[0]))
    assert find_page_origins(rows).rings == 0


def test_a_page_of_which_nothing_is_held_has_no_origins() -> None:
    assert find_page_origins(page((CRACKS, "gone"))) == PageOrigins(1, 1, None, 0)


def test_the_line_tells_bounds_only_where_they_differ() -> None:
    assert PageOrigins(8, 1, Bounds(2, 3), 1).line() == "8 sources cited, 2–3 origins, 1 not held, 1 ring"
