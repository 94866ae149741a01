"""The table of synonyms: which words of a dictionary's files it keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import synonyms

NOUNS = """\
  1 the licence stands here
00000001 05 n 02 person 0 individual 0 000 | somebody
00000002 05 n 03 chief 0 leader 0 zzyx 0 001 + 00000003 n 0201 | who leads
00000003 05 n 01 leadership 0 001 + 00000002 n 0102 | what leads
00000004 05 n 02 mill 0 individual 0 000 | a late sense
"""
SENSES = """\
person n 1 0 1 1 00000001
individual n 4 0 4 1 00000001 00000005 00000006 00000004
chief n 1 0 1 1 00000002
leader n 1 0 1 1 00000002
zzyx n 1 0 1 1 00000002
leadership n 1 0 1 1 00000003
mill n 1 0 1 1 00000004
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in synonyms.PARTS:
        (tmp_path / f"data.{name}").write_text(NOUNS if name == "noun" else "")
        (tmp_path / f"index.{name}").write_text(SENSES if name == "noun" else "")
    return tmp_path


def test_first_senses_of_words_that_news_has_often(folder: Path) -> None:
    held, first = synonyms.read(folder)
    assert synonyms.rows(held, first) == ["chief leader", "individual people person", "leader leadership"]
