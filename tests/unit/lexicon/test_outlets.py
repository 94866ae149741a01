"""Outlets: names, domains, names in a text, and lists laid over ours."""

from __future__ import annotations

import pickle
from collections import Counter
from pathlib import Path

import pytest

from audit.errors import InputError
from audit.extract.reading import read_document
from audit.lexicon.outlet_lists import known_outlets, load_outlets
from audit.lexicon.outlets import PACKAGED, Outlet, Outlets
from audit.records import Article, SourceKind


def test_the_table_is_large_and_tells_keys_and_domains_apart() -> None:
    outlets = PACKAGED.outlets
    assert len(outlets) > 200
    assert max(Counter(o.key for o in outlets).values()) == 1
    assert max(Counter(d for o in outlets for d in o.domains).values()) == 1
    assert {o.kind for o in outlets} == {
        SourceKind.OUTLET,
        SourceKind.AGENCY,
        SourceKind.PLATFORM,
        SourceKind.AGGREGATOR,
    }


@pytest.mark.parametrize("outlet", PACKAGED.outlets, ids=lambda o: o.key)
def test_every_alias_means_its_outlet(outlet: Outlet) -> None:
    for name in outlet.aliases:
        assert PACKAGED.resolve(name) == outlet, name


@pytest.mark.parametrize("outlet", PACKAGED.outlets, ids=lambda o: o.key)
def test_every_domain_leads_to_its_outlet(outlet: Outlet) -> None:
    assert [PACKAGED.by_domain(f"www.{d}") for d in outlet.domains] == [outlet] * len(outlet.domains)


@pytest.mark.parametrize(
    ("name", "country", "key"),
    [
        ("the new york times", None, "nyt"),
        ("EL PAIS", None, "elpais"),
        ("SCMP", None, "scmp"),
        ("Twitter", None, "x"),
        ("the Times", None, None),
        ("the Times", "gb", "times_uk"),
        ("the Times", "us", None),
        ("ABC", None, None),
        ("ABC", "us", "abc_us"),
        ("ABC", "AU", "abc_au"),
        ("the Post", "hk", "scmp"),
        ("The Hill", None, "thehill"),
        ("Hill", None, None),
        ("CNN - Editorial", None, "cnn"),
        ("The Nowhere Gazette", None, None),
        ("NBCNews.com", None, "nbc"),
        ("TheHill.com", None, "thehill"),
        ("NowhereNews.com", None, None),
        ("", None, None),
    ],
)
def test_a_name_resolves_or_stays_unknown(name: str, country: str | None, key: str | None) -> None:
    outlet = PACKAGED.resolve(name, country)
    assert (outlet and outlet.key) == key


@pytest.mark.parametrize(
    ("host", "key"),
    [
        ("edition.cnn.com", "cnn"),
        ("BBC.co.uk:443", "bbc"),
        ("news.yahoo.com", "yahoonews"),
        ("notcnn.com", None),
        ("com", None),
        ("", None),
    ],
)
def test_a_host_leads_to_its_outlet(host: str, key: str | None) -> None:
    outlet = PACKAGED.by_domain(host)
    assert (outlet and outlet.key) == key


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The L.A. Times and CNN's crew", ["The L.A. Times", "CNN"]),
        ("on the hill; The Hill wrote", ["The Hill"]),
        ("an AP-NORC poll of AP", ["AP"]),
        ("time flies, TIME magazine wrote", ["TIME magazine"]),
        ("in Washington. Post offices closed", ["Post"]),
        ("Agência Brasil, El País", ["Agência Brasil", "El País"]),
        ("New York,\nTimes Square", ["Times"]),
        ("@CNN said", []),
        ("An article on FoxNews.com said", ["FoxNews.com"]),
        ("see video.foxnews.com", []),
    ],
)
def test_names_are_found_in_a_text(text: str, names: list[str]) -> None:
    assert [n.span.of(text) for n in PACKAGED.named_in(text)] == names


SMALL = sorted(
    {
        name
        for one in PACKAGED.outlets
        for name in (one.name, *one.aliases, *one.short, *one.domains)
        if name[0].islower()
    }
)


@pytest.mark.parametrize("name", SMALL)
def test_the_words_of_a_text_hide_no_name_that_begins_small(name: str) -> None:
    text = f"Officials told {name} so, and the paper of {name.lower()} said it."
    document = read_document(Article("a", 1, text))
    assert list(PACKAGED.named_in(text, words=document.vocabulary)) == list(PACKAGED.named_in(text))


def test_a_shared_name_in_a_text_keeps_all_that_it_may_mean() -> None:
    (found,) = PACKAGED.named_in("as the Post wrote")
    assert {"wapo", "scmp", "nypost"} <= {o.key for o in found.outlets}


def test_a_name_with_its_place_shares_its_article() -> None:
    (found,) = PACKAGED.named_in("he told the Star so")
    assert {"thestar_my", "kcstar", "torontostar"} <= {o.key for o in found.outlets}
    (nation,) = PACKAGED.named_in("as The Nation wrote")
    assert nation.outlets[0].name == "The Nation"
    assert "nation_ke" not in {o.key for o in nation.outlets}


@pytest.mark.parametrize(
    ("text", "doubted"),
    [("Free Press called it odd", True), ("the Sun-Times called it odd", False), ("told Free Beacon so", False)],
)
def test_a_short_name_of_everyday_words_is_doubted(text: str, doubted: bool) -> None:
    (found,) = PACKAGED.named_in(text)
    assert found.word is doubted


def test_a_list_of_ones_own_is_laid_over_ours(tmp_path: Path) -> None:
    listed = tmp_path / "mine.csv"
    listed.write_text(
        "name,domain,state,owner,medium\nBrackwater Courier,brackwater.example,OH,Hale Press,newspaper\n"
        "CNN Worldwide,cnn.com,GA,,TV\n,x.example,,,\n"
    )
    outlets = PACKAGED.merged(load_outlets(listed))
    courier = outlets.resolve("the Brackwater Courier")
    assert courier is not None
    assert (courier.owner, courier.country, courier.kind) == ("Hale Press", "us", SourceKind.OUTLET)
    assert outlets.resolve("CNN") is outlets.resolve("CNN Worldwide") is outlets.by_domain("edition.cnn.com")


def test_a_list_in_toml_is_read_as_ours_is(tmp_path: Path) -> None:
    listed = tmp_path / "mine.toml"
    listed.write_text(
        'outlets = [{ key = "hw", name = "Harbour Wire", kind = "agency", '
        'domains = ["harbourwire.example"], aliases = ["HW"] }]'
    )
    assert Outlets(load_outlets(listed)).resolve("hw") == Outlet(
        "hw", "Harbour Wire", SourceKind.AGENCY, domains=("harbourwire.example",), aliases=("HW",)
    )


GOOD = '{ key = "hw", name = "Harbour {Wire} #1" }, # a note: {'


@pytest.mark.parametrize(
    ("name", "content", "line", "why"),
    [
        ("mine.csv", "domain\nx.example\n", 1, "no column `name`"),
        ("mine.csv", "name,owner\nHarbour Wire,Hale\nCourier,\xff\n", 3, "not UTF-8"),
        ("mine.csv", "name,owner\nHarbour Wire,Hale Press, Inc.\n", 2, "more cells than columns"),
        ("mine.csv", 'name,owner\nHarbour Wire,"Hale\nCourier,Hale\n', 2, "unexpected end"),
        ("mine.toml", "# mine\noutlets = [\n  { key = }\n]\n", 3, "Invalid value"),
        ("mine.toml", 'sources = ["x"]', 1, "no `outlets`"),
        ("mine.toml", f'outlets = [\n  {GOOD}\n  {{ key = "x" }},\n]\n', 3, "without `name`"),
        (
            "mine.toml",
            f'outlets = [\n  {GOOD}\n  {{ key = "x", name = "X", domain = "x.example" }},\n]\n',
            3,
            "'domain'",
        ),
        ("mine.toml", '[[outlets]]\nkey = "a"\nname = "A"\n\n[[outlets]]\nkey = "b"\nname = 3\n', 5, "`name`"),
        ("mine.toml", 'outlets = [{ key = "a", name = "A", kind = "person" }]', 1, "`kind` is one of outlet"),
        ("mine.toml", 'outlets = [{ key = "a", name = "A", domains = "a.example" }]', 1, "`domains` is a list"),
    ],
)
def test_what_is_no_list_says_so_with_file_and_line(
    tmp_path: Path, name: str, content: str, line: int, why: str
) -> None:
    listed = tmp_path / name
    listed.write_text(content, encoding="latin-1")
    with pytest.raises(InputError) as raised:
        load_outlets(listed)
    told = str(raised.value)
    assert str(listed) in told
    assert f"line {line}" in told
    assert why in told
    assert "\n" not in told


def test_brackets_without_end_are_no_list(tmp_path: Path) -> None:
    listed = tmp_path / "mine.toml"
    listed.write_text("outlets = " + "[" * 100_000)
    with pytest.raises(InputError, match=r"mine\.toml"):
        load_outlets(listed)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.csv", ""), ("a.csv", "name,owner\n"), ("a.toml", "# none yet"), ("a.toml", "outlets = []")],
)
def test_an_empty_list_is_one(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    assert load_outlets(tmp_path / name) == ()


def test_addresses_are_read_as_domains(tmp_path: Path) -> None:
    listed = tmp_path / "mine.csv"
    listed.write_text("name,domain\nBrackwater Courier,https://www.Brackwater.example/news?x=1\n")
    assert load_outlets(listed)[0].domains == ("brackwater.example",)


def test_a_missing_list_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml"):
        load_outlets(tmp_path / "none.toml")


def test_a_list_is_laid_over_the_table_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "outlets.csv").write_text("name,domain,owner\nBrackwater Sun,sun.example,Hale Press\n")
    known = known_outlets(tmp_path)
    outlet = known.outlets.resolve("the Brackwater Sun")
    assert known.own is not None
    assert outlet is not None
    assert outlet.owner == "Hale Press"
    assert known.outlets.by_domain("www.sun.example") == outlet
    assert known.outlets.resolve("Reuters") is not None
    assert (PACKAGED.resolve("the Brackwater Sun"), PACKAGED.by_domain("sun.example")) == (None, None)


def test_a_list_is_known_by_what_it_says(tmp_path: Path) -> None:
    found = set()
    for content in ("name\nA Sun\n", "name\r\nA Sun\r\n\r\n", "name,owner\nA Sun,Hale\n"):
        (tmp_path / "outlets.csv").write_bytes(content.encode())
        found.add(known_outlets(tmp_path).own)
    assert len(found) == 2


def test_a_folder_without_a_list_or_none_at_all_changes_nothing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        known = known_outlets(folder)
        assert known.own is None
        assert known.outlets is PACKAGED


def test_two_lists_in_one_folder_are_one_too_many(tmp_path: Path) -> None:
    for name in ("outlets.csv", "outlets.toml"):
        (tmp_path / name).write_text("")
    with pytest.raises(InputError, match="keep one"):
        known_outlets(tmp_path)


def test_a_worker_gets_the_table_whole() -> None:
    own = PACKAGED.merged([Outlet("qb", "Quayside")])
    for outlets in (PACKAGED, own):
        again = pickle.loads(pickle.dumps(outlets))
        assert again.outlets == outlets.outlets
        assert again.resolve("Quayside") == outlets.resolve("Quayside")


def test_a_name_with_its_place_is_that_outlet_alone() -> None:
    placed = [o for o in PACKAGED.outlets if o.name.endswith(")")]
    assert placed
    assert [PACKAGED.resolve(o.name) for o in placed] == placed
