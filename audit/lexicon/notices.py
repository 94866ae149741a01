"""How an agency's notice begins that takes a text back."""

from __future__ import annotations

import re
from functools import cache

from audit.lexicon import load_rules


@cache
def withdrawal() -> str:
    """The pattern at which a headline in small letters begins that takes a text back."""
    ways = "|".join(re.escape(one["opening"]) for one in load_rules("notices")["withdrawn"])
    return rf"^(?:{ways})\s*(?:[:,.–—-]|$)"


def takes_back(headline: str | None) -> bool:
    """Whether a headline is that of a notice which takes a text back."""
    return bool(headline and re.match(withdrawal(), headline.strip().lower()))
