"""Whose words they are where the name stands elsewhere: subjects and scenes, posts and clauses, polls and records."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, Quote, SourceKind


def quotes(text: str) -> tuple[Quote, ...]:
    return extract_mentions(Article("a", 1, text)).quotes


MEANT = [
    (
        "who said something inside another's words is not whom a pronoun means",
        "George Vint asked the board why Tor Lund said it was dry. He said that the dam leaked.",
        "George Vint",
    ),
    (
        "who is named in the scene of a participle is not its subject",
        "Ada Holm left. After publicly asking for the seat that Mary Lund had held, she stayed away, citing “reasons”.",
        "Ada Holm",
    ),
    (
        "a title tells the sex of the one who bears the surname",
        "Mr. George Vint came. When Ms. Orel left, he nodded. Wamuti Orel drove off.\n\n“It leaks,” he said.",
        "George Vint",
    ),
    (
        "a verb behind an apposition is no part of a phrase",
        "Tor Vint, a captain, appeared in a short film posted Wednesday, saying that the dam leaked.",
        "Tor Vint",
    ),
    (
        "a role of several small words before a name",
        "Retired surgeon Tor Vint, a former rival turned friend, later warned that the dam leaked.",
        "Tor Vint",
    ),
    (
        "two roles behind a name and who",
        "Lund met Tor Vint, the engineer and former mayor who wrote in a letter that the dam leaked.",
        "Tor Vint",
    ),
    ("an adverb before a participle", "Ada Holm went on by falsely accusing Vint of draining the dam.", "Ada Holm"),
    (
        "a participle behind a dash is the subject's",
        "But Ada Holm spoke at length, naming her rival Tor Vint - a pilot - gleefully adding, “I told you so.”",
        "Ada Holm",
    ),
    (
        "a passive behind marked words",
        "In the “report,” touted by veteran anchor Ada Holm as “real talk,” boats sank.",
        "Ada Holm",
    ),
    (
        "the first of two labels leads to the next",
        "Ada Holm called Vint a “so-called judge,” called his ruling “a terrible thing,” and left.",
        "Ada Holm",
    ),
    ("the claim that a verb is about", "Ada Holm commented on Tor Vint's contention that the dam leaked.", "Tor Vint"),
    (
        "a town behind the bearer of a post",
        "The head of the panel, Ada Holm, a clerk from Vint Marrow, asked officials how deep it was.",
        "Ada Holm",
    ),
    (
        "a name and its verb in a line of their own",
        "“The dam leaks and nobody who lives below it sleeps.” Holm said. Ada Holm runs the dam.",
        "Ada Holm",
    ),
    (
        "a body behind the scene of its sentence",
        "In a short film last summer, Norwick Water showed a pump. It also said the pump was new.",
        "Norwick Water",
    ),
    (
        "a description whose words one body's name holds",
        "The Ukraine Department of Education met. The state education department said that it was shut.",
        "Ukraine Department of Education",
    ),
    ("a body of a region", "It is dark, a spokesperson for Southern Ukraine Edison said.", "Southern Ukraine Edison"),
    ("a role in capitals before a name", "Conservative MP Ada Holm said that it was shut.", "Ada Holm"),
]


@pytest.mark.parametrize(("text", "name"), [m[1:] for m in MEANT], ids=[m[0] for m in MEANT])
def test_the_one_who_is_meant(text: str, name: str) -> None:
    last = quotes(text)[-1]
    assert last.source
    assert last.source.name == name


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Tenant advocates took another view. They said it leaked.", "Tenant advocates", SourceKind.ANONYMOUS),
        ("Residents said it rained. They said it leaked.", "Residents", SourceKind.ANONYMOUS),
        ("A Norwick University poll gives Ada Holm a 4-point lead.", "Norwick University poll", SourceKind.DOCUMENT),
        ("The Holm Group survey showed the race tied, 39 to 39.", "Holm Group survey", SourceKind.DOCUMENT),
        ("The meeting agenda said that 50 boats had sunk.", "meeting agenda", SourceKind.DOCUMENT),
        ("A Conservative MP said that it was shut.", "A Conservative MP", SourceKind.ANONYMOUS),
        ("Marrow TV said that it was shut.", "Marrow TV", SourceKind.ORGANISATION),
        ("UC Ukraine said that it was shut.", "UC Ukraine", SourceKind.ORGANISATION),
    ],
)
def test_bodies_groups_and_documents(text: str, name: str, kind: SourceKind) -> None:
    last = quotes(text)[-1].source
    assert last
    assert (last.name, last.kind) == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "A clerk was angry. They said it leaked.",  # not many
        "A poll has a margin of 3 points.",  # no figures of anybody
        "The letter sent to Congress said that it was shut.",
    ],
)
def test_who_is_meant_stays_open(text: str) -> None:
    assert all(quote.source is None for quote in quotes(text))


def test_a_poll_that_others_tell_of_is_theirs() -> None:
    (quote,) = quotes("The Norwick poll gave Ada Holm 47 percent, according to pollster Tor Vint.")
    assert quote.source
    assert quote.source.name == "Tor Vint"


def test_the_turns_of_one_paragraph() -> None:
    text = "Ada Holm met Tor Vint.\n\nHOLM: I am not glad. VINT: Why not? HOLM: It leaks. I saw it."
    told = [(q.source and q.source.name, q.pieces[0].of(text)) for q in quotes(text)]
    assert told == [("Ada Holm", "I am not glad."), ("Tor Vint", "Why not?"), ("Ada Holm", "It leaks. I saw it.")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Washington Post met Ada Holm. The Post said it leaked.", "The Washington Post", SourceKind.OUTLET),
        ("The Washington Post met Ada Holm. The paper said it leaked.", "The Washington Post", SourceKind.OUTLET),
        ("The Post said it leaked.", "The Post", SourceKind.UNSEEN),
        ("The Constitution says that the senate shall meet.", "Constitution", SourceKind.DOCUMENT),
        ("The U.S. State Dept. announced it is shut.", "U.S. State Dept", SourceKind.ORGANISATION),
        ("Mary Vint dined. “It leaks,” Mr. Vint said.", "Vint", SourceKind.PERSON),
        ("Conservative MP Ada Holm left. Ms Holm said that it was shut.", "Ada Holm", SourceKind.PERSON),
    ],
)
def test_papers_texts_and_namesakes(text: str, name: str, kind: SourceKind) -> None:
    last = quotes(text)[-1].source
    assert last
    assert (last.name, last.kind) == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "A former Marine who saw it said that it was shut.",
        "A Marine said that it was shut.",
        "A report was read. The paper said that it leaked.",
    ],
)
def test_one_of_a_kind_has_no_name(text: str) -> None:
    assert all(q.source is None or q.source.kind is not SourceKind.PERSON for q in quotes(text))
    assert all(q.source is None or q.source.kind is not SourceKind.OUTLET for q in quotes(text))


@pytest.mark.parametrize(
    "text",
    [
        "The proposed cuts add to a climate of fear: the council has sought to lower it.",
        "A spate of leaks pointed to an old flaw in the wall.",
        "Ada Holm was there, and nobody questioned her.",
    ],
)
def test_things_and_lone_pronouns_say_nothing(text: str) -> None:
    assert quotes(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The newspaper, which first revealed the plan, warned that the wall leaks.", "The newspaper"),
        ("“It leaks,” said TJ King, a pilot.", "TJ King"),
        ("According to Census data, the wall leaks.", "Census data"),
        ("According to Norwick Institute guidelines, the wall leaks.", "Norwick Institute guidelines"),
        ("A Norwick Institute analysis found that the wall leaks.", "Norwick Institute analysis"),
        ("The report pointed to the flaw as what cost the wall.", "report"),
    ],
)
def test_papers_and_initials_say_it(text: str, name: str) -> None:
    source = quotes(text)[0].source
    assert source
    assert source.name == name


def test_the_holder_of_an_office_of_letters_is_no_name() -> None:
    assert all(q.source is None or q.source.name != "UN Ambassador" for q in quotes("The UN Ambassador said no."))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("On Monday the Justice Department said it was shut.", "Justice Department", SourceKind.ORGANISATION),
        ("On Monday the General Assembly said it was shut.", "General Assembly", SourceKind.ORGANISATION),
        ("On Monday Marrow Brothers said it was shut.", "Marrow Brothers", SourceKind.ORGANISATION),
        ("On Monday Supervisor Ada Holm said it was shut.", "Ada Holm", SourceKind.PERSON),
    ],
)
def test_a_title_before_a_body_is_part_of_its_name(text: str, name: str, kind: SourceKind) -> None:
    source = quotes(text)[-1].source
    assert source
    assert (source.name, source.kind) == (name, kind)


def test_a_case_is_nobody() -> None:
    (quote,) = quotes("The ruling in Lund v. Marrow, which said that a law had lapsed, was read.")
    assert quote.source is None


def test_he_means_the_spokesman_who_just_spoke_for_a_body() -> None:
    text = (
        "Mayor Tor Lund left. A spokesman for Norwick Water said it leaked. “It is old,” he said. He said it was shut."
    )
    assert [q.source and q.source.name for q in quotes(text)] == ["Norwick Water"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Tor Vint, who hails from Marrow, left.",
        "Ada Holm saw a rule proposed by some delegates that would close the dam.",
    ],
)
def test_what_leads_elsewhere_is_not_said(text: str) -> None:
    assert quotes(text) == ()
