"""Private posters: who they are, and a text without their names, addresses, descriptions and words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from audit.lexicon.people_list import Listed
from audit.report.read import rows_of
from audit.report.say import web_address
from audit.warehouse import Warehouse

WITHHELD = "[words of a private account, withheld]"
NOBODY = "a private account"
_QUERIES = f"{__package__}.queries"


@dataclass(frozen=True, slots=True)
class Posters:
    """The private posters of a warehouse: every spelling of them and of what they call themselves, their words."""

    ids: frozenset[str]
    pattern: re.Pattern[str] | None
    words: dict[str, list[tuple[int, int]]]

    def name(self, source_id: str | None, name: str) -> str:
        """The name of a source, unless it is private."""
        return NOBODY if source_id in self.ids or self.names(name) else name

    def names(self, text: str) -> bool:
        """Whether a text names or describes one of them."""
        return self.pattern is not None and self.pattern.search(text) is not None

    def told(self, article: str, start: int, end: int, words: str) -> str:
        """Words at a place; withheld where they are theirs, or tell who they are."""
        theirs = any(start < b and a < end for a, b in self.words.get(article, ()))
        return WITHHELD if theirs or self.names(words) else words

    def address(self, url: str | None) -> str | None:
        """An address of the web that leads to none of them."""
        address = web_address(url)
        return address if address and not self.names(address) else None


def private_posters(warehouse: Warehouse, public: Iterable[Listed] = ()) -> Posters:
    """Every account, and who posts there, but for those that the user's own list names."""
    known = {name.casefold().lstrip("@") for one in public for name in (one.name, *one.aliases)}
    rows = rows_of(warehouse, _QUERIES, "private_posters")
    spelled = defaultdict[str, set[str]](set)
    for row in rows:
        spelled[row["account_id"]] |= {name for name in (row["known_as"], row["name"]) if name}
    private = {account for account, names in spelled.items() if not known & {n.casefold().lstrip("@") for n in names}}
    own = [row for row in rows if row["account_id"] in private]
    ids = frozenset(row["source_id"] for row in own)
    told = {word for row in own for word in (row["known_as"], row["name"], row["title"], row["justification"]) if word}
    words = defaultdict[str, list[tuple[int, int]]](list)
    for row in rows_of(warehouse, _QUERIES, "private_words", ids=sorted(ids)):
        words[row["article_id"]].append((row["start_char"], row["end_char"]))
    return Posters(ids, _pattern({w.lstrip("@") for w in told}), dict(words))


def _pattern(words: set[str]) -> re.Pattern[str] | None:
    held = sorted((w for w in words if len(w) > 2), key=len, reverse=True)
    parts = "|".join(re.escape(word) for word in held)
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE) if held else None
