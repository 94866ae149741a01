"""A lexicon to what the reading of quotes asks of a language: word classes, reporting verbs, roles, unions of them.

Invariant: built once a language; where a language lacks a table its classes are empty and its rules do not fire.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from audit.extract.quotes.verbs import Verb, VerbTable, verb_table
from audit.lexicon.language import Lexicon
from audit.lexicon.role_nouns import names_too, role_nouns
from audit.lexicon.word_classes import WordClasses, word_classes

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar(WordClasses):
    """The word classes of a language, and what is put together from them and from other tables."""

    language: str
    verbs: VerbTable
    auxiliaries: Words
    adverbs: Words
    claim_nouns: Words
    own_words: Words
    remarks: Words
    issuing: Words
    issued: Words
    pictures: Words
    shown: Words
    polls: Words
    polled: Words
    doers: Words
    habit_forms: Words
    particles: Words
    role_nouns: Words
    names_too: Words
    roles: Words
    bodies: Words
    time_or_preposition: Words
    no_name_start: Words
    before_noun: Words
    adjuncts: Words
    scene_starts: Words
    after_speaker: Words
    inner_clauses: Words
    before_time: Words
    source_ends: Words
    inside_names: Words
    behind_named: Words
    day_words: Words
    according_heads: Words
    negators: Words
    modals: Words
    told_times: Words
    refusals: Words
    performed: Words
    goes_on: Words
    prompting: Words
    causatives: Words
    impersonal: Words
    nobody: Words
    no_names: Words
    shouted: Words
    """Small words that in capitals are short for a name ("US", "WHO")."""
    speech: Mapping[str, Words]
    """Words, each one token, of which one stands wherever somebody says something without marks.

    Each with those of which one stands in the same sentence then, so far as only some do ("come": "back").
    """


def grammar_of(lexicon: Lexicon) -> Grammar:
    """The grammar of quotes of a language."""
    classes = word_classes(lexicon)
    nouns = lexicon.room(role_nouns)
    particles = lexicon.words("names", "particles")
    either = classes.times | classes.prepositions
    verbs = verb_table(lexicon)
    claims, polls = lexicon.words("cues", "nouns"), lexicon.words("cues", "polls")
    own = lexicon.words("cues", "own")
    shouted = classes.breaks | classes.pronouns | classes.recipients
    according = _according(classes)
    return Grammar(
        **{field.name: getattr(classes, field.name) for field in fields(WordClasses)},
        language=lexicon.language,
        verbs=verbs,
        auxiliaries=lexicon.words("cues", "around", "auxiliaries"),
        adverbs=lexicon.words("cues", "around", "adverbs"),
        claim_nouns=claims,
        own_words=own,
        remarks=own | claims | lexicon.words("cues", "remarks"),
        issuing=lexicon.words("cues", "issuing"),
        shown=lexicon.words("cues", "shown"),
        polls=polls,
        polled=lexicon.words("cues", "polled"),
        doers=lexicon.words("speakers", "doer_ends"),
        issued=lexicon.words("roles", "documents"),
        pictures=lexicon.words("roles", "pictures"),
        habit_forms=lexicon.words("marks", "habit", "forms"),
        particles=particles,
        role_nouns=nouns,
        names_too=lexicon.room(names_too),
        roles=nouns | lexicon.words("roles", "modifiers"),
        bodies=lexicon.words("roles", "bodies"),
        time_or_preposition=either,
        no_name_start=either | classes.breaks,
        before_noun=classes.determiners | classes.inner_prepositions,
        adjuncts=classes.prepositions | classes.adjunct_openers,
        scene_starts=(either | classes.breaks) - classes.all_persons,
        after_speaker=either | classes.behind_speaker,
        inner_clauses=classes.relatives | classes.scene_openers | classes.complementizers,
        before_time=either | classes.determiners,
        source_ends=classes.breaks - classes.source_continues,
        inside_names=particles | classes.name_joins,
        behind_named=particles | classes.behind_name,
        day_words=classes.times | classes.date_words,
        according_heads=according,
        modals=lexicon.words("cues", "unsaid"),
        told_times=lexicon.words("cues", "told_times"),
        refusals=lexicon.words("cues", "refusals"),
        performed=lexicon.words("cues", "performed"),
        goes_on=lexicon.words("cues", "goes_on"),
        prompting=lexicon.words("cues", "prompting"),
        causatives=lexicon.words("cues", "causatives"),
        impersonal=lexicon.words("speakers", "body_pronoun"),
        nobody=lexicon.words("speakers", "nobody"),
        shouted=frozenset(word for word in shouted if 1 < len(word) < 4),
        no_names=lexicon.words("names", "not_names") | lexicon.words("names", "leading"),
        speech=_speech(lexicon, classes, verbs),
        negators=frozenset(row["word"] for row in lexicon.rows("negations", "words")),
    )


def _according(classes: WordClasses) -> Words:
    """The first words of the phrases that mean "according to"."""
    return frozenset(phrase.split()[0] for phrase in classes.according)


def _speech(lexicon: Lexicon, classes: WordClasses, verbs: VerbTable) -> dict[str, Words]:
    """The words of speech of a language, each with what it asks for beside it; nothing where it may stand alone."""
    own, polls = lexicon.words("cues", "own"), lexicon.words("cues", "polls")
    alone = dict.fromkeys({":"} | own | polls | _according(classes), Words())
    claims = dict.fromkeys(lexicon.words("cues", "nouns"), classes.complementizers)
    return claims | {word: _tails(forms, claims.get(word, Words())) for word, forms in verbs.items()} | alone


def _tails(forms: Iterable[Verb], more: Words) -> Words:
    """The words behind the first of verbs that all have more than one, and `more`; none where one has no other."""
    tails = [verb.tail[:1] for verb in forms]
    return more.union(*tails) if all(tails) else Words()
