"""One reading of a text, used by all rooms: paragraphs, sentences, marked stretches, posts, dates, spans."""
