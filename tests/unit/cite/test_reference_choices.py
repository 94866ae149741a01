"""What a page's references lead to, and what is told of them: a case on either side of each choice."""

from __future__ import annotations

from datetime import date

import pytest

from audit.cite.html_references import read_html, read_markdown
from audit.cite.page_audit import check_page, is_wikitext, notes_of, page_line, publisher_of, read_marked, wanted
from audit.cite.references import CitedSentence, MarkedText, Reference, cited_sentences
from audit.cite.saved import Saved
from audit.cite.wikitext_references import read_wikitext


def told(marked: MarkedText) -> list[tuple[str, str, str | None]]:
    """Of each mark the two words before it, its key and its address."""
    return [(" ".join(marked.text[:at].split()[-2:]), reference.key, reference.url) for at, reference in marked.marks]


A, B, OLD = "https://a.example/1", "https://b.example/2", "https://archive.example/web/1/https://a.example/1"


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("", []),
        ("  \n ", []),
        ("<p>It fell.</p>", []),
        (f'<p>It fell, <a href="{A}">the Post said</a>.</p>', [("Post said", A, A)]),
        # a number in brackets is a mark, no word
        (f'<p>It fell.<a href="{A}">[1]</a></p>', [("It fell.", A, A)]),
        (f'<p>It fell.<a href="{A}"> 12 </a></p>', [("It fell.", A, A)]),
        (f'<p>It fell in <a href="{A}">1931 or so</a>.</p>', [("or so", A, A)]),
        # words that name where it leads are no words of the sentence
        (f'<p>It fell (<a href="{A}">Post</a>).</p>', [("fell (", A, A)]),
        (f'<p>It fell (<a href="{A}">Post</a>, <a href="{B}">Sun</a>).</p>', [("fell (", A, A), ("fell (,", B, B)]),
        (f'<p>It fell. <a href="{A}">The Post</a></p>', [("It fell.", A, A)]),
        (f'<p>It fell. <a href="{A}">a.example</a> It stood.</p>', [("It fell.", A, A)]),
        (f'<p>It “fell.” <a href="{A}">Post</a>, <a href="{B}">Sun</a></p>', [("It “fell.”", A, A), ("“fell.” ,", B, B)]),
        (f'<table><tr><td>It fell</td><td><a href="{A}">Post</a></td></tr></table>', [("It fell", A, A)]),
        (f'<p>It fell. <a href="{A}">The Post</a> said so.</p>', [("The Post", A, A)]),
        (f'<p>It fell. <a href="{A}">The Post</a> Office said so.</p>', [("The Post", A, A)]),
        (f'<p>It fell. <a href="{A}">It stood.</a></p>', [("It stood.", A, A)]),
        (f'<p>It fell (see <a href="{A}">the Post</a>).</p>', [("the Post", A, A)]),
        # a link that leads nowhere
        ('<p>It fell, <a href="mailto:x@a.example">he said</a>.</p>', []),
        ('<p>It fell, <a>he said</a>.</p>', []),
        # marks that lead to a list
        (f'<p>It fell.<a href="#n1">1</a></p><ul><li id="n1">Post: <a href="{A}">a</a></li></ul>', [("It fell.", "n1", A)]),
        (f'<p>It fell.<a href="#n1">1</a></p><div id="n1">Post: <a href="{A}">a</a></div>', [("It fell.", "n1", A)]),
        ('<p>It fell.<a href="#n1">1</a></p><ul><li id="n1">The Post, 1931</li></ul>', [("It fell.", "n1", None)]),
        # a place of the page that is no reference
        ('<p>It fell, <a href="#top">see above</a>.</p><div id="top">Up</div>', []),
        ('<p>It fell, <a href="#gone">see below</a>.</p>', []),
        ('<p>It fell, <a href="#">see above</a>.</p>', []),
        # the list itself cites nothing, nor does what nobody reads
        (f'<p>It fell.</p><ul><li id="n1">Post: <a href="{A}">a</a></li></ul>', [("Post: a", A, A)]),
        (f'<nav><p><a href="{A}">Home page</a></p></nav><p>It fell.</p>', []),
        (f'<p>It fell.<script><a href="{A}">x</a></script></p>', []),
        (f'<blockquote><p>It fell, <a href="{A}">he said</a>.</p></blockquote>', [("he said", A, A)]),
        (f'<h2>It fell, <a href="{A}">he said</a></h2>', [("he said", A, A)]),
    ],
)  # fmt: skip
def test_marks_of_a_web_page(source: str, marks: list[tuple[str, str, str | None]]) -> None:
    assert told(read_html(source)) == marks


@pytest.mark.parametrize(
    ("links", "url", "archive"),
    [
        ([A], A, None),
        ([OLD], OLD, None),  # nothing but the archive's copy
        ([A, OLD], A, OLD),
        ([OLD, A], A, OLD),
        (["https://archive.example/x", A], A, "https://archive.example/x"),
        (["https://x.example/web/1", A], A, "https://x.example/web/1"),
        ([A, B], A, None),
    ],
)
def test_a_reference_and_its_copy_in_an_archive(links: list[str], url: str, archive: str | None) -> None:
    listed = "".join(f'<a href="{link}">x</a> ' for link in links)
    ((_, reference),) = read_html(f'<p>It fell.<a href="#n">1</a></p><ol><li id="n">The  Post {listed}</li></ol>').marks
    assert (reference.url, reference.archive_url) == (url, archive)
    assert (reference.title or "").startswith("The Post x")


def test_an_address_is_made_whole_by_the_page_s_own() -> None:
    ((_, reference),) = read_html('<p>It fell, <a href="/1">he said</a>.</p>', base="https://a.example/page").marks
    assert reference.url == A


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        (f"It fell, [he said]({A}).", [("he said", A, A)]),
        (f"It fell.[^1]\n\n[^1]: The Post, {A}", [("It fell.", "fn-1", A)]),
        ("It fell.[^1]\n\n[^1]: The Post", [("It fell.", "fn-1", None)]),
        (f"It fell.[^a] It stood.[^b]\n\n[^a]: {A}\n\n[^b]: http://b.example/2", [("It fell.", "fn-a", A), ("It stood.", "fn-b", "http://b.example/2")]),
        (f"It fell.[^1]\n\n[^1]: Post <{A}>", [("It fell.", "fn-1", A)]),
        # bare numbers, of which a list of addresses tells
        (f"It fell [1, 2].\n\n## Sources\n1. {A}\n2. [The Sun](https://b.example/2)", [("It fell", "fn-1", A), ("It fell", "fn-2", B)]),
        (f"It fell.【2†source】\n\n[1] {A}\n[2] Sun, {B}", [("It fell.", "fn-2", B)]),
        (f"It fell [3].\n\n1. {A}", []),  # no such number
        (f"It fell.\n\n1. See {A}", []),  # no number leads to it
        ("It fell.[^1]", []),  # defined nowhere
        ("It fell [^ here.", []),
        ("It said this]: it fell.", []),
    ],
)  # fmt: skip
def test_marks_of_a_markdown_text(source: str, marks: list[tuple[str, str, str | None]]) -> None:
    assert told(read_markdown(source)) == marks


def test_brackets_of_which_nothing_is_left_are_no_words() -> None:
    (sentence,) = cited_sentences(read_markdown(f"It fell ([Post]({A}), [Sun]({B})) on Monday (by night)."))
    assert sentence.text == "It fell on Monday (by night)."
    assert [one.url for one in sentence.references] == [A, B]


def test_a_bracket_that_opens_no_footnote_is_words() -> None:
    assert "It fell [^ here." in read_markdown("It fell [^ here.").text
    assert "It said this]: it fell." in read_markdown("It said this]: it fell.").text


@pytest.mark.parametrize(
    ("source", "words", "marks"),
    [
        (f"It fell.<ref>[{A} The Post]</ref>", "It fell.", [("ref 1", A)]),
        ("It fell.<ref>The Post, 1931</ref>", "It fell.", [("ref 1", None)]),
        ("It fell.<ref></ref>", "It fell.", [("ref 1", None)]),
        ("It fell.<ref/>", "It fell.", [("ref 1", None)]),
        ("It fell.<ref>x</ref> It stood.<ref>y</ref>", "It fell. It stood.", [("ref 1", None), ("ref 2", None)]),
        (f'It fell.<ref name="p">[{A} x]</ref> It stood.<ref name="p" />', "It fell. It stood.", [("p", A), ("p", A)]),
        (f'It fell.<ref name="p" /> It stood.<ref name=p>[{A} x]</ref>', "It fell. It stood.", [("p", A), ("p", A)]),
        ('It fell.<ref name="gone" />', "It fell.", [("gone", None)]),
        (f"It fell.<ref>{{{{cite web|url={A}|title=T}}}}</ref>", "It fell.", [("ref 1", A)]),
        (f"It fell.<ref>{{{{cite book|title=T|chapter-url={A}}}}}</ref>", "It fell.", [("ref 1", A)]),
        (f"It fell.<ref>{{{{small|x}}}} [{A} x]</ref>", "It fell.", [("ref 1", A)]),  # a template that cites nothing
        (f"It fell, [{A} he said].", "It fell, he said.", [(A, A)]),
        ("It ''fell'' on the [[Orv|river Orv]].", "It fell on the river Orv.", []),
        ("It fell on the [[Orv]].", "It fell on the Orv.", []),
        ("[[File:wall.jpg|thumb|A wall]]It fell.", "It fell.", []),
        ("[[Image:wall.jpg]][[ category : Walls]]It fell.", "It fell.", []),
        ("It fell in [[Talk: Walls]].", "It fell in Talk: Walls.", []),
        ("It fell.<gallery>wall.jpg</gallery>", "It fell.", []),
        ("It fell &amp; broke.", "It fell & broke.", []),
        ("== Walls ==\nIt fell.", "It fell.", []),
        ("It fell.{{citation needed}}", "It fell.", []),
        (f"It fell.{{{{r|p}}}}<ref name=p>[{A} x]</ref>", "It fell.", [("p", A), ("p", A)]),
        (f"It fell.{{{{r|p|q}}}}<ref name=p>[{A} x]</ref>", "It fell.", [("p", A), ("q", None), ("p", A)]),
        ("It fell.{{sfn|Holm|1931}}", "It fell.", [("Holm 1931", None)]),
        (f"It fell.{{{{sfn|Holm|1931}}}} {{{{cite book|last=Holm|date=May 1931|title=Walls|url={A}}}}}", "It fell.", [("Holm 1931", A)]),
        (f"It fell.{{{{sfn|Holm|1931}}}} {{{{cite book|last=Holm|title=Walls|url={A}}}}}", "It fell.", [("Holm 1931", None)]),
        (f"It fell.{{{{sfn|Holm|Vint|1931}}}} {{{{cite book|last1=Holm|last2=Vint|year=1931|title=Walls|url={A}}}}}", "It fell.", [("Holm Vint 1931", A)]),
        (f"It fell.{{{{sfn|Board|1931}}}} {{{{cite book|ref={{{{sfnref|Board|1931}}}}|title=Walls|url={A}}}}}", "It fell.", [("Board 1931", A)]),
        (f"It fell.<ref>{{{{harvnb|Holm|1931}}}}</ref> {{{{cite book|last=Holm|year=1931|title=Walls|url={A}}}}}", "It fell.", [("Holm 1931", A)]),
    ],
)  # fmt: skip
def test_marks_of_wikitext(source: str, words: str, marks: list[tuple[str, str | None]]) -> None:
    marked = read_wikitext(source)
    assert " ".join(marked.text.split()) == words
    assert [(reference.key, reference.url) for _, reference in marked.marks] == marks


@pytest.mark.parametrize(
    ("source", "pages"),
    [
        ("It fell.<ref>{{cite book|title=T|page=9}}</ref>", "9"),
        ("It fell.<ref>{{cite book|title=T|pp=9–11}}</ref>", "9–11"),
        ("It fell.<ref>{{cite book|title=T}}</ref>", None),
        ("It fell.<ref>{{cite book|title=T|page=9}}</ref>{{rp|12}}", "12"),
        ("It fell.<ref>{{cite book|title=T|page=9}}</ref>{{rp}}", "9"),
        ("{{rp|12}}It fell.<ref>{{cite book|title=T}}</ref>", None),
        ("It fell.{{sfn|Holm|1931|p=7}}", "7"),
        ("It fell.{{sfn|Holm|1931|p=7}} {{cite book|last=Holm|year=1931|title=Walls|page=2}}", "7"),
        ("It fell.{{sfn|Holm|1931}} {{cite book|last=Holm|year=1931|title=Walls|page=2}}", "2"),
        ("It fell.{{r|p|page=5}}<ref name=p>{{cite book|title=T|page=9}}</ref>", "5"),
        ("It fell.{{r|p}}<ref name=p>{{cite book|title=T|page=9}}</ref>", "9"),
    ],
)
def test_the_page_of_a_reference(source: str, pages: str | None) -> None:
    assert read_wikitext(source).marks[0][1].pages == pages


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (f"cite web|url={A}|title=''The'' wall|quote=It '''fell'''|date=4 May 1931|work=Post", ("The wall", "It fell", date(1931, 5, 4), "Post")),
        (f"cite web|url={A}|date=May 1931|publisher=Mill|newspaper=Post", (None, None, None, "Post")),
        (f"cite web|url={A}|title= |date=4 May|publisher=Mill", (None, None, None, "Mill")),
        (f"cite web|url={A}|archive-url={OLD}", (None, None, None, None)),
    ],
)  # fmt: skip
def test_what_a_template_says(template: str, said: tuple[str | None, str | None, date | None, str | None]) -> None:
    ((_, one),) = read_wikitext(f"It fell.<ref>{{{{{template}}}}}</ref>").marks
    assert (one.title, one.quote, one.published, one.publisher) == said
    assert one.archive_url == (OLD if OLD in template else None)


@pytest.mark.parametrize(
    ("source", "name", "wikitext"),
    [
        ("It fell.", "a.wiki", True), ("It fell.", "a.wikitext", True), ("It fell.", "a.mediawiki", True), ("It fell.", "a.md", False),
        ("It fell.<ref>x</ref>", "a.md", True), ("It fell.{{sfn|Holm}}", "", True), ("It fell. {{cite web}}", "", True), ("It fell {{x}}.", "", False),
    ],
)  # fmt: skip
def test_which_page_is_wikitext(source: str, name: str, wikitext: bool) -> None:
    assert is_wikitext(source, name) == wikitext
    assert publisher_of(source, name) == ("Wikipedia" if wikitext else None)


@pytest.mark.parametrize(
    ("source", "name", "text"),
    [
        ("<b>It</b> *fell*", "a.html", ""),
        ("<p>It *fell*</p>", "a.htm", "It *fell*"),
        ("  <p>It *fell*</p>", "", "It *fell*"),
        ("It *fell*", "a.md", "It fell"),
        ("It *fell*", "", "It fell"),
        ("It ''fell''", "a.wiki", "It fell"),
    ],
)
def test_a_page_is_read_as_what_it_is(source: str, name: str, text: str) -> None:
    assert read_marked(source, name).text.strip() == text


CLAIM = "The gale sank 41 boats in Holm harbour."


def cited(*references: Reference) -> CitedSentence:
    return CitedSentence(3, CLAIM, references)


def held(text: str = CLAIM, **slots: str | date | None) -> Saved:
    return Saved("a.txt", text, A, **slots)  # type: ignore[arg-type]


def test_a_source_is_held_by_its_address_or_that_of_its_copy() -> None:
    for reference, texts, known in (
        (Reference("1", A), {A: held()}, True),
        (Reference("1", A, OLD), {OLD: held()}, True),
        (Reference("1", B, OLD), {A: held()}, False),
        (Reference("1", A.replace("https://", "http://www.") + "/"), {A: held()}, True),
        (Reference("1", A), {A.replace("https://", "https://www.") + "/": held()}, True),
        (Reference("1", A + "1"), {A: held()}, False),
        (Reference("1"), {A: held()}, False),
    ):
        (row,) = check_page([cited(reference)], texts)
        assert bool(row.sources) == known
        assert (row.checked.why == "no source of it is held") != known
        assert page_line(row)["references"][0]["held"] == known


def test_a_source_that_could_not_be_read_is_told_unless_another_could() -> None:
    broken = Saved("b.txt", "", B, problem="cut off")
    (row,) = check_page([cited(Reference("1", B))], {B: broken})
    assert row.checked.why == "its saved source could not be read: cut off"
    (row,) = check_page([cited(Reference("1", B), Reference("2", A))], {B: broken, A: held()})
    assert row.checked.verdict.value == "carried"


@pytest.mark.parametrize(
    ("stood", "published", "saved", "note"),
    [
        (date(2031, 3, 3), date(2031, 3, 4), None, "stood here 1 day before the cited article"),
        (date(2031, 3, 2), date(2031, 3, 4), None, "stood here 2 days before the cited article"),
        (date(2031, 3, 2), None, date(2031, 3, 4), "stood here 2 days before the cited article"),
        (date(2031, 3, 4), date(2031, 3, 4), None, None),
        (None, date(2031, 3, 4), None, None),
        (date(2031, 3, 4), None, None, None),
        (date(2031, 3, 3), date(2031, 3, 2), date(2031, 3, 9), None),  # what the page says goes before the file
    ],
)
def test_a_sentence_older_than_its_source(
    stood: date | None, published: date | None, saved: date | None, note: str | None
) -> None:
    reference = Reference("1", A, title="T", published=published)
    (row,) = check_page([cited(reference)], {A: held(published=saved)}, stood={3: stood} if stood else None)
    assert page_line(row)["references"][0].get("note") == note
    assert page_line(row).get("stood") == (stood.isoformat() if stood else None)
    assert notes_of(row) == ((f"T: {note}",) if note else ())


def test_each_address_is_wanted_once_the_archive_behind_its_own() -> None:
    sentences = [cited(Reference("1", A, OLD), Reference("2")), cited(Reference("3", B), Reference("1", A, OLD))]
    assert list(wanted(sentences)) == [A, OLD, B]


@pytest.mark.parametrize("mark", ["(12)", "[12]", "12", "(3, 4)".replace(", ", " ")])
def test_the_number_of_a_link_is_no_word_of_its_sentence(mark: str) -> None:
    marked = read_markdown(f"The quay was shut in May. [{mark}](https://quay.example/a)")
    assert "12" not in marked.text
    assert "3" not in marked.text
