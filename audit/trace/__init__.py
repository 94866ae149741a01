"""Matches and credits to claims, edges and origins.

Invariant: an edge stands on a place in the child's own text, or says with what probability it was inferred; the speaker
of a quote is never a parent.
"""

from audit.trace.step import trace

__all__ = ["trace"]
