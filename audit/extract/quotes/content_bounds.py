"""What is said: the items of a line that a reporting verb reports.

Invariant: a content is one or more item ranges of one line, in order, that hold neither the cue nor the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import islice

from audit.extract.quotes.scare_quotes import is_habit
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_head, is_role, is_word, subject_after, subject_before, words
from audit.extract.quotes.verbs import Cue, find_cues, is_cue
from audit.lexicon import load_rules

MOST_CUES = 40
"""Reporting verbs that are read in one sentence; a text with more is no prose."""

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution inside a line, in items."""

    content: Ranges
    rule: str
    cue: tuple[int, int]
    speaker: Phrase | None


def read_attributions(line: Line) -> list[Said]:
    """Every attribution of one sentence, in the order of their cues."""
    found: list[Said] = []
    cues = [c for c in islice(find_cues(line, line.language), MOST_CUES) if not _is_noun(line, c)]
    for number, cue in enumerate(cues):
        said = _attribute(line, cue, cues[number + 1 :], found)
        if said:
            found.append(said)
    return found + _according(line) + _claims(line)


def read_signed(line: Line) -> Said | None:
    """`"..." - Ada Holm #tag`: marked words with the name of who said them behind a dash."""
    if len(line) < 3 or line.low[0] is not MARKED or line.low[1] not in DASHES or not line.capital(2):
        return None
    stop = 2
    while (
        stop < len(line)
        and is_word(line, stop)
        and line.low[stop][0] not in "#@"
        and not line.low[stop].startswith("http")
    ):
        stop += 1
    tagged = stop < len(line) and (line.low[stop][0] in "#@" or line.low[stop].startswith("http"))
    if stop - 2 > 7 or not (tagged or stop >= _without_stop(line)):
        return None
    return Said(((0, 1),), "signed", (1, 2), (2, stop))


def _is_noun(line: Line, cue: Cue) -> bool:
    """Whether the form is a noun here ("his claim", "the report")."""
    if not cue.first:
        return cue.verb.noun and cue.verb.form == cue.verb.base
    word = line.low[cue.first - 1]
    if word == "to" and cue.verb.form == cue.verb.base:
        return cue.first < 2 or line.low[cue.first - 2] not in {"on", "going", "continued", "continues", "came"}
    noun = cue.verb.noun and (cue.verb.form == cue.verb.base or cue.verb.form.endswith("s"))
    if word.endswith("'s") and not cue.verb.participle:
        return True
    if noun and (word in words("prepositions", line.language) or _is_lower_cue(line, cue.first - 1)):
        return True
    if _is_passive(line, cue) or (noun and (not _subject_like(line, cue.group - 1) or _verb_follows(line, cue))):
        return True
    return word in {"the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "no", "any", "of"} or (
        noun and word in words("determiners", line.language) | {"in"}
    )


def _is_lower_cue(line: Line, i: int) -> bool:
    return is_cue(line.low[i], line.language) and not line.capital(i)


def _verb_follows(line: Line, cue: Cue) -> bool:
    """Whether another verb stands right behind, so that this form is its subject ("the report said")."""
    if cue.stop >= len(line):
        return False
    word = line.low[cue.stop]
    return word in _FINITE or (is_cue(word, line.language) and not word.endswith("s"))


def _subject_like(line: Line, i: int) -> bool:
    """Whether a word may end a subject: a name, a pronoun, a role, a plural. An adjective makes the next a noun."""
    word = line.low[i]
    if word is MARKED or not is_word(line, i) or line.capital(i) or word in words("pronouns", line.language):
        return True
    return (
        is_head(line, i) or (word.endswith("s") and not word.endswith("ous")) or word in {"which", "and", "but", "or"}
    )


def _is_passive(line: Line, cue: Cue) -> bool:
    """ "has been informed": what is told of somebody is not said by them."""
    helpers = line.low[cue.group : cue.first]
    return not cue.verb.participle and not {"be", "been", "is", "are", "was", "were", "being"}.isdisjoint(helpers)


def _attribute(line: Line, cue: Cue, later: list[Cue], before: list[Said]) -> Said | None:
    if cue.verb.participle and cue.group == cue.first:
        return _by_participle(line, cue, later, before)
    if said := _inverted(line, cue) or _opening(line, cue, later):
        return said
    subject = subject_before(line, cue.group)
    if subject is None:
        return _coordinated(line, cue, later, before)
    return _by_subject(line, cue, subject, later)


def _content_end(line: Line, start: int, later: list[Cue]) -> int:
    """Where a content that begins at `start` ends: before the next attribution that a comma or "and" sets off."""
    stop = _without_stop(line)
    for cue in later:
        if cue.first <= start:
            continue
        if cue.verb.participle and line.low[cue.group - 1] == ",":
            return min(stop, cue.group - 1)
        subject = subject_before(line, cue.group)
        at = subject[0] if subject else cue.group
        if at - 1 > start and line.low[at - 1] in {"but", "and", "while", "although", "though", "as"}:
            at -= 1
            named = (
                subject is not None
                and line.capital(subject[0])
                and line.low[subject[0]] not in words("pronouns", line.language)
            )
            if subject is None or named or line.low[at - 1] == "," or line.low[at] != "and":
                return min(stop, at - 1 if line.low[at - 1] == "," else at)
        elif at - 1 > start and subject and _nothing_after(line, cue.stop):
            if line.low[at - 1] == ",":
                return min(stop, at - 1)
            if line.low[at - 1] is MARKED and _ends_in_comma(line, at - 1):
                return min(stop, at)
    for i in range(start, stop - 1):
        if line.low[i] is MARKED and i + 1 < stop and _ends_in_comma(line, i) and _starts_remark(line, i + 1):
            return i + 1
        if line.low[i] == "according" and line.low[i + 1] == "to" and line.low[i - 1] == ",":
            return i - 1
        if line.low[i] == ";":
            return i
    return stop


def _ends_in_comma(line: Line, i: int) -> bool:
    return line.text[line.end[i] - 1] == "," or (i + 1 < len(line) and line.low[i + 1] == ",")


def _starts_remark(line: Line, at: int) -> bool:
    """Whether what follows marked words and a comma is the article's own remark."""
    if line.low[at] == ",":
        at += 1
    if at >= len(line) or line.low[at] is MARKED:
        return False
    word = line.low[at]
    return word in {
        "but",
        "while",
        "when",
        "who",
        "which",
        "as",
        "though",
        "although",
        "where",
        "after",
        "before",
    } or word.endswith("ing")


def _nothing_after(line: Line, at: int) -> bool:
    """Whether after item `at` the sentence holds no more than a time or a place."""
    at = _past_adjunct(line, at)
    return at >= _without_stop(line)


def _without_stop(line: Line) -> int:
    stop = len(line)
    while stop and line.low[stop - 1] in {".", "!", "?", "…", ",", ";", ":"}:
        stop -= 1
    return stop


def _past_adjunct(line: Line, at: int) -> int:
    """Past times and short phrases of place and occasion ("in a statement on Monday")."""
    stop = _without_stop(line)
    low = line.low
    while at < stop:
        word = low[at]
        if word in words("times", line.language) or _dates(line, at):
            at += 1
        elif word in {"about", "around", "over", "under", "up"} and at + 1 < stop and low[at + 1][:1].isdigit():
            break  # "said about 12 people died": a hedge, not a place
        elif (
            word in {"last", "this", "next", "late", "early"}
            and at + 1 < stop
            and low[at + 1] in words("times", line.language)
        ):
            at += 2
        elif word in words("prepositions", line.language) or word in {
            "after",
            "before",
            "when",
            "while",
            "as",
            "following",
        }:
            end = _phrase_stop(line, at + 1)
            at = end
        else:
            break
    return at


def _dates(line: Line, at: int) -> bool:
    """Whether a number belongs to a date: behind a month or another time, or a year."""
    word = line.low[at]
    behind = line.low[at - 1].rstrip(".") if at else ""
    return word.isdigit() and (behind in words("times", line.language) or (len(word) == 4 and word[:2] in ("19", "20")))


def _phrase_stop(line: Line, at: int) -> int:
    low = line.low
    stop = _without_stop(line)
    while (
        at < stop
        and is_word(line, at)
        and low[at] not in {"that", "he", "she", "they", "it", "we", "there", "i", "but"}
    ):
        if low[at] in words("times", line.language) and low[at - 1] not in words("prepositions", line.language) | words(
            "determiners", line.language
        ) | words("times", line.language):
            break
        at += 1
    return at


def _left(line: Line, stop: int) -> tuple[int, int] | None:
    """The clause or marked stretch that ends before item `stop`, its comma left out; None where none is."""
    end = stop
    while end and (line.low[end - 1] == "," or line.low[end - 1] in DASHES):
        end -= 1
    if not end or (end == stop and line.low[end - 1] is not MARKED):
        return None
    if line.low[end - 1] is MARKED or line.low[end - 1] in {"?", "!"}:
        return _clause_first(line, end), end
    first = _clause_first(line, end)
    if end - first < 3 or (_is_adjunct(line, first, end)):
        return None
    return first, end


def _clause_first(line: Line, end: int) -> int:
    """Where the clause that ends at `end` begins: at the beginning of the line, or after a semicolon."""
    if line.low[end - 1] is MARKED and end > 1 and line.low[end - 2] == ":":
        return end - 1
    for i in range(end - 1, -1, -1):
        if line.low[i] == ";":
            return i + 1
    return 0


def _is_adjunct(line: Line, first: int, end: int) -> bool:
    """Whether the words before a subject only set the scene ("In a statement on Monday, ...")."""
    word = line.low[first]
    if word in {
        "when",
        "as",
        "while",
        "after",
        "before",
        "since",
        "although",
        "though",
        "if",
        "because",
        "asked",
        "speaking",
    }:
        return True
    if word in words("prepositions", line.language) or word in words("times", line.language) or word.endswith("ing"):
        return end - first < 12 and not any(line.low[i] in _FINITE for i in range(first, end))
    return False


_FINITE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "should",
        "must",
        "did",
        "does",
        "do",
    ]
)


def _opening(line: Line, cue: Cue, later: list[Cue]) -> Said | None:
    """ "Said Lee: "...""."""
    if cue.first or not cue.verb.inverts or cue.verb.participle:
        return None
    speaker = subject_after(line, cue.stop)
    if speaker is None or speaker[1] + 1 >= len(line) or line.low[speaker[1]] not in {":", ","}:
        return None
    start = speaker[1] + 1
    return Said(((start, _content_end(line, start, later)),), "opening", (0, cue.stop), speaker)


def _inverted(line: Line, cue: Cue) -> Said | None:
    """`"...," said Lee` and `..., said Lee`."""
    if not cue.verb.inverts or cue.group != cue.first or not cue.first:
        return None
    word = line.low[cue.first - 1]
    if word is not MARKED and word != "," and word not in DASHES:
        return None
    left = _left(line, cue.first)
    if left is None or (word in DASHES and subject_before(line, cue.group)):
        return None
    speaker = subject_after(line, cue.stop)
    if speaker is None or (word != MARKED and not _closes_clause(line, speaker[1])):
        return None
    content = [left, *_resumed(line, speaker[1])]
    return Said(tuple(content), "inverted", (cue.first, cue.stop), speaker)


def _closes_clause(line: Line, at: int) -> bool:
    """Whether the clause ends at item `at`, or goes on with no more than a time, a place or a remark."""
    if line.low[at - 1] in words("pronouns", line.language) or not (line.capital(at - 1) or is_role(line, at - 1)):
        return False
    if at >= _without_stop(line) or line.low[at] in {",", "who", "whose"} or line.low[at] in DASHES:
        return True
    return line.low[at] in words("times", line.language) | words("prepositions", line.language) | {
        "last",
        "this",
        "after",
        "when",
        "as",
    }


def _resumed(line: Line, at: int) -> list[tuple[int, int]]:
    """Marked stretches later in the same sentence that go on with the quotation ('"A," she said, "B."')."""
    low = line.low
    found: list[tuple[int, int]] = []
    for i in range(at, len(line)):
        if low[i] is MARKED:
            if i and (low[i - 1] in {",", ":"} or low[i - 1] in DASHES):
                found.append((i, i + 1))
            break
        if low[i] == "," and i + 1 < len(line) and low[i + 1] is MARKED and low[i - 1].endswith("ing"):
            break
    return found


def _fires(line: Line, cue: Cue, start: int) -> bool:
    """Whether the words after the verb are of the kind it needs."""
    if not cue.verb.needs_quote:
        return True
    return (
        line.low[start] is MARKED
        or line.low[start] in {"that", "how", "why", "what", "whether", "if"}
        or line.low[start - 1] == ":"
    )


def _by_subject(line: Line, cue: Cue, subject: Phrase, later: list[Cue]) -> Said | None:
    """The subject stands before the verb: the content follows, precedes, or surrounds them."""
    left = _left(line, _before_subject(line, subject[0]))
    at = _past_recipient(line, cue)
    stop = _without_stop(line)
    spot = (cue.group, cue.stop)
    low = line.low
    if cue.verb.takes == "label":
        return _label(line, cue, subject)
    if cue.verb.takes == "object":
        return _object(line, cue, subject, later)
    if at >= stop:
        return Said((left,), "subject-end", spot, subject) if left else _colon(line, cue, subject)
    if left and line.low[left[1] - 1] is MARKED and not _begins_content(line, at):
        rest = _resumed(line, at)
        return Said((left, *rest), "marked-subject", spot, subject)
    if left is None and low[at] == "," and at + 1 < stop:
        left = _scene_said(line, subject[0], at + 1)
    if low[at] == "," and left and at + 1 < stop:
        return _inserted(line, cue, subject, left, at, later)
    start = _content_start(line, at, left is not None)
    if start is None:
        return Said((left,), "subject-adjunct", spot, subject) if left else None
    end = _content_end(line, start, later)
    if end <= start or not _fires(line, cue, start):
        return None
    return Said(((start, end),), "subject-first", spot, subject)


def _scene_said(line: Line, first: int, follow: int) -> tuple[int, int] | None:
    """ "To see it, Lee said, one should go": the words before an inserted "Lee said" that elsewhere set the scene."""
    if first < 2 or line.low[first - 1] != "," or line.low[follow] is MARKED or line.low[follow] in _REMARKS:
        return None
    return _clause_first(line, first - 1), first - 1


def _before_subject(line: Line, first: int) -> int:
    """Past a conjunction in front of the subject ("..., but Lee said")."""
    return first


def _begins_content(line: Line, at: int) -> bool:
    return line.low[at] in {"that", ":"} or line.low[at] is MARKED


def _colon(line: Line, cue: Cue, subject: Phrase) -> Said | None:
    """ "Lee said:" at the end of a line: what is said stands in the next one."""
    if line.low[len(line) - 1] == ":":
        return Said((), "colon", (cue.group, cue.stop), subject)
    return None


def _past_recipient(line: Line, cue: Cue) -> int:
    """Past those who are told."""
    at = cue.stop
    low = line.low
    stop = _without_stop(line)
    if cue.verb.base not in {"tell", "inform", "assure", "advise", "remind", "warn", "ask", "reassure"}:
        return at
    if (
        at < stop
        and low[at] in words("recipients", line.language)
        and not (
            at + 1 < stop and low[at + 1] not in words("openers", line.language) and "that" in low[at + 1 : at + 5]
        )
    ):
        return at + 1
    if "that" in low[at : at + 5] and "," not in low[at : at + 5] and cue.verb.base != "ask":
        return low.index("that", at)
    if at < stop and (line.capital(at) or low[at] in words("determiners", line.language)):
        begin = at
        while at < stop and is_word(line, at) and low[at] not in words("openers", line.language) and at - begin < 12:
            if low[at] in words("times", line.language) or (
                low[at] in words("prepositions", line.language) and low[at] not in {"of", "at"}
            ):
                break
            if at > begin and line.capital(at - 1) and not line.capital(at) and not _links_names(line, at):
                break
            at += 1
    return at


def _links_names(line: Line, at: int) -> bool:
    """Whether a small word stands between two parts of those who are told ("the Post and the Times")."""
    follow = at + 1
    while follow < len(line) and line.low[follow] in {"the", "of"}:
        follow += 1
    small = line.low[at] in {"of", "and", "at", "host", "editor", "anchor", "reporter"}
    return small and follow < len(line) and line.capital(follow)


def _content_start(line: Line, at: int, has_left: bool) -> int | None:
    """The first item of what follows the verb; None where only an adjunct follows."""
    low = line.low
    stop = _without_stop(line)
    while at < stop:
        word = low[at]
        if word in {":", ","} or word in DASHES:
            if at + 1 < stop and (low[at + 1] is MARKED or word == ":"):
                return at + 1
            if word == "," and at + 1 < stop and low[at + 1] == "that":
                return at + 1
            return None if has_left or word != "," or low[at + 1].endswith("ing") else at + 1
        if (
            word is MARKED
            or word in words("openers", line.language)
            or (word == "to" and not _names_hearers(line, at + 1))
        ):
            return at
        past = _past_adjunct(line, at)
        if past == at:
            return at
        if past >= stop:
            return None  # "said in a note ...": an occasion, and no words
        at = past
    return None


def _names_hearers(line: Line, at: int) -> bool:
    """Whether "to" is followed by those who were spoken to, and not by a verb."""
    if at >= len(line):
        return False
    return (
        line.low[at] in words("recipients", line.language)
        or line.capital(at)
        or line.low[at] in words("determiners", line.language)
    )


_REMARKS = frozenset({"who", "which", "according", "citing", "but", "and", "when", "as", "while", "a", "an"})


def _inserted(
    line: Line, cue: Cue, subject: Phrase, left: tuple[int, int], comma: int, later: list[Cue]
) -> Said | None:
    """`X, Lee said, Y`: one content of two pieces, unless what follows is a remark of the article."""
    spot = (cue.group, cue.stop)
    follow = comma + 1
    word = line.low[follow]
    if word.endswith("ing") or word in _REMARKS:
        return Said((left,), "subject-then-remark", spot, subject)
    return Said((left, (follow, _content_end(line, follow, later))), "inserted", spot, subject)


def _label(line: Line, cue: Cue, subject: Phrase) -> Said | None:
    """ "called the plan a "disgrace"": the thing and its name."""
    stop = _without_stop(line)
    end = cue.stop
    while end < stop and end - cue.stop < 30 and (is_word(line, end) or line.low[end] is MARKED):
        if line.low[end] is MARKED and _ends_in_comma(line, end):
            end += 1
            break
        if line.low[end] in {"but", "while", "because", "after", "when", "during"} and end > cue.stop + 1:
            break
        end += 1
    if (
        end - cue.stop < 2
        or _names_by_habit(line, cue, subject)
        or line.low[cue.stop] in words("prepositions", line.language)
    ):
        return None
    return Said(((cue.stop, end),), "label", (cue.group, cue.stop), subject)


def _names_by_habit(line: Line, cue: Cue, subject: Phrase) -> bool:
    """ "Soldiers call it a "lawnmower"": people in general have a word for a thing; nobody says anything."""
    if cue.group != cue.first or not is_habit(" ".join(line.low[cue.first : cue.stop]), line.language):
        return False
    first, stop = subject
    return not any(line.capital(i) and i for i in range(first, stop)) and line.low[first] not in words(
        "pronouns", line.language
    )


def _object(line: Line, cue: Cue, subject: Phrase, later: list[Cue]) -> Said | None:
    """ "called for a ban": what the verb is about."""
    start = cue.stop
    end = min(_content_end(line, start, later), _object_stop(line, start))
    if end - start < 1 or _names_by_habit(line, cue, subject):
        return None
    return Said(((start, end),), "object", (cue.group, cue.stop), subject)


def _object_stop(line: Line, at: int) -> int:
    stop = _without_stop(line)
    begin = at
    while at < stop and line.low[at] not in {",", ";"} and line.low[at] not in DASHES:
        if at > begin + 2 and line.low[at] in {"while", "but", "when", "because", "after"}:
            break
        at += 1
    return at


def _by_participle(line: Line, cue: Cue, later: list[Cue], before: list[Said]) -> Said | None:
    """ ", adding that ..." belongs to whoever spoke before in the sentence, or to its subject."""
    if cue.first and line.low[cue.first - 1] not in {",", "and", "then"} and line.low[cue.first - 1] is not MARKED:
        return _with_subject(line, cue, later)
    if not cue.first:
        return _leading_participle(line, cue)
    speaker = _main_speaker(line, before)
    if speaker is None:
        return None
    start = _content_start(line, _past_recipient(line, cue), False)
    if start is None:
        return None
    end = _content_end(line, start, later)
    if end - start < 1 or not _fires(line, cue, start):
        return None
    return Said(((start, end),), "participle", (cue.first, cue.stop), speaker)


def _leading_participle(line: Line, cue: Cue) -> Said | None:
    """ "Claiming that it was shut, Lee left": what is claimed ends at the comma before the subject."""
    start = _content_start(line, _past_recipient(line, cue), False)
    comma = next((i for i in range(cue.stop, min(len(line), 40)) if line.low[i] == ","), None)
    if start is None or comma is None or comma <= start or not _fires(line, cue, start):
        return None
    speaker = _phrase_from(line, comma + 1) if comma + 1 < len(line) else None
    return Said(((start, comma),), "leading-participle", (cue.first, cue.stop), speaker) if speaker else None


def _main_speaker(line: Line, before: list[Said]) -> Phrase | None:
    """Whose words go on: the last speaker in the sentence not in a relative clause or in others' words."""
    for said in reversed(before):
        if said.speaker is None or line.low[said.speaker[1] - 1] in {"who", "which"}:
            continue
        if not any(a <= said.cue[0] < b for other in before if other is not said for a, b in other.content):
            return said.speaker
    return first_phrase(line)


def _with_subject(line: Line, cue: Cue, later: list[Cue]) -> Said | None:
    """ "with Lee stating that ..."."""
    subject = subject_before(line, cue.group)
    start = _content_start(line, _past_recipient(line, cue), False)
    if subject is None or start is None or not _fires(line, cue, start):
        return None
    if line.low[start] is not MARKED and (not subject[0] or line.low[subject[0] - 1] != "with"):
        return None
    return Said(((start, _content_end(line, start, later)),), "with-participle", (cue.first, cue.stop), subject)


def _coordinated(line: Line, cue: Cue, later: list[Cue], before: list[Said]) -> Said | None:
    """ "met them and said that ...": the subject is that of the verb before."""
    if not cue.group or line.low[cue.group - 1] not in {"and", "but", "then", ","}:
        return None
    speaker = _main_speaker(line, before)
    if speaker is None or speaker[1] > cue.group:
        return None
    return _with_content(line, cue, speaker, later)


def _with_content(line: Line, cue: Cue, speaker: Phrase, later: list[Cue]) -> Said | None:
    """What follows a verb whose subject stands elsewhere."""
    if cue.verb.takes == "label":
        said = _label(line, cue, speaker) if line.low[cue.group - 1] != "," else None
    elif cue.verb.takes == "object":
        said = _object(line, cue, speaker, later)
    else:
        said = _following(line, cue, speaker, later)
    return Said(said.content, "coordinated", said.cue, speaker) if said else None


def _following(line: Line, cue: Cue, speaker: Phrase, later: list[Cue]) -> Said | None:
    start = _content_start(line, _past_recipient(line, cue), False)
    if start is None or not _fires(line, cue, start):
        return None
    end = _content_end(line, start, later)
    return Said(((start, end),), "subject-first", (cue.group, cue.stop), speaker) if end > start else None


def first_phrase(line: Line) -> Phrase | None:
    """The subject of a sentence whose main verb reports nothing: its first noun phrase, the scene left out."""
    at = _past_scene(line)
    for i in range(at, min(len(line), at + 6)):
        word = line.low[i]
        if word is MARKED:
            return None
        if word in {"he", "she", "they", "it"}:
            return i, i + 1
        if word in words("determiners", line.language) or is_role(line, i) or (line.capital(i) and i == at):
            return _phrase_from(line, i)
        if line.capital(i) and word not in words("prepositions", line.language) | words("times", line.language):
            return _phrase_from(line, i)
    return None


def _past_scene(line: Line) -> int:
    """Past the words that only set the scene ("In August, ...", "Meanwhile, ...", "Chastened by it, ...")."""
    for i in range(min(len(line), 30)):
        if line.low[i] == ",":
            word = line.low[0]
            scene = word in words("prepositions", line.language) | words("breaks", line.language) | words(
                "times", line.language
            )
            scene = scene and word not in {"he", "she", "they", "it", "i", "we", "you"}
            return i + 1 if scene or i == 1 or word.endswith(("ed", "ing")) else 0
        if line.low[i] is MARKED:
            return 0
    return 0


def _phrase_from(line: Line, at: int) -> Phrase | None:
    """The noun phrase that begins at item `at`, cut short where a verb may stand."""
    found = subject_after(line, at)
    if found is None or (found[1] - at == 1 and line.low[at] in words("determiners", line.language)):
        return None
    if line.capital(found[1] - 1):
        return found
    stop = next((i for i in range(at + 1, found[1]) if line.low[i].endswith("ed")), found[1])
    return at, min(stop, at + 5)


@cache
def _claim_nouns(language: str) -> frozenset[str]:
    return frozenset(load_rules("cues", language)["nouns"]["words"])


def _claims(line: Line) -> list[Said]:
    """ "Lee's claim that it was shut", "his warning that ..."."""
    found = []
    nouns = _claim_nouns(line.language)
    for i in range(1, len(line) - 3):
        if line.low[i] in nouns and line.low[i + 1] == "that":
            owner = _owner(line, i)
            stop = _claim_stop(line, i + 2)
            if owner and stop - i > 3:
                found.append(Said(((i + 1, stop),), "claim-noun", (i, i + 1), owner))
    return found


def _owner(line: Line, noun: int) -> Phrase | None:
    """Whose claim it is: a possessive at most two words before the noun."""
    for i in range(noun - 1, max(-1, noun - 4), -1):
        if line.low[i] in {"his", "her", "their"}:
            return i, i + 1
        if line.low[i].endswith("'s"):
            return _phrase_ending_at(line, i)
    return None


def _phrase_ending_at(line: Line, last: int) -> Phrase:
    first = last
    while first and line.capital(first) and line.capital(first - 1):
        first -= 1
    return first, last + 1


def _claim_stop(line: Line, at: int) -> int:
    """A claim ends at the first comma, or behind marked words that hold one."""
    stop = _without_stop(line)
    for i in range(at, stop):
        if line.low[i] in {",", ";"} or line.low[i] in DASHES:
            return i
        if line.low[i] is MARKED and _ends_in_comma(line, i):
            return i + 1
    return stop


def _according(line: Line) -> list[Said]:
    """ "according to Lee", at the beginning or the end of what is said."""
    found = []
    low = line.low
    for i in range(len(line) - 2):
        if low[i] == "according" and low[i + 1] == "to":
            said = _according_at(line, i)
            if said:
                found.append(said)
    return found


def _according_at(line: Line, i: int) -> Said | None:
    speaker = _prepositional(line, i + 2)
    if speaker is None:
        return None
    stop = _without_stop(line)
    left = i - 1 if i and line.low[i - 1] == "," else i
    if i < 2 and line.low[0] is not MARKED:
        start = speaker[1]
        while start < stop and line.low[start] != ",":
            start += 1
        content = (start + 1, stop)
        rule = "according-first"
    else:
        content = (_clause_first(line, left), left)
        rule = "according-last"
    if content[1] - content[0] < 2 and (content[1] <= content[0] or line.low[content[0]] is not MARKED):
        return None
    return Said((content,), rule, (i, i + 2), speaker)


def _prepositional(line: Line, at: int) -> Phrase | None:
    stop = at
    limit = _without_stop(line)
    while (
        stop < limit
        and is_word(line, stop)
        and line.low[stop] not in words("breaks", line.language) - {"and", "that", "this"}
    ):
        stop += 1
    return (at, stop) if stop > at else None
