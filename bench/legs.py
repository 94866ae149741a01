"""Runs the legs of CI one after the other: each a target of the Makefile, timed; the last line sums all tests up.

`python -m bench.legs test gates` runs `make test`, then `make gates`. A leg that fails keeps no other from running.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SUMMARY = re.compile(r"^[= ]*((?:\d+ [a-z]+,? ?)+) in [\d.]+s\b")
COUNT = re.compile(r"(\d+) ([a-z]+)")
ONE = {"error": "errors", "warning": "warnings"}  # pytest names one so, and many otherwise


@dataclass(frozen=True, slots=True)
class Leg:
    """One target that was run: whether it succeeded, the seconds it took, its tests by outcome."""

    name: str
    passed: bool
    seconds: float
    outcomes: Counter[str]


def outcomes_of(lines: Iterable[str], passed: bool) -> Counter[str]:
    """Tests by outcome, from the last line that sums up as pytest does; without such a line the leg is one test."""
    told = [found[1] for line in lines if (found := SUMMARY.match(line))]
    if not told:
        return Counter({"passed" if passed else "failed": 1})
    return Counter({ONE.get(outcome, outcome): int(count) for count, outcome in COUNT.findall(told[-1])})


def run_leg(name: str, command: Sequence[str]) -> Leg:
    """Runs a leg and prints what it prints, as it comes."""
    start, lines = time.monotonic(), []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        for line in running.stdout or ():
            print(line, end="", flush=True)
            lines.append(line)
    passed = running.returncode == 0
    return Leg(name, passed, time.monotonic() - start, outcomes_of(lines, passed))


def summary(legs: Sequence[Leg]) -> str:
    """One line as pytest prints it, over all legs. A leg that failed without a failed test counts as an error."""
    total: Counter[str] = Counter()
    for leg in legs:
        total += leg.outcomes
        if not leg.passed and not leg.outcomes["failed"] + leg.outcomes["errors"]:
            total["errors"] += 1
    order = sorted(total, key=lambda outcome: (outcome not in ("failed", "errors"), outcome))
    told = ", ".join(f"{total[outcome]} {outcome}" for outcome in order)
    return f"{told} in {sum(leg.seconds for leg in legs):.2f}s"


def main(names: Sequence[str]) -> int:
    """Runs the legs of these names; 0 where all have succeeded."""
    legs = []
    for name in names:
        print(f"leg {name}", flush=True)
        legs.append(run_leg(name, ["make", "--no-print-directory", name]))
        print(f"leg {name}: {'passed' if legs[-1].passed else 'FAILED'} in {legs[-1].seconds:.0f} s", flush=True)
    print(
        "".join(f"{leg.name:12}{'passed' if leg.passed else 'FAILED':8}{leg.seconds:6.0f} s\n" for leg in legs), end=""
    )
    print(summary(legs))
    return 0 if legs and all(leg.passed for leg in legs) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
