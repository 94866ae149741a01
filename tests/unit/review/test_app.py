"""The review pages: what they show, what they write, and whom they refuse."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from audit.pipeline import Job, run_direct
from audit.report.say import counts
from audit.review.app import make_app
from audit.review.decisions import SUBJECTS
from audit.review.desk import Desk
from audit.review.ledger import Ledger
from audit.warehouse import ask
from tests.conftest import DEMO

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")


def client_of(desk: Desk) -> TestClient:
    return TestClient(make_app(desk, 8417), base_url="http://127.0.0.1:8417", follow_redirects=False)


@pytest.fixture
def desk(demo_warehouse: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "w.duckdb"
    shutil.copyfile(demo_warehouse, path)
    found = Desk(path, Ledger(tmp_path / "reviews", "mk"))
    yield found
    found.close()


@pytest.fixture
def client(desk: Desk) -> TestClient:
    return client_of(desk)


def token_of(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


def rule(client: TestClient, address: str, verdict: str, note: str = "") -> str:
    """Rules on a thing; the address of what is shown next."""
    token = token_of(client.get(address).text)
    done = client.post(address, data={"token": token, "verdict": verdict, "note": note})
    assert done.status_code == 303, done.text
    return done.headers["location"]


def first(desk: Desk, **wanted: str) -> str:
    item = desk.items(wanted)[0]
    return f"/{item['kind']}/{item['subject_id']}"


def test_what_changes_a_headline_stands_first(desk: Desk) -> None:
    items = desk.items({})
    assert items[0]["impact"] > 0
    assert [item["impact"] for item in items] == sorted((item["impact"] for item in items), reverse=True)
    assert {item["kind"] for item in items} == {"edge", "finding"}


@pytest.mark.parametrize("kind", SUBJECTS)
def test_every_thing_has_a_page_and_its_twin(desk: Desk, client: TestClient, kind: str) -> None:
    items = desk.items({"kind": kind})
    assert items
    for item in items[:25]:
        address = f"/{kind}/{item['subject_id']}"
        page, twin = client.get(address), client.get(f"{address}.json")
        assert (page.status_code, twin.status_code) == (200, 200)
        told = twin.json()["item"]
        assert told["question"].endswith("?")
        assert any(piece["look"] for side in told["sides"] for window in side["windows"] for piece in window)


def test_filters_live_in_the_address(desk: Desk, client: TestClient) -> None:
    claim = next(item["claim_id"] for item in desk.items({"kind": "edge"}))
    told = client.get(f"/queue.json?kind=edge&claim={claim}").json()
    assert {(item["kind"], item["claim_id"]) for item in told["items"]} == {("edge", claim)}
    assert client.get("/").status_code == 200
    page = client.get(f"/?kind=edge&claim={claim}").text
    assert f"kind=edge&amp;claim={claim}" in page


@pytest.mark.runs
def test_a_ruling_shows_at_once_what_it_changed_and_the_next_run_says_the_same(desk: Desk, client: TestClient) -> None:
    item = desk.items({"kind": "edge"})[0]
    following = rule(client, f"/edge/{item['subject_id']}?kind=edge", "rejected", "other sentence")
    said = client.get(following).text
    desk.close()  # within one process DuckDB hands an open file out again
    run_direct(Job((DEMO,), desk.path, None, desk.ledger.folder))
    low, high = ask(
        desk.path,
        f"select low::int, high::int from measures where measure = 'independence' and subject_id = '{item['claim_id']}'",
    )[1][0]
    assert f"Now: <b>{counts(item['articles'], low, high)}</b>" in said
    assert ask(desk.path, f"select status from edges where edge_id = '{item['subject_id']}'")[1] == [("rejected",)]
    assert desk.items({"kind": "edge", "state": "ruled"})[0]["subject_id"] == item["subject_id"]


@pytest.mark.runs
def test_a_finding_that_was_rejected_can_be_opened_after_the_next_run(desk: Desk, client: TestClient) -> None:
    address = first(desk, kind="finding")
    rule(client, address, "rejected")
    desk.close()
    run_direct(Job((DEMO,), desk.path, None, desk.ledger.folder))
    assert "Ruled so far" in client.get(address).text
    assert address.rsplit("/", 1)[1] in {
        item["subject_id"] for item in desk.items({"kind": "finding", "state": "ruled"})
    }


def test_a_ruling_is_one_whole_line(desk: Desk, client: TestClient) -> None:
    rule(client, first(desk, kind="finding"), "accepted", 'a "note"\nof two lines\u2028and more')
    (path,) = desk.ledger.folder.glob("*.jsonl")
    (line,) = path.read_text().split("\n")[:-1]
    told = json.loads(line)
    assert told["verdict"] == "accepted"
    assert len(told["content_key"]) == len(told["rule_version"]) == 20
    assert desk.ledger.rulings()[0].note == told["note"]


def test_undo_leads_back(desk: Desk, client: TestClient) -> None:
    address = first(desk, kind="edge")
    rule(client, address, "rejected")
    token = token_of(client.get(address).text)
    done = client.post("/undo?kind=edge", data={"token": token})
    assert urlsplit(done.headers["location"]).path == address
    assert desk.ledger.rulings() == []


def test_names_are_hidden_until_one_has_ruled_and_both_states_are_kept(desk: Desk, client: TestClient) -> None:
    item = next(i for i in desk.items({"kind": "edge"}) if i["sort"] == "stated")
    address = f"/edge/{item['subject_id']}"
    names = [side["outlet"] for side in client.get(f"{address}.json").json()["item"]["sides"]]
    hidden = client.get(f"{address}.json?blind=1").text
    assert not any(name in hidden for name in names)
    assert not any(name in client.get(f"{address}?blind=1").text for name in names)
    rule(client, f"{address}?blind=1", "accepted")
    assert all(name in client.get(f"{address}.json?blind=1").text for name in names)
    rule(client, f"{address}?blind=1", "rejected")
    assert [r.blind for r in desk.ledger.of("edge", item["subject_id"])] == [True, False]


def test_two_reviewers_who_differ_are_told(desk: Desk, client: TestClient) -> None:
    address = first(desk, kind="edge")
    other = client_of(Desk(desk.path, Ledger(desk.ledger.folder, "jr")))
    rule(client, address, "accepted")
    rule(other, address, "rejected")
    told = other.get("/agreement.json").json()
    assert told["kinds"]["edge"]["judged"] == 1
    assert told["apart"][0]["verdicts"] == {"mk": "accepted", "jr": "rejected"}
    assert "mk: yes" in client.get(address).text


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "127.0.0.1:1"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=str,
)
def test_other_hosts_and_origins_are_refused(desk: Desk, client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/", headers=headers).status_code == 403
    token = token_of(client.get(first(desk)).text)
    done = client.post(first(desk), data={"token": token, "verdict": "accepted"}, headers=headers)
    assert done.status_code == 403
    assert desk.ledger.rulings() == []


@pytest.mark.parametrize("form", [{}, {"token": "wrong"}, {"token": "ü"}], ids=str)
def test_a_ruling_without_the_token_of_this_process_is_refused(
    desk: Desk, client: TestClient, form: dict[str, str]
) -> None:
    for address in (first(desk), "/undo"):
        assert client.post(address, data={**form, "verdict": "accepted"}).status_code == 403
    assert desk.ledger.rulings() == []


def test_a_verdict_that_is_none_is_refused(desk: Desk, client: TestClient) -> None:
    token = token_of(client.get(first(desk)).text)
    assert client.post(first(desk), data={"token": token, "verdict": "true"}).status_code == 400


def test_no_script_but_our_own_file(desk: Desk, client: TestClient) -> None:
    page = client.get(first(desk))
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.findall(r"<script[^>]*>([^<]*)</script>", page.text) == [""]
    assert " on" not in " ".join(re.findall(r"<[a-z]+ ([^>]*)>", page.text)).replace(" one", "")
    assert "style=" not in page.text
    for name in ("review.js", "review.css", "report.css"):
        assert client.get(f"/static/{name}").status_code == 200
    assert client.get("/static/..%2fapp.py").status_code == 404


def test_what_is_not_there_is_said(client: TestClient) -> None:
    for address in ("/edge/nothing", "/edge/nothing.json", "/person/x", "/nowhere"):
        assert client.get(address).status_code == 404


def test_skip_goes_on_without_a_ruling(desk: Desk, client: TestClient) -> None:
    items = desk.items({"kind": "edge"})
    page = client.get(f"/edge/{items[0]['subject_id']}?kind=edge").text
    found = re.search(r'data-key="s" href="([^"]+)"', page)
    assert found
    assert urlsplit(found[1]).path == f"/edge/{items[1]['subject_id']}"
    assert parse_qs(urlsplit(found[1]).query) == {"kind": ["edge"]}
