"""The warehouse as assistants may ask it: five questions, read-only, over the Model Context Protocol on stdio.

Invariant: an answer holds exact words, where they stand, the rule that read them and what a reviewer ruled; nothing
held means "not in this collection", never a guess.
"""
