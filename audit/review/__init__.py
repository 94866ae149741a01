"""Rulings of reviewers: lines of JSON under `raw/reviews/`, replayed in every run, and the pages where they are given.

Invariant: a ruling is never altered or dropped; of several on one subject the last decides, and what is taken back is
taken back by a line of its own.
"""

from audit.review.decisions import read_rulings, replay

__all__ = ["read_rulings", "replay"]
