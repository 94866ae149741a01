"""Content hashes: the same thing has the same id in every run and on every machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from audit.records import UNNAMED, SourceKind

HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "the"})
LONG = 100  # characters: what is longer is hardly a name, and not kept
_WORD = re.compile(r"[\w@]+")
# Zelensky, Zelenskyy, Zelenskiy, Zelenskyi; Dmitri, Dmitry
_ENDING = re.compile(r"(?<=..)(?:iy|yy|ij|yi|ii|(?<=sk)i|(?<=tr)i)$")
_FLAT = str.maketrans(
    dict.fromkeys("-‐‑–", " ") | {".": None, "’": "'", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i"}
)


def stable_id(*parts: object) -> str:
    """Twenty hex digits over the parts, each told apart from its neighbour."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "backslashreplace")).hexdigest()[:20]


def name_key(name: str) -> str:
    """A name without what spelling varies: case, accents, hyphens, full stops, honorifics, transliterated endings."""
    return _kept_key(name) if len(name) < LONG else _name_key(name)


@lru_cache(maxsize=1 << 15)
def _kept_key(name: str) -> str:
    """An article asks for the same few names many times."""
    return _name_key(name)


def _name_key(name: str) -> str:
    flat = name.translate(_FLAT)
    if not flat.isascii():
        flat = unicodedata.normalize("NFKD", flat)
        flat = "".join(c for c in flat if not unicodedata.combining(c))
    flat = flat.casefold()
    words = [_ENDING.sub("y", w) if w[-1] in "iyj" else w for w in _WORD.findall(flat.removesuffix("'s"))]
    return " ".join([w for w in words if w not in HONORIFICS] or words)


@lru_cache(maxsize=1 << 14)
def source_id(kind: SourceKind, name: str, article_id: str = "") -> str:
    """Id of a source; unnamed ones, occasions, and bodies that are only described, are another in every article."""
    own = kind in UNNAMED or kind is SourceKind.OCCASION or is_described(kind, name)
    where = article_id if own else ""
    return stable_id("source", kind.value, name_key(name), where)


def is_described(kind: SourceKind, name: str) -> bool:
    """Whether a body or document has no name, only a noun ("the police", "a report"): there is one in every town."""
    words = name.split()
    return kind in _DESCRIBED and bool(words) and words[-1][0].islower()


_DESCRIBED = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.DATASET})
