"""The words of each article, laid down once for all steps of a run that compare them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from audit.warehouse import KeptText, Warehouse, read_sql


class Laid(NamedTuple):
    """The words of the latest version of an article, with how many letters and how many blanks they have."""

    text: str | KeptText
    letters: int
    blanks: int


LaidTexts = Mapping[str, Laid]
"""By article."""


def lay_texts(warehouse: Warehouse) -> LaidTexts:
    """The words of all latest versions; refills `text_keys`, a working table of the keys that these go by."""
    texts, laid, keys = warehouse.keep_texts(), dict[str, Laid](), list[tuple[str, int, int]]()
    for article, version, text, key in warehouse.stream(read_sql(__package__, "latest_texts")):
        laid[article] = Laid(texts.add(text), len(text), text.count(" "))
        keys.append((article, version, key))
    texts.ready()
    warehouse.run(read_sql(__package__, "text_keys"))
    warehouse.insert("text_keys", keys)
    return laid
