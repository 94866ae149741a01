"""The table of nouns for people: which words of a dictionary's files it keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.lexicon.counts import person_nouns
from bench import person_nouns as table

NOUNS = """\
  1 the licence stands here
00000001 03 n 02 person 0 individual 0 000 | somebody
00000002 18 n 02 millwright 0 Wheelman 0 001 @ 00000001 n 0000 | who builds mills
00000003 06 n 01 wheelwork 0 000 | a thing
00000004 18 n 01 sluicer 0 001 @ 00000002 n 0000 | who minds sluices
00000005 18 n 01 Vint 0 001 @i 00000002 n 0000 | one of them
00000006 18 n 01 lockling 0 001 @ 00000001 n 0000 | an offensive word
00000007 18 n 02 shut 0 nobody 0 001 @ 00000001 n 0000 | who is out
00000008 18 n 01 lockman 0 001 @ 00000001 n 0000 | who keeps a lock
"""
SENSES = """\
individual n 1 0 1 1 00000001
millwright n 1 0 1 1 00000002
wheelman n 1 0 1 1 00000002
wheelwork n 2 0 2 2 00000003 00000004
sluicer n 3 0 3 3 00000004 00000003 00000003
vint n 1 0 1 1 00000005
lockling n 1 0 1 1 00000006
shut n 1 0 1 1 00000007
nobody n 1 0 1 1 00000007
lockman n 1 0 1 1 00000008
"""
FILES = {
    "data.noun": NOUNS,
    "index.noun": SENSES,
    "index.verb": "shut v 1 0 1 1 00000001\n",
    "index.adj": "",
    "index.adv": "",
    "noun.exc": "sluiceren sluicer\n",
    "cntlist.rev": "sluicer%1:18:00:: 1 9\nsluicer%1:06:00:: 2 1\nshut%2:30:00:: 1 40\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_nouns_whose_uses_mostly_mean_people(folder: Path) -> None:
    assert table.rows(table.read(folder)) == ["individual", "lockman", "lockmen", "millwright", "sluicer", "sluiceren"]


def test_a_person_in_few_of_the_counted_uses_is_left_out(folder: Path) -> None:
    (folder / "cntlist.rev").write_text("sluicer%1:06:00:: 2 9\n")
    assert "sluicer" not in table.rows(table.read(folder))


def test_the_shipped_table() -> None:
    held = person_nouns()
    assert {"clerk", "businessmen", "wives", "widow", "prosecutor", "migrant"} <= held
    assert held.isdisjoint({"bridge", "report", "committee", "nobody", "federal"})
