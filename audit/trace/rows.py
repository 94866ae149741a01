"""Rows of mentions.sql and pairs.sql as records, and the links between claims as rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from sys import intern
from typing import Any

from audit.match import LaidTexts
from audit.records import Span
from audit.trace.forms import LEAST_DAYS, is_read_anew
from audit.trace.records import Chain, ClaimLink, FigureSlots, Hop, Mention, Pair


def read_mention(row: Sequence[Any], text: str) -> Mention:
    """A row of mentions.sql; where that has no label, the text of its article has it."""
    kind, key, article, version, start, end, source, label, group, first, last, *slots, label_start, label_end = row
    shown = Span(label_start, label_end)
    label = shown.of(text) if label is None else label
    sentence = None if first is None else Span(first, last)
    figure = FigureSlots(*slots) if kind == "figure" else None
    kind, article, source = intern(kind), intern(article), source and intern(source)  # each name once, of millions
    own = key if group == key else intern(group)
    told = shown if kind == "credit" else None
    return Mention(kind, key, article, version, Span(start, end), source, label, own, sentence, figure, told)


def read_pair(row: Sequence[Any], texts: LaidTexts) -> Pair:
    """A row of pairs.sql; of a passage its words are counted, and a figure is no other reading of its line."""
    *told, parts, b_start, days = row
    a, b = ((tuple(Span(part[at], part[at + 1]) for part in parts or ())) for at in (0, 2))
    kind, relation, one, two, a_article, b_article, start, end, joins, match_id, similarity, why = told
    words = str(texts[a_article].text).count(" ", start, end) + 1 if kind == "passage" else 0
    if kind == "figure" and joins and (days or 0) >= LEAST_DAYS:
        joins = not is_read_anew(str(texts[a_article].text), start, str(texts[b_article].text), b_start)
    kind, relation, a_article, b_article = map(intern, (kind, relation, a_article, b_article))
    return Pair(kind, relation, one, two, a_article, b_article, words, joins, match_id, similarity, why, a, b)


def link_row(link: ClaimLink) -> tuple[str, str, str, str]:
    """A row of claim_links."""
    return link.a_claim, link.b_claim, link.relation, json.dumps({"match_id": link.match_id, "why": link.why})


def read_chains(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[Chain]]:
    """Rows of chains.sql, by article: ordered by article and chain, hops nearest first."""
    found = defaultdict[str, list[Chain]](list)
    for (article, _), group in groupby(rows, key=itemgetter(0, 1)):
        (_, _, start, end, *_), *_ = told = list(group)
        hops = (Hop(c, s, k, r, Span(a, b), n, rule, name) for *_, c, s, k, r, a, b, n, rule, name in told)
        found[article].append(Chain(article, Span(start, end), tuple(hops)))
    return found
