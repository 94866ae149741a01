"""A note on one claim or story, for an editor's file: what is here and what not, the words, the limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from audit.errors import InputError
from audit.report.claims import Claim, read_claims
from audit.report.picture import Tree
from audit.report.read import Row, rows_of
from audit.report.say import day, screen, traced, when
from audit.report.site import Site, label
from audit.share.citations import bibtex, csl, wikipedia
from audit.share.collection import came
from audit.warehouse import Warehouse

LIMITS = (
    "How many starting points there are says where words come from, never whether they are so: "
    "one does not make them wrong, several do not confirm them. No link found is not independence. "
    "The earliest in this collection is not the first published. Counts hold for what was read here."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a note: `level` 1 and 2 are headings, 0 is text, 3 a point of a list, 4 words kept as they are."""

    level: int
    text: str


def write_note(warehouse: Warehouse, subject: str, home: Path) -> list[Line]:
    """The note on a claim or a story by its id; `home`: the folder of the warehouse. Raises InputError without one."""
    site = Site.load(warehouse)
    if subject in site.stories:
        story = site.stories[subject]
        claims = [c for c, row in site.claims.items() if row["story_id"] == subject and row["articles"] > 1]
        head = [
            Line(1, story["label"] or "A story without a title"),
            Line(0, f"{story['articles']} articles of one story."),
        ]
        return [
            *head,
            *(line for claim in _claims(warehouse, site, claims) for line in _claim(warehouse, site, claim, 2, home)),
            *_end(warehouse),
        ]
    if subject in site.claims:
        (claim,) = _claims(warehouse, site, [subject])
        return [*_claim(warehouse, site, claim, 1, home), *_end(warehouse)]
    raise InputError(
        f"{subject} is no claim or story with a page", "secondhand claims and secondhand stories list the ids"
    )


def _claims(warehouse: Warehouse, site: Site, ids: list[str]) -> Iterator[Claim]:
    return read_claims(warehouse, site, {}, ids)


def _claim(warehouse: Warehouse, site: Site, claim: Claim, level: int, home: Path) -> Iterator[Line]:
    row = claim.row
    yield Line(level, label(row))
    yield Line(0, "The question: who had this from whom, and what changed on the way?")
    if row["low"] is not None and len(claim.articles) > 1:
        yield Line(0, f"{traced(row)}. {claim.reviewed}.")
    if claim.not_held:
        yield Line(0, f"Not in the collection: {', '.join(claim.not_held)}.")
    if claim.without_words:
        yield Line(0, f"No text of it that is held has these words: {', '.join(claim.without_words)}.")
    yield from (
        Line(3, line)
        for finding in claim.findings
        for line in [f"{screen('findings', finding['kind'])}: {finding['summary']}"]
    )
    yield Line(2, "Who had it from whom")
    yield from (Line(3, line) for line in _branches(claim.trees, 0))
    yield Line(2, "The words")
    had_from = [parent for e in claim.edges if (parent := e.row["parent_article_id"])]
    ids = list(dict.fromkeys([*claim.articles, *had_from]))
    heads = {h["article_id"]: h for h in rows_of(warehouse, f"{__package__}.queries", "note_heads", ids=ids)}
    for wording in claim.wordings:
        yield Line(4, wording.said.text)
        for mention in wording.mentions:
            yield Line(3, _where(site, heads.get(mention.article_id), mention.article_id, mention.spans[0].start))
    yield Line(2, "How each text came here")
    yield from (Line(3, f"{site.name(head['article_id'])} · {came(head, home)}") for head in heads.values())
    yield from _rulings(warehouse, claim)
    yield Line(2, "To cite them")
    for head in heads.values():
        yield from (Line(4, make(head)) for make in (wikipedia, bibtex, csl))


def _branches(trees: Iterable[Tree], depth: int) -> Iterator[str]:
    for tree in trees:
        state = f" ({tree.note})" if tree.note else ""
        yield f"{'→ ' * depth}{tree.label + ': ' if tree.label else ''}{tree.name}{state}"
        yield from _branches(tree.children, depth + 1)


def _where(site: Site, head: Row | None, article: str, start: int) -> str:
    if head is None:
        return site.name(article)
    told = [site.name(article), when(site.heads[article]), head["url"] or "no address", f"from character {start:,}"]
    if head["captured_from"] and head["captured_from"] != head["url"]:
        told.append(f"saved from {head['captured_from']}")
    return " · ".join([*told, f"SHA-256 of the text {head['text_sha256']}"])


def _rulings(warehouse: Warehouse, claim: Claim) -> Iterator[Line]:
    subjects = [e.row["edge_id"] for e in claim.edges] + [f["finding_id"] for f in claim.findings]
    found = rows_of(warehouse, f"{__package__}.queries", "note_rulings", ids=subjects)
    if found:
        yield Line(2, "Ruled on")
    for row in found:
        at = f", {day(row['decided_at'])}" if row["decided_at"] else ""
        note = f": {row['note']}" if row["note"] else ""
        subject = f"{screen('subject', row['subject_kind'])} {row['subject_id']}"
        by = f"({row['reviewer'] or 'nobody named'}{at})"
        yield Line(3, f"{subject}: {screen('verdicts', row['verdict'])} {by}{note}")


def _end(warehouse: Warehouse) -> Iterator[Line]:
    (run,) = rows_of(warehouse, f"{__package__}.queries", "facts")
    yield Line(2, "Limits")
    yield Line(0, LIMITS)
    yield Line(0, "Machine reading, not reviewed, except where a line says what a reviewer ruled.")
    yield Line(0, f"Rules and code {run['rules']}, run of {run['run_day']}.")


_MARK = re.compile(r"([\\`*_\[\]<>#|~])")


def as_markdown(lines: Iterable[Line]) -> str:
    """Lines as Markdown; what an article contains stays text."""
    return "\n".join(_markdown(line) for line in lines) + "\n"


def _markdown(line: Line) -> str:
    flat = " ".join(line.text.split()) if line.level != 4 else line.text
    if line.level == 4:
        return "\n" + "\n".join(f"    {part}" for part in flat.splitlines()) + "\n"
    told = _MARK.sub(r"\\\1", flat)
    return {1: f"# {told}\n", 2: f"\n## {told}\n", 3: f"- {told}"}.get(line.level, f"{told}\n")
