"""Each kind of number in news, read whole: value, unit, what is counted."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Figure, Modality, Span
from audit.text.parts_of_speech import classify

Expected = tuple[float, str | None, str | None]


def read(text: str) -> tuple[Figure, ...]:
    return find_figures(text, [Span(0, len(text))])


KINDS: list[tuple[str, list[Expected]]] = [
    ("9 dead, 30 hurt in Tarsk blast", [(9, None, "dead"), (30, None, None)]),
    ("The mat is 3' by 5'.", [(3, "foot", "mat"), (5, "foot", "mat")]),
    ("The walk is one and one-half miles long.", [(1.5, "mile", "walk")]),
    ("The yard is worth $C9bn.", [(9e9, "canadian dollar", "yard")]),
    ("Tarsk felt gusts of 90mph early Monday.", [(90, "mile per hour", "gusts")]),
    ("It found $9 in unaccounted-for fees.", [(9, "dollar", "unaccounted-for fees")]),
    ("The 18-member panel met.", [(18, None, "member")]),
    ("A six-speed gearbox was shown.", []),
    ("The yard builds 9 boats a year.", [(9, "per year", "boats")]),
    ("The pump moves 9 tonnes of sand every day.", [(9, "metric ton per day", "sand")]),
    ("It had 7.5 births per 1,000 people.", [(7.5, "per 1000 person", "births")]),
    ("Income is $900 per capita.", [(900, "dollar per person", "Income")]),
    ("It made $8m, against $6m a year earlier.", [(8e6, "dollar", None), (6e6, "dollar", None)]),
    ("Harbour Fire Kills 23 Sailors", [(23, None, "Sailors")]),
    ("They laid 30 miles of fencing.", [(30, "mile", "fencing")]),
    ("The storm hurt 30 men, 12 of them sailors.", [(30, None, "men"), (12, None, None)]),
    ("The rates are 4, 6 and 9 percent.", [(4, "percentage", None), (6, "percentage", None), (9, "percentage", None)]),
    ("Sales fell $2m to $9m.", [(2e6, "dollar", "Sales"), (9e6, "dollar", "Sales")]),
    ("Output rose in 2020 to 9 million boxes.", [(9e6, None, "boxes")]),
    ("Tarsk reached 38C.", [(38, "celsius", "Tarsk")]),
    ("It was at minus-9 degrees Celsius.", [(-9, "celsius", None)]),
    ("The gap is -$7bn.", [(-7e9, "dollar", "gap")]),
    ("Missing: 16", [(16, None, "Missing")]),
    ("She is 6ft 3in tall.", [(6.25, "foot", None)]),
    ("It waited an hour and a half.", [(1.5, "hour", None)]),
    ("It cost a third of a million crowns.", [(1e6 / 3, "crown", None)]),
    ("The mass is 2.5 x 10^6 kg.", [(2.5e6, "kilogram", "mass")]),
    ("Prices have tripled.", [(3, None, "Prices")]),
    ("The wharf cost $NZ3.5m.", [(3.5e6, "new zealand dollar", None)]),
    ("They owe Rs. 40 lakh.", [(4e6, "indian rupee", None)]),
    ("A $5m grant was paid.", [(5e6, "dollar", "grant")]),
    ("The hum is at 57 HZ.", [(57, "hertz", "hum")]),
    ("In 2019 Pounds left the club.", []),
    ("They live at 9 Elm Walk.", []),
    ("A level 3 alert was given.", []),
    ("It is the twenty-first meeting.", []),
    ("One out of every four pupils came.", [(0.25, None, "pupils")]),
    ("16 hurt as bus overturns", [(16, None, None)]),
    ("The error is plus or minus 3.5 points.", [(3.5, "point", "error")]),
    ("They won by a 6-to-1 margin.", [(6, None, "margin")]),
    ("They won three to one.", [(3, None, None)]),
    ("It may cost $10 or $15 million.", [(1e7, "dollar", None), (1.5e7, "dollar", None)]),
    ("Right 29 percent/Wrong 62 percent", [(29, "percentage", None), (62, "percentage", None)]),
    ("The mayors face 2014 council votes.", []),
    ("The 9/12 Project met.", []),
    ("They took in 19 9/11 widows.", [(19, None, "widows")]),
    (
        "It rose 6 % among men 35-54 and 8 % in all.",
        [(6, "percentage", None), (35, "year of age", "men"), (8, "percentage", None)],
    ),
    ("The 2014 Rand study held.", []),
    ("4In May half of it sank.", [(0.5, None, None)]),
    ("The 3:1 band is old.", []),
    ("They zero in on it.", []),
    ("Roe chose option three, the best.", []),
    ("The age of consent is 16.", [(16, "year of age", "age of consent")]),
    ("They met at Group of 20 talks.", []),
    ("It has a 2 percent sales tax on boats.", [(2, "percentage", "sales tax")]),
    ("They gave $120-240 million to it.", [(1.2e8, "dollar", None)]),
    ("Children under the age of 5 years left.", [(5, "year of age", "Children")]),
    ("It used 20 minutes of air time.", [(20, "minute", "air time")]),
    ("They lost 20 Tarsk first-graders.", [(20, None, "Tarsk first-graders")]),
    ("They met one U.S.-born child.", [(1, None, "U.S.-born child")]),
    ("They sent 44 previously-unreleased Orv letters.", [(44, None, "previously-unreleased Orv letters")]),
    ("Dozens of town and county races were held.", [(12, None, "town and county races")]),
    ("Six in 10 say Roe is here.", [(0.6, None, None)]),
    ("Growth was 2 %, below 2010's wan 4 %.", [(2, "percentage", "Growth"), (4, "percentage", None)]),
    ("The U.K.'s current index of 12.4 is low.", [(12.4, None, "current index")]),
    ("He said: “When spending is $3 trillion, we lose.”", [(3e12, "dollar", "spending")]),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_a_kind_is_read_whole(text: str, expected: list[Expected]) -> None:
    found = read(text)
    assert [(figure.low, figure.unit) for figure in found] == [(pytest.approx(v), unit) for v, unit, _ in expected]
    for figure, (_, _, counted) in zip(found, expected, strict=True):
        assert counted is None or figure.counted == counted


CIRCUMSTANCES = [
    ("Norwick Today says that 20 boats sank.", None, None, None),
    ("Today 20 boats sank.", "Today", None, None),
    ("The median wage is 900 crowns.", None, None, "median"),
    ("Some 300 boats sank near Korvo in May, officials said on Monday.", "in May", "Korvo", None),
    ("Two men died and nine other guards were hurt.", None, None, None),
    ("It treated 90 men in six weeks.", "in six weeks", None, None),
    ("Sales were $6m a year earlier.", "a year earlier", None, None),
    ("He told a Monday evening meeting that 90 had died.", None, None, None),
]


@pytest.mark.parametrize(("text", "as_of", "place", "which"), CIRCUMSTANCES)
def test_when_where_and_which(text: str, as_of: str | None, place: str | None, which: str | None) -> None:
    figure = read(text)[0]
    assert (figure.as_of, figure.place, figure.qualifiers) == (as_of, place, which)


def test_each_figure_has_its_own_time() -> None:
    one, two = read("384 died on Saturday and 686 on Friday.")
    assert (one.as_of, two.as_of) == ("on Saturday", "on Friday")


def test_the_wrong_number_is_denied() -> None:
    right, wrong = read("It drew 2,600 people, not 26,000.")
    assert (right.modality, wrong.modality) == (Modality.DONE, Modality.DENIED)


def test_words_have_classes() -> None:
    words = ["The", "storm", "sank", "30", "fishing", "boats"]
    assert classify(words, [word.lower() for word in words])[-1] == "N"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The war would cost hundreds of thousands, if not millions, of lives.", ["lives", "lives"]),
        ("A drug that costs $5 less sold well.", ["drug"]),
        ("Holm leads Roe 48 percent to 45 percent.", [None, None]),
        ("The nominee lost to Sen. Amy Roe by 34 points.", [None]),
        ("The board cut the rate by 2 points.", ["rate"]),
        ("Ortiz, a married mother of two who runs a firm, left.", [None]),
        ("Votes came from 28,000 Reds and 15,000 who weren't members.", ["Reds", None]),
        ("Less than a quarter of them passed.", [None]),
        ("A firm gives veterans 150 free credit hours at a school.", ["free credit hours"]),
        ("That kept the year-on-year rise at 2.5 percent.", ["year-on-year rise"]),
        ("The share of workers ages 18 to 64 fell.", ["workers"]),
        ("It lands within 50 meters of the right floor.", [None]),
        ("A poll had 50% supporting Roe and 45% supporting Holm.", ["poll", "poll"]),
        ("He paid $530,000 worth of lobbying work.", ["lobbying work"]),
        ("He raised $300,000 for Roe's 2010 campaign.", [None]),
        ("No Red has carried the first two since then.", [None]),
    ],
)
def test_what_is_no_noun_of_the_number_is_not_counted(text: str, counted: list[str | None]) -> None:
    assert [figure.counted for figure in read(text)][: len(counted)] == counted


@pytest.mark.parametrize(
    "text",
    [
        "They left one by one after a one-on-one talk and a 3-on-3 game.",
        "Chapter 2 explores trends in towns.",
        "She moved her 401(k) to a 403(b) plan.",
        "He read 2 Corinthians 6:14 and Genesis 30:1-22 aloud.",
        '<iframe width="560" height="315" frameborder="0">',
    ],
)
def test_numbers_that_name_are_no_figures(text: str) -> None:
    assert [figure.surface for figure in read(text)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Just over an hour away, 20 boats sank.", [(None, None)]),
        ("He had studied two years for a second shot.", [(None, None)]),
        ("Since the start of fiscal year 2011 it cut 20 jobs.", [("Since the start of fiscal year 2011", None)]),
        ("It took three of the boats since she has no license.", [(None, None)]),
        ("A pill costs $42 and in Orv the price is $58.", [(None, None), (None, "Orv")]),
        ("It rose 10 percent in the Tarsk/Orv poll.", [(None, None)]),
        ("It rose 10 percent in the Tarsk poll.", [(None, None)]),
    ],
)
def test_times_and_places_that_are_none(text: str, told: list[tuple[str | None, str | None]]) -> None:
    assert [(figure.as_of, figure.place) for figure in read(text)] == told


def test_a_table_that_was_run_flat_tells_no_noun_and_no_verb() -> None:
    found = read("VOTES Tarsk 76 4 11 9 30 Holm +57 Orv Island 79 9 8")
    assert found
    assert {(figure.counted, figure.predicate) for figure in found} == {(None, None)}


def test_half_a_million_is_one_number_with_hyphens_too() -> None:
    (figure,) = read("The hall was hit by over half-a-million leaflets.")
    assert (figure.low, figure.counted) == (500_000, "leaflets")


def test_a_unit_of_two_words_may_have_a_hyphen() -> None:
    (figure,) = read("She keeps a 6-percentage-point lead.")
    assert (figure.unit, figure.counted) == ("percentage point", "lead")


def test_the_verb_behind_a_negated_auxiliary_is_the_predicate() -> None:
    (figure,) = read("Some 15 men weren't registered with either party.")
    assert figure.predicate == "register"


@pytest.mark.parametrize(
    ("text", "counted", "qualifiers"),
    [
        ("He saw “thousands” of Arabs in Orv.", "Arabs", None),
        ("It made 85 percent of its U.S. sales.", "U.S. sales", "u.s."),
        ("Mel Holm and Al Roe, two H.W. Roe-era donors, came.", "H.W. Roe-era donors", "h.w. roe-era"),
    ],
)
def test_marks_inside_a_phrase_do_not_end_it(text: str, counted: str, qualifiers: str | None) -> None:
    (figure,) = read(text)
    assert (figure.counted, figure.qualifiers) == (counted, qualifiers)


def test_a_verb_of_reporting_is_no_hedge() -> None:
    (verb,), (hedge,) = read("The inspector reported a 13% increase."), read("There were a reported 300 boats.")
    assert (verb.hedge, hedge.hedge) == (None, "a reported")


def test_a_programme_is_no_time() -> None:
    assert not read("The aide told 60 Minutes that they left.")
    assert [figure.unit for figure in read("The aide spoke for 60 minutes.")] == ["minute"]


def test_hours_and_minutes_are_one_time() -> None:
    (figure,) = read("A trip takes two hours and forty minutes.")
    assert (figure.low, figure.unit) == (pytest.approx(2 + 40 / 60), "hour")
    assert [figure.unit for figure in read("It runs 3 years, 2 months and 14 days.")] == ["year", "month", "day"]


def test_a_place_keeps_its_initials() -> None:
    (figure,) = read("Some 300 boats sank in the U.S. in May.")
    assert figure.place == "U.S."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He won 10 silver medals and 529 account holders.", [(None, "silver medals"), (None, "account holders")]),
        ("There were 5 real people.", [(None, "real people")]),
        ("It costs 20 reais or 30 rand.", [("brazilian real", None), ("south african rand", None)]),
    ],
)
def test_metals_units_of_account_and_adjectives_are_no_money(
    text: str, found: list[tuple[str | None, str | None]]
) -> None:
    assert [(figure.unit, figure.counted) for figure in read(text)] == found


def test_shares_on_a_dash_have_one_unit() -> None:
    found = read("Holm won Orv by 52-46 percent.")
    assert [(figure.low, figure.unit) for figure in found] == [(52, "percentage"), (46, "percentage")]


def test_a_verb_behind_a_small_number_is_no_currency() -> None:
    assert [figure.unit for figure in read("Orv 7 won by two goals. It cost 50,000 won.")] == [None, "south korean won"]


def test_a_year_before_those_of_that_year_is_no_number() -> None:
    assert not read("One of the top 2020 presidential hopefuls left.")


def test_a_month_does_not_take_the_stop_of_its_sentence() -> None:
    assert [figure.as_of for figure in read("Some 12 boats sank in May. It took 12 in Sept. 2014.")] == [
        "in May",
        "in Sept. 2014",
    ]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Some 13% of Americans say it helps, but 38% believe the law hurts.", ["Americans", "Americans"]),
        ("The board had a plan for leases and shortened it to three months.", [None]),
        ("It would only be half as dumb as the study.", [None]),
        ("Voters rejected the sale, with two-thirds voting against it.", [None]),
        (
            "Of 41 Democratic-Republican presidential contests 15 were lost.",
            ["Democratic-Republican presidential contests"],
        ),
        ("They want to add another pick or two.", ["pick"]),
        ("The rival side has had just two.", [None]),
        ("Field Poll Holm +2 Roe +4 Marist College Holm +2 Roe +3 Survey Roe +18", [None]),
    ],
)
def test_what_was_told_before_is_not_made_up(text: str, counted: list[str | None]) -> None:
    assert [figure.counted for figure in read(text)][: len(counted)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The book looks at topics that drew interest in the past three decades.", [None]),
        ("The past 20 years of war ended.", ["war"]),
        ("Orders rose from 2 percent to 4 percent 20 years later.", ["Orders", None]),
        ("The firm built 3,000 boats in the last two years.", ["boats", None]),
        ("Polls had her 60 points ahead.", [None]),
        ("The tax cut was worth 60 points to him.", ["tax cut"]),
        ("They ran a search for two of the 9/11 hijackers.", ["hijackers"]),
        ("Sign-ups are heavier toward the end of the six-month.", [None]),
        ("Roe, Tarsk and Holm are four that we found.", [None]),
        ("Roe and Holm are worried about the debt, which topped $20 trillion.", ["debt"]),
        ("Roe raises funds for less than $200 in order to win.", ["funds"]),
        ("Men receiving state aid rose from 2 percent to 4 percent.", ["Men"]),
        ("The men aged 25 to 64 receiving state aid lost $9.", ["men", "men"]),
        ("Both working couples lost $9.", ["working couples"]),
        ("Holm, a longtime Tarsk steel executive, served for just eight months.", [None]),
        ("A longtime steel executive spent eight months on it.", [None]),
        ("The board has closed the pier for eight months.", [None]),
        ("The talks lasted eight months.", ["talks"]),
        ("The pier was closed for eight months.", ["pier"]),
        ("Repairs take an average of eight months.", ["Repairs"]),
        ("It is the worst press of his four years as mayor.", [None]),
        ("The car stood about two miles away.", [None]),
        ("It takes gifts from banks, including $15 million from Roe.", [None]),
        ("It has 9 boats, including 5 from Roe.", ["boats", "boats"]),
        ("Roe has fitted nine rates: 12 percent.", ["rates", "rates"]),
        ("Boats lost: 34", ["Boats lost"]),
        ("It approved a $9 billion arms bill.", ["arms bill"]),
        ("Some 9 people lack cover.", ["people"]),
        ("They stood trial for killing Roe, 45.", ["Roe"]),
        ("Boats fell; It's 3.5 million this year.", [None]),
        ("Five of the past six nominees lost.", ["nominees", "nominees"]),
        ("That was a rise from the 5 in 10 who said so.", [None]),
        ("They failed at a cost to taxpayers of $535 million.", ["cost"]),
        ("The law means that within five years it will be hard.", [None]),
        ("Roe spoke to the land following its third raid in 18 months.", [None]),
        ("They met in 26-year-old Bo Roe's house.", ["Bo Roe's"]),
        ("It joined the 12-nation Orv Sea pact.", ["nation"]),
        ("The snow gives a third of all of Tarsk's water.", ["Tarsk's water"]),
        ("Across the city, hundreds more were sick.", [None]),
        ("Holm will gut the $9 the firm spends on boats.", [None]),
        ("Counties outside of Tarsk lost $9.", ["Counties outside of Tarsk"]),
        ("The number of Orvians signed on to the bill has swelled to 116.", ["number of Orvians"]),
        ("The office charged with building boats has stood empty for six years.", ["office"]),
        ("The senators learned that their lead has risen to 64%.", ["lead"]),
        ("He lost to a candidate 25 years older.", ["candidate"]),
        ("It is the case that 13 percent of $9 is a gift.", [None, None]),
        ("Half of those found were boats.", [None]),
        ("Orvians made up 28 percent, up a bit from 27 percent.", ["Orvians", "Orvians"]),
        ("The yard lent cash to the tune of $9.", ["cash"]),
        ("Roe won, compared with 20 percent who chose Holm.", [None]),
        ("Jan: 61%", [None]),
        ("You have spent 12 years representing banks.", [None]),
        ("They were copies, and all three above-the-fold stories were new.", ["above-the-fold stories"]),
        ("The number of Orvians without boats fell by 25 percent.", ["number of Orvians without boats"]),
    ],
)
def test_a_noun_that_only_stands_near_is_not_counted(text: str, counted: list[str | None]) -> None:
    assert [figure.counted for figure in read(text)] == counted


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The plan is as unpopular as ever (41/55).", []),
        ("He ate 3/4 of it, 15/16 of that and 41/55 of the rest.", [0.75, 15 / 16, 41 / 55]),
        ("It paid 7/32 and 9/100 a share.", [7 / 32, 9 / 100]),
        ("Output stayed below 1929 levels.", []),
        ("Output stayed below 1,929 levels.", [1929]),
        ("They are doubling down on it and double down again.", []),
        ("They are doubling the price.", [2]),
        ("Over three-quarters came.", [0.75]),
        ("It grew over three quarters.", [3]),
        ("It stands on page four of the list, in year two.", []),
        ("The page four men wrote is long.", [4]),
        ("Output stayed at 4.8 million, or 39 percent of it.", [4.8e6, 39]),
        ("She spoke on Mix 92.3 in Tarsk.", []),
        ("The Orv index stood at 92.3 in Tarsk.", [92.3]),
        ("Two dozens of boats sank.", [24]),
    ],
)
def test_scores_years_and_idioms_are_no_figures(text: str, values: list[float]) -> None:
    assert [figure.low for figure in read(text)] == [pytest.approx(value) for value in values]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The cost will be close to $9 in fees.", None),
        ("He asked about purchases, a $9 transfer and more.", None),
        ("The crew numbers 9,000.", "number"),
        ("The cost rose to about $9.", "rise"),
        ("The Orv index closed 531 points lower.", "close"),
        ("They put a shine on his first 100 days.", None),
        ("She has gotten a raise of 40%.", "get"),
    ],
)
def test_a_hedge_or_a_noun_behind_a_mark_is_no_verb(text: str, predicate: str | None) -> None:
    assert [figure.predicate for figure in read(text)] == [predicate]


def test_more_than_belongs_to_the_next_number() -> None:
    dead, hurt = read("The blast left three dead and more than 260 people hurt.")
    assert (dead.hedge, hurt.hedge) == (None, "more than")


def test_ages_that_are_joined_are_both_ages() -> None:
    assert [figure.unit for figure in read("His brothers, ages 54 and 50, came.")] == ["year of age"] * 2
    assert [figure.unit for figure in read("Some 63,000 girls turn 18 every month.")] == [None, "year of age"]


def test_one_before_a_participle_is_a_pronoun() -> None:
    assert not read("It chose a map drawn by Reds over one drawn by Blues.")


def test_a_scaled_number_has_no_dust_of_the_machine() -> None:
    assert read("Some 16.6 million people came.")[0].low == 16_600_000


def test_a_sign_on_the_left_and_a_scale_on_the_right_are_of_both() -> None:
    (figure,) = read("Output will contract $350 to 500 billion and jobs will go.")
    assert (figure.low, figure.high, figure.unit) == (350e9, 500e9, "dollar")


def test_a_number_that_lists_a_point_is_no_figure() -> None:
    assert not read("Two, we cannot go back.")
    assert [figure.counted for figure in read("Two, maybe three boats sank.")]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("More than 200 people have been reported missing.", "missing"),
        ("Forty people were confirmed dead on Monday.", "dead"),
        ("Forty people were presumed dead.", "dead"),
        ("Forty people were declared missing.", "missing"),
        ("The storm left forty people missing.", "missing"),
        ("The storm left forty people dead in Orv.", "dead"),
        ("They had forty dead fish.", "have"),
        ("The storm left forty dead.", "dead"),
        ("They mourned the forty dead.", "mourn"),
        ("She had an injury, missing forty games.", "miss"),
        ("Forty people were pronounced dead.", "dead"),
        ("Forty people were reported killed.", "kill"),
        ("Forty people were reported in Orrin.", "report"),
        ("Forty people were reported sleeping.", "report"),
    ],
)
def test_what_people_are_only_told_to_have_become_is_the_predicate(text: str, predicate: str) -> None:
    assert [figure.predicate for figure in read(text)] == [predicate]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The warden said the flow would be positive for 30 years.", None),
        ("The warden says 22 of the boats are rare.", None),
        ("The warden says 22 of the boats had sails.", "have"),
        ("The quay has nearly doubled.", None),
        ("According to two boatmen, it sank.", None),
        ("The crew named 19 ways the mayor could choose.", "name"),
        ("It is costing the town 40 dollars mending the quay.", "cost"),
        ("They won the 60 votes linked to the quay.", "win"),
        ("They found 60 boatmen killed by the storm.", "kill"),
        ("Winning 51 votes for the quay was hard.", "win"),
        ("They were hauling 12 flags.", "haul"),
        ("They bring 12 flags.", "bring"),
        ("Some 46 percent favor boats.", "favor"),
        ("Some 46 percent of boatmen say the quay should be sold.", "say"),
        ("They walked on, spending $100.", "spend"),
        ("The warden said 22 of them could be rare.", None),
        ("Voters aged 65 and older want a boat.", "want"),
    ],
)
def test_the_predicate_is_the_verb_that_takes_the_figure(text: str, predicate: str | None) -> None:
    assert [figure.predicate for figure in read(text)] == [predicate]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The Greens won 1,000 state legislative seats.", ["state legislative seats"]),
        ("One financial services executive died there.", ["financial services executive"]),
        ("The law will cut deficits over the next 10 years by $7 million.", [None, "deficits"]),
        ("They spent 5 percent of the firms’ annual sales.", ["firms’ annual sales"]),
        ("The two mayors' pledges are old.", ["mayors"]),
        ("With their own support at 22 percent, the Greens lost.", ["own support"]),
        ("Originally from Orv, the 37-year-old won.", [None]),
        ("Nothing like this has come in 80 years.", [None]),
        ("It is said of the first three months of the year.", [None]),
        ("Holm took 49 percent of the vote, compared to Roe's 48 percent.", ["vote", "vote"]),
        ("Holm lost $5, compared to Roe's $4.", ["Holm", None]),
        ("Some 46 percent support repeal.", [None]),
        ("The town's existing plan would cost $4.", ["town's existing plan"]),
        ("It led to savings of between $79 and $94.", ["savings"]),
        ("They have one quality most mayors lack.", ["quality"]),
        ("It is for voters between 18 and 25.", ["voters"]),
        ("The shows are to cost taxpayers more than $36.", ["shows"]),
        ("The group lost millions of dollars in states and districts.", ["group"]),
        ("Roe and Holm are the only two staying at home.", [None]),
        ("Some 40 people died on Aug. 6, 1945, and 7 more in Tarsk later.", ["people", "people"]),
        ("The decline of some 50% is taking a toll.", ["decline"]),
        ("It was spending $100.", [None]),
        ("Two pumps had been hit.", ["pumps"]),
        ("They sent thousands of young, productive workers.", ["young, productive workers"]),
        ("He has the power to help millions.", [None]),
        ("They saw a dozen town and county officers.", ["town and county officers"]),
        ("They walked on, spending $100.", [None]),
    ],
)
def test_the_counted_is_a_whole_phrase_of_its_own(text: str, counted: list[str | None]) -> None:
    assert [figure.counted for figure in read(text)] == counted


@pytest.mark.parametrize("text", ["Bo Roe, the number two Green in the town, left.", "He won the number three spot."])
def test_a_number_in_words_is_a_place_in_a_row(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("They sold 3 carts, 4 boats and 5 bikes.", ["sell", "sell", "sell"]),
        ("The strikes killed 16 boatmen, including 7 pilots, and five guests.", ["kill", "kill", "kill"]),
        ("They paid $8, not $3.", ["pay", None]),
    ],
)
def test_figures_of_a_list_share_its_verb(text: str, predicates: list[str | None]) -> None:
    assert [figure.predicate for figure in read(text)] == predicates


def test_a_helper_is_nothing_counted() -> None:
    assert read("For all that, one doesn’t have to go far.") == ()


def test_the_ages_of_are_one_range_of_those_before() -> None:
    (figure,) = read("Fans between the ages of 18 and 34 came.")
    assert (figure.low, figure.high, figure.unit, figure.counted) == (18, 34, "year of age", "Fans")


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The town cut its staff to 20 boatmen.", "cut"),
        ("The town lowered prices in Orv by 20 percent.", "lower"),
        ("Roe won the vote with 20 percent.", "win"),
        ("Roe gave Holm a rating of 20.", "give"),
        ("Roe has a path to 20 votes.", None),
        ("Roe saw letters like 20 towns.", None),
        ("Roe healed the rift between the two towns.", None),
        ("Roe cheered the sale of five boats.", None),
        ("Roe led a crew of five boatmen.", "lead"),
        ("Roe had her best year in 20 years.", None),
        ("Roe sold boats in Orv for 20 years.", "sell"),
        ("Roe said that for 20 years, many boats had sunk.", "sink"),
        ("The bill helps firms with sales over $20.", None),
        ("It cost towns and firms $20.", "cost"),
        ("They sold 5 boats in Orv and 3 rafts.", "sell"),
        ("The mayor of one of the 20 towns sold a boat.", None),
        ("The rift between the two towns was healed.", None),
        ("Boats in 20 towns sold in May were new.", "sell"),
        ("The two sides have “moved close to it.”", "move"),
        ("Some 20 men have a plan called Orv.", "have"),
        ("It holds rafts, half of which came from Orv.", "come"),
        ("It sold rafts, compared to 11 in May.", None),
        ("It drew flag-waving men and 20 boats.", "draw"),
        ("A flood swamps 20 boats.", "swamp"),
        ("Roe ran it for 20 years -- tell me more.", "run"),
        ("Roe lost to Holm by 20 votes.", "lose"),
        ("Roe said that two hours ago, the boat sank.", "sink"),
        ("Roe says that nearly half of the crew self-identified as red.", None),
        ("Roe spoke before two boards.", "speak"),
        ("That he were 60 changes the vote.", None),
        ("Roe cut the number of boats by 20,000.", "cut"),
        ("Roe told Holm about a raid by 20 boatmen.", None),
        ("The court released 20 pages Tuesday related to the quay.", "release"),
    ],
)
def test_a_verb_of_another_noun_is_not_the_predicate(text: str, predicate: str | None) -> None:
    assert read(text)[-1].predicate == predicate


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The quay burned in Orv, 20 miles east of Tarsk.", None),
        ("Oil fell from its highest price in 20 months.", None),
        ("Roe told of the hopes of millions.", None),
        ("They kept a plan that millions had.", None),
        ("The sale brings to 20 the number of boats lost.", "boats"),
        ("The 20-acre west side burned.", "west side"),
    ],
)
def test_what_stands_near_is_not_always_what_is_counted(text: str, counted: str | None) -> None:
    assert [figure.counted for figure in read(text)] == [counted]


@pytest.mark.parametrize("text", ["Using 2004 data, the town drew a plan.", "They sold the Harbour 2.0 plan."])
def test_a_year_of_data_or_a_version_is_no_figure(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The crew held its protest in 20 days.", "hold"),
        ("The crew had its biggest loss in 20 days.", None),
    ],
)
def test_what_was_the_most_in_a_span_of_time_has_no_verb(text: str, predicate: str | None) -> None:
    (figure,) = find_figures(text, (Span(0, len(text)),), "en")
    assert figure.predicate == predicate


NONE_ON_THE_LEFT = [
    "In addition, 6,151 were here.",
    "It is up 1.3 points in Tarsk and 0.4 points in Orv.",
    "All of those have dropped by $300.",
    "In towns where the margin was narrow, five currently favor Reds.",
    "However large the cheque to Orv Works, only $2,700 can go to it.",
    "She broke a pledge to post it 72 hours in advance.",
    "Wintry weather can last half the year.",
    "The plan has $100 in it, and he spent $300.",
    "They paid the remaining $51.",
    "In 2006, when Reds lost control, 42% held that view.",
    "Holm leads Roe, 51 percent to 39 percent.",
    "Despite spending more than $100 on it, Roe lost.",
    "The plan gives soldiers as much as $4,500.",
]


@pytest.mark.parametrize("text", NONE_ON_THE_LEFT)
def test_what_only_stands_before_a_number_is_not_counted(text: str) -> None:
    assert read(text)[-1].counted is None


OWN_VERBS = [
    ("Millions of Reds are going to pull the lever.", "pull"),
    ("He is to blame, with 12 % saying both should be blamed.", "say"),
    ("Consider the problems all three yards are having with it.", "have"),
    ("It is three times what Roe got.", None),
    ("They left four towns including Tarsk.", "leave"),
    ("A second vote on the remaining $51 will come.", None),
    ("It hurt 10 men in what officials said was a raid.", "hurt"),
    ("It would undo the deal by nearly 200 towns.", None),
    ("Roe won the seat by 200 votes.", "win"),
    ("It left one aide who asked not to be named.", "ask"),
    ("Roe said in a 12-article order that laws needed to be kept.", "say"),
    ("It wrote to 9,000 clients whose plans do not meet it.", "write"),
    ("They say two men posing to be guards broke in.", "pose"),
    ("Some 20 tanks appeared to be hit.", "hit"),
]


@pytest.mark.parametrize(("text", "verb"), OWN_VERBS)
def test_a_verb_of_another_clause_is_not_the_figures(text: str, verb: str | None) -> None:
    assert read(text)[-1].predicate == verb
