"""Noun phrases over the classes of words: where one begins and ends, and what hangs on it.

Invariant: a phrase ends in a noun; the work is bounded by `REACH`.
"""

from __future__ import annotations

from audit.extract.figures.clauses import takes_amount
from audit.extract.figures.lexicon import GRAMMAR, owning
from audit.extract.figures.not_figures import masked
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GERUND,
    MARK,
    NAME,
    NOUN,
    NOUNS,
    NUMERAL,
    OTHER,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    THIRD,
    VERBS,
    known_as,
    may_be,
    verb_share,
)
from audit.text.tokens import MARK as MARK_TOKEN
from audit.text.tokens import NUMBER, WORD, Tokens

REACH = 24
_JOIN = frozenset(("-", "‐", "‑", "–", "'", "’", "&", "/"))
_MODIFIERS = frozenset(ADJECTIVE + GERUND + PARTICIPLE + ADVERB)
_HEADS = NOUNS | {OTHER}
_IN_PHRASE = _HEADS | _MODIFIERS
_ENDS_GERUND = _IN_PHRASE | {DETERMINER, NUMERAL}
_ENDS_ADJECTIVE = _IN_PHRASE | {CONJUNCTION, NUMERAL}
_HEAD_OR_ADJECTIVE = _HEADS | {ADJECTIVE}
_AFTER_PLURAL = VERBS | {MARK}
_NOUN_OR_MODIFIER = _MODIFIERS | {NOUN}
_PARTICIPLES = frozenset(PARTICIPLE + GERUND)
_DONE = frozenset((PARTICIPLE, PAST))
_COMMON = frozenset((NOUN, PLURAL))
_NOUNLIKE = _PARTICIPLES | {ADJECTIVE}
_OWNED = NOUNS | {ADJECTIVE}
_BEFORE_HEAD = _HEADS | _NOUNLIKE
_BEFORE_PARTICIPLE = frozenset(DETERMINER + ADJECTIVE + PREPOSITION + NUMERAL + CONJUNCTION)
_TIED_AHEAD = frozenset((NUMERAL, PREPOSITION))
_LONGEST = 10

Phrase = tuple[int, int]


def phrase_at(tokens: Tokens, j: int) -> Phrase | None:
    """The noun phrase that begins at token `j`, without its determiner: tokens `[first, last)`."""
    if j not in tokens.phrases:
        tokens.phrases[j] = _read_phrase(tokens, j)
    return tokens.phrases[j]


def _read_phrase(tokens: Tokens, j: int) -> Phrase | None:
    head = owner = -1
    k, stop = j, min(tokens.size, j + _LONGEST)
    while k < stop:
        owned = _owns_more(tokens, head, k)
        owner, head = (head, -1) if owned else (owner, head)
        step = False if owned and tokens.class_of(k) == PAST else _step(tokens, j, k, head)
        if step is None:
            break
        head = k if step else head
        k += 1
    head = max(head, owner)
    if head > j and tokens.lows[head] in GRAMMAR["day told"] and _noun_before_time(tokens, head - 1):
        head -= 1  # "a $35 million fine today"
    if head >= j and tokens.low[head + 1] in GRAMMAR["behind its noun"] and tokens.class_of(head) == PLURAL:
        head += 1  # "two attorneys general"
    return (j, head + 1) if head >= j and not _only_time(tokens, j, head + 1) else None


def _noun_before_time(tokens: Tokens, k: int) -> bool:
    """Whether an adjective before a word of time may be the noun itself: "a fine today", no "early today"."""
    low = tokens.lows[k]
    dates = low in GRAMMAR["dating"] or low in GRAMMAR["time"]
    return tokens.class_of(k) == ADJECTIVE and may_be(low, NOUN) and not dates


def _owns_more(tokens: Tokens, head: int, k: int) -> bool:
    """Whether a possessive right before `k` is no head but what a noun phrase begins with: "Orvia's dry farmland"."""
    if head < 0:
        return False
    single = head == k - 1 and owning(tokens.lows[head])
    if not single and not (head == k - 2 and of_many(tokens, k - 1)):
        return False
    modifies = tokens.class_of(k) == PAST and tokens.class_of(k + 1) in NOUNS  # "Orvia's irrigated farmland"
    return modifies or tokens.class_of(k) in _IN_PHRASE


def of_many(tokens: Tokens, k: int) -> bool:
    """Whether a mark is the apostrophe of "the firms' repair costs", with a noun or an adjective to come."""
    if tokens.lows[k] != "'" or not tokens.glued(k) or tokens.glued(k + 1) or not tokens.lows[k - 1].endswith("s"):
        return False
    return tokens.class_of(k - 1) in NOUNS and tokens.class_of(k + 1) in _OWNED


def _step(tokens: Tokens, first: int, k: int, head: int) -> bool | None:
    """Whether token `k` may be a head; None where it ends the phrase that began at `first`."""
    kind, inside = tokens.class_of(k), k > first
    if (
        inside
        and tokens.kinds[k] != WORD
        and (_runs_through(tokens, k) or (head < 0 and _between_adjectives(tokens, k)))
    ):
        return False
    if inside and joint(tokens, k - 1) and joint(tokens, k + 1):
        return False  # "a state-of-the-art school"
    if inside and joint(tokens, k - 1):
        if head < 0 and tokens.class_of(first) == PREPOSITION:
            return False  # "three above-the-fold stories"
        if kind == PREPOSITION and _leads_on(tokens, k):
            return False  # "unaccounted-for spending"
        if kind in _DONE and tokens.class_of(k + 1) in _IN_PHRASE:
            return False  # "previously-unread letters"
        return kind in _IN_PHRASE or tokens.kinds[k] == NUMBER or None
    if (kind in _TIED_AHEAD or kind == ADVERB) and head < 0 and k + 1 < tokens.size and joint(tokens, k + 1):
        return False  # "a 12-week tour", "previously-unread letters"
    if tokens.kinds[k] != WORD:
        return None
    if head < 0 and _stands_for_noun(tokens, k):
        return True
    if head < 0 and tokens.lows[k] in GRAMMAR["adjective"] and _leads_on(tokens, k):
        return False
    if head >= 0 and kind == THIRD and (_plural_here(tokens, k) or _of_several(tokens, first, k)):
        return True  # "payroll gains a month"
    if kind == THIRD and k == first and (_counted_plural(tokens, k) or _of_several(tokens, first, k)):
        return True
    if takes_amount(tokens, k) or (inside and _tells(tokens, k)):
        return None
    if kind in _HEADS or _nominal_gerund(tokens, k, head):
        return True if head < 0 or _may_follow(tokens, head, k) else None
    if head >= 0:
        tied = kind == ADJECTIVE and _leads_on(tokens, k)
        tied = tied and (tokens.class_of(head) == ADJECTIVE or (head == first and _of_so_many(tokens, first)))
        return False if tied or (kind == ADJECTIVE and head == k - 1 and _compounds(tokens, k)) else None
    if kind in _MODIFIERS:
        return False if _leads_on(tokens, k) else None
    return False if kind == CONJUNCTION and inside and _between_modifiers(tokens, k) else None


def _of_so_many(tokens: Tokens, first: int) -> bool:
    """Whether a hyphen ties a noun to a number, so that both only modify: "a 15-member joint Orv board"."""
    return joint(tokens, first - 1) and tokens.class_of(first - 2) == NUMERAL


def _tells(tokens: Tokens, k: int) -> bool:
    """Whether a word that is mostly a verb has a clause behind it: "half the public thought that it was"."""
    mostly = tokens.class_of(k) == NOUN and verb_share(tokens.lows[k]) > _OFTEN
    return mostly and tokens.low[k + 1] in GRAMMAR["relative"] and tokens.class_of(k + 2) in _OPENS_CLAUSE


_OPENS_CLAUSE = frozenset((DETERMINER, PRONOUN, NAME))


def _compounds(tokens: Tokens, k: int) -> bool:
    """Whether an adjective behind a noun stands in a compound: "Orv presidential contests", "12 state civil courts"."""
    after = tokens.class_of(k + 1)
    if tokens.class_of(k - 1) == NAME:
        return after in (NOUN, PLURAL) or (joint(tokens, k + 1) and tokens.class_of(k + 2) in NOUNS)
    if tokens.lows[k] in GRAMMAR["function"]:
        return False  # "one quality most mayors lack"
    plural = after == PLURAL or (after == NOUN and tokens.class_of(k + 2) == PLURAL)
    return tokens.class_of(k - 1) == NOUN and plural


def _runs_through(tokens: Tokens, k: int) -> bool:
    """Whether a number or mark stands inside a phrase."""
    tied = joint(tokens, k) or of_many(tokens, k)
    return tied or _numbered(tokens, k) or _quoted(tokens, k) or ends_initials(tokens, k)


def joint(tokens: Tokens, k: int) -> bool:
    """A hyphen or apostrophe inside a word, a full stop between initials, or "&" of a name."""
    low = tokens.low[k]
    if low == "." and tokens.glued(k) and tokens.glued(k + 1) and tokens.word(k + 1).islower():
        return len(tokens.word(k - 1)) > 1 and tokens.kind(k - 1) == WORD  # "orv.gov"
    if low == ".":
        return _initial(tokens, k - 1) and tokens.glued(k) and tokens.glued(k + 1) and _initial(tokens, k + 1)
    return low in _JOIN and ((tokens.glued(k) and tokens.glued(k + 1)) or low == "&")


def _initial(tokens: Tokens, k: int) -> bool:
    return len(tokens.word(k)) == 1 and tokens.capital(k)


def closes_initials(tokens: Tokens, k: int) -> bool:
    """The last full stop of "U.S."."""
    return tokens.low[k] == "." and tokens.glued(k) and _initial(tokens, k - 1) and joint(tokens, k - 2)


def ends_initials(tokens: Tokens, k: int) -> bool:
    """The last full stop of "U.S." before a word that goes on."""
    tied = tokens.glued(k + 1) and joint(tokens, k + 1)  # "a U.S.-born child"
    return closes_initials(tokens, k) and (tied or (tokens.kind(k + 1) == WORD and not tokens.glued(k + 1)))


_QUOTES = frozenset('"“”‘’')


def _quoted(tokens: Tokens, k: int) -> bool:
    """A mark that opens quoted words of a phrase, or closes them before a noun: 'computer "bugs"', 'a "Blue" line'."""
    if tokens.lows[k] not in _QUOTES:
        return False
    opens, closes = not tokens.glued(k), tokens.glued(k) and not tokens.glued(k + 1)
    return (opens and tokens.class_of(k + 1) in _HEADS) or (closes and tokens.class_of(k + 1) in _COMMON)


def _numbered(tokens: Tokens, k: int) -> bool:
    """A number inside a name: "V10 engine", "737 Max jets"."""
    return tokens.kinds[k] == NUMBER and (tokens.glued(k) or masked(tokens, k) is not None)


_OFTEN = 0.3
_MOSTLY = 0.8  # of the uses of a form: above it is hardly anything else


def _plural_here(tokens: Tokens, k: int) -> bool:
    """A form in -s that may be a verb, after a noun: a plural where a verb, a mark or a preposition comes next."""
    if tokens.class_of(k - 1) != NOUN or verb_share(tokens.lows[k]) > _MOSTLY:
        return False
    after = tokens.class_of(k + 1)
    return after in _AFTER_PLURAL or (after == DETERMINER and tokens.lows[k + 1] in GRAMMAR["distributive"])


def _counted_plural(tokens: Tokens, k: int) -> bool:
    """A form in -s right behind a number, with a helper of a plural next: "two pumps had been hit"."""
    helped = tokens.low[k + 1] in GRAMMAR["subject verb"] and tokens.class_of(k - 1) == NUMERAL
    return helped and tokens.lows[k] not in GRAMMAR["auxiliary"] and may_be(tokens.lows[k][:-1], NOUN)


def _of_several(tokens: Tokens, first: int, k: int) -> bool:
    """A form in -s in a phrase right behind a number of several: "two tries for it", "three Orv chairs from Tarsk"; a
    verb of one thing needs no such number, unless that is a name's or a year."""
    number, before = tokens.low[first - 1], tokens.low[first - 2]
    if tokens.class_of(first - 1) != NUMERAL or number in GRAMMAR["single"] or tokens.capital(first - 2):
        return False
    if number in GRAMMAR["magnitude"] or before in _BEFORE_AMOUNT or before in GRAMMAR["article"]:
        return False  # "the $3 million plan aims", "a 12 member panel meets"
    if before in GRAMMAR["or"] and tokens.class_of(first - 3) in NOUNS:
        return False  # "a crew or two shoots"
    several = k == first or not any(tokens.class_of(j) == PLURAL for j in range(first, k))
    year = len(number) == _YEAR and number.isdecimal()
    if k == first and verb_share(tokens.lows[k]) > _MOSTLY:
        return False  # "100 means the best"
    return several and not year and may_be(tokens.lows[k], PLURAL)


_YEAR = 4  # digits
_BEFORE_AMOUNT = frozenset("$€£¥")


def _nominal_gerund(tokens: Tokens, k: int, head: int) -> bool:
    """A form in -ing that is a noun: nothing that it could modify or take follows ("miles of fencing")."""
    if tokens.class_of(k) != GERUND or tokens.class_of(k - 1) == ADVERB or tokens.low[k + 1] in GRAMMAR["to"]:
        return False
    if (
        tokens.class_of(k - 1) == NUMERAL
        and tokens.class_of(k + 1) == CONJUNCTION
        and tokens.class_of(k + 2) == ADJECTIVE
    ):
        return False  # "10 sitting or former mayors"
    return head < 0 and tokens.class_of(k + 1) not in _ENDS_GERUND and tokens.low[k - 1] not in GRAMMAR["pointing"]


def _stands_for_noun(tokens: Tokens, k: int) -> bool:
    """A participle, gerund or adjective with a determiner and no noun: "the wounded", "60 dead"."""
    if tokens.class_of(k) not in _NOUNLIKE:
        return False
    if tokens.lows[k] in GRAMMAR["plural"] and tokens.class_of(k + 1) not in _HEAD_OR_ADJECTIVE:
        return True
    if tokens.class_of(k) == GERUND and tokens.low[k - 1] in GRAMMAR["pointing"]:
        return False  # "those earning between $5 and $9"
    return tokens.class_of(k - 1) == DETERMINER and tokens.class_of(k + 1) not in _ENDS_ADJECTIVE


def _may_follow(tokens: Tokens, head: int, k: int) -> bool:
    """A noun after a noun: compounds grow by nouns of their own kind; a plural takes only a plural, a name stops it."""
    before, now = tokens.class_of(head), tokens.class_of(k)
    if k - head == 3 and tokens.class_of(k - 1) in _DONE and joint(tokens, k - 2):
        return True  # "self-styled Reds"
    if tokens.lows[k] in GRAMMAR["time"] and not tokens.lows[head].endswith("'s"):
        spent = now == NOUN and tokens.lows[k] in GRAMMAR["spent"] and not tokens.lows[head].endswith("s")
        return before == NOUN and (spent or (now == PLURAL and tokens.lows[k].endswith("s")))  # "credit hours"
    if before == PLURAL:
        return (now == PLURAL and verb_share(tokens.lows[k]) < _OFTEN) or _joins_plural(tokens, head, k)
    tied = before == NOUN and tokens.low[head - 1] in _JOIN
    tied = tied and (tokens.kind(head - 2) == NUMBER or tokens.class_of(head - 2) in ADJECTIVE)  # "12-nation Orv pact"
    if now == NOUN and tokens.capital(k) and not tokens.capital(head) and tokens.class_of(k + 1) in FINITE:
        return tokens.titled()  # "the $5 total Roe is to give"
    short = tokens.words[k].isupper() and tokens.class_of(k + 1) in _COMMON and not tokens.capital(k + 1)
    return now != NAME or before in (NAME, OTHER) or tied or short or tokens.titled()


def _joins_plural(tokens: Tokens, head: int, k: int) -> bool:
    """ "an arms bill", but "boats leak", "people lack aid": what is nothing but a noun, after a plural in -s."""
    ends = tokens.class_of(k + 1) == PREPOSITION or tokens.kind(k + 1) == MARK_TOKEN  # "a 2 percent sales tax on it"
    alone = tokens.class_of(k) == NOUN and known_as(tokens.lows[k], NOUN, alone=not ends)
    return alone and tokens.lows[head].endswith("s")


def _leads_on(tokens: Tokens, k: int) -> bool:
    """Whether a modifier has something to modify: another modifier, a noun, or a joint."""
    kind = tokens.class_of(k + 1)
    if kind in _IN_PHRASE or (tokens.kind(k + 1) == WORD and kind == CONJUNCTION) or _between_adjectives(tokens, k + 1):
        return True
    return k + 1 < tokens.size and joint(tokens, k + 1)


def _between_adjectives(tokens: Tokens, k: int) -> bool:
    """The comma of "young, productive workers", also of "young, strong, and willing workers"."""
    if tokens.low[k] != "," or tokens.class_of(k - 1) != ADJECTIVE:
        return False
    if tokens.class_of(k + 1) == CONJUNCTION:
        return tokens.class_of(k + 2) in _NOUNLIKE and tokens.class_of(k + 3) in _HEADS
    if tokens.class_of(k + 1) != ADJECTIVE:
        return (
            joint(tokens, k + 2) and tokens.kind(k + 1) == WORD and tokens.class_of(k + 4) in _HEADS
        )  # ", for-profit"
    listed = tokens.low[k + 2] == "," and tokens.class_of(k + 3) == CONJUNCTION
    return tokens.class_of(k + 2) in _HEADS or (listed and _between_adjectives(tokens, k + 2))


def _between_modifiers(tokens: Tokens, k: int) -> bool:
    """ "digital and physical sales"."""
    before = k - 1 - (tokens.low[k - 1] == ",")
    return tokens.class_of(before) in _NOUN_OR_MODIFIER and tokens.class_of(k + 1) in _NOUN_OR_MODIFIER


def _only_time(tokens: Tokens, first: int, last: int) -> bool:
    """Words of time count nothing: "5 per cent last year", "50 mph late Sunday"."""
    parts = tokens.class_of(first) == ADJECTIVE and tokens.lows[first] in GRAMMAR["dating"] and last - first > 1
    return all(w in GRAMMAR["time"] for w in tokens.lows[first + parts : last])


def untimed(tokens: Tokens, found: Phrase | None) -> Phrase | None:
    """A phrase unless its head is a word of time or of degree."""
    return None if found is None or _tells_no_thing(tokens.lows[found[1] - 1]) else found


def _tells_no_thing(low: str) -> bool:
    """ "up a bit from 5 per cent last year" """
    return low in GRAMMAR["time"] or low in GRAMMAR["degree"]


def phrase_before(tokens: Tokens, k: int, stop: int) -> Phrase | None:
    """The noun phrase whose last token is `k`, with the modifiers before its head."""
    if k < stop or tokens.kinds[k] != WORD or not (tokens.class_of(k) in _HEADS or _stands_for_noun(tokens, k)):
        return None
    if (tokens.glued(k) and tokens.kinds[k - 1] == NUMBER) or takes_amount(tokens, k):
        return None  # the "s" of "1980s"
    first = k
    while first > stop and _belongs(tokens, first - 1, k):
        first -= 1
    while first < k and tokens.kinds[first] != WORD:
        first += 1
    return first, _to_number(tokens, k + 1)


def _to_number(tokens: Tokens, last: int) -> int:
    """The end of a name that runs into digits: "M25", "B-52"."""
    behind = last + (joint(tokens, last) and last < tokens.size)
    return behind + 1 if tokens.kind(behind) == NUMBER and tokens.glued(behind) else last


_APOSTROPHES = frozenset("'’")


def _belongs(tokens: Tokens, k: int, head: int) -> bool:
    """Whether token `k` may stand in front of a noun, token `head`, within its phrase."""
    if tokens.lows[k] == "s" and tokens.glued(k) and tokens.low[k - 1] in _APOSTROPHES:
        return False  # the owner's mark of "the U.K.'s wage"
    if joint(tokens, k) or of_many(tokens, k) or (joint(tokens, k + 1) and joint(tokens, k - 1)):
        return True  # "year-on-year growth"
    if ends_initials(tokens, k):
        return not tokens.capital(k + 1)
    kind = tokens.class_of(k)
    if tokens.kinds[k] == NUMBER:
        return tokens.glued(k) or tokens.capital(k - 1)
    if kind == NAME and tokens.lows[k] in GRAMMAR["clause opener"] and tokens.kind(k - 1) != WORD:
        return False  # '"When the sum is 3"'
    return kind in _BEFORE_HEAD and not _verb_there(tokens, k, head)


def _verb_there(tokens: Tokens, k: int, head: int) -> bool:
    """A participle or gerund after a noun or pronoun is no modifier: "the firm cut jobs"; nor is one after a number or
    "both" before a singular: "men aged 25 to 64 getting aid", "who both got aid"."""
    if tokens.class_of(k) not in _PARTICIPLES:
        return False
    if tokens.class_of(k) == GERUND and tokens.class_of(k + 1) == NAME:
        return True  # "the trial for killing Roe"
    before = tokens.class_of(k - 1)
    parted = before == CONJUNCTION and tokens.low[k - 1] not in GRAMMAR["many"]
    if parted and tokens.class_of(k - 2) not in _MODIFIERS:
        return True  # "earned $5 and held assets"
    many = before == NUMERAL or tokens.low[k - 1] in GRAMMAR["many"]
    modifies = before in _BEFORE_PARTICIPLE or owning(tokens.low[k - 1])  # "the town's existing quay"
    return not modifies or (many and not is_plural(tokens, head))


def attached(tokens: Tokens, found: Phrase, stop: int) -> Phrase:
    """The phrase with those it hangs on by a preposition: "homes" in "the median price for single-family homes"."""
    first = found[0]
    for _ in range(3):
        k = first - 1
        while k > stop and tokens.class_of(k) == DETERMINER:
            k -= 1
        hangs = k > stop and tokens.lows[k] in GRAMMAR["hanging"]
        k -= hangs and tokens.low[k - 1] in GRAMMAR["with of"]  # "counties outside of Tarsk"
        outer = phrase_before(tokens, k - 1, stop) if hangs else None
        if outer is None or _only_time(tokens, *outer):
            break
        first = outer[0]
    return first, found[1]


def is_plural(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a plural noun."""
    return tokens.class_of(k) == PLURAL or tokens.low[k] in GRAMMAR["plural"]
