"""How fast: our rates beside those of installed peers, in one run, and time against length on hostile text.

    python -m bench.speed [--articles 300] [--rounds 5] [--only core,figures,claims,sheets,job,hostile] [--no-peers]

It measures and prints, and judges nothing: a machine that is busy is slow.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from audit.cite.records import Citation, CitedSource
from audit.cite.verify import verify
from audit.extract.article import extract_all
from audit.extract.credits.find import find_credits
from audit.extract.figures import figures_among, find_figures
from audit.extract.jsonl import extract_line, read_line
from audit.extract.quotes.find import find_quotes
from audit.extract.reading import Document, read_document
from audit.extract.sources.people import find_people
from audit.pipeline import Job, begin, ingest, run_direct
from audit.records import Article, Span
from bench.clock import Rates, Work, cpu_seconds, interleave
from bench.compiled import compiled_works
from bench.hostile import HOSTILE
from bench.peers import Peer, load_peers
from bench.score import Row
from bench.sets import DATA, FIGURES, GOLD, ROOT, lacks_parser, parsed, read_rows, write_rows
from bench.sheets import write_wiki_sheet

SHEET = 40  # references of a page
SOURCE_WORDS = 1_000  # of a source that claims are compared with
CORPUS = DATA / "corpus" / "news10k.jsonl.gz"
T = TypeVar("T")
Hand = Sequence[tuple[Row, Article]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures the chosen parts and prints a line each."""
    for _, line in measure(speed_options().parse_args(arguments)):
        print(line, flush=True)


def measure(told: argparse.Namespace) -> Iterator[tuple[str, Told]]:
    """What each chosen part found, as it is found, with the name of the part; first what was read."""
    rows = list(article_rows(told.articles))
    read = f"{len(rows)} articles, {sum(map(_words, rows)):,} words; medians of {told.rounds} rounds (least–most)"
    yield "read", read
    for part in told.only.split(",") if told.only else PARTS:
        yield from ((part, line) for line in PARTS[part](rows, told))


def speed_options() -> argparse.ArgumentParser:
    """What may be asked for."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--articles", type=int, default=300, help="how many of the corpus, where that is here")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--only", default="", help=f"some of {','.join(PARTS)}")
    options.add_argument("--no-peers", action="store_true")
    return options


# What is read


def article_rows(most: int) -> Iterator[Row]:
    """The invented articles of the gold, then the first of the corpus where that stands beside the checkout."""
    yield from ({"id": row["id"], "text": row["text"]} for row in read_rows(GOLD / "quotes.jsonl"))
    if CORPUS.exists():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, islice(lines, most))


def number_sentences() -> list[str]:
    """Sentences of the figure golds: most hold a number."""
    files = (GOLD / "figures.jsonl", *(FIGURES / f"{name}.dev.jsonl" for name in ("newsquant", "newsfig")))
    return [row["text"] for file in files if file.exists() for row in read_rows(file)]


def _words(row: Row) -> int:
    return len(row["text"].split())


def deal(items: Sequence[T], rounds: int) -> list[Sequence[T]]:
    """As many hands as rounds; where there are few items, everybody gets all each time."""
    if len(items) < 20 * rounds:
        return [items] * rounds
    return [items[start::rounds] for start in range(rounds)]


# Extraction beside peers


def core(rows: Sequence[Row], told: argparse.Namespace) -> Iterator[Told]:
    """Quotes with sources and credits, the whole extraction, and the work of the command."""
    peers, absent = load_peers([] if told.no_peers else ["spaCy"])
    yield from map(str, absent)
    hands = [[(row, read_line(row)) for row in hand] for hand in deal(rows, told.rounds)]
    theirs = {peer.name: _reads(peer) for peer in peers}
    compiled, missing = compiled_works(OURS)
    yield from map(str, missing)
    parser: dict[str, Work[Hand]] = (
        {} if told.no_peers or lacks_parser() else {"the whole extraction with [nlp]": _parsed}
    )
    ours = OURS | compiled | parser
    found = interleave(hands, _hand_words, {**ours, **theirs})
    yield from compare(found[: len(ours)], found[len(ours) :], "words")


def _hand_words(hand: Hand) -> int:
    return sum(_words(row) for row, _ in hand)


def _reads(peer: Peer) -> Callable[[Hand], object]:
    return lambda hand: peer.work([article.text for _, article in hand])


def _statements(hand: Hand) -> None:
    for _, article in hand:
        document = read_document(article)
        find_credits(document, find_quotes(document))
        find_people(document)


def _whole(hand: Hand) -> None:
    deque(extract_all(article for _, article in hand), maxlen=0)  # together, as a run does


def _lines(hand: Hand) -> None:
    for row, _ in hand:
        json.dumps(extract_line(row))


def _parsed(hand: Hand) -> None:
    for row, _ in hand:
        parsed(row)


OURS: dict[str, Work[Hand]] = {
    "quotes, sources and credits": _statements,
    "the whole extraction": _whole,
    "extract, with blocks and JSON": _lines,
}


def figures(rows: Sequence[Row], told: argparse.Namespace) -> Iterator[Told]:
    """Sentences of the figure golds beside the peers, then all sentences of the articles."""
    peers, absent = load_peers([] if told.no_peers else ["quantulum3", "CQE"])
    yield from map(str, absent)
    hands = deal(number_sentences(), told.rounds)
    theirs = {peer.name: peer.work for peer in peers}
    compiled, missing = compiled_works(NUMBERS)
    yield from map(str, missing)
    ours = NUMBERS | compiled
    found = interleave(hands, len, {**ours, **theirs})
    yield from compare(found[: len(ours)], found[len(ours) :], "sentences")
    cut = [read_document(read_line(row)) for row in rows]
    every = interleave(deal(cut, told.rounds), _sentences, {"figures of articles": _figures_of})
    yield from compare(every, [], "sentences")


def _figures(sentences: Sequence[str]) -> None:
    for sentence in sentences:
        find_figures(sentence, [Span(0, len(sentence))])


NUMBERS: dict[str, Work[Sequence[str]]] = {"figures of sentences with numbers": _figures}
ALONE: dict[str, Work[Any]] = {**OURS, **NUMBERS}
"""What a process on its own can be asked to do: its batches are plain data."""


def _figures_of(documents: Sequence[Document]) -> None:
    for document in documents:
        figures_among(document.tokens)


def _sentences(documents: Sequence[Document]) -> int:
    return sum(len(document.sentences) for document in documents)


@dataclass(frozen=True, slots=True)
class Compared:
    """One of our rates, and those of peers on the same batches."""

    one: Rates
    peers: tuple[Rates, ...]
    unit: str

    def __str__(self) -> str:
        one, least, most = self.one, min(self.one.rounds), max(self.one.rounds)
        lines = [f"{one.worker:<44}{one.middle:>12,.0f} {self.unit}/CPU-s  ({least:,.0f}–{most:,.0f})"]
        for peer in self.peers:
            middle, low, high = one.times(peer)
            lines.append(f"  {peer.worker:<42}{peer.middle:>12,.0f}  we: {middle:.1f} times  ({low:.1f}–{high:.1f})")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Growth:
    """CPU-seconds for half of a hostile text and for the whole."""

    name: str
    longest: int
    half: float
    whole: float

    def __str__(self) -> str:
        times = f"times {self.whole / self.half:.2f}"
        return f"{self.name:<28}{self.longest:>12,} characters {self.half:>8.2f} {self.whole:>8.2f} CPU-s  {times}"


Told = str | Compared | Growth


def compare(ours: Sequence[Rates], peers: Sequence[Rates], unit: str) -> Iterator[Compared]:
    """Each of ours beside the peers."""
    yield from (Compared(one, tuple(peers), unit) for one in ours)


# Claims


def claims(rows: Sequence[Row], told: argparse.Namespace) -> Iterator[Told]:
    """Claims against a source of a thousand words each, and twenty claims against one such source."""
    sources = list(long_texts(row["text"] for row in rows))
    for name, many in (("verify, a source a claim", 1), ("verify, twenty claims a source", 20)):
        found = interleave(deal(sources, told.rounds), partial(_claims_of, many), {name: partial(_verify, many)})
        yield from compare(found, [], "claims")


def sheets(_: Sequence[Row], told: argparse.Namespace) -> Iterator[Told]:
    """A page of references to its sheet, ready to be opened."""
    numbers = count(step=SHEET)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.html"
        name = f"cite, a page of {SHEET} references"
        work = {name: lambda many: write_wiki_sheet(path, many, next(numbers))}  # no source is known already
        yield from compare(interleave([SHEET] * told.rounds, int, work), [], "references")


def long_texts(texts: Iterable[str], words: int = SOURCE_WORDS) -> Iterator[str]:
    """Articles joined until they have so many words."""
    held: list[str] = []
    for text in texts:
        held.append(text)
        if sum(len(part.split()) for part in held) >= words:
            yield "\n\n".join(held)
            held = []


def _claims_of(many: int, sources: Sequence[str]) -> int:
    return many * len(sources)


def _verify(many: int, sources: Sequence[str]) -> None:
    """Each source is new to the index; its claims are its own sentences and those of the source before it."""
    for number, text in enumerate(sources):
        source = CitedSource(f"{number} {time.perf_counter_ns()}", text)
        sentences = [*text.split(". "), *sources[number - 1].split(". ")]
        for claim in range(many):
            verify(Citation(str(claim), sentences[claim * 7 % len(sentences)], (source,)))


# The job


def job(rows: Sequence[Row], told: argparse.Namespace) -> Iterator[Told]:
    """Ingest of the articles, and the main job over the invented story."""
    rates = Rates("ingest of JSON lines", tuple(len(rows) / _ingest_seconds(rows) for _ in range(told.rounds)))
    yield from compare([rates], [], "articles")
    spent, clock = zip(*(_demo_seconds() for _ in range(told.rounds)), strict=True)
    yield f"{'secondhand run --direct raw/demo':<44}{median(spent):>12.2f} CPU-s, {median(clock):.2f} s by the clock"


def _ingest_seconds(rows: Sequence[Row]) -> float:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        write_rows(home / "articles.jsonl", rows)
        with begin(Job((home / "articles.jsonl",), home / "w.duckdb", None, home / "reviews")) as run:
            start = time.process_time()
            ingest(run)
            return time.process_time() - start


def _demo_seconds() -> tuple[float, float]:
    """Of the processor and by the clock."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        spent, clock = time.process_time(), time.perf_counter()
        run_direct(Job((ROOT / "raw" / "demo",), home / "w.duckdb", home / "report", home / "reviews"))
        return time.process_time() - spent, time.perf_counter() - clock


# Hostile text


def hostile(_: Sequence[Row], told: argparse.Namespace) -> Iterator[Told]:
    """CPU-seconds at half the length and at the whole: twice as long should take about twice as much."""
    for one in HOSTILE:
        half, whole = (cpu_seconds(one.read, one.make(size), 0.0) for size in (one.longest // 2, one.longest))
        yield Growth(one.name, one.longest, half, whole)


PARTS: dict[str, Callable[[Sequence[Row], argparse.Namespace], Iterator[Told]]] = {
    "core": core,
    "figures": figures,
    "claims": claims,
    "sheets": sheets,
    "job": job,
    "hostile": hostile,
}

if __name__ == "__main__":
    main()
