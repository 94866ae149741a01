"""One article in French or Spanish to its quotes and credits: phrases of its language's table `speech`, no grammar.

Invariant: what no phrase reads whole is left unread; figures are not read, nor anything by another language's rules.
"""

from __future__ import annotations

from audit.extract.reading import Document
from audit.extract.romance.attributions import read_sentences
from audit.extract.romance.credits import find_romance_credits
from audit.extract.romance.quotes import quotes_of
from audit.extract.romance.speakers import Speakers
from audit.records import Mentions


def read_romance(doc: Document) -> Mentions:
    """Quotes, credits and people of an article whose language has a table `speech`; linear in its length."""
    speakers = Speakers(doc)
    said = list(read_sentences(doc, speakers))
    quotes = quotes_of(doc, said, speakers)
    return Mentions(
        quotes=quotes,
        credits=find_romance_credits(doc, speakers, said, quotes),
        people=speakers.people(),
        sentences=tuple(doc.sentences),
    )
