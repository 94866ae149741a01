"""Fetching against a server on this machine: robots, pauses, 304, 429, redirects, slow and endless bodies, private addresses."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from audit.errors import InputError
from audit.fetch import fetcher as fetching
from audit.fetch.collect import Line, collect, items_of
from audit.fetch.fetcher import Fetcher
from audit.fetch.guard import RefusedError, checked
from audit.fetch.settings import Settings, read_settings
from audit.pipeline import Job, run_direct
from audit.warehouse import open_published
from tests.conftest import Secondhand

PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>The ferry to Holm is late, the harbour master said on Monday, and nobody at the quay knows why it is.</p></article></body></html>"


@dataclass
class Site:
    """A server of this machine: what it answers by path, and who asked for what."""

    answers: dict[str, Callable[[Any], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    host: str = ""

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def page(self, path: str, body: str, status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        def answer(handler: Any) -> None:
            data = body.encode()
            handler.send_response(status)
            for name, value in {"Content-Type": "text/html", "Content-Length": str(len(data)), **named}.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(data)

        self.answers[path] = answer
        return f"http://{self.host}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    held = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            held.asked.append((self.path, dict(self.headers)))
            if self.path in held.answers:
                held.answers[self.path](self)
            else:
                self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.host = f"127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield held
    server.shutdown()
    server.server_close()


@dataclass
class Clock:
    """Time that passes where somebody waits."""

    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


def visitor(site: Site, clock: Clock | None = None, **settings: Any) -> Fetcher:
    time = clock or Clock()
    return Fetcher(Settings(allow=(site.host,), **settings), sleep=time.sleep, clock=lambda: time.now)


def outcomes(site: Site, folder: Path, **settings: Any) -> list[tuple[str, str]]:
    return [(line.outcome, line.why) for line in collect(visitor(site, **settings), folder)]


def test_a_page_comes_into_an_archive_that_a_run_reads(site: Site, tmp_path: Path) -> None:
    url = site.page("/a", PAGE.format("Ferry late"))
    (line,) = collect(visitor(site, pages=(url,)), tmp_path / "raw" / "fetched")
    assert (line.outcome, len(line.sha256)) == ("kept", 64)
    assert site.asked[-1][1]["User-Agent"].startswith("Secondhand/")
    run_direct(Job((tmp_path / "raw",), tmp_path / "w.duckdb", None, tmp_path / "reviews", outlets=tmp_path))
    held = open_published(tmp_path / "w.duckdb")
    assert held.query("select title, url from articles") == [("Ferry late", url)]
    held.close()
    (logged,) = (tmp_path / "raw" / "fetched" / ".fetch" / "log.jsonl").read_text().splitlines()
    assert Line(**json.loads(logged)) == line


def test_what_stands_is_not_fetched_again(site: Site, tmp_path: Path) -> None:
    url = site.page("/a", PAGE.format("Ferry late"), ETag='"one"')
    assert outcomes(site, tmp_path, pages=(url,)) == [("kept", "")]
    site.page("/a", "", status=304)
    assert outcomes(site, tmp_path, pages=(url,)) == [("unchanged", "")]
    assert site.asked[-1][1]["If-None-Match"] == '"one"'
    site.page("/a", PAGE.format("Ferry late"))
    assert outcomes(site, tmp_path, pages=(url,)) == [("unchanged", "")]
    assert len(list(tmp_path.glob("*.warc.gz"))) == 1


def test_robots_are_obeyed(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /closed/*.html$\nCrawl-delay: 9")
    shut, free = site.page("/closed/a.html", "no"), site.page("/open/a.html", PAGE.format("Open"))
    clock = Clock()
    found = list(collect(visitor(site, clock, pages=(shut, free), delay=2.0), tmp_path))
    assert [(line.outcome, line.why) for line in found] == [("refused", "robots.txt asks not to"), ("kept", "")]
    assert "/closed/a.html" not in site.paths
    assert clock.waits == [9.0]


def test_a_host_whose_robots_cannot_be_read_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", "", status=500)
    assert outcomes(site, tmp_path, pages=(site.page("/a", "x"),)) == [("refused", "robots.txt asks not to")]


def test_two_requests_to_a_host_have_a_pause(site: Site, tmp_path: Path) -> None:
    clock, pages = Clock(), tuple(site.page(f"/{n}", PAGE.format(n)) for n in "abc")
    list(collect(visitor(site, clock, pages=pages, delay=4.0), tmp_path))
    assert clock.waits == [4.0, 4.0, 4.0]  # robots.txt came first


def test_a_host_that_has_enough_is_not_asked_again(site: Site, tmp_path: Path) -> None:
    busy, other = site.page("/busy", "", status=429, Retry_After="3600"), site.page("/other", "x")
    found = outcomes(site, tmp_path, pages=(busy, other))
    assert found == [("refused", "its host asked to come later (3600)")] * 2
    assert "/other" not in site.paths


@pytest.mark.parametrize(
    "where", ["http://10.1.2.3/", "http://127.0.0.1:9/", "http://[::1]/", "http://169.254.169.254/"]
)
def test_a_redirect_to_a_private_address_is_not_followed(site: Site, tmp_path: Path, where: str) -> None:
    ((outcome, why),) = outcomes(site, tmp_path, pages=(site.page("/a", "", status=302, Location=where),))
    assert outcome == "refused"
    assert "private address" in why


def test_redirects_are_followed_and_end(site: Site, tmp_path: Path) -> None:
    site.page("/new", PAGE.format("Moved"))
    moved, ring = (
        site.page("/old", "", status=301, Location="/new"),
        site.page("/ring", "", status=302, Location="/ring"),
    )
    assert outcomes(site, tmp_path, pages=(moved, ring)) == [("kept", ""), ("refused", "it leads on more than 5 times")]


def test_an_endless_body_and_a_slow_one_are_ended(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = site.page("/long", "x" * 70_000)
    monkeypatch.setattr(fetching, "MOST_BYTES", 60_000)
    assert outcomes(site, tmp_path, pages=(long,))[0][0] == "refused"
    monkeypatch.setattr(fetching, "MOST_BYTES", 600_000)
    ticks = iter(range(0, 100_000, 40))
    slow = Fetcher(Settings(pages=(long,), allow=(site.host,)), sleep=lambda _: None, clock=lambda: float(next(ticks)))
    (line,) = collect(slow, tmp_path)
    assert line.why == "its answer took longer than 60 seconds"


def test_pages_whose_mining_is_reserved_are_left_out(site: Site, tmp_path: Path) -> None:
    head = site.page("/head", PAGE.format("One"), tdm_reservation="1")
    meta = site.page("/meta", '<meta name="tdm-reservation" content="1">' + PAGE.format("Two"))
    assert [outcome for outcome, _ in outcomes(site, tmp_path, pages=(head, meta))] == ["reserved", "reserved"]
    assert [outcome for outcome, _ in outcomes(site, tmp_path, pages=(head, meta), reserved=True)] == ["kept", "kept"]


def test_new_items_of_a_feed_alone(site: Site, tmp_path: Path) -> None:
    urls = [site.page(f"/{n}", PAGE.format(n)) for n in "ab"]
    items = "".join(f"<item><link>{url}</link></item>" for url in urls)
    feed = site.page("/feed", f"<rss><channel>{items}</channel></rss>")
    assert outcomes(site, tmp_path, feeds=(feed,), limit=1) == [("kept", "")]
    assert outcomes(site, tmp_path, feeds=(feed,)) == [("kept", "")]
    assert outcomes(site, tmp_path, feeds=(feed,)) == []
    assert site.paths.count("/a") == site.paths.count("/b") == 1


def test_items_of_atom_and_of_what_is_no_feed() -> None:
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/s"/><link href="/a"/></entry></feed>'
    )
    assert items_of(atom, "https://holm.example/feed") == ["https://holm.example/a"]
    assert items_of(b"no feed", "https://holm.example/") == []


def test_a_name_is_looked_up_once_and_that_number_is_asked() -> None:
    numbers = iter([["93.184.216.34"], ["127.0.0.1"]])
    target = checked("https://holm.example/a", (), lambda host, port: next(numbers))
    with Fetcher(Settings()).client as client:
        asked = target.request(client, {})
    assert (asked.url.host, asked.headers["Host"]) == ("93.184.216.34", "holm.example")
    assert asked.extensions["sni_hostname"] == "holm.example"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://holm.example/", "http://me:secret@holm.example/", "http://", "x"]
)
def test_what_is_never_asked(url: str) -> None:
    with pytest.raises(RefusedError):
        checked(url, (), lambda host, port: ["93.184.216.34"])


def test_a_name_with_one_private_number_is_private() -> None:
    with pytest.raises(RefusedError, match="private"):
        checked("http://holm.example/", (), lambda host, port: ["93.184.216.34", "fd00::1"])


@pytest.mark.parametrize("text", ["", "[fetch]\n", "[fetch]\npages = ['https://a.example']\ndepth = 3\n", "[fetch\n"])
def test_settings_that_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "secondhand.toml").write_text(text)
    with pytest.raises(InputError):
        read_settings(tmp_path / "secondhand.toml")


def test_settings(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text("[fetch]\npages = ['https://a.example']\ndelay = 2\n")
    assert read_settings(tmp_path / "s.toml") == Settings(pages=("https://a.example",), delay=2)


NOTICE = (
    "<html><head><title>Boats</title><meta property='article:published_time' content='2031-03-01T08:00:00Z'></head><body><article><h1>Boats</h1>"
    "<p>Some 340 boats were moved on Monday night, harbour master Ada Holm said. The ferry is late, and nobody at the quay knows why it is.</p></article></body></html>"
)


def _desk(home: Path, source: str, aside: str) -> Path:
    """A warehouse of two articles that link to one page beside a figure, and to another beside none."""
    (home / "raw").mkdir()
    for day, house in ((2, "Dell Post"), (3, "Quay Sun")):
        body = (
            f"<p>Some 340 boats were moved on Monday night, <a href='{source}'>the harbour said</a>.</p>"
            f"<p>The mayor did not answer. <a href='{aside}'>Her page</a> is empty, and so is her office by the sea.</p>"
        )
        page = f"<html><head><title>{house}: boats moved</title></head><body><article><h1>{house}: boats moved</h1>{body}</article></body></html>"
        (home / "raw" / f"{day}.html").write_text(page)
        told = {"url": f"https://{day}.example/boats", "publisher": house, "published": f"2031-03-0{day}"}
        (home / "raw" / f"{day}.meta.json").write_text(json.dumps(told))
    return _run(home)


def _run(home: Path) -> Path:
    run_direct(Job((home / "raw",), home / "w.duckdb", None, home / "reviews", outlets=home))
    return home / "w.duckdb"


def test_what_claims_hang_on_is_fetched_and_read(site: Site, tmp_path: Path, secondhand: Secondhand) -> None:
    source, aside = site.page("/notice", NOTICE), site.page("/mayor", PAGE.format("The mayor"))
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 0")
    _desk(tmp_path, source, aside)
    (tmp_path / "secondhand.toml").write_text(f"[fetch]\nallow = ['{site.host}']\ndelay = 0\nlimit = 1\n")
    done = secondhand("fetch", "--wanted", "--warehouse", "w.duckdb")
    (line,) = map(json.loads, done.stdout.splitlines())
    assert (line["url"], line["outcome"], line["claims"]) == (source, "kept", 1), done.stderr
    assert "2 linked pages are not held" in done.stderr
    assert site.paths == ["/robots.txt", "/notice"]
    (logged,) = (tmp_path / "raw" / "fetched" / ".fetch" / "log.jsonl").read_text().splitlines()
    assert json.loads(logged) == line
    held = open_published(_run(tmp_path))
    assert held.query("select count(*) from articles where url = ?", [source]) == [(1,)]
    held.close()
    last = json.loads(secondhand("fetch", "--wanted", "--warehouse", "w.duckdb").stdout)
    assert (last["url"], last["claims"]) == (aside, 0)
    assert secondhand("fetch", "--wanted", "--warehouse", "w.duckdb").stdout == ""


@pytest.mark.parametrize("moved", [False, True])
def test_the_next_run_links_to_the_page_that_was_wanted(
    site: Site, tmp_path: Path, secondhand: Secondhand, moved: bool
) -> None:
    """By the address that was linked, also where it led on to another."""
    page = site.page("/notice", NOTICE)
    source = site.page("/n/1", "", status=301, Location="/old") if moved else page
    site.page("/old", "", status=308, Location="/notice")
    warehouse = _desk(tmp_path, source, site.page("/mayor", PAGE.format("The mayor")))
    assert set(_linked_figures(warehouse)) == {(None, "not_in_collection")}
    (tmp_path / "secondhand.toml").write_text(f"[fetch]\nallow = ['{site.host}']\ndelay = 0\nlimit = 1\n")
    secondhand("fetch", "--wanted", "--warehouse", "w.duckdb")
    assert set(_linked_figures(_run(tmp_path))) == {(page, None)}
    reached = "select claim_id from edges where basis = 'linked' and parent_article_id is not null order by 1"
    claims = secondhand("sql", reached, "--warehouse", "w.duckdb", "--csv")
    note = secondhand("note", claims.stdout.split()[1], "--warehouse", "w.duckdb").stdout
    assert re.search(rf"UTC · {re.escape(page)} · fetched by Secondhand/\S+ .*SHA-256 of the bytes \w{{64}}", note), (
        note
    )
    assert "1 linked pages are not held" in secondhand("fetch", "--wanted", "--warehouse", "w.duckdb").stderr


def _linked_figures(warehouse: Path) -> list[tuple[str | None, str | None]]:
    """Where each arrow of a figure that stands on a link ends."""
    held = open_published(warehouse)
    rows = held.query(
        "select a.url, e.state from edges e left join articles a on a.article_id = e.parent_article_id and a.is_latest "
        "join claims c using (claim_id) where e.basis = 'linked' and c.label like '%340 boats%'"
    )
    held.close()
    assert len(rows) >= 2
    return rows


def test_what_came_once_or_is_over_the_limit_is_not_asked(site: Site, tmp_path: Path) -> None:
    wanted = {site.page(f"/{n}", PAGE.format(n)): claims for n, claims in (("a", 5), ("b", 3), ("c", 1))}
    assert [line.claims for line in collect(visitor(site, limit=2), tmp_path, wanted=wanted)] == [5, 3]
    assert [line.claims for line in collect(visitor(site, limit=2), tmp_path, wanted=wanted)] == [1]
    assert site.paths == ["/robots.txt", "/a", "/b", "/robots.txt", "/c"]


def test_manners_may_be_all_that_is_set(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    assert read_settings(path, listing=False) == Settings()
    path.write_text("[fetch]\ndelay = 9\n")
    assert read_settings(path, listing=False) == Settings(delay=9)
    path.write_text("[fetch]\npace = 9\n")
    with pytest.raises(InputError):
        read_settings(path, listing=False)
