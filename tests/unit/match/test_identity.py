"""One person, one source: spellings merge, people who share a name part do not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

import pytest

from audit.ids import source_id
from audit.lexicon.people_list import Listed
from audit.match import resolve_sources
from audit.match.identity import Person, same_full_name
from audit.match.identity import merge_people as merge_by_reason
from audit.match.names import may_be_one
from audit.records import SourceKind

from .conftest import Corpus


def person(name: str, *articles: str, affiliation: str | None = None, company: tuple[str, ...] = ()) -> Person:
    beside = dict.fromkeys(articles, frozenset(company))
    words = tuple(name.lower().replace(".", "").split())
    return Person(name, name, words, affiliation, frozenset(articles), beside)


def merge_people(people: Iterable[Person]) -> dict[str, str]:
    return {source: home for merged in merge_by_reason(people).values() for source, home in merged.items()}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Owen J. Trask", "Owen Trask"),
        ("O. Trask", "Owen Trask"),
    ],
)
def test_spellings_of_one_name_merge_into_the_fullest(a: str, b: str) -> None:
    merged = merge_people([person(a, "x"), person(b, "y")])
    assert list(merged.values()) in ([a], [b])
    assert merge_people([person(b, "y"), person(a, "x")]) == merged


def test_a_middle_name_that_spells_out_an_initial_parts_nobody() -> None:
    people = [person("Owen Trask", "x", "z"), person("Owen J. Trask", "y"), person("Owen Jules Trask", "w")]
    assert merge_people(people)["Owen J. Trask"] == "Owen Trask"
    other = [person("Owen Trask", "x", "z"), person("Owen J. Trask", "y"), person("Owen Kurt Trask", "w")]
    assert merge_people([*other, person("Owen K. Trask", "v")]) == {}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim Jong Un", "Kim Tae Hyo"),
        ("Kim Yong Kyun", "Kim Yong Hyun"),
        ("Ruta Malik", "Owen Malik"),
        ("George W. Marsh", "George H. Marsh"),
        ("Ruta Malik", "Ruta Trask"),
        ("Anna Bell", "Anna Ball"),
        ("Anna Roberts", "Anna Robertson"),
        ("Owen Trask", "Owen Trask Jr."),
        ("Owen Trask", "Ruta Trask"),
    ],
)
def test_people_who_share_a_name_part_stay_two(a: str, b: str) -> None:
    assert merge_people([person(a, "x"), person(b, "y")]) == {}


def test_an_initial_that_fits_two_people_is_nobody() -> None:
    assert merge_people([person("John Marsh", "x"), person("Jane Marsh", "y"), person("J. Marsh", "z")]) == {}


def test_another_spelling_of_the_surname_needs_shared_company() -> None:
    one, two = person("Ruta Malikova", "x", company=("p",)), person("Ruta Malikowa", "y", company=("p", "q"))
    assert len(merge_people([one, two])) == 1
    assert merge_people([one, person("Ruta Malikowa", "y", company=("q",))]) == {}


def test_two_spellings_in_one_article_are_left_alone() -> None:
    assert merge_people([person("Ruta Malikova", "x"), person("Ruta Malikowa", "x")]) == {}


def test_a_lone_surname_needs_one_full_name_and_a_shared_story() -> None:
    full, shared = person("Owen Trask", "x", company=("p", "q")), ("p", "q")
    lone = person("Trask", "y", company=shared)
    assert merge_people([full, lone]) == {"Trask": "Owen Trask"}
    assert merge_people([full, person("Trask", "y")]) == {}
    assert merge_people([full, lone, person("Ruta Trask", "z", company=shared)]) == {}
    assert merge_people([person("Trask Malik", "x", company=shared), lone]) == {}


def test_a_shared_affiliation_is_a_shared_story() -> None:
    people = [person("Owen Trask", "x", affiliation="the port"), person("Trask", "y", affiliation="the port")]
    assert merge_people(people) == {"Trask": "Owen Trask"}


def test_the_order_of_the_input_does_not_matter() -> None:
    people = [
        person("Ruta Malikova", "x"),
        person("Ruta Malikowa", "y"),
        person("O. Trask", "z"),
        person("Owen Trask", "x"),
    ]
    outcomes = {tuple(sorted(merge_people(order).items())) for order in permutations(people)}
    assert len(outcomes) == 1
    assert outcomes != {()}


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Malik", "Ruta Malik", True),
        ("R. Malik", "Ruta Malik", True),
        ("Yoon Suk-yeol", "Yoon Suk Yeol", True),
        ("Ruta Malik", "Owen Malik", False),
        ("Kim Jong Un", "Kim Tae-hyo", False),
    ],
)
def test_names_that_may_be_one(a: str, b: str, one: bool) -> None:
    assert may_be_one(a, b) is one
    assert may_be_one(b, a) is one


def test_full_names_of_other_length_differ_unless_by_initials() -> None:
    assert not same_full_name(["owen", "paul", "trask"], ["owen", "trask"])
    assert same_full_name(["owen", "p", "trask"], ["owen", "trask"])


def test_a_short_given_name_needs_shared_company() -> None:
    one, two = person("Robert Marsh", "x", company=("p",)), person("Bob Marsh", "y", "z", company=("p",))
    assert merge_people([one, two]) == {"Robert Marsh": "Bob Marsh"}
    assert merge_people([one, person("Bob Marsh", "y")]) == {}


def test_a_surname_is_that_of_whom_nearly_all_articles_name() -> None:
    many = [f"a{n}" for n in range(30)]
    ruling, rare = person("Owen Trask", *many), person("Ruta Trask", "z")
    assert merge_people([ruling, rare, person("Trask", "y")]) == {"Trask": "Owen Trask"}
    assert merge_people([ruling, person("Ruta Trask", *many[:9]), person("Trask", "y")]) == {}


def test_the_form_that_most_articles_print_is_the_name() -> None:
    forms = [person("Owen J. Trask", "x"), person("Owen Trask", "y", "z"), person("O. Trask", "v", "w", "u", "t")]
    assert set(merge_people(forms).values()) == {"Owen Trask"}


def told(corpus: Corpus) -> list[tuple[str, str, str]]:
    sql = """select q.article_id, s.name, s.kind from quotes q join sources s on s.source_id = q.speaker_id order by all"""
    return corpus.warehouse.query(sql)


def test_every_mention_goes_to_the_source_that_stays(corpus: Corpus) -> None:
    for key, name in (("a", "Owen Trask"), ("b", "Owen J. Trask"), ("c", "Owen Trask")):
        corpus.article(key, "We sail at dawn tomorrow.")
        corpus.quote(key, "We sail at dawn tomorrow.", by=name)
    assert resolve_sources(corpus.warehouse, "first") == 1
    assert {name for _, name, _ in told(corpus)} == {"Owen Trask"}
    names = corpus.warehouse.query("select distinct name from source_names order by name")
    assert names == [("Owen J. Trask",), ("Owen Trask",)]


def test_a_mention_keeps_the_id_of_its_own_reading(corpus: Corpus) -> None:
    test_every_mention_goes_to_the_source_that_stays(corpus)
    own = source_id(SourceKind.PERSON, "Owen J. Trask")
    assert corpus.warehouse.query("select article_id from quotes where own_speaker_id = ?", [own]) == [("b",)]
    aliases = "select source_id, into_id, why, run_id, name, kind from source_aliases"
    row = (own, source_id(SourceKind.PERSON, "Owen Trask"), "spelling", "first", "Owen J. Trask", "person")
    assert corpus.warehouse.query(aliases) == [row]
    assert resolve_sources(corpus.warehouse, "second") == 1
    assert corpus.warehouse.query(aliases) == [row]


def test_a_merge_is_undone_where_a_later_article_knows_better(corpus: Corpus) -> None:
    for key, name in (("a", "J. Trask"), ("b", "John Trask")):
        corpus.article(key, "We sail at dawn tomorrow.")
        corpus.quote(key, "We sail at dawn tomorrow.", by=name)
    resolve_sources(corpus.warehouse)
    assert {name for _, name, _ in told(corpus)} == {"John Trask"}
    corpus.article("c", "We stay.")
    corpus.quote("c", "We stay.", by="Jane Trask")
    resolve_sources(corpus.warehouse)
    assert [name for _, name, _ in told(corpus)] == ["J. Trask", "John Trask", "Jane Trask"]


def test_one_name_is_of_the_kind_that_most_articles_read(corpus: Corpus) -> None:
    for key in "abcd":
        corpus.article(key, "We sail.")
        corpus.quote(key, "We sail.", by="Owen Trask")
    corpus.article("e", "We sail.")
    corpus.quote("e", "We sail.", by="Owen Trask", of=SourceKind.OUTLET)
    resolve_sources(corpus.warehouse)
    assert {kind for _, _, kind in told(corpus)} == {"person"}


def test_a_body_that_is_only_described_is_the_paper_of_that_name(corpus: Corpus) -> None:
    for key, kind in (("a", SourceKind.OUTLET), ("b", SourceKind.ORGANISATION), ("c", SourceKind.ORGANISATION)):
        corpus.article(key, "We sail.")
        corpus.quote(key, "We sail.", by="Moorhen newspaper", of=kind)
    resolve_sources(corpus.warehouse)
    assert {(name, kind) for _, name, kind in told(corpus)} == {("Moorhen newspaper", "outlet")}


def test_a_user_s_list_is_laid_over_what_the_articles_tell(corpus: Corpus) -> None:
    for key, name in (("a", "Trask"), ("b", "Ruta Malik")):
        corpus.article(key, "We sail.")
        corpus.quote(key, "We sail.", by=name)
    listed = [Listed("Owen Trask", SourceKind.PERSON, ("Trask",), "Norwick Port", "Q1")]
    resolve_sources(corpus.warehouse, "r", listed)
    sql = "select name, affiliation, wikidata from sources order by name"
    assert corpus.warehouse.query(sql) == [("Owen Trask", "Norwick Port", "Q1"), ("Ruta Malik", None, None)]
    assert [name for _, name, _ in told(corpus)] == ["Owen Trask", "Ruta Malik"]


def speaks_for(corpus: Corpus, name: str, *bodies: str | None) -> None:
    """An article for each body, which names a person and quotes her, and tells of the body where it is one."""
    for i, body in enumerate(bodies):
        key = f"{name}-{i}"
        corpus.article(key, f"“It is shut,” said {name}.")
        corpus.quote(key, "It is shut", by=name)
        source = source_id(SourceKind.PERSON, name)
        corpus.warehouse.insert("source_readings", [(key, 1, source, "person", name, name, body, "article")])


def test_whom_somebody_speaks_for_is_told_where_a_text_says_so(corpus: Corpus) -> None:
    speaks_for(corpus, "Owen Trask", "Mill Guard", *[None] * 8)
    speaks_for(corpus, "Ruta Malik", "Mill Guard", *[None] * 7)
    speaks_for(corpus, "Tor Vint", *["Mill Guard"] * 3, "Lund Bank", *[None] * 30)
    resolve_sources(corpus.warehouse, "r")
    sql = "select name, affiliation from sources order by name"
    assert corpus.warehouse.query(sql) == [
        ("Owen Trask", None),
        ("Ruta Malik", "Mill Guard"),
        ("Tor Vint", "Mill Guard"),
    ]
    sql = "select speaker_affiliation, count(*) from quotes_told where speaker = ? group by all order by all"
    assert corpus.warehouse.query(sql, ["Owen Trask"]) == [("Mill Guard", 1), (None, 8)]
    assert corpus.warehouse.query(sql, ["Tor Vint"]) == [("Lund Bank", 1), ("Mill Guard", 3), (None, 30)]


def test_no_body_speaks_for_itself(corpus: Corpus) -> None:
    corpus.article("a", "“It is shut,” Norwick Bank said.")
    corpus.quote("a", "It is shut", by="Norwick Bank", of=SourceKind.ORGANISATION)
    source = source_id(SourceKind.ORGANISATION, "Norwick Bank")
    corpus.warehouse.insert(
        "source_readings", [("a", 1, source, "organisation", "Norwick Bank", "Norwick Bank", "Norwick Bank", "article")]
    )
    resolve_sources(corpus.warehouse, "r")
    assert corpus.warehouse.query("select speaker, speaker_affiliation from quotes_told") == [("Norwick Bank", None)]


def calls(corpus: Corpus, key: str, body: str, spelling: str) -> None:
    """An article that calls a body by a spelling, and quotes it."""
    corpus.article(key, "“It is shut,” it said.")
    corpus.quote(key, "It is shut", by=body, of=SourceKind.ORGANISATION)
    source = source_id(SourceKind.ORGANISATION, body)
    corpus.warehouse.insert("source_readings", [(key, 1, source, "organisation", body, spelling, None, "article")])


@pytest.mark.parametrize(
    ("others", "meant"),
    [
        (("Norwick Mill Fund",) * 3, "Norwick Mill Fund"),
        (("Norwick Mill Fund",) * 2, "NMF"),
        (("Norwick Mill Fund", "Norwick Mill Fund", "Norwick Mill Fund", "Norvex Meat Firm"), "NMF"),
        (("NMF HELD",) * 3, "NMF"),
    ],
)
def test_capitals_are_the_body_that_nearly_all_spell_out(corpus: Corpus, others: tuple[str, ...], meant: str) -> None:
    for i, body in enumerate(others):
        calls(corpus, f"spelled-{i}", body, "NMF")
    calls(corpus, "alone", "NMF", "NMF")
    resolve_sources(corpus.warehouse, "r")
    assert corpus.warehouse.query("select speaker from quotes_told where article_id = 'alone'") == [(meant,)]
