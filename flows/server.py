"""Where runs are recorded: the server that PREFECT_API_URL names, or a temporary one that ends with this process.

Invariant: a temporary server never outlives the process that started it, not even one that is killed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from audit.errors import SecondhandError

ADDRESS, HOST = "PREFECT_API_URL", "127.0.0.1"
STOP_SECONDS = 15.0
DIRECT = "or run the same steps without Prefect: --direct"


class ServerError(SecondhandError):
    """A Prefect server that is not there."""


@contextmanager
def any_server() -> Iterator[None]:
    """A server for the runs of this process: the named one, which must answer, or a temporary one."""
    if ADDRESS in os.environ:
        named_server()
        yield
    else:
        with _temporary_server() as address, _set(ADDRESS, address), _past_proxies():
            yield


@contextmanager
def _set(name: str, value: str) -> Iterator[None]:
    """An environment variable for a while, then what it was."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


@contextmanager
def _past_proxies() -> Iterator[None]:
    """This machine is reached without a proxy, whatever one is set for the world."""
    with ExitStack() as stack:
        for name in ("NO_PROXY", "no_proxy"):
            held = os.environ.get(name)
            stack.enter_context(_set(name, f"{held},{HOST}" if held else HOST))
        yield


def named_server() -> str:
    """The address in PREFECT_API_URL, once its server has answered."""
    address = os.environ.get(ADDRESS)
    if not address:
        raise ServerError(
            f"no Prefect server is named in {ADDRESS}",
            "start one (`prefect server start`) and set it to http://127.0.0.1:4200/api",
        )
    if not is_up(address, 10):
        raise ServerError(f"the Prefect server at {address} does not answer", f"start it, unset {ADDRESS}, {DIRECT}")
    return address


def is_up(address: str, seconds: float) -> bool:
    """Whether the server answers within `seconds`; one that is still starting is waited for."""
    try:
        with build_opener(ProxyHandler({})).open(f"{address.rstrip('/')}/health", timeout=seconds) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError, ValueError):
        return False


@contextmanager
def _temporary_server() -> Iterator[str]:
    """Start a server; it listens at once, so that whoever asks waits until it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", "flows.temporary"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        address = f"http://{HOST}:{_first_line(process)}/api"
        yield address
    finally:
        _stop(process)


def _first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    port = process.stdout.readline().strip()
    if not port:
        raise ServerError("Prefect's temporary server did not start", f"see what it printed, {DIRECT}")
    return port


def _stop(process: subprocess.Popen[str]) -> None:
    """Close the pipe that keeps it alive, and wait until it has written down what it knows."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
