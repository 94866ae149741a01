"""Whether a name inside a speaker phrase is its head: "Ada Holm of the board" is, "a friend of Ada Holm" is not.

Invariant: a name that only tells where, whose or of what somebody is never speaks.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache
from itertools import pairwise, takewhile

from audit.extract.sources.capitals import is_given_name
from audit.extract.sources.known_bodies import body_named
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import opens_with_article, singular, speaker_words
from audit.lexicon import load_rules
from audit.lexicon.language import DEFAULT, lexicon_for
from audit.lexicon.role_nouns import names_too, nouns_of_people, role_nouns
from audit.lexicon.word_classes import word_classes
from audit.records import Source, SourceKind, Span
from audit.text.parts_of_speech import ADJECTIVE, GERUND, NOUN, PLURAL, THIRD, known_as

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_OWNERS = re.compile(r"['’]s(?!\w)|(?<=s)['’](?!\w)")
"""What makes an owner of a name, right behind it."""
_HEARD = frozenset({SourceKind.ANONYMOUS, SourceKind.VAGUE, SourceKind.PERSON, SourceKind.ORGANISATION})


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_rules("roles")[table]["words"])


@cache
def _heads() -> frozenset[str]:
    """Nouns of people, of bodies and of those who speak for them."""
    return lexicon_for(DEFAULT).room(role_nouns) | _words("mouths")


def is_role_noun(word: str) -> bool:
    """Whether a small word, of one or many, heads a role or a body ("aides", "agencies")."""
    return not {word, word.rstrip("s"), singular(word)}.isdisjoint(_heads())


def is_printed_role(text: str, head: str) -> bool:
    """Whether the head of a phrase, in small letters, is a role noun as it is printed there ("baker", not "Baker")."""
    named = head in lexicon_for(DEFAULT).room(names_too) and f"{head.capitalize()} " in f"{text} "
    return is_role_noun(head) and not named


def owns(text: str, end: int, limit: int) -> bool:
    """Whether a name that ends at `end` only owns what speaks before `limit` ("Holm's campaign", "Holms' office")."""
    found = _OWNERS.match(text, end)
    return found is not None and found.end() < limit


def heads_role(text: str, phrase: Span, name: Name) -> bool:
    """Whether another noun is the head: behind the name ("the Holm campaign") or before it ("a clerk of Holm")."""
    tail = [w for w in up_to_preposition(text[name.span.end : phrase.end].casefold().split()) if _is_role(w)]
    if tail and (name.kind is not SourceKind.OUTLET or _is_somebody(tail[-1])):
        return True
    if name.kind is SourceKind.PERSON and _is_body(text[name.span.end : phrase.end]):
        return True
    before = text[phrase.start : _titled_start(text, name)].split()
    while before and before[-1] in speaker_words("former"):
        before.pop()  # "aides to former President Ada Holm"
    small = [word.casefold() for word in before]
    if _is_one_beside(small) or _is_told_of(small, name):
        return True
    return _is_of_one(small, name) or _depends_on_role(before) or _depends(small, name)


def _is_one_beside(before: Sequence[str]) -> bool:
    """Whether one of a kind stands before a preposition and what leads to a name ("a doctor at the new Holm").

    A noun right before it has ended what the preposition leads to ("a lawyer for the crews Ada Holm": she).
    """
    last = before[-1] if before else ""
    leads = last.endswith(("'s", "’s")) or known_as(last, ADJECTIVE) or acts(last) or last in speaker_words("article")
    if not before or before[0] not in speaker_words("introducing") or not leads:
        return False
    prepositions = lexicon_for(DEFAULT).room(word_classes).prepositions
    return any(is_role_noun(one) and two in prepositions for one, two in pairwise(before))


def _is_told_of(before: Sequence[str], name: Name) -> bool:
    """Whether a thing is to, with or about a person ("the message to Holm"), not by or from her."""
    if (
        name.kind is not SourceKind.PERSON
        or not before
        or before[0] not in lexicon_for(DEFAULT).room(word_classes).determiners
    ):
        return False
    last = before[-2] if len(before) > 1 and before[-1] in speaker_words("article") else before[-1]
    led = last in speaker_words("beside_head") or last in speaker_words("told_of")
    return len(before) > 2 and (led or (acts(last) and known_as(last, GERUND) and not known_as(last, ADJECTIVE)))


def _is_of_one(before: Sequence[str], name: Name) -> bool:
    """Whether somebody of a kind stands before "of" and a person's name, whatever the kind ("a fan of Ada Holm")."""
    led = len(before) > 2 and before[0] in speaker_words("introducing") and before[-1] in speaker_words("of_a_body")
    return led and name.kind is SourceKind.PERSON


def _is_body(behind: str) -> bool:
    """Whether words right behind a name end in a small one for a body ("the Holm family")."""
    words = up_to_preposition(behind.split()) if behind[:1] == " " else ()
    named = bool(words) and words[-1].islower() and not any(known_as(word, THIRD) for word in words)
    return named and not {words[-1], singular(words[-1])}.isdisjoint(_words("bodies"))


def is_of_thing(text: str, phrase: Span, name: Name) -> bool:
    """Whether a name only tells whose or what kind another noun is ("DNA tests", "Census data", "an Air Force victim").

    A person's where an article leads to it ("the Holm shooting").
    """
    behind = text[name.span.end : phrase.end].partition(",")[0]
    words = up_to_preposition(behind.split()) if behind[:1] == " " else ()
    kinds = (ADJECTIVE, NOUN, PLURAL, GERUND)
    tail = list(takewhile(lambda word: any(known_as(word, kind) for kind in kinds), words))
    led = name.role is None and opens_with_article(text[phrase.start : phrase.end])
    issued = bool(tail) and _is_document(tail[-1:]) and not _is_written_by(name, tail[-1])
    of_kind = name.kind is SourceKind.ORGANISATION or (name.kind is SourceKind.PERSON and (led or issued))
    return bool(tail) and of_kind and (issued or not (known_as(tail[-1], ADJECTIVE) or _speaks_as_body(tail[-1])))


def _is_written_by(name: Name, noun: str) -> bool:
    """Whether a document is a person's own words ("the Holm letter", not "Census data")."""
    return name.kind is SourceKind.PERSON and not {noun, singular(noun)}.isdisjoint(_words("writings"))


def _speaks_as_body(noun: str) -> bool:
    """Whether a noun behind a body's name is a body, or somebody who speaks for it."""
    return not {noun, singular(noun)}.isdisjoint(_words("bodies") | _words("mouths"))


def _titled_start(text: str, name: Name) -> int:
    """Where a name begins, the title right before it included ("Rep. Ada Holm", not "Minister of Employment")."""
    role = name.role_span
    return role.start if role and not text[role.end : name.span.start].strip() else name.span.start


def _is_role(word: str) -> bool:
    return is_role_noun(word.strip(".,"))


def _is_somebody(word: str) -> bool:
    """Whether a role noun is a person who does not speak for a body ("a Courier host", not "a Courier report")."""
    role = singular(word.strip(".,"))
    return role in lexicon_for(DEFAULT).room(nouns_of_people) - _words("mouths")


def _depends(before: Sequence[str], name: Name) -> bool:
    """Whether words before a name end in a preposition behind the head that speaks ("observers in Norwick")."""
    words = before[:-1] if before and before[-1] in speaker_words("article") else before
    last = words[-1] if words else ""
    beside = last in speaker_words("beside_head")
    leads = beside or last in lexicon_for(DEFAULT).room(word_classes).prepositions or last in speaker_words("article")
    if (any(map(is_role_noun, before)) or _are_some(before)) and (leads or acts(before[-1])):
        return True
    if name.kind is not SourceKind.PERSON and _leads_to(before):
        return True
    told = _is_document(words[:-1]) and last not in speaker_words("sent_to")  # "a letter to Congress": not its own
    return beside and name.kind is not SourceKind.PERSON and not told


def _are_some(before: Sequence[str]) -> bool:
    """Whether words before a name open with people told by no noun ("those close to Ada Holm", "others like Holm")."""
    return len(before) > 1 and before[0] in speaker_words("some") | speaker_words("these")


def _depends_on_role(before: Sequence[str]) -> bool:
    """Whether somebody's role or kin stands before a name, and the name's own role: "the wife of former pilot Holm"."""
    if not before or before[-1].endswith(",") or " ".join(before).endswith(tuple(speaker_words("post_ends"))):
        return False
    opens = " ".join(
        before[1:]
    ).islower()  # "Relatives of pilots Holm and Vint", not "Doctors for Norwick adviser Holm"
    words = [before[0].casefold() if opens else before[0], *before[1:]]
    heads = [one for one, two in pairwise(words) if two in speaker_words("owned_by") and _is_somebodys(one)]
    kin = not speaker_words("family").isdisjoint(heads)
    return kin or (bool(heads) and _is_somebody(words[-1].casefold()))


def _is_somebodys(word: str) -> bool:
    """Whether a word, printed small, is the role of one who speaks for another or is told by him."""
    return not {word, singular(word)}.isdisjoint(_roles_of_people())


@cache
def _roles_of_people() -> frozenset[str]:
    return lexicon_for(DEFAULT).room(nouns_of_people) | _words("mouths")


def _leads_to(before: Sequence[str]) -> bool:
    """Whether people and a preposition stand before a name's first words ("defenders of Christian Norwick")."""
    people = next((i for i, word in enumerate(before) if is_role_noun(word)), len(before))
    return any(word in speaker_words("owned_by") for word in before[people + 1 :])


def _is_document(words: Sequence[str]) -> bool:
    """Whether one of the words is a document's ("a survey at Norwick University")."""
    return any(not {word, singular(word)}.isdisjoint(_words("documents")) for word in words)


def up_to_preposition(words: Sequence[str]) -> Sequence[str]:
    """The words that a name stands before ("Holm with the Bridge Association": none)."""
    return words[: next((i for i, word in enumerate(words) if word in speaker_words("head_ends")), len(words))]


def acts(word: str) -> bool:
    """Whether a word tells what somebody does ("citing the board")."""
    return word.endswith("ing")


def speaks_for_body(text: str, phrase: Span, bodies: Sequence[Name]) -> bool:
    """ "a spokesman for Norwick Water": the body speaks; of states their officials do."""
    said = {word.casefold() for word in _WORD.findall(text, *phrase)}
    if acts(text[phrase.start : bodies[0].span.start].rstrip()):
        return False  # "a spokesman for the union representing Holm pilots"
    only = len(bodies) == 1 and bodies[0].kind is SourceKind.ORGANISATION and body_named(bodies[0].surface) is None
    return only and not said.isdisjoint(_words("mouths"))


def speaks_together(text: str, phrase: Span, bodies: Sequence[Name]) -> bool:
    """ "Norwick Water officials": all who speak for a body are the body; not so of states and their agencies."""
    body, behind = bodies[0], text[bodies[0].span.end : phrase.end].strip()
    alone = len(bodies) == 1 and body.span.start == phrase.start and behind in _words("collectives")
    words = body.surface.split()
    of_state = any(body_named(" ".join(words[i:])) for i in range(len(words)))
    return alone and body.kind is SourceKind.ORGANISATION and not of_state


def is_document_of(text: str, phrase: Span, name: Name) -> bool:
    """ "a report from the Wall Street Journal": what an outlet publishes is the outlet speaking."""
    before = text[phrase.start : name.span.start].casefold().split()
    return name.kind is SourceKind.OUTLET and not speaker_words("published").isdisjoint(before)


def is_of_kind(text: str, phrase: Span, name: Name) -> bool:
    """Whether a word with an article is no name ("a former Marine", where nobody's name holds the word)."""
    first = phrase.of(text).partition(" ")[0].casefold()
    return (
        " " not in name.full and first in speaker_words("indefinite") and not text[name.span.end : phrase.end].strip()
    )


def is_of_its_kind(text: str, phrase: Span, bodies: Sequence[Name]) -> bool:
    """Whether what a body is to another stands between their names ("Holm News affiliate NWTV": NWTV)."""
    last, before = bodies[-1], bodies[-2]
    between = text[before.span.end : last.span.start].split()
    told = all(any(known_as(word, kind) for kind in (ADJECTIVE, NOUN)) for word in between)
    return last.span.end == phrase.end and bool(between) and told


def is_told_body(text: str, phrase: Span, name: Name) -> bool:
    """Whether a body's noun with its article stands right before what looks like a person's name ("the firm Holm")."""
    words = text[phrase.start : name.span.start].casefold().split()
    if name.role is not None or len(words) < 2 or words[0] not in speaker_words("article"):
        return False
    known = _words("bodies") | _words("sites") | speaker_words("firms")
    first, *rest = name.surface.split()
    plain = not any(word in speaker_words("head_ends") for word in words)
    return plain and words[-1] in known and not (rest and is_given_name(first))


def is_apposed(text: str, name: Name) -> bool:
    """Whether a name stands behind a comma: the bearer of the post before it ("the mayor of Norwick, Ada Holm")."""
    start = (name.role_span or name.span).start
    return text[max(0, start - 2) : start] == ", "


def is_no_person(phrase: str, name: Name) -> bool:
    """Whether a name is one word behind "the" and no more, and no person's whom the article names ("the Hill")."""
    alone = opens_with_article(phrase) and phrase.partition(" ")[2] == name.surface
    own = set(name.surface.casefold().split()) <= set(name.full.casefold().split())
    return alone and (" " not in name.full or not own) and name.role is None


def named_by_owner(text: str, phrase: Span, names: Sequence[Name]) -> str | None:
    """The name of a body that is an owner's, of nothing ("said Holm's", where no person is called so in full)."""
    if len(names) != 1 or " " in names[0].full or names[0].role is not None:
        return None
    owned = _OWNERS.match(text, names[0].span.end)
    if owned is None or owned.end() != phrase.end or text[phrase.end : phrase.end + 1] == " ":
        return None  # "In Holm's words"
    return text[names[0].span.start : phrase.end]


def is_printed_title(text: str) -> bool:
    """Whether a phrase is printed like the title of a post ("Secretary of the Board")."""
    return bool(text) and all(w[:1].isupper() or w in speaker_words("title_joins") for w in text.split())


def is_mouth(source: Source | None, words: str, pronouns: Container[str]) -> bool:
    """Whether a phrase for a body is that of somebody who speaks for it, or a "he" or "she" that means such one."""
    if source is None or source.kind is not SourceKind.ORGANISATION:
        return False
    said = [word.casefold() for word in _WORD.findall(words)]
    return not _words("mouths").isdisjoint(said) or (len(said) == 1 and said[0] in pronouns)


def is_heard(source: Source | None, words: str) -> bool:
    """Whether a later pronoun may mean a speaker: a being, or one without a name to whom the article points."""
    if source is None:
        first, blank, _ = words.casefold().partition(" ")
        return bool(blank) and first in speaker_words("definite")
    return source.kind in _HEARD
