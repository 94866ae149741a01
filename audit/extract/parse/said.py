"""What is said: clauses of reporting verbs and nouns, and marked words with the verb that governs them.

Invariant: content, cue and speaker are of one sentence; without a speaker there is no attribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.extract.parse.parser import Token
from audit.extract.parse.tree import Tree
from audit.extract.parse.who import maker_of, name_at, who_says
from audit.extract.quotes.verbs import Verb, verb_table
from audit.lexicon.language import Lexicon
from audit.records import Span

_PARTS = frozenset(",?!–—\"”’'»")
_EDGES = frozenset("$€£#@'’%")

FULL = 4
"""Marked words that say something whoever governs them; fewer may be a term of art."""


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution of a sentence."""

    rule: str
    pieces: tuple[Span, ...]
    cue: Span
    speaker: Span


def find_said(tree: Tree, open_marks: Sequence[Span] = ()) -> list[Found]:
    """The attributions of a sentence; a question tells none. `open_marks` are marked but unread."""
    if tree.low and tree.low[-1] == "?" and not tree.in_marks(len(tree.low) - 1):
        return []
    found = [f for i in range(len(tree.low)) if (f := _at(tree, i))]
    for mark in open_marks:
        if not any(p.meets(mark) for f in found for p in f.pieces) and (more := _marked(tree, mark)):
            found.append(more)
    return found


def reporting(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Every form that may report -> what stands behind it then: "" or the words that belong to it (put *it*)."""
    forms = (*_taking(lexicon, "to"), *_taking(lexicon, "about"), *lexicon.words("cues", "nouns"))
    verbs = lexicon.room(verb_table)
    tails = {form: frozenset(" ".join(("", *v.tail)) for v in found) for form, found in verbs.items()}
    return tails | dict.fromkeys(forms, frozenset({""}))


def _taking(lexicon: Lexicon, what: str) -> frozenset[str]:
    return frozenset(f for entry in lexicon.rows("parse", "verb") if entry["takes"] == what for f in entry["forms"])


def _to_verbs(lexicon: Lexicon) -> frozenset[str]:
    """Verbs of which "to ..." is what somebody says."""
    return _taking(lexicon, "to")


def _marked_verbs(lexicon: Lexicon) -> frozenset[str]:
    """Verbs that tell how somebody calls or treats a thing, with the words in marks."""
    return _taking(lexicon, "marked")


def _links(lexicon: Lexicon) -> dict[str, list[str]]:
    """Form -> the prepositions that lead to what somebody speaks of, the surest first."""
    entries = (entry for entry in lexicon.rows("parse", "verb") if "words" in entry)
    return {form: entry["words"] for entry in entries for form in entry["forms"]}


def _at(tree: Tree, i: int) -> Found | None:
    if tree.low[i] not in tree.lexicon.room(reporting) or tree.in_marks(i):
        return None
    if tree.tokens[i].pos == "NOUN":
        return _noun(tree, i) if tree.low[i] in tree.lexicon.words("cues", "nouns") else None
    if not tree.verbal(i) or tree.passive(i) or tree.child(i, "negation") is not None or _hyphened(tree, i):
        return None
    return _as_said(tree, i) or _reported(tree, i)


def _hyphened(tree: Tree, i: int) -> bool:
    """Whether the word is part of another ("he-said, she-said")."""
    token = tree.tokens[i]
    return tree.text[token.start - 1 : token.start] == "-" or tree.text[token.end : token.end + 1] == "-"


def _reported(tree: Tree, i: int) -> Found | None:
    """A verb with the clause that it reports."""
    verb = _verb_at(tree, i)
    rule, content = _clause(tree, i, verb) if not _unsaid(tree, i) else ("", [])
    if not rule:
        rule, content = _to_do(tree, i)
    if not rule:
        rule, content = _about(tree, i)
    pieces = _pieces(tree, content)
    speaker = who_says(tree, i) if pieces else None
    return Found(rule, pieces, tree.span(i, i + (len(verb.tail) if verb else 0)), speaker) if speaker else None


def _unsaid(tree: Tree, i: int) -> bool:
    """Whether somebody only is to say it, or will not ("refused to say", "wants Lee to admit")."""
    head = tree.tokens[i].head
    return tree.low[head] in tree.words("unsaid") and any(tree.low[c] in tree.words("to") for c in tree.children[i])


def _verb_at(tree: Tree, i: int) -> Verb | None:
    found = tree.lexicon.room(verb_table).get(tree.low[i], ())
    return next((v for v in found if v.tail == tuple(tree.low[i + 1 : i + 1 + len(v.tail)])), None)


def _clause(tree: Tree, i: int, verb: Verb | None) -> tuple[str, list[int]]:
    """ "said (that) it was shut", and "It was shut, Lee said"."""
    clauses = [c for c in tree.children[i] if _is_clause(tree, i, c)]
    if not clauses or verb is None or verb.takes == "label":
        return "", []
    if clauses[0] < i:
        before = [t for t in tree.below(clauses[0]) if t < i]
        return ("nlp-clause", before) if _set_off(tree, before[-1]) else ("", [])
    content = sorted(t for c in clauses for t in tree.below(c))
    opener = tree.low[content[0]]
    open_enough = (
        opener in tree.words("object_openers")
        if verb.takes == "object"
        else opener in tree.words("openers") or not verb.needs_quote
    )
    return ("nlp-clause", content) if open_enough else ("", [])


def _set_off(tree: Tree, last: int) -> bool:
    """Whether a comma or a closing mark parts what is said from who says it."""
    return any(tree.low[i][-1] in _PARTS for i in (last, last + 1))


def _is_clause(tree: Tree, i: int, c: int) -> bool:
    """Whether token c heads a clause that verb i reports; one that begins with "that" is, whatever its label."""
    if tree.is_a(c, "clause"):
        return tree.verbal(c)
    return c > i and _opens_with_that(tree, c)


def _about(tree: Tree, i: int) -> tuple[str, list[int]]:
    """ "spoke at length of the bridge": what hangs on the preposition."""
    links = tree.lexicon.room(_links).get(tree.low[i], ())
    by = next((c for link in links for c in tree.children[i] if c > i and tree.low[c] == link), None)
    return ("nlp-about", [t for t in tree.below(by) if t > by]) if by is not None else ("", [])


def _to_do(tree: Tree, i: int) -> tuple[str, list[int]]:
    """ "vowed to open it", "urged them to stay": the words after the verb."""
    if tree.low[i] not in tree.lexicon.room(_to_verbs):
        return "", []
    done = next((c for c in tree.children[i] if tree.is_a(c, "open_clause") or tree.is_a(c, "clause")), None)
    if done is None or done < i or not any(tree.low[c] in tree.words("to") for c in tree.children[done]):
        return "", []
    asked = tree.child(i, "object")
    return "nlp-to", tree.below(done) if asked is None else sorted(tree.below(asked) + tree.below(done))


def _as_said(tree: Tree, i: int) -> Found | None:
    """ "It was shut, as Lee put it": the clause around it is what is said."""
    opened = any(tree.low[c] in tree.words("as") for c in tree.children[i])
    if not opened or not tree.is_a(i, "adverbial") or tree.child(i, "clause") is not None or not _may_frame(tree, i):
        return None
    subject = tree.child(i, "subject")
    speaker = name_at(tree, subject) if subject is not None else None
    pieces = _pieces(tree, tree.below(tree.tokens[i].head, [i]))
    return Found("nlp-as", pieces, tree.span(i, i), speaker) if speaker and pieces else None


def _may_frame(tree: Tree, i: int) -> bool:
    """Whether the verb behind "as" tells of the clause around it: "put it", or one that reports and has no object."""
    said = tree.child(i, "object")
    if tree.low[i] in tree.words("putting"):
        return said is not None and tree.low[said] in tree.words("it")
    verb = _verb_at(tree, i)
    return said is None and verb is not None and verb.takes == "clause" and not verb.needs_quote


def _noun(tree: Tree, i: int) -> Found | None:
    """ "Lee's claim that it was shut", "made the claim that it was shut"."""
    clause = next((c for c in tree.children[i] if c > i and _opens_with_that(tree, c)), None)
    if clause is None or any(tree.verbal(t) for t in range(i + 1, tree.below(clause)[0])):
        return None
    pieces, speaker = _pieces(tree, tree.below(clause)), maker_of(tree, i)
    return Found("nlp-noun", pieces, tree.span(i, i), speaker) if speaker and pieces else None


def _opens_with_that(tree: Tree, c: int) -> bool:
    """Whether a clause is introduced by "that", not a relative one whose subject or object it is."""
    first = tree.below(c)[0]
    return tree.verbal(c) and tree.low[first] in tree.words("that") and tree.is_a(first, "opener")


def _marked(tree: Tree, mark: Span) -> Found | None:
    """Marked words without a reporting clause: what the verb that governs them takes, as far as the closing mark."""
    top = next((i for i in tree.inside(mark) if not _holds(mark, tree.tokens[tree.tokens[i].head])), None)
    if top is None:
        return None
    path = [top, *tree.above(top)]
    verb = next((i for i in path if tree.verbal(i) and not tree.in_marks(i)), None)
    if verb is None or verb > top or tree.passive(verb) or not _may_hold(tree, verb, mark):
        return None
    pieces = _pieces(tree, _taken(tree, verb, path[path.index(verb) - 1], mark))
    speaker = who_says(tree, verb) if pieces else None
    return Found("nlp-marked", pieces, tree.span(verb, verb), speaker) if speaker else None


def _holds(mark: Span, token: Token) -> bool:
    return mark.start <= token.start < mark.end


def _may_hold(tree: Tree, verb: int, mark: Span) -> bool:
    """Whether the verb tells of words: one that judges or addresses, or any whose colon or comma opens a statement."""
    if tree.low[verb] in tree.lexicon.room(_marked_verbs):
        return True
    if tree.tokens[verb].pos != "VERB":
        return False
    return len(mark.of(tree.text).split()) >= FULL and (
        tree.low[verb] in tree.lexicon.room(reporting) or _opened(tree, mark)
    )


def _opened(tree: Tree, mark: Span) -> bool:
    """Whether a colon or comma stands before the opening mark."""
    return tree.text[mark.start - 4 : mark.start].rstrip("\"“‘'` ")[-1:] in {":", ","}


def _taken(tree: Tree, verb: int, last: int, mark: Span) -> list[int]:
    """From the first thing that the verb takes to the end of the one with the marks; after a colon the marks alone."""
    if _opened(tree, mark):
        return tree.inside(mark)
    first = next((c for c in tree.children[verb] if c > verb and _is_thing(tree, c)), last)
    if first != last and _only_leads(tree, last):
        first = last  # "accused Lee of ..."
    start = max(verb + 1, tree.below(first)[0] + _only_leads(tree, first))
    return list(range(start, tree.below(last)[-1] + 1))


def _only_leads(tree: Tree, i: int) -> bool:
    """Whether token i is a preposition that is no part of what is said; "as a con artist" is."""
    return tree.is_a(i, "preposition") and tree.low[i] not in tree.words("as")


def _is_thing(tree: Tree, i: int) -> bool:
    return (
        tree.is_a(i, "object") or tree.is_a(i, "preposition") or tree.is_a(i, "clause") or tree.is_a(i, "open_clause")
    )


def _pieces(tree: Tree, content: Iterable[int]) -> tuple[Span, ...]:
    """Runs of neighbouring tokens without the stops at their ends; one that ends inside marks goes on to their end."""
    return tuple(_to_closing_mark(tree, tree.span(run[0], run[-1])) for run in _runs(tree, content))


def _runs(tree: Tree, content: Iterable[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for i in content:
        if run and i > run[-1] + 1:
            if kept := _without_stops(tree, run):
                yield kept
            run = []
        run.append(i)
    if kept := _without_stops(tree, run):
        yield kept


def _without_stops(tree: Tree, run: list[int]) -> list[int]:
    first, last = 0, len(run)
    while first < last and not _says(tree.low[run[first]][0]):
        first += 1
    while first < last and not _says(tree.low[run[last - 1]][-1]):
        last -= 1
    return run[first:last]


def _says(sign: str) -> bool:
    return sign.isalnum() or sign in _EDGES


def _to_closing_mark(tree: Tree, piece: Span) -> Span:
    """A piece that ends inside marks goes on to their end, and to the end of those that "and" joins to them."""
    end = piece.end
    for mark in tree.marked:
        if mark.start < end < mark.end or (
            mark.start > end and tree.lexicon.pattern("parse", "joined").fullmatch(tree.text, end, mark.start)
        ):
            end = mark.end
    return Span(piece.start, end)
