"""Findings and measures: what a reviewer should look at, and "k of n" with the rows behind k and n.

Invariant: nothing here says true or false; every finding and every number opens the rows and words it rests on.
"""

from audit.judge.step import judge
from audit.judge.touched import apart

__all__ = ["apart", "judge"]
