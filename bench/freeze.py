"""A freeze of what comes out, so that a move of code is known to change nothing.

    python -m bench.freeze take FILE [--articles N]    hash what comes out now
    python -m bench.freeze compare FILE                say what comes out otherwise; exit 1 where anything does

Frozen are a hash per article of its extraction and of the comparisons of its neighbouring figures, over the corpus
that stands beside the checkout, and a hash per table of a warehouse of raw/demo.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from audit.extract.jsonl import extract_line
from audit.figures_algebra.record import compare_pair
from audit.pipeline import Job, run_direct
from audit.warehouse import open_published
from bench.sets import DATA, ROOT

CORPUS = DATA / "corpus" / "news10k.jsonl.gz"
CHANGING = frozenset({"runs", "meta", "fingerprints"})
"""Tables that tell of the run, not of the articles."""
AROUND = 300
"""Characters on either side of two figures that a comparison reads."""

Hashes = dict[str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Takes a freeze, or compares one with what comes out now."""
    options = argparse.ArgumentParser(prog="python -m bench.freeze", description=(__doc__ or "").splitlines()[0])
    options.add_argument("action", choices=["take", "compare"])
    options.add_argument("file", type=Path)
    options.add_argument("--articles", type=int, default=None, help="the first N of the corpus alone")
    told = options.parse_args(arguments)
    found = {"corpus": dict(freeze_corpus(told.articles)), "demo": freeze_demo()}
    if told.action == "take":
        told.file.write_text(json.dumps(found), encoding="utf-8")
        print({name: len(hashes) for name, hashes in found.items()})
        return 0
    held = json.loads(told.file.read_text(encoding="utf-8"))
    changed = [f"{name} {key}" for name in found for key in changed_keys(held[name], found[name], told.articles)]
    print("\n".join([*changed[:40], f"{len(changed)} of {sum(map(len, found.values()))} come out otherwise"]))
    return int(bool(changed))


def changed_keys(held: Hashes, found: Hashes, articles: int | None = None) -> list[str]:
    """Keys whose hashes differ, or that stand on one side alone; with `articles` only keys found now count."""
    keys = found.keys() if articles else held.keys() | found.keys()
    return sorted(key for key in keys if held.get(key) != found.get(key))


def freeze_corpus(articles: int | None = None) -> Iterator[tuple[str, str]]:
    """Article id and hash of its extraction and comparisons; nothing where the corpus is not here."""
    if not CORPUS.exists():
        print(f"{CORPUS.name} is not here: the demo alone is frozen", file=sys.stderr)
        return
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines, ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(_freeze_line, islice(lines, articles), chunksize=50)


def _freeze_line(line: str) -> tuple[str, str]:
    article = json.loads(line)
    extracted = extract_line(article)
    verdicts = [_verdict(article["text"], a, b) for a, b in pairwise(extracted["figures"])]
    return article["id"], digest([extracted, verdicts])


def _verdict(text: str, a: dict[str, Any], b: dict[str, Any]) -> Any:
    start = max(0, a["span"][0] - AROUND)
    around = text[start : b["span"][1] + AROUND]
    side_a, side_b = ({"text": around, "figures": [_moved(figure, -start)]} for figure in (a, b))
    return compare_pair({"id": "-", "what": "-", "earlier": side_a, "later": side_b})


def _moved(figure: dict[str, Any], by: int) -> dict[str, Any]:
    start, end = figure["span"]
    return {**figure, "span": [start + by, end + by]}


def freeze_demo() -> Hashes:
    """A hash per table of a fresh warehouse of raw/demo."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        run_direct(Job((ROOT / "raw" / "demo",), home / "warehouse.duckdb", None, home / "reviews"))
        warehouse = open_published(home / "warehouse.duckdb")
        try:
            names = [n for (n,) in warehouse.query("select table_name from duckdb_tables()") if n not in CHANGING]
            return {name: digest(_rows(warehouse, name)) for name in names}
        finally:
            warehouse.close()


def _rows(warehouse: Any, table: str) -> list[str]:
    left_out = "first_run_id", "run_id", "fingerprint", "path", "captured_at"
    columns = warehouse.query("select column_name from duckdb_columns() where table_name = ? order by 1", [table])
    kept = ", ".join(f'"{name}"' for (name,) in columns if name not in left_out)
    return sorted(map(repr, warehouse.query(f"select {kept} from {table}")))


def digest(value: object) -> str:
    """A short hash of anything that JSON can tell."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
