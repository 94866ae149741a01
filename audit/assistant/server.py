"""`secondhand mcp`: the answers as tools of a local server over stdio (extra: mcp).

Invariant: nothing is written, nothing is fetched; the warehouse is opened read-only for each question, so that a run
beside it is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from audit import __version__
from audit.assistant import answers
from audit.assistant.answers import Answer
from audit.errors import InputError
from audit.warehouse import Warehouse, open_published

ABOUT = (
    "A collection of articles, read by machine: who said what beside whose name, where it comes from, what a source"
    " carries. Words are compared, not facts. Quote `words` as they stand; say that it is a machine reading; where"
    " `found` is empty, say what `note` says, and invent nothing."
)


def serve(warehouse: Path) -> None:
    """Answer on standard input and output until it is closed. Raises InputError without the extra, WarehouseError."""
    open_published(warehouse).close()  # what is wrong with it is told now
    make_server(warehouse).run("stdio")


def make_server(warehouse: Path) -> Any:
    """The server over one warehouse. Raises InputError where the extra is missing."""
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise InputError("the package mcp is not installed", "pip install 'secondhand[mcp]'") from error
    server = MCPServer("secondhand", instructions=ABOUT, version=__version__, log_level="WARNING")
    reads_only = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    for tool in _tools(warehouse):
        server.add_tool(tool, annotations=reads_only)
    return server


def _tools(path: Path) -> Iterator[Callable[..., Answer]]:
    """The questions as functions, whose names, types and first lines the protocol shows."""

    def verify(claim: str, sources: list[dict[str, str]] | None = None, held: list[str] | None = None) -> Answer:
        """Does a source carry a claim? Give texts (`sources`: id and text), or held articles by address or headline."""
        with _opened(path) as warehouse:
            return answers.check(warehouse, claim, sources or [], held or [])

    def who_said(words: str) -> Answer:
        """Whom do articles name beside these words? At least three words, as they were quoted."""
        with _opened(path) as warehouse:
            return answers.who_said(warehouse, words)

    def origins(words: str) -> Answer:
        """How many origins has a claim, and who had it from whom? Words of it, an article, or an id."""
        with _opened(path) as warehouse:
            return answers.origins(warehouse, words)

    def compare(earlier: str, later: str) -> Answer:
        """Do two sentences give the same figure for the same thing?"""
        return answers.compare(earlier, later)

    def wanted() -> Answer:
        """Which sources do articles rest on that this collection does not hold?"""
        with _opened(path) as warehouse:
            return answers.wanted(warehouse)

    yield from (verify, who_said, origins, compare, wanted)


@contextmanager
def _opened(path: Path) -> Iterator[Warehouse]:
    warehouse = open_published(path)
    try:
        yield warehouse
    finally:
        warehouse.close()
