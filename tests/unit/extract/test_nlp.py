"""The optional parse: what it adds is told by hand-made trees, so that the merging is tested where spaCy is absent."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from audit.errors import SecondhandError
from audit.extract.article import extract_mentions
from audit.extract.parse.merge import LONGEST, read_more
from audit.extract.parse.parser import Parser, Token, load_parser
from audit.extract.quotes.find import find_quotes
from audit.extract.reading import Document, read_document
from audit.lexicon import load_rules
from audit.pipeline import Job, run_direct
from audit.records import Article, Quote, QuoteKind, Source, SourceKind, Span
from audit.warehouse import open_published
from tests.conftest import Secondhand

POS = {"v": "VERB", "a": "AUX", "n": "NOUN", "p": "PROPN", "r": "PRON", "x": "X"}


class FakeParser:
    """Knows some sentences by heart; a word is written `word:label:head:part`, any other sentence is a heap of words."""

    name = "fake 1"

    def __init__(self, *trees: str) -> None:
        self.asked: list[str] = []
        self._trees = {"".join(w.rsplit(":", 3)[0] for w in tree.split()): tree.split() for tree in trees}

    def parse(self, sentences: Sequence[str]) -> Iterator[list[Token]]:
        for sentence in sentences:
            self.asked.append(sentence)
            heap = [f"{word}:dep:0:x" for word in sentence.split()]
            yield list(_tokens(sentence, self._trees.get(sentence.replace(" ", ""), heap)))


def _tokens(sentence: str, written: list[str]) -> Iterator[Token]:
    at = 0
    for entry in written:
        word, label, head, part = entry.rsplit(":", 3)
        start = sentence.index(word, at)
        at = start + len(word)
        yield Token(start, at, int(head), label, POS[part])


HAD = "Ada:compound:1:p Holm:nsubj:2:p went:ROOT:2:v on:prt:2:x to:aux:5:x explain:advcl:2:v why:advmod:9:x the:det:8:x bridge:nsubj:9:n stayed:ccomp:5:v shut:acomp:9:x .:punct:2:x"
LETTER = "Holm:nsubj:1:p sent:ROOT:1:v a:det:3:x letter:dobj:1:n urging:acl:3:v the:det:6:x council:dobj:4:n to:aux:8:x stay:xcomp:4:v .:punct:1:x"
SENT = "Ada:compound:1:p Holm:nsubj:2:p sent:ROOT:2:v a:det:4:x letter:dobj:2:n urging:acl:4:v the:det:7:x council:dobj:5:n to:aux:9:x stay:xcomp:5:v .:punct:2:x"
AS_SAYING = "They:nsubj:1:r quoted:ROOT:1:v Ada:compound:3:p Holm:dobj:1:p as:prep:1:x saying:pcomp:4:v it:nsubj:8:r was:cop:8:a shut:ccomp:5:v .:punct:1:x"
LOOSE = "Holm:npadvmod:4:p ,:punct:4:x though:advmod:4:x ,:punct:4:x said:ROOT:4:v that:mark:8:x it:nsubj:8:r was:cop:8:a shut:ccomp:4:v .:punct:4:x"
HELD = "The:det:1:x board:nsubjpass:3:n was:auxpass:3:a told:ROOT:3:v that:mark:7:x it:nsubj:7:r was:cop:7:a shut:ccomp:3:v .:punct:3:x"
ABOUT = "Ada:compound:1:p Holm:nsubj:2:p spoke:ROOT:2:v on:prep:2:x Monday:pobj:3:p about:prep:2:x the:det:7:x bridge:pobj:5:n .:punct:2:x"
MARKED = "Ada:compound:1:p Holm:nsubj:2:p likened:ROOT:2:v the:det:4:x plan:dobj:2:n to:prep:2:x a:det:10:x “:punct:10:x sad:amod:10:x old:amod:10:x song:pobj:5:n .:punct:2:x ”:punct:2:x"
PUT = "The:det:2:x old:amod:2:x bridge:nsubj:4:n is:cop:4:a shut:ROOT:4:v ,:punct:4:x as:mark:9:x Ada:compound:8:p Holm:nsubj:9:p put:advcl:4:v it:dobj:9:r .:punct:4:x"
CLAIM = "They:nsubj:1:r heard:ROOT:1:v Ada:compound:3:p Holm:poss:5:p ’s:case:3:x claim:dobj:1:n that:mark:10:x the:det:8:x bridge:nsubj:10:n was:cop:10:a shut:acl:5:v .:punct:1:x"
FORCED = "They:nsubj:1:r forced:ROOT:1:v Ada:compound:3:p Holm:dobj:1:p to:aux:5:x admit:xcomp:1:v that:mark:9:x it:nsubj:9:r was:cop:9:a shut:ccomp:5:v .:punct:1:x"

ADDED = [
    ("verb below a verb", HAD, "Ada Holm went on to explain why the bridge stayed shut.", "nlp-clause", "why the bridge stayed shut", "Ada Holm", "explain"),
    ("participle of a thing", SENT, "Ada Holm sent a letter urging the council to stay.", "nlp-to", "the council to stay", "Ada Holm", "urging"),
    ("about, past a time", ABOUT, "Ada Holm spoke on Monday about the bridge.", "nlp-about", "the bridge", "Ada Holm", "spoke"),
    ("marked words", MARKED, "Ada Holm likened the plan to a “sad old song.”", "nlp-marked", "a “sad old song.", "Ada Holm", "likened"),
    ("as somebody put it", PUT, "The old bridge is shut, as Ada Holm put it.", "nlp-as", "The old bridge is shut", "Ada Holm", "put"),
    ("noun with an owner", CLAIM, "They heard Ada Holm’s claim that the bridge was shut.", "nlp-noun", "that the bridge was shut", "Ada Holm", "claim"),
    ("quoted as saying", AS_SAYING, "They quoted Ada Holm as saying it was shut.", "nlp-clause", "it was shut", "Ada Holm", "saying"),
    ("a name taken for a time", LOOSE, "Holm, though, said that it was shut.", "nlp-clause", "that it was shut", "Holm", "said"),
    ("whoever is made to say it", FORCED, "They forced Ada Holm to admit that it was shut.", "nlp-clause", "that it was shut", "Ada Holm", "admit"),
]  # fmt: skip


def document(text: str, language: str = "en") -> Document:
    return read_document(Article("a", 1, text, language=language))


@pytest.mark.parametrize(
    ("name", "tree", "text", "rule", "content", "speaker", "cue"), ADDED, ids=[c[0] for c in ADDED]
)
def test_what_a_tree_shows(name: str, tree: str, text: str, rule: str, content: str, speaker: str, cue: str) -> None:
    (quote,) = read_more(document(text), (), FakeParser(tree))
    assert [piece.of(text) for piece in quote.pieces] == [content]
    assert quote.speaker is not None
    assert quote.cue is not None
    assert (quote.rule, quote.speaker.of(text), quote.cue.of(text)) == (rule, speaker, cue)


def test_every_rule_of_the_parse_has_its_listed_example_above() -> None:
    listed = {(e["example"], e["id"]) for e in load_rules("rule_ids", "")["rule"] if e.get("needs") == "parser"}
    assert len(listed) == 6
    assert listed <= {(text, rule) for _, _, text, rule, *_ in ADDED}


NOT_SAID = "Ada:compound:1:p Holm:nsubj:4:p did:aux:4:a not:neg:4:x say:ROOT:4:v that:mark:8:x it:nsubj:8:r was:cop:8:a shut:ccomp:4:v .:punct:4:x"
ASKED = "Did:aux:3:a Ada:compound:2:p Holm:nsubj:3:p say:ROOT:3:v that:mark:7:x it:nsubj:7:r was:cop:7:a shut:ccomp:3:v ?:punct:3:x"
THING = (
    "The:det:1:x flood:nsubj:2:n threatened:ROOT:2:v to:aux:4:x close:xcomp:2:v the:det:6:x bridge:dobj:4:n .:punct:2:x"
)
WHICH = "Ada:compound:1:p Holm:poss:3:p ’s:case:1:x claim:nsubj:7:n that:nsubj:5:x hurt:relcl:3:v was:cop:7:a new:ROOT:7:v .:punct:7:x"

REFUSED = "Ada:compound:1:p Holm:nsubj:2:p refused:ROOT:2:v to:aux:4:x say:xcomp:2:v that:mark:8:x it:nsubj:8:r was:cop:8:a shut:ccomp:4:v .:punct:2:x"
DOUBTED = "Ada:compound:1:p Holm:nsubj:2:p doubted:ROOT:2:v the:det:4:x claim:dobj:2:n that:mark:8:x it:nsubj:8:r was:cop:8:a shut:acl:4:v .:punct:2:x"
PARTED = "The:det:1:x bridge:nsubj:3:n was:cop:3:a shut:ccomp:7:v ;:punct:7:x Ada:compound:6:p Holm:nsubj:7:p said:ROOT:7:v so:advmod:7:x .:punct:7:x"

NOBODY_SAYS = [
    ("refused", REFUSED, "Ada Holm refused to say that it was shut."),
    ("somebody else's claim", DOUBTED, "Ada Holm doubted the claim that it was shut."),
    ("another sentence", PARTED, "The bridge was shut; Ada Holm said so."),
    ("told to somebody", HELD, "The board was told that it was shut."),
    ("denied", NOT_SAID, "Ada Holm did not say that it was shut."),
    ("asked", ASKED, "Did Ada Holm say that it was shut?"),
    ("a thing that threatens", THING, "The flood threatened to close the bridge."),
    ("which claim, not what it says", WHICH, "Ada Holm’s claim that hurt was new."),
]


@pytest.mark.parametrize(("name", "tree", "text"), NOBODY_SAYS, ids=[c[0] for c in NOBODY_SAYS])
def test_what_nobody_says(name: str, tree: str, text: str) -> None:
    parser = FakeParser(tree)
    assert read_more(document(text), (), parser) == ()
    assert parser.asked == [text]


def test_kind_follows_the_marks() -> None:
    kinds = [read_more(document(text), (), FakeParser(tree))[0].kind for _, tree, text, *_ in (ADDED[0], ADDED[3])]
    assert kinds == [QuoteKind.INDIRECT, QuoteKind.MIXED]


def test_the_source_is_named_in_full() -> None:
    text = "Ada Holm, a pilot, came by boat. Holm sent a letter urging the council to stay."
    (quote,) = read_more(document(text), (), FakeParser(LETTER))
    assert quote.source is not None
    assert (quote.source.name, quote.source.kind) == ("Ada Holm", SourceKind.PERSON)


RULED = "“It is shut,” Ada Holm said. Bo Lind went on to explain why the bridge stayed shut."
OTHER = HAD.replace("Ada:", "Bo:").replace("Holm:", "Lind:")


def test_rule_quotes_stand_as_they_are() -> None:
    doc = document(RULED)
    ruled = find_quotes(doc)
    merged = read_more(doc, ruled, FakeParser(OTHER))
    assert set(ruled) <= set(merged)
    assert merged == tuple(sorted(merged, key=lambda q: q.pieces[0]))


def test_words_around_a_short_rule_quote_are_more_than_that() -> None:
    text = "Ada Holm went on to explain why the bridge stayed shut."
    ruled = Quote(QuoteKind.INDIRECT, (_span(text, "shut"),), "a rule", _span(text, "Ada"), _span(text, "stayed"))
    merged = read_more(document(text), (ruled,), FakeParser(HAD))
    assert ruled in merged
    assert "why the bridge stayed shut" in [q.pieces[0].of(text) for q in merged]


def test_a_cue_that_a_rule_has_read_is_left_alone() -> None:
    text = "Ada Holm went on to explain why the bridge stayed shut."
    ada = Source("Ada", SourceKind.PERSON)
    cue, said = _span(text, "explain"), (_span(text, "the bridge"),)
    ruled = Quote(QuoteKind.INDIRECT, said, "a rule", _span(text, "Ada"), cue, ada)
    assert read_more(document(text), (ruled,), FakeParser(HAD)) == (ruled,)


def test_words_that_a_rule_has_read_are_left_alone() -> None:
    text = "Ada Holm went on to explain why the bridge stayed shut."
    ruled = Quote(QuoteKind.INDIRECT, (_span(text, "the bridge stayed shut"),), "a rule", _span(text, "Ada"))
    assert read_more(document(text), (ruled,), FakeParser(HAD)) == (ruled,)


@pytest.mark.parametrize("words", [None, "went on"])
def test_a_source_that_is_blank_is_filled_in(words: str | None) -> None:
    text = "Ada Holm went on to explain why the bridge stayed shut."
    speaker = _span(text, words) if words else None
    blank = Quote(QuoteKind.INDIRECT, (_span(text, "why the bridge"),), "a rule", speaker, _span(text, "explain"))
    (quote,) = read_more(document(text), (blank,), FakeParser(HAD))
    assert quote.source is not None
    assert quote.source.name == "Ada Holm"
    assert replace(quote, speaker=speaker, source=None, anonymity=None) == blank


def test_a_speaker_whom_a_parse_cannot_name_either_stays() -> None:
    text = "They forced someone to admit that it was shut."
    tree = "They:nsubj:1:r forced:ROOT:1:v someone:dobj:1:r to:aux:4:x admit:xcomp:1:v that:mark:8:x it:nsubj:8:r was:cop:8:a shut:ccomp:4:v .:punct:1:x"
    cue, said = _span(text, "admit"), (_span(text, "it was shut"),)
    blank = Quote(QuoteKind.INDIRECT, said, "a rule", _span(text, "They"), cue)
    assert read_more(document(text), (blank,), FakeParser(tree)) == (blank,)


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The bridge is shut. Ada Holm came by boat.", 0),
        ("The bridge is shut. Ada Holm came to explain the plan.", 1),
        ("“It is shut,” Ada Holm said.", 0),
        ("Ada Holm, who lied, has lived with “a very sad old song” ever since.", 1),
        ("Ada Holm came to explain " + "the plan and " * LONGEST + "the bridge.", 0),
    ],
)
def test_only_sentences_that_need_it_are_parsed(text: str, asked: int) -> None:
    doc, parser = document(text), FakeParser()
    read_more(doc, find_quotes(doc), parser)
    assert len(parser.asked) == asked


def test_other_languages_are_not_parsed() -> None:
    parser = FakeParser()
    assert read_more(document("Ada Holm came to explain the plan.", "de"), (), parser) == ()
    assert parser.asked == []


def test_the_parser_goes_through_extract_mentions() -> None:
    article = Article("a", 1, "Ada Holm came by boat. Holm carried a letter urging the council to stay.")
    parser = FakeParser(LETTER.replace("sent", "carried"))
    rules = [q.rule for q in extract_mentions(article, parser).quotes]
    assert "nlp-to" in rules
    assert "nlp-to" not in [q.rule for q in extract_mentions(article).quotes]


@pytest.mark.runs
def test_a_run_with_a_parser_is_another_run(
    tmp_path: Path, demo_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = FakeParser()
    monkeypatch.setattr("audit.extract.parse.parser.load_parser", lambda name: asked)
    (tmp_path / "one.txt").write_text("A title\n\nAda Holm came to explain the plan to them all on Monday.\n")
    job = Job((tmp_path / "one.txt",), tmp_path / "w.duckdb", None, tmp_path / "reviews")
    assert not run_direct(job).unchanged
    assert not run_direct(replace(job, nlp="fake")).unchanged
    assert run_direct(replace(job, nlp="fake")).unchanged
    assert asked.asked
    (last,) = open_published(job.warehouse).query("select fingerprint from fingerprints where stage = 'extract'")
    assert last[0].endswith("+fake 1")


def test_nothing_is_imported_where_it_is_not_asked_for() -> None:
    code = "import sys, audit.cli, audit.pipeline, audit.extract.jsonl; print({'spacy', 'audit.extract.parse'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_spacy_that_is_absent_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(SecondhandError, match=r"spaCy is not installed: pip install 'secondhand\[nlp\]'"):
        load_parser("a pipeline that nobody has loaded")


def test_a_pipeline_that_is_not_there_is_one_line(secondhand: Secondhand) -> None:
    done = secondhand("extract", "--nlp", "en_away", stdin='{"id": "a", "text": "It is shut."}\n')
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "pip install 'secondhand[nlp]'" in done.stderr


@pytest.fixture(scope="module")
def parser() -> Parser:
    pytest.importorskip("spacy", reason="the extra [nlp] is not installed")
    try:
        return load_parser()
    except SecondhandError as error:
        pytest.skip(str(error))


VERBS = [(entry["takes"], entry["example"], set(entry["forms"])) for entry in load_rules("parse")["verb"]]


@pytest.mark.parametrize(("takes", "example", "forms"), VERBS, ids=[f"{v[0]}-{n}" for n, v in enumerate(VERBS)])
def test_examples_of_the_rules_fire(parser: Parser, takes: str, example: str, forms: set[str]) -> None:
    quotes = [q for q in read_more(document(example), (), parser) if q.rule == f"nlp-{takes}"]
    assert [q.cue.of(example) in forms for q in quotes if q.cue] == [True]
    assert [q.source.name for q in quotes if q.source] == ["Ada Holm"]


@pytest.mark.parametrize(("table", "said"), [("labels", True), ("things", True), ("making", True), ("citing", True), ("unsaid", False)])  # fmt: skip
def test_examples_of_the_lists(parser: Parser, table: str, said: bool) -> None:
    example = load_rules("parse")[table]["example"]
    sources = [q.source.name for q in read_more(document(example), (), parser) if q.source]
    assert sources == ["Ada Holm"] * said


@pytest.mark.parametrize(("name", "text"), [(c[0], c[2]) for c in ADDED])
def test_a_real_parse_shows_the_same(parser: Parser, name: str, text: str) -> None:
    doc = document(text)
    expected = next(c for c in ADDED if c[0] == name)
    told = [(q.rule, q.pieces[0].of(text)) for q in read_more(doc, (), parser)]
    assert (expected[3], expected[4]) in told
    assert told == [(q.rule, q.pieces[0].of(text)) for q in read_more(doc, (), parser)]
