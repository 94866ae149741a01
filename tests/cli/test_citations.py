"""verify, cite, check-draft as commands: lines out, pages for their owner's eyes alone, words on stderr."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Secondhand

SOURCE = "The Lunkertor bridge was closed on Monday. Repairs would cost 4.2 million crowns, Ada Holm said."
CLAIM = {
    "id": "c1",
    "claim": "Repairs would cost 9.9 million crowns, Ada Holm said.",
    "sources": [{"id": "s", "text": SOURCE, "title": "Quay Courier", "url": "https://quay.example/one"}],
}


def test_verify_writes_a_line_a_claim_and_a_page_beside(secondhand: Secondhand, tmp_path: Path) -> None:
    done = secondhand("verify", "-", "--html", "page.html", stdin=json.dumps(CLAIM) + "\n\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line)["verdict"] for line in done.stdout.splitlines()] == ["differs"]
    page = tmp_path / "page.html"
    assert page.stat().st_mode & 0o777 == 0o600
    assert "1 citation: 1 differ. Words compared, not facts." in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("line", ["{", '{"id": "c"}', '{"id": "c", "claim": 3, "sources": []}', "[]"])
def test_a_line_of_another_shape_ends_it_and_is_named(secondhand: Secondhand, line: str) -> None:
    done = secondhand("verify", "-", stdin=json.dumps(CLAIM) + "\n" + line + "\n")
    assert done.returncode == 2
    assert "line 2 is not what is expected" in done.stderr
