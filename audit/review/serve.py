"""Serves the review pages on 127.0.0.1 until it is stopped."""

from __future__ import annotations

import getpass
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from audit.errors import InputError
from audit.review.app import make_app
from audit.review.desk import Desk
from audit.review.ledger import Ledger


def serve(warehouse: Path, reviews: Path, reviewer: str, port: int, say: Callable[[str], None]) -> None:
    """Says the address, then answers until interrupted. Raises InputError where the port is taken, WarehouseError."""
    desk = Desk(warehouse, Ledger(reviews, reviewer or _user()))
    count = desk.warm()
    with listen(port) as ear:
        own = ear.getsockname()[1]
        app = make_app(desk, own)
        say(f"{count} links and findings to rule on as {desk.ledger.reviewer}: http://127.0.0.1:{own}/")
        say(f"rulings go to {reviews}; the next run obeys them; Ctrl-C ends this")
        uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[ear])
    desk.close()


def listen(port: int) -> socket.socket:
    """A port of this machine (0: any) to a socket that listens there. Raises InputError where it is taken."""
    ear = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # named: asyncio sends TCP at once
    ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        ear.bind(("127.0.0.1", port))
        ear.listen(64)  # before the address is said: who opens it at once is answered
    except OSError as error:
        ear.close()
        raise InputError(f"port {port} is taken", "name another with --port, or 0 for any") from error
    return ear


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, in a container
        return "reviewer"
