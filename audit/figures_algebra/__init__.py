"""Two figures compared as an editor would: intervals, keys, and an ordered list of rules with reasons."""
