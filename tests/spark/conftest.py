"""One session on this machine for all tests of Spark; all are skipped where it or Java is absent."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from audit.engine import EngineChoice, open_engine
from audit.engine.spark import SparkEngine, java
from audit.fingerprints import stage_fingerprints

LOCAL = "local[2]"


@pytest.fixture(scope="session")
def engine() -> Iterator[SparkEngine]:
    if find_spec("pyspark") is None or not java():
        pytest.skip("pyspark or Java is not installed: make spark")
    with open_engine(EngineChoice("spark", LOCAL), stage_fingerprints) as opened:
        assert isinstance(opened, SparkEngine)
        yield opened
