"""What each line of a plain-text article is for: title, deck, byline, paragraph, heading, caption, embed, aside, bio, …

Invariant: blocks are in the order of the text, do not overlap, and every non-blank line lies in one or several of them.
Nothing is deleted: what trails an article is marked, so that it stays visible and no mention is taken from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any

from audit.ingest.authors import is_bare_name
from audit.ingest.datelines import is_date_line
from audit.ingest.publishers import carrier_of
from audit.lexicon import languages_with, load_rules
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import Block, Post, Role, Span
from audit.text.posts import find_posts
from audit.text.wrapped import unwrap

TITLE_LIMIT = 180  # characters; longer first lines are leads
DECK_LIMIT = 240
HEADING_LIMIT = 90
LABEL_WORDS = 3
COMMENTS_FROM = 0.5  # share of a text that stands above readers' comments on it
NAVIGATION = 4  # very short lines above everything else
HEAD_LINES = 24  # down to which a title or a byline is looked for
RULE_LIMIT = 400  # characters of a line that rules look at
TAIL_LINES = 12  # how far up from the end a bio may begin
TAIL_SHARE = 0.4  # and how much of the article it may take
_FIRST = 12  # characters
_SIGNS = r"\W{0,3}"
_CASED = "(?-i:"
_LETTERS = re.compile(r"[\W_]+")
_LIST = re.compile(r"(?:[•●▪◦‣·*-]|\d{1,2}[.)])\s+\S")
_QUOTED = re.compile(r"[“\"„«][^“”\"„«»]{8,}[”\"“»] [^\W\d_]")
"""Marked words with who said them behind: no call to the reader."""
_MARKDOWN = re.compile(r"(#{1,6})\s+\S")
_FIXED = frozenset({Role.TITLE, Role.DECK, Role.EMBED, Role.ASIDE, Role.REFERENCES})
_TRAILING = frozenset(
    {Role.BIO, Role.BOILERPLATE, Role.ASIDE, Role.CAPTION, Role.CORRECTION, Role.BYLINE, Role.PARAGRAPH}
)  # a line is a paragraph by rule only where it credits somebody: the tail goes on above it
_YIELDING = frozenset({None, Role.CAPTION, Role.ASIDE})


@dataclass(frozen=True, slots=True)
class _Rule:
    role: Role
    where: str
    opens: bool
    anywhere: tuple[str, ...]
    cased: bool  # whether it asks for a capital
    pattern: re.Pattern[str]

    def fits(self, line: str, small: str, opened: bool, held: Set[str]) -> bool:
        """Whether it claims a line, which is given as printed and in small letters.

        `opened`: whether any rule for the start of a line does; `held`: words in it that rules for anywhere ask for.
        """
        told = line if self.cased else small
        if not self.anywhere:
            return opened and bool(self.pattern.match(told))
        return not held.isdisjoint(self.anywhere) and bool(self.pattern.search(told))


@dataclass(slots=True, eq=False)
class _Line:
    """A line (or a hard-wrapped paragraph), its role once that is known, and the rule that holds in its place only."""

    span: Span
    text: str  # at most RULE_LIMIT characters; a cut line ends in "…"
    outlets: Outlets = field(repr=False)  # whose names a line may be
    role: Role | None = None
    rule: _Rule | None = None
    given: Role | None = None  # by a page's structure
    opens: Role | None = None  # of the lines behind it, by a rule for anywhere


def mark_blocks(text: str, title: str | None = None, outlets: Outlets = PACKAGED) -> tuple[Block, ...]:
    """The blocks of a plain text. `title` is the headline where it is known from elsewhere."""
    text = _unwrapped(text, outlets)
    posts = find_posts(text)
    held = _held(text.lower(), _asking())
    lines = _mark_navigation([_mark_line(line, held) for line in _lines(text, posts, outlets)])
    return _marked(_mark_head(lines, _title_at(lines, title)))


def _unwrapped(text: str, outlets: Outlets) -> str:
    """A text without breaks at a fixed width; the lines of a head that say who and when are lines."""
    head = text.partition("\n\n")[0]
    below = [_Line(Span(0, len(line)), line, outlets) for line in head.split("\n")[1:] if line.strip()]
    named = (_head_role(_mark_line(line), after_title=False) for line in below)
    return head + unwrap(text)[len(head) :] if Role.BYLINE in named else unwrap(text)


def mark_pieces(text: str, pieces: Sequence[tuple[Span, Role | None]], outlets: Outlets) -> tuple[Block, ...]:
    """The blocks of a text whose pieces are known, with the role that a page's structure gives each (None: none).

    A line that a rule claims follows the rule, but for headlines, posts and whatever only leads elsewhere.
    """
    lines = []
    for span, given in pieces:
        line = _mark_line(_line(text, span, outlets))
        fixed = given in _FIXED
        lines.append(replace(line, role=given if fixed else line.role, given=given, rule=None if fixed else line.rule))
    title_at = next((at for at, line in enumerate(lines) if line.role is Role.TITLE), -1)
    return _marked(_mark_head(lines, title_at))


def _marked(lines: list[_Line]) -> tuple[Block, ...]:
    marked = _mark_tail(_mark_opened(lines))
    return tuple(Block(line.role or line.given or _body_role(marked, at), line.span) for at, line in enumerate(marked))


def _lines(text: str, posts: Sequence[Post], outlets: Outlets) -> list[_Line]:
    """The lines between the posts, and each post with its signature as one."""
    found: list[_Line] = []
    at = 0
    for post in posts:
        found += _plain_lines(text, at, post.span.start, outlets)
        found.append(_Line(Span(post.span.start, post.signature.end), "", outlets, Role.EMBED))
        at = post.signature.end
    return [*found, *_plain_lines(text, at, len(text), outlets)]


def _plain_lines(text: str, start: int, end: int, outlets: Outlets) -> Iterator[_Line]:
    for span in _stretches(text, start, end, "\n"):
        yield _line(text, span, outlets)


def _line(text: str, span: Span, outlets: Outlets) -> _Line:
    cut = span.end - span.start > RULE_LIMIT
    return _Line(span, text[span.start : min(span.end, span.start + RULE_LIMIT)] + "…" * cut, outlets)


def _stretches(text: str, start: int, end: int, break_: str) -> Iterator[Span]:
    """The stripped, non-empty stretches of `text[start:end]` between breaks."""
    while start < end:
        stop = text.find(break_, start, end)
        stop = end if stop < 0 else stop
        piece = text[start:stop]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield Span(first, start + len(piece.rstrip()))
        start = stop + len(break_)


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _rule(row) for language in languages_with("boilerplate") for row in load_rules("boilerplate", language)["lines"]
    )


def _rule(row: dict[str, Any]) -> _Rule:
    """A rule of the table; one that asks for no capital is read in small letters: a pattern that heeds case is fast."""
    cased = _CASED in row["pattern"]
    pattern = re.compile(row["pattern"], re.IGNORECASE if cased else re.NOFLAG)
    return _Rule(
        Role(row["role"]), row["where"], row.get("opens", False), tuple(row.get("anywhere", ())), cased, pattern
    )


def is_correction(line: str) -> bool:
    """Whether a line, by itself, says that the article was corrected."""
    return _mark_line(_Line(Span(0, len(line)), line[:RULE_LIMIT], PACKAGED)).role is Role.CORRECTION


@cache
def _asking() -> dict[str, frozenset[int]]:
    """The words that rules for anywhere in a line ask for, each with the places of those rules among all."""
    rules = list(enumerate(_rules()))
    words = sorted({word for _, rule in rules for word in rule.anywhere})
    return {word: frozenset(place for place, rule in rules if word in rule.anywhere) for word in words}


@cache
def _any_start(cased: bool) -> re.Pattern[str]:
    """All rules for the start of a line in one, those that ask for a capital or the others: most lines fit none.

    What may stand behind signs is looked for behind them together.
    """
    patterns = [rule.pattern.pattern for rule in _rules() if not rule.anywhere and rule.cased == cased]
    behind = "|".join(one.removeprefix(_SIGNS) for one in patterns if one.startswith(_SIGNS))
    first = "".join(f"(?:{one})|" for one in patterns if not one.startswith(_SIGNS))
    return re.compile(f"{first}{_SIGNS}(?:{behind})", re.IGNORECASE if cased else re.NOFLAG)


def _is_opened(line: str, small: str) -> bool:
    """Whether any rule for the start of a line may claim one."""
    return _any_start(cased=False).match(small) is not None or _any_start(cased=True).match(line) is not None


def _held(plain: str, words: Iterable[str]) -> frozenset[str]:
    """Those of the words that stand in a text in small letters; one look for each beats one pattern of all."""
    return frozenset(filter(plain.__contains__, words))


@lru_cache(maxsize=1 << 10)
def _asked(held: frozenset[str]) -> tuple[_Rule, ...]:
    """The rules for anywhere in a line that ask for one of the words it holds, in their order."""
    return tuple(_rules()[place] for place in sorted(frozenset().union(*(_asking()[word] for word in held))))


def _mark_line(line: _Line, words: Iterable[str] | None = None) -> _Line:
    """The role of a line by the first rule that it matches; rules of head and tail wait for their place.

    `words`: those that rules for anywhere ask for, as far as any line of the text holds them.
    """
    if line.role is not None:
        return line
    fitting = fitting_rules(line.text, words)
    if not fitting:
        return line
    anywhere = next((rule for rule in fitting if rule.where == "any"), None)
    opens = anywhere.role if anywhere and anywhere.opens else None
    role, other = anywhere.role if anywhere else None, next((rule for rule in fitting if rule.where != "any"), None)
    return replace(line, role=role, rule=other, opens=opens)


def fitting_rules(line: str, words: Iterable[str] | None = None) -> list[_Rule]:
    """The rules that claim a line, in their order."""
    small = line.lower()
    opened = _is_opened(line, small)
    held = _held(small, _asking() if words is None else words)
    asked = _rules() if opened else _asked(held) if held else ()
    return [rule for rule in asked if rule.fits(line, small, opened, held)]


def _mark_navigation(lines: list[_Line]) -> list[_Line]:
    """The names of a site's parts above an article, as a page copied whole has them: a run of very short lines."""
    run = next((at for at, line in enumerate(lines) if not _is_short(line)), len(lines))
    if run < NAVIGATION or run == len(lines) or not any(line.role for line in lines[:run]):
        return lines
    return [replace(line, role=line.role or Role.BOILERPLATE) for line in lines[:run]] + lines[run:]


def _is_short(line: _Line) -> bool:
    """Whether a line is as short as the name of a site's part, and no line that says who or when."""
    return (
        len(line.text.split()) <= LABEL_WORDS
        and line.text[-1:].isalnum()
        and _head_role(line, after_title=False) is None
    )


def _mark_head(lines: list[_Line], title_at: int) -> list[_Line]:
    """Title, deck, and the lines that say who and when, down to the first paragraph."""
    marked = list(lines)
    for at, line in enumerate(lines[:HEAD_LINES]):
        role = Role.TITLE if at == title_at else _head_role(line, after_title=0 <= title_at < at)
        if role is None and not line.role:
            if _names_author(lines, at):
                role = Role.BYLINE
            elif _is_label(line):
                continue
            else:
                break
        if role is Role.DECK and any(other.role is Role.DECK for other in marked[:at]):
            break
        marked[at] = replace(line, role=role or line.role)
    return marked


def _names_author(lines: Sequence[_Line], at: int) -> bool:
    """Whether a line is nothing but a person's name, with a line below that says when or how long."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or _head_role(below, after_title=False) is not Role.BYLINE:
        return False
    return _is_open(lines[at]) and is_bare_name(lines[at].text, lines[at].outlets)


def _title_at(lines: Sequence[_Line], title: str | None) -> int:
    """Which line is the headline: the one that repeats the known title, else a first one that reads so; -1: none."""
    if title:
        wanted = _letters(title)
        return next((at for at, line in enumerate(lines[:HEAD_LINES]) if _repeats(line.text, wanted)), -1)
    first = next(
        (at for at, line in enumerate(lines) if _head_role(line, after_title=False) is None and line.role is None), -1
    )
    return first if 0 <= first < len(lines) - 1 and _reads_like_title(lines[first].text) else -1


def _reads_like_title(line: str) -> bool:
    if _MARKDOWN.match(line):
        return True
    words = len(line.split())
    return len(line) <= TITLE_LIMIT and 2 <= words <= 30 and line[-1] not in ".…,;:" and not line.endswith((".”", '."'))


def _head_role(line: _Line, *, after_title: bool) -> Role | None:
    if line.rule and line.rule.where == "head":
        return line.rule.role
    if is_date_line(line.text) or (_is_open(line) and carrier_of(line.text, line.outlets)):
        return Role.BYLINE
    if line.rule or line.role or not after_title or len(line.text) > DECK_LIMIT:
        return None
    return Role.DECK if len(line.text.split()) >= 4 and line.text[-1] not in '.…,;:?!”"’)' else None


def _is_open(line: _Line) -> bool:
    """Whether neither a rule nor a page's structure has said what a line is for."""
    return line.role is None and line.given in (None, Role.PARAGRAPH)


def _is_label(line: _Line) -> bool:
    """Whether a line is a section's or a place's name, between the lines that say who and when."""
    return _is_open(line) and len(line.text.split()) <= LABEL_WORDS and line.text[-1].isalnum()


def _mark_opened(lines: list[_Line]) -> list[_Line]:
    """The lines behind one that opens others: readers' comments to the end, where most of the text stands above them;
    a list of what else to read; else those that are as short as a button's words."""
    marked, total = list(lines), lines[-1].span.end if lines else 0
    for at, line in enumerate(lines):
        if line.opens is Role.BOILERPLATE and line.span.start >= COMMENTS_FROM * total:
            marked[at:] = [replace(one, role=one.role or Role.BOILERPLATE) for one in marked[at:]]
            break
        if line.role is Role.ASIDE and line.text.endswith(":"):
            listed = takewhile(lambda one: _LIST.match(one.text), marked[at + 1 :])
            for number, one in enumerate(listed, at + 1):
                marked[number] = replace(one, role=one.role or Role.ASIDE)
        if line.opens is Role.ASIDE:
            behind = takewhile(lambda one: len(one.text.split()) <= LABEL_WORDS, marked[at + 1 :])
            for number, one in enumerate(behind, at + 1):
                marked[number] = replace(one, role=Role.ASIDE)
    return marked


def _mark_tail(lines: list[_Line]) -> list[_Line]:
    """Bios and boilerplate, walking up from the end while lines are of that kind."""
    marked = _open_bio(list(lines))
    for at in range(len(marked) - 1, -1, -1):
        line = marked[at]
        if line.role in _YIELDING and line.rule and line.rule.where == "tail" and not _QUOTED.match(line.text):
            marked[at] = replace(line, role=line.rule.role)
        elif line.role not in _TRAILING:
            break
    return marked


def _open_bio(lines: list[_Line]) -> list[_Line]:
    """A heading like "About the author" near the end, and what follows it, where that is a small part of the whole."""
    start = next((at for at in range(max(0, len(lines) - TAIL_LINES), len(lines)) if _opens(lines[at])), None)
    if not start:
        return lines
    total, rest = lines[-1].span.end - lines[0].span.start, lines[-1].span.end - lines[start].span.start
    if rest > TAIL_SHARE * total:
        return lines
    return [
        *lines[:start],
        *(line if line.role or _is_tail(line) else replace(line, role=Role.BIO) for line in lines[start:]),
    ]


def _opens(line: _Line) -> bool:
    return line.role is None and line.rule is not None and line.rule.opens


def _is_tail(line: _Line) -> bool:
    return line.rule is not None and line.rule.where == "tail" and not line.rule.opens


def _body_role(lines: Sequence[_Line], at: int) -> Role:
    """The role of a line that no rule has claimed."""
    line = lines[at].text
    if line.startswith(">"):
        return Role.QUOTE
    if _MARKDOWN.match(line) or (_reads_like_heading(line) and _is_prose(lines, at + 1)):
        return Role.HEADING
    return Role.LIST if _LIST.match(line) else Role.PARAGRAPH


def _reads_like_heading(line: str) -> bool:
    short = len(line) <= HEADING_LIMIT and len(line.split()) <= 14
    return (
        short and line[0].isalnum() and not line[0].islower() and line[-1] not in '.…,;:”"’)' and not _LIST.match(line)
    )


def _is_prose(lines: Sequence[_Line], at: int) -> bool:
    """Whether a paragraph stands at `at`: a heading stands above one."""
    return (
        at < len(lines)
        and lines[at].role is None
        and (len(lines[at].text) > HEADING_LIMIT or lines[at].text[-1] in '.”"')
    )


def _repeats(line: str, wanted: str) -> bool:
    """Whether a line has exactly these letters; its first ones tell most apart."""
    return wanted.startswith(_letters(line[:_FIRST])) and _letters(line) == wanted


def _letters(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
