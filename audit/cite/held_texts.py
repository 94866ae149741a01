"""Texts that a draft is compared with: a folder of records, or the latest versions in a warehouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from audit.cite.draft_check import HeldText
from audit.ingest.decode import UnreadableError, decode
from audit.ingest.drafts import Known
from audit.ingest.files import HTML, MEDIA, TEXT, list_files
from audit.ingest.page import read_page
from audit.warehouse import ask, read_sql


def held_in_folder(folder: Path) -> Iterator[HeldText]:
    """Every text and page of a folder; what cannot be read is left out."""
    for file in list_files([folder]):
        text = _text(file)
        if text:
            yield HeldText(str(file), file.name, text)


def _text(file: Path) -> str | None:
    try:
        kind = MEDIA.get(file.suffix)
        if kind == TEXT:
            return decode(file.read_bytes())
        if kind == HTML:
            return read_page(file.read_bytes(), Known(), datetime.now(UTC).replace(tzinfo=None)).text
    except (OSError, UnreadableError):
        return None
    return None


def held_in_warehouse(warehouse: Path) -> Iterator[HeldText]:
    """The latest version of every article."""
    _, rows = ask(warehouse, read_sql(__package__, "held_texts"))
    for article_id, title, text in rows:
        yield HeldText(article_id, title or article_id, text)
