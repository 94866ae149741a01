"""Names of people and bodies in one article, and the full name behind a surname.

Invariant: a name is a run of capitalised words of the text; nothing is added to what the article prints.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from audit.extract.sources.affiliations import body_named, place_words
from audit.ids import name_key
from audit.lexicon import load_rules
from audit.lexicon.outlets import resolve_outlet
from audit.records import SourceKind, Span

_CAPITAL = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_a-zß-öø-ÿ]\w*(?:[-‑.'’&]\w+)*\.?")
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,4}")
_BLANKS = frozenset({" ", "\u00a0", "  "})
LONGEST = 7
"""Words of the longest name of a person, particles and suffixes counted."""


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: `span` without titles, `full` the fullest spelling in the article.

    `role` is what the article calls its bearer right there ("South Korean President"; "head of the World Institute").
    """

    span: Span
    surface: str
    kind: SourceKind
    full: str
    role: str | None = None
    role_span: Span | None = None


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    key: str


@cache
def word_set(table: str, language: str = "en") -> frozenset[str]:
    """The words of one list of `names.toml`."""
    return frozenset(load_rules("names", language)[table]["words"])


@cache
def _given(table: str) -> frozenset[str]:
    return frozenset(load_rules("given_names")[table]["words"])


@cache
def _given_of_either() -> frozenset[str]:
    return _given("male") | _given("female")


def _capitals(text: str, span: Span) -> Iterator[_Word]:
    """Capitalised words of a stretch; a full stop stays only with an initial or a short form."""
    titles = word_set("titles")
    for found in _CAPITAL.finditer(text, *span):
        start = found.start()
        word = found.group()
        if start and (text[start - 1].isalnum() or text[start - 1] in "_@#"):
            continue
        if word[-2:] in {"'s", "’s"}:
            word = word[:-2]
        if word[-1] == "." and not (_INITIAL.fullmatch(word) or word[:-1].casefold() in titles or "." in word[:-1]):
            word = word[:-1]
        yield _Word(start, start + len(word), word, word.rstrip(".").casefold())


def _joined(text: str, run: list[_Word], word: _Word) -> bool:
    """Whether a capitalised word goes on with the run before it."""
    last = run[-1]
    gap = text[last.end : word.start]
    if gap in _BLANKS:
        return not (last.text.endswith(".") and len(last.key) > 3 and last.key not in word_set("titles"))
    if len(gap) > 12 or gap[:1] != " " or gap[-1:] != " ":
        return False
    between = gap.split()
    if not between:
        return False
    if all(w in word_set("particles") for w in between):
        return True
    if between[0] in {"of", "for", "on"} and between[1:] in ([], ["the"]):
        return last.key in word_set("organisations") or last.key in word_set("titles")
    if between[0] == "to" and between[1:] in ([], ["the"]):
        return last.key in {"ambassador", "envoy", "adviser", "advisor", "representative"}
    return between in (["and"], ["&"]) and any(w.key in word_set("organisations") for w in run[:-1])


def name_runs(text: str, span: Span) -> Iterator[list[_Word]]:
    """Runs of capitalised words of one sentence, words that only begin it left out."""
    run: list[_Word] = []
    stop = word_set("not_names")
    for word in _capitals(text, span):
        if word.key in stop and not (word.key in {"may", "will", "june", "april", "mark", "bill"} and len(run) == 1):
            if run:
                yield run
            run = []
            continue
        if run and len(run) < 16 and _joined(text, run, word):
            run.append(word)
            continue
        if run:
            yield run
        run = [word]
    if run:
        yield run


def _name_start(run: Sequence[_Word]) -> int:
    """Where in a run the name begins: after the last title and what it is a title of."""
    start = 0
    titles, offices = word_set("titles"), word_set("offices")
    i = 0
    while i < len(run):
        if run[i].key in titles:
            i = _past_office(run, i + 1, offices)
            start = i
        else:
            i += 1
    return start if start < len(run) else 0


def _past_office(run: Sequence[_Word], i: int, offices: frozenset[str]) -> int:
    """Past "of Defense", "to the U.N.", "of New Jersey", as long as a name is left."""
    gap = i < len(run) and run[i].start - run[i - 1].end > 1
    while i < len(run) - 1 and (gap or run[i].key in offices):
        known = max((n for n in (3, 2, 1) if i + n < len(run) and _is_body_or_place(run[i : i + n])), default=0)
        if not known and run[i].key not in offices and not run[i].text.isupper():
            break
        i += known or 1
        gap = i < len(run) and (run[i].start - run[i - 1].end > 1)
    return i


def _is_body_or_place(words: Sequence[_Word]) -> bool:
    joined = " ".join(w.text for w in words)
    return joined in place_words() or body_named(joined) is not None


def _kind_of(words: Sequence[_Word], titled: bool, surface: str) -> SourceKind | None:
    """What a run names; None for a place or an adjective of one, which is nobody."""
    if titled:
        return SourceKind.PERSON
    if surface in place_words() or (body_named(surface.partition("-")[0]) is not None and "-" in surface):
        return None
    if len(words) == 1 and (words[0].key in word_set("not_alone") or any(c.isdigit() for c in surface)):
        return None
    if (body := body_named(surface)) is not None:
        adjective = surface != body and surface.endswith(("an", "ans", "ish", "ese", "ch", "ian", "ean", "i", "is"))
        return None if adjective else SourceKind.ORGANISATION
    if resolve_outlet(surface) is not None:
        return SourceKind.OUTLET
    if any(w.key in word_set("organisations") for w in words):
        return SourceKind.ORGANISATION
    if len(words) == 1 and len(surface) > 1 and surface.isupper():
        return SourceKind.ORGANISATION
    if len(words) > LONGEST or _is_thing(words):
        return None
    return SourceKind.PERSON


def _is_thing(words: Sequence[_Word]) -> bool:
    """Whether the words name a place, a building or a law ("Holm Tower", "the Vint Act")."""
    if len(words) < 2:
        return "-" in words[0].text and words[0].text.rpartition("-")[2] in place_words()  # "the Holm-Norwick talks"
    named = words[0].key in _given_of_either() and len(words) == 2 and words[1].key == "day"
    ends = any(w.key in word_set("things_end") for w in words[1:])
    return (ends and not named) or words[0].key in word_set("things_begin")


def read_names(text: str, sentences: Iterable[Span], language: str = "en") -> list[Name]:
    """Every name of the sentences in order; `full` still equals `surface`."""
    found: list[Name] = []
    unsure: list[int] = []
    for sentence in sentences:
        runs = list(name_runs(text, sentence))
        headline = _is_headline(text, sentence, runs)
        for run in runs:
            for name in _names_of(text, run):
                if (
                    headline
                    or (language == "de" and " " not in name.surface)
                    or (name.span.start == sentence.start and " " not in name.surface and name.role is None)
                ):
                    unsure.append(len(found))
                found.append(name)
    return _without_unsure(found, unsure)


def _is_headline(text: str, sentence: Span, runs: Sequence[Sequence[_Word]]) -> bool:
    """Whether capitals say nothing because most words of the line have them."""
    if 2 * sum(len(w.text) for run in runs for w in run) < sentence.end - sentence.start:
        return False
    long = [w for w in sentence.of(text).split() if len(w) > 3 and w[0].isalpha()]
    closed = text[sentence.end - 1] in ".!?" and (sentence.start > 0 or len(long) < 7)
    return not closed and sum(w[0].isupper() for w in long) > 0.8 * len(long)


def _without_unsure(found: list[Name], unsure: Sequence[int]) -> list[Name]:
    """Drops words that begin a sentence, and headlines' words, unless the article has the name elsewhere too."""
    doubtful = set(unsure)
    known: set[str] = set()
    for i, name in enumerate(found):
        if i not in doubtful:
            words = name.surface.split()
            known.add(name.surface)
            known.update((words[0], words[-1]))
    return [
        n
        for i, n in enumerate(found)
        if i not in doubtful or n.surface in known or n.kind is not SourceKind.PERSON or _known_person(n)
    ]


def _known_person(name: Name) -> bool:
    first, *rest = name.surface.split()
    return bool(rest) and is_given_name(first)


def is_given_name(word: str) -> bool:
    """Whether it is a first name that the tables know."""
    return word.casefold() in _given_of_either()


def _names_of(text: str, run: list[_Word]) -> Iterator[Name]:
    """The name that a run of capitals holds, its titles told apart; two where a body's adjective stands before it."""
    cut = _name_start(run)
    if cut and _is_body_or_place(run[cut:]):
        run, cut = run[cut:], 0  # "Secretary General of South Korea": a role, and the name of a state
    if not cut and _leads_with_role(run):
        cut = 1  # "Lobbyist Ada Holm"
    words = _without_letters(_without_adjective(run[cut:]) if not cut else run[cut:])
    if not words:
        return
    span = Span(words[0].start, words[-1].end)
    surface = span.of(text)
    role = Span(run[0].start, run[cut - 1].end) if cut else None
    if not cut and len(words) > 1 and _ends_in_title(words) and words[0].key not in _given_of_either():
        words = words[:1]  # "NATO Secretary General": an office, and perhaps a body's name before it
        span = Span(words[0].start, words[0].end)
        surface = span.of(text)
        if body_named(surface) is None:
            return
    kind = _kind_of(words, cut > 0, surface)
    if kind is None or (not cut and all(w.key in word_set("titles") or w.key in word_set("offices") for w in words)):
        return
    yield Name(span, surface, kind, surface, role.of(text) if role else None, role)


def _leads_with_role(run: Sequence[_Word]) -> bool:
    """Whether the first word says what the person is whom the others name."""
    if not 3 <= len(run) <= 5 or run[0].key not in load_rules("roles")["nouns"]["words"]:
        return False
    return not any(w.key in word_set("organisations") for w in run)


def _ends_in_title(words: Sequence[_Word]) -> bool:
    return words[-1].key in word_set("titles") and words[-1].key not in word_set("organisations")


def _without_adjective(words: list[_Word]) -> list[_Word]:
    """ "Ukrainian Ada Holm" without its first word; "Russian Ministry" keeps it."""
    for size in (2, 1):
        if len(words) > size and not any(w.key in word_set("organisations") for w in words[size:]):
            body = body_named(" ".join(w.text for w in words[:size]))
            if body and " ".join(w.text for w in words[:size]) != body and len(words) - size > 1:
                return words[size:]
    return words


def _without_letters(words: list[_Word]) -> list[_Word]:
    """ "Ada Holm FBI" without the letters behind it, which name a body."""
    last = words[-1].text if words else ""
    shouted = len(last) > 2 and last.isalpha() and last.isupper() and last.casefold() not in _GENERATIONS
    return words[:-1] if shouted and len(words) > 1 and not any(w.text.isupper() for w in words[:-1]) else words


_GENERATIONS = frozenset({"iii", "vii", "viii"})


class NameIndex:
    """Finds the full name behind a surface, among the names of one article."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._counts: Counter[str] = Counter()
        self._spelling: dict[str, str] = {}
        self._places: dict[str, list[tuple[int, str]]] = {}  # part of a name -> where whoever has it is named in full
        self._keys: dict[str, dict[str, None]] = {}  # the same, each bearer once
        self._sexes: dict[str, str] = {}
        for name in names:
            self._add(name)

    def _add(self, name: Name) -> None:
        key = name_key(name.surface)
        if not key:
            return
        self._counts[key] += 1
        self._spelling.setdefault(key, name.surface)
        parts = key.split()
        if sex := sex_of(name.surface, name.role):
            self._sexes.setdefault(key, sex)
        if len(parts) > 1 and name.kind is SourceKind.PERSON:
            for part in {parts[0], _surname(parts)}:
                self._places.setdefault(part, []).append((name.span.start, key))
                self._keys.setdefault(part, {})[key] = None

    def sex(self, full: str) -> str | None:
        """ "m" or "f" where the name or a word beside it tells."""
        return self._sexes.get(name_key(full)) or sex_of(full, None)

    def full_name(self, surface: str, position: int, sex: str | None = None) -> str | None:
        """The fullest spelling of whom `surface` names at `position`; None if nobody is called so."""
        key = name_key(surface)
        parts = key.split()
        if not parts:
            return None
        if len(parts) == 1 and (places := self._places.get(parts[0])):
            return self._spelling[self._choose(places, parts[0], position, sex)]
        if len(parts) > 1:
            for other in self._keys.get(_surname(parts), ()):
                if len(other) > len(key) and set(parts) <= set(other.split()):
                    return self._spelling[other]
        return self._spelling.get(key)

    def _choose(self, places: list[tuple[int, str]], part: str, position: int, sex: str | None) -> str:
        """Of several people, the one named last before the position, unless another is named far more often."""
        everybody = self._keys[part]
        if len(everybody) == 1:
            return next(iter(everybody))
        keys = [k for k in everybody if _surname(k.split()) == part] or list(everybody)
        if sex:
            keys = [k for k in keys if self._sexes.get(k, sex) == sex] or keys
        wanted = set(keys)
        best = max(keys, key=lambda k: self._counts[k])
        if len(wanted) == 1:
            return best
        before = bisect_right(places, (position, "\uffff"))
        near = next((places[i][1] for i in range(before - 1, max(-1, before - 40), -1) if places[i][1] in wanted), best)
        return near if self._counts[near] * 2 >= self._counts[best] else best


def _surname(parts: Sequence[str]) -> str:
    """The last part that is no suffix."""
    return parts[-2] if len(parts) > 2 and parts[-1] in {"jr", "sr", "ii", "iii", "iv"} else parts[-1]


def sex_of(surface: str, role: str | None) -> str | None:
    """ "m" or "f" where the given name or a word of the role tells."""
    words = {w.strip(".,").casefold() for w in (role or "").split()}
    if words & _given("male_words"):
        return "m"
    if words & _given("female_words"):
        return "f"
    first, *rest = surface.split()
    given = first.casefold()
    if not rest:
        return None
    male, female = given in _given("male"), given in _given("female")
    return None if male == female else "m" if male else "f"
