"""Phrases of credit around the names of outlets: "told CNN", "the Times reported", "wrote on Telegram".

Every mention is looked at once, with a bounded stretch on either side, so that time stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from string import ascii_lowercase

from audit.extract.credits.headlines import headline_credit
from audit.extract.credits.outlet_mention import OutletMention, is_agency
from audit.extract.credits.outlets_named import Carriers
from audit.extract.credits.programmes import is_aired
from audit.extract.quotes.verbs import verb_table
from audit.extract.reading import Document
from audit.lexicon.language import Lexicon
from audit.records import CreditRelation, Source, SourceKind, Span
from audit.text.parts_of_speech import CONJUNCTION, MODAL, PAST, PREPOSITION, THIRD, known_as
from audit.text.patterns import Phrases, alternatives, phrases_of

LEFT, RIGHT = 110, 150  # characters looked at before and after a name
_BELOW = 8  # characters in which the next paragraph begins
_BEFORE_INVERTED = tuple(",”\"’'—–")


@dataclass(frozen=True, slots=True)
class Framed:
    """A source inside a phrase of credit. `span` is the phrase with the name; `name` the name alone."""

    span: Span
    name: Span
    source: Source
    rule: str
    relation: CreditRelation
    own: bool = False
    cited: bool = False  # named by "citing" or "quoting": it stands behind the outlet that cites it

    @property
    def carries(self) -> bool:
        """Whether it passes on what others said."""
        return self.source.kind not in _FIRST_HAND or self.rule in {"media_said", "media_told"}


Chain = tuple[Framed, ...]
"""The sources of one path, nearest to the article first."""

_WORD = re.compile(r"[a-z]+")
_GOES_ON = frozenset(ascii_lowercase)
_MARKS = frozenset("“\"‘'")
_NO_OBJECT = (PREPOSITION, CONJUNCTION, THIRD, PAST, MODAL)
"""Classes of words that no object begins with."""
_SPOKEN = frozenset({"told", "interview", "statement_to", "reported_by"})
_HANDLE = re.compile(r"@(?<![\w@./]@)\w{2,30}\b(?!\.\w)")
_FIRST_HAND = frozenset(
    {
        SourceKind.PERSON,
        SourceKind.ORGANISATION,
        SourceKind.DOCUMENT,
        SourceKind.DATASET,
        SourceKind.OCCASION,
        SourceKind.ANONYMOUS,
        SourceKind.VAGUE,
    }
)


def _left(lexicon: Lexicon) -> re.Pattern[str]:
    """A phrase of credit that ends where a name begins, with descriptors and capitalised words between."""
    entries = lexicon.rows("credits", "before")
    groups = "|".join(f"(?P<{e['id']}>{alternatives(_with_capitals(e['words']))})" for e in entries)
    descriptors = alternatives(lexicon.words("credits", "descriptors"))
    small = lexicon.pattern("credit_patterns", "name_between").pattern
    between = rf"(?:{small}|{descriptors}|[A-Z][\w.-]*(?:['’]s?)?)"
    return re.compile(rf"(?<![\w-])(?:{groups})(?:\s+{between}){{0,6}}[\s“\"‘#\[]*$")


def _with_capitals(words: Iterable[str]) -> list[str]:
    return [form for w in words for form in (w, w[0].upper() + w[1:])]


def _right(lexicon: Lexicon) -> re.Pattern[str]:
    """A name's possessive, product, parenthesis and adverbs, and then its verb."""
    entries = lexicon.rows("credits", "verb")
    verbs = "|".join(f"(?P<{e['id']}>{alternatives(e['words'])})" for e in entries[::-1])
    product = rf"(?P<product>\s+(?:{alternatives(lexicon.words('credits', 'products'))}))"
    adverbs = alternatives(_with_capitals(lexicon.words("credits", "adverbs")))
    adverb = rf"(?:\s+(?:{adverbs}|\d{{1,4}}\.?),?)"
    somebody = alternatives(lexicon.words("speakers", "relative_persons"))  # "CNN, founded by Ada Holm, who said so"
    parenthesis = rf"(?:\s?,[^,;.\"“”]{{1,90}},(?!\s+(?:{somebody})\b)|\s\([^()]{{1,60}}\))"
    return re.compile(
        rf"(?:/[A-Z]\w*)?(?:[’']s?)?(?:\s+[A-Z“\"][\w.'’”\"-]*){{0,4}}{product}{{0,2}}(?:\s+[A-Z][\w.'’-]*){{0,3}}"
        rf"{parenthesis}?{adverb}{{0,6}}?,?\s+(?:{verbs})(?![\w-])"
    )


def _relations(lexicon: Lexicon) -> dict[str, CreditRelation]:
    entries = (*lexicon.rows("credits", "before"), *lexicon.rows("credits", "verb"))
    return {e["id"]: CreditRelation(e["relation"]) for e in entries}


def _posting(lexicon: Lexicon) -> re.Pattern[str]:
    """Posting words close before "on Telegram", or anywhere before ", on Telegram"."""
    words = alternatives(lexicon.words("credits", "posting"))
    return re.compile(rf"\b(?:{words})\b{lexicon.pattern('credit_patterns', 'posted_on').pattern}")


def read_frames(doc: Document, carriers: Carriers) -> list[Framed]:
    """Every outlet, agency, platform and aggregator that a phrase credits, in order; not those in quoted words."""
    found: list[Framed] = []
    for carrier in carriers.all:
        sentence = doc.sentence_at(carrier.span.start)
        if sentence is None or (doc.is_quoted(carrier.span.start) and not carrier.title):
            continue
        framed = _frame(doc, carrier, sentence) or _joined(doc, carrier, found)
        if framed is not None and not (found and _repeats(found[-1], framed)):
            found += [*_before_joined(doc, carriers, carrier, framed, found), framed]
    return found


def _repeats(last: Framed, framed: Framed) -> bool:
    """Whether a phrase names the same once more: "on X, formerly Twitter"."""
    return last.source.name == framed.source.name and last.span.meets(framed.span)


def _before_joined(
    doc: Document, carriers: Carriers, carrier: OutletMention, framed: Framed, found: list[Framed]
) -> Iterator[Framed]:
    """The name that shares the verb of this one: "The BBC's Russian service and the website Mediazona counted"."""
    earlier = carriers.before(carrier)
    if framed.span.start < carrier.span.start:
        return
    shared: list[Framed] = []
    between, later = "joined_before", carrier
    while earlier is not None and not (found and found[-1].name == earlier.span):
        link = doc.lexicon.pattern("credit_patterns", between)
        before = doc.text[max(0, earlier.span.start - 3) : earlier.span.start].rstrip()
        inside = between == "listed_before" and before[-1:].isalnum()
        if inside or not link.fullmatch(doc.text, earlier.span.end, later.span.start):
            break  # "He left CNN, the BBC and Le Monde reported" is no list of three
        shared.append(_framed(earlier, Span(earlier.span.start, framed.span.end), framed.rule, framed.relation))
        between, later, earlier = "listed_before", earlier, carriers.before(earlier)
    yield from reversed(shared)


def _frame(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    if doc.lexicon.pattern("credit_patterns", "affiliate").match(doc.text, carrier.span.end):
        return None
    if carrier.source.kind is SourceKind.PLATFORM:
        return _on_platform(doc, carrier, sentence)
    return (
        _reports_below(doc, carrier, sentence)
        or _from_left(doc, carrier, sentence)
        or _from_right(doc, carrier, sentence)
        or _on_programme(doc, carrier, sentence)
        or _in_headline(doc, carrier)
        or _set_off(doc, carrier, sentence)
        or _in_version(doc, carrier, sentence)
    )


def _in_headline(doc: Document, carrier: OutletMention) -> Framed | None:
    span = headline_credit(doc, carrier)
    return _framed(carrier, span, "headline", CreditRelation.RELAYS) if span else None


def _set_off(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """ "From the Courier:" before words that were printed there, in a paragraph of their own."""
    paragraph = doc.paragraph_at(sentence.start)
    opens = doc.lexicon.pattern("credit_patterns", "set_off_before")
    if not opens.fullmatch(doc.text, sentence.start, carrier.span.start) or paragraph in (None, doc.paragraphs[-1]):
        return None
    alone = paragraph is not None and doc.text[carrier.span.end : paragraph.end].strip() == ":"
    return (
        _framed(carrier, Span(sentence.start, carrier.span.end), "reported_by", CreditRelation.RELAYS)
        if alone
        else None
    )


def _reports_below(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """ "The Harbour News Agency reports from Orrin:", a paragraph of its own: all that follows is the agency's."""
    paragraph = doc.paragraph_at(sentence.start)
    if not is_agency(carrier, doc.lexicon) or paragraph in (None, doc.paragraphs[-1]) or carrier.own:
        return None
    line = doc.lexicon.pattern("credit_patterns", "reports_from").match(doc.text, carrier.span.end, paragraph.end)
    if line is None or line.end() < paragraph.end or carrier.span.start != paragraph.start:
        return None
    below = doc.text[paragraph.end : paragraph.end + _BELOW].lstrip()[:1]
    return None if below in _MARKS else _framed(carrier, Span(*paragraph), "set_off", CreditRelation.RELAYS)


def _in_version(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """ "in the Courier's translation"."""
    before, behind = (doc.lexicon.pattern("credit_patterns", side) for side in ("version_before", "version_behind"))
    opens = before.search(doc.text, max(sentence.start, carrier.span.start - 12), carrier.span.start)
    closes = behind.match(doc.text, carrier.span.end) if opens else None
    if opens is None or closes is None:
        return None
    return _framed(carrier, Span(opens.start(), closes.end()), "reported_by", CreditRelation.RELAYS)


def _on_programme(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """What somebody says on a programme: "clarified on “Fox & Friends” that", "on the Fox News program, saying"."""
    if not carrier.title and not is_aired(doc, carrier.span.end):
        return None
    on = doc.lexicon.pattern("credit_patterns", "on_programme").search(doc.text, sentence.start, carrier.span.start)
    if on is None or not _speaks(doc, sentence, on.start()):
        return None
    return _framed(carrier, Span(on.start(), carrier.span.end), "on_air", CreditRelation.RELAYS)


def _speaks(doc: Document, sentence: Span, on: int) -> bool:
    """Whether a verb of saying stands before a place in a sentence, or a participle of one anywhere."""
    return any(word.start() < on or word.group().endswith("ing") for word in verbs_in(doc, sentence))


def says_something(doc: Document, sentence: Span) -> bool:
    """Whether a verb of saying stands in a sentence, outside marks."""
    return next(verbs_in(doc, sentence), None) is not None


def verbs_in(doc: Document, sentence: Span) -> Iterator[re.Match[str]]:
    """The verbs of saying in a sentence, outside marks."""
    verbs = doc.lexicon.room(verb_table)
    return (w for w in _WORD.finditer(doc.text, *sentence) if w.group() in verbs and not doc.is_quoted(w.start()))


def _framed(carrier: OutletMention, span: Span, rule: str, relation: CreditRelation) -> Framed:
    return Framed(span, carrier.span, carrier.source, rule, relation, carrier.own)


def _on_platform(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    start = max(sentence.start, carrier.span.start - 260)
    found = doc.lexicon.room(_posting).search(doc.text, start, carrier.span.start)
    if found is None:
        return _in_a_post(doc, carrier, start) or _via(doc, carrier, sentence)
    return _framed(carrier, Span(found.start(), carrier.span.end), "on_platform", CreditRelation.RELAYS)


def _in_a_post(doc: Document, carrier: OutletMention, start: int) -> Framed | None:
    """ "in a Facebook post"."""
    before = doc.lexicon.pattern("credit_patterns", "in_a").search(doc.text, start, carrier.span.start)
    after = doc.lexicon.room(_platform_posts).match(doc.text, carrier.span.end) if before else None
    if before is None or after is None:
        return None
    return _framed(carrier, Span(before.start(), after.end()), "on_platform", CreditRelation.RELAYS)


def _platform_posts(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" (?:{alternatives(lexicon.words('credits', 'platform_posts'))})\b")


def _via(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    """ "countered via Twitter"; not below a picture ("Courier via YouTube"), nor where nobody says anything."""
    framed = _from_left(doc, carrier, sentence)
    return framed if framed and framed.rule == "via" and says_something(doc, sentence) else None


def _from_left(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    start = max(sentence.start, carrier.span.start - LEFT)
    found = doc.lexicon.room(_left).search(doc.text, start, carrier.span.start)
    if found is None:
        return _from_afar(doc, carrier, start)
    rule = str(found.lastgroup)
    if rule == "inverted" and not _is_inverted(doc, found.start(), sentence.start, carrier.span.end):
        return None
    if rule == "source_line" and not _is_source_line(doc, found.start(), sentence.start, carrier.span.end):
        return None
    if rule == "via" and _is_picture_line(doc.text[sentence.start : found.start()]):
        return None
    framed = _framed(carrier, Span(found.start(), carrier.span.end), rule, doc.lexicon.room(_relations)[rule])
    return replace(framed, cited=_is_cited(doc, rule, found, start))


def _is_picture_line(before: str) -> bool:
    """Whether only names stand before "via Reuters": whose picture it is."""
    words = [word for word in before.split() if word[0].isalpha()]
    return bool(words) and not any(map(str.islower, words))


def _is_cited(doc: Document, rule: str, found: re.Match[str], floor: int) -> bool:
    """Whether another outlet cites this one: "citing Le Monde", "quoted a report in Le Monde"."""
    if rule == "according_to_outlet":
        return found[rule].casefold() in doc.lexicon.words("credits", "citing_forms")
    citing = doc.lexicon.pattern("credit_patterns", "citing_before")
    return rule == "reported_by" and bool(citing.search(doc.text, max(floor, found.start() - 60), found.start()))


def _from_afar(doc: Document, carrier: OutletMention, start: int) -> Framed | None:
    """A phrase with a few words inside: "said last night on CNN", "published on Sunday by Bild"."""
    on_air, late_before = (doc.lexicon.pattern("credit_patterns", name) for name in ("on_air", "late_before"))
    if carrier.source.kind is SourceKind.OUTLET and (air := on_air.search(doc.text, start, carrier.span.start)):
        return _framed(carrier, Span(air.start(), carrier.span.end), "on_air", CreditRelation.RELAYS)
    late = late_before.search(doc.text, start, carrier.span.start)
    return (
        _framed(carrier, Span(late.start(), carrier.span.end), "reported_by", CreditRelation.RELAYS) if late else None
    )


def _is_inverted(doc: Document, cue: int, floor: int, end: int) -> bool:
    """Whether "reports the BBC" closes a statement: a mark or comma before it, a stop after it."""
    stopped = doc.lexicon.pattern("credit_patterns", "stopped")
    return doc.text[floor:cue].rstrip()[-1:] in _BEFORE_INVERTED and bool(stopped.match(doc.text, end))


def _is_source_line(doc: Document, cue: int, floor: int, end: int) -> bool:
    """Whether "Source: Reuters" opens its line and says no more: not "Report: Reuters to move"."""
    listed = doc.lexicon.pattern("credit_patterns", "joined").match(doc.text, end)
    goes_on = doc.text[end : end + 2].lstrip()[:1] in _GOES_ON and not listed
    return not doc.text[floor:cue].strip(" (") and not goes_on


def _from_right(doc: Document, carrier: OutletMention, sentence: Span) -> Framed | None:
    text = doc.text
    found = doc.lexicon.room(_right).match(text, carrier.span.end, min(sentence.end, carrier.span.end + RIGHT))
    if found is None:
        return None
    rule = str(found.lastgroup)
    before = text[max(sentence.start, carrier.span.start - 24) : carrier.span.start]
    aired = doc.lexicon.pattern("credit_patterns", "aired_before").search(before)
    if aired and carrier.source.kind is SourceKind.OUTLET:
        return _framed(carrier, Span(carrier.span.start, found.end()), "on_air", CreditRelation.RELAYS)
    alone = found["product"] is None and found[rule] in doc.lexicon.words("credits", "products", "needed_by")
    if alone or is_object(doc, before, found[rule]):
        return None
    return _framed(carrier, Span(carrier.span.start, found.end()), rule, doc.lexicon.room(_relations)[rule])


def is_object(doc: Document, before: str, verb: str) -> bool:
    """Whether the words before a name make it an object ("accused the Post"), or say whose editor tells."""
    blocked, of, own = (
        doc.lexicon.pattern("credit_patterns", name) for name in ("blocked_before", "of_before", "tells_itself")
    )
    return bool(blocked.search(before) or (of.search(before) and not own.search(verb)))


def read_tweets(doc: Document, carriers: Carriers) -> Iterator[Framed]:
    """Words that mean one platform without its name: "tweeted"."""
    named = carriers.outlets.resolve(doc.lexicon.table("credits")["tweeted"]["name"])
    if named is None:
        return
    for cue in doc.find(doc.lexicon.room(_tweeted)):
        dashed = doc.text[max(0, cue.start() - 1)] == "-" or _is_activity(doc, cue)
        if not dashed and doc.sentence_at(cue.start()) and not doc.is_quoted(cue.start()):
            span = Span(*cue.span())
            source = Source(named.name, named.kind, (cue.group(),))
            yield Framed(span, span, source, "on_platform", CreditRelation.RELAYS)


def _is_activity(doc: Document, cue: re.Match[str]) -> bool:
    """Whether somebody only posts, and nothing is told of what: "would not stop tweeting", "tweeting about it"."""
    if not cue.group().endswith("ing"):
        return False
    rest = doc.text[cue.end() : cue.end() + 40]
    if rest.lstrip(" ,:")[:1] in _MARKS or rest.startswith(":"):
        return False
    after = _WORD.match(rest, 1) if rest.startswith(" ") else None
    if after is None or after.group() in doc.lexicon.words("closed_classes", "complementizers"):
        return after is None
    return any(known_as(after.group(), kind) for kind in _NO_OBJECT)


def _tweeted(lexicon: Lexicon) -> Phrases:
    return phrases_of(lexicon.words("credits", "tweeted"))


def spoken_to(doc: Document, sentence: Span, at: int) -> int | None:
    """Where a phrase begins that ends at a place and says that somebody spoke there: "told", "in an interview with"."""
    found = doc.lexicon.room(_left).search(doc.text, max(sentence.start, at - LEFT), at)
    return found.start() if found is not None and found.lastgroup in _SPOKEN else None


def read_accounts(doc: Document) -> Iterator[Framed]:
    """Accounts that post, in running text: "The account @harbourwatch posted a picture"."""
    for handle in _HANDLE.finditer(doc.text):
        sentence = doc.sentence_at(handle.start())
        if sentence is None or doc.is_quoted(handle.start()):
            continue
        before = doc.lexicon.room(_account_before).search(
            doc.text, max(sentence.start, handle.start() - 50), handle.start()
        )
        after = doc.lexicon.room(_account_after).match(doc.text, handle.end(), min(sentence.end, handle.end() + 40))
        if before or after:
            name = Span(*handle.span())
            place = Span(before.start() if before else name.start, after.end() if after else name.end)
            source = Source(handle.group(), SourceKind.ACCOUNT, (handle.group(),))
            yield Framed(place, name, source, "account", CreditRelation.RELAYS)


def _account_before(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternatives(_with_capitals(lexicon.words("credits", "accounts")))
    called = alternatives(lexicon.words("credits", "accounts", "called"))
    return re.compile(rf"\b(?:{words}) (?:(?:[\w'’-]+ ){{0,3}}?(?:{called}) )?$")


def _account_after(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = alternatives(lexicon.words("credits", "accounts", "verbs"))
    return re.compile(rf"{lexicon.pattern('credit_patterns', 'handle_adverbs').pattern} (?:{verbs})\b")


def read_namesakes(doc: Document, carriers: Carriers) -> list[Framed]:
    """People who bear an outlet's name, where they say something: told, lest "Bloomberg said" be read as the agency."""
    found = []
    for span, full in carriers.namesakes:
        sentence = doc.sentence_at(span.start)
        verb = (
            doc.lexicon.room(_right).match(doc.text, span.end, min(sentence.end, span.end + 60)) if sentence else None
        )
        if verb and not doc.is_quoted(span.start):
            source = Source(full, SourceKind.PERSON, (span.of(doc.text),))
            found.append(Framed(Span(span.start, verb.end()), span, source, "namesake", CreditRelation.QUOTES))
    return found


def _joined(doc: Document, carrier: OutletMention, found: list[Framed]) -> Framed | None:
    """A name that shares the phrase of the one before it: "by BuzzFeed and The Intercept"."""
    last = found[-1] if found else None
    if last is None or last.rule in {"reported", "first_reported"}:
        return None
    joined = doc.lexicon.pattern("credit_patterns", "joined")
    if not joined.fullmatch(doc.text, last.name.end, carrier.span.start):
        return None
    return _framed(carrier, Span(last.span.start, carrier.span.end), last.rule, last.relation)
