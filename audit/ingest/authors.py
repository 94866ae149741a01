"""Names of the authors, as a byline or an author's note gives them: names only, no posts, desks or outlets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from audit.lexicon import languages_with, load_rules
from audit.lexicon.counts import bearers
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import Block, Role

BARE_WORDS = range(2, 5)  # of a name in a line that holds nothing but names
_PARTS = re.compile(r"\s*(?:[,;&|/\n]|\b(?:and|with|und|og|och|et)\b)\s*")
_PREFIX = re.compile(r"^(?:by|von|por|par|author|written by|analysis by|opinion by)\b:?\s+", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:\(.*|@.*|\bfor\b.*|\bin\b (?:the |der |den |la )?\w.*|\s[-–—]\s.*|[|:].*)$")
_DEGREE = re.compile(r"(?:[A-Z]\.?){2,4}|Ph\.?D\.?|Jr\.?|Sr\.?")
_FORBIDDEN = re.compile(r"[\d@:/<>{}\[\]_]|https?|\.com\b")


def find_authors(text: str, blocks: Sequence[Block], outlets: Outlets = PACKAGED) -> tuple[str, ...]:
    """Authors that the text itself names: in the byline, else in who reported it, else in a note about the author."""
    for kind, role in (("byline", Role.BYLINE), ("reporting", Role.BYLINE), ("bio", Role.BIO)):
        lines = (block.span.of(text)[:400] for block in blocks if block.role is role)
        names = [name for line in lines for name in _named(kind, line, outlets)]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _named(kind: str, line: str, outlets: Outlets) -> list[str]:
    matches = (pattern.match(line) for pattern in _patterns(kind, None))
    found = next((names for match in matches if match and (names := split_names(match["names"], outlets))), [])
    return found or ([line.strip()] if kind == "byline" and is_bare_name(line, outlets) else [])


def is_prefix(line: str) -> bool:
    """Whether a line is the word of a byline alone ("By"), the names being on the next."""
    return bool(_PREFIX.fullmatch(f"{line.strip()} ")) if line.strip() else False


def byline_names(line: str, outlets: Outlets = PACKAGED, *, bare: bool) -> list[str]:
    """The names of a line that begins as a byline does; with `bare`, of a line that is nothing but names, too."""
    names = split_names(line, outlets) if bare else []
    return _named("byline", line, outlets) or (names if all(len(name.split()) in BARE_WORDS for name in names) else [])


@cache
def _patterns(kind: str, language: str | None) -> tuple[re.Pattern[str], ...]:
    """The patterns of one language, or of all."""
    codes = [code for code in languages_with("bylines") if language in (None, code)]
    rules = [rule for code in codes for rule in load_rules("bylines", code)["lines"] if rule["role"] == kind]
    return tuple(re.compile(rule["pattern"], re.IGNORECASE) for rule in rules)


def is_bare_name(line: str, outlets: Outlets) -> bool:
    """Whether a line is a person's name and nothing else: two to four words, the first a known given name."""
    words = line.split()
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
        return False
    return _is_name(" ".join(words), outlets) and any(bearers(words[0]))


def unprefixed(name: str, language: str | None) -> str:
    """ "Av Ada Quill", on a page in Norwegian, as "Ada Quill"."""
    matches = (pattern.match(name) for pattern in _patterns("byline", language or "en"))
    return next((match["names"] for match in matches if match), name)


def split_names(line: str, outlets: Outlets = PACKAGED) -> list[str]:
    """ "By Ada Byron and Grace Lovell, Staff Writers" as ["Ada Byron", "Grace Lovell"]."""
    parts = _PARTS.split(_PREFIX.sub("", line.strip()[:400], count=1))
    cleaned = (_cut(_PREFIX.sub("", part.strip(), count=1), outlets).strip(" .•·-–—\u00a0") for part in parts)
    names = list(dict.fromkeys(_initials(part, line) for part in cleaned if _is_name(part, outlets)))
    return [name for name in names if len(names) == 1 or not _DEGREE.fullmatch(name)]


def _cut(part: str, outlets: Outlets) -> str:
    """A name without what is said behind it; a single word before a dash is no whole name, and the dash is its own."""
    head, dash, tail = part.partition(" - ")
    is_short = bool(dash) and len(head.split()) == 1 and 2 <= len(tail.split()) <= 3
    whole = is_short and _is_name(f"{head} {tail}", outlets)
    return part if whole else _TAIL.sub("", part)


def _initials(name: str, line: str) -> str:
    """A full stop that was cut from behind an initial or "Jr" is put back."""
    return f"{name}." if f"{name}." in line and re.search(r"(?:\b[A-Z]|Jr|Sr)$", name) else name


def _is_name(part: str, outlets: Outlets) -> bool:
    words = part.split()
    if not 1 <= len(words) <= 5 or len(part) > 60 or _FORBIDDEN.search(part):
        return False
    if not words[0][0].isalpha() or words[0][0].islower() or words[-1][0].islower():
        return False
    return not any(word.casefold().strip(".") in _roles() for word in words) and outlets.resolve(part) is None


@cache
def _roles() -> frozenset[str]:
    return frozenset(load_rules("bylines")["roles"]["words"])


def clean_names(names: Iterable[str], outlets: Outlets = PACKAGED) -> tuple[str, ...]:
    """Names from metadata, where one entry may hold several; an entry that is a part of another one is left out."""
    found = list(dict.fromkeys(name for entry in names for name in split_names(_titled(entry), outlets)))
    return tuple(name for name in found if not any(name != other and f"{name} " in f"{other} " for other in found))


def bodies(names: Iterable[str]) -> tuple[str, ...]:
    """Organisations that metadata names as authors ("Associated Press"), for an article that names no person."""
    plain = (" ".join(name.split()) for name in names)
    return tuple(dict.fromkeys(n for n in plain if n[:1].isupper() and len(n) <= 60 and not _FORBIDDEN.search(n)))


def _titled(entry: str) -> str:
    """An entry in small letters throughout, as some systems store names, with capitals."""
    return entry.title() if entry.islower() and "@" not in entry else entry
