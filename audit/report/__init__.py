"""The report: static pages that open from disk, without script; one style sheet beside them is all they ask for.

Invariant: everything that came from an article passes the templates' escaping; the same warehouse gives the same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from importlib.resources import files
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from audit.errors import InputError
from audit.parts import in_parts
from audit.report import say
from audit.report.articles import read_articles
from audit.report.chain import BOX
from audit.report.claims import bundled, finding_line, read_claims
from audit.report.folder import INDEX, Folder, damaged
from audit.report.pairs import Side
from audit.report.read import BATCH, Row, evidence_views, places, rows
from audit.report.site import Site, headline, label, own_name, source_note, tag
from audit.report.sources import read_sources
from audit.report.stories import read_stories, widest_claims
from audit.warehouse import Warehouse

MOST = {"findings": 40, "claims": 60, "heads": 60, "stories": 60, "sources": 40, "wanted": 25, "problems": 50}
PAGE = 400  # rows of a list on one page
CHOSEN = ("findings", "claims", "sources")  # lists of which a reader may choose a kind
CITATIONS = "citations.html"
CHANGES = ("changes.html", "changes.json")
_Kind = tuple[str, str, Iterable[str], Callable[[list[str]], Iterable[Any]]]


def shows(folder: Path, warehouse: Warehouse) -> bool:
    """Whether the report in `folder` is whole and of this warehouse as it is now."""
    try:
        with (folder / INDEX).open(encoding="utf-8") as index:
            is_of_this = any(line.strip() == _mark(warehouse) for line in islice(index, 20))
        return is_of_this and not any(damaged(folder))
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
    site, out = Site.load(warehouse), Folder(folder)
    pages = _environment(site)
    views = evidence_views(warehouse)
    findings = rows(warehouse, "findings", ids=None, most=1_000_000)
    pages.globals["found_in"] = Counter(site.story_of(row) for row in findings)
    index = pages.get_template("index.html").render(root="", **_index(warehouse, site, findings))
    articles = [article for article in site.heads if article in site.paged]
    kinds: tuple[_Kind, ...] = (
        ("stories", "story", site.stories, lambda ids: read_stories(warehouse, site, ids, findings)),
        ("claims", "claim", site.claims, lambda ids: read_claims(warehouse, site, views, ids)),
        ("sources", "source", site.sources, lambda ids: read_sources(warehouse, site, ids)),
        # last: by now every place that a page points at is known
        ("articles", "page", articles, lambda ids: read_articles(warehouse, site, views, ids)),
    )  # fmt: skip
    _write_lists(warehouse, site, pages, out, findings)
    _write_citations(warehouse, pages, out)
    for name, told, wanted, read in kinds:
        out.prepare(name, wanted)
        template = pages.get_template(f"{told if told != 'page' else 'article'}.html")
        for ids in in_parts(wanted, BATCH):
            for id_, page in zip(ids, read(ids), strict=True):
                out.write(f"{name}/{id_}.html", template.render({"root": "../", told: page}))
    _write_changes(warehouse, pages, out)
    out.write("style.css", _style())
    index = index.replace("<head>\n", f"<head>\n{_mark(warehouse)}\n", 1)
    return out.finish(index)


def _index(warehouse: Warehouse, site: Site, findings: list[Row]) -> dict[str, Any]:
    """What the index shows: all counts, and of each list as much as a reader can take in."""
    told = {
        "stories": list(site.stories.values()),
        "claims": _by_weight(site),
        "heads": list(site.heads.values()),
        "sources": _shared(rows(warehouse, "source_list")),
        "wanted": rows(warehouse, "wanted"),
    }
    left = {f"more_{name}": len(held) - MOST[name] for name, held in told.items()}
    shown = {name: held[: MOST[name]] for name, held in told.items()}
    return {
        "counts": rows(warehouse, "counts")[0],
        "widest": widest_claims(warehouse, site, [story["story_id"] for story in shown["stories"]]),
        "findings": findings[: MOST["findings"]],
        "kinds": _kinds(findings[: MOST["findings"]]),
        "claim_kinds": _kinds(shown["claims"]),
        "source_kinds": _kinds(shown["sources"]),
        "counted_findings": rows(warehouse, "counted_findings"),
        "rejected": rows(warehouse, "rejected_findings", ids=None, most=MOST["findings"]),
        "problems": rows(warehouse, "problems", most=MOST["problems"]),
        "changes": len(rows(warehouse, "changes")),
        "citations": len(rows(warehouse, "citations")),
        "totals": rows(warehouse, "totals"),
        **shown,
        **left,
    }


def _kinds(listed: list[Row]) -> dict[str, int]:
    """How many rows of each kind are listed, most first: what a reader may choose among."""
    return dict(Counter(row["kind"] for row in listed).most_common())


def _style() -> str:
    """The style sheet, and a rule a kind: where a reader chose one, rows of the others are not shown."""
    chosen = '.chooser:has([value="{kind}"]:checked) ~ .of-{name}'
    rule = "{chosen} .is-{name}:not(.is-{kind}), {chosen}:not(:has(.is-{kind})) {{ display: none; }}\n"
    kinds = ((name, kind) for name in CHOSEN for kind in say.kinds_of(name))
    return (files(__package__) / "style.css").read_text(encoding="utf-8") + "".join(
        rule.format(chosen=chosen.format(kind=kind, name=name), kind=kind, name=name) for name, kind in kinds
    )


def _shared(sources: list[Row]) -> list[Row]:
    """Those that more than one article names; where there are none, all."""
    return [row for row in sources if row["articles"] > 1] or sources


def _by_weight(site: Site) -> list[Row]:
    """Claims that two articles carry first."""
    return sorted(site.claims.values(), key=lambda claim: claim["articles"] < 2)


def _write_lists(warehouse: Warehouse, site: Site, pages: Environment, out: Folder, findings: list[Row]) -> None:
    """The whole of each list that the index cuts, `PAGE` rows a page."""
    whole = {
        "stories": list(site.stories.values()),
        "findings": findings,
        "claims": _by_weight(site),
        "articles": list(site.heads.values()),
        "sources": _shared(rows(warehouse, "source_list")),
        "wanted": rows(warehouse, "wanted"),
    }
    template = pages.get_template("list.html")
    cut = {name: held for name, held in whole.items() if len(held) > MOST["heads" if name == "articles" else name]}
    files = [
        (name, n, -(-len(held) // PAGE)) for name, held in cut.items() for n in range(1, -(-len(held) // PAGE) + 1)
    ]
    out.prepare("lists", [f"{name}-{n}" for name, n, _ in files])
    for name, n, last in files:
        part = cut[name][(n - 1) * PAGE : n * PAGE]
        kinds = _kinds(part) if name in CHOSEN else {}
        told = {"name": name, "page": n, "pages": last, "rows": part, "total": len(cut[name]), "kinds": kinds}
        out.write(f"lists/{name}-{n}.html", template.render(root="../", **told))


def _write_changes(warehouse: Warehouse, pages: Environment, out: Folder) -> None:
    """What the last run changed, as a page and as JSON; neither where it changed nothing that was there before."""
    found = rows(warehouse, "changes")
    if not found:
        for name in CHANGES:
            (out.root / name).unlink(missing_ok=True)
        return
    told = {
        "run_id": found[0]["run_id"],
        "finished_at": found[0]["finished_at"],
        "counts": Counter(c["kind"] for c in found),
    }
    listed = [{key: row[key] for key in ("kind", "subject_kind", "subject_id", "detail")} for row in found]
    page, data = CHANGES
    out.write(page, pages.get_template("changes.html").render(root="", rows=found, most=PAGE))
    out.write(data, json.dumps({**told, "changes": listed}, ensure_ascii=False, indent=1) + "\n")


def _write_citations(warehouse: Warehouse, pages: Environment, out: Folder) -> None:
    """Sentences that cite held articles, on a page; none where no article cites another."""
    found = rows(warehouse, "citations")
    if found:
        out.write(CITATIONS, pages.get_template("citations.html").render(root="", rows=found, most=PAGE))
    else:
        (out.root / CITATIONS).unlink(missing_ok=True)


class _Pages(Environment):
    """Looks in a row for a name before anything else: rows are most of what a page reads."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def _environment(site: Site) -> Environment:
    env = _Pages(
        loader=PackageLoader(__package__),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    spoken = (
        "bounds",
        "counted",
        "counts",
        "is_ring",
        "measured_row",
        "share",
        "traced",
        "head",
        "number",
        "period",
        "precision",
        "reviewed",
        "screen",
        "shorten",
        "tail",
        "when",
        "why_counted",
    )
    env.globals.update({name: getattr(say, name) for name in spoken})
    env.globals.update(
        site=site,
        web_address=say.web_address,
        at_words=say.at_words,
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
        box_width=BOX,
    )
    return env


__all__ = ["Row", "check_folder", "damaged", "shows", "write_report"]
