"""Rulings on names and on speakers: where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from audit.warehouse import Subjects, Warehouse, content_key, place_rulings, read_sql


def place_merges(warehouse: Warehouse) -> None:
    """Rulings on merges name a being by an article's own reading, which no other article changes."""

    def beings() -> Subjects:
        names = dict(warehouse.query("select source_id, name from sources"))
        return Subjects(names.keys(), lambda key: content_key("merge", "", [names[key]]))

    place_rulings(warehouse, "merge", beings)


def place_speakers(warehouse: Warehouse) -> None:
    """Rulings on who speaks name an utterance, or find its words again."""

    @cache
    def said() -> Mapping[str, tuple[str, list[str]]]:
        rows = warehouse.query(read_sql(__package__, "utterances"))
        return {utterance: (rule, pieces) for utterance, rule, pieces in rows}

    def key_of(utterance: str) -> str:
        rule, pieces = said()[utterance]
        return content_key("speaker", rule, pieces)

    def utterances() -> Subjects:
        return Subjects({key for (key,) in warehouse.query(read_sql(__package__, "utterance_ids"))}, key_of)

    place_rulings(warehouse, "speaker", utterances)
