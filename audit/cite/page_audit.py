"""`secondhand cite`: a page with references in, each cited sentence with what its references carry out.

Sources come from a folder of saved files; nothing is fetched. A reference whose source is not there is told as such.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from audit.cite.html_references import read_html, read_markdown
from audit.cite.records import Checked, Citation, CitedSource, Verdict
from audit.cite.references import CitedSentence, MarkedText, Reference
from audit.cite.saved import Saved, read_file
from audit.cite.source_index import solid
from audit.cite.verify import as_json, verify
from audit.cite.wikitext_references import read_wikitext
from audit.errors import InputError
from audit.ingest.files import list_files
from audit.ingest.links import canonical

MANIFESTS = ("manifest.csv", "manifest.json")
WIKITEXT = ("<ref", "{{sfn", "{{cite")  # signs of wikitext in a page whose name says nothing
WIKI = "Wikipedia"  # whose page wikitext is, where nobody says otherwise
NOT_HELD = "no source of it is held"
QUOTE_LOST = "the quote that the reference gives is not in it"


def is_wikitext(source: str, name: str = "") -> bool:
    """Whether a page is wikitext: its name or its own marks say so."""
    return name.endswith((".wiki", ".wikitext", ".mediawiki")) or any(sign in source for sign in WIKITEXT)


def publisher_of(source: str, name: str = "") -> str | None:
    """Whose page it is, where its kind alone says so."""
    return WIKI if is_wikitext(source, name) else None


def read_marked(source: str, name: str = "") -> MarkedText:
    """The page's words with its references; what kind of page it is, its name or its own marks say."""
    if is_wikitext(source, name):
        return read_wikitext(source)
    if name.endswith((".html", ".htm")) or source.lstrip()[:1] == "<":
        return read_html(source)
    return read_markdown(source)


@dataclass(frozen=True, slots=True)
class PageRow:
    """A cited sentence, compared with those of its references whose source is held. `stood`: since when."""

    sentence: CitedSentence
    citation: Citation
    checked: Checked
    sources: Mapping[str, Saved]
    stood: date | None = None


def check_page(
    sentences: Iterable[CitedSentence],
    texts: Mapping[str, Saved],
    title: str | None = None,
    stood: Mapping[int, date] | None = None,
) -> Iterator[PageRow]:
    """A row a cited sentence, in the order of the page. `stood`: the day of its first revision, by sentence number."""
    for sentence in sentences:
        told = ((reference, _held(reference, texts)) for reference in sentence.references)
        held = {reference.key: (reference, saved) for reference, saved in told if saved}
        sources = tuple(_source(reference, saved) for reference, saved in held.values())
        citation = Citation(f"s{sentence.number}", sentence.text, sources, title, credited=sentence.credited)
        saved_by = {key: saved for key, (_, saved) in held.items()}
        day = (stood or {}).get(sentence.number)
        yield PageRow(sentence, citation, _checked(citation, saved_by), saved_by, day)


def _source(reference: Reference, saved: Saved) -> CitedSource:
    title = reference.title or saved.title
    return CitedSource(reference.key, saved.text, reference.url, title, saved.cut, saved.title, saved.published)


def _checked(citation: Citation, held: Mapping[str, Saved]) -> Checked:
    """The verdict; where no source is held or can be read, that is the reason."""
    if not held:
        return Checked(citation.citation_id, Verdict.CANNOT_TELL, NOT_HELD)
    if all(saved.problem for saved in held.values()):
        reason = next(saved.problem for saved in held.values())
        return Checked(citation.citation_id, Verdict.CANNOT_TELL, f"its saved source could not be read: {reason}")
    return verify(citation)


def page_line(row: PageRow) -> dict[str, Any]:
    """A row as JSON: what `verify` says of it, its claim, its references, how long it stood before these."""
    references = [_reference(reference, row) for reference in row.sentence.references]
    stood = {"stood": row.stood.isoformat()} if row.stood else {}
    return {**as_json(row.checked), "claim": row.sentence.text, **stood, "references": references}


def notes_of(row: PageRow) -> tuple[str, ...]:
    """What is to be said of a row's references beside the verdict, a sentence each."""
    told = ((reference, _reference(reference, row)) for reference in row.sentence.references)
    return tuple(
        f"{reference.title or reference.key}: {note}"
        for reference, line in told
        for note in (line.get("note"), QUOTE_LOST if line.get("quote_found") is False else None)
        if note
    )


def _held(reference: Reference, texts: Mapping[str, Saved]) -> Saved | None:
    urls = (spelled for url in (reference.url, reference.archive_url) if url for spelled in _spellings(url))
    return next((texts[url] for url in urls if url in texts), None)


def _spellings(url: str) -> Iterator[str]:
    """An address, and the same with or without "www." and a stroke at its end, in either scheme."""
    scheme, _, rest = canonical(url).partition("://")
    host = rest.partition("/")[0]
    end = rest[len(host) :]
    bare = host.removeprefix("www.")
    for scheme_ in dict.fromkeys((scheme, "https", "http")):
        for host_ in dict.fromkeys((host, bare, f"www.{bare}")):
            yield from (f"{scheme_}://{host_}{end_}" for end_ in (end, end[:-1] if end.endswith("/") else f"{end}/"))


def _reference(reference: Reference, row: PageRow) -> dict[str, Any]:
    fields = {name: getattr(reference, name) for name in ("key", "url", "archive_url", "title", "quote", "pages")}
    saved = row.sources.get(reference.key)
    told: dict[str, Any] = {name: value for name, value in fields.items() if value} | {"held": saved is not None}
    if saved and reference.quote:
        told["quote_found"] = solid(reference.quote) in solid(saved.text)
    published = reference.published or (saved.published if saved else None)
    if published:
        told["published"] = published.isoformat()
    if published and row.stood and row.stood < published:
        days = (published - row.stood).days
        told["note"] = f"stood here {days} day{'s' * (days != 1)} before the cited article"
    return told


def wanted(sentences: Iterable[CitedSentence]) -> Iterator[str]:
    """Every address that the page refers to, archive addresses behind their own, each once."""
    seen: dict[str, None] = {}
    for sentence in sentences:
        for reference in sentence.references:
            seen |= dict.fromkeys(url for url in (reference.url, reference.archive_url) if url)
    yield from seen


def read_sources(folder: Path) -> list[Saved]:
    """Every saved file in a folder, with the address that a manifest or the file itself gives it.

    A manifest is `manifest.csv` with the columns url and file, or `manifest.json` with file by url. Raises InputError.
    """
    listed = {(folder / name).resolve(): url for url, name in _manifest(folder).items()}
    found: list[Saved] = []
    for file in list_files([folder]):
        if file.name not in MANIFESTS:
            url = listed.get(file.resolve())
            found += [replace(saved, url=url or saved.url) for saved in read_file(file)]
    return found


def not_matched(folder: Path, saved: Iterable[Saved]) -> Iterator[str]:
    """What keeps saved files from being found by a reference: no address, or a manifest's file that is not there."""
    if nameless := [one.place for one in saved if not one.url]:
        way = "list them in manifest.csv with the columns url, file"
        yield f"without an address, so of no use: {_some(nameless)}; {way}"
    if gone := [name for name in _manifest(folder).values() if not (folder / name).exists()]:
        yield f"in the manifest of {folder}, but not there: {_some(gone)}"


def _some(names: list[str], most: int = 3) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _manifest(folder: Path) -> dict[str, str]:
    try:
        if (folder / "manifest.json").exists():
            return dict(json.loads((folder / "manifest.json").read_text(encoding="utf-8")))
        if (folder / "manifest.csv").exists():
            with (folder / "manifest.csv").open(encoding="utf-8", newline="") as lines:
                return {row["url"]: row["file"] for row in csv.DictReader(lines)}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"the manifest in {folder} cannot be read", "give it the columns url and file") from error
    return {}
