"""Twenty claims, read twice: by one reader off the claim's page, by another from the articles alone, each by the clock.

    python -m bench.twenty lay FOLDER demo=WAREHOUSE,REPORT seeds=WAREHOUSE,REPORT events=WAREHOUSE,REPORT
    python -m bench.twenty show FOLDER pages 1        what a reader gets; the clock starts
    python -m bench.twenty answer FOLDER pages 1 1 2  at least one starting point, at most two; the clock stops
    python -m bench.twenty score FOLDER               answers beside bench/twenty.toml, seconds, words on the way

`lay` draws the claims with a fixed seed. Texts stay in FOLDER; bench/twenty.toml has places and numbers alone, and was
written from the articles before their pages were opened. bench/readers.md tells who read, and what came of it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from audit.warehouse import open_published

SEED = 14
SHARES = {"demo": 8, "seeds": 3, "events": 9}
KINDS = ("pages", "articles")
TRUTH = Path(__file__).with_name("twenty.toml")
CLAIMS = (
    "select claim_id, label, low, high from claims_told where articles > 1 and low is not null "
    "and kind in ('figure', 'assertion') order by claim_id"
)
TEXTS = (
    "select distinct on (m.article_id) coalesce(s.name, 'publisher not known'), a.published_at, a.title, a.text, "
    "coalesce(a.external_id, split_part(c.path, '/', -1)), p.start_char, p.end_char from claim_mentions m "
    "join articles a on a.article_id = m.article_id and a.version = m.version and a.is_latest "
    "left join sources s on s.source_id = a.publisher_id left join captures c using (capture_id) "
    "join (select figure_id as mention_id, start_char, end_char from figures "
    "union all select quote_id, start_char, end_char from quotes "
    "union all select credit_id, start_char, end_char from credits "
    "union all select passage_id, start_char, end_char from passages) p on p.mention_id = m.mention_id "
    "where m.claim_id = ? order by m.article_id, p.start_char"
)
BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "tr", "blockquote", "summary", "figcaption", "text", "nav"})


@dataclass(frozen=True, slots=True)
class Answer:
    """How many starting points somebody names, at least and at most, and the seconds it took."""

    low: int
    high: int
    seconds: float = 0.0


def lay(folder: Path, sets: dict[str, tuple[Path, Path]]) -> int:
    """Draw the claims and write what both readers get; returns how many there are."""
    chance, number, drawn = random.Random(SEED), 0, []
    for kind in KINDS:
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for name, (warehouse, report) in sets.items():
        held = open_published(warehouse)
        claims = held.query(CLAIMS)
        for claim_id, label, low, high in sorted(chance.sample(claims, min(SHARES[name], len(claims)))):
            number += 1
            texts = held.query(TEXTS, [claim_id])
            page = visible((report / "claims" / f"{claim_id}.html").read_text(encoding="utf-8"))
            (folder / "pages" / f"{number}.txt").write_text(page, encoding="utf-8")
            (folder / "articles" / f"{number}.txt").write_text(_articles(label, texts), encoding="utf-8")
            places = [{"article": t[4], "at": [t[5], t[6]]} for t in texts]
            drawn.append({"n": number, "set": name, "claim": claim_id, "told": [low, high], "places": places})
        held.close()
    (folder / "drawn.json").write_text(json.dumps(drawn, indent=1), encoding="utf-8")
    return number


def _articles(label: str, texts: Sequence[Sequence[Any]]) -> str:
    """The claim, then the plain articles that carry it."""
    told = [f"== {who}, {day or 'date not known'}\n{title or ''}\n\n{text}" for who, day, title, text, *_ in texts]
    return "\n\n".join((f"CLAIM: {label}", *told)) + "\n"


def visible(page: str) -> str:
    """The words of a page that a reader sees on a wide screen before opening anything, a block a line."""
    body = html.fromstring(page).find("body")
    shut = "//details[not(@open)]/*[not(self::summary)] | //*[contains(@class, 'as-list')] | //footer | //nav"
    for node in body.xpath(shut):
        node.drop_tree()
    lines = "".join(_lines(body)).splitlines()
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line) + "\n"


def _lines(node: Any) -> Iterator[str]:
    block = node.tag in BLOCKS
    yield "\n" if block else " " if node.tag in ("td", "th", "span") else ""
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str):
            yield from _lines(child)
        yield child.tail or ""
    yield "\n" if block else ""


def show(folder: Path, kind: str, number: int) -> str:
    """What a reader gets; the clock starts."""
    (folder / f"{kind}-{number}.started").write_text(repr(time.time()))
    return (folder / kind / f"{number}.txt").read_text(encoding="utf-8")


def answer(folder: Path, kind: str, number: int, low: int, high: int) -> Answer:
    """Keep what a reader says; the clock stops."""
    started = float((folder / f"{kind}-{number}.started").read_text())
    given = Answer(low, high, time.time() - started)
    (folder / f"{kind}-{number}.answer").write_text(json.dumps([low, high, given.seconds]))
    return given


def score(folder: Path) -> Iterator[str]:
    """A line a claim, and the sums: right is a pair of bounds that meets the true one without going beyond it."""
    truth = {(t["set"], t["article"], *t["at"]): Answer(t["low"], t["high"]) for t in read_truth()}
    sums: dict[str, list[tuple[bool, float]]] = {kind: [] for kind in ("printed", *KINDS)}
    words = dict.fromkeys(KINDS, 0)
    for claim in json.loads((folder / "drawn.json").read_text(encoding="utf-8")):
        keys = [(claim["set"], place["article"], *place["at"]) for place in claim["places"]]
        right = next((truth[key] for key in keys if key in truth), None)
        given = {"printed": Answer(*claim["told"])} | {kind: _given(folder, kind, claim["n"]) for kind in KINDS}
        parts = (f"{kind} {_told(answered)}" for kind, answered in given.items())
        yield f"{claim['n']:>2} {claim['set']:<7} true {_told(right)}; {'; '.join(parts)}"
        for kind, answered in given.items():
            sums[kind] += [(is_right(answered, right), answered.seconds)] if answered and right else []
        for kind in KINDS:
            words[kind] += _words(folder, kind, claim["n"])
    for kind, found in sums.items():
        yield f"{kind}: right {sum(right for right, _ in found)} of {len(found)}, {sum(s for _, s in found):.0f} s"
    yield f"words to the number on the pages: {words['pages']}; of the articles: {words['articles']}"


def _words(folder: Path, kind: str, number: int) -> int:
    """Words on the way to the number: of a page its title and its lead, of articles all."""
    lines = (folder / kind / f"{number}.txt").read_text(encoding="utf-8").splitlines()
    return len(" ".join(lines[:2] if kind == "pages" else lines).split())


def is_right(given: Answer, true: Answer) -> bool:
    """Whether all that is said may be so: within the true bounds."""
    return true.low <= given.low <= given.high <= true.high


def read_truth() -> list[dict[str, Any]]:
    """The places of claims with their true bounds."""
    return list(tomllib.loads(TRUTH.read_text(encoding="utf-8"))["claim"])


def _given(folder: Path, kind: str, number: int) -> Answer | None:
    file = folder / f"{kind}-{number}.answer"
    return Answer(*json.loads(file.read_text())) if file.exists() else None


def _told(given: Answer | None) -> str:
    return f"{given.low}-{given.high}" if given else "-"


def _set(told: str) -> tuple[str, tuple[Path, Path]]:
    name, _, places = told.partition("=")
    warehouse, report = map(Path, places.split(","))
    return name, (warehouse, report)


def main(words: Sequence[str]) -> int:
    """Lay, show, answer or score; see the head of this file."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("work", choices=("lay", "show", "answer", "score"))
    asked.add_argument("folder", type=Path)
    asked.add_argument("rest", nargs="*")
    told = asked.parse_args(words)
    if told.work == "lay":
        print(f"{lay(told.folder, dict(map(_set, told.rest)))} claims")
    elif told.work == "show":
        print(show(told.folder, told.rest[0], int(told.rest[1])))
    elif told.work == "answer":
        print(f"{answer(told.folder, told.rest[0], *map(int, told.rest[1:])).seconds:.1f} s")
    else:
        print("\n".join(score(told.folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
