"""How many articles of a corpus hold each stem: the table that weighs words by their rarity.

    python -m bench.document_frequency CORPUS.jsonl[.gz] > audit/lexicon/en/document_frequency.tsv

The table holds counts, no text. First line: the number of articles; then stem, tab, articles, rarest stems left out.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from audit.cite.terms import fold, tokens
from audit.lexicon.counts import news_stem

RAREST = 4  # articles; a stem in fewer of them is as rare as one never seen


def main(path: Path) -> None:
    """Prints the table of one corpus."""
    count, articles = Counter[str](), 0
    for text in _texts(path):
        articles += 1
        count.update({_stem(token) for token in tokens(text)})
    print(articles)
    for stem, held in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        if held >= RAREST and "'" not in stem:
            print(f"{stem}\t{held}")


def _stem(token: str) -> str:
    return news_stem(fold(token).replace("’", "'").removesuffix("'s"))


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
