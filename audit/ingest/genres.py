"""What an article says it is: by its declared type, its section, the address, or a line of its own. Never by style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from urllib.parse import urlsplit

from audit.lexicon import load_rules
from audit.records import Block, Role

_SPEAKING = frozenset({Role.TITLE, Role.BYLINE, Role.BIO, Role.BOILERPLATE, Role.ASIDE, Role.PARAGRAPH, Role.HEADING})


def find_genre(
    text: str, blocks: Sequence[Block], url: str | None = None, types: Iterable[str] = (), sections: Iterable[str] = ()
) -> str:
    """A genre of the contract; "unknown" where nothing states one."""
    return _by_type(types) or _by_section([*sections, *_folders(url)]) or _by_line(text, blocks) or "unknown"


def _by_type(types: Iterable[str]) -> str | None:
    declared = set(types)
    return next((t["genre"] for t in load_rules("genres")["types"] if t["name"] in declared), None)


def _by_section(names: Iterable[str]) -> str | None:
    seen = {name.strip().casefold() for name in names}
    return next((s["genre"] for s in load_rules("genres")["sections"] if seen & set(s["names"])), None)


def _folders(url: str | None) -> list[str]:
    """The folders of an address, without the page itself."""
    try:
        return urlsplit(url or "").path.split("/")[1:-1]
    except ValueError:
        return []


def _by_line(text: str, blocks: Sequence[Block]) -> str | None:
    edges = [*blocks[:4], *blocks[-4:]]
    lines = [block.span.of(text)[:300] for block in edges if block.role in _SPEAKING]
    return next((genre for pattern, genre in _patterns() if any(pattern.match(line) for line in lines)), None)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(r["pattern"], re.IGNORECASE), r["genre"]) for r in load_rules("genres")["lines"])
