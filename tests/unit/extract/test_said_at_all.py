"""Whether anything was said at all, and by whom: what may be said, what a deed shows, names that are common words."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, Polarity, Quote


def quotes(text: str) -> tuple[Quote, ...]:
    return extract_mentions(Article("a", 1, text)).quotes


def told(text: str) -> list[tuple[str | None, str]]:
    return [
        (quote.source.name if quote.source else None, quote.cue.of(text) if quote.cue else "") for quote in quotes(text)
    ]


UNSAID = [
    "Ada Holm can begin by pointing out that the dam leaks.",
    "Ada Holm might say that the dam leaked.",
    "Ada Holm will announce that the dam leaks.",
    "Ada Holm declined to say when the dam would open.",
    "Ada Holm would agree that the dam leaks.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_may_be_said_is_not_said(text: str) -> None:
    assert [(quote.polarity, quote.source) for quote in quotes(text)] == [(Polarity.DENIED, None)]


SAID = [
    ("Ada Holm would later say that the dam leaked.", "Ada Holm"),
    ("Ada Holm would often say that the dam leaked.", "Ada Holm"),
    ("The engineer Ada Holm can reveal that the dam leaks.", "Ada Holm"),
    ("Ada Holm tried to explain to the board that the dam leaked.", "Ada Holm"),
]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_what_was_said_later_or_again(text: str, speaker: str) -> None:
    assert [quote.source.name for quote in quotes(text) if quote.source] == [speaker]


def test_what_was_not_given_is_not_what_was_said() -> None:
    (quote,) = quotes("Ada Holm could not name a day for the quay but said that the dam leaked.")
    assert (quote.polarity, quote.source and quote.source.name) == (None, "Ada Holm")


NOT_SAID = [
    ("a deed lets one see something", "Then Vint fired her by letter, revealing the rift in the board."),
    ("a passive with a short helper", "It's estimated that 200 boats left."),
    (
        "a thing that somebody drew",
        "That plan, drawn by the Norwick Trust, named three boats, and also added a new quay.",
    ),
    ("a body that is called so", "They paid to create a new harbour advocacy organization called the Coin Centre."),
    ("whoever telephones", "Mike Vint called Kim Lund to offer his help and prayers."),
    ("what is done to somebody", "Their campaign to get Tor Lund confirmed is moving the board."),
    ("a claim that is denied", "Ole Vint rejected claims he was advocating violence."),
    (
        "whoever decided something",
        "A seat is open by a decision of the board by councillor Tor Vint to go, citing his age.",
    ),
]


@pytest.mark.parametrize(("why", "text"), NOT_SAID, ids=[why for why, _ in NOT_SAID])
def test_nobody_says_so(why: str, text: str) -> None:
    assert not [cue for _, cue in told(text) if cue not in {"rejected"}]


MEANT = [
    (
        "a surname that is a helping verb too",
        "Mill Minister Theresa May said on Monday that it leaked. May warned that it was old.",
        ["Theresa May", "Theresa May"],
    ),
    (
        "one that is a helping verb behind a role",
        "Columnist George Will wrote that the dam was bad.",
        ["George Will"],
    ),
    (
        "what somebody said of whom speaks next",
        "Ada Holm, who came from Norwick, said police warned that the dam leaked.",
        ["Ada Holm", "police"],
    ),
    (
        "a name behind as, and what somebody is to the writer",
        "As Walter Russell Vint, my boss over at the quay, has noted, the dam is bad.",
        ["Walter Russell Vint"],
    ),
    (
        "a body with a common word inside",
        "The National Republican Harbour Committee warned that the dam leaked.",
        ["National Republican Harbour Committee"],
    ),
    (
        "letters that only say of what kind a thing is",
        "The dam is old, DNA tests confirmed.",
        [None],
    ),
    (
        "all who speak for a body",
        "Norwick Water officials said it was shut. Senior FBI officials said it was late.",
        ["Norwick Water", "Senior FBI officials"],
    ),
    (
        "whoever spoke for a body before",
        "A spokesperson for Norwick Water said it was shut. “It is old,” the spokesperson said.",
        ["Norwick Water", "Norwick Water"],
    ),
    (
        "one without a name, of whose words the other name is a part",
        "The elder, Tamerlan Vint, wished to row, the family friend said. But he left the club, he said.",
        ["the family friend", "the family friend"],
    ),
    (
        "somebody else is named since one spoke far before",
        "Bob Vint said it leaked.\n\nThe quay was shut. Boats left. Nets dried. It rained.\n\n"
        "Last week, President Lund put up a notice. He said it was late.",
        ["Bob Vint", "Lund"],
    ),
    (
        "a comma opens and a dash closes what is told of somebody",
        "Tor Vint, one of the members who asked for it — has already called for a cap.",
        ["Tor Vint"],
    ),
    (
        "a notice that says two things is read by nobody",
        "The engineer Ada Holm viewed one pass that warned of long lines and recommended arriving early.",
        [],
    ),
]


@pytest.mark.parametrize(("why", "text", "speakers"), MEANT, ids=[why for why, _, _ in MEANT])
def test_whose_words_they_are(why: str, text: str, speakers: list[str | None]) -> None:
    assert [name for name, _ in told(text)] == speakers


def test_a_title_does_not_reach_back_into_marked_words() -> None:
    (quote,) = quotes("“It leaks in the Garland,” Senate Leader Harry Vint told reporters.")
    assert quote.title == "Senate Leader"


NAMED = [
    (
        "a dead man of whom the last speaker spoke does not speak",
        "Senate leader Mitch Lund led the charge, saying it would stop those who killed Peter Vint. "
        "Vint was buried on Sunday.\n\n“Many of these boats are known,” he said.",
        ["Mitch Lund", None],
    ),
    (
        "a party's adjective is no office",
        "Senate Republican Leader Mitch Lund left. Republican opponents of Norwick-backed dams left after warning "
        "that it leaked.",
        ["Republican opponents"],
    ),
    (
        "an outlet whose article is printed small is no short form",
        "Hillary Vint left. It was late, the Hill reports.",
        ["The Hill"],
    ),
    (
        "letters that the article itself explains",
        "Anglers for Peace wrote to the board. AFP said that it leaked.",
        ["Anglers for Peace"],
    ),
    (
        "the photographer before a headline",
        "The deal was not his. | John Shinkle/POLITICO Holm denies going, slams the board for leaving.",
        ["Holm", "Holm"],
    ),
    (
        "many behind a comma are not the one before it",
        "Hillary Vint, critics said, also needs to make Lund respond.",
        ["critics"],
    ),
    (
        "of two in a sentence one stands behind of",
        "The story, with the arrest of former Speaker Stan Lund, makes Henry Vint look weak. He conceded that it leaked.",
        [None],
    ),
    (
        "a name behind a preposition, after somebody else spoke",
        "Henry Vint said it leaked. Taking a page from Senator Scott Lund, it is an old boat.\n\n"
        "Later, he said that it was late.",
        ["Henry Vint", None],
    ),
    (
        "a relative clause of somebody else goes on",
        "Ida Vint moves left, pressed by the ghost of Ada Holm, who has left the board and said she wants more.",
        [],
    ),
    (
        "said and then saying: whom the words are about may say so",
        "Tor Vint said George Lund defended it, saying that it was dry. Tor Vint said it was late, adding that it rained.",
        ["Tor Vint", "Tor Vint", "Tor Vint"],
    ),
    (
        "a label before the summary of a page",
        "Story highlights Ada Holm asks the council to have mercy.",
        ["Ada Holm"],
    ),
    (
        "a body whose name has of inside",
        "Those in the Brotherhood of Norwick fear it. The Brotherhood of Norwick said it was shut.",
        ["Brotherhood of Norwick"],
    ),
]


@pytest.mark.parametrize(("why", "text", "speakers"), NAMED, ids=[why for why, _, _ in NAMED])
def test_whom_words_and_names_mean(why: str, text: str, speakers: list[str | None]) -> None:
    assert [name for name, _ in told(text)] == speakers


def test_what_somebody_did_is_no_title() -> None:
    (quote,) = quotes("Rep. Lund’s attorney, William Vint, accused the government of a “vendetta against him.”")
    assert quote.title == "Rep. Lund’s attorney"
