"""What the tests of judge share."""

from __future__ import annotations

import pytest

from audit.judge import measures


@pytest.fixture(autouse=True)
def _without_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of comments on columns would be the larger half of each run; `test_schema.py` reads them on the demo."""
    monkeypatch.setattr(measures, "_comment", lambda warehouse, view: None)
