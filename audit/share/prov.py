"""The links of a warehouse as PROV-JSON (W3C submission, 2013): who had what from whom, versions among them."""

from __future__ import annotations

from typing import Any

from audit.report.read import Row, rows_of
from audit.warehouse import Warehouse

OURS = "urn:secondhand:"
_QUERIES = f"{__package__}.queries"


def provenance(warehouse: Warehouse) -> dict[str, Any]:
    """A PROV-JSON document: an entity a version of an article and a missing source; links that nobody rejected."""
    articles = rows_of(warehouse, _QUERIES, "prov_articles")
    links = rows_of(warehouse, _QUERIES, "prov_links")
    latest = {row["article_id"]: _version(row["article_id"], row["version"]) for row in articles if row["is_latest"]}
    entities = {_version(row["article_id"], row["version"]): _article(row) for row in articles}
    entities |= {f"sh:source-{row['parent_source_id']}": _source(row) for row in links if row["parent_source_id"]}
    derived = {f"_:link-{row['edge_id']}": _derived(row, latest) for row in links if row["child_article_id"] in latest}
    revised = {
        f"_:revision-{row['article_id']}-{row['version']}": {
            "prov:generatedEntity": _version(row["article_id"], row["version"]),
            "prov:usedEntity": _version(row["article_id"], row["version"] - 1),
            "prov:type": {"$": "prov:Revision", "type": "prov:QUALIFIED_NAME"},
        }
        for row in articles
        if row["version"] > 1
    }
    return {"prefix": {"sh": OURS}, "entity": entities, "wasDerivedFrom": derived | revised}


def _version(article_id: str, version: int) -> str:
    return f"sh:article-{article_id}-{version}"


def _article(row: Row) -> dict[str, Any]:
    told = {
        "prov:label": row["title"] or row["external_id"] or row["article_id"],
        "sh:publisher": row["outlet"],
        "sh:originator": row["originator"],
        "sh:published": row["published_at"].isoformat() if row["published_at"] else None,
        "sh:address": row["url"],
        "sh:sha256": row["text_sha256"],
    }
    return {name: value for name, value in told.items() if value}


def _source(row: Row) -> dict[str, Any]:
    told = {
        "prov:label": row["source_name"],
        "sh:kind": row["source_kind"],
        "sh:state": row["state"] or "not_in_collection",
    }
    return {name: value for name, value in told.items() if value}


def _derived(row: Row, latest: dict[str, str]) -> dict[str, Any]:
    parent = latest.get(row["parent_article_id"]) or f"sh:source-{row['parent_source_id']}"
    kind = (
        "prov:Quotation"
        if row["relation"] == "quotes"
        else "prov:PrimarySource"
        if row["relation"] == "credits_first"
        else None
    )
    told: dict[str, Any] = {
        "prov:generatedEntity": latest[row["child_article_id"]],
        "prov:usedEntity": parent,
        "sh:claim": row["claim_id"],
        "sh:relation": row["relation"],
        "sh:basis": row["basis"],
        "sh:review": row["status"],
    }
    return told | ({"prov:type": {"$": kind, "type": "prov:QUALIFIED_NAME"}} if kind else {})
