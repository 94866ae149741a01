"""Files to articles: readers, metadata, blocks, publishers, versions. The other rooms use what stands here."""

from audit.ingest.blocks import mark_blocks
from audit.ingest.posts import find_posts
from audit.ingest.step import ingest

__all__ = ["find_posts", "ingest", "mark_blocks"]
