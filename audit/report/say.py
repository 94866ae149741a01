"""The words on the pages: counts, days, names of kinds. Screen words are data, in `words.toml`.

Invariant: what comes from an article is returned as plain text; the templates escape it, nothing here marks it as safe.
"""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlsplit

UNREVIEWED = "machine reading, not reviewed"


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))


def screen(table: str, kind: object) -> str:
    """What people see for `kind`; its own name where the table does not hold it."""
    return _words()[table].get(str(kind), str(kind).replace("_", " "))


def share(row: dict[str, Any]) -> str:
    """A measure as "k of n", with its unit where it has one of its own: "349 of 357 words"."""
    unit = _words()["units"].get(row["measure"], "")
    return f"{number(row['numerator'] or 0)} of {number(row['denominator'])} {unit}".rstrip()


def measured_row(measure: str, text: str | None) -> str:
    """What people see of a row behind a measure."""
    table = _words()["measure_rows"].get(measure)
    return screen(table, text) if table else text or ""


def kinds_of(table: str) -> list[str]:
    """The kinds that a table has words for."""
    return list(_words()[table])


def precision(row: dict[str, Any]) -> str:
    """How often findings of a kind were right when read by hand: "of 60 of this kind read by hand, 57 were right"; of
    one that stands below its kind, that it may weigh nothing."""
    if row.get("severity") is not None and row["severity"] < (row.get("earned") or 0):
        return "a note: what differs may weigh nothing, and what was read by hand is what stands above it"
    if not row["read"]:
        return "nobody has read findings of this kind by hand yet"
    trivial = f", {row['trivial']} true and trivial" if row["trivial"] else ""
    earlier = "" if row.get("current", True) else " (read under earlier rules)"
    return f"of {row['read']} of this kind read by hand, {row['right']} were right{trivial}{earlier}"


def why_counted(row: dict[str, Any]) -> str:
    """Why findings of a kind are counted and not listed: too few were right, or another kind tells the same places."""
    if row["earned"]:
        return "a finding of another kind, which is listed, tells the same places"
    return f"too few were right: {precision(row)}" if row["read"] else precision(row)


def reviewed(ruled: int, found: int, rejected: int) -> str:
    """How many of the links that were found somebody ruled on: "2 of 33 links reviewed, 1 rejected"."""
    return f"{number(ruled)} of {counted(found, 'link')} reviewed" + (
        f", {number(rejected)} rejected" if rejected else ""
    )


def number(value: float) -> str:
    """`12,345`; a decimal only where there is one."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def counted(n: int, one: str, many: str | None = None) -> str:
    """`1 article`, `12,345 articles`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def bounds(low: float, high: float) -> str:
    """`1` or `2–3`."""
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def counts(articles: int, low: int, high: int) -> str:
    """How many starting points articles go back to: "9 articles trace back to 2 or 3 starting points"."""
    said = f"{counted(articles, 'article')} {'traces' if articles == 1 else 'trace'} back to"
    if low == high:
        return f"{said} {counted(low, 'starting point')}"
    return f"{said} {number(low)} {'or' if high == low + 1 else 'to'} {number(high)} starting points"


def is_ring(claim: dict[str, Any]) -> bool:
    """Whether all that is known of where a claim comes from is that its texts credit one another."""
    return "circular" in claim["kinds"] and claim["high"] == 1 and not claim["ends"]


def traced(claim: dict[str, Any]) -> str:
    """What a claim goes back to, wherever that is told: bounds from one to all without a source named tell nothing."""
    articles, low, high = claim["articles"], int(claim["low"]), int(claim["high"])
    if is_ring(claim):
        return f"{counted(articles, 'article')} trace back to 1 ring"
    if articles > 1 and low == 1 and high >= articles and not claim["ends"]:
        spread = f"{number(low)} {'or' if high == low + 1 else 'to'} {number(high)} starting points"
        return f"{counted(articles, 'article')}: where they have it from could not be told ({spread})"
    return counts(articles, low, high)


def day(moment: date, *, short: bool = False) -> str:
    """`29 October 2024`, or `29 Oct 2024`."""
    return f"{moment.day} {moment.strftime('%b' if short else '%B')} {moment.year}"


def when(row: dict[str, Any], *, short: bool = False) -> str:
    """When an article was published, as far as its columns tell."""
    inferred = " (year inferred)" if row["year_basis"] == "inferred" else ""
    if row["published_at"] is not None:
        clock = row["published_at"].strftime(", %H:%M") if row["published_precision"] == "time" and not short else ""
        return day(row["published_at"], short=short) + clock + inferred
    if row["published_from"] is not None:
        return f"{day(row['published_from'], short=short)} or later{inferred}"
    return "date not known"


def period(first: datetime | None, last: datetime | None) -> str:
    """`22 to 31 October 2024`; empty where no day is known."""
    if first is None or last is None:
        return ""
    if first.date() == last.date():
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def shorten(text: str, most: int) -> str:
    """At most `most` characters, cut between words where that is possible."""
    flat = " ".join(text[: 4 * most + 4].split())
    if len(flat) <= most:
        return flat
    head = flat[: most - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[most // 2 :] else head).rstrip(" ,;:.") + "…"


def tail(text: str, most: int) -> str:
    """The last `most` characters, whole words, an ellipsis where words were left out."""
    return text if len(text) <= most else "… " + text[-most:].split(maxsplit=1)[-1]


def head(text: str, most: int) -> str:
    """The first `most` characters, whole words, an ellipsis where words were left out."""
    return text if len(text) <= most else text[:most].rsplit(maxsplit=1)[0] + " …"


def web_address(url: str | None) -> str | None:
    """The URL where a browser may follow it (http and https alone), else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def at_words(url: str | None, words: str) -> str | None:
    """The address with a text fragment (WICG): a browser that knows it goes to these words. None where none is safe."""
    address = web_address(url)
    said = words.split()
    if address is None or not said or "#" in address:
        return address
    whole = len(said) <= 8
    parts = (" ".join(said),) if whole else (" ".join(said[:4]), " ".join(said[-4:]))
    return f"{address}#:~:text={','.join(quote(part, safe='').replace('-', '%2D') for part in parts)}"
