"""Names of people and bodies in one article, with the roles beside them.

Invariant: a name is a run of capitalised words of the text; nothing is added to what the article prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from audit.extract.sources.capitals import (
    AT_TIMES,
    GENERATIONS,
    MOSTLY,
    NICKNAME,
    Capital,
    ends_post,
    is_given_name,
    is_headline,
    is_mostly_small,
    is_title,
    name_runs,
    outlet_nouns,
    word_set,
)
from audit.extract.sources.german_names import name_of_run
from audit.extract.sources.glued_names import behind_body, is_body_or_place, is_of_headline, is_role, is_role_word
from audit.extract.sources.known_bodies import body_named, place_words
from audit.extract.sources.name_kinds import (
    begins_as_body,
    is_adjectival,
    is_at_times_small,
    is_common,
    is_plain_word,
    is_thing,
    kind_of,
)
from audit.extract.sources.nobodys_names import (
    has_sued,
    is_photographer,
    is_short_place,
    is_sued,
    opens,
    opens_kind,
)
from audit.extract.sources.speaker_words import article_before, speaker_words
from audit.lexicon.counts import bears_nobody, begins_place, is_frequent, is_silent, small_share
from audit.lexicon.outlets import Outlets
from audit.records import SourceKind, Span
from audit.text.parts_of_speech import PREPOSITION, known_as

_BEFORE = 12  # characters in which the word before a name stands
_LED = 4  # characters of a short preposition with its blanks
_EMPLOYED = 24  # characters in which "an analyst at" stands
_OWNERS = ("'s", "’s")
LONGEST_BEARER = 4
"""Words of the longest name behind a role."""


class Name(NamedTuple):
    """One mention of a name: `span` without titles, `full` the fullest spelling in the article.

    `role` is what the article calls its bearer right there ("South Korean President"; "head of the World Institute").
    """

    span: Span
    surface: str
    kind: SourceKind
    full: str
    role: str | None = None
    role_span: Span | None = None


def _name_start(text: str, run: Sequence[Capital]) -> int:
    """Where in a run the name begins: after the last title and what it is a title of."""
    start = 0
    offices = word_set("offices")
    i = 0
    while i < len(run):
        behind = 0 < start == i and ends_post(text, run[i - 1], run[i])
        title = behind or is_title(run[i].text) or _are_titles(run[i], run[i + 1 :])
        if title and not _only_generation(run[i + 1 :]) and not _is_borne(run[: i + 1], run):
            i = _past_office(run, i + 1, offices)
            start = i
        else:
            i += 1
    return start if start < len(run) else 0


def _are_titles(word: Capital, behind: Sequence[Capital]) -> bool:
    """Whether a word is the title of several people, the first of whom is named behind it ("Senators Ada Holm and")."""
    if not behind or not word.key.endswith("s") or not is_title(word.key[:-1]):
        return False
    return not _holds_body(behind) and not any(map(is_at_times_small, behind))


def _only_generation(words: Sequence[Capital]) -> bool:
    """Whether nothing but "Jr." or its like follows: the word before is a surname ("Ada King Jr.")."""
    return bool(words) and all(word.key in GENERATIONS for word in words)


def _is_borne(name: Sequence[Capital], run: Sequence[Capital]) -> bool:
    """Whether a title ends a run as the surname of somebody ("Rep. Ada King", "Mr. King", "TJ King")."""
    if len(name) < 2 or len(name) != len(run) or name[-1].key not in word_set("surnames_too"):
        return False
    first = name[-2]
    if is_title(first.text):
        return first.key in word_set("courtesy") or first.text.endswith(".")
    if len(name) > 2:
        return is_given_name(first.key)
    initials = first.text
    return len(initials) == 2 and initials.isalpha() and initials.isupper() and not is_body_or_place(name[:1])


def _past_office(run: Sequence[Capital], i: int, offices: frozenset[str]) -> int:
    """Past "of Defense", "to the U.N.", "of New Jersey", as long as a name is left."""
    gap = i < len(run) and run[i].start - run[i - 1].end > 1
    if gap and (named := _named_inside(run, i)):
        return named
    while i < len(run) - 1 and (gap or run[i].key in offices):
        known = max((n for n in (3, 2, 1) if i + n < len(run) and is_body_or_place(run[i : i + n])), default=0)
        if not known and run[i].key not in offices and not run[i].text.isupper():
            break
        i += known or 1
        gap = i < len(run) and (run[i].start - run[i - 1].end > 1)
    return i


def _named_inside(run: Sequence[Capital], i: int) -> int:
    """Where the name stands behind the words of an office or its body ("of National Security Ada Holm"); else 0."""
    at = next((j for j in range(i, len(run) - 1) if not _is_of_office(run[j])), 0)
    if at <= i or is_body_or_place(run[at : at + 1]):
        return 0
    return at if is_given_name(run[at].key) or (len(run) - at == 2 and not _is_of_office(run[-1])) else 0


def _is_of_office(word: Capital) -> bool:
    return is_at_times_small(word) or word.key in word_set("organisations")


def read_names(text: str, sentences: Iterable[Span], outlets: Outlets, language: str = "en") -> list[Name]:
    """Every name of the sentences in order, `outlets` told apart; `full` still equals `surface`."""
    found: list[Name] = []
    unsure: list[int] = []
    for sentence in sentences:
        runs = list(name_runs(text, sentence))
        headline = is_headline(text, sentence, runs)
        for run in runs:
            words = _without_opening(text, sentence, run)
            words = name_of_run(text, words) if language == "de" else words
            for name in _names_of(text, words, outlets):
                if is_sued(text, name.span.start) or _is_nobodys(text, sentence, name):
                    continue
                if _may_be_state(name) and is_short_place(text, name.span):
                    if found and _may_be_state(found[-1]) and text[found[-1].span.end : name.span.start] == ", ":
                        _drop_last(found, unsure)
                    continue
                if headline and is_of_headline(name.surface, name.kind, outlets):
                    continue
                alone = " " not in name.surface
                if headline or (alone and (language == "de" or _may_be_opening(text, sentence, name))):
                    unsure.append(len(found))
                found.append(name)
    kept = _without_cases(text, _without_unsure(_without_common(found), unsure))
    return list(_without_things(text, _told_apart(kept))) if language == "en" else kept


def _without_cases(text: str, found: Sequence[Name]) -> list[Name]:
    """Names without those of cases: the first of two parties, and its word alone where nobody bears it ("Roe said")."""
    cases = {name.surface for name in found if has_sued(text, name.span.end)}
    if not cases:
        return list(found)
    borne = {name.surface.rpartition(" ")[2] for name in found if _is_full(name) and name.surface not in cases}
    cases -= borne
    return [name for name in found if name.surface not in cases]


def _is_nobodys(text: str, sentence: Span, name: Name) -> bool:
    """Whether capitals are a photographer's name, or only open a sentence about people of a kind."""
    if name.kind is SourceKind.PERSON:
        return " " in name.surface and is_photographer(text, name.span)
    return name.kind is SourceKind.ORGANISATION and opens_kind(text, sentence, name.span)


def _may_be_state(name: Name) -> bool:
    return name.kind is SourceKind.PERSON and name.role is None and " " not in name.surface


def _drop_last(found: list[Name], unsure: list[int]) -> None:
    """Takes the last name back."""
    found.pop()
    if unsure and unsure[-1] == len(found):
        unsure.pop()


def _without_things(text: str, found: Iterable[Name]) -> Iterator[Name]:
    """Names with bodies of what looked like a person and has "which" behind it ("Mi Voto, which counts votes")."""
    names = list(found)
    things = {name.surface for name in names if _is_thing_told(text, name) and name.role is None}
    things = {words for words in things if not is_given_name(words.partition(" ")[0])}
    things |= {name.surface for name in names if _is_employer(text, name)}
    if not things:
        yield from names
        return
    borne = {word for n in names if _is_full(n) and n.surface not in things for word in n.surface.split()}
    for name in names:
        thing = name.kind is SourceKind.PERSON and name.surface in things and not borne & {*name.surface.split()}
        yield name._replace(kind=SourceKind.ORGANISATION) if thing else name


def _is_employer(text: str, name: Name) -> bool:
    """Whether somebody works at what looks like a person ("an analyst at Ada Holm said")."""
    start = name.span.start
    led = text[max(0, start - _LED) : start].strip() in speaker_words("works_at")
    if not led or name.kind is not SourceKind.PERSON or name.role is not None:
        return False
    before = text[max(0, start - _EMPLOYED) : start].split()
    return len(before) > 1 and is_role_word(before[-2].casefold()) and not text.startswith(_OWNERS, name.span.end)


def _is_thing_told(text: str, name: Name) -> bool:
    """Whether "which" follows a name that no preposition leads ("a tie with Holm, which ends": the tie)."""
    if not text.startswith(_things_behind(), name.span.end):
        return False
    before = text[max(0, name.span.start - _BEFORE) : name.span.start].split()
    led = bool(before) and known_as(before[-1], PREPOSITION)
    return not led and name.surface.split()[-1].casefold() not in outlet_nouns()  # papers are read where credits are


@cache
def _things_behind() -> tuple[str, ...]:
    """What stands behind a name of which a clause tells that it is no person's."""
    return tuple(f", {word} " for word in speaker_words("relative_bodies"))


def _told_apart(found: Sequence[Name]) -> Iterator[Name]:
    """Names without the places that looked like persons, and with bodies told by what news does with their word."""
    borne = {word for name in found if _is_full(name) for word in name.surface.split()}
    for name in found:
        kind = (
            _kind_in_news(name) if name.kind is SourceKind.PERSON and not borne & {*name.surface.split()} else name.kind
        )
        if kind is not None:
            yield name if kind is name.kind else name._replace(kind=kind)


def _is_full(name: Name) -> bool:
    """Whether a mention makes its words a person's: a given name or a role stands before the last."""
    if name.kind is not SourceKind.PERSON:
        return False
    if name.role is not None or " " not in name.surface:
        return name.role is not None
    first, *_, last = name.surface.split()
    return not begins_place(first) and not bears_nobody(last)


def _kind_in_news(name: Name) -> SourceKind | None:
    """What a word that would be a person is in news: nobody where it begins a place, or never says anything."""
    first, *rest = name.surface.split()
    if is_given_name(first):
        return name.kind
    if rest and is_silent(rest[-1]) and bears_nobody(rest[-1]):
        return SourceKind.ORGANISATION  # "Holm Medicare", in a headline
    if begins_place(first) and (rest or bears_nobody(first)):
        return None
    if rest or not bears_nobody(first):
        return name.kind
    people = first.endswith("s") and first[:-1].endswith(tuple(speaker_words("adjective_ends")))
    return None if people or is_silent(first) else SourceKind.ORGANISATION


def _without_common(found: Sequence[Name]) -> list[Name]:
    """Names without a common word glued before them ("Feature Ada Holm", where Ada Holm is named elsewhere)."""
    people = [name for name in found if name.kind is SourceKind.PERSON and " " in name.surface]
    full = {name.surface for name in people if not _is_glued(name.surface)}
    ends = {surface.rpartition(" ")[2] for surface in full}
    found = [name for name in found if not _is_of_two(name, ends)]
    return [_cut(name, full, ends) if name.kind is SourceKind.PERSON else name for name in found]


def _is_of_two(name: Name, ends: set[str]) -> bool:
    """Whether more than two words begin and end with surnames of the article: a headline ("Vint Raps Holm")."""
    if name.kind is not SourceKind.PERSON or name.surface.count(" ") < 2:
        return False
    first, *_, last = name.surface.split()
    return first != last and first in ends and last in ends and not is_given_name(first)


def _is_glued(surface: str) -> bool:
    """Whether the first of several words is one that news all but always writes small, and no given name."""
    first = surface.partition(" ")[0]
    return is_plain_word(first) and not is_given_name(first)


def _cut(name: Name, full: set[str], ends: set[str]) -> Name:
    if " " not in name.surface:
        return name
    if (
        (shorter := name.surface.rpartition(" ")[0]) in full
        and " " in shorter
        and is_plain_word(name.surface.split()[-1])
    ):
        return name._replace(span=Span(name.span.start, name.span.start + len(shorter)), surface=shorter, full=shorter)
    rest = name.surface.partition(" ")[2]
    if (rest not in full and rest not in ends) or not _is_glued(name.surface) or name.role is not None:
        return name
    span = Span(name.span.end - len(rest), name.span.end)
    return name._replace(span=span, surface=rest, full=rest)


def _may_be_opening(text: str, sentence: Span, name: Name) -> bool:
    """Whether a word has its capital only because it opens a sentence or, a plain one, what a colon leads to."""
    behind_colon = text.endswith(": ", sentence.start, name.span.start) and is_plain_word(name.surface)
    return behind_colon or opens(text, sentence, name.span)


def _without_opening(text: str, sentence: Span, run: list[Capital]) -> list[Capital]:
    """A run without the common word that opens its sentence ("Unlike Tor Vint"), where the rest is no body's name."""
    if len(run) < 2 or not opens(text, sentence, Span(run[0].start, run[0].end)):
        return run
    first, second = run[0], run[1]
    if (
        small_share(first.key) < MOSTLY
        or not is_frequent(first.key)
        or is_title(first.text)
        or is_role(first)
        or is_given_name(first.key)
        or f"{first.text} {second.text}" in place_words()
        or text.count(f"{first.text} {second.text}") > 1  # a name: "Planned Parenthood" elsewhere too
    ):
        return run
    common = small_share(second.key) >= AT_TIMES and is_frequent(second.key)
    return run if common or _holds_body(run[1:]) else run[1:]


def _holds_body(words: Sequence[Capital]) -> bool:
    return any(w.key in word_set("organisations") for w in words)


def _without_unsure(found: list[Name], unsure: Sequence[int]) -> list[Name]:
    """Drops words that begin a sentence, and headlines' words, unless the article has the name elsewhere too."""
    if not unsure:
        return found
    doubtful = set(unsure)
    known: set[str] = set()
    for i, name in enumerate(found):
        if i not in doubtful:
            words = name.surface.split()
            known.add(name.surface.casefold())
            born = [word for word in words if word.rstrip(".").casefold() not in GENERATIONS] or words
            known.update((words[0].casefold(), born[-1].rstrip(",").casefold()))
    return [name for name in found if name.surface.casefold() in known or _stands_alone(name)]


def _stands_alone(name: Name) -> bool:
    """Whether a doubtful name is one without another mention: a given name and more, or a body of no common word."""
    first, *rest = name.surface.split()
    if name.kind is SourceKind.PERSON:
        return bool(rest) and is_given_name(first)
    words = name.surface.casefold().split()
    return small_share(words[-1]) < MOSTLY or (bool(rest) and not word_set("organisations").isdisjoint(words))


def _names_of(text: str, run: Sequence[Capital], outlets: Outlets) -> Iterator[Name]:
    """The name that a run of capitals holds, at its place in the text."""
    by = run[0].start - len(article_before(text, run[0].start))
    words = tuple([(start - by, end - by, word, key) for start, end, word, key in run])
    for name in _read_run(text[by : run[-1].end], words, outlets):
        role = name.role_span and Span(name.role_span.start + by, name.role_span.end + by)
        span = Span(name.span.start + by, name.span.end + by)
        yield Name(span, name.surface, name.kind, name.full, name.role, role)


@lru_cache(maxsize=1 << 14)
def _read_run(text: str, run: tuple[tuple[int, int, str, str], ...], outlets: Outlets) -> tuple[Name, ...]:
    """The names of a run, from its words and the article before them alone: the same come in text after text."""
    return tuple(_named_in(text, list(map(Capital._make, run)), outlets))


def _named_in(text: str, run: list[Capital], outlets: Outlets) -> Iterator[Name]:
    """The name that a run of capitals holds, its titles told apart; two where a body's adjective stands before it."""
    cut = _name_start(text, run)
    if whole := _ends_body(run, cut):
        cut = 0  # "Justice Department": a title that is part of a body's name
    elif cut and is_body_or_place(run[cut:]):
        run, cut = run[cut:], 0  # "Secretary General of South Korea": a role, and the name of a state
    if not cut and not whole:
        cut = (
            _behind_roles(run)
            if _leads_with_role(run)
            else _role_inside(run) or _led_by_common(run) or behind_body(run, outlets)
        )  # "Lobbyist Ada Holm"
    elif cut and not whole:
        cut += _led_by_common(run[cut:]) or behind_body(run[cut:], outlets)  # "Assistant Special Agent Ada Holm"
    words = _without_letters(_without_adjective(run[cut:]) if not cut else run[cut:])
    if not words:
        return
    span = Span(words[0].start, words[-1].end)
    if not cut and (joined := _two_outlets(text, words, outlets)):
        yield from joined
        return
    if not cut and (paper := _with_article(text, span, outlets)):
        yield Name(paper, paper.of(text), SourceKind.OUTLET, paper.of(text))
        return
    surface = NICKNAME.sub(" ", span.of(text))
    titled = cut > 0 and not _only_qualifies(run[:cut])
    role = Span(run[0].start, run[cut - 1].end) if titled else None
    if (
        not cut
        and len(words) > 1
        and _ends_in_title(words)
        and not _is_for(words)
        and not (is_given_name(words[0].key) or _is_borne(words, words))
    ):
        words = words[:1]  # "NATO Secretary General": an office, and perhaps a body's name before it
        span = Span(words[0].start, words[0].end)
        surface = NICKNAME.sub(" ", span.of(text))
        if body_named(surface) is None:
            return
    if role and _is_led_body(text, role.end, words):
        cut, role, titled = 0, None, False
    if role and _is_led_office(text, role.end, words):
        return
    kind = kind_of(words, titled, surface, outlets)
    if kind is None or (not cut and _is_only_office(words)):
        return
    yield Name(span, surface, kind, surface, role.of(text) if role else None, role)


def _only_qualifies(titles: Sequence[Capital]) -> bool:
    """Whether the words before a name tell of a post that stands behind it ("Former Norwick mayor Ada Holm")."""
    return all(word.key in speaker_words("former") for word in titles)


def _two_outlets(text: str, words: Sequence[Capital], outlets: Outlets) -> tuple[Name, ...]:
    """The two outlets that "and" joins, where there is none with both names ("the Norwick Post and Mill Daily")."""
    at = next(
        (i for i in range(1, len(words)) if text[words[i - 1].end : words[i].start].strip() in word_set("ands")), 0
    )
    spans = [Span(part[0].start, part[-1].end) for part in (words[:at], words[at:]) if part]
    if len(spans) < 2 or outlets.resolve(text[spans[0].start : spans[1].end]) is not None:
        return ()
    printed = [_with_article(text, span, outlets) or span for span in spans]
    if any(outlets.resolve(span.of(text)) is None for span in printed):
        return ()
    return tuple(Name(span, span.of(text), SourceKind.OUTLET, span.of(text)) for span in printed)


def _ends_body(run: Sequence[Capital], cut: int) -> bool:
    """Whether a body's noun ends a run right behind its titles, which are then part of the name."""
    if _is_of_sport(run, cut):
        return True
    plain = 0 < cut < len(run) and all(_is_plain(word) for word in run[cut:])  # "General Social Survey"
    if plain and run[0].key in word_set("organisations") and cut > 1 and run[1].start - run[0].end > 1:
        return True  # "Bureau of Justice Statistics"
    if len(run) < 2 or run[-1].key not in word_set("organisations"):
        return False
    if cut not in {0, len(run) - 1} and not plain:
        return False
    return run[-1].start - run[-2].end == 1


def _is_plain(word: Capital) -> bool:
    """Whether news mostly writes a word small, as an owner too ("the Attorney General's Office")."""
    return small_share(word.key.removesuffix("'s")) >= MOSTLY


def _is_of_sport(run: Sequence[Capital], cut: int) -> bool:
    """Whether a title, a body's noun and a common word are the whole name ("Major League Baseball")."""
    if not 0 < cut == len(run) - 2 or any(two.start - one.end > 1 for one, two in pairwise(run)):
        return False
    return run[cut].key in word_set("organisations") and _is_plain(run[-1])


def _is_led_body(text: str, end: int, words: Sequence[Capital]) -> bool:
    """Whether small words lead from a title to a body ("CEO of the Mill Board"), or to common words: no person."""
    if is_given_name(words[0].key) or not text[end : words[0].start].strip():
        return False
    return words[-1].key in word_set("organisations") or (len(words) > 1 and is_common(words))


def _is_led_office(text: str, end: int, words: Sequence[Capital]) -> bool:
    """Whether small words lead from a title to what it is an office of ("Minister of Health and Sport Ada Holm")."""
    return bool(text[end : words[0].start].strip()) and all(w.key in word_set("offices") for w in words)


def _is_only_office(words: Sequence[Capital]) -> bool:
    """Whether words are no more than an office: one word, or a title among them ("Homeland Security" is a body)."""
    titles = word_set("titles")
    office = all(w.key in titles or w.key in word_set("offices") for w in words)
    return office and (len(words) == 1 or any(w.key in titles for w in words))


def _with_article(text: str, name: Span, outlets: Outlets) -> Span | None:
    """The name with the capital "The" before it, where an outlet has that name and is not known without it."""
    article = article_before(text, name.start)
    whole = Span(name.start - len(article), name.end)
    if not article[:1].isupper() or outlets.resolve(name.of(text)) is not None:
        return None
    return whole if outlets.resolve(whole.of(text)) is not None else None


def _leads_with_role(run: Sequence[Capital]) -> bool:
    """Whether the first word says what the person is whom the others name."""
    return 3 <= len(run) <= 5 and is_role(run[0]) and not _holds_body(run) and not is_thing(run)


def _behind_roles(run: Sequence[Capital]) -> int:
    """Where the name begins behind the roles that lead a run ("Conservative MP Ada Holm")."""
    return next((i for i in range(1, len(run) - 1) if not is_role(run[i])), 1)


def _role_inside(run: Sequence[Capital]) -> int:
    """Where the name begins behind a role inside the run ("Norwick Supervisor Ada Holm"); 0 where none does."""
    inside = (i + 1 for i in range(1, len(run) - 2) if _is_post(run, i) and is_given_name(run[i + 1].key))
    return next((at for at in inside if len(run) - at <= LONGEST_BEARER), 0)


def _is_post(run: Sequence[Capital], i: int) -> bool:
    """Whether a word is a role, or one mostly written small behind a body ("CNN Contributor", "Mill Bank Teller")."""
    letters = i == 1 and run[0].text.isupper() and len(run[0].text) > 1
    behind_body = letters or run[i - 1].key in word_set("organisations")
    return is_role(run[i]) or (behind_body and is_mostly_small(run[i]))


def _led_by_common(run: Sequence[Capital]) -> int:
    """Where the name begins behind words that news mostly writes small ("Eyewitness Ada Holm"); 0 where none does."""
    at = next((i for i, word in enumerate(run) if not is_mostly_small(word)), 0)
    if not at or not 2 <= len(run) - at <= LONGEST_BEARER or _holds_body(run) or is_given_name(run[0].key):
        return 0
    plain = at > 1 or is_plain_word(run[0].key)
    unknown = plain and len(run) - at == 2 and not any(small_share(word.key) for word in run[at:])
    return at if is_given_name(run[at].key) or unknown else 0


def _ends_in_title(words: Sequence[Capital]) -> bool:
    return words[-1].key in word_set("titles") and words[-1].key not in word_set("organisations")


def _is_for(words: Sequence[Capital]) -> bool:
    """Whether small words lead from a body's noun to the last word ("Institute for Justice")."""
    return words[-2].key in word_set("organisations") and words[-1].start - words[-2].end > 1


def _without_adjective(words: list[Capital]) -> list[Capital]:
    """ "Ukrainian Ada Holm" without its first word, "San Norwick-based Ada Holm" without three; "Russian Ministry"
    keeps it."""
    if begins_as_body(words):
        return words
    words = words[max((i + 1 for i, word in enumerate(words[:-1]) if is_adjectival(word)), default=0) :]
    while (
        len(words) > 1 and words[0].key in word_set("leading") and not (_holds_body(words[1:]) or is_common(words[1:]))
    ):
        words = words[1:]
    for size in (2, 1):
        if len(words) > size and not _holds_body(words[size:]):
            body = body_named(" ".join(w.text for w in words[:size]))
            if body and " ".join(w.text for w in words[:size]) != body and len(words) - size > 1:
                return words[size:]
    return words


def _without_letters(words: list[Capital]) -> list[Capital]:
    """ "Ada Holm FBI" without the letters behind it, which name a body."""
    last = words[-1].text if words else ""
    if len(words) > 1 and last[1:2] in {"-", "‑"} and last[:1].isupper() and last[2:3].isupper():
        return words[:-1]  # "Ada Holm D-Norwick"
    shouted = len(last) > 2 and last.isalpha() and last.isupper() and last.casefold() not in _GENERATIONS
    if not shouted or len(words) < 2 or (len(words) == 2 and is_common(words[:1])):
        return words  # "Priorities USA"
    return words if any(w.text.isupper() for w in words[:-1]) else words[:-1]


_GENERATIONS = frozenset({"iii", "vii", "viii"})
