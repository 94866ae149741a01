"""German names: nouns are printed large there, so that a run of capitals holds a post before the name and more behind.

"Landrätin Ada Holm der Zeitung": "Ada Holm".

Invariant: a run is only cut; one word of it at least is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from audit.extract.sources.capitals import Capital, is_given_name
from audit.lexicon.language import lexicon_for

_GERMAN = "de"


def name_of_run(text: str, run: Sequence[Capital]) -> list[Capital]:
    """The words of a run from behind the last post in it up to an article outside a name."""
    first = next((i + 1 for i in reversed(range(len(run) - 1)) if _is_post(run, i)), 0)
    kept = list(run[first:])
    stop = next((i for i in range(1, len(kept)) if _is_article(text[kept[i - 1].end : kept[i].start])), len(kept))
    return kept[:stop]


def _is_post(run: Sequence[Capital], i: int) -> bool:
    """Whether a word ends as a post does ("Bürgermeisterin"), or leads a known given name and a surname."""
    word = run[i].key
    if word.endswith((*_ends_of_posts(), *_ends_of_womens_posts())):
        return not is_given_name(word)
    full = i == 0 and len(run) > 2
    return full and not is_given_name(word) and is_given_name(run[1].key) and run[i].text[1:].islower()


def _is_article(between: str) -> bool:
    return between.strip() in _articles()


def _ends_of_posts() -> tuple[str, ...]:
    return tuple(sorted(lexicon_for(_GERMAN).words("speakers", "post_ends")))


@cache
def _ends_of_womens_posts() -> tuple[str, ...]:
    endings = lexicon_for(_GERMAN).words("speakers", "women_ends")
    return tuple(f"{post}{ending}" for post in _ends_of_posts() for ending in sorted(endings))


def _articles() -> frozenset[str]:
    return lexicon_for(_GERMAN).words("speakers", "articles")
