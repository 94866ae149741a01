"""Outlets: names, domains, names in a text, and lists laid over ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from audit.errors import InputError
from audit.ingest.outlets import Outlet, Outlets, known_outlets, load_outlets, outlet_by_domain, resolve_outlet
from audit.records import SourceKind


def test_the_table_is_large_and_tells_keys_and_domains_apart() -> None:
    outlets = known_outlets().outlets
    assert len(outlets) > 200
    assert max(Counter(o.key for o in outlets).values()) == 1
    assert max(Counter(d for o in outlets for d in o.domains).values()) == 1
    assert {o.kind for o in outlets} == {
        SourceKind.OUTLET,
        SourceKind.AGENCY,
        SourceKind.PLATFORM,
        SourceKind.AGGREGATOR,
    }


@pytest.mark.parametrize("outlet", known_outlets().outlets, ids=lambda o: o.key)
def test_every_alias_means_its_outlet(outlet: Outlet) -> None:
    for name in outlet.aliases:
        assert resolve_outlet(name) == outlet, name


@pytest.mark.parametrize("outlet", known_outlets().outlets, ids=lambda o: o.key)
def test_every_domain_leads_to_its_outlet(outlet: Outlet) -> None:
    assert [outlet_by_domain(f"www.{d}") for d in outlet.domains] == [outlet] * len(outlet.domains)


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
        ("", None, None),
    ],
)
def test_a_name_resolves_or_stays_unknown(name: str, country: str | None, key: str | None) -> None:
    outlet = resolve_outlet(name, country)
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
    outlet = outlet_by_domain(host)
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
    ],
)
def test_names_are_found_in_a_text(text: str, names: list[str]) -> None:
    assert [n.span.of(text) for n in known_outlets().named_in(text)] == names


def test_a_shared_name_in_a_text_keeps_all_that_it_may_mean() -> None:
    (found,) = known_outlets().named_in("as the Post wrote")
    assert {"wapo", "scmp", "nypost"} <= {o.key for o in found.outlets}


def test_a_list_of_ones_own_is_laid_over_ours(tmp_path: Path) -> None:
    listed = tmp_path / "mine.csv"
    listed.write_text(
        "name,domain,state,owner,medium\nBrackwater Courier,brackwater.example,OH,Hale Press,newspaper\n"
        "CNN Worldwide,cnn.com,GA,,TV\n,x.example,,,\n"
    )
    outlets = known_outlets().merged(load_outlets(listed))
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


@pytest.mark.parametrize("content", ["domain\nx.example\n", "\x00\xff"])
def test_what_is_no_list_says_so(tmp_path: Path, content: str) -> None:
    listed = tmp_path / "mine.csv"
    listed.write_text(content, encoding="latin-1")
    with pytest.raises(InputError, match=r"mine\.csv"):
        load_outlets(listed)


def test_a_missing_list_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml"):
        load_outlets(tmp_path / "none.toml")
