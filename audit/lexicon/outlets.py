"""Outlets, agencies, platforms and aggregators: who a name or a domain stands for.

The table is `audit/lexicon/outlets.toml`; a registry or a user's own list (`outlet_lists`) is laid over it with
`Outlets.merged` and handed on with what is read. A name that several share ("the Times") resolves only
where a country, or the article, has said which.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from audit.lazy import lazy
from audit.lexicon import load_rules
from audit.lexicon.counts import small_share
from audit.records import SourceKind, Span

_TOKEN = re.compile(r"[^\W_]+")
_PART = re.compile(r"[^\W\d_]+|\d+")
_LARGE = r"A-Z0-9\u00c0-\u00de\u0100-\u017f"
_CAPITAL = re.compile(rf"[{_LARGE}](?<![^\W_].)[^\W_]*")
"""Words that begin with a capital or a digit."""
_PLACE = re.compile(r" \([^()]*\)$")
_MOST_TOKENS = 8
EVERYDAY = 0.05  # share without a capital from which a word means something else too
_FEWEST_INITIALS = 3
_MOST_WORDS = 1 << 16  # words that are remembered
_MOST_RESOLVED = 1 << 15  # names whose outlet is remembered
LISTS = (
    "domains",
    "aliases",
    "short",
    "the",
    "words",
    "surnames",
    "programmes",
)  # fields of an entry that hold several
_NEXT = re.compile(r"([^\w\n\r,;:()\"“”]{1,3})([^\W_]+)")
_SECTION = re.compile(r" (?:[-–—|:] |\().*$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet; the fields are told at the head of `outlets.toml`."""

    key: str
    name: str
    kind: SourceKind = SourceKind.OUTLET
    country: str | None = None
    owner: str | None = None
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    the: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()


class Named(NamedTuple):
    """An outlet's name in a text. `outlets` holds the one it means, or all that it may mean;
    `doubtful` marks an everyday word or surname, `word` the former, `short` what only stands for a longer name."""

    span: Span
    outlets: tuple[Outlet, ...]
    doubtful: bool
    word: bool
    short: bool


class _Form(NamedTuple):
    """A spelling in the index: whose it is, how it must be capitalised, whether others may share it."""

    outlet: Outlet
    tokens: tuple[str, ...]
    shared: bool
    the: bool
    word: bool
    surname: bool


def fold(text: str) -> str:
    """Without accents; case kept. Same length only where every accented letter is one letter and a mark."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def initials_of(name: str) -> str:
    """The letters that shorten a name of three capitalised words or more; none for a shorter name."""
    words = [word for word in _tokens(name) if word[0].isupper() and word.casefold() != "the"]
    return "".join(word[0] for word in words) if len(words) >= _FEWEST_INITIALS else ""


def without_place(name: str) -> str:
    """A name without the place, or whatever else stands in brackets behind it: "The Post (Orrin)"."""
    return _PLACE.sub("", name)


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(fold(without_place(name))))


def _key(tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple([t.casefold() for t in tokens])


def _capitalised(seen: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether the text writes a name as a name: with the capitals of the known spelling, short acronyms whole."""
    return all(
        s.isupper() if k.isupper() and len(k) < 5 else s[0].isupper() or not k[0].isupper()
        for s, k in zip(seen, known, strict=True)
    )


class _Longest(dict[str, int]):
    """Words as they are printed, each to how many words the longest name has that begins with it, 0 where none does.

    `told`: the same of small letters without accents; of a vocabulary no more than `_MOST_WORDS` words are kept.
    """

    def __init__(self, told: Mapping[str, int]) -> None:
        self._told = told

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        most = self[word] = self._told.get(fold(word).casefold(), 0)
        return most


class Outlets:
    """A registry: names and domains to outlets. Never altered; `merged` gives a new one.

    `held` are the keys of those that no table tells of: publishers of articles that are held.
    """

    def __init__(self, outlets: Iterable[Outlet], held: frozenset[str] = frozenset()) -> None:
        self._listed = tuple(outlets)
        self.held = held
        self._resolved: dict[tuple[str, str | None], Outlet | None] = {}

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """All of them, in the order of the table."""
        return self._listed

    @lazy
    def _forms(self) -> dict[tuple[str, ...], list[_Form]]:
        """Spellings without their article, by their words in lower case."""
        index: dict[tuple[str, ...], list[_Form]] = {}
        for outlet in self.outlets:
            for form in _spellings(outlet):
                index.setdefault(_key(form.tokens), []).append(form)
        return index

    @lazy
    def _longest(self) -> _Longest:
        """The most words of any spelling that begins with a word."""
        longest: dict[str, int] = {}
        for key in self._forms:
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
        return _Longest(longest)

    @lazy
    def _small(self) -> tuple[tuple[str, ...], ...]:
        """The names that begin with a small letter ("dpa", "de Volkskrant"), by their words."""
        return tuple({f.tokens: None for forms in self._forms.values() for f in forms if f.tokens[0].islower()})

    @lazy
    def _parts_of_small(self) -> tuple[frozenset[str], ...]:
        """The letters and the digits of each of those names, in small letters."""
        return tuple(frozenset(_PART.findall(" ".join(name).casefold())) for name in self._small)

    def _may_hold_small(self, words: Collection[str] | None) -> bool:
        """Whether a text of these words may hold a name that begins with a small letter."""
        if words is None:
            return True
        folded = frozenset(words).union([fold(word) for word in words if not word.isascii()])
        return any(map(folded.issuperset, self._parts_of_small))

    @lazy
    def _first(self) -> re.Pattern[str]:
        """Words that may begin a name: capitals and digits, and the first words of names written small ("dpa")."""
        small = {name[0] for name in self._small}
        firsts = "".join(sorted(re.escape(word[0]) for word in small))
        known = "".join(
            f"|(?<={re.escape(w[0])}){re.escape(w[1:])}(?![^\\W_])" for w in sorted(small, key=len, reverse=True)
        )
        return re.compile(rf"[{_LARGE}{firsts}](?<![^\W_].)(?:(?<=[{_LARGE}])[^\W_]*{known})")

    @lazy
    def _domains(self) -> dict[str, Outlet]:
        return {domain: outlet for outlet in reversed(self.outlets) for domain in outlet.domains}

    @lazy
    def _programmes(self) -> dict[tuple[str, ...], Outlet]:
        return {_key(_tokens(title)): outlet for outlet in self.outlets for title in outlet.programmes}

    def airing(self, title: str) -> Outlet | None:
        """The outlet that airs a programme of that title."""
        return self._programmes.get(_key(_tokens(title)))

    @lazy
    def _placed(self) -> dict[str, Outlet]:
        """Those that are told from others of their name by a place."""
        return {outlet.name: outlet for outlet in self.outlets if _PLACE.search(outlet.name)}

    def by_domain(self, host: str) -> Outlet | None:
        """The outlet of a host, also of its subdomains: the longest known domain wins."""
        labels = host.strip().casefold().rstrip(".").split("/")[0].rpartition("@")[2].partition(":")[0].split(".")[-6:]
        suffixes = (".".join(labels[i:]) for i in range(len(labels) - 1))
        return next((self._domains[s] for s in suffixes if s in self._domains), None)

    def resolve(self, name: str, country: str | None = None) -> Outlet | None:
        """The one outlet of that name, or None: unknown, or shared by several with nothing to tell which.
        A section behind a dash ("CNN - Editorial") is not part of the name; a name with its place is whole."""
        asked = name, country
        if asked not in self._resolved:
            if len(self._resolved) >= _MOST_RESOLVED:
                self._resolved.clear()
            self._resolved[asked] = self._resolve(name, country)
        return self._resolved[asked]

    def _resolve(self, name: str, country: str | None) -> Outlet | None:
        if name in self._placed:
            return self._placed[name]
        forms = self._candidates(_tokens(name))
        if not forms and (section := _SECTION.search(name)):
            forms = self._candidates(_tokens(name[: section.start()]))
        return choose(forms, country)

    def sharing(self, name: str) -> tuple[Outlet, ...]:
        """All outlets that are called by a name."""
        return tuple({form.outlet.key: form.outlet for form in self._candidates(_tokens(name))}.values())

    def _candidates(self, tokens: tuple[str, ...]) -> list[_Form]:
        """Forms of exactly these words: those that need their article first ("The Hill")."""
        key = _key(tokens[: _MOST_TOKENS + 1])
        whole = [f for f in self._forms.get(key[1:], ()) if f.the] if key[:1] == ("the",) else []
        return whole or [f for f in self._forms.get(key[key[:1] == ("the",) :], ()) if not f.the]

    def named_in(
        self, text: str, start: int = 0, end: int | None = None, words: Collection[str] | None = None
    ) -> Iterator[Named]:
        """Every name of an outlet that stands in the text, longest first at each place, in one pass.

        `words`: those of the text in small letters, where they are known; most texts hold no name that begins small.
        """
        after, stop, longest = start, len(text) if end is None else end, self._longest
        first = self._first if self._may_hold_small(words) else _CAPITAL
        for word in first.finditer(text, start, stop):
            most = longest[word.group()]
            if most and word.start() >= after:
                named = self._at(text, word.span(), most, stop)
                if named is not None and named.span.start >= start:
                    after = named.span.end
                    yield named

    def _at(self, text: str, word: tuple[int, int], most: int, end: int) -> Named | None:
        """The longest name that begins with a word; the article before it belongs to it."""
        words = _run(text, word, most, end)
        article = text[max(0, word[0] - 4) : word[0]] in ("The ", "the ")
        run = tuple([fold(text[s:e]) for s, e in words])
        key = _key(run)
        for size in range(len(words), 0, -1):
            known = self._forms.get(key[:size])
            if not known:
                continue
            fitting = [f for f in known if _capitalised(run[:size], f.tokens)]
            forms = _articled(fitting) if article else [f for f in fitting if not f.the]
            span = Span(word[0] - 4 if article else word[0], words[size - 1][1])
            if forms and not _glued(text, span.start, span.end):
                return _named(forms, span)
        return None

    def merged(self, more: Iterable[Outlet]) -> Outlets:
        """This registry with others' entries laid over it: who shares a key or a domain is one outlet,
        told by the newer name and both spellings."""
        by_key = {o.key: o for o in self.outlets}
        by_domain = {d: o.key for o in self.outlets for d in o.domains}
        for new in more:
            key = next((by_domain[d] for d in new.domains if d in by_domain), new.key)
            by_key[key] = _laid_over(by_key[key], new) if key in by_key else new
            by_domain |= dict.fromkeys(new.domains, key)
        return Outlets(by_key.values())


def _run(text: str, word: tuple[int, int], most: int, end: int) -> list[tuple[int, int]]:
    """The words from one on, `most` at best, that stand close enough together to be one name."""
    words = [word]
    while len(words) < most and (follow := _NEXT.match(text, words[-1][1], end)):
        first, last = words[-1]
        if follow[1] == ". " and last - first > 2:
            break
        words.append(follow.span(2))
    return words


def _glued(text: str, start: int, end: int) -> bool:
    """Whether the name is only a part of a longer word: "AP-NORC", "post-X", "@CNN"."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return before in tuple("@_/-") or (after[:1] in tuple("-_@") and after[1:].isalnum())


def _articled(fitting: list[_Form]) -> list[_Form]:
    """Those that a name behind its article means: who alone is called so ("The Hill"), else whoever may be."""
    own = [f for f in fitting if f.the]
    return own if any(not f.shared for f in own) else own + [f for f in fitting if not f.the]


def _is_everyday(name: str, tokens: Iterable[str]) -> bool:
    """Whether news writes each word of a short name small as well; two that a hyphen ties are a name."""
    return "-" not in name and all(small_share(word) >= EVERYDAY for word in tokens)


def _spellings(outlet: Outlet) -> Iterator[_Form]:
    """Every spelling under which an outlet is found, its article taken off."""
    placed = bool(_PLACE.search(outlet.name))
    bare = [_key(_tokens(b)) for b in outlet.the]
    words, surnames = ([_key(_tokens(w)) for w in ws] for ws in (outlet.words, outlet.surnames))
    aired = tuple(title for title in outlet.programmes if title not in outlet.words)
    hosts = tuple(
        f"{domain[0].upper()}{domain[1:]}" for domain in outlet.domains
    )  # "FoxNews.com": as names are written
    names_of = (
        *(((outlet.name,), placed), ((*outlet.aliases, *aired, *hosts), False)),
        ((*outlet.short, *outlet.the), True),
    )
    for names, shared in names_of:
        for name in names:
            tokens = _tokens(name)
            tokens = tokens[_key(tokens[:1]) == ("the",) :]
            key = _key(tokens)
            if tokens:
                word = key in words or (shared and _is_everyday(name, tokens))
                yield _Form(outlet, tokens, shared, key in bare, word, key in surnames)


def choose(forms: Iterable[_Form], country: str | None = None) -> Outlet | None:
    """The one that a spelling means: the only one, the only one of the country, or the only one of that full name."""
    listed = list(forms)
    everyone = {f.outlet.key: f.outlet for f in listed}
    if len(everyone) == 1:
        return next(iter(everyone.values()))
    home = [o for o in everyone.values() if country and o.country == country.casefold()]
    if country and home:
        return home[0] if len(home) == 1 else None
    whole = {f.outlet.key: f.outlet for f in listed if not f.shared}
    return next(iter(whole.values())) if len(whole) == 1 else None


def _named(forms: list[_Form], span: Span) -> Named:
    whole = {f.outlet.key: f.outlet for f in forms if not f.shared}
    everyone = {f.outlet.key: f.outlet for f in forms}
    meant = whole if len(whole) == 1 and len(everyone) == 1 else everyone
    word, surname = any(f.word for f in forms), any(f.surname for f in forms)
    return Named(span, tuple(meant.values()), word or surname, word, all(f.shared or f.the for f in forms))


def _laid_over(old: Outlet, new: Outlet) -> Outlet:
    """The newer entry, with what only the older one knows."""
    aliases = dict.fromkeys(a for a in (*old.aliases, old.name, *new.aliases) if a != new.name)
    return replace(
        old,
        name=new.name,
        kind=new.kind if new.kind is not SourceKind.OUTLET else old.kind,
        country=new.country or old.country,
        owner=new.owner or old.owner,
        domains=tuple(dict.fromkeys((*old.domains, *new.domains))),
        aliases=tuple(aliases),
        short=tuple(dict.fromkeys((*old.short, *new.short))),
        programmes=tuple(dict.fromkeys((*old.programmes, *new.programmes))),
    )


def kind_of_publisher(name: str) -> SourceKind:
    """What publishes under a name that no table has: a body where its noun is an institution's, else an outlet."""
    words = [word.casefold() for word in _TOKEN.findall(without_place(name))]
    table, joins = load_rules("carriers"), load_rules("speakers")["of_a_body"]["words"]
    stop = next((i for i, word in enumerate(words) if word in joins), len(words))
    heads = {words[max(0, stop - 1)], words[-1]} if words else set[str]()
    institution = not heads.isdisjoint(table["institutions"]["words"])
    return SourceKind.ORGANISATION if institution and words[-1] not in table["common"]["words"] else SourceKind.OUTLET


def outlet_of(row: dict[str, Any]) -> Outlet:
    """An entry of the table, as TOML gives it."""
    lists = {n: tuple(row.get(n, ())) for n in LISTS}
    return Outlet(
        row["key"], row["name"], SourceKind(row.get("kind", "outlet")), row.get("country"), row.get("owner"), **lists
    )


class _Packaged(Outlets):
    """The table that comes with the package, read when it is first asked."""

    def __init__(self) -> None:
        super().__init__(())

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """All of them, in the order of the table."""
        return _packaged()


@cache
def _packaged() -> tuple[Outlet, ...]:
    return tuple(outlet_of(row) for row in load_rules("outlets", language="")["outlets"])


PACKAGED: Outlets = _Packaged()
