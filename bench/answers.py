"""What the functions of extraction answer one another while some invented sentences are read, frozen.

A reading says what comes out; a condition that is wrong may show in nothing that comes out of thousands of sentences,
and yet be asked in the next article. So what each function answers is frozen too, over those of the frozen sentences,
and some more put together by chance from their words, in which nearly each condition decides something (answers.jsonl,
chosen by mutating the code). A function that is new or gone is none that answers otherwise.

`python -m bench.answers` names the functions that answer otherwise; `python -m bench.answers NAME` prints what one
answers now, to be held against a former checkout; `--write` freezes what is answered now (so does bench.readings).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import audit.extract
from audit.lazy import lazy
from bench.invented import Sentence, reading

FROZEN = Path(__file__).with_name("answers.json")
SENTENCES = FROZEN.with_suffix(".jsonl")
GROUP = 100  # sentences of one test
ROOM = f"{audit.extract.__name__}."
PLAIN = (bool, int, float, str, type(None), Enum)
LONGEST_WORDS = 60  # characters of an argument that is told; longer is the text
DEEPEST = 6  # levels of what is answered

Answers = dict[str, set[str]]
"""What each function answered, by its name; each answer with the numbers and words it was asked about."""


def answers(sentence: Sentence) -> Answers:
    """What each function of extraction answers while a sentence is read; of what is kept between sentences, nothing."""
    found: Answers = {}
    named, kept = _functions()
    inside_kept = 0

    def notice(frame: FrameType, event: str, answer: object) -> None:
        nonlocal inside_kept
        code = frame.f_code
        if code in kept and event in {"call", "return"}:
            inside_kept += 1 if event == "call" else -1
        elif event == "return" and not inside_kept and code in named:
            found.setdefault(named[code], set()).add(f"{_asked(frame)} -> {_told(answer)}")

    reading(sentence)  # what is made once for all sentences is made now
    sys.setprofile(notice)
    try:
        reading(sentence)
    finally:
        sys.setprofile(None)
    return found


@cache
def _functions() -> tuple[Mapping[CodeType, str], Set[CodeType]]:
    """The functions of extraction by their code, each with its name; and those whose answers are kept in a cache."""
    held: dict[str, object] = {}
    for module in (import_module(one.name) for one in walk_packages(audit.extract.__path__, ROOM)):
        held |= {f"{module.__name__}.{name}": one for name, one in _defined_in(module)}
    unwrapped = {name.removeprefix(ROOM): getattr(one, "__wrapped__", one) for name, one in held.items()}
    codes = {one.__code__: name for name, one in unwrapped.items() if isinstance(one, FunctionType)}
    kept = {one.__wrapped__.__code__ for one in _cached()}
    return {code: name for code, name in codes.items() if code not in kept}, kept


def _defined_in(module: ModuleType) -> Iterator[tuple[str, object]]:
    """What a module and its classes define, by name."""
    for name, one in vars(module).items():
        if getattr(one, "__module__", "") == module.__name__:
            yield name, one
            for inner, method in vars(one).items() if isinstance(one, type) else ():
                yield f"{name}.{inner}", _plain(method)


def _plain(method: object) -> object:
    """The function of a method, whatever it is wrapped in."""
    if isinstance(method, lazy):
        return method.find
    return method.fget if isinstance(method, property) else getattr(method, "__func__", method)


def _cached() -> Iterator[Any]:
    """All functions of the project whose answers are kept."""
    modules = [module for name, module in sys.modules.items() if name.startswith("audit.")]
    yield from (one for module in modules for one in vars(module).values() if hasattr(one, "cache_info"))


def _asked(frame: FrameType) -> list[object]:
    """The numbers and words that a function was asked about."""
    code, held = frame.f_code, frame.f_locals
    arguments = (held.get(name) for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
    return [one for one in arguments if type(one) is int or (type(one) is str and len(one) < LONGEST_WORDS)]


def _told(answer: object, depth: int = 0) -> str:
    """An answer in words that are the same in each run; of what is neither plain nor a record, the kind alone."""
    inner = partial(_told, depth=depth + 1)
    if isinstance(answer, PLAIN):
        return repr(answer)
    if depth > DEEPEST:
        return type(answer).__name__
    if isinstance(answer, Set):
        return f"{{{', '.join(sorted(map(inner, answer)))}}}"
    if isinstance(answer, dict):
        return f"{{{', '.join(f'{inner(key)}: {inner(value)}' for key, value in answer.items())}}}"
    if isinstance(answer, re.Match):
        return repr(answer.span())
    return f"{type(answer).__name__}({', '.join(map(inner, _parts(answer)))})"


def _parts(answer: Any) -> Iterable[object]:
    return answer if isinstance(answer, tuple | list) else [getattr(answer, name) for name in _slots(answer)]


def _slots(answer: Any) -> list[str]:
    """The names of what a record holds."""
    is_record = is_dataclass(answer) and type(answer).__module__ == "audit.records"
    return [one.name for one in fields(answer)] if is_record else []


@cache
def asked() -> list[Sentence]:
    """The sentences whose answers are frozen, in the order of their groups."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    return [Sentence(one["text"], one["language"]) for one in map(json.loads, lines)]


def groups() -> range:
    """The number of each group of sentences."""
    return range(-(-len(asked()) // GROUP))


def answers_of(group: int) -> Answers:
    """What each function answers over the sentences of a group."""
    found: Answers = {}
    for number, sentence in enumerate(asked()[group * GROUP : (group + 1) * GROUP]):
        for name, told in answers(sentence).items():
            found.setdefault(name, set()).update(f"{number} {one}" for one in told)
    return found


def changed(group: int) -> list[str]:
    """The functions, known before, that answer otherwise than they did over the sentences of a group."""
    now = {name: _hash(told) for name, told in answers_of(group).items()}
    return sorted(name for name, held in _frozen().items() if now.get(name, held[group]) != held[group])


@cache
def _frozen() -> dict[str, list[str]]:
    """The hash of what each function answered, group by group; "" where it was not asked."""
    held: dict[str, str] = json.loads(FROZEN.read_text(encoding="utf-8"))
    return {name: [*map(str.strip, told.split(","))] for name, told in held.items()}


def _hash(told: set[str]) -> str:
    return sha256("\n".join(sorted(told)).encode()).hexdigest()[:4]


def write() -> None:
    """Freeze what is answered now."""
    found = [{name: _hash(told) for name, told in answers_of(group).items()} for group in groups()]
    names = sorted({name for one in found for name in one})
    held = {name: ",".join(one.get(name, "") for one in found) for name in names}
    FROZEN.write_text(json.dumps(held, indent=0) + "\n", encoding="utf-8")


def _main(named: Sequence[str]) -> None:
    if "--write" in named:
        write()
    elif named:
        for sentence in asked():
            told = answers(sentence)
            print(repr(sentence.text), *(f"\n  {name} {one}" for name in named for one in sorted(told.get(name, ()))))
    else:
        print(*sorted({name for group in groups() for name in changed(group)}), sep="\n")


if __name__ == "__main__":
    _main(sys.argv[1:])
