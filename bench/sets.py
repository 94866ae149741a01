"""The data sets that accuracy is held on: how each is predicted by the package's own functions, and who scores it.

Two kinds: the gold of this repository (tests/gold, scored by `bench.score`), and development sets that stand beside a
checkout as ../shared, scored by the scorers that stand there with them. The second kind is absent on most machines.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from audit.cite.verify import verify_line
from audit.errors import SecondhandError
from audit.extract.jsonl import extract_line
from audit.figures_algebra.record import compare_pair
from bench.cited import by_kind, of_claims
from bench.score import Predicted, Row, Scores, score_credits, score_figures, score_labels, score_quotes

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data"
PREDICTED = "predicted.jsonl"

Work = Callable[[Row], Row]


@dataclass(frozen=True, slots=True)
class DataSet:
    """A set by name: the files of its gold, what measures it (points of 100, or counts), and what that needs."""

    name: str
    files: tuple[Path, ...]
    measure: Callable[[], Scores] = field(repr=False)
    needs: Callable[[], str | None] = field(repr=False, default=lambda: None)

    @property
    def missing(self) -> str | None:
        """Why it cannot be measured here; None where it can."""
        if not self.files:
            return "its folder is not here"
        gone = next((file for file in self.files if not file.exists()), None)
        return f"{gone.name} is not here" if gone else self.needs()


def read_rows(file: Path) -> list[Row]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def predict(rows: Iterable[Row], work: Work = extract_line, **more: str) -> Predicted:
    """What the package makes of each row, by id; `more` is told of every article, such as its language."""
    return {row["id"]: work({**row, **more}) for row in rows}


# Our own


def _own(name: str, score: Callable[[list[Row], Predicted], Scores]) -> DataSet:
    file = GOLD / f"{name}.jsonl"

    def measure() -> Scores:
        rows = read_rows(file)
        return score(rows, predict(rows))

    return DataSet(name, (file,), measure)


# With a parse: measured apart, where a pipeline is installed


def lacks_parser() -> str | None:
    """Why nothing is measured with `[nlp]`. Floors were measured with a small pipeline: no other is held to them."""
    if find_spec("spacy") is None:
        return "spaCy is not installed"
    from audit.extract.parse.parser import load_parser

    try:
        name = load_parser().name
    except SecondhandError as error:
        return str(error)
    return None if "core_web_sm" in name else f"{name} is not the pipeline that the floors were measured with"


def parsed(row: Row) -> Row:
    """The extraction with the parser that is installed."""
    from audit.extract.parse.parser import load_parser

    return extract_line(row, load_parser())


def _own_parsed() -> Scores:
    rows = read_rows(GOLD / "quotes.jsonl")
    return score_quotes(rows, predict(rows, parsed))


# Beside the checkout


def _score(scorer: str, rows: Iterable[Row], *arguments: str | Path) -> dict[str, Any]:
    """The line of JSON that a scorer of ../shared/eval prints; `PREDICTED` stands for the file of the rows."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / PREDICTED
        write_rows(file, rows)
        told = [str(file if argument == PREDICTED else argument) for argument in arguments]
        command = [sys.executable, str(SHARED / "eval" / scorer), *told]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def write_rows(file: Path, rows: Iterable[Row]) -> None:
    """One line of JSON a row."""
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _points(found: Mapping[str, Any], *names: str) -> Scores:
    """Shares as points of 100, by the name that the scorer gives them."""
    return {name: round(100 * found[name], 2) for name in names}


POLNEAR = DATA / "quotes" / "polnear.dev.jsonl"
GERMAN = DATA / "quotes" / "wikinews_de.dev.jsonl"
EVENTS = DATA / "pages" / "events" / "events.jsonl"
FIGURES = DATA / "figures"
CITED = DATA / "outside" / "citations"
STRENGTH = CITED / "insciout.jsonl"
POOLED = ("wice", "wikipedia")  # sets of claims of an encyclopedia: the kinds of their gaps are counted together
SEEDS_GOLD = SHARED / "gold"


def _polnear(work: Work = extract_line) -> Scores:
    found = _score("score_quotes.py", predict(read_rows(POLNEAR), work).values(), POLNEAR, PREDICTED, "--speech-only")
    return _points(found, "overlap_f1", "seg_overlap_f1", "speaker_acc", "speaker_named_acc", "attributed_f1")


def _direct_only(row: Row) -> Row:
    return {**row, "quotes": [quote for quote in row["quotes"] if quote["type"] == "direct"]}


def _german() -> Scores:
    """Direct quotes alone, in the gold and in what is found."""
    rows = read_rows(GERMAN)
    with TemporaryDirectory() as folder:
        gold = Path(folder) / "gold.jsonl"
        write_rows(gold, map(_direct_only, rows))
        found = map(_direct_only, predict(rows, language="de").values())
        return _points(_score("score_quotes.py", found, gold, PREDICTED), "overlap_f1", "speaker_acc")


def _events() -> Scores:
    found = _score("score_events.py", predict(read_rows(EVENTS)).values(), EVENTS, "--extract", PREDICTED)
    return _points(found, "credits", "credits_told", "credits_other")


def _seeds() -> Scores:
    """The real articles; `scare` and `traps` are counts."""
    texts = [{"id": file.name, "text": file.read_text(encoding="utf-8")} for file in sorted(_seed_texts())]
    found = _score("score_seeds.py", predict(texts).values(), SEEDS_GOLD, SHARED / "seeds", PREDICTED)
    shares = ("quotes_recall", "speaker", "via", "credits_recall", "credits_precision", "credit_kind", "path")
    figures = {"figures_f1": found["figures"]["f1"], "figures_approx": found["approx"], "counted": found["counted"]}
    return {
        **_points(found, *shares),
        **_points(figures, *figures),
        "scare": float(found["scare"]),
        "traps": float(found["traps"]),
    }


def _seed_texts() -> Iterable[Path]:
    return (SHARED / "seeds").glob("*.txt")


def _figures(name: str, **metrics: str) -> DataSet:
    file = FIGURES / f"{name}.dev.jsonl"

    def measure() -> Scores:
        found = _score("score_figures.py", predict(read_rows(file)).values(), file, PREDICTED)
        scores = {ours: found[theirs]["F1"] for ours, theirs in metrics.items()}
        return {**scores, "invented": found["empty_false"]}

    return DataSet(name, (file,), measure)


def _verified(*names: str) -> list[Any]:
    """What the scorer says of each set of cited claims."""
    files = [CITED / f"{name}.jsonl" for name in names]
    rows = [verify_line(row) for file in files for row in read_rows(file)]
    found = _score("score_citations.py", rows, PREDICTED, *files)
    return [found[name] for name in names]


def _claims(name: str) -> DataSet:
    return DataSet(name, (CITED / f"{name}.jsonl",), lambda: of_claims(*_verified(name)))


def _kinds() -> Scores:
    return by_kind(*_verified(*POOLED))


def _strength() -> Scores:
    found = _score("score_strength.py", map(verify_line, read_rows(STRENGTH)), PREDICTED, STRENGTH)["verify"]
    return _points(found, "accuracy", "macro_f1") | {"reversed": found["reversed"]}


def _pairs() -> Scores:
    rows = read_rows(FIGURES / "figure_pairs.dev.jsonl")
    return score_labels(rows, predict(rows, compare_pair))


def data_sets() -> tuple[DataSet, ...]:
    """All sets, ours first."""
    read = {"value_f1": "value", "unit_f1": "value_unit", "counted_f1": "value_counted", "hedged_f1": "hedged"}
    return (
        _own("quotes", score_quotes),
        _own("credits", score_credits),
        _own("figures", score_figures),
        DataSet("quotes_nlp", (GOLD / "quotes.jsonl",), _own_parsed, lacks_parser),
        DataSet("polnear", (POLNEAR,), _polnear),
        DataSet("polnear_nlp", (POLNEAR,), partial(_polnear, parsed), lacks_parser),
        DataSet("wikinews_de", (GERMAN,), _german),
        DataSet("events", (EVENTS,), _events),
        DataSet("seeds", (*sorted(SEEDS_GOLD.glob("*.jsonl")), *sorted(_seed_texts())), _seeds),
        _figures("newsquant", **read, approx_f1="value_approx"),
        _figures("newsfig", **read, approx_f1="value_approx6"),
        DataSet("figure_pairs", (FIGURES / "figure_pairs.dev.jsonl",), _pairs),
        *map(_claims, (*POOLED, "wice_tokens", "attributionbench")),
        DataSet("cited_kinds", tuple(CITED / f"{name}.jsonl" for name in POOLED), _kinds),
        DataSet("strength", (STRENGTH,), _strength),
    )
