"""Reading by the clock: what is shown of a page, what counts as right."""

from __future__ import annotations

import pytest

from bench.twenty import Answer, is_right, read_truth, visible


def test_folded_words_and_lists_for_narrow_screens_are_not_seen() -> None:
    page = (
        "<html><body><nav>Stories</nav><h1>Nine   boats</h1><p>One <b>starting</b> point</p>"
        "<details><summary>2 pairs</summary><p>folded</p></details><details open><summary>3</summary>open</details>"
        "<div class='as-list'>narrow</div><footer>about</footer></body></html>"
    )
    assert visible(page).splitlines() == ["Nine boats", "One starting point", "2 pairs", "3", "open"]


@pytest.mark.parametrize(
    ("given", "true", "right"),
    [((1, 1), (1, 1), True), ((1, 2), (1, 3), True), ((1, 2), (1, 1), False), ((2, 3), (1, 2), False)],
)
def test_right_is_what_does_not_go_beyond_the_truth(given: tuple[int, int], true: tuple[int, int], right: bool) -> None:
    assert is_right(Answer(*given), Answer(*true)) is right


def test_the_truth_is_numbers_and_places_of_twenty_claims() -> None:
    truth = read_truth()
    assert len({(t["set"], t["article"], *t["at"]) for t in truth}) == 20
    assert all(1 <= t["low"] <= t["high"] for t in truth)
