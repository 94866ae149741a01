"""The mentions that claims can be made of, read article by article: no others lie in memory.

Invariant: a statement is kept whole or not at all, and what it holds is told by all mentions of its article.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from audit.extract.credits.credit_rules import rule_tells
from audit.records import CreditRelation, Span
from audit.trace.records import Chain, Mention, Pair
from audit.trace.rows import read_mention
from audit.trace.statements import find_statements


@dataclass(frozen=True, slots=True)
class Wanted:
    """What makes a claim of a statement: a match, a chain over it, or a house named beside it.

    `whole`: articles of which all is wanted; `named`: by article, the places of such names.
    """

    paired: frozenset[str]  # mentions that a match names
    chains: Mapping[str, Sequence[Chain]]  # by article
    whole: Container[str] = ()
    named: Mapping[str, Sequence[Span]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        pairs: Iterable[Pair],
        chains: Mapping[str, Sequence[Chain]],
        whole: Container[str],
        named: Mapping[str, Sequence[Span]] | None = None,
    ) -> Wanted:
        """Of matches, chains and names."""
        return cls(frozenset(key for pair in pairs for key in (pair.a, pair.b)), chains, whole, named or {})

    def among(self, mentions: Sequence[Mention], statement_of: Mapping[str, str]) -> list[Mention]:
        """Those mentions of one article that may stand in a claim."""
        article = mentions[0].article_id
        chains = [c for c in self.chains.get(article, ()) if c.hops[0].relation != CreditRelation.CONTRIBUTED_BY]
        if article in self.whole or any(rule_tells(chain.hops[0].rule, "speaking") for chain in chains):
            return list(mentions)
        scopes, places = [chain.scope for chain in chains], self.named.get(article, ())
        beside = (one for one in mentions if self._is_sure(one, scopes) or any(map(one.around.holds, places)))
        sure = {statement_of[one.mention_id] for one in beside}
        return [one for one in mentions if statement_of[one.mention_id] in sure]

    def _is_sure(self, one: Mention, scopes: Iterable[Span]) -> bool:
        named = one.kind in {"passage", "credit"} or one.mention_id in self.paired
        return named or any(scope.start < one.span.end and one.span.start < scope.end for scope in scopes)


@dataclass(slots=True)
class ToldMentions:
    """Mentions with the statement of each that was wanted, and the words in quotation marks of their articles."""

    mentions: list[Mention] = field(default_factory=list)
    statement_of: dict[str, str] = field(default_factory=dict)
    quoted: dict[str, list[Span]] = field(default_factory=dict)


def read_mentions(
    rows: Iterable[Sequence[Any]], texts: Mapping[str, Sequence[Any]], wanted: Wanted | None
) -> ToldMentions:
    """Rows of mentions.sql to mentions, those that are wanted or all; `texts` begin with the words of each article."""
    found = ToldMentions()
    for article, some in groupby(rows, key=itemgetter(2)):
        text = str(texts[article][0])
        mentions = [read_mention(row, text) for row in some]
        kept = mentions
        if wanted is not None:
            statement_of = find_statements(mentions)
            kept = wanted.among(mentions, statement_of)
            found.statement_of |= {one.mention_id: statement_of[one.mention_id] for one in kept}
        found.mentions += kept
        if kept and (quoted := list(_quoted(mentions))):
            found.quoted[article] = quoted
    return found


def _quoted(mentions: Iterable[Mention]) -> Iterator[Span]:
    return (one.span for one in mentions if one.kind == "quote")
