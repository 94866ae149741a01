"""Since when a sentence stands on a page, and how long before the article that it cites."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from audit.cite.history import first_days
from audit.cite.page_audit import check_page, notes_of, page_line, read_marked
from audit.cite.references import CitedSentence, cited_sentences
from audit.cite.saved import Saved
from audit.cite.sheet import page_of
from audit.errors import InputError

ONE = "https://quay.example/one"
NOW = f"The '''old bridge''' was [[close|closed]] to lorries.<ref>{{{{cite news|url={ONE}|title=Closed|date=3 June 2020}}}}</ref>"


def export(folder: Path, *revisions: tuple[str, str]) -> Path:
    told = "".join(
        f"<revision><timestamp>{day}T10:00:00Z</timestamp><text xml:space='preserve'>{text.replace('<', '&lt;')}</text></revision>"
        for day, text in revisions
    )
    path = folder / "export.xml"
    path.write_text(f"<mediawiki xmlns='http://x.example/'><page><title>Bridge</title>{told}</page></mediawiki>")
    return path


def sentences() -> list[CitedSentence]:
    return list(cited_sentences(read_marked(NOW)))


def test_the_first_revision_that_has_the_sentence_counts_whatever_its_links(tmp_path: Path) -> None:
    revisions = (
        ("2021-01-01", NOW),
        ("2020-05-03", "The old bridge was closed to lorries."),
        ("2020-01-01", "The lorries closed."),
    )
    assert first_days(sentences(), export(tmp_path, *revisions)) == {0: date(2020, 5, 3)}


def test_words_of_the_sentence_in_other_places_are_not_the_sentence(tmp_path: Path) -> None:
    assert first_days(sentences(), export(tmp_path, ("2020-01-01", "The old lorries. To the bridge was closed."))) == {}


def test_a_sentence_older_than_the_article_it_cites_is_told(tmp_path: Path) -> None:
    stood = first_days(sentences(), export(tmp_path, ("2020-05-03", NOW)))
    [row] = check_page(sentences(), {ONE: Saved("one", "The old bridge was closed to lorries.")}, stood=stood)
    line = page_line(row)
    assert line["stood"] == "2020-05-03"
    assert line["references"][0]["note"] == "stood here 31 days before the cited article"
    assert notes_of(row) == ("Closed: stood here 31 days before the cited article",)
    assert "stood here 31 days before" in page_of([(row.citation, row.checked, notes_of(row))], "x")


def test_a_sentence_that_came_after_the_article_is_not(tmp_path: Path) -> None:
    stood = first_days(sentences(), export(tmp_path, ("2020-06-04", NOW)))
    [row] = check_page(sentences(), {}, stood=stood)
    assert "note" not in page_line(row)["references"][0]


@pytest.mark.parametrize("words", ["", "no xml", "<mediawiki><page><revision>"])
def test_another_kind_of_file_is_refused(tmp_path: Path, words: str) -> None:
    path = tmp_path / "x.xml"
    path.write_text(words)
    with pytest.raises(InputError):
        first_days(sentences(), path)
