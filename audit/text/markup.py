"""Signs of emphasis that Markdown prints around words: the same text with blanks for them.

"**Ada Holm:** ..." is a name and a colon. Invariant: the text that comes out is as long, so that all places stay what
they are.
"""

from __future__ import annotations

import re

_SIGNS = ("**", "__")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__)(?=[^\s*_])([^\n*]{1,200}?)(?<=[^\s*_])\1(?![\w*])")


def without_emphasis(text: str) -> str:
    """A text to itself with blanks for each pair of signs around emphasised words of one line."""
    if not any(sign in text for sign in _SIGNS):
        return text
    return _EMPHASIS.sub(lambda found: f"  {found[2]}  ", text)
