"""Claims: what makes two statements one, what only links them, and what a claim is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from audit.records import Span
from audit.trace.claims import add_kin, find_claims, link_claims
from audit.trace.complete_link import complete_link
from audit.trace.records import Chain, FigureSlots, Held, Hop, Mention, Pair
from audit.trace.statements import REST, find_statements

HELD = {key: Held(key, 1, None, datetime(2031, 3, n, 12), "time", None, None, 300) for n, key in enumerate("abcdef", 1)}


def figure(key: str, value: float = 200, at: int = 10, label: str = "") -> Mention:
    slots = FigureSlots(value, value, None, "boats")
    sentence = Span(at - 10, at + 50)
    return Mention("figure", f"f{key}{at}", key, 1, Span(at, at + 3), None, label, f"f{key}{at}", sentence, slots)


def quote(key: str, start: int = 0, end: int = 60, label: str = "") -> Mention:
    return Mention("quote", f"q{key}", key, 1, Span(start, end), "holm", label, f"q{key}", Span(start, end))


def passage(key: str, start: int, end: int) -> Mention:
    place = Span(start, end)
    return Mention("passage", f"p{key}{start}", key, 1, place, None, "", f"p{key}{start}", place)


def pair(a: Mention, b: Mention, relation: str, joins: bool = True, **more: tuple[Span, ...]) -> Pair:
    return Pair(a.kind, relation, a.mention_id, b.mention_id, a.article_id, b.article_id, 9, joins, **more)


def told(mentions: Iterable[Mention], pairs: Iterable[Pair]) -> list[str]:
    """The articles of each claim."""
    claims = find_claims(list(mentions), list(pairs), [], HELD)
    return sorted("".join(sorted(m.article_id for m in claim.mentions)) for claim in claims)


def test_figures_that_disagree_are_linked_and_no_chain_of_rounding_joins_them() -> None:
    fine, round_, coarse = figure("a", 1_460), figure("b", 1_500), figure("c", 2_000)
    pairs = [pair(fine, round_, "rounded"), pair(round_, coarse, "rounded"), pair(fine, coarse, "conflict", False)]
    claims = find_claims([fine, round_, coarse], pairs, [], HELD)
    assert sorted(len(claim.mentions) for claim in claims) == [1, 2]
    assert {link.relation for link in link_claims(claims, pairs)} == {"rounded", "conflict"}


def test_the_same_number_of_the_same_thing_is_one_though_two_were_never_compared() -> None:
    a, b, c = figure("a"), figure("b"), figure("c")
    assert told([a, b, c], [pair(a, b, "equal"), pair(b, c, "equal")]) == ["abc"]


def test_a_claim_knows_who_tells_it_otherwise_but_not_its_parts() -> None:
    a, b, c = figure("a"), figure("b", 300), figure("c", 20)
    pairs = [pair(a, b, "conflict", False), pair(a, c, "part", False)]
    claims = find_claims([a, b, c], pairs, [], HELD)
    kin = {c.mentions[0].article_id: [m.article_id for m in c.kin] for c in add_kin(claims, link_claims(claims, pairs))}
    assert kin == {"a": ["b"], "b": ["a"], "c": []}


def test_two_halves_of_an_utterance_are_two_claims() -> None:
    whole, first, second = quote("a", 0, 100), quote("b", 0, 50), quote("c", 0, 50)
    pairs = [
        pair(whole, first, "truncated", a_places=(Span(0, 48),), b_places=(Span(0, 48),)),
        pair(whole, second, "truncated", a_places=(Span(52, 100),), b_places=(Span(0, 48),)),
    ]
    assert told([whole, first, second], pairs) == ["ab", "c"]


def test_two_that_shorten_the_same_words_are_one_claim_though_they_were_never_compared() -> None:
    whole, first, second = quote("a", 0, 100), quote("b", 0, 50), quote("c", 0, 60)
    pairs = [
        pair(whole, first, "truncated", a_places=(Span(0, 48),), b_places=(Span(0, 48),)),
        pair(whole, second, "truncated", a_places=(Span(10, 60),), b_places=(Span(0, 50),)),
    ]
    assert told([whole, first, second], pairs) == ["abc"]


def test_a_figure_and_a_passage_of_a_quoted_sentence_belong_to_the_utterance() -> None:
    mentions = [quote("a", 20, 80), figure("a", at=40), passage("a", 10, 85)]
    assert set(find_statements(mentions).values()) == {"qa"}


def test_a_passage_of_more_sentences_is_a_statement_of_its_own() -> None:
    mentions = [quote("a", 20, 80), passage("a", 10, 400)]
    assert set(find_statements(mentions).values()) == {"qa", "pa10"}


def test_passages_that_share_half_their_words_are_one() -> None:
    told = find_statements([passage("a", 0, 100), passage("a", 40, 160), passage("a", 150, 300)])
    assert told["pa0"] == told["pa40"] != told["pa150"]


def test_passages_that_only_a_longer_one_joins_stay_two() -> None:
    told = find_statements([passage("a", 0, 400), passage("a", 10, 100), passage("a", 300, 390)])
    assert told["pa0"] == told["pa10"] != told["pa300"]


def test_a_passage_of_the_credited_words_is_their_claim_and_a_longer_one_is_not() -> None:
    credit = Mention("credit", "ka", "a", 1, Span(90, 100), "post", "", "ka")
    chain = Chain("a", Span(0, 100), (Hop("ka", "post", "outlet", "relays", Span(90, 100), 1),))
    for end, claims in ((95, 1), (400, 2)):
        runs = passage("a", 0, end), passage("b", 0, end)
        assert len(find_claims([*runs, credit], [pair(*runs, "copied")], [chain], HELD)) == claims


def test_a_claim_is_called_by_its_fullest_words_and_an_utterance_by_its_own() -> None:
    short, full = quote("a", label="We knew."), quote("b", label="We knew, and we said so.")
    mentions = [short, full, figure("b", at=30, label="“We knew, and we said so,” Ada Holm told two hundred guests.")]
    (claim,) = find_claims(mentions, [pair(short, full, "truncated")], [], HELD)
    assert (claim.kind, claim.label) == ("utterance", "We knew, and we said so.")


NAMES = st.sampled_from("abcdef")
PAIRS = st.lists(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] != pair[1]), max_size=12)


@given(PAIRS)
def test_in_a_group_every_two_belong_together(pairs: list[tuple[str, str]]) -> None:
    said = {frozenset(pair) for pair in pairs}
    groups = complete_link("abcdef", pairs, lambda a, b, _: frozenset((a, b)) in said)
    assert sorted(name for group in groups for name in group) == list("abcdef")
    assert all(frozenset(two) in said for group in groups for two in combinations(group, 2))


def test_a_passage_belongs_to_the_quote_in_it_though_a_figure_is_longer() -> None:
    wordy = replace(figure("a", at=45), span=Span(45, 100))
    told = find_statements([quote("a", 20, 40), wordy, passage("a", 18, 102)])
    assert told["pa18"] == told["qa"] != told[wordy.mention_id]


def test_words_between_two_quoted_sentences_count_as_outside() -> None:
    first, second = quote("a", 0, 60), replace(quote("a", 60 + REST - 1, 140 + REST), mention_id="q2", group="q2")
    near = find_statements([first, second, passage("a", 0, 140 + REST)])
    assert near[f"pa{0}"] in {"qa", "q2"}
    far = replace(second, span=Span(60 + REST, 140 + REST), sentence=Span(60 + REST, 140 + REST))
    assert find_statements([first, far, passage("a", 0, 140 + REST)])["pa0"] == "pa0"


def test_a_credit_that_covers_half_of_a_passage_is_of_its_claim() -> None:
    chain = Chain("a", Span(60, 150), (Hop("ka", "post", "outlet", "relays", Span(50, 60), 1),))
    credit = Mention("credit", "ka", "a", 1, Span(50, 60), "post", "", "ka")
    for end, claims in ((200, 1), (220, 2)):  # 50 of 100 characters, and of 120
        runs = passage("a", 100, end), passage("b", 100, end)
        assert len(find_claims([*runs, credit], [pair(*runs, "copied")], [chain], HELD)) == claims


def test_a_run_of_passages_begins_with_its_first() -> None:
    said, counted = quote("a", 0, 45), figure("a", at=60)
    told = find_statements([said, counted, passage("a", 0, 100), passage("a", 50, 115)])
    assert told["pa0"] == told["pa50"] == "qa"


def test_of_two_passages_the_shorter_is_measured_wherever_it_stands() -> None:
    told = find_statements([passage("a", 100, 140), passage("a", 120, 400)])
    assert told["pa100"] == told["pa120"]
