"""A lexicon to its closed word classes: each list of `closed_classes.toml` as a field of one record.

Invariant: the fields are the lists that a table may hold; a language that lacks one has it empty.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from audit.lexicon.language import Lexicon
from audit.lexicon.schema import SchemaError

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Closed word classes of one language; what each is for is said beside it in the table."""

    pronouns: Words
    determiners: Words
    breaks: Words
    prepositions: Words
    times: Words
    openers: Words
    recipients: Words
    stops: Words
    be_forms: Words
    finite: Words
    infinitive_mark: Words
    leads_infinitive: Words
    noun_markers: Words
    inner_prepositions: Words
    before_verb: Words
    fixed_adverbs: Words
    no_adverbs: Words
    hearer_verbs: Words
    asking_verbs: Words
    hearer_links: Words
    hearer_joins: Words
    join_fillers: Words
    complementizers: Words
    clause_openers: Words
    coordinators: Words
    clause_joins: Words
    counter_joins: Words
    background_openers: Words
    background_persons: Words
    pair_joins: Words
    free_relatives: Words
    heads: Words
    supposing: Words
    asking_helpers: Words
    remark_openers: Words
    insertion_remarks: Words
    label_ends: Words
    object_ends: Words
    hedging_prepositions: Words
    time_modifiers: Words
    adjunct_openers: Words
    adjunct_ends: Words
    scene_openers: Words
    behind_speaker: Words
    according: Words
    source_continues: Words
    relatives: Words
    possessive_relatives: Words
    personal_subjects: Words
    third_persons: Words
    male: Words
    female: Words
    all_persons: Words
    possessives: Words
    demonstratives: Words
    coordinated_after: Words
    participle_after: Words
    quoting: Words
    quoted_as: Words
    blamed_for: Words
    agent_marks: Words
    named_before: Words
    having: Words
    author_marks: Words
    with_subject: Words
    subject_joins: Words
    time_leads: Words
    apposition_openers: Words
    name_joins: Words
    name_joins_before_article: Words
    articles: Words
    number_leads: Words
    no_leading_particles: Words
    title_openers: Words
    of: Words
    role_prepositions: Words
    behind_name: Words
    date_words: Words
    before_subject: Words
    sentence_openers: Words
    stresses_owner: Words
    leads_own_words: Words
    borrows_words: Words
    leads_eyes: Words
    how_links: Words
    parted: Words
    indefinite: Words
    own_voice: frozenset[str]


def word_classes(lexicon: Lexicon) -> WordClasses:
    """The closed word classes of a language. Raises SchemaError for a list that no field stands for."""
    unknown = set(lexicon.table("closed_classes")).difference(f.name for f in fields(WordClasses))
    if unknown:
        raise SchemaError(f"{lexicon.language}/closed_classes.toml: {', '.join(sorted(unknown))}: no such class")
    return WordClasses(**{f.name: lexicon.words("closed_classes", f.name) for f in fields(WordClasses)})
