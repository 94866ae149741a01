"""What a person is, in the article's own words. All texts are invented."""

from __future__ import annotations

import pytest

from audit.extract.sources.posts import title_of


@pytest.mark.parametrize(
    ("before", "behind", "title"),
    [
        ("", "chief medical officer of Norwick", "chief medical officer of Norwick"),
        ("Police Chief", "", "Police Chief"),
        ("Wednesday, President", "", "President"),
        ("", "on the campaign trail in Norwick", None),
        ("", "said the group agreed to a lull", None),
        ("", "whose father he was", None),
        ("", "one of three", None),
        ("", "the mayor of Norwick", "mayor of Norwick"),
    ],
)
def test_a_title_is_a_noun_phrase(before: str, behind: str, title: str | None) -> None:
    assert title_of(before, behind) == title
