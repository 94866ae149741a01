"""The main job as plain steps: ingest, extract, match, trace, judge, publish, report. `flows` wraps the same ones.

Invariant: over unchanged input only `runs` gains a row. A stage runs where something new came to it, or where the code
and rules that it or a stage before it reads have changed (`fingerprints`); only then is its code loaded.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from audit import __version__
from audit.changes.note import note_changes
from audit.collect import collect_never, collect_seldom
from audit.engine import Engine, EngineChoice, LocalEngine, open_engine
from audit.errors import InputError
from audit.fingerprints import STAGES, stage_fingerprints
from audit.ids import stable_id
from audit.ingest.files import is_aside
from audit.ingest.forgetting import Said, Wanted, find_leaving, subjects_of, take_out
from audit.ingest.objects import Objects, objects_of
from audit.ingest.step import ROOM, ingest_kept
from audit.ingest.step import ingest as ingest_files
from audit.lexicon.outlet_lists import known_outlets
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.lexicon.people_list import Listed, listed_in
from audit.review import drop_lines, replay
from audit.warehouse import (
    Before,
    Build,
    CrowdedIndexError,
    DamagedIndexError,
    Index,
    drop_index,
    open_before,
    open_build,
    open_published,
    read_sql,
)

if TYPE_CHECKING:
    from audit.match import LaidTexts

Counts = dict[str, int]
TABLES = ("captures", "articles", "quotes", "figures", "credits", "matches", "claims", "edges", "findings", "problems")


@dataclass(frozen=True, slots=True)
class Job:
    """What to read and where to write. `report` of None: no report; `nlp` names a spaCy pipeline, None: rules alone.

    `outlets` is a list of outlets of one's own, or a folder that may hold one as `outlets.toml` or `outlets.csv`.
    `reveal`: words of an unnamed source are also matched with those that another text gives to a name.
    """

    paths: tuple[Path, ...] = (Path("raw"),)
    warehouse: Path = Path("warehouse.duckdb")
    report: Path | None = Path("report")
    reviews: Path = Path("raw/reviews")
    nlp: str | None = None
    outlets: Path = Path("raw")
    wait: float = 0  # seconds that a run on the same warehouse is waited for
    reveal: bool = False
    notify: str | None = None  # the notification block of Prefect that is told what a run changed
    notify_text: bool = False  # and in words, not by ids alone
    tell: Callable[[str], None] | None = field(default=None, compare=False)  # is told what is being done, in words
    engine: EngineChoice = field(default_factory=EngineChoice)
    rebuild: bool = False  # from what is kept beside the warehouse and the rulings alone; no path is looked at
    forget: Wanted | None = None  # what leaves for good, with every word of it


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run leaves: counts by table, findings by kind, the report's first page, and whether anything was new."""

    counts: Counts
    findings: Counts
    report: Path | None
    unchanged: bool


@dataclass(slots=True)
class Run:
    """One run under way."""

    job: Job
    build: Build
    objects: Objects
    fingerprints: dict[str, str]  # of the stages
    engine: Engine = field(default_factory=LocalEngine)
    outlets: Outlets = PACKAGED
    people: tuple[Listed, ...] = ()
    run_id: str = field(default_factory=lambda: uuid.uuid4().hex[:20])
    started_at: datetime = field(default_factory=lambda: _now())
    first: int = len(STAGES)  # the first stage that has something to do, as its place in STAGES
    stale: int = len(STAGES)  # the first stage that other code made what is held of, likewise
    known: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # what differs from before, as steps ask it
    apart: frozenset[str] | None = None  # articles that alone have other rows than before; None: nobody knows
    texts: LaidTexts | None = None  # the words of all articles, from matching on until they are traced
    summary: Summary | None = None

    @property
    def changed(self) -> bool:
        """Whether any rows are made anew; pages are no rows."""
        return self.is_due("judge")

    def is_due(self, stage: str) -> bool:
        """Whether a stage has something to do."""
        return STAGES.index(stage) >= self.first

    def tell(self, doing: str) -> None:
        """Says what is being done to whoever waits."""
        if self.job.tell:
            self.job.tell(doing)

    @contextmanager
    def before(self, stage: str) -> Iterator[Before | None]:
        """The warehouse that this run began from, where the same code made what that holds of a stage; else None."""
        if self.build.is_new or STAGES.index(stage) >= self.stale:
            yield None
            return
        with open_before(self.build.warehouse, self.build.target, self.known) as before:
            yield before

    def begin_at(self, stage: str) -> None:
        """From this stage on all have something to do."""
        self.first = min(self.first, STAGES.index(stage))


@contextmanager
def begin(job: Job) -> Iterator[Run]:
    """Take the lock and open the build.

    Raises InputError for a broken list of outlets, a report that cannot be written, an engine that is not there,
    WarehouseError where the warehouse is in use or is none.
    """
    if job.report is not None:
        from audit.report import check_folder

        check_folder(job.report)
    collect_seldom()
    people = listed_in(job.outlets)
    known = known_outlets(job.outlets)
    with (
        open_engine(job.engine, stage_fingerprints) as engine,
        open_build(job.warehouse, job.wait, anew=job.rebuild) as build,
        closing(Objects(objects_of(build.target))) as objects,
    ):
        yield Run(job, build, objects, _fingerprints(job, known.own, people), engine, known.outlets, people)


def run_direct(job: Job) -> Summary:
    """All steps without an orchestrator."""
    with begin(job) as run:
        for step in (ingest, extract, match, trace, cite, judge, publish, report):
            step(run)
    assert run.summary is not None
    return run.summary


def ingest(run: Run) -> Counts:
    """Files to articles; also replays the rulings. Decides which stages have something to do."""
    warehouse = run.build.warehouse
    run.tell("reading files")
    with warehouse.room(ROOM), warehouse.transaction():
        _begin_where_code_changed(run)
        if run.job.forget is not None:
            _take_out(run, run.job.forget)
        counts = _read_kept(run) if run.job.rebuild else _read_inputs(run)
        if replay(warehouse, run.job.reviews, run.run_id):
            run.begin_at("trace")
    run.objects.commit()
    return counts


def _take_out(run: Run, wanted: Wanted) -> None:
    """What is to be forgotten leaves warehouse, objects, index and rulings."""
    warehouse = run.build.warehouse
    leaving = find_leaving(warehouse, wanted)
    said, subjects = Said(leaving.texts, wanted.names), subjects_of(warehouse, leaving)
    take_out(warehouse, run.objects, leaving, said)
    drop_lines(run.job.reviews, lambda values: any(v in subjects or said.is_told_in(v) for v in values))
    drop_index(_index_path(run))
    run.begin_at("extract")


def _read_inputs(run: Run) -> Counts:
    inputs = list_inputs(run.job.paths)
    forgot = _forget_demo(run, inputs)
    counts = ingest_files(
        run.build.warehouse,
        inputs,
        home=run.build.target.parent,
        run_id=run.run_id,
        again=run.is_due("ingest") and not run.build.is_new,
        outlets=run.outlets,
        under=run.job.paths,
        objects=run.objects,
        tell=run.tell,
        engine=run.engine if isinstance(run.engine, LocalEngine) else None,
    )
    if forgot or any(counts.get(kind) for kind in ("captures", "problems", "gone", "back")):
        run.begin_at("extract")
    return counts


def _read_kept(run: Run) -> Counts:
    """Raises InputError where nothing is kept."""
    if not run.objects.looks():
        raise InputError(f"nothing is kept in {run.objects.path}", "without --rebuild, a run reads the files anew")
    return ingest_kept(run.build.warehouse, run.objects, home=run.build.target.parent, outlets=run.outlets)


def extract(run: Run) -> Counts:
    """Articles to quotes, figures, credits."""
    if not run.is_due("extract"):
        return {}
    from audit.extract.stage import extract as extract_mentions

    run.tell("extracting quotes, figures and credits")
    with run.build.warehouse.transaction():
        return extract_mentions(
            run.build.warehouse,
            fingerprint=run.fingerprints["extract"],
            run_id=run.run_id,
            nlp=run.job.nlp,
            outlets=run.outlets,
            tell=run.tell,
            engine=run.engine,
        )


def match(run: Run) -> Counts:
    """Names of one source to one source, then mentions to pairs that are the same thing."""
    return _with_index(run, _match) if run.is_due("trace") else {}


def _match(run: Run, index: Index) -> Counts:
    from audit.match import find_matches, lay_texts, resolve_sources

    warehouse, job = run.build.warehouse, run.job
    run.tell("matching them across articles")
    with warehouse.transaction():
        with _loading("networkx", "audit.trace", "audit.cite.step", "audit.judge"):
            merged = resolve_sources(warehouse, run.run_id, run.people, run.outlets)
        run.texts = lay_texts(warehouse)
        found = find_matches(warehouse, index, run_id=run.run_id, reveal=job.reveal, engine=run.engine, texts=run.texts)
        run.engine.rest()
        return {"merged": merged, **found}


@contextmanager
def _loading(*modules: str) -> Iterator[None]:
    """Code of later steps is loaded while the database works; it is there at the end, before this process is copied."""
    loader = Thread(target=lambda: [import_module(name) for name in modules])
    loader.start()
    try:
        yield
    finally:
        loader.join()


def trace(run: Run) -> Counts:
    """Matches and credits to claims, edges, origins."""
    counts = _with_index(run, _trace) if run.is_due("trace") else {}
    run.texts = None
    return counts


def _trace(run: Run, index: Index) -> Counts:
    from audit.trace import trace as trace_claims

    run.tell("tracing who had it from whom")
    with run.before("trace") as before, run.build.warehouse.transaction():
        return trace_claims(run.build.warehouse, run.run_id, index, before, run.texts)


def _with_index(run: Run, step: Callable[[Run, Index], Counts]) -> Counts:
    """A step with the index beside the warehouse; where that is damaged, once more with a new one."""
    from audit.match import open_index

    index = open_index(_index_path(run), run.fingerprints["trace"])
    try:
        with collect_never():
            try:
                return _with_room(run, index, step)
            except DamagedIndexError:
                index.remake()
                return _with_room(run, index, step)
    finally:
        index.close()


def _with_room(run: Run, index: Index, step: Callable[[Run, Index], Counts]) -> Counts:
    """A step; where the index needs more memory than it may take, again with twice as much, while it may."""
    while True:
        try:
            return step(run, index)
        except CrowdedIndexError:
            if not index.widen():
                raise


def _index_path(run: Run) -> Path:
    return run.build.target.with_name(f".{run.build.target.name}.index")


def cite(run: Run) -> Counts:
    """Sentences that cite held articles, compared with them."""
    if not run.is_due("cite"):
        return {}
    from audit.cite.step import check_citations
    from audit.trace.touched_claims import changed_inputs

    with run.before("cite") as before, run.build.warehouse.transaction():
        told = changed_inputs(run.build.warehouse, before) if before else None
        return check_citations(run.build.warehouse, None if told is None else {article for _, article in told})


def judge(run: Run) -> Counts:
    """Findings and measures."""
    if not run.is_due("judge"):
        return {}
    from audit.judge import apart
    from audit.judge import judge as judge_claims

    run.tell("judging")
    with collect_never(), run.before("judge") as before, run.build.warehouse.transaction():
        counts = judge_claims(run.build.warehouse, before, run.outlets)
        run.apart = apart(run.build.warehouse)
    return counts


def publish(run: Run) -> Counts:
    """Note the run, check every rule, rename the build into place. Tried again, it goes on where it stopped."""
    if run.summary is None:
        run.summary = _note(run)
    run.tell("checking and publishing")
    run.build.publish(compact=run.job.forget is not None, changed=run.changed, apart=run.apart)
    if run.job.forget is not None:
        run.objects.compact()
    return run.summary.counts


def _note(run: Run) -> Summary:
    """The row in `runs`, and what it says."""
    warehouse = run.build.warehouse
    counts = {table: warehouse.query(f"select count(*) from {table}")[0][0] for table in TABLES}
    orphans = warehouse.query("select count(*) from ruling_states where state = 'orphaned'")[0][0]
    counts |= {"orphaned rulings": orphans} if orphans else {}
    findings = dict(
        warehouse.query("select kind, count(*) from findings group by kind order by max(severity) desc, kind")
    )
    with warehouse.transaction():
        warehouse.run("delete from fingerprints")
        warehouse.insert("fingerprints", run.fingerprints.items())
        status = "done" if run.changed else "unchanged"
        row = (run.run_id, run.started_at, _now(), status, __version__, run.fingerprints["judge"], json.dumps(counts))
        warehouse.insert("runs", [row])
    if run.changed and not run.build.is_new:
        note_changes(warehouse, run.build.target, run.run_id)
    if run.job.forget is not None:  # what it took away is not told again
        warehouse.run("update run_changes set detail = '' where run_id = ?", [run.run_id])
    return Summary(counts, findings, None, not run.changed)


def report(run: Run) -> Counts:
    """Write the pages from the published warehouse; pages that stand over unchanged rows are kept."""
    assert run.summary is not None
    folder = run.job.report
    if folder is None:
        return {}
    from audit.report import shows, write_report

    published = open_published(run.build.target)
    run.tell("writing the report")
    try:  # an earlier run may have written none, or died before it could
        index = folder / "index.html" if shows(folder, published) else write_report(published, folder)
    finally:
        published.close()
    counts, findings, _, unchanged = run.summary.counts, run.summary.findings, run.summary.report, run.summary.unchanged
    run.summary = Summary(counts, findings, index, unchanged)
    return {"pages": sum(1 for _ in folder.rglob("*.html"))}


def list_inputs(paths: Sequence[Path]) -> list[Path]:
    """A folder `raw` stands for what it holds, and for `raw/demo` only while it holds nothing else."""
    return [found for path in paths for found in (_inside_raw(path) if _is_raw(path) else [path])]


def _is_raw(path: Path) -> bool:
    return path.resolve().name == "raw" and (path / "demo").is_dir()


def _inside_raw(raw: Path) -> list[Path]:
    kept = [p for p in sorted(raw.iterdir()) if p.name not in {"demo", "reviews"} and not is_aside(p.name)]
    return kept or [raw / "demo"]


def _forget_demo(run: Run, inputs: Sequence[Path]) -> bool:
    """The invented story leaves the warehouse when the user's own articles come in."""
    raws = [path for path in run.job.paths if _is_raw(path)]
    if not raws or any(path.name == "demo" for path in inputs):
        return False
    demo = [row for row in _captures(run) if any((raw / "demo").resolve() in row[1].parents for raw in raws)]
    _forget(run, [capture for capture, _ in demo])
    run.objects.forget([capture for capture, _ in demo], ())
    return bool(demo)


def _captures(run: Run) -> list[tuple[str, Path]]:
    home = run.build.target.parent
    rows = run.build.warehouse.query("select capture_id, path from captures")
    return [(capture, (home / path).resolve()) for capture, path in rows]


def _forget(run: Run, captures: Sequence[str]) -> None:
    run.build.warehouse.run(read_sql("audit.ingest", "forget"), {"captures": list(captures)})
    run.build.warehouse.run(read_sql("audit.ingest", "leave"))


def _begin_where_code_changed(run: Run) -> None:
    held = dict(run.build.warehouse.query("select stage, fingerprint from fingerprints"))
    stale = (stage for stage in STAGES if held.get(stage) != run.fingerprints[stage])
    if first := next(stale, None):
        run.begin_at(first)
        run.stale = STAGES.index(first)


def _fingerprints(job: Job, listed: str | None, people: tuple[Listed, ...]) -> dict[str, str]:
    """Those of the code and the user's outlets; from extraction on the parser; from matching on people and `reveal`."""
    found = {}
    parser, known = _parser_name(job.nlp), stable_id("people", *people) if people else None
    for stage, made_by in stage_fingerprints().items():
        own = known if stage not in {"ingest", "extract"} else None
        shown = "reveal" if job.reveal and stage not in {"ingest", "extract"} else None
        parts = (made_by, parser if stage != "ingest" else None, listed, own, shown)
        found[stage] = "+".join(part for part in parts if part)
    return found


def _parser_name(nlp: str | None) -> str | None:
    if nlp is None:
        return None
    from audit.extract.parse.parser import load_parser

    return load_parser(nlp).name


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
