"""Claims that nobody stands for: who tells them is not named, or only "reports" and "sources" do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from audit.extract.sources.unnamed import is_definite
from audit.ids import name_key
from audit.judge.gates.chain_ends import (
    AGE,
    LEAST_LABEL,
    LONG_SENTENCE,
    Row,
    counts_tellers,
    figures_at,
    is_short,
    one_a_sentence,
    one_card,
    rule,
    saying,
    texts_of,
)
from audit.judge.gates.covered import as_covered
from audit.judge.gates.hidden import is_hidden, is_mixed
from audit.judge.gates.inner_clauses import is_inside
from audit.judge.gates.known_tellers import (
    APPOSITION,
    BESIDE,
    FULL_NAME,
    claims_something,
    documents,
    is_introduced,
    is_known,
    pointing,
    told_words,
)
from audit.judge.gates.teasers import is_no_sentence
from audit.judge.gates.told_beside import is_introduced_by_outlet, is_near_outlet, is_of_two, is_with_outlet
from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.lexicon.counts import news_stem, person_nouns
from audit.match.words import read_words, stem
from audit.records import Span

LEAST_SHARED = 3  # words of two sentences of one text that tell the same
REACH = 30  # characters behind crediting words that are read for their verb


def unnamed(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of unnamed sources, one a sentence: no count of those sources, and nobody's full name beside them, nor
    inside a clause that tells more of another thing, nor where another may have told it. What is no fact that a person
    stands for is counted. What a text tells twice is one card.
    """
    groups = defaultdict[tuple[frozenset[str], bool], list[list[Row]]](list)
    for row in _each(rows, library):
        _add(row, groups[texts_of(row), row["counted"]])
    yield from (one_card(group, "And so is") for told in groups.values() for group in told)


def _add(row: Row, told: list[list[Row]]) -> None:
    """Put a row to those that tell the same, if there are any."""
    group = next((group for group in told if _tell_the_same(group[0], row)), None)
    if group is None:
        told.append([row])
    else:
        group.append(row)


def _tell_the_same(row: Row, other: Row) -> bool:
    """Whether at least half of the words that tell something in one are in the other too."""
    one, two = (frozenset(map(news_stem, told_words(each))) for each in (row, other))
    return len(one & two) >= max(LEAST_SHARED, min(len(one), len(two)) / 2)


def _each(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Each row that is a finding, counted or not."""
    for row in one_a_sentence(rows, library):
        if any(is_inside(cue, library) for cue in row.get("cues") or ()) or is_mixed(row, library):
            continue
        if all(map(_is_unnamed, row["names"])) and not any(
            _is_named(p, row["names"], library) for p in row["evidence"]
        ):
            hidden = is_hidden(row, library)
            told = (as_covered(one, library) if hidden else one for one in _telling(row, library))
            yield from ({**_called_whole(one), "counted": not hidden} for one in told if one)


def _called_whole(row: Row) -> Row:
    """A row whose names do not break off inside a phrase: "an official of the" is "an official"."""
    names = ", ".join(map(_whole, row["slots"].get("origins", "").split(", ")))
    return {**row, "slots": {**row["slots"], "origins": names}}


def _whole(name: str) -> str:
    """A name without the words at its end that lead on, and without the letter that opens an abbreviation."""
    words = name.split()
    while len(words) > 1 and (words[-1] in _leading_on() or (len(words[-1]) == 1 and words[-1].isupper())):
        words.pop()
    return " ".join(words)


@cache
def _leading_on() -> frozenset[str]:
    """Words behind which a phrase goes on: "of", "the"."""
    table = load_rules("closed_classes")
    return frozenset([*table["prepositions"]["words"], *table["articles"]["words"]])


def _telling(row: Row, library: Library) -> Iterator[Row]:
    """The row with its label in full, if that claims something below the headlines, and no two outlets tell of it."""
    places, told = row["evidence"], _in_full(row, library)
    if any(is_of_two(place, library) or is_no_sentence(place, library) for place in places):
        return
    if claims_something(told if _is_scrap(row["slots"]["label"]) else row, library):
        yield told


def _in_full(row: Row, library: Library) -> Row:
    """The row with its whole sentence, where its label is some words of one: who said them of what stands there."""
    label, place = row["slots"]["label"], row["evidence"][0]
    whole = " ".join(library.sentence(place, LONG_SENTENCE).of(library.texts[place["article_id"]]).split())
    return {**row, "slots": {**row["slots"], "label": whole}} if _is_scrap(label) or label in whole else row


def _is_scrap(label: str) -> bool:
    """Whether words tell no claim by themselves: a word or two, or what begins inside of a sentence."""
    return label[:1].islower() or len(label.split()) < LEAST_LABEL


def _is_named(place: Row, names: Iterable[str], library: Library) -> bool:
    """Whether a place counts its sources, its sentence names somebody who tells it, or the text says who they are."""
    if _counts_sources(place, names, library) or _name_beside(place, library):
        return True
    if library.names_somebody(place["article_id"], library.sentence(place)):
        return True
    return any(_is_known(name, place, library) for name in names)


def _is_known(name: str, place: Row, library: Library) -> bool:
    return is_known(name, place, library) or is_introduced(name, place, library)


def _is_unnamed(name: str) -> bool:
    """Whether a role tells nobody: "an aide", "two officials", but not "the president", a party, or a body's voice."""
    keys = read_words(name).keys
    if frozenset(keys) & rule("voices") or _only_saw_it(keys):
        return False
    return bool(keys) and (keys[0] in rule("some") or bool(frozenset(keys) & rule("speakers")))


def _only_saw_it(keys: tuple[str, ...]) -> bool:
    """Whether they are asked in the street, and nobody's confidants: "a witness", not "a person close to Lund"."""
    head = next((key for key in keys if key in rule("passers_by") or key in rule("speakers")), None)
    return head in rule("passers_by") and rule("confidants").isdisjoint(keys)


def _counts_sources(place: Row, names: Iterable[str], library: Library) -> bool:
    """Whether a figure counts those who speak, or measures nobody's claim: "two officials", "Lund, 61"."""
    named = list(names)
    return any(figure["unit"] == AGE or counts_tellers(figure, named) for figure in figures_at(place, library))


def _name_beside(place: Row, library: Library) -> bool:
    """Whether a full name stands close to the words, outside of them."""
    text = library.texts[place["article_id"]]
    before = text[max(0, place["start"] - BESIDE) : place["start"]]
    after = text[place["end"] : place["end"] + BESIDE]
    near = before.split("\n")[-1], after.split("\n")[0]
    return bool(APPOSITION.match(near[1])) or any(
        name_key(match[0]) in library.people for side in near for match in FULL_NAME.finditer(side)
    )


def vague(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Claims of vague sources where the cue attributes: it says something, stands first, and nobody is named by it."""
    for row in one_a_sentence(rows, library):
        if not is_short(row) or any(map(_is_somebody, row["names"])) or any(map(_is_thing, row["names"])):
            continue
        if _is_anybody(row, library):
            continue
        if any(figure["unit"] == AGE for p in row["evidence"] for figure in figures_at(p, library)):
            continue
        if any(_is_known(name, p, library) for name in row["names"] for p in row["evidence"]):
            continue
        if _is_outlets_report(row, library):
            continue
        if all(_attributes(cue, place, library) for cue, place in _cues(row)):
            yield from filter(None, (as_covered(told, library) for told in _telling(row, library)))


def _is_outlets_report(row: Row, library: Library) -> bool:
    """Whether an outlet beside may have told it: in its sentence where the row tells of none, before its paragraph, or
    near reports of nobody.
    """
    if any(is_introduced_by_outlet(place, library) for place in row["evidence"]):
        return True
    if not row.get("told_as") and any(is_with_outlet(place, library) for place in row["evidence"]):
        return True
    reports = [name in _reports() or not _media().isdisjoint(read_words(name).keys[-1:]) for name in row["names"]]
    return any(reports) and all(reports) and any(is_near_outlet(cue, library) for cue, _ in _cues(row))


@cache
def _reports() -> frozenset[str]:
    """What stands for reports of which nobody tells whose they are."""
    return frozenset(entry["name"] for entry in load_rules("credits")["agentless"])


def _is_somebody(name: str) -> bool:
    """Whether a name only describes whom the text has named ("the man who won"), or somebody asked in the street."""
    keys = read_words(name).keys
    return (is_definite(name) and _tellers().isdisjoint(keys)) or _only_saw_it(keys)


def _is_thing(name: str) -> bool:
    """Whether a name has no word for somebody who tells: "some of the models", or no more than "some"."""
    keys = {*read_words(name).keys} - rule("some") - rule("left_over")
    return name not in _reports() and _who_tell().isdisjoint(keys | {stem(key) for key in keys})


@cache
def _who_tell() -> frozenset[str]:
    people = person_nouns() | {*load_rules("anonymity")["roles"]["words"], *load_rules("anonymity")["vague"]["words"]}
    return _tellers() | people | {stem(word) for word in people}


def _is_anybody(row: Row, library: Library) -> bool:
    """Whether only "people" say it and nobody has it from them: "people talk of it", not "according to people"."""
    bare = all(set(read_words(name).keys) - rule("nameless") <= rule("anybody") for name in row["names"])
    return bool(row["names"]) and bare and not any(_is_on_word(cue, library) for cue, _ in _cues(row))


def _is_on_word(cue: Row, library: Library) -> bool:
    return any(words in library.words(cue).lower() for words in rule("on_word_of"))


@cache
def _tellers() -> frozenset[str]:
    """Who tells without a name: officials, sources, the media."""
    return rule("speakers") | _media()


@cache
def _media() -> frozenset[str]:
    """What reports without a name are called, or who has them: "news reports", "local media"."""
    return rule("told_of") | {words.split()[-1] for words in load_rules("anonymity")["media"]["words"]}


def _cues(row: Row) -> Iterator[tuple[Row, Row]]:
    for cue in row["cues"] or ():
        yield cue, row["evidence"][0]


def _attributes(cue: Row, place: Row, library: Library) -> bool:
    """Whether the crediting words attribute: not where the sentence is about them, nor behind the words."""
    text = library.texts[place["article_id"]]
    behind = text[cue["end"] : cue["end"] + BESIDE]
    if library.names_somebody(cue["article_id"], library.sentence(cue)) or _is_topic(cue, library):
        return False
    if _stands_in_full_beside(cue, library):
        return False
    if library.words(cue).lower().endswith("ly"):
        return place["end"] > cue["start"] and not APPOSITION.match(behind) and not _is_retold(cue, library)
    return not (APPOSITION.match(behind) or FULL_NAME.search(behind[:REACH])) and _says(cue, library)


def _stands_in_full_beside(cue: Row, library: Library) -> bool:
    """Whether who tells it was told of before, as "this official", or somebody does beside him: "Lund and others"."""
    keys, text = read_words(library.words(cue)).keys, library.texts[cue["article_id"]]
    before = text[max(0, cue["start"] - BESIDE) : cue["start"]].split()[-1:]
    joined = before and before[0] in load_rules("closed_classes")["coordinators"]["words"]
    opening = load_rules("closed_classes")["complementizers"]["words"]
    points = {*keys[-2:-1], *(word.lower() for word in before if word not in opening)} & pointing()
    return bool(points) or bool(joined and not rule("left_over").isdisjoint(keys[:1]))


def _is_retold(cue: Row, library: Library) -> bool:
    """Whether "reportedly" goes on with what its sentence has from somebody or from a document, or the words before it
    from an outlet.
    """
    article, sentence = cue["article_id"], library.sentence(cue)
    text = library.texts[article]
    said = read_words(text[sentence.start : cue["start"]]).keys + read_words(text[cue["end"] :][:REACH]).keys[:1]
    if any(teller in rule("speakers") | documents() and verb in saying() for teller, verb in pairwise(said)):
        return True
    at = max(0, sentence.start - 2)
    last = library.sentence({"article_id": article, "start": at, "end": at})
    before = Span(min(last.start, library.paragraph(cue).start), last.end)
    return library.credits_somebody(article, sentence) or library.credits_outlet(article, before)


def _says(cue: Row, library: Library) -> bool:
    """Whether the words themselves, or the two behind, say something, and for nobody who is named."""
    text = library.texts[cue["article_id"]]
    words = read_words(text[cue["start"] : cue["end"] + REACH]).keys[: len(read_words(library.words(cue)).keys) + 2]
    return not rule("voices") & frozenset(words) and bool(frozenset(words) & saying())


def _is_topic(cue: Row, library: Library) -> bool:
    """Whether a sentence speaks about what was reported: "on rumours", "new reports of", "outlets citing sources"."""
    text = library.texts[cue["article_id"]]
    lead = text[library.sentence(cue).start : cue["start"]]
    before, inside = read_words(lead).keys, read_words(library.words(cue)).keys
    after = read_words(text[cue["end"] : cue["end"] + REACH]).keys[:2]
    ahead = (*inside[1:], *after[:1])
    if frozenset(before[-2:]) & rule("topics"):
        return True
    if frozenset(inside[:1]) & rule("participles"):
        return bool(before) and not lead.rstrip().endswith(tuple(rule("pauses")))
    there = frozenset(before[-3:] + inside[:1]) & rule("existence")
    silent = bool(frozenset(inside) & rule("told_of")) and not _say(inside, after)
    return not there and (silent or bool(frozenset(ahead) & rule("topic_links")))


def _say(inside: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether reports say something themselves, so that they are no more than what another verb is about."""
    said = (key for key in (*inside, *after) if key not in rule("told_of") and not key.endswith("ing"))
    return any(key in saying() for key in said)
