"""One real Prefect server on loopback for the session; what is started here is stopped here."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from tests.conftest import clean_environment

PATIENCE = 240.0  # seconds; a slow machine makes Prefect's database in a minute

Api = Callable[..., Any]
T = TypeVar("T")


@contextmanager
def running(command: list[str], env: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process and its children, in a group of their own, stopped at the end; what they print goes to `log`."""
    with log.open("wb") as out:
        process = subprocess.Popen(command, env=env, stdout=out, stderr=out, start_new_session=True)
        try:
            yield process
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGINT, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(20)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """A process and its children, at once."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_until(found: Callable[[], T | None], what: str) -> T:
    """Ask again and again until there is an answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if (answer := found()) is not None:
            return answer
        time.sleep(0.25)
    raise AssertionError(f"waited in vain for {what}")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def call(address: str, path: str, body: Any = None) -> Any:
    """The JSON that the server answers; None where there is no such thing, or no server yet."""
    data = None if body is None else json.dumps(body).encode()
    request = Request(f"{address}/{path}", data, {"Content-Type": "application/json"})
    for _ in range(20):
        try:
            with build_opener(ProxyHandler({})).open(request, timeout=PATIENCE) as answer:
                return json.loads(answer.read())
        except HTTPError as error:
            if error.code != 503:  # "ask again": its database was busy
                return None
            time.sleep(0.5)
        except OSError:
            return None
    raise AssertionError(f"{path}: the server stays busy")


@contextmanager
def prefect_server(home: Path, port: int = 0) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A Prefect server on the data below `home`: the address of its API, and its process."""
    port = port or free_port()
    quiet = {"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
    brisk = {"PREFECT_SERVER_DEPLOYMENTS_CONCURRENCY_SLOT_WAIT_SECONDS": "1"}
    env = clean_environment(PREFECT_HOME=str(home / ".prefect"), **quiet, **brisk)
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with running(command, env, home / "log") as process:
        address = f"http://127.0.0.1:{port}/api"
        wait_until(lambda: call(address, "health"), "the Prefect server")
        yield address, process


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the API of a Prefect server."""
    with prefect_server(tmp_path_factory.mktemp("server")) as (address, _):
        yield address


@pytest.fixture
def api(server: str) -> Api:
    """Ask the server: `api(path)` reads, `api(path, body)` posts."""
    return lambda path, body=None: call(server, path, body)
