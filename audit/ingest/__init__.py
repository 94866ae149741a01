"""Files to articles: readers, metadata, blocks, publishers, versions. The other rooms use what stands here."""

from audit.ingest.blocks import mark_blocks
from audit.ingest.step import ingest
from audit.text.posts import find_posts

__all__ = ["find_posts", "ingest", "mark_blocks"]
