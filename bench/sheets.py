"""A page of references as people write one, invented, of any length, and its sheet."""

from __future__ import annotations

from pathlib import Path

from audit.cite.page_audit import check_page, notes_of, read_marked
from audit.cite.references import cited_sentences
from audit.cite.saved import Saved
from audit.cite.sheet import write_sheet


def wiki_page(references: int, first: int = 0) -> tuple[str, dict[str, str]]:
    """A page of invented sentences with a reference each, and what its sources say, every fifth another figure."""
    sentences, sources = [], {}
    for number in range(first, first + references):
        url = f"https://quay.example/{number}"
        said = f"The Lunkertor bridge carried {number * 37 + 1_204:,} lorries in the winter of {1931 + number % 90}"
        sentences.append(f"{said}.<ref>{{{{cite news|url={url}|title=Report {number}}}}}</ref>")
        filler = "Inspectors looked at the harbour and found little to say about its walls, ships and cranes. " * 60
        other = said.replace(",", "9,") if number % 5 == 0 else said
        sources[url] = f"{filler}\n\n{other}, the harbour office said.\n\n{filler}"
    return "\n\n".join(sentences), sources


def write_wiki_sheet(path: Path, references: int, first: int = 0) -> Path:
    """A page of so many references, the `first` by its number, checked against its sources, as a sheet at the path."""
    page, sources = wiki_page(references, first)
    held = {url: Saved(url, text) for url, text in sources.items()}
    rows = list(check_page(cited_sentences(read_marked(page, "bridge.wiki")), held))
    told = ((row.citation, row.checked, notes_of(row)) for row in rows)
    write_sheet(path, told, "bridge.wiki", f"{references} citations")
    return path
