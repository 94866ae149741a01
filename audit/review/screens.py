"""One thing to rule on as a screen: the question in words, both passages, why the machine says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from audit.records import Span
from audit.report.read import Place, Row, Shelf, grouped, places, rows_of
from audit.report.say import precision, screen
from audit.report.wordings import Part, Said, compare
from audit.review.passages import Mark, Passage, absent, hide, masked, read_passage
from audit.warehouse import Warehouse, content_key

_QUERIES = f"{__package__}.queries"


@dataclass(frozen=True, slots=True)
class Screen:
    """All that the page of one thing shows, but for what was ruled on it."""

    kind: str
    subject_id: str
    question: str
    sides: tuple[Passage, ...]
    why: tuple[str, ...]
    claim_id: str | None
    claim: str | None
    content_key: str
    names: tuple[str, ...]  # sources whose names are hidden from who rules blind
    words: tuple[list[Part], list[Part]] | None = None  # the two wordings, what differs marked


@dataclass(frozen=True, slots=True)
class Holdings:
    """A published warehouse; `texts` are its articles' by id where they are kept in memory."""

    warehouse: Warehouse
    texts: Mapping[str, str] | None = None

    def shelf(self, ids: Iterable[str | None]) -> tuple[Shelf, dict[str, Row]]:
        """Texts and blocks of some articles, and what stands above them."""
        wanted = sorted({article for article in ids if article})
        heads = {row["article_id"]: row for row in rows_of(self.warehouse, _QUERIES, "heads", ids=wanted)}
        if self.texts is None:
            return Shelf.load(self.warehouse, wanted), heads
        blocks = rows_of(self.warehouse, "audit.report.queries", "article_blocks", ids=wanted)
        return Shelf({a: self.texts[a] for a in heads}, grouped(blocks, "article_id")), heads


def read_screen(held: Holdings, kind: str, subject: str) -> Screen | None:
    """A thing by its kind and id; None where the warehouse has none of that id."""
    if kind not in _READERS:
        return None
    found = rows_of(held.warehouse, _QUERIES, kind, id=subject)
    return _READERS[kind](held, found[0]) if found else None


def _edge(held: Holdings, row: Row) -> Screen:
    own = places(row["evidence"])
    shelf, heads = held.shelf([*(p.article_id for p in own), row["child"], row["parent"]])
    child = read_passage("article", heads[row["child"]], shelf, _marks(own, row["child"], row["basis"] != "inferred"))
    if row["parent"]:
        parent = read_passage("source", heads[row["parent"]], shelf, _marks(own, row["parent"], False))
    else:
        parent = absent("source", str(row["source_name"]), screen("states", row["state"] or "not_in_collection"))
    names = [*_houses(heads, (row["parent"], row["child"])), row["source_id"]]
    why = [f"{screen('edges', row['relation'])}: {screen('basis', row['basis'])}", *_credit_rules(held, row, own)]
    if row["via"]:
        why.append(f"through {row['via']}, step {row['hop']} of its path")
    if row["basis"] == "inferred":
        why.append(f"{row['confidence']:.0%} by the calibration on synthetic chains")
    question = f"Did {child.outlet} have this from {parent.outlet}?"
    return _screen("edge", row, question, (parent, child), why, own, shelf, names)


def _finding(held: Holdings, row: Row) -> Screen:
    own = places(row["evidence"])
    shelf, heads = held.shelf(p.article_id for p in own)
    sides = _sides(own, shelf, heads)
    names = _houses(heads, (p.article_id for p in own))
    why = [str(row["summary"] or ""), precision({**row, "read": row["read"] or 0})]
    question = f"Does this stand: {screen('findings', row['relation'])}?"
    found = _screen("finding", row, question, sides, why, own, shelf, names)
    return replace(found, words=_worded(own, shelf)) if len(own) == 2 else found


def _match(held: Holdings, row: Row) -> Screen:
    own = places(row["evidence"])
    shelf, heads = held.shelf(p.article_id for p in own)
    sides = tuple(
        read_passage("article", heads[p.article_id], shelf, [Mark(Span(p.start, p.end), "words")]) for p in own
    )
    names = _houses(heads, (p.article_id for p in own))
    why = [f"{row['mention_kind']}: {screen('relations', row['relation'])}", *([row["why"]] if row["why"] else [])]
    found = _screen("match", row, "Are these two the same thing said?", sides, why, own, shelf, names)
    return replace(found, words=_worded(own, shelf))


def _merge(held: Holdings, row: Row) -> Screen:
    found = rows_of(held.warehouse, _QUERIES, "merge_places", id=row["subject_id"], into_id=row["into_id"])
    own, other = ([_place(one) for one in found if one["own"] is is_own] for is_own in (True, False))
    shelf, heads = held.shelf(p.article_id for p in [*own, *other])
    sides = (_named(row["name"], own, shelf, heads), _named(row["into_name"], other, shelf, heads))
    why = [
        f"{row['name']} ({row['source_kind']}) is read as {row['into_name']} ({row['into_kind']}): "
        + screen("merges", row["why"])
    ]
    why += [f"affiliation: {row['affiliation']}"] if row["affiliation"] else []
    return _screen("merge", row, f"Is “{row['name']}” the same as “{row['into_name']}”?", sides, why, own, shelf, [])


def _place(row: Row) -> Place:
    return Place(row["article_id"], row["start_char"], row["end_char"])


def _speaker(held: Holdings, row: Row) -> Screen:
    own = places(row["evidence"])
    shelf, heads = held.shelf([row["article_id"]])
    marks = [Mark(Span(p.start, p.end), "words") for p in own]
    if row["speaker_start"] is not None:
        marks.append(Mark(Span(row["speaker_start"], row["speaker_end"]), "credit"))
    side = read_passage("article", heads[row["article_id"]], shelf, marks)
    why = [f"rule {row['rule']}: {row['meaning'] or 'no description'}"] if row["rule"] else []
    why += [f"cue “{row['cue']}”"] if row["cue"] else []
    why += [screen("certainty", row["certainty"])] if row["certainty"] else []
    who = f"{row['name']}, {row['title']}," if row["title"] else str(row["name"])
    return _screen(
        "speaker",
        row,
        f"Did {who} say these words?",
        (side,),
        why,
        own,
        shelf,
        _houses(heads, (row["article_id"],)),
    )


_READERS: dict[str, Callable[[Holdings, Row], Screen]] = {
    "edge": _edge, "finding": _finding, "match": _match, "merge": _merge, "speaker": _speaker,
}  # fmt: skip


def _screen(
    kind: str, row: Row, question: str, sides: tuple[Passage, ...], why: Sequence[str], own: Sequence[Place],
    shelf: Shelf, names: Iterable[str | None],
) -> Screen:  # fmt: skip
    key = content_key(kind, str(row["relation"]), (shelf.texts.get(p.article_id, "")[p.start : p.end] for p in own))
    told = tuple(dict.fromkeys(name for name in names if name))
    return Screen(kind, row["subject_id"], question, sides, tuple(why), row["claim_id"], row.get("claim"), key, told)


def blinded(found: Screen, warehouse: Warehouse) -> Screen:
    """The screen without the names of outlets and of the source that is credited."""
    letters = {source: f"Outlet {chr(65 + n % 26)}" for n, source in enumerate(found.names)}
    spelled = rows_of(warehouse, _QUERIES, "spellings", ids=list(letters))
    aliases = {row["name"]: letters[row["source_id"]] for row in spelled}
    aliases |= {side.outlet: "an outlet" for side in found.sides if side.outlet not in aliases and side.article_id}
    return replace(
        found,
        question=hide(found.question, aliases),
        sides=tuple(masked(side, aliases, hide(side.outlet, aliases)) for side in found.sides),
        why=tuple(hide(line, aliases) for line in found.why),
        claim=hide(found.claim, aliases) if found.claim else None,
        words=found.words and tuple([p._replace(text=hide(p.text, aliases)) for p in side] for side in found.words),  # type: ignore[arg-type]
    )


def _houses(heads: Mapping[str, Row], articles: Iterable[str | None]) -> list[str | None]:
    """Who printed some articles, then whose texts they are: their names are what blinding hides."""
    told = [heads[article] for article in dict.fromkeys(articles) if article]
    return [head[column] for column in ("publisher_id", "originator_id") for head in told]


def _marks(own: Sequence[Place], article: str, credited: bool) -> list[Mark]:
    """The places in one article; the first is the credit, where there is one."""
    found = [Mark(Span(p.start, p.end), "words") for p in own if p.article_id == article]
    return [replace(found[0], look="credit"), *found[1:]] if credited and found else found


def _sides(own: Sequence[Place], shelf: Shelf, heads: dict[str, Row]) -> tuple[Passage, ...]:
    """A side an article, in the order of the evidence; two places of one article that differ stand side by side."""
    articles = list(dict.fromkeys(p.article_id for p in own if p.article_id in heads))
    return tuple(read_passage("article", heads[a], shelf, _marks(own, a, False)) for a in articles[:6])


def _named(name: str, own: Sequence[Place], shelf: Shelf, heads: dict[str, Row]) -> Passage:
    if not own or own[0].article_id not in heads:
        return absent("name", name, "named nowhere else")
    article = own[0].article_id
    return read_passage(
        f"“{name}”",
        heads[article],
        shelf,
        [Mark(Span(p.start, p.end), "words") for p in own if p.article_id == article],
    )


def _worded(own: Sequence[Place], shelf: Shelf) -> tuple[list[Part], list[Part]] | None:
    if len(own) != 2:
        return None
    left, right, compared = compare(*(Said(shelf.texts.get(p.article_id, "")[p.start : p.end]) for p in own))
    return (left, right) if compared else None


def _credit_rules(held: Holdings, row: Row, own: Sequence[Place]) -> list[str]:
    """The rules that found the credits an edge rests on."""
    starts = [p.start for p in own if p.article_id == row["child"]]
    found = rows_of(held.warehouse, _QUERIES, "credit_rules", article=row["child"], starts=starts)
    return [f"rule {r['rule_id']}: {r['meaning']}" for r in found if r["rule_id"]]


__all__ = ["Holdings", "Screen", "blinded", "read_screen"]
