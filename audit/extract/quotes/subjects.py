"""Noun phrases beside a reporting verb: the subject to its left, the inverted subject to its right.

Invariant: a phrase is a range `[first, stop)` of the items of one line and never crosses a marked stretch.
"""

from __future__ import annotations

from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.lexicon.counts import small_share
from audit.text.parts_of_speech import NOUN, PARTICIPLE, PAST, THIRD, known_as, may_be, verb_share

Phrase = tuple[int, int]
LONGEST = 18
"""Items a noun phrase may have; a longer one is not read."""

MOSTLY = 0.5
"""Share of its times that a word is written small, from which on it is a common word."""
LONGEST_ITEM = 6
"""Items of the end of a list."""
LONGEST_CLAUSE = 18
"""Items of a relative clause before the verb."""


def is_word(line: Line, i: int) -> bool:
    """Whether item i is a word, not a stop or a marked stretch."""
    word = line.low[i]
    return word[0].isalnum() or word[0] in "@#$"


def subject_before(line: Line, group: int) -> Phrase | None:
    """The noun phrase that ends right before item `group`, an apposition or a relative clause passed over."""
    last = group - 1
    if last < 0:
        return None
    word = line.low[last]
    if word in {",", ")"} or word in DASHES:
        return with_fellows(line, _before_apposition(line, last))
    if word in line.grammar.relatives:
        stop = last - 1 if line.low[last - 1] == "," else last
        phrase = phrase_ending(line, stop)
        if phrase and (bearer := _described(line, phrase)):
            return bearer
        if phrase and _is_party(line, phrase):
            return _before_apposition(line, phrase[0] - 1)
        return (phrase[0], group) if phrase else None
    if is_time(line, last) or _is_day(line, last):
        return _past_clause(line, _past_times(line, last))
    return _past_clause(line, with_fellows(line, _past_preposition(line, phrase_ending(line, group))))


def with_fellows(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The phrase with those that "and" and commas join to it ("The ministry, the bank and the union said").

    They open the line or stand right behind marked words; each begins with a determiner and ends in somebody or a body.
    """
    if phrase is None or phrase[0] < 2 or line.low[phrase[0] - 1] not in line.grammar.coordinators:
        return phrase
    first = phrase[0]
    while first > 1 and (line.low[first - 1] == "," or line.low[first - 1] in line.grammar.coordinators):
        fellow = phrase_ending(line, first - 1 - (line.low[first - 2] == ","))
        if fellow is None or not _may_be_fellow(line, fellow, phrase):
            break
        first = fellow[0]
    opens = not first or line.low[first - 1] is MARKED or (line.low[first - 1] == "," and line.low[first - 2] is MARKED)
    return (first, phrase[1]) if opens else phrase


def _may_be_fellow(line: Line, fellow: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase can speak beside another one; not where one name goes on ("Ministry of Fish and the Sea")."""
    determined = all(line.low[first] in line.grammar.determiners for first in (fellow[0], phrase[0]))
    head, last = fellow[1] - 1, phrase[1] - 1
    of = not line.grammar.of.isdisjoint(line.low[slice(*fellow)])
    one = of and line.capital(head) and line.capital(last) and line.low[last] not in line.grammar.bodies
    somebody = line.capital(head) or is_head(line, head) or line.low[head] in line.grammar.bodies
    return determined and somebody and not one and line.grammar.finite.isdisjoint(line.low[slice(*fellow)])


def prompted(line: Line, to: int) -> Phrase | None:
    """Whom something brought to say what follows "to" at an item ("prompting the mayor to say that ...")."""
    phrase = phrase_ending(line, to)
    led = phrase and phrase[0] > 1 and line.low[phrase[0] - 1] in line.grammar.prompting
    return phrase if led else None


def _past_clause(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The phrase itself, unless it ends a relative clause ("a pilot who spoke to the Courier said": the pilot)."""
    relatives = line.grammar.possessive_relatives
    if phrase is None or not phrase[0] or not _may_end_clause(line, phrase[0] - 1) or _opens_relative(line, phrase):
        return phrase
    for i in range(phrase[0] - 1, max(0, phrase[0] - LONGEST_CLAUSE), -1):
        if not is_word(line, i):
            return phrase
        if line.low[i] in relatives:
            stop = i - (i > 1 and line.low[i - 1] == "," and line.capital(i - 2))
            return _with_part(line, phrase_ending(line, stop)) or phrase
    return phrase


def _opens_relative(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is the subject of a relative clause itself ("Holm, who police said was late")."""
    first = phrase[0]
    behind = line.low[first - 1] in line.grammar.possessive_relatives
    return behind and (line.low[first] in line.grammar.determiners or is_head(line, first))


def _with_part(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The phrase with the part of it that is meant before it ("one of the pilots")."""
    if phrase is None or phrase[0] < 2 or line.low[phrase[0] - 1] not in line.grammar.of:
        return phrase
    return (phrase[0] - 2, phrase[1]) if line.low[phrase[0] - 2] in line.grammar.determiners else phrase


def _may_end_clause(line: Line, last: int) -> bool:
    """Whether a relative clause may go on up to item `last`: a preposition, "who", or a verb behind "who"."""
    grammar = line.grammar
    if known_as(line.low[last], THIRD) and line.low[last - 1] in grammar.coordinators:
        return True  # "Holm, who sits on the board and heads the harbour said"
    if line.low[last - 1] in grammar.possessive_relatives and line.low[last] in grammar.finite:
        return may_be(line.low[last + 1], PARTICIPLE)  # "farmers who have sided with Holm say"
    if line.low[last] in grammar.prepositions or line.low[last] in grammar.possessive_relatives:
        return True
    plain = is_word(line, last) and not (line.capital(last) or is_role(line, last) or line.low[last] in grammar.breaks)
    return plain and not grammar.possessive_relatives.isdisjoint(line.low[max(0, last - 3) : last])


def is_time(line: Line, i: int) -> bool:
    """Whether a word tells when: not where it is printed large and hardly ever is ("USA Today said", "Lee Monday")."""
    word = line.low[i]
    named = i and line.capital(i) and line.capital(i - 1) and small_share(word) >= MOSTLY and not is_headline(line)
    return (word in line.grammar.times and not named) or _is_month(line, i)


def _is_month(line: Line, i: int) -> bool:
    """Whether a large modal stands behind a preposition ("a suit filed in May says so")."""
    led = i > 0 and line.capital(i) and line.low[i] in line.grammar.modals
    return led and line.low[i - 1] in line.grammar.prepositions and not is_headline(line)


def bears_name(line: Line, i: int) -> bool:
    """Whether a small word is a surname here: printed large behind a name, or before a past form ("Tor May said")."""
    if not line.capital(i) or line.low[i] not in line.grammar.breaks:
        return False
    if line.low[i] in line.grammar.modals and i + 1 < len(line) and known_as(line.low[i + 1], PAST):
        return True
    before = line.low[i - 1] if i else ""
    named = bool(i) and line.capital(i - 1) and before not in line.grammar.no_name_start
    return named and not is_headline(line)


def is_headline(line: Line) -> bool:
    """Whether most words are capitalised, so that a capital says nothing."""
    long = [i for i, w in enumerate(line.low) if w[0].isalpha() and len(w) > 3]
    return len(long) > 2 and sum(map(line.capital, long)) > 0.85 * len(long)


def _is_day(line: Line, i: int) -> bool:
    """Whether a number is the day of the month before it."""
    return (
        i > 0
        and line.low[i].isdigit()
        and line.low[i - 1].rstrip(".") in line.grammar.day_words
        and line.capital(i - 1)
    )


def _is_party(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase behind a comma is a letter and a place ("Ada Holm, R-Norwick, who ...")."""
    return phrase[0] > 1 and line.low[phrase[0]][1:2] == "-" and line.low[phrase[0] - 1] == ","


def _described(line: Line, phrase: Phrase) -> Phrase | None:
    """The name before the comma before a description ("Ada Holm, an expert on dams who ..."), if one stands there."""
    first, grammar = phrase[0], line.grammar
    if first > 3 and line.low[first - 1] in grammar.coordinators and (before := phrase_ending(line, first - 1)):
        first = before[0]  # "Ada Holm, the engineer and former mayor who ..."
    if first < 3 or line.low[first - 1] != ",":
        return None
    if line.low[first] not in grammar.articles and line.low[first] not in grammar.indefinite:
        return None
    last = first - 2
    named = (_name_first(line, last, _phrase_floor(line, last)), first - 1)
    if named[1] - named[0] < 2 or not all(line.capital(i) for i in range(*named)):
        return None
    return None if named[0] and line.low[named[0] - 1] in grammar.prepositions else named


def _past_times(line: Line, last: int) -> Phrase | None:
    """The subject before a time ("Lee on Monday said")."""
    leads = line.grammar.time_leads
    while last and (is_time(line, last) or line.low[last] in leads or _is_day(line, last)):
        last -= 1 + _is_day(line, last)
    last -= bool(last) and line.low[last].endswith("ed") and line.low[last - 1] in line.grammar.issued  # "a memo dated"
    return phrase_ending(line, last + 1) if is_word(line, last) else None


def _past_preposition(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The phrase itself, unless a preposition before it makes it part of another one ("Lee, envoy to Norwick said")."""
    stop = phrase[1] if phrase else 0
    phrase = _past_number(line, phrase) if phrase else None
    for _ in range(4):
        if phrase is None or phrase[0] < 2 or line.low[phrase[0] - 1] not in line.grammar.prepositions:
            break
        before = phrase_ending(line, phrase[0] - 1)
        if before is None:
            if line.low[phrase[0] - 2] == "," and line.low[phrase[0] - 1] in line.grammar.of:
                return _before_apposition(line, phrase[0] - 2)  # "Lee, 41, of Norwick said"
            return phrase if _opens_clause(line, phrase[0] - 1) else None
        if _is_verb_behind_comma(line, before):
            return phrase
        phrase = before[0], stop
    if phrase and _is_apposed_role(line, phrase):
        return _before_apposition(line, phrase[0]) or phrase
    return phrase


def _is_verb_behind_comma(line: Line, phrase: Phrase) -> bool:
    """Whether what looks like a noun is the verb of a subject before a comma ("Lee, an envoy, appeared in a film")."""
    first, stop = phrase
    verb = stop - first == 1 and line.low[first].endswith("ed") and not is_role(line, first)
    return verb and first > 0 and line.low[first - 1] == "," and not line.capital(first)


def _past_number(line: Line, phrase: Phrase) -> Phrase:
    """The phrase with the number before it ("a survey of more than 1,000 Americans": from "more")."""
    first, grammar = phrase[0], line.grammar
    if first < 2 or not line.low[first - 1][:1].isdigit() or not line.low[phrase[1] - 1].endswith("s"):
        return phrase
    first -= 1
    while first > 1 and line.low[first - 1] in grammar.number_leads:
        first -= 1
    return (first, phrase[1]) if line.low[first - 1] in grammar.of else phrase


def _opens_clause(line: Line, at: int) -> bool:
    """Whether item `at` is the second of the line, or stands behind a comma or a conjunction."""
    return not at or line.low[at - 1] == "," or line.low[at - 1] in line.grammar.subject_joins


def _is_apposed_role(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is an office behind a comma or "and", and the name stands before ("Lee, commander, said")."""
    if phrase[0] < 2:
        return False
    before = line.low[phrase[0] - 1]
    last = line.low[phrase[1] - 1]
    if before == "," and last.endswith("s") and last[:-1] in line.grammar.roles:
        return False  # "The mayor, critics said, ...": many are not one
    return (before == "," or before in line.grammar.coordinators) and _only_says_role(line, phrase)


def _only_says_role(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is no more than an office ("commander", "former Deputy Ambassador"); "police" are a body."""
    first, stop = phrase
    grammar = line.grammar
    head = next((i for i in range(first, stop) if line.low[i] in grammar.prepositions), stop) - 1
    if not _all_roles(line, first, head + 1) and not line.capital(head):
        return False
    office = line.low[head].strip(".")
    is_office = office in grammar.roles and office not in grammar.bodies and _is_printed_role(line, head)
    return is_office and line.low[first] not in grammar.determiners


def _before_apposition(line: Line, last: int) -> Phrase | None:
    """ "Lee, 41, head of the board, said": the phrase before the first of the commas that belong together."""
    if line.low[last] in DASHES and (dashed := _before_dashes(line, last)):
        return dashed
    found: Phrase | None = None
    at = last - 1
    floor = max(0, last - 45)
    while at > floor and line.low[at] is not MARKED and line.low[at] not in {";", ":"}:
        if line.low[at] == ",":
            if not (_is_remark(line, at + 1) or _ends_list(line, at + 1)):
                break
            phrase = phrase_ending(line, at)
            told = phrase and _named_or_determined(line, phrase) and _begins(line, phrase[0])
            if phrase and told and not _is_short_place(line, phrase):
                found = _with_name_behind(line, phrase)
        at -= 1
    return found or _behind_marks(line, last)


def _behind_marks(line: Line, last: int) -> Phrase | None:
    """`"...," Mill Manager Ada Holm, told the paper`: a name between marked words and a comma too many."""
    phrase = phrase_ending(line, last) if line.low[last] == "," else None
    if phrase is None or not phrase[0] or line.low[phrase[0] - 1] is not MARKED:
        return None
    return phrase if line.capital(phrase[1] - 1) else None


def _with_name_behind(line: Line, phrase: Phrase) -> Phrase:
    """ "Another member, Ahn Chan-il, ...", "Chief Planner, Ada Holm, ...": the name behind a role belongs to it."""
    if line.capital(phrase[1] - 1) and small_share(line.low[phrase[1] - 1]) < MOSTLY and not _is_of_place(line, phrase):
        return phrase
    stop = phrase[1] + 1
    while stop < len(line) and (line.capital(stop) or _joins_place(line, stop)):
        stop += 1
    closed = stop < len(line) and line.low[stop] == line.low[phrase[1]]
    return (phrase[0], stop) if closed and stop > phrase[1] + 2 else phrase


def _joins_place(line: Line, i: int) -> bool:
    """Whether item i is the "of" between a name and a place ("Ada Holm of Norwick")."""
    return line.low[i] in line.grammar.of and line.capital(i - 1) and i + 1 < len(line) and line.capital(i + 1)


def _is_of_place(line: Line, phrase: Phrase) -> bool:
    """Whether the only capitals of a phrase stand behind a role and a preposition ("the lawyer for Norwick")."""
    first = next(i for i in range(*phrase) if (line.capital(i) and i > phrase[0]) or i == phrase[1] - 1)
    return first > phrase[0] + 1 and line.low[first - 1] in line.grammar.prepositions and is_head(line, first - 2)


def _before_dashes(line: Line, last: int) -> Phrase | None:
    """ "Lee - who heads the board - said"."""
    for at in range(last - 1, max(0, last - 45), -1):
        if line.low[at] is MARKED:
            return None
        if line.low[at] in DASHES:
            phrase = _past_preposition(line, phrase_ending(line, at))
            return _with_name_behind(line, phrase) if phrase and _named_or_determined(line, phrase) else None
    return None


def _is_remark(line: Line, at: int) -> bool:
    """Whether what begins at item `at`, after a comma, says more about the name before it."""
    word, grammar = line.low[at], line.grammar
    return word in grammar.apposition_openers or word[0].isdigit() or word in grammar.roles or line.capital(at)


def _is_short_place(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is one word with a full stop behind a comma ("In Norwick, Wis., Lee said")."""
    first, stop = phrase
    shortened = stop - first == 1 and line.text[line.end[first] : line.end[first] + 1] == "."
    return shortened and first > 1 and line.low[first - 1] == "," and line.capital(first - 2)


def _ends_list(line: Line, at: int) -> bool:
    """Whether what begins at an item, behind a comma, ends a list ("head of trade, rivers and fishing, said")."""
    stop = next((i for i in range(at, len(line)) if not is_word(line, i)), len(line))
    grammar, words = line.grammar, line.low[at:stop]
    plain = not any(word in grammar.finite or word in grammar.verbs or word in grammar.pronouns for word in words)
    return plain and stop - at <= LONGEST_ITEM and not grammar.coordinators.isdisjoint(words[1:])


def _begins(line: Line, first: int) -> bool:
    """Whether a subject may begin here: at the beginning, or after a stop, a conjunction or marked words."""
    if not first:
        return True
    word = line.low[first - 1]
    return not is_word(line, first - 1) or word in line.grammar.breaks or word in line.grammar.times


def _named_or_determined(line: Line, phrase: Phrase) -> bool:
    first, stop = phrase
    return any(line.capital(i) for i in range(first, stop)) or line.low[first] in line.grammar.determiners


def phrase_ending(line: Line, stop: int) -> Phrase | None:
    """The noun phrase whose last item is `stop - 1`."""
    last, grammar = stop - 1, line.grammar
    if last < 0 or not is_word(line, last):
        return None
    word = line.low[last]
    if word in grammar.pronouns:
        return None if word in grammar.demonstratives else (last, stop)
    if word in grammar.parted and last > 1 and line.low[last - 1] in grammar.of:
        first = line.low[last - 2]
        return (last - 2, stop) if first in grammar.determiners or first in grammar.pronouns else None
    opens_none = word in grammar.no_name_start and (word not in grammar.times or is_time(line, last))
    if opens_none and not bears_name(line, last):
        return None
    floor = _phrase_floor(line, last)
    if line.capital(last) or word[0].isdigit():
        return _widen(line, _name_first(line, last, floor), floor), stop
    return _common_first(line, last, floor), stop


def _phrase_floor(line: Line, last: int) -> int:
    """The leftmost item that may still belong to the phrase."""
    at = last
    while at > 0 and last - at < LONGEST and (is_word(line, at - 1) or line.low[at - 1] == "&"):
        if line.low[at - 1] in line.grammar.breaks and not (joins_names(line, at - 1) or bears_name(line, at - 1)):
            break
        at -= 1
    return at


def joins_names(line: Line, at: int) -> bool:
    """Whether item `at` is the "and" between two capitalised words."""
    return line.low[at] in line.grammar.coordinators and at > 0 and line.capital(at + 1) and line.capital(at - 1)


def _name_first(line: Line, last: int, floor: int) -> int:
    """Where the name begins whose last word is `last`."""
    at = _past_particles(line, _capitals_first(line, last, floor), floor)
    while at < last and line.low[at] in line.grammar.no_name_start:
        at += 1
    return at


def _capitals_first(line: Line, at: int, floor: int) -> int:
    """Where the run of capitalised words begins that ends at `at`, the small words inside it passed over."""
    while at > floor:
        if line.capital(at - 1) or line.low[at - 1] == "&":
            at -= 1
        elif at - 2 >= floor and line.capital(at - 2) and line.low[at - 1] in line.grammar.inside_names:
            at -= 2
        elif at - 3 >= floor and line.capital(at - 3) and _links(line, at - 2):
            at -= 3
        else:
            break
    return at


def _past_particles(line: Line, at: int, floor: int) -> int:
    """Past the small particles that open a name ("von", "de")."""
    grammar = line.grammar
    while at > floor and line.low[at - 1] in grammar.particles:
        if line.low[at - 1] in grammar.no_leading_particles:
            break
        at -= 1
    return at


def _links(line: Line, at: int) -> bool:
    """Whether two small words stand inside one name ("of the", "von der")."""
    one, two, grammar = line.low[at], line.low[at + 1], line.grammar
    if one in grammar.name_joins_before_article and two in grammar.articles:
        return True
    return one in grammar.particles and two in grammar.particles


def _widen(line: Line, first: int, floor: int) -> int:
    """Takes in "a spokesman for", and the lower-case words of a title, before a name."""
    at, grammar = first, line.grammar
    for _ in range(8):
        if at <= floor:
            break
        word = line.low[at - 1]
        if word in grammar.determiners:
            at -= 1
            break
        if word in grammar.prepositions:
            inner = _noun_before(line, at - 1, floor)
            return (at if _all_roles(line, at, first) else first) if inner is None else inner
        if not word[0].isalpha():
            break
        at -= 1
    return at if _is_title_before(line, at, first) else first


def _is_title_before(line: Line, at: int, first: int) -> bool:
    """Whether the words from `at` up to a name are its title: behind marks, determined, or roles all of them."""
    if at and line.low[at - 1] is MARKED:
        return True
    if line.low[at] in line.grammar.determiners or _all_roles(line, at, first):
        return True
    return not at and (known_as(line.low[first - 1], NOUN) or is_role(line, first - 1))  # "Retired surgeon Ada Holm"


def _all_roles(line: Line, first: int, stop: int) -> bool:
    roles = line.grammar.roles
    words = ((i, w.strip(".")) for i in range(first, stop) for w in line.low[i].split("-")[-1:])
    return all(word in roles and _is_printed_role(line, i) for i, word in words)


def _noun_before(line: Line, at: int, floor: int) -> int | None:
    """The beginning of the phrase whose head is right before a preposition at item `at`."""
    if at <= floor:
        return None
    return _common_first(line, at - 1, floor) if is_role(line, at - 1) else None


def _common_first(line: Line, last: int, floor: int) -> int:
    """The beginning of a phrase with a common noun at its end: its determiner, past "of the"."""
    at = start = last
    while at > floor:
        at -= 1
        if line.low[at] in line.grammar.determiners:
            if not _depends_on_role(line, at, floor):
                return at
            start, at = at, at - 1
        elif line.low[at] in line.grammar.prepositions:
            if not (at > floor and is_role(line, at - 1)):
                return at + 1
        elif acts_on(line, at) or _says(line, at):
            return start
        elif start == at + 1:
            start = at
    return start


def acts_on(line: Line, at: int) -> bool:
    """Whether item `at` is the verb of the name before it ("Holm interviewed sailors who ...")."""
    word = line.low[at]
    verb = word.endswith("ed") and "-" not in word and not line.capital(at) and not is_role(line, at)
    named = at > 0 and line.capital(at - 1)
    led = line.low[at - 1] in line.grammar.determiners or line.low[at - 1] in line.grammar.no_names
    return verb and named and not led and (at > 1 or small_share(line.low[at - 1]) < MOSTLY)


def _says(line: Line, at: int) -> bool:
    """Whether item `at` is what somebody says of whom follows ("Holm, who left, said police warned ...")."""
    before = line.low[at - 1] if at else ""
    told = line.low[at] in line.grammar.verbs and not line.capital(at) and _is_told(line.low[at])
    named = before == "," or before in line.grammar.third_persons or line.capital(at - 1)
    return told and at > 0 and (named or is_head(line, at - 1))


def _is_told(word: str) -> bool:
    return known_as(word, PAST) or (known_as(word, THIRD) and verb_share(word) > 0.5)


def _depends_on_role(line: Line, at: int, floor: int) -> bool:
    """Whether a preposition and a role stand before item `at` ("a member of the ...")."""
    return at - 1 > floor and line.low[at - 1] in line.grammar.prepositions and is_role(line, at - 2)


def is_role(line: Line, i: int) -> bool:
    """Whether an item says what somebody is ("officials", "senior")."""
    word = line.low[i]
    return _is_printed_role(line, i) and (word in line.grammar.roles or word.rstrip("s") in line.grammar.roles)


def is_head(line: Line, i: int) -> bool:
    """Whether an item can head a role ("officials", not "senior")."""
    word, nouns = line.low[i], line.grammar.role_nouns
    return _is_printed_role(line, i) and (word in nouns or word.removesuffix("s") in nouns)


def _is_printed_role(line: Line, i: int) -> bool:
    """Whether a role's noun would stand so, and a name would not ("Harper")."""
    return line.low[i] not in line.grammar.names_too or not line.capital(i)


def is_thing(line: Line, phrase: Phrase) -> bool:
    """Whether a subject is nobody and no document: no name, no role, no pronoun."""
    first, stop = phrase
    begins = first + (line.low[first] in line.grammar.determiners)
    named = any(line.capital(i) and (i or small_share(line.low[i]) < MOSTLY) for i in range(begins, stop))
    if named or line.low[first] in line.grammar.pronouns:
        return False
    return not (is_document(line, phrase) or heads_role(line, phrase))


def heads_role(line: Line, phrase: Phrase) -> bool:
    """Whether the head of a noun phrase says what somebody is ("critics of the plan")."""
    head = _head_of(line, phrase)
    return is_role(line, head) or line.low[head].endswith(tuple(line.grammar.doers))


def is_document(line: Line, phrase: Phrase) -> bool:
    """Whether the head of a noun phrase is a document ("the records", "a survey of voters")."""
    word = line.low[_head_of(line, phrase)]
    singular = word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")
    return not line.grammar.issued.isdisjoint((word, singular))


def _head_of(line: Line, phrase: Phrase) -> int:
    """The item of the head of a noun phrase: before a preposition, a relative or a stop."""
    first, stop = phrase
    closing = (line.grammar.prepositions, line.grammar.relatives)
    ends = (i for i in range(first + 1, stop) if any(line.low[i] in some for some in closing) or not is_word(line, i))
    return next(ends, stop) - 1
