"""Tags with more attributes than anybody writes: parsers compare each attribute with every other of its tag.

Invariant: the length of a page, and the place of all that is kept in it, stay as they are.
"""

from __future__ import annotations

import re

MOST = 400  # attributes of one tag that are kept
_LONG = 2_000  # characters: a shorter tag is not looked into
_TAG = re.compile(r"<[A-Za-z](?>\"[^\"]*\"|'[^']*'|[^\"'<>])*+>")
_ATTRIBUTE = re.compile(r"[^\s\"'<>/=]++(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?")


def without_excess(page: str) -> str:
    """A page whose tags have at most `MOST` attributes; what stood there is blank."""
    return _TAG.sub(lambda tag: _cut(tag[0]) if len(tag[0]) > _LONG else tag[0], page)


def _cut(tag: str) -> str:
    found = _ATTRIBUTE.finditer(tag, 1)
    last = next((one for number, one in enumerate(found) if number == MOST), None)  # the first is the tag's name
    if last is None:
        return tag
    rest = "".join(c if c in "\r\n" else " " for c in tag[last.end() : -1])
    return f"{tag[: last.end()]}{rest}>"
