"""How often Python looks for rings of objects that nothing leads to: a run makes millions of records, and no rings."""

from __future__ import annotations

import gc


def collect_seldom() -> None:
    """From here on in this process; a fifth of the time of matching and tracing went there."""
    gc.set_threshold(50_000, 50, 1000)
