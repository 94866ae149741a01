"""Whether a document ends in its middle, as one does whose download or copy was broken off: bytes → yes or no.

Invariant: what a format allows to be left out at the end is no sign; unknown counts as whole.
"""

from __future__ import annotations

import re

PAGE_CUT = "the page ends in its middle: the file was cut off, and what is there was read"
RTF_CUT = "the document ends in its middle: the file was cut off, and what is there was read"
_WHOLE = re.compile(rb"<(?:html|body)[\s>]", re.IGNORECASE)
_END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_BLOCK = re.compile(rb"<(?:p|div|article|section|main|h[1-6]|li)\b", re.IGNORECASE)
_CODE = re.compile(rb"<(script|style)\b.*?</\1|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_ENCLOSING = ((b"<script", b"</script"), (b"<style", b"</style"), (b"<!--", b"-->"))
_BOX = re.compile(rb"<(/?)(?:div|article|section|main)\b", re.IGNORECASE)  # whose end may not be left out
_BRACE = re.compile(rb"\\[{}\\]|([{}])")


def is_cut_page(data: bytes) -> bool:
    """Whether a page lacks its end, and ends within a tag, a comment, a script, or an element that must be closed."""
    if not _WHOLE.search(data):
        return False
    end = max((match.end() for match in _END.finditer(data)), default=0)
    if end and not _BLOCK.search(data, end):
        return False
    small = data.lower()
    inside = any(small.rfind(opens) > small.rfind(closes) for opens, closes in _ENCLOSING)
    if inside or data.rfind(b"<") > data.rfind(b">"):
        return True
    boxes = [match[1] for match in _BOX.finditer(_CODE.sub(b"", data))]
    return boxes.count(b"") > boxes.count(b"/")


def is_cut_rtf(data: bytes) -> bool:
    """Whether groups of an RTF document are open at its end; one with bytes of pictures in it is not looked at."""
    if b"\\bin" in data:
        return False
    braces = [match[1] for match in _BRACE.finditer(data)]
    return braces.count(b"{") > braces.count(b"}")
