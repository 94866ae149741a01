"""Claims keep their ids."""

from __future__ import annotations

from audit.records import Span
from audit.trace.lasting_claims import Known, lasting_ids
from audit.trace.records import Claim, Mention


def claim(key: str, *mentions: str) -> Claim:
    return Claim(key, "figure", "", tuple(Mention("figure", m, m, 1, Span(0, 1), None, "", m) for m in mentions))


def known(**claims: str) -> Known:
    """Claims of the run before by their mentions, the oldest first."""
    return Known({m: key for key, mentions in claims.items() for m in mentions}, dict.fromkeys(claims, "r"))


def test_a_claim_keeps_its_id_when_an_earlier_mention_comes() -> None:
    assert lasting_ids([claim("new", *"zab")], known(old="ab")) == ({"new": "old"}, {})


def test_of_two_claims_that_turn_out_one_the_older_id_stays_and_the_other_leads_to_it() -> None:
    assert lasting_ids([claim("new", *"abcde")], known(old="ab", young="cde")) == ({"new": "old"}, {"young": "old"})


def test_where_a_claim_falls_apart_the_id_goes_with_most_of_its_mentions() -> None:
    ids, aliases = lasting_ids([claim("one", "a"), claim("two", *"bc")], known(old="abc"))
    assert (ids, aliases) == ({"one": "one", "two": "old"}, {})


def test_an_id_that_another_claim_goes_by_is_not_given_again() -> None:
    ids, _ = lasting_ids([claim("old", "a"), claim("two", *"bc")], known(old="abc"))
    assert ids["two"] == "old"
    assert ids["old"] not in {"old", "two"}


def test_of_parts_as_large_the_id_goes_with_the_first() -> None:
    assert lasting_ids([claim("two", "b"), claim("one", "a")], known(old="ab"))[0] == {"one": "old", "two": "two"}


def test_claims_that_nobody_knew_keep_the_ids_of_this_run() -> None:
    assert lasting_ids([claim("a", "a"), claim("b", "b")], Known()) == ({"a": "a", "b": "b"}, {})
