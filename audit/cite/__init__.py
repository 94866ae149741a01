"""Does the source that is named carry what it is named for? A claim against the sources it cites, word by word.

Invariant: words are compared, not facts; `carried` only where every slot of the claim was found in one place.
"""
