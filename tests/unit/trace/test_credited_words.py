"""Credited words in another text: what is evidence and what is not."""

from __future__ import annotations

from audit.records import Span
from audit.trace.credited_words import Carried, best_window, find_carried, find_in_title, has_words, read_credited
from audit.trace.texts import read_page


def carried(said: str, text: str, *, quoted: bool = False) -> Carried | None:
    return find_carried(read_credited(said, [Span(0, len(said))], quoted=quoted), read_page(text, "", "en"))


def test_six_words_in_a_row_are_evidence() -> None:
    text = "Elsewhere it rained.\nThe council sold the old mill to brewers on Monday."
    found = carried("Nobody knew why the council sold the old mill to him.", text)
    assert found is not None
    assert found.own.of("Nobody knew why the council sold the old mill to him.") == "the council sold the old mill to"
    assert found.place is not None
    assert found.place.of(text) == "The council sold the old mill to"


def test_five_words_in_a_row_are_none() -> None:
    assert (
        carried("Nobody knew why council sold the old mill yesterday.", "So council sold the old mill, brewers heard.")
        is None
    )


def test_the_longest_run_is_told() -> None:
    said = "a boat sank off the grey pier and then nine red crabs crept over a cold wet sandbank"
    text = "A boat sank off the grey pier. Then nine red crabs crept over a cold wet sandbank."
    found = carried(said, text)
    assert found is not None
    assert found.own.of(said) == "then nine red crabs crept over a cold wet sandbank"


def test_names_and_titles_in_a_row_say_nothing() -> None:
    name = "Deputy Harbour Master Ole Brask Lindqvist of Orrin"
    assert carried(f"{name} smiled.", f"Nobody saw {name} that day.") is None


def test_function_words_in_a_row_say_nothing() -> None:
    assert carried("it was not to be of the kind", "And it was not to be of the slow kind.") is None


def test_two_telling_words_in_a_row_of_others_say_something() -> None:
    assert carried("It was there that the ferry sank for him.", "It was there that the ferry sank for her.") is not None
    assert carried("It was there that the ferry was for him.", "It was there that the ferry was for her.") is None


def test_twelve_words_in_a_row_say_something_whatever_they_are() -> None:
    names = "Ann Bo Cy Di Ed Flo Gus Hal Ida Jo Kit Lou"
    assert carried(f"{names} came.", f"Then {names} left.") is not None


def test_most_telling_words_in_two_paragraphs_are_evidence() -> None:
    text = "Brewers were pleased.\nThe mill was sold by councillors.\nCheaply, at night, the brewers paid cash.\nRain fell."
    found = carried("Councillors sold a mill at night, cheaply, for cash, to brewers", text)
    assert found is not None
    assert found.place is not None
    assert found.place.of(text).startswith("The mill")


def test_telling_words_far_apart_are_none() -> None:
    rain = "\n" + "It rained and it rained on and on. " * 14 + "\n"
    text = rain.join(["Councillors met.", "A mill burnt at night.", "Cash was short.", "Brewers sold beer cheaply."])
    assert carried("Councillors sold a mill at night, cheaply, for cash, to brewers", text) is None


def test_half_of_the_telling_words_is_too_little() -> None:
    assert carried("alpha bravo charlie delta echo foxtrot", "alpha bravo charlie xray") is None
    assert carried("alpha bravo charlie delta echo foxtrot", "foxtrot charlie alpha delta xray") is not None


def test_four_telling_words_are_told_in_forty_words_of_text_and_five_anywhere() -> None:
    said = "alpha bravo charlie delta echo foxtrot"
    for words, found in ((36, True), (37, False)):
        assert (carried(said, f"alpha bravo {'so ' * words}charlie delta") is not None) == found
    assert carried(said, f"alpha bravo {'so ' * 37}charlie delta echo") is not None


def test_of_few_telling_words_no_share_is_taken() -> None:
    assert carried("the mill burnt down today fast", "fast burnt mill") is None


def test_a_quote_is_repeated_not_retold() -> None:
    said, text = "alpha bravo charlie delta echo foxtrot", "foxtrot charlie alpha delta"
    assert carried(said, text) is not None
    assert carried(said, text, quoted=True) is None
    assert carried(said, f"{text} bravo echo", quoted=True) is None


def test_a_short_run_of_everyday_words_is_no_evidence_by_itself() -> None:
    said = "The chair of the party said that there is a growing support for the plan, though brewers, weavers and millers grumbled"
    other = "Elsewhere there is a growing support for the ferry."
    assert carried(said, other) is None
    assert (
        carried("He told them that there is a growing support for the plan.", other) is not None
    )  # most of what is credited
    told = "The party's chair noted that there is a growing support for it. Brewers grumbled, and weavers and millers."
    assert carried(said, told) is not None  # and much else of it stands beside


def test_a_short_run_of_rare_words_is() -> None:
    said = "He said a porphyry sarcophagus lay beneath the yew, though brewers, weavers, chandlers, smiths and millers grumbled"
    assert carried(said, "Under it a porphyry sarcophagus lay beneath the yew.") is not None


def test_in_a_long_line_only_what_stands_together_counts() -> None:
    filler = "and then it was said of the same that it is so again and will be " * 6
    said = "Councillors sold a mill at night, cheaply, for cash, to brewers"
    text = f"Councillors sold it {filler} mill at night {filler} cheaply for cash {filler} to brewers."
    assert carried(said, text) is None


def test_a_credited_number_must_stand_there() -> None:
    said = "Councillors sold 57 mills at night, cheaply, for cash, to brewers"
    one = read_credited(said, [Span(0, len(said))], figure=Span(17, 25))
    other = "At night the brewers bought {} mills cheaply, for cash, councillors found."
    assert find_carried(one, read_page(other.format("57"), "", "en")) is not None
    assert find_carried(one, read_page(other.format("54"), "", "en")) is None


def test_a_run_does_not_bridge_the_crediting_words() -> None:
    said = "the council sold the CNN old mill to brewers"
    parts = [Span(0, 20), Span(24, len(said))]
    page = read_page("It is said the council sold the old mill to brewers.", "", "en")
    found = find_carried(read_credited(said, parts), page)
    assert found is None


def test_every_part_must_stand_word_for_word() -> None:
    said = "a mess, a fine mess"
    credited = read_credited(said, [Span(0, 6), Span(8, len(said))])
    assert has_words(credited, read_page("It was a mess. A fine mess!", "", "en"))
    assert not has_words(credited, read_page("It was a mess.", "", "en"))


def test_the_best_window_is_the_first_of_the_best() -> None:
    page = read_page("rain\nalpha bravo\nrain\nalpha bravo", "", "en")
    found = best_window(read_credited("alpha bravo charlie", [Span(0, 19)]), page)
    assert found is not None
    assert (round(found[0], 3), found[1]) == (0.667, Span(5, 16))
    assert best_window(read_credited("xray", [Span(0, 4)]), page) is None
    assert best_window(read_credited("the of", [Span(0, 6)]), page) is None


def test_a_headline_tells_what_is_credited() -> None:
    page = read_page("Nothing.", "Council sold mill to brewers, papers show", "en")
    said = "The council sold its mill, the paper reported"
    child = read_page("Rain.", "", "en")
    assert find_in_title(read_credited(said, [Span(0, len(said))]), page, child) is not None
    assert find_in_title(read_credited(said, [Span(0, len(said))]), page, child, printed=True) is None
    printing = read_page("“Council sold mill to brewers, papers show”", "", "en")
    assert find_in_title(read_credited(said, [Span(0, len(said))]), page, printing, printed=True) is not None
    other = "The council built a mill"
    assert find_in_title(read_credited(other, [Span(0, len(other))]), page, child) is None
    assert find_in_title(read_credited(said, [Span(0, len(said))]), read_page("x", "", "en"), child) is None


def test_names_that_a_headline_has_too_are_no_report_of_it() -> None:
    said = "The Post showed films about Ada Holm, Ivo Lund, Tor Vint and the granary of Marrow."
    child = read_page(f"{said} Did they seal a deal for Marrow?", "", "en")
    title = "Did Ada Holm and Ivo Lund seal a deal for Marrow?"
    assert find_in_title(read_credited(said, [Span(0, len(said))]), read_page("Rain.", title, "en"), child) is None


def test_a_title_and_a_name_inside_quoted_words_say_nothing() -> None:
    said = "reports about Norland National Council Chairman Ivo Lund"
    other = read_page("Norland National Council Chairman Ivo Lund was asked about the storm.", "", "en")
    assert find_carried(read_credited(said, [Span(0, len(said))], quoted=True), other) is None


def test_the_number_of_a_report_may_be_the_first_word_of_the_text() -> None:
    said = "The council sold 40 mills to brewers, the paper reported"
    figure = Span(said.index("40"), said.index("40") + 2)
    title, child = "Council sold mills to brewers, papers show", read_page("Rain.", "", "en")
    credited = read_credited(said, [Span(0, len(said))], figure=figure)
    assert find_in_title(credited, read_page("40 mills went.", title, "en"), child) is not None
    assert find_in_title(credited, read_page("60 mills went.", title, "en"), child) is None


def test_a_place_is_at_most_ninety_words_or_one_sentence() -> None:
    sizes = (30, 30, 30, 31, 100, 10)
    text = " ".join(f"The {' '.join(['mill'] * (size - 2))} burned." for size in sizes)
    found = [list(numbers) for numbers, _ in read_page(text, "", "en").windows]
    assert found == [[0, 1, 2], [1, 2], [2, 3], [3], [4], [5]]
