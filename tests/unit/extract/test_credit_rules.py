"""What rules of credits tell of: read from their table, and an unknown question is no silent nothing."""

from __future__ import annotations

import pytest

from audit.extract.credits.credit_rules import rule_tells
from audit.lexicon import load_rules

CREDITS = [entry for entry in load_rules("rule_ids", "")["rule"] if entry["room"] == "credits"]


def test_a_dateline_credits_the_whole_text_and_a_report_does_not() -> None:
    assert rule_tells("dateline", "whole")
    assert not any(rule_tells(entry["id"], "whole") and rule_tells(entry["id"], "report") for entry in CREDITS)


def test_who_is_met_speaks() -> None:
    assert all(rule_tells(entry["id"], "speaking") for entry in CREDITS if rule_tells(entry["id"], "meeting"))


def test_what_no_rule_tells_of_is_an_error() -> None:
    with pytest.raises(KeyError, match="wholly"):
        rule_tells("dateline", "wholly")


def test_only_rules_of_credits_are_asked_for() -> None:
    told = {entry["room"] for entry in load_rules("rule_ids", "")["rule"] if "kinds" in entry}
    assert told == {"credits"}
