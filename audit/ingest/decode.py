"""Bytes to text: a mark, UTF-8, the declared encoding as browsers read it, then a guess; newlines are \\n."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

SAMPLE = 100_000  # bytes that a guess looks at
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WIDE = frozenset(("utf-16", "utf-16-le", "utf-16-be"))
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_OTHERS = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?=[a-zA-Z .,;:!?])")  # a letter of one byte among others
_CONTROLS = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0) if code != 0x85}
_CONTROL = re.compile("[\x80-\x9f]")
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
    marked = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _unmarked_utf16(data)
    if b"\x00" in data and marked not in _WIDE:
        raise UnreadableError("the file is binary: it holds NUL bytes")
    if marked is None and data.isascii():
        return data.decode("ascii")
    read = _strict(data, [marked, "utf-8"]) or _by_lines(data) or _strict(data, [_as_browsers_read(declared)])
    text = read or _almost_utf8(data) or _guessed(data)
    return text.translate(_CONTROLS) if _CONTROL.search(text) else text


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: in a sample, every second byte is nearly always NUL, and no other is a control."""
    sample = data[:SAMPLE]
    if b"\x00" not in sample:
        return None
    for name, empty, full in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if len(sample) > 20 and empty.count(0) > 0.7 * len(empty) and min(full) > 8:
            return name
    return None


def _as_browsers_read(label: str | None) -> str | None:
    """The encoding that the Encoding Standard means by a label: iso-8859-1 is windows-1252, gb2312 is gb18030."""
    try:
        return _MEANT.get(codecs.lookup(label).name, label) if label else None
    except LookupError:
        return None


def _strict(data: bytes, encodings: list[str | None]) -> str | None:
    for encoding in filter(None, encodings):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _by_lines(data: bytes) -> str | None:
    """Files that were joined from several: UTF-8 by lines, the other lines as browsers read them; None where no line
    is of UTF-8 with foreign letters, or most of those that have any are not."""
    lines = data.split(b"\n")
    foreign = [line for line in lines if not line.isascii()]
    as_utf8 = [_strict(line, ["utf-8"]) for line in foreign]
    if 2 * sum(text is not None for text in as_utf8) <= len(foreign):
        return None
    if any(text is None and len(_OTHERS.findall(line)) == 0 for line, text in zip(foreign, as_utf8, strict=True)):
        return None
    return "\n".join(_strict(line, ["utf-8", "cp1252"]) or line.decode("latin-1") for line in lines)


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
