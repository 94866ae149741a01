"""A user's own list of people and bodies: what is read, and what is told of a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import InputError
from audit.ingest.files import is_aside
from audit.lexicon.people_list import Listed, listed_in
from audit.records import SourceKind


def test_a_list_is_read_from_the_folder(tmp_path: Path) -> None:
    text = (
        "name,aliases,kind,affiliation,wikidata\nAda Holm,Holm|A. Holm,,Norwick Port,Q7\nQuay Works,,organisation,,\n"
    )
    (tmp_path / "people.csv").write_text(text, encoding="utf-8")
    assert listed_in(tmp_path) == (
        Listed("Ada Holm", SourceKind.PERSON, ("Holm", "A. Holm"), "Norwick Port", "Q7"),
        Listed("Quay Works", SourceKind.ORGANISATION),
    )


def test_without_a_list_nobody_is_listed(tmp_path: Path) -> None:
    assert listed_in(tmp_path) == ()


def test_the_list_is_no_input() -> None:
    assert is_aside("people.csv")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("person\nAda Holm\n", "no column `name`"),
        ("name,kind\nAda Holm,outlet\n", "`kind` is one of"),
        ("name,aliases\nAda Holm,Holm\nTor Holm,Holm\n", "'Holm' is both"),
        ("name,kind\n,person\n", "without `name`"),
    ],
)
def test_a_broken_list_is_told_with_its_reason(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "people.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=reason):
        listed_in(tmp_path)
