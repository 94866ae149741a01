"""Who said what: quotes in marks and paraphrases behind a reporting verb."""
