"""How often Python looks for rings of objects."""

from __future__ import annotations

import gc

import pytest

from audit.collect import collect_never


def test_nobody_looks_for_a_while() -> None:
    assert gc.isenabled()
    with pytest.raises(KeyError), collect_never():
        _fail_unwatched()
    assert gc.isenabled()


def _fail_unwatched() -> None:
    assert not gc.isenabled()
    raise KeyError


def test_who_had_turned_it_off_finds_it_so() -> None:
    gc.disable()
    try:
        with collect_never():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
