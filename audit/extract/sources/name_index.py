"""The full name behind a surname, and whether its bearer is a man or a woman: from one article's own words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

from audit.extract.sources.capitals import AT_TIMES, GENERATIONS, given_names, is_given_name
from audit.extract.sources.known_bodies import body_named
from audit.extract.sources.names import Name
from audit.ids import name_key
from audit.lexicon.counts import bearers, small_share
from audit.records import SourceKind

_RULES = 3  # times that one bearer of a surname is named in full more often than any other, to be meant by it
_RARELY = 4  # times that a surname stands alone more often than with the given name of somebody told of in passing
_SETTLED = 2  # times that a surname stands alone before a second bearer comes, to be the first one's ever after
_NEAR = 600  # characters behind a full name in which its surname alone may mean its bearer
_SHORTEST_GIVEN = 3  # letters of the beginning of a given name by which somebody is called ("Pat" of Patrick Holm)
_SHORTEST = 4  # letters of the short form of a given name
_SHORTEST_LETTERS = 3  # capitals that shorten the name of a body
_TELLING = 30.0  # times that a given name is borne more often by one sex, to tell it


class NameIndex:
    """Finds the full name behind a surface, among the names of one article."""

    def __init__(self, names: Iterable[Name], relatives: Container[str] = ()) -> None:
        self._relatives = relatives
        self._counts: Counter[str] = Counter()
        self._spelling: dict[str, str] = {}
        self._first: dict[str, int] = {}
        self._places: dict[str, list[tuple[int, str]]] = {}  # part of a name -> where whoever has it is named in full
        self._keys: dict[str, dict[str, None]] = {}  # the same, each bearer once
        self._sexes: dict[str, str] = {}
        self._alone: dict[str, list[int]] = {}  # surname -> where it stands alone
        self._heads: dict[str, set[str]] = {}  # full name -> the last words of the roles before it
        self._fullest: dict[str, dict[str, str]] = {}
        self._shortened: dict[str, dict[str, None]] = {}  # capitals -> the bodies whose words begin with them
        for name in names:
            self._add(name)

    def _add(self, name: Name) -> None:
        key = name_key(name.surface)
        if not key:
            return
        self._counts[key] += 1
        self._spelling.setdefault(key, name.surface)
        self._first.setdefault(key, name.span.start)
        parts = key.split()
        if sex := sex_of(name.surface, name.role):
            self._sexes.setdefault(key, sex)
        if len(parts) == 1:
            self._alone.setdefault(key, []).append(name.span.start)
        elif name.role:
            self._heads.setdefault(key, set()).add(_head(name.role))
        if len(parts) > 1 and name.kind is SourceKind.ORGANISATION:
            for letters in _initials(name.surface):
                self._shortened.setdefault(letters, {})[key] = None
        if len(parts) > 1 and " " in name.surface and name.kind is SourceKind.PERSON:
            for part in {parts[0], _surname(parts)}:
                self._places.setdefault(part, []).append((name.span.start, key))
                self._keys.setdefault(part, {})[key] = None

    def sex(self, full: str) -> str | None:
        """ "m" or "f" where the name or a word beside it tells."""
        key = name_key(full)
        return self._sexes.get(key) or sex_of(full, None) or self._sex_of_surname(key)

    def _sex_of_surname(self, key: str) -> str | None:
        """What a title tells of a surname that one person of the article bears ("Ms. Holm", of Brask Holm)."""
        surname = _surname(key.split() or [key])
        return self._sexes.get(surname) if len(self._keys.get(surname, ())) == 1 else None

    def full_name(self, surface: str, position: int, sex: str | None = None, role: str | None = None) -> str | None:
        """The fullest spelling of whom `surface`, with a `role` before it, names at `position`; None: nobody."""
        key = name_key(surface)
        parts = key.split()
        if not parts:
            return None
        places = self._places.get(parts[0]) if len(parts) == 1 else None
        if places and not self._is_elder(parts[0]) and not self._is_of_other_sex(parts[0]):
            return self._printed(self._choose(places, parts[0], position, sex, role), parts[0])
        if len(parts) > 1:
            for other in self._keys.get(_surname(parts), ()):
                if self._is_short_of(key, other):
                    return self._printed(other, _surname(parts))
        short = (self._by_short_form(key) or self.spelled_out(surface)) if len(parts) == 1 else None
        return short or self._spelling.get(key)

    def spelled_out(self, letters: str) -> str | None:
        """The one body whose words capitals begin ("MRI", of the Mill Research Institute); None where it may be two."""
        found = self._shortened.get(letters.replace(".", ""), ())
        longest = max(found, key=len, default=None)
        alone = longest and all(set(key.split()) <= set(longest.split()) for key in found)
        return self._spelling[longest] if longest and alone else None

    def _printed(self, full: str, part: str) -> str:
        """The spelling of somebody's name that the article has most often, of two the fuller one."""
        his = [k for k, fullest in self._fullest_of(part).items() if fullest == full and _has_given(k, full)]
        return self._spelling[max(his, key=lambda k: (self._counts[k], len(k)), default=full)]

    def _is_elder(self, part: str) -> bool:
        """Whether a surname stands alone before anybody here who bears it: each a "Jr.", or somebody's relative.

        It then means the elder, or whose relatives they are.
        """
        others = all(key.split()[-1] in GENERATIONS or self._is_relative(key) for key in self._keys[part])
        return others and part in self._first and self._first[part] < self._places[part][0][0]

    def _is_relative(self, key: str) -> bool:
        return self._spelling[key] in self._relatives

    def _meant_alone(self, keys: Sequence[str], part: str, position: int) -> Sequence[str]:
        """Of those who bear a surname whom it means where it mostly stands alone: no relative told of in passing."""
        alone = self._counts[part]
        passing = [key for key in keys if self._is_relative(key) and _RARELY * self._counts[key] < alone]
        near = {key for at, key in self._places[part] if position - _NEAR < at < position}
        return [key for key in keys if key not in passing or key in near] or keys

    def _is_elder_of(self, key: str, younger: str) -> bool:
        """Whether a name stands before the same one with a "Jr." behind it: father and son."""
        suffix = younger.removeprefix(f"{key} ")
        return suffix in GENERATIONS and self._first[key] < self._first[younger] if key in self._first else False

    def _is_of_other_sex(self, part: str) -> bool:
        """Whether a title before a surname tells another sex than that of its one bearer ("Mr. Holm", of Ada Holm)."""
        told, bearers = self._sexes.get(part), list(self._keys[part])
        if told is None or len(bearers) != 1 or _surname(bearers[0].split()) != part:
            return False
        known = self._sexes.get(bearers[0])
        return known is not None and known != told

    def _by_short_form(self, key: str) -> str | None:
        """ "Vlad" where one man of the article is a Vladimir; a given name of its own is nobody's short form."""
        if len(key) < _SHORTEST or is_given_name(key):
            return None
        meant = [k for part, keys in self._keys.items() if part.startswith(key) for k in keys if k.startswith(part)]
        return self._spelling[meant[0]] if len(set(meant)) == 1 else None

    def is_shared(self, surface: str, position: int, role: str | None) -> bool:
        """Whether two people of the article bear this surname, and nothing tells who is meant at `position`."""
        key, sex = name_key(surface), sex_of(surface, role)
        told = self._bearers(key, sex)
        if " " in key or len(told) < 2 or self._in_role(told, role) or self._settled(told, key, position):
            return False
        first, second, *_ = sorted((self._weight(k, key) for k in told), reverse=True)
        near = self._choose(self._places[key], key, position, sex)
        return self._weight(near, key) < first or first < _RULES * second

    def _bearers(self, key: str, sex: str | None) -> list[str]:
        """Who bears a surname, of a sex if one is told, each once: by the fullest of the names that are his."""
        found = {self._fullest_of(key)[k]: None for k in self._keys.get(key, ()) if _surname(k.split()) == key}
        return [k for k in found if sex is None or self._sexes.get(k, sex) == sex]

    def _fullest_of(self, part: str) -> dict[str, str]:
        """Each name with a part -> the one longer name that holds it ("Ada Holm": "Ada B. Holm"), else itself."""
        if part not in self._fullest:
            keys = list(self._keys.get(part, ()))
            longer = {k: [o for o in keys if self._is_short_of(k, o)] for k in keys}
            self._fullest[part] = {k: found[0] if len(found) == 1 else k for k, found in longer.items()}
        return self._fullest[part]

    def _is_short_of(self, key: str, longer: str) -> bool:
        (given, *rest), (full, *others) = key.split(), longer.split()
        shortened = len(given) >= _SHORTEST_GIVEN and full.startswith(given) and set(rest) <= set(others)
        held = len(longer) > len(key) and (shortened or set(key.split()) <= set(longer.split()))
        return held and not self._is_elder_of(key, longer)

    def _weight(self, full: str, part: str) -> int:
        """How often somebody is named in full, by any of his names."""
        return sum(self._counts[k] for k, fullest in self._fullest_of(part).items() if fullest == full)

    def _in_role(self, keys: Sequence[str], role: str | None) -> str | None:
        """The one of several who has the role elsewhere that stands before their surname ("President Holm")."""
        head = _head(role) if role else ""
        held = [k for k in keys if head in self._heads.get(k, ())] if head else []
        return held[0] if len(held) == 1 else None

    def _settled(self, keys: Sequence[str], part: str, position: int) -> str | None:
        """Who of several is called by the surname alone before another of them came, where no other is named near."""
        came = sorted((at, key) for key in keys for at in [self._came(key, part)])
        (begins, first), (other, _) = came[0], came[1]
        alone = self._alone.get(part, ())
        if self._is_relative(first):
            return None
        if begins < position < other:
            return first
        if bisect_left(alone, other) - bisect_left(alone, begins) < _SETTLED:
            return None
        near = (k for at, k in self._places[part] if position - _NEAR < at < position)
        return first if all(self._fullest_of(part)[k] == first for k in near) else None

    def _came(self, full: str, part: str) -> int:
        """Where somebody is first named in full."""
        return min(self._first[k] for k, fullest in self._fullest_of(part).items() if fullest == full)

    def by_surname(self, word: str, position: int) -> str | None:
        """The full name of the person whose surname one common word is here ("Price", where Ada Price is named).

        A surname may stand first, before what is no given name either ("Ban", of Ban Ki-moon).
        """
        key = name_key(word)
        if " " in key or not any(
            _surname(full.split()) == key or self._opens(full, key) for full in self._keys.get(key, ())
        ):
            return None
        return self.full_name(word, position)

    def _opens(self, full: str, key: str) -> bool:
        """Whether a surname stands first in a name, before a linked given name that no table knows."""
        first, _, given = self._spelling[full].partition(" ")
        return name_key(first) == key and not is_given_name(first) and "-" in given

    def _choose(
        self, places: list[tuple[int, str]], part: str, position: int, sex: str | None, role: str | None = None
    ) -> str:
        """Of several people, the one named last before the position, unless another is named far more often."""
        full = self._fullest_of(part)
        everybody = dict.fromkeys(full[k] for k in self._keys[part])
        if len(everybody) == 1:
            return next(iter(everybody))
        keys = [k for k in everybody if _surname(k.split()) == part] or list(everybody)
        if sex:
            keys = [k for k in keys if self._sexes.get(k, sex) == sex] or keys
        keys = list(self._meant_alone(keys, part, position))
        wanted = set(keys)
        best = max(keys, key=lambda k: self._weight(k, part))
        if len(wanted) == 1:
            return best
        if told := self._in_role(keys, role) or self._settled(keys, part, position):
            return told
        before = bisect_right(places, (position, "\uffff"))
        named = (full[places[i][1]] for i in range(before - 1, max(-1, before - 40), -1))
        near = next((key for key in named if key in wanted), best)
        return near if self._weight(near, part) * 2 >= self._weight(best, part) else best


def _initials(surface: str) -> Iterator[str]:
    """The capitals that shorten the name of a body, small words left out or not, a state before it left out or not."""
    words = surface.replace("-", " ").split()
    for said in (words, words[1:] if body_named(words[0]) else ()):
        for kept in (said, [word for word in said if word[0].isupper()]):
            if len(kept) >= _SHORTEST_LETTERS:
                yield "".join(word[0] for word in kept).upper()


def _has_given(key: str, full: str) -> bool:
    """Whether a name begins with a given name, as the full one does, or with another: no surname of two words."""
    first, led = key.split()[0], full.split()[0]
    glued = len(led) == 1 or "-" in led or (small_share(led) >= AT_TIMES and not is_given_name(led))
    return first == led or led.startswith(first) or (glued and is_given_name(first))


def _head(role: str) -> str:
    """The last word of a role."""
    return role.split()[-1].strip(".,").casefold()


def _surname(parts: Sequence[str]) -> str:
    """The last part that is no suffix."""
    return parts[-2] if len(parts) > 1 and parts[-1] in GENERATIONS else parts[-1]


@lru_cache(maxsize=1 << 14)
def sex_of(surface: str, role: str | None) -> str | None:
    """ "m" or "f" where the given name or a word of the role tells."""
    if told := sex_of_role(role or ""):
        return told
    first, *rest = surface.split()
    given = first.casefold()
    if not rest:
        return None
    male, female = given in given_names("male"), given in given_names("female")
    if male != female:
        return "m" if male else "f"
    return None if male else _by_census(given)


def sex_of_role(role: str) -> str | None:
    """ "m" or "f" where a word of a role tells ("spokeswoman")."""
    words = {w.strip(".,").casefold() for w in role.split()}
    if words & given_names("male_words"):
        return "m"
    return "f" if words & given_names("female_words") else None


def _by_census(given: str) -> str | None:
    """The sex of nearly all bearers of a given name; None where both bear it, or nobody does."""
    men, women = bearers(given)
    if max(men, women) == 0 or min(men, women) * _TELLING > max(men, women):
        return None
    return "m" if men > women else "f"
