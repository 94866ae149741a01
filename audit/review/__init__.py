"""Rulings of reviewers: lines of JSON under `raw/reviews/`, replayed in every run, and the pages where they are given.

Invariant: a ruling is never altered or dropped, but where what it is about is forgotten; of several on one subject the
last decides, and what is taken back is taken back by a line of its own.
"""

from audit.review.decisions import read_rulings, replay
from audit.review.withdrawn import drop_lines

__all__ = ["drop_lines", "read_rulings", "replay"]
