"""Texts that a draft is compared with: a folder of records, or the latest versions in a warehouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from audit.cite.draft_records import HeldText
from audit.cite.saved import Saved, by_address, read_folder
from audit.warehouse import ask, read_sql


def held_in_folder(folder: Path) -> Iterator[HeldText]:
    """Every text of a folder, of any format that is read; what cannot be read is left out."""
    for saved in read_folder(folder):
        if saved.text.strip():
            yield HeldText(saved.place, saved.title or Path(saved.place).name, saved.text, is_record=True)


def held_in_warehouse(warehouse: Path) -> Iterator[HeldText]:
    """The latest version of every article."""
    _, rows = ask(warehouse, read_sql(__package__, "held_texts"))
    for article_id, title, outlet, text in rows:
        yield HeldText(article_id, title or article_id, text, outlet=outlet)


def addressed_in_warehouse(warehouse: Path) -> dict[str, Saved]:
    """The latest version of every article that has an address, by that."""
    _, rows = ask(warehouse, read_sql(__package__, "held_urls"))
    return by_address(Saved(url, text, url, title, published) for url, text, title, published in rows)
