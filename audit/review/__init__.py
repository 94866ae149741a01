"""Rulings of reviewers: lines of JSON under `raw/reviews/`, replayed in every run.

Invariant: a ruling is never altered or dropped; of several on one subject the last decides.
"""

from audit.review.decisions import replay

__all__ = ["replay"]
