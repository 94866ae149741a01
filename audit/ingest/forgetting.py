"""Forgetting: texts leave the warehouse and the objects for good, because somebody asked for it.

Invariant: what is forgotten is not read again from wherever it still lies: its hash stays as a mark, in the objects and
in the warehouse, and no word of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from audit.errors import InputError
from audit.ingest.objects import UNKEPT, Objects
from audit.lexicon.counts import small_share
from audit.warehouse import Warehouse, read_sql

RUN = 4  # words in a row that show whose words they are
SHORTEST = 2  # letters of a name
EVERYDAY = 0.5  # share of its uses in which news writes a word small: more than this is no name by itself


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be forgotten: captures by id, hash or path, and everything that names somebody."""

    captures: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A version of an article."""

    article_id: str
    version: int
    sha256: str
    title: str | None
    byline: str | None
    text: str

    @property
    def words(self) -> str:
        """All that it says."""
        return "\n".join(filter(None, (self.title, self.byline, self.text)))


@dataclass(frozen=True, slots=True)
class Leaving:
    """What goes: texts, captures with their hashes; and files that hold such a text, with their hashes and places."""

    texts: tuple[Text, ...]
    captures: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str, str, bool], ...]

    @property
    def lie(self) -> list[str]:
        """Where one of them still lies in the input."""
        return [path for _, _, path, lies_there in self.files if lies_there]


def find_leaving(warehouse: Warehouse, wanted: Wanted) -> Leaving:
    """What goes where that is forgotten. Raises InputError where nothing of it is held, or a name says nobody."""
    _must_name(wanted.names)
    named = {name: _captures(warehouse, name) for name in wanted.captures}
    captures = [capture for found in named.values() for capture in found]
    texts = [Text(*row) for row in warehouse.query(read_sql(__package__, "leaving_texts"), {"captures": captures})]
    if wanted.names:
        naming = Naming(wanted.names)
        sql = "select article_id, version, text_sha256, title, byline, text from articles order by article_id, version"
        texts += [text for text in (Text(*row) for row in warehouse.query(sql)) if naming.stands_in(text.words)]
    values = {"texts": _keys(texts), "captures": captures}
    going = warehouse.query(read_sql(__package__, "leaving_files"), values)
    files = warehouse.query(read_sql(__package__, "holding_files"), {"texts": values["texts"]})
    return Leaving(
        tuple(dict.fromkeys(texts)), tuple((c, s) for c, s in going), tuple((a, b, c, d) for a, b, c, d in files)
    )


def _must_name(names: Iterable[str]) -> None:
    for name in names:
        if sum(map(str.isalnum, name)) < SHORTEST:
            raise InputError(f"“{name}” is no name", "give it whole: --person 'Ada White', or @handle")
        if " " not in name.strip() and not name.startswith("@") and small_share(name.strip()) > EVERYDAY:
            raise InputError(f"{name} is an everyday word", "give the name whole: --person 'Ada White', or @handle")


def _captures(warehouse: Warehouse, name: str) -> list[str]:
    found = warehouse.query(read_sql(__package__, "named_captures"), {"name": name})
    if not found:
        raise InputError(
            f"{name} is not held", "name a capture by its id, its SHA-256 or its path: secondhand sql 'from captures'"
        )
    return [capture for (capture,) in found]


def _keys(texts: Iterable[Text]) -> list[dict[str, Any]]:
    return [{"article": text.article_id, "version": text.version} for text in texts]


def subjects_of(warehouse: Warehouse, leaving: Leaving) -> set[str]:
    """Ids of edges, findings, matches and utterances that rest on these articles: rulings on them go too."""
    values = {"articles": sorted({text.article_id for text in leaving.texts})}
    return {subject for (subject,) in warehouse.query(read_sql(__package__, "leaving_subjects"), values)}


def take_out(warehouse: Warehouse, objects: Objects, leaving: Leaving, said: Said) -> None:
    """Remove it from both; what earlier runs noted in its words goes too."""
    values = {"captures": [capture for capture, _ in leaving.captures], "texts": _keys(leaving.texts)}
    _scrub_changes(warehouse, said, {text.article_id for text in leaving.texts})
    if leaving.texts or leaving.captures:
        warehouse.run(read_sql(__package__, "take_out"), values)
        warehouse.run(read_sql(__package__, "leave"))
    marks = {sha for _, sha in leaving.captures} | {text.sha256 for text in leaving.texts}
    going = dict(leaving.captures)
    unkept = {f"{UNKEPT}{sha}" for capture, sha, _, _ in leaving.files if capture not in going}
    objects.forget([*going, *(capture for capture, *_ in leaving.files)], marks | unkept)
    share_marks(warehouse, objects)


def share_marks(warehouse: Warehouse, objects: Objects | None) -> frozenset[str]:
    """All that was ever forgotten, known to both from here on."""
    held = {one for (one,) in warehouse.query("select hash from forgotten")}
    kept = objects.forgotten if objects else frozenset[str]()
    now = datetime.now(UTC).replace(tzinfo=None)
    warehouse.insert("forgotten", [(one, now) for one in sorted(kept - held)])
    if objects and held - kept:
        objects.forget((), held - kept)
    return kept | held


def _scrub_changes(warehouse: Warehouse, said: Said, articles: Collection[str]) -> None:
    """What earlier runs changed, where it is told in words that are forgotten."""
    rows = warehouse.query("select distinct subject_id, detail from run_changes where detail <> ''")
    told = [subject for subject, detail in rows if subject in articles or said.stands_in(detail)]
    warehouse.run("update run_changes set detail = '' where subject_id in (select unnest(?))", [told])


class Naming:
    """Whether somebody is named: as words of their own, whatever the accents; one word alone with a capital, a whole
    name or a handle whatever the case.
    """

    def __init__(self, names: Sequence[str]) -> None:
        forms = (r"\s+".join(map(re.escape, _bare(name).split())) for name in names)
        self._pattern = re.compile(rf"(?<![\w@])(?i:{'|'.join(forms)})(?!\w)") if names else None

    def stands_in(self, text: str) -> bool:
        """Whether a text names one of them."""
        return self._pattern is not None and any(map(_is_written_so, self._pattern.finditer(_bare(text))))


def _is_written_so(found: re.Match[str]) -> bool:
    return not found[0][0].islower() or not found[0].isalpha()


class Said:
    """The words of what is forgotten: whether something else tells them."""

    def __init__(self, texts: Sequence[Text], names: Sequence[str] = ()) -> None:
        self._naming = Naming(names)
        self._whole = "\n".join(" ".join(_flat(text.words).split()) for text in texts)
        self._runs = {run for text in texts for run in _runs(text.words)}

    def is_told_in(self, line: str) -> bool:
        """Whether a line tells a run of these words, or names one of the people."""
        return self._naming.stands_in(line) or not self._runs.isdisjoint(_runs(line))

    def stands_in(self, told: str) -> bool:
        """The same, and whether it is nothing but words of them."""
        return self.is_told_in(told) or " ".join(_flat(told).split()) in self._whole


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    words = re.findall(r"\w+", _flat(text))
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _flat(text: str) -> str:
    return _bare(text).casefold()


def _bare(text: str) -> str:
    """Without accents, apostrophes alike."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).replace("’", "'")
