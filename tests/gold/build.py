"""Writes quotes.jsonl, credits.jsonl, figures.jsonl from the files in markup/: people write brackets, machines count.

python tests/gold/build.py
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
Row = dict[str, Any]
OPENING, CLOSING = "“‘\"'", "”’\"'"
TITLES = re.compile(r"(?i:judge|dr\.|mayor|professor|constable|ranger|stationmaster|mr|mrs|the|its|director|,)\s+")
TAG = re.compile(r"([\[<{])(\d+(?:,\d+)*)(~?) ")
FAR_ONLY = {"person", "organisation"}  # in a longer chain they belong to the path; a credit of their own is not asked


class Mark(NamedTuple):
    """A marked stretch: `[` content, `<` speaker, `{` cue; with the numbers it belongs to."""

    kind: str
    numbers: tuple[int, ...]
    belief: bool
    start: int
    end: int


def strip_marks(source: str) -> tuple[str, list[Mark]]:
    """The bare text and its marks. A bracket without a number is part of the text."""
    out: list[str] = []
    stack: list[tuple[str, tuple[int, ...], bool, int]] = []
    marks: list[Mark] = []
    at = size = 0
    while at < len(source):
        if tag := TAG.match(source, at):
            stack.append((tag[1], tuple(map(int, tag[2].split(","))), bool(tag[3]), size))
            at = tag.end()
            continue
        if source[at] == "[":
            stack.append(("", (), False, size))
        elif source[at] in "]>}":
            kind, numbers, belief, start = stack.pop()
            if kind:
                marks.append(Mark(kind, numbers, belief, start, size))
                at += 1
                continue
        out.append(source[at])
        size += 1
        at += 1
    assert not stack, source
    return "".join(out), sorted(marks, key=lambda mark: mark.start)


def build_quotes(lines: list[str]) -> Iterator[Row]:
    """A row an article."""
    name = ""
    body: list[str] = []
    known: dict[int, str | None] = {}
    for line in [*lines, "## end"]:
        if line.startswith("## "):
            if name:
                yield _article(name, "\n\n".join(body), known)
            name, body, known = line[3:].strip(), [], {}
        elif line.startswith("= "):
            number, who = line[2:].split(" ", 1)
            known[int(number)] = None if who == "-" else who
        elif line and not line.startswith("# "):
            body.append(line)


def _article(name: str, source: str, known: dict[int, str | None]) -> Row:
    text, marks = strip_marks(source)
    numbers = sorted({n for mark in marks for n in mark.numbers})
    quotes = [_quote(text, [m for m in marks if n in m.numbers], known.get(n, "")) for n in numbers]
    inside = [span for quote in quotes for span in quote["content"]]
    return {"id": f"gold/{name}", "text": text, "quotes": quotes, "not_quotes": list(_unsaid(text, inside))}


def _quote(text: str, marks: list[Mark], known: str | None) -> Row:
    spans: dict[str, list[list[int]]] = defaultdict(list)
    for mark in marks:
        spans[mark.kind].append([mark.start, mark.end])
    speaker, content = spans["<"], [_whole(text, piece) for piece in spans["["]]
    kind = _kind(text, content)
    if kind == "mixed":
        content = [piece for whole in content for piece in _unmarked(text, whole)]
    named = TITLES.sub("", text[slice(*speaker[0])]) if speaker else None
    return {
        "type": kind,
        "content": content,
        "speaker": speaker,
        "cue": spans["{"],
        "speech": not any(mark.belief for mark in marks),
        "source": (named if named and named[0].isupper() else None) if known == "" else known,
    }


def _whole(text: str, piece: list[int]) -> list[int]:
    """A piece in marks holds its closing punctuation: all that stands between the marks."""
    start, end = piece
    while text[start - 1 : start] in set(OPENING) and text[end] in ",.!?…":
        end += 1
    return [start, end]


def _unmarked(text: str, piece: list[int]) -> Iterator[list[int]]:
    """The runs of a piece between its marks."""
    for run in re.finditer(r"[^“”\"\s](?:[^“”\"]*[^“”\"\s])?", text[piece[0] : piece[1]]):
        yield [piece[0] + run.start(), piece[0] + run.end()]


def _kind(text: str, content: list[list[int]]) -> str:
    """Direct where the marks stand around a piece, mixed where they stand inside it."""
    if any(text[start - 1 : start] in set(OPENING) for start, _ in content):
        return "direct"
    return "mixed" if any(set('“”"') & set(text[start:end]) for start, end in content) else "indirect"


def _unsaid(text: str, content: list[list[int]]) -> Iterator[list[int]]:
    """What stands in double marks and belongs to no utterance: names, titles, words for things."""
    for found in re.finditer(r"“([^“”\n]{1,80})”", text):
        start, end = found.span(1)
        if not any(s < end and start < e for s, e in content):
            yield [start, end]


def build_credits(lines: list[str]) -> Iterator[Row]:
    """A row a sentence."""
    for number, (source, below) in enumerate(_entries(lines), 1):
        text, spans = _bracketed(source)
        publisher = [line.partition(":")[2].strip() for line in below if line.startswith("publisher:")]
        chains = [line for line in below if not line.startswith("publisher:")]
        at = list(accumulate(0 if line.startswith("& ") else 1 for line in chains))
        assert (at[-1] if at else 0) == len(spans), source
        credits = [c for line, n in zip(chains, at, strict=True) for c in _chain(line.removeprefix("& "), spans[n - 1])]
        row: Row = {"id": f"gold/credit-{number:03}", "text": text, "credits": credits}
        yield {**row, "publisher": publisher[0]} if publisher else row


def _chain(line: str, span: list[int]) -> Iterator[Row]:
    relation, _, rest = line.partition(" ")
    nodes = [tuple(part.strip().split(": ", 1)) for part in rest.split(" > ")]
    path = [name for _, name in nodes]
    for hop, (kind, name) in enumerate(nodes, 1):
        required = len(nodes) == 1 or kind not in FAR_ONLY
        row: Row = {"span": span, "credited": name, "kind": kind, "relation": relation if hop == 1 else "relays"}
        yield {**row, "hop": hop, "path": path, "required": required}


def build_figures(lines: list[str]) -> Iterator[Row]:
    """A row a sentence."""
    for number, (source, below) in enumerate(_entries(lines), 1):
        text, spans = _bracketed(source)
        assert len(below) == len(spans), source
        figures = [_figure(text, line, span) for line, span in zip(below, spans, strict=True)]
        yield {"id": f"gold/figure-{number:03}", "text": text, "figures": figures}


def _figure(text: str, line: str, span: list[int]) -> Row:
    what, counted, hedge = (part.strip() for part in line.split("|"))
    approx, value, unit = what.split(" ", 2)
    ends = [float(end) if "." in end else int(end) for end in value.split("..")]
    return {
        "span": span,
        "surface": text[span[0] : span[1]],
        "approx": approx,
        "value": ends[0] if len(ends) == 1 else ends,
        "unit": None if unit == "-" else unit,
        "counted": None if counted == "-" else counted,
        "hedge": None if hedge == "-" else hedge,
    }


def _entries(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """A sentence and the indented lines below it."""
    sentence, below = "", []
    for line in [*lines, "."]:
        if line.startswith("  "):
            below.append(line.strip())
        elif line and not line.startswith("#"):
            if sentence:
                yield sentence, below
            sentence, below = line, []


def _bracketed(source: str) -> tuple[str, list[list[int]]]:
    numbers = iter(range(1, source.count("[") + 1))
    text, marks = strip_marks(re.sub(r"\[", lambda _: f"[{next(numbers)} ", source))
    return text, [[mark.start, mark.end] for mark in marks]


BUILDERS = {"quotes": build_quotes, "credits": build_credits, "figures": build_figures}


def build(name: str) -> str:
    """The JSON lines of one set."""
    lines = (HERE / "markup" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in BUILDERS[name](lines))


if __name__ == "__main__":
    for each in BUILDERS:
        (HERE / f"{each}.jsonl").write_text(build(each), encoding="utf-8")
