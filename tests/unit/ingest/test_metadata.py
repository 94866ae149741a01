"""Authors, publishers, genres, languages, links: what a text or a page states, and nothing that it does not."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from audit.ingest.articles import read_text
from audit.ingest.authors import clean_names, find_authors, split_names
from audit.ingest.blocks import mark_blocks
from audit.ingest.drafts import Draft, Known
from audit.ingest.fields import read_known
from audit.ingest.genres import find_genre
from audit.ingest.languages import choose_language, find_language
from audit.ingest.links import absolute, canonical, copied_page, link_kind, registered, unwrap
from audit.ingest.publishers import copied_from
from audit.lexicon import languages_with, load_rules
from audit.records import Block, Role, Span

CAPTURED = datetime(2031, 11, 22)
BYLINES = [rule for code in languages_with("bylines") for rule in load_rules("bylines", code)["lines"]]
BODY = (
    "The harbour office closed the old quay after divers had found cracks in its walls, and the ferry lands elsewhere."
)


def read(*lines: str, **known: Any) -> Draft:
    """A draft of these lines."""
    return read_text("\n".join(lines), Known(**known), CAPTURED)


@pytest.mark.parametrize("rule", BYLINES, ids=lambda rule: rule["example"][:30])
def test_every_byline_rule_gives_its_names(rule: dict[str, Any]) -> None:
    block = Block(Role.BIO if rule["role"] == "bio" else Role.BYLINE, Span(0, len(rule["example"])))
    assert list(find_authors(rule["example"], [block])) == rule["names"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Byron-King, Dr. Grace Lovell and J.R. Hopper", ["Ada Byron-King", "Dr. Grace Lovell", "J.R. Hopper"]),
        ("Ada Byron, PhD, RDN", ["Ada Byron"]),
        ("Ada Byron | Quay desk", ["Ada Byron"]),
        ("Staff Writer", []),
        ("The Associated Press", []),
        ("Ada Byron - Harbour City", ["Ada Byron"]),
        ("ada@quay.example", []),
        ("", []),
    ],
)
def test_names_only(line: str, names: list[str]) -> None:
    assert split_names(line) == names


def test_names_from_metadata() -> None:
    assert clean_names(["Ada Byron", "Ada", "ada byron", "Grace Lovell og Kai Holm"]) == (
        "Ada Byron",
        "Grace Lovell",
        "Kai Holm",
    )


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (["• Ada Byron can be reached at abyron@washingtontimes.com."], "The Washington Times"),
        (["Ada Byron can be reached at ada.byron@gmail.com."], None),
        (["Copyright © 2031 Reuters. All rights reserved."], None),
        (["© 2031 Quay Courier. All rights reserved."], "Quay Courier"),
        (["Copyright 2031 Getty Images. All rights reserved."], None),
        ([], None),
    ],
)
def test_publisher_of_a_dump(lines: list[str], publisher: str | None) -> None:
    assert read(BODY, BODY, BODY, *lines).publisher == publisher


def test_publisher_by_sidecar_then_by_domain() -> None:
    url = "https://www.reuters.com/world/a"
    assert read(BODY, publisher="Quay Courier", url=url).publisher == "Quay Courier"
    assert read(BODY, url=url).publisher == "Reuters"
    assert read(BODY, publisher="Reuters Online Desk", url=url).publisher == "Reuters"
    assert read(BODY, url="https://www.quaycourier.example/a").publisher == "quaycourier.example"


@pytest.mark.parametrize(
    ("lead", "known", "originator"),
    [
        (f"PORT ELM (Reuters) - {BODY}", {"publisher": "Quay Courier"}, "Reuters"),
        (f"PORT ELM (Reuters) - {BODY}", {"publisher": "Reuters"}, None),
        (BODY, {"publisher": "Quay Courier", "authors": ("Associated Press",)}, "The Associated Press"),
        (f"PORT ELM (Quay) - {BODY}", {}, None),
        (
            f"{BODY}\n\n{BODY}\n\n© Copyright 2031 The Associated Press. All rights reserved.",
            {"publisher": "Quay Courier"},
            "The Associated Press",
        ),
        (BODY, {}, None),
    ],
)
def test_originator(lead: str, known: dict[str, Any], originator: str | None) -> None:
    assert read(lead, **known).originator == originator


@pytest.mark.parametrize("rule", load_rules("genres")["lines"], ids=lambda rule: rule["example"][:30])
def test_every_genre_line_states_its_genre(rule: dict[str, str]) -> None:
    text = f"{rule['example']}\n{BODY}"
    assert find_genre(text, mark_blocks(text)) == rule["genre"]


@pytest.mark.parametrize("rule", load_rules("genres")["sections"], ids=lambda rule: rule["genre"])
def test_every_section_states_its_genre(rule: dict[str, Any]) -> None:
    assert {find_genre(BODY, (), sections=[name.upper()]) for name in rule["names"]} == {rule["genre"]}
    assert find_genre(BODY, (), url=f"https://quay.example/{rule['names'][0]}/a") == rule["genre"]


def test_genre_is_never_guessed() -> None:
    assert find_genre(BODY, mark_blocks(BODY), "https://quay.example/opinion") == "unknown"  # a page, not a folder
    assert find_genre(BODY, (), types=["NewsArticle"]) == "unknown"
    assert find_genre(BODY, (), types=["NewsArticle", "OpinionNewsArticle"]) == "opinion"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BODY, "en"),
        (
            "Das Hafenamt hat den alten Kai geschlossen, weil Taucher Risse in der Wand gefunden haben und er.",
            "de",
        ),
        ("Le port a fermé le vieux quai parce que les plongeurs ont trouvé des fissures dans les murs.", "fr"),
        ("?", "en"),
        ("港では水曜日に古い岸壁が閉鎖された。潜水士が壁にひびを見つけたためである。", "ja"),
        ("항구는 잠수부들이 벽에서 금을 발견한 뒤 낡은 부두를 닫았다.", "ko"),
        (
            "Администрация порта закрыла старый причал, потому что водолазы нашли трещины в его стенах, и это не всё.",
            "ru",
        ),
        (
            "Starý přístav byl uzavřen, protože potápěči našli ve zdi trhliny a oprava se protáhne až do zimy, která je za dveřmi.",
            "cs",
        ),
        (
            "Havnekontoret lukket den gamle kaien etter at dykkere fant sprekker, og reparasjonen blir dyr for byen, sa hun.",
            "no",
        ),
        (
            "Havnekontoret lukkede den gamle kaj, efter at dykkere fandt revner, og reparationen bliver dyr for byen, siger hun.",
            "da",
        ),
        (" ".join(f"Holm{n} Velk{n} Quarn{n}" for n in "abcdefghijklmnopqrstuv"), "und"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert find_language(text) == code


FRENCH = (
    "Le port a fermé le vieux quai parce que les plongeurs ont trouvé des fissures dans les murs, selon la mairie. " * 3
)


@pytest.mark.parametrize(
    ("stated", "text", "code"),
    [
        (None, FRENCH, "fr"),
        ("en", FRENCH, "fr"),  # a template that nobody set
        ("fr", FRENCH, "fr"),
        ("fr-CA", FRENCH, "fr-CA"),
        ("en", "Le quai.", "en"),  # too short to tell
        ("lb", FRENCH, "lb"),  # a language that is not known here
        ("en", BODY, "en"),
    ],
)
def test_what_a_page_states_stands_unless_its_text_is_plainly_in_another_language(
    stated: str | None, text: str, code: str
) -> None:
    assert choose_language(stated, text) == code


def test_known_by_the_names_that_files_use() -> None:
    row = {"id": 7, "outlet": " Quay  Courier ", "authors": "Ada Byron, Kai Holm", "lang": "de-AT", "genre": "nonsense"}
    known = read_known({**row, "published": "2031-03-04", "title": ["no"], "url": None})
    assert (known.external_id, known.publisher, known.language, known.genre) == ("7", "Quay Courier", "de", None)
    assert (known.authors, known.title, known.url) == (("Ada Byron", "Kai Holm"), None, None)
    assert known.published == (datetime(2031, 3, 4), "day")


LINKS = load_rules("links", "")


@pytest.mark.parametrize("kind", ["social", "archive", "primary"])
def test_every_kind_of_link_has_its_example(kind: str) -> None:
    assert link_kind(LINKS[kind]["example"], "quay.example") == kind


@pytest.mark.parametrize("wrapper", LINKS["wrappers"], ids=lambda wrapper: wrapper["host"])
def test_wrapped_addresses_are_unwrapped(wrapper: dict[str, str]) -> None:
    assert unwrap(wrapper["example"]) == "https://quay.example/a"


def test_links() -> None:
    assert link_kind("https://www.reuters.com/a", "quay.example") == "outlet"
    assert link_kind("https://news.quay.co.uk/a", "www.quay.co.uk") == "own_site"
    assert link_kind("https://elsewhere.example/", "quay.example") == "other"
    assert registered(LINKS["suffixes"]["example"]) == "quay.co.uk"
    assert canonical("https://Quay.example/a?utm_source=x&id=3#top") == "https://quay.example/a?id=3"
    assert absolute("/b", "https://quay.example/a") == "https://quay.example/b"


@pytest.mark.parametrize(
    "href", ["#top", "javascript:x()", "mailto:a@quay.example", "http://[::1", "", "//", "a" * 5000]
)
def test_what_leads_nowhere_is_no_link(href: str) -> None:
    assert absolute(href, "https://quay.example/a") in (None, "https://quay.example/a")


HEADS = [
    (["Quay cracks widen", "", "By Ada Byron", "Reuters", "March 3, 2031", ""], "Reuters", "Quay cracks widen", 3),
    (["Quay cracks widen", "By Ada Byron, Reuters", "3 March 2031"], "Reuters", "Quay cracks widen", 3),
    (["Quay cracks widen", "By Ada Byron | The Boston Globe"], "The Boston Globe", "Quay cracks widen", None),
    (["Quay cracks widen", "By Ada Byron for The Boston Globe"], "The Boston Globe", "Quay cracks widen", None),
    (["Quay cracks widen", "By Ada Byron, Grace Lovell, Reuters"], "Reuters", "Quay cracks widen", None),
    (["Quay cracks widen", "By Ada Byron of The Times of London"], "The Times of London", "Quay cracks widen", None),
    (["The Boston Globe", "", "Quay cracks widen", "", "4 March 2031"], "The Boston Globe", "Quay cracks widen", 4),
    (["THE BOSTON GLOBE", "Quay cracks widen", "Tuesday, 4 March 2031"], "The Boston Globe", "Quay cracks widen", 4),
    (["Quay cracks widen", "Science", "4 March 2031"], None, "Quay cracks widen", 4),
    (["Quay cracks widen", "The Times"], None, "Quay cracks widen", None),
    (["Quay cracks widen", "By Ada Byron, Twitter"], None, "Quay cracks widen", None),
    (["Reuters finds cracks in the quay"], None, "Reuters finds cracks in the quay", None),
]


@pytest.mark.parametrize(
    ("head", "publisher", "title", "day"), HEADS, ids=[" / ".join(filter(None, h[0])) for h in HEADS]
)
def test_the_head_of_a_text_says_who_and_when(
    head: list[str], publisher: str | None, title: str, day: int | None
) -> None:
    draft = read(*head, BODY, BODY, BODY)
    assert (draft.publisher, draft.title) == (publisher, title)
    assert draft.dates.at == (datetime(2031, 3, day) if day else None)


def test_lines_of_a_head_are_bylines() -> None:
    text = "\n".join(["Quay cracks widen", "By Ada Byron", "Reuters", "March 3, 2031", BODY, BODY, "Reuters", BODY])
    roles = [block.role for block in mark_blocks(text)]
    assert roles[:5] == [Role.TITLE, Role.BYLINE, Role.BYLINE, Role.BYLINE, Role.PARAGRAPH]
    assert roles[6] is not Role.BYLINE


def test_a_paper_that_prints_an_agencys_story() -> None:
    draft = read("The Boston Globe", "Quay cracks widen", "By Ada Byron, Reuters", BODY, BODY)
    assert (draft.publisher, draft.originator, draft.authors) == ("The Boston Globe", "Reuters", ("Ada Byron",))
    known = read("Quay cracks widen", "By Ada Byron", "Reuters", BODY, BODY, publisher="Quay Courier")
    assert (known.publisher, known.originator) == ("Quay Courier", "Reuters")


def test_a_publisher_told_with_whose_page_it_copied() -> None:
    assert copied_from("Orrin Bulletin (copy of Norrline, foreign desk)") == ("Orrin Bulletin", "Norrline")
    assert copied_from("Orrin Bulletin (Orrin)") == ("Orrin Bulletin (Orrin)", None)
    assert copied_from(None) == (None, None)


@pytest.mark.parametrize("copy", LINKS["copies"], ids=lambda copy: copy["host"])
def test_the_address_of_a_copy_gives_the_page(copy: dict[str, str]) -> None:
    assert copied_page(copy["example"]) == "https://quay.example/a"
    assert copied_page(copy["example"].split("/quay.example")[0]) == copy["example"].split("/quay.example")[0]
    assert (
        copied_page("https://quay.example/web/2031/https://elm.example/")
        == "https://quay.example/web/2031/https://elm.example/"
    )
