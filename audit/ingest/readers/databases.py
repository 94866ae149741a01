"""Text exports of news databases (Nexis Uni, LexisNexis, Factiva): many articles, each closed by a line of its own.

Sources of the forms: the exports themselves; the databases print their labels in English in every edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from audit.ingest.drafts import Known
from audit.ingest.fields import read_known

_FACTIVA_END = re.compile(r"^Document (?P<id>[A-Z][A-Z0-9]{3,12}\d{8}[a-z0-9]{6,14})[ \t]*$", re.MULTILINE)
_NEXIS_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_LEXIS_HEAD = re.compile(r"^[ \t]*\d+ of \d+ DOCUMENTS?[ \t]*$", re.MULTILINE)
_WORDS = re.compile(r"[\d,.]+ words", re.IGNORECASE)
_LABEL = re.compile(r"(?P<key>[A-Z][A-Za-z-]{2,20}):[ \t]*(?P<value>\S.*)?")
_RIGHTS = re.compile(r"(?:copyright|\(c\)|©)\s", re.IGNORECASE)
_BY = re.compile(r"by[ \t]+(?P<names>\S.*)", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:Load-Date|Language|Publication-Type|Subject|Graphic|Journal Code|Classification):", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FACTIVA_FIELDS = {"HD": "title", "BY": "authors", "PD": "published", "SN": "publisher", "LA": "language"}
_CODES = frozenset(_FACTIVA_FIELDS) | frozenset(
    ("SE", "WC", "ET", "SC", "ED", "PG", "CY", "VOL", "CR", "CO", "IN", "NS", "RE", "IPC", "PUB", "AN")
)
_BODY_CODES = ("LP", "TD")


_END_BYTES = re.compile(rb"End of Document|\d+ of \d+ DOCUMENTS?|Document [A-Z][A-Z0-9]{3,12}\d{8}[a-z0-9]{6,14}")


def may_hold_records(data: bytes) -> bool:
    """Whether bytes, markup or not, hold a line with which a database ends or begins an article."""
    return bool(_END_BYTES.search(data))


@dataclass(frozen=True, slots=True)
class Record:
    """One article of an export: its body, and what the export says of it."""

    text: str
    known: Known
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Head:
    """Fields under the names of a sidecar, and the number of lines that they take."""

    fields: dict[str, object] = field(default_factory=dict)
    lines: int = 0


def split_database(text: str) -> list[Record]:
    """The articles of a database's export; none where the text is no such export."""
    for pieces, read in ((_factiva_pieces(text), _factiva), (_nexis_pieces(text), _nexis)):
        if pieces:
            return [record for piece in pieces if (record := read(piece)).text]
    return []


def _factiva_pieces(text: str) -> list[str]:
    ends = list(_FACTIVA_END.finditer(text))
    starts = [0, *(end.end() for end in ends)]
    pieces = [text[start : end.end()] for start, end in zip(starts, ends, strict=False)]
    return pieces if pieces and all(_coded(piece) or _head_line(piece) is not None for piece in pieces) else []


def _nexis_pieces(text: str) -> list[str]:
    """Pieces of which each has a line with its length, as every article of that database has."""
    mark = _NEXIS_END if _NEXIS_END.search(text) else _LEXIS_HEAD
    pieces = [piece for piece in mark.split(text) if piece.strip()] if mark.search(text) else []
    told = [piece for piece in pieces if re.search(r"^[ \t]*length:[ \t]*[\d,.]+ words", piece, re.I | re.M)]
    return told


def _head_line(piece: str) -> int | None:
    """The number of the line that gives the length, in the head of an article without field codes."""
    lines = [line.strip() for line in piece.strip().splitlines()[:12]]
    return next((at for at, line in enumerate(lines) if _WORDS.fullmatch(line)), None)


def _coded(piece: str) -> bool:
    return {"HD", "AN"} <= {found[0] for line in piece.splitlines() if (found := _code_of(line))}


def _code_of(line: str) -> tuple[str, str] | None:
    """A field's code at the head of a line, and what stands behind it."""
    key, _, rest = line.strip().partition(" ")
    return (key, rest.strip()) if key in _CODES or key in _BODY_CODES else None


def _factiva(piece: str) -> Record:
    return _factiva_coded(piece) if _coded(piece) else _factiva_plain(piece)


def _factiva_plain(piece: str) -> Record:
    """Title, byline, length, day, (hour,) outlet, code, page, language, rights: a line each; a blank line; the body."""
    end = _FACTIVA_END.search(piece)
    lines = piece[: end.start() if end else None].strip().splitlines()
    at = _head_line(piece) or 0
    above = [line.strip() for line in lines[:at] if line.strip()]
    below = [line.strip() for line in lines[at + 1 : at + 12]]
    day = next((n for n, line in enumerate(below) if _YEAR.search(line) and not _RIGHTS.match(line)), None)
    outlet = next((line for line in below[(day or 0) + 1 :] if line and not re.match(r"\d\d:\d\d", line)), None)
    rights = next((at + 1 + n for n, line in enumerate(below) if _RIGHTS.match(line)), at)
    by = next((match for line in above[1:] if (match := _BY.match(line))), None)
    said = {"title": above[0] if above else None, "authors": _people(by["names"]) if by else _bare_author(above)}
    said |= {
        "published": below[day] if day is not None else None,
        "publisher": outlet,
        "id": end["id"] if end else None,
    }
    return Record("\n".join(lines[rights + 1 :]).strip(), _known(said))


def _bare_author(above: Sequence[str]) -> list[str]:
    """The line between a one-line title and the length is the byline, though it may lack its "by"."""
    return _people(above[-1]) if len(above) == 2 else []


def _people(line: str) -> list[str]:
    return [" ".join(line.split())]


def _factiva_coded(piece: str) -> Record:
    said: dict[str, list[str]] = {}
    key = ""
    for line in piece.splitlines():
        key, words = _code_of(line) or (key, line.strip())
        said.setdefault(key, []).append(words)
    fields: dict[str, object] = {
        name: " ".join(" ".join(said[code]).split()) for code, name in _FACTIVA_FIELDS.items() if code in said
    }
    document = " ".join(said.get("AN", [])).split()
    text = "\n\n".join("\n".join(said[code]).strip() for code in _BODY_CODES if code in said)
    return Record(text.strip(), _known({**fields, "id": document[-1] if document else None}))


def _nexis(piece: str) -> Record:
    """Title, outlet and day in the order of the edition; labelled fields; the body behind "Body" or the last label."""
    lines = [line.strip() for line in piece.strip("\n\f ").splitlines()]
    start = _body_start(lines)
    labels = dict(_labels(lines[:start]))
    plain = [line for line in lines[:start] if line and not _LABEL.match(line) and not _RIGHTS.match(line)]
    plain = [line for line in plain if line != "Body" and not line.casefold().startswith("all rights")]
    day = next((n for n, line in enumerate(plain) if n and _YEAR.search(line) and re.match(r"\w+ \d", line)), None)
    said = _nexis_said(plain, day, "headline" in labels or _day_before_title(plain, day))
    said["title"] = labels.get("headline") or said.get("title")
    said["authors"] = _people(labels["byline"].removeprefix("By ")) if labels.get("byline") else None
    return Record(_nexis_body(lines[start:]), _known(said))


def _day_before_title(plain: Sequence[str], day: int | None) -> bool:
    """The older edition prints outlet and day above the headline, the newer one below it."""
    return day == 1 and len(plain) > 2


def _nexis_said(plain: Sequence[str], day: int | None, outlet_first: bool) -> dict[str, object]:
    if day is None:
        return {"title": plain[0] if plain else None}
    title = plain[day + 1 : day + 2] if outlet_first else plain[: day - 1]
    when = re.match(r".*?\b(?:19|20)\d\d\b", plain[day])
    return {"title": " ".join(title), "publisher": plain[day - 1], "published": when[0] if when else plain[day]}


def _labels(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if (match := _LABEL.match(line)) and match["value"]:
            yield match["key"].casefold(), match["value"].strip()


def _body_start(lines: Sequence[str]) -> int:
    """The line behind "Body"; without one, behind the last label of the head."""
    if "Body" in lines:
        return lines.index("Body") + 1
    length = next((n for n, line in enumerate(lines) if line.casefold().startswith("length:")), 0)
    after = [
        n
        for n in range(length, min(length + 12, len(lines)))
        if _LABEL.match(lines[n]) and not _TRAILING.match(lines[n])
    ]
    return (max(after, default=length)) + 1


def _nexis_body(lines: Sequence[str]) -> str:
    end = next((n for n, line in enumerate(lines) if n and _TRAILING.match(line)), len(lines))
    return "\n".join(lines[:end]).strip()


def _known(said: Mapping[str, object]) -> Known:
    return read_known({key: value for key, value in said.items() if value})
