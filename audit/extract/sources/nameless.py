"""A phrase without a name to the source that it tells: a document, a body by its kind, people by their role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from audit.extract.sources.affiliations import affiliation_of
from audit.extract.sources.capitals import MOSTLY
from audit.extract.sources.known_bodies import place_words
from audit.extract.sources.offices import is_office
from audit.extract.sources.phrase_heads import is_printed_role, is_role_noun
from audit.extract.sources.speaker_words import articles, opens_with_article, singular, speaker_words
from audit.extract.sources.unnamed import grade_unnamed
from audit.lexicon import load_rules
from audit.lexicon.counts import small_share
from audit.lexicon.language import lexicon_for
from audit.lexicon.word_classes import word_classes
from audit.records import Anonymity, Source, SourceKind, Span

LONGEST_GROUP = 4
"""Words of the people of a kind that open a sentence."""


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load_rules("roles")["bodies"]["words"])


@cache
def document_words() -> frozenset[str]:
    """Nouns of documents."""
    return frozenset(load_rules("roles")["documents"]["words"])


@cache
def _media() -> frozenset[str]:
    return frozenset(load_rules("anonymity")["media"]["words"])


def nameless(text: str, words: list[str]) -> Source | None:
    """A source that has no name: a document, a body by its kind, or people of whom only the role is told."""
    text, words = _without_loose_ends(" ".join(text.split()), words)
    head = words[-1] if _is_of_body(text) else head_of(words)
    low = text.casefold()
    if (low.partition(" ")[2] if opens_with_article(low) else low) in _media():
        return Source(text, SourceKind.VAGUE)
    if not {head, head.rstrip("s"), singular(head)}.isdisjoint(document_words()):
        first, _, last = text.rpartition(" ")
        told = bool(first) and last.endswith("ed") and words[-1] != head
        return Source(_as_noun(without_article(first if told else text)), SourceKind.DOCUMENT)
    if words[0] in speaker_words("definite") and is_office(text):
        return None  # somebody the readers know, whom the article does not name so: not unnamed, but unknown
    if _are_gathered(head, words):
        return Source(_as_noun(text), SourceKind.ANONYMOUS)
    if head in _bodies() or (singular(head) in _bodies() and affiliation_of(text) is not None):
        return Source(_as_noun(text), SourceKind.ORGANISATION, (), affiliation_of(text))
    if is_printed_role(text, head) or words[0] in speaker_words("some"):
        source = Source(text, SourceKind.ANONYMOUS, (), affiliation_of(text))
        return replace(source, kind=SourceKind.VAGUE) if _is_vague(head, text) else source
    return None


def _without_loose_ends(text: str, words: list[str]) -> tuple[str, list[str]]:
    """A phrase and its words without the small words that begin or end it for nothing ("But pilots", "papers on")."""
    first, last = 0, len(words)
    while last > 1 and words[last - 1] in _loose_ends():
        last -= 1
        text = text.rpartition(" ")[0].rstrip(",")
    while first < last - 1 and words[first] in _loose_starts():
        text = text.partition(" ")[2]
        first += 1
    return text, words[first:last]


@cache
def _loose_ends() -> frozenset[str]:
    """Small words that end no noun phrase: prepositions, articles, relatives, "and"."""
    classes = lexicon_for("en").room(word_classes)
    return classes.prepositions | articles() | classes.relatives | classes.coordinators | classes.complementizers


@cache
def _loose_starts() -> frozenset[str]:
    """Small words that join a clause to the one before."""
    classes = lexicon_for("en").room(word_classes)
    return classes.clause_joins | classes.scene_openers


def _are_gathered(head: str, words: list[str]) -> bool:
    """Whether people of a kind are told of by their number ("a group of pilots"): no body."""
    at = words.index(head) if head in words and head in speaker_words("gatherings") else len(words)
    behind = words[at + 1 :]
    return len(behind) > 1 and behind[0] in load_rules("closed_classes")["of"]["words"] and _are_people(behind[-1])


def _are_people(word: str) -> bool:
    return word.endswith("s") and is_role_noun(word) and singular(word) not in _bodies()


def _is_of_body(text: str) -> bool:
    """Whether somebody's role stands behind the name of a body with "of" in it ("a Ministry of Health official")."""
    parts = text.split()
    at = next((i for i, word in enumerate(parts) if i and word in load_rules("closed_classes")["of"]["words"]), 0)
    named = at and at + 2 < len(parts) and parts[at - 1][0].isupper() and parts[at + 1][0].isupper()
    return bool(named) and parts[-1].islower() and is_role_noun(parts[-1])


def _as_noun(name: str) -> str:
    """A common noun without the capital that it has from the head of a sentence: "Police" of "Police said"."""
    return name.lower() if name.istitle() and " " not in name and small_share(name) >= MOSTLY else name


def _is_vague(head: str, text: str) -> bool:
    """Whether nobody in particular speaks: "sources", "critics", "some"."""
    vague = frozenset(load_rules("anonymity")["vague"]["words"])
    return (head in vague or head.removesuffix("s") in vague) and grade_unnamed(text) is Anonymity.G4


@cache
def _numbers() -> frozenset[str]:
    return frozenset(load_rules("anonymity")["numbers"]["words"])


def head_of(words: list[str]) -> str:
    """The head noun: the last word before a preposition."""
    if len(words) > 2 and words[1] in load_rules("closed_classes")["of"]["words"] and words[0] in _numbers():
        return words[-1]  # "two of the officials"
    ends = (i for i, word in enumerate(words) if i and (word in speaker_words("head_ends") or _leads(words, i)))
    stop = next(ends, len(words))
    told = stop > 1 and words[stop - 1].endswith("ed") and (stop < len(words) or words[stop - 2] in document_words())
    return words[stop - 2] if told else words[stop - 1]  # "a lawsuit filed against", "a memo dated"


def _leads(words: list[str], i: int) -> bool:
    """Whether a word tells what the head before it does to a thing ("the agent leading the search")."""
    return (
        words[i].endswith("ing")
        and i + 1 < len(words)
        and words[i + 1] in load_rules("closed_classes")["articles"]["words"]
    )


def without_article(text: str) -> str:
    """A phrase without the article that opens it."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in speaker_words("article") else text


def is_many(source: Source) -> bool:
    """Whether a source is a body, or people of whom there are several."""
    head = head_of(source.name.casefold().split())
    return source.kind is SourceKind.ORGANISATION or (head.endswith("s") and is_role_noun(head))


def group_opening(sentence: str) -> Source | None:
    """The people of a kind that a sentence begins with ("Tenant advocates were angry."); None where none do."""
    opening = sentence.split()[:LONGEST_GROUP]
    stop = next((i + 1 for i, word in enumerate(opening) if word.endswith("s") and is_role_noun(word)), 0)
    words = [word.casefold() for word in opening[:stop]]
    if not stop or any(is_office(word) for word in words[:-1]):
        return None
    found = nameless(" ".join(opening[:stop]), words)
    return found if found and found.kind in {SourceKind.ANONYMOUS, SourceKind.VAGUE} else None


def is_told_document(words: Sequence[str]) -> bool:
    """Whether words before a name are a document and what was done with it ("a lawsuit filed against Holm")."""
    if len(words) < 3 or not (words[-1] in speaker_words("head_ends") or words[-1] in speaker_words("article")):
        return False
    told = (i for i, word in enumerate(words) if i > 1 and word.endswith("ed") and words[i - 1] in document_words())
    return words[0] in speaker_words("article") and next(told, None) is not None


def whole_body(text: str, phrase: Span) -> Source | None:
    """A phrase that is one name with a small word inside ("Cities for Action") as the body of that name."""
    words = (name := without_article(phrase.of(text))).split()
    joined = 0 < sum(word in speaker_words("body_joins") for word in words) < len(words) - 1
    whole = words[0][:1].isupper() and all(w[:1].isupper() or w in speaker_words("body_joins") for w in words)
    known = is_role_noun(words[0].casefold()) or words[0] in place_words()
    return Source(name, SourceKind.ORGANISATION) if joined and whole and not known else None
