"""The table `speech` and the verbs of a language, compiled: what the phrases of attribution are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from audit.lexicon.language import Lexicon
from audit.text.patterns import alternatives

SAID = "\ue000"
"""What stands, letter for letter, for marked words and their marks."""
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\t"), " ")
_PLAIN = str.maketrans({**_BLANKS, ord("’"): "'", ord("ʼ"): "'"})
CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
WORD = r"[^\W\d_][\w'’-]*\w|[^\W\d_]"


def plain(text: str) -> str:
    """The text with one kind of blank and of apostrophe, letter for letter."""
    return text.translate(_PLAIN)


def either(words: Iterable[str]) -> str:
    """An alternation of phrases, each also with a capital first letter."""
    forms = {form for word in words for form in (word, word[:1].upper() + word[1:])}
    return f"(?:{alternatives(forms)})" if forms else "(?!)"


def spaced(words: Iterable[str]) -> str:
    """Phrases with the blank behind them that all but those with an apostrophe or a hyphen at their end have."""
    known = [*words]
    open_ends = [word + ("" if word.endswith(("'", "-")) else " ") for word in known]
    return either(open_ends)


@dataclass(frozen=True, slots=True)
class Speech:
    """The patterns of one language; all match in text that `plain` made, marked words masked."""

    verb: re.Pattern[str]
    clause_verb: re.Pattern[str]
    verb_and_pronoun: re.Pattern[str]
    that: re.Pattern[str]
    name: re.Pattern[str]
    title: re.Pattern[str]
    article: re.Pattern[str]
    indefinite: re.Pattern[str]
    counted: re.Pattern[str]
    of: re.Pattern[str]
    of_body: re.Pattern[str]
    according: re.Pattern[str]
    holding: re.Pattern[str]
    told: re.Pattern[str]
    asked: re.Pattern[str]
    citing: re.Pattern[str]
    clause_end: re.Pattern[str]
    adverb: re.Pattern[str]
    outlet_noun: re.Pattern[str]
    pronoun: re.Pattern[str]
    drops_pronoun: bool
    capital_articles: tuple[str, ...]
    roles: frozenset[str]
    unnamed: frozenset[str]
    media: frozenset[str]
    organisations: frozenset[str]
    documents: frozenset[str]
    agencies: frozenset[str]
    outlet_nouns: frozenset[str]
    portfolios: frozenset[str]
    behind: re.Pattern[str]
    hearer: re.Pattern[str]
    reaching: re.Pattern[str]
    naming: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    small: frozenset[str]
    joined: re.Pattern[str]


def speech_of(lexicon: Lexicon) -> Speech:
    """A language's tables `speech`, `cues` and `closed_classes` to their patterns."""
    words = {name: lexicon.words("speech", name) for name in lexicon.table("speech")}
    pronouns = lexicon.words("closed_classes", "pronouns")
    articles = spaced(words["definite"])
    inverted = alternatives(words.get("inverted", ()))
    return Speech(
        verb=re.compile(_verbs(lexicon, marks=True)),
        clause_verb=re.compile(_verbs(lexicon, marks=False)),
        verb_and_pronoun=re.compile(_inverted(lexicon, inverted) if inverted else "(?!)"),
        that=re.compile(rf" {spaced(words['that'])}"),
        name=re.compile(_names(words["particles"])),
        title=re.compile(rf"(?:{articles})?{spaced(words['titles'])}"),
        article=re.compile(articles),
        indefinite=re.compile(spaced(words["indefinite"] | words["counted"])),
        counted=re.compile(spaced(words["counted"])),
        of=re.compile(spaced(words["of"])),
        of_body=re.compile(rf"\b{spaced(words['of'])}(?:{articles})?{CAPITAL}"),
        according=re.compile(rf"\b{spaced(words['according'])}"),
        holding=re.compile(rf"{spaced(words['holding'])}"),
        told=re.compile(rf"\b{spaced(words['told'])}(?:{articles})?"),
        asked=re.compile(rf"\b{spaced(words['asked'])}(?:{articles})?"),
        citing=re.compile(rf"\b{spaced(words['citing'])}"),
        clause_end=re.compile(rf", {either(words['clause_ends'])}(?![^\W-])"),
        adverb=re.compile(rf"(?: {either(lexicon.words('cues', 'around', 'adverbs'))})?"),
        outlet_noun=re.compile(
            rf"(?:{articles})?({alternatives(words['outlet_nouns'])}) "
            rf"(?:(?!{spaced(words['of'])}|{articles}|{spaced(words['behind'])})[a-zà-ÿ]+ ){{0,2}}"
        ),
        pronoun=re.compile(rf"{either(pronouns)}(?![\w'-])"),
        drops_pronoun=not inverted,
        capital_articles=tuple(sorted(words["capital_articles"])),
        roles=words["roles"],
        unnamed=words["unnamed"],
        media=words["media"],
        organisations=words["organisations"],
        documents=words["documents"],
        agencies=words["agency_nouns"],
        outlet_nouns=words["outlet_nouns"],
        portfolios=words["portfolios"],
        behind=re.compile(rf" (?:{either(words['behind'])}(?:(?<=')|(?![\w-])))"),
        reaching=re.compile(rf"(?<![\w-]){either(words['reaching'])}$"),
        hearer=re.compile(rf" {either(words['hearers'])}(?![\w-])"),
        naming=words["naming"],
        male=lexicon.words("closed_classes", "male"),
        female=lexicon.words("closed_classes", "female"),
        small=frozenset().union(words["definite"], words["behind"], words["according"], words["told"], words["of"]),
        joined=re.compile(rf" ?, ?| (?:{alternatives(words['joins'])}) "),
    )


def _forms(lexicon: Lexicon, field: str, *, marks: bool) -> set[str]:
    """The forms of the verbs that say something; with `marks` also of those that do so only beside marked words."""
    rows = (row for row in lexicon.rows("cues", "verb") if marks or "needs" not in row)
    return {form for row in rows for form in row.get(field, ())}


def _verbs(lexicon: Lexicon, *, marks: bool) -> str:
    """Verbs of saying as they stand: "explique", "a également expliqué"."""
    auxiliaries, adverbs = (lexicon.words("cues", "around", field) for field in ("auxiliaries", "adverbs"))
    alone, behind = (either(_forms(lexicon, field, marks=marks)) for field in ("forms", "participles"))
    adverb = f"(?:{either(adverbs)} )?"
    return rf"(?:{either(auxiliaries)} {adverb}{behind}|{adverb}{alone})(?![\w'-])"


def _inverted(lexicon: Lexicon, pronouns: str) -> str:
    """Verbs of saying with their pronoun behind them: "explique-t-il", "a-t-elle expliqué"."""
    auxiliaries, adverbs = (lexicon.words("cues", "around", field) for field in ("auxiliaries", "adverbs"))
    alone, behind = (either(_forms(lexicon, field, marks=True)) for field in ("forms", "participles"))
    with_aux = rf"{either(auxiliaries)}(?P<aux>{pronouns}) (?:{either(adverbs)} )?{behind}"
    return rf"(?:{with_aux}|{alone}(?P<alone>{pronouns}))(?![\w'-])"


def _names(particles: Iterable[str]) -> str:
    """A run of capitalised words with the particles between them; initials among them."""
    word = rf"(?:(?:[DdO]')?{CAPITAL}(?:[\w'-]*\w)?(?:\.(?<=\b{CAPITAL}\.))?)"
    return rf"{word}(?: (?:{spaced(particles)}){{0,2}}{word}){{0,6}}(?![\w'])"
