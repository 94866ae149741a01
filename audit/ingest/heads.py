"""The head of a page: the lines between headline and body, and what they and the metadata say of day and author.

A moment in UTC gives way to the day that the page prints beside it; what nobody states, and a guess alone gives, is
taken only where the source names that day without doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from audit.ingest.authors import byline_names, is_prefix
from audit.ingest.datelines import LINE_LIMIT, is_date_line, printed_forms
from audit.ingest.drafts import midnight, parse_when
from audit.ingest.embeds import is_foreign
from audit.ingest.facts import Facts, letters
from audit.ingest.outline import Line
from audit.ingest.published import Printed, printed
from audit.lexicon.outlets import PACKAGED, Outlets

When = tuple[datetime, str]
HEAD = 30  # lines behind the headline in which a day is looked for
_UTC = re.compile(r"(?:Z|[+-]00:?00|\bUTC|\bGMT)$")
_SCRIPT = re.compile(r"<script\b(?![^>]{0,200}ld\+json)[^>]{0,500}>.*?</script>", re.IGNORECASE | re.DOTALL)
_TELLING = re.compile(r"publi[cs]\w{0,20}[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?P<day>\d{4}-\d\d-\d\d)", re.IGNORECASE)
_NAMED = re.compile(r"byline|author|autor|writer|reporter", re.IGNORECASE)


def head_lines(lines: Sequence[Line], title: str | None, first: str) -> list[Line]:
    """The lines behind the headline, down to the first words of the body."""
    wanted, start = letters(title or ""), letters(first)[:60]
    at = next((n for n, line in enumerate(lines) if wanted and letters(line.text) == wanted), None)
    if at is None:
        return []
    below = lines[at + 1 : at + 1 + HEAD]
    return list(takewhile(lambda line: not start or letters(line.text)[:60] != start, below))


def printed_in(head: Sequence[Line], captured: datetime, language: str | None) -> Printed:
    """What the lines of a head that only say when state."""
    own = [line for line in head if len(line.text) <= LINE_LIMIT and not _is_foreign(line)]
    said = [line.text for line in own if is_date_line(line.text, language)]
    return printed(said, captured, language)


def _is_foreign(line: Line) -> bool:
    """Whether a line stands in what somebody else wrote on the page."""
    return any(map(is_foreign, (line.element, *line.element.iterancestors())))


def authors_in(head: Sequence[Line], outlets: Outlets = PACKAGED) -> tuple[str, ...]:
    """The names of the first byline of a head."""
    short = [line for line in head if len(line.text) <= LINE_LIMIT]
    above = ["", *(line.text for line in short)]
    named = (
        byline_names(line.text, outlets, bare=is_prefix(over) or bool(_NAMED.search(_marks(line))))
        for over, line in zip(above, short, strict=False)
    )
    return next((tuple(names) for names in named if names), ())


def _marks(line: Line) -> str:
    around = [line.element, line.element.getparent()]
    return " ".join(f"{e.get('class') or ''} {e.get('itemprop') or ''}" for e in around if e is not None)


def choose_published(facts: Facts, guessed: str | None, head: Printed, source: str) -> When | None:
    """The moment that metadata states, of the day that the page prints; else what the head prints; else a guess."""
    raw = facts.moment("datePublished")
    said, guess = parse_when(raw), parse_when(guessed)
    if said:
        far = guess is not None and abs(said[0] - midnight(guess[0].date())) >= timedelta(days=2)
        is_doubtful = far and not facts.is_own and not head.published
        return guess if is_doubtful else _as_printed(said, str(raw), head.published)
    if head.published:
        return head.published
    changed = parse_when(facts.moment("dateModified"))
    is_change = guess is not None and changed is not None and guess[0].date() == changed[0].date()
    return guess if guess and not is_change and is_witnessed(guess[0], source) else None


def _as_printed(said: When, raw: str, shown: When | None) -> When:
    """A moment in UTC whose page prints the day before or after it is of that day."""
    if shown and _UTC.search(raw.strip()) and abs((shown[0].date() - said[0].date()).days) == 1:
        return shown
    return said


def is_witnessed(moment: datetime, source: str) -> bool:
    """Whether a source names a day without doubt: outside of scripts, or in one as that of publication."""
    told = (match["day"] for match in _TELLING.finditer(source))
    return moment.date().isoformat() in told or bool(printed_forms(moment.date()).search(_SCRIPT.sub(" ", source)))
