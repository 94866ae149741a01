"""Mails: a message, a mailbox, or a page that a browser saved as one (MHTML)."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr
from itertools import islice

from audit.ingest.decode import UnreadableError
from audit.ingest.drafts import Known, Problem, parse_when
from audit.ingest.readers.newsletters import stories
from audit.ingest.sources import TEXT_LIMIT, Found, Item, Reader, Source

PARTS = 200  # of one message
_HEADER = re.compile(rb"(?:From \S[^\n]*\n)?(?:[!-9;-~]{1,60}:[ \t][^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_TELLING = re.compile(rb"^(?:message-id|mime-version|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE)
_PARTED = re.compile(rb"^From \S+.*\d\d:\d\d.*\n", re.MULTILINE)


def _looks(head: bytes) -> bool:
    match = _HEADER.match(head.replace(b"\r\n", b"\n").lstrip(b"\n"))
    return bool(match and _TELLING.search(match[0]))


def _items(source: Source) -> Iterator[Found]:
    data = source.whole(TEXT_LIMIT).replace(b"\r\n", b"\n")
    if not _PARTED.match(data):
        yield from _message(data, source)
        return
    starts = [match.end() for match in _PARTED.finditer(data)]
    ends = [match.start() for match in _PARTED.finditer(data)][1:]
    for number, (start, end) in enumerate(zip(starts, [*ends, len(data)], strict=True), 1):
        yield source.member("message.eml", f"#{number}", data[start:end])


def _message(data: bytes, source: Source) -> Iterator[Found]:
    try:
        message = email.message_from_bytes(data, policy=default)
        parts = list(islice(message.walk(), PARTS + 1))
        if len(parts) > PARTS:
            yield Problem(source.place, f"the mail has more than {PARTS} parts")
            return
        saved = _saved(message, parts, source)
        yield from [saved] if saved else _told(_letter(message, parts, source))
    except (
        LookupError,
        ValueError,
        RecursionError,
        AttributeError,
        TypeError,
        IndexError,
    ) as error:  # of broken headers
        raise UnreadableError(f"the mail cannot be read ({type(error).__name__}: {error})") from error


def _saved(message: EmailMessage, parts: list[EmailMessage], source: Source) -> Item | None:
    """The page of an MHTML file: its first HTML part that says where it came from."""
    page = next((p for p in parts if p.get_content_type() in _PAGES and p.get("Content-Location")), None)
    if page is None or message.get_content_type() != "multipart/related":
        return None
    address = str(message.get("Snapshot-Content-Location") or page["Content-Location"])
    known = replace(source.known, url=source.known.url or (address if "://" in address else None))
    return Item(source.place, _words(page), True, known, _sent(message) or source.captured)


_PAGES = ("text/html", "application/xhtml+xml")


def _letter(message: EmailMessage, parts: list[EmailMessage], source: Source) -> Item:
    """A mail or newsletter: its HTML, else its text, under its subject."""
    body = message.get_body(("html", "plain"))
    if body is None:
        raise UnreadableError("the mail has no text")
    name, address = parseaddr(str(message.get("From", "")))
    sent = _sent(message)
    known = Known(
        external_id=str(message.get("Message-ID", "")).strip() or None,
        publisher=name or None,
        domain=address.rpartition("@")[2] or None,
        title=" ".join(str(message.get("Subject", "")).split()) or None,
        published=(sent, "time") if sent else None,
    )
    return Item(source.place, _words(body), body.get_content_type() in _PAGES, known, source.captured)


def _told(letter: Item) -> Iterator[Item]:
    """The stories of a newsletter, each with its own headline and address; any other mail as it is."""
    found = stories(letter.body) if letter.is_page and isinstance(letter.body, str) else []
    for number, story in enumerate(found, 1):
        own = replace(letter.known, title=story.title, url=story.url, external_id=None)
        known = own if story.title else letter.known
        yield Item(f"{letter.place}#{number}", story.page, True, known, letter.captured)
    if not found:
        yield letter


def _sent(message: EmailMessage) -> datetime | None:
    found = parse_when(str(message.get("Date", "")))
    return found[0] if found else None


def _words(part: MIMEPart) -> str:
    try:
        text: str = part.get_content()
    except LookupError:  # a charset that no one knows
        text = bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")
    return text.replace("\r\n", "\n")


MAIL = Reader("message/rfc822", (".eml", ".mbox", ".mhtml", ".mht"), _looks, _items)
