"""Who says what, where more stands between a subject and its verb, or another clause behind what is said."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article

SAID = [
    # a document with a participle, or that "that" goes on with
    ("New data obtained by the Courier from its own office show that boats sank.", "New data", "that boats sank"),
    ("The visit led to an email from the Norwick Fund that said sailors must go.", "an email", "sailors must go"),
    ("Tor Vint released a statement that said the quay was dry.", "Tor Vint", "the quay was dry"),
    ("They saw a film that said the quay was dry.", None, None),
    ("A suit filed in May says the quay was dry.", "A suit", "the quay was dry"),
    # whom something brought to say it
    ("It sank, prompting Tor Vint to warn that boats leak.", "Tor Vint", "that boats leak"),
    # a relative clause with two verbs
    ("Ada Holm, who sits on a board and heads Norwick said boats leak.", "Ada Holm", "boats leak"),
    # the main clause behind what is said
    ("When Ada Holm said the quay was wet, sailors left.", "Ada Holm", "the quay was wet"),
    ("While Ada Holm said it was late, she stayed.", "Ada Holm", "it was late"),
    (
        "While Ada Holm said that boats, she feared, would sink, nobody left.",
        "Ada Holm",
        "that boats, she feared, would sink",
    ),
    ("Ada Holm said the quay was wet, sailors left.", "Ada Holm", "the quay was wet, sailors left"),
    # those who are asked
    ("Ada Holm asked harbour officials how much it cost.", "Ada Holm", "how much it cost"),
    # an outlet's programme is no time
    ("Ada Holm said on Morning Watch that boats leak.", "Ada Holm", "that boats leak"),
    # deeds, and what says nothing
    ("The guards who defended the quay left.", None, None),
    ("The guards defended it.", None, None),
]


@pytest.mark.parametrize(("text", "speaker", "content"), SAID)
def test_who_says_what(text: str, speaker: str | None, content: str | None) -> None:
    quotes = extract_mentions(Article("a", 1, text)).quotes
    found = [(q.speaker.of(text) if q.speaker else None, q.pieces[0].of(text)) for q in quotes]
    assert found == ([(speaker, content)] if content else [])
