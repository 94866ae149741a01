"""Sidecars and rows of exports to what is known of an article, by the names that `fields.toml` lists."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.core import get_global

from audit.ingest.drafts import GENRES, Known, parse_when
from audit.ingest.statuses import NOT_FOR_USE, correction_of, status_of

_NO_LETTERS = re.compile(r"[\W_]+")
_CUT = re.compile(r"(?:…|\.\.\.)\s*\[\+\d+ chars\]\s*$")
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|li|article)\b[^>]{0,500}>", re.IGNORECASE)


@cache
def _paths() -> dict[str, tuple[tuple[str, ...], ...]]:
    """By field of an article the paths under which exports keep it, folded."""
    table = tomllib.loads((files(__package__) / "fields.toml").read_text(encoding="utf-8"))
    return {field: tuple(_path(name) for name in entry["names"]) for field, entry in table.items()}


def _path(name: str) -> tuple[str, ...]:
    return tuple(map(_folded, name.split(".")))


@lru_cache(maxsize=1 << 12)
def _folded(name: Any) -> str:
    return _NO_LETTERS.sub("", str(name)).casefold()


def _values(row: Mapping[str, Any], field: str) -> Iterator[Any]:
    """What a row holds under the names of a field, empty values left out."""
    folded = {_folded(key): value for key, value in row.items()}
    for first, *rest in _paths()[field]:
        value = folded.get(first)
        for step in rest:
            value = _inside(value, step)
        if value:
            yield value


def _inside(value: Any, step: str) -> Any:
    """The value under a folded name in an object, or in the first object of a list."""
    one = value[0] if isinstance(value, list) and value else value
    return next((v for k, v in one.items() if _folded(k) == step), None) if isinstance(one, dict) else None


def read_known(row: Mapping[str, Any]) -> Known:
    """A sidecar or a row to what is known; what cannot be read is not said; of several dates the first that can."""
    said = {field: next(_values(row, field), None) for field in _paths()}
    published = next(filter(None, map(parse_when, _values(row, "published"))), None)
    modified, captured = parse_when(said["modified"]), parse_when(said["captured"])
    genre = _text(said["genre"])
    return Known(
        external_id=_text(said["external_id"]),
        url=_text(said["url"]),
        publisher=next(filter(None, map(_text, _values(row, "publisher"))), None),
        domain=_text(said["domain"]),
        title=_text(said["title"]),
        authors=_names(said["authors"]),
        published=published,
        modified=modified[0] if modified and modified != published else None,
        captured=captured[0] if captured else None,
        language=_language(_text(said["language"]) or ""),
        genre=genre if genre in GENRES else None,
        unread=_printed(said["published"]) if said["published"] and not published else None,
        status=status_of(_text(said["status"])),
        embargo=_text(said["embargo"]),
        correction=correction_of(_text(said["note"]), _texts_in(said["signal"])),
    )


def _printed(value: Any) -> str:
    """A value for a message; of lists and objects, which may be nested deeply, only what they are."""
    return repr(value)[:80] if isinstance(value, str | int | float) else f"(a {type(value).__name__})"


def _text(value: Any) -> str | None:
    """A non-empty text on one line; numbers are texts too."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).replace("\x00", "").split())[:2000] or None


def _texts_in(value: Any, depth: int = 2) -> list[str]:
    """A text, or those in lists and objects, not too deep."""
    if isinstance(value, list | dict):
        inside = value if isinstance(value, list) else list(value.values())
        return [text for one in inside[:100] for text in _texts_in(one, depth - 1)] if depth >= 0 else []
    return [text] if (text := _text(value)) else []


def _language(tag: str) -> str | None:
    """A language's two-letter code from a tag ("de-AT"), a three-letter code ("deu") or its name."""
    code = tag.replace("_", "-").split("-")[0].casefold()
    alias = get_global("language_aliases").get(code, code)
    return _language_names().get(alias, alias) or None


@cache
def _language_names() -> dict[str, str]:
    """Codes by the names of languages, as databases print them."""
    return {name.casefold(): code for code, name in Locale("en").languages.items() if len(code) == 2}


def _names(value: Any) -> tuple[str, ...]:
    parts = _entries(value)
    return tuple(dict.fromkeys(name for name in map(_text, parts) if name))


def _entries(value: Any) -> Iterable[Any]:
    """Entries of a field of names: texts, objects with a name, lists of these."""
    if isinstance(value, str):
        return _turned(value) or value.split(", ")
    items = value if isinstance(value, list) else [value]
    return [_inside(item, "name") if isinstance(item, dict) else item for item in items]


def _turned(line: str) -> list[str]:
    """ "Quill, Ada; Noon, Gaspar", as libraries write names, turned round; empty where a line is not written so."""
    parts = [part.split(", ") for part in line.split(";")]
    if not all(len(part) == 2 and part[0].strip() and " " not in part[0].strip() for part in parts):
        return []
    return [f"{given.strip()} {family.strip()}" for family, given in parts]


def text_of(row: Mapping[str, Any]) -> str | None:
    """The article's words, where the row has them as a text, or as a list of its pieces, as Telegram exports them."""
    texts = (_pieced(value) for value in _values(row, "text"))
    return next((text for text in texts if text and text.strip()), None)


def _pieced(value: Any) -> str | None:
    """A text; or one in pieces, texts and objects with a text, of which at least one is a text of its own."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list) or not any(isinstance(piece, str) for piece in value):
        return None
    pieces = [piece.get("text") if isinstance(piece, dict) else piece for piece in value]
    return "".join(piece for piece in pieces if isinstance(piece, str)) if all(pieces) else None


def page_of(row: Mapping[str, Any]) -> str | None:
    """The article's HTML, where the row has it; in some exports the field for the text holds it."""
    page = next((value for value in _values(row, "html") if isinstance(value, str) and value.strip()), None)
    text = text_of(row)
    return text if text and _MARKUP.search(text) else None if text else page


def holds_article(row: Any) -> bool:
    """Whether something is an object with an article's words."""
    return isinstance(row, dict) and bool(text_of(row) or page_of(row))


def is_notice(row: Any) -> bool:
    """Whether something is an object that takes or holds back an item by its id or address, without its words."""
    known = read_known(row) if isinstance(row, dict) and not holds_article(row) else Known()
    return known.status in NOT_FOR_USE and bool(known.external_id or known.url)


def doubts_of(text: str) -> tuple[str, ...]:
    """What is wrong with a text: its export cut it short."""
    return ("the export holds only the beginning of the text",) if _CUT.search(text) else ()
