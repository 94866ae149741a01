"""Rulings outlive what happens to an archive: edits, arrivals, files that go, a rebuild from nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct
from audit.warehouse import ask
from tests.conftest import DEMO

PICKS = {
    "edge": "select min(edge_id) from edges where parent_article_id is null and child_article_id = $northline",
    "match": "select min(match_id) from matches where kind = 'quote' and $northline in (a_article_id, b_article_id)",
    "speaker": "select min(utterance_id) from quotes where speaker_id is not null and kind = 'direct' and article_id = $northline",
    "missing_origin": "select min(finding_id) from findings where kind = 'missing_origin'",
    "single_origin": "select min(finding_id) from findings where kind = 'single_origin' and contains(evidence::varchar, $northline)",
    "figure_mutated": "select min(finding_id) from findings where kind = 'figure_mutated'",
}
LEFT = {
    "edge": "select count(*) from edges e join rulings r on r.subject_id = e.edge_id where e.status <> 'rejected'",
    "match": "select count(*) from matches join rulings on subject_id = match_id",
    "speaker": "select count(speaker_id) from quotes join rulings on subject_id = utterance_id",
    "finding": "select count(*) from findings join rulings on subject_id = finding_id",
}
NORTHLINE = "northline-2026-03-04.txt"


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo with a ruling of each kind against what the Northline text has part in, obeyed by a run."""
    home = tmp_path_factory.mktemp("ruled")
    shutil.copytree(DEMO, home / "raw")
    run(home)
    (home / "reviews").mkdir()
    (article,) = ask(home / "w.duckdb", f"select article_id from articles_told where path like '%{NORTHLINE}'")[1][0]
    subjects = {
        name: ask(home / "w.duckdb", sql.replace("$northline", f"'{article}'"))[1][0][0] for name, sql in PICKS.items()
    }
    assert None not in subjects.values(), subjects
    lines = (
        {
            "decision_id": name,
            "subject_kind": name if name in LEFT else "finding",
            "subject_id": key,
            "verdict": "rejected",
        }
        for name, key in subjects.items()
    )
    (home / "reviews" / "2026-03.jsonl").write_text("\n".join(map(json.dumps, lines)))
    run(home)
    assert set(states(home).values()) == {"exact"}
    return home


def run(home: Path) -> None:
    run_direct(Job((home / "raw",), home / "w.duckdb", None, home / "reviews", outlets=home))


def states(home: Path) -> dict[str, str]:
    return dict(ask(home / "w.duckdb", "select decision_id, state from ruling_states")[1])


def _moved_paragraph(home: Path) -> None:
    path = home / "raw" / NORTHLINE
    head, author, lead, *rest = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "\n".join([head, author, lead, "The mill was built in 1931.", rest[-1], *rest[:-1], ""]), encoding="utf-8"
    )


def _edited_title_and_byline(home: Path) -> None:
    path = home / "raw" / NORTHLINE
    text = path.read_text(encoding="utf-8")
    assert "By Astrid Tammel" in text
    path.write_text("Update: " + text.replace("By Astrid Tammel", "By Astrid Tammels"), encoding="utf-8")


def _earlier_article(home: Path) -> None:
    body = (home / "raw" / NORTHLINE).read_text(encoding="utf-8").splitlines()
    text = "\n".join(["The mill at Ellmere", "By Ada Quill", *body[2:6]])
    (home / "raw" / "quay.txt").write_text(text, encoding="utf-8")
    told = {"publisher": "The Quay", "published": "2026-03-03T05:00:00", "url": "https://quay.example/mill"}
    (home / "raw" / "quay.meta.json").write_text(json.dumps(told), encoding="utf-8")


def _rebuilt(home: Path) -> None:
    (home / "w.duckdb").unlink()


def _arrived_and_rebuilt(home: Path) -> None:
    _earlier_article(home)
    _rebuilt(home)


@pytest.mark.parametrize(
    "happens",
    [_moved_paragraph, _edited_title_and_byline, _earlier_article, _rebuilt, _arrived_and_rebuilt],
)
def test_rulings_stand_whatever_happens(ruled: Path, tmp_path: Path, happens: Callable[[Path], None]) -> None:
    home = tmp_path / "home"
    shutil.copytree(ruled, home)
    happens(home)
    run(home)
    assert [name for name, state in states(home).items() if state == "orphaned"] == []
    assert {kind: ask(home / "w.duckdb", sql)[1][0][0] for kind, sql in LEFT.items()} == dict.fromkeys(LEFT, 0)


def test_what_was_ruled_of_a_text_that_goes_is_listed_and_stands_again_when_it_is_back(
    ruled: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(ruled, home)
    shutil.move(home / "raw" / NORTHLINE, tmp_path / "kept")
    run(home)
    assert "orphaned" in states(home).values()
    shutil.move(tmp_path / "kept", home / "raw" / NORTHLINE)
    run(home)
    assert "orphaned" not in states(home).values()
    assert {kind: ask(home / "w.duckdb", sql)[1][0][0] for kind, sql in LEFT.items()} == dict.fromkeys(LEFT, 0)
