"""A claim against its sources: what each verdict needs, what each kind of gap is, and what stays unsaid."""

from __future__ import annotations

from typing import Any

import pytest

from audit.cite.gap_finders import _ADDRESS, Reading
from audit.cite.records import Citation, CitedSource
from audit.cite.source_index import SourceIndex
from audit.cite.terms import read_terms
from audit.cite.verify import verify_line
from tests.steps import steps

BRIDGE = (
    "The Lunkertor bridge was closed on Monday after inspectors found cracks in two pillars. "
    "Harbour master Ada Holm said repairs would cost 4.2 million crowns. "
    "The bridge was built in 1931 and carries 9,000 vehicles a day."
)


def checked(claim: str, source: str = BRIDGE, **more: Any) -> dict[str, Any]:
    return verify_line({"id": "c", "claim": claim, "sources": [{"id": "s", "text": source}], **more})


def kinds(claim: str, source: str = BRIDGE) -> dict[str, str]:
    return {claim[slice(*gap["span"])]: gap["kind"] for gap in checked(claim, source)["missing"]}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Inspectors found cracks in two pillars of the bridge.", "carried"),
        ("The bridge, built in 1931, carries 9,000 vehicles a day.", "carried"),
        ("Inspectors discovered cracks in the pillars, and traffic was halted.", "no_difference"),
        ("Repairs would cost 7.5 million crowns, Ada Holm said.", "differs"),
        ("Prosecutors in Marlow charged two engineers with fraud in 2019.", "not_found"),
        ("It is.", "cannot_tell"),
    ],
)
def test_verdict(claim: str, verdict: str) -> None:
    assert checked(claim)["verdict"] == verdict


@pytest.mark.parametrize(
    ("claim", "words", "kind"),
    [
        ("Repairs would cost 7.5 million crowns.", "7.5 million crowns", "figure"),
        ("The bridge was built in 1954.", "1954", "date"),
        ("Bridge keeper Tormund Velkersen said repairs would cost 4.2 million crowns.", "Tormund Velkersen", "name"),
        ("Inspectors found asbestos in two pillars.", "asbestos", "content"),
        (
            "Ada Holm said “the repairs will be paid by the harbour.”",
            "the repairs will be paid by the harbour.",
            "quote",
        ),
    ],
)
def test_what_is_missing_is_told_by_kind(claim: str, words: str, kind: str) -> None:
    assert kinds(claim).get(words) == kind


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The ferry opened in the United Kingdom.", "The ferry opened in the UK."),
        ("The Tolland Water Board apologised.", "TWB, as the Tolland Water Board is known, apologised."),
        ("TWB apologised.", "The Tolland Water Board apologised."),
        ("The mayor met Aidar Zoubaidi.", "The mayor met Aidar Zubaidi."),
        ("The Brick Lane Press reported it.", "It was reported by BrickLane Press."),
        ("It closed on 4 April.", "It closed on Apr. 4."),
        ("Four boats sank.", "The storm sank 4 boats."),
        ("It was common in the 1930s.", "It was common in 1934."),
        ("It carries 9,000 cars.", "It carries some 9,100 cars."),
    ],
)
def test_another_spelling_is_the_same(claim: str, source: str) -> None:
    assert kinds(claim, source) == {}


def test_a_reference_number_is_no_word_of_the_claim() -> None:
    assert kinds("Inspectors found cracks in two pillars [17].") == {}


def test_a_word_of_the_page_title_weighs_half() -> None:
    claim = "Lunkertor inspectors found cracks."
    plain, known = ({term.surface: term.weight for term in read_terms(claim, title)} for title in (None, "Lunkertor"))
    assert known == {**plain, "Lunkertor": plain["Lunkertor"] / 2}


def test_a_word_of_the_question_weighs_half_but_where_it_must_be_carried() -> None:
    asked = {
        term.surface: term for term in read_terms("Lunkertor inspectors found cracks.", None, "What of Lunkertor?")
    }
    plain = {term.surface: term for term in read_terms("Lunkertor inspectors found cracks.")}
    assert asked["Lunkertor"].weight == plain["Lunkertor"].weight / 2
    assert {key: term.whole for key, term in asked.items()} == {key: term.weight for key, term in plain.items()}
    claim, source = "The ferry was sold to two heavy lorries.", "It was sold to two heavy lorries. Rain fell."
    assert checked(claim, source, question="What became of the ferry?")["verdict"] == checked(claim, source)["verdict"]


@pytest.mark.parametrize(
    ("claim", "source", "lost"),
    [
        ("The tank let out 1.4 million gallons.", "The tank let out 1.4 million litres.", True),
        (
            "The tank let out 1.4 million gallons.",
            "The tank let out 1.4 million litres, or 1.4 million gallons.",
            False,
        ),
        ("The ferry sails 100 kilometres.", "The ferry sails 62 miles.", False),
        ("The ferry sails 100 kilometres.", "The ferry sails 100 times a day.", False),
    ],
)
def test_a_number_in_another_unit_is_another_figure(claim: str, source: str, lost: bool) -> None:
    assert ("figure" in kinds(claim, source).values()) == lost


@pytest.mark.parametrize(
    ("claim", "source", "turned"),
    [
        ("Over 200", "Nearly 200", True),
        ("Nearly 200", "More than 200", True),
        ("Fewer than 200", "Over 200", True),
        ("Over 200", "200", False),
        ("200", "Nearly 200", False),
        ("More than 200", "At least 200", False),
        ("Some 200", "Nearly 200", False),
    ],
)
def test_a_number_bounded_from_the_other_side_is_another_figure(claim: str, source: str, turned: bool) -> None:
    rest = "crews of the Lunkertor ferry left the harbour on Monday before the bridge was closed to all traffic."
    found = checked(f"{claim} {rest}", f"{source} {rest} {BRIDGE}")
    assert ["figure" in {gap["kind"] for gap in found["missing"]}, found["verdict"] == "carried"] == [
        turned,
        not turned,
    ]
    both = checked(f"{claim} {rest}", f"{source} {rest} {claim} {rest} {BRIDGE}")
    assert both["verdict"] == "carried"


def test_altered_marked_words_differ_and_show_the_nearest() -> None:
    claim = "Ada Holm said “repairs might never cost 4.2 million crowns” in all."
    found = checked(claim)
    [gap] = [gap for gap in found["missing"] if gap["kind"] == "quote"]
    assert found["verdict"] == "differs"
    assert "would cost 4.2 million" in BRIDGE[slice(*gap["nearest"]["span"])]


@pytest.mark.parametrize(
    ("claim", "source", "words"),
    [
        (
            "Ada Holm said the old Lunkertor bridge was closed to lorries.",
            "Ada Holm said the old Lunkertor bridge was not closed to lorries.",
            "closed",
        ),
        (
            "Ada Holm never closed the old Lunkertor bridge to lorries.",
            "Ada Holm closed the old Lunkertor bridge to lorries.",
            "never",
        ),
        (
            "The inspectors didn't close the Lunkertor bridge to lorries.",
            "Inspectors closed the Lunkertor bridge to lorries.",
            "didn't",
        ),
    ],
)
def test_what_one_denies_and_the_other_says_differs(claim: str, source: str, words: str) -> None:
    assert kinds(claim, source).get(words) == "negation"
    assert checked(claim, source)["verdict"] == "differs"


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The old Lunkertor bridge was closed to lorries.", "The old Lunkertor bridge was closed not only to lorries."),
        (
            "The old Lunkertor bridge was not closed to lorries.",
            "The old Lunkertor bridge was never closed to lorries.",
        ),
        (
            "The old Lunkertor bridge was closed to lorries.",
            "The tram did not stop. The old Lunkertor bridge was closed to lorries.",
        ),
        ("The bridge closed on Monday.", "Prosecutors in Marlow did not charge the engineers who closed it."),
    ],
)
def test_no_denial_where_both_say_the_same(claim: str, source: str) -> None:
    assert "negation" not in kinds(claim, source).values()


def test_what_the_source_leaves_open_is_not_carried() -> None:
    claim, source = "The old Lunkertor bridge closes to lorries.", "The old Lunkertor bridge may close to lorries."
    assert kinds(claim, source) == {"closes": "hedge"}
    assert checked(claim, source)["verdict"] == "no_difference"
    assert checked(source, source)["verdict"] == "carried"
    assert checked("The old Lunkertor bridge could close to lorries.", source)["verdict"] == "carried"


def test_a_common_word_may_stand_otherwise_in_what_is_carried_a_rare_one_or_a_name_may_not() -> None:
    for words, verdict in (("large", "carried"), ("corroded", "no_difference"), ("Tolland", "cannot_tell")):
        claim = f"Inspectors found cracks in two {words} pillars of the Lunkertor bridge."
        assert checked(claim)["verdict"] == verdict, words


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("no one shall cross before spring comes", "not_found"),
        ("repairs would cost [...] 4.2 million crowns", "carried"),
        ("repairs would cost … 4.2 million crowns", "carried"),
        ("repairs [to it] would cost 4.2 million crowns", "carried"),
        ("repairs would cost 4.2 million crowns.[3]", "carried"),
    ],
)
def test_marked_words_stand_there_but_for_what_a_quoter_marks(marked: str, verdict: str) -> None:
    claim = f"Inspectors found cracks in two pillars of the bridge, and harbour master Ada Holm said “{marked}”"
    assert checked(claim)["verdict"] == verdict


def test_marked_words_that_are_in_no_part_of_a_page_may_stand_behind_the_cut() -> None:
    claim = "The Lunkertor bridge was closed on Monday; Ada Holm said “no one shall cross before spring comes.”"
    assert checked(claim)["verdict"] == "not_found"
    assert checked(claim, BRIDGE[0].lower() + BRIDGE[1:])["verdict"] != "not_found"


def test_a_title_in_marks_is_no_quote() -> None:
    assert "quote" not in kinds("She wrote “The Long Winter Of The Harbour” there.").values()


def test_a_source_cut_off_by_a_limit_is_never_said_to_lack_it() -> None:
    cut = (BRIDGE * 40)[:3999].rstrip() + "x" * (4000 - len((BRIDGE * 40)[:3999].rstrip()))
    claim = "Prosecutors in Marlow charged two engineers with fraud."
    assert len(cut) == 4000
    assert checked(claim, cut)["verdict"] == "cannot_tell"
    assert checked(claim, cut + " It ended.")["verdict"] == "not_found"


def test_a_cut_source_that_gives_another_number_differs() -> None:
    cut = (BRIDGE * 40)[:3999].rstrip() + "x" * (4000 - len((BRIDGE * 40)[:3999].rstrip()))
    assert checked("The bridge carries 61,000 vehicles a day.", cut)["verdict"] == "differs"


def test_a_cut_source_that_treats_the_matter_is_said_to_lack_most_where_it_lacks_most() -> None:
    cut = (BRIDGE * 40)[:3999].rstrip() + "x" * (4000 - len((BRIDGE * 40)[:3999].rstrip()))
    claim = "Inspectors found cracks in two pillars of the bridge on 3 May 2011, Tormund Velkersen wrote."
    assert checked(claim, cut)["verdict"] == "not_found"


def test_no_text_cannot_tell() -> None:
    assert checked("Inspectors found cracks in two pillars.", "  \n ")["verdict"] == "cannot_tell"
    assert verify_line({"id": "c", "claim": "Inspectors found cracks.", "sources": []})["verdict"] == "cannot_tell"


def test_support_is_the_sentence_that_says_it() -> None:
    first = checked("The bridge carries 9,000 vehicles a day.")["support"][0]
    assert BRIDGE[slice(*first["span"])].startswith("The bridge was built in 1931")


def test_the_best_source_of_several_counts() -> None:
    line = {
        "id": "c",
        "claim": "Inspectors found cracks in two pillars of the bridge.",
        "sources": [{"id": "a", "text": "Nothing here."}, {"id": "b", "text": BRIDGE}],
    }
    found = verify_line(line)
    assert found["verdict"] == "carried"
    assert found["support"][0]["source"] == "b"


def test_another_shape_is_refused() -> None:
    with pytest.raises(TypeError):
        verify_line({"id": "c", "claim": 3, "sources": []})
    with pytest.raises(KeyError):
        verify_line({"id": "c", "claim": "x"})


GERMAN = (
    "Die Brücke wurde am Montag gesperrt, nachdem Prüfer Risse in zwei Pfeilern gefunden hatten. Der Hafenmeister sagte, "
    "die Reparatur werde vier Millionen Kronen kosten. Die Brücke wurde im Jahr 1931 gebaut und trägt viele Fahrzeuge."
)


def test_a_source_in_another_language_cannot_be_told_and_lacks_nothing() -> None:
    found = checked("The bridge was closed on Monday after cracks were found in 2019.", GERMAN)
    assert (found["verdict"], found["missing"]) == ("cannot_tell", [])
    assert found["why"] == "the source is in another language (de)"
    both = {"id": "c", "claim": "The bridge carries 61,000 vehicles a day.", "sources": []}
    both["sources"] = [{"id": "a", "text": GERMAN}, {"id": "b", "text": BRIDGE}]
    assert verify_line(both)["verdict"] == "differs"


def test_a_claim_in_a_language_without_rules_cannot_be_told() -> None:
    found = checked("Die Brücke wurde im Jahr 1950 gebaut.", GERMAN, language="de")
    assert (found["verdict"], found["missing"]) == ("cannot_tell", [])
    assert "(de)" in found["why"]


@pytest.mark.parametrize(
    "claim",
    ["Die Brücke wurde 1950 nach einem Brand gesperrt.", "Le pont a été fermé en 2019 après un feu qui a tué trois."],
)
def test_the_language_of_a_claim_is_told_where_nobody_states_it(claim: str) -> None:
    assert checked(claim, BRIDGE)["verdict"] == "cannot_tell"


@pytest.mark.parametrize("claim", ["Bridge. Dictionary.com, https://www.dictionary.com/browse/bridge.", "Yes, it was."])
def test_addresses_and_few_words_are_in_no_other_language(claim: str) -> None:
    assert "rules for the language" not in checked(claim, BRIDGE)["why"]


@pytest.mark.parametrize("sources", [["a text"], "a text", {"id": "a", "text": "b"}])
def test_sources_of_another_shape_are_told_with_the_right_one(sources: object) -> None:
    with pytest.raises(TypeError, match='"sources"'):
        verify_line({"id": "c", "claim": "x", "sources": sources})


def test_a_list_of_names_is_in_no_other_language() -> None:
    assert "language" not in checked("Ada Holm is on the list.", "Ada Holm. Tor Vint. Piet Calloway. Ivo Lund.")["why"]


def test_steps_grow_about_as_a_source_does() -> None:
    words = [f"{a}{b}" for a in ("bri", "har", "lun", "pol") for b in ("dge", "bour", "ker", "ice")]
    lines = [" ".join(words[(n * k) % 16] for k in range(3, 17)) + f" {n}." for n in range(2_800)]
    claim = (
        "Tormund Velkersen said on 4 April 2017 that 12,345,678 boats sank: “no bridge here was ever as safe as this.”"
    )
    short, long = ("\n".join(lines[:count]) for count in (700, 2_800))
    checked(claim, "Nothing.")
    assert steps(lambda: checked(claim, long)) < 8 * steps(lambda: checked(claim, short))  # four times as long


def test_claims_of_one_source_take_their_number_of_steps() -> None:
    def check(first: int, last: int) -> None:
        for n in range(first, last):
            checked(f"Ada Holm said that {n} vehicles crossed the bridge.")

    check(0, 1)  # the source is read once
    assert steps(lambda: check(100, 500)) < 5 * steps(lambda: check(500, 600))  # four times as many


def test_what_the_source_tells_otherwise_differs_however_much_of_it() -> None:
    told = "Repairs of the bridge would cost 4.2 million crowns, Ada Holm said on 9 April 2011. Rain fell on the quay."
    claim = "Repairs of the bridge would cost 9.9 million crowns, Ada Holm said on 4 April 2017."
    assert checked(claim, told)["verdict"] == "differs"
    assert checked("Prosecutors in Marlow charged two engineers with fraud in 2019.")["verdict"] == "not_found"


def test_of_two_sentences_with_a_word_the_one_beside_the_matter_is_support() -> None:
    source = (
        "Cracks were old. Rain fell. Wind blew. Ships came. Inspectors closed the bridge. Cracks were deep. Gulls flew."
    )
    places = [
        span_of(place, source) for place in checked("Inspectors closed the bridge after cracks.", source)["support"]
    ]
    assert places[:2] == ["Inspectors closed the bridge.", "Cracks were deep."]


def span_of(place: dict[str, Any], text: str) -> str:
    return text[slice(*place["span"])]


LORRIES = "The old Lunkertor bridge was closed to all heavy lorries on Monday. Rain fell. Snow fell. Hail fell."


@pytest.mark.parametrize(
    ("claim", "source", "carried"),
    [
        ("The Lunkertor bridge was soon closed to heavy lorries.", LORRIES, True),
        ("The Lunkertor bridge was closed to two heavy lorries.", LORRIES, False),
        ("Was the Lunkertor bridge closed to heavy lorries?", LORRIES, False),
        ("The bridge was closed to lorries.", LORRIES, False),
        ("The Lunkertor bridge was closed to heavy lorries.", "The Lunkertor bridge seems closed to heavy lorries.", False),
        ("The Lunkertor bridge seems closed to heavy lorries.", "The Lunkertor bridge seems closed to heavy lorries.", True),
    ],
)  # fmt: skip
def test_carried_needs_the_words_in_one_place_as_they_are(claim: str, source: str, carried: bool) -> None:
    assert (checked(claim, source)["verdict"] == "carried") == carried


FERRY = "Published 4 May 2021. Rain fell. Snow fell. Hail fell. The Lunkertor ferry was sold to the harbour of Marlow."


@pytest.mark.parametrize(
    ("when", "carried"),
    [
        ("In 2021", True),
        ("In May 2021", True),
        ("On 4 May 2021", True),
        ("In 2020", False),
        ("In June 2021", False),
        ("On 5 May 2021", False),
    ],
)
def test_what_a_dated_page_tells_is_of_its_date(when: str, carried: bool) -> None:
    claim = f"{when} the Lunkertor ferry was sold to the harbour of Marlow."
    assert (checked(claim, FERRY)["verdict"] == "carried") == carried


@pytest.mark.parametrize(
    ("claim", "own"),
    [
        ("I like the Lunkertor bridge, built in 1931.", "I"),
        ("i like the Lunkertor bridge.", "i"),
        ("The Lunkertor bridge is my favourite.", "my"),
        ("I’ve seen the Lunkertor bridge.", "I’ve"),
        ("King Torm I built the Lunkertor bridge.", None),
        ("Ada Holm said “I like the Lunkertor bridge”.", None),
        ("The bridge was built by I. Holm.", None),
        ("The ferry is called My Harbour.", None),
    ],
)
def test_what_the_writer_says_of_himself_is_in_no_source(claim: str, own: str | None) -> None:
    found = checked(claim)
    told = {claim[slice(*gap["span"])] for gap in found["missing"] if "writer" in gap["why"]}
    assert told == ({own} if own else set())
    assert ("writer" in found["why"]) == (found["verdict"] == "not_found" and bool(own)) == bool(own)
    assert not any("writer" in gap["why"] for gap in checked(claim, f"{BRIDGE} I like it, said my son.")["missing"])


def test_a_word_that_joins_a_sentence_to_the_one_before_tells_nothing() -> None:
    joined, plain = "However, inspectors found cracks. Yes, inspectors left.", "However inspectors found cracks."
    assert "However" not in {term.surface for term in read_terms(joined)}
    assert "Yes" not in {term.surface for term in read_terms(joined)}
    assert "However" in {term.surface for term in read_terms(plain)}


def test_an_address_in_a_claim_is_no_word_of_a_language() -> None:
    assert _ADDRESS.sub(" ", "See http://a.example/x, U.S. law and com. It ends") == "See     law and com. It ends"


@pytest.mark.parametrize(
    ("claim", "source", "found"),
    [
        ("Velkersen is Lutheran.", "Velkersen spoke in Marlow on Monday. The harbour was full.", False),
        ("Velkersen is Lutheran.", "Velkersen, a Lutheran, spoke in Marlow on Monday.", True),
        ("The bridge was repaired by volunteers who paid.", "The bridge was closed in Marlow. " * 60, False),
        ("Inspectors of Velkersen Brothers found cracks in two pillars of the Lunkertor bridge.", BRIDGE, False),
        ("Inspectors found large cracks in two pillars of the Lunkertor bridge.", BRIDGE, True),
    ],
)
def test_no_difference_is_said_only_where_most_of_a_claim_was_found(claim: str, source: str, found: bool) -> None:
    assert (checked(claim, source)["verdict"] in {"no_difference", "carried"}) == found


@pytest.mark.parametrize(
    ("claim", "unsaid"),
    [("Ada Holm is Lutheran.", True), ("Ada Holm is a carpenter.", True), ("Ada Holm spoke on Monday.", False)],
)
def test_what_a_claim_says_of_the_name_it_opens_with_must_be_printed(claim: str, unsaid: bool) -> None:
    source = SourceIndex(CitedSource("s", "Ada Holm spoke in Marlow on Monday. The harbour was full."))
    assert Reading(Citation("c", claim, ()), [source]).is_unsaid == unsaid


def test_another_number_counts_as_otherwise_only_beside_the_same_words() -> None:
    source = "The gale sank 41 boats in Holm harbour on Monday, Ada Berg said, and 300 tyres."
    assert checked("The gale sank 47 boats in Holm harbour on Monday, Ada Berg said.", source)["verdict"] == "differs"
    lone = checked("The gale sank boats in Holm harbour on Monday, Ada Berg said, 47 cranes among them.", source)
    assert lone["verdict"] != "differs"
