"""The legs of CI: what they sum up to, and that one that fails is told."""

from __future__ import annotations

import sys
from collections import Counter

import pytest

from bench.legs import Leg, outcomes_of, run_leg, summary


@pytest.mark.parametrize(
    ("line", "outcomes"),
    [
        ("3795 passed, 20 skipped, 1 xfailed in 484.66s (0:08:04)\n", {"passed": 3795, "skipped": 20, "xfailed": 1}),
        ("1 failed, 2 passed, 1 error in 0.10s\n", {"failed": 1, "passed": 2, "errors": 1}),
        ("=== 2 passed, 5 deselected in 0.01s ===\n", {"passed": 2, "deselected": 5}),
    ],
)
def test_a_summary_of_pytest_is_read(line: str, outcomes: dict[str, int]) -> None:
    assert outcomes_of(["1 passed in 3.0s\n", "..... [100%]\n", line], passed=True) == Counter(outcomes)


@pytest.mark.parametrize(("passed", "outcome"), [(True, "passed"), (False, "failed")])
def test_a_leg_that_sums_nothing_up_is_one_test(passed: bool, outcome: str) -> None:
    assert outcomes_of(["drilled 10 times in 3 s\n"], passed) == Counter({outcome: 1})


def test_legs_add_up_and_what_failed_comes_first() -> None:
    legs = [
        Leg("test", True, 100.0, Counter(passed=3, skipped=1)),
        Leg("gates", False, 20.5, Counter(passed=2, failed=1)),
    ]
    assert summary(legs) == "1 failed, 5 passed, 1 skipped in 120.50s"


def test_a_leg_that_fails_though_its_tests_passed_is_an_error() -> None:
    assert summary([Leg("test", False, 1.0, Counter(passed=3))]) == "1 errors, 3 passed in 1.00s"


@pytest.mark.parametrize("code", [0, 1])
def test_a_leg_is_run(capsys: pytest.CaptureFixture[str], code: int) -> None:
    leg = run_leg("one", [sys.executable, "-c", f"print('4 passed in 0.10s'); raise SystemExit({code})"])
    assert (leg.passed, leg.outcomes) == (code == 0, Counter(passed=4))
    assert "4 passed" in capsys.readouterr().out
