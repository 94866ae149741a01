"""What makes a number a figure, where it ends and what it is worth: a sentence on either side of each choice."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Approximator, Figure, Span


def read(text: str) -> tuple[Figure, ...]:
    return find_figures(text, [Span(0, len(text))])


def told(figure: Figure) -> str:
    """ "10..20 ton": its values and its unit."""
    values = f"{figure.low:.6g}" if figure.low == figure.high else f"{figure.low:.6g}..{figure.high:.6g}"
    return f"{values} {figure.unit}" if figure.unit else values


NUMERALS = [
    # a fraction behind a number, on its own, or none at all
    ("It took 4 1/2 tonnes.", ["4.5 metric ton"]),
    ("It took ½ tonne.", ["0.5 metric ton"]),
    ("It took 1½ tonnes.", ["1.5 metric ton"]),
    ("They lost 3/4 of the crop.", ["0.75"]),
    ("They lost 4/3 of the crop.", []),
    ("They work 24/7 there.", []),
    # what is no number, though half of it begins one
    ("No one and nothing moved.", []),
    ("The index rose +40 points.", ["40 point"]),
    ("Call +49-30 there.", []),
    # groups of three on spaces
    ("The town has 12 000 people.", ["12000"]),
    ("The town has 1 414 021 100 grains.", ["1.41402e+09"]),
    # powers and exponents
    ("The mass is 2 x 10⁶ kg.", ["2e+06 kilogram"]),
    ("The mass is 2 x 10^-3 kg.", ["0.002 kilogram"]),
    ("The mass is 2e6 kg.", []),
    # the point before a number, and a sentence that ends
    ("He hit .300 there.", ["0.3"]),
    ("The rate is .5 percent.", ["0.5 percentage"]),
    ("It closed.5 boats sank.", ["5"]),
    # magnitudes: glued, in words, as capitals before a noun
    ("It made $4m.", ["4e+06 dollar"]),
    ("It made $4bn.", ["4e+09 dollar"]),
    ("It made $4 million.", ["4e+06 dollar"]),
    ("It made a 4-million-dollar gain.", ["4e+06 dollar"]),
    ("Some 8 B people live.", ["8e+09"]),
    ("It is 8 m long.", ["8 metre"]),
    ("They have 40k followers.", ["40000"]),
    ("They have the 40k5 model.", []),
    ("It lost 3 hundred thousand crates.", ["300000"]),
    # words
    ("It sold two hundred and five boats.", ["205"]),
    ("It sold a hundred and five boats.", ["105"]),
    ("It sold a hundred boats and five mills.", ["100", "5"]),
    ("It sold a dozen boats.", ["12"]),
    ("It sold two dozen boats.", ["24"]),
    ("It sold twenty-one boats.", ["21"]),
    ("It sold one and a half million boats.", ["1.5e+06"]),
    ("It sold a million and a half boats.", ["1.5e+06"]),
    ("It sold two point four million boats.", ["2.4e+06"]),
    ("It sold three thousand four hundred boats.", ["3400"]),
    ("Two-thirds of the boats sank.", ["0.666667"]),
    ("Two thirds of the boats sank.", ["0.666667"]),
    ("A third of the boats sank.", ["0.333333"]),
    ("A third boat sank.", []),
    ("Prices rose by a third.", ["0.333333"]),
    ("A quarter of the boats sank.", ["0.25"]),
    ("It came a quarter later.", []),
    ("Half of the boats sank.", ["0.5"]),
    ("Half a million boats sank.", ["500000"]),
    ("A half million boats sank.", ["500000"]),
    ("A quarter million boats sank.", ["250000"]),
    ("A quarter of a million boats sank.", ["250000"]),
    ("The twenty-first boat sank.", []),
    ("One in five boats sank.", ["0.2"]),
    ("It grew three-fold.", ["3"]),
    ("It grew threefold.", ["3"]),
    ("It grew 10 fold.", ["10"]),
    # vague ones
    ("Dozens of boats sank.", ["12..120"]),
    ("Hundreds of boats sank.", ["100..1000"]),
    ("Tens of thousands of boats sank.", ["10000..100000"]),
    ("Hundreds of thousands of boats sank.", ["100000..1e+06"]),
    ("Tens of boats sank.", []),
    ("Several thousand boats sank.", ["2000..10000"]),
    ("Several boats sank.", []),
    ("A couple of hundred boats sank.", ["200"]),
    ("A couple hundred boats sank.", ["200"]),
    ("A couple of boats sank.", []),
    # signs
    ("It was -5 degrees Celsius.", ["-5 celsius"]),
    ("It was minus 5 degrees Celsius.", ["-5 celsius"]),
    ("It was minus-5 degrees Celsius.", ["-5 celsius"]),
    ("The balance was $-5m.", ["-5e+06 dollar"]),
    ("The balance was -$5m.", ["-5e+06 dollar"]),
    ("Orv 100 -2.4%.", ["-2.4 percentage"]),
    ("The lens is 75-300 mm.", ["75..300 millimetre"]),
]

MASKS = [
    # days and years
    ("On May 31 it sank.", []), ("On May 32 it sank.", []), ("On Oct. 31 it sank.", []), ("On October 31, 2024 it sank.", []), ("In May 2024 it sank.", []),
    ("On Sept. 20-24 it sank.", []), ("It may 31 times sink.", ["31"]), ("They may 40 years on sink.", ["40 year"]), ("In May 40 boats sank.", ["40"]),
    ("On May 4 and 5 it sank.", []), ("On May 4 and 5 boats sank.", ["5"]),
    # names
    ("He led Phase One there.", []), ("The Gang of Eight met.", []), ("It is One World Trade Center.", []), ("In the Six-Day War it fell.", []),
    ("Six boats sank.", ["6"]), ("The Kick Six was seen.", []), ("Two Big Boats Sank", ["2"]),
    # models, addresses, handles, serials
    ("The G7 met.", []), ("The KN-23 flew.", []), ("It is the 9AB8 model.", []), ("See www.dell.example/40 there.", []), ("Write to @dell40 now.", []), ("They paid USD115 for it.", ["115 dollar"]),
    ("They paid RM42 for it.", ["42 malaysian ringgit"]), ("Call 555-010-0199 now.", []), ("It is file 007 there.", []), ("The post code is NY 10001 there.", []), ("Call +44 20 there.", []),
    ("It was the pre-2030 plan.", []), 
    # labels
    ("He lives at No. 10 there.", []), ("There were no 10 boats.", ["10"]), ("Articles 3 and 4 say so.", []), ("See page 40.", []), ("The page 40 boats filled.", ["40"]), ("The iPhone 14 came.", []),
    ("The FTSE 100 fell.", []), ("A level 3 alert came.", []), ("It is level 3 boats.", ["3"]), ("It left from platform 9.", []), ("Room 12 is shut.", []), ("Flight 370 vanished.", []),
    ("A flight 370 miles long.", ["370 mile"]), ("Chapters 3, 4 and 5 tell it.", []), ("Section 8(a) says so.", []), ("They won a group 1 race.", []), ("In group 1 boats sank.", ["1"]),
    # scores
    ("They won 3-1.", []), ("They lost 1-3.", []), ("It fell 1-3 percent.", ["1..3 percentage"]), ("They drew 2-2.", []), ("Sell 10-15 boats.", ["10..15"]),
    ("It cost $15-10.", ["15 dollar"]),
    # places
    ("They live at 22 Rue Basse.", []), ("They met at 22 boats.", ["22"]), ("It hums at 57 HZ.", ["57 hertz"]), ("They stay at 9 Elm Walk boats.", ["9"]),
    # the same number again
    ("They came one by one.", []), ("They played 3-on-3.", []), ("They came two by two.", []), 
    ("Two, we cannot go back.", []), ("Two, three boats sank.", ["2", "3"]),
    ("One of the boats sank.", []), ("No one came.", []), ("At one point it sank.", []),
]  # fmt: skip


HEDGES = [
    ("Some 40 boats sank.", ["~40 boats"]),
    ("About 40 boats sank.", ["~40 boats"]),
    ("More than 40 boats sank.", [">40 boats"]),
    ("At least 40 boats sank.", [">=40 boats"]),
    ("Up to 40 boats sank.", ["<=40 boats"]),
    ("Fewer than 40 boats sank.", ["<40 boats"]),
    ("It sank 40 boats or more.", [">=40 boats"]),
    ("It sank 40 or more boats.", [">=40 boats"]),
    ("It sank 40-plus boats.", [">=40 boats"]),
    ("It sank 40+ boats.", [">=40 boats"]),
    ("It sank 40 boats or so.", ["~40 boats"]),
    ("It sank 40 boats, give or take.", ["~40 boats"]),
    ("It sank 40 boats at least.", [">=40 boats"]),
    ("It sank 40 boats, at least 3 of them red.", ["40 boats", ">=3 boats"]),
    ("More than 40 or so boats sank.", [">40 boats"]),
    ("They talk about the 40 boats.", ["40 boats"]),
    ("It rose up to 40 boats.", ["40 boats"]),
    ("It lasted over 40 years.", [">40 year"]),
    ("It rose over 40 years.", ["40 year"]),
    ("It went on for over 40 years.", [">40 year"]),
    ("More than a dozen boats sank.", [">12 boats"]),
    ("Nearly half of the boats sank.", ["~0.5 boats"]),
    ("Exactly 40 boats sank.", ["40 boats"]),
    ("It sank sub-40 boats.", ["<40 boats"]),
    ("An estimated 40 boats sank.", ["~40 boats"]),
    ("As many as 40 boats sank.", ["<=40 boats"]),
    ("As few as 40 boats sank.", [">=40 boats"]),
    ("No fewer than 40 boats sank.", [">=40 boats"]),
    ("Between 40 and 50 boats sank.", ["40..50 boats"]),
    ("It is more than 100 km (60 miles) off.", [">100 kilometre", ">60 mile"]),
    ("It is 100 km (60 miles) off.", ["100 kilometre", "60 mile"]),
    ("It reported a 5 percent rise.", ["5 percentage rise"]),
]

RANGES = [
    ("It sank 40 to 50 boats.", ["40..50 boats"]),
    ("It sank 40-50 boats.", ["40..50 boats"]),
    ("It sank from 40 to 50 boats.", ["40..50 boats"]),
    ("It sank 40 or 50 boats.", ["40..50 boats"]),
    ("It sank 40 or 90 boats.", ["40", "90 boats"]),
    ("It sank 4 or 5 boats.", ["4..5 boats"]),
    ("Prices rose 5 to 10 percent.", ["5..10 percentage Prices"]),
    ("Prices rose 5 percent to 10 percent.", ["5 percentage Prices", "10 percentage Prices"]),
    ("It cost $25-40.", ["25..40 dollar"]),
    ("It cost $3-4bn.", ["3e+09..4e+09 dollar"]),
    ("It cost $350 to 500 billion.", ["3.5e+11..5e+11 dollar"]),
    ("It cost $25 to $35 million.", ["2.5e+07..3.5e+07 dollar"]),
    ("Taxes rise by $100 to $150 billion.", ["1e+11..1.5e+11 dollar Taxes"]),
    ("It rose $35 to $25 million.", ["35 dollar", "2.5e+07 dollar"]),
    ("It sank 10-12,500 boats.", ["10..12500 boats"]),
    ("It sank 13-12,000 boats.", ["13..12000 boats"]),
    ("It sank 10 or 12,000 boats.", ["10", "12000 boats"]),
    ("It sank 10-12,000 boats.", ["10000..12000 boats"]),
    ("It rose in 2020 to 5 million boats.", ["5e+06 boats"]),
    ("An 8- to 16-metre boat sank.", ["8..16 metre boat"]),
    ("It is 40 km to 50 km off.", ["40..50 kilometre"]),
    ("It is 40 km to 50 miles off.", ["40 kilometre", "50 mile"]),
    ("Sales went from $4 million in 2008 to $5 million.", ["4e+06..5e+06 dollar Sales"]),
    ("It sank between 40 boats and 50 mills.", ["40 boats", "50 mills"]),
    ("It sank 40 boats and 50 mills.", ["40 boats", "50 mills"]),
    ("The rates are 4, 6 and 9 percent.", ["4 percentage rates", "6 percentage rates", "9 percentage rates"]),
    ("They won by 51-47 percent.", []),
    ("The 7- or 8-inch boat sank.", ["7 inch boat", "8 inch boat"]),
]

UNITS = [
    ("It took an hour and a half.", ["1.5 hour"]),
    ("It took one hour and a half.", ["1.5 hour"]),
    ("It took two hours and forty minutes.", ["2.66667 hour"]),
    ("It took two hours and ninety minutes.", ["2 hour", "90 minute"]),
    ("She is 5ft 10in.", ["5.83333 foot"]),
    ("It cost 3 dollars 50 cents.", ["3.5 dollar"]),
    ("It cost 3 dollars and 50 cents.", ["3.5 dollar"]),
    ("It cost 3 dollars 150 cents.", ["3 dollar", "150 cent"]),
    ("It took half an hour.", ["0.5 hour"]),
    ("It ran a quarter of a mile.", ["0.25 mile"]),
    ("It costs $52 a barrel.", ["52 dollar per barrel"]),
    ("It costs US$52.", ["52 dollar"]),
    ("It cost $5 million US.", ["5e+06 dollar"]),
    ("It costs 52 dollars.", ["52 dollar"]),
    ("It costs 52 U.S. dollars.", ["52 dollar"]),
    ("It is 40m long.", ["40 metre"]),
    ("It sold 40m boats.", ["4e+07 boats"]),
    ("It has 40m of rope.", ["40 metre rope"]),
    ("It has 40m of the rope.", ["4e+07 rope"]),
    ("It is 40m² wide.", ["40 square metre"]),
    ("It made $40t.", ["4e+13 dollar"]),
    ("It weighs 40t.", ["40 metric ton"]),
    ("One in five boats sank.", ["0.2 boats"]),
    ("It was 40 degrees.", ["40 degree"]),
    ("It was 40 degrees Fahrenheit.", ["40 fahrenheit"]),
    ("It was 40 F there.", ["40 fahrenheit"]),
    ("One second passed.", []),
    ("It came second.", []),
    ("Dozens of miles were lost.", ["12..120 mile"]),
    ("It sank 40 boats a year.", ["40 per year boats"]),
    ("It sank 40 boats per 1,000 people.", ["40 per 1000 person boats"]),
]

AGES = [
    ("Children under five came.", ["<5 year of age Children"]),
    ("Children under five metres came.", ["<5 metre Children"]),
    ("She was aged 34.", ["34 year of age"]),
    ("She turned 34.", ["34 year of age"]),
    ("Jane Roe, 34, said so.", ["34 year of age Jane Roe"]),
    ("Jane Roe, 5, said so.", []),
    ("Jane Roe, 110, said so.", []),
    ("In Orrin, 34 boats sank.", ["34 boats"]),
    ("Ada Holm 52 has rowed.", ["52 year of age Ada Holm"]),
    ("She will be 61 in July.", ["61 year of age"]),
    ("She will be 61 boats.", ["61 boats"]),
    ("Olaf, who was 16, got out.", ["16 year of age Olaf"]),
    ("His brothers, ages 54 and 50, came.", ["54 year of age", "50 year of age"]),
    ("A 34-year-old came.", ["34 year of age"]),
    ("She was about 34.", ["~34 year of age"]),
]

SEEN = [
    ("He came in 2014.", []),
    ("They came in 2014, then left.", []),
    ("It sold 2014 boats.", ["2014 boats"]),
    ("It sold more than 2014 boats.", [">2014 boats"]),
    ("In 2019 Pounds left the club.", []),
    ("It fell in 1260.", []),
    ("It sold 1260 boats.", ["1260 boats"]),
    ("It was built in A.D. 1000.", []),
    ("The 2014 boats sank.", []),
    ("They came in 1980-85.", []),
    ("He watched 60 Minutes there.", []),
    ("He waited 60 minutes there.", ["60 minute"]),
    ("A six-speed gearbox came.", []),
    ("A six-man crew came.", ["6 man"]),
    ("A 24-member crew came.", ["24 member"]),
    ("The bottom three fell.", []),
    ("One resident asked why.", []),
    ("One boat sank.", ["1 boat"]),
    ("It was one drawn by them.", []),
    ("Half the boats sank.", ["0.5 boats"]),
    ("It was half past two.", []),
    ("The film is in 3D there.", []),
    ("300 cars came in May and 200 in June.", ["300 cars", "200 cars"]),
    ("Dead: 14", ["14 Dead"]),
    ("12 hurt as bus overturns", ["12"]),
    ("40", ["40"]),
    ("Orrin 40 came.", []),
    ("They had 40.", ["40"]),
    ("They see 40 of them.", ["40"]),
    ("Holm 1 Roe 2 Lund 3 Vos 4", []),
    ("1,200 came.", ["1200"]),
    ("4.5 came.", ["4.5"]),
]

COUNTED = [
    ("It has 200 former soldiers.", ["200 former soldiers"]),
    ("It holds 13 percent of the firm.", ["13 percentage firm"]),
    ("Three of the wounded died.", ["3 wounded"]),
    ("500 of the 12,000 troops came.", ["500 troops", "12000 troops"]),
    ("Lund missed ten of the Rovers' sixteen games.", ["10 games", "16 games"]),
    ("Lund missed ten of the Orrin Ferry Board's 16 games.", ["10 games", "16 games"]),
    ("Ten of the New Orrin Dock and Ferry Board's 16 boats sank.", ["10 New Orrin Dock", "16 boats"]),
    ("Five hundred are officers.", ["500 officers"]),
    ("It has $48 billion in assets.", ["4.8e+10 dollar assets"]),
    ("It has $48 billion in May.", ["4.8e+10 dollar"]),
    ("They paid $52,000 for the boat.", ["52000 dollar boat"]),
    ("They paid $52,000 for three years.", ["52000 dollar", "3 year"]),
    ("They got $5 worth of boats.", ["5 dollar boats"]),
    ("A 900-mile (1,450 km) flight left.", ["900 mile flight", "1450 kilometre flight"]),
    ("Boats lost: 34", ["34 Boats lost"]),
    ("A mother of two came.", ["2"]),
    ("A fleet of 40 came.", ["40 fleet"]),
    ("The quake killed 300.", ["300"]),
    ("The yacht cost $5m and the crane $2m.", ["5e+06 dollar yacht", "2e+06 dollar crane"]),
    ("A grant worth $8m came.", ["8e+06 dollar grant"]),
    ("A boat that costs $5 sank.", ["5 dollar boat"]),
    ("They shortened it to three months.", ["3 month"]),
    ("Two days later it sank.", ["2 day"]),
    ("It is within 50 miles of the border.", ["50 mile"]),
    ("It sold eight million 250ml bottles.", ["8e+06 bottles", "250 millilitre bottles"]),
    ("They paid $5 for Roe's 2010 campaign.", ["5 dollar"]),
    ("It sank 40 brigades of military personnel.", ["40 brigades of military personnel"]),
    ("Some 90 % beginning in May fell.", ["~90 percentage"]),
    ("About 40, if not 50, boats sank.", ["~40 boats"]),
    ("3,000 came and another 7,000 are to come.", ["3000", "7000"]),
    ("The price rose 8.1 percent to 99.20 yuan.", ["8.1 percentage price", "99.2 chinese yuan price"]),
]


@pytest.mark.parametrize(("text", "expected"), [*NUMERALS, *MASKS])
def test_which_numbers_are_figures_and_what_they_are_worth(text: str, expected: list[str]) -> None:
    assert [told(figure) for figure in read(text)] == expected


ANAPHORS = [
    ("Holm had just two.", ["2"]),
    ("Holm lost just forty.", ["40 Holm"]),
    ("Holm took a pick or two.", ["1..2 pick"]),
    ("Soldiers saw that 90 had died.", ["90"]),
    ("Boats sank and 12 who left came.", ["12"]),
    ("Half of them sank.", ["0.5"]),
    ("The boats, which lost 40, sank.", ["40 boats"]),
    ("The harbour now covers 40.", ["40 harbour"]),
    ("In the harbour there were 40.", ["40"]),
    ("Boats of the harbour numbered 40.", ["40 Boats of the harbour"]),
    ("Last year the harbour lost 40.", ["40 harbour"]),
    ("The harbour, said Holm, covers 40.", ["40 harbour"]),
    ("They met Americans losing more than $5.", [">5 dollar Americans"]),
    ("They met clerks losing $5 and boats losing $6.", ["5 dollar clerks", "6 dollar boats"]),
    ("The firm, whose site has a logo, has lost $5.", ["5 dollar firm"]),
    ("Sales, having risen, fell by $5.", ["5 dollar Sales"]),
    ("Boats were sold for $5.", ["5 dollar Boats"]),
    ("The boat was sold for $5 to Holm.", ["5 dollar boat"]),
]

LEVELS = [
    # a fall is two figures, a range is one
    ("It fell from 15 to 10 percent.", ["10..15 percentage"]),
    ("It fell from 15 percent to 10 percent.", ["15 percentage", "10 percentage"]),
    ("It rose from 10 to 15 percent.", ["10..15 percentage"]),
    ("It ranged from 30 to 20 degrees.", ["20..30 degree"]),
    # behind a verb that moves nothing two sums are a range, behind one that does what it moved by and where it went
    ("Repairs will be $380 to $390.", ["380..390 dollar Repairs"]),
    ("The mint put them at $17 to $26.", ["17..26 dollar"]),
    ("They need $20 to $40.", ["20..40 dollar"]),
    ("The share lost $2 to $40.", ["2 dollar share", "40 dollar share"]),
    ("Prices shot up to $15 to $17.", ["15..17 dollar Prices"]),
    ("They cut it from $110 to $50.", ["110 dollar", "50 dollar"]),
    ("They cut it from 12 to 9 boats.", ["12 boats", "9 boats"]),
    # an hour or a price counts nothing
    ("Shares opened at four, closed at five.", []),
    ("The gate opened again at six.", []),
    ("The shop closes at 5.", []),
    ("It opened at nine sites.", ["9 sites"]),
    ("It closed at 12,000.", ["12000"]),
    ("It opened at about nine.", ["~9"]),
    ("Shares opened at 42.50 crowns.", ["42.5 crown Shares"]),
    ("It stood at nine.", ["9"]),
    # a plus between number and unit
    ("They had it for 20-plus years.", [">=20 year"]),
    ("They had it for 20+ years.", [">=20 year"]),
    ("It had a 100-kiloton yield.", ["100 kiloton yield"]),
    # a share with an article alone, a span with a noun of its own
    ("The past 20 years of war ended.", ["20 year war"]),
    ("They took the last 16 boats.", ["16 boats"]),
    ("He was a champion of the 99 percent.", ["99 percentage"]),
    ("The 5 percent rise came.", ["5 percentage rise"]),
    # what belongs to somebody goes on behind him
    ("Some 10 percent of Orvia's dry farmland burned.", ["~10 percentage Orvia's dry farmland"]),
    ("Some 10 percent of Orvia's irrigated farmland is dry.", ["~10 percentage Orvia's irrigated farmland"]),
    ("It took 3 percent of the nation's GDP.", ["3 percentage nation's GDP"]),
    ("It took 3 percent of Orvia's.", ["3 percentage"]),
    # money in what: a kind of it, not a place
    ("They seized $3 million in Orv bonds.", ["3e+06 dollar Orv bonds"]),
    ("They seized $3 million in Orv Street.", ["3e+06 dollar"]),
    ("It has $28 billion in local, state, and federal tax revenue.", ["2.8e+10 dollar federal tax revenue"]),
    # who answers stands before his answer, and nobody before
    ("It has to do something, while one-quarter disagree.", ["0.25"]),
    ("Most blame the president, with 11% saying they blame both.", ["11 percentage"]),
    ("They told rivals to brace for millions.", ["1e+06..1e+07"]),
    ("It lists the Orv Bureau (those who are 16 or older are in it).", [">=16 year of age"]),
    ("The men who felt a loss in the town were 26 percentage points more likely to go.", ["26 percentage point men"]),
    ("It has $9 million, with 98% of that going to boats.", ["9e+06 dollar", "98 percentage"]),
    # a share of every so many, a number between "the poorest" and its noun, an amount before one
    ("Three of every 10 voters left.", ["0.3 voters"]),
    ("Five of the poorest 10 counties voted.", ["5 counties", "10 counties"]),
    ("That was 70% of the $50 billion bill.", ["70 percentage bill", "5e+10 dollar bill"]),
    ("He won three out of the past three towns.", ["3 towns", "3 towns"]),
    ("Two in three (67%) say so.", ["0.666667", "67 percentage"]),
    # an age that somebody had, and one that others are under; a span of somebody's own
    ("He died in his Orv home at the age of 95.", ["95 year of age"]),
    ("Children under the age of 5 eat first.", ["<5 year of age Children"]),
    ("He held 160 meetings in his seven years as mayor.", ["160 meetings", "7 year"]),
    # what a number hangs on by "of" is its noun, whatever follows
    ("A magnitude of 4.6 was felt.", ["4.6 magnitude"]),
    ("Unemployment of 8 percent hurts.", ["8 percentage Unemployment"]),
    ("From his point of view, that $1 million is good.", ["1e+06 dollar"]),
    ("It opened a $16 million state-of-the-art school.", ["1.6e+07 dollar state-of-the-art school"]),
    ("It pays 100 percent for the first three years.", ["100 percentage", "3 year"]),
    # a version behind a name, and a value
    ("A man known as Guccifer 2.0 came.", []),
    ("The magnitude was 5.0 there.", ["5 magnitude"]),
    ("It weighed in Orv 2.0 tons.", ["2 ton Orv"]),
    # letters that are a magnitude only behind a number; a year's level; the number of a step
    ("Sen. Ada Holm (R-TN) left.", []),
    ("It cost 3 tn crowns.", ["3e+12 crown"]),
    ("It is 5 tons above 2016 enacted levels.", ["5 ton"]),
    ("And step two is not done.", []),
    # quoted words inside a phrase, and a table run flat
    ("The 30-second “Blue” spot is short.", ["30 second Blue” spot"]),
    ("Overall job 40% 41% 34% 50%", ["40 percentage", "41 percentage", "34 percentage", "50 percentage"]),
]


def with_noun(figure: Figure) -> str:
    """ ">=40 ton boats": with its hedge before and what it counts behind."""
    hedge = "" if figure.approximator is Approximator.EXACT else figure.approximator.value
    return f"{hedge}{told(figure)} {figure.counted or ''}".strip()


@pytest.mark.parametrize(("text", "expected"), [*HEDGES, *RANGES, *UNITS, *AGES, *SEEN, *COUNTED, *ANAPHORS, *LEVELS])
def test_how_a_number_is_hedged_and_what_it_counts(text: str, expected: list[str]) -> None:
    assert [with_noun(figure) for figure in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rope is 5 (km) long.", ["5 kilometre"]),
        ("He swam 5 (m) there.", ["5 metre"]),
        ("He swam 5 (m or so) there.", ["5"]),
    ],
)
def test_a_unit_may_stand_in_brackets_by_itself(text: str, found: list[str]) -> None:
    assert list(map(told, read(text))) == found
