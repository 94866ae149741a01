"""Whose words, and which: what only joins, times and verbs behind a label, hearers, documents and roles before a name."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, QuoteKind

SAID = [
    (
        "a word that only joins is no part of what is said",
        "Ada Holm spoke. However, Holm argued, the bills are made to keep the mill open.",
        ("Ada Holm", "the bills are made to keep the mill open"),
    ),
    (
        "the scene of a participle is no subject of marked words",
        "Ada Holm, breaking her silence, spoke. Breaking into a smile, Holm added, “it will rain soon.”",
        ("Ada Holm", "it will rain soon."),
    ),
    (
        "a participle is the subject of marked words that open with a verb",
        "Abandoning the wall, says Ada Holm, “would do real harm to whatever is left of the town.”",
        ("Ada Holm", "Abandoning the wall … would do real harm to whatever is left of the town."),
    ),
    (
        "a time behind a label is no part of it",
        "President Ada Holm called it “another good job” later Thursday.",
        ("Ada Holm", "another good job"),
    ),
    (
        "nor another verb of saying",
        "President Ada Holm called the bill “wrong” and urged its repeal.",
        ("Ada Holm", "the bill … wrong"),
    ),
    (
        "a small role before a name tells whom a body employs",
        "“It is shut,” said Norwick House press secretary Ada Holm in an interview.",
        ("Ada Holm", "It is shut,"),
    ),
    (
        "a committee is told, and says nothing",
        "Ada Holm told a Norwick committee today he would back the plan.",
        ("Ada Holm", "he would back the plan"),
    ),
    (
        "a participle behind a statement that somebody released is hers",
        "Ada Holm was quick to release a statement Tuesday condemning the board for raiding it.",
        ("Ada Holm", "the board for raiding it"),
    ),
    (
        "whoever got a letter does not say what it says",
        "Ada Holm got a letter Tuesday urging the board to shut it.",
        None,
    ),
    ("nor whoever was sent one", "In 2007, Ada Holm was sent a memo noting that the first try had failed.", None),
    (
        "whom somebody sided with is not the subject",
        "He publicly sided with Tor Vint – the pilot killed by Lund – recalling that he had been stopped as a boy.",
        (None, "that he had been stopped as a boy"),
    ),
    (
        "a document of which a participle tells more",
        "The lawsuit filed in Norwick on Monday alleges that the dam had cracked.",
        ("lawsuit", "that the dam had cracked"),
    ),
    (
        "a document and a participle between commas",
        "A study of rivers, published by the Norwick Fund, found that the dam had cracked.",
        ("study", "that the dam had cracked"),
    ),
    (
        "headlines that a page printed inside a sentence",
        "“It is shut,” Sen. Ada Holm Adaline (Ada) Rose HolmBoard meets on dam Mill to open: 'We will see' MORE (R-Nor.) said.",
        ("Ada Holm", "It is shut,"),
    ),
    (
        "headlines behind a name that stands before another headline",
        "Sen. Ada Holm Ada Rose Holm Board meets on the old dam Mill to open again MORE said the dam had cracked.",
        ("Ada Holm", "the dam had cracked"),
    ),
    (
        "the verb of a headline is no part of a name",
        "“It is shut,” said Ada Holm. She left.\n\nAda Holm Announces “Fresh Start” For Dam",
        ("Ada Holm", "It is shut,"),
    ),
    ("whom somebody quoted is not what he said", "Quoting the mayor, she left. Ada Holm quoted the mayor.", None),
    (
        "how long somebody was where does not speak",
        "As the Soviet mathematician and dissident Igor Lund, who spent many years in the Gulag camps for his opposition, "
        "said in his book that it was over.",
        ("Igor Lund", "that it was over"),
    ),
    (
        "nor whom a clause tells people to have sided with",
        "Ada Holm left. Many farmers who have sided with Holm say that it is shut.",
        ("Many farmers", "that it is shut"),
    ),
    (
        "who came between by an office alone may be meant",
        "President Ole Holm met the team. “It is shut,” coach Tor Vint said. Tweets by the president followed. “It is old,” "
        "he wrote.",
        (None, "It is old,"),
    ),
    (
        "whose sentence only tells of a place may be meant still",
        "President Ole Holm met the team. “It is shut,” coach Tor Vint said. The team left. “It is old,” he wrote.",
        ("Tor Vint", "It is old,"),
    ),
    (
        "an attorney is a lawyer",
        "Ole Lund, a lawyer, left. “It is shut,” attorney Tor Vint said. “It is old,” the lawyer said.",
        ("Tor Vint", "It is old,"),
    ),
    (
        "one without a name whose word tells a woman is not meant by him",
        "“Hold it,” a woman told Tor Vint. “It is shut,” he replied.",
        (None, "It is shut,"),
    ),
    ("nor what he referred to", "Ada Holm left, referring to the dam.", None),
    (
        "whom somebody asked to do what",
        "The lawyers asked the court to open the dam.",
        ("The lawyers", "to open the dam"),
    ),
    ("what somebody asked to do is no more than a wish", "Ada Holm asked to see the dam.", None),
    (
        "a word behind a preposition introduces nobody",
        "This, in general, fits with it: “We have to build more dams and walls.”",
        (None, "We have to build more dams and walls."),
    ),
    ("whom somebody called to tell something got no name", "Ada Holm called drivers on Monday to back the move.", None),
    ("nor whom she called and told it", "Ada Holm called Tor Vint in June and gave him a list of them.", None),
    ("nor what she called together", "Ada Holm called a meeting to shut down the rumours that she had left.", None),
    (
        "a thing that gets a name may be told of at length",
        "Ada Holm called the handling of the flood a disgrace to all who lived there.",
        ("Ada Holm", "the handling of the flood a disgrace to all who lived there"),
    ),
    (
        "what is called for behind a time is said",
        "Ada Holm called Sunday for a ban to keep the boats out.",
        ("Ada Holm", "Sunday for a ban to keep the boats out"),
    ),
]


@pytest.mark.parametrize(("what", "text", "said"), SAID, ids=[what for what, *_ in SAID])
def test_who_said_what(what: str, text: str, said: tuple[str | None, str] | None) -> None:
    quotes = extract_mentions(Article("a", 1, text)).quotes
    found = [(q.source.name if q.source else None, " … ".join(piece.of(text) for piece in q.pieces)) for q in quotes]
    assert (said in found) if said else not found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Holm said the mill “will never open again, whatever the board may promise us.”", QuoteKind.MIXED),
        ("The mill “will never open again, whatever the board may promise us,” Ada Holm said.", QuoteKind.MIXED),
        ("“It will never open again,” Ada Holm said, “whatever the board may promise us.”", QuoteKind.DIRECT),
    ],
)
def test_few_words_outside_of_marks_make_a_quote_mixed(text: str, kind: QuoteKind) -> None:
    assert [quote.kind for quote in extract_mentions(Article("a", 1, text)).quotes] == [kind]


def test_marks_and_the_words_of_the_article_behind_them_are_no_part_of_a_turn() -> None:
    turns = (
        "Ada Holm: “Is the mill open?”\n\nTor Vint: “No.”\n\nHolm: “So it stays shut?” she asked.\n\nVint: “It does.”"
    )
    said = [quote.pieces[0].of(turns) for quote in extract_mentions(Article("a", 1, turns)).quotes]
    assert said == ["Is the mill open?", "No.", "So it stays shut?", "It does."]


def test_a_title_that_opens_a_turn_is_not_all_of_it() -> None:
    turns = "Ada Holm: “The Mill” is old.\n\nTor Vint: No.\n\nAda Holm: Yes.\n\nTor Vint: It was new."
    assert extract_mentions(Article("a", 1, turns)).quotes[0].pieces[0].of(turns) == "“The Mill” is old."
