"""Builds audit/lexicon/en/verb_forms.toml, the inflections of every verb that the tables name, and verb_lemmas.tsv, the
dictionary form of every other verb form.

`python -m bench.verb_forms` writes the files anew. The inflections are lemminflect's (NIH SPECIALIST lexicon), a tool
of development only; what stands under `by_hand` goes before it and is kept.
"""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from audit.lexicon import load_rules
from audit.text.parts_of_speech import word_classes

FILE = Path(__file__).parents[1] / "audit" / "lexicon" / "en" / "verb_forms.toml"
LEMMAS = FILE.with_name("verb_lemmas.tsv")
Forms = Mapping[str, list[str]]


def verbs_named(by_hand: Forms) -> list[str]:
    """The verbs of predicates and cues by their base form, sorted; of a cue of several words, its first."""
    predicates = load_rules("predicates")
    named = {verb for entry in (*predicates["predicate"], predicates["verb"]) for verb in entry["verbs"]}
    first = {entry["forms"][0].split()[0] for entry in load_rules("cues")["verb"]}
    return sorted(named | {form if form in by_hand else base_form(form) for form in first})


def base_form(form: str) -> str:
    """The base form of a verb form: itself where it is one, or where the library does not know it."""
    from lemminflect import getAllLemmas

    bases = getAllLemmas(form, upos="VERB").get("VERB", (form,))
    return form if form in bases else str(bases[0])


def inflect(verb: str) -> list[str]:
    """The inflected forms of a base form, sorted; none where the library does not know the verb."""
    from lemminflect import getAllInflections

    forms = {form for found in getAllInflections(verb, upos="VERB").values() for form in found}
    return sorted(forms - {verb})


def build(by_hand: Forms, verbs: Iterable[str]) -> dict[str, list[str]]:
    """Verbs with their inflected forms; those by hand are left out."""
    return {verb: inflect(verb) for verb in verbs if verb not in by_hand}


def write(text: str, built: Forms) -> str:
    """The file with what was built in the place of what stood under `[built]`."""
    kept = text[: text.index("[built]\n")]
    lines = [f"{verb} = {json.dumps(forms)}\n" for verb, forms in built.items()]
    return f"{kept}[built]\n{''.join(lines)}"


def rebuilt(text: str) -> str:
    """The text of the file, built anew."""
    by_hand = tomllib.loads(text)["by_hand"]
    return write(text, build(by_hand, verbs_named(by_hand)))


def lemma_rows() -> list[str]:
    """A line a verb: its base form and the inflected forms of it, those left out that are a base form themselves or
    have one in the table of word classes."""
    from lemminflect import config
    from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec

    known, bases = word_classes().lemmas, defaultdict[str, list[str]](list)
    for form, classes in LemmaLUCodec.load(config.lemma_lu_fn).items():
        lemmas = classes.get("VERB", ())
        if lemmas and form.isalpha() and form not in lemmas and form.lower() not in known:
            bases[lemmas[0].lower()].append(form.lower())
    return [f"{base}\t{' '.join(sorted(forms))}" for base, forms in sorted(bases.items())]


def main() -> None:
    """Writes the files anew."""
    text = FILE.read_text(encoding="utf-8")
    FILE.write_text(rebuilt(text), encoding="utf-8")
    LEMMAS.write_text("\n".join(lemma_rows()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
