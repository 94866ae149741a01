"""The report: static pages that open from disk, without script and without anything fetched.

Invariant: everything that came from an article passes the templates' escaping; the same warehouse gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from audit.errors import InputError
from audit.report import say
from audit.report.articles import read_articles
from audit.report.chain import BOX, fit
from audit.report.claims import MOST_ROWS, bundled, finding_line, read_claims
from audit.report.pairs import Side
from audit.report.read import Row, batches, evidence_views, places, rows
from audit.report.site import Site, headline, label, own_name, source_note, tag
from audit.warehouse import Warehouse

MOST_FINDINGS, MOST_CLAIMS, MOST_ARTICLES, MOST_WANTED, MOST_PROBLEMS = 100, 100, 200, 50, 50
_OWN_PAGE = re.compile(r"[0-9a-f]{20}\.html")


def shows(folder: Path, warehouse: Warehouse) -> bool:
    """Whether the report in `folder` is whole and of this warehouse as it is now."""
    try:
        with (folder / "index.html").open(encoding="utf-8") as index:
            return any(line.strip() == _mark(warehouse) for line in islice(index, 20))
    except (OSError, UnicodeDecodeError):
        return False


def _mark(warehouse: Warehouse) -> str:
    """The line of the index that tells the last run which changed anything, and by what the pages were written."""
    found = warehouse.query("select run_id from runs where status = 'done' order by rowid desc limit 1")
    made_by = warehouse.query("select fingerprint from fingerprints where stage = 'report'")
    parts = [rows[0][0] for rows in (found, made_by) if rows]
    return f'<meta name="secondhand-run" content="{" ".join(parts)}">'


def write_report(warehouse: Warehouse, folder: Path) -> Path:
    """Write the report into `folder` (made if absent); return its `index.html`. Pages of what is gone are removed.

    The index comes last, by renaming: one that stands tells truly what the pages show. Raises InputError.
    """
    try:
        check_folder(folder)
        return _write_pages(warehouse, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error


def check_folder(folder: Path) -> None:
    """Make the folder of a report, and try it. Raises InputError where no report can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> InputError:
    return InputError(f"the report cannot be written to {folder}", error.strerror or str(error))


def _write_pages(warehouse: Warehouse, folder: Path) -> Path:
    site = Site.load(warehouse)
    pages = _environment(site)
    views = evidence_views(warehouse)
    index = pages.get_template("index.html").render(root="", **_index(warehouse, site))
    _prepare(folder / "claims", site.claims)
    _prepare(folder / "articles", site.heads)
    claim_page, article_page = pages.get_template("claim.html"), pages.get_template("article.html")
    for ids in batches(site.claims):
        for claim in read_claims(warehouse, site, views, ids):
            _write(folder / "claims" / f"{claim.row['claim_id']}.html", claim_page.render(root="../", claim=claim))
    for ids in batches(site.heads):  # last: by now every place that a page points at is known
        for page in read_articles(warehouse, site, views, ids):
            _write(folder / "articles" / f"{page.head['article_id']}.html", article_page.render(root="../", page=page))
    index = index.replace("<head>\n", f"<head>\n{_mark(warehouse)}\n", 1)
    return _write(folder / ".index.html", index).replace(folder / "index.html")


def _index(warehouse: Warehouse, site: Site) -> dict[str, Any]:
    """What the index shows: all counts, and of each list as much as a reader can take in."""
    return {
        "counts": rows(warehouse, "counts")[0],
        "findings": rows(warehouse, "findings", ids=None, most=MOST_FINDINGS),
        "counted_findings": rows(warehouse, "counted_findings"),
        "claims": _shared_and_single(list(site.claims.values())[:MOST_CLAIMS]),
        "more_claims": max(0, len(site.claims) - MOST_CLAIMS),
        "heads": list(site.heads.values())[:MOST_ARTICLES],
        "more_heads": max(0, len(site.heads) - MOST_ARTICLES),
        "wanted": (wanted := rows(warehouse, "wanted"))[:MOST_WANTED],
        "more_wanted": max(0, len(wanted) - MOST_WANTED),
        "problems": rows(warehouse, "problems", most=MOST_PROBLEMS),
        "totals": rows(warehouse, "totals"),
    }


def _shared_and_single(claims: list[Row]) -> tuple[list[Row], list[Row]]:
    """Claims that two articles carry or a finding names, and the others."""
    shared = [claim for claim in claims if claim["articles"] > 1 or claim["kinds"]]
    return shared, [claim for claim in claims if claim["articles"] < 2 and not claim["kinds"]]


def _environment(site: Site) -> Environment:
    env = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    spoken = ("bounds", "counted", "head", "number", "period", "precision", "screen", "shorten", "tail", "when")
    env.globals.update({name: getattr(say, name) for name in spoken})
    env.globals.update(
        site=site,
        style=Markup((files(__package__) / "style.css").read_text(encoding="utf-8")),  # ours, not an article's
        web_address=say.web_address,
        unreviewed=say.UNREVIEWED,
        places=places,
        finding_line=finding_line,
        bundled=bundled,
        plain=Side.plain,
        headline=headline,
        label=label,
        tag=tag,
        own_name=own_name,
        source_note=source_note,
        fit=fit,
        most_rows=MOST_ROWS,
        box_width=BOX,
    )
    return env


def _prepare(folder: Path, ids: Iterable[str]) -> None:
    """Make the folder; remove pages of an earlier report that this one does not write."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {f"{id_}.html" for id_ in ids}
    for path in folder.iterdir():
        if _OWN_PAGE.fullmatch(path.name) and path.name not in kept:
            path.unlink()


def _write(path: Path, page: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8", errors="backslashreplace", newline="\n")
    return path


__all__ = ["Row", "check_folder", "shows", "write_report"]
