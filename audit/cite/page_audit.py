"""`secondhand cite`: a page with references in, each cited sentence with what its references carry out.

Sources come from a folder of saved files; nothing is fetched. A reference whose source is not there is told as such.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from audit.cite.html_references import read_html, read_markdown
from audit.cite.records import Citation, CitedSource, Verdict
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
WORDS = {
    Verdict.DIFFERS: "differ",
    Verdict.NOT_FOUND: "not found",
    Verdict.CANNOT_TELL: "could not be checked",
    Verdict.NO_DIFFERENCE: "no difference found",
    Verdict.CARRIED: "found word for word",
}
"""What each verdict is called in the first line, worst first."""


def read_marked(source: str, name: str = "") -> MarkedText:
    """The page's words with its references; what kind of page it is, its name or its own marks say."""
    if name.endswith((".wiki", ".wikitext", ".mediawiki")) or any(sign in source for sign in WIKITEXT):
        return read_wikitext(source)
    if name.endswith((".html", ".htm")) or source.lstrip()[:1] == "<":
        return read_html(source)
    return read_markdown(source)


def audit_page(
    sentences: Iterable[CitedSentence], texts: Mapping[str, str], title: str | None = None
) -> Iterator[dict[str, Any]]:
    """A row a cited sentence, in the order of the page: the verdict of `verify`, and its references."""
    for sentence in sentences:
        held = [ref for ref in sentence.references if _text(ref, texts) is not None]
        sources = tuple(CitedSource(ref.key, _text(ref, texts) or "") for ref in held)
        found = as_json(verify(Citation(f"s{sentence.number}", sentence.text, sources, title)))
        if not held:
            found |= {"verdict": Verdict.CANNOT_TELL.value, "why": NOT_HELD, "missing": []}
        yield {**found, "claim": sentence.text, "references": [_reference(ref, texts) for ref in sentence.references]}


def _text(reference: Reference, texts: Mapping[str, str]) -> str | None:
    urls = (url for url in (reference.url, reference.archive_url) if url)
    return next((texts[canonical(url)] for url in urls if canonical(url) in texts), None)


def _reference(reference: Reference, texts: Mapping[str, str]) -> dict[str, Any]:
    fields = {name: getattr(reference, name) for name in ("key", "url", "archive_url", "title", "quote", "pages")}
    return {**{name: value for name, value in fields.items() if value}, "held": _text(reference, texts) is not None}


def first_line(rows: Iterable[Mapping[str, Any]]) -> str:
    """The outcome of a page in one sentence."""
    counts = Counter(row["verdict"] for row in rows)
    parts = [f"{counts[verdict]} {words}" for verdict, words in WORDS.items() if counts[verdict]]
    total = sum(counts.values())
    told = f"{total} citation{'s' * (total != 1)}" + (f": {', '.join(parts)}" if parts else "")
    return f"{told}. Words compared, not facts."


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
