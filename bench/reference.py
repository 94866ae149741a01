"""The reference pages of docs/, made from what the program says of itself: commands, findings, measures.

`python -m bench.reference` writes docs/commands.md, docs/findings.md and docs/measures.md anew; `make docs` does too.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer

from audit.cli import app
from audit.judge.measures import definitions, view_sql
from audit.judge.precision import Reading, readings, severity
from audit.lexicon import load_rules

DOCS = Path(__file__).parent.parent / "docs"
WEIGHTS = {
    3: "stands first",
    2: "listed",
    1: "listed as a note, last",
    0: "counted, not listed",
}
LIMITS = {3: "", 2: "It never stands first, however often it is right. ", 1: "It is never more than a note. "}

COMMANDS = """# Commands

What `secondhand COMMAND --help` says, on one page. Data goes to stdout, everything else to stderr; exit code 0 is
done, 1 is that `check` or `doctor` found something, 2 is could not run, with one line that says why and what next.

This page is made from the program: `make docs`.
"""

FINDINGS = """# Findings

A finding is two or more places side by side and a sentence about the texts; it says that they differ, never why, and
never who is right. What it weighs is earned: findings of a kind were read by hand against their texts, and a kind
stands first only where nine in ten were right, of sixty or more (a hundred where a person is named; all there were,
where there were fewer), with a lower bound (Wilson, 95 %) of .8 or more; below .7 it is counted and not listed. A kind
that tells less is limited whatever was read, and its section says so. What was read, on which texts, is in
[precision.toml](../audit/judge/precision.toml); where the rules changed since, the report says "read under earlier
rules". [readings.md](readings.md) tells how each kind was read. Your own reading goes before ours:
`secondhand sample --kind KIND`.

This page is made from the rules: `make docs`.
"""

MEASURES = """# Measures

Each is a "k of n", or two bounds; there is no score. The rows behind a number are in the view named below it, and
`secondhand explain MEASURE ID` prints the definition, the query, the rows and what was left out.

This page is made from the definitions: `make docs`.
"""


def commands() -> str:
    """A section a command: what it does, its arguments and options."""
    found: dict[str, Any] = vars(typer.main.get_command(app))["commands"]
    return "\n".join([COMMANDS, *(_command(name, command) for name, command in found.items())])


def _command(name: str, command: Any) -> str:
    arguments = (one for one in command.params if _is_argument(one))
    options = ["[OPTIONS]"] if any(not _is_argument(one) for one in command.params) else []
    usage = " ".join(["secondhand", name, *map(_typed, arguments), *options])
    rows = [f"| {_called(one)} | {_said(one)} |" for one in command.params if not one.hidden]
    table = ["| | |", "|---|---|", *rows] if rows else []
    return "\n".join([f"## {name}\n", " ".join((command.help or "").split()), f"\n    {usage}\n", *table, ""])


def _is_argument(one: Any) -> bool:
    return bool(one.param_type_name == "argument")


def _typed(argument: Any) -> str:
    """An argument as it is typed; in brackets where it may be left out."""
    name = (argument.metavar or argument.name).upper().strip("{}") + (" …" if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _called(one: Any) -> str:
    if _is_argument(one):
        return f"`{_typed(one)}`"
    names = ", ".join(f"`{name}`" for name in (*one.opts, *one.secondary_opts))
    return names if one.is_flag else f"{names} {(one.metavar or one.name).upper()}"


def _said(one: Any) -> str:
    words = " ".join((one.help or "").split()).replace("|", "\\|")
    plain = (
        isinstance(one.default, str | int | float | Path) and not isinstance(one.default, bool) and one.default != ""
    )
    return f"{words} Default: `{one.default}`." if plain else words


def findings() -> str:
    """A section a kind of finding: an example of its sentence, what it weighs, what was read by hand."""
    return "\n".join([FINDINGS, *(_finding(kind, rule) for kind, rule in load_rules("findings").items())])


def _finding(kind: str, rule: dict[str, str]) -> str:
    found = readings().get(kind)
    weight = WEIGHTS[severity(kind, rule, found)]
    limit = LIMITS[int(rule["severity"])]
    query = f"[{kind}.sql](../audit/judge/kinds/{kind}.sql)"
    return f"## {kind}\n\n> {rule['example']}\n\n{_read(found)} It {_verb(weight)}. {limit}Candidates: {query}.\n"


def _verb(weight: str) -> str:
    return weight if weight.startswith("stands") else f"is {weight}"


def _read(found: Reading | None) -> str:
    if found is None:
        return "Not read by hand yet."
    if not found.read:
        return f"None came up in what was read ({found.texts})."
    trivial = f", {found.trivial} true and of no use" if found.trivial else ""
    return f"Read by hand: {found.right} of {found.read} right{trivial} (lower bound {found.low:.2f}; {found.texts})."


def measures() -> str:
    """A section a measure: what is counted out of what, what is left out, what it does not tell, its query."""
    return "\n".join([MEASURES, *(_measure(name, told) for name, told in definitions().items())])


def _measure(name: str, told: dict[str, str]) -> str:
    after = [f"After: {told['after']}."] if told.get("after") else []
    lines = [
        f"## {name}\n",
        f"k: {told['k']}. n: {told['n']}.\n" if told.get("n") else f"{told['k']}.\n",
        f"Left out: {told['left_out']}. It does not tell: {told['limits']}.\n",
        *after,
        f"Rows: `{name}_evidence` ([query](../audit/judge/measures/{name}.sql)).\n",
    ]
    assert view_sql(name)
    return "\n".join(lines)


PAGES = {"commands.md": commands, "findings.md": findings, "measures.md": measures}
"""The pages by name, and what writes each."""


def written(names: Iterable[str] = PAGES) -> dict[str, str]:
    """The text of each page."""
    return {name: PAGES[name]().rstrip() + "\n" for name in names}


if __name__ == "__main__":
    for name, text in written().items():
        (DOCS / name).write_text(text, encoding="utf-8")
