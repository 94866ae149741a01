"""How many of the present texts have a word: asked of those words alone that somebody weighs."""

from __future__ import annotations

from collections.abc import Iterable

from audit.match.weights import Weights
from audit.warehouse import Index, word_key


def weights_of(words: Iterable[str], index: Index, table: str, present: str) -> Weights:
    """What these words weigh, by the rows of `table` (owner, word) whose owners are in `present`."""
    index.run("create or replace temp table asked_words (word bigint)")
    index.insert("asked_words", [(key,) for key in sorted(set(map(word_key, words)))])
    sql = f"""
        select word, count(*)
        from {table} semi join asked_words using (word) semi join {present} using (owner)
        group by word"""
    return Weights(dict(index.query(sql)), index.query(f"select count(*) from {present}")[0][0])
