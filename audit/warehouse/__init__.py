"""The warehouse: the only room that knows DuckDB. It runs SQL with bound values and takes rows in bulk.

Invariant: the published file is never opened for writing; a run builds beside it and renames (`publish.py`).
"""

from audit.warehouse.database import Warehouse, read_sql
from audit.warehouse.publish import Build, ask, open_build, open_published

__all__ = ["Build", "Warehouse", "ask", "open_build", "open_published", "read_sql"]
