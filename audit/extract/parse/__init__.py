"""The optional extra `[nlp]`: sentences that the rules leave open are parsed, for indirect quotes and blank speakers.

Invariant: what a rule has attributed keeps its words and its speaker; what a parse adds has a rule id `nlp-...`.
Nothing here is imported, and spaCy least of all, unless a parser is asked for.
"""
