"""Whom a speaker phrase means: full name, kind, affiliation and grade, inside one article."""

from __future__ import annotations

import pytest

from audit.extract.credits.find import find_credits
from audit.extract.quotes.find import find_quotes
from audit.extract.reading import read_document
from audit.extract.sources.affiliations import affiliation_of
from audit.ids import source_id
from audit.records import Anonymity, Article, Source, SourceKind


def sources_of(text: str) -> list[tuple[Source | None, Anonymity | None]]:
    return [(q.source, q.anonymity) for q in find_quotes(read_document(Article("a", 1, text)))]


def last_name(text: str) -> str | None:
    source = sources_of(text)[-1][0]
    return source.name if source else None


RESOLVED = [
    ("surname", "Ada Holm arrived. Holm said it was shut.", "Ada Holm"),
    ("pronoun", "Laura Hale arrived. She said it was shut.", "Laura Hale"),
    ("the pronoun's sex decides", "Laura Hale met Peter Pell. She said it was shut.", "Laura Hale"),
    ("no place", "Peter Pell came. Speaking in Marrow Raton, he said it was shut.", "Peter Pell"),
    ("no state", "Peter Pell came. At a dinner in Vintville, Mor., he said it was shut.", "Peter Pell"),
    ("no building", "Peter Pell came. Outside Pell Tower, he said it was shut.", "Peter Pell"),
    ("no letters", "Peter Pell came. It was the Pell FBI row. Pell said it was shut.", "Peter Pell"),
    ("pronoun in the next paragraph", "Peter Pell said it was shut.\n“It is old,” he added.", "Peter Pell"),
    ("role", "Norlandic President Ada Holm arrived.\n“It is shut,” the president said.", "Ada Holm"),
    ("role of a state", "Ukrainian President Ada Holm met French President Tor Vint.\n“It is shut,” the Ukrainian president said.", "Ada Holm"),
    ("office", "NATO Secretary General Tor Vint arrived. The NATO Secretary General added that it was shut.", "Tor Vint"),
    ("official again", "The bridge was shut, a Norlandic official said.\n“It is old,” the official said.", "a Norlandic official"),
    ("somebody's office goes on", "Ada Holm, a pilot, said it was shut.\n“It is old,” added the former officer.", "Ada Holm"),
    ("a chair of the same board", "Ada Holm, chairwoman of the Bridge Board, met Tor Vint, chairman of the Water Board. The chairman of the Bridge Board said it was shut.", "Ada Holm"),
    ("of two who hold it, whoever spoke", "President Ada Holm met President Tor Vint. “It is shut,” Holm said.\n“It is old,” the president said.", "Ada Holm"),
    ("the holder, not who spoke last", "President Ada Holm came. Tor Vint said it was shut.\n“It is old,” the president said.", "Ada Holm"),
    ("a description of who spoke last", "Tor Vint said it was shut.\nThe retired Norwick officer added that it was old.", "Tor Vint"),
    ("the president of whoever's state it is", "President Tor Vint said it was shut.\n“It is old,” the Ukrainian president said.", "Tor Vint"),
    ("a firm", "It was shut, according to Brackwater Paper. The company said it was old.", "Brackwater Paper"),
    ("an agency", "It was shut, Northline reported. The agency said it was old.", "Northline"),
    ("named before its holder", "The mayor said it was shut.\nMayor Ada Holm arrived.", "Ada Holm"),
    ("honorific", "Tor Vint arrived. “It is shut,” Mr. Vint said.", "Tor Vint"),
    ("outlet", "The bridge was shut, the Washington Post reported.", "The Washington Post"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), [r[1:] for r in RESOLVED], ids=[r[0] for r in RESOLVED])
def test_full_names(text: str, name: str) -> None:
    assert last_name(text) == name


def test_nobody_is_better_than_somebody_else() -> None:
    assert last_name("The road was wet. She said it was shut.") is None
    assert last_name("Peter Pell arrived. She said it was shut.") is None


NOBODY = [
    ("a role that nobody has", "Tor Vint said it was shut.\n“It is old,” the president said."),
    ("a deputy is not the chief", "Deputy Mayor Tor Vint arrived. “It is old,” the mayor said."),
    ("a former one is not the present one", "Tor Vint, a former governor, arrived. “It is old,” the governor said."),
    ("another board's chair", "Tor Vint, chairman of the Water Board, said it was shut.\nThe chairman of the Bridge Board said it was old."),
    ("either of two", "President Ada Holm met President Tor Vint. “It is old,” the president said."),
    ("somebody named in between", "Tor Vint said it was shut. Ada Holm saw it. The retired Norwick officer added that it was old."),
    ("another state's president", "President Tor Vint came. “It is old,” the Ukrainian president said."),
    ("somebody of another office", "Senator Tor Vint said it was shut.\nThe newly elected Norwick mayor added that it was old."),
]  # fmt: skip


@pytest.mark.parametrize("text", [n[1] for n in NOBODY], ids=[n[0] for n in NOBODY])
def test_a_role_is_only_whose_it_is(text: str) -> None:
    source = sources_of(text)[-1][0]
    assert source is None or source.kind is not SourceKind.PERSON


@pytest.mark.parametrize("phrase", ["The council", "The police", "The report", "The company", "The newspaper"])
def test_bodies_and_documents_are_nobody(phrase: str) -> None:
    source = sources_of(f"Peter Vint said it was shut.\n{phrase} said it was old.")[-1][0]
    assert source is not None
    assert source.kind in {SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.VAGUE}


@pytest.mark.parametrize("phrase", ["Police", "Studies", "A new report", "The police", "Its data"])
def test_what_is_only_described_is_another_in_every_article(phrase: str) -> None:
    source = sources_of(f"{phrase} said it was old.")[-1][0]
    assert source is not None
    assert source_id(source.kind, source.name, "a") != source_id(source.kind, source.name, "b")


BODIES = [
    "Center on Budget and Harbour Priorities",
    "Committee for a Responsible Harbour Budget",
    "Federation for American Harbour Reform",
    "Citizens for Responsible Energy",
    "Reporters Without Borders",
    "Mayors Against Illegal Guns",
]


@pytest.mark.parametrize("name", BODIES)
def test_a_body_has_its_whole_name(name: str) -> None:
    said = read_document(Article("a", 1, f"The {name} said that it was shut."))
    assert [q.source.name for q in find_quotes(said) if q.source] == [name]
    credited = read_document(Article("a", 1, f"The bridge was shut, according to the {name}, a think tank."))
    assert [c.source.name for c in find_credits(credited, find_quotes(credited))] == [name]


@pytest.mark.parametrize("before", ["According to the Norwick Post", "After the Norwick Fire", "In March"])
def test_police_behind_a_comma_are_no_office_of_what_stands_before(before: str) -> None:
    assert last_name(f"{before}, police said the dam leaked.") == "police"
    assert last_name(f"“It leaked,” {before.lower()}, police said.") == "police"


def test_a_surname_that_is_a_word_too_goes_on_with_no_paper() -> None:
    assert last_name("Ada Corn of Mother Holm left. Corn said that it was shut.") == "Ada Corn"


def test_a_preposition_of_a_headline_joins_no_names() -> None:
    assert last_name("Vint Fights For Energy. Ada Holm said that it was shut.") == "Ada Holm"
    names = [name.surface for name in read_document(Article("a", 1, "Rules For Harbours said no to Action.")).names]
    assert "Rules For Harbours" not in names


@pytest.mark.parametrize("name", ["Congress", "The Constitution", "The Marrow Valley Council"])
def test_what_has_a_name_is_one_in_all_articles(name: str) -> None:
    source = sources_of(f"{name} said it was old.")[-1][0]
    assert source is not None
    assert source_id(source.kind, source.name, "a") == source_id(source.kind, source.name, "b")


def test_whoever_it_was_is_nobody_named() -> None:
    assert last_name("Tor Vint arrived. The man who said that it was shut left.") != "Tor Vint"


KINDS = [
    ("Ada Holm said it was shut.", SourceKind.PERSON, Anonymity.G0),
    ("The Marrow Valley Council said it was shut.", SourceKind.ORGANISATION, Anonymity.G1),
    ("A Norlandic government official said it was shut.", SourceKind.ANONYMOUS, Anonymity.G2),
    ("Officials said it was shut.", SourceKind.ANONYMOUS, Anonymity.G3),
    ("Sources said it was shut.", SourceKind.VAGUE, Anonymity.G4),
    ("The report said it was shut.", SourceKind.DOCUMENT, Anonymity.G0),
    ("The bridge was shut, Reuters reported.", SourceKind.AGENCY, None),
    ("The bridge was shut, the Guardian reported.", SourceKind.OUTLET, None),
]


@pytest.mark.parametrize(("text", "kind", "grade"), KINDS, ids=[k[0] for k in KINDS])
def test_kinds_and_grades(text: str, kind: SourceKind, grade: Anonymity | None) -> None:
    ((source, anonymity),) = sources_of(text)
    assert source is not None
    assert (source.kind, anonymity) == (kind, grade)


def test_spellings_without_bare_roles() -> None:
    text = "Norlandic President Ada Holm arrived. “It is shut,” Holm said. “It is old,” the president said."
    source = sources_of(text)[-1][0]
    assert source is not None
    assert source.names == ("Ada Holm", "Holm")


AFFILIATIONS = [
    ("Deputy Pentagon Press Secretary", "United States"),
    ("the Ukrainian president", "Ukraine"),
    ("NATO Secretary General", "NATO"),
    ("head of the World Institute for North Korean Studies", "World Institute for North Korean Studies"),
    ("Secretary General of South Korea’s Unification Advisory Council", "South Korea"),
    ("European Commission President", "European Union"),
    ("U.S. Deputy Ambassador to the U.N.", "United States"),
    ("a professor at Marrow University", "Marrow University"),
    ("an Iran expert at the Marrow Institute", "Marrow Institute"),
    ("an expert on Iranian affairs", None),
    ("an Iraq war veteran", None),
    ("a Russian journalist", None),
    ("a resident of Cuba", None),
    ("a Cuban government critic", None),
    ("former ambassador to China", None),
    ("New Mexico Gov.", None),
    ("chief of Iran's police", "Iran"),
    ("president of the Russian Federation", "Russia"),
    ("president of the Syrian opposition", None),
    ("a spokesman for Israeli Prime Minister Benjamin Netanyahu", "Israel"),
    ("a senior official in Israel's ministry", None),
    ("White House press secretary", "United States"),
    ("Incoming White House Press Secretary", "United States"),
    ("the Kremlin", "Russia"),
    ("Marrow City Council Member", "Marrow City Council"),
    ("top Democrat on the Rivers Committee", "Rivers Committee"),
    ("Senate Republican leader", None),
    ("the Marrow College of Criminal Justice", "Marrow College of Criminal Justice"),
    ("a fellow of Holm & Vint College", "Holm & Vint College"),
    ("the Marrow Teachers Union's lawyer", "Marrow Teachers Union"),
    ("American Mill Federation President", "American Mill Federation"),
    ("a spokesman", None),
    ("But Mill Board Chairman", "Mill Board"),
    ("Sunday Norwick Mill Board", "Norwick Mill Board"),
    ("Norwick-based Mill Research Institute", "Mill Research Institute"),
    ("the Anti-poverty Fund's director", "Anti-poverty Fund"),
    ("director of the Mill Research Institute (MRI)", "Mill Research Institute"),
    ("a lawyer for the Norwick Mill Hospital and Vint University", "Norwick Mill Hospital"),
    ("a lawyer for the Norwick Council and the ferry", "Norwick Council"),
    ("Board of Mills and Ferries Secretary", "Board of Mills and Ferries"),
    ("Energy and Mills Committee Chairman", "Energy and Mills Committee"),
    ("Norwick Office of the Special Commissioner", "Norwick Office of the Special Commissioner"),
    ("Union of Ferry Workers President Ada Holm", "Union of Ferry Workers"),
    ("Norwick News East Coast reporter", "Norwick News"),
    ("the Women's Mill Council", "Women's Mill Council"),
    ("Norwick's Mill Council", "Mill Council"),
    ("president of St. Norwick College", "St. Norwick College"),
    ("head of Holm&Vint College", "Holm&Vint College"),
    ("author of In Mill Trust We Rest", None),
    ("Norwick GOP Senate candidate", None),
    ("Republican Senate Water Council member", "Senate Water Council"),
    ("Democratic Senate Majority Leader", None),
    ("a speaker at the House of Ferries on Friday", "House of Ferries"),
    ("US Circuit Court of Mills", "US Circuit Court of Mills"),
    ("Norwick Republican the Senate", None),
    ("told Norwick News on Republican plans", "Norwick News"),
    ("Timeline White House spokesman", "United States"),
    ("Texas Department of State Secretary", "Texas Department of State"),
    ("Humane Society of the United States", "Humane Society of the United States"),
    ("one of the leaders of the initiative", None),
]


@pytest.mark.parametrize(("phrase", "body"), AFFILIATIONS)
def test_affiliations(phrase: str, body: str | None) -> None:
    assert affiliation_of(phrase) == body


def test_a_speaker_speaks_for_whom_the_title_names() -> None:
    source = sources_of("“It is shut,” said Ada Holm, head of the Marrow Valley Council.")[0][0]
    assert source is not None
    assert source.affiliation == "Marrow Valley Council"


def test_a_paper_behind_which_something_stands_stays_one_source() -> None:
    text = "The mill broke its permit, according to the Sandholm Chronicle, which said it had seen the logs."
    doc = read_document(Article("a", 1, text))
    assert SourceKind.ORGANISATION not in {name.kind for name in doc.names}
    assert {c.source.kind for c in find_credits(doc, find_quotes(doc))} == {SourceKind.OUTLET}
