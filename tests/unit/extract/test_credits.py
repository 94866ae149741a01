"""Credits: every phrase that says where something comes from, and the path behind it. All texts are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.extract.credits.find import find_credits
from audit.extract.quotes.find import find_quotes
from audit.extract.reading import read_document
from audit.lexicon import load_rules
from audit.records import CARRIERS, Article, Credit, CreditRelation, Link, SourceKind, Span

RULES = load_rules("credits")
EXAMPLES = [(e["example"], e["credits"]) for table in ("before", "verb", "source") for e in RULES[table]]
EXAMPLES += [(e["example"], [e["name"]]) for e in RULES["agentless"]]
EXAMPLES += [(t["example"], t["credits"]) for t in RULES.values() if isinstance(t, dict) and "credits" in t]


def credits_of(text: str, **known: object) -> tuple[Credit, ...]:
    article = Article("a", 1, text, published=date(2031, 3, 3), **known)  # type: ignore[arg-type]
    doc = read_document(article)
    return find_credits(doc, find_quotes(doc))


def names(text: str, **known: object) -> list[str]:
    return [c.source.name for c in credits_of(text, **known)]


@pytest.mark.parametrize(("example", "credited"), EXAMPLES)
def test_every_rule_credits_what_its_example_says(example: str, credited: list[str]) -> None:
    found = names(example)
    assert [n for n in credited if n not in found] == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("The plan is dead, the Korea Times reported, citing an official.", ("The Korea Times", "an official")),
        ("The plan is dead, a South Korean government official told The Korea Times.",
         ("The Korea Times", "a South Korean government official")),
        ("During an interview with Radio Free Asia, Mara Lindqvist, the envoy, said it was over.",
         ("Radio Free Asia", "Mara Lindqvist")),
        ("“It is over,” Mara Lindqvist told CNN, the Guardian reported.", ("The Guardian", "CNN", "Mara Lindqvist")),
        ("The Times of Israel, citing Reuters, reported that two ships had sunk.", ("The Times of Israel", "Reuters")),
        ("Forbes reported that leaked documents show nine tanks were lost.", ("Forbes", "leaked documents")),
        ("The fleet left, according to one naval officer cited by the Washington Post.",
         ("The Washington Post", "one naval officer")),
        ("According to a report from the Wall Street Journal, the crews are young, with experts noting their size.",
         ("The Wall Street Journal", "unnamed experts")),
        ("The Guardian cited reports that crews were in training.", ("The Guardian", "unnamed reports")),
        ("“We stay,” Mara Lindqvist wrote on Telegram.", ("Telegram", "Mara Lindqvist")),
        ("South Korean media, citing the Interior Ministry, reported a fire.", ("South Korean media", "Interior Ministry")),
        ("Citing two diplomats, Reuters said the deal was close.", ("Reuters", "two diplomats")),
        ("Yonhap quoted an unnamed official as saying it was over.", ("Yonhap News Agency", "an unnamed official")),
        ("A spokesperson for the UN told the BBC the convoy was safe.", ("BBC News", "a spokesperson for the UN")),
        ("The wife of Tor Brenn told CNN that it rained.", ("CNN", "The wife of Tor Brenn")),
        ("The envoy to Orrin, Tor Brenn, told CNN that it rained.", ("CNN", "Tor Brenn")),
        ("“It rained,” Ada Holm, counsel at the Orrin Institute, which owns it, told CNN.", ("CNN", "Ada Holm")),
        ("It rained, its editor in chief Tor Brenn told CNN.", ("CNN", "Tor Brenn")),
        ("It rained, according to a lawyer for Mr. Brenn.", ("a lawyer for Mr. Brenn",)),
        ("It rained, according to Ms. Ada Holm.", ("Ada Holm",)),
        ("It rained, according to U.S. officials.", ("U.S. officials",)),
        ("It rained, according to the U.S. Attorney's Office.", ("U.S. Attorney's Office",)),
        ("The town knew of the crack, according to papers seen by the Guardian.", ("The Guardian", "papers")),
        ("A leaked memo, which was obtained by Le Monde, gives nine days.", ("Le Monde", "A leaked memo")),
        ("The fund has sold up, Axios reported, citing an article in Le Monde.", ("Axios", "Le Monde")),
        ("The general told state television that it was over.", ("state television",)),
        ("“We stay,” the ministry told Reuters.", ("Reuters", "the ministry")),
        ("A senior official at the ministry told Reuters it was over.", ("Reuters", "a senior official")),
        ("“We stay,” the club said on Instagram.", ("Instagram", "the club")),
        ("Nine cod lay on the quay, according to a post on X by Mara Lindqvist, who lives there.", ("X", "Mara Lindqvist")),
        ("Nine cod lay on the quay, according to a video on TikTok from Port Calder.", ("TikTok",)),
        ("Orrin Rail, the state railway, said in a statement that nine trains stood still.", ("Orrin Rail",)),
        ("The account @harbourwatch posted a picture of the mill.", ("@harbourwatch",)),
        ("A picture posted by the Twitter user @harbourwatch has the mill in it.", ("@harbourwatch",)),
        ("A study by the University of Maravel found that the cod were small.", ("a study by the University of Maravel",)),
        ("Data from the Ostrava weather service show a dry March.", ("Ostrava weather service",)),
        ("In a statement, the Labor Department said that jobs had grown.", ("Labor Department",)),
        ("A source close to the club says that he has signed.", ("a source close to the club",)),
        ("The dam is safe, Mara Lindqvist told KXQA-TV.", ("KXQA-TV", "Mara Lindqvist")),
        ("Citing Le Monde, Reuters reported that the fund had sold up.", ("Reuters", "Le Monde")),
        ("CNN picked up a story from Le Monde.", ("CNN", "Le Monde")),
        ("“It is over,” the warden, Mara Lindqvist, was quoted by Reuters as saying.", ("Reuters", "Mara Lindqvist")),
        ("Mara Lindqvist, an aide to Ole Brask, told CNN it was over.", ("CNN", "Mara Lindqvist")),
        ("In a post on Facebook, the mayor, Mara Lindqvist, asked people to stay.", ("Facebook", "Mara Lindqvist")),
        ("In an op-ed in Le Monde, Mara Lindqvist wrote that it was over.", ("Le Monde", "Mara Lindqvist")),
        ("Mara Lindqvist said in an interview aired on Sunday on CNN that it was over.", ("CNN", "Mara Lindqvist")),
    ],
)  # fmt: skip
def test_a_sentence_with_several_hops_gives_one_path(text: str, path: tuple[str, ...]) -> None:
    chain = [c for c in credits_of(text) if c.path == path]
    assert sorted(c.hop for c in chain) == list(range(1, len(path) + 1))
    assert all(path[c.hop - 1] == c.source.name for c in chain)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nine died, AFP reported.", SourceKind.AGENCY),
        ("Nine died, the Ostrava Morning Herald reported.", SourceKind.OUTLET),
        ("Nine died, the Northline news agency reported.", SourceKind.AGENCY),
        ("Nine died, according to Ukrainian intelligence.", SourceKind.ORGANISATION),
        ("Nine died, according to two officials at the ministry.", SourceKind.ANONYMOUS),
        ("Nine died, according to news agencies.", SourceKind.VAGUE),
        ("Nine died, according to Mara Lindqvist.", SourceKind.PERSON),
        ("Nine died, according to a court filing.", SourceKind.DOCUMENT),
        ("Nine died, according to a statement released by the ministry.", SourceKind.DOCUMENT),
        ("Nine died, according to Orrin Fire and Rescue, the fire service.", SourceKind.ORGANISATION),
        ("Nine died, according to police Chief Mara Lindqvist.", SourceKind.PERSON),
        ("Nine died, Fox 6 reported.", SourceKind.OUTLET),
        ("The ministry’s roof fell in, it wrote in a Facebook post.", SourceKind.PLATFORM),
        ("Local media reported that nine had died.", SourceKind.VAGUE),
        ("The story was carried by Yahoo News.", SourceKind.AGGREGATOR),
    ],
)
def test_the_kind_of_a_source(text: str, kind: SourceKind) -> None:
    assert [c.source.kind for c in credits_of(text)] == [kind]


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("a report by the Harbour Research Institute", "a report by the Harbour Research Institute", "document"),
        ("a report issued last Monday by the Harbour Research Institute", None, "document"),
        ("a survey from the Harbour Research Institute", "a survey from the Harbour Research Institute", "document"),
        ("data compiled by the Harbour Research Institute", "Harbour Research Institute", "organisation"),
        ("data released by Mara Lindqvist", "data released by Mara Lindqvist", "document"),
        ("a report by the Harbour Research Institute’s press office", None, "document"),
        ("a report by Harbour Research Institute economist Mara Lindqvist", None, "document"),
        ("an account in Mara Lindqvist’s book", None, "document"),
        ("reports filed Monday with the Harbour Research Institute", None, "document"),
        ("reports from the Harbour Research Institute showed", "unnamed reports", "vague"),
        ("a report by brewers, who asked the Harbour Research Institute", "a report", "document"),
    ],
)
def test_a_document_is_named_with_who_made_it(words: str, name: str | None, kind: str) -> None:
    text = f"Nine mills closed, according to {words}. Mara Lindqvist, of the Harbour Research Institute, was there."
    found = [c.source for c in credits_of(text) if c.rule == "according_to"]
    assert [(one.name, one.kind) for one in found] == [(name or words, kind)]


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("Foreign Affairs reported that it rained.", ["Foreign Affairs"]),
        ("He told the House Foreign Affairs Committee that it rained.", []),
        ("Science Committee Chairman Tor Lind said that it rained.", []),
        ("The National Republican Senatorial Committee said that it rained.", []),
        ("The letter quoted him writing in the Federalist Papers that it rained.", []),
        ("He told the Washington Post Editorial Board that it rained.", ["The Washington Post"]),
    ],
)
def test_an_outlet_s_name_within_a_longer_one_is_no_outlet(text: str, credited: list[str]) -> None:
    assert [c.source.name for c in credits_of(text) if c.source.kind is SourceKind.OUTLET] == credited


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("The BBC’s Russian service and the website Mediazona have counted 70,000 dead.", ["BBC News", "Mediazona"]),
        ("It was first reported by the Kyiv Independent and later picked up by the BBC.",
         ["The Kyiv Independent", "BBC News"]),
        ("In a post on X, formerly Twitter, the minister thanked the crews.", ["X"]),
        ("The plan, reported by BuzzFeed and The Intercept, was dropped.", ["BuzzFeed News", "The Intercept"]),
        ("CNN and Le Monde both reported a fire.", ["CNN", "Le Monde"]),
        ("Reuters, CNN and Le Monde reported a fire.", ["Reuters", "CNN", "Le Monde"]),
        ("The host has left CNN, Reuters and Le Monde reported.", ["Reuters", "Le Monde"]),
    ],
)  # fmt: skip
def test_names_that_share_a_phrase(text: str, credited: list[str]) -> None:
    assert [c.source.name for c in credits_of(text) if c.hop == 1] == credited


@pytest.mark.parametrize(
    "text",
    [
        "People said the river was rising, and time passed.",
        "“CNN reported it,” she said of the vote.",
        "The lawsuit against CNN said nothing new.",
        "A spokesman for Fox News said the building was closed.",
        "He sold his shares in the Daily Mail.",
        "Image Credit: Reuters",
        "Write to @harbourwatch for more, or to mill@example.org, who posted it.",
        "He told KPMG that the mill was shut.",
        "The camera is open source: Reuters uses it.",
        "Follow him on Twitter: @someone.",
        "He reports that the bridge is closed.",
        "She won the race on Face the Nation Day.",
        "Owners are angry, according to the National Rifle Club.",
        "In our article in the American Journal of Botany we say so.",
        "A study published in the Journal of River Ecology found mud.",
    ],
)
def test_a_name_alone_is_no_credit(text: str) -> None:
    carriers = {SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.PLATFORM, SourceKind.AGGREGATOR}
    assert [c for c in credits_of(text) if c.source.kind in carriers] == []


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("It shuts in May, according to Reuters, which reports that Brenn has sold it.", {"Reuters"}),
        ("According to the Guardian, he reports that it shuts.", {"The Guardian"}),
        ("He thought of the word with fellow Twitter user @harbourwatch.", set()),
        ("The party opened the Twitter handle @harbourwatch.", set()),
    ],
)
def test_a_verb_is_no_report_and_an_account_that_only_acts_no_credit(text: str, credited: set[str]) -> None:
    assert {c.source.name for c in credits_of(text)} - {"X"} == credited


@pytest.mark.parametrize(
    ("text", "document"),
    [
        (
            "an analysis of old deeds by Harbour Research, a firm in Lund",
            "an analysis of old deeds by Harbour Research",
        ),
        ("a study for CNN by the Harbour Study Group", "a study for CNN by the Harbour Study Group"),
        (
            "the results of a survey released last week by the firm Clarholm",
            "{} released last week by the firm Clarholm",
        ),
        ("an analysis of the deeds by hand", "an analysis"),
    ],
)
def test_a_document_is_called_by_its_maker_beyond_what_it_is_about(text: str, document: str) -> None:
    found = credits_of(f"It cost nine million, according to {text}.")
    assert [c.source.name for c in found] == [document.format("the results of a survey")]


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("the foreign ministries of Britain, Ireland and Tunisia", []),
        ("the notification sent to Congress", []),
        ("Democrats in close contact with the Brasks", []),
        ("a recent article in Harbour Week", ["Harbour Week"]),
        ("a study out of Orrin State", ["Orrin State"]),
    ],
)
def test_a_name_that_only_tells_of_what_is_no_source(text: str, credited: list[str]) -> None:
    assert [c.source.name for c in credits_of(f"Nine died, according to {text}.")] == credited


def test_a_surname_that_is_an_outlets_name_stays_the_persons() -> None:
    found = credits_of("Ann Bloomberg ran for mayor. On Monday Bloomberg said taxes would rise.")
    assert {(c.source.name, c.source.kind) for c in found} == {("Ann Bloomberg", SourceKind.PERSON)}


@pytest.mark.parametrize(
    ("text", "known", "name"),
    [
        ("The New York Times broke it. The aide resigned, the Times reported.", {}, "The New York Times"),
        ("The aide resigned, the Times reported.", {"publisher": "BBC News"}, "The Times of London"),
        ("The aide resigned, the Times reported.", {}, "the Times"),
        ("He told ABC News it was over.", {"publisher": "USA Today"}, "ABC News"),
        ("He told ABC News it was over.", {"publisher": "The Sydney Morning Herald"}, 
         "Australian Broadcasting Corporation"),
        ("The Delta Express broke it. The mill closed, according to the Express.", {}, "The Delta Express"),
    ],
)  # fmt: skip
def test_a_shared_name_is_told_apart_by_what_the_article_says(text: str, known: dict[str, object], name: str) -> None:
    assert names(text, **known)[-1] == name


def test_a_shared_name_that_nothing_decides_is_a_source_unseen() -> None:
    (found,) = credits_of("The aide resigned, the Times reported.")
    assert found.source.kind is SourceKind.UNSEEN


@pytest.mark.parametrize("text", ["“We stay,” Mara Lindqvist told CNN.", "“We stay,” Mara Lindqvist told us."])
def test_an_outlets_own_interview_is_its_speakers_word(text: str) -> None:
    (found,) = credits_of(text, publisher="CNN")
    assert (found.source.name, found.relation, found.path) == (
        "Mara Lindqvist",
        CreditRelation.QUOTES,
        ("Mara Lindqvist",),
    )


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("WASHINGTON (AP) — The mill has closed for good.", "The Associated Press", CreditRelation.RELAYS),
        ("SEOUL, March 3 (Reuters) - The mill has closed for good.", "Reuters", CreditRelation.RELAYS),
        ("The plan was first reported by Axios.", "Axios", CreditRelation.CREDITS_FIRST),
        ("The mill closed.\nThe Associated Press contributed to this report.", "The Associated Press",
         CreditRelation.CONTRIBUTED_BY),
        ("The mill closed.\nWith files from AFP.", "Agence France-Presse", CreditRelation.CONTRIBUTED_BY),
        ("The mill closed. With reporting by AFP.", "Agence France-Presse", CreditRelation.CONTRIBUTED_BY),
        ("The mill closed. Hat tip: Politico.", "Politico", CreditRelation.RELAYS),
        ("The mill closed.\n© 2031 Thomson Reuters.", "Reuters", CreditRelation.RELAYS),
    ],
)  # fmt: skip
def test_credits_outside_the_sentences(text: str, name: str, relation: CreditRelation) -> None:
    assert [(c.source.name, c.relation) for c in credits_of(text)] == [(name, relation)]


def test_outlets_of_this_article_alone_contribute_too() -> None:
    text = "The mill closed. Northline News Agency and the Harbour Courier contributed to this report."
    assert names(text) == ["Northline News Agency", "The Harbour Courier"]


@pytest.mark.parametrize(
    "text",
    [
        "The mill is shut, the source said.",
        "Their sources said it was over.",
        "The general told state television channel Rossiya it was over.",
        "He read a report by the University of Maravel in the train.",
    ],
)
def test_what_points_back_or_only_describes_is_no_source_of_its_own(text: str) -> None:
    assert {"unnamed_said", "media_told", "papers"}.isdisjoint(c.rule for c in credits_of(text))


def test_information_from_somebody_is_no_contribution() -> None:
    text = "Citing information from two officials, CNN said that the mill had closed."
    assert {c.relation for c in credits_of(text) if c.source.name == "CNN"} == {CreditRelation.RELAYS}


def test_who_cites_an_outlet_does_not_stand_behind_it() -> None:
    text = "Citing CNN, Mara Lindqvist said that “it is over for us”."
    assert ("CNN", "Mara Lindqvist") not in {c.path for c in credits_of(text)}


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("Ada Holm tweeted that the mill fell.", ["X", "Ada Holm"]),
        ("Ada Holm tweeted a picture of the mill.", []),
        ("Mill owner Ada Holm, who lives in Norwick, later tweeted that it fell.", ["X", "Ada Holm"]),
        ("The National Dam Association tweeted: “It fell.”", ["X", "National Dam Association"]),
        ("Ada Holm in a tweet early Monday said Brask should go.", ["X", "Ada Holm"]),
        ("Ada Holm praised Ole Brask for going in a tweet.", ["X", "Ada Holm"]),
        (
            "The embassy in the United Kingdom tweeted “a picture of a hand”.",
            ["X", "The embassy in the United Kingdom"],
        ),
        ("Pictures that show Ada Holm were tweeted by a neighbour.", []),
        ("Ada Holm answered, tweeting that the wall fell.", ["X", "Ada Holm"]),
        ("Ada Holm began by tweeting: “The wall fell.”", ["X", "Ada Holm"]),
        ("The crew hopes that Ada Holm will stop tweeting.", []),
        ("The crew hopes that Ada Holm will stop tweeting about it.", []),
        ("Courier via YouTube", []),
        ("When asked in a TV interview, Ada Holm tweeted: “It fell.”", ["X", "Ada Holm"]),
        ("State TV reported that the mill had closed.", []),
        ("Get news via Facebook, Twitter and the newsletter.", []),
    ],
)
def test_who_posts_stands_behind_the_platform(text: str, credited: list[str]) -> None:
    assert [c.source.name for c in sorted(credits_of(text), key=lambda c: c.hop)] == credited


@pytest.mark.parametrize(
    ("words", "credited"),
    [
        ("several people familiar with the mill", ["several people familiar with the mill"]),
        ("some analysts", ["some analysts"]),
        ("several who were there", ["unnamed several"]),
        ("several maps", []),
        ("his official biography", []),
        ("House and Senate aides", []),
        ("many local mill officials", ["many local mill officials"]),
        ("several reports", ["several reports"]),
        ("official documents", ["official documents"]),
        ("the media director of the mill", []),
        ("media buyers and others", []),
        ("a letter sent by 22 senators", ["a letter"]),
        ("some critics", ["some critics"]),
        ("Holm and Brask", ["Holm"]),
        ("a House Republican", []),
        ("the authors of a long study", []),
        ("the need for more time to review", []),
        ("a copy of the letter", ["a copy of the letter"]),
        ("the National Center for Mill Statistics", ["National Center for Mill Statistics"]),
    ],
)
def test_what_only_counts_or_describes_is_nobodys_name(words: str, credited: list[str]) -> None:
    assert [c.source.name for c in credits_of(f"The mill closed, according to {words}.")] == credited


def test_rumours_that_say_nothing_are_no_credit() -> None:
    assert names("Agents were juggling rumors and leads.") == []
    assert names("There were rumors that the mill would close.") == ["speculation"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There are stubborn rumors that the mill will close.", True),
        ("The mayor left amid rumours that the mill will close.", True),
        ("The mill, which has long been rumoured to close, lost 20 hands.", True),
        ("The mill is widely rumored to close.", True),
        ("It’s rumored this will come from the mill.", True),
        ("The mill’s rumored plan sank.", False),
        ("He moved to quell rumors that his mill would close.", False),
        ("Clerks stayed away from rumors that could not be proven.", False),
        ("They are spreading rumours that the mill will close.", False),
        ("The search for a rumored tunnel under the mill ended.", False),
        ("Rumors of its end may have been premature.", False),
    ],
)
def test_rumours_credit_only_where_the_text_has_it_from_them(text: str, told: bool) -> None:
    assert names(text) == (["speculation"] if told else [])


def test_a_post_credits_its_account_and_whose_headline_it_shares() -> None:
    text = (
        "The mill closed for good on Monday.\n"
        "“Mill shuts” – Daily Express US #SmartNews https://t.co/x\n"
        "— Ada (@ada_b) May 3, 2031"
    )
    found = credits_of(text)
    assert [(c.source.name, c.source.kind, c.hop) for c in sorted(found, key=lambda c: c.hop)] == [
        ("@ada_b", SourceKind.ACCOUNT, 1),
        ("SmartNews", SourceKind.AGGREGATOR, 2),
        ("Daily Express US", SourceKind.OUTLET, 3),
    ]
    assert {c.path for c in found} == {("@ada_b", "SmartNews", "Daily Express US")}
    assert {c.hop: c.relation for c in found}[1] is CreditRelation.EMBEDS
    assert len({c.span for c in found}) == 1


def test_a_link_cites_for_its_sentence_once() -> None:
    text = "The mill closed on Monday. Nine firms left, Reuters reported."
    links = tuple(
        Link(Span(text.index(word), text.index(word) + len(word)), url, url, "outlet")
        for word, url in (("closed", "https://www.bbc.co.uk/a"), ("left", "https://reuters.com/b"))
    )
    found = credits_of(text, links=links)
    assert [(c.source.name, c.relation) for c in found] == [
        ("BBC News", CreditRelation.LINKS),
        ("Reuters", CreditRelation.RELAYS),
    ]


def test_a_link_to_a_post_cites_its_account_and_one_in_a_post_is_the_posts_own() -> None:
    text = "The mill closed on Monday.\nShut for good. pic.twitter.com/x\n— Ada (@ada_b) May 3, 2031"
    url = "https://twitter.com/mill_news/status/12"
    links = tuple(Link(Span(text.index(w), text.index(w) + 3), url, url, "social") for w in ("closed", "Shut"))
    found = credits_of(text, links=links)
    assert [(c.source.name, c.relation) for c in found] == [
        ("@mill_news", CreditRelation.LINKS),
        ("@ada_b", CreditRelation.EMBEDS),
    ]


LEDE = (
    "Nearly 200 former sailors have asked to be sent to the northern front this spring.\n"
    "Former sailors have offered help at the front since the landing, according to the South China Morning Post.\n"
    "“We would go as volunteers,” said Lee Ro-ban, one of the leaders.\n"
    "“It would lift the crews,” Lee said.\n"
    "According to the navy, nine ships have sailed."
)


def test_a_credit_covers_the_lede_that_it_develops_and_the_quotes_introduced_under_it() -> None:
    found = credits_of(LEDE)[0]
    assert found.scope is not None
    covered = found.scope.of(LEDE)
    assert covered.startswith("Nearly 200")
    assert covered.endswith("Lee said.")


@pytest.mark.parametrize(
    "lede",
    [
        "The mill on the river closed this spring. Former sailors have asked to be sent to the northern front.",
        "The mill on the northern river closed for good this spring.",
    ],
)
def test_a_lede_of_something_else_is_not_the_credited_outlets(lede: str) -> None:
    text = f"{lede}\nFormer sailors have offered help at the northern front, according to the Courier."
    assert scope_of(text, "Courier").startswith("Former sailors have offered")


def test_a_credit_that_introduces_what_follows_covers_nothing_before_it() -> None:
    text = "The mill closed on Monday after a long dispute.\nThe Daily Mail reports:\n“Nine people were hurt in it,” it said."
    assert scope_of(text, "Daily Mail").startswith("The Daily Mail reports:")


@pytest.mark.parametrize("joint", [", and", ", while", ", although", "; and"])
def test_a_clause_that_begins_with_its_outlet_covers_nothing_before(joint: str) -> None:
    text = f"Some 40 ships lie in the bay{joint} the Daily Mail reported that 12 had left."
    assert scope_of(text, "Daily Mail").endswith("12 had left.")
    assert "40 ships" not in scope_of(text, "Daily Mail")
    assert "40 ships" in scope_of("Some 40 ships lie in the bay, as the Daily Mail reported.", "Daily Mail")


def test_who_contributed_covers_no_sentence_before() -> None:
    text = "The mill closed on Monday after a long dispute.\nThe Associated Press contributed to this report."
    assert scope_of(text, "The Associated Press").startswith("The Associated Press")


def test_nobodys_phrase_covers_its_clause() -> None:
    text = "After reports emerged of 12,000 landings, crews offered help, according to Reuters."
    scopes = {c.source.name: c.scope.of(text) for c in credits_of(text) if c.scope}
    assert scopes == {"unnamed reports": "After reports emerged of 12,000 landings", "Reuters": text}


PIECES = st.lists(
    st.sampled_from(
        ["the Times", "CNN", "told", "said", "“", "”", "according to", "citing", ".", ",", "\n", "reported", 
         "on X", "Mara Lindqvist", "(", ")", "Reuters", "— A (@a) May 3, 2031", "reports that", "the Pentagon",
         "announced"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_spans_lie_in_the_text_and_chains_are_whole(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = credits_of(text)
    assert found == credits_of(text)
    for credit in found:
        assert 0 <= credit.span.start < credit.span.end <= len(text)
        assert credit.path[credit.hop - 1] == credit.source.name
        assert credit.scope is None or credit.scope.end <= len(text)


def scope_of(text: str, source: str) -> str:
    (found,) = [c for c in credits_of(text) if c.source.name == source]
    assert found.scope is not None
    return found.scope.of(text)


def test_a_credit_that_says_nothing_of_its_own_points_back() -> None:
    before = "The long pier was closed.\n\n“We are staying,” Ana Ruiz said.\n\n"
    for credit in ("The remarks were first reported by CNN.", "CNN reported the comments earlier."):
        assert scope_of(f"{before}{credit}", "CNN") == f"“We are staying,” Ana Ruiz said.\n\n{credit}"
    assert scope_of("Rain fell. The pier was closed by Ana Ruiz. That is according to CNN.", "CNN") == (
        "The pier was closed by Ana Ruiz. That is according to CNN."
    )


def test_who_goes_on_behind_a_but_is_still_covered() -> None:
    said = (
        "In an interview on NBC News on Friday, Ana Ruiz said that the pier was shut, but promised that it would open."
    )
    more = "“We need the boats,” Ruiz said."
    assert scope_of(f"{said}\n\n{more}", "NBC News") == f"{said}\n\n{more}"
    other = said.replace("but promised", "but Ole Brask promised")
    assert scope_of(f"{other}\n\n{more}", "NBC News") == other[: other.index(", but")]


@pytest.mark.parametrize(
    "text",
    [
        "Holm said that nobody was held in the CNN case.", "Holm said he was following the storm on CNN.",
        "Holm said the mill has many friends on CNN.", "“It is shut,” said Holm, referring to CNN and its crew.",
        "Holm was asked whether she had leaked it to the New York Times.",
    ],
)  # fmt: skip
def test_an_outlet_in_what_somebody_said_aired_nothing(text: str) -> None:
    assert not [c for c in credits_of(text) if c.rule == "on_air"]


def test_where_somebody_spoke_stands_behind_a_matter_or_an_interview() -> None:
    for told in (
        "said Sunday on CNN",
        "told host Ivo Lund on CNN",
        "said in an interview that she gave last week on CNN",
        "was asked about the mill on CNN",
    ):
        assert [c.rule for c in credits_of(f"“It is shut,” Holm {told}.") if c.source.name == "CNN"] == ["on_air"]


def test_a_credit_that_says_something_does_not() -> None:
    for credit in (
        "CNN reported that the pier fell down.",
        "CNN reported 31 hurt.",
        "CNN reported on Ole Brask.",
        "CNN says an arrest was made.",
    ):
        assert scope_of(f"Rain fell. “We are staying,” Ana Ruiz said. {credit}", "CNN") == credit


PROGRAMMES = [
    ("In an interview on “Fox News Sunday,” Ana Holm said that the mill was sold.", ["Fox News", "Ana Holm"]),
    ("But Ana Holm denied it on Thursday, telling “Fox & Friends” that the mill was “sold.”", ["Ana Holm", "Fox News"]),
    ("Ana Holm pushed back on the CBS program “Harbour Hour,” saying it was sold.", ["Ana Holm", "CBS News"]),
    ("Holm clarified Thursday on “Meet the Press” that the mill was sold.", ["NBC News"]),
    ("Holm said on Sunday on “60 Minutes” that the mill was sold.", ["CBS News"]),
    ("NPR’s “Harbour Hour” began in May. Holm told “Harbour Hour” that the mill was sold.", ["NPR"]),
    ("Holm liked the song on “Meet the Press” best.", []),
    ("Holm told “Harbour Hour” that the mill was sold.", []),
    ("The president gave his State of the Union address and said it was over.", []),
]


@pytest.mark.parametrize(("text", "credited"), PROGRAMMES)
def test_a_programme_in_marks_is_the_outlet_that_airs_it(text: str, credited: list[str]) -> None:
    assert names(text) == credited


def test_a_credit_goes_on_while_whom_it_names_still_speaks() -> None:
    told = "Ana Holm told CNN that the mill was sold. She added that the price was high."
    other = " Ole Brask said that it rained."
    assert scope_of(f"{told}{other}", "CNN") == told
    assert (
        scope_of(f"Ana Holm told CNN that the mill was sold.{other}", "CNN")
        == "Ana Holm told CNN that the mill was sold."
    )


def test_a_credit_before_a_colon_covers_what_it_introduces() -> None:
    text = "The war over the mill goes on (via the Hill):\n\nThe council sold it at night.\n\nIt rained."
    assert scope_of(text, "The Hill").endswith("sold it at night.")


OCCASIONS = [
    ("Ana Holm told a press conference in Orrin that the mill was sold.", ["press conference"]),
    ("In his nightly video address, Ole Brask said the bridge would hold.", ["nightly video address"]),
    ("“We will pay,” Holm said at a joint news conference with Brask on Monday.", ["joint news conference"]),
    ("During Sunday’s briefing, the spokeswoman said that nine people had left.", ["briefing"]),
    ("Holm told the annual gathering that prices would rise.", ["annual gathering"]),
    ("The minister will hold a press conference on Monday, the ministry said.", []),
    ("“It is sold,” Ana Holm told the Orrin Assembly on Monday.", ["Orrin Assembly"]),
    ("Holm told parliament: “It is sold.”", ["parliament"]),
    ("A clerk told the inquest that the mill was sold.", ["inquest"]),
    ("Holm told the council chairman that the mill was sold.", []),
    ("Holm told the council's lawyers that the mill was sold.", []),
    ("At the council, Holm said that the mill was sold.", []),
    ("He lives at an address in Orrin, police said.", []),
    ("She met Brask at a rally in Orrin.", []),
    ("“We saw it at a rally,” Holm said.", []),
    (
        "Holm, who ran for the council nine years ago and lost, was seen there last week at a rally of the old party in Orrin.",
        [],
    ),
    ("They said so in the debate over prices.", []),
    ("It is no gift from free speech, Holm said.", []),
]


@pytest.mark.parametrize(("text", "expected"), OCCASIONS)
def test_an_occasion_is_a_credit_of_its_own_kind(text: str, expected: list[str]) -> None:
    found = [c for c in credits_of(text) if c.source.kind is SourceKind.OCCASION]
    assert [c.source.name for c in found] == expected
    assert all(c.hop == 1 and len(c.path) == 1 for c in found)


AGAIN = [
    ("The Orrin Courier has a list. The paper wrote that nine ships had left.", ["The Orrin Courier"]),
    ("The Orrin Courier has a list. An official told the paper that it rained.", ["The Orrin Courier"]),
    ("Reuters has a list. The agency reported that it was over.", ["Reuters"]),
    ("Reuters has a list and so has the Ministry of Works. The agency reported that it was over.", []),
    ("The EPA has rules. The agency said it was over.", []),
    ("Forty boats were lost, the broadcaster KTV said.", ["KTV"]),
    ("The Orrin Courier has a list.\n\nOne.\n\nTwo.\n\nThree.\n\nThe paper wrote that it was over.", []),
    ("He signed the paper. It rained, Holm said.", []),
    ("The Orrin Courier reported that it rained. The report said nine ships had left.", ["The Orrin Courier"] * 2),
    ("A report in the Orrin Courier has a list. The story said nine ships had left.", ["The Orrin Courier"] * 2),
    ("The Orrin Courier reported it. The board met after the story broke on Monday.", ["The Orrin Courier"]),
    ("The Orrin Courier has a list. The report said nine ships had left.", []),
    ("The Orrin Courier reported that an audit was lost. The report said nine ships had left.", ["The Orrin Courier"]),
]


@pytest.mark.parametrize(("text", "expected"), AGAIN)
def test_an_outlet_is_named_again_by_what_it_is(text: str, expected: list[str]) -> None:
    assert [c.source.name for c in credits_of(text) if c.source.kind in CARRIERS] == expected


def test_a_page_calls_its_own_paper_by_its_last_word() -> None:
    text = "“We pay,” Ana Holm said, according to a translation by the Courier."
    assert [c.source.name for c in credits_of(text, publisher="Orrin Courier") if c.source.kind in CARRIERS] == []


@pytest.mark.parametrize("words", ["reports in the papers", "the reports in a paper", "some reports of the time"])
def test_reports_without_a_name_end_at_their_noun(words: str) -> None:
    text = f"The mill closed, according to {words}."
    (credit,) = credits_of(text)
    assert credit.span.of(text).endswith("reports")


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("“We stay,” Ana Ruiz told the German-language weekly Der Umland.", {"Der Umland", "Ana Ruiz"}),
        ("“We stay,” Ana Ruiz told foreign magazine Der Umland.", {"Der Umland", "Ana Ruiz"}),
        ("The schools will close, the Norrland daily Aftonbladig reported.", {"Aftonbladig"}),
        ("“We stay,” Ana Ruiz said in an interview with Der Umland, the Orrin news magazine.", {"Der Umland", "Ana Ruiz"}),
        ("“We stay,” Ana Ruiz told Der Umland, a weekly magazine.\n\n“It is ours,” Der Umland quoted her as saying.",
         {"Der Umland", "Ana Ruiz"}),
        ("“We stay,” Ana Ruiz told Der Umland.", {"Der Umland", "Ana Ruiz"}),
        ("“We stay,” Ana Ruiz told Umland.", set()),
        ("“We stay,” Ana Ruiz told the weekly Orrin market.", set()),
        ("“We stay,” Ana Ruiz told Tor Brenn, the magazine editor.", set()),
        ("“We stay,” Ana Ruiz told Tor Brenn, a weekly guest.", set()),
    ],
)  # fmt: skip
def test_a_name_is_an_outlet_where_the_words_beside_it_say_so(text: str, credited: set[str]) -> None:
    assert set(names(text)) == credited


def test_what_an_outlet_is_called_interviews_nobody() -> None:
    text = "“We stay,” she said in an interview with Der Umland, the Hallenbrook news magazine."
    assert names(text) == ["Der Umland"]


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("Nine had left, according to Paper 117.", "Paper 117"),
        ("Nine had left, according to Paper 117 of the Assembly's mill committee.", "Paper 117"),
        ("The board published Paper 117.\n\nThe paper shows that nine have left.", "Paper 117"),
        ("Nine had left, according to a table released on Friday by the Assembly's mill committee.",
         "a table released on Friday by the Assembly's mill committee"),
        ("A draft decree circulated by the transport ministry in May foresees a toll.",
         "a draft decree circulated by the transport ministry"),
        ("Most would stay, a Questa poll for this newspaper shows.", "Questa poll"),
        ("A Holm Research Center survey found that most would stay.", "Holm Research Center survey"),
    ],
)  # fmt: skip
def test_a_document_is_known_by_its_number_its_maker_or_its_owner(text: str, document: str) -> None:
    assert (document, SourceKind.DOCUMENT) in {(c.source.name, c.source.kind) for c in credits_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The paper shows that nine have left.",
        "The Courier printed the list.\n\nThe paper shows that nine have left.",
        "A British poll shows that most would stay.",
        "A Monday poll shows that most would stay.",
        "Nobody signed the decree circulated by the transport ministry, and it states nothing.",
    ],
)
def test_a_document_of_nobody_is_not_called_by_what_stands_beside_it(text: str) -> None:
    assert [c for c in credits_of(text) if c.rule == "papers"] == []


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Her other line I give in the Orrin Courier's translation: “We stay here.”", ["The Orrin Courier"]),
        ("“We stay here,” she said, in the English version put out by Reuters.", ["Reuters"]),
        ("She believes in the Orrin Courier's future: “We stay here.”", []),
    ],
)
def test_whose_translation_is_printed(text: str, outlets: list[str]) -> None:
    assert [c.source.name for c in credits_of(text) if c.source.kind in CARRIERS] == outlets


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Copy of The Orrin Courier\n\nThe mill has closed, and nobody is left.", ["The Orrin Courier"]),
        (
            "The mill has closed.\n\nThis article first appeared in The Harbour Letter, a weekly.",
            ["The Harbour Letter"],
        ),
        ("A copy of The Orrin Courier lay there.\n\nThe mill has closed.", []),
        ("Copy of The Orrin Courier in hand, he left.\n\nThe mill has closed.", []),
        ("This article first appeared in May.\n\nThe mill has closed.", []),
    ],
)
def test_a_text_that_says_whose_it_was_is_theirs_as_a_whole(text: str, outlets: list[str]) -> None:
    copied = [c for c in credits_of(text) if c.rule == "copied"]
    assert [c.source.name for c in copied] == outlets
    assert all(c.scope == Span(0, len(text)) for c in copied)


def test_a_text_of_the_own_house_is_no_copy() -> None:
    assert "copied" not in {
        c.rule for c in credits_of("Copy of The Harbour Letter\n\nIt shut.", publisher="Harbour Letter")
    }


def test_a_poll_of_the_own_house_and_another_is_named_with_both() -> None:
    text = "A CNN/QRT International poll indicates that most would stay."
    assert "CNN/QRT International poll" in names(text, publisher="CNN")
