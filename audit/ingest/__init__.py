"""Files to articles: readers, metadata, blocks, publishers, versions."""
