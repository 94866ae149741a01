"""What happened to the counted.

Invariant: looks only inside the clause of the figure, a bounded way.
"""

from __future__ import annotations

from audit.extract.figures.lexicon import GRAMMAR, begins_amount, in_short_form, lexicon, owning, predicates
from audit.extract.figures.main_clause import closes, main_verb
from audit.extract.figures.own_verb import Told, governs, is_subject
from audit.extract.figures.past_subject import verb_past_subject
from audit.lexicon.counts import verb_lemmas
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    BASE,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    MODAL,
    NAME,
    NOUN,
    NOUNS,
    NUMERAL,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    THIRD,
    TO,
    VERBS,
    has_word_classes,
    may_be,
    verb_share,
    word_classes,
)
from audit.text.tokens import MARK, WORD, Tokens

_BREAK = frozenset(',;:()[]—–"“”.!?')
_REACH = 14
_VERB_FORMS = VERBS - {MODAL}
_PARTICIPLES = frozenset(PARTICIPLE + GERUND)
_BEFORE_NOUN = frozenset(DETERMINER + ADJECTIVE)
_OBJECTS = frozenset((*NOUNS, *DETERMINER, *PRONOUN, *ADJECTIVE, *GERUND))
_SIGNS = frozenset("$€£¥")
_OPENING = frozenset('"“')
_PARTING = frozenset(PREPOSITION + TO + PRONOUN + CONJUNCTION)
_ELSEWHERE = frozenset((QUESTION, PRONOUN, *VERBS))
_BEFORE_GERUND = frozenset(PREPOSITION + CONJUNCTION + PRONOUN)
_SUBJECTS = frozenset((DETERMINER, PRONOUN))
_NAMED = NOUNS | {PRONOUN}
_NO_VERB = frozenset((NUMERAL, DETERMINER, PRONOUN, NAME))  # none, whatever the language
_MODIFIED = NOUNS | {NUMERAL}
_BEFORE_NAMED = frozenset(DETERMINER + ADJECTIVE + CONJUNCTION)
_BEFORE_VERB = frozenset(NOUN + NAME + PRONOUN + QUESTION + ADVERB)
_MAY_BE_VERB = _VERB_FORMS | {ADJECTIVE}
_BEFORE_MODIFIER = frozenset(DETERMINER + ADJECTIVE + NUMERAL)


def find_predicate(tokens: Tokens, first: int, last: int, told: Told) -> tuple[str | None, int]:
    """The lemma of the own verb of a figure whose noun phrase is `[first, last)`, and the token of the verb nearest to
    it (-1 for none), its own or not."""
    nearest = -1
    for rule in (_noun_of, _after, _before, _beside):
        found = rule(tokens, first, last) if nearest < 0 or rule is not _beside else -1
        if found >= 0:
            found = _taking(tokens, first, found) if found == _past_time(tokens, last) else found
            nearest = found if nearest < 0 else nearest
            if _is_own(tokens, found, last, told):
                if found >= last and tokens.low[last] in GRAMMAR["relative"]:
                    found = nearest = _of_clause(tokens, first, found, told)
                return _lemma_of(tokens, found, first, last), nearest
        elif rule is _after and _copular(tokens, last):
            found = _governing(tokens, first)
            own = found >= 0 and governs(tokens, found, told)
            return (_coordinated(tokens, found) if own else None), found
    begins = verb_past_subject(tokens, first, last, alone=nearest < 0)
    found = _group(tokens, begins, begins + _REACH) if begins >= 0 else -1
    nearest = found if nearest < 0 else nearest
    if found >= 0 and _is_own(tokens, found, last, told):
        return _lemma_of(tokens, found, first, last), found
    found = _before_whole(tokens, told.first)
    if found < 0 and (alone := _elided(tokens, first, last)):
        return alone, nearest
    if found < 0 and (begins := main_verb(tokens, last, told)) >= 0:
        nearest = found = _group(tokens, begins, begins + _REACH)
    elif found < 0 and closes(tokens, last, told):
        nearest = found = _before(tokens, told.first - 1, last)
    return (_lemma_of(tokens, found, first, last) if found >= 0 else None), nearest


def _of_clause(tokens: Tokens, first: int, verb: int, told: Told) -> int:
    """The verb of the clause that has the counted as its object and tells what befell them, rather than that of a
    relative clause behind them: "killed five men who were armed"; but "joined the five men who sold it", whom only
    that tells."""
    found = _before(tokens, first, first)
    befalls = found >= 0 and bool(predicates().classes.get(lemma(tokens.lows[found])))
    between = range(found + 1, told.first)
    direct = all(tokens.class_of(k) in _LOOSE or tokens.low[k] in GRAMMAR["hedging"] for k in between)
    return found if befalls and direct and tokens.low[told.first - 1] not in GRAMMAR["known thing"] else verb


def _before_whole(tokens: Tokens, first: int) -> int:
    """The verb that takes the whole of which the counted are told as a part: "drew crowds, including 500 men"."""
    k = first - 1 - (tokens.class_of(first - 1) == DETERMINER)
    if k < 1 or tokens.low[k] not in GRAMMAR["including"]:
        return -1
    k -= tokens.lows[k - 1] in _INTRODUCES
    verb = _before(tokens, k, k)
    says = tokens.low[verb] in _SAYS
    acts = tokens.class_of(verb) in _ACTS or tokens.low[verb - 1] in GRAMMAR["auxiliary"]
    return verb if verb >= 0 and acts and not says else -1


_SAYS = GRAMMAR["clause"] | GRAMMAR["speaking"] | GRAMMAR["holding"]


_ACTS = frozenset(PAST + THIRD)
_INTRODUCES = frozenset(",(—–")


def _elided(tokens: Tokens, first: int, last: int) -> str | None:
    """What happened where a participle alone tells it: "12 were killed and 30 injured"."""
    low, before = tokens.lows[last - 1], tokens.low[last - 2]
    alone = tokens.class_of(last - 1) == PARTICIPLE and low not in lexicon("en").multiples and before != "-"
    told = lemma(low) if alone and _undetermined(tokens, first) else ""
    return told if told in predicates().classes else None


def _is_own(tokens: Tokens, verb: int, last: int, told: Told) -> bool:
    """Whether a verb, or a noun that names what happened, is a figure's own."""
    if not has_word_classes(tokens.language) or tokens.class_of(verb) in NOUNS:
        return True
    return is_subject(tokens, verb, last, told) if verb >= last else governs(tokens, verb, told)


def _governing(tokens: Tokens, first: int) -> int:
    """The gerund or infinitive that has the counted as its object, itself a subject: "winning 51 votes is hard"."""
    verb = _before(tokens, first, first)
    if verb < 0 or not GRAMMAR["conjunction"].isdisjoint(tokens.lows[verb:first]):
        return -1
    bare = tokens.class_of(verb) == BASE and tokens.low[verb - 1] in GRAMMAR["to"]
    return verb if bare or tokens.class_of(verb) == GERUND else -1


def _past_time(tokens: Tokens, k: int) -> int:
    """Past the words that tell when: "released 5 pages Tuesday related to Roe"."""
    while tokens.low[k] in GRAMMAR["time"]:
        k += 1
    return k


def _taking(tokens: Tokens, first: int, verb: int) -> int:
    """The verb whose object the counted are, where only a participle right behind tells more of them: "winning the 60
    votes needed"; one that tells what happened to them stays."""
    low = tokens.lows[verb]
    if tokens.class_of(verb) not in _PARTICIPLES or lemma(low) in predicates().classes or low in predicates().nouns:
        return verb
    before = _before(tokens, first, first)
    between = range(before + 1, first)
    if before >= 0 and tokens.lows[before] in _SAYS:
        return verb  # "they say two men posing as guards"
    parted = any(tokens.class_of(j) in _PARTING or tokens.lows[j] in GRAMMAR["conjunction"] for j in between)
    return verb if before < 0 or parted else before


def _copular(tokens: Tokens, last: int) -> bool:
    """Whether the counted are the subject of a mere "be": "said that 22 of the shells are rare" tells no saying."""
    for j in range(last, min(tokens.size, last + _REACH)):
        if tokens.lows[j] in GRAMMAR["copula"]:
            return True
        if tokens.class_of(j) == MODAL and tokens.low[j + 1 + (tokens.class_of(j + 1) == ADVERB)] in GRAMMAR["bare be"]:
            return True
        if tokens.kinds[j] != WORD or tokens.lows[j] in GRAMMAR["conjunction"] or _opens_clause(tokens, j):
            break
        if tokens.class_of(j) in _ELSEWHERE and tokens.low[j - 1] not in GRAMMAR["of"]:
            break  # "a poll of 50 that he says is right"
    return False


def _opens_clause(tokens: Tokens, j: int) -> bool:
    """Whether a subject of its own begins right behind a noun: "19 options the mayor could choose"."""
    kind = tokens.class_of(j)
    if kind not in _SUBJECTS or tokens.class_of(j - 1) not in NOUNS or tokens.lows[j] in GRAMMAR["distributive"]:
        return False
    return kind == PRONOUN or tokens.low[j + 1] not in GRAMMAR["time"]


def _coordinated(tokens: Tokens, verb: int) -> str:
    """The lemma, or both of "killed or wounded": one predicate, not two."""
    second = tokens.low[verb + 2]
    other = tokens.low[verb + 1] in GRAMMAR["or"] and second in predicates().lemmas
    if other and predicates().classes.get(lemma(second)):
        return f"{lemma(tokens.lows[verb])} {tokens.lows[verb + 1]} {lemma(second)}"
    return lemma(tokens.lows[verb])


def _lemma_of(tokens: Tokens, verb: int, first: int, last: int) -> str:
    """The lemma of the own verb of a figure. Before what it takes: in "missing 10 games" nobody is missing, and in
    "left 10 dead" what happened is told by the counted."""
    low, state = tokens.lows[verb], tokens.lows[last - 1]
    if verb >= first:
        return _coordinated(tokens, verb)
    if state in predicates().nouns and tokens.class_of(last - 1) in _STATES and _undetermined(tokens, first):
        return state
    acts = tokens.class_of(verb) == GERUND and low in predicates().nouns
    return word_classes().lemmas.get(low, low) if acts else _coordinated(tokens, verb)


_STATES = frozenset(ADJECTIVE + PARTICIPLE + GERUND)


def _undetermined(tokens: Tokens, first: int) -> bool:
    """Whether no "the" stands before a number, which would make a noun of what it counts: "mourned the three dead"."""
    return tokens.class_of(first - 1) != DETERMINER


def lemma(low: str) -> str:
    """The dictionary form where a table has it."""
    if low in predicates().lemmas:
        return predicates().lemmas[low]
    return low if low in predicates().nouns else word_classes().lemmas.get(low) or verb_lemmas().get(low, low)


def _noun_of(tokens: Tokens, first: int, last: int) -> int:
    """A noun that names what happened: "the deployment of two brigades", "losses of 10,000 men"."""
    return first - 2 if tokens.low[first - 1] in GRAMMAR["of"] and tokens.low[first - 2] in predicates().nouns else -1


def _after(tokens: Tokens, first: int, last: int) -> int:
    """The verb right of the phrase; of "soldiers sent to Ukraine have deserted" the main one."""
    limit = min(tokens.size, last + _REACH)
    if tokens.low[last - 1] in GRAMMAR["percentage"] and voting(tokens, first - 1, last):
        return last
    if tokens.low[last] in GRAMMAR["relative"]:
        main = _past_relative(tokens, last, min(tokens.size, limit + 6))
        if main >= 0:
            return _group(tokens, main, limit + 6)
    found = _group(tokens, last, limit)
    if found < 0 or tokens.class_of(found) in (BASE, THIRD) or _auxiliaries(tokens, last, found):
        return found
    if tokens.class_of(found + 1) == BASE and tokens.class_of(last - 1) == PLURAL:
        return found + 1  # "voters asked say"
    if tokens.class_of(found) == PAST and tokens.class_of(found + 1) in DETERMINER:
        return found  # "clerks saw the flag being sold"
    if tokens.lows[found] in GRAMMAR["clause"] and not any(tokens.class_of(j) in _NAMED for j in range(last, found)):
        return found  # "5 percent saying both should pay"
    main = _auxiliary(tokens, found + 1, min(tokens.size, found + 8))
    if main >= 0 and tokens.class_of(last - 1) == PLURAL and tokens.lows[main] in GRAMMAR["singular"]:
        return found  # "the jail where two killers escaped is old"
    better = _group(tokens, main, min(tokens.size, main + 8)) if main >= 0 else -1
    return better if better >= 0 else found


def voting(tokens: Tokens, k: int, verb: int) -> bool:
    """ "46 percent support repeal", but "a 5 percent cut": a noun that is often a verb, with its object behind it."""
    noun = tokens.class_of(k) in _BEFORE_NOUN and tokens.low[k] not in GRAMMAR["hedging"]
    if noun or tokens.class_of(verb) != NOUN or verb_share(tokens.low[verb]) < _OFTEN:
        return False
    return tokens.low[verb + 1] in _BEHIND_VOTE or tokens.class_of(verb + 1) in _OBJECTS


_BEHIND_VOTE = GRAMMAR["of"] | _OPENING
_OFTEN = 0.2  # of the uses of a form


def _past_relative(tokens: Tokens, start: int, limit: int) -> int:
    """The auxiliary of the main clause after "soldiers who defected to South Korea,", or -1."""
    for j in range(start, limit):
        if tokens.lows[j] == ",":
            return j + 1 if tokens.low[j + 1] in GRAMMAR["auxiliary"] else -1
    return -1


def _auxiliary(tokens: Tokens, start: int, limit: int) -> int:
    """The first auxiliary of `[start, limit)` before any mark or conjunction, or -1."""
    for j in range(start, limit):
        if tokens.lows[j] in GRAMMAR["auxiliary"] and tokens.low[j - 1] not in GRAMMAR["to"]:
            return j
        if tokens.kinds[j] == MARK or tokens.lows[j] in GRAMMAR["conjunction"] or tokens.class_of(j) == PRONOUN:
            break
    return -1


def _auxiliaries(tokens: Tokens, start: int, limit: int) -> bool:
    """Whether an auxiliary stands in `[start, limit)`."""
    return not GRAMMAR["auxiliary"].isdisjoint(tokens.lows[start:limit])


def _group(tokens: Tokens, start: int, limit: int) -> int:
    """The verb of the group that begins at or soon after `start`: the participle of "have already been sent",
    "have" where none follows."""
    helped, has = False, -1
    for j in range(start, min(tokens.size, limit)):
        low = tokens.lows[j]
        if helped and low in _OPENING:
            continue  # "have “come close"
        if _parts(tokens, j):
            break
        if low in GRAMMAR["of"] and tokens.class_of(j + 1) == QUESTION:
            continue  # "half of which came"
        if j == start and low in GRAMMAR["comparative"]:
            continue  # "closed 5 points lower"
        if tokens.class_of(j) == QUESTION and tokens.class_of(j - 1) == PREPOSITION and not _of(tokens, j - 1):
            break  # "killed five in what they said was an accident"
        if low in GRAMMAR["to"] and not helped and tokens.low[j - 1] not in GRAMMAR["reporting"]:
            break
        if low in GRAMMAR["auxiliary"]:
            if helped and tokens.class_of(j) == GERUND and lemma(low) in GRAMMAR["having"]:
                return j  # "are having"
            helped, has = True, j if low in GRAMMAR["having"] and tokens.low[j - 1] not in GRAMMAR["to"] else -1
        elif low in predicates().nouns and (helped or (j == start and _is_state(tokens, j))):
            return has if has >= 0 and tokens.class_of(j) in NOUNS else j  # "are missing", "left two dead"; "have jobs"
        elif has == j - 1 and has >= 0 and tokens.class_of(j) == GERUND:
            return has  # "have controlling parents"
        elif _verbal(tokens, j, helped):
            if helped and _is_told_of(tokens, j):
                continue  # "were reported missing", "was found dead"
            if (low in GRAMMAR["reporting"] or low in GRAMMAR["raising"]) and tokens.low[j + 1] in GRAMMAR["to"]:
                helped = True
                continue
            return j
        elif (
            _ends_group(tokens, j)
            or (j == start and _other_subject(tokens, j))
            or (_is_noun(tokens, j) if has >= 0 else not helped and _opens_clause(tokens, j))
        ):
            break
    return has


def _is_state(tokens: Tokens, j: int) -> bool:
    """Whether a word that tells what happened tells it of the phrase before it: "left two men dead", no "dead men"."""
    return tokens.class_of(j) in ADJECTIVE and tokens.class_of(j + 1) not in NOUNS


def _is_told_of(tokens: Tokens, j: int) -> bool:
    """Whether a verb only tells what somebody became, which the next word names."""
    told = tokens.lows[j] in GRAMMAR["reporting"] or tokens.lows[j] in GRAMMAR["told of"]
    named, kind = tokens.low[j + 1], tokens.class_of(j + 1)
    return told and (
        named in predicates().nouns or (kind in _PARTICIPLES and bool(predicates().classes.get(lemma(named))))
    )


def _of(tokens: Tokens, j: int) -> bool:
    return tokens.lows[j] in GRAMMAR["of"]


def _other_subject(tokens: Tokens, j: int) -> bool:
    """Whether what stands right behind a noun phrase is another: "one reason men who row", "3 times what Roe got"."""
    if tokens.lows[j] in GRAMMAR["time"] or tokens.lows[j] in GRAMMAR["relative"] or tokens.low[j - 1] in _SIGNS:
        return False
    return tokens.class_of(j) in (PLURAL, QUESTION)


def _is_noun(tokens: Tokens, j: int) -> bool:
    """Whether what stands behind "have" is a noun, so that no verb does: "have a plan called Orv"."""
    return tokens.class_of(j) in (NOUN, PLURAL) and tokens.low[j + 1] != "-"


def _parts(tokens: Tokens, j: int) -> bool:
    """Whether a mark parts two clauses: a comma, or a dash between blanks."""
    if tokens.kinds[j] != MARK:
        return False
    low = tokens.lows[j]
    return (low in _BREAK and not in_short_form(tokens, j)) or (
        low == "-" and not (tokens.glued(j) and tokens.glued(j + 1))
    )


def _ends_group(tokens: Tokens, j: int) -> bool:
    """A conjunction, or a preposition that no auxiliary follows: "troops in the east were sent"."""
    low = tokens.lows[j]
    if low in GRAMMAR["conjunction"]:
        return low not in GRAMMAR["relative"] and tokens.low[j + 1] not in GRAMMAR["comparative"]  # "65 and older"
    return tokens.class_of(j) == PREPOSITION and _auxiliary(tokens, j + 1, min(tokens.size, j + 5)) < 0


def _verbal(tokens: Tokens, j: int, helped: bool) -> bool:
    """Whether token `j` is a verb here by its class, and neither a helper nor a participle before its noun."""
    low, kind = tokens.lows[j], tokens.class_of(j)
    if kind not in _MAY_BE_VERB and has_word_classes(tokens.language):
        return helped and kind == NOUN and tokens.class_of(j - 1) == MODAL and tokens.low[j + 1] != "-"
    if (kind == THIRD and helped) or owning(low):
        return False  # "have jobs", "will Orv's mayors"
    if kind in _NO_VERB or tokens.kinds[j] != WORD or (j > 0 and tokens.capital(j) and not tokens.titled()):
        return False
    if low in GRAMMAR["time"] or low in GRAMMAR["age word"] or low in GRAMMAR["according"]:
        return False  # "Sept. 26", "men ages 20 to 29", "according to two of them"
    if not has_word_classes(tokens.language):
        return low in predicates().lemmas
    if low in GRAMMAR["as preposition"] and kind == GERUND and not helped:
        return False  # "settled following the war"
    if low in GRAMMAR["direction"] and tokens.low[j + 1] in GRAMMAR["compares"]:
        return False  # "lower than Roe's 31 percent"
    if low in GRAMMAR["including"] and not helped and tokens.class_of(j - 1) not in _BEFORE_GERUND:
        return False  # "in four towns including Tarsk", "killed 9, including 5 men"
    if low in GRAMMAR["auxiliary"] or kind not in _VERB_FORMS:
        return helped and kind == ADJECTIVE and predicates().lemmas.get(low, low) != low  # "is set", but "is close"
    if kind == THIRD and (_ends_compound(tokens, j) or owning(tokens.low[j - 1])):
        return False  # "227 radio stations", "Orvia's revolutionaries"
    if tokens.low[j - 1] in GRAMMAR["article"] or _in_compound(tokens, j):
        return False  # "put a shine on", "a raise of 5 per cent"
    if kind == GERUND and tokens.low[j + 1] in GRAMMAR["of"] and not helped and tokens.class_of(j - 1) in _BEFORE_NAMED:
        return False  # "the sale and making of 20 boats"
    if tokens.low[j + 1] in GRAMMAR["weighed against"] and _weighs(tokens, j):
        return False  # "11 boats, compared with 18"
    modified = tokens.class_of(j + 1) in _MODIFIED or begins_amount(tokens, j + 1)
    modifies = kind in _PARTICIPLES and modified and not helped
    return not (modifies and tokens.class_of(j - 1) in _BEFORE_MODIFIER)


def _ends_compound(tokens: Tokens, j: int) -> bool:
    """Whether a form in -s is a plural whose noun alone stands before: "227 radio stations", "third-place finishes"."""
    if tokens.class_of(j - 1) not in _SINGULAR or tokens.low[j - 1] in GRAMMAR["percentage"]:
        return False
    many = tokens.class_of(j - 2) == NUMERAL and tokens.low[j - 2] not in GRAMMAR["single"]
    ranked = tokens.low[j - 2] == "-" and tokens.glued(j - 1) and tokens.class_of(j - 3) in _BEFORE_MODIFIER
    return many or ranked


_SINGULAR = frozenset((NOUN, NAME))


def _weighs(tokens: Tokens, j: int) -> bool:
    """Whether a verb before "with" or "to" only sets one thing against another: "compared with", "as opposed to"."""
    as_against = tokens.class_of(j) in _PARTICIPLES and tokens.low[j - 1] in GRAMMAR["as"]
    return as_against or lemma(tokens.lows[j]) in GRAMMAR["weighing"]


def _in_compound(tokens: Tokens, j: int) -> bool:
    """Whether a word is an end of one on a hyphen, no syllable before it: "placard-waving", but "re-elected"."""
    opens = tokens.low[j + 1] == "-" and tokens.glued(j + 1) and tokens.glued(j + 2)
    closes = tokens.low[j - 1] == "-" and tokens.glued(j) and tokens.glued(j - 1)
    return opens or (closes and len(tokens.word(j - 2)) >= _SHORTEST)


_SHORTEST = 3  # letters of a word before a hyphen


def _before(tokens: Tokens, first: int, last: int) -> int:
    """The nearest verb on the left that may take the figure as its object; none before a "be"."""
    quoted = -1
    for j in range(first - 1, max(-1, first - _REACH), -1):
        low = tokens.lows[j]
        if j == quoted or (quoted < 0 and (quoted := _quote_opens(tokens, j)) >= 0):
            continue
        if _parts(tokens, j):
            break
        if low in GRAMMAR["auxiliary"] and tokens.low[j - 1] not in GRAMMAR["to"]:
            acts = low in GRAMMAR["having"] or (low in GRAMMAR["doing"] and tokens.class_of(j - 1) in _BEFORE_BASE)
            return j if acts and tokens.class_of(first) not in VERBS else -1
        if takes_amount(tokens, j) or _acts_on(tokens, j, first):
            return j
        if tokens.class_of(j) not in _NO_VERB and _verbal(tokens, j, tokens.low[j - 1] in GRAMMAR["auxiliary"]):
            return j
    return -1


def _acts_on(tokens: Tokens, j: int, first: int) -> bool:
    """Whether what was read as an adjective has the number at token `first` as its object: "I own nearly 5 boats", "a
    storm left 5 dead"."""
    if tokens.class_of(j) != ADJECTIVE or tokens.class_of(j - 1) not in _BEFORE_ACT or owning(tokens.low[j - 1]):
        return False
    between = all(tokens.class_of(k) == ADVERB for k in range(j + 1, first))
    return between and any(may_be(tokens.lows[j], kind) for kind in (PAST, BASE))


_BEFORE_ACT = _NAMED | {NUMERAL}
_BEFORE_BASE = frozenset(MODAL + TO)


def _quote_opens(tokens: Tokens, j: int) -> int:
    """Where the mark stands that opens a few quoted words closed at a token, or -1: accused of "grave" harm."""
    if tokens.lows[j] not in _CLOSING or not tokens.glued(j) or tokens.kind(j - 1) != WORD:
        return -1
    return next((k for k in range(j - 2, max(-1, j - _FEW), -1) if tokens.lows[k] in _OPENING), -1)


_CLOSING = frozenset('"”')
_FEW = 5  # tokens of words in quotation marks inside a phrase


def takes_amount(tokens: Tokens, k: int) -> bool:
    """Whether a form in -ing that was read as a noun has the number behind it as its object: ", spending $5 on it"."""
    if not tokens.lows[k].endswith("ing") or tokens.class_of(k) != NOUN:
        return False
    if not begins_amount(tokens, k + 1 + 2 * (tokens.low[k + 2] in GRAMMAR["compares"])):
        return False  # "despite spending more than $5"
    before = tokens.class_of(k - 1)
    opens = before in _BEFORE_GERUND or tokens.low[k - 1] in GRAMMAR["copula"] or tokens.low[k - 1] == ","
    return opens and may_be(tokens.lows[k], GERUND)


def _beside(tokens: Tokens, first: int, last: int) -> int:
    """Without a verb a plural right before the number that can be one: "The contingent numbers more than 11,000"."""
    for j in range(first - 1, max(-1, first - 4), -1):
        if tokens.kinds[j] == MARK or tokens.lows[j] in GRAMMAR["auxiliary"]:
            break
        lemma = predicates().lemmas.get(tokens.lows[j])
        if tokens.class_of(j) == PLURAL and lemma and lemma != tokens.lows[j]:
            return j if _has_subject(tokens, j) and tokens.low[j + 1] not in GRAMMAR["of"] else -1
    return -1


def _has_subject(tokens: Tokens, j: int) -> bool:
    """Whether what stands right before a token may be a verb's one subject, or tells more of a verb; else an amount
    must stand behind it."""
    if GRAMMAR["compares"] & {tokens.low[j + 1], tokens.low[j + 2]}:
        return True  # "numbers more than"
    return tokens.class_of(j - 1) in _BEFORE_VERB or tokens.low[j - 1] in GRAMMAR["relative"]


_LOOSE = frozenset(DETERMINER + ADVERB + ADJECTIVE)
