"""A hash a stage of the main job, over the code, queries and rules that its rows come from.

Invariant: a stage's hash covers every stage before it, so that from the first one that differs all run again. What no
row comes from (the command, the warehouse's own layout, lists, the review) is in none.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from audit.compiled import MACHINE_CODE

STAGES = ("ingest", "extract", "trace", "cite", "judge", "report")
READS = {
    "ingest": ("ingest/",),
    "extract": ("extract/",),
    "trace": ("figures_algebra/", "graphs.py", "match/", "trace/"),
    "cite": ("cite/",),
    "judge": ("judge/",),
    "report": ("report/",),
}
"""Stage -> beginnings of the paths below `audit/` that it reads beside those of the stages before it."""
NOWHERE = (
    "cli.py",
    "changes/",
    "collect.py",
    "compiled.py",
    "doctor/",
    "engine/",
    "fetch/",
    "forget/",
    "tables.py",
    "assistant/",
    "pipeline.py",
    "fingerprints.py",
    "warehouse/",
    "listings/",
    "review/",
    "share/",
)
RULES = "lexicon/"
_NAMED = re.compile(rb'"(\w+)"')


@cache
def stage_fingerprints() -> dict[str, str]:
    """Stage -> twenty hex digits, of the code that runs."""
    return fingerprints_of(dict(_sources(files("audit"))))


def fingerprints_of(sources: Mapping[str, bytes]) -> dict[str, str]:
    """Path below `audit/` -> bytes, to stage -> hash of all that this stage and those before it read."""
    tables = tables_named(sources)
    read = {path: stage_of(path, tables) for path in sorted(sources)}
    digest, found = hashlib.sha256(), dict[str, str]()
    for stage in STAGES:
        for path in (path for path, first in read.items() if first == stage):
            digest.update(path.encode() + b"\0" + sources[path] + b"\0")
        found[stage] = digest.hexdigest()[:20]
    return found


def tables_named(sources: Mapping[str, bytes]) -> dict[str, str]:
    """Each word that code names in quotes, as it names a table of rules, with the first stage that does."""
    read = ((path, stage_of(path, {})) for path in sources if path.endswith(".py"))
    named = ((word.decode(), stage) for path, stage in read if stage for word in _NAMED.findall(sources[path]))
    return dict(sorted(named, key=lambda one: STAGES.index(one[1]), reverse=True))


def stage_of(path: str, tables: Mapping[str, str]) -> str | None:
    """The first stage that reads a file; None where none does. What no stage names is read by the first."""
    if path.startswith(NOWHERE):
        return None
    if path.startswith(RULES) and path.endswith(".toml"):
        return tables.get(path.rsplit("/", 1)[-1].removesuffix(".toml"), STAGES[0])
    return next((stage for stage in STAGES if path.startswith(READS[stage])), STAGES[0])


def _sources(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _sources(entry, f"{prefix}{entry.name}/")
        elif entry.is_file() and not entry.name.endswith((".pyc", *MACHINE_CODE)):
            yield prefix + entry.name, entry.read_bytes()
