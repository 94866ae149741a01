"""Invented stories, each told by several outlets that take it from each other and change it on the way.

`python -m bench.stories N` prints the articles of story N; bench/told.py freezes what is told of them. Parts and
names are drawn by chance with a fixed seed (stories.toml), so that a story is the same on every machine.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

TABLE = Path(__file__).with_suffix(".toml")
FIRST_DAY = datetime(2031, 3, 2, 6)
_EITHER = re.compile(r"\[([^\]]*)\]")
_GAP = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a story; `slots` fill its `parts`, which stand in this order."""

    key: str
    publisher: str
    published: datetime
    slots: dict[str, str]
    parts: dict[str, str]

    @property
    def title(self) -> str:
        """The headline."""
        return _opened(_filled("{hedge}{number} {thing} {fate} in {town}", self.slots))

    @property
    def text(self) -> str:
        """The paragraphs, under the headline."""
        return "\n\n".join(_opened(_filled(part, self.slots)) for part in self.parts.values())

    def line(self) -> dict[str, str]:
        """The article as a line of JSON that can be ingested."""
        day = self.published.isoformat()
        return {"id": self.key, "publisher": self.publisher, "published": day, "title": self.title, "text": self.text}


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@cache
def stories() -> list[list[Told]]:
    """All stories, an article and those that came after it."""
    return [list(_story(number)) for number in range(_table()["draws"]["stories"])]


def _story(number: int) -> Iterator[Told]:
    chance = Random(number)
    told = [_first(number, chance)]
    for nth in range(1, 1 + chance.randint(*_table()["draws"]["later"])):
        told.append(_later(told, f"s{number:02}{'abcdef'[nth]}", chance))
    if chance.random() < _table()["draws"]["rings"]:
        told[0] = _credit(replace(told[0], slots={**told[0].slots, "from": told[-1].publisher}), chance)
    yield from told


def _first(number: int, chance: Random) -> Told:
    slots = {name: chance.choice(words) for name, words in _table()["fillers"].items()}
    slots["said"], slots["said2"], slots["said3"] = (_nth("said", 2 * number + n) for n in (0, 1, 7))
    slots["background"] = _nth("background", number)
    slots["other"] = f"{chance.choice(_table()['fillers']['town'])} {slots['paper']}"
    slots["surname2"], slots["thing2"], slots["fate2"] = (_drawn(name, chance) for name in ("surname", "thing", "fate"))
    slots["person"] = f"{slots['given']} {slots['surname']}"
    slots["person2"] = f"{_drawn('given', chance)} {slots['surname2']}"
    slots["number"], slots["few"], slots["few2"] = _number(chance), *(str(chance.randint(2, 19)) for _ in "ab")
    slots["bit"] = re.split(r"[,;]", slots["said2"])[0].lower()
    parts = {name: _one(chance.choice(frames), chance) for name, frames in _table()["parts"].items()}
    lede, *others = parts.items()
    parts = dict([lede, *chance.sample(others, chance.randint(5, len(others)))])
    return Told(f"s{number:02}a", _outlet(chance), FIRST_DAY + timedelta(days=number), slots, parts)


def _drawn(name: str, chance: Random) -> str:
    word: str = chance.choice(_table()["fillers"][name])
    return word


def _nth(name: str, number: int) -> str:
    words: list[str] = _table()["fillers"][name]
    return words[number % len(words)]


def _later(told: list[Told], key: str, chance: Random) -> Told:
    """An article that takes from an earlier one, names whom it may, and changes something."""
    source = chance.choice(told)
    slots = {**source.slots, "from": chance.choice([source, source, chance.choice(told)]).publisher}
    one = Told(key, _outlet(chance), _when(source, chance), slots, dict(source.parts))
    for change in chance.sample(CHANGES, chance.randint(*_table()["draws"]["changes"])):
        one = change(one, chance)
    return one


def _when(source: Told, chance: Random) -> datetime:
    """Mostly hours after its source; now and then an hour before, as where a clock is wrong, or weeks later."""
    return source.published + timedelta(hours=chance.choice([-1, 1, 2, 5, 9, 9, 30, 50, 400]))


def _outlet(chance: Random) -> str:
    return " ".join(chance.choice(_table()["fillers"][name]) for name in ("town", "paper"))


def _number(chance: Random) -> str:
    digits = chance.choice([chance.randint(2, 12), chance.randint(13, 99), chance.randint(1, 50) * 100])
    return f"{chance.choice([digits, digits, digits + 3]):,}"


def _credit(one: Told, chance: Random) -> Told:
    kind = chance.choice(("held", "held", "missing", "vague", "datelined"))
    frame = _one(chance.choice(_table()["credits"][kind]), chance)
    lede = "{hedge}{number} {thing} {fate} in {town}"
    sentence = frame.replace("{lede}", lede).replace("{Lede}", lede.replace("{hedge}", "{Hedge}"))
    return replace(one, parts={"lede": sentence, **{name: part for name, part in one.parts.items() if name != "lede"}})


def _note(one: Told, chance: Random) -> Told:
    return replace(one, parts={**one.parts, "note": chance.choice(_table()["credits"]["whole"])})


def _less(one: Told, chance: Random) -> Told:
    gone = set(chance.sample(sorted(one.parts), min(3, len(one.parts) - 2)))
    return replace(one, parts={name: part for name, part in one.parts.items() if name not in gone})


def _anew(one: Told, chance: Random) -> Told:
    """Another wording of one part."""
    name = chance.choice(sorted(set(one.parts) & set(_table()["parts"])))
    return replace(one, parts={**one.parts, name: _one(chance.choice(_table()["parts"][name]), chance)})


def _slot(*names: str) -> Callable[[Told, Random], Told]:
    def change(one: Told, chance: Random) -> Told:
        name = chance.choice(names)
        return replace(one, slots={**one.slots, name: chance.choice(_table()["fillers"][name])})

    return change


def _figure(one: Told, chance: Random) -> Told:
    slots = {"number": _number(chance)} if chance.random() < 0.7 else {"few": str(chance.randint(2, 19))}
    return replace(one, slots={**one.slots, **slots})


def _speaker(one: Told, chance: Random) -> Told:
    given, surname = (chance.choice(_table()["fillers"][name]) for name in ("given", "surname"))
    return replace(one, slots={**one.slots, "person": f"{given} {surname}", "surname": surname})


def _words(one: Told, chance: Random) -> Told:
    """A quote with a word exchanged, left out or cut."""
    name = chance.choice(("said", "said2"))
    words = one.slots[name]
    turns = (_exchanged, lambda w, _: re.split(r"[,;]", w)[0], _shortened, lambda w, _: w.replace(" not", "", 1))
    return replace(one, slots={**one.slots, name: chance.choice(turns)(words, chance)})


def _exchanged(words: str, chance: Random) -> str:
    del chance
    return _WORD.sub(lambda match: _table()["words"].get(match[0], match[0]), words)


def _shortened(words: str, chance: Random) -> str:
    """Without three words of its middle, or with a mark where they stood."""
    told = words.split()
    at = chance.randint(3, max(3, len(told) - 6))
    return " ".join((*told[:at], *chance.choice(((), ("...",))), *told[at + 3 :]))


def _plain(one: Told, chance: Random) -> Told:
    """A quote without its marks."""
    del chance
    return replace(one, parts={**one.parts, "quote": "{person}, {role}, said that {said_}."})


def _turned(one: Told, chance: Random) -> Told:
    """The parts below the first in another order."""
    first, *rest = one.parts.items()
    return replace(one, parts=dict([first, *chance.sample(rest, len(rest))]))


CHANGES: tuple[Callable[[Told, Random], Told], ...] = (
    _credit, _credit, _credit, _note, _less, _anew, _anew, _figure, _figure, _words, _words, _plain, _turned, _speaker,
    _slot("hedge"), _slot("thing", "fate"), _slot("day"), _slot("money"), _slot("body", "unnamed"),
)  # fmt: skip


def _one(frame: str, chance: Random) -> str:
    return _EITHER.sub(lambda match: chance.choice(match[1].split(" | ")).rstrip(), frame)


def _filled(frame: str, slots: dict[str, str]) -> str:
    """A frame with its gaps filled, twice, for what is in a filler; a gap with a capital opens a sentence."""
    for _ in range(2):
        frame = _GAP.sub(lambda match: _fill(match[1], slots), frame)
    return frame


def _fill(gap: str, slots: dict[str, str]) -> str:
    words = slots[gap.rstrip("_").lower()]
    if gap.isupper():
        return words.upper()
    if gap.endswith("_"):
        return words[:1].lower() + words[1:]
    return _opened(words) if gap[0].isupper() else words


def _opened(words: str) -> str:
    return words[:1].upper() + words[1:]


if __name__ == "__main__":
    for told in stories()[int(sys.argv[1])]:
        print(told.key, told.publisher, told.published, told.title, told.text, sep="\n", end="\n\n\n")
