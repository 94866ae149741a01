"""What the functions of extraction answer one another stays as it is, unless somebody looks at what has changed."""

from __future__ import annotations

import pytest

from bench.answers import answers, asked, changed, groups

pytestmark = pytest.mark.plain

MEND = "`python -m bench.answers NAME` prints what one answers; where that is meant, freeze it with `--write`."


@pytest.mark.parametrize("group", groups())
def test_no_function_answers_otherwise_unnoticed(group: int) -> None:
    found = changed(group)
    assert not found, f"{', '.join(found[:9])} answer otherwise than before. {MEND}"


def test_a_sentence_is_answered_alike_each_time() -> None:
    some = asked()[:20]
    assert [answers(one) for one in some] == [answers(one) for one in reversed(some)][::-1]
