"""Files to articles: readers, metadata, blocks, publishers, versions. The other rooms use what stands here."""

from audit.ingest.blocks import mark_blocks
from audit.ingest.objects import Objects, objects_of
from audit.ingest.step import ROOM, ingest, ingest_kept
from audit.text.posts import find_posts

__all__ = ["ROOM", "Objects", "find_posts", "ingest", "ingest_kept", "mark_blocks", "objects_of"]
