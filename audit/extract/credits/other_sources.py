"""Sources that are no outlets: "according to police", "the Pentagon announced", "reportedly"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from audit.extract.credits.after_cue import article_before_words, numbered, read_source
from audit.extract.credits.outlet_phrases import Framed, spoken_to
from audit.extract.reading import Document
from audit.extract.sources.bodies import is_state
from audit.extract.sources.capitals import word_set
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import article_before
from audit.extract.sources.unnamed import is_definite, phrase_start, unnamed_in, unnamed_source
from audit.lexicon.language import Lexicon
from audit.records import CARRIERS, CreditRelation, Source, SourceKind, Span
from audit.text.parts_of_speech import ADJECTIVE, PARTICIPLE, known_as
from audit.text.patterns import Phrases, alternatives, phrases_of, whole_words

_BEFORE = 40  # characters before a phrase that credits nobody
_FRAME = 4  # words in which "there are" stands before rumours
_BODY = 90  # characters between a phrase and the verb in which a body is named


def _source_words(lexicon: Lexicon) -> Phrases:
    entries = lexicon.rows("credits", "source")
    forms = [f for e in entries for w in e["words"] for f in (w, w[0].upper() + w[1:])]
    return phrases_of(forms, rf"{whole_words(forms)}\s+")


def phrases(doc: Document) -> Iterator[Framed]:
    """Sources after "according to" and "citing" that carry nothing for others; whoever that is must be sayable."""
    for cue in doc.find(doc.lexicon.room(_source_words)):
        sentence = doc.sentence_at(cue.start())
        if sentence is None or doc.is_quoted(cue.start()):
            continue
        read = read_source(doc, cue.end(), sentence.end)
        if read is not None and read[0].kind not in CARRIERS:
            rule = "according_to" if cue.group().casefold().startswith(("acc", "in")) else "citing"
            yield Framed(Span(cue.start(), read[1].end), read[1], read[0], rule, _relation(read[0]))


def _relation(source: Source) -> CreditRelation:
    named = source.kind in {SourceKind.PERSON, SourceKind.ORGANISATION}
    return CreditRelation.QUOTES if named else CreditRelation.RELAYS


def _body_verbs(lexicon: Lexicon) -> re.Pattern[str]:
    adverb = rf"(?:\s+(?:{alternatives(lexicon.words('credits', 'adverbs'))}),?)"
    verbs = alternatives(lexicon.words("credits", "body_verbs"))
    aside = lexicon.pattern("credit_patterns", "body_aside").pattern
    return re.compile(rf"(?:\s\([^()]{{1,20}}\))?{aside}{adverb}{{0,4}}\s+(?:{verbs})\b")


def bodies(doc: Document) -> Iterator[Framed]:
    """Bodies and seats of government that announce, accuse or confirm."""
    for name in doc.names:
        if doc.is_quoted(name.span.start) or not _asserts_as_body(doc, name.surface, name.kind):
            continue
        verb = doc.lexicon.room(_body_verbs).match(doc.text, name.span.end, name.span.end + 130)
        sentence = doc.sentence_at(name.span.start)
        if verb is None or sentence is None or not is_subject(doc, sentence.start, name.span.start):
            continue
        article = article_before(doc.text, name.span.start, doc.rules)
        full = article.capitalize() + name.full
        span = Span(name.span.start - len(article), verb.end())
        yield Framed(
            span, name.span, Source(full, SourceKind.ORGANISATION, (name.surface,)), "announced", CreditRelation.QUOTES
        )


def _stated(lexicon: Lexicon) -> Phrases:
    occasions = lexicon.words("credits", "stated")
    when = lexicon.pattern("credit_patterns", "stated_when").pattern
    return phrases_of(occasions, rf"{whole_words(occasions)}{when}, ")


def _stating(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = alternatives(lexicon.words("credits", "stated", "verbs"))
    return re.compile(rf" {lexicon.pattern('credit_patterns', 'verb_adverbs').pattern}(?:{verbs})\b")


def statements(doc: Document) -> Iterator[Framed]:
    """Bodies that say something in writing: "In a statement, Orrin Fire and Rescue said"."""
    for cue in doc.find(doc.lexicon.room(_stated)):
        sentence = doc.sentence_at(cue.start())
        if sentence is None or doc.is_quoted(cue.start()):
            continue
        body = _body_between(doc, cue.end(), sentence.end, doc.lexicon.room(_stating))
        if body is not None:
            source, name, end = body
            yield Framed(Span(cue.start(), end), name, source, "announced", CreditRelation.QUOTES)


def _body_between(doc: Document, at: int, limit: int, verbs: re.Pattern[str]) -> tuple[Source, Span, int] | None:
    """The body that the words between a phrase and its verb name in full, and where the verb ends."""
    verb = verbs.search(doc.text, at, min(limit, at + _BODY))
    read = read_source(doc, at, verb.start()) if verb else None
    if verb is None or read is None or read[0].kind is not SourceKind.ORGANISATION or read[1].end != verb.start():
        return None
    return read[0], read[1], verb.end()


def _paper_before(lexicon: Lexicon) -> re.Pattern[str]:
    """ "A new study", "Data" right before "by" or "from": of `data` the body itself is credited."""
    papers, data = lexicon.words("credits", "papers"), lexicon.words("credits", "papers", "data")
    forms = alternatives(form for w in data for form in (w, w[0].upper() + w[1:]))
    return re.compile(rf"\b(?:{alternatives(papers)}|(?P<data>{forms})) $")


def _showing(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = alternatives(lexicon.words("credits", "papers", "verbs"))
    return re.compile(rf" {lexicon.pattern('credit_patterns', 'finding_adverbs').pattern}(?:{verbs})\b")


def papers(doc: Document) -> Iterator[Framed]:
    """Documents of a body that find or show something: "A report by the World Health Organization found"."""
    for cue in doc.lexicon.pattern("credit_patterns", "of_a_body").finditer(doc.text):
        paper = doc.lexicon.room(_paper_before).search(doc.text, max(0, cue.start() - 20), cue.start())
        sentence = doc.sentence_at(cue.start()) if paper else None
        if paper is None or sentence is None or doc.is_quoted(cue.start()):
            continue
        body = _body_between(doc, cue.end(), sentence.end, doc.lexicon.room(_showing))
        if body is not None:
            yield _published(doc, sentence, paper, *body)


def _circulated(lexicon: Lexicon) -> Phrases:
    """A document and who made it known: "a draft decree circulated by"."""
    nouns = lexicon.words("credits", "papers") | lexicon.words("credits", "papers", "drafts")
    by = lexicon.pattern("credit_patterns", "circulated_by").pattern
    return phrases_of(nouns, rf"(?<![\w-])(?:{alternatives(nouns)}){by}")


def circulated(doc: Document) -> Iterator[Framed]:
    """Documents that a body made known and that say something: "A draft decree circulated by the ministry foresees"."""
    for cue in doc.find(doc.lexicon.room(_circulated)):
        sentence = doc.sentence_at(cue.start())
        if sentence is None or doc.is_quoted(cue.start()) or not known_as(cue[1], PARTICIPLE):
            continue
        start = phrase_start(doc.text, cue.start(), sentence.start, doc.rules)
        opens = not any(map(str.isalnum, doc.text[sentence.start : start]))
        body = _body_between(doc, cue.end(), sentence.end, doc.lexicon.room(_showing_later)) if opens else None
        if body is not None:
            name = Span(start, body[1].end)
            yield Framed(Span(start, body[2]), name, _paper(name.of(doc.text)), "papers", CreditRelation.RELAYS)


def _showing_later(lexicon: Lexicon) -> re.Pattern[str]:
    when = lexicon.pattern("credit_patterns", "told_when").pattern
    return re.compile(rf"{when}{lexicon.room(_showing).pattern}")


def numbered_again(doc: Document) -> Iterator[Framed]:
    """A document known by its number, named again by its noun: "the paper shows", after "Paper 117"."""
    held = list(doc.lexicon.room(numbered).finditer(doc.text)) if any(map(str.isdigit, doc.text)) else []
    article = doc.lexicon.pattern("credit_patterns", "definite_article").pattern
    ends = [*(one.start() for one in held[1:]), len(doc.text)]
    for last, after in zip(held, ends, strict=False):
        again = re.compile(rf"{article}({last['noun'].casefold()}){doc.lexicon.room(_showing).pattern}")
        for found in again.finditer(doc.text, last.end(), after):
            if doc.sentence_at(found.start()) and not doc.is_quoted(found.start()):
                source = Source(last["name"], SourceKind.DOCUMENT, (found[1],))
                yield Framed(Span(*found.span()), Span(*found.span(1)), source, "papers", CreditRelation.RELAYS)


def _polls(lexicon: Lexicon) -> Phrases:
    nouns = lexicon.words("credits", "document_nouns", "polls")
    after = lexicon.pattern("credit_patterns", "poll_for").pattern
    fronted = lexicon.pattern("credit_patterns", "poll_fronted").pattern
    told = rf"{after}(?={lexicon.room(_showing).pattern})|(?P<fronted>{fronted})"
    return phrases_of(nouns, rf"\b(?P<poll>{alternatives(nouns)})(?:{told})")


def polls(doc: Document) -> Iterator[Framed]:
    """Polls that are called by who made them: "a Questa poll shows"."""
    for cue in doc.find(doc.lexicon.room(_polls)):
        sentence, end = doc.sentence_at(cue.start()), cue.start() - 1
        maker = next((name for name in doc.names_in(Span(end - 1, end)) if name.span.end == end), None)
        if sentence is None or maker is None or doc.is_quoted(cue.start()):
            continue
        joint = doc.lexicon.pattern("credit_patterns", "joint_before").search(
            doc.text, sentence.start, maker.span.start
        )
        whole = Span(joint.start() if joint else maker.span.start, cue.end("poll"))
        name = Span(whole.start + len(article_before_words(doc, whole)), whole.end)
        if not _makes_polls(doc, maker, name.start) or (cue["fronted"] and not _is_fronted(doc, sentence, name)):
            continue
        verb = doc.lexicon.room(_showing).match(doc.text, cue.end())
        source = Source(name.of(doc.text), SourceKind.DOCUMENT, (name.of(doc.text),))
        yield Framed(
            Span(name.start, verb.end() if verb else cue.end("poll")), name, source, "papers", CreditRelation.RELAYS
        )


def _is_fronted(doc: Document, sentence: Span, name: Span) -> bool:
    """Whether a poll stands at the head of its sentence: "In a Questa poll, nine in ten"."""
    fronted = doc.lexicon.pattern("credit_patterns", "poll_before")
    return fronted.fullmatch(doc.text, sentence.start, name.start) is not None


def _makes_polls(doc: Document, maker: Name, start: int) -> bool:
    """Whether a name tells who asked, not of whom or when: "a Questa poll", not "a British poll", "a Monday poll"."""
    words = maker.surface.split()
    lone = len(words) == 1 and (
        known_as(words[0].casefold(), ADJECTIVE) or words[0].casefold() in word_set("not_names")
    )
    before = "".join(doc.text[max(0, start - 7) : start].split()[-1:])
    article = doc.lexicon.pattern("credit_patterns", "article_before").fullmatch(f"{before} ")
    asked = article is not None or maker.kind is SourceKind.ORGANISATION
    return asked and not lone and not is_state(maker.surface)


def _published(doc: Document, sentence: Span, paper: re.Match[str], source: Source, name: Span, end: int) -> Framed:
    start = paper.start()
    if not paper["data"]:
        start = phrase_start(doc.text, start, sentence.start, doc.rules)
        name = Span(start, name.end)
        source = _paper(name.of(doc.text))
    return Framed(Span(start, end), name, source, "papers", _relation(source))


def _paper(surface: str) -> Source:
    return Source(surface[0].lower() + surface[1:], SourceKind.DOCUMENT, (surface,))


def _nameless(lexicon: Lexicon) -> tuple[Phrases, re.Pattern[str]]:
    """Nouns of nameless sources; and what goes on with one up to its verb ("close to the club", then "say")."""
    close, perfect = alternatives(lexicon.words("anonymity", "familiar")), lexicon.pattern("credit_patterns", "perfect")
    verbs = alternatives(lexicon.words("credits", "unnamed_said", "verbs"))
    goes_on = rf"(?P<more>(?: (?:{close})(?: [\w’'-]+){{1,5}}?)?) {perfect.pattern}(?:{verbs})\b"
    return phrases_of(lexicon.words("credits", "unnamed_said")), re.compile(goes_on)


def unnamed_said(doc: Document) -> Iterator[Framed]:
    """Sources without a name that say something: "Sources close to the club say"; not who was told of before."""
    nouns, goes_on = doc.lexicon.room(_nameless)
    for noun in doc.find(nouns):
        sentence = doc.sentence_at(noun.start())
        verb = goes_on.match(doc.text, noun.end(), min(sentence.end, noun.end() + _BODY)) if sentence else None
        if sentence is None or verb is None or doc.is_quoted(noun.start()):
            continue
        found = next(unnamed_in(doc.text, Span(max(sentence.start, noun.start() - _BODY), noun.end()), doc.rules), None)
        if found is None or found.span.end != noun.end() or _is_known(doc, found.span):
            continue
        found = replace(found, span=Span(found.span.start, verb.end("more")))
        source = unnamed_source(doc.text, found)
        yield Framed(Span(found.span.start, verb.end()), found.span, source, "unnamed_said", CreditRelation.RELAYS)


def _is_known(doc: Document, phrase: Span) -> bool:
    """Whether a phrase points back to somebody: "the source", "their sources"."""
    before = "".join(doc.text[max(0, phrase.start - 7) : phrase.start].split()[-1:]).casefold()
    return is_definite(phrase.of(doc.text)) or before in doc.lexicon.words("credits", "known_before")


def _asserts_as_body(doc: Document, surface: str, kind: SourceKind) -> bool:
    return kind is SourceKind.ORGANISATION or surface.casefold() in doc.lexicon.words("credits", "metonyms")


def is_subject(doc: Document, floor: int, at: int) -> bool:
    """Whether nothing before the name makes it a part of something: "a meeting in Washington confirmed"."""
    article = doc.lexicon.words("credits", "subject_blocked", "articles")
    before = doc.text[max(floor, at - 40) : at].split()
    while before and before[-1] in article:
        before.pop()
    return not before or before[-1] not in doc.lexicon.words("credits", "subject_blocked")


def _agentless(lexicon: Lexicon) -> tuple[Phrases, dict[str, tuple[str, str]]]:
    """The phrases, and of each its rule and what its source is called."""
    rules = {w: (e["id"], e["name"]) for e in lexicon.rows("credits", "agentless") for w in e["words"]}
    return phrases_of(rules), rules


def agentless(doc: Document) -> Iterator[Framed]:
    """Phrases that credit nobody in particular."""
    phrases, rules = doc.lexicon.room(_agentless)
    for cue in doc.find(phrases):
        sentence = doc.sentence_at(cue.start())
        if sentence is None or doc.is_quoted(cue.start()) or not _nobodys(doc, cue, sentence):
            continue
        span = Span(*cue.span())
        rule, name = rules[cue.group()]
        yield Framed(span, span, Source(name, SourceKind.VAGUE, (cue.group(),)), rule, CreditRelation.RELAYS)


def _media_nouns(lexicon: Lexicon) -> Phrases:
    return phrases_of(lexicon.words("credits", "media_said") | lexicon.words("credits", "media_told"))


def _media_verbs(lexicon: Lexicon) -> re.Pattern[str]:
    adverbs = alternatives(lexicon.words("credits", "adverbs"))
    verbs = alternatives(lexicon.words("credits", "media_said", "verbs"))
    return re.compile(rf"(?:, [^,.;“”]{{1,80}},)?(?:\s(?:{adverbs})){{0,3}}\s(?:{verbs})\b")


def _media_kinds(lexicon: Lexicon) -> re.Pattern[str]:
    kinds = alternatives(lexicon.words("credits", "media_said", "kinds"))
    return re.compile(rf"(?:\b[A-Z][\w-]+ |\b(?:{kinds}) ){{1,2}}$", re.ASCII)


def media_said(doc: Document) -> Iterator[Framed]:
    """Media without a name, that report something or to whom somebody spoke."""
    for noun in doc.find(doc.lexicon.room(_media_nouns)):
        sentence = doc.sentence_at(noun.start())
        if sentence is None or doc.is_quoted(noun.start()):
            continue
        framed = _media_reported(doc, sentence, noun) or _media_told(doc, sentence, noun)
        if framed is not None:
            yield framed


def _media_reported(doc: Document, sentence: Span, noun: re.Match[str]) -> Framed | None:
    """ "South Korean media reported"."""
    if noun.group() not in doc.lexicon.words("credits", "media_said"):
        return None
    verb = doc.lexicon.room(_media_verbs).match(doc.text, noun.end(), noun.end() + 130)
    floor = max(sentence.start, noun.start() - 32)
    kinds = doc.lexicon.room(_media_kinds).search(doc.text, floor, noun.start()) if verb else None
    if verb is None or kinds is None:
        return None
    return _media_framed(doc, Span(kinds.start(), verb.end()), Span(kinds.start(), noun.end()), "media_said")


def _told_kinds(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before "television" in "told a Russian state television", and the names that must not follow it."""
    kinds = alternatives(lexicon.words("credits", "media_told", "kinds"))
    nouns = alternatives(lexicon.words("credits", "media_told", "followed"))
    before = lexicon.pattern("credit_patterns", "told_before").pattern
    article = lexicon.pattern("credit_patterns", "article_in_between").pattern
    return re.compile(rf"{before}(?:{kinds}) $"), re.compile(rf"-|(?: {nouns})?{article} [A-Z\d]")


def _media_told(doc: Document, sentence: Span, noun: re.Match[str]) -> Framed | None:
    """ "told state television"; before a name it only describes that."""
    kinds = doc.lexicon.words("credits", "media_told", "kinds")
    if not doc.text[max(sentence.start, noun.start() - 20) : noun.start()].endswith(tuple(f"{k} " for k in kinds)):
        return None
    before, after = doc.lexicon.room(_told_kinds)
    kind = before.search(doc.text, max(sentence.start, noun.start() - 60), noun.start())
    start = spoken_to(doc, sentence, kind.start()) if kind and not after.match(doc.text, noun.end()) else None
    if kind is None or start is None:
        return None
    return _media_framed(doc, Span(start, noun.end()), Span(kind.start(), noun.end()), "media_told")


def _media_framed(doc: Document, span: Span, name: Span, rule: str) -> Framed:
    words = name.of(doc.text)
    return Framed(span, name, Source(words, SourceKind.VAGUE, (words,)), rule, CreditRelation.RELAYS)


def _nobodys(doc: Document, cue: re.Match[str], sentence: Span) -> bool:
    """Whether "reports" are not somebody's and tell something, and "rumours" are told."""
    words, before = cue.group(), doc.text[max(sentence.start, cue.start() - _BEFORE) : cue.start()].casefold().split()
    if words.casefold() in doc.lexicon.words("credits", "reports_after", "nouns"):
        return _tell(doc, words, before, Span(cue.end(), sentence.end))
    if words.startswith("reports"):
        return not before or before[-1] in doc.lexicon.words("credits", "reports_after")
    stems = tuple(doc.lexicon.words("credits", "rumours_after", "stems"))
    return not words.casefold().startswith(stems) or _are_told(doc, words, before)


def _reports_say(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = lexicon.words("credits", "papers", "verbs") | lexicon.words("credits", "unnamed_said", "verbs")
    return re.compile(rf" {lexicon.pattern('credit_patterns', 'finding_adverbs').pattern}(?:{alternatives(verbs)})\b")


def _tell(doc: Document, words: str, before: list[str], behind: Span) -> bool:
    """Whether reports say something, are cited, or there are some; not "he dismissed news reports"."""
    framed = doc.lexicon.words("credits", "rumours_after") | doc.lexicon.words("credits", "reports_after", "framed")
    cited = before[-1:] and before[-1] in doc.lexicon.words("credits", "citing_forms")
    which = words.split()[-1] in doc.lexicon.words("closed_classes", "complementizers")  # "reports that show"
    says = not which and doc.lexicon.room(_reports_say).match(doc.text, *behind)
    none = before[-1:] and before[-1] in doc.lexicon.words("credits", "reports_after", "none")
    return not none and bool(cited or says or not framed.isdisjoint(before[-_FRAME:]))


def _are_told(doc: Document, cue: str, before: list[str]) -> bool:
    """Whether "there are rumours that", or something "is widely rumoured"; not what somebody spreads or denies."""
    if " " in cue:
        return not doc.lexicon.words("credits", "rumours_after").isdisjoint(before[-_FRAME:])
    verb = next((word for word in reversed(before) if not word.endswith("ly")), "")
    return verb.replace("’", "'") in doc.lexicon.words("credits", "rumours_after", "being")
