"""Text to mentions: who said what, what was counted, and where it is said to come from.

Invariant: what is extracted from a text depends on that text alone, never on what else is in the corpus.
"""
