"""Which mentions make one claim: what is matched, and what one article alone credits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from audit.records import Span
from audit.trace.claims import _Kin, find_claims
from audit.trace.records import Chain, Claim, Held, Hop, Mention, Pair

HELD = {
    name: Held(
        article_id=name,
        version=1,
        publisher_id=f"outlet {name}",
        published_at=datetime(2031, 5, day),
        precision="time",
        published_from=None,
        modified_at=None,
        words=100,
    )
    for day, name in enumerate("abc", start=1)
}


def mention(
    name: str, article: str, start: int, end: int, kind: str = "quote", *, group: str | None = None, label: str = ""
) -> Mention:
    return Mention(
        kind=kind,
        mention_id=name,
        article_id=article,
        version=1,
        span=Span(start, end),
        source_id=None,
        label=label or f"the words of {name}",
        group=group or name,
    )


def credit(name: str, article: str, start: int, end: int) -> Mention:
    return mention(name, article, start, end, "credit")


def chain(article: str, start: int, end: int, credited: str, relation: str = "said") -> Chain:
    hop = Hop(credit_id=credited, source_id="x", kind="named", relation=relation, span=Span(0, 1), hop=1)
    return Chain(article, Span(start, end), (hop,))


def pair(a: str, b: str, *, joins: bool = True) -> Pair:
    return Pair(kind="quote", relation="exact", a=a, b=b, a_article=a[0], b_article=b[0], words=9, joins=joins)


def groups(claims: list[Claim]) -> list[list[str]]:
    """The mentions of each claim, by id."""
    return sorted(sorted(m.mention_id for m in claim.mentions) for claim in claims)


def test_what_is_matched_is_one_claim_and_follows_its_matches() -> None:
    mentions = [mention("a1", "a", 0, 9), mention("b1", "b", 0, 9), mention("c1", "c", 0, 9)]
    found = find_claims(mentions, [pair("a1", "b1"), pair("b1", "c1"), pair("a1", "c1")], [], HELD)
    assert groups(found) == [["a1", "b1", "c1"]]


def test_what_conflicts_stays_two_claims() -> None:
    mentions = [mention("a1", "a", 0, 9, "figure"), mention("b1", "b", 0, 9, "figure")]
    assert groups(find_claims(mentions, [pair("a1", "b1", joins=False)], [], HELD)) == [["a1"], ["b1"]]


def test_a_match_with_what_is_not_held_is_none() -> None:
    assert find_claims([mention("a1", "a", 0, 9)], [pair("a1", "b1"), pair("c1", "a1")], [], HELD) == []


def test_what_nobody_matches_or_credits_is_no_claim() -> None:
    assert find_claims([mention("a1", "a", 0, 9), credit("ax", "a", 20, 30)], [], [], HELD) == []


def test_a_mention_that_a_credit_covers_is_a_claim_by_itself() -> None:
    mentions = [mention("a1", "a", 10, 20), credit("ax", "a", 30, 40)]
    found = find_claims(mentions, [], [chain("a", 0, 25, "ax")], HELD)
    assert groups(found) == [["a1"]]
    assert [claim.kind for claim in found] == ["utterance"]


def test_two_credits_of_one_mention_make_one_claim_of_it() -> None:
    mentions = [mention("a1", "a", 10, 20), credit("ax", "a", 30, 40), credit("ay", "a", 50, 60)]
    assert groups(find_claims(mentions, [], [chain("a", 0, 25, "ax"), chain("a", 5, 25, "ay")], HELD)) == [["a1"]]


def test_each_mention_that_a_credit_covers_is_a_claim() -> None:
    mentions = [mention("a1", "a", 10, 20), mention("a2", "a", 40, 50, "figure"), credit("ax", "a", 70, 80)]
    found = find_claims(mentions, [], [chain("a", 0, 60, "ax")], HELD)
    assert groups(found) == [["a1"], ["a2"]]
    assert sorted(claim.kind for claim in found) == ["figure", "utterance"]


def test_pieces_of_one_utterance_stay_together_though_the_credit_covers_one() -> None:
    pieces = [mention("a1", "a", 10, 20, group="u"), mention("a2", "a", 40, 50, group="u")]
    elsewhere = mention("b1", "b", 10, 20)
    found = find_claims([*pieces, elsewhere, credit("ax", "a", 30, 38)], [], [chain("a", 0, 25, "ax")], HELD)
    assert groups(found) == [["a1", "a2"]]


def test_what_is_matched_already_is_no_second_claim() -> None:
    mentions = [mention("a1", "a", 10, 20), mention("b1", "b", 10, 20), credit("bx", "b", 30, 40)]
    found = find_claims(mentions, [pair("a1", "b1")], [chain("b", 0, 25, "bx")], HELD)
    assert groups(found) == [["a1", "b1"]]


def test_a_credit_that_covers_nothing_is_a_claim_of_its_own_words() -> None:
    mentions = [mention("a1", "a", 60, 70), credit("ax", "a", 30, 40)]
    found = find_claims(mentions, [], [chain("a", 0, 25, "ax")], HELD)
    assert groups(found) == [["ax"]]
    assert [claim.kind for claim in found] == ["assertion"]


def test_who_contributed_makes_no_claim() -> None:
    mentions = [mention("a1", "a", 0, 9), credit("ax", "a", 20, 30)]
    line = chain("a", 20, 30, "ax", "contributed_by")
    assert find_claims(mentions, [], [line], HELD) == []


def test_a_credit_covers_its_own_article_alone() -> None:
    mentions = [mention("b1", "b", 10, 20), credit("ax", "a", 30, 40)]
    assert groups(find_claims(mentions, [], [chain("a", 0, 25, "ax")], HELD)) == [["ax"]]


def test_a_passage_is_no_claim_without_its_match() -> None:
    mentions = [mention("a1", "a", 10, 20, "passage"), credit("ax", "a", 30, 40)]
    assert groups(find_claims(mentions, [], [chain("a", 0, 25, "ax")], HELD)) == [["ax"]]


@pytest.mark.parametrize("turned", [False, True])
def test_a_claim_is_named_after_its_earliest_mention(turned: bool) -> None:
    mentions = [mention("a1", "a", 0, 9, label="the first"), mention("b1", "b", 0, 9, label="second")]
    (found,) = find_claims(mentions[::-1] if turned else mentions, [pair("b1", "a1")], [], HELD)
    (alone,) = find_claims(mentions, [pair("a1", "b1")], [], HELD)
    assert (found.claim_id, found.label) == (alone.claim_id, "the first")
    assert [m.mention_id for m in found.mentions] == ["a1", "b1"]


def test_claims_come_in_the_order_of_their_ids() -> None:
    mentions = [mention(f"a{n}", "a", n * 10, n * 10 + 5) for n in range(8)]
    mentions += [mention(f"b{n}", "b", n * 10, n * 10 + 5) for n in range(8)]
    found = find_claims(mentions, [pair(f"a{n}", f"b{n}") for n in range(8)], [], HELD)
    assert [claim.claim_id for claim in found] == sorted(claim.claim_id for claim in found)
    assert len(found) == 8


def test_copies_of_one_quote_are_joined_without_asking_every_third(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of n copies that each match the first, every two are asked once, and one third tells."""
    asked = list[str]()
    meet = _Kin._meet

    def counting(kin: _Kin, a: str, b: str, third: str) -> bool:
        asked.append(third)
        return meet(kin, a, b, third)

    monkeypatch.setattr(_Kin, "_meet", counting)
    copies = [mention(f"b{n:03}", "b", 100 * n, 100 * n + 90) for n in range(60)]
    mentions = [mention("a1", "a", 0, 90), *copies]
    claims = find_claims(mentions, [pair("a1", copy.mention_id) for copy in copies], [], HELD)
    assert len(claims) == 1
    assert set(asked) == {"a1"}
    assert len(asked) <= 60 * 59 / 2


def shared(a: Mention, b: Mention, words: int, at: tuple[int, int] = (0, 0)) -> Pair:
    """A match of two quotes that share so many characters, from an offset in either."""
    (one,), (two,) = (
        (Span(m.span.start + start, m.span.start + start + words),) for m, start in zip((a, b), at, strict=True)
    )
    return pair(a.mention_id, b.mention_id)._replace(a_places=(one,), b_places=(two,))


def test_two_long_quotes_that_a_third_shares_a_phrase_with_are_not_one() -> None:
    long, phrase, other = mention("a1", "a", 0, 200), mention("b1", "b", 0, 30), mention("c1", "c", 0, 240)
    pairs = [shared(long, phrase, 30, (90, 0)), shared(phrase, other, 30, (0, 50))]
    assert groups(find_claims([long, phrase, other], pairs, [], HELD)) == [["a1", "b1"], ["c1"]]


def test_two_that_shorten_a_third_are_one() -> None:
    whole, short, head = mention("a1", "a", 0, 200), mention("b1", "b", 0, 90), mention("c1", "c", 0, 100)
    pairs = [shared(whole, short, 60), shared(whole, head, 60)]
    assert groups(find_claims([whole, short, head], pairs, [], HELD)) == [["a1", "b1", "c1"]]


@pytest.mark.parametrize(("speakers", "together"), [(("x", "x"), True), (("x", None), True), (("x", "y"), False)])
def test_two_named_speakers_must_share_more_with_a_third(speakers: tuple[str, str | None], together: bool) -> None:
    one, two = (replace(mention(f"{a}1", a, 0, 100), source_id=who) for a, who in zip("ac", speakers, strict=True))
    phrase = mention("b1", "b", 0, 40)
    pairs = [shared(one, phrase, 40), shared(phrase, two, 40)]
    found = groups(find_claims([one, two, phrase], pairs, [], HELD))
    assert found == ([["a1", "b1", "c1"]] if together else [["a1", "b1"], ["c1"]])


def test_a_claim_is_called_by_the_words_that_the_others_have_too() -> None:
    said, more = mention("a1", "a", 0, 30, group="u"), mention("a2", "a", 40, 140, group="u")
    said, more = replace(said, label="s" * 30), replace(more, label="m" * 100)
    other = replace(mention("b1", "b", 0, 28), label="o" * 28)
    (found,) = find_claims([said, more, other], [shared(said, other, 28)], [], HELD)
    assert found.label == said.label


def test_of_the_words_that_the_others_have_the_fullest_call_the_claim() -> None:
    part = replace(mention("a1", "a", 0, 20), label="p" * 20)
    whole = replace(mention("b1", "b", 0, 120), label="w" * 120)
    (found,) = find_claims([part, whole], [shared(part, whole, 20)], [], HELD)
    assert found.label == whole.label


def test_words_that_another_has_by_a_third_call_the_claim_too() -> None:
    """The fullest is matched by one of two, and shares with the other what that one has."""
    whole = replace(mention("a1", "a", 0, 100), label="w" * 100)
    part = replace(mention("b1", "b", 0, 60), label="p" * 60)
    last = replace(mention("c1", "c", 0, 50), label="l" * 50)
    (found,) = find_claims([whole, part, last], [shared(whole, part, 60), shared(part, last, 50)], [], HELD)
    assert found.label == whole.label
