"""The rules by the ids that the warehouse shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from audit.lexicon import load_rules


@dataclass(frozen=True, slots=True)
class NamedRule:
    """One rule id with what the rule reads and a sentence in which it fires; as a row of `rules`."""

    rule_id: str
    room: str  # quotes | credits: the table whose column `rule` shows the id
    meaning: str
    example: str


def named_rules() -> Iterator[NamedRule]:
    """Every rule id of `rule_ids.toml`, in the order of the file."""
    for entry in load_rules("rule_ids", "")["rule"]:
        yield NamedRule(entry["id"], entry["room"], entry["meaning"], entry["example"])
