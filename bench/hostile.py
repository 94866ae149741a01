"""Texts and pages that nobody writes and somebody sends: each made at any length, so that work can be held against it.

Some are made by hand, each after a fault that was found; one more stands for every table of rules that has examples:
its longest example, again and again, with nothing that ends a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from audit.extract.jsonl import extract_line
from audit.ingest.decode import UnreadableError
from audit.ingest.drafts import Known
from audit.ingest.page import read_page
from audit.ingest.readers.cut_off import is_cut_page
from audit.lexicon import load_rules

MILLION = 1_000_000
NOON = datetime(2031, 3, 5, 12)


def _extract(text: str, language: str = "en") -> None:
    extract_line({"id": "hostile", "text": text, "language": language})


def _ingest(page: str) -> None:
    is_cut_page(page.encode())
    with suppress(UnreadableError):  # a page that holds nothing is told
        read_page(page, Known(), NOON)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A text by its length in characters; `longest` is the length it is tried at, after half of that."""

    name: str
    longest: int
    make: Callable[[int], str] = field(repr=False)
    read: Callable[[str], None] = field(default=_extract, repr=False)


def _repeated(part: str) -> Callable[[int], str]:
    return lambda size: (part * (size // len(part) + 1))[:size]


def _numbered(part: str) -> Callable[[int], str]:
    """The part with another number each time."""
    least = len(part.format(0))
    return lambda size: "".join(part.format(n) for n in range(size // least + 1))[:size]


def _nested(size: int) -> str:
    return "(" * (size // 2) + ")" * (size - size // 2)


def _page(part: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """A page of so many characters, most of them the part again and again, with another number each time."""
    head = f"<html><head><title>The mill</title></head><body><article><h1>The mill</h1>{before}"
    tail = (
        f"{after}<p>The mill in Holm is shut, the council said on Monday, and nobody knows for how long.</p></article>"
    )
    inner = _numbered(part)
    return lambda size: (head + inner(max(0, size - len(head) - len(tail))) + tail)[:size]


BY_HAND = (
    Hostile("straight marks", MILLION, _repeated('"')),
    Hostile("opening marks", MILLION, _repeated("“")),
    Hostile("marks and words", MILLION, _repeated('"No," he said. "')),
    Hostile("nested brackets", MILLION, _nested),
    Hostile("digits", MILLION, _repeated("7")),
    Hostile("1,000,000,000,…", MILLION, _repeated("1,000,000,")),
    Hostile("numbers", MILLION, _repeated("about 10 to ")),
    Hostile("names", MILLION, _repeated("Anna Berg ")),
    Hostile("cues", MILLION, _repeated("said ")),
    Hostile("credits", MILLION, _repeated("Reuters, citing the BBC, ")),
    Hostile("told without a stop", MILLION, _repeated("told the Times that ")),
    Hostile("one sentence, other numbers", MILLION, _numbered("Police said that {} boats sank in the gale. ")),
    Hostile("quotes, other numbers", MILLION, _numbered("“We lost {} boats in the gale,” Ada Holm said. ")),
    Hostile("unnamed sources", MILLION, _repeated("officials familiar with the matter ")),
    Hostile("pronouns", MILLION, _repeated("She said that he said that they said ")),
    Hostile("initials", MILLION, _repeated("J. R. R. ")),
    Hostile("stops", MILLION, _repeated(". ")),
    Hostile("commas", MILLION, _repeated(", ")),
    Hostile("apostrophes", MILLION, _repeated("' ")),
    Hostile("dashes", MILLION, _repeated("– ")),
    Hostile("words joined", MILLION, _repeated("well-")),
    Hostile("addresses", MILLION, _repeated("https://example.org/a?b=c ")),
    Hostile("accounts", MILLION, _repeated("@holm ")),
    Hostile("dates", MILLION, _repeated("on Monday, 3 March 2031, ")),
    Hostile("combining letters", MILLION, _repeated("é")),
    Hostile("capitals", MILLION, _repeated("THE MILL ")),
    Hostile("short lines", MILLION, _repeated("a\n")),
    Hostile("bylines", MILLION, _repeated("By Ada Holm\n")),
    Hostile("datelines", MILLION, _repeated("HOLM (Reuters) - ")),
    Hostile("blank lines", MILLION, _repeated("\n\n")),
    Hostile("one word", 10 * MILLION, _repeated("a")),
    Hostile("one line", 10 * MILLION, _repeated("and then he said that it was so, ")),
)

PAGES = (
    Hostile("attributes of one tag", MILLION, _page(' a{}="x"', "<p", ">So.</p>"), _ingest),
    Hostile("nested blocks", MILLION, _page("<div>"), _ingest),
    Hostile("tags never closed", MILLION, _page("<p>Row {} of the mill "), _ingest),
    Hostile("tags closed twice", MILLION, _page("</p></div>"), _ingest),
    Hostile("links", MILLION, _page('<p><a href="/{}">A mill of Holm</a></p>'), _ingest),
    Hostile("links in one line", MILLION, _page('<a href="/{}">mill</a> and ', "<p>", "</p>"), _ingest),
    Hostile("rows", MILLION, _page("<tr><td>{}</td><td>mill</td></tr>", "<table>", "</table>"), _ingest),
    Hostile("lists", MILLION, _page("<ul><li>Mill {} of Holm</li></ul>"), _ingest),
    Hostile("headings", MILLION, _page("<h2>Mill {} of Holm</h2>"), _ingest),
    Hostile("entities", MILLION, _page("&amp;&#{};", "<p>", "</p>"), _ingest),
    Hostile("comments", MILLION, _page("<!-- {} -->"), _ingest),
    Hostile("comments never closed", MILLION, _page("<!-- {} "), _ingest),
    Hostile("scripts and styles", MILLION, _page("<script>{}</script><style>"), _ingest),
    Hostile(
        "data never closed",
        MILLION,
        _page('{{"@type":"NewsArticle","n":[', "<script type='application/ld+json'>"),
        _ingest,
    ),
    Hostile("meta tags", MILLION, _page('<meta name="author" content="Ada Holm {}">'), _ingest),
    Hostile("posts", MILLION, _page('<blockquote class="twitter-tweet">Mill {}—Ada (@ada)</blockquote>'), _ingest),
    Hostile(
        "pictures", MILLION, _page('<figure><img src="{0}.png"><figcaption>Mill {0}</figcaption></figure>'), _ingest
    ),
    Hostile("breaks", MILLION, _page("mill {}<br>", "<p>", "</p>"), _ingest),
    Hostile("angles", MILLION, _page("<<", "<p>", "</p>"), _ingest),
)


def of_tables() -> Iterator[Hostile]:
    """One for every table of a language that has examples."""
    for folder in sorted(Path(str(files("audit.lexicon"))).iterdir()):
        for table in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            examples = sorted(_examples(load_rules(table.stem, folder.name)), key=len)
            if examples:
                running = examples[-1].translate(dict.fromkeys(map(ord, ".!?\n"), " "))
                read = partial(_extract, language=folder.name)
                yield Hostile(f"{folder.name}/{table.stem}", MILLION, _repeated(f"{running} "), read)


def _examples(held: Any) -> Iterator[str]:
    """Every example below an entry."""
    if isinstance(held, dict):
        for key, value in held.items():
            if key == "example" and isinstance(value, str):
                yield value
            else:
                yield from _examples(value)
    elif isinstance(held, list):
        for value in held:
            yield from _examples(value)


HOSTILE = (*BY_HAND, *PAGES, *of_tables())
