"""Who a speaker phrase means: the full name, the kind, the affiliation, and how far up the ladder of anonymity.

Invariant: a name comes from the article; where two people may be meant the answer is nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from operator import itemgetter

from audit.extract.reading import Document
from audit.extract.sources import posts
from audit.extract.sources.affiliations import affiliation_of
from audit.extract.sources.appositions import apposition
from audit.extract.sources.bodies import Bodies
from audit.extract.sources.capitals import is_given_name, is_title
from audit.extract.sources.documents import Documents, owned_in_full
from audit.extract.sources.joined_names import determined_parts, side_by_side
from audit.extract.sources.justifications import Deeds, grounds_behind, grounds_of_body, knowledge_of
from audit.extract.sources.known_bodies import body_named
from audit.extract.sources.name_index import sex_of_role
from audit.extract.sources.nameless import group_opening, head_of, is_many, is_told_document, nameless, whole_body
from audit.extract.sources.names import Name
from audit.extract.sources.offices import Offices, Role, is_description, read_role
from audit.extract.sources.papers import Papers, kind_printed
from audit.extract.sources.phrase_heads import (
    heads_role,
    is_apposed,
    is_document_of,
    is_heard,
    is_mouth,
    is_no_person,
    is_of_its_kind,
    is_of_kind,
    is_of_thing,
    is_printed_title,
    is_told_body,
    named_by_owner,
    owns,
    speaks_for_body,
    speaks_together,
)
from audit.extract.sources.pronouns import NOBODY, Heard, Pronouns
from audit.extract.sources.speaker_words import opens_with_article, speaker_words
from audit.extract.sources.spoken_of import SpokenOf, offices_in, scene_before, spoken_of, subject_of
from audit.extract.sources.told_sex import sexes_of_pronouns
from audit.extract.sources.unnamed import grade, reason_of_anonymity
from audit.lexicon import load_rules
from audit.lexicon.word_classes import word_classes
from audit.records import Anonymity, Source, SourceKind, Span

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_HANDLE = re.compile(r"(?<!\S)@\w{2,}")
_NEAR = 1500
"""Characters between a speaker and a phrase that may describe the same person."""
_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.VAGUE})
_NOT_NAMED = _UNNAMED | {SourceKind.DOCUMENT}

LOOK_BACK = 120
"""Speakers that are searched backwards for whom a phrase means."""

OWNING = ("'s ", "’s ", "s' ", "s’ ")

Answer = tuple[Source | None, Anonymity | None]


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_rules("roles")[table]["words"])


def _account(text: str) -> Source | None:
    """The one account whose handle ends a phrase ("the volunteer-run account @boats_now")."""
    found = _HANDLE.findall(text)
    alone = len(found) == 1 and text.endswith(found[0])
    return Source(found[0], SourceKind.ACCOUNT, (found[0],)) if alone else None


class Speakers:
    """Resolves the speaker phrases of one article, from its beginning to its end."""

    def __init__(self, doc: Document, told: Sequence[int] = ()) -> None:
        self._doc = doc
        self._heard: list[Heard] = []
        self._people = [n for n in doc.names if n.kind is SourceKind.PERSON]
        self._starts = [n.span.start for n in self._people]
        self._pronouns = Pronouns(doc, self._people)
        self._spellings: dict[str, list[str]] = {}
        self._affiliations: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._reasons: dict[str, str] = {}
        self._deeds = Deeds(doc, told)
        self._offices = Offices()
        self._bodies = Bodies(doc.names, doc.sentence_at, doc.text)
        self._introductions: dict[str, bool] = {}
        self._documents = Documents(doc.text, doc.names)
        self._papers = Papers(doc)
        self._long_forms: dict[str, str | None] = {}
        for name in doc.names:
            self._learn(name)

    def _learn(self, name: Name) -> None:
        spellings = self._spellings.setdefault(name.full, [])
        if name.surface not in spellings:
            spellings.append(name.surface)
        if name.kind is not SourceKind.PERSON:
            if name.kind is SourceKind.ORGANISATION and (reason := grounds_of_body(self._doc.text, name.span.end)):
                self._reasons.setdefault(name.full, reason)
            return
        before = self._title_of(name) or posts.small_post(self._doc, name)
        behind = apposition(self._doc.text, name.span.end, self._doc.lexicon)
        if reason := grounds_behind(self._doc.text, name.span.end, behind) or posts.second_post(before, behind):
            self._reasons.setdefault(name.full, reason)
        if before or behind:
            self._learn_role(name, before, behind)

    def _learn_role(self, name: Name, before: str, behind: str) -> None:
        """Notes what the words before and behind a person's name say that she is, and of whom."""
        if title := posts.title_of(before, behind):
            self._titles.setdefault(name.full, title)
        for role in (before, behind):
            if role and not self._doc.is_quoted(name.span.start):
                self._offices.learn(name.span.start, name.full, role)
        if name.full not in self._affiliations:
            known = affiliation_of(before) if name.role else None
            if body := known or affiliation_of(f"{before} {behind}".strip()):
                self._affiliations[name.full] = body

    def _title_of(self, name: Name) -> str:
        """The words before a name that say what the person is, an adjective included."""
        return f"{self._adjective_before(name)} {name.role or ''}".strip()

    def _adjective_before(self, name: Name) -> str:
        if name.role_span is None:
            return ""
        start = name.role_span.start
        words = self._doc.text[max(0, start - 30) : start].split()
        if not words or self._doc.text[start - 1] != " ":
            return ""
        last = words[-1]
        stopped = last.endswith(".") and not last.rstrip(".").isalpha()
        if last[:1].isupper() and (stopped or last[-1].isalnum()):
            return last
        return last if last in speaker_words("former") else ""

    def resolve(self, phrase: Span | None, at: int, *, spoke: bool = True, said: Sequence[Span] = ()) -> Answer:
        """The source behind a phrase that stands beside a cue at `at`; (None, None) where nobody can be named.

        Whom later pronouns mean depends on who `spoke`; whoever only owns a claim did not. Whom the words that are
        `said` speak of is not meant by the pronoun beside them.
        """
        if phrase is None:
            return None, None
        source = None if self._is_of_several(phrase) else self._source(phrase, said)
        words = phrase.of(self._doc.text)
        inside = source is None and bool(self._heard) and self._heard[-1].says(phrase.start)
        if spoke and is_heard(source, words) and not inside:
            sex = self._pronouns.sex(source.name) if source else None
            self._heard.append(
                Heard(at, source, sex, is_mouth(source, words, self._doc.lexicon.room(sexes_of_pronouns)), tuple(said))
            )
        if source and source.kind is SourceKind.DOCUMENT:
            source = self._same_document(source, phrase)
        if source and source.kind in _UNNAMED:
            self._explain(source.name, phrase, at)
        elif source and source.kind is SourceKind.PERSON:
            self._entitle(source.name, phrase)
        return (source, grade(source, self._doc.rules)) if source else (None, None)

    def _same_document(self, source: Source, phrase: Span) -> Source:
        """ "The report": the one report that spoke before, where its words say more."""
        full = owned_in_full(source.name, self._doc.names_in(phrase), self._doc.name_index, self._doc.text)
        if full != (last := full.split()[-1]):
            self._documents.learn(head_of(full.casefold().split()), full)
            return replace(source, name=full)
        known = self._documents.meant_by(last.casefold()) if opens_with_article(phrase.of(self._doc.text)) else None
        return replace(source, name=known or last)

    def _explain(self, name: str, phrase: Span, at: int) -> None:
        """Notes why an unnamed source is not named, where the sentence of a phrase says so."""
        sentence = self._doc.sentence_at(phrase.start)
        reason = reason_of_anonymity(self._doc, Span(phrase.end, sentence.end)) if sentence else None
        reason = reason or knowledge_of(self._doc.text, Span(phrase.start, max(phrase.end, at)))
        if reason:
            self._reasons.setdefault(name, reason)

    def _entitle(self, full: str, phrase: Span) -> None:
        """Notes the post that the words before a name tell ("the union's top lawyer, Ada Holm")."""
        name = next((n for n in self._doc.names_in(phrase) if n.full == full), None)
        post = posts.post_before(self._doc.text[phrase.start : name.span.start]) if name else None
        if post and len(post) > len(self._titles.get(full, "")):
            self._titles[full] = post

    def title(self, source: Source | None) -> str | None:
        """The post of a source as the article prints it."""
        return self._titles.get(source.name) if source else None

    def justification(self, source: Source | None, at: int) -> str | None:
        """What the article says of how a source knows, or why it is not named.

        Else what it last told of a person before the quote at `at`; of one who has a post, near by.
        """
        if source is None:
            return None
        reason = self._reasons.get(source.name)
        if source.kind is not SourceKind.PERSON:
            return reason
        deed = self._deed(source.name, at, reason)
        told = [deed] if deed and reason and reason in deed else [reason, deed]
        return "; ".join(one for one in told if one) or None

    def _deed(self, full: str, at: int, reason: str | None) -> str | None:
        """The sentence nearest before a quote that tells of a person, by her name or by a pronoun."""
        named = self._deeds.before(full, at, near=bool(reason) or full in self._titles, named=not reason)
        last = next((span for span, sex in self._deeds.of_pronoun(at) if self._means(sex, span.start, full)), None)
        nearer = named is None or (last is not None and (named.start < last.start or named.start > at))
        found = last if last and nearer else named
        return found.of(self._doc.text) if found else None

    def _means(self, sex: str, at: int, full: str) -> bool:
        """Whether "he" or "she" at a place before those who spoke last means somebody."""
        heard = [one for one in self._heard[-LOOK_BACK:] if one.position < at]
        found = self._pronouns.meant(sex, at, heard)
        return (found.full if isinstance(found, Name) else found.name if found else None) == full

    def several(self, phrase: Span | None) -> tuple[Source, ...]:
        """The speakers of a phrase that names two or more, each read for itself; none where one has no name."""
        if phrase is None:
            return ()
        parts = determined_parts(self._doc, phrase)
        joined = parts or side_by_side(self._doc.text, phrase, self._doc.names_in(phrase))
        found = dict.fromkeys(self._source(part) if parts else self._by_name(part) for part in joined)
        named = tuple(one for one in found if one and one.kind not in _NOT_NAMED)
        return named if len(named) > 1 and len(named) == len(found) else ()

    def _is_of_several(self, phrase: Span) -> bool:
        """Whether several speak of whom one has a name or is a body: people without a name are one unnamed source."""
        parts = determined_parts(self._doc, phrase)
        unnamed = bool(parts) and all(one and one.kind in _UNNAMED for one in map(self._source, parts))
        return bool(self.several(phrase)) or (bool(parts) and not unnamed)

    def complete(self, source: Source | None) -> Source | None:
        """The source with the affiliation that the article tells only further on."""
        if source is None or source.affiliation is not None or source.kind is not SourceKind.PERSON:
            return source
        known = self._affiliations.get(source.name)
        return replace(source, affiliation=known) if known else source

    def _source(self, phrase: Span, said: Sequence[Span] = ()) -> Source | None:
        text = phrase.of(self._doc.text)
        words = [w.casefold() for w in _WORD.findall(text)]
        if not words:
            return None
        if len(words) == 1 and (sex := self._doc.lexicon.room(sexes_of_pronouns).get(words[0])):
            told = self._with_holders(spoken_of(self._doc, phrase, said), phrase, said)
            return self._pronoun(sex, phrase.start, told)
        if self._doc.rules != "en":
            return self._by_name(phrase)
        if len(words) == 1 and words[0] in speaker_words("pronouns"):
            return self._other_pronoun(words[0], phrase.start)
        if words[-1] in _words("writings") and (author := self._author(phrase, words)):
            return author
        if words[-1] in _words("sites") and (owner := self._owner(phrase)):
            return owner
        return (
            self._by_name(phrase)
            or self._by_surname(phrase, text)
            or self._papers.called(words, phrase.start)
            or self._by_role(phrase, text, words, said)
            or self._described_body(words)
            or _account(text)
            or nameless(text, words)
        )

    def _by_surname(self, phrase: Span, text: str) -> Source | None:
        """Who bears one capitalised word that is a common one elsewhere ("May said", where Tor May is named)."""
        index = self._doc.name_index
        if " " in text or not text[:1].isupper() or index.is_shared(text, phrase.start, None):
            return None
        full = index.by_surname(text, phrase.start)
        return self._known(full) if full and text[1:].islower() else None

    def _described_body(self, words: list[str]) -> Source | None:
        full = self._bodies.described_by(words) if words[-1] in _words("bodies") else None
        return self._body_called(full) if full else None

    def _author(self, phrase: Span, words: list[str]) -> Source | None:
        """Whose letter or tweet speaks ("his tweets", "Ada Holm's letter"): the person who owns it."""
        if words[0] in self._doc.lexicon.room(word_classes).possessives:
            sex = self._doc.lexicon.room(sexes_of_pronouns).get(words[0])
            return self._pronoun(sex, phrase.start) if sex else None
        names = self._doc.names_in(phrase)
        if len(names) != 1 or names[0].kind is not SourceKind.PERSON or " " not in names[0].full:
            return None
        return self._person(names[0]) if owns(self._doc.text, names[0].span.end, phrase.end) else None

    def _owner(self, phrase: Span) -> Source | None:
        """The body whose own pages speak ("the Norwick Council's website"): what stands there is its word."""
        text = phrase.of(self._doc.text)
        end = max((text.rfind(mark) for mark in OWNING), default=-1)
        owner = self._source(Span(phrase.start, phrase.start + end)) if end > 0 else None
        return owner if owner and owner.kind is SourceKind.ORGANISATION else None

    def _other_pronoun(self, word: str, at: int) -> Source | None:
        """Whom "it" or "they" means: the body that spoke in this paragraph, else the one the last sentence is about."""
        if word not in speaker_words("body_pronouns"):
            return None
        alone = word in speaker_words("body_pronoun")
        last = self._heard[-1] if self._heard else None
        if last and self._doc.paragraph_at(at) == self._doc.paragraph_at(last.position):
            kinds = {SourceKind.ORGANISATION} if alone else {SourceKind.ORGANISATION, *_UNNAMED}
            return (
                last.source if last.source and last.source.kind in kinds and (alone or is_many(last.source)) else None
            )
        if not alone:
            return self._group_before(self._start_of_sentence(at))
        full = self._bodies.subject_before(self._start_of_sentence(at))
        return self._body_called(full) if full else None

    def _group_before(self, at: int) -> Source | None:
        """People of a kind that the sentence before is about ("Tenant advocates were angry. They said ...")."""
        before = self._doc.sentence_at(max(0, at - 2))
        if before is None or before.start >= at or self._doc.paragraph_at(before.start) != self._doc.paragraph_at(at):
            return None
        return group_opening(before.of(self._doc.text))

    def _start_of_sentence(self, at: int) -> int:
        sentence = self._doc.sentence_at(at)
        return sentence.start if sentence else at

    def _body_called(self, full: str) -> Source:
        return Source(full, SourceKind.ORGANISATION, self._names(full), affiliation_of(full))

    def _pronoun(self, sex: str, at: int, spoken_of: SpokenOf = NOBODY) -> Source | None:
        """Whom "he" or "she" means."""
        found = self._pronouns.meant(sex, at, self._heard, spoken_of)
        source = self._person(found) if isinstance(found, Name) else found
        if source and source.kind is SourceKind.PERSON:
            self._pronouns.learn(source.name, sex)
        return source

    def _by_name(self, phrase: Span) -> Source | None:
        """The head name of a phrase: a person first, else the body or outlet it names."""
        text = self._doc.text
        phrase = self._without_clause(phrase)
        names = [n for n in self._doc.names_in(phrase) if not owns(text, n.span.end, phrase.end)]
        if names and is_told_document(text[phrase.start : names[0].span.start].casefold().split()):
            return None
        people = [n for n in names if n.kind is SourceKind.PERSON and not is_of_kind(text, phrase, n)]
        if people and self._doc.name_index.is_shared(people[-1].surface, people[-1].span.start, people[-1].role):
            return None
        if len(names) > 1 and people and people[-1] is names[-1] and is_apposed(text, people[-1]):
            return self._person(people[-1])
        meant = self._meant_of(people)
        if owner := named_by_owner(text, phrase, names):
            return Source(owner, SourceKind.ORGANISATION, (owner,))
        if meant and is_no_person(phrase.of(text), meant):
            return self._thing(meant, phrase)
        if meant and not (heads_role(text, phrase, meant) or is_of_thing(text, phrase, meant)):
            firm = is_told_body(text, phrase, meant)
            return self._body(meant._replace(kind=SourceKind.ORGANISATION), phrase) if firm else self._person(meant)
        others = [n for n in names if n.kind is not SourceKind.PERSON]
        if len(others) == len(names) > 1 and is_of_its_kind(text, phrase, names):
            others = others[-1:]
        if others and not heads_role(text, phrase, others[0]):
            return self._body(others[0], phrase) if not is_of_thing(text, phrase, others[0]) else None
        if others and not people and (speaks_for_body(text, phrase, others) or speaks_together(text, phrase, others)):
            return self._body(others[0], others[0].span)
        if others and is_document_of(text, phrase, others[0]):
            return self._body(others[0], phrase)
        return whole_body(text, phrase) if others and not people else None

    def _thing(self, name: Name, phrase: Span) -> Source | None:
        """What "the" and one word name: the outlet that prints its article large ("the Hill"), else a body."""
        words = phrase.of(self._doc.text)
        outlet = self._doc.outlets.resolve(words[0].upper() + words[1:])
        if outlet is not None:
            return Source(outlet.name, outlet.kind, (name.surface,))
        own = " " not in name.full
        return self._body(name._replace(kind=SourceKind.ORGANISATION), phrase) if own else None

    def _meant_of(self, people: Sequence[Name]) -> Name | None:
        """Of the people that a phrase names the last, unless the first has a role or the others say more of him."""
        if len(people) < 2 or people[0].role is not None or self._goes_on(people[0], people[1]):
            return people[0] if people else None
        between = self._doc.text[people[0].span.end : people[-1].span.start].casefold().split()
        if between and between[-1] in speaker_words("owned_by"):
            return people[0]  # "Ada Holm, an engineer from Vintville"
        owned = heads_role(self._doc.text, Span(people[0].span.start, people[-1].span.start), people[0])
        return people[0] if owned and not speaker_words("head_ends").isdisjoint(between) else people[-1]

    def _without_clause(self, phrase: Span) -> Span:
        """The phrase up to its relative clause ("a source who spoke to the Post"): whom that names does not speak."""
        relatives = self._doc.lexicon.room(word_classes).possessive_relatives
        last = next(reversed(self._doc.names_in(phrase)), None)
        if last and last.kind is SourceKind.PERSON and last.span.end == phrase.end and is_apposed(self._doc.text, last):
            return phrase  # "the woman who found her, Ada Holm"
        words = _WORD.finditer(self._doc.text, *phrase)
        stop = next((w.start() for w in words if w.group() in relatives and w.start() > phrase.start), phrase.end)
        return Span(phrase.start, stop)

    def _goes_on(self, one: Name, two: Name) -> bool:
        """Whether the second name says more of the first, or stands beside it ("Lee of Norwick", "Lee and Holm")."""
        between = self._doc.text[one.span.end : two.span.start].casefold().split()
        classes = self._doc.lexicon.room(word_classes)
        return bool(between) and (between[0] in classes.prepositions or not classes.coordinators.isdisjoint(between))

    def _person(self, name: Name) -> Source:
        return self._known(name.full)

    def _known(self, full: str) -> Source:
        return Source(full, SourceKind.PERSON, self._names(full), self._affiliations.get(full))

    def _names(self, full: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys([full, *self._spellings.get(full, ())]))

    def _body(self, name: Name, phrase: Span) -> Source:
        full = self._doc.full_name(name.surface, name.span.start) or name.surface
        if name.kind is SourceKind.OUTLET and (long := self._spelled_out(name.surface)):
            return Source(long, SourceKind.ORGANISATION, (long, name.surface))
        if name.kind is SourceKind.OUTLET and (outlet := self._doc.outlets.resolve(name.surface)):
            namesake = full.split()[1:] and not opens_with_article(phrase.of(self._doc.text))
            if namesake and self._doc.outlets.resolve(full) is None:
                return self._known(full)  # "Fox said", where Ella Fox was named
            return Source(outlet.name, outlet.kind, (name.surface,))
        if name.kind is SourceKind.ORGANISATION and (paper := self._papers.meant_by(name.surface, phrase)):
            return paper
        return Source(
            full,
            kind_printed(name),
            self._names(name.surface),
            body_named(name.surface) or affiliation_of(phrase.of(self._doc.text)),
        )

    def _spelled_out(self, letters: str) -> str | None:
        """What the article itself shortens to letters that are elsewhere an outlet's, looked for once."""
        if letters not in self._long_forms:
            self._long_forms[letters] = self._doc.spelled_out(letters)
        return self._long_forms[letters]

    def _with_holders(self, told: SpokenOf, phrase: Span, said: Sequence[Span]) -> SpokenOf:
        """Whom words speak of, those included whose office they name ("he said that the mayor was late": not she)."""
        scene = scene_before(self._doc, min((phrase.start, *(piece.start for piece in said))))
        scenes = (scene,) if scene and not any(one.position >= scene.start for one in self._heard[-1:]) else ()
        came = self._holders(scenes, phrase.start)
        subject = next((words for one in scenes if (words := subject_of(self._doc, one))), None)
        unknown = {""} if subject and not came and not self._bearers_of([subject], phrase.start) else set[str]()
        return replace(told, holders=self._holders(said, phrase.start), came=came | unknown)

    def _holders(self, pieces: Sequence[Span], at: int) -> frozenset[str]:
        """The full names of those whose offices words name."""
        return self._bearers_of([office for piece in pieces for office in offices_in(self._doc, piece)], at)

    def _bearers_of(self, offices: Sequence[str], at: int) -> frozenset[str]:
        """The full names of those who bear offices by their words."""
        asked, near = map(read_role, offices), self._speakers_near(at)
        found = (self._offices.bearer(one, at, near, self._affiliations) for one in asked if one)
        return frozenset(full for full in found if full)

    def _headed(self, phrase: Span) -> Source | None:
        """Whose name alone is the paragraph before the one that a phrase opens: a heading."""
        here = bisect_right(self._doc.paragraphs, phrase.start, key=itemgetter(0)) - 1
        if here < 1 or self._doc.paragraphs[here].start != phrase.start:
            return None
        before = self._doc.paragraphs[here - 1]
        name = next((n for n in self._doc.names_in(before) if n.kind is SourceKind.PERSON), None)
        return self._person(name) if name and " " in name.full and name.span == before else None

    def _by_role(self, phrase: Span, text: str, words: list[str], said: Sequence[Span] = ()) -> Source | None:
        """ "the Ukrainian president", "the NATO Secretary General", "the former officer": somebody named before."""
        if words[0] in speaker_words("introducing"):
            return None  # "One Republican"
        if words[0] not in speaker_words("pointing") and not (
            is_printed_title(text) and not self._goes_on_behind(phrase)
        ):
            return None
        if words[-1].rstrip("s") in speaker_words("unnamed_heads"):
            return self._same_unnamed(words)
        if " " not in text and not is_title(text):
            return None  # "Republican", of many
        asked = read_role(text)
        if asked is None:
            return self._body_back(words, phrase.start) or self._firm(words, phrase.start)
        mouth = self._same_mouth(words) if self._heard and self._heard[-1].mouth else None
        if nearest := self._headed(phrase) or mouth:
            return nearest
        found = self._offices.bearer(asked, phrase.start, self._speakers_near(phrase.start), self._affiliations)
        if found:
            told = found in spoken_of(self._doc, phrase, said).others or found in self._hearers(phrase, said)
            return None if told else self._in_office(found, asked, phrase, words)
        if only := self._offices.only(asked, self._people_near(phrase.start), self._affiliations):
            return self._known(only)
        recent = self._recent(phrase.start)
        described = is_description(words) and not self._introduced(words[-1], phrase.start)
        meant = recent if recent and described and self._offices.may_be(asked, recent.name) else None
        return meant or self._same_mouth(words)

    def _goes_on_behind(self, phrase: Span) -> bool:
        """Whether a preposition stands behind a title that opens a sentence ("Chief among them is Holm"): no post."""
        behind = _WORD.match(self._doc.text, phrase.end + 1)
        opens = self._start_of_sentence(phrase.start) == phrase.start
        return opens and behind is not None and behind.group() in self._doc.lexicon.room(word_classes).prepositions

    def _hearers(self, phrase: Span, said: Sequence[Span]) -> frozenset[str]:
        """The names between a phrase and the words behind it: of those who were told ("the mayor told Ada Holm")."""
        start = next((piece.start for piece in said if piece.start > phrase.end), phrase.end)
        names = self._doc.names_in(Span(phrase.end, start))
        return frozenset(name.full for name in names if not is_apposed(self._doc.text, name))

    def _in_office(self, full: str, asked: Role, phrase: Span, words: list[str]) -> Source | None:
        """The bearer of a role; nobody where its words or the names around it tell of somebody else."""
        owned = words[0] in self._doc.lexicon.room(word_classes).possessives
        if (asked.body is None and self._is_of_other_sex(full, phrase)) or self._is_far(
            full, asked, phrase.start, owned=owned, described=asked.body is None and is_description(words)
        ):
            return None
        if asked.body:
            self._affiliations.setdefault(full, asked.body)
        return self._known(full)

    def _is_of_other_sex(self, full: str, phrase: Span) -> bool:
        """Whether a role is a woman's and its bearer a man, or the other way round ("the spokeswoman")."""
        asked = sex_of_role(phrase.of(self._doc.text))
        known = self._pronouns.sex(full) or sex_of_role(self._titles.get(full, ""))
        return asked is not None and known is not None and asked != known

    def _is_far(self, full: str, asked: Role, at: int, *, owned: bool, described: bool) -> bool:
        """Whether a bearer is not named near, where somebody else near has that role, or "his" tells whose.

        Of one who is described ("the likely Norwick candidate"), also where somebody else near spoke last.
        """
        near = self._people_near(at)
        if full in near or (not owned and not near):
            return False
        spoke = next(iter(self._speakers_near(at)), None)
        told = described and spoke is not None and spoke != full and spoke in near
        return owned or told or any(self._offices.has_borne(asked, other) for other in near)

    def _people_near(self, at: int) -> frozenset[str]:
        """The people named in the paragraph of `at` before it, and in the one before, outside marks."""
        low, high = bisect_right(self._starts, at - _NEAR), bisect_right(self._starts, at)
        told = (n for n in self._people[low:high] if not self._doc.is_quoted(n.span.start))
        return frozenset(n.full for n in told if self._is_near(n.span.start, at))

    def _recent(self, at: int) -> Source | None:
        """The person who spoke last, spoke or is named a paragraph away at most, and nobody else is named since."""
        last = self._heard[-1] if self._heard else None
        who = last.source if last else None
        if last is None or who is None or who.kind is not SourceKind.PERSON or last.says(at):
            return None
        low, high = (
            bisect_right(self._starts, self._start_of_sentence(last.position) - 1),
            bisect_right(self._starts, at),
        )
        since = [n for n in self._people[max(low, high - 9) : high] if not self._doc.is_quoted(n.span.start)]
        said = last.said if self._start_of_sentence(at) > last.position else ()
        if any(n.full != who.name and not any(n.span.meets(piece) for piece in said) for n in since):
            return None
        return who if self._is_near(since[-1].span.start if since else last.position, at) else None

    def _body_back(self, words: list[str], at: int) -> Source | None:
        """ "the ministry": the body named before that it means."""
        if len(words) != 2 or words[0] not in speaker_words("nearest") or words[1] in _words("documents"):
            return None
        last = self._heard[-1].source if self._heard else None
        heard = last.name if last and last.kind is SourceKind.ORGANISATION else None
        full = self._bodies.meant_by(words[1], at, heard)
        if full is None and words[1] in _words("bodies"):
            full = self._bodies.led(words[1], at)
        return self._body_called(full) if full else None

    def _firm(self, words: list[str], at: int) -> Source | None:
        """ "the company": who spoke last, where nothing in its name or in the article makes a person of it.

        One word names an agency more often than a firm ("Northline reported ... the agency said").
        """
        asked = len(words) == 2 and opens_with_article(" ".join(words)) and words[1] in speaker_words("firms")
        recent = self._recent(at) if asked else None
        if recent is None or self._doc.name_index.sex(recent.name) or is_given_name(recent.name.split()[0]):
            return None
        *first, last = recent.name.split()
        alone = not first and words[1] in speaker_words("lone_firms")
        return recent if alone or (first and last not in recent.names) else None

    def _speakers_near(self, at: int) -> list[str]:
        """Who spoke a little earlier, the last one first."""
        return [h.source.name for h in reversed(self._heard[-4:]) if h.source and at - h.position < _NEAR]

    def _is_near(self, position: int, at: int) -> bool:
        """Whether a position lies in the same paragraph as `at`, or in the one before."""
        paragraphs = self._doc.paragraphs
        here, there = (bisect_right(paragraphs, place, key=itemgetter(0)) for place in (at, position))
        return here - there < 2 and at - position < _NEAR

    def _same_unnamed(self, words: list[str]) -> Source | None:
        """ "the official": the unnamed official introduced before."""
        for heard in self._heard[: -LOOK_BACK - 1 : -1]:
            who = heard.source
            if who and who.kind in _UNNAMED and head_of(who.name.casefold().split()) == words[-1]:
                return who
        return None

    def _same_mouth(self, words: list[str]) -> Source | None:
        """ "the spokesperson": the body for which somebody without a name spoke last."""
        if len(words) != 2 or words[1] not in _words("mouths"):
            return None
        return next((heard.source for heard in self._heard[: -LOOK_BACK - 1 : -1] if heard.mouth), None)

    def _introduced(self, noun: str, at: int) -> bool:
        """Whether the article speaks of "a" such person, or of one before: somebody else; parties have many."""
        if noun not in self._introductions:
            phrases = (f" {article} {noun}" for article in speaker_words("introducing"))
            self._introductions[noun] = any(phrase in self._doc.text for phrase in phrases)
        common = noun not in speaker_words("parties") | _words("offices")
        return self._introductions[noun] or (common and self._doc.text.find(f" {noun}", 0, at) >= 0)
