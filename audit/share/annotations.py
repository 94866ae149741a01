"""Places behind findings and links as W3C Web Annotations: words with what stands around them, and their offsets."""

from __future__ import annotations

from typing import Any

from audit.report.read import Row, rows_of
from audit.report.say import screen
from audit.warehouse import Warehouse

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after the words


def annotate(warehouse: Warehouse) -> dict[str, Any]:
    """An AnnotationCollection with one page; an annotation a place."""
    rows = rows_of(warehouse, f"{__package__}.queries", "annotated", around=AROUND)
    items = [_annotation(row) for row in rows]
    page = {"id": "urn:secondhand:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": "urn:secondhand:annotations",
        "type": "AnnotationCollection",
        "label": "Places behind findings and links",
        "total": len(items),
        "first": page,
    }


def _annotation(row: Row) -> dict[str, Any]:
    said = screen("findings", row["kind"]) if row["subject_kind"] == "finding" else screen("edges", row["kind"])
    return {
        "id": f"urn:secondhand:{row['subject_kind']}:{row['subject_id']}:{row['place_no']}",
        "type": "Annotation",
        "motivation": "assessing" if row["subject_kind"] == "finding" else "linking",
        "body": {"type": "TextualBody", "value": f"{said} ({row['review']})", "format": "text/plain"},
        "target": {
            "source": row["url"] or f"urn:secondhand:article:{row['article_id']}:{row['version']}",
            "selector": [
                {"type": "TextQuoteSelector", "exact": row["words"], "prefix": row["before"], "suffix": row["after"]},
                {"type": "TextPositionSelector", "start": row["start_char"], "end": row["end_char"]},
            ],
        },
    }
