"""Names of outlets, agencies, platforms and aggregators in one article, and which of those that share a name is meant.

Known names come from the table of outlets; a name that ends like an outlet's ("the Brackwater Courier") is one too
where a phrase of credit stands beside it. Unknown beats wrong: a shared name that nothing decides is a source unseen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from audit.extract.credits.definite import again_named, find_definite, is_called_outlet
from audit.extract.credits.outlet_mention import OutletMention, named_as_agency
from audit.extract.credits.programmes import find_programmes
from audit.extract.reading import Document
from audit.extract.sources.capitals import word_set
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import article_before, definite_article, opens_with_article
from audit.ids import name_key
from audit.lazy import lazy
from audit.lexicon.counts import small_share
from audit.lexicon.language import Lexicon
from audit.lexicon.outlets import Named, Outlet
from audit.records import Source, SourceKind, Span
from audit.text.patterns import Phrases, phrases_of, whole_words
from audit.text.spans import meets_any, merge_spans

OFTEN_SMALL = 0.5  # share of its uses in which a word stands without a capital: more than this is an everyday word


def _generic_platforms(lexicon: Lexicon) -> Phrases:
    return phrases_of(lexicon.words("credits", "generic_platforms"))


_STOPS = frozenset(".!?")
_CALL_SIGN = re.compile(r"[KW](?<=\b[KW])[A-Z]{3}\b")


def _station_names(lexicon: Lexicon) -> Phrases:
    """ "Channel 12"; a call sign of four capitals."""
    stations = lexicon.words("credits", "stations")
    sign = rf"(?P<sign>{_CALL_SIGN.pattern})(?:-(?:TV|FM|AM))?(?: (?:News|Radio|TV))?"
    return phrases_of(stations, rf"(?:{sign}|{whole_words(stations)} \d{{1,3}})\b(?![-’'&])")


class Carriers:
    """All mentions of outlets in one article, in order."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._lexicon = doc.lexicon
        self.outlets = doc.outlets

    @lazy
    def publisher(self) -> Outlet | None:
        """Who published the article, by name or else by its address."""
        article = self._doc.article
        named = self.outlets.resolve(article.publisher) if article.publisher else None
        host = (article.url or "").partition("://")[2].partition("/")[0]
        return named or (self.outlets.by_domain(host) if host else None)

    @lazy
    def _named(self) -> tuple[Named, ...]:
        return tuple(self.outlets.named_in(self._doc.text, words=self._doc.vocabulary))

    @lazy
    def all(self) -> tuple[OutletMention, ...]:
        """Every mention in the stretches that mentions are taken from."""
        read = [c for n in self._named if self._doc.sentence_at(n.span.start) for c in self._read(n)]
        aired = list(self._programmes())
        titled = merge_spans(c.span for c in aired)
        known = [*(c for c in read if not meets_any(c.span, titled)), *aired]
        taken = merge_spans(c.span for c in known)
        known += self._nameless()
        shaped = [c for c in (*self._stations(), *self._shaped()) if not meets_any(c.span, taken)]
        named = sorted((*known, *shaped), key=lambda c: c.span)
        again = (
            OutletMention(place, again_named(self._doc.text, place, last), own=last.own)
            for place, last in find_definite(self._doc, named)
        )
        return tuple(sorted((*named, *again), key=lambda c: c.span))

    def _programmes(self) -> Iterator[OutletMention]:
        """Programmes in marks, each as the outlet that airs it."""
        named = [(n.span, n.outlets[0]) for n in self._named if len(n.outlets) == 1]
        for span, outlet in find_programmes(self._doc, self.outlets, named).items():
            if self._doc.sentence_at(span.start):
                source = Source(outlet.name, outlet.kind, (span.of(self._doc.text),))
                yield OutletMention(span, source, own=outlet == self.publisher, title=True)

    def _nameless(self) -> list[OutletMention]:
        """Platforms without a name: "on social media"."""
        hits = (Span(*m.span()) for m in self._doc.find(self._lexicon.room(_generic_platforms)))
        words = ((h, h.of(self._doc.text)) for h in hits if self._doc.sentence_at(h.start))
        return [OutletMention(h, Source(w, SourceKind.PLATFORM, (w,))) for h, w in words]

    def _stations(self) -> Iterator[OutletMention]:
        """Stations by number or call sign: "Channel 12", "KXQA-TV"; a phrase of credit beside them makes them one."""
        names, text = self._lexicon.room(_station_names), self._doc.text
        others = self._lexicon.words("credits", "not_stations")
        for found in names.pattern.finditer(text) if _CALL_SIGN.search(text) else self._doc.find(names):
            if found["sign"] not in others and self._doc.sentence_at(found.start()):
                yield self._unknown(Span(*found.span()))

    def _read(self, named: Named) -> Iterator[OutletMention]:
        """The carrier that a known spelling stands for; nothing where it is a word, a surname or part of a name."""
        text = self._doc.text
        if self._is_part(named):
            return
        longer = self._longer(named.span) if len(named.span.of(text).split()) <= 2 else None
        if longer is not None:
            if outlet_like(longer.of(text), self._lexicon):
                yield self._unknown(longer)
        elif not (named.doubtful and self._is_word(named)) or is_called_outlet(self._doc, named.span):
            yield self._resolved(named)

    def _is_part(self, named: Named) -> bool:
        """Whether a spelling is a piece of another name: a short one of "the National Rifle Club", "Burlington Free
        Press"; one of everyday words of a body's ("the Foreign Affairs Committee")."""
        text, span = self._doc.text, named.span
        if self._opens_body(span) or self._shortens_another(named):
            return True
        if not named.short:
            return False
        after = self._lexicon.pattern("credit_patterns", "next_capital").match(text, span.end)
        goes_on = after is not None and after[1].casefold() not in word_set("not_names")
        known = (self._doc.full_name(after[1], span.end) or "").split() if after else []
        if after and len(known) > 1 and known[-1] == after[1] and not text.endswith(known[-2], 0, span.end):
            goes_on = False  # somebody: "told the Post Sessions did not"
        return goes_on or (len(span.of(text).split()) > 1 and self._in_title(span.start))

    def _shortens_another(self, named: Named) -> bool:
        """Whether letters that shorten a held name shorten a body's that the text spells out."""
        letters = named.span.of(self._doc.text)
        if not (letters.isupper() and letters.isalpha() and named.outlets[0].key in self.outlets.held):
            return False
        body = self._doc.name_index.spelled_out(letters)
        return body is not None and name_key(body) != name_key(named.outlets[0].name)

    def _opens_body(self, span: Span) -> bool:
        """Whether words that news mostly writes small begin the name of a body: up to its noun all have capitals."""
        body = self._lexicon.pattern("credit_patterns", "goes_on_in_capitals").match(self._doc.text, span.end)
        nouns = self._lexicon.words("credits", "body_nouns")
        if body is None or nouns.isdisjoint(body.group().casefold().split()):
            return False
        words = span.of(self._doc.text).split()
        return all(small_share(word) > OFTEN_SMALL for word in words if not opens_with_article(f"{word} "))

    @lazy
    def namesakes(self) -> tuple[tuple[Span, str], ...]:
        """Mentions of people whose surname is an outlet's name, with their full names."""
        lone = (n for n in self._named if n.doubtful and len(n.outlets) == 1 and self._doc.sentence_at(n.span.start))
        return tuple((n.span, full) for n in lone if (full := self._person(n)))

    def _person(self, named: Named) -> str | None:
        """The full name of the person whom a lone surname names."""
        surface = named.span.of(self._doc.text)
        full = None if opens_with_article(surface) else self._doc.full_name(surface, named.span.start)
        longer = full is not None and len(full.split()) > 1 and self.outlets.resolve(full) is None
        return full if longer else None

    def _longer(self, span: Span) -> Span | None:
        """The longer capitalised name of which `span` is only the end: "the Aspen Times"."""
        text = self._doc.text
        bare = opens_with_article(span.of(text))
        if bare or len(span.of(text).split()) > 1:
            return None
        names = self._doc.names_in(Span(max(0, span.start - 60), span.start))
        name = names[-1].span if names else None
        return name if name and name.start < span.start and name.end >= span.end else None

    def _is_word(self, named: Named) -> bool:
        """Whether an everyday word or a surname is just that here."""
        text, doc = self._doc.text, self._doc
        surface = named.span.of(text)
        article = opens_with_article(surface)
        if named.word and (len(named.outlets) > 1 or named.short) and not article:
            return True
        if self._person(named) or (article and self._in_title(named.span.start)):
            return True
        if not named.word:
            return False
        sentence = doc.sentence_at(named.span.start)
        first = sentence is not None and not any(c.isalnum() for c in text[sentence.start : named.span.start])
        return first and not article and surface.istitle() and self._places.get(surface, 0) < 1

    def _in_title(self, at: int) -> bool:
        """Whether the word right before is capitalised as in a title: "Face the Nation"."""
        before = self._doc.text[max(0, at - 20) : at].split(" ")[-2:]
        word = before[0] if len(before) == 2 and not before[1] else ""
        sentence = self._doc.sentence_at(at)
        if sentence is None or at - len(word) - 1 <= sentence.start:
            return False  # the first word of a sentence has its capital anyway
        return word[:1].isupper() and word.isalpha() and word.casefold() not in word_set("not_names")

    @lazy
    def _places(self) -> dict[str, int]:
        """How often each spelling stands capitalised within a sentence, where only a name does."""
        counts: dict[str, int] = {}
        for named in self._named:
            if self._is_within(named.span.start):
                surface = named.span.of(self._doc.text)
                counts[surface] = counts.get(surface, 0) + 1
        return counts

    def _is_within(self, at: int) -> bool:
        """Whether words stand before a place in its sentence, the last without a stop: not "He left. People came"."""
        sentence = self._doc.sentence_at(at)
        before = self._doc.text[sentence.start : at].rstrip() if sentence else ""
        return any(c.isalnum() for c in before) and before[-1] not in _STOPS

    def _resolved(self, named: Named) -> OutletMention:
        surface = named.span.of(self._doc.text)
        local = self._local(surface) if len(named.outlets) > 1 or named.doubtful else None
        if local is not None:
            source = Source(local, _shape_kind(local, self._lexicon), (surface,))
            return OutletMention(named.span, source, known=False, own=self._is_own(local))
        station = self._lexicon.pattern("credit_patterns", "station_number").match(self._doc.text, named.span.end)
        if station and len(surface.split()) == 1:
            return self._unknown(Span(named.span.start, station.end()))
        alone = len(named.outlets) == 1 and not self._is_noun_of_held(named)
        outlet = named.outlets[0] if alone else self._choose(named)
        if outlet is None and is_called_outlet(self._doc, named.span):
            return self._unknown(named.span)
        if outlet is None:
            return OutletMention(named.span, Source(surface, SourceKind.UNSEEN, (surface,)))
        source = Source(outlet.name, outlet.kind, (surface,))
        return OutletMention(named.span, source, own=outlet == self.publisher)

    def _is_noun_of_held(self, named: Named) -> bool:
        """Whether no more than the noun of a held paper is named: "the Herald" may be another one's."""
        word = named.span.of(self._doc.text).split()[-1].casefold()
        held = named.short and named.outlets[0].key in self.outlets.held
        return held and word in self._lexicon.words("credits", "outlet_nouns")

    def _choose(self, named: Named) -> Outlet | None:
        """Which of several is meant: one that the article names, links to or is; else the only one of its country."""
        keys = {o.key: o for o in named.outlets}
        places = {key: self._plain[key] for key in keys if key in self._plain}
        last = self._last_named(places, named.span.start)
        linked = next((key for key in self._cited if key in keys), None)
        first = min(places, key=lambda key: places[key][0], default=None)
        key = last or linked or first
        return keys[key] if key else self._at_home(keys)

    def _last_named(self, places: dict[str, list[int]], at: int) -> str | None:
        """The outlet that was named in full last before a place."""
        before = {key: starts[n - 1] for key, starts in places.items() if (n := bisect_left(starts, at))}
        return max(before, key=lambda key: before[key], default=None)

    def _at_home(self, keys: dict[str, Outlet]) -> Outlet | None:
        """The publisher where it is one of them, else the only one of its country."""
        home = self.publisher
        if home is None or home.key in keys:
            return home
        native = [o for o in keys.values() if home.country and o.country == home.country]
        return native[0] if len(native) == 1 else None

    @lazy
    def _plain(self) -> dict[str, list[int]]:
        """Where each outlet is named by a spelling that can mean it alone."""
        places: dict[str, list[int]] = {}
        for named in self._named:
            if len(named.outlets) == 1 and not self._is_noun_of_held(named):
                places.setdefault(named.outlets[0].key, []).append(named.span.start)
        return places

    @lazy
    def _cited(self) -> dict[str, None]:
        """The outlets that the article links to, in order."""
        linked = (self._linked(link.target_url) for link in self._doc.article.links)
        return {outlet.key: None for outlet in linked if outlet}

    def _linked(self, url: str) -> Outlet | None:
        return self.outlets.by_domain(url.partition("://")[2].partition("/")[0])

    def by_link(self, url: str) -> Outlet | None:
        """The outlet that an address belongs to."""
        return self._linked(url)

    @lazy
    def _locals(self) -> dict[str, str]:
        """Last words of outlets that no table tells of ("the Express" after "the Delta Express")."""
        spellings = (n.surface for n in self._doc.names if len(n.surface.split()) > 1 and self._is_shaped(n.surface))
        unknown = [s for s in spellings if self.outlets.resolve(s) is None]
        held = [n.outlets[0].name for n in self._named if n.outlets[0].key in self.outlets.held and not n.short]
        listed = self.publisher is not None and self.publisher.key not in self.outlets.held
        own = [self._doc.article.publisher] if self._doc.article.publisher and not listed else []
        shaped = (name for name in (*unknown, *held, *own) if outlet_like(name, self._lexicon))
        return {name.split()[-1].casefold(): _with_article(name) for name in shaped}

    def _local(self, surface: str) -> str | None:
        return self._locals.get(surface.split()[-1].casefold()) if opens_with_article(surface) else None

    def _shaped(self) -> Iterator[OutletMention]:
        """Names that end like an outlet's and are in no table."""
        for name in self._doc.names:
            if len(name.surface.split()) > 1 and self._is_shaped(name.surface):
                yield self._unknown(name.span)
            elif name.surface.casefold() in self._locals and article_before(self._doc.text, name.span.start):
                yield self._unknown(name.span, self._locals[name.surface.casefold()])
            elif self._is_told_outlet(name):
                yield self._unknown(name.span)

    def _is_told_outlet(self, name: Name) -> bool:
        """Whether its shape, its place or the words beside it make a name an outlet's."""
        if self._is_periodical(name):
            return True
        long = name.span.end - name.span.start > 2
        return long and (bool(self._described(name.span)) or name.surface in self._called)

    def is_told_outlet(self, mention: Span) -> bool:
        """Whether a mention is an outlet's by its shape, its place or the words beside it."""
        return any(self._is_told_outlet(name) for name in self._doc.names_in(mention) if name.span.end == mention.end)

    def _is_periodical(self, name: Name) -> bool:
        """Whether its place in the text makes a name that of a paper: "on page 9 of Umland"; "told Der Umkreis"."""
        if name.surface in self._periodicals:
            return True
        document = name.surface.split()[-1].casefold() in self._lexicon.words("credits", "told_documents")
        return not document and name.span.start in self._behind_pages

    @lazy
    def _behind_pages(self) -> frozenset[int]:
        """Where "on page 9 of" ends."""
        pages = self._lexicon.pattern("credit_patterns", "page_of").finditer(self._doc.text)
        return frozenset(page.end() for page in pages)

    @lazy
    def _periodicals(self) -> frozenset[str]:
        """Names with the article of another language to whom somebody spoke: they are a paper's throughout."""
        foreign = self._lexicon.pattern("credit_patterns", "foreign_title")
        told, tells = (self._lexicon.pattern("credit_patterns", p) for p in ("told_a_paper", "tells_as_paper"))
        names = (n for n in self._doc.names if n.kind is SourceKind.PERSON and foreign.fullmatch(n.surface))
        text = self._doc.text
        spoken = (
            n
            for n in names
            if told.search(text, max(0, n.span.start - 30), n.span.start) or tells.match(text, n.span.end)
        )
        return frozenset(n.surface for n in spoken)

    @lazy
    def _held_words(self) -> tuple[tuple[frozenset[str], Outlet], ...]:
        """The words of each held name that no table tells of."""
        held = (one for one in self.outlets.outlets if one.key in self.outlets.held)
        return tuple((frozenset(one.name.casefold().split()), one) for one in held)

    def held_as(self, words: str) -> Outlet | None:
        """The one held house whose name has all these words: "office of the governor", of that of Kestria."""
        wanted = frozenset(words.casefold().split()) - {definite_article().casefold()}
        found = [house for name, house in self._held_words if wanted <= name] if len(wanted) > 1 else []
        return found[0] if len(found) == 1 else None

    @lazy
    def _called(self) -> frozenset[str]:
        """Names that the text calls an outlet somewhere: they are one throughout. Known ones are read elsewhere."""
        ends = {named.span.end for named in self._named}
        called = (name for name in self._doc.names if is_called_outlet(self._doc, name.span))
        return frozenset(name.surface for name in called if name.span.end not in ends)

    def _is_shaped(self, surface: str) -> bool:
        """Whether a name ends like an outlet's and holds no known one ("Washington Post-ABC News")."""
        if not outlet_like(surface, self._lexicon):
            return False
        known = self.outlets.named_in(surface.replace("-", " "))
        return not any(len(n.outlets) == 1 and not n.doubtful for n in known)

    def _unknown(self, span: Span, name: str | None = None) -> OutletMention:
        text = self._doc.text
        article = article_before(text, span.start)
        wide = Span(span.start - len(article), span.end)
        described = self._described(span)
        kind = _shape_kind(name or span.of(text) + described, self._lexicon)
        name = name or (article.capitalize() if not described else "") + span.of(text) + described
        own = self._is_own(name)
        return OutletMention(wide, Source(name, kind, (wide.of(text),)), known=False, own=own)

    def _is_own(self, name: str) -> bool:
        """Whether a name is that of the article's publisher."""
        return name_key(name) == name_key(self._doc.article.publisher or "")

    def _described(self, span: Span) -> str:
        """The words right after a name that say it is an outlet: "the Northline news agency"."""
        found = self._lexicon.pattern("credit_patterns", "outlet_described").match(
            self._doc.text, span.end, span.end + 14
        )
        return found.group() if found else ""

    def before(self, carrier: OutletMention) -> OutletMention | None:
        """The mention before one."""
        at = bisect_left(self._starts, carrier.span.start)
        return self.all[at - 1] if at else None

    @lazy
    def _starts(self) -> list[int]:
        return [c.span.start for c in self.all]

    def within(self, span: Span) -> tuple[OutletMention, ...]:
        """The mentions that begin inside the span."""
        return self.all[bisect_left(self._starts, span.start) : bisect_right(self._starts, span.end - 1)]


def _with_article(name: str) -> str:
    return name if opens_with_article(name) else f"{definite_article()} {name}"


@lru_cache(maxsize=1 << 14)
def outlet_like(name: str, lexicon: Lexicon) -> bool:
    nouns = lexicon.words("credits", "outlet_nouns")
    *_, kind, body = ("", *name.casefold().split())
    airs = kind in lexicon.words("credits", "outlet_nouns", "airing")
    if airs and body in lexicon.words("credits", "outlet_nouns", "bodies"):
        return True
    return name.split()[-1].casefold().rstrip(".") in nouns or _shape_kind(name, lexicon) is SourceKind.AGENCY


def _shape_kind(name: str, lexicon: Lexicon) -> SourceKind:
    return SourceKind.AGENCY if named_as_agency(name, lexicon) else SourceKind.OUTLET
