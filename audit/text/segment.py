"""Cuts a text into paragraphs, marked stretches and sentences.

Invariant: every span lies inside one paragraph; a sentence never ends inside a marked stretch, an odd mark never
reaches beyond its own paragraph, and every scan is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.lexicon.counts import small_share
from audit.lexicon.language import Lexicon, lexicon_for
from audit.records import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_MARK = re.compile("[\"“”„‟«»‘’‚‛'`「」『』‹›](?:(?<=`)`|(?<=')')?")
_PAIRS = {"«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』"}
_DOUBLE = frozenset("\"“”„‟``''")
_OPENERS = frozenset("“„‟‘‚‛«»‹›「『\"'`") | {"``", "''"}
_NESTED = re.compile(r"[^“”\"‘]*[”\"][^“”\"‘]*?(?<=[.,?!;\w])’(?!\w)")
"""The rest of a pair of double marks inside single ones, and the single mark that closes."""
_DOUBLE_MARK = re.compile('["“”„]')
_SIGNING = "-–—―"
_REACH = 600
_STOP = re.compile(r"[.!?…。！？][.!?…。！？]*")
LONGEST = 2_000  # characters of a sentence: more is a list without stops, or mischief
_GLUED = re.compile(r"([^\W\d_][^\W\d_A-ZÄÖÜ]*)(?=[ ,])")
_WORD_END = re.compile(r"(?<![\w@./-])[^\W\d_]{3,}$")
_ZONE = re.compile(r"\s[A-Z]{1,3}T[]:)]+(?=\s)")
LONGEST_HOUR = 5
"""Characters of a sign for the half of a day, its blank among them."""
_PLAIN = 0.9
"""Share of its times that a plain word is written small."""
_AFTER = " \t\u00a0\u2009\u202f\u3000"


def find_paragraphs(text: str, stretches: Iterable[Span] | None = None) -> tuple[Span, ...]:
    """The lines with something on them, outer blanks left out; only inside `stretches` where these are given."""
    found: list[Span] = []
    for part in stretches if stretches is not None else (Span(0, len(text)),):
        for line in _LINE.finditer(text, part.start, part.end):
            span = trim(text, Span(*line.span()))
            if span.start < span.end:
                found.append(span)
    return tuple(sorted(set(found)))


def trim(text: str, span: Span) -> Span:
    """The span without the blanks at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def pair_marks(text: str, paragraph: Span) -> tuple[list[Span], int | None]:
    """Inner spans of the outermost marked stretches of one paragraph, and where words after an unclosed mark begin."""
    if text.startswith(">", paragraph.start) and (told := _told_on(text, paragraph)):
        return [told], None
    found: list[Span] = []
    opened: tuple[str, int] | None = None
    inner = False  # a curly pair inside straight marks
    for mark in _MARK.finditer(text, *paragraph):
        sign, start, end = mark.group(), mark.start(), mark.end()
        if opened is None:
            if _opens(text, sign, start, end, paragraph):
                opened = (sign, end)
        elif inner and sign == "”":
            inner = False
        elif _closes(text, opened[0], sign, start, end, paragraph):
            inside = trim(text, Span(opened[1], start))
            if inside.start < inside.end:
                found.append(inside)
            opened, inner = None, False
        elif opened[0] == '"' and sign == "“":
            inner = True
        elif sign in _DOUBLE and opened[0] in "'‘‚`" and _opens(text, sign, start, end, paragraph):
            nested = opened[0] == "‘" and _NESTED.match(text, end, min(paragraph.end, end + _REACH))
            opened = opened if nested else (sign, end)  # an apostrophe taken for a mark gives way to a real one
    return found, opened[1] if opened else None


def _told_on(text: str, paragraph: Span) -> Span | None:
    """The words of a paragraph behind the signs ("> ") with which others' words are set apart, without their marks.

    What a dash opens there signs them.
    """
    at = paragraph.start
    while at < paragraph.end and text[at] in "> ":
        at += 1
    inside = trim(text, Span(at, paragraph.end))
    if inside.start >= inside.end or text[inside.start] in _SIGNING:
        return None
    inner = Span(inside.start + 1, inside.end - 1)
    whole = text[inside.start] in '"“„' and text[inside.end - 1] in '"”“' and not _DOUBLE_MARK.search(text, *inner)
    return inner if whole and inner.start < inner.end else inside


def _opens(text: str, sign: str, start: int, end: int, within: Span) -> bool:
    """Whether a mark stands where a quotation may begin: after a blank or bracket, before a word."""
    if sign not in _OPENERS and sign != "”":
        return False
    if end >= within.end or text[end] in _AFTER:
        return sign in {"``", "«"} and end < within.end
    if sign in "「『„‚":
        return True
    before = text[start - 1] if start > within.start else " "
    if sign in "'‘`‛" and text[end].isdigit():
        return False  # '90s
    if sign == '"' and before in ".!?":
        return text[end].isupper()  # `came."We`: no mark is open, and a sentence begins
    return not (before.isalnum() or before in ".,;!?%") or (sign in "“«" and not before.isalnum())


def _closes(text: str, opener: str, sign: str, start: int, end: int, within: Span) -> bool:
    """Whether a mark ends what `opener` began."""
    if opener in _PAIRS:
        return sign == _PAIRS[opener]
    after = text[end] if end < within.end else " "
    if opener in {"'", "‘", "‚", "‛", "`"}:
        return sign in {"'", "’", "‘"} and not after.isalnum() and _ends_single(text, start)
    if opener == "„":
        return sign in {"“", "”", '"', "‟"}
    if opener in {"''", "``"}:
        return sign in {"''", '"', "”"}
    if sign in {'"', "”"} or (sign == "''" and opener != '"'):
        return not after.isalnum() or not text[start - 1].isspace()
    return False


def _ends_single(text: str, start: int) -> bool:
    """A single mark after a plural s may be a possessive: it closes only after a stop or another letter."""
    return not text[start - 1].isspace()


@dataclass(frozen=True, slots=True)
class _StopWords:
    """What a language knows of full stops that end no sentence, and of words that begin the next one."""

    abbreviations: frozenset[str]
    numbered: frozenset[str]
    hours: frozenset[str]
    days: frozenset[str]
    closing: tuple[str, ...]
    ordinals: bool
    openers: frozenset[str]
    saying: frozenset[str]


def _stop_words(lexicon: Lexicon) -> _StopWords:
    table = lexicon.table("abbreviations")
    verbs = lexicon.rows("cues", "verb")
    inverting = [entry for entry in verbs if entry.get("inverts")] or verbs
    return _StopWords(
        frozenset(table.get("before_name", ())),
        frozenset(table.get("before_number", ())),
        frozenset(table.get("before_day", ())),
        lexicon.words("masks", "year", "months") | lexicon.words("masks", "year", "weekdays"),
        tuple(table.get("closing", ())),
        bool(table.get("ordinals")),
        lexicon.words("closed_classes", "sentence_openers"),
        frozenset(form for entry in inverting for form in entry["forms"]),
    )


def cut_sentences(text: str, paragraph: Span, quoted: Iterable[Span], language: str = "en") -> Iterator[Span]:
    """Sentences of one paragraph; a stop inside marks ends one only where it stands right before the closing mark.

    What runs on for more than `LONGEST` characters without a stop is cut between words, outside of marks.
    """
    spans = tuple(quoted)
    for sentence in _until_stops(text, paragraph, spans, language):
        if sentence.end - sentence.start > LONGEST:
            yield from _in_parts(text, sentence, spans)
        else:
            yield sentence


def _in_parts(text: str, sentence: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    """A sentence that nobody wrote as one, in parts; a marked stretch stays whole."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        blank = text.rfind(" ", start + 1, start + LONGEST)
        at = blank if blank > start else start + LONGEST
        inside = bisect_right(quoted, at, key=lambda span: span.end)
        at = quoted[inside].end if inside < len(quoted) and quoted[inside].start < at else at
        yield trim(text, Span(start, at))
        start = trim(text, Span(at, sentence.end)).start
    if start < sentence.end:
        yield Span(start, sentence.end)


def _until_stops(text: str, paragraph: Span, quoted: Iterable[Span], language: str) -> Iterator[Span]:
    marked = iter((*quoted, Span(paragraph.end + 1, paragraph.end + 1)))
    inner = next(marked)
    start, words = paragraph.start, lexicon_for(language).room(_stop_words)
    for stop in _STOP.finditer(text, *paragraph):
        at = stop.end()
        while inner.end < stop.start():
            inner = next(marked)
        if inner.start <= stop.start() and at < inner.end:
            continue
        glued = at < inner.start <= min(at + 2, paragraph.end) and not text[at].isspace()
        end = at if glued else _after_marks(text, at, paragraph.end)
        if end > start and (glued or _ends_sentence(text, stop.start(), at, end, paragraph, words)):
            end = _past_zone(text, stop.start(), end, paragraph, words.hours)
            yield trim(text, Span(start, end))
            start = end
    rest = trim(text, Span(start, paragraph.end))
    if rest.start < paragraph.end:
        yield rest


def _after_marks(text: str, at: int, limit: int) -> int:
    if text[at : at + 1] in _AFTER and text[at + 1 : min(at + 2, limit)] == "»":
        at += 2  # "« It is shut. »"
    while at < limit and text[at] in "\"”“'’»«›‹」』)]":
        at += 1
    return at


def _ends_sentence(text: str, stop: int, at: int, end: int, paragraph: Span, words: _StopWords) -> bool:
    """Whether a stop, its closing marks passed, is followed by the beginning of another sentence."""
    if end >= paragraph.end or text[stop] in "。！？":
        return True
    if text[end] not in _AFTER:
        return text[end].isupper() and (text[end - 1] in '"”»' if end > at else _is_glued(text, stop, end, paragraph))
    follow = _past_blanks(text, end, paragraph.end)
    if follow >= paragraph.end or _goes_on(text, at, end, follow, words):
        return False
    if at - stop > 1 or text[stop] != "." or text[follow] in "\"“‘„«''`":
        return True
    named = text.endswith(words.closing, paragraph.start, stop)
    return named or not _abbreviated(text, stop, paragraph.start, words)


def _is_glued(text: str, stop: int, at: int, paragraph: Span) -> bool:
    """Whether a sentence begins right behind a stop, its blank lost ("It fell.The mill burned")."""
    follow, before = (
        _GLUED.match(text, at, paragraph.end),
        _WORD_END.search(text, max(paragraph.start, stop - 20), stop),
    )
    if follow is None or before is None:
        return False
    return before.group().islower() or small_share(follow[1].casefold()) >= _PLAIN


def _past_blanks(text: str, at: int, limit: int) -> int:
    while at < limit and text[at] in _AFTER:
        at += 1
    return at


def _goes_on(text: str, at: int, end: int, follow: int, words: _StopWords) -> bool:
    """Whether the sentence goes on behind a stop: with a small letter, or behind marks with a dash or who asked."""
    if text[follow].islower():
        return True
    if end == at:
        return False
    return text[follow] in "-–—―" or (text[at - 1] in "?!…" and _speaker_follows(text, follow, words.saying))


def _abbreviated(text: str, stop: int, floor: int, words: _StopWords) -> bool:
    """Whether the full stop belongs to an initial or to a title that stands before a name."""
    start = stop
    while start > floor and stop - start < 12 and (text[start - 1].isalpha() or text[start - 1] in ".'’"):
        start -= 1
    word = text[start:stop]
    if not word and words.ordinals and text[stop - 1].isdigit():
        return not text[max(floor, stop - 3) : stop].isdigit()  # "3. Mai"
    if "." in word and word.replace(".", "").isupper() and len(word) < 8:
        return not _opens_sentence(text, stop + 1, words.openers)
    if word.casefold() in words.numbered:
        return text[stop + 1 : stop + 3].strip()[:1].isdigit()
    if word.casefold() in words.hours:
        return _dates_hour(text, stop + 1, words.days)
    return (len(word) == 1 and word.isupper()) or word.casefold() in words.abbreviations


def _dates_hour(text: str, at: int, days: frozenset[str]) -> bool:
    """Whether the next word is the zone, weekday or month of an hour ("at 9 p.m. ET", "at 9 p.m. Sunday")."""
    word = _next_word(text, at).rstrip(".,;)")
    return word.lower() in days or (word.isupper() and word[-1] == "T" and 1 < len(word) < 5)


def _past_zone(text: str, stop: int, end: int, paragraph: Span, hours: frozenset[str]) -> int:
    """Behind the zone of an hour that closes a stamp ("[Updated 9:10 p.m. ET]"), or where the sentence ends anyway."""
    zone = _ZONE.match(text, end, paragraph.end)
    before = text[max(0, stop - LONGEST_HOUR) : stop].casefold().split()
    return zone.end() if zone and not hours.isdisjoint(before[-1:]) else end


def _next_word(text: str, at: int) -> str:
    return "".join(text[at : at + 12].split()[:1])


def _opens_sentence(text: str, at: int, openers: frozenset[str]) -> bool:
    """Whether the next word is one that news begins its sentences with, and no name does ("in the U.S. The ...")."""
    word = _next_word(text, at)
    return word == word.capitalize() and word.lower() in openers


def _speaker_follows(text: str, at: int, saying: frozenset[str]) -> bool:
    """Whether after '?"' the sentence goes on with who asked ("... there?" Lee asked)."""
    for word in text[at : at + 90].split()[:7]:
        if word.strip(".,:") in saying:
            return True
        if word[-1] in '.?!"“”' and len(word) > 5:
            return False
    return False
