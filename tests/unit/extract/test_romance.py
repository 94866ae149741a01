"""French and Spanish: quotes, speakers and credits by the tables of the language, and nothing that is unsure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.extract.article import extract_mentions
from audit.lexicon import languages_with, load_rules
from audit.pipeline import Job, run_direct
from audit.records import Article, Mentions, Quote
from audit.warehouse import open_published

LANGUAGES = languages_with("speech")
UNNAMED = {("fr", "of"), ("fr", "inverted"), ("es", "of")}
NOBODY = UNNAMED | {(language, sex) for language in LANGUAGES for sex in ("male", "female")}
"""Examples in which somebody speaks whom the article does not name, or who is of another sex than the one it names."""


def read(text: str, language: str = "fr") -> Mentions:
    return extract_mentions(Article("a", 1, text, language=language))


def told(text: str, language: str = "fr") -> list[tuple[str, str | None]]:
    return [(said(q, text), q.source.name if q.source else None) for q in read(text, language).quotes]


def said(quote: Quote, text: str) -> str:
    return " ... ".join(piece.of(text) for piece in quote.pieces)


def examples() -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        cues = load_rules("cues", language)
        yield language, "around", cues["around"]["example"]
        yield from ((language, row["forms"][0], row["example"]) for row in cues["verb"])
        yield from ((language, name, entry["example"]) for name, entry in load_rules("speech", language).items())
        yield from ((language, name, e["example"]) for name, e in load_rules("closed_classes", language).items())


@pytest.mark.parametrize(("language", "name", "example"), [*examples()])
def test_an_entry_is_read_in_its_example(language: str, name: str, example: str) -> None:
    found = read(example, language)
    assert found.quotes or found.credits
    assert all(q.source for q in found.quotes) or (language, name) in NOBODY


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_entry_of_both_languages_is_known_to_the_other(language: str) -> None:
    more = {"inverted"} if language == "es" else set()
    assert set(load_rules("speech", language)) | more == set(load_rules("speech", "fr"))


@pytest.mark.parametrize(
    "text",
    [
        "Le film « Les Marées du nord » sort mercredi.",
        "Marc Roy n'a pas dit que la digue était fissurée.",
        "Selon les saisons, la plage est ouverte ou fermée.",
        "Lise Bonnet et Marc Roy ont annoncé que le port ouvrirait.",
        "Le port a vendu 1.234,5 tonnes de sel en mai.",
        "Le président n'a pas répondu aux questions de Reuters.",
    ],
)
def test_what_is_unsure_is_left_unread(text: str) -> None:
    found = read(text)
    assert (found.quotes, found.credits, found.figures) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("El puente está cerrado, según informa Europa Press.", "Europa Press", "agency"),
        ("Según la agencia de noticias valbrunesa Vega Hoy, el puente está cerrado.", "Vega Hoy", "agency"),
        ("Según el Comité para la Defensa del Río, el puente está cerrado.", "Comité para la Defensa del Río", "organisation"),
    ],
)  # fmt: skip
def test_a_source_is_named_whole_and_by_its_kind(text: str, name: str, kind: str) -> None:
    assert [(c.source.name, c.source.kind) for c in read(text, "es").credits] == [(name, kind)]


def test_a_preposition_before_a_name_is_no_part_of_it() -> None:
    assert told("Desde la Plataforma dicen que el puente está cerrado.", "es") == []


def test_a_pronoun_is_nobody_where_another_person_has_come_up() -> None:
    text = "« La grue est neuve », a dit Lise Bonnet. Marc Roy était absent. « Elle tiendra », a-t-il ajouté."
    assert told(text) == [("La grue est neuve", "Lise Bonnet"), ("Elle tiendra", None)]


def test_a_pronoun_of_the_other_sex_is_nobody() -> None:
    text = "« La grue est neuve », a dit Mme Bonnet. « Elle tiendra », a-t-il ajouté."
    assert told(text)[1] == ("Elle tiendra", None)


def test_two_of_one_surname_are_nobody() -> None:
    text = "Lise Bonnet et Jean Bonnet dirigent le port. « La grue est neuve », a dit Bonnet."
    assert told(text) == [("La grue est neuve", None)]


def test_the_articles_own_paper_is_no_source() -> None:
    article = Article("a", 1, "Marc Roy a dit au Monde que le port ouvrirait.", publisher="Le Monde", language="fr")
    assert extract_mentions(article).credits == ()


@given(st.text('«»“”"’ ,.:—-aàdéLM\u00a0\n(') | st.text(), st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_slices_back(text: str, language: str) -> None:
    found = read(text, language)
    for span in [piece for quote in found.quotes for piece in quote.pieces]:
        assert span.of(text).strip()
    assert found.figures == ()


ARTICLES = {
    "afp": ("Agence France-Presse", "01", "« Le barrage de Vaubrun ne tiendra pas l'hiver prochain », a déclaré Hélène "
            "Marchand, directrice de la régie des eaux, à l'AFP."),
    "monde": ("Le Monde", "02", "« Le barrage de Vaubrun ne tiendra pas l'hiver prochain », a déclaré Hélène Marchand, "
              "directrice de la régie des eaux, à l'AFP. La préfecture n'a pas commenté."),
    "figaro": ("Le Figaro", "03", "Hélène Marchand est inquiète. « Le barrage de Vaubrun ne tiendra pas l'hiver "
               "prochain », a-t-elle dit, a rapporté Le Monde."),
    "parisien": ("Le Parisien", "04", "Des riverains demandent une expertise. Le barrage de Vaubrun est ancien, et le "
                 "lac sera vidé en juin."),
}  # fmt: skip


@pytest.mark.runs
def test_french_articles_that_credit_each_other_give_their_arrows(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for name, (publisher, day, text) in ARTICLES.items():
        head = f"---\ntitle: Le barrage ({name})\npublisher: {publisher}\ndate: 2031-03-{day}\nlanguage: fr\n---\n\n"
        (tmp_path / "raw" / f"{name}.md").write_text(head + text + "\n", encoding="utf-8")
    run_direct(Job((tmp_path / "raw",), tmp_path / "w.duckdb", tmp_path / "report", tmp_path / "reviews"))
    held = open_published(tmp_path / "w.duckdb")
    arrows = held.query(
        "select distinct c.title, p.title from edges e join articles c on c.article_id = e.child_article_id "
        "join articles p on p.article_id = e.parent_article_id"
    )
    doubts = {what for (what,) in held.query("select error from problems")}
    held.close()
    assert {*arrows} == {("Le barrage (monde)", "Le barrage (afp)"), ("Le barrage (figaro)", "Le barrage (monde)")}
    assert doubts == {"a text in French: quotes and credits are read, figures are not read in this language"}
    assert (tmp_path / "report" / "index.html").is_file()
