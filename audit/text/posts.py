"""Social-media posts that were pasted into an article: the lines before "— Name (@handle) October 30, 2024".

Invariant: posts are in the order of the text and do not overlap; the words never include the signature.
Time is linear: a signature is looked for in a bounded stretch around its handle, and words are read back
no further than the signature before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from audit.lexicon import load_rules
from audit.lexicon.language import lexicon_for
from audit.records import Post, Span
from audit.text.dates import day_at

NAME_LIMIT = 140  # characters between the dash and the handle; display names end at 50, emoji count for more
POST_LIMIT = 400  # 280 is the common limit of a platform, but paid accounts write longer ones
LINE_LIMIT = 220  # a longer line above is a paragraph of the article
LINK_LENGTH = 23
SHOUT_LIMIT = 40
_HANDLE = re.compile(r"\((@[\w.]{1,60}(?:@[\w.-]{1,60})?)\)")
_DASH = re.compile(r"(?:^|(?<=\s))(?:--|[—―–‒-])[ \t\u00a0]*")
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|t\.co/)\S{1,400}")
_MARK = re.compile(r"(?:^|\s)[#@]\w|https?://|pic\.twitter|[\U0001F300-\U0001FAFF\u2600-\u27BF]")
_SENTENCE = re.compile(r"[.!?][”\"’)]?\s")


class _Signature(NamedTuple):
    """The line that names the poster."""

    span: Span
    name: str
    handle: str
    day_at: int  # where its date begins, or -1


def find_posts(text: str) -> tuple[Post, ...]:
    """Every pasted post of `text`, in order."""
    posts, floor = [], 0
    for signature in _signatures(text):
        words = _words_before(text, signature.span.start, floor)
        floor = signature.span.end
        if words.start < words.end:
            day = day_at(text, signature.day_at) if signature.day_at >= 0 else None
            posts.append(Post(words, signature.span, signature.handle, signature.name, day.on() if day else None))
    return tuple(posts)


def _signatures(text: str) -> Iterator[_Signature]:
    for match in _HANDLE.finditer(text):
        line = max(
            text.rfind("\n", max(0, match.start() - NAME_LIMIT), match.start()) + 1, match.start() - NAME_LIMIT, 0
        )
        opener = _opener(text, line, match.start())
        if opener is None:
            continue
        name = text[opener.end : match.start()].strip() or match[1]
        at, end = _date_after(text, match.end())
        if at >= 0 or _alone(text, opener.start, match.end()):
            yield _Signature(Span(opener.start, end), name, match[1], at)


def _opener(text: str, line: int, handle: int) -> Span | None:
    """The dash (or the words in its place) that the name follows: the first of its line, else the nearest long one."""
    found = [Span(*m.span()) for m in _DASH.finditer(text, line, handle)] + [
        Span(*m.span()) for m in _worded().finditer(text, line, handle)
    ]
    if not found:
        return None
    first, nearest = min(found), max(found, key=lambda s: (text[s.start] in "—―A", s.start))
    leads = _begins_line(text, line) and not text[line : first.start].strip()
    return first if leads and (text[first.start] in "—―A") == (text[nearest.start] in "—―A") else nearest


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _pattern(name: str) -> re.Pattern[str]:
    return lexicon_for("en").pattern("post_patterns", name)


@cache
def _worded() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(entry["words"]) + r"[ \t]" for entry in load_rules("posts")["openers"]))


def _date_after(text: str, at: int) -> tuple[int, int]:
    """Where the date behind a handle begins (-1: none), and where the signature ends."""
    gap = _pattern("gap").match(text, at)
    start = gap.end() if gap else at
    day = day_at(text, start)
    if day is None or day.year is None:
        return -1, at
    time = _pattern("time").match(text, day.span.end)
    return start, time.end() if time else day.span.end


def _alone(text: str, start: int, end: int) -> bool:
    """Whether `[start, end)` has its line to itself."""
    before = text.rfind("\n", max(0, start - 4), start) + 1 if start > 3 else 0
    after = text.find("\n", end, end + 4)
    tail = text[end : after if after >= 0 else end + 4]
    return (before > 0 or start <= 3) and not text[before:start].strip() and not tail.strip()


def _words_before(text: str, signature: int, floor: int) -> Span:
    """The words of the post that ends at `signature`, read back to the end of the paragraph before."""
    end = floor + len(text[floor:signature].rstrip())
    start = max(text.rfind("\n", floor, end) + 1, floor)
    room = POST_LIMIT - _weight(text[start:end])
    if room < 0:  # no post is that long: a paragraph of the article runs into it, and only its last sentence is safe
        return _strip(text, max((m.end() for m in _SENTENCE.finditer(text, start, end - 1)), default=start), end)
    return _strip(text, _first_line(text, start, floor, room), end)


def _first_line(text: str, start: int, floor: int, room: int) -> int:
    """Where a post with its last line at `start` begins: below a blank line, else at the highest line with a mark."""
    best = at = start
    while at > floor:
        above = max(text.rfind("\n", floor, at - 1) + 1, floor)
        line = text[above : at - 1]
        if not line.strip():
            return at
        weight = _weight(line) + 1
        room -= weight
        if room < 0 or weight > LINE_LIMIT or not _poster_speaks(line):
            return best
        at = above
        best = at if _MARK.search(line) or _is_shout(line) else best
    return best


def _is_shout(line: str) -> bool:
    """ "Wow!": nobody opens a paragraph of news like that."""
    return len(line.strip()) <= SHOUT_LIMIT and line.rstrip().endswith("!")


def _weight(line: str) -> int:
    """Length as the platform counts it; a line beyond any post's length is not read at all."""
    if len(line) > 8 * POST_LIMIT:
        return len(line)
    links = _LINK.findall(line)
    return len(line) - sum(map(len, links)) + LINK_LENGTH * len(links)


def _poster_speaks(line: str) -> bool:
    """Whether a line above may still be the post's: no introduction, no words of the narrator."""
    plain = line.strip().casefold()
    if plain.endswith(":"):
        return False
    return not _pattern("spoken").search(plain) and not any(
        entry["words"] in plain for entry in load_rules("posts")["narration"]
    )


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
