"""Sources of a claim that are one: unnamed ones in one and the same sentence of two articles, a poster and the account.

Whichever of the two articles took the sentence from the other, or both from a third, it was said once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from audit.match.words import read_words
from audit.records import Span
from audit.trace.edges import Corpus
from audit.trace.records import Claim, Mention

LEAST = 8  # words of a sentence: shorter ones are written twice


def one_voice(claim: Claim, corpus: Corpus) -> dict[str, str]:
    """Sources of the claim that are another of it, with that one: the earliest so called, or the account."""
    credited = {mention: frozenset(_credited(mention, corpus)) for mention in claim.mentions}
    everyone = frozenset[str]().union(*credited.values())
    return {**_so_called(credited, everyone, corpus), **_posting(everyone, corpus.accounts)}


def _posting(credited: Set[str], accounts: Mapping[str, str]) -> dict[str, str]:
    """Who posts, with the account, where both are credited: what he says elsewhere is said by himself."""
    return {one: accounts[one] for one in credited & accounts.keys() if accounts[one] in credited}


def _so_called(credited: Mapping[Mention, Set[str]], everyone: Set[str], corpus: Corpus) -> dict[str, str]:
    """Unnamed ones with the earliest that goes by the same words in the same sentence of another article."""
    called = corpus.called
    names = [called[source] for source in everyone if source in called]
    if len(set(names)) == len(names):
        return {}
    home: dict[tuple[tuple[str, ...], tuple[str, str]], str] = {}
    found = dict[str, str]()
    for keys, mention in _sentences(list(credited), corpus):
        for source in sorted(credited[mention] & called.keys()):
            first = home.setdefault((keys, called[source]), found.get(source, source))
            if first != source:
                found.setdefault(source, first)
    return found


def _sentences(mentions: Sequence[Mention], corpus: Corpus) -> Iterator[tuple[tuple[str, ...], Mention]]:
    """The words of each mention's sentence, of those that stand in two articles."""
    by_words = defaultdict[tuple[str, ...], list[Mention]](list)
    for mention in mentions:
        text = corpus.shelf.library.page(mention.article_id).text
        by_words[read_words(text, mention.around).keys].append(mention)
    for keys, found in by_words.items():
        if len(keys) >= LEAST and len({mention.article_id for mention in found}) > 1:
            yield from ((keys, mention) for mention in found)


def _credited(mention: Mention, corpus: Corpus) -> Iterator[str]:
    """Whom the sentence of a mention credits."""
    if mention.source_id:
        yield mention.source_id
    sentence = mention.around
    for chain in corpus.chains.get(mention.article_id, ()):
        yield from (hop.source_id for hop in chain.hops if _inside(hop.span, sentence))


def _inside(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end
