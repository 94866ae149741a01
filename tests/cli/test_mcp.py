"""The server of `secondhand mcp`, spoken to over stdio by the client of the SDK."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import COMMAND, Secondhand

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed: pip install 'secondhand[mcp]'")

WORDS = "Nobody at the mill told us anything for nine hours"


async def talk(warehouse: Path) -> dict[str, Any]:
    """What a session gives: the tools, and an answer of each."""
    from mcp import Client, StdioServerParameters

    server = StdioServerParameters(
        command=str(COMMAND), args=["mcp", "--warehouse", str(warehouse)], env=dict(os.environ)
    )
    async with Client(server) as client:
        tools = (await client.list_tools()).tools
        calls = {
            "who_said": {"words": WORDS},
            "origins": {"words": WORDS},
            "verify": {"claim": "It closed in 1950.", "sources": [{"id": "s", "text": "It closed in 1931."}]},
            "compare": {"earlier": "Nearly 200 boats sank.", "later": "Over 200 boats sank."},
            "wanted": {},
        }
        answers = {name: await client.call_tool(name, arguments) for name, arguments in calls.items()}
        return {"tools": tools, "answers": {name: json.loads(told.content[0].text) for name, told in answers.items()}}


def test_a_client_asks_each_question(demo_warehouse: Path) -> None:
    before = demo_warehouse.read_bytes()
    told = asyncio.run(asyncio.wait_for(talk(demo_warehouse), 60))
    assert {tool.name for tool in told["tools"]} == {"verify", "who_said", "origins", "compare", "wanted"}
    assert all(tool.annotations.read_only_hint for tool in told["tools"])
    answers = told["answers"]
    assert all(answer["read_by"] == "machine reading" for answer in answers.values())
    assert {found["speaker"] for found in answers["who_said"]["found"]} >= {"Piet Calloway"}
    assert answers["verify"]["found"][0]["missing"][0]["kind"] == "date"
    assert answers["compare"]["found"][0]["label"] == "hedge_flipped"
    assert demo_warehouse.read_bytes() == before


def test_a_warehouse_that_is_not_there_is_told_at_once(secondhand: Secondhand) -> None:
    done = secondhand("mcp", "--warehouse", "none.duckdb")
    assert (done.returncode, done.stdout) == (2, "")
