"""The parts of the benchmark that are not the clock. What it measures is nobody's test."""

from __future__ import annotations

import pytest

from bench import clock, peers
from bench.clock import Rates, interleave
from bench.hostile import HOSTILE, Hostile
from bench.speed import article_rows, compare, deal, long_texts, number_sentences


def test_everybody_takes_each_batch_before_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "LEAST", 0.0)
    seen: list[tuple[str, int]] = []
    batches = [1, 2]
    rates = interleave(batches, lambda batch: batch, {name: lambda b, n=name: seen.append((n, b)) for name in "xy"})
    order = list(dict.fromkeys(seen))
    assert order == [("x", 1), ("y", 1), ("x", 2), ("y", 2)]
    assert [(one.worker, len(one.rounds)) for one in rates] == [("x", 2), ("y", 2)]


def test_ratios_are_taken_round_by_round() -> None:
    assert Rates("ours", (20.0, 10.0, 30.0)).times(Rates("peer", (2.0, 1.0, 1.0))) == (10.0, 10.0, 30.0)


def test_a_line_names_ours_and_the_peer() -> None:
    ours, peer = Rates("quotes", (2000.0,)), Rates("parser", (100.0,))
    (told,) = compare([ours], [peer], "words")
    assert [line.split() for line in str(told).splitlines()] == [
        ["quotes", "2,000", "words/CPU-s", "(2,000–2,000)"],
        ["parser", "100", "we:", "20.0", "times", "(20.0–20.0)"],
    ]


def test_hands_share_out_all_and_few_are_given_to_all() -> None:
    hands = deal(range(100), 5)
    assert sorted(i for hand in hands for i in hand) == list(range(100))
    assert deal(range(10), 3) == [range(10)] * 3


@pytest.mark.parametrize("one", HOSTILE, ids=lambda one: one.name)
def test_hostile_text_has_the_length_asked_for(one: Hostile) -> None:
    assert [len(one.make(size)) for size in (0, 1, 999)] == [0, 1, 999]


def test_there_is_always_something_to_read() -> None:
    assert sum(1 for _ in article_rows(0)) >= 40
    assert len(number_sentences()) >= 60


def test_a_peer_that_does_not_load_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> peers.Peer:
        raise RuntimeError("pickle of another age\nand more")

    loaded = peers.Peer("there", len)
    monkeypatch.setattr(peers, "LOADERS", {"gone": (fails, "install it"), "there": (lambda: loaded, "")})
    found, absent = peers.load_peers(["gone", "there"])
    assert found == [loaded]
    assert [str(one) for one in absent] == ["gone: skipped, pickle of another age (install it)"]


def test_sources_of_claims_have_their_length() -> None:
    assert list(long_texts(["one two", "three", "four five six", "seven"], 3)) == ["one two\n\nthree", "four five six"]
