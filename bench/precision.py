"""`python -m bench.precision`: per kind of finding, what was read by hand, and the hash of its rules of today."""

from __future__ import annotations

from audit.judge.precision import readings, rules_hash, severity
from audit.lexicon import load_rules


def main() -> None:
    """A line a kind: severity earned, right of read, lower bound, hash of today's rules, whether these were read."""
    for kind, rule in load_rules("findings").items():
        found = readings().get(kind)
        read = f"{found.right}/{found.read} (-{found.trivial}) low {found.low:.2f}" if found else "not read"
        state = "" if found is None else "current" if found.current else f"read under {found.rules}"
        print(f"{kind:22} {severity(kind, rule, found)}  {read:24} {rules_hash(kind)}  {state}")


if __name__ == "__main__":
    main()
