"""Whom "he" or "she" means: who spoke just before, or the subject of the sentence before; nobody where two may be.

Invariant: the answer is a person that the article names, of that sex as far as the article or the name tells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from audit.extract.reading import Document
from audit.extract.sources.capitals import AT_TIMES, GENERATIONS, is_given_name
from audit.extract.sources.known_bodies import place_words
from audit.extract.sources.name_index import sex_of, sex_of_role
from audit.extract.sources.nameless import is_many
from audit.extract.sources.names import Name
from audit.extract.sources.offices import person_heads
from audit.extract.sources.speaker_words import speaker_words
from audit.extract.sources.spoken_of import SpokenOf
from audit.extract.sources.told_sex import sexes_of_pronouns, told_sexes
from audit.lazy import lazy
from audit.lexicon.counts import small_share
from audit.lexicon.word_classes import WordClasses, word_classes
from audit.records import Source, SourceKind, Span
from audit.text.parts_of_speech import GERUND, NOUN, PAST, PLURAL, known_as, may_be

LOOK_BACK = 120
"""Mentions that are searched backwards for whom a pronoun means."""
OPENING = 5
"""Words that open a sentence among which the role of its subject stands."""
HELPER = 2
"""Words behind a name among which the role of somebody stands who is only told of by it."""
FARTHEST = 3
"""Sentences before that of a pronoun in which somebody is named whom it means."""
NOBODY = SpokenOf()
JUST_BEFORE = 2
"""Speakers before a pronoun that it may mean where its own words speak of whom it would mean else."""
_BEFORE = 24  # characters before a name in which an article or an adjective stands
_BEHIND = 60  # characters behind a name in which an age, "who" or a role shows that it is a person's
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BARE = re.compile(r"[^\w' ’-]")
_POSSESSIVES = ("'s", "’s", "s’", "s'")


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker phrase that stood before: where, as whom (None: nobody could be named), man or woman."""

    position: int
    source: Source | None
    sex: str | None
    mouth: bool = False
    """Whether somebody without a name spoke for the source ("a spokesman for the Council")."""
    said: tuple[Span, ...] = ()
    """The pieces of what was said."""

    def says(self, position: int) -> bool:
        """Whether a place lies inside what was said."""
        return any(piece.start <= position < piece.end for piece in self.said)


class Pronouns:
    """Finds the persons that pronouns of one article mean."""

    def __init__(self, doc: Document, people: Sequence[Name]) -> None:
        self._doc = doc
        self._people = people
        self._starts = [name.span.start for name in people]
        self._meant_as: dict[str, str] = {}
        self._stands_in = doc.lexicon.words("speakers", "stands_in")
        self._beside = doc.lexicon.words("speakers", "beside")

    def meant(self, sex: str, at: int, heard: Sequence[Heard], spoken_of: SpokenOf = NOBODY) -> Name | Source | None:
        """Whom a pronoun of that sex at `at` means; `heard` are those who spoke before, in order.

        Where its own words speak of that one, another is meant only if that other spoke just before.
        """
        found = self._meant(sex, at, heard, ())
        if not spoken_of.opens and self._somebody_came(at, heard):
            return None
        if found is not None and (_full(found) in spoken_of.holders or spoken_of.came - {_full(found)}):
            return None
        barred = spoken_of.others | spoken_of.doubtful
        if not barred or (found is not None and _full(found) not in barred):
            return found
        other = self._meant(sex, at, heard, barred)
        just = {one.source.name for one in heard[-JUST_BEFORE:] if one.source}
        if other is not None and _full(other) in just:
            return other
        return found if found is not None and _full(found) not in spoken_of.others else None

    def _meant(self, sex: str, at: int, heard: Sequence[Heard], not_meant: Container[str]) -> Name | Source | None:
        floor = self._sentences_back(at, FARTHEST)
        found = self._named_before(at, floor, sex, not_meant)
        fitting = [one for one in heard[-4:] if _may_be(one, sex, not_meant)]
        spoke = next((one for one in reversed(fitting) if not _is_held(one, fitting)), None)
        if self._nobody_spoke_since(heard, found, floor) and not _is_of_other_sex(heard[-1].source, sex):
            return heard[-1].source
        if found is None:
            return spoke.source if spoke and not self._is_another_since(spoke, at, sex, floor) else None
        if spoke is None or spoke.position < floor:
            return found.name
        if found.position > spoke.position:
            if self._is_beside(found, spoke):
                return spoke.source
            return None if self._is_spoken_of(found, spoke, heard) or self._is_aside(found, spoke) else found.name
        if self._told_inside(found, heard, spoke):
            return found.name
        return None if found.name and self._two_fit(found.name, spoke) else spoke.source

    def _somebody_came(self, at: int, heard: Sequence[Heard]) -> bool:
        """Whether the sentence of a pronoun tells of one without a name before it, and of nobody who has one.

        "When I asked one longtime aide, she left": whoever was named before is another one.
        """
        here = self._doc.sentence_at(at)
        low, high = (bisect_right(self._starts, place - 1) for place in (here.start if here else at, at))
        if here is None or low < high or (heard and heard[-1].position >= here.start):
            return False
        words = [word.casefold() for word in _WORD.findall(self._doc.text, here.start, at)]
        told = self._doc.lexicon.room(sexes_of_pronouns)
        classes = self._doc.lexicon.room(word_classes)
        if not told.keys().isdisjoint(words) or (words and words[0] in classes.prepositions):
            return False
        led = [i for i, word in enumerate(words) if word in speaker_words("introducing")]
        return any(not person_heads().isdisjoint(_phrase(words[i + 1 :], classes)) for i in led)

    def _is_another_since(self, spoke: Heard, at: int, sex: str, floor: int) -> bool:
        """Whether somebody else is named since who spoke far before, by a surname alone even: it may be either."""
        if spoke.position >= floor or spoke.source is None:
            return False
        low, high = bisect_right(self._starts, spoke.position), bisect_right(self._starts, at - 1)
        since = (n for n in self._people[low:high] if not self._doc.is_quoted(n.span.start))
        return any(n.full != spoke.source.name and self._sex(n) in {sex, None} for n in since)

    def _nobody_spoke_since(self, heard: Sequence[Heard], found: _Named | None, floor: int) -> bool:
        """Whether whoever spoke last has no name, and nobody else is named since: the pronoun means that one."""
        last = heard[-1] if heard else None
        if last is None or last.position < floor:
            return False
        if found and _is_definite(last.source):
            return last.says(found.position)
        if not (last.mouth or _is_unnamed(last.source)):
            return False
        here = self._doc.sentence_at(last.position)
        return found is None or here is None or found.position < here.end

    def _is_spoken_of(self, found: _Named, spoke: Heard, heard: Sequence[Heard]) -> bool:
        """Whether who spoke last spoke of whom the next sentence names, and who said nothing yet.

        "Lee said they killed Roe. Roe was 26."
        """
        full = found.name.full if found.name else None
        told = any(name.full == full for piece in spoke.said for name in self._doc.names_in(piece))
        return told and not any(one.source and one.source.name == full for one in heard)

    def _is_beside(self, found: _Named, spoke: Heard) -> bool:
        """Whether a name behind a preposition tells beside whom somebody spoke ("Lee said, speaking with Ada Holm")."""
        here = self._doc.sentence_at(found.position)
        if found.name is None or here is None or not here.start <= spoke.position < here.end:
            return False
        start = (found.name.role_span or found.name.span).start
        words = [word for word in _WORD.findall(self._doc.text, spoke.position, start) if not word[0].isupper()]
        prepositions = self._doc.lexicon.room(word_classes).prepositions
        return bool(words) and (words[-1] in self._beside or words[-1] in prepositions)

    def _told_inside(self, found: _Named, heard: Sequence[Heard], spoke: Heard) -> bool:
        """Whether the last to speak did so inside what the subject of the sentence said ("Lee said Roe denied it")."""
        here = self._doc.sentence_at(spoke.position)
        if here is None or found.name is None or not _opens(self._doc.text, here, found.name):
            return False
        if spoke.says(found.position):
            return False  # "Roe denied it when he spoke, Lee said"
        return any(
            one.source is not None
            and one.source.name == found.name.full
            and here.start <= one.position < spoke.position
            for one in heard[-4:]
        )

    def _two_fit(self, named: Name, spoke: Heard) -> bool:
        """Whether the sex of neither is told, and somebody else is named than who spoke just before."""
        if spoke.source is None or named.full == spoke.source.name:
            return False
        return spoke.sex is None and self.sex(named.full) is None

    def _sentences_back(self, at: int, count: int) -> int:
        i = bisect_right(self._doc.sentences, at, key=itemgetter(0)) - 1
        return self._doc.sentences[max(0, i - count)].start if self._doc.sentences else 0

    def _named_before(self, at: int, floor: int, sex: str, not_meant: Container[str]) -> _Named | None:
        """The subject of the nearest sentence that names somebody of that sex, outside quotations."""
        groups = self._sentences_with(at, floor, sex, not_meant)
        if not groups:
            return None
        first = groups[0][0]
        if self._sets_scene(first) and len(groups[0]) > 1:
            first = groups[0][1]
        if self._doc.name_index.is_shared(first.surface, first.span.start, first.role):
            return _Named(first.span.start, None)
        if self._is_beside_another(first) and any(n.full != first.full for n in groups[0]):
            return _Named(first.span.start, None)
        if self._is_object(first) or self._owns_somebody(first) or self._is_met(first, sex):
            return _Named(first.span.start, None)
        if self._is_in_phrase(first) and any(n.full != first.full and not self._is_in_phrase(n) for n in groups[0]):
            return _Named(first.span.start, None)
        if self._sex(first) == sex:
            return _Named(first.span.start, first)
        if any(self._sex(n) == sex and n.full != first.full for n in groups[0]):
            return _Named(first.span.start, None)
        return _Named(first.span.start, self._over_unknown(first, groups[1:], sex))

    def _is_object(self, name: Name) -> bool:
        """Whether the sentence of a name begins with somebody else's role ("The president slammed Ada Holm")."""
        sentence = self._doc.sentence_at(name.span.start)
        start = (name.role_span or name.span).start
        if sentence is None or start - sentence.start < 2 or self._doc.text[start - 2 : start] == ", ":
            return False
        opening = [word.casefold() for word in _WORD.findall(self._doc.text, sentence.start, start)]
        led = self._doc.lexicon.room(word_classes).determiners
        behind = self._doc.lexicon.room(word_classes).prepositions
        head = next((i for i, word in enumerate(opening[:OPENING]) if word in person_heads()), None)
        return (
            bool(opening) and opening[0] in led and head not in {None, len(opening) - 1} and opening[-1] not in behind
        )

    def _is_beside_another(self, name: Name) -> bool:
        """Whether "and" joins a name to another ("Ada Holm and the lawyer Tor Vint tried"): neither is meant alone."""
        i = bisect_right(self._starts, name.span.start) - 1
        around = self._people[max(0, i - 1) : i + 2]
        return any(self._joins(one, two) for one, two in pairwise(around))

    def _joins(self, one: Name, two: Name) -> bool:
        """Whether nothing but "and", and what somebody is, stands between two names."""
        between = self._doc.text[one.span.end : (two.role_span or two.span).start].split()
        ands = self._doc.lexicon.room(word_classes).coordinators
        posts = between[1:] == [] or (len(between) <= OPENING and not person_heads().isdisjoint(between))
        return bool(between) and between[0] in ands and posts

    def _sets_scene(self, name: Name) -> bool:
        """Whether a name stands in words that only open a sentence ("Asked by Holm, he", "While meeting Holm, he")."""
        here = self._doc.sentence_at(name.span.start)
        classes = self._doc.lexicon.room(word_classes)
        start = (name.role_span or name.span).start
        words = [w.casefold() for w in _WORD.findall(self._doc.text, here.start, start)] if here else []
        opening = [word for word in words if word not in classes.breaks]
        if here is None or len(opening) < 2 or ", " in self._doc.text[here.start : start - 2 * self._is_apposed(name)]:
            return False
        asked = may_be(opening[0], PAST) and opening[-1] in classes.agent_marks
        return asked or known_as(opening[0], GERUND)

    def _is_aside(self, found: _Named, spoke: Heard) -> bool:
        """Whether a name behind a preposition is another's than who spoke just before: it may be either."""
        other = found.name is not None and spoke.source is not None and found.name.full != spoke.source.name
        return other and found.name is not None and self._is_in_phrase(found.name)

    def _is_in_phrase(self, name: Name) -> bool:
        """Whether a preposition stands before a name and its role ("the arrest of the former mayor Tor Vint")."""
        start, here = (name.role_span or name.span).start, self._doc.sentence_at(name.span.start)
        words = self._doc.text[max(here.start if here else 0, start - _BEHIND) : start].casefold().split()
        classes = self._doc.lexicon.room(word_classes)
        behind = _WORD.match(self._doc.text, name.span.end + 2)
        told = behind is not None and behind.group() in classes.possessive_relatives  # "... by Holm, who sits for both"
        led = not any(word in classes.prepositions and word not in classes.agent_marks for word in words[-2:])
        return not (told or led or words[-1].endswith(","))

    def _owns_somebody(self, name: Name) -> bool:
        """Whether a name only tells whose somebody is ("Ada Holm's mother"): the pronoun may mean either."""
        end = name.span.end
        if self._doc.text[end : end + 2] not in _POSSESSIVES:
            return False
        behind = [word.casefold() for word in _WORD.findall(self._doc.text, end + 2, end + _BEHIND)]
        return not person_heads().isdisjoint(behind[:2])

    def _is_met(self, name: Name, sex: str) -> bool:
        """Whether the sentence of a name is about a "he" or "she" before it ("He gave an interview to Ada Holm")."""
        sentence = self._doc.sentence_at(name.span.start)
        start = (name.role_span or name.span).start
        if sentence is None or self._doc.text[max(0, start - 2) : start] == ", ":
            return False
        opening = (word.casefold() for word in _WORD.findall(self._doc.text, sentence.start, start))
        told = self._doc.lexicon.room(sexes_of_pronouns)
        subjects = self._doc.lexicon.room(word_classes).third_persons
        return any(word in subjects and told.get(word) == sex for word in opening)

    def _over_unknown(self, first: Name, earlier: list[list[Name]], sex: str) -> Name | None:
        """Who is meant where the nearest subject is of unknown sex: it, unless the one before it may be as well."""
        before = earlier[0][0] if earlier else first
        if before.full != first.full and first.full in self._titled:
            return None
        if before.full == first.full:
            return first if first.full in self._shown or self._sex(first) else None
        return before if self._sex(before) == sex else None

    def _sentences_with(self, at: int, floor: int, sex: str, not_meant: Container[str]) -> list[list[Name]]:
        """The people that may be meant, by sentence, the nearest sentence first, each in the order of its words."""
        found: list[list[Name]] = []
        sentence: Span | None = None
        last = bisect_right(self._starts, at - 1) - 1
        scene = self._scene_before(at)
        for i in range(last, max(-1, last - LOOK_BACK), -1):
            name = self._people[i]
            if name.span.start < floor:
                break
            if scene and scene.start <= name.span.start < scene.end:
                continue
            if self._doc.is_quoted(name.span.start) or not self._may_be_meant(name, sex) or name.full in not_meant:
                continue
            if self._is_caption(name, at):
                continue
            here = self._doc.sentence_at(name.span.start)
            if here != sentence:
                found.append([])
                sentence = here
            found[-1].insert(0, name)
        return [_owners_last(self._doc.text, group) for group in found]

    def _is_caption(self, name: Name, at: int) -> bool:
        """Whether a name is a whole paragraph, and the pronoun stands in no sentence that opens the next one."""
        if self._doc.paragraph_at(name.span.start) != name.span:
            return False
        here, paragraph = self._doc.sentence_at(at), self._doc.paragraph_at(at)
        opens = here is not None and paragraph is not None and here.start == paragraph.start
        return not opens or bool(self._doc.text[name.span.end : here.start if here else at].strip())

    def _scene_before(self, at: int) -> Span | None:
        """The words from the beginning of a sentence to a pronoun that does what their participle tells.

        "After meeting Ada Holm, she left": whoever left met her.
        """
        sentence = self._doc.sentence_at(at)
        if sentence is None or self._doc.text[max(0, at - 2) : at] != ", ":
            return None
        opening = [
            w.casefold() for w in _WORD.findall(self._doc.text, sentence.start, min(at, sentence.start + _BEHIND))
        ]
        led = self._doc.lexicon.room(word_classes).participle_after
        words = [word for word in opening[:OPENING] if not word.endswith("ly")][:2]
        participle = next((i for i, word in enumerate(words) if word.endswith("ing")), None)
        told = participle == 0 or (participle == 1 and words[0] in led)
        return Span(sentence.start, at) if told else None

    def _may_be_meant(self, name: Name, sex: str) -> bool:
        """Whether it is a person of that sex, or one of a full name of whose sex nothing is told; no place."""
        told = self._sex(name)
        known = told == sex or (told is None and (" " in name.full or name.full in self._titled))
        return known and not self._is_place(name) and not self._is_of_another(name)

    @lazy
    def _titled(self) -> frozenset[str]:
        """The names of one word before which a role stands somewhere ("President Holm")."""
        alone = (name for name in self._people if name.role is not None and " " not in name.full)
        return frozenset(name.full for name in alone if small_share(name.full) < AT_TIMES)

    def _is_of_another(self, name: Name) -> bool:
        """Whether a name only tells whose body or whose helper is told of ("the Holm administration")."""
        behind = _WORD.match(self._doc.text, name.span.end + 1)
        if behind is None or not self._doc.text[name.span.end : behind.start()].isspace():
            return False
        return behind.group() in self._doc.lexicon.words("roles", "bodies") or self._is_of_helper(name)

    def _is_of_helper(self, name: Name) -> bool:
        """Whether a name tells whose helper speaks ("a Holm jobs aide", "the former Holm adviser")."""
        before = _WORD.findall(self._doc.text, max(0, name.span.start - _BEFORE), name.span.start)
        behind = self._adjoining(name.span.end)[:HELPER]
        low = [word.casefold() for word in before]
        if name.role is not None or not low:
            return False
        if low[-1] in speaker_words("past") and behind:
            return any(known_as(behind[0], kind) for kind in (NOUN, PLURAL))
        plain = next((i for i, word in enumerate(behind) if not word.islower()), len(behind))
        return not person_heads().isdisjoint(behind[:plain])

    def _adjoining(self, end: int) -> list[str]:
        """The words behind a name that only blanks part from it and from one another."""
        stretch = self._doc.text[end : end + _BEHIND]
        return _BARE.split(stretch, maxsplit=1)[0].split() if stretch[:1] == " " else []

    @lazy
    def _shown(self) -> frozenset[str]:
        """The full names that something shows to be a person's."""
        return frozenset(name.full for name in self._people if self._shows_person(name))

    def _shows_person(self, name: Name) -> bool:
        """Whether a given name, a role, a surname alone, an age, "who" or an apposition makes a person of a name."""
        first, *rest = name.surface.split()
        if name.role is not None or not rest or is_given_name(first) or rest[-1].rstrip(".").casefold() in GENERATIONS:
            return True
        behind = self._doc.text[name.span.end : name.span.end + _BEHIND]
        words = [word.casefold() for word in _WORD.findall(behind)]
        told = words[:1] and words[0] in speaker_words("relative_persons")
        apposed = behind.startswith(", ") and (behind[2:3].isdigit() or not person_heads().isdisjoint(words[:OPENING]))
        return bool(told) or apposed or self._is_apposed(name)

    def _is_apposed(self, name: Name) -> bool:
        """Whether a role stands before the comma before a name ("the nurse, Ada Holm")."""
        start = name.span.start
        words = _WORD.findall(self._doc.text, max(0, start - _BEHIND), start)
        return (
            self._doc.text[max(0, start - 2) : start] == ", " and bool(words) and words[-1].casefold() in person_heads()
        )

    @lazy
    def _told(self) -> dict[str, str]:
        return told_sexes(self._doc, self._people)

    def sex(self, full: str) -> str | None:
        """ "m" or "f" where a name, a word beside it or the article's own pronouns tell."""
        return self._doc.name_index.sex(full) or self._told.get(full) or self._meant_as.get(full)

    def learn(self, full: str, sex: str) -> None:
        """Notes that "he" or "she" meant somebody of whom nothing told it before."""
        self._meant_as.setdefault(full, sex)

    def _sex(self, name: Name) -> str | None:
        return self.sex(name.full) or sex_of(name.surface, name.role)

    def _is_place(self, name: Name) -> bool:
        """Whether a name says where something is ("in Marrow Raton", "Vintville, Mor."): nobody a pronoun means."""
        before = self._doc.text[max(0, name.span.start - 8) : name.span.start]
        words = before[:-1].split(" ")
        stands_in = before.endswith(" ") and len(words) > 1 and words[-1].lower() in self._stands_in
        if stands_in or " " in name.full:
            return stands_in
        behind = _WORD.match(self._doc.text, name.span.end + 2)
        of_state = (
            behind is not None and self._doc.text.startswith(", ", name.span.end) and behind.group() in place_words()
        )
        return of_state or before.endswith(", ")


@dataclass(frozen=True, slots=True)
class _Named:
    """Where the nearest sentence names who may be meant; `name` is None where two may be."""

    position: int
    name: Name | None


def _full(found: Name | Source) -> str:
    return found.full if isinstance(found, Name) else found.name


def _is_unnamed(source: Source | None) -> bool:
    """Whether nobody is named, or one of a kind ("a student")."""
    if source is None:
        return True
    return source.kind is SourceKind.ANONYMOUS and source.name.split()[0].casefold() in speaker_words("introducing")


def _is_of_other_sex(source: Source | None, sex: str) -> bool:
    """Whether a word for one without a name tells that a pronoun of that sex is another's ("a female cop": "he")."""
    return source is not None and sex_of_role(source.name) not in {sex, None}


def _is_definite(source: Source | None) -> bool:
    """Whether one is told of by a kind alone ("the friend"): no name in what that one said is the speaker's."""
    if source is None or source.kind is not SourceKind.ANONYMOUS or is_many(source):
        return False
    return source.name.split()[0].casefold() in speaker_words("definite")


def _may_be(heard: Heard, sex: str, not_meant: Container[str]) -> bool:
    who = heard.source
    return heard.sex in {sex, None} and who is not None and who.kind is SourceKind.PERSON and who.name not in not_meant


def _is_held(one: Heard, others: Sequence[Heard]) -> bool:
    """Whether another told what somebody said ("Lee said that Roe wrote so": Lee spoke)."""
    held = (other for other in others if other.source and one.source and other.source.name != one.source.name)
    return any(other.says(one.position) for other in held)


def _opens(text: str, sentence: Span, name: Name) -> bool:
    """Whether no word but a title stands before a name in its sentence."""
    start = name.role_span.start if name.role_span and name.role_span.start < name.span.start else name.span.start
    return not any(c.isalnum() for c in text[sentence.start : start])


def _phrase(words: Sequence[str], classes: WordClasses) -> Sequence[str]:
    """The words of a noun phrase behind its article: up to a preposition or another clause."""
    ends = (i for i, word in enumerate(words[:OPENING]) if word in classes.prepositions or word in classes.breaks)
    return words[: next(ends, OPENING)]


def _owners_last(text: str, names: list[Name]) -> list[Name]:
    """Names of one sentence; those that only own something ("Lee's claim") give way to the others."""
    others = [n for n in names if text[n.span.end : n.span.end + 2] not in _POSSESSIVES]
    return others or names
