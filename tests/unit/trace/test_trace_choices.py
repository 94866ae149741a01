"""What decides between two outcomes of tracing, a case on either side of each choice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from audit.records import Span
from audit.trace import claims, graph, inferred, one_voice, parents, statements
from audit.trace.credited_words import read_credited
from audit.trace.edges import stated_edges, steps
from audit.trace.origins import Node, find_origins, find_rings
from audit.trace.quantities import Told, find_quantities
from audit.trace.records import Chain, Hop, Mention
from audit.trace.time_cues import find_days
from tests.unit.trace.test_trace_bounds import held
from tests.unit.trace.world import World, pair


def mention(start: int, end: int, kind: str = "quote", key: str = "m", article: str = "a") -> Mention:
    return Mention(kind, key, article, 1, Span(start, end), None, key, key)


# Claims


@pytest.mark.parametrize(
    ("scope", "kind", "covered"),
    [
        ((0, 10), "quote", False), ((0, 11), "quote", True), ((29, 40), "quote", True), ((30, 40), "quote", False), ((12, 14), "figure", True),
        ((0, 19), "passage", False), ((0, 20), "passage", True), ((20, 40), "passage", True), ((21, 40), "passage", False), ((15, 25), "passage", True),
        ((0, 10), "figure", False), ((0, 9), "figure", False),
    ],
)  # fmt: skip
def test_credited_words_are_those_of_a_mention(scope: tuple[int, int], kind: str, covered: bool) -> None:
    assert claims._covers(Span(*scope), mention(10, 30, kind)) == covered


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        (["a quote", "b quote", "c figure"], "utterance"), (["a figure", "b figure", "c quote"], "figure"), (["a figure", "b quote"], "utterance"),
        (["a figure", "a quote", "b figure"], "utterance"),  # what an article has first counts, and of two as frequent the quote
        (["a passage", "b passage", "c figure"], "passage"), (["a credit"], "assertion"), (["a credit", "b passage"], "passage"),
    ],
)  # fmt: skip
def test_a_claim_is_of_the_kind_that_most_of_its_articles_have(kinds: list[str], kind: str) -> None:
    told = [mention(0, 9, words.split()[1], article=words.split()[0]) for words in kinds]
    assert claims._kind(told) == kind


@pytest.mark.parametrize(
    ("one", "two", "meet"),
    [
        ([(0, 10)], [(0, 10)], True), ([(0, 10)], [(5, 15)], True), ([(0, 10)], [(6, 16)], False), ([(0, 10)], [(5, 50)], True), ([(0, 10)], [(10, 20)], False),
        ([(0, 4), (20, 24)], [(0, 2), (20, 22)], True), ([(0, 10)], [(50, 60), (5, 10)], True),
    ],
)  # fmt: skip
def test_a_third_has_words_of_both_at_one_place(
    one: list[tuple[int, int]], two: list[tuple[int, int]], meet: bool
) -> None:
    kin = claims._Kin({})
    kin.place("a", "c", tuple(Span(*span) for span in one))
    kin.place("b", "c", tuple(Span(*span) for span in two))
    assert kin._meet("a", "b", "c") == kin._meet("b", "a", "c") == meet


# Statements


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ((1000, 1010), (1005, 1040), True), ((1000, 1010), (1006, 1040), False), ((1000, 1040), (1035, 1045), True), ((1000, 1040), (1036, 1046), False),
        ((1000, 1010), (1010, 1020), False), ((1000, 1010), (1000, 1010), True),
    ],
)  # fmt: skip
def test_passages_that_share_half_of_the_shorter(a: tuple[int, int], b: tuple[int, int], one: bool) -> None:
    assert statements._one_run(Span(*a), Span(*b)) == one


@pytest.mark.parametrize(
    ("sentences", "left"),
    [([(0, 100)], 0), ([(0, 12)], 18), ([(15, 100)], 5), ([(12, 20), (25, 28)], 9), ([(12, 28), (14, 16)], 4), ([(40, 50)], 20), ([(0, 5)], 20)],
)  # fmt: skip
def test_how_much_of_a_run_lies_outside_of_sentences(sentences: list[tuple[int, int]], left: int) -> None:
    assert statements._outside(Span(10, 30), [Span(*span) for span in sentences]) == left


def test_a_passage_is_of_the_quote_in_it_before_a_longer_figure_and_of_the_longest_of_two() -> None:
    line = statements._Line([mention(0, 5, "quote", "q"), mention(6, 20, "figure", "f"), mention(21, 29, "quote", "r")])
    host = statements._host(Span(0, 30), line)
    assert host is not None
    assert host.mention_id == "r"
    only = statements._host(
        Span(0, 20), statements._Line([mention(0, 5, "figure", "e"), mention(6, 20, "figure", "f")])
    )
    assert only is not None
    assert only.mention_id == "f"
    assert statements._host(Span(100, 120), line) is None


def test_a_line_finds_what_meets_a_span_however_long() -> None:
    line = statements._Line([mention(0, 90, key="long"), mention(10, 12, key="short"), mention(95, 99, key="last")])
    for span, found in ((Span(80, 85), ["long"]), (Span(11, 96), ["last", "short", "long"]), (Span(91, 93), [])):
        assert [m.mention_id for m in line.meeting(span)] == found


# Quantities


def told(key: str, article: str, source: str | None = None, **slots: str | None) -> Told:
    named: dict[str, str | None] = {"story_id": "s", "counted": "seals", "qualifiers": None, "unit": None, **slots}
    return Told(key, str(named["story_id"]), article, source, named["counted"], named["qualifiers"], named["unit"])


def test_a_quantity_is_of_the_story_of_its_earliest_figure() -> None:
    figures = [told("30", "a"), told("31", "b", story_id="t")]
    (found,) = find_quantities(figures, [("31", "30")])
    assert found.story_id == "s"
    (turned,) = find_quantities(figures[::-1], [("31", "30")])
    assert turned.story_id == "t"
    assert turned.quantity_id != found.quantity_id


@pytest.mark.parametrize(
    ("articles", "sources", "kept"),
    [(("a", "b"), (None, None), 1), (("a", "a"), (None, None), 0), (("a", "a"), ("x", None), 0), (("a", "a"), ("x", "y"), 1), (("a", "a"), ("x", "x"), 0)],
)  # fmt: skip
def test_a_quantity_needs_two_texts_or_two_who_tell(
    articles: tuple[str, str], sources: tuple[str | None, str | None], kept: int
) -> None:
    figures = [told(str(n), *both) for n, both in enumerate(zip(articles, sources, strict=True))]
    assert len(list(find_quantities(figures, [("0", "1")]))) == kept


def test_its_qualifiers_are_those_of_what_it_is_called_and_its_unit_that_of_most() -> None:
    figures = [told("1", "a", qualifiers="grey", unit="ton"), told("2", "b", qualifiers="grey"), told("3", "c", counted="pups", qualifiers="new born"),
               told("4", "d", counted="pups", qualifiers="new born"), told("5", "e", unit="ton")]  # fmt: skip
    (found,) = find_quantities(figures, [("1", "2"), ("2", "3"), ("3", "4"), ("4", "5")])
    assert (found.counted, found.qualifiers, found.unit) == ("seals", "grey", "ton")


# Chains


def hops(*kinds: str) -> Chain:
    found = [Hop(f"c{n}", f"s{n}", kind, "relays", Span(0, 4), n, "told") for n, kind in enumerate(kinds)]
    return Chain("a", Span(0, 9), tuple(found))


@pytest.mark.parametrize(
    ("kinds", "own", "left"),
    [
        (("outlet", "platform"), None, ["s0"]), (("platform",), None, []), (("platform", "platform"), None, []), (("platform", "person"), None, ["s1"]),
        (("outlet", "platform"), "s0", []), (("outlet", "agency"), "s1", ["s0"]), (("outlet",), "s0", []),
    ],
)  # fmt: skip
def test_which_hops_an_article_depends_on(kinds: tuple[str, ...], own: str | None, left: list[str]) -> None:
    assert [hop.source_id for hop in steps(hops(*kinds), own)] == left


def test_a_linked_post_is_one() -> None:
    chain = hops("platform")
    linked = replace(chain, hops=(replace(chain.hops[0], relation="embeds"),))
    assert [hop.source_id for hop in steps(linked, None)] == ["s0"]


A, B, C, D = (Node("article", key) for key in "abcd")


@pytest.mark.parametrize(
    ("nodes", "arrows", "origins"),
    [
        ([A, B], [], [A, B]), ([B, A, A], [], [A, B]), ([A], [(A, B)], [B]), ([A, C], [(A, B)], [B, C]), ([A, B], [(A, B), (B, A)], [A]),
        ([A, B, C], [(A, B), (B, A), (B, C)], [C]), ([A, B, C], [(C, A), (A, B), (B, A)], [A]), ([A, B, C, D], [(A, B), (B, A), (C, D), (D, C)], [A, C]),
        ([A, B, C, D], [(A, B), (B, A), (C, D)], [A, D]), ([A, B, C, D], [(A, B), (B, A), (A, C), (C, D)], [D]),
    ],
)  # fmt: skip
def test_who_a_claim_goes_back_to(nodes: list[Node], arrows: list[tuple[Node, Node]], origins: list[Node]) -> None:
    assert find_origins(nodes, arrows) == origins
    assert find_origins(nodes[::-1], arrows[::-1]) == origins


def test_a_ring_has_two_members_at_least() -> None:
    assert find_rings([("a", "b"), ("b", "c")]) == []
    assert find_rings([("b", "a"), ("a", "b"), ("b", "c"), ("d", "e"), ("e", "d")]) == [["a", "b"], ["d", "e"]]


# Dates


DAY = date(2031, 3, 5)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Holm told the Post on Tuesday that boats sank.", (4, 4)), ("Holm told the Post on Wednesday that boats sank.", (5, 5)),
        ("Holm told the Post on Thursday that boats sank.", (-1, -1)), ("Holm told the Post that boats sank on Tuesday.", None),
        ("On Tuesday Holm told the Post that boats sank.", (4, 4)), ("Holm told the Post that boats sank.", None),
    ],
)  # fmt: skip
def test_which_day_a_credit_names(text: str, days: tuple[int, int] | None) -> None:
    start = text.index("told the Post")
    found = find_days(text, Span(start, start + 13), Span(0, len(text)), DAY)
    wanted = days and tuple(date(2031, 2, 28) + timedelta(days=number) for number in days)
    assert (found and (found.first, found.last)) == wanted


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [("March", date(2031, 3, 1), date(2031, 3, 31)), ("February", date(2031, 2, 1), date(2031, 2, 28)), ("April", date(2030, 4, 1), date(2030, 4, 30)),
     ("December", date(2030, 12, 1), date(2030, 12, 31))],
)  # fmt: skip
def test_which_month_a_credit_names(month: str, first: date, last: date) -> None:
    text = f"Holm told the Post in {month} that boats sank."
    found = find_days(text, Span(5, 18), Span(0, len(text)), DAY)
    assert found is not None
    assert (found.first, found.last) == (first, last)
    assert not found.holds(first - timedelta(days=1))
    assert found.holds(first)
    assert found.holds(last + timedelta(days=1))
    assert not found.holds(last + timedelta(days=2))


@pytest.mark.parametrize(
    ("hours", "later", "stale"),
    [(12, False, False), (13, True, False), (-24 * 13, False, False), (-24 * 15, False, True)],
)
def test_an_article_is_later_or_stale(hours: float, later: bool, stale: bool) -> None:
    assert parents._is_later(held("a", hours), held("b")) == (timedelta(hours=hours) > parents.CLOCKS)
    assert parents._is_stale(held("a", hours), held("b"), parents.AGE) == (timedelta(hours=hours) < -parents.AGE)
    assert not parents._is_later(held("a", dated=False), held("b"))
    assert not parents._is_stale(held("a", dated=False), held("b"), parents.DAY)


@pytest.mark.parametrize("off", [timedelta(0), timedelta(seconds=1)])
def test_the_bounds_of_later_and_stale_are_in(off: timedelta) -> None:
    def lag(span: timedelta) -> float:
        return span.total_seconds() / 3600

    assert parents._is_later(held("a", lag(parents.CLOCKS + off)), held("b")) == bool(off)
    assert parents._is_stale(held("a", lag(-parents.FRESH - off)), held("b"), parents.FRESH) == bool(off)


def test_credited_words_leave_out_the_credit_and_quotes_keep_their_pieces() -> None:
    found = World()
    found.article("a", "“Boats sank,” Holm told the Post, “and mills burned.” It rained.")
    chain = found.credit("a", "told the Post", ("post", "outlet"))
    said = found.quote("a", "Boats sank")
    words = found.corpus.shelf.words_of(said, chain)
    assert words.quote is not None
    assert [part.of(found.texts["a"][0]) for part in words.quote.parts] == ["Boats sank"]
    assert words.is_quote
    passage = found.corpus.shelf.words_of(found.passage("a", "It rained"), chain)
    assert passage.quote is None
    assert not passage.is_quote


@pytest.mark.parametrize(("quote", "clause", "mostly"), [("boats sank", "boats sank on Monday there", False), ("boats sank", "boats sank on Monday", True), ("a", "b", True)])  # fmt: skip
def test_a_clause_of_as_many_quoted_words_as_others_is_a_quote(quote: str, clause: str, mostly: bool) -> None:
    one, two = (read_credited(text, [Span(0, len(text))]) for text in (quote, clause))
    assert parents._mostly(one, two) == mostly


# Voices, holders, arrows


@pytest.mark.parametrize(
    ("span", "inside"),
    [((10, 20), True), ((10, 12), True), ((18, 20), True), ((9, 12), False), ((18, 21), False), ((0, 9), False)],
)
def test_a_credit_stands_inside_a_sentence(span: tuple[int, int], inside: bool) -> None:
    assert one_voice._inside(Span(*span), Span(10, 20)) == inside


@pytest.mark.parametrize(
    ("words", "articles", "found"), [(8, "ab", 2), (7, "ab", 0), (8, "a", 0), (9, "ab", 2), (20, "ab", 2)]
)
def test_a_sentence_of_eight_words_in_two_articles_is_one(words: int, articles: str, found: int) -> None:
    text = " ".join(f"w{number}" for number in range(words))
    world = World()
    for key in articles:
        world.article(key, text)
    told = [mention(0, len(text), key=f"m{key}", article=key) for key in articles]
    assert len(list(one_voice._sentences(told, world.corpus))) == found


def test_only_passages_have_holders() -> None:
    passage, quote, other = (
        mention(0, 9, "passage", "p"),
        mention(20, 29, "quote", "q"),
        mention(0, 9, "passage", "r", "b"),
    )
    pairs = [pair("passage", passage, other), pair("quote", quote, other)]
    found = inferred.find_holders([passage, quote, other], pairs)
    assert found["a"] == [(Span(0, 9), frozenset("ab"))]
    assert [span for span, _ in found["b"]] == [Span(0, 9)] * 2


def test_a_quote_keeps_all_its_pieces_and_one_without_any_its_own_place() -> None:
    found = World()
    found.article("a", "“Boats sank,” Holm said, “and mills burned.”")
    chain = found.credit("a", "Holm said", ("post", "outlet"))
    said = found.quote("a", "Boats sank")
    found.pieces[said.group].append(found.find("a", "and mills burned"))
    assert len(_parts(found, said, chain)) == 2
    found.pieces.clear()
    assert _parts(found, said, chain) == [said.span]


def _parts(found: World, said: Mention, chain: Chain) -> list[Span]:
    quote = found.corpus.shelf.words_of(said, chain).quote
    assert quote is not None
    return list(quote.parts)


def test_no_arrow_leads_on_from_a_rejected_source() -> None:
    found = World()
    found.article("a", "31 seals, the Post said, citing the Bay board.")
    found.credit("a", "the Post said", ("post", "outlet"), ("bay", "organisation"), scope="31 seals")
    claim = found.claim(found.figure("a", "31"))
    first, second = stated_edges(claim, found.corpus)
    assert (first.via, second.via) == (None, "post")
    both = [(Node("article", "a"), Node("source", "post")), (Node("source", "post"), Node("source", "bay"))]
    drawing = graph._Drawing([first, second], frozenset(), found.corpus)
    assert [drawing.arrow(edge) for edge in (first, second)] == both
    drawing = graph._Drawing([first, second], {first.edge_id}, found.corpus)
    assert drawing.standing == [second]
    assert drawing.arrow(second) is None
