"""web page stub"""

from __future__ import annotations

from datetime import datetime

from audit.ingest.decode import UnreadableError
from audit.ingest.drafts import Draft, Known


def read_page(html: str | bytes, known: Known, captured: datetime) -> Draft:
    raise UnreadableError("later")
