"""A change runs the stages that read it and those behind them, and no other."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from audit import pipeline
from audit.fingerprints import STAGES, fingerprints_of, stage_fingerprints, stage_of, tables_named
from audit.pipeline import Job, run_direct
from audit.warehouse import ask

SOURCES = {
    "records.py": b"",
    "pipeline.py": b"",
    "text/tokens.py": b"",
    "lexicon/__init__.py": b"",
    "lexicon/en/cues.toml": b"",
    "lexicon/en/comparison.toml": b"",
    "lexicon/en/orphan.toml": b"",
    "ingest/page.py": b"",
    "extract/verbs.py": b'load_rules("cues")',
    "match/identity.py": b"",
    "match/compare.py": b'load_rules("comparison")',
    "trace/edges.py": b'load_rules("cues")',
    "judge/views.sql": b"",
    "report/style.css": b"",
    "report/templates/page.html": b"",
    "warehouse/schema.sql": b"",
    "new_room/x.py": b"",
}
FIRST = {
    "records.py": "ingest",
    "text/tokens.py": "ingest",
    "lexicon/__init__.py": "ingest",
    "lexicon/en/orphan.toml": "ingest",
    "ingest/page.py": "ingest",
    "new_room/x.py": "ingest",
    "extract/verbs.py": "extract",
    "lexicon/en/cues.toml": "extract",
    "match/identity.py": "trace",
    "match/compare.py": "trace",
    "lexicon/en/comparison.toml": "trace",
    "trace/edges.py": "trace",
    "judge/views.sql": "judge",
    "report/style.css": "report",
    "report/templates/page.html": "report",
    "pipeline.py": None,
    "warehouse/schema.sql": None,
}


@pytest.mark.parametrize("path", sorted(SOURCES))
def test_a_changed_file_changes_the_stage_that_reads_it_and_those_behind_it(path: str) -> None:
    before = fingerprints_of(SOURCES)
    after = fingerprints_of({**SOURCES, path: SOURCES[path] + b" # a comment"})
    first = FIRST[path]
    stale = STAGES[STAGES.index(first) :] if first else ()
    assert tuple(stage for stage in STAGES if before[stage] != after[stage]) == stale


def test_a_file_moved_or_emptied_is_a_change() -> None:
    moved = {("ingest/web.py" if path == "ingest/page.py" else path): data for path, data in SOURCES.items()}
    assert fingerprints_of(moved)["ingest"] != fingerprints_of(SOURCES)["ingest"]


def test_the_code_that_runs_has_a_fingerprint_a_stage() -> None:
    assert tuple(stage_fingerprints()) == STAGES
    assert len(set(stage_fingerprints().values())) == len(STAGES)


def test_rules_of_matching_are_not_read_by_ingest() -> None:
    root = Path(pipeline.__file__).parent
    sources = {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}
    tables = tables_named(sources)
    assert stage_of("lexicon/en/translation.toml", tables) == "trace"
    assert stage_of("lexicon/rule_ids.toml", tables) == "extract"


CALLS = {
    "extract": "audit.extract.stage.extract",
    "match": "audit.match.find_matches",
    "trace": "audit.trace.trace",
    "cite": "audit.cite.step.check_citations",
    "judge": "audit.judge.judge",
    "report": "audit.report.write_report",
}
TEXT = """Ferry {0} delayed

By Ada Quill

The ferry {0} was delayed on Monday.

"The pump failed on deck {0}," said Maren Holt, the harbour master.
"""


@pytest.fixture
def job(tmp_path: Path) -> Job:
    raw = tmp_path / "raw"
    raw.mkdir()
    for number in range(2):
        (raw / f"{number}.txt").write_text(TEXT.format(number))
    job = Job((raw,), tmp_path / "w.duckdb", tmp_path / "report", tmp_path / "reviews", outlets=raw)
    run_direct(job)
    return job


@pytest.fixture
def called(job: Job, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a later run calls, in order."""
    calls: list[str] = []

    def watch(name: str, path: str) -> None:
        module, attribute = path.rsplit(".", 1)
        inner = getattr(import_module(module), attribute)

        def call(*arguments: object, **named: object) -> object:
            calls.append(name)
            return inner(*arguments, **named)

        monkeypatch.setattr(path, call)

    for name, path in CALLS.items():
        watch(name, path)
    return calls


def change(monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    """As if a file that this stage reads first had changed."""
    held = stage_fingerprints()
    stale = STAGES[STAGES.index(stage) :]
    monkeypatch.setattr(pipeline, "stage_fingerprints", lambda: held | {s: f"{held[s]}x" for s in stale})


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("ingest", ["extract", "match", "trace", "cite", "judge", "report"]),
        ("extract", ["extract", "match", "trace", "cite", "judge", "report"]),
        ("trace", ["match", "trace", "cite", "judge", "report"]),
        ("cite", ["cite", "judge", "report"]),
        ("judge", ["judge", "report"]),
        ("report", ["report"]),
    ],
)
def test_a_run_does_what_a_change_of_code_asks_for(
    job: Job, called: list[str], monkeypatch: pytest.MonkeyPatch, stage: str, expected: list[str]
) -> None:
    change(monkeypatch, stage)
    summary = run_direct(job)
    assert called == expected
    assert summary.unchanged == (stage == "report")
    called.clear()
    run_direct(job)
    assert called == []


def test_new_pages_without_new_rows_are_an_unchanged_run(
    job: Job, called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, "report")
    run_direct(job)
    _, rows = ask(job.warehouse, "select status from runs order by started_at")
    assert rows == [("done",), ("unchanged",)]


def test_a_report_left_out_is_written_later_by_the_new_templates(
    job: Job, called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, "report")
    run_direct(Job(job.paths, job.warehouse, None, job.reviews, outlets=job.outlets))
    assert called == []
    run_direct(job)
    assert called == ["report"]


def test_extracted_again_without_reading_again_gives_the_same_rows(
    job: Job, called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "select quote_id, speaker_id, text, rule from quotes order by all"
    before = ask(job.warehouse, query)
    change(monkeypatch, "extract")
    run_direct(job)
    assert "extract" in called
    assert ask(job.warehouse, query) == before
    assert len(before[1]) == 2


def test_a_new_article_is_extracted_and_nothing_is_forgotten(job: Job, called: list[str]) -> None:
    (job.paths[0] / "new.txt").write_text(TEXT.format(7))
    run_direct(job)
    assert called == ["extract", "match", "trace", "cite", "judge", "report"]
