"""Whether the body that was found is the page's: its own lines, and what its metadata holds of the text, bear witness.

A body is replaced only where two witnesses agree that half of it is missing, or where the text that the metadata holds
stands on the page and not in the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from lxml.html import HtmlElement

from audit.ingest.embeds import is_post
from audit.ingest.facts import Facts, letters
from audit.ingest.outline import Line, main_lines
from audit.ingest.tree import PageText
from audit.records import Role

TIMES = 2.0  # as many letters in each of two witnesses as in the body: then it is cut short
LEAST = 600  # letters of a witness
STEP, SAMPLE = 120, 40  # letters between the samples of a text, and of each
FEW, MOST = 0.3, 0.7  # shares of samples found
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_MARKUP = re.compile(r"<[^>]{1,300}>")


def missed_body(body: str, lines: Sequence[Line], facts: Facts, parse: Callable[[], HtmlElement]) -> PageText | None:
    """The page's own lines as its text, where the body that was found lacks them; None where it does not."""
    own = main_lines(lines)
    witness = letters(" ".join(line.text for line in own))
    if len(witness) < LEAST:
        return None
    found, stated = letters(body), _stated(facts)
    is_wrong = len(stated) >= LEAST and _held(stated, found) < FEW and _held(stated, witness) > MOST
    is_short = len(witness) >= TIMES * len(found) and _third(parse()) >= TIMES * len(found)
    return _as_text(own) if is_wrong or is_short else None


def _stated(facts: Facts) -> str:
    text = facts.article.get("articleBody")
    return letters(_MARKUP.sub(" ", text)) if isinstance(text, str) else ""


def _held(text: str, other: str) -> float:
    """The share of a text's samples that stand in another one."""
    samples = [text[at : at + SAMPLE] for at in range(0, len(text) - SAMPLE, STEP)]
    return sum(sample in other for sample in samples) / len(samples) if samples else 0.0


def _third(tree: HtmlElement) -> int:
    """Letters of trafilatura's own simplest reading."""
    from trafilatura import baseline  # late: it takes a quarter of a second

    try:
        return len(letters(baseline(tree)[1]))
    except Exception:  # whatever a strange page sets off in there; then there is no third reading
        return 0


def _as_text(lines: Sequence[Line]) -> PageText:
    """Lines as pieces; those of one embedded post are one."""
    page = PageText()
    for post, inside in groupby(lines, key=lambda line: next(filter(is_post, line.around), None)):
        if post is not None:
            page.add_lines([(line.text, line.links) for line in inside], Role.EMBED)
            continue
        for line in inside:
            page.add_line(line.text, line.links, _role(line))
    return page


def _role(line: Line) -> Role | None:
    tags = [around.tag for around in line.around[:4]]
    if tags[0] in _HEADINGS:
        return Role.HEADING
    return Role.QUOTE if "blockquote" in tags else Role.LIST if "li" in tags[:2] else None
