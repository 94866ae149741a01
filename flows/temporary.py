"""A Prefect server for one run: `python -m flows.temporary`, started by `flows.server`.

Invariant: it ends when its standard input closes, which happens however its parent dies.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
import time

import uvicorn

FLUSH_SECONDS = 10.0
AS_PART_OF_A_RUN = {"PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1", "PREFECT_UI_ENABLED": "0"}


def main() -> None:
    """Listen, say on which port, then serve until standard input closes."""
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nobody reads the pipe any more
    os.environ.update(AS_PART_OF_A_RUN)
    server = uvicorn.Server(
        uvicorn.Config("prefect.server.api.server:create_app", factory=True, log_level="critical", lifespan="on")
    )
    threading.Thread(target=_end_with_parent, args=(server,), daemon=True).start()
    server.run(sockets=[listener])


def _end_with_parent(server: uvicorn.Server) -> None:
    """Ask the server to stop when the parent is gone, so that it writes down what it knows, and end in any case."""
    sys.stdin.read()
    if server.started:
        server.should_exit = True
        time.sleep(FLUSH_SECONDS)
    os._exit(0)


if __name__ == "__main__":
    main()
