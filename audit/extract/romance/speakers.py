"""Whom a phrase beside a verb of saying means: a person, a body, an outlet, somebody without a name.

Invariant: a name comes from the article; a phrase that is not read to its end means nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from audit.extract.reading import Document
from audit.extract.romance.speech import CAPITAL, SAID, WORD, Speech, plain, speech_of
from audit.lazy import lazy
from audit.records import CARRIERS, Anonymity, Certainty, Source, SourceKind, Span

_STOP = re.compile(rf"[,.;:!?()\[\]—–…»«“”\"\n{SAID}]")
_FIRST = re.compile(rf"(?:{WORD})(?: (?:{WORD}))?")
_CAPITALS = re.compile(rf"(?<![\w'-]){CAPITAL}|(?<=\b[dDO]'){CAPITAL}|(?<=-){CAPITAL}")
_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,6}")
_INITIAL = re.compile(rf"\b{CAPITAL}$")
LONGEST = 110
"""Characters of the longest phrase for a speaker."""
MOST_WORDS = 10
"""Words of the longest phrase for somebody without a name."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who speaks: the words for him, the source they mean where that is known, and what else they tell.

    `sex` is "m" or "f" where an article, a title or a pronoun tells it.
    """

    span: Span
    source: Source | None
    certainty: Certainty = Certainty.NAMED
    title: str | None = None
    sex: str | None = None
    counted: bool = False

    @property
    def anonymity(self) -> Anonymity | None:
        """How far up the ladder the source stands."""
        if self.source is None or self.source.kind in CARRIERS:
            return None
        if self.source.kind in {SourceKind.PERSON, SourceKind.DOCUMENT}:
            return Anonymity.G0
        if self.source.kind is SourceKind.ORGANISATION:
            return Anonymity.G1
        return Anonymity.G3 if self.source.kind is SourceKind.ANONYMOUS else Anonymity.G4


@dataclass(frozen=True, slots=True)
class _Heard:
    """Somebody who spoke, and where."""

    at: int
    paragraph: int
    who: Who


class Speakers:
    """Reads the phrases for speakers of one article, from its beginning to its end."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.speech: Speech = doc.lexicon.room(speech_of)
        self.open = plain(doc.text)
        self.masked = _masked(self.open, doc.quoted)
        self._heard: list[_Heard] = []
        self._titles: dict[str, str] = {}
        self._sexes: dict[str, str] = {}
        self._people: dict[str, list[str]] = {}
        self._starts = [p.start for p in doc.paragraphs]

    def at(self, start: int, limit: int, text: str | None = None) -> Who | None:
        """The speaker whose words begin at a place and end before a stop, a time or a place; None where unsure."""
        text = self.masked if text is None else text
        limit = min(limit, start + LONGEST)
        found = (
            self._pronoun(text, start, limit)
            or self._titled(text, start, limit)
            or self.outlet(text, start, limit)
            or self._named(text, start, limit)
            or self._described(text, start, limit)
        )
        return found if found and self.closes(text, found.span.end, limit) else None

    def closes(self, text: str, end: int, limit: int) -> bool:
        """Whether a phrase may end at a place."""
        if end >= limit or _STOP.match(text, end):
            return True
        if text[end] != " ":
            return False
        return bool(_STOP.match(text, end + 1) or self.speech.behind.match(text, end))

    # -- kinds of phrases

    def _pronoun(self, text: str, start: int, limit: int) -> Who | None:
        found = self.speech.pronoun.match(text, start, limit)
        if found is None:
            return None
        span = Span(*found.span())
        return self.meant(span, self.sex_of(span.of(text)))

    def _titled(self, text: str, start: int, limit: int) -> Who | None:
        """ "M. Delattre", "la señora Ruiz"."""
        title = self.speech.title.match(text, start, limit)
        name = self.speech.name.match(text, title.end(), limit) if title else None
        if title is None or name is None:
            return None
        full = self._full(name.group()) or name.group()
        words = title.group().split()
        sex = next((s for word in reversed(words) if (s := self.sex_of(word))), None)
        return self._person(Span(start, name.end()), full, name.group(), sex=sex)

    def outlet(self, text: str, start: int, limit: int) -> Who | None:
        """An outlet by its name, alone or behind the noun of its kind ("le quotidien Le Parisien")."""
        noun = self.speech.outlet_noun.match(text, start, limit)
        if noun is not None:
            return self._outlet_behind(text, start, noun, limit)
        article = self.speech.article.match(text, start, limit)
        if article and article.group()[:1].isupper() and (who := self._outlet_named(text, start, start, limit)):
            return who
        at = article.end() if article else start
        return self._outlet_named(text, start, at, limit) or self._outlet_by_noun(text, start, at, limit)

    def _outlet_by_noun(self, text: str, start: int, at: int, limit: int) -> Who | None:
        """A name that opens with the noun of its kind ("Cadena Vega", "Radio Vance")."""
        name = self.speech.name.match(text, at, limit)
        first, _, rest = name.group().lower().partition(" ") if name else ("", "", "")
        if name is None or not rest or first not in self.speech.outlet_nouns:
            return None
        kind = SourceKind.AGENCY if first in self.speech.agencies else SourceKind.OUTLET
        return Who(Span(start, name.end()), Source(name.group(), kind, (name.group(),)))

    def _outlet_behind(self, text: str, start: int, noun: re.Match[str], limit: int) -> Who | None:
        if who := self._outlet_named(text, start, noun.end(), limit):
            return who
        name = self.speech.name.match(text, noun.end(), limit)
        if name is None or self.doc.outlets.resolve(name.group()):
            return None
        kind = SourceKind.AGENCY if noun[1].lower() in self.speech.agencies else SourceKind.OUTLET
        return Who(Span(start, name.end()), Source(name.group(), kind, (name.group(),)))

    def _outlet_named(self, text: str, start: int, at: int, limit: int) -> Who | None:
        """The longest name of a known outlet at a place, with one of the articles that papers bear before it or not."""
        name = self.speech.name.match(text, at, limit)
        for end in _ends(name) if name else ():
            words = text[at:end]
            contracted = at > start or not words.startswith(self.speech.capital_articles)
            for form in (words, *(f"{a} {words}" for a in self.speech.capital_articles if contracted)):
                outlet = self.doc.outlets.resolve(form)
                if outlet is not None and words not in outlet.surnames and self.closes(text, end, limit):
                    return Who(Span(start, end), Source(outlet.name, outlet.kind, (words,)))
        return None

    def _named(self, text: str, start: int, limit: int) -> Who | None:
        """A name without an article: of a person in full, or of one whom the article names in full elsewhere."""
        name = self.speech.name.match(text, start, limit)
        if name is None or self.speech.article.match(text, start, limit):
            return None
        words = name.group()
        if words.split()[0].lower() in self.speech.small:
            return None
        if self._is_body(words):
            return self._body(text, start, start, limit)
        if len(_CAPITALS.findall(words)) < 2:
            full = self._full(words)
            return self._person(Span(start, name.end()), full, words) if full else None
        return self._person(Span(start, name.end()), words, words)

    def _described(self, text: str, start: int, limit: int) -> Who | None:
        """A phrase that opens with an article or a small noun: an office, a body, somebody without a name."""
        definite = self.speech.article.match(text, start, limit)
        other = self.speech.indefinite.match(text, start, limit) if definite is None else None
        head = definite or other
        at = head.end() if head else start
        if definite and (name := self.speech.name.match(text, at, limit)):
            return self._body(text, start, at, limit) if self._is_body(name.group()) else None
        noun = self._noun(text, at, limit) if head else self._bare_noun(text, at, limit)
        if noun is None:
            return None
        return self._of_noun(text, Span(start, self._end(text, at, limit)), at, noun, definite=definite is not None)

    def _of_noun(self, text: str, phrase: Span, at: int, noun: str, *, definite: bool) -> Who | None:
        """What a phrase means, by the noun at its head."""
        speech, words = self.speech, text[at : phrase.end]
        if noun in speech.organisations or noun in speech.documents:
            kind = SourceKind.DOCUMENT if noun in speech.documents else SourceKind.ORGANISATION
            return Who(phrase, Source(words, kind, (words,))) if _is_short(words) else None
        if noun in speech.media:
            return Who(
                phrase, Source(phrase.of(text).lower() if at == phrase.start else phrase.of(text), SourceKind.VAGUE)
            )
        if found := self._bearer(text, phrase, at, noun):
            return found
        if noun not in speech.roles | speech.unnamed or not _is_short(words) or self._names_somebody(text, phrase, at):
            return None
        if definite:
            return self._by_office(phrase, noun, self.sex_of(text[phrase.start : at]))
        whole = phrase.of(text)
        return Who(
            phrase,
            Source(whole[:1].lower() + whole[1:], SourceKind.ANONYMOUS, (whole,)),
            counted=bool(speech.counted.match(text, phrase.start)),
        )

    def _bearer(self, text: str, phrase: Span, at: int, noun: str) -> Who | None:
        """The person named at the end of a phrase, or behind the comma that follows it."""
        sex = self.sex_of(text[phrase.start : at])
        for name in self.speech.name.finditer(text, at, phrase.end):
            start = self._past_body(text, name, at)
            if start is None:
                continue
            bearer = text[start : phrase.end]
            whole = self.speech.name.fullmatch(bearer) if not self.doc.outlets.resolve(bearer) else None
            full = bearer if len(_CAPITALS.findall(bearer)) > 1 else self._full(bearer) or bearer
            if whole is None or (noun not in self.speech.roles and " " not in bearer):
                return None
            return self._person(phrase, full, bearer, title=text[at:start].strip(" ,"), sex=sex, noun=noun)
        if text[phrase.end : phrase.end + 2] != ", " or noun not in self.speech.roles:
            return None
        return self._apposed(text, phrase, at, noun, sex)

    def _apposed(self, text: str, phrase: Span, at: int, noun: str, sex: str | None) -> Who | None:
        """ "le maire de Vaubrun, Paul Delattre", "la ministre, Mme Bonnet": the name behind the comma."""
        titled = self.speech.title.match(text, phrase.end + 2)
        name = self.speech.name.match(text, titled.end() if titled else phrase.end + 2)
        words = name.group() if name else ""
        if name is None or (titled is None and len(_CAPITALS.findall(words)) < 2) or self._is_body(words):
            return None
        span, title = Span(phrase.start, name.end()), text[at : phrase.end].strip()
        return self._person(span, self._full(words) or words, words, title=title, sex=sex, noun=noun)

    def _past_body(self, text: str, name: re.Match[str], floor: int) -> int | None:
        """Where the bearer's name begins in a run of capitals; None where that belongs to an office ("of Norwick")."""
        before = text[max(floor, name.start() - 8) : name.start() + 1]
        if not self.speech.of_body.search(before):
            return name.start()
        first, _, rest = name.group().partition(" ")
        portfolio = first in self.speech.portfolios and len(_CAPITALS.findall(rest)) > 1
        return name.end() - len(rest) if portfolio else None

    def _names_somebody(self, text: str, phrase: Span, at: int) -> bool:
        """Whether capitals that are no office's stand in a phrase: somebody is named whom no rule reads."""
        names = (name for name in self.speech.name.finditer(text, at, phrase.end) if name.start() > at)
        return any(not self.speech.of_body.search(text[max(at, n.start() - 8) : n.start() + 1]) for n in names)

    def _body(self, text: str, start: int, at: int, limit: int) -> Who | None:
        """A body by its own name: initials, or a noun of bodies with a capital."""
        end = self._end(text, at, limit)
        words = text[at:end]
        return Who(Span(start, end), Source(words, SourceKind.ORGANISATION, (words,))) if _is_short(words) else None

    def _by_office(self, phrase: Span, noun: str, sex: str | None) -> Who:
        """ "le maire": the one person whom the article has called so before."""
        bearers = {full for full, title in self._titles.items() if title == noun}
        one = next(iter(bearers)) if len(bearers) == 1 else None
        source = self._source(one) if one else None
        return Who(phrase, source, Certainty.RESOLVED, sex=sex)

    # -- small questions

    def _noun(self, text: str, at: int, limit: int) -> str | None:
        """The noun at the head of a phrase, of two words where the tables know both together."""
        first = _FIRST.match(text, at, limit)
        if first is None or not first.group()[0].islower():
            return None
        known = self.speech.roles | self.speech.organisations
        return first.group() if first.group() in known else first.group().split()[0]

    def _bare_noun(self, text: str, at: int, limit: int) -> str | None:
        """A noun without an article: only one that the tables know ("fuentes cercanas", "medios locales")."""
        known = self.speech.roles | self.speech.unnamed | self.speech.media | self.speech.organisations
        noun = self._noun(text, at, limit)
        return noun if noun in known else self._opening_noun(text, at, limit)

    def _opening_noun(self, text: str, at: int, limit: int) -> str | None:
        """The noun without an article that opens a sentence, a small word behind it ("Fuentes del ministerio")."""
        first = _FIRST.match(text, at, limit)
        word, _, behind = (first.group() if first else "").partition(" ")
        known = word.lower() in self.speech.unnamed | self.speech.media | self.speech.roles
        return word.lower() if known and behind[:1].islower() else None

    def _end(self, text: str, at: int, limit: int) -> int:
        """Where a phrase ends: at a stop, or before a word that says when, where or to whom."""
        stop = _STOP.search(text, at, limit)
        if stop and text[stop.start()] == "." and _INITIAL.search(text, at, stop.start()):
            stop = _STOP.search(text, stop.end(), limit)
        end = stop.start() if stop else limit
        behind = (m.start() for m in self.speech.behind.finditer(text, at, end))
        end = next((b for b in behind if not self.speech.reaching.search(text[max(at, b - 24) : b])), end)
        return at + len(text[at:end].rstrip())

    def _is_body(self, words: str) -> bool:
        """Whether a name is a body's: initials, or a noun of bodies at its head."""
        first = words.split()[0]
        return bool(_INITIALS.fullmatch(first)) or first.lower() in self.speech.organisations

    def sex_of(self, words: str) -> str | None:
        word = words.strip().lower()
        return "m" if word in self.speech.male else "f" if word in self.speech.female else None

    # -- people

    def _person(
        self, span: Span, full: str, surface: str, *, title: str | None = None, sex: str | None = None, noun: str = ""
    ) -> Who:
        spellings = self._people.setdefault(full, [full])
        if surface not in spellings:
            spellings.append(surface)
        if noun:
            self._titles.setdefault(full, noun)
        if sex:
            self._sexes.setdefault(full, sex)
        return Who(span, self._source(full), title=title, sex=sex or self._sexes.get(full))

    def _source(self, full: str) -> Source:
        return Source(full, SourceKind.PERSON, tuple(self._people.get(full, (full,))))

    def entitle(self, who: Who, remark: str) -> Who:
        """A person with the office that a remark behind the name tells (", directrice de la régie")."""
        if who.source is None or who.source.kind is not SourceKind.PERSON or who.title:
            return who
        words = self.speech.article.sub("", remark, count=1) if self.speech.article.match(remark) else remark
        noun = self._noun(words, 0, len(words))
        if noun not in self.speech.roles:
            return who
        self._titles.setdefault(who.source.name, noun)
        return replace(who, title=words)

    @lazy
    def _full_names(self) -> dict[str, set[str]]:
        """The last words of names of two capitals and more in the article's own words -> those names."""
        found: dict[str, set[str]] = {}
        for name in self.speech.name.finditer(self.masked):
            words = self._without_opening(name.group())
            if len(_CAPITALS.findall(words)) > 1 and not self._is_body(words) and not self.doc.outlets.resolve(words):
                for last in _surnames(words):
                    found.setdefault(last, set()).add(words)
        return found

    def _without_opening(self, words: str) -> str:
        """A run of capitals without a title, and without the small word that opens its sentence ("Selon M. Roy")."""
        if title := self.speech.title.match(words):
            return words[title.end() :]
        first, _, rest = words.partition(" ")
        return rest if rest and first.lower() in self.speech.small else words

    def _full(self, surname: str) -> str | None:
        """The one full name of the article that ends like this; None where none does, or two."""
        names = self._full_names.get(surname, set())
        return next(iter(names)) if len(names) == 1 else None

    def people(self) -> tuple[Source, ...]:
        """Those who were named in full beside what they said."""
        return tuple(self._source(full) for full in sorted(self._people) if " " in full)

    # -- who spoke before

    def hear(self, who: Who, at: int) -> None:
        """Notes that somebody spoke."""
        self._heard.append(_Heard(at, self._paragraph(at), who))

    def meant(self, span: Span, sex: str | None) -> Who:
        """Whom a pronoun means, or a verb without a subject: who spoke last, in this paragraph or the one before.

        Nobody, where the last is no person, of another sex, or where another person has been named since.
        """
        last = self._heard[-1] if self._heard else None
        if last is None or last.who.source is None or last.who.source.kind is not SourceKind.PERSON:
            return Who(span, None, Certainty.RESOLVED, sex=sex)
        known = last.who.sex or self._sexes.get(last.who.source.name)
        near = self._paragraph(span.start) - last.paragraph <= 1
        if not near or (sex and known and sex != known) or self._others_since(last, span.start):
            return Who(span, None, Certainty.RESOLVED, sex=sex)
        return Who(span, last.who.source, Certainty.RESOLVED, last.who.title, sex or known)

    def _others_since(self, last: _Heard, until: int) -> bool:
        """Whether another person's full name stands between whom we heard last and a place."""
        mine = set(_surnames(last.who.source.name)) if last.who.source else set()
        return any(not mine & {*_surnames(name)} for name in self._names_between(last.at, until))

    def _names_between(self, start: int, end: int) -> Iterator[str]:
        for name in self.speech.name.finditer(self.masked, start, max(start, end)):
            words = self._without_opening(name.group())
            if len(_CAPITALS.findall(words)) > 1 and not self._is_body(words) and not self.doc.outlets.resolve(words):
                yield words

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._starts, at)


def _ends(name: re.Match[str]) -> Iterator[int]:
    """The ends of the words of a run of capitals, the last first."""
    blanks = [m.start() for m in re.finditer(" ", name.group())]
    yield name.end()
    yield from (name.start() + at for at in reversed(blanks))


def _surnames(full: str) -> tuple[str, ...]:
    """What a person of a full name may be called by: its last word, and all but the first."""
    words = full.split()
    return tuple(dict.fromkeys((words[-1], " ".join(words[1:]))))


def _is_short(words: str) -> bool:
    return 0 < len(words.split()) <= MOST_WORDS


def _masked(text: str, quoted: tuple[Span, ...]) -> str:
    """The text with marked words and their marks blotted out, letter for letter."""
    parts: list[str] = []
    at = 0
    for inner in quoted:
        start, end = _with_marks(text, inner)
        start = max(start, at)
        parts += (text[at:start], SAID * (end - start))
        at = end
    return "".join((*parts, text[at:]))


def _with_marks(text: str, inner: Span) -> Span:
    start, end = inner
    before = start - 1 if text[start - 1 : start] == " " else start
    behind = end + 1 if text[end : end + 1] == " " else end
    start = before - 1 if before and not text[before - 1].isalnum() and text[before - 1] != " " else start
    end = behind + 1 if text[behind : behind + 1] in _MARKS else end
    return Span(start, end)


_MARKS = frozenset("\"“”„‟«»‘’‚‛'`‹›")


def sentence_marks(doc: Document, sentence: Span) -> list[Span]:
    """The marked stretches of a sentence, without their marks."""
    low, high = (bisect_left(doc.quoted, at, key=lambda q: q.start) for at in sentence)
    return list(doc.quoted[low:high])
