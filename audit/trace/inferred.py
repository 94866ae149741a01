"""Arrows that no credit states: one article has the prose of another, and time tells which came first.

Drawn only from prose of a reporter: words in quotation marks, in an embedded post, or in somebody's own voice (a
speech, a letter, a transcript) may have been had by both from whoever said them. Where more than two houses have the
prose, or an agency contributed to one of two, nothing tells a copy from a common source, and what was weighed stays in
`dependences`; what the earlier of two houses credits to another is not its own. What one house prints
again is its own reuse inside a story of some days; else it may be a standing text: who a columnist is, what a column is
about, the captions of a series.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import timedelta
from itertools import combinations

from audit.lexicon.language import lexicon_for
from audit.lexicon.word_classes import word_classes
from audit.match.words import common_words, read_words
from audit.records import CARRIERS, CreditRelation, SourceKind, Span
from audit.trace.direction import Dependence, undetermined_below, weigh
from audit.trace.edges import Corpus, covering, edge_id
from audit.trace.records import Claim, Edge, Held, Mention, Pair, Place
from audit.trace.texts import Page
from audit.warehouse import joined_key, stable_key

MARKED = 0.1  # share of a passage that may stand in quotation marks
REUSED = timedelta(days=31)  # within which a house that prints its words again goes on with a story
TITLE = 4  # words in a row that a label of pictures or films says again and again
AROUND = 60  # words on either side among which it does
TWICE, NEAR = 5, 14  # words that stand twice within so many: a title, and the title of what it leads to
_GLUED = re.compile(r"\b([A-Z][a-z]+)\b(?:\W+\w+){0,6}\W+\1[A-Z]")
Weighed = tuple[str, str, Dependence]


Holders = Mapping[str, Sequence[tuple[Span, frozenset[str]]]]  # by article: a passage, and all articles that have it


def find_holders(mentions: Iterable[Mention], pairs: Iterable[Pair]) -> Holders:
    """Which articles have each passage."""
    passages = {mention.mention_id: mention for mention in mentions if mention.kind == "passage"}
    found = defaultdict[str, list[tuple[Span, frozenset[str]]]](list)
    for pair in pairs:
        for mention in filter(None, map(passages.get, (pair.a, pair.b))):
            found[mention.article_id].append((mention.span, frozenset((pair.a_article, pair.b_article))))
    return found


def inferred_edges(
    claim: Claim, credited: Set[str], holders: Holders, corpus: Corpus
) -> tuple[list[Edge], list[Weighed]]:  # fmt: skip
    """Arrows that shared prose suggests, and all that was weighed for them.

    `credited`: articles that a credit leads to a held parent; what more they share needs no arrow.
    """
    passages = {mention.article_id: mention for mention in claim.mentions if mention.kind == "passage"}
    weighed = list(_weigh_pairs(sorted(passages), corpus))
    if len(weighed) != 1 or not all(is_prose(m, corpus) and _is_of_two(m, holders) for m in passages.values()):
        return [], weighed
    ((a, b, p),) = weighed
    if _may_stand(corpus.held[a], corpus.held[b]):
        return [], weighed
    child, parent, sure = (b, a, p.p_ab) if p.p_ab >= p.p_ba else (a, b, p.p_ba)
    if child in credited or sure < undetermined_below() or _may_be_anothers(child, passages[parent], corpus):
        return [], weighed
    place, there = (Place(one, *passages[one].span) for one in (child, parent))
    key = edge_id(claim, corpus.held[child], parent)
    places = (place, place, there)
    return [Edge(key, claim.claim_id, child, parent, None, "copied", "inferred", sure, places)], weighed


def _may_stand(a: Held, b: Held) -> bool:
    """Whether two articles are of one house and of two stories, or long apart: what both say may stand there anyway."""
    if a.publisher_id is None or a.publisher_id != b.publisher_id:
        return False
    lag = b.after(a)
    return a.story != b.story or (lag is not None and abs(lag) > REUSED)


def _may_be_anothers(child: str, there: Mention, corpus: Corpus) -> bool:
    """Whether two houses may have words from a third: an agency contributed to one, or the earlier credits them.

    What an agency prints last may be what others had from it before.
    """
    ours, theirs = corpus.held[child], corpus.held[there.article_id]
    if ours.publisher_id == theirs.publisher_id:
        return False
    if ours.is_agency:
        return True
    told = (hop for chain in covering(there, corpus) for hop in chain.hops if hop.kind in CARRIERS)
    if any(hop.source_id not in theirs.houses for hop in told):
        return True
    chains = (chain for one in (ours, theirs) for chain in corpus.chains.get(one.article_id, ()))
    wires = (chain.hops[0] for chain in chains if chain.hops[0].relation == CreditRelation.CONTRIBUTED_BY)
    return any(hop.kind == SourceKind.AGENCY and hop.source_id not in (*ours.houses, *theirs.houses) for hop in wires)


def _is_of_two(mention: Mention, holders: Holders) -> bool:
    """Whether no third article has any of a passage."""
    meeting = (some for span, some in holders.get(mention.article_id, ()) if span.meets(mention.span))
    return len(frozenset[str]().union(*meeting)) <= 2


def is_prose(mention: Mention, corpus: Corpus) -> bool:
    """Whether a passage is a reporter's: not in quotation marks, embedded, or in somebody's own voice."""
    marked = _shared(mention.span, corpus.shelf.quoted.get(mention.article_id, ()))
    if marked > MARKED * (mention.span.end - mention.span.start):
        return False
    if _shared(mention.span, corpus.embedded.get(mention.article_id, ())):
        return False
    page, byline = corpus.shelf.library.page(mention.article_id), corpus.held[mention.article_id].byline
    if corpus.shelf.kept is None:
        return _is_told(page, mention, byline)
    key = joined_key(page.key, stable_key(mention.span, mention.around, byline))
    return bool(corpus.shelf.kept.prose.answer(key, lambda: True if _is_told(page, mention, byline) else None))


def _is_told(page: Page, mention: Mention, byline: str | None) -> bool:
    """Whether a passage tells something, of others than who wrote it, and not in the first person."""
    if not _tells(page, mention.span) or _is_label(page, mention.span) or _is_life(page, mention, byline):
        return False
    return not set(read_words(page.text, mention.span).keys) & lexicon_for(page.language).room(word_classes).own_voice


def _tells(page: Page, span: Span) -> bool:
    """Whether half of what a passage tells is no names: who somebody is, is had from nobody."""
    words = read_words(page.text, span)
    tell = [place for key, place in zip(words.keys, words.spans, strict=True) if key not in common_words()]
    return 2 * sum(not page.text[place.start].isupper() for place in tell) >= len(tell)


def _is_label(page: Page, span: Span) -> bool:
    """Whether the line of a passage says its words again at once, or three times: titles of pictures and films do.

    So does a name that is said again and runs into a title: "Ada Holm Ada Byron HolmMayor shuts pier".
    """
    if _GLUED.search(page.text, *span):
        return True
    line = Span(page.text.rfind("\n", 0, span.start) + 1, _until(page.text, span.end))
    whole, own = page.words.within(line), page.words.within(span)
    keys = page.words.keys[max(whole.start, own.start - AROUND) : min(whole.stop, own.stop + AROUND)]
    runs = Counter(zip(*(keys[n:] for n in range(TITLE)), strict=False))
    return max(runs.values(), default=0) > 2 or _says_twice(keys)


def _until(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _says_twice(keys: Sequence[str]) -> bool:
    last = dict[tuple[str, ...], int]()
    for at, run in enumerate(zip(*(keys[n:] for n in range(TWICE)), strict=False)):
        if at - last.get(run, -NEAR - 1) <= NEAR:
            return True
        last[run] = at
    return False


def _is_life(page: Page, mention: Mention, byline: str | None) -> bool:
    """Whether a passage stands in a sentence that tells who wrote the article."""
    sentence = mention.around.of(page.text)
    return any(name in sentence for name in (byline or "").split(", ") if name)


def _shared(span: Span, others: Sequence[Span]) -> int:
    """Characters of a span that lie in others."""
    return sum(max(0, min(span.end, o.end) - max(span.start, o.start)) for o in others)


def _weigh_pairs(articles: Sequence[str], corpus: Corpus) -> Iterator[Weighed]:
    for first, second in combinations(articles, 2):
        a, b = sorted((corpus.held[first], corpus.held[second]), key=lambda held: held.order)
        words = corpus.shared.get(frozenset((first, second)), 0)
        if words:
            yield a.article_id, b.article_id, weigh(a, b, words, one_credit=_one_credit(a, b, corpus))


def _one_credit(a: Held, b: Held, corpus: Corpus) -> bool:
    ours, theirs = ({c.hops[0].source_id for c in corpus.chains.get(x.article_id, [])} for x in (a, b))
    return bool(ours & theirs - {a.publisher_id, b.publisher_id})
