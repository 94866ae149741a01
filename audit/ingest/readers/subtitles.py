"""Subtitles (WebVTT, SRT): the words of a recording, a paragraph a speaker; a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from audit.ingest.decode import UnreadableError, decode
from audit.ingest.sources import TEXT_LIMIT, Found, Item, Reader, Source

PARAGRAPH = 600  # characters after which the end of a sentence ends a paragraph
_TIME = re.compile(r"(?:\d{1,2}:)?\d\d:\d\d[.,]\d{3}[ \t]+-->[ \t]+(?:\d{1,2}:)?\d\d:\d\d[.,]\d{3}.*")
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:WEBVTT\b|\s*\d+\r?\n\d\d:\d\d:\d\d,\d{3} --> )")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?[ \t]+([^>]{1,80})>")
_TAG = re.compile(r"</?[a-z][^>]{0,80}>|\{\\[^}]{0,40}\}|<\d[\d:.]*>", re.IGNORECASE)
_SPEAKER = re.compile(r"(?:>>\s*|-\s+)?(?P<name>[A-Z][\w.’' -]{1,40}):\s|>>")
_END = re.compile(r"[.!?][”\"’]?$")


def _items(source: Source) -> Iterator[Found]:
    text = "\n\n".join(_paragraphs(list(_cues(decode(source.whole(TEXT_LIMIT))))))
    if not text:
        raise UnreadableError("the subtitles hold no words")
    yield Item(source.place, text, False, replace(source.known, genre="transcript"), source.captured)


def _cues(text: str) -> Iterator[str]:
    """The words of each cue on one line; a cue that repeats the one before it is told once."""
    said = ""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip().split("\n")
        at = next((n for n, line in enumerate(lines[:2]) if _TIME.fullmatch(line.strip())), None)
        if at is None:
            continue
        voiced = _VOICE.sub(lambda match: f"{match[1]}: ", " ".join(lines[at + 1 :]))
        words = " ".join(_TAG.sub("", voiced).split())
        if words and words != said:
            said = words
            yield words


def _paragraphs(cues: list[str]) -> Iterator[str]:
    open_words = ""
    for words in cues:
        starts = _SPEAKER.match(words) or (len(open_words) > PARAGRAPH and _END.search(open_words))
        if open_words and starts:
            yield open_words
            open_words = words
        else:
            open_words = f"{open_words} {words}".strip()
    if open_words:
        yield open_words


SUBTITLES = Reader("text/vtt", (".vtt", ".srt"), lambda head: bool(_HEAD.match(head)), _items)
