"""Scores of predicted quotes, credits and figures against a gold: rows in, points of 100 out.

Invariant: a mention pairs with one mention at most. Rows have the shapes of tests/gold/README.md; a prediction is a
line of `secondhand extract`, found by its id. A share of nothing counts as 100 (nothing wanted, nothing missed).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from audit.ids import name_key
from audit.records import CARRIERS, UNNAMED

Row = dict[str, Any]
Scores = dict[str, float]
Predicted = Mapping[str, Row]
Tokens = frozenset[int]
T = TypeVar("T")

OVERLAP = 0.8  # of the longer of two contents, in words: what counts as the same quote
NEAR = 120  # characters between a credit and its gold
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SAME_UNIT = {"tonne": "metric ton", "degree Celsius": "celsius", "degree Fahrenheit": "fahrenheit"}
_BARE = frozenset(["a", "an", "the", "mr", "mrs", "ms", "dr", "of", "and", "s"])


@dataclass(slots=True)
class Tally:
    """`hits` among `found` predictions and `wanted` mentions of the gold."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, hits: int, found: int, wanted: int) -> None:
        self.hits, self.found, self.wanted = self.hits + hits, self.found + found, self.wanted + wanted

    @property
    def precision(self) -> float:
        return share(self.hits, self.found)

    @property
    def recall(self) -> float:
        return share(self.hits, self.wanted)

    @property
    def f1(self) -> float:
        return share(2 * self.hits, self.found + self.wanted)


def share(part: float, whole: float) -> float:
    """Points of 100."""
    return round(100 * part / whole, 2) if whole else 100.0


def pair_off(gold: Sequence[T], found: Sequence[T], likeness: Callable[[T, T], float]) -> list[tuple[int, int]]:
    """Places (in gold, in found) of what belongs together, one to one, the most alike first; 0 is not alike."""
    scored = [(-likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    pairs: dict[int, int] = {}
    for score, i, j in sorted(scored):
        if score < 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def words_of(text: str) -> frozenset[str]:
    """The words of a name or a counted phrase, without plural s, articles and titles."""
    words = {w.removesuffix("’s").removesuffix("'s") for w in _WORD.findall(name_key(text))}
    return frozenset(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in words if w not in _BARE)


def same_name(a: str | None, b: str | None) -> bool:
    """Whether the words of the shorter name all stand in the longer."""
    one, other = words_of(a or ""), words_of(b or "")
    return bool(one and other) and (one <= other or other <= one)


# Quotes


def score_quotes(gold: Sequence[Row], predicted: Predicted) -> Scores:
    """Content by overlap and by contiguous segment, speakers, both together; `scare`: words that nobody said."""
    overlap, segments, attributed = Tally(), Tally(), Tally()
    speakers: list[bool] = []
    sources: list[bool] = []
    scare = 0
    for row in gold:
        text, found = _Text(row["text"]), list(predicted.get(row["id"], {}).get("quotes", ()))
        wanted, found = _speech(text, row["quotes"], found)
        pairs = _same_quotes(text, wanted, found)
        right = [_speaker_right(text, wanted[i], found[j]) for i, j in pairs]
        overlap.add(len(pairs), len(found), len(wanted))
        attributed.add(sum(right), len(found), len(wanted))
        _add_segments(segments, text, wanted, found)
        speakers += [ok for ok, (i, _) in zip(right, pairs, strict=True) if wanted[i]["speaker"]]
        sources += [same_name(wanted[i]["source"], found[j]["source"]) for i, j in pairs if wanted[i].get("source")]
        scare += _scares(text, row.get("not_quotes", ()), found)
    return {
        "overlap_f1": overlap.f1,
        "segment_f1": segments.f1,
        "attributed_f1": attributed.f1,
        "speaker": share(sum(speakers), len(speakers)),
        "source": share(sum(sources), len(sources)),
        "scare": float(scare),
    }


class _Text:
    """Which word stands at each character; marks and punctuation are no words."""

    def __init__(self, text: str) -> None:
        self.words = text
        self._at = [-1] * len(text)
        for number, word in enumerate(_WORD.finditer(text)):
            self._at[word.start() : word.end()] = [number] * (word.end() - word.start())

    def tokens(self, spans: Iterable[Sequence[int]]) -> Tokens:
        return frozenset(n for start, end in spans for n in self._at[start:end] if n >= 0)

    def said(self, spans: Iterable[Sequence[int]]) -> str:
        return " ".join(self.words[start:end] for start, end in spans)


def _likeness(one: Tokens, other: Tokens) -> float:
    alike = len(one & other) / max(len(one), len(other), 1)
    return alike if alike >= OVERLAP else 0.0


def _same_quotes(text: _Text, gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    one, other = ([text.tokens(q["content"]) for q in side] for side in (gold, found))
    return pair_off(one, other, _likeness)


def _speech(text: _Text, gold: Sequence[Row], found: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Without beliefs: they leave the gold, and what was predicted for them or inside them is not punished."""
    wanted = [q for q in gold if q.get("speech", True)]
    beliefs = [q for q in gold if not q.get("speech", True)]
    taken = {j for _, j in _same_quotes(text, wanted, found)}
    excused = {j for _, j in _same_quotes(text, beliefs, found)} - taken
    held = [text.tokens(q["content"]) for q in beliefs]
    inside = {j for j, q in enumerate(found) if j not in taken and any(text.tokens(q["content"]) <= h for h in held)}
    return wanted, [q for j, q in enumerate(found) if j not in excused | inside]


def _segments(text: _Text, quotes: Iterable[Row]) -> Iterator[Tokens]:
    """Runs of words in a row: how the pieces of an utterance are joined does not matter."""
    for quote in quotes:
        run: list[int] = []
        for token in sorted(text.tokens(quote["content"])):
            if run and token != run[-1] + 1:
                yield frozenset(run)
                run = []
            run.append(token)
        yield frozenset(run)


def _add_segments(tally: Tally, text: _Text, gold: Sequence[Row], found: Sequence[Row]) -> None:
    one, other = list(_segments(text, gold)), list(_segments(text, found))
    tally.add(len(pair_off(one, other, _likeness)), len(other), len(one))


def _speaker_right(text: _Text, gold: Row, found: Row) -> bool:
    """The same mention, or half of the words of the shorter name; nobody where the gold has nobody."""
    if not gold["speaker"] or not found["speaker"]:
        return not gold["speaker"] and not found["speaker"]
    if text.tokens(gold["speaker"]) & text.tokens(found["speaker"]):
        return True
    one, other = words_of(text.said(gold["speaker"])), words_of(text.said(found["speaker"]))
    return len(one & other) >= 0.5 * max(1, min(len(one), len(other)))


def _scares(text: _Text, traps: Iterable[Sequence[int]], found: Sequence[Row]) -> int:
    """Marked words that are nobody's statement and were taken for one in marks."""
    direct = [text.tokens(q["content"]) for q in found if q["type"] != "indirect"]
    return sum(any(text.tokens([trap]) >= said for said in direct) for trap in traps)


# Credits


def score_credits(gold: Sequence[Row], predicted: Predicted) -> Scores:
    """Recall of required credits, precision over carriers, kinds, whole paths; `traps`: rows that credit nobody."""
    recall, precision, kinds, paths = Tally(), Tally(), Tally(), Tally()
    traps = 0
    for row in gold:
        wanted, found = row["credits"], list(predicted.get(row["id"], {}).get("credits", ()))
        pairs = pair_off(wanted, found, _credit_likeness)
        recall.add(sum(wanted[i]["required"] for i, _ in pairs), 0, sum(c["required"] for c in wanted))
        carriers = {j for j, c in enumerate(found) if c["kind"] in CARRIERS}
        precision.add(len(carriers & {j for _, j in pairs}), len(carriers), 0)
        kinds.add(sum(_kind(wanted[i]) == _kind(found[j]) for i, j in pairs), len(pairs), 0)
        whole, read = _paths(wanted), _paths(found)
        paths.add(sum(any(_same_path(w, f) for f in read) for w in whole), 0, len(whole))
        traps += bool(not wanted and carriers)
    return {
        "recall": recall.recall,
        "precision": precision.precision,
        "kind": kinds.precision,
        "path": paths.recall,
        "traps": float(traps),
    }


def _kind(credit: Row) -> str:
    kind: str = credit["kind"]
    return "outlet" if kind == "agency" else kind


def _same_node(gold: Row, found: Row) -> bool:
    """Unnamed sources are compared by being unnamed."""
    if gold["kind"] in UNNAMED:
        return found["kind"] in UNNAMED
    return same_name(gold["credited"], found["credited"])


def _credit_likeness(gold: Row, found: Row) -> float:
    gap: int = max(gold["span"][0] - found["span"][1], found["span"][0] - gold["span"][1], 0)
    if gap > NEAR or not _same_node(gold, found):
        return 0.0
    agree: int = sum(gold[slot] == found[slot] for slot in ("kind", "hop"))
    return 1 + agree - gap / (2 * NEAR)


def _paths(credits: Iterable[Row]) -> list[list[Row]]:
    """Each path of several hops once, as its credits in order; nodes without a credit of their own stand by name."""
    chains: dict[tuple[str, ...], dict[int, Row]] = {}
    for credit in credits:
        chains.setdefault(tuple(credit["path"]), {})[credit["hop"]] = credit
    return [
        [nodes.get(hop, {"credited": name, "kind": ""}) for hop, name in enumerate(path, 1)]
        for path, nodes in chains.items()
        if len(path) > 1
    ]


def _same_path(gold: list[Row], found: list[Row]) -> bool:
    return len(gold) == len(found) and all(map(_same_node, gold, found))


# Figures


def score_figures(gold: Sequence[Row], predicted: Predicted) -> Scores:
    """F1 of values, and with approximator, unit, counted noun; `invented`: share of rows without figures with one."""
    value, approx, unit, counted = Tally(), Tally(), Tally(), Tally()
    free: list[bool] = []
    for row in gold:
        wanted, found = row["figures"], list(predicted.get(row["id"], {}).get("figures", ()))
        pairs = pair_off(wanted, found, _figure_likeness)
        both = [(wanted[i], found[j]) for i, j in pairs]
        value.add(len(both), len(found), len(wanted))
        approx.add(sum(w["approx"] == f["approx"] for w, f in both), len(found), len(wanted))
        unit.add(sum(_unit(w) == _unit(f) for w, f in both), len(found), len(wanted))
        counts = sum(bool(words_of(w["counted"] or "") & words_of(f["counted"] or "")) for w, f in both)
        counted.add(counts, sum(bool(f["counted"]) for f in found), sum(bool(w["counted"]) for w in wanted))
        if not wanted:
            free.append(bool(found))
    return {
        "value_f1": value.f1,
        "approx_f1": approx.f1,
        "unit_f1": unit.f1,
        "counted_f1": counted.f1,
        "invented": share(sum(free), len(free)) if free else 0.0,
    }


def _unit(figure: Row) -> str | None:
    return _SAME_UNIT.get(figure["unit"], figure["unit"])


def _interval(value: Any) -> tuple[float, float]:
    low, high = value if isinstance(value, list) else (value, value)
    return float(low), float(high)


def _figure_likeness(gold: Row, found: Row) -> float:
    """Spans that meet, and the same value to one in ten thousand."""
    (a, b), (c, d) = gold["span"], found["span"]
    ends = zip(_interval(gold["value"]), _interval(found["value"]), strict=True)
    same = all(abs(x - y) <= 1e-4 * max(abs(x), abs(y)) for x, y in ends)
    gap: int = abs(a - c) + abs(b - d)
    return 1 / (1.0 + gap) if same and a < d and c < b else 0.0


def score_labels(gold: Sequence[Row], predicted: Predicted) -> Scores:
    """Share of the figure pairs with the label of the gold."""
    return {"label": share(sum(predicted[row["id"]]["label"] == row["label"] for row in gold), len(gold))}
