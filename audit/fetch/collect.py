"""One collection: listed pages and the new items of listed feeds into one web archive, with a log.

Invariant: `raw/` gets whole archives only, by renaming; state and log lie in a hidden folder, which no run reads.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from lxml import etree
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from audit.fetch.fetcher import STATE, Answer, Fetcher
from audit.fetch.guard import RefusedError

MEMORY = ".fetch"
_RESERVED = re.compile(rb"<meta[^>]{0,200}tdm-reservation[^>]{0,200}content\s*=\s*[\"']?1", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log: when (UTC), what was asked, what became of it, the tool, and the SHA-256 of what came.

    `claims`: how many claims hang on it, where that is why it was asked.
    """

    at: str
    url: str
    outcome: str  # kept, unchanged, reserved, refused, status NNN
    tool: str
    why: str = ""
    sha256: str = ""
    archive: str = ""
    claims: int = 0


def collect(
    fetcher: Fetcher,
    folder: Path,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    wanted: Mapping[str, int] | None = None,
) -> Iterator[Line]:
    """Fetch what is listed into `folder`; a line for each address. Raises OSError.

    `wanted`: addresses with the number of claims that hang on each; these are fetched instead, none of them twice.
    """
    memory = folder / MEMORY
    memory.mkdir(parents=True, exist_ok=True)
    held = _remembered(memory)
    started = f"{now():%Y%m%dT%H%M%S%fZ}.warc.gz"
    half, lines = memory / started, list[Line]()
    with half.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url in _listed(fetcher, held) if wanted is None else _not_held(wanted, held, fetcher.settings.limit):
            line, answer = _visit(fetcher, url, held, f"{now():%Y-%m-%dT%H:%M:%SZ}", started)
            line = replace(line, claims=wanted[url] if wanted else 0)
            if answer is not None:
                _write(writer, answer, line.at)
            lines.append(line)
            yield line
        file.flush()
        os.fsync(file.fileno())
    if any(line.outcome == "kept" for line in lines):
        os.replace(half, folder / started)
    else:
        half.unlink()
    _remember(memory, held, lines)


def _not_held(wanted: Mapping[str, int], held: Mapping[str, object], most: int) -> Iterator[str]:
    """The first `most` addresses of those that did not come before."""
    yield from islice((url for url in wanted if url not in held), most)


def _listed(fetcher: Fetcher, held: dict[str, dict[str, str]]) -> Iterator[str]:
    """Listed pages, then items of feeds that are not held; at most as many as a run may fetch."""
    left, seen = fetcher.settings.limit, set[str]()
    for url in (*fetcher.settings.pages, *_items_of_feeds(fetcher, held)):
        if url not in seen and left > 0:
            seen.add(url)
            left -= 1
            yield url


def _items_of_feeds(fetcher: Fetcher, held: dict[str, dict[str, str]]) -> Iterator[str]:
    for feed in fetcher.settings.feeds:
        try:
            answer = fetcher.get(feed, {})
        except RefusedError:
            yield feed  # asked again as a page: the log then says why
            continue
        yield from (url for url in items_of(answer.body, answer.url) if url not in held)


def items_of(data: bytes, base: str) -> list[str]:
    """The addresses of a feed's entries, RSS or Atom, in its order."""
    from urllib.parse import urljoin

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.XMLSyntaxError:
        return []
    entries = root.iterfind(".//{*}item") if root is not None else ()
    links = [entry.findtext("{*}link") for entry in entries]
    if root is not None:
        for link in root.iterfind(".//{*}entry/{*}link"):
            links += [link.get("href")] if link.get("rel", "alternate") == "alternate" else []
    return list(dict.fromkeys(urljoin(base, link.strip()) for link in links if link and link.strip()))


def _visit(
    fetcher: Fetcher, url: str, held: dict[str, dict[str, str]], at: str, archive: str
) -> tuple[Line, Answer | None]:
    try:
        answer = fetcher.get(url, held.get(url, {}))
    except RefusedError as error:
        return Line(at, url, "refused", fetcher.agent, str(error)), None
    if answer.status == 304:
        return Line(at, url, "unchanged", fetcher.agent), None
    if answer.status != 200:
        return Line(at, url, f"status {answer.status}", fetcher.agent), None
    if _is_reserved(answer) and not fetcher.settings.reserved:
        return Line(at, url, "reserved", fetcher.agent, "text mining is reserved (tdm-reservation)"), None
    sha = hashlib.sha256(answer.body).hexdigest()
    unchanged = held.get(url, {}).get("sha256") == sha
    held[url] = {"sha256": sha, **{key: answer.headers[key] for key in STATE if key in answer.headers}}
    if unchanged:
        return Line(at, url, "unchanged", fetcher.agent, sha256=sha), None
    return Line(at, url, "kept", fetcher.agent, sha256=sha, archive=archive), answer


def _is_reserved(answer: Answer) -> bool:
    return answer.headers.get("tdm-reservation", "").strip() == "1" or bool(_RESERVED.search(answer.body[:200_000]))


def _write(writer: Any, answer: Answer, at: str) -> None:
    """Response records: what led to the page, then the page; bodies as read, without their transfer's packing."""
    for one in (*answer.led, answer):
        kept = ((k, v) for k, v in one.headers.items() if k not in {"content-encoding", "transfer-encoding"})
        head = StatusAndHeaders(f"{one.status} {HTTPStatus(one.status).phrase}", list(kept), protocol="HTTP/1.1")
        named = {"WARC-Date": at}
        body = BytesIO(one.body)
        record = writer.create_warc_record(
            one.url, "response", payload=body, http_headers=head, warc_headers_dict=named
        )
        writer.write_record(record)


def _remembered(memory: Path) -> dict[str, dict[str, str]]:
    try:
        found = json.loads((memory / "state.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(memory: Path, held: dict[str, dict[str, str]], lines: list[Line]) -> None:
    with (memory / "log.jsonl").open("a", encoding="utf-8") as log:
        log.writelines(json.dumps(asdict(line), ensure_ascii=False) + "\n" for line in lines)
    fresh = memory / "state.json.new"
    fresh.write_text(json.dumps(held, ensure_ascii=False, indent=0, sort_keys=True), encoding="utf-8")
    os.replace(fresh, memory / "state.json")
