"""Which of the rows of a kind's query are findings: the rules that look at the texts around a row."""
