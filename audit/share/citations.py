"""One article as a citation: a template of Wikipedia, a BibTeX entry, a CSL-JSON item."""

from __future__ import annotations

import json
import re
from typing import Any

from audit.report.read import Row

_WIKI = str.maketrans(
    {"|": "&#124;", "{": "&#123;", "}": "&#125;", "[": "&#91;", "]": "&#93;", "<": "&lt;", ">": "&gt;"}
)
_BIBTEX = {mark: f"\\{mark}" for mark in "{}&%$#_"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def wikipedia(head: Row) -> str:
    """`{{cite news |title=… |work=… |date=… |url=…}}`; what is not known is left out."""
    day = f"{head['published_at']:%Y-%m-%d}" if head["published_at"] else None
    told = {
        "title": head["title"],
        "work": head["publisher"],
        "date": day,
        "url": (head["url"] or "").replace("|", "%7C").replace(" ", "%20") or None,
        **{f"author{n}": name for n, name in enumerate(_authors(head), 1)},
    }
    fields = (
        f"|{name}={_flat(value) if name == 'url' else _flat(value).translate(_WIKI)}"
        for name, value in told.items()
        if value
    )
    return f"{{{{cite news {' '.join(fields)}}}}}"


def bibtex(head: Row) -> str:
    """An `@misc` entry under the article's id."""
    told = {
        "title": head["title"],
        "author": " and ".join(f"{{{name}}}" for name in map(_escaped, _authors(head))) or None,
        "howpublished": head["publisher"],
        "date": f"{head['published_at']:%Y-%m-%d}" if head["published_at"] else None,
        "url": head["url"],
    }
    raw = ("author", "url")
    fields = (
        f"  {name} = {{{_flat(value) if name in raw else _escaped(value)}}}" for name, value in told.items() if value
    )
    return f"@misc{{a{head['article_id']},\n" + ",\n".join(fields) + "\n}"


def csl(head: Row) -> str:
    """A CSL-JSON item in one line."""
    at = head["published_at"]
    told: dict[str, Any] = {
        "id": head["article_id"],
        "type": "article-newspaper",
        "title": head["title"],
        "container-title": head["publisher"],
        "author": [{"literal": name} for name in _authors(head)],
        "issued": {"date-parts": [[at.year, at.month, at.day]]} if at else None,
        "URL": head["url"],
    }
    return json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)


def _authors(head: Row) -> list[str]:
    return [name.strip() for name in (head["byline"] or "").split(", ") if name.strip()]


def _flat(words: object) -> str:
    return " ".join(str(words).split())


def _escaped(words: object) -> str:
    return re.sub(r"[\\{}&%$#_~^]", lambda found: _BIBTEX[found[0]], _flat(words))
