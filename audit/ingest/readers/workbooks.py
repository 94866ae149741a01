"""Spreadsheets (XLSX): a row an article; the first row of a sheet that has words names the columns."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from audit.ingest.decode import UnreadableError
from audit.ingest.drafts import Problem
from audit.ingest.fields import holds_article
from audit.ingest.readers.rows import row_items
from audit.ingest.sources import PAGE_LIMIT, TEXT_LIMIT, Found, Source

ROWS = 100_000  # of one sheet
WORKBOOK = "xl/workbook.xml"  # the member by which a zip is told to be one


def items_of_workbook(source: Source) -> Iterator[Found]:
    """The articles of every sheet. Raises UnreadableError where none has a column with an article's text."""
    from openpyxl import load_workbook  # late: it takes a third of a second

    data = source.whole(4 * PAGE_LIMIT)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if max(info.file_size for info in archive.infolist()) > TEXT_LIMIT:
            raise UnreadableError(f"the workbook unpacks to more than {TEXT_LIMIT // 1_000_000} MB")
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        found = False
        for sheet in book.worksheets:
            for item in _sheet_items(sheet.title, sheet.iter_rows(values_only=True), source):
                found = True
                yield item
    finally:
        book.close()
    if not found:
        raise UnreadableError("the workbook has no sheet with a column of articles' text or html")


def _sheet_items(name: str, rows: Iterable[tuple[Any, ...]], source: Source) -> Iterator[Found]:
    numbered = enumerate(rows, 1)
    names = next((tuple(str(cell or "") for cell in row) for _, row in numbered if any(row)), ())
    if not holds_article({column: column for column in names if column}):
        return
    for number, row in islice(numbered, ROWS):
        said = {column: _value(cell) for column, cell in zip(names, row, strict=False) if column and cell is not None}
        if said:
            yield from row_items(said, f"{source.place}#{name}!{number}", source)
    if next(numbered, None):
        yield Problem(f"{source.place}#{name}", f"the sheet has more than {ROWS} rows; the rest is left out")


def _value(cell: Any) -> Any:
    """Dates as ISO 8601; texts and numbers as they are."""
    return cell.isoformat() if hasattr(cell, "isoformat") else cell
