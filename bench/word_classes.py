"""Counts the word classes of news text and writes `audit/lexicon/en/word_classes.txt`.

    python -m bench.word_classes ARTICLES.jsonl.gz [--articles N] [--pipeline NAME]

Needs spaCy, an English pipeline with a tagger (extra `[nlp]`) and lemminflect; only counts of words are written.
The last tenth of the articles is left out of the counts and says how often the table's classes agree with the tagger's.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from audit.text.parts_of_speech import CLASSES, START, classify, word_classes
from audit.text.tokens import Tokens

OUT = Path(__file__).parents[1] / "audit" / "lexicon" / "en" / "word_classes.txt"
LEAST = 4  # occurrences of a form
FINE = 100_000  # shares of classes are told to this part, those of forms to the thousandth
RARE = 12  # forms up to so many occurrences tell what an ending means
SENTENCE = re.compile(r"(?<=[.!?][”\"’)]|.[.!?])\s+(?=[A-Z\"“])|\n+")
PENN = {
    "NN": "n", "NNS": "N", "NNP": "P", "NNPS": "P", "VB": "b", "VBP": "b", "VBZ": "z", "VBD": "d", "VBN": "v",
    "VBG": "g", "JJ": "j", "JJR": "j", "JJS": "j", "RB": "r", "RBR": "r", "RBS": "r", "RP": "t", "IN": "i",
    "TO": "o", "DT": "D", "PDT": "D", "PRP$": "D", "PRP": "q", "WP": "w", "EX": "q", "WDT": "w", "WRB": "w",
    "WP$": "w", "CD": "c", "MD": "m", "CC": "&",
}  # fmt: skip
Tagged = list[tuple[str, str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Tags, counts, writes and compares."""
    options = argparse.ArgumentParser(prog="python -m bench.word_classes", description=(__doc__ or "").splitlines()[0])
    options.add_argument("articles", type=Path)
    options.add_argument("--articles", dest="most", type=int, default=1600)
    options.add_argument("--pipeline", default="en_core_web_sm")
    told = options.parse_args(arguments)
    sentences = list(tag(told.pipeline, read_sentences(told.articles, told.most)))
    write(sentences)
    return 0


def write(sentences: list[Tagged]) -> None:
    """Writes the table of nine tenths, says how it does on the last."""
    cut = len(sentences) * 9 // 10
    OUT.write_text("\n".join(table(sentences[:cut])) + "\n", encoding="utf-8")
    word_classes.cache_clear()
    print(f"{OUT.name}: {agreement(sentences[cut:]):.1%} of the words left out agree", file=sys.stderr)


def read_sentences(file: Path, most: int) -> Iterator[str]:
    """Sentences and titles of articles drawn with seed 7."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random(7).shuffle(rows)
    for row in rows[:most]:
        yield from (s for s in SENTENCE.split(row["text"][:3500]) if s and 15 < len(s) < 400)
        if row.get("title"):
            yield row["title"]


def tag(pipeline: str, sentences: Iterable[str]) -> Iterator[Tagged]:
    """Each sentence as our own tokens with the classes that the pipeline gives them."""
    import spacy
    from spacy.tokens import Doc

    nlp: Any = spacy.load(pipeline, exclude=["parser", "ner", "lemmatizer"])

    def documents() -> Iterator[tuple[Any, list[str]]]:
        for sentence in sentences:
            pieces = list(split(Tokens(sentence, 0, len(sentence))))
            words, spaces = [word for word, _, _ in pieces], [space for _, space, _ in pieces]
            yield Doc(nlp.vocab, words=words, spaces=spaces), [own for _, _, own in pieces]

    for document, owns in nlp.pipe(documents(), as_tuples=True, batch_size=256):
        yield [(own, _class(token)) for token, own in zip(document, owns, strict=True) if own]


def split(tokens: Tokens) -> Iterator[tuple[str, bool, str]]:
    """The pipeline's tokens of ours ("Korea's" is two), whether a space follows, and our token at its first piece."""
    for k in range(tokens.size):
        space, word = not tokens.glued(k + 1), tokens.words[k]
        parts = re.fullmatch(r"(.+?)(['’]s|n['’]t|(?<=^can)not)", word)
        if parts:
            yield parts[1], False, word
            yield parts[2], space, ""
        else:
            yield word, space, word


def _class(token: Any) -> str:
    return PENN.get(token.tag_, "x" if token.is_alpha else ".")


def _key(word: str) -> str:
    low = word.lower().replace("’", "'")
    return low[:-2] if low.endswith("'s") else low


def table(sentences: Iterable[Tagged]) -> Iterator[str]:
    """The lines of the table: shares of a thousand, largest first."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    follows: dict[str, Counter[str]] = defaultdict(Counter)
    share: Counter[str] = Counter()
    for sentence in sentences:
        before = START
        for k, (word, tag) in enumerate(sentence):
            if (word[0].islower() or (k == 0 and tag != "P")) and word[0].isalpha():
                forms[_key(word)][tag] += 1
            follows[before][tag] += 1
            share[tag] += 1
            before = tag
    yield "# kind, key, classes of a thousand (all, after: of a hundred thousand); by bench.word_classes"
    yield f"# `after` {START} begins a sentence; the letters: audit/text/parts_of_speech.py"
    yield f"all\t*\t{_told(share, 0, FINE)}"
    yield from (f"after\t{tag}\t{_told(follows[tag], 0, FINE)}" for tag in (START, *CLASSES) if tag in follows)
    yield from (f"end\t{end}\t{_told(counts)}" for end, counts in sorted(_endings(forms).items()))
    kept = {form: counts for form, counts in forms.items() if counts.total() >= LEAST}
    yield from (f"form\t{form}\t{_told(c)}" for form, c in sorted(kept.items()))
    yield from (f"verb\t{form}\t{lemma}" for form, lemma in sorted(_lemmas(kept)) if form != lemma)


def _lemmas(forms: dict[str, Counter[str]]) -> Iterator[tuple[str, str]]:
    """The forms that are verbs often enough, with their dictionary form by lemminflect."""
    from lemminflect import getLemma

    for form, counts in forms.items():
        if "'" not in form and sum(counts[tag] for tag in "bzdvg") > 0.03 * counts.total():
            yield from ((form, lemma) for lemma in getLemma(form, "VERB")[:1])


def _endings(forms: dict[str, Counter[str]]) -> dict[str, Counter[str]]:
    """What rare forms with an ending are."""
    endings: dict[str, Counter[str]] = defaultdict(Counter)
    for form, counts in forms.items():
        if counts.total() <= RARE and len(form) > 3:
            for n in range(1, 5):
                endings[form[-n:]].update(set(counts))
    return {end: counts for end, counts in endings.items() if counts.total() >= 8}


def _told(counts: Counter[str], least: int = 3, whole: int = 1000) -> str:
    total = counts.total()
    shares = [(tag, max(1, round(whole * n / total))) for tag, n in counts.most_common()]
    return " ".join(f"{tag}{n}" for tag, n in shares if n >= least)


def agreement(sentences: Iterable[Tagged]) -> float:
    """The share of words whose class the table gives as the tagger did."""
    right = total = 0
    for sentence in sentences:
        words = [word for word, _ in sentence]
        titled = sum(w[0].isupper() for w in words if len(w) > 3) > 0.6 * sum(len(w) > 3 for w in words)
        lows = [word.lower().replace("’", "'") for word in words]
        found = classify(words, lows, titled=titled)
        right += sum(a == b for a, (_, b) in zip(found, sentence, strict=True))
        total += len(words)
    return right / max(1, total)


if __name__ == "__main__":
    sys.exit(main())
