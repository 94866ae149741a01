"""Questions answered by one select each: a page of Markdown whose SQL is run and whose answers are filled in.

`python -m audit.warehouse.questions warehouse.duckdb docs/questions.md` writes the page anew.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from audit.warehouse.database import Warehouse
from audit.warehouse.publish import open_published

_ASKED = re.compile(r"```sql\n(?P<sql>.*?)```\n(?:\n(?:\|[^\n]*\n)+)?", re.DOTALL)


def answered(page: str, warehouse: Warehouse) -> str:
    """The page with the rows of each SQL block as a table beneath it, in place of the table that stood there."""
    return _ASKED.sub(lambda asked: f"```sql\n{asked['sql']}```\n\n{_answer(warehouse, asked['sql'])}\n", page)


def _answer(warehouse: Warehouse, sql: str) -> str:
    names, rows = warehouse.table(sql)
    lines = [_line(names), _line("---" for _ in names), *map(_line, rows)]
    return "\n".join(lines)


def _line(cells: Iterable[Any]) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(value: Any) -> str:
    return "" if value is None else " ".join(str(value).replace("|", "\\|").split())


def main(arguments: Sequence[str]) -> None:
    """Warehouse and page: the page is written anew."""
    page = Path(arguments[1])
    warehouse = open_published(Path(arguments[0]))
    page.write_text(answered(page.read_text(encoding="utf-8"), warehouse), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
