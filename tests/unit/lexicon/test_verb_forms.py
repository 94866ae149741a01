"""Every verb form in the tables is one: an inflection library says so, and builds the table of forms."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from audit.extract.figures.lexicon import predicates
from audit.lexicon import load_rules
from bench.verb_forms import FILE, LEMMAS, lemma_rows, rebuilt

TABLES = sorted(path.stem for path in FILE.parent.glob("*.toml"))
INFLECTED = {
    form: verb
    for table in ("built", "by_hand")
    for verb, forms in load_rules("verb_forms")[table].items()
    for form in (verb, *forms)
}
CUES = load_rules("cues")["verb"]


def known(word: str) -> bool:
    """Whether the library or our table knows the word."""
    lemminflect = pytest.importorskip("lemminflect", reason="the library of inflections is not installed")
    return word in INFLECTED or bool(lemminflect.getAllLemmas(word))


def examples(node: Any, inside: bool = False) -> Iterator[str]:
    """Every string that is an example, or stands in one."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from examples(value, inside or key in ("example", "examples"))
    elif isinstance(node, list):
        for value in node:
            yield from examples(value, inside)
    elif inside and isinstance(node, str):
        yield node


@pytest.mark.parametrize("entry", CUES, ids=lambda entry: str(entry["forms"][0]))
def test_forms_of_a_cue_are_of_one_verb(entry: dict[str, Any]) -> None:
    tables = load_rules("verb_forms")
    verbs = {**tables["built"], **tables["by_hand"]}
    heads, tails = zip(*(form.partition(" ")[::2] for form in entry["forms"]), strict=True)
    assert len(set(tails)) == 1
    assert any({*heads} <= {verb, *forms} for verb, forms in verbs.items()), entry["forms"]


def test_every_verb_has_forms() -> None:
    assert [verb for verb, forms in load_rules("verb_forms")["built"].items() if len(forms) < 2] == []


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        *(("admitted", "admit"), ("opened", "open"), ("occurred", "occur"), ("controlled", "control")),
        *(("chosen", "choose"), ("submitted", "submit"), ("lay", "lie"), ("swam", "swim"), ("seeing", "see")),
    ],
)
def test_a_form_has_its_verb(form: str, verb: str) -> None:
    assert predicates().lemmas[form] == verb


@pytest.mark.parametrize("form", ["backeded", "swimmed", "openned", "admited"])
def test_what_is_no_form_of_a_verb_is_none(form: str) -> None:
    assert form not in predicates().lemmas


def test_every_predicate_has_its_inflections() -> None:
    rules = load_rules("predicates")
    verbs = {verb for entry in (*rules["predicate"], rules["verb"]) for verb in entry["verbs"]}
    assert verbs - set(INFLECTED.values()) == set()


def test_table_is_what_the_library_builds() -> None:
    pytest.importorskip("lemminflect", reason="the library of inflections is not installed")
    text = FILE.read_text(encoding="utf-8")
    assert rebuilt(text) == text, "python -m bench.verb_forms writes it anew"


@pytest.mark.parametrize("name", ["cues", "parse"])
def test_lists_of_forms_hold_words(name: str) -> None:
    table = load_rules(name)
    forms = [form for entry in (*table["verb"], *table.get("other", ())) for form in entry["forms"]]
    assert [form for form in forms if form != "according to" and not known(form.split()[0])] == []


@pytest.mark.parametrize("name", TABLES)
def test_examples_hold_no_misspelt_verb_form(name: str) -> None:
    text = (FILE.parent / f"{name}.toml").read_text(encoding="utf-8")
    words = {word for example in examples(tomllib.loads(text)) for word in re.findall(r"\b[a-z]+(?:ed|ing)\b", example)}
    assert [word for word in sorted(words) if not known(word)] == []


def test_the_table_of_lemmas_is_what_the_library_says() -> None:
    pytest.importorskip("lemminflect", reason="the library of inflections is not installed")
    assert LEMMAS.read_text(encoding="utf-8").splitlines() == lemma_rows()
