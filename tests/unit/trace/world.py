"""A small world of invented articles to trace in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from audit.records import Span
from audit.trace.edges import Corpus
from audit.trace.parents import Shelf, reports_named
from audit.trace.records import Chain, Claim, Held, Hop, Mention, Pair
from audit.trace.texts import Library

NOON = datetime(2031, 3, 5, 12)  # a Wednesday


@dataclass
class World:
    """Articles by one letter; the publisher of `a` is `Pa`."""

    held: dict[str, Held] = field(default_factory=dict)
    texts: dict[str, tuple[str, str | None, str | None]] = field(default_factory=dict)
    chains: dict[str, list[Chain]] = field(default_factory=lambda: defaultdict(list))
    links: dict[str, list[tuple[Span, str]]] = field(default_factory=lambda: defaultdict(list))
    pieces: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    quoted: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    shared: dict[frozenset[str], int] = field(default_factory=dict)
    embedded: dict[str, list[Span]] = field(default_factory=dict)
    called: dict[str, tuple[str, str]] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)

    def article(self, key: str, text: str = "", hours: float = 0, title: str = "", **changes: Any) -> Held:
        words = len(text.split()) or 300
        one = Held(key, 1, f"P{key}", NOON + timedelta(hours=hours), "time", None, None, words)
        self.held[key] = replace(one, **changes)
        self.texts[key] = (text, title, "en")
        return self.held[key]

    def find(self, key: str, words: str) -> Span:
        start = self.texts[key][0].index(words)
        return Span(start, start + len(words))

    def credit(self, key: str, words: str, *hops: tuple[str, str], scope: str = "", rule: str = "told") -> Chain:
        place = self.find(key, words)
        relation = {"link": "links", "by": "contributed_by"}.get(rule, "relays")
        found = (Hop(f"c{key}{n}", s, kind, relation, place, n, rule) for n, (s, kind) in enumerate(hops, 1))
        chain = Chain(key, self.find(key, scope or self.texts[key][0]), tuple(found))
        self.chains[key].append(chain)
        return chain

    def figure(self, key: str, words: str, source: str | None = None) -> Mention:
        return Mention("figure", f"f{key}{words}", key, 1, self.find(key, words), source, words, f"f{key}{words}")

    def passage(self, key: str, words: str) -> Mention:
        return Mention("passage", f"p{key}{words}", key, 1, self.find(key, words), None, words, f"p{key}{words}")

    def quote(self, key: str, words: str, source: str | None = "holm") -> Mention:
        one = Mention("quote", f"q{key}{words}", key, 1, self.find(key, words), source, words, f"q{key}{words}")
        self.pieces[one.group].append(one.span)
        self.quoted[key].append(one.span)
        return one

    def said(self, chain: Chain) -> Mention:
        hop = chain.hops[0]
        return Mention("credit", hop.credit_id, chain.article_id, 1, hop.span, hop.source_id, "", hop.credit_id)

    @property
    def shelf(self) -> Shelf:
        by_house = defaultdict[str, list[str]](list)
        for one in self.held.values():
            for house in one.houses:
                by_house[house].append(one.article_id)
        reports = frozenset(reports_named(self.chains))
        return Shelf(self.held, Library(self.texts), by_house, self.links, self.pieces, self.quoted, reports)

    @property
    def corpus(self) -> Corpus:
        told = {"called": self.called, "accounts": self.accounts}
        return Corpus(self.held, self.chains, self.shelf, self.shared, self.embedded, **told)

    def claim(self, *mentions: Mention) -> Claim:
        ordered = sorted(mentions, key=lambda m: (self.held[m.article_id].order, m.span))
        kind = {"quote": "utterance", "credit": "assertion"}.get(ordered[0].kind, ordered[0].kind)
        return Claim(f"claim {ordered[0].mention_id}", kind, ordered[0].label, tuple(ordered))


def pair(kind: str, a: Mention, b: Mention, relation: str = "copied") -> Pair:
    """A match of two mentions that are one thing said."""
    return Pair(kind, relation, a.mention_id, b.mention_id, a.article_id, b.article_id, 9, True)
