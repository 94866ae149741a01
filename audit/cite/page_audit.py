"""`secondhand cite`: a page with references in, each cited sentence with what its references carry out.

Sources come from a folder of saved files; nothing is fetched. A reference whose source is not there is told as such.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from audit.cite.html_references import read_html, read_markdown
from audit.cite.records import Checked, Citation, CitedSource, Verdict
from audit.cite.references import CitedSentence, MarkedText, Reference
from audit.cite.verify import as_json, verify
from audit.cite.wikitext_references import read_wikitext
from audit.errors import InputError
from audit.ingest.decode import UnreadableError, decode
from audit.ingest.drafts import Known
from audit.ingest.files import MEDIA, TEXT, list_files
from audit.ingest.links import canonical
from audit.ingest.page import read_page

MANIFESTS = ("manifest.csv", "manifest.json")
WIKITEXT = ("<ref", "{{sfn", "{{cite")  # signs of wikitext in a page whose name says nothing
NOT_HELD = "no source of it is held"


def read_marked(source: str, name: str = "") -> MarkedText:
    """The page's words with its references; what kind of page it is, its name or its own marks say."""
    if name.endswith((".wiki", ".wikitext", ".mediawiki")) or any(sign in source for sign in WIKITEXT):
        return read_wikitext(source)
    if name.endswith((".html", ".htm")) or source.lstrip()[:1] == "<":
        return read_html(source)
    return read_markdown(source)


@dataclass(frozen=True, slots=True)
class PageRow:
    """A cited sentence, compared with those of its references whose source is held."""

    sentence: CitedSentence
    citation: Citation
    checked: Checked


def check_page(
    sentences: Iterable[CitedSentence], texts: Mapping[str, str], title: str | None = None
) -> Iterator[PageRow]:
    """A row a cited sentence, in the order of the page."""
    for sentence in sentences:
        told = ((reference, _text(reference, texts)) for reference in sentence.references)
        sources = tuple(CitedSource(ref.key, text, ref.url, ref.title) for ref, text in told if text is not None)
        citation = Citation(f"s{sentence.number}", sentence.text, sources, title)
        checked = verify(citation)
        if not sources:
            checked = replace(checked, verdict=Verdict.CANNOT_TELL, why=NOT_HELD, gaps=())
        yield PageRow(sentence, citation, checked)


def page_line(row: PageRow) -> dict[str, Any]:
    """A row as JSON: what `verify` says of it, its claim, its references."""
    held = {source.source_id for source in row.citation.sources}
    references = [_reference(reference, held) for reference in row.sentence.references]
    return {**as_json(row.checked), "claim": row.sentence.text, "references": references}


def _text(reference: Reference, texts: Mapping[str, str]) -> str | None:
    urls = (url for url in (reference.url, reference.archive_url) if url)
    return next((texts[canonical(url)] for url in urls if canonical(url) in texts), None)


def _reference(reference: Reference, held: Container[str]) -> dict[str, Any]:
    fields = {name: getattr(reference, name) for name in ("key", "url", "archive_url", "title", "quote", "pages")}
    return {**{name: value for name, value in fields.items() if value}, "held": reference.key in held}


def wanted(sentences: Iterable[CitedSentence]) -> Iterator[str]:
    """Every address that the page refers to, archive addresses behind their own, each once."""
    seen: dict[str, None] = {}
    for sentence in sentences:
        for reference in sentence.references:
            seen |= dict.fromkeys(url for url in (reference.url, reference.archive_url) if url)
    yield from seen


def load_sources(folder: Path) -> dict[str, str]:
    """Text by canonical address, of every saved file in a folder that a manifest or the page itself gives an address.

    A manifest is `manifest.csv` with the columns url and file, or `manifest.json` with file by url. Raises InputError.
    """
    listed = _manifest(folder)
    texts: dict[str, str] = {}
    for file in list_files([folder]):
        if file.name in MANIFESTS or file.suffix not in MEDIA:
            continue
        address, text = _read(file)
        for url in [*(url for url, name in listed.items() if (folder / name).resolve() == file.resolve()), address]:
            if url and text is not None:
                texts[canonical(url)] = text
    return texts


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


def _read(file: Path) -> tuple[str | None, str | None]:
    """Address and text of one saved file; no text where it cannot be read."""
    try:
        data = file.read_bytes()
        if MEDIA[file.suffix] == TEXT:
            return None, decode(data)
        draft = read_page(data, Known(), datetime.now(UTC).replace(tzinfo=None))
    except (OSError, UnreadableError):
        return None, None
    return draft.url, draft.text
