"""What leaves this machine: exports, notes, shared pages, letters, samples for coders.

Invariant: what is passed on says of every row whether anybody ruled on it; a share holds accepted rows and the words
compared, no whole text and nothing of private posters.
"""
