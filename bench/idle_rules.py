"""Finds rule entries that do nothing: taken away in memory, they change no reading of their own example.

`python -m bench.idle_rules` prints each, `python -m bench.idle_rules cues hedges` those of these tables. An entry of
a list is taken out, unless it is the only one; of any other, every word and pattern is replaced by one that no text
holds. The reading of an example is all that the package makes of it (`READERS`), so an entry counts as busy if any room
heeds it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from itertools import permutations
from pathlib import Path
from types import ModuleType
from typing import Any

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.figures_algebra.compare import compare_figures
from audit.figures_algebra.context import SILENT, Context, read_context
from audit.figures_algebra.exchanged import find_exchange
from audit.figures_algebra.keys import key_of
from audit.figures_algebra.units import scale_of
from audit.ingest.authors import find_authors
from audit.ingest.blocks import mark_blocks
from audit.ingest.genres import find_genre
from audit.ingest.links import canonical, copied_page, link_kind, registered, source_line
from audit.ingest.published import date_text
from audit.ingest.publishers import copied_from, republished_from
from audit.judge.gates.quotes import changes
from audit.judge.gates.weight import says_the_same
from audit.lexicon import load_rules
from audit.lexicon.notices import takes_back
from audit.lexicon.outlets import PACKAGED, kind_of_publisher
from audit.match.align import align, relations
from audit.match.figure_readings import country
from audit.match.headlines import Said, find_gaps
from audit.match.identity import same_full_name
from audit.match.words import common_words, read_words
from audit.records import Article, Block, Figure, Role, Span
from audit.text.dates import find_days
from audit.text.posts import find_posts
from audit.text.sentences import sentence_around

LEXICON = Path(__file__).parents[1] / "audit" / "lexicon"
KNOWN = Path(__file__).with_suffix(".toml")
NOT_READ = {
    "cite": "read where a claim is checked against its sources",
    "direction": "weighs pairs of articles",
    "findings": "words of findings, which judge builds",
    "intervals": "conventions of numbers, tested with the algebra",
    "languages": "words that tell a language",
    "outlets": "names of outlets",
    "parse": "needs the extra [nlp]",
    "rule_ids": "tells of rules, is none",
    "strength": "read where a claim is weighed against its source",
    "time_cues": "read where a parent is chosen among articles",
    "translation": "read where articles of two languages are compared",
    "verb_forms": "checked by an inflection library",
}
SCHEMA = "schema"
"""What says the shape of tables is none itself."""
NOWHERE = "qzxqzx"
BODY = (
    "Nobody knows how long the repair will take, and the ferry will land elsewhere until the walls are sound again.",
    "The harbour office closed the old quay on Monday after divers had found cracks in its walls, its director said.",
)
NOON = datetime(2031, 12, 31, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry with its examples: `place` leads to it within the table (keys, and numbers in a list)."""

    table: str
    language: str
    place: tuple[str | int, ...]
    examples: tuple[str, ...] = field(repr=False)

    @property
    def name(self) -> str:
        """The table, the way to the entry, and its example: that stays where entries are added before it."""
        way = ".".join(key for key in self.place if isinstance(key, str))
        return f"{self.language}/{self.table} {way}: {self.examples[0]}"


def entries(table: str, language: str) -> Iterator[Entry]:
    """The entries of a table that have an example."""
    yield from _entries(load_rules(table, language), partial(Entry, table, language), ())


def _entries(node: Any, made: Callable[..., Entry], place: tuple[str | int, ...]) -> Iterator[Entry]:
    if isinstance(node, dict):
        examples = tuple(_strings([node[key] for key in ("example", "examples") if key in node]))
        if any(examples) and place:
            yield made(place, tuple(filter(None, examples)))
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in inside:
        if key not in ("example", "examples"):
            yield from _entries(value, made, (*place, key))


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, (list, dict)):
        for value in node.values() if isinstance(node, dict) else node:
            yield from _strings(value)


@contextmanager
def taken_away(entry: Entry) -> Iterator[None]:
    """The tables without the entry, while this lasts."""
    table = load_rules(entry.table, entry.language)
    kept = deepcopy(table)
    _take_away(table, entry.place)
    forget()
    try:
        yield
    finally:
        table.clear()
        table.update(kept)
        forget()


def _take_away(node: Any, place: Sequence[str | int]) -> None:
    *way, last = place
    for key in way:
        node = node[key]
    without = _without_words(node[last])
    if (isinstance(last, int) and len(node) > 1) or without == node[last]:
        del node[last]
    else:
        node[last] = without


def _without_words(node: Any, key: str = "") -> Any:
    """The entry with a word that stands nowhere for each of its words and patterns; other settings stay."""
    if isinstance(node, dict):
        mapped = key in ("words", "forms", "signs")
        return {(NOWHERE if mapped else k): _without_words(v, k) for k, v in node.items()}
    if isinstance(node, list):
        return [NOWHERE if isinstance(value, str) else _without_words(value, key) for value in node]
    return NOWHERE if key in ("pattern", "words", "verbs") else node


KEPT = frozenset({"audit.lexicon", "audit.lexicon.counts", "audit.text.parts_of_speech"})
"""Modules whose caches hold the tables themselves, or counts of words, which are no entries."""


def forget() -> None:
    """Drops all that was built from the tables; the tables themselves stay."""
    for module in [m for name, m in sys.modules.items() if name.startswith("audit.") and name not in KEPT]:
        for cached in _cached(module):
            cached.cache_clear()


def _cached(module: ModuleType) -> Iterator[Any]:
    """Its own, not what it imports."""
    own = (value for value in vars(module).values() if getattr(value, "__module__", None) == module.__name__)
    return (value for value in own if hasattr(value, "cache_clear") and not isinstance(value, type))


# Readings


def _article(example: str, language: str) -> Article:
    return read_line({"id": "example", "text": example, "language": language, "published": "2031-12-31"})


def _mentions(example: str, language: str) -> object:
    return extract_mentions(_article(example, language))


def _compared(example: str, language: str) -> object:
    """Each figure with its sentence, and the verdicts on every two; a later figure of each is a tenth more."""
    said = [
        (figure, _context(example, figure, language))
        for figure in extract_mentions(_article(example, language)).figures
    ]
    more = [(replace(figure, low=1.1 * figure.low, high=1.1 * figure.high), context) for figure, context in said]
    pairs = [*permutations(said, 2), *zip(said, more, strict=True)]
    verdicts = [
        compare_figures(
            a, b, derived=derived, earlier_context=SILENT if b.surface == a.surface else one, later_context=two
        )
        for (a, one), (b, two) in pairs
        for derived in (False, True)
    ]
    heads = [Said(figure, SILENT) for figure, _ in more]
    gaps = list(find_gaps(heads, [Said(*one) for one in said]))
    alone = [_alone(example, figure, language) for figure, _ in said]
    exchanges = [find_exchange(*one, *two) for one, two in permutations(alone, 2)]
    return [(context, key_of(figure, context), scale_of(figure)) for figure, context in said], verdicts, gaps, exchanges


def _alone(text: str, figure: Figure, language: str) -> tuple[str, Figure]:
    """The sentence of a figure, and the figure by its place there."""
    sentence = sentence_around(text, figure.span, language)
    span = Span(figure.span.start - sentence.start, figure.span.end - sentence.start)
    return sentence.of(text), replace(figure, span=span)


def _context(text: str, figure: Figure, language: str) -> Context:
    sentence = sentence_around(text, figure.span, language)
    return read_context(sentence.of(text), Span(figure.span.start - sentence.start, figure.span.end - sentence.start))


def _page(example: str, _: str) -> object:
    """As a line of an article, at its head and at its foot: roles, authors, genre, dates."""
    texts = [example, "\n".join((example, *BODY)), "\n".join((*BODY, example))]
    return [_dated(text, mark_blocks(text)) for text in texts]


def _dated(text: str, blocks: tuple[Block, ...]) -> object:
    posts = find_posts(text)
    return blocks, find_authors(text, blocks), find_genre(text, blocks), posts, date_text(text, blocks, posts, NOON)


def _lines(example: str, _: str) -> object:
    """As a line of a known role: its authors and its genre."""
    lines = [(Block(role, Span(0, len(example))),) for role in (Role.BYLINE, Role.BIO, Role.BOILERPLATE)]
    told = [(find_authors(example, line), find_genre(example, line)) for line in lines]
    edge = lines[-1]
    return told, find_days(example), copied_from(example), _origins(example, edge)


def _origins(example: str, edge: Sequence[Block]) -> object:
    """Whose article it says to be, and the address that it gives."""
    return republished_from(None, example, edge, PACKAGED), source_line(example, edge)


def _words(example: str, _: str) -> object:
    """Its words, those that are common, peoples as countries, and what is said of it by one who drops or turns some."""
    keys = list(read_words(example).keys)
    sides = [read_words(side).keys for side in example.split(" -> ")]
    around = [["as", "it", "was", "before", *side, "and", "so", "it", "went", "on"] for side in sides]
    fewer = [[*around[0][:n], *around[0][n + 1 :]] for n in range(4, len(around[0]) - 5)]
    told = [[re.sub(rf"^{one}$", numeral, key) for key in around[0]] for one, numeral in _NUMERALS.items()]
    pairs = [(around[0], around[-1]), *((around[0], other) for other in (*fewer, *told))]
    places = [country(key) for key in keys]
    return keys, places, [key in common_words() for key in keys], [relations(a, b, align(a, b)) for a, b in pairs]


def _altered(example: str, _: str) -> object:
    """Whether each of its words in place of another in somebody's words is told as an alteration, and listed."""
    told = [((one,), (key,)) for one in ("the", "and", "boats") for key in read_words(example).keys]
    sides = [read_words(side).keys for side in example.split(" -> ")]
    pairs: list[tuple[tuple[str, ...], tuple[str, ...]]] = [*told, *((sides[0], side) for side in sides[1:])]
    around = [([*_AROUND[0], *one, *_AROUND[1]], [*_AROUND[0], *two, *_AROUND[1]]) for one, two in pairs]
    return [list(map(says_the_same, changes(one, two))) for one, two in (*around, *pairs)]


_AROUND = (["crews", "saw", "red", "boats"], ["sink", "there", "now"])
_NUMERALS = {entry["word"]: str(entry["value"]) for entry in load_rules("plain_numbers")["words"]}


def _address(example: str, _: str) -> object:
    return registered(example), link_kind(example, "norwick.example"), canonical(example), copied_page(example)


def _people(example: str, _: str) -> object:
    """Whether two names are one ("Bob Holm is Robert Holm."), by the forms of given names."""
    one, is_, other = example.rstrip(".").casefold().partition(" is ")
    return is_ and same_full_name(one.split(), other.split())


def _notice(example: str, _: str) -> object:
    return takes_back(example)


def _publisher(example: str, _: str) -> object:
    """The kind of what publishes under each name in marks."""
    return [kind_of_publisher(name) for name in re.findall(r'"([^"]+)"', example)]


READERS = (_mentions, _compared, _page, _lines, _words, _altered, _address, _people, _notice, _publisher)


def reading(entry: Entry) -> tuple[str, ...]:
    """All that the package makes of the examples of an entry, a string each reader and example."""
    return tuple(_readings(entry))


def _readings(entry: Entry) -> Iterator[str]:
    return (_read(reader, example, entry.language or "en") for example in entry.examples for reader in READERS)


def _read(reader: Callable[[str, str], object], example: str, language: str) -> str:
    try:
        return repr(reader(example, language))
    except (ValueError, KeyError, IndexError, re.error) as error:
        return f"{type(error).__name__}"


def is_idle(entry: Entry) -> bool:
    """Whether all readings of its examples are the same without the entry."""
    return next(find_idle([entry]), None) is not None


def find_idle(some: Iterable[Entry]) -> Iterator[Entry]:
    """Those of the entries without which all readings of their examples are the same."""
    for entry, before in [(entry, tuple(_readings(entry))) for entry in some]:
        with taken_away(entry):
            if all(now == then for now, then in zip(_readings(entry), before, strict=True)):
                yield entry


def tables() -> list[tuple[str, str]]:
    """The tables whose entries read texts: name and language."""
    found = sorted(path.relative_to(LEXICON).with_suffix("") for path in LEXICON.rglob("*.toml"))
    named = [(path.name, "" if path.parent == Path() else path.parent.name) for path in found]
    return [(name, language) for name, language in named if name not in NOT_READ and name != SCHEMA]


def most_idle() -> dict[str, int]:
    """How many entries of each table ("en/cues") may be idle; of a table that is not named, none."""
    found: dict[str, int] = tomllib.loads(KNOWN.read_text(encoding="utf-8"))["most_idle"]
    return found


def main(names: Sequence[str]) -> None:
    """Prints every idle entry of these tables, or of all."""
    for table, language in tables():
        if not names or table in names:
            listed = list(entries(table, language))
            idle = [entry.name for entry in find_idle(listed)]
            print(f"# {language}/{table}: {len(idle)} of {len(listed)} idle", *idle, sep="\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
