"""What the rules of credits tell of, as `rule_ids.toml` says: a report, a whole text, somebody who spoke."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from audit.lexicon import load_rules


def rule_tells(rule: str, what: str) -> bool:
    """Whether a rule of credits tells of this ("report", "whole", "speaking" and so on, as its table lists).

    Raises KeyError where no rule does.
    """
    return rule in _by_what_they_tell()[what]


@cache
def _by_what_they_tell() -> dict[str, frozenset[str]]:
    rules = defaultdict[str, set[str]](set)
    for entry in load_rules("rule_ids", "")["rule"]:
        for what in entry.get("kinds", ()):
            rules[what].add(entry["id"])
    return {what: frozenset(ids) for what, ids in rules.items()}
