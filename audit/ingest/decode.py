"""Bytes to text: declared encoding, UTF-8, then a guess; newlines are \\n, everything else stays as received."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

SAMPLE = 100_000  # bytes that a guess looks at
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class UnreadableError(ValueError):
    """Bytes that are no text; the message is the reason, as a sentence."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`, newlines normalised. Raises UnreadableError."""
    return normalise(decode_raw(data, declared))


def decode_raw(data: bytes, declared: str | None = None) -> str:
    """The text of `data` with its newlines as they are. Raises UnreadableError."""
    if not data.strip():
        raise UnreadableError("the file is empty")
    marked = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    if b"\x00" in data and marked != "utf-16":
        raise UnreadableError("the file is binary: it holds NUL bytes")
    return _strict(data, [marked, declared, "utf-8"]) or _almost_utf8(data) or _guessed(data)


def _strict(data: bytes, encodings: list[str | None]) -> str | None:
    for encoding in filter(None, encodings):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _almost_utf8(data: bytes) -> str | None:
    """UTF-8 with a rare broken byte, as in a file that was cut in the middle of a letter."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    foreign = sum(1 for c in text[:SAMPLE] if c > "\x7f")
    return text if (broken <= 2 and foreign > 2 * broken) or broken * 1000 <= foreign else None


def _guessed(data: bytes) -> str:
    best = from_bytes(data[:SAMPLE]).best()
    text = _strict(data, [best.encoding]) if best else None
    if text is None:
        raise UnreadableError("the file is in no known encoding")
    return text


def normalise(text: str) -> str:
    """Newlines as \\n, no byte-order mark; what no database can hold becomes U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
