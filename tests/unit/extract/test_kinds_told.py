"""What stands around a name tells a body or an outlet from a person; capitals mean the body that they shorten."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, SourceKind

PERSON, BODY, OUTLET = SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET


def speakers(text: str) -> list[tuple[str, SourceKind] | None]:
    quotes = extract_mentions(Article("a", 1, text)).quotes
    return [(quote.source.name, quote.source.kind) if quote.source else None for quote in quotes]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It is shut,” the airline Norvex said.", BODY),
        ("“It is shut,” the website Norvex said.", OUTLET),
        ("“It is shut,” said Norvex, a ferry company.", BODY),
        ("“It is shut,” said Norvex, the Orrin shipping company that owns it.", BODY),
        ("“It is shut,” said Norvex, the broadcaster of the valley.", OUTLET),
        ("The advocacy group Norvex released a report. “It is shut,” Norvex said.", BODY),
        ("The militant group Norvex Orla denied it. “It is shut,” Norvex said.", BODY),
        ("The firm Norvex led was shut. “It is shut,” Norvex said.", PERSON),
        ("“It is shut,” said Norvex, a spokesman for the ferry company.", PERSON),
        ("“It is shut,” said Norvex, a company lawyer.", PERSON),
        ("“It is shut,” said Norvex, company man.", PERSON),
        ("The company Norvex grew. Tor Norvex left. “It is shut,” Norvex said.", PERSON),
        ("“It is shut,” said KXQA.", OUTLET),
        ("“It is shut,” said WVNT-TV.", OUTLET),
        ("“It is shut,” said WADA.", BODY),
        ("“It is shut,” said NBC Chicago.", OUTLET),
    ],
)
def test_the_kind_that_the_words_around_tell(text: str, kind: SourceKind) -> None:
    (*_, last) = speakers(text)
    assert last is not None
    assert last[1] is kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Norwick Mill Fund met. “It is shut,” the NMF said.", "Norwick Mill Fund"),
        ("“It is shut,” NMF said. The Norwick Mill Fund met.", "Norwick Mill Fund"),
        ("The Norwick Mill Fund met. “It is shut,” the N.M.F. said.", "Norwick Mill Fund"),
        ("The Bureau of Mill Safety met. “It is shut,” the BMS said.", "Bureau of Mill Safety"),
        ("The Bureau of Mill Safety met. “It is shut,” the BOMS said.", "Bureau of Mill Safety"),
        ("The U.S. Mill and Lake Agency met. “It is shut,” the MLA said.", "U.S. Mill and Lake Agency"),
        ("The Norwick Mill Fund and the Norvex Mill Fund met. “It is shut,” the NMF said.", "NMF"),
        ("The Norwick Fund met. “It is shut,” the NF said.", "NF"),
        ("The Karst Quay Association met. “It is shut,” the WKQA said.", "WKQA"),
        ("The Westlake Karst Quay Association met. “It is shut,” WKQA said.", "Westlake Karst Quay Association"),
    ],
)
def test_capitals_mean_the_body_that_they_shorten(text: str, name: str) -> None:
    (*_, last) = speakers(text)
    assert last is not None
    assert last[0] == name


@pytest.mark.parametrize(
    "led",
    [
        "Deputy DNI Administrator",
        "Chairman of the Norwick Democratic Party",
        "CEO of Norwick Capital",
        "Pinterest",
    ],
)
def test_words_before_a_given_name_are_no_part_of_it(led: str) -> None:
    assert speakers(f"On Friday {led} Jack Holm said it was shut.") == [("Jack Holm", PERSON)]


def test_a_given_name_inside_a_place_is_none() -> None:
    assert speakers("North Carolina GOP spokesman Jack Holm said it was shut.") == [("Jack Holm", PERSON)]


@pytest.mark.parametrize(
    "name",
    [
        "Iain Duncan Holm",
        "Rose Ann Holm",
        "Abu Mohammed Holm",
        "Nidal Malik Holm",
        "Anwar Mohammed Holm",
        "J. Russell Holm",
    ],
)
def test_given_names_that_no_table_knows_stay(name: str) -> None:
    assert speakers(f"On Friday {name} said it was shut.") == [(name, PERSON)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Norwick Herald said it was shut.", "Norwick Herald", SourceKind.OUTLET),
        ("The Norwick Herald printed it. The newspaper said it was shut.", "Norwick Herald", SourceKind.OUTLET),
        ("The Vint University Daily said it was shut.", "Vint University Daily", SourceKind.ORGANISATION),
        ("Robert Post said it was shut.", "Robert Post", SourceKind.ORGANISATION),
        ("Norwick authorities said it was shut.", "Norwick authorities", SourceKind.ANONYMOUS),
    ],
)
def test_what_is_called_like_a_paper_is_one_and_authorities_are_nobody(text: str, name: str, kind: SourceKind) -> None:
    assert speakers(text)[-1] == (name, kind)


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Ada Holm counted them.", "Ada Holm's study"),
        ("Ada Holm counted them with Tor Holm.", "Holm's study"),
        ("The Holm Institute counted them.", "Holm's study"),
    ],
)
def test_a_document_is_called_by_its_owners_full_name(lead: str, name: str) -> None:
    assert speakers(f"{lead} Holm's study found that boats sank.")[-1] == (name, SourceKind.DOCUMENT)
