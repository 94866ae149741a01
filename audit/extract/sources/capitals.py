"""Runs of capitalised words: where a name may stand, and what is joined into one name.

Invariant: a run lies in one sentence; its words slice back to the text without possessives and full stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from audit.extract.sources.speaker_words import article_before, articles, speaker_words
from audit.lexicon import load_rules
from audit.lexicon.counts import bearers, small_share
from audit.lexicon.language import DEFAULT, lexicon_for
from audit.records import Span
from audit.text.parts_of_speech import BASE, PAST, PREPOSITION, THIRD, known_as, verb_share
from audit.text.patterns import alternatives

_ARTICLES = r"(?:(?:[Aa][dlnrstz]|[Ee]l|[Uu]l|[Aa]sh)[-‑]|(?:[dl]|dell|dall|nell)['’](?=[A-Z]))?"  # of names
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_DOMAIN = r"\.(?:com|org|net|gov|edu)\b"
_PLAIN = rf"{_UPPER}\w*(?:[-‑'’&]\w+|(?<=\b\w)\.\w+)*(?:{_DOMAIN}|\.)?"
_CAPITAL = re.compile(_PLAIN)
_ODD_CAPITAL = re.compile(rf"(?:[^\W\d_]\.){{2,}}|(?<![\w-]){_ARTICLES}{_PLAIN}|{_PLAIN}")
"""Initials and articles of names too, more slowly."""
_ODD = re.compile(rf"[.\-‑'’](?:(?<=[^\W\d_]\.)(?=[^\W\d_]\.)|(?<=[dlnrstzh][-‑'’])(?={_UPPER}))")
"""Initials, or the sign that ends an article of a name before a capital."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,4}")
NICKNAME = re.compile(r" (?:“[\w’-]+”|\"[\w'’-]+\"|‘[\w-]+’|'[\w-]+') ")
"""A nickname in marks between the given name and the surname, with the blanks around it."""
_MARKS = frozenset("“”\"‘’'„")
_POSSESSIVES = ("'s", "'S", "’s", "’S")
_LONGEST_SIGN = 2
"""Characters of the sign of many owners, with its blank."""
_OWNED = frozenset({"'s ", "’s ", "' ", "’ "})
_CALL_SIGN = re.compile(r"([KW][A-Z]{3})(?:-[A-Z]{2})?")
_SITE = re.compile(rf"\w{_DOMAIN}")
_AMPERSAND = "&"
_CHAIN = re.compile(rf"{_UPPER}\w*(?: {_UPPER}\w*)*")
"""Capitalised words one after another."""
_PAST = 16  # characters behind a name in which its verb stands
_SIDE = 8  # characters before a name in which "anti-" stands
_SHORTEST_WORD = 3  # letters
_PRINTED_LARGE = 5  # letters
_BLANKS = frozenset({" ", "\u00a0", "  "})
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What stands behind the name of one who is called like a parent."""
_LONGEST = 16  # words of a run
_FARTHEST = 12  # characters between two of them
_NEARLY_ALWAYS = 0.9  # share of its times that a plain word is written small, or a verb has a subject
_NUMBER = re.compile(r"(?<![\w/.,-])(?:\d+(?:st|nd|rd|th)|\d{1,2}/\d{1,2}) \Z")
_ENDINGS = ("s", "ed")  # of a verb that is nobody's surname
_SMALL_BEHIND = re.compile(r" [^\W\d_A-Z]")
MOSTLY = 0.5
"""Share of its times that a word is written small, from which on it is a common word."""

AT_TIMES = 0.15
"""The share from which on a capital may be that of a title or a body."""


class Capital(NamedTuple):
    """A capitalised word; `key` is it without case and full stop."""

    start: int
    end: int
    text: str
    key: str


@cache
def word_set(table: str, language: str = "en") -> frozenset[str]:
    """The words of one list of `names.toml`."""
    return frozenset(load_rules("names", language)[table]["words"])


@cache
def given_names(table: str) -> frozenset[str]:
    """The words of one list of `given_names.toml`."""
    return frozenset(load_rules("given_names")[table]["words"])


def is_call_sign(word: str) -> bool:
    """Whether a word is the call sign of a station ("KXQA", "WVNT-TV"), and none that only looks so ("WADA")."""
    found = _CALL_SIGN.fullmatch(word)
    return found is not None and found[1] not in lexicon_for(DEFAULT).words("credits", "not_stations")


@cache
def outlet_nouns() -> frozenset[str]:
    """Nouns of papers, stations and sites."""
    return frozenset(load_rules("credits")["outlet_nouns"]["words"])


@lru_cache(maxsize=1 << 14)
def is_given_name(word: str) -> bool:
    """Whether it is a first name that the tables know."""
    low = word.casefold()
    if low in given_names("male") or low in given_names("female"):
        return True
    return any(bearers(low)) and small_share(low) < MOSTLY and low not in word_set("organisations")


@lru_cache(maxsize=1 << 14)
def is_title(word: str) -> bool:
    """Whether a word is a title, "President-elect" and "Vice-President" among them."""
    titles = word_set("titles")
    key = word.rstrip(".").casefold()
    if key in titles:
        return True
    first, hyphen, rest = word.rstrip(".").replace("‑", "-").partition("-")
    if not hyphen or first.casefold() not in titles:
        return False
    ends = [part.casefold() for part in rest.split("-") if part not in speaker_words("title_joins")]
    if rest.replace("-", " ").casefold() in speaker_words("post_ends"):
        return True  # "Agent-in-Charge"
    return rest.islower() or (bool(ends) and titles.issuperset(ends))  # "Editor-in-Chief"


def ends_post(text: str, title: Capital, word: Capital) -> bool:
    """Whether a small word and another behind a title go on with it ("Special Agent in Charge")."""
    return text[title.end + 1 : word.end].casefold() in speaker_words("post_ends")


def _capitals(text: str, span: Span) -> Iterator[Capital]:
    """Capitalised words of a stretch; a full stop stays only with an initial or a short form."""
    pattern = _ODD_CAPITAL if _ODD.search(text, *span) else _CAPITAL
    for found in pattern.finditer(text, *span):
        start, word = found.start(), found.group()
        if start and text[start - 1] != " " and (_is_inside(text, start) or _is_agency(text, start, word)):
            continue
        key = word
        if not word.isalpha():
            word = _bare(word)
            key = word.rstrip(".").replace("’", "'")
        yield Capital(start, start + len(word), word, key.casefold())


def _bare(word: str) -> str:
    """A word without the sign of an owner, and without a full stop that shortens nothing."""
    if word[-1] == "." and not _keeps_stop(word):
        word = word[:-1]
    return word[:-2] if word.endswith(_POSSESSIVES) else word


def _is_agency(text: str, start: int, word: str) -> bool:
    """Whether a word is the agency of a photographer ("Ada Holm/AP")."""
    return start > 1 and text[start - 1] == "/" and text[start - 2].islower() and len(word) > 1 and word.isupper()


def _is_inside(text: str, start: int) -> bool:
    """Whether a capital begins no word of its own: it is part of another, of an account, or behind "anti-"."""
    before = text[start - 1]
    return before.isalnum() or before in "_@#" or (before in "-‑" and _is_sided(text, start))


def _is_sided(text: str, start: int) -> bool:
    """Whether a word behind a hyphen tells for or against whom something is ("the anti-Vint hauler")."""
    before = text[max(0, start - _SIDE) : start - 1].split()
    return bool(before) and before[-1].lstrip('“"(').casefold() in word_set("sides")


def is_site(word: str) -> bool:
    """Whether a word is the address of a site ("Norwick.gov")."""
    return _SITE.search(word) is not None


def _keeps_stop(word: str) -> bool:
    bare = word[:-1].casefold()
    short = bare in word_set("titles") and bare not in word_set("surnames_too")
    return bool(_INITIAL.fullmatch(word)) or short or bare in GENERATIONS | word_set("short_places") or "." in bare


def _joined(text: str, run: Sequence[Capital], word: Capital, follow: Capital | None) -> bool:
    """Whether a capitalised word goes on with the run before it; `follow` adjoins it, if one does."""
    last = run[-1]
    gap = text[last.end : word.start]
    if gap in _BLANKS:
        return not (last.text.endswith(".") and len(last.key) > 3 and not is_title(last.text))
    if len(gap) == 2 and (gap[1] in _MARKS or gap[0] in _MARKS):
        return _is_nickname(text, run, word, gap)
    if gap == ", ":
        return (word.key in GENERATIONS and len(run) > 1) or _is_listed(text, run, word)
    if gap == "" and last.text.endswith("."):
        return is_title(last.text)
    if len(gap) > _FARTHEST or gap[:1] != " " or gap[-1:] != " ":
        return False
    between = gap.split()
    return bool(between) and (_linked(text, run, between, word, follow) or _is_aim(text, run, between, word, follow))


def _is_listed(text: str, run: Sequence[Capital], word: Capital) -> bool:
    """Whether a body's noun opens a list of common words that "and" ends ("the Bureau of Mills, Bread and Ale")."""
    led = run[0].key in word_set("organisations") and len(run) > 1
    return led and _all_plain((run[-1], word)) and _listed().match(text, word.end) is not None


@cache
def _listed() -> re.Pattern[str]:
    """The rest of a list of words with capitals."""
    return re.compile(rf"(?:, [A-Z]\w+)* (?:{alternatives(word_set('ands'))}) [A-Z]")


def _is_nickname(text: str, run: Sequence[Capital], word: Capital, gap: str) -> bool:
    """Whether a word is the nickname in marks between a given name and a surname, or that surname."""
    if gap[1] in _MARKS:
        if is_title(run[-1].text):
            return False
        found = NICKNAME.match(text, run[-1].end)
        return found is not None and found.end() == word.end + 2 and text[found.end() : found.end() + 1].isupper()
    return len(run) > 1 and bool(NICKNAME.fullmatch(text, run[-2].end, word.start))


def _linked(text: str, run: Sequence[Capital], between: list[str], word: Capital, follow: Capital | None) -> bool:
    """Whether small words between two capitals are part of one name."""
    last = run[-1]
    if all(w in word_set("particles") for w in between):
        return True
    if between == [_AMPERSAND] and (len(run) == 1 or _ends_lead(last) or last.key in outlet_nouns()):
        return True  # "Holm & Vint", "Norwick News & Observer"
    joins = between[1:] == [] and between[0] in speaker_words("title_joins") and is_title(last.text)
    if joins and (is_title(word.text) or ends_post(text, last, word)):
        return True  # "Editor in Chief"
    bare = between[1:] == [] or (len(between) == 2 and between[1] in articles() | speaker_words("indefinite"))
    if between[0] in speaker_words("of_a_body") and bare:
        titled = is_title(last.text) and not _is_surname_too(run)
        return last.key in word_set("organisations") or titled or _all_plain((*run, word))
    if between[0] in speaker_words("sent_to") and bare:
        return last.key in speaker_words("sent")
    if between == list(speaker_words("body_fields")):
        return len(run) > 1 and last.key not in word_set("organisations") and _is_field(run, word)
    return len(between) == 1 and between[0] in word_set("ands") and _is_one(text, run, word, follow)


def _is_one(text: str, run: Sequence[Capital], word: Capital, follow: Capital | None) -> bool:
    """Whether "and" joins words of one name: no two people, no two bodies, none of each."""
    behind = _behind(text, word)
    if _ends_person(run) or _are_two_bodies(run, behind):
        return False
    bodies = word_set("organisations")
    if follow and is_title(run[-1].text) and is_title(word.text) and follow.key not in bodies:
        return True  # "President and CEO Ada Holm"
    return (
        any(w.key in bodies for w in run[:-1])
        or _one_body(run, word, follow)
        or _is_couple(text, run, behind)
        or _is_of_office(run, behind)
    )


def _behind(text: str, word: Capital) -> list[str]:
    """A word and the capitalised ones that stand one after another behind it, without case."""
    found = _CHAIN.match(text, word.start)
    return [one.casefold() for one in found.group().split()] if found else [word.key]


def _ends_person(run: Sequence[Capital]) -> bool:
    """Whether a run ends with a person's name: behind her title, or with a given name before it ("Mayor Holm and")."""
    at = next((i for i in range(len(run), 0, -1) if _ends_lead(run[i - 1])), 0)
    name = run[at:]
    if not name or small_share(name[-1].key) >= AT_TIMES:
        return False
    titled = at > 0 and is_title(run[at - 1].text) and name[0].start - run[at - 1].end == 1
    return titled or (len(name) > 1 and is_given_name(name[0].key))


def _ends_lead(word: Capital) -> bool:
    return word.key in word_set("organisations") or is_title(word.text)


def _are_two_bodies(run: Sequence[Capital], behind: Sequence[str]) -> bool:
    """Whether a body's noun ends a run and another the words behind "and" ("the Holm Foundation and World Bank")."""
    closed = len(run) > 1 and run[-1].key in word_set("organisations") & _nouns_of_bodies()
    return closed and (behind[-1] in word_set("organisations") or behind[0] in _nouns_of_bodies())


@cache
def _nouns_of_bodies() -> frozenset[str]:
    """Nouns by which a body is called for short ("the foundation"): they end its name."""
    return frozenset(load_rules("roles")["bodies"]["words"])


def _is_couple(text: str, run: Sequence[Capital], behind: Sequence[str]) -> bool:
    """Whether a body is called after two people ("the Ada and Tor Holm Foundation")."""
    given = len(run) == 1 and is_given_name(run[0].key) and is_given_name(behind[0])
    return given and behind[-1] in word_set("organisations") and bool(article_before(text, run[0].start))


def _is_of_office(run: Sequence[Capital], behind: Sequence[str]) -> bool:
    """Whether common words tell of what somebody has the post ("Minister for Mills and Ferries Ada Holm")."""
    led = next((i for i in range(1, len(run)) if is_title(run[i - 1].text) and run[i].start - run[i - 1].end > 1), 0)
    if not led or not _all_plain(run[led:]) or is_title(behind[0]):
        return False
    name = next((i for i, word in enumerate(behind) if small_share(word) < MOSTLY), 0)
    return 0 < name < len(behind) - 1 and (is_given_name(behind[name]) or name == len(behind) - 2)


def _is_surname_too(run: Sequence[Capital]) -> bool:
    """Whether a run ends with a title that is a surname behind a given name ("Peter King of Norwick")."""
    return run[-1].key in word_set("surnames_too") and len(run) > 1 and is_given_name(run[-2].key)


def _is_field(run: Sequence[Capital], word: Capital) -> bool:
    """Whether a common word says in what a body with a common name is active ("Institute for Rights in Education")."""
    return run[0].key in word_set("organisations") and _all_plain((*run[1:], word))


def _is_aim(text: str, run: Sequence[Capital], between: list[str], word: Capital, follow: Capital | None) -> bool:
    """Whether a verb with an object tells what a body is for ("the Committee to Protect Mills", in no headline)."""
    led = run[-1].key in word_set("organisations") and bool(article_before(text, run[0].start))
    return led and follow is not None and between == list(speaker_words("sent_to")) and known_as(word.key, BASE)


def _all_plain(words: Iterable[Capital]) -> bool:
    """Whether news mostly writes all words small: what has them with capitals is one name ("Citizens for Energy")."""
    return all(small_share(word.key) >= MOSTLY for word in words)


def _one_body(run: Sequence[Capital], word: Capital, follow: Capital | None) -> bool:
    """ "the Food and Drug Administration": words with a capital here that news writes small elsewhere.

    A title before it makes it two people ("President and Congress").
    """
    led = follow is not None and follow.key in word_set("organisations")
    common = small_share(run[-1].key) >= AT_TIMES and (led or small_share(word.key) >= AT_TIMES)
    titled = any(is_title(w.text) and w.key not in speaker_words("former") for w in (run if led else (*run, word)))
    return common and not titled and not is_given_name(run[0].key)


def name_runs(text: str, span: Span) -> Iterator[list[Capital]]:
    """Runs of capitalised words of one sentence, words that only begin it and a headline's verbs left out."""
    for run in _runs(text, span):
        first = 0
        for i, word in enumerate(run):
            if i > first and (_tells(text, run, i) or _says(text, run, i)):
                yield run[first:i]
                first = i + 1
            elif i == first and i + 1 < len(run) and _is_said(word):
                first = i + 1
            elif i == 0:
                run[0] = _numbered(text, word)
        if run[first:]:
            yield run[first:]


def _tells(text: str, run: Sequence[Capital], i: int) -> bool:
    """Whether a word is all but always a verb, and one of the words right before it ("Vint Cites Holm")."""
    before, key = run[i - 1], run[i].key
    if text[before.end : run[i].start] not in _BLANKS or min(small_share(key), verb_share(key)) < _NEARLY_ALWAYS:
        return False
    if i == len(run) - 1 and _verb_behind(text, run[i].end):
        return False  # "Autism Speaks said so"
    many = before.key.endswith("s") and not before.key.endswith("ss")  # "Witness Sue Savage"
    told = known_as(key, THIRD) or (many and known_as(key, BASE))
    return told and not (i == 1 and is_given_name(before.key))


def _is_said(word: Capital) -> bool:
    """Whether a word is a verb of saying with an ending, that news all but always writes small ("Retorted Holm").

    Where all is shouted, a word alone would be taken for the letters of a body: nothing is cut there.
    """
    return word.key in _inflected() and small_share(word.key) >= _NEARLY_ALWAYS and not word.text.isupper()


def _says(text: str, run: Sequence[Capital], i: int) -> bool:
    """Whether a verb of saying stands right behind another word ("Holm Announced"), and is no surname ("Ada Said")."""
    if not _is_said(run[i]) or text[run[i - 1].end : run[i].start] not in _BLANKS:
        return False
    if i == 1 and is_given_name(run[0].key) and not run[i].key.endswith(_ENDINGS):
        return False
    return i < len(run) - 1 or not _verb_behind(text, run[i].end)


@cache
def _inflected() -> frozenset[str]:
    """Verbs of saying as they stand behind a subject of one, or in the past; no other word has the form."""
    forms = (form for row in lexicon_for(DEFAULT).rows("cues", "verb") for form in row["forms"][1:])
    return frozenset(form for form in forms if known_as(form, THIRD) or known_as(form, PAST) or form.endswith("ed"))


def _verb_behind(text: str, end: int) -> bool:
    """Whether a small verb stands right behind: what it follows is a name."""
    found = _SMALL_BEHIND.match(text, end)
    words = text[found.start() : found.start() + _PAST].split() if found else []
    return bool(words) and verb_share(words[0]) >= MOSTLY


def _numbered(text: str, word: Capital) -> Capital:
    """A body's noun with the number before it ("the 6th Circuit", "the 9/11 Commission")."""
    if word.key not in word_set("organisations"):
        return word
    found = _NUMBER.search(text, max(0, word.start - _SIDE), word.start)
    if found is None:
        return word
    return word._replace(start=found.start(), text=text[found.start() : word.end])


def _runs(text: str, span: Span) -> Iterator[list[Capital]]:
    """Runs of capitalised words of one sentence, words that only begin it left out."""
    run: list[Capital] = []
    pending: list[Capital] = []  # words that are no name, unless one follows ("American" Bridge Union)
    words, common = list(_capitals(text, span)), word_set("not_names")
    for i, word in enumerate(words):
        if word.key in common and not (run and _still_name(text, run, word, _all_following(text, words, i))):
            if run:
                yield run
            run = []
            pending = [*pending, word] if pending and _adjoins(text, pending[-1], word) else [word]
            continue
        owned = run and len(run) < _LONGEST and text[run[-1].end : word.start] in _OWNED
        if owned and _owned_body(text, run, [word, *_all_following(text, words, i)]):
            run[-1] = _with_owner(text, run[-1], word)
            run.append(word)
            continue
        near = run and len(run) < _LONGEST and word.start - run[-1].end <= _FARTHEST
        if near and _goes_on(text, run, word, _following(text, words, i)):
            run.append(word)
            continue
        if run:
            yield run
        run = [*_leading(text, pending, word, span.start), word] if pending else [word]
        pending = []
    if run:
        yield run


def _goes_on(text: str, run: Sequence[Capital], word: Capital, follow: Capital | None) -> bool:
    """Whether a word is part of the name that a run has begun."""
    return _joined(text, run, word, follow) and not _repeats(run, word)


def _repeats(run: Sequence[Capital], word: Capital) -> bool:
    """Whether a word stands in a run before: another name begins ("Norwick Bank and Norwick Trust", "Lee Lee")."""
    return len(word.key) >= _SHORTEST_WORD and any(one.key == word.key for one in run[:-1])


def _owned_body(text: str, run: Sequence[Capital], owned: Sequence[Capital]) -> bool:
    """Whether a body behind an owner is one of a kind of people, not of somebody ("the Sheriff's Office").

    Behind a body's noun more words may lead to another ("the Institute for Women's Policy Research").
    """
    owner, bodies = run[-1], word_set("organisations")
    inside = run[0].key in bodies and any(word.key in bodies for word in owned)
    if not (inside or owned[0].key in bodies):
        return False
    common = small_share(owner.key) >= AT_TIMES or is_title(owner.text)
    return common or _is_saint(run) or _are_joined(text, run, owned[0])


def _is_saint(run: Sequence[Capital]) -> bool:
    """Whether a run is a saint's name, which a body bears as its own ("St Ada's Hospital")."""
    return len(run) > 1 and run[0].key in word_set("saints")


def _are_joined(text: str, run: Sequence[Capital], body: Capital) -> bool:
    """Whether the many that one word behind "the" names have joined in a body ("the Pilers' Union")."""
    many = len(run) == 1 and run[0].key.endswith("s") and body.start - run[0].end == _LONGEST_SIGN
    return many and body.key in speaker_words("joined_bodies") and bool(article_before(text, run[0].start))


def _with_owner(text: str, owner: Capital, word: Capital) -> Capital:
    """An owner with the sign that makes it one."""
    end = word.start - 1
    return Capital(owner.start, end, text[owner.start : end], text[owner.start : end].casefold())


def _following(text: str, words: Sequence[Capital], i: int) -> Capital | None:
    """The capitalised word that adjoins the one at `i`."""
    return words[i + 1] if i + 1 < len(words) and _adjoins(text, words[i], words[i + 1]) else None


def _all_following(text: str, words: Sequence[Capital], i: int) -> list[Capital]:
    """The capitalised words that stand one after another behind the one at `i`, as many as a name has."""
    stop = i + 1
    while stop < min(len(words), i + _LONGEST) and _adjoins(text, words[stop - 1], words[stop]):
        stop += 1
    return list(words[i + 1 : stop])


def _still_name(text: str, run: Sequence[Capital], word: Capital, follow: Sequence[Capital]) -> bool:
    """Whether a word that mostly begins sentences is part of a name here.

    A surname ("Ada May"), an initial ("Ruta A. Malik"), what a body's name has inside ("Norwick Watch Trust"), or what
    ends one outside a headline ("USA Today says").
    """
    if not run:
        return False
    if not _adjoins(text, run[-1], word):  # "the Federation for American Reform"
        return bool(follow) and word.key in word_set("in_bodies") and _joined(text, run, word, follow[0])
    if word.key in word_set("names_too") and (len(run) == 1 or is_given_name(run[-1].key)):
        return True
    if follow and _is_long_preposition(word) and _all_plain((*run, follow[0])):
        return True  # "Reporters Without Borders"
    if not follow and _ends_body(run, word) and _SMALL_BEHIND.match(text, word.end):
        return True
    if len(follow) == 1 and word.key in _numbers() and is_given_name(run[-1].key) and follow[0].key not in _times():
        return True  # "Edgar Two Bulls"
    inside = word.key in word_set("in_bodies") and any(one.key in word_set("organisations") for one in follow)
    return inside or bool(_INITIAL.fullmatch(word.text))


def _is_long_preposition(word: Capital) -> bool:
    """Whether a word is a preposition that names too print large ("Against"; "For" is a headline's)."""
    return len(word.key) >= _PRINTED_LARGE and known_as(word.key, PREPOSITION)


def _ends_body(run: Sequence[Capital], word: Capital) -> bool:
    """Whether a word can end the name of a body that other words begin ("USA Today", "Judicial Watch")."""
    return word.key in _times() or (word.key in speaker_words("watching") and small_share(run[-1].key) >= AT_TIMES)


@cache
def _numbers() -> frozenset[str]:
    """Words of numbers."""
    return frozenset(load_rules("anonymity")["numbers"]["words"])


@cache
def _times() -> frozenset[str]:
    """Words of time that are hardly ever printed large."""
    return frozenset(word for word in load_rules("closed_classes")["times"]["words"] if small_share(word) >= MOSTLY)


def _adjoins(text: str, one: Capital, two: Capital) -> bool:
    gap = text[one.end : two.start]
    if gap in _BLANKS:
        return True
    first, particles = gap.split(maxsplit=1)[:1], word_set("particles")
    return not particles.isdisjoint(first) and particles.issuperset(gap.split())


def _leading(text: str, pending: Sequence[Capital], word: Capital, opening: int) -> list[Capital]:
    """The adjectives and given names before a run that belong to it; whether to its name is told by its end."""
    kept: list[Capital] = []
    after = word
    for one in reversed(pending):
        led = one.key in word_set("leading") or (one.key in word_set("names_too") and one.start > opening)
        if not led or not _adjoins(text, one, after):
            break
        kept.insert(0, one)
        after = one
    return kept


_DASHES = "-–—"


def is_headline(text: str, sentence: Span, runs: Sequence[Sequence[Capital]]) -> bool:
    """Whether capitals say nothing because most words of the line have them; not behind a dash, which signs."""
    if (
        text[sentence.start] in _DASHES
        or 2 * sum(len(w.text) for run in runs for w in run) < sentence.end - sentence.start
    ):
        return False
    long = [w for w in sentence.of(text).split() if len(w) > 3 and w[0].isalpha()]
    closed = text[sentence.end - 1] in ".!?:" and (sentence.start > 0 or len(long) < 7)
    return not closed and sum(w[0].isupper() for w in long) > 0.8 * len(long)


def is_mostly_small(word: Capital) -> bool:
    """Whether news mostly writes a word, or the small one behind its last hyphen, without a capital."""
    tail = word.text.rpartition("-")[2]
    return small_share(word.key) >= MOSTLY or (tail.islower() and small_share(tail) >= MOSTLY)
