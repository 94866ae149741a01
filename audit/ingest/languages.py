"""Which language a text is in, by its commonest words: enough to pick the rules that read it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from audit.lexicon import load_rules

SAMPLE = 4000  # characters
_WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str, default: str = "en") -> str:
    """A two-letter code; `default` where no language clearly leads."""
    words = Counter(_WORD.findall(text[:SAMPLE].casefold()))
    hits = sorted(((sum(words[w] for w in common), code) for code, common in _common().items()), reverse=True)
    (best, code), (second, _) = hits[0], hits[1]
    return code if best >= 3 and best > 1.3 * second else default


@cache
def _common() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in load_rules("languages", "")["common"].items()}
