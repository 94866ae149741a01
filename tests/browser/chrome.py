"""A headless Chromium, driven by the DevTools protocol over the websocket that Prefect's own dependencies bring along.

Every wait has an end: a browser that answers no more fails its test, it never hangs the leg.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions"),
    *("--no-default-browser-check", "--hide-scrollbars", "--remote-debugging-port=0", "--remote-allow-origins=*"),
    # nothing but this machine has an address: a page that asks for anything else fails, and is told
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
PATIENCE = 30.0  # seconds for one answer, on a machine that has other work


def find_browser() -> str | None:
    """The path of a Chromium on this machine."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@dataclass(slots=True)
class Tab:
    """One page of the browser. `trouble` is what the console, the log and the network told since the last visit."""

    socket: ClientConnection
    session: str
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1000))
    trouble: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    happened: list[str] = field(default_factory=list)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One command of the protocol; its result. Raises RuntimeError where the browser says no."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params, "sessionId": self.session}))
        end = time.monotonic() + PATIENCE
        while True:
            told = self._next(end)
            if told.get("id") == number:
                if "error" in told:
                    raise RuntimeError(f"{method}: {told['error']}")
                result: dict[str, Any] = told["result"]
                return result

    def run(self, script: str) -> Any:
        """The value of an expression on the page, awaited."""
        told = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise RuntimeError(json.dumps(told["exceptionDetails"])[:800])
        return told["result"].get("value")

    def visit(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self.trouble, self.asked = [], []
        self.expect_load(lambda: self.call("Page.navigate", url=address))

    def expect_load(self, act: Any) -> None:
        """Do something that loads a page, and wait for that."""
        self.happened = []
        act()
        end = time.monotonic() + PATIENCE
        while "Page.loadEventFired" not in self.happened:
            self._next(end)

    def look(self, width: int, height: int, *, dark: bool = False) -> None:
        """The size of the window, and the colours that its user prefers."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        feature = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[feature])

    def press(self, key: str) -> None:
        """One key down and up, as a keyboard sends it."""
        text = key if len(key) == 1 else ""
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, text=text if kind == "keyDown" else "")

    def type(self, words: str) -> None:
        """Text into what has the focus."""
        self.call("Input.insertText", text=words)

    def _next(self, end: float) -> dict[str, Any]:
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the browser does not answer")
        told: dict[str, Any] = json.loads(self.socket.recv(timeout=left))
        self._hear(told)
        return told

    def _hear(self, told: dict[str, Any]) -> None:
        name, params = told.get("method", ""), told.get("params", {})
        self.happened.append(name)
        if name == "Runtime.exceptionThrown":
            self.trouble.append(json.dumps(params["exceptionDetails"])[:400])
        elif name == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.trouble.append(f"{params['entry']['text']} {params['entry'].get('url', '')}")
        elif name == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            self.trouble.append(json.dumps(params["args"])[:400])
        elif name == "Network.requestWillBeSent":
            self.asked.append(params["request"]["url"])


@contextmanager
def open_tab(browser: str) -> Iterator[Tab]:
    """A tab of a fresh browser with a profile of its own; both are gone afterwards."""
    home = tempfile.mkdtemp(prefix="secondhand-chrome-")
    flags = [*FLAGS, f"--user-data-dir={home}", "about:blank"]
    with (
        open(os.devnull, "wb") as nothing,
        subprocess.Popen([browser, *flags], stdout=nothing, stderr=nothing) as running,
    ):
        try:
            with connect(_address(Path(home)), max_size=None, open_timeout=PATIENCE, close_timeout=2) as socket:
                yield _attach(socket)
        finally:
            running.kill()
            running.wait(timeout=PATIENCE)
            shutil.rmtree(home, ignore_errors=True)


def _address(home: Path) -> str:
    """Where the browser listens, as soon as it says so."""
    told = home / "DevToolsActivePort"
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        lines = told.read_text().splitlines() if told.exists() else []
        if len(lines) == 2:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        time.sleep(0.05)
    raise TimeoutError("the browser did not start")


def _attach(socket: ClientConnection) -> Tab:
    target = _root_call(socket, 1, "Target.createTarget", url="about:blank")["targetId"]
    session = _root_call(socket, 2, "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    tab = Tab(socket, session)
    for domain in ("Page", "Runtime", "Log", "Network"):
        tab.call(f"{domain}.enable")
    return tab


def _root_call(socket: ClientConnection, number: int, method: str, **params: Any) -> dict[str, Any]:
    socket.send(json.dumps({"id": number, "method": method, "params": params}))
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        told = json.loads(socket.recv(timeout=PATIENCE))
        if told.get("id") == number:
            result: dict[str, Any] = told["result"]
            return result
    raise TimeoutError(method)
