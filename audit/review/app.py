"""The review pages on this machine alone: one thing a screen, one key a ruling, one line in `raw/reviews/` each.

Invariant: nothing but the ledger is written; a request of another host or origin, or a POST without the token of this
process, is refused before anything is read.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from audit.report import say
from audit.review.agreement import agreement, verdicts_by_subject
from audit.review.decisions import VERDICTS
from audit.review.desk import FILTERS, STATES, Desk
from audit.review.queue import Key
from audit.review.screens import Screen, blinded

MOST_BODY = 64 * 1024
PAGE = 50
POLICY = "; ".join(
    (
        *("default-src 'none'", "style-src 'self'", "script-src 'self'"),
        *("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"),
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
ASSETS = {
    "review.js": ("text/javascript", __package__, "static/review.js"),
    "review.css": ("text/css", __package__, "static/review.css"),
    "report.css": ("text/css", "audit.report", "style.css"),
}
Next = Callable[[Request], Awaitable[Response]]


def make_app(desk: Desk, port: int) -> Starlette:
    """The pages over one desk, for http://127.0.0.1:`port` and http://localhost:`port` alone."""
    pages = _Pages(desk, secrets.token_urlsafe(24))
    routes = [
        Route("/", pages.queue),
        Route("/queue.json", pages.queue),
        Route("/agreement", pages.agreement),
        Route("/agreement.json", pages.agreement),
        Route("/undo", pages.undo, methods=["POST"]),
        Route("/static/{name}", _asset),
        Route("/{kind}/{subject}", pages.item, methods=["GET", "POST"]),
    ]
    guard = Middleware(BaseHTTPMiddleware, dispatch=_Guard(port))
    return Starlette(routes=routes, middleware=[guard])


class _Guard:
    """Refuses what does not come from these pages themselves; adds the headers to what goes out."""

    def __init__(self, port: int) -> None:
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}

    async def __call__(self, request: Request, call_next: Next) -> Response:
        found = await call_next(request) if self._is_own(request) else PlainTextResponse("not for this host", 403)
        found.headers.update(HEADERS)
        return found

    def _is_own(self, request: Request) -> bool:
        if request.headers.get("host") not in self._hosts:
            return False
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return False
        origin = request.headers.get("origin")
        return origin is None or origin in {f"http://{host}" for host in self._hosts}


class _Pages:
    def __init__(self, desk: Desk, token: str) -> None:
        self._desk, self._token = desk, token
        self._env = Environment(
            loader=PackageLoader(__package__), autoescape=True, trim_blocks=True, lstrip_blocks=True,
            undefined=StrictUndefined,
        )  # fmt: skip
        told = ("counted", "number", "screen", "shorten")
        self._env.globals.update({name: getattr(say, name) for name in told}, web_address=say.web_address)
        for name in self._env.list_templates():
            self._env.get_template(name)  # made ready before anybody asks

    async def queue(self, request: Request) -> Response:
        """The list under the filters of the address."""
        wanted = _filters(request)
        items = self._desk.items(wanted)
        page = max(1, _whole(request.query_params.get("page")))
        shown = items[(page - 1) * PAGE : page * PAGE]
        if request.url.path.endswith(".json"):
            return _json({"filters": wanted, "things": len(items), "page": page, "items": shown})
        pages = -(-len(items) // PAGE)
        return self._page("queue.html", request, items=shown, things=len(items), page=page, pages=pages)

    async def item(self, request: Request) -> Response:
        """One thing; a POST rules on it and shows the next."""
        kind, subject = request.path_params["kind"], request.path_params["subject"]
        as_json = subject.endswith(".json")
        found = self._desk.screen(kind, subject.removesuffix(".json"))
        if found is None:
            return PlainTextResponse("there is no such thing in this warehouse", 404)
        if request.method == "POST":
            return await self._rule(request, found)
        told = self._told(request, found)
        return _json(told) if as_json else self._page("item.html", request, **told)

    def _told(self, request: Request, found: Screen) -> dict[str, Any]:
        """All that the page of one thing says."""
        wanted = _filters(request)
        queue = self._desk.items(wanted)
        own = Key(found.kind, found.subject_id)
        place = queue.place(own)
        given = self._desk.ledger.of(*own)
        hidden = _is_blind(request) and not any(r.reviewer == self._desk.ledger.reviewer for r in given)
        shown = blinded(found, self._desk.warehouse) if hidden else found
        return {
            "item": asdict(shown),
            "hidden": hidden,
            "place": None if place is None else place + 1,
            "things": len(queue),
            "rulings": [] if hidden else [_ruling(r) for r in given],
            "effects": self._effects(found),
            "following": queue.after(own),
            "after": self._after(request.query_params.get("after")),
        }

    def _effects(self, found: Screen) -> dict[str, Any]:
        """The count of the claim now, and what a no would make of it."""
        refused = self._desk.effect(found.kind, found.subject_id, found.claim_id, "rejected")
        granted = self._desk.effect(found.kind, found.subject_id, found.claim_id, "accepted")
        if not refused or not granted:
            return {"now": None, "if_not": None, "if_so": None}
        return {"now": refused.before, "if_not": refused.after, "if_so": granted.after}

    def _after(self, decision: str | None) -> dict[str, Any] | None:
        """The ruling that was just given, and what it changed."""
        found = next((r for r in self._desk.ledger.rulings() if r.decision_id == decision), None)
        if found is None:
            return None
        effect = self._desk.changed(found)
        return {**_ruling(found), "before": effect and effect.before, "now": effect and effect.after}

    async def _rule(self, request: Request, found: Screen) -> Response:
        form = await _form(request)
        if not self._has_token(form):
            return PlainTextResponse("the page is older than this process: open it again", 403)
        if form.get("verdict") not in VERDICTS:
            return PlainTextResponse("no such verdict", 400)
        queue = self._desk.items(_filters(request))
        following = queue.after(Key(found.kind, found.subject_id))
        note = form.get("note", "").strip()[:4000]
        given = any(
            r.reviewer == self._desk.ledger.reviewer for r in self._desk.ledger.of(found.kind, found.subject_id)
        )
        decision = self._desk.ledger.append(
            found.kind, found.subject_id, form["verdict"], note=note, rule_version=self._desk.rule_version,
            content_key=found.content_key, blind=_is_blind(request) and not given,
        )  # fmt: skip
        if following is None:
            return RedirectResponse(f"/?{_address(request, after=decision)}", 303)
        return RedirectResponse(
            f"/{following['kind']}/{following['subject_id']}?{_address(request, after=decision)}", 303
        )

    async def undo(self, request: Request) -> Response:
        """Takes this reviewer's last ruling back and shows what it was on."""
        form = await _form(request)
        if not self._has_token(form):
            return PlainTextResponse("the page is older than this process: open it again", 403)
        last = self._desk.ledger.undo()
        where = f"/{last.subject_kind}/{last.subject_id}" if last else "/"
        return RedirectResponse(f"{where}?{_address(request)}", 303)

    async def agreement(self, request: Request) -> Response:
        """Where two or more have ruled: how far they agree, and where they do not."""
        subjects = verdicts_by_subject(self._desk.ledger.rulings())
        shared = {key: own for key, own in subjects.items() if len(own) > 1}
        apart = [
            {"kind": kind, "subject_id": subject, "verdicts": own}
            for (kind, subject), own in sorted(shared.items())
            if len(set(own.values())) > 1
        ]
        kinds = sorted({kind for kind, _ in shared})
        by_kind = {
            kind: asdict(agreement([list(own.values()) for (k, _), own in shared.items() if k == kind]))
            for kind in kinds
        }
        told = {"kinds": by_kind, "apart": apart}
        return _json(told) if request.url.path.endswith(".json") else self._page("agreement.html", request, **told)

    def _has_token(self, form: dict[str, str]) -> bool:
        return secrets.compare_digest(form.get("token", "").encode("utf-8", "replace"), self._token.encode())

    def _page(self, template: str, request: Request, **told: Any) -> Response:
        now = self._desk.ledger
        mine = sum(r.reviewer == now.reviewer for r in now.rulings())
        shared = {
            "token": self._token, "reviewer": now.reviewer, "mine": mine, "wanted": _filters(request), "states": STATES,
            "blind": _is_blind(request), "counts": self._desk.counts(), 
            "address": lambda **more: _address(request, **more),
        }  # fmt: skip
        page = self._env.get_template(template).render(**{**shared, **told})
        return HTMLResponse(page.encode("utf-8", "backslashreplace"))


async def _asset(request: Request) -> Response:
    found = ASSETS.get(request.path_params["name"])
    if found is None:
        return PlainTextResponse("there is no such file", 404)
    kind, package, name = found
    return Response(files(package).joinpath(name).read_bytes(), media_type=kind)


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form, the first value of each; empty where the body is no form or too large."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BODY:
            return {}
    told = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in told.items()}


def _filters(request: Request) -> dict[str, str]:
    return {name: value for name in FILTERS if (value := request.query_params.get(name))}


def _is_blind(request: Request) -> bool:
    return request.query_params.get("blind") == "1"


def _address(request: Request, **more: str | None) -> str:
    """The filters of this page as a query, with these instead or besides; None leaves one out."""
    kept: dict[str, str | None] = {**_filters(request), "blind": "1" if _is_blind(request) else None, **more}
    return urlencode({name: value for name, value in kept.items() if value})


def _whole(told: str | None) -> int:
    return int(told) if told and told.isdecimal() and len(told) < 9 else 1


def _ruling(ruling: Any) -> dict[str, Any]:
    told = asdict(ruling)
    return {**told, "decided_at": f"{ruling.decided_at:%Y-%m-%d %H:%M}" if ruling.decided_at else None}


def _json(told: Any) -> Response:

    return Response(
        json.dumps(told, ensure_ascii=False, default=str).encode("utf-8", "backslashreplace"),
        media_type="application/json",
    )
